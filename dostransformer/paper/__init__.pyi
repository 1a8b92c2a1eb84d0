from .cells import Cell as Cell, run_cell as run_cell, run_cells as run_cells
from .comparison import differences as differences
from .fermi import (ProbeConfig as ProbeConfig, fermi_table as fermi_table, fit_probe as fit_probe,
                    probe_data as probe_data, probe_table as probe_table)
from .peers import split_record as split_record, split_table as split_table
from .tables import (averaged as averaged, paper_tables as paper_tables, read_results as read_results, table1 as table1,
                     table5 as table5)
