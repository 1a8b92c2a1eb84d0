"""Electron spectra from tight binding with universal parameters, for `electrons.py`: nothing is trained, nothing is made self-consistent.

    pip install dptb torch_scatter      # DeePTB 2.2.1; it asks for torch 2.12.1 at most, so best into an environment of its own

The parameters are DeePTB's `base_poly4`: on-site energies, Slater–Koster hoppings and overlaps of s, p and d orbitals for all pairs of 75
elements. An orbital without an on-site energy there is left out, so are its electrons. Charges do not flow between atoms.
"""
from functools import cache
from importlib.resources import files
from time import process_time

import numpy as np
import spglib
import torch
from pymatgen.core import Element, Structure

from dostransformer.spectra.electron import preprocess
from dostransformer.spectra.grid import EnergyGrid

GRID = EnergyGrid(-9.975, 5.975, 320, 'eV')  # bins around the zero of energy
METAL = 0.05  # eV
KPOINTS = 3.0  # points per Å⁻¹ of the reciprocal lattice
WIDTH = 0.1  # eV, σ of a state
ALONE = 1e-3  # least eigenvalue of the overlap that is kept


@cache
def parameters() -> tuple[str, dict[str, list[str]]]:  # path; element -> its orbitals
    "The file of the parameters, and which orbitals they know"
    path = str(files('dptb') / 'nn' / 'dftb' / 'base_poly4.pth')
    content = torch.load(path, map_location='cpu', weights_only=True)
    elements = sorted(content['config']['common_options']['basis'], key=lambda e: Element(e).Z)  # as their rows are
    levels = content['model_state_dict']['onsite_param'][..., 0]
    return path, {e: [l for l, x in zip('spd', row) if x != 0] for e, row in zip(elements, levels)}


@cache
def model():
    "The parameters of all elements as a network of DeePTB"
    from dptb.nn.build import build_model
    path, orbitals = parameters()
    return build_model(path, common_options={'basis': orbitals, 'overlap': True}, no_check=True)


def electrons_of(element: str, orbitals: list[str]) -> int:
    "Valence electrons in these orbitals"
    group = Element(element).group
    if element == 'He': return 2
    return group if group < 12 or (group == 12 and 'd' in orbitals) else group - 10


def mesh_of(structure: Structure) -> tuple[np.ndarray, np.ndarray]:  # (k, 3), (k,) adding up to 1
    "Irreducible points of an even mesh around Γ"
    size = 2 * np.ceil(KPOINTS * np.array(structure.lattice.reciprocal_lattice.abc) / 2).astype(int)
    cell = structure.lattice.matrix, structure.frac_coords, structure.atomic_numbers
    of, points = spglib.get_ir_reciprocal_mesh(size, cell, is_shift=[0, 0, 0], symprec=1e-3)
    kept, times = np.unique(of, return_counts=True)
    return points[kept] / size, times / times.sum()


def bands(structure: Structure) -> tuple[np.ndarray, np.ndarray]:  # (k, bands) eV, inf where there is none; (k,)
    "Eigenvalues of the generalised problem; directions that are nearly none, for neighbours' orbitals are alike, are left out"
    from dptb.postprocess.unified.system import TBSystem
    system = TBSystem(structure.to_ase_atoms(), model())
    points, weight = mesh_of(structure)
    levels = []
    for part in np.array_split(points, np.ceil(len(points) / 1024)):
        with torch.no_grad(): h, s = (x.numpy() for x in system.calculator.get_hk(system.data, part))
        for H, S in zip(h, s):
            w, u = np.linalg.eigh(S)
            x = u[:, w > ALONE] / np.sqrt(w[w > ALONE])
            e = np.linalg.eigvalsh(x.conj().T @ H @ x)
            levels.append(np.pad(e, (0, len(S) - len(e)), constant_values=np.inf))
    return np.array(levels, float), weight


def spectrum(structure: Structure) -> dict:  # 'curve' (201,) from 0 to 1, 'gap' eV, 'seconds' of one core
    "The target of `ELECTRON_GRID`, with its zero at the highest occupied state or, in a metal, at the Fermi energy"
    orbitals, began = parameters()[1], process_time()
    e, weight = bands(structure)
    n = sum(electrons_of(s.specie.symbol, orbitals[s.specie.symbol]) for s in structure)
    gap = 0.0
    if n % 2 == 0: gap = e[:, n // 2].min() - e[:, n // 2 - 1].max() if e.shape[1] > n // 2 else np.inf
    if gap > METAL: zero = e[:, n // 2 - 1].max()
    else:
        gap, order = 0.0, np.argsort(e, axis=None)
        filled = 2 * np.broadcast_to(weight[:, None], e.shape).ravel()[order].cumsum()
        zero = e.ravel()[order][np.searchsorted(filled, n - 1e-6)]
    near = abs(e - zero) < 12
    x, w = GRID.energies[:, None] - (e - zero)[near], np.broadcast_to(weight[:, None], e.shape)[near]
    density = 2 * (np.exp(-0.5 * (x / WIDTH)**2) @ w) / (WIDTH * np.sqrt(2 * np.pi))  # states/eV and cell
    return {'curve': preprocess(GRID.energies, density, 0.0)[0], 'gap': float(gap), 'seconds': process_time() - began}
