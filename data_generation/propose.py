"""How the candidates are found and put in order: exchanges in known crystals, strata in turn."""

import heapq
import zlib
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations, product
from math import ceil, log

import numpy as np
from ase.data import atomic_numbers, covalent_radii
from pymatgen.core import Composition, Element, Structure

from candidates import (SIZES, Candidate, aflow, held_out, held_out_match, parent_structure, phonon_set, site_labels,
                        starting_structure, symmetry, textbook)
from exchange import ELEMENTS, METALS, NOBLE, SMALL, SOFT, Chemistry, alloy_options, volume
from exemplars import KNOWN

N_CANDIDATES = 28_000
CELL = 11.0  # Å between opposite faces of the supercells that the costs suppose
# shares of the strata: kinds, then sizes within a kind, then systems
KINDS = {"substitution": 0.45, "intermetallic": 0.39, "prototype": 0.09, "element": 0.03, "parent": 0.04}
FIVE = {"substitution": 0.04, "prototype": 0.04}  # crystals of five species
ALL_METAL = 0.8  # of the intermetallics; the others hold B, Si, Ge, P, As, Sb
SIZE_SHARES = {
    "substitution": (0.07, 0.18, 0.40, 0.30, 0.04, 0.01), "intermetallic": (0.10, 0.28, 0.34, 0.20, 0.05, 0.03),
    "prototype": (0.06, 0.16, 0.32, 0.26, 0.12, 0.08), "element": (0.40, 0.20, 0.20, 0.12, 0.04, 0.04),
    "parent": (0.10, 0.25, 0.45, 0.20, 0, 0)}
SYSTEM_SHARES = {"triclinic": 0.05, "monoclinic": 0.12, "orthorhombic": 0.18, "tetragonal": 0.18, "trigonal": 0.15,
                 "hexagonal": 0.14, "cubic": 0.18}
RADIOACTIVE = {"Tc", "Pm", "Ac", "Pa", "Np", "Pu"}
WEIGHTS = dict.fromkeys(RADIOACTIVE, 0.4) | {"U": 0.7, "Th": 0.8, "O": 2, "F": 1.5, "H": 1.5, "S": 1.5, "N": 1.5, "Cl": 1.3, "Si": 1.3}
PER_PARENT, PER_FORMULA = 60, 3
# structures that every metal is tried in, and noble gases in the first three
SIMPLE = ("A_cF4_225_a-Cu", "A_hP2_194_c-Mg", "A_cI2_229_a-W", "A_hP4_194_ac-La", "A_hR3_166_ac-Sm", "A3B_cP8_223_c_a-Cr3Si",
          "AB2_hP3_191_a_d-AlB2", "A_tI4_141_a-Sn", "A_oC4_63_c-U")


# AFLOW's stand-ins for solid solutions
NOT_CRYSTALS = ("AB11CD3", "AB18C8", "AB27CD3", "AB4C3_cI16", "AB12C3_cI32", "A9B16C7", "sigma", "AB32C48")


