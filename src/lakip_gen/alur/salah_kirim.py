"""Files that came and are no form of the quarter: whoever sent them is told, as far as that can be known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.nama_berkas import kode_tersebut, nama_formulir
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.formulir.putusan import BukanFormulir, HasilUnit, bukan_kirimannya
from lakip_gen.storage.inputs import TRANSIENT

LAIN: Final = "berkas-lain"
"""The code of a file whose name never said that it was a form: nobody is asked about it."""
DISEBUT: Final = 6
"""So many files are named."""
Salah: TypeAlias = Mapping[str, Sequence[HasilUnit]]
"""What was sent instead of a form, by the kode of the unit that sent it."""


def beri_tahu(
    daftar: Iterable[BukanFormulir], per_unit: Mapping[str, Sequence[HasilUnit]], formulir: Mapping[str, Formulir]
) -> tuple[Salah, tuple[Temuan, ...]]:
    """Return what units sent instead of a form, and the findings of files that are told to the planner alone.

    Where a unit's form lies there too, the other file is no answer of its own.

    Args:
        daftar: The files.
        per_unit: The forms that came, by kode.
        formulir: The form of every unit, by kode.
    """
    salah: dict[str, list[HasilUnit]] = {}
    sisa: list[Temuan] = []
    for bukan in daftar:
        kode = _pengirim(bukan, formulir)
        if kode and not any(hasil.status.status is not StatusUnit.BELUM for hasil in per_unit.get(kode, ())):
            salah.setdefault(kode, []).append(bukan_kirimannya(formulir[kode], bukan.berkas, bukan.daftar_temuan))
        else:
            sisa += bukan.daftar_temuan
    return salah, tuple(sisa)


def _pengirim(bukan: BukanFormulir, formulir: Mapping[str, Formulir]) -> str:
    """Return the kode of the unit that sent a file: by its content, else by the kode in its name; empty if unknown."""
    if bukan.pengirim is not None:
        return bukan.pengirim.kode
    return kode_tersebut(bukan.berkas.rpartition("/")[2], formulir) if _tak_terbaca(bukan) else ""


def _tak_terbaca(bukan: BukanFormulir) -> bool:
    """Return whether a file was to be a form and cannot be read, by no fault of this computer."""
    daftar_kode = {satu.kode for satu in bukan.daftar_temuan}
    sebab = {kode for kode in daftar_kode if kode.startswith("berkas-")} - {LAIN, *TRANSIENT}
    return bool(sebab) or "bukan-formulir" in daftar_kode


def mungkin_dari(daftar: Iterable[BukanFormulir], salah: Salah, hasil: Iterable[HasilUnit]) -> tuple[Temuan, ...]:
    """Return what to say of unread files of nobody knows whom: which units sent nothing that can be read."""
    terjawab = {satu.status.berkas for kiriman in salah.values() for satu in kiriman}
    tak_bertuan = [satu.berkas for satu in daftar if satu.berkas not in terjawab and _tak_terbaca(satu)]
    belum = [satu for satu in hasil if not satu.status.berkas]
    if not tak_bertuan or not belum:
        return ()
    lebih = len(tak_bertuan) - DISEBUT
    nama = ", ".join(tak_bertuan[:DISEBUT]) + (f", dan {lebih} lainnya" if lebih > 0 else "")
    pertama, *_ = belum
    butir = temuan(
        "berkas-tanpa-pemilik",
        Asal(pertama.status.triwulan.folder),
        nilai=nama,
        banyak=len(tak_bertuan),
        unit_belum=", ".join(satu.unit.kode for satu in belum),
        contoh_nama=nama_formulir(pertama.unit.kode, pertama.status.triwulan),
    )
    return (butir,)
