"""The potential SevenNet-0 (11 July 2024), to compare with: `pip install sevenn==0.13.0` has its weights. Called as `potential.Potential` is."""

from ase import Atoms


class SevenNet:
    "Energy and forces"

    def __init__(self):
        from sevenn.calculator import SevenNetCalculator  # here, because few need it
        self.calculator = SevenNetCalculator("7net-0", device="cpu")

    def bonds(self, *_, **__): return None

    def __call__(self, numbers, positions, cell, _=None) -> tuple:  # eV, eV/Å, nothing
        atoms = Atoms(numbers, positions, cell=cell, pbc=True)
        atoms.calc = self.calculator
        return atoms.get_potential_energy(), atoms.get_forces(), None
