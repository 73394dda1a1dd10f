"""What the reader with one minute needs: what was reached, what is weakest and why, and what is still missing."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.rerata import Rerata, TanpaCapaian
from lakip_gen.laporan.pandangan import TerlemahPandangan
from lakip_gen.laporan.sajian import BELUM_DIISI
from lakip_gen.laporan.susun_analisis import BUTIR_ANALISIS
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.laporan.pandangan import SasaranPandangan
    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan

BANYAK_TERLEMAH: Final = 5
BANYAK_KURANG: Final = 15
"""So many indicators that fell short are named in a sentence; more stand in the tables alone."""
PANJANG_RINGKAS: Final = 100
"""So many letters of a unit's sentence stand on the page for the reader with one minute."""
_AKHIR_KALIMAT: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z(])|\n")
BANYAK_DISEBUT: Final = 6
"""So many forms that are awaited are named; of more, how many."""


def daftar_terlemah(daftar_sasaran: Sequence[SasaranPandangan]) -> tuple[TerlemahPandangan, ...]:
    """Return the indicators furthest below their target, the furthest first; five at most."""
    kurang = [(nilai, indikator) for nilai, indikator in _dinilai(daftar_sasaran) if nilai < SERATUS]
    kurang.sort(key=lambda satu: satu[0])
    return tuple(
        TerlemahPandangan(
            nomor=indikator.nomor,
            indikator=indikator.nama,
            capaian=indikator.capaian,
            predikat=indikator.predikat,
            warna=indikator.warna,
            hambatan=_kata_terakhir(indikator, BUTIR_ANALISIS["faktor_penghambat"]),
            tindak_lanjut=_kata_terakhir(indikator, BUTIR_ANALISIS["tindak_lanjut"]),
            sebab_ringkas=_ringkas(indikator, "penjelasan", "faktor_penghambat"),
            tindak_lanjut_ringkas=_ringkas(indikator, "tindak_lanjut"),
        )
        for _, indikator in kurang[:BANYAK_TERLEMAH]
    )


