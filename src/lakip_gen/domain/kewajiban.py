"""What a unit owes for one row of its form: a table of conditions and the columns that each of them asks for.

The conditions of a row are found once and kept on it. The check, the count of complete rows, the mark of the
report and the live formula of the form (`excel.obligations`) all read this table, so none of them can ask for
what another does not. What only earlier quarters make odd is no obligation: `formulir.isi` asks about that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto, unique
from typing import Final

from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import BelumDilaporkan, Isian, Nilai, Pecahan, Target, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.pengukuran import Pengukuran
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.satuan import adalah_persen
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import pada_versi
from lakip_gen.domain.urai import DITOLAK

TRIWULAN_TERAKHIR: Final = 4


@unique
class Syarat(Enum):
    """What may hold for a row, so that something is owed."""

    SELALU = auto()
    """The row is in the form."""
    DITUNGGU = auto()
    """A figure is due, as `ditunggu` tells."""
    TIDAK_BERLAKU = auto()
    """The unit says that it does not apply, though there is a target."""
    CAPAIAN_RENDAH = auto()
    """The capaian lies below the agency's lower threshold."""
    CAPAIAN_TINGGI = auto()
    """The capaian lies above the agency's upper threshold."""
    LEWAT_SERATUS = auto()
    """A percentage is over 100 where its target is not."""
    BELUM_TERCAPAI = auto()
    """The capaian is below 100 percent."""
    TERCAPAI = auto()
    """The capaian is 100 percent or more."""
    ADA_TINDAK_LANJUT = auto()
    """A tindak lanjut is written."""
    ADA_PELAKSANA = auto()
    """Who carries a tindak lanjut out, or until when, is written, and no capaian asks for the tindak lanjut itself."""
    ADA_ANGKA = auto()
    """A figure is reported."""
    AKSI_TERHENTI = auto()
    """A step of the rencana aksi has not begun or was called off."""


@dataclass(frozen=True, slots=True)
class Kewajiban:
    """One row of the table.

    Attributes:
        syarat: When it is owed.
        kolom: The column that must then hold something.
        sebutan: How the form's column Kelengkapan names it.
        kode: The finding when it does not.
        tempat: The column that the finding points at; empty for the column itself.
        sejak: The version of the form that first asked for it; a form handed out before is not asked.
    """

    syarat: Syarat
    kolom: str
    sebutan: str
    kode: str
    tempat: str = ""
    sejak: int = 1


KEWAJIBAN: Final[Mapping[str, tuple[Kewajiban, ...]]] = {
    "indikator": (
        Kewajiban(Syarat.DITUNGGU, "realisasi", "realisasi", "realisasi-kosong"),
        Kewajiban(Syarat.TIDAK_BERLAKU, "penjelasan", "penjelasan", "tidak-berlaku-tanpa-penjelasan"),
        Kewajiban(Syarat.CAPAIAN_RENDAH, "penjelasan", "penjelasan", "capaian-rendah"),
        Kewajiban(Syarat.CAPAIAN_TINGGI, "penjelasan", "penjelasan", "capaian-tinggi"),
        Kewajiban(Syarat.LEWAT_SERATUS, "penjelasan", "penjelasan", "persen-lebih-100", tempat="realisasi"),
        Kewajiban(Syarat.BELUM_TERCAPAI, "faktor_penghambat", "faktor penghambat", "faktor-penghambat-kosong"),
        Kewajiban(Syarat.BELUM_TERCAPAI, "tindak_lanjut", "tindak lanjut", "tindak-lanjut-kosong"),
        Kewajiban(Syarat.ADA_PELAKSANA, "tindak_lanjut", "tindak lanjut", "tindak-lanjut-tanpa-isi"),
        Kewajiban(Syarat.ADA_TINDAK_LANJUT, "pic", "penanggung jawab", "pic-kosong"),
        Kewajiban(Syarat.ADA_TINDAK_LANJUT, "batas_waktu", "batas waktu", "batas-waktu-kosong"),
        Kewajiban(Syarat.TERCAPAI, "faktor_pendorong", "faktor pendorong", "faktor-pendorong-kosong"),
        Kewajiban(Syarat.ADA_ANGKA, "data_dukung", "data dukung", "data-dukung-kosong"),
    ),
    "anggaran": (
        Kewajiban(Syarat.SELALU, "realisasi", "realisasi", "realisasi-anggaran-kosong"),
        Kewajiban(Syarat.SELALU, "fisik", "fisik", "fisik-kosong"),
    ),
    "rencana_aksi": (
        Kewajiban(Syarat.SELALU, "status", "status", "status-aksi-kosong"),
        Kewajiban(Syarat.AKSI_TERHENTI, "keterangan", "keterangan", "aksi-tanpa-keterangan"),
    ),
    "progres": (Kewajiban(Syarat.SELALU, "kegiatan", "kegiatan", "progres-kosong"),),
    "pengesahan": (
        Kewajiban(Syarat.SELALU, "penyusun", "nama penyusun", "penyusun-kosong"),
        Kewajiban(Syarat.SELALU, "tanggal", "tanggal penyusunan", "penyusun-kosong"),
        Kewajiban(Syarat.SELALU, "disetujui", "validasi kepala unit", "belum-divalidasi"),
    ),
}
"""All that is owed, by sheet; the form names what lacks in this order. In a list the items are the columns."""
TETAP: Final = frozenset({Syarat.SELALU, Syarat.DITUNGGU})
"""What is known before anybody types: such a cell is yellow from the start, any other only while it is owed."""

