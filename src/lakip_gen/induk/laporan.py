"""What reports set beside the figures: benchmarks, the recommendations of an evaluation, the agency's own words."""

from __future__ import annotations

from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.narasi_kinerja import LAPORAN, NarasiKinerja, TempatNarasi
from lakip_gen.domain.pembanding import Pembanding, Rekomendasi
from lakip_gen.domain.skema.induk_laporan import NARASI_KINERJA, PEMBANDING, REKOMENDASI
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


def baca_narasi_kinerja(baca: PembacaBuku) -> tuple[NarasiKinerja, ...]:
    """Return the agency's own words on sasaran and indicators, row by row."""
    return tuple(
        NarasiKinerja(
            sasaran=isi.teks("sasaran"),
            indikator=isi.teks("indikator"),
            tempat=isi.jenis("tempat", TempatNarasi, TempatNarasi.ANALISIS),
            laporan=isi.pilih("laporan") or LAPORAN[0],
            isi=isi.teks("isi"),
            asal=isi.daftar_asal,
        )
        for isi in baca.daftar(NARASI_KINERJA)
    )
