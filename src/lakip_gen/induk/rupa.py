"""What is read of the buku induk though nobody sees it: hidden rows and columns."""

from __future__ import annotations

from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.temuan import Asal, Temuan, temuan


def periksa_rupa(mentah: BukuMentah) -> tuple[Temuan, ...]:
    """Return the hidden rows and columns of each sheet; those that the buku induk hides itself are none."""
    hasil: list[Temuan] = []
    for lembar in skema.DAFTAR_LEMBAR:
        isi = mentah.lembar.get(lembar.kunci)
        if isi is None:
            continue
        asal = Asal(mentah.berkas, isi.nama)
        if isi.daftar_tersembunyi:
            hasil.append(temuan("induk-baris-tersembunyi", asal, nilai=", ".join(map(str, isi.daftar_tersembunyi))))
        hasil += [
            temuan("kolom-tersembunyi", asal, nilai=kolom.judul, kolom=isi.kolom[kolom.kunci])
            for kolom in lembar.daftar_kolom
            if not kolom.tersembunyi and kolom.kunci in isi.kolom_tersembunyi
        ]
    return tuple(hasil)
