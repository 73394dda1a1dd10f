"""What two buku induk do not say alike is named by sheet, kode and what of it."""

from dataclasses import replace

import pytest

from bantu_induk import indikator, induk
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.induk import Narasi
from lakip_gen.domain.kinerja import Riwayat, SkalaPredikat, TahunLalu
from lakip_gen.induk.giliran_beda import beda_induk, beda_riwayat

BUKU = induk(indikator("I1"), indikator("I2"))


@pytest.mark.parametrize(
    ("baru", "beda"),
    [
        pytest.param(BUKU, (), id="the same"),
        pytest.param(
            replace(BUKU, daftar_indikator=(indikator("I1", satuan="%", nama="Lain"), indikator("I2"))),
            ("indikator I1 (nama, satuan)",),
            id="a row that says something else",
        ),
        pytest.param(
            replace(BUKU, daftar_indikator=(indikator("I1"), indikator("I3"))),
            ("indikator I2 tidak ada", "indikator I3 baru ada"),
            id="a row that is gone, and a new one",
        ),
        pytest.param(
            replace(BUKU, daftar_indikator=BUKU.daftar_indikator[::-1]), ("urutan indikator",), id="another order"
        ),
        pytest.param(replace(BUKU, aturan=Aturan(desimal_capaian=3)), ("aturan (desimal capaian)",), id="a rule"),
        pytest.param(replace(BUKU, narasi=Narasi((("simpulan", "x"),))), ("narasi (daftar)",), id="a text"),
        pytest.param(replace(BUKU, daftar_skala=(SkalaPredikat("S", ()),)), ("skala",), id="rows without a kode"),
        pytest.param(replace(BUKU, tahun=1), ("tahun",), id="a plain value"),
    ],
)
def test_what_differs_is_named(baru, beda):
    assert beda_induk(BUKU, baru) == beda


def test_the_indicators_whose_history_differs_are_named():
    satu, dua = Riwayat(), Riwayat(daftar_tahun=(TahunLalu(2024, None, None),))
    assert beda_riwayat({"I1": satu, "I2": satu, "I3": satu}, {"I1": satu, "I2": dua}) == ("riwayat I2", "riwayat I3")
