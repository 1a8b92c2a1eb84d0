"""The universal potential Nequix-OAM-PFT on one CPU core: energy, forces and stress of a crystal.

The network and its kernel are those of the package (pages *A potential as encoder* and *Messages in C++*); this adds neighbours, stress and
sums in double precision, and a comparison with the reference implementation (`python potential.py FILE`).

    potential = Potential.load("nequix-oam-1-pft.nqx")
    energy, forces, stress = potential(numbers, positions, cell)

Needs the package, matscipy (neighbours) and a C++ compiler.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from fastcore.basics import AttrDict
from matscipy.neighbours import neighbour_list

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # this checkout's package
from dostransformer.model.nequip import NequIP, read_potential


@dataclass
class Potential:
    "Energy of a crystal and its derivatives"
    network: NequIP

    @classmethod
    def load(cls, path: Path):
        "Read a weights file of the package nequix, and compile the kernel"
        network = read_potential(path)
        network.build()
        return cls(network)

    def bonds(self, numbers, positions, cell, skin: float = 0.0) -> tuple:
        "Neighbours within the cutoff, sorted by atom and length: dst, src, shifts (E, 3)"
        i, j, d, shifts = neighbour_list("ijdS", positions=positions, cell=cell, pbc=[True] * 3, cutoff=self.network.config.cutoff + skin,
                                         numbers=np.asarray(numbers, np.int32))
        order = np.lexsort((np.round(d, 3), i))
        return i[order].astype(np.int64), j[order].astype(np.int64), shifts[order]

    def __call__(self, numbers, positions, cell, bonds: tuple | None = None) -> tuple:
        "Energy eV, forces (N, 3) eV/Å, stress (3, 3) eV/Å³"
        dst, src, shifts = bonds or self.bonds(numbers, positions, cell)
        vectors = torch.tensor(positions[src] + shifts @ cell - positions[dst], dtype=torch.float32)
        energies, forces, strain = self.network.slopes(AttrDict(
            z=torch.as_tensor(np.asarray(numbers, np.int64)), edge_index=torch.from_numpy(np.stack([src, dst])), edge_vec=vectors))
        return float(energies.double().sum()), forces.numpy(), strain.numpy() / abs(np.linalg.det(cell))


# ---- check -----------------------------------------------------------------------------------------------

def check(path: Path):
    "Compare with the package nequix (PyTorch backend, no kernels) on twenty disturbed crystals, and time both"
    import time
    from ase.build import bulk
    from nequix.calculator import NequixCalculator
    torch.set_num_threads(1)
    ours, theirs, rng = Potential.load(path), NequixCalculator(model_path=path, backend="torch", use_kernel=False), np.random.default_rng(0)
    cells = [bulk(e, cubic=c) for e in ("Al", "Cu", "W", "Si", "Pb", "Na") for c in (False, True)]
    cells += [bulk(f, s, a=a, cubic=True) for f, s, a in (("NaCl", "rocksalt", 5.64), ("MgO", "rocksalt", 4.21), ("CsCl", "cesiumchloride", 4.12),
                                                      ("GaAs", "zincblende", 5.65), ("CaF2", "fluorite", 5.46), ("LiH", "rocksalt", 4.08))]
    cells += [bulk("ZnO", "wurtzite", a=3.25, c=5.2), bulk("NaCl", "rocksalt", a=5.64, cubic=True) * (2, 2, 2)]
    for atoms in cells:
        atoms.positions += rng.normal(0, 0.05, atoms.positions.shape)
        atoms.calc = theirs
        theirs.reset()
        clock = time.perf_counter()
        e, f, s = atoms.get_potential_energy(), atoms.get_forces(), atoms.get_stress(voigt=False)
        reference, clock = time.perf_counter() - clock, time.perf_counter()
        e2, f2, s2 = ours(atoms.numbers, atoms.positions, atoms.cell.array)
        print(f"{atoms.get_chemical_formula():10} {len(atoms):4} atoms: energy {abs(e2 - e) / len(atoms):.1e} eV/atom, forces {abs(f2 - f).max():.1e} "
              f"eV/Å, stress {abs(s2 - s).max():.1e} eV/Å³; {1e3 * (time.perf_counter() - clock):.0f} ms, reference {1e3 * reference:.0f} ms", flush=True)
        assert abs(e2 - e) < 1e-5 * len(atoms) and abs(f2 - f).max() < 5e-5 and abs(s2 - s).max() < 1e-5


if __name__ == "__main__":
    check(Path(sys.argv[1]))
