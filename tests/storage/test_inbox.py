"""What lies in an inbox and is not read is told once, and makes the next run look again."""

import pytest

from bantu_putus import Pengintai, mendengar
from bantu_ruang import formulir, isi
from lakip_gen.alur.periksa import periksa_periode
from lakip_gen.alur.susun import susun
from lakip_gen.domain.nama_berkas import asal_salinan
from lakip_gen.domain.periode import Periode
from lakip_gen.pesan.katalog import jelaskan, jelaskan_semua
from lakip_gen.storage.inbox import check_inbox
from lakip_gen.storage.inputs import take_inputs
from lakip_gen.storage.workspace import DEEPEST_FOLDER, Workspace

pytestmark = pytest.mark.laporan_pendek

TW1, TW2, TW3, S1 = (Periode.parse(f"2025-{nama}") for nama in ("TW1", "TW2", "TW3", "S1"))


def test_a_folder_beside_the_inboxes_is_told_once_for_all_quarters(contoh):
    (contoh.workbooks(2025) / "Triwulan 1").mkdir()
    (contoh.workbooks(2025) / "Triwulan 1" / "a.xlsx").write_bytes(b"PK")
    semua = jelaskan_semua(periksa_periode(contoh, S1).semua_temuan)
    assert [t.asal.berkas for t in semua if t.kode == "folder-tidak-dibaca"] == ["Triwulan 1"]


def test_the_files_of_a_folder_are_counted_and_some_named(contoh):
    folder = contoh.inbox(TW1) / "susulan"
    folder.mkdir()
    for nama in ("d.xlsx", "c.xls", "b.ods", "a.csv", "foto.jpg"):
        (folder / nama).write_bytes(b"x")
    (satu,) = check_inbox(take_inputs(contoh, 2025, (TW1,)), TW1)
    assert "berisi 4 buku kerja (a.csv, b.ods, c.xls, dan lain-lain)" in jelaskan(satu).pesan


def test_an_open_form_is_named_and_not_its_owner_file(contoh):
    berkas = contoh.form_files(TW1)[0]
    berkas.with_name(f"~${berkas.name}").write_bytes(b"x")
    (satu,) = check_inbox(take_inputs(contoh, 2025, (TW1,)), TW1)
    assert (satu.kode, satu.asal.berkas) == ("berkas-sedang-dibuka", f"TW1/{berkas.name}")


@pytest.mark.lengkap
def test_a_run_looks_again_when_something_unread_came_into_the_inbox(tersusun):
    assert not susun(tersusun, TW1).berubah
    (tersusun.inbox(TW1) / "b.xlsx").symlink_to("tidak-ada.xlsx")
    hasil = susun(tersusun, TW1)
    assert [t.kode for t in hasil.daftar_temuan] == ["berkas-tautan-putus"]
    assert not susun(tersusun, TW1).berubah


@pytest.mark.lengkap
def test_a_run_looks_again_when_a_folder_that_is_not_read_holds_other_forms(contoh):
    folder = contoh.inbox(TW1) / "susulan"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(b"x")
    assert "1 buku kerja (a.xlsx)" in jelaskan(susun(contoh, TW1).daftar_temuan[0]).pesan
    (folder / "b.xlsx").write_bytes(b"x")
    assert "2 buku kerja (a.xlsx, b.xlsx)" in jelaskan(susun(contoh, TW1).daftar_temuan[0]).pesan
    assert not susun(contoh, TW1).berubah


@pytest.mark.parametrize("letak", ["TW1", ""], ids=["in the inbox", "beside it"])
def test_a_link_to_a_folder_outside_is_told_and_nobody_looks_into_it(contoh, tmp_path, letak):
    luar = tmp_path / "rahasia"
    luar.mkdir()
    (luar / "gaji.xlsx").write_bytes(b"x")
    (contoh.workbooks(2025) / letak / "tautan").symlink_to(luar)
    dilihat = []
    with mendengar(Pengintai(luar, lambda *isi: dilihat.append(isi) is None)):
        (satu,) = check_inbox(take_inputs(contoh, 2025, (TW1,)), TW1)
    assert (satu.kode, dilihat) == ("folder-tautan", [])
    assert "gaji" not in jelaskan(satu).pesan


