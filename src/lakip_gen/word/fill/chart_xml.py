"""Complete XlsxWriter's chart XML for Word.

XlsxWriter writes for Excel 2007 and leaves out what that takes for granted; later programs take other things for
granted, so here all of it is said. The labels are texts of their own cells: right from the start in every program,
and following their numbers when those are changed in Word 2013 or later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from lxml import etree

from lakip_gen.word.package import xml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_C: Final = f"{{{xml.C_NS}}}"
_A: Final = f"{{{xml.A_NS}}}"
_NAMESPACES: Final = (
    f'xmlns:c="{xml.C_NS}" xmlns:a="{xml.A_NS}" xmlns:r="{xml.R_NS}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
)
_FONT: Final = '<a:latin typeface="Calibri"/><a:cs typeface="Calibri"/>'
_SIZE: Final = 900
"""Hundredths of a point."""

_EXPLICIT: Final = (
    ("chartSpace", "roundedCorners", "0", ("date1904", "lang")),
    ("chart", "dispBlanksAs", "gap", ("plotVisOnly",)),
    ("barChart", "varyColors", "0", ("grouping",)),
    ("lineChart", "varyColors", "0", ("grouping",)),
    ("catAx", "delete", "0", ("scaling",)),
    ("valAx", "delete", "0", ("scaling",)),
    ("catAx", "majorTickMark", "none", ("delete", "axPos", "majorGridlines", "title", "numFmt")),
    ("valAx", "majorTickMark", "none", ("delete", "axPos", "majorGridlines", "title", "numFmt")),
    ("catAx", "minorTickMark", "none", ("majorTickMark",)),
    ("valAx", "minorTickMark", "none", ("majorTickMark",)),
    ("catAx", "noMultiLvlLbl", "0", ("lblOffset",)),
    ("title", "overlay", "0", ("tx", "layout")),
    ("legend", "overlay", "0", ("legendPos", "layout")),
)
"""What is said where: the parent, its child, the child's value, and what it follows."""

_POINT: Final = (
    '<c:dLbl {names}><c:idx val="{point}"/><c:layout/><c:tx><c:rich><a:bodyPr{rotation}/><a:lstStyle/><a:p>'
    '<a:fld id="{{{series:08X}-0000-4000-8000-{point:012X}}}" type="CELLRANGE"><a:rPr lang="id-ID"/><a:pPr/>'
    "<a:t>{text}</a:t></a:fld>"
    '<a:endParaRPr lang="id-ID"/></a:p></c:rich></c:tx><c:dLblPos val="{spot}"/>{shown}'
    '<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}">'
    '<c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>'
)
"""Without the empty table of fields that Excel adds: the Open XML SDK takes one child of this extension only."""
_SERIES_LABELS: Final = (
    "<c:dLbls {names}><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    '<c:txPr><a:bodyPr{rotation}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}">{letter}</a:defRPr></a:pPr>'
    '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>{shown}'
    '<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}"><c15:showDataLabelsRange val="1"/>'
    "</c:ext></c:extLst></c:dLbls>"
)
_SHOWN: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_RANGE: Final = (
    '<c:extLst {names}><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}"><c15:datalabelsRange>'
    '<c15:f>{reference}</c15:f><c15:dlblRangeCache><c:ptCount val="{count}"/>{content}</c15:dlblRangeCache>'
    "</c15:datalabelsRange></c:ext></c:extLst>"
)
_TEXT: Final = (
    '<c:txPr {names}><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}">{letter}</a:defRPr></a:pPr>'
    '<a:endParaRPr lang="id-ID"/></a:p></c:txPr>'
)
_DATA: Final = '<c:externalData {names} r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'


@dataclass(frozen=True, slots=True)
class Label:
    """The labels of one series.

    Attributes:
        texts: What stands beside each point, empty where nothing does.
        reference: The cells that hold the same.
        positions: Where each stands, in the words of the format.
        is_upright: Whether they are turned by 90 degrees.
    """

    texts: Sequence[str]
    reference: str
    positions: Sequence[str]
    is_upright: bool = False


def complete(data: bytes, labels: Sequence[Label | None], unit: str) -> bytes:
    """Return a chart part that says all that Word has to know.

    Args:
        data: The chart as XlsxWriter writes it.
        labels: The labels of each series.
        unit: What the value axis is called, where it is called anything.
    """
    root = xml.parse(data)
    for text in root.iterfind(f".//{_C}valAx/{_C}title//{_A}t"):
        text.text = unit
    for language in root.iter(f"{_C}lang"):
        language.set("val", "id-ID")
    for run in root.iter(f"{_A}rPr"):
        run.set("lang", "id-ID")
    for parent, name, value, after in _EXPLICIT:
        for element in (root, *root.iter(f"{_C}{parent}")):
            if element.tag == f"{_C}{parent}":
                _say(element, name, value, after)
    for number, series in enumerate(root.iter(f"{_C}ser")):
        _complete_series(series, number, labels[number])
    _complete_space(root)
    return xml.serialise(root)


def _say(element: etree._Element, name: str, value: str, after: tuple[str, ...]) -> None:
    """Give an element a child with a value, unless it has it, after the last of some others."""
    if element.find(f"{_C}{name}") is not None:
        return
    child = etree.Element(f"{_C}{name}", val=value)
    before = list(element.iterchildren(*(f"{_C}{one}" for one in after)))
    if before:
        before[-1].addnext(child)
    else:
        element.insert(0, child)


def _complete_series(series: etree._Element, number: int, label: Label | None) -> None:
    parent = series.getparent()
    is_bar = parent is not None and parent.tag == f"{_C}barChart"
    if is_bar:
        _say(series, "invertIfNegative", "0", ("tx", "spPr"))
    else:
        _say(series, "smooth", "0", ("val",))
    categories = series.find(f"{_C}cat")
    if label is None or categories is None:
        return
    categories.addprevious(_labels(number, label))
    content = "".join(f'<c:pt idx="{point}"><c:v>{escape(text)}</c:v></c:pt>' for point, text in _shown(label))
    series.append(_element(_RANGE, reference=label.reference, count=len(label.texts), content=content))


def _labels(number: int, label: Label) -> etree._Element:
    rotation = ' rot="-5400000" vert="horz"' if label.is_upright else ""
    root = _element(_SERIES_LABELS, rotation=rotation, size=_SIZE, letter=_FONT, shown=_SHOWN.format(value=0))
    points = [
        _element(
            _POINT,
            point=point,
            series=number + 1,
            rotation=rotation,
            text=escape(text),
            spot=label.positions[point],
            shown=_SHOWN.format(value=1),
        )
        for point, text in _shown(label)
    ]
    root[:0] = points
    return root


def _shown(label: Label) -> Iterator[tuple[int, str]]:
    return ((point, text) for point, text in enumerate(label.texts) if text)


def _element(pattern: str, **content: object) -> etree._Element:
    return etree.fromstring(pattern.format(names=_NAMESPACES, **content))


def _complete_space(root: etree._Element) -> None:
    """Give the chart its font and the link to its workbook in the place of what is for printing in Excel."""
    for element in list(root.iterchildren(f"{_C}printSettings")):
        root.remove(element)
    root.append(_element(_TEXT, size=_SIZE, letter=_FONT))
    root.append(_element(_DATA))
    etree.cleanup_namespaces(root, top_nsmap={"c15": "http://schemas.microsoft.com/office/drawing/2012/chart"})
