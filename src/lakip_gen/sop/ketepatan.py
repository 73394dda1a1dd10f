"""When a unit's form came, beside its last day.

Late is only what has a recorded receipt after the last day: when the program first saw a form says no more than that
somebody had put it into the folder by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis


@dataclass(frozen=True, slots=True, kw_only=True)
class Ketepatan:
    """One unit's form of one quarter and its days.

    Attributes:
        status: Where it stands.
        tenggat: Its last day; None where the agency sets none.
        terlihat: When the program first saw a form of the unit; None where it never did.
        diterima: When somebody recorded that it was received or accepted; None where nobody did.
        terlambat: So many days the receipt came after the last day.
        lewat: So many days the last day is over and there is no form.
    """

    status: StatusLaporan
    tenggat: date | None = None
    terlihat: date | None = None
    diterima: date | None = None
    terlambat: int = 0
    lewat: int = 0

    @property
    def kalimat(self) -> str:
        """What is said of its days; empty where there is nothing to say."""
        if self.lewat:
            return f"lewat {self.lewat} hari"
        if self.terlambat and self.diterima:
            return f"diterima {self.diterima:%d-%m-%Y}, terlambat {self.terlambat} hari"
        if self.diterima:
            return f"diterima {self.diterima:%d-%m-%Y}"
        if self.terlihat:
            return f"terlihat {self.terlihat:%d-%m-%Y}"
        ditunggu = self.status.status is StatusUnit.BELUM and not self.status.daftar_penerimaan
        return f"paling lambat {self.tenggat:%d-%m-%Y}" if ditunggu and self.tenggat else ""


def nilai_ketepatan(
    status: StatusLaporan, catatan: BukuPeristiwa, tenggat: date | None, hari_ini: date | None = None
) -> Ketepatan:
    """Return when a unit's form came.

    Args:
        status: Where the form stands.
        catatan: The events of its quarter.
        tenggat: Its last day.
        hari_ini: The day on which the question is asked; None where only what was recorded counts.
    """
    milik = [satu for satu in catatan.berlaku.values() if satu.unit == status.unit.kode]
    terlihat = [satu.dicatat.date() for satu in milik if satu.jenis is Jenis.TERLIHAT]
    ditutup = status.status is StatusUnit.BELUM
    diterima = [satu.tanggal or satu.dicatat.date() for satu in milik if satu.jenis is Jenis.DITERIMA and not ditutup]
    kurang = ditutup and not status.daftar_penerimaan
    return Ketepatan(
        status=status,
        tenggat=tenggat,
        terlihat=min(terlihat, default=None),
        diterima=min(diterima, default=None),
        terlambat=_lewat(min(diterima, default=None), tenggat),
        lewat=_lewat(hari_ini, tenggat) if kurang else 0,
    )


def _lewat(hari: date | None, tenggat: date | None) -> int:
    return max((hari - tenggat).days, 0) if hari and tenggat else 0
