"""What a run reads: every file once, and the fingerprint is that of the bytes which were read."""

from collections import Counter

import pytest

from bantu_putus import BACA, Pengintai, mendengar
from bantu_ruang import formulir
from lakip_gen.alur import baca
from lakip_gen.alur.periksa import periksa_berkas
from lakip_gen.alur.susun import susun
from lakip_gen.alur.templat_periksa import periksa_semua
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.storage import inputs
from lakip_gen.storage.inputs import UNREADABLE, read_file, read_input, take_inputs, take_templates
from lakip_gen.storage.writes import digest

pytestmark = pytest.mark.laporan_pendek

TAHUN, TW1, TW2 = setahun(2025), triwulan(2025, 1), triwulan(2025, 2)


@pytest.fixture
def dibaca(contoh):
    """How often each input file was opened for reading, by its name from the working folder."""
    masukan = (contoh.root / "workbooks", contoh.templates)

    def memilih(jenis, letak):
        return jenis == BACA and any(letak.is_relative_to(folder) for folder in masukan)

    hitung = Counter()
    pengintai = Pengintai(contoh.root, lambda jenis, letak: memilih(jenis, letak) and not hitung.update([letak]))
    with mendengar(pengintai):
        yield hitung


@pytest.fixture
def terurai(monkeypatch):
    """How often each workbook was parsed, by its name in findings."""
    hitung, asli = Counter(), baca.baca_buku

    def mengurai(isi, nama, *lain, **batas):
        hitung[nama] += 1
        return asli(isi, nama, *lain, **batas)

    monkeypatch.setattr(baca, "baca_buku", mengurai)
    return hitung


def semua_masukan(ruang):
    buku = [berkas for berkas in (ruang.root / "workbooks").rglob("*") if berkas.is_file()]
    templat = {ruang.templates / "laporan-tahunan.docx", *ruang.paper_template_files()}
    return {*buku, *templat, *ruang.part_files(), *ruang.picture_files()}


def test_a_year_reads_each_file_once_and_parses_each_workbook_once(contoh, dibaca, terurai):
    assert susun(contoh, TAHUN).sah
    tercatat = {berkas for berkas in semua_masukan(contoh) if berkas.parent.name == "jejak"}  # noted by the run itself
    assert sorted(berkas.suffix for berkas in tercatat) == [".json", *[".jsonl"] * 4]
    dilaporkan = {berkas for berkas in tercatat if berkas.suffix == ".json"}
    assert dict(dibaca) == dict.fromkeys(semua_masukan(contoh) - dilaporkan, 1)  # the papers tell of the events
    assert set(terurai.values()) == {1}
    assert len(terurai) == 25


def test_a_run_with_nothing_to_do_reads_each_file_once_and_parses_none(contoh, dibaca, terurai):
    susun(contoh, TW1)
    dibaca.clear()
    terurai.clear()
    assert not susun(contoh, TW1).berubah
    assert set(dibaca.values()) == {1}
    assert len(dibaca) == 6 + 1 + 1 + 1 + len(contoh.picture_files()) + len(contoh.paper_template_files())
    assert terurai == {}


def test_one_file_that_somebody_points_at_is_read_and_parsed_once(contoh, dibaca, terurai):
    periksa_berkas(contoh, formulir(contoh, "BIDANG-IKP", 2))
    assert set(dibaca.values()) == {1}
    assert set(terurai.values()) == {1}
    assert len(terurai) == 1 + 1 + 6


def test_all_templates_share_one_reading_of_what_they_take_in(contoh, dibaca):
    periksa_semua(contoh)
    assert set(dibaca.values()) == {1}


def test_the_fingerprint_is_that_of_the_bytes_that_were_read(contoh, monkeypatch):
    asli = inputs.read_file

    def lalu_berubah(berkas, *lain):
        hasil = asli(berkas, *lain)
        berkas.write_bytes(b"sesudahnya")
        return hasil

    monkeypatch.setattr(inputs, "read_file", lalu_berubah)
    masukan = take_inputs(contoh, 2025, (TW1,))
    for berkas in (masukan.induk, *masukan.forms[TW1]):
        assert berkas.content != b"sesudahnya"
        assert berkas.digest == digest(berkas.content)
    assert len(masukan.fingerprint()) == 7


@pytest.mark.lengkap
def test_a_form_that_is_replaced_during_a_run_counts_in_the_next_one(contoh):
    berkas = formulir(contoh, "BIDANG-IKP")
    lama = berkas.read_bytes()
    hasil = susun(contoh, TW1, maju=lambda _nama: berkas.write_bytes(b"diganti"))
    assert hasil.ringkasan["temuan"] == []
    assert susun(contoh, TW1).berubah
    berkas.write_bytes(lama)


def test_a_file_that_is_not_there_is_missing_and_no_finding(tmp_path):
    satu = read_input(tmp_path / "tidak-ada.xlsx", "tidak-ada.xlsx")
    assert (satu.missing, satu.content, satu.digest, satu.findings) == (True, None, UNREADABLE, ())


def test_a_file_that_cannot_be_read_says_why(tmp_path, monkeypatch):
    def menolak(_berkas):
        raise PermissionError(13, "x")

    (tmp_path / "a.xlsx").write_bytes(b"x")
    monkeypatch.setattr(inputs, "_copy", menolak)
    satu = read_input(tmp_path / "a.xlsx", "a.xlsx")
    assert (satu.missing, satu.content, satu.digest) == (False, None, UNREADABLE)
    assert [butir.kode for butir in satu.findings] == ["berkas-tidak-terbaca"]


def test_what_only_bears_the_name_of_a_file_is_not_blamed_on_a_program_that_holds_it_open(tmp_path):
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "putar.xlsx").symlink_to("putar.xlsx")
    daftar = [read_file(tmp_path / nama, nama, tmp_path) for nama in ("folder.xlsx", "putar.xlsx")]
    assert [[(butir.kode, jelaskan(butir).pesan) for butir in temuan] for _, temuan in daftar] == [
        [("berkas-bukan-biasa", "Ini tidak dapat dibaca: ini folder, bukan berkas.")],
        [("berkas-bukan-biasa", "Ini tidak dapat dibaca: tautannya berputar-putar.")],
    ]


def test_a_template_from_elsewhere_goes_by_its_name(contoh, tmp_path):
    asing = tmp_path / "lain" / "milik-saya.docx"
    asing.parent.mkdir()
    asing.write_bytes(b"x")
    milik = contoh.templates / "laporan-triwulan.docx"
    assert [satu.name for satu in take_templates(contoh, (asing, milik)).templates] == [
        "milik-saya.docx",
        "templates/laporan-triwulan.docx",
    ]
