"""One command a period: read, check, consolidate, and write the draft, the rekap and the return copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lakip_gen import __version__
from lakip_gen.alur.baca import HasilUnit, Maju, baca_berkas, diam
from lakip_gen.alur.periksa import HasilPeriksa, periksa_periode, rekap_hasil
from lakip_gen.alur.ringkasan import ringkas
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.rekap import Rekap
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.halaman.hasil import render_hasil
from lakip_gen.keluaran import Keluaran, buang_sementara, sidik_bita
from lakip_gen.report.pandangan import LaporanPandangan
from lakip_gen.report.pesan import TemuanTerbaca, ada_galat, jelaskan_semua
from lakip_gen.report.susun import susun_pandangan
from lakip_gen.ruang import Ruang, nama_aman
from lakip_gen.word.periksa import periksa_templat
from lakip_gen.word.render import render
from lakip_gen.word.templat import Templat, buka_templat
from lakip_gen.workbook.formulir import Kembalian, tulis_formulir
from lakip_gen.workbook.hasil import tulis_hasil
from lakip_gen.workbook.rekap import tulis_rekap

NAMA_TEMPLAT = {
    Jenis.TRIWULAN: "laporan-triwulan.docx",
    Jenis.SEMESTER: "laporan-semester.docx",
    Jenis.TAHUN: "laporan-tahunan.docx",
}
FOLDER_KEMBALIAN = "kembali"


@dataclass(frozen=True, slots=True)
class HasilSusun:
    """What a run did.

    Attributes:
        ringkasan: The contract for scripts.
        daftar_keluaran: What was written, the draft first.
        daftar_disunting: Drafts that somebody edited and that were left alone.
        daftar_temuan: All findings.
        daftar_terkunci: Outputs that another program held open; the new ones stand beside them.
        berubah: False when everything was as the last run left it.
        sah: False when the buku induk or the template is at fault and nothing was written.
    """

    periode: Periode
    ringkasan: Mapping[str, object]
    daftar_keluaran: tuple[Path, ...] = ()
    daftar_disunting: tuple[Path, ...] = ()
    daftar_temuan: tuple[Temuan, ...] = ()
    daftar_terkunci: tuple[Path, ...] = ()
    berubah: bool = True
    sah: bool = True


def susun(ruang: Ruang, periode: Periode, tanggal: date | None = None, maju: Maju = diam) -> HasilSusun:
    """Make a period's outputs from what lies in the working folder.

    Args:
        ruang: The working folder.
        periode: The quarter, semester or year.
        tanggal: The date under the signature; None leaves it to be filled by hand.
        maju: Told each file's name before it is read.

    Raises:
        OSError: When an output cannot be written.
    """
    keluaran = Keluaran(ruang.output(periode))
    buang_sementara(keluaran.folder)
    masukan = sidik_masukan(ruang, periode, tanggal)
    pokok = f"laporan-kinerja-{periode}"
    if keluaran.tidak_berubah(masukan):
        disunting = keluaran.daftar_disunting(pokok)
        return HasilSusun(periode, keluaran.lama.ringkasan, daftar_disunting=disunting, berubah=False)
    templat, salah = _buka_templat(ruang, periode)
    hasil = periksa_periode(ruang, periode, maju)
    rekap = rekap_hasil(hasil)
    if templat is None or rekap is None:
        semua = (*salah, *hasil.daftar_temuan)
        return HasilSusun(periode, ringkas(hasil, None, ()), daftar_temuan=semua, sah=False)
    docx, salah = render(templat, susun_pandangan(rekap, tanggal))
    if docx is None:
        return HasilSusun(periode, ringkas(hasil, None, ()), daftar_temuan=salah, sah=False)
    terbaca = jelaskan_semua(hasil.semua_temuan)
    draf = keluaran.tempat_draf(pokok)
    tertulis = keluaran.tulis({draf: docx} | _siapkan(keluaran, rekap, hasil, terbaca))
    ringkasan = ringkas(hasil, rekap, tuple(ruang.relatif(berkas) for berkas in tertulis))
    disunting = tuple(berkas for berkas in keluaran.daftar_disunting(pokok) if berkas not in tertulis)
    keluaran.selesai(masukan, ringkasan)
    return HasilSusun(periode, ringkasan, tertulis, disunting, hasil.semua_temuan, tuple(keluaran.daftar_terkunci))


def sidik_masukan(ruang: Ruang, periode: Periode, tanggal: date | None) -> dict[str, str]:
    """Return the fingerprint of everything that a period's outputs depend on."""
    daftar = [ruang.induk(periode.tahun), ruang.templates / NAMA_TEMPLAT[periode.jenis]]
    for triwulan in periode.sampai_dengan:
        daftar += ruang.daftar_formulir(triwulan)
    isi = {ruang.relatif(berkas): _sidik(berkas) for berkas in daftar}
    return isi | {"program": __version__, "tanggal": str(tanggal or "")}


def _sidik(berkas: Path) -> str:
    isi, _ = baca_berkas(berkas, berkas.name)
    return "tidak terbaca" if isi is None else sidik_bita(isi)


def _buka_templat(ruang: Ruang, periode: Periode) -> tuple[Templat | None, tuple[Temuan, ...]]:
    berkas = ruang.templates / NAMA_TEMPLAT[periode.jenis]
    letak = ruang.relatif(berkas)
    if not berkas.is_file():
        return None, (temuan("templat-hilang", Asal(letak), letak=letak),)
    isi, daftar = baca_berkas(berkas, letak)
    if isi is None:
        return None, daftar
    templat, daftar_temuan = buka_templat(isi, letak)
    if templat is not None:
        daftar_temuan += periksa_templat(templat, LaporanPandangan)
    return (None if ada_galat(daftar_temuan) else templat), daftar_temuan


def _siapkan(
    keluaran: Keluaran, rekap: Rekap, hasil: HasilPeriksa, terbaca: tuple[TemuanTerbaca, ...]
) -> dict[Path, bytes]:
    """Return all outputs but the draft, by where they go."""
    isi = {
        "rekap.xlsx": tulis_rekap(rekap, terbaca),
        "hasil-periksa.html": render_hasil(rekap, terbaca),
        "hasil-periksa.xlsx": tulis_hasil(rekap, terbaca),
    }
    for triwulan in hasil.daftar_triwulan:
        for unit in triwulan.daftar_unit:
            if unit.mentah is not None and (unit.status.galat or unit.status.peringatan):
                isi[_nama_kembalian(unit)] = _kembalian(unit)
    return {keluaran.tempat(nama): bita for nama, bita in isi.items()}


def _nama_kembalian(unit: HasilUnit) -> str:
    status = unit.status
    return f"{FOLDER_KEMBALIAN}/perbaikan-{nama_aman(status.unit.kode)}-{status.triwulan}.xlsx"


def _kembalian(unit: HasilUnit) -> bytes:
    assert unit.mentah is not None  # noqa: S101 - the caller asks only for units that sent something
    return tulis_formulir(unit.formulir, Kembalian.dari(unit.mentah, jelaskan_semua(unit.daftar_temuan)))
