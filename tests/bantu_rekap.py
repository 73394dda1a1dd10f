"""A small agency with one of everything that a rekap must show, and workbooks read back as plain cells."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from io import BytesIO

from openpyxl import load_workbook

from bantu_induk import SKALA_SAKIP as SAKIP
from bantu_induk import TAHUN, aksi, dinilai, indikator, induk, jawaban, kumpulan, laporan, rekening_atas, subkegiatan
from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import IsianAnggaran, IsianBulan, Kumpulan, Pengesahan
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.nilai import Nilai
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.domain.rekap import Rekap, susun_rekap
from lakip_gen.domain.target import JenisTarget
from lakip_gen.domain.temuan import Asal, Tingkat
from lakip_gen.pesan.katalog import TemuanTerbaca

SERANGAN = ("=cmd|' /C calc'!A0", "<script>alert(1)</script>", "{{7*7}}")
"""Texts that some program might run, were they not kept as texts."""

RIWAYAT = Riwayat(
    (
        TahunLalu(TAHUN - 2, Decimal(8), Decimal(7)),
        TahunLalu(TAHUN - 1, Decimal(9), Decimal(10)),
    ),
    target_renstra=Decimal(12),
)
DAFTAR_INDIKATOR = (
    indikator(
        "I1",
        tahun=10,
        triwulan=(1, 2, 3, 4),
        cara=CaraGabung.JUMLAH,
        jenis=JenisTarget.PER_TRIWULAN,
        nama="Jumlah layanan",
        riwayat=RIWAYAT,
    ),
    indikator("I2", tahun=90, triwulan=(90,) * 4, desimal=2, satuan="%", nama="Persentase layanan", riwayat=RIWAYAT),
    indikator("I3", tahun=4, triwulan=(4,) * 4, skala=SAKIP, nama="Predikat akuntabilitas", sasaran="S2"),
    indikator("I4", tahun=(60, 80), triwulan=((60, 80),) * 4, arah=Arah.RENTANG, sasaran="S2", unit=("U2",)),
    indikator("I5", tahun=0, triwulan=(0,) * 4, nama="Kejadian", arah=Arah.TURUN, sasaran="S2"),
)
DAFTAR_ANGGARAN = (
    rekening_atas("1.01", TingkatAnggaran.PROGRAM),
    rekening_atas("1.01.1"),
    subkegiatan("1.01.1.1", 1_000_000, pagu_renstra=Decimal(5_000_000), realisasi_lalu=Decimal(2_000_000)),
    subkegiatan("1.01.1.2", 3_000_000, unit="U2", sasaran="S2"),
)


def agensi(**ubah: object) -> Induk:
    """Return the agency's year."""
    dasar = induk(
        *DAFTAR_INDIKATOR,
        anggaran=DAFTAR_ANGGARAN,
        aturan=Aturan(batas_atas=Decimal(120)),
        daftar_aksi=(aksi(),),
    )
    return replace(dasar, **ubah)


def kiriman(buku: Induk | None = None) -> Kumpulan:
    """Return what the units sent: U1 for both quarters, U2 for the first alone."""
    sah = Pengesahan(
        penyusun="Seseorang",
        tanggal=date(TAHUN, 4, 8),
        disetujui="disetujui",
        pengesah="Kepala U1",
        jabatan_pengesah="Kepala Bidang",
        tanggal_pengesahan=date(TAHUN, 4, 9),
        catatan="Sudah benar.",
    )
    bulan = (
        IsianBulan("Maret", "", "Lima berita acara", "Cuaca", "Uji fungsi"),
        IsianBulan("Februari"),
        IsianBulan("Januari", "Rapat"),
    )
    angka = {"I1": 2, "I2": Decimal("85.555"), "I3": 3, "I5": 1}
    satu = laporan("U1", 1, angka, {"1.01.1.1": 250_000}, pengesahan=sah, daftar_bulan=bulan)
    dua = laporan("U1", 2, angka | {"I1": 1}, {"1.01.1.1": 600_000})
    lain = laporan("U2", 1, {"I4": 70}, {"1.01.1.2": 0})
    return kumpulan(*(dinilai(milik, buku or agensi()) for milik in (satu, dua, lain)))


def daftar_status(isi: Kumpulan, periode: Periode) -> tuple[StatusLaporan, ...]:
    """Return where the forms of U1 and U2 stand, quarter by quarter."""
    return tuple(
        StatusLaporan(
            unit=unit,
            triwulan=satu,
            status=StatusUnit.DITERIMA if milik else StatusUnit.BELUM,
            berkas=milik.berkas if milik else "",
            peringatan=1 if milik else 0,
            laporan=milik,
        )
        for satu in periode.sampai_dengan
        for unit in agensi().daftar_unit
        for milik in (isi.laporan(unit.kode, satu),)
    )


