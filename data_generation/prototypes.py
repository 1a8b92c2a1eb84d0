"""Starting structures of the bundled set: prototypes, elements and first guesses of the lattice.

Everything here was typed from textbook knowledge of the prototypes. The numbers are only starting points:
`cells_bundled.py` relaxes cell and positions with a potential before any phonon is computed.
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
    "aucu3": Prototype(221, 4, ((0, 0, 0, 0), (1, 0, 0.5, 0.5))),
    "quaternary": Prototype(216, 16, ((0, 0, 0, 0), (1, 0.25, 0.25, 0.25), (2, 0.5, 0.5, 0.5),
                                      (3, 0.75, 0.75, 0.75))),
    # hexagonal
    "hcp": Prototype(194, 2, ((0, T, TT, 0.25),)),
    "wurtzite": Prototype(186, 4, ((0, T, TT, 0), (1, T, TT, 0.375))),
    "mos2": Prototype(194, 6, ((0, T, TT, 0.25), (1, T, TT, 0.621))),
    "gase": Prototype(194, 8, ((0, T, TT, 0.175), (1, T, TT, 0.602))),
    "alb2": Prototype(191, 3, ((0, 0, 0, 0), (1, T, TT, 0.5))),
    "wc": Prototype(187, 2, ((0, 0, 0, 0), (1, T, TT, 0.5))),
    "nias": Prototype(194, 4, ((0, 0, 0, 0), (1, T, TT, 0.25))),
    "sralsi": Prototype(187, 3, ((0, 0, 0, 0), (1, T, TT, 0.5), (2, TT, T, 0.5))),
    # trigonal
    "a7": Prototype(166, 6, ((0, 0, 0, 0.233),)),
    "selenium": Prototype(152, 3, ((0, 0.24, 0, T),)),
    "cdi2": Prototype(164, 3, ((0, 0, 0, 0), (1, T, TT, 0.25))),
    "mg3sb2": Prototype(164, 5, ((0, 0, 0, 0), (0, T, TT, 0.634), (1, T, TT, 0.226))),
    "caal2si2": Prototype(164, 5, ((0, 0, 0, 0), (1, T, TT, 0.63), (2, T, TT, 0.26))),
    "corundum": Prototype(167, 30, ((0, 0, 0, 0.352), (1, 0.306, 0, 0.25))),
    "tetradymite": Prototype(166, 15, ((0, 0, 0, 0.400), (1, 0, 0, 0), (1, 0, 0, 0.210))),
    "delafossite": Prototype(166, 12, ((0, 0, 0, 0), (1, 0, 0, 0.5), (2, 0, 0, 0.11))),
    "nafeo2": Prototype(166, 12, ((0, 0, 0, 0), (1, 0, 0, 0.5), (2, 0, 0, 0.26))),
    "linbo3": Prototype(161, 30, ((0, 0, 0, 0.279), (1, 0, 0, 0), (2, 0.048, 0.343, 0.064))),
    # tetragonal
    "rutile": Prototype(136, 6, ((0, 0, 0, 0), (1, 0.305, 0.305, 0))),
    "indium": Prototype(139, 2, ((0, 0, 0, 0),)),
    "betatin": Prototype(141, 4, ((0, 0, 0.75, 0.125),)),
    "l10": Prototype(123, 2, ((0, 0, 0, 0), (1, 0.5, 0.5, 0.5))),
    "mosi2": Prototype(139, 6, ((0, 0, 0, 0), (1, 0, 0, 0.335))),
    "thcr2si2": Prototype(139, 10, ((0, 0, 0, 0), (1, 0, 0.5, 0.25), (2, 0, 0, 0.37))),
    "k2nif4": Prototype(139, 14, ((0, 0, 0, 0.353), (1, 0, 0, 0), (2, 0, 0.5, 0), (2, 0, 0, 0.153))),
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
    "tetragonal": ((0.03, 0, 0), (0, 0.03, 0), (0, 0, -0.055)),
    "trigonal": ((0, 0.025, 0.025), (0.025, 0, 0.025), (0.025, 0.025, 0)),
    "orthorhombic": ((0.05, 0, 0), (0, 0, 0), (0, 0, -0.045)),
    "monoclinic": ((0.04, 0, 0.03), (0, -0.035, 0), (0.03, 0, 0)),
    "triclinic": ((0.035, 0.03, 0.015), (0.03, -0.035, 0.035), (0.015, 0.035, 0)),
}

_TABLE = {
    "fcc": "Al 4.05 | Cu 3.61 | Ag 4.09 | Pt 3.92 | Ca 5.58 | Rh 3.80 | Au 4.08 | Pd 3.89 | Ir 3.84"
        " | Pb 4.95 | Sr 6.08",
    "bcc": "Na 4.29 | Mo 3.15 | Ta 3.30 | K 5.33 | Li 3.51 | W 3.17 | V 3.03 | Nb 3.30",
    "diamond": "Si 5.43 | Ge 5.66 | C 3.57 | Sn 6.49",
    "rocksalt": "Na Cl 5.64 | Mg O 4.21 | Li F 4.03 | K Br 6.60 | Ca O 4.81 | Ba S 6.39 | Pb S 5.94 | Ti N 4.24"
        " | Ag Br 5.77 | Sc N 4.50 | Rb I 7.34 | Zr C 4.69 | Li Cl 5.13 | Li Br 5.50 | Li I 6.00"
        " | Na F 4.62 | Na Br 5.97 | Na I 6.47 | Na H 4.89 | K F 5.35 | K Cl 6.29 | K I 7.07 | K H 5.70"
        " | Rb F 5.64 | Rb Cl 6.58 | Rb Br 6.89 | Cs F 6.01 | Sr O 5.16 | Ba O 5.54 | Ca S 5.69"
        " | Mg S 5.20 | Sr S 6.02 | Mg Se 5.45 | Ca Se 5.91 | Sr Se 6.23 | Ba Se 6.60 | Ca Te 6.34"
        " | Sr Te 6.66 | Ba Te 7.00 | Pb Se 6.12 | Pb Te 6.46 | Sn Te 6.33 | Cd O 4.70 | Ag Cl 5.55"
        " | Ti C 4.33 | Hf C 4.64 | Nb C 4.47 | Ta C 4.46 | V C 4.17 | Zr N 4.58 | Hf N 4.52 | Y N 4.88"
        " | Y P 5.66 | Y As 5.79 | Sc As 5.49 | Sc P 5.31 | Y S 5.50 | Sc S 5.19",
    "zincblende": "Ga As 5.65 | Zn S 5.41 | In P 5.87 | Cd Te 6.48 | Al Sb 6.14 | Cu Cl 5.42 | B P 4.54 | Si C 4.36"
        " | Hg Te 6.46 | Ga P 5.45 | Ga Sb 6.10 | In As 6.06 | In Sb 6.48 | Al P 5.46 | Al As 5.66"
        " | Zn Se 5.67 | Zn Te 6.10 | Cd S 5.82 | Cd Se 6.05 | Hg Se 6.09 | Hg S 5.85 | Be S 4.86"
        " | Be Se 5.14 | Be Te 5.62 | B As 4.78 | Cu Br 5.69 | Cu I 6.05 | Ag I 6.50 | Ga N 4.50"
        " | Al N 4.37 | Mg Te 6.42 | B Sb 5.25",
    "cscl": "Cs Cl 4.12 | Tl Cl 3.84 | Ni Al 2.89 | Cs I 4.57 | Cs Br 4.29 | Tl Br 3.98 | Co Al 2.86"
        " | Ru Al 2.99 | Rh Al 2.99 | Ag Mg 3.31 | Au Mg 3.27 | Cu Zn 2.95 | Au Zn 3.15 | Ag Zn 3.16"
        " | Li Hg 3.29 | Li Tl 3.43 | Mg Hg 3.44 | Ca Tl 3.85 | Sc Ag 3.41 | Y Ag 3.62 | Y Cu 3.48"
        " | Sc Rh 3.20 | Y Rh 3.41 | Zr Ru 3.25 | Ti Ru 3.07 | Ti Os 3.07 | Hf Ru 3.22 | Y Zn 3.58"
        " | Be Cu 2.70 | Be Pd 2.82 | Ga Rh 3.01 | In Pd 3.25 | Fe Ti 2.98 | Li Ag 3.17 | Mg Rh 3.10"
        " | Zr Os 3.26",
    "fluorite": "Ca F 5.46 | Ba F 6.20 | Sr Cl 6.98 | Co Si 5.36 | Sr F 5.80 | Cd F 5.39 | Pb F 5.94 | Ni Si 5.41"
        " | Ba Cl 7.34 | Pt Al 5.91 | Au Al 6.00 | Pt Ga 5.91 | Au Ga 6.06 | Au In 6.50 | Hg F 5.54"
        " | Ir Sn 6.34",
    "antifluorite": "Li O 4.62 | Mg Si 6.35 | Na S 6.53 | K Te 8.15 | Li S 5.71 | Li Se 6.00 | Li Te 6.50 | Na O 5.55"
        " | Na Se 6.82 | Na Te 7.32 | K O 6.44 | K S 7.39 | K Se 7.68 | Rb O 6.74 | Rb S 7.65"
        " | Mg Ge 6.39 | Mg Sn 6.76 | Mg Pb 6.82 | Be C 4.34 | Ir P 5.54 | Rh P 5.50",
    "halfheusler": "Ti Ni Sn 5.93 | Nb Fe Sb 5.95 | Li Zn As 5.94 | Zr Ni Sn 6.11 | Hf Ni Sn 6.08 | Ti Co Sb 5.88"
        " | Zr Co Sb 6.07 | Hf Co Sb 6.04 | V Fe Sb 5.80 | Nb Co Sn 5.95 | Sc Ni Sb 6.06 | Y Ni Sb 6.31"
        " | Y Ni Bi 6.41 | Sc Pt Sb 6.31 | Y Pt Sb 6.52 | Y Pd Bi 6.64 | Zr Co Bi 6.20 | Ti Pt Sn 6.16"
        " | Zr Pt Sn 6.32 | Li Zn P 5.76 | Li Zn N 4.91 | Li Mg P 6.01 | Li Mg As 6.19 | Li Cd P 6.09"
        " | Li Al Si 5.93 | Mg Ag As 6.24 | Li Mg N 5.00",
    "heusler": "Fe V Al 5.71 | Ru Ti Si 5.97 | Fe Ti Si 5.70 | Fe Ti Sn 6.07 | Fe V Ga 5.78 | Ni Ti Al 5.87"
        " | Ni Zr Al 6.12 | Pd Y Sn 6.72 | Ni Sc Al 6.00 | Li Li Sb 6.57 | Li Li Bi 6.72 | Ru Ti Ge 6.05"
        " | Fe Nb Al 5.92",
    "perovskite": "K Mg F 3.99 | Ba Li F 4.00 | Ba Zr O 4.19 | K Zn F 4.05 | Rb Ca F 4.45 | Cs Ca F 4.52"
        " | Rb Cd F 4.40 | Ba Hf O 4.17 | Ba Sn O 4.12 | Mg C Ni 3.81 | Sn O Ca 4.83 | Pb O Ca 4.85"
        " | Sn O Sr 5.12 | As N Mg 4.22 | Sb N Mg 4.35 | Sb N Ca 4.85 | As N Ca 4.76 | Al C Y 4.89"
        " | In N Sc 4.45 | K Ta O 3.99 | Rb Zn F 4.11 | Al N Sc 4.40",
    "elpasolite": "Cs Na Y Cl 10.73 | K Na Al F 8.12",
    "pyrite": "Fe S 5.40 | Pt P 5.69",
    "hcp": "Mg 3.21 5.21 | Ti 2.95 4.68 | Zn 2.66 4.95 | Re 2.76 4.46 | Be 2.29 3.58 | Sc 3.31 5.27"
        " | Zr 3.23 5.15 | Hf 3.19 5.05 | Y 3.65 5.73 | Cd 2.98 5.62 | Ru 2.71 4.28 | Os 2.73 4.32",
    "wurtzite": "Ga N 3.19 5.19 | Zn O 3.25 5.21 | Al N 3.11 4.98 | Cd S 4.14 6.72 | In N 3.54 5.70"
        " | Be O 2.70 4.38 | Zn S 3.82 6.26 | Cd Se 4.30 7.01 | Si C 3.08 5.05 | Mg Te 4.53 7.35"
        " | Ag I 4.59 7.51 | Zn Se 4.00 6.54",
    "mos2": "Mo S 3.16 12.30 | W Se 3.28 12.96 | Mo Se 3.29 12.93 | W S 3.15 12.32",
    "gase": "Ga S 3.59 15.5 | Ga Se 3.75 15.9",
    "alb2": "Mg B 3.08 3.52 | Ti B 3.03 3.23 | Al B 3.01 3.26 | Zr B 3.17 3.53 | Hf B 3.14 3.48"
        " | Nb B 3.11 3.26 | Ta B 3.09 3.24 | V B 3.00 3.06 | Sc B 3.15 3.52 | Y B 3.30 3.84"
        " | Sr Ga 4.35 4.73 | Ba Ga 4.43 5.07",
    "wc": "W C 2.91 2.84 | Ta N 2.93 2.88 | Zr Te 3.77 3.86 | Mo P 3.22 3.19 | W N 2.89 2.84"
        " | Mo C 2.90 2.81 | Ru C 2.91 2.82",
    "a7": "As 3.76 10.55 | Sb 4.31 11.27 | Bi 4.55 11.86",
    "selenium": "Te 4.46 5.93 | Se 4.37 4.96",
    "cdi2": "Mg Br 3.81 6.26 | Cd I 4.24 6.84 | Ti S 3.41 5.70 | Sn S 3.65 5.90 | Pt S 3.54 5.04"
        " | Zr Se 3.77 6.14 | Ca I 4.48 6.96 | Zr S 3.66 5.81 | Hf S 3.63 5.86 | Hf Se 3.75 6.16"
        " | Sn Se 3.81 6.14 | Pt Se 3.73 5.08 | Pt Te 4.03 5.22 | Pd Te 4.04 5.13 | Ni Te 3.85 5.26"
        " | Rh Te 3.92 5.41 | Ti Te 3.78 6.50 | Zr Te 3.95 6.63 | Pb I 4.56 6.98 | Mg I 4.15 6.90"
        " | F Ag 3.00 5.69 | Ti Se 3.54 6.01",
    "corundum": "Al O 4.76 12.99",
    "tetradymite": "Bi Te 4.39 30.5 | Sb Te 4.26 30.4 | Bi Se 4.14 28.6",
    "delafossite": "Cu Al O 2.86 16.95 | Cu Ga O 2.98 17.17 | Cu In O 3.29 17.39 | Cu Sc O 3.22 17.09"
        " | Cu Y O 3.53 17.14 | Ag Al O 2.89 18.27 | Ag Ga O 2.99 18.50 | Ag In O 3.28 18.88"
        " | Pd Co O 2.83 17.70 | Pt Co O 2.83 17.80",
    "nafeo2": "Na Y S 3.97 19.9 | K In Se 3.90 23.0 | Na In S 3.80 19.89 | Na Sc O 3.17 16.30"
        " | Li Co O 2.82 14.05 | Na In O 3.23 16.40 | Na Sc S 3.77 19.80 | Na Y Se 4.06 20.80"
        " | K Sc S 3.84 21.80 | K Y O 3.50 18.50",
    "linbo3": "Li Nb O 5.15 13.86",
    "rutile": "Ti O 4.59 2.96 | Sn O 4.74 3.19 | Mg F 4.62 3.05 | Zn F 4.70 3.13 | Ge O 4.40 2.86"
        " | Ru O 4.49 3.11 | Ir O 4.50 3.16 | Os O 4.50 3.18 | Pb O 4.96 3.39",
    "anatase": "Ti O 3.79 9.51",
    "litharge": "Pb O 3.97 5.02 | Sn O 3.80 4.84",
    "matlockite": "Ba F Cl 4.39 7.23 | Sr F Br 4.22 7.34 | Bi O Cl 3.89 7.37 | Ca F Cl 3.89 6.82"
        " | Sr F Cl 4.13 6.96 | Pb F Cl 4.11 7.25 | Ba F Br 4.51 7.44 | Ba F I 4.65 7.96"
        " | Bi O Br 3.92 8.10 | Bi O F 3.75 6.22 | Y O Cl 3.90 6.60",
    "zrcusias": "Bi Cu Se O 3.93 8.93 | La Cu S O 4.00 8.52 | Bi Cu S O 3.87 8.56 | Y Zn As O 3.94 8.84"
        " | Ba Cu S F 4.12 9.02 | Ba Cu Se F 4.24 9.12 | Ba Cu Te F 4.42 9.37 | Sr Cu S F 3.96 8.69"
        " | Bi Cu Te O 4.04 9.52",
    "chalcopyrite": "Cu Ga S 5.35 10.47 | Zn Si P 5.40 10.44 | Ag Ga Se 5.99 10.88",
    "zircon": "Y V O 7.12 6.29",
    "scheelite": "Ca W O 5.24 11.37",
    "blackp": "P 3.31 10.48 4.37",
    "ges": "Ge S 10.47 3.64 4.30 | Sn S 11.20 3.99 4.33 | Sn Se 11.50 4.15 4.44 | Ge Se 10.84 3.83 4.39",
    "marcasite": "Fe S 4.44 5.42 3.39 | Fe As 5.30 5.98 2.88 | Ru Sb 5.95 6.67 3.18 | Os Sb 5.94 6.69 3.21"
        " | Ru P 5.12 5.89 2.87 | Os P 5.10 5.90 2.92 | Ru As 5.43 6.18 2.97 | Fe P 4.97 5.66 2.72"
        " | Fe Sb 5.83 6.54 3.20 | Fe Te 5.26 6.27 3.87",
    "cacl2": "Ca Cl 6.26 6.43 4.17 | Ca Br 6.58 6.87 4.34",
    "cotunnite": "Ba Cl 7.87 4.73 9.42",
    "gdfeo3": "Na Mg F 5.50 7.68 5.36 | Ca Zr O 5.76 8.02 5.59",
    "crb": "Ca Si 4.59 10.80 3.91 | Sr Ge 4.80 11.40 4.17 | Ca Ge 4.57 10.85 4.00 | Ca Sn 4.82 11.52 4.35"
        " | Sr Si 4.83 11.29 4.04 | Ba Si 5.04 11.97 4.14 | Ba Ge 5.06 11.94 4.30 | Ba Sn 5.30 12.50 4.65"
        " | Zr Ni 3.27 9.94 4.10 | Hf Ni 3.22 9.80 4.10 | Y Al 3.88 11.52 4.39 | Sr Sn 5.00 12.00 4.50"
        " | Zr Pt 3.41 10.30 4.28 | Hf Pt 3.35 10.30 4.27 | Y Ga 4.30 10.80 4.07 | Y Ni 4.10 10.20 3.70"
        " | Mo B 3.15 8.50 3.07 | Nb B 3.30 8.72 3.17 | Ta B 3.28 8.67 3.16 | V B 3.06 8.05 2.97",
    "tli": "Tl I 4.58 12.92 5.24",
    "sis2": "Si S 9.58 5.61 5.55",
    "baddeleyite": "Zr O 5.15 5.21 5.32 99.2 | Hf O 5.12 5.17 5.30 99.2",
    "zrs3": "Zr S 5.12 3.62 8.98 97.3 | Ti S 4.96 3.40 8.78 97.3 | Hf Se 5.39 3.72 9.43 97.8",
    "betaga2o3": "Ga O 12.23 3.04 5.80 103.7",
    "alcl3": "Y Cl 6.92 11.94 6.44 111.0 | Al Cl 5.92 10.23 6.16 108.0",
    "wolframite": "Zn W O 4.69 5.72 4.93 90.6 | Cd W O 5.03 5.86 5.08 91.5",
    "quaternary": "Co Ti Fe Al 5.85 | Rh Ti Fe Al 5.99 | Co Ti Ru Al 5.98 | Co Hf Fe Al 6.04 | Ru Nb Fe Al 6.06"
        " | Os V Fe Al 5.93 | Ir Ti Fe Al 6.01 | Co Ti Os Al 6.01 | Ru Ti Fe Ge 5.92 | Ru Ti Fe Sn 6.12"
        " | Ru V Fe Ga 5.92 | Co Zr Fe Al 6.08 | Rh Ti Ru Al 6.12 | Li Pd Mg Sn 6.49 | Co Ti Fe Ga 5.85"
        " | Ru Ti Fe Si 5.82 | Co Zr Ru Al 6.18 | Ru Ta Fe Al 6.06",
    "aucu3": "Sc Al 4.10 | Ti Al 3.98 | Ca Pb 4.90 | Ca Sn 4.74 | Y Pb 4.81 | Y Sn 4.67 | Y In 4.59"
        " | Y Pd 4.07 | Sc Pd 3.97 | Sc Rh 3.90 | Zr Rh 3.93 | Hf Ir 3.94 | Nb Rh 3.86 | Au Cu 3.75"
        " | Zr Ir 3.94",
    "nias": "Pt Bi 4.32 5.50 | Pt Sn 4.10 5.43 | Ni Sb 3.94 5.14 | Pd Sb 4.08 5.59 | Pt Sb 4.13 5.47"
        " | Ir Sb 3.98 5.54 | Pd Te 4.15 5.67 | Rh Te 3.99 5.66 | Ni As 3.62 5.03 | Ir Te 3.93 5.39"
        " | Au Sn 4.32 5.52",
    "sralsi": "Sr Al Si 4.24 4.74 | Ca Al Si 4.19 4.40 | Ba Al Si 4.30 5.15 | Sr Ga Si 4.25 4.75"
        " | Ba Al Ge 4.36 5.15 | Sr Al Ge 4.31 4.76",
    "mg3sb2": "Mg Sb 4.57 7.24 | Mg Bi 4.67 7.40 | Mg As 4.27 6.75",
    "caal2si2": "Ca Al Si 4.13 7.15 | Ca Zn Sb 4.44 7.46 | Ca Mg Sb 4.65 7.58 | Ca Zn P 4.04 6.84"
        " | Ca Zn As 4.16 7.01 | Ca Cd Sb 4.65 7.60 | Ca Mg Bi 4.73 7.68 | Ca Cd P 4.28 7.04"
        " | Sr Cd As 4.45 7.42 | Ca Al Ge 4.20 7.20 | Sr Mg Sb 4.70 7.82 | Sr Zn Sb 4.50 7.72"
        " | Y Al Si 4.18 6.60",
    "indium": "In 3.25 4.95",
    "betatin": "Sn 5.83 3.18",
    "l10": "Ti Al 2.83 4.07 | Cu Au 2.80 3.67 | Li Bi 3.37 4.26 | Na Bi 3.47 4.81 | Mg Pd 3.03 3.42"
        " | Zn Pd 2.90 3.35 | Cd Pt 2.95 3.82 | Hg Pt 2.97 3.81 | Zn Pt 2.86 3.48 | Ti Ga 2.80 4.00"
        " | Hg Pd 3.03 3.69 | Cd Pd 3.02 3.63 | Sr Pb 3.55 5.03 | Hg Ti 3.01 4.04",
    "mosi2": "Mo Si 3.20 7.85 | W Si 3.21 7.83 | Cu Zr 3.22 11.18 | Pd Zr 3.30 10.90 | Ag Ti 2.95 11.85"
        " | Pd Ti 3.09 10.05 | Au Zr 3.28 11.60 | Hg Mg 3.84 8.80 | Pd Hf 3.25 11.06 | Cu Hf 3.17 11.13"
        " | Re Si 3.13 7.67",
    "thcr2si2": "Ca Ni P 3.92 9.37 | Y Ru Si 4.15 9.50 | Ca Cu Ge 4.14 10.20 | Sr Pd Ge 4.40 10.10"
        " | Ba Ni P 3.95 11.80 | Sr Ni P 3.95 10.40 | Y Rh Si 4.02 9.92 | Ca Rh P 4.02 9.63"
        " | Sr Cu Ge 4.27 10.30 | Ba Zn P 4.02 13.23",
    "k2nif4": "K Mg F 3.98 13.20 | K Zn F 4.06 13.10 | Ba Sn O 4.13 13.27",
}

_STRAINED = {
    "orthorhombic": "rocksalt Mg O | zincblende Ga As | rocksalt Li F | rocksalt K F | zincblende In As"
        " | zincblende Cu Cl | cscl Au Zn | fluorite Ca F | antifluorite Mg Sn | halfheusler Nb Co Sn"
        " | diamond Ge | fcc Pt | bcc Mo | perovskite K Zn F",
    "monoclinic": "fluorite Ca F | zincblende Zn S | cscl Ni Al | rocksalt Na Cl | rocksalt Ca O | rocksalt K Br"
        " | rocksalt Zr C | zincblende Ga As | zincblende Al Sb | zincblende Zn Se | zincblende Cd S"
        " | cscl Ti Os | cscl Y Cu | fcc Ag | fcc Ca | bcc Nb | bcc W | diamond Si | diamond Ge"
        " | antifluorite Mg Si | antifluorite Li Te | fluorite Pt Al | halfheusler Ti Co Sb"
        " | halfheusler Sc Ni Sb | quaternary Co Ti Fe Al | quaternary Ru V Fe Ga"
        " | quaternary Li Pd Mg Sn | rocksalt Pb Te | zincblende In Sb",
    "triclinic": "diamond Si | rocksalt Na Cl | rocksalt Ti N | zincblende In P | zincblende Al Sb"
        " | antifluorite Li O | halfheusler Ti Ni Sn | perovskite K Mg F | fluorite Ba F | rocksalt Mg O"
        " | rocksalt Li Cl | rocksalt Sr S | zincblende Ga As | zincblende Hg Te | zincblende Zn Te"
        " | cscl Ag Mg | cscl Ni Al | bcc Ta | diamond Ge | antifluorite Na Te"
        " | fluorite Co Si | halfheusler Hf Ni Sn | quaternary Rh Ti Fe Al | quaternary Co Hf Fe Al"
        " | rocksalt Pb Se | rocksalt Y N | zincblende B P",
    "tetragonal": "rocksalt Mg O | rocksalt K Cl | zincblende Ga P | zincblende Zn Te | cscl Cs Br | cscl Y Ag"
        " | antifluorite Li S | halfheusler Zr Ni Sn | fluorite Sr F | fcc Cu",
    "trigonal": "rocksalt Na Br | rocksalt Sr O | zincblende Al P | zincblende Cd Te | cscl Ti Ru"
        " | antifluorite Na O | fluorite Cd F | halfheusler Li Zn P | fcc Al | rocksalt Ti C",
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
