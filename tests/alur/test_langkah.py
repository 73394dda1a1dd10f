"""Recording a step of the SOP: it holds on the board, and what does not fit is refused with a sentence."""

import json

import pytest

from bantu_ruang import formulir, isi
from lakip_gen.alur import langkah as alur_langkah
from lakip_gen.alur.bukti import TidakDicatat
from lakip_gen.alur.langkah import Isian, catat_langkah
from lakip_gen.alur.papan import susun_papan
from lakip_gen.alur.peristiwa import saat_ini
from lakip_gen.alur.susun import susun
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop

pytestmark = pytest.mark.laporan_pendek

TW1 = triwulan(2025, 1)
UNIT = "BIDANG-IKP"


@pytest.fixture
def pmk(contoh):
    contoh.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), "pmk-way-kanan", 2025)))
    return contoh


@pytest.fixture
def direkap(pmk):
    susun(pmk, TW1)
    return pmk


def langkah(papan, tanda):
    return next(satu for satu in papan.daftar_langkah if satu.langkah.tanda == tanda)


def kini(ruang, tanda):
    return langkah(susun_papan(ruang, TW1, saat_ini().date()), tanda)


def jalan(ruang, *kata):
    return run_command([*kata, "--ruang", str(ruang.root)])


def test_a_step_of_people_is_done_when_it_is_recorded_and_not_when_that_is_taken_back(pmk, capsys):
    assert jalan(pmk, "catat", "2025-TW1", "9", "Dilaporkan dalam rapat", "--oleh", "Perencana") == 0
    assert kini(pmk, "9").cara.value == "tercatat"
    capsys.readouterr()
    assert jalan(pmk, "catat", "2025-TW1", "--json") == 0
    nomor = json.loads(capsys.readouterr().out)["catatan"][-1]["nomor"]
    assert jalan(pmk, "catat", "2025-TW1", "--batal", str(nomor)) == 0
    assert kini(pmk, "9").cara is None


def test_without_a_word_it_asks_numbered_what_people_have_to_say_with_the_command_for_it(direkap, capsys):
    assert jalan(direkap, "catat", "2025-TW1", "9", "Dilaporkan dalam rapat") == 0
    capsys.readouterr()
    assert jalan(direkap, "catat", "2025-TW1") == 0
    ditanya = capsys.readouterr().out.partition("Yang perlu dicatat")[2].splitlines()
    assert ditanya[1].startswith("    1. Langkah 10, ")
    assert ditanya[1].endswith(": setuju atau tidak?")
    assert [baris.strip() for baris in ditanya[2:4]] == [
        "lakip-gen catat 2025-TW1 10 setuju",
        'lakip-gen catat 2025-TW1 10 tidak "SARAN"',
    ]


def test_a_scan_is_kept_with_the_evidence_and_shows_the_step(pmk, tmp_path):
    pindaian = tmp_path / "Disposisi (1).PDF"
    pindaian.write_bytes(b"%PDF-1.7")
    papan = catat_langkah(pmk, TW1, Isian(tanda="1", bukti=pindaian))
    (berkas,) = langkah(papan, "1").berkas
    assert berkas == "workbooks/2025/bukti/TW1/langkah-1-disposisi-1.pdf"
    assert (pmk.root / berkas).read_bytes() == pindaian.read_bytes()
    catat_langkah(pmk, TW1, Isian(tanda="1", bukti=pindaian))
    assert len(list((pmk.root / berkas).parent.iterdir())) == 1


def test_a_run_cut_off_between_the_scan_and_its_record_is_simply_done_again(pmk, tmp_path, monkeypatch):
    pindaian = tmp_path / "disposisi.pdf"
    pindaian.write_bytes(b"%PDF-1.7")

    def terputus(*_isi):
        raise OSError("diska penuh")

    with monkeypatch.context() as putus:
        putus.setattr(alur_langkah, "catat", terputus)
        with pytest.raises(OSError, match="diska penuh"):
            catat_langkah(pmk, TW1, Isian(tanda="1", bukti=pindaian))
    assert kini(pmk, "1").berkas == ("workbooks/2025/bukti/TW1/langkah-1-disposisi.pdf",)
    catat_langkah(pmk, TW1, Isian(tanda="1", bukti=pindaian))
    assert [berkas.name for berkas in pmk.evidence(TW1).iterdir()] == ["langkah-1-disposisi.pdf"]
    assert kini(pmk, "1").cara.value == "tercatat"


