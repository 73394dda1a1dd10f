"""What a parametrized case is called: the words of its parameters, where the default would be `isi3` or `<lambda>`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

LONGEST = 60
LOOKED_AT = 1_000
"""How much of a long text is looked at for its name; some cases hold megabytes."""
EMPTY = "kosong"


def case_name(value: object) -> str | None:
    """Return what a value is called in the name of a case; None where the default says it well."""
    if isinstance(value, str | bytes):
        said_well = 0 < len(value) <= LONGEST
    else:
        said_well = value is None or isinstance(value, int | float | type | Enum) or callable(value)
    return None if said_well else shortened(words(value))


def words(value: object) -> str:
    """Return a value as a few words."""
    match value:
        case "" | b"":
            return EMPTY
        case str() | bytes() | Decimal() | Path():
            return str(value)
        case Enum():
            return str(value.value)
        case date():
            return value.isoformat()
        case re.Pattern():
            return value.pattern
        case Mapping():
            return ", ".join(f"{words(key)}={words(one)}" for key, one in value.items()) or EMPTY
        case Sequence() | AbstractSet():
            return " ".join(words(one) for one in value) or EMPTY
        case type():
            return value.__name__
    if is_dataclass(value) and type(value).__str__ is object.__str__:
        return of_fields(value)
    return getattr(value, "__name__", str(value))


def of_fields(value: object) -> str:
    """Return what a frozen value holds, without what it leaves at its default."""
    held = [(field, getattr(value, field.name)) for field in fields(value)]
    return " ".join(words(one) for field, one in held if one != field.default) or type(value).__name__


def shortened(text: str) -> str:
    """Return a text on one line, cut where it is long, so that a list of cases can be read."""
    plain = " ".join(text[:LOOKED_AT].split())
    line = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in plain)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
