#!/usr/bin/env bash
# Continue the corpus where it stands:   bash corpus.sh [PROCESSES]        (or `make corpus` one folder up)
#
# Makes an environment, fetches the two inputs where POTENTIAL (the weights file) and PHONON_DATA (the folder of phonon_dos.csv) do not name
# them, computes phonons on PROCESSES cores at the lowest priority, and packs finished crystals into shards every half
# hour. It may be killed at any moment. Electrons: see README.md.
set -euo pipefail
cd "$(dirname "$0")"
export OMP_NUM_THREADS=1 RAYON_NUM_THREADS=1
inputs=work/inputs; mkdir -p $inputs work/phonon

fetch() { # fetch URL SHA256: into the folder of inputs, whole and right or not at all
    local target=$inputs/${1##*/}
    [ -f "$target" ] || { curl -fsSL --retry 5 "$1" -o "$target.part"; mv "$target.part" "$target"; }
    echo "$2  $target" | sha256sum -c --quiet -
}
[ -n "${POTENTIAL:-}" ] || { POTENTIAL=$inputs/nequix-oam-1-pft.nqx
    fetch https://github.com/atomicarchitects/nequix/raw/9c852a9c4cce69ae5e75bc5a2cf670be21ff8c28/models/nequix-oam-1-pft.nqx \
        4ce693d68886512aab50c84ea2400efd68163e11155f7c7babe98e695177e809; }
[ -n "${PHONON_DATA:-}" ] || { PHONON_DATA=$inputs
    fetch https://raw.githubusercontent.com/ninarina12/phononDoS_tutorial/a5f27ff40508c0739a74d80568e1470549429e34/data.csv \
        fe19bbabc4d49f13a3fb336ee6adff9d70d66e20375cabf56fbfa31cf4da1754; cp $inputs/data.csv $inputs/phonon_dos.csv; }

[ -x work/venv/bin/pip ] || python3 -m venv work/venv
work/venv/bin/pip install -q --disable-pip-version-check "${TORCH:-torch==2.13.0}"
work/venv/bin/pip install -q --disable-pip-version-check -r requirements-corpus.txt

nice -n 19 work/venv/bin/python corpus_phonon.py --phonon-data "$PHONON_DATA" --potential "$POTENTIAL" --processes "${1:-$(nproc)}" &
worker=$!
trap 'kill $worker 2>/dev/null || true' EXIT
while kill -0 $worker 2>/dev/null; do
    sleep 1800 & wait -n $worker $! || true
    work/venv/bin/python corpus_files.py --pack
done
