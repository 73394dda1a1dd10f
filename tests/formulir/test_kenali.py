"""Whose form is it, what says so, and when does nobody choose?"""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantu_induk import TAHUN, aksi, formulir, formulir_mentah, indikator, induk, subkegiatan
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.mentah import Baris, BukuMentah, LembarMentah
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.formulir.kenali import kenali, periode_tertulis

BUKU = induk(
    indikator("I1"),
    indikator("I2", unit=("U1", "U2")),
    indikator("I3", unit=("U2",)),
    anggaran=[subkegiatan("1.01.1"), subkegiatan("1.01.2", unit="U2")],
    daftar_aksi=(aksi("A1"),),
    unit=("U1", "U2", "U3"),
)
TW1, TW2 = triwulan(TAHUN, 1), triwulan(TAHUN, 2)
FORM = formulir(BUKU)
MENTAH = formulir_mentah(FORM)
POLOS = replace(MENTAH, meta={})
KEPALA = f"Capaian Indikator Kinerja Bidang U1 · {TW1.nama}"


def berisi(*daftar_kunci: str, lembar: str = "indikator", **lain: object) -> BukuMentah:
    """Return a workbook without a meta sheet that has only these rows."""
    baris = tuple(Baris(kunci, nomor, {}) for nomor, kunci in enumerate(daftar_kunci, 8))
    return replace(POLOS, lembar={lembar: LembarMentah(lembar, baris)}, **lain)


def satu_temuan(mentah):
    hasil = kenali(mentah, BUKU, TW1)
    assert (hasil.unit, hasil.cacat) == (None, None)
    (satu,) = hasil.daftar_temuan
    return satu


def alasan(mentah):
    satu = satu_temuan(mentah)
    assert satu.kode == "unit-tidak-pasti"
    return dict(satu.rincian)["alasan"]


def test_a_form_as_it_went_out_is_known_without_a_word():
    hasil = kenali(MENTAH, BUKU, TW1)
    assert (hasil.unit.kode, hasil.daftar_temuan, hasil.cacat) == ("U1", (), None)


def test_a_form_of_another_office_is_known_and_refused_by_its_name():
    lain = replace(MENTAH, meta=MENTAH.meta | {"instansi": "Kecamatan Lengayang"})
    hasil = kenali(lain, BUKU, TW1)
    assert (hasil.unit.kode, hasil.cacat) == ("U1", None)
    assert [(satu.kode, satu.nilai) for satu in hasil.daftar_temuan] == [("instansi-lain", "Kecamatan Lengayang")]


@pytest.mark.parametrize("nama", ["", BUKU.instansi.nama.upper(), f"{BUKU.instansi.nama}."], ids=["old", "caps", "dot"])
def test_another_spelling_of_the_offices_name_is_no_other_office(nama):
    assert kenali(replace(MENTAH, meta=MENTAH.meta | {"instansi": nama}), BUKU, TW1).daftar_temuan == ()


@pytest.mark.parametrize(
    ("meta", "kode", "nilai"),
    [
        ({"jenis": "buku induk lakip-gen"}, "bukan-formulir", ""),
        ({"jenis": ""}, "bukan-formulir", ""),
        ({"periode": "2025-TW2"}, "periode-lain", "2025-TW2"),
        ({"periode": "2024-TW1"}, "periode-lain", "2024-TW1"),
        ({"periode": ""}, "periode-lain", ""),
    ],
)
def test_the_contents_decide_what_a_workbook_is(meta, kode, nilai):
    satu = satu_temuan(replace(MENTAH, meta=FORM.meta | meta))
    assert (satu.kode, satu.asal.berkas, satu.nilai) == (kode, MENTAH.berkas, nilai)


@pytest.mark.parametrize("versi", ["0", "", "1.0", "x", "1000000"])
def test_a_form_of_another_version_is_known_but_not_taken_as_it_stands(versi):
    hasil = kenali(replace(MENTAH, meta=FORM.meta | {"versi": versi}), BUKU, TW1)
    assert (hasil.unit.kode, hasil.cacat.kode, hasil.cacat.nilai) == ("U1", "versi-lain", versi or "(kosong)")


def test_a_form_from_a_newer_program_is_left_unread_and_names_both_versions():
    satu = satu_temuan(replace(MENTAH, meta=FORM.meta | {"versi": str(skema.VERSI + 1)}))
    assert (satu.kode, satu.nilai) == ("versi-lebih-baru", str(skema.VERSI + 1))
    assert dict(satu.rincian)["versi"] == str(skema.VERSI)


