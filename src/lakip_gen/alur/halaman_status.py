"""From where a year stands to the words of its page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lakip_gen.alur.papan import Papan
from lakip_gen.alur.status_tahun import KeadaanDraf, KeadaanTahun
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.domain.rekap import RekapIndikator
from lakip_gen.domain.skema.induk import DISIMPULKAN
from lakip_gen.html.status import Cell, Row, StatusPage, Table, Tone, render_status
from lakip_gen.laporan.sajian import capaian_sajian, predikat_sajian
from lakip_gen.pesan.bahasa import KOSONG
from lakip_gen.pesan.status import rupa
from lakip_gen.pesan.tindakan import Pintu, ucapkan
from lakip_gen.sop.keadaan import Cara, Keadaan, KeadaanLangkah
from lakip_gen.sop.ketepatan import Ketepatan

_NADA_UNIT: Final = {StatusUnit.DITERIMA: Tone.GOOD, StatusUnit.BELUM: Tone.OPEN, StatusUnit.DITOLAK: Tone.BAD}
_NADA_LANGKAH: Final = {
    Keadaan.SELESAI: Tone.GOOD,
    Keadaan.BERJALAN: Tone.OPEN,
    Keadaan.DIKEMBALIKAN: Tone.BAD,
    Keadaan.MENUNGGU: Tone.PLAIN,
}
_TANDA_LANGKAH: Final = {
    Keadaan.SELESAI: "✓",
    Keadaan.BERJALAN: "▶",
    Keadaan.DIKEMBALIKAN: "✗",
    Keadaan.MENUNGGU: "○",
}
_CARA: Final = {Cara.TERBUKTI: "terbukti", Cara.TERCATAT: "tercatat", Cara.TERSIRAT: "tanpa bukti"}


def halaman_status(tahun: KeadaanTahun) -> bytes:
    """Return the page of a year whose buku induk is fit."""
    tabel = (tabel_formulir(tahun), tabel_laporan(tahun), _indikator(tahun), *_papan(tahun))
    return render_status(
        StatusPage(
            agency=tahun.induk.instansi.nama,
            period=tahun.hasil.periode.nama,
            day=tahun.hari_ini,
            summary=_ringkas(tahun),
            tables=tuple(satu for satu in tabel if satu.rows),
        )
    )


def _ringkas(tahun: KeadaanTahun) -> tuple[Cell, ...]:
    semua = tahun.daftar_ketepatan
    diterima = sum(satu.status.status is StatusUnit.DITERIMA for satu in semua)
    terlambat = sum(bool(satu.terlambat) for satu in semua)
    lewat = sum(bool(satu.lewat) for satu in semua)
    draf = sum(bool(satu.nama) for satu in tahun.per_draf.values())
    sah = sum(papan.sah is not None for papan in tahun.per_periode.values())
    return (
        Cell(f"{diterima} dari {len(semua)}", "formulir diterima"),
        Cell(f"{lewat}", "formulir lewat batas dan belum ada"),
        Cell(f"{terlambat}", "formulir tercatat terlambat"),
        Cell(f"{draf} dari {len(tahun.per_draf)}", "laporan sudah ada drafnya"),
        Cell(f"{sah} dari {len(tahun.per_periode)}", "laporan disahkan"),
    )


def tabel_formulir(tahun: KeadaanTahun) -> Table:
    """Return the table of unit by quarter."""
    per_unit: dict[str, dict[Periode, Ketepatan]] = {}
    for satu in tahun.daftar_ketepatan:
        per_unit.setdefault(satu.status.unit.kode, {})[satu.status.triwulan] = satu
    triwulan = tahun.hasil.periode.daftar_triwulan
    return Table(
        "Formulir",
        "Terlambat hanya yang penerimaannya dicatat sesudah batas; terlihat berarti sudah ada di folder pada hari itu.",
        ("Unit", *(satu.nama_pendek for satu in triwulan), "Diterima"),
        tuple(
            Row(kode, _nama_unit(milik), (*(_sel_unit(milik.get(satu)) for satu in triwulan), _jumlah_unit(milik)))
            for kode, milik in per_unit.items()
        ),
    )


def _nama_unit(milik: dict[Periode, Ketepatan]) -> str:
    return next(iter(milik.values())).status.unit.nama


def _sel_unit(satu: Ketepatan | None) -> Cell:
    if satu is None:
        return Cell(KOSONG, "belum atau tidak lagi ada")
    nada = Tone.BAD if satu.lewat else _NADA_UNIT[satu.status.status]
    return Cell(rupa(satu.status), satu.kalimat, nada)


def _jumlah_unit(milik: dict[Periode, Ketepatan]) -> Cell:
    diterima = sum(satu.status.status is StatusUnit.DITERIMA for satu in milik.values())
    return Cell(f"{diterima} dari {len(milik)}")


def tabel_laporan(tahun: KeadaanTahun) -> Table:
    """Return the table of the year's reports."""
    return Table(
        "Laporan",
        "",
        ("Laporan", "Draf", "Langkah SOP", "Pengesahan"),
        tuple(
            Row(periode.nama, "", (_sel_draf(papan, tahun.per_draf[periode]), _sel_langkah(papan), _sel_sah(papan)))
            for periode, papan in tahun.per_periode.items()
        ),
    )


