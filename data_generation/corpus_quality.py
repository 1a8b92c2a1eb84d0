"""How good the labels are: the potential's phonons beside DFPT, and how far they depend on the settings.

    python corpus_quality.py --phonon-data FOLDER --potential FILE --trained-on SPLIT.json   # writes corpus/phonon_quality.json
    python corpus_quality.py --phonon-data FOLDER --potential FILE --converge                # writes corpus/phonon_convergence.json
    python corpus_quality.py --phonon-data FOLDER --potential FILE --volumes                 # writes corpus/phonon_volumes.json
    python corpus_quality.py --phonon-data FOLDER --potential FILE --again 10                # writes corpus/phonon_again.json: random rows, from scratch
    python corpus_quality.py --phonon-data FOLDER --potential FILE --trained-on SPLIT.json --peer  # writes corpus/phonon_peer.json: SevenNet-0 beside

Only training and validation crystals of the official split are computed, for these scores alone; no spectrum is kept.
SPLIT.json lists, under "train", the Materials Project ids on whose force constants the potential was trained. All continue where
they stopped.
"""

import argparse
import ast
import csv
import hashlib
import json
import os
import time
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from scipy.signal import savgol_filter

import corpus_phonon as phonon  # first: it sets the number of threads
import corpus_files as files
from candidates import parent_structure, phonon_data, phonon_set
from records import Rejected, write_atomic
from sevennet import SevenNet

HERE = Path(__file__).resolve().parent / "corpus"
QUALITY, CONVERGENCE, VOLUMES, AGAIN, PEER = (HERE / f"phonon_{k}.json" for k in ("quality", "convergence", "volumes", "again", "peer"))
VARIANTS = {"as used": {}, "supercell 9 Å": {"supercell_width": 9.0}, "supercell 13 Å": {"supercell_width": 13.0},
            "supercell 16 Å": {"supercell_width": 16.0, "max_supercell": 2000}, "displacement 0.01 Å": {"displacement": 0.01},
            "displacement 0.03 Å": {"displacement": 0.03}, "mesh 40 Å": {"mesh_length": 40.0}, "mesh 120 Å": {"mesh_length": 120.0}}
TWELVE = ("mp-4360", "mp-7575", "mp-505634", "mp-20027", "mp-6973", "mp-2741", "mp-22261", "mp-550685", "mp-736", "mp-7297", "mp-15649", "mp-2517")


def target(density: np.ndarray, width: float) -> np.ndarray:  # (51,) maximum 1
    "The phonon set's preparation: 1 cm-1 grid to 1000, Savitzky–Golay (101, 3), every 20th point"
    fine = np.interp(np.arange(1001.0), (np.arange(len(density)) + 0.5) * width, density, right=0.0)
    smooth = savgol_filter(fine, 101, 3).clip(0)[::20]
    return smooth / smooth.max()


def errors(a: np.ndarray, b: np.ndarray) -> dict:
    "RMSE and MAE of two targets"
    return {"rmse": round(float(np.sqrt(np.mean((a - b) ** 2))), 4), "mae": round(float(np.mean(abs(a - b))), 4)}


def spectrum(structure, settings: phonon.Settings, model) -> tuple:  # states per cm-1 in bins, facts
    "Total spectrum of a relaxed crystal, unstable or not"
    clock = time.process_time()
    constants = phonon.force_constants(structure, settings, model)
    facts = phonon.spectra(constants, replace(settings, imaginary_limit=np.inf, max_fraction_imaginary=1.0))
    density = np.bincount(facts["orbit"]) @ facts["sites"]
    return density, {"lowest": facts["min_frequency"], "atoms": len(constants.supercell), "displacements": len(constants.forces),
                     "seconds": round(time.process_time() - clock, 2)}


def cell_of(mp: str, settings: phonon.Settings, path: Path):
    "The published structure, relaxed by the potential with its symmetry kept, and compressed"
    return phonon.equilibrium(phonon.primitive(parent_structure(mp), settings.symprec), settings, path)[0]


