"""What a change of the explorer costs to draw: SVG text in an HTML widget, as it is, against plotly's FigureWidget.

    pip install anywidget playwright
    python benchmarks/explorer_figures.py [--steps 20]

Both draw the same eight views of NaCl, squeezed and stretched, in a running JupyterLab in headless Chromium: two densities of
states with their attention, and heat. The views are computed before, so only drawing is measured. A step is a press of an arrow key
on a slider. `kernel` is the processor time of Python, `seen` the time from the key to the first frame with the new curves, `state` the size of
what is stored with the notebook. Prints medians and quartiles in milliseconds, and the load of the machine.
"""
import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles

root = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(root/'.ci'))
import check_explorer as lab  # noqa: E402

SETUP = """
import json, time
import ipywidgets as widgets
import numpy as np
from dostransformer.app.view import TEMPERATURES, draw, look, shelf, take
from dostransformer.crystals.edit import Edit
from dostransformer.prediction.predictor import DOSPredictor
predictors = {k: DOSPredictor.from_pretrained(k) for k in ('phonon', 'electron')}
salt = take(shelf()['NaCl (rocksalt)'])[0]
views = [look(Edit(strain=(s,) * 3).apply(salt) if s else salt, predictors) for s in (0, -3, -2, -1, 1, 2, 3, 4)]
slider, took = widgets.IntSlider(0, 0, len(views) - 1), widgets.HTML()
"""
DRAW = {'sketch': """
figure = widgets.HTML()
def show(view): figure.value = draw(view, views[0])
show(views[0])
""", 'FigureWidget': """
import plotly.graph_objects as go
from plotly.subplots import make_subplots
def panel(view, kind):
    p, seen = view.predictions[kind], view.attention[kind]
    fig = go.FigureWidget(make_subplots(2, 1, shared_xaxes=True, row_heights=[.85, .15]))
    fig.add_scatter(x=p.scaled_grid.energies, y=p.scaled, name='before the edit', line_dash='dash', row=1, col=1)
    fig.add_scatter(x=p.scaled_grid.energies, y=p.scaled, name='prediction', row=1, col=1)
    fig.add_heatmap(x=p.scaled_grid.energies, y=list(seen), z=list(seen.values()), zmin=0, zmax=1, row=2, col=1)
    return fig.update_layout(height=280, width=440, title=kind)
def heat(view):
    p = view.predictions['phonon']
    t = p.thermodynamics(TEMPERATURES)
    return [t[q] / len(p.structure) for q in ('cv', 'entropy')]
panels = {k: panel(views[0], k) for k in predictors}
warm = go.FigureWidget([go.Scatter(x=TEMPERATURES, y=y) for y in 2 * heat(views[0])]).update_layout(height=280, width=440)
figure = widgets.HBox([*panels.values(), warm])
def show(view):
    for kind, fig in panels.items():
        with fig.batch_update():
            fig.data[1].y = view.predictions[kind].scaled
            fig.data[2].z = list(view.attention[kind].values())
    with warm.batch_update():
        for trace, y in zip(warm.data, heat(view)): trace.y = y
"""}
WIRE = """
def change(change):
    start = time.process_time()
    show(views[change['new']])
    took.value = f'<span class="took">{1e3 * (time.process_time() - start):.2f}</span>'
slider.observe(change, 'value')
state = len(json.dumps(widgets.Widget.get_manager_state(drop_defaults=True), default=repr))
widgets.VBox([slider, took, widgets.HTML(f'<span class="state">{state}</span>'), figure])
"""
CURVES = """() => [...document.querySelectorAll('.dt-figure polyline, .js-plotly-plot .js-line')]
  .map(o => o.getAttribute('points') || o.getAttribute('d')).join()"""
STEP = """key => new Promise(done => {
  const curves = %s, before = curves(), start = performance.now();
  const look = () => curves() !== before ? done(performance.now() - start) : requestAnimationFrame(look);
  document.querySelector('.widget-slider .noUi-handle').dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}));
  look();
})""" % CURVES


def measure(kind, browser, steps):
    "Kernel and total milliseconds of each step, size of the state, milliseconds to the first figure"
    lab.app = [SETUP, DRAW[kind], WIRE]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as tmp:
        server, url = lab.start_lab(Path(tmp))
        try:
            page = browser.new_page(viewport=dict(width=1500, height=1000))
            page.goto(url, timeout=lab.patience)
            start = time.perf_counter()
            lab.run(page)
            page.wait_for_function(f'({CURVES})().length > 100', timeout=3 * lab.patience)
            first = time.perf_counter() - start
            kernel, seen = [], []
            for i in range(steps):
                page.wait_for_timeout(300)
                seen.append(page.evaluate(STEP, 'ArrowRight' if i // 7 % 2 == 0 else 'ArrowLeft'))
                kernel.append(float(page.locator('.took').last.inner_text()))
            state = int(page.locator('.state').last.inner_text())
            page.close()
        finally: lab.stop(server)
    return kernel, seen, state, first


def main():
    from playwright.sync_api import sync_playwright
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('--steps', type=int, default=20)
    steps = p.parse_args().steps
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=lab.find_browser(playwright), args=['--no-sandbox'])
        for kind in DRAW:
            kernel, seen, state, first = measure(kind, browser, steps)
            said = {k: '{1:.0f} ({0:.0f} to {2:.0f}) ms'.format(*quantiles(v, n=4)) for k, v in (('kernel', kernel), ('seen', seen))}
            print(json.dumps({'kind': kind, **said, 'state, kB': round(state / 1e3), 'first figure, s': round(first, 1),
                              'load': round(os.getloadavg()[0], 1)}), flush=True)
        browser.close()


if __name__ == '__main__': main()