class Parent:
    "Symmetry, cost and chemistry of a crystal that candidates are made from"

    def __init__(self, source: str, split: str = ""):  # split: the element whose kinds of site are exchanged apart
        self.source, self.structure = source, parent_structure(source)
        labels = [a if a.split(".")[0] == split else a.split(".")[0] for a in site_labels(source)]
        self.chemistry = Chemistry(self.structure, labels)
        self.labels = tuple(self.chemistry.labels)
        self.number, self.orbits = sites(self.structure, labels)
        matrix, volume = self.structure.lattice.matrix, self.structure.volume
        self.heights = volume / np.linalg.norm(np.cross(matrix[[1, 2, 0]], matrix[[2, 0, 1]]), axis=1)

    @property
    def splittable(self) -> list:  # symbols
        "Elements on more than one kind of site that one may exchange"
        kinds = Counter(a.split(".")[0] for a, *_ in sites(self.structure, site_labels(self.source))[1])
        return [a for a, n in kinds.items() if 1 < n < 10 and self.chemistry.options(a)]

    def candidate(self, prefix: str, kind: str, exchange: dict, scale: float) -> tuple:  # (Candidate, signature for duplicates)
        "One exchange"
        new = self.chemistry.element | exchange
        exchange = {a: b for a, b in exchange.items() if self.chemistry.element[a] != b}
        scale = self.chemistry.roomy(exchange, scale) if exchange else scale
        if len(set(new.values())) < len(set(self.chemistry.element.values())):  # merged: perhaps more symmetry
            structure = self.structure.copy()
            structure.replace_species(exchange)
            number, orbits = sites(structure, [s.specie.symbol for s in structure])
        else: number, orbits = self.number, [(new[a], *rest) for a, *rest in self.orbits]
        counts = Counter()
        for a, n in self.chemistry.counts.items(): counts[new[a]] += n
        formula, n = reduced_formula(tuple(sorted(counts.items()))), sum(counts.values())
        repeats = np.prod([ceil(CELL / (h * scale ** (1 / 3))) for h in self.heights])
        displacements = sum(max(1, round(6 / order)) for _, _, order in orbits)
        cost = displacements * n * repeats * n / (self.structure.volume * scale)
        name = "-".join([prefix, self.source, *(f"{a}_{exchange[a]}" for a in sorted(exchange))])
        return Candidate(name, kind, formula, n, number, round(scale, 3), float(f"{cost:.2g}")), (formula, number, tuple(sorted(orbits)))


@cache
def reduced_formula(counts: tuple) -> str:
    return Composition(dict(counts)).reduced_formula


