"""Writes dostransformer/data/measured.json: measured heat capacities and entropies, with structures and lattice constants from the literature.

    pip install chemicals==1.5.2
    python data_generation/measured.py

Thermochemical values come from the package `chemicals` (MIT licence, Caleb Bell), which has them from the CRC Handbook of Chemistry and
Physics, 95th edition (2014), standard thermodynamic properties at 298.15 K. Lattice constants and the few free coordinates are common
room-temperature values of the literature, as in R. W. G. Wyckoff, Crystal Structures (1963-1966), and C. Kittel, Introduction to Solid
State Physics. Each density that follows is compared with that of the CRC Handbook, and the script stops where they differ by 6 %.
"""
import json
from pathlib import Path

import chemicals
import pandas as pd
from chemicals.heat_capacity import CRC_standard_data
from pymatgen.core import Lattice, Structure

target = Path(__file__).resolve().parents[1] / 'dostransformer' / 'data' / 'measured.json'
half, third = .5, 1 / 3
types = {  # name: space group, sites
    'fcc': (225, [('A', 0, 0, 0)]), 'bcc': (229, [('A', 0, 0, 0)]), 'hcp': (194, [('A', third, 2 * third, .25)]),
    'diamond': (227, [('A', 0, 0, 0)]), 'zincblende': (216, [('A', 0, 0, 0), ('B', .25, .25, .25)]),
    'rocksalt': (225, [('A', 0, 0, 0), ('B', half, half, half)]), 'CsCl': (221, [('A', 0, 0, 0), ('B', half, half, half)]),
    'fluorite': (225, [('A', 0, 0, 0), ('B', .25, .25, .25)]), 'antifluorite': (225, [('A', .25, .25, .25), ('B', 0, 0, 0)]),
    'wurtzite': (186, [('A', third, 2 * third, 0), ('B', third, 2 * third, 'x')]), 'rutile': (136, [('A', 0, 0, 0), ('B', 'x', 'x', 0)]),
    'cuprite': (224, [('A', .25, .25, .25), ('B', 0, 0, 0)]), 'pyrite': (205, [('A', 0, 0, 0), ('B', 'x', 'x', 'x')]),
    'corundum': (167, [('A', 0, 0, 'x'), ('B', 'y', 0, .25)]), 'calcite': (167, [('A', 0, 0, 0), ('C', 0, 0, .25), ('B', 'x', 0, .25)]),
    'arsenic': (166, [('A', 0, 0, 'x')]), 'selenium': (152, [('A', 'x', 0, third)]), 'graphite': (194, [('A', 0, 0, .25), ('A', third, 2 * third, .25)]),
    'boron nitride': (194, [('A', third, 2 * third, .25), ('B', third, 2 * third, .75)]), 'molybdenite': (194, [('A', third, 2 * third, .25), ('B', third, 2 * third, 'x')]),
    'CdI2': (164, [('A', 0, 0, 0), ('B', third, 2 * third, 'x')]), 'CdCl2': (166, [('A', 0, 0, 0), ('B', 0, 0, 'x')]),
    'brucite': (164, [('A', 0, 0, 0), ('O', third, 2 * third, 'x'), ('H', third, 2 * third, 'y')]),
}
crystals = '''
metals | fcc | Al 7429-90-5 4.0495; Cu 7440-50-8 3.6149; Ag 7440-22-4 4.0857; Au 7440-57-5 4.0782; Pb 7439-92-1 4.9502; Ca 7440-70-2 5.5884
metals | bcc | Li 7439-93-2 3.5100; Na 7440-23-5 4.2906; K 7440-09-7 5.3280; Mo 7439-98-7 3.1470; W 7440-33-7 3.1652
metals | hcp | Mg 7439-95-4 3.2094 5.2105; Be 7440-41-7 2.2858 3.5843; Zn 7440-66-6 2.6649 4.9468; Cd 7440-43-9 2.9788 5.6167
semiconductors | diamond | C 7782-40-3 3.5670; Si 7440-21-3 5.4310; Ge 7440-56-4 5.6580
semiconductors | zincblende | Ga,As 1303-00-0 5.6533; Ga,Sb 12064-03-8 6.0959; In,As 1303-11-3 6.0583; In,Sb 1312-41-0 6.4794; In,P 22398-80-7 5.8687
semiconductors | wurtzite | Al,N 24304-00-5 3.1120 4.9820 .382
semiconductors | arsenic | As 7440-38-2 3.7598 10.5475 .2271; Sb 7440-36-0 4.3067 11.2737 .2335; Bi 7440-69-9 4.5460 11.8620 .2339
semiconductors | selenium | Se 7782-49-2 4.3662 4.9536 .2254; Te 13494-80-9 4.4572 5.9290 .2633
halides | rocksalt | Li,F 7789-24-4 4.0263; Li,Cl 7447-41-8 5.1396; Li,I 10377-51-2 6.0000
halides | rocksalt | Na,F 7681-49-4 4.6340; Na,Cl 7647-14-5 5.6402; Na,Br 7647-15-6 5.9737; Na,I 7681-82-5 6.4728
halides | rocksalt | K,F 7789-23-3 5.3470; K,Cl 7447-40-7 6.2931; K,Br 7758-02-3 6.6005; K,I 7681-11-0 7.0655
halides | rocksalt | Rb,Cl 7791-11-9 6.5810; Rb,Br 7789-39-1 6.8890; Rb,I 7790-29-6 7.3420; Cs,F 13400-13-0 6.0140
halides | rocksalt | Ag,Cl 7783-90-6 5.5491; Ag,Br 7785-23-1 5.7745
halides | CsCl | Cs,Cl 7647-17-8 4.1230; Cs,Br 7787-69-1 4.2960; Cs,I 7789-17-5 4.5679; Tl,Cl 7791-12-0 3.8340
halides | zincblende | Cu,Cl 7758-89-6 5.4160; Cu,Br 7787-70-4 5.6900; Cu,I 7681-65-4 6.0510
halides | fluorite | Ca,F 7789-75-5 5.4630; Sr,F 7783-48-4 5.7996; Ba,F 7787-32-8 6.2001; Sr,Cl 10476-85-4 6.9767
halides | rutile | Mg,F 7783-40-6 4.6213 3.0519 .303; Zn,F 7783-49-5 4.7034 3.1335 .303
oxides | rocksalt | Mg,O 1309-48-4 4.2112; Ca,O 1305-78-8 4.8105; Sr,O 1314-11-0 5.1602; Ba,O 1304-28-5 5.5390; Cd,O 1306-19-0 4.6953
oxides | wurtzite | Be,O 1304-56-9 2.6980 4.3770 .378; Zn,O 1314-13-2 3.2498 5.2066 .3819
oxides | fluorite | Ce,O 1306-38-3 5.4110; Th,O 1314-20-1 5.5958
oxides | antifluorite | Li,O 12057-24-8 4.6190; Na,O 1313-59-3 5.5500
oxides | rutile | Ti,O 1317-80-2 4.5937 2.9587 .3048; Sn,O 18282-10-5 4.7374 3.1864 .3071; Pb,O 1309-60-0 4.9556 3.3867 .3067
oxides | corundum | Al,O 1344-28-1 4.7587 12.9929 .35216 .30624
oxides | cuprite | Cu,O 1317-39-1 4.2696; Ag,O 20667-12-3 4.7230
oxides | calcite | Mg,O,C 546-93-0 4.6328 15.0129 .2775; Ca,O,C 471-34-1 4.9896 17.0610 .2568
chalcogenides | rocksalt | Mg,S 12032-36-9 5.2033; Ca,S 20548-54-3 5.6948; Sr,S 1314-96-1 6.0198; Ba,S 21109-95-5 6.3875
chalcogenides | rocksalt | Pb,S 1314-87-0 5.9362; Pb,Se 12069-00-0 6.1243; Pb,Te 1314-91-6 6.4603
chalcogenides | zincblende | Zn,S 1314-98-3 5.4102
chalcogenides | pyrite | Fe,S 1317-66-4 5.4166 .3851
layers | graphite | C 7782-42-5 2.4610 6.7080
layers | boron nitride | B,N 10043-11-5 2.5040 6.6610
layers | molybdenite | Mo,S 1317-33-5 3.1604 12.2950 .6210
layers | CdI2 | Pb,I 10101-63-0 4.5570 6.9790 .2675; Cd,I 7790-80-9 4.2400 6.8400 .2492
layers | CdCl2 | Mg,Cl 7786-30-3 3.6363 17.6663 .25784; Cd,Cl 10108-64-2 3.8460 17.4790 .2500
with hydrogen | rocksalt | Li,H 7580-67-8 4.0830; Na,H 7646-69-7 4.8800
with hydrogen | rutile | Mg,H 7693-27-8 4.5168 3.0205 .3040
with hydrogen | brucite | Mg 1309-42-8 3.1420 4.7660 .2203 .4130; Ca 1305-62-0 3.5918 4.9063 .2341 .4248
'''
melting = {'7782-40-3': 4765., '7782-42-5': 4765., '1317-66-4': 1016.}  # not in `chemicals`: triple point of carbon; pyrite falls apart
volumes_of_others = {'7782-49-2'}  # selenium: the volume in `chemicals` is that of its glass


