"""Sentences on counts, as an editor would leave them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_induk import aksi, indikator, induk, kumpulan, laporan
from bantu_pandangan import Pembuat
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.report.kalimat_analisis import kalimat_renstra, kalimat_standar, kalimat_target
from lakip_gen.report.pandangan import Angka, IndikatorPandangan
from lakip_gen.report.susun import susun_pandangan

TW1 = triwulan(2025, 1)


def daftar(*daftar_capaian, medan="capaian"):
    """Return indicators 1.1, 1.2 ... with these capaian; None where there is none."""
    return [
        replace(Pembuat().pandangan(IndikatorPandangan), nomor=f"1.{urut}", **{medan: angka(capaian)})
        for urut, capaian in enumerate(daftar_capaian, start=1)
    ]


def angka(capaian):
    return Angka("–") if capaian is None else Angka(f"{capaian},00", Decimal(capaian))


@pytest.mark.parametrize(
    ("daftar_capaian", "kalimat"),
    [
        ((), ""),
        ((100,), "Satu-satunya indikator sasaran ini pada TW I mencapai atau melampaui target (1.1: 100,00%)."),
        ((None,), "Satu-satunya indikator sasaran ini pada TW I tidak dapat dinilai (1.1)."),
        ((90, 80), "Seluruh 2 (dua) indikator sasaran ini pada TW I belum mencapai target (1.1: 90,00%; 1.2: 80,00%)."),
        (
            (100, 80, None),
            (
                "Dari 3 (tiga) indikator sasaran ini pada TW I, 1 (satu) indikator mencapai atau melampaui target "
                "(1.1: 100,00%), 1 (satu) indikator belum mencapai target (1.2: 80,00%), dan 1 (satu) indikator "
                "tidak dapat dinilai (1.3)."
            ),
        ),
    ],
)
def test_what_holds_for_all_indicators_is_said_of_all(daftar_capaian, kalimat):
    assert kalimat_target(daftar(*daftar_capaian), "TW I") == kalimat


@pytest.mark.parametrize(
    ("daftar_capaian", "kalimat"),
    [
        ((), ""),
        ((90,), "satu-satunya indikator sasaran ini belum mencapai target akhir Renstra (1.1: 90,00%)"),
        ((100, 100), "seluruh 2 (dua) indikator sasaran ini sudah mencapai target akhir Renstra (1.1: 100,00%; 1.2: "),
        ((100, None), "1 (satu) indikator sudah mencapai target akhir Renstra (1.1: 100,00%) dan 1 (satu) indikator "),
    ],
)
def test_the_end_of_the_renstra_is_told_of_as_many_as_are_compared(daftar_capaian, kalimat):
    hasil = kalimat_renstra(daftar(*daftar_capaian, medan="capaian_renstra"))
    assert hasil.startswith(f"Sampai dengan tahun ini, {kalimat}") if kalimat else not hasil


@pytest.mark.parametrize(
    ("daftar_capaian", "awal"),
    [
        ((), "Belum ada standar nasional yang tercatat untuk indikator sasaran ini."),
        ((103,), "Satu-satunya indikator yang memiliki standar nasional sudah memenuhi standar itu (1.1: 103,00%)."),
        ((90, 100), "Dari 2 (dua) indikator yang memiliki standar nasional, 1 (satu) indikator sudah memenuhi"),
    ],
)
def test_a_report_speaks_of_national_standards_not_of_the_buku_induk(daftar_capaian, awal):
    assert kalimat_standar(daftar(*daftar_capaian, medan="capaian_standar")).startswith(awal)


def pandangan(angka_per_indikator, **lain):
    buku = induk(*(indikator(kode) for kode in angka_per_indikator), **lain)
    terisi = {kode: isi for kode, isi in angka_per_indikator.items() if isi is not None}
    return susun_pandangan(susun_rekap(buku, TW1, kumpulan(laporan("U1", 1, terisi)) if terisi else kumpulan()))


@pytest.mark.parametrize(
    ("isi", "akhir"),
    [
        ({"I1": 100, "I2": 100}, "semuanya sudah dapat dinilai."),
        ({"I1": 100, "I2": None}, "1 (satu) di antaranya sudah dapat dinilai."),
        ({"I1": None, "I2": None}, "belum ada yang dapat dinilai."),
    ],
)
def test_the_summary_tells_how_many_indicators_could_be_measured(isi, akhir):
    assert pandangan(isi).ringkasan.daftar_kalimat[0].endswith(f"indikator kinerja; {akhir}")


def test_a_mean_says_of_how_many_indicators_it_is():
    [sasaran] = pandangan({"I1": 100, "I2": None}).daftar_sasaran
    assert sasaran.kalimat.endswith("(1 dari 2 indikator dinilai).")


def test_a_sasaran_without_money_says_so_instead_of_guessing_why():
    [sasaran] = pandangan({"I1": 100}).daftar_sasaran
    assert sasaran.kalimat_efisiensi == (
        "Efisiensi sasaran ini tidak dapat dihitung: tidak ada anggaran yang dikaitkan."
    )


def test_a_step_without_an_answerable_person_says_so():
    [rencana] = pandangan({"I1": 100}, daftar_aksi=(aksi(keluaran="", penanggung_jawab=""),)).daftar_rencana_aksi
    assert (rencana.keluaran, rencana.penanggung_jawab) == ("[belum diisi di buku induk]",) * 2
