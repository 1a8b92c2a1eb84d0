"""The crystals to compute, in the order in which they are computed.

    python candidates.py --write --phonon-data FOLDER      # make corpus/candidates.csv.gz and corpus/exclusions.csv
    python candidates.py --summary                         # what is in the list

A candidate is a parent crystal with elements exchanged and its volume guessed anew. Parents are the training crystals of
the phonon set, AFLOW's prototypes (in pymatgen) and the textbook crystals of `prototypes.py`. The list holds ids and facts;
`starting_structure` rebuilds a crystal from its parent. FOLDER has `phonon_dos.csv`, the public file of the phonon set.
"""

import argparse
import ast
import csv
import gzip
import io
import json
import os
import re
from collections import Counter, defaultdict
from dataclasses import astuple, dataclass, fields
from functools import cache, cached_property
from pathlib import Path

import pymatgen.analysis.prototypes
import spglib
from pymatgen.analysis.structure_matcher import StructureMatcher
from pymatgen.core import Composition, Element, Structure

import exemplars
import prototypes
from exchange import METALS
from records import write_atomic

HERE = Path(__file__).resolve().parent
LIST, EXCLUSIONS = HERE / "corpus" / "candidates.csv.gz", HERE / "corpus" / "exclusions.csv"
SPLIT = HERE.parent / "dostransformer" / "data" / "phonon_split.txt"
SYMPREC = 0.01  # Å
SYSTEMS = ((2, "triclinic"), (15, "monoclinic"), (74, "orthorhombic"), (142, "tetragonal"), (167, "trigonal"),
           (194, "hexagonal"), (230, "cubic"))
SIZES = (2, 4, 8, 16, 24, 40)  # largest primitive cell of each size class


@dataclass(frozen=True)
class Candidate:
    "A crystal to compute"
    id: str  # prefix, parent, exchanges old_new: "sub-mp-1234-K_Rb-Cl_Br"; "K.1_Rb": only K's second kind of site
    kind: str  # parent, substitution, prototype, intermetallic, element
    formula: str  # reduced
    n_atoms: int  # primitive cell
    space_group: int  # international number
    scale: float  # volume over the parent's
    cost: float  # estimate, arbitrary unit: displacements x atoms of the supercell x neighbours

    @cached_property
    def parts(self) -> tuple:  # (source, {old: new})
        "Parent and exchanges, read from the id"
        tail = re.search(r"(-[A-Z][a-z]?(\.\d)?_[A-Z][a-z]?)*$", self.id).group()
        source = self.id[: len(self.id) - len(tail)].split("-", 1)[1]
        return source, dict(pair.split("_") for pair in tail.split("-")[1:])

    @property
    def source(self) -> str:
        "Materials Project id of the parent, or name of its structure type"
        return self.parts[0]

    @property
    def exchanges(self) -> dict:
        "Old symbol -> new symbol"
        return self.parts[1]

    @cached_property
    def elements(self) -> tuple:
        "Symbols"
        return tuple(dict.fromkeys(re.findall(r"[A-Z][a-z]?", self.formula)))

    @property
    def system(self) -> str:
        "Crystal system"
        return next(name for last, name in SYSTEMS if self.space_group <= last)

    @property
    def metallic(self) -> bool:
        "Are all elements metals? (a guess at the crystal)"
        return METALS.issuperset(self.elements)

    @property
    def stratum(self) -> tuple:
        "Kind, whether all are metals, whether of five species, size class and crystal system"
        size = next(i for i, n in enumerate(SIZES) if self.n_atoms <= n)
        return self.kind, self.metallic, len(self.elements) == 5, size, self.system


# parents

def phonon_data(folder=None) -> Path:  # folder of phonon_dos.csv
    "The folder given, or what DOSTRANSFORMER_PHONON_DATA says, or the user's cache"
    return Path(folder or os.environ.get("DOSTRANSFORMER_PHONON_DATA") or Path.home() / ".cache" / "dostransformer")


