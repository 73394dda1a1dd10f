"""Small values of the domain by keyword: an agency's year, the units' reports, and raw cells that hold them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.formulir import Formulir, siapkan_formulir
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import IsianAnggaran, IsianIndikator, Kumpulan, LaporanUnit
from lakip_gen.domain.kinerja import (
    Aksi,
    Indikator,
    Instansi,
    Pejabat,
    Sasaran,
    SkalaPredikat,
    TargetTahunan,
    Unit,
)
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, LembarMentah, Sel
from lakip_gen.domain.nilai import BelumDilaporkan, Isian, Nilai, Pecahan, Rentang, Target, TidakBerlaku, TidakDitunggu
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.domain.skema import formulir as skema_formulir
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.domain.target import JenisTarget
from lakip_gen.domain.temuan import Asal, Temuan

TAHUN = 2025
BERKAS = "formulir.xlsx"
SKALA_SAKIP = SkalaPredikat("SAKIP", tuple((nama, Decimal(n)) for n, nama in enumerate(("D", "C", "B", "BB", "A"), 1)))


def des(angka: object) -> Decimal:
    """Return a number as the program holds it."""
    return Decimal(str(angka))


def target(isi: object) -> Target | None:
    """Return a target: nothing, two bounds, or a number."""
    match isi:
        case None | Rentang():
            return isi
        case (bawah, atas):
            return Rentang(des(bawah), des(atas))
    return des(isi)


def setahun_penuh(tahun: object, daftar: Sequence[object]) -> TargetTahunan:
    """Return the targets of a year and of its quarters."""
    satu, dua, tiga, empat = (target(isi) for isi in daftar)
    return TargetTahunan(target(tahun), (satu, dua, tiga, empat))


def indikator(
    kode: str = "I1",
    *,
    tahun: object = 100,
    triwulan: Sequence[object] = (100, 100, 100, 100),
    cara: CaraGabung = CaraGabung.AKHIR,
    jenis: JenisTarget = JenisTarget.KONSTAN,
    unit: Sequence[str] = ("U1",),
    **lain: object,
) -> Indikator:
    """Return an indicator: the state at the quarter's end against 100, unless told otherwise."""
    asal = {satu.kunci: Asal("induk.xlsx", "Indikator", satu.kunci) for satu in skema_induk.INDIKATOR.daftar_kolom}
    bawaan = {"sasaran": "S1", "nama": f"Indikator {kode}", "satuan": "unit", "arah": Arah.NAIK, "asal": asal}
    return Indikator(
        kode=kode,
        cara_gabung=cara,
        jenis_target=jenis,
        target_berlaku=setahun_penuh(tahun, triwulan),
        daftar_unit=tuple(unit),
        **(bawaan | lain),
    )


def subkegiatan(kode: str, pagu: object = 1000, **lain: object) -> Anggaran:
    """Return a budget line that carries money, spent by U1 for S1 unless told otherwise."""
    asal = {satu.kunci: Asal("induk.xlsx", "Anggaran", satu.kunci) for satu in skema_induk.ANGGARAN.daftar_kolom}
    isi = {"uraian": f"Subkegiatan {kode}", "unit": "U1", "sasaran": "S1", "asal": asal} | lain
    return Anggaran(kode, tingkat=TingkatAnggaran.SUBKEGIATAN, pagu=des(pagu), **isi)


def rekening_atas(kode: str, tingkat: TingkatAnggaran = TingkatAnggaran.KEGIATAN) -> Anggaran:
    """Return a budget line that is only the sum of those below."""
    return Anggaran(kode, f"{tingkat.value.capitalize()} {kode}", tingkat)


def aksi(kode: str = "A1", *, rencana: Sequence[str] = ("mulai", "", "", ""), **lain: object) -> Aksi:
    """Return a step of the rencana aksi of U1 for I1, planned for the first quarter."""
    isi = {"unit": "U1", "indikator": "I1", "kegiatan": f"Langkah {kode}", "keluaran": "laporan"} | lain
    satu, dua, tiga, empat = rencana
    return Aksi(kode=kode, rencana=(satu, dua, tiga, empat), **isi)


