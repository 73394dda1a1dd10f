"""How far a period has come on the way of its SOP: computed from the files and the records, never typed.

A step is done when its proof holds. What nobody can prove with a file is recorded, or follows from a later step that
is proven: then it is done as well, though without proof.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, unique
from itertools import groupby

from lakip_gen.domain.hari_kerja import Kalender
from lakip_gen.domain.sop import Bukti, Langkah


@unique
class Keadaan(Enum):
    """How far a step has come."""

    MENUNGGU = "menunggu"
    BERJALAN = "berjalan"
    SELESAI = "selesai"
    DIKEMBALIKAN = "dikembalikan"


@unique
class Cara(Enum):
    """By what a step is known to be done."""

    TERBUKTI = "terbukti"
    TERCATAT = "tercatat"
    TERSIRAT = "tersirat"


@dataclass(frozen=True, slots=True)
class Kenyataan:
    """Whether a proof holds.

    Attributes:
        terpenuhi: Whether it does.
        berkas: The files that show it.
        pada: The day on which it came to hold, where a record tells it.
        tunggu: What or who is still missing, in words.
    """

    terpenuhi: bool = False
    berkas: tuple[str, ...] = ()
    pada: date | None = None
    tunggu: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekaman:
    """What somebody recorded about one step: that it was done, or how it was decided.

    Attributes:
        langkah: The step as people call it, e.g. `5` or `B5`.
        tanggal: The day on which people say it was.
        setuju: How it was decided; None where nothing was.
        sidik: The fingerprint of the figures it was about.
        dikembalikan: The fingerprint of each form that was sent back, by unit; empty where none was.
        berkas: The scan or file that shows it.
    """

    langkah: str
    tanggal: date | None = None
    setuju: bool | None = None
    sidik: str = ""
    dikembalikan: Mapping[str, str] = field(default_factory=dict)
    berkas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bahan:
    """All that a state follows from.

    Attributes:
        daftar_kenyataan: The proofs that files give.
        daftar_rekaman: What was recorded and not taken back, in its order.
        sidik: The fingerprint of the figures as they are now.
        sidik_unit: The fingerprint of each unit's form as it is now.
        daftar_naskah: Of the steps whose output is a paper, whether that paper lies there, by step.
        tenggat_formulir: The last day for the period's forms.
        hari_ini: The day on which the question is asked.
        kalender: The office's working days.
    """

    daftar_kenyataan: Mapping[Bukti, Kenyataan]
    hari_ini: date
    kalender: Kalender
    daftar_rekaman: tuple[Rekaman, ...] = ()
    sidik: str = ""
    sidik_unit: Mapping[str, str] = field(default_factory=dict)
    daftar_naskah: Mapping[str, Kenyataan] = field(default_factory=dict)
    tenggat_formulir: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeadaanLangkah:
    """One step with its state.

    Attributes:
        langkah: The step.
        keadaan: How far it has come.
        cara: By what it is known to be done; None while it is not.
        pada: The day on which it was done, where a record tells it.
        tenggat: Its last day; None where only minutes or nothing is set.
        terlambat: Whether it was done after that day, or is not done and the day has passed.
        kedaluwarsa: Whether it was decided or recorded about figures that have changed since.
        berkas: The files that show it.
        tunggu: What is still missing, in words.
    """

    langkah: Langkah
    keadaan: Keadaan
    cara: Cara | None = None
    pada: date | None = None
    tenggat: date | None = None
    terlambat: bool = False
    kedaluwarsa: bool = False
    berkas: tuple[str, ...] = ()
    tunggu: str = ""


MENURUT_TENGGAT = frozenset({Bukti.TERISI, Bukti.DIVALIDASI, Bukti.DITERIMA})
"""The proofs that forms give: the agency's own last day for forms holds for them as well; the earlier one counts."""


def nilai_keadaan(daftar_langkah: Iterable[Langkah], bahan: Bahan) -> tuple[KeadaanLangkah, ...]:
    """Return the state of every step of a period, each procedure on its own way, in the order of the steps.

    Args:
        daftar_langkah: The period's steps, those of a procedure together.
        bahan: What the state follows from.
    """
    hasil: list[KeadaanLangkah] = []
    for _, langkah in groupby(daftar_langkah, key=lambda satu: satu.prosedur):
        hasil += _susuri(list(langkah), bahan)
    return tuple(hasil)


def _susuri(daftar_langkah: Sequence[Langkah], bahan: Bahan) -> list[KeadaanLangkah]:
    """Return the states of one procedure's steps."""
    sendiri = [_sendiri(langkah, bahan) for langkah in daftar_langkah]
    hasil = _ditenggati(_tersirat(sendiri), bahan)
    return _berjalan(_dikembalikan(hasil))


def _sendiri(langkah: Langkah, bahan: Bahan) -> KeadaanLangkah:
    """Return the state of a step looked at alone."""
    awal = KeadaanLangkah(langkah=langkah, keadaan=Keadaan.MENUNGGU)
    terakhir = next((r for r in reversed(bahan.daftar_rekaman) if r.langkah == langkah.tanda), None)
    match langkah.selesai_bila:
        case Bukti.ORANG:
            return _tercatat(awal, terakhir, bahan.sidik) if terakhir else awal
        case Bukti.PUTUSAN:
            return _diputuskan(awal, terakhir, bahan) if terakhir else awal
    nyata = bahan.daftar_kenyataan.get(langkah.selesai_bila, Kenyataan())
    naskah = bahan.daftar_naskah.get(langkah.tanda, Kenyataan(terpenuhi=True))
    for satu in (nyata, naskah):
        if not satu.terpenuhi:
            return replace(awal, tunggu=satu.tunggu)
    berkas = (*nyata.berkas, *naskah.berkas)
    return replace(awal, keadaan=Keadaan.SELESAI, cara=Cara.TERBUKTI, pada=nyata.pada, berkas=berkas)


