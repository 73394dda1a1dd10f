"""From a unit's raw form to its report: every cell read once, every doubt a finding."""

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantu_induk import (
    BERKAS,
    SKALA_SAKIP,
    TAHUN,
    aksi,
    dengan_baris,
    formulir,
    formulir_mentah,
    galat,
    indikator,
    induk,
    letak,
    rumus,
    sel,
    subkegiatan,
    tanpa_baris,
)
from lakip_gen.domain.formulir import BarisFormulir
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.nilai import BelumDilaporkan, Nilai, Pecahan, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Asal
from lakip_gen.domain.urai import DITOLAK
from lakip_gen.formulir.baca import belum_diisi, susun_laporan
from lakip_gen.pesan.katalog import katalog

BUKU = induk(
    indikator("I1"),
    indikator("I2", cara=CaraGabung.RASIO, satuan="%", pengali=Decimal(100)),
    indikator("I3", skala=SKALA_SAKIP, tahun=4, triwulan=(4,) * 4),
    indikator("I4", triwulan=(None, 100, 100, 100)),
    anggaran=[subkegiatan("1.01.1", 1000)],
    daftar_aksi=(aksi("A1"),),
)
FORM = formulir(BUKU)
I1, I2, I3, I4 = (("indikator", f"I{n}") for n in range(1, 5))
UANG, AKSI, JANUARI = ("anggaran", "1.01.1"), ("rencana_aksi", "A1"), ("progres", "01")
PENUH = {
    (*I1, "realisasi"): 85,
    (*I1, "penjelasan"): "Jelas.",
    (*I1, "faktor_pendorong"): "Dukungan.",
    (*I1, "faktor_penghambat"): "Cuaca.",
    (*I1, "tindak_lanjut"): "Rapat.",
    (*I1, "pic"): "Kepala Seksi",
    (*I1, "batas_waktu"): date(2025, 6, 30),
    (*I1, "data_dukung"): "BA.pdf",
    (*I2, "pembilang"): 1,
    (*I2, "penyebut"): 4,
    (*I3, "realisasi"): "BB",
    (*UANG, "realisasi"): 250,
    (*UANG, "fisik"): 25,
    (*UANG, "keterangan"): "Lancar.",
    (*AKSI, "status"): "Berjalan",
    (*AKSI, "hasil"): "Ada.",
    (*AKSI, "keterangan"): "Catatan.",
    (*JANUARI, "kegiatan"): "Pemasangan.",
    (*JANUARI, "hasil"): "Lima.",
    (*JANUARI, "kendala"): "Hujan.",
    (*JANUARI, "rencana"): "Uji.",
    ("pengesahan", "penyusun", "isi"): "Penyusun",
    ("pengesahan", "tanggal", "isi"): "08/04/2025",
    ("pengesahan", "disetujui", "isi"): "Disetujui",
    ("pengesahan", "catatan", "isi"): "Baik.",
}


def susun(isi, **ubah):
    return susun_laporan(formulir_mentah(FORM, isi, **ubah), FORM)


def test_a_clean_form_is_read_whole_and_without_a_finding():
    laporan, daftar = susun(PENUH)
    assert daftar == ()
    assert (laporan.unit, laporan.periode, laporan.berkas) == ("U1", triwulan(TAHUN, 1), BERKAS)
    satu = laporan.indikator("I1")
    assert [satu.isian, satu.penjelasan, satu.faktor_pendorong, satu.faktor_penghambat] == [
        Nilai(Decimal(85)),
        "Jelas.",
        "Dukungan.",
        "Cuaca.",
    ]
    assert [satu.tindak_lanjut, satu.pic, satu.batas_waktu, satu.data_dukung] == [
        "Rapat.",
        "Kepala Seksi",
        date(2025, 6, 30),
        "BA.pdf",
    ]
    assert laporan.indikator("I2").isian == Pecahan(Decimal(1), Decimal(4))
    assert laporan.indikator("I3").isian == Nilai(Decimal(4))
    uang = laporan.anggaran("1.01.1")
    assert (uang.realisasi, uang.fisik, uang.keterangan) == (Nilai(Decimal(250)), Nilai(Decimal(25)), "Lancar.")
    (langkah,) = laporan.daftar_aksi
    assert (langkah.status, langkah.hasil, langkah.keterangan) == ("berjalan", "Ada.", "Catatan.")
    bulan = laporan.daftar_bulan[0]
    assert (bulan.bulan, bulan.kegiatan, bulan.hasil, bulan.kendala, bulan.rencana) == (
        "Januari",
        "Pemasangan.",
        "Lima.",
        "Hujan.",
        "Uji.",
    )
    sah = laporan.pengesahan
    assert (sah.penyusun, sah.tanggal, sah.disetujui, sah.catatan) == (
        "Penyusun",
        date(2025, 4, 8),
        "disetujui",
        "Baik.",
    )
    assert (sah.pengesah, sah.tanggal_pengesahan) == ("", None)


