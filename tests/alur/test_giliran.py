"""The change of year: next year's buku induk is the planner's own workbook, with this year's results in its history."""

import hashlib
import shutil
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from openpyxl.styles import Font

from bantu_ruang import baca_induk, formulir, ubah
from lakip_gen.alur import giliran as alur_giliran
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.giliran import dapat_digilir, gilir
from lakip_gen.alur.mulai import induk_kosong
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.excel.rollover import NewYear
from lakip_gen.storage.exchange import Outcome
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.laporan_pendek

TENGGAT_2026 = (date(2026, 4, 10), date(2026, 7, 10), date(2026, 10, 10), date(2027, 1, 10))


def milik_perencana(buku):
    """Add what a planner adds: a page of notes, looks of their own, a percent format, and a comment."""
    catatan = buku.create_sheet("Catatan Saya", 1)
    catatan["B2"] = "Rapat tanggal 5"
    catatan["B2"].font = Font(bold=True, color="FF0000")
    buku["Unit"]["B6"].font = Font(italic=True)
    buku["Indikator"].column_dimensions["C"].width = 77
    buku["Riwayat"]["G6"] = 0.93
    buku["Riwayat"]["G6"].number_format = "0%"


def perintah(ruang, *kata):
    """Run `mulai` and return its exit code and all that it said."""
    with redirect_stdout(StringIO()) as kata_layar, redirect_stderr(kata_layar):
        kode = run_command(["mulai", str(ruang.root), *kata])
    return kode, kata_layar.getvalue()


def sidik(ruang):
    """Return every file of a working folder by its bytes."""
    return {
        ruang.relative(berkas): hashlib.sha256(berkas.read_bytes()).hexdigest()
        for berkas in ruang.root.rglob("*")
        if berkas.is_file()
    }


@pytest.fixture(scope="module")
def tergilir(contoh_asli, tmp_path_factory):
    """The sample folder after the change of year, with how its files were before, only ever read."""
    ruang = Workspace(tmp_path_factory.mktemp("gilir") / "ruang")
    shutil.copytree(contoh_asli.root, ruang.root)
    ubah(ruang.induk(2025), milik_perencana)
    dulu = sidik(ruang)
    kode, kata = perintah(ruang, "--tahun", "2026", "--dari", "2025")
    assert kode == 0, kata
    return ruang, dulu, kata


def test_nothing_of_the_old_year_is_changed(tergilir):
    ruang, dulu, _ = tergilir
    assert dulu.items() <= sidik(ruang).items()


def test_what_the_office_is_goes_over_and_what_was_of_the_year_does_not(tergilir):
    lama, baru = baca_induk(tergilir[0], 2025)[0], baca_induk_mentah(tergilir[0], 2026)
    assert [i.nama for i in lama.daftar_indikator] == [i.nama for i in baru.daftar_indikator]
    assert (lama.daftar_unit, lama.daftar_sasaran, lama.narasi) == (baru.daftar_unit, baru.daftar_sasaran, baru.narasi)
    assert (baru.tahun, baru.aturan.tenggat) == (2026, TENGGAT_2026)
    assert {(i.target_berlaku.tahun, *i.target_berlaku.triwulan) for i in baru.daftar_indikator} == {(None,) * 5}
    assert {a.pagu for a in baru.daftar_anggaran} == {Decimal(0)}
    assert {i.kode: i.riwayat.target_renstra for i in lama.daftar_indikator} == {
        i.kode: i.riwayat.target_renstra for i in baru.daftar_indikator
    }


def baca_induk_mentah(ruang, tahun):
    """Read a buku induk though its targets are still missing."""
    from lakip_gen.domain.skema import induk as skema
    from lakip_gen.excel.reader.bounds import INDUK
    from lakip_gen.excel.reader.read import baca_buku
    from lakip_gen.induk import susun_induk

    mentah, _ = baca_buku(ruang.induk(tahun).read_bytes(), "induk.xlsx", skema.DAFTAR_LEMBAR, limits=INDUK)
    return susun_induk(mentah, tahun)[0]


def test_the_history_tells_the_old_year_s_own_results_under_headings_that_name_their_years(tergilir):
    lama = baca_induk(tergilir[0], 2025)[0].daftar_indikator[1]
    baru = baca_induk_mentah(tergilir[0], 2026).daftar_indikator[1]
    per_tahun = {butir.tahun: (butir.target, butir.realisasi) for butir in baru.riwayat.daftar_tahun}
    assert per_tahun == {b.tahun: (b.target, b.realisasi) for b in lama.riwayat.daftar_tahun if b.tahun > 2022} | {
        2025: (Decimal(95), Decimal("95.6692913386"))
    }
    assert per_tahun[2024][1] == Decimal(93)
    judul = [sel.value for sel in openpyxl.load_workbook(tergilir[0].induk(2026))["Riwayat"][4]]
    assert (judul[1], judul[6]) == ("Target tiga tahun lalu (2023)", "Realisasi tahun lalu (2025)")


