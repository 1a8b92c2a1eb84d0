"""What the open choices about electron spectra and the Fermi probe are worth, on validation crystals of the bundled set.

    python benchmarks/electron_choices.py [NAME ...] [--epochs 100] [--seeds 0 1 2] [--out runs/electron_choices]

Trains one row of Table 1, the graph network without energies, on the random split of the bundled electron spectra with the
recipe of A.3, cut off after --epochs. Variants differ in how the spectra are made into targets, or in which crystals are drawn for training. Scores are
against the variant's own targets; `moved` is the RMSE between those and ours, which needs no training. Then probes for
the Fermi energy are trained on true spectra, ten seeds each. Writes dostransformer/data/records/electron_choices.json. Test crystals are not read.
"""
import argparse
import json
import shlex
import sys
from copy import copy
from dataclasses import replace
from pathlib import Path
from statistics import mean
from unittest.mock import patch

import numpy as np
import torch
from torch import nn

from dostransformer.datasets.bundled import BundledDOS, read_bundle
from dostransformer.datasets.graphs import GraphDataset
from dostransformer.datasets.splits import make_split
from dostransformer.files import write_atomic
from dostransformer.paper.fermi import FermiProbe, ProbeConfig, fit_probe
from dostransformer.spectra.electron import bin_average, preprocess, scale_minmax, smooth_and_cut
from dostransformer.spectra.grid import ELECTRON_GRID, EnergyGrid
from dostransformer.training.fit import fit
from dostransformer.training.metrics import evaluate
from dostransformer.training.recipes import row_config, TrainConfig
from dostransformer.training.weights import device_name

RECORD = Path(__file__).resolve().parent.parent / 'dostransformer' / 'data' / 'records' / 'electron_choices.json'
LR = 1e-3  # of those in A.3
NARROW = EnergyGrid(-3.0, 3.0, 121, 'eV')
WIDEST = 6.0  # eV; the shipped spectra end at 6 eV, so the middle of a wider gap cannot be put at 0 there


# from energies (eV) and density of a crystal, the energy that becomes 0, and its gap to a target, or None


def ours(e, d, zero, gap): return preprocess(e, d, zero)[0]


def bare_ends(e, d, zero, gap):
    "The filter sees nothing beyond the 201 points"
    return scale_minmax(smooth_and_cut(np.pad(bin_average(e, d, zero, margin=0), 8, constant_values=np.nan)))[0]


def scale_first(e, d, zero, gap):
    wide = bin_average(e, d, zero)
    low, high = (f(wide[8:-8]) for f in (np.min, np.max))
    return smooth_and_cut((wide - low) / (high - low))


def at_edge(e, d, zero, gap): return preprocess(e, d, zero, NARROW)[0] if gap < WIDEST else None


def at_middle(e, d, zero, gap): return preprocess(e, d, zero + gap / 2, NARROW)[0] if gap < WIDEST else None


VARIANTS = {  # name: (target, its grid, which draw of the random split)
    'ours': (ours, ELECTRON_GRID, 0),
    'filter without data beyond the ends': (bare_ends, ELECTRON_GRID, 0),
    'scaled, then smoothed': (scale_first, ELECTRON_GRID, 0),
    'zero at the band edge, −3…3 eV': (at_edge, NARROW, 0),
    'zero in the middle of the gap, −3…3 eV': (at_middle, NARROW, 0),
    **{f'other crystals, draw {k}': (ours, ELECTRON_GRID, k) for k in (1, 2, 3, 4)},
}


class NormalisedProbe(FermiProbe):
    "Hidden layers are normalised before the non-linearity"
    def __init__(self, n_energy, width):
        super().__init__(n_energy, width)
        self.layers = nn.Sequential(*[m for layer in self.layers for m in ([nn.LayerNorm(width), layer] if isinstance(layer, nn.ReLU) else [layer])])


class SmoothProbe(FermiProbe):
    "SiLU instead of ReLU"
    def __init__(self, n_energy, width):
        super().__init__(n_energy, width)
        self.layers = nn.Sequential(*[nn.SiLU() if isinstance(layer, nn.ReLU) else layer for layer in self.layers])


