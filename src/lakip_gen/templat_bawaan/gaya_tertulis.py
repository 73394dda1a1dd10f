"""From the styles as data to the styles of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.oxml.ns import qn

from lakip_gen.templat_bawaan.gaya import (
    AKSEN,
    BAHASA,
    DAFTAR_GAYA,
    GARIS,
    HURUF,
    KERTAS,
    KOTAK,
    PUCAT,
    SAMAR,
    TABEL,
    TATA_LETAK,
    Gaya,
)
from lakip_gen.templat_bawaan.unsur import element, twentieths, twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_DIKENAL: Final = frozenset(
    {"Normal", "Title", "Subtitle", "Caption", "Header", "Footer", "ListBullet", "TableofFigures"}
)


def apply(document: Document, tambahan: tuple[Gaya, ...] = ()) -> None:
    """Give a document the styles that all have, and those of its own kind instead or besides."""
    daftar = {gaya.id: gaya for gaya in (*DAFTAR_GAYA, *tambahan)}
    styles = document.styles.element
    for lama in list(styles):
        if not lama.tag.endswith("}latentStyles"):
            styles.remove(lama)
    styles.insert(0, _defaults())
    styles.extend([_style(gaya) for gaya in daftar.values()])
    styles.extend([*_characters(), _plain_table(), _layout_table(), _report_table()])
    styles.extend([_box_table()] if tambahan is KERTAS else [])


def _defaults() -> BaseOxmlElement:
    run = element("rPr", _fonts(HURUF), *_size(11), element("lang", val=BAHASA, eastAsia=BAHASA, bidi="ar-SA"))
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault"))


def _fonts(huruf: str) -> BaseOxmlElement:
    return element("rFonts", ascii=huruf, hAnsi=huruf, eastAsia=huruf, cs=huruf)


def _size(titik: float) -> Iterator[BaseOxmlElement]:
    yield element("sz", val=round(titik * 2))
    yield element("szCs", val=round(titik * 2))


def _style(gaya: Gaya) -> BaseOxmlElement:
    head = [element("name", val=gaya.nama)]
    if gaya.dasar:
        head.append(element("basedOn", val=gaya.dasar))
    if gaya.berikut:
        head.append(element("next", val=gaya.berikut))
    head += [element("uiPriority", val=1), element("qFormat")]
    body = element("pPr", *_paragraph(gaya)), element("rPr", *_run(gaya))
    hasil = element("style", *head, *body, type="paragraph", **_own(gaya), styleId=gaya.id)
    return _marked(hasil, is_default=not gaya.dasar)


def _own(gaya: Gaya) -> dict[str, str | int]:
    """Return the mark of a style that Word does not know by its name."""
    is_known = gaya.id in _DIKENAL or gaya.nama.startswith(("heading ", "toc "))
    return {} if is_known else {"customStyle": 1}


def _marked(style: BaseOxmlElement, *, is_default: bool) -> BaseOxmlElement:
    if is_default:
        style.set(qn("w:default"), "1")
    return style


def _paragraph(gaya: Gaya) -> Iterator[BaseOxmlElement]:
    """Yield the paragraph properties in the order the schema asks for."""
    yield from _flow(gaya)
    yield from _frame(gaya)
    yield from _spacing(gaya)
    if gaya.kiri is not None:
        kanan: dict[str, str | int] = {"right": twips(gaya.kanan)} if gaya.kanan else {}
        yield element("ind", left=twips(gaya.kiri), **kanan, hanging=twips(gaya.gantung))
    if gaya.rata:
        yield element("jc", val=gaya.rata)
    if gaya.aras is not None:
        yield element("outlineLvl", val=gaya.aras - 1)


def _flow(gaya: Gaya) -> Iterator[BaseOxmlElement]:
    """Yield how the lines go over pages."""
    yield from _switch("keepNext", nyala=gaya.rapat)
    yield from _switch("keepLines", nyala=gaya.rapat)
    yield from _switch("pageBreakBefore", nyala=gaya.halaman_baru or None)
    if not gaya.dasar:
        yield element("widowControl")


def _frame(gaya: Gaya) -> Iterator[BaseOxmlElement]:
    """Yield what stands around the text: its bullet, its line above or below, its tabs."""
    if gaya.butir:
        yield element("numPr", element("numId", val=1))
    if gaya.batas:
        yield element("pBdr", element(gaya.batas, val="single", sz=6, space=6, color=gaya.warna or GARIS))
    if gaya.tab:
        yield element("tabs", *(_tab(*tab) for tab in gaya.tab))


def _switch(nama: str, *, nyala: bool | None) -> Iterator[BaseOxmlElement]:
    if nyala is not None:
        yield element(nama) if nyala else element(nama, val=0)


def _tab(posisi: float, rata: str, titik: str) -> BaseOxmlElement:
    hasil = {"leader": titik} if titik else {}
    return element("tab", val=rata, **hasil, pos=twips(posisi))


def _spacing(gaya: Gaya) -> Iterator[BaseOxmlElement]:
    isi: dict[str, str | int] = {}
    if gaya.sebelum is not None:
        isi["before"] = twentieths(gaya.sebelum)
    if gaya.sesudah is not None:
        isi["after"] = twentieths(gaya.sesudah)
    if gaya.spasi is not None:
        isi |= {"line": round(gaya.spasi * 240), "lineRule": "auto"}
    if isi:
        yield element("spacing", **isi)


def _run(gaya: Gaya) -> Iterator[BaseOxmlElement]:
    """Yield the run properties in the order the schema asks for."""
    if gaya.huruf:
        yield _fonts(gaya.huruf)
    for nama, nyala in (("b", gaya.tebal), ("i", gaya.miring), ("caps", gaya.kapital)):
        yield from _switch(nama, nyala=nyala)
    if gaya.warna:
        yield element("color", val=gaya.warna)
    if gaya.ukuran is not None:
        yield from _size(gaya.ukuran)


def _characters() -> Iterator[BaseOxmlElement]:
    nama = element("name", val="Default Paragraph Font")
    plain = element("style", nama, type="character", styleId="DefaultParagraphFont")
    yield _marked(plain, is_default=True)
    strong = element("name", val="Strong"), element("qFormat"), element("rPr", element("b"), element("bCs"))
    yield element("style", *strong, type="character", styleId="Strong")
    rujukan = element("name", val="Rujukan"), element("qFormat")
    yield element("style", *rujukan, type="character", customStyle=1, styleId="Rujukan")


def _plain_table() -> BaseOxmlElement:
    isi = element("name", val="Normal Table"), element("tblPr", margins(0, 0.19))
    return _marked(element("style", *isi, type="table", styleId="TableNormal"), is_default=True)


def _layout_table() -> BaseOxmlElement:
    garis = element("tblBorders", element("bottom", val="thinThickSmallGap", sz=24, space=0, color=AKSEN))
    isi = element("name", val="Tata Letak"), element("basedOn", val="TableNormal")
    return element("style", *isi, element("tblPr", garis), type="table", customStyle=1, styleId=TATA_LETAK)


def _box_table() -> BaseOxmlElement:
    """Return the style of the boxes that people write in by hand."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    garis = element("tblBorders", *(element(sisi, val="single", sz=4, space=0, color="000000") for sisi in sides))
    isi = element("name", val="Tabel Kotak"), element("basedOn", val="TableNormal")
    properties = element("tblPr", garis, margins(0.05, 0.15))
    return element("style", *isi, properties, type="table", customStyle=1, styleId=KOTAK)


