"""What a run of `susun` works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.storage.inputs import Inputs, TemplateInputs


BERNOMOR = {"nomor halaman": "ya"}
"""Stands among the inputs of a run after which no page number of a contents list is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """What a run works with.

    Attributes:
        daftar_templat: The template of the report, none where `salah_templat` says why.
        sidik: The fingerprint of all that was read.
        pokok: What the names of the drafts begin with.
        dari_templat: Whether a plain draft is asked for, whatever somebody edited in the last one.
        hari_ini: The day of the run, which only the texts for the units look at.
    """

    periode: Periode
    tanggal: date | None
    hari_ini: date
    masukan: Inputs
    daftar_templat: TemplateInputs
    salah_templat: tuple[Temuan, ...]
    sidik: Mapping[str, str]
    pokok: str
    dari_templat: bool = False
