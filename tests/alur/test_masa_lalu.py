"""The past stays: an earlier period says what it said, but for late and corrected forms, which are listed."""

import json
from contextlib import redirect_stdout
from io import StringIO

import openpyxl
import pytest

from bantu_ketik import ketik_butir
from bantu_ruang import formulir, isi, ubah
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode
from lakip_gen.door.cli import run_command
from lakip_gen.storage.writes import digest

pytestmark = pytest.mark.laporan_pendek

TW1, TW2, S1 = (Periode.parse(teks) for teks in ("2025-TW1", "2025-TW2", "2025-S1"))
DRAF = "laporan-kinerja-2025-TW1-draf-01.docx"


def perubahan(hasil):
    return [(satu["indikator"], satu["apa"], satu["dulu"], satu["sekarang"]) for satu in hasil.ringkasan["perubahan"]]


def kode(hasil):
    return [satu["kode"] for satu in hasil.ringkasan["temuan"]]


@pytest.fixture
def lewat(contoh):
    """The sample year whose first quarter was reported before the second."""
    for periode in (TW1, TW2):
        assert perubahan(susun(contoh, periode)) == []
    return contoh


def timpa(ruang, bunyi):
    """Overwrite the wording of the first indicator, as nobody should once it was reported."""

    def pengubah(buku):
        assert buku["Indikator"]["A5"].value == "I1.1"
        buku["Indikator"]["C5"] = bunyi

    ubah(ruang.induk(2025), pengubah)


@pytest.mark.lengkap
def test_a_corrected_form_changes_the_past_and_is_named_with_its_cell(lewat):
    alamat = isi(formulir(lewat, "BIDANG-IKP"), "Indikator", "I1.1", "Realisasi triwulan", 80.9)
    hasil = susun(lewat, TW1)
    assert perubahan(hasil)[0] == ("I1.1", "realisasi TW I", "80.4", "80.9")
    sebab = f"TW1/formulir-bidang-ikp-2025-TW1.xlsx · Indikator · {alamat}"
    assert {satu["sebab"] for satu in hasil.ringkasan["perubahan"]} == {sebab}
    assert "masa-lalu-berubah" not in kode(hasil)
    lembar = openpyxl.load_workbook(lewat.output(TW1) / "rekap.xlsx")["Perubahan"]
    daftar = [[sel.value for sel in baris] for baris in lembar.iter_rows()]
    assert ["I1.1", "realisasi TW I", 80.4, 80.9, sebab] in [baris[:5] for baris in daftar]


