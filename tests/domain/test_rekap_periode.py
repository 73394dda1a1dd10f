from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantu_induk import (
    SKALA_SAKIP,
    TAHUN,
    belanja,
    des,
    indikator,
    induk,
    isian,
    kumpulan,
    kumpulan_indikator,
    laporan,
    rekening_atas,
    subkegiatan,
)
from lakip_gen.domain.anggaran import TingkatAnggaran, cari_induk
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import Arah, TidakDinilai
from lakip_gen.domain.induk import Narasi
from lakip_gen.domain.isian import Kumpulan, LaporanUnit
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Nilai, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.rekap import BELUM_BERLAKU, rekap_indikator, susun_rekap
from lakip_gen.domain.rekap_anggaran import BELUM_ADA
from lakip_gen.domain.target import JenisTarget

JUMLAH = {"cara": CaraGabung.JUMLAH, "jenis": JenisTarget.PER_TRIWULAN}
TW1, TW2, TW3, TW4 = (triwulan(TAHUN, n) for n in range(1, 5))
S1, S2, TAHUNAN = semester(TAHUN, 1), semester(TAHUN, 2), setahun(TAHUN)
SEMUA = (TW1, TW2, S1, TW3, TW4, S2, TAHUNAN)


def rekap_satu(satu, periode, **per_unit):
    return rekap_indikator(induk(satu), periode, kumpulan_indikator(per_unit), satu)


def ringkas(ukur):
    return ukur.target, ukur.realisasi.angka, getattr(ukur.capaian, "angka", None)


@pytest.mark.parametrize(
    ("periode", "ini", "setahun_ini"),
    [
        (TW1, (2, 1, 50), (10, 1, 10)),
        (TW2, (2, 3, 150), (10, 4, 40)),
        (S1, (4, 4, 100), (10, 4, 40)),
        (TW4, (4, 4, 100), (10, 10, 100)),
        (S2, (6, 6, 100), (10, 10, 100)),
        (TAHUNAN, (10, 10, 100), (10, 10, 100)),
    ],
)
def test_a_period_is_held_against_its_own_target_and_against_the_year_s(periode, ini, setahun_ini):
    satu = indikator(**JUMLAH, tahun=10, triwulan=(2, 2, 2, 4))
    rekap = rekap_satu(satu, periode, U1=(1, 3, 2, 4))
    assert (ringkas(rekap.periode_ini), ringkas(rekap.setahun)) == (ini, setahun_ini)


def test_quarters_after_the_period_are_not_looked_at():
    satu = indikator(**JUMLAH, tahun=10, triwulan=(2, 2, 2, 4))
    assert rekap_satu(satu, TW2, U1=(1, 3)) == rekap_satu(satu, TW2, U1=(1, 3, 99, 99))


def test_the_quarters_behind_a_period_are_kept_and_its_own_answers_apart():
    rekap = rekap_satu(indikator(), S2, U1=(1, 2, 3, 4))
    assert [t.periode for t in rekap.daftar_triwulan] == [TW1, TW2, TW3, TW4]
    assert [(s.triwulan, s.jawaban.isian) for s in rekap.daftar_jawaban] == [(TW3, isian(3)), (TW4, isian(4))]
    assert [s.berkas for s in rekap.daftar_jawaban] == ["U1-TW3.xlsx", "U1-TW4.xlsx"]


def test_a_sum_over_missing_quarters_is_no_smaller_number():
    rekap = rekap_satu(indikator(**JUMLAH, tahun=4, triwulan=(1,) * 4), TAHUNAN, U1=(1, None, 1, 1))
    assert ringkas(rekap.setahun) == (4, None, None)
    assert rekap.setahun.capaian == TidakDinilai("belum lengkap (3 dari 4 triwulan)")
    assert rekap.keterangan == "belum lengkap (3 dari 4 triwulan)"
    assert rekap.pita is None


def test_a_unit_that_sent_nothing_is_not_reported_and_not_zero():
    rekap = rekap_satu(indikator(), TW1)
    assert rekap.periode_ini.realisasi.isi == BelumDilaporkan()
    assert rekap.daftar_jawaban[0].berkas == ""
    assert rekap.daftar_jawaban[0].jawaban is None


