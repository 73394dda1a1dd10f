"""Where a year stands, read from the working folder each time; what did not change is not judged twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lakip_gen.alur.periksa import HasilPeriksa, periksa_masukan
from lakip_gen.alur.status_tahun import KeadaanTahun, tahun_dari
from lakip_gen.domain.periode import setahun
from lakip_gen.storage.inputs import Inputs, take_inputs
from lakip_gen.storage.workspace import Workspace


@dataclass(slots=True)
class Reader:
    """Reads a working folder, and remembers what the last look came to and of which bytes."""

    workspace: Workspace
    _last: tuple[dict[str, str], HasilPeriksa] | None = None

    def year(self, year: int, today: date) -> KeadaanTahun:
        """Return where a year stands."""
        inputs = take_inputs(self.workspace, year, setahun(year).sampai_dengan)
        return tahun_dari(inputs, self._judged(inputs, year), today)

    def _judged(self, inputs: Inputs, year: int) -> HasilPeriksa:
        """Return what is found in forms and buku induk: the same bytes and events are judged once."""
        events = {f"jejak {period}": one.text for period, one in {**inputs.events, **inputs.longer}.items()}
        marks = {"tahun": str(year), **inputs.fingerprint(), **events}
        last = self._last  # looked at once: two browsers may read at the same time
        if last is None or last[0] != marks:
            last = marks, periksa_masukan(inputs, setahun(year))
            self._last = last
        return last[1]
