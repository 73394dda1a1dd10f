"""Rounding never hides on which side of a border a figure stands."""

from decimal import Decimal

import pytest

from bantu_induk import indikator, induk, kumpulan, laporan
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.ketelitian import desimal_capaian, desimal_persen
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.laporan.sajian import capaian_persen, persen_sajian
from lakip_gen.laporan.susun import susun_pandangan

TW1 = triwulan(2025, 1)


@pytest.mark.parametrize(
    ("angka", "tertulis"),
    [
        ("90.996", "90,996"),
        ("91", "91,00"),
        ("91.004", "91,004"),
        ("90.99", "90,99"),
        ("75.99951", "75,9995"),
        ("99.9999", "99,9999"),
        ("100.004", "100,004"),
        ("122.4951", "122,50"),
        ("90.99999999999999", "91,00"),
    ],
)
def test_a_capaian_has_the_decimals_that_keep_it_in_its_band(angka, tertulis):
    assert capaian_persen(Decimal(angka), Aturan()) == tertulis


def test_another_percentage_is_only_told_from_100():
    assert persen_sajian(Decimal("90.996"), Aturan()) == "91,00"
    assert persen_sajian(Decimal("99.996"), Aturan()) == "99,996"
    assert (desimal_persen(Decimal(100), Aturan()), desimal_capaian(Decimal(50), Aturan(desimal_capaian=0))) == (2, 0)


@pytest.mark.parametrize(
    ("arah", "t", "r", "kalimat"),
    [
        (
            Arah.NAIK,
            82,
            "81.996",
            (
                "Realisasi Triwulan I Tahun 2025 sebesar 81,996 poin masih 0,004 poin di bawah target 82,000 poin; "
                "capaiannya 99,995% (Sangat Tinggi)."
            ),
        ),
        (
            Arah.TURUN,
            82,
            "82.001",
            (
                "Realisasi Triwulan I Tahun 2025 sebesar 82,001 poin masih 0,001 poin di atas target 82,000 poin; "
                "capaiannya 99,999% (Sangat Tinggi)."
            ),
        ),
    ],
    ids=["naik", "turun"],
)
def test_no_figure_misses_a_target_that_it_seems_to_equal(arah, t, r, kalimat):
    satu = indikator(tahun=t, triwulan=(t,) * 4, arah=arah, satuan="poin poin", desimal=2)
    rekap = susun_rekap(induk(satu), TW1, kumpulan(laporan("U1", 1, {"I1": r})))
    butir = susun_pandangan(rekap).daftar_sasaran[0].daftar_indikator[0]
    assert butir.kalimat == kalimat.replace("poin", "poin poin")
    assert str(butir.realisasi) != str(butir.target)
