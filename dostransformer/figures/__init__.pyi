from .attention import (plot_attention_structure as plot_attention_structure, plot_contribution as plot_contribution,
                        plot_entropy as plot_entropy, plot_occlusion as plot_occlusion)
from .crystals import (plot_elements as plot_elements, plot_error_by_group as plot_error_by_group,
                       plot_parity as plot_parity)
from .curves import (plot_dos_mpl as plot_dos_mpl, plot_thermodynamics as plot_thermodynamics, short as short,
                     style as style)
