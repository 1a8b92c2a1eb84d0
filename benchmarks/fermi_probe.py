"""What can be read off a curve of electrons, and what the network says itself, on the electron test part of the corpus.

    python benchmarks/fermi_probe.py [--seeds 3] [--weights electron]

Probes as in the paper (see the page *The Fermi-energy probe*) learn from the true curves of the training crystals: the Fermi energy as the
calculation counts it, whether the crystal is a metal, and its gap. Then they read true and predicted curves of the test crystals. Beside
them the readouts of the weights, which need no curve. Writes dostransformer/data/records/fermi_probe.json.
"""
import argparse
import json
from pathlib import Path

import torch

from dostransformer.datasets.corpus import corpus_shards, read_shard
from dostransformer.datasets.graphs import make_loader
from dostransformer.datasets.lessons import electron_parts
from dostransformer.files import write_atomic
from dostransformer.paper.fermi import fit_probe
from dostransformer.training.electrons import METAL
from dostransformer.training.weights import device_name, load_pretrained

RECORD = Path(__file__).resolve().parents[1] / 'dostransformer' / 'data' / 'records' / 'fermi_probe.json'


def asked(data, fermi):
    "Curves (B, 201), and what is asked of them: Fermi energy eV, 1 for a metal, gap eV; (B,) each"
    kept = data.select([i in fermi for i in data.ids])
    gap = torch.cat([g.gap for g in kept.graphs]).float()
    return kept, kept.y, {'fermi': torch.tensor([fermi[i] for i in kept.ids]), 'metal': (gap <= METAL).float(), 'gap': gap}


def judged(fermi, metal, gap, truth):
    "Errors of answers (B,); None where nobody answers"
    metallic = truth['metal'] > .5
    return {'fermi_rmse': None if fermi is None else (fermi - truth['fermi']).square().mean().sqrt().item(),
            'right': ((metal > .5) == metallic).float().mean().item(),
            'gap_mae': (gap - truth['gap'])[~metallic].abs().mean().item()}


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--seeds', type=int, default=3)
    p.add_argument('--weights', default='electron')
    a = p.parse_args()
    torch.set_num_threads(1)
    torch.set_grad_enabled(False)
    model, card = load_pretrained(a.weights)
    fermi = {r['id']: r['fermi'] for s in corpus_shards('electron') for r in read_shard(s)[0] if r['status'] == 'done'}
    parts = {k: asked(d, fermi) for k, d in electron_parts(model.config.graph).items()}
    (test, y, truth), (_, y_train, known), (_, y_valid, valid) = parts['test'], parts['train'], parts['valid']
    told = [model.answer(b) for b in make_loader(test, 32)]
    y_hat, metal, gap = (torch.cat([t[k] for t in told]) for k in ('curve', 'metal', 'gap'))
    mean = {k: v.mean().expand(len(test)) for k, v in known.items()}
    guess = known['gap'][known['metal'] < .5].mean().expand(len(test))
    rows = [{'name': 'constant guess', 'seed': 0} | judged(mean['fermi'], mean['metal'], guess, truth),
            {'name': 'its own readout', 'seed': 0} | judged(None, metal, gap, truth)]
    for seed in range(a.seeds):
        probes = {k: fit_probe((y_train, known[k]), (y_valid, valid[k]), seed=seed).probe for k in known}
        for name, curves in ('probe, true curves', y), ('probe, predicted curves', y_hat):
            rows.append({'name': name, 'seed': seed} | judged(*(probes[k](curves) for k in ('fermi', 'metal', 'gap')), truth))
            print(rows[-1], flush=True)
    rows = [{k: round(v, 4) if isinstance(v, float) else v for k, v in r.items()} for r in rows]
    record = {'rows': rows, 'n_train': len(y_train), 'n_test': len(test), 'weights': a.weights, 'sha256': card['sha256'],
              'hardware': device_name('cpu'), 'command': f'python benchmarks/fermi_probe.py --seeds {a.seeds} --weights {a.weights}'}
    write_atomic(RECORD, (json.dumps(record, indent=1) + '\n').encode())


if __name__ == '__main__': main()
