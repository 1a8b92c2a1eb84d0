"""How users call the front door, for a type checker only: `mypy --config-file .ci/mypy.ini`. It is never run."""
from pathlib import Path
from typing import assert_type

from dostransformer import (PHONON_GRID, PRESETS, BundledDOS, DOSError, DOSPredictor, DOSTransformer, Ensemble, EnergyGrid,
                            ModelConfig, PredictedDOS, Predictions, SiteConfig, SiteDOS, available_weights, evaluate, example_structures,
                            explain, fine_tune, fit, load_pretrained, make_split, open_data, own_dataset, plot_attention, plot_dos,
                            plot_history, plot_structure, predict, read_card, read_structure, recipe, save_pretrained,
                            write_report)
from dostransformer.crystals import GraphSpec, structure_to_graph
from dostransformer.datasets import GraphDataset, dataset_summary
from dostransformer.prediction import Explanation, occlude
from dostransformer.training import FineTuned

structure = read_structure('NaCl.cif')
crystals = example_structures()
answer = predict(structure, kind='phonon', on_error='skip')
assert_type(answer, PredictedDOS | Predictions | dict)
if isinstance(answer, PredictedDOS):
    assert_type(answer.grid, EnergyGrid)
    assert_type(answer.warnings, list)
    plot_dos(answer.grid, {'predicted': answer.density}, title='NaCl').show()
    answer.plot(residual=True)

predictor = DOSPredictor.from_pretrained('phonon', device='auto')
several = predictor.predict(crystals, batch_size=8)
assert_type(several, Predictions)
assert_type(several[0], PredictedDOS)
write_report(several, Path('report.html'), card=predictor.card)
e = explain(structure, predictor)
assert_type(e, Explanation)
plot_attention(e, layer=1)
plot_structure(structure)
occlude(e, predictor)

config = PRESETS['phonon-attention'].model
own_config: SiteConfig = SiteConfig(n_readouts=2)
assert_type(own_config.graph, GraphSpec)
assert isinstance(config, ModelConfig)  # and not those of our own network
assert_type(config.graph, GraphSpec)
structure_to_graph(structure, config.graph)
train = BundledDOS('train')
assert_type(train, GraphDataset)
own = own_dataset('spectra.csv', config.graph, grid=PHONON_GRID)
parts = own.divide(make_split('random', own))
other = open_data('phonon', 'valid', 'data', config.graph)
run = fit(config, train, other, recipe('phonon-attention', seed=1), 'runs/one')
plot_history(run.history)
scores = evaluate(run.model, parts.part('test'))
scores.summary()
assert_type(fine_tune('my_spectra', 'phonon', 'runs/mine', unit='THz'), FineTuned)
save_pretrained('mine', run.model, train.grid, {'data': dataset_summary(train)})
model, card = load_pretrained('mine')
assert_type(model, DOSTransformer | SiteDOS | Ensemble)
for name in available_weights(): read_card(name)
try: predict('no.cif')
except DOSError as error: print(error.what, error.cause, error.fix)
