"""The contract for scripts: one object that says what a run found and made."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lakip_gen.domain.angka import bulatkan, polos
from lakip_gen.domain.capaian import Capaian, HasilCapaian
from lakip_gen.domain.nilai import Rentang, Target
from lakip_gen.domain.temuan import Temuan
from lakip_gen.pesan.katalog import TemuanTerbaca, jelaskan_semua

if TYPE_CHECKING:
    from lakip_gen.alur.periksa import HasilPeriksa
    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.rekap import JumlahAnggaran, Rekap, RekapIndikator

DESIMAL_KONTRAK = 10
"""Figures that do not end are cut at so many decimals in the contract."""


def ringkas(
    hasil: HasilPeriksa, rekap: Rekap | None, keluaran: tuple[str, ...] = (), halangan: tuple[Temuan, ...] = ()
) -> dict[str, object]:
    """Return the object that `--json` prints: numbers as plain decimal strings, null where there is none.

    Args:
        hasil: What was checked.
        rekap: The figures; None while the buku induk is at fault.
        keluaran: The files that were written.
        halangan: What is wrong with the template, where there is no draft for it.
    """
    status = [unit.status for triwulan in hasil.daftar_triwulan for unit in triwulan.daftar_unit]
    return {
        "periode": str(hasil.periode),
        "unit": [_unit(butir) for butir in status],
        "indikator": [_indikator(butir) for butir in rekap.daftar_indikator] if rekap else [],
        "anggaran": _anggaran(rekap.anggaran) if rekap else {"pagu": None, "realisasi": None, "serapan": None},
        "temuan": daftar_terbaca((*halangan, *hasil.semua_temuan)),
        "keluaran": list(keluaran),
    }


def daftar_terbaca(daftar_temuan: tuple[Temuan, ...]) -> list[dict[str, str]]:
    """Return findings as plain objects, heaviest first."""
    return [_temuan(terbaca) for terbaca in jelaskan_semua(daftar_temuan)]


def _unit(status: StatusLaporan) -> dict[str, object]:
    return {
        "kode": status.unit.kode,
        "nama": status.unit.nama,
        "periode": str(status.triwulan),
        "berkas": status.berkas or None,
        "status": status.status.value,
        "galat": status.galat,
        "peringatan": status.peringatan,
    }


def _indikator(rekap: RekapIndikator) -> dict[str, object]:
    indikator = rekap.indikator
    return {
        "kode": indikator.kode,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "arah": indikator.arah.value,
        "cara_gabung": indikator.cara_gabung.value,
        "target": _target(rekap.periode_ini.target),
        "realisasi": _angka(rekap.periode_ini.realisasi.angka),
        "capaian": _capaian(rekap.periode_ini.capaian),
        "capaian_tahun": _capaian(rekap.setahun.capaian),
        "predikat": rekap.pita.predikat if rekap.pita else None,
        "keterangan": rekap.keterangan or None,
    }


def _angka(angka: Decimal | None) -> str | None:
    return None if angka is None else polos(bulatkan(angka, DESIMAL_KONTRAK))


def _target(target: Target | None) -> str | None:
    return f"{_angka(target.bawah)} s.d. {_angka(target.atas)}" if isinstance(target, Rentang) else _angka(target)


def _capaian(capaian: HasilCapaian) -> str | None:
    return _angka(capaian.angka) if isinstance(capaian, Capaian) else None


def _anggaran(jumlah: JumlahAnggaran) -> dict[str, str | None]:
    return {
        "pagu": _angka(jumlah.pagu),
        "realisasi": _angka(jumlah.realisasi.angka),
        "serapan": _angka(jumlah.serapan),
    }


def _temuan(terbaca: TemuanTerbaca) -> dict[str, str]:
    return {
        "kode": terbaca.kode,
        "tingkat": terbaca.tingkat.value,
        "unit": terbaca.unit,
        "berkas": terbaca.asal.berkas,
        "lembar": terbaca.asal.lembar,
        "sel": terbaca.asal.sel,
        "nilai": terbaca.nilai,
        "pesan": terbaca.pesan,
        "perbaikan": terbaca.perbaikan,
    }
