"""Sentences built from figures: what was compared with what, and by how much. Never a cause."""

from __future__ import annotations

from decimal import Decimal

from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import SERATUS, Capaian, HasilCapaian, serapan
from lakip_gen.domain.nilai import BelumDilaporkan
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.rekap import Rekap, RekapSasaran
from lakip_gen.domain.rekap_anggaran import JumlahAnggaran
from lakip_gen.domain.rerata import Rerata, sebutan_instansi, sebutan_sasaran
from lakip_gen.laporan.kalimat_indikator import TANPA_PREDIKAT
from lakip_gen.laporan.sajian import SEMENTARA, capaian_persen, jumlah_predikat, persen_sajian, rupiah_sajian
from lakip_gen.pesan import bahasa


def kalimat_sasaran(rekap: RekapSasaran, periode: Periode, aturan: Aturan) -> str:
    """Return one sentence on the mean capaian of a sasaran."""
    if rekap.rerata.angka is None:
        return f"Capaian sasaran ini pada {periode.nama} belum dapat dihitung ({_banyak_dinilai(rekap.rerata)})."
    predikat = f" dengan predikat {rekap.pita.predikat}" if rekap.pita else ", sementara dan belum berpredikat"
    rata = capaian_persen(rekap.rerata.angka, aturan)
    dasar = sebutan_sasaran(aturan, f", {_banyak_dinilai(rekap.rerata)}")
    return f"Rata-rata capaian sasaran ini pada {periode.nama} adalah {rata}%{predikat} ({dasar})."


def _banyak_dinilai(rerata: Rerata) -> str:
    return f"{rerata.ada} dari {rerata.semua} indikator dinilai{rerata.kurang}"


def kalimat_anggaran(anggaran: JumlahAnggaran, periode: Periode, aturan: Aturan) -> str:
    """Return one sentence on the money spent up to the period's end."""
    pagu = f"Rp{rupiah_sajian(anggaran.pagu)}"
    awal = f"Realisasi anggaran sampai dengan akhir {periode.nama}"
    if isinstance(anggaran.realisasi.isi, BelumDilaporkan) and anggaran.sebagian is None:
        return f"{awal} dari pagu {pagu} {anggaran.realisasi.keterangan}."
    if anggaran.realisasi.angka is None or anggaran.serapan is None:
        alasan = anggaran.realisasi.keterangan or "pagu 0"
        return f"{awal} dari pagu {pagu} belum dapat dijumlahkan: {alasan}{_sebagian(anggaran, aturan)}."
    realisasi = f"Rp{rupiah_sajian(anggaran.realisasi)}"
    serap = persen_sajian(anggaran.serapan, aturan)
    tanpa = f" ({anggaran.realisasi.catatan} beserta pagunya)" if anggaran.realisasi.catatan else ""
    return f"{awal} sebesar {realisasi} atau {serap}% dari pagu {pagu}{tanpa}."


def _sebagian(anggaran: JumlahAnggaran, aturan: Aturan) -> str:
    """Return how much is known to be spent, and of how much; empty where that is nothing."""
    if anggaran.sebagian is None:
        return ""
    realisasi, pagu = anggaran.sebagian
    bagian = serapan(realisasi, pagu)
    persen = f" atau {persen_sajian(bagian, aturan)}%" if bagian is not None else ""
    return f"; yang sudah dilaporkan sebesar Rp{rupiah_sajian(realisasi)}{persen} dari pagunya, Rp{rupiah_sajian(pagu)}"


def daftar_ikhtisar(rekap: Rekap, pencilan: str = "") -> tuple[str, ...]:
    """Return the executive summary, sentence by sentence.

    Args:
        rekap: The figures.
        pencilan: What makes the mean alone, in a sentence of its own behind it; empty where nothing does.
    """
    rata = " ".join(filter(None, (_rerata(rekap), pencilan)))
    daftar = (_cakupan(rekap), _formulir(rekap), rata, _predikat(rekap), _anggaran(rekap))
    return tuple(filter(None, daftar))


