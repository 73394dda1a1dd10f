"""The parts of a workbook by name and by relationship: names compare without case, as Excel compares them."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lakip_gen.excel.reader.bounds import Budget, DamagedError
from lakip_gen.excel.reader.xml_parts import elements


@dataclass(frozen=True, slots=True)
class Relationship:
    """One arrow from a part to another: its id, the last word of its type, and the name of the part it points at."""

    identity: str
    kind: str
    target: str


class Package:
    """The parts of one workbook."""

    def __init__(self, parts: Mapping[str, bytes], budget: Budget) -> None:
        self.budget = budget
        self._parts = parts
        self._names = {name.casefold(): name for name in parts}

    def find(self, name: str) -> tuple[str, bytes] | None:
        """Return a part's own name and its bytes; None where there is none."""
        own = self._names.get(name.casefold())
        return None if own is None else (own, self._parts[own])

    def get(self, name: str) -> bytes:
        """Return a part's bytes.

        Raises:
            DamagedError: When there is no such part.
        """
        found = self.find(name)
        if found is None:
            raise DamagedError(f"bagian {name[:80]} tidak ada di dalamnya")
        return found[1]

    def relationships(self, name: str) -> list[Relationship]:
        """Return where a part points inside the workbook; "" are the arrows of the workbook itself."""
        folder = name.rpartition("/")[0]
        return [
            Relationship(arrow.identity, arrow.kind, _resolve(folder, arrow.target))
            for arrow, is_external in self._arrows(name)
            if not is_external
        ]

    def external(self, name: str) -> dict[str, str]:
        """Return where a part points outside the workbook, by the names of its arrows."""
        return {arrow.identity: arrow.target for arrow, is_external in self._arrows(name) if is_external}

    def _arrows(self, name: str) -> list[tuple[Relationship, bool]]:
        folder, _, file = name.rpartition("/")
        found = self.find(f"{folder}/_rels/{file}.rels".lstrip("/"))
        if found is None:
            return []
        self.budget.parse_small(found[1])
        result: list[tuple[Relationship, bool]] = []

        def take(element: str, attributes: dict[str, str]) -> None:
            if element == "Relationship":
                kind = attributes.get("Type", "").rpartition("/")[2]
                arrow = Relationship(attributes.get("Id", ""), kind, attributes.get("Target", ""))
                result.append((arrow, attributes.get("TargetMode") == "External"))

        elements(*found, take)
        return result

    def workbook_part(self) -> str:
        """Return the name of the part that lists the sheets.

        Raises:
            DamagedError: When no part does.
        """
        targets = [arrow.target for arrow in self.relationships("") if arrow.kind == "officeDocument"]
        for name in (*targets, *self._typed("main+xml"), "xl/workbook.xml"):
            if (found := self.find(name)) is not None:
                return found[0]
        raise DamagedError("bagian xl/workbook.xml tidak ada di dalamnya")

    def _typed(self, ending: str) -> list[str]:
        """Return the names of the parts whose content type ends in some way."""
        result: list[str] = []
        found = self.find("[Content_Types].xml")
        if found is None:
            return result

        def take(element: str, attributes: dict[str, str]) -> None:
            if element == "Override" and attributes.get("ContentType", "").endswith(ending):
                result.append(attributes.get("PartName", "").lstrip("/"))

        self.budget.parse_small(found[1])
        elements(*found, take)
        return result


def _resolve(folder: str, target: str) -> str:
    """Return the name of the part that a target means, seen from a folder."""
    path = unquote(target.replace("\\", "/"))
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
