"""Starting structures of the bundled set: prototypes, elements and first guesses of the lattice.

Everything here was typed from textbook knowledge of the prototypes. The numbers are only starting points:
`phonon_bundled.py` relaxes cell and positions with a potential before any phonon is computed.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import spglib
from pymatgen.core import Lattice, Structure


@dataclass(frozen=True)
class Prototype:
    "A crystal structure type: space group and occupied sites"
    number: int  # international space group number (origin choice 2, hexagonal axes for R groups)
    n_atoms: int  # atoms of the conventional cell: a check on setting and sites
    sites: tuple  # (index into the species tuple, x, y, z), one per occupied site


@dataclass(frozen=True)
class Crystal:
    "One candidate: a prototype filled with elements"
    prototype: str  # key of PROTOTYPES
    species: tuple  # chemical symbols, in the order of the prototype's sites
    cell: tuple  # free lattice parameters: a | a, c | a, b, c | a, b, c, beta (Å, degrees)
    strain: str = ""  # key of STRAINS; empty: fully relaxed

    @property
    def id(self) -> str:
        "Name of the crystal in the bundled set"
        tail = f"-strained-{self.strain}" if self.strain else ""
        return f"bundled-{self.formula}-{self.prototype}{tail}"

    @property
    def formula(self) -> str:
        "Reduced formula"
        return build(self).composition.reduced_formula


T, TT = 1 / 3, 2 / 3
PROTOTYPES = {
    # cubic
    "fcc": Prototype(225, 4, ((0, 0, 0, 0),)),
    "bcc": Prototype(229, 2, ((0, 0, 0, 0),)),
    "diamond": Prototype(227, 8, ((0, 1 / 8, 1 / 8, 1 / 8),)),
    "rocksalt": Prototype(225, 8, ((0, 0, 0, 0), (1, 0.5, 0.5, 0.5))),
    "zincblende": Prototype(216, 8, ((0, 0, 0, 0), (1, 0.25, 0.25, 0.25))),
    "cscl": Prototype(221, 2, ((0, 0, 0, 0), (1, 0.5, 0.5, 0.5))),
    "fluorite": Prototype(225, 12, ((0, 0, 0, 0), (1, 0.25, 0.25, 0.25))),
    "antifluorite": Prototype(225, 12, ((0, 0.25, 0.25, 0.25), (1, 0, 0, 0))),
    "halfheusler": Prototype(216, 12, ((0, 0, 0, 0), (1, 0.25, 0.25, 0.25), (2, 0.5, 0.5, 0.5))),
    "heusler": Prototype(225, 16, ((0, 0.25, 0.25, 0.25), (1, 0, 0, 0), (2, 0.5, 0.5, 0.5))),
    "perovskite": Prototype(221, 5, ((0, 0, 0, 0), (1, 0.5, 0.5, 0.5), (2, 0.5, 0.5, 0))),
    "elpasolite": Prototype(225, 40, ((0, 0.25, 0.25, 0.25), (1, 0.5, 0.5, 0.5), (2, 0, 0, 0),
                                      (3, 0.22, 0, 0))),
    "pyrite": Prototype(205, 12, ((0, 0, 0, 0), (1, 0.385, 0.385, 0.385))),
    # hexagonal
    "hcp": Prototype(194, 2, ((0, T, TT, 0.25),)),
    "wurtzite": Prototype(186, 4, ((0, T, TT, 0), (1, T, TT, 0.375))),
    "mos2": Prototype(194, 6, ((0, T, TT, 0.25), (1, T, TT, 0.621))),
    "gase": Prototype(194, 8, ((0, T, TT, 0.175), (1, T, TT, 0.602))),
    "alb2": Prototype(191, 3, ((0, 0, 0, 0), (1, T, TT, 0.5))),
    "wc": Prototype(187, 2, ((0, 0, 0, 0), (1, T, TT, 0.5))),
    # trigonal
    "a7": Prototype(166, 6, ((0, 0, 0, 0.233),)),
    "selenium": Prototype(152, 3, ((0, 0.24, 0, T),)),
    "cdi2": Prototype(164, 3, ((0, 0, 0, 0), (1, T, TT, 0.25))),
    "corundum": Prototype(167, 30, ((0, 0, 0, 0.352), (1, 0.306, 0, 0.25))),
    "tetradymite": Prototype(166, 15, ((0, 0, 0, 0.400), (1, 0, 0, 0), (1, 0, 0, 0.210))),
    "delafossite": Prototype(166, 12, ((0, 0, 0, 0), (1, 0, 0, 0.5), (2, 0, 0, 0.11))),
    "nafeo2": Prototype(166, 12, ((0, 0, 0, 0), (1, 0, 0, 0.5), (2, 0, 0, 0.26))),
    "linbo3": Prototype(161, 30, ((0, 0, 0, 0.279), (1, 0, 0, 0), (2, 0.048, 0.343, 0.064))),
    # tetragonal
    "rutile": Prototype(136, 6, ((0, 0, 0, 0), (1, 0.305, 0.305, 0))),
    "anatase": Prototype(141, 12, ((0, 0, 0.75, 0.125), (1, 0, 0.75, 0.333))),
    "litharge": Prototype(129, 4, ((0, 0.25, 0.25, 0.237), (1, 0.75, 0.25, 0))),
    "matlockite": Prototype(129, 6, ((0, 0.25, 0.25, 0.20), (1, 0.75, 0.25, 0),
                                     (2, 0.25, 0.25, 0.647))),
    "zrcusias": Prototype(129, 8, ((0, 0.25, 0.25, 0.14), (1, 0.75, 0.25, 0.5),
                                   (2, 0.25, 0.25, 0.67), (3, 0.75, 0.25, 0))),
    "chalcopyrite": Prototype(122, 16, ((0, 0, 0, 0), (1, 0, 0, 0.5), (2, 0.254, 0.25, 0.125))),
    "zircon": Prototype(141, 24, ((0, 0, 0.75, 0.125), (1, 0, 0.25, 0.375), (2, 0, 0.433, 0.203))),
    "scheelite": Prototype(88, 24, ((0, 0, 0.25, 0.625), (1, 0, 0.25, 0.125),
                                    (2, 0.1504, 0.0085, 0.2111))),
    # orthorhombic
    "blackp": Prototype(64, 8, ((0, 0, 0.102, 0.081),)),
    "ges": Prototype(62, 8, ((0, 0.12, 0.25, 0.106), (1, 0.853, 0.25, 0.49))),
    "marcasite": Prototype(58, 6, ((0, 0, 0, 0), (1, 0.200, 0.378, 0))),
    "cacl2": Prototype(58, 6, ((0, 0, 0, 0), (1, 0.275, 0.325, 0))),
    "cotunnite": Prototype(62, 12, ((0, 0.246, 0.25, 0.110), (1, 0.360, 0.25, 0.422),
                                    (1, 0.025, 0.25, 0.339))),
    "gdfeo3": Prototype(62, 20, ((0, 0.036, 0.25, 0.993), (1, 0, 0, 0.5), (2, 0.484, 0.25, 0.071),
                                 (2, 0.289, 0.037, 0.711))),
    "crb": Prototype(63, 8, ((0, 0, 0.36, 0.25), (1, 0, 0.07, 0.25))),
    "tli": Prototype(63, 8, ((0, 0, 0.392, 0.25), (1, 0, 0.133, 0.25))),
    "sis2": Prototype(72, 12, ((0, 0, 0, 0.25), (1, 0.119, 0.208, 0))),
    # monoclinic
    "baddeleyite": Prototype(14, 12, ((0, 0.275, 0.040, 0.208), (1, 0.070, 0.332, 0.345),
                                      (1, 0.450, 0.757, 0.479))),
    "zrs3": Prototype(11, 8, ((0, 0.285, 0.25, 0.656), (1, 0.764, 0.25, 0.554),
                              (1, 0.455, 0.25, 0.174), (1, 0.888, 0.25, 0.169))),
    "betaga2o3": Prototype(12, 20, ((0, 0.0904, 0, 0.7948), (0, 0.3414, 0, 0.6857),
                                    (1, 0.1674, 0, 0.1011), (1, 0.4957, 0, 0.2553),
                                    (1, 0.8279, 0, 0.4365))),
    "alcl3": Prototype(12, 16, ((0, 0, 0.166, 0), (1, 0.213, 0, 0.235), (1, 0.24, 0.177, 0.77))),
    "wolframite": Prototype(13, 12, ((0, 0.5, 0.683, 0.25), (1, 0, 0.182, 0.25),
                                     (2, 0.2186, 0.106, 0.932), (2, 0.2583, 0.377, 0.398))),
}

# symmetric strains on Cartesian axes, applied to the relaxed conventional cell; positions relax again
STRAINS = {
    "orthorhombic": ((0.05, 0, 0), (0, 0, 0), (0, 0, -0.045)),
    "monoclinic": ((0.04, 0, 0.03), (0, -0.035, 0), (0.03, 0, 0)),
    "triclinic": ((0.035, 0.03, 0.015), (0.03, -0.035, 0.035), (0.015, 0.035, 0)),
}

_TABLE = {
    "fcc": "Al 4.05 | Cu 3.61 | Ag 4.09 | Pt 3.92 | Ca 5.58 | Rh 3.80",
    "bcc": "Na 4.29 | Mo 3.15 | Ta 3.30 | K 5.33",
    "diamond": "Si 5.43 | Ge 5.66 | C 3.57 | Sn 6.49",
    "rocksalt": "Na Cl 5.64 | Mg O 4.21 | Li F 4.03 | K Br 6.60 | Ca O 4.81 | Ba S 6.39 | Pb S 5.94"
                " | Ti N 4.24 | Ag Br 5.77 | Sc N 4.50 | Rb I 7.34 | Zr C 4.69",
    "zincblende": "Ga As 5.65 | Zn S 5.41 | In P 5.87 | Cd Te 6.48 | Al Sb 6.14 | Cu Cl 5.42"
                  " | B P 4.54 | Si C 4.36 | Hg Te 6.46",
    "cscl": "Cs Cl 4.12 | Tl Cl 3.84 | Ni Al 2.89 | Cs I 4.57",
    "fluorite": "Ca F 5.46 | Ba F 6.20 | Sr Cl 6.98 | Co Si 5.36",
    "antifluorite": "Li O 4.62 | Mg Si 6.35 | Na S 6.53 | K Te 8.15",
    "halfheusler": "Ti Ni Sn 5.93 | Nb Fe Sb 5.95 | Li Zn As 5.94",
    "heusler": "Fe V Al 5.71 | Ru Ti Si 5.97",
    "perovskite": "K Mg F 3.99 | Ba Li F 4.00 | Ba Zr O 4.19",
    "elpasolite": "Cs Na Y Cl 10.73 | K Na Al F 8.12",
    "pyrite": "Fe S 5.40 | Pt P 5.69",
    "hcp": "Mg 3.21 5.21 | Ti 2.95 4.68 | Zn 2.66 4.95 | Re 2.76 4.46",
    "wurtzite": "Ga N 3.19 5.19 | Zn O 3.25 5.21 | Al N 3.11 4.98 | Cd S 4.14 6.72",
    "mos2": "Mo S 3.16 12.30 | W Se 3.28 12.96",
    "gase": "Ga S 3.59 15.5 | Ga Se 3.75 15.9",
    "alb2": "Mg B 3.08 3.52 | Ti B 3.03 3.23",
    "wc": "W C 2.91 2.84",
    "a7": "As 3.76 10.55 | Sb 4.31 11.27 | Bi 4.55 11.86",
    "selenium": "Te 4.46 5.93 | Se 4.37 4.96",
    "cdi2": "Mg Br 3.81 6.26 | Cd I 4.24 6.84 | Ti S 3.41 5.70 | Sn S 3.65 5.90 | Pt S 3.54 5.04"
            " | Zr Se 3.77 6.14",
    "corundum": "Al O 4.76 12.99",
    "tetradymite": "Bi Te 4.39 30.5",
    "delafossite": "Cu Al O 2.86 16.95",
    "nafeo2": "Na Y S 3.97 19.9 | K In Se 3.90 23.0",
    "linbo3": "Li Nb O 5.15 13.86",
    "rutile": "Ti O 4.59 2.96 | Sn O 4.74 3.19 | Mg F 4.62 3.05 | Zn F 4.70 3.13 | Ge O 4.40 2.86",
    "anatase": "Ti O 3.79 9.51",
    "litharge": "Pb O 3.97 5.02 | Sn O 3.80 4.84",
    "matlockite": "Ba F Cl 4.39 7.23 | Sr F Br 4.22 7.34 | Bi O Cl 3.89 7.37",
    "zrcusias": "Bi Cu Se O 3.93 8.93 | La Cu S O 4.00 8.52",
    "chalcopyrite": "Cu Ga S 5.35 10.47 | Zn Si P 5.40 10.44 | Ag Ga Se 5.99 10.88",
    "zircon": "Y V O 7.12 6.29",
    "scheelite": "Ca W O 5.24 11.37",
    "blackp": "P 3.31 10.48 4.37",
    "ges": "Ge S 10.47 3.64 4.30 | Sn S 11.20 3.99 4.33 | Sn Se 11.50 4.15 4.44",
    "marcasite": "Fe S 4.44 5.42 3.39 | Fe As 5.30 5.98 2.88",
    "cacl2": "Ca Cl 6.26 6.43 4.17 | Ca Br 6.58 6.87 4.34",
    "cotunnite": "Ba Cl 7.87 4.73 9.42",
    "gdfeo3": "Na Mg F 5.50 7.68 5.36 | Ca Zr O 5.76 8.02 5.59",
    "crb": "Ca Si 4.59 10.80 3.91 | Sr Ge 4.80 11.40 4.17",
    "tli": "Tl I 4.58 12.92 5.24",
    "sis2": "Si S 9.58 5.61 5.55",
    "baddeleyite": "Zr O 5.15 5.21 5.32 99.2 | Hf O 5.12 5.17 5.30 99.2",
    "zrs3": "Zr S 5.12 3.62 8.98 97.3 | Ti S 4.96 3.40 8.78 97.3 | Hf Se 5.39 3.72 9.43 97.8",
    "betaga2o3": "Ga O 12.23 3.04 5.80 103.7",
    "alcl3": "Y Cl 6.92 11.94 6.44 111.0 | Al Cl 5.92 10.23 6.16 108.0",
    "wolframite": "Zn W O 4.69 5.72 4.93 90.6 | Cd W O 5.03 5.86 5.08 91.5",
}

_STRAINED = {
    "orthorhombic": "rocksalt Mg O | zincblende Ga As",
    "monoclinic": "fluorite Ca F | zincblende Zn S | cscl Ni Al",
    "triclinic": "diamond Si | rocksalt Na Cl | rocksalt Ti N | zincblende In P | zincblende Al Sb"
                 " | antifluorite Li O | halfheusler Ti Ni Sn | perovskite K Mg F | fluorite Ba F",
}


def _lattice(number: int, cell: tuple) -> Lattice:  # conventional cell of a space group's system
    "Conventional lattice of a space group from its free parameters"
    if number >= 195: return Lattice.cubic(*cell)
    if number >= 143: return Lattice.hexagonal(*cell)
    if number >= 75: return Lattice.tetragonal(*cell)
    if number >= 16: return Lattice.orthorhombic(*cell)
    return Lattice.monoclinic(*cell)


@cache
def _operations(number: int) -> tuple:  # rotations (n, 3, 3) and translations (n, 3)
    "Symmetry operations in the textbook setting: origin choice 2, hexagonal axes, unique axis b"
    halls = [h for h in range(1, 531) if spglib.get_spacegroup_type(h).number == number]
    choices = {spglib.get_spacegroup_type(h).choice: h for h in reversed(halls)}
    hall = choices.get("2") or choices.get("H") or halls[0]
    ops = spglib.get_symmetry_from_database(hall)
    return ops["rotations"], ops["translations"]


def _orbit(number: int, point: tuple) -> list:  # distinct fractional coordinates in [0, 1)
    "All sites that the space group makes from one"
    rotations, translations = _operations(number)
    images = np.mod(rotations @ np.array(point, float) + translations, 1.0)  # (n, 3)
    distinct = []
    for x in images:
        gaps = [np.abs(x - d - np.round(x - d)).max() for d in distinct]
        if not gaps or min(gaps) > 1e-3: distinct.append(x)
    return distinct


@cache
def build(crystal: Crystal) -> Structure:  # conventional cell, unrelaxed and unstrained
    "Starting structure of a candidate (shared: copy before changing it)"
    proto = PROTOTYPES[crystal.prototype]
    species, coords = [], []
    for kind, *point in proto.sites:
        orbit = _orbit(proto.number, point)
        species += [crystal.species[kind]] * len(orbit)
        coords += orbit
    assert len(species) == proto.n_atoms, (crystal.prototype, len(species), proto.n_atoms)
    return Structure(_lattice(proto.number, crystal.cell), species, coords)


def strain(structure: Structure, name: str) -> Structure:  # deformed copy, fractional coordinates kept
    "Deform a conventional cell by one of STRAINS"
    deformation = np.eye(3) + np.array(STRAINS[name])
    return Structure(structure.lattice.matrix @ deformation, structure.species, structure.frac_coords)


def _parse(prototype: str, entry: str) -> Crystal:  # "Na Cl 5.64" -> Crystal
    words = entry.split()
    species = tuple(w for w in words if w[0].isalpha())
    return Crystal(prototype, species, tuple(float(w) for w in words[len(species):]))


def candidates() -> list[Crystal]:  # in a fixed order that visits every prototype early
    "Every crystal to try: first one of each prototype, then the second, ..., then the strained ones"
    columns = [[_parse(p, e) for e in row.split("|")] for p, row in _TABLE.items()]
    depth = max(len(c) for c in columns)
    plain = [c[i] for i in range(depth) for c in columns if i < len(c)]
    by_name = {(c.prototype, c.species): c for c in plain}
    strained = []
    for name, row in _STRAINED.items():
        for entry in row.split("|"):
            prototype, *species = entry.split()
            parent = by_name[prototype, tuple(species)]
            strained.append(Crystal(prototype, parent.species, parent.cell, name))
    return plain + strained
