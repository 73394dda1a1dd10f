"""The parts of a workbook made ready for the reading library: bounded, and bare of all that is no cell.

Fonts, names, views, validations and whatever stands beyond the bounds never reach the library: a fault in
them cannot keep a form from being read, and their bulk cannot cost time or memory.
"""

from __future__ import annotations

import io
import operator
import re
import sys
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any, Final, SupportsIndex
from xml.etree import ElementTree as ET

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import from_ISO8601
from openpyxl.xml.constants import ARC_STYLE, SHARED_STRINGS

from lakip_gen.ooxml.guard import MIB, MOST_PARTS

BARIS_TERBANYAK: Final = 5_000
KOLOM_TERBANYAK: Final = 64
UNSUR_TERBANYAK: Final = 600_000
"""The most marks `<` in what the library takes apart, two seconds' work; a form has seven thousand."""
UNSUR_GAYA_TERBANYAK: Final = 40_000
"""The same for a part that describes formats or sheets; a form has three hundred."""
TEKS_TERPANJANG: Final = 400_000
"""The most bytes between two marks: the longest text of a cell with every character written as `&#x1F600;`."""

UTF16_TERBESAR: Final = 8 * MIB
"""The largest part in UTF-16; made into UTF-8 it is held three times over."""
ANGKA_TERPANJANG: Final = 400
"""A longer number is none that a spreadsheet wrote."""

FORMAT_TERPANJANG: Final = 255
"""The longest number format that Excel takes; the library's own search goes quadratic in a longer one."""
SALINAN_RUMUS_TERBANYAK: Final = 2_000_000
"""The most characters of formulas that the library has to write anew for cells which share one: two seconds' work."""

