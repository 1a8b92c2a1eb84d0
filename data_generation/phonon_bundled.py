"""Compute the bundled phonon DOS set: relax prototypes with a potential, phonopy, smooth, collect.

    python phonon_bundled.py --processes 2             # resumable: one JSON per finished crystal in work/
    python phonon_bundled.py --collect                 # writes dostransformer/data/bundled/phonon.json.gz

See README.md beside this file for what is computed and how good it is.
"""

import hashlib
import json
import os
import sys
import time
import traceback
import warnings
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

for name in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS"):  # one core a process: numpy, torch; phonopy's Rust part
    os.environ.setdefault(name, "1")  # before they load

import numpy as np
import spglib
from pymatgen.core import Lattice, Structure
from scipy.signal import savgol_filter

import records
from prototypes import PROTOTYPES, Crystal, build, candidates, strain

warnings.filterwarnings("ignore", message="primitive_matrix defaulted")  # we do mean 'auto'
warnings.filterwarnings("ignore", message="Mesh .* incompatible")  # a generalised regular grid is as good
warnings.filterwarnings("ignore", message="No tensor product accelerator")  # one CPU core: there is none

HERE = Path(__file__).resolve().parent
BUNDLE = HERE.parent / "dostransformer" / "data" / "bundled" / "phonon.json.gz"
CM1_PER_THZ = 33.35640951981521  # 1e12 Hz / (c in cm/s): exact definition of the metre and second
PACKAGES = ("sevenn", "phonopy", "torch", "e3nn", "ase", "spglib", "pymatgen-core", "numpy", "scipy")
LICENSE = ("Computed for dostransformer by its authors with a universal potential: structures from textbook "
           "prototypes, no row taken from a database. Data: CC-BY-4.0; the script that made it: Apache-2.0.")
DATA_FORMAT = "dostransformer-bundled-phonon/1"
REACH = 4.0  # Å: crystals with an atom that has no neighbour this near are computed but left out, the model cannot see them


@dataclass(frozen=True)
class Settings:
    "Everything that decides a number in the set"
    potential: str = "7net-0"  # SevenNet-0 (11 July 2024), weights inside the sevenn wheel
    relax_fmax: float = 1e-3  # largest force, eV/Å
    relax_steps: int = 500
    max_volume_change: float = 0.3  # relaxed against guessed; beyond: another structure than intended
    supercell_width: float = 9.0  # Å, smallest distance between opposite faces
    max_supercell: int = 400  # atoms
    displacement: float = 0.02  # Å, finite differences
    mesh_length: float = 100.0  # Å, phonopy's mesh density; Gamma-centred, tetrahedron method
    imaginary_limit: float = 10.0  # cm-1: one mode further below zero rejects the crystal
    imaginary_noise: float = 3.0  # cm-1: modes further below zero than this are counted ...
    max_fraction_imaginary: float = 0.005  # ... and more of them than this share reject the crystal
    max_fraction_above: float = 0.02  # of the modes above the grid's last point
    symprec: float = 1e-3  # Å, symmetry of relaxed cells
    symprec_label: float = 0.1  # Å, for crystal_system and space_group as stored
    savgol_window: int = 101  # points on a 1 cm-1 grid
    savgol_order: int = 3
    grid_stop: int = 1000  # cm-1
    grid_step: int = 20  # cm-1


class Rejected(Exception):
    "A crystal that does not enter the set, with the reason"


# ---- potential -------------------------------------------------------------------------------------

@cache
def calculator(potential: str):  # -> ase Calculator
    "The potential, loaded once a process"
    import torch
    from sevenn.calculator import SevenNetCalculator
    torch.set_num_threads(1)
    return SevenNetCalculator(potential, device="cpu")


def environment(settings: Settings) -> dict:  # package versions and the potential's hash
    "What computed the numbers"
    import sevenn._const as const
    known = {"7net-0": const.SEVENNET_0_11Jul2024, "7net-l3i5": const.SEVENNET_l3i5}
    checkpoint = Path(known[settings.potential])
    return {"python": sys.version.split()[0], "packages": {p: version(p) for p in PACKAGES},
            "checkpoint": checkpoint.name,
            "checkpoint_sha256": hashlib.sha256(checkpoint.read_bytes()).hexdigest()}


# ---- structure -------------------------------------------------------------------------------------

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
        raise Rejected(f"not relaxed to {settings.relax_fmax} eV/Å in {settings.relax_steps} steps")
    relaxed = Structure(Lattice(atoms.cell.array), atoms.get_chemical_symbols(), atoms.get_scaled_positions())
    return relaxed, float(atoms.get_potential_energy()) / len(atoms)


