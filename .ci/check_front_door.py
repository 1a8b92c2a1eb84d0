"""The front door: few names, all of them there and annotated; tutorials and the first page go through it and name no room."""
import inspect
import json
import os
import re
import sys
from importlib import import_module
from pathlib import Path

os.environ['EAGER_IMPORT'] = '1'  # a name that a door lists and no room has is an error at once
root = Path(__file__).resolve().parent.parent
doors = {p.parent.relative_to(root).as_posix().replace('/', '.'): p.parent for p in root.glob('dostransformer/**/__init__.pyi')}
most = 37  # names of `dostransformer` itself


def bare(function):
    "What has no annotation in a function"
    signature = inspect.signature(function)
    yield from (n for n, p in signature.parameters.items() if p.annotation is p.empty and n not in ('self', 'cls'))
    if signature.return_annotation is signature.empty and function.__name__ != '__init__': yield 'return'


def functions(name, value):
    "The public functions of what a name stands for"
    if inspect.isroutine(value): yield name, inspect.unwrap(value)
    if not inspect.isclass(value) or issubclass(value, BaseException): return
    for key, o in {k: o for c in reversed(value.__mro__) for k, o in vars(c).items()}.items():
        o = getattr(o, 'fget', None) or getattr(o, '__func__', None) or getattr(o, 'func', o)  # of properties and class methods
        ours = inspect.isfunction(o) and o.__module__.startswith('dostransformer')
        if ours and (not key.startswith('_') or key == '__init__'): yield f'{name}.{key}', o


def behind(door, folder):
    "What is wrong with the names of one door"
    module = import_module(door)
    for name in module.__all__:
        if (folder/name).is_dir() or (folder/f'{name}.py').exists(): yield f'{door}: {name} is also the name of a wing or a room'
        if door != 'dostransformer': continue
        for what, f in functions(name, getattr(module, name)):
            if lost := list(bare(f)): yield f'{f.__module__}: {what} has no annotation for {", ".join(lost)}'


def taken(path):
    "Imports of rooms in a notebook"
    for cell in json.loads(path.read_text(encoding='utf-8'))['cells']:
        for line in re.findall(r'^\s*(?:from|import) (dostransformer[\w.]*)', ''.join(cell['source']), re.M):
            if line not in doors: yield f'{path.relative_to(root)}: imports from {line}, which is no door'


def main():
    errs = [e for door, folder in doors.items() for e in behind(door, folder)]
    errs += [e for p in [root/'nbs/index.ipynb', *sorted(root.glob('nbs/tutorials/*.ipynb'))] for e in taken(p)]
    names = import_module('dostransformer').__all__
    if len(names) > most: errs.append(f'{len(names)} names at the front door; move some behind the door of their wing')
    print(*errs, f'{len(names)} names at the front door, {len(doors)} doors', sep='\n')
    return bool(errs)


if __name__ == '__main__': sys.exit(main())