PROBES = {'ours': (FermiProbe, 256), 'width 64': (FermiProbe, 64), 'width 1024': (FermiProbe, 1024),
          'normalised hidden layers': (NormalisedProbe, 256), 'SiLU': (SmoothProbe, 256)}  # name: (network, width)


def targets(make):
    "id -> target, computed from the shipped densities"
    bundle = read_bundle('electron')
    e = EnergyGrid.from_dict(bundle['grid']).energies
    found = {c['id']: make(e + c['zero'], np.array(c['density']), c['zero'], c['gap']) for c in bundle['crystals']}
    return {k: y for k, y in found.items() if y is not None}


def parts(name):
    "Training and validation crystals of a variant"
    make, grid, draw = VARIANTS[name]
    every, found = BundledDOS('all', 'electron', 'random', row_config('graph-network', 'electron-random').graph), targets(make)
    split, out = make_split('random', every, draw), {'train': [], 'valid': []}
    for g in map(copy, every.graphs):
        part, y = split[g.material_id], found.get(g.material_id)
        if part not in out or y is None: continue
        g.y = torch.tensor(y, dtype=g.y.dtype)[None]
        out[part].append(g)
    return {part: GraphDataset(graphs, grid) for part, graphs in out.items()}


def run(name, epochs, seed, out):
    "Train a variant, return its row"
    data = parts(name)
    config = replace(row_config('graph-network', 'electron-random'), n_energy=len(data['valid'].grid))
    result = fit(config, data['train'], data['valid'], TrainConfig(lr=LR, batch_size=8, max_epochs=epochs, seed=seed), out, progress=False)
    row = {'variant': name, 'seed': seed, 'epochs': epochs, 'crystals': len(data['valid']), **{k: round(float(v), 6) for k, v in evaluate(result.model, data['valid']).summary().items()
                                           if k in ('rmse', 'mae', 'r2')}, 'best_epoch': result.best_epoch}
    y, usual = data['valid'].y, targets(ours)
    row['highest'] = round(y.max(1).values.mean().item(), 5)
    if data['valid'].grid == ELECTRON_GRID:
        row['moved'] = round(mean(float(((y[i].numpy() - usual[k])**2).mean()**.5) for i, k in enumerate(data['valid'].ids)), 5)
    return row


def run_probe(name, seed, data):
    "Train a probe, return its row"
    network, width = PROBES[name]
    with patch('dostransformer.paper.fermi.FermiProbe', network):
        found = fit_probe(data['train'], data['valid'], seed=seed, config=ProbeConfig(width=width))
    return {'probe': name, 'seed': seed, 'rmse': round(found.valid_rmse, 4), 'constant': round(found.constant_rmse, 4)}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('names', nargs='*', help=f'default: all of {", ".join([*VARIANTS, "probes"])}')
    p.add_argument('--epochs', type=int, default=100)
    p.add_argument('--seeds', type=int, nargs='+', default=[0, 1, 2])
    p.add_argument('--out', type=Path, default=Path('runs/electron_choices'))
    a = p.parse_args()
    torch.set_num_threads(1)
    record = json.loads(RECORD.read_text(encoding='utf-8')) if RECORD.exists() else {'variants': [], 'probes': []}

    def keep(kind, key, row):
        row['command'] = shlex.join(['python', 'benchmarks/electron_choices.py', *sys.argv[1:]])
        rows = [r for r in record[kind] if (r[key], r['seed']) != (row[key], row['seed'])] + [row]
        sha256 = BundledDOS('valid', 'electron', 'random').info.sha256
        record.update({'part': 'valid', 'lr': LR, 'sha256': sha256,
                       'hardware': f'{device_name("cpu")}, one core', 'torch': torch.__version__, kind: rows})
        write_atomic(RECORD, (json.dumps(record, indent=1, ensure_ascii=False) + '\n').encode())
        print(row, flush=True)

    for name in a.names or [*VARIANTS, 'probes']:
        if name != 'probes':
            for seed in a.seeds: keep('variants', 'variant', run(name, a.epochs, seed, a.out / f'{list(VARIANTS).index(name)}-{seed}'))
            continue
        data = parts('ours')
        for probe in PROBES:
            for seed in range(10): keep('probes', 'probe', run_probe(probe, seed, data))


if __name__ == '__main__': main()
