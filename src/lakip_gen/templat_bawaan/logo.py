"""The places of the agency's pictures: its logo, which says so until the planner gives one, and others he may give."""

from __future__ import annotations

import io
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from docx.shared import Cm

from lakip_gen.templat_bawaan.unsur import element, paragraph

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

TAG: Final = "{{ gambar.logo }} Logo instansi"
"""The alternative text: what takes the picture's place, and what readers without eyes are told."""


@cache
def gambar_logo() -> bytes:
    """Return the picture, a PNG."""
    return (resources.files("lakip_gen.templat_bawaan") / "logo.png").read_bytes()


def logo(document: Document, gaya: str, lebar: float, tag: str = TAG) -> BaseOxmlElement:
    """Return a paragraph with the logo, or with another picture in its place.

    Args:
        document: The template it is for.
        gaya: The paragraph's style.
        lebar: The picture's width in cm.
        tag: The alternative text.
    """
    gambar = document.part.new_pic_inline(io.BytesIO(gambar_logo()), Cm(lebar))
    gambar.docPr.set("descr", tag)
    return paragraph("", gaya, element("r", element("drawing", gambar)))


def gambar_pilihan(document: Document, nama: str, sebutan: str) -> BaseOxmlElement:
    """Return a paragraph with a picture that is there when the planner gives one, and vanishes with its paragraph else.

    Args:
        document: The template it is for.
        nama: What the picture's file is called.
        sebutan: Its alternative text.
    """
    return logo(document, "Gambar", _LEBAR_PILIHAN, f"{{{{ gambar.{nama} bila ada }}}} {sebutan}")


_LEBAR_PILIHAN: Final = 15.0
"""The width of such a picture, in cm."""
