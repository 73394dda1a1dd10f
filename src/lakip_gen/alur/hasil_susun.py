"""What a run of `susun` did, for the screen and for scripts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

TENGGAT = "tenggat berikut"
"""Stands among the inputs of a run whose texts for the units name a deadline that is still to come."""

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lakip_gen.alur.suntingan import Dibawa
    from lakip_gen.domain.bulan import Bulan
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.pesan.pembanding import Banding
    from lakip_gen.sop.keadaan import KeadaanLangkah


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilSusun:
    """What a run did.

    Attributes:
        ringkasan: The contract for scripts.
        daftar_keluaran: What was written, the draft first.
        daftar_disunting: Drafts that somebody edited and that were left alone.
        daftar_temuan: All findings.
        daftar_terkunci: Outputs that another program held open; the new ones stand beside them.
        daftar_tertahan: Outputs that no longer belong, but that another program held open.
        daftar_selamat: Where the work of somebody went who saved while the program put a file in its place.
        daftar_banding: The units that sent another form since the last run, by kode.
        langkah: The steps of the office's SOP with their states after the run.
        dibawa: What became of somebody's edits in a new draft.
        draf: The latest draft of the template; None while there is none.
        berubah: False when everything was as the last run left it.
        sah: False when there is no draft: for a fault of the buku induk nothing was written, for one of the
            template everything else.
    """

    periode: Periode | Bulan
    ringkasan: Mapping[str, object]
    daftar_keluaran: tuple[Path, ...] = ()
    daftar_disunting: tuple[Path, ...] = ()
    daftar_temuan: tuple[Temuan, ...] = ()
    daftar_terkunci: tuple[Path, ...] = ()
    daftar_tertahan: tuple[Path, ...] = ()
    daftar_selamat: tuple[Path, ...] = ()
    daftar_banding: tuple[tuple[str, Banding], ...] = ()
    langkah: tuple[KeadaanLangkah, ...] = ()
    dibawa: Dibawa | None = None
    draf: Path | None = None
    berubah: bool = True
    sah: bool = True
