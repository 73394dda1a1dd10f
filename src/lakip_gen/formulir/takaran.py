"""How much text a form brings: more than a report can take in is refused here, with its cell, not in the report."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.mentah import BukuMentah, Sel
from lakip_gen.domain.teks import bobot, perpindahan
from lakip_gen.domain.temuan import Temuan, temuan
from lakip_gen.pesan.bahasa import angka

BATAS: Final = 2_000_000
"""Some thousand pages; a unit with sixty indicators and a full page under each comes to a tenth of it."""


def periksa_takaran(mentah: BukuMentah, formulir: Formulir) -> tuple[Temuan, ...]:
    """Say so at the heaviest cell when all that was typed into a form is more than a report can hold."""
    daftar_sel = [
        sel
        for lembar in formulir.daftar_lembar
        if (isi := mentah.lembar.get(lembar.kunci)) is not None
        for baris in isi.daftar_baris
        for kolom in lembar.kolom_isian
        if (sel := baris.sel.get(kolom.kunci)) is not None
    ]
    banyak = sum(map(_bobot, daftar_sel))
    if banyak <= BATAS:
        return ()
    terberat = max(daftar_sel, key=_bobot)
    daftar_teks = [sel.isi for sel in daftar_sel if isinstance(sel.isi, str)]
    huruf, ganti = sum(map(len, daftar_teks)), sum(map(perpindahan, daftar_teks))
    rincian = {"huruf": _angka(huruf), "ganti": _angka(ganti), "batas": _angka(BATAS)}
    return (temuan("teks-formulir-terlalu-banyak", terberat.asal, banyak=_angka(banyak), **rincian),)


def _angka(bulat: int) -> str:
    return angka(Decimal(bulat), 0)


def _bobot(sel: Sel) -> int:
    return bobot(sel.isi) if isinstance(sel.isi, str) else 0
