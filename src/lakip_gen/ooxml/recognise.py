"""What a file is: an OOXML container of the kind asked for, another office format, or no container at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, unique
from typing import Final

from lakip_gen.ooxml import compound


@unique
class Kind(Enum):
    """The two kinds of container this program works with."""

    XLSX = "xlsx"
    DOCX = "docx"


LABELS: Final = {
    Kind.XLSX: {
        "aplikasi": "Excel",
        "simpan": "Excel Workbook (*.xlsx)",
        "diminta": "buku kerja Excel (.xlsx)",
    },
    Kind.DOCX: {"aplikasi": "Word", "simpan": "Word Document (*.docx)", "diminta": "dokumen Word (.docx)"},
}
"""How a finding names each kind, by the parameters of its text."""


class RefusedError(Exception):
    """Carries the code and the parameters of a refusal up to the guard's door."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


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
_EXCEL_97: Final = ("berkas-excel-lama", Kind.XLSX, "buku kerja Excel lama (.xls)")
_STREAMS: Final[Mapping[str, tuple[str, Kind | None, str]]] = {
    "EncryptedPackage": ("berkas-bersandi", None, ""),
    "WordDocument": ("berkas-word-lama", Kind.DOCX, "dokumen Word lama (.doc)"),
    "PowerPoint Document": ("berkas-tertukar", None, "presentasi PowerPoint lama (.ppt)"),
    "Quill": ("berkas-tertukar", None, "terbitan Publisher (.pub)"),
    "__properties_version1.0": ("berkas-tertukar", None, "pesan Outlook (.msg)"),
    "VisioDocument": ("berkas-tertukar", None, "gambar Visio lama (.vsd)"),
    "Workbook": _EXCEL_97,
    "Book": _EXCEL_97,
}
"""What a compound file is, by the stream that makes it so: code, family, and its name where it is the wrong one."""
_HTML: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE)
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_XML_2003: Final = b"urn:schemas-microsoft-com:office:spreadsheet"


def no_container(data: bytes, kind: Kind) -> RefusedError:
    """Return the refusal of a file that is no zip; it names what the file really is."""
    if data.startswith(compound.MAGIC):
        return _old_office(data, kind)
    for magic, code in _MAGIC:
        if data.startswith(magic):
            return RefusedError(code)
    return RefusedError(_text_code(data))


def _old_office(data: bytes, kind: Kind) -> RefusedError:
    for stream, (code, family, label) in _STREAMS.items():
        if compound.has_stream(data, stream):
            return _found(code, family, kind, label)
    return RefusedError("berkas-tak-dikenal")


def _found(code: str, family: Kind | None, kind: Kind, label: str) -> RefusedError:
    """Return the code of the right family's other format, or say that the families were swapped."""
    if family is kind or not label:
        return RefusedError(code)
    return RefusedError("berkas-tertukar", ditemukan=label)


def _text_code(data: bytes) -> str:
    head = data[:4096]
    if not head.strip(b"\0"):
        return "berkas-isi-nol"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")[2:]
    if _HTML.search(head):
        return "berkas-html"
    if _XML_2003 in head:
        return "berkas-xml-2003"
    return "berkas-tak-dikenal" if _BINARY.search(head) else "berkas-teks"


# --- which container a zip is ---

_MAIN: Final = "application/vnd.openxmlformats-officedocument."
_KINDS: Final = {
    f"{_MAIN}spreadsheetml.sheet.main+xml": (Kind.XLSX, ""),
    f"{_MAIN}spreadsheetml.template.main+xml": (Kind.XLSX, ""),
    "application/vnd.ms-excel.sheet.macroEnabled.main+xml": (Kind.XLSX, "berkas-excel-bermakro"),
    "application/vnd.ms-excel.template.macroEnabled.main+xml": (Kind.XLSX, "berkas-excel-bermakro"),
    f"{_MAIN}wordprocessingml.document.main+xml": (Kind.DOCX, ""),
    f"{_MAIN}wordprocessingml.template.main+xml": (Kind.DOCX, "berkas-word-jenis-lain"),
    "application/vnd.ms-word.document.macroEnabled.main+xml": (Kind.DOCX, "berkas-word-jenis-lain"),
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": (Kind.DOCX, "berkas-word-jenis-lain"),
}
_XLSB: Final = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_FATAL: Final = frozenset({"berkas-word-jenis-lain"})
_OPENDOCUMENT: Final = {
    "spreadsheet": ("berkas-ods", Kind.XLSX, "lembar kerja OpenDocument (.ods)"),
    "text": ("berkas-odt", Kind.DOCX, "dokumen OpenDocument (.odt)"),
}


def check_content_types(content_types: str, kind: Kind) -> tuple[str, ...]:
    """Refuse a container of another kind, by its content types; return the codes of warnings."""
    family, code = _family_of(content_types)
    if family is not kind:
        raise RefusedError("berkas-tertukar", ditemukan=LABELS[family]["diminta"])
    if code in _FATAL:
        raise RefusedError(code)
    return (code,) if code else ()


def _family_of(content_types: str) -> tuple[Kind, str]:
    for content_type, found in _KINDS.items():
        if f'"{content_type}"' in content_types or f"'{content_type}'" in content_types:
            return found
    raise RefusedError("berkas-xlsb" if _XLSB in content_types else "berkas-arsip-lain")


def other_zip(mimetype: str, kind: Kind) -> RefusedError:
    """Return the refusal of a zip without content types; OpenDocument says in `mimetype` what it is."""
    for suffix, (code, family, label) in _OPENDOCUMENT.items():
        if mimetype.startswith(f"application/vnd.oasis.opendocument.{suffix}"):
            return _found(code, family, kind, label)
    return RefusedError("berkas-arsip-lain")
