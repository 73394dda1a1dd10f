"""The recap of a month: what every unit did, read from the forms of its quarter, whatever else is wrong with them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import date

from lakip_gen.alur.baca import Maju
from lakip_gen.alur.bahan_susun import BERNOMOR
from lakip_gen.alur.draf import Draf, isi_draf
from lakip_gen.alur.hasil_susun import HasilSusun
from lakip_gen.alur.periksa import HasilPeriksa, periksa_masukan
from lakip_gen.alur.ringkasan import daftar_terbaca, ringkas
from lakip_gen.alur.susun import diam, pokok_draf, sidik_masukan, tetap
from lakip_gen.alur.templat import pilih_templat
from lakip_gen.alur.templat_buka import buka_berkas_templat, susun_pustaka
from lakip_gen.domain.bulan import Bulan
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.rekap import Rekap, susun_rekap
from lakip_gen.domain.temuan import Temuan
from lakip_gen.excel.rekap.write import write_month
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_catatan import ProgresBulanPandangan
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.susun_bulan import BELUM_MELAPOR, pandangan_bulan, progres_bulan
from lakip_gen.pesan.bahasa import KOSONG
from lakip_gen.storage.inputs import TemplateInputs, take_inputs, take_templates
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import remove_temporaries


@dataclass(frozen=True, slots=True, kw_only=True)
class _Siap:
    """What a run has worked out and is about to write."""

    bulan: Bulan
    rekap: Rekap
    progres: ProgresBulanPandangan
    draf: Draf
    pokok: str
    sidik: dict[str, str]


def susun_bulan(
    ruang: Workspace, bulan: Bulan, tanggal: date | None = None, maju: Maju = diam, nama_templat: str = ""
) -> HasilSusun:
    """Make the recap of a month from the forms of its quarter.

    Args:
        ruang: The working folder.
        bulan: The month.
        tanggal: The date under the signature; None leaves it to be filled by hand.
        maju: Told each form's name before it is judged.
        nama_templat: The planner's own template; empty for the one of months.

    Raises:
        OSError: When an output cannot be written.
    """
    keluaran = Outputs(ruang.output(bulan))
    remove_temporaries(keluaran.folder)
    templat, salah = pilih_templat(ruang, bulan, nama_templat)
    masukan = take_inputs(ruang, bulan.tahun, bulan.triwulan.sampai_dengan)
    daftar_templat = take_templates(ruang, (templat,) if templat else ())
    sidik = sidik_masukan(masukan, daftar_templat, tanggal) | BERNOMOR
    pokok = pokok_draf(f"rekap-progres-{bulan}", templat if nama_templat else None)
    if templat and keluaran.is_unchanged(sidik):
        return tetap(bulan, keluaran, pokok)
    hasil = periksa_masukan(masukan, bulan.triwulan, maju)
    if hasil.induk is None:
        ringkasan = ringkas(hasil, None, halangan=salah) | {"periode": str(bulan)}
        temuan = (*salah, *hasil.daftar_temuan)
        belum = tetap(bulan, keluaran, pokok)
        return replace(belum, ringkasan=ringkasan, daftar_temuan=temuan, berubah=True, sah=False)
    rekap = _rekap(hasil.induk, hasil)
    progres = progres_bulan(rekap, bulan)
    draf = _draf(pandangan_bulan(susun_pandangan(rekap, tanggal), progres, bulan), daftar_templat, salah)
    siap = _Siap(
        bulan=bulan,
        rekap=rekap,
        progres=progres,
        draf=draf,
        pokok=pokok,
        sidik=sidik if draf.isi else {},
    )
    return _tulis(ruang, keluaran, siap)


def _rekap(induk: Induk, hasil: HasilPeriksa) -> Rekap:
    """Return the figures of the quarter with all that could be read of its forms: a month waits for no figure."""
    status = tuple(
        replace(unit.status, laporan=unit.terbaca)
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
    )
    return susun_rekap(induk, hasil.periode, hasil.bacaan.kumpulan, status)


def _draf(pandangan: LaporanPandangan, daftar: TemplateInputs, salah: tuple[Temuan, ...]) -> Draf:
    for berkas in daftar.templates:
        templat, salah = buka_berkas_templat(berkas, susun_pustaka(daftar))
        if templat is not None:
            return isi_draf(templat, pandangan)
    return Draf(None, salah)


def _tulis(ruang: Workspace, keluaran: Outputs, siap: _Siap) -> HasilSusun:
    """Write the draft, where there is one, and the workbook beside it, the manifest last."""
    draf = {keluaran.draft_place(siap.pokok): siap.draf.isi} if siap.draf.isi else {}
    tertulis = keluaran.write(draf | {keluaran.place("rekap.xlsx"): write_month(siap.rekap, siap.progres)})
    halangan = () if draf else siap.draf.daftar_temuan
    letak = [ruang.relative(berkas) for berkas in tertulis]
    ringkasan = _ringkas(siap, halangan) | {"keluaran": letak}
    keluaran.finish(siap.sidik, ringkasan)
    return HasilSusun(
        periode=siap.bulan,
        ringkasan=ringkasan,
        daftar_keluaran=tertulis,
        daftar_disunting=tuple(satu for satu in keluaran.edited_drafts(siap.pokok) if satu not in tertulis),
        daftar_temuan=halangan,
        daftar_terkunci=tuple(keluaran.locked),
        daftar_tertahan=tuple(keluaran.held),
        daftar_selamat=tuple(keluaran.rescued),
        draf=tertulis[0] if draf else None,
        sah=bool(draf),
    )


def _ringkas(siap: _Siap, halangan: tuple[Temuan, ...]) -> dict[str, object]:
    """Return the contract for scripts: each unit with what it said of the month, nulls where it said nothing."""
    status = {s.unit.nama: s for s in siap.rekap.daftar_status}
    unit = []
    for baris in siap.progres.daftar_laporan:
        milik, ada = status[baris.unit], baris.kegiatan != BELUM_MELAPOR
        isi = {nama: teks if ada and teks != KOSONG else None for nama, teks in asdict(baris).items() if nama != "unit"}
        kepala = {"kode": milik.unit.kode, "nama": milik.unit.nama, "berkas": milik.berkas or None}
        unit.append(kepala | {"status": "diterima" if ada else "belum"} | isi)
    return {
        "periode": str(siap.bulan),
        "nama": siap.bulan.nama,
        "triwulan": str(siap.bulan.triwulan),
        "unit": unit,
        "temuan": daftar_terbaca(halangan),
    }
