"""Rows that were sorted while the hidden key column stayed behind: each is known by its kode and its name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.formulir import BarisFormulir, Formulir, teks_isi
from lakip_gen.domain.teks import samakan
from lakip_gen.domain.temuan import Asal, Temuan, temuan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.domain.mentah import Baris, BukuMentah, LembarMentah

KODE: Final = "kode"


def luruskan(mentah: BukuMentah, formulir: Formulir) -> tuple[BukuMentah, tuple[Temuan, ...]]:
    """Return a form with every row under the key of what its reader sees in it; sheets where that differed are told.

    The hidden keys give way only where kode and name of all rows together are those of the form: then two things
    that people see speak against one that they do not. Otherwise the form stays as it came.
    """
    lembar = dict(mentah.lembar)
    daftar_temuan = []
    for definisi in formulir.daftar_lembar:
        nama, bernama = definisi.kunci, definisi.kolom_bernama
        isi = lembar.get(nama)
        if isi is None or bernama is None:
            continue
        if kunci := _kunci_terlihat(isi, formulir.daftar_baris[nama], bernama.kunci):
            daftar_baris = tuple(
                replace(baris, kunci=kunci.get(baris.nomor, baris.kunci)) for baris in isi.daftar_baris
            )
            lembar[nama] = replace(isi, daftar_baris=daftar_baris)
            daftar_temuan.append(temuan("baris-berpindah", Asal(mentah.berkas, isi.nama)))
    return replace(mentah, lembar=lembar), tuple(daftar_temuan)


def _kunci_terlihat(isi: LembarMentah, diharapkan: Sequence[BarisFormulir], kolom: str) -> dict[int, str]:
    """Return the key by number of the row, as kode and name tell it; empty where they tell nothing else, or too little.

    Args:
        isi: The sheet.
        diharapkan: Its rows as they were handed out.
        kolom: The column of the name.
    """
    pemilik = {
        tuple(samakan(teks_isi(baris.isi.get(satu))) for satu in (KODE, kolom)): baris.kunci for baris in diharapkan
    }
    daftar = [baris for baris in isi.daftar_baris if baris.kunci in pemilik.values()]
    terlihat = {baris.nomor: pemilik.get(_sebutan(baris, kolom), "") for baris in daftar}
    asli = [baris.kunci for baris in daftar]
    kini = [terlihat[baris.nomor] for baris in daftar]
    return terlihat if kini != asli and sorted(kini) == sorted(asli) else {}


def _sebutan(baris: Baris, kolom: str) -> tuple[str, ...]:
    return tuple(samakan(baris.sel[satu].teks) if satu in baris.sel else "" for satu in (KODE, kolom))
