"""The fresh form that answers an unusable one: what of the old one's content went over, and what did not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lakip_gen.domain.formulir import BarisFormulir, Formulir
from lakip_gen.domain.mentah import Baris, BukuMentah, Sel
from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.domain.temuan import Temuan, temuan

SEMBUH: Final = frozenset({"lembar-hilang", "lembar-tanpa-kepala", "kolom-hilang", "kunci-hilang", "baris-belum-ada"})
"""What a fresh form mends by itself: told once, in the sentence on what could not be carried over."""
TERTINGGAL: Final = frozenset({"kunci-asing", "kunci-ganda", "baris-tanpa-kunci"})
"""Findings of rows whose content has no place in a fresh form."""
DISEBUT: Final = 6
"""So many places are named one by one."""


def ganti(
    cacat: Temuan, mentah: BukuMentah, formulir: Formulir, daftar_temuan: Iterable[Temuan], nama: str
) -> tuple[Temuan, ...]:
    """Return the findings of an unusable form: on the fresh one, on what is missing there, then those of its cells.

    Args:
        cacat: Why the form cannot be taken as it stands.
        mentah: Its content.
        formulir: The fresh form.
        daftar_temuan: What was found in the content.
        nama: The file name of the fresh form.
    """
    daftar = tuple(daftar_temuan)
    sisa = [*_masih_kosong(daftar), *_tertinggal(daftar)]
    terbawa = ("terbawa", str(_terbawa(mentah, formulir)))
    utama = replace(
        cacat, rincian=(*cacat.rincian, ("pengganti", nama), terbawa, ("semua", "" if sisa else ", semuanya,"))
    )
    kurang = (temuan("pengganti-belum-lengkap", cacat.asal, pengganti=nama, sisa=". ".join(sisa)),) if sisa else ()
    return (utama, *kurang, *(t for t in daftar if t.kode not in SEMBUH))


def _terbawa(mentah: BukuMentah, formulir: Formulir) -> int:
    """Return how many inputs of an old form have a place in the fresh one and do not stand there by themselves."""
    return sum(
        _terisi(isi.baris(baris.kunci), lembar, baris)
        for lembar in formulir.daftar_lembar
        if (isi := mentah.lembar.get(lembar.kunci))
        for baris in formulir.daftar_baris[lembar.kunci]
    )


def _terisi(lama: Baris | None, lembar: Lembar, baru: BarisFormulir) -> int:
    if lama is None:
        return 0
    daftar = ((kolom.kunci, lama.sel.get(kolom.kunci)) for kolom in lembar.kolom_isian)
    return sum(
        isinstance(sel, Sel) and not sel.kosong and sel.teks != baru.isi.get(kunci)
        for kunci, sel in daftar
        if kunci not in baru.terkunci
    )


def _masih_kosong(daftar: tuple[Temuan, ...]) -> list[str]:
    """Say what the old form lacked, so that it is empty in the fresh one."""
    daftar_lembar = [dict(t.rincian)["lembar"] for t in daftar if t.kode in {"lembar-hilang", "lembar-tanpa-kepala"}]
    bagian = [f"lembar {nama}" for nama in dict.fromkeys(daftar_lembar)]
    bagian += [
        f"kolom “{dict(t.rincian)['kolom']}” di lembar {t.asal.lembar}" for t in daftar if t.kode == "kolom-hilang"
    ]
    per_lembar: dict[str, list[str]] = {}
    for t in daftar:
        if t.kode in {"kunci-hilang", "baris-belum-ada"}:
            per_lembar.setdefault(t.asal.lembar, []).append(t.nilai)
    bagian += [f"baris {_daftar(kunci)} di lembar {lembar}" for lembar, kunci in per_lembar.items()]
    return [f"Tidak ditemukan di berkas ini, jadi masih kosong: {'; '.join(bagian)}"] if bagian else []


def _tertinggal(daftar: tuple[Temuan, ...]) -> list[str]:
    """Say which cells of the old form hold something that has no place in the fresh one."""
    tempat = [f"{t.asal.lembar} {t.asal.sel}" for t in daftar if t.kode in TERTINGGAL]
    return [f"Tidak dapat dipindahkan: isi baris pada {_daftar(tempat)}"] if tempat else []


def _daftar(butir: list[str]) -> str:
    lebih = len(butir) - DISEBUT
    return ", ".join(butir[:DISEBUT]) + (f", dan {lebih} lainnya" if lebih > 0 else "")
