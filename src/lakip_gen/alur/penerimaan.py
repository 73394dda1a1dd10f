"""What the events of a quarter say of its forms: what a planner accepted, and which form was never seen before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lakip_gen.alur.peristiwa import coba_catat, saat_ini
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Temuan
from lakip_gen.formulir.putusan import HasilUnit, timbang
from lakip_gen.sop.penerimaan import terapkan
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa
from lakip_gen.sop.rekaman import masih_kembali, temuan_kembali
from lakip_gen.storage.workspace import Workspace

TERTUTUP: Final = "jejak-tertutup"
"""The code of a file of events that cannot be read: then nothing is added to it either."""


def menurut_catatan(hasil: HasilUnit, catatan: BukuPeristiwa) -> HasilUnit:
    """Return where a unit's form stands once what was recorded of it counts: acceptances, and being sent back."""
    kembali = masih_kembali(catatan, hasil.unit.kode, hasil.sidik)
    if kembali:
        ditambah = (temuan_kembali(satu, hasil.status.berkas) for satu in kembali)
        hasil = timbang(replace(hasil, daftar_temuan=(*hasil.daftar_temuan, *ditambah)))
    return _dengan_penerimaan(hasil, catatan)


def _dengan_penerimaan(hasil: HasilUnit, catatan: BukuPeristiwa) -> HasilUnit:
    """Return where a unit's form stands once what a planner accepted of it is settled."""
    milik = [satu for satu in catatan.daftar_penerimaan if satu.unit == hasil.unit.kode]
    if not milik:
        return hasil
    daftar_temuan, dipakai = terapkan(hasil.daftar_temuan, milik)
    if hasil.status.status is StatusUnit.BELUM:
        dipakai += tuple(satu for satu in milik if not satu.daftar_hal)
    return timbang(replace(hasil, daftar_temuan=daftar_temuan, status=replace(hasil.status, daftar_penerimaan=dipakai)))


def catat_terlihat(
    ruang: Workspace, triwulan: Periode, catatan: BukuPeristiwa, daftar_unit: Iterable[HasilUnit]
) -> tuple[Temuan, ...]:
    """Note the forms that nobody has seen before, or that go back with other locked cells than before.

    Where that cannot be written it is told: no report waits for a note.
    """
    if any(butir.kode == TERTUTUP for butir in catatan.daftar_temuan):
        return ()
    saat = saat_ini()
    daftar = (
        Peristiwa(
            jenis=Jenis.TERLIHAT,
            dicatat=saat,
            unit=unit.unit.kode,
            berkas=unit.status.berkas,
            sidik=unit.sidik,
            terkunci=unit.formulir.sidik if unit.kembali else "",
        )
        for unit in daftar_unit
        if unit.sidik and unit.mentah is not None
    )
    return coba_catat(ruang, triwulan, [satu for satu in daftar if not catatan.pernah(satu)])
