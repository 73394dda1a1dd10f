"""The corrections in a period's drafts: read from Word, placed, noted, and told to whom they are for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lakip_gen.alur.koreksi_tercatat import awal_draf
from lakip_gen.alur.periksa import HasilPeriksa
from lakip_gen.alur.peristiwa import buku, coba_catat, saat_ini
from lakip_gen.alur.suntingan import kenali_draf, tak_terbaca
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Temuan
from lakip_gen.formulir.putusan import HasilUnit, timbang
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan
from lakip_gen.sop.koreksi import (
    KeadaanKoreksi,
    Koreksi,
    nilai_koreksi,
    peristiwa_koreksi,
    sidik_koreksi,
    tempatkan,
    temuan_koreksi,
)
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa
from lakip_gen.storage.events import take_events
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.inspect.corrections import Correction, Kind, corrections

_SARAN: Final[Mapping[Kind, str]] = {
    Kind.COMMENT: "{}",
    Kind.INSERTED: "Tambahkan: “{}”",
    Kind.DELETED: "Hapus: “{}”",
    Kind.REPLACED: "Ganti dengan: “{}”",
    Kind.MOVED_HERE: "Pindahkan ke sini: “{}”",
    Kind.MOVED_AWAY: "Pindahkan dari sini: “{}”",
}
"""How the words of a correction are told."""
TANPA_KATA: Final = "(tanda tanpa kata)"


@dataclass(frozen=True, slots=True)
class KoreksiTerbaca:
    """All corrections of a period, what was noted of it before, and which drafts nobody can read."""

    catatan: BukuPeristiwa
    daftar: tuple[Koreksi, ...] = ()
    daftar_temuan: tuple[Temuan, ...] = ()

    @property
    def diberitahukan(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.terbuka or self.daftar_temuan)

    @property
    def terbuka(self) -> tuple[Koreksi, ...]:
        """Those that wait for an answer."""
        return tuple(satu for satu in self.daftar if satu.keadaan is KeadaanKoreksi.BARU)


def baca_koreksi(ruang: Workspace, hasil: HasilPeriksa, pandangan: LaporanPandangan, pokok: str = "") -> KoreksiTerbaca:
    """Return the corrections of a period's drafts with what became of each.

    Args:
        ruang: The working folder.
        hasil: What was found in the period.
        pandangan: What its report prints.
        pokok: What the names of the drafts begin with that are under way; there may be none of them yet.
    """
    catatan = buku(take_events(ruang, hasil.periode))
    keluaran = Outputs(ruang.output(hasil.periode))
    daftar: list[Koreksi] = []
    daftar_temuan: list[Temuan] = []
    awal = awal_draf(hasil.periode)
    for satu in dict.fromkeys((awal, pokok or awal, *keluaran.stems(awal))):
        terbaca, salah = _di_rangkaian(ruang, keluaran, satu)
        daftar += terbaca
        daftar_temuan += salah
    return KoreksiTerbaca(catatan, nilai_koreksi(catatan, _ditempatkan(daftar, hasil, pandangan)), tuple(daftar_temuan))


def _di_rangkaian(ruang: Workspace, keluaran: Outputs, pokok: str) -> tuple[tuple[Koreksi, ...], tuple[Temuan, ...]]:
    """Return the corrections of a report's drafts; where several hold one, as the latest has it."""
    daftar, salah = kenali_draf(keluaran, pokok)
    terbaca: dict[str, Koreksi] = {}
    semua = [*salah]
    for satu in daftar if not all(draf.utuh for draf in daftar) else ():
        if satu.utuh and satu is not daftar[-1]:
            continue
        milik = _di_draf(satu.bagian, ruang.relative(satu.berkas))
        if milik is None:
            semua.append(tak_terbaca(satu.berkas, "teksnya rusak"))
            continue
        if satu is daftar[-1] and not satu.utuh:
            terbaca = {kunci: _lepas(koreksi) for kunci, koreksi in terbaca.items()}
        terbaca |= milik
    return tuple(terbaca.values()), tuple(semua)


def _lepas(satu: Koreksi) -> Koreksi:
    """Return a correction that an earlier draft holds and the last one, which people worked on, no longer does."""
    return replace(satu, keadaan=KeadaanKoreksi.SELESAI, jawaban=satu.jawaban or "Tidak ada lagi di draf terakhir")


