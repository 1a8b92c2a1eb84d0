"""Error against seconds a crystal, phonons: rows of Table 1, weights of the package, the potential with phonopy.

    python benchmarks/cost.py [--every 3] [--data FOLDER] [--potential FOLDER]
    python benchmarks/cost.py --forces      # `phonon-forces` on all test crystals, into results/weights/, where the other reads it

Seconds are those of one core, from a `Structure` in memory to a curve, one crystal after the other, by each way in turn in one process: the
median over every third test crystal. A row of Table 1 takes as long with any weights, so untrained ones are timed. `phonon-forces` has its
seconds of one core from `results/weights/`, where its predictions are kept. Errors: of the rows, from `results/phonon/`, means of seeds; of weights, from
their cards; of `phonon-forces`, from its predictions. The potential SevenNet-0 (`pip install sevenn==0.13.0`) is timed and scored with the same
phonopy on the same crystals, and `phonon-forces` once more beside it. Writes dostransformer/data/records/cost.json, from which the page
`7_paper/comparison` makes its figure.
"""
import argparse
import json
import sys
from functools import cache
from pathlib import Path
from time import process_time
from unittest.mock import patch

import numpy as np
import pandas as pd
import torch

from dostransformer.datasets.phonon import NEW_TO_POTENTIAL, PhononDOS
from dostransformer.files import write_atomic
from dostransformer.model.network import DOSTransformer
from dostransformer.paper.tables import read_results
from dostransformer.prediction.forces import force_predictor, forces_of
from dostransformer.prediction.predictor import DOSPredictor
from dostransformer.spectra.grid import PHONON_GRID
from dostransformer.training.recipes import ROWS, row_config, row_label
from dostransformer.training.weights import device_name, load_pretrained

ROOT = Path(__file__).resolve().parents[1]
COMPUTED = ROOT / 'results' / 'weights' / 'phonon-forces.parquet'
RECORD = ROOT / 'dostransformer' / 'data' / 'records' / 'cost.json'
WEIGHTS = 'phonon-paper', 'phonon-attention', 'phonon-fast', 'phonon'


def timed(predictor, crystals):
    "Median seconds of one core for a crystal, after one that warms up, and the predictions"
    predictor.predict(crystals[0])
    seconds, predictions = [], []
    for s in crystals:
        began = process_time()
        predictions += predictor.predict(s)
        seconds.append(process_time() - began)
    return np.median(seconds), predictions


def untrained(row):
    "A predictor of a row of Table 1, right about seconds only"
    config = row_config(row)
    return DOSPredictor(DOSTransformer(config), {'name': row, 'grid': PHONON_GRID.to_dict(), 'config': config.to_dict(), 'training': {}})


def compute(test, root):
    "All test crystals by forces, with the seconds of each"
    predictor, rows = force_predictor(root), []
    for i, s, y in zip(test.ids, test.structures, test.y.numpy()):
        began = process_time()
        p, = predictor.predict({i: s})
        rows.append({'material_id': i, 'formula': s.reduced_formula, 'n_atoms': len(s), 'y': y, 'y_hat': p.scaled.astype('float32'), 'seconds': round(process_time() - began, 2),
                     'seen_by_potential': i not in NEW_TO_POTENTIAL, 'warnings': '; '.join(p.warnings)})
        print(i, rows[-1]['seconds'], flush=True)
    pd.DataFrame(rows).to_parquet(COMPUTED)
    print(forces())


def forces():
    "The potential with phonopy"
    t = pd.read_parquet(COMPUTED).dropna(subset=['seconds'])
    off = np.stack(t.y_hat) - np.stack(t.y)
    return {'name': 'phonon-forces', 'kind': 'computed', 'rmse': float(np.sqrt((off**2).mean(1)).mean()), 'mae': float(abs(off).mean()),
            'seconds': float(t.seconds.median()), 'n': len(t)}


@cache
def other_potential():
    "The one of `data_generation/sevennet.py`, loaded once"
    sys.path.insert(0, str(ROOT / 'data_generation'))
    from sevennet import SevenNet
    return SevenNet()


def sevennet(potential, cell, displacements):
    "SevenNet-0 in the place of `forces_of`"
    call = other_potential()
    return [call(cell.atomic_numbers, cell.cart_coords + u, cell.lattice.matrix)[1] for u in displacements]


def potentials(root, structures, y):
    "Both potentials with phonopy, in the published cells"
    predictor, rows = force_predictor(root), []
    for name, how in (('phonon-forces, these crystals', forces_of), ('SevenNet-0 and phonopy', sevennet)):
        with patch('dostransformer.prediction.forces.forces_of', how): seconds, found = timed(predictor, structures)
        off = np.stack([p.scaled for p in found]) - y
        rows.append({'name': name, 'kind': 'computed', 'rmse': np.sqrt((off**2).mean(1)).mean(), 'mae': abs(off).mean(), 'seconds': seconds, 'n': len(structures)})
        print(rows[-1], flush=True)
    return rows


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--every', type=int, default=3)
    p.add_argument('--data')
    p.add_argument('--potential')
    p.add_argument('--forces', action='store_true')
    a = p.parse_args()
    torch.set_num_threads(1)
    test = PhononDOS(a.data, 'test')
    if a.forces: return compute(test, a.potential)
    crystals = test.structures[::a.every]
    found, rows = read_results(ROOT / 'results' / 'phonon'), []
    for row in ROWS:
        t = [x for (r, _, _), x in found.items() if r == row]
        rows.append({'name': row_label(row), 'kind': 'Table 1', 'rmse': np.mean([x.rmse.mean() for x in t]), 'mae': np.mean([x.mae.mean() for x in t]),
                     'seconds': timed(untrained(row), crystals)[0], 'n': len(crystals)})
        print(rows[-1], flush=True)
    for name in WEIGHTS:
        predictor, score = DOSPredictor.from_pretrained(name), load_pretrained(name)[1]['scores']['test']
        rows.append({'name': name, 'kind': 'weights', 'rmse': score['rmse'], 'mae': score['mae'], 'seconds': timed(predictor, crystals)[0], 'n': len(crystals)})
        print(rows[-1], flush=True)
    rows += [forces(), *potentials(a.potential, crystals, test.y[::a.every].numpy())]
    record = {'rows': [{k: round(float(v), 5) if isinstance(v, float) else v for k, v in r.items()} for r in rows], 'hardware': device_name('cpu') + ', one core',
              'command': f'python benchmarks/cost.py --every {a.every}'}
    write_atomic(RECORD, (json.dumps(record, indent=1) + '\n').encode())


if __name__ == '__main__': main()
