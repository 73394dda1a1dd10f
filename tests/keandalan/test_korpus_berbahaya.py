"""A corpus of hostile and damaged forms: each file has its expected codes, and where it is read, its expected reading.

One class for every fault T1-T37 of a submitted form, at least six files in each.
"""

import errno
import io
import json
import os
import re
import stat
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

import bantu_serangan as s
import korpus_batas as k
from bantu_ruang import baca_induk, baca_triwulan
from bantu_serangan import MIB, Bergaya, Kesalahan, Mentah, Rumus, ketik
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.nilai import BelumDilaporkan, Nilai, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.urai import DITOLAK
from lakip_gen.excel.induk import write_induk
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.pesan.katalog import jelaskan_semua, katalog
from lakip_gen.storage import inputs as modul_berkas
from lakip_gen.storage.workspace import Workspace

TW1, TW2 = triwulan(2025, 1), triwulan(2025, 2)
UNIT = "BIDANG-APTIKA"
BATAS_DETIK = 3
BATAS_MIB = 100
IND, AKSI, ANGG, PROG, SAH = "Indikator", "Rencana Aksi", "Anggaran", "Progres Bulanan", "Pengesahan"
X2 = "xl/worksheets/sheet2.xml"
SST = "xl/sharedStrings.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_BUKU = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Sunting = Callable[[bytes], bytes]
ORANG = ("daftar_indikator", "I1.4", "isian")
PERSEN = ("daftar_indikator", "I2.2", "isian")
UANG = ("daftar_anggaran", "2.16.03.2.02.0007", "realisasi")
FISIK = ("daftar_anggaran", "2.16.03.2.02.0007", "fisik")
JELAS = ("daftar_indikator", "I1.4", "penjelasan")
BATAS = ("daftar_indikator", "I1.4", "batas_waktu")
STATUS = ("daftar_aksi", "A09", "status")


@dataclass(frozen=True)
class Kasus:
    """One hostile case: what lies in the inbox, and what has to come of it.

    Attributes:
        buat: From the clean form to the file; or to the whole inbox, by name.
        kode: All findings of the quarter, in any order.
        isi: What the report says differently from the clean one; None where the form is refused.
        nomor: The quarter.
        unit: Whose form.
        latar: A change of the surroundings while the inbox is read.
    """

    nama: str
    buat: Callable[[bytes], "bytes | Mapping[str, bytes] | Callable[[Path], None]"]
    kode: tuple[str, ...] = ()
    isi: Mapping[tuple[str, str, str], object] | None = None
    nomor: int = 1
    unit: str = UNIT
    latar: Callable[[pytest.MonkeyPatch], None] | None = None
    bom: bool = False


KORPUS: dict[str, list[Kasus]] = {f"T{nomor}": [] for nomor in range(1, 38)}


def tolak(kelas: str, nama: str, buat: Callable, *kode: str, **lain: object) -> None:
    """Add a case that is refused with these codes."""
    KORPUS[kelas].append(Kasus(nama, buat, kode, None, **lain))


def baca(kelas: str, nama: str, buat: Callable, *kode: str, isi: Mapping | None = None, **lain: object) -> None:
    """Add a case that is read: as the clean form, but for `isi`; told are these codes."""
    KORPUS[kelas].append(Kasus(nama, buat, kode, isi or {}, **lain))


def xml(nama: str, lama: bytes, baru: bytes) -> Sunting:
    """Replace bytes in a part."""

    def pengubah(data: bytes) -> bytes:
        assert lama in data, (nama, lama)
        return data.replace(lama, baru, 1)

    return lambda isi: s.ubah_bagian(isi, nama, pengubah)


def buku(pengubah: Callable[[openpyxl.Workbook], object]) -> Sunting:
    """Change a form in another program."""
    return lambda isi: s.lewat_openpyxl(isi, lambda b: pengubah(b) and None)


def sel(lembar: str, **isi: object) -> Sunting:
    """Type into cells."""
    return lambda asli: ketik(asli, lembar, **isi)


def folder(**isi: Sunting | bytes) -> Callable[[bytes], dict[str, bytes]]:
    """Lay several files into the inbox; `__` in a name stands for a dot."""
    return lambda asli: {
        nama.replace("__", "."): satu if isinstance(satu, bytes) else satu(asli) for nama, satu in isi.items()
    }


def utuh(isi: bytes) -> bytes:
    """Leave a form as it is."""
    return isi


# --- T1 the container is damaged ---

for potong in (1, 21, 60, 400, 4000, 15000):
    tolak("T1", f"terpotong-{potong}", lambda i, n=potong: i[:-n], "berkas-rusak")