def margins(atas: float, sisi: float) -> BaseOxmlElement:
    """Return the room in cm between what stands in cells and their borders."""
    sides = (("top", atas), ("left", sisi), ("bottom", atas), ("right", sisi))
    return element("tblCellMar", *(element(nama, w=twips(cm), type="dxa") for nama, cm in sides))


def _report_table() -> BaseOxmlElement:
    garis = [element(sisi, val="single", sz=8, space=0, color=AKSEN) for sisi in ("top", "bottom")]
    halus = [element(sisi, val="single", sz=4, space=0, color=GARIS) for sisi in ("insideH", "insideV")]
    borders = element("tblBorders", garis[0], garis[1], *halus)
    return element(
        "style",
        element("name", val="Tabel Laporan"),
        element("basedOn", val="TableNormal"),
        element("qFormat"),
        element("tblPr", borders, margins(0, 0.1)),
        _condition("firstRow", PUCAT, "bottom"),
        _condition("lastRow", SAMAR, "top"),
        type="table",
        customStyle=1,
        styleId=TABEL,
    )


def _condition(baris: str, dasar: str, sisi: str) -> BaseOxmlElement:
    garis = element("tcBorders", element(sisi, val="single", sz=8, space=0, color=AKSEN))
    ground = element("shd", val="clear", color="auto", fill=dasar)
    run = element("rPr", element("b"), element("bCs"))
    return element("tblStylePr", run, element("tcPr", garis, ground), type=baris)
