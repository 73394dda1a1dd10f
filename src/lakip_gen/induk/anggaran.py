"""Budget lines from the buku induk."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran, adalah_induk
from lakip_gen.domain.angka_tertulis import bertitik
from lakip_gen.domain.mentah import JenisSel
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.induk_masa import DASAR
from lakip_gen.induk.pembaca import IsiInduk, PembacaBuku


def baca_daftar_anggaran(baca: PembacaBuku) -> tuple[Anggaran, ...]:
    """Return the budget lines in the planner's order; a level that nobody wrote follows from the kode."""
    daftar = tuple(baca.daftar(skema.ANGGARAN))
    daftar_kode = tuple(_kode(isi) for isi in daftar)
    return tuple(_baca(isi, _tingkat(kode, daftar_kode)) for isi, kode in zip(daftar, daftar_kode, strict=True))


def _kode(isi: IsiInduk) -> str:
    sel = isi.sel("kode")
    return sel.teks.strip().strip(".") if sel else ""


def _tingkat(kode: str, daftar_kode: Sequence[str]) -> TingkatAnggaran:
    """Return the level of a line by what stands above and below it."""
    if not any(adalah_induk(kode, lain) for lain in daftar_kode):
        return TingkatAnggaran.SUBKEGIATAN
    beratasan = any(adalah_induk(lain, kode) for lain in daftar_kode)
    return TingkatAnggaran.KEGIATAN if beratasan else TingkatAnggaran.PROGRAM


def _baca(isi: IsiInduk, menurut_kode: TingkatAnggaran) -> Anggaran:
    """Return one budget line; money belongs to subkegiatan only."""
    tingkat = isi.jenis("tingkat", TingkatAnggaran, menurut_kode)
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
        dasar=isi.teks(DASAR),
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
