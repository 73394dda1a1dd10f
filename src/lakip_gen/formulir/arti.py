"""Does a figure still mean what its unit was asked? A form is judged by what it was handed out with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Final

from lakip_gen.domain.formulir import META_CARA, BarisFormulir, Formulir, baca_cara, cara_tertulis
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.mentah import BukuMentah, JenisSel, Sel
from lakip_gen.domain.satuan import satuan_sama
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.teks import samakan
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.formulir.bentuk import cari_sel, masih_utuh, teks_sel

LEMBAR: Final = "indikator"
URAIAN: Final = (
    (skema.ANGGARAN, "uraian", "uraian subkegiatan"),
    (skema.RENCANA_AKSI, "kegiatan", "rencana aksi"),
)
"""The columns that say what the other answers of a unit are about."""
SERUPA: Final = Fraction(9, 10)
"""The share of letters that two spellings of one text have in common."""
TULISAN_TERPANJANG: Final = 400
"""Longer texts are the same letter by letter or not at all: to compare them takes too long."""
_DAFTAR_ISIAN: Final = frozenset(samakan(cara.sifat.isian) for cara in CaraGabung)
"""The ways to fill a cell that a form without a record of the cara gabung can show."""


def periksa_arti(mentah: BukuMentah, formulir: Formulir) -> tuple[Temuan, ...]:
    """Refuse answers whose row is combined, counted or called otherwise in the form than in the buku induk.

    What somebody changed in the form itself is no such thing: `periksa_terkunci` tells it.
    """
    utuh = masih_utuh(mentah, formulir)
    indikator = (
        satu
        for baris in formulir.daftar_baris[LEMBAR]
        if _berisi(mentah, LEMBAR, baris.kunci, ("realisasi", "pembilang", "penyebut"))
        for satu in (*_sebutan(mentah, baris, utuh=utuh), *_cara(mentah, baris))
    )
    return (*indikator, *(_uraian(mentah, formulir) if utuh else ()))


def _berisi(mentah: BukuMentah, lembar: str, kunci: str, daftar_kolom: Iterable[str]) -> bool:
    """Return whether somebody typed into one of some cells of a row."""
    daftar = (cari_sel(mentah, lembar, kunci, kolom) for kolom in daftar_kolom)
    return any(sel is not None and not sel.kosong and sel.jenis is not JenisSel.RUMUS for sel in daftar)


def _uraian(mentah: BukuMentah, formulir: Formulir) -> Iterator[Temuan]:
    """Yield the money and the steps that an untouched form asks for under a kode which now is something else."""
    for lembar, kolom, hal in URAIAN:
        isian = [satu.kunci for satu in lembar.kolom_isian]
        for baris in formulir.daftar_baris[lembar.kunci]:
            sel, kini = cari_sel(mentah, lembar.kunci, baris.kunci, kolom), str(baris.isi.get(kolom) or "")
            berbeda = sel is not None and not tulisan_sama(teks_sel(sel), kini)
            if sel is not None and berbeda and _berisi(mentah, lembar.kunci, baris.kunci, isian):
                yield _berubah(sel.asal, hal, teks_sel(sel), kini, "uraian-berubah")


def tulisan_sama(satu: str, dua: str) -> bool:
    """Return whether two texts differ in their spelling at most: other digits are another thing."""
    kiri, kanan = samakan(satu), samakan(dua)
    if kiri == kanan:
        return True
    if max(len(kiri), len(kanan)) > TULISAN_TERPANJANG or _angka(kiri) != _angka(kanan):
        return False
    cocok = SequenceMatcher(None, kiri, kanan, autojunk=False).get_matching_blocks()
    return Fraction(2 * sum(blok.size for blok in cocok), len(kiri) + len(kanan)) >= SERUPA


def _angka(teks: str) -> list[str]:
    return [huruf for huruf in teks if huruf.isdigit()]


def _sebutan(mentah: BukuMentah, baris: BarisFormulir, *, utuh: bool) -> Iterator[Temuan]:
    """Yield what an untouched form calls an indicator, or counts it in, otherwise than the buku induk now does."""
    for kolom, hal, sama in (("nama", "nama", _nama_sama), ("satuan", "satuan", satuan_sama)):
        sel, kini = cari_sel(mentah, LEMBAR, baris.kunci, kolom), str(baris.isi.get(kolom) or "")
        if utuh and sel is not None and not sama(teks_sel(sel), kini):
            yield _berubah(sel.asal, hal, teks_sel(sel), kini)


def _nama_sama(satu: str, dua: str) -> bool:
    return samakan(satu) == samakan(dua)


def _cara(mentah: BukuMentah, baris: BarisFormulir) -> Iterator[Temuan]:
    """Yield how a figure was to be combined, where the buku induk now says something else."""
    if baris.indikator is None:
        return
    sel, kini = cari_sel(mentah, LEMBAR, baris.kunci, "cara_isi"), cara_tertulis(baris.indikator)
    asal = sel.asal if sel else Asal(mentah.berkas, LEMBAR.capitalize())
    if META_CARA not in mentah.meta:
        yield from _cara_terlihat(sel, baris)
    elif (dulu := baca_cara(mentah.meta[META_CARA]).get(baris.kunci, kini)) != kini:
        yield _berubah(asal, "cara gabung", dulu, kini)


def _cara_terlihat(sel: Sel | None, baris: BarisFormulir) -> Iterator[Temuan]:
    """Yield the same of a form that holds no record of it: there is only what its reader saw."""
    tertulis, kini = teks_sel(sel) if sel else "", str(baris.isi.get("cara_isi") or "")
    if sel is not None and samakan(tertulis.partition(";")[0]) in _DAFTAR_ISIAN and tertulis != kini:
        yield _berubah(sel.asal, "cara mengisi", tertulis, kini)


def _berubah(asal: Asal, hal: str, dulu: str, kini: str, kode: str = "arti-berubah") -> Temuan:
    return temuan(kode, asal, nilai=dulu or "(kosong)", hal=hal, seharusnya=kini or "(kosong)")
