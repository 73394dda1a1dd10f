"""What was handed out or filled with an earlier version of the program is read by every later one."""

import shutil
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest

import bantu_versi
import keep_version
from bantu_induk import induk_mentah
from bantu_ruang import baca_induk, formulir, isi, ubah
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.mulai import perbarui_induk, versi_lama
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.induk.pembaca import PembacaBuku
from lakip_gen.pesan.katalog import jelaskan_semua
from lakip_gen.storage.manifest import read_manifest
from lakip_gen.storage.workspace import Workspace

TERSIMPAN = Path(__file__).parent
KINI = keep_version.TODAY
TW1, TAHUNAN = triwulan(2025, 1), setahun(2025)


@pytest.fixture(params=range(1, KINI + 1), ids=lambda versi: f"versi-{versi}")
def ruang_lama(request, tmp_path):
    """A copy of a working folder as a version of the program left it: buku induk, six forms, manifest, draft."""
    akar = tmp_path / "ruang"
    if not (TERSIMPAN / str(request.param)).is_dir():
        pytest.skip("test_of_every_version_a_folder_is_kept says how to make it")
    shutil.copytree(TERSIMPAN / str(request.param), akar)
    return Workspace(akar)


def kode(hasil):
    return [temuan.kode for temuan in hasil.semua_temuan]


def daftar_berkas(akar):
    return {berkas.relative_to(akar) for berkas in akar.rglob("*") if berkas.is_file()}


def dibuat_oleh(ruang):
    """Return the release that made the outputs of a kept folder."""
    return read_manifest(ruang.output(TW1) / "manifest.json").inputs["program"]


def formulir_baru(ruang, nama="formulir-sekretariat-2025-TW1.xlsx"):
    """Write a form of today in the place of a filled one."""
    (ruang.inbox(TW1) / nama).unlink()
    bagikan(ruang, TW1)
    return ruang.inbox(TW1) / nama


def meta(berkas):
    return {baris[0]: baris[1] for baris in openpyxl.load_workbook(berkas)["_meta"].iter_rows(values_only=True)}


def test_of_every_version_a_folder_is_kept():
    hilang = [versi for versi in range(1, KINI + 1) if not (TERSIMPAN / str(versi) / "workbooks").is_dir()]
    assert hilang == [], f"tests/versi/{KINI} is made by: python tests/keep_version.py"


@pytest.mark.lengkap
def test_the_folder_of_today_s_version_can_be_made_and_is_read_like_the_kept_ones(tmp_path):
    keep_version.keep(tmp_path / "ruang")
    ruang = Workspace(tmp_path / "ruang")
    assert daftar_berkas(TERSIMPAN / str(KINI)) <= daftar_berkas(ruang.root)
    assert kode(periksa_periode(ruang, TW1)) == []
    assert susun(ruang, TW1).berubah is False


def test_a_kept_year_is_read_without_a_word(ruang_lama):
    hasil = periksa_periode(ruang_lama, TW1)
    assert kode(hasil) == [], "what is new needs its sejak, a column with a new header the earlier one in judul_dulu"
    assert [unit.status.laporan is not None for unit in hasil.daftar_triwulan[0].daftar_unit] == [True] * 6


def test_a_kept_folder_that_nobody_touched_has_nothing_to_do(ruang_lama, monkeypatch):
    monkeypatch.setattr("lakip_gen.alur.susun.__version__", dibuat_oleh(ruang_lama))
    (draf,) = ruang_lama.output(TW1).glob("*-draf-01.docx")
    hasil = susun(ruang_lama, TW1)
    assert (hasil.sah, hasil.berubah, hasil.draf) == (True, False, draf)


def test_a_later_release_puts_its_own_draft_in_the_place_of_one_that_nobody_touched(ruang_lama, monkeypatch):
    monkeypatch.setattr("lakip_gen.alur.susun.__version__", f"{dibuat_oleh(ruang_lama)}.sesudahnya")
    (draf,) = ruang_lama.output(TW1).glob("*-draf-01.docx")
    hasil = susun(ruang_lama, TW1)
    assert (hasil.sah, hasil.berubah, hasil.draf, hasil.daftar_disunting) == (True, True, draf, ())


@pytest.mark.lengkap
def test_the_buku_induk_of_a_kept_folder_can_be_renewed_and_then_means_the_same(ruang_lama):
    lama = baca_induk(ruang_lama, 2025)
    if versi_lama(ruang_lama, 2025):
        assert perbarui_induk(ruang_lama, 2025) is not None
    assert versi_lama(ruang_lama, 2025) is None
    assert baca_induk(ruang_lama, 2025) == lama


def test_a_draft_of_a_kept_folder_that_somebody_edited_stays(ruang_lama):
    (draf,) = ruang_lama.output(TW1).glob("*-draf-01.docx")
    dokumen = docx.Document(draf)
    dokumen.add_paragraph("Catatan Sekretaris.")
    dokumen.save(draf)
    disunting = draf.read_bytes()
    berkas = formulir(ruang_lama, "SEKRETARIAT")
    isi(berkas, "Progres Bulanan", "01", "Hasil", "Dua laporan lagi.")
    hasil = susun(ruang_lama, TW1)
    assert draf.read_bytes() == disunting
    assert draf in hasil.daftar_disunting
    assert hasil.draf.name.endswith("-draf-02.docx")


