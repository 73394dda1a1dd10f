"""What templates may take in from beside them: sub-templates and pictures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Library:
    """The files that templates may take in, by file name.

    Attributes:
        subtemplates: The sub-templates.
        pictures: The pictures.
        subtemplates_folder: The folder of the sub-templates, as findings shall show it.
        pictures_folder: The folder of the pictures, as findings shall show it.
        unreadable: What stands under the names of such files and cannot be read, and why, by path.
        data_names: The names that the data of all templates have; no file stands for one of these.
    """

    subtemplates: Mapping[str, bytes] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    subtemplates_folder: str = "templates/bagian"
    pictures_folder: str = "templates/gambar"
    unreadable: Mapping[str, str] = field(default_factory=dict)
    data_names: Collection[str] = frozenset()

    def has(self, files: Mapping[str, bytes], folder: str, name: str) -> bool:
        """Return whether a name means one of the files of a folder, one that cannot be read included."""
        return bool(find(files, name) or self.refusal(folder, name))

    def refusal(self, folder: str, name: str) -> tuple[tuple[str, str], ...]:
        """Return which file of a folder a name means that cannot be read, and why; empty for any other name."""
        within = {
            path.removeprefix(f"{folder}/"): why
            for path, why in self.unreadable.items()
            if path.startswith(f"{folder}/")
        }
        file = find(within, name)
        return (("berkas", f"{folder}/{file}"), ("alasan", within[file])) if file else ()


def find(files: Mapping[str, object], name: str) -> str:
    """Return the file a name means, its ending and its case left aside; empty when there is none."""
    wanted = name.casefold()
    exact = [file for file in sorted(files, key=lambda file: (file != name, file)) if file.casefold() == wanted]
    loose = [file for file in sorted(files) if file.casefold().rpartition(".")[0] == wanted]
    return next(iter(exact + loose), "")


def names(files: Mapping[str, bytes]) -> str:
    """Return the names of the files there are, for a message."""
    return ", ".join(sorted(files)) or "(tidak ada)"
