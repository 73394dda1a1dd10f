"""Put native charts into a document: drawings with a chart part and its data workbook behind each.

What is drawn in Word as a chart can be changed in Word: its numbers lie in an embedded workbook that "Edit Data"
opens.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import quoteattr

from jinja2.exceptions import TemplateRuntimeError
from lxml import etree

from lakip_gen.laporan.grafik import Deret, Grafik
from lakip_gen.word.package import parts, xml
from lakip_gen.word.tags.sandbox import LimitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MAKS_GRAFIK: Final = 500
"""The most charts one document may have."""

_EMU_PER_CM: Final = 360_000
_HEIGHT: Final = 0.45
"""Of the width."""
_LEAST_HEIGHT: Final = 5 * _EMU_PER_CM
_MOST_HEIGHT: Final = 5.5 * _EMU_PER_CM
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_LINKS: Final = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ILLEGAL: Final = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_TAKEN_ID: Final = re.compile(rb"<(?:\w+:)?docPr\b[^>]*?\sid=\"(\d{1,9})\"")
_TAKEN_NAME: Final = re.compile(r"(?:rIdGrafik|charts/chart|grafik)(\d{1,9})")

_INLINE: Final = (
    '<w:r><w:drawing><wp:inline xmlns:wp="{wp}" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{lebar}" cy="{tinggi}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:docPr id="{id}" name="Grafik {nomor}" descr={keterangan} title={judul}/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="{a}"><a:graphicData uri="{c}"><c:chart xmlns:c="{c}" xmlns:r="{r}" r:id="rIdGrafik{nomor}"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


class NotAChartError(TemplateRuntimeError):
    """A tag for charts was given something else."""


class Penggambar:
    """Draws the charts of one document and keeps them until their parts are asked for.

    Args:
        bagian: The template's parts, whose names and ids are taken.
    """

    def __init__(self, bagian: Mapping[str, bytes]) -> None:
        self.bagian = bagian
        self.daftar: list[tuple[int, Grafik, int]] = []
        self.before: tuple[int, int] | None = None

    def draw(self, nilai: object, lebar: int) -> str:
        """Return the run that shows a chart, empty for a chart without any number.

        Args:
            nilai: What the template gave.
            lebar: How wide the drawing may be, in EMU.
        """
        if not isinstance(nilai, Grafik):
            raise NotAChartError
        if not nilai.ada:
            return ""
        if len(self.daftar) == MAKS_GRAFIK:
            raise LimitError("templat-grafik-terlalu-banyak", MAKS_GRAFIK)
        self.before = self.before or (_last_number(self.bagian), _last_id(self.bagian))
        grafik = _legible(nilai)
        nomor = self.before[0] + len(self.daftar) + 1
        self.daftar.append((nomor, grafik, lebar))
        return _INLINE.format(
            wp=_WP,
            a=_A,
            c=_C,
            r=xml.R_NS,
            id=self.before[1] + len(self.daftar),
            nomor=nomor,
            lebar=lebar,
            tinggi=round(min(max(lebar * _HEIGHT, _LEAST_HEIGHT), _MOST_HEIGHT)),
            judul=quoteattr(grafik.judul),
            keterangan=quoteattr(grafik.keterangan),
        )

    def with_charts(self, bagian: dict[str, bytes]) -> dict[str, bytes]:
        """Return the parts with those of the charts; without charts as they are."""
        if not self.daftar:
            return bagian
        from lakip_gen.word.fill.chart_drawing import paint  # noqa: PLC0415 - XlsxWriter is loaded only when a chart is drawn

        baru: dict[str, bytes] = {}
        for nomor, grafik, lebar in self.daftar:
            chart, workbook = paint(grafik, lebar / _EMU_PER_CM)
            baru[_chart_name(nomor)] = chart
            baru[xml.relationships_of(_chart_name(nomor))] = _chart_links(nomor)
            baru[f"word/embeddings/grafik{nomor}.xlsx"] = workbook
        numbers = [nomor for nomor, _, _ in self.daftar]
        return bagian | baru | {parts.CONTENT_TYPES: _typed(bagian, numbers)} | _linked(bagian, numbers)


def _chart_name(nomor: int) -> str:
    return f"word/charts/chart{nomor}.xml"


def _last_number(bagian: Mapping[str, bytes]) -> int:
    """Return the highest number that a chart, a workbook or a relationship of charts has already."""
    links = bagian.get(xml.relationships_of(xml.main_part(bagian)), b"").decode("utf-8", "replace")
    return max(map(int, _TAKEN_NAME.findall(" ".join((*bagian, links)))), default=0)


def _last_id(bagian: Mapping[str, bytes]) -> int:
    return max((int(nomor) for isi in bagian.values() for nomor in _TAKEN_ID.findall(isi)), default=0)


def _legible(grafik: Grafik) -> Grafik:
    """Return a chart whose texts hold nothing that XML cannot."""
    return Grafik(
        _clean(grafik.judul),
        grafik.jenis,
        tuple(map(_clean, grafik.daftar_kategori)),
        tuple(Deret(_clean(d.nama), d.daftar_nilai, tuple(map(_clean, d.daftar_label))) for d in grafik.daftar_deret),
        _clean(grafik.satuan),
        _clean(grafik.keterangan),
    )


def _clean(teks: str) -> str:
    return _ILLEGAL.sub(" ", teks)


def _chart_links(nomor: int) -> bytes:
    root = xml.parse(_NO_LINKS)
    _add_link(root, "rId1", "package", f"../embeddings/grafik{nomor}.xlsx")
    return xml.serialise(root)


def _add_link(root: etree._Element, nomor: str, jenis: str, tujuan: str) -> None:
    element = etree.SubElement(root, f"{_RELATIONS}Relationship")
    element.set("Id", nomor)
    element.set("Type", f"{xml.LINK_TYPE}{jenis}")
    element.set("Target", tujuan)


def _linked(bagian: Mapping[str, bytes], numbers: Iterable[int]) -> dict[str, bytes]:
    """Return the relationships of the main part with those of the charts."""
    main = xml.main_part(bagian)
    rels = xml.relationships_of(main)
    root = xml.parse(bagian[rels]) if rels in bagian else xml.parse(_NO_LINKS)
    for nomor in numbers:
        tujuan = posixpath.relpath(_chart_name(nomor), posixpath.dirname(main))
        _add_link(root, f"rIdGrafik{nomor}", "chart", tujuan)
    return {rels: xml.serialise(root)}


def _typed(bagian: Mapping[str, bytes], numbers: Iterable[int]) -> bytes:
    """Return the content types with those of charts and workbooks."""
    root = xml.parse(bagian[parts.CONTENT_TYPES])
    if all(kind.get("Extension", "").lower() != "xlsx" for kind in xml.children(root)):
        kind = etree.Element(f"{_TYPES}Default", Extension="xlsx", ContentType=_WORKBOOK_TYPE)
        root.insert(0, kind)
    for nomor in numbers:
        etree.SubElement(root, f"{_TYPES}Override", PartName=f"/{_chart_name(nomor)}", ContentType=_CHART_TYPE)
    return xml.serialise(root)
