"""An SOP as data: its steps as the office's paper words them, and what shows that a step is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import Enum, unique

from lakip_gen.domain.hari_kerja import HARI_SEMINGGU, Kalender
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.temuan import Asal


@unique
class Bukti(Enum):
    """What shows that a step is done; the value is the word of the buku induk."""

    DIBAGIKAN = "dibagikan"
    TERISI = "terisi"
    DIVALIDASI = "divalidasi"
    DITERIMA = "diterima"
    REKAP = "rekap"
    DRAF = "draf"
    PUTUSAN = "putusan"
    SAH = "sah"
    ORANG = "orang"


@unique
class SatuanWaktu(Enum):
    """What an SOP's standard time counts.

    Minutes and hours are how long the work takes; no source says that they make anything late. Only days give a date.
    """

    MENIT = "menit"
    JAM = "jam"
    HARI_KERJA = "hari kerja"
    HARI_KALENDER = "hari kalender"


MENIT_SEHARI = 480
"""The minutes of a working day: so much counts as one day."""


@dataclass(frozen=True, slots=True)
class Waktu:
    """A step's standard time, e.g. 2 hari kerja."""

    banyak: Decimal
    satuan: SatuanWaktu

    def __str__(self) -> str:
        return f"{self.banyak.normalize():f}".replace(".", ",") + f" {self.satuan.value}"

    def akhir(self, mulai: date, kalender: Kalender) -> date | None:
        """Return the last day when the time begins to run on a day; None where it counts no days."""
        banyak = int(self.banyak)
        match self.satuan:
            case SatuanWaktu.HARI_KERJA:
                return kalender.sesudah(mulai, banyak)
            case SatuanWaktu.HARI_KALENDER:
                return kalender.lewat(mulai, banyak)
            case SatuanWaktu.MENIT if self.banyak >= MENIT_SEHARI:
                return kalender.sesudah(mulai, int(self.banyak / MENIT_SEHARI))
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Langkah:
    """One step of an SOP.

    Attributes:
        prosedur: The letter of its procedure where an SOP has several; empty where it has one.
        no: Its number within the procedure.
        tiap: The kind of period in which it is done.
        kegiatan: What is done, verbatim.
        pelaksana: The role of who does it.
        pasti: Whether the office's paper names that role; else it was inferred.
        kelengkapan: What is needed for it.
        waktu: Its standard time; None where the paper gives none.
        output: What comes of it.
        selesai_bila: What shows that it is done.
        kembali: The step to which a refusal sends back; None where nothing is decided.
        dari_sop: Whether the office's SOP has it; the common steps of other periods are the program's own.
        asal: Where each of these stands in the buku induk.
    """

    prosedur: str
    no: int
    tiap: Jenis
    kegiatan: str
    pelaksana: str
    selesai_bila: Bukti
    pasti: bool = True
    kelengkapan: tuple[str, ...] = ()
    waktu: Waktu | None = None
    output: str = ""
    kembali: int | None = None
    dari_sop: bool = True
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)

    @property
    def tanda(self) -> str:
        """How people call it: `5`, or `B5` where there are several procedures."""
        return f"{self.prosedur}{self.no}"


LANGKAH_UMUM = tuple(
    Langkah(
        prosedur="",
        no=no,
        tiap=Jenis.TAHUN,
        kegiatan=kegiatan,
        pelaksana="",
        selesai_bila=bukti,
        pasti=False,
        output=output,
        dari_sop=False,
    )
    for no, (kegiatan, bukti, output) in enumerate(
        (
            ("Menyusun draf Laporan Kinerja", Bukti.DRAF, "Draf Laporan Kinerja"),
            ("Mengoreksi draf Laporan Kinerja", Bukti.ORANG, "Hasil Koreksi"),
            ("Mengesahkan Laporan Kinerja", Bukti.SAH, "Laporan Kinerja"),
        ),
        start=1,
    )
)
"""The way of a report of which the office's SOP says nothing: two of the five real ones know quarters only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sop:
    """The office's SOP; one without steps is none.

    Attributes:
        nama: Its title.
        nomor: Its number.
        daftar_langkah: The steps in the order of the sheet.
        kalender: The office's working days.
    """

    nama: str = ""
    nomor: str = ""
    daftar_langkah: tuple[Langkah, ...] = ()
    kalender: Kalender = field(default_factory=lambda: Kalender(frozenset(), HARI_SEMINGGU))

    def langkah_periode(self, periode: Periode) -> tuple[Langkah, ...]:
        """Return the steps that a period takes; the common ones where the SOP says nothing of such periods."""
        if not self.daftar_langkah:
            return ()
        sendiri = tuple(langkah for langkah in self.daftar_langkah if langkah.tiap is periode.jenis)
        return sendiri or tuple(replace(langkah, tiap=periode.jenis) for langkah in LANGKAH_UMUM)
