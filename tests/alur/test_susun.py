"""One command a period: what the planner gets, and what is never touched."""

import json
import shutil
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from bantu_ruang import formulir, isi, ubah
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.alur.ringkasan import ringkas
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Temuan
from lakip_gen.pesan.katalog import jelaskan_semua
from lakip_gen.storage.writes import write_whole

pytestmark = pytest.mark.laporan_pendek

TW1 = Periode.parse("2025-TW1")
TAHUN = Periode.parse("2025")


@dataclass(frozen=True)
class Terperiksa:
    """What a period comes to, without a file written: a third of the time of `susun`, and the same figures."""

    ringkasan: dict
    daftar_temuan: tuple[Temuan, ...]


def periksa(ruang, periode):
    hasil = periksa_periode(ruang, periode)
    return Terperiksa(ringkas(hasil, rekap_hasil(hasil)), hasil.semua_temuan)


def indikator(hasil, kode):
    return next(butir for butir in hasil.ringkasan["indikator"] if butir["kode"] == kode)


def unit(hasil, kode):
    return next(butir for butir in hasil.ringkasan["unit"] if butir["kode"] == kode)


def kode(hasil):
    return [temuan.kode for temuan in hasil.daftar_temuan]


@pytest.mark.one_in(7)
@pytest.mark.parametrize("periode", ["2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4", "2025-S1", "2025-S2", "2025"])
def test_the_sample_year_is_reported_without_a_finding(contoh, periode):
    hasil = susun(contoh, Periode.parse(periode))
    assert hasil.sah
    terbaca = jelaskan_semua(hasil.daftar_temuan)
    assert [t.pesan for t in terbaca if t.kode != "kertas-tanpa-pejabat"] == []  # the sample names no person
    assert {b["status"] for b in hasil.ringkasan["unit"]} == {"diterima"}
    folder = contoh.output(Periode.parse(periode))
    assert {b.name for b in folder.iterdir()} == {
        f"laporan-kinerja-{periode}-draf-01.docx",
        "rekap.xlsx",
        "hasil-periksa.html",
        "hasil-periksa.xlsx",
        "pesan-unit.txt",
        "manifest.json",
        "kertas",
    }


@pytest.mark.one_in(3)
@pytest.mark.parametrize(
    ("kode_indikator", "realisasi", "capaian"),
    [("I8.1", "5", "166.6666666667"), ("I7.1", "3", "150"), ("I6.1", "93", "97.3210548347")],
)
def test_the_published_indicators_of_polewali_mandar_come_out_as_published(
    tersusun, kode_indikator, realisasi, capaian
):
    butir = indikator(susun(tersusun, TAHUN), kode_indikator)
    assert (butir["realisasi"], butir["capaian"]) == (realisasi, capaian)


def test_the_annual_draft_prints_the_published_figures(tersusun):
    berkas = tersusun.output(TAHUN) / "laporan-kinerja-2025-draf-01.docx"
    teks = "\n".join(node.text or "" for node in docx.Document(str(berkas)).element.body.iter() if node.text)
    for angka in ("166,67", "150,00", "97,32", "99,66", "99,62", "99,80"):
        assert angka in teks, angka


def test_running_again_changes_nothing_and_says_so(tersusun):
    sebelum = {b: (b.read_bytes(), b.stat().st_mtime_ns) for b in tersusun.output(TW1).rglob("*") if b.is_file()}
    hasil = susun(tersusun, TW1)
    assert not hasil.berubah
    assert sebelum == {
        b: (b.read_bytes(), b.stat().st_mtime_ns) for b in tersusun.output(TW1).rglob("*") if b.is_file()
    }


@pytest.mark.lengkap
def test_two_runs_on_the_same_input_make_the_same_bytes_in_whatever_folder(contoh_utuh, tersusun_asli):
    susun(contoh_utuh, TAHUN)
    for berkas in contoh_utuh.output(TAHUN).rglob("*"):
        if berkas.is_file():
            lain = tersusun_asli.root / berkas.relative_to(contoh_utuh.root)
            assert berkas.read_bytes() == lain.read_bytes(), berkas.name


