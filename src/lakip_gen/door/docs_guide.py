"""The pages for each role, from the same data as the files in the working folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.door.markdown import page, plain, table
from lakip_gen.pesan.panduan import panduan_untuk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.pesan.panduan import Bagian

_SAME: Final = "Halaman ini juga ada di ruang kerja sebagai `panduan/{peran}.html` dan `panduan/{peran}.docx`."
_PICTURES: Final = "../src/lakip_gen/pesan/gambar/"


def guide_page(role: str) -> str:
    """Return the page of a role."""
    guide = panduan_untuk(role)
    sections = (part for section in guide.daftar_bagian for part in _section(section))
    return page(guide.judul, (plain(guide.pembuka), _SAME.format(peran=role), *sections))


def _section(section: Bagian) -> Iterator[str]:
    yield f"## {section.judul}"
    yield from map(plain, section.isi)
    if section.butir:
        yield "\n".join(f"- {plain(one)}" for one in section.butir)
    for name, caption in section.gambar:
        yield f"![{plain(caption)}]({_PICTURES}{name})"
        yield f"*{plain(caption)}*"
    if section.tabel:
        yield table(section.tabel[0], section.tabel[1:])