@pytest.mark.parametrize("hilang", ["jenis", "versi", "periode", "unit"])
def test_a_meta_sheet_with_a_gap_is_never_taken_for_a_whole_one(hilang):
    meta = {nama: isi for nama, isi in FORM.meta.items() if nama != hilang}
    hasil = kenali(replace(MENTAH, meta=meta), BUKU, TW1)
    assert hasil.cacat or hasil.unit is None


def test_a_workbook_without_a_sheet_of_ours_is_no_form_whatever_stands_above():
    for lain in (BukuMentah("lain.xlsx"), BukuMentah("x.xlsx", kepala=KEPALA)):
        assert satu_temuan(lain).kode == "bukan-formulir"
    assert satu_temuan(replace(MENTAH, meta={"jenis": "x"}, kepala=KEPALA)).kode == "bukan-formulir"
    assert satu_temuan(berisi("01", lembar="progres")).kode == "bukan-formulir"


@pytest.mark.parametrize(
    "kepala", [KEPALA, f"Bidang U1 · {TW1.nama}", f"revisi dua {KEPALA}", f"Kuning wajib. Bidang U1 · {TW1.nama} Dinas"]
)
def test_a_form_that_lost_its_meta_sheet_is_known_by_its_heading(kepala):
    hasil = kenali(replace(POLOS, kepala=kepala), BUKU, TW1)
    assert (hasil.unit.kode, hasil.cacat.kode, hasil.daftar_temuan) == ("U1", "meta-hilang", ())
    assert dict(hasil.cacat.rincian) == {"milik": "Bidang U1", "dasar": "kepala lembarnya", "periode": TW1.nama}


@pytest.mark.parametrize("kepala", ["", "Bidang U1 · Triwulan V Tahun 2025", f"Bidang U1, {TW1.nama}"])
def test_a_form_that_lost_its_heading_as_well_is_known_by_its_rows(kepala):
    hasil = kenali(replace(POLOS, kepala=kepala), BUKU, TW1)
    assert (hasil.unit.kode, dict(hasil.cacat.rincian)["dasar"]) == ("U1", "kunci barisnya")


@pytest.mark.parametrize("kepala", ["", f"Bidang Lama · {TW1.nama}", f"Sub Bidang U1 · {TW1.nama}"])
def test_one_row_that_only_one_unit_has_is_enough(kepala):
    bertitel = f"Capaian Indikator Kinerja {kepala}" if kepala else ""
    assert kenali(berisi("I2", "I3", kepala=bertitel), BUKU, TW1).unit.kode == "U2"


def test_the_heading_settles_whose_a_shared_row_is():
    assert kenali(berisi("I2", kepala=f"Bidang U2 · {TW1.nama}"), BUKU, TW1).unit.kode == "U2"


def test_between_two_owners_of_all_rows_nobody_chooses():
    assert alasan(berisi("I2")) == "kunci barisnya dipakai bersama oleh Bidang U1 (U1) dan Bidang U2 (U2)"


def test_rows_of_two_units_are_nobodys_form():
    assert alasan(berisi("I1", "I3")) == "kunci barisnya bercampur, milik Bidang U1 (U1) dan Bidang U2 (U2)"


def test_a_heading_against_the_rows_is_nobodys_form():
    tertulis = alasan(berisi("I2", "I3", kepala=f"Bidang U1 · {TW1.nama}"))
    assert tertulis == "kepala lembarnya menyebut “Bidang U1”, tetapi kunci barisnya milik Bidang U2 (U2)"


def test_a_heading_that_nobody_knows_is_quoted():
    tertulis = alasan(berisi("Z9", kepala=f"Bidang Lain · {TW1.nama}"))
    assert "“Bidang Lain”, yang tidak ada di buku induk" in tertulis
    assert "tidak satu pun kunci barisnya ada di buku induk" in tertulis


def test_two_units_of_one_name_are_told_apart_by_their_rows_only():
    kembar = replace(BUKU, daftar_unit=tuple(replace(unit, nama="Bidang") for unit in BUKU.daftar_unit))
    kepala = f"Capaian Indikator Kinerja Bidang · {TW1.nama}"
    assert kenali(replace(POLOS, kepala=kepala), kembar, TW1).unit.kode == "U1"
    (satu,) = kenali(berisi("I2", kepala=kepala), kembar, TW1).daftar_temuan
    assert "nama “Bidang” dipakai oleh Bidang (U1) dan Bidang (U2)" in dict(satu.rincian)["alasan"]


def test_the_longer_of_two_names_is_meant():
    nama = {"U1": "Bidang U2", "U2": "Sub Bidang U2"}
    mirip = replace(BUKU, daftar_unit=tuple(replace(u, nama=nama.get(u.kode, u.nama)) for u in BUKU.daftar_unit))
    assert kenali(berisi("I2", kepala=f"Sub Bidang U2 · {TW1.nama}"), mirip, TW1).unit.kode == "U2"


