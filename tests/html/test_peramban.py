"""The pages in a real browser: nothing serious for axe-core, no error, no request, and no wider than a phone."""

from datetime import date

import pytest

from bantu_peramban import DESKTOP, PHONE, console, judged
from bantu_rekap import DAFTAR_TEMUAN, rekap
from lakip_gen.html.archive_list import ArchiveList, Entry, render_archive_list
from lakip_gen.html.results import render_results
from lakip_gen.html.status import Cell, Row, StatusPage, Table, Tone, render_status

pytestmark = pytest.mark.peramban
SERIOUS = {"serious", "critical"}


def status():
    nada = [Cell("✓ diterima", "diterima 12-04-2025, terlambat 2 hari", satu) for satu in Tone]
    baris = tuple(Row(f"BIDANG-{n}", "Bidang dengan nama yang panjang sekali", tuple(nada)) for n in range(4))
    tabel = Table("Formulir", "Keterangannya.", ("Unit", "TW I", "TW II", "TW III", "TW IV"), baris)
    lain = Table("Laporan", "", ("Laporan", "Draf", "SOP", "Sah", "Lain"), baris)
    ringkas = (Cell("24 dari 24", "formulir diterima"), Cell("0", "formulir lewat batas"))
    return render_status(StatusPage("Dinas", "Tahun 2025", date(2025, 4, 14), ringkas, (tabel, lain)))


def arsip():
    berkas = tuple(Entry(f"workbooks/2025/TW1/formulir-bidang-{n}-2025-TW1.xlsx", 1000, "ab" * 32) for n in range(3))
    return render_archive_list(
        ArchiveList(
            agency="Dinas",
            period="Triwulan I",
            sealed_on=date(2025, 4, 14),
            sealed_by="Kepala",
            reason="Diminta",
            against=("Masih ada galat.",),
            entries=berkas,
        )
    )


PAGES = {"status": status, "archive": arsip, "results": lambda: render_results(rekap(), DAFTAR_TEMUAN)}


@pytest.mark.parametrize("nama", PAGES)
def test_a_page_is_fit_for_everybody_on_a_desk_and_on_a_phone(tmp_path, nama):
    for lebar in (DESKTOP, PHONE):
        ditemukan = judged(PAGES[nama](), lebar, tmp_path)
        assert [fault for fault in ditemukan["faults"] if fault[1] in SERIOUS] == [], lebar
        assert (ditemukan["asked"], ditemukan["wide"], ditemukan["shut"]) == ([], 0, []), lebar
        assert ditemukan["passed"] > 10


@pytest.mark.parametrize("nama", PAGES)
def test_a_page_opens_without_a_word_on_the_console(tmp_path, nama):
    assert console(PAGES[nama](), tmp_path) == []


def test_the_judge_sees_a_fault_a_request_and_a_page_that_is_too_wide(tmp_path):
    buruk = b"<!DOCTYPE html><html><head></head><body><img src=x.png><p style=width:900px>x<script>tiada()</script>"
    ditemukan = judged(buruk, PHONE, tmp_path)
    assert {"image-alt", "html-has-lang"} <= {fault[0] for fault in ditemukan["faults"]}
    assert len(ditemukan["asked"]) == 1
    assert (ditemukan["wide"] > 400, len(ditemukan["shut"])) == (True, 1)
    assert console(buruk, tmp_path)
