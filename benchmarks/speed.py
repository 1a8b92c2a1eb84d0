"""What each row of the paper's Table 6 costs: seconds for an epoch of training and for inference on the test set, and memory.

    python benchmarks/speed.py [--data phonon] [--rows all] [--devices cpu cuda] [--batch-sizes 1 16] [--threads 1] [--repeats 5]

All rows on this machine in one run, each in a process of its own, so that its peak of memory is its own. A warm-up epoch
comes first and is not counted; then epochs and passes over the test set are timed one by one: median and quartiles. An
epoch is forward, loss, backward and step for every training crystal, in shuffled batches, with the widths of Table 4 and
in 32 bit; validation, checkpoints and reading data are not in it. Inference uses the same batch size.

Beside it stands the way from a CIF file to a spectrum: this package, warm, against the computation that made the bundled
sets. Those seconds are in the bundled files; those of electrons were taken on one core that was shared at times, so they are an upper
bound.

Writes dostransformer/data/records/speed.json, from which the page `7_paper/comparison` makes its table; `--out` writes elsewhere.
Leave the machine alone while it runs: the record keeps the load that it found. For a trial: --crystals 8 --repeats 2 --out x.json
"""
import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

RECORD = Path(__file__).resolve().parent.parent / 'dostransformer' / 'data' / 'records' / 'speed.json'
PACKAGES = 'dostransformer', 'torch', 'torch-geometric', 'numpy', 'pymatgen', 'e3nn'


def summary(seconds):
    "Median and quartiles of repeated measurements"
    low, _, high = quantiles(seconds, n=4, method='inclusive') if len(seconds) > 1 else seconds * 3
    return {'median': round(median(seconds), 5), 'quartiles': [round(low, 5), round(high, 5)], 'repeats': len(seconds)}


def memory_mb():
    "Peak of this process so far"
    unit = 2**20 if sys.platform == 'darwin' else 2**10
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)


