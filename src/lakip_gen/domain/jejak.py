"""The tree behind a figure: its formula, its inputs, and the cells they were typed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran, adalah_induk
from lakip_gen.domain.angka_tertulis import bulatkan, terbaca
from lakip_gen.domain.aturan import Aturan, CaraRata
from lakip_gen.domain.capaian import Capaian
from lakip_gen.domain.ketelitian import desimal_capaian, desimal_mentah, desimal_persen
from lakip_gen.domain.kinerja import Indikator, Riwayat, TargetTahunan
from lakip_gen.domain.nilai import (
    BelumDilaporkan,
    Hasil,
    Isian,
    Nilai,
    Pecahan,
    Rentang,
    Target,
    TidakBerlaku,
    TidakDitunggu,
)
from lakip_gen.domain.pengukuran import Pengukuran
from lakip_gen.domain.periode import Jenis, Periode, triwulan
from lakip_gen.domain.rekap import Rekap, RekapIndikator, RekapSasaran, RekapTriwulan, Sumber
from lakip_gen.domain.rekap_anggaran import RekapAnggaran, subkegiatan
from lakip_gen.domain.renstra import JenisRenstra
from lakip_gen.domain.rerata import Rerata, sebutan_instansi, sebutan_sasaran
from lakip_gen.domain.skema.induk_indikator import TAHUN_LALU
from lakip_gen.domain.target import JenisTarget, jumlah_target
from lakip_gen.domain.temuan import Asal

TARGET = "Target (T)"
INSTANSI = "instansi"
"""What is asked for in place of a kode to see where the agency's mean comes from."""
RUMUS_SERAPAN = "realisasi / pagu × 100"
DESIMAL_PERSEN = 2
"""A percentage that was worked out is shown as the reports show it."""
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
    aturan, milik = rekap.induk.aturan, indikator.indikator
    target = _jejak_target(milik, periode, aturan, indikator.periode_ini.target)
    bagian = [_jejak_pengukuran(f"Capaian {periode.nama}", indikator.periode_ini, aturan, indikator, dalam, target)]
    if periode.jenis is not Jenis.TAHUN:
        judul = f"Capaian s.d. {periode.nama_pendek} terhadap target tahun {periode.tahun}"
        target = Jejak(TARGET, _teks_target(indikator.setahun.target), asal=milik.asal.get("target_tahun"))
        bagian.append(_jejak_pengukuran(judul, indikator.setahun, aturan, indikator, indikator.daftar_triwulan, target))
    bagian += _jejak_pembanding(indikator, periode.tahun, aturan)
    return Jejak(f"{milik.kode} {milik.nama} ({milik.satuan})", "", daftar_bagian=tuple(bagian))


def _jejak_pengukuran(
    judul: str,
    ukur: Pengukuran,
    aturan: Aturan,
    indikator: RekapIndikator,
    daftar: tuple[RekapTriwulan, ...],
    target: Jejak,
) -> Jejak:
    gabung = Jejak(
        "Realisasi (R)",
        _teks_hasil(ukur.realisasi),
        _rumus_gabung(indikator, ukur) if len(daftar) > 1 else "",
        daftar_bagian=tuple(_jejak_triwulan(triwulan) for triwulan in daftar),
    )
    return Jejak(judul, _teks_capaian(ukur, aturan), _rumus_capaian(ukur, aturan), daftar_bagian=(target, gabung))


def _teks_capaian(ukur: Pengukuran, aturan: Aturan) -> str:
    if not isinstance(ukur.capaian, Capaian):
        return f"tidak dinilai: {ukur.capaian.alasan}"
    desimal = desimal_capaian(ukur.capaian.angka, aturan)
    return f"{_persen(ukur.capaian.angka, desimal)}{' (sementara)' if ukur.sementara else ''}"


def _rumus_capaian(ukur: Pengukuran, aturan: Aturan) -> str:
    if not isinstance(ukur.capaian, Capaian):
        return ""
    mentah = _persen(ukur.capaian.mentah, desimal_mentah(ukur.capaian.mentah, aturan))
    batas = f" = {mentah}, lalu dibatasi" if ukur.capaian.dibatasi else ""
    return f"{ukur.capaian.rumus}{batas}"


def _rumus_gabung(indikator: RekapIndikator, ukur: Pengukuran) -> str:
    """Return how the quarters make the figure, and what is missing in it."""
    return "; ".join(filter(None, (indikator.indikator.cara_gabung.sifat.rumus, ukur.realisasi.catatan)))


