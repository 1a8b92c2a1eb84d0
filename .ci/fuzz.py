"""Hostile structure files: each must end in a crystal or in one clear error, in bounded time and memory.

    python .ci/fuzz.py                       # 1,500 files from seed 0, as in the tests
    python .ci/fuzz.py --long --hours 8      # new seeds until the time is up
    python .ci/fuzz.py --atheris FOLDER      # coverage-guided (pip install atheris); FOLDER keeps what it finds

A file that breaks a promise is written to fuzz/, with its reason, and the exit code is 1.
"""
import argparse
import gzip
import json
import random
import re
import resource
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path

import numpy as np
from pymatgen.core import Lattice, Structure
from pymatgen.io.cif import CifWriter
from pymatgen.io.vasp import Poscar

from dostransformer import predict
from dostransformer.crystals.check import StructureError
from dostransformer.crystals.structure import read_crystal

SECONDS, BYTES = 20, 4 * 2**30  # that one file may take
NUMBERS = ['0', '-1', '1e9', '1e-9', '1e400', 'nan', 'inf', '-inf', '1/3', '0.333', '99999999999999999999', '0x10', '1_000', '5.64(3)', '?', '.', '', '1,0', '１']
WORDS = ['D', 'X', 'Xx', 'OH', 'O-H', 'Wat', 'Fe2+', 'fe', 'NA', "'", '"', ';', 'loop_', 'data_', '#', '!', '\0', '\x1b[31m', '\ufeff', 'ﬁ', '[' * 2000, '{' * 50, 'T T F',
         'x,y,z', "'-x,y,w'", 'Selective dynamics', 'null', 'true', '"@class": "Popen"']


def sound() -> dict:  # name of a file -> (text, formula)
    "Files of good crystals, in every format that is read"
    make, box = Structure.from_spacegroup, Lattice.from_parameters
    crystals = [make('P4_2/mnm', Lattice.tetragonal(4.59, 2.96), ['Ti', 'O'], [[0, 0, 0], [.305, .305, 0]]),
                make('P6_3mc', Lattice.hexagonal(3.25, 5.2), ['Zn', 'O'], [[1/3, 2/3, 0], [1/3, 2/3, .382]]),
                make('Fm-3m', Lattice.cubic(5.64), ['Na', 'Cl'], [[0, 0, 0], [.5] * 3]),
                make('P2_1/c', box(5.15, 5.21, 5.32, 90, 99.2, 90), ['Zr', 'O', 'O'], [[.275, .04, .208], [.07, .332, .345], [.45, .757, .479]])]
    files = {}
    for k, s in enumerate(crystals):
        cif, n = str(CifWriter(s, symprec=.01)), s.formula
        head, _, rest = cif.partition('loop_\n _symmetry_equiv_pos_site_id')
        rows = '\n'.join(f'{o.specie} {" ".join(map(str, o.coords))}' for o in s)
        cell = ' '.join(map(str, s.lattice.matrix.ravel()))
        files |= {f'{k}.cif': (cif, n), f'{k}s.cif': (head + 'loop_' + rest.partition('loop_')[2], n), f'{k}p.cif': (str(CifWriter(s)), n),
                  f'POSCAR_{k}': (Poscar(s).get_str(), n), f'{k}.json': (s.to_json(), n), f'{k}.extxyz': (f'{len(s)}\nLattice="{cell}" Properties=species:S:1:pos:R:3\n{rows}\n', n),
                  f'{k}.xsf': (f'CRYSTAL\nPRIMVEC\n{cell}\nPRIMCOORD\n{len(s)} 1\n{rows}\n'.replace(cell, '\n'.join(cell.split()[i] + ' ' + cell.split()[i + 1] + ' ' + cell.split()[i + 2] for i in (0, 3, 6))), n),
                  f'{k}j.json': (json.dumps({'jid': 'J', 'atoms': dict(lattice_mat=s.lattice.matrix.tolist(), coords=s.frac_coords.tolist(), elements=[str(o.specie) for o in s], cartesian=False)}), n)}
    return files


