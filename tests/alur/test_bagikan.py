"""Handing out forms never costs anybody's work."""

import openpyxl

from bantu_ruang import formulir, isi
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.mulai import mulai
from lakip_gen.alur.periksa import periksa_periode
from lakip_gen.domain.periode import Periode
from lakip_gen.storage.workspace import Workspace

TW1 = Periode.parse("2025-TW1")


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


def test_a_form_with_one_word_in_it_is_filled(contoh):
    formulir(contoh, "SEKRETARIAT").unlink()
    bagikan(contoh, TW1)
    isi(formulir(contoh, "SEKRETARIAT"), "Progres Bulanan", "01", "Kegiatan", "rapat")
    assert formulir(contoh, "SEKRETARIAT") in bagikan(contoh, TW1).daftar_terisi


def test_a_file_that_cannot_be_read_is_left_alone(contoh):
    formulir(contoh, "SEKRETARIAT").write_bytes(b"bukan buku kerja")
    assert formulir(contoh, "SEKRETARIAT") in bagikan(contoh, TW1).daftar_terisi
    assert formulir(contoh, "SEKRETARIAT").read_bytes() == b"bukan buku kerja"


def test_an_empty_form_follows_the_buku_induk(contoh):
    berkas = formulir(contoh, "SEKRETARIAT")
    berkas.unlink()
    bagikan(contoh, TW1)
    lama = berkas.read_bytes()
    buku = openpyxl.load_workbook(contoh.induk(2025))
    buku["Unit"]["B5"] = "Sekretariat Dinas"
    buku.save(contoh.induk(2025))
    assert berkas in bagikan(contoh, TW1).daftar_baru
    assert berkas.read_bytes() != lama


def test_handing_out_twice_changes_nothing(contoh):
    for berkas in contoh.form_files(TW1):
        berkas.unlink()
    bagikan(contoh, TW1)
    hasil = bagikan(contoh, TW1)
    assert (hasil.daftar_baru, len(hasil.daftar_sama)) == ((), 6)


def test_a_new_working_folder_asks_for_everything_that_is_missing(tmp_path):
    ruang = Workspace(tmp_path)
    mulai(ruang, 2026)
    hasil = periksa_periode(ruang, Periode.parse("2026"))
    kode = {temuan.kode for temuan in hasil.daftar_temuan}
    assert hasil.induk is None
    assert {"induk-wajib-kosong", "induk-tabel-kosong"} <= kode


def test_starting_again_touches_nothing(tmp_path):
    ruang = Workspace(tmp_path)
    mulai(ruang, 2026)
    ruang.induk(2026).write_bytes(b"sudah diisi perencana")
    hasil = mulai(ruang, 2026)
    assert hasil.daftar_baru == ()
    assert ruang.induk(2026).read_bytes() == b"sudah diisi perencana"
