"""Known defects sown into the sample's clean forms: each is found by its code, at its cell, once, and nowhere else."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import NamedTuple

import pytest

import bantu_serangan as s
from bantu_induk import sel as sel_mentah
from bantu_ruang import baca_induk, baca_triwulan
from bantu_serangan import Bergaya, Kesalahan, Rumus
from lakip_gen.domain.capaian import SERATUS, Arah, hitung_capaian
from lakip_gen.domain.formulir import BarisFormulir, Formulir, siapkan_formulir
from lakip_gen.domain.isian import IsianIndikator, Kumpulan, LaporanUnit
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, Sel
from lakip_gen.domain.nilai import Nilai, Pecahan
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.urai import adalah_persen
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.formulir.putusan import nilai
from lakip_gen.pesan.katalog import katalog
from lakip_gen.storage.workspace import Workspace

BENIH = 20250401
IND, ANGG, AKSI, PROG, SAH = (
    lembar.kunci for lembar in (skema.INDIKATOR, skema.ANGGARAN, skema.RENCANA_AKSI, skema.PROGRES, skema.PENGESAHAN)
)


class Persen(NamedTuple):
    """A number in a cell that is shown as percent."""

    isi: Decimal


@dataclass(frozen=True)
class Lahan:
    """One clean form of the sample, as bytes and as cells."""

    formulir: Formulir
    mentah: BukuMentah
    bita: bytes
    lalu: Kumpulan
    laporan: LaporanUnit

    def sel(self, lembar: str, kunci: str, kolom: str) -> Sel:
        """Return a cell."""
        baris = self.mentah.lembar[lembar].baris(kunci)
        assert baris is not None
        return baris.sel[kolom]


class Sunting(NamedTuple):
    """What is done to one cell; a value of `...` takes its whole row out."""

    lembar: str
    kunci: str
    kolom: str
    isi: object


class Cacat(NamedTuple):
    """One defect: the form, what is done to it, and which cell the finding has to name."""

    lahan: Lahan
    daftar: tuple[Sunting, ...]
    tempat: str


Pembuat = Callable[[random.Random, list[Lahan]], Cacat]
JENIS: dict[str, tuple[str, Pembuat]] = {}


def jenis(nama: str, kode: str, pembuat: Pembuat) -> None:
    """Register a kind of defect."""
    assert nama not in JENIS
    JENIS[nama] = (kode, pembuat)


# --- where a defect may be sown ---

Syarat = Callable[[Lahan, BarisFormulir, IsianIndikator], bool]


def daftar_jawaban(kebun: list[Lahan], syarat: Syarat) -> Iterator[tuple[Lahan, BarisFormulir]]:
    """Yield the indicators of all forms that meet a condition; of those of a program no reasons are asked."""
    for lahan in kebun:
        for baris in lahan.formulir.daftar_baris[IND]:
            if baris.indikator is not None and baris.indikator.rekening:
                continue
            jawaban = lahan.laporan.indikator(baris.kunci)
            assert jawaban is not None
            if syarat(lahan, baris, jawaban):
                yield lahan, baris


def target(lahan: Lahan, baris: BarisFormulir) -> object:
    """Return the target of a row."""
    assert baris.indikator is not None
    return baris.indikator.target(lahan.formulir.periode, lahan.formulir.induk.aturan)


def capaian(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> Decimal | None:
    """Return the capaian that a unit has of its own, by the domain's own formula."""
    indikator, isi = baris.indikator, jawaban.isian
    t = target(lahan, baris)
    if indikator is None or t is None or indikator.bersama or not isinstance(isi, Nilai | Pecahan):
        return None
    angka = isi.angka if isinstance(isi, Nilai) else isi.pembilang / isi.penyebut * indikator.pengali
    hasil = hitung_capaian(angka, t, indikator.arah, lahan.formulir.induk.aturan, indikator.rumus_turun)
    return getattr(hasil, "angka", None)