def _jejak_target(indikator: Indikator, periode: Periode, aturan: Aturan, nilai: Target | None) -> Jejak:
    """Return the tree behind a target: the one cell it stands in, or the cells of the quarters it is made of."""
    teks, berlaku = _teks_target(nilai), indikator.target_berlaku
    if periode.jenis is Jenis.TAHUN:
        return Jejak(TARGET, teks, asal=indikator.asal.get("target_tahun"))
    rumus, daftar_nomor = _bahan_target(indikator, berlaku, periode, aturan)
    ada = [(nomor, target) for nomor in daftar_nomor if (target := berlaku.triwulan[nomor - 1]) is not None]
    dipakai = ada if rumus else ada[-1:]
    bagian = tuple(
        Jejak(f"Target {triwulan(periode.tahun, n).nama}", _teks_target(t), asal=indikator.asal.get(f"target_{n}"))
        for n, t in dipakai
    )
    if len(bagian) == 1:
        return Jejak(TARGET, teks, asal=bagian[0].asal)
    return Jejak(TARGET, teks, rumus if bagian else "", daftar_bagian=bagian)


def _bahan_target(
    indikator: Indikator, berlaku: TargetTahunan, periode: Periode, aturan: Aturan
) -> tuple[str, Sequence[int]]:
    """Return how the quarters' targets make that of a period, empty where the last one is taken, and which ones do."""
    pertama, terakhir = periode.daftar_triwulan[0].nomor, periode.daftar_triwulan[-1].nomor
    cara, jenis = indikator.cara_gabung.sifat, indikator.jenis_target
    dijumlah = cara.gabung_target is jumlah_target
    if dijumlah and jenis is JenisTarget.KUMULATIF:
        sebelum = [nomor for nomor in range(1, pertama) if berlaku.triwulan[nomor - 1] is not None]
        return "selisih target kumulatif", [*sebelum[-1:], *range(pertama, terakhir + 1)]
    if cara.berjalan and jenis is JenisTarget.PER_TRIWULAN:
        return "jumlah target triwulan", range(1, terakhir + 1)
    rata = indikator.target_dirata(aturan) and jenis is JenisTarget.PER_TRIWULAN
    rumus = "jumlah target triwulan" if dijumlah else "rata-rata target triwulan" if rata else ""
    return rumus, range(pertama, terakhir + 1)


def _jejak_pembanding(milik: RekapIndikator, tahun: int, aturan: Aturan) -> list[Jejak]:
    """Return what an indicator is compared with beyond the year, each with its cell on the Riwayat sheet."""
    riwayat = milik.indikator.riwayat
    tahun_lalu = [
        (f"{sebutan} {lalu.tahun}", nilai, kunci)
        for lalu in riwayat.daftar_tahun
        for kolom in TAHUN_LALU
        if kolom.jarak == tahun - lalu.tahun
        for sebutan, kunci, nilai in (
            ("Target", kolom.target, lalu.target),
            ("Realisasi", kolom.realisasi, lalu.realisasi),
        )
    ]
    hasil = [_sel_riwayat(riwayat, nama, nilai, kunci) for nama, nilai, kunci in tahun_lalu if nilai is not None]
    hasil += _jejak_renstra(milik, tahun, aturan)
    if riwayat.standar_nasional is not None:
        hasil.append(_sel_riwayat(riwayat, "Standar nasional", riwayat.standar_nasional, "standar_nasional"))
    return hasil


def _sel_riwayat(riwayat: Riwayat, nama: str, nilai: Target | None, kunci: str) -> Jejak:
    return Jejak(nama, _teks_target(nilai), asal=riwayat.asal.get(kunci))


def _jejak_renstra(milik: RekapIndikator, tahun: int, aturan: Aturan) -> Iterator[Jejak]:
    """Give the tree behind the way to the Renstra's end, where it has a target."""
    riwayat, renstra = milik.indikator.riwayat, milik.renstra
    ukuran = renstra.ukuran
    if ukuran.target is None:
        return
    target = _sel_riwayat(riwayat, "Target akhir Renstra", ukuran.target, "target_renstra")
    kumulatif = renstra.jenis is JenisRenstra.KUMULATIF
    gabung = Jejak(
        f"Realisasi s.d. {tahun}",
        _teks_hasil(ukuran.realisasi),
        "realisasi s.d. tahun lalu + realisasi tahun ini" if kumulatif else "realisasi tahun ini",
        daftar_bagian=(_jejak_lalu(milik, tahun),) if kumulatif else (),
    )
    judul = f"Capaian s.d. {tahun} terhadap target akhir Renstra ({renstra.jenis.value})"
    nilai, rumus = _teks_capaian(ukuran, aturan), _rumus_capaian(ukuran, aturan)
    yield Jejak(judul, nilai, rumus, daftar_bagian=(target, gabung))


