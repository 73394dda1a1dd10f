"""What a unit's form holds before the unit types anything: rows of known values, sheet by sheet.

The writer of forms, the check of locked cells and the fingerprint all stand on this one description.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from lakip_gen.domain.angka_tertulis import koma, polos
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan, Pengesahan
from lakip_gen.domain.kinerja import Aksi, Indikator, Unit
from lakip_gen.domain.konsolidasi import rasio
from lakip_gen.domain.nilai import Hasil, Isian, Nilai, Pecahan, Rentang, Target
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.domain.silsilah import META_ISIAN, isian_tertulis, sidik_isian
from lakip_gen.domain.silsilah import Isian as IsianTertulis
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import Kolom, Lembar, pada_versi
from lakip_gen.domain.tindak_lanjut import terbuka

IsiKolom: TypeAlias = str | Decimal | date | None


@dataclass(frozen=True, slots=True)
class BarisFormulir:
    """One row of a form.

    Attributes:
        kunci: The row key.
        isi: Known values by column name.
        terkunci: Input columns that this row does not offer.
        indikator: The indicator the row asks for, on the sheet of that name.
    """

    kunci: str
    isi: Mapping[str, IsiKolom]
    terkunci: frozenset[str] = frozenset()
    indikator: Indikator | None = None


@dataclass(frozen=True, slots=True)
class Formulir:
    """One unit's form of one quarter, rows by sheet.

    Attributes:
        versi: The version of the form, which decides what it asks for.
        dibagikan: The fingerprints of the locked cells that the unit was handed out; none where nobody noted any.
    """

    induk: Induk
    unit: Unit
    periode: Periode
    daftar_baris: Mapping[str, tuple[BarisFormulir, ...]] = field(default_factory=dict)
    versi: int = field(default_factory=lambda: skema.VERSI)
    dibagikan: frozenset[str] = frozenset()

    def pada(self, versi: int | None) -> Formulir:
        """Return the form as a version had it; as it is where nobody knows the version."""
        if versi is None or versi >= self.versi:
            return self
        ada = {lembar.kunci: lembar for lembar in pada_versi(skema.DAFTAR_LEMBAR, versi)}
        daftar_baris = {
            kunci: _baris_lembar(ada[kunci], daftar) if kunci in ada else ()
            for kunci, daftar in self.daftar_baris.items()
        }
        return replace(self, daftar_baris=daftar_baris, versi=versi)

    @property
    def daftar_lembar(self) -> tuple[Lembar, ...]:
        """The sheets that a form of this version has, in the order of their tabs."""
        return pada_versi(skema.DAFTAR_LEMBAR, self.versi)

    @property
    def daftar_dijaga(self) -> tuple[tuple[Lembar, tuple[Kolom, ...]], ...]:
        """The locked columns that must still hold what was handed out, by the sheets that have any."""
        return tuple((lembar, dijaga) for lembar in self.daftar_lembar if (dijaga := lembar.kolom_dijaga))

    @property
    def sidik(self) -> str:
        """The fingerprint of the locked cells that matter, and of how each figure is to be combined."""
        terkunci = (
            (lembar.kunci, baris.kunci, kolom.kunci, teks_isi(baris.isi.get(kolom.kunci)))
            for lembar, daftar_kolom in self.daftar_dijaga
            for baris in self.daftar_baris[lembar.kunci]
            for kolom in daftar_kolom
        )
        return sidik((*terkunci, *sidik_cara(self.daftar_cara)))

    @property
    def daftar_cara(self) -> dict[str, str]:
        """How each figure is to be combined, by kode of the indicator."""
        return {
            baris.kunci: cara_tertulis(baris.indikator) for baris in self.daftar_baris["indikator"] if baris.indikator
        }

    @property
    def meta(self) -> dict[str, str]:
        """What the hidden sheet of the form says of it."""
        return {
            "jenis": JENIS_FORMULIR,
            "versi": str(self.versi),
            "periode": str(self.periode),
            "unit": self.unit.kode,
            "nama": self.unit.nama,
            META_INSTANSI: self.induk.instansi.nama,
            "sidik": self.sidik,
            META_CARA: tulis_cara(self.daftar_cara),
            **({META_ISIAN: sidik_isian(terisi)} if (terisi := self._terisi) else {}),
        }

    @property
    def _terisi(self) -> tuple[IsianTertulis, ...]:
        """The inputs that are handed out filled in."""
        return tuple(
            isian_tertulis(lembar.kunci, baris.kunci, kolom.kunci, str(isi))
            for lembar in self.daftar_lembar
            for baris in self.daftar_baris.get(lembar.kunci, ())
            for kolom in lembar.kolom_isian
            if (isi := baris.isi.get(kolom.kunci)) is not None
        )

    @property
    def daftar_pilihan(self) -> dict[str, tuple[str, ...]]:
        """The choices of the form's dropdowns, by name."""
        pilihan = {"status_aksi": skema.STATUS_AKSI, "setuju": skema.SETUJU}
        for skala in self.induk.daftar_skala:
            pilihan[nama_pilihan(skala.nama)] = tuple(nama for nama, _ in skala.daftar)
        return pilihan


