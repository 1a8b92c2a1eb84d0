"""The universal potential Nequix-OAM-PFT on one CPU core: energies, forces, stress of a crystal.

The network (Batzner et al., *Nat. Commun.* 13 (2022) 2453; Koker et al., arXiv:2508.16067) is written here in our own
words, and the part that takes all the time, messages along bonds, is a generated C++ kernel: radial weights come from a
table instead of a small network for each bond, and the products with spherical harmonics are unrolled. It agrees with the reference
implementation to rounding (`python potential.py FILE`) and takes a twentieth of its time.

    potential = Potential.load("nequix-oam-1-pft.nqx")
    energy, forces, stress = potential(numbers, positions, cell)

Needs torch, e3nn (coupling coefficients), matscipy (neighbours) and a C++ compiler.
"""

import ctypes
import hashlib
import json
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import torch
from matscipy.neighbours import neighbour_list

LANES = 16  # floats a vector register
LMAX = 3
SPACING = 0.01  # Å between knots of the radial table
NEAREST = 0.3  # Å, no bond is shorter


@dataclass(frozen=True)
class Path3:
    "One product: features of degree l1 times harmonics of degree l2, seen as degree l3"
    l1: int
    l2: int
    l3: int
    mul: int  # channels, a multiple of LANES
    weight: int  # first column in the radial table
    row: int  # first channel among those of degree l3


@dataclass(frozen=True)
class Shape:
    "Sizes of one layer: channels for each degree, before and after"
    mul_in: tuple
    degrees_out: tuple

    def paths(self) -> list[Path3]:
        "Products in the order of their weights: by degree of the result, then of the features, then of the harmonics"
        found, weight, rows = [], 0, dict.fromkeys(self.degrees_out, 0)
        for l3 in self.degrees_out:
            for l1, mul in enumerate(self.mul_in):
                for l2 in range(abs(l1 - l3), min(l1 + l3, LMAX) + 1):
                    if (l1 + l2 + l3) % 2: continue  # parity
                    found.append(Path3(l1, l2, l3, mul, weight, rows[l3]))
                    weight, rows[l3] = weight + mul, rows[l3] + mul
        return found

    def rows(self) -> dict: return {l3: sum(p.mul for p in self.paths() if p.l3 == l3) for l3 in self.degrees_out}


# ---- generated C++ -------------------------------------------------------------------------------------

HEADER = """
#include <immintrin.h>
#include <cstdint>
#include <cstring>
typedef float v __attribute__((vector_size(64), aligned(4)));
static inline v ld(const float* p) { v a; memcpy(&a, p, 64); return a; }
static inline void st(float* p, v a) { memcpy(p, &a, 64); }
static inline v all(float a) { return a - (v){}; }
static inline float total(v a) { float s = 0; float b[16]; memcpy(b, &a, 64); for (int i = 0; i < 16; i++) s += b[i]; return s; }
struct Knot { const float* t; v a, b, c, d, da, db, dc, dd; };
static inline Knot knot(const float* table, int channels, float r) {
    float u = (r - NEAREST) / SPACING; int i = (int)u; if (i < 0) i = 0; if (i > LAST - 1) { i = LAST - 1; u = LAST; } u -= i;
    float u2 = u * u, u3 = u2 * u, h = 1.0f / SPACING;
    return {table + (int64_t)i * 2 * channels, all(2*u3 - 3*u2 + 1), all(u3 - 2*u2 + u), all(3*u2 - 2*u3), all(u3 - u2),
            all((6*u2 - 6*u) * h), all((3*u2 - 4*u + 1) * h), all((6*u - 6*u2) * h), all((3*u2 - 2*u) * h)};
}
"""

