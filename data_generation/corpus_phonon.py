"""Compute the phonons of the corpus: relax a candidate with a potential, phonopy, total and site-resolved spectra.

    python corpus_phonon.py --phonon-data FOLDER --potential FILE --processes 2    # until all is done; resumable, see README.md
    python corpus_phonon.py --phonon-data FOLDER --potential FILE --only id1,id2   # these again, printed and not kept

One record for each finished crystal in work/; `corpus_files.py` packs them into shards.
"""

import os

for name in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS"):  # one core a process
    os.environ.setdefault(name, "1")  # before numpy, torch and phonopy load

import argparse
import hashlib
import sys
import time
import warnings
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

import numpy as np
import spglib
import torch
from ase import Atoms
from ase.calculators.calculator import Calculator, all_changes
from ase.constraints import FixSymmetry
from ase.filters import UnitCellFilter
from ase.optimize import BFGS
from ase.stress import full_3x3_to_voigt_6_stress
from phonopy import Phonopy
from phonopy.phonon.spectrum import TetrahedronDOSAccumulator
from phonopy.structure.atoms import PhonopyAtoms
from pymatgen.core import Lattice, Structure

import corpus_files as files
import records
from candidates import Candidate, load_candidates, matches_held_out, starting_structure
from potential import Potential

warnings.filterwarnings("ignore")

CM1_PER_THZ = 33.35640951981521  # 1e12 Hz / (c in cm/s): exact definition of the metre and second
KELVIN_PER_CM1 = 1.438776877  # h c / k_B
GAS = 8.31446261815324  # J/(K mol)
PACKAGES = ("phonopy", "torch", "ase", "spglib", "pymatgen-core", "numpy", "matscipy")


@dataclass(frozen=True)
class Settings:
    "Everything that decides a number of the phonon half"
    potential: str = "nequix-oam-1-pft"
    relax_fmax: float = 2e-3  # largest force eV/Å; and largest stress × volume / atoms, as the cell filter has it
    relax_steps: int = 250
    max_volume_change: float = 1.0  # |log2| of the relaxed volume over the guessed one
    compression: float = 0.96  # of the relaxed volume, at which phonons are computed: PBE's cells are too large, and its phonons too soft
    supercell_width: float = 11.0  # Å, smallest distance between opposite faces
    max_supercell: int = 600  # atoms
    displacement: float = 0.02  # Å, finite differences
    mesh_length: float = 60.0  # Å, phonopy's mesh density; Gamma-centred, tetrahedron method
    imaginary_limit: float = 10.0  # cm-1: one mode further below zero rejects the crystal
    imaginary_noise: float = 3.0  # cm-1: modes further below zero than this are counted ...
    max_fraction_imaginary: float = 0.005  # ... and more of them than this share reject the crystal
    symprec: float = 1e-3  # Å, symmetry of relaxed cells
    symprec_label: float = 0.1  # Å, for the space group as stored
    bin: float = 2.0  # cm-1, width of a bin of the stored spectra


class Forces(Calculator):
    "The potential, as ASE wants it"
    implemented_properties = ("energy", "free_energy", "forces", "stress")

    def __init__(self, potential: Potential):
        super().__init__()
        self.potential = potential

    def calculate(self, atoms=None, properties=None, system_changes=all_changes):
        super().calculate(atoms, properties, system_changes)
        energy, forces, stress = self.potential(atoms.numbers, atoms.positions, atoms.cell.array)
        if not np.isfinite(energy): raise records.Rejected("the potential gives no finite energy")
        self.results = {"energy": energy, "free_energy": energy, "forces": forces, "stress": full_3x3_to_voigt_6_stress(stress)}


@cache
def loaded(path: Path) -> Potential:
    "The potential, loaded once a process"
    torch.set_num_threads(1)
    return Potential.load(path)


