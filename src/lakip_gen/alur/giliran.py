"""The change of year: next year's buku induk made from this year's, and nothing of this year touched."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from lakip_gen.alur.mulai import induk_kosong, simpan_di_sebelah
from lakip_gen.alur.periksa import HasilPeriksa, periksa_masukan, rekap_hasil
from lakip_gen.domain.formulir import IsiKolom
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Instansi, Pejabat, Riwayat, TargetTahunan
from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.penerimaan import StatusLaporan
from lakip_gen.domain.periode import setahun
from lakip_gen.domain.rekap import Rekap
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import baca_versi
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.excel.reader.bounds import INDUK
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.excel.renewal import renew_induk, with_loose_sheets
from lakip_gen.excel.rollover import Mark, NewYear, Place, fill_in, roll_over
from lakip_gen.induk import susun_induk
from lakip_gen.induk.giliran import (
    RIWAYAT,
    Giliran,
    Lihat,
    Tempat,
    giliran,
    lengkapan,
    riwayat_baru,
    terbuka_akhir_tahun,
)
from lakip_gen.induk.giliran_beda import beda_induk, beda_riwayat
from lakip_gen.induk.giliran_renstra import renstra_berakhir
from lakip_gen.pesan.bahasa import gabung
from lakip_gen.sop.hari_libur import isi_hari_libur
from lakip_gen.storage.exchange import exchange
from lakip_gen.storage.inputs import read_file, take_inputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest

TAK_TERBACA: Final = "isinya tidak terbaca"
TANPA_TARGET = TargetTahunan(None, (None, None, None, None))


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilGiliran:
    """What became of a change of year.

    Attributes:
        induk: The new buku induk; None where none was written.
        daftar_lihat: What must be looked at in it, with the cell.
        daftar_belum: The forms of the old year that are not accepted.
        daftar_temuan: Why nothing was written: what is wrong with the old year, or what would not be the same.
        versi_lama: The version of the old buku induk where it is an earlier one.
        daftar_hilang: What the old workbook held and the new one does not.
        sudah_ada: Whether somebody already works with a buku induk of the new year.
        daftar_terisi: The cells of that one's history that the old year, whole by now, filled.
        simpanan: Where that one was kept as it was before.
    """

    induk: Path | None = None
    daftar_lihat: tuple[tuple[Place, Lihat], ...] = ()
    daftar_belum: tuple[StatusLaporan, ...] = ()
    daftar_temuan: tuple[Temuan, ...] = ()
    versi_lama: int | None = None
    daftar_hilang: tuple[str, ...] = ()
    sudah_ada: bool = False
    daftar_terisi: tuple[Place, ...] = ()
    simpanan: Path | None = None


def gilir(ruang: Workspace, tahun: int, dari: int) -> HasilGiliran:
    """Write the buku induk of a year made from that of an earlier one; an untouched empty one gives way to it.

    One that somebody began keeps all that it holds; where its history has gaps that the old year can fill by now,
    they are filled.

    Raises:
        OSError: When the folder cannot be written.
    """
    periode = setahun(dari)
    masukan = take_inputs(ruang, dari, periode.daftar_triwulan)
    hasil = periksa_masukan(masukan, periode)
    rekap = rekap_hasil(hasil)
    if rekap is None or masukan.induk.content is None:
        return HasilGiliran(daftar_temuan=hasil.daftar_temuan)
    if not _bebas(ruang, tahun):
        return replace(_lengkapi(ruang, rekap, tahun), daftar_belum=_belum(hasil))
    daftar_terbuka = terbuka_akhir_tahun(rekap.induk, hasil.bacaan.kumpulan)
    isi, mentah, versi = _terbaru(masukan.induk.content, lengkap=bool(daftar_terbuka))
    if mentah is None:
        return _ditolak(ruang, tahun, dari, (TAK_TERBACA,))
    hari_libur = isi_hari_libur(tahun) if rekap.induk.sop.kalender.hari_libur else []
    rencana = giliran(mentah, rekap, tahun, daftar_terbuka, hari_libur)
    daftar_lihat = tuple((_sel(mentah, lihat.tempat), lihat) for lihat in rencana.daftar_lihat)
    baru = _tulis(isi, mentah, rencana, daftar_lihat)
    if beda := _beda(baru.content, rekap, tahun):
        return _ditolak(ruang, tahun, dari, beda)
    if not exchange(ruang.induk(tahun), baru.content, digest(induk_kosong(tahun)).__eq__).done:
        return HasilGiliran(sudah_ada=True, daftar_belum=_belum(hasil))  # somebody saved one meanwhile
    return HasilGiliran(
        induk=ruang.induk(tahun),
        daftar_lihat=daftar_lihat,
        daftar_belum=_belum(hasil),
        versi_lama=versi,
        daftar_hilang=baru.lost,
    )


def _ditolak(ruang: Workspace, tahun: int, dari: int, beda: Sequence[str]) -> HasilGiliran:
    """Return why a new buku induk was not written: what it would say otherwise than the old one."""
    asal = Asal(ruang.relative(ruang.induk(dari)))
    return HasilGiliran(daftar_temuan=(temuan("giliran-berbeda", asal, tahun=tahun, dari=dari, beda="; ".join(beda)),))


def dapat_digilir(ruang: Workspace, tahun: int) -> int | None:
    """Return the year before from which a buku induk can be made; None where there is none, or it is begun already."""
    return max((lalu for lalu in ruang.years() if lalu < tahun), default=None) if _bebas(ruang, tahun) else None


def _lengkapi(ruang: Workspace, rekap: Rekap, tahun: int) -> HasilGiliran:
    """Fill the gaps in the history of a buku induk that somebody works with; the old one stays beside it."""
    berkas = ruang.induk(tahun)
    isi, daftar_temuan = read_file(berkas, ruang.relative(berkas))
    mentah, daftar = baca_buku(isi or b"", ruang.relative(berkas), skema.DAFTAR_LEMBAR, limits=INDUK)
    if isi is None or mentah is None:
        return HasilGiliran(sudah_ada=True, daftar_temuan=daftar_temuan or daftar)
    if RIWAYAT not in mentah.lembar:
        return _tidak_dilengkapi(mentah, rekap, "lembar Riwayat tidak ditemukan")
    daftar_isi = {_sel(mentah, tempat): nilai for tempat, nilai in lengkapan(mentah, rekap, tahun).items()}
    if not daftar_isi:
        return HasilGiliran(sudah_ada=True)
    baru = fill_in(isi, daftar_isi)
    if baru.lost:
        return _tidak_dilengkapi(mentah, rekap, f"{gabung(baru.lost)} akan hilang bila ditulis ulang")
    dibaca, lama = _mentah(baru.content), susun_induk(mentah, tahun)[0]
    beda = beda_induk(_tanpa_riwayat(lama), _tanpa_riwayat(susun_induk(dibaca, tahun)[0])) if dibaca else (TAK_TERBACA,)
    if beda:
        return _tidak_dilengkapi(mentah, rekap, f"sesudah dibaca kembali tidak sama: {'; '.join(beda)}")
    simpanan = simpan_di_sebelah(berkas, "sebelum dilengkapi", isi)
    if not exchange(berkas, baru.content, digest(isi).__eq__).done:
        return _tidak_dilengkapi(mentah, rekap, "berkasnya baru saja disimpan orang")
    return HasilGiliran(sudah_ada=True, daftar_terisi=tuple(daftar_isi), simpanan=simpanan)


def _tidak_dilengkapi(mentah: BukuMentah, rekap: Rekap, sebab: str) -> HasilGiliran:
    """Return why the history of a buku induk that somebody works with stays as it is."""
    butir = temuan("riwayat-tidak-dilengkapi", Asal(mentah.berkas), dari=rekap.induk.tahun, sebab=sebab)
    return HasilGiliran(sudah_ada=True, daftar_temuan=(butir,))


def _bebas(ruang: Workspace, tahun: int) -> bool:
    """Return whether there is no buku induk of a year, or only the empty one that `mulai` wrote."""
    isi, _ = read_file(ruang.induk(tahun), ruang.relative(ruang.induk(tahun)))
    return not os.path.lexists(ruang.induk(tahun)) or isi == induk_kosong(tahun)


def _terbaru(isi: bytes, *, lengkap: bool) -> tuple[bytes, BukuMentah | None, int | None]:
    """Return a buku induk in its newest version, its cells, and which version it had where that was an earlier one.

    Args:
        isi: The buku induk.
        lengkap: Whether it needs the sheets that a workbook may lack, too.
    """
    mentah = _mentah(isi)
    versi = baca_versi(mentah.meta.get("versi")) if mentah else None
    lama = versi if versi is not None and versi < skema.VERSI else None
    baru = renew_induk(isi, lama).content if lama else isi
    baru = with_loose_sheets(baru) if lengkap else baru
    return baru, mentah if baru == isi else _mentah(baru), lama


def _mentah(isi: bytes) -> BukuMentah | None:
    """Return the cells of a buku induk; None for what cannot be read as one."""
    return baca_buku(isi, "", skema.DAFTAR_LEMBAR, limits=INDUK)[0]


def _sel(mentah: BukuMentah, tempat: Tempat) -> Place:
    """Return the tab and the address of a cell."""
    lembar = mentah.lembar[tempat.lembar]
    return lembar.nama, f"{lembar.kolom[tempat.kolom]}{tempat.baris}"


def _tulis(isi: bytes, mentah: BukuMentah, rencana: Giliran, daftar: tuple[tuple[Place, Lihat], ...]) -> NewYear:
    marks = [
        Mark(place=sel, name=lihat.nama, matter=lihat.perihal, detail=lihat.rincian, waits=lihat.kosong)
        for sel, lihat in daftar
    ]
    values: dict[Place, IsiKolom] = {_sel(mentah, tempat): isi for tempat, isi in rencana.daftar_isi.items()}
    return roll_over(isi, values, marks, rencana.dari)


def _beda(isi: bytes, rekap: Rekap, tahun: int) -> tuple[str, ...]:
    """Return what a new buku induk says otherwise than the old one, but for the history that the old year made."""
    mentah = _mentah(isi)
    if mentah is None:
        return (TAK_TERBACA,)
    baru, _ = susun_induk(mentah, tahun)
    riwayat = {satu.kode: satu.riwayat for satu in baru.daftar_indikator}
    lama = _tanpa_renstra(rekap.induk) if renstra_berakhir(rekap.induk, tahun) else rekap.induk
    return (
        *beda_induk(_tanpa_tahun(lama), _tanpa_tahun(baru)),
        *beda_riwayat(riwayat_baru(rekap, tahun), riwayat),
    )


def _tanpa_renstra(induk: Induk) -> Induk:
    """Return a buku induk without the Renstra that is over."""
    daftar_anggaran = tuple(replace(satu, pagu_renstra=None) for satu in induk.daftar_anggaran)
    return replace(induk, instansi=replace(induk.instansi, renstra=None), daftar_anggaran=daftar_anggaran)


def _tanpa_riwayat(induk: Induk) -> Induk:
    """Return a buku induk without the earlier years."""
    return replace(induk, daftar_indikator=tuple(replace(i, riwayat=Riwayat()) for i in induk.daftar_indikator))


def _tanpa_pejabat(instansi: Instansi) -> Instansi:
    """Return an agency without its officials, who may change on the first day of the new year."""
    siapa_pun = Pejabat("")
    return replace(instansi, kepala=siapa_pun, sekretaris=siapa_pun, perencana=siapa_pun, kepala_daerah=siapa_pun)


def _tanpa_tahun(induk: Induk) -> Induk:
    """Return a buku induk without all that belongs to its year alone."""
    aturan = replace(induk.aturan, tenggat=(None,) * 4)
    return replace(
        induk,
        tahun=0,
        instansi=_tanpa_pejabat(induk.instansi),
        aturan=aturan,
        daftar_indikator=tuple(
            replace(satu, target_berlaku=TANPA_TARGET, riwayat=Riwayat()) for satu in induk.daftar_indikator
        ),
        daftar_anggaran=tuple(replace(satu, pagu=Decimal(0), realisasi_lalu=None) for satu in induk.daftar_anggaran),
        daftar_indikator_program=tuple(
            replace(satu, target_berlaku=TANPA_TARGET, riwayat=Riwayat(), desimal=0)
            for satu in induk.daftar_indikator_program
        ),
        daftar_aksi=tuple(replace(satu, rencana=("",) * 4) for satu in induk.daftar_aksi),
        daftar_tindak_lanjut=(),
        daftar_rekomendasi=(),
        daftar_narasi=(),
        sop=replace(induk.sop, kalender=replace(induk.sop.kalender, hari_libur=frozenset())),
    )


def _belum(hasil: HasilPeriksa) -> tuple[StatusLaporan, ...]:
    """Return the forms of the year that are not accepted."""
    semua = (unit.status for triwulan in hasil.daftar_triwulan for unit in triwulan.daftar_unit)
    return tuple(status for status in semua if status.laporan is None)
