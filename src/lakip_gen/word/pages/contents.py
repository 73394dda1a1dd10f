"""Fill the contents lists of a finished document, and let its sentences refer to its captions.

Word makes such lists only when somebody asks it to. Here they are made from the headings and captions of the
document itself, in the form Word gives them, so that Word neither asks nor changes anything on opening.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from lakip_gen.word.package import xml
from lakip_gen.word.package.xml import W

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lakip_gen.word.package.styles import Gaya

RUJUKAN: Final = "Rujukan"
"""The character style of what is to become a reference to a caption."""
TANPA_NOMOR: Final = (
    "Nomor halaman belum terisi. Setelah naskah selesai disunting, klik kanan daftar ini, lalu pilih Perbarui Bidang "
    "(Update Field)."
)
KOSONG: Final = "Tidak ada."
_SEQ: Final = re.compile(r"^\s*SEQ\s+(\S+)")
_LEVELS: Final = re.compile(r'\\o\s+"(\d)-(\d)"')
_LABEL: Final = re.compile(r'\\c\s+"([^"]+)"')
_CAPTION_STYLE: Final = "TableofFigures"
_STYLE_REFERENCE: Final = f"{W}pStyle"
_RUN_STYLE: Final = f"{W}rStyle"
_SIMPLE_FIELD: Final = f"{W}fldSimple"
_INSTRUCTION: Final = f"{W}instrText"
_LINK: Final = f"{W}hyperlink"
_ANCHOR: Final = f"{W}anchor"
_OPENING: Final = 3
"""The runs with which a field begins: its first mark, its instruction, and the mark before what it shows."""


@dataclass(frozen=True, slots=True)
class Butir:
    """One line of a contents list.

    Attributes:
        teks: Its text.
        penanda: The bookmark of what it points at.
        jenis: `judul`, or the label of a caption.
        aras: The level of a heading, 1 the highest.
    """

    teks: str
    penanda: str
    jenis: str = "judul"
    aras: int = 1


def has_contents(isi: bytes) -> bool:
    """Tell whether a main part has a contents list, without parsing it."""
    return b" TOC " in isi


def fill_contents(root: etree._Element, gaya: Gaya) -> bool:
    """Fill the contents lists of a main part in place; return whether it has any.

    The lists have no page numbers yet and say how to get them.

    Args:
        root: The main part of the filled document.
        gaya: The document's styles, which tell its headings.
    """
    daftar_field = list(_contents(root))
    if not daftar_field:
        return False
    printed: dict[tuple[str, str], list[str]] = {}
    daftar = _mark(root, gaya, printed)
    _refer(root, {lama: baru[0] for lama, baru in printed.items() if len(baru) == 1})
    for field in daftar_field:
        _fill(field, daftar)
    return True


def number_contents(root: etree._Element, daftar_halaman: Mapping[str, str]) -> None:
    """Put page numbers into filled contents lists; a list that has some no longer says how to get them.

    Args:
        root: The main part.
        daftar_halaman: The printed page number by bookmark.
    """
    for field in list(_contents(root)):
        links = (link for satu in field.daftar_paragraf for link in satu.iter(_LINK))
        known = [link for link in links if link.get(_ANCHOR) in daftar_halaman]
        for link in known:
            *_, nomor = link.iter(xml.T)
            nomor.text = daftar_halaman[link.get(_ANCHOR, "")]
        if known:
            _drop_note(*field.daftar_paragraf[:2])


def _drop_note(note: etree._Element, line: etree._Element) -> None:
    """Take away how to get page numbers, and let the field begin in the first line of the list."""
    if _text(note) == TANPA_NOMOR:
        for run in reversed(note.findall(xml.R)[:_OPENING]):
            line.insert(1, run)
        xml.remove(note)


def _mark(root: etree._Element, gaya: Gaya, printed: dict[tuple[str, str], list[str]]) -> list[Butir]:
    """Bookmark every heading and caption, number the captions anew, and return them in reading order.

    Args:
        root: The main part.
        gaya: The document's styles.
        printed: Takes in the new numbers by label and the number that the template had printed.
    """
    first = 1 + max((int(mark.get(xml.ID, "0")) for mark in root.iter(xml.BOOKMARK_START)), default=0)
    hasil: list[Butir] = []
    counts: dict[str, int] = {}
    for paragraf, (label, aras) in _landmarks(root, gaya).items():
        if label:
            counts[label] = counts.get(label, 0) + 1
            lama = _renumber(paragraf, str(counts[label]))
            printed.setdefault((label, lama), []).append(str(counts[label]))
        if not (teks := _text(paragraf)):
            continue
        nomor = len(hasil)
        butir = Butir(teks, f"_Toc9{nomor:08d}", label or "judul", aras)
        _bookmark(paragraf, butir.penanda, first + 2 * nomor)
        if label:
            _bookmark(paragraf, f"_Ref9{_kode(label, counts[label])}", first + 2 * nomor + 1, up_to_number=True)
        hasil.append(butir)
    return hasil


def _landmarks(root: etree._Element, gaya: Gaya) -> dict[etree._Element, tuple[str, int]]:
    """Return the paragraphs that are captions or headings, in reading order, with their label and level."""
    found: dict[etree._Element, tuple[str, int]] = {}
    levels = gaya.headings
    for element in root.iter(_STYLE_REFERENCE, _SIMPLE_FIELD, _INSTRUCTION):
        aras, label = levels.get(element.get(xml.VAL, ""), 0), None
        if element.tag != _STYLE_REFERENCE:
            label = _SEQ.match(element.get(f"{W}instr") or element.text or "")
        if aras or label:
            paragraf = next(element.iterancestors(xml.P))
            known_label, known_aras = found.get(paragraf, ("", 0))
            found[paragraf] = (label[1] if label else known_label, aras or known_aras)
    return found


def _kode(label: str, nomor: int) -> str:
    return f"{sum(map(ord, label)):04d}{nomor:05d}"


def _renumber(paragraf: etree._Element, nomor: str) -> str:
    """Number a caption; return the number it had."""
    fields = (f for f in paragraf.iterchildren(_SIMPLE_FIELD) if _SEQ.match(f.get(f"{W}instr", "")))
    texts = [text for field in fields for text in field.iter(xml.T)]
    lama = "".join(text.text or "" for text in texts)
    _print(texts, nomor)
    return lama


def _text(paragraf: etree._Element) -> str:
    """Return a paragraph's text on one line, without the codes of its fields."""
    pieces = (satu.text or "" if satu.tag == xml.T else " " for satu in paragraf.iter(xml.T, xml.TAB, xml.BR))
    return " ".join("".join(pieces).split())