FORWARD = """
template <int A, int C, int MUL> static inline void go(const Knot& k, int channels, int at, const float* m,
        const float* x, float* out, int stride) {
    for (int u = 0; u < MUL; u += 16) {
        const float* t = k.t + at + u;
        v w = k.a * ld(t) + k.b * ld(t + channels) + k.c * ld(t + 2*channels) + k.d * ld(t + 3*channels);
        v f[A];
        #pragma GCC unroll 7
        for (int a = 0; a < A; a++) f[a] = w * ld(x + a*MUL + u);
        #pragma GCC unroll 7
        for (int c = 0; c < C; c++) {
            v s = ld(out + c*stride + u);
            #pragma GCC unroll 7
            for (int a = 0; a < A; a++) s += m[a*C + c] * f[a];
            st(out + c*stride + u, s);
        }
    }
}
template <int A, int C, int MUL> static inline float back(const Knot& k, int channels, int at, const float* m,
        const float* x, const float* g, int stride, float* gx, v (&p)[A][C]) {
    v dr = {};
    for (int a = 0; a < A; a++) for (int c = 0; c < C; c++) p[a][c] = (v){};
    for (int u = 0; u < MUL; u += 16) {
        const float* t = k.t + at + u;
        v t0 = ld(t), t1 = ld(t + channels), t2 = ld(t + 2*channels), t3 = ld(t + 3*channels);
        v w = k.a*t0 + k.b*t1 + k.c*t2 + k.d*t3, dw = k.da*t0 + k.db*t1 + k.dc*t2 + k.dd*t3;
        v h[C], s[A];
        #pragma GCC unroll 7
        for (int c = 0; c < C; c++) h[c] = ld(g + c*stride + u);
        v dot = {};
        #pragma GCC unroll 7
        for (int a = 0; a < A; a++) {
            s[a] = (v){};
            #pragma GCC unroll 7
            for (int c = 0; c < C; c++) s[a] += m[a*C + c] * h[c];
            v f = ld(x + a*MUL + u);
            dot += f * s[a];
            float* q = gx + a*MUL + u;
            st(q, ld(q) + w * s[a]);
            f *= w;
            #pragma GCC unroll 7
            for (int c = 0; c < C; c++) p[a][c] += f * h[c];
        }
        dr += dot * dw;
    }
    return total(dr);
}
"""


@cache
def coupling(l1: int, l2: int, l3: int) -> np.ndarray:  # (2 l1 + 1, 2 l2 + 1, 2 l3 + 1)
    "Clebsch–Gordan coefficients for real harmonics, scaled so that a product of unit variances has unit variance"
    from e3nn import o3
    return (o3.wigner_3j(l1, l2, l3, dtype=torch.float64) * (2 * l3 + 1) ** 0.5).numpy()


def columns() -> dict:  # (l1, l2, l3) -> first column of its (2 l1 + 1) x (2 l3 + 1) matrix among those of a bond
    "Where each product finds its matrix"
    shape = Shape((1,) * (LMAX + 1), tuple(range(LMAX + 1)))
    at, found = 0, {}
    for p in shape.paths():
        found[p.l1, p.l2, p.l3] = at
        at += (2 * p.l1 + 1) * (2 * p.l3 + 1)
    return found | {"width": at}


def coupling_matrix() -> np.ndarray:  # (16, width): harmonics of a bond -> its matrices
    "All coupling coefficients as one matrix"
    where = columns()
    out = np.zeros(((LMAX + 1) ** 2, where["width"]))
    for (l1, l2, l3), at in ((k, a) for k, a in where.items() if k != "width"):
        c = coupling(l1, l2, l3)
        out[l2**2:(l2 + 1) ** 2, at:at + c.shape[0] * c.shape[2]] = c.transpose(1, 0, 2).reshape(c.shape[1], -1)
    return out


