"""Look at the pages as a reader does, on a phone and in the dark, in headless Chromium; `check_pages.py` has built them.

nbconvert takes Quarto's place, with the rules of `nbs/styles.css`. On a screen of 390 pixels nothing may be wider than the page; on the
dark theme, text of figures keeps a contrast of 4.5 and their lines of 3. Ends with 77 (skipped) where there is no browser.
Names of pages as arguments choose a few; where $SCREENSHOTS names a folder, each page is drawn into it.
"""
import os
import re
import sys
from pathlib import Path

import nbformat
from check_explorer import find_browser, skip
from nbconvert import HTMLExporter
from nbdev.config import get_config
from playwright.sync_api import sync_playwright
from plotly.offline import get_plotlyjs

width, text_contrast, line_contrast = 390, 4.5, 3
base = """body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 sans-serif; --paper: #fff; --ink: #222; }
body.quarto-dark { --paper: #222; --ink: #fff; }
main { padding: 0 12px; max-width: 800px; margin: auto; }
code, pre { font: .875em/1.4 monospace; overflow-wrap: break-word; }
div.highlight pre { white-space: pre-wrap; }
td, th { padding: .5rem; border-bottom: 1px solid #888; }
pre { overflow-x: auto; }
img { max-width: 100%; }"""
# of an element: what is wider than the screen and not inside something that scrolls by itself
too_wide = """() => {
  const inside = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
    if (getComputedStyle(p).overflowX !== 'visible') return true; return false }
  return [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !inside(e) && !e.closest('svg'))
    .map(e => `${e.tagName.toLowerCase()} ${Math.round(e.getBoundingClientRect().right)} px: ${e.textContent.trim().slice(0, 50)}`) }"""
# the colours of texts and lines of figures as they are seen: after CSS filters, over the page or over the cell of a table
colours = """() => {
  const rgba = c => { const v = (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number); return v.length < 4 ? [...v, 1] : v }
  const brighter = (c, e) => { for (let p = e; p; p = p.parentElement) {
    const m = getComputedStyle(p).filter.match(/brightness\\(([\\d.]+)\\)/); if (m) return c.map((x, i) => i < 3 ? Math.min(255, x * m[1]) : x) }
    return c }
  const filled = e => { const s = getComputedStyle(e), c = rgba(s.fill); c[3] *= s.fillOpacity; return c }
  const page = rgba(getComputedStyle(document.body).backgroundColor), out = []
  for (const e of document.querySelectorAll('.js-plotly-plot svg text, svg[role=img][font-family=sans-serif] text:not(.dt-sign)')) {
    const s = getComputedStyle(e)
    if (!e.textContent.trim() || e.closest('.hoverlayer, .bartext-inside, .heatmap-label, .updatemenu-header-arrow') || rgba(s.fill)[3] * s.fillOpacity === 0) continue
    const box = e.closest('.column-cell, .updatemenu-header, .updatemenu-button, .annotation-text-g')
    const rect = box && box.querySelector('rect')
    out.push(['text', e.textContent.slice(0, 30), brighter(rgba(s.fill), e), rect ? brighter(filled(rect), rect) : page, page]) }
  for (const e of document.querySelectorAll('.js-plotly-plot path.js-line')) {
    const s = getComputedStyle(e)
    if (parseFloat(s.strokeWidth) > 0) out.push(['line', s.stroke, brighter(rgba(s.stroke), e), page, page]) }
  return out }"""


def contrast(ink, paper, page):
    "Contrast of two colours as WCAG defines it, each laid over what is beneath it"
    over = lambda c, beneath: [x * c[3] + y * (1 - c[3]) for x, y in zip(c, beneath)]
    linear = lambda x: x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4
    light = lambda c: sum(w * linear(x / 255) for w, x in zip((0.2126, 0.7152, 0.0722), c))
    paper = over(paper, page)
    a, b = sorted((light(over(ink, paper)), light(paper)))
    return (b + 0.05) / (a + 0.05)


def as_html(path):
    "A processed notebook as Quarto would show it, as far as widths and colours go"
    nb = nbformat.read(path, 4)
    for c in nb.cells:
        c.source = re.sub(r'^```\{=html\}\n(.*?)\n```$', r'\1', c.source, flags=re.M | re.S)
        c.source = re.sub(r'^:::.*$', '', c.source, flags=re.M)
        if c.cell_type == 'code' and re.search(r'^#\| *(echo: *false|code-fold: *true)', c.source, re.M): c.source = ''
    nb.metadata.pop('widgets', None)
    body = HTMLExporter(template_name='basic').from_notebook_node(nb)[0]
    body = body.replace('output_subarea', 'output_subarea cell-output cell-output-display')
    body = re.sub(r'\$\$.*?\$\$', r'<span class="math display">\g<0></span>', body, flags=re.S)
    return re.sub(r'<script[^>]*src=[^>]*></script>', '', body)


def check(page, path, css, library, shots):
    "What is wrong with one page"
    has_figure = 'Plotly.newPlot' in path.read_text(encoding='utf-8')
    file = path.with_suffix('.screen.html')  # beside it, so that it finds its pictures
    head = f'<!doctype html><meta charset="utf-8"><style>{base}{css}</style>' + (f'<script src="{library}"></script>' if has_figure else '')
    file.write_text(f'{head}<body class="quarto-dark"><main>{as_html(path)}</main></body>', encoding='utf-8')
    page.goto(file.as_uri())
    if has_figure: page.wait_for_function('[...document.querySelectorAll(".plotly-graph-div")].every(e => e.classList.contains("js-plotly-plot"))')
    page.wait_for_timeout(200)
    if shots: page.screenshot(path=Path(shots) / f'{"_".join(path.parts[-2:])}.png', full_page=True)
    wide = page.evaluate(too_wide)
    if wide: yield f'wider than a phone: {wide[-1]}'
    seen = {(kind, name): round(contrast(ink, paper, under), 1) for kind, name, ink, paper, under in page.evaluate(colours)}
    pale = {k: v for k, v in seen.items() if v < (text_contrast if k[0] == 'text' else line_contrast)}
    for (kind, name), v in list(pale.items())[:3]: yield f'{kind} of a figure has a contrast of {v} in the dark: {name}'
    file.unlink()


def main():
    cfg = get_config()
    built = cfg.config_path / '_proc'
    css = (cfg.nbs_path / 'styles.css').read_text(encoding='utf-8')
    pages = [f for f in sorted(built.rglob('*.ipynb')) if not sys.argv[1:] or f.relative_to(built).as_posix() in sys.argv[1:]]
    with sync_playwright() as p:
        browser = find_browser(p)
        if not browser:
            print('there is no Chromium')
            return skip
        library = built / 'plotly.min.js'
        library.write_text(get_plotlyjs(), encoding='utf-8')
        chromium = p.chromium.launch(executable_path=browser, args=['--no-sandbox'])
        page = chromium.new_page(viewport=dict(width=width, height=844), reduced_motion='reduce')
        errs = [f'{f.relative_to(built)}: {e}' for f in pages for e in check(page, f, css, library.as_uri(), os.environ.get('SCREENSHOTS'))]
        chromium.close()
    print(*errs, f'{len(pages)} pages looked at', sep='\n')
    return bool(errs)


if __name__ == '__main__': sys.exit(main())
