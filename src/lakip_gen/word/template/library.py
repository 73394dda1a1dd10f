"""What templates may take in from beside them: sub-templates and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Pustaka:
    """The files that templates may take in, by file name.

    Attributes:
        daftar_bagian: The sub-templates.
        daftar_gambar: The pictures.
        letak_bagian: The folder of the sub-templates, as findings shall show it.
        letak_gambar: The folder of the pictures, as findings shall show it.
    """

    daftar_bagian: Mapping[str, bytes] = field(default_factory=dict)
    daftar_gambar: Mapping[str, bytes] = field(default_factory=dict)
    letak_bagian: str = "templates/bagian"
    letak_gambar: str = "templates/gambar"


def find(daftar: Mapping[str, bytes], nama: str) -> str:
    """Return the file a name means, its ending and its case left aside; empty when there is none."""
    dicari = nama.casefold()
    exact = [berkas for berkas in sorted(daftar) if berkas.casefold() == dicari]
    loose = [berkas for berkas in sorted(daftar) if berkas.casefold().rpartition(".")[0] == dicari]
    return next(iter(exact + loose), "")


def names(daftar: Mapping[str, bytes]) -> str:
    """Return the names of the files there are, for a message."""
    return ", ".join(sorted(daftar)) or "(tidak ada)"
