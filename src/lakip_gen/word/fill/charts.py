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
from lakip_gen.word.package import parts, xml
from lakip_gen.word.tags.sandbox import LimitError

if TYPE_CHECKING:
    from collections.abc import Mapping

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

        hasil, utama = dict(bagian), xml.main_part(bagian)
        parts.add_default(hasil, "xlsx", _WORKBOOK_TYPE)
        for nomor, grafik, lebar in self.daftar:
            chart, workbook = paint(grafik, lebar / _EMU_PER_CM)
            nama, buku = f"word/charts/chart{nomor}.xml", f"word/embeddings/grafik{nomor}.xlsx"
            hasil[buku] = workbook
            parts.add_part(hasil, nama, chart, _CHART_TYPE)
            parts.relate(hasil, nama, parts.Relasi(f"{xml.LINK_TYPE}package", buku), "rId1")
            parts.relate(hasil, utama, parts.Relasi(f"{xml.LINK_TYPE}chart", nama), f"rIdGrafik{nomor}")
        return hasil


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
