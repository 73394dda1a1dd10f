"""The papers of an SOP: which there are, by what words a step names them, and which of them a period takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, unique
from typing import Final

from lakip_gen.domain.nama_berkas import nama_aman
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.sop import Bukti, Langkah


@unique
class Saat(Enum):
    """The command with which a paper comes; the value is its name."""

    BAGIKAN = "bagikan"
    SUSUN = "susun"


@dataclass(frozen=True, slots=True)
class Kertas:
    """One kind of paper.

    Attributes:
        nama: What its file is called.
        judul: What people call it.
        templat: The name of its template; that of its file unless several papers share one.
        daftar_sebutan: How an SOP's kelengkapan and output begin to name it, in small letters.
    """

    nama: str
    judul: str
    daftar_sebutan: tuple[str, ...] = ()
    templat: str = ""

    @property
    def nama_templat(self) -> str:
        """The name of its template, without the ending."""
        return self.templat or self.nama


DISPOSISI: Final = Kertas("disposisi", "Disposisi", ("disposisi",))
LEMBAR_DISPOSISI: Final = Kertas("lembar-disposisi", "Lembar Disposisi", ("lembar disposisi",), "disposisi")
"""The same sheet at its second moment."""
SURAT: Final = Kertas("surat-permintaan", "Surat Permintaan Data", ("surat", "nota dinas"))
SURAT_LUAR: Final = Kertas("surat-instansi-luar", "Surat Permintaan Data kepada Instansi Luar")
TANDA_TERIMA: Final = Kertas("tanda-terima", "Tanda Terima", ("tanda terima",))
PEMBAGIAN_TUGAS: Final = Kertas(
    "catatan-pembagian-tugas", "Catatan Pembagian Tugas", ("catatan pembagian", "pembagian tugas", "jadwal")
)
REKAPITULASI: Final = Kertas("rekapitulasi", "Rekapitulasi dan Lembar Persetujuan", ("rekap", "lembar persetujuan"))
RAPAT: Final = Kertas("rapat", "Undangan, Ringkasan, Daftar Hadir, dan Notula", ("undangan", "daftar hadir", "notula"))
HASIL_KOREKSI: Final = Kertas("hasil-koreksi", "Hasil Koreksi", ("hasil koreksi",))
PENGESAHAN: Final = Kertas("pengesahan", "Pengesahan dan Daftar Arsip", ("pengesahan", "daftar arsip"))
PERJANJIAN: Final = Kertas("perjanjian-kinerja", "Perjanjian Kinerja", ("perjanjian kinerja",))
PERJANJIAN_PERUBAHAN: Final = Kertas("perjanjian-kinerja-perubahan", "Perjanjian Kinerja Perubahan")
IKHTISAR: Final = Kertas("ikhtisar", "Ikhtisar Capaian Kinerja", ("ikhtisar", "ringkasan"))
INDIKATOR_UTAMA: Final = Kertas("indikator-kinerja-utama", "Indikator Kinerja Utama", ("iku", "indikator kinerja"))
RENCANA_AKSI: Final = Kertas("rencana-aksi", "Rencana Aksi", ("rencana aksi",))
PENGUKURAN: Final = Kertas("pengukuran-kinerja", "Pengukuran Kinerja", ("pengukuran",))
FORMULIR_CETAK: Final = Kertas("formulir-cetak", "Formulir untuk Diisi Tangan")

DOKUMEN_KECIL: Final = (PERJANJIAN, PERJANJIAN_PERUBAHAN, INDIKATOR_UTAMA, RENCANA_AKSI, PENGUKURAN)
"""What offices sign and upload one by one, with an SOP or without."""
TIAP_PERIODE: Final = (IKHTISAR,)
"""What comes with each report, with an SOP or without."""
BERDIRI_SENDIRI: Final = (*TIAP_PERIODE, *DOKUMEN_KECIL)
"""What people hand on by itself, and so have as PDF too."""
DAFTAR_KERTAS: Final = (
    DISPOSISI,
    LEMBAR_DISPOSISI,
    SURAT,
    SURAT_LUAR,
    TANDA_TERIMA,
    PEMBAGIAN_TUGAS,
    FORMULIR_CETAK,
    REKAPITULASI,
    *TIAP_PERIODE,
    RAPAT,
    HASIL_KOREKSI,
    *DOKUMEN_KECIL,
    PENGESAHAN,
)
"""All kinds, in the order in which a binder holds them."""
_TETAP: Final = {
    Saat.BAGIKAN: (SURAT, TANDA_TERIMA, PEMBAGIAN_TUGAS, FORMULIR_CETAK),
    Saat.SUSUN: (TANDA_TERIMA, PEMBAGIAN_TUGAS, REKAPITULASI, *TIAP_PERIODE, HASIL_KOREKSI, *DOKUMEN_KECIL, PENGESAHAN),
}
"""What goes out with the forms of each quarter, and what comes with each report, named by the SOP or not."""
_SEKALI: Final = frozenset({DISPOSISI, LEMBAR_DISPOSISI, SURAT, SURAT_LUAR, PEMBAGIAN_TUGAS, FORMULIR_CETAK})
"""What went out with the forms does not come once more with the report."""
_RAPAT: Final = re.compile(r"\b(?:rapat|(?:men)?sosialisasi(?:kan)?)\b", re.IGNORECASE)
"""The words by which a step is a meeting."""


@dataclass(frozen=True, slots=True)
class KertasPeriode:
    """A paper that a period takes, and the first step that names it; None where no step does."""

    kertas: Kertas
    langkah: Langkah | None = None

    @property
    def nama_berkas(self) -> str:
        """What its file is called; each meeting has papers of its own."""
        rapat = self.langkah if self.kertas is RAPAT else None
        return f"{self.kertas.nama}-{nama_aman(rapat.tanda).lower()}" if rapat else self.kertas.nama


def kertas_sebutan(sebutan: str) -> Kertas | None:
    """Return the paper that an SOP's word means; None for what is no paper of the program."""
    kata = " ".join(sebutan.casefold().split())
    calon = [
        (len(awal), urutan, satu)
        for urutan, satu in enumerate(DAFTAR_KERTAS)
        for awal in satu.daftar_sebutan
        if kata.startswith(awal)
    ]
    return max(calon, key=lambda satu: satu[:2])[2] if calon else None