def site(place, elements, x):
    "A site of a type with an element and its free parameters"
    symbol = elements.get(place[0], place[0])
    return [symbol, *(x[o] if isinstance(o, str) else round(o, 12) for o in place[1:])]


def differs(row, volumes):
    "By how much the molar volume differs from that of the CRC Handbook; 0 where that has none of this form"
    lattice = Lattice.cubic(*row['lengths']) if row['group'] >= 195 else (Lattice.hexagonal if row['group'] >= 143 else Lattice.tetragonal)(*row['lengths'])
    s = Structure.from_spacegroup(row['group'], lattice, [o[0] for o in row['sites']], [o[1:] for o in row['sites']])
    per_formula = s.volume / s.composition.get_reduced_composition_and_factor()[1] * .602214076e-6  # m³/mol
    return per_formula / volumes[row['cas']] - 1 if row['cas'] in volumes and row['cas'] not in volumes_of_others else 0.


def rows():
    "One dictionary for each crystal"
    table = CRC_standard_data
    volumes = pd.read_csv(Path(chemicals.__file__).parent / 'Density' / 'CRC Solid Inorganic Constant Densities.tsv', sep='\t', index_col=0).Vm.to_dict()
    for line in crystals.strip().splitlines():
        kind, name, members = (o.strip() for o in line.split('|'))
        group, places = types[name]
        for member in members.split(';'):
            symbols, cas, *numbers = member.split()
            n_lengths = 1 if group >= 195 else 2
            lengths, free = [float(o) for o in numbers[:n_lengths]], dict(zip('xy', map(float, numbers[n_lengths:])))
            elements = dict(zip('ABC', symbols.split(',')))
            row = dict(cas=cas, name=table.at[cas, 'Chemical'], kind=kind, type=name, group=group, lengths=lengths,
                       sites=[site(p, elements, free) for p in places], cp=float(table.at[cas, 'Cps']), entropy=float(table.at[cas, 'S0s']),
                       melting=round(float(melting.get(cas) or chemicals.Tm(cas)), 1))
            if abs(off := differs(row, volumes)) > .06: raise SystemExit(f'{row["name"]}: its molar volume differs by {off:.1%}')
            yield row


about = dict(
    format='dostransformer-measured/1', temperature=298.15, units='lengths Å; cp and entropy J/(K mol of formula units); melting K',
    heat='CRC Handbook of Chemistry and Physics, 95th ed. (2014), standard thermodynamic properties, from the package chemicals ' + chemicals.__version__,
    licence='MIT, copyright 2016-2021 Caleb Bell (chemicals)', melting='chemicals: CRC Handbook, or CAS Common Chemistry; carbon: its triple point; pyrite: where it falls apart',
    structures='common room-temperature lattice constants, as in Wyckoff, Crystal Structures (1963-1966), and Kittel, Introduction to Solid State '
               'Physics; densities compared with those of the CRC Handbook')
lines = ',\n  '.join(json.dumps(o) for o in rows())
target.write_text(json.dumps(about, indent=1, ensure_ascii=False)[:-2] + ',\n "crystals": [\n  ' + lines + '\n ]\n}\n', encoding='utf-8')
