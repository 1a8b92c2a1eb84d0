"""Test a notebook as nbdev_test does, and then the solutions of its exercises, in the same session.

    python .ci/test_notebook.py NOTEBOOK

A solution is a block fenced by ```python in the cell that holds `<details>`; blocks fenced otherwise (```py, ```sh) are only shown.
"""
import re
import sys
from pathlib import Path

import nbformat
from nbdev.config import get_config
from nbdev.test import test_nb


def with_solutions(nb):
    "The notebook, each solution a cell at its end"
    details = [c.source for c in nb.cells if c.cell_type == 'markdown' and '<details>' in c.source]
    nb.cells += [nbformat.v4.new_code_cell(code) for text in details
                 for code in re.findall(r'^```python\n(.*?)^```$', text.split('<details>', 1)[1], re.M | re.S)]
    return nb


def main(path):
    "1 if a cell or a solution fails"
    cfg, path = get_config(), Path(path).absolute()
    copy = path.with_name(f'.{path.name}')  # beside the original, where its relative paths lead to the same files; git ignores it
    nbformat.write(with_solutions(nbformat.read(path, 4)), copy)
    try: passed, _ = test_nb(copy, skip_flags=cfg.tst_flags.split(), basepath=cfg.config_path)
    finally: copy.unlink()
    return not passed


if __name__ == '__main__': sys.exit(main(sys.argv[1]))
