"""Forms as they come back: damaged, rewritten by other programs, hostile. Each function takes bytes and returns bytes.

Run as a program it reads one file and prints what came of it, in how many seconds and with how much memory.
"""

import hashlib
import io
import json
import re
import resource
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

import openpyxl

from lakip_gen.domain.isian import LaporanUnit
from lakip_gen.domain.mentah import BukuMentah

SEL = r'<c r="{}"((?: s="[0-9]+")?)(?: t="[a-zA-Z]+")?(?:/>|>.*?</c>)'
MIB = 1024 * 1024


class Rumus(NamedTuple):
    """A formula and what it showed when the workbook was saved."""

    teks: str
    hasil: str = ""


class Kesalahan(NamedTuple):
    """An error value such as `#REF!`."""

    teks: str


class Bergaya(NamedTuple):
    """A number in a cell of another number format."""

    isi: object
    gaya: int


class Mentah(NamedTuple):
    """The inside of a cell, with the cell's type, as it stands in the file."""

    xml: str
    jenis: str = ""


def bagian(isi: bytes) -> dict[str, bytes]:
    """Return the parts of a container."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def rakit(isi: Mapping[str, bytes], cara: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a container of parts, the last written last."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", cara) as arsip:
        for nama, data in isi.items():
            arsip.writestr(zipfile.ZipInfo(nama), data, cara)
    return keluar.getvalue()


def ubah_bagian(isi: bytes, nama: str, pengubah: Callable[[bytes], bytes]) -> bytes:
    """Change one part."""
    daftar = bagian(isi)
    return rakit(daftar | {nama: pengubah(daftar[nama])})


def tambah(isi: bytes, **lain: bytes) -> bytes:
    """Add or replace parts; `__` in a name stands for `/` and `_dot_` for a dot."""
    return rakit(bagian(isi) | {n.replace("__", "/").replace("_dot_", "."): d for n, d in lain.items()})


def bagian_lembar(isi: bytes, lembar: str) -> str:
    """Return the part that holds a sheet of one of our own forms."""
    daftar = bagian(isi)
    nama = re.findall(r'<sheet name="([^"]+)"', daftar["xl/workbook.xml"].decode())
    return f"xl/worksheets/sheet{nama.index(lembar) + 1}.xml"


def ubah_lembar(isi: bytes, lembar: str, pengubah: Callable[[str], str]) -> bytes:
    """Change the XML of a sheet."""
    return ubah_bagian(isi, bagian_lembar(isi, lembar), lambda data: pengubah(data.decode()).encode())


def sel_xml(alamat: str, gaya: str, nilai: object) -> str:
    """Return a cell as XML."""
    match nilai:
        case None:
            return f'<c r="{alamat}"{gaya}/>'
        case Mentah(xml, jenis):
            return f'<c r="{alamat}"{gaya}{jenis and f" t={chr(34)}{jenis}{chr(34)}"}>{xml}</c>'
        case Bergaya(isi, nomor):
            return sel_xml(alamat, f' s="{nomor}"', isi)
        case Rumus(teks, hasil):
            return f'<c r="{alamat}"{gaya}><f>{escape(teks)}</f>{hasil and f"<v>{hasil}</v>"}</c>'
        case Kesalahan(teks):
            return f'<c r="{alamat}"{gaya} t="e"><v>{escape(teks)}</v></c>'
        case bool():
            return f'<c r="{alamat}"{gaya} t="b"><v>{int(nilai)}</v></c>'
        case date():
            return f'<c r="{alamat}"{gaya}><v>{nilai.toordinal() - 693594}</v></c>'
        case int() | float() | Decimal():
            return f'<c r="{alamat}"{gaya}><v>{nilai}</v></c>'
    return f'<c r="{alamat}"{gaya} t="inlineStr"><is><t xml:space="preserve">{escape(str(nilai))}</t></is></c>'


def ketik(isi: bytes, lembar: str, **sel: object) -> bytes:
    """Type values into cells of a sheet, as another program would write them; formats stay."""

    def pengubah(xml: str) -> str:
        for alamat, nilai in sel.items():
            xml, banyak = re.subn(
                SEL.format(alamat), lambda c, a=alamat, n=nilai: sel_xml(a, c[1], n), xml, count=1, flags=re.DOTALL
            )
            if not banyak:
                xml = _sisipkan(xml, alamat, nilai)
        return xml

    return ubah_lembar(isi, lembar, pengubah)


def _sisipkan(xml: str, alamat: str, nilai: object) -> str:
    nomor = int(re.sub("[A-Z]", "", alamat))
    baru = sel_xml(alamat, "", nilai)
    if baris := re.search(rf'<row r="{nomor}"[^>]*?(/?)>', xml):
        if baris[1]:
            return f"{xml[: baris.end() - 2]}>{baru}</row>{xml[baris.end() :]}"
        akhir = xml.index("</row>", baris.end())
        letak = openpyxl.utils.cell.coordinate_to_tuple(alamat)
        semua = re.finditer(r'<c r="([A-Z]+[0-9]+)"', xml[baris.end() : akhir])
        lebih = (m.start() for m in semua if openpyxl.utils.cell.coordinate_to_tuple(m[1]) > letak)
        tempat = baris.end() + next(lebih, akhir - baris.end())
        return xml[:tempat] + baru + xml[tempat:]
    daftar = [m for m in re.finditer(r'<row r="([0-9]+)"', xml) if int(m[1]) > nomor]
    tempat = daftar[0].start() if daftar else xml.index("</sheetData>")
    return f'{xml[:tempat]}<row r="{nomor}">{baru}</row>{xml[tempat:]}'


def gaya(isi: bytes, format_angka: str) -> tuple[bytes, int]:
    """Return a workbook with one more cell format, and its number."""
    xml = bagian(isi)["xl/styles.xml"].decode()
    nomor = int(re.search(r'<cellXfs count="([0-9]+)"', xml)[1])
    xml = re.sub(r"<numFmts.*?>", "<numFmts>", xml)
    if "<numFmts>" not in xml:
        xml = re.sub(r"(<styleSheet[^>]*>)", r"\1<numFmts></numFmts>", xml)
    xml = xml.replace("</numFmts>", f'<numFmt numFmtId="799" formatCode={quoteattr(format_angka)}/></numFmts>')
    baru = '<xf numFmtId="799" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    return tambah(isi, xl__styles_dot_xml=xml.replace("</cellXfs>", baru).encode()), nomor


def lewat_openpyxl(isi: bytes, pengubah: Callable[[openpyxl.Workbook], None] = lambda _buku: None) -> bytes:
    """Return a workbook as another program saves it after a change."""
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    pengubah(buku)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


# --- other programs' way of writing ---


def tanpa_teks_bersama(isi: bytes) -> bytes:
    """Return a workbook with every text in its cell, as WPS and some converters write it."""
    daftar = bagian(isi)
    daftar_teks = re.findall(r"<si>(.*?)</si>", daftar["xl/sharedStrings.xml"].decode(), re.DOTALL)
    for nama, data in daftar.items():
        if nama.startswith("xl/worksheets/sheet"):
            daftar[nama] = re.sub(
                r' t="s"><v>([0-9]+)</v>',
                lambda cocok: f' t="inlineStr"><is>{daftar_teks[int(cocok[1])]}</is>',
                data.decode(),
            ).encode()
    return rakit(daftar)


def tanpa_alamat(isi: bytes) -> bytes:
    """Return a workbook whose full rows do not say where their cells stand, as some converters write it."""
    daftar = bagian(isi)
    for nama, data in daftar.items():
        if nama.startswith("xl/worksheets/sheet"):
            daftar[nama] = re.sub(rb"<row [^>]*>.*?</row>", _lepas_alamat, data, flags=re.DOTALL)
    return rakit(daftar)


def _lepas_alamat(cocok: re.Match[bytes]) -> bytes:
    kolom = [openpyxl.utils.cell.coordinate_from_string(a.decode())[0] for a in re.findall(rb'<c r="(\w+)"', cocok[0])]
    penuh = [openpyxl.utils.get_column_letter(n + 1) for n in range(len(kolom))]
    return re.sub(rb'<c r="\w+"', b"<c", cocok[0]) if kolom == penuh else cocok[0]


def berawalan(isi: bytes) -> bytes:
    """Return a workbook whose sheets use a namespace prefix."""
    daftar = bagian(isi)
    for nama, data in daftar.items():
        if nama.startswith("xl/worksheets/sheet"):
            xml = re.sub(rb"<(/?)([A-Za-z])", rb"<\1x:\2", data)
            daftar[nama] = xml.replace(b" xmlns=", b" xmlns:x=")
    return rakit(daftar)


def dimensi(isi: bytes, tertulis: str) -> bytes:
    """Return a workbook whose sheets lie about their size."""
    daftar = bagian(isi)
    for nama, data in daftar.items():
        if nama.startswith("xl/worksheets/sheet"):
            daftar[nama] = re.sub(rb'<dimension ref="[^"]*"/>', f'<dimension ref="{tertulis}"/>'.encode(), data)
    return rakit(daftar)


# --- containers that lie ---


def berbohong(isi: bytes, tanda: bytes, letak: int, nilai: int, lebar: str = "<I") -> bytes:
    """Write a number into the last header of a kind."""
    hasil = bytearray(isi)
    tempat = hasil.rfind(tanda) + letak
    hasil[tempat : tempat + struct.calcsize(lebar)] = struct.pack(lebar, nilai)
    return bytes(hasil)


def bom(
    isi: bytes, nama: str, awal: bytes, ulang: bytes, akhir: bytes, banyak: int, mengaku: int | None = None
) -> bytes:
    """Return a container in which one part swells to `banyak` times `ulang`, made without ever holding it."""
    padat = zlib.compressobj(9, zlib.DEFLATED, -15)
    depan = padat.compress(awal) + padat.flush(zlib.Z_FULL_FLUSH)
    blok = padat.compress(ulang) + padat.flush(zlib.Z_FULL_FLUSH)
    belakang = padat.compress(akhir) + padat.flush()
    crc = zlib.crc32(awal)
    for _ in range(banyak):
        crc = zlib.crc32(ulang, crc)
    data = depan + blok * banyak + belakang
    ukuran = len(awal) + len(ulang) * banyak + len(akhir)
    return _tempel(
        rakit({n: d for n, d in bagian(isi).items() if n != nama}), nama, data, zlib.crc32(akhir, crc), ukuran, mengaku
    )


def _tempel(isi: bytes, nama: str, data: bytes, crc: int, ukuran: int, mengaku: int | None) -> bytes:
    """Append a deflated part to a zip by hand."""
    ujung = isi.rfind(b"PK\x05\x06")
    banyak, besar, awal = struct.unpack("<HII", isi[ujung + 10 : ujung + 20])
    kepala = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, crc, len(data), mengaku or ukuran, len(nama), 0)
    lokal = b"PK\x03\x04" + kepala + nama.encode() + data
    catatan = b"PK\x01\x02\x14\x00" + kepala + struct.pack("<HHHII", 0, 0, 0, 0, awal) + nama.encode()
    direktori = isi[awal : awal + besar] + catatan
    akhir = struct.pack("<HHHHIIH", 0, 0, banyak + 1, banyak + 1, len(direktori), awal + len(lokal), 0)
    return isi[:awal] + lokal + direktori + b"PK\x05\x06" + akhir


# --- what was understood ---


BUKAN_ISI = frozenset({"asal", "pengukuran", "syarat"})


def nilai(laporan: LaporanUnit) -> dict[tuple[str, str, str], object]:
    """Return everything a unit said in its report, by part, key and field: no places, nothing reckoned from it."""
    hasil: dict[tuple[str, str, str], object] = {}
    for nama in ("daftar_indikator", "daftar_anggaran", "daftar_aksi", "daftar_bulan"):
        for satu in getattr(laporan, nama):
            kunci = getattr(satu, "bulan" if nama == "daftar_bulan" else "kode")
            hasil |= {(nama, kunci, f.name): getattr(satu, f.name) for f in fields(satu) if f.name not in BUKAN_ISI}
    pengesahan = laporan.pengesahan
    hasil |= {("pengesahan", "", f.name): getattr(pengesahan, f.name) for f in fields(pengesahan) if f.name != "asal"}
    return hasil


def ukur(berkas: str) -> dict[str, object]:
    """Read one form in this process and return codes, seconds of work, and the growth of its memory in MiB."""
    from lakip_gen.domain.skema import formulir as skema
    from lakip_gen.excel.reader.read import baca_buku

    resource.setrlimit(resource.RLIMIT_AS, (2048 * MIB, 2048 * MIB))
    pemanasan = openpyxl.Workbook()
    keluar = io.BytesIO()
    pemanasan.save(keluar)
    baca_buku(keluar.getvalue(), "hangat.xlsx", skema.DAFTAR_LEMBAR)
    dasar = puncak_memori()
    awal = time.process_time()
    mentah, daftar_temuan = baca_buku(Path(berkas).read_bytes(), "uji.xlsx", skema.DAFTAR_LEMBAR)
    detik = time.process_time() - awal
    isi = sidik_isi(mentah) if mentah else ""
    return {"kode": [t.kode for t in daftar_temuan], "detik": detik, "mib": puncak_memori() - dasar, "isi": isi}


def sidik_isi(mentah: BukuMentah) -> str:
    """Return a fingerprint of every cell that was read."""
    return hashlib.sha256(repr((sorted(mentah.meta.items()), mentah.kepala, mentah.lembar)).encode()).hexdigest()


def puncak_memori() -> float:
    """Return the most memory this process ever held, in MiB; a fork's own, unlike what `getrusage` tells."""
    return int(re.search(r"VmHWM:\s+([0-9]+)", Path("/proc/self/status").read_text())[1]) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(ukur(sys.argv[1])))
