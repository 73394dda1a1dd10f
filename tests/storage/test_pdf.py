"""A PDF on wish: from LibreOffice when it works, and a warning with the reason when it does not."""

from __future__ import annotations

import re
import sys
import time
import zipfile
import zlib
from pathlib import Path

import docx
import pytest

from lakip_gen.alur.pdf import tulis_pdf
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode, setahun
from lakip_gen.door.cli import run_command
from lakip_gen.storage import pdf as modul
from lakip_gen.storage.pdf import convert_all, convert_to_pdf, count_pages, find_libreoffice

TW1 = Periode.parse("2025-TW1")
PDF = b"%PDF-1.7\n1 0 obj <</Type/Pages/Count 2>> endobj\n<< /Type /Page >>\n<</Type/Page/Parent 1>>\n%%EOF\n"

pytestmark_posix = pytest.mark.skipif(sys.platform == "win32", reason="memakai skrip sh")


@pytest.fixture
def tiruan(tmp_path, monkeypatch):
    """Return a function that puts a program of few lines in the place of LibreOffice."""

    def pasang(naskah: str) -> Path:
        program = tmp_path / "soffice tiruan"
        program.write_text(f"#!/bin/sh\n{naskah}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(modul, "find_libreoffice", lambda: program)
        return program

    return pasang


def kode(daftar_temuan):
    return [satu.kode for satu in daftar_temuan]


def ambil_tujuan(perintah: str) -> str:
    """Return a script that leaves the output folder in $tujuan, then does something."""
    return f'for kata; do [ "$dulu" = --outdir ] && tujuan=$kata; dulu=$kata; done\n{perintah}'


@pytest.mark.parametrize(
    ("isi", "banyak"),
    [
        (PDF, 2),
        (b"", 0),
        (b"<html>", 0),
        (PDF.replace(b"%%EOF", b""), 0),
        (b"%PDF-1.7\n<</Type/Catalog>>\n%%EOF", 0),
        (
            b"%PDF-1.7\n<</Type/ObjStm/N 1>>\nstream\n" + zlib.compress(b"<</Type/Page>>") + b"\nendstream\n%%EOF",
            1,
        ),
    ],
)
def test_pages_are_counted_in_whole_files_only(isi, banyak):
    assert count_pages(isi) == banyak


def test_libreoffice_is_looked_for_on_the_path_and_in_the_usual_places(tmp_path, monkeypatch):
    monkeypatch.delenv(modul.LIBREOFFICE)
    monkeypatch.setattr(modul.shutil, "which", lambda _nama: None)
    monkeypatch.setattr(modul, "_ON_MAC", str(tmp_path / "tidak ada"))
    for nama in ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "LOCALAPPDATA"):
        monkeypatch.delenv(nama, raising=False)
    assert find_libreoffice() is None
    program = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert find_libreoffice() == program
    monkeypatch.setattr(modul.shutil, "which", lambda nama: f"/opt/{nama}")
    assert find_libreoffice() == Path("/opt/soffice")
    monkeypatch.setenv(modul.LIBREOFFICE, str(program))
    assert find_libreoffice() == program
    monkeypatch.setenv(modul.LIBREOFFICE, "tidak")
    assert find_libreoffice() is None


def test_without_libreoffice_there_is_a_warning_and_no_pdf(monkeypatch):
    monkeypatch.setattr(modul, "find_libreoffice", lambda: None)
    assert convert_to_pdf(b"docx", "a.docx")[0] is None
    assert kode(convert_to_pdf(b"docx", "a.docx")[1]) == ["pdf-tanpa-libreoffice"]


@pytestmark_posix
@pytest.mark.parametrize(
    ("naskah", "diharapkan"),
    [
        ("exit 0", "pdf-gagal"),
        ("exit 77", "pdf-gagal"),
        (ambil_tujuan('echo "bukan pdf" > "$tujuan/draf.pdf"'), "pdf-gagal"),
        (ambil_tujuan(': > "$tujuan/draf.pdf"'), "pdf-gagal"),
    ],
)
def test_a_program_that_writes_no_whole_pdf_is_not_believed_whatever_it_says(tiruan, naskah, diharapkan):
    tiruan(naskah)
    isi, daftar_temuan = convert_to_pdf(b"docx", "a.docx")
    assert isi is None
    assert kode(daftar_temuan) == [diharapkan]


@pytestmark_posix
def test_a_program_that_hangs_is_ended_with_its_children(tiruan, monkeypatch, tmp_path):
    monkeypatch.setattr(modul, "TIME_LIMIT", 1)
    tanda = tmp_path / "masih hidup"
    tiruan(f'(sleep 4; touch "{tanda}") &\nsleep 60')
    mulai = time.monotonic()
    isi, daftar_temuan = convert_to_pdf(b"docx", "a.docx")
    assert isi is None
    assert kode(daftar_temuan) == ["pdf-terlalu-lama"]
    assert time.monotonic() - mulai < 4
    time.sleep(4)
    assert not tanda.exists()


