"""Find the tags in the text of a paragraph, and put right what Word does to the characters inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, unique
from typing import Final

from lakip_gen.word.tags.other_programs import FOREIGN, foreign_tags, written_here


@unique
class TagKind(Enum):
    """What a tag does, by its opening brackets."""

    PRINT = "{{"
    """Prints a value."""
    COMMAND = "{%"
    """Steers: for, if, set."""
    COMMENT = "{#"
    """Says something to the reader of the template only."""

    @property
    def closing(self) -> str:
        """The closing brackets."""
        return {"{{": "}}", "{%": "%}", "{#": "#}"}[self.value]


@unique
class Level(Enum):
    """What a tag takes the place of; the members' values are the letters in the tag."""

    TEXT = ""
    """Only its own characters."""
    PARAGRAPH = "p"
    """The paragraph it stands in."""
    ROW = "tr"
    """The table row it stands in."""
    CELL = "tc"
    """The table cell it stands in."""

    @property
    def label(self) -> str:
        """The word for the thing that is replaced."""
        return {"": "teks", "p": "paragraf", "tr": "baris tabel", "tc": "sel tabel"}[self.value]


CLOSERS: Final = {"for": "endfor", "if": "endif"}
"""The blocks and what ends them."""
CELL_COMMANDS: Final = ("cellbg", "colspan", "hm", "vm")
"""What a tag can say of the cell it stands in."""
PICTURES: Final = "gambar"
"""The name that stands for the pictures beside the templates."""
_COMMAND: Final = re.compile(r"[-+\s]*(\w+)(.*)", re.DOTALL)
_TWO_WORDS: Final = re.compile(r"\s*(?:else\s+if|end\s+(?:for|if))\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag of a paragraph.

    Attributes:
        start: The offset of its first character in the paragraph's text.
        end: The offset after its last character.
        kind: What it does.
        level: What it takes the place of.
        content: What stands between the brackets, straightened, without the letters of its `level`.
        text: The tag as it stands in the document.
    """

    start: int
    end: int
    kind: TagKind
    level: Level
    content: str
    text: str

    @property
    def is_chart(self) -> bool:
        """Whether it asks for a chart: `{{p ... }}`."""
        return self.kind is TagKind.PRINT and self.level is Level.PARAGRAPH

    @property
    def word(self) -> str:
        """The command it begins with, empty for one that prints."""
        return self.split()[0]

    def split(self) -> tuple[str, str]:
        """Return the command and what follows it; a tag that prints has no command."""
        found = _COMMAND.match(self.content) if self.kind is TagKind.COMMAND else None
        if found is None:
            return "", self.content
        two_words = _TWO_WORDS.match(self.content)
        return (" ".join(two_words[0].split()), "") if two_words else (found[1], found[2])


@dataclass(frozen=True, slots=True)
class Flaw:
    """A fault of writing: its code, the text it concerns and the parameters of its wording."""

    code: str
    text: str
    details: tuple[tuple[str, str], ...] = ()


_OPENING: Final = re.compile(r"\{[{%#]")
_ESCAPED: Final = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
"""How brackets are written that shall be printed, in templates for docxtpl."""
_NEXT: Final = re.compile(r"\{_?[{%]|\{#|[%}]_\}")
_STRAY: Final = re.compile(r"[}%#]\}")
_APART: Final = re.compile(r"\{\s+(?:\{[^{}]*\}\s*\}|%[^{}]*%\s*\})")
"""A tag with a blank between its brackets, which would be printed as it stands."""
_LEVELS: Final = {
    TagKind.COMMAND: re.compile(r"\s*(p|tr|tc|r)(?:\s+|(?=(?:for|if|elif|else|endif|endfor|set|include)\b))"),
    TagKind.COMMENT: re.compile(r"(p|tr|tc|r)\s+"),
    TagKind.PRINT: re.compile(
        r"\s*(p|r)\s+(?=[^\W\d])(?!(?:and|else|if|in|is|not|or)\b)"
    ),  # `p` may be a variable's name
}
_OF_RUN: Final = "r"
"""The letter of templates for docxtpl that means a run; here every tag keeps the formatting of its run."""
_OPEN_BLOCK: Final = re.compile(r"\{#\s*[^\W\d][\w.]{0,80}\s*\}(?!\})")
"""How another program begins a loop; here it looks like a comment without end."""
_EXCERPT: Final = 40
_LOOK: Final = 400
"""How much text is looked at for an excerpt; a text full of brackets gives one for each of them."""


def lex(text: str) -> tuple[tuple[Tag, ...], tuple[Flaw, ...]]:
    """Return the tags of a paragraph's text, and the brackets that make no tag."""
    tags: list[Tag] = []
    flaws: list[Flaw] = []
    start, is_open = 0, False
    last_comment_end = text.rfind(TagKind.COMMENT.closing)  # searched once: a text may open comments without end
    while opening := _NEXT.search(text, start):
        flaws += [] if is_open else _stray(text[start : opening.start()])
        is_endless = opening[0] == TagKind.COMMENT.value and last_comment_end < opening.end()
        tag = None if is_endless else _escaped(opening) or _tag_at(text, opening.start())
        is_open = tag is None
        if tag is None:
            flaws.append(_unclosed(text, opening.start()))
        else:
            tags.append(tag)
        start = opening.end() if tag is None else tag.end
    flaws += [] if is_open else _stray(text[start:])
    return tuple(tags), tuple(flaws)


def _escaped(found: re.Match[str]) -> Tag | None:
    """Return what prints brackets that were written so as to be no tag."""
    if (printed := _ESCAPED.get(found[0])) is None:
        return None
    content = f'"{printed}"'
    return Tag(
        start=found.start(),
        end=found.end(),
        kind=TagKind.PRINT,
        level=Level.TEXT,
        content=content,
        text=found[0],
    )


def _stray(text: str) -> list[Flaw]:
    """Return what looks like a tag between tags, of another program too, or like the end of one."""
    apart = [Flaw("templat-kurung-terpisah", excerpt(found[0])) for found in _APART.finditer(text)]
    rest = _blank(_APART, text)
    foreign = [foreign_flaw(tag, written) for tag, written in foreign_tags(rest)]
    rest = _blank(FOREIGN, rest)
    return [*foreign, *apart] + [
        Flaw(
            "templat-penutup-liar",
            excerpt(text[max(0, found.start() - 20) : found.end() + _LOOK]),
            (("penutup", found[0]),),
        )
        for found in _STRAY.finditer(rest)
    ]


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


def foreign_flaw(tag: str, written: str) -> Flaw:
    """Return the fault of a tag that another program would fill."""
    return Flaw("templat-program-lain", excerpt(tag), (("tulis", written),))


def _unclosed(text: str, start: int) -> Flaw:
    if (block := _OPEN_BLOCK.match(text, start)) is not None:
        return foreign_flaw(block[0], written_here(block[0]))
    closing = TagKind(text[start : start + 2]).closing
    return Flaw("templat-tag-tak-ditutup", excerpt(text[start : start + _LOOK]), (("penutup", closing),))


def excerpt(text: str, longest: int = _EXCERPT) -> str:
    """Return text short enough for a message, or for so many letters, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"


def _tag_at(text: str, start: int) -> Tag | None:
    kind = TagKind(text[start : start + 2])
    end = _end_of(text, start + 2, kind)
    if end is None:
        return None
    inside = text[start + 2 : end]
    matched = _LEVELS[kind].match(inside)
    if matched is None:
        level = Level.TEXT
    else:
        letter = "" if matched[1] == _OF_RUN else matched[1]
        level, inside = Level(letter), inside[matched.end() :]
    return Tag(
        start=start, end=end + 2, kind=kind, level=level, content=straighten(inside)[0], text=text[start : end + 2]
    )


def _end_of(text: str, start: int, kind: TagKind) -> int | None:
    """Return where the closing brackets stand: the first ones outside quotes, else the first ones."""
    if kind is TagKind.COMMENT:
        return _position(text.find("#}", start))
    following = _OPENING.search(text, start)
    limit = following.start() if following else len(text)
    outside = _outside_quotes(text, start, limit, kind.closing)
    return _position(outside if outside >= 0 else text.find(kind.closing, start, limit))


def _position(found: int) -> int | None:
    return None if found < 0 else found


def _outside_quotes(text: str, start: int, limit: int, closing: str) -> int:
    """Return the first place of closing brackets before which the quotes pair up, -1 where there is none."""
    while True:
        quote = _QUOTE.search(text, start, limit)
        found = text.find(closing, start, quote.start() if quote else limit)
        if found >= 0 or quote is None:
            return found
        straight = _STRAIGHT[quote[0]]
        end = _KINDS[straight].search(text, quote.end(), limit)
        if end is None:
            return -1
        start = end.end()
        exact = text.find(straight, quote.end(), limit) if quote[0] == straight else -1
        if exact > end.start():  # a tag that ends before the straight quote has the other one as its end
            found = _outside_quotes(text, start, exact, closing)
            if found >= 0:
                return found
            start = exact + 1


_QUOTES: Final = {'"': '"“”„‟″＂', "'": "'‘’‚‛′"}
_STRAIGHT: Final = {letter: straight for straight, every in _QUOTES.items() for letter in every}
_QUOTE: Final = re.compile(f"[{''.join(_STRAIGHT)}]")
_KINDS: Final = {straight: re.compile(f"[{every}]") for straight, every in _QUOTES.items()}
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


def straighten(inside: str) -> tuple[str, bool]:
    """Return a tag's inside with straight quotes and plain blanks, and whether its quotes pair up.

    Characters between quotes are content and stay as they are. Quotes that were opened curly are closed by
    any quote of their kind; quotes opened straight are closed by a straight one if there is one.
    """
    if inside.isascii() and not _QUOTE.search(inside):
        return inside, True
    pieces: list[str] = []
    position = 0
    while quote := _QUOTE.search(inside, position):
        straight = _STRAIGHT[quote[0]]
        end = inside.find(straight, quote.end()) if quote[0] == straight else -1
        if end < 0 and (found := _KINDS[straight].search(inside, quote.end())):
            end = found.start()
        pieces += [_plain(inside[position : quote.start()]), straight, inside[quote.end() : end if end >= 0 else None]]
        if end < 0:
            return "".join(pieces), False
        pieces.append(straight)
        position = end + 1
    return "".join((*pieces, _plain(inside[position:]))), True


def _plain(text: str) -> str:
    """Return text between quotes without invisible characters, and with one kind of blank."""
    return "".join(" " if letter.isspace() else letter for letter in text if letter not in _INVISIBLE)
