"""Figures that were printed in real reports, computed again by the program.

The cases lie in `tests/kasus`; the head of each file names its source. Printed figures that do not follow from the
printed inputs stand here too, each with what the program gives instead:

- Manggarai Timur 2019, Angka Kematian Ibu: 87,10 is 162/186, from raw cases; the printed 0,16/0,19 make 84,21.
- Manggarai Timur 2019, Angka Kematian Balita: 72,52 follows from no formula (rasio 355,56; selisih 171,88).
- Manggarai Timur 2019, mean: printed 85,38; the mean of the three printed figures is 85,39.
- Tanah Datar 2016, realisasi APM SD/MI: printed 92,22; 36.743 / 39.834 is 92,24.
- Tanah Datar 2016, mean: printed 100,41; both indicators stand at 101,46.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from bantu_induk import (
    TAHUN,
    indikator,
    induk,
    isian,
    kumpulan,
    kumpulan_indikator,
    laporan,
    rekening_atas,
    subkegiatan,
)
from lakip_gen.domain.angka import baca
from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.bacaan import Terbaca, TidakBerlakuTertulis
from lakip_gen.domain.capaian import Arah, Capaian, TidakDinilai, hitung_capaian
from lakip_gen.domain.konsolidasi import CaraGabung, rasio
from lakip_gen.domain.nilai import BelumDilaporkan
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.rekap import rekap_indikator, susun_rekap
from lakip_gen.domain.rerata import Anggota, rerata
from lakip_gen.domain.target import JenisTarget

KASUS = Path(__file__).parent.parent / "kasus"
LAMPUNG, MANGGARAI = "lkj-lampung-2015-akb", "lkjip-manggaraitimur-2019"
TANAH_DATAR, BANYUASIN = "lkjip-tanahdatar-2016-apm", "lkj-banyuasin-2016"
POLMAN, POLMAN_ANGGARAN = "polman-subbid-anggaran-2022", "polman-subbid-anggaran-2022-anggaran"
SAMPANG = "inspektorat-sampang-2019"
TW = tuple(f"realisasi_tw{nomor}" for nomor in range(1, 5))


def daftar_baris(berkas):
    teks = (KASUS / f"{berkas}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(baris for baris in teks.splitlines() if not baris.startswith("#")))


def angka(teks, satuan="%"):
    bacaan = baca(teks, satuan)
    assert isinstance(bacaan, Terbaca), (teks, bacaan)
    return bacaan.nilai


def capaian_baris(baris, rumus):
    arah = Arah.TURUN if baris["polaritas"] == "negatif" else Arah.NAIK
    hasil = hitung_capaian(
        angka(baris["realisasi_tahun"]), angka(baris["target_tahun"]), arah, Aturan(rumus_turun=rumus)
    )
    assert isinstance(hasil, Capaian)
    return bulatkan(hasil.angka, 2)


@pytest.mark.parametrize(
    ("berkas", "nomor", "rumus", "tercetak"),
    [
        (LAMPUNG, 0, RumusTurun.SELISIH, "184.75"),
        (LAMPUNG, 1, RumusTurun.SELISIH, "179.67"),
        (MANGGARAI, 1, RumusTurun.RASIO, "96.54"),
        (TANAH_DATAR, 0, RumusTurun.SELISIH, "101.46"),
        (TANAH_DATAR, 1, RumusTurun.SELISIH, "101.46"),
        (BANYUASIN, 0, RumusTurun.SELISIH, "99.60"),
        (BANYUASIN, 1, RumusTurun.SELISIH, "100.13"),
        (POLMAN, 0, RumusTurun.SELISIH, "97.32"),
        (POLMAN, 1, RumusTurun.SELISIH, "150.00"),
        (POLMAN, 2, RumusTurun.SELISIH, "166.67"),
    ],
)
def test_a_printed_capaian_is_reproduced(berkas, nomor, rumus, tercetak):
    baris = daftar_baris(berkas)[nomor]
    assert angka(baris["capaian_published"]) == Decimal(tercetak)
    assert capaian_baris(baris, rumus) == Decimal(tercetak)


@pytest.mark.parametrize(
    ("nomor", "tercetak", "rasio", "selisih"),
    [(0, "87.10", "84.21", "81.25"), (2, "72.52", "355.56", "171.88")],
)
def test_a_printed_capaian_that_follows_from_no_formula_is_not_imitated(nomor, tercetak, rasio, selisih):
    baris = daftar_baris(MANGGARAI)[nomor]
    assert angka(baris["capaian_published"]) == Decimal(tercetak)
    assert capaian_baris(baris, RumusTurun.RASIO) == Decimal(rasio)
    assert capaian_baris(baris, RumusTurun.SELISIH) == Decimal(selisih)


@pytest.mark.parametrize(
    ("berkas", "tercetak", "hitung"), [(MANGGARAI, "85.38", "85.39"), (TANAH_DATAR, "100.41", "101.46")]
)
def test_a_printed_mean_that_is_not_the_mean_is_not_imitated(berkas, tercetak, hitung):
    *daftar, terakhir = daftar_baris(berkas)
    hasil = rerata([Anggota(Capaian(angka(b["capaian_published"]), Decimal(0), "")) for b in daftar])
    assert angka(terakhir["capaian_published"]) == Decimal(tercetak)
    assert bulatkan(hasil.angka, 2) == Decimal(hitung)


def test_the_realisasi_of_tanah_datar_is_a_ratio_that_was_printed_two_hundredths_too_low():
    assert bulatkan(rasio(Decimal(36743), Decimal(39834), Decimal(100)).angka, 2) == Decimal("92.24")
    assert angka(daftar_baris(TANAH_DATAR)[0]["realisasi_tahun"]) == Decimal("92.22")


def rekap_tahun(satu, daftar):
    return rekap_indikator(induk(satu), setahun(TAHUN), kumpulan_indikator({"U1": daftar}), satu).setahun


def test_four_quarters_of_polman_add_up_and_are_not_capped():
    baris = daftar_baris(POLMAN)[2]
    satu = indikator(
        cara=CaraGabung.JUMLAH,
        jenis=JenisTarget.PER_TRIWULAN,
        tahun=baris["target_tahun"],
        triwulan=(0, 1, 1, 1),
    )
    ukur = rekap_tahun(satu, [baris[kolom] for kolom in TW])
    assert ukur.realisasi.angka == angka(baris["realisasi_tahun"]) == 5
    assert bulatkan(ukur.capaian.angka, 2) == Decimal("166.67")
    assert not ukur.capaian.dibatasi


def test_three_entries_of_polman_need_to_know_that_the_fourth_was_not_due():
    # The source shows 1, 0 and 2 for a target of 2, in three of four periods that it does not name.
    baris = daftar_baris(POLMAN)[1]
    satu = indikator(cara=CaraGabung.JUMLAH, tahun=baris["target_tahun"], triwulan=(1, 1, 0, 0))
    ukur = rekap_tahun(satu, (1, 0, 2, "n/a"))
    assert (ukur.realisasi.angka, ukur.capaian.angka) == (3, 150)
    kurang = rekap_tahun(satu, (1, 0, 2, None))
    assert kurang.realisasi.angka is None
    assert kurang.realisasi.keterangan == "belum lengkap (3 dari 4 triwulan)"


@pytest.mark.parametrize("nomor", [1, 2, 3, 4])
def test_the_one_entry_of_polman_holds_for_the_year_whenever_it_came(nomor):
    baris = daftar_baris(POLMAN)[0]
    satu = indikator(cara=CaraGabung.SEKALI, tahun=baris["target_tahun"], triwulan=(None,) * 4)
    isi = [baris["realisasi_tahun"] if n == nomor else None for n in range(1, 5)]
    assert bulatkan(rekap_tahun(satu, isi).capaian.angka, 2) == Decimal("97.32")


# --- The budget of Polman ---------------------------------------------------------------------------------------------

KEGIATAN, SUB_1, SUB_2 = "5.02.01.2.01", "5.02.01.2.01.01", "5.02.01.2.01.02"
DAFTAR_KODE = (KEGIATAN, SUB_1, SUB_2)
BARIS_ANGGARAN = dict(zip(DAFTAR_KODE, daftar_baris(POLMAN_ANGGARAN), strict=True))


def uang(kode, kolom):
    teks = BARIS_ANGGARAN[kode][kolom]
    return angka(teks, "Rp") if teks else None


def rekap_polman(periode, sel_kosong):
    """Consolidate the quarters of the source; our forms hold running totals, and a blank is `sel_kosong`."""
    anggaran = [rekening_atas(KEGIATAN), *(subkegiatan(kode, uang(kode, "pagu")) for kode in (SUB_1, SUB_2))]
    daftar_laporan = []
    for nomor in range(1, 5):
        isi = {}
        for kode in (SUB_1, SUB_2):
            terisi = [u for u in (uang(kode, kolom) for kolom in TW[:nomor]) if u is not None]
            isi[kode] = isian(sum(terisi)) if terisi else isian(sel_kosong)
        daftar_laporan.append(laporan("U1", nomor, anggaran=isi))
    rekap = susun_rekap(induk(indikator(), anggaran=anggaran), periode, kumpulan(*daftar_laporan))
    return {satu.anggaran.kode: satu for satu in rekap.daftar_anggaran}


@pytest.mark.parametrize(("kode", "tercetak"), [(KEGIATAN, "99.66"), (SUB_1, "99.62"), (SUB_2, "99.80")])
def test_the_year_s_spending_of_polman_is_reproduced(kode, tercetak):
    baris = rekap_polman(setahun(TAHUN), None)[kode]
    assert baris.pagu == uang(kode, "pagu")
    assert baris.realisasi.angka == uang(kode, "realisasi_total")
    assert bulatkan(baris.serapan, 2) == Decimal(tercetak) == angka(BARIS_ANGGARAN[kode]["persen_published"])


@pytest.mark.parametrize("kode", DAFTAR_KODE)
def test_each_quarter_of_polman_comes_back_out_of_the_running_totals(kode):
    baris = rekap_polman(setahun(TAHUN), 0)[kode]
    assert [hasil.angka for hasil in baris.per_triwulan] == [uang(kode, kolom) or 0 for kolom in TW]


def test_a_blank_quarter_of_polman_leaves_the_kegiatan_incomplete_and_is_never_zero():
    baris = rekap_polman(triwulan(TAHUN, 1), None)
    assert baris[SUB_1].realisasi.angka == uang(SUB_1, TW[0])
    assert baris[SUB_2].realisasi.isi == BelumDilaporkan()
    assert baris[SUB_2].serapan is None
    assert baris[KEGIATAN].realisasi.keterangan == "belum lengkap (1 dari 2 subkegiatan)"
    assert baris[KEGIATAN].serapan is None


def test_the_first_semester_of_polman_stands_at_its_later_quarter():
    baris = rekap_polman(semester(TAHUN, 1), None)
    assert baris[KEGIATAN].realisasi.angka == Decimal(177776900) + Decimal(217285100)


# --- Sampang: n/a -----------------------------------------------------------------------------------------------------


def test_what_sampang_printed_as_not_available_is_no_figure_and_no_zero():
    (baris,) = daftar_baris(SAMPANG)
    assert isinstance(baca(baris["realisasi_tahun"]), TidakBerlakuTertulis)
    satu = indikator(tahun=angka(baris["target_tahun"]), triwulan=(angka(baris["target_tahun"]),) * 4)
    for sel in (None, "n/a"):
        ukur = rekap_tahun(satu, (sel,) * 4)
        assert ukur.realisasi.angka is None
        assert isinstance(ukur.capaian, TidakDinilai)
    assert rekap_tahun(satu, (None,) * 4).realisasi.keterangan == "belum dilaporkan"
    assert rekap_tahun(satu, ("n/a",) * 4).realisasi.keterangan == "tidak berlaku"
