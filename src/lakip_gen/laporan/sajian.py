"""How a figure is shown: as a number with its decimals, as a predicate, or as the reason why there is none.

Every output that people read takes its figures from here, so one figure looks the same on every page.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final, assert_never

from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.capaian import Capaian, HasilCapaian, TidakDinilai
from lakip_gen.domain.ketelitian import desimal_capaian, desimal_mentah, desimal_persen
from lakip_gen.domain.nilai import (
    BelumDilaporkan,
    Hasil,
    Isian,
    Nilai,
    Pecahan,
    Rentang,
    Target,
    TidakBerlaku,
    TidakDitunggu,
)
from lakip_gen.domain.rerata import sebutan_sasaran
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from lakip_gen.domain.aturan import Aturan, Pita
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.pengukuran import Pengukuran
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran
    from lakip_gen.domain.rerata import Rerata

TIDAK_DINILAI: Final = "tidak dapat dinilai"
TITIK: Final = "…" * 12
"""Dots to fill by hand."""
BELUM_DITULIS: Final = "[belum ditulis]"
BELUM_DIISI: Final = "[belum diisi unit]"
BELUM_DICATAT: Final = "[belum diisi]"
BELUM_DISAMPAIKAN: Final = "[uraian belum disampaikan unit kerja]"
"""Marks that say visibly where a text is due."""
TEMPAT_URAIAN: Final = "[uraian belum ditulis: {}]"
"""The mark of a place where somebody may write; a finished document does without it."""
TEMPAT_KOSONG: Final = re.compile(r"\[uraian belum ditulis: [^\[\]]+\]")
KATA_TANDA: Final = "belum d"
"""Stands in every mark."""
TANDA_KOSONG: Final = re.compile(rf"(\[(?:uraian )?{KATA_TANDA}[^\[\]<>]{{1,60}}\])")
"""A mark; a split by it keeps it."""
SEMENTARA: Final = "sementara"
"""What a figure is called that stands on incomplete data."""


def angka_sajian(nilai: Hasil | Target | None, indikator: Indikator, desimal: int | None = None) -> str:
    """Return a target or a realisasi in words and figures.

    Args:
        nilai: A target, or a realisasi that may be missing; None where no target is set.
        indikator: The indicator, whose decimals and predicates are used.
        desimal: Other decimals than the indicator's own.
    """
    match nilai:
        case None:
            return bahasa.KOSONG
        case Hasil():
            return nilai.keterangan if nilai.angka is None else _angka(nilai.angka, indikator, desimal)
        case Rentang(bawah, atas):
            return f"{_angka(bawah, indikator, desimal)} s.d. {_angka(atas, indikator, desimal)}"
    return _angka(nilai, indikator, desimal)


def isian_sajian(isian: Isian, indikator: Indikator) -> str:
    """Return what a unit reported, as it stands: a number, a predicate, a fraction, or the reason."""
    match isian:
        case Nilai(angka):
            return _angka(angka, indikator)
        case Pecahan(pembilang, penyebut):
            return f"{bahasa.angka(pembilang)} / {bahasa.angka(penyebut)}"
        case BelumDilaporkan(alasan) | TidakBerlaku(alasan) | TidakDitunggu(alasan):
            return alasan
    assert_never(isian)


def isi_sajian(nilai: Hasil | Target | None, indikator: Indikator) -> Decimal | str:
    """Return the exact number for a cell of a table, or the text where it is shown as one."""
    angka = nilai.angka if isinstance(nilai, Hasil) else nilai
    if angka is None or isinstance(angka, Rentang) or indikator.skala is not None:
        return angka_sajian(nilai, indikator)
    return angka


def isi_hasil(hasil: Hasil) -> Decimal | str:
    """Return the exact number of a figure that has no indicator, or the reason why there is none."""
    return hasil.keterangan if hasil.angka is None else hasil.angka


def capaian_sajian(ukur: Pengukuran, aturan: Aturan) -> str:
    """Return the capaian in percent, or whether it cannot be judged or has no realisasi yet."""
    if isinstance(ukur.capaian, Capaian):
        return capaian_persen(ukur.capaian.angka, aturan)
    return bahasa.KOSONG if ukur.realisasi.angka is None or ukur.capaian.nanti else TIDAK_DINILAI


def isi_capaian(ukur: Pengukuran, aturan: Aturan) -> Decimal | str:
    """Return the exact capaian in percent for a cell of a table, or the text of `capaian_sajian`."""
    return ukur.capaian.angka if isinstance(ukur.capaian, Capaian) else capaian_sajian(ukur, aturan)


def alasan_capaian(ukur: Pengukuran) -> str:
    """Return why there is no capaian, empty where there is one."""
    return "" if isinstance(ukur.capaian, Capaian) else ukur.capaian.alasan


def catatan_batas(capaian: HasilCapaian, aturan: Aturan) -> str:
    """Return the capaian that the formula gave, where the agency's cap or floor changed it."""
    if not isinstance(capaian, Capaian) or not capaian.dibatasi:
        return ""
    return f"{bahasa.minus(bahasa.persen(capaian.mentah, desimal_mentah(capaian.mentah, aturan)))}% sebelum dibatasi"


