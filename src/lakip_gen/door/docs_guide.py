"""The page for the Sekretaris, from the same data as the Word file in the working folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.door.markdown import page, plain, table
from lakip_gen.pesan.panduan import panduan_sekretaris

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakip_gen.pesan.panduan import Bagian

_SAME: Final = "Halaman ini juga ada di ruang kerja sebagai `panduan-sekretaris.docx`."


def guide_page() -> str:
    """Return the page."""
    guide = panduan_sekretaris()
    sections = (part for section in guide.daftar_bagian for part in _section(section))
    return page(guide.judul, (plain(guide.pembuka), _SAME, *sections))


def _section(section: Bagian) -> Iterator[str]:
    yield f"## {section.judul}"
    yield from map(plain, section.isi)
    if section.butir:
        yield "\n".join(f"- {plain(one)}" for one in section.butir)
    if section.tabel:
        yield table(section.tabel[0], section.tabel[1:])
