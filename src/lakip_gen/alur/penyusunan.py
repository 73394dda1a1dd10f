"""From what a run has read to all that it writes: check, consolidate, fill the draft, and everything beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from lakip_gen import __version__
from lakip_gen.alur.baca import Maju
from lakip_gen.alur.bahan_susun import BERNOMOR, Bahan
from lakip_gen.alur.cacat import temuan_cacat
from lakip_gen.alur.daftar_perubahan import buang_rekap_tersimpan, rekap_lama, rekap_tersimpan, samping_draf
from lakip_gen.alur.draf import Draf, Silsilah, isi_draf
from lakip_gen.alur.hasil_susun import TENGGAT, HasilSusun
from lakip_gen.alur.kembalian import kembalikan, tenggat_berikut, tulis_pengingat, tulis_pesan
from lakip_gen.alur.kertas import NASKAH, SETAHUN, SOP, kertas_terkini
from lakip_gen.alur.koreksi import KoreksiTerbaca, baca_koreksi, catat_koreksi, dengan_koreksi
from lakip_gen.alur.koreksi_tercatat import SUNTINGAN, awal_draf
from lakip_gen.alur.lalu import (
    Dicetak,
    Lalu,
    bandingkan_dengan_lalu,
    draf_tetap,
    sejak_draf,
    simpan_laporan,
)
from lakip_gen.alur.papan import papan_dari
from lakip_gen.alur.penerimaan import catat_terlihat
from lakip_gen.alur.penulisan_kertas import HasilKertas, ada_kertas, tulis_kertas
from lakip_gen.alur.periksa import HasilPeriksa, periksa_masukan, rekap_hasil
from lakip_gen.alur.ringkasan import ringkas
from lakip_gen.alur.suntingan import DrafAda, Lanjutan, bernomor, kenali_draf, pilih_lanjutan, tertutup
from lakip_gen.alur.templat_buka import buka_berkas_templat, susun_pustaka
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap
from lakip_gen.domain.temuan import Temuan
from lakip_gen.excel.rekap.write import write_rekap
from lakip_gen.excel.results import write_results
from lakip_gen.html.results import render_results
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.terlapor import Perbedaan, sidik_isi
from lakip_gen.pesan.katalog import TemuanTerbaca, jelaskan_semua
from lakip_gen.pesan.pembanding import Kunci, Pembanding, bandingkan, dari_catatan, ke_catatan
from lakip_gen.sop.keadaan import KeadaanLangkah
from lakip_gen.sop.kertas import Saat
from lakip_gen.storage.inputs import TRANSIENT, Inputs, TemplateInputs, read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.writes import digest
from lakip_gen.word.carry.base import Base
from lakip_gen.word.template.open import WordTemplate

NAMA_PESAN = "pesan-unit.txt"
NAMA_PENGINGAT = "pesan-pengingat.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Siap:
    """What a run has worked out and is about to write."""

    pokok: str
    draf: Draf
    silsilah: Silsilah
    sidik: Mapping[str, str]
    hasil: HasilPeriksa
    rekap: Rekap
    pandangan: LaporanPandangan
    koreksi: KoreksiTerbaca
    kembalian: Mapping[str, bytes]
    hari_ini: date
    lalu: Lalu
    perubahan: tuple[Perbedaan, ...]
    dicetak: Dicetak | None


def susun_baru(bahan: Bahan, keluaran: Outputs, maju: Maju) -> HasilSusun:
    """Make a period's outputs, whatever the last run left."""
    templat, salah = _templat(bahan)
    dasar = periksa_masukan(bahan.masukan, bahan.periode, maju)
    hasil, kembalian = kembalikan(dasar)
    rekap = rekap_hasil(hasil)
    if rekap is None:
        semua = (*salah, *hasil.daftar_temuan)
        ringkasan = ringkas(hasil, None, halangan=salah)
        return HasilSusun(periode=bahan.periode, ringkasan=ringkasan, daftar_temuan=semua, sah=False)
    pandangan = susun_pandangan(rekap, bahan.tanggal)
    daftar_draf, salah_draf = kenali_draf(keluaran, bahan.pokok)
    silsilah = _silsilah(bahan, keluaran, daftar_draf)
    draf = Draf(None, salah or tertutup(salah_draf))
    if templat and not draf.daftar_temuan:
        draf = _yang_disunting(keluaran, bahan) or isi_draf(templat, pandangan, silsilah)
    asal = draf.dibawa.asal if draf.dibawa else ""
    dicetak = Dicetak(digest(draf.isi), sidik_isi(pandangan), asal) if draf.isi else None
    koreksi = baca_koreksi(bahan.masukan.workspace, dasar, pandangan, bahan.pokok)
    if koreksi.diberitahukan:
        hasil, kembalian = kembalikan(dengan_koreksi(dasar, koreksi))
        rekap = rekap_hasil(hasil) or rekap
        pandangan = susun_pandangan(rekap, bahan.tanggal)
    hasil, lalu, perubahan = bandingkan_dengan_lalu(bahan.masukan, hasil, rekap, dicetak)
    siap = _Siap(
        pokok=bahan.pokok,
        draf=draf,
        silsilah=silsilah,
        sidik=_sidik(bahan, draf, hasil, rekap),
        koreksi=koreksi,
        hasil=hasil,
        rekap=rekap,
        pandangan=pandangan,
        kembalian=kembalian,
        hari_ini=bahan.hari_ini,
        lalu=lalu,
        perubahan=perubahan,
        dicetak=dicetak,
    )
    return _tulis(keluaran, siap, bahan)


