"""What the readouts for electrons score where formulas, numbers of elements, crystal systems or elements are kept away from their training.

    python benchmarks/electron_splits.py [SCHEME ...] [--draws 3] [--epochs 40] [--out runs/electron_splits]

One readout on the encoder of the potential, which stays as it is, for each scheme of `draw_split` and each draw, on the electrons of the corpus and of
the bundled set without strained copies. The potential has learnt from energies and forces of many crystals, some of these among them, but from no
electron spectrum. The training set's mean spectrum is scored beside it. Writes dostransformer/data/records/electron_splits.json (or --record);
rows that are there stay.
"""
import argparse
import json
import shlex
import sys
from dataclasses import replace
from pathlib import Path

import torch

from dostransformer.datasets.draws import SCHEMES, draw_split
from dostransformer.datasets.graphs import SPLITS
from dostransformer.datasets.lessons import electron_lessons
from dostransformer.files import write_atomic
from dostransformer.training.electrons import score_readouts
from dostransformer.training.fit import fit
from dostransformer.training.metrics import evaluate, mae, r2, rmse
from dostransformer.training.recipes import PRESETS, recipe
from dostransformer.training.teach import begin
from dostransformer.training.weights import device_name

RECORD = Path(__file__).resolve().parents[1] / 'dostransformer' / 'data' / 'records' / 'electron_splits.json'


def scores(y_hat, test):
    y = test.y
    return {'rmse': rmse(y_hat, y).mean().item(), 'mae': mae(y_hat, y).mean().item(), 'r2': r2(y_hat, y).mean().item()}


def run(scheme, draw, whole, config, epochs, out):
    "The row of a draw"
    parts = draw_split(scheme, whole, draw)
    divided = whole.divide(parts, scheme)
    train, valid, test = (divided.part(p) for p in SPLITS)
    torch.manual_seed(draw)
    how = recipe('electron', max_epochs=epochs, patience=epochs, seed=draw, encoder_lr=0.0, accelerator='cpu')
    best = fit(config, train, valid, how, Path(out) / f'{scheme}-{draw}', progress=False, start=begin(config, 'potential', train))
    mean = scores(train.y.mean(0).expand(len(test), -1), test)
    return {'scheme': scheme, 'draw': draw, **{p: len(d) for p, d in zip(SPLITS, (train, valid, test))}, 'left_out': len(whole) - len(parts), 'epochs': epochs,
            'best_epoch': best.best_epoch, **scores(evaluate(best.model, test).y_hat, test), 'mean_rmse': mean['rmse'], 'mean_mae': mean['mae'],
            **score_readouts(best.model, test)}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('schemes', nargs='*', default=list(SCHEMES), help=f'default: {", ".join(SCHEMES)}')
    p.add_argument('--draws', type=int, default=3)
    p.add_argument('--epochs', type=int, default=40)
    p.add_argument('--out', default='runs/electron_splits')
    p.add_argument('--record', type=Path, default=RECORD)
    a = p.parse_args()
    torch.set_num_threads(1)
    config = replace(PRESETS['electron'].model, n_readouts=1)
    whole = electron_lessons(config.graph)
    record = json.loads(a.record.read_text(encoding='utf-8')) if a.record.exists() else {'rows': []}
    done = {(r['scheme'], r['draw']) for r in record['rows']}
    for scheme in a.schemes:
        for draw in range(a.draws):
            if (scheme, draw) in done: continue
            row = run(scheme, draw, whole, config, a.epochs, a.out)
            record['rows'].append({k: round(v, 5) if isinstance(v, float) else v for k, v in row.items()})
            record |= {'sha256': whole.info.sha256, 'hardware': device_name('cpu'), 'command': shlex.join(['python', 'benchmarks/electron_splits.py', *sys.argv[1:]])}
            write_atomic(a.record, (json.dumps(record, indent=1) + '\n').encode())
            print(record['rows'][-1], flush=True)


if __name__ == '__main__': main()
