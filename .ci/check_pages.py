"""Build the pages as far as nbdev_docs does before it calls Quarto, and check what they hold."""
import ast
import json
import re
import sys

import yaml
from nbdev.config import get_config
from nbdev.quarto import refresh_quarto_yml
from nbdev.serve import proc_nbs

plotly = 'application/vnd.plotly.v1+json'
view = 'application/vnd.jupyter.widget-view+json'
state = 'application/vnd.jupyter.widget-state+json'
max_mb = 4  # of one page, figures included
max_figures = 300  # kB of figures on a page, as stored
private = re.compile(r'/(home|root|tmp|work)/')


def check_page(name, nb):
    "What is wrong with one processed page, and how many figures and widgets it has"
    errs,figs,wids = [],0,0
    models = nb['metadata'].get('widgets', {}).get(state, {}).get('state', {})
    cells = nb['cells']
    if not any('colab.research.google.com' in ''.join(c['source']) for c in cells): errs.append('no Colab link')
    outputs = [o for c in cells for o in c.get('outputs', [])]
    if any(c['cell_type'] == 'code' for c in cells) and not outputs: errs.append('no stored output')
    for o in outputs:
        d = o.get('data', {})
        if o['output_type'] == 'error': errs.append('an output is an error')
        if o.get('name') == 'stderr' and 'Traceback' in ''.join(o['text']): errs.append('an output holds a traceback')
        shown = ''.join(o.get('text', '')) + ''.join(d.get('text/plain', ''))
        if private.search(shown): errs.append(f'an output shows a path of the machine it ran on: {private.search(shown).string[:80]!r}')
        if plotly in d:
            figs += 1
            html = ''.join(d.get('text/html', ''))
            if 'Plotly.newPlot' not in html: errs.append('a figure has no html')
            if not re.match(r'<div role="img" aria-label="[^"]{12}', html): errs.append('a figure says nothing in words: give it a title')
        if view in d:
            wids += 1
            if d[view]['model_id'] not in models: errs.append('a widget has no stored state')
    mb = len(json.dumps(nb))/2**20
    if mb > max_mb: errs.append(f'{mb:.1f} MB: make its figures smaller')
    return [f'{name}: {e}' for e in errs],figs,wids


def check_imports(cfg):
    "The docs build runs every cell that holds an import, alone: such a cell holds nothing else"
    for p in sorted(cfg.nbs_path.rglob('[!.]*.ipynb')):
        for c in json.loads(p.read_text(encoding='utf-8'))['cells']:
            code = ''.join(c['source'])
            if c['cell_type'] != 'code' or re.search(r'^#\|\s*(export|eval:\s*false)', code, flags=re.M): continue
            try: body = ast.parse(re.sub(r'^[!%].*$', '', code, flags=re.M)).body
            except SyntaxError: continue
            is_import = lambda o: isinstance(o, (ast.Import, ast.ImportFrom))
            if any(is_import(o) for b in body for o in ast.walk(b)) and not all(map(is_import, body)):
                first = next(o for o in code.splitlines() if 'import ' in o).strip()
                yield f'{p.relative_to(cfg.config_path)}: give this import a cell of its own: {first}'


def check_sidebar(cfg):
    "The sidebar names pages that exist, and every page is in it"
    site = yaml.safe_load((cfg.config_path/'_quarto.yml').read_text(encoding='utf-8'))
    listed = set()
    def walk(items):
        for o in items:
            if isinstance(o, dict): yield from walk(o['contents'])
            else: yield o
    for p in walk(site['website']['sidebar']['contents']):
        found = set(cfg.nbs_path.glob(p))
        if not found: yield f'_quarto.yml: nothing at {p}'
        listed |= found
    for p in sorted(set(cfg.nbs_path.rglob('[!.]*.ipynb')) - listed):
        if '.ipynb_checkpoints' not in p.parts: yield f'_quarto.yml: {p.relative_to(cfg.nbs_path)} is not in the sidebar'


def anchor(heading):
    "Address of a heading, as Quarto makes it"
    text = re.sub(r'\[([^\]]*)\]\([^)]*\)|\{[^}]*\}', r'\1', heading.lower())
    text = re.sub(r'\s+', '-', re.sub(r'[^\w\s.-]', '', text).strip())
    return re.sub(r'^[^a-z]+', '', text)


def check_links(pages):
    "Every link leads to a page, a heading or a file that exists; pages: path -> processed notebook"
    texts = {}
    for path, nb in pages.items():
        shown = [c['source'] for c in nb['cells'] if c['cell_type'] == 'markdown']
        shown += [o['data']['text/markdown'] for c in nb['cells'] for o in c.get('outputs', []) if 'text/markdown' in o.get('data', {})]
        texts[path] = [re.sub(r'^```.*?^```', '', ''.join(t), flags=re.M | re.S) for t in shown]
    headings = {path: {anchor(h) for t in ts for h in re.findall(r'^#+ +(.+)$', t, re.M)} for path, ts in texts.items()}
    for path, ts in texts.items():
        for t in ts:  # nbdev makes a link of `name`, and one inside another shows its brackets
            if inner := re.search(r'\[[^\[\]]*\[(`[^`]+`)\]\([^)]*\)[^\[\]]*\]\(', t): yield f'{path.name}: a link inside a link: write <code> for {inner[1]}'
        for link in sorted({k for t in ts for k in re.findall(r'\]\(([^)\s]+)\)', t)}):
            if re.match(r'\w+:', link): continue
            file, _, at = link.partition('#')
            target = (path.parent/file).resolve() if file else path
            if not target.exists(): yield f'{path.name}: there is nothing at {link}'
            elif at and at not in headings.get(target, [at]): yield f'{path.name}: no heading for {link}'


