"""Bands and orbital shares at any k-point from a self-consistent calculation on a coarse mesh, at a hundredth of the cost.

The periodic parts of the Bloch functions change little from one k-point to the next. Those of the coarse mesh, turned by the
crystal's symmetry into one wedge of the Brillouin zone, span a small space in which the Kohn–Sham Hamiltonian of any other
k-point of the wedge is a matrix of some hundred rows: polynomial in k but for the projectors of the PAW method, which are
computed anew (E. L. Shirley, Phys. Rev. B 54 (1996) 16464; D. Prendergast and S. G. Louie, ibid. 80 (2009) 235126).
"""

from functools import cached_property
from itertools import product

import numpy as np
from ase.units import Ha
from gpaw.ffbt import rescaled_fourier_bessel_transform
from gpaw.sphere.spherical_harmonics import Y
from gpaw.utilities import unpack_hermitian
from scipy.fft import fftn, ifftn
from scipy.linalg import block_diag, eigh

SHIFTS = np.array(list(product(range(-2, 3), repeat=3)))
GENERIC = np.array([0.9134, 0.3311, 0.1847])  # a direction that no symmetry prefers


class Wedge:
    "The irreducible wedge of the first Brillouin zone: of all images of a k-point the one that lies furthest along a generic direction"

    def __init__(self, symmetry, reciprocal: np.ndarray):  # GPAW's operations; (3, 3) rows, without 2 pi
        self.reciprocal, self.shifts = reciprocal, symmetry.ft_sc
        turned = np.linalg.inv(symmetry.op_scc).round().astype(int)
        self.operations = np.concatenate([turned, -turned])  # the second half reverses time

    def images(self, k: np.ndarray) -> list:  # (operation, k-point)
        "Images in the closed wedge: several where k lies on the face of the zone"
        close = k - np.round(k) + SHIFTS
        length = ((close @ self.reciprocal) ** 2).sum(1)
        found = {}
        for c in close[length < length.min() + 1e-7]:
            turned = self.operations @ c
            best = int((turned @ self.reciprocal @ GENERIC).argmax())
            found.setdefault(tuple(np.round(turned[best], 6) + 0.0), (best, turned[best]))
        return list(found.values())

    def turn(self, operation: int, k: np.ndarray, g: np.ndarray) -> tuple:  # k (3,), g (G, 3), phases (G,)
        "Where an operation takes the plane waves of a k-point"
        k, g = self.operations[operation] @ k, g @ self.operations[operation].T
        return k, g, np.exp(2j * np.pi * (k + g) @ self.shifts[operation % len(self.shifts)])


