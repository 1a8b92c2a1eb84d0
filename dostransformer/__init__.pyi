"The front door: read by type checkers, and by `__init__.py` for what to import and when"
from .app.explorer import Explorer as Explorer
from .app.report import write_report as write_report
from .crystals.structure import example_structures as example_structures, read_structure as read_structure
from .datasets.bundled import BundledDOS as BundledDOS
from .datasets.catalogue import open_data as open_data
from .datasets.electron import ElectronDOS as ElectronDOS
from .datasets.own import own_dataset as own_dataset
from .datasets.phonon import PhononDOS as PhononDOS
from .datasets.splits import make_split as make_split
from .errors import DOSError as DOSError
from .figures.attention import plot_attention as plot_attention
from .figures.crystals import plot_structure as plot_structure
from .figures.curves import plot_dos as plot_dos, plot_history as plot_history
from .model.network import DOSTransformer as DOSTransformer, ModelConfig as ModelConfig
from .model.sites import SiteConfig as SiteConfig, SiteDOS as SiteDOS
from .prediction.attribution import explain as explain
from .prediction.predictor import DOSPredictor as DOSPredictor, predict as predict
from .prediction.predictions import Predictions as Predictions
from .prediction.result import PredictedDOS as PredictedDOS
from .spectra.grid import ELECTRON_GRID as ELECTRON_GRID, PHONON_GRID as PHONON_GRID, EnergyGrid as EnergyGrid
from .training.ensemble import Ensemble as Ensemble
from .training.fine_tune import fine_tune as fine_tune
from .training.fit import fit as fit
from .training.metrics import evaluate as evaluate
from .training.recipes import PRESETS as PRESETS, recipe as recipe
from .training.weights import (available_weights as available_weights, load_pretrained as load_pretrained,
                               read_card as read_card, save_pretrained as save_pretrained)

__version__: str