SYARAT_STATUS: Final[Mapping[Syarat, frozenset[str]]] = {
    Syarat.AKSI_TERHENTI: frozenset({"belum mulai", "batal"}),
}
"""What holds for a step of the rencana aksi, by the states that bring it about."""
SYARAT_REKENING: Final = frozenset(Syarat) - {
    Syarat.BELUM_TERCAPAI,
    Syarat.TERCAPAI,
    Syarat.ADA_TINDAK_LANJUT,
    Syarat.ADA_PELAKSANA,
    Syarat.ADA_ANGKA,
}
"""What can hold for an indicator of a program, kegiatan or subkegiatan: E.81 asks for its figure, for no analysis."""
HANYA_SELALU: Final = frozenset({Syarat.SELALU})


def syarat_indikator(
    indikator: Indikator, isian: Isian, ukuran: Pengukuran, triwulan: Periode, aturan: Aturan
) -> frozenset[Syarat]:
    """Return what the figure of an indicator brings about for its row.

    Args:
        indikator: The indicator.
        isian: The unit's figure.
        ukuran: The unit's figure against the target of the quarter.
        triwulan: The quarter.
        aturan: The agency's rules.
    """
    berlaku = {
        Syarat.SELALU: True,
        Syarat.DITUNGGU: ditunggu(indikator, triwulan, aturan),
        Syarat.TIDAK_BERLAKU: isinstance(isian, TidakBerlaku) and ukuran.target is not None,
        Syarat.LEWAT_SERATUS: dibatasi_seratus(indikator, ukuran.target)
        and ukuran.realisasi.angka is not None
        and ukuran.realisasi.angka > SERATUS,
        Syarat.ADA_ANGKA: isinstance(isian, Nilai | Pecahan),
    }
    if capaian := ukuran.dinilai:
        berlaku |= {
            Syarat.CAPAIAN_RENDAH: capaian.mentah < aturan.ambang_bawah,
            Syarat.CAPAIAN_TINGGI: capaian.mentah > aturan.ambang_atas,
            Syarat.BELUM_TERCAPAI: capaian.mentah < SERATUS,
            Syarat.TERCAPAI: capaian.mentah >= SERATUS,
        }
    return frozenset(syarat for syarat, ada in berlaku.items() if ada) & mungkin(indikator)


def mungkin(indikator: Indikator) -> frozenset[Syarat]:
    """Return all that can hold for the row of an indicator."""
    return SYARAT_REKENING if indikator.rekening else frozenset(Syarat)


