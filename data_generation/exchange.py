"""Which element may take the place of which, and how large the crystal then is."""

from collections import Counter
from functools import cache
from math import log

from ase.data import atomic_numbers, covalent_radii
from pymatgen.core import Composition, Element, Species, Structure
from pymatgen.core.structure_prediction.substitution_probability import SubstitutionProbability

ELEMENTS = [Element.from_Z(z).symbol for z in (*range(1, 84), *range(89, 95))]  # those of the potential
NOBLE = {"He", "Ne", "Ar", "Kr", "Xe"}
METALS = {e for e in ELEMENTS if Element(e).is_metal}
SOFT = METALS | {"B", "Si", "Ge", "As", "Sb", "P"}  # crystals of these alone are alloys where no charges balance
RARE_EARTHS = {e for e in ELEMENTS if Element(e).is_rare_earth} | {"Ac", "Th", "Pa", "U", "Np", "Pu"}
SMALL = {"H", "B", "C", "N", "O", "F"}  # what bonds like these hold together stays as it is: OH, NH4, CO3, NO3, BH4, CN, N3
FARTHEST = 2.3  # largest distance of two elements that may be exchanged
# charges that pymatgen does not call common
ALSO = {-4: "C Si Ge Sn Pb", -3: "N P As Sb Bi", 1: "Cu Ag Au Hg In Tl", 2: "V Cr Mn Fe Co Ni Cu Ge Sn Pb Pd Pt Hg Eu Yb",
        3: "Ti V Cr Mn Co Ni Nb Mo Ru Rh Ir Au As Sb Tl In Ce U Np Pu", 4: "V Cr Mn Nb Mo Tc Ru Rh Pd Ta W Re Os Ir Pt Ge Sn Pb Ce"
        " Pr Tb Pa U Np Pu Se Te", 5: "V As Sb Bi Nb Ta Mo Tc Ru W Re Os Ir Pt Pa U Np Pu P I Br Cl", 6: "Cr Mo Tc W Re Os U Np Pu S Se Te"}
# Å³ an atom in alloys, where the element's own volume would mislead
VOLUMES = {"H": 3.5, "B": 7, "C": 8, "N": 9, "Si": 14.5, "P": 14, "S": 16, "Ge": 17, "As": 18, "Se": 20, "Sb": 24, "Te": 28,
           "Na": 34, "K": 56, "Rb": 68, "Cs": 84, "Ca": 37, "Sr": 46, "Ba": 52, "Eu": 42, "Yb": 37}


@cache
def radius(element: str, charge: int | None) -> float:  # Å
    "Shannon radius at the nearest tabulated charge, or the radius in metals and molecules where no charge is known"
    covalent = float(covalent_radii[atomic_numbers[element]])
    if charge is None: return float(Element(element).metallic_radius or covalent)
    if element == "H": return 0.2 if charge > 0 else 1.3
    table = {q: float(r) for q, r in Element(element).ionic_radii.items() if q * charge > 0}
    if charge in table: return table[charge]
    if charge < 0: return covalent + 0.65
    if not table: return covalent
    nearest = min(table, key=lambda q: abs(q - charge))
    return max(0.2, table[nearest] - 0.1 * (charge - nearest))


@cache
def volume(element: str) -> float:  # Å³ an atom, in alloys
    "Volume of an element in an alloy"
    return VOLUMES.get(element) or float(Element(element).molar_volume) / 0.60221


@cache
def _substitution() -> SubstitutionProbability:
    return SubstitutionProbability()


@cache
def ions(charge: int) -> list:  # symbols
    "Elements that are known with a charge"
    usual = [e for e in ELEMENTS if charge in Element(e).common_oxidation_states or e in ALSO.get(charge, "").split()]
    odd = set("H N P S Se Te Cl Br I".split()) if 0 < charge < 4 else set()
    return [e for e in usual if e not in NOBLE | odd and (e != "C" or charge == -4)]


@cache
def ionic_options(old: str, charge: int) -> list:  # [(new, distance)], nearest first
    "Ions of the same charge, by radius, electronegativity and pymatgen's substitution probabilities"
    if charge == -1 and old == "H": return [("F", 1.2)]
    options = [("H", 1.2)] if charge == -1 and old == "F" else []
    table = _substitution().species
    for new in ions(charge):
        if new == old or "H" in (new, old) or (new in SMALL and (charge > 0 or new in "BC")): continue
        d = 7 * abs(log(radius(new, charge) / radius(old, charge))) + abs(Element(new).X - Element(old).X)
        a, b = Species(old, charge), Species(new, charge)
        if a in table and b in table: d -= 0.25 * log(_substitution().pair_corr(a, b))
        if d < FARTHEST: options.append((new, max(0.1, d)))
    return sorted(options, key=lambda o: o[1])


@cache
def alloy_options(old: str) -> list:  # [(new, distance)], nearest first
    "Elements that take the same place in alloys, by Mendeleev number and radius"
    options = []
    for new in SOFT - {old}:
        steps = abs(Element(new).mendeleev_no - Element(old).mendeleev_no)
        steps /= 10 if {old, new} <= RARE_EARTHS else 3
        d = steps + 6 * abs(log(radius(new, None) / radius(old, None)))
        if d < FARTHEST: options.append((new, max(0.1, d)))
    return sorted(options, key=lambda o: (o[1], o[0]))


