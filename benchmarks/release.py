"""Turn finished training runs into shipped weights: the run with the lowest validation loss, and the scores of all.

    python benchmarks/release.py phonon runs/phonon-0 runs/phonon-1 runs/phonon-2 [--root DATA] [--hardware TEXT]

Writes dostransformer/weights/NAME/ (weights, card, learning curve). The choice between runs uses the validation set
only; the test set is opened here, once, for the card.
"""
import argparse
import json
import shutil
from pathlib import Path

import pandas as pd
import torch

from dostransformer.datasets import LEAKED_TEST_IDS, PhononDOS
from dostransformer.evaluate import evaluate
from dostransformer.grid import PHONON_GRID
from dostransformer.model import PRESETS
from dostransformer.pretrained import lower_precision, save_pretrained, training_facts
from dostransformer.train import load_run

WEIGHTS = Path(__file__).resolve().parent.parent / 'dostransformer' / 'weights'
TOLERANCE = 1e-3  # half precision is shipped if no predicted value moves by more than this


def score(model, data):
    "Scores on validation and test set, the latter also without leaks and per crystal system"
    test = evaluate(model, data['test'])
    systems = test.by('crystal_system')
    return {'valid': evaluate(model, data['valid']).summary(), 'test': test.summary(),
            'test without leaks': test.summary(exclude=LEAKED_TEST_IDS),
            **{f'test, {k}': {'n': int(r.n), **{m: round(r[m], 6) for m in ('rmse', 'mae', 'r2')}}
               for k, r in systems.iterrows() if k != 'all'}}


def over_seeds(scores, part):
    "Mean and standard deviation over runs"
    table = pd.DataFrame([s[part] for s in scores])[['rmse', 'mae', 'r2']]
    return {'seeds': len(table), **{k: round(v, 6) for m in table for k, v in
                                    ((m, table[m].mean()), (f'{m}_std', table[m].std(ddof=1)))}}


def halved(model, data):
    "The model as it would be shipped in half precision, and how far its predictions moved"
    other = type(model)(model.config)
    other.load_state_dict(lower_precision(model, torch.float16))
    moved = (evaluate(other, data['valid']).y_hat - evaluate(model, data['valid']).y_hat).abs().max().item()
    return other.eval(), moved


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('name', help='preset, and name of the weights')
    p.add_argument('runs', nargs='+', type=Path, help='folders of `fit`')
    p.add_argument('--root', help='folder with the phonon data')
    p.add_argument('--hardware', default='', help='on what the runs were made')
    a = p.parse_args()

    runs = [load_run(r) for r in a.runs]
    config = runs[0].model.config
    data = {s: PhononDOS(a.root, s, config.cutoff) for s in ('train', 'valid', 'test')}
    settings = [json.loads((r.folder / 'config.json').read_text())['train'] for r in runs]
    scores = [score(r.model, data) for r in runs]
    best = min(range(len(runs)), key=lambda i: runs[i].valid_loss)
    run, chosen = runs[best], settings[best]
    half, moved = halved(run.model, data)
    small = moved <= TOLERANCE
    shipped = score(half if small else run.model, data)
    if len(runs) > 1:
        shipped |= {f'{part} over seeds': over_seeds(scores, part) for part in ('valid', 'test', 'test without leaks')}

    flags = f' --precision {chosen["precision"]}' if chosen['precision'] != '32-true' else ''
    card = {
        'description': f'Phonon DOS, preset `{a.name}`: {PRESETS[a.name].note}. The best of {len(runs)} seeds on the '
                       'validation set; scores are means over crystals, DOS scaled to a maximum of 1.',
        'normalisation': 'Scaled to a maximum of 1.',
        'data': {'source': 'Petretto et al. 2018, prepared by Chen et al. 2021', 'sha256': data['train'].sha256,
                 'split': 'official: train 1191 (one of 1,192 is missing from the public file), valid 141, test 189'},
        'run': {**chosen, 'best_epoch': run.best_epoch, 'epochs': len(run.history),
                'minutes': round(run.history.seconds.iloc[-1] / 60, 1), 'hardware': a.hardware,
                'command': f'dostransformer train phonon --preset {a.name} --seed {chosen["seed"]}{flags}',
                'half_precision_moves_predictions_by': round(moved, 6)},
        'training': training_facts(data['train'].structures),
        'scores': shipped,
        'seeds': [{'seed': s['seed'], 'best_epoch': r.best_epoch, 'epochs': len(r.history),
                   **{part: {m: c[part][m] for m in ('rmse', 'mae', 'r2')} for part in ('valid', 'test')}}
                  for s, r, c in zip(settings, runs, scores)],
    }
    dtype = torch.float16 if small else torch.float32
    save_pretrained(WEIGHTS / a.name, run.model, PHONON_GRID, card, dtype)
    shutil.copy(run.folder / 'history.csv', WEIGHTS / a.name / 'history.csv')
    print(json.dumps({'shipped': shipped['test'], 'seeds': card['seeds'], 'dtype': str(dtype), 'moved': moved}, indent=1))


if __name__ == '__main__': main()
