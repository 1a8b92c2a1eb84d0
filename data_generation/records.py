"""Records of finished work: one JSON file per crystal, complete or absent, and bundles of them.

Standard library only: the phonon script and the electron script run under different Pythons.
"""

import argparse
import gzip
import hashlib
import json
import os
import traceback
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path


def write_atomic(path: Path, content: bytes):
    "Write so that a kill leaves the old file or the new one, never half of one"
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    os.replace(part, path)


def canonical(content: dict) -> bytes:
    "JSON with one spelling"
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_bundle(path: Path) -> dict:
    "What is in a shipped file"
    return json.loads(gzip.decompress(path.read_bytes()))


def write_bundle(path: Path, header: dict, content: dict, **extra):
    "Write a file to ship: the same content gives the same bytes"
    header = header | {"content_sha256": hashlib.sha256(canonical(content)).hexdigest()}
    write_atomic(path, gzip.compress(canonical({"header": header} | extra | content), 9, mtime=0))


class Rejected(Exception):
    "A crystal that does not enter a set, with the reason"


def outcome(record: dict, compute, keep=None) -> dict:  # compute() -> the rest of the record; keep(record) writes it
    "The record of a crystal whatever happens to it"
    try: record |= {"status": "done", "reason": ""} | compute()
    except Rejected as e: record |= {"status": "rejected", "reason": str(e)}
    except Exception as e: record |= {"status": "failed", "reason": f"{type(e).__name__}: {e}", "trace": traceback.format_exc()}
    if keep: keep(record)
    return record


def unpack(bundle: Path, folder: Path, suffix: str = ""):
    "Records of what a shipped file already holds, so that a run in a new checkout continues it"
    if not bundle.exists(): return
    content = read_bundle(bundle)
    common = {key: content["header"][key] for key in ("settings", "environment", "date")}
    records = [{"id": e["id"], "status": "done", "entry": e} for e in content["crystals"]]
    records += [{"id": i, "status": "rejected", "reason": why} for i, why in content["header"]["rejected"].items()]
    for r in records:
        path = folder / f"{r['id']}{suffix}.json"
        if not path.exists(): write_atomic(path, json.dumps(r | common, indent=1).encode())


def finished(path: Path, settings: dict) -> bool:
    "Is there a record made with these settings?"
    if not path.exists(): return False
    record = json.loads(path.read_bytes())
    return record["status"] != "failed" and record["settings"] == settings


def in_turn(jobs: list, cost, group) -> list:  # cost(job) -> number, group(job) -> name
    "An order in which a stopped run has something of every group, and more of what is cheap"
    queues = {}
    for job in sorted(jobs, key=lambda j: -cost(j)): queues.setdefault(group(job), []).append(job)
    spent, order = {g: cost(q[-1]) ** 0.5 for g, q in queues.items()}, []
    while any(queues.values()):
        name = min((g for g in queues if queues[g]), key=spent.get)
        order.append(queues[name].pop())
        spent[name] += cost(order[-1]) ** 0.5
    return order


def run(jobs: list, work, report, processes: int):  # work(job) -> record, report(record) -> log line
    "Do every job, some at a time"
    if processes == 1:
        for job in jobs: print(report(work(job)), flush=True)
        return
    with ProcessPoolExecutor(processes) as pool:
        for job in as_completed([pool.submit(work, j) for j in jobs]): print(report(job.result()), flush=True)


def arguments(doc: str) -> argparse.ArgumentParser:  # more can be added
    "The options that both scripts have"
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path(__file__).resolve().parent / "work", help="folder of the per-crystal records")
    parser.add_argument("--processes", type=int, default=1, help="crystals at a time, one core each")
    parser.add_argument("--only", default="", help="only ids that contain one of these texts, comma separated")
    parser.add_argument("--collect", action="store_true", help="write the bundle from finished records")
    return parser
