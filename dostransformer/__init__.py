"""Predict the density of states of crystals with a transformer.

Predict, ask how much to believe, and plot:

    from dostransformer import example_structures, predict
    dos = predict('NaCl.cif')  # or a pymatgen Structure, ASE Atoms, a folder
    dos.energies, dos.density, dos.warnings
    dos.plot()
    predict(example_structures(), kind='electron')

Train on spectra of your own, and score:

    from dostransformer import PHONON_GRID, PRESETS, evaluate, fit, make_split, own_dataset, recipe
    data = own_dataset('my_spectra', PRESETS['phonon'].model.graph, grid=PHONON_GRID)
    data = data.divide(make_split('random', data))
    run = fit(PRESETS['phonon'].model, data.part('train'), data.part('valid'), recipe('phonon'), 'runs/mine')
    evaluate(run.model, data.part('test')).summary()

Look inside:

    from dostransformer import explain, plot_attention, read_card
    plot_attention(explain('NaCl.cif'))
    card, folder = read_card('phonon')

These names are the front door; `__init__.pyi` lists them. What is needed less often is behind the door of its wing:
`from dostransformer.figures import plot_entropy`. Each name is imported when it is first asked for, so that
`import dostransformer` is instant.
"""
__version__ = "0.1.0"

import lazy_loader as _lazy

_load, __dir__, __all__ = _lazy.attach_stub(__name__, __file__)


def __getattr__(name):
    "A name of the front door, whose help tells the meaning of its arguments"
    from .help import with_help
    return with_help(_load(name))
