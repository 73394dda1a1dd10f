"""The templates and the two files that give them their look and their life."""

from __future__ import annotations

from datetime import date
from importlib import resources
from typing import Final

from jinja2 import DictLoader, Environment, StrictUndefined
from starlette.responses import HTMLResponse, Response

from lakip_gen.domain.teks import bersihkan
from lakip_gen.pesan.bahasa import tanggal
from lakip_gen.pesan.status import TANDA_TINGKAT

TEMPLATES: Final = (
    "dasar.html.j2",
    "salah.html.j2",
    "layar.html.j2",
    "induk.html.j2",
    "mulai.html.j2",
    "unsur.html.j2",
)
_KINDS: Final = {"tampilan.css": "text/css", "tampilan.js": "text/javascript"}


def _text(name: str) -> str:
    return (resources.files("lakip_gen.page") / "berkas" / name).read_text(encoding="utf-8")


def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _text(name) for name in TEMPLATES}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tanggal"] = _day
    environment.globals["tanda"] = {level.value: mark for level, mark in TANDA_TINGKAT.items()}
    return environment


def _day(day: date) -> str:
    return tanggal(day)


_ENVIRONMENT: Final = _environment()


def render(name: str, status: int = 200, **values: object) -> Response:
    """Return a page."""
    return HTMLResponse(bersihkan(_ENVIRONMENT.get_template(name).render(**values)), status)


def asset(name: str) -> Response:
    """Return the style sheet or the script."""
    return Response(_text(name), media_type=_KINDS[name])
