"""What somebody asks of the page, as the words of a command: every value is looked up or bounded before it is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.page.runs import Order
from lakip_gen.storage.workspace import Workspace

LONGEST: Final = 1_000
"""The most letters of one answer, as on the command line."""
MOST_UNITS: Final = 200
BEGIN: Final = "mulai"
"""The one command that takes the folder without an option before it."""


class RefusedOrderError(Exception):
    """Why something cannot be asked for, as one Indonesian sentence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came from the page, read by names."""

    values: Mapping[str, object]

    def text(self, name: str, *, required: str = "") -> str:
        """Return an answer on one line.

        Args:
            name: Its name.
            required: What to say where it is missing; empty where it may be.
        """
        value = self.values.get(name, "")
        if not isinstance(value, str) or len(value) > LONGEST:
            raise RefusedOrderError(f"Isian {name} tidak dapat dibaca; paling banyak {LONGEST} huruf.")
        said = " ".join("".join(letter if letter.isprintable() else " " for letter in value).split())
        if required and not said:
            raise RefusedOrderError(required)
        return said

    def texts(self, name: str) -> tuple[str, ...]:
        """Return several answers, each on one line."""
        values = self.values.get(name, [])
        if not isinstance(values, list) or len(values) > MOST_UNITS:
            raise RefusedOrderError(f"Isian {name} tidak dapat dibaca.")
        return tuple(Asked({name: value}).text(name) for value in values)

    def period(self, workspace: Workspace) -> Periode:
        """Return the period that is asked for: one of a year that the folder has."""
        try:
            period = Periode.parse(self.text("periode"))
        except ValueError as error:
            raise RefusedOrderError(str(error)) from None
        if period.tahun not in workspace.years():
            raise RefusedOrderError(f"Buku induk {period.tahun} tidak ada di ruang kerja ini.")
        return period

    def day(self, name: str = "tanggal") -> str:
        """Return a day as the command line takes it; empty where none is given."""
        said = self.text(name)
        try:
            return date.fromisoformat(said).isoformat() if said else ""
        except ValueError:
            raise RefusedOrderError("Tanggal tidak dapat dibaca.") from None


def _options(**given: str) -> tuple[str, ...]:
    """Return options in one word each, so that no answer is ever taken for an option."""
    return tuple(f"--{name}={value}" for name, value in given.items() if value)


def _hand_out(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    if period.jenis is not Jenis.TRIWULAN:
        raise RefusedOrderError("Formulir dibagikan per triwulan.")
    return f"Bagikan formulir {period.nama}", ("bagikan", str(period), *_options(tanggal=asked.day()))


def _compile(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    return f"Susun laporan {period.nama}", ("susun", str(period), *_options(tanggal=asked.day()))


def _status(_asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    return f"Halaman status {period.tahun}", ("status", str(period.tahun))


def _seal(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    options = _options(oleh=asked.text("oleh"), tanggal=asked.day(), alasan=asked.text("alasan"))
    return f"Sahkan {period.nama}", ("sahkan", str(period), *options)


def _unseal(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    reason = asked.text("alasan", required="Alasannya belum ditulis.")
    return f"Buka lagi {period.nama}", ("buka", str(period), *_options(alasan=reason, oleh=asked.text("oleh")))


def _record(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    step = asked.text("langkah", required="Langkahnya belum dipilih.")
    decision = asked.text("putusan")
    if decision not in {"", "setuju", "tidak"}:
        raise RefusedOrderError("Putusannya setuju atau tidak.")
    options = _options(
        oleh=asked.text("oleh"),
        tanggal=asked.day(),
        indikator=asked.text("indikator"),
        pic=asked.text("pic"),
        batas=asked.day("batas"),
    )
    options += tuple(f"--unit={one}" for one in asked.texts("unit"))
    words = filter(None, (step, decision, asked.text("isi")))
    return f"Catat langkah {step} {period.nama}", ("catat", str(period), *options, "--", *words)


def _take_back(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    number = asked.text("nomor")
    if not (number.isascii() and number.isdigit()):
        raise RefusedOrderError("Nomor catatannya tidak dapat dibaca.")
    return f"Batalkan catatan {number} {period.nama}", ("catat", str(period), *_options(batal=number))


def _next_year(_asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    following = str(period.tahun + 1)
    return f"Siapkan tahun {following}", (BEGIN, *_options(tahun=following, dari=str(period.tahun)))


def _accept(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    unit = asked.text("kode", required="Unitnya belum dipilih.")
    reason = asked.text("isi", required="Alasannya belum ditulis.")
    options = _options(unit=unit, oleh=asked.text("oleh"), tanggal=asked.day())
    return f"Terima formulir {unit} {period.nama}", ("catat", str(period), *options, "--", "terima", reason)


COMMANDS: Final[Mapping[str, Callable[[Asked, Periode], tuple[str, tuple[str, ...]]]]] = {
    "bagikan": _hand_out,
    "susun": _compile,
    "status": _status,
    "sahkan": _seal,
    "buka": _unseal,
    "catat": _record,
    "terima": _accept,
    "batal": _take_back,
    "tahun-baru": _next_year,
}
"""What can be asked for, by name."""


def order(workspace: Workspace, values: Mapping[str, object]) -> Order:
    """Return what is to be run for what somebody asks.

    Raises:
        RefusedOrderError: When there is no such command, or an answer is missing or unfit.
    """
    asked = Asked(values)
    make = COMMANDS.get(asked.text("perintah"))
    if make is None:
        raise RefusedOrderError("Perintah itu tidak ada.")
    period = asked.period(workspace)
    title, (command, *words) = make(asked, period)
    files = sum(1 for _ in _forms(workspace, period))
    folder = str(workspace.root) if command == BEGIN else f"--ruang={workspace.root}"
    return Order(title=title, words=(command, folder, *words), files=files)


def _forms(workspace: Workspace, period: Periode) -> Iterator[object]:
    for quarter in period.sampai_dengan:
        yield from workspace.form_files(quarter)
