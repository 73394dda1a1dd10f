"""The planner's own templates: listed, checked, tried, used by name, and never changed by the program."""

from __future__ import annotations

import io
import json
import os
import socket
import tempfile
from functools import cache

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.mulai import mulai
from lakip_gen.alur.susun import susun
from lakip_gen.alur.templat import pilih_templat
from lakip_gen.alur.templat_contoh import contohkan, laporan_contoh, tulis_daftar_variabel
from lakip_gen.alur.templat_periksa import folder_templat, periksa_semua
from lakip_gen.domain.periode import Periode, setahun
from lakip_gen.door.cli import run_command
from lakip_gen.laporan.kamus import daftar_saringan, daftar_variabel
from lakip_gen.laporan.layak import BANYAK, JANGGAL, kosongkan, perbesar
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.storage.outputs import Outputs
from lakip_gen.templat_bawaan import gambar_bawaan, kertas_bawaan, templat_bawaan
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.tags.filters import NEEDLESS
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

TW1 = Periode.parse("2025-TW1")


@cache
def tahunan():
    return laporan_contoh(setahun(2025))


A3 = (42.0, 29.7)
"""The paper of formulir E.81, whatever the rest is printed on."""


def tulis(ruang, nama, *daftar_paragraf):
    """Write a template of a few paragraphs and return where it lies."""
    dokumen = docx.Document()
    for teks in daftar_paragraf:
        dokumen.add_paragraph(teks)
    berkas = ruang.templates / nama
    berkas.parent.mkdir(parents=True, exist_ok=True)
    dokumen.save(str(berkas))
    return berkas


def teks(berkas):
    return "\n".join(node.text or "" for node in docx.Document(str(berkas)).element.body.iter(qn("w:t")))


def kode(hasil):
    return [satu.kode for satu in hasil.daftar_temuan]


def perintah(ruang, *kata):
    return run_command([*kata, "--ruang", str(ruang.root)])


# --- the list of variables ---


@pytest.mark.lengkap
def test_the_list_of_variables_has_tag_meaning_kind_and_sample_of_each(contoh):
    hasil = tulis_daftar_variabel(contoh)
    assert hasil.daftar_keluaran == (contoh.root / "output" / "daftar-variabel.xlsx",)
    buku = openpyxl.load_workbook(hasil.daftar_keluaran[0])
    assert buku.sheetnames == ["Variabel", "Bentuk tag", "Filter"]
    baris = {b[0]: b for b in buku["Variabel"].iter_rows(values_only=True) if b[0]}
    assert baris["{{ instansi.nama }}"][2:] == ("Nama instansi", "teks", "Dinas Komunikasi dan Informatika")
    assert baris["{{ indikator.capaian }}"][1].splitlines() == [
        "{%tr for sasaran in daftar_sasaran %}",
        "{%tr for indikator in sasaran.daftar_indikator %}",
    ]
    assert {satu.tag for satu in daftar_variabel(tahunan())} <= set(baris)
    assert buku["Filter"].max_row > len(daftar_saringan())


@pytest.mark.lengkap
def test_the_list_is_the_same_bytes_every_time_and_a_note_in_it_is_not_lost(contoh):
    berkas = tulis_daftar_variabel(contoh).daftar_keluaran[0]
    pertama = berkas.read_bytes()
    assert tulis_daftar_variabel(contoh).daftar_keluaran == (berkas,)
    assert berkas.read_bytes() == pertama
    buku = openpyxl.load_workbook(berkas)
    buku.active["H1"] = "catatan saya"
    buku.save(berkas)
    baru = tulis_daftar_variabel(contoh).daftar_keluaran[0]
    assert baru.name == "daftar-variabel_baru.xlsx"
    assert openpyxl.load_workbook(berkas).active["H1"].value == "catatan saya"


def tag_penutup(pembuka):
    """Return the tag that closes one; nothing for one that prints."""
    aras, _, kata = pembuka.removeprefix("{%").partition(" ")
    return f"{{%{aras} end{kata.split()[0]} %}}" if pembuka.startswith("{%") else ""


