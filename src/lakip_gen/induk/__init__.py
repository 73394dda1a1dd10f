"""From the raw buku induk to the agency's year: read whole, every fault told at once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Aksi, Sasaran, TindakLanjutLalu, Unit
from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.nama_berkas import nama_aman
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema import induk_indikator as skema_indikator
from lakip_gen.domain.skema.kolom import pada_versi
from lakip_gen.domain.temuan import Asal, Temuan
from lakip_gen.induk.anggaran import baca_daftar_anggaran
from lakip_gen.induk.hubungan import periksa_hubungan
from lakip_gen.induk.indikator import baca_indikator, baca_riwayat
from lakip_gen.induk.instansi import baca_aturan, baca_daftar_skala, baca_instansi, baca_narasi
from lakip_gen.induk.instansi_luar import baca_instansi_luar
from lakip_gen.induk.laporan import baca_narasi_kinerja, baca_pembanding, baca_rekomendasi
from lakip_gen.induk.pembaca import IsiInduk, PembacaBuku
from lakip_gen.induk.program import baca_indikator_program
from lakip_gen.induk.revisi import baca_masa
from lakip_gen.induk.rupa import periksa_rupa
from lakip_gen.induk.sop import baca_sop

_KODE_UNIT: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")


def susun_induk(mentah: BukuMentah, tahun: int) -> tuple[Induk, tuple[Temuan, ...]]:
    """Return the agency's year from the raw buku induk, and every fault in it.

    The result is only fit for use when no fault is a galat.

    Args:
        mentah: The cells of the buku induk.
        tahun: The year of the folder it lies in.
    """
    baca = PembacaBuku(mentah)
    if mentah.meta.get("jenis") != skema.JENIS:
        baca.temukan("bukan-induk", Asal(mentah.berkas))
    else:
        _periksa_versi(baca)
    for lembar in pada_versi(skema.DAFTAR_LEMBAR, baca.versi):
        if lembar.kunci not in mentah.lembar and not lembar.longgar:
            baca.temukan("induk-lembar-hilang", Asal(mentah.berkas, lembar.nama), lembar=lembar.nama)
    masa = baca_masa(baca, tahun)
    semua = baca.daftar_temuan
    versi: list[tuple[date, Induk]] = []
    for hari in masa.daftar_hari:
        pada_hari = PembacaBuku(masa.pada(hari), masa.di_luar_masa(hari))
        versi.append((hari, _susun(pada_hari, tahun)))
        semua += pada_hari.daftar_temuan
    induk = replace(versi[0][1], masa=tuple(versi) if len(versi) > 1 else ())
    return induk.pada(masa.akhir), (*dict.fromkeys(semua), *periksa_rupa(mentah))


def _susun(baca: PembacaBuku, tahun: int) -> Induk:
    """Return what is in force on a day, and find what is wrong on it."""
    daftar_skala = baca_daftar_skala(baca)
    daftar_unit = _daftar_unit(baca)
    daftar_sasaran = tuple(
        Sasaran(isi.teks("kode"), isi.teks("nama"), isi.teks("tujuan"), isi.daftar_asal)
        for isi in baca.daftar(skema.SASARAN)
    )
    daftar_anggaran = baca_daftar_anggaran(baca)
    riwayat = baca_riwayat(baca, daftar_skala, tahun)
    daftar_indikator = tuple(
        baca_indikator(isi, daftar_skala, riwayat) for isi in baca.daftar(skema_indikator.INDIKATOR)
    )
    induk = Induk(
        tahun=tahun,
        instansi=baca_instansi(baca, tahun),
        aturan=baca_aturan(baca),
        daftar_unit=daftar_unit,
        daftar_sasaran=daftar_sasaran,
        daftar_indikator=daftar_indikator,
        daftar_anggaran=daftar_anggaran,
        daftar_indikator_program=baca_indikator_program(baca, daftar_anggaran, daftar_unit),
        daftar_aksi=tuple(_aksi(isi) for isi in baca.daftar(skema.RENCANA_AKSI)),
        daftar_skala=daftar_skala,
        daftar_tindak_lanjut=tuple(
            TindakLanjutLalu(isi.teks("unit"), isi.teks("indikator"), isi.teks("isi"), isi.daftar_asal)
            for isi in baca.daftar(skema_indikator.TINDAK_LANJUT)
        ),
        narasi=baca_narasi(baca),
        sop=baca_sop(baca),
        daftar_instansi_luar=baca_instansi_luar(baca, daftar_unit),
        daftar_pembanding=baca_pembanding(baca, daftar_indikator),
        daftar_rekomendasi=baca_rekomendasi(baca),
        daftar_narasi=baca_narasi_kinerja(baca),
    )
    periksa_hubungan(baca, induk)
    return induk


def _periksa_versi(baca: PembacaBuku) -> None:
    """Find a version that nobody knows; of an earlier one every cell means what it means now."""
    asal, tertulis = Asal(baca.mentah.berkas), baca.mentah.meta.get("versi")
    if baca.versi is None:
        baca.temukan("induk-versi-lain", asal, tertulis or "(kosong)", versi=skema.VERSI)
    elif baca.versi > skema.VERSI:
        baca.temukan("induk-versi-lebih-baru", asal, baca.versi, versi=skema.VERSI)


def _daftar_unit(baca: PembacaBuku) -> tuple[Unit, ...]:
    """Return the units; two kodes that would share the name of a form are no two units."""
    per_nama: dict[str, str] = {}
    daftar: list[Unit] = []
    for isi in baca.daftar(skema.UNIT):
        kode = isi.teks("kode")
        if kode and not _KODE_UNIT.fullmatch(kode):
            isi.temukan("kode-unit-salah", "kode", kode)
        elif kode and (lain := per_nama.setdefault(nama_aman(kode), kode)) != kode:
            isi.temukan("kode-unit-mirip", "kode", kode, lain=lain)
        daftar.append(
            Unit(
                kode=kode,
                nama=isi.teks("nama"),
                kepala=isi.teks("kepala"),
                nama_kepala=isi.teks("nama_kepala"),
                kontak=isi.teks("kontak"),
                asal=isi.daftar_asal,
            )
        )
    return tuple(daftar)


def _aksi(isi: IsiInduk) -> Aksi:
    satu, dua, tiga, empat = (isi.teks(f"rencana_{nomor}") for nomor in range(1, 5))
    return Aksi(
        kode=isi.teks("kode"),
        unit=isi.teks("unit"),
        indikator=isi.teks("indikator"),
        kegiatan=isi.teks("kegiatan"),
        keluaran=isi.teks("keluaran"),
        rencana=(satu, dua, tiga, empat),
        penanggung_jawab=isi.teks("penanggung_jawab"),
        asal=isi.daftar_asal,
    )
