"""Compute the electron DOS of the crystals in the bundled set: GPAW, PBE, plane waves.

    /usr/bin/python3 electron_bundled.py --processes 2       # after phonon_bundled.py; resumable, records in work/
    /usr/bin/python3 electron_bundled.py --collect           # writes dostransformer/data/bundled/electron.json.gz
    /usr/bin/python3 electron_bundled.py --converge          # ten crystals, finer and finer; writes a record

Needs Debian's packages gpaw and gpaw-data. See README.md beside this file for what is computed and how good it is.
"""

import json
import os
import sys
import time
import warnings
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import ase
import gpaw
import numpy as np
import scipy
from ase import Atoms
from gpaw import GPAW, PW, FermiDirac
from scipy.ndimage import map_coordinates
from scipy.signal import savgol_filter

import records

HERE = Path(__file__).resolve().parent
BUNDLES = HERE.parent / "dostransformer" / "data" / "bundled"
CONVERGENCE = BUNDLES.parent / "records" / "electron_convergence.json"
DATA_FORMAT = "dostransformer-bundled-electron/1"
LICENSE = "Computed for dostransformer by its authors with GPAW. Data: CC-BY-4.0; the script that made it: Apache-2.0."
SUFFIX = ".electron"


@dataclass(frozen=True)
class Settings:
    "Everything that decides a number in the set"
    xc: str = "PBE"  # spin-unpolarised, no spin-orbit coupling
    cutoff: float = 400.0  # eV, plane waves
    kpoints_scf: float = 2.5  # points per Å⁻¹ of reciprocal lattice, GPAW's `density`; Gamma-centred, even numbers
    kpoints: float = 5.0  # the same, for the density of states at fixed electron density
    smearing: float = 0.1  # eV, Fermi–Dirac
    bands_per_atom: int = 6  # beyond the occupied ones, and four for the cell
    above: float = 5.6  # eV above the lowest empty state to which bands are converged
    gap_min: float = 0.05  # eV; below, a crystal counts as a metal
    interpolate: int = 4  # cubic splines between k-points, times as many in each direction
    start: float = -6.0  # eV from the zero of energy
    stop: float = 6.0
    step: float = 0.05


def environment() -> dict:
    "What computed the numbers"
    return {"python": sys.version.split()[0],
            "packages": {"gpaw": gpaw.__version__, "ase": ase.__version__, "numpy": np.__version__, "scipy": scipy.__version__}}


@cache
def setup_valence(symbol: str) -> int:
    "Valence electrons of GPAW's data set for an element"
    from gpaw.setup_data import SetupData
    try: return int(SetupData(symbol, "PBE").Nv)
    except FileNotFoundError: raise records.Rejected(f"GPAW has no data set for {symbol}") from None


