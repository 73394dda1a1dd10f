"""Formulir E.81 (Permendagri 86/2017): its columns and its rows, with K and Rp of program, kegiatan and subkegiatan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum, unique
from itertools import groupby
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.anggaran import TingkatAnggaran, adalah_induk
from lakip_gen.domain.capaian import TidakDinilai, serapan
from lakip_gen.domain.nilai import TidakBerlaku, TidakDitunggu
from lakip_gen.domain.rekap_anggaran import BELUM_ADA, DI_LUAR_PERIODE, subkegiatan
from lakip_gen.laporan.sajian import catatan_batas, isi_sajian, keterangan_sajian
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lakip_gen.domain.aturan import Aturan
    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.domain.nilai import Hasil, Target
    from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran
    from lakip_gen.domain.rekap_anggaran import RekapAnggaran
    from lakip_gen.domain.rekap_renstra import RekapRenstra

_BERUNTUN: Final = 3
"""So many columns beside each other are named as a range."""
BELUM_MASUK: Final = "belum dilaporkan"
TANPA_SASARAN: Final = "Anggaran yang belum dihubungkan dengan sasaran"

IsiNilai = tuple[Decimal | str, ...]
"""K or Rp of a row, a figure for each column of figures: exact numbers, or the text where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaE81:
    """The figures of a row, K or Rp, of which the columns are made; None where one is not known.

    Attributes:
        triwulan: Of the quarters; an empty text where nobody waits for one.
    """

    renstra: Target | None
    lalu: Decimal | None
    target: Target | None
    triwulan: tuple[Decimal | str | None, ...]
    kini: Decimal | None
    sampai_kini: Decimal | None
    tingkat: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KolomE81:
    """One column of the form: a text of the row, or K and Rp side by side.

    Attributes:
        nomor: Its number in the form.
        judul: Its header; `{tahun}` and `{lalu}` stand for this year and the one before.
        teks: The field of a row that stands in it; empty where K and Rp do.
        nilai: What stands in it as K and as Rp; None where it is a text.
        adalah_persen: Whether that is a percentage.
        lebar: Its width on the sheet in characters; of K and of Rp where it has both.
        terlebar: How wide its figures may make it there.
        lebar_cm: Its width on paper.
    """

    nomor: int
    judul: str
    teks: str = ""
    nilai: Callable[[AngkaE81], Target | str | None] | None = None
    adalah_persen: bool = False
    lebar: tuple[float, ...] = (8.5, 9)
    terlebar: tuple[float, ...] = (11, 15)
    lebar_cm: tuple[float, ...] = (1.3, 1.8)


def _kolom_triwulan(nomor: int) -> KolomE81:
    return KolomE81(
        nomor=7 + nomor,
        judul=f"Realisasi kinerja pada triwulan {bahasa.romawi(nomor)}",
        nilai=lambda angka: angka.triwulan[nomor - 1],
    )


KOLOM_TRIWULAN: Final = tuple(_kolom_triwulan(nomor) for nomor in range(1, 5))
DAFTAR_KOLOM: Final = (
    KolomE81(nomor=1, judul="No", teks="nomor", lebar=(5,), lebar_cm=(0.8,)),
    KolomE81(nomor=2, judul="Sasaran", teks="sasaran", lebar=(8,), lebar_cm=(1.1,)),
    KolomE81(nomor=3, judul="Program / Kegiatan / Subkegiatan", teks="program", lebar=(28,), lebar_cm=(2.4,)),
    KolomE81(
        nomor=4,
        judul="Indikator kinerja (satuan)",
        teks="indikator",
        lebar=(28,),
        lebar_cm=(2.3,),
    ),
    KolomE81(nomor=5, judul="Target Renstra pada akhir periode Renstra", nilai=lambda angka: angka.renstra),
    KolomE81(
        nomor=6, judul="Realisasi capaian kinerja Renstra s.d. Renja tahun {lalu}", nilai=lambda angka: angka.lalu
    ),
    KolomE81(nomor=7, judul="Target kinerja dan anggaran Renja tahun {tahun}", nilai=lambda angka: angka.target),
    *KOLOM_TRIWULAN,
    KolomE81(
        nomor=12, judul="Realisasi capaian kinerja dan anggaran Renja tahun {tahun}", nilai=lambda angka: angka.kini
    ),
    KolomE81(
        nomor=13,
        judul="Realisasi kinerja dan anggaran Renstra s.d. tahun {tahun} (6 + 12)",
        nilai=lambda angka: angka.sampai_kini,
    ),
    KolomE81(
        nomor=14,
        judul="Tingkat capaian Renstra s.d. tahun {tahun} (%) (13 / 5)",
        nilai=lambda angka: angka.tingkat,
        adalah_persen=True,
        lebar=(8.5, 8.5),
        lebar_cm=(1.0, 1.1),
    ),
    KolomE81(nomor=15, judul="Unit penanggung jawab", teks="unit", lebar=(20,), lebar_cm=(1.65,)),
    KolomE81(nomor=16, judul="Keterangan", teks="keterangan", lebar=(24,), lebar_cm=(1.75,)),
)
"""All columns of the form, left to right; the rekap, the report and its template all have these."""
KOLOM_ANGKA: Final = tuple(kolom for kolom in DAFTAR_KOLOM if kolom.nilai)
"""Those that hold K and Rp."""


