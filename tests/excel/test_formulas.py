"""The live formulas of a form say the same as the engine."""

from decimal import Decimal

import pytest

from bantu_induk import des, indikator
from bantu_rumus import hitung
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import hitung_capaian
from lakip_gen.excel import formulas

LEWAT = Aturan(batas_atas=Decimal(120), ambang_batas=Decimal(110))


@pytest.mark.parametrize("realisasi", [0, 100, 110, "110.01", 115, 120, 400])
@pytest.mark.parametrize("aturan", [Aturan(), Aturan(batas_atas=Decimal(110)), LEWAT], ids=["tanpa", "batas", "lewat"])
def test_a_cap_of_every_kind_is_the_form_s_too(realisasi, aturan):
    satu = indikator()
    mesin = hitung_capaian(des(realisasi), Decimal(100), satu.arah, aturan)
    tampak = hitung(formulas.capaian("O9", Decimal(100), satu, aturan), {"O9": float(des(realisasi))})
    assert Decimal(str(tampak)) == mesin.angka
