"""What people add to a form where nobody reads: comments and text boxes. They are told."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final
from xml.etree import ElementTree as ET

from openpyxl.utils import get_column_letter

from lakip_gen.domain.mentah import Catatan, JenisCatatan
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.reader.pages import TERBANYAK

UNSUR_TERBANYAK: Final = 40_000
"""A part with more marks `<` than this is not taken apart."""
TAK_TERBACA: Final = "(tidak terbaca)"
_KOMENTAR_KITA: Final = re.compile(r"(?:[^\n]{1,60}:\n)?(?:GALAT|PERINGATAN|INFO): .*\nPerbaikan: ", re.DOTALL)
"""How the comments of a return copy begin, with or without the author's name that some programs put before."""
_BERUTAS: Final = re.compile(r"\A\[Threaded comment\].*?(?:Comment|Komentar):\s*", re.DOTALL)
"""What Excel writes before a threaded comment, for older versions."""


def daftar_catatan(bagian: Mapping[str, bytes], asal: Asal, letak: Mapping[str, str]) -> Iterator[Catatan]:
    """Yield the comments and text boxes of a workbook.

    Args:
        bagian: The parts of the workbook.
        asal: The file.
        letak: The tab of each sheet's part.
    """
    sisa_bagian = dict(bagian)
    for nama_bagian, nama in letak.items():
        semua = _milik_lembar(sisa_bagian, nama_bagian, Asal(asal.berkas, nama))
        yield from islice(semua, TERBANYAK)
        if sisa := sum(1 for _ in semua):
            yield Catatan(JenisCatatan.KOMENTAR, Asal(asal.berkas, nama), f"… dan {sisa} catatan lain")


def _milik_lembar(bagian: dict[str, bytes], nama_bagian: str, asal: Asal) -> Iterator[Catatan]:
    """Yield what one tab has, and take its parts away: whoever points at them again gets nothing."""
    folder, nama = posixpath.split(nama_bagian)
    hubungan = _urai(bagian.get(f"{folder}/_rels/{nama}.rels", b""))
    for satu in hubungan if hubungan is not None else ():
        sasaran = posixpath.normpath(posixpath.join("/", folder, satu.get("Target", ""))).lstrip("/")
        jenis = satu.get("Type", "").rpartition("/")[2]
        if jenis not in {"comments", "drawing"} or sasaran not in bagian:
            continue
        akar = _urai(bagian.pop(sasaran))
        if akar is None:
            yield Catatan(JenisCatatan.KOMENTAR, asal, TAK_TERBACA)
        elif jenis == "comments":
            yield from _komentar(akar, asal)
        else:
            yield from _kotak(akar, asal)


def _urai(isi: bytes) -> ET.Element | None:
    """Return a part taken apart; None when it is missing, damaged, or larger than any office needs."""
    if not isi or isi.count(b"<") > UNSUR_TERBANYAK:
        return None
    try:
        return ET.fromstring(isi)
    except ET.ParseError:
        return None


def _komentar(akar: ET.Element, asal: Asal) -> Iterator[Catatan]:
    for satu in akar.iterfind("{*}commentList/{*}comment"):
        teks = _teks(satu)
        if teks and not _KOMENTAR_KITA.match(teks):
            tempat = Asal(asal.berkas, asal.lembar, satu.get("ref", ""))
            yield Catatan(JenisCatatan.KOMENTAR, tempat, _BERUTAS.sub("", teks))


def _kotak(akar: ET.Element, asal: Asal) -> Iterator[Catatan]:
    for jangkar in akar:
        if teks := _teks(jangkar):
            yield Catatan(JenisCatatan.KOTAK, Asal(asal.berkas, asal.lembar, _sudut(jangkar)), teks)


def _sudut(jangkar: ET.Element) -> str:
    """Return the cell under the corner of a box; empty where it does not stand on one."""
    awal = next((anak for anak in jangkar if anak.tag.endswith("}from")), None)
    isi = {anak.tag.rpartition("}")[2]: (anak.text or "").strip() for anak in (awal if awal is not None else ())}
    kolom, baris = isi.get("col", ""), isi.get("row", "")
    if not (kolom.isdecimal() and baris.isdecimal()) or int(kolom) >= 2**14:
        return ""
    return f"{get_column_letter(int(kolom) + 1)}{int(baris) + 1}"


def _teks(unsur: ET.Element) -> str:
    return "".join(anak.text or "" for anak in unsur.iter() if anak.tag.endswith("}t")).strip()
