"""What the annual report sets beside the agency's own figures: other figures, and what an evaluation asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lakip_gen.domain.nilai import Target
from lakip_gen.domain.temuan import Asal


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembanding:
    """A figure of others for an indicator.

    Attributes:
        indikator: Kode of the indicator.
        nama: Whose figure it is, and of which year.
    """

    indikator: str
    nama: str
    nilai: Target | None
    sumber: str = ""
    asal: Mapping[str, Asal] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekomendasi:
    """What an evaluation recommended, and what was done about it."""

    isi: str
    langkah: str = ""
    keadaan: str = ""
    bukti: str = ""