def test_an_answer_that_is_missing_in_a_report_is_not_reported():
    daftar = kumpulan(laporan("U1", 1, {"I9": 5}))
    satu = indikator()
    assert rekap_indikator(induk(satu), TW1, daftar, satu).periode_ini.realisasi.isi == BelumDilaporkan()
    assert daftar.isian("U1", TW1, "I1") == BelumDilaporkan()
    assert daftar.isian("U9", TW1, "I9") == BelumDilaporkan()
    assert daftar.isian("U1", TW1, "I9") == isian(5)


def test_a_quarter_without_target_and_answer_is_not_due_where_figures_stand_for_themselves():
    satu = indikator(cara=CaraGabung.AKHIR, tahun=2, triwulan=(None, 1, None, 2))
    rekap = rekap_indikator(
        induk(satu), TAHUNAN, kumpulan(laporan("U1", 2, {"I1": 1}), laporan("U1", 4, {"I1": 2})), satu
    )
    assert ringkas(rekap.setahun) == (2, 2, 100)
    assert rekap.daftar_triwulan[0].isian == TidakDitunggu("tidak ada target pada periode ini")


def test_a_sum_waits_for_every_quarter_though_only_the_last_has_a_target():
    satu = indikator(**JUMLAH, arah=Arah.TURUN, tahun=12, triwulan=(None, None, None, 12))
    diterima = kumpulan(*(laporan("U1", n, {"I1": 3}) for n in (1, 3, 4)))
    tahun = rekap_indikator(induk(satu), TAHUNAN, diterima, satu).setahun
    assert tahun.realisasi.isi == BelumDilaporkan("belum lengkap (3 dari 4 triwulan)")
    assert tahun.dinilai is None


def test_one_unit_s_figure_of_a_quarter_without_target_does_not_replace_what_all_units_had():
    satu = indikator(cara=CaraGabung.AKHIR, unit=("U1", "U2"), tahun=40, triwulan=(None, 40, None, 40))
    diterima = kumpulan(laporan("U1", 2, {"I1": 20}), laporan("U2", 2, {"I1": 20}), laporan("U1", 3, {"I1": 25}))
    sampai = rekap_indikator(induk(satu), triwulan(TAHUN, 3), diterima, satu).setahun.realisasi
    assert (sampai.angka, sampai.catatan) == (40, "keadaan TW II")


def test_a_quarter_that_does_not_apply_leaves_the_sum_with_its_target():
    satu = indikator(**JUMLAH, tahun=12, triwulan=(3, 3, 3, 3))
    tahun = rekap_indikator(induk(satu), TAHUNAN, kumpulan_indikator({"U1": (3, "n/a", 3, 3)}), satu).setahun
    assert (tahun.target, tahun.realisasi.angka, tahun.dinilai.angka) == (9, 9, 100)
    assert tahun.realisasi.catatan == "tanpa 1 triwulan yang tidak berlaku"


@pytest.mark.parametrize("cara", [CaraGabung.JUMLAH, CaraGabung.KUMULATIF])
def test_what_may_at_most_add_up_to_a_target_is_judged_at_the_year_s_end(cara):
    satu = indikator(cara=cara, jenis=JenisTarget.PER_TRIWULAN, arah=Arah.TURUN, tahun=12, triwulan=(3, 3, 3, 3))
    diterima = kumpulan_indikator({"U1": (3, 3, 3, 3)})
    awal = rekap_indikator(induk(satu), TW1, diterima, satu).setahun
    assert awal.capaian == TidakDinilai("dinilai pada akhir tahun", nanti=True)
    assert rekap_indikator(induk(satu), semester(TAHUN, 2), diterima, satu).setahun.dinilai is not None


def test_a_report_of_a_unit_that_left_the_list_is_shown_under_its_kode():
    satu = indikator(unit=("U9",))
    buku = induk(satu)
    tanpa = replace(buku, daftar_unit=())
    rekap = rekap_indikator(tanpa, TW1, kumpulan_indikator({"U9": (3,)}), satu)
    assert rekap.daftar_jawaban[0].unit.nama == "U9"
    assert rekap_indikator(buku, TW1, kumpulan_indikator({"U9": (3,)}), satu).daftar_jawaban[0].unit.nama == "Bidang U9"