def _sidik(bahan: Bahan, draf: Draf, hasil: HasilPeriksa, rekap: Rekap) -> dict[str, str]:
    """Return the fingerprint of all that the run depends on; nothing where the next run shall do it all again."""
    if draf.isi is None or _sesaat(hasil):
        return {}
    sidik = dict(bahan.sidik) | dict(BERNOMOR if draf.bernomor else {})
    if hari := tenggat_berikut(hasil, bahan.hari_ini):
        sidik[TENGGAT] = str(hari)
    if ada_kertas(bahan.masukan.workspace, rekap, Saat.SUSUN):
        sidik[NASKAH] = SOP if rekap.induk.sop.daftar_langkah else SETAHUN
    return sidik


def susun_kertas(
    lama: HasilSusun, periode: Periode, masukan: Inputs, templat: TemplateInputs, tanggal: date | None, hari_ini: date
) -> HasilSusun:
    """Return a run that had nothing to do but the papers, which tell of what happened since as well."""
    hasil = periksa_masukan(masukan, periode)
    rekap = rekap_hasil(hasil)
    if rekap is None:
        return lama
    if not kertas_terkini(masukan, templat, periode, tanggal):
        koreksi = baca_koreksi(masukan.workspace, hasil, susun_pandangan(rekap, tanggal))
        ditambah = dengan_koreksi(hasil, koreksi)
        rekap = rekap_hasil(ditambah) or rekap
        lama = _dengan(lama, tulis_kertas(masukan, templat, ditambah, rekap, Saat.SUSUN, tanggal, koreksi.daftar))
    return replace(lama, langkah=_langkah(masukan, hasil, hari_ini))


def _langkah(masukan: Inputs, hasil: HasilPeriksa, hari_ini: date) -> tuple[KeadaanLangkah, ...]:
    """Return how far the period has come on the way of its SOP; nothing without one."""
    ada = hasil.induk is not None and hasil.induk.sop.daftar_langkah
    return papan_dari(masukan, hasil, hari_ini).daftar_langkah if ada else ()


def _dengan(hasil: HasilSusun, kertas: HasilKertas) -> HasilSusun:
    """Return a run with what became of its papers."""
    jadi = kertas.tertulis
    return replace(
        hasil,
        daftar_keluaran=(*hasil.daftar_keluaran, *(jadi.written if hasil.berubah else jadi.fresh)),
        daftar_disunting=(*hasil.daftar_disunting, *jadi.kept),
        daftar_terkunci=(*hasil.daftar_terkunci, *jadi.locked),
        daftar_selamat=(*hasil.daftar_selamat, *jadi.rescued),
    )


def _templat(bahan: Bahan) -> tuple[WordTemplate | None, tuple[Temuan, ...]]:
    """Return the template of the report, or what hinders its use."""
    for berkas in bahan.daftar_templat.templates:
        return buka_berkas_templat(berkas, susun_pustaka(bahan.daftar_templat))
    return None, bahan.salah_templat


