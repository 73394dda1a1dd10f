"""Reading what of the buku induk is dated: rows that change one another, and the columns called perubahan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from lakip_gen.domain.mentah import Baris, Sel
from lakip_gen.domain.periode import setahun
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.induk_butir import ATURAN
from lakip_gen.domain.skema.induk_indikator import INDIKATOR, TARGET_MURNI, TARGET_PERUBAHAN
from lakip_gen.domain.skema.kolom import BERLAKU_SAMPAI, BERLAKU_SEJAK, Lembar
from lakip_gen.induk.berlaku import hari_berganti, periksa_terbalik
from lakip_gen.induk.masa import Masa, Revisi, penerus_tertulis
from lakip_gen.induk.pejabat import baca_penjabat, periksa_lowong
from lakip_gen.induk.pembaca import IsiInduk, PembacaBuku


@dataclass(frozen=True, slots=True)
class KolomPerubahan:
    """The columns of the change that has its own: the item with its day, what changes, which columns they change."""

    butir: str
    hal: str
    kolom: Mapping[str, str]


DAFTAR_PERUBAHAN: Final[Mapping[str, KolomPerubahan]] = {
    INDIKATOR.kunci: KolomPerubahan(
        "perubahan_target",
        "target",
        dict(zip(TARGET_PERUBAHAN.semua, TARGET_MURNI.semua, strict=True)),
    ),
    skema.ANGGARAN.kunci: KolomPerubahan("perubahan_pagu", "pagu", {"pagu_perubahan": "pagu_murni"}),
}


def baca_masa(baca: PembacaBuku, tahun: int) -> Masa:
    """Return the buku induk with all that is dated in it, and find days that cannot be."""
    setahun_ini = setahun(tahun)
    revisi = {lembar.kunci: _revisi(baca, lembar, tahun) for lembar in skema.DAFTAR_LEMBAR if lembar.bermasa}
    revisi = {kunci: per_kode for kunci, per_kode in revisi.items() if _bertanggal(per_kode)}
    penjabat = baca_penjabat(baca)
    berubah = {hari for per_kode in revisi.values() for hari in _daftar_hari(per_kode) if hari <= setahun_ini.akhir}
    berubah |= {hari for satu in penjabat for hari in satu.daftar_hari}
    daftar_hari = (setahun_ini.awal, *sorted(hari for hari in berubah if hari > setahun_ini.awal))
    periksa_lowong(baca, penjabat, [hari for hari in daftar_hari if hari <= setahun_ini.akhir])
    return Masa(
        mentah=baca.mentah,
        akhir=setahun_ini.akhir,
        daftar_hari=daftar_hari,
        revisi=revisi,
        daftar_penjabat=penjabat,
    )


def _revisi(baca: PembacaBuku, lembar: Lembar, tahun: int) -> dict[str, tuple[Revisi, ...]]:
    """Return the rows of a sheet by kode, oldest first; kode in the order of their oldest rows."""
    isi = baca.mentah.lembar.get(lembar.kunci)
    daftar_baris = isi.daftar_baris if isi else ()
    daftar = [_satu_revisi(baca, lembar, baris, tahun) for baris in daftar_baris]
    daftar += _dari_kolom_perubahan(baca, lembar, daftar, tahun)
    per_kode: dict[str, list[Revisi]] = {}
    for satu in sorted(daftar, key=lambda satu: satu.sejak):
        per_kode.setdefault(satu.baris.kunci, []).append(satu)
    urut = sorted(per_kode.items(), key=lambda milik: milik[1][0].baris.nomor)
    for _, milik in urut:
        _periksa_revisi(baca, lembar, milik)
    return {kode: tuple(milik) for kode, milik in urut}


def _satu_revisi(baca: PembacaBuku, lembar: Lembar, baris: Baris, tahun: int) -> Revisi:
    isi = IsiInduk(baca, lembar, baris.sel)
    sejak, sampai = isi.tanggal(BERLAKU_SEJAK), isi.tanggal(BERLAKU_SAMPAI)
    setahun_ini = setahun(tahun)
    for kunci, hari, di_luar in (
        (BERLAKU_SEJAK, sejak, sejak and not setahun_ini.awal <= sejak <= setahun_ini.akhir),
        (BERLAKU_SAMPAI, sampai, sampai and sampai < setahun_ini.awal),
    ):
        if di_luar:
            isi.temukan("perubahan-di-luar-tahun", kunci, f"{hari:%d/%m/%Y}", tahun=tahun)
    periksa_terbalik(isi, sejak, sampai)
    return Revisi(sejak or date.min, sampai, baris)


def _dari_kolom_perubahan(baca: PembacaBuku, lembar: Lembar, daftar: Iterable[Revisi], tahun: int) -> Iterator[Revisi]:
    """Yield the columns called perubahan as rows that hold from the day on the Aturan sheet."""
    if (milik := DAFTAR_PERUBAHAN.get(lembar.kunci)) is None:
        return
    aturan = baca.butir(ATURAN)
    tanggal, butir = aturan.tanggal(milik.butir), aturan.kolom(milik.butir).judul
    if tanggal and not setahun(tahun).awal <= tanggal <= setahun(tahun).akhir:
        aturan.temukan("perubahan-di-luar-tahun", milik.butir, f"{tanggal:%d/%m/%Y}", tahun=tahun)
    terisi = [(satu, sel) for satu in daftar if (sel := _terisi(satu.baris, milik.kolom))]
    if terisi and tanggal is None:
        aturan.temukan("perubahan-tanpa-tanggal", milik.butir, apa=milik.hal, butir=butir)
    if tanggal is None:
        return
    for satu, sel in terisi:
        baris = Baris(satu.baris.kunci, satu.baris.nomor, sel)
        yield Revisi(max(satu.sejak, tanggal), satu.sampai, baris, kolom_perubahan=True)


def _terisi(baris: Baris, kolom: Mapping[str, str]) -> dict[str, Sel]:
    """Return what is typed into the columns of a change, under the columns that they change."""
    return {ke: sel for dari, ke in kolom.items() if (sel := baris.sel.get(dari)) is not None and not sel.kosong}


def _periksa_revisi(baca: PembacaBuku, lembar: Lembar, daftar: list[Revisi]) -> None:
    """Find rows of one kode that hold from the same day, and a unit to be continued that never ends."""
    baris = [satu for satu in daftar if not satu.kolom_perubahan]
    for lama, baru in pairwise(baris):
        sama = lama.sejak == baru.sejak and _tertulis(lama.baris) != _tertulis(baru.baris)
        if sama:  # where the cells hold the same text the reader has told it
            isi = IsiInduk(baca, lembar, baru.baris.sel)
            isi.temukan(
                "kunci-ganda", lembar.kolom_kunci, baru.baris.kunci, lain=lama.baris.sel[lembar.kolom_kunci].asal.sel
            )
    penerus = penerus_tertulis(tuple(daftar)) if lembar is skema.UNIT else ""
    if penerus and all(satu.sampai is None for satu in daftar):
        IsiInduk(baca, lembar, daftar[-1].baris.sel).temukan("dilanjutkan-tanpa-akhir", BERLAKU_SAMPAI, penerus)


def _tertulis(baris: Baris) -> str:
    sel = baris.sel.get(BERLAKU_SEJAK)
    return sel.teks.strip() if sel else ""


def _bertanggal(per_kode: Mapping[str, tuple[Revisi, ...]]) -> bool:
    return any(satu.sejak != date.min or satu.sampai is not None for daftar in per_kode.values() for satu in daftar)


def _daftar_hari(per_kode: Mapping[str, tuple[Revisi, ...]]) -> Iterator[date]:
    for daftar in per_kode.values():
        for satu in daftar:
            yield from hari_berganti(satu.sejak, satu.sampai)