@pytest.mark.parametrize("kepala", [f"Bidang U1 · {TW2.nama}", "Bidang U1 · Triwulan I Tahun 2024"])
def test_a_heading_of_another_quarter_is_believed(kepala):
    satu = satu_temuan(replace(POLOS, kepala=kepala))
    assert satu.kode == "periode-lain"
    assert satu.nilai == kepala.removeprefix("Bidang U1 · ")


def test_months_of_another_quarter_are_believed_where_no_heading_stands():
    lain = formulir_mentah(siapkan_formulir(BUKU, BUKU.daftar_unit[0], TW2, Kumpulan({})))
    assert satu_temuan(replace(lain, meta={})).nilai == TW2.nama


def test_a_unit_whose_kode_changed_is_known_by_what_is_left():
    hasil = kenali(replace(MENTAH, meta=FORM.meta | {"unit": "U9"}), BUKU, TW1)
    assert (hasil.unit.kode, hasil.cacat.kode, hasil.cacat.nilai) == ("U1", "unit-berganti-kode", "U9")


def test_a_unit_that_nothing_tells_stays_foreign():
    satu = satu_temuan(replace(berisi("I2"), meta=FORM.meta | {"unit": "U9"}))
    assert (satu.kode, satu.nilai) == ("unit-asing", "U9")


@pytest.mark.parametrize(
    ("kepala", "kode"),
    [
        ("", []),
        (f"Formulir Bidang U1 {TW1.nama}", []),
        (f"Formulir Bidang U2 {TW1.nama}", ["kepala-berbeda"]),
        ("Formulir Bidang U1 Triwulan II Tahun 2025", ["kepala-berbeda"]),
        ("Bid. U1 TW I", ["kepala-diubah"]),
        ("Kuning bertanda * wajib diisi", ["kepala-diubah"]),
    ],
)
def test_what_is_shown_above_the_table_is_compared_with_the_meta_sheet(kepala, kode):
    hasil = kenali(replace(MENTAH, kepala=kepala), BUKU, TW1)
    assert [t.kode for t in hasil.daftar_temuan] == kode
    assert (hasil.unit is None) == (kode == ["kepala-berbeda"])


def test_a_changed_heading_over_another_units_rows_is_refused():
    asing = replace(berisi("I2", "I3", kepala="catatan kami"), meta=FORM.meta)
    assert satu_temuan(asing).kode == "kepala-berbeda"


@pytest.mark.parametrize("kepala", [" " * 400_000, "Pengesahan " * 40_000, " · Triwulan I" * 30_000])
def test_a_long_heading_takes_no_time(kepala):
    mulai = time.perf_counter()
    kenali(replace(POLOS, kepala=kepala), BUKU, TW1)
    assert time.perf_counter() - mulai < 0.2


@pytest.mark.parametrize(
    ("mentah", "periode"),
    [
        (MENTAH, TW1),
        (replace(POLOS, kepala=f"Bidang U1 · {TW2.nama}"), TW2),
        (POLOS, None),
        (replace(MENTAH, meta={"jenis": "lain"}, kepala=KEPALA), None),
        (replace(MENTAH, meta=FORM.meta | {"periode": "2025-S1"}), None),
        (replace(POLOS, kepala="Bidang U1 · Triwulan I Tahun 1999"), None),
    ],
)
def test_the_quarter_of_a_form_stands_on_its_meta_sheet_or_in_its_heading(mentah, periode):
    assert periode_tertulis(mentah) == periode


@given(
    st.dictionaries(st.sampled_from(["jenis", "versi", "periode", "unit", "nama", "sidik", "x"]), st.text(max_size=10)),
    st.text() | st.from_regex(r"[\w ]{0,9} · Triwulan (I|II|V) Tahun 20\d\d"),
    st.lists(st.sampled_from(["I1", "I2", "I3", "I9", ""])),
)
def test_no_meta_sheet_heading_or_row_raises(meta, kepala, daftar_kunci):
    for isi in (meta, FORM.meta | meta):
        mentah = replace(berisi(*daftar_kunci), meta=isi, kepala=kepala)
        hasil = kenali(mentah, BUKU, TW1)
        assert len(hasil.daftar_temuan) + (hasil.cacat is not None) <= 2
        assert hasil.unit is not None or hasil.daftar_temuan
        periode_tertulis(mentah)


def test_who_sent_the_form_of_another_quarter_is_known():
    lain = replace(MENTAH, meta=dict(FORM.meta) | {"periode": "2025-TW2"})
    assert kenali(lain, BUKU, TW1).pengirim == FORM.unit
    assert (
        kenali(replace(lain, meta=dict(FORM.meta) | {"periode": "2025-TW2", "unit": "U99"}), BUKU, TW1).pengirim is None
    )
