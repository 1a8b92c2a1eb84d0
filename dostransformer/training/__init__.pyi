from .electrons import score_readouts as score_readouts
from .ensemble import calibrate as calibrate
from .fine_tune import FineTuned as FineTuned, parts_by_formula as parts_by_formula, spectra_for as spectra_for
from .fit import load_run as load_run
from .metrics import mae as mae, r2 as r2, rmse as rmse
from .recipes import TrainConfig as TrainConfig
from .release import score as score, train_and_save as train_and_save
from .weights import training_facts as training_facts
