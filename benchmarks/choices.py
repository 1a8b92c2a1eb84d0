"""What each open choice of the phonon model is worth, on validation data.

    python benchmarks/choices.py [NAME ...] [--epochs 40] [--seeds 1] [--root DATA] [--out runs/choices]

Trains the preset `phonon-attention` and variants of it that differ in one thing, all with the same short recipe, and writes
dostransformer/data/records/phonon_choices.json, from which the model's page makes its table. The test set is not read.
"""
import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import torch
from torch import nn

from dostransformer.datasets.catalogue import open_data
from dostransformer.model.network import DOSTransformer
from dostransformer.training.fit import fit
from dostransformer.training.metrics import evaluate
from dostransformer.training.recipes import PRESETS, recipe
from dostransformer.training.weights import device_name

RECORD = Path(__file__).resolve().parent.parent / 'dostransformer' / 'data' / 'records' / 'phonon_choices.json'


# what no setting says is changed in the model that was made


def silu(model):
    for m in list(model.modules()):
        for name, child in m.named_children():
            if isinstance(child, nn.PReLU): setattr(m, name, nn.SiLU())


def small_start(model): model.energy.data.mul_(0.02)


def no_matrices(model):
    for block in model.blocks:
        for w in (block.attention.w_q, block.attention.w_k, block.attention.w_v):
            nn.init.eye_(w.weight)
            w.requires_grad_(False)


def fixed_alpha(model): model.decoder.alpha.requires_grad_(False)  # it starts at 1


VARIANTS = {  # name: (what it changes in the settings, in the recipe, in the model)
    'phonon-attention': ({}, {}),
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
    'L′ + 1 updates': ({'n_message': 4}, {}),
    'plain sum over neighbours': ({'degree': 1.0}, {}),
    'SiLU': ({}, {}, silu),
    'small E⁰': ({}, {}, small_start),
    'no W in Eq. 2': ({}, {}, no_matrices),
    'α fixed at 1': ({}, {}, fixed_alpha),
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
    model, training, *change = VARIANTS[name]
    config = replace(PRESETS['phonon-attention'].model, **model)
    train, valid = (open_data('phonon', s, root, config.graph) for s in ('train', 'valid'))

    def make(c):
        made = DOSTransformer(c)
        for f in change: f(made)
        return made

    with patch('dostransformer.training.fit.DOSTransformer', make):
        result = fit(config, train, valid, recipe('phonon-attention', max_epochs=epochs, seed=seed, precision='bf16-mixed', **training), out, progress=False)
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
                      'hardware': f'{device_name("cpu")}, one core', 'torch': torch.__version__,
                      'rows': rows + [row]}
            RECORD.write_text(json.dumps(record, indent=1, ensure_ascii=False) + '\n')
            print(row, flush=True)


if __name__ == '__main__': main()
