"""Where the corpus is kept: records of finished crystals in work/, immutable Parquet shards in corpus/.

    python corpus_files.py              # what is there
    python corpus_files.py --pack       # full shards from the records
    python corpus_files.py --pack --all # and one of what is left
    python corpus_files.py --pack --all --waiting  # kept, but not yet part of the data set
    python corpus_files.py --admit      # what waited is part of it now

A record is one JSON file, complete or absent, so that a run can be killed at any moment. A shard is written once; its
name and checksum stand in dostransformer/data/corpus.json, which comes with the package. What a shard holds is never computed again, in this checkout or another.
Scores belong to a data set as it was, so new shards may wait until weights are trained on them: then they are kept, but `CorpusDOS` does not read them.
"""

import argparse
import hashlib
import json
from collections import Counter
from functools import partial
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from records import outcome as outcome_of, write_atomic

HERE = Path(__file__).resolve().parent
WORK = HERE / "work"
PHONON, ELECTRON = WORK / "phonon", WORK / "electron"  # the name of the folder is the kind
SHARDS = HERE / "corpus"
INDEX = HERE.parent / "dostransformer" / "data" / "corpus.json"  # in the package, so that it can check what it downloads
ROWS = 200  # finished crystals in a full shard; rejected ones come on top
LICENSE = "Computed for dostransformer by its authors. Data: CC-BY-4.0; the scripts that made it: Apache-2.0."

half, real, text = pa.list_(pa.float16()), pa.list_(pa.float64()), pa.string()
COMMON = [("id", text), ("status", text), ("reason", text), ("date", text), ("seconds", pa.float32())]
SCHEMAS = {
    "phonon": COMMON + [
        ("formula", text), ("kind", text), ("source", text), ("lattice", real), ("numbers", pa.list_(pa.uint8())), ("frac_coords", real),
        ("space_group", pa.uint8()), ("metallic", pa.bool_()), ("energy_per_atom", pa.float64()), ("relax_steps", pa.int16()),
        ("volume_change", pa.float32()), ("orbit", pa.list_(pa.uint8())), ("dos", half), ("sites", half), ("min_frequency", pa.float32()),
        ("max_frequency", pa.float32()), ("heat_capacity_300K", pa.float32()), ("mesh", pa.list_(pa.int16())),
        ("supercell", pa.list_(pa.int16())), ("displacements", pa.int16()), ("seconds_relax", pa.float32())],
    "electron": COMMON + [
        ("structure_sha256", text), ("density", half), ("sites_l", half), ("zero", pa.float64()), ("fermi", pa.float64()),
        ("vbm", pa.float64()), ("cbm", pa.float64()), ("gap", pa.float64()), ("direct_gap", pa.float64()), ("electrons", pa.float64()),
        ("electrons_window", pa.float64()), ("kpoints_scf", pa.list_(pa.int16())), ("kpoints", pa.list_(pa.int16())),
        ("bands", pa.int16())]}
UNITS = {
    "phonon": {"lattice": "Å, rows", "energy_per_atom": "eV", "orbit": "symmetry-distinct site of each atom, from 0",
               "dos": "states per cm-1 and cell, mean over bins of settings.bin from 0; integral 3 N",
               "sites": "(sites, bins) flattened, states per cm-1 and atom; integral 3 each", "min_frequency": "cm-1, negative: imaginary",
               "max_frequency": "cm-1", "heat_capacity_300K": "J/K per mole of cells", "seconds": "CPU time of one core"},
    "electron": {"density": "states/eV/cell, both spins, mean over each bin", "sites_l": "(sites, 4: s p d f, bins) flattened, states/eV/atom",
                 "zero": "eV, absolute: 0 of the grid", "fermi": "eV, absolute", "vbm": "eV, absolute", "cbm": "eV, absolute",
                 "gap": "eV, 0 for metals", "direct_gap": "eV", "electrons": "valence electrons of the cell",
                 "electrons_window": "of them, in the window", "seconds": "CPU time of one core"}}


def plain(value):
    "What json can write: arrays as lists with six significant digits"
    if isinstance(value, np.ndarray): return [float(f"{x:.6g}") for x in value.ravel()]
    if isinstance(value, np.generic): return value.item()
    raise TypeError(type(value))


def write_record(folder: Path, record: dict):
    "Keep a finished crystal"
    write_atomic(folder / f"{record['id']}.json", json.dumps(record, default=plain).encode())


def outcome(record: dict, compute, folder: Path | None) -> dict:  # compute() -> the rest of the record
    "The record of a crystal whatever happens to it, kept unless there is no folder"
    return outcome_of(record, compute, folder and partial(write_record, folder))


def read_records(folder: Path) -> list:
    "Finished crystals that no shard holds yet, oldest first"
    paths = sorted(folder.glob("*.json"), key=lambda p: (p.stat().st_mtime_ns, p.name))
    return [json.loads(p.read_bytes()) for p in paths if p.name != "_run.json"]


def start(folder: Path, settings: dict, environment: dict):
    "Note what the records of this folder are made with; records of other settings must be packed or removed first"
    run, path = {"settings": settings, "environment": environment}, folder / "_run.json"
    if path.exists() and json.loads(path.read_bytes()) != run and read_records(folder):
        raise SystemExit(f"{folder} holds records made with other settings or versions: pack them with `corpus_files.py --pack --all`, or remove them")
    write_atomic(path, json.dumps(run).encode())