def _bookmark(paragraf: etree._Element, nama: str, nomor: int, *, up_to_number: bool = False) -> None:
    """Put a bookmark around a paragraph's content, or around the label and number of a caption."""
    start = _new("bookmarkStart", id=str(nomor), name=nama)
    end = _new("bookmarkEnd", id=str(nomor))
    paragraf.insert(1 if len(paragraf) and paragraf[0].tag == f"{W}pPr" else 0, start)
    field = paragraf.find(_SIMPLE_FIELD) if up_to_number else None
    if field is not None:
        field.addnext(end)
    else:
        paragraf.append(end)


def _refer(root: etree._Element, renumbered: Mapping[tuple[str, str], str]) -> None:
    """Turn the words that name a caption into fields that follow it, also where it got another number.

    Args:
        root: The main part, its captions numbered and bookmarked.
        renumbered: The number of each caption by label and the number that the template had printed.
    """
    known = {mark.get(xml.NAME, "") for mark in root.iter(xml.BOOKMARK_START)}
    for runs in _references(root):
        texts = [text for run in runs for text in run.iter(xml.T)]
        words = "".join(text.text or "" for text in texts).split()
        if [word.isdigit() for word in words] != [False, True]:
            continue
        label, lama = words
        nomor = renumbered.get((label, lama), lama)
        nama = f"_Ref9{_kode(label, int(nomor))}"
        if nama in known:
            _print(texts, f"{label}\N{NO-BREAK SPACE}{nomor}")
            field = _new("fldSimple", instr=f" REF {nama} \\h ")
            runs[0].addprevious(field)
            field.extend(runs)


def _print(texts: Sequence[etree._Element], teks: str) -> None:
    """Put a text into the first of the elements that held another one together."""
    for urutan, text in enumerate(texts):
        text.text = "" if urutan else teks


