"""How far the electron half of the corpus depends on its settings and on the reduced basis: twenty crystals, paired.

    python electron_convergence.py        # continues where it stopped; writes corpus/electron_convergence.json

Differences are those of the learning target of the paper (smoothed, cut to -5…5 eV, scaled to 0…1). `bundled` compares with the
electron spectra of the bundled set: as used; on its mesh of 5 points per Å⁻¹; and with its zero of energy too, so that only
self-consistency, reduced basis and program differ. `rows` compares with "direct", GPAW's own bands at every point of that mesh.
"""

import json
import time
from dataclasses import asdict, replace

import numpy as np
import spglib
from ase.data import atomic_numbers
from ase.units import Ha

import corpus_electron as corpus
import corpus_files as files
import records
from electron_bundled import target_of

RECORD = files.SHARDS / "electron_convergence.json"
BUNDLES = files.HERE.parent / "dostransformer" / "data" / "bundled"
CRYSTALS = ("Al-fcc", "Ta-bcc", "Cu-fcc", "Ca-fcc", "Mg-hcp", "Zr-hcp", "Si-diamond", "GaAs-zincblende", "NaCl-rocksalt", "LiF-rocksalt",
            "MgO-rocksalt", "TiC-rocksalt", "AlNi-cscl", "CaF2-fluorite", "CoSi2-fluorite", "MgB2-alb2", "TiS2-cdi2", "Bi-a7",
            "TiGa-l10", "ZnO-wurtzite")
VARIANTS = {"as used": {}, "k-points 5": {"kpoints": 5.0, "effort": 10**9}, "density on 1.5": {"kpoints_scf": 1.5},
            "finest": {"kpoints": 12.0, "effort": 10**9, "kpoints_scf": 3.0, "density_error": 1e-5, "eigenstates_error": 1e-8,
                       "tolerance": 1e-4, "margin": 8.0},
            "cutoff 600 eV": {"cutoff": 600.0}}


def row_of(crystal: dict) -> dict:
    "A bundled crystal as a phonon row of the corpus"
    s = crystal["structure"]
    numbers = [atomic_numbers[e] for e in s["species"]]
    found = spglib.get_symmetry_dataset((s["lattice"], s["frac_coords"], numbers), symprec=1e-3)
    return {"lattice": np.ravel(s["lattice"]), "numbers": numbers, "frac_coords": np.ravel(s["frac_coords"]), "space_group": int(found.number),
            "orbit": np.unique(found.equivalent_atoms, return_inverse=True)[1].tolist()}


def direct(row: dict, settings: corpus.Settings) -> dict:
    "GPAW alone, on the same mesh"
    electrons = int(sum(corpus.data_set(z).Nv for z in row["numbers"]))
    n = -(-electrons // 2) + corpus.empty_bands(row, settings.stop)
    calc, mesh_of = corpus.ground_state(row, settings, n)
    points, place = corpus.fine_mesh(calc, mesh_of, settings.kpoints, np.inf)
    fine = calc.fixed_density(kpts=points, symmetry="off", nbands=n + 3, txt=None, convergence={"bands": n, "eigenstates": 1e-6})
    energies = np.array([k.eps_n[:n] for k in fine.wfs.kpt_u]) * Ha
    return {"energies": energies, "weights": np.ones((*energies.shape, 1)), "place": place, "electrons": electrons}


def against_bundled(row: dict, entry: dict, settings: corpus.Settings) -> dict:
    "Differences from a spectrum of the bundled set"
    coarse = replace(settings, kpoints=5.0, effort=10**9)
    b = corpus.bands(row, coarse)
    e = corpus.spectrum(b, coarse)
    moved = entry["zero"] - e["zero"]
    found = {"as used": corpus.spectrum(corpus.bands(row, settings), settings), "its mesh": e,
             "its mesh and zero": corpus.spectrum(b, replace(coarse, start=coarse.start + moved, stop=coarse.stop + moved))}
    error = {name: target_of(s["sites"].sum(0)[-241:]) - target_of(np.array(entry["density"])) for name, s in found.items()}
    return {name: round(float((v**2).mean() ** 0.5), 4) for name, v in error.items()} | {
        "zero": round(e["zero"], 4), "bundled_zero": entry["zero"], "gap": round(e["gap"], 4), "bundled_gap": entry["gap"]}


def measure(row: dict, settings: corpus.Settings, bands) -> dict:  # bands(row, settings)
    "Spectrum and what is compared"
    clock = time.process_time()
    e = corpus.spectrum(bands(row, settings), settings)
    return e | {"target": target_of(e.pop("sites").sum(0)[-241:]), "seconds": time.process_time() - clock}


def main():
    "Command line"
    settings = corpus.Settings()
    facts = {"command": "electron_convergence.py", "environment": corpus.environment(), "settings": asdict(settings)}
    known = json.loads(RECORD.read_text()) if RECORD.exists() else {"bundled": [], "rows": []}
    rows, bundled = known["rows"], known["bundled"]

    def keep(): records.write_atomic(RECORD, (json.dumps(facts | {"bundled": bundled, "rows": rows}, indent=1) + "\n").encode())

    crystals, entries = ({c["id"].removeprefix("bundled-"): c for c in records.read_bundle(BUNDLES / f"{kind}.json.gz")["crystals"]}
                         for kind in ("phonon", "electron"))
    for name in CRYSTALS:
        if any(r["crystal"] == name for r in bundled): continue
        bundled.append({"crystal": name} | against_bundled(row_of(crystals[name]), entries[name], settings))
        print(bundled[-1], flush=True)
        keep()
    for name in CRYSTALS:
        if any(r["crystal"] == name for r in rows): continue
        row = row_of(crystals[name])
        found = {"direct": measure(row, replace(settings, kpoints=5.0), direct)}
        found |= {variant: measure(row, replace(settings, **changes), corpus.bands) for variant, changes in VARIANTS.items()}
        for variant, e in found.items():
            away = {key: float(((e["target"] - found[other]["target"]) ** 2).mean() ** 0.5)
                    for key, other in (("rmse_direct", "direct"), ("rmse_finest", "finest"))}
            facts_of = {key: round(e[key], 4) for key in ("gap", "zero", "seconds")}
            rows.append({"crystal": name, "variant": variant, **{k: round(v, 4) for k, v in away.items()}, **facts_of})
            print(rows[-1], flush=True)
        keep()


if __name__ == "__main__": main()