def measure_row(row, data, device, batch_size, repeats, crystals, root):
    "Train and predict with one row, repeatedly"
    import torch

    from dostransformer.datasets.graphs import make_loader
    from dostransformer.model.network import DOSTransformer
    from dostransformer.paper.cells import PRESET, Cell
    from dostransformer.training.fit import DOSModule
    from dostransformer.training.recipes import PRESETS, TrainConfig, row_config
    split = 'official' if data == 'phonon' else 'random'
    preset, config = PRESETS[PRESET[split]], row_config(row, PRESET[split])
    cell = Cell(row, 'bundled' if data == 'bundled-electron' else data, split)
    parts = cell.open(config, root)
    train, test = parts['train'], parts['test']
    if crystals: train, test = (d.select(range(min(crystals, len(d)))) for d in (train, test))
    config = replace(config, n_energy=len(train.grid))
    module = DOSModule(DOSTransformer(config), TrainConfig(lr=preset.lr, batch_size=batch_size), 1).to(device)
    (optimizer,), _ = module.configure_optimizers()
    before = memory_mb()

    def wait(): torch.cuda.synchronize() if device == 'cuda' else None

    def epoch():
        module.train()
        for batch in make_loader(train, batch_size, shuffle=True):
            batch = batch.to(device)
            loss = module.loss(module.model(batch), batch.y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        wait()

    @torch.inference_mode()
    def inference():
        module.eval()
        for batch in make_loader(test, batch_size): module.model(batch.to(device))
        wait()

    def timed(work):
        work()  # warm-up
        seconds = []
        for _ in range(repeats):
            start = time.perf_counter()
            work()
            seconds.append(time.perf_counter() - start)
        return summary(seconds)

    training, predicting = timed(epoch), timed(inference)
    return {'row': row, 'data': data, 'device': device, 'batch_size': batch_size,
            'crystals': {'train': len(train), 'test': len(test)}, 'parameters': sum(p.numel() for p in module.parameters()), 'training': training, 'inference': predicting,
            'memory_mb': round(torch.cuda.max_memory_allocated() / 2**20, 1) if device == 'cuda' else memory_mb(),
            **({} if device == 'cuda' else {'memory_before_training_mb': before})}


def measure_routes(limit):
    "From a CIF file to a spectrum: this package, and the computations behind the bundled sets"
    from pymatgen.core import Lattice, Structure

    from dostransformer.datasets.bundled import read_bundle
    from dostransformer.prediction.predictor import DOSPredictor
    cells = {c['id']: c for c in read_bundle()['crystals']}
    routes = {}
    for kind, other in (('phonon', 'phonopy and a universal potential'), ('electron', 'GPAW, PBE')):
        predictor = DOSPredictor.from_pretrained(kind)
        entries = {c['id']: c['seconds'] for c in read_bundle(kind)['crystals'] if c['id'] in cells and 'seconds' in c}
        with tempfile.TemporaryDirectory() as folder:
            paths = {}
            for i in list(entries)[:limit]:
                s = cells[i]['structure']
                paths[i] = Path(folder) / f'{i}.cif'
                Structure(Lattice(s['lattice']), s['species'], s['frac_coords']).to(str(paths[i]))
            known = predictor.predict(list(paths.values()), on_error='skip')  # warm-up; weights may not know an element
            names, one = [p.material_id for p in known], []
            for i in names:
                start = time.perf_counter()
                predictor.predict(paths[i])
                one.append(time.perf_counter() - start)
            start = time.perf_counter()
            predictor.predict([paths[i] for i in names])
            together = (time.perf_counter() - start) / len(names)
        ours, theirs = summary(one), summary([entries[i] for i in names])
        routes[kind] = {'crystals': len(names), 'this package, one CIF at a time': ours, 'this package, all at once': round(together, 5),
                        other: theirs | {'note': 'one core; from the bundled file'},
                        'times faster': round(theirs['median'] / ours['median'])}
    return routes


def child(task, threads):
    "Do one task in a fresh process"
    env = os.environ | {k: str(threads) for k in ('OMP_NUM_THREADS', 'MKL_NUM_THREADS')}
    p = subprocess.run([sys.executable, __file__, '--task', json.dumps(task)], env=env, capture_output=True, text=True)
    if p.returncode: raise SystemExit(f'{task}\n{p.stderr}')
    return json.loads(p.stdout.splitlines()[-1])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--data', nargs='+', default=['phonon'], help='phonon, bundled-electron, or a Parquet file of electron spectra')
    p.add_argument('--rows', nargs='+', default=['all'])
    p.add_argument('--devices', nargs='+', choices=['cpu', 'cuda'], help='default: cpu, and cuda where there is one')
    p.add_argument('--batch-sizes', nargs='+', type=int, default=[1, 16])
    p.add_argument('--threads', type=int, default=1, help='CPU cores to use')
    p.add_argument('--repeats', type=int, default=5)
    p.add_argument('--crystals', type=int, help='only so many of each part: for a trial, not for a record')
    p.add_argument('--root', help='folder with the phonon data')
    p.add_argument('--out', type=Path, default=RECORD)
    p.add_argument('--task', help=argparse.SUPPRESS)
    a = p.parse_args()
    if a.task:
        task = json.loads(a.task)
        print(json.dumps(measure_row(**task) if 'row' in task else measure_routes(**task)))
        return
    from dostransformer.training.weights import device_name
    load = os.getloadavg()[0] if hasattr(os, 'getloadavg') else None
    look = ('import json, torch; from dostransformer.training.recipes import ROWS; c = torch.cuda; '
            'print(json.dumps([list(ROWS), c.is_available() and c.get_device_name()]))')
    every, gpu = json.loads(subprocess.run([sys.executable, '-c', look], capture_output=True, text=True, check=True).stdout)
    devices = a.devices or ['cpu', *(['cuda'] if gpu else [])]
    packages = {}
    for name in PACKAGES:
        try: packages[name] = version(name)
        except ImportError: continue
    given = [w for w in sys.argv[1:] if w not in (a.root, str(a.out), '--root', '--out')]  # places are no part of the record
    record = {'date': str(date.today()), 'command': ' '.join(['python benchmarks/speed.py', *given]),
              'hardware': {'cpu': device_name('cpu'), 'cores used': a.threads, 'gpu': gpu if 'cuda' in devices else None, 'load before': load},
              'versions': {'python': platform.python_version(), **packages}, 'rows': []}
    for device in devices:
        for data in a.data:
            for batch_size in a.batch_sizes:
                for row in every if a.rows == ['all'] else a.rows:
                    task = dict(row=row, data=data, device=device, batch_size=batch_size, repeats=a.repeats, crystals=a.crystals,
                                root=a.root)
                    r = child(task, a.threads)
                    record['rows'].append(r | {'data': Path(data).name})
                    print(f'{device} {data} batch {batch_size} {row}: {r["training"]["median"]:.3g} s an epoch, '
                          f'{r["inference"]["median"]:.3g} s inference, {r["memory_mb"]:.0f} MB', flush=True)
    record['routes'] = child({'limit': a.crystals}, a.threads)
    print(json.dumps(record['routes'], indent=1))
    a.out.parent.mkdir(parents=True, exist_ok=True)
    a.out.write_text(json.dumps(record, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')


if __name__ == '__main__': main()
