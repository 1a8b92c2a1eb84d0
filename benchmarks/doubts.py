"""What a warning is worth: errors of predictions with each doubt and without, on crystals that the weights have not seen.

    python benchmarks/doubts.py                 # writes dostransformer/data/records/doubts.json
    python benchmarks/doubts.py --trust         # adds to it what the doubts of `phonon` and `phonon-fast` about themselves are worth

The reference is the corpus (phonons of a potential, see data_generation/README.md): crystals of many kinds, metals and
hydrides among them, which the phonon set hardly has. Its official validation and test crystals are not in it. The weights
are `phonon-attention`, unless told otherwise: the default ones, `phonon`, have learnt from this corpus, but for its test part, on which
`--trust` looks at metals and hydrides apart, and beside them at strained copies of the bundled set.
"""
import argparse
import json
import re
import time
from pathlib import Path

import numpy as np
import torch

from dostransformer import predict
from dostransformer.crystals.bonds import is_metallic
from dostransformer.crystals.check import StructureError
from dostransformer.datasets.bundled import BundledDOS
from dostransformer.datasets.corpus import CorpusDOS
from dostransformer.training.weights import device_name

KINDS = {  # name -> text of the warning
    'rare element': r'only \d+ training crystal', 'large cell': 'in its primitive cell', 'volume': 'Å³ per atom', 'bond length': 'of its usual length',
    'new neighbours': 'as nearest neighbours', 'gap': 'without atoms', 'metal': '^a metal', 'lonely atom': 'without a neighbour', 'beyond the grid': 'does not end at'}


OWN = 'readouts disagree', 'an atom unlike'  # what a network says of itself
GROUPS = {  # name -> whether a crystal is one; strained copies are those of the bundled set
    'metals': lambda i, s: is_metallic(s) and 'strained' not in i, 'hydrides': lambda i, s: 'H' in s.symbol_set and 'strained' not in i,
    'strained': lambda i, s: 'strained' in i, 'others': lambda i, s: not (is_metallic(s) or 'H' in s.symbol_set or 'strained' in i), 'all': lambda i, s: True}


def trust(weights):
    "Errors with and without a doubt of the network about itself, and of any doubt, in groups of test crystals of the corpus and of strained copies"
    corpus, bundled, rows = CorpusDOS('test'), BundledDOS('all'), []
    known = [*zip(corpus.ids, corpus.structures, corpus.y.numpy()), *((i, s, y) for i, s, y in zip(bundled.ids, bundled.structures, bundled.y.numpy()) if 'strained' in i)]
    found, truth = predict({i: s for i, s, _ in known}, weights, on_error='skip'), {i: y for i, _, y in known}
    t = [(p, float(np.sqrt(np.mean((p.scaled - truth[p.source])**2)))) for p in found]
    def mean(x): return {'n': len(x), 'mean': round(float(np.mean(x)), 4) if x else None}
    for name, is_one in GROUPS.items():
        some = [(p, e) for p, e in t if is_one(p.source, p.structure)]
        own = [(any(o in w for w in p.warnings for o in OWN), bool(p.warnings), e) for p, e in some]
        rows.append({'weights': weights, 'group': name, 'own doubt': mean([e for o, _, e in own if o]), 'no own doubt': mean([e for o, _, e in own if not o]),
                     'any doubt': mean([e for _, a, e in own if a]), 'no doubt': mean([e for _, a, e in own if not a])})
    return rows


def main():
    "Command line"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--weights', default='phonon-attention')
    parser.add_argument('--out', type=Path, default=Path('dostransformer/data/records/doubts.json'))
    parser.add_argument('--trust', action='store_true')
    args = parser.parse_args()
    torch.set_num_threads(1)
    if args.trust:
        record = json.loads(args.out.read_text()) | {'trust': [r for w in ('phonon', 'phonon-fast') for r in trust(w)], 'command of trust': 'python benchmarks/doubts.py --trust'}
        args.out.write_text(json.dumps(record, indent=1) + '\n')
        return print(json.dumps(record['trust'], indent=1))
    data, start = CorpusDOS('all'), time.process_time()
    out = predict(dict(zip(data.ids, data.structures)), args.weights, on_error='skip')
    truth = dict(zip(data.ids, data.y.numpy()))
    rows = [{'rmse': float(np.sqrt(np.mean((p.scaled - truth[p.source])**2))),
             'doubts': [k for k, text in KINDS.items() if any(re.search(text, w) for w in p.warnings)]} for p in out]
    rmse = np.array([r['rmse'] for r in rows])
    table = {}
    for k in ('any', *KINDS, 'none'):
        has = np.array([bool(r['doubts']) if k == 'any' else not r['doubts'] if k == 'none' else k in r['doubts'] for r in rows])
        only = np.array([r['doubts'] == [k] for r in rows])
        some = lambda m: {'n': int(m.sum()), 'mean': round(float(rmse[m].mean()), 4), 'quartiles': np.quantile(rmse[m], [.25, .5, .75]).round(4).tolist()} if m.any() else {'n': 0}
        table[k] = {'with': some(has), 'alone': some(only)}
    refused = [f for f in out.failures if isinstance(f.error, StructureError)]
    record = {'command': f'python benchmarks/doubts.py --weights {args.weights}', 'weights': args.weights, 'crystals': len(data), 'predicted': len(rows),
              'refused for an unseen element': len(refused), 'other failures': len(out.failures) - len(refused), 'rmse': table,
              'mean spectrum': round(float(np.mean(np.sqrt(np.mean((data.y.numpy() - data.y.numpy().mean(0))**2, 1)))), 4),
              'hardware': device_name('cpu'), 'seconds of CPU': round(time.process_time() - start, 1), 'torch': torch.__version__}
    args.out.write_text(json.dumps(record, indent=1) + '\n')
    print(json.dumps(record, indent=1))


if __name__ == '__main__': main()
