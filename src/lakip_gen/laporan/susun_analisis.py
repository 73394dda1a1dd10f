"""From a unit's answers to the view of its words: its analysis, what it promised, what it says of the year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.kewajiban import diminta
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import RekapIndikator, Sumber
from lakip_gen.domain.rerata import TanpaCapaian
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.laporan.pandangan_indikator import (
    AnalisisPandangan,
    ButirAnalisis,
    CatatanPandangan,
)
from lakip_gen.laporan.sajian import BELUM_DIISI, BELUM_DISAMPAIKAN, triwulan_sajian
from lakip_gen.pesan import bahasa

SINTESIS: Final = "Sintesis tahun"


@dataclass(frozen=True, slots=True)
class Butir:
    """One point of an analysis, as it is printed.

    Attributes:
        kunci: The column of the form that it is written in.
        tercetak: What it is called; empty where the header of its column says it.
        lanjutan: Whether it is on what follows, not on what happened and why.
    """

    kunci: str
    tercetak: str = ""
    lanjutan: bool = False

    @property
    def judul(self) -> str:
        """What stands before it in a report."""
        return self.tercetak or skema.INDIKATOR.kolom(self.kunci).judul


DAFTAR_BUTIR: Final = (
    Butir("penjelasan"),
    Butir("faktor_pendorong"),
    Butir("faktor_penghambat"),
    Butir("tindak_lanjut_lalu", lanjutan=True),
    Butir("tindak_lanjut", lanjutan=True),
    Butir("data_dukung", lanjutan=True),
    Butir("sintesis", SINTESIS),
)
"""The points of an analysis in reading order."""
BUTIR_ANALISIS: Final = {butir.kunci: butir.judul for butir in DAFTAR_BUTIR}
"""What they are called, by their columns."""
TEKS_ANALISIS: Final = (
    *(nama for nama in BUTIR_ANALISIS if nama != "tindak_lanjut_lalu"),
    "pic",
    "status_tindak_lanjut",
    "bukti_tindak_lanjut",
)
"""All that a unit writes of an analysis; who answers for a tindak lanjut, and how it ended, is printed within it."""
BUKTI: Final = skema.INDIKATOR.kolom("bukti_tindak_lanjut").judul
DITANYA_SEJAK: Final = skema.INDIKATOR.kolom("status_tindak_lanjut").sejak
"""The version of the form that first asked how an earlier tindak lanjut ended."""
LANJUTAN: Final = frozenset(butir.judul for butir in DAFTAR_BUTIR if butir.lanjutan)
"""The points on what follows."""


def daftar_analisis(milik: RekapIndikator) -> tuple[AnalisisPandangan, ...]:
    """Return the units' words quarter by quarter; a quarter in which nothing was due or said is left out."""
    semua = (susun_analisis(sumber) for sumber in milik.daftar_jawaban)
    return tuple(analisis for analisis in semua if analisis.daftar_butir)


def daftar_catatan(milik: RekapIndikator, *, setahun: bool) -> tuple[CatatanPandangan, ...]:
    """Return what the units noted besides promises, unit by unit; what is said again in the same words stands once.

    Args:
        milik: The figures of the indicator.
        setahun: Whether for the year's report, which prints syntheses elsewhere, and the proof of promises only here.
    """
    kapan: dict[str, dict[ButirAnalisis, list[Periode]]] = {}
    for sumber in milik.daftar_jawaban:
        for butir in _daftar_tercatat(susun_analisis(sumber), setahun=setahun):
            kapan.setdefault(sumber.unit.nama, {}).setdefault(butir, []).append(sumber.triwulan)
    return tuple(
        CatatanPandangan(unit=unit, periode=triwulan_sajian(daftar), daftar_butir=tuple(daftar_butir))
        for unit, milik_unit in kapan.items()
        for daftar, daftar_butir in _serempak(milik_unit)
    )


def _daftar_tercatat(analisis: AnalisisPandangan, *, setahun: bool) -> Iterator[ButirAnalisis]:
    """Yield the points of a quarter that the notes print."""
    for butir in analisis.daftar_butir:
        if not _didaftar(butir, analisis) and not (setahun and butir.nama == SINTESIS):
            yield butir
    if setahun and analisis.tindak_lanjut_lalu and analisis.bukti_tindak_lanjut != BELUM_DIISI:
        yield ButirAnalisis(BUKTI, analisis.bukti_tindak_lanjut)


def _didaftar(butir: ButirAnalisis, analisis: AnalisisPandangan) -> bool:
    """Return whether a point is a promise that reports list by itself, with who keeps it and how it went on."""
    if butir.nama == BUTIR_ANALISIS["tindak_lanjut_lalu"]:
        return bool(analisis.tindak_lanjut_lalu)
    return butir.nama == BUTIR_ANALISIS["tindak_lanjut"] and analisis.tindak_lanjut != BELUM_DIISI