def test_the_workbook_keeps_what_is_the_planner_s_and_what_guides_them(tergilir):
    lama, baru = (openpyxl.load_workbook(tergilir[0].induk(tahun)) for tahun in (2025, 2026))
    assert baru["Catatan Saya"]["B2"].font.b
    assert (baru["Unit"]["B6"].font.i, baru["Indikator"].column_dimensions["C"].width) == (True, 77)
    for ws in lama.worksheets:
        kini = baru[ws.title]
        assert {str(v.sqref) for v in ws.data_validations.dataValidation} == {
            str(v.sqref) for v in kini.data_validations.dataValidation
        }
        assert (ws.protection.sheet, ws.print_title_rows, ws.page_setup.orientation, ws.freeze_panes) == (
            kini.protection.sheet,
            kini.print_title_rows,
            kini.page_setup.orientation,
            kini.freeze_panes,
        )
    assert set(lama.defined_names) == set(baru.defined_names)
    assert [nama for nama in baru.sheetnames if nama != "Dari 2025"] == lama.sheetnames


def test_what_must_be_looked_at_is_printed_listed_in_the_workbook_and_marked_in_the_cells(tergilir):
    ruang, _, tercetak = tergilir
    buku = openpyxl.load_workbook(ruang.induk(2026))
    daftar = [[sel.value for sel in baris] for baris in buku["Dari 2025"].iter_rows(min_row=5)]
    assert next(b for b in daftar if b[1] == "C17")[:3] == ["Aturan", "C17", "Tenggat formulir TW III"]
    assert next(b for b in daftar if b[1] == "C17")[4] == "Sabtu, 10 Oktober 2026"
    assert "Indikator: isi target 2026 dan target tiap triwulan (31 sel: O5, O6," in tercetak
    assert buku["Aturan"]["C17"].comment.text.endswith("Sabtu, 10 Oktober 2026")
    jingga = {str(area.sqref) for area in buku["Indikator"].conditional_formatting}
    assert {b[1] for b in daftar if b[0] == "Indikator"} <= jingga


@pytest.mark.lengkap
def test_the_first_form_of_the_new_year_says_the_new_deadline(tergilir, tmp_path):
    ruang = Workspace(tmp_path / "ruang")
    shutil.copytree(tergilir[0].root, ruang.root)

    def isi_target(buku):
        lama = openpyxl.load_workbook(ruang.induk(2025))
        for lembar, kolom in (("Indikator", "OPQRS"), ("Indikator Program", "DEFGH"), ("Anggaran", "F")):
            for huruf in kolom:
                for sel in lama[lembar][huruf][4:]:
                    buku[lembar][sel.coordinate] = sel.value

    ubah(ruang.induk(2026), isi_target)
    assert bagikan(ruang, triwulan(2026, 1)).induk_sah
    formulir_2026 = openpyxl.load_workbook(ruang.form_file("SEKRETARIAT", triwulan(2026, 1)))
    teks = " ".join(str(s.value) for ws in formulir_2026 for baris in ws.iter_rows() for s in baris if s.value)
    assert ("10 April 2026" in teks, "10 April 2025" in teks) == (True, False)


def test_what_units_have_not_closed_is_asked_again_in_the_first_form_of_the_new_year(tergilir):
    lama, baru = openpyxl.load_workbook(tergilir[0].induk(2025)), openpyxl.load_workbook(tergilir[0].induk(2026))
    terbuka = baca_induk_mentah(tergilir[0], 2026).daftar_tindak_lanjut
    assert (lama["Tindak Lanjut"].sheet_state, baru["Tindak Lanjut"].sheet_state) == ("hidden", "visible")
    assert ("SEKRETARIAT", "I5.2") in {(satu.unit, satu.indikator) for satu in terbuka}
    assert "Tindak Lanjut: tindak lanjut 2025 yang belum selesai" in tergilir[2]


