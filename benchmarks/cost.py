"""Error against seconds a crystal, phonons: rows of Table 1, weights of the package, the potential with phonopy.

    python benchmarks/cost.py [--every 3] [--data FOLDER]

Seconds are those of one core, from a `Structure` in memory to a curve, one crystal after the other, by each way in turn in one process: the
median over every third test crystal. A row of Table 1 takes as long with any weights, so untrained ones are timed. `phonon-forces` has its
seconds of one core from `results/weights/`, where its predictions are kept. Errors: of the rows, from `results/phonon/`, means of seeds; of weights, from
their cards; of `phonon-forces`, from its predictions. Writes dostransformer/data/records/cost.json, from which the page
`7_paper/comparison` makes its figure.
"""
import argparse
import json
from pathlib import Path
from time import process_time

import numpy as np
import pandas as pd
import torch

from dostransformer.datasets.phonon import PhononDOS
from dostransformer.files import write_atomic
from dostransformer.model.network import DOSTransformer
from dostransformer.paper.tables import read_results
from dostransformer.prediction.predictor import DOSPredictor
from dostransformer.spectra.grid import PHONON_GRID
from dostransformer.training.recipes import ROWS, row_config, row_label
from dostransformer.training.weights import device_name, load_pretrained

ROOT = Path(__file__).resolve().parents[1]
RECORD = ROOT / 'dostransformer' / 'data' / 'records' / 'cost.json'
WEIGHTS = 'phonon-paper', 'phonon-attention', 'phonon-fast', 'phonon'


def seconds(predictor, crystals):
    "Of one core for each crystal, after one that warms up"
    predictor.predict(crystals[0])
    out = []
    for s in crystals:
        began = process_time()
        predictor.predict(s)
        out.append(process_time() - began)
    return out


def untrained(row):
    "A predictor of a row of Table 1, right about seconds only"
    config = row_config(row)
    return DOSPredictor(DOSTransformer(config), {'name': row, 'grid': PHONON_GRID.to_dict(), 'config': config.to_dict(), 'training': {}})


def forces():
    "The potential with phonopy"
    t = pd.read_parquet(ROOT / 'results' / 'weights' / 'phonon-forces.parquet').dropna(subset=['seconds'])
    off = np.stack(t.y_hat) - np.stack(t.y)
    return {'name': 'phonon-forces', 'kind': 'computed', 'rmse': float(np.sqrt((off**2).mean(1)).mean()), 'mae': float(abs(off).mean()),
            'seconds': float(t.seconds.median()), 'n': len(t)}


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--every', type=int, default=3)
    p.add_argument('--data')
    a = p.parse_args()
    torch.set_num_threads(1)
    crystals = PhononDOS(a.data, 'test').structures[::a.every]
    found, rows = read_results(ROOT / 'results' / 'phonon'), []
    for row in ROWS:
        t = [x for (r, _, _), x in found.items() if r == row]
        rows.append({'name': row_label(row), 'kind': 'Table 1', 'rmse': np.mean([x.rmse.mean() for x in t]), 'mae': np.mean([x.mae.mean() for x in t]),
                     'seconds': np.median(seconds(untrained(row), crystals)), 'n': len(crystals)})
        print(rows[-1], flush=True)
    for name in WEIGHTS:
        predictor, score = DOSPredictor.from_pretrained(name), load_pretrained(name)[1]['scores']['test']
        rows.append({'name': name, 'kind': 'weights', 'rmse': score['rmse'], 'mae': score['mae'], 'seconds': np.median(seconds(predictor, crystals)), 'n': len(crystals)})
        print(rows[-1], flush=True)
    rows.append(forces())
    record = {'rows': [{k: round(float(v), 5) if isinstance(v, float) else v for k, v in r.items()} for r in rows], 'hardware': device_name('cpu') + ', one core',
              'command': f'python benchmarks/cost.py --every {a.every}'}
    write_atomic(RECORD, (json.dumps(record, indent=1) + '\n').encode())


if __name__ == '__main__': main()
