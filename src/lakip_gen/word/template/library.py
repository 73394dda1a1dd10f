"""What templates may take in from beside them: sub-templates and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Library:
    """The files that templates may take in, by file name.

    Attributes:
        subtemplates: The sub-templates.
        pictures: The pictures.
        subtemplates_folder: The folder of the sub-templates, as findings shall show it.
        pictures_folder: The folder of the pictures, as findings shall show it.
    """

    subtemplates: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    subtemplates_folder: str = "templates/bagian"
    pictures_folder: str = "templates/gambar"


def find(files: Mapping[str, bytes], name: str) -> str:
    """Return the file a name means, its ending and its case left aside; empty when there is none."""
    wanted = name.casefold()
    exact = [file for file in sorted(files) if file.casefold() == wanted]
    loose = [file for file in sorted(files) if file.casefold().rpartition(".")[0] == wanted]
    return next(iter(exact + loose), "")


def names(files: Mapping[str, bytes]) -> str:
    """Return the names of the files there are, for a message."""
    return ", ".join(sorted(files)) or "(tidak ada)"