@unique
class JenisBaris(Enum):
    """What a row of the form stands for."""

    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUBKEGIATAN = "subkegiatan"
    INDIKATOR = "indikator"
    JUMLAH = "jumlah"


JENIS_ANGGARAN: Final = {
    TingkatAnggaran.PROGRAM: JenisBaris.PROGRAM,
    TingkatAnggaran.KEGIATAN: JenisBaris.KEGIATAN,
    TingkatAnggaran.SUBKEGIATAN: JenisBaris.SUBKEGIATAN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisE81:
    """One row of the form.

    Attributes:
        jenis: What it stands for.
        nomor: Column 1, for a sasaran or one of its indicators.
        sasaran: Column 2, on the row of a sasaran.
        program: Column 3, on the row of a budget line.
        indikator: Column 4; the first indicator of a budget line stands on its row.
        k: Columns 5 to 14 as K; empty where there is no indicator.
        rp: The same as Rp; empty where there is no budget line.
        unit: Column 15.
        keterangan: Column 16.
        desimal: Decimals of K.
    """

    jenis: JenisBaris
    nomor: str = ""
    sasaran: str = ""
    program: str = ""
    indikator: str = ""
    k: IsiNilai = ()
    rp: IsiNilai = ()
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
    lepas = tuple(a for a in subkegiatan(rekap.daftar_anggaran) if a.anggaran.sasaran not in dikenal)
    if lepas:
        daftar += [BarisE81(jenis=JenisBaris.SASARAN, sasaran=TANPA_SASARAN), *_daftar_anggaran(rekap, lepas)]
    if semua := subkegiatan(rekap.daftar_anggaran):
        catatan = _catatan_rupiah(semua)
        daftar.append(BarisE81(jenis=JenisBaris.JUMLAH, program="Jumlah", rp=_rupiah(semua), keterangan=catatan))
    return tuple(daftar)


def jumlah_rupiah(daftar: Iterable[Decimal | None]) -> Decimal | None:
    """Return a sum in rupiah; None when any part is unknown, or when there is none."""
    semua = list(daftar)
    ada = [angka for angka in semua if angka is not None]
    return sum(ada, Decimal(0)) if ada and len(ada) == len(semua) else None


def jumlah_berlaku(daftar: Iterable[Hasil]) -> Decimal | None:
    """Return a sum in rupiah of what applies; None when any part of it is unknown, or when there is none."""
    return jumlah_rupiah(hasil.angka for hasil in daftar if not isinstance(hasil.isi, TidakBerlaku))


def tingkat_rupiah(satu: RekapAnggaran) -> Decimal | None:
    """Return column 14 of a subkegiatan's money, in percent."""
    sampai_kini = jumlah_rupiah((satu.anggaran.realisasi_lalu, jumlah_berlaku((satu.realisasi,))))
    return serapan(sampai_kini, satu.anggaran.pagu_renstra)


def _sasaran(rekap: Rekap, nomor: int, sasaran: RekapSasaran) -> Iterable[BarisE81]:
    yield BarisE81(jenis=JenisBaris.SASARAN, sasaran=sasaran.sasaran.nama, nomor=str(nomor))
    yield from _daftar_anggaran(rekap, sasaran.daftar_anggaran)
    for urut, indikator in enumerate(sasaran.daftar_indikator, start=1):
        yield _indikator(rekap, indikator, f"{nomor}.{urut}")


def _daftar_anggaran(rekap: Rekap, milik: tuple[RekapAnggaran, ...]) -> Iterable[BarisE81]:
    """Give some subkegiatan under their program and kegiatan, these with that money alone."""
    semua = subkegiatan(rekap.daftar_anggaran)
    for satu in rekap.daftar_anggaran:
        if satu.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN:
            if satu in milik:
                yield from _baris_anggaran(rekap, satu, (satu,), 1)
            continue
        bagian = tuple(a for a in milik if adalah_induk(satu.anggaran.kode, a.anggaran.kode))
        if bagian:
            seluruh = sum(adalah_induk(satu.anggaran.kode, a.anggaran.kode) for a in semua)
            yield from _baris_anggaran(rekap, satu, bagian, seluruh)


def _baris_anggaran(
    rekap: Rekap, satu: RekapAnggaran, bagian: tuple[RekapAnggaran, ...], seluruh: int
) -> Iterable[BarisE81]:
    """Give a budget line with its first indicator, then a row for each further one."""
    pertama, *lain = rekap.indikator_rekening(satu.anggaran.kode) or (None,)
    sebagian = f"bagian sasaran ini: {len(bagian)} dari {seluruh} subkegiatan" if len(bagian) < seluruh else ""
    kinerja = _indikator(rekap, pertama) if pertama else BarisE81(jenis=JenisBaris.INDIKATOR)
    yield replace(
        kinerja,
        jenis=JENIS_ANGGARAN[satu.anggaran.tingkat],
        program=f"{satu.anggaran.kode} {satu.anggaran.uraian}",
        rp=_rupiah(bagian),
        unit=_nama_unit(rekap, (a.anggaran.unit for a in bagian)),
        keterangan="; ".join(filter(None, (sebagian, _catatan_rupiah(bagian), kinerja.keterangan))),
    )
    yield from (_indikator(rekap, indikator) for indikator in lain if indikator)


def _rupiah(bagian: tuple[RekapAnggaran, ...]) -> IsiNilai:
    renstra = jumlah_rupiah(a.anggaran.pagu_renstra for a in bagian)
    lalu = jumlah_rupiah(a.anggaran.realisasi_lalu for a in bagian)
    kini = jumlah_berlaku(a.realisasi for a in bagian)
    sampai_kini = jumlah_rupiah((lalu, kini))
    rupiah = AngkaE81(
        renstra=renstra,
        lalu=lalu,
        target=jumlah_rupiah(a.pagu for a in bagian),
        triwulan=tuple(_rupiah_triwulan([a.per_triwulan[n] for a in bagian]) for n in range(4)),
        kini=kini,
        sampai_kini=sampai_kini,
        tingkat=serapan(sampai_kini, renstra),
    )
    daftar = (kolom.nilai(rupiah) for kolom in KOLOM_ANGKA if kolom.nilai)
    return tuple(nilai if isinstance(nilai, Decimal | str) else bahasa.KOSONG for nilai in daftar)


def _rupiah_triwulan(daftar: list[Hasil]) -> Decimal | str | None:
    """Return what was spent within a quarter; empty where the period ends before it or no line was there yet."""
    belum = all(hasil.isi in {BELUM_ADA, DI_LUAR_PERIODE} for hasil in daftar)
    return "" if belum else jumlah_berlaku(daftar)


def _catatan_rupiah(bagian: tuple[RekapAnggaran, ...]) -> str:
    """Return why rupiah are missing: what nobody wrote down, and what no unit reported."""
    triwulan = {kolom.nomor: n for n, kolom in enumerate(KOLOM_TRIWULAN)}
    hilang = {
        5: ("belum dicatat", [a.anggaran.pagu_renstra is None for a in bagian]),
        6: ("belum dicatat", [a.anggaran.realisasi_lalu is None for a in bagian]),
        **{nomor: (BELUM_MASUK, [_belum(a.per_triwulan[n]) for a in bagian]) for nomor, n in triwulan.items()},
        12: (BELUM_MASUK, [_belum(a.realisasi) for a in bagian]),
    }
    return "; ".join(
        _sebut(
            {
                nomor: alasan if len(milik) == 1 else f"{alasan} untuk {sum(milik)} dari {len(milik)} subkegiatan"
                for nomor, (alasan, milik) in hilang.items()
                if any(milik)
            }
        )
    )


def _belum(hasil: Hasil) -> bool:
    return hasil.angka is None and not isinstance(hasil.isi, TidakBerlaku)


def _sebut(sebab: Mapping[int, str]) -> list[str]:
    """Return why there is nothing in columns, those with the same reason together."""
    return [
        f"kolom {_rentang([nomor for nomor, _ in kelompok])}: {alasan}"
        for alasan, kelompok in groupby(sebab.items(), key=lambda satu: satu[1])
    ]


def _rentang(daftar: Sequence[int]) -> str:
    """Return columns as they are named in a sentence, three or more beside each other by the first and the last."""
    beruntun = daftar[-1] - daftar[0] == len(daftar) - 1 >= _BERUNTUN - 1
    return f"{daftar[0]}–{daftar[-1]}" if beruntun else bahasa.gabung([str(nomor) for nomor in daftar])


def _indikator(rekap: Rekap, baris: RekapIndikator, nomor: str = "") -> BarisE81:
    indikator, ukuran, aturan = baris.indikator, baris.renstra.ukuran, rekap.induk.aturan
    sebab = _sebab(baris)
    lain = [satu for satu in keterangan_sajian(baris, aturan).split("; ") if satu not in sebab.values()]
    catatan = (_catatan_renstra(baris.renstra, aturan), *_sebut(sebab), *lain, *_penjelasan(baris))
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
        jenis=JenisBaris.INDIKATOR,
        nomor=nomor,
        indikator=f"{indikator.nama} ({indikator.satuan})",
        k=tuple(_isi_k(kolom, kinerja, indikator) for kolom in KOLOM_ANGKA),
        unit=_nama_unit(rekap, indikator.daftar_unit),
        keterangan="; ".join(filter(None, catatan)),
        desimal=indikator.desimal,
    )


