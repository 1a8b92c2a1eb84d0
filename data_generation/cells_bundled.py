"""Compute the cells of the bundled set: prototypes relaxed with the potential SevenNet-0.

    python cells_bundled.py --processes 2              # resumable: one JSON per finished crystal in work/
    python cells_bundled.py --list                     # the candidates

`phonon_bundled.py` computes their phonons. See README.md beside this file.
"""

import json
import os
import warnings
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core a process, before torch loads

import numpy as np
import spglib
from pymatgen.core import Lattice, Structure

import records
from prototypes import PROTOTYPES, Crystal, build, candidates, strain

warnings.filterwarnings("ignore", message="No tensor product accelerator")  # one CPU core: there is none

BUNDLE = Path(__file__).resolve().parents[1] / "dostransformer" / "data" / "bundled" / "phonon.json.gz"
SUFFIX = ".cell"


@dataclass(frozen=True)
class Settings:
    "Everything that decides a number of a cell"
    potential: str = "7net-0"  # SevenNet-0 (11 July 2024), weights inside the sevenn wheel
    relax_fmax: float = 1e-3  # largest force, eV/Å
    relax_steps: int = 500
    max_volume_change: float = 0.3  # relaxed against guessed; beyond: another structure than intended
    symprec: float = 1e-3  # Å, symmetry of relaxed cells
    symprec_label: float = 0.1  # Å, for crystal_system and space_group as stored


@cache
def calculator(potential: str):  # -> ase Calculator
    "The potential, loaded once a process"
    import torch
    from sevenn.calculator import SevenNetCalculator
    torch.set_num_threads(1)
    return SevenNetCalculator(potential, device="cpu")


def symmetry(structure: Structure, symprec: float):  # -> spglib dataset
    "Symmetry of a structure"
    cell = (structure.lattice.matrix, structure.frac_coords, [s.Z for s in structure.species])
    return spglib.get_symmetry_dataset(cell, symprec=symprec)


def system_of(number: int) -> str:  # lower case
    "Crystal system of a space group number"
    bounds = ((2, "triclinic"), (15, "monoclinic"), (74, "orthorhombic"), (142, "tetragonal"),
              (167, "trigonal"), (194, "hexagonal"), (230, "cubic"))
    return next(name for last, name in bounds if number <= last)


def standardise(structure: Structure, symprec: float, primitive: bool) -> Structure:
    "Idealised standard cell"
    cell = (structure.lattice.matrix, structure.frac_coords, [s.Z for s in structure.species])
    matrix, coords, numbers = spglib.standardize_cell(cell, to_primitive=primitive, no_idealize=False,
                                                      symprec=symprec)
    return Structure(Lattice(matrix), numbers, coords)


def relax(structure: Structure, settings: Settings, cell: bool = True) -> tuple:  # (Structure, eV/atom)
    "Relax positions, and the cell too unless told not to, keeping the symmetry"
    from ase import Atoms
    from ase.constraints import FixSymmetry
    from ase.filters import FrechetCellFilter
    from ase.optimize import BFGS
    atoms = Atoms([s.symbol for s in structure.species], scaled_positions=structure.frac_coords,
                  cell=structure.lattice.matrix, pbc=True)
    atoms.set_constraint(FixSymmetry(atoms, symprec=settings.symprec))
    atoms.calc = calculator(settings.potential)
    target = FrechetCellFilter(atoms) if cell else atoms
    if not BFGS(target, logfile=None, maxstep=0.1).run(fmax=settings.relax_fmax, steps=settings.relax_steps):
        raise records.Rejected(f"not relaxed to {settings.relax_fmax} eV/Å in {settings.relax_steps} steps")
    relaxed = Structure(Lattice(atoms.cell.array), atoms.get_chemical_symbols(), atoms.get_scaled_positions())
    return relaxed, float(atoms.get_potential_energy()) / len(atoms)