def prepare(crystal: Crystal, settings: Settings) -> tuple:  # (conventional Structure, eV/atom)
    "From the guess to the relaxed crystal, checked to be still the one we meant"
    guess = build(crystal)
    primitive = standardise(guess, settings.symprec, primitive=True)
    relaxed, energy = relax(primitive, settings)
    change = (relaxed.volume / len(relaxed)) / (guess.volume / len(guess)) - 1
    if abs(change) > settings.max_volume_change:
        raise Rejected(f"volume changed by {change:+.0%} from the guess")
    number, found = PROTOTYPES[crystal.prototype].number, symmetry(relaxed, settings.symprec_label).number
    if found != number:
        raise Rejected(f"relaxed into space group {found} (at {settings.symprec_label} Å), meant {number}")
    conventional = standardise(relaxed, settings.symprec, primitive=False)
    if not crystal.strain: return conventional, energy
    deformed = standardise(strain(conventional, crystal.strain), settings.symprec, primitive=True)
    deformed, energy = relax(deformed, settings, cell=False)
    system = system_of(symmetry(deformed, settings.symprec_label).number)
    if system != crystal.strain: raise Rejected(f"strained cell is {system}, meant {crystal.strain}")
    return standardise(deformed, settings.symprec, primitive=False), energy


# ---- phonons ---------------------------------------------------------------------------------------

def supercell_of(structure: Structure, width: float) -> list[int]:  # repeats along a, b, c
    "Smallest diagonal supercell whose opposite faces are at least `width` Å apart"
    m = structure.lattice.matrix
    heights = [structure.volume / np.linalg.norm(np.cross(m[i - 2], m[i - 1])) for i in range(3)]
    return [int(np.ceil(width / h - 1e-6)) for h in heights]


def displaced_cells(structure: Structure, settings: Settings):  # -> Phonopy, before any force
    "The supercells whose forces are needed"
    from phonopy import Phonopy
    from phonopy.structure.atoms import PhonopyAtoms
    repeats = supercell_of(structure, settings.supercell_width)
    size = int(np.prod(repeats)) * len(structure)
    if size > settings.max_supercell: raise Rejected(f"supercell {repeats} has {size} atoms")
    cell = PhonopyAtoms(symbols=[s.symbol for s in structure.species], cell=structure.lattice.matrix,
                        scaled_positions=structure.frac_coords)
    phonon = Phonopy(cell, supercell_matrix=np.diag(repeats), primitive_matrix="auto", symprec=settings.symprec)
    phonon.generate_displacements(distance=settings.displacement)
    return phonon


def phonons(structure: Structure, settings: Settings):  # -> Phonopy with force constants
    "Force constants by finite displacements"
    from ase import Atoms
    phonon = displaced_cells(structure, settings)
    forces = []
    for displaced in phonon.supercells_with_displacements:
        atoms = Atoms(displaced.symbols, scaled_positions=displaced.scaled_positions, cell=displaced.cell,
                      pbc=True, calculator=calculator(settings.potential))
        forces.append(atoms.get_forces())
    phonon.forces = np.array(forces)  # (displacements, atoms, 3)
    phonon.produce_force_constants(show_drift=False)
    phonon.symmetrize_force_constants(level=3, show_drift=False)
    return phonon


def raw_dos(phonon, settings: Settings) -> dict:  # 1 cm-1 grid, mode statistics, heat capacity
    "Density of states on a 1 cm-1 grid, and what the mesh says about stability"
    phonon.run_mesh(settings.mesh_length, is_gamma_center=True)
    frequencies = phonon.mesh.frequencies * CM1_PER_THZ  # (q, 3N)
    weights = np.repeat(phonon.mesh.weights[:, None], frequencies.shape[1], 1)  # (q, 3N)
    lowest, highest = float(frequencies.min()), float(frequencies.max())
    above = float(weights[frequencies > settings.grid_stop].sum() / weights.sum())
    imaginary = float(weights[frequencies < -settings.imaginary_noise].sum() / weights.sum())
    if lowest < -settings.imaginary_limit or imaginary > settings.max_fraction_imaginary:
        raise Rejected(f"imaginary modes: lowest {lowest:.0f} cm-1, {imaginary:.2%} of modes below "
                       f"{-settings.imaginary_noise:g} cm-1")
    if above > settings.max_fraction_above:
        raise Rejected(f"{above:.1%} of the modes lie above {settings.grid_stop} cm-1 (highest {highest:.0f})")
    wanted = np.arange(settings.grid_stop + 1.0)  # (1001,) cm-1
    phonon.run_total_dos(freq_min=0.0, freq_max=settings.grid_stop / CM1_PER_THZ, freq_pitch=1 / CM1_PER_THZ,
                         use_tetrahedron_method=True)
    density = np.interp(wanted, phonon.total_dos.frequency_points * CM1_PER_THZ, phonon.total_dos.dos)
    phonon.run_thermal_properties(temperatures=[300.0], cutoff_frequency=0.01)
    return {"density": density, "lowest": lowest, "highest": highest, "above": above,
            "mesh": [int(n) for n in phonon.mesh.mesh_numbers],
            "heat_capacity": float(phonon.thermal_properties.heat_capacity[0])}


