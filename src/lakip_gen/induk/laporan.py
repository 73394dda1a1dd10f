"""What only the annual report needs of the buku induk: benchmarks, and the recommendations of an evaluation."""

from __future__ import annotations

from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.pembanding import Pembanding, Rekomendasi
from lakip_gen.domain.skema.induk_laporan import PEMBANDING, REKOMENDASI
from lakip_gen.induk.pembaca import PembacaBuku


def baca_pembanding(baca: PembacaBuku, daftar_indikator: tuple[Indikator, ...]) -> tuple[Pembanding, ...]:
    """Return the figures of others, read in the satuan or the predicates of their indicators."""
    milik = {indikator.kode: indikator for indikator in daftar_indikator}
    hasil = []
    for isi in baca.daftar(PEMBANDING):
        indikator = milik.get(isi.teks("indikator"))
        satuan, skala = (indikator.satuan, indikator.skala) if indikator else ("", None)
        hasil.append(
            Pembanding(
                indikator=isi.teks("indikator"),
                nama=isi.teks("nama"),
                nilai=isi.target("nilai", satuan, skala),
                sumber=isi.teks("sumber"),
                asal=isi.daftar_asal,
            )
        )
    return tuple(hasil)


def baca_rekomendasi(baca: PembacaBuku) -> tuple[Rekomendasi, ...]:
    """Return what an evaluation recommended, row by row."""
    return tuple(
        Rekomendasi(
            isi=isi.teks("isi"), langkah=isi.teks("langkah"), keadaan=isi.teks("keadaan"), bukti=isi.teks("bukti")
        )
        for isi in baca.daftar(REKOMENDASI)
    )