@pytest.mark.parametrize(
    ("isi", "catatan"),
    [
        ({"A": (1,), "B": (3,)}, ""),
        ({"A": (1,), "B": (None,)}, "1 dari 2 unit pada TW I"),
        ({"A": (1,), "B": ("n/a",)}, ""),
        ({"A": (None,), "B": (None,)}, "belum dilaporkan"),
    ],
)
def test_a_mean_of_units_says_how_many_it_stands_on(isi, catatan):
    satu = indikator(unit=("A", "B"), gabung_unit=GabungUnit.RATA_RATA)
    assert rekap_satu(satu, TW1, **isi).keterangan == catatan


def test_every_note_beside_a_figure_is_told_once():
    satu = indikator(unit=("A", "B"), gabung_unit=GabungUnit.RATA_RATA, tahun=0, triwulan=(0,) * 4)
    rekap = rekap_satu(satu, S1, A=(1, None), B=(None, None))
    assert rekap.keterangan == "keadaan TW I; 1 dari 2 unit pada TW I; tidak dapat dinilai: target 0"


def test_a_capped_capaian_says_so():
    satu = indikator(tahun=10, triwulan=(10,) * 4)
    buku = induk(satu, aturan=Aturan(batas_atas=Decimal(120)))
    rekap = rekap_indikator(buku, TW1, kumpulan_indikator({"U1": (50,)}), satu)
    assert (rekap.periode_ini.capaian.angka, rekap.periode_ini.capaian.mentah) == (120, 500)
    assert rekap.keterangan == "dibatasi"
    assert rekap.pita.predikat == "Sangat Tinggi"


def test_a_partial_year_says_so_beside_a_whole_quarter():
    satu = indikator(cara=CaraGabung.RATA_RATA, jenis=JenisTarget.KONSTAN)
    rekap = rekap_satu(satu, TW2, U1=(None, 90))
    assert rekap.setahun.realisasi.angka == 90
    assert rekap.keterangan == "sejak awal tahun rata-rata 1 dari 2 triwulan"


def test_an_entry_of_once_a_year_says_when_it_is_due_instead_of_denying_its_target():
    satu = indikator(cara=CaraGabung.SEKALI, tahun=90, triwulan=(90, 90, 90, 90))
    rekap = rekap_indikator(induk(satu), TW1, kumpulan(laporan("U1", 1, {"I9": 1})), satu)
    assert rekap.periode_ini.target == 90
    assert rekap.periode_ini.realisasi.isi == TidakDitunggu("belum waktunya, dilaporkan pada Triwulan IV")


def test_what_has_no_capaian_is_counted_by_its_reason_and_only_what_is_awaited_leaves_a_mean_open():
    sekali = indikator("I2", cara=CaraGabung.SEKALI, tahun=90, triwulan=(90, 90, 90, 90))
    nol = indikator("I4", tahun=0, triwulan=(0, 0, 0, 0), jenis=JenisTarget.KONSTAN)
    buku = induk(indikator("I1"), sekali, indikator("I3"), nol)
    isi = {"I1": 90, "I3": "n/a", "I4": 5}
    rekap = susun_rekap(buku, TW1, kumpulan(laporan("U1", 1, isi)))
    assert (
        rekap.rerata.keterangan
        == "1 dari 4 indikator, 1 tidak diukur pada periode ini, 1 tidak berlaku, 1 tidak dapat dinilai"
    )
    assert (rekap.rerata.menunggu, rekap.rerata.belum_tetap, rekap.pita.predikat) == (0, False, "Tinggi")


# --- Sasaran ----------------------------------------------------------------------------------------------------------


def test_the_mean_of_a_sasaran_takes_the_indicators_that_have_one():
    buku = induk(indikator("I1"), indikator("I2"), indikator("I3", sasaran="S2"), indikator("I4", sasaran="S2"))
    rekap = susun_rekap(buku, TW1, kumpulan(laporan("U1", 1, {"I1": 100, "I2": 50, "I3": 80, "I4": None})))
    assert [(s.rerata.angka, s.rerata.keterangan) for s in rekap.daftar_sasaran] == [
        (75, "2 dari 2 indikator"),
        (80, "1 dari 2 indikator, 1 belum dilaporkan"),
    ]
    assert [s.pita.predikat if s.pita else None for s in rekap.daftar_sasaran] == ["Sedang", None]
    assert bulat(rekap.rerata.angka) == "76.67"
    assert rekap.rerata.keterangan == "3 dari 4 indikator, 1 belum dilaporkan"
    assert rekap.pita is None
    assert [i.indikator.kode for i in rekap.daftar_indikator] == ["I1", "I2", "I3", "I4"]


