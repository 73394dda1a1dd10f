"""Number formats: what a cell shows of the number that it holds.

A format is taken apart as Excel does it: sections between semicolons, each with its own condition, colour,
literal text, places for digits, percent signs and scaling commas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cached_property, lru_cache
from typing import Final

from lakip_gen.domain.angka_tertulis import koma
from lakip_gen.domain.mentah import Tampilan

BUILT_IN: Final[Mapping[int, str]] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys((*range(14, 18), *range(27, 37), *range(50, 59)), "dd/mm/yyyy"),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), "h:mm:ss"),
    22: "dd/mm/yyyy h:mm",
    46: "[h]:mm:ss",
    **dict.fromkeys((37, 38), "#,##0_);(#,##0)"),
    **dict.fromkeys((39, 40), "#,##0.00_);(#,##0.00)"),
    **dict.fromkeys((41, 42), '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'),
    **dict.fromkeys((43, 44), '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'),
    48: "##0.0E+0",
    49: "@",
}
"""The formats without a code of their own; those that differ from country to country are all dates."""

_TOKEN: Final = re.compile(
    r"""(?P<quoted>"[^"]*"?)|\\(?P<escaped>.)|(?P<blank>_.?|\*.?)|(?P<bracket>\[[^\]]*\]?)
    |(?P<general>general)|(?P<exponent>E[+-])|(?P<noon>AM/PM|A/P)|(?P<digits>[0\#?]+)|(?P<date>[ymdhs]+)
    |(?P<percent>%)|(?P<comma>,+)|(?P<point>\.)|(?P<text>@)|(?P<literal>.)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)\s*([-+]?[0-9]{1,30}(?:\.[0-9]{1,30})?)\]")
_ELAPSED: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_CURRENCY: Final = re.compile(r"\[\$([^\]-]*)")
_COLOUR: Final = re.compile(r"\[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s*[0-9]{1,2})\]", re.IGNORECASE)
_OF_NUMBERS: Final = frozenset(
    {"quoted", "escaped", "blank", "bracket", "digits", "percent", "comma", "point", "literal"}
)
"""The pieces of a section that shows a number place by place."""
_COMPARE: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "=": lambda a, b: a == b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
    "<>": lambda a, b: a != b,
}
_SCALE_WORD: Final = re.compile(
    r"(?<![^\W\d_])(?:(?i:puluh|ratus|ribu|rb|juta|jt|miliar|milyar|miliyar|mlr|triliun|trilyun|tril|"
    r"thousand|million|billion|trillion|k)(?i:an)?|[KMBT])(?![^\W\d_])|[‰‱]"
)
"""A word for a size; of single letters the capitals, for a small m is a metre and a small t a ton."""
_ZERO_CENTS: Final = re.compile(r"[.,]0+(?![0-9])")
"""Cents that are written rather than shown; of whole money they are right."""
_MINUS: Final = "-−–—"
"""What stands before a negative number, and in many formats for nought."""
_SIGNS: Final = str.maketrans("", "", f"{_MINUS}()")
_LOOKS: Final = {"": Tampilan.BIASA, "/": Tampilan.BIASA, "%": Tampilan.BERTANDA_PERSEN}
"""What no text, the stroke of a fraction, or a lone percent sign says of a number; any other text is read with it."""
_THOUSANDS: Final = re.compile(r"0*(?:[.'\s]000)*")
"""Places for digits between which only points of thousands stand, as some write who cannot set their computer's."""
_LONGEST: Final = Decimal(10) ** 15
_ROUND: Final = Context(prec=60, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, kw_only=True)
class Section:
    """What one part of a format shows.

    Attributes:
        condition: Which numbers it is for; None where its place in the format says so.
        before: The text before the digits.
        after: The text behind the digits.
        shows_number: Whether there are places for digits, or the number is shown as it stands.
        decimals: How many places stand behind the point; None where as many as there are.
        percents: How often the number is taken times a hundred.
        thousands: How often it is divided by a thousand.
        is_date: Whether it shows a day or a time of day.
        is_elapsed: Whether it shows hours, minutes or seconds that have passed.
        is_text: Whether it is for texts.
        is_coloured: Whether it has a colour of its own.
        is_white: Whether that is the colour of paper.
        pattern: The places for whole digits with the text among them, where that makes another number of them.
    """

    condition: tuple[str, Decimal] | None = None
    before: str = ""
    after: str = ""
    shows_number: bool = False
    decimals: int | None = None
    percents: int = 0
    thousands: int = 0
    is_date: bool = False
    is_elapsed: bool = False
    is_text: bool = False
    is_coloured: bool = False
    is_white: bool = False
    pattern: str = ""

    @cached_property
    def is_plain(self) -> bool:
        """Whether it shows a day, or a number as it is with no text that could change its size."""
        is_number = self.shows_number and not (self.thousands or self.percents > 1 or self.is_white or self.pattern)
        return self.is_date or self.is_elapsed or (is_number and not self.literal.strip())

    @property
    def literal(self) -> str:
        """All the text that it shows beside the number."""
        return f"{self.before} {self.after}"

    def words(self, value: Decimal) -> str:
        """Return that text without its blanks, and without the signs of a negative number or of nought."""
        text = self.literal if value > 0 else self.literal.translate(_SIGNS)
        return "".join(text.split())

    def admits(self, value: Decimal) -> bool:
        """Return whether its own condition lets a number in."""
        return self.condition is None or _COMPARE[self.condition[0]](value, self.condition[1])


