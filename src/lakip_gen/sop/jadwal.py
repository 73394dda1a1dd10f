"""The plan of a period's steps: on which day each begins and ends when nothing is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lakip_gen.domain.hari_kerja import Kalender
from lakip_gen.domain.sop import Langkah
from lakip_gen.sop.keadaan import MENURUT_TENGGAT


@dataclass(frozen=True, slots=True)
class Terjadwal:
    """One step with its first and its last day; None while nobody knows when the first step begins."""

    langkah: Langkah
    mulai: date | None
    akhir: date | None


def susun_jadwal(
    daftar_langkah: Iterable[Langkah], mulai: date | None, kalender: Kalender, tenggat_formulir: date | None = None
) -> tuple[Terjadwal, ...]:
    """Return each step with its days: it begins when the one before is over; minutes and hours take no day.

    Args:
        daftar_langkah: The steps of a period, those of a procedure together.
        mulai: The day on which the first step of each procedure begins.
        kalender: The office's working days.
        tenggat_formulir: The last day for forms, which holds for the steps that forms prove as well.
    """
    hasil: list[Terjadwal] = []
    for _, langkah in groupby(daftar_langkah, key=lambda satu: satu.prosedur):
        kini = mulai
        for satu in langkah:
            akhir = _akhir(satu, kini, kalender, tenggat_formulir) if kini else None
            hasil.append(Terjadwal(satu, kini, akhir))
            kini = max(kini, akhir) if kini and akhir else None
    return tuple(hasil)


def _akhir(langkah: Langkah, mulai: date, kalender: Kalender, tenggat_formulir: date | None) -> date:
    """Return a step's last day: that of its own time or of the agency's forms, whichever comes first."""
    sendiri = langkah.waktu.akhir(mulai, kalender) if langkah.waktu else None
    formulir = tenggat_formulir if langkah.selesai_bila in MENURUT_TENGGAT else None
    return min(filter(None, (sendiri, formulir)), default=mulai)