def bulat(angka):
    return f"{angka:.2f}"


def test_the_summary_counts_the_rows_of_its_table():
    buku = induk(*(indikator(f"I{n}") for n in range(35)))
    rekap = susun_rekap(buku, TW1, Kumpulan({}))
    assert len(rekap.daftar_indikator) == rekap.rerata.semua == 35
    assert (rekap.rerata.angka, rekap.pita) == (None, None)
    assert rekap.daftar_sasaran[0].pita is None


@pytest.mark.parametrize(
    ("kinerja", "uang", "angka", "simpulan"),
    [
        (100, 500, 50, "efisien"),
        (100, 1000, 0, "berimbang"),
        (80, 500, 30, "target belum tercapai, efisiensi tidak dinilai"),
        (0, 0, None, "belum dilaksanakan"),
        (100, None, None, "tidak dapat dihitung: pagu 0 atau realisasi anggaran belum dilaporkan"),
        (None, 500, None, "tidak dapat dihitung: capaian belum ada"),
    ],
)
def test_each_sasaran_has_its_own_efisiensi(kinerja, uang, angka, simpulan):
    buku = induk(
        indikator("I1"), indikator("I2", sasaran="S2"), anggaran=[subkegiatan("1.1"), subkegiatan("1.2", sasaran="S2")]
    )
    isi = laporan("U1", 4, {"I1": kinerja, "I2": 100}, {"1.1": uang, "1.2": 1000})
    satu, dua = susun_rekap(buku, TAHUNAN, kumpulan(isi)).daftar_sasaran
    assert (satu.efisiensi.angka, satu.efisiensi.simpulan) == (angka, simpulan)
    assert dua.efisiensi.simpulan == "berimbang"
    assert [a.anggaran.kode for a in satu.daftar_anggaran] == ["1.1"]


@pytest.mark.parametrize("periode", [periode for periode in SEMUA if periode is not TAHUNAN])
def test_efisiensi_waits_for_the_year(periode):
    isi = kumpulan(*(laporan("U1", n, {"I1": 100}, {"1.1": 500}) for n in range(1, 5)))
    (satu,) = susun_rekap(induk(indikator(), anggaran=[subkegiatan("1.1")]), periode, isi).daftar_sasaran
    assert (satu.efisiensi.angka, satu.efisiensi.simpulan) == (None, "dinilai dalam laporan tahunan")
    assert satu.anggaran.serapan == 50


def test_a_sasaran_without_money_has_no_efisiensi():
    rekap = susun_rekap(induk(indikator()), TW1, kumpulan_indikator({"U1": (100,)}))
    (satu,) = rekap.daftar_sasaran
    assert satu.anggaran.realisasi.isi == TidakBerlaku("tidak ada subkegiatan")
    assert (satu.anggaran.pagu, satu.efisiensi.angka) == (0, None)


# --- Anggaran ---------------------------------------------------------------------------------------------------------

PROGRAM, KEGIATAN = TingkatAnggaran.PROGRAM, TingkatAnggaran.KEGIATAN
DAFTAR_ANGGARAN = (
    rekening_atas("1", PROGRAM),
    rekening_atas("1.01", KEGIATAN),
    subkegiatan("1.01.1", 1000),
    subkegiatan("1.01.2", 3000),
    rekening_atas("1.02", KEGIATAN),
    subkegiatan("1.02.1", 0),
    rekening_atas("10", PROGRAM),
    rekening_atas("10.01", KEGIATAN),
    subkegiatan("10.01.1", 7000),
)


def rekap_uang(periode, *per_triwulan):
    daftar = [laporan("U1", nomor, anggaran=isi) for nomor, isi in enumerate(per_triwulan, 1)]
    rekap = susun_rekap(induk(indikator(), anggaran=DAFTAR_ANGGARAN), periode, kumpulan(*daftar))
    return rekap, {baris.anggaran.kode: baris for baris in rekap.daftar_anggaran}


