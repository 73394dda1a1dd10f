"""Forms built to mislead: marks that never close, sheets that point at each other, cells that lie about their place.

Each is either refused by its code or read as the clean form, in time and memory.
"""

import io
import json
import re
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping

import pytest

import bantu_serangan as s
from bantu_serangan import MIB
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.excel.reader.read import baca_buku

TW1 = triwulan(2025, 1)
UNIT = "BIDANG-APTIKA"
X2, SST, WB = "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
GAYA, RELS, JENIS = "xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TAK_TERBACA, BESAR = "buku-tidak-terbaca", "buku-terlalu-besar"
Bagian = Mapping[str, bytes]
Buat = Callable[[Bagian], bytes]


def ganti(nama: str, lama: bytes, baru: bytes) -> Buat:
    def buat(bagian: Bagian) -> bytes:
        assert lama in bagian[nama]
        return s.rakit({**bagian, nama: bagian[nama].replace(lama, baru, 1)})

    return buat


def baris(isi: bytes) -> Buat:
    """Put something behind the last row."""
    return ganti(X2, b"</sheetData>", isi + b"</sheetData>")


def baris_jauh(isi: bytes) -> Buat:
    return baris(b'<row r="4000">' + isi + b"</row>")


def sel(baru: bytes) -> Buat:
    """Write the one figure of row 8 another way."""
    return ganti(X2, b'<c r="O8" s="20"><v>60</v></c>', baru)


def nomor_baris(tertulis: bytes) -> Buat:
    return ganti(X2, b'<row r="8"', b'<row r="%b"' % tertulis)


def lembar_berulang(banyak: int) -> Buat:
    daftar = b"".join(b'<sheet name="S%d" sheetId="%d" r:id="rId2"/>' % (n, n + 90) for n in range(banyak))
    return ganti(WB, b"</sheets>", daftar + b"</sheets>")


def komentar(isi: bytes, kali: int = 1) -> Buat:
    """Give a sheet comments, pointed at more than once."""
    tujuan = b"".join(
        b'<Relationship Id="k%d" Type="%b/comments" Target="../comments9.xml"/>' % (n, HUBUNGAN.encode())
        for n in range(kali)
    )
    return lambda bagian: s.rakit(
        {
            **bagian,
            "xl/worksheets/_rels/sheet2.xml.rels": b"<Relationships>" + tujuan + b"</Relationships>",
            "xl/comments9.xml": b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            b"<commentList>" + isi + b"</commentList></comments>",
        }
    )


def rumus_bersama(panjang: int, banyak: int) -> Buat:
    anak = b"".join(b'<row r="%d"><c><f t="shared" si="0"/></c></row>' % n for n in range(4001, 4001 + banyak))
    return baris(b'<row r="4000"><c><f t="shared" si="0" ref="A1">' + b"A1+" * panjang + b"A1</f></c></row>" + anak)


def format_angka(kode: bytes) -> Buat:
    daftar = b'<numFmts><numFmt numFmtId="700" formatCode="%b"/></numFmts><fonts' % kode
    return lambda bagian: s.rakit(
        {
            **bagian,
            GAYA: re.sub(rb"<numFmts.*?</numFmts>", b"", bagian[GAYA]).replace(b"<fonts", daftar, 1),
        }
    )


def gabungan_kali_baris(bagian: Bagian) -> bytes:
    kunci = b"".join(b'<row r="%d"><c t="str"><v>K</v></c></row>' % n for n in range(100, 4900))
    banyak = b"".join(b'<mergeCell ref="BA%d:BB%d"/>' % (n, n) for n in range(4900))
    lembar = bagian[X2].replace(b"</sheetData>", kunci + b"</sheetData>")
    return s.rakit({**bagian, X2: lembar.replace(b"</worksheet>", banyak + b"</worksheet>")})


def utf16(bagian: Bagian) -> bytes:
    return s.rakit({**bagian, "xl/a.xml": ("<a>" + "\u6f22" * 20 * MIB).encode("utf-16")})


def zip64(bagian: Bagian) -> bytes:
    """Close a container as one of more than four gigabytes is closed."""
    isi = s.rakit(bagian)
    ujung = isi.rfind(b"PK\x05\x06")
    banyak, besar, awal = struct.unpack("<HII", isi[ujung + 10 : ujung + 20])
    akhir = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, banyak, banyak, besar, awal)
    petunjuk = struct.pack("<4sIQI", b"PK\x06\x07", 0, ujung, 1)
    penutup = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return isi[:ujung] + akhir + petunjuk + penutup


