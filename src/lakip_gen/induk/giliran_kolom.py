"""What becomes of each column of the buku induk at the change of year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema import induk_indikator as skema_indikator
from lakip_gen.domain.skema.induk_butir import ATURAN, INSTANSI
from lakip_gen.domain.skema.induk_indikator import TARGET_MURNI, TARGET_PERUBAHAN
from lakip_gen.domain.skema.induk_laporan import NARASI_KINERJA, PEMBANDING, REKOMENDASI
from lakip_gen.domain.skema.induk_masa import DASAR, DILANJUTKAN, PEJABAT
from lakip_gen.domain.skema.induk_program import INDIKATOR_PROGRAM
from lakip_gen.domain.skema.induk_sop import HARI_LIBUR
from lakip_gen.domain.skema.kolom import BERLAKU_SAMPAI, BERLAKU_SEJAK

_TRIWULAN: Final = (1, 2, 3, 4)
_SETAHUN: Final[Mapping[str, tuple[str, ...]]] = {
    ATURAN.kunci: ("perubahan_target", "perubahan_pagu"),
    skema_indikator.INDIKATOR.kunci: (*TARGET_MURNI.semua, *TARGET_PERUBAHAN.semua),
    skema.ANGGARAN.kunci: ("pagu_murni", "pagu_perubahan"),
    skema.RENCANA_AKSI.kunci: tuple(f"rencana_{nomor}" for nomor in _TRIWULAN),
    INDIKATOR_PROGRAM.kunci: TARGET_MURNI.semua,
    HARI_LIBUR.kunci: ("tanggal", "nama"),
    skema_indikator.TINDAK_LANJUT.kunci: ("unit", "indikator", "isi"),
    **{lembar.kunci: tuple(kolom.kunci for kolom in lembar.daftar_kolom) for lembar in (REKOMENDASI, NARASI_KINERJA)},
}
_MASA: Final = frozenset({BERLAKU_SEJAK, BERLAKU_SAMPAI, DASAR, DILANJUTKAN.kunci})
DIKOSONGKAN: Final[Mapping[str, tuple[str, ...]]] = {
    lembar.kunci: daftar
    for lembar in skema.DAFTAR_LEMBAR
    if (
        daftar := (
            *_SETAHUN.get(lembar.kunci, ()),
            *(kolom.kunci for kolom in lembar.daftar_kolom if lembar is not PEJABAT and kolom.kunci in _MASA),
        )
    )
}
"""What holds for one year alone, by sheet; the new year begins without it."""
DIPERBARUI: Final[Mapping[str, tuple[str, ...]]] = {
    INSTANSI.kunci: ("tahun",),
    ATURAN.kunci: tuple(f"tenggat_{nomor}" for nomor in _TRIWULAN),
    skema.ANGGARAN.kunci: ("realisasi_lalu",),
    INDIKATOR_PROGRAM.kunci: ("realisasi_renstra",),
    skema_indikator.RIWAYAT.kunci: tuple(
        kolom.kunci
        for kolom in skema_indikator.RIWAYAT.daftar_kolom
        if kolom.tahun_lalu or kolom.kunci == "realisasi_renstra"
    ),
}
"""What the program works out for the new year, by sheet."""
TETAP: Final[Mapping[str, tuple[str, ...]]] = {
    skema.ANGGARAN.kunci: ("pagu_renstra",),
    PEJABAT.kunci: (BERLAKU_SEJAK, BERLAKU_SAMPAI),
    INDIKATOR_PROGRAM.kunci: ("target_renstra",),
    skema_indikator.RIWAYAT.kunci: ("target_renstra", "standar_nasional"),
    PEMBANDING.kunci: ("nilai",),
}
"""Targets, money and days that hold beyond the year; names, kodes and rules do anyway."""
