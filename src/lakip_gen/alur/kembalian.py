"""What goes back to the units: their forms with the findings in them, and the text to send along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from lakip_gen.alur.cacat import temuan_cacat
from lakip_gen.alur.periksa import HasilPeriksa
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.nama_berkas import nama_formulir, nama_kembalian
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap
from lakip_gen.excel.form import places_in_return_copy, write_form
from lakip_gen.excel.return_copy import ReturnCopy
from lakip_gen.formulir.kenali import PERIODE_LAIN
from lakip_gen.formulir.putusan import HasilUnit, putuskan
from lakip_gen.pesan.katalog import TemuanTerbaca, jelaskan_semua
from lakip_gen.pesan.kelompok import TANPA_PEMBANDING, KelompokUnit, kelompokkan
from lakip_gen.pesan.pembanding import Pembanding
from lakip_gen.pesan.pesan_singkat import BerkasUnit, pengingat_unit, pesan_unit, susun_pengingat, susun_pesan
from lakip_gen.storage.returned import RETURN_FOLDER


def kembalikan(hasil: HasilPeriksa) -> tuple[HasilPeriksa, dict[str, bytes]]:
    """Return what was found, and the forms that go back, by name.

    A fault of the program in one of them costs its unit the copy, which is said, and nobody else anything.
    """
    salinan: dict[str, bytes] = {}
    bacaan = replace(
        hasil.bacaan,
        daftar_triwulan=tuple(
            replace(triwulan, daftar_unit=tuple(_kembalikan(unit, salinan) for unit in triwulan.daftar_unit))
            if triwulan in hasil.daftar_triwulan
            else triwulan
            for triwulan in hasil.bacaan.daftar_triwulan
        ),
    )
    return replace(hasil, bacaan=bacaan), salinan


def _kembalikan(unit: HasilUnit, salinan: dict[str, bytes]) -> HasilUnit:
    """Put the copy of a unit's form among the others; return the unit, with a finding where it gets none."""
    if not unit.kembali:
        return unit
    try:
        salinan[_nama_kembalian(unit)] = _kembalian(unit)
    except Exception as salah:  # noqa: BLE001 - the fence of one copy
        butir = temuan_cacat("kembalian-gagal", unit.status.berkas, salah)
        return putuskan(replace(unit, mentah=None), (butir,))
    return unit


def tulis_pesan(
    rekap: Rekap,
    hasil: HasilPeriksa,
    terbaca: tuple[TemuanTerbaca, ...],
    pembanding: Pembanding,
    hari_ini: date | None = None,
) -> bytes:
    """Return the texts for the units; without a date no deadline counts as over."""
    daftar = _kelompok_berkas(rekap, hasil, terbaca, pembanding, hari_ini)
    return naskah_pesan(susun_pesan(judul_pesan(rekap.periode, rekap.induk), daftar))


def pesan_tiap_unit(
    rekap: Rekap, hasil: HasilPeriksa, terbaca: tuple[TemuanTerbaca, ...], hari_ini: date
) -> dict[str, str]:
    """Return the same texts by kode of unit, compared with no earlier form."""
    judul = judul_pesan(rekap.periode, rekap.induk)
    daftar = _kelompok_berkas(rekap, hasil, terbaca, TANPA_PEMBANDING, hari_ini)
    return {kelompok.kode: pesan_unit(judul, kelompok, daftar_berkas) for kelompok, daftar_berkas in daftar}


def _kelompok_berkas(
    rekap: Rekap,
    hasil: HasilPeriksa,
    terbaca: tuple[TemuanTerbaca, ...],
    pembanding: Pembanding,
    hari_ini: date | None,
) -> list[tuple[KelompokUnit, tuple[BerkasUnit, ...]]]:
    per_unit = {kelompok.kode: kelompok for kelompok in kelompokkan(rekap.daftar_status, terbaca, pembanding)}
    letak = _letak_kembali(hasil)
    return [
        (per_unit[unit.kode].di_kembalian(letak), _berkas_unit(hasil, unit.kode, hari_ini))
        for unit in rekap.induk.daftar_unit
    ]


def tulis_pengingat(rekap: Rekap, hasil: HasilPeriksa, hari_ini: date | None = None) -> bytes:
    """Return the texts that remind the units whose form has not come."""
    daftar = _ditunggu(hasil, hari_ini)
    return naskah_pesan(susun_pengingat(judul_pesan(rekap.periode, rekap.induk), daftar))


