"""A period as a planner writes it on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from lakip_gen.domain.periode import Periode


class PeriodType(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.5 only
    """A period as a planner writes it."""

    name = "periode"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Periode:
        """Return the period, or fail with one Indonesian sentence."""
        from lakip_gen.domain.periode import Periode

        if isinstance(value, Periode):
            return value
        try:
            return Periode.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class ReportPeriodType(PeriodType):
    """A period that a report is made of: a month as well."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401
        """Return the period or the month, or fail with one Indonesian sentence."""
        from lakip_gen.domain.bulan import Bulan

        return Bulan.parse(str(value)) or super().convert(value, param, ctx)


PERIOD = PeriodType()
REPORT_PERIOD = ReportPeriodType()
