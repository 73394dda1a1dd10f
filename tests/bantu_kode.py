"""The program's own source as Python reads it, each file parsed once for all tests that look at it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path


@cache
def tree(file: Path) -> ast.Module:
    """Return a file of the source, parsed when it is first asked for."""
    return ast.parse(file.read_text(encoding="utf-8"), file.name)
