"""Where a year stands, read from the working folder each time; what did not change is not judged twice."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    _seen: dict[str, str] = field(default_factory=dict)
    _found: HasilPeriksa | None = None

    def year(self, year: int, today: date) -> KeadaanTahun:
        """Return where a year stands."""
        inputs = take_inputs(self.workspace, year, setahun(year).sampai_dengan)
        return tahun_dari(inputs, self._judged(inputs, year), today)

    def _judged(self, inputs: Inputs, year: int) -> HasilPeriksa:
        """Return what is found in forms and buku induk: the same bytes and events are judged once."""
        events = {f"jejak {period}": one.text for period, one in {**inputs.events, **inputs.longer}.items()}
        marks = {"tahun": str(year), **inputs.fingerprint(), **events}
        found = self._found
        if found is None or marks != self._seen:
            found = periksa_masukan(inputs, setahun(year))
            self._seen, self._found = marks, found
        return found
