"""Corrections of a draft: where each belongs, whose answer it waits for, and what became of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, unique
from functools import lru_cache
from typing import Final

from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.teks import samakan
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.pesan.bahasa import oleh_pada
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa

_ANGKA: Final = re.compile(r"\d(?:[\d.,]*\d)?")
_DISEBUT: Final = 3
"""So many figures of a quotation are repeated."""
PANJANG_KUTIPAN: Final = 160
"""So many letters of a finding's quotation are told."""


@unique
class KeadaanKoreksi(Enum):
    """What became of a correction; the value is how it is printed."""

    BARU = "baru"
    DIJAWAB = "dijawab"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Koreksi:
    """One correction of a draft.

    Attributes:
        kutipan: The words that it is about.
        saran: What is advised, as it was written.
        oleh: Who wrote it, as the document says.
        tanggal: When.
        kunci: What is the same for the same correction in another draft.
        tempat: What names its place, from the nearest on: paragraph or row, then headings; None where it has none.
        judul: The nearest heading above it.
        berkas: The draft.
        jawaban: What became of it, in words.
        indikator: The indicator that it is about; empty where nobody can tell.
        daftar_unit: The units that answer it.
        dasar: The fingerprint of what it is about: its paragraph or row, and what units said of its indicator; empty
            for one that no draft holds any more.
        sumber: The figures of its indicator as they are now; empty where it is about none.
        nomor: Its number in the list of corrections.
    """

    saran: str
    kutipan: str = ""
    oleh: str = ""
    tanggal: date | None = None
    kunci: str = ""
    tempat: tuple[str, ...] | None = ()
    judul: str = ""
    berkas: str = ""
    jawaban: str = ""
    keadaan: KeadaanKoreksi = KeadaanKoreksi.BARU
    indikator: str = ""
    daftar_unit: tuple[str, ...] = ()
    dasar: str = ""
    sumber: str = ""
    nomor: int = 0

    @property
    def angka(self) -> str:
        """The figures that its quotation holds, as they are printed."""
        return "; ".join(list(dict.fromkeys(_ANGKA.findall(self.kutipan)))[:_DISEBUT])


def sidik_koreksi(*daftar: str) -> str:
    """Return the fingerprint of words."""
    return hashlib.sha256("\n".join(daftar).encode(errors="surrogatepass")).hexdigest()


def tempatkan(koreksi: Koreksi, induk: Induk, nomor: Mapping[str, str]) -> Koreksi:
    """Return a correction with the indicator that it is about and the units that answer it.

    What is nearest decides: its words, its paragraph or row, the row above it, then each heading. Where that names
    several indicators nobody is asked, for nobody can tell who is meant.

    Args:
        koreksi: The correction.
        induk: The buku induk.
        nomor: The number of each indicator in the report, by its kode.
    """
    dekat = (koreksi.kutipan, *(koreksi.tempat or ())[:1])
    for teks in (*dekat, *(koreksi.tempat or ())[1:]):
        disebut = _indikator_disebut(teks, induk, nomor)
        if len(disebut) == 1:
            return replace(koreksi, indikator=disebut[0].kode, daftar_unit=disebut[0].daftar_unit)
        unit = () if disebut or teks not in dekat else _unit_disebut(teks, induk)
        if disebut or unit:
            return replace(koreksi, daftar_unit=unit)
    return koreksi


def _indikator_disebut(teks: str, induk: Induk, nomor: Mapping[str, str]) -> list[Indikator]:
    """Return the indicators that a text names: by name, or by number where it says so or names twins."""
    kata = samakan(teks)
    semua = (*induk.daftar_indikator, *induk.daftar_indikator_program)
    utuh: list[Indikator] = []
    sisa = kata
    for satu in sorted(semua, key=lambda ini: -len(ini.nama)):
        nama = samakan(satu.nama)
        if _memuat(sisa, nama) or any(samakan(lain.nama) == nama for lain in utuh):
            utuh.append(satu)
            sisa = _pola(nama).sub("", sisa)  # what is within a longer name is not named itself
    bernomor = [satu for satu in semua if _bernomor(kata, nomor.get(satu.kode, ""), disebut=satu in utuh)]
    return bernomor or utuh


def _bernomor(kata: str, nomor: str, *, disebut: bool) -> bool:
    """Return whether a text names a number as that of an indicator: behind that word, or at its head with the name."""
    return bool(nomor) and (_memuat(kata, f"indikator {nomor}") or (disebut and kata.startswith(f"{nomor} ")))


def _memuat(kata: str, dicari: str) -> bool:
    """Return whether a text holds words as whole words."""
    return bool(dicari) and _pola(dicari).search(kata) is not None


@lru_cache(1024)
def _pola(dicari: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.]){re.escape(dicari)}(?!\w|\.\d)")


