"""Known crystals by structure type, and types that neither AFLOW's list nor `prototypes.py` has: textbook knowledge.

Candidates are made from them by exchange. In KNOWN each crystal is written as its elements in the alphabetical order of the
prototype that the name tells.
"""

from prototypes import Prototype

T, TT = 1 / 3, 2 / 3

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
    "A12B_cI26_204_g_a-Al12W": "Al W | Al Mo | Al Re | Al Mn | Al Tc",
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
    "A8B_tI18_139_hi_a-TiPt8": "Pt Ti | Ni Nb | Ni Ta | Pt Zr | Pt Hf | Pd Mo | Pt V | Pt Cr | Pd Ti | Pd V | Pt Al",
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
    # the types at the end of this file
    "Mn5Si3-d88":
        "Mn Si | Y Si | Y Ge | La Ge | La Sn | Zr Sn | Zr Si | Ti Si | Ti Ge | Sc Si | Sc Ge | Hf Sn | Hf Ge "
        "| Zr Pb | La Pb | La Bi | Y Sb | La Sb | Y Bi | Gd Sb | Y Sn | Y Pb | Gd Sn | Ti Sn | Ti Ga | Zr Al "
        "| Zr Ga | Hf Al | Ba Sb | Ba Bi | Sr Sb | Sr Bi | Yb Sb | V Ge | Mn Ge | Hf Pb | Zr Ge | Zr Sb | Th "
        "Pb | U Ge | Pu Sn | Pu Pb | Ce Sn | Nd Pb",
    "Si3W5-d8m":
        "Si W | Si Mo | Si V | Si Nb | Si Ta | Si Cr | Ge Nb | Ge Ta | Ge Cr | Ga Ti | Ge Mo | Ge V | Sn La",
    "Nb5Si3-d8l":
        "Nb Si | Ta Si | Ca Si | Sr Si | Ba Si | Ca Ge | Sr Ge | Ca Sn | Sr Sn | Ca Pb | Eu Sn | Ta Ge | Nb "
        "Ga | Ta Ga | Ca Ag | Ca Au | Cr B | La Si | Ca Hg | Yb Sn | Sr Pb | Ba Pb | Ba Sn",
    "MgNi2-c36": "Mg Ni | Hf Mo | Sc Fe | Nb Zn | Th Mg | Ta Co | Nb Co | U Pt | Hf Cr | Zr Cr",
    "YNi3-puni3":
        "Ni Y | Co Y | Fe Y | Co Ce | Ni Ce | Ni Gd | Co Gd | Ni Pu | Fe Gd | Ni Ca | Co Er | Fe Th | Co Th | "
        "Ni Dy | Ni Yb | Co Pr",
    "Th2Zn17-th2zn17":
        "Th Zn | La Zn | Ce Zn | Pr Zn | U Zn | Y Zn | Sm Co | Ce Fe | Sm Fe | Th Co | Ce Co | Pr Fe | Pr Co "
        "| Ba Mg | La Mg | Nd Zn | Pu Zn | Gd Fe",
    "NaZn13-nazn13":
        "Na Zn | K Zn | Rb Zn | Ca Zn | Sr Zn | Ba Zn | U Be | La Be | Ca Be | Th Be | K Cd | Rb Cd | Cs Cd | "
        "La Co | Zr Be | Mg Be | Sr Be | Hf Be | Y Be | Ce Be | Pu Be | Np Be | Sc Be | Ba Cu | Eu Zn | Eu Cu",
    "Th6Mn23-th6mn23":
        "Mn Th | Mn Y | Mn Gd | Mg Th | Mg Sr | Mg Ba | Mg Eu | Fe Y | Fe Er | Fe Gd | Li Sr | Zn Zr | Mn Sm "
        "| Fe Lu | Zn Hf | Mn Lu",
    "Ti6Si7Ni16-gphase":
        "Ni Si Ti | Ni Si Zr | Ni Si Hf | Ni Si Nb | Ni Si Ta | Ni Si Sc | Cu Si Mg | Ni Si Mg | Ni Ge Mg | "
        "Ni Ge Zr | Co Si Ta | Ni Si Mn | Ni Ge Ti | Ni Si U",
    "ZrAlNi-zrnial":
        "Al Ni Zr | Al Ni Hf | Al Ni Y | Al Ni Th | Al Ni U | Al Co U | Al Pt U | Al Fe U | Ga Ni U | Ga Co U "
        "| Ga Ni Zr | In Ni La | In Ni Y | In Ni Th | In Pd Ce | In Pd Y | In Pd La | In Pd U | In Rh U | In "
        "Pt U | Al Rh U | Al Ir U | Al Ru U | Al Pd Ce | Al Pd Y | Al Pd Gd | In Pt Y | In Pt Sm | In Au Y | "
        "In Au La | Mg Au La | Mg Au Ce | Mg Ag Yb | Mg Au Yb | Tl Pd La | Al Ni Pu | Al Ni Np | Ga Rh U | Ga "
        "Pt U | Sn Rh U | Sn Ru U | Sn Co U | Sn Pt U | Sn Rh Ce | Sn Rh La | Cd Pd Ce | Cd Pd Ca | In Pt Ce "
        "| Al Cu Y | As Ru Hf | P Ru Zr | As Ru Zr",
    "TiSiNi-tinisi":
        "Ni Si Ti | Co Si Ti | Ni Si Zr | Ni Si Hf | Co Si Nb | Ni P Zr | Pd Sn Y | Ni Sn Y | Pd Sn Gd | Rh "
        "Ge Ce | Ir Ge Ce | Co Ge U | Rh Ge U | Ir Ge U | Pd Si Y | Rh Si Y | Ni Si Gd | Rh Si Ce | Pd In Ca "
        "| Pt In Ca | Au In Ca | Pd In Eu | Pt In Eu | Au In Eu | Pd In Sr | Au In Sr | Ni Sn La | Ni Sn Ce | "
        "Pd Sn Yb | Pd Sn Ca | Pd Si Ca | Pt Al Ca | Pd Al Ca | Pt Ge Y | Ni Ge Y | Ni Ge Ti | Rh Ge Ti | Rh "
        "Si Ti | Ir Si Zr | Rh Si Zr | Pt Si Zr | Rh Ge Zr | Co Ge Nb | Rh Ge Nb | Ir Ge Nb | Rh Si Ta | Rh "
        "Sn Eu | Rh Sn Sr | Pt Ga Ca | Pd Sn U",
    "LaSiPt2-cabe2ge2":
        "La Pt Si | Ce Pt Si | U Pt Si | Y Pt Si | La Ir Si | Th Ir Si | U Ir Si | Ce Ni Sn | U Cu Sn | La Ni "
        "Sb | Ce Ni Sb | La Pd Sb | Ce Pd Sb | La Pd Bi | Sr Pt As | La Pt Ge | Ce Pt Ge | Ca Be Ge | La Ni "
        "Sn | U Ni Sn | Ba Pd Bi | La Cu Sn | Ce Cu Sn",
    "LaSi3Rh-banisn3":
        "La Rh Si | Ce Rh Si | La Ir Si | Ce Ir Si | Ce Co Ge | La Co Ge | Ce Pt Si | La Pd Si | Ce Ru Si | "
        "La Rh Ge | La Ir Ge | Ca Ir Si | Ca Pt Si | Ba Pt Si | Eu Pt Si | Eu Pd Ge | Eu Rh Si | Eu Ir Si | "
        "Sr Au Si | Ba Ni Sn | Sr Ni Sn | Eu Ni Ge | Pr Co Ge | Th Rh Ge | Sr Pd Ge | Sr Pt Ge",
    "LaGeAu-ligage":
        "Au Ge La | Au Ge Ce | Au Ge Y | Au Ge Sc | Au Ge Lu | Cu Sn Y | Cu Sn Gd | Cu Sn La | Ag Sn Lu | Ag "
        "Sn Y | Pt Sb La | Pd Sb Ce | Au Sn La | Cu Ge Y | Zn Sn Yb | Hg Pb Ca | Hg Sn Ca | Ga Ge Li | Au Si "
        "Y | Au Sn Ce | Cu Pb Y | Ag Pb La | Zn Sn Eu",
    "LaAgSb2-hfcusi2":
        "Ag La Sb | Ag Ce Sb | Ag Y Sb | Au La Sb | Cu La Sb | Ni La Sb | Ni Ce Sb | Mn Ca Bi | Mn La Sb | Zn "
        "La Sb | Cu Hf Si | Cu Zr Si | Cu Hf Ge | Cu U As | Ni U Sb | Cu Th Sb | Ni La Bi | Cu La Bi | Ag Sm "
        "Sb | Cd La Sb | Au La Bi | Zn Eu Sb | Mn Yb Bi | Co La Sb | Pd La Sb",
    "LaCoSi-cefesi":
        "Co La Si | Fe Ce Si | Co Ce Si | Ru Ce Si | Ru La Si | Mn La Si | Fe La Si | Ti Y Ge | Ti Gd Ge | Co "
        "La Ge | Co Ce Ge | Mn La Ge | Co Nd Si | Mn Ca Ge | Mn Ca Si | Ru Nd Ge | Ti Ce Ge | Ti Gd Si",
    "LaSiPt-laptsi":
        "La Pt Si | Ce Pt Si | La Pt Ge | La Ir Si | Th Ir Si | La Al Si | Ce Al Si | Ce Al Ge | La Al Ge | "
        "Pr Al Si | Pr Al Ge | Nd Al Si | Sm Al Si | Eu Pt Si | Pr Pt Ge | Nd Pt Ge | Sm Al Ge | La Ni Si | "
        "Ce Ni Si",
    "ThSi2-thsi2":
        "Si Th | Si La | Si Ce | Si U | Si Pu | Si Np | Ge La | Ge Ce | Si Pr | Si Eu | Si Ca | Si Sr | Si Ba "
        "| Ga La | Ga Th | Ge Pr | Ge Nd | Si Gd",
    "YbInCu4-mgcu4sn":
        "Cu In Yb | Cu Ag Yb | Cu Au Yb | Cu In Lu | Cu In Y | Cu Mg Yb | Ni Mg La | Ni Mg Y | Ni Mg Ce | Ni "
        "In Ce | Ni In U | Ni Cd Y | Ni Cd La | Ni In Er | Cu Sn Mg | Cu In Mn | Cu Ag Y | Cu In Gd | Cu Cd "
        "Yb | Cu Cd Gd | Cu Zn Yb | Cu Tl Yb | Co Mg Y | Cu Mg Gd | Ni Mg Nd | Cu Pd Y | Cu Pd Yb",
    "UAl3Pd2-prni2al3":
        "Al Pd U | Al Ni U | Al Pd Ce | Al Pd La | Al Pd Gd | Al Pd Y | Al Ni Pr | Al Ni Ce | Al Ni Y | Ga Pd "
        "Ce | Al Pd Sm | Al Pd Np | Al Ni Np | Al Pd Pu | Al Pd Th | Al Cu Ca | Al Ni Th | Al Cu La | In Pd "
        "La",
    "LaB2Rh3-ceco3b2":
        "B La Rh | B Ce Rh | B Y Rh | B Ce Co | B Sm Co | B Y Co | B Th Ru | B La Ru | B La Ir | B Y Ir | B "
        "Th Ir | B U Ru | B U Ir | Si La Ru | Si Y Ru | Si Ce Ru | Si Th Ru | B Ce Ir | B Lu Os | B Y Os | B "
        "Ca Rh | B Sr Rh | B Ba Pt | B Eu Rh | B Sc Ir | B Gd Rh | B Y Ru | B Zr Co | B Eu Ir | B Sr Ir",
    "Th3P4-th3p4":
        "P Th | P U | As U | As Th | Sb Th | Sb U | La Bi | La Sb | Ce Bi | Ce Sb | Yb As | Yb Sb | Yb Bi | "
        "Sm Bi | Gd Bi | Gd Sb | Ba Bi | Ba As | Ba Sb | Sr Bi | Eu Bi | La Ge | Pr Sb | Y Sb | U Bi | Th Bi "
        "| Pu Sb",
    "Mn2AlCo-hg2cuti":
        "Al Co Mn | Ga Co Mn | Al Co Ti | Si Co Ti | Ga Co Ti | Sn Ru Mn | Al Co Cr | Al Co Zr | Sn Ir Mn | "
        "In Co Ti | Ga Ru Mn | Ge Ru Mn | Sb Co Cr",
    # carbides, nitrides, borides and hydrides of metals
    "AB3C_cP5_221_a_c_b-CaTiO3":
        "Mg Ni C | Al Mn C | Al Fe C | Ga Mn N | Sn Mn N | Zn Mn N | In Ni N | Al Sc C | In Sc C | Al Y C | "
        "Zn Mn C | Ga Cr N | Ag Mn N | Cu Mn N | Rh Ce B | Rh Sc B | Rh Y B | Bi Ca N | Sb Mg N | As Mg N | P "
        "Ca N | Pb Ca O | Sn Ca O | Ge Ca O | Sn Sr O | Zn Ni C | Cd Ni C | Al Sc N | In Ce N | Tl Sc C | Pb "
        "Sc C | In La C | Pb La C | Sn La C | Al Ce C | Al Nd C | Ga Fe N | Pd Fe N | Pt Fe N | Rh La B",
    "ABC2_hP8_194_d_a_f-AlCr2C":
        "Al C Cr | Al C Ti | Al C V | Al C Nb | Al C Ta | Ge C Ti | Sn C Ti | In C Ti | In C Zr | Pb C Zr | "
        "Sn C Zr | Sn C Hf | Ga C V | S C Ti | S C Zr | As C V | Cd C Ti | Al N Ti | In N Ti | In N Zr | Tl N "
        "Zr | Ga N Cr | Ga N V | Tl C Hf | Pb C Hf | Pb C Ti | In C Hf | In C Nb | Sn C Nb | Ge C V | Ga C Nb "
        "| Ga C Ti | Ga C Mo | Tl C Ti | Tl C Zr | S C Nb | P C Nb | P C V",
    "AB3C3_cF112_227_c_de_f-Fe3W3C":
        "C Fe W | C Co W | C Fe Mo | C Co Mo | C Ni Mo | C Ni W | C Mn Mo | C Mn W | N Fe Nb | N Ni Ta | O Ni "
        "Ti | O Fe Ti | O Co Ti",
    "ABC_hP6_194_c_d_a-LiBC":
        "As Cu Ca | Sb Zn K | Sb Cu Ca | Sb Hg K | As Hg K | As Ag Sr | P Cu Sr | As Cu Eu | As Cu Sr | As Cu "
        "Ba | As Ag Ba | P Ag Ba | P Cu Eu | P Cu Ca | Ge Zn Ca | Sn Zn Ca | Sn Zn Sr | Sn Zn Eu | Bi Hg K | "
        "Sb Hg Na | Sb Cu Sr | Sb Cu Yb | Bi Cu Ba | Bi Cu Yb | Sb Ag Eu | Bi Ag Ca | P Pt Eu | P Pd Ba | As "
        "Pt Ba | P Pt Ca | As Pd Sr | Sb Pt La | Ge Cu La | Ge Cu Ce | Si Be Zr | Si Be Hf | As Pd Ca | P Ni "
        "La | As Zn K | P Zn K | As Zn Rb | Sb Zn Rb | As Cd Na",
    "AB2_cF12_225_a_c-CaF2":
        "Y H | Ti H | Zr H | Hf H | Sc H | La H | Ce H | Nb H | V H | Pr H | Nd H | Sm H | Gd H | Tb H | Dy H "
        "| Ho H | Er H | Tm H | Lu H | Ac H | Pu H | Np H",
    "A2B_tI6_139_d_a-ThH2": "H Th | H Zr | H Ti | H Hf | H Pa",
    "AB_cF8_225_a_b-NaCl":
        "H Pd | H Ni | C Ti | C Zr | C Nb | C Ta | C V | C Hf | C U | C Th | C Pu | C Np | C Pa | C Sc | N U "
        "| N Pu | N Np | N Th | N La | N Ce | N Pr | N Nd | N Gd | N Er | N Cr | N Nb | N V | As La | Sb U | "
        "Bi Pu | Te U | S Th | Se Np | Bi La | Sb Ce | P Pr | As U | Bi Np | Te Pr | S Ce | Se La | Te Sm | S "
        "Gd | O Nb | O Ti | O V | O Eu",
    "AB_hP2_187_d_a-WC":
        "C W | N Ta | N Nb | N Mo | N W | P Mo | Te Zr | Te Hf | Te Ti | B Os | C Os | C Mo | C Ru",
    "A6B_cP7_221_f_a-CaB6":
        "B Ca | B La | B Sr | B Ba | B Y | B Eu | B Yb | B Th | B Sm | B K | B Ce | B Gd | B Pr | B Nd | B Tb "
        "| B Ac | B Pu | B Np | B U | B Dy | B Pm",
    "A2BC_oC8_38_e_a_b-CeNiC2":
        "C Ce Ni | C La Ni | C Y Co | C Ce Co | C Gd Ni | C Sm Ni | C Y Ni | C Nd Ni | C Pr Ni | C Nd Rh | C "
        "Er Ni | C Lu Ni | C Tb Co | C Th Ni",
    "A3B2_cI40_220_d_c-Pu2C3": "C Pu | C U | C La | C Y | C Th | C Ce | C Pr | C Nd | C Sm",
}

