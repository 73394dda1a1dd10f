"""Thousands of damaged forms and templates: each is read right or refused by a code, and nothing ever raises."""

import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest

import bantu_serangan as s
from bantu_ruang import baca_induk, baca_triwulan
from korpus_batas import serangan_acak
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.domain.formulir import Formulir, teks_isi
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.mentah import BukuMentah, Sel
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.formulir.bentuk import teks_sel
from lakip_gen.formulir.kenali import kenali
from lakip_gen.formulir.putusan import HasilUnit, nilai
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.pesan.katalog import ada_galat, jelaskan_semua
from lakip_gen.templat_bawaan import gambar_bawaan
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

BENIH = 20250402
TW1 = triwulan(2025, 1)
TEMPLAT = {"laporan-triwulan": "2025-TW1", "laporan-semester": "2025-S1", "laporan-tahunan": "2025"}
Pengubah = Callable[[random.Random, bytes], bytes]


# --- damage to bytes, wherever they stand ---


def balik(acak: random.Random, data: bytes) -> bytes:
    """Change a few bytes."""
    hasil = bytearray(data)
    for _ in range(acak.choice((1, 1, 2, 8))):
        hasil[acak.randrange(len(hasil))] = acak.randrange(256)
    return bytes(hasil)


def buang(acak: random.Random, data: bytes) -> bytes:
    """Lose a piece."""
    awal = acak.randrange(len(data))
    return data[:awal] + data[awal + acak.choice((1, 7, 60, 900)) :]


def gandakan(acak: random.Random, data: bytes) -> bytes:
    """Repeat a piece."""
    awal = acak.randrange(len(data))
    akhir = awal + acak.choice((1, 7, 60, 900))
    return data[:akhir] + data[awal:akhir] + data[akhir:]


def potong(acak: random.Random, data: bytes) -> bytes:
    """Lose the end."""
    return data[: acak.randrange(len(data))]


def sisip(acak: random.Random, data: bytes) -> bytes:
    """Put in what does not belong."""
    awal = acak.randrange(len(data))
    return data[:awal] + acak.choice((b"\0", b"<", b"&", b"</c>", b"\xff\xfe", b"9" * 400, "😀".encode())) + data[awal:]


def nolkan(acak: random.Random, data: bytes) -> bytes:
    """Turn a piece into zeros."""
    awal = acak.randrange(len(data))
    panjang = min(acak.choice((1, 40, 512, 4096)), len(data) - awal)
    return data[:awal] + bytes(panjang) + data[awal + panjang :]


BITA: tuple[Pengubah, ...] = (balik, balik, buang, gandakan, potong, sisip, nolkan)

# --- damage to XML that stays XML, more often than not ---


def _ganti_satu(acak: random.Random, data: bytes, pola: bytes, ganti: Callable[[re.Match[bytes]], bytes]) -> bytes:
    daftar = list(re.finditer(pola, data))
    if not daftar:
        return balik(acak, data)
    cocok = acak.choice(daftar)
    return data[: cocok.start()] + ganti(cocok) + data[cocok.end() :]


def ubah_angka(acak: random.Random, data: bytes) -> bytes:
    """Write another number."""
    baru = acak.choice((b"0", b"-1", b"7", b"99999999999", b"1e5", b"NaN", b"4294967296", b""))
    return _ganti_satu(acak, data, rb"\d+", lambda _: baru)


def ubah_atribut(acak: random.Random, data: bytes) -> bytes:
    """Write another attribute."""
    baru = acak.choice((b'="x"', b'=""', b'="-1"', b'="s"', b'="n"', b'="1048577"', b'="A1"', b'="XFD1048576"'))
    return _ganti_satu(acak, data, rb'="[^"]*"', lambda _: baru)


def hapus_unsur(acak: random.Random, data: bytes) -> bytes:
    """Lose an element."""
    return _ganti_satu(
        acak, data, rb"<(\w+)[^>]*/>|<(c|v|t|si|is|r|row|w:r|w:p|w:tr|w:tc)\b[^>]*>.*?</\2>", lambda _: b""
    )