def bernama(nama: str) -> Buat:
    """Add a part whose name zipfile would mend if it were asked to write it."""

    def buat(bagian: Bagian) -> bytes:
        keluar = io.BytesIO(s.rakit(bagian))
        with zipfile.ZipFile(keluar, "a") as arsip:
            entri = zipfile.ZipInfo("x")
            entri.filename = nama
            arsip.writestr(entri, b"x")
        return keluar.getvalue()

    return buat


def bohong(tanda: bytes, letak: int, nilai: int, lebar: str = "<H") -> Buat:
    return lambda bagian: s.berbohong(s.rakit(bagian), tanda, letak, nilai, lebar)


KEPALA, PUSAT, UJUNG = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
DITOLAK: dict[str, tuple[Buat, str]] = {
    # a search that starts anew at each of many marks that never close
    "row-tak-tertutup": (baris(b"<row " * 100_000), TAK_TERBACA),
    "sel-tak-tertutup": (baris_jauh(b"<c " * 300_000), TAK_TERBACA),
    "sel-berhuruf-r": (baris_jauh(b"<c r r r r r r" * 100_000), TAK_TERBACA),
    "sel-jauh-tak-berakhir": (baris_jauh(b'<c r="CAA4000">' * 150_000), TAK_TERBACA),
    "nilai-tak-tertutup": (baris_jauh(b"<v " * 300_000), TAK_TERBACA),
    "spasi-sebelum-nilai": (baris_jauh((b"<c>" + b" " * 300_000) * 10 + b"<v>x</v></c>"), TAK_TERBACA),
    # little that stands for much
    "gabungan-kali-baris": (gabungan_kali_baris, BESAR),
    "tab-300-satu-lembar": (lembar_berulang(300), TAK_TERBACA),
    "tab-20000": (lembar_berulang(20_000), BESAR),
    "rumus-bersama-panjang": (rumus_bersama(2_700, 900), BESAR),
    "format-kurung-siku": (format_angka(b"[" * 390_000), BESAR),
    "gabungan-tak-tertutup": (
        ganti(X2, b"</worksheet>", b"<mergeCell a='" + b" " * 20 * MIB + b"'/></worksheet>"),
        BESAR,
    ),
    "ruang-nama-20000": (
        ganti(
            X2, b"<sheetData>", b"<sheetData " + b" ".join(b'xmlns:a%d="u%d"' % (n, n) for n in range(20_000)) + b">"
        ),
        BESAR,
    ),
    # cells and rows that are not where they say
    "sel-kembar": (sel(b'<c r="O8"><v>60</v></c><c r="O8"><v>77</v></c>'), TAK_TERBACA),
    "sel-mundur": (sel(b'<c r="O8"><v>60</v></c><c r="A8" t="str"><v>I9.9</v></c>'), TAK_TERBACA),
    "sel-tanpa-alamat-lalu-sama": (sel(b'<c r="N8"/><c><v>60</v></c><c r="O8"><v>77</v></c>'), TAK_TERBACA),
    "sel-dari-baris-lain": (sel(b'<c r="O9"><v>60</v></c>'), TAK_TERBACA),
    "sel-baris-nol": (sel(b'<c r="O0"><v>60</v></c>'), TAK_TERBACA),
    "gaya-sel-lewat": (sel(b'<c r="O8" s="999999"><v>60</v></c>'), TAK_TERBACA),
    "sel-mutlak": (sel(b'<c r="$O$8"><v>60</v></c>'), TAK_TERBACA),
    "teks-ke-minus": (sel(b'<c r="O8" t="s"><v>-101</v></c>'), TAK_TERBACA),
    "baris-minus": (nomor_baris(b"-8"), TAK_TERBACA),
    "baris-raksasa": (nomor_baris(b"99999999999999999999"), TAK_TERBACA),
    "baris-pecahan": (nomor_baris(b"8.5"), TAK_TERBACA),
    "baris-kosong": (nomor_baris(b""), TAK_TERBACA),
    "komentar-bersarang": (baris(b"<!-- a -- b -->"), TAK_TERBACA),
    # parts that are not what they are called
    "lembar-hilang": (ganti(WB, b'r:id="rId2"', b'r:id="rId777"'), TAK_TERBACA),
    "keadaan-aneh": (ganti(WB, b"<sheet ", b'<sheet state="zzz" '), TAK_TERBACA),
    "tanpa-jenis-isi": (lambda b: s.rakit({n: d for n, d in b.items() if n != JENIS}), "berkas-arsip-lain"),
    "jenis-isi-kosong": (lambda b: s.rakit({**b, JENIS: b""}), "berkas-arsip-lain"),
    "unsur-dalam-nilai": (sel(b'<c r="O8" s="20"><v>6<x>1</x>0</v></c>'), TAK_TERBACA),
    "nilai-kembar": (sel(b'<c r="O8" s="20"><v>60</v><v>61</v></c>'), TAK_TERBACA),
    "nama-lembar-kembar": (ganti(WB, b'name="Anggaran"', b'name="Indikator"'), TAK_TERBACA),
    "zip-dalam-zip": (lambda b: s.rakit({JENIS: b[JENIS], "a.xlsx": s.rakit(b)}), TAK_TERBACA),
    # a directory that says something else than the entries
    "tambalan": (bohong(PUSAT, 8, 0x20), "berkas-bagian-rusak"),
    "sandi-kuat": (bohong(PUSAT, 8, 0x41), "berkas-zip-bersandi"),
    "cara-padat-99": (bohong(PUSAT, 10, 99), "berkas-kompresi-asing"),
    "cara-padat-deflate64": (bohong(PUSAT, 10, 9), "berkas-kompresi-asing"),
    "versi-99": (bohong(PUSAT, 6, 99), "berkas-rusak"),
    "nama-nol": (bohong(PUSAT, 28, 0), "berkas-rusak"),
    "crc-nol": (bohong(PUSAT, 16, 0, "<I"), "berkas-bagian-rusak"),
    "nama-setempat-lain": (lambda b: s.berbohong(s.rakit(b), KEPALA, 30, 0x20), "berkas-bagian-rusak"),
    "direktori-jauh": (bohong(UJUNG, 16, 0xFFFFFFF0, "<I"), "berkas-bagian-rusak"),
    "nama-nul": (
        lambda b: s.rakit(b).replace(b"xl/theme/theme1.xml", b"xl/theme/theme\0.xml"),
        "berkas-nama-berbahaya",
    ),
    "nama-naik": (bernama("xl\\..\\..\\x.xml"), "berkas-nama-berbahaya"),
    "nama-berkandar": (bernama("C:/Windows/x"), "berkas-nama-berbahaya"),
    "nama-server": (bernama("//server/x"), "berkas-nama-berbahaya"),
    "nama-beda-huruf": (bernama("XL/WORKSHEETS/SHEET2.xml"), "berkas-bagian-ganda"),
}
SAMA: dict[str, Buat] = {
    "utf-16-besar": utf16,
    "komentar-ditunjuk-3000-kali": komentar(b'<comment ref="A1"><text><t>x</t></text></comment>' * 5_000, 3_000),
    "komentar-bersarang": komentar(b"<comment>" * 19_000 + b"<t>x</t>" + b"</comment>" * 19_000),
    "komentar-utas-tanpa-akhir": komentar(b"<comment><t>" + b"[Threaded comment]" * 20_000 + b"</t></comment>"),
    "unsur-dalam-200000": baris(b"<x>" * 200_000 + b"</x>" * 200_000),
    "teks-kaya-panjang": ganti(SST, b"</sst>", b"<si>" + b"<r><t>b</t></r>" * 100_000 + b"</si></sst>"),
    "validasi-300000": ganti(
        X2, b"</sheetData>", b"</sheetData>" + b'<dataValidation sqref="A1:XFD1048576"/>' * 300_000
    ),
    "kolom-300000": ganti(X2, b"<sheetData>", b"<cols>" + b'<col min="1" max="9"/>' * 300_000 + b"</cols><sheetData>"),
    "nama-15000": ganti(WB, b"<definedNames>", b"<definedNames>" + b'<definedName name="x">x</definedName>' * 15_000),
    "hubungan-30000": ganti(
        RELS, b"</Relationships>", b'<Relationship Id="z" Type="x" Target="y"/>' * 30_000 + b"</Relationships>"
    ),
    "lembar-dialog": ganti(RELS, b'/worksheet" Target="worksheets/sheet2', b'/dialogsheet" Target="worksheets/sheet2'),
    "baris-bersandi": nomor_baris(b"&#56;"),
    "atribut-berisi-kurung": ganti(X2, b'<row r="8"', b'<row x=">" r="8"'),
    "cdata": sel(b'<c r="O8" s="20"><v><![CDATA[60]]></v></c>'),
    "cdata-terbelah": sel(b'<c r="O8" s="20"><v>6<![CDATA[0]]></v></c>'),
    "komentar-menutup-data": baris(b"<!-- </sheetData> -->"),
    "komentar-di-nilai": sel(b'<c r="O8" s="20"><v>6<!-- 1 -->0</v></c>'),
    "nama-miring-balik": bernama("xl\\x.xml"),
    "alamat-huruf-kecil": sel(b'<c r="o8" s="20"><v>60</v></c>'),
    "baris-berspasi": nomor_baris(b" +08 "),
    "sel-berekor": sel(b'<c r="O8" s="20"><v>60</v><extLst><ext uri="x"><v>77</v></ext></extLst></c>'),
    "sheetData-kedua": ganti(X2, b"</sheetData>", b'</sheetData><sheetData><row r="9"><c r="A9"/></row></sheetData>'),
    "lembar-sangat-tersembunyi": ganti(WB, b"<sheet ", b'<sheet state="veryHidden" '),
    "hubungan-mutlak": ganti(RELS, b'"worksheets/sheet2.xml"', b'"/xl/worksheets/sheet2.xml"'),
    "zip64": zip64,
    "sampah-di-depan": lambda bagian: b"PK" + bytes(998) + s.rakit(bagian),
    "dua-zip": lambda bagian: s.rakit({"a.xml": b"<a/>"}) + s.rakit(bagian),
    "catatan-zip": lambda bagian: s.rakit(bagian)[:-2] + struct.pack("<H", 99) + b"x" * 99,
    "tanggal-mustahil": bohong(PUSAT, 12, 0xFFFFFFFF, "<I"),
    "deskriptor-tak-ada": bohong(PUSAT, 8, 8),
    "nama-rtl": bernama("xl/\u202egpj.exe"),
    "nama-perangkat": bernama("CON"),
}
BERAT = frozenset(
    [*list(DITOLAK)[: list(DITOLAK).index("sel-kembar")], *list(SAMA)[: list(SAMA).index("lembar-dialog")]]
)
"""What would cost minutes or gigabytes, were it not for the bounds."""