def source(shapes: list[Shape], last: int) -> str:
    "C++ of the messages of every layer, forward and backward"
    where, width = columns(), columns()["width"]
    text = [f"#define NEAREST {NEAREST}f\n#define SPACING {SPACING}f\n#define LAST {last}\n", HEADER, FORWARD]
    for i, shape in enumerate(shapes):
        off_in = np.concatenate([[0], np.cumsum([m * (2 * n + 1) for n, m in enumerate(shape.mul_in)])])
        rows, off_out, at = shape.rows(), {}, 0
        for l3, n in rows.items(): off_out[l3], at = at, at + n * (2 * l3 + 1)
        f_in, f_out, channels = off_in[-1], at, sum(p.mul for p in shape.paths())
        forward, backward = [], []
        for p in shape.paths():
            a, c, m = 2 * p.l1 + 1, 2 * p.l3 + 1, where[p.l1, p.l2, p.l3]
            common = f"k, {channels}, {p.weight}, m + {m}, x + {off_in[p.l1]}"
            forward.append(f"go<{a}, {c}, {p.mul}>({common}, out + {off_out[p.l3] + p.row}, {rows[p.l3]});")
            terms = [f"y[{p.l2**2 + j}] += {coupling(p.l1, p.l2, p.l3)[i1, j, i3]:.9e}f * p[{i1}][{i3}];"
                     for i1, j, i3 in np.argwhere(abs(coupling(p.l1, p.l2, p.l3)) > 1e-9)]
            backward.append(f"{{ v p[{a}][{c}]; dr += back<{a}, {c}, {p.mul}>({common}, g + {off_out[p.l3] + p.row}, "
                            f"{rows[p.l3]}, gx, p); {' '.join(terms)} }}".replace(", gx, p)", f", gx + {off_in[p.l1]}, p)"))
        text.append(f"""
extern "C" void forward_{i}(int64_t bonds, const int64_t* src, const int64_t* dst, const float* r, const float* matrices,
        const float* table, const float* features, float* result) {{
    for (int64_t e = 0; e < bonds; e++) {{
        if (r[e] >= NEAREST + LAST * SPACING) continue;
        Knot k = knot(table, {channels}, r[e]);
        const float *m = matrices + e * {width}, *x = features + src[e] * {f_in}; float* out = result + dst[e] * {f_out};
        {chr(10).join(forward)}
    }}
}}
extern "C" void backward_{i}(int64_t bonds, const int64_t* src, const int64_t* dst, const float* r, const float* matrices,
        const float* table, const float* features, const float* gradient, float* g_features, float* g_r, float* g_y) {{
    for (int64_t e = 0; e < bonds; e++) {{
        if (r[e] >= NEAREST + LAST * SPACING) continue;
        Knot k = knot(table, {channels}, r[e]);
        const float *m = matrices + e * {width}, *x = features + src[e] * {f_in}, *g = gradient + dst[e] * {f_out};
        float *gx = g_features + src[e] * {f_in}, dr = 0; v y[16]; for (auto& a : y) a = (v){{}};
        {chr(10).join(backward)}
        g_r[e] += dr; for (int j = 0; j < 16; j++) g_y[e * 16 + j] += total(y[j]);
    }}
}}""")
    return "\n".join(text)


def compiled(text: str) -> ctypes.CDLL:
    "The kernel, built once for each source and kept in the user's cache"
    folder = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "dostransformer" / "kernels"
    target = folder / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}-2.so"
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as temporary:
            code, built = Path(temporary) / "kernel.cpp", Path(temporary) / "kernel.so"
            code.write_text(text)
            compiler, objects = os.environ.get("CXX", "g++"), Path(temporary) / "kernel.o"
            subprocess.run([compiler, "-O3", "-march=native", "-ffast-math", "-std=c++17", "-fPIC", "-Wno-psabi", "-c", str(code), "-o", str(objects)],
                           check=True)
            subprocess.run([compiler, "-shared", str(objects), "-o", str(built)], check=True)  # without -ffast-math: linked with it, the library
            # would make the whole process flush denormal numbers to zero, under which phonopy finds imaginary modes that are not there
            os.replace(built, target)
    return ctypes.CDLL(str(target))


def pointer(t: torch.Tensor) -> ctypes.c_void_p:
    assert t.is_contiguous()
    return ctypes.c_void_p(t.data_ptr())


class Messages(torch.autograd.Function):
    "Sum over bonds of the products of one layer"

    @staticmethod
    def forward(ctx, features, r, harmonics, matrices, src, dst, table, functions, width):  # -> (N, width)
        out = features.new_zeros(len(features), width)
        functions[0](ctypes.c_int64(len(r)), *map(pointer, (src, dst, r, matrices, table, features, out)))
        ctx.save_for_backward(features, r, matrices, src, dst, table)
        ctx.function = functions[1]
        return out

    @staticmethod
    def backward(ctx, gradient):
        features, r, matrices, src, dst, table = ctx.saved_tensors
        g_features, g_r, g_y = torch.zeros_like(features), torch.zeros_like(r), r.new_zeros(len(r), (LMAX + 1) ** 2)
        ctx.function(ctypes.c_int64(len(r)), *map(pointer, (src, dst, r, matrices, table, features, gradient.contiguous(),
                                                           g_features, g_r, g_y)))
        return g_features, g_r, g_y, None, None, None, None, None, None


# ---- the network -----------------------------------------------------------------------------------------

