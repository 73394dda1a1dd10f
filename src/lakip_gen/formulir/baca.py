"""From the raw form of a unit to its report: every cell read once, every doubt a finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from lakip_gen.domain.kewajiban import ditunggu, tidak_ditunggu
from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, Sel
from lakip_gen.domain.nilai import BelumDilaporkan, Isian, Nilai, Pecahan, TidakBerlaku
from lakip_gen.domain.pembaca import PembacaBaris, Rekaman
from lakip_gen.domain.silsilah import masih_seperti_dibagikan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.domain.urai import DITOLAK, urai_angka, urai_predikat
from lakip_gen.formulir.bentuk import masih_utuh

D = TypeVar("D", bound=Rekaman)
T = TypeVar("T")
SELISIH_TEMPEL = Decimal("0.000001")
"""How far the pasted result of a formula may lie from our own: a spreadsheet reckons with 15 digits."""


def susun_laporan(mentah: BukuMentah, formulir: Formulir) -> tuple[LaporanUnit, tuple[Temuan, ...]]:
    """Return a unit's report from its raw form, and what was found while reading the cells.

    Rows are matched by key against the rows that the form had; a row that is missing there, or unknown here,
    is a finding and never silently skipped.
    """
    daftar_temuan: list[Temuan] = []

    def baca(lembar: Lembar, urai: Callable[[PembacaBaris, BarisFormulir], T]) -> tuple[T, ...]:
        pasangan = _pasangkan(mentah, formulir, lembar, daftar_temuan)
        return tuple(urai(pembaca_baris(lembar, baris.sel), diminta) for baris, diminta in pasangan)

    def pembaca_baris(lembar: Lembar, sel: Mapping[str, Sel]) -> PembacaBaris:
        return PembacaBaris(lembar, sel, mentah.berkas, formulir.daftar_pilihan, daftar_temuan)

    laporan = LaporanUnit(
        unit=formulir.unit.kode,
        periode=formulir.periode,
        berkas=mentah.berkas,
        daftar_indikator=baca(skema.INDIKATOR, lambda pembaca, baris: _indikator(pembaca, baris, formulir)),
        daftar_anggaran=baca(skema.ANGGARAN, lambda pembaca, baris: _jawaban(IsianAnggaran, pembaca, kode=baris.kunci)),
        daftar_aksi=baca(skema.RENCANA_AKSI, lambda pembaca, baris: _jawaban(IsianAksi, pembaca, kode=baris.kunci)),
        daftar_bulan=baca(
            skema.PROGRES, lambda pembaca, baris: _jawaban(IsianBulan, pembaca, bulan=str(baris.isi["bulan"]))
        ),
        pengesahan=_pengesahan(pembaca_baris, _pasangkan(mentah, formulir, skema.PENGESAHAN, daftar_temuan)),
        versi=formulir.versi,
    )
    return laporan, tuple(daftar_temuan)


def _jawaban(kelas: type[D], pembaca: PembacaBaris, **lain: object) -> D:
    """Return what a unit answered in one row; the class has a field for every input of the sheet."""
    asal = {kunci: sel.asal for kunci, sel in pembaca.daftar_sel.items()}
    return pembaca.rekam(kelas, asal=asal, **lain)


def _pasangkan(
    mentah: BukuMentah, formulir: Formulir, lembar: Lembar, daftar_temuan: list[Temuan]
) -> list[tuple[Baris, BarisFormulir]]:
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
    hilang = [kunci for kunci in dikenal if kunci not in datang]
    # A form that holds what its own fingerprint says never had the row: nobody deleted it.
    kode = "baris-belum-ada" if hilang and lembar.kolom_dijaga and masih_utuh(mentah, formulir) else "kunci-hilang"
    daftar_temuan += [temuan(kode, Asal(mentah.berkas, isi.nama), nilai=kunci) for kunci in hilang]
    for kunci, satu in datang.items():
        if kunci not in dikenal:
            kolom = lembar.kolom_kunci if lembar.kolom_kunci in satu.sel else lembar.kolom_nama
            daftar_temuan.append(temuan("kunci-asing", satu.sel[kolom].asal, nilai=kunci))
    return [(datang[kunci], baris) for kunci, baris in dikenal.items() if kunci in datang]


def _indikator(pembaca: PembacaBaris, baris: BarisFormulir, formulir: Formulir) -> IsianIndikator:
    for kunci in sorted(baris.terkunci):
        sel = pembaca.sel(kunci)
        if sel is not None and not sel.kosong and sel.jenis is not JenisSel.RUMUS and not _hasil_rasio(pembaca, baris):
            judul = pembaca.lembar.kolom(kunci).judul
            pembaca.daftar_temuan.append(temuan("isian-terkunci", sel.asal, nilai=sel.tampil, kolom=judul))
    jawaban = _jawaban(IsianIndikator, pembaca, kode=baris.kunci, isian=_realisasi(pembaca, baris, formulir))
    aturan = formulir.induk.aturan
    return jawaban.dinilai(baris.indikator, formulir.periode, aturan) if baris.indikator else jawaban


def _hasil_rasio(pembaca: PembacaBaris, baris: BarisFormulir) -> bool:
    """Return whether a ratio row's figure is just what its formula showed, pasted as a value."""
    realisasi, atas, bawah = (
        sel.isi if (sel := pembaca.sel(k)) else None for k in ("realisasi", "pembilang", "penyebut")
    )
    if baris.indikator is None or not isinstance(realisasi, Decimal):
        return False
    if not isinstance(atas, Decimal) or not isinstance(bawah, Decimal) or not bawah:
        return False
    return abs(atas / bawah * baris.indikator.pengali - realisasi) < SELISIH_TEMPEL