def dengan_tag(dokumen, variabel):
    """Put one variable in its loops into a document, as a planner would type it."""
    for tag in variabel.daftar_putaran:
        dokumen.add_paragraph(tag.replace("{%tr", "{%p"))
    pembuka = variabel.tag.replace("{%tr", "{%p")
    if pembuka.startswith("{% if"):
        dokumen.add_paragraph(f"{pembuka}ya{tag_penutup(pembuka)}")
    else:
        dokumen.add_paragraph(pembuka)
        if penutup := tag_penutup(pembuka):
            dokumen.add_paragraph(penutup)
    for tag in reversed(variabel.daftar_putaran):
        dokumen.add_paragraph("{%p endif %}" if " if " in tag else "{%p endfor %}")


@pytest.mark.lengkap
def test_every_listed_tag_works_in_its_loops():
    laporan, aliran = tahunan(), io.BytesIO()
    dokumen = docx.Document()
    for variabel in daftar_variabel(laporan):
        dengan_tag(dokumen, variabel)
    dokumen.save(aliran)
    templat, _ = open_template(aliran.getvalue(), "a.docx")
    assert check_template(templat, LaporanPandangan) == ()
    isi, daftar_temuan = render(templat, laporan)
    assert isi is not None
    assert daftar_temuan == ()


@pytest.mark.one_in(4)
@pytest.mark.parametrize("saringan", daftar_saringan(), ids=lambda satu: satu.nama)
def test_every_example_of_a_filter_works(saringan):
    dokumen = docx.Document()
    dokumen.add_paragraph(saringan.contoh)
    aliran = io.BytesIO()
    dokumen.save(aliran)
    templat, _ = open_template(aliran.getvalue(), "a.docx")
    tidak_perlu = ("templat-filter-tak-perlu",) if saringan.nama in NEEDLESS else ()
    assert tuple(satu.kode for satu in check_template(templat, LaporanPandangan)) == tidak_perlu
    assert render(templat, tahunan())[0] is not None


# --- checking ---


def test_the_templates_of_a_new_folder_have_no_finding(contoh, capsys):
    assert perintah(contoh, "templat", "periksa") == 0
    assert capsys.readouterr().out.count("tanpa temuan") == len(templat_bawaan()) + len(kertas_bawaan())
    assert not folder_templat(contoh).exists()


def test_all_faults_of_all_templates_are_told_at_once_with_an_annotated_copy(contoh, capsys):
    berkas = tulis(contoh, "punya saya.docx", "{{ instansi.nma }}", "{{ tanggal", "{%p if tanggal %}")
    lain = tulis(contoh, "lain.docx", "{{ jdul }}")
    sebelum = {b: b.read_bytes() for b in contoh.templates.glob("*.docx")}
    assert perintah(contoh, "templat", "periksa") == 3
    keluar = capsys.readouterr().out
    assert keluar.count("galat ") == 4
    assert "templates/punya saya.docx · isi dokumen, paragraf 1" in keluar
    assert {b.name for b in folder_templat(contoh).glob("*.docx")} == {
        "punya saya-diperiksa.docx",
        "lain-diperiksa.docx",
    }
    assert len(docx.Document(str(folder_templat(contoh) / "punya saya-diperiksa.docx")).comments) == 3
    assert {b: b.read_bytes() for b in contoh.templates.glob("*.docx")} == sebelum
    assert {berkas, lain} < set(sebelum)


def test_one_template_is_checked_by_its_path_or_its_name(contoh, tmp_path, capsys):
    tulis(contoh, "punya.docx", "{{ jdul }}")
    assert perintah(contoh, "templat", "periksa", "laporan-tahunan") == 0
    assert perintah(contoh, "templat", "periksa", "PUNYA.docx") == 3
    luar = tmp_path / "dari surel.docx"
    luar.write_bytes((contoh.templates / "punya.docx").read_bytes())
    capsys.readouterr()
    assert perintah(contoh, "templat", "periksa", str(luar)) == 3
    assert "dari surel.docx · isi dokumen" in capsys.readouterr().out
    assert (folder_templat(contoh) / "dari surel-diperiksa.docx").is_file()
    assert perintah(contoh, "templat", "periksa", "tidak-ada") == 2


