"""From the raw form of a unit to its report: every cell read once, every doubt a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeVar

from lakip_gen.domain.formulir import BarisFormulir, Formulir
from lakip_gen.domain.isian import (
    IsianAksi,
    IsianAnggaran,
    IsianBulan,
    IsianIndikator,
    LaporanUnit,
    Pengesahan,
)
from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, Sel
from lakip_gen.domain.nilai import BelumDilaporkan, Isian, Nilai, Pecahan, TidakBerlaku
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import JenisKolom, Lembar
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.domain.urai import (
    DITOLAK,
    Daftar,
    urai_angka,
    urai_pilihan,
    urai_predikat,
    urai_tanggal,
    urai_teks,
)

T = TypeVar("T")
SELISIH_TEMPEL = Decimal("0.000001")
"""How far the pasted result of a formula may lie from our own: a spreadsheet reckons with 15 digits."""
TANPA_TARGET = TidakBerlaku("tidak ada target pada periode ini")


class _Pembaca:
    """Reads the cells of one row and gathers what is found on the way."""

    def __init__(self, lembar: Lembar, baris: Baris, pilihan: Mapping[str, tuple[str, ...]]) -> None:
        self.lembar = lembar
        self.baris = baris
        self.pilihan = pilihan
        self.daftar_temuan: list[Temuan] = []

    def sel(self, kunci: str) -> Sel | None:
        return self.baris.sel.get(kunci)

    def catat(self, hasil: tuple[T, Daftar]) -> T:
        self.daftar_temuan += hasil[1]
        return hasil[0]

    def teks(self, kunci: str) -> str:
        return self.catat(urai_teks(self.sel(kunci), self.lembar.kolom(kunci)))

    def pilih(self, kunci: str) -> str:
        kolom = self.lembar.kolom(kunci)
        return self.catat(urai_pilihan(self.sel(kunci), kolom, self.pilihan[kolom.pilihan]))

    def tanggal(self, kunci: str) -> date | None:
        return self.catat(urai_tanggal(self.sel(kunci), self.lembar.kolom(kunci)))

    def angka(self, kunci: str, satuan: str = "") -> Isian:
        sel = self.sel(kunci)
        return self.catat(urai_angka(sel, self.lembar.kolom(kunci).judul, satuan)) if sel else BelumDilaporkan()

    @property
    def asal(self) -> dict[str, Asal]:
        return {kunci: sel.asal for kunci, sel in self.baris.sel.items()}


def susun_laporan(mentah: BukuMentah, formulir: Formulir) -> tuple[LaporanUnit, tuple[Temuan, ...]]:
    """Return a unit's report from its raw form, and what was found while reading the cells.

    Rows are matched by key against the rows that the form had; a row that is missing there, or unknown here,
    is a finding and never silently skipped.
    """
    daftar_temuan: list[Temuan] = []

    def baca(lembar: Lembar, urai: Callable[[_Pembaca, BarisFormulir], T]) -> tuple[T, ...]:
        hasil = []
        for pembaca, baris in _pasangkan(mentah, formulir, lembar, daftar_temuan):
            hasil.append(urai(pembaca, baris))
            daftar_temuan.extend(pembaca.daftar_temuan)
        return tuple(hasil)

    laporan = LaporanUnit(
        formulir.unit.kode,
        formulir.periode,
        mentah.berkas,
        baca(skema.INDIKATOR, lambda pembaca, baris: _indikator(pembaca, baris, formulir)),
        baca(skema.ANGGARAN, _anggaran),
        baca(skema.RENCANA_AKSI, _aksi),
        baca(skema.PROGRES, _bulan),
        _pengesahan(mentah, formulir, daftar_temuan),
    )
    return laporan, tuple(daftar_temuan)


def _pasangkan(
    mentah: BukuMentah, formulir: Formulir, lembar: Lembar, daftar_temuan: list[Temuan]
) -> list[tuple[_Pembaca, BarisFormulir]]:
    """Pair the rows that were asked with the rows that came back."""
    diharapkan = formulir.daftar_baris[lembar.kunci]
    isi = mentah.lembar.get(lembar.kunci)
    if isi is None:
        if diharapkan:
            daftar_temuan.append(temuan("lembar-hilang", Asal(mentah.berkas, lembar.nama), lembar=lembar.nama))
        return []
    dikenal = {baris.kunci: baris for baris in diharapkan}
    datang: dict[str, Baris] = {}
    for satu in isi.daftar_baris:
        datang.setdefault(satu.kunci, satu)
    asal = Asal(mentah.berkas, isi.nama)
    daftar_temuan += [temuan("kunci-hilang", asal, nilai=kunci) for kunci in dikenal if kunci not in datang]
    for kunci, satu in datang.items():
        if kunci not in dikenal:
            kolom = lembar.kolom_kunci if lembar.kolom_kunci in satu.sel else lembar.kolom_nama
            daftar_temuan.append(temuan("kunci-asing", satu.sel[kolom].asal, nilai=kunci))
    return [
        (_Pembaca(lembar, datang[kunci], formulir.daftar_pilihan), baris)
        for kunci, baris in dikenal.items()
        if kunci in datang
    ]


def _indikator(pembaca: _Pembaca, baris: BarisFormulir, formulir: Formulir) -> IsianIndikator:
    for kunci in sorted(baris.terkunci):
        sel = pembaca.sel(kunci)
        if sel is not None and not sel.kosong and sel.jenis is not JenisSel.RUMUS and not _hasil_rasio(pembaca, baris):
            judul = pembaca.lembar.kolom(kunci).judul
            pembaca.daftar_temuan.append(temuan("isian-terkunci", sel.asal, nilai=sel.tampil, kolom=judul))
    return IsianIndikator(
        baris.kunci,
        _realisasi(pembaca, baris, formulir),
        pembaca.teks("penjelasan"),
        pembaca.teks("faktor_pendorong"),
        pembaca.teks("faktor_penghambat"),
        pembaca.teks("tindak_lanjut"),
        pembaca.teks("pic"),
        pembaca.tanggal("batas_waktu"),
        pembaca.teks("data_dukung"),
        pembaca.asal,
    )


def _hasil_rasio(pembaca: _Pembaca, baris: BarisFormulir) -> bool:
    """Tell whether a ratio row's figure is just what its formula showed, pasted as a value."""
    realisasi, atas, bawah = (
        sel.isi if (sel := pembaca.sel(k)) else None for k in ("realisasi", "pembilang", "penyebut")
    )
    if baris.indikator is None or not isinstance(realisasi, Decimal):
        return False
    if not isinstance(atas, Decimal) or not isinstance(bawah, Decimal) or not bawah:
        return False
    return abs(atas / bawah * baris.indikator.pengali - realisasi) < SELISIH_TEMPEL


