"""What the events say of an SOP's steps: what was recorded as done, what was decided, what was sent back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from lakip_gen.domain.sop import Bukti, Langkah
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.pesan.bahasa import oleh_pada
from lakip_gen.sop.keadaan import Rekaman
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa

_NAMA_BUKTI: Final = re.compile(r"langkah[ _-]?([a-z]?[0-9]{1,3})(?![0-9]).*", re.IGNORECASE | re.DOTALL)
_TENTANG_LANGKAH: Final = frozenset({Jenis.CATATAN, Jenis.PUTUSAN, Jenis.DIKEMBALIKAN})


def daftar_rekaman(catatan: BukuPeristiwa, daftar_bukti: Iterable[str] = ()) -> tuple[Rekaman, ...]:
    """Return what stands recorded of the steps, in its order; one refusal of several units is one.

    Args:
        catatan: The period's events.
        daftar_bukti: The files of its evidence: one that is called `langkah-5…` shows that step 5 was done.
    """
    hasil = [Rekaman(langkah=tanda, berkas=(satu,)) for satu in daftar_bukti if (tanda := langkah_bukti(satu))]
    sebelum: Peristiwa | None = None
    for satu in catatan.berlaku.values():
        if satu.jenis not in _TENTANG_LANGKAH:
            continue
        if sebelum and _serangkai(sebelum, satu):
            hasil[-1] = replace(hasil[-1], dikembalikan={**hasil[-1].dikembalikan, satu.unit: satu.sidik})
        else:
            hasil.append(_rekaman(satu))
        sebelum = satu
    return tuple(hasil)


def langkah_bukti(berkas: str) -> str:
    """Return the step that a file of evidence shows, by its name; empty where it names none."""
    nama = _NAMA_BUKTI.fullmatch(berkas.rpartition("/")[2])
    return nama[1].upper() if nama else ""


def _serangkai(sebelum: Peristiwa, satu: Peristiwa) -> bool:
    """Return whether two events are one refusal, written down in one breath."""
    return (
        satu.jenis is sebelum.jenis is Jenis.DIKEMBALIKAN
        and bool(satu.unit and sebelum.unit)
        and (satu.langkah, satu.dicatat) == (sebelum.langkah, sebelum.dicatat)
    )


def _rekaman(satu: Peristiwa) -> Rekaman:
    ditolak = satu.jenis is Jenis.DIKEMBALIKAN
    return Rekaman(
        langkah=satu.langkah,
        tanggal=satu.tanggal,
        setuju=None if satu.jenis is Jenis.CATATAN else not ditolak,
        sidik="" if satu.unit else satu.sidik,
        dikembalikan={satu.unit: satu.sidik} if ditolak and satu.unit else {},
        berkas=(satu.berkas,) if satu.berkas and not satu.unit else (),
    )


def masih_kembali(catatan: BukuPeristiwa, unit: str, sidik: str) -> tuple[Peristiwa, ...]:
    """Return the refusals that stand for a unit: sent back, and its form is still the very same."""
    return tuple(
        satu
        for satu in catatan.berlaku.values()
        if satu.jenis is Jenis.DIKEMBALIKAN and satu.unit == unit and satu.sidik == sidik
    )


def temuan_kembali(satu: Peristiwa, berkas: str) -> Temuan:
    """Return the finding that tells a unit that its form was sent back, and with what advice."""
    return replace(
        temuan(
            "dikembalikan-sekretaris",
            Asal(berkas),
            nilai=satu.isi,
            oleh=oleh_pada(satu.oleh, satu.tanggal),
        ),
        unit=satu.unit,
    )


def tentang_angka(langkah: Langkah, daftar_langkah: tuple[Langkah, ...]) -> bool:
    """Return whether a step is about figures: a rekap or draft comes before it in its procedure."""
    sebelum = (satu for satu in daftar_langkah if satu.prosedur == langkah.prosedur and satu.no < langkah.no)
    return any(satu.selesai_bila in {Bukti.REKAP, Bukti.DRAF} for satu in sebelum)


def cari_langkah(daftar_langkah: tuple[Langkah, ...], tanda: str) -> Langkah | None:
    """Return the step that people call so, whatever the capitals."""
    dikenal: Mapping[str, Langkah] = {langkah.tanda.casefold(): langkah for langkah in daftar_langkah}
    return dikenal.get(tanda.strip().casefold())