def _jejak_lalu(milik: RekapIndikator, tahun: int) -> Jejak:
    """Return what was reached up to last year: the cell it was typed in, or the years it is the sum of."""
    renstra, riwayat = milik.renstra, milik.indikator.riwayat
    kolom = {tahun - satu.jarak: satu.realisasi for satu in TAHUN_LALU}
    ada = {satu.tahun: satu.realisasi for satu in riwayat.daftar_tahun}
    return Jejak(
        f"Realisasi s.d. {tahun - 1}",
        _teks_hasil(renstra.lalu),
        "jumlah realisasi tahunan" if renstra.daftar_tahun else "",
        None if renstra.daftar_tahun else riwayat.asal.get("realisasi_renstra"),
        tuple(_sel_riwayat(riwayat, f"Realisasi {n}", ada[n], kolom[n]) for n in renstra.daftar_tahun),
    )


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
    anak = tuple(jejak_anggaran(rekap, lain) for lain in _di_bawah(rekap, baris))
    asal = baris.jawaban.asal.get("realisasi") if baris.jawaban else None
    bagian = (
        _jejak_pagu(baris),
        Jejak(
            f"Realisasi s.d. {rekap.periode.nama}",
            _teks_hasil(baris.realisasi),
            " ".join(filter(None, ("jumlah subkegiatan", baris.realisasi.catatan))) if anak else "",
            asal,
            anak,
        ),
        _jejak_fisik(rekap, baris),
    )
    kinerja = (jejak_indikator(rekap, satu) for satu in rekap.indikator_rekening(baris.anggaran.kode))
    nilai = _serapan(rekap, baris.serapan)
    judul = f"{baris.anggaran.kode} {baris.anggaran.uraian}"
    return Jejak(judul, nilai, RUMUS_SERAPAN, None, (*bagian, *_jejak_uang_renstra(baris.anggaran), *kinerja))


def _di_bawah(rekap: Rekap, baris: RekapAnggaran) -> tuple[RekapAnggaran, ...]:
    """Return the subkegiatan that a program or kegiatan is the sum of."""
    return tuple(
        lain
        for lain in rekap.daftar_anggaran
        if lain.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN
        and adalah_induk(baris.anggaran.kode, lain.anggaran.kode)
    )


def _jejak_fisik(rekap: Rekap, baris: RekapAnggaran) -> Jejak:
    """Return the tree behind a budget line's physical progress."""
    judul = f"Realisasi fisik s.d. {rekap.periode.nama}"
    if baris.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN:
        return Jejak(judul, _teks_fisik(baris), asal=baris.jawaban.asal.get("fisik") if baris.jawaban else None)
    anak = tuple(
        replace(_jejak_fisik(rekap, lain), nama=f"{lain.anggaran.kode} {lain.anggaran.uraian}, fisik")
        for lain in _di_bawah(rekap, baris)
    )
    return Jejak(judul, _teks_fisik(baris), "rata-rata subkegiatan, ditimbang dengan pagu", daftar_bagian=anak)


def _teks_fisik(baris: RekapAnggaran) -> str:
    return baris.fisik.keterangan if baris.fisik.angka is None else _persen(baris.fisik.angka)


def jejak_sasaran(rekap: Rekap, baris: RekapSasaran) -> Jejak:
    """Return the tree behind a sasaran's mean capaian, and behind the money spent for it."""
    bagian = [_jejak_rerata(rekap, baris)]
    if baris.daftar_anggaran:
        uang = tuple(jejak_anggaran(rekap, lain) for lain in baris.daftar_anggaran)
        serapan = _serapan(rekap, baris.anggaran.serapan)
        bagian.append(Jejak("Serapan anggaran sasaran", serapan, RUMUS_SERAPAN, daftar_bagian=uang))
    return Jejak(_nama_sasaran(baris), "", daftar_bagian=tuple(bagian))


def _jejak_rerata(rekap: Rekap, baris: RekapSasaran) -> Jejak:
    daftar = tuple(_capaian_indikator(rekap, indikator) for indikator in baris.daftar_indikator)
    rumus = sebutan_sasaran(rekap.induk.aturan, f" dari {baris.rerata.keterangan}")
    return Jejak(
        f"Rata-rata capaian {rekap.periode.nama}",
        _teks_rerata(baris.rerata, rekap.induk.aturan),
        rumus,
        daftar_bagian=daftar,
    )


