"""What stands under the rows of formulir E.81: means of capaian with their predikat, the factors, what follows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.nilai import BelumDilaporkan
from lakip_gen.domain.rekap_anggaran import subkegiatan
from lakip_gen.domain.rerata import pencilan, rata_angka
from lakip_gen.laporan.e81 import KOLOM_ANGKA, KOLOM_TRIWULAN, tingkat_rupiah
from lakip_gen.laporan.sajian import BELUM_DIISI, BELUM_DITULIS
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from lakip_gen.domain.aturan import Aturan, Pita
    from lakip_gen.domain.pengukuran import Pengukuran
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.rekap import Rekap, RekapIndikator

DARI_UNIT: Final = (
    ("faktor_pendorong", "Faktor pendorong keberhasilan kinerja"),
    ("faktor_penghambat", "Faktor penghambat pencapaian kinerja"),
    ("tindak_lanjut", "Tindak lanjut yang diperlukan dalam triwulan berikutnya"),
)
"""What the units wrote of their indicators in the last quarter, as the form heads it."""
TAHUN_INI: Final = 12
"""The column of what was reached this year."""
SETAHUN: Final = 4
"""How many quarters a year has."""
TINGKAT_CAPAIAN: Final = 14
"""The column of what was reached of the Renstra, in percent."""
KOLOM_DIRATA: Final = tuple(kolom for kolom in KOLOM_ANGKA if kolom.nomor >= KOLOM_TRIWULAN[0].nomor)
"""The columns under which the form has room for a mean: all but the targets and what was reached before."""
RENJA_BERIKUTNYA: Final = "Tindak lanjut yang diperlukan dalam Renja perangkat daerah berikutnya"


@dataclass(frozen=True, slots=True, kw_only=True)
class RataKolom:
    """The plain mean of the capaian in one column, K or Rp, in percent.

    Attributes:
        angka: The mean; None where no row has a figure.
        pita: The band it lies in; None where there is none, or none for good.
        keterangan: How many of how many rows it stands on.
        sementara: Whether it may still change: one of them is incomplete or still to come.
    """

    angka: Decimal | None
    pita: Pita | None
    keterangan: str
    sementara: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PenutupE81:
    """The rows under the table: the means, and the texts under their headings.

    Attributes:
        daftar_rata: K and Rp of each column that has a mean, by its number; a quarter has none of Rp, and none at all
            after the period.
        keterangan: How many rows the means of this year and up to it stand on.
        daftar_uraian: The texts under their headings.
    """

    daftar_rata: Mapping[int, tuple[RataKolom, RataKolom | None]]
    keterangan: str
    daftar_uraian: tuple[tuple[str, tuple[str, ...]], ...]


def susun_penutup(rekap: Rekap) -> PenutupE81:
    """Return what stands under the rows of the form."""
    akhir = {TAHUN_INI: _rata_tahun_ini(rekap), TINGKAT_CAPAIAN: _rata_tingkat(rekap)}
    daftar_rata = {
        **{kolom.nomor: _rata_triwulan(rekap, n) for n, kolom in zip(_triwulan(rekap), KOLOM_TRIWULAN, strict=False)},
        **akhir,
    }
    return PenutupE81(
        daftar_rata=daftar_rata,
        keterangan="; ".join(
            (*(f"kolom {n}: {k.keterangan}, {rp.keterangan}" for n, (k, rp) in akhir.items()), *_pencilan(rekap))
        ),
        daftar_uraian=(
            *((judul, _dari_unit(rekap, medan)) for medan, judul in DARI_UNIT),
            (RENJA_BERIKUTNYA, _alinea(rekap.induk.narasi.teks("perbaikan")) or (BELUM_DITULIS,)),
        ),
    )


def _pencilan(rekap: Rekap) -> Iterator[str]:
    """Yield which indicators make the means of K alone, where some do."""
    dinilai = [
        (f"{nomor}.{urut}", angka)
        for nomor, sasaran in enumerate(rekap.daftar_sasaran, start=1)
        for urut, milik in enumerate(sasaran.daftar_indikator, start=1)
        if (angka := _angka(milik.setahun)) is not None
    ]
    if luar := pencilan([angka for _, angka in dinilai]):
        nomor = bahasa.gabung([dinilai[letak][0] for letak in luar])
        yield f"rata-rata K di atas capaian semua indikator lainnya karena indikator {nomor}"


def _triwulan(rekap: Rekap) -> range:
    return range(len(rekap.periode.sampai_dengan))


def _semua(rekap: Rekap) -> tuple[RekapIndikator, ...]:
    return (*rekap.daftar_indikator, *rekap.daftar_indikator_program)


def _rata_triwulan(rekap: Rekap, nomor: int) -> tuple[RataKolom, None]:
    """Return the mean of K in a quarter against its target; no money is planned for a quarter."""
    daftar = [satu.daftar_triwulan[nomor].pengukuran for satu in _semua(rekap)]
    return _rata_k(daftar, rekap.induk.aturan), None


def _rata_tahun_ini(rekap: Rekap) -> tuple[RataKolom, RataKolom]:
    """Return the means of the year so far against column 7; before the year's end nobody can rate them."""
    belanja, aturan = subkegiatan(rekap.daftar_anggaran), rekap.induk.aturan
    k = _rata_k([satu.setahun for satu in _semua(rekap)], aturan)
    rp = _rata(
        [a.serapan for a in belanja],
        "subkegiatan",
        aturan,
        sementara=any(isinstance(a.realisasi.isi, BelumDilaporkan) for a in belanja),
    )
    return (k, rp) if len(rekap.periode.sampai_dengan) == SETAHUN else (replace(k, pita=None), replace(rp, pita=None))


