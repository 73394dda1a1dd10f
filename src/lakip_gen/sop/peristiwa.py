"""What was recorded of a period, line by line: events that nobody can compute again.

Each line carries the SHA-256 of the line before. That catches slips of hand and of sync services, not intent; a cut
tail shows only against paper. Whatever stands in the file stays: a line that cannot be read is told and passed over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum, unique
from typing import Final

from lakip_gen.domain.keraguan import Hal, Penerimaan
from lakip_gen.domain.temuan import Asal, Temuan, temuan

LALU: Final = "lalu"
"""The key of the hash of the line before."""


@unique
class Jenis(Enum):
    """What can be recorded."""

    DIBAGIKAN = "dibagikan"
    TERLIHAT = "terlihat"
    DITERIMA = "diterima"
    DIKEMBALIKAN = "dikembalikan"
    PUTUSAN = "putusan"
    CATATAN = "catatan"
    DIJAWAB = "dijawab"
    KOREKSI = "koreksi"
    DISALIN = "disalin"
    DIBATALKAN = "dibatalkan"
    DISAHKAN = "disahkan"
    DIBUKA = "dibuka"


TETAP: Final = frozenset(
    {Jenis.DIBAGIKAN, Jenis.TERLIHAT, Jenis.DIBATALKAN, Jenis.DISAHKAN, Jenis.DIBUKA, Jenis.KOREKSI}
)
"""What nobody can take back: the program notes it by itself, or another command undoes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peristiwa:
    """One event.

    Attributes:
        dicatat: When the program wrote it down; never printed in a report.
        tanggal: When people say that it was.
        langkah: The step of the SOP that it is about.
        berkas: The file that it is about, or that shows it.
        sidik: The SHA-256 of that file, or of the figures.
        terkunci: The fingerprint of the locked cells of a form that was handed out, or of the copy that went back; of
            a seal, that of the archive.
        hal: The doubts that an acceptance settles.
        batal: The number of the event that is taken back; 0 for any other.
        indikator: The indicator that a meeting decided about.
        pic: Who answers for what was decided.
        batas: By when.
    """

    jenis: Jenis
    dicatat: datetime
    tanggal: date | None = None
    langkah: str = ""
    unit: str = ""
    oleh: str = ""
    berkas: str = ""
    sidik: str = ""
    terkunci: str = ""
    isi: str = ""
    hal: tuple[Hal, ...] = ()
    batal: int = 0
    indikator: str = ""
    pic: str = ""
    batas: date | None = None


@dataclass(frozen=True, slots=True)
class BukuPeristiwa:
    """All that was recorded of a period, each event under the number of its line, and what is odd about the file."""

    daftar: Mapping[int, Peristiwa]
    daftar_temuan: tuple[Temuan, ...] = ()

    @property
    def dibatalkan(self) -> frozenset[int]:
        """The numbers of the events that were taken back."""
        return frozenset(satu.batal for satu in self.daftar.values() if satu.jenis is Jenis.DIBATALKAN)

    @property
    def berlaku(self) -> dict[int, Peristiwa]:
        """The events that stand, by number."""
        dibatalkan = self.dibatalkan
        return {n: satu for n, satu in self.daftar.items() if n not in dibatalkan}

    @property
    def daftar_penerimaan(self) -> tuple[Penerimaan, ...]:
        """What planners accepted and did not take back."""
        return tuple(
            Penerimaan(
                nomor=nomor,
                unit=satu.unit,
                alasan=satu.isi,
                oleh=satu.oleh,
                tanggal=satu.tanggal,
                daftar_hal=frozenset(satu.hal),
            )
            for nomor, satu in self.berlaku.items()
            if satu.jenis is Jenis.DITERIMA
        )

    @property
    def daftar_keputusan(self) -> tuple[Peristiwa, ...]:
        """What meetings decided about an indicator of a unit, so that the unit answers it in the next quarter."""
        return tuple(s for s in self.berlaku.values() if s.jenis is Jenis.CATATAN and s.indikator and s.unit)

    @property
    def yang_menjawab(self) -> dict[str, date]:
        """The day on which each agency outside the office answered, by its kode; the last one counts."""
        semua = (satu for satu in self.berlaku.values() if satu.jenis is Jenis.DIJAWAB and satu.unit)
        return {satu.unit.casefold(): satu.tanggal or satu.dicatat.date() for satu in semua}

    @property
    def daftar_koreksi(self) -> tuple[Peristiwa, ...]:
        """The corrections of drafts that were noted, in the order of their numbers."""
        return self._berjenis(Jenis.KOREKSI)

    @property
    def jawaban_koreksi(self) -> dict[str, Peristiwa]:
        """The answer to each correction that has one, by its fingerprint; the last one counts."""
        return {satu.sidik: satu for satu in self.berlaku.values() if satu.jenis is Jenis.DIJAWAB and satu.sidik}

    @property
    def penyalin(self) -> dict[str, str]:
        """Who keyed in the form that each unit filled on paper; the last one counts."""
        return {satu.unit: satu.oleh for satu in self.berlaku.values() if satu.jenis is Jenis.DISALIN}

    @property
    def dibagikan(self) -> dict[str, frozenset[str]]:
        """The fingerprints of the locked cells of all that each unit was handed out, copies that went back with it.

        Of a unit whose first form nobody noted the copies alone would make every older form a stranger.
        """
        dibagikan = self._berjenis(Jenis.DIBAGIKAN)
        hasil = dict.fromkeys((satu.unit for satu in dibagikan), frozenset[str]())
        for satu in (*dibagikan, *self._berjenis(Jenis.TERLIHAT)):
            if satu.terkunci and satu.unit in hasil:
                hasil[satu.unit] |= {satu.terkunci}
        return hasil

    def pernah(self, baru: Peristiwa) -> bool:
        """Return whether just this form of a unit was noted before, handed out or seen."""
        return any(
            (satu.unit, satu.sidik) == (baru.unit, baru.sidik) and baru.terkunci in {"", satu.terkunci}
            for satu in self._berjenis(baru.jenis)
        )

    def _berjenis(self, jenis: Jenis) -> tuple[Peristiwa, ...]:
        return tuple(satu for satu in self.daftar.values() if satu.jenis is jenis)