def sites(structure: Structure, labels: list) -> tuple:  # space group, [(label, atoms of the orbit, order of the site's group)]
    "Space group and occupied sites of a primitive cell"
    number, order, orbits = symmetry(structure)
    return number, [(labels[i], n, order // n) for i, n in Counter(orbits).items()]


def exchanges(chemistry: Chemistry, at_once: int, farthest: float, width: int = 14):  # yields ({label: new}, distance)
    "Exchanges at some of the labels, of nothing too far and without merging two elements"
    for k in range(1, at_once + 1):
        for labels in combinations(chemistry.labels, k):
            for picks in product(*(chemistry.options(a)[:width] for a in labels)):
                exchange, distance = dict(zip(labels, (p[0] for p in picks))), sum(p[1] for p in picks)
                if distance <= farthest and len(set((chemistry.element | exchange).values())) == len(chemistry.labels): yield exchange, distance


def split_exchanges(chemistry: Chemistry, farthest: float, width: int = 10):  # yields ({label: new}, distance)
    "Exchanges at one kind of site of the split element, and of no more than one other element, all new ones new to the crystal"
    apart = [a for a in chemistry.labels if "." in a]
    for one, other in product(apart, [None, *(a for a in chemistry.labels if "." not in a)]):
        for (new, d), (second, e) in product(chemistry.options(one)[:width], chemistry.options(other)[:width] if other else [(None, 0)]):
            exchange = {one: new} | ({other: second} if other else {})
            if d + e <= farthest and len(set(exchange.values()) - set(chemistry.element.values())) == len(exchange): yield exchange, d + e


def substitutions():  # yields (candidate, signature, distance)
    "Training crystals of the phonon set as they are, and with one or two elements exchanged"
    for mp_id, (part, _) in phonon_set().items():
        if part != "train": continue
        parent = Parent(mp_id)
        yield *parent.candidate("parent", "parent", {}, 1.0), 0
        for exchange, distance in exchanges(parent.chemistry, 2, 3.0):
            yield *parent.candidate("sub", "substitution", exchange, parent.chemistry.scale(exchange)), distance
        for symbol in parent.splittable:
            apart = Parent(mp_id, symbol)
            for exchange, distance in split_exchanges(apart.chemistry, 2.6):
                yield *apart.candidate("sub", "substitution", exchange, apart.chemistry.scale(exchange)), distance


def alloys(parent: Parent, prefix: str, exemplar: tuple, farthest: float = 2.2):  # exemplar in the order of the parent's labels
    "Neighbours of a known intermetallic, carbide, nitride or hydride"
    for picks in product(*([(e, 0), *alloy_options(e)] for e in exemplar)):
        new, distance = tuple(p[0] for p in picks), sum(p[1] for p in picks)
        if distance > farthest or len(set(new)) < len(new): continue
        size = sum(n * volume(e) for e, n in zip(new, (parent.chemistry.counts[a] for a in parent.labels)))
        if SOFT.issuperset(parent.labels):  # what this structure type does to volumes
            size *= parent.structure.volume / sum(n * volume(a) for a, n in parent.chemistry.counts.items())
        kind = "intermetallic" if SOFT.issuperset(new) else "prototype"
        yield *parent.candidate(prefix, kind, dict(zip(parent.labels, new)), size / parent.structure.volume), distance


def types():  # yields (candidate, signature, distance)
    "Decorations of AFLOW's prototypes and of the textbook crystals"
    assert set(KNOWN) <= {*textbook(), *aflow()}
    for prefix, source in [*(("type", s) for s in textbook()), *(("aflow", s) for s in aflow())]:
        if source.startswith(NOT_CRYSTALS): continue
        parent = Parent(source)
        if len(parent.labels) == 1 or len(parent.structure) > SIZES[-1] or not set(parent.labels) <= set(ELEMENTS): continue
        if parent.chemistry.tightest < 0.7: continue  # misprinted coordinates
        known = [tuple(k.split()) for k in KNOWN.get(source, "").split("|") if k.strip()]
        if parent.chemistry.alloy and not known: known = [parent.labels]
        for exemplar in known: yield from alloys(parent, prefix, exemplar)
        if parent.chemistry.alloy: continue
        yield *parent.candidate(prefix, "prototype", {}, 1.0), 0
        for exchange, distance in exchanges(parent.chemistry, 3, 3.6, 10):
            yield *parent.candidate(prefix, "prototype", exchange, parent.chemistry.scale(exchange)), distance


def elements():  # yields (candidate, signature, distance)
    "Elements in their own structures, in those of their kin, and metals in the simple ones"
    for source in dict.fromkeys((*SIMPLE, *(s for s in aflow() if s.split("_")[0] == "A"))):
        parent = Parent(source)
        if len(parent.structure) > SIZES[-1]: continue
        old, n, size = parent.labels[0], len(parent.structure), parent.structure.volume
        near = {e: d for e, d in alloy_options(old)} if old in METALS else {}
        kin = {e: 1.0 for e in ELEMENTS if Element(e).group == Element(old).group and (old == "C" or e not in SMALL) and old not in SMALL - {"C"}}
        simple = {e: 0.5 for e in sorted(METALS | NOBLE)} if source in SIMPLE else {}
        own = {old: 0.0} if len(parent.labels) == 1 and old in ELEMENTS else {}
        for new, distance in (simple | near | kin | own).items():
            if new == old and own: scale = 1.0
            elif new in METALS | NOBLE: scale = n * float(Element(new).molar_volume) / 0.60221 / size
            else: scale = (covalent_radii[atomic_numbers[new]] / covalent_radii[atomic_numbers[old]]) ** 3
            yield *parent.candidate("element", "element", dict.fromkeys(parent.labels, new), scale), distance


def senseless(c: Candidate) -> bool:
    "Noble gases in compounds other than their own, and crystals of scarce elements alone"
    return (len(c.elements) > 1 and bool(NOBLE.intersection(c.elements) - {"Xe"})) or c.n_atoms > SIZES[-1] or (
        len(c.elements) > 1 and len(RADIOACTIVE.intersection(c.elements)) > 1) or len(c.elements) > 5 or not 0.2 < c.scale < 6


def pool() -> tuple:  # ([(candidate, distance)], [(id, mp id, rule)])
    "Every candidate once, without what the validation and test crystals have"
    found, excluded = {}, []
    for source in (substitutions(), elements(), types()):
        for c, signature, distance in source:
            if senseless(c) or signature in found and found[signature][1] <= distance: continue
            if signature in found and found[signature][0].kind == "parent": continue
            found[signature] = c, distance
    kept = []
    for c, distance in found.values():
        match = held_out_match(starting_structure(c)) if c.formula in held_out() else None
        if match: excluded.append((c.id, *match))
        else: kept.append((c, distance))
    return kept, excluded


def stratum_shares(counts: dict) -> dict:  # stratum -> how many there are; stratum -> share
    "Shares of the strata: kind, then metals and number of species, then size and system"
    shares, kinds = {}, Counter()
    for (kind, *_), n in counts.items(): kinds[kind] += n
    for part in {k[:3] for k in counts}:
        kind, metal, five = part
        mine = {k: SIZE_SHARES[kind][k[3]] * SYSTEM_SHARES[k[4]] for k in counts if k[:3] == part}
        weight = sum(counts[k] for k in mine) / kinds[kind]
        if kind == "intermetallic": weight = ALL_METAL if metal else 1 - ALL_METAL
        elif kind in FIVE: weight = FIVE[kind] if five else (1 - FIVE[kind]) * weight
        for k in mine: shares[k] = KINDS[kind] * weight * mine[k] / sum(mine.values())
    return shares


def ordered(candidates: list, kept: list) -> list:  # [(candidate, distance)], those that stay at the head -> candidates
    "Strata in turn by their shares; within one, the element that was seen least, then what is cheap and near"
    frequency = Counter(e for c, _ in candidates for e in c.elements)
    queues = defaultdict(lambda: defaultdict(list))
    for c, distance in candidates:
        rarest = min(c.elements, key=lambda e: (frequency[e] / WEIGHTS.get(e, 1), e))
        noise = zlib.crc32(c.id.encode()) / 2**32
        queues[c.stratum][rarest].append((log(c.cost) + 2 * distance + 1.5 * noise, c.id, c))
    for stratum in queues.values():
        for queue in stratum.values(): queue.sort(reverse=True)
    shares = stratum_shares({k: sum(map(len, q.values())) for k, q in queues.items()})
    order, seen, parents, formulas, taken = [], Counter(), Counter(), Counter(), Counter()

    def take(c):
        order.append(c)
        seen.update(c.elements)
        parents[c.source] += 1
        formulas[c.formula] += 1
        taken[c.stratum] += 1

    for c in kept: take(c)
    heap = [((taken[k] + 1) / share, k) for k, share in shares.items() if share]
    heapq.heapify(heap)
    while heap and len(order) < N_CANDIDATES:
        _, stratum = heap[0]
        mine, chosen = queues[stratum], None
        while mine and chosen is None:
            element = min(mine, key=lambda e: (seen[e] / WEIGHTS.get(e, 1), e))
            c = mine[element].pop()[2]
            if not mine[element]: del mine[element]
            crowded = parents[c.source] >= PER_PARENT and c.kind == "substitution" or formulas[c.formula] >= PER_FORMULA
            if not crowded or len(c.elements) == 1: chosen = c
        if chosen is None: heapq.heappop(heap)
        else:
            take(chosen)
            heapq.heapreplace(heap, ((taken[stratum] + 1) / shares[stratum], stratum))
    return order


def propose(kept: list) -> tuple:  # those that stay at the head -> (candidates in order, [(id, mp id, rule)])
    "The list and what was kept out of it"
    candidates, excluded = pool()
    print(len(candidates), "in the pool,", len(excluded), "kept out")
    done = {(c.formula, c.space_group, c.n_atoms) for c in kept}
    return ordered([(c, d) for c, d in candidates if (c.formula, c.space_group, c.n_atoms) not in done], kept), excluded
