"""What each choice of our own network is worth, and what the corpus teaches: readouts on the potential's features, over seeds.

    python benchmarks/sites.py [NAME ...] [--steps 1200] [--seeds 3] [--device cuda] [--root DATA]

The encoder is the potential as it is published and stays so; its features are computed once, and all crystals stay on the device, so that a
training takes seconds on a GPU. Each variant differs in one thing and takes as many steps, of 256 crystals each; its last weights,
averaged over steps, are scored. Writes dostransformer/data/records/site_choices.json, from which the page of the network makes its table; rows that are
there stay. The validation part of the phonon set decides; the test part is not read.
"""
import argparse
import json
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch

from dostransformer.datasets.graphs import make_loader
from dostransformer.datasets.lessons import taught_parts
from dostransformer.files import write_atomic
from dostransformer.model.sites import SiteConfig, SiteDOS
from dostransformer.training.metrics import mae, rmse
from dostransformer.training.recipes import recipe
from dostransformer.training.teach import begin, taught_loss
from dostransformer.training.weights import device_name

RECORD = Path(__file__).resolve().parents[1] / 'dostransformer' / 'data' / 'records' / 'site_choices.json'
BATCH, RATE, EMA = 256, 4e-3, 0.99
SETTINGS = {  # name: changes of the settings, weight of the parts
    'all': ({}, 0.5), 'parts count a tenth': ({}, 0.1), 'no parts': ({}, 0.0), 'one head': ({'n_heads': 1}, 0.5), 'atoms alone': ({'n_blocks': 0}, 0.5)}
CORPUS = {'one source': 1.0, 'half of the corpus': 1 / 2, 'a quarter': 1 / 4, 'an eighth': 1 / 8, 'no corpus': 0.0}  # name: share of it that is learnt
VARIANTS = *SETTINGS, *CORPUS


@dataclass
class Resident:
    "Crystals end to end on one device, with their features; as a batch it is what a `SiteDOS` reads"
    features: torch.Tensor  # (N, n_features)
    z: torch.Tensor  # (N,)
    multiplicity: torch.Tensor  # (N,)
    batch: torch.Tensor  # (N,) crystal of each node
    source: torch.Tensor  # (B,)
    y: torch.Tensor  # (B, 51)
    sites: torch.Tensor | None  # (N, 450)

    def __contains__(self, k): return getattr(self, k) is not None

    def get(self, k): return getattr(self, k)

    @property
    def num_graphs(self): return len(self.y)

    def take(self, which):  # (b,) crystals
        "Some of the crystals"
        length = torch.bincount(self.batch, minlength=len(self.y))
        first, n = length.cumsum(0) - length, length[which]
        crystal = torch.repeat_interleave(torch.arange(len(which), device=which.device), n)
        at = first[which][crystal] + torch.arange(len(crystal), device=which.device) - (n.cumsum(0) - n)[crystal]
        return Resident(self.features[at], self.z[at], self.multiplicity[at], crystal, self.source[which], self.y[which],
                        None if self.sites is None else self.sites[at])


@torch.no_grad()
def resident(model, dataset, device):
    "A data set with the features of its atoms"
    model, rows = model.to(device), []
    for b in make_loader(dataset, 32):
        b = b.to(device)
        rows.append((model.features(b), b.z, b.multiplicity, torch.bincount(b.batch), b.get('source'), b.y, b.get('sites')))
    x, z, m, n, source, y, sites = zip(*rows)
    n = torch.cat(n)
    return Resident(torch.cat(x), torch.cat(z), torch.cat(m), torch.repeat_interleave(torch.arange(len(n), device=device), n),
                    torch.cat(source) if source[0] is not None else torch.zeros(len(n), dtype=torch.long, device=device), torch.cat(y),
                    torch.cat(sites) if sites[0] is not None else None)


def seen(name, train):  # -> Resident, its crystals that are learnt
    "The training crystals of a variant"
    everything = torch.arange(train.num_graphs, device=train.y.device)
    if name == 'one source': return replace(train, source=torch.zeros_like(train.source)), everything
    kept = torch.tensor(np.random.default_rng(0).random(train.num_graphs) < CORPUS.get(name, 1.0), device=train.y.device)
    return train, everything[(train.source == 0) | kept]


def run(name, seed, first, train, valid, steps):
    "Train one variant, return its row"
    changes, parts = SETTINGS.get(name, ({}, 0.5))
    config, began = replace(first, **changes), time.time()
    torch.manual_seed(seed)
    model = SiteDOS(config).to(train.y.device)
    weights = list(model.readouts.parameters())
    average = [w.detach().clone() for w in weights]
    decay = recipe('phonon-encoder').weight_decay
    optimiser = torch.optim.AdamW([{'params': [w for w in weights if w.ndim > 1], 'weight_decay': decay},
                                   {'params': [w for w in weights if w.ndim <= 1], 'weight_decay': 0.0}], lr=RATE, fused=True)
    cosine = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps, pct_start=0.05, cycle_momentum=False, final_div_factor=4)
    data, which = seen(name, train)
    order = which[:0]
    for _ in range(steps):
        if len(order) < BATCH: order = torch.cat([order, which[torch.randperm(len(which), device=which.device)]])
        batch, order = data.take(order[:BATCH]), order[BATCH:]
        loss = taught_loss(model, batch, parts)
        optimiser.zero_grad(), loss.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.0)
        optimiser.step(), cosine.step()
        with torch.no_grad(): torch._foreach_lerp_(average, weights, 1 - EMA)
    with torch.no_grad():
        for w, a in zip(weights, average): w.copy_(a)
        y_hat = model.eval()(valid)
    return {'variant': name, 'seed': seed, 'steps': steps, 'corpus': int((data.source[which] == 1).sum()) if name != 'one source' else None,
            'rmse': rmse(y_hat, valid.y).mean().item(), 'mae': mae(y_hat, valid.y).mean().item(), 'seconds': round(time.time() - began, 1),
            'settings': asdict(config)}


def table(names, seeds, steps, first, train, valid):
    "All rows that are not there yet"
    record = json.loads(RECORD.read_text()) if RECORD.exists() else {'rows': []}
    done = {(r['variant'], r['seed'], r['steps']) for r in record['rows']}
    for seed in range(seeds):
        for name in names:
            if (name, seed, steps) in done: continue
            row = run(name, seed, first, train, valid, steps)
            record['rows'].append(row)
            record |= {'hardware': device_name(train.y.device.type), 'command': f'python benchmarks/sites.py --steps {steps} --seeds {seeds} --device {train.y.device.type}'}
            write_atomic(RECORD, (json.dumps(record, indent=1) + '\n').encode())
            print({k: v for k, v in row.items() if k != 'settings'}, flush=True)


def main():
    p = argparse.ArgumentParser()
    p.add_argument('names', nargs='*', default=VARIANTS)
    p.add_argument('--steps', type=int, default=1200)
    p.add_argument('--seeds', type=int, default=3)
    p.add_argument('--device', default='cuda' if torch.cuda.is_available() else 'cpu')
    p.add_argument('--root')
    a = p.parse_args()
    torch.set_num_threads(1)
    config = SiteConfig()
    parts = taught_parts(a.root, config.graph)
    first = begin(config, 'potential', parts['train'], a.root)
    table(a.names, a.seeds, a.steps, config, *(resident(first, parts[k], a.device) for k in ('train', 'valid')))


if __name__ == '__main__': main()
