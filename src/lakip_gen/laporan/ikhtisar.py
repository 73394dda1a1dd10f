"""What the reader with one minute needs: what was reached, what is weakest and why, and what is still missing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.rerata import MENUNGGU, Rerata, pencilan, rata_angka
from lakip_gen.laporan.kalimat_indikator import sebutan
from lakip_gen.laporan.kalimat_pencilan import sebutan_pencilan
from lakip_gen.laporan.pandangan import TerlemahPandangan
from lakip_gen.laporan.sajian import BELUM_DIISI, SEMENTARA, triwulan_sajian
from lakip_gen.laporan.susun_analisis import BUTIR_ANALISIS
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.periode import Periode
    from lakip_gen.laporan.pandangan import SasaranPandangan
    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan

BANYAK_TERLEMAH: Final = 5
BANYAK_KURANG: Final = 15
"""So many indicators that fell short are named in a sentence; more stand in the tables alone."""
PANJANG_RINGKAS: Final = 100
"""So many letters of a unit's sentence stand on the page for the reader with one minute."""
PANJANG_POKOK: Final = 250
"""So many letters of a unit's first sentence stand in a table of the report itself."""
_AKHIR_KALIMAT: Final = re.compile(r"(?<=[.!?])(?<!\d\.)\s+(?=[A-Z(])|\n")
"""Where a sentence ends; the number of a point in a list ends none."""
BANYAK_DISEBUT: Final = 6
"""So many units whose forms are awaited are named; of more, how many forms."""


@dataclass(frozen=True, slots=True)
class _Kata:
    """What one unit wrote on a point in one quarter."""

    periode: str
    unit: str
    isi: str


