"""A room holds one idea, at most 300 lines of it, what is private in a room stays there, and an error says what, why and what to do."""
import ast
import re
import subprocess
import sys
from pathlib import Path

root = Path(__file__).resolve().parent.parent
package = root/'dostransformer'
max_lines = 300
light = {'files': 'torch', 'spectra.grid': 'torch', 'training.recipes': 'lightning'}  # room -> what it must not load


def private(name): return name.startswith('_') and not name.endswith('__')


def errors():
    "Names of the package's own errors"
    return {name for p in package.rglob('*.py') for name in re.findall(r'^class (\w+)\(DOSError\)', p.read_text(encoding='utf-8'), re.M)}


def check(path, ours):
    "What is wrong with one module"
    text = path.read_text(encoding='utf-8')
    if text.count('\n') > max_lines: yield f'{text.count(chr(10))} lines, more than {max_lines}: these are two rooms'
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, 'id', '') in ours:
            if len(node.args) != 3 and not any(isinstance(a, ast.Starred) for a in node.args):
                yield f'line {node.lineno}: {node.func.id} takes three texts: what, cause, fix'
        if not isinstance(node, ast.ImportFrom) or not (node.level or (node.module or '').split('.')[0] == package.name): continue
        for o in node.names:
            if private(o.name): yield f'line {node.lineno} takes {o.name}, which is private to {node.module}'


def loads(module, what):
    "Whether importing a module brings a heavy library with it"
    look = f'import sys, {package.name}.{module}; sys.exit(any(m.split(".")[0].endswith({what!r}) for m in sys.modules))'
    return subprocess.run([sys.executable, '-c', look], cwd=root).returncode


def main():
    modules = [p for p in sorted(package.rglob('*.py')) if p.name != '_modidx.py']
    ours = errors()
    errs = [f'{p.relative_to(root)}: {e}' for p in modules for e in check(p, ours)]
    errs += [f'{m}: importing it loads {what}' for m, what in light.items() if loads(m, what)]
    print(*errs, f'{len(modules)} modules checked', sep='\n')
    return bool(errs)


if __name__ == '__main__': sys.exit(main())
