"""One office's own run, wherever it is done: on a core of this computer, or on a worker of a cluster."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lakip_gen import __version__
from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.domain.periode import Periode
from lakip_gen.door import faults, report
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.storage.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from lakip_gen.alur.kabupaten import LarianInstansi

UNSEEN = "Folder ini tidak terlihat dari komputer yang mengerjakannya. Pakai folder bersama dengan letak yang sama."
OTHER_VERSION = "Komputer yang mengerjakannya memakai lakip-gen {there}, bukan {here}. Samakan versinya, lalu ulangi."


@dataclass(frozen=True, slots=True)
class Office:
    """An office to be run: its working folder, the period, and the program's version that asked for it."""

    folder: Path
    period: str
    version: str = __version__


def run_office(office: Office) -> LarianInstansi:
    """Make one office's report as its own command line would; whatever happens to it is told, nothing is raised."""
    if office.version != __version__:
        return _ended(office, ExitCode.PROGRAM_FAULT, OTHER_VERSION.format(there=__version__, here=office.version))
    workspace, period = Workspace(office.folder), Periode.parse(office.period)
    if not workspace.exists:
        return _ended(office, ExitCode.FILE_FAULT, UNSEEN)
    try:
        return _run(office, workspace, period)
    except SudahDisahkan:
        return _sealed(office, workspace, period)
    except Exception as error:  # noqa: BLE001 - one office's fault never stops another
        return _ended(office, *faults.explain(error))


def _run(office: Office, workspace: Workspace, period: Periode) -> LarianInstansi:
    from lakip_gen.storage.lock import lock_workspace

    with lock_workspace(workspace.root):
        result = report.make(workspace, period, None, lambda _name: None)
    code = report.exit_code(result)
    return _ended(office, code, _hindrance(code, result.ringkasan), result.ringkasan)


def _sealed(office: Office, workspace: Workspace, period: Periode) -> LarianInstansi:
    """Return the figures of a sealed period: they are final, and nothing is written."""
    from lakip_gen.alur.kabupaten import ringkas_sah

    try:
        return _ended(office, ExitCode.DONE, "", ringkas_sah(workspace, period), sealed=True)
    except Exception as error:  # noqa: BLE001 - as above
        return _ended(office, *faults.explain(error))


def _hindrance(code: ExitCode, summary: Mapping[str, Any]) -> str:
    """Return why a run did not end well; findings of the forms are no hindrance."""
    if code in {ExitCode.DONE, ExitCode.FINDINGS}:
        return ""
    galat = (entry for entry in summary.get("temuan", ()) if entry["tingkat"] == "galat")
    basis = next(galat, None) if code is ExitCode.UNFIT_BASIS else None
    return ". ".join(filter(None, (code.arti.capitalize(), _placed(basis) if basis else "")))


def _placed(finding: Mapping[str, str]) -> str:
    """Return what was found, with its file before it unless the sentence names that."""
    file, said = finding["berkas"], finding["pesan"]
    return said if file in said else f"{file}: {said}"


def _ended(
    office: Office, code: ExitCode, hindrance: str, summary: Mapping[str, Any] | None = None, *, sealed: bool = False
) -> LarianInstansi:
    from lakip_gen.alur.kabupaten import LarianInstansi

    return LarianInstansi(
        folder=office.folder.name,
        kode_keluar=int(code),
        halangan=hindrance,
        ringkasan=summary or {},
        sah=sealed,
    )
