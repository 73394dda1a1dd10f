"""Is what a unit reported whole and believable? Each code by its smallest case, at its cell."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantu_induk import (
    BERKAS,
    TAHUN,
    aksi,
    belanja,
    des,
    formulir,
    formulir_mentah,
    galat,
    indikator,
    induk,
    isian,
    jawaban,
    letak,
    rumus,
    subkegiatan,
)
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.isian import IsianAksi, IsianBulan, LaporanUnit, Pengesahan
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.target import JenisTarget
from lakip_gen.domain.temuan import Asal
from lakip_gen.domain.urai import DITOLAK
from lakip_gen.formulir.baca import susun_laporan
from lakip_gen.formulir.isi import DAFTAR_PEMERIKSAAN, Konteks, periksa_isi
from lakip_gen.pesan.katalog import katalog

SAH = Pengesahan("Penyusun", "Staf", date(2026, 1, 8), "disetujui")
LENGKAP = {"faktor_pendorong": "Dukungan.", "faktor_penghambat": "Cuaca.", "data_dukung": "BA.pdf"}
TINDAK = {"tindak_lanjut": "Rapat.", "pic": "Kasi", "batas_waktu": date(2026, 6, 30)}
JELAS = {"penjelasan": "Sudah diperiksa."}
BELUM, TB = None, "n/a"


def periksa(
    satu=None,
    isi=BELUM,
    *,
    nomor=1,
    lalu=(),
    aturan=None,
    anggaran=(),
    uang=(),
    daftar_aksi=(),
    bulan=(),
    sah=SAH,
    **kata,
):
    """Check a report of one indicator that is otherwise whole; `kata` replaces the unit's words."""
    satu = satu or indikator()
    buku = induk(satu, anggaran=anggaran, aturan=aturan)
    milik = jawaban("I1", isi, **(LENGKAP | TINDAK | kata)).dinilai(satu, triwulan(TAHUN, nomor), buku.aturan)
    laporan = LaporanUnit(
        unit="U1",
        periode=triwulan(TAHUN, nomor),
        berkas=BERKAS,
        daftar_indikator=(milik,),
        daftar_anggaran=tuple(uang),
        daftar_aksi=daftar_aksi,
        daftar_bulan=bulan,
        pengesahan=sah,
    )
    return periksa_isi(Konteks(formulir(buku, nomor), laporan, tuple(lalu)))


def dulu(nomor, isi, uang=()):
    return LaporanUnit(
        unit="U1",
        periode=triwulan(TAHUN, nomor),
        berkas=f"TW{nomor}.xlsx",
        daftar_indikator=(jawaban("I1", isi),),
        daftar_anggaran=tuple(uang),
    )


def persen(**lain):
    return indikator(satuan="%", **lain)


RASIO = indikator(cara=CaraGabung.RASIO, satuan="%", pengali=Decimal(100))
SEKALI = indikator(cara=CaraGabung.SEKALI)
SDINI = indikator(cara=CaraGabung.KUMULATIF, jenis=JenisTarget.KUMULATIF, triwulan=(25, 50, 75, 100))
TURUN = indikator(arah=Arah.TURUN, tahun=5, triwulan=(5,) * 4)
RENTANG = indikator(arah=Arah.RENTANG, tahun=(-5, 5), triwulan=((-5, 5),) * 4)


