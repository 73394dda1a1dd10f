"""What one file does wrong costs that file, and nobody else: neither the other units nor the run."""

import shutil
import tempfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from bantu_ruang import baca_induk, baca_triwulan, formulir, isi
from lakip_gen.alur import baca as modul_baca
from lakip_gen.alur import kembalian, penyusunan
from lakip_gen.alur.periksa import HasilPeriksa, periksa_berkas
from lakip_gen.alur.susun import susun
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.mentah import JenisSel, Sel
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Asal
from lakip_gen.domain.urai import urai_teks
from lakip_gen.excel.workbook import Workbook, write_value
from lakip_gen.formulir import putusan
from lakip_gen.ooxml import guard
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.storage import inputs as modul_berkas
from lakip_gen.storage.inputs import read_file

pytestmark = pytest.mark.laporan_pendek

TW1 = triwulan(2025, 1)
UNIT = "BIDANG-APTIKA"
RUSAK = {
    "a rusak.xlsx": b"PK\x03\x04 rusak",
    "b kosong.xlsx": b"",
    "c lama.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "d halaman.xlsx": b"<html><table>",
    "e tabel.csv": b"a;b\n1;2\n",
    "f foto.xlsx": b"\xff\xd8\xff\xe0 foto",
    "zz acak.xlsx": bytes(range(256)) * 9,
}


def baca(ruang):
    induk, _ = baca_induk(ruang, 2025)
    return baca_triwulan(ruang, induk, TW1, Kumpulan({}))


def status(hasil):
    return {unit.status.unit.kode: unit.status.status for unit in hasil.daftar_unit}


def kode(hasil):
    return sorted(t.kode for t in hasil.semua_temuan)


def test_broken_files_never_stop_the_others(contoh):
    for nama, data in RUSAK.items():
        (contoh.inbox(TW1) / nama).write_bytes(data)
    hasil = baca(contoh)
    assert set(status(hasil).values()) == {StatusUnit.DITERIMA}
    assert sorted(t.asal.berkas for t in hasil.semua_temuan) == sorted(f"TW1/{nama}" for nama in RUSAK)


@pytest.mark.one_in(5)
@pytest.mark.parametrize(
    "pecah", [ZeroDivisionError, MemoryError, RecursionError, RuntimeError("x\x00y"), KeyError("unit")]
)
@pytest.mark.parametrize("tempat", ["baca_buku", "kenali", "susun_laporan", "periksa_isi", "periksa_terkunci"])
def test_an_unexpected_error_in_one_file_is_a_finding_with_a_log(contoh, monkeypatch, tmp_path, tempat, pecah):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    modul = modul_baca if tempat == "baca_buku" else putusan
    asli = getattr(modul, tempat)

    def pecah_satu(satu, *lain, **batas):
        berkas = lain[0] if tempat == "baca_buku" else getattr(satu, "laporan", satu).berkas
        if "aptika" in berkas:
            raise pecah
        return asli(satu, *lain, **batas)

    monkeypatch.setattr(modul, tempat, pecah_satu)
    hasil = baca(contoh)
    assert kode(hasil) == ["berkas-gagal"]
    (satu,) = hasil.semua_temuan
    assert satu.asal == Asal("TW1/formulir-bidang-aptika-2025-TW1.xlsx")
    catatan = tmp_path / "lakip-gen-cacat.log"
    assert str(catatan) in jelaskan(satu).pesan
    assert "Traceback" in catatan.read_text(encoding="utf-8")
    lain = {unit: keadaan for unit, keadaan in status(hasil).items() if unit != UNIT}
    assert set(lain.values()) == {StatusUnit.DITERIMA}
    assert status(hasil)[UNIT] is not StatusUnit.DITERIMA