class BlochBasis:
    "A small basis for the cell-periodic functions, and the Hamiltonian in it. Energies in Hartree, lengths in Bohr"

    def __init__(self, calc, ceiling: float, tolerance: float):  # GPAW (legacy, plane waves, converged); eV absolute; see `span`
        wfs, self.setups, self.positions = calc.wfs, calc.wfs.setups, calc.spos_ac
        self.grid, self.reciprocal = np.array(wfs.gd.N_c), 2 * np.pi * wfs.gd.icell_cv
        self.volume = abs(np.linalg.det(wfs.gd.cell_cv))
        self.wedge = Wedge(wfs.kd.symmetry, wfs.gd.icell_cv)
        self.span(self.periodic_parts(wfs, ceiling / Ha), tolerance)
        atoms = range(len(self.setups))
        self.atomic = block_diag(*[unpack_hermitian(calc.hamiltonian.dH_asp[a][0]) for a in atoms])  # (I, I)
        self.overlap = block_diag(*[s.dO_ii for s in self.setups])
        self.project(calc.hamiltonian.vt_sG[0])

    def waves(self, used: np.ndarray) -> np.ndarray:  # (G, 3) integers
        "Reciprocal lattice vectors of places in the FFT grid"
        return (np.array(np.unravel_index(used, self.grid)).T + self.grid // 2) % self.grid - self.grid // 2

    def periodic_parts(self, wfs, ceiling: float) -> np.ndarray:  # (functions, G)
        "Bloch functions below an energy, turned into the wedge"
        g = self.waves(np.arange(self.grid.prod()))
        reach = (2 * wfs.pd.ecut) ** 0.5 + max(np.linalg.norm(there @ self.reciprocal) for k in wfs.kd.ibzk_qc for _, there in self.wedge.images(k))
        inside = np.linalg.norm(g @ self.reciprocal, axis=1) < reach + 1e-6
        self.used, self.g, place = np.flatnonzero(inside), g[inside], np.cumsum(inside) - 1
        rows = []
        for state in wfs.kpt_u:
            k, used = wfs.kd.ibzk_qc[state.q], wfs.pd.Q_qG[state.q]
            g = self.waves(used)
            bands = int((state.eps_n < ceiling).sum())
            c = state.psit.array[:bands, :len(used)] * (self.volume**0.5 / self.grid.prod())
            for operation, there in self.wedge.images(k):
                turned, h, phases = self.wedge.turn(operation, k, g)
                h = h + np.round(turned - there).astype(int)
                full = np.zeros((bands, len(self.used)), complex)
                full[:, place[np.ravel_multi_index((h % self.grid).T, self.grid)]] = phases * (c if operation < len(self.wedge.shifts) else c.conj())
                rows.append(full)
        return np.concatenate(rows)

    def span(self, functions: np.ndarray, tolerance: float):
        "An orthonormal basis of the functions, without directions that hold less than `tolerance` of one of them"
        weight, vectors = np.linalg.eigh(functions.conj() @ functions.T)
        keep = weight > tolerance
        self.basis = (vectors[:, keep] / weight[keep] ** 0.5).T @ functions  # (b, G)

    def project(self, potential: np.ndarray):  # (FFT grid) Hartree
        "Local potential, kinetic energy and gradient between basis functions"
        bra, g = self.basis.conj(), self.g @ self.reciprocal
        moved = np.empty_like(self.basis)
        full = np.zeros(self.grid.prod(), complex)
        for i, function in enumerate(self.basis):
            full[self.used] = function
            moved[i] = fftn(ifftn(full.reshape(self.grid)) * potential).ravel()[self.used]
        self.fixed = bra @ moved.T + (bra * (0.5 * (g**2).sum(1))) @ self.basis.T
        self.gradient = np.array([(bra * g[:, v]) @ self.basis.T for v in range(3)])

    @cached_property
    def radial(self) -> list:  # for each atom [(transform, l)]
        "Fourier transforms of the projectors"
        done = {id(s): [(rescaled_fourier_bessel_transform(p), p.get_angular_momentum_number()) for p in s.pt_j] for s in self.setups}
        return [done[id(s)] for s in self.setups]

    @cached_property
    def phases(self) -> np.ndarray: return np.exp(2j * np.pi * self.g @ self.positions.T)  # (G, atoms)

    def projectors(self, k: np.ndarray) -> np.ndarray:  # (I, b)
        "Overlaps of the projectors with the basis functions at k"
        q = (self.g + k) @ self.reciprocal
        length = (q**2).sum(1) ** 0.5
        harmonics = [Y(n, *q.T) for n in range((max(l for rows in self.radial for _, l in rows) + 1) ** 2)]
        parts = {id(rows): [1j**l * f.map(length) * harmonics[n] for f, l in rows for n in range(l * l, (l + 1) ** 2)]
                 for rows in self.radial}
        bras = [part * self.phases[:, a] for a, rows in enumerate(self.radial) for part in parts[id(rows)]]
        return np.array(bras) @ self.basis.T / self.volume**0.5

    def solve(self, k: np.ndarray, bands: int) -> tuple:  # (bands,) eV; (I, bands)
        "Lowest eigenvalues at a k-point of the wedge, and the projections of their states"
        v = k @ self.reciprocal
        p = self.projectors(k)
        h = self.fixed + np.tensordot(v, self.gradient, 1) + p.conj().T @ self.atomic @ p
        h[np.diag_indices(len(h))] += 0.5 * v @ v
        s = p.conj().T @ self.overlap @ p
        s[np.diag_indices(len(s))] += 1
        energies, states = eigh(h, s, subset_by_index=(0, bands - 1), overwrite_a=True, overwrite_b=True)
        return energies * Ha, p @ states
