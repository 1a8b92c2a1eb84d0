"""Predict the density of states of crystals with a transformer.

The names below are the front door. Each is imported when it is first asked for, so that `import dostransformer` is
instant and does not load PyTorch.
"""
__version__ = "0.1.0"

from importlib import import_module as _import_module

_home = dict(predict='prediction.predictor', DOSPredictor='prediction.predictor', PhononDOS='datasets.phonon',
             read_structure='crystals.structure', PHONON_GRID='spectra.grid', ELECTRON_GRID='spectra.grid',
             plot_dos='figures.curves')

__all__ = list(_home)


def __getattr__(name):
    if name in _home: return getattr(_import_module(f'.{_home[name]}', __name__), name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__(): return sorted([*globals(), *_home])