@pytest.fixture(scope="module")
def formulir(contoh_asli):
    """A clean form's bytes."""
    return contoh_asli.form_file(UNIT, TW1).read_bytes()


def ukur(nama: str, isi: bytes, folder) -> dict[str, object]:
    """Read a form; one that may cost much, in a process of its own that tells how much."""
    if nama not in BERAT:
        awal = time.process_time()
        mentah, daftar_temuan = baca_buku(isi, "uji.xlsx", skema.DAFTAR_LEMBAR)
        assert time.process_time() - awal < 2
        return {"kode": [t.kode for t in daftar_temuan], "isi": s.sidik_isi(mentah) if mentah else ""}
    berkas = folder / "sesat.xlsx"
    berkas.write_bytes(isi)
    hasil = subprocess.run([sys.executable, s.__file__, berkas], capture_output=True, text=True, timeout=60, check=True)
    ukuran = json.loads(hasil.stdout)
    assert ukuran["detik"] < 2, "half of it on a machine that has nothing else to do"
    assert ukuran["mib"] < 100
    return ukuran


@pytest.mark.one_in(7)
@pytest.mark.parametrize("nama", DITOLAK)
def test_a_form_that_misleads_is_refused_by_its_code(nama, formulir, tmp_path):
    buat, kode = DITOLAK[nama]
    ukuran = ukur(nama, buat(s.bagian(formulir)), tmp_path)
    assert (ukuran["kode"], ukuran["isi"]) == ([kode], "")


@pytest.mark.one_in(14)
@pytest.mark.parametrize("nama", SAMA)
def test_what_is_odd_around_the_cells_changes_none_of_them(nama, formulir, tmp_path):
    mentah, _ = baca_buku(formulir, "uji.xlsx", skema.DAFTAR_LEMBAR)
    ukuran = ukur(nama, SAMA[nama](s.bagian(formulir)), tmp_path)
    assert (ukuran["kode"], ukuran["isi"]) == ([], s.sidik_isi(mentah))
