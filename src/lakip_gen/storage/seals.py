"""The seal of a period with the archive that it stands for, and what lies in the working folder against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.sop.pengesahan import Pengesahan, daftar_arsip, pengesahan
from lakip_gen.sop.peristiwa import baca_peristiwa
from lakip_gen.storage.archives import archives_of, read_archived
from lakip_gen.storage.bag import Verdict, verify
from lakip_gen.storage.events import Events, take_events
from lakip_gen.storage.workspace import Workspace

_YEAR: Final = "workbooks/{year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A period that is sealed.

    Attributes:
        period: The period.
        said: What the event says of it.
        verdict: What became of its archive; None where that is gone.
        events: The events of the period as they were sealed.
        findings: What is wrong with the archive, or with the events beside it.
    """

    period: Periode
    said: Pengesahan
    verdict: Verdict | None
    events: str = ""
    findings: tuple[Temuan, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether the archive is, byte for byte, the one that was sealed."""
        return self.verdict is not None and self.verdict.whole and self.verdict.key == self.said.kunci


def take_seal(workspace: Workspace, period: Periode, events: Events | None = None) -> Seal | None:
    """Return the seal of a period; None where it has none.

    Args:
        workspace: The working folder.
        period: The period.
        events: Its events, where they were read already.

    Raises:
        OSError: When a file of the archive cannot be read now.
    """
    events = events or take_events(workspace, period)
    said = pengesahan(baca_peristiwa(events.text, Asal(events.name)))
    if said is None:
        return None
    folder = workspace.root / said.arsip
    place = Asal(said.arsip)
    if not folder.is_dir():
        return Seal(period=period, said=said, verdict=None, findings=(temuan("arsip-hilang", place),))
    seal = Seal(period=period, said=said, verdict=verify(folder))
    if not seal.whole:
        return Seal(
            period=period, said=said, verdict=seal.verdict, findings=(temuan("arsip-tidak-utuh", place, letak=place),)
        )
    sealed = _events_of(workspace, seal)
    cut = () if events.text.startswith(sealed) else (temuan("jejak-lain-dari-arsip", Asal(events.name), arsip=place),)
    return Seal(period=period, said=said, verdict=seal.verdict, events=sealed, findings=cut)


def _events_of(workspace: Workspace, seal: Seal) -> str:
    files = read_sealed(workspace, seal, "jejak")
    return files.get(workspace.events(seal.period).name, b"").decode(errors="replace")


def read_sealed(workspace: Workspace, seal: Seal, folder: str) -> dict[str, bytes]:
    """Return the files of a folder of the year as they were sealed, by name; none where the archive is not whole."""
    if seal.verdict is None or not seal.whole:
        return {}
    place = workspace.root / seal.said.arsip
    return read_archived(place, seal.verdict, f"{_YEAR.format(year=seal.period.tahun)}/{folder}")


def unsealed_archives(workspace: Workspace, period: Periode, events: Events) -> tuple[str, ...]:
    """Return the archives of a period that no event names, by path from the working folder."""
    named = daftar_arsip(baca_peristiwa(events.text, Asal(events.name)))
    lying = (workspace.relative(one) for one in archives_of(workspace, period))
    return tuple(one for one in lying if one not in named)