tolak("T1", "hanya-awal", lambda i: i[:40], "berkas-rusak")
tolak("T1", "crc", lambda i: s.rakit(s.bagian(i), 0).replace(b"<sheetData>", b"<sheetdata>", 1), "berkas-bagian-rusak")
tolak("T1", "tengah-nol", lambda i: i[:3000] + bytes(2000) + i[5000:], "berkas-bagian-rusak")
tolak("T1", "tengah-hilang", lambda i: i[:5000] + i[9000:], "berkas-bagian-rusak")
tolak("T1", "awal-hilang", lambda i: i[700:], "berkas-tak-dikenal")
tolak("T1", "lembar-bukan-xml", xml(X2, b"</sheetData>", b"</sheetdata>"), "buku-tidak-terbaca")
tolak("T1", "lembar-terpotong", lambda i: s.ubah_bagian(i, X2, lambda d: d[: len(d) // 2]), "buku-tidak-terbaca")
tolak(
    "T1",
    "tanpa-daftar-lembar",
    lambda i: s.rakit({n: d for n, d in s.bagian(i).items() if "workbook.xml" not in n}),
    "buku-tidak-terbaca",
)
tolak(
    "T1",
    "teks-bersama-hilang",
    lambda i: s.rakit({n: d for n, d in s.bagian(i).items() if n != SST}),
    "buku-tidak-terbaca",
)
tolak("T1", "nomor-teks-lewat", xml(X2, b't="s"><v>', b't="s"><v>9'), "buku-tidak-terbaca")
tolak("T1", "baris-tidak-urut", xml(X2, b'<row r="9"', b'<row r="4"'), "buku-tidak-terbaca")
baca("T1", "ekor-sampah", lambda i: i + b"\0" * 20)

# --- T2 containers that swell, lie or overlap ---


def _sst(awal: bytes, ulang: bytes, akhir: bytes, banyak: int) -> Sunting:
    kepala = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return lambda i: s.bom(i, SST, kepala + awal, ulang, akhir + b"</sst>", banyak)


def _lembar_bom(ulang: bytes, banyak: int, awal: bytes = b"", akhir: bytes = b"") -> Sunting:
    def buat(isi: bytes) -> bytes:
        data = s.bagian(isi)[X2]
        kepala = data[: data.index(b"<sheetData>") + 11]
        return s.bom(isi, X2, kepala + awal, ulang, akhir + b"</sheetData></worksheet>", banyak)

    return buat


def _ekor(ulang: Callable[[], bytes]) -> Sunting:
    def buat(isi: bytes) -> bytes:
        depan, belakang = s.bagian(isi)[X2].split(b"</sheetData>")
        return s.bom(isi, X2, depan, ulang(), b"</sheetData>" + belakang, 1)

    return buat


def _baris_bergaya() -> bytes:
    return b"".join(b'<row r="%d" s="1" customFormat="1"/>' % n for n in range(30, 1_000_030))


def _baris_bersel() -> bytes:
    return b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(30, 1_000_030))


tolak(
    "T2",
    "satu-gigabita-teks",
    _sst(b"<si><t>", b"a" * MIB, b"</t></si>", 1024),
    "berkas-bagian-terlalu-besar",
    bom=True,
)
tolak("T2", "satu-gigabita-spasi", _lembar_bom(b" " * MIB, 1024), "berkas-bagian-terlalu-besar", bom=True)
tolak("T2", "teks-49-mib", _sst("<si><t>😀".encode(), b"a" * MIB, b"</t></si>", 49), "buku-terlalu-besar", bom=True)
tolak("T2", "sejuta-teks", _sst(b"", b"<si><t>a</t></si>" * 50_000, b"", 20), "buku-terlalu-besar", bom=True)
tolak(
    "T2",
    "tiga-juta-sel",
    _lembar_bom(b"<row>" + b"<c><v>1</v></c>" * 16_000 + b"</row>", 200),
    "buku-terlalu-besar",
    bom=True,
)
tolak("T2", "spasi-49-mib", _lembar_bom(b" " * MIB, 49), "buku-terlalu-besar", bom=True)
tolak(
    "T2", "atribut-49-mib", _lembar_bom(b" " * MIB, 49, b'<row r="8" x="', b'"></row>'), "buku-terlalu-besar", bom=True
)
tolak(
    "T2",
    "ribuan-gaya",
    lambda i: s.ubah_bagian(
        i, "xl/styles.xml", lambda d: d.replace(b"</cellXfs>", b'<xf numFmtId="0"/>' * 90_000 + b"</cellXfs>")
    ),
    "buku-terlalu-besar",
    bom=True,
)
baca("T2", "sejuta-baris-bergaya", _ekor(_baris_bergaya), bom=True)
baca("T2", "sejuta-baris-bersel", _ekor(_baris_bersel), bom=True)
baca(
    "T2",
    "dua-lembar-sejuta-baris",
    lambda i: s.ubah_bagian(
        _ekor(_baris_bergaya)(i),
        "xl/worksheets/sheet5.xml",
        lambda d: d.replace(b"</sheetData>", _baris_bersel() + b"</sheetData>"),
    ),
    bom=True,
)


def _di_lembar(tanda: bytes, awal: bytes, ulang: bytes, banyak: int) -> Sunting:
    """Swell a sheet before a mark: some bytes, then others again and again, and the row closed that they opened."""

    def buat(isi: bytes) -> bytes:
        depan, tanda_itu, belakang = s.bagian(isi)[X2].partition(tanda)
        tutup = b"</row>" if awal.endswith(b'">') else b""
        return s.bom(isi, X2, depan + awal, ulang, tutup + tanda_itu + belakang, banyak)

    return buat


AKHIR_BARIS, JAUH = b"</sheetData>", b'<row r="6000"/><row r="6001">'
baca("T2", "empat-juta-baris-jauh", _di_lembar(AKHIR_BARIS, b'<row r="6000"/>', b"<row/>" * 50_000, 80), bom=True)
for nama_bom, letak_bom in (
    ("sebaris-jauh", _di_lembar(AKHIR_BARIS, b'<row r="6000">', b"<c/>" * 100_000, 110)),
    ("tanda-semu-jauh", _di_lembar(AKHIR_BARIS, JAUH, b'<c a=":v "/>' * 50_000, 70)),
    ("nama-semu-jauh", _di_lembar(AKHIR_BARIS, JAUH, b"<va/>" * 100_000, 90)),
    ("bukan-baris-jauh", _di_lembar(AKHIR_BARIS, b'<row r="6000"/>', b"<x/>" * 100_000, 110)),
    ("sebelum-baris", _di_lembar(b"<cols>", b"", b"<x/>" * 100_000, 110)),
    ("sesudah-baris", _di_lembar(b"<sheetProtection", b"", b"<x/>" * 100_000, 110)),
):
    tolak("T2", nama_bom, letak_bom, "buku-terlalu-besar", bom=True)

SELA = {
    "seribu-atribut": b"<x " + b" ".join(b'a%d=""' % n for n in range(1_000)) + b"/>",
    "atribut-rapat": b"<x " + b" ".join(b'a%d=""' % n for n in range(190)) + b"/>",
    "seribu-awalan": b"<x " + b" ".join(b'xmlns:a%d="a"' % n for n in range(1_000)) + b"/>",
    "nilai-panjang": b'<x a="' + b"&amp;" * 70_000 + b'"/>',
    "cdata": b"<x><![CDATA[" + b"]" * 30_000 + b"]]></x>",
    "teks-panjang": b"<x>" + b"\r\n" * 150_000 + b"</x>",
    "komentar-xml": b"<!-- x -->",
}
"""What costs a parser time though nobody reads it."""


def _sela(bagian: str, tanda: bytes, isi_sela: bytes) -> Sunting:
    """Swell a part to 45 MB before a mark."""

    def buat(isi: bytes) -> bytes:
        depan, tanda_itu, belakang = s.bagian(isi)[bagian].partition(tanda)
        ulang = isi_sela * max(1, 200_000 // len(isi_sela))
        return s.bom(isi, bagian, depan, ulang, tanda_itu + belakang, 45_000_000 // len(ulang))

    return buat


for nama_sela, isi_sela in SELA.items():
    for nama_bagian, bagian_sela, tanda_sela in (
        ("baris", X2, b"<row "),
        ("gaya", "xl/styles.xml", b"<fonts"),
        ("teks-bersama", SST, b"<si>"),
        ("daftar-lembar", "xl/workbook.xml", b"<sheets>"),
        ("hubungan", "xl/_rels/workbook.xml.rels", b"<Relationship "),
    ):
        buat_sela = _sela(bagian_sela, tanda_sela, isi_sela)
        tolak("T2", f"{nama_sela}-di-{nama_bagian}", buat_sela, "buku-terlalu-besar", bom=True)


def _sel_kosong(baris: int) -> Sunting:
    banyak = b"".join(b'<row r="%d">%s</row>' % (n, b"<c/>" * 200) for n in range(30, 30 + baris))
    return lambda i: s.ubah_bagian(i, X2, lambda d: d.replace(b"</sheetData>", banyak + b"</sheetData>"))


tolak("T2", "sembilan-ratus-ribu-sel-kosong", _sel_kosong(4500), "buku-terlalu-besar", bom=True)
baca("T2", "empat-ratus-ribu-sel-kosong", _sel_kosong(2000), bom=True)
tolak("T2", "ukuran-bohong-kecil", lambda i: s.berbohong(i, b"PK\x01\x02", 24, 1), "berkas-bagian-rusak")
tolak("T2", "ukuran-bohong-besar", lambda i: s.berbohong(i, b"PK\x01\x02", 24, 4_000_000_000), "berkas-bagian-rusak")
tolak("T2", "padat-bohong", lambda i: s.berbohong(i, b"PK\x01\x02", 20, 4_000_000_000), "berkas-rusak")
tolak("T2", "tumpang-tindih", lambda i: s.berbohong(i, b"PK\x01\x02", 42, 0), "berkas-rusak")
tolak("T2", "banyak-bohong", lambda i: s.berbohong(i, b"PK\x05\x06", 10, 3, "<H"), "berkas-rusak")
tolak(
    "T2",
    "lima-ratus-bagian",
    lambda i: s.rakit(s.bagian(i) | {f"x/{n}": b"" for n in range(500)}),
    "berkas-terlalu-banyak-bagian",
)
tolak("T2", "dua-puluh-satu-mib", lambda i: i + bytes(21 * MIB), "berkas-terlalu-besar")
tolak("T2", "bagian-kembar", lambda i: s.rakit(s.bagian(i) | {X2.upper(): b"<a/>"}), "berkas-bagian-ganda")
tolak("T2", "nama-naik", lambda i: s.rakit(s.bagian(i) | {"../../mulai.bat": b"x"}), "berkas-nama-berbahaya")
tolak("T2", "nama-mutlak", lambda i: s.rakit(s.bagian(i) | {"/etc/x": b"x"}), "berkas-nama-berbahaya")
tolak(
    "T2",
    "isi-seratus-mib",
    lambda i: s.rakit(s.bagian(i) | {f"x/{n}.bin": bytes(34 * MIB) for n in range(3)}),
    "berkas-isi-terlalu-besar",
)

# --- T3 entities ---

TAWA = (
    b'<!DOCTYPE a [<!ENTITY a "'
    + b"ha" * 40
    + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8))
    + b"]>"
)
LUAR = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
KEPALA = b'standalone="yes"?>'
for bagian_xml in (
    "xl/workbook.xml",
    X2,
    SST,
    "xl/styles.xml",
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
):
    tolak("T3", f"tawa-{bagian_xml}", xml(bagian_xml, KEPALA, KEPALA + TAWA), "berkas-doctype")
tolak("T3", "berkas-luar", xml(X2, KEPALA, KEPALA + LUAR), "berkas-doctype")
tolak(
    "T3",
    "parameter",
    xml(X2, KEPALA, KEPALA + b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://contoh.invalid/x">%x;]>'),
    "berkas-doctype",
)
tolak(
    "T3",
    "utf-16",
    lambda i: s.ubah_bagian(
        i,
        X2,
        lambda d: (
            d.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').replace('"yes"?>', '"yes"?>' + LUAR.decode())
        ).encode("utf-16"),
    ),
    "berkas-doctype",
)
tolak("T3", "utf-7", xml(X2, b'encoding="UTF-8"', b'encoding="UTF-7"'), "berkas-pengodean-asing")
tolak("T3", "entitas-tanpa-doctype", xml(SST, b"<t>", b"<t>&tidakada;"), "buku-tidak-terbaca")
baca("T3", "entitas-biasa", sel(IND, Q8="A & B < C > D"), isi={JELAS: "A & B < C > D"})

# --- T4 passwords ---

tolak("T4", "dienkripsi", lambda _: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "berkas-bersandi")
tolak(
    "T4",
    "dienkripsi-standar",
    lambda _: OLE + "EncryptionInfo".encode("utf-16-le") + bytes(90) + "EncryptedPackage".encode("utf-16-le"),
    "berkas-bersandi",
)
tolak(
    "T4",
    "zip-bersandi",
    lambda i: s.berbohong(s.berbohong(i, b"PK\x03\x04", 6, 1, "<H"), b"PK\x01\x02", 8, 1, "<H"),
    "berkas-zip-bersandi",
)
tolak(
    "T4",
    "xls-bersandi",
    lambda _: OLE + bytes(500) + "Workbook".encode("utf-16-le") + b"\x2f\x00\x36\x00",
    "berkas-excel-lama",
)
baca(
    "T4",
    "struktur-dikunci",
    xml("xl/workbook.xml", b"<sheets>", b'<workbookProtection workbookPassword="CC1A" lockStructure="1"/><sheets>'),
)
baca("T4", "lembar-dikunci", buku(lambda b: b[IND].protection.set_password("rahasia")))
baca(
    "T4",
    "hanya-baca-disarankan",
    xml(
        "xl/workbook.xml",
        b"<workbookPr",
        b'<fileSharing readOnlyRecommended="1" userName="x" reservationPassword="CC1A"/><workbookPr',
    ),
)

# --- T5 other formats under our name ---

OOXML = b"application/vnd.openxmlformats-officedocument."
for nama_format, isi_format, kode_format in (
    ("xls", OLE + bytes(700) + "Workbook".encode("utf-16-le"), "berkas-excel-lama"),
    ("xls-lama", OLE + bytes(700) + "Book".encode("utf-16-le"), "berkas-excel-lama"),
    ("doc", OLE + "WordDocument".encode("utf-16-le"), "berkas-tertukar"),
    ("ole-lain", OLE + bytes(3000), "berkas-tak-dikenal"),
    ("csv", b"kode;realisasi\r\nI1.4;60\r\n", "berkas-teks"),
    ("html", b"<html><body><table><tr><td>I1.4</td></tr></table>", "berkas-html"),
    ("halaman-masuk", b"<!DOCTYPE html><html><title>Masuk</title>", "berkas-html"),
    (
        "xml-2003",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "berkas-xml-2003",
    ),
    ("pdf", b"%PDF-1.4\n%....", "berkas-pdf"),
    ("foto", b"\xff\xd8\xff\xe0" + bytes(99), "berkas-gambar"),
    ("rtf", rb"{\rtf1 formulir}", "berkas-rtf"),
    ("rar", b"Rar!\x1a\x07\x00", "berkas-arsip-lain"),
    ("gzip", b"\x1f\x8b\x08" + bytes(30), "berkas-arsip-lain"),
    (
        "ods",
        s.rakit({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
        "berkas-ods",
    ),
    ("zip", s.rakit({"formulir.xlsx": b"x"}), "berkas-arsip-lain"),
    ("bita-acak", bytes(range(1, 200)), "berkas-tak-dikenal"),
):
    tolak("T5", nama_format, lambda _, d=isi_format: d, kode_format)
tolak(
    "T5",
    "docx",
    xml("[Content_Types].xml", OOXML + b"spreadsheetml.sheet.main+xml", OOXML + b"wordprocessingml.document.main+xml"),
    "berkas-tertukar",
)
tolak(
    "T5",
    "xlsb",
    xml(
        "[Content_Types].xml",
        OOXML + b"spreadsheetml.sheet.main+xml",
        b"application/vnd.ms-excel.sheet.binary.macroEnabled.main",
    ),
    "berkas-xlsb",
)
tolak(
    "T5",
    "strict",
    xml(
        "_rels/.rels",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    ),
    "berkas-ooxml-strict",
)
tolak("T5", "bzip2", lambda i: s.rakit(s.bagian(i), zipfile.ZIP_BZIP2), "berkas-kompresi-asing")

for nama_berkas in (
    "formulir__xltx",
    "formulir__xltm",
    "formulir__et",
    "formulir__txt",
    "formulir__xlsx__txt",
    "formulir",
):
    baca("T5", f"bernama-{nama_berkas}", folder(**{nama_berkas: utuh}))
baca("T5", "catatan-di-sebelah", folder(a__xlsx=utuh, catatan__txt=b"Bu Rina sudah kirim"), "berkas-lain")
baca("T5", "foto-di-sebelah", folder(a__xlsx=utuh, foto__jpg=b"\xff\xd8\xff\xe0"), "berkas-lain")
baca("T5", "rekaman-di-sebelah", folder(a__xlsx=utuh, rapat__mp4=bytes(21 * MIB)), "berkas-lain")
baca("T5", "unduhan-belum-selesai", folder(a__xlsx=utuh, b__crdownload=b"PK"), "berkas-belum-selesai")

# --- T6 macros, links, objects ---

MAKRO = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
XLSX = OOXML + b"spreadsheetml.sheet.main+xml"
baca("T6", "bermakro", xml("[Content_Types].xml", XLSX, MAKRO), "berkas-excel-bermakro")
baca(
    "T6",
    "bermakro-dengan-vba",
    lambda i: s.tambah(xml("[Content_Types].xml", XLSX, MAKRO)(i), xl__vbaProject_dot_bin=OLE + bytes(99)),
    "berkas-excel-bermakro",
)
baca("T6", "templat", xml("[Content_Types].xml", XLSX, OOXML + b"spreadsheetml.template.main+xml"))
baca(
    "T6",
    "tautan-luar",
    lambda i: s.tambah(
        xml(
            "xl/workbook.xml",
            b"<definedNames>",
            b'<externalReferences><externalReference r:id="rId99"/></externalReferences><definedNames>',
        )(i),
        xl__externalLinks__externalLink1_dot_xml=b"<externalLink/>",
    ),
)


def berlembar_lain(isi: bytes, jenis: str, akar: str) -> bytes:
    """Add a tab that holds no cells, as a dialog or the macros of old times."""
    lembar_ = '<sheets><sheet name="Lain" sheetId="99" r:id="rId99"/>'
    hubungan = f'<Relationship Id="rId99" Type="{HUBUNGAN}/{jenis}" Target="{jenis}s/sheet1.xml"/></Relationships>'
    lain = f'<x:{akar} xmlns:x="{NS_BUKU}"><x:sheetPr/></x:{akar}>'
    isi = xml("xl/workbook.xml", b"<sheets>", lembar_.encode())(isi)
    isi = xml("xl/_rels/workbook.xml.rels", b"</Relationships>", hubungan.encode())(isi)
    return s.rakit(s.bagian(isi) | {f"xl/{jenis}s/sheet1.xml": lain.encode()})


baca("T6", "lembar-dialog", lambda i: berlembar_lain(i, "dialogsheet", "dialogsheet"))
baca("T6", "lembar-makro", lambda i: berlembar_lain(i, "xlMacrosheet", "macrosheet"))
baca("T6", "lembar-grafik", lambda i: berlembar_lain(i, "chartsheet", "chartsheet"))
baca(
    "T6",
    "model-data",
    lambda i: s.rakit(s.bagian(i) | {"xl/model/item.data": "\ufeffSTREAM\u3c00".encode("utf-16-le")}),
)
baca("T6", "nama-bagian-bermiring-balik", lambda i: s.rakit({n.replace("/", "\\"): d for n, d in s.bagian(i).items()}))
baca("T6", "nama-bagian-huruf-besar", lambda i: s.rakit({n.upper(): d for n, d in s.bagian(i).items()}))
baca("T6", "objek-ole", lambda i: s.tambah(i, xl__embeddings__oleObject1_dot_bin=OLE + bytes(999)))
baca("T6", "activex", lambda i: s.tambah(i, xl__activeX__activeX1_dot_xml=b"<ax:ocx/>"))
baca("T6", "dde-sebagai-teks", sel(IND, Q8="=cmd|' /C calc'!A0"), isi={JELAS: "=cmd|' /C calc'!A0"})
baca(
    "T6",
    "dde-sebagai-rumus",
    sel(IND, Q8=Rumus("cmd|' /C calc'!A0", "0")),
    "rumus-di-teks",
    isi={JELAS: "=cmd|' /C calc'!A0"},
)
tolak("T6", "rumus-ke-buku-lain", sel(IND, O8=Rumus("[1]Lembar1!A1", "60")), "rumus-di-isian")

# --- T7 what office programs leave in folders ---

for nama_sisa in (
    "~$formulir.xlsx",
    ".~lock.formulir.xlsx#",
    "Thumbs.db",
    "desktop.ini",
    ".DS_Store",
    "formulir.tmp",
    "_arsip.xlsx",
    "~WRL0001.tmp",
):
    dibuka = ("berkas-sedang-dibuka",) if "formulir.xlsx" in nama_sisa else ()
    dibuka += ("berkas-belum-selesai",) if nama_sisa == "formulir.tmp" else ()
    baca("T7", nama_sisa, lambda i, n=nama_sisa: {"formulir.xlsx": i, n: b"\x05milik orang" + bytes(150)}, *dibuka)
for nama_sisa in ("~$lain.xlsx", ".~lock.lain.xlsx#"):
    baca("T7", nama_sisa, lambda i, n=nama_sisa: {"formulir.xlsx": i, n: b"\x05milik orang" + bytes(150)})

# --- T8 nothing in it, or not here yet ---


def galat_baca(nomor: int, winerror: int | None = None) -> Callable[[pytest.MonkeyPatch], None]:
    """Let every file fail to be read the way Windows or a cloud folder does."""

    def menolak(*_isi: object, **_nama: object) -> None:
        salah = OSError(nomor, "The cloud operation was unsuccessful")
        salah.winerror = winerror
        raise salah

    return lambda m: m.setattr(modul_berkas, "_copy", menolak)


tolak("T8", "nol-bita", lambda _: b"", "berkas-kosong")
tolak("T8", "semua-nol", lambda i: bytes(len(i)), "berkas-isi-nol")
tolak("T8", "onedrive-einval", utuh, "berkas-belum-terunduh", latar=galat_baca(errno.EINVAL))
tolak("T8", "onedrive-mati", utuh, "berkas-belum-terunduh", latar=galat_baca(errno.EACCES, 362))
tolak("T8", "onedrive-tanpa-jaringan", utuh, "berkas-belum-terunduh", latar=galat_baca(errno.EACCES, 388))
tolak("T8", "onedrive-lambat", utuh, "berkas-belum-terunduh", latar=galat_baca(errno.EACCES, 426))
tolak("T8", "cakram", utuh, "berkas-tidak-terbaca", latar=galat_baca(errno.EIO))
tolak("T8", "hanya-spasi", lambda _: b" \r\n" * 30, "berkas-teks")

# --- T9 locked, or changing while it is read ---


def berubah(berapa_kali: int) -> Callable[[pytest.MonkeyPatch], None]:
    """Let a file look changed after so many of its reads."""

    def pasang(m: pytest.MonkeyPatch) -> None:
        sisa = [berapa_kali]
        asli = modul_berkas._stamp

        def ciri(keadaan: os.stat_result) -> tuple[int, int]:
            sisa[0] -= 1
            return (-sisa[0], 0) if sisa[0] >= 0 else asli(keadaan)

        m.setattr(modul_berkas, "_stamp", ciri)
        m.setattr(modul_berkas, "PAUSE", 0)

    return pasang


tolak("T9", "dikunci", utuh, "berkas-tidak-terbaca", latar=galat_baca(errno.EACCES))
tolak("T9", "dikunci-windows", utuh, "berkas-tidak-terbaca", latar=galat_baca(errno.EACCES, 32))
tolak("T9", "hilang", utuh, "berkas-tidak-terbaca", latar=galat_baca(errno.ENOENT))
tolak("T9", "terus-berubah", utuh, "berkas-sedang-berubah", latar=berubah(6))
baca("T9", "berubah-sekali", utuh, latar=berubah(2))
baca("T9", "berubah-dua-kali", utuh, latar=berubah(4))

# --- T10 what is no plain file ---


def taruh(pembuat: Callable[[Path, bytes], None]) -> Callable[[bytes], Callable[[Path], None]]:
    """Lay something into the inbox that is no plain file."""
    return lambda isi: lambda kotak: pembuat(kotak, isi)


def _tautan_luar(kotak: Path, isi: bytes) -> None:
    luar = kotak.parents[3] / "luar.xlsx"
    luar.write_bytes(isi)
    (kotak / "formulir.xlsx").symlink_to(luar)


def _tautan_dalam(kotak: Path, isi: bytes) -> None:
    (kotak.parent / "kiriman").mkdir()
    (kotak.parent / "kiriman" / "a.xlsx").write_bytes(isi)
    (kotak / "formulir.xlsx").symlink_to(kotak.parent / "kiriman" / "a.xlsx")


def _besar(kotak: Path, _isi: bytes) -> None:
    with (kotak / "besar.xlsx").open("wb") as tujuan:
        tujuan.truncate(3 * 1024 * MIB)


def _hanya_baca(kotak: Path, isi: bytes) -> None:
    (kotak / "formulir.xlsx").write_bytes(isi)
    (kotak / "formulir.xlsx").chmod(stat.S_IRUSR)


def _dengan(pembuat: Callable[[Path], object]) -> Callable[[bytes], Callable[[Path], None]]:
    def taruh_dua(kotak: Path, isi: bytes) -> None:
        (kotak / "formulir.xlsx").write_bytes(isi)
        pembuat(kotak)

    return taruh(taruh_dua)


tolak("T10", "tautan-ke-luar", taruh(_tautan_luar), "berkas-tautan-luar")
tolak("T10", "tautan-ke-passwd", taruh(lambda k, _: (k / "a.xlsx").symlink_to("/etc/passwd")), "berkas-tautan-luar")
tolak("T10", "tiga-gigabita", taruh(_besar), "berkas-terlalu-besar")
baca("T10", "tautan-di-dalam", taruh(_tautan_dalam), "folder-tidak-dibaca")
baca("T10", "hanya-baca", taruh(_hanya_baca))
baca("T10", "folder-bernama-xlsx", _dengan(lambda k: (k / "a.xlsx").mkdir()), "bukan-berkas")
baca("T10", "tautan-putus", _dengan(lambda k: (k / "a.xlsx").symlink_to(k / "tidak-ada")), "berkas-tautan-putus")
baca("T10", "tautan-berputar", _dengan(lambda k: (k / "a.xlsx").symlink_to(k / "a.xlsx")), "berkas-tautan-putus")
baca("T10", "pipa", _dengan(lambda k: os.mkfifo(k / "a.xlsx")), "bukan-berkas")
baca("T10", "perangkat", _dengan(lambda k: (k / "a.xlsx").symlink_to("/dev/zero")), "bukan-berkas")
baca("T10", "tautan-ke-folder", _dengan(lambda k: (k / "kiriman").symlink_to("/usr")), "folder-tautan")
baca("T10", "tautan-ke-akar", _dengan(lambda k: (k / "semua").symlink_to("/")), "folder-tautan")
baca("T10", "tautan-ke-diri", _dengan(lambda k: (k / "lagi").symlink_to(k)), "folder-tautan")


def _di_dalam(letak: str, *daftar_nama: str) -> Callable[[bytes], Callable[[Path], None]]:
    """Lay more files into a folder below or beside the inbox."""

    def buat(kotak: Path) -> None:
        for nama in daftar_nama or ("a.xlsx",):
            (kotak / letak / nama).parent.mkdir(parents=True, exist_ok=True)
            (kotak / letak / nama).write_bytes(b"PK")

    return _dengan(buat)


baca("T10", "folder-kiriman", _di_dalam("kiriman susulan", "a.xlsx", "b.XLSX", "c.docx"), "folder-tidak-dibaca")
baca("T10", "folder-bertingkat", _di_dalam("kiriman/hari ini"), "folder-tidak-dibaca")
baca("T10", "folder-di-sebelah", _di_dalam("../TW 1"), "folder-tidak-dibaca")
baca("T10", "folder-arsip", _di_dalam("_arsip"))
baca("T10", "folder-tanpa-buku-kerja", _di_dalam("bukti", "a.pdf", "~$b.xlsx"))
baca("T10", "folder-triwulan-lain", _di_dalam("../TW4"))
baca("T10", "di-sebelah-induk", _di_dalam("..", "formulir.xlsx"), "berkas-salah-folder")
baca("T10", "salinan-induk", _di_dalam("..", "induk.xlsx", "Salinan Induk 2025.xlsx", "_lama.xlsx", "catatan.txt"))
for nama_pintasan in ("formulir.xlsx.lnk", "Formulir.URL", "formulir.gsheet"):
    baca("T10", nama_pintasan, _di_dalam("", nama_pintasan), "berkas-pintasan")

# --- T11 names that other systems choke on: the contents decide ---

for nama_berkas in (
    "CON.xlsx",
    "x" * 240 + ".xlsx",
    "formulir .xlsx ",
    "FINAL (2) revisi BANGET.XLSX",
    "formuli\u0301r.xlsx",
    "gnol\u202exslx.xlsx",
    "📊 laporan.xlsx",
    "<script>alert(1)</script>.xlsx".replace("/", "∕"),
    "a\nb\t{{ 7*7 }}.xlsx",
    "-rf.xlsx",
    "formulir-sekretariat-2025-TW1.xlsx",
):
    baca(
        "T11",
        nama_berkas[:30],
        lambda i, n=nama_berkas: {n: i} if n.strip().lower().endswith(".xlsx") and n == n.rstrip() else {n.strip(): i},
    )

# --- T12 the meta sheet as a path ---


def meta(lama: str, baru: str) -> Sunting:
    """Write something else into the hidden sheet."""

    def pengubah(b: openpyxl.Workbook) -> None:
        for satu in b["_meta"]["A"]:
            if satu.value == lama:
                satu.offset(column=1).value = baru

    return buku(pengubah)


for unit_jahat in (
    "../../../etc/passwd",
    r"..\..\x",
    "BIDANG-APTIKA/..",
    "C:\\x",
    "",
    "bidang-aptika",
    "BIDANG-APTIKA\x7f",
    "'; DROP TABLE unit; --",
):
    tolak("T12", f"unit-{unit_jahat[:16]!r}", meta("unit", unit_jahat), "unit-berganti-kode")
tolak("T12", "periode-naik", meta("periode", "../2025-TW1"), "periode-lain")

# --- T13 the same unit twice ---

ISI_LAIN = sel(IND, O8=61)
baca("T13", "sama-persis", folder(a__xlsx=utuh, b__xlsx=utuh), "unit-ganda-sama")
baca("T13", "tiga-sama", folder(a__xlsx=utuh, b__xlsx=utuh, c__xlsx=utuh), "unit-ganda-sama")
baca("T13", "sama-disimpan-ulang", folder(a__xlsx=utuh, b__xlsx=s.lewat_openpyxl), "unit-ganda-sama")
baca("T13", "sama-gaya-wps", folder(a__xlsx=utuh, b__xlsx=s.tanpa_teks_bersama), "unit-ganda-sama")
tolak("T13", "berbeda", folder(a__xlsx=utuh, **{"a FINAL (2)__xlsx": ISI_LAIN}), "unit-ganda")
tolak("T13", "dua-sama-satu-beda", folder(a__xlsx=utuh, b__xlsx=utuh, c__xlsx=ISI_LAIN), "unit-ganda")
tolak("T13", "beda-satu-huruf", folder(a__xlsx=utuh, b__xlsx=sel(PROG, C8="Lain")), "unit-ganda")
tolak("T13", "teks-dan-angka", folder(a__xlsx=utuh, b__xlsx=sel(IND, O8="60 orang")), "unit-ganda")
baca("T13", "rusak-di-sebelahnya", folder(a__xlsx=utuh, b__xlsx=b"PK\x03\x04"), "berkas-rusak")

# --- T14 another period or unit ---


def kepala(lama: str, baru: str) -> Sunting:
    """Write something else above the tables."""

    def pengubah(b: openpyxl.Workbook) -> None:
        for ws in b:
            for satu in (s_ for baris in ws.iter_rows(max_row=3) for s_ in baris):
                if isinstance(satu.value, str):
                    satu.value = satu.value.replace(lama, baru)

    return buku(pengubah)


HANTU = kepala("Bidang Aplikasi Informatika", "Bidang Hantu")
TANPA_META = buku(lambda b: b.remove(b["_meta"]))
tolak("T14", "unit-lama-baris-campuran", lambda i: HANTU(meta("unit", "LAMA")(sel(IND, A8="I1.1")(i))), "unit-asing")
tolak("T14", "tanpa-penanda-campuran", lambda i: HANTU(TANPA_META(sel(IND, A8="I1.1")(i))), "unit-tidak-pasti")
tolak("T14", "tanpa-penanda-periode-lain", lambda _: TANPA_META(BAHAN[UNIT, 2]), "periode-lain")
baca("T13", "cacat-di-sebelahnya", folder(a__xlsx=utuh, b__xlsx=TANPA_META), "formulir-tersisih")
tolak("T14", "triwulan-lalu", lambda _: BAHAN[UNIT, 1], "periode-lain", nomor=2)
tolak("T14", "triwulan-depan", lambda _: BAHAN[UNIT, 2], "periode-lain")
tolak("T14", "tahun-lain", meta("periode", "2024-TW1"), "periode-lain")
tolak("T14", "periode-kosong", meta("periode", ""), "periode-lain")
tolak("T14", "periode-ditulis-lain", meta("periode", "2025 TW 1"), "periode-lain")
tolak("T14", "kepala-unit-lain", kepala("Bidang Aplikasi Informatika", "Sekretariat"), "kepala-berbeda")
tolak("T14", "kepala-periode-lain", kepala("Triwulan I ", "Triwulan II "), "kepala-berbeda")
tolak("T14", "penanda-unit-lain", meta("unit", "SEKRETARIAT"), "kepala-berbeda")
baca("T14", "kepala-disingkat", kepala("Bidang Aplikasi Informatika", "Bid. Aptika"), "kepala-diubah")
tolak(
    "T14",
    "folder-salah-dan-benar",
    lambda _: {"a.xlsx": BAHAN[UNIT, 2], "b.xlsx": BAHAN[UNIT, 3]},
    "periode-lain",
    "periode-lain",
)

# --- T15 versions ---

for versi in ("0", "", "1.0", "abc", "-1"):
    tolak("T15", f"versi-{versi}", meta("versi", versi), "versi-lain")
tolak("T15", "versi-lebih-baru", meta("versi", "99"), "versi-lebih-baru")

# --- T16 not our workbook ---


def asing(pengisi: Callable[[openpyxl.Workbook], object] = lambda _b: None) -> Callable[[bytes], bytes]:
    """Return a workbook of somebody's own."""

    def buat(_isi: bytes) -> bytes:
        b = openpyxl.Workbook()
        pengisi(b)
        keluar = io.BytesIO()
        b.save(keluar)
        return keluar.getvalue()

    return buat


def _meta_asing(b: openpyxl.Workbook) -> None:
    b.create_sheet("_meta").append(["jenis", "daftar gaji"])


tolak("T16", "kosong", asing(), "bukan-formulir")
tolak("T16", "tabel-sendiri", asing(lambda b: b.active.append(["Kode", "Realisasi"])), "bukan-formulir")
tolak("T16", "penanda-lain", asing(_meta_asing), "bukan-formulir")
tolak("T16", "buku-induk", lambda _: write_induk(isi_contoh()), "bukan-formulir")
tolak(
    "T16",
    "judul-sama",
    asing(lambda b: b.active.append(["Kunci", "Bulan", "Kegiatan yang dilaksanakan", "Hasil"])),
    "bukan-formulir",
)
tolak("T16", "seribu-lembar", asing(lambda b: [b.create_sheet(f"L{n}") for n in range(150)]), "bukan-formulir")
tolak("T16", "penanda-jenis-lain", meta("jenis", "formulir lain"), "bukan-formulir")

# --- T17 locked cells ---


def meta_dan_sel(sidik: str | None, nama_lembar: str, **isi: object) -> Sunting:
    """Type into cells of a form whose hidden sheet knows another buku induk than today's."""
    return lambda asli: meta("sidik", sidik)(sel(nama_lembar, **isi)(asli))


tolak("T17", "target", sel(IND, I10=70), "terkunci-berubah")
tolak("T17", "target-tahun", sel(IND, H10=90), "terkunci-berubah")
tolak("T17", "satuan", sel(IND, E10="desa"), "terkunci-berubah")
tolak("T17", "bunyi-indikator", sel(IND, C10="Indikator kami"), "terkunci-berubah")
tolak("T17", "arah", sel(IND, F10="turun"), "terkunci-berubah")
tolak("T17", "pagu", sel(ANGG, D8=999_000_000), "terkunci-berubah")
tolak("T17", "uraian", sel(ANGG, C8="Belanja lain"), "terkunci-berubah")
tolak("T17", "kegiatan", sel(AKSI, D8="Kegiatan lain"), "terkunci-berubah")
tolak("T17", "target-dikosongkan", sel(IND, I10=None), "terkunci-berubah")
tolak("T17", "dua-sel", sel(IND, I10=70, I11=3), "terkunci-berubah", "terkunci-berubah")
baca("T17", "target-sebagai-teks", sel(IND, I10="76"))
baca("T17", "spasi-berlebih", sel(IND, E10=" % "))
tolak("T17", "sel-dan-buku-induk", meta_dan_sel("0" * 32, IND, I10=70), "terkunci-tak-pasti")
tolak("T17", "sel-tanpa-sidik", meta_dan_sel(None, ANGG, D8=999_000_000), "terkunci-tak-pasti")
baca(
    "T17",
    "pic-tanpa-tindak-lanjut",
    sel(IND, T10=None, U10="Kepala Seksi"),
    "tindak-lanjut-tanpa-isi",
    isi={("daftar_indikator", "I2.2", "pic"): "Kepala Seksi"},
)
TAK_DIBACA, LALU = "isi-tidak-dibaca", "realisasi-lalu-berbeda"
baca("T17", "yang-tak-dijaga", sel(IND, G10="cara lain"), TAK_DIBACA)
baca("T17", "catatan-di-kelengkapan", sel(IND, X10="sudah oke"), TAK_DIBACA)
baca("T17", "catatan-di-capaian", sel(IND, P10="lihat lampiran"), TAK_DIBACA)
baca("T17", "catatan-di-petunjuk-pengesahan", sel(SAH, D8="nama saya"), TAK_DIBACA)
baca("T17", "bulan-diganti", sel(PROG, B8="Februari"), TAK_DIBACA)
baca("T17", "kolom-triwulan-nanti", sel(IND, K10=5), TAK_DIBACA)
baca("T17", "rumus-di-triwulan-nanti", sel(IND, K10=Rumus("5+5", "10")), TAK_DIBACA)
baca("T17", "rumus-tetap-di-capaian", sel(IND, P10=Rumus("95", "95")), TAK_DIBACA)
baca("T17", "rumus-tetap-di-kelengkapan", sel(IND, X10=Rumus('"sementara"', "sementara")), TAK_DIBACA)
baca("T17", "kurang-yang-diketik", sel(IND, X10="Kurang: waktu untuk menyelesaikan"), TAK_DIBACA)
baca("T17", "angka-di-kelengkapan", sel(IND, X10=5), TAK_DIBACA)
baca("T17", "tanggal-di-capaian", sel(IND, P10=Bergaya(date(2025, 4, 9), 0)), "hitungan-berbeda")
baca("T17", "benar-di-serapan", sel(ANGG, H8=True), TAK_DIBACA)
baca("T17", "angka-di-gabungan", sel(IND, P8=95), TAK_DIBACA)
baca(
    "T17",
    "capaian-tanpa-realisasi",
    sel(IND, O10=None, P10=90),
    TAK_DIBACA,
    "realisasi-kosong",
    isi={PERSEN: BelumDilaporkan()},
)
baca("T17", "triwulan-lalu-diubah", sel(IND, J10=99), LALU, nomor=2)
baca("T17", "uang-lalu-diubah", sel(ANGG, E8=99), LALU, nomor=2)
baca("T17", "catatan-di-triwulan-lalu", sel(IND, J10="salah ketik"), LALU, nomor=2)
baca("T17", "triwulan-lalu-dikosongkan", sel(IND, J10=None), nomor=2)

# --- T18 sheets removed, renamed, copied, moved ---


def salin_lembar(nama: str, baru: str = "", pengubah: Callable[[object], object] = lambda _ws: None) -> Sunting:
    """Copy a sheet the way people do."""

    def salin(b: openpyxl.Workbook) -> None:
        ws = b.copy_worksheet(b[nama])
        ws.title = baru or f"{nama} (2)"
        pengubah(ws)

    return buku(salin)


def _kosongkan(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
    for baris in ws.iter_rows(min_row=8, min_col=15, max_col=15):
        baris[0].value = None
    for baris in ws.iter_rows(min_row=8, min_col=17, max_col=23):
        for satu in baris:
            satu.value = None


def _salinan_terisi(b: openpyxl.Workbook) -> None:
    ws = b.copy_worksheet(b[IND])
    ws.title = "Indikator (2)"
    _kosongkan(b[IND])


def _tukar_urutan(b: openpyxl.Workbook) -> None:
    b._sheets.reverse()


def _tukar_nama(b: openpyxl.Workbook) -> None:
    b[IND].title, b[AKSI].title = "sementara", IND
    b["sementara"].title = AKSI


def _ganti_semua_nama(b: openpyxl.Workbook) -> None:
    for nomor, ws in enumerate(b.worksheets):
        if not ws.title.startswith("_"):
            ws.title = f"Sheet{nomor}"


def _sembunyikan(b: openpyxl.Workbook) -> None:
    for nama in (IND, ANGG):
        b[nama].sheet_state = "veryHidden"


def _nama(b: openpyxl.Workbook, lama: str, baru: str) -> None:
    b[lama].title = baru


tolak("T18", "penanda-dihapus", buku(lambda b: b.remove(b["_meta"])), "meta-hilang")
tolak(
    "T18", "penanda-dan-daftar-dihapus", buku(lambda b: (b.remove(b["_meta"]), b.remove(b["_daftar"]))), "meta-hilang"
)
baca("T18", "penanda-berganti-nama", buku(lambda b: _nama(b, "_meta", "Sheet9")))
tolak(
    "T18",
    "penanda-dan-kepala-dihapus",
    buku(lambda b: (b.remove(b["_meta"]), [ws.delete_rows(1, 4) for ws in b])),
    "meta-hilang",
)
tolak(
    "T18",
    "penanda-dan-lembar-dihapus",
    buku(lambda b: (b.remove(b["_meta"]), b.remove(b[ANGG]))),
    "meta-hilang",
    "pengganti-belum-lengkap",
)
tolak("T18", "salinan-terisi", salin_lembar(IND), "lembar-ganda")
tolak("T18", "salinan-diubah", salin_lembar(IND, "", lambda ws: ws.__setitem__("O8", 99)), "lembar-ganda")
tolak(
    "T18",
    "dua-salinan",
    lambda i: salin_lembar(ANGG, "Anggaran rev")(salin_lembar(ANGG)(i)),
    "lembar-ganda",
    "lembar-ganda",
)
tolak("T18", "lembar-dihapus", buku(lambda b: b.remove(b[ANGG])), "lembar-hilang")
tolak("T18", "judul-kolom-dihapus", buku(lambda b: b[AKSI].delete_rows(7)), "lembar-tanpa-kepala")
tolak("T18", "lembar-dihapus-namanya-dipakai", buku(lambda b: (b.remove(b[IND]), _nama(b, AKSI, IND))), "lembar-hilang")
baca("T18", "salinan-kosong", salin_lembar(IND, "", _kosongkan))
baca("T18", "hanya-salinan-terisi", buku(_salinan_terisi))
baca("T18", "urutan-dibalik", buku(_tukar_urutan))
baca("T18", "nama-lembar-ditukar", buku(_tukar_nama))
baca("T18", "semua-berganti-nama", buku(_ganti_semua_nama))
baca("T18", "huruf-besar", buku(lambda b: _nama(b, ANGG, " ANGGARAN ")))
baca("T18", "tersembunyi", buku(_sembunyikan))
baca("T18", "lembar-tambahan", buku(lambda b: b.create_sheet("Catatan").append(["apa saja"])), "lembar-tidak-dibaca")
baca("T18", "lembar-tambahan-kosong", buku(lambda b: b.create_sheet("Sheet1").append([None, "  "])))
baca(
    "T18",
    "lembar-tambahan-jauh",
    buku(lambda b: b.create_sheet("Sheet1").__setitem__("A6000", "jauh di bawah")),
    "lembar-tidak-dibaca",
)
baca("T18", "petunjuk-disalin", salin_lembar("Petunjuk"))
HALAMAN = "isi-di-lembar-bacaan"
baca("T18", "catatan-di-petunjuk", sel("Petunjuk", E9="tolong dicek"), HALAMAN)
baca("T18", "catatan-di-bawah-petunjuk", sel("Petunjuk", A70="tolong dicek", C71="dan ini"), HALAMAN, HALAMAN)
baca("T18", "catatan-di-sela-petunjuk", sel("Petunjuk", A4="tolong dicek", C40="Tidak ada"), HALAMAN, HALAMAN)
baca("T18", "petunjuk-ditimpa", sel("Petunjuk", B12="Diisi besok"), HALAMAN)
for alamat_kepala in ("A2", "C4", "C5", "C6", "C7"):
    baca("T18", f"kepala-petunjuk-{alamat_kepala}", sel("Petunjuk", **{alamat_kepala: "realisasi 12"}), HALAMAN)
baca("T18", "tenggat-lain-di-petunjuk", sel("Petunjuk", C6="17 April 2025"))
baca("T18", "petunjuk-berganti-nama", buku(lambda b: _nama(b, "Petunjuk", "Baca dulu")))
baca(
    "T18",
    "catatan-di-petunjuk-lain",
    salin_lembar("Petunjuk", "Baca", lambda ws: ws.__setitem__("B70", "cek")),
    HALAMAN,
)
baca("T18", "lima-puluh-catatan", sel("Petunjuk", **{f"B{n}": f"c{n}" for n in range(70, 120)}), *[HALAMAN] * 41)
baca("T18", "lembar-grafik", buku(lambda b: b.create_chartsheet("Grafik")))
baca("T18", "daftar-pilihan-dihapus", buku(lambda b: b.remove(b["_daftar"])))

# --- T19 defined names ---


def nama_terdefinisi(*daftar: str) -> Sunting:
    """Put other defined names in the place of ours."""
    baru = "".join(f"<definedName {satu}</definedName>" for satu in daftar)
    pola = re.compile(rb"<definedNames>.*?</definedNames>", re.DOTALL)
    isi_baru = f"<definedNames>{baru}</definedNames>".encode() if baru else b""
    return lambda i: s.ubah_bagian(i, "xl/workbook.xml", lambda d: pola.sub(isi_baru, d))


baca("T19", "hilang", nama_terdefinisi())
baca("T19", "rusak", nama_terdefinisi('name="daftar_setuju">#REF!'))
baca(
    "T19",
    "asing-tersembunyi",
    nama_terdefinisi('name="_xlnm._FilterDatabase" hidden="1" localSheetId="1">#REF!', 'name="aku" hidden="1">[1]x!A1'),
)
baca("T19", "judul-cetak-rusak", nama_terdefinisi('name="_xlnm.Print_Titles" localSheetId="1">#REF!'))
baca("T19", "area-cetak-rusak", nama_terdefinisi('name="_xlnm.Print_Area" localSheetId="1">rusak!!'))
baca("T19", "lembar-di-luar", nama_terdefinisi('name="a" localSheetId="999">A1'))
baca("T19", "lembar-bukan-angka", nama_terdefinisi('name="a" localSheetId="x">A1'))
baca("T19", "sepuluh-ribu", nama_terdefinisi(*(f'name="n{n}">#REF!' for n in range(10_000))))

# --- T20 rows ---


def lembar(nama: str, pengubah: Callable[[openpyxl.worksheet.worksheet.Worksheet], object]) -> Sunting:
    """Change one sheet in another program."""
    return buku(lambda b: pengubah(b[nama]))


def _urutkan(ws: openpyxl.worksheet.worksheet.Worksheet, kolom: int = 1) -> None:
    """Sort the rows of the table the other way round, formulas as text and all, from a column on."""
    daftar = [[c.value for c in baris] for baris in ws.iter_rows(min_row=8, max_row=15, min_col=kolom)]
    for baris, isi in zip(ws.iter_rows(min_row=8, max_row=15, min_col=kolom), reversed(daftar), strict=True):
        for satu, nilai in zip(baris, isi, strict=True):
            satu.value = nilai


def _judul_terakhir(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
    baris = [[sel.value for sel in satu] for satu in ws.iter_rows(min_row=7, max_row=ws.max_row)]
    for nomor, isi in enumerate([*baris[1:], baris[0]], start=7):
        for kolom, nilai in enumerate(isi, start=1):
            ws.cell(nomor, kolom, nilai).value = nilai


def _sembunyi_kolom(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
    """Hide the columns of two inputs."""
    for huruf in ("O", "Q"):
        ws.column_dimensions[huruf].hidden = True


def _sembunyi_baris(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
    for nomor in (8, 10, 12):
        ws.row_dimensions[nomor].hidden = True


def _saring(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
    ws.auto_filter.ref = "A7:X15"
    ws.auto_filter.add_filter_column(1, ["I2.2"])
    _sembunyi_baris(ws)


def _baris_baru(ws: openpyxl.worksheet.worksheet.Worksheet, nomor: int, **isi: object) -> None:
    for kolom, nilai in isi.items():
        ws[f"{kolom}{nomor}"] = nilai


baca("T20", "diurutkan", lembar(IND, _urutkan))
baca("T20", "diurutkan-tanpa-kunci", lembar(IND, lambda ws: _urutkan(ws, 2)), "baris-berpindah")
baca("T20", "baris-kosong-disisipkan", lembar(IND, lambda ws: ws.insert_rows(10, 3)))
baca("T20", "baris-di-atas-kepala", lembar(IND, lambda ws: ws.insert_rows(1, 5)))
baca("T20", "disembunyikan", lembar(IND, _sembunyi_baris), "baris-tersembunyi")
baca("T20", "kolom-disembunyikan", lembar(IND, _sembunyi_kolom), "kolom-tersembunyi", "kolom-tersembunyi")
baca(
    "T20",
    "kolom-tanpa-lebar",
    lambda i: s.ubah_lembar(
        i, IND, lambda x: re.sub('<col min="17" max="17" width="[0-9.]+"', '<col min="17" max="17" width="0"', x)
    ),
    "kolom-tersembunyi",
)
baca("T20", "disaring", lembar(IND, _saring), "baris-tersembunyi")
baca("T20", "dikelompokkan", lembar(IND, lambda ws: ws.row_dimensions.group(8, 15, hidden=True)), "baris-tersembunyi")
baca("T20", "kepala-diulang-di-bawah", lembar(PROG, lambda ws: ws.move_range("A8:F10", rows=500)))
baca("T20", "judul-ikut-terurut", lembar(ANGG, _judul_terakhir))
tolak("T20", "baris-dihapus", lembar(AKSI, lambda ws: ws.delete_rows(9)), "kunci-hilang")
tolak("T20", "baris-diketik", lembar(IND, lambda ws: _baris_baru(ws, 16, B="I9", O=5)), "baris-tanpa-kunci")
tolak("T20", "baris-unit-lain", lembar(IND, lambda ws: _baris_baru(ws, 16, A="I1.1", O=5)), "kunci-asing")
tolak("T20", "kunci-ditimpa", lembar(PROG, lambda ws: _baris_baru(ws, 9, A="Februari")), "kunci-asing", "kunci-hilang")
tolak("T20", "kunci-dihapus", lembar(PROG, lambda ws: _baris_baru(ws, 9, A=None)), "baris-tanpa-kunci", "kunci-hilang")

# --- T21 doubled keys ---

for lembar_kunci, baris_kunci, lebar_kunci in ((IND, 10, 24), (ANGG, 8, 10), (AKSI, 8, 10), (PROG, 8, 6), (SAH, 8, 4)):

    def _salin_baris(
        ws: openpyxl.worksheet.worksheet.Worksheet, asal: int = baris_kunci, lebar: int = lebar_kunci
    ) -> None:
        for kolom in range(1, lebar + 1):
            ws.cell(20, kolom).value = ws.cell(asal, kolom).value

    tolak("T21", f"disalin-{lembar_kunci}", lembar(lembar_kunci, _salin_baris), "kunci-ganda")


def _salin_dua_kali(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
    for tujuan in (20, 21):
        for kolom in (1, 3, 4):
            ws.cell(tujuan, kolom).value = ws.cell(8, kolom).value


tolak("T21", "disalin-dua-kali", lembar(PROG, _salin_dua_kali), "kunci-ganda", "kunci-ganda")
tolak("T21", "kunci-diseret", lembar(PROG, lambda ws: _baris_baru(ws, 9, A="01")), "kunci-ganda", "kunci-hilang")

# --- T22 merged cells ---

baca("T22", "kepala-digabung", lembar(IND, lambda ws: ws.merge_cells("B1:H1")))
baca("T22", "catatan-digabung", lembar(IND, lambda ws: ws.merge_cells("B20:H22")))
baca("T22", "ke-samping-yang-kosong", lembar(PROG, lambda ws: ws.merge_cells("E8:E8")))
baca("T22", "satuan-ke-samping", lembar(IND, lambda ws: ws.merge_cells("J8:L8")))
tolak("T22", "kunci-digabung", lembar(PROG, lambda ws: ws.merge_cells("A8:A9")), "baris-tanpa-kunci", "kunci-hilang")
tolak("T22", "realisasi-digabung-ke-bawah", lembar(IND, lambda ws: ws.merge_cells("O11:O12")), "sel-tergabung")
tolak("T22", "uang-digabung-ke-bawah", lembar(ANGG, lambda ws: ws.merge_cells("F8:F9")), "sel-tergabung")
tolak("T22", "teks-digabung-ke-bawah", lembar(PROG, lambda ws: ws.merge_cells("C8:C9")), "sel-tergabung")
tolak("T22", "teks-digabung-ke-samping", lembar(PROG, lambda ws: ws.merge_cells("C8:D8")), "sel-tergabung")
tolak(
    "T22",
    "gabungan-sejuta",
    xml("xl/worksheets/sheet2.xml", b"</sheetData>", b"</sheetData>" + b'<mergeCell ref="A1:B2"/>' * 20_000),
    "buku-terlalu-besar",
)

# --- T23 columns ---


def _tukar_kolom(ws: openpyxl.worksheet.worksheet.Worksheet, satu: int, dua: int) -> None:
    for nomor in range(7, 16):
        a, b = ws.cell(nomor, satu), ws.cell(nomor, dua)
        a.value, b.value = b.value, a.value


baca("T23", "ditukar", lembar(IND, lambda ws: _tukar_kolom(ws, 15, 20)))
baca("T23", "disisipkan-di-kiri", lembar(IND, lambda ws: ws.insert_cols(1, 2)), *["kolom-tersembunyi"] * 2)
baca("T23", "disisipkan-di-tengah", lembar(ANGG, lambda ws: ws.insert_cols(5)))
baca(
    "T23",
    "disembunyikan",
    lembar(IND, lambda ws: setattr(ws.column_dimensions["O"], "hidden", True)),
    "kolom-tersembunyi",
)
baca(
    "T23",
    "judul-huruf-besar",
    lembar(ANGG, lambda ws: _baris_baru(ws, 7, F="REALISASI S.D.  AKHIR\u00a0TRIWULAN INI (RP) *")),
)
baca("T23", "judul-berbaris", lembar(ANGG, lambda ws: _baris_baru(ws, 7, F="Realisasi s.d.\nakhir triwulan ini (Rp)")))
baca("T23", "kolom-terkunci-dihapus", lembar(IND, lambda ws: ws.delete_cols(4)))
tolak("T23", "judul-diganti", lembar(IND, lambda ws: _baris_baru(ws, 7, W="Bukti")), "kolom-hilang")
tolak("T23", "judul-ganda", lembar(IND, lambda ws: _baris_baru(ws, 7, AD="Realisasi triwulan ini")), "kolom-ganda")


def _judul_dipindah(ke: str, *, sembunyi: bool = False) -> Callable[[openpyxl.worksheet.worksheet.Worksheet], None]:
    """Rename the header of the figure and write the true one over another column, with what stood under it."""

    def pindah(ws: openpyxl.worksheet.worksheet.Worksheet) -> None:
        for (satu,) in ws["O8:O15"]:
            ws[f"{ke}{satu.row}"], satu.value = satu.value, 77
        _baris_baru(ws, 7, **{"O": "Realisasi", ke: "Realisasi triwulan ini"})
        ws.column_dimensions[ke].hidden = sembunyi

    return pindah


tolak(
    "T23",
    "judul-ke-kolom-tersembunyi",
    lembar(IND, _judul_dipindah("AD", sembunyi=True)),
    "kolom-diragukan",
    "kolom-tersembunyi",
)
tolak("T23", "judul-ke-kanan", lembar(IND, _judul_dipindah("AE")), "kolom-diragukan")
tolak("T23", "judul-ke-tetangga", lembar(IND, _judul_dipindah("P")), "kolom-diragukan")
tolak("T23", "judul-ke-kolom-terkunci", lembar(IND, _judul_dipindah("L")), "kolom-diragukan")
tolak("T23", "kolom-dihapus", lembar(ANGG, lambda ws: ws.delete_cols(7)), "kolom-hilang")
tolak("T23", "kolom-realisasi-dihapus", lembar(IND, lambda ws: ws.delete_cols(15)), "kolom-hilang")
tolak("T23", "kolom-kunci-dihapus", lembar(PROG, lambda ws: ws.delete_cols(1)), "kolom-hilang")

# --- T24 outside the table ---

baca("T24", "di-samping", sel(IND, AD9="tanya lagi"), "isi-di-luar")
baca("T24", "di-bawah", sel(IND, B30="Catatan: data sementara"), "isi-di-luar")
baca("T24", "di-bawah-tengah", sel(ANGG, D30=12345), "isi-di-luar")
baca("T24", "delapan-di-samping", sel(IND, **{f"AD{n}": n for n in range(8, 16)}), *["isi-di-luar"] * 8)
baca(
    "T24",
    "blok-di-samping",
    sel(IND, **{f"{k}{n}": n for k in ("AD", "AE") for n in range(8, 16)}),
    "isi-di-luar-banyak",
)
baca("T24", "di-atas", sel(IND, H2="mohon dicek"), "isi-di-luar")
baca("T24", "di-baris-judul-kolom", sel(IND, AD7="mohon dicek"), "isi-di-luar")
baca("T24", "kolom-tambahan", sel(ANGG, K7="Catatan kami", K8="cair Mei"), "isi-di-luar", "isi-di-luar")
baca("T24", "di-sela-judul", sel(PROG, B6="mohon dicek"), "isi-di-luar")
baca(
    "T24", "baris-di-atas-judul", lembar(IND, lambda ws: (ws.insert_rows(1), _baris_baru(ws, 1, B="hm"))), "isi-di-luar"
)
baca("T24", "judul-ditempel-nilai", sel(IND, B6="8 dari 8 baris lengkap"))
baca("T24", "sudut-terjauh", sel(IND, XFD1048576="x"), "isi-di-luar-batas")
baca("T24", "sudut-terjauh-angka", sel(ANGG, XFD1048576=1), "isi-di-luar-batas")
baca("T24", "sudut-terjauh-kosong", sel(IND, XFD1048576=None))
baca("T24", "baris-jauh", sel(IND, O6000=5), "isi-di-luar-batas")
baca("T24", "kolom-jauh", sel(IND, BN9="x"), "isi-di-luar-batas")
baca("T24", "kolom-terjauh-terbaca", sel(IND, BL9="x"), "isi-di-luar")
baca("T24", "rumus-jauh", sel(IND, CA3000=Rumus("1+1", "2")), "isi-di-luar-batas")
for nama_komentar, isi_komentar, *kode_komentar in (
    ("komentar", "cek", "catatan-tidak-dibaca"),
    ("komentar-berutas", "[Threaded comment]\n\nYour version...\n\nComment:\n    cek", "catatan-tidak-dibaca"),
    ("komentar-kita", "GALAT: Angka mendua.\nPerbaikan: Tulis 1.100,00."),
    ("komentar-kita-bernama", "Pemeriksaan:\nPERINGATAN: Kosong.\nPerbaikan: Isi."),
    ("komentar-kosong", " "),
):
    baca(
        "T24",
        nama_komentar,
        lembar(IND, lambda ws, i=isi_komentar: setattr(ws["O8"], "comment", openpyxl.comments.Comment(i, "x"))),
        *kode_komentar,
    )


def kotak_teks(isi: bytes, tulisan: str) -> bytes:
    """Put a text box beside the table, the way Excel writes it."""
    gambar = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>25'
        "</xdr:col><xdr:row>8</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>" + tulisan + "</a:t></a:r></a:p>"
        "</xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
    )
    hubungan = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
        'Target="../drawings/drawing1.xml"/></Relationships>'
    )
    baru = {"xl/worksheets/_rels/sheet2.xml.rels": hubungan.encode(), "xl/drawings/drawing1.xml": gambar.encode()}
    return s.rakit(s.bagian(isi) | baru)


baca("T24", "kotak-teks", lambda i: kotak_teks(i, "mohon dicek"), "catatan-tidak-dibaca")
baca("T24", "bentuk-tanpa-teks", lambda i: kotak_teks(i, ""))


def gambar(kiri: int, atas: int) -> Sunting:
    """Lay a picture over the cell in this column and row, counted from 0."""

    def buat(isi: bytes) -> bytes:
        lain = "xl/drawings/drawing1.xml"
        ujung = f"<xdr:to><xdr:col>{kiri + 1}</xdr:col><xdr:row>{atas + 2}</xdr:row></xdr:to><xdr:pic/>"
        return s.ubah_bagian(
            kotak_teks(isi, ""),
            lain,
            lambda d: re.sub(
                "<xdr:sp>.*</xdr:sp>",
                ujung,
                d.decode().replace("<xdr:col>25<", f"<xdr:col>{kiri}<").replace("<xdr:row>8<", f"<xdr:row>{atas}<"),
            ).encode(),
        )

    return buat


baca("T24", "gambar-di-atas-isian", gambar(22, 8), "gambar-tidak-dibaca")
baca("T24", "gambar-di-samping-tabel", gambar(30, 8), "gambar-tidak-dibaca")
baca("T24", "logo-di-atas-judul", gambar(6, 0))


def berutas(isi: bytes, *, komentar_lama: bool) -> bytes:
    """Put a threaded comment and its answer on a cell, with or without what Excel writes for older versions."""
    ns = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    utas = "".join(
        f'<threadedComment ref="O8" dT="2025-04-08T09:00:00.00" personId="{{A}}" id="{{{id_}}}"><text>{teks_}</text>'
        "</threadedComment>"
        for id_, teks_ in (("1", "angka sementara"), ("2", "sudah pasti"))
    )
    jenis = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    lama = ""
    baru = {"xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="{ns}">{utas}</ThreadedComments>'}
    if komentar_lama:
        lama = f'<Relationship Id="r2" Type="{HUBUNGAN}/comments" Target="../comments1.xml"/>'
        baru["xl/comments1.xml"] = (
            f'<comments xmlns="{NS_BUKU}"><commentList><comment ref="O8" authorId="0"><text><t>[Threaded comment]\n\n'
            "Your version of Excel ...\n\nComment:\n    angka sementara\nReply:\n    sudah pasti</t></text></comment>"
            "</commentList></comments>"
        )
    baru["xl/worksheets/_rels/sheet2.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{jenis}" Target="../threadedComments/threadedComment1.xml"/>'
        f"{lama}</Relationships>"
    )
    return s.rakit(s.bagian(isi) | {nama: teks_.encode() for nama, teks_ in baru.items()})


baca("T24", "komentar-berutas-saja", lambda i: berutas(i, komentar_lama=False), "catatan-tidak-dibaca")
baca("T24", "komentar-berutas-dua-bentuk", lambda i: berutas(i, komentar_lama=True), "catatan-tidak-dibaca")
baca(
    "T24",
    "alamat-komentar-mustahil",
    lambda i: xml_komentar(i, f'<comment ref="A{"1" * 5000}"><text><t>cek</t></text></comment>'),
    "catatan-tidak-dibaca",
)


def xml_komentar(isi: bytes, daftar: str) -> bytes:
    """Give a sheet comments as they are written."""
    hubungan = (
        f'<Relationships><Relationship Id="k" Type="{HUBUNGAN}/comments" Target="/xl/COMMENTS1.XML"/></Relationships>'
    )
    baru = {
        "xl/worksheets/_rels/sheet2.xml.rels": hubungan,
        "xl/comments1.xml": f'<comments xmlns="{NS_BUKU}"><commentList>{daftar}</commentList></comments>',
    }
    return s.rakit(s.bagian(isi) | {nama: teks_.encode() for nama, teks_ in baru.items()})


baca("T24", "kotak-teks-rusak", lambda i: kotak_teks(i, "<rusak>"), "catatan-tidak-dibaca")
tolak("T24", "jawaban-di-bawah", sel(PROG, C20="catatan"), "baris-tanpa-kunci")
for dimensi_salah in ("A1", "A1:B2", "A1:XFD1048576", "Z99:A1"):
    baca("T24", f"ukuran-{dimensi_salah}", lambda i, d=dimensi_salah: s.dimensi(i, d))

# --- T25 values over formulas, formulas over values ---


def _tempel_nilai(b: openpyxl.Workbook) -> None:
    """Paste everything as values, as people do to send a form by chat."""
    for nama in (IND, AKSI, ANGG):
        for satu in (c for baris in b[nama].iter_rows(min_row=8) for c in baris):
            if satu.data_type == "f":
                satu.value = {"P10": 100.97, "H8": 9.13, "H9": 20.32}.get(satu.coordinate, "Lengkap")


baca("T25", "semua-ditempel-nilai", buku(_tempel_nilai))
baca("T25", "capaian-ditimpa-sama", sel(IND, P12=100))
baca("T25", "capaian-ditimpa-lain", sel(IND, P12=80), "hitungan-berbeda")
baca("T25", "serapan-ditimpa-lain", sel(ANGG, H8=90), "hitungan-berbeda")
baca("T25", "kelengkapan-ditimpa", sel(IND, AB12="Lengkap"))
baca("T25", "rasio-ditempel-nilai", sel(IND, O8=Decimal("91.6666666666667")), unit="SEKRETARIAT")
baca("T25", "rasio-ditimpa-lain", sel(IND, O8=55), "isian-terkunci", unit="SEKRETARIAT")
tolak("T25", "rumus-di-realisasi", sel(IND, O10=Rumus("SUM(A1:A3)", "76.74")), "rumus-di-isian")
tolak("T25", "rumus-di-uang", sel(ANGG, F8=Rumus("F9*2", "1")), "rumus-di-isian")
tolak(
    "T25",
    "rumus-bersama",
    sel(
        IND,
        O10=Mentah('<f t="shared" ref="O10:O12" si="0">A1+1</f><v>1</v>'),
        O11=Mentah('<f t="shared" si="0"/><v>2</v>'),
    ),
    "rumus-di-isian",
    "rumus-di-isian",
)
tolak("T25", "rumus-larik", sel(IND, O10=Mentah('<f t="array" ref="O10">SUM(A1:A3)</f><v>1</v>')), "rumus-di-isian")
tolak("T25", "tautan-ke-buku-lain", sel(ANGG, F8=Rumus("'[1]Data 2025'!$B$4", "5000")), "rumus-di-isian")

# --- T26-T28 the number grammar, cell by cell ---


def angka(kelas: str, tulisan: object, dibaca: object = None, *kode: str, **lain: object) -> None:
    """Type a figure where people are counted: read as a number, or refused with a code."""
    nama, buat = f"{tulisan!r}"[:60], sel(IND, O8=tulisan)
    if dibaca is None:
        tolak(kelas, nama, buat, *kode, **lain)
    else:
        isi = dibaca if isinstance(dibaca, TidakBerlaku | BelumDilaporkan) else Nilai(Decimal(str(dibaca)))
        baca(kelas, nama, buat, *(kode or ("angka-teks",)), isi={ORANG: isi}, **lain)


for tulisan, dibaca in (
    ("85", 85),
    ("85,5", "85.5"),
    ("1.234,56", "1234.56"),
    ("1.234,567", "1234.567"),
    ("1.234.567", 1234567),
    ("12345,678", "12345.678"),
    ("0,125", "0.125"),
    ("1.5", "1.5"),
    ("1.2345", "1.2345"),
    ("00.125", "0.125"),
    ("1,234.56", "1234.56"),
    ("1,234,567", 1234567),
    ("1\u00a0234\u00a0567,5", "1234567.5"),
    ("1\u2009234,5", "1234.5"),
    ("1\u202f234,5", "1234.5"),
    (",5", "0.5"),
    ("007", 7),
    ("85.", 85),
    ("+5", 5),
    ("\uff11\uff12\uff13", 123),
    ("١٢٣٫٥", "123.5"),
    ("60 orang", 60),
    ("60 org", 60),
    ("60 Orang.", 60),
    (" 60 ", 60),
    ("\u200b60", 60),
    ("'60".removeprefix("'"), 60),
):
    angka("T26", tulisan, dibaca)
for tulisan in ("(5)", "-5", "−5", "( 5 )"):
    angka("T26", tulisan, None, "angka-negatif")
for tulisan in (
    "± 20",
    "20 an",
    "20+5",
    "dua puluh",
    "20 30",
    "60 60",
    "60..5",
    "60,,5",
    "1.23.456",
    "0x1F",
    "60 (enam puluh)",
):
    angka("T26", tulisan, None, "satuan-asing" if tulisan == "20 an" else "bukan-angka")


def uang(tulisan: object, dibaca: object = None, *kode: str) -> None:
    """Type money."""
    buat = sel(ANGG, F8=tulisan)
    if dibaca is None:
        tolak("T26", f"Rp-{tulisan!r}", buat, *kode)
    else:
        baca("T26", f"Rp-{tulisan!r}", buat, "angka-teks", isi={UANG: Nilai(Decimal(str(dibaca)))})


for tulisan, dibaca in (
    ("Rp 84.713.250,-", 84713250),
    ("Rp84.713.250,00", 84713250),
    ("Rp. 84713250", 84713250),
    ("IDR 84.713.250", 84713250),
    ("84.713.250,--", 84713250),
    ("Rp 1.100,-", 1100),
):
    uang(tulisan, dibaca)
uang("Rp 1.100", None, "angka-mendua")
uang("84 juta", None, "satuan-asing")
uang("Rp (84.713.250)", None, "angka-negatif")
uang("Rp -", None, "tanda-hubung")

for tulisan in ("1.234", "1,234", "12.345", "123,456", "1.100", "-1.100", "1.234 orang", "\uff11.\uff12\uff13\uff14"):
    angka("T27", tulisan, None, "angka-mendua")

for tulisan in ("-", "–", "—", "--"):
    angka("T28", tulisan, None, "tanda-hubung")
for tulisan in ("belum", "belum ada", "tidak ada", "kosong", "belum ada data"):
    angka("T28", tulisan, None, "bukan-angka")
angka("T28", "nihil", 0)
angka("T28", "NIHIL.", 0)
angka("T28", "nol", 0)
for tulisan in ("n/a", "N/A", "tidak berlaku", "na"):
    baca("T28", tulisan, sel(IND, O8=tulisan), isi={ORANG: TidakBerlaku("tidak berlaku menurut unit")})
baca(
    "T28",
    "n/a-tanpa-penjelasan",
    sel(IND, O12="n/a"),
    "tidak-berlaku-tanpa-penjelasan",
    isi={("daftar_indikator", "I2.4", "isian"): TidakBerlaku("tidak berlaku menurut unit")},
)
baca("T28", "kosong", sel(IND, O8=None), "realisasi-kosong", isi={ORANG: BelumDilaporkan()})
baca("T28", "hanya-spasi", sel(IND, O8="   "), "realisasi-kosong", isi={ORANG: BelumDilaporkan()})
baca("T28", "spasi-tak-terlihat", sel(IND, O8="\u200b\u00a0"), "realisasi-kosong", isi={ORANG: BelumDilaporkan()})
angka("T28", 0, 0, *())
KORPUS["T28"][-1] = Kasus("nol-angka", sel(IND, O8=0), (), {ORANG: Nilai(Decimal(0))})

# --- T29 dates, times, truth ---

TANGGAL = "dd/mm/yyyy"


def bergaya(lembar_sel: str, alamat: str, isi: object, bentuk: str) -> Sunting:
    """Type a number into a cell that is formatted as something else."""

    def buat(asli: bytes) -> bytes:
        dengan_gaya, nomor = s.gaya(asli, bentuk)
        return ketik(dengan_gaya, lembar_sel, **{alamat: Bergaya(isi, nomor)})

    return buat


tolak("T29", "satu-strip-dua", bergaya(IND, "O8", 45689, "d-mmm"), "tanggal-di-angka")
tolak("T29", "tanggal", bergaya(IND, "O8", 45689, TANGGAL), "tanggal-di-angka")
tolak("T29", "jam", bergaya(IND, "O8", 0.5, "hh:mm"), "tanggal-di-angka")
tolak("T29", "lama", bergaya(IND, "O8", 1.5, "[h]:mm"), "tanggal-di-angka")
tolak("T29", "bulan-tahun", bergaya(ANGG, "F8", 45689, "mmm-yy"), "tanggal-di-angka")
baca(
    "T29",
    "tanggal-mustahil",
    bergaya(IND, "O8", 99_999_999, TANGGAL),
    isi={ORANG: Nilai(Decimal(99_999_999))},
)
baca(
    "T29", "rupiah-berformat-tanggal", bergaya(ANGG, "F8", 29_617_400, TANGGAL), isi={UANG: Nilai(Decimal(29_617_400))}
)
baca("T29", "rupiah-berformat-jam", bergaya(ANGG, "F8", 29_617_400, "[h]:mm"), isi={UANG: Nilai(Decimal(29_617_400))})
tolak("T29", "tanggal-terakhir", bergaya(IND, "O8", 2_958_465, TANGGAL), "tanggal-di-angka")
baca("T29", "sesudah-tanggal-terakhir", bergaya(IND, "O8", 2_958_466, TANGGAL), isi={ORANG: Nilai(Decimal(2_958_466))})
tolak("T29", "tanggal-negatif", bergaya(IND, "O8", -5, TANGGAL), "angka-negatif")
baca("T29", "deadline-berspasi", sel(IND, V8="1" + " " * 32_000 + "x"), "bukan-tanggal", isi={BATAS: None})
tolak("T29", "tanggal-iso", sel(IND, O8=Mentah("<v>2025-02-01T00:00:00</v>", "d")), "tanggal-di-angka")
tolak("T29", "benar", sel(IND, O8=True), "bukan-angka")
tolak("T29", "salah", sel(ANGG, F8=False), "bukan-angka")
for tulisan in ("1-2", "1/2", "01/02/2025", "12:30", "1 Feb"):
    angka("T29", tulisan, None, "bukan-angka" if tulisan != "1 Feb" else "satuan-asing")
baca("T29", "tenggat-tertulis", sel(IND, V8="23 Mei 2025"))
baca(
    "T29",
    "tenggat-tak-jelas",
    sel(IND, V8="akhir Mei"),
    "bukan-tanggal",
    isi={("daftar_indikator", "I1.4", "batas_waktu"): None},
)

# --- T30 formulas without result, errors ---

tolak("T30", "tanpa-nilai", sel(IND, O8=Rumus("SUM(D5:D9)")), "rumus-tanpa-nilai")
for galat_sel in ("#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"):
    tolak("T30", galat_sel, sel(IND, O8=Kesalahan(galat_sel)), "sel-galat")
tolak("T30", "rumus-galat", sel(IND, O8=Mentah("<f>1/0</f><v>#DIV/0!</v>", "e")), "rumus-di-isian")
tolak("T30", "galat-sebagai-teks", sel(IND, O8="#REF!"), "bukan-angka")
tolak("T30", "galat-uang", sel(ANGG, F8=Kesalahan("#REF!")), "sel-galat")
baca("T30", "galat-di-teks", sel(IND, Q8=Kesalahan("#N/A")), "rumus-di-teks", isi={JELAS: "#N/A"})
baca("T30", "kosong-dari-rumus-kita", utuh)

# --- T31 percent ---


def persen(nama: str, buat: Sunting, dibaca: object = None, *kode: str) -> None:
    """Type a percentage of 76 expected."""
    if dibaca is None:
        tolak("T31", nama, buat, *kode)
    else:
        baca("T31", nama, buat, *kode, isi={PERSEN: Nilai(Decimal(str(dibaca)))})


persen("berformat", bergaya(IND, "O10", 0.7674, "0.00%"), "76.74", "persen-dari-format")
persen("tanda", sel(IND, O10="76,74 %"), "76.74", "angka-teks")
persen("tanda-rapat", sel(IND, O10="76,74%"), "76.74", "angka-teks")
persen("kata", sel(IND, O10="76,74 persen"), "76.74", "angka-teks")
persen("pecahan", sel(IND, O10=0.7674), None, "persen-kecil")
persen("pecahan-teks", sel(IND, O10="0,7674"), None, "persen-kecil")
persen("satu", sel(IND, O10=1), None, "persen-kecil")
persen("seribu-lebih", sel(IND, O10=73900), None, "persen-mustahil", "capaian-tinggi")
persen("tanda-petik", bergaya(IND, "O10", 76.74, '0.00" %"'), "76.74")
KURANG = ("capaian-rendah", "faktor-penghambat-kosong", "tindak-lanjut-kosong")
persen("tanda-petik-kecil", bergaya(IND, "O10", 0.3, '0.0"%"'), "0.3", *KURANG)
persen("tanda-terlepas", bergaya(IND, "O10", 76.74, "0.00\\%"), "76.74")
persen("tanda-petik-pada-orang", bergaya(IND, "O8", 60, '0"%"'), None, "persen-di-angka")
persen("sangat-besar", bergaya(IND, "O10", 1e308, "0.00%"), None, "angka-terlalu-panjang")
tolak("T31", "ribuan", bergaya(ANGG, "F8", 1_500_000, "#,##0,"), "angka-berskala")
tolak("T31", "juta", bergaya(ANGG, "F8", Decimal("84.7"), '0.0" juta"'), "angka-berskala")
tolak("T31", "digit-tambahan", bergaya(IND, "O8", 6, '0"0"'), "angka-berskala")
tolak("T31", "minus-hilang", bergaya(IND, "O8", -5, "0;0"), "angka-berskala")
baca("T31", "tak-tampak", bergaya(IND, "O8", 60, ";;;"), "angka-tak-tampak")
baca("T31", "nol-tak-tampak", bergaya(ANGG, "G8", 15, "[White]0"), "angka-tak-tampak")
baca("T31", "kata-pengganti-angka", bergaya(IND, "O8", 60, '"tercapai"'), "angka-tak-tampak")
baca("T31", "akuntansi", bergaya(ANGG, "F8", 5, '_-"Rp"* #,##0_-;_-"Rp"* "-"_-'), isi={UANG: Nilai(Decimal(5))})
persen("angka-berformat-persen", bergaya(IND, "O8", 0.6, "0%"), None, "persen-di-angka")
persen("persen-pada-orang", sel(IND, O8="60%"), None, "satuan-asing")
baca("T31", "fisik-berformat", bergaya(ANGG, "G8", 0.15, "0%"), "persen-dari-format")
for fisik_kecil in (0.15, 0.85, 1, "0,15"):
    tolak("T31", f"fisik-kecil-{fisik_kecil}", sel(ANGG, G8=fisik_kecil), "persen-kecil")
baca("T31", "fisik-bertanda", sel(ANGG, G8="0,5%"), "angka-teks", isi={FISIK: Nilai(Decimal("0.5"))})
baca("T31", "teks-berformat-persen", bergaya(IND, "Q8", 0.85, "0%"), isi={JELAS: "85%"})
baca("T31", "teks-berisi-pecahan", sel(IND, Q8=1.125), isi={JELAS: "1,125"})
tolak("T31", "fisik-lebih", sel(ANGG, G8=125), "fisik-di-luar")
tolak("T31", "fisik-negatif", sel(ANGG, G8=-1), "fisik-di-luar")

# --- T32 magnitudes ---

tolak("T32", "negatif", sel(IND, O8=-5), "angka-negatif")
tolak("T32", "enam-belas-digit", sel(IND, O8="1234567890123456"), "bukan-angka")
tolak("T32", "enam-belas-digit-angka", sel(IND, O8=Mentah("<v>1234567890123456</v>")), "angka-terlalu-panjang")
tolak("T32", "desimal-panjang", sel(IND, O8="0,1234567890123456"), "bukan-angka")
tolak("T32", "nan", sel(IND, O8="NaN"), "bukan-angka")
tolak("T32", "tak-hingga", sel(IND, O8="inf"), "bukan-angka")
tolak("T32", "ilmiah-teks", sel(IND, O8="1e999"), "bukan-angka")
for tulisan_mentah in ("1E999", "-1e999", "NaN", "nan", "INF", "-Infinity", "enam", "1_000", "9" * 6000, "0x1F"):
    for cara in (Mentah(f"<v>{tulisan_mentah}</v>"), Mentah(f"<v> {tulisan_mentah}\n</v>", "n")):
        tolak("T32", f"mentah-{tulisan_mentah[:9]}-{cara.jenis}", sel(IND, O8=cara), "bukan-angka")
tolak("T32", "mentah-hasil-rumus", sel(IND, O8=Mentah("<f>1/0</f><v>NaN</v>")), "rumus-di-isian")
tolak("T32", "mentah-logika", sel(IND, O8=Mentah("<v>ya</v>", "b")), "bukan-angka")
tolak("T32", "mentah-tanggal", sel(IND, V8=Mentah("<v>kemarin</v>", "d")), "bukan-tanggal")
tolak("T32", "mentah-di-uang", sel(ANGG, F8=Mentah("<v>NaN</v>")), "bukan-angka")
tolak("T32", "mentah-dua-sel", sel(IND, O8=Mentah("<v>NaN</v>"), O10=Mentah("<v>INF</v>")), *["bukan-angka"] * 2)
tolak("T32", "ilmiah-besar", sel(IND, O8=Mentah("<v>1E300</v>")), "angka-terlalu-panjang")
baca("T32", "mentah-koma", sel(IND, O8=Mentah("<v>60,5</v>")), "angka-teks", isi={ORANG: Nilai(Decimal("60.5"))})
baca("T32", "mentah-di-penjelasan", sel(IND, Q8=Mentah("<v>NaN</v>")), isi={JELAS: "NaN"})
baca("T32", "mentah-di-samping", sel(IND, AD9=Mentah("<v>NaN</v>")), "isi-di-luar")
baca("T32", "mentah-berawalan", lambda i: s.berawalan(sel(IND, Q8=Mentah("<v>INF</v>"))(i)), isi={JELAS: "INF"})
baca("T32", "mentah-spasi", sel(IND, O8=Mentah("<v> 60 </v>")))
baca("T32", "ilmiah-angka", sel(IND, O8=Mentah("<v>6.0E1</v>")))
baca(
    "T32",
    "ekor-biner",
    sel(IND, O8=Mentah("<v>60.000000000000007</v>")),
    isi={},
)
tolak("T32", "lewat-pagu", sel(ANGG, F8=10**12), "lewat-pagu")
tolak("T32", "uang-negatif", sel(ANGG, F8=-1), "angka-negatif")

# --- T33 the rules of capaian ---

I24 = ("daftar_indikator", "I2.4", "isian")
FAKTOR = {"R12": "pendorong", "S12": "penghambat", "T12": "lanjut", "U12": "PIC", "V12": "30/06/2025"}
LENGKAP = {
    ("daftar_indikator", "I2.4", "faktor_pendorong"): "pendorong",
    ("daftar_indikator", "I2.4", "faktor_penghambat"): "penghambat",
    ("daftar_indikator", "I2.4", "tindak_lanjut"): "lanjut",
    ("daftar_indikator", "I2.4", "pic"): "PIC",
    ("daftar_indikator", "I2.4", "batas_waktu"): date(2025, 6, 30),
}
baca("T33", "rendah", sel(IND, O12=5, **FAKTOR), "capaian-rendah", isi={I24: Nilai(Decimal(5)), **LENGKAP})
baca("T33", "tinggi", sel(IND, O12=90, **FAKTOR), "capaian-tinggi", isi={I24: Nilai(Decimal(90)), **LENGKAP})
baca("T33", "nol", sel(IND, O12=0, **FAKTOR), "capaian-rendah", isi={I24: Nilai(Decimal(0)), **LENGKAP})
baca("T33", "tepat-ambang", sel(IND, O12=12, **FAKTOR), isi={I24: Nilai(Decimal(12)), **LENGKAP})
baca(
    "T33",
    "turun-lebih-baik",
    sel(IND, O14=1, R14="cepat"),
    "capaian-tinggi",
    isi={
        ("daftar_indikator", "I2.6", "isian"): Nilai(Decimal(1)),
        ("daftar_indikator", "I2.6", "faktor_pendorong"): "cepat",
    },
)
baca(
    "T33",
    "tanpa-pendorong",
    sel(IND, R12=None),
    "faktor-pendorong-kosong",
    isi={LENGKAP and ("daftar_indikator", "I2.4", "faktor_pendorong"): ""},
)
baca("T33", "lebih-seratus", sel(IND, O10=101), "persen-lebih-100", isi={PERSEN: Nilai(Decimal(101))})
tolak("T33", "penyebut-nol", sel(IND, M8=0, N8=0), "penyebut-nol", unit="SEKRETARIAT")
tolak("T33", "penyebut-tidak-berlaku", sel(IND, N8="n/a"), "rasio-setengah-berlaku", unit="SEKRETARIAT")
tolak("T33", "penyebut-kosong", sel(IND, N8=None), "rasio-tidak-lengkap", unit="SEKRETARIAT")

SELESAI = {UANG: Nilai(Decimal(5)), FISIK: Nilai(Decimal(100))}
baca("T33", "fisik-tanpa-uang", sel(ANGG, F8=5, G8=100), "fisik-tanpa-uang", isi=SELESAI)

# --- T34 beside the quarter before ---

I27 = ("daftar_indikator", "I2.7", "isian")


def dari_lalu(buat: Callable[[openpyxl.worksheet.worksheet.Worksheet], object], nama_lembar: str = IND) -> Sunting:
    """Change the form of the second quarter."""
    return lembar(nama_lembar, buat)


baca(
    "T34",
    "kumulatif-turun",
    sel(IND, O15=30, Q15=None, R15="a", S15="b", T15="c", U15="d", V15="1/1/2026"),
    "kumulatif-turun",
    "capaian-rendah",
    nomor=2,
    isi=None,
)
baca(
    "T34",
    "kumulatif-turun-dijelaskan",
    sel(IND, O15=30, Q15="dikoreksi", R15="a", S15="b", T15="c", U15="d", V15="1/1/2026"),
    nomor=2,
)
baca(
    "T34",
    "angka-tetap",
    sel(IND, O15=31, Q15=None, R15="a", S15="b", T15="c", U15="d", V15="1/1/2026"),
    "angka-tetap",
    "capaian-rendah",
    nomor=2,
)
baca("T34", "uang-turun", sel(ANGG, F8=84713249, I8=None), "anggaran-turun", nomor=2)
baca("T34", "uang-tetap", sel(ANGG, F8=84713250, I8=None), "anggaran-tetap", nomor=2)
baca("T34", "uang-tetap-dijelaskan", sel(ANGG, F8=84713250, I8="belum ada belanja"), nomor=2)
baca(
    "T34",
    "uang-berulang",
    sel(ANGG, F8=5, F9=5, F10=5, G8=2),
    "anggaran-berulang",
    "anggaran-berulang",
    "anggaran-berulang",
    unit="SEKRETARIAT",
)

# --- T35 long numbers that should be text ---

NIP = "100000002000003004"
tolak("T35", "nip-angka", sel(IND, U8=Mentah(f"<v>{NIP}</v>")), "digit-hilang")
tolak("T35", "nip-ilmiah", sel(IND, U8=Mentah("<v>1.00000002000003E+17</v>")), "digit-hilang")
tolak("T35", "nip-penyusun", sel(SAH, C8=Mentah(f"<v>{NIP}</v>")), "digit-hilang")
tolak("T35", "surat-panjang", sel(IND, W8=Mentah("<v>12345678901234567890</v>")), "digit-hilang")
baca("T35", "nip-teks", sel(IND, U8=NIP), isi={("daftar_indikator", "I1.4", "pic"): NIP})
baca("T35", "telepon-teks", sel(IND, U8="081234567890"), isi={("daftar_indikator", "I1.4", "pic"): "081234567890"})
baca("T35", "angka-pendek-di-teks", sel(IND, W8=12), isi={("daftar_indikator", "I1.4", "data_dukung"): "12"})
baca("T35", "tanggal-di-teks", sel(IND, Q8="01/02/2025"), isi={JELAS: "01/02/2025"})

# --- T36 texts ---


def teks(kelas: str, nama: str, tulisan: str, terbaca: str | None = None, *kode: str) -> None:
    """Type a text and read it back, or what is left of it."""
    baca(kelas, nama, sel(IND, Q8=tulisan), *kode, isi={JELAS: tulisan if terbaca is None else terbaca})


for nama_teks, tulisan in {
    "emoji": "Selesai 👍🏽 👨‍👩‍👧 🇮🇩",
    "kanan-ke-kiri": "\u202eterbalik\u202c שלום مرحبا",
    "tanda-arah": "a\u200eb\u200fc",
    "lebar-nol": "a\u200bb\u200cc\u200dd\ufeffe",
    "baris-baru": "satu\ndua\n\ntiga",
    "tab": "a\tb",
    "pemisah-baris": "a\u2028b\u2029c\u0085d",
    "lambang-matematika": "≤ ≥ ± × ÷ ½ ²",
    "aksara-jawa": "ꦲꦏ꧀ꦱꦫ",
    "gabungan": "e\u0301 a\u0308",
    "di-luar-bmp": "𝔄𝔅 𠀀",
    "empat-ribu": "x" * 4000,
    "markah": "<w:p>{{ 7*7 }}{% for %}<script>alert(1)</script>&amp;]]>",
    "pengganti": "a\ufffdb",
}.items():
    teks("T36", nama_teks, tulisan)
teks("T36", "kendali", "a_x0001_b_x001F_", "ab", "teks-dibersihkan")
teks("T36", "terlalu-panjang", "x" * 4001, None, "teks-terlalu-panjang")
teks("T36", "batas-sel", "x" * 32_767, None, "teks-terlalu-panjang")
teks("T36", "batas-sel-emoji", "😀" * 16_383, None, "teks-terlalu-panjang")
tolak("T36", "lewat-batas-sel", sel(IND, Q8="x" * 32_768), "teks-melampaui-sel")
tolak("T36", "ganti-baris", sel(IND, Q8="a" + "\n" * 32_000 + "b"), "teks-terlalu-banyak-baris")
tolak(
    "T36",
    "ganti-baris-di-tiap-sel",
    sel(IND, **{f"{kolom}8": "a" + "\n" * 32_000 + "b" for kolom in "QRSTW"}),
    *["teks-terlalu-banyak-baris"] * 5,
    "teks-formulir-terlalu-banyak",
)
tolak("T36", "tab-saja", sel(IND, Q8="a" + "\t" * 32_000 + "b"), "teks-terlalu-banyak-baris")
tolak(
    "T36",
    "seluruh-formulir-penuh",
    sel(IND, **{f"{kolom}{nomor}": "\n" * 990 + "x" * 30_000 for kolom in "QRSW" for nomor in range(8, 16)}),
    *["teks-terlalu-panjang"] * 31,
    "teks-formulir-terlalu-banyak",
)
tolak("T36", "setengah-mega", sel(IND, Q8="x" * 500_000), "buku-terlalu-besar")
tolak(
    "T36", "karakter-kendali-mentah", sel(IND, Q8=Mentah("<is><t>a\x01b</t></is>", "inlineStr")), "buku-tidak-terbaca"
)
tolak(
    "T36",
    "pengganti-tunggal-mentah",
    lambda i: s.ubah_bagian(i, SST, lambda d: d.replace(b"<t>", b"<t>\xed\xa0\x80", 1)),
    "buku-tidak-terbaca",
)
tolak(
    "T36",
    "bukan-utf-8",
    lambda i: s.ubah_bagian(i, SST, lambda d: d.replace(b"<t>", b"<t>\xff", 1)),
    "buku-tidak-terbaca",
)

# --- T37 escapes, rich text, apostrophes ---

teks("T37", "ganti-baris-escape", "a_x000D__x000A_b", "a\nb")
teks("T37", "kendali-escape", "a_x000B_b", "ab", "teks-dibersihkan")
teks("T37", "nul-escape", "a_x0000_b", "ab", "teks-dibersihkan")
teks("T37", "pengganti-escape", "a_xD83D_b", "ab", "teks-dibersihkan")
teks("T37", "pasangan-escape", "a_xD83D__xDE00_b", "a😀b")
teks("T37", "bukan-karakter-escape", "a_xFFFE_b", "ab", "teks-dibersihkan")
teks("T37", "escape-tertulis", "kode _x005F_x000D_ itu", "kode _x000D_ itu")
teks("T37", "garis-bawah", "a_x_b_xyz_ x005F_")
teks("T37", "apostrof", "'00123")
baca(
    "T37",
    "teks-bersama-dengan-escape",
    lambda i: s.lewat_openpyxl(i, lambda b: b[IND].__setitem__("Q8", "kode x005F_ dan _x005F_x000D_")),
    isi={JELAS: "kode x005F_ dan _x000D_"},
)
KECIL = "<is><r><t>{}</t></r><r><rPr><vertAlign val='{}'/></rPr><t>{}</t></r><r><t>{}</t></r></is>"
CORET = "<is><r><rPr><strike/></rPr><t>{}</t></r><r><t>{}</t></r></is>"


def kaya(lembar_sel: str, alamat: str, bentuk: str, *potongan: str) -> Sunting:
    """Type a text of which some is struck out or raised."""
    return sel(lembar_sel, **{alamat: Mentah(bentuk.format(*potongan), "inlineStr")})


def tercoret(alamat: str, isi: object) -> Sunting:
    """Type into a cell whose format strikes out all of it."""

    def buat(asli: bytes) -> bytes:
        bergaya_, nomor = s.gaya(asli, "0")
        daftar = s.bagian(bergaya_)["xl/styles.xml"].decode()
        banyak = len(re.findall("<font>", daftar))
        daftar = daftar.replace("</fonts>", "<font><strike/></font></fonts>")
        depan, belakang = daftar.rsplit('fontId="0"', 1)
        bergaya_ = s.tambah(bergaya_, xl__styles_dot_xml=f'{depan}fontId="{banyak}"{belakang}'.encode())
        return ketik(bergaya_, IND, **{alamat: Bergaya(isi, nomor)})

    return buat


tolak("T37", "pangkat-di-angka", kaya(IND, "O8", KECIL, "80,4", "superscript", "1", ""), "angka-berpangkat")
tolak("T37", "turun-di-angka", kaya(ANGG, "F8", KECIL, "500", "subscript", "2", "0"), "angka-berpangkat")
tolak("T37", "pangkat-berspasi", kaya(IND, "O8", KECIL, "80 ", "superscript", "123", ""), "angka-berpangkat")
tolak("T37", "pangkat-di-teks", kaya(IND, "Q8", KECIL, "tahun 2025", "superscript", "1", " naik"), "angka-berpangkat")
baca(
    "T37",
    "meter-persegi",
    kaya(IND, "Q8", KECIL, "seluas 80 m", "superscript", "2", ", di desa"),
    isi={JELAS: "seluas 80 m2, di desa"},
)
baca("T37", "huruf-naik", kaya(IND, "Q8", KECIL, "catatan", "superscript", "a)", " ini"), isi={JELAS: "catatana) ini"})
tolak("T37", "coret-lalu-angka", kaya(IND, "O8", CORET, "26", "31"), "sel-tercoret")
tolak("T37", "coret-di-teks", kaya(IND, "Q8", CORET, "belum", " sudah selesai"), "sel-tercoret")
baca("T37", "coret-kosong", kaya(IND, "Q8", CORET, " ", "selesai"), isi={JELAS: "selesai"})
baca(
    "T37", "bukan-coret", kaya(IND, "Q8", CORET.replace("<strike/>", "<strike val='0'/>"), "a", "b"), isi={JELAS: "ab"}
)
tolak("T37", "angka-tercoret-seluruhnya", tercoret("O8", 60), "sel-tercoret")
tolak("T37", "teks-tercoret-seluruhnya", tercoret("Q8", "batal"), "sel-tercoret")
tolak("T37", "setengah-karakter-di-angka", sel(IND, O8="_xD83D_"), "bukan-angka")
baca("T37", "setengah-karakter-di-tanggal", sel(IND, V8="_xD83D_"), "bukan-tanggal", isi={BATAS: None})
baca(
    "T37",
    "setengah-karakter-di-pilihan",
    sel(AKSI, G8="_xD83D_"),
    "teks-dibersihkan",
    "status-aksi-kosong",
    isi={("daftar_aksi", "A09", "status"): ""},
)
tolak("T37", "setengah-karakter-di-sel-terkunci", sel(IND, C8="_xD83D_"), "terkunci-berubah")
GAMBAR_DI_SEL = Mentah("<v>#VALUE!</v>", 'e" vm="1')
baca("T37", "gambar-di-sel-teks", sel(IND, Q8=GAMBAR_DI_SEL), "gambar-di-sel", isi={JELAS: ""})
tolak("T37", "gambar-di-sel-angka", sel(IND, O8=GAMBAR_DI_SEL), "gambar-di-angka")
baca(
    "T37",
    "teks-kaya",
    sel(
        IND,
        Q8=Mentah("<is><r><rPr><b/></rPr><t>tebal</t></r><r><t xml:space='preserve'> biasa</t></r></is>", "inlineStr"),
    ),
    isi={JELAS: "tebal biasa"},
)
baca(
    "T37",
    "teks-kaya-berbunyi",
    sel(IND, Q8=Mentah("<is><t>課</t><rPh sb='0' eb='1'><t>カ</t></rPh></is>", "inlineStr")),
    isi={JELAS: "課"},
)
baca(
    "T37",
    "angka-kaya",
    sel(IND, O8=Mentah("<is><r><t>6</t></r><r><rPr><b/></rPr><t>0</t></r></is>", "inlineStr")),
    "angka-teks",
)
baca("T37", "hasil-rumus-teks", sel(IND, Q8=Mentah("<v>dari rumus</v>", "str")), isi={JELAS: "dari rumus"})

# --- other programs' dialects: the same reading ---

for nama_dialek, dialek in {
    "openpyxl": s.lewat_openpyxl,
    "teks-di-sel": s.tanpa_teks_bersama,
    "tanpa-alamat": s.tanpa_alamat,
    "berawalan": s.berawalan,
    "urutan-bagian-dibalik": lambda i: s.rakit(dict(reversed(s.bagian(i).items()))),
    "tidak-dimampatkan": lambda i: s.rakit(s.bagian(i), zipfile.ZIP_STORED),
    "utf-16": lambda i: s.ubah_bagian(i, X2, lambda d: d.decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16")),
    "gaya-di-tempat-lain": lambda i: s.rakit(
        {n.replace("styles.xml", "gaya.xml"): d.replace(b"styles.xml", b"gaya.xml") for n, d in s.bagian(i).items()}
    ),
    "warna-salah": lambda i: s.ubah_bagian(i, "xl/styles.xml", lambda d: re.sub(rb'rgb="\w+"', b'rgb="merah"', d)),
    "sifat-rusak": xml(
        "docProps/core.xml", b"<dcterms:created", b"<dcterms:modified>kemarin</dcterms:modified><dcterms:created"
    ),
    "validasi-rusak": lambda i: s.ubah_bagian(
        i, X2, lambda d: d.replace(b'<dataValidation type="', b'<dataValidation type="x', 1)
    ),
    "tanpa-gaya": lambda i: s.rakit({n: d for n, d in s.bagian(i).items() if "theme" not in n}),
}.items():
    baca("T24" if nama_dialek.startswith("u") else "T19", f"dialek-{nama_dialek}", dialek)

# --- the bounds of reading: every sheet, every kind of cell ---

for nama_lembar in k.LEMBAR:
    tolak("T2", f"ampersan-{nama_lembar}", k.ampersan(nama_lembar, 80_000), "buku-tidak-terbaca")
    tolak("T2", f"gabungan-{nama_lembar}", k.gabungan(nama_lembar, 3_900), "buku-terlalu-besar")
    tolak("T2", f"baris-asing-{nama_lembar}", k.baris_asing(nama_lembar, 4_900), "buku-terlalu-besar")
    tolak("T2", f"kunci-panjang-{nama_lembar}", k.kunci_panjang(nama_lembar, 400, 390_000), "buku-terlalu-besar")
    tolak("T2", f"sel-penuh-{nama_lembar}", k.sel_penuh(nama_lembar, 4_800, 30), "buku-terlalu-besar")
    tolak("T23", f"tiga-ratus-baris-asing-{nama_lembar}", k.baris_asing(nama_lembar, 300), *["kunci-asing"] * 300)
    tolak(
        "T23",
        f"satu-kunci-seratus-baris-{nama_lembar}",
        k.kunci_panjang(nama_lembar, 100, 1_500),
        "kunci-asing",
        *["kunci-ganda"] * 99,
    )
tolak("T2", "sejuta-ampersan", k.ampersan(IND, 1_000_000), "buku-terlalu-besar")
tolak("T2", "teks-bersama-lebar", k.teks_bersama("😀" + "x" * 200, 100_000), "buku-terlalu-besar")
baca("T2", "teks-bersama-panjang", k.teks_bersama("x" * 390_000, 25))
tolak("T2", "teks-bersama-terlalu-panjang", k.teks_bersama("x" * 390_000, 110), "buku-terlalu-besar")
baca("T2", "sembilan-puluh-bagian", k.bagian_besar(90, MIB))
tolak(
    "T2",
    "nama-lembar-panjang",
    xml("xl/workbook.xml", b'name="Indikator"', b'name="' + b"I" * 300_000 + b'"'),
    "buku-tidak-terbaca",
)

SETENGAH, TERBESAR, BERSPASI = "_xD83D_", "1e308", "1" + " " * 32_000 + "x"
TERKUNCI = ((IND, "C8"), (IND, "H8"), (IND, "I8"), (AKSI, "D8"), (ANGG, "C8"), (ANGG, "D8"))
for nama_lembar, alamat, kode_besar in (
    (IND, "O8", "persen-di-angka"),
    (ANGG, "F8", "persen-di-angka"),
    (ANGG, "G8", "angka-terlalu-panjang"),
):
    letak = f"{nama_lembar}-{alamat}"
    tolak("T37", f"setengah-{letak}", k.di_sel(nama_lembar, alamat, SETENGAH), "bukan-angka")
    tolak("T29", f"terbesar-{letak}", k.berformat(nama_lembar, alamat, TERBESAR, "0.00%"), kode_besar)
    tolak("T36", f"berspasi-{letak}", k.di_sel(nama_lembar, alamat, BERSPASI), "bukan-angka")
for nama_lembar, alamat, kunci_isi, kode_kosong in (
    (IND, "Q8", JELAS, ()),
    (AKSI, "H8", ("daftar_aksi", "A09", "hasil"), ()),
    (ANGG, "I8", ("daftar_anggaran", "2.16.03.2.02.0007", "keterangan"), ()),
    (PROG, "C8", ("daftar_bulan", "Januari", "kegiatan"), ("progres-kosong",)),
    (PROG, "D8", ("daftar_bulan", "Januari", "hasil"), ()),
    (SAH, "C8", ("pengesahan", "", "penyusun"), ("penyusun-kosong",)),
):
    letak = f"{nama_lembar}-{alamat}"
    setengah = k.di_sel(nama_lembar, alamat, SETENGAH)
    baca("T37", f"setengah-{letak}", setengah, "teks-dibersihkan", *kode_kosong, isi={kunci_isi: ""})
    tolak("T29", f"terbesar-{letak}", k.berformat(nama_lembar, alamat, TERBESAR, "0.00%"), "digit-hilang")
    berspasi = k.di_sel(nama_lembar, alamat, BERSPASI)
    baca("T36", f"berspasi-{letak}", berspasi, "teks-terlalu-panjang", isi={kunci_isi: BERSPASI})
for nama_lembar, alamat, kunci_isi in (
    (IND, "V8", BATAS),
    (SAH, "C10", ("pengesahan", "", "tanggal")),
    (SAH, "C14", ("pengesahan", "", "tanggal_pengesahan")),
):
    for nama_tanggal, buat in (
        ("setengah", k.di_sel(nama_lembar, alamat, SETENGAH)),
        ("terbesar", k.berformat(nama_lembar, alamat, TERBESAR, "0.00%")),
        ("terbesar-bertanggal", k.berformat(nama_lembar, alamat, TERBESAR, "dd/mm/yyyy")),
        ("berspasi", k.di_sel(nama_lembar, alamat, BERSPASI)),
        ("bertitik", k.di_sel(nama_lembar, alamat, "1." * 15_000)),
    ):
        baca("T37", f"{nama_tanggal}-{nama_lembar}-{alamat}", buat, "bukan-tanggal", isi={kunci_isi: None})
for nama_lembar, alamat, kunci_isi, kode_kosong in (
    (AKSI, "G8", STATUS, "status-aksi-kosong"),
    (SAH, "C11", ("pengesahan", "", "disetujui"), "belum-divalidasi"),
):
    letak = f"{nama_lembar}-{alamat}"
    setengah = k.di_sel(nama_lembar, alamat, SETENGAH)
    baca("T37", f"setengah-{letak}", setengah, "teks-dibersihkan", kode_kosong, isi={kunci_isi: ""})
    tolak("T29", f"terbesar-{letak}", k.berformat(nama_lembar, alamat, TERBESAR, "0.00%"), "digit-hilang")
    berspasi = k.di_sel(nama_lembar, alamat, BERSPASI)
    baca("T36", f"berspasi-{letak}", berspasi, "teks-terlalu-panjang", "pilihan-asing", isi={kunci_isi: ""})
for nama_lembar, alamat, daftar_kode in (
    *((nama_lembar, alamat, ("terkunci-berubah",)) for nama_lembar, alamat in TERKUNCI),
    *((nama_lembar, "A8", ("kunci-asing", "kunci-hilang")) for nama_lembar in (IND, AKSI, ANGG, PROG)),
):
    letak = f"{nama_lembar}-{alamat}"
    tolak("T37", f"setengah-{letak}", k.di_sel(nama_lembar, alamat, SETENGAH), *daftar_kode)
    tolak("T29", f"terbesar-{letak}", k.berformat(nama_lembar, alamat, TERBESAR, "0.00%"), *daftar_kode)
    tolak("T36", f"berspasi-{letak}", k.di_sel(nama_lembar, alamat, BERSPASI), *daftar_kode)
for alamat in ("C8", "E8", "F8"):
    for nama_buat, buat in (
        ("setengah", k.di_sel(AKSI, alamat, SETENGAH)),
        ("terbesar", k.berformat(AKSI, alamat, TERBESAR, "0.00%")),
        ("berspasi", k.di_sel(AKSI, alamat, BERSPASI)),
    ):
        baca("T37", f"{nama_buat}-{AKSI}-{alamat}", buat, "isi-tidak-dibaca")

for nama_lembar in ("_meta", "_daftar"):
    baca("T18", f"catatan-di-{nama_lembar}", sel(nama_lembar, H2="angka sementara"), "isi-di-lembar-bacaan")
baca("T18", "baris-lain-di-_meta", sel("_meta", A20="catatan", B20="angka sementara"), "isi-di-lembar-bacaan")
for nama_sel in ("B2", "B3"):
    baca("T24", f"judul-{nama_sel}", sel(ANGG, **{nama_sel: "angka sementara"}), "isi-di-luar")
baca("T24", "rumus-di-atas-tabel", sel(ANGG, D3=Rumus('"sementara"', "sementara")), "isi-di-luar")
TAUTAN = "https://contoh.invalid/bukti/Daftar-Hadir.pdf"
baca("T24", "tautan", buku(lambda b: setattr(b[IND]["W8"], "hyperlink", TAUTAN)), "catatan-tidak-dibaca")
baca("T24", "tautan-tertulis", lambda i: _bertaut(sel(IND, Q8=f"Lihat {TAUTAN}")(i)), isi={JELAS: f"Lihat {TAUTAN}"})


def _bertaut(isi: bytes) -> bytes:
    """Make a link of an address that stands in its cell, as Excel does while one types."""

    def beri(b: openpyxl.Workbook) -> None:
        tulisan = b[IND]["Q8"].value
        b[IND]["Q8"].hyperlink = TAUTAN
        b[IND]["Q8"].value = tulisan

    return s.lewat_openpyxl(isi, beri)


for kata_format in (
    '0.00" per mil"',
    '0.00" permil"',
    '"<"0.00',
    '"s.d. "0.00',
    "-0.00",
    "(0.00)",
    '"minus "0.00',
    '"Rp"0.00',
    '0.00" lusin"',
    "0\\,00",
    '0"."00',
    '0.00" %%"',
    '0.00%" dari target"',
):
    ditolak = k.berformat(IND, "O10", "76.74", kata_format)
    baca("T31", f"kata-{kata_format}", ditolak, "angka-berskala", isi={PERSEN: DITOLAK})
for kata_format in ('0.00" persen"', '0.00" %"', "# ??/100", '_(* 0.00_);_(* "-"??_)', '[Red]0.00;"-"0.00'):
    baca("T31", f"kata-{kata_format}", k.berformat(IND, "O10", "76.74", kata_format))
for kata_format in ('0" orang"', '#"."##0', '"+"0'):
    baca("T26", f"kata-{kata_format}", k.berformat(IND, "O8", "60", kata_format))

for acuan in ("A" + "1" * 5000, "XFE1", "A0", "A1048577", "", "A1:B2", "１", "-1", "$A$1", "q8", "AAAA1", "Q 8"):
    baca("T24", f"komentar-di-{acuan[:9]}", k.komentar(acuan, "cek"), "catatan-tidak-dibaca")
baca("T24", "empat-ratus-komentar-penuh", k.komentar("Q{}", "y" * 30_000, 400), *["catatan-tidak-dibaca"] * 41)
baca("T24", "komentar-45-mib", k.komentar("Q8", "x" * 45_000_000), "catatan-tidak-dibaca")
baca("T24", "seribu-komentar-penuh", k.komentar("Q{}", "y" * 32_000, 1_000), "catatan-tidak-dibaca")
baca("T24", "komentar-lebar", k.komentar("Q{}", "😀" + "y" * 390_000, 110), "catatan-tidak-dibaca")

BAHAN: dict[tuple[str, int], bytes] = {}
SEMUA = [(kelas, kasus) for kelas, daftar in KORPUS.items() for kasus in daftar]


@pytest.fixture(scope="module")
def bahan(contoh_asli):
    return muat_bahan(contoh_asli)


def muat_bahan(contoh_asli: Workspace) -> SimpleNamespace:
    """Return the sample's buku induk and what each of its clean forms says; the forms go to `BAHAN`."""
    induk, _ = baca_induk(contoh_asli, 2025)
    hasil = SimpleNamespace(induk=induk, lalu={1: Kumpulan({})}, dasar={})
    diterima = {}
    for nomor in (1, 2, 3):
        periode = triwulan(2025, nomor)
        for satu in baca_triwulan(contoh_asli, induk, periode, hasil.lalu[nomor]).daftar_unit:
            laporan = satu.status.laporan
            assert laporan is not None
            kode = satu.status.unit.kode
            BAHAN[kode, nomor] = contoh_asli.form_file(kode, periode).read_bytes()
            hasil.dasar[kode, nomor] = s.nilai(laporan)
            diterima[kode, periode] = laporan
        hasil.lalu[nomor + 1] = Kumpulan(dict(diterima))
    return hasil


def taruh_di_kotak(kasus: Kasus, kotak: Path) -> None:
    """Lay a case's files into an inbox."""
    kotak.mkdir(parents=True)
    isi = kasus.buat(BAHAN[kasus.unit, kasus.nomor])
    if callable(isi):
        isi(kotak)
        return
    for nama, data in (isi if isinstance(isi, Mapping) else {"formulir.xlsx": isi}).items():
        (kotak / nama).write_bytes(data)


def test_the_corpus_is_as_large_as_promised():
    assert len(SEMUA) >= 700
    assert min(len(daftar) for daftar in KORPUS.values()) >= 6
    for kelas, daftar in KORPUS.items():
        assert not [nama for nama, banyak in Counter(kasus.nama for kasus in daftar).items() if banyak > 1], kelas


TAK_ADA = (None, "", DITOLAK, BelumDilaporkan(), TidakDitunggu())
"""What stands where an answer was refused, or is not found any more."""
LAZIM = frozenset({"berkas-tanpa-pemilik"})
"""What the inbox says beside any file of nobody knows whom, while other units have sent nothing."""
BIASA = [(kelas, kasus) for kelas, kasus in SEMUA if not kasus.bom]


@pytest.mark.one_in(18)
@pytest.mark.parametrize(
    ("kelas", "kasus"), BIASA, ids=[f"{kelas}-{kasus.nama}".encode("unicode_escape").decode() for kelas, kasus in BIASA]
)
def test_a_hostile_or_damaged_form_ends_in_its_codes_or_its_right_reading(kelas, kasus, bahan, tmp_path, monkeypatch):
    ruang = Workspace(tmp_path / "ruang")
    periode = triwulan(2025, kasus.nomor)
    taruh_di_kotak(kasus, ruang.inbox(periode))
    if kasus.latar:
        kasus.latar(monkeypatch)
    awal = time.process_time()
    hasil = baca_triwulan(ruang, bahan.induk, periode, bahan.lalu[kasus.nomor])
    assert time.process_time() - awal < BATAS_DETIK
    assert sorted(t.kode for t in hasil.semua_temuan if t.kode not in LAZIM) == sorted(kasus.kode), kelas
    for terbaca in jelaskan_semua(hasil.semua_temuan):
        assert terbaca.pesan
        assert terbaca.perbaikan
    laporan = next(u.status for u in hasil.daftar_unit if u.status.unit.kode == kasus.unit).laporan
    ditolak = any(katalog()[kode].tingkat.value == "galat" for kode in kasus.kode)
    if kasus.isi is None and ditolak:
        terbaca_isi, dasar = s.nilai(laporan) if laporan else {}, bahan.dasar[kasus.unit, kasus.nomor]
        beda = {kunci: isi for kunci, isi in terbaca_isi.items() if isi != dasar[kunci]}
        assert {isi for isi in beda.values() if isi not in TAK_ADA} == set()  # what is refused is never another value
    elif kasus.isi is not None and kasus.nomor == 1 and kasus.nama != "uang-berulang":
        terbaca_isi, dasar = s.nilai(laporan), bahan.dasar[kasus.unit, kasus.nomor]
        beda = {kunci: isi for kunci, isi in terbaca_isi.items() if isi != dasar.get(kunci)}
        assert beda == {kunci: isi for kunci, isi in kasus.isi.items() if isi != dasar[kunci]}
    else:
        assert laporan is not None


@pytest.mark.one_in(13)
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="mengukur memori lewat /proc")
@pytest.mark.parametrize("kasus", [kasus for _, kasus in SEMUA if kasus.bom], ids=lambda kasus: kasus.nama)
def test_a_bomb_costs_neither_time_nor_memory(kasus, bahan, tmp_path):
    assert bahan
    berkas = tmp_path / "bom.xlsx"
    berkas.write_bytes(kasus.buat(BAHAN[kasus.unit, 1]))
    hasil = subprocess.run([sys.executable, s.__file__, berkas], capture_output=True, text=True, timeout=60, check=True)
    ukuran = json.loads(hasil.stdout)
    mentah, _ = baca_buku(BAHAN[kasus.unit, 1], "uji.xlsx", skema.DAFTAR_LEMBAR)
    assert ukuran["kode"] == list(kasus.kode)
    assert ukuran["isi"] == ("" if kasus.isi is None else s.sidik_isi(mentah))
    assert ukuran["detik"] < BATAS_DETIK
    assert ukuran["mib"] < BATAS_MIB


@pytest.mark.lengkap
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="mengukur memori lewat /proc")
def test_no_file_of_the_corpus_costs_a_second_or_a_hundred_mib(contoh_asli, record_property):
    program = Path(__file__).with_name("ukur_korpus.py")
    lingkungan = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    hasil = subprocess.run([sys.executable, program, contoh_asli.root], capture_output=True, check=True, env=lingkungan)
    ukuran = json.loads(hasil.stdout)
    assert len(ukuran) == sum(kasus.latar is None for _, kasus in SEMUA)
    terlama, terbesar = (max(ukuran, key=lambda satu, apa=apa: satu[apa]) for apa in ("detik", "mib"))
    record_property("korpus: terlama", f"{terlama['detik']:.2f} detik ({terlama['nama']})")
    record_property("korpus: terbesar", f"{terbesar['mib']:.0f} MiB ({terbesar['nama']})")
    assert [satu for satu in ukuran if satu["detik"] > 1 or satu["mib"] > BATAS_MIB] == []
