"""The live formulas of a form say the same as the engine."""

from decimal import Decimal

import pytest

from bantu_induk import des, indikator
from bantu_rumus import hitung
from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import Arah, Capaian, hitung_capaian
from lakip_gen.domain.nilai import Rentang
from lakip_gen.excel import formulas

LEWAT = Aturan(batas_atas=Decimal(120), ambang_batas=Decimal(110))


@pytest.mark.parametrize("realisasi", [0, 100, 110, "110.01", 115, 120, 400])
@pytest.mark.parametrize("aturan", [Aturan(), Aturan(batas_atas=Decimal(110)), LEWAT], ids=["tanpa", "batas", "lewat"])
def test_a_cap_of_every_kind_is_the_form_s_too(realisasi, aturan):
    satu = indikator()
    mesin = hitung_capaian(des(realisasi), Decimal(100), satu.arah, aturan)
    tampak = hitung(formulas.capaian("O9", Decimal(100), satu, aturan), {"O9": float(des(realisasi))})
    assert Decimal(str(tampak)) == mesin.angka


TANPA_BATAS = Aturan(batas_bawah=None)
TANDA = [
    pytest.param(Arah.NAIK, 2, id="naik, positive target"),
    pytest.param(Arah.NAIK, -2, id="naik, negative target"),
    pytest.param(Arah.TURUN, 5, id="turun, positive target"),
    pytest.param(Arah.TURUN, -5, id="turun, negative target"),
    pytest.param(Arah.RENTANG, Rentang(des(-5), des(-2)), id="range below nol"),
    pytest.param(Arah.RENTANG, Rentang(des(-2), des(5)), id="range across nol"),
    pytest.param(Arah.RENTANG, Rentang(des(0), des(5)), id="range from nol"),
]


@pytest.mark.parametrize("realisasi", ["-1.41", "-7", "-3", "-2", "-1", "0", "3", "9"])
@pytest.mark.parametrize("rumus", list(RumusTurun), ids=str)
@pytest.mark.parametrize(("arah", "sasaran"), TANDA)
def test_figures_and_targets_below_nol_are_judged_by_the_form_as_by_the_engine(arah, sasaran, rumus, realisasi):
    satu = indikator(arah=arah, rumus_turun=rumus, bawah_nol=True)
    target = sasaran if isinstance(sasaran, Rentang) else des(sasaran)
    mesin = hitung_capaian(des(realisasi), target, arah, TANPA_BATAS, rumus)
    tampak = hitung(formulas.capaian("O9", target, satu, TANPA_BATAS), {"O9": float(des(realisasi))})
    if isinstance(mesin, Capaian):
        assert Decimal(str(tampak)) == bulatkan(mesin.angka, 2)
    else:
        assert isinstance(tampak, str)
        assert tampak != ""