@pytest.mark.lengkap
def test_a_mended_template_loses_its_copy_unless_somebody_wrote_in_it(contoh):
    tulis(contoh, "satu.docx", "{{ jdul }}")
    tulis(contoh, "dua.docx", "{{ jdul }}")
    periksa_semua(contoh)
    salinan = folder_templat(contoh) / "dua-diperiksa.docx"
    dokumen = docx.Document(str(salinan))
    dokumen.add_paragraph("catatan")
    dokumen.save(str(salinan))
    tulis(contoh, "satu.docx", "{{ tanggal }}")
    tulis(contoh, "dua.docx", "{{ tanggal }}")
    assert periksa_semua(contoh).sah
    assert [b.name for b in folder_templat(contoh).glob("*.docx")] == ["dua-diperiksa.docx"]


def test_a_file_that_is_no_word_document_is_told_without_a_copy(contoh):
    (contoh.templates / "rusak.docx").write_bytes(b"%PDF-1.7")
    hasil = periksa_semua(contoh)
    assert kode(hasil) == ["berkas-pdf"]
    assert hasil.daftar_keluaran == ()
    assert not hasil.sah


def test_owner_files_of_word_are_passed_over(contoh):
    (contoh.templates / "~$laporan-tahunan.docx").write_bytes(b"\x05milik")
    assert periksa_semua(contoh).daftar_temuan == ()


def test_a_folder_without_templates_says_how_to_get_some(tmp_path, capsys):
    from lakip_gen.storage.workspace import Workspace

    (tmp_path / "workbooks").mkdir()
    assert perintah(Workspace(tmp_path), "templat", "periksa") == 3
    assert "lakip-gen mulai" in capsys.readouterr().out
    assert perintah(Workspace(tmp_path), "templat", "contoh") == 3


def test_findings_can_be_read_by_scripts(contoh, capsys):
    tulis(contoh, "punya.docx", "{{ jdul }}")
    assert perintah(contoh, "templat", "periksa", "punya", "--json") == 3
    isi = json.loads(capsys.readouterr().out)
    assert isi["templat"] == ["templates/punya.docx"]
    assert [satu["kode"] for satu in isi["temuan"]] == ["templat-nama-tak-dikenal"]
    assert isi["keluaran"] == ["output/templat/punya-diperiksa.docx"]


@pytest.mark.lengkap
def test_faults_of_a_sub_template_are_told_in_a_copy_of_its_own(contoh):
    tulis(contoh, "bagian/kop.docx", "{{ jdul }}")
    tulis(contoh, "punya.docx", '{%p include "kop.docx" %}')
    hasil = periksa_semua(contoh)
    assert [satu.asal.berkas for satu in hasil.daftar_temuan] == ["templates/bagian/kop.docx"]
    assert [b.name for b in hasil.daftar_keluaran] == ["bagian-kop-diperiksa.docx"]


# --- trying ---


@pytest.mark.lengkap
def test_a_template_is_tried_with_sample_empty_and_large_reports(contoh, capsys):
    assert perintah(contoh, "templat", "contoh", "laporan-triwulan") == 0
    assert capsys.readouterr().out.count("ditulis") == 3
    jadi = {n: teks(folder_templat(contoh) / f"laporan-triwulan-{n}.docx") for n in ("contoh", "kosong", "besar")}
    assert "Dinas Komunikasi dan Informatika" in jadi["contoh"]
    assert "Belum ada" in jadi["kosong"]
    assert JANGGAL in jadi["besar"]


def test_what_only_empty_lists_bring_to_light_is_told(contoh):
    berkas = tulis(contoh, "punya.docx", "{{ daftar_sasaran[0].nama }}")
    hasil = contohkan(contoh, berkas)
    assert kode(hasil) == ["templat-nilai-tak-ada"]
    assert hasil.daftar_gagal == ("punya-kosong.docx",)
    assert len(hasil.daftar_keluaran) == 2
    assert perintah(contoh, "templat", "contoh", "punya") == 3


def test_a_faulty_template_is_not_tried(contoh):
    hasil = contohkan(contoh, tulis(contoh, "punya.docx", "{{ jdul }}"))
    assert (kode(hasil), hasil.daftar_keluaran) == (["templat-nama-tak-dikenal"], ())