def published() -> dict:  # mp id -> (51,)
    "Spectra of the phonon set"
    with open(phonon_data() / "phonon_dos.csv", newline="", encoding="utf-8") as f:
        return {row["mp_id"]: np.array(ast.literal_eval(row["phdos"])) for row in csv.DictReader(f)}


def validation() -> list:  # mp ids
    "Validation crystals in a fixed shuffle"
    return sorted((i for i, entry in phonon_set().items() if entry[0] == "valid"), key=lambda i: hashlib.sha256(i.encode()).hexdigest())


def kept(path: Path, header: dict) -> list:  # rows
    "Rows of an earlier run with the same settings"
    if not path.exists(): return []
    old = json.loads(path.read_text())
    return old["rows"] if old["settings"] == header["settings"] else []


def store(path: Path, header: dict, rows: list):
    "Write the record as it stands"
    write_atomic(path, (json.dumps(header)[:-1] + ', "rows": [\n' + ",\n".join(json.dumps(r) for r in rows) + "\n]}\n").encode())


def quality(header: dict, settings: phonon.Settings, path: Path, trained: set):
    "One row for each training and validation crystal"
    rows = kept(QUALITY, header)
    done = {r["mp_id"] for r in rows}
    part, dft = {i: entry[0] for i, entry in phonon_set().items() if entry[0] != "test"}, published()
    order = sorted(part, key=lambda i: (part[i] != "valid", hashlib.sha256(i.encode()).hexdigest()))  # a fixed shuffle
    for mp in (i for i in order if i not in done):
        row = {"mp_id": mp, "part": part[mp], "trained_on": mp in trained}
        try:
            structure = cell_of(mp, settings, path)
            density, facts = spectrum(structure, settings, phonon.loaded(path))
            row |= errors(target(density, settings.bin), dft[mp]) | facts
            row["stable"] = bool(facts["lowest"] >= -settings.imaginary_limit)
            row["volume_ratio"] = round(structure.volume / parent_structure(mp).volume, 4)
        except Rejected as e: row["reason"] = str(e)
        rows.append(row)
        print(row, flush=True)
        store(QUALITY, header, rows)


def converge(header: dict, settings: phonon.Settings, path: Path):
    "Twelve crystals with finer and coarser settings"
    rows = kept(CONVERGENCE, header)
    for mp in (i for i in TWELVE if i not in {r["mp_id"] for r in rows}):
        structure = cell_of(mp, settings, path)
        found = {name: spectrum(structure, replace(settings, **change), phonon.loaded(path)) for name, change in VARIANTS.items()}
        best = target(found["supercell 16 Å"][0], settings.bin)
        rows += [{"mp_id": mp, "variant": name} | errors(target(density, settings.bin), best) | facts for name, (density, facts) in found.items()]
        print(*rows[-len(VARIANTS):], sep="\n", flush=True)
        store(CONVERGENCE, header, rows)


def volumes(header: dict, settings: phonon.Settings, path: Path):
    "Validation crystals at several volumes, and in the published cell"
    rows, dft = kept(VOLUMES, header), published()
    for mp in (i for i in validation()[:40] if i not in {r["mp_id"] for r in rows}):
        start = phonon.primitive(parent_structure(mp), settings.symprec)
        cells = {"published": start} | {c: phonon.equilibrium(start, replace(settings, compression=c), path)[0] for c in (1.0, 0.98, 0.96, 0.94)}
        for name, cell in cells.items():
            density, facts = spectrum(cell, settings, phonon.loaded(path))
            rows.append({"mp_id": mp, "cell": name, "volume_ratio": round(cell.volume / start.volume, 4)} | errors(target(density, settings.bin), dft[mp]) | facts)
        print(*rows[-len(cells):], sep="\n", flush=True)
        store(VOLUMES, header, rows)