@pytest.mark.lengkap
def test_a_year_that_is_not_whole_is_told_and_its_figures_are_left_to_the_planner(contoh):
    for nomor in (3, 4):
        for unit in baca_induk(contoh, 2025)[0].daftar_unit:
            formulir(contoh, unit.kode, nomor).unlink()
    hasil = perintah(contoh, "--tahun", "2026", "--dari", "2025")
    assert "Tahun 2025 belum utuh: 12 formulir belum diterima (SEKRETARIAT TW III," in hasil[1]
    assert "Riwayat: isi realisasi 2025" in hasil[1]
    realisasi = {
        butir.realisasi
        for satu in baca_induk_mentah(contoh, 2026).daftar_indikator
        for butir in satu.riwayat.daftar_tahun
        if butir.tahun == 2025
    }
    assert realisasi == {None}


@pytest.mark.lengkap
def test_a_buku_induk_that_somebody_began_is_left_alone(contoh):
    perintah(contoh, "--tahun", "2026", "--dari", "2025")
    ubah(contoh.induk(2026), lambda buku: buku["Instansi"].__setitem__("C8", "Jalan Baru"))
    dulu = contoh.induk(2026).read_bytes()
    hasil = perintah(contoh, "--tahun", "2026", "--dari", "2025")
    assert (hasil[0], contoh.induk(2026).read_bytes() == dulu) == (0, True)
    assert dapat_digilir(contoh, 2026) is None


@pytest.mark.lengkap
def test_the_gaps_of_a_history_are_filled_when_the_old_year_is_whole_and_nothing_else_is_changed(contoh):
    isi = {formulir(contoh, "SEKRETARIAT", n): formulir(contoh, "SEKRETARIAT", n).read_bytes() for n in (3, 4)}
    for berkas in isi:
        berkas.unlink()
    perintah(contoh, "--tahun", "2026", "--dari", "2025")
    kosong = [sel.row for sel in openpyxl.load_workbook(contoh.induk(2026))["Riwayat"]["G"][4:35] if sel.value is None]
    ubah(contoh.induk(2026), lambda buku: buku["Riwayat"].__setitem__(f"G{kosong[0]}", 91))
    dulu = contoh.induk(2026).read_bytes()
    for berkas, satu in isi.items():
        berkas.write_bytes(satu)
    kode, kata = perintah(contoh, "--tahun", "2026", "--dari", "2025")
    assert (kode, "dilengkapi workbooks/2026/induk.xlsx: Riwayat, " in kata) == (0, True)
    assert (contoh.workbooks(2026) / "induk (sebelum dilengkapi).xlsx").read_bytes() == dulu
    lama, baru = openpyxl.load_workbook(BytesIO(dulu)), openpyxl.load_workbook(contoh.induk(2026))
    beda = {
        (ws.title, s.coordinate)
        for ws in lama
        for baris in ws.iter_rows()
        for s in baris
        if s.value != baru[ws.title][s.coordinate].value
    }
    assert beda == {("Riwayat", f"G{baris}") for baris in kosong[1:]}


@pytest.mark.lengkap
def test_an_empty_year_is_offered_the_old_one_and_gives_way_to_it(contoh):
    hasil = perintah(contoh, "--tahun", "2026")
    assert "--tahun 2026 --dari 2025" in hasil[1]
    assert contoh.induk(2026).read_bytes() == induk_kosong(2026)
    assert dapat_digilir(contoh, 2026) == 2025
    assert gilir(contoh, 2026, 2025).induk == contoh.induk(2026)


def sisipkan(monkeypatch, fungsi, alamat, isi):
    """Let the writer of workbooks put something where nobody asked for it."""
    asli = getattr(alur_giliran, fungsi)

    def salah(content, values, *sisa):
        return asli(content, {**values, alamat: isi}, *sisa)

    monkeypatch.setattr(alur_giliran, fungsi, salah)


@pytest.mark.lengkap
def test_a_new_buku_induk_that_would_say_something_else_is_not_written_and_what_differs_is_named(contoh, monkeypatch):
    sisipkan(monkeypatch, "roll_over", ("Indikator", "D5"), "Persen lain")
    kode, kata = perintah(contoh, "--tahun", "2026", "--dari", "2025")
    assert (kode, contoh.induk(2026).exists()) == (3, False)
    assert "tidak sama dengan buku induk 2025: indikator I1.1 (satuan)." in kata


