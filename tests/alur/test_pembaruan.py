"""A buku induk of an earlier version is renewed in the planner's own workbook, on demand and never over the old one."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font

import bantu_versi
from bantu_putus import Pemutus, terpasang
from bantu_ruang import ubah
from lakip_gen.alur import mulai as alur_mulai
from lakip_gen.alur.baca import baca_induk
from lakip_gen.alur.mulai import perbarui_induk, versi_lama
from lakip_gen.domain.skema import induk as skema
from lakip_gen.door.cli import program
from lakip_gen.excel.renewal import FONT, FONT_ORDER, STYLES, renew_induk, saved
from lakip_gen.storage.inputs import take_inputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import write_whole

pytestmark = pytest.mark.laporan_pendek

BARU = ["lembar Jam Layanan", "kolom “Jabatan pelaksana” di lembar Unit", "butir “Surel instansi” di lembar Instansi"]
LAMA = f"induk (versi {skema.VERSI})"
"""What the buku induk of today is called beside its renewal."""
VERSI_LAMA = Path(__file__).parents[1] / "versi" / "1" / "workbooks" / "2025" / "induk.xlsx"
KITA = {"Petunjuk", "_daftar", "_meta"}


def milik_perencana(buku):
    """Add what a planner adds: a page of notes, and a colour in one of our sheets."""
    catatan = buku.create_sheet("Catatan Saya", 1)
    catatan["B2"] = "Rapat tanggal 5"
    catatan["B2"].font = Font(bold=True, color="FF0000")
    catatan.column_dimensions["B"].width = 40
    buku["Unit"]["B6"].font = Font(italic=True)
    buku["Indikator"].column_dimensions["C"].width = 77


@pytest.fixture
def ruang(contoh, monkeypatch):
    """The sample folder with a planner's own buku induk, read by a program that is one version ahead."""
    ubah(contoh.induk(2025), milik_perencana)
    bantu_versi.induk_versi_berikut(monkeypatch)
    return contoh


def rupa(ws):
    """Return what a sheet looks like and asks, without its cells."""
    aturan = {
        (str(satu.sqref), satu.type, satu.formula1, satu.formula2, satu.promptTitle, satu.prompt, satu.error)
        for satu in ws.data_validations.dataValidation
    }
    cetak = (ws.page_setup.orientation, ws.page_setup.paperSize, ws.print_title_rows, ws.oddFooter.center.text)
    lebar = {huruf: ukuran.width for huruf, ukuran in ws.column_dimensions.items()}
    return aturan, cetak, lebar, (ws.protection.sheet, ws.freeze_panes, ws.sheet_state)


def sel(ws):
    return {
        s.coordinate: (s.value, s.number_format, s.font.b, s.font.i, s.fill.fgColor.rgb, s.protection.locked)
        for baris in ws.iter_rows()
        for s in baris
        if s.value is not None or s.has_style
    }


def test_what_is_told_of_a_font_stands_in_the_order_of_the_standard():
    buku = openpyxl.Workbook()
    buku.active["A1"].font = Font(name="Arial", sz=9, b=True, i=True, u="single", color="FF0000", family=2)
    with ZipFile(BytesIO(saved(buku))) as arsip:
        huruf = [satu[1] for satu in FONT.finditer(arsip.read(STYLES))]
    tanda = [[bagian.split()[0].rstrip(b"/>") for bagian in satu.split(b"<")[1:]] for satu in huruf]
    assert [b"b", b"i", b"u", b"sz", b"color", b"name", b"family"] in tanda
    assert [sorted(satu, key=FONT_ORDER.index) for satu in tanda] == tanda


@pytest.mark.lengkap
def test_the_renewed_copy_holds_all_that_the_planner_had(ruang):
    lama = openpyxl.load_workbook(ruang.induk(2025))
    assert perbarui_induk(ruang, 2025) is not None
    baru = openpyxl.load_workbook(ruang.induk(2025))
    for nama in set(lama.sheetnames) - KITA:
        assert sel(lama[nama]).items() <= sel(baru[nama]).items(), nama
        aturan, cetak, lebar, sifat = rupa(lama[nama])
        aturan_baru, cetak_baru, lebar_baru, sifat_baru = rupa(baru[nama])
        assert (aturan - aturan_baru, cetak_baru, sifat_baru) == (set(), cetak, sifat), nama
        assert lebar.items() <= lebar_baru.items(), nama
    assert [n for n in baru.sheetnames if n in lama.sheetnames and n not in KITA] == [
        n for n in lama.sheetnames if n not in KITA
    ]
    assert set(lama.defined_names) <= set(baru.defined_names)


