"""Packaging: every value comes from settings.ini; edit there, not here."""
import shlex
from configparser import ConfigParser
from pathlib import Path

import setuptools

here = Path(__file__).parent
config = ConfigParser(delimiters=['='])
config.read(here/'settings.ini', encoding='utf-8')
cfg = config['DEFAULT']

meta = 'version description keywords author author_email'.split()
needed = meta + 'lib_name license status min_python audience language git_url lib_path'.split()
missing = [o for o in needed if o not in cfg]
if missing: raise SystemExit(f'settings.ini lacks: {", ".join(missing)}')

licenses = {'apache2': 'Apache-2.0', 'mit': 'MIT', 'bsd3': 'BSD-3-Clause'}
statuses = ['1 - Planning', '2 - Pre-Alpha', '3 - Alpha', '4 - Beta', '5 - Production/Stable', '6 - Mature', '7 - Inactive']
py_versions = '3.10 3.11 3.12 3.13 3.14'.split()
tail = '_requirements'

setuptools.setup(
    name=cfg['lib_name'],
    license=licenses.get(cfg['license'].lower(), cfg['license']),
    classifiers=[
        'Development Status :: ' + statuses[int(cfg['status']) - 1],
        'Intended Audience :: ' + cfg['audience'],
        'Natural Language :: ' + cfg['language'].title(),
    ] + ['Programming Language :: Python :: ' + o for o in py_versions[py_versions.index(cfg['min_python']):]],
    url=cfg['git_url'],
    packages=setuptools.find_packages(include=[cfg['lib_path'], cfg['lib_path'] + '.*']),
    package_data={cfg['lib_path']: ['weights/**', 'data/**', 'templates/**', 'py.typed', '**/*.pyi']},
    exclude_package_data={cfg['lib_path']: shlex.split(cfg['fetched'])},  # too large; their cards say what to download
    include_package_data=True,
    install_requires=shlex.split(cfg['requirements']),
    extras_require={k.removesuffix(tail): shlex.split(v) for k,v in cfg.items() if k.endswith(tail)},
    python_requires='>=' + cfg['min_python'],
    long_description=(here/'README.md').read_text(encoding='utf-8'),
    long_description_content_type='text/markdown',
    zip_safe=False,
    entry_points={
        'console_scripts': cfg.get('console_scripts', '').split(),
        'nbdev': [f'{cfg["lib_path"]}={cfg["lib_path"]}._modidx:d'],
    },
    project_urls={'Documentation': cfg['doc_host'] + cfg.get('doc_baseurl', '')},
    **{o: cfg[o] for o in meta})
