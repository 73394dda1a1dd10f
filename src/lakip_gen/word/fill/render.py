"""Fill a template with data, and hand the document out only after it was read back."""

from __future__ import annotations

import functools
from dataclasses import fields, is_dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from xml.parsers.expat import ExpatError

from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from lxml import etree

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.carry.base import sealed
from lakip_gen.word.fill.charts import ChartMaker, NotAChartError
from lakip_gen.word.fill.footnotes import with_own_notes
from lakip_gen.word.fill.line_breaks import with_plain_breaks
from lakip_gen.word.fill.lists import ListMaker
from lakip_gen.word.fill.own_charts import with_own_charts
from lakip_gen.word.inspect.check import WARNINGS, check_template
from lakip_gen.word.package import opc, xml
from lakip_gen.word.package.numbering import Numbering
from lakip_gen.word.package.properties import Properties, with_properties
from lakip_gen.word.package.styles import Styles
from lakip_gen.word.pages import due
from lakip_gen.word.pages.contents import fill_contents, has_contents, number_contents
from lakip_gen.word.pages.fields import may_have_captions, simplify
from lakip_gen.word.pages.fit import fit, may_need_fit
from lakip_gen.word.pages.list_numbers import printed_numbers
from lakip_gen.word.pages.numbering import number_captions, part_rounds
from lakip_gen.word.tags.expression import LONGEST_TAG, SANDBOX
from lakip_gen.word.tags.limits import LARGEST_OUTPUT, CellValueError, EmptyValueError, LimitError, LoopGuard
from lakip_gen.word.tags.place import Place
from lakip_gen.word.tags.sandbox import CHARTS, GUARD, LISTS
from lakip_gen.word.tags.tidy import tidy
from lakip_gen.word.template.integrity import check_links

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jinja2 import Template

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.tag import Level
    from lakip_gen.word.template.open import WordTemplate
    from lakip_gen.word.template.part import TaggedPart

_BATCH: Final = 64
_FAULTS: Final = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
)
_CAUSES: Final = (
    (ZeroDivisionError, "pembagian dengan nol"),
    (ArithmeticError, "hitungan angka yang tidak mungkin"),
    (TypeError, "jenis nilai tidak cocok, misalnya teks dihitung bersama angka"),
    (LookupError, "unsur yang diminta tidak ada di dalam daftar"),
)


def render(
    template: WordTemplate, context: object, *, properties: Properties | None = None
) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return the finished document and the warnings, or no document and the faults.

    A template with faults is never rendered.

    Args:
        template: The opened template.
        context: An instance of the dataclass whose fields are the template's names.
        properties: Document properties that replace those of the template.
    """
    parts, findings = fill(template, context)
    if parts is None:
        return None, findings
    data, faults = finish(template.name, parts, properties=properties)
    return data, faults or findings


def fill(template: WordTemplate, context: object) -> tuple[Mapping[str, bytes] | None, tuple[Temuan, ...]]:
    """Return the parts of the document with their data and charts and the warnings, or the faults."""
    findings = check_template(template, type(context))
    if any(finding.kode not in WARNINGS for finding in findings):
        return None, findings
    filler = _Filler(context, template.parts)
    filled = {part.name: filler.fill(part) for part in template.tagged_parts}
    main = xml.main_part(template.parts)
    if main not in filled:
        filled[main] = laid_out(main, template.parts[main], template.parts)
    if filler.findings:
        return None, (*findings, *filler.findings)
    parts = filler.list_maker.with_lists({**template.parts, **filled})
    parts = with_own_charts(with_own_notes(with_plain_breaks(parts)))
    return filler.chart_maker.with_charts(parts), findings


def finish(
    name: str,
    parts: Mapping[str, bytes],
    *,
    properties: Properties | None = None,
    page_numbers: Mapping[str, str] | None = None,
) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return the file of a filled document, read back and found whole, or what is wrong with it.

    Args:
        name: The template's name, as findings shall show it.
        parts: The filled parts.
        properties: Document properties that replace those of the template.
        page_numbers: The printed page number by bookmark, for the contents lists.
    """
    finished = _numbered(parts, page_numbers) if page_numbers else parts
    if properties:
        finished = with_properties(finished, properties)
    finished = sealed(finished)
    data = write_container(finished)
    return (None, faults) if (faults := _read_back(data, finished, name)) else (data, ())


