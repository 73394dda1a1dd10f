"""Targets of several quarters made into one: what the four targets mean, and how they combine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from enum import Enum, unique

from lakip_gen.domain.hitung import bagi
from lakip_gen.domain.nilai import Rentang, Target


@unique
class JenisTarget(Enum):
    """What the four targets of an indicator mean."""

    PER_TRIWULAN = "per triwulan"
    """Each stands for its quarter alone (1, 0, 0, 1)."""
    KUMULATIF = "kumulatif"
    """Each is the running total to reach by then (25, 50, 75, 100)."""
    KONSTAN = "konstan"
    """The same target holds at every quarter (100, 100, 100, 100)."""


def target_terakhir(daftar: Sequence[Target], jenis: JenisTarget) -> Target:  # noqa: ARG001 - one form for all three
    """Return the target of the last quarter."""
    return daftar[-1]


def jumlah_target(daftar: Sequence[Target], jenis: JenisTarget = JenisTarget.PER_TRIWULAN) -> Target:  # noqa: ARG001
    """Return targets added up; bounds are added bound by bound."""
    return _per_batas(lambda batas: sum(batas, Decimal(0)), daftar)


def selisih_target(kini: Target, lalu: Target) -> Target:
    """Return what one running target asks for beyond the one before; bounds are subtracted bound by bound."""
    return _per_batas(lambda batas: batas[0] - batas[1], (kini, lalu))


def rata_target(daftar: Sequence[Target], jenis: JenisTarget) -> Target:
    """Return the mean of targets that each stand for their quarter, bound by bound; a constant one is its own mean."""
    if jenis is not JenisTarget.PER_TRIWULAN:
        return daftar[-1]
    return _per_batas(lambda batas: bagi(sum(batas, Decimal(0)), Decimal(len(batas))), daftar)


def _per_batas(hitung: Callable[[Sequence[Decimal]], Decimal], daftar: Sequence[Target]) -> Target:
    bawah = hitung([t.bawah if isinstance(t, Rentang) else t for t in daftar])
    atas = hitung([t.atas if isinstance(t, Rentang) else t for t in daftar])
    return Rentang(bawah, atas) if any(isinstance(t, Rentang) for t in daftar) else bawah
