"""Findings put together for reading: a block for each unit, one line for all cells with the same fault."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.temuan import Tingkat
from lakip_gen.pesan.bahasa import KOSONG
from lakip_gen.pesan.katalog import URUTAN, TemuanTerbaca
from lakip_gen.pesan.pembanding import Banding, Pembanding
from lakip_gen.pesan.status import rupa

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lakip_gen.domain.penerimaan import StatusLaporan

TANPA_UNIT: Final = "Buku induk dan berkas tanpa unit"
"""The name of the block for findings that belong to no unit."""
TANPA_PEMBANDING: Final = Pembanding()


@dataclass(frozen=True, slots=True)
class Tempat:
    """The cells of one sheet that share a finding; a file or sheet as a whole has none."""

    berkas: str
    lembar: str
    daftar_sel: tuple[str, ...]
    hanya_kiriman: bool = False
    """Whether the cells stand in the file that the unit sent, and nowhere in its return copy."""
    triwulan: str = field(default="", compare=False)
    """The quarter of the form, in short; empty for what is no unit's form."""

    def __str__(self) -> str:
        sel = f"sel {', '.join(self.daftar_sel)}" if self.daftar_sel else ""
        lembar = f"lembar {self.lembar}" if self.lembar else ""
        return ", ".join(bagian for bagian in (lembar, sel) if bagian) or self.berkas or KOSONG


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisTemuan:
    """One fault in words, and every place where it stands."""

    tingkat: Tingkat
    kode: str
    judul: str
    pesan: str
    perbaikan: str
    daftar_tempat: tuple[Tempat, ...]
    banyak: int
    """How many findings the line stands for."""
    tanda: str = ""
    """Whether they are `baru` or `masih` since the form before; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Hitungan:
    """How many findings there are of each level."""

    galat: int = 0
    peringatan: int = 0
    info: int = 0

    @property
    def semua(self) -> int:
        """All of them together."""
        return self.galat + self.peringatan + self.info

    def __str__(self) -> str:
        return f"{self.galat} galat, {self.peringatan} peringatan, {self.info} info"


@dataclass(frozen=True, slots=True, kw_only=True)
class KelompokUnit:
    """One unit: where its forms stand, and what was found in them."""

    kode: str
    nama: str
    daftar_status: tuple[StatusLaporan, ...]
    daftar_baris: tuple[BarisTemuan, ...]
    hitungan: Hitungan
    banding: Banding | None = None

    @property
    def status(self) -> str:
        """Where its forms stand in signs and words; with several, which quarters stand where."""
        if len(self.daftar_status) == 1:
            return rupa(self.daftar_status[0])
        per_status: dict[str, list[str]] = {}
        for satu in self.daftar_status:
            per_status.setdefault(rupa(satu), []).append(satu.triwulan.nama_pendek)
        return "; ".join(f"{status}: {', '.join(daftar)}" for status, daftar in per_status.items())

    def di_kembalian(self, letak: Mapping[tuple[str, str, str], tuple[str, str]]) -> KelompokUnit:
        """Return the findings with the places where they stand in the return copies of the unit's forms.

        Args:
            letak: Tab and address in the return copy, by file, tab and address in the unit's own file.
        """
        return replace(
            self,
            daftar_baris=tuple(
                replace(baris, daftar_tempat=tuple(t for lama in baris.daftar_tempat for t in _pindahkan(lama, letak)))
                for baris in self.daftar_baris
            ),
        )


def _pindahkan(tempat: Tempat, letak: Mapping[tuple[str, str, str], tuple[str, str]]) -> Iterator[Tempat]:
    """Yield the places of the return copy for one of the unit's own file; what has none there says so."""
    if not any(berkas == tempat.berkas for berkas, _, _ in letak):
        yield tempat
        return
    baru: dict[tuple[str, bool], list[str]] = {}
    for sel in tempat.daftar_sel or ("",):
        lembar, alamat = letak.get((tempat.berkas, tempat.lembar, sel), (tempat.lembar, ""))
        hanya_kiriman = bool(sel and not alamat)
        baru.setdefault((tempat.lembar if hanya_kiriman else lembar, hanya_kiriman), []).append(alamat or sel)
    for (lembar, hanya_kiriman), daftar_sel in baru.items():
        ada = tuple(sel for sel in daftar_sel if sel)
        yield replace(tempat, lembar=lembar, daftar_sel=ada, hanya_kiriman=hanya_kiriman)


