"""Short texts for each unit, ready to be pasted into a chat: with its form, to remind it, and on what to mend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.teks import bersihkan
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.status import RUPA_STATUS

if TYPE_CHECKING:
    from datetime import date

    from lakip_gen.domain.kinerja import Unit
    from lakip_gen.pesan.kelompok import BarisTemuan, KelompokUnit

TEMUAN_TERBANYAK: Final = 8
"""So many lines of findings are told; the rest stand in the file that goes with the text."""
SEL_TERBANYAK: Final = 12
HURUF_TERBANYAK: Final = 320
GARIS: Final = "-" * 60
PEMBUKA: Final = "Salin bagian tiap unit di antara garis ke percakapan unit itu, dan lampirkan berkas yang disebut."


@dataclass(frozen=True, slots=True)
class BerkasUnit:
    """Which file a unit has to mend or to fill for a quarter, and by when; no file where nothing is to be done.

    `kiriman` is what the unit sent instead of a form that can be read; empty where it sent nothing else. `lewat` says
    that the time is over.
    """

    triwulan: str
    status: StatusUnit
    nama: str = ""
    tenggat: date | None = None
    kiriman: str = ""
    lewat: bool = False
    banyak_sel: int = 0
    """How many of its cells were not taken."""


def susun_pesan(judul: str, daftar: Iterable[tuple[KelompokUnit, Sequence[BerkasUnit]]]) -> str:
    """Return the texts of all units under each other, parted by lines.

    Args:
        judul: The period and the agency.
        daftar: Each unit's findings with its files, in the order of the units.
    """
    return _berurut("Pesan", (_pesan_unit(judul, kelompok, daftar_berkas) for kelompok, daftar_berkas in daftar))


def pesan_unit(judul: str, kelompok: KelompokUnit, daftar_berkas: Sequence[BerkasUnit]) -> str:
    """Return the text of one unit alone."""
    return bersihkan(_pesan_unit(judul, kelompok, daftar_berkas)).strip()


def susun_pengantar(judul: str, daftar: Iterable[tuple[Unit, BerkasUnit]]) -> str:
    """Return the texts that go out with the forms of a quarter, in the order of the units.

    Args:
        judul: The quarter and the agency.
        daftar: Each unit with its form.
    """
    return _berurut("Pengantar formulir", (_untuk(unit, judul, _pengantar(berkas)) for unit, berkas in daftar))


def susun_pengingat(judul: str, daftar: Iterable[tuple[Unit, BerkasUnit]]) -> str:
    """Return the texts that remind the units whose form has not come."""
    return _berurut("Pengingat", (_untuk(unit, judul, _pengingat(berkas)) for unit, berkas in daftar))


def pengingat_unit(judul: str, unit: Unit, berkas: BerkasUnit) -> str:
    """Return the text that reminds one unit alone."""
    return bersihkan(_untuk(unit, judul, _pengingat(berkas))).strip()


def _untuk(unit: Unit, judul: str, kalimat: str) -> str:
    return f"{_kepala(unit, judul)}\n\n{kalimat}"


def _berurut(apa: str, bagian: Iterable[str]) -> str:
    return bersihkan(f"\n{GARIS}\n".join([f"{apa} untuk unit. {PEMBUKA}", *bagian, ""]))


def _kepala(unit: Unit, judul: str) -> str:
    kontak = f" · kepada {_rapat(unit.kontak)}" if unit.kontak else ""
    return f"{_rapat(unit.nama)} ({unit.kode}){kontak}\nFormulir data kinerja {_rapat(judul)}"


def _pengantar(berkas: BerkasUnit) -> str:
    return (
        f"Terlampir formulir {_rapat(berkas.nama)}. Isi sel yang kuning, mintalah kepala unit memilih validasi di "
        f"lembar Pengesahan, simpan, lalu kirim kembali{_tenggat(berkas)}. Nama berkasnya boleh apa saja."
    )


def _pengingat(berkas: BerkasUnit) -> str:
    keadaan = (
        f"Yang kami terima {_rapat(berkas.kiriman)}, dan isinya tidak dapat dipakai."
        if berkas.kiriman
        else f"Formulir {berkas.triwulan} belum kami terima."
    )
    tugas = _tugas(berkas) if berkas.nama else f"Mohon dikirim dalam bentuk yang dapat dibaca{_tenggat(berkas)}."
    return f"{keadaan} {tugas} Bila sudah dikirim, mohon kabari kami."


def _pesan_unit(judul: str, kelompok: KelompokUnit, daftar_berkas: Sequence[BerkasUnit]) -> str:
    kalimat = [f"{_rapat(kelompok.nama)} ({kelompok.kode})", f"Formulir data kinerja {_rapat(judul)}", ""]
    kalimat += [_status(berkas, sendiri=len(daftar_berkas) == 1) for berkas in daftar_berkas]
    perlu = [baris for baris in kelompok.daftar_baris if baris.tingkat is not Tingkat.INFO]
    if kelompok.hitungan.semua:
        kalimat.append(f"Hasil pemeriksaan: {kelompok.hitungan}.")
    if kelompok.banding:
        kalimat.append(f"Dibanding kiriman sebelumnya: {kelompok.banding}.")
    kalimat += _daftar_temuan(perlu, sendiri=len(daftar_berkas) == 1)
    if any(berkas.nama for berkas in daftar_berkas):
        kalimat += ["", *(_tugas(berkas) for berkas in daftar_berkas if berkas.nama)]
    elif not perlu:
        kalimat.append("Tidak ada yang perlu diperbaiki. Terima kasih.")
    return "\n".join(kalimat)


def _status(berkas: BerkasUnit, *, sendiri: bool) -> str:
    if berkas.kiriman:
        return f"Yang diterima {_rapat(berkas.kiriman)}, tetapi isinya tidak dapat dipakai."
    sel = f", kecuali {berkas.banyak_sel} sel" if berkas.banyak_sel else ""
    return f"Formulir {'' if sendiri else f'{berkas.triwulan} '}{RUPA_STATUS[berkas.status].kalimat}{sel}."


def _daftar_temuan(daftar: Sequence[BarisTemuan], *, sendiri: bool) -> list[str]:
    if not daftar:
        return []
    kalimat = ["", "Yang perlu diperbaiki atau dijelaskan:"]
    for nomor, baris in enumerate(daftar[:TEMUAN_TERBANYAK], start=1):
        tanda = f", {baris.tanda}" if baris.tanda else ""
        kalimat.append(
            f"{nomor}. [{baris.tingkat.value}{tanda}] {_tempat(baris, sendiri=sendiri)}: {_pendek(baris.pesan)}"
        )
        kalimat.append(f"   Caranya: {_pendek(baris.perbaikan)}")
    if len(daftar) > TEMUAN_TERBANYAK:
        kalimat.append(f"Masih ada {len(daftar) - TEMUAN_TERBANYAK} hal lain; semuanya disebut di dalam berkas.")
    return kalimat


def _tempat(baris: BarisTemuan, *, sendiri: bool) -> str:
    """Return where a fault stands; with several quarters the quarter of its form comes first."""
    hasil = []
    for tempat in baris.daftar_tempat:
        sel = list(tempat.daftar_sel[:SEL_TERBANYAK])
        if len(tempat.daftar_sel) > SEL_TERBANYAK:
            sel.append(f"dan {len(tempat.daftar_sel) - SEL_TERBANYAK} sel lain")
        lembar = f"lembar {tempat.lembar}" if tempat.lembar else tempat.berkas
        triwulan = "" if sendiri or not tempat.triwulan else f"{tempat.triwulan}, "
        kiriman = " (di berkas yang dikirim)" if tempat.hanya_kiriman else ""
        hasil.append(f"{triwulan}{lembar}, sel {', '.join(sel)}{kiriman}" if sel else f"{triwulan}{lembar}")
    return _pendek("; ".join(hasil))


def _tugas(berkas: BerkasUnit) -> str:
    kerja, kirim = ("Isi", "kirim") if berkas.status is StatusUnit.BELUM else ("Perbaiki", "kirim kembali")
    return f"{kerja} berkas {_rapat(berkas.nama)}, simpan, lalu {kirim}{_tenggat(berkas)}."


def _tenggat(berkas: BerkasUnit) -> str:
    """Return by when a file is awaited, as the end of a sentence; a deadline that is over is no longer promised."""
    if berkas.tenggat is None:
        return ""
    hari = bahasa.tanggal(berkas.tenggat)
    return f" secepatnya: batas waktunya, {hari}, sudah lewat" if berkas.lewat else f" paling lambat {hari}"


def _rapat(teks: str) -> str:
    return " ".join(teks.split())


def _pendek(teks: str) -> str:
    """Return a text on one line, cut where it is too long for a chat."""
    rapat = _rapat(teks)
    return rapat if len(rapat) <= HURUF_TERBANYAK else f"{rapat[: HURUF_TERBANYAK - 1]}…"
