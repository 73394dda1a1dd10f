"""Reports to try a template with: one with nothing in its lists, and one larger than any real one."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from lakip_gen.laporan.telusur import daftar_bidang

if TYPE_CHECKING:
    from lakip_gen.laporan.pandangan import LaporanPandangan
    from lakip_gen.laporan.telusur import Bidang

P = TypeVar("P")

BANYAK: Final = 60
"""Rows of every list that lies first in its list; lists in later rows keep their length."""
PANJANG: Final = 12
"""So often a text is repeated, and no text is made longer than `MAKS_HURUF`."""
MAKS_HURUF: Final = 1_200
LABEL: Final = 12
"""A text no longer than this is a label, and stays one."""
JANGGAL: Final = " & <sela> “kutip” {{ bukan tag }}"
_TETAP: Final = frozenset({"warna", "nomor", "kode", "nip", "nama_pendek", "sebutan"})
"""Fields whose text has a form that others rely on."""
_SELALU_BERISI: Final = frozenset({"daftar_triwulan"})
"""Lists that no report has empty: a period has quarters, however little was reported of them."""


def kosongkan(pandangan: LaporanPandangan) -> LaporanPandangan:
    """Return a report whose lists are all empty, but for those that never are."""
    return _kosong(pandangan)


def perbesar(pandangan: LaporanPandangan) -> LaporanPandangan:
    """Return a report with long lists, and with long and odd texts."""
    return _besar(pandangan, BANYAK)


def _kosong(pandangan: P) -> P:
    baru: dict[str, Any] = {}
    for bidang, isi in _isi(pandangan):
        if bidang.adalah_daftar and bidang.nama not in _SELALU_BERISI:
            baru[bidang.nama] = ()
        elif bidang.adalah_pandangan:
            baru[bidang.nama] = _kosong(isi)
    return replace(pandangan, **baru)  # type: ignore[type-var]


def _besar(pandangan: P, banyak: int) -> P:
    baru: dict[str, Any] = {bidang.nama: _nilai(bidang, isi, banyak) for bidang, isi in _isi(pandangan)}
    return replace(pandangan, **baru)  # type: ignore[type-var]


def _isi(pandangan: object) -> list[tuple[Bidang, object]]:
    return [(bidang, getattr(pandangan, bidang.nama)) for bidang in daftar_bidang(type(pandangan))]


def _nilai(bidang: Bidang, isi: object, banyak: int) -> object:
    if isinstance(isi, tuple):
        return _anggota(replace(bidang, adalah_daftar=False), isi, banyak)
    if bidang.adalah_pandangan:
        return _besar(isi, banyak)
    return _panjang(isi) if isinstance(isi, str) and bidang.nama not in _TETAP else isi


def _anggota(bidang: Bidang, isi: tuple[object, ...], banyak: int) -> tuple[object, ...]:
    """Return the members of a list: the first with long texts and long lists of its own, all others as they are.

    Views come as often as asked, in turn: a template may ask for one by its place, so none is left out.
    Lists of plain values, such as the columns of a table, keep their length.
    """
    semua = islice(cycle(isi), max(banyak, len(isi))) if bidang.adalah_pandangan else isi
    return tuple(satu if nomor else _nilai(bidang, satu, banyak) for nomor, satu in enumerate(semua))


def _panjang(teks: str) -> str:
    return f"{' '.join([teks] * PANJANG)[:MAKS_HURUF]}{JANGGAL}" if len(teks) > LABEL else teks
