"""The board of a period: what the files of a working folder prove of the way of its SOP."""

import json
from datetime import date

import pytest

from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.papan import ringkas_papan, susun_papan
from lakip_gen.alur.susun import susun
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import Periode, setahun, triwulan
from lakip_gen.domain.sop import Bukti
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.laporan_pendek

TW1 = triwulan(2025, 1)
HARI_INI = date(2025, 4, 9)


def pasang(ruang, nama="pmk-way-kanan"):
    ruang.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), nama, 2025)))


def serahkan(ruang):
    """Put the papers there that go out with the forms, whatever they say."""
    ruang.papers(TW1).mkdir(parents=True)
    for nama in ("disposisi", "tanda-terima"):
        (ruang.papers(TW1) / f"{nama}.docx").write_bytes(b"naskah")


def cara(ruang, periode=TW1):
    """Return of each step of a period by what it is done, or how far it has come."""
    papan = susun_papan(ruang, periode, HARI_INI)
    return {s.langkah.tanda: s.cara.value if s.cara else s.keadaan.value for s in papan.daftar_langkah}


@pytest.fixture
def pmk(contoh):
    pasang(contoh)
    return contoh


def test_an_office_without_sop_has_no_board(tersusun):
    papan = susun_papan(tersusun, TW1, HARI_INI)
    isi = ringkas_papan(papan)
    assert (papan.daftar_langkah, isi["sop"], isi["langkah"]) == ((), None, [])


def test_forms_prove_what_comes_before_the_rekap(pmk):
    serahkan(pmk)
    assert cara(pmk) == {
        "1": "tersirat",
        "2": "terbukti",
        "3": "tersirat",
        "4": "terbukti",
        "5": "terbukti",
        "6": "terbukti",
        "7": "berjalan",
        **dict.fromkeys(("8", "9", "10", "11"), "menunggu"),
    }


def test_a_run_proves_the_rekap_and_a_changed_form_takes_the_proof_away(pmk):
    susun(pmk, TW1)
    assert [cara(pmk)[no] for no in ("7", "8", "9")] == ["terbukti", "terbukti", "berjalan"]
    formulir = pmk.form_file("SEKRETARIAT", TW1)
    formulir.write_bytes(pmk.form_file("BIDANG-IKP", TW1).read_bytes())
    assert cara(pmk)["7"] != "terbukti"


def test_a_step_whose_output_is_a_paper_waits_for_that_paper(pmk):
    def membagikan():
        daftar = susun_papan(pmk, TW1, HARI_INI).daftar_langkah
        return next((s.cara.value if s.cara else s.tunggu) for s in daftar if s.langkah.tanda == "4")

    assert membagikan() == "⟦bagikan 2025-TW1⟧"
    serahkan(pmk)
    assert membagikan() == "terbukti"
    (pmk.papers(TW1) / "tanda-terima.docx").unlink()
    assert membagikan() == "⟦bagikan 2025-TW1⟧"
    (pmk.paper_templates / "tanda-terima.docx").unlink()  # an office that does without it
    assert membagikan() == "terbukti"


@pytest.mark.lengkap
def test_without_its_file_the_rekap_proves_nothing(pmk):
    susun(pmk, TW1)
    (pmk.output(TW1) / "rekap.xlsx").unlink()
    papan = susun_papan(pmk, TW1, HARI_INI)
    merekap = next(s for s in papan.daftar_langkah if s.langkah.selesai_bila is Bukti.REKAP)
    assert (merekap.cara, merekap.tunggu) == (None, "⟦susun 2025-TW1⟧")


def test_a_form_that_is_missing_opens_the_steps_that_need_it_and_names_the_unit(pmk):
    pmk.form_file("SEKRETARIAT", TW1).unlink()
    papan = susun_papan(pmk, TW1, HARI_INI)
    mengisi = next(s for s in papan.daftar_langkah if s.langkah.selesai_bila is Bukti.TERISI)
    assert (mengisi.cara, mengisi.tunggu, mengisi.tenggat) == (None, "SEKRETARIAT", date(2025, 4, 10))
    assert not mengisi.terlambat
    assert susun_papan(pmk, TW1, date(2025, 4, 11)).daftar_langkah[4].terlambat


def test_the_head_of_a_unit_validates_with_name_and_date(contoh):
    pasang(contoh, "bpkad-way-kanan")
    assert cara(contoh)["B7"] == "terbukti"


def test_the_year_of_an_sop_for_quarters_has_the_common_steps(pmk):
    assert cara(pmk, setahun(2025)) == {"1": "berjalan", "2": "menunggu", "3": "menunggu"}


@pytest.mark.parametrize("periode", ["2025-TW1", "2025-S1", "2025"])
def test_odd_events_of_any_period_are_told(contoh, capsys, periode):
    ruang = contoh
    berkas = ruang.events(Periode.parse(periode))
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text('{"jenis": "cat')
    assert run_command(["status", periode, "--ruang", str(ruang.root)]) == 0
    assert "Baris 1 catatan kejadian ini tidak terbaca" in capsys.readouterr().out


def test_the_figures_have_one_fingerprint_whatever_the_files_are_called(pmk):
    sebelum = susun_papan(pmk, TW1, HARI_INI).sidik
    pmk.form_file("SEKRETARIAT", TW1).rename(pmk.inbox(TW1) / "sekretariat FINAL (2).xlsx")
    assert susun_papan(pmk, TW1, HARI_INI).sidik == sebelum
    pmk.form_file("BIDANG-IKP", TW1).unlink()
    assert susun_papan(pmk, TW1, HARI_INI).sidik != sebelum


def test_the_board_is_told_to_people_and_to_scripts(pmk, capsys):
    serahkan(pmk)
    assert run_command(["status", "2025-TW1", "--ruang", str(pmk.root)]) == 0
    layar = capsys.readouterr().out
    assert "Sekarang: langkah 7, Memerintahkan staf untuk merekap data capaian kinerja" in layar
    assert "Kabid (disimpulkan)" in layar
    assert run_command(["status", "2025-TW1", "--json", "--ruang", str(pmk.root)]) == 0
    isi = json.loads(capsys.readouterr().out)
    assert isi["sop"] == {"nama": "Pengumpulan Data Kinerja", "nomor": "050/ /V.07-WK/2024"}
    langkah = isi["langkah"][4]
    assert (langkah["no"], langkah["keadaan"], langkah["cara"], langkah["tenggat"]) == (
        5,
        "selesai",
        "terbukti",
        "2025-04-10",
    )
    assert {"unit", "indikator", "temuan", "sah"} <= isi.keys()


@pytest.mark.lengkap
def test_the_sample_agency_can_work_by_a_shipped_sop(tmp_path):
    tulis_contoh(Workspace(tmp_path), "camat-batang-kapas")
    assert len(susun_papan(Workspace(tmp_path), TW1, HARI_INI).daftar_langkah) == 5


def test_an_sop_that_is_not_shipped_is_refused_with_those_that_are(tmp_path, capsys):
    assert run_command(["mulai", str(tmp_path / "baru"), "--sop", "dinas-lain"]) == 2
    assert "pmk-way-kanan" in capsys.readouterr().err
    assert not (tmp_path / "baru").exists()
