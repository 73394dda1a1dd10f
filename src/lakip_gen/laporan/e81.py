"""The rows of formulir E.81 (Permendagri 86/2017): Rp by program and kegiatan, K by indicator."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, unique
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.anggaran import TingkatAnggaran, adalah_induk
from lakip_gen.domain.capaian import TidakDinilai, serapan
from lakip_gen.domain.nilai import TidakBerlaku
from lakip_gen.laporan.sajian import catatan_batas, isi_sajian, keterangan_sajian
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lakip_gen.domain.aturan import Aturan
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.nilai import Hasil, Target
    from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran
    from lakip_gen.domain.rekap_anggaran import RekapAnggaran
    from lakip_gen.domain.rekap_renstra import RekapRenstra

TANPA_SASARAN: Final = "Anggaran yang belum dihubungkan dengan sasaran"

IsiNilai = tuple[Decimal | str, ...]
"""The columns 5 to 14 of a row: exact numbers, or the text where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaE81:
    """The figures of a row, K or Rp, of which the columns are made; None where one is not known."""

    renstra: Target | None
    lalu: Decimal | None
    target: Target | None
    triwulan: tuple[Decimal | None, ...]
    kini: Decimal | None
    sampai_kini: Decimal | None
    tingkat: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KolomE81:
    """One column that holds K and Rp.

    Attributes:
        nomor: Its number in the form.
        judul: Its header; `{tahun}` and `{lalu}` stand for this year and the one before.
        judul_sempit: Its header where there is little room.
        nilai: What stands in it.
        adalah_persen: Whether that is a percentage.
        lebar_rp: Its width for Rp on the sheet, in characters.
        lebar_cm: Its width on paper.
    """

    nomor: int
    judul: str
    judul_sempit: str
    nilai: Callable[[AngkaE81], Target | None]
    adalah_persen: bool = False
    lebar_rp: float = 9
    lebar_cm: float = 2.1


def _kolom_triwulan(nomor: int) -> KolomE81:
    romawi = bahasa.romawi(nomor)
    return KolomE81(
        nomor=7 + nomor,
        judul=f"Realisasi triwulan {romawi}",
        judul_sempit=f"TW {romawi}",
        nilai=lambda angka: angka.triwulan[nomor - 1],
    )


DAFTAR_KOLOM: Final = (
    KolomE81(nomor=5, judul="Target Renstra", judul_sempit="Target Renstra", nilai=lambda angka: angka.renstra),
    KolomE81(
        nomor=6,
        judul="Realisasi Renstra s.d. tahun {lalu}",
        judul_sempit="Realisasi s.d. {lalu}",
        nilai=lambda angka: angka.lalu,
    ),
    KolomE81(
        nomor=7,
        judul="Target Renja tahun {tahun}",
        judul_sempit="Target {tahun}",
        nilai=lambda angka: angka.target,
    ),
    *(_kolom_triwulan(nomor) for nomor in range(1, 5)),
    KolomE81(
        nomor=12,
        judul="Realisasi Renja tahun {tahun}",
        judul_sempit="Realisasi {tahun}",
        nilai=lambda angka: angka.kini,
    ),
    KolomE81(
        nomor=13,
        judul="Realisasi Renstra s.d. tahun {tahun} (6 + 12)",
        judul_sempit="Realisasi s.d. {tahun}",
        nilai=lambda angka: angka.sampai_kini,
    ),
    KolomE81(
        nomor=14,
        judul="Tingkat capaian Renstra (%) (13 : 5)",
        judul_sempit="Tingkat capaian (%)",
        nilai=lambda angka: angka.tingkat,
        adalah_persen=True,
        lebar_rp=8.5,
        lebar_cm=1.45,
    ),
)
"""The columns of K and Rp, left to right; the rekap, the report and its template all have these."""


@unique
class JenisBaris(Enum):
    """What a row of the form stands for."""

    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    INDIKATOR = "indikator"
    JUMLAH = "jumlah"