def pengingat_tiap_unit(rekap: Rekap, hasil: HasilPeriksa, hari_ini: date) -> dict[str, str]:
    """Return the same texts by kode of unit, of several quarters the first."""
    judul, daftar = judul_pesan(rekap.periode, rekap.induk), _ditunggu(hasil, hari_ini)
    return {unit.kode: pengingat_unit(judul, unit, berkas) for unit, berkas in reversed(daftar)}


def _ditunggu(hasil: HasilPeriksa, hari_ini: date | None) -> list[tuple[Unit, BerkasUnit]]:
    return [
        (unit.unit, _satu_berkas(unit, hari_ini))
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if unit.status.status is StatusUnit.BELUM
    ]


def judul_pesan(periode: Periode, induk: Induk) -> str:
    """Return what stands above each text: the period and the agency."""
    return f"{periode.nama} · {induk.instansi.nama}"


def naskah_pesan(teks: str) -> bytes:
    """Return texts with the line ends and the mark that every editor of an office PC reads."""
    return teks.replace("\n", "\r\n").encode("utf-8-sig")


def tenggat_berikut(hasil: HasilPeriksa, hari_ini: date) -> date | None:
    """Return the next deadline of a form that is still to be sent: once it is over the texts say something else."""
    daftar = [
        berkas.tenggat
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if (berkas := _satu_berkas(unit, hari_ini)).tenggat and berkas.nama
    ]
    return min((hari for hari in daftar if hari and hari >= hari_ini), default=None)


def _letak_kembali(hasil: HasilPeriksa) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return where the cells that units sent stand in the files that they get back."""
    return {
        (unit.mentah.berkas, *lama): baru
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if unit.mentah is not None and unit.kembali
        for lama, baru in places_in_return_copy(unit.formulir, unit.mentah).items()
    }


def _berkas_unit(hasil: HasilPeriksa, kode: str, hari_ini: date | None) -> tuple[BerkasUnit, ...]:
    """Return which file a unit has to mend or to fill in each quarter of the period."""
    return tuple(
        _satu_berkas(unit, hari_ini)
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if unit.status.unit.kode == kode
    )


def _satu_berkas(unit: HasilUnit, hari_ini: date | None) -> BerkasUnit:
    tenggat = unit.formulir.induk.aturan.tenggat[unit.status.triwulan.nomor - 1]
    return BerkasUnit(
        unit.status.triwulan.nama_pendek,
        unit.status.status,
        _nama_berkas(unit),
        tenggat,
        kiriman=unit.status.berkas if unit.status.status is StatusUnit.BELUM and unit.status.galat else "",
        banyak_sel=len(unit.status.sel_ditolak),
        lewat=tenggat is not None and hari_ini is not None and hari_ini > tenggat,
    )


def _nama_berkas(unit: HasilUnit) -> str:
    """Return the file a unit has to work on; none where it has nothing to mend, or several files to tell apart."""
    if unit.kembali:
        return Path(_nama_kembalian(unit)).name
    if unit.status.status is not StatusUnit.BELUM:
        return ""
    if unit.status.galat and not _triwulan_lain(unit):
        return ""  # it is saved anew as what it should be, and not filled a second time
    kosong = "" if unit.status.galat else unit.status.berkas
    return kosong or nama_formulir(unit.status.unit.kode, unit.status.triwulan)


def _triwulan_lain(unit: HasilUnit) -> bool:
    """Return whether a unit sent the form of another quarter, so that the right one is still to be filled."""
    return any(butir.kode == PERIODE_LAIN for butir in unit.daftar_temuan)


def _nama_kembalian(unit: HasilUnit) -> str:
    return f"{RETURN_FOLDER}/{nama_kembalian(unit.status.unit.kode, unit.status.triwulan)}"


def _kembalian(unit: HasilUnit) -> bytes:
    assert unit.mentah is not None  # noqa: S101 - the caller asks only for units that sent something
    terbaca, banyak = jelaskan_semua(unit.daftar_temuan), len(unit.status.sel_ditolak)
    return write_form(unit.formulir, ReturnCopy.from_findings(unit.mentah, terbaca, banyak))
