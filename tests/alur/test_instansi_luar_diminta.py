"""An agency outside the office is asked by letter with the forms, and the board waits for its answer."""

import json

import pytest
from test_naskah_sop import teks

from bantu_ruang import formulir
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.papan import susun_papan
from lakip_gen.alur.peristiwa import saat_ini
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop

pytestmark = pytest.mark.laporan_pendek

TW1, TW2 = triwulan(2025, 1), triwulan(2025, 2)
BPS = {
    "kode": "BPS",
    "nama": "Badan Pusat Statistik Kabupaten Contoh",
    "penerima": "Kepala Badan Pusat Statistik",
    "alamat": "Jalan Contoh Nomor 2",
    "data": "Jumlah penduduk menurut desa",
    "satuan": "jiwa",
    "diminta": "TW I",
}


def pasang(ruang, *, sop=True):
    isi = isi_contoh() | {"instansi_luar": [BPS]}
    ruang.induk(2025).write_bytes(write_induk(dengan_sop(isi, "pmk-way-kanan", 2025) if sop else isi))


def jalan(ruang, *kata):
    return run_command(["catat", "2025-TW1", *kata, "--ruang", str(ruang.root)])


def langkah(ruang, bukti, periode=TW1):
    papan = susun_papan(ruang, periode, saat_ini().date())
    return next(satu for satu in papan.daftar_langkah if satu.langkah.selesai_bila.value == bukti)


@pytest.fixture
def pmk(contoh):
    pasang(contoh)
    return contoh


def test_the_letter_with_its_answer_sheet_goes_out_in_the_quarters_that_were_named(pmk):
    assert pmk.papers(TW1) / "surat-instansi-luar.docx" in bagikan(pmk, TW1).daftar_kertas
    isi = teks((pmk.papers(TW1) / "surat-instansi-luar.docx").read_bytes())
    for kata in ("Yth. Kepala Badan Pusat Statistik", "Jalan Contoh Nomor 2", "Lembar Jawaban", "jiwa"):
        assert kata in isi, kata
    bagikan(pmk, TW2)
    assert not (pmk.papers(TW2) / "surat-instansi-luar.docx").exists()


def test_an_office_without_an_sop_asks_too(contoh):
    pasang(contoh, sop=False)
    assert [berkas.name for berkas in bagikan(contoh, TW1).daftar_kertas] == ["surat-instansi-luar.docx"]


def test_the_steps_that_wait_for_data_wait_for_the_answer_until_it_is_recorded(pmk, tmp_path, capsys):
    assert [langkah(pmk, bukti).tunggu for bukti in ("terisi", "diterima")] == ["BPS", "BPS"]
    surat = tmp_path / "Jawaban BPS.pdf"
    surat.write_bytes(b"%PDF-1.7")
    assert jalan(pmk, "terima", "--unit", "bps", "Surat 12 April", "--bukti", str(surat)) == 0
    assert "jawabannya dicatat" in capsys.readouterr().out
    assert [langkah(pmk, bukti).keadaan.value for bukti in ("terisi", "diterima")] == ["selesai", "selesai"]
    assert (pmk.evidence(TW1) / "instansi-bps-jawaban-bps.pdf").exists()
    jalan(pmk, "--json")
    (satu,) = [s for s in json.loads(capsys.readouterr().out)["catatan"] if s["jenis"] == "dijawab"]
    assert (satu["unit"], satu["isi"]) == ("BPS", "Surat 12 April")
    assert jalan(pmk, "--batal", str(satu["nomor"])) == 0
    assert langkah(pmk, "diterima").tunggu == "BPS"


def test_an_answer_lets_the_step_wait_for_units_all_the_same(pmk):
    formulir(pmk, "BIDANG-IKP").unlink()
    assert langkah(pmk, "diterima").tunggu == "BIDANG-IKP, BPS"
    jalan(pmk, "terima", "--unit", "BPS", "Lewat telepon")
    assert langkah(pmk, "diterima").tunggu == "BIDANG-IKP"


@pytest.mark.parametrize(
    ("kata", "sebab"),
    [
        (["--unit", "BPN", "Surat"], "Instansi Luar"),
        (["--unit", "BPS", "Surat", "--bukti", "tidak-ada.pdf"], "tidak ditemukan"),
        (["--unit", "BPS"], "Alasannya belum ditulis"),
        (["--unit", "BPS", "Surat", "--sel", "Anggaran!F8"], "bukan formulir, jadi tidak ada sel yang disebut"),
        (["--unit", "BIDANG-IKP", "Cukup", "--bukti", "apa.pdf"], "Bukti menyertai langkah SOP"),
    ],
    ids=["unknown agency", "no such scan", "no word", "a cell of no form", "scan with a unit's form"],
)
def test_what_does_not_fit_is_refused_with_a_sentence(pmk, kata, sebab, capsys):
    assert jalan(pmk, "terima", *kata) == 2
    assert sebab in capsys.readouterr().err
    assert not pmk.events(TW1).exists()


def test_an_answer_that_nobody_asked_for_in_the_quarter_is_refused(pmk, capsys):
    assert run_command(["catat", "2025-TW2", "terima", "--unit", "BPS", "Surat", "--ruang", str(pmk.root)]) == 2
    assert "tidak diminta data pada Triwulan II" in capsys.readouterr().err


def test_who_keyed_in_a_form_from_paper_stands_on_the_receipt_with_its_scan(pmk, tmp_path):
    pindaian = tmp_path / "formulir.pdf"
    pindaian.write_bytes(b"%PDF-1.7")
    assert jalan(pmk, "disalin", "--unit", "BIDANG-IKP", "--oleh", "Staf", "--bukti", str(pindaian)) == 0
    bagikan(pmk, TW1)
    tanda_terima = teks((pmk.papers(TW1) / "tanda-terima.docx").read_bytes())
    assert "disalin dari kertas oleh Staf" in tanda_terima
    assert (pmk.evidence(TW1) / "formulir-bidang-ikp-formulir.pdf").exists()


@pytest.mark.parametrize(
    ("kata", "sebab"),
    [
        (["--unit", "BIDANG-IKP"], "penyalinnya"),
        (["--oleh", "Staf"], "satu unit"),
        (["--unit", "BPN", "--oleh", "Staf"], "tidak ada di buku induk"),
    ],
    ids=["nobody named", "no unit", "unknown unit"],
)
def test_who_keyed_in_what_is_said_whole(pmk, kata, sebab, capsys):
    assert jalan(pmk, "disalin", *kata) == 2
    assert sebab in capsys.readouterr().err