_NS: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_NS_HUBUNGAN: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_AWALAN: Final = rb"<(?:[\w.-]+:)?"
_AWAL_BAGIAN: Final = 4096
_JANGKAUAN: Final = 500
"""Between the mark of a cell and its content stands no more than this."""
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_DEKLARASI: Final = re.compile(r"\A<\?xml[^<>]*\?>")
_UNSUR: Final = re.compile(_AWALAN + rb"([A-Za-z]\w*)")
_AKAR: Final = re.compile(_AWALAN + rb"worksheet\b[^<>]*>")
_SIFAT_XF: Final = frozenset({"numFmtId", "applyNumberFormat", "applyProtection"})
_NAMA: Final = re.compile(rb"[\w:.-]+")
_DATA: Final = re.compile(_AWALAN + rb"sheetData\b[^<>]*>")
_DATA_AKHIR: Final = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>")
_BARIS: Final = re.compile(_AWALAN + rb"row\b([^<>]*)>")
_BARIS_ATAU_SEL: Final = re.compile(_AWALAN + rb"(row|c)\b([^<>]*)>")
_LETAK: Final = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([^\"']*)[\"']")
_NOMOR: Final = re.compile(rb"\s*\+?([0-9]{1,7})\s*")
_ALAMAT_SEL: Final = re.compile(rb"([A-Za-z]{1,3})0*([1-9][0-9]{0,6})")
_TERSAMAR: Final = re.compile(rb"<[!?]|<[^<>]*&[^<>]*>|<[^<>]*=\s*(?:\"[^\"<>]*|'[^'<>]*)>")
"""What hides marks from a search, or makes some of what is none; no spreadsheet writes it among its rows."""
_RUMUS: Final = re.compile(_AWALAN + rb"f\b[^<>]*>([^<]*)")
_RUMUS_BERSAMA: Final = re.compile(_AWALAN + rb"f\b[^<>]*\ssi\s*=")
_BERISI: Final = re.compile(_AWALAN + rb"(?:v|t)\b[^<>]*>[^<]|" + _AWALAN + rb"f\b")
_ALAMAT: Final = re.compile(_AWALAN + rb"c\b[^<>]*?\sr\s*=\s*[\"']([A-Z]{1,3}[0-9]{1,7})[\"']")
_SEL_JAUH: Final = re.compile(
    _AWALAN + rb"c\b[^<>]*?\sr\s*=\s*[\"']((?:[A-Z]{3}|B[M-Z]|[C-Z][A-Z])[0-9]{1,7})[\"'][^<>]*(?<!/)>"
)
_NILAI_ANEH: Final = re.compile(
    _AWALAN + rb"v\b[^<>]*(?<!/)>(?!\s{0,9}[-+]?[0-9]{0,15}(?:\.[0-9]{0,30})?(?:[eE][-+]?[0-9]{1,2})?\s*<)"
)
"""The beginning of a cell's value that is no number of an ordinary size."""
_SEL_BERNILAI: Final = re.compile(
    rb"<((?:[\w.-]+:)?)c\b([^<>]*)(?<!/)>(\s*(?:(?:<\1f\b[^<>]*/>|<\1f\b[^<>]*>[^<]*</\1f\s*>)\s*)?)<\1v\b[^<>]*>([^<]*)<"
)
"""A cell up to its value: prefix, attributes, what stands before, value."""
_JENIS_SEL: Final = re.compile(rb"\st\s*=\s*[\"'](\w*)[\"']")
_SEL_AKHIR: Final = re.compile(rb"</?(?:[\w.-]+:)?c\b")
"""Where a cell ends: at its own end or, in a damaged sheet, where the next one begins."""


class TerlaluBesarError(Exception):
    """A workbook asks for more time or memory than any form needs."""


class LembarBerulangError(Exception):
    """Two tabs show the same sheet, which no spreadsheet writes: a part could be read as often as there are tabs."""


class TidakUrutError(Exception):
    """Rows of a sheet or cells of a row do not follow one another, so that one of them would be lost."""


class TersamarError(Exception):
    """Among the rows of a sheet stands what no spreadsheet writes there, and what would fool the search for marks."""


class _Arsip:
    """The parts of a workbook in the shape in which the library asks for them."""

    filename = ""

    def __init__(self, bagian: Mapping[str, bytes]) -> None:
        self._bagian = bagian

    def namelist(self) -> list[str]:
        return list(self._bagian)

    def read(self, nama: str) -> bytes:
        return self._bagian[nama]

    def open(self, nama: str, _cara: str = "r") -> io.BytesIO:
        return io.BytesIO(self._bagian[nama])


class _DaftarTeks(list[str]):
    """The shared texts; a number below nought is no place in them."""

    def __getitem__(self, nomor: SupportsIndex) -> str:  # type: ignore[override]  # the library asks for single texts
        if operator.index(nomor) < 0:
            raise IndexError(nomor)
        return super().__getitem__(nomor)


class _Pembaca(ExcelReader):
    """The library's reader over parts in memory; texts as they stand, nothing that is no cell."""

    def __init__(self, bagian: Mapping[str, bytes], *, data_only: bool) -> None:
        self.archive = _Arsip(bagian)  # type: ignore[assignment]  # what the library asks of a ZipFile, no more
        self.valid_files = self.archive.namelist()
        self.read_only = True
        self.keep_vba = False
        self.data_only = data_only
        self.keep_links = False
        self.rich_text = False
        self.shared_strings: list[str] = []

    def read_strings(self) -> None:
        """Read the shared texts whole; the library's own way takes `x005F_` out of them."""
        bagian = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if bagian is not None:
            self.shared_strings = _DaftarTeks(_daftar_teks(self.archive.read(bagian.PartName[1:])))

    def read_properties(self) -> None:
        """Pass over the document's properties."""

    read_custom = read_theme = read_properties

    def read_chartsheet(self, _lembar: object, _hubungan: object) -> None:
        """Pass over sheets that are charts."""


def buka_arsip(bagian: Mapping[str, bytes], *, data_only: bool = False) -> Any:  # noqa: ANN401 - the library's workbook
    """Return the library's workbook over parts that `siapkan` made ready.

    Raises:
        LembarBerulangError: When two tabs show the same sheet.
    """
    pembaca = _Pembaca(bagian, data_only=data_only)
    pembaca.read()
    daftar_bagian = [nama_bagian(lembar) for lembar in pembaca.wb.worksheets]
    if len(set(daftar_bagian)) < len(daftar_bagian):
        raise LembarBerulangError
    return pembaca.wb


def nama_bagian(lembar: Any) -> str:  # noqa: ANN401 - the library's sheet
    """Return the part that a sheet is read from."""
    return str(lembar._worksheet_path)  # noqa: SLF001 - the library has no public name for it


def siapkan(bagian: Mapping[str, bytes]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the parts that the library may read, and by sheet part the first cell beyond the bounds.

    Raises:
        TerlaluBesarError: When what is left is more than any form needs.
        TidakUrutError: When rows of a sheet or cells of a row are out of order.
        TersamarError: When marks are hidden among the rows.
    """
    hasil: dict[str, bytes] = {}
    jauh: dict[str, str] = {}
    for nama, data in bagian.items():
        isi = utf8(data)
        match _nama_akar(isi):
            case b"worksheet":
                isi, alamat = _pangkas(isi)
                isi = _bukan_angka_jadi_teks(isi)
                jauh |= {nama: alamat} if alamat else {}
            case b"styleSheet":
                isi = hasil[ARC_STYLE] = _gaya_saja(_terbatas(isi))
            case b"workbook":
                isi = _lembar_saja(_terbatas(isi))
            case b"Relationships" | b"Types":
                isi = _terbatas(isi)
            case b"sst":
                pass
            case _:
                isi = b""
        hasil[nama] = isi
    if sum(isi.count(b"<") for isi in hasil.values()) > UNSUR_TERBANYAK:
        raise TerlaluBesarError
    if sum(map(_salinan_rumus, hasil.values())) > SALINAN_RUMUS_TERBANYAK:
        raise TerlaluBesarError
    if any(_terpanjang(isi) > TEKS_TERPANJANG for isi in hasil.values()):
        raise TerlaluBesarError
    return hasil, jauh


def _nama_akar(isi: bytes) -> bytes:
    """Return the name of a part's outermost element without prefix, empty where it has none."""
    akar = _UNSUR.search(isi, 0, _AWAL_BAGIAN)
    return akar[1] if akar else b""


def utf8(data: bytes) -> bytes:
    """Return a part in UTF-8, the one encoding in which the search for marks is right."""
    if data.startswith(_UTF16):
        if len(data) > UTF16_TERBESAR:
            raise TerlaluBesarError
        return _DEKLARASI.sub("", data.decode("utf-16"), count=1).encode()
    return data


def _terbatas(isi: bytes, terbanyak: int = UNSUR_GAYA_TERBANYAK) -> bytes:
    if isi.count(b"<") > terbanyak:
        raise TerlaluBesarError
    return isi


def _terpanjang(isi: bytes) -> int:
    return max(map(len, isi.split(b"<"))) if len(isi) > TEKS_TERPANJANG else 0


def _salinan_rumus(isi: bytes) -> int:
    """Return how many characters of formulas the library may have to write anew in a part."""
    banyak = len(_RUMUS_BERSAMA.findall(isi))
    return banyak and banyak * max(map(len, _RUMUS.findall(isi)))


def _pangkas(isi: bytes) -> tuple[bytes, str]:
    """Return a sheet with nothing but the rows inside the bounds, and the first cell with content outside."""
    akar, awal = _AKAR.search(isi), _DATA.search(isi)
    if akar is None or awal is None:
        return isi, ""
    tutup = b"</" + _NAMA.findall(akar.group())[0] + b">"
    akhir = _DATA_AKHIR.search(isi, awal.end())
    if akhir is None:  # closed at once, or cut off: then the library shall say so
        return isi[: awal.end()] + (tutup if awal.group().endswith(b"/>") else b""), ""
    batas = _akhir_baris(isi, awal.end(), akhir.start())
    depan = _terbatas(isi[awal.end() : batas], UNSUR_TERBANYAK)
    if _TERSAMAR.search(depan):
        raise TersamarError
    _periksa_urutan_sel(depan)
    alamat = _alamat_berisi(isi, batas, akhir.start()) or _alamat_jauh(depan)
    return b"".join((isi[: akar.end()], awal.group(), depan, akhir.group(), tutup)), alamat


def _akhir_baris(isi: bytes, awal: int, akhir: int) -> int:
    """Return where the first row beyond the bounds begins."""
    semua = baris_bernomor(isi, awal, akhir)
    return next((baris.start() for nomor, baris in semua if nomor > BARIS_TERBANYAK), akhir)


def baris_bernomor(isi: bytes, awal: int = 0, akhir: int = sys.maxsize) -> Iterator[tuple[int, re.Match[bytes]]]:
    """Yield the rows of a sheet between two places: number, and a match whose first group are the attributes.

    Raises:
        TidakUrutError: When a row stands before one with a lower number.
    """
    terakhir = 0
    for baris in _BARIS.finditer(isi, awal, akhir):
        nomor = _nomor(baris[1], terakhir)
        if nomor <= terakhir:
            raise TidakUrutError
        terakhir = nomor
        yield nomor, baris


def _nomor(sifat: bytes, terakhir: int) -> int:
    """Return a row's number; the next one when it does not say, none at all when it says something else."""
    tertulis = _LETAK.search(sifat)
    if tertulis is None:
        return terakhir + 1
    angka = _NOMOR.fullmatch(tertulis[1])
    return int(angka[1]) if angka else 0


def _periksa_urutan_sel(isi: bytes) -> None:
    """Refuse rows in which a cell stands before its turn, twice, or says that it stands in another row."""
    nomor = terakhir = 0
    for unsur, sifat in _BARIS_ATAU_SEL.findall(isi):
        if unsur == b"row":
            nomor, terakhir = _nomor(sifat, nomor), 0
        elif (kolom := _kolom(sifat, nomor, terakhir)) > terakhir:
            terakhir = kolom
        else:
            raise TidakUrutError


def _kolom(sifat: bytes, nomor: int, terakhir: int) -> int:
    """Return a cell's column as a number; the next one when it does not say, none when it is of another row."""
    tertulis = _LETAK.search(sifat)
    if tertulis is None:
        return terakhir + 1
    alamat = _ALAMAT_SEL.fullmatch(tertulis[1])
    return column_index_from_string(alamat[1].decode()) if alamat and int(alamat[2]) == nomor else 0


def _alamat_berisi(isi: bytes, awal: int, akhir: int) -> str:
    """Return the first cell with content between two places, `?` when it does not say where it stands."""
    berisi = _BERISI.search(isi, awal, akhir)
    if berisi is None:
        return ""
    daftar_alamat = _ALAMAT.findall(isi, max(awal, berisi.start() - _JANGKAUAN), berisi.start())
    return daftar_alamat[-1].decode() if daftar_alamat else "?"


def _alamat_jauh(isi: bytes) -> str:
    """Return the first cell with content in a column beyond the bounds."""
    for sel in _SEL_JAUH.finditer(isi):
        akhir = _SEL_AKHIR.search(isi, sel.end())
        if _BERISI.search(isi, sel.end(), akhir.start() if akhir else len(isi)):
            return sel[1].decode()
    return ""


def _bukan_angka_jadi_teks(isi: bytes) -> bytes:
    """Return a sheet in which a cell that says of itself to be a number and holds none is a text.

    The library would refuse the whole workbook for it; so the one cell is refused, by name.
    """
    return _SEL_BERNILAI.sub(_sel_teks, isi) if _NILAI_ANEH.search(isi) else isi


def _sel_teks(cocok: re.Match[bytes]) -> bytes:
    awalan, sifat, depan, nilai = cocok.groups()
    jenis = _JENIS_SEL.search(sifat)
    if (jenis and jenis[1] not in {b"", b"n", b"b", b"d"}) or _terbaca(jenis[1] if jenis else b"n", nilai.strip()):
        return cocok[0]
    return b'<%bc%b t="str">%b<%bv>%b<' % (awalan, _JENIS_SEL.sub(b"", sifat), depan, awalan, nilai)


def _terbaca(jenis: bytes, nilai: bytes) -> bool:
    """Tell whether the library can make something of a value of this kind."""
    try:
        match jenis:
            case b"b":
                int(nilai)
            case b"d":
                from_ISO8601(nilai.decode())  # type: ignore[no-untyped-call]
            case _:
                return len(nilai) <= ANGKA_TERPANJANG and b"_" not in nilai and isfinite(float(nilai or b"0"))
    except ValueError:
        return False
    return True


def _gaya_saja(isi: bytes) -> bytes:
    """Return the formats of cells without fonts, fills and borders, where a colour may be written wrongly."""
    lama = ET.fromstring(isi)
    baru = ET.Element(f"{{{_NS}}}styleSheet")
    for nama in ("numFmts", "cellXfs"):
        daftar = lama.find(f"{{{_NS}}}{nama}")
        if daftar is not None:
            baru.append(daftar)
    if any(len(satu.get("formatCode", "")) > FORMAT_TERPANJANG for satu in baru.iter(f"{{{_NS}}}numFmt")):
        raise TerlaluBesarError
    for xf in baru.iter(f"{{{_NS}}}xf"):
        for sifat in [sifat for sifat in xf.attrib if sifat not in _SIFAT_XF]:
            del xf.attrib[sifat]
        for anak in [anak for anak in xf if anak.tag != f"{{{_NS}}}protection"]:
            xf.remove(anak)
    return ET.tostring(baru)


def _lembar_saja(isi: bytes) -> bytes:
    """Return the list of sheets without names, views and links, any of which may be broken."""
    lama = ET.fromstring(isi)
    baru = ET.Element(f"{{{_NS}}}workbook")
    sifat = lama.find(f"{{{_NS}}}workbookPr")
    if sifat is not None and sifat.get("date1904"):
        ET.SubElement(baru, sifat.tag, {"date1904": str(sifat.get("date1904"))})
    daftar = ET.SubElement(baru, f"{{{_NS}}}sheets")
    semua = list(lama.iter(f"{{{_NS}}}sheet"))
    if len(semua) > MOST_PARTS:
        raise TerlaluBesarError
    for lembar in semua:
        dikenal = {"name", "sheetId", "state", f"{{{_NS_HUBUNGAN}}}id"}
        ET.SubElement(daftar, lembar.tag, {nama: nilai for nama, nilai in lembar.attrib.items() if nama in dikenal})
    return ET.tostring(baru)


def _daftar_teks(isi: bytes) -> Iterator[str]:
    """Yield the shared texts in order, rich text as plain, readings of characters left out."""
    for _, unsur in ET.iterparse(io.BytesIO(isi)):
        if unsur.tag == f"{{{_NS}}}si":
            potongan = [*unsur.findall(f"{{{_NS}}}t"), *unsur.findall(f"{{{_NS}}}r/{{{_NS}}}t")]
            yield "".join(satu.text or "" for satu in potongan)
            unsur.clear()
