"""Budget lines from the buku induk."""

from __future__ import annotations

from decimal import Decimal

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran
from lakip_gen.domain.angka_tertulis import bertitik
from lakip_gen.domain.mentah import JenisSel
from lakip_gen.induk.pembaca import IsiInduk


def baca_anggaran(isi: IsiInduk) -> Anggaran:
    """Return one budget line; money belongs to subkegiatan only."""
    tingkat = isi.jenis("tingkat", TingkatAnggaran, TingkatAnggaran.SUBKEGIATAN)
    pagu = isi.bilangan("pagu_murni")
    anggaran = Anggaran(
        kode=isi.teks("kode").strip("."),
        uraian=isi.teks("uraian"),
        tingkat=tingkat,
        unit=isi.teks("unit"),
        sasaran=isi.teks("sasaran"),
        pagu=pagu or Decimal(0),
        pagu_renstra=isi.bilangan("pagu_renstra"),
        realisasi_lalu=isi.bilangan("realisasi_lalu"),
        asal=isi.daftar_asal,
    )
    if tingkat is TingkatAnggaran.SUBKEGIATAN:
        for kunci, isinya in (("unit", anggaran.unit), ("sasaran", anggaran.sasaran), ("pagu_murni", pagu)):
            if isinya in {None, ""}:
                isi.temukan("subkegiatan-kurang", kunci, kolom=isi.lembar.kolom(kunci).judul)
    if pagu is not None and tingkat is not TingkatAnggaran.SUBKEGIATAN:
        isi.temukan("pagu-di-induk", "pagu_murni", bertitik(pagu), tingkat=tingkat.value)
    if pagu is not None and pagu < 0:
        isi.temukan("pagu-negatif", "pagu_murni", bertitik(pagu))
    if (sel := isi.sel("kode")) is not None and sel.jenis is JenisSel.ANGKA:
        isi.temukan("kode-angka", "kode", anggaran.kode)
    return anggaran