def test_every_answer_knows_the_cells_it_was_typed_in():
    laporan, _ = susun(PENUH)
    assert laporan.indikator("I1").asal["realisasi"] == Asal(BERKAS, "Indikator", "realisasi5")
    assert laporan.indikator("I2").asal["pembilang"] == Asal(BERKAS, "Indikator", "pembilang6")
    assert laporan.anggaran("1.01.1").asal["fisik"] == Asal(BERKAS, "Anggaran", "fisik5")
    assert laporan.daftar_aksi[0].asal["status"] == Asal(BERKAS, "Rencana Aksi", "status5")
    assert laporan.daftar_bulan[2].asal["kegiatan"] == Asal(BERKAS, "Progres Bulanan", "kegiatan7")


def test_a_blank_form_reports_nothing_and_no_zero():
    laporan, daftar = susun({})
    assert daftar == ()
    assert [jawaban.isian for jawaban in laporan.daftar_indikator] == [BelumDilaporkan()] * 3 + [TidakDitunggu()]
    assert laporan.anggaran("1.01.1").realisasi == laporan.anggaran("1.01.1").fisik == BelumDilaporkan()
    assert laporan.indikator("I9") is None
    assert laporan.anggaran("9") is None


@pytest.mark.parametrize(
    ("kunci", "isi", "temuan"),
    [
        ((*I1, "realisasi"), "1.100", "angka-mendua"),
        ((*I1, "realisasi"), galat(), "sel-galat"),
        ((*I1, "penjelasan"), rumus(), "rumus-di-teks"),
        ((*I1, "batas_waktu"), "segera", "bukan-tanggal"),
        ((*I1, "data_dukung"), "x" * 5000, "teks-terlalu-panjang"),
        ((*I2, "pembilang"), "1.100", "angka-mendua"),
        ((*I3, "realisasi"), "ZZ", "predikat-asing"),
        ((*UANG, "realisasi"), "1.100", "angka-mendua"),
        ((*UANG, "fisik"), "25 %", "angka-teks"),
        ((*UANG, "fisik"), 5000, "persen-mustahil"),
        ((*UANG, "fisik"), Decimal("0.15"), "persen-kecil"),
        ((*UANG, "fisik"), 1, "persen-kecil"),
        ((*UANG, "fisik"), Decimal("1.5"), "persen-kecil"),
        ((*AKSI, "status"), "sudah", "pilihan-asing"),
        ((*JANUARI, "hasil"), "a\x00b", "teks-dibersihkan"),
        ((*I1, "pembilang"), 5, "isian-terkunci"),
        ((*I2, "realisasi"), 92, "isian-terkunci"),
    ],
)
def test_a_doubt_about_a_cell_points_at_that_cell(kunci, isi, temuan):
    lembar, baris, kolom = kunci
    nomor = 5 + [b.kunci for b in FORM.daftar_baris[lembar]].index(baris)
    _, daftar = susun(PENUH | {kunci: isi})
    assert letak(daftar) == [(temuan, f"{kolom}{nomor}")]


