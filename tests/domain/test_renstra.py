"""An indicator on its way to the end of the Renstra, for each cara gabung; every value was worked out by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_induk import TAHUN, dinilai, indikator, induk, kumpulan, laporan
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.jejak import jejak_indikator
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.pengukuran import AKHIR_TAHUN
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.rekap_renstra import AKHIR_RENSTRA
from lakip_gen.domain.renstra import JenisRenstra, PeriodeRenstra
from lakip_gen.domain.target import JenisTarget
from lakip_gen.domain.temuan import Asal

TAHUNAN, KUMULATIF = JenisRenstra.TAHUNAN, JenisRenstra.KUMULATIF
DUA_TAHUN = (TahunLalu(TAHUN - 2, None, Decimal(7)), TahunLalu(TAHUN - 1, Decimal(9), Decimal(10)))


def riwayat(target=40, jenis=None, *, lalu=DUA_TAHUN, **lain):
    return Riwayat(lalu, None if target is None else Decimal(target), jenis_renstra=jenis, **lain)


def rekap(cara, isi, milik, *, periode=None, renstra=None, **lain):
    """Return an agency's figures with one indicator that was reported quarter by quarter."""
    jenis = JenisTarget.PER_TRIWULAN if cara in {CaraGabung.JUMLAH, CaraGabung.RATA_RATA} else JenisTarget.KONSTAN
    satu = indikator(cara=cara, jenis=jenis, riwayat=milik, **lain)
    dasar = induk(satu, aturan=Aturan(batas_bawah=None))
    buku = replace(dasar, instansi=replace(dasar.instansi, renstra=renstra))
    daftar = (dinilai(laporan("U1", nomor, {"I1": angka}), buku) for nomor, angka in enumerate(isi, start=1))
    return susun_rekap(buku, periode or setahun(TAHUN), kumpulan(*daftar))


def renstra(*isi, **lain):
    return rekap(*isi, **lain).daftar_indikator[0].renstra


def angka(satu):
    """Return columns 6, 13 and 14."""
    capaian = satu.ukuran.dinilai
    return satu.lalu.angka, satu.ukuran.realisasi.angka, capaian.angka if capaian else None


@pytest.mark.parametrize(
    ("cara", "isi", "jenis", "harap"),
    [
        pytest.param(CaraGabung.JUMLAH, (1, 1, 1, 2), None, (17, 22, 55), id="a-sum-goes-on-over-the-years"),
        pytest.param(CaraGabung.JUMLAH, (1, 1, 1, 2), TAHUNAN, (10, 5, "12.5"), id="a-sum-of-one-year"),
        pytest.param(CaraGabung.KUMULATIF, (2, 4, 6, 8), None, (10, 8, 20), id="a-running-total-of-one-year"),
        pytest.param(CaraGabung.KUMULATIF, (2, 4, 6, 8), KUMULATIF, (17, 25, "62.5"), id="running-totals-of-all-years"),
        pytest.param(CaraGabung.AKHIR, (28, 30, 31, 36), None, (10, 36, 90), id="a-state"),
        pytest.param(CaraGabung.RATA_RATA, (30, 34, 36, 40), None, (10, 35, "87.5"), id="a-mean"),
        pytest.param(
            CaraGabung.RASIO, ((1, 4), (1, 4), (1, 4), (0, 4)), None, (10, "0.1875", "0.46875"), id="a-ratio-of-flows"
        ),
        pytest.param(
            CaraGabung.RASIO_AKHIR, ((8, 4), (12, 4), (16, 4), (20, 4)), None, (10, 5, "12.5"), id="a-state-ratio"
        ),
        pytest.param(CaraGabung.SEKALI, (None, None, None, 32), None, (10, 32, 80), id="one-entry-a-year"),
        pytest.param(CaraGabung.SEKALI, (None, None, None, 3), KUMULATIF, (17, 20, 50), id="entries-of-all-years"),
    ],
)
def test_what_is_compared_with_the_end_of_the_renstra_follows_from_its_kind(cara, isi, jenis, harap):
    assert angka(renstra(cara, isi, riwayat(jenis=jenis))) == tuple(Decimal(nilai) for nilai in harap)


def test_only_the_years_of_this_renstra_are_added_up():
    satu = renstra(CaraGabung.JUMLAH, (1, 1, 1, 2), riwayat(), renstra=PeriodeRenstra(TAHUN - 1, TAHUN + 3))
    assert (angka(satu), satu.daftar_tahun) == ((10, 15, Decimal("37.5")), (TAHUN - 1,))


def test_in_its_first_year_nothing_was_reached_before():
    satu = renstra(CaraGabung.JUMLAH, (1, 1, 1, 2), riwayat(), renstra=PeriodeRenstra(TAHUN, TAHUN + 4))
    assert angka(satu) == (0, 5, Decimal("12.5"))


def test_what_the_planner_typed_wins_over_the_years_that_are_known():
    satu = renstra(CaraGabung.JUMLAH, (1, 1, 1, 2), riwayat(realisasi_renstra=Decimal(31)))
    assert (angka(satu), satu.daftar_tahun) == ((31, 36, 90), ())
    assert angka(renstra(CaraGabung.AKHIR, (30,) * 4, riwayat(realisasi_renstra=Decimal(20)))) == (20, 30, 75)