@cache
def phonon_set() -> dict:  # mp id -> (part of the official split, atoms as text)
    "The public phonon set with its official split"
    parts = dict(line.split() for line in SPLIT.read_text().splitlines() if line and line[0] != "#")
    csv.field_size_limit(10**7)
    with open(phonon_data() / "phonon_dos.csv", newline="", encoding="utf-8") as f:
        return {row["mp_id"]: (parts[row["mp_id"]], row["structure"]) for row in csv.DictReader(f)}


def primitive(structure: Structure, symprec: float = SYMPREC) -> Structure:  # idealised primitive standard cell
    "Smallest cell, symmetry made exact"
    numbers = [s.specie.Z for s in structure]
    cell = structure.lattice.matrix, structure.frac_coords, numbers
    lattice, coords, numbers = spglib.standardize_cell(cell, to_primitive=True, no_idealize=False, symprec=symprec)
    return Structure(lattice, [Element.from_Z(z) for z in numbers], coords)


@cache
def from_phonon_set(mp_id: str) -> Structure:
    "A crystal of the phonon set, primitive"
    atoms = ast.literal_eval(phonon_set()[mp_id][1])
    species = [Element.from_Z(z) for z in atoms["numbers"]]
    return primitive(Structure(atoms["cell"], species, atoms["positions"], coords_are_cartesian=True))


@cache
def aflow() -> dict:  # name -> structure as a dict
    "AFLOW's prototypes that pymatgen ships, named by label and formula"
    raw = gzip.decompress(Path(pymatgen.analysis.prototypes.__file__).with_name("aflow_prototypes.json.gz").read_bytes())
    found = {}
    for entry in json.loads(raw):
        symbols = [s["species"][0]["element"] for s in entry["snl"]["sites"]]
        name = re.sub("[()]", "", f"{entry['tags']['aflow']}-{Composition(Counter(symbols)).reduced_formula}")
        assert name not in found, name
        found[name] = entry["snl"]
    return found


@cache
def textbook() -> dict:  # name -> Crystal
    "The crystals of `prototypes.py`, and of the further types of `exemplars.py`, named by formula and type"
    prototypes.PROTOTYPES.update({name: prototype for name, (prototype, *_) in exemplars.TYPES.items()})
    crystals = [c for c in prototypes.candidates() if not c.strain]
    crystals += [prototypes.Crystal(name, tuple(species.split()), cell) for name, (_, species, cell) in exemplars.TYPES.items()]
    return {re.sub("bundled-|[()]", "", c.id): c for c in crystals}


@cache
def parent_structure(source: str) -> Structure:
    "The crystal that a candidate is made from, primitive"
    if source.startswith("mp-"): return from_phonon_set(source)
    if source in textbook(): return primitive(prototypes.build(textbook()[source]))
    return primitive(Structure.from_dict(aflow()[source]))


def symmetry(structure: Structure) -> tuple:  # space group, order of the point group, orbit of each atom
    "Space group of a primitive cell, and which of its atoms are equivalent"
    cell = structure.lattice.matrix, structure.frac_coords, [s.specie.Z for s in structure]
    data = spglib.get_symmetry_dataset(cell, symprec=SYMPREC)
    return data.number, len(data.rotations), list(data.equivalent_atoms)


@cache
def site_labels(source: str) -> tuple:  # one per atom: "K.0", "K.1", ...
    "Symbol and kind of site of each atom of a parent, kinds counted in the order of the atoms"
    structure, labels, seen = parent_structure(source), {}, Counter()
    for site, orbit in zip(structure, symmetry(structure)[2]):
        if orbit in labels: continue
        labels[orbit] = f"{site.specie.symbol}.{seen[site.specie.symbol]}"
        seen[site.specie.symbol] += 1
    return tuple(labels[orbit] for orbit in symmetry(structure)[2])


def starting_structure(candidate: Candidate) -> Structure:  # primitive cell, unrelaxed
    "Parent with its elements exchanged and its volume scaled"
    structure = parent_structure(candidate.source).copy()
    for i, label in enumerate(site_labels(candidate.source)):
        new = candidate.exchanges.get(label) or candidate.exchanges.get(label.split(".")[0])
        if new: structure[i] = new
    structure.scale_lattice(structure.volume * candidate.scale)
    return structure


