"""Handing out forms never costs anybody's work."""

import os
import shutil
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.comments import Comment

from bantu_putus import Pemutus, terpasang
from bantu_ruang import formulir, isi
from bantu_sela import CARA_SIMPAN, disela
from lakip_gen.alur.baca import baca_induk
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.mulai import mulai
from lakip_gen.alur.periksa import periksa_berkas, periksa_periode
from lakip_gen.alur.susun import susun
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import Periode
from lakip_gen.excel.form import write_form
from lakip_gen.storage.inputs import take_inputs
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.laporan_pendek

TW1 = Periode.parse("2025-TW1")


@pytest.mark.lengkap
def test_every_unit_gets_a_form_and_the_planner_a_receipt_list(contoh):
    for berkas in contoh.form_files(TW1):
        berkas.unlink()
    hasil = bagikan(contoh, TW1)
    assert len(hasil.daftar_baru) == len(contoh.form_files(TW1)) == 6
    ws = openpyxl.load_workbook(hasil.tanda_terima).active
    assert [s.value for s in ws["C"]][5:11] == [b.name for b in hasil.daftar_baru]


def test_a_filled_form_is_never_overwritten(contoh):
    sebelum = {b: b.read_bytes() for b in contoh.form_files(TW1)}
    hasil = bagikan(contoh, TW1)
    assert set(hasil.daftar_terisi) == set(sebelum)
    assert sebelum == {b: b.read_bytes() for b in contoh.form_files(TW1)}


def ganti_nama_unit(ruang):
    """Change what every form prints, so that all of them would be handed out anew."""
    buku = openpyxl.load_workbook(ruang.induk(2025))
    for baris in range(5, 11):
        buku["Unit"][f"B{baris}"] = f"Unit {baris}"
    buku.save(ruang.induk(2025))


def komentar(buku):
    buku["Indikator"]["A1"].comment = Comment("Angka menyusul.", "unit")


def catatan_di_luar(buku):
    buku["Indikator"]["AA40"] = "Kami masih menunggu data."


def lembar_baru(buku):
    buku.create_sheet("Rincian")["A1"] = 58


def judul_berganti(buku):
    sel = next(
        sel
        for baris in buku["Indikator"].iter_rows()
        for sel in baris
        if str(sel.value).startswith("Realisasi triwulan")
    )
    sel.value = "Capaian kami"
    buku["Indikator"].cell(sel.row + 1, sel.column).value = 8


def kolom_terkunci(buku):
    buku["Anggaran"]["H40"] = 1_000_000


DIKETIK = [komentar, catatan_di_luar, lembar_baru, judul_berganti, kolom_terkunci]


@pytest.mark.lengkap
@pytest.mark.parametrize("ketik", DIKETIK, ids=[satu.__name__ for satu in DIKETIK])
def test_whatever_was_typed_and_wherever_the_next_handing_out_leaves_it(dibagikan, ketik):
    berkas = formulir(dibagikan, "SEKRETARIAT")
    buku = openpyxl.load_workbook(berkas)
    ketik(buku)
    buku.save(berkas)
    sebelum = berkas.read_bytes()
    ganti_nama_unit(dibagikan)
    hasil = bagikan(dibagikan, TW1)
    assert (hasil.daftar_terisi, len(hasil.daftar_baru)) == ((berkas,), 5)
    assert berkas.read_bytes() == sebelum


@pytest.mark.lengkap
def test_a_form_with_one_word_in_it_is_filled(dibagikan):
    isi(formulir(dibagikan, "SEKRETARIAT"), "Progres Bulanan", "01", "Kegiatan", "rapat")
    assert formulir(dibagikan, "SEKRETARIAT") in bagikan(dibagikan, TW1).daftar_terisi


def test_an_empty_form_that_nobody_noted_down_is_left_alone(dibagikan):
    """Somebody else's copy may be as empty: only what was noted when it was handed out is replaced."""
    dibagikan.handed_out(TW1).unlink()
    ganti_nama_unit(dibagikan)
    assert len(bagikan(dibagikan, TW1).daftar_terisi) == 6