def test_the_empty_report_has_no_rows_and_the_large_one_has_sixty():
    assert kosongkan(tahunan()).daftar_sasaran == ()
    assert kosongkan(tahunan()).narasi.gambaran_umum == ()
    besar = perbesar(tahunan())
    assert len(besar.daftar_sasaran) == len(besar.daftar_sasaran[0].daftar_indikator) == BANYAK
    assert len(besar.daftar_anggaran) >= BANYAK
    assert JANGGAL in besar.daftar_sasaran[0].nama
    assert kosongkan(tahunan()).instansi == tahunan().instansi
    assert kosongkan(tahunan()).periode.daftar_triwulan == tahunan().periode.daftar_triwulan


@pytest.mark.parametrize("nama", templat_bawaan())
def test_every_default_template_can_be_tried_with_a_report_that_has_nothing_in_its_lists(nama):
    templat, _ = open_template(templat_bawaan()[nama], nama, Library(pictures=gambar_bawaan()))
    _, daftar_temuan = render(templat, kosongkan(tahunan()))
    assert [satu.kode for satu in daftar_temuan] == []


# --- use ---


def test_a_planners_own_template_is_used_by_name_and_its_drafts_say_so(contoh):
    tulis(contoh, "Ringkas Bupati.docx", "{{ instansi.nama }}, {{ periode.nama }}")
    hasil = susun(contoh, TW1, nama_templat="ringkas bupati")
    assert hasil.daftar_keluaran[0].name == "laporan-kinerja-2025-TW1-ringkas-bupati-draf-01.docx"
    assert "Triwulan I Tahun 2025" in teks(hasil.daftar_keluaran[0])
    assert not susun(contoh, TW1, nama_templat="Ringkas Bupati.docx").berubah


@pytest.mark.lengkap
def test_drafts_of_several_templates_live_side_by_side(contoh):
    tulis(contoh, "ringkas.docx", "{{ instansi.nama }}")
    biasa = susun(contoh, TW1).daftar_keluaran[0]
    suntingan = biasa.read_bytes() + b" "
    biasa.write_bytes(suntingan)
    ringkas = susun(contoh, TW1, nama_templat="ringkas").daftar_keluaran[0]
    isi = ringkas.read_bytes()
    assert susun(contoh, TW1).daftar_keluaran[0].name == "laporan-kinerja-2025-TW1-draf-02.docx"
    assert biasa.read_bytes() == suntingan
    assert ringkas.read_bytes() == isi


@pytest.mark.lengkap
def test_the_pdf_of_another_templates_draft_stays_and_that_of_a_new_text_goes(contoh):
    tulis(contoh, "ringkas.docx", "{{ instansi.nama }}")
    draf = susun(contoh, TW1).daftar_keluaran[0]
    keluaran = Outputs(contoh.output(TW1))
    pdf = draf.with_suffix(".pdf")
    keluaran.add({pdf: b"%PDF-1.7"})
    susun(contoh, TW1, nama_templat="ringkas")
    assert pdf.is_file()
    tulis(contoh, "laporan-triwulan.docx", "{{ periode.nama }}")
    assert susun(contoh, TW1).daftar_keluaran[0] == draf
    assert not pdf.exists()


@pytest.mark.one_in(3)
@pytest.mark.parametrize("nama", ["tidak-ada", "../output/manifest", "/etc/passwd", ""])
def test_an_unknown_name_exits_3_and_says_which_there_are(contoh, capsys, nama):
    tulis(contoh, "ringkas.docx", "x")
    if not nama:
        assert pilih_templat(contoh, TW1, nama)[0] == contoh.templates / "laporan-triwulan.docx"
        return
    assert perintah(contoh, "susun", "2025-TW1", "--templat", nama) == 3
    keluar = capsys.readouterr().out
    assert "laporan-semester, laporan-tahunan, laporan-triwulan, rekap-bulanan, ringkas" in keluar
    assert not list(contoh.output(TW1).glob("*.docx"))


@pytest.mark.lengkap
def test_a_changed_sub_template_or_picture_is_a_change(contoh):
    tulis(contoh, "bagian/kop.docx", "satu")
    tulis(contoh, "punya.docx", '{%p include "kop" %}')
    susun(contoh, TW1, nama_templat="punya")
    assert not susun(contoh, TW1, nama_templat="punya").berubah
    tulis(contoh, "bagian/kop.docx", "dua")
    hasil = susun(contoh, TW1, nama_templat="punya")
    assert teks(hasil.daftar_keluaran[0]).endswith("\ndua")  # below the note for who edits it
    (contoh.templates / "gambar" / "logo.png").write_bytes(b"baru")
    assert susun(contoh, TW1, nama_templat="punya").berubah