def bands(crystal: dict, settings: Settings) -> dict:  # eigenvalues (k1, k2, k3, bands) eV and what the calculation says
    "Self-consistent density, then bands on a finer mesh"
    s = crystal["structure"]
    atoms = Atoms(s["species"], cell=s["lattice"], scaled_positions=s["frac_coords"], pbc=True)
    electrons = int(sum(setup_valence(e) for e in s["species"]))
    atoms.calc = GPAW(mode=PW(settings.cutoff), xc=settings.xc, kpts={"density": settings.kpoints_scf, "gamma": True, "even": True},
                      occupations=FermiDirac(settings.smearing), symmetry={"tolerance": 1e-4}, txt=None, maxiter=150,
                      nbands=-(-electrons // 2) + 2 * len(atoms) + 4,
                      convergence={"density": 1e-4, "eigenstates": 1e-6, "energy": 1e-3})
    atoms.get_potential_energy()
    n_bands = -(-electrons // 2) + settings.bands_per_atom * len(atoms) + 4
    fine = atoms.calc.fixed_density(
        kpts={"density": settings.kpoints, "gamma": True, "even": True}, nbands=n_bands, txt=None,
        convergence={"bands": f"CBM+{settings.above}", "eigenstates": 1e-5})
    points = fine.wfs.kd
    eigenvalues = np.array([fine.get_eigenvalues(k) for k in range(points.nibzkpts)])  # (irreducible, bands)
    filled = electrons // 2
    homo, lumo = eigenvalues[:, filled - 1].max(), eigenvalues[:, filled].min()
    if electrons % 2: homo = lumo  # a half-filled band: a metal without spin polarisation
    return {"eigenvalues": eigenvalues[points.bz2ibz_k].reshape(*points.N_c, -1), "homo": homo, "lumo": lumo,
            "fermi": fine.get_fermi_level(), "electrons": electrons, "mesh": [int(n) for n in points.N_c]}


def density_of_states(eigenvalues: np.ndarray, edges: np.ndarray, times: int) -> np.ndarray:  # (bins,) states/eV/cell
    "Mean density of states in each bin: bands between k-points by periodic cubic splines, then counted"
    mesh = eigenvalues.shape[:3]
    inside = (eigenvalues.max((0, 1, 2)) > edges[0]) & (eigenvalues.min((0, 1, 2)) < edges[-1])
    where = np.meshgrid(*[np.arange(n * times) / times for n in mesh], indexing="ij")
    counts = np.zeros(len(edges) - 1)
    for b in np.flatnonzero(inside):
        counts += np.histogram(map_coordinates(eigenvalues[..., b], where, order=3, mode="grid-wrap"), edges)[0]
    return 2 * counts / np.prod(mesh) / times**3 / np.diff(edges)  # two spins


def compute(crystal: dict, settings: Settings) -> dict:  # one entry of the set
    "Bands, gap, zero of energy, density of states around it"
    warnings.filterwarnings("ignore", message="Using symmetrized grid")
    clock = time.perf_counter()
    try: b = bands(crystal, settings)
    except gpaw.KohnShamConvergenceError as e: raise records.Rejected(f"not self-consistent: {e}") from None
    gap = b["lumo"] - b["homo"]
    insulator = gap > settings.gap_min
    zero = b["homo"] if insulator else b["fermi"]
    top = float(b["eigenvalues"][..., -1].min()) - zero
    if top < settings.stop - 0.5: raise records.Rejected(f"the highest band starts {top:.1f} eV above the zero of energy")
    n = round((settings.stop - settings.start) / settings.step)
    edges = settings.start + settings.step * (np.arange(n + 2) - 0.5)  # (n + 2,)
    density = density_of_states(b["eigenvalues"] - zero, edges, settings.interpolate)
    if not np.isfinite(density).all() or density[round(len(density) / 12):-round(len(density) / 12)].max() <= 0:
        raise records.Rejected("no states within 5 eV of the zero of energy")
    return {"id": crystal["id"], "density": np.round(density, 3).tolist(), "zero": round(float(zero), 4),
            "fermi": round(float(b["fermi"]), 4), "gap": round(float(gap), 4) if insulator else 0.0,
            "electrons": b["electrons"], "mesh": b["mesh"], "seconds": round(time.perf_counter() - clock, 1)}


def work(crystal: dict, settings: Settings, folder: Path) -> dict:  # the record as written
    "Compute one crystal and write its record, whatever the outcome"
    record = {"id": crystal["id"], "settings": asdict(settings), "environment": environment(),
              "date": date.today().isoformat()}
    return records.outcome(record, lambda: {"entry": compute(crystal, settings)}, lambda r: records.write_atomic(
        folder / f"{crystal['id']}{SUFFIX}.json", json.dumps(r).encode()))


def report(record: dict) -> str:  # one log line
    "What happened to a crystal"
    if record["status"] != "done": return f"{record['id']}: {record['status'].upper()}: {record['reason']}"
    e = record["entry"]
    return f"{e['id']}: zero {e['zero']} eV, gap {e['gap']} eV, mesh {e['mesh']}, {e['electrons']} electrons, {e['seconds']} s"


def crystals_in(folder: Path) -> list:  # entries of the phonon file, with or without a spectrum
    "Crystals whose cells are there"
    paths = [p for p in sorted(folder.glob("*.json")) if not p.name.endswith(f"{SUFFIX}.json")]
    found = [json.loads(p.read_bytes()) for p in paths]
    return [r["entry"] for r in found if r["status"] == "done"]


def cost(crystal: dict) -> float:
    "Effort, arbitrary unit: electrons squared × irreducible k-points × volume is this times a constant"
    heavy = sum(10 if s in "Sc Ti V Cr Mn Fe Co Ni Cu Zn Y Zr Nb Mo Tc Ru Rh Pd Ag Cd Hf Ta W Re Os Ir Pt Au Hg".split() else 5
                for s in crystal["structure"]["species"])
    order = {"cubic": 1, "hexagonal": 2, "trigonal": 4, "tetragonal": 3, "orthorhombic": 6, "monoclinic": 12, "triclinic": 24}
    return heavy**2 * order[crystal["crystal_system"]]


def collect(settings: Settings, folder: Path, target: Path) -> str:  # what to tell
    "Put finished records into one file"
    known = {e["id"] for e in crystals_in(folder)}
    found = [json.loads(p.read_bytes()) for p in sorted(folder.glob(f"*{SUFFIX}.json"))]
    found = [r for r in found if r["id"] in known and r["settings"] == asdict(settings)]
    done = [r for r in found if r["status"] == "done"]
    header = {"format": DATA_FORMAT, "license": LICENSE, "date": max(r["date"] for r in done), "settings": asdict(settings),
              "environment": done[0]["environment"], "n_crystals": len(done),
              "units": {"density": "states/eV/cell, both spins, mean over each bin", "zero": "eV, absolute", "fermi": "eV, absolute",
                        "gap": "eV", "seconds": "one core"},
              "rejected": {r["id"]: r["reason"] for r in found if r["status"] == "rejected"}}
    n = round((settings.stop - settings.start) / settings.step) + 1
    grid = {"start": settings.start, "stop": settings.stop, "n": n, "unit": "eV", "label": "Energy − E_F"}
    records.write_bundle(target, header, {"crystals": [r["entry"] for r in done]}, grid=grid)
    seconds = sorted(r["entry"]["seconds"] for r in done)
    return (f"{len(done)} crystals, {sum(r['entry']['gap'] > 0 for r in done)} with a gap, {sum(seconds):.0f} s, median "
            f"{seconds[len(seconds) // 2]} s; {len(header['rejected'])} rejected; {target.stat().st_size} bytes")


def target_of(density: np.ndarray) -> np.ndarray:  # (201,) between 0 and 1
    "The learning target of the paper: smoothed, cut to −5…5 eV, clipped, scaled"
    s = savgol_filter(density, 17, 1)[20:-20].clip(0)
    return (s - s.min()) / (s.max() - s.min())


TEN = ("Si-diamond", "GaAs-zincblende", "NaCl-rocksalt", "MgO-rocksalt", "Al-fcc", "Mg-hcp", "Ta-bcc", "TiNiSn-halfheusler",
       "CaF2-fluorite", "ZrSe2-cdi2")
VARIANTS = {"as shipped": {}, "cutoff 300 eV": {"cutoff": 300.0}, "cutoff 600 eV": {"cutoff": 600.0},
            "k-points 3.5": {"kpoints": 3.5}, "k-points 8": {"kpoints": 8.0}, "no interpolation": {"interpolate": 1}}


def converge(settings: Settings, folder: Path, target: Path):
    "Compare the learning target of ten crystals with finer and coarser settings; continues where it stopped"
    rows = json.loads(target.read_text())["rows"] if target.exists() else []
    entries = {e["id"]: e for e in crystals_in(folder)}
    for name in TEN:
        crystal = entries[f"bundled-{name}"]
        mine = [v for v in VARIANTS if not any((r["crystal"], r["variant"]) == (name, v) for r in rows)]
        if not mine: continue
        best = compute(crystal, replace(settings, **VARIANTS["k-points 8"]))
        for v in mine:
            e = best if v == "k-points 8" else compute(crystal, replace(settings, **VARIANTS[v]))
            error = target_of(np.array(e["density"])) - target_of(np.array(best["density"]))
            rows.append({"crystal": name, "variant": v, "rmse": round(float((error**2).mean() ** 0.5), 4),
                         "max": round(float(abs(error).max()), 4), "gap": e["gap"], "fermi": e["fermi"], "seconds": e["seconds"]})
            print(rows[-1], flush=True)
        header = {"command": "electron_bundled.py --converge", "reference": "k-points 8", "environment": environment(),
                  "settings": asdict(settings), "rows": rows}
        records.write_atomic(target, (json.dumps(header, indent=1) + "\n").encode())


def main():
    "Command line"
    parser = records.arguments(__doc__)
    parser.add_argument("--converge", action="store_true", help="how far ten crystals depend on the settings")
    args = parser.parse_args()
    settings = Settings()
    bundle = BUNDLES / "electron.json.gz"
    records.unpack(BUNDLES / "phonon.json.gz", args.work)
    records.unpack(bundle, args.work, SUFFIX)
    if args.collect: return print(collect(settings, args.work, bundle))
    if args.converge: return converge(settings, args.work, CONVERGENCE)
    todo = [c for c in crystals_in(args.work) if any(text in c["id"] for text in args.only.split(","))
            and not records.finished(args.work / f"{c['id']}{SUFFIX}.json", asdict(settings))]
    print(f"{len(todo)} to do, {args.processes} process(es)", flush=True)
    todo = records.in_turn(todo, cost, lambda c: c["crystal_system"])
    records.run(todo, partial(work, settings=settings, folder=args.work), report, args.processes)


if __name__ == "__main__": main()