@pytest.mark.lengkap
def test_a_form_that_stands_there_as_it_would_be_handed_out_is_noted_down(dibagikan):
    dibagikan.handed_out(TW1).unlink()
    assert len(bagikan(dibagikan, TW1).daftar_sama) == 6
    ganti_nama_unit(dibagikan)
    assert len(bagikan(dibagikan, TW1).daftar_baru) == 6


def folder(berkas):
    berkas.mkdir()


def pipa(berkas):
    os.mkfifo(berkas)


def perangkat(berkas):
    berkas.symlink_to("/dev/zero")


def berputar(berkas):
    berkas.symlink_to(berkas.name)


def berlubang(berkas):
    with berkas.open("wb") as tujuan:
        tujuan.truncate(6 * 1024**3)


def bukan_buku(berkas):
    berkas.write_bytes(b"bukan buku kerja")


MENGHALANGI = {
    folder: ["berkas-bukan-biasa"],
    pipa: ["berkas-bukan-biasa"],
    berputar: ["berkas-bukan-biasa"],
    perangkat: ["berkas-tautan-luar"],
    berlubang: ["berkas-terlalu-besar"],
    bukan_buku: [],
}


@pytest.mark.one_in(3)
@pytest.mark.parametrize("halangi", MENGHALANGI, ids=[satu.__name__ for satu in MENGHALANGI])
def test_what_stands_in_the_place_of_one_form_costs_no_other_unit_its_form(contoh, halangi):
    for berkas in contoh.form_files(TW1):
        berkas.unlink()
    halangi(formulir(contoh, "SEKRETARIAT"))
    hasil = bagikan(contoh, TW1)
    assert (len(hasil.daftar_baru), hasil.daftar_terisi) == (5, (formulir(contoh, "SEKRETARIAT"),))
    assert [satu.kode for satu in hasil.daftar_temuan] == MENGHALANGI[halangi]
    assert hasil.tanda_terima.is_file()


@pytest.mark.lengkap
def test_a_form_that_is_saved_while_it_is_handed_out_anew_stays(dibagikan):
    """How else it may be saved, and at which other step, is held where one file is put in the place of another."""
    berkas = formulir(dibagikan, "SEKRETARIAT")
    ganti_nama_unit(dibagikan)
    with disela(dibagikan.root, kerja=lambda: CARA_SIMPAN["menukar"](berkas, b"diisi unit"), nama=berkas.name):
        hasil = bagikan(dibagikan, TW1)
    assert (hasil.daftar_terisi, berkas.read_bytes()) == ((berkas,), b"diisi unit")


@pytest.mark.lengkap
def test_a_form_that_is_open_is_told_and_the_others_are_handed_out(dibagikan):
    ganti_nama_unit(dibagikan)
    berkas = formulir(dibagikan, "SEKRETARIAT")
    with terpasang(Pemutus(dibagikan.root, terus=berkas.name)):
        hasil = bagikan(dibagikan, TW1)
    assert (hasil.daftar_terkunci, len(hasil.daftar_baru)) == ((berkas,), 5)
    assert len(bagikan(dibagikan, TW1).daftar_baru) == 1


@pytest.mark.lengkap
def test_an_empty_form_follows_the_buku_induk(dibagikan):
    berkas = formulir(dibagikan, "SEKRETARIAT")
    lama = berkas.read_bytes()
    buku = openpyxl.load_workbook(dibagikan.induk(2025))
    buku["Unit"]["B5"] = "Sekretariat Dinas"
    buku.save(dibagikan.induk(2025))
    assert berkas in bagikan(dibagikan, TW1).daftar_baru
    assert berkas.read_bytes() != lama


def test_handing_out_twice_changes_nothing(dibagikan):
    hasil = bagikan(dibagikan, TW1)
    assert (hasil.daftar_baru, len(hasil.daftar_sama)) == ((), 6)


def test_a_new_working_folder_asks_for_everything_that_is_missing(tmp_path):
    ruang = Workspace(tmp_path)
    mulai(ruang, 2026)
    hasil = periksa_periode(ruang, Periode.parse("2026"))
    kode = {temuan.kode for temuan in hasil.daftar_temuan}
    assert hasil.induk is None
    assert {"induk-wajib-kosong", "induk-tabel-kosong"} <= kode