def _tercatat(awal: KeadaanLangkah, rekaman: Rekaman, sidik: str) -> KeadaanLangkah:
    """Return a step that somebody recorded; what it was about may have changed since."""
    return replace(
        awal,
        keadaan=Keadaan.SELESAI,
        cara=Cara.TERCATAT,
        pada=rekaman.tanggal,
        berkas=rekaman.berkas,
        kedaluwarsa=bool(rekaman.sidik) and rekaman.sidik != sidik,
    )


def _diputuskan(awal: KeadaanLangkah, putusan: Rekaman, bahan: Bahan) -> KeadaanLangkah:
    """Return the step of a decision; one about other figures than today's is stale and decides nothing."""
    if not masih_berlaku(putusan, bahan.sidik, bahan.sidik_unit):
        return replace(awal, kedaluwarsa=True, berkas=putusan.berkas)
    if putusan.setuju:
        return _tercatat(awal, putusan, bahan.sidik)
    tertahan = ", ".join(masih_dikembalikan(putusan, bahan.sidik_unit))
    return replace(awal, keadaan=Keadaan.DIKEMBALIKAN, berkas=putusan.berkas, tunggu=tertahan)


def masih_berlaku(putusan: Rekaman, sidik: str, sidik_unit: Mapping[str, str]) -> bool:
    """Return whether a decision is about the figures of today, or a refusal about a form that is still the same."""
    if putusan.dikembalikan:
        return bool(masih_dikembalikan(putusan, sidik_unit))
    return putusan.sidik == sidik


def masih_dikembalikan(putusan: Rekaman, sidik_unit: Mapping[str, str]) -> tuple[str, ...]:
    """Return the units whose form a refusal sent back and that is still the very same."""
    return tuple(unit for unit, sidik in putusan.dikembalikan.items() if sidik_unit.get(unit, "") == sidik)


def _tersirat(daftar: list[KeadaanLangkah]) -> list[KeadaanLangkah]:
    """Return the steps where what nobody recorded follows from a later step that is done."""
    terakhir = max((letak for letak, satu in enumerate(daftar) if satu.keadaan is Keadaan.SELESAI), default=-1)
    return [
        replace(satu, keadaan=Keadaan.SELESAI, cara=Cara.TERSIRAT)
        if satu.langkah.selesai_bila is Bukti.ORANG and satu.cara is None and letak < terakhir
        else satu
        for letak, satu in enumerate(daftar)
    ]


def _ditenggati(daftar: list[KeadaanLangkah], bahan: Bahan) -> list[KeadaanLangkah]:
    """Return the steps with their last days: a time in days runs from the day on which the step before was done."""
    hasil: list[KeadaanLangkah] = []
    for satu in daftar:
        mulai = hasil[-1].pada if hasil else None
        tenggat = _tenggat(satu.langkah, mulai, bahan)
        akhir = satu.pada if satu.keadaan is Keadaan.SELESAI else bahan.hari_ini
        # Done, but nobody recorded when: then nobody can say that it was late.
        terlambat = tenggat is not None and akhir is not None and akhir > tenggat
        hasil.append(replace(satu, tenggat=tenggat, terlambat=terlambat))
    return hasil


def _tenggat(langkah: Langkah, mulai: date | None, bahan: Bahan) -> date | None:
    """Return a step's last day: that of its own time or of the agency's forms, whichever comes first."""
    sendiri = langkah.waktu.akhir(mulai, bahan.kalender) if langkah.waktu and mulai else None
    formulir = bahan.tenggat_formulir if langkah.selesai_bila in MENURUT_TENGGAT else None
    return min(filter(None, (sendiri, formulir)), default=None)


def _dikembalikan(daftar: list[KeadaanLangkah]) -> list[KeadaanLangkah]:
    """Return the steps where the one that a standing refusal sends back to is open again."""
    ulang = {s.langkah.kembali: s.tunggu for s in daftar if s.keadaan is Keadaan.DIKEMBALIKAN and s.langkah.kembali}
    return [
        replace(satu, keadaan=Keadaan.DIKEMBALIKAN, cara=None, tunggu=ulang[satu.langkah.no])
        if satu.langkah.no in ulang
        else satu
        for satu in daftar
    ]


def _berjalan(daftar: list[KeadaanLangkah]) -> list[KeadaanLangkah]:
    """Return the steps where the first that is not done, and was not sent back, is under way."""
    pertama = next((letak for letak, satu in enumerate(daftar) if satu.keadaan is not Keadaan.SELESAI), None)
    if pertama is None or daftar[pertama].keadaan is Keadaan.DIKEMBALIKAN:
        return daftar
    return [*daftar[:pertama], replace(daftar[pertama], keadaan=Keadaan.BERJALAN), *daftar[pertama + 1 :]]
