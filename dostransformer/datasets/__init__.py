"""Crystals with spectra as graphs, and their splits; the most used names are at the front door"""
import lazy_loader as _lazy

__getattr__, __dir__, __all__ = _lazy.attach_stub(__name__, __file__)