def _sel_draf(papan: Papan, draf: KeadaanDraf) -> Cell:
    if not draf.nama:
        return Cell("○ belum ada")
    disunting = "disunting" if draf.disunting else "belum disunting"
    if papan.terkini or papan.sah:
        return Cell("✓ ada", f"{draf.nama}, {disunting}", Tone.GOOD)
    return Cell("! perlu disusun lagi", f"{draf.nama}, {disunting}; berkasnya berubah sesudah itu", Tone.OPEN)


def _sel_langkah(papan: Papan) -> Cell:
    semua = papan.daftar_langkah
    if not semua:
        return Cell(KOSONG, "buku induk tanpa SOP")
    selesai = sum(satu.keadaan is Keadaan.SELESAI for satu in semua)
    terlambat = sum(satu.terlambat for satu in semua)
    catatan = f"{terlambat} terlambat" if terlambat else ""
    nada = Tone.GOOD if selesai == len(semua) else Tone.OPEN if selesai else Tone.PLAIN
    return Cell(f"{selesai} dari {len(semua)} selesai", catatan, nada)


def _sel_sah(papan: Papan) -> Cell:
    if papan.sah is None:
        return Cell("○ belum")
    if not papan.sah.whole:
        return Cell("✗ arsip tidak utuh", papan.sah.said.arsip, Tone.BAD)
    oleh = f" oleh {papan.sah.said.oleh}" if papan.sah.said.oleh else ""
    return Cell("✓ disahkan", f"{papan.sah.said.tanggal:%d-%m-%Y}{oleh}", Tone.GOOD)


def _indikator(tahun: KeadaanTahun) -> Table:
    """Return the table of indicator by quarter, then the year: capaian in percent, and its predikat in a word."""
    daftar_periode = (*tahun.hasil.periode.daftar_triwulan, tahun.hasil.periode)
    nama: dict[str, str] = {}
    per_kode: dict[str, dict[Periode, Cell]] = {}
    for periode in daftar_periode:
        rekap = tahun.per_periode[periode].rekap
        for satu in rekap.daftar_indikator if rekap else ():
            kode = satu.indikator.kode
            nama[kode] = satu.indikator.nama  # the last one: words may change in the year
            per_kode.setdefault(kode, {})[periode] = _sel_indikator(satu, tahun.induk.aturan)
    kosong = Cell(KOSONG)
    return Table(
        "Indikator",
        "Capaian terhadap target periodenya, dalam persen, dan predikatnya.",
        ("Indikator", *(satu.nama_pendek for satu in daftar_periode)),
        tuple(
            Row(kode, nama[kode], tuple(milik.get(satu, kosong) for satu in daftar_periode))
            for kode, milik in per_kode.items()
        ),
    )


def _sel_indikator(satu: RekapIndikator, aturan: Aturan) -> Cell:
    if satu.periode_ini.dinilai is None:
        return Cell(KOSONG, satu.tanpa_capaian.value if satu.tanpa_capaian else "")
    return Cell(f"{capaian_sajian(satu.periode_ini, aturan)}%", predikat_sajian(satu.pita, sementara=satu.sementara))


def _papan(tahun: KeadaanTahun) -> Iterator[Table]:
    """Yield the board of each period."""
    for periode, papan in tahun.per_periode.items():
        yield tabel_langkah(periode, papan)


def tabel_langkah(periode: Periode, papan: Papan, pintu: Pintu = Pintu.TERMINAL) -> Table:
    """Return the table of a period's steps, in the words of a door."""
    return Table(
        f"SOP {periode.nama_pendek if periode.jenis is not Jenis.TAHUN else 'Tahun'}",
        "",
        ("Langkah", "Keadaan", "Pelaksana", "Batas"),
        tuple(_baris_langkah(satu, pintu) for satu in papan.daftar_langkah),
    )


def _baris_langkah(satu: KeadaanLangkah, pintu: Pintu) -> Row:
    langkah = satu.langkah
    catatan = ", ".join(
        filter(
            None,
            (
                _CARA[satu.cara] if satu.cara else "",
                f"menunggu {ucapkan(satu.tunggu, pintu)}" if satu.tunggu else "",
                "dasarnya sudah berubah" if satu.kedaluwarsa else "",
            ),
        )
    )
    return Row(
        langkah.tanda,
        langkah.kegiatan,
        (
            Cell(f"{_TANDA_LANGKAH[satu.keadaan]} {satu.keadaan.value}", catatan, _NADA_LANGKAH[satu.keadaan]),
            Cell(langkah.pelaksana or KOSONG, "" if langkah.pasti or not langkah.pelaksana else DISIMPULKAN),
            Cell(
                f"{satu.tenggat:%d-%m-%Y}" if satu.tenggat else KOSONG,
                "terlambat" if satu.terlambat else "",
                Tone.BAD if satu.terlambat else Tone.PLAIN,
            ),
        ),
    )
