"""Evidence that comes with a record: a copy of it is kept, and what cannot be recorded is refused before."""

from __future__ import annotations

from pathlib import Path

from lakip_gen.domain.nama_berkas import nama_aman
from lakip_gen.domain.periode import Periode
from lakip_gen.storage.evidence import keep_evidence
from lakip_gen.storage.workspace import Workspace


class TidakDicatat(Exception):  # noqa: N818 - what is told, not a fault of the program
    """Why something cannot be recorded, as one Indonesian sentence."""


def simpan_bukti(ruang: Workspace, periode: Periode, awal: str, bukti: Path | None) -> str:
    """Keep a copy of a scan with the period's evidence; return where, empty where there is none.

    Args:
        ruang: The working folder.
        periode: The period.
        awal: What its name begins with.
        bukti: The scan.

    Raises:
        TidakDicatat: When there is no such file.
        OSError: When it cannot be kept.
    """
    if bukti is None:
        return ""
    nama = f"{awal}-{nama_aman(bukti.stem)}{bukti.suffix.casefold()}"
    try:
        return ruang.relative(keep_evidence(bukti, ruang.evidence(periode) / nama))
    except (FileNotFoundError, IsADirectoryError) as salah:
        raise TidakDicatat(f"Berkas bukti {bukti.name} tidak ditemukan; periksa letak dan namanya.") from salah