@pytest.mark.parametrize(
    ("butir", "isi", "temuan"),
    [
        ("tanggal", "kemarin", "bukan-tanggal"),
        ("disetujui", "ya", "pilihan-asing"),
        ("penyusun", "a\x00", "teks-dibersihkan"),
    ],
)
def test_a_doubt_about_an_item_points_at_its_cell(butir, isi, temuan):
    nomor = 5 + [b.kunci for b in skema.PENGESAHAN.daftar_butir].index(butir)
    _, daftar = susun(PENUH | {("pengesahan", butir, "isi"): isi})
    assert letak(daftar) == [(temuan, f"isi{nomor}")]


def test_a_locked_cell_may_hold_the_form_s_own_formula():
    assert susun(PENUH | {(*I1, "pembilang"): rumus("=A1")})[1] == ()


@pytest.mark.parametrize(
    ("atas", "bawah", "tertulis", "temuan"),
    [
        (1, 4, 25, []),
        (1, 3, Decimal("33.3333333333333"), []),
        (1, 4, 26, [("isian-terkunci", "realisasi6")]),
        (1, 0, 25, [("isian-terkunci", "realisasi6")]),
        (1, 4, "25", [("isian-terkunci", "realisasi6")]),
        (None, None, 25, [("isian-terkunci", "realisasi6")]),
    ],
)
def test_a_ratio_s_own_result_may_stand_in_its_locked_cell(atas, bawah, tertulis, temuan):
    isi = {(*I2, "pembilang"): atas, (*I2, "penyebut"): bawah, (*I2, "realisasi"): tertulis}
    assert letak(susun(PENUH | isi)[1]) == temuan


@pytest.mark.parametrize(
    ("atas", "bawah", "isian", "temuan"),
    [
        (1, 4, Pecahan(Decimal(1), Decimal(4)), []),
        (1, 0, Pecahan(Decimal(1), Decimal(0)), []),
        (None, None, BelumDilaporkan(), []),
        (1, None, DITOLAK, [("rasio-tidak-lengkap", "penyebut6")]),
        (None, 4, DITOLAK, [("rasio-tidak-lengkap", "pembilang6")]),
        ("n/a", None, TidakBerlaku("tidak berlaku menurut unit"), []),
        ("n/a", "n/a", TidakBerlaku("tidak berlaku menurut unit"), []),
        (58, "n/a", DITOLAK, [("rasio-setengah-berlaku", "penyebut6")]),
        ("n/a", 96, DITOLAK, [("rasio-setengah-berlaku", "pembilang6")]),
        (None, "n/a", TidakBerlaku("tidak berlaku menurut unit"), []),
        ("1.100", 4, DITOLAK, [("angka-mendua", "pembilang6")]),
        (1, "1.100", DITOLAK, [("angka-mendua", "penyebut6")]),
        ("1.100", None, DITOLAK, [("angka-mendua", "pembilang6")]),
        (None, "1.100", DITOLAK, [("angka-mendua", "penyebut6")]),
        ("1.100", "2.200", DITOLAK, [("angka-mendua", "pembilang6"), ("angka-mendua", "penyebut6")]),
    ],
)
def test_a_ratio_needs_both_of_its_cells(atas, bawah, isian, temuan):
    laporan, daftar = susun(PENUH | {(*I2, "pembilang"): atas, (*I2, "penyebut"): bawah})
    assert (laporan.indikator("I2").isian, letak(daftar)) == (isian, temuan)


@pytest.mark.parametrize(
    ("isi", "isian"), [(None, TidakDitunggu()), (5, Nilai(Decimal(5))), ("1.100", DITOLAK), (0, Nilai(Decimal(0)))]
)
def test_without_a_target_nothing_is_due_and_what_came_is_kept(isi, isian):
    assert susun(PENUH | {(*I4, "realisasi"): isi})[0].indikator("I4").isian == isian


@pytest.mark.parametrize("lembar", [satu.kunci for satu in skema.DAFTAR_LEMBAR])
def test_a_sheet_that_is_missing_is_a_finding(lembar):
    penuh = formulir_mentah(FORM, PENUH)
    tanpa = replace(penuh, lembar={nama: isi for nama, isi in penuh.lembar.items() if nama != lembar})
    laporan, daftar = susun_laporan(tanpa, FORM)
    nama = next(satu.nama for satu in skema.DAFTAR_LEMBAR if satu.kunci == lembar)
    assert [(t.kode, t.asal) for t in daftar] == [("lembar-hilang", Asal(BERKAS, nama))]
    assert laporan.unit == "U1"