def instansi() -> Instansi:
    """Return an agency with nobody named in it."""
    return Instansi(
        nama="Dinas Contoh",
        pemerintah="Pemerintah Kabupaten Contoh",
        alamat="Jalan Contoh 1",
        tempat="Contoh",
        singkatan="Dinas",
        kontak="",
        kepala=Pejabat("Kepala Dinas"),
        sekretaris=Pejabat("Sekretaris"),
        perencana=Pejabat("Perencana"),
        kepala_daerah=Pejabat("Bupati"),
    )


def induk(
    *daftar_indikator: Indikator,
    anggaran: Sequence[Anggaran] = (),
    unit: Sequence[str] = (),
    aturan: Aturan | None = None,
    **lain: object,
) -> Induk:
    """Return the year of an agency; units and sasaran are those that its indicators and money name."""
    kode_unit = dict.fromkeys(
        [*unit, *(u for i in daftar_indikator for u in i.daftar_unit), *(a.unit for a in anggaran)]
    )
    kode_sasaran = dict.fromkeys([*(i.sasaran for i in daftar_indikator), *(a.sasaran for a in anggaran)])
    return Induk(
        tahun=TAHUN,
        instansi=instansi(),
        aturan=aturan or Aturan(),
        daftar_unit=tuple(Unit(kode, f"Bidang {kode}", "Kepala Bidang") for kode in kode_unit if kode),
        daftar_sasaran=tuple(Sasaran(kode, f"Sasaran {kode}") for kode in kode_sasaran if kode),
        daftar_indikator=daftar_indikator,
        daftar_anggaran=tuple(anggaran),
        **lain,
    )


def isian(isi: object) -> Isian:
    """Return what a unit reported: nothing, `n/a`, a pair as pembilang and penyebut, or a number."""
    match isi:
        case None:
            return BelumDilaporkan()
        case "n/a":
            return TidakBerlaku()
        case (pembilang, penyebut):
            return Pecahan(des(pembilang), des(penyebut))
        case BelumDilaporkan() | TidakBerlaku() | TidakDitunggu() | Nilai() | Pecahan():
            return isi
    return Nilai(des(isi))


KOLOM_JAWABAN = (
    "realisasi",
    "pembilang",
    "penyebut",
    "penjelasan",
    "faktor_pendorong",
    "faktor_penghambat",
    "tindak_lanjut",
    "pic",
    "batas_waktu",
    "data_dukung",
)


def jawaban(kode: str, isi: object, baris: int = 5, berkas: str = BERKAS, **lain: object) -> IsianIndikator:
    """Return a unit's answer for an indicator; its cells are named `realisasi5`, `penjelasan5` and so on."""
    asal = {kolom: Asal(berkas, "Indikator", f"{kolom}{baris}") for kolom in KOLOM_JAWABAN}
    return IsianIndikator(kode, isian(isi), asal=asal, **lain)


def belanja(kode: str, uang: object, fisik: object = 0, baris: int = 5, berkas: str = BERKAS, **lain: object):
    """Return a unit's answer for a budget line."""
    asal = {kolom: Asal(berkas, "Anggaran", f"{kolom}{baris}") for kolom in ("realisasi", "fisik", "keterangan")}
    return IsianAnggaran(kode, isian(uang), isian(fisik), asal=asal, **lain)


def laporan(
    unit: str,
    nomor: int,
    indikator: Mapping[str, object] | None = None,
    anggaran: Mapping[str, object] | None = None,
    **lain: object,
) -> LaporanUnit:
    """Return a unit's report of a quarter from its figures by kode; the file is called `U1-TW1.xlsx`."""
    berkas = f"{unit}-TW{nomor}.xlsx"
    return LaporanUnit(
        unit=unit,
        periode=triwulan(TAHUN, nomor),
        berkas=berkas,
        daftar_indikator=tuple(
            jawaban(kode, isi, n, berkas) for n, (kode, isi) in enumerate((indikator or {}).items(), start=5)
        ),
        daftar_anggaran=tuple(
            belanja(kode, isi, 0, n, berkas) for n, (kode, isi) in enumerate((anggaran or {}).items(), start=5)
        ),
        **lain,
    )


def dinilai(milik: LaporanUnit, buku: Induk) -> LaporanUnit:
    """Return a report whose answers are judged, as those that are read from a form."""
    per_kode = {satu.kode: satu for satu in (*buku.daftar_indikator, *buku.daftar_indikator_program)}
    daftar = (
        jawaban.dinilai(per_kode[jawaban.kode], milik.periode, buku.aturan) if jawaban.kode in per_kode else jawaban
        for jawaban in milik.daftar_indikator
    )
    return replace(milik, daftar_indikator=tuple(daftar))


