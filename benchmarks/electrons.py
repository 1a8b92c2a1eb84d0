"""Electron spectra of the corpus' test part: what knows only the composition, the paper's network, ours, and ours with less data.

    python benchmarks/electrons.py [NAME ...] [--seeds 3] [--out runs/electrons]

All learn from the same training part (cut by formula, with the bundled set), and the validation part chooses the epoch. Ours reads the
encoder of the potential, or of the weights `phonon`, which stays as it is. The shipped weights `electron` are scored beside them, and tight binding, which
needs the package of `tight_binding.py` and knows 75 elements. Writes
dostransformer/data/records/electron_peers.json, from which the page of electrons makes its tables; rows on as many test crystals stay.
"""
import argparse
import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from pymatgen.core import Element
from sklearn.ensemble import ExtraTreesRegressor

from dostransformer.datasets.lessons import electron_parts
from dostransformer.files import write_atomic
from dostransformer.training.electrons import METAL, score_readouts
from dostransformer.training.fit import fit
from dostransformer.training.metrics import evaluate, mae, r2, rmse
from dostransformer.training.recipes import PRESETS, recipe
from dostransformer.training.teach import begin
from dostransformer.training.weights import device_name, load_pretrained

RECORD = Path(__file__).resolve().parents[1] / 'dostransformer' / 'data' / 'records' / 'electron_peers.json'
PROPERTIES = 'X', 'atomic_radius', 'mendeleev_no', 'row', 'group', 'atomic_mass'


def described(graph):
    "Composition as numbers: share of each element; mean, least, largest and spread of properties of elements"
    share = np.bincount(graph.z, graph.multiplicity, 119) / graph.multiplicity.sum().item()
    elements = [Element.from_Z(int(z)) for z in np.flatnonzero(share)]
    p = np.nan_to_num(np.array([[float(getattr(e, k) or 0) for k in PROPERTIES] for e in elements]))
    w = share[share > 0][:, None]
    mean = (w * p).sum(0)
    return np.concatenate([share, mean, p.min(0), p.max(0), np.sqrt((w * (p - mean)**2).sum(0))])


def scores(y_hat, test):
    y = test.y
    return {'rmse': rmse(y_hat, y).mean().item(), 'mae': mae(y_hat, y).mean().item(), 'r2': r2(y_hat, y).mean().item()}


def composition(parts, seed, share, out):
    "A tree ensemble on the composition alone; a second one for the gap"
    train, test = parts['train'], parts['test']
    x, xt = (np.stack([described(g) for g in d.graphs]) for d in (train, test))
    trees = ExtraTreesRegressor(400, min_samples_leaf=2, max_features=0.3, random_state=seed, n_jobs=1).fit(x, train.y.numpy())
    gap, true = (np.array([g.gap.item() for g in d.graphs]) for d in (train, test))
    g = ExtraTreesRegressor(400, min_samples_leaf=2, max_features=0.3, random_state=seed, n_jobs=1).fit(x, gap).predict(xt)
    insulator = true > METAL
    return scores(torch.tensor(trees.predict(xt), dtype=torch.float32), test) | {
        'right': float(((g > 0.5) == insulator).mean()), 'gap_mae': float(abs(g - true)[insulator].mean()), 'gap_mae_all': float(abs(g - true).mean())}


def mean_spectrum(parts, seed, share, out): return scores(parts['train'].y.mean(0).expand(len(parts['test']), -1), parts['test'])


def attention(parts, seed, share, out):
    "The paper's network with our features"
    config = PRESETS['electron-attention'].model
    how = recipe('electron-attention', max_epochs=60, seed=seed, accelerator='cpu')
    run = fit(config, parts['train'], parts['valid'], how, Path(out) / f'attention-{seed}', progress=False)
    return scores(evaluate(run.model, parts['test']).y_hat, parts['test'])


def ours(parts, seed, share, out, start='potential'):
    "Readouts for electrons on an encoder that does not learn"
    config, train = replace(PRESETS['electron'].model, n_readouts=1), parts['train']
    kept = np.random.default_rng(0).random(len(train)) < share
    train = train.select(kept)
    torch.manual_seed(seed)
    epochs = round(40 / share)  # as many steps
    how = recipe('electron', max_epochs=epochs, patience=epochs, seed=seed, encoder_lr=0.0, accelerator='cpu')
    run = fit(config, train, parts['valid'], how, Path(out) / f'ours-{start}-{share}-{seed}', progress=False, start=begin(config, start, train))
    return scores(evaluate(run.model, parts['test']).y_hat, parts['test']) | score_readouts(run.model, parts['test']) | {
        'n_train': len(train), 'valid_rmse': evaluate(run.model, parts['valid']).summary()['rmse']}


