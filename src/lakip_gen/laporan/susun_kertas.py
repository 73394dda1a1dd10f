"""From what is known of a step, a unit and an official to the view of a paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.kinerja import Pejabat
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_kertas import (
    BelanjaPandangan,
    DataPandangan,
    InstansiLuarPandangan,
    KertasPandangan,
    LangkahPandangan,
    PermintaanPandangan,
    UnitPandangan,
)
from lakip_gen.laporan.sajian import TITIK, angka_sajian, rupiah_sajian
from lakip_gen.laporan.susun_instansi import susun_pejabat
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.status import RUPA_STATUS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lakip_gen.domain.induk import Induk
    from lakip_gen.domain.instansi_luar import DataDiminta
    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.sop import Langkah

BELUM_DITETAPKAN: Final = "belum ditetapkan"
"""What stands behind an office that the SOP does not name for certain."""
DIGIT_SIDIK: Final = 8
"""So much of a fingerprint is printed: enough to compare by eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JalanUnit:
    """What was recorded of one unit and its form of one quarter.

    Attributes:
        triwulan: The quarter.
        berkas: The name of the form that it was handed.
        status: Where its form stands; None before any was asked for.
        kiriman: How many forms it has sent.
        penyalin: Who keyed its form in from paper; empty where nobody did.
    """

    kode: str
    triwulan: Periode
    berkas: str
    status: StatusLaporan | None = None
    dibagikan: date | None = None
    terlihat: date | None = None
    diterima: date | None = None
    kiriman: int = 0
    sidik: str = ""
    saran: str = ""
    penyalin: str = ""


@cache
def kertas_kosong() -> KertasPandangan:
    """Return the view of no paper, which reports have."""
    return KertasPandangan(
        judul="",
        tanggal=TITIK,
        tenggat=TITIK,
        nama_sop="",
        nomor_sop="",
        langkah=LangkahPandangan(
            nomor="",
            kegiatan="",
            pelaksana=TITIK,
            nama=TITIK,
            kelengkapan=bahasa.KOSONG,
            waktu=bahasa.KOSONG,
            mulai=TITIK,
            tenggat=TITIK,
            output=bahasa.KOSONG,
        ),
        pejabat=susun_pejabat(Pejabat("")),
        daftar_penerima=(),
        daftar_langkah=(),
        daftar_unit=(),
        daftar_instansi_luar=(),
        daftar_koreksi=(),
        daftar_keputusan=(),
        daftar_arsip=(),
        putusan="",
        disetujui=False,
        dikembalikan=False,
        kepala_catatan=bahasa.KOSONG,
    )


def susun_langkah(
    langkah: Langkah, pejabat: Pejabat | None, mulai: date | None = None, akhir: date | None = None
) -> LangkahPandangan:
    """Return a step of the SOP; an office that was inferred says so.

    Args:
        langkah: The step.
        pejabat: Who holds the office that does it; None where it is nobody's alone.
        mulai: The day on which it begins.
        akhir: Its last day.
    """
    ragu = f" ({BELUM_DITETAPKAN})" if langkah.pelaksana and not langkah.pasti else ""
    return LangkahPandangan(
        nomor=langkah.tanda,
        kegiatan=langkah.kegiatan,
        pelaksana=f"{langkah.pelaksana}{ragu}" or TITIK,
        nama=(pejabat.nama if pejabat else "") or TITIK,
        kelengkapan="; ".join(langkah.kelengkapan) or bahasa.KOSONG,
        waktu=str(langkah.waktu) if langkah.waktu else bahasa.KOSONG,
        mulai=hari(mulai),
        tenggat=hari(akhir),
        output=langkah.output or bahasa.KOSONG,
    )


def hari(tanggal: date | None) -> str:
    """Return a day in words, or dots to fill by hand."""
    return bahasa.tanggal(tanggal) if tanggal else TITIK


def susun_unit(induk: Induk, nomor: int, jalan: JalanUnit) -> UnitPandangan:
    """Return a unit with what it is asked for and what became of it."""
    unit, status = induk.unit(jalan.kode), jalan.status
    tenggat = induk.aturan.tenggat[jalan.triwulan.nomor - 1]
    return UnitPandangan(
        nomor=nomor,
        kode=jalan.kode,
        nama=unit.nama if unit else jalan.kode,
        kepala=(unit.kepala if unit else "") or TITIK,
        nama_kepala=(unit.nama_kepala if unit else "") or TITIK,
        kontak=(unit.kontak if unit else "") or bahasa.KOSONG,
        periode=jalan.triwulan.nama_pendek,
        berkas=jalan.berkas,
        tenggat=hari(tenggat),
        dibagikan=hari(jalan.dibagikan),
        terlihat=_bila_ada(jalan.terlihat),
        diterima=_bila_ada(jalan.diterima),
        kiriman=jalan.kiriman,
        galat=status.galat if status else 0,
        peringatan=status.peringatan if status else 0,
        status=RUPA_STATUS[status.status].cetakan if status else bahasa.KOSONG,
        sidik=jalan.sidik[:DIGIT_SIDIK] or bahasa.KOSONG,
        saran=jalan.saran,
        penyalin=jalan.penyalin,
        daftar_permintaan=_daftar_permintaan(induk, jalan),
        daftar_belanja=tuple(
            BelanjaPandangan(kode=a.kode, uraian=a.uraian, pagu=Angka(rupiah_sajian(a.pagu), a.pagu))
            for a in induk.subkegiatan_unit(jalan.kode)
        ),
    )


def susun_instansi_luar(
    induk: Induk, triwulan: Periode, dijawab: Mapping[str, date]
) -> tuple[InstansiLuarPandangan, ...]:
    """Return the agencies outside the office that are asked for data in a quarter.

    Args:
        induk: The buku induk.
        triwulan: The quarter.
        dijawab: When they answered, by their kode in small letters.
    """
    diminta = ((satu, satu.diminta(triwulan)) for satu in induk.daftar_instansi_luar)
    return tuple(
        InstansiLuarPandangan(
            nomor=nomor,
            kode=satu.kode,
            nama=satu.nama,
            penerima=satu.penerima or f"Pimpinan {satu.nama}",
            alamat=satu.alamat or TITIK,
            kontak=satu.kontak or bahasa.KOSONG,
            dijawab=_bila_ada(dijawab.get(satu.kode.casefold())),
            daftar_data=tuple(_daftar_data(induk, daftar_data)),
        )
        for nomor, (satu, daftar_data) in enumerate((s for s in diminta if s[1]), start=1)
    )


def _daftar_data(induk: Induk, daftar: tuple[DataDiminta, ...]) -> Iterator[DataPandangan]:
    for satu in daftar:
        indikator = induk.indikator(satu.indikator)
        yield DataPandangan(
            uraian=satu.uraian,
            satuan=satu.satuan or bahasa.KOSONG,
            indikator=indikator.nama if indikator else bahasa.KOSONG,
        )


def _bila_ada(tanggal: date | None) -> str:
    return bahasa.tanggal(tanggal) if tanggal else bahasa.KOSONG


def _daftar_permintaan(induk: Induk, jalan: JalanUnit) -> tuple[PermintaanPandangan, ...]:
    return tuple(
        PermintaanPandangan(
            kode=satu.kode,
            nama=satu.nama,
            satuan=satu.satuan,
            target=Angka(angka_sajian(satu.target(jalan.triwulan, induk.aturan), satu)),
        )
        for satu in induk.indikator_unit(jalan.kode)
    )