def _realisasi(pembaca: _Pembaca, baris: BarisFormulir, formulir: Formulir) -> Isian:
    indikator = baris.indikator
    if indikator is None:
        return BelumDilaporkan()
    target = indikator.target(formulir.periode, formulir.induk.aturan)
    if indikator.cara_gabung.sifat.pecahan:
        isian = _pecahan(pembaca)
    elif (sel := pembaca.sel("realisasi")) is None:
        isian = BelumDilaporkan()
    elif indikator.skala:
        isian = pembaca.catat(urai_predikat(sel, indikator.skala))
    else:
        judul = skema.INDIKATOR.kolom("realisasi").judul
        isian = pembaca.catat(urai_angka(sel, judul, indikator.satuan, target))
    # Where no target was set for the quarter, nothing is due; a figure that came anyway is kept.
    return TANPA_TARGET if target is None and isian == BelumDilaporkan() else isian


def _pecahan(pembaca: _Pembaca) -> Isian:
    pembilang, penyebut = pembaca.angka("pembilang"), pembaca.angka("penyebut")
    match pembilang, penyebut:
        case Nilai(atas), Nilai(bawah):
            return Pecahan(atas, bawah)
        case (TidakBerlaku(), _) | (_, TidakBerlaku()):
            return TidakBerlaku("tidak berlaku menurut unit")
        case BelumDilaporkan(), BelumDilaporkan():
            return pembilang if pembilang == DITOLAK else penyebut
    kosong = pembaca.sel("penyebut" if isinstance(pembilang, Nilai) else "pembilang")
    if kosong is not None and kosong.kosong:
        pembaca.daftar_temuan.append(temuan("rasio-tidak-lengkap", kosong.asal))
    return DITOLAK


def _anggaran(pembaca: _Pembaca, baris: BarisFormulir) -> IsianAnggaran:
    return IsianAnggaran(
        baris.kunci,
        pembaca.angka("realisasi", "Rp"),
        pembaca.angka("fisik", "%"),
        pembaca.teks("keterangan"),
        pembaca.asal,
    )


def _aksi(pembaca: _Pembaca, baris: BarisFormulir) -> IsianAksi:
    return IsianAksi(
        baris.kunci, pembaca.pilih("status"), pembaca.teks("hasil"), pembaca.teks("keterangan"), pembaca.asal
    )


def _bulan(pembaca: _Pembaca, baris: BarisFormulir) -> IsianBulan:
    return IsianBulan(
        str(baris.isi["bulan"]),
        pembaca.teks("kegiatan"),
        pembaca.teks("hasil"),
        pembaca.teks("kendala"),
        pembaca.teks("rencana"),
        pembaca.asal,
    )


def _pengesahan(mentah: BukuMentah, formulir: Formulir, daftar_temuan: list[Temuan]) -> Pengesahan:
    isi: dict[str, str | date | None] = {}
    asal: dict[str, Asal] = {}
    for pembaca, baris in _pasangkan(mentah, formulir, skema.PENGESAHAN, daftar_temuan):
        butir, sel = skema.PENGESAHAN.butir(baris.kunci), pembaca.sel("isi")
        if butir is None:
            continue
        if sel is not None:
            asal[butir.kunci] = sel.asal
        match butir.jenis:
            case JenisKolom.TANGGAL:
                isi[butir.kunci] = pembaca.catat(urai_tanggal(sel, butir))
            case JenisKolom.PILIHAN:
                isi[butir.kunci] = pembaca.catat(urai_pilihan(sel, butir, skema.SETUJU))
            case _:
                isi[butir.kunci] = pembaca.catat(urai_teks(sel, butir))
        daftar_temuan.extend(pembaca.daftar_temuan)
    return Pengesahan(**isi, asal=asal)  # type: ignore[arg-type]  # the items of the sheet are the fields of the class


def belum_diisi(mentah: BukuMentah, formulir: Formulir) -> bool:
    """Tell whether a form is still as it was handed out: not one input holds anything."""
    for lembar in skema.DAFTAR_LEMBAR:
        isi = mentah.lembar.get(lembar.kunci)
        terkunci = {baris.kunci: baris.terkunci for baris in formulir.daftar_baris[lembar.kunci]}
        for baris in isi.daftar_baris if isi else ():
            for kolom in lembar.kolom_isian:
                sel = baris.sel.get(kolom.kunci)
                dijaga = kolom.kunci in terkunci.get(baris.kunci, frozenset())
                if sel and not sel.kosong and not dijaga:
                    return False
    return True
