"""What each open choice of the phonon model is worth, on validation data.

    python benchmarks/choices.py [NAME ...] [--epochs 40] [--seeds 1] [--root DATA] [--out runs/choices]

Trains the preset `phonon` and variants of it that differ in one thing, all with the same short recipe, and writes
dostransformer/data/records/phonon_choices.json, from which the model's page makes its table. The test set is not read.
"""
import argparse
import json
import platform
import sys
from dataclasses import replace
from pathlib import Path

import torch

from dostransformer.evaluate import evaluate
from dostransformer.model import PRESETS
from dostransformer.release import open_data
from dostransformer.train import fit, recipe

RECORD = Path(__file__).resolve().parent.parent / 'dostransformer' / 'data' / 'records' / 'phonon_choices.json'

VARIANTS = {  # name: (what it changes in the model, what it changes in the recipe)
    'phonon': ({}, {}),
    'sum pooling': ({'pooling': 'sum'}, {}),
    'element embedding': ({'atom_features': 'embedding'}, {}),
    'mass-weighted one-hot': ({'atom_features': 'mass_one_hot'}, {}),
    'spherical bonds, l ≤ 1': ({'bond_features': 'spherical'}, {}),
    'literal Eq. 2': ({'residual': False, 'layer_norm': False, 'feed_forward': 0}, {}),
    'no feed-forward': ({'feed_forward': 0}, {}),
    '8 heads': ({'n_heads': 8}, {}),
    'cutoff 5 Å': ({'cutoff': 5.0, 'degree': 24.0}, {}),
    'no moving average': ({}, {'ema': 0.0}),
    'loss as printed': ({}, {'loss': 'printed'}),
}


def balance(model, dataset):
    "How large α g is beside the energies' embeddings in Eq. 3: median and largest ratio over the crystals"
    ratios = []

    def look(decoder, inputs):
        h_energy, h_crystal = inputs  # (B, M, d), (B, d)
        ratios.append((decoder.alpha * h_crystal).norm(dim=1) / h_energy.norm(dim=2).mean(1))

    hook = model.decoder.register_forward_pre_hook(look)
    evaluate(model, dataset)
    hook.remove()
    ratio = torch.cat(ratios)
    return {'g_over_e_median': round(float(ratio.median()), 3), 'g_over_e_max': round(float(ratio.max()), 3)}


def run(name, epochs, seed, root, out):
    "Train one variant, return its row"
    model, training = VARIANTS[name]
    config = replace(PRESETS['phonon'].model, **model)
    train, valid = (open_data('phonon', s, root, config) for s in ('train', 'valid'))
    result = fit(config, train, valid, recipe('phonon', max_epochs=epochs, seed=seed, precision='bf16-mixed', **training), out, progress=False)
    scores = evaluate(result.model, valid).summary()
    return {'variant': name, 'seed': seed, 'epochs': epochs, 'rmse': scores['rmse'], 'mae': scores['mae'],
            'r2': scores['r2'], 'best_epoch': result.best_epoch, 'seconds': float(result.history.seconds.iloc[-1]),
            **balance(result.model, valid)}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('names', nargs='*', help=f'default: all of {", ".join(VARIANTS)}')
    p.add_argument('--epochs', type=int, default=40)
    p.add_argument('--seeds', type=int, nargs='+', default=[1])
    p.add_argument('--root', help='folder with the phonon data')
    p.add_argument('--out', type=Path, default=Path('runs/choices'))
    a = p.parse_args()
    torch.set_num_threads(1)
    command = ' '.join(['python benchmarks/choices.py', *sys.argv[1:]])
    RECORD.parent.mkdir(parents=True, exist_ok=True)
    for name in a.names or VARIANTS:
        for seed in a.seeds:
            row = run(name, a.epochs, seed, a.root, a.out / f'{name.replace(" ", "_")}-{seed}-{a.epochs}')
            record = json.loads(RECORD.read_text()) if RECORD.exists() else {'rows': []}
            row['command'] = command
            rows = [r for r in record['rows'] if (r['variant'], r['seed'], r['epochs']) != (name, seed, a.epochs)]
            record = {'part': 'valid', 'command': record.get('command', command),
                      'hardware': f'{platform.machine()} CPU, one core', 'torch': torch.__version__,
                      'rows': rows + [row]}
            RECORD.write_text(json.dumps(record, indent=1, ensure_ascii=False) + '\n')
            print(row, flush=True)


if __name__ == '__main__': main()