JENIS_FORMULIR = "formulir lakip-gen"
TRIWULAN_TERAKHIR = 4
"""The quarter whose form asks what the whole year comes to."""
META_CARA = "cara_gabung"
META_INSTANSI = "instansi"
"""Where the hidden sheet says how each figure is to be combined: no cell that people see tells all of it."""
_PEMISAH_CARA = "="


def cara_tertulis(indikator: Indikator) -> str:
    """Return what a unit's figure of an indicator is taken for."""
    cara = indikator.cara_gabung.value
    return f"{cara}, bagian unit ini saja" if indikator.bersama else cara


def tulis_cara(daftar_cara: Mapping[str, str]) -> str:
    """Return the ways of combining as the hidden sheet holds them."""
    return "\n".join(f"{kode}{_PEMISAH_CARA}{cara}" for kode, cara in daftar_cara.items())


def baca_cara(tertulis: str) -> dict[str, str]:
    """Return the ways of combining that a hidden sheet holds, by kode of the indicator."""
    bagian = (baris.rpartition(_PEMISAH_CARA) for baris in tertulis.splitlines())
    return {kode: cara for kode, pemisah, cara in bagian if pemisah}


def sidik_cara(daftar_cara: Mapping[str, str]) -> tuple[tuple[str, str, str, str], ...]:
    """Return the ways of combining as parts of a fingerprint."""
    return tuple(("indikator", kode, META_CARA, cara) for kode, cara in daftar_cara.items())


def _baris_lembar(lembar: Lembar, daftar_baris: tuple[BarisFormulir, ...]) -> tuple[BarisFormulir, ...]:
    """Return the rows of a sheet; on a list of items those whose items it has."""
    if not lembar.daftar_butir:
        return daftar_baris
    return tuple(baris for baris in daftar_baris if lembar.butir(baris.kunci))


def nama_pilihan(skala: str) -> str:
    """Return the name of the dropdown list of a predicate scale."""
    return "predikat_" + "".join(huruf if huruf.isalnum() else "_" for huruf in skala)


def sidik(daftar: Iterable[tuple[str, str, str, str]]) -> str:
    """Return the fingerprint of (sheet, key, column, text) tuples; their order does not matter."""
    teks = "\n".join("\t".join(butir) for butir in sorted(daftar))
    return hashlib.sha256(teks.encode()).hexdigest()[:32]


def teks_isi(isi: IsiKolom) -> str:
    """Return a known value as one line of text, the same before and after it went through a workbook."""
    if isinstance(isi, Decimal):
        return polos(isi)
    return " ".join(str(isi).split()) if isi is not None else ""


def isi_target(target: Target | None, indikator: Indikator) -> IsiKolom:
    """Return a target as a cell shows it: a number, `a s.d. b`, or a predicate."""
    if target is None:
        return None
    if isinstance(target, Rentang):
        return f"{koma(target.bawah)} s.d. {koma(target.atas)}"
    return indikator.skala.predikat(target) if indikator.skala else target


def isi_realisasi(isian: Isian, indikator: Indikator) -> IsiKolom:
    """Return a unit's figure of an earlier quarter as a cell shows it; None where it has none."""
    match isian:
        case Pecahan(pembilang, penyebut):
            hasil: Hasil = rasio(pembilang, penyebut, indikator.pengali)
            return hasil.angka
        case Nilai(angka):
            return indikator.skala.predikat(angka) if indikator.skala else angka
    return None


def siapkan_formulir(induk: Induk, unit: Unit, periode: Periode, kumpulan: Kumpulan) -> Formulir:
    """Return the form of a unit for a quarter, as of its last day, with what earlier quarters brought."""
    induk = induk.pada(periode.akhir)
    return Formulir(
        induk,
        unit,
        periode,
        {
            "indikator": tuple(
                _baris_indikator(induk, unit, periode, kumpulan, i) for i in induk.indikator_unit(unit.kode)
            ),
            "rencana_aksi": tuple(
                _baris_aksi(induk, aksi, periode)
                for aksi in induk.aksi_unit(unit.kode)
                if aksi.rencana[periode.nomor - 1]
            ),
            "anggaran": _daftar_anggaran(induk, unit, periode, kumpulan),
            "progres": tuple(
                BarisFormulir(f"{bulan:02d}", {"bulan": nama})
                for bulan, nama in enumerate(periode.daftar_bulan, start=periode.awal.month)
            ),
            "pengesahan": _daftar_pengesahan(unit, periode, kumpulan),
        },
    )