def kumpulan(*daftar: LaporanUnit) -> Kumpulan:
    """Return reports as the year's collection."""
    return Kumpulan({(satu.unit, satu.periode): satu for satu in daftar})


def kumpulan_indikator(per_unit: Mapping[str, Sequence[object]], kode: str = "I1") -> Kumpulan:
    """Return reports of one indicator: per unit its quarters; a quarter left out has no report at all."""
    return kumpulan(
        *(laporan(unit, nomor, {kode: isi}) for unit, daftar in per_unit.items() for nomor, isi in enumerate(daftar, 1))
    )


def formulir(buku: Induk, nomor: int = 1, unit: str = "U1", lalu: Kumpulan | None = None) -> Formulir:
    """Return the form of a unit for a quarter."""
    milik = buku.unit(unit)
    assert milik is not None
    return siapkan_formulir(buku, milik, triwulan(TAHUN, nomor), lalu or Kumpulan({}))


def sel(isi: object, alamat: str = "A1", lembar: str = "Indikator", berkas: str = BERKAS, **lain: object) -> Sel:
    """Return a cell whose kind follows from its content, unless `jenis` is given."""
    match isi:
        case Sel():
            return replace(isi, asal=Asal(berkas, lembar, alamat))
        case None:
            jenis = JenisSel.KOSONG
        case bool():
            jenis = JenisSel.LOGIKA
        case int() | float():
            isi, jenis = des(isi), JenisSel.ANGKA
        case Decimal():
            jenis = JenisSel.ANGKA
        case date():
            jenis = JenisSel.TANGGAL
        case _:
            jenis = JenisSel.TEKS
    return Sel(isi, **({"jenis": jenis, "asal": Asal(berkas, lembar, alamat)} | lain))


def rumus(teks: str = "=A1*2", hasil: str = "") -> Sel:
    """Return a cell that holds a formula."""
    return sel(teks, jenis=JenisSel.RUMUS, hasil=hasil)


def galat(teks: str = "#REF!") -> Sel:
    """Return a cell that holds an error of the spreadsheet."""
    return sel(teks, jenis=JenisSel.GALAT)


def lembar_mentah(
    lembar: Lembar, daftar: Iterable[tuple[str, Mapping[str, object]]], berkas: str, awal: int = 5
) -> LembarMentah:
    """Return a sheet as the reader gives it; the cell of a column is named `kolom` and the row's number."""
    daftar_baris = [
        Baris(kunci, nomor, {kolom: sel(nilai, f"{kolom}{nomor}", lembar.nama, berkas) for kolom, nilai in isi.items()})
        for nomor, (kunci, isi) in enumerate(daftar, start=awal)
    ]
    return LembarMentah(lembar.nama, tuple(daftar_baris))


IsiFormulir = Mapping[tuple[str, str, str], object]
"""What was typed into a form, by sheet, row key and column."""


def formulir_mentah(form: Formulir, isi: IsiFormulir | None = None, **lain: object) -> BukuMentah:
    """Return a form as it comes back from a unit that typed `isi` and left the rest alone."""
    lembar = {}
    for satu in skema_formulir.DAFTAR_LEMBAR:
        daftar = []
        for baris in form.daftar_baris[satu.kunci]:
            sel_baris = {k.kunci: baris.isi.get(k.kunci) for k in satu.daftar_kolom} | {satu.kolom_kunci: baris.kunci}
            ketik = {
                kolom: ketikan
                for (nama, kunci, kolom), ketikan in (isi or {}).items()
                if (nama, kunci) == (satu.kunci, baris.kunci)
            }
            daftar.append((baris.kunci, sel_baris | ketik))
        lembar[satu.kunci] = lembar_mentah(satu, daftar, BERKAS)
    bawaan = {"meta": form.meta, "lembar": lembar, "kepala": f"{form.unit.nama} {form.periode.nama}"}
    return BukuMentah(BERKAS, **(bawaan | lain))


