from .bundled import read_bundle as read_bundle
from .catalogue import open_parts as open_parts
from .corpus import CorpusCrystal as CorpusCrystal, CorpusDOS as CorpusDOS, read_corpus as read_corpus
from .graphs import (SPLITS as SPLITS, DataInfo as DataInfo, GraphDataset as GraphDataset,
                     crystal_table as crystal_table, dataset_summary as dataset_summary)
from .own import read_own as read_own
from .splits import (SCENARIOS as SCENARIOS, SplitError as SplitError, random_split as random_split,
                     read_split as read_split, save_split as save_split, shuffled as shuffled,
                     species_table as species_table, system_table as system_table)