def hitung(daftar_temuan: Iterable[TemuanTerbaca]) -> Hitungan:
    """Return how many findings there are of each level."""
    daftar = [terbaca.tingkat for terbaca in daftar_temuan]
    return Hitungan(*(daftar.count(tingkat) for tingkat in Tingkat))


def kelompokkan(
    daftar_status: tuple[StatusLaporan, ...],
    daftar_temuan: tuple[TemuanTerbaca, ...],
    pembanding: Pembanding = TANPA_PEMBANDING,
) -> tuple[KelompokUnit, ...]:
    """Return the findings unit by unit, in the order of the units; those of no unit come first.

    Every finding stands in exactly one block, also when its unit has no status.
    """
    nama = {status.unit.kode: status.unit.nama for status in daftar_status}
    asing = dict.fromkeys(t.unit for t in daftar_temuan if t.unit and t.unit not in nama)
    tanpa_unit = ("",) if any(not t.unit for t in daftar_temuan) else ()
    return tuple(
        _kelompok_unit(kode, nama.get(kode, kode) or TANPA_UNIT, daftar_status, daftar_temuan, pembanding)
        for kode in (*tanpa_unit, *nama, *sorted(asing))
    )


def gabung_baris(
    daftar_temuan: Iterable[TemuanTerbaca], pembanding: Pembanding = TANPA_PEMBANDING
) -> tuple[BarisTemuan, ...]:
    """Return one line for all findings with the same code, words and mark, heaviest first.

    Lines of one level stand in the order of the first cell they point at.
    """
    urut = sorted(daftar_temuan, key=lambda terbaca: terbaca.urutan)
    kumpulan: dict[tuple[str, str, str, str], list[TemuanTerbaca]] = {}
    for terbaca in urut:
        kunci = (terbaca.kode, terbaca.pesan, terbaca.perbaikan, pembanding.tanda(terbaca))
        kumpulan.setdefault(kunci, []).append(terbaca)
    daftar = [_baris(sama, tanda) for (*_, tanda), sama in kumpulan.items()]
    return tuple(sorted(daftar, key=lambda baris: URUTAN[baris.tingkat]))


def _kelompok_unit(
    kode: str,
    nama: str,
    daftar_status: tuple[StatusLaporan, ...],
    daftar_temuan: tuple[TemuanTerbaca, ...],
    pembanding: Pembanding,
) -> KelompokUnit:
    milik = [terbaca for terbaca in daftar_temuan if terbaca.unit == kode]
    status = tuple(s for s in daftar_status if kode and s.unit.kode == kode)
    banding = pembanding.unit(kode) if kode else None
    return KelompokUnit(
        kode=kode,
        nama=nama,
        daftar_status=status,
        daftar_baris=gabung_baris(milik, pembanding),
        hitungan=hitung(milik),
        banding=banding,
    )


def _baris(sama: list[TemuanTerbaca], tanda: str) -> BarisTemuan:
    satu = sama[0]
    daftar_tempat = _daftar_tempat(sama)
    return BarisTemuan(
        tingkat=satu.tingkat,
        kode=satu.kode,
        judul=satu.judul,
        pesan=satu.pesan,
        perbaikan=satu.perbaikan,
        daftar_tempat=daftar_tempat,
        banyak=len(sama),
        tanda=tanda,
    )


def _daftar_tempat(daftar_temuan: Iterable[TemuanTerbaca]) -> tuple[Tempat, ...]:
    sel: dict[tuple[str, str, str], list[str]] = {}
    for terbaca in daftar_temuan:
        triwulan = terbaca.periode.nama_pendek if terbaca.periode else ""
        sel.setdefault((terbaca.asal.berkas, terbaca.asal.lembar, triwulan), []).append(terbaca.asal.sel)
    return tuple(
        Tempat(berkas, lembar, tuple(dict.fromkeys(s for s in daftar if s)), triwulan=triwulan)
        for (berkas, lembar, triwulan), daftar in sel.items()
    )