def test_program_and_kegiatan_are_the_sum_of_what_lies_under_them():
    rekap, per_kode = rekap_uang(TW1, {"1.01.1": 400, "1.01.2": 600, "1.02.1": 0, "10.01.1": 7000})
    assert [(k, b.pagu, b.realisasi.angka) for k, b in per_kode.items()] == [
        ("1", 4000, 1000),
        ("1.01", 4000, 1000),
        ("1.01.1", 1000, 400),
        ("1.01.2", 3000, 600),
        ("1.02", 0, 0),
        ("1.02.1", 0, 0),
        ("10", 7000, 7000),
        ("10.01", 7000, 7000),
        ("10.01.1", 7000, 7000),
    ]
    assert (rekap.anggaran.pagu, rekap.anggaran.realisasi.angka) == (11000, 8000)
    assert [per_kode[k].serapan for k in ("1.01", "1.02", "10")] == [25, None, 100]


def test_a_missing_line_keeps_every_sum_above_it_open():
    rekap, per_kode = rekap_uang(TW1, {"1.01.1": 400, "1.02.1": 0, "10.01.1": 70})
    assert per_kode["1.01"].realisasi.keterangan == "belum lengkap (1 dari 2 subkegiatan)"
    assert per_kode["1"].realisasi.keterangan == "belum lengkap (2 dari 3 subkegiatan)"
    assert per_kode["10"].realisasi.angka == 70
    assert rekap.anggaran.realisasi.keterangan == "belum lengkap (3 dari 4 subkegiatan)"
    assert rekap.anggaran.serapan is None


def test_without_any_report_nothing_is_spent_and_nothing_is_zero():
    rekap, per_kode = rekap_uang(TW1)
    assert all(baris.realisasi.angka is None and baris.serapan is None for baris in per_kode.values())
    assert all(baris.fisik.angka is None for baris in per_kode.values())
    assert rekap.anggaran.realisasi.keterangan == "belum dilaporkan"


def test_a_kegiatan_without_subkegiatan_has_no_money():
    rekap = susun_rekap(induk(indikator(), anggaran=[rekening_atas("9")]), TW1, Kumpulan({}))
    assert rekap.daftar_anggaran[0].realisasi.isi == TidakBerlaku("tidak ada subkegiatan")
    assert rekap.daftar_anggaran[0].fisik.isi == TidakBerlaku("tidak ada subkegiatan")


def test_money_is_a_running_total_and_each_quarter_is_what_was_added():
    _, per_kode = rekap_uang(TW3, *({"1.01.1": uang} for uang in (100, 250, 250)))
    baris = per_kode["1.01.1"]
    assert baris.realisasi.angka == 250
    assert [hasil.angka for hasil in baris.per_triwulan] == [100, 150, 0, None]
    assert baris.per_triwulan[3].isi == TidakBerlaku("di luar periode")


def test_a_quarter_after_a_gap_cannot_be_told_apart():
    _, per_kode = rekap_uang(TW4, {"1.01.1": 100}, {"1.01.1": None}, {"1.01.1": 250}, {"1.01.1": 400})
    satu, dua, tiga, empat = per_kode["1.01.1"].per_triwulan
    assert (satu.angka, empat.angka) == (100, 150)
    assert dua.isi == BelumDilaporkan()
    assert tiga.isi == BelumDilaporkan("triwulan sebelumnya belum dilaporkan")


def test_money_typed_as_a_fraction_is_no_money():
    _, per_kode = rekap_uang(TW1, {"1.01.1": (1, 2)})
    assert per_kode["1.01.1"].realisasi.isi == BelumDilaporkan()


def test_quarters_outside_the_period_are_outside_for_sums_too():
    _, per_kode = rekap_uang(TW1, {"1.01.1": 400, "1.01.2": 600, "1.02.1": 0, "10.01.1": 70})
    assert [hasil.angka for hasil in per_kode["1"].per_triwulan] == [1000, None, None, None]
    assert per_kode["1"].per_triwulan[1].isi == TidakBerlaku("di luar periode")


def rekap_fisik(*fisik):
    daftar = [subkegiatan("1.01.1", 1000), subkegiatan("1.01.2", 3000)]
    isi = tuple(belanja(a.kode, 0, f) for a, f in zip(daftar, fisik, strict=False))
    satu = LaporanUnit(unit="U1", periode=TW1, berkas="a.xlsx", daftar_anggaran=isi)
    rekap = susun_rekap(induk(indikator(), anggaran=[rekening_atas("1.01"), *daftar]), TW1, kumpulan(satu))
    return rekap.daftar_anggaran[0].fisik


