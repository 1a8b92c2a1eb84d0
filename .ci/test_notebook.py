"""Test notebooks as nbdev_test does, and then the solutions of their exercises, each in a process of its own.

    python .ci/test_notebook.py NOTEBOOK ... [--jobs 2] [--out FOLDER]

A process is forked from one that has imported what almost all notebooks import (a third of their time). With --out, what a notebook
prints goes to FOLDER, and its exit status and seconds to a file beside it. A solution is a block fenced by ```python in
the cell that holds `<details>`; blocks fenced otherwise (```py, ```sh) are only shown.
"""
import argparse
import importlib
import multiprocessing
import os
import re
import sys
import time
from multiprocessing import connection
from pathlib import Path

import nbformat
from nbdev.config import get_config
from nbdev.test import test_nb

COMMON = ('torch', 'torch_geometric.data', 'torch_geometric.loader', 'pymatgen.core', 'matplotlib', 'plotly.graph_objects', 'pandas',
          'scipy.optimize', 'scipy.stats', 'lightning', 'e3nn.o3')


def with_solutions(nb):
    "The notebook, each solution a cell at its end"
    details = [c.source for c in nb.cells if c.cell_type == 'markdown' and '<details>' in c.source]
    nb.cells += [nbformat.v4.new_code_cell(code) for text in details
                 for code in re.findall(r'^```python\n(.*?)^```$', text.split('<details>', 1)[1], re.M | re.S)]
    return nb


def test(path, out):
    "Ends its process with 1 if a cell or a solution fails; both streams go to the file `out`"
    if out:
        with open(out, 'wb') as f: os.dup2(f.fileno(), 1), os.dup2(f.fileno(), 2)
    cfg, path = get_config(), Path(path).absolute()
    copy = path.with_name(f'.{path.name}')  # beside the original, where its relative paths lead to the same files; git ignores it
    nbformat.write(with_solutions(nbformat.read(path, 4)), copy)
    try: passed, _ = test_nb(copy, skip_flags=cfg.tst_flags.split(), basepath=cfg.config_path)
    finally: copy.unlink()
    sys.exit(not passed)


def run(paths, jobs, folder):
    "Exit status of each notebook's process, `jobs` of them at a time"
    fork, running, waiting = multiprocessing.get_context('fork'), {}, list(reversed(paths))
    while waiting or running:
        while waiting and len(running) < jobs:
            path = waiting.pop()
            out = Path(folder)/path.replace('/', '_') if folder else None
            p = fork.Process(target=test, args=(path, out))
            p.start()
            running[p.sentinel] = p, path, out, time.monotonic()
        for ended in connection.wait(list(running)):
            p, path, out, begun = running.pop(ended)
            p.join()
            took = round(time.monotonic() - begun)
            if out: Path(f'{out}.rc').write_text(f'{p.exitcode} {took}\n')
            print(f'ran   {path}  ({took} s)', flush=True)
            yield p.exitcode


def main():
    p = argparse.ArgumentParser()
    p.add_argument('notebooks', nargs='+')
    p.add_argument('--jobs', type=int, default=1)
    p.add_argument('--out')
    a = p.parse_args()
    for name in COMMON: importlib.import_module(name)
    return any([*run(a.notebooks, a.jobs, a.out)])


if __name__ == '__main__': sys.exit(main())
