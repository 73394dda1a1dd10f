"""What stands under the rows of formulir E.81: the mean of column 14 with its predikat, the factors, what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.nilai import BelumDilaporkan
from lakip_gen.domain.rekap_anggaran import subkegiatan
from lakip_gen.domain.rerata import rata_angka
from lakip_gen.laporan.e81 import tingkat_rupiah
from lakip_gen.laporan.sajian import BELUM_DITULIS
from lakip_gen.laporan.susun_indikator import BELUM_DIISI

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from lakip_gen.domain.aturan import Aturan, Pita
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.rekap import Rekap, RekapIndikator

DARI_UNIT: Final = (
    ("faktor_pendorong", "Faktor pendorong keberhasilan pencapaian"),
    ("faktor_penghambat", "Faktor penghambat pencapaian kinerja"),
    ("tindak_lanjut", "Tindak lanjut yang diperlukan dalam triwulan berikutnya"),
)
"""What the units wrote of their indicators in the last quarter, as the form heads it."""
RENJA_BERIKUTNYA: Final = "Tindak lanjut yang diperlukan dalam Renja berikutnya"


@dataclass(frozen=True, slots=True, kw_only=True)
class RataTingkat:
    """The plain mean of column 14, K or Rp, in percent.

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
    """The rows under the table: both means, and the texts under their headings."""

    k: RataTingkat
    rp: RataTingkat
    daftar_uraian: tuple[tuple[str, tuple[str, ...]], ...]


def susun_penutup(rekap: Rekap) -> PenutupE81:
    """Return what stands under the rows of the form."""
    semua = (*rekap.daftar_indikator, *rekap.daftar_indikator_program)
    dinilai = [satu.renstra.ukuran for satu in semua]
    aturan, belanja = rekap.induk.aturan, subkegiatan(rekap.daftar_anggaran)
    return PenutupE81(
        k=_rata(
            [ukuran.dinilai.angka if ukuran.dinilai else None for ukuran in dinilai],
            "indikator",
            aturan,
            sementara=any(satu.menunggu for satu in semua),
        ),
        rp=_rata(
            [tingkat_rupiah(satu) for satu in belanja],
            "subkegiatan",
            aturan,
            sementara=any(isinstance(satu.realisasi.isi, BelumDilaporkan) for satu in belanja),
        ),
        daftar_uraian=(
            *((judul, _dari_unit(rekap, medan)) for medan, judul in DARI_UNIT),
            (RENJA_BERIKUTNYA, _alinea(rekap.induk.narasi.teks("perbaikan")) or (BELUM_DITULIS,)),
        ),
    )


def _rata(daftar: Sequence[Decimal | None], apa: str, aturan: Aturan, *, sementara: bool = False) -> RataTingkat:
    ada = [angka for angka in daftar if angka is not None]
    rata = rata_angka(ada)
    return RataTingkat(
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
    """Return what all units wrote of one indicator in a quarter, one after the other."""
    jawaban = (s.jawaban for s in milik.daftar_jawaban if s.triwulan == triwulan and s.jawaban)
    return " ".join(alinea for satu in jawaban for alinea in _alinea(getattr(satu, medan)))


def _alinea(teks: str) -> tuple[str, ...]:
    return tuple(baris.strip() for baris in teks.split("\n") if baris.strip())
