"""Making a period's report, and how that ends; whoever asks for it: one office, or a whole government."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lakip_gen.door.exit_codes import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from lakip_gen.alur.hasil_susun import HasilSusun
    from lakip_gen.domain.bulan import Bulan
    from lakip_gen.domain.periode import Periode
    from lakip_gen.storage.workspace import Workspace


def make(
    workspace: Workspace,
    period: Periode | Bulan,
    day: date | None,
    step: Callable[[str], None],
    template: str = "",
    *,
    plain: bool = False,
) -> HasilSusun:
    """Make the report of a period, or the recap of a month."""
    from lakip_gen.domain.bulan import Bulan

    if isinstance(period, Bulan):
        from lakip_gen.alur.bulan import susun_bulan

        return susun_bulan(workspace, period, day, step, template)
    from lakip_gen.alur.susun import susun

    return susun(workspace, period, day, step, template, dari_templat=plain)


def exit_code(result: HasilSusun, *, blocked: bool = False) -> ExitCode:
    """Return how a run ended.

    Args:
        result: What it did.
        blocked: Whether something beside the report could not be written.
    """
    from lakip_gen.pesan.katalog import ada_galat

    if not result.sah:
        return ExitCode.UNFIT_BASIS
    if blocked or result.daftar_terkunci or result.daftar_tertahan:
        return ExitCode.FILE_FAULT
    galat = ada_galat(result.daftar_temuan) if result.berubah else _stored_galat(result.ringkasan)
    return ExitCode.FINDINGS if galat else ExitCode.DONE


def _stored_galat(ringkasan: Mapping[str, Any]) -> bool:
    return any(entry["tingkat"] == "galat" for entry in ringkasan.get("temuan", ()))
