"""The guide for the Sekretaris as a Word file in the working folder, where no documentation is at hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lakip_gen.pesan.panduan import Bagian, panduan_sekretaris
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.package.plain_document import Piece, Size, paragraph, plain_document, plain_table

LEBAR = (3800, 5838)


def panduan(ruang: Workspace) -> dict[Path, bytes]:
    """Return the guide by where it lies."""
    return {ruang.guide: plain_document(_isi())}


def _isi() -> Iterator[Piece]:
    satu = panduan_sekretaris()
    yield paragraph(satu.judul, Size.TITLE)
    yield paragraph(satu.pembuka)
    for bagian in satu.daftar_bagian:
        yield from _bagian(bagian)


def _bagian(bagian: Bagian) -> Iterator[Piece]:
    yield paragraph(bagian.judul, Size.HEADING)
    yield from map(paragraph, bagian.isi)
    yield from (paragraph(f"•  {butir}") for butir in bagian.butir)
    if bagian.tabel:
        yield plain_table(bagian.tabel, LEBAR)