def laid_out(name: str, data: bytes, parts: Mapping[str, bytes], levels: Collection[Level] | None = None) -> bytes:
    """Return a filled part tidied, and in the main part tables that fit their pages and filled contents lists.

    The tree is built once for all of it, and not at all where nothing is to be done.

    Args:
        name: The part's name.
        data: The part with its data.
        parts: The parts of the template, which tell its styles.
        levels: What the part's tags take the place of; None where they can leave nothing to tidy.

    Raises:
        XMLSyntaxError: When the part is not well-formed, or `ExpatError`.
    """
    is_main = name == xml.main_part(parts)
    is_laid_out = is_main and (may_need_fit(data) or has_contents(data) or may_have_captions(data))
    is_due = due.NEEDED in data
    if levels is None and not is_laid_out and not is_due:
        xml.check(data)
        return data
    root = xml.parse(data, huge=True)
    changed = is_laid_out and simplify(root) | part_rounds(root)
    changed |= levels is not None and tidy(root, levels)
    changed |= is_due and due.highlight_due(root)
    if is_laid_out:
        styles = Styles(parts)
        numbers = printed_numbers(root, styles, Numbering(parts))
        changed |= fit(root, styles) | number_captions(root, styles, numbers) | fill_contents(root, styles, numbers)
    return xml.serialise(root) if changed else data


def _numbered(parts: Mapping[str, bytes], page_numbers: Mapping[str, str]) -> Mapping[str, bytes]:
    """Return the parts of a filled document with page numbers in its contents lists."""
    name = xml.main_part(parts)
    root = xml.parse(parts[name], huge=True)
    number_contents(root, page_numbers)
    return {**parts, name: xml.serialise(root)}


def _read_back(data: bytes, parts: Mapping[str, bytes], name: str) -> tuple[Temuan, ...]:
    """Return what is wrong with a finished document, judged by what was written to its file."""
    opened, findings = opc.open_docx(data, name, most_parts=len(parts))
    if opened != parts:
        return findings or (Place(name).finding("templat-hasil-rusak"),)
    return check_links(opened, Place(name))


class _Filler:
    """Fills the parts of one document and keeps what went wrong."""

    def __init__(self, context: object, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self.loop_guard = LoopGuard()
        self.chart_maker = ChartMaker(parts)
        self.list_maker = ListMaker(parts)
        self.variables: dict[str, Any] = {GUARD: self.loop_guard, CHARTS: self.chart_maker, LISTS: self.list_maker}
        if is_dataclass(context):
            self.variables |= {one.name: getattr(context, one.name) for one in fields(context)}
        self.findings: list[Temuan] = []

    def fill(self, part: TaggedPart) -> bytes:
        """Return a part with its data; a fault leaves it empty and is kept."""
        try:
            data = xml.with_head(self._stream(part))
            return laid_out(part.name, data, self.parts, part.levels)
        except _FAULTS as fault:
            self.findings.append(_finding(part, fault))
        except (etree.XMLSyntaxError, ExpatError):
            place = Place(part.places[0][0].file, part.places[0][0].part)
            self.findings.append(place.finding("templat-hasil-rusak"))
        return b""

    def _stream(self, part: TaggedPart) -> str:
        pieces: list[str] = []
        size = 0
        stream = _compiled(part).generate(self.variables)
        while batch := list(islice(stream, _BATCH)):
            pieces += batch
            size += sum(map(len, batch))
            if size > LARGEST_OUTPUT:
                raise LimitError("templat-hasil-terlalu-besar", LARGEST_OUTPUT)
            self.loop_guard.check_time()
        return "".join(pieces)


@functools.lru_cache(maxsize=64)
def _compiled(part: TaggedPart) -> Template:
    try:
        return SANDBOX.from_string(part.tree)
    except (RecursionError, SyntaxError, MemoryError) as fault:
        raise LimitError("templat-terlalu-rumit", LONGEST_TAG) from fault


def _finding(part: TaggedPart, fault: Exception) -> Temuan:
    """Return a fault of rendering as a finding about the tag it happened in."""
    line = _line_of(fault)
    place, text = part.places[line - 1] if line else (part.places[0][0], "")
    if isinstance(fault, LimitError):
        return place.finding(fault.code, text, batas=fault.limit)
    if isinstance(fault, EmptyValueError):
        return place.finding("templat-nilai-kosong", text)
    if isinstance(fault, CellValueError):
        return place.finding("templat-gagal-dihitung", text, sebab=str(fault))
    if isinstance(fault, NotAChartError):
        return place.finding("templat-bukan-grafik", text)
    if isinstance(fault, UndefinedError):
        return place.finding("templat-nilai-tak-ada", text)
    if isinstance(fault, SecurityError):
        return place.finding("templat-operasi-ditolak", text)
    cause = next((cause for kind, cause in _CAUSES if isinstance(fault, kind)), "nilai tidak dapat diolah")
    return place.finding("templat-gagal-dihitung", text, sebab=cause)


def _line_of(fault: Exception) -> int:
    """Return the line of the template an error came from; jinja2 names its frames `<template>`."""
    lines = [0]
    frame = fault.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<template>":
            lines.append(frame.tb_lineno)
        frame = frame.tb_next
    return lines[-1]
