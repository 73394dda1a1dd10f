"""What somebody asks of the page, as the words of a command: every value is looked up or bounded before it is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lakip_gen.alur.catat import daftar_catatan
from lakip_gen.domain.bulan import Bulan
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.page.runs import Order
from lakip_gen.sop.pengesahan import pengesahan
from lakip_gen.storage.workspace import Workspace

LONGEST: Final = 1_000
"""The most letters of one answer, as on the command line."""
MOST_UNITS: Final = 200
MONTHS: Final = frozenset(map(str, range(1, 13)))
BEGIN: Final = "mulai"
"""The one command that takes the folder without an option before it."""


class RefusedOrderError(Exception):
    """Why something cannot be asked for, as one Indonesian sentence."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came from the page, read by names.

    Attributes:
        values: The answers.
        scans: The scans that were sent before, by the word that the page was told.
    """

    values: Mapping[str, object]
    scans: Mapping[str, Path] = field(default_factory=dict)

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

    def scan(self) -> str:
        """Return where the scan lies that goes with a record; empty where there is none."""
        word = self.text("bukti")
        if word and word not in self.scans:
            raise RefusedOrderError("Buktinya tidak sampai; pilih berkasnya sekali lagi.")
        return str(self.scans[word]) if word else ""

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


def _flags(**given: str) -> tuple[str, ...]:
    """Return the options that are only there or not, for what was ticked."""
    return tuple(f"--{name.replace('_', '-')}" for name, value in given.items() if value)


def _hand_out(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    if period.jenis is not Jenis.TRIWULAN:
        raise RefusedOrderError("Formulir dibagikan per triwulan.")
    return f"Bagikan formulir {period.nama}", ("bagikan", str(period), *_options(tanggal=asked.day()))


def _compile(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    options = _options(tanggal=asked.day(), templat=asked.text("templat"))
    options += _flags(dari_templat=asked.text("polos"), pdf=asked.text("pdf"))
    return f"Susun laporan {period.nama}", ("susun", str(period), *options)


def _month(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    said = asked.text("bulan")
    if said not in MONTHS:
        raise RefusedOrderError("Bulannya belum dipilih.")
    month = Bulan(period.tahun, int(said))
    return f"Susun rekap {month.nama}", ("susun", str(month))


def _status(_asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    return f"Halaman status {period.tahun}", ("status", str(period.tahun))


def _seal(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    options = _options(
        oleh=asked.text("oleh"), tanggal=asked.day(), alasan=asked.text("alasan"), templat=asked.text("templat")
    )
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
        bukti=asked.scan(),
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
    return _of_unit("terima", f"Terima formulir {asked.text('kode')} {period.nama}", asked, period)


def _answered(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    return _of_unit("terima", f"Catat jawaban {asked.text('kode')} {period.nama}", asked, period)


def _of_unit(word: str, title: str, asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    """Return what is recorded of one unit, or one agency outside the office, with words of somebody's own."""
    unit = asked.text("kode", required="Unitnya belum dipilih.")
    said = asked.text("isi", required="Alasan atau keterangannya belum ditulis.")
    options = _options(unit=unit, oleh=asked.text("oleh"), tanggal=asked.day(), bukti=asked.scan())
    return title, ("catat", str(period), *options, "--", word, said)


def _keyed_in(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    unit = asked.text("kode", required="Unitnya belum dipilih.")
    by = asked.text("oleh", required="Penyalinnya belum ditulis.")
    options = _options(unit=unit, oleh=by, tanggal=asked.day(), bukti=asked.scan())
    words = filter(None, ("disalin", asked.text("isi")))
    return f"Catat salinan kertas {unit} {period.nama}", ("catat", str(period), *options, "--", *words)


def _correction(asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    number, said = asked.text("nomor"), asked.text("isi", required="Jawabannya belum ditulis.")
    if not (number.isascii() and number.isdigit()):
        raise RefusedOrderError("Nomor koreksinya tidak dapat dibaca.")
    options = _options(oleh=asked.text("oleh"), tanggal=asked.day())
    return f"Jawab koreksi {number} {period.nama}", ("catat", str(period), *options, "--", "koreksi", number, said)


def _complete(_asked: Asked, period: Periode) -> tuple[str, tuple[str, ...]]:
    return "Lengkapi ruang kerja", (BEGIN, *_options(tahun=str(period.tahun)), *_flags(perbarui_induk="ya"))


def _check_templates(_asked: Asked, _period: Periode) -> tuple[str, tuple[str, ...]]:
    return "Periksa templat", ("templat periksa",)


def _list_names(_asked: Asked, _period: Periode) -> tuple[str, tuple[str, ...]]:
    return "Tulis daftar nama templat", ("templat variabel",)


COMMANDS: Final[Mapping[str, Callable[[Asked, Periode], tuple[str, tuple[str, ...]]]]] = {
    "bagikan": _hand_out,
    "susun": _compile,
    "bulan": _month,
    "status": _status,
    "sahkan": _seal,
    "buka": _unseal,
    "catat": _record,
    "terima": _accept,
    "jawaban": _answered,
    "disalin": _keyed_in,
    "koreksi": _correction,
    "batal": _take_back,
    "tahun-baru": _next_year,
    "lengkapi": _complete,
    "periksa-templat": _check_templates,
    "daftar-nama": _list_names,
}
"""What can be asked for, by name."""
ARCHIVE: Final = "periksa-arsip"
"""What is asked of a sealed period: whether its archive is whole."""


def _verify(workspace: Workspace, period: Periode) -> tuple[str, tuple[str, ...]]:
    """Return how the archive of a sealed period is verified: which one that is stands among its events."""
    seal = pengesahan(daftar_catatan(workspace, period))
    if seal is None:
        raise RefusedOrderError(f"{period.nama} belum disahkan, jadi belum ada arsipnya.")
    return f"Periksa arsip {period.nama}", ("periksa", str(workspace.root / seal.arsip))


def order(
    workspace: Workspace, values: Mapping[str, object], scans: Mapping[str, Path] = MappingProxyType({})
) -> Order:
    """Return what is to be run for what somebody asks.

    Raises:
        RefusedOrderError: When there is no such command, or an answer is missing or unfit.
    """
    asked = Asked(values, scans)
    name = asked.text("perintah")
    if name not in {*COMMANDS, ARCHIVE}:
        raise RefusedOrderError("Perintah itu tidak ada.")
    period = asked.period(workspace)
    title, (command, *words) = _verify(workspace, period) if name == ARCHIVE else COMMANDS[name](asked, period)
    files = sum(1 for _ in _forms(workspace, period))
    folder = str(workspace.root) if command == BEGIN else f"--ruang={workspace.root}"
    return Order(title=title, words=(*command.split(), folder, *words), files=files)


def _forms(workspace: Workspace, period: Periode) -> Iterator[object]:
    for quarter in period.sampai_dengan:
        yield from workspace.form_files(quarter)
