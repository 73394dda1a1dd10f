"""What the units promised to do during the year, and how far each promise has come by their own later answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.tindak_lanjut import SELESAI, kalimat_janji
from lakip_gen.laporan.pandangan import KeadaanTindakLanjutPandangan
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from lakip_gen.domain.rekap import Rekap, RekapIndikator, Sumber

BELUM_DIJAWAB: Final = "belum ada laporan"
BARU: Final = "baru direncanakan"
LEWAT: Final = "lewat batas waktu"
_JANJI_UNIT: Final = "tindak lanjut yang dijanjikan unit"


@dataclass(slots=True)
class _Janji:
    """A promise whose answers are still being read."""

    sumber: Sumber | None
    isi: str
    periode: str
    batas: date | None = None
    status: str = ""


def janji_setahun(rekap: Rekap, nomor: str, milik: RekapIndikator) -> tuple[KeadaanTindakLanjutPandangan, ...]:
    """Return the promises on an indicator, unit by unit, each with the last answer of its unit.

    Args:
        rekap: The figures of the period.
        nomor: The indicator's number in the report.
        milik: Its figures.
    """
    per_unit: dict[str, list[Sumber]] = {}
    for sumber in milik.daftar_jawaban:
        per_unit.setdefault(sumber.unit.kode, []).append(sumber)
    hasil = []
    for kode, daftar in per_unit.items():
        dulu = [_Janji(None, isi, str(rekap.induk.tahun - 1)) for isi in _tahun_lalu(rekap, kode, milik)]
        hasil += [
            KeadaanTindakLanjutPandangan(
                nomor=nomor,
                unit=daftar[0].unit.nama,
                periode=janji.periode,
                isi=janji.isi,
                keadaan=_keadaan(rekap, janji),
            )
            for janji in _telusuri(dulu, daftar)
        ]
    return tuple(hasil)


def _tahun_lalu(rekap: Rekap, unit: str, milik: RekapIndikator) -> Iterator[str]:
    for satu in rekap.induk.daftar_tindak_lanjut:
        if (satu.unit, satu.indikator) == (unit, milik.indikator.kode):
            yield satu.isi


def _telusuri(dulu: Sequence[_Janji], daftar: Sequence[Sumber]) -> list[_Janji]:
    """Return all promises of a unit; an answer is about each that was open when it was given."""
    terbuka, semua = list(dulu), list(dulu)
    for sumber in daftar:
        jawaban = sumber.jawaban
        if jawaban is None:
            continue
        for janji in terbuka if jawaban.status_tindak_lanjut else ():
            janji.status = jawaban.status_tindak_lanjut
        if jawaban.status_tindak_lanjut in SELESAI:
            terbuka.clear()
        if jawaban.tindak_lanjut:
            isi = kalimat_janji(jawaban.tindak_lanjut, jawaban.pic, jawaban.batas_waktu)
            if isi in {janji.isi for janji in terbuka}:
                continue  # the same promise, said again until it is closed
            baru = _Janji(sumber, isi, sumber.triwulan.nama_pendek, jawaban.batas_waktu)
            terbuka.append(baru)
            semua.append(baru)
    return semua


def _keadaan(rekap: Rekap, janji: _Janji) -> str:
    """Return how far a promise is: the last answer, and whether its day came before the period's end."""
    terakhir = janji.sumber is not None and janji.sumber.triwulan == rekap.periode.daftar_triwulan[-1]
    status = janji.status or (BARU if terakhir else BELUM_DIJAWAB)
    lewat = janji.batas is not None and janji.batas <= rekap.periode.akhir and status not in SELESAI
    return f"{status}, {LEWAT}" if lewat else status


def kalimat_tindak_lanjut(daftar: Sequence[KeadaanTindakLanjutPandangan]) -> str:
    """Return one sentence on how many promises are done, under way or late; empty where there are none."""
    if not daftar:
        return ""
    selesai = sum(satu.keadaan in SELESAI for satu in daftar)
    lewat = sum(satu.keadaan.endswith(LEWAT) for satu in daftar)
    if len(daftar) == 1:
        terlambat = f" dan {LEWAT}" if lewat else ""
        return f"Satu-satunya {_JANJI_UNIT} {'sudah ditutup' if selesai else f'masih terbuka{terlambat}'}."
    terbuka = len(daftar) - selesai
    sekian = "semuanya" if lewat == terbuka else f"{bahasa.hitungan(lewat)} di antaranya"
    terlambat = f", {sekian} {LEWAT}" if lewat else ""
    awal = f"Dari {bahasa.hitungan(len(daftar))} {_JANJI_UNIT}"
    if selesai == len(daftar):
        return f"Semua {_JANJI_UNIT} ({len(daftar)} butir) sudah ditutup."
    if not selesai:
        return f"{awal} belum ada yang ditutup{terlambat}."
    masih = f"{bahasa.hitungan(terbuka)} masih terbuka"
    return f"{awal}, {bahasa.hitungan(selesai)} sudah ditutup dan {masih}{terlambat}."
