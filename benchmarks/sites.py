"""What each choice of our own network is worth, and what the corpus teaches: readouts on the potential's features, over seeds.

    python benchmarks/sites.py [NAME ...] [--epochs 24] [--seeds 3] [--root DATA] [--out runs/sites]

The encoder is the potential as it is published and stays so, which makes a training a matter of minutes; each variant differs in one
thing, and takes as many steps. Writes dostransformer/data/records/site_choices.json, from which the page of the network makes its table. The validation part
of the phonon set decides; the test part is not read.
"""
import argparse
import copy
import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch

from dostransformer.datasets.lessons import taught_parts
from dostransformer.files import write_atomic
from dostransformer.model.sites import SiteConfig, SiteDOS
from dostransformer.training.fit import fit
from dostransformer.training.metrics import evaluate
from dostransformer.training.recipes import recipe
from dostransformer.training.teach import begin, with_features
from dostransformer.training.weights import device_name

RECORD = Path(__file__).resolve().parents[1] / 'dostransformer' / 'data' / 'records' / 'site_choices.json'


def same_source(dataset):
    "The crystals of both teachers as if they came from one"
    graphs = [copy.copy(g) for g in dataset.graphs]
    for g in graphs: g.source = torch.zeros_like(g.source)
    return type(dataset)(graphs, dataset.grid, dataset.info)


def fraction(share):
    "Some of the corpus, the same for each seed"
    def some(dataset):
        corpus = np.array([int(g.source) == 1 for g in dataset.graphs])
        kept = np.random.default_rng(0).random(len(corpus)) < share
        return dataset.select(~corpus | kept)
    return some


VARIANTS = {  # name: changes of the settings, of the recipe; what is done with the training data
    'all': ({}, {}),
    'no parts': ({}, {'parts': 0.0}),
    'one head': ({'n_heads': 1}, {}),
    'atoms alone': ({'n_blocks': 0}, {}),
    'one source': ({}, {}, same_source),
    'half of the corpus': ({}, {}, fraction(1 / 2)),
    'a quarter': ({}, {}, fraction(1 / 4)),
    'an eighth': ({}, {}, fraction(1 / 8)),
    'no corpus': ({}, {}, fraction(0)),
}


def run(name, epochs, seed, first, parts, out):
    "Train one variant, return its row"
    settings, training, *change = VARIANTS[name]
    config = replace(first.config, **settings)
    torch.manual_seed(seed)
    model = SiteDOS(config)
    model.load_state_dict({k: v for k, v in first.state_dict().items() if not k.startswith('readouts.')}, strict=False)
    train = change[0](parts['train']) if change else parts['train']
    equal = round(epochs * len(parts['train']) / len(train))  # as many steps as with all
    how = recipe('phonon-encoder', max_epochs=equal, patience=equal, seed=seed, encoder_lr=0.0, warmup_epochs=1, ema=0.99, **training)
    result = fit(config, train, parts['valid'], how, Path(out) / f'{name.replace(" ", "-")}-{seed}', progress=False, start=model)
    scores = evaluate(result.model, parts['valid']).summary()
    n_corpus = sum(int(g.source) == 1 for g in train.graphs) if not change or change[0] is not same_source else None
    return {'variant': name, 'seed': seed, 'epochs': epochs, 'corpus': n_corpus, 'rmse': scores['rmse'], 'mae': scores['mae'],
            'best_epoch': result.best_epoch, 'seconds': float(result.history.seconds.iloc[-1]), 'settings': asdict(config)}


def main():
    p = argparse.ArgumentParser()
    p.add_argument('names', nargs='*', default=list(VARIANTS))
    p.add_argument('--epochs', type=int, default=24)
    p.add_argument('--seeds', type=int, default=3)
    p.add_argument('--root')
    p.add_argument('--out', default='runs/sites')
    a = p.parse_args()
    torch.set_num_threads(1)
    config = SiteConfig()
    parts = taught_parts(a.root, config.graph)
    first = begin(config, 'potential', parts['train'], a.root)
    first.encoder.build()
    parts = {k: with_features(first, parts[k]) for k in ('train', 'valid')}
    record = json.loads(RECORD.read_text()) if RECORD.exists() else {'rows': []}
    done = {(r['variant'], r['seed'], r['epochs']) for r in record['rows']}
    for seed in range(a.seeds):
        for name in a.names:
            if (name, seed, a.epochs) in done: continue
            row = run(name, a.epochs, seed, first, parts, a.out)
            record['rows'].append(row)
            record |= {'hardware': device_name('cpu'), 'command': f'python benchmarks/sites.py --epochs {a.epochs} --seeds {a.seeds}'}
            write_atomic(RECORD, (json.dumps(record, indent=1) + '\n').encode())
            print({k: v for k, v in row.items() if k != 'settings'}, flush=True)


if __name__ == '__main__': main()
