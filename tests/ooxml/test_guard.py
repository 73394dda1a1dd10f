from __future__ import annotations

import io
import random
import struct
import tomllib
import tracemalloc
import zipfile
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakip_gen.domain.temuan import Asal
from lakip_gen.ooxml import guard
from lakip_gen.ooxml.recognise import Kind
from lakip_gen.ooxml.writer import write_container

ASAL = Asal("berkas")
PESAN = tomllib.loads((resources.files("lakip_gen.pesan") / "temuan" / "berkas.toml").read_text("utf-8"))
OOXML = "application/vnd.openxmlformats-officedocument"
BUKU = f"{OOXML}.spreadsheetml.sheet.main+xml"
NASKAH = f"{OOXML}.wordprocessingml.document.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOM = "\ufeff"


def _types(kind: str) -> bytes:
    return f'<Types><Override PartName="/x" ContentType="{kind}"/></Types>'.encode()


def _parts(kind: str = BUKU, **lain: bytes) -> dict[str, bytes]:
    return {"[Content_Types].xml": _types(kind), "_rels/.rels": b"<Relationships/>", "xl/workbook.xml": b"<a/>"} | lain


def _zip(parts: dict[str, bytes], metode: int = zipfile.ZIP_DEFLATED) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", metode) as arsip:
        for nama, isi in parts.items():
            arsip.writestr(zipfile.ZipInfo(nama), isi, metode)
    return keluar.getvalue()


def _kode(isi: bytes, jenis: Kind = Kind.XLSX) -> str:
    bagian, daftar_temuan = guard.open_container(isi, jenis, ASAL)
    assert (bagian is None) == any(PESAN[satu.kode]["tingkat"] == "galat" for satu in daftar_temuan)
    assert all(satu.asal == ASAL for satu in daftar_temuan)
    for satu in daftar_temuan:
        rincian = dict(satu.rincian) | {"nilai": satu.nilai}
        assert PESAN[satu.kode]["pesan"].format_map(rincian)
        assert PESAN[satu.kode]["perbaikan"].format_map(rincian)
    return ", ".join(satu.kode for satu in daftar_temuan)


def _odf(jenis: str) -> bytes:
    return _zip({"mimetype": f"application/vnd.oasis.opendocument.{jenis}".encode(), "content.xml": b"<a/>"})


def _renamed(lama: bytes, baru: bytes) -> bytes:
    return _zip(_parts() | {lama.decode(): b"x"}).replace(lama, baru)