def test_the_year_s_forms_stay_accepted_when_the_form_grows(contoh, monkeypatch):
    dulu = periksa_periode(contoh, TAHUNAN)
    bantu_versi.formulir_versi_berikut(monkeypatch)
    bantu_versi.lembar_baru(monkeypatch)
    kini = periksa_periode(contoh, TAHUNAN)
    assert kode(kini) == kode(dulu)
    assert rekap_hasil(kini) == rekap_hasil(dulu)
    status = [unit.status for triwulan in kini.bacaan.daftar_triwulan for unit in triwulan.daftar_unit]
    assert [satu.laporan is not None for satu in status] == [True] * 24


def test_an_old_form_is_guarded_by_what_it_held_when_it_was_handed_out(contoh, monkeypatch):
    bantu_versi.formulir_versi_berikut(monkeypatch)
    alamat = isi(formulir(contoh, "SEKRETARIAT"), "Anggaran", "2.16.01.2.01.0001", "Pagu", 1)
    assert [(t.kode, t.asal.sel) for t in periksa_periode(contoh, TW1).semua_temuan if t.kode.startswith("terk")] == [
        ("terkunci-berubah", alamat)
    ]


@pytest.mark.lengkap
def test_a_return_copy_asks_for_what_the_form_asked_for(contoh, monkeypatch):
    isi(formulir(contoh, "SEKRETARIAT"), "Pengesahan", "penyusun", "Isi", None)
    dibagikan = meta(formulir(contoh, "SEKRETARIAT"))["versi"]
    bantu_versi.formulir_versi_berikut(monkeypatch)
    susun(contoh, TW1)
    (kembali,) = (contoh.output(TW1) / "kembali").iterdir()
    buku = openpyxl.load_workbook(kembali)
    judul = {str(sel.value).removesuffix(" *") for sel in buku["Indikator"][7]}
    assert (meta(kembali)["versi"], judul & {"Mutu data", "Dasar hukum"}) == (dibagikan, set())
    shutil.copy(kembali, formulir(contoh, "SEKRETARIAT"))
    assert kode(periksa_periode(contoh, TW1)) == ["penyusun-kosong"]


@pytest.mark.lengkap
def test_a_new_form_is_asked_for_what_is_new(contoh, monkeypatch):
    bantu_versi.formulir_versi_berikut(monkeypatch)
    berkas = formulir_baru(contoh)
    assert meta(berkas)["versi"] == str(bantu_versi.BARU)
    isi(berkas, "Progres Bulanan", "01", "Kegiatan", "Rapat.")
    ubah(berkas, lambda buku: hapus_kolom(buku["Indikator"], "Mutu data"))
    hilang = [t for t in periksa_periode(contoh, TW1).semua_temuan if t.kode == "kolom-hilang"]
    assert [dict(t.rincian)["kolom"] for t in hilang] == ["Mutu data"]


def hapus_kolom(ws, judul):
    ws.delete_cols(next(sel.column for sel in ws[7] if str(sel.value).startswith(judul)))


def test_an_old_buku_induk_is_read_when_the_buku_induk_grows(contoh, monkeypatch):
    dulu, _ = baca_induk(contoh, 2025)
    bantu_versi.induk_versi_berikut(monkeypatch)
    assert baca_induk(contoh, 2025) == (dulu, ())


@pytest.mark.parametrize("apa", ["formulir", "induk"])
def test_what_a_later_program_wrote_is_refused_with_the_advice_to_renew_this_one(contoh, apa):
    berkas = formulir(contoh, "SEKRETARIAT") if apa == "formulir" else contoh.induk(2025)

    def pengubah(buku):
        sel = next(sel for sel in buku["_meta"]["A"] if sel.value == "versi")
        sel.offset(column=1).value = "99"

    ubah(berkas, pengubah)
    (satu,) = jelaskan_semua(periksa_periode(contoh, TW1).semua_temuan)
    assert satu.tingkat is Tingkat.GALAT
    assert "versi 99" in satu.pesan or "versinya 99" in satu.pesan
    assert "pasang program versi terbaru" in satu.perbaikan.casefold()


@pytest.mark.parametrize(
    ("versi", "ditanya"),
    [
        pytest.param("1", [], id="older"),
        pytest.param(str(bantu_versi.BARU), ["induk-wajib-kosong"], id="of-today"),
    ],
)
def test_a_blank_that_must_be_filled_is_asked_of_a_buku_induk_that_has_a_place_for_it(versi, ditanya):
    mentah = induk_mentah(versi=versi)
    unit = replace(skema_induk.UNIT, daftar_kolom=(*skema_induk.UNIT.daftar_kolom, bantu_versi.PELAKSANA))
    buku = PembacaBuku(mentah)
    assert next(buku.daftar(unit)).teks("pelaksana") == ""
    assert [temuan.kode for temuan in buku.daftar_temuan] == ditanya