def shipped(parts, seed, share, out):
    "The weights `electron`"
    model, _ = load_pretrained('electron')
    return scores(evaluate(model, parts['test']).y_hat, parts['test']) | score_readouts(model, parts['test'])


def unlearnt(parts, seed, share, out):
    "Tight binding with universal parameters, on the crystals whose elements it knows; beside it the weights `electron` on the same ones"
    from tight_binding import METAL, parameters, spectrum
    known = parameters()[1]
    valid, test = (d.select([all(e.symbol in known for e in s.composition) for s in d.structures]) for d in (parts['valid'], parts['test']))
    found = [spectrum(s) for s in test.structures]
    gap, true = np.array([f['gap'] for f in found]), np.array([g.gap.item() for g in test.graphs])
    insulator = true > METAL
    ours = shipped({'test': test}, seed, share, out)
    return {'n_train': 0, 'n_test': len(test)} | scores(torch.tensor(np.array([f['curve'] for f in found]), dtype=torch.float32), test) | {
        'right': float(((gap > METAL) == insulator).mean()), 'gap_mae': float(abs(gap - true)[insulator].mean()), 'gap_mae_all': float(abs(gap - true).mean()),
        'seconds': float(np.median([f['seconds'] for f in found]))} | {f'weights_{k}': ours[k] for k in ('rmse', 'mae', 'right', 'gap_mae')} | blend(valid)


def blend(valid):
    "What a share of the tight-binding curve in that of the weights `electron` would gain, on validation crystals"
    from tight_binding import spectrum
    model, _ = load_pretrained('electron')
    ours, other = evaluate(model, valid).y_hat, torch.tensor(np.array([spectrum(s)['curve'] for s in valid.structures]), dtype=torch.float32)
    errors = {w: rmse((1 - w) * ours + w * other, valid.y).mean().item() for w in np.linspace(0, 0.5, 26).tolist()}
    best = min(errors, key=errors.get)
    return {'blend_share': best, 'blend_rmse': errors[best], 'blend_without': errors[0.0], 'n_valid': len(valid)}


ROWS = {'mean spectrum': (mean_spectrum, 1), 'composition only': (composition, 1), 'DOSTransformer': (attention, 1),
        'ours, a quarter': (ours, 0.25), 'ours, half': (ours, 0.5), 'ours, one readout': (ours, 1),
        'ours, encoder of phonon': (partial(ours, start='phonon'), 1), 'weights electron': (shipped, 1), 'tight binding': (unlearnt, 1)}
ONCE = 'mean spectrum', 'weights electron', 'tight binding'


def main():
    p = argparse.ArgumentParser()
    p.add_argument('names', nargs='*', default=list(ROWS))
    p.add_argument('--seeds', type=int, default=3)
    p.add_argument('--out', default='runs/electrons')
    a = p.parse_args()
    torch.set_num_threads(1)
    opened = {}
    def parts_for(name):  # merged graphs for the paper's network, directed ones for ours
        config = PRESETS['electron-attention' if name == 'DOSTransformer' else 'electron'].model
        if config.graph not in opened: opened[config.graph] = electron_parts(config.graph)
        return opened[config.graph]

    record = json.loads(RECORD.read_text()) if RECORD.exists() else {'rows': []}
    done = {(r['name'], r['seed'], r['n_test']) for r in record['rows']}
    for name in a.names:
        make, share = ROWS[name]
        for seed in range(1 if name in ONCE else a.seeds):
            parts = parts_for(name)
            if (name, seed, len(parts['test'])) in done: continue
            row = {'name': name, 'seed': seed, 'n_train': len(parts['train']), 'n_test': len(parts['test'])} | make(parts, seed, share, a.out)
            record['rows'] = [r for r in record['rows'] if r['name'] != name or r['n_test'] == row['n_test']]  # those of a smaller corpus are superseded
            record['rows'].append({k: round(v, 5) if isinstance(v, float) else v for k, v in row.items()})
            record |= {'hardware': device_name('cpu'), 'command': f'python benchmarks/electrons.py --seeds {a.seeds}'}
            write_atomic(RECORD, (json.dumps(record, indent=1) + '\n').encode())
            print(record['rows'][-1], flush=True)


if __name__ == '__main__': main()
