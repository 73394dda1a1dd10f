"""All papers of a period as one PDF, in their order, each with its name in the list of contents."""

from __future__ import annotations

import io
from collections.abc import Iterable


def bind(papers: Iterable[tuple[str, bytes]]) -> bytes:
    """Return one PDF of several; its bookmarks name the papers.

    Args:
        papers: The name of each paper, and its PDF.
    """
    # Loading the library takes longer than most commands run, and only a seal needs it.
    from pypdf import PdfWriter  # noqa: PLC0415

    with PdfWriter() as writer:
        for name, content in papers:
            writer.append(io.BytesIO(content), outline_item=name, import_outline=False)
        result = io.BytesIO()
        writer.write(result)
    return result.getvalue()