@pytestmark_posix
def test_the_program_gets_a_profile_of_its_own_and_leaves_nothing_behind(tiruan, tmp_path, monkeypatch):
    catatan = tmp_path / "kata.txt"
    monkeypatch.setattr(modul.tempfile, "tempdir", str(tmp_path))
    tiruan(f'echo "$@" > "{catatan}"')
    convert_to_pdf(b"docx", "a.docx")
    kata = catatan.read_text(encoding="utf-8")
    assert "-env:UserInstallation=file:///" in kata
    assert "--headless" in kata
    assert not list(tmp_path.glob("lakip-gen-pdf-*"))


SEMUA = 'for kata; do case "$kata" in *.docx) printf "%s" "$ISI" > "${kata%.docx}.pdf";; esac; done'
"""What writes a PDF beside every document that it is given."""


@pytestmark_posix
def test_several_documents_are_converted_with_one_start(tiruan, tmp_path, monkeypatch):
    monkeypatch.setenv("ISI", PDF.decode())
    tiruan(f'echo mulai >> "{tmp_path}/mulai.txt"\n{SEMUA}')
    jadi, daftar_temuan = convert_all([("a.docx", b"a"), ("b.docx", b"b"), ("c.docx", b"c")])
    assert (jadi, daftar_temuan) == ((PDF,) * 3, ())
    assert (tmp_path / "mulai.txt").read_text(encoding="utf-8").count("mulai") == 1


@pytestmark_posix
def test_a_document_that_stops_the_program_costs_no_other_its_pdf(tiruan, monkeypatch):
    monkeypatch.setenv("ISI", PDF.decode())
    tiruan(SEMUA.replace("*.docx)", '*.docx) grep -q rusak "$kata" && exit 77;'))
    jadi, daftar_temuan = convert_all([("a.docx", b"a"), ("b.docx", b"rusak"), ("c.docx", b"c")])
    assert jadi == (PDF, None, PDF)
    assert [(satu.kode, satu.asal.berkas) for satu in daftar_temuan] == [("pdf-gagal", "b.docx")]


def test_nothing_to_convert_starts_nothing(monkeypatch):
    monkeypatch.setattr(modul, "_run", None)
    assert convert_all([]) == ((), ())


@pytestmark_posix
@pytest.mark.lengkap
def test_the_small_documents_of_a_year_get_pdfs_of_their_own_beside_them(tersusun, tiruan, monkeypatch):
    monkeypatch.setenv("ISI", PDF.decode())
    program = tiruan(SEMUA)
    monkeypatch.setattr("lakip_gen.alur.pdf.find_libreoffice", lambda: program)
    monkeypatch.setattr("lakip_gen.alur.draf.find_libreoffice", lambda: None)
    assert run_command(["susun", "2025", "--pdf", "--ruang", str(tersusun.root)]) == 0
    naskah = tersusun.papers(setahun(2025))
    kecil = {berkas.stem for berkas in naskah.glob("*.docx")}
    assert {"perjanjian-kinerja", "indikator-kinerja-utama", "rencana-aksi", "pengukuran-kinerja"} <= kecil
    assert {berkas.stem: berkas.read_bytes() for berkas in naskah.glob("*.pdf")} == dict.fromkeys(kecil, PDF)
    assert (tersusun.output(setahun(2025)) / "laporan-kinerja-2025-draf-01.pdf").read_bytes() == PDF


def test_a_program_that_cannot_be_started_is_a_warning_too(monkeypatch, tmp_path):
    monkeypatch.setattr(modul, "find_libreoffice", lambda: tmp_path / "tidak ada")
    _, (satu,) = convert_to_pdf(b"docx", "a.docx")
    assert satu.kode == "pdf-gagal"
    assert not re.search("Error|[Nn]o such|denied", str(satu.rincian))


