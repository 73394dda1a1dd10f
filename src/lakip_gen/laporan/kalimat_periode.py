"""Sentences of a report within the year: against the quarter before, on earlier promises, on what is to be decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.capaian import SERATUS
from lakip_gen.laporan.kalimat_indikator import sebutan
from lakip_gen.laporan.kalimat_sisa import DI_DALAM, SEJAUH_INI, TERCAPAI
from lakip_gen.laporan.pandangan_catatan import StatusJanjiPandangan
from lakip_gen.laporan.sajian import BELUM_DIISI
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from lakip_gen.laporan.pandangan import SasaranPandangan
    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan, TriwulanPandangan

PALING_JAUH: Final = 3
"""So many indicators that fell are named."""
BANYAK_DISEBUT: Final = 8
"""So many indicators that wait for a decision are named; of more, how many."""
BANYAK_BERNAMA: Final = 3
"""So many of them have their names: they stand on the one page of the Ikhtisar too."""
_ARAH: Final = {1: "naik", -1: "turun", 0: "tetap"}
TERTUNDA: Final = frozenset({"belum mulai", "batal"})
"""The answers on a promise after which somebody has to decide."""


def kalimat_banding(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return one sentence on the capaian of the last quarter against the one before; empty where none is known."""
    daftar = [
        (_arah(lalu.capaian.teks, kini.capaian.teks, selisih), selisih, indikator)
        for indikator in semua(daftar_sasaran)
        for lalu, kini in [(indikator.sebelumnya, indikator.daftar_triwulan[-1])]
        if (selisih := _selisih(lalu.capaian.nilai, kini.capaian.nilai)) is not None
    ]
    if not daftar:
        return ""
    arah = [satu for satu, _, _ in daftar]
    bagian = [(arah.count(nilai), kata) for nilai, kata in _ARAH.items() if nilai in arah]
    contoh = daftar[0][2]
    dinilai = f"indikator yang dinilai pada {contoh.sebelumnya.nama} dan {contoh.daftar_triwulan[-1].nama}"
    rincian = bahasa.gabung([f"{bahasa.hitungan(banyak)} {kata}" for banyak, kata in bagian])
    awal = f"Dari {bahasa.hitungan(len(daftar))} {dinilai}, capaian {rincian}"
    if len(bagian) == 1:
        awal = f"Capaian {bahasa.seluruh(len(daftar))} {dinilai} {bagian[0][1]}"
    turun = sorted((satu for satu in daftar if satu[0] < 0), key=lambda satu: satu[1])[:PALING_JAUH]
    nama = sebutan([i for _, _, i in turun])
    disebut = [f"{nama[i.nomor]} ({_dari_menjadi(i.sebelumnya, i.daftar_triwulan[-1])})" for _, _, i in turun]
    return f"{awal}; yang turun paling jauh: {bahasa.gabung(disebut)}." if turun else f"{awal}."


def _dari_menjadi(lalu: TriwulanPandangan, kini: TriwulanPandangan) -> str:
    """Return from where a capaian went where, with the mark of either once."""
    tanda = kini.capaian.tanda or lalu.capaian.tanda
    return f"dari {lalu.capaian.teks}% menjadi {kini.capaian.teks}%" + (f", {tanda}" if tanda else "")


def kalimat_target_tahun(daftar_sasaran: Sequence[SasaranPandangan], *, berakhir: bool) -> str:
    """Return one sentence on how many indicators have reached the year's target; empty where none can be compared.

    Args:
        daftar_sasaran: The views of all sasaran.
        berakhir: Whether the year is over; before, and of a figure that still lacks data, only that counts as reached
            which nothing can undo.
    """
    daftar = [(i, nilai) for i in semua(daftar_sasaran) if (nilai := i.capaian_tahun.nilai) is not None]
    if not daftar:
        return ""
    di_sana = {i.nomor for i, nilai in daftar if berakhir and nilai >= SERATUS}
    sampai = [
        i.nomor for i, _ in daftar if i.sisa_target == TERCAPAI or (i.nomor in di_sana and not i.capaian_tahun.tanda)
    ]
    hasil = f"{bahasa.hitungan(len(sampai))} mencapai target tahun: {_sebut(sampai)}"
    di_sana |= {i.nomor for i, _ in daftar if i.sisa_target in {SEJAUH_INI, DI_DALAM}}
    memenuhi = len(di_sana.difference(sampai))
    sejauh = f"; {bahasa.hitungan(memenuhi)} sejauh ini memenuhinya" if memenuhi else ""
    return (
        f"Dari {bahasa.hitungan(len(daftar))} indikator yang sudah terukur, "
        f"{hasil if sampai else 'belum ada yang mencapai target tahun'}{sejauh}."
    )


