"""Budget lines from the buku induk."""

from __future__ import annotations

from decimal import Decimal

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran
from lakip_gen.domain.angka import koma
from lakip_gen.domain.mentah import JenisSel
from lakip_gen.induk.pembaca import IsiBaris


def baca_anggaran(isi: IsiBaris) -> Anggaran:
    """Return one budget line; money belongs to subkegiatan only."""
    tingkat = isi.pilih("tingkat", TingkatAnggaran, TingkatAnggaran.SUBKEGIATAN)
    murni = isi.angka("pagu_murni")
    anggaran = Anggaran(
        kode=isi.teks("kode").strip("."),
        uraian=isi.teks("uraian"),
        tingkat=tingkat,
        unit=isi.teks("unit"),
        sasaran=isi.teks("sasaran"),
        pagu_murni=murni or Decimal(0),
        pagu_perubahan=isi.angka("pagu_perubahan"),
        pagu_renstra=isi.angka("pagu_renstra"),
        realisasi_lalu=isi.angka("realisasi_lalu"),
    )
    if tingkat is TingkatAnggaran.SUBKEGIATAN:
        for kunci, isinya in (("unit", anggaran.unit), ("sasaran", anggaran.sasaran), ("pagu_murni", murni)):
            if isinya in {None, ""}:
                isi.baca.temukan("subkegiatan-kurang", isi.asal(kunci), kolom=isi.lembar.kolom(kunci).judul)
    for kunci, pagu in (("pagu_murni", murni), ("pagu_perubahan", anggaran.pagu_perubahan)):
        if pagu is not None and tingkat is not TingkatAnggaran.SUBKEGIATAN:
            isi.baca.temukan("pagu-di-induk", isi.asal(kunci), koma(pagu), tingkat=tingkat.value)
        if pagu is not None and pagu < 0:
            isi.baca.temukan("pagu-negatif", isi.asal(kunci), koma(pagu))
    if (sel := isi.sel("kode")) is not None and sel.jenis is JenisSel.ANGKA:
        isi.baca.temukan("kode-angka", sel.asal, anggaran.kode)
    return anggaran