def daftar_terlemah(daftar_sasaran: Sequence[SasaranPandangan], akhir: str) -> tuple[TerlemahPandangan, ...]:
    """Return the indicators furthest below their target, the furthest first; five at most.

    Args:
        daftar_sasaran: The sasaran of the report.
        akhir: The last quarter of its period; words of an earlier one are printed under the name of theirs.
    """
    kurang = [(nilai, indikator) for nilai, indikator in _dinilai(daftar_sasaran) if nilai < SERATUS]
    kurang.sort(key=lambda satu: satu[0])
    return tuple(
        TerlemahPandangan(
            nomor=indikator.nomor,
            indikator=indikator.nama,
            capaian=indikator.capaian,
            predikat=indikator.predikat,
            warna=indikator.warna,
            hambatan=_semua(_hambatan(indikator, akhir), akhir),
            tindak_lanjut=_semua(_terakhir(indikator, "tindak_lanjut"), akhir),
            hambatan_pokok=_pokok(_hambatan(indikator, akhir), akhir),
            tindak_lanjut_pokok=_pokok(_terakhir(indikator, "tindak_lanjut"), akhir),
            sebab_ringkas=_ringkas((_terakhir(indikator, "penjelasan"), _hambatan(indikator, akhir)), akhir),
            tindak_lanjut_ringkas=_ringkas((_terakhir(indikator, "tindak_lanjut"),), akhir),
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
    kurang += [f"{bahasa.hitungan(banyak)} indikator {kata}" for banyak, kata in _menunggu(rerata)]
    if (belum := sum(satu.status is not StatusUnit.DITERIMA for satu in daftar_status)) > 0:
        kurang.append(f"{bahasa.hitungan(belum)} dari {bahasa.hitungan(len(daftar_status))} laporan belum diterima")
    return (
        f"Yang belum ada: {bahasa.gabung(kurang)}."
        if kurang
        else "Semua laporan diterima dan semua angka yang diminta ada."
    )


def _menunggu(rerata: Rerata) -> list[tuple[int, str]]:
    """Return how many indicators wait for figures, and whether nothing of them is there or not yet all."""
    return [(banyak, sebab.value) for sebab, banyak in rerata.tanpa if sebab in MENUNGGU]


def _ringkas(daftar_butir: Sequence[Sequence[_Kata]], akhir: str) -> str:
    """Return the first sentences that the units wrote last on some points, cut where they are long."""
    ada: dict[str, str] = {}
    for kata in filter(None, daftar_butir):
        ada.setdefault(_kalimat_pertama(_bernama(kata)), _masa(kata, akhir))
    tertulis = [teks for teks in ada if teks != BELUM_DIISI] or list(ada)
    # What is of the last quarter stands first: behind words of an earlier one it would read as of that quarter too.
    per_masa = groupby(sorted(tertulis, key=lambda teks: ada[teks]), key=lambda teks: ada[teks])
    return " ".join(masa + " ".join(daftar) for masa, daftar in per_masa) or bahasa.KOSONG


def _pokok(kata: Sequence[_Kata], akhir: str) -> str:
    """Return the first sentence of each unit, under the name of their quarter where that is not the period's last."""
    pertama = [_Kata(satu.periode, satu.unit, _pokok_kalimat(satu.isi)) for satu in kata]
    return _semua(pertama, akhir)


def _pokok_kalimat(teks: str) -> str:
    """Return the first sentence of a text, and who does it until when, which stands in brackets at the end."""
    *awal, ekor = _AKHIR_KALIMAT.split(teks.strip())
    pertama = _kalimat_pertama(teks, PANJANG_POKOK)
    return f"{pertama} {ekor}" if awal and ekor.startswith("(") else pertama


def _kalimat_pertama(teks: str, panjang: int = PANJANG_RINGKAS) -> str:
    """Return the first sentence of a text; one that only announces a list has the first of its points with it."""
    awal, *lain = filter(None, map(str.strip, _AKHIR_KALIMAT.split(teks.strip())))
    return shorten(f"{awal} {lain[0]}" if awal.endswith(":") and lain else awal, panjang, placeholder=" …")


def daftar_simpulan(daftar_sasaran: Sequence[SasaranPandangan], rerata: Rerata) -> tuple[str, ...]:
    """Return the facts that a conclusion must not contradict: what fell short, by how much, and what is not known yet.

    Args:
        daftar_sasaran: The views of all sasaran.
        rerata: The agency's mean, which knows how many indicators wait for figures.
    """
    menunggu = bahasa.gabung([f"{bahasa.hitungan(banyak)} indikator {kata}" for banyak, kata in _menunggu(rerata)])
    daftar = (
        _sasaran(daftar_sasaran),
        _sasaran_tanpa_capaian(daftar_sasaran),
        _tercapai(daftar_sasaran),
        f"Sebanyak {menunggu}." if menunggu else "",
        _kurang(daftar_sasaran),
    )
    return tuple(filter(None, daftar))


def daftar_kalimat(
    daftar_sasaran: Sequence[SasaranPandangan], daftar_status: Sequence[StatusLaporan]
) -> tuple[str, ...]:
    """Return how many indicators reached their target, and which forms are awaited."""
    return tuple(filter(None, (_tercapai(daftar_sasaran), _ditunggu(daftar_status))))


def _hambatan(indikator: IndikatorPandangan, akhir: str) -> tuple[_Kata, ...]:
    """Return what the units wrote last of the obstacle; what the year came to where that is older."""
    kata = _terakhir(indikator, "faktor_penghambat")
    sintesis = tuple(satu for satu in _terakhir(indikator, "sintesis") if satu.isi != BELUM_DIISI)
    return sintesis if sintesis and not any(satu.periode == akhir for satu in kata) else kata


def _terakhir(indikator: IndikatorPandangan, butir: str) -> tuple[_Kata, ...]:
    """Return what the units wrote on a point in the last quarter in which any of them did."""
    daftar = [
        _Kata(analisis.periode, analisis.unit, satu.isi)
        for analisis in indikator.daftar_analisis
        for satu in analisis.daftar_butir
        if satu.nama == BUTIR_ANALISIS[butir]
    ]
    return tuple(satu for satu in daftar if satu.periode == daftar[-1].periode)


def _semua(kata: Sequence[_Kata], akhir: str) -> str:
    """Return all of some words, under the name of their quarter where that is not the period's last."""
    return f"{_masa(kata, akhir)}{_bernama(kata)}" if kata else bahasa.KOSONG


def _masa(kata: Sequence[_Kata], akhir: str) -> str:
    """Return what stands before words of an earlier quarter; nothing before those of the period's last."""
    return "" if kata[0].periode == akhir else f"({kata[0].periode}) "


def _bernama(kata: Sequence[_Kata]) -> str:
    """Return some words, each under the name of its unit where they are several."""
    if len(kata) == 1:
        return kata[0].isi
    return "\n".join(f"{satu.unit}: {satu.isi}" for satu in kata)


def _tercapai(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return one sentence on how many of the measured indicators reached their target; empty where none is."""
    daftar = [nilai for nilai, _ in _dinilai(daftar_sasaran)]
    capai = sum(nilai >= SERATUS for nilai in daftar)
    if not daftar:
        return ""
    sementara = sum(bool(i.capaian.tanda) for _, i in _dinilai(daftar_sasaran))
    masih = f"; {bahasa.hitungan(sementara)} dari yang dinilai masih {SEMENTARA}" if sementara else ""
    if capai in {0, len(daftar)}:
        kata = "mencapai atau melampaui target" if capai else "belum mencapai target"
        return bahasa.kalimat(f"{bahasa.seluruh(len(daftar))} indikator yang dinilai {kata}{masih}")
    return (
        f"Dari {bahasa.hitungan(len(daftar))} indikator yang dinilai, {bahasa.hitungan(capai)} mencapai atau melampaui "
        f"target dan {bahasa.hitungan(len(daftar) - capai)} belum mencapai target{masih}."
    )


def _ditunggu(daftar_status: Sequence[StatusLaporan]) -> str:
    """Return one sentence on the forms that are not there yet, unit by unit; empty where all are."""
    per_unit: dict[str, list[Periode]] = {}
    for satu in daftar_status:
        if satu.status is not StatusUnit.DITERIMA:
            per_unit.setdefault(satu.unit.nama, []).append(satu.triwulan)
    daftar = [f"{unit} ({triwulan_sajian(belum)})" for unit, belum in per_unit.items()]
    if lain := sum(len(belum) for belum in list(per_unit.values())[BANYAK_DISEBUT:]):
        daftar[BANYAK_DISEBUT:] = [f"{bahasa.hitungan(lain)} laporan lain"]
    return f"Laporan yang belum diterima: {bahasa.gabung(daftar)}." if daftar else ""


def _sasaran(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return which sasaran have a mean of 100 or more and which have not, of those that have one; empty for none."""
    daftar = [(sasaran, nilai) for sasaran in daftar_sasaran if (nilai := sasaran.rerata.nilai) is not None]
    kurang = [f"Sasaran {s.nomor} ({s.rerata.dalam_kurung})" for s, nilai in daftar if nilai < SERATUS]
    if not daftar:
        return ""
    if len(daftar) == 1:
        return _satu_sasaran(daftar[0][0], satu_satunya=len(daftar_sasaran) == 1)
    if len(kurang) == len(daftar):
        return f"Belum ada sasaran yang rata-rata capaiannya mencapai 100%: {bahasa.gabung(kurang)}."
    sementara = [str(s.nomor) for s, nilai in daftar if nilai >= SERATUS and s.rerata.tanda]
    masih = f" (Sasaran {bahasa.gabung(sementara)} masih {SEMENTARA})" if sementara else ""
    dinilai = f"sasaran{' yang dinilai' if len(daftar) < len(daftar_sasaran) else ''}"
    karena = "".join(f" {satu}" for sasaran, nilai in daftar if nilai >= SERATUS for satu in _hanya_karena(sasaran))
    if not kurang:
        return f"Rata-rata capaian {bahasa.seluruh(len(daftar))} {dinilai} mencapai 100% atau lebih{masih}.{karena}"
    awal = f"Rata-rata capaian {bahasa.hitungan(len(daftar) - len(kurang))} dari {bahasa.hitungan(len(daftar))}"
    return f"{awal} {dinilai} mencapai 100% atau lebih{masih}; yang belum: {bahasa.gabung(kurang)}.{karena}"


def _satu_sasaran(sasaran: SasaranPandangan, *, satu_satunya: bool) -> str:
    """Return how the mean of the only sasaran that has one stands to 100%."""
    kata = "mencapai 100% atau lebih" if (sasaran.rerata.nilai or 0) >= SERATUS else "belum mencapai 100%"
    dinilai = "" if satu_satunya else ", satu-satunya yang dinilai,"
    rata = f"Rata-rata capaian Sasaran {sasaran.nomor} ({sasaran.rerata.dalam_kurung}){dinilai} {kata}."
    return " ".join((rata, *(_hanya_karena(sasaran) if kata.startswith("mencapai") else ())))


def _hanya_karena(sasaran: SasaranPandangan) -> Iterator[str]:
    """Yield what alone lifts a mean over 100, where without it none of the others is there."""
    nilai = [nilai for nilai, _ in _dinilai([sasaran])]
    lain = [satu for letak, satu in enumerate(nilai) if letak not in pencilan(nilai)]
    if (sebab := sebutan_pencilan(sasaran.daftar_indikator)) and (rata_angka(lain) or SERATUS) < SERATUS:
        yield f"Rata-rata Sasaran {sasaran.nomor} mencapai 100% hanya karena {sebab}."


def _sasaran_tanpa_capaian(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return which sasaran have no mean, where others have; empty where all or none have."""
    tanpa = [str(sasaran.nomor) for sasaran in daftar_sasaran if sasaran.rerata.nilai is None]
    ada = 0 < len(tanpa) < len(daftar_sasaran)
    return f"Sasaran {bahasa.gabung(tanpa)} belum memiliki capaian." if ada else ""


def _kurang(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return which indicators fell short and how far they came; empty where none did, or too many to be named."""
    kurang = [i for nilai, i in _dinilai(daftar_sasaran) if nilai < SERATUS]
    if not 0 < len(kurang) <= BANYAK_KURANG:
        return ""
    nama = sebutan(kurang)
    daftar = [f"{nama[i.nomor]} ({i.capaian.dalam_kurung})" for i in kurang]
    return f"Indikator yang belum mencapai target: {bahasa.gabung(daftar)}."


def _dinilai(daftar_sasaran: Sequence[SasaranPandangan]) -> Iterator[tuple[Decimal, IndikatorPandangan]]:
    """Yield the indicators that have a capaian, with it, in the order of the report."""
    for sasaran in daftar_sasaran:
        for indikator in sasaran.daftar_indikator:
            if (nilai := indikator.capaian.nilai) is not None:
                yield nilai, indikator
