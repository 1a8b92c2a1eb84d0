"""Known intermetallics, by AFLOW's label of the structure type: textbook knowledge, from which neighbours are made by exchange.

Each crystal is written as its elements in the alphabetical order of the prototype that the label names, which comes first.
"""

KNOWN = {
    # Laves phases and others of large and small atoms
    "A2B_cF24_227_d_a-MgCu2":
        "Cu Mg | Al Ca | Al Y | Al La | Fe Zr | Co Zr | Co Nb | Co Ti | Cr Ti | Fe Y | Ni Y | Ni La | Ir Zr | "
        "Rh Ca | Pt Ca | Pd Ca | Pt Sr | Bi K | Bi Rb | Bi Cs | Au Na | Au Pb | Al U | Fe U | Mn U | Ni Pu | "
        "Al Pu | Os Th | Ir Th | Co Hf | V Hf | V Zr | V Ta | W Zr | Mo Zr | Mo Hf | Al Gd | Al Yb | Mn Gd | "
        "Ru Pr | Mg La | Rh Y | Be Ag | Be Ti | Be Nb | Ni Sm | Co Dy | Ru Ce | Ni Ce | Co Ce | Os La | Ir Sr "
        "| Pt Ba | Mg Ce",
    "AB2_hP12_194_f_ah-MgZn2":
        "Mg Zn | Zr Re | Hf Re | Ti Mn | Zr Mn | Nb Fe | Ta Fe | Ti Fe | Hf Fe | Y Re | Lu Os | Sc Re | Ca Mg "
        "| Sr Mg | Ba Mg | Ca Li | Ca Cd | Yb Mg | Eu Mg | Zr Al | Hf Al | Y Os | U Ni | K Na | Cs Na | K Pb "
        "| Sc Mn | Hf Os | Zr Ru | Er Mn | V Be | W Be | Mo Be | Re Be | Fe Be | Cr Be | Ta Mn | Th Re | Sc "
        "Ru | Nb Mn",
    "AB5_hP6_191_a_cg-CaCu5":
        "Ca Cu | La Ni | Y Co | Sm Co | Ca Ni | Th Co | Th Ni | Ca Zn | Sr Zn | La Zn | La Cu | Y Cu | Gd Cu "
        "| La Pt | Ce Pt | Ba Pd | Sr Pd | K Au | Rb Au | Sr Ag | Ba Ag | Ba Au | Yb Cu | U Pt | Pu Ni | Ce "
        "Ir | La Rh",
    "AB5_cF24_216_a_ce-Be5Au":
        "Au Be | Zr Ni | U Ni | U Cu | Dy Cu | Y Cu | Er Ni | Pu Ni | Sc Ni | Mg Cu | Hf Ni | U Au | Pd Be | "
        "Cd Cu | Zr Cu | Ca Ag",
    "AB2_hP3_191_a_d-AlB2":
        "Al B | Ca Ga | La Ga | Sr Ga | Eu Ga | Ca Hg | Sr Hg | Na Hg | La Hg | Ba Hg | Th Al | U Ga | U Hg | "
        "Th Cu | La Cu | U Ti | Pu Ga | Ba Ga | Th Ni | Y Hg | Ce Ga | Mg B | Ti B | Ta B | La Zn | Pr Ga | "
        "Th Ag | Pu Si | U Si",
    "AB2_hP6_194_b_f-CaIn2": "Ca In | Sr In | Y Ga | Ca Tl | Sr Tl | Yb In | Eu In | Y In | La In | Na Tl | Ba Tl | Gd Ga",
    "A4B_tI10_139_de_a-BaAl4":
        "Al Ba | Al Ca | Al Sr | Al La | Al Eu | Ga Ca | Ga Sr | Ga Ba | Ga La | Al Th | In Ba | Zn La | Ga "
        "Na | In K | Cd K | Al Ce | In Sr | Ga K",
    "A12B_tI26_139_fij_a-ThMn12":
        "Mn Th | Mn Y | Zn Y | Be Ag | Be Au | Be Mo | Be W | Be Pd | Be Pt | Be Nb | Be Ta | Be V | Be Co | "
        "Zn Th | Be Ti | Be Cr | Be Mn | Be Fe",
    "AB11_cP36_221_c_agij-BaHg11": "Ba Hg | K Hg | Sr Hg | Rb Hg | Ba Cd | Sr Cd | Ce Cd | La Cd | U Cd",
    "A12B_cF52_225_i_a-UB12": "B U | B Zr | B Y | B Lu | B Hf",
    "A12B_cI26_204_g_a-WAl12": "Al W | Al Mo | Al Re | Al Mn | Al Tc",
    "A2B_hP18_180_fi_bd-Mg2Ni": "Mg Ni",
    "AB2_cF96_227_e_cf-Ti2Ni":
        "Ni Ti | Co Ti | Fe Ti | Co Hf | Fe Hf | Ni Hf | Ir Zr | Co Zr | Pd Sc | Ir Sc | Rh Zr | Pt Hf | Co "
        "Sc | Ni Sc | Os Hf",
    "A7B6_hR13_166_ah_3c-Fe7W6": "Fe W | Co Mo | Co W | Fe Mo | Co Nb | Fe Nb | Ni Nb | Zn Nb | Co Ta | Fe Ta | Ni Ta",
    "A5B8_cI52_217_ce_cg-Zn8Cu5": "Cu Zn | Cu Cd | Ag Zn | Ag Cd | Au Zn | Au Cd",
    "A3B5_oC16_65_ah_bej-Ga3Pt5": "Ga Pt | Ga Pd | Ga Ni | Al Pt",
    # ordered fcc, bcc and hcp
    "AB3_cP4_221_a_c-Cu3Au":
        "Au Cu | Al Ni | Al Zr | Ga Ni | Si Ni | Sc Al | Er Al | Yb Al | Ti Zn | Ti Pt | Hf Rh | Nb Ir | Mn "
        "Pt | Fe Pt | Pb Ca | La Sn | La In | Ce In | U Sn | U Si | U Ge | U Ga | U Rh | U Ir | U Ru | Y Pb | "
        "La Pb | Pu In | Pu Sn | Np Al | U Al | Pu Ga | Zr Hg | In Zr | In La | Tl La | Sn La | Ce Sn | Ti Ir "
        "| Ta Ir | V Ir | Zr Ir | Hf Ir | Y Pd | Ce Pd | Sm Pd | Sn Ca | Tl Ca | Tl Mg | In Mg | Ge Ni | Ge "
        "Pu | Ca Tl | Sr Pb | Th Pb | Th Tl | Cr Pt | Co Pt | V Rh | Nb Rh | Ta Rh | Sc Rh | Li Pd | Li Pt | "
        "Pb Pd | Pb Pt | Sn Pt | Sn Pd | In Pd | Lu Tl | Ca Pb | Eu Pd | Mn Rh | Al Co | Al Ir | Ga Pt | Ga "
        "Fe | Zn Pt | Ag Pt | Al Np | Ce Tl | Sm In | Nd Sn | Pr In | Na Pb | Y Tl | Np Ga | Yb Pb | Eu Sn | "
        "Yb In",
    "AB_tP2_123_a_d-CuAu":
        "Au Cu | Al Ti | Fe Pt | Co Pt | Fe Pd | Mn Ni | Mn Pt | Ni Pt | Zn Pt | Cd Pt | Hg Pt | Zn Pd | Cd "
        "Pd | Hg Pd | In Mg | Bi Li | Bi Na | Hg Zr | Hg Ti | Mg Pd | Ga Ti | Ir Mn | Rh Nb | Ir Nb | Rh Ta | "
        "V Pt | Cr Pt | Mn Pd | Hg Hf | Mn Rh | Pb Ca | Ti Rh | Pb Yb | Au Ti | Cd Ti | Cd Zr",
    "A3B_tI8_139_bd_a-TiAl3":
        "Al Ti | Al Nb | Al Ta | Al V | Ga Nb | Ga Ta | Ga V | Ga Ti | Ni V | Pd V | Pt V | Pd Nb | Ni Nb | "
        "Pd Ta | Pt Ta | Ga Hf | Ga Zr | Cd Ti | Hg Ti",
    "A3B_tI16_139_cde_e-ZrAl3": "Al Zr | Al Hf | Pd Hf | Pd Zr | In Zr | Zn Zr | Pd Pu",
    "A3B_hP8_194_h_c-Ni3Sn":
        "Ni Sn | Ti Al | Ti Sn | Ti Ga | Ti In | Co W | Co Mo | Mn Sn | Fe Sn | Fe Ge | Mn Ge | Cd Y | Cd La "
        "| Hg Y | Hg La | Hg Sr | Hg Ca | Mg Cd | Cd Mg | Sc Al | Sc In | Sc Ga | La Al | Ce Al | Mn Ga | Hg "
        "Li | Ir Mo | Ir W | Rh Mo | Rh W | Hg Ce | Gd Al | Ni In | Th Al | Pt U | Ti Pb",
    "AB3_cF16_225_a_bc-BiF3":
        "Al Fe | Si Fe | Bi Li | Sb Li | Hg Li | Sb Cs | Bi Cs | Sb Rb | Si Mn | Sb Cu | Bi Rb | Ga Fe | La "
        "Mg | Ce Mg | Pr Mg | Gd Mg | Cd Ce | Ge Mn | Sb Ni | Sn Cu | Zn La | Al Mn | Tl Li | In Li",
    "AB3_hP8_194_c_bf-Na3As":
        "As Na | Sb Na | Bi Na | Sb K | Bi K | As K | P Na | As Li | Sb Li | Bi Rb | Sb Rb | Hg Mg | Au Mg | "
        "Pt Mg | Ir Mg | Pd Mg | As Rb | P K",
    "A3B_oP8_59_bf_a-TiCu3":
        "Cu Ti | Ni Nb | Ni Ta | Pt Nb | Pt Ta | Ni Mo | Ag Sn | Ag Sb | Pt Mo | Cu Sb | Cu Ge | Au Zr | Au "
        "Hf",
    "A3B_cP8_223_c_a-Cr3Si":
        "Cr Si | Nb Sn | Nb Al | Nb Ge | V Si | V Ga | V Ge | Nb Ga | Ti Au | Ti Pt | Ti Ir | Zr Au | V Au | "
        "V Pt | V Ir | Nb Au | Nb Pt | Nb Ir | Nb Os | Nb Rh | Mo Al | Mo Ga | Mo Ir | Mo Os | Mo Si | Mo Ge "
        "| Cr Ga | Cr Ge | Cr Ir | Cr Pt | Cr Os | Cr Ru | Cr Rh | V Sn | V Al | V Co | V Ni | V Pd | V Rh | "
        "Ta Sn | Ta Au | Ta Ge | Ti Hg | Ti Sb | Zr Hg | Zr Sn | W Si | Nb In | V Sb | V Pb | Ti Pd | V As",
    "AB4_tI10_87_a_h-Ni4Mo": "Mo Ni | W Ni | Mn Au | Ti Au | V Au | Zr Au | Hf Au | Sc Au | Cr Au",
    "A8B_tI18_139_hi_a-Pt8Ti": "Pt Ti | Ni Nb | Ni Ta | Pt Zr | Pt Hf | Pd Mo | Pt V | Pt Cr | Pd Ti | Pd V | Pt Al",
    "AB2_oI6_71_a_g-MoPt2": "Mo Pt | V Ni | V Pd | V Pt | Cr Ni | Mo Pd | W Pt | Nb Pt",
    "AB_hR2_166_a_b-CuPt": "Cu Pt | Ag Pt",
    "AB_oP4_51_e_f-CdAu": "Au Cd | Ti Pd | Ti Pt | Ti Au | Mg Cd | Mo Rh | Mo Pt | Mo Ir | W Ir | Nb Pt | V Pt | Nb Rh | Ta Pt",
    "AB_tP4_129_c_c-TiCu": "Cu Ti | Zr Ag | Hf Ag | Ti Ag | Hf Au | Zr Au | Ti Au | Cd Ti",
    "AB_cF16_227_a_b-NaTl": "Na Tl | Li Al | Li Ga | Li In | Li Cd | Li Zn | Na In",
    "A5B2_mC14_12_a2i_i-Mn2Au5": "Au Mn | Au Sc",
    "A7B_cF32_225_bd_a-Ca7Ge": "Ca Ge | Pt Mg | Pt Cu | Pd Ce | Pt Mn | Pd Mg | Pd Li | Pt Li | Pt Zn | Pd Sm",
    # pnictides, tetrelides and borides that conduct, and their all-metal relatives
    "AB2_tI6_139_a_e-Si2Mo":
        "Mo Si | W Si | Re Si | Zr Cu | Hf Cu | Zr Pd | Hf Pd | Ti Pd | Zr Ag | Hf Ag | Ti Ag | Ti Cu | Zr Au "
        "| Hf Au | Cr Al | Mg Hg | Ti Zn | Zr Zn | Y Ag | Er Ag | Dy Au | Y Au | Sc Ag | Sc Au | Sc Cu | Mn "
        "Au | Lu Au | U Mo | Sc Pd",
    "A2B_tI12_140_h_a-Al2Cu":
        "Al Cu | Sn Fe | Sn Mn | Sn Co | In Ag | Au Na | Au Pb | Pb Pd | Pb Rh | Zr Co | Zr Ni | Hf Ni | Ta "
        "Ni | Th Cu | Th Al | Th Au | Th Pd | Th Zn | Th Ag | Zr Si | Hf Si | Ta Si | Fe B | Co B | Ni B | Mo "
        "B | W B | Ta B | Sc Co | Zr Rh | Zr Ir | Hf Rh | Tl Pd | Sb Ti | Sb V | Sn Rh | Zr Ga | Hf Ga | Hf "
        "Al | Zr Al | Hf Ge",
    "A2B3_tP10_127_g_ah-U3Si2":
        "Si U | Al Zr | Al Hf | Al Th | Ga Zr | Si Th | Ge Th | Ga Nb | Ga Ta | B V | B Nb | B Ta | B Cr | Si "
        "Hf | Al Y | Be Ta | Be Nb | Si Zr | Al Gd | Ge Zr",
    "AB2_hP6_194_c_ad-InNi2":
        "In Ni | Al Zr | Al Hf | Ga Ni | Ge Co | Ge Ni | Ge Fe | In Ti | Sn Ti | Ga Ti | In Zr | Sn Ni | Ge "
        "Mn | Sn La | In La | In Y | In Ce | Tl La",
    "AB_hP4_194_c_a-NiAs":
        "As Ni | Sb Ni | Sb Co | Sb Fe | Sb Mn | Sb Cr | Sn Au | Sn Pt | Bi Pt | Bi Ni | Pb Pt | Bi Mn | Sb "
        "Pd | Sb Pt | Sn Ni | Sb Ti | Sb V | Pb Ir | Bi Rh | As Mn | Sn Cu",
    "A2B_oP12_62_2c_c-Co2Si":
        "Co Si | Ni Si | Ru Si | Rh Si | Rh Ge | Ir Si | Pd Al | Rh Sn | Pd Ga | Pd In | Pt Al | Pt In | Ca "
        "Hg | Ru Ge | Pd Zn | Rh Ta | Pt Ta | Pd Tl | Rh Nb | Ir Ta",
    "A2B_oP12_62_2c_c-PbCl2":
        "Ca Si | Ca Ge | Ca Sn | Ca Pb | Sr Si | Sr Sn | Sr Pb | Ba Si | Ba Ge | Ba Sn | Ba Pb | Yb Sn | Eu "
        "Sn | Yb Pb | Sr Ge | Eu Si | Eu Pb | Ca Hg",
    "A2B_hP9_189_fg_bc-Fe2P": "Fe P | Ni P | Mn P | Co As | Pd Ge | Pt Si | Pd Si | Pd As | Rh As",
    "A2B_tP6_129_ac_c-Cu2Sb": "Cu Sb | Mn Sb | Mn As | Cr As | Fe As | Sc Sb | Ti Bi",
    "A2B_oC12_63_2c_c-ZrSi2": "Si Zr | Si Hf | Ge Zr | Ge Hf | Si Y | Ge Y | Sn Y | Sn Gd | Ge Tb | Si Ce | Ga Zr | Sn Er",
    "A2B_oF24_70_e_a-TiSi2": "Si Ti | Sn Zr | Al Ru | Ga Ru | Ge Ti",
    "AB2_hP9_180_d_j-CrSi2": "Cr Si | V Si | Nb Si | Ta Si | V Ge | Nb Ge | Ta Ge | Nb Sn | Hf Sn | Mo Si | W Si",
    "A2B_tI24_141_2e_e-HfGa2": "Ga Hf | Ga Ti",
    "AB_oC8_63_c_c-CrB":
        "B Cr | Si Ca | Ge Ca | Sn Ca | Si Sr | Ge Sr | Si Ba | Ge Ba | Sn Ba | Ni Zr | Ni Hf | Al Y | Pt Zr "
        "| Pt Hf | Ga Y | Sn Sr | Ni Y | Rh La | Ni La | Pd La | Ni Ce | Au La | Al Th | Rh Th | Ir Th | Ga "
        "La | Ag Ca | Pd Y | Pt Th | Al Gd | Ga Ce | B Mo | B Nb | B Ta | B V | Ni Pu | Pd Ca | Rh Ce | Ga Tb "
        "| Al Hf | Al Zr | Sn Eu | Ge Eu | Ni Pr | Ni Gd",
    "AB_oP8_62_c_c-FeB":
        "B Fe | Ni Gd | Ni Y | Si La | Si Ti | Si Zr | Si Hf | Pt La | Pt Y | Ge Ti | B Ti | B Mn | B Co | Cu "
        "La | Pt Gd | Si U | Ge Zr | Ge Hf | Cu Ce | Pt Ce | Si Th | Ni Tb | Ge Y | Si Y | Ag Sr | Ag Ba",
    "AB_oP8_62_c_c-MnP":
        "Mn P | Cr P | Fe P | Co P | W P | Co As | Cr As | Fe As | Mn As | Pd Si | Pt Si | Ni Ge | Ir Ge | Rh "
        "Ge | Pd Ge | Pt Ge | Pd Sn | Rh Sb | Au Ga | Ru Sb | Ir Si | Rh Si | V As | Ru As | Ru P | Rh As",
    "AB_cP8_198_a_a-FeSi":
        "Fe Si | Co Si | Mn Si | Cr Si | Os Si | Re Si | Ru Si | Rh Si | Cr Ge | Rh Sn | Al Pd | Al Pt | Ga "
        "Pd | Ga Pt | Be Au | Hf Sb | Hf Sn | Zr Sb | Mg Pt | Fe Ge | Co Ge | Mn Ge",
    "AB_hP6_191_f_ad-CoSn": "Co Sn | Fe Sn | Ni In | Pt Tl | Rh Pb | Fe Ge",
    "AB_hP8_194_ad_f-TiAs": "As Ti | P Ti | P Zr | P Hf | As Zr | As Hf",
    "AB_oC8_65_j_g-VIr": "Ir V | Rh V",
    "AB_tI16_141_e_e-BMo": "B Mo | B W | Ga Zr | Ga Hf | Ag Th",
    "A3B2_hP5_164_ad_d-Al3Ni2": "Al Ni | Al Pd | Al Pt | Ga Ni | Ga Pd | Ga Pt | In Ni | In Pd | In Pt",
    "AB4_oC20_41_a_2b-Sn4Pt": "Pt Sn | Pd Sn | Au Sn | Ir Sn | Rh Sn | Ni Sn | Pt Pb",
    "AB2_oC24_41_2a_2b-Sn2Pd": "Pd Sn | Rh Sn",
    "A4B_cI40_197_cde_c-Ga4Ni": "Ga Ni",
    "A4B_cI10_217_c_a-SiF4": "Hg Pt | Ga Cr | Hg Ni",
    "A3B_cI32_204_g_c-CoAs3": "As Co | Sb Co | Sb Rh | Sb Ir | As Rh | As Ir | P Co | P Rh | P Ir | P Ni",
    "A2B7_cI54_229_e_afh-Tl7Sb2": "Sb Tl",
    "AB_oP16_61_c_c-CdSb": "Cd Sb | Zn Sb | Cd As | Zn As",
    "A4B5_tI18_139_i_ah-V4Zn5": "V Zn",
    # ternary
    "AB2C_cF16_225_a_c_b-MnAlCu2":
        "Al Cu Mn | Al Ni Ti | Al Co Ti | Ga Co Mn | Sn Ni Mn | Sn Pd Mn | Sn Au Mn | In Au Mn | Sn Cu Mn | "
        "Al Fe V | Ga Fe V | Al Fe Ti | Al Ni Hf | Al Ni Zr | Al Ni Nb | Sn Ni Zr | Sn Ni Hf | Sn Ni Ti | Sn "
        "Pd Zr | Sn Pd Y | Sn Pd Sc | Al Ru Ti | Al Ru Nb | Al Ru V | Al Rh Mn | Ga Ru V | Sn Rh Mn | Si Co "
        "Mn | In Pd Ho | In Pd Mn | In Cu Mn | In Ni Mn | Al Co Zr | Al Co Hf | Al Co Nb | Si Co Ti | Sn Co "
        "Ti | Sn Co Zr | Bi Pd Y | Pb Pd Y | Mg Ag La | Mg Ag Y | Cd Ag Y | Cd Au La | Zn Ag Ce | In Cu Y | "
        "In Ag Y | In Au Y | Mg Au Y | Sn Li Cu | Ge Li Pd | Sn Li Au | In Li Ag",
    "ABC_hP3_187_a_d_f-BaSbPt": "Ba Pt Sb",
    "AB5C_tP7_123_b_ci_a-HoGa5Co":
        "Co Ga Ho | Co In Ce | Rh In Ce | Ir In Ce | Co Ga Pu | Rh Ga Pu | Co In Pu | Co Ga U | Fe Ga U | Ni "
        "Ga U | Co Ga Np | Rh In La | Co Ga Y | Co Ga Lu | Pt Ga U | Rh Ga U | Pd Ga U | Fe Al Np",
}