def _silsilah(bahan: Bahan, keluaran: Outputs, daftar: Sequence[DrafAda]) -> Silsilah:
    """Return what the draft goes on from, and what it shall be known by wherever it goes."""
    lanjutan = pilih_lanjutan(daftar)
    dasar = _dasar(bahan, keluaran)
    nama = {satu.berkas: bahan.masukan.workspace.relative(satu.berkas) for satu in daftar}
    if bahan.dari_templat:
        return Silsilah(replace(dasar, told=lanjutan.dibaca), Lanjutan(terbaru=lanjutan.terbaru), nama)
    return Silsilah(dasar, lanjutan, nama)


def _yang_disunting(keluaran: Outputs, bahan: Bahan) -> Draf | None:
    """Return the latest draft where it was saved since the last run and nothing else changed: no new one is made."""
    berkas = keluaran.latest_draft(bahan.pokok)
    if bahan.dari_templat or berkas is None or keluaran.is_own(berkas):
        return None
    if _tercetak(keluaran.previous.inputs) != _tercetak(bahan.sidik):
        return None
    isi, _ = read_file(berkas, berkas.name)
    return None if isi is None else Draf(isi, (), tetap=berkas)


def _tercetak(sidik: Mapping[str, str]) -> dict[str, str]:
    """Return the fingerprint of what a draft prints, out of that of a run."""
    return {nama: isi for nama, isi in sidik.items() if nama not in {SUNTINGAN, TENGGAT, NASKAH, *BERNOMOR}}


def _dasar(bahan: Bahan, keluaran: Outputs) -> Base:
    templat = "".join(berkas.digest for berkas in bahan.daftar_templat.templates)
    nomor = keluaran.draft_number(keluaran.draft_place(bahan.pokok))
    return Base(stem=bahan.pokok, number=nomor, program=__version__, template=templat)


def _sesaat(hasil: HasilPeriksa) -> bool:
    """Return whether something could not be read that the next run may well read, though nobody changes it."""
    return any(t.kode in TRANSIENT for triwulan in hasil.bacaan.daftar_triwulan for t in triwulan.semua_temuan)


def _tulis(keluaran: Outputs, siap: _Siap, bahan: Bahan) -> HasilSusun:
    """Write the draft, where there is one, and everything beside it, the manifest last."""
    hasil, masukan = siap.hasil, bahan.masukan
    terbaca = jelaskan_semua(hasil.semua_temuan)
    draf = _tempat_draf(keluaran, siap)
    pembanding = bandingkan(dari_catatan(keluaran.previous.submissions), _sidik_kiriman(hasil), terbaca)
    isi, daftar_gagal = _isi(siap, terbaca, pembanding)
    daftar_gagal += tuple(
        butir
        for satu in hasil.bacaan.daftar_triwulan
        for butir in catat_terlihat(masukan.workspace, satu.triwulan, satu.catatan, satu.daftar_unit)
    )
    daftar_gagal += catat_koreksi(masukan.workspace, hasil.periode, siap.koreksi)
    tertulis = _tulis_semua(keluaran, siap, draf, isi)
    naskah = bahan.daftar_templat.of(masukan.workspace.paper_template_files())
    kertas = tulis_kertas(
        masukan, naskah, hasil, siap.rekap, Saat.SUSUN, bahan.tanggal, siap.koreksi.daftar, siap.pandangan
    )
    if siap.dicetak:
        dicetak = replace(siap.dicetak, sidik=next((digest(isi) for isi in draf.values()), siap.dicetak.sidik))
        daftar_gagal += simpan_laporan(masukan.workspace, siap.rekap, dicetak, siap.lalu)
    sah = siap.draf.isi is not None
    halangan = (*daftar_gagal, *(() if sah else siap.draf.daftar_temuan), *kertas.daftar_temuan)
    letak = tuple(masukan.workspace.relative(berkas) for berkas in tertulis)
    ringkasan = ringkas(hasil, siap.rekap, letak, halangan, siap.perubahan) | _ringkas_dibawa(siap.draf)
    disunting = tuple(berkas for berkas in keluaran.edited_drafts(siap.pokok) if berkas not in tertulis)
    keluaran.finish({} if daftar_gagal else siap.sidik, ringkasan, ke_catatan(pembanding))
    susunan = HasilSusun(
        periode=hasil.periode,
        ringkasan=ringkasan,
        daftar_keluaran=tertulis,
        daftar_disunting=disunting,
        daftar_temuan=(*halangan, *hasil.semua_temuan) if sah else halangan,
        daftar_terkunci=tuple(keluaran.locked),
        daftar_tertahan=tuple(keluaran.held),
        daftar_selamat=tuple(keluaran.rescued),
        daftar_banding=pembanding.daftar_berganti,
        langkah=_langkah(masukan, hasil, siap.hari_ini),
        draf=tertulis[0] if draf else siap.draf.tetap,
        dibawa=siap.draf.dibawa,
        sah=sah,
    )
    return _dengan(susunan, kertas)


