from .attribution import (Explanation as Explanation, agreement as agreement, agreement_table as agreement_table,
                          occlude as occlude, rank_correlation as rank_correlation)
from .electrons import Band as Band, PredictedElectrons as PredictedElectrons, band_of as band_of
from .forces import ForcePhonons as ForcePhonons, HarmonicPhonons as HarmonicPhonons, force_predictor as force_predictor
from .isotopes import with_masses as with_masses
from .result import Failure as Failure
from .screen import (predict_in_parts as predict_in_parts, predict_to_parquet as predict_to_parquet,
                     read_parquet as read_parquet)