@pytest.mark.lengkap
def test_the_renewed_copy_asks_for_what_is_new(ruang):
    hasil = perbarui_induk(ruang, 2025)
    assert sorted(hasil.daftar_tambahan) == sorted(BARU)
    buku = openpyxl.load_workbook(ruang.induk(2025))
    assert {baris[0]: baris[1] for baris in buku["_meta"].iter_rows(values_only=True)}["versi"] == str(bantu_versi.BARU)
    kepala = next(s for s in buku["Unit"][4] if s.value == "Jabatan pelaksana *")
    isian = buku["Unit"].cell(5, kepala.column)
    pesan = {satu.promptTitle: str(satu.sqref) for satu in buku["Unit"].data_validations.dataValidation}
    assert (isian.protection.locked, isian.coordinate in pesan["Jabatan pelaksana"].split(":")) == (False, True)
    butir = next(s for s in buku["Instansi"]["B"] if s.value == "Surel instansi *")
    assert (buku["Instansi"].cell(butir.row, 3).protection.locked, butir.protection.locked) == (False, True)
    assert [s.value for s in buku["Jam Layanan"][4]] == ["Nama layanan *", "Tanggal *"]
    assert "Surel instansi *" in {s.value for s in buku["Petunjuk"]["B"]}
    assert baca_induk(take_inputs(ruang, 2025), 2025)[0] is not None


@pytest.mark.lengkap
def test_the_old_buku_induk_is_kept_and_never_written_over(ruang):
    lama = ruang.induk(2025).read_bytes()
    pertama = perbarui_induk(ruang, 2025)
    assert (pertama.simpanan.name, pertama.simpanan.read_bytes()) == (f"{LAMA}.xlsx", lama)
    assert (versi_lama(ruang, 2025), perbarui_induk(ruang, 2025)) == (None, None)
    ruang.induk(2025).write_bytes(lama)
    assert perbarui_induk(ruang, 2025).simpanan == pertama.simpanan  # the very same lies there already
    ruang.induk(2025).write_bytes(lama)
    ubah(ruang.induk(2025), lambda buku: buku["Catatan Saya"].__setitem__("B3", "Catatan baru"))
    kedua = perbarui_induk(ruang, 2025)
    assert (kedua.simpanan.name, pertama.simpanan.read_bytes()) == (f"{LAMA} 2.xlsx", lama)


@pytest.mark.lengkap
def test_a_renewal_cut_off_at_any_step_keeps_the_old_one_once_and_is_simply_done_again(tmp_path, monkeypatch):
    asal = VERSI_LAMA.read_bytes()
    jadi = renew_induk(asal, 1)
    monkeypatch.setattr(alur_mulai, "renew_induk", lambda *_: jadi)

    def terputus(saat, cara):
        ruang = Workspace(tmp_path / f"{cara}-{saat}")
        write_whole(ruang.induk(2025), asal)
        with terpasang(Pemutus(ruang.root, saat, cara)) as pemutus, suppress(OSError, KeyboardInterrupt):
            perbarui_induk(ruang, 2025)
        perbarui_induk(ruang, 2025)
        daftar = {satu.name: satu.read_bytes() for satu in ruang.induk(2025).parent.glob("induk*")}
        return len(pemutus.panggilan), daftar

    utuh = {"induk.xlsx": jadi.content, "induk (versi 1).xlsx": asal}
    banyak, daftar = terputus(0, "")
    assert (banyak > 10, daftar == utuh) == (True, True)
    for saat in range(1, banyak + 1):
        for cara in ("penuh", "ditolak", "dihentikan"):
            assert terputus(saat, cara)[1] == utuh, (saat, cara)


@pytest.mark.lengkap
def test_what_cannot_be_carried_over_is_told(ruang):
    isi = BytesIO()
    with ZipFile(ruang.induk(2025)) as asal, ZipFile(isi, "w") as tujuan:
        for nama in asal.namelist():
            tujuan.writestr(nama, asal.read(nama))
        tujuan.writestr("customXml/item1.xml", "<a/>")
        tujuan.writestr("xl/threadedComments/threadedComment1.xml", "<ThreadedComments/>")
    assert renew_induk(isi.getvalue(), 1).lost == ("1 percakapan komentar", "1 data XML kustom")


@pytest.mark.lengkap
def test_a_chart_that_survives_is_not_told_as_lost(ruang):
    def bagan(buku):
        chart = BarChart()
        chart.add_data(Reference(buku["Catatan Saya"], min_col=1, min_row=1, max_row=2))
        buku["Catatan Saya"].add_chart(chart, "D2")

    ubah(ruang.induk(2025), bagan)
    assert renew_induk(ruang.induk(2025).read_bytes(), 1).lost == ()


@pytest.mark.lengkap
@pytest.mark.parametrize(
    ("pilihan", "diperbarui"), [((), False), (("--perbarui-induk",), True)], ids=["unasked", "asked"]
)
def test_nothing_is_renewed_unasked(ruang, pilihan, diperbarui):
    lama = ruang.induk(2025).read_bytes()
    hasil = CliRunner().invoke(program, ["mulai", str(ruang.root), "--tahun", "2025", *pilihan])
    assert hasil.exit_code == 0, hasil.output
    assert (ruang.induk(2025).read_bytes() != lama) is diperbarui
    assert (f"disimpan   workbooks/2025/{LAMA}.xlsx" in hasil.output) is diperbarui
    assert ("--perbarui-induk" in hasil.output) is not diperbarui


def test_a_buku_induk_of_today_has_nothing_to_renew(contoh):
    assert (versi_lama(contoh, 2025), perbarui_induk(contoh, 2025)) == (None, None)
    assert "perbarui" not in CliRunner().invoke(program, ["mulai", str(contoh.root), "--tahun", "2025"]).output
