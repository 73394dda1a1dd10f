from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_gen.word.tags.tag import Level, TagKind, lex, straighten


def _isi(teks: str) -> list[str]:
    return [tag.content for tag in lex(teks)[0]]


def test_tags_know_their_kind_level_and_text():
    tags, cacat = lex("a {{ x }} {%p if y %}{#tr z #}{% tc endfor %}")
    assert cacat == ()
    assert [(tag.kind, tag.level, tag.content.strip()) for tag in tags] == [
        (TagKind.PRINT, Level.TEXT, "x"),
        (TagKind.COMMAND, Level.PARAGRAPH, "if y"),
        (TagKind.COMMENT, Level.ROW, "z"),
        (TagKind.COMMAND, Level.CELL, "endfor"),
    ]
    assert tags[0].text == "{{ x }}"


@pytest.mark.parametrize("teks", ["{{ '}}' }}", '{{ "a}}b" }}', "{{ “}}” }}"])
def test_closing_brackets_inside_quotes_do_not_close(teks):
    assert lex(teks)[0][0].end == len(teks)


def test_a_stray_apostrophe_does_not_swallow_the_next_tag():
    assert _isi("{{ it's }} dan {{ can't }}") == [" it's ", " can't "]


def test_an_unclosed_tag_leaves_the_next_one_alone():
    tags, cacat = lex("{{ a {{ b }}")
    assert [tag.content for tag in tags] == [" b "]
    assert [satu.code for satu in cacat] == ["templat-tag-tak-ditutup"]


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
        assert end <= tag.start < tag.end <= len(teks)
        assert teks[tag.start : tag.end] == tag.text
        end = tag.end
