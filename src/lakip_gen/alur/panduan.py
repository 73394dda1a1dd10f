"""The guides as files in the working folder, where no documentation is at hand: to print, and to read on any screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lakip_gen.html.guide import render_guide
from lakip_gen.pesan.panduan import PERAN, Bagian, Panduan, gambar_panduan, panduan_untuk
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.package.plain_document import Piece, Size, paragraph, picture, plain_document, plain_table

LEBAR = (3800, 5838)


def panduan(ruang: Workspace) -> dict[Path, bytes]:
    """Return the guides by where they lie."""
    return {letak: isi for peran in PERAN for letak, isi in _berkas(ruang.guides / peran, panduan_untuk(peran)).items()}


def _berkas(letak: Path, satu: Panduan) -> dict[Path, bytes]:
    return {
        letak.with_suffix(".docx"): plain_document(_isi(satu), _daftar_gambar(satu)),
        letak.with_suffix(".html"): render_guide(satu),
    }


def _daftar_gambar(satu: Panduan) -> dict[str, bytes]:
    return {nama: gambar_panduan(nama) for bagian in satu.daftar_bagian for nama, _ in bagian.gambar}


def _isi(satu: Panduan) -> Iterator[Piece]:
    yield paragraph(satu.judul, Size.TITLE)
    yield paragraph(satu.pembuka)
    for bagian in satu.daftar_bagian:
        yield from _bagian(bagian)


def _bagian(bagian: Bagian) -> Iterator[Piece]:
    yield paragraph(bagian.judul, Size.HEADING)
    yield from map(paragraph, bagian.isi)
    yield from (paragraph(f"•  {butir}") for butir in bagian.butir)
    for nama, perihal in bagian.gambar:
        yield picture(nama, gambar_panduan(nama))
        yield paragraph(perihal, Size.CELL)
    if bagian.tabel:
        yield plain_table(bagian.tabel, LEBAR)