_GENERAL: Final = Section(shows_number=True)
"""What shows a number where a format is for texts only."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A number format taken apart."""

    sections: tuple[Section, ...]

    @property
    def is_date(self) -> bool:
        """Whether numbers are shown as days or times."""
        return self.sections[0].is_date or self.sections[0].is_elapsed

    @property
    def is_elapsed(self) -> bool:
        """Whether numbers are shown as time that has passed."""
        return self.sections[0].is_elapsed

    def section(self, value: Decimal) -> Section:
        """Return the section that shows a number."""
        numeric = [section for section in self.sections[:3] if not section.is_text]
        if not numeric:
            return _GENERAL
        if any(section.condition for section in numeric):
            return next((section for section in numeric if section.admits(value)), numeric[-1])
        place = 1 if value < 0 else 2 if not value else 0
        return numeric[place] if place < len(numeric) else numeric[0]

    def is_percent(self, value: Decimal) -> bool:
        """Return whether a number is shown times a hundred."""
        return self.section(value).percents > 0

    def look(self, value: Decimal) -> tuple[Tampilan, str]:
        """Return what is seen of a number that it is not, and what that looks like."""
        section = self.section(value)
        if section.is_plain and (value >= 0 or self._signs(section)):
            return Tampilan.BIASA, ""
        shown = _render(section, value, has_sign=self._signs(section) or section.condition is not None)
        if section.is_white:
            return Tampilan.TAK_TAMPAK, ""
        if not section.shows_number:
            dash = not value and any(sign in section.literal for sign in _MINUS)
            return (Tampilan.BIASA, "") if dash else (Tampilan.TAK_TAMPAK, shown)
        scaled = section.thousands or section.percents > 1 or section.pattern
        if scaled or _other_size(section) or self._loses_minus(section, value):
            return Tampilan.BERSKALA, shown
        look = _LOOKS.get(section.words(value), Tampilan.BERKATA)
        return look, "" if look is Tampilan.BIASA else shown

    def _signs(self, section: Section) -> bool:
        """Return whether a section writes the minus of a number by itself: the first does, and the general one."""
        return section is self.sections[0] or section is _GENERAL

    def _loses_minus(self, section: Section, value: Decimal) -> bool:
        """Return whether a section of its own shows a negative number like a positive one."""
        marked = section.is_coloured or any(sign in section.literal for sign in (*_MINUS, "("))
        return value < 0 and not self._signs(section) and not marked


@lru_cache(maxsize=512)
def parse_format(code: str) -> NumberFormat:
    """Return a number format taken apart; any text at all is one, and none is the general one."""
    return NumberFormat(tuple(map(_section, _split(code or "General"))))


def _split(code: str) -> Iterator[list[re.Match[str]]]:
    tokens: list[re.Match[str]] = []
    for token in _TOKEN.finditer(code):
        if token["literal"] == ";":
            yield tokens
            tokens = []
        else:
            tokens.append(token)
    yield tokens


def _section(tokens: list[re.Match[str]]) -> Section:
    kinds = [token.lastgroup for token in tokens]
    brackets = [token[0] for token in tokens if token.lastgroup == "bracket"]
    colours = [text.casefold() for text in brackets if _COLOUR.fullmatch(text)]
    first = next((place for place, kind in enumerate(kinds) if kind in {"digits", "general"}), len(tokens))
    is_elapsed = any(map(_ELAPSED.fullmatch, brackets))
    return Section(
        condition=next((_condition(match) for match in map(_CONDITION.fullmatch, brackets) if match), None),
        before="".join(map(_visible, tokens[:first])),
        after="".join(map(_visible, tokens[_behind_digits(kinds) :])),
        shows_number=bool({"digits", "general"} & set(kinds)) or not _says_itself(kinds, brackets),
        decimals=_decimals(tokens),
        percents=kinds.count("percent"),
        thousands=_thousands(tokens),
        is_date=bool({"date", "noon"} & set(kinds)),
        is_elapsed=is_elapsed,
        is_text="text" in kinds,
        is_coloured=bool(colours),
        is_white="[white]" in colours,
        pattern=_pattern(tokens),
    )


