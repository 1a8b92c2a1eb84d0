"""Build the wheel and import it from an empty folder: a checkout hides files that were forgotten in the package."""
import os
import subprocess
import sys
import tempfile
import zipfile
from configparser import ConfigParser
from pathlib import Path

root = Path(__file__).resolve().parent.parent
config = ConfigParser(delimiters=['='])
config.read(root/'settings.ini', encoding='utf-8')

use = '''
import dostransformer
from dostransformer import example_structures
from dostransformer.app.report import write_report
assert '{target}' in dostransformer.__file__, dostransformer.__file__
assert dostransformer.PHONON_GRID.n == 51
assert '<h1>' in write_report([], 'empty.html').read_text(encoding='utf-8')  # the template is there
print(dostransformer.__version__, 'with', len(example_structures()), 'crystals')
'''


def run(*args, **kw): return subprocess.run(args, check=True, text=True, stdout=subprocess.PIPE, **kw).stdout


def main():
    with tempfile.TemporaryDirectory() as tmp:
        tracked = run('git', 'ls-files', '-z', cwd=root).split('\0')[:-1]
        src = Path(tmp)/'src'
        for f in tracked:  # a copy, so that nothing of an older build gets in and nothing is left here
            if f.split('/')[0] in ('nbs', '.github', 'data_generation', 'benchmarks') or not (root/f).exists(): continue
            (src/f).parent.mkdir(parents=True, exist_ok=True)
            (src/f).write_bytes((root/f).read_bytes())
        pip = [sys.executable, '-m', 'pip', '-q', '--disable-pip-version-check']
        run(*pip, 'wheel', '--no-deps', '-w', tmp, str(src))
        wheel = next(Path(tmp).glob('*.whl'))
        names = zipfile.ZipFile(wheel).namelist()
        fetched = {f'dostransformer/{f}' for f in config['DEFAULT']['fetched'].split()}
        lost = [f for f in tracked if f.startswith('dostransformer/') and (root/f).exists() and (f in names) == (f in fetched)]
        for f in lost: print(f'{f} is {"in the wheel, and need not" if f in fetched else "not in the wheel"}')
        if not any(n.endswith('LICENSE') for n in names): lost.append('LICENSE'); print('no LICENSE in the wheel')
        size = wheel.stat().st_size/2**20
        print(f'{wheel.name}: {len(names)} files, {size:.1f} MB')
        target = Path(tmp)/'installed'
        run(*pip, 'install', '--no-deps', '--target', str(target), str(wheel))
        print(run(sys.executable, '-c', use.format(target=target), cwd=tmp, env={**os.environ, 'PYTHONPATH': str(target)}))
        return bool(lost)


if __name__ == '__main__': sys.exit(main())