def test_physical_progress_is_weighed_by_pagu():
    assert rekap_fisik(100, 20).angka == 40
    assert rekap_fisik(100, None).keterangan == "belum lengkap (1 dari 2 subkegiatan)"
    assert rekap_fisik("n/a", "n/a").isi == TidakBerlaku()


def test_a_line_that_does_not_apply_leaves_the_sums_together_with_its_pagu():
    rekap, per_kode = rekap_uang(TW1, {"1.01.1": "n/a", "1.01.2": 600, "1.02.1": 0, "10.01.1": 7000})
    tanpa = "tanpa 1 subkegiatan yang tidak berlaku"
    kegiatan = per_kode["1.01"]
    assert (kegiatan.pagu, kegiatan.realisasi, kegiatan.serapan) == (4000, Hasil(Nilai(Decimal(600)), tanpa), 20)
    assert (rekap.anggaran.realisasi.angka, rekap.anggaran.realisasi.catatan) == (7600, tanpa)
    assert (rekap.anggaran.pagu, rekap.anggaran.serapan) == (11000, 76)
    assert per_kode["10"].realisasi.catatan == ""
    assert kegiatan.per_triwulan[0] == kegiatan.realisasi


def test_a_line_that_does_not_apply_hides_no_missing_one():
    rekap, _ = rekap_uang(TW1, {"1.01.1": "n/a", "1.02.1": 0, "10.01.1": 7000})
    assert rekap.anggaran.realisasi.keterangan == "belum lengkap (2 dari 3 subkegiatan)"
    assert rekap.anggaran.serapan is None


def test_what_is_spent_after_a_quarter_that_does_not_apply_was_spent_since():
    _, per_kode = rekap_uang(TW3, {"1.01.1": 100}, {"1.01.1": "n/a"}, {"1.01.1": 250})
    satu, dua, tiga, _ = per_kode["1.01.1"].per_triwulan
    assert (satu.angka, dua.isi, tiga.angka) == (100, TidakBerlaku(), 150)


def test_physical_progress_leaves_out_what_does_not_apply():
    assert rekap_fisik("n/a", 20) == Hasil(Nilai(Decimal(20)), "tanpa 1 subkegiatan yang tidak berlaku")


def test_physical_progress_of_no_money_has_no_weight():
    satu = LaporanUnit(unit="U1", periode=TW1, berkas="a.xlsx", daftar_anggaran=(belanja("1.01.1", 0, 50),))
    rekap = susun_rekap(
        induk(indikator(), anggaran=[rekening_atas("1.01"), subkegiatan("1.01.1", 0)]), TW1, kumpulan(satu)
    )
    assert rekap.daftar_anggaran[0].fisik.isi == TidakBerlaku("pagu 0")


def test_a_line_knows_the_nearest_line_above():
    per_kode = {a.kode: a for a in DAFTAR_ANGGARAN}
    assert cari_induk(per_kode["1.01.1"], DAFTAR_ANGGARAN) is per_kode["1.01"]
    assert cari_induk(per_kode["10.01"], DAFTAR_ANGGARAN) is per_kode["10"]
    assert cari_induk(per_kode["10"], DAFTAR_ANGGARAN) is None


UANG = st.none() | st.decimals(0, 10**12, places=2)


@given(st.lists(st.lists(UANG, min_size=4, max_size=4), max_size=4), st.sampled_from(SEMUA))
def test_sums_above_are_never_typed_but_derived(per_triwulan, periode):
    kode = [a.kode for a in DAFTAR_ANGGARAN if a.tingkat is TingkatAnggaran.SUBKEGIATAN]
    rekap, per_kode = rekap_uang(periode, *(dict(zip(kode, uang, strict=True)) for uang in per_triwulan))
    bawah = [per_kode[k].realisasi.angka for k in kode]
    assert rekap.anggaran.realisasi.angka == (None if None in bawah else sum(bawah))
    for baris in rekap.daftar_anggaran:
        anak = [per_kode[k] for k in kode if k.startswith(baris.anggaran.kode + ".")] or [baris]
        uang = [satu.realisasi.angka for satu in anak]
        assert baris.pagu == sum(satu.pagu for satu in anak)
        assert baris.realisasi.angka == (None if None in uang else sum(uang))


# --- What is kept beside the figures ----------------------------------------------------------------------------------


