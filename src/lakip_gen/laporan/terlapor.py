"""The past stays: what a period reported, kept with the cells behind it, and what of it would differ by now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from lakip_gen import __version__
from lakip_gen.domain.angka_tertulis import angka_tersimpan, target_tersimpan
from lakip_gen.domain.capaian import Capaian
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.jejak import Jejak, jejak_anggaran, jejak_indikator
from lakip_gen.domain.kinerja import Pejabat
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.rekap import Rekap, RekapIndikator, Sumber
from lakip_gen.domain.rekap_anggaran import RekapAnggaran, subkegiatan
from lakip_gen.domain.skema import formulir
from lakip_gen.domain.skema.induk import SASARAN, UNIT
from lakip_gen.domain.skema.induk_butir import NARASI
from lakip_gen.domain.skema.induk_indikator import INDIKATOR
from lakip_gen.domain.skema.induk_laporan import NARASI_KINERJA
from lakip_gen.domain.skema.induk_masa import PEJABAT, PERAN
from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.domain.temuan import Asal

if TYPE_CHECKING:
    from lakip_gen.laporan.pandangan import LaporanPandangan

VERSI: Final = 1
BUNYI: Final = "bunyi"
BERANGKA: Final = frozenset({"target", "realisasi", "capaian", "pagu", "realisasi anggaran", "realisasi fisik"})
"""What of a period's report is a figure."""
BUKU_INDUK: Final = "induk.xlsx"
"""How the name of the buku induk ends."""
CARA: Final = f"{BUKU_INDUK}: cara menghitung atau isinya berubah"
"""The reason where no cell behind a figure says anything else."""

Kunci: TypeAlias = tuple[str, str]
"""Which figure: the kode of what it is about, and what of it."""
DaftarSel: TypeAlias = tuple[tuple[str, str, str], ...]
"""The cells behind a figure: what each is for, what it holds, and where it stands."""


@dataclass(frozen=True, slots=True)
class Tercatat:
    """One figure as a period reported it.

    Attributes:
        nilai: Plain digits or a text; None where there was none.
        daftar_sel: The cells behind it.
    """

    nilai: str | None
    daftar_sel: DaftarSel = ()


Catatan: TypeAlias = Mapping[Kunci, Tercatat]


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """A figure of a period that is no longer what was reported.

    Attributes:
        indikator: The kode of the indicator, sasaran or budget line.
        apa: What of it, and of which period, in words.
        sebab: The files and cells that say something else now.
        periode: Of which period.
        berangka: Whether it is a figure; a new head, or other words, move none.
        dari_unit: Whether a late or corrected form says it; else the buku induk does.
        lewat: Whether a later period has reported since.
    """

    indikator: str
    apa: str
    dulu: str | None
    sekarang: str | None
    sebab: str
    periode: Periode
    berangka: bool
    dari_unit: bool
    lewat: bool


def catat_angka(rekap: Rekap) -> dict[Kunci, Tercatat]:
    """Return what a period reports: figures with the cells behind them, and what of the buku induk it prints."""
    catatan = dict(_dari_induk(rekap.induk, rekap.periode))
    for indikator in (*rekap.daftar_indikator, *rekap.daftar_indikator_program):
        catatan |= {(indikator.indikator.kode, apa): satu for apa, satu in _angka_indikator(rekap, indikator)}
    for baris in subkegiatan(rekap.daftar_anggaran):
        catatan |= {(baris.anggaran.kode, apa): satu for apa, satu in _angka_anggaran(rekap, baris)}
    return catatan


def _dari_induk(induk: Induk, periode: Periode) -> Iterator[tuple[Kunci, Tercatat]]:
    """Yield who signs, what units and sasaran are called, and in the year's report the agency's own texts."""
    for peran, bidang in PERAN.items():
        pejabat: Pejabat = getattr(induk.instansi, bidang)
        yield (peran, "pejabat"), _lembar(PEJABAT, ", ".join(filter(None, (pejabat.nama, pejabat.jabatan))))
    for unit in induk.daftar_unit:
        yield (unit.kode, "nama unit"), _lembar(UNIT, unit.nama, unit.asal.get("nama"))
    for sasaran in induk.daftar_sasaran:
        yield (sasaran.kode, BUNYI), _lembar(SASARAN, sasaran.nama, sasaran.asal.get("nama"))
    for narasi in induk.daftar_narasi:
        if narasi.untuk(periode):
            isi = _lembar(NARASI_KINERJA, narasi.isi, narasi.asal.get("isi"))
            yield (narasi.kode, f"narasi {narasi.tempat.value}"), isi
    for butir in NARASI.daftar_butir if periode.jenis is Jenis.TAHUN else ():
        yield (NARASI.nama, butir.judul), _lembar(NARASI, induk.narasi.teks(butir.kunci) or None)


