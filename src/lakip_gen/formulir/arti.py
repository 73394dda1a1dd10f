"""Does a figure still mean what its unit was asked? A form is judged by what it was handed out with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lakip_gen.domain.formulir import META_CARA, BarisFormulir, Formulir, baca_cara, cara_tertulis
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.mentah import BukuMentah, JenisSel, Sel
from lakip_gen.domain.satuan import satuan_sama
from lakip_gen.domain.teks import samakan
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.formulir.bentuk import cari_sel, masih_utuh, teks_sel

LEMBAR: Final = "indikator"
_DAFTAR_ISIAN: Final = frozenset(samakan(cara.sifat.isian) for cara in CaraGabung)
"""The ways to fill a cell that a form without a record of the cara gabung can show."""


def periksa_arti(mentah: BukuMentah, formulir: Formulir) -> tuple[Temuan, ...]:
    """Refuse figures whose indicator was combined, counted or called otherwise when the form was handed out.

    What somebody changed in the form itself is no such thing: `periksa_terkunci` tells it.
    """
    utuh = masih_utuh(mentah, formulir)
    return tuple(
        satu
        for baris in formulir.daftar_baris[LEMBAR]
        if _berangka(mentah, baris.kunci)
        for satu in (*_sebutan(mentah, baris, utuh=utuh), *_cara(mentah, baris))
    )


def _berangka(mentah: BukuMentah, kunci: str) -> bool:
    """Return whether a row holds a figure that somebody typed."""
    daftar = (cari_sel(mentah, LEMBAR, kunci, kolom) for kolom in ("realisasi", "pembilang", "penyebut"))
    return any(sel is not None and not sel.kosong and sel.jenis is not JenisSel.RUMUS for sel in daftar)


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


def _berubah(asal: Asal, hal: str, dulu: str, kini: str) -> Temuan:
    return temuan("arti-berubah", asal, nilai=dulu or "(kosong)", hal=hal, seharusnya=kini or "(kosong)")