def test_the_year_is_asked_for_its_parts_by_kode():
    buku = induk(
        indikator("I1", unit=("U1", "U2")),
        indikator("I2", unit=("U2",), sasaran="S2"),
        anggaran=DAFTAR_ANGGARAN,
        daftar_skala=(SKALA_SAKIP,),
        narasi=Narasi((("simpulan", "Baik."),)),
    )
    assert [i.kode for i in buku.indikator_unit("U2")] == ["I1", "I2"]
    assert [i.kode for i in buku.indikator_sasaran("S2")] == ["I2"]
    assert [a.kode for a in buku.daftar_subkegiatan] == ["1.01.1", "1.01.2", "1.02.1", "10.01.1"]
    assert buku.subkegiatan_unit("U2") == ()
    assert (buku.unit("U2").nama, buku.unit("U9")) == ("Bidang U2", None)
    assert (buku.narasi.teks("simpulan"), buku.narasi.teks("lain")) == ("Baik.", "")


def test_the_quarters_of_an_indicator_are_measured_one_by_one():
    rekap = rekap_satu(indikator(**JUMLAH, tahun=10, triwulan=(2, 2, 2, 4)), TAHUNAN, U1=(1, 3, None, "n/a"))
    assert [ringkas(t.pengukuran) for t in rekap.daftar_triwulan] == [
        (2, 1, 50),
        (2, 3, 150),
        (2, None, None),
        (4, None, None),
    ]
    assert rekap.daftar_triwulan[1].pengukuran.capaian.angka == des(150)


@pytest.mark.parametrize(
    ("lain", "simpulan"),
    [(None, "tidak dapat dinilai: data kinerjanya belum lengkap"), ("n/a", "efisien"), (100, "efisien")],
    ids=["belum dilaporkan", "tidak berlaku", "ada"],
)
def test_no_sasaran_is_efficient_while_an_indicator_of_it_is_awaited(lain, simpulan):
    buku = induk(indikator("I1"), indikator("I2"), anggaran=[subkegiatan("1.1")])
    isi = kumpulan(*(laporan("U1", n, {"I1": 100, "I2": lain}, {"1.1": 500}) for n in range(1, 5)))
    (sasaran,) = susun_rekap(buku, TAHUNAN, isi).daftar_sasaran
    assert sasaran.efisiensi.simpulan == simpulan


def test_what_begins_in_july_is_not_waited_for_before():
    baru, lama = indikator("I2"), induk(indikator("I1"), anggaran=[subkegiatan("1.1")])
    kini = induk(indikator("I1"), baru, anggaran=[subkegiatan("1.1"), subkegiatan("1.2", 500)])
    kini = replace(kini, masa=((TW1.awal, lama), (TW3.awal, kini)))
    isi = kumpulan(laporan("U1", 3, {"I2": 4}, {"1.2": 100}))
    rekap = susun_rekap(kini, TW3, isi)
    per_triwulan = next(satu for satu in rekap.daftar_indikator if satu.indikator.kode == "I2").daftar_triwulan
    uang = next(satu for satu in rekap.daftar_anggaran if satu.anggaran.kode == "1.2").per_triwulan
    assert [satu.pengukuran.realisasi.keterangan for satu in per_triwulan] == [BELUM_BERLAKU.alasan] * 2 + [""]
    assert [satu.isi for satu in uang[:2]] == [BELUM_ADA] * 2


@pytest.mark.parametrize("daftar", [(0,), (0, 5), (0, None, 0)], ids=["TW1", "TW1-2", "TW1 and 3"])
def test_a_state_that_cannot_be_measured_yet_keeps_the_mean_open_while_later_quarters_are_due(daftar):
    rasio = indikator("I2", arah=Arah.TURUN, rumus_turun=RumusTurun.RASIO, tahun=5, triwulan=(5,) * 4)
    lengkap = indikator("I1", tahun=5, triwulan=(5,) * 4)
    isi = (*daftar, *(None for _ in range(4 - len(daftar))))
    kirim = [laporan("U1", n, {"I1": 5} | ({} if v is None else {"I2": v})) for n, v in enumerate(isi, start=1)]
    rata = susun_rekap(induk(lengkap, rasio), setahun(TAHUN), kumpulan(*kirim)).rerata
    assert (rata.angka, rata.belum_tetap) == (100, True)
