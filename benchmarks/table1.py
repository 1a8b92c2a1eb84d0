"""Train all cells of Table 1: for each row its own learning rate, chosen on validation, then three seeds.

    python benchmarks/table1.py phonon [--rows mlp ...] [--rates 1e-3 5e-4] [--jobs 2]
    python benchmarks/table1.py electron [--rows dostransformer --precision bf16-mixed] [--jobs 2]

A row is trained with seed 0 at every learning rate of --rates (A.3 names three), each to the paper's stopping rule. The
rate with the lowest validation loss is the row's; its run is seed 0 of the table, and the other seeds follow. Batch size 8,
also among those of A.3. (Short pilots would favour high rates, which learn faster and end worse.) Electrons: the rate is chosen
on the random split and kept for the other two. Every training is a call of `dostransformer reproduce`, kept in the stored
result as its command. The test set has no say in anything.

Trainings go to --out (default: results), those of other rates to its folder `rates`; give the same command again to
continue after an interruption. The phonon data are found by DOSTRANSFORMER_DATA.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dostransformer.paper.cells import Cell
from dostransformer.training.recipes import ROWS

RATES = 1e-3, 5e-4, 1e-4  # η (A.3)
SPLITS = {'phonon': ['official'], 'electron': ['random', 'n_species', 'crystal_system']}  # the rate is chosen on the first


def reproduce(a, row, split, out, seeds, lr):
    "One call of the command line, with one core"
    where = [] if a.what == 'phonon' else ['--split', split]
    command = [sys.executable, '-m', 'dostransformer', 'reproduce', a.what, *where, '--rows', row,
               '--seeds', str(seeds), '--batch-size', '8', '--lr', f'{lr:g}', *a.precision, '--out', str(out)]
    log = out / 'logs' / f'{a.what}-{split}-{row}.txt'
    log.parent.mkdir(parents=True, exist_ok=True)
    with open(log, 'a', encoding='utf-8') as f:
        subprocess.run(command, env=os.environ | {'OMP_NUM_THREADS': '1'}, stdin=subprocess.DEVNULL, stdout=f, stderr=f, check=True)


def choose_rate(a, row):
    "The best of the rates; its run becomes seed 0"
    split = SPLITS[a.what][0]
    cell, tried = Cell(row, 'phonon' if a.what == 'phonon' else 'bundled', split), {}
    for lr in a.rates:
        out = a.out / 'rates' / f'{lr:g}'
        reproduce(a, row, split, out, 1, lr)
        tried[lr] = json.loads((cell.folder(out) / 'result.json').read_text(encoding='utf-8'))['valid_loss']
    best = min(tried, key=tried.get)
    if not (cell.folder(a.out) / 'result.json').exists():
        shutil.copytree(cell.folder(a.out / 'rates' / f'{best:g}'), cell.folder(a.out), dirs_exist_ok=True)
    path = cell.folder(a.out).parent / f'{row}-rates.json'
    path.write_text(json.dumps({'valid_loss': {f'{lr:g}': round(x, 5) for lr, x in tried.items()}}, indent=1) + '\n', encoding='utf-8')
    print(f'{row}: learning rate {best:g}', flush=True)
    return best


def train_row(a, row):
    "The rate, then every seed on every split"
    best = choose_rate(a, row)
    for split in SPLITS[a.what]:
        reproduce(a, row, split, a.out, 3, best)
        print(f'{row}, {split}: all seeds there', flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('what', choices=list(SPLITS))
    p.add_argument('--rows', nargs='+', choices=list(ROWS), default=list(ROWS))
    p.add_argument('--rates', nargs='+', type=float, default=RATES)
    p.add_argument('--precision', type=lambda x: ['--precision', x], default=[], help='32-true or bf16-mixed; default: that of the paper, 32-true')
    p.add_argument('--jobs', type=int, default=2, help='rows at the same time, a core for each')
    p.add_argument('--out', type=Path, default=Path('results'))
    a = p.parse_args()
    with ThreadPoolExecutor(a.jobs) as pool: list(pool.map(lambda row: train_row(a, row), a.rows))


if __name__ == '__main__': main()
