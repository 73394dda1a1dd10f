"""Sealing: refused with reasons, kept as an archive, locked; later periods read it; opened again from the top only."""

import io
import json
import re
import subprocess
import zipfile

import docx
import pytest
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from bantu_ruang import formulir, isi, ubah
from lakip_gen.alur.papan import susun_papan
from lakip_gen.alur.peristiwa import saat_ini
from lakip_gen.alur.sahkan import Permintaan, buka, sahkan
from lakip_gen.alur.susun import susun
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, temuan
from lakip_gen.door.cli import run_command
from lakip_gen.door.cli_seal import print_overridden
from lakip_gen.excel.induk import write_induk
from lakip_gen.pesan.tindakan import tindakan
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.storage.bag import verify
from lakip_gen.storage.pdf import convert_to_pdf
from lakip_gen.word.pages.page_numbers import printed_pages

pytestmark = pytest.mark.laporan_pendek

TW1, TW2, S1, TAHUN = (Periode.parse(teks) for teks in ("2025-TW1", "2025-TW2", "2025-S1", "2025"))
UNIT = "BIDANG-IKP"
DRAF = "laporan-kinerja-2025-TW1-draf-01.docx"
SUNTINGAN = "Kalimat Sekretaris yang tidak boleh hilang."


def jalan(ruang, *kata):
    return run_command([*kata, "--ruang", str(ruang.root)])


def kode(hasil):
    return [satu.kode for satu in hasil.daftar_halangan]


def sunting(berkas, pengubah=lambda _dokumen: None):
    dokumen = docx.Document(str(berkas))
    dokumen.add_paragraph(SUNTINGAN)
    pengubah(dokumen)
    dokumen.save(str(berkas))


def dokumen_sah(hasil):
    return hasil.arsip / "data" / f"laporan-kinerja-{hasil.periode}.docx"


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_the_contents_list_of_a_sealed_report_has_its_pages_as_they_are_without_the_marks(tersusun):
    [draf] = tersusun.output(TAHUN).glob("*-draf-01.docx")
    assert b"uraian belum ditulis" in zipfile.ZipFile(draf).read("word/document.xml")
    sah = dokumen_sah(sahkan(tersusun, TAHUN, Permintaan(alasan="diminta Kepala"))).read_bytes()
    pdf, _ = convert_to_pdf(sah, "sah")
    halaman = printed_pages(sah, pdf)
    badan = docx.Document(io.BytesIO(sah)).element.body
    tautan = {satu.get(qn("w:anchor")): satu for satu in badan.iter(qn("w:hyperlink")) if satu.get(qn("w:anchor"))}
    tercetak = {nama: [t.text for t in satu.iter(qn("w:t"))][-1] for nama, satu in tautan.items() if nama in halaman}
    assert len(tercetak) > 20
    assert tercetak == {nama: halaman[nama] for nama in tercetak}


@pytest.fixture
def disahkan(tersusun):
    """The sample year whose first quarter is sealed."""
    sunting(tersusun.output(TW1) / DRAF)
    hasil = sahkan(tersusun, TW1, Permintaan(oleh="Kepala Dinas"))
    assert (kode(hasil), hasil.sah.arsip) == ([], "workbooks/2025/arsip/TW1-01")
    return tersusun


# --- what is sealed ---


def test_the_latest_draft_is_sealed_as_it_was_edited_but_for_the_word_behind_its_text(tersusun):
    draf = tersusun.output(TW1) / DRAF
    sunting(draf)
    semula = zipfile.ZipFile(draf)
    assert any(b'string="DRAF"' in semula.read(nama) for nama in semula.namelist())
    hasil = sahkan(tersusun, TW1, Permintaan())
    jadi = zipfile.ZipFile(dokumen_sah(hasil))
    dasar = {nama for nama in semula.namelist() if nama.startswith("customXml/")}
    assert dasar
    berubah = {nama for nama in jadi.namelist() if semula.read(nama) != jadi.read(nama)}
    tanda = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert all(re.fullmatch(r"word/header\d*\.xml", nama) for nama in berubah - tanda)
    assert berubah - tanda
    assert b"_Lakip" not in jadi.read("word/document.xml")
    assert not any(b'string="DRAF"' in jadi.read(nama) for nama in jadi.namelist())
    assert SUNTINGAN in [p.text for p in docx.Document(str(dokumen_sah(hasil))).paragraphs]
    assert set(jadi.namelist()) == set(semula.namelist()) - dasar


