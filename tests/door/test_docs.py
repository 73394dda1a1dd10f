import io
import re
from enum import Enum
from pathlib import Path

import docx
import pytest

from lakip_gen.domain.skema import formulir, induk
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.door import docs
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.markdown import COMMAND
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.pesan.katalog import katalog
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

DOCS = Path(__file__).parents[2] / "docs"
DAFTAR_ARTI = (
    docs.LEVELS_EXPLAINED,
    docs.ARAH_EXPLAINED,
    docs.JENIS_TARGET_EXPLAINED,
    docs.GABUNG_UNIT_EXPLAINED,
    docs.RUMUS_TURUN_EXPLAINED,
    docs.TINGKAT_ANGGARAN_EXPLAINED,
)


@pytest.mark.parametrize("nama", docs.PAGES)
def test_the_committed_page_is_what_the_code_writes(nama):
    tertulis = (DOCS / nama).read_text(encoding="utf-8")
    assert tertulis == docs.PAGES[nama](), f"docs/{nama} sudah lama; jalankan: {COMMAND}"


@pytest.mark.parametrize("nama", docs.PAGES)
def test_the_first_line_tells_that_the_page_is_generated_and_how(nama):
    pertama = docs.PAGES[nama]().splitlines()[0]
    assert "dibuat otomatis" in pertama
    assert COMMAND in pertama


def test_every_column_and_item_of_the_form_and_the_buku_induk_has_its_line():
    for nama, daftar_lembar in (
        ("formulir.md", formulir.DAFTAR_LEMBAR),
        ("buku-induk.md", induk.DAFTAR_LEMBAR),
    ):
        halaman = docs.PAGES[nama]()
        for lembar in daftar_lembar:
            bagian = halaman.split(f"## Lembar {lembar.nama}\n")[1].split("\n## ")[0]
            for kolom in lembar.daftar_butir or lembar.daftar_kolom:
                assert f"\n| {kolom.judul} |" in bagian, (nama, lembar.nama, kolom.judul)


def test_every_code_of_the_catalogue_has_its_entry_once():
    halaman = docs.catalogue_page()
    for pesan in katalog().values():
        assert halaman.count(f"### `{pesan.kode}`: {pesan.judul}\n") == 1


def test_no_placeholder_of_the_wordings_is_left_in_the_page():
    halaman = docs.catalogue_page()
    tanpa_contoh = re.sub(r"- \*\*Contoh:\*\* `.*`", "", halaman)  # an example may be a tag of another program
    assert not re.search(r"(?<!{){[a-z_]+}(?!})", tanpa_contoh)
    assert "Isi “‹nilai›” dapat berarti ‹satu› atau ‹dua›." in halaman


@pytest.mark.parametrize("arti", DAFTAR_ARTI)
def test_every_choice_is_explained(arti):
    jenis = type(next(iter(arti)))
    assert issubclass(jenis, Enum)
    assert list(arti) == list(jenis)


def test_every_list_of_choices_of_the_form_is_known():
    nama = {kolom.pilihan for lembar in formulir.DAFTAR_LEMBAR for kolom in lembar.daftar_kolom + lembar.daftar_butir}
    assert nama - {""} == set(docs.FORM_CHOICES)


def test_every_table_has_as_many_cells_in_each_line_as_in_its_header():
    for halaman in docs.PAGES.values():
        lebar = 0
        for baris in halaman().splitlines():
            garis = baris.replace(r"\|", "").count("|") if baris.startswith("|") else 0
            assert not lebar or not garis or garis == lebar, baris
            lebar = garis


def test_writing_twice_gives_the_same_bytes(tmp_path):
    pertama = [berkas.read_bytes() for berkas in docs.write_pages(tmp_path / "a")]
    kedua = [berkas.read_bytes() for berkas in docs.write_pages(tmp_path / "b")]
    assert pertama == kedua
    assert not any(b"\r" in isi for isi in pertama)


def test_the_command_writes_into_the_folder_it_is_given(tmp_path, capsys):
    docs.main([str(tmp_path / "docs")])
    assert {berkas.name for berkas in (tmp_path / "docs").iterdir()} == set(docs.PAGES)
    assert "katalog-temuan.md" in capsys.readouterr().out


def test_the_command_writes_into_docs_when_no_folder_is_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    docs.main([])
    assert (tmp_path / "docs" / "formulir.md").is_file()


def test_the_levels_are_told_heaviest_first():
    assert list(docs.LEVELS_EXPLAINED) == list(Tingkat)


def test_the_guide_to_templates_tells_what_each_message_means():
    panduan = (DOCS / "templat.md").read_text(encoding="utf-8")
    daftar = [
        pesan.judul for kode, pesan in katalog().items() if kode.startswith("templat-") and kode != "templat-hilang"
    ]
    assert [judul for judul in daftar if judul not in panduan] == []


def test_what_the_guide_to_templates_shows_passes_the_check():
    panduan = (DOCS / "templat.md").read_text(encoding="utf-8")
    contoh = re.findall(r"```\n(.*?)```", panduan, re.DOTALL)
    assert len(contoh) >= 6
    docx.Document().save(kosong := io.BytesIO())
    for naskah in contoh:
        dokumen = docx.Document()
        for baris in naskah.splitlines():
            dokumen.add_paragraph(baris)
        aliran = io.BytesIO()
        dokumen.save(aliran)
        templat, _ = open_template(aliran.getvalue(), "a.docx", Library({"kop.docx": kosong.getvalue()}))
        assert templat is not None
        assert check_template(templat, LaporanPandangan) == (), naskah


def test_the_readme_says_of_every_exit_code_what_the_program_means_by_it():
    halaman = " ".join((DOCS.parent / "README.md").read_text(encoding="utf-8").split())
    assert f"Kode keluar: {'; '.join(f'{int(kode)} {kode.arti}' for kode in ExitCode)}." in halaman
