"""The contract for scripts: one object that says what a run found and made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.domain.angka_tertulis import angka_tersimpan, target_tersimpan
from lakip_gen.domain.capaian import Capaian, HasilCapaian
from lakip_gen.domain.perubahan import jumlah_pagu
from lakip_gen.domain.rerata import SEBUTAN_SASARAN, Rerata, sebutan_batas
from lakip_gen.domain.temuan import Temuan
from lakip_gen.pesan.katalog import TemuanTerbaca, jelaskan_semua
from lakip_gen.sop.ketepatan import nilai_ketepatan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lakip_gen.alur.periksa import HasilPeriksa
    from lakip_gen.domain.aturan import Aturan, Pita
    from lakip_gen.domain.induk import Induk
    from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran
    from lakip_gen.domain.rekap_anggaran import RekapAnggaran
    from lakip_gen.domain.rekap_renstra import RekapRenstra
    from lakip_gen.laporan.terlapor import Perbedaan
    from lakip_gen.sop.ketepatan import Ketepatan

TANPA_RERATA = Rerata(None, 0, 0)
_UANG = ("pagu", "pagu_murni", "realisasi", "serapan")


def ringkas(
    hasil: HasilPeriksa,
    rekap: Rekap | None,
    keluaran: tuple[str, ...] = (),
    halangan: tuple[Temuan, ...] = (),
    perubahan: Iterable[Perbedaan] = (),
) -> dict[str, object]:
    """Return the object that `--json` prints: numbers as plain decimal strings, null where there is none.

    Args:
        hasil: What was checked.
        rekap: The figures; None while the buku induk is at fault.
        keluaran: The files that were written.
        halangan: What is wrong with the template, where there is no draft for it.
        perubahan: What is no longer as a period reported it.
    """
    return {
        "periode": str(hasil.periode),
        "instansi": _instansi(hasil.induk),
        "unit": [_unit(satu) for satu in _daftar_ketepatan(hasil)],
        **ringkas_angka(rekap),
        "temuan": daftar_terbaca((*halangan, *hasil.semua_temuan)),
        "perubahan": [_perubahan(satu) for satu in perubahan],
        "keluaran": list(keluaran),
        "dibawa": None,
    }


def ringkas_angka(rekap: Rekap | None) -> dict[str, object]:
    """Return the parts of the contract that are figures; empty ones while the buku induk is at fault."""
    return {
        "indikator": [_indikator(butir, rekap.induk.murni) for butir in rekap.daftar_indikator] if rekap else [],
        "indikator_program": [_program(butir, rekap.induk.murni) for butir in rekap.daftar_indikator_program]
        if rekap
        else [],
        "rerata": _rerata_instansi(rekap) if rekap else _rerata() | dict.fromkeys(("cara", "batas")),
        "sasaran": [_sasaran(butir, rekap.induk.aturan) for butir in rekap.daftar_sasaran] if rekap else [],
        "anggaran": _anggaran(rekap) if rekap else dict.fromkeys(_UANG) | {"rincian": []},
    }


def _perubahan(satu: Perbedaan) -> dict[str, str | None]:
    return {
        "indikator": satu.indikator,
        "apa": satu.apa,
        "dulu": satu.dulu,
        "sekarang": satu.sekarang,
        "sebab": satu.sebab,
    }


def daftar_terbaca(daftar_temuan: tuple[Temuan, ...]) -> list[dict[str, str]]:
    """Return findings as plain objects, heaviest first."""
    return [_temuan(terbaca) for terbaca in jelaskan_semua(daftar_temuan)]


def _instansi(induk: Induk | None) -> dict[str, str] | None:
    return {"nama": induk.instansi.nama, "pemerintah": induk.instansi.pemerintah} if induk else None


def _daftar_ketepatan(hasil: HasilPeriksa) -> Iterator[Ketepatan]:
    """Yield each unit's form of each quarter with what was recorded of it."""
    for triwulan in hasil.daftar_triwulan:
        tenggat = hasil.induk.aturan.tenggat[triwulan.triwulan.nomor - 1] if hasil.induk else None
        for unit in triwulan.daftar_unit:
            yield nilai_ketepatan(unit.status, triwulan.catatan, tenggat)


def _unit(ketepatan: Ketepatan) -> dict[str, object]:
    status = ketepatan.status
    return {
        "kode": status.unit.kode,
        "nama": status.unit.nama,
        "periode": str(status.triwulan),
        "berkas": status.berkas or None,
        "status": status.status.value,
        "galat": status.galat,
        "peringatan": status.peringatan,
        "sel_ditolak": list(status.sel_ditolak),
        "diterima_dengan": status.diterima_dengan or None,
        "terlambat": ketepatan.terlambat,
    }