def _realisasi(pembaca: PembacaBaris, baris: BarisFormulir, formulir: Formulir) -> Isian:
    indikator = baris.indikator
    if indikator is None:
        return BelumDilaporkan()
    target = indikator.target(formulir.periode, formulir.induk.aturan)
    if indikator.cara_gabung.sifat.pecahan:
        isian = _pecahan(pembaca)
    elif (sel := pembaca.sel("realisasi")) is None:
        isian = BelumDilaporkan()
    elif indikator.skala:
        isian = pembaca.terima("realisasi", urai_predikat(sel, indikator.skala))
    else:
        judul = skema.INDIKATOR.kolom("realisasi").judul
        isian = pembaca.terima("realisasi", urai_angka(sel, judul, indikator.satuan, target))
    # Where nothing is due a blank is no gap; a figure that came anyway is kept.
    ada = isian != BelumDilaporkan() or ditunggu(indikator, formulir.periode, formulir.induk.aturan)
    return isian if ada else tidak_ditunggu(indikator, formulir.periode, formulir.induk.aturan)


def _pecahan(pembaca: PembacaBaris) -> Isian:
    pembilang, penyebut = pembaca.angka("pembilang"), pembaca.angka("penyebut")
    match pembilang, penyebut:
        case Nilai(atas), Nilai(bawah):
            return Pecahan(atas, bawah)
        case (TidakBerlaku(), Nilai()) | (Nilai(), TidakBerlaku()):
            return _setengah_berlaku(pembaca, "penyebut" if isinstance(penyebut, TidakBerlaku) else "pembilang")
        case (TidakBerlaku(), _) | (_, TidakBerlaku()):
            return TidakBerlaku("tidak berlaku menurut unit")
        case BelumDilaporkan(), BelumDilaporkan():
            return pembilang if pembilang == DITOLAK else penyebut
    kosong = pembaca.sel("penyebut" if isinstance(pembilang, Nilai) else "pembilang")
    if kosong is not None and kosong.kosong:
        pembaca.daftar_temuan.append(temuan("rasio-tidak-lengkap", kosong.asal))
    return DITOLAK


def _setengah_berlaku(pembaca: PembacaBaris, kosong: str) -> Isian:
    """Refuse a ratio of which one part is a number and the other is said not to apply."""
    pasangan = "penyebut" if kosong == "pembilang" else "pembilang"
    sel = pembaca.sel(pasangan)
    nilai = sel.tampil if sel else ""
    pembaca.daftar_temuan.append(
        temuan("rasio-setengah-berlaku", pembaca.asal(kosong), nilai=nilai, bagian=kosong, pasangan=pasangan)
    )
    return DITOLAK


def _pengesahan(
    pembaca: Callable[[Lembar, Mapping[str, Sel]], PembacaBaris], pasangan: list[tuple[Baris, BarisFormulir]]
) -> Pengesahan:
    sel = {diminta.kunci: baris.sel["isi"] for baris, diminta in pasangan if "isi" in baris.sel}
    return _jawaban(Pengesahan, pembaca(skema.PENGESAHAN, sel))


def belum_diisi(mentah: BukuMentah, formulir: Formulir) -> bool:
    """Return whether a form is still as it was handed out: not one input holds anything but what it was given then."""
    if masih_seperti_dibagikan(mentah):
        return True
    for lembar in formulir.daftar_lembar:
        isi = mentah.lembar.get(lembar.kunci)
        terkunci = {baris.kunci: baris.terkunci for baris in formulir.daftar_baris[lembar.kunci]}
        for baris in isi.daftar_baris if isi else ():
            for kolom in lembar.kolom_isian:
                sel = baris.sel.get(kolom.kunci)
                dijaga = kolom.kunci in terkunci.get(baris.kunci, frozenset())
                # What is locked now may have been asked for when the form was handed out.
                milik_kita = dijaga and sel is not None and sel.jenis is JenisSel.RUMUS
                if sel and not sel.kosong and not milik_kita:
                    return False
    return True