def mutate(text: str, rng: random.Random) -> tuple:  # bytes; whether only lines were lost
    "One to three random changes"
    lost = True
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        lines, how = text.split('\n'), rng.randrange(9)
        i = rng.randrange(len(lines))
        if how == 0: del lines[i]
        elif how == 1: lines.insert(i, rng.choice(lines))
        elif how == 2: lines[i:] = []
        elif how == 3: rng.shuffle(lines)
        elif how in (4, 5):  # a number becomes another
            found = [m for m in re.finditer(r'-?\d+\.?\d*', text)]
            if found:
                m = rng.choice(found)
                lines = (text[:m.start()] + rng.choice(NUMBERS) + text[m.end():]).split('\n')
        elif how == 6:
            words = lines[i].split(' ')
            words[rng.randrange(len(words))] = rng.choice(WORDS)
            lines[i] = ' '.join(words)
        elif how == 7:
            at = rng.randrange(len(text) + 1)
            lines = (text[:at] + chr(rng.choice([rng.randrange(128), rng.randrange(0xd7ff)])) + text[at + 1:]).split('\n')
        else: lines[i] = lines[i] * rng.choice([2, 50])
        lost &= how in (0, 2)
        text = '\n'.join(lines)
    content = text.encode('utf-8', 'surrogatepass')
    kind = rng.randrange(20)
    if kind == 0: content = gzip.compress(content)[:rng.choice([None, -5])]
    elif kind == 1: content = text.encode('utf-16')
    elif kind == 2: content = content.replace(b'\n', b'\r')
    elif kind == 3: content = content[:len(content) // 2] + bytes(rng.randrange(256) for _ in range(8)) + content[len(content) // 2:]
    return content, lost and kind > 3


def alarm(*_): raise TimeoutError(f'more than {SECONDS} s')


def judge(path: Path, formula: str, lost: bool) -> str:  # '' where every promise was kept
    "Read a file, and say which promise was broken"
    signal.signal(signal.SIGALRM, alarm)
    signal.alarm(SECONDS)
    try: crystal = read_crystal(path)
    except StructureError as e: return '' if '\n' not in str(e) and len(str(e)) < 2000 else 'a message of several lines'
    except BaseException as e: return f'{type(e).__name__}: {traceback.format_exc()}'
    finally: signal.alarm(0)
    s = crystal.structure
    if not (np.isfinite(s.lattice.matrix).all() and np.isfinite(s.frac_coords).all()): return 'not a number in a crystal'
    told = '_chemical_formula_sum' in path.read_text(errors='replace') or not path.name.endswith('.cif')
    if lost and told and not crystal.notes and s.formula != formula: return f'lines were lost, and {s.formula} was read without a word'
    return ''


def run(seed: int, n: int, report: Path) -> Counter:
    "So many files from one seed"
    rng, outcome, good = random.Random(seed), Counter(), sound()
    with tempfile.TemporaryDirectory() as tmp:
        for name, (text, formula) in good.items():
            path = Path(tmp) / name
            path.write_text(text)
            assert read_crystal(path).structure.formula == formula, name
        accepted = []
        for k in range(n):
            name = rng.choice(list(good))
            content, lost = mutate(good[name][0], rng)
            path = Path(tmp) / name
            path.write_bytes(content)
            why = judge(path, good[name][1], lost)
            outcome['broken' if why else 'kept'] += 1
            if why:
                report.mkdir(exist_ok=True)
                (report / f'{seed}-{k}-{name}').write_bytes(content)
                (report / f'{seed}-{k}-{name}.txt').write_text(why)
                print(f'{seed}-{k}-{name}: {why.strip().splitlines()[-1]}')
            elif rng.random() < .1:
                accepted.append(Path(tmp) / f'{k}-{name.replace("POSCAR", "x")}')
                accepted[-1].write_bytes(content)
        out = predict(accepted, on_error='skip')  # a batch goes on, whatever is in it
        for p in out: assert np.isfinite(p.density).all() and p.density.min() >= 0
        outcome['predicted'], outcome['refused in a batch'] = len(out), len(out.failures)
        bad = [f for f in out.failures if not isinstance(f.error, (ValueError, OSError))]
        if bad: outcome['broken'] += len(bad); print(*bad, sep='\n')
    return outcome


def guided(folder: Path):
    "Fuzzing that follows which lines are reached"
    import atheris
    good = {name.split('.')[-1]: text for name, (text, _) in sound().items()}
    for k, text in good.items():
        (folder / k).parent.mkdir(parents=True, exist_ok=True)
        (folder / f'{k}-seed').write_text(text)

    def once(content):
        try: read_crystal(content.decode('utf-8', 'replace') + '\n')
        except StructureError: pass

    atheris.Setup([sys.argv[0], f'-timeout={SECONDS}', '-rss_limit_mb=4096', str(folder)], atheris.instrument_func(once))
    atheris.Fuzz()


def main():
    "Command line"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--files', type=int, default=1500)
    parser.add_argument('--seed', type=int, default=0)
    parser.add_argument('--long', action='store_true', help='new seeds until --hours are over')
    parser.add_argument('--hours', type=float, default=8)
    parser.add_argument('--report', type=Path, default=Path('fuzz'))
    parser.add_argument('--record', type=Path, help='write the counts to a JSON file')
    parser.add_argument('--atheris', type=Path)
    args = parser.parse_args()
    warnings.simplefilter('ignore')
    if args.atheris: return guided(args.atheris)
    predict('dostransformer/data/crystals/NaCl.cif')  # load everything before memory is bounded
    resource.setrlimit(resource.RLIMIT_AS, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 + 2 * BYTES,) * 2)
    start, seed, total = time.monotonic(), args.seed, Counter()
    while True:
        total += run(seed, args.files, args.report)
        seed += 1
        if not args.long or time.monotonic() - start > args.hours * 3600: break
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    if args.record:
        facts = {'command': f'python .ci/fuzz.py --files {args.files} --seed {args.seed}', **total, 'seconds': round(time.monotonic() - start), 'peak_gb': round(peak, 2)}
        args.record.write_text(json.dumps(facts, indent=1) + '\n')
    print(f'{dict(total)}, {time.monotonic() - start:.0f} s, {peak:.1f} GB at most')
    sys.exit(bool(total['broken']) or peak > 4)


if __name__ == '__main__': main()
