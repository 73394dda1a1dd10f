"""The past stays: what a period reported is kept, and what of it would differ is listed with the cell that says so."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bantu_induk import TAHUN, indikator, induk, jawaban, kumpulan, laporan, subkegiatan
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.induk import Narasi
from lakip_gen.domain.kinerja import Pejabat, Sasaran
from lakip_gen.domain.narasi_kinerja import NarasiKinerja, TempatNarasi
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.temuan import Asal
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.terlapor import (
    CARA,
    Laporan,
    Tercatat,
    baca_laporan,
    bandingkan_angka,
    catat_angka,
    isi_lain,
    sidik_isi,
    tulis_laporan,
)

TW1 = triwulan(TAHUN, 1)
BERKAS = "U1-TW1.xlsx"
BUKU = induk(indikator("I1"), indikator("I2", unit=("U1", "U2")), anggaran=(subkegiatan("1.1"),))


def angka(*daftar, buku=BUKU):
    """Return the figures of the first quarter from what units sent."""
    return catat_angka(susun_rekap(buku, TW1, kumpulan(*daftar)))


def kirim(unit="U1", **isi):
    return laporan(unit, 1, isi, {"1.1": 400} if unit == "U1" else {})


def beda(dulu, kini, *, selesai=True, berganti=("induk.xlsx", BERKAS)):
    return list(bandingkan_angka(TW1, dulu, kini, selesai=selesai, berganti=berganti))


def ringkas(daftar):
    return [(satu.indikator, satu.apa, satu.dulu, satu.sekarang) for satu in daftar]


WAJAR = angka(kirim(I1=80, I2=10), kirim("U2", I2=5))


def test_a_period_that_stays_as_it_was_lists_nothing():
    assert beda(WAJAR, angka(kirim(I1=80, I2=10), kirim("U2", I2=5))) == []


@pytest.mark.parametrize("selesai", [True, False], ids=["after a later period", "before any later period"])
def test_a_corrected_figure_is_listed_with_its_cell(selesai):
    daftar = beda(WAJAR, angka(kirim(I1=85, I2=10), kirim("U2", I2=5)), selesai=selesai)
    assert ringkas(daftar) == [("I1", "realisasi TW I", "80", "85"), ("I1", "capaian TW I", "80", "85")]
    assert all("realisasi" in satu.sebab and satu.dari_unit and satu.lewat is selesai for satu in daftar)
    assert "; " not in daftar[0].sebab


@pytest.mark.parametrize("selesai", [True, False], ids=["after a later period", "before any later period"])
def test_a_late_form_is_listed(selesai):
    lama, baru = angka(kirim(I1=80, I2=10)), angka(kirim(I1=80, I2=10), kirim("U2", I2=5))
    daftar = ringkas(beda(lama, baru, selesai=selesai))
    assert daftar == [("I2", "realisasi TW I", None, "15"), ("I2", "capaian TW I", None, "15")]


def test_the_words_of_a_unit_are_kept_with_their_cells_and_only_in_its_quarter():
    def berkata(isi, periode=TW1):
        satu = kirim(I1=80, I2=10)
        daftar = (replace(satu.daftar_indikator[0], penjelasan=isi), *satu.daftar_indikator[1:])
        return catat_angka(susun_rekap(BUKU, periode, kumpulan(replace(satu, daftar_indikator=daftar))))

    (satu,) = beda(berkata("Menurut register."), berkata("Menurut survei."))
    assert (satu.apa, satu.sekarang) == ("Penjelasan, U1, TW I", "Menurut survei.")
    assert satu.sebab == f"{BERKAS} · Indikator · penjelasan5"
    assert beda(berkata("a", setahun(TAHUN)), berkata("b", setahun(TAHUN))) == []
    tanpa_sel = replace(jawaban("I1", 80), penjelasan="a", asal={})
    laporan_u1 = replace(kirim(), daftar_indikator=(tanpa_sel,))
    assert angka(laporan_u1)["I1", "Penjelasan, U1,"] == Tercatat("a")


def test_the_agency_s_own_texts_are_kept_with_the_report_that_prints_them():
    def dengan(teks, periode):
        return catat_angka(susun_rekap(replace(BUKU, narasi=Narasi((("simpulan", teks),))), periode, kumpulan()))

    assert beda(dengan("Baik.", TW1), dengan("Cukup.", TW1)) == []
    (satu,) = beda(dengan("Baik.", setahun(TAHUN)), dengan("Cukup.", setahun(TAHUN)))
    assert (satu.indikator, satu.dulu, satu.sekarang, satu.sebab) == (
        "Narasi",
        "Baik.",
        "Cukup.",
        "induk.xlsx · Narasi",
    )


def test_an_indicator_of_a_budget_line_is_kept_as_any_other():
    buku = replace(BUKU, daftar_indikator_program=(indikator("1.1/1", sasaran="", rekening="1.1"),))
    lama, baru = (angka(laporan("U1", 1, {"1.1/1": isi}, {"1.1": 400}), buku=buku) for isi in (3, 4))
    assert ("1.1/1", "realisasi TW I", "3", "4") in ringkas(beda(lama, baru))


def test_a_form_that_nobody_touched_changes_the_past_only_through_the_buku_induk():
    lain = angka(kirim(I1=85, I2=10), kirim("U2", I2=5))
    dari = [beda(WAJAR, lain, berganti=berganti)[0].dari_unit for berganti in ([], ["induk.xlsx"], [BERKAS])]
    assert dari == [True, False, True]


def test_a_form_that_is_gone_is_named_by_the_cell_that_nobody_reads_any_more():
    sebab = {satu.sebab for satu in beda(WAJAR, angka(kirim(I1=80, I2=10))) if satu.apa == "realisasi TW I"}
    assert len(sebab) == 1
    assert sebab.pop().endswith("tidak dipakai lagi")


def test_a_reworded_indicator_is_the_buku_induk_s_doing_with_its_cell():
    (satu,) = beda(
        WAJAR,
        angka(
            kirim(I1=80, I2=10),
            kirim("U2", I2=5),
            buku=replace(
                BUKU, daftar_indikator=(replace(BUKU.daftar_indikator[0], nama="Bunyi baru"), BUKU.daftar_indikator[1])
            ),
        ),
    )
    assert (satu.indikator, satu.apa, satu.sekarang) == ("I1", "bunyi TW I", "Bunyi baru")
    assert (satu.sebab, satu.dari_unit) == (str(Asal("induk.xlsx", "Indikator", "nama")), False)


def test_a_new_head_and_a_renamed_unit_and_a_reworded_sasaran_are_listed():
    baru = replace(
        BUKU,
        instansi=replace(BUKU.instansi, kepala=Pejabat("Kepala Dinas", "Kepala Baru")),
        daftar_sasaran=(Sasaran("S1", "Lain", asal={"nama": Asal("induk.xlsx", "Sasaran", "B5")}),),
        daftar_unit=(replace(BUKU.daftar_unit[0], nama="Seksi U1"), *BUKU.daftar_unit[1:]),
    )
    daftar = beda(WAJAR, angka(kirim(I1=80, I2=10), kirim("U2", I2=5), buku=baru))
    assert ringkas(daftar) == [
        ("kepala instansi", "pejabat TW I", "Kepala Dinas", "Kepala Baru, Kepala Dinas"),
        ("U1", "nama unit TW I", "Bidang U1", "Seksi U1"),
        ("S1", "bunyi TW I", "Sasaran S1", "Lain"),
    ]
    sebab = ["induk.xlsx · Pejabat", "induk.xlsx · Unit", "induk.xlsx · Sasaran · B5"]
    assert [(satu.sebab, satu.dari_unit) for satu in daftar] == [(satu, False) for satu in sebab]


def test_a_figure_that_the_same_cells_make_otherwise_is_the_rules_doing():
    buku = replace(BUKU, aturan=Aturan(batas_atas=Decimal(100)))
    daftar = beda(angka(kirim(I1=120)), angka(kirim(I1=120), buku=buku))
    assert [(satu.apa, satu.sebab) for satu in daftar] == [("capaian TW I", CARA)]


def test_an_indicator_that_came_or_went_is_listed_as_such():
    tanpa = angka(kirim(I1=80), buku=induk(indikator("I1"), anggaran=(subkegiatan("1.1"),)))
    pergi = ringkas(beda(WAJAR, tanpa))
    assert ("I2", "bunyi TW I", "Indikator I2", None) in pergi
    assert ("I2", "realisasi TW I", "15", None) in pergi
    assert ("I2", "realisasi TW I", None, "15") in ringkas(beda(tanpa, WAJAR))


def test_money_is_kept_beside_the_indicators():
    lain = laporan("U1", 1, {"I1": 80, "I2": 10}, {"1.1": 500})
    (satu,) = beda(WAJAR, angka(lain, kirim("U2", I2=5)))
    assert (satu.indikator, satu.apa, satu.dulu, satu.sekarang) == ("1.1", "realisasi anggaran TW I", "400", "500")


def test_a_range_is_kept_as_both_of_its_bounds():
    buku = induk(indikator("I1", tahun=(45, 55), triwulan=[(45, 55)] * 4, arah=Arah.RENTANG))
    assert angka(buku=buku)["I1", "target"].nilai == "45 s.d. 55"


def isi_cetak(**ubah):
    return sidik_isi(susun_pandangan(susun_rekap(replace(BUKU, **ubah), TW1, kumpulan(kirim(I1=80)))))


@pytest.mark.parametrize(
    ("berganti", "sebab", "dari_unit"),
    [
        (["induk.xlsx", "TW2/b.xlsx"], "induk.xlsx", False),
        (["induk.xlsx", "TW1/a.xlsx"], "TW1/a.xlsx", True),
        ([f"jejak {TW1}", "induk.xlsx"], f"jejak {TW1}", True),
        ([], CARA, True),
    ],
    ids=["the buku induk", "a form", "what was recorded", "nobody"],
)
def test_what_is_printed_otherwise_is_listed_though_no_figure_differs(berganti, sebab, dari_unit):
    lama, baru = isi_cetak(), isi_cetak(aturan=Aturan(desimal_capaian=4))
    (satu,) = isi_lain(TW1, lama, baru, berganti)
    assert (satu.apa, satu.sebab, satu.dari_unit, satu.lewat) == ("isi lain TW I", sebab, dari_unit, True)


def test_what_is_printed_as_it_was_or_by_another_version_of_the_program_is_not_listed():
    kalimat = susun_pandangan(susun_rekap(BUKU, TW1, kumpulan(kirim(I1=80))), date(TAHUN, 4, 8))
    assert list(isi_lain(TW1, isi_cetak(), sidik_isi(kalimat), ["induk.xlsx"])) == []
    assert list(isi_lain(TW1, "0.0.1 ab", isi_cetak(), ["induk.xlsx"])) == []


def test_what_is_kept_comes_back_as_it_was():
    satu = Laporan(angka=WAJAR, isi="1 x", draf="ab", sidik="cd", sebelum=angka(kirim(I1=1)), berkas={"a": "b"})
    assert baca_laporan(tulis_laporan(satu)) == satu
    assert baca_laporan(tulis_laporan(replace(satu, sebelum=None))) == replace(satu, sebelum=None)
    sejak_draf = replace(satu, asal="a1", angka_asal=WAJAR)
    assert baca_laporan(tulis_laporan(sejak_draf)) == sejak_draf


def test_a_draft_that_is_made_anew_from_the_same_edited_one_is_compared_with_that():
    pertama = Laporan(angka=WAJAR)
    assert pertama.angka_draf("a1") == WAJAR
    kedua = Laporan(angka={}, asal="a1", angka_asal=WAJAR)
    assert (kedua.angka_draf("a1"), kedua.angka_draf("b2"), kedua.angka_draf("")) == (WAJAR, {}, {})


def test_own_words_on_a_sasaran_are_listed_in_the_report_that_prints_them():
    narasi = NarasiKinerja(sasaran="S1", tempat=TempatNarasi.ANALISIS, laporan="TW1", isi="Tulisan.")
    lain = replace(narasi, laporan="TW2")
    kini = angka(kirim(I1=80, I2=10), kirim("U2", I2=5), buku=replace(BUKU, daftar_narasi=(narasi, lain)))
    assert ringkas(beda(WAJAR, kini)) == [("S1", "narasi analisis TW I", None, "Tulisan.")]


@pytest.mark.parametrize(
    "teks",
    ["", "{", "[]", '{"versi": 2}', '{"versi": 1}', '{"versi": 1, "draf": "", "sidik": "", "sebelum": 1, "angka": []}'],
    ids=["empty", "cut off", "a list", "a later version", "without figures", "a number for figures"],
)
def test_what_cannot_be_read_counts_as_nothing_kept(teks):
    assert baca_laporan(teks) is None


def test_figures_made_anew_from_the_same_files_are_compared_with_what_was_there_before_them():
    dulu, kini = {("I1", "realisasi"): Tercatat("1")}, {("I1", "realisasi"): Tercatat("2")}
    satu = Laporan(angka=kini, sidik="b", sebelum=dulu)
    assert satu.pembanding("b", selesai=False) == dulu
    assert satu.pembanding("c", selesai=False) == kini
    assert satu.pembanding("b", selesai=True) == kini