def _rata_tingkat(rekap: Rekap) -> tuple[RataKolom, RataKolom]:
    """Return the means of column 14 itself."""
    semua, aturan, belanja = _semua(rekap), rekap.induk.aturan, subkegiatan(rekap.daftar_anggaran)
    return (
        _rata(
            [_angka(satu.renstra.ukuran) for satu in semua],
            "indikator",
            aturan,
            sementara=any(satu.menunggu for satu in semua),
        ),
        _rata(
            [tingkat_rupiah(satu) for satu in belanja],
            "subkegiatan",
            aturan,
            sementara=any(isinstance(satu.realisasi.isi, BelumDilaporkan) for satu in belanja),
        ),
    )


def _rata_k(daftar: Sequence[Pengukuran], aturan: Aturan) -> RataKolom:
    menunggu = any(satu.sementara or isinstance(satu.realisasi.isi, BelumDilaporkan) for satu in daftar)
    return _rata([_angka(satu) for satu in daftar], "indikator", aturan, sementara=menunggu)


def _angka(ukuran: Pengukuran) -> Decimal | None:
    return ukuran.dinilai.angka if ukuran.dinilai else None


def _rata(daftar: Sequence[Decimal | None], apa: str, aturan: Aturan, *, sementara: bool) -> RataKolom:
    ada = [angka for angka in daftar if angka is not None]
    rata = rata_angka(ada)
    return RataKolom(
        angka=rata,
        pita=None if rata is None or sementara else aturan.pita(rata),
        keterangan=f"{len(ada)} dari {len(daftar)} {apa}",
        sementara=sementara and rata is not None,
    )


def _dari_unit(rekap: Rekap, medan: str) -> tuple[str, ...]:
    """Return what the units wrote in the last quarter of the period, indicator by indicator."""
    terakhir = rekap.periode.daftar_triwulan[-1]
    daftar = (
        (f"{nomor}.{urut} {milik.indikator.nama}", _kata_unit(milik, terakhir, medan))
        for nomor, sasaran in enumerate(rekap.daftar_sasaran, start=1)
        for urut, milik in enumerate(sasaran.daftar_indikator, start=1)
    )
    return tuple(f"{judul}: {kata}" for judul, kata in daftar if kata) or (BELUM_DIISI,)


def _kata_unit(milik: RekapIndikator, triwulan: Periode, medan: str) -> str:
    """Return what all units wrote of one indicator in a quarter, one after the other; the same words once."""
    jawaban = (s.jawaban for s in milik.daftar_jawaban if s.triwulan == triwulan and s.jawaban)
    return " ".join(dict.fromkeys(kata for satu in jawaban if (kata := " ".join(_alinea(getattr(satu, medan))))))


def _alinea(teks: str) -> tuple[str, ...]:
    return tuple(baris.strip() for baris in teks.split("\n") if baris.strip())