def tanpa_baris(buku: BukuMentah, lembar: str, *daftar_kunci: str) -> BukuMentah:
    """Return a workbook without some rows of a sheet."""
    lama = buku.lembar[lembar]
    sisa = tuple(baris for baris in lama.daftar_baris if baris.kunci not in daftar_kunci)
    return replace(buku, lembar=buku.lembar | {lembar: replace(lama, daftar_baris=sisa)})


def dengan_baris(buku: BukuMentah, lembar: str, kunci: str, nomor: int, isi: Mapping[str, object]) -> BukuMentah:
    """Return a workbook with one more row at the end of a sheet."""
    lama = buku.lembar[lembar]
    baris = Baris(kunci, nomor, {k: sel(v, f"{k}{nomor}", lama.nama, buku.berkas) for k, v in isi.items()})
    return replace(buku, lembar=buku.lembar | {lembar: replace(lama, daftar_baris=(*lama.daftar_baris, baris))})


BUTIR_INSTANSI = {
    "tahun": TAHUN,
    "pemerintah": "Pemerintah Kabupaten Contoh",
    "nama": "Dinas Contoh",
    "alamat": "Jalan Contoh 1",
    "tempat": "Contoh",
    "kepala_jabatan": "Kepala Dinas",
    "sekretaris_jabatan": "Sekretaris",
    "perencana_jabatan": "Perencana",
}
BARIS_UNIT = {"kode": "U1", "nama": "Bidang Satu", "kepala": "Kepala Bidang"}
BARIS_SASARAN = {"kode": "S1", "nama": "Meningkatnya layanan"}
BARIS_INDIKATOR = {
    "kode": "I1",
    "sasaran": "S1",
    "nama": "Jumlah layanan",
    "satuan": "layanan",
    "arah": "naik",
    "cara_gabung": "jumlah",
    "jenis_target": "per triwulan",
    "unit": "U1",
    "target_tahun": 4,
    "target_1": 1,
    "target_2": 1,
    "target_3": 1,
    "target_4": 1,
}
DAFTAR_REKENING = (
    {"kode": "1.01", "uraian": "Program", "tingkat": "program"},
    {"kode": "1.01.1", "uraian": "Kegiatan", "tingkat": "kegiatan"},
    {
        "kode": "1.01.1.1",
        "uraian": "Subkegiatan",
        "tingkat": "subkegiatan",
        "unit": "U1",
        "sasaran": "S1",
        "pagu_murni": 1000,
    },
)


def induk_mentah(
    butir: Mapping[str, Mapping[str, object]] | None = None,
    tanpa: Sequence[str] = (),
    jenis: str = "buku induk lakip-gen",
    versi: str = str(skema_induk.VERSI),
    **tabel: Sequence[Mapping[str, object]],
) -> BukuMentah:
    """Return a small whole buku induk with some tables replaced (`unit=[...]`) and items set (`butir=`)."""
    isi = {
        "unit": [BARIS_UNIT],
        "sasaran": [BARIS_SASARAN],
        "indikator": [BARIS_INDIKATOR],
        "anggaran": DAFTAR_REKENING,
    } | tabel
    isi_butir = {"instansi": BUTIR_INSTANSI | dict((butir or {}).get("instansi", {}))} | {
        nama: dict((butir or {}).get(nama, {})) for nama in ("aturan", "narasi")
    }
    lembar = {}
    for satu in skema_induk.DAFTAR_LEMBAR:
        if satu.kunci in tanpa:
            continue
        if satu.daftar_butir:
            daftar = [(kunci, {"kunci": kunci, "isi": nilai}) for kunci, nilai in isi_butir[satu.kunci].items()]
        else:
            daftar = [
                (str(baris.get(satu.kolom_kunci, nomor)), {k.kunci: None for k in satu.daftar_kolom} | dict(baris))
                for nomor, baris in enumerate(isi.get(satu.kunci, ()), start=5)
            ]
        lembar[satu.kunci] = lembar_mentah(satu, daftar, "induk.xlsx")
    return BukuMentah("induk.xlsx", {"jenis": jenis, "versi": versi}, lembar)


def letak(daftar: Iterable[Temuan]) -> list[tuple[str, str]]:
    """Return findings as pairs of code and cell, in the order they were found."""
    return [(satu.kode, satu.asal.sel) for satu in daftar]


def sampai(nomor: int) -> tuple[Periode, ...]:
    """Return the quarters of the year up to one of them."""
    return tuple(triwulan(TAHUN, n) for n in range(1, nomor + 1))