@dataclass(frozen=True, slots=True)
class BarisE81:
    """One row of the form.

    Attributes:
        jenis: What it stands for.
        nomor: Column 1, for a sasaran or an indicator.
        uraian: The text of column 2, 3 or 4, as the kind of row asks.
        nilai: Columns 5 to 14: K for an indicator, Rp for a budget line; empty for a sasaran.
        unit: Column 15.
        keterangan: Column 16.
        desimal: Decimals of K.
    """

    jenis: JenisBaris
    uraian: str
    nomor: str = ""
    nilai: IsiNilai = ()
    unit: str = ""
    keterangan: str = ""
    desimal: int = 0


def susun_e81(rekap: Rekap) -> tuple[BarisE81, ...]:
    """Return the rows of the form: each sasaran with its budget lines and indicators, then all money.

    A program that serves several sasaran stands under each of them with that sasaran's share alone, so that
    no rupiah is counted twice.
    """
    daftar: list[BarisE81] = []
    for nomor, sasaran in enumerate(rekap.daftar_sasaran, start=1):
        daftar += _sasaran(rekap, nomor, sasaran)
    dikenal = {sasaran.sasaran.kode for sasaran in rekap.daftar_sasaran}
    lepas = tuple(a for a in _subkegiatan(rekap) if a.anggaran.sasaran not in dikenal)
    if lepas:
        daftar += [BarisE81(JenisBaris.SASARAN, TANPA_SASARAN), *_daftar_anggaran(rekap, lepas)]
    if _subkegiatan(rekap):
        daftar.append(BarisE81(JenisBaris.JUMLAH, "Jumlah", nilai=_rupiah(_subkegiatan(rekap))))
    return tuple(daftar)


def jumlah_rupiah(daftar: Iterable[Decimal | None]) -> Decimal | None:
    """Return a sum in rupiah; None when any part is unknown, or when there is none."""
    semua = list(daftar)
    ada = [angka for angka in semua if angka is not None]
    return sum(ada, Decimal(0)) if ada and len(ada) == len(semua) else None


def jumlah_berlaku(daftar: Iterable[Hasil]) -> Decimal | None:
    """Return a sum in rupiah of what applies; None when any part of it is unknown, or when there is none."""
    return jumlah_rupiah(hasil.angka for hasil in daftar if not isinstance(hasil.isi, TidakBerlaku))


def _sasaran(rekap: Rekap, nomor: int, sasaran: RekapSasaran) -> Iterable[BarisE81]:
    yield BarisE81(JenisBaris.SASARAN, sasaran.sasaran.nama, str(nomor))
    yield from _daftar_anggaran(rekap, sasaran.daftar_anggaran)
    for urut, indikator in enumerate(sasaran.daftar_indikator, start=1):
        yield _indikator(rekap, f"{nomor}.{urut}", indikator)


def _subkegiatan(rekap: Rekap) -> tuple[RekapAnggaran, ...]:
    return tuple(a for a in rekap.daftar_anggaran if a.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN)


def _daftar_anggaran(rekap: Rekap, milik: tuple[RekapAnggaran, ...]) -> Iterable[BarisE81]:
    """Give the program and kegiatan above some subkegiatan, each with their money alone."""
    semua = _subkegiatan(rekap)
    for atas in rekap.daftar_anggaran:
        if atas.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN:
            if atas in milik and not _berinduk(rekap, atas):
                yield _baris_anggaran(rekap, atas, (atas,), 1)
            continue
        bagian = tuple(a for a in milik if adalah_induk(atas.anggaran.kode, a.anggaran.kode))
        if bagian:
            seluruh = sum(adalah_induk(atas.anggaran.kode, a.anggaran.kode) for a in semua)
            yield _baris_anggaran(rekap, atas, bagian, seluruh)


def _berinduk(rekap: Rekap, baris: RekapAnggaran) -> bool:
    return any(adalah_induk(atas.anggaran.kode, baris.anggaran.kode) for atas in rekap.daftar_anggaran)


def _baris_anggaran(rekap: Rekap, atas: RekapAnggaran, bagian: tuple[RekapAnggaran, ...], seluruh: int) -> BarisE81:
    program = atas.anggaran.tingkat is TingkatAnggaran.PROGRAM
    sebagian = f"bagian sasaran ini: {len(bagian)} dari {seluruh} subkegiatan" if len(bagian) < seluruh else ""
    return BarisE81(
        JenisBaris.PROGRAM if program else JenisBaris.KEGIATAN,
        f"{atas.anggaran.kode} {atas.anggaran.uraian}",
        nilai=_rupiah(bagian),
        unit=_nama_unit(rekap, (a.anggaran.unit for a in bagian)),
        keterangan=sebagian,
    )


