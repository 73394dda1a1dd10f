"""Recording a step of the SOP: that people did it, or how it was decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lakip_gen.alur.bukti import TidakDicatat, simpan_bukti
from lakip_gen.alur.papan import Papan, papan_dari, susun_papan
from lakip_gen.alur.periksa import periksa_masukan
from lakip_gen.alur.peristiwa import catat, pastikan_terbuka, saat_ini
from lakip_gen.domain.nama_berkas import nama_aman
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.sop import Bukti, Langkah
from lakip_gen.sop.keadaan import Keadaan
from lakip_gen.sop.kertas import adalah_rapat
from lakip_gen.sop.peristiwa import Jenis, Peristiwa
from lakip_gen.sop.rekaman import cari_langkah, tentang_angka
from lakip_gen.storage.events import take_events
from lakip_gen.storage.inputs import take_inputs
from lakip_gen.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """What somebody wants recorded.

    Attributes:
        tanda: The step, e.g. `5` or `B5`.
        setuju: The decision; None for a step that decides nothing.
        daftar_unit: The units that a refusal sends back to.
        isi: What was said, decided or advised.
        oleh: Who did it.
        tanggal: When; None for today.
        bukti: A scan that shows it; None where there is none.
        indikator: The indicator that a meeting decided about.
        pic: Who answers for what was decided.
        batas: By when.
    """

    tanda: str
    setuju: bool | None = None
    daftar_unit: tuple[str, ...] = ()
    isi: str = ""
    oleh: str = ""
    tanggal: date | None = None
    bukti: Path | None = None
    indikator: str = ""
    pic: str = ""
    batas: date | None = None


def catat_langkah(ruang: Workspace, periode: Periode, isian: Isian) -> Papan:
    """Record a step, and return the period's board as it is then.

    Raises:
        SudahDisahkan: When the period is sealed.
        TidakDicatat: When it cannot be recorded; then nothing is written.
        OSError: When it cannot be written down.
    """
    pastikan_terbuka(ruang, periode)
    saat = saat_ini()
    masukan = take_inputs(ruang, periode.tahun, periode.sampai_dengan)
    hasil = periksa_masukan(masukan, periode)
    papan = papan_dari(masukan, hasil, saat.date())
    if papan.rekap is None:
        return papan
    langkah = _langkah(papan, periode, isian)
    dikenal = {unit.casefold(): unit for unit in papan.sidik_unit}
    isian = replace(isian, daftar_unit=tuple(dikenal.get(unit.casefold(), unit) for unit in isian.daftar_unit))
    _periksa(papan, langkah, isian)
    dasar = Peristiwa(
        jenis=Jenis.CATATAN,
        dicatat=saat,
        tanggal=isian.tanggal or saat.date(),
        langkah=langkah.tanda,
        oleh=isian.oleh,
        isi=isian.isi,
        indikator=isian.indikator,
        pic=isian.pic,
        batas=isian.batas,
        berkas=simpan_bukti(ruang, periode, f"langkah-{nama_aman(langkah.tanda)}", isian.bukti),
    )
    catat(ruang, periode, _daftar_peristiwa(papan, langkah, isian, dasar))
    if isian.daftar_unit:  # what was sent back is told of the forms too, so they are judged anew
        return susun_papan(ruang, periode, saat.date())
    if periode in masukan.events:
        masukan = replace(masukan, events={**masukan.events, periode: take_events(ruang, periode)})
    return papan_dari(masukan, hasil, saat.date())


def _daftar_peristiwa(papan: Papan, langkah: Langkah, isian: Isian, dasar: Peristiwa) -> Iterator[Peristiwa]:
    """Yield what is written down: one event, or one for each unit that a refusal sends back to."""
    if isian.setuju is None:
        sidik = papan.sidik if tentang_angka(langkah, papan.langkah) else ""
        for unit in _pelaksana(papan, isian) or ("",):
            yield replace(dasar, unit=unit, sidik=sidik)
    elif isian.setuju:
        yield replace(dasar, jenis=Jenis.PUTUSAN, sidik=papan.sidik)
    elif not isian.daftar_unit:
        yield replace(dasar, jenis=Jenis.DIKEMBALIKAN, sidik=papan.sidik)
    else:
        for unit in isian.daftar_unit:
            yield replace(dasar, jenis=Jenis.DIKEMBALIKAN, unit=unit, sidik=papan.sidik_unit.get(unit, ""))


def _pelaksana(papan: Papan, isian: Isian) -> tuple[str, ...]:
    """Return the units that carry out a decision: those named, else those that report its indicator."""
    indikator = papan.rekap.induk.indikator(isian.indikator) if papan.rekap else None
    return isian.daftar_unit or (indikator.daftar_unit if indikator else ())


def _langkah(papan: Papan, periode: Periode, isian: Isian) -> Langkah:
    if not papan.langkah:
        raise TidakDicatat(f"Buku induk {periode.tahun} belum memuat SOP; isi lembar Langkah SOP.")
    langkah = cari_langkah(papan.langkah, isian.tanda)
    if langkah is None:
        dikenal = ", ".join(satu.tanda for satu in papan.langkah)
        raise TidakDicatat(f"Langkah “{isian.tanda}” tidak ada pada {periode.nama}; yang ada: {dikenal}.")
    return langkah


def _periksa(papan: Papan, langkah: Langkah, isian: Isian) -> None:
    """Refuse what does not fit the step."""
    bukti, tanda = langkah.selesai_bila, langkah.tanda
    if bukti not in {Bukti.ORANG, Bukti.PUTUSAN}:
        raise TidakDicatat(f"Langkah {tanda} selesai bila {bukti.value}: buktinya berkas, jadi tidak perlu dicatat.")
    if bukti is Bukti.PUTUSAN and isian.setuju is None:
        raise TidakDicatat(f"Langkah {tanda} memutuskan: tambahkan setuju atau tidak.")
    if bukti is Bukti.ORANG and isian.setuju is not None:
        raise TidakDicatat(f"Langkah {tanda} tidak memutuskan apa pun; hapus kata setuju atau tidak.")
    _periksa_keputusan(papan, langkah, isian)
    if asing := [unit for unit in isian.daftar_unit if unit not in papan.sidik_unit]:
        raise TidakDicatat(f"Unit “{asing[0]}” tidak ada di buku induk; tulis kodenya seperti di lembar Unit.")
    if isian.setuju is False and not isian.isi:
        raise TidakDicatat("Sarannya belum ditulis; unit perlu tahu apa yang harus dilengkapi.")
    if bukti is Bukti.PUTUSAN:
        _periksa_putusan(papan, langkah, isian)


def _periksa_keputusan(papan: Papan, langkah: Langkah, isian: Isian) -> None:
    """Refuse units where nothing is sent back or decided, and what a meeting decided where there is no meeting."""
    rapat = adalah_rapat(langkah)
    if isian.daftar_unit and isian.setuju is not False and not rapat:
        raise TidakDicatat(
            "Unit hanya disebut pada putusan tidak, yang mengembalikan formulirnya, dan pada keputusan rapat."
        )
    if (isian.indikator or isian.pic or isian.batas) and not rapat:
        raise TidakDicatat(f"Langkah {langkah.tanda} bukan rapat: indikator, PIC, dan batas milik keputusan rapat.")
    if isian.indikator and (papan.rekap is None or papan.rekap.induk.indikator(isian.indikator) is None):
        raise TidakDicatat(f"Indikator “{isian.indikator}” tidak ada di buku induk; tulis kodenya.")
    if isian.indikator and not isian.isi:
        raise TidakDicatat("Keputusannya belum ditulis; unit perlu tahu apa yang harus dilakukan.")


def _periksa_putusan(papan: Papan, langkah: Langkah, isian: Isian) -> None:
    """Refuse to decide on figures that nobody has seen, and to decide the same twice."""
    rekap = next((satu for satu in papan.daftar_langkah if satu.langkah.selesai_bila is Bukti.REKAP), None)
    if rekap is not None and rekap.keadaan is not Keadaan.SELESAI:
        raise TidakDicatat(f"Rekap belum dibuat dari berkas yang sekarang; jalankan {rekap.tunggu} dulu.")
    kini = next(satu for satu in papan.daftar_langkah if satu.langkah == langkah)
    if isian.setuju and kini.keadaan is Keadaan.SELESAI:
        raise TidakDicatat(f"Langkah {langkah.tanda} sudah disetujui untuk angka yang sekarang.")
