"""The page in the packet stands alone: on a flash drive there is no folder of pictures beside it."""

import re

from halaman_paket import DOCS, halaman


def test_every_picture_is_inside_and_nothing_else_is_asked_for():
    page = halaman()
    pictures = re.findall(r"<img src=\"([^\"]{22})", page)
    assert len(pictures) == (DOCS / "pasang.md").read_text(encoding="utf-8").count("](gambar/") >= 6
    assert set(pictures) == {"data:image/png;base64,"}
    assert "<script" not in page
    assert "<table>" in page