def _teks_rerata(rerata: Rerata, aturan: Aturan) -> str:
    desimal = DESIMAL_PERSEN if rerata.angka is None else desimal_capaian(rerata.angka, aturan)
    return f"{_persen(rerata.angka, desimal)}{' (sementara)' if rerata.belum_tetap else ''}"


def jejak_instansi(rekap: Rekap) -> Jejak:
    """Return the tree behind the agency's mean capaian, made as its rule has it, and behind its money."""
    aturan = rekap.induk.aturan
    if aturan.cara_rata is CaraRata.SASARAN:
        daftar = tuple(replace(_jejak_rerata(rekap, s), nama=_nama_sasaran(s)) for s in rekap.daftar_sasaran)
    else:
        daftar = tuple(_capaian_indikator(rekap, indikator) for indikator in rekap.daftar_indikator)
    rumus = f"{sebutan_instansi(aturan)}; {rekap.rerata.keterangan}"
    judul = f"Rata-rata capaian {rekap.periode.nama}"
    bagian = [Jejak(judul, _teks_rerata(rekap.rerata, aturan), rumus, daftar_bagian=daftar)]
    if belanja := subkegiatan(rekap.daftar_anggaran):
        uang = tuple(jejak_anggaran(rekap, satu) for satu in belanja)
        bagian.append(
            Jejak("Serapan anggaran", _serapan(rekap, rekap.anggaran.serapan), RUMUS_SERAPAN, daftar_bagian=uang)
        )
    return Jejak(rekap.induk.instansi.nama, "", daftar_bagian=tuple(bagian))


def _nama_sasaran(baris: RekapSasaran) -> str:
    return f"{baris.sasaran.kode} {baris.sasaran.nama}"


def _capaian_indikator(rekap: Rekap, indikator: RekapIndikator) -> Jejak:
    pohon = jejak_indikator(rekap, indikator)
    capaian = replace(pohon.daftar_bagian[0], nama=pohon.nama)
    milik = indikator.indikator
    if not rekap.induk.aturan.berbobot or milik.bobot is None:
        return capaian
    bobot = Jejak("Bobot", _teks(milik.bobot), asal=milik.asal.get("bobot"))
    return replace(capaian, daftar_bagian=(*capaian.daftar_bagian, bobot))


def _jejak_pagu(baris: RekapAnggaran) -> Jejak:
    milik = baris.anggaran
    if milik.tingkat is not TingkatAnggaran.SUBKEGIATAN:
        return Jejak("Pagu", _teks(baris.pagu), "jumlah subkegiatan")
    return Jejak("Pagu", _teks(baris.pagu), asal=milik.asal.get("pagu_murni"))


def _jejak_uang_renstra(milik: Anggaran) -> list[Jejak]:
    """Return the figures of other years that formulir E.81 prints."""
    daftar = (
        ("Target Renstra", milik.pagu_renstra, "pagu_renstra"),
        ("Realisasi s.d. tahun lalu", milik.realisasi_lalu, "realisasi_lalu"),
    )
    return [Jejak(nama, _teks(nilai), asal=milik.asal.get(kunci)) for nama, nilai, kunci in daftar if nilai is not None]


def cari_jejak(rekap: Rekap, kode: str) -> Jejak | None:
    """Return the tree behind the indicator, budget line or sasaran of a kode, or behind the whole; None for none."""
    dicari = kode.strip().casefold()
    for indikator in rekap.daftar_indikator:
        if indikator.indikator.kode.casefold() == dicari:
            return jejak_indikator(rekap, indikator)
    for baris in rekap.daftar_anggaran:
        if baris.anggaran.kode.casefold() == dicari:
            return jejak_anggaran(rekap, baris)
    for sasaran in rekap.daftar_sasaran:
        if sasaran.sasaran.kode.casefold() == dicari:
            return jejak_sasaran(rekap, sasaran)
    return jejak_instansi(rekap) if dicari == INSTANSI else None


def _teks(angka: Decimal) -> str:
    return terbaca(bulatkan(angka, DESIMAL_JEJAK))


def _teks_hasil(hasil: Hasil) -> str:
    return hasil.keterangan if hasil.angka is None else _teks(hasil.angka)


def _serapan(rekap: Rekap, angka: Decimal | None) -> str:
    return _persen(angka, DESIMAL_PERSEN if angka is None else desimal_persen(angka, rekap.induk.aturan))


def _persen(angka: Decimal | None, desimal: int = DESIMAL_PERSEN) -> str:
    return "tidak dapat dihitung" if angka is None else f"{terbaca(bulatkan(angka, desimal))}%"


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
        case BelumDilaporkan(alasan) | TidakBerlaku(alasan) | TidakDitunggu(alasan):
            return alasan
    assert_never(isian)
