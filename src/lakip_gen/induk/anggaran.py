"""Budget lines from the buku induk."""

from __future__ import annotations

from decimal import Decimal

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran
from lakip_gen.domain.angka import bertitik
from lakip_gen.domain.mentah import JenisSel
from lakip_gen.induk.pembaca import IsiInduk


def baca_anggaran(isi: IsiInduk) -> Anggaran:
    """Return one budget line; money belongs to subkegiatan only."""
    tingkat = isi.jenis("tingkat", TingkatAnggaran, TingkatAnggaran.SUBKEGIATAN)
    murni = isi.bilangan("pagu_murni")
    anggaran = Anggaran(
        kode=isi.teks("kode").strip("."),
        uraian=isi.teks("uraian"),
        tingkat=tingkat,
        unit=isi.teks("unit"),
        sasaran=isi.teks("sasaran"),
        pagu_murni=murni or Decimal(0),
        pagu_perubahan=isi.bilangan("pagu_perubahan"),
        pagu_renstra=isi.bilangan("pagu_renstra"),
        realisasi_lalu=isi.bilangan("realisasi_lalu"),
        asal=isi.daftar_asal,
    )
    if tingkat is TingkatAnggaran.SUBKEGIATAN:
        for kunci, isinya in (("unit", anggaran.unit), ("sasaran", anggaran.sasaran), ("pagu_murni", murni)):
            if isinya in {None, ""}:
                isi.temukan("subkegiatan-kurang", kunci, kolom=isi.lembar.kolom(kunci).judul)
    for kunci, pagu in (("pagu_murni", murni), ("pagu_perubahan", anggaran.pagu_perubahan)):
        if pagu is not None and tingkat is not TingkatAnggaran.SUBKEGIATAN:
            isi.temukan("pagu-di-induk", kunci, bertitik(pagu), tingkat=tingkat.value)
        if pagu is not None and pagu < 0:
            isi.temukan("pagu-negatif", kunci, bertitik(pagu))
    if (sel := isi.sel("kode")) is not None and sel.jenis is JenisSel.ANGKA:
        isi.temukan("kode-angka", "kode", anggaran.kode)
    return anggaran