def syarat_tindak_lanjut(*, tertulis: bool, pelaksana: bool, diminta: bool) -> frozenset[Syarat]:
    """Return what the words on a tindak lanjut bring about for the row.

    Args:
        tertulis: Whether it says what is to be done.
        pelaksana: Whether it says by whom or until when.
        diminta: Whether the capaian asks for it already.
    """
    if tertulis:
        return frozenset({Syarat.ADA_TINDAK_LANJUT})
    return frozenset({Syarat.ADA_PELAKSANA}) if pelaksana and not diminta else frozenset()


def ditunggu(indikator: Indikator, triwulan: Periode, aturan: Aturan) -> bool:
    """Return whether a figure is due in a quarter.

    What adds up over the year is due in each quarter of a year that has a target, whether or not this quarter has
    one of its own: a blank would be taken for a whole. What stands for itself is due where its target stands, and
    an entry that comes once a year waits for the last quarter.
    """
    sifat = indikator.cara_gabung.sifat
    if sifat.tiap_triwulan:
        berlaku = indikator.target_berlaku
        return any(target is not None for target in (berlaku.tahun, *berlaku.triwulan))
    menanti = sifat.sekali and triwulan.nomor < TRIWULAN_TERAKHIR
    return indikator.target(triwulan, aturan) is not None and not menanti


def tidak_ditunggu(indikator: Indikator, triwulan: Periode, aturan: Aturan) -> TidakDitunggu:
    """Return a figure that is not due in a quarter, with the reason: it has no target then, or its quarter is later."""
    if indikator.target(triwulan, aturan) is None:
        return TidakDitunggu()
    return TidakDitunggu("belum waktunya, dilaporkan pada Triwulan IV")


def dibatasi_seratus(indikator: Indikator, target: Target | None) -> bool:
    """Return whether a figure over 100 is odd: a percentage whose target stays within it."""
    return adalah_persen(indikator.satuan) and isinstance(target, Decimal) and target <= SERATUS


def syarat_aksi(status: str) -> frozenset[Syarat]:
    """Return what holds for the row of a step of the rencana aksi."""
    return HANYA_SELALU | {syarat for syarat, daftar in SYARAT_STATUS.items() if status in daftar}


def daftar_kewajiban(lembar: str, versi: int) -> tuple[Kewajiban, ...]:
    """Return what a form of a version asks of the rows of a sheet: no column that it does not have, nothing later."""
    definisi = next((satu for satu in pada_versi(skema.DAFTAR_LEMBAR, versi) if satu.kunci == lembar), None)
    ada = {kolom.kunci for kolom in definisi.daftar_butir or definisi.daftar_kolom} if definisi else set()
    return tuple(satu for satu in KEWAJIBAN[lembar] if satu.kolom in ada and satu.sejak <= versi)


def diminta(lembar: str, syarat: frozenset[Syarat], versi: int) -> frozenset[str]:
    """Return the columns that a form of a version owes where some conditions hold."""
    return frozenset(satu.kolom for satu in daftar_kewajiban(lembar, versi) if satu.syarat in syarat)


def kurang(lembar: str, syarat: frozenset[Syarat], baris: object, versi: int) -> tuple[Kewajiban, ...]:
    """Return what a row owes and does not hold; its columns are the attributes of its answer."""
    return tuple(
        satu
        for satu in daftar_kewajiban(lembar, versi)
        if satu.syarat in syarat and not _berisi(getattr(baris, satu.kolom))
    )


def ditolak(baris: object) -> bool:
    """Return whether a figure of a row was refused, so that it is neither owed nor there."""
    return any(getattr(baris, kolom, None) == DITOLAK for kolom in ("isian", "realisasi", "fisik"))


def _berisi(isi: object) -> bool:
    """Return whether something was typed; what was refused has a finding of its own and is not asked for again."""
    return isi == DITOLAK or not (isi in ("", None) or isinstance(isi, BelumDilaporkan))
