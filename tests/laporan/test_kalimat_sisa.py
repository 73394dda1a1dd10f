"""How far the year's target is: what is still missing, what room a limit leaves, never where it will end."""

from decimal import Decimal

import pytest

from bantu_induk import SKALA_SAKIP, indikator, induk, kumpulan, laporan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.nilai import Rentang
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.target import JenisTarget
from lakip_gen.laporan.kalimat_sisa import sisa_target

JUMLAH = {"cara": CaraGabung.JUMLAH, "jenis": JenisTarget.PER_TRIWULAN}
AKHIR = {"cara": CaraGabung.AKHIR}
KUMULATIF = {"cara": CaraGabung.KUMULATIF, "jenis": JenisTarget.KUMULATIF}
RATA = {"cara": CaraGabung.RATA_RATA}
SEKALI = {"cara": CaraGabung.SEKALI}
NAIK, TURUN, RENTANG = Arah.NAIK, Arah.TURUN, Arah.RENTANG


def sisa(realisasi, kapan=1, sejak=1, **lain):
    """Return the distance that the report of a quarter prints of an indicator that stands at a figure since one."""
    buku = induk(indikator("I1", satuan="dokumen", **lain))
    kiriman = range(sejak, kapan + 1) if realisasi is not None else ()
    isian = [laporan("U1", nomor, {"I1": realisasi}) for nomor in kiriman]
    [milik] = susun_rekap(buku, triwulan(2025, kapan), kumpulan(*isian)).daftar_indikator
    return sisa_target(milik)


@pytest.mark.parametrize(
    ("realisasi", "lain", "tercetak"),
    [
        pytest.param(3, {"arah": NAIK, **JUMLAH}, "9 dokumen lagi", id="what adds up"),
        pytest.param(12, {"arah": NAIK, **JUMLAH}, "sudah tercapai", id="reached"),
        pytest.param(3, {"arah": NAIK, **AKHIR}, "kurang 9 dokumen", id="a state"),
        pytest.param(
            3,
            {"arah": TURUN, **JUMLAH},
            "masih 9 dokumen di bawah batas",
            id="a limit",
        ),
        pytest.param(
            12,
            {"arah": TURUN, **JUMLAH},
            "batas habis terpakai",
            id="a limit used up",
        ),
        pytest.param(
            14,
            {"arah": TURUN, **JUMLAH},
            "2 dokumen di atas batas",
            id="over a limit",
        ),
        pytest.param(14, {"arah": TURUN, **AKHIR}, "lebih 2 dokumen", id="a state too high"),
        pytest.param(9, {"arah": TURUN, **AKHIR}, "sejauh ini memenuhi target", id="a state low enough"),
        pytest.param(12, {"arah": TURUN, **RATA}, "sejauh ini memenuhi target", id="a mean just low enough"),
        pytest.param(14, {"arah": NAIK, **RATA}, "sejauh ini memenuhi target", id="a mean high enough"),
        pytest.param(14, {"arah": NAIK, **SEKALI}, "sudah tercapai", id="asked once a year"),
        pytest.param(9, {"arah": TURUN, "kapan": 4, **RATA}, "sudah tercapai", id="a mean when the year has ended"),
        pytest.param(
            9,
            {"arah": TURUN, "kapan": 4, "sejak": 4, **RATA},
            "sejauh ini memenuhi target",
            id="a mean of which quarters are missing when the year has ended",
        ),
        pytest.param(3, {"arah": NAIK, "kapan": 4, **KUMULATIF}, "kurang 9 dokumen", id="what adds up, too late"),
        pytest.param(3, {"arah": TURUN, "kapan": 4, **KUMULATIF}, "9 dokumen di bawah batas", id="a limit that held"),
        pytest.param(None, {"arah": NAIK, **AKHIR}, "–", id="nothing reported"),
        pytest.param(Decimal(f"11.{'9' * 30}"), {"arah": NAIK, **AKHIR}, "kurang sedikit", id="too little to be seen"),
    ],
)
def test_the_distance_says_what_is_missing_or_what_room_is_left(realisasi, lain, tercetak):
    assert sisa(realisasi, tahun=12, triwulan=(3, 3, 3, 3), **lain) == tercetak


@pytest.mark.parametrize(
    ("realisasi", "tercetak"),
    [(5, "di dalam rentang target"), (2, "2 dokumen di bawah rentang"), (9, "1 dokumen di atas rentang")],
    ids=["within", "below", "above"],
)
def test_a_range_has_two_borders(realisasi, tercetak):
    batas = Rentang(Decimal(4), Decimal(8))
    assert sisa(realisasi, arah=RENTANG, tahun=batas, triwulan=(batas,) * 4) == tercetak


@pytest.mark.parametrize(
    ("realisasi", "kapan", "tercetak"),
    [
        (3, 1, "menuju A"),
        (5, 1, "sejauh ini memenuhi target"),
        (5, 4, "sudah tercapai"),
        (3, 4, "di bawah A"),
    ],
    ids=["below", "reached so far", "reached", "missed when the year has ended"],
)
def test_a_predicate_has_no_distance_in_numbers(realisasi, kapan, tercetak):
    assert sisa(realisasi, kapan, skala=SKALA_SAKIP, tahun=5, triwulan=(5,) * 4) == tercetak
