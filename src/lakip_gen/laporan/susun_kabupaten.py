"""From the figures of all offices to what the head of the region reads."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.kabupaten import KinerjaInstansi, RekapKabupaten
from lakip_gen.domain.ketelitian import desimal_beda
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_kabupaten import InstansiPandangan, KabupatenPandangan
from lakip_gen.laporan.sajian import SEMENTARA
from lakip_gen.pesan import bahasa

JUDUL: Final = "Ringkasan Kinerja Perangkat Daerah"
CATATAN: Final = (
    "Rata-rata capaian menghitung tiap perangkat daerah sama; predikat menurut skala masing-masing. Pagu dan "
    "realisasi dijumlahkan dari perangkat daerah yang realisasinya sudah diketahui."
)
"""What the last row of the table holds, in Word and in Excel."""
TERLEMAH: Final = 5
"""So many offices with the lowest mean capaian are named."""
DESIMAL: Final = 2


def persen_kabupaten(angka: Decimal) -> str:
    """Return a percentage with two decimals, or as many more as tell it from 100."""
    return bahasa.minus(bahasa.persen(angka, desimal_beda(angka, (SERATUS,), DESIMAL)))


def keadaan_instansi(satu: KinerjaInstansi) -> str:
    """Return in a few words whether an office's figures are whole."""
    if satu.sah:
        return "disahkan"
    if satu.capaian is None:
        return "belum ada angka" if satu.terbaca else "belum terbaca"
    if satu.kurang:
        return f"kurang {satu.kurang} formulir"
    return SEMENTARA if satu.sementara else "lengkap"


def susun_kabupaten(rekap: RekapKabupaten) -> KabupatenPandangan:
    """Return the view of all offices."""
    return KabupatenPandangan(
        judul=JUDUL,
        pemerintah=rekap.pemerintah,
        periode=rekap.periode.nama,
        periode_pendek=rekap.periode.nama_pendek,
        daftar_kalimat=tuple(_kalimat(rekap)),
        daftar_perhatian=tuple(_perhatian(rekap)),
        daftar_instansi=tuple(_instansi(nomor, satu) for nomor, satu in enumerate(rekap.daftar, start=1)),
        rerata=_persen(rekap.rerata),
        pagu=_rupiah(rekap.pagu),
        realisasi=_rupiah(rekap.realisasi),
        serapan=_persen(rekap.serapan),
        formulir=_formulir(rekap.diterima, rekap.seluruhnya),
    )


def _instansi(nomor: int, satu: KinerjaInstansi) -> InstansiPandangan:
    return InstansiPandangan(
        nomor=nomor,
        nama=satu.nama,
        formulir=_formulir(satu.diterima, satu.seluruhnya),
        capaian=_persen(satu.capaian, sementara=satu.sementara),
        predikat=satu.predikat or bahasa.KOSONG,
        pagu=_rupiah(satu.pagu),
        realisasi=_rupiah(satu.realisasi),
        serapan=_persen(satu.serapan),
        keadaan=keadaan_instansi(satu),
    )


def _formulir(diterima: int, seluruhnya: int) -> str:
    return f"{diterima} dari {seluruhnya}" if seluruhnya else bahasa.KOSONG


def _persen(angka: Decimal | None, *, sementara: bool = False) -> Angka:
    if angka is None:
        return Angka(bahasa.KOSONG)
    return Angka(persen_kabupaten(angka), angka, SEMENTARA if sementara else "")


def _rupiah(angka: Decimal | None) -> Angka:
    return Angka(bahasa.KOSONG) if angka is None else Angka(bahasa.minus(bahasa.rupiah(angka)), angka)


def _kalimat(rekap: RekapKabupaten) -> Iterator[str]:
    """Yield what was reached: forms, capaian, money."""
    banyak = len(rekap.daftar)
    terbaca = sum(satu.terbaca for satu in rekap.daftar)
    dari = f"{banyak}" if terbaca == banyak else f"{terbaca} dari {banyak}"
    terlambat = f", {rekap.terlambat} di antaranya sesudah batas waktu" if rekap.terlambat else ""
    yield (
        f"{rekap.diterima} dari {rekap.seluruhnya} formulir unit kerja pada {dari} perangkat daerah telah "
        f"diterima{terlambat}."
    )
    if rekap.rerata is None:
        yield f"Capaian kinerja {rekap.periode.nama} belum dapat dinilai."
    else:
        dinilai = rekap.dinilai
        yield (
            f"Rata-rata capaian kinerja {len(dinilai)} dari {banyak} perangkat daerah yang dapat dinilai adalah "
            f"{persen_kabupaten(rekap.rerata)}%" + _rentang(dinilai)
        )
    if rekap.serapan is not None:
        semua = "" if len(rekap.berangka) == banyak else f" {len(rekap.berangka)} perangkat daerah"
        yield (
            f"Realisasi anggaran{semua} sampai dengan {rekap.periode.nama} adalah "
            f"Rp{_rupiah(rekap.realisasi)} dari pagu Rp{_rupiah(rekap.pagu)} "
            f"({persen_kabupaten(rekap.serapan)}%)."
        )


def _rentang(dinilai: tuple[KinerjaInstansi, ...]) -> str:
    """Return the end of the sentence on the mean: the highest and the lowest, where they differ."""
    atas, bawah = dinilai[0], dinilai[-1]
    if atas.capaian == bawah.capaian:
        return "."
    return f"; tertinggi {_bercapaian(atas)} dan terendah {_bercapaian(bawah)}."


def _bercapaian(satu: KinerjaInstansi) -> str:
    angka = _persen(satu.capaian).persen
    return f"{satu.nama} ({angka}, {SEMENTARA})" if satu.sementara else f"{satu.nama} ({angka})"


def _perhatian(rekap: RekapKabupaten) -> Iterator[str]:
    """Yield what somebody has to see to: figures that are missing, and the lowest that are not."""
    for satu in rekap.daftar:
        if not satu.terbaca:
            yield f"Angka {satu.nama} belum terbaca ketika ringkasan ini disusun."
        elif satu.capaian is None:
            yield f"{satu.nama} belum menyampaikan angka yang dapat dinilai."
        elif satu.kurang:
            yield f"{satu.nama} masih menunggu {satu.kurang} formulir unit kerja; angkanya belum final."
    rendah = [satu for satu in reversed(rekap.dinilai) if satu.capaian is not None and satu.capaian < SERATUS]
    if rendah:
        yield f"Capaian terendah di bawah 100%: {bahasa.gabung([_bercapaian(satu) for satu in rendah[:TERLEMAH]])}."