@pytest.mark.parametrize(
    ("satu", "isi", "lain", "temuan"),
    [
        # A figure that is due.
        (indikator(), 100, {}, []),
        (indikator(), BELUM, {}, [("realisasi-kosong", "realisasi5")]),
        (RASIO, BELUM, {}, [("realisasi-kosong", "pembilang5")]),
        (indikator(), DITOLAK, {}, []),
        (SEKALI, BELUM, {"nomor": 3}, []),
        (SEKALI, BELUM, {"nomor": 4}, [("realisasi-kosong", "realisasi5")]),
        (indikator(), 0, JELAS, []),
        # Not applicable.
        (indikator(), TB, {}, [("tidak-berlaku-tanpa-penjelasan", "penjelasan5")]),
        (indikator(), TB, JELAS, []),
        (indikator(triwulan=(None,) * 4), TB, {}, []),
        # Far from the target.
        (indikator(), 60, {}, []),
        (indikator(), Decimal("59.99"), {}, [("capaian-rendah", "penjelasan5")]),
        (indikator(), Decimal("59.99"), JELAS, []),
        (indikator(), 150, {}, []),
        (indikator(), Decimal("150.01"), {}, [("capaian-tinggi", "penjelasan5")]),
        (indikator(), 500, JELAS, []),
        (TURUN, 12, {}, [("capaian-rendah", "penjelasan5")]),
        (TURUN, 0, {}, [("capaian-tinggi", "penjelasan5")]),
        (indikator(), 79, {"aturan": Aturan(ambang_bawah=Decimal(80))}, [("capaian-rendah", "penjelasan5")]),
        (indikator(tahun=0, triwulan=(0,) * 4), 5, {}, []),
        (indikator(triwulan=(None,) * 4), 5, {}, []),
        # The causes, in the unit's own words.
        (indikator(), 100, {"faktor_pendorong": ""}, [("faktor-pendorong-kosong", "faktor_pendorong5")]),
        (indikator(), 100, {"faktor_penghambat": "", "tindak_lanjut": "", "pic": "", "batas_waktu": None}, []),
        (indikator(), 99, {"faktor_pendorong": ""}, []),
        (indikator(), 99, {"faktor_penghambat": ""}, [("faktor-penghambat-kosong", "faktor_penghambat5")]),
        (indikator(), 99, {"tindak_lanjut": ""}, [("tindak-lanjut-kosong", "tindak_lanjut5")]),
        (indikator(), 100, {"tindak_lanjut": ""}, [("tindak-lanjut-tanpa-isi", "tindak_lanjut5")]),
        (indikator(), 100, {"tindak_lanjut": "", "pic": ""}, [("tindak-lanjut-tanpa-isi", "tindak_lanjut5")]),
        (indikator(), 100, {"tindak_lanjut": "", "batas_waktu": None}, [("tindak-lanjut-tanpa-isi", "tindak_lanjut5")]),
        (indikator(), 99, {"pic": ""}, [("pic-kosong", "pic5")]),
        (indikator(), 99, {"batas_waktu": None}, [("batas-waktu-kosong", "batas_waktu5")]),
        (indikator(), 99, {"data_dukung": ""}, [("data-dukung-kosong", "data_dukung5")]),
        (RASIO, (1, 1), {"data_dukung": ""}, [("data-dukung-kosong", "data_dukung5")]),
        (indikator(), TB, {"data_dukung": "", **JELAS}, []),
        # Below zero.
        (indikator(), -1, JELAS, [("angka-negatif", "realisasi5")]),
        (indikator(tahun=-2, triwulan=(-2,) * 4), -1, JELAS, []),
        (RASIO, (-1, 4), JELAS, [("angka-negatif", "pembilang5")]),
        (RASIO, (1, -4), JELAS, [("angka-negatif", "penyebut5")]),
        (indikator(bawah_nol=True), "-1.41", JELAS, []),
        (indikator(tahun=1, triwulan=(-2, 0, 1, 1)), -1, JELAS, []),
        (replace(RASIO, bawah_nol=True), (-1, 4), JELAS, []),
        (replace(RASIO, bawah_nol=True), (1, -4), JELAS, [("angka-negatif", "penyebut5")]),
        # Percent.
        (persen(), 101, {}, [("persen-lebih-100", "realisasi5")]),
        (persen(), 101, JELAS, []),
        (persen(), 100, {}, []),
        (persen(tahun=120, triwulan=(120,) * 4), 130, {}, []),
        (indikator(), 101, {}, []),
        (RASIO, (5, 4), {}, [("persen-lebih-100", "pembilang5")]),
        (RASIO, (4, 4), {}, []),
        # A ratio without a penyebut.
        (RASIO, (4, 0), {}, [("penyebut-nol", "penyebut5")]),
        # One entry a year.
        (SEKALI, 100, {"nomor": 3, "lalu": [dulu(1, 90)]}, [("sekali-berulang", "realisasi5")]),
        (SEKALI, 100, {"nomor": 3, "lalu": [dulu(1, 90)], **JELAS}, []),
        (SEKALI, 100, {"nomor": 3, "lalu": [dulu(1, 100)]}, []),
        (SEKALI, 100, {"nomor": 3, "lalu": [dulu(1, BELUM)]}, []),
        (indikator(), 100, {"nomor": 3, "lalu": [dulu(1, 90)]}, []),
        # Running totals.
        (SDINI, 49, {"nomor": 2, "lalu": [dulu(1, 50)]}, [("kumulatif-turun", "realisasi5")]),
        (SDINI, 49, {"nomor": 2, "lalu": [dulu(1, 50)], **JELAS}, []),
        (SDINI, 51, {"nomor": 2, "lalu": [dulu(1, 50)]}, []),
        (SDINI, 49, {"nomor": 2, "lalu": [dulu(1, BELUM)]}, []),
        (SDINI, 40, {"nomor": 2, "lalu": [dulu(1, 40)]}, [("angka-tetap", "realisasi5")]),
        (SDINI, 40, {"nomor": 2, "lalu": [dulu(1, 40)], **JELAS}, []),
        (SDINI, 50, {"nomor": 2, "lalu": [dulu(1, 50)]}, []),
        (SDINI, BELUM, {"nomor": 2, "lalu": [dulu(1, BELUM)]}, [("realisasi-kosong", "realisasi5")]),
        (RASIO, (3, 4), {"nomor": 2, "lalu": [dulu(1, (3, 4))]}, [("angka-tetap", "pembilang5")]),
        (indikator(), 90, {"nomor": 2, "lalu": [dulu(1, 90)]}, []),
        # Who filled it and who validated it.
        (indikator(), 100, {"sah": replace(SAH, penyusun="")}, [("penyusun-kosong", "")]),
        (indikator(), 100, {"sah": replace(SAH, tanggal=None)}, [("penyusun-kosong", "")]),
        (indikator(), 100, {"sah": replace(SAH, disetujui="")}, [("belum-divalidasi", "")]),
        (indikator(), 100, {"sah": replace(SAH, disetujui="perlu diperbaiki")}, [("perlu-diperbaiki", "")]),
    ],
)
def test_a_check_asks_only_where_something_is_amiss(satu, isi, lain, temuan):
    assert letak(periksa(satu, isi, **lain)) == temuan