def rekap(teks: str = "2025-TW2", **ubah: object) -> Rekap:
    """Return the agency's figures of a period."""
    periode, buku = Periode.parse(teks), agensi(**ubah)
    isi = kiriman(buku)
    return susun_rekap(buku, periode, isi, daftar_status(isi, periode))


def rekap_kosong(teks: str = "2025-TW1") -> Rekap:
    """Return the figures of an agency that has nothing at all."""
    hampa = replace(
        agensi(), daftar_unit=(), daftar_sasaran=(), daftar_indikator=(), daftar_anggaran=(), daftar_aksi=()
    )
    return susun_rekap(hampa, Periode.parse(teks), Kumpulan({}))


def rekap_sunyi(teks: str = "2025-TW1") -> Rekap:
    """Return the figures of a period in which no unit reported anything."""
    periode = Periode.parse(teks)
    return susun_rekap(agensi(), periode, Kumpulan({}), daftar_status(Kumpulan({}), periode))


def rekap_serangan() -> Rekap:
    """Return figures whose every free text is an attack."""
    rumus, skrip, templat = SERANGAN
    daftar = (replace(DAFTAR_INDIKATOR[0], nama=rumus, satuan=skrip),)
    dasar = agensi(daftar_indikator=daftar)
    jahat = replace(
        dasar,
        instansi=replace(dasar.instansi, nama=templat),
        daftar_unit=tuple(replace(unit, nama=skrip) for unit in dasar.daftar_unit),
        daftar_sasaran=tuple(replace(sasaran, nama=rumus) for sasaran in dasar.daftar_sasaran),
        daftar_anggaran=tuple(replace(anggaran, uraian=rumus) for anggaran in dasar.daftar_anggaran),
    )
    uang = IsianAnggaran("1.01.1.1", Nilai(Decimal(1)), Nilai(Decimal(1)), rumus)
    kirim = replace(laporan("U1", 1), berkas=skrip, daftar_indikator=(jawaban("I1", 1),), daftar_anggaran=(uang,))
    unit = jahat.daftar_unit[0]
    status = StatusLaporan(
        unit=unit, triwulan=triwulan(TAHUN, 1), status=StatusUnit.DITERIMA, berkas=skrip, laporan=kirim
    )
    return susun_rekap(jahat, triwulan(TAHUN, 1), kumpulan(kirim), (status,))


def terbaca(
    kode: str = "angka-mendua",
    tingkat: Tingkat = Tingkat.GALAT,
    unit: str = "U1",
    sel: str = "F12",
    **ubah: object,
) -> TemuanTerbaca:
    """Return a finding in words."""
    dasar = TemuanTerbaca(
        kode=kode,
        tingkat=tingkat,
        judul=f"Judul {kode}",
        unit=unit,
        asal=Asal("U1-TW1.xlsx", "Indikator", sel),
        nilai="1.100",
        pesan=f"Pesan {kode}.",
        perbaikan=f"Perbaikan {kode}.",
    )
    return replace(dasar, **ubah)


DAFTAR_TEMUAN = (
    terbaca(),
    terbaca(sel="F9"),
    terbaca("data-dukung-kosong", Tingkat.PERINGATAN, nilai=""),
    terbaca("angka-teks", Tingkat.INFO, unit="U2", asal=Asal("U2-TW1.xlsx", "Anggaran", "F7")),
    terbaca("bukan-formulir", unit="", asal=Asal("lain.xlsx"), nilai=""),
)
"""Four faults in five places: two of a unit, one of another, one of no unit."""


@lru_cache(maxsize=4)
def buka(bita: bytes):
    """Return a workbook as openpyxl reads it, for looking at only."""
    return load_workbook(BytesIO(bita))


def baris_lembar(bita: bytes, lembar: str) -> list[list[object]]:
    """Return the values of a sheet, row by row."""
    return [list(baris) for baris in buka(bita)[lembar].iter_rows(values_only=True)]


def baris_dengan(bita: bytes, lembar: str, isi: object) -> list[object]:
    """Return the first row of a sheet that holds a value."""
    return next(baris for baris in baris_lembar(bita, lembar) if isi in baris)


def semua_sel(bita: bytes):
    """Return every cell of every sheet."""
    return [sel for lembar in buka(bita).worksheets for baris in lembar.iter_rows() for sel in baris]
