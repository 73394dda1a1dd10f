"""The past stays: what a period reported, kept with the cells behind it, and what of it would differ by now."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from lakip_gen.domain.angka_tertulis import angka_tersimpan, target_tersimpan
from lakip_gen.domain.capaian import Capaian
from lakip_gen.domain.jejak import Jejak, jejak_anggaran, jejak_indikator
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap, RekapIndikator
from lakip_gen.domain.rekap_anggaran import RekapAnggaran, subkegiatan
from lakip_gen.domain.temuan import Asal

VERSI: Final = 1
BUNYI: Final = "bunyi"
KEPALA: Final = "kepala instansi"
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
        sementara: Whether something due was still missing in it.
        daftar_sel: The cells behind it.
    """

    nilai: str | None
    sementara: bool = False
    daftar_sel: DaftarSel = ()


Catatan: TypeAlias = Mapping[Kunci, Tercatat]


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """A figure of a period that is no longer what was reported.

    Attributes:
        indikator: The kode of the indicator, sasaran or budget line.
        apa: What of it, and of which period.
        sebab: The files and cells that say something else now.
        dari_unit: Whether a late or corrected form says it; else the buku induk does.
        lewat: Whether a later period has reported since.
    """

    indikator: str
    apa: str
    dulu: str | None
    sekarang: str | None
    sebab: str
    dari_unit: bool
    lewat: bool


def catat_angka(rekap: Rekap) -> dict[Kunci, Tercatat]:
    """Return the figures of a period with the cells behind them."""
    kepala = rekap.induk.instansi.kepala
    catatan = {(KEPALA, "pejabat"): Tercatat(", ".join(filter(None, (kepala.nama, kepala.jabatan))))}
    for sasaran in rekap.induk.daftar_sasaran:
        catatan[sasaran.kode, BUNYI] = _bunyi(sasaran.nama, sasaran.asal.get("nama"))
    for indikator in rekap.daftar_indikator:
        catatan |= {(indikator.indikator.kode, apa): satu for apa, satu in _angka_indikator(rekap, indikator)}
    for baris in subkegiatan(rekap.daftar_anggaran):
        catatan |= {(baris.anggaran.kode, apa): satu for apa, satu in _angka_anggaran(rekap, baris)}
    return catatan


def _bunyi(nama: str, asal: Asal | None) -> Tercatat:
    return Tercatat(nama, daftar_sel=((BUNYI, nama, str(asal)),) if asal else ())


def _angka_indikator(rekap: Rekap, indikator: RekapIndikator) -> Iterator[tuple[str, Tercatat]]:
    milik, ini, sementara = indikator.indikator, indikator.periode_ini, indikator.menunggu
    target, realisasi = (_daftar_sel(satu) for satu in jejak_indikator(rekap, indikator).daftar_bagian[0].daftar_bagian)
    yield BUNYI, _bunyi(milik.nama, milik.asal.get("nama"))
    yield "target", Tercatat(target_tersimpan(ini.target), daftar_sel=target)
    yield "realisasi", Tercatat(angka_tersimpan(ini.realisasi.angka), sementara, realisasi)
    capaian = angka_tersimpan(ini.capaian.angka) if isinstance(ini.capaian, Capaian) else None
    yield "capaian", Tercatat(capaian, sementara, (*target, *realisasi))


def _angka_anggaran(rekap: Rekap, baris: RekapAnggaran) -> Iterator[tuple[str, Tercatat]]:
    pagu, realisasi, fisik = (_daftar_sel(satu) for satu in jejak_anggaran(rekap, baris).daftar_bagian[:3])
    yield "pagu", Tercatat(angka_tersimpan(baris.pagu), daftar_sel=pagu)
    yield "realisasi anggaran", Tercatat(angka_tersimpan(baris.realisasi.angka), daftar_sel=realisasi)
    yield "realisasi fisik", Tercatat(angka_tersimpan(baris.fisik.angka), daftar_sel=fisik)


def bandingkan_angka(
    periode: Periode, dulu: Catatan, kini: Catatan, *, selesai: bool, berganti: Collection[str] = ()
) -> Iterator[Perbedaan]:
    """Give what of a period's figures is no longer what was reported.

    Args:
        periode: The period.
        dulu: What was reported.
        kini: What would be by now.
        selesai: Whether a later period has reported since; before that what was still missing may come.
        berganti: The files that are others by now. Where the buku induk is none of them, nothing is its doing; where
            it is, a form of which nothing changed may be read otherwise, or not any more.
    """
    induk_tetap = not any(nama.endswith(BUKU_INDUK) for nama in berganti)
    for kunci in dict.fromkeys((*dulu, *kini)):
        lama, baru = dulu.get(kunci, Tercatat(None)), kini.get(kunci, Tercatat(None))
        datang = not selesai and (lama.nilai is None or lama.sementara)
        if lama.nilai != baru.nilai and not datang:
            daftar_asal = _beda(lama.daftar_sel, baru.daftar_sel)
            yield Perbedaan(
                indikator=kunci[0],
                apa=f"{kunci[1]} {periode.nama_pendek}",
                dulu=lama.nilai,
                sekarang=baru.nilai,
                sebab="; ".join(daftar_asal) or CARA,
                dari_unit=induk_tetap or any(_dari_formulir(letak, berganti) for letak in daftar_asal),
                lewat=selesai,
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
    """

    angka: Catatan
    draf: str = ""
    sidik: str = ""
    sebelum: Catatan | None = None
    berkas: Mapping[str, str] = field(default_factory=dict)

    def pembanding(self, sidik: str, *, selesai: bool) -> Catatan | None:
        """Return what figures made from some files are compared with: the same however often they are made anew."""
        return self.sebelum if sidik == self.sidik and not selesai else self.angka


def tulis_laporan(laporan: Laporan) -> str:
    """Return what a period reported as JSON, the same text for the same content."""
    isi = {
        "versi": VERSI,
        "draf": laporan.draf,
        "sidik": laporan.sidik,
        "berkas": dict(laporan.berkas),
        "angka": _tersimpan(laporan.angka),
        "sebelum": None if laporan.sebelum is None else _tersimpan(laporan.sebelum),
    }
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
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _tersimpan(catatan: Catatan) -> list[list[object]]:
    return [[*kunci, satu.nilai, satu.sementara, satu.daftar_sel] for kunci, satu in catatan.items()]


def _terbaca(daftar: Iterable[tuple[str, str, str | None, bool, Iterable[Iterable[str]]]]) -> Catatan:
    return {
        (str(kode), str(apa)): Tercatat(nilai, bool(sementara), _sel_terbaca(sel))
        for kode, apa, nilai, sementara, sel in daftar
    }


def _sel_terbaca(daftar: Iterable[Iterable[str]]) -> DaftarSel:
    return tuple((str(nama), str(isi), str(letak)) for nama, isi, letak in daftar)
