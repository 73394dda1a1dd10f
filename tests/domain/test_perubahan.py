"""What the year began with stays beside what came in its place, step by step and with the document that says so."""

from dataclasses import replace
from datetime import date

import pytest

from bantu_induk import TAHUN, indikator, induk, rekening_atas, subkegiatan
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.perubahan import jumlah_pagu, perubahan_indikator, perubahan_pagu
from lakip_gen.domain.target import JenisTarget

APRIL, JULI, OKTOBER = (date(TAHUN, bulan, 1) for bulan in (4, 7, 10))
SETAHUN = Periode.parse(str(TAHUN))
TW1, TW2, TW3 = (Periode.parse(f"{TAHUN}-TW{nomor}") for nomor in (1, 2, 3))


def bermasa(murni, **kelak):
    """Return a buku induk that began as one and became others, each from its day on."""
    hari = {"april": APRIL, "juli": JULI, "oktober": OKTOBER}
    masa = ((date(TAHUN, 1, 1), murni), *((hari[nama], versi) for nama, versi in kelak.items()))
    return replace(masa[-1][1], masa=masa)


def satu(*target, jenis=JenisTarget.PER_TRIWULAN, **lain):
    return induk(indikator("I1", tahun=target[0], triwulan=target[1:], cara=CaraGabung.JUMLAH, jenis=jenis, **lain))


def langkah(perubahan):
    return perubahan and [(satu.sejak, satu.isi, satu.dasar) for satu in perubahan.daftar_langkah]


MURNI = satu(20, 5, 5, 5, 5)
KINI = satu(22, 5, 5, 6, 6, dasar="Renja Perubahan")


@pytest.mark.parametrize("periode", [TW1, TW2, SETAHUN])
def test_a_year_in_which_nothing_is_dated_has_no_changes(periode):
    assert perubahan_indikator(MURNI, periode) == perubahan_pagu(MURNI, periode) == ()


def test_a_day_on_which_something_else_changed_is_no_change_of_a_target():
    assert perubahan_indikator(bermasa(MURNI, juli=MURNI), SETAHUN) == ()


def test_a_period_before_the_change_knows_nothing_of_it():
    assert perubahan_indikator(bermasa(MURNI, juli=KINI), TW2) == ()


def test_a_target_has_its_year_and_the_quarters_of_the_period_that_changed():
    (berubah,) = perubahan_indikator(bermasa(MURNI, juli=KINI), TW3)
    awal = date(TAHUN, 1, 1)
    assert langkah(berubah.tahun) == [(awal, 20, "Perubahan"), (JULI, 22, "Renja Perubahan")]
    assert [(periode, langkah(isi)) for periode, isi in berubah.triwulan] == [
        (TW3, [(awal, 5, "Perubahan"), (JULI, 6, "Renja Perubahan")])
    ]
    assert (berubah.nama, berubah.tahun.murni, berubah.tahun.kini) == (None, 20, 22)


def test_every_step_is_kept_also_where_the_last_one_goes_back():
    (berubah,) = perubahan_indikator(bermasa(MURNI, april=satu(30, 5, 5, 5, 5), oktober=MURNI), SETAHUN)
    assert [isi for _, isi, _ in langkah(berubah.tahun)] == [20, 30, 20]


def test_a_constant_target_changes_once_for_the_year():
    murni, kini = (satu(*[angka] * 5, jenis=JenisTarget.KONSTAN) for angka in (80, 90))
    (berubah,) = perubahan_indikator(bermasa(murni, juli=kini), SETAHUN)
    assert (berubah.tahun.kini, berubah.triwulan) == (90, ())


def test_a_new_wording_is_a_change_of_its_own():
    (berubah,) = perubahan_indikator(bermasa(MURNI, juli=satu(20, 5, 5, 5, 5, nama="Bunyi baru")), SETAHUN)
    assert (berubah.nama.murni, berubah.nama.kini, berubah.tahun) == ("Indikator I1", "Bunyi baru", None)


def test_what_begins_or_ends_within_the_year_is_nothing_before_or_after():
    dua = indikator("I2", tahun=7)
    (baru,) = perubahan_indikator(
        bermasa(MURNI, juli=replace(MURNI, daftar_indikator=(*MURNI.daftar_indikator, dua))), SETAHUN
    )
    assert (baru.indikator.kode, baru.tahun.murni, baru.tahun.kini) == ("I2", None, 7)
    (lama,) = perubahan_indikator(bermasa(MURNI, juli=replace(MURNI, daftar_indikator=())), SETAHUN)
    assert (lama.indikator.kode, lama.tahun.murni, lama.tahun.kini, len(lama.triwulan)) == ("I1", 20, None, 2)


def uang(satu, dua, **lain):
    return induk(anggaran=[rekening_atas("5"), subkegiatan("5.1", satu, **lain), subkegiatan("5.2", dua)])


def test_money_that_moves_between_two_lines_leaves_the_sum_above_them():
    buku = bermasa(uang(100, 50), april=uang(80, 70, dasar="Pergeseran I"))
    assert [(satu.anggaran.kode, langkah(satu.pagu)[-1]) for satu in perubahan_pagu(buku, SETAHUN)] == [
        ("5.1", (APRIL, 80, "Pergeseran I")),
        ("5.2", (APRIL, 70, "Perubahan")),
    ]
    assert jumlah_pagu(buku) == jumlah_pagu(buku.murni) == 150


def test_a_sum_changes_with_its_lines_and_by_their_document():
    semua = perubahan_pagu(bermasa(uang(100, 50), april=uang(90, 50, dasar="DPPA")), SETAHUN)
    assert [(satu.anggaran.kode, satu.pagu.kini, langkah(satu.pagu)[-1][-1]) for satu in semua] == [
        ("5", 140, "DPPA"),
        ("5.1", 90, "DPPA"),
    ]


def test_a_line_that_is_new_has_no_pagu_before():
    murni = induk(anggaran=[subkegiatan("5.1", 10)])
    (baru,) = perubahan_pagu(
        bermasa(murni, april=induk(anggaran=[subkegiatan("5.1", 10), subkegiatan("5.2", 3)])), SETAHUN
    )
    assert (baru.anggaran.kode, baru.pagu.murni, baru.pagu.kini) == ("5.2", None, 3)