def test_a_figure_inside_its_own_range_is_never_refused():
    assert letak(periksa(RENTANG, -3)) == []


def test_a_cap_does_not_hide_a_figure_that_needs_an_explanation():
    assert letak(periksa(indikator(), 5000, aturan=Aturan(batas_atas=Decimal(110)))) == [
        ("capaian-tinggi", "penjelasan5")
    ]


def test_a_running_total_is_compared_with_the_last_one_that_was_reported():
    assert letak(periksa(SDINI, 45, nomor=3, lalu=[dulu(1, 50)])) == [("kumulatif-turun", "realisasi5")]


def test_money_is_compared_with_the_last_sum_that_was_reported():
    assert periksa_uang(399, nomor=3, lalu=(400,)) == [("anggaran-turun", "realisasi5")]


def test_the_explanation_that_is_asked_for_names_capaian_and_threshold():
    (satu,) = periksa(indikator(), Decimal("59.994"))
    assert (satu.nilai, dict(satu.rincian)) == ("59,99%", {"batas": "60"})


def test_the_unit_s_remarks_are_told_when_its_head_sent_the_form_back():
    (satu,) = periksa(isi=100, sah=replace(SAH, disetujui="perlu diperbaiki", catatan="Lengkapi bukti."))
    assert (satu.nilai, satu.asal) == ("Lengkapi bukti.", Asal(BERKAS, "Pengesahan"))