def _rupiah(bagian: tuple[RekapAnggaran, ...]) -> IsiNilai:
    renstra = jumlah_rupiah(a.anggaran.pagu_renstra for a in bagian)
    lalu = jumlah_rupiah(a.anggaran.realisasi_lalu for a in bagian)
    kini = jumlah_berlaku(a.realisasi for a in bagian)
    sampai_kini = jumlah_rupiah((lalu, kini))
    triwulan = tuple(jumlah_berlaku(a.per_triwulan[n] for a in bagian) for n in range(4))
    pagu = jumlah_rupiah(a.pagu for a in bagian)
    rupiah = AngkaE81(
        renstra=renstra,
        lalu=lalu,
        target=pagu,
        triwulan=triwulan,
        kini=kini,
        sampai_kini=sampai_kini,
        tingkat=serapan(sampai_kini, renstra),
    )
    daftar = (kolom.nilai(rupiah) for kolom in DAFTAR_KOLOM)
    return tuple(nilai if isinstance(nilai, Decimal) else bahasa.KOSONG for nilai in daftar)


def _indikator(rekap: Rekap, nomor: str, baris: RekapIndikator) -> BarisE81:
    indikator, ukuran, aturan = baris.indikator, baris.renstra.ukuran, rekap.induk.aturan
    catatan = (_catatan_renstra(baris.renstra, aturan), keterangan_sajian(baris, aturan))
    kinerja = AngkaE81(
        renstra=ukuran.target,
        lalu=baris.renstra.lalu.angka,
        target=baris.setahun.target,
        triwulan=_per_triwulan(baris),
        kini=baris.setahun.realisasi.angka,
        sampai_kini=ukuran.realisasi.angka,
        tingkat=ukuran.dinilai.angka if ukuran.dinilai else None,
    )
    return BarisE81(
        JenisBaris.INDIKATOR,
        f"{indikator.nama} ({indikator.satuan})",
        nomor,
        nilai=tuple(_isi_k(kolom, kinerja, indikator) for kolom in DAFTAR_KOLOM),
        unit=_nama_unit(rekap, indikator.daftar_unit),
        keterangan="; ".join(filter(None, catatan)),
        desimal=indikator.desimal,
    )


def _isi_k(kolom: KolomE81, kinerja: AngkaE81, indikator: Indikator) -> Decimal | str:
    """Return what stands under K: a percentage is one of any indicator, of a predicate too."""
    nilai = kolom.nilai(kinerja)
    if kolom.adalah_persen and isinstance(nilai, Decimal):
        return nilai
    return isi_sajian(nilai, indikator)


def _per_triwulan(baris: RekapIndikator) -> tuple[Decimal | None, ...]:
    ada = [triwulan.pengukuran.realisasi.angka for triwulan in baris.daftar_triwulan]
    return (*ada, *(None for _ in range(4 - len(ada))))


def _catatan_renstra(renstra: RekapRenstra, aturan: Aturan) -> str:
    """Return which years column 6 covers, and why there is nothing in column 13 or 14."""
    ukuran, daftar_tahun = renstra.ukuran, renstra.daftar_tahun
    catatan: list[str] = []
    if daftar_tahun:
        catatan.append(f"kolom 6: {'–'.join(map(str, dict.fromkeys((daftar_tahun[0], daftar_tahun[-1]))))}")
    if batas := catatan_batas(ukuran.capaian, aturan):
        catatan.append(f"kolom 14: {batas}")
    if ukuran.realisasi.angka is None:
        catatan.append(f"kolom 13: {ukuran.realisasi.keterangan}")
    elif isinstance(ukuran.capaian, TidakDinilai):
        catatan.append(f"kolom 14: {ukuran.capaian.alasan}")
    return "; ".join(catatan)


def _nama_unit(rekap: Rekap, daftar_kode: Iterable[str]) -> str:
    daftar = (rekap.induk.unit(kode) for kode in dict.fromkeys(daftar_kode))
    return "; ".join(unit.nama for unit in daftar if unit is not None)