def _unit_disebut(teks: str, induk: Induk) -> tuple[str, ...]:
    """Return the one unit that a text names, or whose money it is about."""
    kata = samakan(teks)
    unit = [satu.kode for satu in induk.daftar_unit if any(_memuat(kata, samakan(s)) for s in (satu.nama, satu.kode))]
    belanja = [satu.unit for satu in induk.daftar_subkegiatan if _memuat(kata, samakan(satu.kode))]
    hasil = tuple(dict.fromkeys((*unit, *belanja)))
    return hasil if len(hasil) == 1 else ()


def nilai_koreksi(catatan: BukuPeristiwa, sekarang: Iterable[Koreksi]) -> tuple[Koreksi, ...]:
    """Return all corrections that are known, numbered as they were first seen, with what became of each.

    Args:
        catatan: The events of the period.
        sekarang: What stands in its drafts, placed.
    """
    dahulu = {satu.sidik: satu for satu in catatan.berlaku.values() if satu.jenis is Jenis.KOREKSI}
    jawaban = catatan.jawaban_koreksi
    ada = {satu.kunci: satu for satu in sekarang}
    semua = {**{kunci: ada.get(kunci) or _dari_catatan(satu) for kunci, satu in dahulu.items()}, **ada}
    return tuple(
        replace(_nilai(satu, dahulu.get(kunci), jawaban.get(kunci)), nomor=nomor)
        for nomor, (kunci, satu) in enumerate(semua.items(), start=1)
    )


def _dari_catatan(satu: Peristiwa) -> Koreksi:
    """Return a correction that no draft holds any more, as far as it was noted."""
    return Koreksi(
        saran=satu.isi,
        tanggal=satu.tanggal,
        kunci=satu.sidik,
        tempat=None,
        berkas=satu.berkas,
        keadaan=KeadaanKoreksi.SELESAI,
        jawaban="Tidak ada lagi di draf",
        indikator=satu.indikator,
        daftar_unit=tuple(satu.unit.split()),
    )


def _nilai(koreksi: Koreksi, dahulu: Peristiwa | None, jawaban: Peristiwa | None) -> Koreksi:
    """Return what became of a correction: an answer that was recorded counts first, then what the draft says."""
    if jawaban is not None:
        return replace(koreksi, keadaan=KeadaanKoreksi.SELESAI, jawaban=jawaban.isi)
    if koreksi.keadaan is not KeadaanKoreksi.SELESAI and dahulu is not None and dahulu.terkunci != koreksi.dasar:
        kata = koreksi.jawaban or "Isian atau kalimatnya sudah diperbarui"
        return replace(koreksi, keadaan=KeadaanKoreksi.SELESAI, jawaban=kata)
    return koreksi


def peristiwa_koreksi(catatan: BukuPeristiwa, daftar: Iterable[Koreksi], dasar: Peristiwa) -> Iterator[Peristiwa]:
    """Yield what is noted of the corrections that nobody noted before: never who wrote them.

    Args:
        catatan: The events of the period.
        daftar: All corrections.
        dasar: The event with the moment of the run.
    """
    dahulu = {satu.sidik for satu in catatan.daftar_koreksi}
    for satu in daftar:
        if satu.dasar and satu.kunci not in dahulu:
            yield replace(
                dasar,
                jenis=Jenis.KOREKSI,
                tanggal=satu.tanggal,
                unit=" ".join(satu.daftar_unit),
                indikator=satu.indikator,
                berkas=satu.berkas,
                isi=satu.saran,
                sidik=satu.kunci,
                terkunci=satu.dasar,
            )


def temuan_koreksi(satu: Koreksi, induk: Induk, berkas: str, unit: str = "") -> Temuan:
    """Return the finding that tells a unit, or the planner, of a correction that waits.

    Args:
        satu: The correction.
        induk: The buku induk.
        berkas: The file that it is told of: the unit's form, or the draft.
        unit: Whom it is for; empty where it is nobody's alone.
    """
    indikator = induk.indikator(satu.indikator)
    tentang = f"indikator {indikator.nama}" if indikator else satu.judul or "bagian yang tidak dapat ditentukan"
    kutipan = f" pada “{_pendek(satu.kutipan)}”" if satu.kutipan else ""
    rincian = {"nomor": satu.nomor, "oleh": oleh_pada(satu.oleh, satu.tanggal), "tentang": f"{tentang}{kutipan}"}
    return replace(temuan("koreksi-sekretaris", Asal(berkas), nilai=satu.saran, **rincian), unit=unit)


def _pendek(teks: str) -> str:
    return teks if len(teks) <= PANJANG_KUTIPAN else f"{teks[:PANJANG_KUTIPAN].rstrip()}…"
