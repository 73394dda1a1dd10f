"""The office's SOP and its working days, from the buku induk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lakip_gen.domain.hari_kerja import HARI_SEMINGGU, Kalender
from lakip_gen.domain.periode import Jenis
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema import induk_butir as skema_butir
from lakip_gen.domain.skema import induk_sop as skema_sop
from lakip_gen.domain.sop import Bukti, Langkah, SatuanWaktu, Sop, Waktu
from lakip_gen.induk.pembaca import IsiInduk, PembacaBuku

_PROSEDUR: Final = re.compile(r"[A-Z]?")
_PEMISAH: Final = ";"
_TERLAMA: Final = Decimal(10_000)
"""More than anybody means: a day so far off is no date."""


def baca_sop(baca: PembacaBuku) -> Sop:
    """Return the office's SOP; without steps where the sheet is empty or not there."""
    aturan = baca.butir(skema_butir.ATURAN)
    seminggu = aturan.pilih("hari_kerja")
    libur = (isi.tanggal("tanggal") for isi in baca.daftar(skema_sop.HARI_LIBUR))
    sop = Sop(
        nama=aturan.teks("nama_sop"),
        nomor=aturan.teks("nomor_sop"),
        daftar_langkah=tuple(_daftar_langkah(baca)),
        kalender=Kalender(frozenset(filter(None, libur)), int(seminggu) if seminggu else HARI_SEMINGGU),
    )
    _periksa(baca, sop)
    return sop


def _daftar_langkah(baca: PembacaBuku) -> Iterator[Langkah]:
    """Yield the rows that can be steps; what is wrong with the others was found."""
    for isi in baca.daftar(skema_sop.LANGKAH_SOP):
        prosedur, no, kembali = isi.teks("prosedur").upper(), _nomor(isi, "no"), _nomor(isi, "kembali")
        tiap, selesai_bila = isi.pilih("tiap"), isi.pilih("selesai_bila")
        if not _PROSEDUR.fullmatch(prosedur):
            isi.temukan("prosedur-salah", "prosedur", prosedur)
        # All cells are read, also those of a row that is no step: each doubt is told at once.
        langkah = Langkah(
            prosedur=prosedur,
            no=no or 0,
            tiap=Jenis(tiap or Jenis.TRIWULAN),
            kegiatan=isi.teks("kegiatan"),
            pelaksana=isi.teks("pelaksana"),
            pasti=isi.pilih("pasti") != skema.DISIMPULKAN,
            kelengkapan=tuple(filter(None, map(str.strip, isi.teks("kelengkapan").split(_PEMISAH)))),
            waktu=_waktu(isi),
            output=isi.teks("output"),
            selesai_bila=Bukti(selesai_bila or Bukti.ORANG),
            kembali=kembali,
            asal=isi.daftar_asal,
        )
        if no is not None and tiap and selesai_bila:
            yield langkah


def _nomor(isi: IsiInduk, kunci: str) -> int | None:
    """Return the number of a step, None for a blank cell or what can number none."""
    angka = isi.bilangan(kunci)
    if angka is None:
        return None
    if angka != int(angka) or angka < 1:
        isi.temukan("nomor-langkah-salah", kunci, angka)
        return None
    return int(angka)


def _waktu(isi: IsiInduk) -> Waktu | None:
    banyak, satuan = isi.bilangan("waktu"), isi.pilih("satuan")
    if banyak is None:
        return None
    if not satuan or banyak < 0 or banyak > _TERLAMA:
        isi.temukan("waktu-langkah-salah", "waktu", banyak)
        return None
    return Waktu(banyak, SatuanWaktu(satuan))


def _periksa(baca: PembacaBuku, sop: Sop) -> None:
    """Find numbers that stand twice, and refusals that send back to where nothing is."""
    sudah: set[str] = set()
    for langkah in sop.daftar_langkah:
        if langkah.tanda in sudah:
            baca.temukan("langkah-ganda", langkah.asal["no"], langkah.tanda)
        sudah.add(langkah.tanda)
    for langkah in sop.daftar_langkah:
        if langkah.kembali is None:
            continue
        if langkah.selesai_bila is not Bukti.PUTUSAN:
            baca.temukan("kembali-tanpa-putusan", langkah.asal["kembali"], langkah.kembali)
        elif langkah.kembali >= langkah.no or f"{langkah.prosedur}{langkah.kembali}" not in sudah:
            baca.temukan("kembali-ke-mana", langkah.asal["kembali"], langkah.kembali, langkah=langkah.tanda)