def test_a_sheet_that_was_not_asked_for_is_not_missed():
    form = formulir(induk(indikator()))
    mentah = formulir_mentah(form)
    tanpa = replace(
        mentah, lembar={n: isi for n, isi in mentah.lembar.items() if n not in {"anggaran", "rencana_aksi"}}
    )
    assert susun_laporan(tanpa, form)[1] == ()


def test_a_row_that_is_missing_is_named():
    _, daftar = susun_laporan(tanpa_baris(formulir_mentah(FORM, PENUH), "indikator", "I1", "I3"), FORM)
    assert [(t.kode, t.asal, t.nilai) for t in daftar] == [
        ("kunci-hilang", Asal(BERKAS, "Indikator"), "I1"),
        ("kunci-hilang", Asal(BERKAS, "Indikator"), "I3"),
    ]


def test_a_row_that_the_buku_induk_got_later_is_no_deleted_one():
    dulu = formulir(induk(indikator("I1")))
    kini = formulir(induk(indikator("I1"), indikator("I2")))
    assert letak_nilai(susun_laporan(formulir_mentah(dulu), kini)[1]) == [("baris-belum-ada", "I2")]
    terhapus = tanpa_baris(formulir_mentah(dulu), "progres", "01")
    assert letak_nilai(susun_laporan(terhapus, dulu)[1]) == [("kunci-hilang", "01")]


def letak_nilai(daftar):
    return [(satu.kode, satu.nilai) for satu in daftar]


def test_a_row_that_nobody_asked_for_is_pointed_at():
    tambah = dengan_baris(formulir_mentah(FORM, PENUH), "indikator", "I9", 20, {"kunci": "I9", "realisasi": 5})
    laporan, daftar = susun_laporan(tambah, FORM)
    assert letak(daftar) == [("kunci-asing", "kunci20")]
    assert laporan.indikator("I9") is None


def test_of_two_rows_with_one_key_the_first_is_read():
    ganda = dengan_baris(formulir_mentah(FORM, PENUH), "indikator", "I1", 20, {"kunci": "I1", "realisasi": 99})
    assert susun_laporan(ganda, FORM)[0].indikator("I1").isian == Nilai(Decimal(85))


def test_rows_come_back_in_the_order_of_the_form_whatever_their_order_in_the_file():
    penuh = formulir_mentah(FORM, PENUH)
    lembar = penuh.lembar["indikator"]
    terbalik = replace(lembar, daftar_baris=lembar.daftar_baris[::-1])
    laporan, _ = susun_laporan(replace(penuh, lembar=penuh.lembar | {"indikator": terbalik}), FORM)
    assert [jawaban.kode for jawaban in laporan.daftar_indikator] == ["I1", "I2", "I3", "I4"]


@pytest.mark.parametrize("kolom", ["realisasi", "pembilang", "penyebut", "batas_waktu", "pic"])
def test_a_column_that_is_missing_does_not_raise(kolom):
    penuh = formulir_mentah(FORM, PENUH)
    lembar = penuh.lembar["indikator"]
    tanpa = tuple(replace(b, sel={k: s for k, s in b.sel.items() if k != kolom}) for b in lembar.daftar_baris)
    laporan, _ = susun_laporan(
        replace(penuh, lembar=penuh.lembar | {"indikator": replace(lembar, daftar_baris=tanpa)}), FORM
    )
    assert len(laporan.daftar_indikator) == 4


def test_an_item_of_another_version_is_left_alone():
    lain = replace(
        FORM,
        daftar_baris=FORM.daftar_baris | {"pengesahan": (BarisFormulir("paraf", {}), *FORM.daftar_baris["pengesahan"])},
    )
    mentah = dengan_baris(formulir_mentah(FORM, PENUH), "pengesahan", "paraf", 30, {"kunci": "paraf", "isi": "x"})
    assert susun_laporan(mentah, lain)[0].pengesahan.penyusun == "Penyusun"