def load_candidates() -> list[Candidate]:
    "The list, in the order of computation"
    rows = csv.DictReader(io.StringIO(gzip.decompress(LIST.read_bytes()).decode()))
    kinds = {f.name: f.type for f in fields(Candidate)}
    return [Candidate(**{key: kinds[key](value) for key, value in row.items()}) for row in rows]


# what must not be computed

@cache
def held_out() -> dict:  # reduced formula -> [(mp id, structure, its space groups)]
    "Validation and test crystals of the official split"
    found = defaultdict(list)
    for mp_id, (part, _) in phonon_set().items():
        if part == "train": continue
        s = from_phonon_set(mp_id)
        found[s.composition.reduced_formula].append((mp_id, s, space_groups(s)))
    return found


def space_groups(structure: Structure) -> set:
    "International numbers at three tolerances"
    cell = structure.lattice.matrix, structure.frac_coords, [s.specie.Z for s in structure]
    return {spglib.get_symmetry_dataset(cell, symprec=p).number for p in (0.01, 0.03, 0.1)}


def held_out_match(structure: Structure) -> tuple | None:  # (mp id, rule)
    "The validation or test crystal that a structure repeats, and how that was seen"
    for mp_id, other, groups in held_out().get(structure.composition.reduced_formula, ()):
        if groups & space_groups(structure): return mp_id, "composition and space group"
        if StructureMatcher().fit(structure, other): return mp_id, "StructureMatcher"
    return None


def matches_held_out(structure: Structure) -> str | None:  # mp id
    "The validation or test crystal that a structure repeats"
    return (held_out_match(structure) or (None,))[0]


# the command

def write(chosen: list, excluded: list):  # candidates in order; (id, mp id, rule)
    "Both files: the same content gives the same bytes"
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(f.name for f in fields(Candidate))
    out.writerows(astuple(c) for c in chosen)
    write_atomic(LIST, gzip.compress(text.getvalue().encode(), 9, mtime=0))
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(("id", "matches", "rule"))
    out.writerows(sorted(excluded))
    write_atomic(EXCLUSIONS, text.getvalue().encode())


def summary(candidates: list) -> str:
    "Tables of what is in a list"
    n = len(candidates)
    if not n: return "no candidates"
    elements = Counter(e for c in candidates for e in c.elements)
    lines = [f"{n} candidates, {len(elements)} elements, {sum(c.metallic for c in candidates) / n:.1%} all metals, "
             f"{sum(c.n_atoms > 8 for c in candidates) / n:.1%} of more than eight atoms, "
             f"{len({c.source for c in candidates})} parents, {len({c.formula for c in candidates})} formulas"]
    for title, key in (("kind", lambda c: c.kind), ("system", lambda c: c.system), ("species", lambda c: len(c.elements)),
                       ("atoms up to", lambda c: SIZES[c.stratum[3]])):
        lines.append(f"{title}: " + ", ".join(f"{k} {v / n:.1%}" for k, v in sorted(Counter(map(key, candidates)).items())))
    lines.append("elements: " + ", ".join(f"{e} {k}" for e, k in elements.most_common()))
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phonon-data", help="folder of phonon_dos.csv")
    parser.add_argument("--write", action="store_true", help="make the list and the exclusions")
    parser.add_argument("--keep", type=int, default=0, help="with --write: so many of the present list stay at its head as they are")
    parser.add_argument("--summary", action="store_true", help="tell what is in the list, and in its beginnings")
    options = parser.parse_args()
    if options.phonon_data: os.environ["DOSTRANSFORMER_PHONON_DATA"] = options.phonon_data
    if options.write:
        from propose import propose
        write(*propose(load_candidates()[: options.keep] if options.keep else []))
    if options.summary:
        whole = load_candidates()
        for k in (300, 1000, 5000, len(whole)): print(summary(whole[:k]), end="\n\n")
