"""What stands beside a new draft for its reader: the list of its changes, and the rekap of the draft before it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lakip_gen.alur.suntingan import Dibawa, DrafAda
from lakip_gen.domain.periode import Periode
from lakip_gen.laporan.terlapor import Perbedaan
from lakip_gen.pesan import bahasa
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.word.carry.change_list import ChangeList, write_change_list

REKAP = "rekap.xlsx"
DESIMAL = 2
"""The decimals of a figure that is no longer, or not yet, as somebody typed it."""


def samping_draf(draf: Path, periode: Periode, dibawa: Dibawa | None, daftar: Iterable[Perbedaan]) -> dict[str, bytes]:
    """Return the list of changes beside a draft that goes on from another one, by name; none beside any other draft.

    Args:
        draf: Where the draft goes.
        periode: Its period.
        dibawa: What became of somebody's edits in it.
        daftar: What it reports otherwise than the draft it goes on from.
    """
    return {f"{draf.stem}-perubahan.docx": _daftar(draf, periode, dibawa, daftar)} if dibawa else {}


def rekap_lama(keluaran: Outputs, draf: Path, dibawa: Dibawa | None, lama: DrafAda | None) -> dict[str, bytes]:
    """Return the rekap of the draft before a new one, under the name by which it is kept.

    Args:
        keluaran: The outputs of the period.
        draf: Where the draft goes.
        dibawa: What became of somebody's edits in it.
        lama: The draft before it.
    """
    if lama is None or dibawa is None or lama.nomor == keluaran.draft_number(draf):
        return {}
    return rekap_tersimpan(keluaran, lama.nomor)


def rekap_tersimpan(keluaran: Outputs, nomor: int) -> dict[str, bytes]:
    """Return the rekap that stands, which is that of a draft, under the name by which it is kept.

    One that is kept already was kept while a newer draft waited: what stands by now belongs to no draft.
    """
    nama, rekap = keluaran.kept_name(REKAP, nomor), keluaran.folder / REKAP
    if not nomor or (keluaran.folder / nama).exists() or not keluaran.is_own(rekap):
        return {}
    isi, _ = read_file(rekap, REKAP)
    return {} if isi is None else {nama: isi}


def buang_rekap_tersimpan(keluaran: Outputs, draf: Path) -> None:
    """Remove the rekap that was kept of a draft which is written anew: it waited for nothing."""
    keluaran.remove(keluaran.kept_name(REKAP, keluaran.draft_number(draf)))


def _sepasang(satu: Perbedaan) -> tuple[str, str]:
    """Return a value then and now as people write it: with more than two decimals only where both would look alike."""
    dulu, sekarang = (_tercetak(satu, nilai, DESIMAL) for nilai in (satu.dulu, satu.sekarang))
    if dulu != sekarang:
        return dulu, sekarang
    return _tercetak(satu, satu.dulu), _tercetak(satu, satu.sekarang)


def _tercetak(satu: Perbedaan, nilai: str | None, terbanyak: int | None = None) -> str:
    """Return a value with no more decimals than so many; a text, or a target that is a range, as it is."""
    if nilai is None or not satu.berangka:
        return nilai or bahasa.KOSONG
    try:
        angka = Decimal(nilai)
    except InvalidOperation:
        return nilai
    desimal = len(nilai.partition(".")[2])
    return bahasa.minus(bahasa.angka(angka, desimal if terbanyak is None else min(desimal, terbanyak)))


def _daftar(draf: Path, periode: Periode, dibawa: Dibawa, daftar: Iterable[Perbedaan]) -> bytes:
    angka = [(f"{satu.indikator} {satu.apa}", *_sepasang(satu), satu.sebab) for satu in daftar]
    return write_change_list(
        ChangeList(
            title=f"Perubahan pada {draf.stem}",
            subtitle=f"Laporan Kinerja {periode.nama}, dibandingkan dengan {Path(dibawa.dari).stem}.",
            figures=angka,
            sentences=dibawa.kalimat,
            left=dibawa.tidak_terbawa,
            added=dibawa.tambahan,
        )
    )