def test_a_faulty_template_of_ones_own_exits_3_and_writes_no_draft(contoh):
    tulis(contoh, "punya.docx", "{{ jdul }}")
    assert perintah(contoh, "susun", "2025-TW1", "--templat", "punya") == 3
    assert not list(contoh.output(TW1).glob("*.docx"))


@pytest.mark.one_in(2)
@pytest.mark.parametrize("ada_induk", [True, False])
def test_scripts_are_told_what_is_wrong_with_a_template(contoh, capsys, ada_induk):
    tulis(contoh, "punya.docx", "{{ jdul }}")
    if not ada_induk:
        contoh.induk(2025).unlink()
    assert perintah(contoh, "susun", "2025-TW1", "--templat", "punya", "--json") == 3
    daftar = [temuan["kode"] for temuan in json.loads(capsys.readouterr().out)["temuan"]]
    assert daftar == ["templat-nama-tak-dikenal", *([] if ada_induk else ["induk-hilang"])]


# --- upgrades ---


@pytest.mark.lengkap
@pytest.mark.parametrize(
    "pembaru",
    [lambda ruang: mulai(ruang, 2025), tulis_contoh, lambda ruang: mulai(ruang, 2026)],
    ids=["mulai-lagi", "contoh", "mulai-tahun-berikutnya"],
)
def test_a_newer_program_leaves_templates_alone_that_are_there(contoh, pembaru):
    tulis(contoh, "laporan-triwulan.docx", "diubah perencana")
    (contoh.templates / "laporan-tahunan.docx").unlink()
    sebelum = (contoh.templates / "laporan-triwulan.docx").read_bytes()
    pembaru(contoh)
    assert (contoh.templates / "laporan-triwulan.docx").read_bytes() == sebelum
    assert (contoh.templates / "laporan-tahunan.docx").is_file()


@pytest.mark.lengkap
@pytest.mark.parametrize("kata", [("periksa",), ("contoh", "punya"), ("variabel",)])
def test_no_command_ever_changes_a_template(contoh, kata):
    tulis(contoh, "bagian/kop.docx", "{{ jdul }}")
    tulis(contoh, "punya.docx", "{{ jdul }}", '{%p include "kop.docx" %}')
    sebelum = {b: b.read_bytes() for b in contoh.templates.rglob("*.docx")}
    perintah(contoh, "templat", *kata)
    assert {b: b.read_bytes() for b in contoh.templates.rglob("*.docx")} == sebelum


@pytest.mark.lengkap
@pytest.mark.parametrize(
    ("kertas", "ukuran"), [("A4", {(21.0, 29.7), (29.7, 21.0)}), ("f4", {(21.5, 33.0), (33.0, 21.5)})]
)
def test_a_new_working_folder_has_templates_on_the_paper_that_was_asked_for(tmp_path, kertas, ukuran):
    assert run_command(["mulai", str(tmp_path), "--tahun", "2026", "--kertas", kertas]) == 0
    for berkas in sorted((tmp_path / "templates").glob("*.docx")):
        daftar = docx.Document(str(berkas)).sections
        semua = {(round(satu.page_width.cm, 1), round(satu.page_height.cm, 1)) for satu in daftar}
        assert semua - {A3} <= ukuran
        assert semua & ukuran


@pytest.mark.lengkap
def test_susun_lists_the_faults_of_a_template_in_the_order_of_templat_periksa(contoh, capsys):
    tulis(contoh, "salah.docx", *(f"{{{{ salah{n} }}}}" for n in range(11)), "}}", "{{ jdul")
    daftar_cetak = []
    for kata in (("templat", "periksa", "salah"), ("susun", "2025-TW1", "--templat", "salah")):
        assert perintah(contoh, *kata) == 3
        daftar_cetak.append([baris for baris in capsys.readouterr().out.split("\n") if "templates/salah.docx" in baris])
    dari_periksa, dari_susun = daftar_cetak
    assert len(dari_susun) == 13
    assert dari_susun == dari_periksa


