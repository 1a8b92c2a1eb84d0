"""Turn finished training runs into shipped weights: the run with the lowest validation loss (or all of them, as an
ensemble), and the scores of all.

    python benchmarks/release.py phonon-attention runs/phonon-0 runs/phonon-1 runs/phonon-2 [--root DATA] [--hardware TEXT]
    python benchmarks/release.py phonon-e3nn runs/seed-0 runs/seed-1 runs/seed-2 --together
    python benchmarks/release.py electron runs/electron-0 runs/electron-1 runs/electron-2 --data bundled-electron

Writes dostransformer/weights/NAME/ (weights, card, learning curve). The choice between runs uses the validation set
only; the test set is opened here, once, for the card. The work is done by `dostransformer.training.release`.
"""
import argparse
import json
from pathlib import Path

from dostransformer.datasets.catalogue import open_parts
from dostransformer.training.fit import load_run
from dostransformer.training.release import release

WEIGHTS = Path(__file__).resolve().parent.parent / 'dostransformer' / 'weights'


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('name', help='preset, and name of the weights')
    p.add_argument('runs', nargs='+', type=Path, help='folders of `fit`, finished or stopped')
    p.add_argument('--data', default='phonon', help='the data set they were trained on: phonon or bundled-electron')
    p.add_argument('--root', help='folder with the phonon data')
    p.add_argument('--hardware', default='', help='on what the runs were made')
    p.add_argument('--together', action='store_true', help='all of them, as an ensemble')
    a = p.parse_args()
    runs = [load_run(r) for r in a.runs]
    data = open_parts(a.data, a.root, runs[0].model.config.graph)
    card = release(WEIGHTS / a.name, runs, data, a.name, hardware=a.hardware, together=a.together)
    print(json.dumps({'shipped': card['scores']['test'], 'seeds': card.get('seeds', []), 'dtype': card['dtype'],
                      'moved': card['run']['half_precision_moves_predictions_by']}, indent=1))


if __name__ == '__main__': main()
