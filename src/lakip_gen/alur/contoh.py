"""The sample agency, whole: buku induk, templates, and four quarters of filled forms."""

from __future__ import annotations

from pathlib import Path

from lakip_gen.alur.baca import baca_induk, baca_triwulan
from lakip_gen.alur.mulai import HasilTulis, templat, tulis_yang_belum_ada
from lakip_gen.alur.panduan import panduan
from lakip_gen.contoh.instansi import isi_contoh, isian_contoh
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan, LaporanUnit
from lakip_gen.domain.periode import Periode, setahun
from lakip_gen.excel.form import write_form
from lakip_gen.excel.induk import write_induk
from lakip_gen.excel.return_copy import ReturnCopy
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.storage.inputs import take_inputs
from lakip_gen.storage.workspace import Workspace

TAHUN_CONTOH = 2025


def tulis_contoh(ruang: Workspace, sop: str = "") -> HasilTulis:
    """Write the sample into a folder; nothing that is already there is touched.

    Each quarter's forms carry what the earlier quarters brought, so they are read back one after another.

    Args:
        ruang: The folder.
        sop: The name of the shipped SOP by which the sample agency works; empty for none.
    """
    isi = dengan_sop(isi_contoh(), sop, TAHUN_CONTOH) if sop else isi_contoh()
    nama = str(isi["instansi"][0]["nama"])
    siap = {ruang.induk(TAHUN_CONTOH): write_induk(isi, nama)} | templat(ruang) | panduan(ruang)
    hasil = [tulis_yang_belum_ada(siap)]
    (ruang.root / "output").mkdir(parents=True, exist_ok=True)
    induk, _ = baca_induk(take_inputs(ruang, TAHUN_CONTOH), TAHUN_CONTOH)
    if induk is not None:
        hasil += _tulis_setahun(ruang, induk)
    return HasilTulis(
        tuple(berkas for satu in hasil for berkas in satu.daftar_baru),
        tuple(berkas for satu in hasil for berkas in satu.daftar_lama),
    )


def instansi_lain(ruang: Workspace) -> str | None:
    """Return the place of a buku induk that is no sample's: among somebody's own work the sample has no place."""
    contoh = isi_contoh()["instansi"][0]["nama"]
    for tahun in ruang.years():
        induk, _ = baca_induk(take_inputs(ruang, tahun), tahun)
        if induk is None or induk.instansi.nama != contoh:
            return ruang.relative(ruang.induk(tahun))
    return None


def _tulis_setahun(ruang: Workspace, induk: Induk) -> list[HasilTulis]:
    hasil: list[HasilTulis] = []
    diterima: dict[tuple[str, Periode], LaporanUnit] = {}
    for triwulan in setahun(TAHUN_CONTOH).daftar_triwulan:
        lalu = Kumpulan(dict(diterima))
        siap: dict[Path, bytes] = {}
        for unit in induk.daftar_unit:
            formulir = siapkan_formulir(induk, unit, triwulan, lalu)
            berkas = ruang.form_file(unit.kode, triwulan)
            siap[berkas] = write_form(formulir, ReturnCopy(isian_contoh(formulir)))
        hasil.append(tulis_yang_belum_ada(siap))
        masukan = take_inputs(ruang, TAHUN_CONTOH, (triwulan,))
        for satu in baca_triwulan(masukan, induk, triwulan, lalu).daftar_unit:
            if satu.status.laporan is not None:
                diterima[satu.status.unit.kode, triwulan] = satu.status.laporan
    return hasil