def index() -> dict:  # shard name -> facts
    "The list of shards"
    return json.loads(INDEX.read_bytes()) if INDEX.exists() else {}


def read_shard(name: str, columns: list | None = None) -> list:  # rows
    "Rows of a shard whose checksum is right"
    content = (SHARDS / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != index()[name]["sha256"]: raise SystemExit(f"{name} is damaged: its checksum is not that of {INDEX.name}")
    return pq.read_table(pa.BufferReader(content), columns=columns).to_pylist()


def shards(kind: str) -> list: return sorted(n for n, facts in index().items() if facts["kind"] == kind)


def finished_ids(folder: Path) -> set:
    "Crystals that need not be computed: rejected ones too, crashed ones not"
    packed = {r["id"] for name in shards(folder.name) for r in read_shard(name, ["id"])}
    return packed | {r["id"] for r in read_records(folder) if r["status"] != "failed"}


def phonon_rows(folder: Path = PHONON):  # dicts, spectra left out of packed ones
    "Structures of all crystals with phonons, packed ones first"
    wanted = ["id", "status", "formula", "lattice", "numbers", "frac_coords", "space_group", "metallic", "orbit"]
    packed = [r for name in shards("phonon") for r in read_shard(name, wanted)]
    yield from (r for r in packed + read_records(folder) if r["status"] == "done")


def table(kind: str, records: list, run: dict) -> pa.Table:
    "Records as a table with its settings"
    schema = pa.schema(SCHEMAS[kind], metadata={"dostransformer": json.dumps(
        {"format": f"dostransformer-corpus-{kind}/1", "license": LICENSE, "units": UNITS[kind]} | run, sort_keys=True)})

    def column(name, kind_of):
        values = [r.get(name) for r in records]
        if kind_of == half: values = [None if v is None else np.asarray(v, np.float16) for v in values]
        return pa.array(values, kind_of)

    return pa.Table.from_arrays([column(f.name, f.type) for f in schema], schema=schema)


def with_total(record: dict) -> dict:
    "A phonon record with the spectrum of the cell: the sum over its atoms"
    if record["status"] != "done" or "sites" not in record: return record
    count = np.bincount(record["orbit"])  # (sites,)
    return record | {"dos": count @ np.reshape(record["sites"], (len(count), -1))}


def write_index(facts: dict): write_atomic(INDEX, (json.dumps(facts, indent=1, sort_keys=True) + "\n").encode())


def admit():
    "No shard waits any longer"
    write_index({name: {k: v for k, v in facts.items() if k != "waiting"} for name, facts in index().items()})


def pack(folder: Path, everything: bool, waiting: bool) -> list:  # names of new shards
    "Move records into new shards"
    kind, made = folder.name, []
    records = [r for r in read_records(folder) if r["status"] != "failed"]
    run = json.loads((folder / "_run.json").read_bytes()) if records else {}
    while sum(r["status"] == "done" for r in records) >= (1 if everything else ROWS):
        done = np.cumsum([r["status"] == "done" for r in records])
        n = int(np.searchsorted(done, min(ROWS, done[-1]))) + 1
        if done[-1] <= ROWS: n = len(records)
        part, records = records[:n], records[n:]
        facts = index()
        name = f"{kind}-{len(shards(kind)):04d}.parquet"
        out = pa.BufferOutputStream()
        pq.write_table(table(kind, [with_total(r) for r in part], run), out, compression="zstd", compression_level=19)
        content = out.getvalue().to_pybytes()
        write_atomic(SHARDS / name, content)
        count = Counter(r["status"] for r in part)
        facts[name] = {"kind": kind, "done": count["done"], "rejected": count["rejected"], "bytes": len(content),
                       "sha256": hashlib.sha256(content).hexdigest()} | ({"waiting": True} if waiting else {})
        write_index(facts)
        for r in part: (folder / f"{r['id']}.json").unlink()
        made.append(name)
    return made


def summary() -> str:
    "How much is there"
    lines = []
    for folder in (PHONON, ELECTRON):
        facts = [f for f in index().values() if f["kind"] == folder.name]
        loose = Counter(r["status"] for r in read_records(folder))
        lines.append(f"{folder.name}: {len(facts)} shards, {sum(f['done'] for f in facts)} crystals and {sum(f['rejected'] for f in facts)} rejected, "
                     f"{sum(f['bytes'] for f in facts) / 1e6:.1f} MB, {sum('waiting' in f for f in facts)} of the shards waiting; records: {dict(loose)}")
    return "\n".join(lines)


def main():
    "Command line"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", action="store_true", help="make shards")
    parser.add_argument("--all", action="store_true", help="with --pack: a last, smaller shard too")
    parser.add_argument("--waiting", action="store_true", help="with --pack: the new shards are no part of the data set yet")
    parser.add_argument("--admit", action="store_true", help="shards that wait become part of the data set")
    args = parser.parse_args()
    if args.admit: admit()
    if args.pack:
        for folder in (PHONON, ELECTRON): print(*pack(folder, args.all, args.waiting), sep="\n")
    print(summary())


if __name__ == "__main__": main()
