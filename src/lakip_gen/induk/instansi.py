"""The agency, its rules, its scales and its texts, from the buku induk."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from lakip_gen.domain.aturan import SKALA_PERMENDAGRI_86, Aturan, CaraRata, Pita, RumusTurun, TargetRasio
from lakip_gen.domain.induk import Narasi
from lakip_gen.domain.kinerja import Instansi, Pejabat, SkalaPredikat
from lakip_gen.domain.renstra import PeriodeRenstra
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema import induk_butir as skema_butir
from lakip_gen.domain.temuan import Asal
from lakip_gen.induk.pembaca import IsiInduk, PembacaBuku

AMBANG_LEWAT: Final = Decimal(110)
DIHITUNG_LEWAT: Final = Decimal(120)
_TAHUN: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WARNA: Final = re.compile(r"[0-9A-Fa-f]{6}")


def baca_instansi(baca: PembacaBuku, tahun: int) -> Instansi:
    """Return the agency; the year it names must be that of its folder."""
    isi = baca.butir(skema_butir.INSTANSI)
    tertulis = isi.bilangan("tahun")
    if tertulis is not None and tertulis != tahun:
        isi.temukan("induk-tahun-lain", "tahun", tertulis, tahun=tahun)
    nama = isi.teks("nama")
    return Instansi(
        renstra=_renstra(isi, tahun),
        nama=nama,
        pemerintah=isi.teks("pemerintah"),
        alamat=isi.teks("alamat"),
        tempat=isi.teks("tempat"),
        singkatan=isi.teks("singkatan") or nama,
        kontak=isi.teks("kontak"),
        kepala=_pejabat(isi, "kepala"),
        sekretaris=_pejabat(isi, "sekretaris"),
        perencana=_pejabat(isi, "perencana"),
        kepala_daerah=_pejabat(isi, "kepala_daerah"),
        penilai=_pejabat(isi, "penilai"),
    )


def _renstra(isi: IsiInduk, tahun: int) -> PeriodeRenstra | None:
    """Return the years of the Renstra; None where they are not two years around this one."""
    teks = isi.teks("renstra")
    if not teks:
        return None
    daftar = [int(angka) for angka in _TAHUN.findall(teks)]
    match daftar:
        case [awal, akhir] if awal <= tahun <= akhir:
            return PeriodeRenstra(awal, akhir)
    isi.temukan("periode-renstra-salah", "renstra", teks, tahun=tahun)
    return None


def _pejabat(isi: IsiInduk, kunci: str) -> Pejabat:
    return Pejabat(*(isi.teks(f"{kunci}_{bagian}") for bagian in ("jabatan", "nama", "pangkat", "nip")))


def baca_aturan(baca: PembacaBuku) -> Aturan:
    """Return the rules of measuring, defaults where the agency wrote nothing."""
    isi = baca.butir(skema_butir.ATURAN)
    bawaan = Aturan()
    atas, bawah, rumus = isi.pilih("batas_atas"), isi.pilih("batas_bawah"), isi.pilih("rumus_turun")
    ambang_bawah, ambang_atas = isi.bilangan("ambang_bawah"), isi.bilangan("ambang_atas")
    return Aturan(
        rumus_turun=RumusTurun(rumus) if rumus else bawaan.rumus_turun,
        batas_atas=_batas_atas(atas),
        ambang_batas=AMBANG_LEWAT if atas == skema.LEWAT_110 else None,
        batas_bawah=None if bawah == skema.TANPA_BATAS else Decimal(bawah or 0),
        cara_rata=CaraRata(rata) if (rata := isi.pilih("cara_rata")) else bawaan.cara_rata,
        target_rasio=TargetRasio(rasio) if (rasio := isi.pilih("target_rasio")) else bawaan.target_rasio,
        nol_tercapai=isi.pilih("nol_tercapai") == skema.YA_TIDAK[0],
        ambang_bawah=bawaan.ambang_bawah if ambang_bawah is None else ambang_bawah,
        ambang_atas=bawaan.ambang_atas if ambang_atas is None else ambang_atas,
        desimal_capaian=isi.desimal("desimal_capaian", 2),
        skala=_skala(baca),
        dasar_skala=isi.teks("dasar_skala") or bawaan.dasar_skala,
        tenggat=tuple(isi.tanggal(f"tenggat_{nomor}") for nomor in range(1, 5)),
        asal=isi.daftar_asal,
    )


def _batas_atas(pilihan: str) -> Decimal | None:
    if pilihan == skema.LEWAT_110:
        return DIHITUNG_LEWAT
    return Decimal(pilihan) if pilihan and pilihan != skema.TANPA_BATAS else None


def _skala(baca: PembacaBuku) -> tuple[Pita, ...]:
    daftar: list[Pita] = []
    for isi in baca.daftar(skema.SKALA):
        batas, warna = isi.bilangan("batas"), isi.teks("warna").lstrip("#")
        if warna and not _WARNA.fullmatch(warna):
            isi.temukan("warna-salah", "warna", warna)
            warna = ""
        if batas is None:
            continue
        if any(pita.batas == batas for pita in daftar):
            isi.temukan("skala-batas-ganda", "batas", batas)
        daftar.append(Pita(batas, isi.teks("predikat"), (warna or "FFFFFF").upper()))
    if daftar and min(pita.batas for pita in daftar) > 0:
        baca.temukan("skala-tanpa-dasar", Asal(baca.mentah.berkas, skema.SKALA.nama))
    return tuple(sorted(daftar, key=lambda pita: pita.batas, reverse=True)) or SKALA_PERMENDAGRI_86


def baca_daftar_skala(baca: PembacaBuku) -> tuple[SkalaPredikat, ...]:
    """Return the scales of predicates, in the order of the sheet."""
    per_nama: dict[str, list[tuple[str, Decimal]]] = {}
    for isi in baca.daftar(skema.PREDIKAT):
        nama, predikat, angka = isi.teks("skala"), isi.teks("predikat"), isi.bilangan("angka")
        daftar = per_nama.setdefault(next((lain for lain in per_nama if lain.casefold() == nama.casefold()), nama), [])
        if any(lain.casefold() == predikat.casefold() or nilai == angka for lain, nilai in daftar):
            isi.temukan("predikat-ganda", "predikat", predikat, skala=nama)
        elif angka is not None:
            daftar.append((predikat, angka))
    return tuple(SkalaPredikat(nama, tuple(daftar)) for nama, daftar in per_nama.items() if daftar)


def baca_narasi(baca: PembacaBuku) -> Narasi:
    """Return the texts of the report by the name of their place."""
    isi = baca.butir(skema_butir.NARASI)
    return Narasi(tuple((butir.kunci, isi.teks(butir.kunci)) for butir in skema_butir.NARASI.daftar_butir))