def _compound(*top: str, below: tuple[str, ...] = (), loop: bool = False) -> bytes:
    """Return a compound file: streams at the top in a chain, and others in a folder of the first one."""
    names = ["Root Entry", *top, *below]
    entries = []
    for number, name in enumerate(names):
        right = number + 1 if 0 < number < len(top) else 0xFFFFFFFF
        child = 1 if number == 0 else len(top) + 1 if number == 1 and below else 0xFFFFFFFF
        text = name.encode("utf-16-le")
        links = struct.pack("<III", 0xFFFFFFFF, 1 if loop else right, child)
        entries.append((text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, 2, 1) + links).ljust(128, b"\0"))
    directory = b"".join(entries)
    sectors = -(-len(directory) // 512)
    chain = [*range(2, sectors + 1), 1 if loop else 0xFFFFFFFE]
    table = struct.pack(f"<{1 + sectors}I", 0xFFFFFFFD, *chain).ljust(512, b"\xff")
    head = OLE.ljust(30, b"\0") + struct.pack("<H", 9) + bytes(16) + struct.pack("<I", 1) + bytes(24)
    return (head + struct.pack("<I", 0)).ljust(512, b"\xff") + table + directory.ljust(512 * sectors, b"\0")


def _encrypted() -> bytes:
    isi = bytearray(_zip(_parts()))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        isi[isi.rfind(mark) + offset] |= 1
    return bytes(isi)


def _bad_crc() -> bytes:
    isi = _zip(_parts() | {"isi.bin": b"abcdefgh"}, zipfile.ZIP_STORED)
    return isi.replace(b"abcdefgh", b"abcdefgX")


def _lying(parts: dict[str, bytes]) -> bytes:
    """Return a zip whose last part claims to be one byte long."""
    isi = bytearray(_zip(parts))
    size = struct.pack("<I", 1)
    at = isi.rfind(b"PK\x01\x02") + 24
    isi[at : at + 4] = size
    return bytes(isi)


def _overlapping() -> bytes:
    isi = bytearray(_zip(_parts()))
    first, last = isi.find(b"PK\x01\x02"), isi.rfind(b"PK\x01\x02")
    isi[last + 42 : last + 46] = isi[first + 42 : first + 46]
    return bytes(isi)


def _short_directory() -> bytes:
    isi = bytearray(_zip(_parts()))
    at = isi.rfind(b"PK\x05\x06")
    last = isi.rfind(b"PK\x01\x02")
    size = struct.unpack("<I", isi[at + 12 : at + 16])[0] - (at - last)
    del isi[last:at]
    isi[last + 12 : last + 16] = struct.pack("<I", size)
    return bytes(isi)


BURUK = {
    "kosong": (b"", "berkas-kosong"),
    "nol": (b"\0" * 500, "berkas-isi-nol"),
    "pdf": (b"%PDF-1.7 ...", "berkas-pdf"),
    "rtf": (b"{\\rtf1 x}", "berkas-rtf"),
    "jpeg": (b"\xff\xd8\xff\xe0....", "berkas-gambar"),
    "png": (b"\x89PNG\r\n\x1a\n", "berkas-gambar"),
    "rar": (b"Rar!\x1a\x07", "berkas-arsip-lain"),
    "html": (b"<html><table>", "berkas-html"),
    "html-utf16": ((BOM + "<HTML>").encode("utf-16-le"), "berkas-html"),
    "tabel-html": (b"\xef\xbb\xbf \n<TABLE border=1>", "berkas-html"),
    "xml-2003": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
        "berkas-xml-2003",
    ),
    "csv": (b"unit;target;realisasi\nA;1;2\n", "berkas-teks"),
    "csv-utf16": ((BOM + "unit\ttarget").encode("utf-16-le"), "berkas-teks"),
    "acak": (b"\x01\x02\x03\x04abc", "berkas-tak-dikenal"),
    "ole-lain": (OLE + b"apa saja", "berkas-tak-dikenal"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "berkas-excel-lama"),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "berkas-tertukar"),
    "sandi": (OLE + "EncryptedPackage".encode("utf-16-le"), "berkas-bersandi"),
    "xls-utuh": (_compound("Workbook"), "berkas-excel-lama"),
    "doc-berisi-tabel-excel": (_compound("WordDocument", below=("Workbook",)), "berkas-tertukar"),
    "ppt-berisi-tabel-excel": (
        _compound("Pictures", "PowerPoint Document", below=("Workbook",)),
        "berkas-tertukar",
    ),
    "pub": (_compound("Contents", "Quill"), "berkas-tertukar"),
    "msg-berlampiran-xls": (_compound("__properties_version1.0", "__attach", below=("Workbook",)), "berkas-tertukar"),
    "vsd": (_compound("VisioDocument"), "berkas-tertukar"),
    "ole-tanpa-nama-dikenal": (_compound("Contents", below=("Workbook",)), "berkas-tak-dikenal"),
    "ole-berputar": (_compound("Contents", loop=True), "berkas-tak-dikenal"),
    "zip-lain": (_zip({"a.txt": b"x"}), "berkas-arsip-lain"),
    "pptx": (_zip(_parts(f"{OOXML}.presentationml.presentation.main+xml")), "berkas-arsip-lain"),
    "xlsb": (_zip(_parts("application/vnd.ms-excel.sheet.binary.macroEnabled.main")), "berkas-xlsb"),
    "ods": (_odf("spreadsheet"), "berkas-ods"),
    "odt": (_odf("text"), "berkas-tertukar"),
    "odp": (_odf("presentation"), "berkas-arsip-lain"),
    "docx": (_zip(_parts(NASKAH)), "berkas-tertukar"),
    "strict": (
        _zip(_parts() | {"_rels/.rels": b'<a Type="http://purl.oclc.org/ooxml/officeDocument"/>'}),
        "berkas-ooxml-strict",
    ),
    "terpotong": (_zip(_parts())[:-30], "berkas-rusak"),
    "hanya-pk": (b"PK", "berkas-rusak"),
    "crc": (_bad_crc(), "berkas-bagian-rusak"),
    "ukuran-bohong": (_lying(_parts() | {"z.bin": b"0123456789"}), "berkas-bagian-rusak"),
    "tumpang-tindih": (_overlapping(), "berkas-rusak"),
    "direktori-pendek": (_short_directory(), "berkas-rusak"),
    "sandi-zip": (_encrypted(), "berkas-zip-bersandi"),
    "bzip2": (_zip(_parts(), zipfile.ZIP_BZIP2), "berkas-kompresi-asing"),
    "lzma": (_zip(_parts(), zipfile.ZIP_LZMA), "berkas-kompresi-asing"),
    "naik": (_zip(_parts() | {"../../mulai.bat": b"x"}), "berkas-nama-berbahaya"),
    "mutlak": (_zip(_parts() | {"/etc/passwd": b"x"}), "berkas-nama-berbahaya"),
    "naik-bermiring-balik": (_renamed(b"xl/aaa", b"..\\aaa"), "berkas-nama-berbahaya"),
    "mutlak-bermiring-balik": (_renamed(b"xl/aaa", b"\\l/aaa"), "berkas-nama-berbahaya"),
    "ganda-bermiring-balik": (
        _zip(_parts() | {"xl/aaa": b"x", "xl/bbb": b"y"}).replace(b"xl/aaa", b"xl\\bbb"),
        "berkas-bagian-ganda",
    ),
    "kandar": (_zip(_parts() | {"C:/x": b"x"}), "berkas-nama-berbahaya"),
    "nul": (_renamed(b"xl/aaa", b"xl/a\0a"), "berkas-nama-berbahaya"),
    "ganda": (_zip(_parts() | {"XL/Workbook.xml": b"<b/>"}), "berkas-bagian-ganda"),
    "doctype": (_zip(_parts() | {"xl/a.xml": b"<?xml version='1.0'?>\n<!DOCTYPE a []><a/>"}), "berkas-doctype"),
    "doctype-utf16": (
        _zip(_parts() | {"xl/a.xml": (BOM + "<!DOCTYPE a><a/>").encode("utf-16-le")}),
        "berkas-doctype",
    ),
    "doctype-utf16-be": (_zip(_parts() | {"xl/a.xml": "<!DOCTYPE a><a/>".encode("utf-16-be")}), "berkas-doctype"),
    "doctype-nama-lain": (_zip(_parts() | {"xl/a.bin": b"<!DOCTYPE a><a/>"}), "berkas-doctype"),
    "doctype-jauh": (_zip(_parts() | {"xl/a.bin": b" " * 900 + b"<!DOCTYPE a><a/>"}), "berkas-doctype"),
    "utf7": (_zip(_parts() | {"xl/a.xml": b"<?xml version='1.0' encoding='UTF-7'?><a/>"}), "berkas-pengodean-asing"),
    "ebcdic": (_zip(_parts() | {"xl/a.xml": "<?xml version='1.0'?>".encode("cp037")}), "berkas-pengodean-asing"),
    "ucs4": (_zip(_parts() | {"xl/a.bin": "<a/>".encode("utf-32-le")}), "berkas-pengodean-asing"),
    "deklarasi-panjang": (
        _zip(_parts() | {"xl/a.xml": b"<?xml version='1.0'" + b" " * 900 + b"encoding='UTF-7'?>"}),
        "berkas-pengodean-asing",
    ),
    "terlalu-banyak": (_zip(_parts() | {f"a{nomor}": b"" for nomor in range(500)}), "berkas-terlalu-banyak-bagian"),
    "direktori-raksasa": (b"PK" + b"PK\x01\x02" * 10_001, "berkas-terlalu-banyak-bagian"),
    "berkas-besar": (b"PK" + b"\0" * guard.LARGEST_FILE, "berkas-terlalu-besar"),
}
LAIN = {
    "odt": (_odf("text"), "berkas-odt"),
    "ods": (_odf("spreadsheet"), "berkas-tertukar"),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "berkas-word-lama"),
    "dotx": (_zip(_parts(f"{OOXML}.wordprocessingml.template.main+xml")), "berkas-word-jenis-lain"),
    "docm": (_zip(_parts("application/vnd.ms-word.document.macroEnabled.main+xml")), "berkas-word-jenis-lain"),
    "xlsx": (_zip(_parts()), "berkas-tertukar"),
}


