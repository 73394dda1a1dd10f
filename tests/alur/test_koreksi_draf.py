"""What the Sekretaris writes into a draft reaches the units, the list of corrections and the events, and is settled."""

import json

import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from test_naskah_sop import teks

from bantu_ruang import formulir, isi
from lakip_gen.alur.susun import susun
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop

pytestmark = pytest.mark.laporan_pendek

TW1 = triwulan(2025, 1)
UNIT = "BIDANG-IKP"
KOMENTAR = "Dari mana angka ini?"
OLEH = "Sekretaris"


def draf(ruang, nomor=1):
    return ruang.output(TW1) / f"laporan-kinerja-2025-TW1-draf-{nomor:02d}.docx"


def sunting(ruang, ubah, nomor=1):
    dokumen = docx.Document(draf(ruang, nomor))
    ubah(dokumen)
    dokumen.save(draf(ruang, nomor))


def baris_indikator(dokumen):
    """Return a paragraph of the row of an indicator that the unit alone reports."""
    for tabel in dokumen.tables:
        for baris in tabel.rows:
            if baris.cells[0].text == "1.1" and "kepuasan" in baris.cells[1].text:
                return baris.cells[4].paragraphs[0]
    raise AssertionError


def komentari(dokumen):
    dokumen.add_comment(baris_indikator(dokumen).runs, text=KOMENTAR, author=OLEH)


def tambahi(dokumen):
    isi_baru = f'<w:ins {nsdecls("w")} w:id="9" w:author="{OLEH}"><w:r><w:t>Kalimat penutup.</w:t></w:r></w:ins>'
    dokumen.add_paragraph("Akhir")._p.append(parse_xml(isi_baru))


def temuan(hasil):
    return [satu for satu in hasil.ringkasan["temuan"] if satu["kode"] == "koreksi-sekretaris"]


def jalan(ruang, *kata):
    return run_command([*kata, "--ruang", str(ruang.root)])


@pytest.fixture
def tersusun_sop(contoh_utuh):
    contoh_utuh.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), "kominfo-way-kanan", 2025)))
    susun(contoh_utuh, TW1)
    return contoh_utuh


def koreksi(ruang):
    """Return the rows of the list of corrections."""
    dokumen = docx.Document(ruang.papers(TW1) / "hasil-koreksi.docx")
    tabel = next(t for t in dokumen.tables if t.rows[0].cells[0].text == "No")
    return [[sel.text for sel in baris.cells] for baris in tabel.rows[1:] if baris.cells[0].text.strip()]


def test_a_comment_goes_to_the_unit_of_its_indicator_and_makes_no_other_draft(tersusun):
    sunting(tersusun, komentari)
    asli = draf(tersusun).read_bytes()
    hasil = susun(tersusun, TW1)
    (satu,) = temuan(hasil)
    assert (satu["unit"], satu["nilai"]) == (UNIT, KOMENTAR)
    assert "Indeks kepuasan masyarakat" in satu["pesan"]
    assert (draf(tersusun).read_bytes(), draf(tersusun, 2).exists()) == (asli, False)
    assert (hasil.draf, hasil.sah) == (draf(tersusun), True)
    keluaran = tersusun.output(TW1)
    assert KOMENTAR in (keluaran / "pesan-unit.txt").read_text(encoding="utf-8-sig")
    assert KOMENTAR in (keluaran / "hasil-periksa.html").read_text(encoding="utf-8")
    assert (keluaran / "kembali/perbaikan-bidang-ikp-2025-TW1.xlsx").exists()


def test_a_second_run_has_nothing_to_do(tersusun):
    sunting(tersusun, komentari)
    susun(tersusun, TW1)
    assert not susun(tersusun, TW1).berubah


def test_what_is_about_no_indicator_is_told_to_the_planner(tersusun):
    sunting(tersusun, tambahi)
    (satu,) = temuan(susun(tersusun, TW1))
    assert (satu["unit"], satu["nilai"]) == ("", "Tambahkan: “Kalimat penutup.”")


def test_the_form_of_the_unit_counts_all_the_same(tersusun):
    sebelum = susun(tersusun, TW1).ringkasan
    sunting(tersusun, komentari)
    sesudah = susun(tersusun, TW1).ringkasan
    assert sesudah["anggaran"] == sebelum["anggaran"]
    assert [(u["kode"], u["status"]) for u in sesudah["unit"]] == [(u["kode"], u["status"]) for u in sebelum["unit"]]


