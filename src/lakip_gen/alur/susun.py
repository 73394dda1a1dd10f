"""One command a period: read, check, consolidate, and write the draft, the rekap and the return copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lakip_gen import __version__
from lakip_gen.alur.baca import HasilUnit, Maju, diam
from lakip_gen.alur.draf import Draf, isi_draf
from lakip_gen.alur.periksa import HasilPeriksa, periksa_periode, rekap_hasil
from lakip_gen.alur.ringkasan import ringkas
from lakip_gen.alur.templat import buka_berkas_templat, daftar_pustaka, pilih_templat
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap, StatusUnit
from lakip_gen.domain.temuan import Temuan
from lakip_gen.excel.form import places_in_return_copy, write_form
from lakip_gen.excel.rekap.write import write_rekap
from lakip_gen.excel.results import write_results
from lakip_gen.excel.return_copy import ReturnCopy
from lakip_gen.html.results import render_hasil
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.pesan.katalog import TemuanTerbaca, jelaskan_semua
from lakip_gen.pesan.kelompok import kelompokkan
from lakip_gen.pesan.pembanding import Banding, Kunci, Pembanding, bandingkan, dari_catatan, ke_catatan
from lakip_gen.pesan.pesan_singkat import BerkasUnit, susun_pesan
from lakip_gen.storage.inputs import TRANSIENT, read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.pdf import find_libreoffice
from lakip_gen.storage.workspace import Workspace, safe_name
from lakip_gen.storage.writes import digest, remove_temporaries

FOLDER_KEMBALIAN = "kembali"
NAMA_PESAN = "pesan-unit.txt"
BERNOMOR = {"nomor halaman": "ya"}
"""Stands among the inputs of a run after which no page number of a contents list is missing."""


@dataclass(frozen=True, slots=True)
class HasilSusun:
    """What a run did.

    Attributes:
        ringkasan: The contract for scripts.
        daftar_keluaran: What was written, the draft first.
        daftar_disunting: Drafts that somebody edited and that were left alone.
        daftar_temuan: All findings.
        daftar_terkunci: Outputs that another program held open; the new ones stand beside them.
        daftar_tertahan: Outputs that no longer belong, but that another program held open.
        daftar_banding: The units that sent another form since the last run, by kode.
        draf: The latest draft of the template; None while there is none.
        berubah: False when everything was as the last run left it.
        sah: False when there is no draft: for a fault of the buku induk nothing was written, for one of the
            template everything else.
    """

    periode: Periode
    ringkasan: Mapping[str, object]
    daftar_keluaran: tuple[Path, ...] = ()
    daftar_disunting: tuple[Path, ...] = ()
    daftar_temuan: tuple[Temuan, ...] = ()
    daftar_terkunci: tuple[Path, ...] = ()
    daftar_tertahan: tuple[Path, ...] = ()
    daftar_banding: tuple[tuple[str, Banding], ...] = ()
    draf: Path | None = None
    berubah: bool = True
    sah: bool = True


def susun(
    ruang: Workspace,
    periode: Periode,
    tanggal: date | None = None,
    maju: Maju = diam,
    nama_templat: str = "",
) -> HasilSusun:
    """Make a period's outputs from what lies in the working folder.

    Args:
        ruang: The working folder.
        periode: The quarter, semester or year.
        tanggal: The date under the signature; None leaves it to be filled by hand.
        maju: Told each file's name before it is read.
        nama_templat: The planner's own template; empty for the one of the period's kind.

    Raises:
        OSError: When an output cannot be written.
    """
    keluaran = Outputs(ruang.output(periode))
    remove_temporaries(keluaran.folder)
    berkas_templat, salah = pilih_templat(ruang, periode, nama_templat)
    masukan = sidik_masukan(ruang, periode, tanggal, berkas_templat)
    pokok = _pokok(periode, berkas_templat if nama_templat else None)
    if berkas_templat and _sudah(keluaran, masukan, pokok):
        return _tetap(periode, keluaran, pokok)
    templat, salah = buka_berkas_templat(ruang, berkas_templat) if berkas_templat else (None, salah)
    hasil = periksa_periode(ruang, periode, maju)
    rekap = rekap_hasil(hasil)
    if rekap is None:
        semua = (*salah, *hasil.daftar_temuan)
        return HasilSusun(periode, ringkas(hasil, None, halangan=salah), daftar_temuan=semua, sah=False)
    draf = isi_draf(templat, susun_pandangan(rekap, tanggal)) if templat else Draf(None, salah)
    bernomor = BERNOMOR if draf.bernomor else {}
    if draf.isi is None or _sesaat(hasil) or masukan != sidik_masukan(ruang, periode, tanggal, berkas_templat):
        masukan, bernomor = {}, {}  # something is missing or read too early: the next run shall do it all again
    return _tulis(ruang, keluaran, _Siap(pokok, draf, masukan | bernomor, hasil, rekap))


def _sesaat(hasil: HasilPeriksa) -> bool:
    """Tell whether something could not be read that the next run may well read, though nobody changes it."""
    return any(t.kode in TRANSIENT for triwulan in hasil.bacaan.daftar_triwulan for t in triwulan.semua_temuan)


@dataclass(frozen=True, slots=True)
class _Siap:
    """What a run has worked out and is about to write."""

    pokok: str
    draf: Draf
    masukan: Mapping[str, str]
    hasil: HasilPeriksa
    rekap: Rekap


def _tulis(ruang: Workspace, keluaran: Outputs, siap: _Siap) -> HasilSusun:
    """Write the draft, where there is one, and everything beside it, the manifest last."""
    hasil = siap.hasil
    terbaca = jelaskan_semua(hasil.semua_temuan)
    draf = {keluaran.draft_place(siap.pokok): siap.draf.isi} if siap.draf.isi else {}
    pembanding = bandingkan(dari_catatan(keluaran.previous.submissions), _sidik_kiriman(hasil), terbaca)
    tertulis = keluaran.write(draf | _siapkan(keluaran, siap.rekap, hasil, terbaca, pembanding))
    halangan = () if draf else siap.draf.daftar_temuan
    ringkasan = ringkas(hasil, siap.rekap, tuple(ruang.relative(berkas) for berkas in tertulis), halangan)
    disunting = tuple(berkas for berkas in keluaran.edited_drafts(siap.pokok) if berkas not in tertulis)
    keluaran.finish(siap.masukan, ringkasan, ke_catatan(pembanding))
    return HasilSusun(
        hasil.periode,
        ringkasan,
        tertulis,
        disunting,
        halangan or hasil.semua_temuan,
        tuple(keluaran.locked),
        tuple(keluaran.held),
        pembanding.daftar_berganti,
        draf=tertulis[0] if draf else None,
        sah=bool(draf),
    )


def _pokok(periode: Periode, templat: Path | None) -> str:
    """Return what the names of a period's drafts begin with; those of a planner's own template say so."""
    return f"laporan-kinerja-{periode}" + (f"-{safe_name(templat.stem)}" if templat else "")


def _sudah(keluaran: Outputs, masukan: Mapping[str, str], pokok: str) -> bool:
    """Tell whether the last run made all that can be; page numbers are no reason to leave an edited draft."""
    if keluaran.is_unchanged({**masukan, **BERNOMOR}):
        return True
    disunting = keluaran.latest_draft(pokok) in keluaran.edited_drafts(pokok)
    return keluaran.is_unchanged(masukan) and (disunting or find_libreoffice() is None)


def _tetap(periode: Periode, keluaran: Outputs, pokok: str) -> HasilSusun:
    """Return the result of a run that had nothing to do."""
    return HasilSusun(
        periode,
        keluaran.previous.summary,
        daftar_disunting=keluaran.edited_drafts(pokok),
        draf=keluaran.latest_draft(pokok),
        berubah=False,
    )


def sidik_masukan(ruang: Workspace, periode: Periode, tanggal: date | None, templat: Path | None) -> dict[str, str]:
    """Return the fingerprint of everything that a period's outputs depend on."""
    daftar = [ruang.induk(periode.tahun)]
    for milik in ((templat,) if templat else (), *daftar_pustaka(ruang)):
        daftar += milik
    for triwulan in periode.sampai_dengan:
        daftar += ruang.form_files(triwulan)
    isi = {ruang.relative(berkas): _sidik(berkas) for berkas in daftar}
    for triwulan in periode.sampai_dengan:
        isi |= {ruang.relative(berkas): sisa.value for berkas, sisa in ruang.leftovers(triwulan)}
    return isi | {"program": __version__, "tanggal": str(tanggal or "")}


