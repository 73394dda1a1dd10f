"""Agencies of three sizes that fill a whole year the way the sample does: buku induk, forms, answers, susun."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bantu_gaya import Isi, terisi
from bantu_ruang import baca_induk, baca_triwulan
from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.mulai import templat
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.alur.susun import susun
from lakip_gen.domain.formulir import Formulir, siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import Periode, setahun
from lakip_gen.excel.induk import write_induk
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.storage.pdf import find_libreoffice
from lakip_gen.storage.workspace import Workspace

TAHUN = 2025
PERIODE = {"2025-TW2": "laporan-triwulan.docx", "2025-S1": "laporan-semester.docx", "2025": "laporan-tahunan.docx"}
"""The periods that are looked at, each with its template."""
SETAHUN = ("contoh", "2025")
LAPORAN = [
    pytest.param(nama, periode, marks=() if nama == "kecamatan" or (nama, periode) == SETAHUN else pytest.mark.lengkap)
    for nama in ("kecamatan", "contoh", "dinas")
    for periode in PERIODE
]
"""Every report that is looked at; in every run those of the smallest agency, and the year of the sample."""


@dataclass(frozen=True)
class Instansi:
    """An agency.

    Attributes:
        nama: What its golden documents are called.
        induk: The rows of its buku induk by sheet.
        jawab: What a unit types into a form; None where it never sends it.
    """

    nama: str
    induk: Mapping[str, Sequence[Mapping[str, object]]]
    jawab: Callable[[Formulir], Isi | None]


def tulis_instansi(instansi: Instansi, akar: Path) -> Workspace:
    """Write an agency's year into a folder, quarter by quarter, as later forms carry what earlier ones brought."""
    ruang = Workspace(akar)
    for berkas, isi in ({ruang.induk(TAHUN): write_induk(instansi.induk)} | templat(ruang)).items():
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_bytes(isi)
    induk, daftar_temuan = baca_induk(ruang, TAHUN)
    assert induk is not None, [(temuan.kode, str(temuan.asal), temuan.nilai) for temuan in daftar_temuan]
    diterima = {}
    for triwulan in setahun(TAHUN).daftar_triwulan:
        lalu = Kumpulan(dict(diterima))
        ruang.inbox(triwulan).mkdir(parents=True)
        for unit in induk.daftar_unit:
            formulir = siapkan_formulir(induk, unit, triwulan, lalu)
            if (isi := instansi.jawab(formulir)) is not None:
                berkas = ruang.form_file(unit.kode, triwulan)
                berkas.write_bytes(terisi(formulir, isi))
        for hasil in baca_triwulan(ruang, induk, triwulan, lalu).daftar_unit:
            if hasil.status.laporan is not None:
                diterima[hasil.status.unit.kode, triwulan] = hasil.status.laporan
    return ruang


def daftar_instansi() -> dict[str, Callable[[Path], Workspace]]:
    """Return what writes each agency into a folder, by the agency's name, the smallest first."""
    from instansi_dinas import DINAS
    from instansi_kecamatan import KECAMATAN

    def contoh(akar: Path) -> Workspace:
        ruang = Workspace(akar)
        tulis_contoh(ruang)
        return ruang

    return {
        "kecamatan": lambda akar: tulis_instansi(KECAMATAN, akar),
        "contoh": contoh,
        "dinas": lambda akar: tulis_instansi(DINAS, akar),
    }


@dataclass(frozen=True)
class Draf:
    """A period's draft as `susun` wrote it, and the view it prints."""

    isi: bytes
    pandangan: LaporanPandangan


@dataclass
class InstansiUji:
    """The agencies of a test session, each written once and each period of it drafted once."""

    folder: Callable[[str], Path]
    ruang: dict[str, Workspace] = field(default_factory=dict)
    draf: dict[tuple[str, str, bool], Draf] = field(default_factory=dict)

    def susun(self, nama: str, periode: str) -> Draf:
        """Return the draft of an agency's period; its contents lists have numbers where LibreOffice is not hidden."""
        kunci = nama, periode, find_libreoffice() is not None
        if kunci not in self.draf:
            if nama not in self.ruang:
                self.ruang[nama] = daftar_instansi()[nama](self.folder(nama))
            self.draf[kunci] = _susun(self.ruang[nama], Periode.parse(periode))
        return self.draf[kunci]


def _susun(ruang: Workspace, periode: Periode) -> Draf:
    shutil.rmtree(ruang.output(periode), ignore_errors=True)
    hasil = susun(ruang, periode)
    assert hasil.draf is not None, [temuan.kode for temuan in hasil.daftar_temuan]
    return Draf(hasil.draf.read_bytes(), susun_pandangan(rekap_hasil(periksa_periode(ruang, periode))))