def gandakan_unsur(acak: random.Random, data: bytes) -> bytes:
    """Repeat an element."""
    return _ganti_satu(acak, data, rb"<(c|si|row|sheet|w:r|w:p|w:tr|w:tc)\b[^>]*?(?:/>|>.*?</\1>)", lambda c: c[0] * 2)


def ubah_nama_unsur(acak: random.Random, data: bytes) -> bytes:
    """Call an element by another name."""
    return _ganti_satu(
        acak, data, rb"<(/?)([\w:]+)", lambda c: b"<" + c[1] + acak.choice((b"c", b"x", b"row", b"w:p", b"v"))
    )


def hapus_pasangan(acak: random.Random, data: bytes) -> bytes:
    """Lose an attribute."""
    return _ganti_satu(acak, data, rb'\s[\w:]+="[^"]*"', lambda _: b"")


def tukar_huruf(acak: random.Random, data: bytes) -> bytes:
    """Write another letter into a text."""
    return _ganti_satu(acak, data, rb">[^<]+<", lambda c: b">" + bytes(reversed(c[0][1:-1])) + b"<")


XML: tuple[Pengubah, ...] = (
    *BITA,
    *(ubah_angka, ubah_atribut, hapus_unsur, gandakan_unsur, ubah_nama_unsur, hapus_pasangan, tukar_huruf),
    *(ubah_angka, ubah_atribut, hapus_unsur, gandakan_unsur, hapus_pasangan, tukar_huruf),
)


def mutan_bagian(acak: random.Random, isi: bytes) -> bytes:
    """Damage one part of a container, or the list of parts."""
    daftar = s.bagian(isi)
    nama = acak.choice(list(daftar))
    match acak.randrange(14):
        case 0:
            del daftar[nama]
        case 1:
            daftar[nama] = daftar[acak.choice(list(daftar))]
        case 2:
            daftar[nama + acak.choice(("x", ".xml", "2"))] = daftar.pop(nama)
        case _:
            if acak.random() < 0.6:  # most of what matters stands in a few parts
                nama = acak.choice(
                    [n for n in daftar if re.search(r"sheet[2-57]|sharedStrings|workbook|document|styles", n)]
                )
            daftar[nama] = acak.choice(XML)(acak, daftar[nama] or b" ")
    return s.rakit(daftar, zipfile.ZIP_STORED)


# --- forms ---


@pytest.fixture(scope="module")
def kebun(contoh_asli):
    """Six clean forms with what they say."""
    induk, _ = baca_induk(contoh_asli, 2025)
    hasil = SimpleNamespace(induk=induk, daftar=[])
    for satu in baca_triwulan(contoh_asli, induk, TW1, Kumpulan({})).daftar_unit:
        kode = satu.status.unit.kode
        isi = contoh_asli.form_file(kode, TW1).read_bytes()
        hasil.daftar.append((isi, s.nilai(satu.status.laporan)))
    return hasil


def periksa_mutan(kebun: SimpleNamespace, isi: bytes) -> tuple[str, object]:
    """Read a damaged form with nothing between it and the test that would catch a fault of the program."""
    mentah, daftar_temuan = baca_buku(isi, "mutan.xlsx", skema.DAFTAR_LEMBAR)
    assert all(terbaca.pesan for terbaca in jelaskan_semua(daftar_temuan))
    if mentah is None:
        assert ada_galat(daftar_temuan)
        return "ditolak", None
    kenal = kenali(mentah, kebun.induk, TW1)
    if kenal.unit is None:
        assert ada_galat(kenal.daftar_temuan)
        return "bukan formulir", None
    hasil = nilai(mentah, kebun.induk, Kumpulan({}), TW1, terbaca=daftar_temuan)
    assert isinstance(hasil, HasilUnit)
    assert all(terbaca.pesan for terbaca in jelaskan_semua(hasil.daftar_temuan))
    laporan = hasil.status.laporan
    if laporan is None:
        return "ditolak isinya", None
    for sel, seharusnya in sel_dijaga(mentah, hasil.formulir):
        assert teks_sel(sel) == seharusnya, sel
    return "diterima", s.nilai(laporan)