def _references(root: etree._Element) -> list[list[etree._Element]]:
    """Return the runs of each reference to a caption; where somebody edited it, Word has cut it in several."""
    found: list[list[etree._Element]] = []
    for style in root.iter(_RUN_STYLE):
        run = next(style.iterancestors(xml.R), None)
        if run is None or style.get(xml.VAL) != RUJUKAN or next(run.iterancestors(_SIMPLE_FIELD), None) is not None:
            continue
        before = run.getprevious()
        while before is not None and before.tag == xml.PROOF_ERR:
            before = before.getprevious()
        if found and before is found[-1][-1]:
            found[-1].append(run)
        else:
            found.append([run])
    return found


@dataclass(frozen=True, slots=True)
class _Field:
    """A contents list: its instruction and the paragraphs it stands in."""

    instruksi: str
    daftar_paragraf: tuple[etree._Element, ...]


def _contents(root: etree._Element) -> Iterator[_Field]:
    """Yield the contents lists, made by this program or by Word."""
    for kode in root.iter(_INSTRUCTION):
        if (kode.text or "").strip().startswith("TOC "):
            paragraf = next(kode.iterancestors(xml.P))
            yield _Field((kode.text or "").strip(), tuple(_span(paragraf)))


def _span(paragraf: etree._Element) -> Iterator[etree._Element]:
    """Yield a field's paragraphs, from the one it begins in to the one it ends in."""
    depth = 0
    satu: etree._Element | None = paragraf
    while satu is not None:
        yield satu
        for mark in satu.iter(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(mark.get(f"{W}fldCharType", ""), 0)
        if depth <= 0:
            return
        satu = satu.getnext()


def _fill(field: _Field, daftar: Sequence[Butir]) -> None:
    lines = [_line(butir) for butir in _chosen(field.instruksi, daftar)]
    lines.insert(0, _plain(TANPA_NOMOR, "Catatan") if lines else _plain(KOSONG, _CAPTION_STYLE))
    opening = (_mark_run("begin"), _instruction(field.instruksi), _mark_run("separate"))
    for element in reversed(opening):
        lines[0].insert(1, element)
    lines[-1].append(_mark_run("end"))
    first = field.daftar_paragraf[0]
    for line in lines:
        first.addprevious(line)
    for paragraf in field.daftar_paragraf:
        xml.remove(paragraf)


def _chosen(instruksi: str, daftar: Sequence[Butir]) -> Iterator[Butir]:
    if label := _LABEL.search(instruksi):
        yield from (butir for butir in daftar if butir.jenis == label[1])
        return
    levels = _LEVELS.search(instruksi)
    lowest, highest = (int(levels[1]), int(levels[2])) if levels else (1, 3)
    yield from (butir for butir in daftar if butir.jenis == "judul" and lowest <= butir.aras <= highest)


def _line(butir: Butir) -> etree._Element:
    link = _new("hyperlink", anchor=butir.penanda, history="1")
    link.extend([_run(butir.teks), _tab(), _mark_run("begin"), _instruction(f"PAGEREF {butir.penanda} \\h")])
    link.extend([_mark_run("separate"), _run(""), _mark_run("end")])
    line = _plain("", f"TOC{butir.aras}" if butir.jenis == "judul" else _CAPTION_STYLE)
    line.append(link)
    return line


def _plain(teks: str, gaya: str) -> etree._Element:
    line = _new("p")
    etree.SubElement(line, f"{W}pPr").append(_new("pStyle", val=gaya))
    if teks:
        line.append(_run(teks))
    return line


def _run(teks: str) -> etree._Element:
    run = _new("r")
    text = etree.SubElement(run, xml.T)
    text.text = teks
    text.set(xml.SPACE, "preserve")
    return run


def _tab() -> etree._Element:
    run = _new("r")
    run.append(_new("tab"))
    return run


def _mark_run(jenis: str) -> etree._Element:
    run = _new("r")
    run.append(_new("fldChar", fldCharType=jenis))
    return run


def _instruction(teks: str) -> etree._Element:
    run = _new("r")
    kode = etree.SubElement(run, _INSTRUCTION)
    kode.text = f" {teks} "
    kode.set(xml.SPACE, "preserve")
    return run


def _new(nama: str, **attributes: str) -> etree._Element:
    element = etree.Element(f"{W}{nama}", nsmap={"w": xml.W_NS})
    for kunci, nilai in attributes.items():
        element.set(f"{W}{kunci}", nilai)
    return element
