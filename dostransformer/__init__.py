"""Predict the density of states of crystals with a transformer.

Predict, ask how much to believe, and plot:

    from dostransformer import example_structures, predict
    dos = predict('NaCl.cif')  # or a pymatgen Structure, ASE Atoms, a folder
    dos.energies, dos.density, dos.warnings
    dos.plot()
    predict(example_structures(), kind='electron')

Train on your own spectra and keep the weights:

    from dostransformer import EnergyGrid, PRESETS, evaluate, fit, own_dataset, recipe
    data = own_dataset('spectra/', EnergyGrid(0, 1000, 51, 'cm-1'), scale='max')
    run = fit(PRESETS['phonon'].model, train, valid, recipe('phonon'), 'runs/mine')
    evaluate(run.model, test).summary()

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

__getattr__, __dir__, __all__ = _lazy.attach_stub(__name__, __file__)