def _tempat_draf(keluaran: Outputs, siap: _Siap) -> dict[Path, bytes]:
    """Return the draft under the place it goes to: never over one that only forms may change."""
    isi, lanjutan = siap.draf.isi, siap.silsilah.lanjutan
    if isi is None or siap.draf.tetap:
        return {}
    tetap = draf_tetap(siap.rekap.periode, siap.lalu, siap.perubahan)
    if siap.draf.dibawa is None or siap.draf.dibawa.tidak_terbawa:
        tetap = lanjutan.tersendiri or tetap
    letak = keluaran.draft_place(siap.pokok, isi, tetap)
    nomor = keluaran.draft_number(letak)
    return {letak: isi if nomor == siap.silsilah.dasar.number else bernomor(isi, nomor)}


def _tulis_semua(
    keluaran: Outputs, siap: _Siap, draf: Mapping[Path, bytes], isi: Mapping[str, bytes]
) -> tuple[Path, ...]:
    """Write a draft and everything beside it; return where it went, the draft first.

    The rekap of the draft before goes first: once a new rekap stands in its place, nobody has it any more.
    """
    letak, dibawa = next(iter(draf), None), siap.draf.dibawa
    disimpan: Mapping[str, bytes] = {}
    if letak:
        disimpan = rekap_lama(keluaran, letak, dibawa, siap.silsilah.lanjutan.terbaru)
    elif not siap.draf.tetap:
        disimpan = rekap_tersimpan(keluaran, keluaran.last_number(siap.pokok))
    beda = sejak_draf(siap.rekap, siap.lalu, dibawa.asal) if dibawa else ()
    samping = samping_draf(letak, siap.rekap.periode, dibawa, beda) if letak else {}
    bernama = {keluaran.place(nama): satu for nama, satu in {**isi, **samping}.items()}
    tertulis = keluaran.write({keluaran.place(nama): satu for nama, satu in disimpan.items()} | dict(draf) | bernama)
    if letak and siap.pokok == awal_draf(siap.rekap.periode):  # the drafts of another template have none of their own
        buang_rekap_tersimpan(keluaran, letak)
    return (*tertulis[len(disimpan) :], *tertulis[: len(disimpan)])


def _ringkas_dibawa(draf: Draf) -> dict[str, object]:
    return {"dibawa": draf.dibawa.ringkas() if draf.dibawa else None}


def _isi(
    siap: _Siap, terbaca: tuple[TemuanTerbaca, ...], pembanding: Pembanding
) -> tuple[dict[str, bytes], tuple[Temuan, ...]]:
    """Return all outputs but the draft, by name, and those that a fault of the program keeps from being written."""
    rekap = siap.rekap
    daftar: dict[str, Callable[[], bytes]] = {
        "rekap.xlsx": lambda: write_rekap(rekap, terbaca, siap.perubahan),
        "hasil-periksa.html": lambda: render_results(rekap, terbaca, pembanding),
        "hasil-periksa.xlsx": lambda: write_results(rekap, terbaca),
        **{nama: partial(bytes, satu) for nama, satu in siap.kembalian.items()},
        NAMA_PESAN: lambda: tulis_pesan(rekap, siap.hasil, terbaca, pembanding, siap.hari_ini),
    }
    if any(status.status is StatusUnit.BELUM for status in rekap.daftar_status):
        daftar[NAMA_PENGINGAT] = lambda: tulis_pengingat(rekap, siap.hasil, siap.hari_ini)
    isi: dict[str, bytes] = {}
    daftar_gagal: list[Temuan] = []
    for nama, buat in daftar.items():
        try:
            isi[nama] = buat()
        except Exception as cacat:  # noqa: BLE001 - the fence of one paper
            daftar_gagal.append(temuan_cacat("keluaran-gagal", nama, cacat))
    return isi, tuple(daftar_gagal)


def _sidik_kiriman(hasil: HasilPeriksa) -> dict[Kunci, str]:
    """Return the fingerprint of every form of the period that was checked."""
    return {
        (unit.status.unit.kode, triwulan.triwulan.folder): unit.sidik
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
        if unit.sidik
    }
