"""What a unit promised is asked again until it says how it ended, quarter after quarter and over the change of year."""

from dataclasses import replace
from datetime import date

import pytest

from bantu_induk import TAHUN, indikator, induk, isian, kumpulan, laporan, sampai
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import IsianIndikator
from lakip_gen.domain.kinerja import TindakLanjutLalu
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.tindak_lanjut import terbuka

BUKU = induk(indikator("I1"))


def jawab(nomor, janji="", status="", **lain):
    """Return the unit's form of a quarter with a promise, and with how the earlier one went on."""
    milik = laporan("U1", nomor, {"I1": 1})
    satu = IsianIndikator("I1", isian(1), tindak_lanjut=janji, status_tindak_lanjut=status, **lain)
    return replace(milik, daftar_indikator=(satu,))


@pytest.mark.parametrize(
    ("daftar", "masih"),
    [
        pytest.param([], "", id="nothing sent"),
        pytest.param([jawab(1, "Beli kabel")], "Beli kabel", id="promised last quarter"),
        pytest.param([jawab(1, "Beli kabel"), jawab(2)], "Beli kabel", id="not answered"),
        pytest.param([jawab(1, "Beli kabel"), jawab(2, status="berjalan")], "Beli kabel", id="still going on"),
        pytest.param([jawab(1, "Beli kabel"), jawab(2, status="selesai")], "", id="done"),
        pytest.param([jawab(1, "Beli kabel"), jawab(2, "Pasang", "batal")], "Pasang", id="called off for another"),
        pytest.param([jawab(1, "Beli"), jawab(2, "Pasang", "berjalan")], "Beli\nPasang", id="one more"),
        pytest.param([jawab(1, "Beli"), jawab(2, "Beli")], "Beli", id="the same again"),
        pytest.param([jawab(1, "Beli", pic="Kasi")], "Beli (Kasi)", id="with who"),
        pytest.param(
            [jawab(1, "Beli", pic="Kasi", batas_waktu=date(TAHUN, 6, 30))],
            f"Beli (Kasi, paling lambat 30 Juni {TAHUN})",
            id="with who and when",
        ),
    ],
)
def test_a_promise_stays_open_until_its_unit_closes_it(daftar, masih):
    assert terbuka(BUKU, kumpulan(*daftar), "U1", "I1", sampai(3)) == masih


@pytest.mark.parametrize(
    ("daftar", "masih"),
    [
        pytest.param([], "Putusan rapat", id="nothing sent"),
        pytest.param([jawab(1, "Beli", "selesai")], "Beli\nPutusan rapat", id="decided after what was done"),
        pytest.param([jawab(1), jawab(2, status="selesai")], "", id="done a quarter later"),
    ],
)
def test_what_a_meeting_decided_is_asked_from_the_next_quarter_on(daftar, masih):
    putus = {("U1", "I1", triwulan(TAHUN, 1)): ("Putusan rapat",)}
    assert terbuka(BUKU, replace(kumpulan(*daftar), keputusan=putus), "U1", "I1", sampai(3)) == masih


def test_what_was_open_at_the_end_of_last_year_is_asked_first():
    lalu = (TindakLanjutLalu("U1", "I1", "Dari tahun lalu"), TindakLanjutLalu("U9", "I1", "Milik unit lain"))
    buku = replace(BUKU, daftar_tindak_lanjut=lalu)
    (baris,) = siapkan_formulir(buku, buku.unit("U1"), triwulan(TAHUN, 1), kumpulan()).daftar_baris["indikator"]
    assert baris.isi["tindak_lanjut_lalu"] == "Dari tahun lalu"


def test_the_form_before_it_knew_the_question_does_not_ask_it():
    formulir = siapkan_formulir(BUKU, BUKU.unit("U1"), triwulan(TAHUN, 2), kumpulan(jawab(1, "Beli")))
    judul = [[kolom.judul for kolom in formulir.pada(versi).daftar_lembar[0].daftar_kolom] for versi in (1, 2)]
    assert ["Tindak lanjut sebelumnya" in satu for satu in judul] == [False, True]


def test_a_unit_that_takes_over_an_indicator_is_asked_what_the_one_before_it_promised():
    dahulu, kini = induk(indikator("I1", unit=("U1",))), induk(indikator("I1", unit=("U2",)))
    buku = replace(kini, masa=((date(TAHUN, 1, 1), dahulu), (date(TAHUN, 7, 1), kini)))
    assert terbuka(buku, kumpulan(jawab(1, "Beli")), "U2", "I1", sampai(2)) == "Beli"
    assert terbuka(buku, kumpulan(jawab(1, "Beli"), jawab(2, status="selesai")), "U2", "I1", sampai(2)) == ""
