"""From the figures of all offices to the words of their page."""

from __future__ import annotations

from datetime import date

from lakip_gen.domain.kabupaten import KinerjaInstansi, RekapKabupaten
from lakip_gen.domain.teks import untuk_layar
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.html.status import Cell, Row, StatusPage, Table, Tone, render_status
from lakip_gen.laporan.pandangan_kabupaten import KabupatenPandangan
from lakip_gen.laporan.susun_kabupaten import keadaan_instansi
from lakip_gen.pesan.bahasa import KOSONG


def halaman_kabupaten(rekap: RekapKabupaten, jumlah: KabupatenPandangan, hari_ini: date) -> bytes:
    """Return the page of all offices: where each stands, what it reached, and what hinders it."""
    baris = zip(rekap.daftar, jumlah.daftar_instansi, strict=True)
    return render_status(
        StatusPage(
            agency=rekap.pemerintah,
            period=f"Perangkat Daerah, {rekap.periode.nama}",
            day=hari_ini,
            summary=(
                Cell(jumlah.formulir, "formulir unit diterima"),
                Cell(f"{sum(satu.sah for satu in rekap.daftar)} dari {len(rekap.daftar)}", "laporan disahkan"),
                Cell(f"{jumlah.rerata}", "rata-rata capaian (%)"),
                Cell(f"{jumlah.serapan}", "serapan anggaran (%)"),
            ),
            tables=(
                Table(
                    "Perangkat daerah",
                    "Capaian dan serapan dalam persen; predikat menurut skala masing-masing.",
                    ("Perangkat daerah", "Keadaan", "Formulir", "Capaian", "Serapan", "Temuan"),
                    tuple(
                        Row(
                            satu.nama,
                            untuk_layar(satu.folder) if satu.folder != satu.nama else "",
                            (
                                _keadaan(satu),
                                Cell(tampak.formulir, f"{satu.terlambat} terlambat" if satu.terlambat else ""),
                                Cell(f"{tampak.capaian}", tampak.predikat if satu.predikat else ""),
                                Cell(f"{tampak.serapan}"),
                                _temuan(satu),
                            ),
                        )
                        for satu, tampak in baris
                    ),
                ),
            ),
        )
    )


def _keadaan(satu: KinerjaInstansi) -> Cell:
    nada = Tone.BAD if satu.halangan else Tone.OPEN if satu.kurang or satu.capaian is None else Tone.GOOD
    tanda = {Tone.BAD: "✗", Tone.OPEN: "▶", Tone.GOOD: "✓"}[nada]
    angka = keadaan_instansi(satu)
    if satu.halangan and satu.terbaca:  # the figures may be whole where the report is not
        return Cell(f"{tanda} laporan terhalang", f"Angkanya {angka}. {satu.halangan}", nada)
    return Cell(f"{tanda} {angka}", satu.halangan, nada)


def _temuan(satu: KinerjaInstansi) -> Cell:
    galat, peringatan = satu.banyak(Tingkat.GALAT), satu.banyak(Tingkat.PERINGATAN)
    if not galat + peringatan:
        return Cell(KOSONG)
    return Cell(f"{galat} galat, {peringatan} peringatan", "", Tone.BAD if galat else Tone.OPEN)
