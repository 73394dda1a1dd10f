"""What goes back to the units: their forms with the findings in them, and the text to send along."""

from __future__ import annotations

from pathlib import Path

from lakip_gen.alur.periksa import HasilPeriksa
from lakip_gen.domain.nama_berkas import nama_formulir, nama_kembalian
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.rekap import Rekap
from lakip_gen.excel.form import places_in_return_copy, write_form
from lakip_gen.excel.return_copy import ReturnCopy
from lakip_gen.formulir.putusan import HasilUnit
from lakip_gen.pesan.katalog import TemuanTerbaca, jelaskan_semua
from lakip_gen.pesan.kelompok import kelompokkan
from lakip_gen.pesan.pembanding import Pembanding
from lakip_gen.pesan.pesan_singkat import BerkasUnit, susun_pesan

FOLDER_KEMBALIAN = "kembali"


def daftar_kembalian(hasil: HasilPeriksa) -> dict[str, bytes]:
    """Return the forms that go back, by name."""
    return {
        _nama_kembalian(unit): _kembalian(unit)
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if _dikembalikan(unit)
    }


def _dikembalikan(unit: HasilUnit) -> bool:
    return unit.mentah is not None and bool(unit.status.galat or unit.status.peringatan)


def tulis_pesan(rekap: Rekap, hasil: HasilPeriksa, terbaca: tuple[TemuanTerbaca, ...], pembanding: Pembanding) -> bytes:
    """Return the texts for the units, with the line ends and the mark that every editor of an office PC reads."""
    per_unit = {kelompok.kode: kelompok for kelompok in kelompokkan(rekap.daftar_status, terbaca, pembanding)}
    letak = _letak_kembali(hasil)
    daftar = [
        (per_unit[unit.kode].di_kembalian(letak), _berkas_unit(hasil, unit.kode)) for unit in rekap.induk.daftar_unit
    ]
    judul = f"{rekap.periode.nama} · {rekap.induk.instansi.nama}"
    return susun_pesan(judul, daftar).replace("\n", "\r\n").encode("utf-8-sig")


def _letak_kembali(hasil: HasilPeriksa) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return where the cells that units sent stand in the files that they get back."""
    return {
        (unit.mentah.berkas, *lama): baru
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if unit.mentah is not None and _dikembalikan(unit)
        for lama, baru in places_in_return_copy(unit.formulir, unit.mentah).items()
    }


def _berkas_unit(hasil: HasilPeriksa, kode: str) -> tuple[BerkasUnit, ...]:
    """Return which file a unit has to mend or to fill in each quarter of the period."""
    return tuple(
        BerkasUnit(
            unit.status.triwulan.nama_pendek,
            unit.status.status,
            _nama_berkas(unit),
            unit.formulir.induk.aturan.tenggat[unit.status.triwulan.nomor - 1],
        )
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if unit.status.unit.kode == kode
    )


def _nama_berkas(unit: HasilUnit) -> str:
    """Return the file a unit has to work on; none where it has nothing to mend, or several files to tell apart."""
    if _dikembalikan(unit):
        return Path(_nama_kembalian(unit)).name
    if unit.status.status is not StatusUnit.BELUM:
        return ""
    return unit.status.berkas or nama_formulir(unit.status.unit.kode, unit.status.triwulan)


def _nama_kembalian(unit: HasilUnit) -> str:
    return f"{FOLDER_KEMBALIAN}/{nama_kembalian(unit.status.unit.kode, unit.status.triwulan)}"


def _kembalian(unit: HasilUnit) -> bytes:
    assert unit.mentah is not None  # noqa: S101 - the caller asks only for units that sent something
    return write_form(unit.formulir, ReturnCopy.from_findings(unit.mentah, jelaskan_semua(unit.daftar_temuan)))