def _daftar_pengesahan(unit: Unit, periode: Periode, kumpulan: Kumpulan) -> tuple[BarisFormulir, ...]:
    """Return the items of the sign-off: the people of the quarter before, unless the buku induk names others."""
    lalu = (kumpulan.laporan(unit.kode, satu) for satu in reversed(periode.sampai_dengan[:-1]))
    dulu = next((laporan.pengesahan for laporan in lalu if laporan is not None), Pengesahan())
    orang = {
        "penyusun": dulu.penyusun,
        "jabatan_penyusun": dulu.jabatan_penyusun,
        "pengesah": unit.nama_kepala or dulu.pengesah,
        "jabatan_pengesah": unit.kepala or dulu.jabatan_pengesah,
    }
    return tuple(
        BarisFormulir(
            butir.kunci, {"butir": butir.judul, "petunjuk": butir.bantuan, "isi": orang.get(butir.kunci) or None}
        )
        for butir in skema.PENGESAHAN.daftar_butir
    )


def _baris_indikator(
    induk: Induk, unit: Unit, periode: Periode, kumpulan: Kumpulan, indikator: Indikator
) -> BarisFormulir:
    sasaran = next((s.nama for s in induk.daftar_sasaran if s.kode == indikator.sasaran), "")
    if rekening := induk.anggaran(indikator.rekening):
        sasaran = f"{rekening.tingkat.value.capitalize()} {rekening.uraian}"
    isi: dict[str, IsiKolom] = {
        "kode": indikator.kode,
        "sasaran": sasaran,
        "nama": indikator.nama,
        "satuan": indikator.satuan,
        "arah": indikator.arah.value,
        "cara_isi": _cara_isi(indikator),
        "target_tahun": isi_target(indikator.target_berlaku.tahun, indikator),
        "target": isi_target(indikator.target(periode, induk.aturan), indikator),
    }
    for kolom in skema.INDIKATOR.daftar_kolom:
        if kolom.triwulan is not None and kolom.triwulan < periode.nomor:
            lalu = triwulan(periode.tahun, kolom.triwulan)
            isian = kumpulan.isian(induk.pelapor(indikator.kode, unit.kode, lalu.akhir), lalu, indikator.kode)
            isi[kolom.kunci] = isi_realisasi(isian, indikator)
    janji = terbuka(induk, kumpulan, unit.kode, indikator.kode, periode.sampai_dengan[:-1])
    isi["tindak_lanjut_lalu"] = janji or None
    pecahan = indikator.cara_gabung.sifat.pecahan
    terkunci = frozenset({"realisasi"} if pecahan else {"pembilang", "penyebut"})
    if indikator.rekening:
        terkunci |= skema.INDIKATOR.kolom_analisis | _tanpa_janji(isi)
    elif periode.nomor < TRIWULAN_TERAKHIR:
        terkunci |= {"sintesis"}
    return BarisFormulir(indikator.kode, isi, terkunci, indikator)


def _tanpa_janji(isi: Mapping[str, IsiKolom]) -> frozenset[str]:
    """Return the inputs of a row of the indicators that are about something which the row does not hold."""
    return frozenset(kolom.kunci for kolom in skema.INDIKATOR.kolom_isian if kolom.bila and not isi.get(kolom.bila))


def _cara_isi(indikator: Indikator) -> str:
    if indikator.skala:
        return "Pilih predikat dari daftar"
    cara = indikator.cara_gabung.sifat.isian
    return f"{cara}; bagian unit ini saja" if indikator.bersama else cara


def _baris_aksi(induk: Induk, aksi: Aksi, periode: Periode) -> BarisFormulir:
    nama = next((i.nama for i in induk.daftar_indikator if i.kode == aksi.indikator), "")
    return BarisFormulir(
        aksi.kode,
        {
            "kode": aksi.kode,
            "indikator": nama,
            "kegiatan": aksi.kegiatan,
            "keluaran": aksi.keluaran,
            "rencana": aksi.rencana[periode.nomor - 1],
        },
    )


def _daftar_anggaran(induk: Induk, unit: Unit, periode: Periode, kumpulan: Kumpulan) -> tuple[BarisFormulir, ...]:
    daftar = []
    for anggaran in induk.subkegiatan_unit(unit.kode):
        isian = kumpulan.belanja(induk, periode.sebelumnya, anggaran.kode) if periode.nomor > 1 else None
        daftar.append(
            BarisFormulir(
                anggaran.kode,
                {
                    "kode": anggaran.kode,
                    "uraian": anggaran.uraian,
                    "pagu": anggaran.pagu,
                    "realisasi_lalu": isian.realisasi.angka if isian and isinstance(isian.realisasi, Nilai) else None,
                },
            )
        )
    return tuple(daftar)