def harmonics(n: torch.Tensor) -> torch.Tensor:  # unit vectors (E, 3) -> (E, 16)
    "Real spherical harmonics to degree 3, each degree with norm 2 l + 1, in the order of e3nn"
    x, y, z = n.unbind(-1)
    x2, y2, z2 = x * x, y * y, z * z
    s = x2 + z2
    d = [15**0.5 * x * z, 15**0.5 * x * y, 5**0.5 * (y2 - 0.5 * s), 15**0.5 * y * z, 0.5 * 15**0.5 * (z2 - x2)]
    a, b = 42**0.5 / 6, 168**0.5 / 8
    f = [a * (d[0] * z + d[4] * x), 7**0.5 * d[0] * y, b * (4 * y2 - s) * x, 0.5 * 7**0.5 * y * (2 * y2 - 3 * s),
         b * z * (4 * y2 - s), 7**0.5 * d[4] * y, a * (d[4] * z - d[0] * x)]
    return torch.stack([torch.ones_like(x), *(3**0.5 * c for c in (x, y, z)), *d, *f], -1)


def silu_scale() -> float:
    "1 / sqrt of the second moment of SiLU under a normal distribution, by the same quantiles as e3nn's `normalize2mom` of the reference"
    from scipy.special import erfinv
    x = torch.from_numpy(np.sqrt(2) * erfinv(np.linspace(-1.0, 1.0, 1_000_003)[1:-1]))
    return float((torch.nn.functional.silu(x) ** 2).mean() ** -0.5)


@dataclass
class Layer:
    "One interaction: tensors of a layer, ready to use"
    shape: Shape
    table: torch.Tensor  # (knots, 2, channels): value and slope × spacing
    mix: list  # per degree of the input (mul, mul): before the messages
    collect: dict  # per degree of the output (rows, mul): after them
    skip: dict  # per degree that is kept (mul in, mul out)
    norm: dict  # per degree of the output (mul,)
    functions: tuple = ()


def split(x: torch.Tensor, muls: dict) -> dict:  # (N, sum (2 l + 1) mul) -> l: (N, 2 l + 1, mul)
    "Features by degree"
    parts = x.split([(2 * n + 1) * m for n, m in muls.items()], -1)
    return {n: p.reshape(len(x), 2 * n + 1, m) for (n, m), p in zip(muls.items(), parts)}


