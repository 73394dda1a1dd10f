"""A report within the year looks back a quarter, at earlier promises, and at what is to be decided."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_induk import indikator, induk, kumpulan, laporan
from bantu_pandangan import laporan as pandangan_contoh
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.target import JenisTarget
from lakip_gen.laporan.kalimat_periode import daftar_janji, daftar_keputusan
from lakip_gen.laporan.susun import susun_pandangan

LALU = Riwayat((TahunLalu(2024, Decimal(90), Decimal(81)),))


def pandangan(periode, *daftar_laporan, daftar_indikator=("I1", "I2", "I3")):
    buku = induk(*(indikator(kode, riwayat=LALU) for kode in daftar_indikator))
    return susun_pandangan(susun_rekap(buku, Periode.parse(periode), kumpulan(*daftar_laporan)))


def dua_triwulan(satu, dua):
    """Return the reports of two quarters, with the figures of I1, I2 and I3."""
    return [
        laporan("U1", nomor, {f"I{n}": angka for n, angka in enumerate(daftar, start=1) if angka is not None})
        for nomor, daftar in enumerate((satu, dua), start=1)
    ]


@pytest.mark.parametrize("periode", ["2025-TW2", "2025-S1"])
@pytest.mark.parametrize(
    ("satu", "dua", "kalimat"),
    [
        pytest.param(
            (80, 90, 100),
            (90, 70, 100),
            "Dari 3 (tiga) indikator yang dinilai pada TW I dan TW II, capaian 1 (satu) naik, 1 (satu) turun, dan "
            "1 (satu) tetap; yang turun paling jauh: 2 (dari 90,00% menjadi 70,00%).",
            id="one of each",
        ),
        pytest.param(
            (80, None, 90),
            (90, 70, 100),
            "Capaian kedua indikator yang dinilai pada TW I dan TW II naik.",
            id="none fell",
        ),
        pytest.param((None, None, None), (90, 70, 100), "", id="nothing to compare"),
        pytest.param(
            (80, 90, 100),
            ("80.0001", 90, 100),
            "Capaian seluruh 3 (tiga) indikator yang dinilai pada TW I dan TW II tetap.",
            id="no difference to be seen",
        ),
    ],
)
def test_the_last_quarter_is_set_against_the_one_before(periode, satu, dua, kalimat):
    tercetak = pandangan(periode, *dua_triwulan(satu, dua)).ringkasan.kalimat_banding
    assert tercetak == kalimat.replace("jauh: 2", "jauh: 1.2 Indikator I2")


def test_a_fall_of_figures_that_lack_data_has_its_mark_once():
    bersama = [indikator("I1", unit=("U1", "U2"), gabung_unit=GabungUnit.RATA_RATA)]
    kiriman = [laporan("U1", nomor, {"I1": angka}) for nomor, angka in ((1, 90), (2, 70))]
    kalimat = susun_pandangan(susun_rekap(induk(*bersama), triwulan(2025, 2), kumpulan(*kiriman))).ringkasan
    assert kalimat.kalimat_banding.endswith(" (dari 90,00% menjadi 70,00%, sementara).")


def test_the_first_quarter_is_set_against_last_year_without_a_verdict():
    jadi = pandangan("2025-TW1", laporan("U1", 1, {"I1": 80}))
    [satu, *_] = jadi.daftar_sasaran[0].daftar_indikator
    assert (satu.sebelumnya.nama, str(satu.sebelumnya.realisasi), str(satu.sebelumnya.capaian)) == (
        "Tahun 2024",
        "81",
        "90,00",
    )
    assert jadi.periode.sebelumnya == "Tahun 2024"
    assert jadi.ringkasan.kalimat_banding == ""


def test_without_a_known_year_before_the_first_quarter_has_dashes():
    rekap = susun_rekap(induk(indikator("I1")), Periode.parse("2025-TW1"), kumpulan(laporan("U1", 1, {"I1": 80})))
    [satu] = susun_pandangan(rekap).daftar_sasaran[0].daftar_indikator
    assert str(satu.sebelumnya.realisasi) == "–"


def diubah(**isian):
    """Return one sasaran with one indicator below target, of which one unit wrote something."""
    sasaran, *_ = pandangan_contoh().daftar_sasaran
    [satu, *_] = sasaran.daftar_indikator
    [analisis, *_] = satu.daftar_analisis
    analisis = replace(analisis, **({"ada_tindak_lanjut": False, "tindak_lanjut_lalu": ""} | isian))
    capaian = replace(satu.capaian, teks="90,00", nilai=Decimal(90), tanda="")
    satu = replace(satu, nomor="1.1", nama="Indeks A", capaian=capaian, daftar_analisis=(analisis,))
    return (replace(sasaran, daftar_indikator=(satu,)),)


def test_an_indicator_below_target_without_a_promise_waits_for_a_decision():
    assert daftar_keputusan(diubah()) == (
        "Indikator di bawah target yang belum mempunyai tindak lanjut: 1.1 Indeks A (90,00%).",
    )
    assert daftar_keputusan(diubah(ada_tindak_lanjut=True)) == ()


@pytest.mark.parametrize(("status", "menunggu"), [("berjalan", False), ("belum mulai", True), ("batal", True)])
def test_a_promise_that_stands_still_waits_for_a_decision(status, menunggu):
    daftar = diubah(ada_tindak_lanjut=True, tindak_lanjut_lalu="Rapat", status_tindak_lanjut=status, unit="Bidang A")
    kalimat = f"Tindak lanjut sebelumnya yang belum mulai atau dibatalkan: 1.1 (Bidang A, {status})."
    assert daftar_keputusan(daftar) == ((kalimat,) if menunggu else ())


def test_of_many_that_wait_only_the_first_are_named():
    [sasaran] = diubah()
    [satu] = sasaran.daftar_indikator
    [kalimat] = daftar_keputusan((replace(sasaran, daftar_indikator=(satu,) * 10),))
    assert kalimat.endswith(", dan 2 (dua) lainnya.")


@pytest.mark.parametrize(("banyak", "bernama"), [(3, True), (4, False)])
def test_of_more_than_three_that_wait_the_numbers_are_enough_for_the_one_page(banyak, bernama):
    [sasaran] = diubah()
    [satu] = sasaran.daftar_indikator
    [kalimat] = daftar_keputusan((replace(sasaran, daftar_indikator=(satu,) * banyak),))
    assert ("1.1 Indeks A (90,00%)" in kalimat) is bernama


def test_earlier_promises_are_listed_with_how_they_went_on():
    [janji] = daftar_janji(diubah(tindak_lanjut_lalu="Rapat", status_tindak_lanjut="selesai", unit="Bidang A"))
    assert (janji.nomor, janji.unit, janji.janji, janji.status) == ("1.1", "Bidang A", "Rapat", "selesai")
    assert daftar_janji(diubah()) == ()


def test_evidence_that_nobody_owes_has_a_dash_and_no_mark():
    [janji] = daftar_janji(diubah(tindak_lanjut_lalu="Rapat", bukti_tindak_lanjut="[belum diisi unit]"))
    assert janji.bukti == "–"


@pytest.mark.parametrize(
    ("periode", "isi", "kalimat"),
    [
        pytest.param(triwulan(2025, 1), (), "", id="nothing reported"),
        pytest.param(
            triwulan(2025, 1),
            (12, 3),
            "Dari 2 (dua) indikator yang sudah terukur, 1 (satu) mencapai target tahun: 1.1.",
            id="one is done early",
        ),
        pytest.param(
            triwulan(2025, 1),
            (3, 3),
            "Dari 2 (dua) indikator yang sudah terukur, belum ada yang mencapai target tahun.",
            id="none yet",
        ),
        pytest.param(
            triwulan(2025, 4),
            (3, 4),
            "Dari 2 (dua) indikator yang sudah terukur, 2 (dua) mencapai target tahun: 1.1 dan 1.2.",
            id="all when the year is over",
        ),
    ],
)
def test_a_quarter_says_how_many_have_reached_the_target_of_the_year(periode, isi, kalimat):
    jumlah = {"cara": CaraGabung.JUMLAH, "jenis": JenisTarget.PER_TRIWULAN, "tahun": 12, "triwulan": (3,) * 4}
    daftar = [indikator(f"I{n}", **jumlah) for n in range(1, len(isi) + 1)] or [indikator("I1", **jumlah)]
    angka = {i.kode: nilai for i, nilai in zip(daftar, isi, strict=False)}
    kiriman = [laporan("U1", satu.nomor, angka) for satu in periode.sampai_dengan] if isi else []
    jadi = susun_pandangan(susun_rekap(induk(*daftar), periode, kumpulan(*kiriman)))
    assert jadi.ringkasan.kalimat_target_tahun == kalimat


def test_what_may_still_fall_behind_is_told_apart_from_what_is_reached():
    daftar = [indikator(f"I{n}", cara=CaraGabung.RATA_RATA, jenis=JenisTarget.KONSTAN) for n in (1, 2)]
    kiriman = laporan("U1", 1, {"I1": 100, "I2": 90})
    jadi = susun_pandangan(susun_rekap(induk(*daftar), triwulan(2025, 1), kumpulan(kiriman)))
    awal = "Dari 2 (dua) indikator yang sudah terukur, belum ada yang mencapai target tahun"
    assert jadi.ringkasan.kalimat_target_tahun == f"{awal}; 1 (satu) sejauh ini memenuhinya."


@pytest.mark.parametrize(
    ("kiriman", "akhir"),
    [(("U1",), "belum ada yang mencapai target tahun; 1 (satu) sejauh ini memenuhinya."), (("U1", "U2"), "1.1.")],
    ids=["half of the units", "all of them"],
)
def test_a_year_that_lacks_the_figures_of_a_unit_has_reached_nothing_for_certain(kiriman, akhir):
    bersama = indikator("I1", unit=("U1", "U2"), gabung_unit=GabungUnit.RATA_RATA, cara=CaraGabung.RATA_RATA)
    semua = [laporan(unit, nomor, {"I1": 100}) for unit in kiriman for nomor in range(1, 5)]
    jadi = susun_pandangan(susun_rekap(induk(bersama), triwulan(2025, 4), kumpulan(*semua)))
    assert jadi.ringkasan.kalimat_target_tahun.endswith(akhir)
