"""`susun 2025-B03`: the recap of a month out of the forms of its quarter, as far as they are filled."""

import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

import openpyxl

from bantu_ruang import formulir, isi
from lakip_gen.alur.bulan import susun_bulan
from lakip_gen.domain.bulan import Bulan
from lakip_gen.door.cli import run_command

MARET = Bulan(2025, 3)


def jalankan(ruang, *kata):
    """Run a command in a working folder and return its exit code and all that it said."""
    with redirect_stdout(StringIO()) as layar, redirect_stderr(layar):
        kode = run_command([*kata, "--ruang", str(ruang.root)])
    return kode, layar.getvalue()


def teks_rekap(ruang):
    buku = openpyxl.load_workbook(ruang.output(MARET) / "rekap.xlsx")
    return {ws.title: " ".join(str(s.value) for b in ws.iter_rows() for s in b if s.value) for ws in buku}


def test_a_month_is_recapped_from_all_units_and_a_second_run_has_nothing_to_do(contoh):
    kode, kata = jalankan(contoh, "susun", "2025-B03", "--json")
    hasil = json.loads(kata)
    assert (kode, hasil["periode"], hasil["nama"], hasil["triwulan"]) == (0, "2025-B03", "Maret 2025", "2025-TW1")
    assert {satu["status"] for satu in hasil["unit"]} == {"diterima"}
    assert hasil["unit"][0]["kegiatan"] == "Survei kepuasan pegawai dan rapat pemantauan kedua."
    assert hasil["keluaran"][0] == "output/2025/B03/rekap-progres-2025-B03-draf-01.docx"
    assert list(teks_rekap(contoh)) == ["Progres Bulanan", "Kelengkapan"]
    assert "tidak ada perubahan" in jalankan(contoh, "susun", "Maret 2025")[1]


def test_a_form_that_waits_for_its_figures_tells_its_months_already(contoh):
    berkas = formulir(contoh, "SEKRETARIAT")
    isi(berkas, "Indikator", "I1.2", "Pembilang", "belum ada")
    isi(berkas, "Pengesahan", "disetujui", "Isi", None)
    formulir(contoh, "BIDANG-IKP").unlink()
    kode, kata = jalankan(contoh, "susun", "2025-B03")
    assert (kode, "5 dari 6 unit melaporkan bulan ini" in kata) == (0, True)
    assert "Survei kepuasan pegawai" in teks_rekap(contoh)["Progres Bulanan"]
    assert "[belum dilaporkan]" in teks_rekap(contoh)["Progres Bulanan"]


def test_an_edited_recap_stays_and_the_next_one_is_numbered(contoh):
    pertama = susun_bulan(contoh, MARET).draf
    pertama.write_bytes(pertama.read_bytes() + b"\0")
    disunting = pertama.read_bytes()
    isi(formulir(contoh, "SEKRETARIAT"), "Progres Bulanan", "03", "Hasil", "Diubah.")
    hasil = susun_bulan(contoh, MARET)
    assert (hasil.draf.name, pertama.read_bytes()) == ("rekap-progres-2025-B03-draf-02.docx", disunting)
    assert hasil.daftar_disunting == (pertama,)


def test_without_its_template_the_workbook_is_written_and_the_template_is_told(contoh):
    (contoh.templates / "rekap-bulanan.docx").unlink()
    kode, kata = jalankan(contoh, "susun", "2025-B03")
    assert (kode, "rekap-bulanan.docx" in kata) == (3, True)
    assert (contoh.output(MARET) / "rekap.xlsx").is_file()


def test_an_unfit_buku_induk_is_told_and_nothing_is_written(contoh):
    contoh.induk(2025).unlink()
    hasil = susun_bulan(contoh, MARET)
    assert (hasil.sah, hasil.ringkasan["periode"], contoh.output(MARET).exists()) == (False, "2025-B03", False)


def test_forms_are_not_handed_out_by_the_month(contoh):
    assert jalankan(contoh, "bagikan", "2025-B03")[0] == 2
