"""Put the tags of one part together to Jinja's syntax tree, and find the blocks that do not fit.

The document's own text goes into the tree as data; no lexer of Jinja ever sees it. The line number of a node
is the number of its tag plus one, which leads from an error while rendering back to the tag.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from lakip_gen.word.package import xml
from lakip_gen.word.tags.expression import SANDBOX
from lakip_gen.word.tags.lists import restart_lists
from lakip_gen.word.tags.tag import CLOSERS, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml import etree

    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.word.tags.expression import Statement
    from lakip_gen.word.tags.place import Place
    from lakip_gen.word.tags.tag import Tag

DEEPEST: Final = 10
"""How many blocks may lie in one another; Python itself stops at twenty loops."""
MOST_BRANCHES: Final = 100
"""How many `elif` one `if` may have: whoever looks at one looks from within the one before."""


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag of a part: what it says, where it stands, and what its token hangs on in the tree.

    `parent` is None for tags that print, and where the tag could not take its place.
    """

    number: int
    tag: Tag
    place: Place
    statement: Statement
    parent: etree._Element | None = None

    def finding(self, code: str, **details: str) -> Temuan:
        """Return a finding about this tag."""
        return self.place.finding(code, self.tag.text, **details)


@dataclass(slots=True)
class _Block:
    """A block that is still open."""

    placed: PlacedTag
    word: str
    node: nodes.For | nodes.If
    content: list[nodes.Node]
    has_else: bool = False


@dataclass(slots=True)
class _Builder:
    """The tree under construction."""

    content: list[nodes.Node] = field(default_factory=list)
    open_blocks: list[_Block] = field(default_factory=list)
    skipped: list[_Block] = field(default_factory=list)
    """Blocks that another block's end has closed; their own end may still come."""
    findings: list[tuple[int, Temuan]] = field(default_factory=list)

    def append(self, node: nodes.Node) -> None:
        (self.open_blocks[-1].content if self.open_blocks else self.content).append(node)

    def print(self, node: nodes.Expr) -> None:
        """Take up what prints; what follows one another shares a node, for jinja2's sake."""
        content = self.open_blocks[-1].content if self.open_blocks else self.content
        if content and isinstance(content[-1], nodes.Output):
            content[-1].nodes.append(node)
        else:
            content.append(nodes.Output([node], lineno=1))

    def report(self, placed: PlacedTag, code: str, **details: str) -> None:
        self.findings.append((placed.number, placed.finding(code, **details)))

    def add(self, placed: PlacedTag) -> None:
        word, node = placed.statement.word, placed.statement.node
        if node is not None:
            node.lineno = placed.number + 1
        if word in CLOSERS:
            self._open(placed, node)
        elif word in ("elif", "else"):
            self._branch(placed, node)
        elif word in CLOSERS.values():
            self._close(placed, word)
        elif isinstance(node, nodes.Expr):
            self.print(node)
        elif node is not None:
            self.append(node)

    def _open(self, placed: PlacedTag, node: nodes.Node | None) -> None:
        if not isinstance(node, nodes.For | nodes.If):
            return
        if len(self.open_blocks) <= DEEPEST:  # what lies deeper is told, and nobody walks so far down
            self.append(node)
        self.open_blocks.append(_Block(placed, placed.statement.word, node, node.body))
        if len(self.open_blocks) == DEEPEST + 1:
            self.report(placed, "templat-blok-terlalu-dalam", batas=str(DEEPEST))

    def _branch(self, placed: PlacedTag, node: nodes.Node | None) -> None:
        word = placed.statement.word
        block = self.open_blocks[-1] if self.open_blocks else None
        if block is None or block.has_else or (word == "elif" and block.word != "if"):
            self.report(placed, "templat-else-di-luar-blok", perintah=word)
            return
        self._check_place(block.placed, placed)
        if isinstance(node, nodes.If) and isinstance(block.node, nodes.If):
            block.content = node.body
            if len(block.node.elif_) <= MOST_BRANCHES:
                block.node.elif_.append(node)
                if len(block.node.elif_) > MOST_BRANCHES:
                    self.report(placed, "templat-terlalu-besar", apa="cabang elif satu if", batas=str(MOST_BRANCHES))
        else:
            block.has_else = True
            block.content = block.node.else_

    def _close(self, placed: PlacedTag, word: str) -> None:
        index = self._index_of(word)
        if index is None or self._fits_better(placed, word, self.open_blocks[index]):
            self._close_nothing(placed, word)
            return
        self._check_place(self.open_blocks[index].placed, placed)
        self.skipped += self.open_blocks[index + 1 :]
        del self.open_blocks[index:]

    def _index_of(self, closer: str) -> int | None:
        """Return the innermost open block that the word ends."""
        fitting = [index for index, block in enumerate(self.open_blocks) if CLOSERS[block.word] == closer]
        return fitting[-1] if fitting else None

    def _fits_better(self, placed: PlacedTag, word: str, block: _Block) -> bool:
        """Return whether a block that was passed over has the closing tag's letter, and the open one has not."""
        level = placed.tag.level
        return block.placed.tag.level is not level and any(one.placed.tag.level is level for one in self._passed(word))

    def _passed(self, closer: str) -> list[_Block]:
        return [block for block in self.skipped if CLOSERS[block.word] == closer]

    def _close_nothing(self, placed: PlacedTag, word: str) -> None:
        passed = sorted(self._passed(word), key=lambda block: block.placed.tag.level is not placed.tag.level)
        if passed:
            self.skipped.remove(passed[0])
            self.report(placed, "templat-blok-bersilang", pembuka=passed[0].placed.tag.text, penutup=word)
            return
        opener = next(key for key, value in CLOSERS.items() if value == word)
        self.report(placed, "templat-penutup-tanpa-pembuka", penutup=word, pembuka=opener)

    def _check_place(self, opener: PlacedTag, placed: PlacedTag) -> None:
        if opener.parent is None or placed.parent is None or opener.parent is placed.parent:
            return
        code = _crossing(opener.tag.level, placed.tag.level, opener.parent, placed.parent)
        self.report(placed, code, pembuka=opener.tag.text, penutup=placed.tag.text, letak=str(opener.place))

    def finish(self) -> None:
        for block in (*self.skipped, *self.open_blocks):
            closer = _closing_tag(block.placed.tag, CLOSERS[block.word])
            self.report(block.placed, "templat-blok-tak-ditutup", perintah=block.word, penutup=closer)


