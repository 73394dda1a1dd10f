"""The guard of OOXML containers, shared by the workbook and the Word side.

Nothing that came from outside reaches a parser before `open_container` has let it pass. A refusal is a finding,
never an exception: the worst file costs its sender one sentence, and the run goes on.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.temuan import Temuan
from lakip_gen.ooxml.recognise import LABELS, Kind, RefusedError, check_content_types, no_container, other_zip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lakip_gen.domain.temuan import Asal

MIB: Final = 1024 * 1024
LARGEST_FILE: Final = 20 * MIB
"""The largest file that is looked into."""
LARGEST_PART: Final = 50 * MIB
"""The largest single part, inflated."""
LARGEST_CONTENT: Final = 100 * MIB
"""The largest sum of all parts, inflated."""
MOST_PARTS: Final = 500
"""The largest number of parts."""

KEPT: Final = MIB
"""A larger part of a workbook is not held in memory while the others are read."""
MOST_KEPT: Final = 8 * MIB
"""Nor are the smaller ones once they are so many."""

_PIECE: Final = 256 * 1024
"""With smaller pieces zipfile takes longer over them than over what is in them."""
_ENTRY_MARK: Final = b"PK\x01\x02"
_MOST_ENTRY_MARKS: Final = 20 * MOST_PARTS
_CONTENT_TYPES: Final = "[Content_Types].xml"

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


def open_container(
    data: bytes, kind: Kind, origin: Asal, *, most_parts: int = MOST_PARTS
) -> tuple[Mapping[str, bytes] | None, tuple[Temuan, ...]]:
    """Return the parts of a container by name, or the reason why it is refused.

    Args:
        data: The whole file.
        kind: What the file has to be.
        origin: The place findings point at.
        most_parts: The most parts it may have; what this program wrote itself may have more than what came in.
    """
    try:
        parts, codes = _read(data, kind, most_parts)
    except RefusedError as refused:
        return None, (_as_finding(refused, kind, origin),)
    return parts, tuple(_as_finding(RefusedError(code), kind, origin) for code in codes)


def too_large(size: int, kind: Kind, origin: Asal) -> Temuan:
    """Return the refusal of a file by its size alone, before anything of it is read."""
    return _as_finding(_too_large(size), kind, origin)


def _too_large(size: int) -> RefusedError:
    return RefusedError("berkas-terlalu-besar", ukuran=_mib(size), batas=_mib(LARGEST_FILE))


def _as_finding(refused: RefusedError, kind: Kind, origin: Asal) -> Temuan:
    details = LABELS[kind] | refused.details
    return Temuan(refused.code, origin, rincian=tuple(details.items()))


def _read(data: bytes, kind: Kind, most_parts: int) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    _check_file(data, kind)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = _checked_entries(archive, data, most_parts)
            codes = _check_kind(archive, entries, kind)
            parts = _inflate_all(archive, entries, kind)
    except _ZIP_FAULTS as fault:
        raise RefusedError("berkas-rusak") from fault
    held = {name: part for name, part in parts.items() if part is not None}
    return (held if len(held) == len(parts) else _Parts(data, parts)), codes


def _check_file(data: bytes, kind: Kind) -> None:
    if not data:
        raise RefusedError("berkas-kosong")
    if len(data) > LARGEST_FILE:
        raise _too_large(len(data))
    if not data.startswith(b"PK"):
        raise no_container(data, kind)
    if (count := data.count(_ENTRY_MARK)) > _MOST_ENTRY_MARKS:  # zipfile would build an object for each
        raise RefusedError("berkas-terlalu-banyak-bagian", jumlah=str(count), batas=str(MOST_PARTS))


def _mib(size: int) -> str:
    return f"{-(-size // MIB)} MB"


# --- the entries of a zip ---

_BAD_NAME: Final = re.compile(r"^[/\\]|:|[\x00-\x1f]|(?:^|[/\\])\.\.(?:[/\\]|$)")
_ENCRYPTED: Final = 0x1
_LOCAL_HEADER_SIZE: Final = 30
_END_MARK: Final = b"PK\x05\x06"
_COUNT_IN_ZIP64: Final = 0xFFFF


def _checked_entries(archive: zipfile.ZipFile, data: bytes, most_parts: int) -> list[zipfile.ZipInfo]:
    _check_directory(archive, data)
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    if len(entries) > most_parts:
        raise RefusedError("berkas-terlalu-banyak-bagian", jumlah=str(len(entries)), batas=str(most_parts))
    for entry in entries:
        _check_entry(entry)
    _check_duplicates(map(_part_name, entries))
    _check_overlap(entries, len(data))
    return entries


def _check_directory(archive: zipfile.ZipFile, data: bytes) -> None:
    """Refuse a directory that is shorter than it says: zipfile would pass over the lost parts in silence."""
    count_at = data.rfind(_END_MARK) + 10
    count = int.from_bytes(data[count_at : count_at + 2], "little")
    if count not in (len(archive.infolist()), _COUNT_IN_ZIP64):
        raise zipfile.BadZipFile(str(count))


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename  # `filename` is already mended by zipfile
    if not name or _BAD_NAME.search(name):
        raise RefusedError("berkas-nama-berbahaya", bagian=_printable(name))
    if entry.flag_bits & _ENCRYPTED:
        raise RefusedError("berkas-zip-bersandi", bagian=name)
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise RefusedError("berkas-kompresi-asing", bagian=name)


def _part_name(entry: zipfile.ZipInfo) -> str:
    """Return a part's name as everybody asks for it: some programs write the other slash."""
    return entry.filename.replace("\\", "/")


