"""What a form was made from: its hidden sheet carries the fingerprints of all that it descends from.

A return copy comes back under another name than the form it was made of. So it says itself what it replaces; nobody
has to tell the two files apart by their names or their dates.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final, TypeAlias

from lakip_gen.domain.mentah import BukuMentah, JenisSel, Tampilan
from lakip_gen.domain.skema import formulir as skema

META_LELUHUR: Final = "asal"
"""Where the hidden sheet holds the fingerprints of what a return copy descends from, oldest first."""
META_ISIAN: Final = "isian"
"""Where it holds the fingerprint of the inputs that the form was written with; none where all were blank."""
LELUHUR_TERBANYAK: Final = 400
"""So many are carried on: ten rounds a day for a quarter, and still no more than one cell holds."""

Isian: TypeAlias = tuple[str, ...]
"""One input: sheet, row, column, what it holds, and how that is shown."""


def isian_tertulis(lembar: str, baris: str, kolom: str, teks: str) -> Isian:
    """Return an input as the program itself writes it: shown as it is held."""
    return (lembar, baris, kolom, teks, str(False), Tampilan.BIASA.value, "")


def daftar_isian(mentah: BukuMentah) -> tuple[Isian, ...]:
    """Return all that somebody could have typed, as it is held and shown, for telling whether two files say the same.

    0.5 and 0.5 shown as 50% are different answers.
    """
    return tuple(
        sorted(
            (lembar.kunci, baris.kunci, kolom.kunci, sel.teks, str(sel.persen), sel.tampilan.value, sel.terlihat)
            for lembar in skema.DAFTAR_LEMBAR
            if lembar.kunci in mentah.lembar
            for baris in mentah.lembar[lembar.kunci].daftar_baris
            for kolom in lembar.kolom_isian
            if (sel := baris.sel.get(kolom.kunci)) is not None and not sel.kosong
            if not (sel.jenis is JenisSel.RUMUS and sel.terkunci)
        )
    )


def sidik_isian(daftar: Iterable[Isian]) -> str:
    """Return the fingerprint of inputs; their order and the blanks around a text do not matter."""
    teks = "\n".join("\t".join(" ".join(bagian.split()) for bagian in butir) for butir in sorted(daftar))
    return hashlib.sha256(teks.encode(errors="backslashreplace")).hexdigest()[:32]


def daftar_leluhur(mentah: BukuMentah) -> tuple[str, ...]:
    """Return the fingerprints of all that a form descends from, itself as it was handed out included."""
    lahir = mentah.meta.get(META_ISIAN, "")
    return (*mentah.meta.get(META_LELUHUR, "").split(), *((lahir,) if lahir else ()))


def leluhur_salinan(mentah: BukuMentah) -> tuple[str, ...]:
    """Return what a return copy of a form descends from: what the form does, and the form as it came."""
    return (*daftar_leluhur(mentah), sidik_isian(daftar_isian(mentah)))[-LELUHUR_TERBANYAK:]


def masih_seperti_dibagikan(mentah: BukuMentah) -> bool:
    """Return whether a form that was handed out with some inputs filled in holds these, and nothing else."""
    lahir = mentah.meta.get(META_ISIAN, "")
    return bool(lahir) and META_LELUHUR not in mentah.meta and lahir == sidik_isian(daftar_isian(mentah))


def menggantikan(baru: BukuMentah, lama: BukuMentah) -> bool:
    """Return whether one form was made from another: it holds the later answers, whatever the files are called.

    Somebody may mend a cell and later put the old answer back: then each descends from what the other says, and the
    one with more forebears is the later one.
    """
    isi_baru, isi_lama = sidik_isian(daftar_isian(baru)), sidik_isian(daftar_isian(lama))
    leluhur_baru, leluhur_lama = daftar_leluhur(baru), daftar_leluhur(lama)
    if isi_baru == isi_lama or isi_lama not in leluhur_baru:
        return False
    return isi_baru not in leluhur_lama or len(leluhur_baru) > len(leluhur_lama)
