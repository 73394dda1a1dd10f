"""The tree behind a figure: its formula, its inputs, and the cells they were typed in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lakip_gen.domain.anggaran import TingkatAnggaran, adalah_induk
from lakip_gen.domain.angka import bulatkan, polos
from lakip_gen.domain.capaian import Capaian
from lakip_gen.domain.nilai import BelumDilaporkan, Isian, Nilai, Pecahan, Rentang, Target, TidakBerlaku
from lakip_gen.domain.periode import Jenis
from lakip_gen.domain.rekap import Pengukuran, Rekap, RekapAnggaran, RekapIndikator, RekapTriwulan, Sumber
from lakip_gen.domain.temuan import Asal

DESIMAL_JEJAK = 10
"""Figures that do not end are shown with so many decimals."""


@dataclass(frozen=True, slots=True)
class Jejak:
    """One figure with where it comes from: a formula over its parts, or a cell."""

    nama: str
    nilai: str
    rumus: str = ""
    asal: Asal | None = None
    daftar_bagian: tuple[Jejak, ...] = ()


def jejak_indikator(rekap: Rekap, indikator: RekapIndikator) -> Jejak:
    """Return the tree behind an indicator's figures of a period."""
    periode = rekap.periode
    dalam = tuple(t for t in indikator.daftar_triwulan if t.periode in periode.daftar_triwulan)
    bagian = [_jejak_pengukuran(f"Capaian {periode.nama}", indikator.periode_ini, indikator, dalam)]
    if periode.jenis is not Jenis.TAHUN:
        judul = f"Capaian s.d. {periode.nama_pendek} terhadap target tahun {periode.tahun}"
        bagian.append(_jejak_pengukuran(judul, indikator.setahun, indikator, indikator.daftar_triwulan))
    milik = indikator.indikator
    return Jejak(f"{milik.kode} {milik.nama} ({milik.satuan})", "", daftar_bagian=tuple(bagian))


def _jejak_pengukuran(
    judul: str, ukur: Pengukuran, indikator: RekapIndikator, daftar: tuple[RekapTriwulan, ...]
) -> Jejak:
    capaian = ukur.capaian
    nilai = f"{_teks(capaian.angka)}%" if isinstance(capaian, Capaian) else f"tidak dinilai: {capaian.alasan}"
    rumus = capaian.rumus if isinstance(capaian, Capaian) else ""
    if isinstance(capaian, Capaian) and capaian.dibatasi:
        rumus += f" = {_teks(capaian.mentah)}%, lalu dibatasi"
    target = Jejak("Target (T)", _teks_target(ukur.target), "buku induk, lembar Indikator")
    realisasi = ukur.realisasi
    gabung = Jejak(
        "Realisasi (R)",
        realisasi.keterangan if realisasi.angka is None else _teks(realisasi.angka),
        indikator.indikator.cara_gabung.sifat.rumus if len(daftar) > 1 else "",
        daftar_bagian=tuple(_jejak_triwulan(triwulan) for triwulan in daftar),
    )
    return Jejak(judul, nilai, rumus, daftar_bagian=(target, gabung))


def _jejak_triwulan(triwulan: RekapTriwulan) -> Jejak:
    return Jejak(
        triwulan.periode.nama,
        _teks_isian(triwulan.isian),
        "gabungan antarunit" if len(triwulan.daftar_sumber) > 1 else "",
        daftar_bagian=tuple(_jejak_sumber(sumber) for sumber in triwulan.daftar_sumber),
    )


def _jejak_sumber(sumber: Sumber) -> Jejak:
    asal = sumber.jawaban.asal if sumber.jawaban else {}
    if isinstance(sumber.isian, Pecahan):
        bagian = (
            Jejak("Pembilang", _teks(sumber.isian.pembilang), asal=asal.get("pembilang")),
            Jejak("Penyebut", _teks(sumber.isian.penyebut), asal=asal.get("penyebut")),
        )
        return Jejak(sumber.unit.nama, _teks_isian(sumber.isian), daftar_bagian=bagian)
    return Jejak(sumber.unit.nama, _teks_isian(sumber.isian), asal=asal.get("realisasi"))


def jejak_anggaran(rekap: Rekap, baris: RekapAnggaran) -> Jejak:
    """Return the tree behind a budget line's figures of a period, in rupiah."""
    anak = tuple(
        jejak_anggaran(rekap, lain)
        for lain in rekap.daftar_anggaran
        if lain.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN
        and adalah_induk(baris.anggaran.kode, lain.anggaran.kode)
    )
    asal = baris.jawaban.asal.get("realisasi") if baris.jawaban else None
    realisasi = baris.realisasi
    bagian = (
        Jejak("Pagu", _teks(baris.pagu), "buku induk, lembar Anggaran"),
        Jejak(
            f"Realisasi s.d. {rekap.periode.nama}",
            realisasi.keterangan if realisasi.angka is None else _teks(realisasi.angka),
            "jumlah subkegiatan" if anak else "",
            asal,
            anak,
        ),
    )
    nilai = "tidak dapat dihitung" if baris.serapan is None else f"{_teks(baris.serapan)}%"
    return Jejak(f"{baris.anggaran.kode} {baris.anggaran.uraian}", nilai, "realisasi / pagu × 100", None, bagian)


def cari_jejak(rekap: Rekap, kode: str) -> Jejak | None:
    """Return the tree behind the indicator or budget line of a kode; None when there is none."""
    dicari = kode.strip().casefold()
    for indikator in rekap.daftar_indikator:
        if indikator.indikator.kode.casefold() == dicari:
            return jejak_indikator(rekap, indikator)
    for baris in rekap.daftar_anggaran:
        if baris.anggaran.kode.casefold() == dicari:
            return jejak_anggaran(rekap, baris)
    return None


def _teks(angka: Decimal) -> str:
    return polos(bulatkan(angka, DESIMAL_JEJAK)).replace(".", ",")


def _teks_target(target: Target | None) -> str:
    match target:
        case None:
            return "belum ditetapkan"
        case Rentang(bawah, atas):
            return f"{_teks(bawah)} s.d. {_teks(atas)}"
    return _teks(target)


def _teks_isian(isian: Isian) -> str:
    match isian:
        case Nilai(angka):
            return _teks(angka)
        case Pecahan(pembilang, penyebut):
            return f"{_teks(pembilang)} / {_teks(penyebut)}"
        case BelumDilaporkan(alasan) | TidakBerlaku(alasan):
            return alasan
