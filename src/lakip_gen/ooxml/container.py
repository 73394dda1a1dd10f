"""The guard and the writer of OOXML containers, shared by the workbook and the Word side.

Nothing that came from outside reaches a parser before `buka` has let it pass. A refusal is a finding,
never an exception: the worst file costs its sender one sentence, and the run goes on.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from enum import Enum, unique
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.temuan import Temuan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lakip_gen.domain.temuan import Asal

MIB: Final = 1024 * 1024
MAKS_BERKAS: Final = 20 * MIB
"""The largest file that is looked into."""
MAKS_BAGIAN: Final = 50 * MIB
"""The largest single part, inflated."""
MAKS_ISI: Final = 100 * MIB
"""The largest sum of all parts, inflated."""
MAKS_JUMLAH: Final = 500
"""The largest number of parts."""
TINGKAT_KOMPRESI: Final = 3
"""Measured on a 1.2 MB table: 2.1 ms and 43 kB; level 1: 1.9 ms and 48 kB, 6: 4.3 ms and 40 kB."""

_PIECE: Final = 64 * 1024
_ENTRY_MARK: Final = b"PK\x01\x02"
_MAX_ENTRY_MARKS: Final = 20 * MAKS_JUMLAH
_CONTENT_TYPES: Final = "[Content_Types].xml"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_STORED: Final = frozenset({"png", "jpg", "jpeg", "gif", "xlsx", "docx"})

# Random mutants of a small workbook made zipfile raise every one of these, directly or as a subclass.
_ZIP_FAULTS: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


@unique
class Jenis(Enum):
    """The two kinds of container this program works with."""

    XLSX = "xlsx"
    DOCX = "docx"


_LABELS: Final = {
    Jenis.XLSX: {
        "aplikasi": "Excel",
        "simpan": "Excel Workbook (*.xlsx)",
        "diminta": "buku kerja Excel (.xlsx)",
    },
    Jenis.DOCX: {"aplikasi": "Word", "simpan": "Word Document (*.docx)", "diminta": "dokumen Word (.docx)"},
}


class _RefusedError(Exception):
    """Carries the code and the parameters of a refusal up to `buka`."""

    def __init__(self, kode: str, **rincian: str) -> None:
        super().__init__(kode)
        self.kode = kode
        self.rincian = rincian


def buka(
    isi: bytes, jenis: Jenis, asal: Asal, *, maks_jumlah: int = MAKS_JUMLAH
) -> tuple[Mapping[str, bytes] | None, tuple[Temuan, ...]]:
    """Return the parts of a container by name, or the reason why it is refused.

    Args:
        isi: The whole file.
        jenis: What the file has to be.
        asal: The place findings point at.
        maks_jumlah: The most parts it may have; what this program wrote itself may have more than what came in.
    """
    try:
        bagian, kode = _read(isi, jenis, maks_jumlah)
    except _RefusedError as refused:
        return None, (_as_finding(refused, jenis, asal),)
    return bagian, tuple(_as_finding(_RefusedError(satu), jenis, asal) for satu in kode)


def terlalu_besar(ukuran: int, jenis: Jenis, asal: Asal) -> Temuan:
    """Return the refusal of a file by its size alone, before anything of it is read."""
    return _as_finding(_too_large(ukuran), jenis, asal)


def _too_large(ukuran: int) -> _RefusedError:
    return _RefusedError("berkas-terlalu-besar", ukuran=_mib(ukuran), batas=_mib(MAKS_BERKAS))


def _as_finding(refused: _RefusedError, jenis: Jenis, asal: Asal) -> Temuan:
    rincian = _LABELS[jenis] | refused.rincian
    return Temuan(refused.kode, asal, rincian=tuple(rincian.items()))


def tulis(bagian: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts whose bytes depend on nothing but the parts.

    Parts that are compressed already are stored as they are.
    """
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama in sorted(bagian, key=_writing_order):
            arsip.writestr(_entry(nama), bagian[nama], compresslevel=TINGKAT_KOMPRESI)
    return wadah.getvalue()


def _writing_order(nama: str) -> tuple[bool, bool, str]:
    return nama != _CONTENT_TYPES, nama != "_rels/.rels", nama