def prepare(crystal: Crystal, settings: Settings) -> tuple:  # (conventional Structure, eV/atom)
    "From the guess to the relaxed crystal, checked to be still the one we meant"
    guess = build(crystal)
    primitive = standardise(guess, settings.symprec, primitive=True)
    relaxed, energy = relax(primitive, settings)
    change = (relaxed.volume / len(relaxed)) / (guess.volume / len(guess)) - 1
    if abs(change) > settings.max_volume_change:
        raise records.Rejected(f"volume changed by {change:+.0%} from the guess")
    number, found = PROTOTYPES[crystal.prototype].number, symmetry(relaxed, settings.symprec_label).number
    if found != number:
        raise records.Rejected(f"relaxed into space group {found} (at {settings.symprec_label} Å), meant {number}")
    conventional = standardise(relaxed, settings.symprec, primitive=False)
    if not crystal.strain: return conventional, energy
    deformed = standardise(strain(conventional, crystal.strain), settings.symprec, primitive=True)
    deformed, energy = relax(deformed, settings, cell=False)
    system = system_of(symmetry(deformed, settings.symprec_label).number)
    if system != crystal.strain: raise records.Rejected(f"strained cell is {system}, meant {crystal.strain}")
    return standardise(deformed, settings.symprec, primitive=False), energy


def describe(crystal: Crystal, structure: Structure, energy: float, settings: Settings) -> dict:
    "The record's facts about the crystal itself"
    primitive = standardise(structure, settings.symprec, primitive=True)
    label = symmetry(primitive, settings.symprec_label)
    coords = np.mod(np.round(np.mod(primitive.frac_coords, 1), 6), 1) + 0.0
    return {"id": crystal.id, "formula": crystal.formula, "prototype": crystal.prototype,
            "strain": crystal.strain or None,
            "structure": {"lattice": np.round(primitive.lattice.matrix, 6).tolist(),
                          "species": [s.symbol for s in primitive.species], "frac_coords": coords.tolist()},
            "n_atoms": len(primitive), "n_species": len(primitive.composition),
            "space_group": label.international, "space_group_number": int(label.number),
            "crystal_system": system_of(label.number), "energy_per_atom": round(energy, 5)}


def compute(crystal: Crystal, settings: Settings) -> dict:  # what the set says about a crystal apart from its spectrum
    "Relax and describe"
    return describe(crystal, *prepare(crystal, settings), settings)


def work(crystal: Crystal, settings: Settings, folder: Path) -> dict:  # the record as written
    "Compute one cell and write its record, whatever the outcome"
    record = {"id": crystal.id, "settings": asdict(settings), "date": date.today().isoformat()}
    return records.outcome(record, lambda: {"entry": compute(crystal, settings)}, lambda r: records.write_atomic(
        folder / f"{crystal.id}{SUFFIX}.json", json.dumps(r, indent=1).encode()))


def report(record: dict) -> str:  # one log line
    "What happened to a crystal"
    if record["status"] != "done": return f"{record['id']}: {record['status'].upper()}: {record['reason']}"
    e = record["entry"]
    return f"{e['id']}: {e['space_group']} {e['crystal_system']}, {e['n_atoms']} atoms, {e['energy_per_atom']} eV/atom"


def cost(crystal: Crystal) -> float:
    "Effort for a crystal, arbitrary unit"
    return len(build(crystal))


def main():
    "Command line"
    parser = records.arguments(__doc__)
    parser.add_argument("--list", action="store_true", help="print the candidates and stop")
    args = parser.parse_args()
    settings = Settings()
    crystals = [c for c in candidates() if any(text in c.id for text in args.only.split(","))]
    if args.list: return print("\n".join(c.id for c in crystals))
    shipped = records.read_bundle(BUNDLE)
    known = {e["id"] for e in shipped["crystals"]} | set(shipped["header"]["rejected"])
    todo = [c for c in crystals if c.id not in known and not records.finished(args.work / f"{c.id}{SUFFIX}.json", asdict(settings))]
    print(f"{len(crystals)} candidates, {len(todo)} to do, {args.processes} process(es)", flush=True)
    todo = records.in_turn(todo, cost, lambda c: c.strain or system_of(PROTOTYPES[c.prototype].number))
    records.run(todo, partial(work, settings=settings, folder=args.work), report, args.processes)


if __name__ == "__main__": main()