@pytest.mark.lengkap
def test_starting_again_touches_nothing(tmp_path):
    ruang = Workspace(tmp_path)
    mulai(ruang, 2026)
    ruang.induk(2026).write_bytes(b"sudah diisi perencana")
    hasil = mulai(ruang, 2026)
    assert hasil.daftar_baru == ()
    assert ruang.induk(2026).read_bytes() == b"sudah diisi perencana"


def sisipkan(ruang, induk, realisasi=85):
    """Lay a unit's form into the inbox that was made from another buku induk, with one figure typed."""
    unit = next(unit for unit in induk.daftar_unit if unit.kode == "SEKRETARIAT")
    formulir(ruang, "SEKRETARIAT").write_bytes(write_form(siapkan_formulir(induk, unit, TW1, Kumpulan({}))))
    isi(formulir(ruang, "SEKRETARIAT"), "Indikator", "I5.4", "Realisasi triwulan", realisasi)


def _target_baru(ruang, target):
    buku = openpyxl.load_workbook(ruang.induk(2025))
    sel = next(sel for sel in next(buku["Indikator"].iter_cols(min_col=1, max_col=1)) if sel.value == "I5.4")
    judul = {str(c.value).strip(" *"): c.column for baris in buku["Indikator"].iter_rows(max_row=6) for c in baris}
    buku["Indikator"].cell(sel.row, judul["Target TW I"]).value = target
    buku.save(ruang.induk(2025))


@pytest.mark.lengkap
def test_a_form_that_was_never_handed_out_is_told_whoever_reckoned_its_fingerprint(dibagikan):
    induk, _ = baca_induk(take_inputs(dibagikan, 2025), 2025)
    daftar = tuple(
        replace(satu, target_berlaku=replace(satu.target_berlaku, tahun=Decimal(1))) for satu in induk.daftar_indikator
    )
    sisipkan(dibagikan, replace(induk, daftar_indikator=daftar, masa=()))
    kode = {satu.kode for satu in periksa_periode(dibagikan, TW1).semua_temuan}
    assert "bukan-yang-dibagikan" in kode
    assert not kode & {"induk-berubah", "terkunci-berubah"}
    assert "bukan-yang-dibagikan" in {
        satu.kode for satu in periksa_berkas(dibagikan, formulir(dibagikan, "SEKRETARIAT")).semua_temuan
    }


@pytest.mark.lengkap
def test_a_return_copy_that_comes_back_after_two_changes_of_the_buku_induk_is_known(dibagikan):
    for target in (77, 78):
        isi(formulir(dibagikan, "SEKRETARIAT"), "Indikator", "I5.4", "Realisasi triwulan", target)
        _target_baru(dibagikan, target)
        susun(dibagikan, TW1)
        (kembali,) = (dibagikan.output(TW1) / "kembali").glob("perbaikan-sekretariat-*.xlsx")
        shutil.copy(kembali, formulir(dibagikan, "SEKRETARIAT"))
    _target_baru(dibagikan, 79)
    kode = {satu.kode for satu in periksa_periode(dibagikan, TW1).semua_temuan}
    assert "induk-berubah" in kode
    assert "bukan-yang-dibagikan" not in kode


@pytest.mark.lengkap
def test_a_form_of_an_earlier_handing_out_is_known(dibagikan):
    induk, _ = baca_induk(take_inputs(dibagikan, 2025), 2025)
    _target_baru(dibagikan, 77)
    assert bagikan(dibagikan, TW1).daftar_baru
    sisipkan(dibagikan, induk)
    kode = {satu.kode for satu in periksa_periode(dibagikan, TW1).semua_temuan}
    assert "induk-berubah" in kode
    assert "bukan-yang-dibagikan" not in kode


def test_a_note_that_cannot_be_written_keeps_neither_forms_nor_papers_from_being_written(dibagikan):
    for berkas in dibagikan.form_files(TW1):
        berkas.unlink()
    jejak = dibagikan.events(TW1).parent
    shutil.rmtree(jejak)
    jejak.write_text("bukan folder")
    hasil = bagikan(dibagikan, TW1)
    assert len(hasil.daftar_baru) == 6
    assert hasil.tanda_terima.is_file()
    assert [butir.kode for butir in hasil.daftar_temuan] == ["jejak-tak-tertulis"]
    jejak.unlink()
    assert bagikan(dibagikan, TW1).daftar_temuan == ()
    assert dibagikan.events(TW1).is_file()
