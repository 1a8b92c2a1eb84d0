"""Predict the density of states of crystals with a transformer.

The names below are the front door. Each is imported when it is first asked for, so that `import dostransformer` is
instant and does not load PyTorch.
"""
__version__ = "0.1.0"

from importlib import import_module as _import_module

_home = dict(predict='predictor', DOSPredictor='predictor', PhononDOS='datasets', read_structure='structure',
             PHONON_GRID='grid', ELECTRON_GRID='grid')

__all__ = list(_home)


def __getattr__(name):
    if name in _home: return getattr(_import_module(f'.{_home[name]}', __name__), name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__(): return sorted([*globals(), *_home])