def _lembar(lembar: Lembar, isi: str | None, asal: Asal | None = None) -> Tercatat:
    """Return a text of the buku induk with its cell, or with its sheet where nobody kept the cell."""
    return Tercatat(isi, ((BUNYI, isi or "", str(asal or Asal(BUKU_INDUK, lembar.nama))),))


def _angka_indikator(rekap: Rekap, indikator: RekapIndikator) -> Iterator[tuple[str, Tercatat]]:
    milik, ini = indikator.indikator, indikator.periode_ini
    target, realisasi = (_daftar_sel(satu) for satu in jejak_indikator(rekap, indikator).daftar_bagian[0].daftar_bagian)
    yield BUNYI, _lembar(INDIKATOR, milik.nama, milik.asal.get("nama"))
    yield "target", Tercatat(target_tersimpan(ini.target), target)
    yield "realisasi", Tercatat(angka_tersimpan(ini.realisasi.angka), realisasi)
    capaian = angka_tersimpan(ini.capaian.angka) if isinstance(ini.capaian, Capaian) else None
    yield "capaian", Tercatat(capaian, (*target, *realisasi))
    for triwulan in (satu for satu in indikator.daftar_triwulan if satu.periode == rekap.periode):
        yield from (butir for sumber in triwulan.daftar_sumber for butir in _kata_unit(sumber))


def _kata_unit(sumber: Sumber) -> Iterator[tuple[str, Tercatat]]:
    """Yield what a unit wrote beside its figure; longer periods print the words of their quarters."""
    for kolom in formulir.INDIKATOR.kolom_isian if sumber.jawaban else ():
        isi = getattr(sumber.jawaban, kolom.kunci, None)
        if isinstance(isi, str | date) and isi and sumber.jawaban:
            asal = sumber.jawaban.asal.get(kolom.kunci)
            sel = ((kolom.kunci, str(isi), str(asal)),) if asal else ()
            yield f"{kolom.judul}, {sumber.unit.kode},", Tercatat(str(isi), sel)


def _angka_anggaran(rekap: Rekap, baris: RekapAnggaran) -> Iterator[tuple[str, Tercatat]]:
    pagu, realisasi, fisik = (_daftar_sel(satu) for satu in jejak_anggaran(rekap, baris).daftar_bagian[:3])
    yield "pagu", Tercatat(angka_tersimpan(baris.pagu), pagu)
    yield "realisasi anggaran", Tercatat(angka_tersimpan(baris.realisasi.angka), realisasi)
    yield "realisasi fisik", Tercatat(angka_tersimpan(baris.fisik.angka), fisik)


def bandingkan_angka(
    periode: Periode, dulu: Catatan, kini: Catatan, *, selesai: bool, berganti: Collection[str] = ()
) -> Iterator[Perbedaan]:
    """Give what of a period's figures is no longer what was reported.

    Args:
        periode: The period.
        dulu: What was reported.
        kini: What would be by now.
        selesai: Whether a later period has reported since.
        berganti: The files that are others by now. Where the buku induk is none of them, nothing is its doing; where
            it is, a form of which nothing changed may be read otherwise, or not any more.
    """
    induk_tetap = not any(nama.endswith(BUKU_INDUK) for nama in berganti)
    for kunci in dict.fromkeys((*dulu, *kini)):
        lama, baru = dulu.get(kunci, Tercatat(None)), kini.get(kunci, Tercatat(None))
        if lama.nilai != baru.nilai:
            daftar_asal = _beda(lama.daftar_sel, baru.daftar_sel)
            yield Perbedaan(
                indikator=kunci[0],
                apa=f"{kunci[1]} {periode.nama_pendek}",
                dulu=lama.nilai,
                sekarang=baru.nilai,
                sebab="; ".join(daftar_asal) or CARA,
                periode=periode,
                berangka=kunci[1] in BERANGKA,
                dari_unit=induk_tetap or any(_dari_formulir(letak, berganti) for letak in daftar_asal),
                lewat=selesai,
            )


def sidik_isi(pandangan: LaporanPandangan) -> str:
    """Return the fingerprint of all that a report prints but for its day, with the version that worded it."""
    isi = repr(replace(pandangan, tanggal=""))
    return f"{__version__} {hashlib.sha256(isi.encode(errors='backslashreplace')).hexdigest()}"


def isi_lain(periode: Periode, dulu: str, kini: str, berganti: Collection[str]) -> Iterator[Perbedaan]:
    """Give what of a report is no longer as it was although nothing that is kept one by one differs.

    Args:
        periode: The period.
        dulu: The fingerprint of what was reported.
        kini: The fingerprint of what would be by now.
        berganti: The files that are others by now.
    """
    if dulu == kini or dulu.partition(" ")[0] != kini.partition(" ")[0]:
        return  # another version of the program may word it otherwise
    milik = {nama for satu in periode.sampai_dengan for nama in (satu.folder, f"jejak {satu}")}
    daftar_nama = sorted(nama for nama in berganti if nama.partition("/")[0] in milik)
    induk = [nama for nama in berganti if nama.endswith(BUKU_INDUK)]
    yield Perbedaan(
        indikator="laporan",
        apa=f"isi lain {periode.nama_pendek}",
        dulu="seperti draf yang dilaporkan",
        sekarang="seperti draf yang baru",
        sebab="; ".join(daftar_nama or induk) or CARA,
        periode=periode,
        berangka=False,
        dari_unit=bool(daftar_nama) or not induk,
        lewat=True,
    )