def test_a_log_that_cannot_be_written_is_no_second_fault(contoh, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak ada"))
    monkeypatch.setattr(putusan, "kenali", lambda *_: 1 / 0)
    hasil = baca(contoh)
    assert set(kode(hasil)) == {"berkas-gagal"}
    assert "tidak dapat ditulis" in jelaskan(hasil.semua_temuan[0]).pesan


@pytest.mark.parametrize("henti", [KeyboardInterrupt, SystemExit])
def test_whoever_stops_the_run_stops_it(contoh, monkeypatch, henti):
    def berhenti(*_isi):
        raise henti

    monkeypatch.setattr(putusan, "kenali", berhenti)
    with pytest.raises(henti):
        baca(contoh)


@pytest.mark.one_in(2)
@pytest.mark.parametrize("pecah", [MemoryError, ZeroDivisionError])
def test_a_return_copy_that_cannot_be_made_costs_its_unit_the_copy_and_nobody_else_anything(
    contoh, monkeypatch, tmp_path, pecah
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for unit, kunci in ((UNIT, "I1.4"), ("BIDANG-IKP", "I1.1")):
        isi(formulir(contoh, unit), "Indikator", kunci, "Realisasi triwulan ini", "entah")
    asli = kembalian.write_form

    def satu_pecah(form, salinan):
        if form.unit.kode == UNIT:
            raise pecah
        return asli(form, salinan)

    monkeypatch.setattr(kembalian, "write_form", satu_pecah)
    hasil = susun(contoh, TW1)
    folder = contoh.output(TW1)
    assert [b.name for b in (folder / "kembali").iterdir()] == ["perbaikan-bidang-ikp-2025-TW1.xlsx"]
    assert {b.name for b in folder.iterdir()} >= {"rekap.xlsx", "hasil-periksa.html", "pesan-unit.txt"}
    (satu,) = (t for t in hasil.daftar_temuan if t.kode == "kembalian-gagal")
    assert (satu.unit, satu.periode, satu.asal) == (UNIT, TW1, Asal("TW1/formulir-bidang-aptika-2025-TW1.xlsx"))
    assert str(tmp_path / "lakip-gen-cacat.log") in jelaskan(satu).pesan
    assert "perbaikan-bidang-aptika" not in (folder / "pesan-unit.txt").read_text("utf-8-sig")


@pytest.mark.lengkap
@pytest.mark.parametrize(
    ("tempat", "hilang"),
    [
        ("write_rekap", "rekap.xlsx"),
        ("render_results", "hasil-periksa.html"),
        ("write_results", "hasil-periksa.xlsx"),
        ("tulis_pesan", "pesan-unit.txt"),
    ],
)
def test_a_paper_that_cannot_be_made_is_said_and_leaves_the_others_alone(contoh, monkeypatch, tmp_path, tempat, hilang):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = contoh.output(TW1)
    with monkeypatch.context() as cacat:
        cacat.setattr(penyusunan, tempat, lambda *_: 1 / 0)
        hasil = susun(contoh, TW1)
    assert [t.kode for t in hasil.daftar_temuan] == ["keluaran-gagal"]
    assert hasil.sah
    rusak = {berkas.name for berkas in folder.iterdir()}
    assert susun(contoh, TW1).berubah  # what is missing is made as soon as it can be
    assert {berkas.name for berkas in folder.iterdir()} - rusak == {hilang}


@pytest.mark.lengkap
def test_a_whole_run_survives_a_fault_in_one_unit(contoh, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    asli = putusan.susun_laporan

    def pecah(mentah, form):
        if form.unit.kode == UNIT:
            raise ZeroDivisionError
        return asli(mentah, form)

    monkeypatch.setattr(putusan, "susun_laporan", pecah)
    hasil = susun(contoh, TW1)
    assert hasil.sah
    assert [t.kode for t in hasil.daftar_temuan] == ["berkas-gagal"]
    assert {b["kode"]: b["status"] for b in hasil.ringkasan["unit"]}[UNIT] == "ditolak"
    assert hasil.daftar_keluaran[0].suffix == ".docx"


# --- taking the bytes ---


def test_a_file_that_is_too_large_is_refused_before_a_byte_of_it_is_read(contoh, monkeypatch):
    with (contoh.inbox(TW1) / "besar.xlsx").open("wb") as tujuan:
        tujuan.truncate(8 * 1024**3)
    asli = modul_berkas._copy

    def salin(berkas):
        assert berkas.name != "besar.xlsx"
        return asli(berkas)

    monkeypatch.setattr(modul_berkas, "_copy", salin)
    hasil = baca(contoh)
    assert kode(hasil) == ["berkas-terlalu-besar"]
    assert "8192 MB" in jelaskan(hasil.semua_temuan[0]).pesan


def test_a_file_that_grows_while_it_is_read_is_never_read_past_the_limit(tmp_path, monkeypatch):
    berkas = tmp_path / "tumbuh.xlsx"
    berkas.write_bytes(b"x" * 100)
    monkeypatch.setattr(guard, "LARGEST_FILE", 1000)
    monkeypatch.setattr(modul_berkas, "PAUSE", 0)
    asli = modul_berkas._stamp

    def ciri(keadaan):
        with berkas.open("ab") as tujuan:
            tujuan.write(b"x" * 900)
        return asli(keadaan)

    monkeypatch.setattr(modul_berkas, "_stamp", ciri)
    terbaca, daftar = read_file(berkas, "tumbuh.xlsx")
    assert terbaca is None
    assert [t.kode for t in daftar] == ["berkas-sedang-berubah"]


def test_a_file_that_changes_is_tried_three_times(tmp_path, monkeypatch):
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(b"isi")
    hitung = []
    monkeypatch.setattr(modul_berkas, "PAUSE", 0)
    monkeypatch.setattr(modul_berkas, "_stamp", lambda keadaan: hitung.append(keadaan) or (len(hitung), 0))
    assert [t.kode for t in read_file(berkas, "a.xlsx")[1]] == ["berkas-sedang-berubah"]
    assert len(hitung) == 2 * modul_berkas.TRIES


def test_every_reason_that_a_file_cannot_be_read_is_told_in_indonesian(tmp_path):
    for berkas in (tmp_path, tmp_path / "tidak ada.xlsx", tmp_path / ("x" * 300)):
        terbaca, (satu,) = read_file(berkas, "a.xlsx")
        assert terbaca is None
        assert satu.kode == ("berkas-bukan-biasa" if berkas == tmp_path else "berkas-tidak-terbaca")
        assert not any(kata in jelaskan(satu).pesan for kata in ("file", "directory", "Is a", "No such"))


def test_a_link_out_of_the_working_folder_is_refused_even_where_it_would_be_a_form(contoh, tmp_path):
    berkas = formulir(contoh, UNIT)
    luar = tmp_path / "luar.xlsx"
    shutil.move(berkas, luar)
    berkas.symlink_to(luar)
    hasil = baca(contoh)
    assert kode(hasil) == ["berkas-tautan-luar"]
    assert status(hasil)[UNIT] is StatusUnit.BELUM


# --- one file somebody points at ---


def tanpa_meta(berkas: Path, **meta: str | None) -> None:
    buku = openpyxl.load_workbook(berkas)
    if not meta:
        buku.remove(buku["_meta"])
    for satu in () if not meta else buku["_meta"]["A"]:
        if satu.value in meta:
            satu.offset(column=1).value = meta[satu.value]
    buku.save(berkas)


def test_a_form_without_its_meta_sheet_says_whose_it_was(contoh):
    berkas = formulir(contoh, UNIT)
    tanpa_meta(berkas)
    (satu,) = baca(contoh).semua_temuan
    assert satu.kode == "meta-hilang"
    assert "“Bidang Aplikasi Informatika” untuk Triwulan I Tahun 2025" in jelaskan(satu).pesan
    assert [t.kode for t in periksa_berkas(contoh, berkas).semua_temuan] == ["meta-hilang"]


@pytest.mark.one_in(3)
@pytest.mark.parametrize("periode", ["2025", "2025-S1", "sembarang", "", "1999-TW1"])
def test_a_form_of_no_quarter_is_refused_wherever_it_is_read(contoh, periode):
    berkas = formulir(contoh, UNIT)
    tanpa_meta(berkas, periode=periode)
    assert [t.kode for t in periksa_berkas(contoh, berkas)] == ["bukan-formulir"]
    assert kode(baca(contoh)) == ["periode-lain"]


def test_a_form_that_is_pointed_at_is_read_alone(contoh):
    alamat = isi(formulir(contoh, UNIT), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    hasil = periksa_berkas(contoh, formulir(contoh, UNIT))
    assert isinstance(hasil, HasilPeriksa)
    assert [(t.kode, t.asal.sel) for t in hasil.semua_temuan] == [("angka-mendua", alamat)]


# --- one finding for one cause ---


def test_a_refused_cell_is_told_once(contoh):
    alamat = isi(formulir(contoh, UNIT), "Indikator", "I2.4", "Realisasi triwulan", "-5 %")
    temuan = baca(contoh).semua_temuan
    assert [(t.kode, t.asal.sel) for t in temuan] == [("angka-negatif", alamat)]


def test_a_lost_column_is_told_once(contoh):
    def pengubah(buku):
        ws = buku["Indikator"]
        ws[next(c.coordinate for c in ws[7] if str(c.value).startswith("Realisasi triwulan"))] = "Hasil kami"

    from bantu_ruang import ubah

    ubah(formulir(contoh, UNIT), pengubah)
    assert kode(baca(contoh)) == ["kolom-hilang"]


def test_a_text_longer_than_a_cell_is_never_cut_without_a_word():
    kolom = skema.INDIKATOR.kolom("penjelasan")
    teks, (satu,) = urai_teks(Sel("x" * 40_000, JenisSel.TEKS, Asal("a", "b", "C1")), kolom)
    assert (len(teks), satu.kode) == (40_000, "teks-melampaui-sel")
    buku = Workbook("uji")
    write_value(buku.add_sheet("Uji"), 0, 0, "x" * 40_000)
    ws = openpyxl.load_workbook(BytesIO(buku.to_bytes()))["Uji"]
    assert len(ws["A1"].value) == 32_767
