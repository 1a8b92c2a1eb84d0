"""Compute the electrons of the corpus: GPAW, PBE, plane waves; bands on a fine mesh; total, site- and l-resolved DOS.

    python corpus_electron.py --processes 1         # all crystals that have phonons, and new ones as they come; resumable
    python corpus_electron.py --only id1,id2        # these again, printed and not kept

One record for each finished crystal in work/; `corpus_files.py` packs them into shards. Needs GPAW, compiled where it runs:

    apt-get install libxc-dev libfftw3-dev libopenblas-dev
    python3 -m venv work/gpaw && GPAW_CONFIG=$PWD/gpaw_siteconfig.py work/gpaw/bin/pip install -r requirements-electron.txt

The density is self-consistent on a coarse mesh; bands and shares on a fine one come from `electron_basis.py`. A state is shared
out among sites and l in proportion to its charge in their augmentation spheres (radius of the PAW data set, all-electron
waves, as in VASP), and what lies between the spheres goes along: so the parts of all atoms sum to the total, exactly. The
zero is the highest occupied state of an insulator; in a metal, the energy up to which the fine mesh holds all electrons.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy loads

import argparse
import hashlib
import signal
import sys
import time
import warnings
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

import gpaw
import numpy as np
from ase import Atoms
from ase.data import chemical_symbols
from ase.units import Ha
from gpaw import GPAW, PW, FermiDirac
from gpaw.setup import create_setup
from gpaw.symmetry import Symmetry
from scipy.linalg import block_diag
from scipy.ndimage import map_coordinates

import corpus_files as files
import records
from electron_basis import BlochBasis

warnings.filterwarnings("ignore")

PACKAGES = ("gpaw", "gpaw-data", "ase", "numpy", "scipy")
SYMMETRY = {"tolerance": 1e-4, "symmorphic": False}
ROUND = 100  # crystals between two looks at what phonons there are


@dataclass(frozen=True)
class Settings:
    "Everything that decides a number of the electron half"
    xc: str = "PBE"  # spin-unpolarised, no spin-orbit coupling
    cutoff: float = 400.0  # eV, plane waves
    kpoints_scf: float = 2.0  # points per Å⁻¹ of reciprocal lattice, GPAW's `density`; Gamma-centred, even numbers
    kpoints: float = 8.0  # the same, for the density of states
    effort: int = 40000  # irreducible k-points of that mesh times basis functions, at most; above, it is coarser
    smearing: float = 0.1  # eV, Fermi–Dirac, for the density
    density_error: float = 5e-4  # electrons per valence electron, self-consistency
    eigenstates_error: float = 1e-5  # eV² per valence electron
    margin: float = 3.0  # eV above the window up to which coarse-mesh states span the basis
    tolerance: float = 1e-3  # weight below which a direction is left out of the basis
    interpolate: int = 4  # periodic cubic splines between k-points, times as many in each direction
    gap_min: float = 0.05  # eV; below, a crystal counts as a metal
    start: float = -10.0  # eV from the zero of energy
    stop: float = 6.0
    step: float = 0.05
    max_seconds: int = 600  # CPU time of one crystal; more rejects it


def environment() -> dict:
    "What computed the numbers"
    return {"python": sys.version.split()[0], "packages": {p: version(p) for p in PACKAGES}}


def structure_hash(row: dict) -> str:
    "sha256 of the relaxed structure of a phonon row"
    content = [np.round(row["lattice"], 6).tolist(), [int(z) for z in row["numbers"]], np.round(row["frac_coords"], 6).tolist()]
    return hashlib.sha256(records.canonical(content)).hexdigest()


@cache
def data_set(z: int):  # GPAW's setup
    "PAW data set of an element"
    try: return create_setup(chemical_symbols[z], "PBE")
    except FileNotFoundError: raise records.Rejected(f"GPAW has no data set for {chemical_symbols[z]}") from None


def empty_bands(row: dict, stop: float) -> int:
    "Guess of the bands that begin between the highest occupied one and the end of the window"
    full = {0: 2, 1: 6, 2: 10, 3: 14}
    inner = sum((full[l] - f) / 2 for z in row["numbers"] for n, l, f in zip(data_set(z).n_j, data_set(z).l_j, data_set(z).f_j)
                if l > 1 and n > 0)
    inner += 5 * sum(z in (19, 20, 37, 38, 55, 56) for z in row["numbers"])  # d states without a bound one in the data set
    volume = abs(np.linalg.det(np.reshape(row["lattice"], (3, 3))))
    return int(np.ceil(0.5 * inner + 0.0133 * volume * stop)) + 4


def mesh(atoms: Atoms, symmetry: Symmetry, density: float) -> np.ndarray:  # (k1, k2, k3, 3)
    "Even Gamma-centred mesh that symmetry maps onto itself: axes that an operation mixes get the same number of points"
    steps = density * 2 * np.pi * np.linalg.norm(np.linalg.inv(atoms.cell), axis=0)
    mixed = np.linalg.matrix_power(abs(symmetry.op_scc).sum(0) + abs(symmetry.op_scc).sum(0).T, 3) > 0
    size = [int(2 * np.ceil(np.exp(np.log(steps[m]).mean()) / 2 - 1e-6)) for m in mixed]
    return np.array(list(np.ndindex(*size))).reshape(*size, 3) / size


def symmetry_of(atoms: Atoms) -> Symmetry:
    "GPAW's symmetry operations, those with fractional translations too"
    symmetry = Symmetry(atoms.numbers, atoms.cell, tolerance=SYMMETRY["tolerance"], symmorphic=False)
    symmetry.analyze(atoms.get_scaled_positions())
    return symmetry


def ground_state(row: dict, settings: Settings, bands: int) -> tuple:  # GPAW, converged; mesh(density)
    "Self-consistent density on the coarse mesh"
    atoms = Atoms(row["numbers"], cell=np.reshape(row["lattice"], (3, 3)), scaled_positions=np.reshape(row["frac_coords"], (-1, 3)), pbc=True)
    points = partial(mesh, atoms, symmetry_of(atoms))
    atoms.calc = GPAW(mode=PW(settings.cutoff, force_complex_dtype=True), xc=settings.xc, legacy_gpaw=True, txt=None, maxiter=80, nbands=bands,
                      kpts=points(settings.kpoints_scf).reshape(-1, 3), occupations=FermiDirac(settings.smearing), symmetry=SYMMETRY,
                      convergence={"density": settings.density_error, "eigenstates": settings.eigenstates_error, "energy": 1e-3})
    try: atoms.get_potential_energy()
    except gpaw.KohnShamConvergenceError as e: raise records.Rejected(f"not self-consistent: {e}") from None
    return atoms.calc, points


def fine_mesh(calc: GPAW, points, density: float, most: float) -> tuple:  # (irreducible, 3), their place of each point of the mesh (k1, k2, k3)
    "Mesh for the density of states, reduced by symmetry, coarser where that leaves too many"
    while True:
        full = points(density)
        irreducible, *_, place, _, _ = calc.wfs.kd.symmetry.reduce(full.reshape(-1, 3))
        if len(irreducible) <= most: return irreducible, place.reshape(full.shape[:3])
        density *= 0.9


def spheres(calc: GPAW, orbit: list) -> tuple:  # (I, I) square root of the charge in spheres, (sites, 4, I) who gets it
    "Charge inside the augmentation spheres from projections: P -> shares @ abs(root @ P)**2"
    same = calc.wfs.kd.symmetry.a_sa  # (operations, atoms): atoms that GPAW treats alike
    roots, shares = [], []
    for a, setup in enumerate(calc.wfs.setups):
        grid, waves = setup.data.rgd, np.array(setup.data.phi_jg)
        inside = grid.r_g < max(setup.data.rcut_j)
        charge = np.einsum("ig,jg,g->ij", waves, waves, inside * grid.r_g**2 * grid.dr_g)
        weight, vectors = np.linalg.eigh(charge * np.equal.outer(setup.l_j, setup.l_j))
        root = vectors * weight.clip(0) ** 0.5 @ vectors.T  # (j, j), between waves of one l
        start = np.cumsum([0] + [2 * l + 1 for l in setup.l_j])
        full = np.zeros((start[-1], start[-1]))
        for i, l in enumerate(setup.l_j):
            for j in np.flatnonzero(np.equal(setup.l_j, l)): full[start[i]:start[i + 1], start[j]:start[j + 1]] = root[i, j] * np.eye(2 * l + 1)
        part = np.zeros((max(orbit) + 1, 4, start[-1]))
        for b in same[:, a]: part[orbit[b], np.repeat(setup.l_j, 2 * np.array(setup.l_j) + 1), np.arange(start[-1])] += 1 / len(same)
        roots.append(full)
        shares.append(part)
    return block_diag(*roots), np.concatenate(shares, axis=2)


def bands(row: dict, settings: Settings) -> dict:
    "Eigenvalues and shares of sites and l on the fine mesh"
    electrons = int(sum(data_set(z).Nv for z in row["numbers"]))
    empty, top, reached = empty_bands(row, settings.stop), 0.0, -np.inf
    while reached < top:  # until the highest band begins above the window
        n = -(-electrons // 2) + empty
        empty = round(1.5 * empty)
        calc, mesh_of = ground_state(row, settings, n)
        coarse, fermi = np.array([k.eps_n for k in calc.wfs.kpt_u]) * Ha, calc.get_fermi_level()
        top = (fermi if electrons % 2 else min(coarse[:, electrons // 2 - 1].max(), fermi)) + settings.stop
        reached = coarse[:, -1].min() - 0.3
        if reached < top: continue
        basis = BlochBasis(calc, top + settings.margin, settings.tolerance)
        root, share = spheres(calc, row["orbit"])
        points, place = fine_mesh(calc, mesh_of, settings.kpoints, settings.effort / len(basis.basis))
        solved = min(n, len(basis.basis))
        energies, weights = np.empty((len(points), solved)), np.empty((len(points), solved, share.shape[0] * 4))
        for i, k in enumerate(points):
            energies[i], p = basis.solve(basis.wedge.images(k)[0][1], solved)
            charge = share.reshape(-1, len(p)) @ abs(root @ p) ** 2  # (sites · 4, bands)
            weights[i] = (charge / charge.sum(0)).T
        reached = energies[:, -1].min()
    return {"energies": energies, "weights": weights, "place": place, "electrons": electrons, "bands": n, "basis": len(basis.basis),
            "scf": list(mesh_of(settings.kpoints_scf).shape[:3]), "scf_points": calc.wfs.kd.nibzkpts, "steps": calc.scf.niter}


@cache
def finer(n: int, times: int, order: int) -> np.ndarray:  # (n · times, n)
    "Periodic splines as a matrix: values between n points of one axis"
    return np.array([map_coordinates(unit, [np.arange(n * times) / times], order=order, mode="grid-wrap") for unit in np.eye(n)]).T


def between(values: np.ndarray, times: int, order: int) -> np.ndarray:  # (k1, k2, k3) -> flat, finer
    "Values between k-points"
    for _ in range(3): values = np.moveaxis(np.tensordot(finer(values.shape[0], times, order), values, 1), 0, 2)
    return values.ravel()


def spectrum(b: dict, settings: Settings) -> dict:
    "Band edges, zero of energy, and the density of states around it"
    k, times, filled = b["place"], settings.interpolate, b["electrons"] / 2
    homo, lumo = b["energies"][:, int(filled) - 1], b["energies"][:, int(filled)]
    gap = float(lumo.min() - homo.max()) if b["electrons"] % 2 == 0 else 0.0
    fine = np.array([between(band[k], times, 3) for band in b["energies"].T])  # (bands, points)
    points = fine.shape[1]
    insulator = gap > settings.gap_min
    rank = round(filled * points)
    fermi = (homo.max() + lumo.min()) / 2 if insulator else np.partition(fine.ravel(), rank)[rank]
    zero = homo.max() if insulator else fermi
    n = round((settings.stop - settings.start) / settings.step) + 1
    place = np.floor((fine - zero - settings.start) / settings.step + 0.5).astype(int)  # bin of each state
    sites = np.zeros((b["weights"].shape[2], n))
    scale = 2 / points / settings.step  # two spins
    for band in np.flatnonzero((place.max(1) >= 0) & (place.min(1) < n)):
        where = place[band].clip(-1, n) + 1
        for c in np.flatnonzero(b["weights"][:, band].any(0)):
            sites[c] += np.bincount(where, between(b["weights"][k, band, c], times, 1), n + 2)[1:-1] * scale
    below = float((place < 0).sum()) * 2 / points
    vbm, cbm = (float(homo.max()), float(lumo.min())) if insulator else (None, None)
    return {"sites": sites, "zero": float(zero), "fermi": float(fermi), "vbm": vbm, "cbm": cbm, "gap": gap if insulator else 0.0,
            "direct_gap": float((lumo - homo).min()) if insulator else 0.0, "electrons": b["electrons"],
            "electrons_window": b["electrons"] - below}


def compute(row: dict, settings: Settings) -> dict:  # one row of the corpus
    "Density, bands, spectra"
    clock = time.process_time()
    b = bands(row, settings)
    e = spectrum(b, settings)
    parts = e.pop("sites")
    count = np.repeat(np.bincount(row["orbit"]), 4)
    return {"density": parts.sum(0), "sites_l": parts / count[:, None], **{k: round(v, 4) if isinstance(v, float) else v for k, v in e.items()},
            "kpoints_scf": b["scf"], "kpoints": list(b["place"].shape), "bands": b["bands"], "seconds": round(time.process_time() - clock, 2),
            "basis": b["basis"], "points": len(b["energies"]), "scf_points": b["scf_points"], "steps": b["steps"]}


def out_of_time(*_): raise records.Rejected("took too long")


def work(row: dict, settings: Settings, folder: Path | None) -> dict:  # the record as written
    "Compute one crystal and write its record, whatever the outcome"
    record = {"id": row["id"], "date": date.today().isoformat(), "structure_sha256": structure_hash(row)}
    signal.signal(signal.SIGPROF, out_of_time)
    signal.setitimer(signal.ITIMER_PROF, settings.max_seconds)
    try: return files.outcome(record, partial(compute, row, settings), folder)
    finally: signal.setitimer(signal.ITIMER_PROF, 0)


def report(r: dict) -> str:  # one log line
    "What happened to a crystal"
    if r["status"] != "done": return f"{r['id']}: {r['status'].upper()}: {r['reason']}"
    return (f"{r['id']}: zero {r['zero']} eV, gap {r['gap']} eV, {r['electrons']} electrons, mesh {r['kpoints']}, {r['points']} k-points, "
            f"{r['scf_points']} self-consistent, {r['steps']} steps, {r['bands']} bands, basis {r['basis']}, {r['seconds']} s")


@cache
def has_data_set(z: int) -> bool:
    "Does GPAW know the element?"
    try: return bool(data_set(z))
    except records.Rejected: return False


def cost(row: dict) -> float:
    "Effort, arbitrary unit: irreducible k-points × plane waves × bands, from the structure alone"
    if not all(map(has_data_set, row["numbers"])): return np.inf
    cell = np.reshape(row["lattice"], (3, 3))
    system = sum(row["space_group"] > last for last in (1, 2, 15, 74, 88, 142, 148, 167, 176, 194, 206))
    operations = (1, 2, 4, 8, 8, 16, 6, 12, 12, 24, 24, 48)[system]
    size = np.prod(np.ceil(np.linalg.norm(2 * np.pi * np.linalg.inv(cell), axis=0)) * 2)
    electrons = sum(data_set(z).Nv for z in row["numbers"])
    return (size / operations + 4) * abs(np.linalg.det(cell)) * (electrons / 2 + empty_bands(row, 6.0))


def turn_of(row: dict, often: Counter) -> str:  # name of a group
    "Groups that get equal time: the rarest element, open 4f shells together"
    rarest = min(row["numbers"], key=often.get)
    return "open 4f" if any(58 <= z <= 69 for z in row["numbers"]) else chemical_symbols[rarest]


def waiting(finished: set, first: set) -> list:
    "Crystals to do: those to do first; cheap ones first, all elements in turn; last those of elements that GPAW lacks, to be rejected"
    rows = list(files.phonon_rows())
    often = Counter(z for row in rows for z in set(row["numbers"]))
    todo = [r for r in records.in_turn(rows, cost, lambda r: turn_of(r, often)) if r["id"] not in finished]
    return sorted(todo, key=lambda r: r["id"] not in first)


def main():
    "Command line"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=files.ELECTRON, help="folder of the records")
    parser.add_argument("--processes", type=int, default=1, help="crystals at a time, one core each")
    parser.add_argument("--only", default="", help="ids, comma separated: computed again, not kept")
    parser.add_argument("--first", type=Path, help="file with ids, one in a line, to do before all others, as those of one part of the split")
    args = parser.parse_args()
    settings = Settings()
    if args.only:
        wanted = set(args.only.split(","))
        for row in (r for r in files.phonon_rows() if r["id"] in wanted): print(report(work(row, settings, None)), flush=True)
        return
    files.start(args.work, asdict(settings), environment())
    tried, first = set(), set(args.first.read_text().split()) if args.first else set()
    while todo := waiting(files.finished_ids(args.work) | tried, first):
        print(f"{len(todo)} to do, {args.processes} process(es)", flush=True)
        records.run(todo[:ROUND], partial(work, settings=settings, folder=args.work), report, args.processes)
        tried |= {r["id"] for r in todo[:ROUND]}


if __name__ == "__main__": main()
