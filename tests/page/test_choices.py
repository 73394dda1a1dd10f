"""What the page offers beside the next step: agencies outside the office, corrections, own templates."""

import shutil
from dataclasses import replace
from datetime import date

from bantu_minta import ask, page_of
from lakip_gen.alur.catat import daftar_catatan
from lakip_gen.alur.peristiwa import catat, saat_ini
from lakip_gen.alur.status_tahun import nilai_tahun
from lakip_gen.domain.instansi_luar import DataDiminta, InstansiLuar
from lakip_gen.domain.periode import semester, triwulan
from lakip_gen.page.choices import choices_of
from lakip_gen.sop.peristiwa import Jenis, Peristiwa

TW1, S1 = triwulan(2025, 1), semester(2025, 1)
ASKED = (
    InstansiLuar(kode="BPS", nama="Badan Pusat Statistik", daftar_data=(DataDiminta(uraian="Jumlah penduduk"),)),
    InstansiLuar(kode="BPN", nama="Kantor Pertanahan", daftar_data=(DataDiminta(uraian="Luas"),)),
)


def record(workspace, **said):
    catat(workspace, TW1, (Peristiwa(dicatat=saat_ini(), **said),))


def test_an_agency_that_is_asked_in_the_quarter_is_there_with_whether_it_answered(contoh):
    record(contoh, jenis=Jenis.DIJAWAB, unit="bps", isi="Surat")
    year = nilai_tahun(contoh, 2025, date(2025, 4, 1))
    year = replace(year, hasil=replace(year.hasil, induk=replace(year.induk, daftar_instansi_luar=ASKED, masa=())))
    events = daftar_catatan(contoh, TW1)
    shown = [(one.code, one.has_answered) for one in choices_of(contoh, year, TW1, events).outside]
    assert shown == [("BPS", True), ("BPN", False)]
    assert choices_of(contoh, year, S1, events).outside == ()


def test_a_correction_has_the_number_by_which_it_is_answered_and_its_answer(contoh):
    record(contoh, jenis=Jenis.KOREKSI, isi="Jelaskan <sebabnya>", sidik="a", terkunci="x")
    record(contoh, jenis=Jenis.CATATAN, langkah="5")
    record(contoh, jenis=Jenis.KOREKSI, isi="Ganti kata", sidik="b", terkunci="y")
    record(contoh, jenis=Jenis.DIJAWAB, isi="Sudah", sidik="b")
    said = ask(page_of(contoh), "GET", "/?periode=2025-TW1").text
    assert "1. Jelaskan &lt;sebabnya&gt;<small>belum dijawab</small>" in said
    assert "2. Ganti kata<small>dijawab: Sudah</small>" in said
    assert 'id="koreksi-2"' in said


def test_templates_of_one_s_own_can_be_chosen_and_those_of_the_periods_are_taken_anyway(contoh):
    shutil.copy(contoh.templates / "laporan-triwulan.docx", contoh.templates / "untuk bupati.docx")
    said = ask(page_of(contoh), "GET", "/?periode=2025-TW1").text
    assert '<option value="untuk bupati">' in said
    assert '<option value="laporan-triwulan">' not in said
