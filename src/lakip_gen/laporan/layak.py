"""Reports to try a template with: one with nothing in its lists, and one larger than any real one."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from lakip_gen.laporan.grafik import Grafik
from lakip_gen.laporan.pandangan import Angka

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.laporan.pandangan import LaporanPandangan

P = TypeVar("P")

BANYAK: Final = 60
"""Rows of every list that lies first in its list; lists in later rows keep their length."""
PANJANG: Final = 12
"""So often a text is repeated, and no text is made longer than `MAKS_HURUF`."""
MAKS_HURUF: Final = 1_200
LABEL: Final = 12
"""A text no longer than this is a label, and stays one."""
JANGGAL: Final = " & <sela> “kutip” {{ bukan tag }}"
_UTUH: Final = (Angka, Grafik)
"""What is a value of its own, not a collection of values."""
_TETAP: Final = frozenset({"warna", "nomor", "kode", "nip", "nama_pendek", "sebutan"})
"""Fields whose text has a form that others rely on."""


def kosongkan(pandangan: LaporanPandangan) -> LaporanPandangan:
    """Return a report whose lists are all empty."""
    return _kosong(pandangan)


def perbesar(pandangan: LaporanPandangan) -> LaporanPandangan:
    """Return a report with long lists, and with long and odd texts."""
    return _besar(pandangan, BANYAK)


def _kosong(pandangan: P) -> P:
    baru: dict[str, Any] = {}
    for nama, isi in _daftar_isi(pandangan):
        if isinstance(isi, tuple):
            baru[nama] = ()
        elif _punya_isi(isi):
            baru[nama] = _kosong(isi)
    return replace(pandangan, **baru)  # type: ignore[type-var]


def _besar(pandangan: P, banyak: int) -> P:
    baru: dict[str, Any] = {nama: _nilai(nama, isi, banyak) for nama, isi in _daftar_isi(pandangan)}
    return replace(pandangan, **baru)  # type: ignore[type-var]


def _nilai(nama: str, isi: object, banyak: int) -> object:
    if isinstance(isi, tuple):
        return tuple(_anggota(satu, nomor, banyak) for nomor, satu in enumerate(_sebanyak(isi, banyak)))
    if isinstance(isi, str) and nama not in _TETAP:
        return _panjang(isi)
    return _besar(isi, banyak) if _punya_isi(isi) else isi


def _sebanyak(isi: tuple[object, ...], banyak: int) -> Iterator[object]:
    """Yield the members of a list as often as asked; a template may ask for one by its place, so none is left out.

    Lists of plain values, such as the columns of a table, keep their length.
    """
    return islice(cycle(isi), max(banyak if isi and _punya_isi(isi[0]) else 0, len(isi)))


def _anggota(satu: object, nomor: int, banyak: int) -> object:
    """Return a member of a list: the first one with long texts and long lists of its own, all others as they are."""
    if nomor:
        return satu
    if isinstance(satu, str):
        return _panjang(satu)
    return _besar(satu, banyak) if _punya_isi(satu) else satu


def _panjang(teks: str) -> str:
    return f"{' '.join([teks] * PANJANG)[:MAKS_HURUF]}{JANGGAL}" if len(teks) > LABEL else teks


def _punya_isi(isi: object) -> bool:
    return is_dataclass(isi) and not isinstance(isi, (type, *_UTUH))


def _daftar_isi(pandangan: object) -> list[tuple[str, object]]:
    return [(satu.name, getattr(pandangan, satu.name)) for satu in fields(pandangan)]  # type: ignore[arg-type]
