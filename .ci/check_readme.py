"""README.md and nbs/index.ipynb are both written by hand: check that they show the same commands, the scores of the cards and of the stored results."""
import json
import re
import sys
from pathlib import Path

from dostransformer.paper.tables import averaged, read_results, table1

root = Path(__file__).resolve().parent.parent


def fences(text, lang):
    "Lines of all fenced blocks of one language, without comments and blank lines"
    blocks = re.findall(rf'^```{lang}\n(.*?)^```', text, flags=re.M | re.S)
    return [o for b in blocks for o in map(clean, b.splitlines()) if o]


def clean(line): return re.sub(r'(^|\s)#.*', '', line).rstrip()


def main():
    readme = (root/'README.md').read_text(encoding='utf-8')
    index = root/'nbs/index.ipynb'
    if not index.exists():
        print('nbs/index.ipynb is missing')
        return 1
    cells = json.loads(index.read_text(encoding='utf-8'))['cells']
    text = '\n'.join(''.join(c['source']) for c in cells if c['cell_type'] == 'markdown')
    code = '\n'.join(''.join(c['source']) for c in cells if c['cell_type'] == 'code')
    errs = []
    a,b = fences(readme, 'sh'),fences(text, 'sh')
    errs += [f'only in README.md: {o}' for o in a if o not in b]
    errs += [f'only in index.ipynb: {o}' for o in b if o not in a]
    shown = {clean(o) for o in code.splitlines()} | set(fences(text, 'python'))
    errs += [f'Python line of README.md that index.ipynb does not show: {o}' for o in fences(readme, 'python') if o not in shown]
    for card in sorted(root.glob('dostransformer/weights/*/card.json')):
        test = json.loads(card.read_text(encoding='utf-8'))['scores']['test']
        errs += [f'{card.parent.name}: README.md lacks its test {k} {test[k]:.4f}' for k in ('rmse', 'mae') if f'{test[k]:.4f}' not in readme]
    results = read_results(root/'results/phonon')
    for r, three in zip(table1(results, 'official').to_dict('records'), table1(averaged(results), 'official').RMSE):
        line = (f'| {r["model"]}, energy {r["energy"]} | {r["RMSE"]} | {r["MAE"]} | {r["paper RMSE"]:.4f} | {r["paper MAE"]:.4f} '
                f'| {three} |')
        if line not in readme: errs.append(f'README.md lacks the line {line}')
    print(*errs, f'{len(a)} commands compared', sep='\n')
    return bool(errs)


if __name__ == '__main__': sys.exit(main())
