"""What a buku induk says otherwise than another one, in words for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Riwayat


def beda_induk(lama: Induk, baru: Induk) -> tuple[str, ...]:
    """Return what two buku induk do not say alike: each row by its kode, with what of it."""
    return tuple(butir for nama, dulu, kini in _bidang(lama, baru) for butir in _beda(nama, dulu, kini))


def beda_riwayat(lama: Mapping[str, Riwayat], baru: Mapping[str, Riwayat]) -> tuple[str, ...]:
    """Return the indicators whose earlier years are not told alike."""
    return tuple(f"riwayat {kode}" for kode in {**lama, **baru} if lama.get(kode) != baru.get(kode))


def _bidang(lama: Any, baru: Any) -> Iterator[tuple[str, Any, Any]]:  # noqa: ANN401 - two values of one dataclass
    """Yield what two values of one class do not hold alike, each under its name in words."""
    for bidang in fields(lama):
        dulu, kini = getattr(lama, bidang.name), getattr(baru, bidang.name)
        if bidang.compare and dulu != kini:
            yield bidang.name.removeprefix("daftar_").replace("_", " "), dulu, kini


def _beda(nama: str, dulu: Any, kini: Any) -> Iterator[str]:  # noqa: ANN401 - whatever a buku induk holds
    if is_dataclass(dulu):
        yield _rinci(nama, dulu, kini)
    elif isinstance(dulu, tuple) and all(hasattr(satu, "kode") for satu in (*dulu, *kini)):
        daftar = tuple(_beda_daftar(nama, {satu.kode: satu for satu in dulu}, {satu.kode: satu for satu in kini}))
        yield from daftar or (f"urutan {nama}",)
    else:
        yield nama


def _beda_daftar(nama: str, dulu: Mapping[str, Any], kini: Mapping[str, Any]) -> Iterator[str]:
    for kode in {**dulu, **kini}:
        if kode not in kini:
            yield f"{nama} {kode} tidak ada"
        elif kode not in dulu:
            yield f"{nama} {kode} baru ada"
        elif dulu[kode] != kini[kode]:
            yield _rinci(f"{nama} {kode}", dulu[kode], kini[kode])


def _rinci(nama: str, dulu: Any, kini: Any) -> str:  # noqa: ANN401 - two values of one dataclass
    return f"{nama} ({', '.join(bidang for bidang, _, _ in _bidang(dulu, kini))})"