def _pattern(tokens: list[re.Match[str]]) -> str:
    """Return the places for whole digits as noughts with the text among them; empty where that changes nothing."""
    kinds = [token.lastgroup for token in tokens]
    if "digits" not in kinds or not set(kinds) <= _OF_NUMBERS:
        return ""
    first, last = kinds.index("digits"), _behind_digits(kinds)
    end = kinds.index("point", first, last) if "point" in kinds[first:last] else last
    whole, cents = ("".join(map(_place, tokens[a:b])) for a, b in ((first, end), (end, last)))
    is_fraction = "/" in whole + cents
    return "" if is_fraction or (_THOUSANDS.fullmatch(whole) and set(cents) <= {"0"}) else whole


def _behind_digits(kinds: list[str | None]) -> int:
    """Return where the text behind the last place for digits begins."""
    return next((n for n in range(len(kinds), 0, -1) if kinds[n - 1] in {"digits", "general"}), len(kinds))


def _place(token: re.Match[str]) -> str:
    """Return the places for digits of a token as noughts; of any other the text that it shows."""
    return "0" * len(token[0]) if token.lastgroup == "digits" else _visible(token)


def _says_itself(kinds: list[str | None], brackets: list[str]) -> bool:
    """Return whether a section says itself what it shows; a lone colour or condition leaves the number as it is."""
    return not (kinds and kinds == ["bracket"] * len(brackets) and not any(map(_CURRENCY.match, brackets)))


def _condition(match: re.Match[str]) -> tuple[str, Decimal]:
    return match[1], Decimal(match[2])


def _visible(token: re.Match[str]) -> str:
    """Return the text that a token puts beside the number."""
    match token.lastgroup:
        case "quoted":
            return token[0].strip('"')
        case "escaped":
            return token["escaped"]
        case "literal":
            return token[0]
        case "bracket":
            currency = _CURRENCY.match(token[0])
            return currency[1] if currency else ""
        case "blank":
            return " "
    return ""


def _decimals(tokens: list[re.Match[str]]) -> int | None:
    """Return how many digits stand behind the point."""
    kinds = [token.lastgroup for token in tokens]
    if "general" in kinds or "exponent" in kinds or any(token[0] == "/" for token in tokens):
        return None
    if "point" not in kinds:
        return 0
    behind = tokens[kinds.index("point") + 1 :]
    return sum(len(token[0]) for token in behind if token.lastgroup == "digits")


def _thousands(tokens: list[re.Match[str]]) -> int:
    """Return how many commas scale: those behind a digit's place with no other one behind them."""
    total = 0
    for place, token in enumerate(tokens):
        if token.lastgroup != "comma" or not place or tokens[place - 1].lastgroup != "digits":
            continue
        if place + 1 == len(tokens) or tokens[place + 1].lastgroup != "digits":
            total += len(token[0])
    return total


def _other_size(section: Section) -> bool:
    """Return whether the text beside a number makes it look larger or smaller."""
    text = _ZERO_CENTS.sub("", section.after)
    return bool(_SCALE_WORD.search(section.literal)) or any(map(str.isdecimal, section.before + text))


def _render(section: Section, value: Decimal, *, has_sign: bool) -> str:
    """Return roughly what a section shows, for quoting; a section for negative numbers brings its own sign."""
    if not section.shows_number or section.is_white:
        return section.literal.strip()
    try:
        number = abs(value).scaleb(2 * section.percents - 3 * section.thousands)
        if section.decimals is not None and number < _LONGEST:
            number = number.quantize(Decimal(1).scaleb(-min(section.decimals, 20)), context=_ROUND)
    except InvalidOperation:
        number = abs(value)
    sign = "-" if value < 0 and has_sign else ""
    digits = _fill(section.pattern, koma(number)) if section.pattern else koma(number)
    return f"{sign}{section.before}{digits}{'%' * section.percents}{section.after}".strip()


def _fill(pattern: str, number: str) -> str:
    """Return a number's whole digits in their places, from the right, with the text among them."""
    whole, comma, cents = number.partition(",")
    left, shown = list(whole), ""
    for sign in reversed(pattern):
        shown = (left.pop() if left else "") + shown if sign == "0" else sign + shown
    return "".join(left) + shown + comma + cents
