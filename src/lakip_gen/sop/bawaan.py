"""The SOPs that come with the program, as rows of the buku induk."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from lakip_gen.domain.skema.induk import DISIMPULKAN
from lakip_gen.domain.skema.induk_butir import ATURAN
from lakip_gen.domain.skema.induk_sop import HARI_LIBUR, LANGKAH_SOP
from lakip_gen.sop.hari_libur import isi_hari_libur

_SAMA = ("prosedur", "no", "tiap", "kegiatan", "waktu", "satuan", "selesai_bila", "kembali")
"""What stands in the sheet as it stands in the file."""


def daftar_nama() -> tuple[str, ...]:
    """Return the names under which the shipped SOPs are asked for."""
    folder = resources.files("lakip_gen.sop") / "naskah"
    return tuple(sorted(berkas.name.removesuffix(".toml") for berkas in folder.iterdir()))


Isi = Mapping[str, Sequence[Mapping[str, object]]]
"""Rows by sheet; a sheet of items has one row with the items as columns."""


def dengan_sop(isi: Isi, nama: str, tahun: int) -> dict[str, Sequence[Mapping[str, object]]]:
    """Return the rows of a buku induk with those of a shipped SOP and the year's holidays.

    Raises:
        KeyError: When no SOP of that name is shipped.
    """
    sop = isi_sop(nama)
    aturan = [{**isi[ATURAN.kunci][0], **sop[ATURAN.kunci][0]}]
    return {**isi, **sop, ATURAN.kunci: aturan, HARI_LIBUR.kunci: isi_hari_libur(tahun)}


def isi_sop(nama: str) -> dict[str, Sequence[Mapping[str, object]]]:
    """Return the rows of the sheet of steps, and the items that name the SOP.

    Raises:
        KeyError: When no SOP of that name is shipped.
    """
    if nama not in daftar_nama():
        raise KeyError(nama)
    berkas = resources.files("lakip_gen.sop") / "naskah" / f"{nama}.toml"
    isi = tomllib.loads(berkas.read_text(encoding="utf-8"))
    return {
        LANGKAH_SOP.kunci: [_baris(langkah, isi["peran"]) for langkah in isi["langkah"]],
        ATURAN.kunci: [{"nama_sop": isi["nama"], "nomor_sop": isi["nomor"]}],
    }


def _baris(langkah: Mapping[str, Any], peran: Mapping[str, str]) -> dict[str, object]:
    return {kunci: langkah[kunci] for kunci in _SAMA if kunci in langkah} | {
        "pelaksana": peran[langkah["pelaksana"]],
        "pasti": "SOP" if langkah.get("pasti", True) else DISIMPULKAN,
        "kelengkapan": "; ".join(_sebutan(butir) for butir in langkah.get("kelengkapan", ())),
        "output": _sebutan(langkah.get("output", "")),
    }


def _sebutan(butir: str) -> str:
    """Return a paper's name as an office writes it: `lembar-disposisi` is Lembar Disposisi."""
    return butir.replace("-", " ").title()
