"""Put native charts into a document: drawings with a chart part and its data workbook behind each.

What is drawn in Word as a chart can be changed in Word: its numbers lie in an embedded workbook that "Edit Data"
opens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from jinja2.exceptions import TemplateRuntimeError

from lakip_gen.laporan.grafik import Deret, Grafik
from lakip_gen.word.package import opc, xml
from lakip_gen.word.tags.limits import LimitError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_CHARTS: Final = 500
"""The most charts one document may have."""

_EMU_PER_CM: Final = 360_000
_HEIGHT: Final = 0.45
"""Of the width."""
_LEAST_HEIGHT: Final = 5 * _EMU_PER_CM
_NARROW: Final = 10 * _EMU_PER_CM
_NARROW_HEIGHT: Final = 4 * _EMU_PER_CM
"""Of a chart beside another one."""
_MOST_HEIGHT: Final = 5.5 * _EMU_PER_CM
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ILLEGAL: Final = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_TAKEN_ID: Final = re.compile(rb"<(?:\w+:)?docPr\b[^<>]*?\sid=\"(\d{1,9})\"")
_TAKEN_NAME: Final = re.compile(r"(?:rIdGrafik|charts/chart|grafik)(\d{1,9})")

_INLINE: Final = (
    '<w:r><w:drawing><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:docPr id="{id}" name="Grafik {number}" descr={description} title={heading}/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="{a}"><a:graphicData uri="{c}"><c:chart xmlns:c="{c}" xmlns:r="{r}" r:id="rIdGrafik{number}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


class NotAChartError(TemplateRuntimeError):
    """A tag for charts was given something else."""


class ChartMaker:
    """Draws the charts of one document and keeps them until their parts are asked for.

    Args:
        parts: The template's parts, whose names and ids are taken.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.drawings: list[tuple[int, Grafik, int]] = []
        self.before: tuple[int, int] | None = None

    def draw(self, value: object, width: int) -> str:
        """Return the run that shows a chart, empty for a chart without any number.

        Args:
            value: What the template gave.
            width: How wide the drawing may be, in EMU.
        """
        if not isinstance(value, Grafik):
            raise NotAChartError
        if not value.ada:
            return ""
        if len(self.drawings) == MOST_CHARTS:
            raise LimitError("templat-grafik-terlalu-banyak", MOST_CHARTS)
        self.before = self.before or (_last_number(self.parts), _last_id(self.parts))
        grafik = _legible(value)
        number = self.before[0] + len(self.drawings) + 1
        self.drawings.append((number, grafik, width))
        return _INLINE.format(
            wp=xml.WP_NS,
            a=xml.A_NS,
            c=xml.C_NS,
            r=xml.R_NS,
            id=self.before[1] + len(self.drawings),
            number=number,
            width=width,
            height=_height(width),
            heading=quoteattr(grafik.judul),
            description=quoteattr(grafik.keterangan),
        )

    def with_charts(self, parts: dict[str, bytes]) -> dict[str, bytes]:
        """Return the parts with those of the charts; without charts as they are."""
        if not self.drawings:
            return parts
        from lakip_gen.word.fill.chart_drawing import paint  # noqa: PLC0415 - XlsxWriter is loaded only when a chart is drawn

        result, main = dict(parts), xml.main_part(parts)
        opc.add_default(result, "xlsx", _WORKBOOK_TYPE)
        for number, grafik, width in self.drawings:
            chart, workbook = paint(grafik, width / _EMU_PER_CM)
            name, book = f"word/charts/chart{number}.xml", f"word/embeddings/grafik{number}.xlsx"
            result[book] = workbook
            opc.add_part(result, name, chart, _CHART_TYPE)
            opc.relate(result, name, opc.Relation(f"{xml.LINK_TYPE}package", book), "rId1")
            opc.relate(result, main, opc.Relation(f"{xml.LINK_TYPE}chart", name), f"rIdGrafik{number}")
        return result


def _height(width: int) -> int:
    return round(min(max(width * _HEIGHT, _NARROW_HEIGHT if width < _NARROW else _LEAST_HEIGHT), _MOST_HEIGHT))


def _last_number(parts: Mapping[str, bytes]) -> int:
    """Return the highest number that a chart, a workbook or a relationship of charts has already."""
    links = parts.get(xml.relationships_of(xml.main_part(parts)), b"").decode("utf-8", "replace")
    return max(map(int, _TAKEN_NAME.findall(" ".join((*parts, links)))), default=0)


def _last_id(parts: Mapping[str, bytes]) -> int:
    return max((int(number) for data in parts.values() for number in _TAKEN_ID.findall(data)), default=0)


def _legible(grafik: Grafik) -> Grafik:
    """Return a chart whose texts hold nothing that XML cannot."""
    return Grafik(
        judul=_clean(grafik.judul),
        jenis=grafik.jenis,
        daftar_kategori=tuple(map(_clean, grafik.daftar_kategori)),
        daftar_deret=tuple(
            Deret(_clean(d.nama), d.daftar_nilai, tuple(map(_clean, d.daftar_label))) for d in grafik.daftar_deret
        ),
        satuan=_clean(grafik.satuan),
        keterangan=_clean(grafik.keterangan),
        batas=grafik.batas,
    )


def _clean(text: str) -> str:
    return _ILLEGAL.sub(" ", text)
