"""What staff did to the look of the tables: inputs merged away, and rows and columns that are read though hidden."""

from __future__ import annotations

from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.mentah import BukuMentah, LembarMentah, Sel
from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.domain.temuan import Asal, Temuan, temuan


def periksa_rupa(mentah: BukuMentah, formulir: Formulir) -> tuple[Temuan, ...]:
    """Return the inputs that vanished in merged cells, and the hidden rows and columns of each sheet."""
    hasil: list[Temuan] = []
    for lembar in formulir.daftar_lembar:
        if isi := mentah.lembar.get(lembar.kunci):
            asal = Asal(mentah.berkas, isi.nama)
            hasil += _tergabung(isi, lembar, formulir)
            if isi.daftar_tersembunyi:
                daftar = ", ".join(map(str, isi.daftar_tersembunyi))
                hasil.append(temuan("baris-tersembunyi", asal, nilai=daftar))
            hasil += _kolom_tersembunyi(isi, lembar, formulir, asal)
    return tuple(hasil)


def _tergabung(isi: LembarMentah, lembar: Lembar, formulir: Formulir) -> list[Temuan]:
    return [
        temuan("sel-tergabung", sel.asal, nilai=sel.gabungan, kolom=kolom.judul, sel=sel.asal.sel, lain=_pertama(sel))
        for diminta in formulir.daftar_baris[lembar.kunci]
        if (baris := isi.baris(diminta.kunci))
        for kolom in lembar.kolom_isian
        if kolom.kunci not in diminta.terkunci and (sel := baris.sel.get(kolom.kunci)) and sel.gabungan
    ]


def _pertama(sel: Sel) -> str:
    """Return the cell of the merged ones that still shows something: for which of them is anybody's guess."""
    return sel.gabungan.partition(":")[0]


def _kolom_tersembunyi(isi: LembarMentah, lembar: Lembar, formulir: Formulir, asal: Asal) -> list[Temuan]:
    """Say so when answers stand in a hidden column; where a column is gone, the widths lie over the wrong ones."""
    if any(kolom.kunci not in isi.kolom for kolom in lembar.daftar_kolom):
        return []
    return [
        temuan("kolom-tersembunyi", asal, nilai=kolom.judul, kolom=isi.kolom[kolom.kunci])
        for kolom in lembar.kolom_isian
        if kolom.kunci in isi.kolom_tersembunyi
        and any(
            not baris.sel[kolom.kunci].kosong
            for diminta in formulir.daftar_baris[lembar.kunci]
            if kolom.kunci not in diminta.terkunci and (baris := isi.baris(diminta.kunci))
        )
    ]
