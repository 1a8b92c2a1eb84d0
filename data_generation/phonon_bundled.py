"""Compute the phonon spectra of the bundled set with the potential of the corpus, in the cells of `cells_bundled.py`, which stay as they are.

    python phonon_bundled.py --potential FILE --processes 2   # resumable: one JSON per finished crystal in work/
    python phonon_bundled.py --potential FILE --collect       # writes dostransformer/data/bundled/phonon.json.gz

See README.md beside this file for what is computed and how good it is.
"""

import hashlib
import json
import os
import time
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from pathlib import Path

for name in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS"):  # one core a process
    os.environ.setdefault(name, "1")  # before numpy, torch and phonopy load

import numpy as np
from pymatgen.core import Structure
from scipy.signal import savgol_filter

import corpus_files as files
import corpus_phonon as corpus
import records
from cells_bundled import BUNDLE, SUFFIX as CELL, Settings as CellSettings

LICENSE = ("Computed for dostransformer by its authors with universal potentials: structures from textbook "
           "prototypes, no row taken from a database. Data: CC-BY-4.0; the script that made it: Apache-2.0.")
DATA_FORMAT = "dostransformer-bundled-phonon/2"
REACH = 4.0  # Å: crystals with an atom that has no neighbour this near are left out, the model cannot see them
FACTS = ("id", "formula", "prototype", "strain", "structure", "n_atoms", "n_species", "space_group", "space_group_number", "crystal_system",
         "energy_per_atom")  # of a cell


@dataclass(frozen=True)
class Settings(corpus.Settings):
    "Everything that decides a number of a spectrum; where it differs from the corpus"
    compression: float = 1.0  # the cell is that of the set
    bin: float = 1.0  # cm-1
    max_fraction_above: float = 0.02  # of the modes above the grid's last point
    savgol_window: int = 101  # points on a 1 cm-1 grid
    savgol_order: int = 3
    grid_stop: int = 1000  # cm-1
    grid_step: int = 20  # cm-1


def target(density: np.ndarray, settings: Settings) -> np.ndarray:  # (bins,) -> (51,)
    "Savitzky-Golay on the 1 cm-1 grid, clip at zero, every 20th point, maximum one"
    wanted = np.arange(settings.grid_stop + 1.0)  # (1001,) cm-1
    fine = np.interp(wanted, settings.bin * np.arange(-0.5, len(density) + 1), np.r_[0, density, 0], right=0)
    coarse = np.clip(savgol_filter(fine, settings.savgol_window, settings.savgol_order), 0, None)[::settings.grid_step]
    return coarse / coarse.max()


def compute(cell: dict, settings: Settings, path: Path) -> dict:  # one entry of the set
    "Relax the positions, phonons, spectrum; where the potential finds the crystal unstable, the reason in the place of a spectrum"
    clock, s = time.process_time(), cell["structure"]
    try:
        structure = corpus.relax(Structure(s["lattice"], s["species"], s["frac_coords"]), settings, path, cell=False)[0]
        phonon = corpus.force_constants(structure, settings, corpus.loaded(path))
        found = corpus.spectra(phonon, settings)
        density = np.unique(found["orbit"], return_counts=True)[1] @ found["sites"]  # (bins,) states per cm-1 and cell
        above = float(density[settings.grid_stop:].sum() / density.sum())
        if above > settings.max_fraction_above: raise records.Rejected(f"{above:.1%} of the modes lie above {settings.grid_stop} cm-1")
    except records.Rejected as e: return cell | {"dos": None, "unstable": str(e)}
    return cell | {
        "dos": np.round(target(density, settings), 4).tolist(), "fraction_above_grid": round(above, 4), "mesh": found["mesh"],
        "max_frequency": round(found["max_frequency"], 1), "min_frequency": found["min_frequency"],
        "heat_capacity_300K": round(found["heat_capacity_300K"], 3), "supercell": np.diag(phonon.supercell_matrix).tolist(),
        "supercell_atoms": len(phonon.supercell), "displacements": len(phonon.forces), "seconds": round(time.process_time() - clock, 1)}


def work(cell: dict, settings: Settings, path: Path, folder: Path) -> dict:  # the record as written
    "Compute one crystal and write its record, whatever the outcome"
    record = {"id": cell["id"], "settings": asdict(settings), "environment": corpus.environment(path), "date": date.today().isoformat()}
    return files.outcome(record, lambda: {"entry": compute(cell, settings, path)}, folder)