def spectrum(density: np.ndarray, settings: Settings) -> np.ndarray:  # (1001,) -> (51,)
    "Savitzky-Golay on the 1 cm-1 grid, clip at zero, every 20th point, maximum one"
    smooth = savgol_filter(density, settings.savgol_window, settings.savgol_order)
    coarse = np.clip(smooth, 0, None)[:: settings.grid_step]  # (51,)
    return coarse / coarse.max()


# ---- one crystal -----------------------------------------------------------------------------------

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


def compute(crystal: Crystal, settings: Settings) -> dict:  # one entry of the set
    "Relax, phonons, spectrum"
    start = time.perf_counter()
    structure, energy = prepare(crystal, settings)
    phonon = phonons(structure, settings)
    dos = raw_dos(phonon, settings)
    entry = describe(crystal, structure, energy, settings)
    n_modes = 3 * len(phonon.primitive)
    if n_modes != 3 * entry["n_atoms"]: raise RuntimeError("phonopy and spglib disagree on the primitive cell")
    return entry | {
        "dos": np.round(spectrum(dos["density"], settings), 4).tolist(),
        "max_frequency": round(dos["highest"], 1), "min_frequency": round(dos["lowest"], 2),
        "fraction_above_grid": round(dos["above"], 4),
        "heat_capacity_300K": round(dos["heat_capacity"], 3), "supercell": np.diag(phonon.supercell_matrix).tolist(),
        "supercell_atoms": len(phonon.supercell), "displacements": len(phonon.supercells_with_displacements),
        "mesh": dos["mesh"], "seconds": round(time.perf_counter() - start, 1)}


def work(crystal: Crystal, settings: Settings, folder: Path) -> dict:  # the record as written
    "Compute one crystal and write its record, whatever the outcome"
    record = {"id": crystal.id, "settings": asdict(settings), "environment": environment(settings),
              "date": date.today().isoformat()}
    try: record |= {"status": "done", "entry": compute(crystal, settings)}
    except Rejected as e: record |= {"status": "rejected", "reason": str(e)}
    except Exception as e:
        record |= {"status": "failed", "reason": f"{type(e).__name__}: {e}", "trace": traceback.format_exc()}
    records.write_atomic(folder / f"{crystal.id}.json", json.dumps(record, indent=1).encode())
    return record


def report(record: dict) -> str:  # one log line
    "What happened to a crystal"
    if record["status"] != "done": return f"{record['id']}: {record['status'].upper()}: {record['reason']}"
    e = record["entry"]
    return (f"{e['id']}: {e['space_group']} {e['crystal_system']}, max {e['max_frequency']} cm-1, "
            f"min {e['min_frequency']}, {e['displacements']} × {e['supercell_atoms']} atoms, {e['seconds']} s")


def cost(crystal: Crystal, settings: Settings) -> float:  # bonds to evaluate, arbitrary unit
    "Effort for a crystal, guessed from its unrelaxed cell: displacements × atoms × neighbours"
    structure, proto = build(crystal), PROTOTYPES[crystal.prototype]
    system = crystal.strain or system_of(proto.number)
    directions = {"cubic": 1, "hexagonal": 2, "trigonal": 3, "tetragonal": 3, "orthorhombic": 4}.get(system, 6)
    atoms = len(structure) * np.prod(supercell_of(structure, settings.supercell_width))
    return float(directions * len(proto.sites) * atoms * len(structure) / structure.volume)


# ---- collect ---------------------------------------------------------------------------------------

def split(entries: list) -> dict:  # {"train": ids, "valid": ids, "test": ids}
    "About 70/15/15: formulas dealt in turn, system by system, so that twins of a formula stay together"
    deal = ("train", "valid", "train", "train", "test", "train", "train")
    systems = [e["crystal_system"] for e in entries]
    groups = {}
    for e in entries: groups.setdefault(e["formula"], []).append(e)

    def order(formula):  # rarest system of the group first; within a system by hash
        system = min({e["crystal_system"] for e in groups[formula]}, key=lambda s: (systems.count(s), s))
        return systems.count(system), system, hashlib.sha256(formula.encode()).hexdigest()

    parts = {p: [] for p in ("train", "valid", "test")}
    for i, formula in enumerate(sorted(groups, key=order)):
        parts[deal[i % len(deal)]] += [e["id"] for e in groups[formula]]
    return {p: sorted(ids) for p, ids in parts.items()}


