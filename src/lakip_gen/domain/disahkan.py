"""That a period was sealed, and that nothing of it is changed."""

from __future__ import annotations


class SudahDisahkan(Exception):  # noqa: N818 - what is told, not a fault of the program
    """Why nothing is done to a period that was sealed, as Indonesian sentences."""