def bertaut(ruang, alamat):
    """Let the quarter's template show a picture that lies at an address."""
    dokumen = docx.Document(str(ruang.templates / "laporan-triwulan.docx"))
    kunci = dokumen.part.relate_to(alamat, RT.IMAGE, is_external=True)
    run = dokumen.add_paragraph().add_run()
    run.add_picture(io.BytesIO(next(iter(gambar_bawaan().values()))))
    gambar = next(run._r.iter(qn("a:blip")))
    del gambar.attrib[qn("r:embed")]
    gambar.set(qn("r:link"), kunci)
    dokumen.save(str(ruang.templates / "laporan-triwulan.docx"))


@pytest.mark.libreoffice
def test_a_template_that_reaches_outside_is_refused_before_it_is_filled_and_nobody_is_asked(contoh, capsys):
    with socket.create_server(("127.0.0.1", 0)) as pendengar:
        bertaut(contoh, f"http://127.0.0.1:{pendengar.getsockname()[1]}/a.png")
        assert perintah(contoh, "susun", "2025-TW1", "--pdf", "--json") == 3
        pendengar.setblocking(False)  # noqa: FBT003 - the socket's own signature
        with pytest.raises(BlockingIOError):
            pendengar.accept()
    ringkasan = json.loads(capsys.readouterr().out)
    (satu,) = [isi for isi in ringkasan["temuan"] if isi["kode"] == "templat-isi-dari-luar"]
    assert "paragraf" in json.dumps(satu)
    assert {"rekap.xlsx", "hasil-periksa.html"} <= {berkas.name for berkas in contoh.output(TW1).iterdir()}
    assert not list(contoh.output(TW1).glob("*.docx"))


TEMPAT = ("templat_buka.open_template", "templat_buka.check_template", "draf.fill", "draf.finish")


@pytest.mark.one_in(5)
@pytest.mark.parametrize(("tempat", "salah"), [*((satu, MemoryError) for satu in TEMPAT), (TEMPAT[0], RecursionError)])
def test_a_fault_of_the_program_in_a_template_costs_the_draft_alone(
    contoh, monkeypatch, capsys, salah, tempat, tmp_path
):
    def pecah(*_isi, **_nama):
        raise salah

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(f"lakip_gen.alur.{tempat}", pecah)
    assert perintah(contoh, "susun", "2025-TW1") == 3
    assert {"rekap.xlsx", "hasil-periksa.html"} <= {berkas.name for berkas in contoh.output(TW1).iterdir()}
    layar = capsys.readouterr()
    assert "laporan-triwulan.docx" in layar.out
    assert "Traceback" not in layar.out + layar.err


@pytest.mark.lengkap
def test_templates_that_fail_while_they_are_checked_or_tried_are_told(contoh, monkeypatch, tmp_path):
    def pecah(*_isi, **_nama):
        raise MemoryError

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("lakip_gen.alur.templat_contoh.render", pecah)
    assert set(kode(contohkan(contoh))) == {"templat-gagal"}
    monkeypatch.setattr("lakip_gen.alur.templat_buka.check_template", pecah)
    assert set(kode(periksa_semua(contoh))) == {"templat-gagal"}


@pytest.mark.parametrize("buat", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
def test_what_only_bears_the_name_of_a_template_is_told_as_what_it_is(contoh, buat):
    (contoh.templates / "laporan-triwulan.docx").unlink()
    buat(contoh.templates / "laporan-triwulan.docx")
    hasil = periksa_semua(contoh)
    assert [(t.kode, t.asal.berkas) for t in hasil.daftar_temuan] == [
        ("berkas-bukan-biasa", "templates/laporan-triwulan.docx")
    ]


@pytest.mark.parametrize(("buat", "sebab"), [(os.mkfifo, "pipa"), (os.mkdir, "folder")], ids=["pipe", "folder"])
def test_what_only_bears_the_name_of_a_picture_is_told_as_what_it_is(contoh, buat, sebab):
    (contoh.pictures / "logo.png").unlink()
    buat(contoh.pictures / "logo.png")
    (satu, *_) = periksa_semua(contoh, contoh.templates / "laporan-triwulan.docx").daftar_temuan
    assert satu.kode == "templat-berkas-tertutup"
    assert sebab in dict(satu.rincian)["alasan"]