@cache
def group_options(old: str) -> list:  # [(new, distance)], nearest first
    "Elements of the same group"
    if old in SMALL: return []
    kin = [e for e in ELEMENTS if Element(e).group == Element(old).group and e not in SMALL and e != old]
    kin = [e for e in kin if Element(e).is_metal == Element(old).is_metal]
    near = [(e, max(0.3, 7 * abs(log(radius(e, None) / radius(old, None))))) for e in kin]
    return sorted((o for o in near if o[1] < FARTHEST), key=lambda o: o[1])


@cache
def charges(formula: str) -> dict:  # symbol -> integer charge, or None where no guess fits
    "Oxidation states from the composition"
    composition = Composition(formula)
    symbols = [e.symbol for e in composition]
    guesses = composition.oxi_state_guesses() if len(symbols) > 1 and not METALS.issuperset(symbols) else ()
    guess = guesses[0] if guesses else {}
    whole = {e: round(guess[e]) for e in guess if abs(guess[e] - round(guess[e])) < 1e-6}
    return {e: whole[e] if whole.get(e) and (e == "H" or e in ions(whole[e])) else None for e in symbols}


class Chemistry:
    "What a parent allows: exchanges of what stands on its sites and the volume after them"

    def __init__(self, structure: Structure, labels: list):  # a label an atom: its symbol, or symbol.n for a kind of site
        self.counts = Counter(labels)
        self.labels = sorted(self.counts)
        self.element = {a: a.split(".")[0] for a in self.labels}
        found = charges(structure.composition.reduced_formula)
        self.charges = {a: found[e] for a, e in self.element.items()}
        self.alloy = SOFT.issuperset(self.element.values()) and None in found.values()
        self.radii = {a: self.radius_in(e, a) for a, e in self.element.items()}
        self.contacts, self.frozen, self.closest = self._contacts(structure, labels)

    def radius_in(self, new: str, label: str) -> float:  # Å
        "Radius of an element in the place of another"
        if self.alloy or self.charges[label] is not None: return radius(new, self.charges[label])
        return radius(new, next(iter(Element(new).common_oxidation_states), None))  # polyanions and the like

    def _contacts(self, structure: Structure, labels: list) -> tuple:
        "{(a, b): share of a's bonds}, elements that covalent bonds hold, {(a, b): smallest distance, Å}"
        bonds, frozen, closest = Counter(), set(), {}
        for i, j, _, d in zip(*structure.get_neighbor_list(max(5, 2.4 * max(self.radii.values())))):
            a, b = labels[i], labels[j]
            pair = {self.element[a], self.element[b]}
            if d < 1.2 * (self.radii[a] + self.radii[b]): bonds[a, b] += 1
            if pair <= SMALL and d < 1.25 * covalent(self.element[a], self.element[b]): frozen |= pair
            closest[a, b] = min(float(d), closest.get((a, b), 99))
        totals = Counter()
        for (a, _), n in bonds.items(): totals[a] += n
        return {(a, b): n / totals[a] for (a, b), n in bonds.items()}, frozen, closest

    def options(self, label: str) -> list:  # [(new, distance)]
        "What may take the place of an element"
        old, charge = self.element[label], self.charges[label]
        if old in self.frozen or old in NOBLE: return []
        if self.alloy: return alloy_options(old)
        if charge is None: return group_options(old)
        salt = all(Element(e).X < 1.7 for a, e in self.element.items() if self.charges[a] is None or self.charges[a] > 0)
        return [o for o in ionic_options(old, charge) if salt or o[0] != "H"]  # hydrides of electropositive metals only

    def scale(self, exchange: dict) -> float:  # volume over the parent's
        "Alloys: sums of atomic volumes. Others: bonds in proportion to sums of radii, atoms weighted by their size"
        new = self.element | exchange
        if self.alloy and SOFT.issuperset(new.values()):
            return sum(n * volume(new[a]) for a, n in self.counts.items()) / sum(n * volume(e) for e, n in self.elements().items())
        r, q = self.radii, {a: self.radius_in(new[a], a) for a in self.labels}
        stretch = Counter()
        for (a, b), share in self.contacts.items(): stretch[a] += share * (q[a] + q[b]) / (r[a] + r[b])
        weights = {a: n * r[a] ** 3 for a, n in self.counts.items()}
        return sum(w * (stretch[a] or q[a] / r[a]) ** 3 for a, w in weights.items()) / sum(weights.values())

    def elements(self) -> Counter:  # symbol -> atoms
        "Composition of the parent"
        found = Counter()
        for a, n in self.counts.items(): found[self.element[a]] += n
        return found

    @property
    def tightest(self) -> float:
        "Smallest distance over the sum of covalent radii"
        return min((d / covalent(self.element[a], self.element[b]) for (a, b), d in self.closest.items()), default=1.0)

    def roomy(self, exchange: dict, scale: float) -> float:  # volume over the parent's
        "A scale, enlarged where atoms would sit closer than three quarters of the sum of their covalent radii"
        new, old = self.element | exchange, self.element
        least = [min(0.75, d / covalent(old[a], old[b])) * covalent(new[a], new[b]) / d for (a, b), d in self.closest.items()]
        return max(scale, max(least, default=0) ** 3)


def covalent(a: str, b: str) -> float:  # Å
    "Sum of covalent radii"
    return float(covalent_radii[atomic_numbers[a]] + covalent_radii[atomic_numbers[b]])