def test_a_file_named_by_its_step_is_proof_enough(pmk):
    folder = pmk.evidence(TW1)
    folder.mkdir(parents=True)
    (folder / "Langkah 9 notula.pdf").write_bytes(b"%PDF-1.7")
    assert kini(pmk, "9").berkas == ("workbooks/2025/bukti/TW1/Langkah 9 notula.pdf",)


def test_a_decision_holds_for_the_figures_it_was_about(direkap, capsys):
    assert jalan(direkap, "catat", "2025-TW1", "10", "setuju", "--oleh", "Sekretaris") == 0
    assert kini(direkap, "10").cara.value == "tercatat"
    formulir(direkap, UNIT).unlink()
    basi = kini(direkap, "10")
    assert (basi.cara, basi.kedaluwarsa) == (None, True)
    assert jalan(direkap, "catat", "2025-TW1", "10", "setuju") == 2
    assert "Rekap belum dibuat dari berkas yang sekarang" in capsys.readouterr().err


@pytest.mark.lengkap
def test_a_refusal_asks_the_unit_until_its_form_changed(direkap):
    saran = "Lengkapi penyebab capaian di bawah target"
    assert jalan(direkap, "catat", "2025-TW1", "10", "tidak", "--unit", UNIT, saran, "--oleh", "Sekretaris") == 0
    assert (kini(direkap, "5").keadaan.value, kini(direkap, "10").tunggu) == ("dikembalikan", UNIT)
    hasil = susun(direkap, TW1)
    (temuan,) = (satu for satu in hasil.ringkasan["temuan"] if satu["kode"] == "dikembalikan-sekretaris")
    assert (temuan["unit"], temuan["tingkat"]) == (UNIT, "peringatan")
    assert "oleh Sekretaris pada" in temuan["pesan"]
    assert saran in (direkap.output(TW1) / "pesan-unit.txt").read_text(encoding="utf-8-sig")
    assert next(u for u in hasil.ringkasan["unit"] if u["kode"] == UNIT)["status"] == "diterima"

    isi(formulir(direkap, UNIT), "Pengesahan", "catatan", "Isi", "Penyebabnya sudah dilengkapi")
    susun(direkap, TW1)
    assert kini(direkap, "5").keadaan.value == "selesai"
    assert (kini(direkap, "10").keadaan.value, kini(direkap, "10").kedaluwarsa) == ("menunggu", True)


@pytest.mark.one_in(2)
@pytest.mark.parametrize(
    ("isian", "kalimat"),
    [
        (Isian(tanda="99"), "tidak ada pada Triwulan I Tahun 2025; yang ada: 1, 2"),
        (Isian(tanda="7"), "buktinya berkas, jadi tidak perlu dicatat"),
        (Isian(tanda="10"), "tambahkan setuju atau tidak"),
        (Isian(tanda="1", setuju=True), "tidak memutuskan apa pun"),
        (Isian(tanda="1", daftar_unit=(UNIT,)), "Unit hanya disebut pada putusan tidak"),
        (Isian(tanda="10", setuju=False, daftar_unit=("BIDANG-X",), isi="saran"), "“BIDANG-X” tidak ada"),
        (Isian(tanda="10", setuju=False, daftar_unit=(UNIT,)), "Sarannya belum ditulis"),
        (
            Isian(tanda="10", setuju=True),
            "Rekap belum dibuat dari berkas yang sekarang; jalankan ⟦susun 2025-TW1⟧ dulu",
        ),
    ],
    ids=[
        "unknown",
        "proven by files",
        "undecided",
        "nothing to decide",
        "unit",
        "unknown unit",
        "no advice",
        "no rekap",
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(pmk, isian, kalimat):
    with pytest.raises(TidakDicatat, match=kalimat.replace("(", r"\(")):
        catat_langkah(pmk, TW1, isian)
    assert not pmk.events(TW1).exists()


@pytest.mark.lengkap
def test_the_same_figures_are_not_agreed_to_twice(direkap):
    catat_langkah(direkap, TW1, Isian(tanda="10", setuju=True))
    with pytest.raises(TidakDicatat, match="sudah disetujui untuk angka yang sekarang"):
        catat_langkah(direkap, TW1, Isian(tanda="10", setuju=True))


def test_a_scan_that_is_not_there_is_told_and_nothing_is_written(pmk, tmp_path):
    with pytest.raises(TidakDicatat, match="tidak ditemukan"):
        catat_langkah(pmk, TW1, Isian(tanda="1", bukti=tmp_path / "hilang.pdf"))
    assert not pmk.events(TW1).exists()


def test_without_an_sop_there_is_no_step_to_record(contoh):
    with pytest.raises(TidakDicatat, match="belum memuat SOP"):
        catat_langkah(contoh, TW1, Isian(tanda="1"))