def tercapai(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return how many of the measured indicators reached their target."""
    daftar = [nilai for nilai, _ in _dinilai(daftar_sasaran)]
    return f"{sum(nilai >= SERATUS for nilai in daftar)} dari {len(daftar)}"


def kalimat_data(rerata: Rerata, daftar_status: Sequence[StatusLaporan]) -> str:
    """Return one sentence on what is missing: indicators that wait for figures, and forms that are awaited."""
    kurang = [f"{bahasa.hitungan(rerata.sementara)} indikator dinilai dari data yang belum lengkap"]
    kurang = kurang if rerata.sementara else []
    if rerata.menunggu:
        kurang.append(f"{bahasa.hitungan(rerata.menunggu)} indikator {TanpaCapaian.BELUM_DILAPORKAN.value}")
    if (belum := sum(satu.status is not StatusUnit.DITERIMA for satu in daftar_status)) > 0:
        kurang.append(f"{bahasa.hitungan(belum)} dari {bahasa.hitungan(len(daftar_status))} laporan belum diterima")
    return (
        f"Yang belum ada: {bahasa.gabung(kurang)}."
        if kurang
        else "Semua laporan diterima dan semua angka yang jatuh tempo ada."
    )


def _ringkas(indikator: IndikatorPandangan, *daftar_butir: str) -> str:
    """Return the first sentence that the units wrote last on each of some points, cut where it is long."""
    daftar = [_kata_terakhir(indikator, BUTIR_ANALISIS[nama]) for nama in daftar_butir]
    ada = dict.fromkeys(_kalimat_pertama(teks) for teks in daftar if teks != bahasa.KOSONG)
    tertulis = [teks for teks in ada if teks != BELUM_DIISI] or list(ada)
    return " ".join(tertulis) or bahasa.KOSONG


def _kalimat_pertama(teks: str) -> str:
    kalimat = _AKHIR_KALIMAT.split(teks.strip(), maxsplit=1)[0]
    return shorten(kalimat, PANJANG_RINGKAS, placeholder=" …")


def daftar_simpulan(daftar_sasaran: Sequence[SasaranPandangan]) -> tuple[str, ...]:
    """Return the facts that a conclusion must not contradict: which sasaran and indicators fell short, and by what."""
    return tuple(filter(None, (_sasaran(daftar_sasaran), _tercapai(daftar_sasaran), _kurang(daftar_sasaran))))


def daftar_kalimat(
    daftar_sasaran: Sequence[SasaranPandangan], daftar_status: Sequence[StatusLaporan]
) -> tuple[str, ...]:
    """Return how many indicators reached their target, and which forms are awaited."""
    return tuple(filter(None, (_tercapai(daftar_sasaran), _ditunggu(daftar_status))))


def _kata_terakhir(indikator: IndikatorPandangan, butir: str) -> str:
    """Return what the units wrote last on a point, each under its name where they are several."""
    daftar = [
        (analisis, satu.isi)
        for analisis in indikator.daftar_analisis
        for satu in analisis.daftar_butir
        if satu.nama == butir
    ]
    terakhir = [(analisis.unit, isi) for analisis, isi in daftar if analisis.periode == daftar[-1][0].periode]
    if len(terakhir) == 1:
        return terakhir[0][1]
    return "\n".join(f"{unit}: {isi}" for unit, isi in terakhir) or bahasa.KOSONG


def _tercapai(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return one sentence on how many of the measured indicators reached their target; empty where none is."""
    daftar = [nilai for nilai, _ in _dinilai(daftar_sasaran)]
    capai = sum(nilai >= SERATUS for nilai in daftar)
    if not daftar:
        return ""
    if capai in {0, len(daftar)}:
        kata = "mencapai atau melampaui target" if capai else "belum mencapai target"
        return f"Seluruh {bahasa.hitungan(len(daftar))} indikator yang dinilai {kata}."
    return (
        f"Dari {bahasa.hitungan(len(daftar))} indikator yang dinilai, {bahasa.hitungan(capai)} mencapai atau melampaui "
        f"target dan {bahasa.hitungan(len(daftar) - capai)} belum mencapai target."
    )


def _ditunggu(daftar_status: Sequence[StatusLaporan]) -> str:
    """Return one sentence on the forms that are not there yet; empty where all are."""
    daftar = [s for s in daftar_status if s.status is not StatusUnit.DITERIMA]
    nama = [f"{satu.unit.nama} ({satu.triwulan.nama_pendek})" for satu in daftar[:BANYAK_DISEBUT]]
    if len(daftar) > BANYAK_DISEBUT:
        nama.append(f"{bahasa.hitungan(len(daftar) - BANYAK_DISEBUT)} laporan lain")
    return f"Laporan yang belum diterima: {bahasa.gabung(nama)}." if nama else ""


def _sasaran(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    daftar = [(sasaran, nilai) for sasaran in daftar_sasaran if (nilai := sasaran.rerata.nilai) is not None]
    kurang = [f"Sasaran {sasaran.nomor} ({sasaran.rerata.persen})" for sasaran, nilai in daftar if nilai < SERATUS]
    if not daftar:
        return ""
    awal = (
        f"Rata-rata capaian {bahasa.hitungan(len(daftar) - len(kurang))} dari {bahasa.hitungan(len(daftar))} sasaran "
    )
    belum = f"; yang belum: {bahasa.gabung(kurang)}" if kurang else ""
    return f"{awal}mencapai 100% atau lebih{belum}."


def _kurang(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    daftar = [f"{i.nomor} ({i.capaian.persen})" for nilai, i in _dinilai(daftar_sasaran) if nilai < SERATUS]
    return f"Indikator yang belum mencapai target: {bahasa.gabung(daftar)}." if 0 < len(daftar) <= BANYAK_KURANG else ""


def _dinilai(daftar_sasaran: Sequence[SasaranPandangan]) -> Iterator[tuple[Decimal, IndikatorPandangan]]:
    """Yield the indicators that have a capaian, with it, in the order of the report."""
    for sasaran in daftar_sasaran:
        for indikator in sasaran.daftar_indikator:
            if (nilai := indikator.capaian.nilai) is not None:
                yield nilai, indikator