def _di_draf(bagian: Mapping[str, bytes], nama: str) -> dict[str, Koreksi] | None:
    """Return the corrections that a draft holds, by what they are known by; None where its text cannot be read."""
    try:
        daftar = corrections(bagian)
    except (ValueError, SyntaxError, RecursionError):  # what the XML library raises is a SyntaxError
        return None
    banyak: Counter[tuple[str, ...]] = Counter()
    hasil: dict[str, Koreksi] = {}
    for satu in daftar:
        dikenal = (satu.author, satu.moment, satu.said, "" if satu.kind is Kind.COMMENT else satu.quote)
        banyak[dikenal] += 1
        kunci = sidik_koreksi(*dikenal, str(banyak[dikenal]))
        hasil[kunci] = _koreksi(satu, kunci, nama)
    return hasil


def _koreksi(satu: Correction, kunci: str, berkas: str) -> Koreksi:
    atas = satu.place.above if satu.place else ()
    keadaan = KeadaanKoreksi.DIJAWAB if satu.answers else KeadaanKoreksi.BARU
    kata = satu.quote if satu.kind in {Kind.DELETED, Kind.MOVED_AWAY} else satu.said
    return Koreksi(
        saran=_SARAN[satu.kind].format(kata) if kata else TANPA_KATA,
        kutipan=satu.quote or (satu.place.block if satu.place else ""),
        oleh=satu.author,
        tanggal=satu.day,
        kunci=kunci,
        tempat=(satu.place.block, *atas) if satu.place else None,
        judul=next(iter(atas), ""),
        berkas=berkas,
        jawaban="; ".join(satu.answers),
        keadaan=KeadaanKoreksi.SELESAI if satu.done else keadaan,
    )


def _ditempatkan(daftar: Iterable[Koreksi], hasil: HasilPeriksa, pandangan: LaporanPandangan) -> Iterator[Koreksi]:
    """Yield corrections with whom they are for, what they are about, and the figures of their indicator."""
    tercetak = {satu.kode: satu for sasaran in pandangan.daftar_sasaran for satu in sasaran.daftar_indikator}
    nomor = {kode: satu.nomor for kode, satu in tercetak.items()}
    for satu in daftar:
        letak = tempatkan(satu, hasil.induk, nomor) if hasil.induk else satu
        dasar = sidik_koreksi(*(satu.tempat or ())[:1], *_isian(letak, hasil))
        yield replace(letak, dasar=dasar, sumber=_sumber(tercetak.get(letak.indikator)))


def _sumber(indikator: IndikatorPandangan | None) -> str:
    return f"realisasi {indikator.realisasi}; capaian {indikator.capaian}" if indikator else ""


def _isian(satu: Koreksi, hasil: HasilPeriksa) -> Iterator[str]:
    """Yield what the units say of the indicator that a correction is about."""
    for triwulan in hasil.periode.daftar_triwulan:
        for unit in satu.daftar_unit if satu.indikator else ():
            laporan = hasil.bacaan.kumpulan.laporan(unit, triwulan)
            isian = laporan.indikator(satu.indikator) if laporan else None
            yield repr(replace(isian, asal={}, pengukuran=None, syarat=frozenset())) if isian else ""


def dengan_koreksi(hasil: HasilPeriksa, terbaca: KoreksiTerbaca) -> HasilPeriksa:
    """Return what was found in a period, with the corrections that wait: each at its unit's form, or at the period."""
    if hasil.induk is None or not terbaca.diberitahukan:
        return hasil
    *awal, akhir = hasil.bacaan.daftar_triwulan
    induk = hasil.induk
    dikenal = {unit.unit.kode for unit in akhir.daftar_unit}
    lepas = tuple(
        temuan_koreksi(satu, induk, satu.berkas) for satu in terbaca.terbuka if not dikenal & {*satu.daftar_unit}
    )
    akhir = replace(
        akhir,
        daftar_unit=tuple(_dengan_temuan(unit, terbaca.terbuka, induk) for unit in akhir.daftar_unit),
        daftar_temuan=(*akhir.daftar_temuan, *lepas, *terbaca.daftar_temuan),
    )
    return replace(hasil, bacaan=replace(hasil.bacaan, daftar_triwulan=(*awal, akhir)))


def _dengan_temuan(unit: HasilUnit, daftar: Iterable[Koreksi], induk: Induk) -> HasilUnit:
    kode = unit.unit.kode
    milik = tuple(temuan_koreksi(s, induk, unit.status.berkas, kode) for s in daftar if kode in s.daftar_unit)
    return timbang(replace(unit, daftar_temuan=(*unit.daftar_temuan, *milik))) if milik else unit


def catat_koreksi(ruang: Workspace, periode: Periode, terbaca: KoreksiTerbaca) -> tuple[Temuan, ...]:
    """Note the corrections that nobody noted before: a draft may be changed until it holds them no longer."""
    dasar = Peristiwa(jenis=Jenis.KOREKSI, dicatat=saat_ini())
    return coba_catat(ruang, periode, list(peristiwa_koreksi(terbaca.catatan, terbaca.daftar, dasar)))