def check_images(cfg):
    "Every picture says in words what it shows, for readers who do not see it"
    for p in sorted(cfg.nbs_path.rglob('[!.]*.ipynb')):
        for c in json.loads(p.read_text(encoding='utf-8'))['cells']:
            code = ''.join(c['source'])
            if c['cell_type'] == 'markdown' and (mute := re.search(r'!\[\s*\]\(([^)]*)\)|<img (?![^>]*alt="[^"])[^>]*>', code)):
                yield f'{p.relative_to(cfg.config_path)}: a picture without words: {mute[0]}'
            if any('image/png' in o.get('data', {}) for o in c.get('outputs', [])) and '#| fig-alt:' not in code:
                yield f'{p.relative_to(cfg.config_path)}: a picture without `#| fig-alt:`: {code.splitlines()[0]}'


def check_figures(cfg):
    "The figures of a page are small enough for a phone"
    for p in sorted(cfg.nbs_path.rglob('[!.]*.ipynb')):
        cells = json.loads(p.read_text(encoding='utf-8'))['cells']
        kb = sum(len(json.dumps(o['data'][plotly])) for c in cells for o in c.get('outputs', []) if plotly in o.get('data', {})) / 1e3
        if kb > max_figures: yield f'{p.relative_to(cfg.config_path)}: {kb:.0f} kB of figures, more than {max_figures}: round their numbers'


def check_run_all(cfg):
    """Jupyter and Colab run what `#| eval: false` skips. Such a cell has been run, with what anybody can download, and shows it;
    or it does nothing until a reader sets `FULL`"""
    for p in sorted(cfg.nbs_path.rglob('[!.]*.ipynb')):
        for c in json.loads(p.read_text(encoding='utf-8'))['cells']:
            code = ''.join(c['source'])
            if c['cell_type'] != 'code' or c['outputs'] or not re.search(r'^#\|\s*eval:\s*false', code, re.M) or '/content' in code: continue
            for node in ast.parse(re.sub(r'^[!%].*$', '', code, flags=re.M)).body:
                guard = isinstance(node, ast.If) and 'FULL' in {n.id for n in ast.walk(node.test) if isinstance(n, ast.Name)}
                if not guard and any(isinstance(o, ast.Call) for o in ast.walk(node)):
                    yield f'{p.relative_to(cfg.config_path)}: "Run all" runs this; put it under `if FULL:`: {ast.unparse(node).splitlines()[0]}'
                    break


def check_guards(cfg):
    "Every page can be run on Colab: a cell installs the package there, and what the page imports beside what that brings"
    for p in sorted(cfg.nbs_path.rglob('[!.]*.ipynb')):
        cells = [''.join(c['source']) for c in json.loads(p.read_text(encoding='utf-8'))['cells'] if c['cell_type'] == 'code']
        if '.ipynb_checkpoints' not in p.parts and cells and not any(re.search(r'^! \[ -e /content \] && pip', c, re.M) for c in cells):
            yield f'{p.relative_to(cfg.config_path)}: no cell installs the package on Colab'
        guard = next((c for c in cells if '/content' in c), '')
        for module in ('ase', 'execnb', 'hypothesis', 'nbdev'):
            if any(re.search(rf'^(import|from) {module}\b', c, re.M) for c in cells) and module not in guard.split():
                yield f'{p.relative_to(cfg.config_path)}: its guard for Colab does not install {module}'


def main():
    cfg = get_config()
    refresh_quarto_yml()
    errs,figs,wids = [*check_imports(cfg), *check_sidebar(cfg), *check_guards(cfg), *check_images(cfg), *check_figures(cfg), *check_run_all(cfg)],0,0
    try: cache = proc_nbs(n_workers=0, force=True)
    except Exception as e:
        print(*errs, e, f'caused by: {e.__cause__!r}', sep='\n')
        return 1
    built = {f.resolve(): json.loads(f.read_text(encoding='utf-8')) for f in sorted(cache.rglob('*.ipynb'))}
    errs += check_links(built)
    for f, nb in built.items():
        e,i,w = check_page(f.relative_to(cache.resolve()), nb)
        errs,figs,wids = errs+e,figs+i,wids+w
    print(*errs, f'{len(built)} pages, {figs} figures, {wids} widgets', sep='\n')
    return bool(errs)


if __name__ == '__main__': sys.exit(main())
