"""What the offices of one government reached in a period, side by side and together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lakip_gen.domain.capaian import serapan
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Temuan, Tingkat, temuan


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanInstansi:
    """One finding of an office's own run, in words."""

    tingkat: Tingkat
    unit: str
    letak: str
    pesan: str
    perbaikan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaInstansi:
    """One office in one period.

    Attributes:
        folder: Its working folder.
        nama: Its name; that of the folder while the buku induk does not tell it.
        pemerintah: The government that it belongs to; empty while that is not known.
        kode_keluar: How its run ended, as the command line says it.
        halangan: Why it has no figures, or why not all was written; empty where all went well.
        sah: Whether the period is sealed.
        diterima: How many forms were received.
        seluruhnya: How many were due.
        ditutup: How many nobody waits for any more: their units are closed with a reason.
        terlambat: How many have a recorded receipt after their last day.
        capaian: Its mean capaian in percent; None where nothing can be rated yet.
        sementara: Whether that stands on incomplete data.
        dinilai: How many indicators it stands on.
        banyak_indikator: How many there are.
        predikat: In which band of its own scale that is.
        pagu: Its budget in rupiah.
        realisasi: What was spent up to the end of the period in rupiah; None where that is not known.
        daftar_temuan: What its own run found.
    """

    folder: str
    nama: str
    kode_keluar: int
    pemerintah: str = ""
    halangan: str = ""
    sah: bool = False
    diterima: int = 0
    seluruhnya: int = 0
    ditutup: int = 0
    terlambat: int = 0
    capaian: Decimal | None = None
    sementara: bool = False
    dinilai: int = 0
    banyak_indikator: int = 0
    predikat: str = ""
    pagu: Decimal | None = None
    realisasi: Decimal | None = None
    daftar_temuan: tuple[TemuanInstansi, ...] = ()

    @property
    def serapan(self) -> Decimal | None:
        """How much of its budget was spent, in percent."""
        return None if self.pagu is None else serapan(self.realisasi, self.pagu)

    @property
    def kurang(self) -> int:
        """How many forms are still awaited; of a sealed period none is."""
        return 0 if self.sah else self.seluruhnya - self.diterima - self.ditutup

    @property
    def terbaca(self) -> bool:
        """Whether anything is known of it: an office that is kept busy or has a broken buku induk owes no figures."""
        return not self.halangan or self.seluruhnya > 0

    def banyak(self, tingkat: Tingkat) -> int:
        """Return how many findings of a level there are."""
        return sum(satu.tingkat is tingkat for satu in self.daftar_temuan)


@dataclass(frozen=True, slots=True)
class RekapKabupaten:
    """All offices of one government in one period, in the order of their names."""

    periode: Periode
    daftar: tuple[KinerjaInstansi, ...]

    @property
    def pemerintah(self) -> str:
        """The government that most of them name; empty where none does."""
        nama = Counter(satu.pemerintah for satu in self.daftar if satu.pemerintah)
        return nama.most_common(1)[0][0] if nama else ""

    @property
    def diterima(self) -> int:
        """How many forms were received."""
        return sum(satu.diterima for satu in self.daftar)

    @property
    def seluruhnya(self) -> int:
        """How many forms were due."""
        return sum(satu.seluruhnya for satu in self.daftar)

    @property
    def terlambat(self) -> int:
        """How many forms have a recorded receipt after their last day."""
        return sum(satu.terlambat for satu in self.daftar)

    @property
    def dinilai(self) -> tuple[KinerjaInstansi, ...]:
        """Those with a mean capaian, the highest first, equal ones by name."""
        ada = [(satu.capaian, satu) for satu in self.daftar if satu.capaian is not None]
        return tuple(satu for _, satu in sorted(ada, key=lambda butir: -butir[0]))

    @property
    def rerata(self) -> Decimal | None:
        """The plain mean of their mean capaian: each office counts alike, whatever its size or its own rule."""
        semua = [satu.capaian for satu in self.daftar if satu.capaian is not None]
        return sum(semua, Decimal(0)) / len(semua) if semua else None

    @property
    def berangka(self) -> tuple[KinerjaInstansi, ...]:
        """Those whose budget and spending are both known: only these can be added up beside each other."""
        return tuple(satu for satu in self.daftar if satu.pagu is not None and satu.realisasi is not None)

    @property
    def pagu(self) -> Decimal | None:
        """Their budget in rupiah; None where nobody's spending is known."""
        return _jumlah(satu.pagu for satu in self.berangka)

    @property
    def realisasi(self) -> Decimal | None:
        """What they spent up to the end of the period in rupiah; None where nobody's spending is known."""
        return _jumlah(satu.realisasi for satu in self.berangka)

    @property
    def serapan(self) -> Decimal | None:
        """How much of their budget they spent, in percent; None where nobody's spending is known."""
        return None if self.pagu is None else serapan(self.realisasi, self.pagu)

    def daftar_temuan(self) -> Iterator[Temuan]:
        """Yield what is odd about the offices beside each other: the same one twice, or another government's."""
        per_nama: dict[str, list[str]] = {}
        for satu in self.daftar:
            if satu.pemerintah:
                per_nama.setdefault(" ".join(satu.nama.casefold().split()), []).append(satu.folder)
            if satu.pemerintah not in {"", self.pemerintah}:
                asal = Asal(satu.folder)
                yield temuan("pemerintah-lain", asal, nilai=satu.pemerintah, seharusnya=self.pemerintah)
        for daftar_folder in per_nama.values():
            for folder in daftar_folder[1:]:
                yield temuan("instansi-rangkap", Asal(folder), nilai=daftar_folder[0])


def _jumlah(daftar: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of what is known; None where nothing is."""
    semua = [satu for satu in daftar if satu is not None]
    return sum(semua, Decimal(0)) if semua else None