@pytest.mark.parametrize(
    ("tanggal", "hari"), [(date(2025, 4, 10), None), (date(2025, 4, 11), "1"), (date(2025, 5, 10), "30")]
)
def test_a_form_after_its_deadline_is_told_by_its_days(tanggal, hari):
    aturan = Aturan(tenggat=(date(2025, 4, 10), None, None, None))
    daftar = periksa(isi=100, sah=replace(SAH, tanggal=tanggal), aturan=aturan)
    assert [(t.kode, dict(t.rincian)["hari"]) for t in daftar] == ([("terlambat", hari)] if hari else [])
    lain = periksa(isi=100, nomor=2, sah=replace(SAH, tanggal=date(2025, 7, 20)), aturan=aturan)
    assert lain == ()


@pytest.mark.parametrize(
    ("ubah", "kata", "tempat", "sebab"),
    [
        ({"tanggal": date(2025, 3, 30)}, {}, "Tanggal penyusunan", "sebelum triwulannya berakhir, 31/03/2025"),
        ({"tanggal": date(2025, 3, 31)}, {}, "", ""),
        ({"tanggal": date(2052, 4, 8)}, {}, "Tanggal penyusunan", "lebih dari 5 tahun sesudah triwulannya"),
        (
            {"tanggal": date(2025, 4, 8), "tanggal_pengesahan": date(2025, 4, 7)},
            {},
            "Tanggal validasi",
            "sebelum formulirnya disusun, 08/04/2025",
        ),
        ({"tanggal": date(2025, 4, 8), "tanggal_pengesahan": date(2025, 4, 8)}, {}, "", ""),
        ({}, {"batas_waktu": date(2021, 6, 30)}, "Batas waktu", "sebelum triwulannya berakhir, 31/03/2025"),
        ({}, {"batas_waktu": date(2030, 6, 30)}, "Batas waktu", "lebih dari 5 tahun sesudah triwulannya"),
    ],
)
def test_a_date_that_cannot_be_is_asked_about(ubah, kata, tempat, sebab):
    daftar = periksa(isi=100, sah=replace(SAH, **ubah), **kata)
    rincian = [dict(t.rincian) for t in daftar if t.kode == "tanggal-mustahil"]
    assert rincian == ([{"apa": tempat, "sebab": sebab}] if tempat else [])


def test_a_validation_without_a_date_of_writing_is_compared_with_the_quarter():
    sah = replace(SAH, tanggal=None, tanggal_pengesahan=date(2025, 3, 1))
    assert letak(periksa(isi=100, sah=sah))[-1][0] == "tanggal-mustahil"


def test_a_share_of_a_sum_has_no_capaian_of_its_own():
    bagian = indikator(cara=CaraGabung.JUMLAH, unit=("U1", "U2"))
    kosong = {"faktor_pendorong": "", "faktor_penghambat": "", "tindak_lanjut": "", "pic": "", "batas_waktu": None}
    assert periksa(bagian, 1, **kosong) == ()
    rata = indikator(unit=("U1", "U2"), gabung_unit=GabungUnit.RATA_RATA)
    assert [t.kode for t in periksa(rata, 1, **kosong)] == [
        "capaian-rendah",
        "faktor-penghambat-kosong",
        "tindak-lanjut-kosong",
    ]


def test_an_indicator_without_an_answer_is_left_to_the_check_of_rows():
    laporan = LaporanUnit(unit="U1", periode=triwulan(TAHUN, 1), berkas=BERKAS, pengesahan=SAH)
    assert periksa_isi(Konteks(formulir(induk(indikator())), laporan)) == ()


# --- Anggaran ---------------------------------------------------------------------------------------------------------

SUB = "1.01.1"