def _closing_tag(tag: Tag, word: str) -> str:
    return f"{{%{tag.level.value} {word} %}}"


def _crossing(level: Level, other: Level, parent: etree._Element, other_parent: etree._Element) -> str:
    """Return the code for a block whose two ends hang on different elements."""
    if level is not other:
        return "templat-aras-beda"
    if level in (Level.ROW, Level.CELL):
        return "templat-blok-lintas-tabel" if level is Level.ROW else "templat-blok-lintas-baris"
    if xml.closest(parent, xml.TC) is not xml.closest(other_parent, xml.TC):
        return "templat-blok-lintas-sel"
    if level is Level.TEXT and xml.closest(parent, xml.P) is not xml.closest(other_parent, xml.P):
        return "templat-blok-lintas-paragraf"
    return "templat-blok-lintas-wadah"


def assemble(
    pieces: Sequence[str], placed_tags: Iterable[PlacedTag]
) -> tuple[nodes.Template, list[tuple[int, Temuan]]]:
    """Return the tree of a part, and the faults of its blocks with the numbers of their tags.

    Faults do not stop the tree: what is known stands in it, so that names can be checked all the same.

    Args:
        pieces: The document's text before, between and after the tags.
        placed_tags: The tags in the order in which they stand.
    """
    builder = _Builder()
    text = iter(pieces)
    builder.print(nodes.TemplateData(next(text), lineno=1))
    for placed, after in zip(placed_tags, text, strict=True):
        builder.add(placed)
        if after:
            builder.print(nodes.TemplateData(after, lineno=1))
    builder.finish()
    tree = nodes.Template(builder.content, lineno=1)
    restart_lists(tree)
    tree.set_environment(SANDBOX)
    return tree, builder.findings