def _serempak(
    kapan: Mapping[ButirAnalisis, Sequence[Periode]],
) -> list[tuple[tuple[Periode, ...], list[ButirAnalisis]]]:
    """Return points by the quarters they were said in, the earliest first, and of those what was said longest."""
    hasil: dict[tuple[Periode, ...], list[ButirAnalisis]] = {}
    for butir, daftar in kapan.items():
        hasil.setdefault(tuple(daftar), []).append(butir)
    return sorted(hasil.items(), key=lambda satu: (satu[0][0].nomor, -len(satu[0])))


def daftar_sintesis(milik: RekapIndikator) -> tuple[str, ...]:
    """Return what the units say the year came to, by paragraphs, each under its name where they are several."""
    semua = [(sumber.unit.nama, sumber.jawaban.sintesis) for sumber in milik.daftar_jawaban if sumber.jawaban]
    ada = [(unit, teks) for unit, teks in semua if teks]
    bernama = len(milik.indikator.daftar_unit) > 1
    daftar = ((f"{unit}: {teks}" if bernama else teks) for unit, teks in ada)
    return tuple(baris.strip() for teks in daftar for baris in teks.split("\n") if baris.strip())


def tanpa_analisis(milik: RekapIndikator) -> str:
    """Return what stands where no unit wrote: that its words are awaited, or nothing where nothing was due."""
    diukur = milik.tanpa_capaian is not TanpaCapaian.TIDAK_JATUH_TEMPO
    ditunggu = diukur and any(sumber.jawaban is None for sumber in milik.daftar_jawaban)
    return BELUM_DISAMPAIKAN if ditunggu else bahasa.KOSONG


def susun_analisis(sumber: Sumber) -> AnalisisPandangan:
    """Return what one unit wrote in one quarter, marks where it owed something and wrote nothing."""
    jawaban = sumber.jawaban
    diminta_unit = diminta("indikator", jawaban.syarat, sumber.versi) if jawaban else frozenset()
    teks = {nama: getattr(jawaban, nama) if jawaban else "" for nama in TEKS_ANALISIS}
    batas = bahasa.tanggal(jawaban.batas_waktu) if jawaban and jawaban.batas_waktu else ""
    lalu = sumber.tindak_lanjut_lalu if sumber.versi >= DITANYA_SEJAK else ""
    daftar_butir = _daftar_butir(teks, lalu, batas, diminta_unit)
    return AnalisisPandangan(
        unit=sumber.unit.nama,
        periode=sumber.triwulan.nama_pendek,
        batas_waktu=batas or BELUM_DIISI,
        daftar_butir=daftar_butir,
        daftar_faktor=tuple(butir for butir in daftar_butir if butir.nama not in LANJUTAN),
        daftar_lanjutan=tuple(butir for butir in daftar_butir if butir.nama in LANJUTAN),
        ada_penjelasan=bool(teks["penjelasan"]),
        ada_pendorong=bool(teks["faktor_pendorong"]),
        ada_penghambat=bool(teks["faktor_penghambat"]),
        ada_tindak_lanjut=jawaban is not None and jawaban.ada_tindak_lanjut,
        tindak_lanjut_lalu=lalu,
        **{nama: isi or BELUM_DIISI for nama, isi in teks.items()},
    )


def _daftar_butir(teks: Mapping[str, str], lalu: str, batas: str, diminta: frozenset[str]) -> tuple[ButirAnalisis, ...]:
    hasil = []
    semua = {**teks, "tindak_lanjut_lalu": _kelanjutan(teks, lalu)}
    for nama, judul in BUTIR_ANALISIS.items():
        isi = semua[nama]
        if nama == "tindak_lanjut" and (isi or teks["pic"] or batas):
            isi = f"{isi or BELUM_DIISI} ({teks['pic'] or BELUM_DIISI}, paling lambat {batas or BELUM_DIISI})"
        if isi or nama in diminta:
            hasil.append(ButirAnalisis(judul, isi or BELUM_DIISI))
    return tuple(hasil)


def _kelanjutan(teks: Mapping[str, str], lalu: str) -> str:
    """Return what was promised before with how it went on; empty where nothing was promised or said."""
    status, bukti = teks["status_tindak_lanjut"], teks["bukti_tindak_lanjut"]
    if not (lalu or status or bukti):
        return ""
    akhir = ", ".join(filter(None, (status or BELUM_DIISI, bukti)))
    return f"{lalu}: {akhir}" if lalu else akhir
