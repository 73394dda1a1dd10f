"""When a form came: late is only what has a recorded receipt after the last day."""

from datetime import UTC, date, datetime

import pytest

from bantu_induk import indikator, induk
from lakip_gen.domain.keraguan import Penerimaan
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.sop.ketepatan import nilai_ketepatan
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa

UNIT = induk(indikator("I1")).daftar_unit[0]
DITUTUP = Penerimaan(nomor=1, unit=UNIT.kode, alasan="Tidak ada kegiatan")
TENGGAT = date(2025, 4, 10)


def terlihat(hari, unit=UNIT.kode):
    return Peristiwa(jenis=Jenis.TERLIHAT, dicatat=datetime(2025, 4, hari, 8, tzinfo=UTC), unit=unit)


def diterima(hari, tanggal=None):
    saat = datetime(2025, 4, hari, 8, tzinfo=UTC)
    return Peristiwa(jenis=Jenis.DITERIMA, dicatat=saat, tanggal=tanggal, unit=UNIT.kode)


def batal(nomor):
    return Peristiwa(jenis=Jenis.DIBATALKAN, dicatat=datetime(2025, 4, 30, tzinfo=UTC), batal=nomor)


def nilai(*daftar, status=StatusUnit.DITERIMA, tenggat=TENGGAT, hari_ini=date(2025, 4, 14), diterima_dengan=()):
    milik = StatusLaporan(unit=UNIT, triwulan=triwulan(2025, 1), status=status, daftar_penerimaan=diterima_dengan)
    return nilai_ketepatan(milik, BukuPeristiwa(dict(enumerate(daftar, start=1))), tenggat, hari_ini)


@pytest.mark.parametrize(
    ("satu", "kalimat", "terlambat"),
    [
        (nilai(), "", 0),
        (nilai(terlihat(12), terlihat(9), terlihat(1, "LAIN")), "terlihat 09-04-2025", 0),
        (nilai(terlihat(20)), "terlihat 20-04-2025", 0),
        (nilai(terlihat(9), diterima(10)), "diterima 10-04-2025", 0),
        (nilai(diterima(13), diterima(12)), "diterima 12-04-2025, terlambat 2 hari", 2),
        (nilai(diterima(13, tanggal=date(2025, 4, 9))), "diterima 09-04-2025", 0),
        (nilai(diterima(13), batal(1)), "", 0),
        (nilai(diterima(13), tenggat=None), "diterima 13-04-2025", 0),
    ],
    ids=["unknown", "seen", "seen late", "received", "received late", "said earlier", "taken back", "no last day"],
)
def test_a_form_is_late_by_its_recorded_receipt_alone(satu, kalimat, terlambat):
    assert (satu.kalimat, satu.terlambat, satu.lewat) == (kalimat, terlambat, 0)


@pytest.mark.parametrize(
    ("satu", "kalimat"),
    [
        (nilai(status=StatusUnit.BELUM), "lewat 4 hari"),
        (nilai(status=StatusUnit.BELUM, hari_ini=TENGGAT), "paling lambat 10-04-2025"),
        (nilai(status=StatusUnit.BELUM, tenggat=None), ""),
        (nilai(diterima(12), status=StatusUnit.BELUM, diterima_dengan=(DITUTUP,)), ""),
    ],
    ids=["over", "not yet over", "no last day", "closed with a reason"],
)
def test_a_form_that_is_not_there_is_over_its_day_unless_its_unit_was_closed(satu, kalimat):
    assert satu.kalimat == kalimat
