"""The page of what was tried tells as many as there are."""

import re

import pytest

import counts


def test_the_page_tells_the_counts_of_today():
    page = counts.PAGE.read_text(encoding="utf-8")
    assert counts.renewed(page) == page, "docs/keandalan.md sudah lama; jalankan: make docs"


def test_a_count_that_is_old_is_written_anew():
    pattern = re.compile(r"(\d+) dari ([\d.]+) kode")
    assert counts.with_numbers("a 7 dari 8 kode b", pattern, (246, 2460)) == "a 246 dari 2.460 kode b"


def test_a_count_that_the_page_lost_is_noticed():
    with pytest.raises(ValueError, match="not enough values"):
        counts.with_numbers("tidak ada", re.compile(r"(\d+) kode"), (1,))