def kertas_hasil(langkah: Langkah) -> Kertas | None:
    """Return the paper that a step brings about: its output, or those of a meeting."""
    return kertas_sebutan(langkah.output) or (RAPAT if adalah_rapat(langkah) else None)


def adalah_rapat(langkah: Langkah) -> bool:
    """Return whether a step is a meeting, by what it says."""
    return langkah.selesai_bila is Bukti.ORANG and _RAPAT.search(langkah.kegiatan) is not None


def saat_langkah(langkah: Langkah, daftar_langkah: Iterable[Langkah]) -> Saat:
    """Return the command with which a step's papers come: up to the rekap with the forms, then with the report."""
    sampai = (satu for satu in daftar_langkah if satu.prosedur == langkah.prosedur and satu.no <= langkah.no)
    disusun = any(satu.selesai_bila in {Bukti.REKAP, Bukti.DRAF} for satu in sampai)
    return Saat.SUSUN if disusun or langkah.tiap is not Jenis.TRIWULAN else Saat.BAGIKAN


def daftar_kertas_periode(
    daftar_langkah: tuple[Langkah, ...], periode: Periode, saat: Saat, *, ada_luar: bool = False
) -> list[KertasPeriode]:
    """Return the papers of a moment of a period, in the binder's order.

    Without an SOP these are the page for the meeting, in a year the small documents, and the letters to agencies
    outside the office.

    Args:
        daftar_langkah: The steps of the period.
        periode: The quarter, semester or year.
        saat: The command.
        ada_luar: Whether agencies outside the office are asked for data.
    """
    luar = [KertasPeriode(SURAT_LUAR)] if ada_luar and saat is Saat.BAGIKAN else []
    if not daftar_langkah:
        setahun = DOKUMEN_KECIL if periode.jenis is Jenis.TAHUN else ()
        return luar if saat is Saat.BAGIKAN else [KertasPeriode(kertas) for kertas in (*TIAP_PERIODE, *setahun)]
    dahulu: list[KertasPeriode] = []
    if saat is Saat.SUSUN and periode.jenis is Jenis.TRIWULAN:
        dahulu = daftar_kertas_periode(daftar_langkah, periode, Saat.BAGIKAN)
    sudah = {satu.nama_berkas for satu in dahulu if satu.kertas in _SEKALI}
    per_nama: dict[str, KertasPeriode] = {}
    for satu in (*_menurut_langkah(daftar_langkah, saat), *map(KertasPeriode, _TETAP[saat]), *luar):
        if satu.nama_berkas not in sudah:
            per_nama.setdefault(satu.nama_berkas, satu)
    return sorted(per_nama.values(), key=lambda satu: DAFTAR_KERTAS.index(satu.kertas))


def _menurut_langkah(daftar_langkah: tuple[Langkah, ...], saat: Saat) -> Iterator[KertasPeriode]:
    """Yield the papers that the steps of a moment name: what they need, what they give, and the meetings."""
    for langkah in daftar_langkah:
        if saat_langkah(langkah, daftar_langkah) is not saat:
            continue
        disebut = (*map(kertas_sebutan, langkah.kelengkapan), kertas_sebutan(langkah.output))
        rapat = RAPAT if adalah_rapat(langkah) else None
        yield from (KertasPeriode(kertas, langkah) for kertas in (*disebut, rapat) if kertas is not None)
