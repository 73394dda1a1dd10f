"""The guides, one for each role, as data: the documentation and the files in the working folder say the same."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Final

PERAN: Final = ("unit", "perencana", "sekretaris")
"""Who has a guide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """One part of the guide: sentences, points, a table whose first row is its head, pictures with what they show."""

    judul: str
    isi: tuple[str, ...] = ()
    butir: tuple[str, ...] = ()
    tabel: tuple[tuple[str, str], ...] = ()
    gambar: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Panduan:
    """The guide."""

    judul: str
    pembuka: str
    daftar_bagian: tuple[Bagian, ...]


def panduan_untuk(peran: str) -> Panduan:
    """Return the guide of a role."""
    berkas = resources.files("lakip_gen.pesan") / f"{peran}.toml"
    isi = tomllib.loads(berkas.read_text(encoding="utf-8"))
    daftar = tuple(
        Bagian(
            judul=satu["judul"],
            isi=tuple(satu.get("isi", ())),
            butir=tuple(satu.get("butir", ())),
            tabel=tuple((kiri, kanan) for kiri, kanan in satu.get("tabel", ())),
            gambar=tuple((nama, perihal) for nama, perihal in satu.get("gambar", ())),
        )
        for satu in isi["bagian"]
    )
    return Panduan(isi["judul"], isi["pembuka"], daftar)


def gambar_panduan(nama: str) -> bytes:
    """Return a picture of a guide, as PNG; `tests/gambar_sekretaris.py` draws them."""
    return (resources.files("lakip_gen.pesan") / "gambar" / nama).read_bytes()