def _selisih(lalu: Decimal | None, kini: Decimal | None) -> Decimal | None:
    return None if lalu is None or kini is None else kini - lalu


def _arah(lalu: str, kini: str, selisih: Decimal) -> int:
    """Return whether a capaian rose (1) or fell (-1) as it is printed."""
    if lalu == kini:
        return 0
    return 1 if selisih > 0 else -1


def daftar_janji(daftar_sasaran: Sequence[SasaranPandangan]) -> tuple[StatusJanjiPandangan, ...]:
    """Return what was promised or decided before and not closed, with how it went on in the period.

    What two quarters say of it in the same words stands once.
    """
    semua_janji = _janji_per_triwulan(daftar_sasaran)
    kapan: dict[StatusJanjiPandangan, list[str]] = {}
    for janji in semua_janji:
        kapan.setdefault(replace(janji, periode=""), []).append(janji.periode)
    return tuple(replace(janji, periode=_masa(daftar)) for janji, daftar in kapan.items())


def _masa(daftar: Sequence[str]) -> str:
    """Return the quarters of a semester by the first and the last: TW III–IV."""
    return daftar[0] if len(daftar) == 1 else f"{daftar[0]}–{daftar[-1].removeprefix('TW ')}"


def _janji_per_triwulan(daftar_sasaran: Sequence[SasaranPandangan]) -> tuple[StatusJanjiPandangan, ...]:
    return tuple(
        StatusJanjiPandangan(
            nomor=indikator.nomor,
            unit=analisis.unit,
            periode=analisis.periode,
            janji=analisis.tindak_lanjut_lalu,
            status=analisis.status_tindak_lanjut,
            # evidence is owed for nothing: only a status is
            bukti=bahasa.KOSONG if analisis.bukti_tindak_lanjut == BELUM_DIISI else analisis.bukti_tindak_lanjut,
        )
        for indikator in semua(daftar_sasaran)
        for analisis in indikator.daftar_analisis
        if analisis.tindak_lanjut_lalu
    )


def daftar_keputusan(daftar_sasaran: Sequence[SasaranPandangan]) -> tuple[str, ...]:
    """Return what somebody has to decide: indicators below target without a promise, and promises that stand still."""
    tanpa = [
        indikator
        for indikator in semua(daftar_sasaran)
        if (nilai := indikator.capaian.nilai) is not None and nilai < SERATUS and not _berjanji(indikator)
    ]
    nama = sebutan(tanpa, BANYAK_BERNAMA)
    kurang = [f"{nama[indikator.nomor]} ({indikator.capaian.dalam_kurung})" for indikator in tanpa]
    tertunda = [
        f"{janji.nomor} ({janji.unit}, {janji.status})"
        for janji in daftar_janji(daftar_sasaran)
        if janji.status in TERTUNDA
    ]
    return tuple(
        f"{judul}: {_sebut(daftar)}."
        for judul, daftar in (
            ("Indikator di bawah target yang belum mempunyai tindak lanjut", kurang),
            ("Tindak lanjut sebelumnya yang belum mulai atau dibatalkan", tertunda),
        )
        if daftar
    )


def _berjanji(indikator: IndikatorPandangan) -> bool:
    return any(analisis.ada_tindak_lanjut for analisis in indikator.daftar_analisis)


def _sebut(daftar: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    lebih = len(daftar) - BANYAK_DISEBUT
    if lebih <= 0:
        return bahasa.gabung(daftar)
    return bahasa.gabung([*daftar[:BANYAK_DISEBUT], f"{bahasa.hitungan(lebih)} lainnya"])


def semua(daftar_sasaran: Sequence[SasaranPandangan]) -> Iterator[IndikatorPandangan]:
    """Yield the indicators of all sasaran in the order of the report."""
    for sasaran in daftar_sasaran:
        yield from sasaran.daftar_indikator
