"""From which day to which something of the buku induk holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lakip_gen.domain.skema.kolom import BERLAKU_SAMPAI
from lakip_gen.induk.pembaca import IsiInduk


def periksa_terbalik(isi: IsiInduk, sejak: date | None, sampai: date | None) -> None:
    """Find a row that ends before it begins."""
    if sejak and sampai and sampai < sejak:
        isi.temukan("masa-terbalik", BERLAKU_SAMPAI, f"{sampai:%d/%m/%Y}", sejak=f"{sejak:%d/%m/%Y}")


def hari_berganti(sejak: date, sampai: date | None) -> Iterator[date]:
    """Yield the days on which something changes: the first, and the one after the last."""
    yield sejak
    if sampai is not None and sampai < date.max:
        yield sampai + timedelta(days=1)
