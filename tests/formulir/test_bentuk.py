"""Is it the right form, and are its locked cells as they were handed out?"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantu_induk import (
    SKALA_SAKIP,
    TAHUN,
    aksi,
    formulir,
    formulir_mentah,
    galat,
    indikator,
    induk,
    kumpulan,
    kumpulan_indikator,
    laporan,
    letak,
    rumus,
    sel,
    setahun_penuh,
    subkegiatan,
    tanpa_baris,
)
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.formulir import isi_realisasi, isi_target, sidik, teks_isi
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.mentah import Catatan, JenisCatatan
from lakip_gen.domain.nilai import BelumDilaporkan, Pecahan, TidakBerlaku
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.temuan import Asal
from lakip_gen.formulir.baca import susun_laporan
from lakip_gen.formulir.bentuk import (
    KUTIPAN,
    periksa_catatan,
    periksa_rumus,
    periksa_tak_dibaca,
    periksa_terkunci,
    teks_sel,
)
from lakip_gen.formulir.isi import Konteks

BUKU = induk(
    indikator("I1", nama="Indeks  kepuasan\nmasyarakat", tahun="85.50", triwulan=("85.50",) * 4),
    indikator("I2", arah=Arah.RENTANG, tahun=(45, 55), triwulan=((45, 55),) * 4),
    indikator("I3", skala=SKALA_SAKIP, tahun=4, triwulan=(None, None, None, 4)),
    anggaran=[subkegiatan("1.01.1", "1004422800.00")],
    daftar_aksi=(aksi("A1"), aksi("A2", rencana=("", "lanjut", "", ""))),
    daftar_skala=(SKALA_SAKIP,),
)
TW1 = triwulan(TAHUN, 1)
FORM = formulir(BUKU)
MENTAH = formulir_mentah(FORM)


def test_a_form_that_comes_back_as_it_went_out_has_its_locked_cells():
    assert periksa_terkunci(MENTAH, FORM) == ()


def test_a_locked_number_that_became_the_same_text_is_not_a_change():
    assert periksa_terkunci(formulir_mentah(FORM, {("indikator", "I1", "target"): "85,5"}), FORM) == ()


def test_a_locked_number_is_quoted_with_a_decimal_comma():
    (satu,) = periksa_terkunci(formulir_mentah(FORM, {("indikator", "I1", "target"): Decimal("80.25")}), FORM)
    assert (satu.nilai, dict(satu.rincian)["seharusnya"]) == ("80,25", "85,5")


@pytest.mark.parametrize(
    ("lembar", "kunci", "kolom", "isi"),
    [
        ("indikator", "I1", "nama", "Indeks kepuasan pegawai"),
        ("indikator", "I1", "satuan", "%"),
        ("indikator", "I1", "arah", "turun"),
        ("indikator", "I1", "target_tahun", 80),
        ("indikator", "I1", "target", 80),
        ("indikator", "I2", "target", "45 s.d. 60"),
        ("indikator", "I1", "target", None),
        ("indikator", "I3", "target", 4),
        ("rencana_aksi", "A1", "kegiatan", "Langkah lain"),
        ("anggaran", "1.01.1", "uraian", "Lain"),
        ("anggaran", "1.01.1", "pagu", 1),
    ],
)
def test_a_locked_cell_that_somebody_changed_is_pointed_at(lembar, kunci, kolom, isi):
    (satu,) = periksa_terkunci(formulir_mentah(FORM, {(lembar, kunci, kolom): isi}), FORM)
    baris = FORM.daftar_baris[lembar]
    nomor = 5 + [b.kunci for b in baris].index(kunci)
    assert (satu.kode, satu.asal.sel) == ("terkunci-berubah", f"{kolom}{nomor}")
    assert satu.nilai == (str(isi) if isi is not None else "(kosong)")
    assert dict(satu.rincian)["seharusnya"]


@pytest.mark.parametrize(
    ("kolom", "isi"),
    [("nama", " Indeks kepuasan  masyarakat "), ("target", Decimal("85.5")), ("target", Decimal("85.500"))],
)
def test_a_locked_cell_that_only_looks_different_is_the_same(kolom, isi):
    assert periksa_terkunci(formulir_mentah(FORM, {("indikator", "I1", kolom): isi}), FORM) == ()


def test_columns_that_are_not_guarded_may_differ():
    isi = {("indikator", "I1", "sasaran"): "Lain", ("indikator", "I1", "realisasi"): 5}
    assert periksa_terkunci(formulir_mentah(FORM, isi), FORM) == ()


def test_a_buku_induk_that_moved_on_is_told_and_not_blamed_on_the_unit():
    pindah = replace(BUKU.daftar_indikator[0], nama="Indeks baru")
    baru = formulir(replace(BUKU, daftar_indikator=(pindah, *BUKU.daftar_indikator[1:])))
    assert letak(periksa_terkunci(MENTAH, baru)) == [("induk-berubah", "nama5")]
    lancung = formulir_mentah(FORM, {("indikator", "I1", "satuan"): "%"})
    assert {t.kode for t in periksa_terkunci(lancung, baru)} == {"terkunci-tak-pasti"}


@pytest.mark.parametrize(
    ("dibagikan", "kode"),
    [
        pytest.param(frozenset(), "induk-berubah", id="nobody noted what was handed out"),
        pytest.param(frozenset({MENTAH.meta["sidik"], "lain"}), "induk-berubah", id="just this was handed out"),
        pytest.param(frozenset({"lain"}), "bukan-yang-dibagikan", id="something else was handed out"),
    ],
)
def test_a_fingerprint_that_anybody_can_reckon_is_compared_with_what_was_handed_out(dibagikan, kode):
    pindah = replace(BUKU.daftar_indikator[0], target_berlaku=setahun_penuh(90, (90, 90, 90, 90)))
    baru = formulir(replace(BUKU, daftar_indikator=(pindah, *BUKU.daftar_indikator[1:])))
    assert {t.kode for t in periksa_terkunci(MENTAH, replace(baru, dibagikan=dibagikan))} == {kode}


@pytest.mark.parametrize("dibagikan", [frozenset(), frozenset({MENTAH.meta["sidik"]})], ids=["no note", "noted"])
def test_a_form_that_contradicts_its_own_fingerprint_was_changed_whatever_was_handed_out(dibagikan):
    lancung = formulir_mentah(FORM, {("indikator", "I1", "target"): 80})
    (satu,) = periksa_terkunci(lancung, replace(FORM, dibagikan=dibagikan))
    assert satu.kode == "terkunci-berubah"


def test_without_a_fingerprint_nobody_knows_who_made_a_difference():
    pindah = replace(BUKU, daftar_anggaran=(subkegiatan("1.01.1", 5),))
    tanpa = replace(MENTAH, meta={})
    assert letak(periksa_terkunci(tanpa, formulir(pindah))) == [("terkunci-tak-pasti", "pagu5")]


def test_rows_and_sheets_that_are_missing_are_not_compared_here():
    tanpa = tanpa_baris(MENTAH, "indikator", "I1")
    assert periksa_terkunci(tanpa, FORM) == ()
    kosong = replace(MENTAH, lembar={})
    assert periksa_terkunci(kosong, FORM) == ()


def test_a_column_that_is_missing_does_not_hide_what_else_was_changed():
    isi = formulir_mentah(FORM, {("indikator", "I1", "satuan"): "%"})
    lembar = isi.lembar["indikator"]
    tanpa = tuple(replace(b, sel={k: s for k, s in b.sel.items() if k != "arah"}) for b in lembar.daftar_baris)
    isi = replace(isi, lembar=isi.lembar | {"indikator": replace(lembar, daftar_baris=tanpa)})
    assert letak(periksa_terkunci(isi, FORM)) == [("terkunci-berubah", "satuan5")]


# --- Figures typed over the form's own formulas -----------------------------------------------------------------------

PENUH = {("indikator", "I1", "realisasi"): Decimal(57), ("anggaran", "1.01.1", "realisasi"): Decimal(502211400)}


def rumus_ditimpa(isi, aturan=None):
    form = formulir(replace(BUKU, aturan=aturan or BUKU.aturan))
    mentah = formulir_mentah(form, PENUH | isi)
    laporan, _ = susun_laporan(mentah, form)
    return periksa_rumus(mentah, Konteks(form, laporan))


@pytest.mark.parametrize(
    ("kunci", "isi", "sel", "rincian"),
    [
        (("indikator", "I1", "capaian"), Decimal("66.67"), "", {}),
        (("indikator", "I1", "capaian"), Decimal("66.66"), "", {}),
        (("indikator", "I1", "capaian"), Decimal("66.65"), "capaian5", {"seharusnya": "66,67"}),
        (("indikator", "I1", "capaian"), 100, "capaian5", {"seharusnya": "66,67"}),
        (("indikator", "I1", "capaian"), None, "", {}),
        (("indikator", "I1", "capaian"), "baik", "", {}),
        (("indikator", "I1", "capaian"), rumus(), "", {}),
        (("indikator", "I2", "capaian"), 100, "", {}),
        (("anggaran", "1.01.1", "serapan"), 50, "", {}),
        (("anggaran", "1.01.1", "serapan"), 99, "serapan5", {"seharusnya": "50"}),
    ],
)
def test_a_figure_typed_over_a_formula_is_the_formula_s_or_a_finding(kunci, isi, sel, rincian):
    daftar = rumus_ditimpa({kunci: isi})
    assert letak(daftar) == ([("hitungan-berbeda", sel)] if sel else [])
    assert [dict(t.rincian) for t in daftar] == ([rincian] if sel else [])


@pytest.mark.parametrize(("isi", "banyak"), [(Decimal("0.6667"), 0), (Decimal("0.7"), 1), (Decimal(100), 1)])
def test_a_figure_shown_as_percent_is_compared_as_percent(isi, banyak):
    assert len(rumus_ditimpa({("indikator", "I1", "capaian"): sel(isi, persen=True)})) == banyak


def test_a_figure_without_its_inputs_is_not_compared():
    kosong = {("indikator", "I1", "realisasi"): None, ("anggaran", "1.01.1", "realisasi"): None}
    tulis = {("indikator", "I1", "capaian"): 5, ("anggaran", "1.01.1", "serapan"): 5}
    assert rumus_ditimpa(kosong | tulis) == ()
    form = formulir(replace(BUKU, daftar_anggaran=(subkegiatan("1.01.1", 0),)))
    mentah = formulir_mentah(form, PENUH | tulis | {("indikator", "I1", "capaian"): None})
    assert periksa_rumus(mentah, Konteks(form, susun_laporan(mentah, form)[0])) == ()


def test_an_answer_that_is_missing_has_no_formula():
    laporan, _ = susun_laporan(replace(MENTAH, lembar={}), FORM)
    assert periksa_rumus(MENTAH, Konteks(FORM, laporan)) == ()


# --- Typed where nobody reads -----------------------------------------------------------------------------------------


def tak_dibaca(isi, form=FORM, daftar_lalu=()):
    mentah = formulir_mentah(form, isi)
    laporan_ini, _ = susun_laporan(mentah, form)
    return periksa_tak_dibaca(mentah, Konteks(form, laporan_ini, daftar_lalu))


@pytest.mark.parametrize(
    ("lembar", "kunci", "kolom", "isi"),
    [
        ("indikator", "I1", "sasaran", "Lain"),
        ("indikator", "I1", "cara_isi", "catatan kami"),
        ("indikator", "I1", "capaian", "lihat lampiran"),
        ("indikator", "I1", "capaian", 90),
        ("indikator", "I1", "kelengkapan", "sudah oke"),
        ("indikator", "I1", "kelengkapan", "Kurang: waktu untuk menyelesaikan"),
        ("indikator", "I1", "kelengkapan", "Kurang: realisasi, orang"),
        ("indikator", "I1", "realisasi_3", 5),
        ("rencana_aksi", "A1", "keluaran", "Lain"),
        ("progres", "01", "bulan", "Februari"),
        ("pengesahan", "penyusun", "petunjuk", "nama saya"),
    ],
)
def test_what_was_typed_into_a_locked_column_that_nobody_reads_is_told(lembar, kunci, kolom, isi):
    daftar = tak_dibaca({(lembar, kunci, kolom): isi})
    assert [(t.kode, t.nilai) for t in daftar] == [("isi-tidak-dibaca", str(isi))]


@pytest.mark.parametrize(
    ("lembar", "kunci", "kolom", "isi"),
    [
        ("indikator", "I1", "kelengkapan", Decimal(5)),
        ("indikator", "I1", "kelengkapan", date(2025, 4, 9)),
        ("indikator", "I1", "capaian", date(2025, 4, 9)),
        ("anggaran", "1.01.1", "serapan", True),
        ("anggaran", "1.01.1", "kelengkapan", Decimal(1)),
    ],
)
def test_what_no_formula_of_the_form_shows_was_typed_whatever_else_the_row_holds(lembar, kunci, kolom, isi):
    penuh = {("indikator", "I1", "realisasi"): 5, ("anggaran", "1.01.1", "realisasi"): 5}
    (satu,) = tak_dibaca(penuh | {(lembar, kunci, kolom): isi})
    assert satu.kode == "isi-tidak-dibaca"


@pytest.mark.parametrize(
    ("kolom", "teks", "terlihat"),
    [
        ("capaian", "=95", True),
        ("kelengkapan", '="sementara, lihat A1"', True),
        ("sasaran", "=5+5", True),
        ("realisasi_3", "=O9*2", True),
        ("capaian", '="gabungan"', False),
        ("capaian", '=""', False),
        ("capaian", "=IF(ISNUMBER($O8),1,2)", False),
        ("kelengkapan", "#REF!", False),
    ],
)
def test_a_formula_that_somebody_typed_into_a_locked_column_is_told(kolom, teks, terlihat):
    isi = rumus(teks) if teks.startswith("=") else galat(teks)
    daftar = tak_dibaca({("indikator", "I1", "realisasi"): 5, ("indikator", "I1", kolom): isi})
    assert [(t.kode, t.nilai) for t in daftar] == [("isi-tidak-dibaca", teks)] * terlihat


def test_a_figure_in_place_of_the_word_for_a_shared_one_was_typed():
    form = formulir(induk(indikator("I1", unit=("U1", "U2"), gabung_unit=GabungUnit.JUMLAH)))
    (satu,) = tak_dibaca({("indikator", "I1", "realisasi"): 5, ("indikator", "I1", "capaian"): 95}, form)
    assert (satu.kode, satu.nilai) == ("isi-tidak-dibaca", "95")
    assert tak_dibaca({("indikator", "I1", "realisasi"): 5, ("indikator", "I1", "capaian"): "gabungan"}, form) == ()


@pytest.mark.parametrize("kata", ["Lengkap", "Kurang: realisasi, data dukung", "Kurang: penjelasan"])
def test_formulas_pasted_as_their_results_are_no_notes(kata):
    isi = {("indikator", "I1", "kelengkapan"): kata, ("indikator", "I2", "capaian"): "batas bawah 0"}
    assert tak_dibaca(isi | {("indikator", "I1", "nama"): "diperiksa di tempat lain"}) == ()
    assert tak_dibaca({("indikator", "I1", "realisasi"): 5, ("indikator", "I1", "capaian"): 7}) == ()


def test_an_earlier_figure_that_was_changed_is_told_beside_the_one_on_record():
    lalu = laporan("U1", 1, {"I1": 40})
    form = formulir(BUKU, 2, lalu=kumpulan(lalu))
    (satu,) = tak_dibaca({("indikator", "I1", "realisasi_1"): 99}, form, (lalu,))
    assert (satu.kode, satu.nilai, dict(satu.rincian)["seharusnya"]) == ("realisasi-lalu-berbeda", "99", "40")
    assert tak_dibaca({("indikator", "I1", "realisasi_1"): None}, form, (lalu,)) == ()
    assert tak_dibaca({}, form, (lalu,)) == ()


def test_an_earlier_form_that_was_taken_back_leaves_its_figures_without_a_word():
    form = formulir(BUKU, 2)
    assert tak_dibaca({("indikator", "I1", "realisasi_1"): 99, ("anggaran", "1.01.1", "realisasi_lalu"): 5}, form) == ()
    (satu,) = tak_dibaca({("indikator", "I1", "realisasi_1"): "salah ketik"}, form)
    assert satu.kode == "realisasi-lalu-berbeda"


def test_a_quotient_keeps_only_the_digits_of_a_workbook():
    satu = indikator("I1", cara=CaraGabung.RASIO)
    lalu = laporan("U1", 1, {"I1": (2, 3)})
    form = formulir(induk(satu), 2, lalu=kumpulan(lalu))
    (baris,) = form.daftar_baris["indikator"]
    tersimpan = Decimal(repr(float(baris.isi["realisasi_1"])))  # as a workbook keeps it
    assert tersimpan != baris.isi["realisasi_1"]
    assert tak_dibaca({("indikator", "I1", "realisasi_1"): tersimpan}, form, (lalu,)) == ()


@pytest.mark.parametrize(
    ("teks", "disebut"),
    [
        pytest.param("realisasi 12", True, id="a note"),
        pytest.param(f"{FORM.unit.nama} ({FORM.unit.kode})", False, id="the unit"),
        pytest.param("Nama Lama (KODE)", False, id="the unit as the form itself calls it"),
        pytest.param(FORM.periode.nama, False, id="the quarter"),
        pytest.param("17 April 2024", False, id="a deadline that was moved"),
        pytest.param("menunggu pemberitahuan perencana", False, id="no deadline yet"),
        pytest.param(FORM.induk.instansi.perencana.jabatan, False, id="whom to ask"),
        pytest.param(FORM.induk.instansi.nama, False, id="the agency"),
        pytest.param("Dinas yang Lama", False, id="the agency as the other sheets call it"),
    ],
)
def test_what_stands_in_the_heading_of_the_first_page_is_told_unless_the_form_says_it_of_itself(teks, disebut):
    catatan = Catatan(JenisCatatan.KEPALA, Asal("formulir.xlsx", "Petunjuk", "C4"), teks)
    meta = {**MENTAH.meta, "nama": "Nama Lama", "unit": "KODE"}
    mentah = replace(MENTAH, meta=meta, kepala="Judul Dinas yang Lama", daftar_catatan=(catatan,))
    assert [(t.kode, t.nilai) for t in periksa_catatan(mentah, FORM)] == [("isi-di-lembar-bacaan", teks)] * disebut


@pytest.mark.parametrize(
    ("sel", "nilai"),
    [
        pytest.param("C5:F9", "C5:F9", id="over an area"),
        pytest.param("C5", "C5", id="in a cell"),
        pytest.param("", "(tempatnya tidak tertulis)", id="nowhere"),
    ],
)
def test_a_picture_is_told_at_its_upper_left_cell(sel, nilai):
    catatan = Catatan(JenisCatatan.GAMBAR, Asal("formulir.xlsx", "Indikator", sel), "")
    (satu,) = periksa_catatan(replace(MENTAH, daftar_catatan=(catatan,)), FORM)
    assert (satu.kode, satu.asal.sel, satu.nilai) == ("gambar-tidak-dibaca", sel[:2], nilai)


@pytest.mark.parametrize(
    ("jenis", "teks", "kode", "nilai"),
    [
        pytest.param(JenisCatatan.LEMBAR, "Rekap kami", "lembar-tidak-dibaca", "Rekap kami", id="a short sheet"),
        pytest.param(JenisCatatan.LEMBAR, "x" * KUTIPAN, "lembar-tidak-dibaca", "x" * KUTIPAN, id="a full quote"),
        pytest.param(
            JenisCatatan.LEMBAR, "x" * KUTIPAN + "y", "lembar-tidak-dibaca", "x" * KUTIPAN + "…", id="a long sheet"
        ),
        pytest.param(JenisCatatan.HALAMAN, "catatan", "isi-di-lembar-bacaan", "catatan", id="a page to read"),
        pytest.param(JenisCatatan.KOMENTAR, "y" * 200, "catatan-tidak-dibaca", "y" * 200, id="a comment"),
        pytest.param(JenisCatatan.KOTAK, "lihat surat", "catatan-tidak-dibaca", "lihat surat", id="a text box"),
    ],
)
def test_what_was_added_outside_the_tables_is_told_where_it_stands(jenis, teks, kode, nilai):
    asal = Asal("formulir.xlsx", "Rekap", "B7")
    (satu,) = periksa_catatan(replace(MENTAH, daftar_catatan=(Catatan(jenis, asal, teks),)), FORM)
    assert (satu.kode, satu.asal, satu.nilai) == (kode, asal, nilai)
    disebut = jenis.value if kode == "catatan-tidak-dibaca" else None
    assert dict(satu.rincian).get("jenis") == disebut


# --- Whatever stands there --------------------------------------------------------------------------------------------

ISI = (
    st.none()
    | st.text(max_size=20)
    | st.booleans()
    | st.dates()
    | st.decimals(allow_nan=False, allow_infinity=False, places=2)
)


@given(
    st.dictionaries(
        st.tuples(st.just("indikator"), st.sampled_from(["I1", "I2"]), st.sampled_from(["nama", "target"])), ISI
    )
)
def test_no_content_of_a_locked_cell_raises_and_each_difference_is_found(ketikan):
    daftar = periksa_terkunci(formulir_mentah(FORM, ketikan), FORM)
    baris = {b.kunci: b for b in FORM.daftar_baris["indikator"]}
    beda = [k for k, isi in ketikan.items() if teks_sel(sel(isi)) != teks_isi(baris[k[1]].isi[k[2]])]
    assert len(daftar) == len(beda)


# --- The form that goes out -------------------------------------------------------------------------------------------


def test_a_form_holds_what_the_buku_induk_fixed_and_nothing_else():
    baris = FORM.daftar_baris["indikator"]
    assert [(b.isi["kode"], b.isi["target_tahun"], b.isi["target"]) for b in baris] == [
        ("I1", Decimal("85.50"), Decimal("85.50")),
        ("I2", "45 s.d. 55", "45 s.d. 55"),
        ("I3", "BB", None),
    ]
    assert baris[0].terkunci == {"pembilang", "penyebut", "sintesis"}
    assert [b.kunci for b in FORM.daftar_baris["rencana_aksi"]] == ["A1"]
    assert [b.kunci for b in FORM.daftar_baris["progres"]] == ["01", "02", "03"]
    assert [b.isi["bulan"] for b in formulir(BUKU, 4).daftar_baris["progres"]] == ["Oktober", "November", "Desember"]
    assert FORM.daftar_pilihan["predikat_SAKIP"] == ("D", "C", "B", "BB", "A")


def test_earlier_quarters_are_filled_in():
    rasio = indikator("I4", cara=CaraGabung.RASIO, pengali=Decimal(100), satuan="%")
    buku = replace(BUKU, daftar_indikator=(*BUKU.daftar_indikator, rasio))
    lalu = kumpulan(
        laporan("U1", 1, {"I1": 80, "I3": 4, "I4": (1, 4)}, {"1.01.1": 500}),
        laporan("U1", 2, {"I1": None, "I4": (1, 0)}, {"1.01.1": None}),
    )
    baris = {b.kunci: b.isi for b in formulir(buku, 3, lalu=lalu).daftar_baris["indikator"]}
    assert [baris["I1"][f"realisasi_{n}"] for n in (1, 2)] == [80, None]
    assert [baris["I4"][f"realisasi_{n}"] for n in (1, 2)] == [25, None]
    assert baris["I3"]["realisasi_1"] == "BB"
    assert "realisasi_3" not in baris["I1"]
    uang = [formulir(buku, n, lalu=lalu).daftar_baris["anggaran"][0].isi["realisasi_lalu"] for n in (1, 2, 3, 4)]
    assert uang == [None, 500, None, None]


def test_a_ratio_offers_two_cells_and_locks_the_third():
    (baris,) = formulir(induk(indikator(cara=CaraGabung.RASIO))).daftar_baris["indikator"]
    assert (baris.terkunci, baris.isi["cara_isi"]) == ({"realisasi", "sintesis"}, "Isi pembilang dan penyebut")


@pytest.mark.parametrize(
    ("satu", "cara_isi"),
    [
        (indikator(cara=CaraGabung.JUMLAH), "Angka triwulan ini saja"),
        (indikator(cara=CaraGabung.KUMULATIF), "Angka s.d. akhir triwulan ini"),
        (indikator(skala=SKALA_SAKIP), "Pilih predikat dari daftar"),
        (
            indikator(cara=CaraGabung.JUMLAH, unit=("U1", "U2")),
            "Angka triwulan ini saja; bagian unit ini saja",
        ),
        (indikator(unit=("U1", "U2"), gabung_unit=GabungUnit.RATA_RATA), "Keadaan pada hari terakhir triwulan"),
    ],
)
def test_the_form_says_how_a_figure_is_meant(satu, cara_isi):
    assert formulir(induk(satu)).daftar_baris["indikator"][0].isi["cara_isi"] == cara_isi


def test_a_step_of_an_unknown_indicator_has_no_name_and_a_sasaran_may_be_unknown():
    buku = replace(induk(indikator(), daftar_aksi=(aksi(indikator="I9"),)), daftar_sasaran=())
    form = formulir(buku)
    assert form.daftar_baris["rencana_aksi"][0].isi["indikator"] == ""
    assert form.daftar_baris["indikator"][0].isi["sasaran"] == ""


@pytest.mark.parametrize("isian", [BelumDilaporkan(), TidakBerlaku(), Pecahan(Decimal(1), Decimal(0))])
def test_what_has_no_number_is_shown_blank(isian):
    assert isi_realisasi(isian, indikator()) is None
    assert isi_target(None, indikator()) is None


def test_the_fingerprint_does_not_depend_on_the_order_of_rows_and_depends_on_every_part():
    daftar = [("indikator", "I1", "nama", "a"), ("anggaran", "1", "pagu", "5")]
    assert sidik(daftar) == sidik(reversed(daftar))
    for posisi in range(4):
        lain = [*daftar[:1], tuple("x" if n == posisi else b for n, b in enumerate(daftar[1]))]
        assert sidik(lain) != sidik(daftar)


def test_the_fingerprint_of_a_form_does_not_depend_on_what_was_reported_before():
    lalu = kumpulan_indikator({"U1": (80,)})
    assert formulir(BUKU, 2, lalu=lalu).sidik == formulir(BUKU, 2).sidik


@pytest.mark.parametrize(("nomor", "ditanya"), [(1, False), (3, False), (4, True)])
def test_only_the_last_quarter_asks_what_the_year_came_to(nomor, ditanya):
    [baris] = formulir(induk(indikator()), nomor).daftar_baris["indikator"]
    assert ("sintesis" not in baris.terkunci) is ditanya
