"""Memory of a training on large electron sets: made-up rows are written, read, turned into graphs on the disk and trained on, each size in a process of its own.

    python benchmarks/streaming.py [--sizes 4000 40000] [--steps 200] [--batch-size 16] [--devices 1] [--accelerator cpu]

The spectra are inventions; the crystals are perovskites of changing elements. Memory is the largest resident set of the process, and `imports` is what it had
before the first row. Prints a line of JSON for each size, and with --record FILE writes them there.
"""
import argparse
import json
import os
import random
import resource
import shlex
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from itertools import islice, permutations
from pathlib import Path

import numpy as np
from pymatgen.core import Lattice, Structure

from dostransformer.datasets.electron import ElectronDOS, electron_row, write_electron
from dostransformer.files import write_atomic
from dostransformer.spectra.electron import ElectronSpectrum, preprocess
from dostransformer.spectra.grid import ELECTRON_GRID
from dostransformer.training.fit import fit
from dostransformer.training.recipes import PRESETS, TrainConfig
from dostransformer.training.weights import device_name

A = 'Li Na K Rb Cs Mg Ca Sr Ba Zn Cd Al Ga In Tl Sn Pb Bi Sc Y La Ti Zr Hf V Nb Ta Cr Mo W Mn Re Fe Ru Os Co Rh Ir Ni Pd Pt Cu Ag Au Ge Sb Si B'.split()
X = 'O F S Cl Se Br Te I N P H C As'.split()


def peak(): return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)  # MiB on Linux


def rows(n):
    "Made-up rows, one at a time, no formula twice"
    e, rng = np.linspace(-8, 8, 321), np.random.default_rng(0)
    made = ((a, b, x) for x in X for a, b in permutations(A, 2))
    for k, (a, b, x) in enumerate(islice(made, n)):
        s = Structure(Lattice.cubic(rng.uniform(3.8, 4.6)), [a, b, x, x, x], [[0, 0, 0], [.5, .5, .5], [.5, .5, 0], [.5, 0, .5], [0, .5, .5]])
        curve = sum(np.exp(-((e - rng.uniform(-6, 6)) / .8)**2) for _ in range(5))
        density, scale, offset = preprocess(e, curve, 0.)
        yield electron_row(f'made-{k}', s, ElectronSpectrum(density, ELECTRON_GRID, 0., scale, offset, 0., 0.), 'made up')


def run(n, steps, batch_size, devices, accelerator):
    "The row of one size"
    base, t = peak(), time.perf_counter()
    with tempfile.TemporaryDirectory() as tmp:
        os.environ['DOSTRANSFORMER_CACHE'] = tmp
        file, out = Path(tmp) / 'made.parquet', {'crystals': n, 'imports': base}
        write_electron(file, rows(n), ELECTRON_GRID, {'made': 'up'})
        out |= {'written': peak()}
        config = replace(PRESETS['electron-attention'].model, d_model=64)
        whole = ElectronDOS(file, 'all', graph=config.graph, progress=False, stream=True)
        out |= {'graphs': peak(), 'build_seconds': round(time.perf_counter() - t)}
        train, valid = whole.part('train'), whole.part('valid')
        some = random.Random(0).sample(range(len(train)), min(len(train), steps * batch_size * devices))
        how = TrainConfig(max_epochs=1, batch_size=batch_size, devices=devices, accelerator=accelerator)
        t = time.perf_counter()
        fit(config, train.select(some), valid.select(range(min(len(valid), 200))), how, Path(tmp) / 'run', progress=False)
        return out | {'trained': peak(), 'steps': -(-len(some) // batch_size // devices), 'train_seconds': round(time.perf_counter() - t),
                      'grown': peak() - base, 'disk': round(sum(p.stat().st_size for p in Path(tmp).iterdir() if p.is_file()) / 2**20)}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--sizes', type=int, nargs='+', default=[4000, 40000])
    p.add_argument('--steps', type=int, default=200)
    p.add_argument('--batch-size', type=int, default=16)
    p.add_argument('--devices', type=int, default=1)
    p.add_argument('--accelerator', default='cpu')
    p.add_argument('--record', type=Path)
    p.add_argument('--one', action='store_true', help='the first size in this process')
    a = p.parse_args()
    if a.one: return print(json.dumps(run(a.sizes[0], a.steps, a.batch_size, a.devices, a.accelerator)))
    found = []
    for n in a.sizes:
        same = ['--steps', a.steps, '--batch-size', a.batch_size, '--devices', a.devices, '--accelerator', a.accelerator]
        done = subprocess.run([sys.executable, __file__, '--one', '--sizes', *map(str, [n, *same])], check=True, stdout=subprocess.PIPE, text=True)
        found.append(json.loads(done.stdout.splitlines()[-1]))
        print(found[-1], flush=True)
    if a.record:
        record = {'unit': 'MiB', 'rows': found, 'hardware': device_name(a.accelerator), 'command': shlex.join(['python', 'benchmarks/streaming.py', *sys.argv[1:]])}
        write_atomic(a.record, (json.dumps(record, indent=1) + '\n').encode())


if __name__ == '__main__': main()