def _cakupan(rekap: Rekap) -> str:
    sasaran, indikator = len(rekap.daftar_sasaran), len(rekap.daftar_indikator)
    return (
        f"Laporan {rekap.periode.nama} mencakup {bahasa.hitungan(sasaran)} sasaran strategis dengan "
        f"{bahasa.hitungan(indikator)} indikator kinerja; {_dinilai(rekap.rerata)}."
    )


def _dinilai(rerata: Rerata) -> str:
    """Return how many indicators are judged, how many of those stand on incomplete data, and why the rest are not."""
    tanpa = [f"{bahasa.hitungan(banyak)} {sebab.value}" for sebab, banyak in rerata.tanpa]
    if not rerata.ada:
        return ": ".join(filter(None, ("belum ada yang dapat dinilai", bahasa.gabung(tanpa))))
    bagian = "semuanya" if rerata.ada == rerata.semua else f"{bahasa.hitungan(rerata.ada)} di antaranya"
    awal = f"{bagian} sudah dapat dinilai"
    if not rerata.sementara:
        return bahasa.gabung([awal, *tanpa])
    kurang = f"{awal}, termasuk {bahasa.hitungan(rerata.sementara)} dari data yang belum lengkap"
    return "; ".join(filter(None, (kurang, bahasa.gabung(tanpa))))


def _formulir(rekap: Rekap) -> str:
    """Return how many of the forms of a longer period are there; of a quarter its report tells the units."""
    semua = len(rekap.daftar_status)
    if not semua or rekap.periode.jenis is Jenis.TRIWULAN:
        return ""
    ada = sum(status.status is StatusUnit.DITERIMA for status in rekap.daftar_status)
    if ada == semua:
        return f"Laporan ini disusun dari seluruh {bahasa.hitungan(semua)} laporan triwulan unit kerja."
    return (
        f"Laporan ini memuat {bahasa.hitungan(ada)} dari {bahasa.hitungan(semua)} laporan triwulan unit kerja; "
        "angka yang menunggu laporan lain belum lengkap."
    )


def _rerata(rekap: Rekap) -> str:
    if rekap.rerata.angka is None:
        return ""
    predikat = f" dengan predikat {rekap.pita.predikat}" if rekap.pita else TANPA_PREDIKAT
    rata = capaian_persen(rekap.rerata.angka, rekap.induk.aturan)
    cara = sebutan_instansi(rekap.induk.aturan)
    return f"Rata-rata capaian kinerja adalah {rata}%{predikat}, dihitung sebagai {cara}."


def _predikat(rekap: Rekap) -> str:
    berpredikat = rekap.rerata.ada - rekap.rerata.sementara
    if not berpredikat:
        return ""
    bagian = [
        f"{bahasa.hitungan(banyak)} indikator atau {bahasa.persen(bagian_persen(banyak, berpredikat))}% berpredikat "
        f"{pita.predikat}"
        for pita, banyak in jumlah_predikat(rekap)
        if pita is not None and banyak
    ]
    belum = f"; {bahasa.hitungan(rekap.rerata.sementara)} indikator {SEMENTARA}, belum berpredikat"
    return f"Menurut predikat: {bahasa.gabung(bagian)}{belum if rekap.rerata.sementara else ''}."


def bagian_persen(banyak: int, semua: int) -> Decimal:
    """Return a share in percent; 0 of nothing is 0."""
    return Decimal(banyak) / semua * SERATUS if semua else Decimal(0)


def _anggaran(rekap: Rekap) -> str:
    return kalimat_anggaran(rekap.anggaran, rekap.periode, rekap.induk.aturan) if rekap.daftar_anggaran else ""


def angka_capaian(capaian: HasilCapaian) -> Decimal | None:
    """Return the number of a capaian, None where there is none."""
    return capaian.angka if isinstance(capaian, Capaian) else None