def environment(path: Path) -> dict:
    "What computed the numbers"
    return {"python": sys.version.split()[0], "packages": {p: version(p) for p in PACKAGES},
            "potential_sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def cell_of(structure: Structure) -> tuple: return structure.lattice.matrix, structure.frac_coords, [s.Z for s in structure.species]


def primitive(structure: Structure, symprec: float) -> Structure:
    "Idealised primitive standard cell"
    found = spglib.standardize_cell(cell_of(structure), to_primitive=True, no_idealize=False, symprec=symprec)
    if found is None: raise records.Rejected("spglib finds no cell")
    matrix, coords, numbers = found
    return Structure(Lattice(matrix), numbers, coords)


def relax(structure: Structure, settings: Settings, path: Path, cell: bool = True) -> tuple:  # Structure, eV/atom, steps
    "Relax positions, and the cell too unless told not to, keeping the symmetry"
    atoms = Atoms([s.symbol for s in structure.species], scaled_positions=structure.frac_coords, cell=structure.lattice.matrix, pbc=True)
    atoms.set_constraint(FixSymmetry(atoms, symprec=settings.symprec))
    atoms.calc = Forces(loaded(path))
    optimiser = BFGS(UnitCellFilter(atoms) if cell else atoms, logfile=None, maxstep=0.1)
    volume = atoms.get_volume()
    for converged in optimiser.irun(fmax=settings.relax_fmax, steps=settings.relax_steps):
        change = np.log2(atoms.get_volume() / volume)
        if abs(change) > settings.max_volume_change: raise records.Rejected(f"volume changed by a factor of {2**change:.2f} from the guess")
    if not converged: raise records.Rejected(f"not relaxed to {settings.relax_fmax} eV/Å in {settings.relax_steps} steps")
    relaxed = Structure(Lattice(atoms.cell.array), atoms.get_chemical_symbols(), atoms.get_scaled_positions())
    return relaxed, float(atoms.get_potential_energy()) / len(atoms), optimiser.nsteps


def equilibrium(guess: Structure, settings: Settings, path: Path) -> tuple:  # Structure, eV/atom, steps
    "The cell whose phonons are computed: relaxed, compressed, positions relaxed again"
    relaxed, energy, steps = relax(guess, settings, path)
    if settings.compression != 1:
        relaxed.scale_lattice(relaxed.volume * settings.compression)
        relaxed = relax(primitive(relaxed, settings.symprec), settings, path, cell=False)[0]
    return primitive(relaxed, settings.symprec), energy, steps


def supercell_of(structure: Structure, width: float) -> list[int]:  # repeats along a, b, c
    "Smallest diagonal supercell whose opposite faces are at least `width` Å apart"
    m = structure.lattice.matrix
    heights = [structure.volume / np.linalg.norm(np.cross(m[i - 2], m[i - 1])) for i in range(3)]
    return [int(np.ceil(width / h - 1e-6)) for h in heights]


def force_constants(structure: Structure, settings: Settings, model: Potential) -> Phonopy:
    "Force constants by finite displacements of the symmetry-distinct atoms"
    repeats = supercell_of(structure, settings.supercell_width)
    size = int(np.prod(repeats)) * len(structure)
    if size > settings.max_supercell: raise records.Rejected(f"supercell {repeats} has {size} atoms")
    cell = PhonopyAtoms(symbols=[s.symbol for s in structure.species], cell=structure.lattice.matrix, scaled_positions=structure.frac_coords,
                        masses=[float(s.atomic_mass) for s in structure.species])  # phonopy knows no mass of Pu
    phonon = Phonopy(cell, supercell_matrix=np.diag(repeats), primitive_matrix=np.eye(3), symprec=settings.symprec)
    phonon.generate_displacements(distance=settings.displacement)
    perfect = phonon.supercell
    bonds = model.bonds(perfect.numbers, perfect.positions, perfect.cell, skin=2 * settings.displacement)
    phonon.forces = np.array([model(c.numbers, np.asarray(perfect.positions) + d, perfect.cell, bonds)[1]
                              for c, d in zip(phonon.supercells_with_displacements, displacements(phonon))])
    phonon.produce_force_constants(show_drift=False)
    phonon.symmetrize_force_constants(level=3, show_drift=False)
    return phonon


def displacements(phonon: Phonopy):  # arrays (N, 3) Å
    "How far the atoms of each displaced supercell have moved"
    for first in phonon.dataset["first_atoms"]:
        moved = np.zeros((len(phonon.supercell), 3))
        moved[first["number"]] = first["displacement"]
        yield moved


def again(phonon: Phonopy, q: np.ndarray) -> np.ndarray:  # (3N,) cm-1
    "Frequencies at one wave vector from force constants by numpy alone: a check of the mesh"
    cell, masses = phonon.primitive, phonon.primitive.masses
    vectors, (count, first) = cell.get_smallest_vectors()[0], np.moveaxis(cell.get_smallest_vectors()[1], -1, 0)  # (supercell, N)
    waves = np.exp(2j * np.pi * vectors @ q)
    total = np.concatenate([[0], np.cumsum(waves)])
    phase = (total[first + count] - total[first]) / count  # (supercell, N): mean over the nearest images
    blocks = np.einsum("ijab,ji->ijab", phonon.force_constants[cell.p2s_map] if len(phonon.force_constants) > len(cell) else phonon.force_constants, phase)
    column = np.array([cell.p2p_map[k] for k in cell.s2p_map])  # (supercell,): atom of the cell
    matrix = np.zeros((len(cell), len(cell), 3, 3), complex)
    np.add.at(matrix, (slice(None), column), blocks)
    matrix /= np.sqrt(np.outer(masses, masses))[:, :, None, None]
    values = np.linalg.eigvalsh(matrix.transpose(0, 2, 1, 3).reshape(3 * len(cell), -1))
    return np.sign(values) * np.sqrt(abs(values)) * phonon.unit_conversion_factor * CM1_PER_THZ


def spectra(phonon: Phonopy, settings: Settings) -> dict:
    "Spectra of symmetry-distinct sites in bins, and what the mesh says about stability"
    phonon.run_mesh(settings.mesh_length, is_gamma_center=True, with_eigenvectors=True)
    mesh, orbits = phonon.mesh, phonon.primitive_symmetry.get_map_atoms()
    frequencies = mesh.frequencies * CM1_PER_THZ  # (q, 3N)
    weights = np.repeat(mesh.weights[:, None], frequencies.shape[1], 1) / mesh.weights.sum()
    lowest, highest = float(frequencies.min()), float(frequencies.max())
    worst = int(frequencies.min(1).argmin())
    if abs(again(phonon, mesh.qpoints[worst]) - frequencies[worst]).max() > 0.5: raise RuntimeError("phonopy's mesh is wrong")
    imaginary = float(weights[frequencies < -settings.imaginary_noise].sum()) / frequencies.shape[1]
    if lowest < -settings.imaginary_limit or imaginary > settings.max_fraction_imaginary:
        raise records.Rejected(f"imaginary modes: lowest {lowest:.0f} cm-1, {imaginary:.2%} of modes below {-settings.imaginary_noise:g} cm-1")
    distinct, orbit = np.unique(orbits, return_inverse=True)  # orbit: (N,) site of each atom
    n, bands = len(orbits), frequencies.shape[1]
    parts = (abs(mesh.eigenvectors.reshape(-1, n, 3, bands)) ** 2).sum(2)  # (q, N, 3N): share of each atom in a mode
    members = np.eye(len(distinct))[:, orbit]  # (sites, N)
    parts = np.einsum("sn,qnb->qbs", members, parts)[None]  # over atoms that symmetry makes alike, so that a star has one value
    edges = np.arange(0, np.ceil(highest / settings.bin) + 1) * settings.bin
    result = TetrahedronDOSAccumulator(frequencies, mesh.bz_grid, mode_property=parts, ir_grid_points=mesh.ir_grid_points,
                                       ir_grid_weights=mesh.weights, ir_grid_map=mesh.grid_mapping_table, sampling_points=edges).result
    cumulative = result.cumulative[0]  # (edges, sites)
    cumulative[0] = 0.0  # what lies below zero is counted in the first bin
    count = np.bincount(orbit)
    sites = np.diff(cumulative, axis=0).T / settings.bin / count[:, None]  # (sites, bins), states per cm-1 and atom
    modes = sites.sum(1) * settings.bin
    if abs(modes - 3).max() > 0.03: raise RuntimeError(f"{modes} modes an atom")
    x = np.maximum(frequencies, 1e-3) * KELVIN_PER_CM1 / 300
    capacity = float((weights * np.where(frequencies > 0.33, (x / (2 * np.sinh(x / 2))) ** 2, 0)).sum()) * GAS
    return {"sites": sites * (3 / modes)[:, None], "orbit": orbit.tolist(), "min_frequency": round(lowest, 2),
            "max_frequency": round(highest, 2), "heat_capacity_300K": round(capacity, 4), "mesh": [int(k) for k in mesh.mesh_numbers]}


def compute(candidate: Candidate, settings: Settings, path: Path) -> dict:  # one row of the corpus
    "Relax, phonons, spectra"
    clock = time.process_time()
    guess = primitive(starting_structure(candidate), settings.symprec)
    structure, energy, steps = equilibrium(guess, settings, path)
    label = spglib.get_symmetry_dataset(cell_of(structure), symprec=settings.symprec_label)
    twin = matches_held_out(structure)
    if twin: raise records.Rejected(f"relaxed into held-out {twin}")
    relaxation = time.process_time() - clock
    phonon = force_constants(structure, settings, loaded(path))
    row = {"formula": structure.composition.reduced_formula, "kind": candidate.kind, "source": candidate.source,
           "lattice": np.round(structure.lattice.matrix, 6).ravel().tolist(), "numbers": [s.Z for s in structure.species],
           "frac_coords": (np.mod(np.round(np.mod(structure.frac_coords, 1), 6), 1) + 0.0).ravel().tolist(),
           "space_group": int(label.number), "metallic": candidate.metallic, "energy_per_atom": round(energy, 5), "relax_steps": steps,
           "volume_change": round(structure.volume / len(structure) / (guess.volume / len(guess)) - 1, 4)}
    row |= spectra(phonon, settings)
    row |= {"supercell": np.diag(phonon.supercell_matrix).tolist(), "displacements": len(phonon.forces)}
    return row | {"seconds_relax": round(relaxation, 2), "seconds": round(time.process_time() - clock, 2)}


def work(candidate: Candidate, settings: Settings, path: Path, folder: Path | None) -> dict:  # the record as written
    "Compute one crystal and write its record, whatever the outcome"
    return files.outcome({"id": candidate.id, "date": date.today().isoformat()}, partial(compute, candidate, settings, path), folder)


def report(record: dict) -> str:  # one log line
    "What happened to a crystal"
    if record["status"] != "done": return f"{record['id']}: {record['status'].upper()}: {record['reason']}"
    return (f"{record['id']}: {record['formula']} {record['space_group']}, {len(record['numbers'])} atoms, {record['min_frequency']} to "
            f"{record['max_frequency']} cm-1, {record['displacements']} × {int(np.prod(record['supercell']))} cells, {record['seconds']} s")


def main():
    "Command line"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--potential", type=Path, required=True, help="nequix-oam-1-pft.nqx")
    parser.add_argument("--phonon-data", type=Path, help="folder of phonon_dos.csv and phonon_splits.csv")
    parser.add_argument("--work", type=Path, default=files.PHONON, help="folder of the records")
    parser.add_argument("--processes", type=int, default=1, help="crystals at a time, one core each")
    parser.add_argument("--only", default="", help="ids, comma separated: computed again, not kept")
    args = parser.parse_args()
    if args.phonon_data: os.environ["DOSTRANSFORMER_PHONON_DATA"] = str(args.phonon_data)
    settings, path = Settings(), args.potential.resolve()
    if args.only:
        wanted = set(args.only.split(","))
        for c in (c for c in load_candidates() if c.id in wanted): print(report(work(c, settings, path, None)), flush=True)
        return
    files.start(args.work, asdict(settings), environment(path))
    finished = files.finished_ids(args.work)
    todo = [c for c in load_candidates() if c.id not in finished]
    print(f"{len(finished)} finished, {len(todo)} to do, {args.processes} process(es)", flush=True)
    records.run(todo, partial(work, settings=settings, path=path, folder=args.work), report, args.processes)


if __name__ == "__main__": main()