TANPA_PERISTIWA: Final = BukuPeristiwa({})


def baca_peristiwa(teks: str, asal: Asal) -> BukuPeristiwa:
    """Return what a file of events says, and what is odd about it.

    Args:
        teks: The whole file.
        asal: Its name, for findings.
    """
    daftar: dict[int, Peristiwa] = {}
    daftar_temuan: list[Temuan] = []
    sebelum, putus = "", False
    terakhir: Peristiwa | None = None
    for nomor, baris in enumerate(_baris(teks), start=1):
        isi = _objek(baris)
        satu = _peristiwa(isi)
        if satu is None:
            daftar_temuan.append(temuan("jejak-rusak", asal, nilai=nomor))
        else:
            if terakhir and satu.dicatat < terakhir.dicatat:
                daftar_temuan.append(_mundur(asal, nomor, satu.dicatat, terakhir.dicatat))
            daftar[nomor] = terakhir = satu
        if not putus and isi.get(LALU) != sidik_baris(sebelum):
            putus = True
            daftar_temuan.append(temuan("jejak-diubah", asal, nilai=nomor))
        sebelum = baris
    return BukuPeristiwa(daftar, tuple(daftar_temuan))


def _mundur(asal: Asal, nomor: int, kini: datetime, lalu: datetime) -> Temuan:
    return temuan("jejak-jam-mundur", asal, nilai=nomor, kini=f"{kini:%d/%m/%Y %H.%M}", lalu=f"{lalu:%d/%m/%Y %H.%M}")


def tambahkan(teks: str, daftar: Iterable[Peristiwa]) -> str:
    """Return a file of events with more of them at its end; what stands there is not touched."""
    lalu = kepala(teks)
    hasil = teks if not teks or teks.endswith("\n") else f"{teks}\n"
    for satu in daftar:
        baris = _tulis(satu, lalu)
        hasil += f"{baris}\n"
        lalu = sidik_baris(baris)
    return hasil


def kepala(teks: str) -> str:
    """Return the hash of the last line: whoever has it on paper can tell whether lines were cut off."""
    baris = _baris(teks)
    return sidik_baris(baris[-1]) if baris else ""


def sidik_baris(baris: str) -> str:
    """Return the hash of a line; empty for the one before the first."""
    return hashlib.sha256(baris.encode(errors="surrogatepass")).hexdigest() if baris else ""


def _baris(teks: str) -> list[str]:
    """Return the lines that say something, without what editors add: the mark at the start and other line ends."""
    return [baris for satu in teks.removeprefix("\ufeff").split("\n") if (baris := satu.strip())]


def _tulis(satu: Peristiwa, lalu: str) -> str:
    isi: dict[str, object] = {}
    for kolom in fields(satu):
        match getattr(satu, kolom.name):
            case Jenis() as jenis:
                isi[kolom.name] = jenis.value
            case date() as hari:  # a moment is a date as well
                isi[kolom.name] = hari.isoformat()
            case tuple() as daftar if daftar:
                isi[kolom.name] = [[hal.kode, hal.lembar, hal.sel, hal.nilai] for hal in daftar]
            case str() | int() as lain if lain:
                isi[kolom.name] = lain
    return json.dumps(isi | {LALU: lalu}, ensure_ascii=False)


def _objek(baris: str) -> dict[str, object]:
    try:
        isi = json.loads(baris)
    except (ValueError, RecursionError):
        return {}
    return isi if isinstance(isi, dict) else {}


_TEKS: Final = ("langkah", "unit", "oleh", "berkas", "sidik", "terkunci", "isi", "indikator", "pic")
"""What of an event is text."""


def _peristiwa(isi: Mapping[str, object]) -> Peristiwa | None:
    """Return the event of a line; None for what is none, or is one that only a later version knows."""
    try:
        dicatat = datetime.fromisoformat(str(isi["dicatat"]))
        tanggal, batas = (date.fromisoformat(str(isi[n])) if n in isi else None for n in ("tanggal", "batas"))
        hal = tuple(Hal(*map(str, satu)) for satu in _daftar(isi.get("hal", [])))
        teks = {nama: str(isi.get(nama, "")) for nama in _TEKS}
        jenis, batal = Jenis(isi["jenis"]), int(str(isi.get("batal", 0)))
    except (KeyError, TypeError, ValueError):
        return None
    if dicatat.tzinfo is None:
        return None
    return Peristiwa(jenis=jenis, dicatat=dicatat, tanggal=tanggal, hal=hal, batal=batal, batas=batas, **teks)


def _daftar(isi: object) -> list[list[object]]:
    if not isinstance(isi, list):
        raise TypeError(isi)
    return isi


def kalimat(satu: Peristiwa) -> str:
    """Return an event on one line, for a list."""
    hari = satu.tanggal or satu.dicatat.date()
    bagian = (
        f"{hari:%d/%m/%Y}",
        satu.jenis.value,
        f"nomor {satu.batal}" if satu.batal else "",
        satu.langkah,
        satu.unit,
        satu.indikator,
        satu.berkas,
        f"oleh {satu.oleh}" if satu.oleh else "",
        f"“{satu.isi}”" if satu.isi else "",
        f"({len(satu.hal)} keraguan)" if satu.hal else "",
    )
    return " ".join(filter(None, bagian))
