"""Targets of several quarters made into one: what the four targets mean, and how they combine."""

from __future__ import annotations

from collections.abc import Sequence
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


def jumlah_target(daftar: Sequence[Target], jenis: JenisTarget) -> Target:  # noqa: ARG001 - one form for all three
    """Return targets added up; bounds are added bound by bound."""
    bawah = sum((t.bawah if isinstance(t, Rentang) else t for t in daftar), Decimal(0))
    atas = sum((t.atas if isinstance(t, Rentang) else t for t in daftar), Decimal(0))
    return Rentang(bawah, atas) if any(isinstance(t, Rentang) for t in daftar) else bawah


def rata_target(daftar: Sequence[Target], jenis: JenisTarget) -> Target:
    """Return the mean of targets that each stand for their quarter; a constant one, or bounds, have no mean."""
    angka = [target for target in daftar if isinstance(target, Decimal)]
    if len(angka) == len(daftar) and jenis is JenisTarget.PER_TRIWULAN:
        return bagi(sum(angka, Decimal(0)), Decimal(len(angka)))
    return daftar[-1]