def test_a_folder_is_searched_no_deeper_and_no_wider_than_somebody_would_nest(contoh):
    dalam = contoh.inbox(TW1) / "susulan"
    for nomor in range(DEEPEST_FOLDER + 3):
        dalam = dalam / f"f{nomor}"
    dalam.mkdir(parents=True)
    (dalam / "a.xlsx").write_bytes(b"x")
    assert check_inbox(take_inputs(contoh, 2025, (TW1,)), TW1) == ()


@pytest.mark.parametrize(
    "taruh", [lambda k: k.write_bytes(b"PK"), lambda k: k.symlink_to(k.name)], ids=["file", "link"]
)
def test_a_file_in_the_place_of_an_inbox_is_told_with_the_inbox_that_it_hides(contoh, taruh):
    kotak = contoh.inbox(TW2)
    kotak.rename(kotak.with_name("_TW2"))
    taruh(kotak)
    (satu,) = check_inbox(take_inputs(contoh, 2025, (TW2,)), TW2)
    assert (satu.kode, satu.asal.berkas) == ("folder-bukan-folder", "TW2")
    assert "folder baru bernama TW2" in jelaskan(satu).perbaikan
    assert contoh.quarter_of(contoh.workbooks(2025) / "TW3" / "a.xlsx") == TW3


@pytest.mark.lengkap
def test_a_return_copy_that_was_filled_in_where_it_lies_is_told(contoh):
    isi(formulir(contoh, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "dua puluh")
    susun(contoh, TW1)
    (salinan,) = (contoh.output(TW1) / "kembali").iterdir()
    assert check_inbox(take_inputs(contoh, 2025, (TW1, TW2)), TW1) == ()
    isi(salinan, "Indikator", "I2.4", "Realisasi triwulan", 20)
    masukan = take_inputs(contoh, 2025, (TW1, TW2))
    (satu,) = check_inbox(masukan, TW1)
    assert (satu.kode, satu.asal.berkas) == ("kembalian-diisi", contoh.relative(salinan))
    assert check_inbox(masukan, TW2) == ()
    hasil = susun(contoh, TW1)
    assert hasil.berubah
    assert "kembalian-diisi" in [t.kode for t in hasil.daftar_temuan]
    salinan.rename(contoh.inbox(TW1) / salinan.name)
    assert [t.kode for t in susun(contoh, TW1).daftar_temuan] == ["formulir-digantikan"]


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("formulir.xlsx.crdownload", "berkas-belum-selesai"),
        ("formulir.xlsx.PART", "berkas-belum-selesai"),
        ("formulir.tmp", "berkas-belum-selesai"),
        (".formulir.xlsx.icloud", "berkas-belum-terunduh"),
        ("~WRL0001.tmp", None),
        ("~$lain.xlsx", None),
    ],
)
def test_what_downloads_and_clouds_leave_in_an_inbox_is_told_in_a_sentence(tmp_path, nama, kode):
    ruang = Workspace(tmp_path)
    ruang.inbox(TW1).mkdir(parents=True)
    (ruang.inbox(TW1) / nama).write_bytes(b"")
    daftar = check_inbox(take_inputs(ruang, 2025, (TW1,)), TW1)
    assert [satu.kode for satu in daftar] == ([kode] if kode else [])
    assert all(jelaskan(satu).pesan for satu in daftar)


@pytest.mark.parametrize(
    ("nama", "sebab"),
    [
        ("TW1/IKP (1).xlsx", "diunduh"),
        ("IKP(2).xlsx", "diunduh"),
        ("IKP - Copy.xlsx", "disalin"),
        ("IKP - Salin (2).xlsx", "disalin"),
        ("Salinan dari IKP.xlsx", "disalin"),
        ("IKP (Budi's conflicted copy 2025-04-08).xlsx", "dua komputer"),
        ("IKP-DESKTOP-4F2A.xlsx", "dua komputer"),
        ("IKP revisi.xlsx", ""),
        ("IKP (final).xlsx", ""),
    ],
)
def test_the_name_of_a_second_copy_says_how_it_came_about(nama, sebab):
    assert (sebab in asal_salinan(nama)) if sebab else (asal_salinan(nama) == "")