def test_a_failure_leaves_the_draft_and_the_exit_code_as_they_were(tersusun, monkeypatch, capsys):
    monkeypatch.setattr(modul, "find_libreoffice", lambda: None)
    assert run_command(["susun", "2025-TW1", "--pdf", "--ruang", str(tersusun.root)]) == 0
    teks = capsys.readouterr().out
    assert "LibreOffice tidak ditemukan" in teks
    assert (tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx").is_file()


def isi_dokumen(draf):
    with zipfile.ZipFile(draf) as arsip:
        return arsip.read("word/document.xml")


@pytest.fixture
def siap_pakai(monkeypatch):
    """Let every conversion give the same PDF."""
    monkeypatch.setattr("lakip_gen.alur.pdf.convert_all", lambda daftar: ((PDF,) * len(daftar), ()))


@pytest.mark.usefixtures("siap_pakai")
def test_the_pdf_stands_beside_its_draft_and_the_next_run_has_nothing_to_do(tersusun):
    hasil = susun(tersusun, TW1)
    pdf = tulis_pdf(tersusun, TW1, hasil.draf)
    assert pdf.berkas == tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.pdf"
    assert pdf.berkas.read_bytes() == PDF
    kedua = susun(tersusun, TW1)
    assert not kedua.berubah
    assert kedua.draf == hasil.draf
    assert pdf.berkas.is_file()


@pytest.mark.usefixtures("siap_pakai")
def test_a_pdf_that_somebody_changed_is_never_touched(tersusun):
    hasil = susun(tersusun, TW1)
    lama = tulis_pdf(tersusun, TW1, hasil.draf).berkas
    lama.write_bytes(b"ditandatangani")
    baru = tulis_pdf(tersusun, TW1, hasil.draf).berkas
    assert lama.read_bytes() == b"ditandatangani"
    assert baru.name == "laporan-kinerja-2025-TW1-draf-01_baru.pdf"


@pytest.mark.lengkap
@pytest.mark.usefixtures("siap_pakai")
def test_a_pdf_of_older_figures_does_not_outlive_them(contoh):
    from bantu_ruang import formulir, isi

    hasil = susun(contoh, TW1)
    pdf = tulis_pdf(contoh, TW1, hasil.draf).berkas
    isi(formulir(contoh, "SEKRETARIAT"), "Progres Bulanan", "01", "Hasil", "Hasil yang diperbarui.")
    susun(contoh, TW1)
    assert not pdf.exists()


@pytest.mark.usefixtures("siap_pakai")
def test_an_edited_draft_becomes_a_pdf_with_its_edits(tersusun, monkeypatch):
    hasil = susun(tersusun, TW1)
    dokumen = docx.Document(str(hasil.draf))
    dokumen.add_paragraph("Catatan Sekretaris")
    dokumen.save(str(hasil.draf))
    diubah = []
    monkeypatch.setattr(
        "lakip_gen.alur.pdf.convert_all", lambda daftar: (tuple(diubah.append(isi) or PDF for _, isi in daftar), ())
    )
    assert run_command(["susun", "2025-TW1", "--pdf", "--ruang", str(tersusun.root)]) == 0
    assert diubah == [hasil.draf.read_bytes()]


@pytest.mark.usefixtures("siap_pakai")
def test_a_run_without_pdf_leaves_the_pdf_of_the_same_figures(tersusun):
    def semua():
        daftar = [berkas for berkas in tersusun.output(TW1).rglob("*") if berkas.is_file()]
        return {berkas: berkas.read_bytes() for berkas in daftar}

    assert run_command(["susun", "2025-TW1", "--pdf", "--ruang", str(tersusun.root)]) == 0
    sebelum = semua()
    assert run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root)]) == 0
    assert semua() == sebelum


@pytest.mark.usefixtures("siap_pakai")
def test_the_contract_for_scripts_names_the_pdf(tersusun, capsys):
    import json

    assert run_command(["susun", "2025-TW1", "--pdf", "--json", "--ruang", str(tersusun.root)]) == 0
    isi = json.loads(capsys.readouterr().out)
    assert isi["keluaran"][-1] == "output/2025/TW1/laporan-kinerja-2025-TW1-draf-01.pdf"


@pytest.mark.lengkap
def test_the_contents_get_page_numbers_once_there_is_libreoffice(contoh, tmp_path, monkeypatch):
    tahun = setahun(2025)
    assert b">iii<" not in isi_dokumen(susun(contoh, tahun).draf)
    program = tmp_path / "soffice"
    program.touch()
    monkeypatch.setenv(modul.LIBREOFFICE, str(program))
    monkeypatch.setattr("lakip_gen.alur.draf.convert_to_pdf", lambda _isi, _letak: (PDF, ()))
    monkeypatch.setattr("lakip_gen.alur.draf.printed_pages", lambda _isi, _pdf: {"_Toc900000000": "iii"})
    kedua = susun(contoh, tahun)
    assert kedua.berubah
    assert b">iii<" in isi_dokumen(kedua.draf)
    assert not susun(contoh, tahun).berubah
    monkeypatch.setenv(modul.LIBREOFFICE, "tidak")
    assert not susun(contoh, tahun).berubah


@pytest.mark.lengkap
def test_a_draft_is_whole_when_libreoffice_tells_nothing(contoh, tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.touch()
    monkeypatch.setenv(modul.LIBREOFFICE, str(program))
    monkeypatch.setattr("lakip_gen.alur.draf.convert_to_pdf", lambda _isi, _letak: (None, ()))
    assert b"Nomor halaman belum terisi" in isi_dokumen(susun(contoh, setahun(2025)).draf)


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_libreoffice_itself_makes_a_pdf_of_a_draft(tersusun):
    hasil = susun(tersusun, TW1)
    pdf = tulis_pdf(tersusun, TW1, hasil.draf)
    assert pdf.daftar_temuan == ()
    assert count_pages(pdf.berkas.read_bytes()) > 3


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_two_conversions_at_once_do_not_hinder_each_other(contoh):
    from concurrent.futures import ThreadPoolExecutor

    isi = susun(contoh, TW1).draf.read_bytes()
    with ThreadPoolExecutor(2) as kolam:
        hasil = list(kolam.map(lambda nama: convert_to_pdf(isi, nama), ("a.docx", "b.docx")))
    assert [count_pages(pdf) > 0 for pdf, _ in hasil] == [True, True]
