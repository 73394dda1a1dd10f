"""Agencies outside the office, from the buku induk: the rows of each put together, and what they leave open."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lakip_gen.domain.instansi_luar import DIMINTA, TIAP_TRIWULAN, DataDiminta, InstansiLuar
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.skema.induk_sop import INSTANSI_LUAR
from lakip_gen.induk.pembaca import IsiInduk, PembacaBuku

_DIRI: Final = ("nama", "penerima", "alamat", "kontak")
"""What the rows of an agency say of the agency itself: once is enough, and the first counts."""


def baca_instansi_luar(baca: PembacaBuku, daftar_unit: tuple[Unit, ...]) -> tuple[InstansiLuar, ...]:
    """Return the agencies that are asked for data, in the order in which they are first named."""
    unit = {satu.kode.casefold() for satu in daftar_unit}
    per_kode: dict[str, InstansiLuar] = {}
    pertama: dict[str, IsiInduk] = {}
    for isi in baca.daftar(INSTANSI_LUAR):
        kode = isi.teks("kode")
        diri, data = {kunci: isi.teks(kunci) for kunci in _DIRI}, _data(isi)
        if kode.casefold() in unit:
            isi.temukan("luar-kode-unit", "kode", kode)
        elif kode and data.uraian:
            pertama.setdefault(kode.casefold(), isi)
            lama = per_kode.get(kode.casefold()) or InstansiLuar(kode=kode, nama="")
            per_kode[kode.casefold()] = _tambah(lama, isi, diri, data)
    for samar, satu in per_kode.items():
        if not satu.nama:
            pertama[samar].temukan("luar-tanpa-nama", "nama", satu.kode)
    return tuple(satu if satu.nama else replace(satu, nama=satu.kode) for satu in per_kode.values())


def _data(isi: IsiInduk) -> DataDiminta:
    return DataDiminta(
        uraian=isi.teks("data"),
        satuan=isi.teks("satuan"),
        indikator=isi.teks("indikator"),
        daftar_triwulan=DIMINTA[isi.pilih("diminta") or TIAP_TRIWULAN],
        asal=isi.daftar_asal,
    )


def _tambah(lama: InstansiLuar, isi: IsiInduk, diri: dict[str, str], data: DataDiminta) -> InstansiLuar:
    """Return an agency with one more thing that it is asked; rows that contradict each other are told."""
    hasil = {}
    for kunci, baru in diri.items():
        dahulu = getattr(lama, kunci)
        hasil[kunci] = dahulu or baru
        if dahulu and baru and baru != dahulu:
            isi.temukan("luar-berbeda", kunci, baru, kolom=isi.kolom(kunci).judul, pertama=dahulu, kode_luar=lama.kode)
    return replace(lama, **hasil, daftar_data=(*lama.daftar_data, data))