@pytest.mark.lengkap
def test_a_later_report_lists_what_of_the_earlier_ones_would_differ_now(lewat):
    isi(formulir(lewat, "BIDANG-IKP"), "Indikator", "I1.1", "Realisasi triwulan", 80.9)
    for _ in range(2):
        assert ("I1.1", "realisasi TW I", "80.4", "80.9") in perubahan(susun(lewat, S1))
        isi(formulir(lewat, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Menurut survei.")


@pytest.mark.lengkap
@pytest.mark.parametrize("kemudian", [(TW2,), ()], ids=["after a later quarter", "in the open quarter"])
def test_a_late_form_is_listed(contoh, kemudian):
    tanpa = formulir(contoh, "BIDANG-IKP")
    bita = tanpa.read_bytes()
    tanpa.unlink()
    for periode in (TW1, *kemudian):
        susun(contoh, periode)
    tanpa.write_bytes(bita)
    assert ("I1.1", "realisasi TW I", None, "80.4") in perubahan(susun(contoh, TW1))


@pytest.mark.lengkap
def test_a_reworded_indicator_does_not_replace_the_draft_that_was_reported(lewat):
    lama = (lewat.output(TW1) / DRAF).read_bytes()
    timpa(lewat, "Indeks yang lain")
    hasil = susun(lewat, TW1)
    assert ("I1.1", "bunyi TW I") in [satu[:2] for satu in perubahan(hasil)]
    assert "induk.xlsx · Indikator · C5" in hasil.ringkasan["perubahan"][0]["sebab"]
    assert "masa-lalu-berubah" in kode(hasil)
    assert (lewat.output(TW1) / DRAF).read_bytes() == lama
    assert hasil.daftar_keluaran[0].name == DRAF.replace("01", "02")
    timpa(lewat, "Indeks yang lain lagi")
    assert susun(lewat, TW1).daftar_keluaran[0].name == DRAF.replace("01", "02")
    assert digest(lama) == json.loads(lewat.figures(TW1).read_text())["draf"]


@pytest.mark.lengkap
def test_a_changed_rule_that_moves_no_figure_does_not_replace_the_draft_that_was_reported_either(lewat):
    lama = (lewat.output(TW1) / DRAF).read_bytes()
    ubah(lewat.induk(2025), lambda buku: ketik_butir(buku["Aturan"], {"Desimal capaian": 4}))
    hasil = susun(lewat, TW1)
    assert [satu[:2] for satu in perubahan(hasil)] == [("laporan", "isi lain TW I")]
    assert hasil.ringkasan["perubahan"][0]["sebab"].endswith("induk.xlsx")
    assert "masa-lalu-berubah" in kode(hasil)
    assert (lewat.output(TW1) / DRAF).read_bytes() == lama
    ubah(lewat.induk(2025), lambda buku: ketik_butir(buku["Aturan"], {"Desimal capaian": 2}))
    assert perubahan(susun(lewat, TW1)) == []


@pytest.mark.lengkap
def test_a_quarter_that_no_later_one_followed_is_brought_up_to_date_in_place(contoh):
    susun(contoh, TW1)
    timpa(contoh, "Indeks yang lain")
    hasil = susun(contoh, TW1)
    assert hasil.daftar_keluaran[0].name == DRAF
    assert ("I1.1", "bunyi TW I") in [satu[:2] for satu in perubahan(hasil)]
    assert "masa-lalu-berubah" not in kode(hasil)


@pytest.mark.lengkap
def test_figures_that_cannot_be_read_are_told_and_kept_beside_those_that_take_their_place(lewat):
    lewat.figures(TW1).write_text("{")
    lewat.figures(TW2).unlink()
    lewat.figures(TW2).mkdir()
    isi(formulir(lewat, "BIDANG-IKP"), "Indikator", "I1.1", "Realisasi triwulan", 80.9)
    hasil = susun(lewat, TW1)
    assert (perubahan(hasil), "angka-rusak" in kode(hasil)) == ([], True)
    assert lewat.figures(TW1).with_name("TW1-angka (rusak).json").read_text() == "{"
    assert json.loads(lewat.figures(TW1).read_text())["versi"] == 1
    isi(formulir(lewat, "BIDANG-IKP"), "Indikator", "I1.1", "Realisasi triwulan", 80.4)
    assert "angka-rusak" not in kode(susun(lewat, TW1))
    lewat.figures(TW1).write_text("{{")
    isi(formulir(lewat, "BIDANG-IKP"), "Indikator", "I1.1", "Realisasi triwulan", 80.9)
    susun(lewat, TW1)
    assert lewat.figures(TW1).with_name("TW1-angka (rusak 2).json").read_text() == "{{"


@pytest.mark.lengkap
def test_a_check_lists_what_a_report_would_list_and_writes_nothing(lewat):
    timpa(lewat, "Indeks yang lain")
    isi(formulir(lewat, "BIDANG-IKP"), "Indikator", "I1.1", "Realisasi triwulan", 80.9)
    lama = lewat.figures(TW1).read_bytes()
    with redirect_stdout(StringIO()) as layar:
        run_command(["periksa", "2025-TW1", "--json", "--ruang", str(lewat.root)])
    ringkasan = json.loads(layar.getvalue())
    assert lewat.figures(TW1).read_bytes() == lama
    hasil = susun(lewat, TW1)
    assert ringkasan["perubahan"] == hasil.ringkasan["perubahan"] != []
    assert "masa-lalu-berubah" in {satu["kode"] for satu in ringkasan["temuan"]}
    ubah(lewat.induk(2025), lambda buku: buku["Instansi"].__setitem__("C6", None))
    with redirect_stdout(StringIO()) as layar:
        run_command(["periksa", "2025-TW1", "--json", "--ruang", str(lewat.root)])
    assert json.loads(layar.getvalue())["perubahan"] == []


@pytest.mark.lengkap
def test_a_folder_that_keeps_nothing_hinders_no_report_and_the_next_run_keeps_it(contoh):
    jejak = contoh.figures(TW1).parent
    assert not jejak.exists()
    jejak.write_text("bukan folder")
    hasil = susun(contoh, TW1)
    assert (hasil.sah, hasil.draf.is_file()) == (True, True)
    assert [butir.kode for butir in hasil.daftar_temuan if butir.kode == "jejak-tak-tertulis"]
    jejak.unlink()
    assert "jejak-tak-tertulis" not in {butir.kode for butir in susun(contoh, TW1).daftar_temuan}
    assert contoh.figures(TW1).is_file()