def test_a_row_of_indicators_without_its_indicator_has_no_figure():
    kosong = BarisFormulir("I1", {}, frozenset({"realisasi"}))
    lain = replace(FORM, daftar_baris=FORM.daftar_baris | {"indikator": (kosong,)})
    laporan, _ = susun_laporan(tanpa_baris(formulir_mentah(FORM, PENUH), "indikator", "I2", "I3", "I4"), lain)
    assert laporan.indikator("I1").isian == BelumDilaporkan()


# --- As handed out? ---------------------------------------------------------------------------------------------------


def test_a_form_as_it_was_handed_out_is_not_filled():
    assert belum_diisi(formulir_mentah(FORM), FORM)
    assert belum_diisi(replace(formulir_mentah(FORM), lembar={}), FORM)
    assert belum_diisi(formulir_mentah(FORM, {(*I1, "realisasi"): "  "}), FORM)


@pytest.mark.parametrize("kunci", sorted(PENUH))
def test_one_single_input_makes_it_filled(kunci):
    assert not belum_diisi(formulir_mentah(FORM, {kunci: PENUH[kunci]}), FORM)


@pytest.mark.parametrize(("isi", "kosong"), [(rumus("=A1"), True), (7, False)], ids=["our formula", "a number"])
def test_what_stands_in_a_locked_cell_makes_it_filled_unless_the_form_put_it_there(isi, kosong):
    # A form of the first version does not carry what it was handed out with.
    lama = formulir_mentah(FORM, {(*I2, "realisasi"): isi, ("pengesahan", "jabatan_pengesah", "isi"): None})
    assert belum_diisi(replace(lama, meta={}), FORM) is kosong


def test_a_row_that_somebody_added_makes_it_filled():
    tambah = dengan_baris(formulir_mentah(FORM), "indikator", "I9", 20, {"kunci": "I9", "realisasi": 5})
    assert not belum_diisi(tambah, FORM)


# --- Whatever stands in a cell ----------------------------------------------------------------------------------------

TEKS = st.text(max_size=30) | st.sampled_from(["n/a", "-", "1.100", "85 %", "Rp 5", "BB", "selesai", "12/13/2025"])
ANGKA = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
ISI = st.one_of(
    st.none(), TEKS, ANGKA, st.booleans(), st.dates(), st.builds(rumus, TEKS, TEKS), st.builds(galat, TEKS),
    st.builds(sel, ANGKA, persen=st.booleans()),
)  # fmt: skip
SEMUA_SEL = [
    (lembar.kunci, baris.kunci, kolom.kunci)
    for lembar in skema.DAFTAR_LEMBAR
    for baris in FORM.daftar_baris[lembar.kunci]
    for kolom in lembar.daftar_kolom
    if kolom.kunci != lembar.kolom_kunci
]


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(SEMUA_SEL), ISI, max_size=25))
def test_no_form_raises_and_every_finding_can_be_read(isi):
    mentah = formulir_mentah(FORM, isi)
    laporan, daftar = susun_laporan(mentah, FORM)
    assert all(satu.kode in katalog() and satu.asal.berkas == BERKAS for satu in daftar)
    assert [jawaban.kode for jawaban in laporan.daftar_indikator] == ["I1", "I2", "I3", "I4"]
    assert belum_diisi(mentah, FORM) in {True, False}


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(sorted(PENUH)), st.text(min_size=1, max_size=20).filter(str.strip), min_size=1))
def test_every_text_typed_arrives_in_the_report_or_in_a_finding(isi):
    laporan, daftar = susun(isi)
    ada = repr(laporan)
    dibaca = {(t.asal.lembar, t.asal.sel) for t in daftar}
    for lembar, baris, kolom in isi:
        nomor = 5 + [b.kunci for b in FORM.daftar_baris[lembar]].index(baris)
        nama = next(satu.nama for satu in skema.DAFTAR_LEMBAR if satu.kunci == lembar)
        teks = isi[lembar, baris, kolom].strip()
        tak_tampak = all(unicodedata.category(huruf) == "Cf" for huruf in teks)  # nothing, to whoever looks at it
        assert repr(teks)[1:-1] in ada or (nama, f"{kolom}{nomor}") in dibaca or "\r" in teks or tak_tampak