def test_the_archive_holds_all_the_report_stands_on_and_nothing_of_this_computer(disahkan):
    arsip = disahkan.root / "workbooks/2025/arsip/TW1-01"
    nama = {berkas.relative_to(arsip / "data").as_posix() for berkas in (arsip / "data").rglob("*") if berkas.is_file()}
    assert {
        "daftar-arsip.html",
        "laporan-kinerja-2025-TW1.docx",
        "workbooks/2025/induk.xlsx",
        f"workbooks/2025/TW1/formulir-{UNIT.lower()}-2025-TW1.xlsx",
        "workbooks/2025/jejak/TW1.jsonl",
        "workbooks/2025/jejak/TW1-angka.json",
        "templates/laporan-triwulan.docx",
        "output/2025/TW1/rekap.xlsx",
    } <= nama
    assert not [satu for satu in nama if "draf" in satu or "pesan" in satu or "hasil-periksa" in satu]
    subprocess.run(["sha256sum", "-c", "--strict", "--quiet", "manifest-sha256.txt"], cwd=arsip, check=True)
    teks = [berkas.read_text() for berkas in (*arsip.glob("*.txt"), arsip / "data" / "daftar-arsip.html")]
    assert not any(str(disahkan.root) in satu for satu in teks)
    assert verify(arsip).key == verify(arsip.with_name("TW1-01.zip")).key


def test_a_period_is_sealed_once_and_is_left_alone_from_then_on(disahkan, capsys):
    for perintah in (
        ("susun", "2025-TW1"),
        ("sahkan", "2025-TW1"),
        ("bagikan", "2025-TW1"),
        ("catat", "2025-TW1", "terima", "--unit", UNIT, "alasan"),
        ("catat", "2025-TW1", "1"),
        ("catat", "2025-TW1", "--batal", "1"),
    ):
        assert jalan(disahkan, *perintah) == 6, perintah
        assert "Triwulan I Tahun 2025 sudah disahkan" in capsys.readouterr().err
    assert jalan(disahkan, "catat", "2025-TW1") == 0


@pytest.mark.lengkap
def test_the_seal_is_told_to_people_and_to_scripts(disahkan, capsys):
    assert jalan(disahkan, "status", "2025-TW1") == 0
    assert "oleh Kepala Dinas; arsip workbooks/2025/arsip/TW1-01" in capsys.readouterr().out
    assert jalan(disahkan, "status", "2025-TW1", "--json") == 0
    sah = json.loads(capsys.readouterr().out)["sah"]
    assert (sah["oleh"], sah["utuh"], sah["alasan"]) == ("Kepala Dinas", True, None)


# --- what stands against it ---


def tanpa_formulir(ruang):
    formulir(ruang, UNIT).unlink()
    susun(ruang, TW1)


def bergalat(ruang):
    isi(formulir(ruang, UNIT), "Indikator", "I1.3", "Realisasi triwulan", "1.100")
    susun(ruang, TW1)