# name: (prototype, species in the order of its sites, lattice of that crystal)
TYPES = {
    # alloys
    "d88": (Prototype(193, 16, ((0, T, TT, 0), (0, 0.236, 0, 0.25), (1, 0.599, 0, 0.25))), "Mn Si", (6.91, 4.81)),
    "d8m": (Prototype(140, 32, ((0, 0, 0.5, 0.25), (0, 0.074, 0.223, 0), (1, 0, 0, 0.25), (1, 0.165, 0.665, 0))), "W Si", (9.60, 4.97)),
    "d8l": (Prototype(140, 32, ((0, 0, 0, 0), (0, 0.166, 0.666, 0.15), (1, 0, 0, 0.25), (1, 0.375, 0.875, 0))), "Nb Si", (6.57, 11.88)),
    "c36": (Prototype(194, 24, ((0, 0, 0, 0.094), (0, T, TT, 0.844), (1, T, TT, 0.125), (1, 0.5, 0, 0), (1, 0.164, 0.328, 0.25))),
            "Mg Ni", (4.83, 15.83)),
    "puni3": (Prototype(166, 36, ((0, 0, 0, 0), (0, 0, 0, 0.142), (1, 0, 0, 0.5), (1, 0, 0, T), (1, 0.5, 0.5, 0.083))), "Y Ni", (4.98, 24.4)),
    "th2zn17": (Prototype(166, 57, ((0, 0, 0, T), (1, 0, 0, 0.097), (1, 0.5, 0, 0.5), (1, 0.29, 0, 0), (1, 0.5, 0.5, 0.155))),
                "Th Zn", (9.03, 13.2)),
    "nazn13": (Prototype(226, 112, ((0, 0.25, 0.25, 0.25), (1, 0, 0, 0), (1, 0, 0.181, 0.119))), "Na Zn", (12.28,)),
    "th6mn23": (Prototype(225, 116, ((0, 0.203, 0, 0), (1, 0.5, 0.5, 0.5), (1, 0, 0.25, 0.25), (1, 0.378, 0.378, 0.378),
                                     (1, 0.178, 0.178, 0.178))), "Th Mn", (12.52,)),
    "gphase": (Prototype(225, 116, ((0, 0.203, 0, 0), (1, 0.5, 0.5, 0.5), (1, 0, 0.25, 0.25), (2, 0.378, 0.378, 0.378),
                                    (2, 0.178, 0.178, 0.178))), "Ti Si Ni", (11.2,)),
    "zrnial": (Prototype(189, 9, ((0, 0.592, 0, 0.5), (1, 0.253, 0, 0), (2, 0, 0, 0.5), (2, T, TT, 0))), "Zr Al Ni", (6.91, 3.47)),
    "tinisi": (Prototype(62, 12, ((0, 0.021, 0.25, 0.180), (1, 0.142, 0.25, 0.560), (2, 0.765, 0.25, 0.623))), "Ti Ni Si", (6.15, 3.67, 7.02)),
    "cabe2ge2": (Prototype(129, 10, ((0, 0.25, 0.25, 0.746), (1, 0.75, 0.25, 0), (1, 0.25, 0.25, 0.379), (2, 0.75, 0.25, 0.5),
                                     (2, 0.25, 0.25, 0.131))), "La Pt Si", (4.29, 9.84)),
    "banisn3": (Prototype(107, 10, ((0, 0, 0, 0), (1, 0, 0, 0.656), (2, 0, 0, 0.408), (2, 0, 0.5, 0.263))), "La Rh Si", (4.27, 9.74)),
    "ligage": (Prototype(186, 6, ((0, 0, 0, 0.25), (1, T, TT, 0.45), (2, T, TT, 0.05))), "La Au Ge", (4.47, 7.92)),
    "hfcusi2": (Prototype(129, 8, ((0, 0.25, 0.25, 0.24), (1, 0.75, 0.25, 0.5), (2, 0.75, 0.25, 0), (2, 0.25, 0.25, 0.67))),
                "La Ag Sb", (4.39, 10.84)),
    "cefesi": (Prototype(129, 6, ((0, 0.25, 0.25, 0.672), (1, 0.75, 0.25, 0), (2, 0.25, 0.25, 0.175))), "La Co Si", (4.05, 7.16)),
    "laptsi": (Prototype(109, 12, ((0, 0, 0, 0), (1, 0, 0, 0.585), (2, 0, 0, 0.416))), "La Pt Si", (4.25, 14.5)),
    "thsi2": (Prototype(141, 12, ((0, 0, 0.75, 0.125), (1, 0, 0.75, 0.5415))), "Th Si", (4.13, 14.37)),
    "mgcu4sn": (Prototype(216, 24, ((0, 0, 0, 0), (1, 0.25, 0.25, 0.25), (2, 0.625, 0.625, 0.625))), "Yb In Cu", (7.16,)),
    "prni2al3": (Prototype(191, 6, ((0, 0, 0, 0), (1, T, TT, 0), (2, 0.5, 0, 0.5))), "U Pd Al", (5.37, 4.19)),
    "ceco3b2": (Prototype(191, 6, ((0, 0, 0, 0), (1, T, TT, 0), (2, 0.5, 0, 0.5))), "La B Rh", (5.48, 3.14)),
    "th3p4": (Prototype(220, 28, ((0, 0.375, 0, 0.25), (1, 0.083, 0.083, 0.083))), "Th P", (8.65,)),
    "hg2cuti": (Prototype(216, 16, ((0, 0, 0, 0), (0, 0.25, 0.25, 0.25), (1, 0.5, 0.5, 0.5), (2, 0.75, 0.75, 0.75))), "Mn Co Al", (5.76,)),
    # salts
    "pyrochlore": (Prototype(227, 88, ((0, 0.5, 0.5, 0.5), (1, 0, 0, 0), (2, 0.33, 0.125, 0.125), (2, 0.375, 0.375, 0.375))), "Y Ti O", (10.10,)),
    "bixbyite": (Prototype(206, 80, ((0, 0.25, 0.25, 0.25), (0, 0.968, 0, 0.25), (1, 0.391, 0.155, 0.382))), "Y O", (10.60,)),
    "la2o3": (Prototype(164, 5, ((0, T, TT, 0.246), (1, 0, 0, 0), (1, T, TT, 0.647))), "La O", (3.94, 6.13)),
    "sr3ti2o7": (Prototype(139, 24, ((0, 0, 0, 0.5), (0, 0, 0, 0.315), (1, 0, 0, 0.0975), (2, 0, 0, 0), (2, 0, 0, 0.195), (2, 0, 0.5, 0.095))),
                 "Sr Ti O", (3.90, 20.38)),
    "olivine": (Prototype(62, 28, ((0, 0, 0, 0), (0, 0.277, 0.25, 0.992), (1, 0.094, 0.25, 0.426), (2, 0.091, 0.25, 0.766),
                                   (2, 0.447, 0.25, 0.222), (2, 0.163, 0.033, 0.278))), "Mg Si O", (10.20, 5.98, 4.76)),
    "k2so4": (Prototype(62, 28, ((0, 0.674, 0.25, 0.410), (0, 0.989, 0.25, 0.705), (1, 0.233, 0.25, 0.420), (2, 0.037, 0.25, 0.416),
                                 (2, 0.297, 0.25, 0.559), (2, 0.301, 0.042, 0.352))), "K S O", (7.48, 5.76, 10.07)),
    "barite": (Prototype(62, 24, ((0, 0.1845, 0.25, 0.1585), (1, 0.437, 0.75, 0.191), (2, 0.587, 0.75, 0.106), (2, 0.318, 0.75, 0.050),
                                  (2, 0.419, 0.970, 0.312))), "Ba S O", (8.88, 5.46, 7.16)),
    "cafe2o4": (Prototype(62, 28, ((0, 0.758, 0.25, 0.654), (1, 0.433, 0.25, 0.611), (1, 0.419, 0.25, 0.106), (2, 0.202, 0.25, 0.161),
                                   (2, 0.120, 0.25, 0.475), (2, 0.520, 0.25, 0.783), (2, 0.419, 0.25, 0.427))), "Ca Sc O", (9.46, 3.14, 11.12)),
    "tysonite": (Prototype(165, 24, ((0, 0.66, 0, 0.25), (1, 0.366, 0.054, 0.081), (1, T, TT, 0.183), (1, 0, 0, 0.25))), "La F", (7.19, 7.35)),
    "yf3": (Prototype(62, 16, ((0, 0.367, 0.25, 0.058), (1, 0.522, 0.25, 0.601), (1, 0.165, 0.064, 0.363))), "Y F", (6.37, 6.86, 4.39)),
    "ucl3": (Prototype(176, 8, ((0, T, TT, 0.25), (1, 0.387, 0.302, 0.25))), "La Cl", (7.48, 4.36)),
    "naalh4": (Prototype(88, 24, ((0, 0, 0.25, 0.125), (1, 0, 0.25, 0.625), (2, 0.237, 0.384, 0.547))), "Na Al H", (5.01, 11.33)),
    "xef2": (Prototype(139, 6, ((0, 0, 0, 0), (1, 0, 0, 0.284))), "Xe F", (4.31, 6.99)),
    # molecules and their ions
    "brucite": (Prototype(164, 5, ((0, 0, 0, 0), (1, T, TT, 0.22), (2, T, TT, 0.43))), "Mg O H", (3.14, 4.77)),
    "lioh": (Prototype(129, 6, ((0, 0.75, 0.25, 0), (1, 0.25, 0.25, 0.194), (2, 0.25, 0.25, 0.407))), "Li O H", (3.55, 4.33)),
    "lnoh3": (Prototype(176, 14, ((0, T, TT, 0.25), (1, 0.394, 0.313, 0.25), (2, 0.28, 0.15, 0.25))), "La O H", (6.52, 3.86)),
    "nh4cl": (Prototype(215, 6, ((0, 0, 0, 0), (1, 0.5, 0.5, 0.5), (2, 0.154, 0.154, 0.154))), "N Cl H", (3.87,)),
    "khf2": (Prototype(140, 16, ((0, 0, 0, 0.25), (1, 0, 0.5, 0), (2, 0.142, 0.642, 0))), "K H F", (5.67, 6.81)),
    "kbh4": (Prototype(216, 24, ((0, 0.5, 0.5, 0.5), (1, 0, 0, 0), (2, 0.105, 0.105, 0.105))), "K B H", (6.73,)),
    "nabh4": (Prototype(137, 12, ((0, 0.75, 0.25, 0.75), (1, 0.75, 0.25, 0.25), (2, 0.75, 0.0235, 0.373))), "Na B H", (4.35, 5.91)),
    "urea": (Prototype(113, 16, ((0, 0, 0.5, 0.326), (1, 0, 0.5, 0.595), (2, 0.146, 0.646, 0.177), (3, 0.258, 0.758, 0.283), (3, 0.144, 0.644, 0.962))),
             "C O N H", (5.57, 4.68)),
    "dryice": (Prototype(205, 12, ((0, 0, 0, 0), (1, 0.118, 0.118, 0.118))), "C O", (5.62,)),
    "csn3": (Prototype(140, 16, ((0, 0, 0, 0.25), (1, 0.5, 0, 0), (1, 0.636, 0.136, 0))), "K N", (6.11, 7.09)),
    "kclo4": (Prototype(216, 24, ((0, 0.5, 0.5, 0.5), (1, 0, 0, 0), (2, 0.115, 0.115, 0.115))), "Cs Cl O", (7.95,)),
}