def _indikator(rekap: RekapIndikator, awal: Induk) -> dict[str, object]:
    indikator = rekap.indikator
    murni = awal.indikator(indikator.kode)
    return {
        "kode": indikator.kode,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "arah": indikator.arah.value,
        "cara_gabung": indikator.cara_gabung.value,
        "bobot": angka_tersimpan(indikator.bobot),
        "target": target_tersimpan(rekap.periode_ini.target),
        "target_tahun": target_tersimpan(rekap.setahun.target),
        "target_tahun_murni": target_tersimpan(murni.target_berlaku.tahun) if murni else None,
        "realisasi": angka_tersimpan(rekap.periode_ini.realisasi.angka),
        "realisasi_sampai": angka_tersimpan(rekap.setahun.realisasi.angka),
        "capaian": _capaian(rekap.periode_ini.capaian),
        "capaian_mentah": _mentah(rekap.periode_ini.capaian),
        "capaian_tahun": _capaian(rekap.setahun.capaian),
        "renstra": _renstra(rekap.renstra),
        "predikat": rekap.pita.predikat if rekap.pita else None,
        "sementara": rekap.sementara,
        "keterangan": rekap.keterangan or None,
    }


def _program(rekap: RekapIndikator, awal: Induk) -> dict[str, object]:
    return {"rekening": rekap.indikator.rekening} | _indikator(rekap, awal)


def _renstra(rekap: RekapRenstra) -> dict[str, str | None]:
    """Return what is compared with the target of the Renstra's end: one year's figure, or that of all its years."""
    return {
        "jenis": rekap.jenis.value,
        "target": target_tersimpan(rekap.ukuran.target),
        "realisasi": angka_tersimpan(rekap.ukuran.realisasi.angka),
        "capaian": _capaian(rekap.ukuran.capaian),
    }


def _capaian(capaian: HasilCapaian) -> str | None:
    return angka_tersimpan(capaian.angka) if isinstance(capaian, Capaian) else None


def _mentah(capaian: HasilCapaian) -> str | None:
    """Return what the formula gave, before cap and floor."""
    return angka_tersimpan(capaian.mentah) if isinstance(capaian, Capaian) else None


def _rerata(rerata: Rerata = TANPA_RERATA, pita: Pita | None = None) -> dict[str, object]:
    """Return a mean capaian with how many (`n`) of how many indicators (`dari`) it stands on."""
    return {
        "nilai": angka_tersimpan(rerata.angka),
        "n": rerata.ada,
        "dari": rerata.semua,
        "sementara": rerata.sementara,
        "menunggu": rerata.menunggu,
        "bobot": {"dinilai": angka_tersimpan(bobot.ada), "semua": angka_tersimpan(bobot.semua)}
        if (bobot := rerata.bobot)
        else None,
        "predikat": pita.predikat if pita else None,
    }


def _rerata_instansi(rekap: Rekap) -> dict[str, object]:
    """Return the agency's mean with the rule that made it and what bounds a capaian in it."""
    aturan = rekap.induk.aturan
    return _rerata(rekap.rerata, rekap.pita) | {
        "cara": aturan.cara_rata.value,
        "batas": sebutan_batas(aturan) or None,
    }


def _sasaran(rekap: RekapSasaran, aturan: Aturan) -> dict[str, object]:
    return {
        "kode": rekap.sasaran.kode,
        "nama": rekap.sasaran.nama,
        "rerata": _rerata(rekap.rerata, rekap.pita) | {"cara": SEBUTAN_SASARAN[aturan.cara_rata]},
        "efisiensi": {
            "nilai": angka_tersimpan(rekap.efisiensi.angka),
            "kinerja": angka_tersimpan(rekap.efisiensi.kinerja),
            "simpulan": rekap.efisiensi.simpulan,
        },
        "serapan": angka_tersimpan(rekap.anggaran.serapan),
    }


def _anggaran(rekap: Rekap) -> dict[str, object]:
    jumlah = rekap.anggaran
    return {
        "pagu": angka_tersimpan(jumlah.pagu),
        "pagu_murni": angka_tersimpan(jumlah_pagu(rekap.induk.murni)),
        "realisasi": angka_tersimpan(jumlah.realisasi.angka),
        "serapan": angka_tersimpan(jumlah.serapan),
        "rincian": [_rekening(baris) for baris in rekap.daftar_anggaran],
    }


def _rekening(baris: RekapAnggaran) -> dict[str, str | None]:
    return {
        "kode": baris.anggaran.kode,
        "pagu": angka_tersimpan(baris.pagu),
        "realisasi": angka_tersimpan(baris.realisasi.angka),
        "serapan": angka_tersimpan(baris.serapan),
        "fisik": angka_tersimpan(baris.fisik.angka),
    }


def _temuan(terbaca: TemuanTerbaca) -> dict[str, str]:
    return {
        "kode": terbaca.kode,
        "tingkat": terbaca.tingkat.value,
        "unit": terbaca.unit,
        "berkas": terbaca.asal.berkas,
        "lembar": terbaca.asal.lembar,
        "sel": terbaca.asal.sel,
        "nilai": terbaca.nilai,
        "pesan": terbaca.pesan,
        "perbaikan": terbaca.perbaikan,
    }