@pytest.mark.lengkap
def test_a_history_that_cannot_be_filled_without_changing_more_is_left_and_that_is_told(contoh, monkeypatch):
    formulir(contoh, "SEKRETARIAT", 4).rename(contoh.root / "nanti.xlsx")
    perintah(contoh, "--tahun", "2026", "--dari", "2025")
    (contoh.root / "nanti.xlsx").rename(formulir(contoh, "SEKRETARIAT", 4))
    ubah(contoh.induk(2026), lambda buku: buku["Instansi"].__setitem__("C8", "Jalan Baru"))
    dulu = contoh.induk(2026).read_bytes()
    with monkeypatch.context() as cacat:
        sisipkan(cacat, "fill_in", ("Unit", "B5"), "Unit lain")
        kata = perintah(contoh, "--tahun", "2026", "--dari", "2025")[1]
    assert "sesudah dibaca kembali tidak sama: unit SEKRETARIAT (nama)." in kata
    with monkeypatch.context() as cacat:
        cacat.setattr(alur_giliran, "fill_in", lambda isi, _: NewYear(isi, ("gambar di lembar Unit",)))
        assert "gambar di lembar Unit akan hilang" in perintah(contoh, "--tahun", "2026", "--dari", "2025")[1]
    with monkeypatch.context() as cacat:
        cacat.setattr(alur_giliran, "exchange", lambda *_: Outcome(done=False))
        assert "baru saja disimpan orang" in perintah(contoh, "--tahun", "2026", "--dari", "2025")[1]
    assert contoh.induk(2026).read_bytes() == dulu
    contoh.induk(2026).write_bytes(b"bukan buku kerja")
    assert "  dibiarkan  workbooks/2026/induk.xlsx\n" in perintah(contoh, "--tahun", "2026", "--dari", "2025")[1]


@pytest.mark.lengkap
def test_an_office_that_works_by_an_sop_finds_the_holidays_of_the_new_year(tmp_path):
    ruang = Workspace(tmp_path / "ruang")
    tulis_contoh(ruang, "pmk-way-kanan")
    kata = perintah(ruang, "--tahun", "2026", "--dari", "2025")[1]
    assert "Hari Libur: cocokkan dengan keputusan bersama tiga menteri: hari libur 2026" in kata
    libur = baca_induk_mentah(ruang, 2026).sop.kalender.hari_libur
    assert (date(2026, 8, 17) in libur, {hari.year for hari in libur}) == (True, {2026})


def test_a_year_without_an_earlier_one_is_offered_nothing(tmp_path):
    ruang = Workspace(tmp_path)
    assert "--dari" not in perintah(ruang, "--tahun", "2026")[1]
    hasil = perintah(ruang, "--tahun", "2027", "--dari", "2025")
    assert (hasil[0], "Tidak ada buku induk 2025 sebelum 2027" in hasil[1]) == (2, True)


def test_an_unfit_buku_induk_is_told_and_nothing_is_written(contoh):
    ubah(contoh.induk(2025), lambda buku: buku["Instansi"].__setitem__("C6", None))
    hasil = perintah(contoh, "--tahun", "2026", "--dari", "2025")
    assert (hasil[0], contoh.induk(2026).exists(), "wajib diisi" in hasil[1]) == (3, False, True)


@pytest.mark.lengkap
def test_an_older_buku_induk_is_renewed_on_the_way_and_that_is_told(tmp_path):
    from pathlib import Path

    ruang = Workspace(tmp_path / "ruang")
    shutil.copytree(Path(__file__).parents[1] / "versi" / "1", ruang.root)
    hasil = perintah(ruang, "--tahun", "2026", "--dari", "2025")
    assert "buku induk 2025 masih versi 1" in hasil[1]
    meta = openpyxl.load_workbook(ruang.induk(2026))["_meta"]
    assert [baris[1].value for baris in meta.iter_rows() if baris[0].value == "versi"] == ["2"]


@pytest.mark.lengkap
def test_a_second_change_of_year_renews_the_marks(contoh):
    gilir(contoh, 2026, 2025)

    def isi_lagi(buku):
        lama = openpyxl.load_workbook(BytesIO(contoh.induk(2025).read_bytes()))
        for lembar, kolom in (("Indikator", "OPQRS"), ("Indikator Program", "DEFGH"), ("Anggaran", "F")):
            for huruf in kolom:
                for sel in lama[lembar][huruf][4:]:
                    buku[lembar][sel.coordinate] = sel.value

    ubah(contoh.induk(2026), isi_lagi)
    hasil = gilir(contoh, 2027, 2026)
    assert len(hasil.daftar_belum) == 24
    buku = openpyxl.load_workbook(contoh.induk(2027))
    assert [nama for nama in buku.sheetnames if nama.startswith("Dari")] == ["Dari 2026"]
    assert buku["Aturan"]["C15"].comment.text.endswith("Sabtu, 10 April 2027")
    tahun = {b.tahun for i in baca_induk_mentah(contoh, 2027).daftar_indikator for b in i.riwayat.daftar_tahun}
    assert tahun <= {2024, 2025, 2026}