def periksa_uang(*uang, nomor=2, lalu=(), pagu=1000, banyak=1):
    daftar = [subkegiatan(f"1.01.{n}", pagu) for n in range(1, banyak + 1)]
    jawab = [
        belanja(a.kode, *(u if isinstance(u, tuple) else (u, 50)), baris=n)
        for n, (a, u) in enumerate(zip(daftar, uang, strict=True), 5)
    ]
    sebelum = [dulu(n, 100, [belanja(SUB, u, 50)]) for n, u in enumerate(lalu, 1)]
    return letak(periksa(isi=100, nomor=nomor, anggaran=daftar, uang=jawab, lalu=sebelum))


@pytest.mark.parametrize(
    ("uang", "lalu", "temuan"),
    [
        (500, (), []),
        (0, (), []),
        (1000, (), []),
        (1001, (), [("lewat-pagu", "realisasi5")]),
        (-1, (), [("angka-negatif", "realisasi5")]),
        (BELUM, (), [("realisasi-anggaran-kosong", "realisasi5")]),
        (DITOLAK, (), []),
        (TB, (), []),
        ((500, BELUM), (), [("fisik-kosong", "fisik5")]),
        ((500, DITOLAK), (), []),
        ((500, 0), (), []),
        ((500, 100), (), []),
        ((500, "100.01"), (), [("fisik-di-luar", "fisik5")]),
        ((500, -1), (), [("fisik-di-luar", "fisik5")]),
        (500, (400,), []),
        (399, (400,), [("anggaran-turun", "realisasi5")]),
        (("18.7", 100), (), [("fisik-tanpa-uang", "fisik5")]),
        (("18.7", 99), (), []),
        (("n/a", 100), (), []),
        (400, (400,), [("anggaran-tetap", "realisasi5")]),
        (0, (0,), []),
        (1000, (1000,), []),
        (500, (BELUM,), []),
        (BELUM, (400,), [("realisasi-anggaran-kosong", "realisasi5")]),
    ],
)
def test_money_is_asked_for_and_never_passes_its_pagu_or_falls(uang, lalu, temuan):
    if isinstance(uang, tuple):
        uang = (uang[0], des(uang[1]) if isinstance(uang[1], str) else uang[1])
    assert periksa_uang(uang, lalu=lalu) == temuan


@pytest.mark.parametrize("uang", [399, 400])
def test_a_remark_settles_money_that_did_not_grow(uang):
    jawab = belanja(SUB, uang, 50, keterangan="Dikembalikan ke kas daerah.")
    daftar = periksa(
        isi=100, nomor=2, anggaran=[subkegiatan(SUB)], uang=[jawab], lalu=[dulu(1, 100, [belanja(SUB, 400, 50)])]
    )
    assert daftar == ()


def test_money_that_is_new_this_quarter_has_nothing_to_fall_from():
    daftar = periksa(isi=100, nomor=2, anggaran=[subkegiatan(SUB)], uang=[belanja(SUB, 5, 50)], lalu=[dulu(1, 100)])
    assert daftar == ()


@pytest.mark.parametrize(
    ("uang", "baris"),
    [((7, 7, 8), []), ((7, 7, 7), [5, 6, 7]), ((7, 7, 7, 8), [5, 6, 7]), ((0, 0, 0), []), ((BELUM, 7, 7), [])],
)
def test_one_amount_on_three_lines_is_taken_for_a_copy(uang, baris):
    daftar = periksa_uang(*uang, banyak=len(uang), nomor=1)
    assert [sel for kode, sel in daftar if kode == "anggaran-berulang"] == [f"realisasi{n}" for n in baris]


# --- Rencana aksi and progres -----------------------------------------------------------------------------------------

ASAL_AKSI = {kolom: Asal(BERKAS, "Rencana Aksi", f"{kolom}5") for kolom in ("status", "keterangan")}


@pytest.mark.parametrize(
    ("status", "keterangan", "temuan"),
    [
        ("selesai", "", []),
        ("berjalan", "", []),
        ("", "", [("status-aksi-kosong", "status5")]),
        ("belum mulai", "", [("aksi-tanpa-keterangan", "keterangan5")]),
        ("batal", "", [("aksi-tanpa-keterangan", "keterangan5")]),
        ("batal", "Tidak ada anggaran.", []),
    ],
)
def test_every_step_that_was_planned_has_a_state(status, keterangan, temuan):
    langkah = (IsianAksi("A1", status, "", keterangan, ASAL_AKSI),)
    assert letak(periksa(isi=100, daftar_aksi=langkah)) == temuan


