"""Train all cells of Table 1: for each row its own learning rate, chosen on validation, then three seeds.

    python benchmarks/table1.py phonon [--rows mlp ...] [--jobs 2]
    python benchmarks/table1.py electron --split random [--jobs 2]

A row is first trained for --pilot epochs with seed 0 at every learning rate among which the paper tuned (A.3). The rate
with the lowest validation loss is the row's, and three seeds are trained with it to the paper's stopping rule. Batch size 8,
also among those of A.3. Every training is a call of `dostransformer reproduce`, kept in the stored result as its command.
The test set has no say in anything.

Trainings go to --out (default: results), those of other rates to its folder `rates`; give the same command again to
continue after an interruption. The phonon data are found by DOSTRANSFORMER_DATA.
"""
import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dostransformer.baselines import ROWS
from dostransformer.reproduce import Cell

RATES = 1e-3, 5e-4, 1e-4  # η (A.3)


def reproduce(a, row, out, seeds, lr, *more):
    "One call of the command line, with one core"
    where = [] if a.what == 'phonon' else ['--split', a.split]
    command = [sys.executable, '-c', 'from dostransformer.cli import main; main()', 'reproduce', a.what, *where, '--rows', row,
               '--seeds', str(seeds), '--batch-size', '8', '--lr', f'{lr:g}', '--out', str(out), *more]
    log = out / 'logs' / f'{a.what}-{a.split}-{row}.txt'
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, 'a', encoding='utf-8') as f:
        subprocess.run(command, env=os.environ | {'OMP_NUM_THREADS': '1'}, stdin=subprocess.DEVNULL, stdout=f, stderr=f, check=True)


def train_row(a, row):
    "A pilot for each rate, then all seeds at the best"
    cell = Cell(row, 'phonon' if a.what == 'phonon' else 'bundled', a.split)
    tried = {}
    for lr in RATES:
        out = a.out / 'rates' / f'{lr:g}'
        reproduce(a, row, out, 1, lr, '--epochs', str(a.pilot))
        tried[lr] = json.loads((cell.folder(out) / 'result.json').read_text(encoding='utf-8'))['valid_loss']
    best = min(tried, key=tried.get)
    record = {'epochs': a.pilot, 'seed': 0, 'valid_loss': {f'{lr:g}': round(x, 5) for lr, x in tried.items()}}
    path = a.out / cell.folder('.').parent / f'{row}-rates.json'
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, indent=1) + '\n', encoding='utf-8')
    print(f'{row}: learning rate {best:g}', flush=True)
    reproduce(a, row, a.out, 3, best)
    print(f'{row}: all seeds there', flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('what', choices=['phonon', 'electron'])
    p.add_argument('--split', choices=['random', 'n_species', 'crystal_system'], help='electron')
    p.add_argument('--rows', nargs='+', choices=list(ROWS), default=list(ROWS))
    p.add_argument('--jobs', type=int, default=2, help='rows at the same time, a core for each')
    p.add_argument('--pilot', type=int, default=60, help='epochs to choose a learning rate by')
    p.add_argument('--out', type=Path, default=Path('results'))
    a = p.parse_args()
    a.split = 'official' if a.what == 'phonon' else a.split or 'random'
    with ThreadPoolExecutor(a.jobs) as pool: list(pool.map(lambda row: train_row(a, row), a.rows))


if __name__ == '__main__': main()