def suntingan_lama(ruang):
    sunting(ruang.output(TW1) / DRAF)
    isi(formulir(ruang, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Survei diulang.")
    susun(ruang, TW1)
    sunting(ruang.output(TW1) / DRAF, lambda dokumen: dokumen.add_paragraph("Disunting lagi sesudahnya."))


def komentar(ruang):
    def pengubah(dokumen):
        paragraf = dokumen.add_paragraph("Angka ini")
        dokumen.add_comment(paragraf.runs, text="Dari mana?", author="Kepala")

    sunting(ruang.output(TW1) / DRAF, pengubah)


def terlacak(ruang):
    def pengubah(dokumen):
        tambahan = f'<w:ins {nsdecls("w")} w:id="1" w:author="K"><w:r><w:t>kata</w:t></w:r></w:ins>'
        dokumen.paragraphs[-1]._p.append(parse_xml(tambahan))

    sunting(ruang.output(TW1) / DRAF, pengubah)


@pytest.mark.one_in(5)
@pytest.mark.parametrize(
    ("sebab", "halangan"),
    [
        (suntingan_lama, ["sah-suntingan-tertinggal"]),
        (tanpa_formulir, ["sah-formulir-kurang"]),
        (komentar, ["sah-komentar"]),
        (bergalat, ["sah-galat"]),
        (terlacak, ["sah-perubahan-terlacak"]),
    ],
    ids=["edits left behind", "missing form", "open comment", "galat", "tracked change"],
)
def test_what_stands_against_a_seal_refuses_it_unless_a_reason_is_given(tersusun, capsys, sebab, halangan):
    sebab(tersusun)
    assert jalan(tersusun, "sahkan", "2025-TW1", "--json") == 1
    ditolak = json.loads(capsys.readouterr().out)
    assert (ditolak["sah"], [t["kode"] for t in ditolak["temuan"]]) == (False, halangan)
    assert ditolak["dikesampingkan"] == []
    assert all(t["perbaikan"] for t in ditolak["temuan"])
    assert not tersusun.archives(TW1).exists()
    assert jalan(tersusun, "sahkan", "2025-TW1", "--alasan", "Diminta Bupati hari ini", "--json") == 0
    disahkan = json.loads(capsys.readouterr().out)
    assert [t["kode"] for t in disahkan["dikesampingkan"]] == halangan
    assert not {t["kode"] for t in disahkan["temuan"]} & set(halangan)
    daftar = (tersusun.archives(TW1) / "TW1-01/data/daftar-arsip.html").read_text(encoding="utf-8")
    assert "Diminta Bupati hari ini" in daftar


def test_what_a_reason_overrides_is_told_without_asking_for_the_reason(capsys):
    berkas = Asal("output/2025-TW1/draf.docx")
    print_overridden("Diminta Bupati", (temuan("sah-komentar", berkas, banyak=1, nilai="Cek angka"),))
    tercetak = capsys.readouterr().out
    assert "  alasan     Diminta Bupati\nDisahkan walaupun:\n  - output/2025-TW1/draf.docx: Draf ini" in tercetak
    assert [kata for kata in ("galat", "--alasan") if kata in tercetak] == []
    print_overridden("", ())
    assert capsys.readouterr().out == ""


@pytest.mark.one_in(4)
@pytest.mark.parametrize("sebab", ["berkas berubah", "draf dihapus", "belum disusun", "draf rusak"])
def test_no_reason_helps_where_there_is_nothing_to_seal(tersusun, sebab):
    periode, draf = TW1, tersusun.output(TW1) / DRAF
    if sebab == "berkas berubah":
        formulir(tersusun, UNIT).unlink()
    elif sebab == "draf dihapus":
        (tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-02.docx").write_bytes(draf.read_bytes())
        draf.unlink()
    elif sebab == "draf rusak":
        draf.write_bytes(b"bukan Word")
    else:
        periode = TW2
    hasil = sahkan(tersusun, periode, Permintaan(alasan="Tetap saja"))
    harap = {"belum disusun": "sah-tanpa-draf", "draf rusak": "sah-draf-rusak"}.get(sebab, "sah-belum-disusun")
    assert (hasil.sah, harap in kode(hasil)) == (None, True)


@pytest.mark.lengkap
def test_a_reason_that_was_not_needed_is_not_kept(tersusun):
    assert sahkan(tersusun, TW1, Permintaan(alasan="Jaga-jaga")).sah.alasan == ""


# --- on the way of an SOP ---


@pytest.fixture
def pmk(contoh):
    contoh.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), "pmk-way-kanan", 2025)))
    susun(contoh, TW1)
    return contoh


def langkah(ruang, tanda):
    papan = susun_papan(ruang, TW1, saat_ini().date())
    return next(satu for satu in papan.daftar_langkah if satu.langkah.tanda == tanda)