def _isi_k(kolom: KolomE81, kinerja: AngkaE81, indikator: Indikator) -> Decimal | str:
    """Return what stands under K: a percentage is one of any indicator, of a predicate too."""
    nilai = kolom.nilai(kinerja) if kolom.nilai else None
    if isinstance(nilai, str) or (kolom.adalah_persen and isinstance(nilai, Decimal)):
        return nilai
    return isi_sajian(nilai, indikator)


def _per_triwulan(baris: RekapIndikator) -> tuple[Decimal | str | None, ...]:
    """Return what was reached in each quarter; empty where none was due, and after the period's end."""
    ada = (triwulan.pengukuran.realisasi for triwulan in baris.daftar_triwulan)
    daftar = ["" if isinstance(hasil.isi, TidakDitunggu) else hasil.angka for hasil in ada]
    return (*daftar, *("" for _ in range(4 - len(daftar))))


def _penjelasan(baris: RekapIndikator) -> tuple[str, ...]:
    """Return what the units explained of a budget line's indicator, which stands nowhere else."""
    if not baris.indikator.rekening:
        return ()
    return tuple(s.jawaban.penjelasan for s in baris.daftar_jawaban if s.jawaban and s.jawaban.penjelasan)


def _catatan_renstra(renstra: RekapRenstra, aturan: Aturan) -> str:
    """Return which years column 6 covers, and what bounds column 14."""
    ukuran, daftar_tahun = renstra.ukuran, renstra.daftar_tahun
    catatan: list[str] = []
    if daftar_tahun:
        catatan.append(f"kolom 6: {'–'.join(map(str, dict.fromkeys((daftar_tahun[0], daftar_tahun[-1]))))}")
    if batas := catatan_batas(ukuran.capaian, aturan):
        catatan.append(f"kolom 14: {batas}")
    return "; ".join(catatan)


def _sebab(baris: RekapIndikator) -> dict[int, str]:
    """Return why there is nothing under K, by column."""
    ukuran = baris.renstra.ukuran
    per_triwulan = (triwulan.pengukuran.realisasi for triwulan in baris.daftar_triwulan)
    daftar = {6: baris.renstra.lalu, **dict(enumerate(per_triwulan, start=8))}
    daftar |= {12: baris.setahun.realisasi, 13: ukuran.realisasi}
    sebab = {
        nomor: hasil.keterangan
        for nomor, hasil in daftar.items()
        if hasil.angka is None and not isinstance(hasil.isi, TidakDitunggu)
    }
    if ukuran.realisasi.angka is not None and isinstance(ukuran.capaian, TidakDinilai):
        sebab[14] = ukuran.capaian.alasan
    return sebab


def _nama_unit(rekap: Rekap, daftar_kode: Iterable[str]) -> str:
    daftar = (rekap.induk.unit(kode) for kode in dict.fromkeys(daftar_kode))
    return "; ".join(unit.nama for unit in daftar if unit is not None)
