"""The seal of a period: what the last event about it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from lakip_gen.domain.periode import Periode
from lakip_gen.pesan.bahasa import oleh_pada
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis

_TENTANG_SAH: Final = frozenset({Jenis.DISAHKAN, Jenis.DIBUKA})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengesahan:
    """A seal that is in force.

    Attributes:
        tanggal: The day on which people say it was.
        oleh: Who sealed it.
        alasan: Why it was done although something stood against it; empty where nothing did.
        arsip: The folder of its archive, by path from the working folder.
        sidik: The fingerprint of the figures.
        kunci: The SHA-256 of the archive's list of lists: it changes with any byte of the archive.
    """

    tanggal: date
    oleh: str
    alasan: str
    arsip: str
    sidik: str
    kunci: str


def pengesahan(catatan: BukuPeristiwa) -> Pengesahan | None:
    """Return the seal of a period; None where it was never sealed or was opened again."""
    daftar = [satu for satu in catatan.daftar.values() if satu.jenis in _TENTANG_SAH]
    if not daftar or daftar[-1].jenis is Jenis.DIBUKA:
        return None
    satu = daftar[-1]
    return Pengesahan(
        tanggal=satu.tanggal or satu.dicatat.date(),
        oleh=satu.oleh,
        alasan=satu.isi,
        arsip=satu.berkas,
        sidik=satu.sidik,
        kunci=satu.terkunci,
    )


def daftar_arsip(catatan: BukuPeristiwa) -> frozenset[str]:
    """Return the folders of all archives that a period was ever sealed with."""
    return frozenset(satu.berkas for satu in catatan.daftar.values() if satu.jenis is Jenis.DISAHKAN)


def kalimat_sah(periode: Periode, sah: Pengesahan) -> str:
    """Return the sentence with which a command leaves a sealed period alone."""
    return (
        f"{periode.nama} sudah disahkan{oleh_pada(sah.oleh, sah.tanggal)}; arsipnya {sah.arsip}. "
        f'Bila memang harus diubah: ⟦buka {periode} --alasan "…"⟧'
    )


def menghalangi(periode: Periode, daftar_sah: Iterable[Periode]) -> Periode | None:
    """Return the sealed period that has to be opened first: the last one that stands on this one's figures."""
    return max((satu for satu in daftar_sah if satu > periode), default=None)