@pytest.mark.lengkap
def test_the_decision_comes_before_the_seal_and_the_seal_is_the_last_step(pmk):
    assert kode(sahkan(pmk, TW1, Permintaan())) == ["sah-langkah-belum"]
    assert jalan(pmk, "catat", "2025-TW1", "10", "setuju") == 0
    assert langkah(pmk, "11").tunggu == tindakan("sahkan 2025-TW1")
    hasil = sahkan(pmk, TW1, Permintaan())
    assert (langkah(pmk, "11").cara.value, langkah(pmk, "11").berkas) == ("terbukti", (hasil.sah.arsip,))
    for berkas in pmk.output(TW1).glob("*.*"):
        berkas.unlink()  # people empty it; the archive has all of it
    assert [langkah(pmk, no).cara.value for no in ("7", "8", "10", "11")] == [
        "terbukti",
        "terbukti",
        "tercatat",
        "terbukti",
    ]
    (hasil.arsip / "data" / "workbooks" / "2025" / "induk.xlsx").write_bytes(b"lain")
    assert langkah(pmk, "11").tunggu == tindakan("periksa workbooks/2025/arsip/TW1-01")


@pytest.mark.lengkap
def test_a_refusal_and_a_stale_decision_stand_against_a_seal(pmk):
    assert jalan(pmk, "catat", "2025-TW1", "10", "tidak", "--unit", UNIT, "Lengkapi penyebabnya") == 0
    susun(pmk, TW1)
    assert kode(sahkan(pmk, TW1, Permintaan())) == ["sah-dikembalikan", "sah-dikembalikan"]
    isi(formulir(pmk, UNIT), "Pengesahan", "catatan", "Isi", "Penyebabnya sudah dilengkapi")
    susun(pmk, TW1)
    assert kode(sahkan(pmk, TW1, Permintaan())) == ["sah-putusan-basi"]


@pytest.mark.lengkap
def test_the_head_of_a_unit_has_to_validate_before_a_seal(contoh):
    contoh.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), "bpkad-way-kanan", 2025)))
    isi(formulir(contoh, UNIT), "Pengesahan", "disetujui", "Isi", None)
    susun(contoh, TW1)
    hasil = sahkan(contoh, TW1, Permintaan())
    assert [satu.nilai for satu in hasil.daftar_halangan if satu.kode == "sah-langkah-belum"] == ["B7"]


# --- later periods, later forms ---


@pytest.mark.lengkap
def test_later_periods_read_what_was_sealed_and_late_forms_are_told(disahkan):
    sebelum = susun(disahkan, S1).ringkasan
    isi(formulir(disahkan, UNIT), "Indikator", "I1.1", "Realisasi triwulan", 12.5)
    formulir(disahkan, "SEKRETARIAT").unlink()
    sesudah = susun(disahkan, S1).ringkasan
    assert sesudah["indikator"] == sebelum["indikator"]
    assert [t["kode"] for t in sesudah["temuan"]] == ["kiriman-sesudah-sah"]
    assert [satu["status"] for satu in sesudah["unit"]] == ["diterima"] * len(sesudah["unit"])


@pytest.mark.lengkap
def test_a_buku_induk_that_gives_another_sealed_figure_is_told_with_both(disahkan):
    def pengubah(buku):
        ws = buku["Indikator"]
        judul = {
            str(sel.value).strip(" *"): sel.column for baris in ws.iter_rows(max_row=4) for sel in baris if sel.value
        }
        ws.cell(5, judul["Target TW I"]).value = 55

    ubah(disahkan.induk(2025), pengubah)
    temuan = [t for t in susun(disahkan, TW2).ringkasan["temuan"] if t["kode"] == "angka-sah-berbeda"]
    assert len(temuan) == 1
    assert "I1.1 target TW I 82, kini 55" in temuan[0]["pesan"]


@pytest.mark.lengkap
def test_an_archive_that_was_changed_is_told_and_the_inbox_is_read_again(disahkan):
    arsip = disahkan.root / "workbooks/2025/arsip/TW1-01"
    (arsip / "data" / "templates" / "laporan-tahunan.docx").write_bytes(b"lain")
    papan = susun_papan(disahkan, TW1, saat_ini().date())
    assert "arsip-tidak-utuh" in [satu.kode for satu in papan.semua_temuan]
    assert ringkas_status(papan) == {"diterima"}


def ringkas_status(papan):
    return {satu.status.value for satu in papan.rekap.daftar_status}


