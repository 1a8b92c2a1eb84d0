from .electron import from_dos as from_dos, preprocess as preprocess
from .grid import set_seed as set_seed
from .thermo import from_phonon_dos as from_phonon_dos, thermodynamics as thermodynamics, to_phonon_dos as to_phonon_dos
from .transform import (SpectrumError as SpectrumError, convert_energy as convert_energy, normalise as normalise,
                        paper_curve as paper_curve, smooth as smooth, to_grid as to_grid)