def test_an_edited_draft_is_never_touched_and_the_new_one_gets_the_next_number(tersusun):
    draf = tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
    dokumen = docx.Document(str(draf))
    dokumen.add_paragraph("Catatan Sekretaris")
    dokumen.save(str(draf))
    suntingan = draf.read_bytes()
    isi(formulir(tersusun, "SEKRETARIAT"), "Progres Bulanan", "01", "Hasil", "Hasil yang diperbarui.")
    hasil = susun(tersusun, TW1)
    assert draf.read_bytes() == suntingan
    assert hasil.daftar_keluaran[0].name == "laporan-kinerja-2025-TW1-draf-02.docx"
    assert hasil.daftar_disunting == (draf,)


def test_an_untouched_draft_is_brought_up_to_date_in_place(tersusun):
    isi(formulir(tersusun, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Angka diperbarui menurut hasil survei.")
    hasil = susun(tersusun, TW1)
    assert hasil.daftar_keluaran[0].name == "laporan-kinerja-2025-TW1-draf-01.docx"
    assert len(list(tersusun.output(TW1).glob("*.docx"))) == 1


@pytest.mark.lengkap
def test_a_draft_of_unknown_origin_is_never_touched(contoh):
    asing = contoh.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
    write_whole(asing, b"dari tempat lain")
    hasil = susun(contoh, TW1)
    assert asing.read_bytes() == b"dari tempat lain"
    assert hasil.daftar_keluaran[0].name == "laporan-kinerja-2025-TW1-draf-02.docx"


def test_without_its_manifest_a_draft_still_proves_that_nobody_edited_it(tersusun):
    (tersusun.output(TW1) / "manifest.json").unlink()
    lama = (tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx").read_bytes()
    hasil = susun(tersusun, TW1)
    assert hasil.daftar_keluaran[0].name == "laporan-kinerja-2025-TW1-draf-01.docx"
    assert (tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx").read_bytes() == lama


def test_without_its_manifest_a_draft_that_proves_nothing_counts_as_edited(tersusun):
    (tersusun.output(TW1) / "manifest.json").unlink()
    draf = tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
    dokumen = docx.Document(str(draf))
    dokumen.core_properties.comments = "disimpan"
    dokumen.save(str(draf))
    lama = draf.read_bytes()
    isi(formulir(tersusun, "SEKRETARIAT"), "Indikator", "I5.4", "Realisasi triwulan ini", 70)
    hasil = susun(tersusun, TW1)
    assert hasil.daftar_keluaran[0].name == "laporan-kinerja-2025-TW1-draf-02.docx"
    assert draf.read_bytes() == lama


@pytest.mark.lengkap
def test_a_changed_rekap_stays_and_the_new_one_is_written_beside_it(tersusun):
    rekap = tersusun.output(TW1) / "rekap.xlsx"
    ubah(rekap, lambda buku: buku.active.__setitem__("H1", "catatan perencana"))
    catatan = rekap.read_bytes()
    isi(formulir(tersusun, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Angka diperbarui.")
    susun(tersusun, TW1)
    assert rekap.read_bytes() == catatan
    assert (tersusun.output(TW1) / "rekap_baru.xlsx").is_file()


def test_a_galat_stops_its_cell_but_neither_the_form_nor_the_period(contoh):
    alamat = isi(formulir(contoh, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    hasil = susun(contoh, TW1)
    milik = unit(hasil, "BIDANG-APTIKA")
    assert (milik["status"], milik["sel_ditolak"]) == ("diterima", [f"Indikator!{alamat}"])
    assert unit(hasil, "SEKRETARIAT")["sel_ditolak"] == []
    assert indikator(hasil, "I2.5")["realisasi"] is not None
    temuan = next(t for t in hasil.daftar_temuan if t.kode == "angka-mendua")
    assert (temuan.unit, temuan.asal.lembar, temuan.asal.sel) == ("BIDANG-APTIKA", "Indikator", alamat)
    assert hasil.daftar_keluaran[0].suffix == ".docx"
    assert indikator(hasil, "I2.4")["realisasi"] is None


def test_a_missing_form_is_unreported_never_zero(contoh):
    formulir(contoh, "BIDANG-APTIKA").unlink()
    hasil = periksa(contoh, TW1)
    assert unit(hasil, "BIDANG-APTIKA") == {
        "kode": "BIDANG-APTIKA",
        "nama": "Bidang Aplikasi Informatika",
        "periode": "2025-TW1",
        "berkas": None,
        "status": "belum",
        "galat": 0,
        "peringatan": 0,
        "sel_ditolak": [],
        "diterima_dengan": None,
        "terlambat": 0,
    }
    butir = indikator(hasil, "I2.4")
    assert (butir["realisasi"], butir["capaian"], butir["keterangan"]) == (None, None, "belum dilaporkan")
    assert hasil.ringkasan["anggaran"]["realisasi"] is None


@pytest.mark.lengkap
def test_a_sum_over_missing_quarters_is_not_passed_off_as_whole(contoh):
    formulir(contoh, "SUBBID-ANGGARAN", 3).unlink()
    butir = indikator(periksa(contoh, TAHUN), "I8.1")
    assert butir["realisasi"] is None
    assert "belum lengkap (3 dari 4 triwulan)" in butir["keterangan"]


def test_three_broken_files_in_the_folder_do_not_stop_the_others(contoh):
    kotak = contoh.inbox(TW1)
    (kotak / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    (kotak / "lama.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000)
    (kotak / "kosong.xlsx").write_bytes(b"")
    (kotak / "~$formulir.xlsx").write_bytes(b"\x05milik")
    hasil = periksa(contoh, TW1)
    assert {b["status"] for b in hasil.ringkasan["unit"]} == {"diterima"}
    assert sorted(t.asal.berkas for t in hasil.daftar_temuan) == ["TW1/kosong.xlsx", "TW1/lama.xls", "TW1/rusak.xlsx"]


def test_a_form_under_any_name_is_known_by_its_contents(contoh):
    berkas = formulir(contoh, "BIDANG-APTIKA")
    berkas.rename(berkas.with_name("FINAL (2) aptika revisi.xlsx"))
    assert unit(periksa(contoh, TW1), "BIDANG-APTIKA")["status"] == "diterima"


def test_an_untouched_form_beside_a_filled_one_does_not_count(contoh):
    from lakip_gen.alur.bagikan import bagikan

    berkas = formulir(contoh, "BIDANG-APTIKA")
    berkas.rename(berkas.with_name("terisi.xlsx"))
    bagikan(contoh, TW1)
    assert berkas.is_file()
    assert unit(periksa(contoh, TW1), "BIDANG-APTIKA")["berkas"] == "TW1/terisi.xlsx"


def test_the_same_unit_twice_with_different_contents_is_refused_not_chosen(contoh):
    berkas = formulir(contoh, "BIDANG-APTIKA")
    salinan = berkas.with_name("aptika (2).xlsx")
    shutil.copy(berkas, salinan)
    isi(salinan, "Indikator", "I2.4", "Realisasi triwulan", 21)
    hasil = periksa(contoh, TW1)
    assert "unit-ganda" in kode(hasil)
    assert unit(hasil, "BIDANG-APTIKA")["status"] == "ditolak"


@pytest.mark.lengkap
def test_a_unit_that_sent_two_forms_is_asked_which_one_counts(contoh):
    berkas = formulir(contoh, "BIDANG-APTIKA")
    salinan = berkas.with_name("aptika (2).xlsx")
    shutil.copy(berkas, salinan)
    isi(salinan, "Indikator", "I2.4", "Realisasi triwulan", 21)
    susun(contoh, TW1)
    pesan = (contoh.output(TW1) / "pesan-unit.txt").read_text(encoding="utf-8-sig")
    bagian = next(b for b in pesan.split("-" * 60) if "(BIDANG-APTIKA)" in b)
    assert "Caranya: Unit menyebutkan kepada perencana mana yang terakhir." in bagian
    assert "Perbaiki berkas" not in bagian
    assert "Terima kasih" not in bagian


def test_the_same_form_twice_counts_once(contoh):
    berkas = formulir(contoh, "BIDANG-APTIKA")
    shutil.copy(berkas, berkas.with_name("salinan.xlsx"))
    hasil = periksa(contoh, TW1)
    assert kode(hasil) == ["unit-ganda-sama"]
    assert unit(hasil, "BIDANG-APTIKA")["status"] == "diterima"


def test_a_form_of_another_quarter_is_told_and_not_used(contoh):
    shutil.copy(formulir(contoh, "BIDANG-APTIKA", 2), formulir(contoh, "BIDANG-APTIKA", 1))
    hasil = periksa(contoh, TW1)
    assert kode(hasil) == ["periode-lain"]
    assert unit(hasil, "BIDANG-APTIKA")["status"] == "belum"


def test_a_changed_target_is_found_and_ours_is_shown(contoh):
    berkas = formulir(contoh, "BIDANG-APTIKA")
    alamat = isi(berkas, "Indikator", "I2.4", "Target triwulan ini", 1)
    hasil = periksa(contoh, TW1)
    temuan = next(t for t in hasil.daftar_temuan if t.kode == "terkunci-berubah")
    assert (temuan.asal.sel, temuan.nilai, dict(temuan.rincian)["seharusnya"]) == (alamat, "1", "20")


@pytest.mark.lengkap
def test_a_return_copy_shows_the_findings_and_is_itself_a_form(contoh):
    berkas = formulir(contoh, "BIDANG-APTIKA")
    isi(berkas, "Indikator", "I2.4", "Realisasi triwulan", "dua puluh")
    hasil = susun(contoh, TW1)
    kembali = next(b for b in hasil.daftar_keluaran if b.parent.name == "kembali")
    buku = openpyxl.load_workbook(kembali)
    assert buku.sheetnames[0] == "Hasil Pemeriksaan"
    komentar = [s.comment.text for baris in buku["Indikator"].iter_rows() for s in baris if s.comment]
    assert any("GALAT" in teks for teks in komentar)
    shutil.copy(kembali, berkas)
    isi(berkas, "Indikator", "I2.4", "Realisasi triwulan", 20)
    hasil = susun(contoh, TW1)
    assert unit(hasil, "BIDANG-APTIKA")["status"] == "diterima"
    assert not (contoh.output(TW1) / "kembali" / kembali.name).exists()


@pytest.mark.lengkap
def test_the_order_in_which_files_arrive_does_not_matter(tersusun):
    pertama = (tersusun.output(TW1) / "rekap.xlsx").read_bytes()
    for nomor, berkas in enumerate(reversed(tersusun.form_files(TW1))):
        berkas.rename(berkas.with_name(f"{nomor}.xlsx"))
    shutil.rmtree(tersusun.root / "output")
    kedua = susun(tersusun, TW1)
    lama = openpyxl.load_workbook(BytesIO(pertama))["Capaian"]
    baru = openpyxl.load_workbook(tersusun.output(TW1) / "rekap.xlsx")["Capaian"]
    assert [[s.value for s in b] for b in lama] == [[s.value for s in b] for b in baru]
    assert {b["status"] for b in kedua.ringkasan["unit"]} == {"diterima"}


def test_a_fault_in_the_buku_induk_stops_everything_and_tells_all_faults_at_once(contoh):
    def pengubah(buku):
        ws = buku["Indikator"]
        ws["E5"] = "naikk"
        ws["B6"] = "S99"

    ubah(contoh.induk(2025), pengubah)
    hasil = susun(contoh, TW1)
    assert not hasil.sah
    assert {"induk-pilihan-asing", "sasaran-asing"} <= set(kode(hasil))
    assert not (contoh.output(TW1) / "manifest.json").exists()


def test_a_fault_in_the_template_writes_no_draft(contoh):
    dokumen = docx.Document()
    dokumen.add_paragraph("{{ instansi.nma }} {% for x in daftar_sasaran %}")
    dokumen.save(str(contoh.templates / "laporan-triwulan.docx"))
    hasil = susun(contoh, TW1)
    assert not hasil.sah
    assert {"templat-nama-tak-dikenal", "templat-blok-tak-ditutup"} <= set(kode(hasil))
    assert not list(contoh.output(TW1).glob("*.docx"))


@pytest.mark.lengkap
def test_a_report_too_large_for_word_still_leaves_the_rekap_and_is_tried_again(contoh, monkeypatch):
    monkeypatch.setattr("lakip_gen.word.fill.render.LARGEST_OUTPUT", 1000)
    hasil = susun(contoh, TW1)
    assert not hasil.sah
    assert set(kode(hasil)) == {"templat-hasil-terlalu-besar"}
    assert {"rekap.xlsx", "hasil-periksa.html", "hasil-periksa.xlsx"} <= {b.name for b in hasil.daftar_keluaran}
    assert all(berkas.is_file() for berkas in hasil.daftar_keluaran)
    monkeypatch.undo()
    assert susun(contoh, TW1).sah


def test_a_missing_template_says_how_to_get_it_back(contoh):
    (contoh.templates / "laporan-triwulan.docx").unlink()
    hasil = susun(contoh, TW1)
    assert kode(hasil) == ["templat-hilang"]


def test_the_summary_in_the_manifest_is_the_contract_for_scripts(tersusun):
    hasil = susun(tersusun, TW1)
    isi_manifest = json.loads((tersusun.output(TW1) / "manifest.json").read_text(encoding="utf-8"))
    assert isi_manifest["ringkasan"] == hasil.ringkasan
    assert set(hasil.ringkasan) == {
        "periode",
        "instansi",
        "unit",
        "indikator",
        "indikator_program",
        "rerata",
        "sasaran",
        "anggaran",
        "temuan",
        "perubahan",
        "keluaran",
        "dibawa",
    }
    assert hasil.ringkasan["keluaran"][0] == "output/2025/TW1/laporan-kinerja-2025-TW1-draf-01.docx"


def test_no_file_of_a_unit_is_ever_changed(contoh):
    isi(formulir(contoh, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    sebelum = {b: b.read_bytes() for b in contoh.workbooks(2025).rglob("*.xlsx")}
    susun(contoh, TW1)
    assert sebelum == {b: b.read_bytes() for b in contoh.workbooks(2025).rglob("*.xlsx")}


def isi_utama(berkas):
    with zipfile.ZipFile(berkas) as arsip:
        return arsip.read("word/document.xml")


@pytest.fixture
def libreoffice(monkeypatch):
    """Return the answers of a LibreOffice that is there but may fail: the next ones first, then success."""
    daftar_jawaban = []
    for modul in ("susun", "draf"):
        monkeypatch.setattr(f"lakip_gen.alur.{modul}.find_libreoffice", lambda: Path("soffice"))
    monkeypatch.setattr(
        "lakip_gen.alur.draf.convert_to_pdf", lambda *_: (daftar_jawaban.pop(0) if daftar_jawaban else b"%PDF-", ())
    )
    monkeypatch.setattr("lakip_gen.alur.draf.printed_pages", lambda *_: {"_Toc900000000": "xvii"})
    return daftar_jawaban


@pytest.mark.lengkap
def test_page_numbers_that_failed_once_are_tried_again(contoh_utuh, libreoffice):
    libreoffice.append(None)
    tahunan = TAHUN
    pertama, kedua, ketiga = (susun(contoh_utuh, tahunan) for _ in range(3))
    assert (pertama.berubah, kedua.berubah, ketiga.berubah) == (True, True, False)
    assert b"xvii" in isi_utama(kedua.draf)


@pytest.mark.lengkap
def test_a_report_without_contents_lists_waits_for_no_page_numbers(contoh, libreoffice):
    libreoffice.append(None)
    assert [susun(contoh, TW1).berubah for _ in range(2)] == [True, False]
    assert libreoffice == [None]  # nobody asked for them