def _sidik(berkas: Path) -> str:
    isi, _ = read_file(berkas, berkas.name)
    return "tidak terbaca" if isi is None else digest(isi)


def _sidik_kiriman(hasil: HasilPeriksa) -> dict[Kunci, str]:
    """Return the fingerprint of every form of the period that was checked."""
    return {
        (unit.status.unit.kode, triwulan.triwulan.folder): unit.sidik
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if unit.sidik
    }


def _siapkan(
    keluaran: Outputs,
    rekap: Rekap,
    hasil: HasilPeriksa,
    terbaca: tuple[TemuanTerbaca, ...],
    pembanding: Pembanding,
) -> dict[Path, bytes]:
    """Return all outputs but the draft, by where they go."""
    isi = {
        "rekap.xlsx": write_rekap(rekap, terbaca),
        "hasil-periksa.html": render_hasil(rekap, terbaca, pembanding),
        "hasil-periksa.xlsx": write_results(rekap, terbaca),
    }
    for triwulan in hasil.daftar_triwulan:
        for unit in triwulan.daftar_unit:
            if _dikembalikan(unit):
                isi[_nama_kembalian(unit)] = _kembalian(unit)
    isi[NAMA_PESAN] = _pesan(rekap, hasil, terbaca, pembanding)
    return {keluaran.place(nama): bita for nama, bita in isi.items()}


def _dikembalikan(unit: HasilUnit) -> bool:
    return unit.mentah is not None and bool(unit.status.galat or unit.status.peringatan)


def _pesan(rekap: Rekap, hasil: HasilPeriksa, terbaca: tuple[TemuanTerbaca, ...], pembanding: Pembanding) -> bytes:
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
    return unit.status.berkas or Workspace.form_name(unit.status.unit.kode, unit.status.triwulan)


def _nama_kembalian(unit: HasilUnit) -> str:
    return f"{FOLDER_KEMBALIAN}/{Workspace.return_name(unit.status.unit.kode, unit.status.triwulan)}"


def _kembalian(unit: HasilUnit) -> bytes:
    assert unit.mentah is not None  # noqa: S101 - the caller asks only for units that sent something
    return write_form(unit.formulir, ReturnCopy.from_findings(unit.mentah, jelaskan_semua(unit.daftar_temuan)))