@pytest.mark.parametrize(
    ("kosong", "temuan"),
    [
        pytest.param((), [], id="each month"),
        pytest.param((2,), [("progres-kosong", "C2", "Februari")], id="one lacks"),
        pytest.param((1, 2, 3), [("progres-kosong", "C1", "Januari, Februari, dan Maret")], id="all lack, asked once"),
    ],
)
def test_every_month_has_its_progress(kosong, temuan):
    bulan = tuple(
        IsianBulan(nama, "" if n in kosong else "Rapat.", asal={"kegiatan": Asal(BERKAS, "Progres Bulanan", f"C{n}")})
        for n, nama in enumerate(("Januari", "Februari", "Maret"), start=1)
    )
    hasil = periksa(isi=100, bulan=bulan)
    assert [(t.kode, t.asal.sel, dict(t.rincian)["bulan"]) for t in hasil] == temuan


# --- Whatever a unit types --------------------------------------------------------------------------------------------

BUKU = induk(
    indikator("I1"),
    replace(RASIO, kode="I2"),
    replace(TURUN, kode="I3"),
    replace(SDINI, kode="I4"),
    replace(SEKALI, kode="I5"),
    replace(RENTANG, kode="I6"),
    anggaran=[subkegiatan("1.01.1"), subkegiatan("1.01.2", 0)],
    daftar_aksi=(aksi("A1", rencana=("a", "b", "c", "d")),),
)
TEKS = st.text(max_size=20) | st.sampled_from(
    ["n/a", "-", "1.100", "85 %", "selesai", "batal", "disetujui", "01/02/2025"]
)
ANGKA = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20) | st.integers(-5, 200)
ISI = st.none() | TEKS | ANGKA | st.booleans() | st.dates() | st.builds(rumus, TEKS, TEKS) | st.builds(galat)


def daftar_sel(nomor):
    form = formulir(BUKU, nomor)
    return [
        (lembar.kunci, baris.kunci, kolom.kunci)
        for lembar in skema.DAFTAR_LEMBAR
        for baris in form.daftar_baris[lembar.kunci]
        for kolom in lembar.kolom_isian
    ]


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(daftar_sel(1)), ISI, max_size=40),
    st.dictionaries(st.sampled_from(daftar_sel(2)), ISI, max_size=40),
)
def test_no_two_quarters_of_a_unit_raise_and_every_finding_has_a_place(lalu, kini):
    satu, _ = susun_laporan(formulir_mentah(formulir(BUKU, 1), lalu), formulir(BUKU, 1))
    dua, _ = susun_laporan(formulir_mentah(formulir(BUKU, 2), kini), formulir(BUKU, 2))
    for konteks in (Konteks(formulir(BUKU, 1), satu), Konteks(formulir(BUKU, 2), dua, (satu,))):
        for temuan in periksa_isi(konteks):
            assert temuan.kode in katalog()
            assert temuan.asal.berkas == BERKAS
            assert temuan.asal.sel or temuan.asal.lembar == "Pengesahan"


def test_every_check_is_a_plain_function_that_says_what_it_asks():
    assert len(DAFTAR_PEMERIKSAAN) == len(set(DAFTAR_PEMERIKSAAN))
    assert all(pemeriksaan.__doc__ for pemeriksaan in DAFTAR_PEMERIKSAAN)


def test_a_check_never_changes_what_was_reported():
    milik = jawaban("I1", 500).dinilai(indikator(), triwulan(TAHUN, 1), Aturan())
    laporan = LaporanUnit(unit="U1", periode=triwulan(TAHUN, 1), berkas=BERKAS, daftar_indikator=(milik,))
    periksa_isi(Konteks(formulir(induk(indikator())), laporan))
    assert laporan.indikator("I1").isian == isian(500)