@dataclass
class Potential:
    "Energy of a crystal and its derivatives"
    species: dict  # atomic number -> row
    atom_energies: torch.Tensor  # (species,) eV
    layers: list
    readout: torch.Tensor  # (mul, 1)
    cutoff: float  # Å
    scale: float
    shift: float
    neighbours: float  # mean number, by which messages are scaled
    couplings: torch.Tensor = field(default_factory=lambda: torch.tensor(coupling_matrix(), dtype=torch.float32))

    @classmethod
    def load(cls, path: Path):
        "Read a weights file of the package nequix: one line of JSON, then arrays"
        with open(path, "rb") as f:
            config, arrays = json.loads(f.readline()), []
            end = os.fstat(f.fileno()).st_size
            while f.tell() < end: arrays.append(torch.from_numpy(np.load(f, allow_pickle=False)))
        hidden = tuple(int(part.split("x")[0]) for part in config["hidden_irreps"].split("+"))
        assert (config["lmax"], len(hidden), config["radial_mlp_layers"], config["layer_norm"]) == (LMAX, LMAX + 1, 2, True)
        take, layers = iter(arrays), []
        energies = next(take)
        for i in range(config["n_layers"]):
            muls = (len(energies),) if i == 0 else hidden
            padded = tuple(-(-m // LANES) * LANES for m in muls)
            degrees = (0,) if i == config["n_layers"] - 1 else tuple(range(LMAX + 1))
            true, shape = Shape(muls, degrees), Shape(padded, degrees)
            radial = [next(take) for _ in range(3)]
            mix = [next(take) for _ in muls]
            collect = {n: next(take) for n in degrees}
            skip = {n: next(take) for n in degrees if n < len(muls)}
            norm = {n: next(take) for n in degrees}
            layers.append(Layer(shape, radial_table(radial, config, true, shape), [pad(m / len(m) ** 0.5, p) for m, p in zip(mix, padded)],
                                {n: scatter_rows(w, true, shape, n) / len(w) ** 0.5 for n, w in collect.items()},
                                {n: w / len(w) ** 0.5 for n, w in skip.items()}, norm))
        readout = next(take)
        assert next(take, None) is None, "arrays left over"
        knots = len(layers[0].table)
        kernel = compiled(source([layer.shape for layer in layers], knots - 1))
        for i, layer in enumerate(layers): layer.functions = getattr(kernel, f"forward_{i}"), getattr(kernel, f"backward_{i}")
        return cls({z: i for i, z in enumerate(config["atomic_numbers"])}, energies, layers, readout / len(readout) ** 0.5,
                   config["cutoff"], config["scale"], config["shift"], config["avg_n_neighbors"])

    def node_energies(self, vectors: torch.Tensor, src: torch.Tensor, dst: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
        "Energy of each atom, eV (N,), from bond vectors (E, 3) Å, which point from `dst` to `src`"
        r = vectors.norm(dim=-1)
        y = harmonics(vectors / r[:, None])
        matrices = y.detach() @ self.couplings  # (E, width)
        act = SILU
        x = None
        for i, layer in enumerate(self.layers):
            if i == 0:  # one-hot species: rows of the weights
                mixed, kept = layer.mix[0][rows], {0: layer.skip[0][rows][:, None]}
            else:
                muls = dict(enumerate(layer.shape.mul_in))
                parts = split(x, muls)
                mixed = torch.cat([(parts[n] @ layer.mix[n]).flatten(1) for n in muls], -1)
                kept = {n: parts[n] @ w for n, w in layer.skip.items()}
            counts = layer.shape.rows()
            width = sum((2 * n + 1) * m for n, m in counts.items())
            summed = split(Messages.apply(mixed, r, y, matrices, src, dst, layer.table, layer.functions, width), counts)
            out = {n: summed[n] @ w / self.neighbours**0.5 + kept.get(n, 0) for n, w in layer.collect.items()}
            power = sum((h**2).sum((1, 2)) / (2 * n + 1) ** 2 for n, h in out.items()) / len(out)  # (N,)
            factor = (power + 1e-12).rsqrt()[:, None, None]
            out = {n: h * factor * layer.norm[n] for n, h in out.items()}
            scalars = torch.nn.functional.silu(out[0][:, 0]) * act  # (N, own + gates)
            gates = [out[n].shape[-1] for n in out if n]
            own, *gates = scalars.split([scalars.shape[-1] - sum(gates), *gates], -1)
            x = torch.cat([own, *((out[n] * g[:, None]).flatten(1) for n, g in zip([n for n in out if n], gates))], -1)
        return (x @ self.readout)[:, 0] * self.scale + self.shift + self.atom_energies[rows]

    def bonds(self, numbers, positions, cell, skin: float = 0.0) -> tuple:
        "Neighbours within the cutoff, sorted by atom and length: dst, src, shifts (E, 3)"
        i, j, d, shifts = neighbour_list("ijdS", positions=positions, cell=cell, pbc=[True] * 3, cutoff=self.cutoff + skin,
                                         numbers=np.asarray(numbers, np.int32))
        order = np.lexsort((np.round(d, 3), i))
        return i[order].astype(np.int64), j[order].astype(np.int64), shifts[order]

    def __call__(self, numbers, positions, cell, bonds: tuple | None = None) -> tuple:
        "Energy eV, forces (N, 3) eV/Å, stress (3, 3) eV/Å³"
        dst, src, shifts = bonds or self.bonds(numbers, positions, cell)
        rows = torch.tensor([self.species[int(z)] for z in numbers])
        vectors = torch.tensor(positions[src] + shifts @ cell - positions[dst], dtype=torch.float32).requires_grad_()
        src_t, dst_t = torch.from_numpy(src), torch.from_numpy(dst)
        energies = self.node_energies(vectors, src_t, dst_t, rows)
        slope, = torch.autograd.grad(energies.sum(), vectors)  # (E, 3)
        slope64 = slope.double().numpy()
        forces = np.zeros((len(numbers), 3))
        for k in range(3):
            forces[:, k] = np.bincount(dst, slope64[:, k], len(numbers)) - np.bincount(src, slope64[:, k], len(numbers))
        virial = vectors.detach().double().numpy().T @ slope64
        return float(energies.detach().double().sum()), forces, (virial + virial.T) / 2 / abs(np.linalg.det(cell))


SILU = silu_scale()


def pad(w: torch.Tensor, columns: int) -> torch.Tensor: return torch.nn.functional.pad(w, (0, columns - w.shape[1])).contiguous()


def spread(true: Shape, shape: Shape, key: str) -> torch.Tensor:
    "Where columns or rows of the file stand once channels are padded"
    return torch.cat([torch.arange(t.mul) + getattr(p, key) for t, p in zip(true.paths(), shape.paths())])


def scatter_rows(w: torch.Tensor, true: Shape, shape: Shape, degree: int) -> torch.Tensor:  # (rows, mul)
    "Weights after the messages, with zero rows for padded channels"
    pairs = [(t, p) for t, p in zip(true.paths(), shape.paths()) if t.l3 == degree]
    out = w.new_zeros(shape.rows()[degree], w.shape[1])
    out[torch.cat([torch.arange(t.mul) + p.row for t, p in pairs])] = w
    return out


def radial_table(radial: list, config: dict, true: Shape, shape: Shape) -> torch.Tensor:  # (knots, 2, channels)
    "Radial weights at evenly spaced lengths, and their slopes times the spacing"
    knots = round((config["cutoff"] - NEAREST) / SPACING) + 1
    r = torch.linspace(NEAREST, config["cutoff"], knots, dtype=torch.float64)

    def weights(r: torch.Tensor) -> torch.Tensor:  # (knots, channels)
        n, p, u = config["radial_basis_size"], config["radial_polynomial_p"], r / config["cutoff"]
        basis = 2 / config["cutoff"] * torch.sin(torch.pi * torch.arange(1, n + 1) * u[:, None]) / r[:, None]
        cut = 1 - (p + 1) * (p + 2) / 2 * u**p + p * (p + 2) * u ** (p + 1) - p * (p + 1) / 2 * u ** (p + 2)
        h = basis * cut[:, None]
        for w in radial[:-1]: h = torch.nn.functional.silu(h @ w.double())
        return h @ radial[-1].double()

    value, slope = torch.func.jvp(weights, (r,), (torch.ones_like(r),))
    out = torch.zeros(knots, 2, sum(p.mul for p in shape.paths()), dtype=torch.float64)
    out[:, :, spread(true, shape, "weight")] = torch.stack([value, slope * SPACING], 1)
    return out.float().contiguous()


# ---- check -----------------------------------------------------------------------------------------------

def check(path: Path):
    "Compare with the package nequix (PyTorch backend, no kernels) on twenty disturbed crystals, and time both"
    import time
    from ase.build import bulk
    from nequix.calculator import NequixCalculator
    torch.set_num_threads(1)
    ours, theirs, rng = Potential.load(path), NequixCalculator(model_path=path, backend="torch", use_kernel=False), np.random.default_rng(0)
    cells = [bulk(e, cubic=c) for e in ("Al", "Cu", "W", "Si", "Pb", "Na") for c in (False, True)]
    cells += [bulk(f, s, a=a, cubic=True) for f, s, a in (("NaCl", "rocksalt", 5.64), ("MgO", "rocksalt", 4.21), ("CsCl", "cesiumchloride", 4.12),
                                                      ("GaAs", "zincblende", 5.65), ("CaF2", "fluorite", 5.46), ("LiH", "rocksalt", 4.08))]
    cells += [bulk("ZnO", "wurtzite", a=3.25, c=5.2), bulk("NaCl", "rocksalt", a=5.64, cubic=True) * (2, 2, 2)]
    for atoms in cells:
        atoms.positions += rng.normal(0, 0.05, atoms.positions.shape)
        atoms.calc = theirs
        theirs.reset()
        clock = time.perf_counter()
        e, f, s = atoms.get_potential_energy(), atoms.get_forces(), atoms.get_stress(voigt=False)
        reference, clock = time.perf_counter() - clock, time.perf_counter()
        e2, f2, s2 = ours(atoms.numbers, atoms.positions, atoms.cell.array)
        print(f"{atoms.get_chemical_formula():10} {len(atoms):4} atoms: energy {abs(e2 - e) / len(atoms):.1e} eV/atom, forces {abs(f2 - f).max():.1e} "
              f"eV/Å, stress {abs(s2 - s).max():.1e} eV/Å³; {1e3 * (time.perf_counter() - clock):.0f} ms, reference {1e3 * reference:.0f} ms", flush=True)
        assert abs(e2 - e) < 1e-5 * len(atoms) and abs(f2 - f).max() < 5e-5 and abs(s2 - s).max() < 1e-5


if __name__ == "__main__":
    import sys
    check(Path(sys.argv[1]))