@pytest.mark.parametrize("nama", BURUK)
def test_a_bad_workbook_is_refused_by_name(nama):
    isi, kode = BURUK[nama]
    assert _kode(isi) == kode


@pytest.mark.parametrize("nama", LAIN)
def test_a_bad_document_is_refused_by_name(nama):
    isi, kode = LAIN[nama]
    assert _kode(isi, Kind.DOCX) == kode


def test_a_workbook_with_macros_is_read_with_a_warning():
    assert _kode(_zip(_parts("application/vnd.ms-excel.sheet.macroEnabled.main+xml"))) == "berkas-excel-bermakro"


def test_a_part_too_large_is_stopped_whatever_its_header_claims(monkeypatch):
    monkeypatch.setattr(guard, "LARGEST_PART", 200_000)
    bom = _parts() | {"z.xml": b" " * 5_000_000}
    assert _kode(_zip(bom)) == "berkas-bagian-terlalu-besar"


def test_parts_too_large_together_are_stopped(monkeypatch):
    monkeypatch.setattr(guard, "LARGEST_CONTENT", 200_000)
    assert _kode(_zip(_parts() | {f"{nomor}.bin": b"\1" * 90_000 for nomor in range(4)})) == "berkas-isi-terlalu-besar"


def test_a_large_part_of_a_workbook_is_let_go_until_somebody_asks_for_it():
    parts = _parts() | {"xl/media/foto.bmp": b"BM" + bytes(2 * guard.MIB)}
    isi = _zip(parts)
    bagian, _ = guard.open_container(isi, Kind.XLSX, ASAL)
    assert bagian == parts
    assert "xl/media/foto.bmp" in bagian
    tracemalloc.start()
    bagian, _ = guard.open_container(isi, Kind.XLSX, ASAL)
    assert tracemalloc.get_traced_memory()[0] < guard.MIB
    tracemalloc.stop()