def sel_dijaga(mentah: BukuMentah, formulir: Formulir) -> Iterator[tuple[Sel, str]]:
    """Yield the cells that the fingerprint covers, and what they have to hold."""
    for lembar, daftar_kolom in formulir.daftar_dijaga:
        isi = mentah.lembar.get(lembar.kunci)
        for asli in formulir.daftar_baris[lembar.kunci]:
            baris = isi.baris(asli.kunci) if isi else None
            for kolom in daftar_kolom:
                if baris and kolom.kunci in baris.sel:
                    yield baris.sel[kolom.kunci], teks_isi(asli.isi.get(kolom.kunci))


def mutasi_formulir(kebun: SimpleNamespace, banyak: int, benih: int) -> Counter[str]:
    """Read many damaged forms; bytes that changed behind the container's checksums change no value."""
    acak, hitung = random.Random(f"{BENIH}-{benih}"), Counter()  # noqa: S311 - repeatable, not secret
    for nomor in range(banyak):
        isi, dasar = acak.choice(kebun.daftar)
        lewat_bita = nomor % 3 == 0
        lain = serangan_acak if nomor % 3 == 1 and acak.random() < 0.4 else mutan_bagian
        mutan = acak.choice(BITA)(acak, isi) if lewat_bita else lain(acak, isi)
        nasib, terbaca = periksa_mutan(kebun, mutan)
        hitung[nasib] += 1
        hitung["sama"] += terbaca == dasar
        assert not lewat_bita or terbaca in (None, dasar)
    return hitung


def test_damaged_forms_are_read_right_or_refused(kebun):
    hitung = mutasi_formulir(kebun, 120, 1)
    assert hitung["diterima"]
    assert hitung["ditolak"]


@pytest.mark.lengkap
def test_thousands_of_damaged_forms_are_read_right_or_refused(kebun, record_property):
    hitung = mutasi_formulir(kebun, 10_000, 2)
    record_property("mutan formulir", dict(hitung))
    assert sum(hitung[nasib] for nasib in ("ditolak", "bukan formulir", "ditolak isinya", "diterima")) == 10_000


# --- templates ---


@pytest.fixture(scope="module")
def naskah(contoh_asli):
    """The three default templates with the sample's data for each."""
    hasil = []
    for nama, periode in TEMPLAT.items():
        rekap = rekap_hasil(periksa_periode(contoh_asli, Periode.parse(periode)))
        assert rekap is not None
        hasil.append(((contoh_asli.templates / f"{nama}.docx").read_bytes(), susun_pandangan(rekap, None)))
    return hasil


PUSTAKA = Library(pictures=gambar_bawaan())


def mutasi_templat(naskah: list, banyak: int, benih: int) -> Counter[str]:
    """Open and fill many damaged templates."""
    acak, hitung = random.Random(f"{BENIH}-{benih}"), Counter()  # noqa: S311 - repeatable, not secret
    for nomor in range(banyak):
        isi, pandangan = naskah[nomor % 3]
        mutan = acak.choice(BITA)(acak, isi) if nomor % 2 else mutan_bagian(acak, isi)
        templat, daftar_temuan = open_template(mutan, "mutan.docx", PUSTAKA)
        keluar = None
        if templat is not None:
            keluar, daftar_temuan = render(templat, pandangan)
        assert all(terbaca.pesan for terbaca in jelaskan_semua(daftar_temuan))
        assert keluar is not None or ada_galat(daftar_temuan)
        hitung["ditolak" if keluar is None else "jadi"] += 1
    return hitung


@pytest.mark.lengkap
def test_damaged_templates_are_filled_or_refused(naskah):
    hitung = mutasi_templat(naskah, 72, 1)
    assert hitung["ditolak"]
    assert hitung["jadi"]


@pytest.mark.lengkap
def test_a_thousand_damaged_templates_are_filled_or_refused(naskah, record_property):
    hitung = mutasi_templat(naskah, 1200, 2)
    record_property("mutan templat", dict(hitung))
    assert hitung["ditolak"] + hitung["jadi"] == 1200
    assert hitung["jadi"] > 120