def keterangan_sajian(rekap: RekapIndikator, aturan: Aturan) -> str:
    """Return every note a reader needs beside an indicator's figures, without repetition."""
    ini, jadi = rekap.periode_ini, rekap.setahun
    catatan = [rekap.keterangan, catatan_batas(ini.capaian, aturan)]
    setahun = [catatan_batas(jadi.capaian, aturan)]
    if jadi.realisasi.angka is not None and isinstance(jadi.capaian, TidakDinilai):
        setahun.append(jadi.capaian.alasan if jadi.capaian.nanti else f"{TIDAK_DINILAI}: {jadi.capaian.alasan}")
    sama = {butir for satu in catatan for butir in satu.split("; ")} if ini.capaian == jadi.capaian else set()
    catatan += [f"terhadap target tahun {butir}" for butir in setahun if butir and butir not in sama]
    return "; ".join(dict.fromkeys(butir for butir in catatan if butir))


def persen_sajian(angka: Decimal | None, aturan: Aturan) -> str:
    """Return a percentage with the decimals of the capaian, without the sign."""
    return bahasa.KOSONG if angka is None else bahasa.minus(bahasa.persen(angka, desimal_persen(angka, aturan)))


def capaian_persen(angka: Decimal | None, aturan: Aturan) -> str:
    """Return a capaian or a mean of some with as many decimals as its band needs, without the sign."""
    return bahasa.KOSONG if angka is None else bahasa.minus(bahasa.persen(angka, desimal_capaian(angka, aturan)))


def efisiensi_sajian(rekap: RekapSasaran, aturan: Aturan) -> str:
    """Return capaian minus serapan in percentage points, reckoned from the two as they are printed."""
    kinerja, uang = rekap.efisiensi.kinerja, rekap.anggaran.serapan
    if rekap.efisiensi.angka is None or kinerja is None or uang is None:
        return bahasa.KOSONG
    desimal = max(desimal_capaian(kinerja, aturan), desimal_persen(uang, aturan))
    selisih = bulatkan(kinerja, desimal_capaian(kinerja, aturan)) - bulatkan(uang, desimal_persen(uang, aturan))
    return bahasa.minus(bahasa.persen(selisih, desimal))


def rupiah_sajian(nilai: Hasil | Decimal | None) -> str:
    """Return an amount in whole rupiah without the Rp, or the reason why there is none."""
    match nilai:
        case None:
            return bahasa.KOSONG
        case Hasil():
            return nilai.keterangan if nilai.angka is None else bahasa.minus(bahasa.rupiah(nilai.angka))
    return bahasa.minus(bahasa.rupiah(nilai))


def rerata_sajian(rerata: Rerata, aturan: Aturan) -> str:
    """Return a mean capaian with its rule and what it stands on, e.g. `98,20 (rata-rata sederhana, 5 dari 6 ...)`."""
    return f"{capaian_persen(rerata.angka, aturan)} ({sebutan_sasaran(aturan, f', {rerata.keterangan}')})"


def tanda_sajian(*, sementara: bool) -> str:
    """Return what stands behind a figure: that it is provisional, or nothing."""
    return SEMENTARA if sementara else ""


def predikat_sajian(pita: Pita | None, *, sementara: bool = False) -> str:
    """Return the word of a band; where it has none yet why, and the dash where nothing could be judged."""
    return (SEMENTARA if sementara else bahasa.KOSONG) if pita is None else pita.predikat


def jumlah_predikat(rekap: Rekap) -> tuple[tuple[Pita | None, int], ...]:
    """Return how many indicators stand in each band, highest first, and last (None) how many in none.

    The counts add up to all indicators of the period.
    """
    daftar = [indikator.pita for indikator in rekap.daftar_indikator]
    semua: tuple[Pita | None, ...] = (*rekap.induk.aturan.skala, None)
    return tuple((pita, daftar.count(pita)) for pita in semua)


def _angka(angka: Decimal, indikator: Indikator, desimal: int | None = None) -> str:
    if indikator.skala:
        return indikator.skala.predikat(angka)
    return bahasa.minus(bahasa.angka(angka, indikator.desimal if desimal is None else desimal))


def nomor_bertanda(nomor: str, tanda: str) -> str:
    """Return the number of an indicator, with the mark of its figure where that may still change: 1.2 [sementara]."""
    return f"{nomor} [{tanda}]" if tanda else nomor


def triwulan_sajian(daftar: Iterable[Periode]) -> str:
    """Return quarters as they are listed in a sentence, those that follow each other as a range: TW I dan TW III–IV."""
    urut = sorted({satu.nomor for satu in daftar})
    beruntun = [list(satu) for _, satu in groupby(urut, key=lambda nomor: nomor - urut.index(nomor))]
    return bahasa.gabung(["TW " + "–".join(map(bahasa.romawi, sorted({satu[0], satu[-1]}))) for satu in beruntun])