def test_every_code_has_words_and_a_file_that_triggers_it():
    here = {kode for _, kode in (*BURUK.values(), *LAIN.values())}
    assert set(PESAN) == here | {
        "berkas-excel-bermakro",
        "berkas-bagian-terlalu-besar",
        "berkas-isi-terlalu-besar",
    }


def test_a_good_workbook_comes_back_whole_and_folders_are_passed_over():
    parts = _parts() | {"xl/media/a.png": bytes(range(256)), "xl/utf16.xml": (BOM + "<a/>").encode("utf-16-le")}
    assert guard.open_container(_zip(parts | {"xl/": b""}), Kind.XLSX, ASAL) == (parts, ())


def test_a_name_with_the_other_slash_is_the_name_with_ours():
    isi = _zip(_parts() | {"xl/media/a.png": b"x"}).replace(b"xl/media/a.png", b"xl\\media\\a.png")
    assert guard.open_container(isi, Kind.XLSX, ASAL) == (_parts() | {"xl/media/a.png": b"x"}, ())


_NAMA = st.text("abcxyz", min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(_NAMA, st.binary(max_size=500)))
def test_what_is_written_is_read_back_and_depends_on_the_parts_alone(lain):
    parts = _parts() | {f"isi/{nama}.bin": b"\1" + isi for nama, isi in lain.items()}
    isi = write_container(parts)
    assert guard.open_container(isi, Kind.XLSX, ASAL) == (parts, ())
    assert write_container(dict(reversed(parts.items()))) == isi


def test_a_written_zip_begins_with_the_content_types_and_tells_neither_time_nor_system():
    with zipfile.ZipFile(io.BytesIO(write_container(_parts() | {"a.png": b"x" * 99}))) as arsip:
        entries = arsip.infolist()
    assert [entry.filename for entry in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert {entry.filename for entry in entries if entry.compress_type == zipfile.ZIP_STORED} == {"a.png"}


def test_mutants_are_either_refused_or_read_as_the_original():
    acak = random.Random(20250401)  # noqa: S311 - damage, not secrets
    parts = _parts() | {f"xl/{nomor}.xml": f"<a>{acak.random()}</a>".encode() * 20 for nomor in range(12)}
    asli = _zip(parts)
    for _ in range(600):
        mutan = bytearray(asli)
        for _ in range(acak.choice((1, 1, 3, 9))):
            mutan[acak.randrange(len(mutan))] = acak.randrange(256)
        bagian, daftar_temuan = guard.open_container(
            bytes(mutan[: acak.choice((None, None, None, 900))]), Kind.XLSX, ASAL
        )
        assert daftar_temuan or bagian == parts
