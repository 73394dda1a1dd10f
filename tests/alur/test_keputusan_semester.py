"""What a semester's or a year's meeting decided is asked in the next forms, like what a quarter's decided."""

from datetime import date

import pytest

from bantu_ruang import baca_induk
from lakip_gen.alur.baca import baca_triwulan_semua
from lakip_gen.alur.langkah import Isian, catat_langkah
from lakip_gen.alur.peristiwa import bekas
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.tindak_lanjut import terbuka
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.sop.kertas import adalah_rapat
from lakip_gen.storage.inputs import take_inputs

pytestmark = pytest.mark.laporan_pendek

S1, TAHUN = semester(2025, 1), setahun(2025)
TW = {nomor: triwulan(2025, nomor) for nomor in range(1, 5)}
UNIT = "BIDANG-IKP"


@pytest.fixture
def kantor(contoh):
    contoh.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), "kominfo-way-kanan", 2025)))
    return contoh


def putuskan(ruang, periode):
    induk, _ = baca_induk(ruang, 2025)
    rapat = next(satu for satu in induk.sop.langkah_periode(periode) if adalah_rapat(satu))
    isian = Isian(tanda=rapat.tanda, isi="Percepat jawaban", indikator="I1.1", pic="Kabid", batas=date(2025, 9, 30))
    catat_langkah(ruang, periode, isian)


def janji(ruang, *nomor):
    masukan = take_inputs(ruang, 2025, [TW[satu] for satu in nomor])
    induk, _ = baca_induk(ruang, 2025)
    kumpulan = baca_triwulan_semua(masukan, induk).kumpulan
    return terbuka(induk, kumpulan, UNIT, "I1.1", [TW[satu] for satu in nomor])


def test_the_units_answer_it_from_the_quarter_after_the_semester_on(kantor):
    putuskan(kantor, S1)
    assert "Percepat jawaban (Kabid, paling lambat 30 September 2025)" in janji(kantor, 1, 2).splitlines()
    assert "Percepat jawaban" not in janji(kantor, 1)


@pytest.mark.parametrize(("nomor", "berubah"), [((1, 2), False), ((1, 2, 3), True)], ids=["its own", "the next one"])
def test_it_changes_the_next_report_and_not_its_own(kantor, nomor, berubah):
    daftar = [TW[satu] for satu in nomor]
    sebelum = bekas(take_inputs(kantor, 2025, daftar))
    putuskan(kantor, S1)
    assert (bekas(take_inputs(kantor, 2025, daftar)) != sebelum) is berubah


def test_what_a_run_of_an_earlier_period_would_have_read_holds_no_later_meeting(kantor):
    putuskan(kantor, S1)
    masukan = take_inputs(kantor, 2025, TAHUN.daftar_triwulan)
    assert set(masukan.longer) == {S1, semester(2025, 2), TAHUN}
    assert set(masukan.until(S1).longer) == {S1}
    assert masukan.until(TW[1]).longer == {}
