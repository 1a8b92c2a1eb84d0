"""Use the explorer as a reader does: in a running JupyterLab, with a mouse, in headless Chromium.

Picks a crystal, looks at its atoms with the mouse, drags sliders of strain and mass, replaces an element, uploads a good and a bad file, saves a table. Looks for a browser in
$CHROMIUM, on the PATH and in playwright's own folder; ends with 77 (skipped) where there is none. The page as it was left
is drawn to $SCREENSHOT, if that names a file.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from dostransformer.crystals.structure import example_structures

skip = 77
names = 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'
app = ['from dostransformer.app.explorer import Explorer', 'Explorer()']
patience = 120_000  # ms for the first figure: JupyterLab, kernel and torch start


def find_browser(playwright):
    "Path of a Chromium, or None"
    known = [os.environ.get('CHROMIUM'), *map(shutil.which, names), playwright.chromium.executable_path]
    return next((o for o in known if o and Path(o).exists()), None)


def start_lab(folder):
    "JupyterLab on a free port, with settings of its own in `folder`; the process and its address"
    cell = dict(cell_type='code', execution_count=None, id='app', metadata={}, outputs=[], source='\n'.join(app))
    kernel = dict(name='python3', display_name='python3', language='python')
    notebook = dict(cells=[cell], metadata=dict(kernelspec=kernel), nbformat=4, nbformat_minor=5)
    (folder/'app.ipynb').write_text(json.dumps(notebook))
    own = {f'JUPYTER_{k}_DIR': str(folder/k.lower()) for k in ('CONFIG', 'DATA', 'RUNTIME')}
    run = [sys.executable, '-m', 'jupyter', 'lab', '--no-browser', '--allow-root', '--ServerApp.port=0',
           '--ServerApp.ip=127.0.0.1', f'--ServerApp.root_dir={folder}', '--LabApp.news_url=None',
           '--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate']
    log = (folder/'lab.log').open('w')
    lab = subprocess.Popen(run, cwd=folder, env={**os.environ, **own}, stdout=log, stderr=log)
    for _ in range(1200):  # two minutes: machines are busy
        for f in (folder/'runtime').glob('jpserver-*.json'):
            try: info = json.loads(f.read_text())
            except ValueError: continue  # half written
            return lab, f'{info["url"]}lab/tree/app.ipynb?token={info["token"]}'
        if lab.poll() is not None: break
        time.sleep(.1)
    stop(lab)
    raise RuntimeError('JupyterLab did not start:\n' + (folder/'lab.log').read_text())


def stop(lab):
    "End JupyterLab and with it its kernels"
    lab.terminate()
    try: lab.wait(20)
    except subprocess.TimeoutExpired: lab.kill()


class Reader:
    "What a reader does with the page"
    def __init__(self, page): self.page = page
    def text(self, kind): return self.page.locator(f'.dt-{kind}').last.inner_text(timeout=5000)

    def settled(self, kind):
        "The text, once it stays the same for a second: a slider that was dragged may still be answered"
        while True:
            before = self.text(kind)
            time.sleep(1)
            if self.text(kind) == before: return before

    def curves(self):
        lines = self.page.locator('.dt-figure polyline')
        return lines.evaluate_all('all => all.map(o => o.getAttribute("points")).join()')

    def wait(self, kind, pattern):
        "Until the text of `kind` matches; the milliseconds that took"
        start = time.perf_counter()
        found = '([k, p]) => [...document.querySelectorAll(".dt-" + k)].some(e => new RegExp(p).test(e.innerText))'
        self.page.wait_for_function(found, arg=[kind, pattern], timeout=15_000)
        return round(1e3*(time.perf_counter() - start))

    def choose(self, label, option):
        self.page.locator('.widget-dropdown', has_text=label).first.locator('select').select_option(label=option)

    def drag(self, pixels, slider=0):
        handle = self.page.locator('.widget-slider .noUi-handle').nth(slider)
        handle.scroll_into_view_if_needed()
        box = handle.bounding_box()
        x, y = box['x'] + box['width']/2, box['y'] + box['height']/2
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        for i in range(1, pixels + 1): self.page.mouse.move(x + i, y)
        self.page.mouse.up()

    def glow(self, column):
        "How much of its colour every drawn atom shows while the mouse is over a column of the phonons"
        figure = self.page.locator('.dt-figure svg').nth(1)
        figure.scroll_into_view_if_needed()
        figure.locator(f'.dt-p{column}').hover()
        return self.page.locator('.dt-figure circle[style]').evaluate_all('all => all.map(o => +getComputedStyle(o).fillOpacity)')

    def upload(self, path):
        with self.page.expect_file_chooser() as chooser: self.page.locator('.widget-upload').click()
        chooser.value.set_files(path)


def run(page):
    "Run the first cell; JupyterLab draws it anew while it loads, and a key pressed too early is lost"
    cell, start = page.locator('.jp-CodeCell').first, time.perf_counter()
    cell.wait_for(timeout=patience)
    while re.fullmatch(r'\[?\s*\]?:?', cell.locator('.jp-InputPrompt').inner_text()):
        if time.perf_counter() - start > patience / 1000: raise RuntimeError('the cell does not run')
        cell.locator('.cm-content').click()
        page.keyboard.press('Shift+Enter')
        time.sleep(1)


def use(page, folder):
    "The session; prints what was seen"
    reader, salt = Reader(page), example_structures()['NaCl']
    run(page)
    page.locator('.dt-figure svg').nth(3).wait_for(timeout=patience)
    assert reader.text('facts').startswith('NaCl:'), reader.text('facts')
    seen = {'': reader.curves()}

    def changed(what, ms):
        now = reader.curves()
        assert now not in seen.values(), f'{what}: the curves are as before'
        seen[what] = now
        print(f'{what}: {ms} ms; {reader.text("facts")[:60]}')

    low, high = reader.glow(8), reader.glow(22)
    assert low != high and max(low) > .2 and set(low) != {1.}, 'the atoms do not answer to the mouse'
    page.mouse.move(0, 0)
    print(f'atoms under the mouse: {sorted(set(low))} at the 9th energy, {sorted(set(high))} at the 23rd')
    reader.choose('mass of', 'Cl')
    reader.drag(15, 3)
    changed('mass', reader.wait('facts', 'Cl of [0-9.]+ u'))
    assert 'exact for small changes only' in page.locator('.widget-html', has_text='masses:').last.inner_text()
    shown = reader.settled('facts')
    crystal = page.locator('.dt-figure svg').first
    before = crystal.inner_html()
    reader.drag(30, 4)
    page.wait_for_function('h => document.querySelector(".dt-figure svg").innerHTML != h', arg=before, timeout=5000)
    assert reader.text('facts') == shown, 'turning the crystal changed what is said of it'

    reader.choose('crystal', 'Si (diamond)')
    changed('pick', reader.wait('facts', '^Si:'))
    reader.drag(40)
    percent = float(page.locator('.widget-slider .widget-readout').first.inner_text())
    assert percent > 1, percent
    changed('drag', reader.wait('facts', rf'strain \+{percent:g} %'))  # where the mouse let go, not on the way there
    assert 'before the edit' in reader.text('figure')

    good, bad = folder/'mine.cif', folder/'bad.cif'
    good.write_text(salt.to(fmt='cif'))
    bad.write_text(good.read_text().replace('1.0', '0.5'))
    reader.upload(good)
    reader.wait('facts', r'NaCl \(mine\.cif\)')
    reader.choose('replace', 'Na')
    reader.choose('by', 'K')
    changed('upload, Na → K', reader.wait('facts', 'Na → K'))
    before = reader.curves()
    reader.upload(bad)
    ms = reader.wait('error', 'bad.cif: it is disordered')
    print(f'bad upload: {ms} ms; {reader.text("error")[:90]}')
    assert reader.curves() == before and 'mine.cif' in reader.text('facts'), 'the last good state is gone'
    reader.choose('crystal', 'MgO (rocksalt)')
    reader.wait('facts', '^MgO:')
    assert not page.locator('.dt-error').count(), 'the error stays after it is over'

    page.get_by_role('button', name='CSV', exact=True).click()
    with page.expect_download() as download: page.locator('.dt-file').click()
    table = Path(download.value.path()).read_text()
    assert download.value.suggested_filename == 'MgO.csv' and len(re.findall('^electron,', table, re.M)) == 321
    print(f'saved {download.value.suggested_filename}, {len(table)/1e3:.0f} kB')


def main():
    from playwright.sync_api import sync_playwright
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as tmp, sync_playwright() as playwright:
        browser = find_browser(playwright)
        if not browser:
            print(f'skipped: no Chromium. Install one ({", ".join(names[:3])}) or name it in $CHROMIUM')
            return skip
        folder = Path(tmp)
        lab, url = start_lab(folder)
        try:
            chromium = playwright.chromium.launch(executable_path=browser, args=['--no-sandbox'])
            page = chromium.new_page(viewport=dict(width=1500, height=1000))
            page.goto(url, timeout=patience)
            try: use(page, folder)
            finally: page.screenshot(path=os.environ.get('SCREENSHOT', folder/'explorer.png'))
            chromium.close()
        finally: stop(lab)


if __name__ == '__main__': sys.exit(main())