def is_loose(entry: dict) -> bool:
    "Has the crystal an atom without a neighbour within `REACH`?"
    s = entry["structure"]
    near = Structure(s["lattice"], s["species"], s["frac_coords"]).get_neighbor_list(REACH)[0]
    return len(set(near.tolist())) < entry["n_atoms"]


def collect(crystals: list, settings: Settings, folder: Path, target: Path) -> dict:  # the bundle
    "Put finished records into one deterministic file"
    paths = [folder / f"{c.id}.json" for c in crystals]
    found = [json.loads(p.read_bytes()) for p in paths if records.finished(p, asdict(settings))]
    done = [r for r in found if r["status"] == "done"]
    if not done: raise SystemExit("nothing finished yet: run without --collect first")
    if len({json.dumps(r["environment"], sort_keys=True) for r in done}) > 1:
        raise SystemExit("records come from different package versions: compute them again in one environment")
    entries = sorted((r["entry"] for r in done if not is_loose(r["entry"])), key=lambda e: e["id"])
    content = {"crystals": entries, "splits": split(entries)}
    rejected = {r["id"]: r["reason"] for r in sorted(found, key=lambda r: r["id"]) if r["status"] == "rejected"}
    rejected |= {r["id"]: f"an atom has no neighbour within {REACH} Å" for r in done if is_loose(r["entry"])}
    header = {"format": DATA_FORMAT, "license": LICENSE, "date": max(r["date"] for r in done),
              "units": {"grid": "cm-1", "dos": "maximum 1", "max_frequency": "cm-1", "min_frequency": "cm-1",
                        "lattice": "Å", "energy_per_atom": "eV",
                        "heat_capacity_300K": "J/K per mole of primitive cells", "seconds": "one core"},
              "settings": asdict(settings), "environment": done[0]["environment"],
              "n_crystals": len(entries), "rejected": rejected}
    grid = {"start": 0.0, "stop": float(settings.grid_stop), "n": settings.grid_stop // settings.grid_step + 1,
            "unit": "cm-1", "label": "Frequency"}
    records.write_bundle(target, header, content, grid=grid)
    return records.read_bundle(target)


def summary(bundle: dict, target: Path) -> str:  # table for people
    "What is in the file"
    part = {i: p for p, ids in bundle["splits"].items() for i in ids}
    lines = [f"{'id':44} {'space group':11} {'system':12} {'atoms':>5} {'max cm-1':>8} {'s':>6}  part"]
    lines += [f"{e['id']:44} {e['space_group']:11} {e['crystal_system']:12} {e['n_atoms']:5} "
              f"{e['max_frequency']:8.1f} {e['seconds']:6.1f}  {part[e['id']]}" for e in bundle["crystals"]]
    lines += [f"rejected {i}: {why}" for i, why in bundle["header"]["rejected"].items()]
    for key in ("crystal_system", "n_species"):
        for p in ("train", "valid", "test"):
            values = [e[key] for e in bundle["crystals"] if part[e["id"]] == p]
            lines.append(f"{p:5} {len(values):3}  " + ", ".join(f"{v} {values.count(v)}" for v in sorted(set(values))))
    elements = sorted({s for e in bundle["crystals"] for s in e["structure"]["species"]})
    lines.append(f"{len(elements)} elements: " + " ".join(elements))
    seconds = sorted(e["seconds"] for e in bundle["crystals"])
    lines.append(f"{len(seconds)} crystals, {sum(seconds):.0f} s, median {seconds[len(seconds) // 2]} s; "
                 f"{target.name} {target.stat().st_size} bytes, content sha256 {bundle['header']['content_sha256']}")
    return "\n".join(lines)


def main():
    "Command line"
    parser = records.arguments(__doc__)
    parser.add_argument("--potential", default=Settings.potential, choices=("7net-0", "7net-l3i5"))
    parser.add_argument("--list", action="store_true", help="print the candidates and stop")
    parser.add_argument("--target", type=Path, default=BUNDLE, help="where --collect writes")
    args = parser.parse_args()
    settings = Settings(potential=args.potential)
    records.unpack(BUNDLE, args.work)
    crystals = [c for c in candidates() if any(text in c.id for text in args.only.split(","))]
    if args.list: print("\n".join(c.id for c in crystals))
    elif args.collect: print(summary(collect(crystals, settings, args.work, args.target), args.target))
    else:
        todo = [c for c in crystals if not records.finished(args.work / f"{c.id}.json", asdict(settings))]
        print(f"{len(crystals)} candidates, {len(todo)} to do, {args.processes} process(es)", flush=True)
        print(json.dumps(asdict(settings) | environment(settings)), flush=True)
        todo = records.in_turn(todo, partial(cost, settings=settings),
                               lambda c: c.strain or system_of(PROTOTYPES[c.prototype].number))
        records.run(todo, partial(work, settings=settings, folder=args.work), report, args.processes)


if __name__ == "__main__": main()
