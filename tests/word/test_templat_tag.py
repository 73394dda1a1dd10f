from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_gen.word.tags.tag import Aras, Ragam, lex, straighten


def _isi(teks: str) -> list[str]:
    return [tag.isi for tag in lex(teks)[0]]


def test_tags_know_their_kind_level_and_text():
    tags, cacat = lex("a {{ x }} {%p if y %}{#tr z #}{% tc endfor %}")
    assert cacat == ()
    assert [(tag.ragam, tag.aras, tag.isi.strip()) for tag in tags] == [
        (Ragam.CETAK, Aras.TEKS, "x"),
        (Ragam.PERINTAH, Aras.PARAGRAF, "if y"),
        (Ragam.KOMENTAR, Aras.BARIS, "z"),
        (Ragam.PERINTAH, Aras.SEL, "endfor"),
    ]
    assert tags[0].teks == "{{ x }}"


@pytest.mark.parametrize("teks", ["{{ '}}' }}", '{{ "a}}b" }}', "{{ “}}” }}"])
def test_closing_brackets_inside_quotes_do_not_close(teks):
    assert lex(teks)[0][0].akhir == len(teks)


def test_a_stray_apostrophe_does_not_swallow_the_next_tag():
    assert _isi("{{ it's }} dan {{ can't }}") == [" it's ", " can't "]


def test_an_unclosed_tag_leaves_the_next_one_alone():
    tags, cacat = lex("{{ a {{ b }}")
    assert [tag.isi for tag in tags] == [" b "]
    assert [satu.kode for satu in cacat] == ["templat-tag-tak-ditutup"]


@pytest.mark.parametrize(
    ("dalam", "lurus"),
    [
        ("“a”", '"a"'),
        ("‘a’", "'a'"),
        ('“a"', '"a"'),
        ('"a”', '"a"'),
        ('"a “b” c"', '"a “b” c"'),
        ("x\u00a0|\u200bupper", "x |upper"),
        ("'a\u00a0b'", "'a\u00a0b'"),
    ],
)
def test_quotes_and_blanks_are_straightened_outside_quotes_only(dalam, lurus):
    assert straighten(dalam) == (lurus, True)


@given(st.text("{}%#\"'“” apif"))
def test_tags_never_overlap_and_lie_within_the_text(teks):
    end = 0
    for tag in lex(teks)[0]:
        assert end <= tag.awal < tag.akhir <= len(teks)
        assert teks[tag.awal : tag.akhir] == tag.teks
        end = tag.akhir
