"""A guide for one role as one page that stands alone."""

from __future__ import annotations

from base64 import b64encode
from importlib import resources
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, StrictUndefined

from lakip_gen.domain.teks import bersihkan
from lakip_gen.pesan.panduan import gambar_panduan

if TYPE_CHECKING:
    from lakip_gen.pesan.panduan import Panduan

TEMPLATE: Final = "guide.html.j2"


def render_guide(guide: Panduan) -> bytes:
    """Return the page as UTF-8 bytes, the same for the same content."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = (resources.files("lakip_gen.html") / TEMPLATE).read_text(encoding="utf-8")
    return bersihkan(environment.from_string(source).render(guide=guide, picture=_picture)).encode()


def _picture(name: str) -> str:
    return f"data:image/png;base64,{b64encode(gambar_panduan(name)).decode()}"