def berangka(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a row holds one number."""
    return isinstance(jawaban.isian, Nilai) and not baris.indikator.skala and target(lahan, baris) is not None


def berpersen(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a row holds a percentage of a plain target."""
    t = target(lahan, baris)
    return (
        berangka(lahan, baris, jawaban) and adalah_persen(baris.indikator.satuan) and isinstance(t, Decimal) and t > 2
    )


def bukan_persen(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a row holds a number that is no percentage."""
    return berangka(lahan, baris, jawaban) and not adalah_persen(baris.indikator.satuan)


def rasio(_lahan: Lahan, _baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a row holds a fraction."""
    return isinstance(jawaban.isian, Pecahan)


def naik(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a row's capaian grows with its number and is its unit's own."""
    t = target(lahan, baris)
    return (
        berangka(lahan, baris, jawaban)
        and baris.indikator.arah is Arah.NAIK
        and isinstance(t, Decimal)
        and t > 2
        and capaian(lahan, baris, jawaban) is not None
        and not adalah_persen(baris.indikator.satuan)
        and baris.indikator.cara_gabung in {CaraGabung.JUMLAH, CaraGabung.AKHIR, CaraGabung.RATA_RATA}
    )


def tercapai(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a row reached its target."""
    hasil = capaian(lahan, baris, jawaban)
    return hasil is not None and hasil >= SERATUS and bool(jawaban.faktor_pendorong)


def belum_tercapai(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a row fell short of its target."""
    hasil = capaian(lahan, baris, jawaban)
    return hasil is not None and hasil < SERATUS and bool(jawaban.tindak_lanjut)


def bertindak_lanjut(_lahan: Lahan, _baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a row promises something."""
    return bool(jawaban.tindak_lanjut)


def di(syarat: Syarat, kolom: str, buat: object, tempat: str = "", **lain: object) -> Pembuat:
    """Sow into a column of the sheet of indicators; `buat` is the value, or makes it from random, form and row."""

    def pembuat(acak: random.Random, kebun: list[Lahan]) -> Cacat:
        lahan, baris = acak.choice(list(daftar_jawaban(kebun, syarat)))
        isi = {kolom: buat} | lain
        daftar = tuple(
            Sunting(IND, baris.kunci, k, n(acak, lahan, baris) if callable(n) else n) for k, n in isi.items()
        )
        return Cacat(lahan, daftar, lahan.sel(IND, baris.kunci, tempat or kolom).asal.sel)

    return pembuat


def di_lembar(
    lembar: str, kolom: str, buat: object, syarat: Callable[[Lahan, BarisFormulir], bool] | None = None, **lain: object
) -> Pembuat:
    """Sow into a column of another sheet."""

    def pembuat(acak: random.Random, kebun: list[Lahan]) -> Cacat:
        calon = [
            (lahan, baris)
            for lahan in kebun
            for baris in lahan.formulir.daftar_baris[lembar]
            if syarat is None or syarat(lahan, baris)
        ]
        lahan, baris = acak.choice(calon)
        isi = {kolom: buat} | lain
        daftar = tuple(
            Sunting(lembar, baris.kunci, k, n(acak, lahan, baris) if callable(n) else n) for k, n in isi.items()
        )
        return Cacat(lahan, daftar, lahan.sel(lembar, baris.kunci, kolom).asal.sel)

    return pembuat


def butir(nama: str) -> Callable[[Lahan, BarisFormulir], bool]:
    """Choose one item of the sign-off."""
    return lambda _lahan, baris: baris.kunci == nama


def pilih(*daftar: object) -> Callable[[random.Random, Lahan, BarisFormulir], object]:
    """Choose one of some values."""
    return lambda acak, _lahan, _baris: acak.choice(daftar)


LENGKAP = {
    "faktor_pendorong": "Dukungan pimpinan.",
    "faktor_penghambat": "Cuaca.",
    "tindak_lanjut": "Menambah petugas.",
    "pic": "Kepala Seksi",
    "batas_waktu": date(2026, 3, 31),
}
TANPA_JELAS = LENGKAP | {"penjelasan": None}


def kali(faktor: str) -> Callable[[random.Random, Lahan, BarisFormulir], object]:
    """Return a multiple of the target."""
    return lambda _acak, lahan, baris: Decimal(str(target(lahan, baris))) * Decimal(faktor)


def terlarut(bagian: str) -> Callable[[random.Random, Lahan, BarisFormulir], object]:
    """Return a text with something in the middle."""
    return lambda acak, _lahan, _baris: f"awal {bagian}{acak.randrange(99)} akhir"


def lalu_indikator(lahan: Lahan, kode: str) -> object:
    """Return what the unit reported a quarter before."""
    if lahan.formulir.periode.nomor == 1:
        return None
    laporan = lahan.lalu.laporan(lahan.formulir.unit.kode, lahan.formulir.periode.sebelumnya)
    jawaban = laporan.indikator(kode) if laporan else None
    return jawaban.isian if jawaban else None


def bisa_turun(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a running total can be less than before and still be no surprise against its target."""
    dulu, t = lalu_indikator(lahan, baris.kunci), target(lahan, baris)
    return (
        berangka(lahan, baris, jawaban)
        and baris.indikator.cara_gabung is CaraGabung.KUMULATIF
        and isinstance(dulu, Nilai)
        and isinstance(t, Decimal)
        and dulu.angka - 1 >= t * Decimal("0.62")
    )


def bisa_tetap(lahan: Lahan, baris: BarisFormulir, jawaban: IsianIndikator) -> bool:
    """Return whether a running total can stand still, short of its target but not far from it."""
    dulu, t = lalu_indikator(lahan, baris.kunci), target(lahan, baris)
    return bisa_turun(lahan, baris, jawaban) and dulu.angka < t


def lalu_kurang(selisih: int) -> Callable[[random.Random, Lahan, BarisFormulir], object]:
    """Return the number of the quarter before, less something."""
    return lambda _acak, lahan, baris: lalu_indikator(lahan, baris.kunci).angka - selisih


def uang_lalu(lahan: Lahan, baris: BarisFormulir) -> Decimal | None:
    """Return what was spent up to the quarter before."""
    if lahan.formulir.periode.nomor == 1:
        return None
    laporan = lahan.lalu.laporan(lahan.formulir.unit.kode, lahan.formulir.periode.sebelumnya)
    isian = laporan.anggaran(baris.kunci) if laporan else None
    return isian.realisasi.angka if isian and isinstance(isian.realisasi, Nilai) and isian.realisasi.angka > 9 else None


# --- the kinds: figures ---

jenis("titik ribuan", "angka-mendua", di(berangka, "realisasi", pilih("1.234", "12.345", "1,234", "123.456")))
jenis("titik ribuan uang", "angka-mendua", di_lembar(ANGG, "realisasi", pilih("1.234", "12,345", "Rp 1.100")))
jenis("satuan lain", "satuan-asing", di(berangka, "realisasi", pilih("5 lusin", "7 kodi", "3 gross")))
jenis("tanda hubung", "tanda-hubung", di(berangka, "realisasi", pilih("-", "–", "—")))
jenis("tanda hubung uang", "tanda-hubung", di_lembar(ANGG, "realisasi", pilih("-", "Rp -")))
jenis("kata", "bukan-angka", di(berangka, "realisasi", pilih("dua puluh", "belum ada", "± 20", "20-30", "1/2", "a b")))
jenis("benar salah", "bukan-angka", di(berangka, "realisasi", pilih(*(True, False))))
jenis("kata di uang", "bukan-angka", di_lembar(ANGG, "realisasi", pilih("nihil kegiatan", "belum", "lihat lampiran")))
jenis("terlalu panjang", "angka-terlalu-panjang", di(bukan_persen, "realisasi", 1234567890123456))
jenis("format persen", "persen-di-angka", di(bukan_persen, "realisasi", Persen(Decimal("0.85"))))
jenis("persen mustahil", "persen-mustahil", di(berpersen, "realisasi", pilih(73900, 1001, 98765)))
jenis("persen kecil", "persen-kecil", di(berpersen, "realisasi", pilih(Decimal("0.85"), 1, Decimal("1.2"))))
jenis("menjadi tanggal", "tanggal-di-angka", di(berangka, "realisasi", pilih(date(2025, 2, 1), date(2025, 12, 3))))
jenis("menjadi tanggal uang", "tanggal-di-angka", di_lembar(ANGG, "realisasi", date(2025, 3, 1)))
jenis(
    "pesan kesalahan",
    "sel-galat",
    di(berangka, "realisasi", pilih(Kesalahan("#REF!"), Kesalahan("#DIV/0!"), Kesalahan("#N/A"))),
)
jenis("pesan kesalahan uang", "sel-galat", di_lembar(ANGG, "fisik", Kesalahan("#VALUE!")))
jenis("rumus", "rumus-di-isian", di(berangka, "realisasi", Rumus("B5/C5", "20")))
jenis("rumus kosong", "rumus-tanpa-nilai", di(berangka, "realisasi", Rumus("SUM(D5:D9)")))
jenis("rumus uang", "rumus-di-isian", di_lembar(ANGG, "realisasi", Rumus("F9*2", "84")))
jenis(
    "predikat",
    "predikat-asing",
    di(
        lambda _l, b, j: b.indikator.skala is not None and isinstance(j.isian, Nilai),
        "realisasi",
        pilih("B+", "Baik sekali", "95"),
    ),
)
jenis("negatif", "angka-negatif", di(bukan_persen, "realisasi", pilih(-5, Decimal("-0.5"))))
jenis("negatif uang", "angka-negatif", di_lembar(ANGG, "realisasi", pilih(-1, -5000)))
jenis(
    "angka berteks",
    "angka-teks",
    di(
        lambda l, b, j: berangka(l, b, j) and j.isian.angka == int(j.isian.angka),
        "realisasi",
        lambda _a, l, b: f"{l.laporan.indikator(b.kunci).isian.angka} {b.indikator.satuan}",
    ),
)
jenis(
    "persen dari format",
    "persen-dari-format",
    di(berpersen, "realisasi", lambda _a, l, b: Persen(l.laporan.indikator(b.kunci).isian.angka / 100)),
)
jenis("penyebut nol", "penyebut-nol", di(rasio, "penyebut", 0))
jenis("penyebut kosong", "rasio-tidak-lengkap", di(rasio, "penyebut", None))
jenis("pembilang kosong", "rasio-tidak-lengkap", di(rasio, "pembilang", None))
jenis("pembilang berupa kata", "bukan-angka", di(rasio, "pembilang", "tiga"))
jenis("isi di sel terkunci", "isian-terkunci", di(rasio, "realisasi", pilih(55, "tujuh", Decimal("12.5"))))
jenis(
    "lebih dari seratus",
    "persen-lebih-100",
    di(
        lambda l, b, j: (
            berpersen(l, b, j)
            and tercapai(l, b, j)
            and target(l, b) <= 100
            and target(l, b) > 80
            and capaian(l, b, j) is not None
        ),
        "realisasi",
        pilih(101, 105),
        penjelasan=None,
    ),
)

# --- what is missing or odd ---

jenis("realisasi kosong", "realisasi-kosong", di(berangka, "realisasi", pilih(None, "  ")))
jenis(
    "tak berlaku",
    "tidak-berlaku-tanpa-penjelasan",
    di(berangka, "realisasi", pilih("n/a", "tidak berlaku"), "penjelasan", penjelasan=None),
)
jenis("capaian rendah", "capaian-rendah", di(naik, "realisasi", kali("0.1"), "penjelasan", **TANPA_JELAS))
jenis("capaian tinggi", "capaian-tinggi", di(naik, "realisasi", kali("10"), "penjelasan", **TANPA_JELAS))
jenis("tanpa pendorong", "faktor-pendorong-kosong", di(tercapai, "faktor_pendorong", None))
jenis("tanpa penghambat", "faktor-penghambat-kosong", di(belum_tercapai, "faktor_penghambat", None))
jenis("tanpa tindak lanjut", "tindak-lanjut-kosong", di(belum_tercapai, "tindak_lanjut", None))
jenis("tanpa pic", "pic-kosong", di(bertindak_lanjut, "pic", None))
jenis("pic saja", "tindak-lanjut-tanpa-isi", di(tercapai, "tindak_lanjut", None, pic="Kepala Seksi"))
jenis("tanpa batas waktu", "batas-waktu-kosong", di(bertindak_lanjut, "batas_waktu", None))
jenis(
    "batas waktu berupa kata",
    "bukan-tanggal",
    di(bertindak_lanjut, "batas_waktu", pilih("akhir Juni", "TW II", "31/02/2025")),
)
jenis(
    "tanpa data dukung",
    "data-dukung-kosong",
    di(lambda _l, _b, j: isinstance(j.isian, Nilai | Pecahan), "data_dukung", None),
)
jenis("kumulatif turun", "kumulatif-turun", di(bisa_turun, "realisasi", lalu_kurang(1), **TANPA_JELAS))
jenis("angka tetap", "angka-tetap", di(bisa_tetap, "realisasi", lalu_kurang(0), **TANPA_JELAS))
jenis("uang kosong", "realisasi-anggaran-kosong", di_lembar(ANGG, "realisasi", None))
jenis("fisik kosong", "fisik-kosong", di_lembar(ANGG, "fisik", None))
jenis("fisik berlebih", "fisik-di-luar", di_lembar(ANGG, "fisik", pilih(101, 125, -1)))
jenis("lewat pagu", "lewat-pagu", di_lembar(ANGG, "realisasi", lambda _a, _l, b: b.isi["pagu"] + 1))
jenis(
    "uang turun",
    "anggaran-turun",
    di_lembar(
        ANGG,
        "realisasi",
        lambda _a, l, b: uang_lalu(l, b) - 1,
        lambda l, b: uang_lalu(l, b) is not None,
        keterangan=None,
    ),
)
jenis(
    "uang tetap",
    "anggaran-tetap",
    di_lembar(
        ANGG,
        "realisasi",
        lambda _a, l, b: uang_lalu(l, b),
        lambda l, b: uang_lalu(l, b) is not None and uang_lalu(l, b) != b.isi["pagu"],
        keterangan=None,
    ),
)
jenis("status kosong", "status-aksi-kosong", di_lembar(AKSI, "status", None))
jenis("status asing", "pilihan-asing", di_lembar(AKSI, "status", pilih("sudah", "proses", "ya")))
jenis(
    "batal tanpa alasan",
    "aksi-tanpa-keterangan",
    lambda a, k: _pindah(
        di_lembar(AKSI, "status", pilih("batal", "belum mulai"), keterangan=None)(a, k), AKSI, "keterangan"
    ),
)
jenis("bulan kosong", "progres-kosong", di_lembar(PROG, "kegiatan", None))
jenis("tanpa penyusun", "penyusun-kosong", di_lembar(SAH, "isi", None, butir("penyusun")))
jenis("tanpa tanggal", "penyusun-kosong", di_lembar(SAH, "isi", None, butir("tanggal")))
jenis("belum divalidasi", "belum-divalidasi", di_lembar(SAH, "isi", None, butir("disetujui")))
jenis("validasi asing", "pilihan-asing", di_lembar(SAH, "isi", pilih("ok", "ya"), butir("disetujui")))
jenis("perlu diperbaiki", "perlu-diperbaiki", di_lembar(SAH, "isi", "perlu diperbaiki", butir("disetujui")))
jenis("terlambat", "terlambat", di_lembar(SAH, "isi", date(2026, 6, 1), butir("tanggal")))

# --- texts ---

jenis("rumus di teks", "rumus-di-teks", di(berangka, "penjelasan", Rumus("cmd|' /C calc'!A0", "0")))
jenis("karakter kendali", "teks-dibersihkan", di(berangka, "penjelasan", terlarut("_x000B_")))
jenis(
    "teks panjang", "teks-terlalu-panjang", di(berangka, "penjelasan", lambda a, _l, _b: "x" * a.randrange(4001, 9000))
)
jenis("teks melampaui sel", "teks-melampaui-sel", di(berangka, "penjelasan", "y" * 40_000))
jenis("nip angka", "digit-hilang", di(bertindak_lanjut, "pic", 196612221996031000))

# --- locked cells and rows ---

jenis("target diubah", "terkunci-berubah", di(berangka, "target", pilih(1234, 98765)))
jenis("satuan diubah", "terkunci-berubah", di(berangka, "satuan", "lusin"))
jenis("pagu diubah", "terkunci-berubah", di_lembar(ANGG, "pagu", 10**12))
jenis("kegiatan diubah", "terkunci-berubah", di_lembar(AKSI, "kegiatan", "Kegiatan lain"))
jenis("hitungan ditimpa", "hitungan-berbeda", di(lambda l, b, j: capaian(l, b, j) is not None, "capaian", 12345))
jenis("serapan ditimpa", "hitungan-berbeda", di_lembar(ANGG, "serapan", 12345))


def _pindah(cacat: Cacat, lembar: str, kolom: str) -> Cacat:
    """Expect the finding in another column of the same row."""
    return cacat._replace(tempat=cacat.lahan.sel(lembar, cacat.daftar[0].kunci, kolom).asal.sel)


def _hapus(acak: random.Random, kebun: list[Lahan]) -> Cacat:
    lahan = acak.choice(kebun)
    lembar = acak.choice([nama for nama in (IND, ANGG, AKSI, PROG) if lahan.formulir.daftar_baris[nama]])
    baris = acak.choice(lahan.formulir.daftar_baris[lembar])
    return Cacat(lahan, (Sunting(lembar, baris.kunci, "", ...),), "")


def _kunci_asing(acak: random.Random, kebun: list[Lahan]) -> Cacat:
    """Write another unit's key over one: the row is unknown and the old one is missing, which is two findings."""
    lahan = acak.choice(kebun)
    lembar = acak.choice((IND, PROG))
    baris = acak.choice(lahan.formulir.daftar_baris[lembar])
    sel = lahan.sel(lembar, baris.kunci, "kunci")
    return Cacat(lahan, (Sunting(lembar, baris.kunci, "kunci", f"X{acak.randrange(99)}"),), sel.asal.sel)


jenis("baris dihapus", "kunci-hilang", _hapus)
jenis("kunci asing", "kunci-asing", _kunci_asing)


# --- how a defect is sown ---


def jadi_sel(isi: object, lama: Sel) -> Sel:
    """Return a cell that holds something else, as the reader would give it."""
    asal = lama.asal
    match isi:
        case Persen(angka):
            return Sel(angka, JenisSel.ANGKA, asal, persen=True)
        case Rumus(teks, hasil):
            return Sel(f"={teks}", JenisSel.RUMUS, asal, hasil=hasil)
        case Kesalahan(teks):
            return Sel(teks, JenisSel.GALAT, asal)
        case str():
            return Sel(s_urai(isi), JenisSel.TEKS, asal)
    return sel_mentah(isi, asal.sel, asal.lembar, asal.berkas)


def s_urai(teks: str) -> str:
    """Return a text as the reader decodes it."""
    return re.sub(r"_x([0-9A-F]{4})_", lambda cocok: chr(int(cocok[1], 16)), teks)


def sunting_mentah(mentah: BukuMentah, satu: Sunting) -> BukuMentah:
    """Return the cells of a form after one change."""
    lembar = mentah.lembar[satu.lembar]
    daftar: list[Baris] = []
    for baris in lembar.daftar_baris:
        if baris.kunci != satu.kunci:
            daftar.append(baris)
        elif satu.isi is not ...:
            baru = jadi_sel(satu.isi, baris.sel[satu.kolom])
            kunci = str(satu.isi) if satu.kolom == "kunci" else baris.kunci
            daftar.append(replace(baris, kunci=kunci, sel=dict(baris.sel) | {satu.kolom: baru}))
    return replace(mentah, lembar=dict(mentah.lembar) | {satu.lembar: replace(lembar, daftar_baris=tuple(daftar))})


def sunting_bita(isi: bytes, lahan: Lahan, satu: Sunting) -> bytes:
    """Return the file of a form after one change."""
    baris = lahan.mentah.lembar[satu.lembar].baris(satu.kunci)
    nama = lahan.mentah.lembar[satu.lembar].nama
    if satu.isi is ...:
        pola = rf'<row r="{baris.nomor}"[^>]*>.*?</row>'
        return s.ubah_lembar(isi, nama, lambda xml: re.sub(pola, "", xml, count=1, flags=re.DOTALL))
    nilai = satu.isi
    if isinstance(nilai, Persen):
        isi, gaya = s.gaya(isi, "0.00%")
        nilai = Bergaya(nilai.isi, gaya)
    elif isinstance(nilai, date):
        isi, gaya = s.gaya(isi, "dd/mm/yyyy")
        nilai = Bergaya(nilai, gaya)
    return s.ketik(isi, nama, **{baris.sel[satu.kolom].asal.sel: nilai})


@pytest.fixture(scope="module")
def kebun(contoh_asli):
    """All twenty-four clean forms of the sample year, and the year's reports."""
    induk, _ = baca_induk(contoh_asli, 2025)
    lalu, diterima = Kumpulan({}), {}
    hasil = SimpleNamespace(induk=induk, ruang=contoh_asli, daftar=[])
    for nomor in (1, 2, 3, 4):
        periode = triwulan(2025, nomor)
        for satu in baca_triwulan(contoh_asli, induk, periode, lalu).daftar_unit:
            kode = satu.status.unit.kode
            berkas = contoh_asli.form_file(kode, periode)
            formulir = siapkan_formulir(induk, satu.status.unit, periode, lalu)
            isi = berkas.read_bytes()
            mentah, _ = baca_buku(isi, "TW/formulir.xlsx", skema.DAFTAR_LEMBAR)
            hasil.daftar.append(Lahan(formulir, mentah, isi, lalu, satu.status.laporan))
            diterima[kode, periode] = satu.status.laporan
        lalu = Kumpulan(dict(diterima))
    return hasil


class Hitungan:
    """What came of many defects."""

    def __init__(self) -> None:
        self.cacat = self.temuan = self.tepat = 0
        self.luput: list[str] = []
        self.meleset: list[str] = []

    def catat(self, nama: str, kode: str, tempat: str, daftar) -> None:
        """Count one defect and what was found."""
        cocok = [t for t in daftar if t.kode == kode]
        self.cacat += 1
        self.temuan += len(daftar)
        if not cocok:
            self.luput.append(f"{nama}: {kode}, ditemukan {[t.kode for t in daftar]}")
        elif any(t.asal.sel == tempat for t in cocok):
            self.tepat += 1
        else:
            self.meleset.append(f"{nama}: {tempat}, ditemukan {[t.asal.sel for t in cocok]}")
        if len(daftar) > 1:
            self.meleset.append(f"{nama} lebih: {[(t.kode, t.asal.sel) for t in daftar]}")

    def __str__(self) -> str:
        return f"{self.cacat} cacat, {len(self.luput)} luput, {self.tepat} di selnya, {self.temuan} temuan"

    def periksa(self) -> None:
        """Hold the promised shares."""
        ringkas = Counter(satu.partition(":")[0] for satu in self.meleset)
        assert self.luput == []
        assert self.tepat >= 0.99 * self.cacat, (ringkas, self.meleset[:20])
        assert self.temuan <= 1.05 * self.cacat, (ringkas, self.meleset[:20])


def semai(acak: random.Random, nama: str, kebun: list[Lahan]) -> Cacat:
    """Return one defect of a kind."""
    return JENIS[nama][1](acak, kebun)


def lewat_sel(kebun: SimpleNamespace, benih: int, banyak: int) -> Hitungan:
    """Sow defects into the cells of forms."""
    hitung = Hitungan()
    for nama, (kode, _) in JENIS.items():
        acak = random.Random(f"{BENIH}-{benih}-{nama}")  # noqa: S311 - repeatable, not secret
        for _ in range(banyak):
            cacat = semai(acak, nama, kebun.daftar)
            mentah = cacat.lahan.mentah
            for satu in cacat.daftar:
                mentah = sunting_mentah(mentah, satu)
            hasil = nilai(mentah, kebun.induk, cacat.lahan.lalu, cacat.lahan.formulir.periode)
            hitung.catat(nama, kode, cacat.tempat, hasil.daftar_temuan)
    return hitung


def lewat_berkas(kebun: SimpleNamespace, benih: int, banyak: int, tmp_path) -> Hitungan:
    """Sow defects into files and read the whole inbox; the other units' forms must stay without a finding."""
    hitung = Hitungan()
    for nama, (kode, _) in JENIS.items():
        acak = random.Random(f"{BENIH}-{benih}-{nama}")  # noqa: S311 - repeatable, not secret
        for nomor in range(banyak):
            cacat = semai(acak, nama, kebun.daftar)
            isi = cacat.lahan.bita
            for satu in cacat.daftar:
                isi = sunting_bita(isi, cacat.lahan, satu)
            ruang = Workspace(tmp_path / f"{nama}-{nomor}")
            periode = cacat.lahan.formulir.periode
            kotak = ruang.inbox(periode)
            kotak.mkdir(parents=True)
            (kotak / "cacat.xlsx").write_bytes(isi)
            tetangga = acak.choice(
                [
                    x
                    for x in kebun.daftar
                    if x.formulir.periode == periode
                    and x is not cacat.lahan
                    and x.formulir.unit != cacat.lahan.formulir.unit
                ]
            )
            (kotak / "tetangga.xlsx").write_bytes(tetangga.bita)
            hasil = baca_triwulan(ruang, kebun.induk, periode, cacat.lahan.lalu)
            hitung.catat(nama, kode, cacat.tempat, hasil.semua_temuan)
            assert {t.unit for t in hasil.semua_temuan} == {cacat.lahan.formulir.unit.kode}
    return hitung


@pytest.mark.lengkap
def test_the_forms_are_clean_before_anything_is_sown(kebun):
    assert len(kebun.daftar) == 24
    for lahan in kebun.daftar:
        hasil = nilai(lahan.mentah, kebun.induk, lahan.lalu, lahan.formulir.periode)
        assert hasil.daftar_temuan == ()


def test_there_are_kinds_enough_and_most_of_them_are_galat():
    assert len(JENIS) >= 50
    tingkat = Counter(katalog()[kode].tingkat.value for kode, _ in JENIS.values())
    assert tingkat["galat"] >= 30


def test_sown_defects_are_found_at_their_cells(kebun):
    lewat_sel(kebun, 1, 2).periksa()


@pytest.mark.lengkap
def test_defects_sown_into_files_are_found_and_the_neighbours_stay_clean(kebun, tmp_path):
    lewat_berkas(kebun, 2, 1, tmp_path).periksa()


@pytest.mark.lengkap
def test_two_thousand_sown_defects_are_found_at_their_cells(kebun, record_property):
    hitung = lewat_sel(kebun, 3, 40)
    record_property("cacat di sel", str(hitung))
    assert hitung.cacat >= 2000
    hitung.periksa()


@pytest.mark.lengkap
def test_hundreds_of_defects_sown_into_files_are_found(kebun, tmp_path, record_property):
    hitung = lewat_berkas(kebun, 4, 5, tmp_path)
    record_property("cacat di berkas", str(hitung))
    hitung.periksa()