def _entry(nama: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(nama, _EPOCH)
    is_compressed = nama.rpartition(".")[2].lower() in _STORED
    entry.compress_type = zipfile.ZIP_STORED if is_compressed else zipfile.ZIP_DEFLATED
    entry.create_system = 0  # zipfile writes the system it runs on; the bytes must not tell
    return entry


def _read(isi: bytes, jenis: Jenis, maks_jumlah: int) -> tuple[dict[str, bytes], tuple[str, ...]]:
    _check_file(isi, jenis)
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            entries = _checked_entries(arsip, isi, maks_jumlah)
            kode = _check_kind(arsip, entries, jenis)
            bagian = _inflate_all(arsip, entries)
    except _ZIP_FAULTS as fault:
        raise _RefusedError("berkas-rusak") from fault
    for nama, data in bagian.items():
        _check_xml(nama, data)
    return bagian, kode


def _check_file(isi: bytes, jenis: Jenis) -> None:
    if not isi:
        raise _RefusedError("berkas-kosong")
    if len(isi) > MAKS_BERKAS:
        raise _too_large(len(isi))
    if not isi.startswith(b"PK"):
        raise _sniff(isi, jenis)
    if (jumlah := isi.count(_ENTRY_MARK)) > _MAX_ENTRY_MARKS:  # zipfile would build an object for each
        raise _RefusedError("berkas-terlalu-banyak-bagian", jumlah=str(jumlah), batas=str(MAKS_JUMLAH))


def _mib(jumlah: int) -> str:
    return f"{-(-jumlah // MIB)} MB"


# --- what a file is that is no zip ---

_MAGIC: Final = (
    (b"%PDF", "berkas-pdf"),
    (b"{\\rtf", "berkas-rtf"),
    (b"\xff\xd8\xff", "berkas-gambar"),
    (b"\x89PNG", "berkas-gambar"),
    (b"GIF8", "berkas-gambar"),
    (b"Rar!", "berkas-arsip-lain"),
    (b"7z\xbc\xaf", "berkas-arsip-lain"),
    (b"\x1f\x8b", "berkas-arsip-lain"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE)
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_XML_2003: Final = b"urn:schemas-microsoft-com:office:spreadsheet"


def _sniff(isi: bytes, jenis: Jenis) -> _RefusedError:
    """Return the refusal that names what the file really is."""
    if isi.startswith(_OLE):
        return _sniff_ole(isi, jenis)
    for magic, kode in _MAGIC:
        if isi.startswith(magic):
            return _RefusedError(kode)
    return _RefusedError(_sniff_text(isi))


def _sniff_ole(isi: bytes, jenis: Jenis) -> _RefusedError:
    if _utf16("EncryptedPackage") in isi:
        return _RefusedError("berkas-bersandi")
    if _utf16("WordDocument") in isi:
        return _found("berkas-word-lama", Jenis.DOCX, jenis, "dokumen Word lama (.doc)")
    if _utf16("Workbook") in isi or _utf16("Book") in isi:
        return _found("berkas-excel-lama", Jenis.XLSX, jenis, "buku kerja Excel lama (.xls)")
    return _RefusedError("berkas-tak-dikenal")


def _utf16(teks: str) -> bytes:
    return teks.encode("utf-16-le")


def _found(kode: str, keluarga: Jenis, jenis: Jenis, ditemukan: str) -> _RefusedError:
    """Return the code of the right family's other format, or say that the families were swapped."""
    if keluarga is jenis:
        return _RefusedError(kode)
    return _RefusedError("berkas-tertukar", ditemukan=ditemukan)


def _sniff_text(isi: bytes) -> str:
    awal = isi[:4096]
    if not awal.strip(b"\0"):
        return "berkas-isi-nol"
    if awal.startswith((b"\xff\xfe", b"\xfe\xff")):
        awal = awal.replace(b"\0", b"")[2:]
    if _HTML.search(awal):
        return "berkas-html"
    if _XML_2003 in awal:
        return "berkas-xml-2003"
    return "berkas-tak-dikenal" if _BINARY.search(awal) else "berkas-teks"


# --- the entries of a zip ---

_BAD_NAME: Final = re.compile(r"^/|\\|:|[\x00-\x1f]|(?:^|/)\.\.(?:/|$)")
_ENCRYPTED: Final = 0x1
_LOCAL_HEADER_SIZE: Final = 30
_END_MARK: Final = b"PK\x05\x06"
_COUNT_IN_ZIP64: Final = 0xFFFF


def _checked_entries(arsip: zipfile.ZipFile, isi: bytes, maks_jumlah: int) -> list[zipfile.ZipInfo]:
    _check_directory(arsip, isi)
    entries = [entry for entry in arsip.infolist() if not entry.filename.endswith("/")]
    if len(entries) > maks_jumlah:
        raise _RefusedError("berkas-terlalu-banyak-bagian", jumlah=str(len(entries)), batas=str(maks_jumlah))
    for entry in entries:
        _check_entry(entry)
    _check_duplicates(entry.filename for entry in entries)
    _check_overlap(entries, len(isi))
    return entries


def _check_directory(arsip: zipfile.ZipFile, isi: bytes) -> None:
    """Refuse a directory that is shorter than it says: zipfile would pass over the lost parts in silence."""
    count_at = isi.rfind(_END_MARK) + 10
    count = int.from_bytes(isi[count_at : count_at + 2], "little")
    if count not in (len(arsip.infolist()), _COUNT_IN_ZIP64):
        raise zipfile.BadZipFile(str(count))


def _check_entry(entry: zipfile.ZipInfo) -> None:
    nama = entry.orig_filename  # `filename` is already mended by zipfile
    if not nama or _BAD_NAME.search(nama):
        raise _RefusedError("berkas-nama-berbahaya", bagian=_printable(nama))
    if entry.flag_bits & _ENCRYPTED:
        raise _RefusedError("berkas-zip-bersandi", bagian=nama)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _RefusedError("berkas-kompresi-asing", bagian=nama)


def _printable(nama: str) -> str:
    return "".join(huruf if huruf.isprintable() else "\ufffd" for huruf in nama[:80])


def _check_duplicates(daftar_nama: Iterable[str]) -> None:
    """Refuse two parts of one name; OOXML compares part names without case."""
    seen: set[str] = set()
    for nama in daftar_nama:
        if nama.casefold() in seen:
            raise _RefusedError("berkas-bagian-ganda", bagian=nama)
        seen.add(nama.casefold())


def _check_overlap(entries: list[zipfile.ZipInfo], ujung: int) -> None:
    """Refuse entries that share bytes: the trick of bombs that zipfile of Python < 3.11.8 does not notice."""
    for entry in sorted(entries, key=lambda entry: entry.header_offset, reverse=True):
        if entry.header_offset + _LOCAL_HEADER_SIZE + entry.compress_size > ujung:
            raise zipfile.BadZipFile(entry.filename)
        ujung = entry.header_offset


def _inflate_all(arsip: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, bytes]:
    bagian: dict[str, bytes] = {}
    sisa = MAKS_ISI
    for entry in entries:
        data = _inflate(arsip, entry)
        sisa -= len(data)
        if sisa < 0:
            raise _RefusedError("berkas-isi-terlalu-besar", batas=_mib(MAKS_ISI))
        bagian[entry.filename] = data
    return bagian


def _inflate(arsip: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Inflate one part in pieces, so that a header that lies about the size costs no memory."""
    pieces: list[bytes] = []
    size = 0
    try:
        with arsip.open(entry) as aliran:
            while piece := aliran.read(_PIECE):
                size += len(piece)
                if size > MAKS_BAGIAN:
                    raise _RefusedError("berkas-bagian-terlalu-besar", bagian=entry.filename, batas=_mib(MAKS_BAGIAN))
                pieces.append(piece)
    except _ZIP_FAULTS as fault:
        raise _RefusedError("berkas-bagian-rusak", bagian=entry.filename) from fault
    if size != entry.file_size:
        raise _RefusedError("berkas-bagian-rusak", bagian=entry.filename)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


# --- which container it is ---

_MAIN: Final = "application/vnd.openxmlformats-officedocument."
_KINDS: Final = {
    f"{_MAIN}spreadsheetml.sheet.main+xml": (Jenis.XLSX, ""),
    f"{_MAIN}spreadsheetml.template.main+xml": (Jenis.XLSX, ""),
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": (Jenis.XLSX, "berkas-excel-bermakro"),
    "application/vnd.ms-excel.template.macroEnabled.main+xml": (Jenis.XLSX, "berkas-excel-bermakro"),
    f"{_MAIN}wordprocessingml.document.main+xml": (Jenis.DOCX, ""),
    f"{_MAIN}wordprocessingml.template.main+xml": (Jenis.DOCX, "berkas-word-jenis-lain"),
    "application/vnd.ms-word.document.macroEnabled.main+xml": (Jenis.DOCX, "berkas-word-jenis-lain"),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": (Jenis.DOCX, "berkas-word-jenis-lain"),
}
_XLSB: Final = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_FATAL_KINDS: Final = frozenset({"berkas-word-jenis-lain"})
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_OPENDOCUMENT: Final = {
    "spreadsheet": ("berkas-ods", Jenis.XLSX, "lembar kerja OpenDocument (.ods)"),
    "text": ("berkas-odt", Jenis.DOCX, "dokumen OpenDocument (.odt)"),
}


def _check_kind(arsip: zipfile.ZipFile, entries: list[zipfile.ZipInfo], jenis: Jenis) -> tuple[str, ...]:
    """Refuse what is not of the kind; return the codes of warnings."""
    by_name = {entry.filename: entry for entry in entries}
    if _CONTENT_TYPES not in by_name:
        raise _sniff_zip(arsip, by_name, jenis)
    keluarga, kode = _ooxml_kind(_decode(_inflate(arsip, by_name[_CONTENT_TYPES])))
    if keluarga is not jenis:
        raise _RefusedError("berkas-tertukar", ditemukan=_LABELS[keluarga]["diminta"])
    if kode in _FATAL_KINDS:
        raise _RefusedError(kode)
    if "_rels/.rels" in by_name and _STRICT in _decode(_inflate(arsip, by_name["_rels/.rels"])):
        raise _RefusedError("berkas-ooxml-strict")
    return (kode,) if kode else ()


def _ooxml_kind(content_types: str) -> tuple[Jenis, str]:
    for kind, found in _KINDS.items():
        if f'"{kind}"' in content_types or f"'{kind}'" in content_types:
            return found
    raise _RefusedError("berkas-xlsb" if _XLSB in content_types else "berkas-arsip-lain")


def _sniff_zip(arsip: zipfile.ZipFile, by_name: dict[str, zipfile.ZipInfo], jenis: Jenis) -> _RefusedError:
    if "mimetype" not in by_name:
        return _RefusedError("berkas-arsip-lain")
    mimetype = _decode(_inflate(arsip, by_name["mimetype"]))
    for suffix, (kode, keluarga, ditemukan) in _OPENDOCUMENT.items():
        if mimetype.startswith(f"application/vnd.oasis.opendocument.{suffix}"):
            return _found(kode, keluarga, jenis, ditemukan)
    return _RefusedError("berkas-arsip-lain")


def _decode(data: bytes) -> str:
    return data.decode(_utf16_flavour(data) or "utf-8", "replace")


# --- what no XML part may hold ---

_XML_NAMES: Final = (".xml", ".rels", ".vml")
_UTF16_STARTS: Final = {
    b"\xff\xfe": "utf-16-le",
    b"<\0": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"\0<": "utf-16-be",
}
# UCS-4 in both orders, with and without its mark, and EBCDIC: no office program writes them.
_ODD_STARTS: Final = (
    b"\0\0\0<",
    b"\0\0\xfe\xff",
    b"<\0\0\0",
    b"\xff\xfe\0\0",
    b"Lo\xa7\x94",
)
_DECLARED: Final = re.compile(r"""^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)""")
_ENCODINGS: Final = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})


def _check_xml(nama: str, data: bytes) -> None:
    """Refuse a document type, and every encoding in which one could hide from a search for its letters."""
    flavour = _utf16_flavour(data) or "utf-8"
    awal = data[:512].decode(flavour, "replace").lstrip("\ufeff \t\r\n")
    if data.startswith(_ODD_STARTS) or _is_oddly_declared(awal):
        raise _RefusedError("berkas-pengodean-asing", bagian=nama)
    is_xml = not awal or awal.startswith("<") or nama.lower().endswith(_XML_NAMES)
    if is_xml and "<!DOCTYPE".encode(flavour) in data:
        raise _RefusedError("berkas-doctype", bagian=nama)


def _is_oddly_declared(awal: str) -> bool:
    if not awal.startswith("<?xml"):
        return False
    declared = _DECLARED.match(awal)
    return "?>" not in awal or (declared is not None and declared[1].lower() not in _ENCODINGS)


def _utf16_flavour(data: bytes) -> str:
    return _UTF16_STARTS.get(data[:2], "")