def _printable(name: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name[:80])


def _check_duplicates(names: Iterable[str]) -> None:
    """Refuse two parts of one name; OOXML compares part names without case."""
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise RefusedError("berkas-bagian-ganda", bagian=name)
        seen.add(name.casefold())


def _check_overlap(entries: list[zipfile.ZipInfo], end: int) -> None:
    """Refuse entries that share bytes: the trick of bombs that zipfile of Python < 3.11.8 does not notice."""
    for entry in sorted(entries, key=lambda entry: entry.header_offset, reverse=True):
        if entry.header_offset + _LOCAL_HEADER_SIZE + entry.compress_size > end:
            raise zipfile.BadZipFile(entry.filename)
        end = entry.header_offset


def _inflate_all(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], kind: Kind) -> dict[str, bytes | None]:
    """Inflate and check every part; of a workbook only some small ones are kept until somebody asks for them."""
    parts: dict[str, bytes | None] = {}
    left, may_keep = LARGEST_CONTENT, MOST_KEPT
    for entry in entries:
        name, is_kept = _part_name(entry), kind is Kind.DOCX
        if not is_kept and entry.file_size <= min(KEPT, may_keep):
            is_kept, may_keep = True, may_keep - entry.file_size
        content = io.BytesIO()
        for piece in _checked(name, _pieces(archive, entry)):
            left -= len(piece)
            if left < 0:
                raise RefusedError("berkas-isi-terlalu-besar", batas=_mib(LARGEST_CONTENT))
            if is_kept:
                content.write(piece)
        parts[name] = content.getvalue() if is_kept else None
    return parts


class _Parts(Mapping[str, bytes]):
    """The parts of a workbook, of which never more than one large one is held."""

    def __init__(self, data: bytes, parts: dict[str, bytes | None]) -> None:
        self._data = data
        self._parts = parts

    def __getitem__(self, name: str) -> bytes:
        part = self._parts[name]
        if part is not None:
            return part
        with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
            return next(_inflate(archive, entry) for entry in archive.infolist() if _part_name(entry) == name)

    def __contains__(self, name: object) -> bool:
        return name in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


def _inflate(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Inflate one part into memory that is its own: a list of pieces would need it twice."""
    content = io.BytesIO()
    for piece in _pieces(archive, entry):
        content.write(piece)
    return content.getvalue()


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield one part in pieces, so that a header that lies about the size costs no memory."""
    size = 0
    try:
        with archive.open(entry) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                if size > LARGEST_PART:
                    raise RefusedError("berkas-bagian-terlalu-besar", bagian=entry.filename, batas=_mib(LARGEST_PART))
                yield piece
    except _ZIP_FAULTS as fault:
        raise RefusedError("berkas-bagian-rusak", bagian=entry.filename) from fault
    if size != entry.file_size:
        raise RefusedError("berkas-bagian-rusak", bagian=entry.filename)


# --- which container it is ---

_STRICT: Final = "http://purl.oclc.org/ooxml/"


def _check_kind(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], kind: Kind) -> tuple[str, ...]:
    """Refuse what is not of the kind; return the codes of warnings."""
    by_name = {_part_name(entry).casefold(): entry for entry in entries}

    def text_of(name: str) -> str:
        entry = by_name.get(name.casefold())
        return "" if entry is None else _decode(_inflate(archive, entry))

    if _CONTENT_TYPES.casefold() not in by_name:
        raise other_zip(text_of("mimetype"), kind)
    codes = check_content_types(text_of(_CONTENT_TYPES), kind)
    if _STRICT in text_of("_rels/.rels"):
        raise RefusedError("berkas-ooxml-strict")
    return codes


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


def _checked(name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a part's pieces; refuse a document type, and every encoding in which one could hide from a search."""
    mark, before = b"", None
    for piece in pieces:
        if before is None:
            mark, before = _doctype_mark(name, piece), b""
        if mark and (mark in piece or mark in before + piece[: len(mark)]):
            raise RefusedError("berkas-doctype", bagian=name)
        before = piece[-len(mark) :]
        yield piece


def _doctype_mark(name: str, start: bytes) -> bytes:
    """Return how a document type would be written in a part, told by its start; nothing for what is no XML."""
    flavour = _utf16_flavour(start) or "utf-8"
    head = start[:512].decode(flavour, "replace").lstrip("\ufeff \t\r\n")
    if start.startswith(_ODD_STARTS) or _is_oddly_declared(head):
        raise RefusedError("berkas-pengodean-asing", bagian=name)
    is_xml = not head or head.startswith("<") or name.lower().endswith(_XML_NAMES)
    return "<!DOCTYPE".encode(flavour) if is_xml else b""


def _is_oddly_declared(head: str) -> bool:
    if not head.startswith("<?xml"):
        return False
    declared = _DECLARED.match(head)
    return "?>" not in head or (declared is not None and declared[1].lower() not in _ENCODINGS)


def _utf16_flavour(data: bytes) -> str:
    return _UTF16_STARTS.get(data[:2], "")
