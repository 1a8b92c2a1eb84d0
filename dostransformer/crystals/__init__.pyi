from .check import StructureError as StructureError, check_structure as check_structure
from .edit import strain as strain, substitute as substitute
from .graph import GraphSpec as GraphSpec, structure_to_graph as structure_to_graph
from .structure import Crystal as Crystal, read_crystal as read_crystal
from .symmetry import (Symmetry as Symmetry, conventional as conventional, crystal_system as crystal_system,
                       symmetry_of as symmetry_of, to_primitive as to_primitive)