def report(record: dict) -> str:  # one log line
    "What happened to a crystal"
    if record["status"] != "done": return f"{record['id']}: {record['status'].upper()}: {record['reason']}"
    e = record["entry"]
    if e["dos"] is None: return f"{e['id']}: UNSTABLE: {e['unstable']}"
    return f"{e['id']}: {e['space_group']}, {e['min_frequency']} to {e['max_frequency']} cm-1, {e['displacements']} × {e['supercell_atoms']} atoms"


def finished_cells(folder: Path) -> list[dict]:
    "Records of `cells_bundled.py`"
    return [json.loads(p.read_bytes()) for p in sorted(folder.glob(f"*{CELL}.json"))]


def cells(folder: Path, only: str) -> list[dict]:
    "Facts of the crystals: of the shipped file, and of finished cells"
    found = {r["id"]: r["entry"] for r in finished_cells(folder) if r["status"] == "done"}
    found |= {e["id"]: {k: e[k] for k in FACTS} for e in records.read_bundle(BUNDLE)["crystals"]}
    return [found[i] for i in sorted(found) if any(text in i for text in only.split(","))]


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


def collect(settings: Settings, folder: Path) -> dict:  # the bundle
    "Put finished records into one deterministic file"
    paths = [folder / f"{c['id']}.json" for c in cells(folder, "")]
    found = [json.loads(p.read_bytes()) for p in paths if records.finished(p, asdict(settings))]
    if not found: raise SystemExit("nothing finished yet: run without --collect first")
    if len({json.dumps(r["environment"], sort_keys=True) for r in found}) > 1:
        raise SystemExit("records come from different package versions: compute them again in one environment")
    loose = {r["id"]: f"an atom has no neighbour within {REACH} Å" for r in found if is_loose(r["entry"])}
    entries = [r["entry"] for r in found if r["id"] not in loose]
    rejected = records.read_bundle(BUNDLE)["header"]["rejected"]  # before a phonon was computed with this potential
    rejected |= {r["id"]: r["reason"] for r in finished_cells(folder) if r["status"] == "rejected"} | loose
    header = {"format": DATA_FORMAT, "license": LICENSE, "date": max(r["date"] for r in found),
              "units": {"grid": "cm-1", "dos": "maximum 1; null: no stable spectrum, see `unstable`", "max_frequency": "cm-1",
                        "min_frequency": "cm-1", "lattice": "Å", "energy_per_atom": "eV, of the potential that made the cell",
                        "heat_capacity_300K": "J/K per mole of primitive cells", "seconds": "CPU time of one core"},
              "settings": asdict(settings), "cells": asdict(CellSettings()),
              "environment": found[0]["environment"], "n_crystals": len(entries), "n_spectra": sum(e["dos"] is not None for e in entries), "rejected": rejected}
    grid = {"start": 0.0, "stop": float(settings.grid_stop), "n": settings.grid_stop // settings.grid_step + 1,
            "unit": "cm-1", "label": "Frequency"}
    records.write_bundle(BUNDLE, header, {"crystals": entries, "splits": split(entries)}, grid=grid)
    return records.read_bundle(BUNDLE)


def summary(bundle: dict) -> str:
    "What is in the file"
    head = bundle["header"]
    return (f"{head['n_spectra']} of {head['n_crystals']} crystals have a spectrum; {BUNDLE.name} {BUNDLE.stat().st_size} bytes, "
            f"content sha256 {head['content_sha256']}")


def main():
    "Command line"
    parser = records.arguments(__doc__)
    parser.add_argument("--potential", type=Path, required=True, help="nequix-oam-1-pft.nqx")
    args = parser.parse_args()
    settings, path = Settings(), args.potential.resolve()
    records.unpack(BUNDLE, args.work)
    if args.collect: return print(summary(collect(settings, args.work)))
    todo = [c for c in cells(args.work, args.only) if not records.finished(args.work / f"{c['id']}.json", asdict(settings))]
    print(f"{len(todo)} to do, {args.processes} process(es)", flush=True)
    todo = records.in_turn(todo, lambda c: c["n_atoms"], lambda c: c["crystal_system"])
    records.run(todo, partial(work, settings=settings, path=path, folder=args.work), report, args.processes)


if __name__ == "__main__": main()
