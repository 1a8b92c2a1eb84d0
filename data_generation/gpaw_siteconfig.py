"How GPAW is compiled for `corpus_electron.py`: one core a process, FFTW and OpenBLAS. Named by GPAW_CONFIG when pip installs it."

compiler = "gcc"
mpi = scalapack = False
fftw = True
libraries = ["fftw3", "xc", "openblas"]
extra_compile_args = ["-O3", "-march=native", "-std=c99", "-fPIC"]