@pytest.mark.parametrize(
    ("cara", "isi", "milik", "periode", "alasan"),
    [
        pytest.param(
            CaraGabung.JUMLAH,
            (1, 1, 1, 2),
            riwayat(lalu=DUA_TAHUN[:1]),
            PeriodeRenstra(TAHUN - 2, TAHUN + 2),
            f"realisasi {TAHUN - 1} belum dicatat",
            id="a-year-is-not-known",
        ),
        pytest.param(
            CaraGabung.JUMLAH,
            (1, 1, 1, 2),
            riwayat(lalu=()),
            None,
            f"realisasi {TAHUN - 1} belum dicatat",
            id="no-year-is-known",
        ),
        pytest.param(
            CaraGabung.JUMLAH, (1, 1, 1), riwayat(), None, "belum lengkap (3 dari 4 triwulan)", id="this-year-has-a-gap"
        ),
        pytest.param(
            CaraGabung.AKHIR,
            (1,) * 4,
            riwayat(target=None),
            None,
            "target akhir Renstra belum ditetapkan",
            id="no-target",
        ),
    ],
)
def test_without_a_figure_the_reason_stands_there(cara, isi, milik, periode, alasan):
    assert renstra(cara, isi, milik, renstra=periode).ukuran.capaian.alasan == alasan


def test_last_year_s_state_that_nobody_wrote_is_unknown_though_this_year_s_is_judged():
    assert angka(renstra(CaraGabung.AKHIR, (30,) * 4, riwayat(lalu=()))) == (None, 30, 75)


@pytest.mark.parametrize(
    ("jenis", "periode", "renstra_", "alasan"),
    [
        pytest.param(TAHUNAN, triwulan(TAHUN, 2), None, AKHIR_TAHUN, id="one-year-in-its-middle"),
        pytest.param(TAHUNAN, setahun(TAHUN), None, None, id="one-year-at-its-end"),
        pytest.param(KUMULATIF, setahun(TAHUN), None, AKHIR_RENSTRA, id="nobody-wrote-when-it-ends"),
        pytest.param(KUMULATIF, setahun(TAHUN), PeriodeRenstra(TAHUN - 2, TAHUN + 1), AKHIR_RENSTRA, id="a-year-early"),
        pytest.param(
            KUMULATIF, triwulan(TAHUN, 2), PeriodeRenstra(TAHUN - 2, TAHUN), AKHIR_RENSTRA, id="in-its-last-year"
        ),
        pytest.param(KUMULATIF, setahun(TAHUN), PeriodeRenstra(TAHUN - 2, TAHUN), None, id="at-its-end"),
    ],
)
def test_what_may_at_most_add_up_to_its_target_is_judged_at_the_end(jenis, periode, renstra_, alasan):
    satu = renstra(
        CaraGabung.JUMLAH, (1, 1, 1, 2), riwayat(jenis=jenis), periode=periode, renstra=renstra_, arah=Arah.TURUN
    )
    assert (satu.ukuran.capaian if alasan else None) == alasan
    assert (satu.ukuran.dinilai is None) is (alasan is not None)


def test_a_range_over_all_years_is_judged_at_the_end_of_them():
    milik = replace(riwayat(), target_renstra=indikator(tahun=(20, 24)).target_berlaku.tahun)
    akhir = PeriodeRenstra(TAHUN - 2, TAHUN)
    lain = {"arah": Arah.RENTANG, "tahun": (4, 6), "triwulan": ((1, 2),) * 4}
    assert angka(renstra(CaraGabung.JUMLAH, (1, 1, 1, 2), milik, renstra=akhir, **lain)) == (17, 22, 100)
    assert renstra(CaraGabung.JUMLAH, (1, 1, 1, 2), milik, **lain).ukuran.capaian == AKHIR_RENSTRA


def test_an_incomplete_year_is_still_incomplete_on_its_way():
    satu = renstra(CaraGabung.RATA_RATA, (30, 34), riwayat(jenis=TAHUNAN))
    assert (satu.ukuran.sementara, satu.ukuran.dinilai.angka) == (True, 80)


def daun(pohon):
    return [pohon] if not pohon.daftar_bagian else [d for bagian in pohon.daftar_bagian for d in daun(bagian)]


def test_the_trace_of_a_sum_over_the_years_leads_to_each_year_s_cell():
    kunci = ("realisasi_2", "realisasi_1", "target_renstra", "realisasi_renstra")
    asal = {satu: Asal("induk.xlsx", "Riwayat", satu) for satu in kunci}
    satu = rekap(CaraGabung.JUMLAH, (1, 1, 1, 2), riwayat(asal=asal))
    pohon = jejak_indikator(satu, satu.daftar_indikator[0]).daftar_bagian[-1]
    assert (pohon.nama, pohon.nilai) == (f"Capaian s.d. {TAHUN} terhadap target akhir Renstra (kumulatif)", "55%")
    assert [(d.nama, d.nilai, d.asal and d.asal.sel) for d in daun(pohon)] == [
        ("Target akhir Renstra", "40", "target_renstra"),
        (f"Realisasi {TAHUN - 2}", "7", "realisasi_2"),
        (f"Realisasi {TAHUN - 1}", "10", "realisasi_1"),
    ]
    tertulis = rekap(CaraGabung.JUMLAH, (1, 1, 1, 2), riwayat(asal=asal, realisasi_renstra=Decimal(31)))
    pohon = jejak_indikator(tertulis, tertulis.daftar_indikator[0]).daftar_bagian[-1]
    assert [(d.nama, d.nilai, d.asal.sel) for d in daun(pohon)][1:] == [
        (f"Realisasi s.d. {TAHUN - 1}", "31", "realisasi_renstra")
    ]