def peer(header: dict, settings: phonon.Settings, path: Path, trained: set):
    "Validation crystals in their published cells, phonons from both potentials"
    rows, dft, models = kept(PEER, header), published(), {settings.potential: phonon.loaded(path), "SevenNet-0": SevenNet()}
    for mp in (i for i in validation()[:30] if i not in {r["mp_id"] for r in rows}):
        cell = phonon.primitive(parent_structure(mp), settings.symprec)
        for name, model in models.items():
            density, facts = spectrum(cell, settings, model)
            rows.append({"mp_id": mp, "potential": name, "trained_on": mp in trained} | errors(target(density, settings.bin), dft[mp]) | facts)
        print(*rows[-2:], sep="\n", flush=True)
        store(PEER, header, rows)


def again(header: dict, settings: phonon.Settings, path: Path, n: int):
    "Random rows of the corpus beside what comes out when their candidates are computed again, with the settings of their shards"
    columns = ["id", "status", "numbers", "lattice", "dos", "min_frequency", "heat_capacity_300K"]
    drawn = sorted(np.random.default_rng(n).choice(len(list(files.phonon_rows())), n, replace=False).tolist())
    rows, candidates, first = [], {c.id: c for c in phonon.load_candidates()}, 0
    for name in files.shards("phonon"):
        here = [r for r in files.read_shard(name, columns) if r["status"] == "done"]
        about = json.loads(pq.read_schema(files.SHARDS / name).metadata[b"dostransformer"])["settings"]
        of_shard = phonon.Settings(**{k: v for k, v in about.items() if k in asdict(settings)})
        for old in (here[k - first] for k in drawn if first <= k < first + len(here)):
            new = phonon.work(candidates[old["id"]], of_shard, path, None)
            if new["status"] != "done": raise RuntimeError(f"{old['id']}: {new['reason']}")
            a, b = (np.array(r["dos"], float) / len(old["numbers"]) for r in (old, files.with_total(new)))
            m = max(len(a), len(b))
            moved = np.abs(np.pad(a, (0, m - len(a))) - np.pad(b, (0, m - len(b)))).sum() * settings.bin / 6
            rows.append({"id": old["id"], "atoms": len(old["numbers"]), "share_of_modes_elsewhere": round(float(moved), 5),
                         "volume_ratio": round(abs(np.linalg.det(np.reshape(new["lattice"], (3, 3))) / np.linalg.det(np.reshape(old["lattice"], (3, 3)))), 6),
                         "lowest": [old["min_frequency"], new["min_frequency"]], "heat_capacity_300K": [old["heat_capacity_300K"], new["heat_capacity_300K"]],
                         "seconds": new["seconds"]})
            print(rows[-1], flush=True)
            store(AGAIN, header, rows)
        first += len(here)


def trained(path: Path) -> set: return set(json.loads(path.read_text())["train"])


def main():
    "Command line"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--potential", type=Path, required=True)
    parser.add_argument("--phonon-data", type=Path)
    parser.add_argument("--trained-on", type=Path, help="JSON with the potential's training ids")
    parser.add_argument("--converge", action="store_true")
    parser.add_argument("--volumes", action="store_true")
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--again", type=int, metavar="N", help="random rows")
    args = parser.parse_args()
    if args.phonon_data: os.environ["DOSTRANSFORMER_PHONON_DATA"] = str(args.phonon_data)
    settings, path = phonon.Settings(), args.potential.resolve()
    header = {"settings": asdict(settings), "environment": phonon.environment(path)}
    if args.converge: converge(header | {"command": "corpus_quality.py --converge", "reference": "supercell 16 Å"}, settings, path)
    elif args.volumes: volumes(header | {"command": "corpus_quality.py --volumes"}, settings, path)
    elif args.peer: peer(header | {"command": "corpus_quality.py --peer"}, settings, path, trained(args.trained_on))
    elif args.again: again(header | {"command": f"corpus_quality.py --again {args.again}"}, settings, path, args.again)
    else: quality(header | {"command": "corpus_quality.py"}, settings, path, trained(args.trained_on))


if __name__ == "__main__": main()
