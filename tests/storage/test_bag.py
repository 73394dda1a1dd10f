"""An archive is put together the same each time, and every byte of it can be verified years later, also without us."""

import shutil
import subprocess
import zipfile
from dataclasses import replace

import bagit
import pytest

from lakip_gen.ooxml.writer import write_container
from lakip_gen.storage.bag import NotABagError, Verdict, is_bag, key_of, put_together, safe_name, verify

ISI = {"laporan.docx": b"laporan", "workbooks/2025/TW1/formulir satu.xlsx": b"formulir"}
KETERANGAN = {"External-Identifier": "2025-TW1", "Source-Organization": "Dinas\nContoh"}
BERKAS = put_together(ISI, KETERANGAN)
UTUH = Verdict(key_of(BERKAS), {})


@pytest.fixture
def folder(tmp_path):
    for nama, isi in BERKAS.items():
        (tmp_path / "TW1-01" / nama).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "TW1-01" / nama).write_bytes(isi)
    return tmp_path / "TW1-01"


@pytest.fixture
def zipnya(tmp_path):
    berkas = tmp_path / "TW1-01.zip"
    berkas.write_bytes(write_container({f"TW1-01/{nama}": isi for nama, isi in BERKAS.items()}))
    return berkas


def tanpa_daftar(putusan):
    return replace(putusan, listed={}, info={})


def test_an_archive_is_whole_as_a_folder_and_as_a_zip(folder, zipnya):
    assert [tanpa_daftar(verify(letak)) for letak in (folder, zipnya)] == [UTUH, UTUH]
    assert sorted(verify(folder).listed) == ["data/laporan.docx", "data/workbooks/2025/TW1/formulir satu.xlsx"]
    assert is_bag(folder)
    assert is_bag(zipnya)


def test_the_library_of_the_standard_and_sha256sum_find_it_whole(folder):
    bagit.Bag(str(folder)).validate()
    for daftar in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "-c", "--strict", "--quiet", daftar], cwd=folder, check=True)


def test_the_same_content_gives_the_same_bytes_whatever_its_order():
    assert put_together(dict(reversed(ISI.items())), KETERANGAN) == BERKAS
    assert b"Source-Organization: Dinas Contoh\n" in BERKAS["bag-info.txt"]


def test_a_changed_byte_a_missing_and_an_extra_file_are_named(folder):
    laporan = folder / "data" / "laporan.docx"
    laporan.write_bytes(b"laporaN")
    (folder / "data" / "catatan.txt").write_bytes(b"")
    (folder / "data" / "workbooks" / "2025" / "TW1" / "formulir satu.xlsx").unlink()
    putusan = verify(folder)
    assert (putusan.changed, putusan.extra, putusan.missing) == (
        ("data/laporan.docx",),
        ("data/catatan.txt",),
        ("data/workbooks/2025/TW1/formulir satu.xlsx",),
    )


def test_a_list_that_was_reckoned_anew_is_told_by_the_list_of_lists(folder):
    (folder / "data" / "laporan.docx").write_bytes(b"palsu")
    palsu = put_together({**ISI, "laporan.docx": b"palsu"}, KETERANGAN)
    (folder / "manifest-sha256.txt").write_bytes(palsu["manifest-sha256.txt"])
    assert verify(folder).changed == ("manifest-sha256.txt",)


@pytest.mark.parametrize("nama", ["bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_a_missing_list_is_a_fault_of_its_own(folder, nama):
    (folder / nama).unlink()
    assert nama in verify(folder).missing
    assert verify(folder).extra == ()
    assert is_bag(folder)


def test_what_systems_and_open_programs_leave_is_passed_over(folder):
    for nama in (".DS_Store", "Thumbs.db", "~$laporan.docx", ".~lock.laporan.docx#"):
        (folder / "data" / nama).write_bytes(b"x")
    assert verify(folder).whole


def test_one_changed_byte_of_a_zip_is_found_wherever_it_is(zipnya):
    isi = zipnya.read_bytes()
    terlewat = []
    for letak in range(0, len(isi), 7):
        zipnya.write_bytes(isi[:letak] + bytes([isi[letak] ^ 0x55]) + isi[letak + 1 :])
        try:
            putusan = verify(zipnya)
        except NotABagError:
            continue
        if putusan.whole:
            with zipfile.ZipFile(zipnya) as arsip:  # what zip says beside the files: times, rights, comments
                assert {nama.partition("/")[2]: arsip.read(nama) for nama in arsip.namelist()} == BERKAS
            terlewat.append(letak)
    assert len(terlewat) < len(isi) / 14


def test_a_file_that_lies_twice_in_a_zip_is_not_what_it_was(zipnya):
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(zipnya, "a") as arsip:
        arsip.writestr("TW1-01/data/laporan.docx", b"lain")
    assert verify(zipnya).changed == ("data/laporan.docx",)


def test_a_zip_that_is_cut_off_or_would_fill_every_disk_is_no_archive(zipnya, monkeypatch):
    monkeypatch.setattr("lakip_gen.storage.bag.LARGEST_CONTENT", 10)
    with pytest.raises(NotABagError):
        verify(zipnya)
    zipnya.write_bytes(zipnya.read_bytes()[:-30])
    with pytest.raises(NotABagError):
        verify(zipnya)
    assert not is_bag(zipnya)


def test_what_is_no_archive_is_not_taken_for_one(tmp_path):
    (tmp_path / "x.docx").write_bytes(write_container({"word/document.xml": b"<x/>"}))
    shutil.copytree(tmp_path, tmp_path / "folder")
    assert [is_bag(tmp_path / nama) for nama in ("x.docx", "folder", "hilang")] == [False, False, False]


def test_names_that_a_list_would_write_in_another_way_are_changed():
    assert safe_name("bukti/TW1/capaian 95%: a\\b\n?.pdf") == "bukti/TW1/capaian 95__ a_b__.pdf"