def _dari_formulir(letak: str, berganti: Collection[str]) -> bool:
    berkas = letak.partition(" · ")[0]
    return berkas in berganti and not berkas.endswith(BUKU_INDUK)


def _beda(dulu: DaftarSel, kini: DaftarSel) -> list[str]:
    """Return the places of the cells that say something else now, and of those that nobody reads any more."""
    lama, baru = ({nama: (isi, letak) for nama, isi, letak in daftar} for daftar in (dulu, kini))
    berubah = [letak for nama, (isi, letak) in baru.items() if nama not in lama or lama[nama][0] != isi]
    hilang = [f"{letak} tidak dipakai lagi" for nama, (_, letak) in lama.items() if nama not in baru]
    return list(dict.fromkeys((*berubah, *hilang)))


def _daftar_sel(jejak: Jejak, jalan: str = "") -> DaftarSel:
    """Return the cells at the ends of a tree."""
    nama = f"{jalan}/{jejak.nama}"
    if jejak.daftar_bagian:
        return tuple(sel for bagian in jejak.daftar_bagian for sel in _daftar_sel(bagian, nama))
    return ((nama, jejak.nilai, str(jejak.asal)),) if jejak.asal else ()


# --- As it is kept ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Laporan:
    """What a period reported.

    Attributes:
        angka: Its figures.
        draf: The SHA-256 of the draft that told them.
        sidik: The fingerprint of the files they were made from.
        sebelum: What it had reported from other files before; None where it had nothing.
        berkas: The SHA-256 of each of the files.
        isi: The fingerprint of all that it printed; empty where nobody noted it.
        asal: The SHA-256 of the edited draft that its own goes on from; empty where there is none.
        angka_asal: The figures of that one.
    """

    angka: Catatan
    draf: str = ""
    sidik: str = ""
    sebelum: Catatan | None = None
    berkas: Mapping[str, str] = field(default_factory=dict)
    isi: str = ""
    asal: str = ""
    angka_asal: Catatan | None = None

    def angka_draf(self, asal: str) -> Catatan:
        """Return the figures of the draft that a new one goes on from, however often that is made anew from it."""
        return self.angka_asal if asal and asal == self.asal and self.angka_asal is not None else self.angka

    def pembanding(self, sidik: str, *, selesai: bool) -> Catatan | None:
        """Return what figures made from some files are compared with: the same however often they are made anew."""
        return self.sebelum if sidik == self.sidik and not selesai else self.angka


def tulis_laporan(laporan: Laporan) -> str:
    """Return what a period reported as JSON, the same text for the same content."""
    isi = {
        "versi": VERSI,
        "draf": laporan.draf,
        "sidik": laporan.sidik,
        "isi": laporan.isi,
        "berkas": dict(laporan.berkas),
        "angka": _tersimpan(laporan.angka),
        "sebelum": None if laporan.sebelum is None else _tersimpan(laporan.sebelum),
    }
    if laporan.asal and laporan.angka_asal is not None:
        isi |= {"asal": laporan.asal, "angka_asal": _tersimpan(laporan.angka_asal)}
    return json.dumps(isi, ensure_ascii=False, indent=1) + "\n"


def baca_laporan(teks: str) -> Laporan | None:
    """Return what a period reported; None where nothing was kept, or what is there is of another version or broken."""
    try:
        isi = json.loads(teks)
        if isi["versi"] != VERSI:
            return None
        return Laporan(
            angka=_terbaca(isi["angka"]),
            draf=str(isi["draf"]),
            sidik=str(isi["sidik"]),
            sebelum=None if isi["sebelum"] is None else _terbaca(isi["sebelum"]),
            berkas=dict(isi["berkas"]),
            isi=str(isi["isi"]),
            asal=str(isi.get("asal", "")),
            angka_asal=_terbaca(isi["angka_asal"]) if "angka_asal" in isi else None,
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _tersimpan(catatan: Catatan) -> list[list[object]]:
    return [[*kunci, satu.nilai, satu.daftar_sel] for kunci, satu in catatan.items()]


def _terbaca(daftar: Iterable[tuple[str, str, str | None, Iterable[Iterable[str]]]]) -> Catatan:
    return {(str(kode), str(apa)): Tercatat(nilai, _sel_terbaca(sel)) for kode, apa, nilai, sel in daftar}


def _sel_terbaca(daftar: Iterable[Iterable[str]]) -> DaftarSel:
    return tuple((str(nama), str(isi), str(letak)) for nama, isi, letak in daftar)
