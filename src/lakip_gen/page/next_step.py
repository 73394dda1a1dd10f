"""What a planner does now for a period: one sentence, and the one thing to press."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique

from lakip_gen.alur.status_tahun import KeadaanTahun
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import Jenis, Periode
from lakip_gen.pesan.bahasa import gabung, tanggal

NAMED = 6
"""So many units are named."""


@unique
class Press(Enum):
    """What is pressed next; the value is the name of the command or the action on the page."""

    HAND_OUT = "bagikan"
    RECEIVE = "terima-berkas"
    COMPILE = "susun"
    EDIT = "sunting"
    NEXT = "berikutnya"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The next thing to do.

    Attributes:
        said: In a sentence.
        more: What there is to know beside it; empty where nothing.
        press: What is pressed.
        can_compile: Whether the report can be made already.
        can_seal: Whether there is a draft that can be sealed.
        following: The period after a sealed one; empty after the year's report.
    """

    said: str
    more: str = ""
    press: Press
    can_compile: bool = False
    can_seal: bool = False
    following: str = ""


def next_step(year: KeadaanTahun, period: Periode) -> NextStep:
    """Return what is to be done for a period as it stands."""
    board, draft = year.per_periode[period], year.per_draf[period]
    if board.sah:
        return _sealed(year, period)
    statuses = [unit.status for quarter in board.hasil.daftar_triwulan for unit in quarter.daftar_unit]
    missing = [one for one in statuses if not _is_settled(one)]
    if draft.nama and board.terkini:
        return _drafted(year, period, missing)
    if period.jenis is Jenis.TRIWULAN and not any(one.berkas for one in statuses):
        return NextStep(said=f"Bagikan formulir {period.nama} kepada {len(statuses)} unit.", press=Press.HAND_OUT)
    if draft.nama:
        said = "Ada berkas yang berubah sesudah draf disusun. Susun lagi; suntingan Anda di Word ikut dibawa."
        return NextStep(said=said, more=_waiting(missing), press=Press.COMPILE, can_compile=True, can_seal=True)
    if missing:
        return NextStep(
            said=_waiting(missing),
            more=f"{_deadline(year, period)} Laporan boleh disusun dengan yang sudah masuk.".strip(),
            press=Press.RECEIVE,
            can_compile=True,
        )
    return NextStep(
        said=f"Semua formulir sudah masuk. Susun laporan {period.nama}.", press=Press.COMPILE, can_compile=True
    )


def _is_settled(status: StatusLaporan) -> bool:
    """Return whether nothing more is awaited: the form was taken, or its unit closed with a reason."""
    closed = status.status is StatusUnit.BELUM and bool(status.daftar_penerimaan)
    return status.status is StatusUnit.DITERIMA or closed


def _waiting(missing: list[StatusLaporan]) -> str:
    """Return which forms are awaited; empty where none is."""
    if not missing:
        return ""
    codes = [*dict.fromkeys(one.unit.kode for one in missing)]
    more = [f"{len(codes) - NAMED} unit lain"] if len(codes) > NAMED else []
    return f"Menunggu {len(missing)} formulir: {gabung([*codes[:NAMED], *more])}."


def _deadline(year: KeadaanTahun, period: Periode) -> str:
    last = year.induk.aturan.tenggat[period.daftar_triwulan[-1].nomor - 1]
    return f"Batas waktu {tanggal(last)}." if last else ""


def _drafted(year: KeadaanTahun, period: Periode, missing: list[StatusLaporan]) -> NextStep:
    """Return what comes after the draft: the forms that it is still made without, else people who read it."""
    name = year.per_draf[period].nama
    if missing:
        more = f"{_deadline(year, period)} Draf dengan yang sudah masuk: {name}.".strip()
        return NextStep(said=_waiting(missing), more=more, press=Press.RECEIVE, can_compile=True, can_seal=True)
    said = f"Draf sudah siap: {name}. Sunting di Word, lalu sahkan setelah disetujui."
    return NextStep(said=said, press=Press.EDIT, can_compile=True, can_seal=True)


def _sealed(year: KeadaanTahun, period: Periode) -> NextStep:
    after = [*year.per_periode]
    later = after[after.index(period) + 1 :]
    following = str(later[0]) if later else ""
    said = f"{period.nama} sudah disahkan." + ("" if following else " Semua laporan tahun ini selesai.")
    return NextStep(said=said, press=Press.NEXT, following=following)