def test_events_that_were_cut_after_the_seal_are_told(disahkan):
    berkas = disahkan.events(TW1)
    baris = berkas.read_text().splitlines(keepends=True)
    berkas.write_text("".join([baris[0], *baris[2:]]))
    papan = susun_papan(disahkan, TW1, saat_ini().date())
    assert {"jejak-lain-dari-arsip"} <= {satu.kode for satu in papan.semua_temuan}
    berkas.write_text("".join(baris[:-1]))  # the seal itself is gone: no chain tells, the archive does
    papan = susun_papan(disahkan, TW1, saat_ini().date())
    assert (papan.sah, [satu.kode for satu in papan.daftar_temuan]) == (None, ["arsip-tanpa-catatan"])


def test_an_archive_is_verified_on_the_command_line_as_folder_and_as_zip(disahkan, capsys):
    arsip = disahkan.root / "workbooks/2025/arsip/TW1-01"
    for letak in (arsip, arsip.with_name("TW1-01.zip")):
        assert jalan(disahkan, "periksa", str(letak)) == 0
        assert "arsip yang disahkan menurut catatan kejadian" in capsys.readouterr().out
    laporan = arsip / "data" / "laporan-kinerja-2025-TW1.docx"
    isi_lama = bytearray(laporan.read_bytes())
    isi_lama[100] ^= 1
    laporan.write_bytes(bytes(isi_lama))
    assert jalan(disahkan, "periksa", str(arsip), "--json") == 1
    hasil = json.loads(capsys.readouterr().out)
    assert (hasil["utuh"], hasil["berubah"], hasil["hilang"], hasil["lebih"]) == (
        False,
        ["data/laporan-kinerja-2025-TW1.docx"],
        [],
        [],
    )
    assert hasil["temuan"][0]["perbaikan"]


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_with_libreoffice_the_report_is_kept_as_pdf_a_and_all_papers_as_one(tersusun):
    hasil = sahkan(tersusun, TW1, Permintaan())
    isi_pdf = dokumen_sah(hasil).with_suffix(".pdf").read_bytes()
    assert isi_pdf.startswith(b"%PDF-")
    assert b"pdfaid:part" in isi_pdf
    assert (hasil.arsip / "data" / "cetak.pdf").is_file()
    assert verify(hasil.arsip).whole


@pytest.mark.lengkap
def test_a_conflict_copy_of_the_events_stands_against_a_seal(tersusun):
    berkas = tersusun.events(TW1)
    berkas.with_name("TW1 (conflicted copy 2025-04-11).jsonl").write_bytes(berkas.read_bytes())
    assert "sah-galat" in kode(sahkan(tersusun, TW1, Permintaan()))


# --- opening ---


@pytest.mark.lengkap
def test_only_the_top_is_opened_and_its_archive_stays(disahkan, capsys):
    assert sahkan(disahkan, TAHUN, Permintaan()).sah
    assert jalan(disahkan, "buka", "2025-TW1", "--alasan", "salah target") == 6
    assert "Tahun 2025 sudah disahkan" in capsys.readouterr().err
    assert jalan(disahkan, "buka", "2025") == 2
    assert "Alasannya belum ditulis" in capsys.readouterr().err
    assert jalan(disahkan, "buka", "2025-S1", "--alasan", "x") == 2
    assert "belum disahkan, jadi tidak perlu dibuka" in capsys.readouterr().err
    assert jalan(disahkan, "buka", "2025", "--alasan", "salah target", "--json") == 0
    assert json.loads(capsys.readouterr().out)["arsip"] == "workbooks/2025/arsip/tahun-01"
    assert buka(disahkan, TW1, "salah target").arsip == "workbooks/2025/arsip/TW1-01"
    isi(formulir(disahkan, UNIT), "Indikator", "I1.1", "Realisasi triwulan", 12.5)
    susun(disahkan, TW1)
    hasil = sahkan(disahkan, TW1, Permintaan(alasan="dipakai"))
    assert (hasil.sah.arsip, verify(disahkan.archives(TW1) / "TW1-01").whole) == ("workbooks/2025/arsip/TW1-02", True)