@pytest.mark.lengkap
def test_the_list_of_corrections_holds_place_words_author_figures_and_state(tersusun_sop):
    sunting(tersusun_sop, lambda dokumen: (komentari(dokumen), tambahi(dokumen)))
    susun(tersusun_sop, TW1)
    satu, dua = koreksi(tersusun_sop)
    assert satu[0] == "1"
    assert "Indeks kepuasan masyarakat" in satu[1]
    assert (satu[2], satu[3]) == ("80,40", KOMENTAR)
    assert satu[4].startswith("tercetak 80,40\nsumber: realisasi 80,40; capaian")
    assert satu[5].startswith(f"{OLEH}\n")
    assert (satu[7], satu[8]) == ("baru", "–")
    assert (dua[3], dua[7]) == ("Tambahkan: “Kalimat penutup.”", "baru")
    assert OLEH not in tersusun_sop.events(TW1).read_text(encoding="utf-8")


@pytest.mark.lengkap
def test_an_answer_by_number_settles_it_in_the_list_and_asks_the_unit_no_more(tersusun_sop, capsys):
    sunting(tersusun_sop, komentari)
    susun(tersusun_sop, TW1)
    assert jalan(tersusun_sop, "catat", "2025-TW1", "koreksi", "1", "Sesuai", "formulir") == 0
    hasil = susun(tersusun_sop, TW1)
    assert temuan(hasil) == []
    assert koreksi(tersusun_sop)[0][7:] == ["selesai", "Sesuai formulir"]
    assert not draf(tersusun_sop, 2).exists()
    assert jalan(tersusun_sop, "catat", "2025-TW1", "koreksi", "2", "Apa") == 2
    assert "Koreksi nomor 2 tidak ada" in capsys.readouterr().err


@pytest.mark.lengkap
def test_a_form_that_says_something_else_settles_the_correction_of_its_indicator(tersusun_sop):
    sunting(tersusun_sop, komentari)
    susun(tersusun_sop, TW1)
    isi(formulir(tersusun_sop, UNIT), "Indikator", "I1.1", "Realisasi triwulan ini", 81)
    hasil = susun(tersusun_sop, TW1)
    assert temuan(hasil) == []
    assert koreksi(tersusun_sop)[0][7:] == ["selesai", "Isian atau kalimatnya sudah diperbarui"]


@pytest.mark.lengkap
def test_a_correction_that_was_taken_out_of_the_draft_stays_in_the_list(tersusun_sop):
    asli = draf(tersusun_sop).read_bytes()
    sunting(tersusun_sop, tambahi)
    susun(tersusun_sop, TW1)
    draf(tersusun_sop).write_bytes(asli)
    sunting(tersusun_sop, lambda dokumen: dokumen.add_paragraph("Kalimat penutup."))
    assert temuan(susun(tersusun_sop, TW1)) == []
    (satu,) = koreksi(tersusun_sop)
    assert (satu[3], satu[7:]) == ("Tambahkan: “Kalimat penutup.”", ["selesai", "Tidak ada lagi di draf"])


def test_a_draft_that_nobody_can_read_is_told_and_stops_nothing(tersusun):
    draf(tersusun).write_bytes(b"bukan dokumen")
    hasil = susun(tersusun, TW1)
    assert "draf-tak-terbaca" in {satu["kode"] for satu in hasil.ringkasan["temuan"]}
    assert draf(tersusun).read_bytes() == b"bukan dokumen"


@pytest.mark.parametrize("kata", [["koreksi"], ["koreksi", "satu", "Apa"], ["koreksi", "1"]], ids=" ".join)
def test_an_answer_needs_number_and_words(contoh, kata, capsys):
    assert jalan(contoh, "catat", "2025-TW1", *kata) == 2
    assert "Tulis nomor koreksi" in capsys.readouterr().err


@pytest.mark.lengkap
def test_the_command_line_names_the_number_of_a_correction_with_its_mend(tersusun, capsys):
    sunting(tersusun, komentari)
    jalan(tersusun, "susun", "2025-TW1", "--json")
    (satu,) = [t for t in json.loads(capsys.readouterr().out)["temuan"] if t["kode"] == "koreksi-sekretaris"]
    assert "sebagai jawaban koreksi nomor 1" in satu["perbaikan"]


def test_papers_say_nothing_of_corrections_where_there_are_none(tersusun_sop):
    assert koreksi(tersusun_sop) == []
    assert KOMENTAR not in teks((tersusun_sop.papers(TW1) / "hasil-koreksi.docx").read_bytes())
