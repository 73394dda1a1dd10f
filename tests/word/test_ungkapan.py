"""What stands inside a tag is read as Jinja itself reads it, but for numbers with a fraction, which are exact."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jinja2.nodes import Const
from jinja2.parser import Parser

from lakip_gen.word.tags.expression import SANDBOX, parse
from lakip_gen.word.tags.tag import lex

KATA = ("a", "nama", "loop", "not", "none", "true", "and", "in", "if", "x1", "_x", "Nama", "1", "é")


def simpul(isi: str):
    """Return the node of a tag that prints; None where it cannot be read."""
    pernyataan = parse(lex("{{" + isi + "}}")[0][0])
    return None if pernyataan.flaw else pernyataan.node


def simpul_jinja(isi: str):
    try:
        pengurai = Parser(SANDBOX, isi, state="variable")
        hasil = pengurai.parse_expression()
    except Exception:  # noqa: BLE001 - whatever it says of what is no expression
        return None
    for satu in (hasil, *hasil.find_all(Const)):
        if isinstance(satu, Const) and isinstance(satu.value, float):
            satu.value = Decimal(str(satu.value))
    return hasil if pengurai.stream.eos else None


@example(["1", "1"], "")
@given(st.lists(st.sampled_from(KATA), min_size=1, max_size=4), st.sampled_from(("", " ", "  ")))
def test_a_name_with_its_fields_is_what_jinja_makes_of_it(kata, sela):
    isi = sela + ".".join(kata) + sela
    assert simpul(isi) == simpul_jinja(isi)


@pytest.mark.parametrize(
    ("isi", "angka"),
    [("1.5", "1.5"), ("x + 1_0.25", "10.25"), ("1e3", "1000.0"), ("2E-2", "0.02")],
)
def test_a_number_with_a_fraction_is_exact(isi, angka):
    assert f"Decimal('{angka}')" in repr(simpul(f" {isi} "))
