"""The place of the agency's logo: a picture that says so until the planner gives his own."""

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


def logo(document: Document, gaya: str, lebar: float) -> BaseOxmlElement:
    """Return a paragraph with the logo.

    Args:
        document: The template it is for.
        gaya: The paragraph's style.
        lebar: The picture's width in cm.
    """
    gambar = document.part.new_pic_inline(io.BytesIO(gambar_logo()), Cm(lebar))
    gambar.docPr.set("descr", TAG)
    return paragraph("", gaya, element("r", element("drawing", gambar)))
