"""The document a template starts from, and the file it ends as."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Final, cast

import docx
from docx.oxml.ns import qn

from lakip_gen.ooxml.writer import write_container
from lakip_gen.templat_bawaan import gaya, gaya_tertulis
from lakip_gen.templat_bawaan.unsur import element, twips

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.rel import Relationships
    from docx.oxml.xmlchemy import BaseOxmlElement

PEMBUAT: Final = "lakip-gen"
WAKTU: Final = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
"""Every template's date, so that its bytes depend on its contents only."""

_ORNAMENTS: Final = ("thumbnail", "customXml", "stylesWithEffects", "webSettings", "extended-properties")
"""Parts of python-docx's own default document that say nothing about this one."""
_WORD: Final = "http://schemas.microsoft.com/office/word"


def blank(judul: str, daftar_gaya: tuple[gaya.Gaya, ...] = ()) -> Document:
    """Return an empty document with styles, settings and properties.

    Args:
        judul: The title among the document's properties.
        daftar_gaya: The styles that its kind has besides those of all.
    """
    document = docx.Document()
    _drop_ornaments(document.part.rels)
    if document.part.package is not None:
        _drop_ornaments(document.part.package.rels)
    gaya_tertulis.apply(document, daftar_gaya)
    _number(document)
    _settle(document.settings.element)
    _describe(document, judul)
    return document


def _drop_ornaments(rels: Relationships) -> None:
    for nomor, rel in list(rels.items()):
        if rel.reltype.endswith(_ORNAMENTS):
            del rels[nomor]


def _number(document: Document) -> None:
    """Replace the lists of the default document by one of bullets."""
    root = document.part.numbering_part.element
    for lama in list(root):
        root.remove(lama)
    indent = element("pPr", element("ind", left=twips(0.6), hanging=twips(0.6)))
    level = element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("lvlText", val="•"),
        element("lvlJc", val="left"),
        indent,
        ilvl=0,
    )
    root.append(element("abstractNum", element("multiLevelType", val="hybridMultilevel"), level, abstractNumId=1))
    root.append(element("num", element("abstractNumId", val=1), numId=1))


def _settle(settings: BaseOxmlElement) -> None:
    for lama in list(settings):
        settings.remove(lama)
    rules = [
        element("compatSetting", name=nama, uri=_WORD, val=nilai)
        for nama, nilai in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
    ]
    settings.extend(
        [
            element("zoom", percent=100),
            element("defaultTabStop", val=twips(1)),
            element("characterSpacingControl", val="doNotCompress"),
            # a line break in a value must not stretch the line before it
            element("compat", element("doNotExpandShiftReturn"), *rules),
            element("themeFontLang", val=gaya.BAHASA),
            element("decimalSymbol", val=","),
            element("listSeparator", val=";"),
        ]
    )


def _describe(document: Document, judul: str) -> None:
    sifat = document.core_properties
    sifat.title, sifat.language = judul, gaya.BAHASA
    sifat.author = sifat.last_modified_by = PEMBUAT
    sifat.comments = sifat.keywords = sifat.subject = ""
    sifat.created = sifat.modified = WAKTU
    sifat.revision = 1


def save(document: Document) -> bytes:
    """Return the file; the same document gives the same bytes."""
    aliran = io.BytesIO()
    document.save(aliran)
    with zipfile.ZipFile(aliran) as arsip:
        return write_container({nama: arsip.read(nama) for nama in arsip.namelist()})


def body(document: Document) -> BaseOxmlElement:
    """Return the element that holds all paragraphs and tables."""
    return cast("BaseOxmlElement", document.element.find(qn("w:body")))
