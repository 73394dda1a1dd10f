"""Random agencies and honest fills, other programs' dialects of a form, and the command line as a process."""

import os
import random
import re
import shutil
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl

from bantu_office import diubah
from bantu_ruang import baca_induk, baca_triwulan
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.formulir import Formulir, siapkan_formulir
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan, LaporanUnit
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, LembarMentah, Sel
from lakip_gen.domain.nilai import BelumDilaporkan, Isian, Nilai, Pecahan, TidakBerlaku
from lakip_gen.domain.periode import Periode, setahun
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.form import write_form
from lakip_gen.excel.induk import write_induk
from lakip_gen.excel.return_copy import ReturnCopy
from lakip_gen.storage.pdf import LIBREOFFICE
from lakip_gen.storage.workspace import Workspace

TAHUN = 2025
Isi = dict[tuple[str, str, str], object]
"""What somebody typed: by sheet, row key and column."""


def acak(benih: object) -> random.Random:
    """Return a source of chance that is the same for the same seed."""
    return random.Random(str(benih))  # noqa: S311 - nothing here is a secret


# --- agencies ---


@dataclass(frozen=True)
class Bentuk:
    """The shape of an agency: how many units, and how much each has to report."""

    nama: str
    unit: int
    indikator: int = 4
    subkegiatan: int = 2
    aksi: int = 2
    desimal: int = 2
    rumus: str = "selisih"
    atas: str = "tanpa batas"
    bawah: str = "0"
    nol: str = "tidak"
    perubahan: bool = False
    bersama: bool = False


DAFTAR_BENTUK = (
    Bentuk("satu unit", 1, indikator=14, subkegiatan=9, aksi=9),
    Bentuk("badan kecil", 2, indikator=3, rumus="rasio", atas="120"),
    Bentuk("kecamatan", 4, indikator=5, desimal=0, bawah="tanpa batas"),
    Bentuk("dinas", 6, perubahan=True, bersama=True),
    Bentuk("dinas tanpa anggaran", 8, subkegiatan=0, aksi=0),
    Bentuk("inspektorat", 10, indikator=2, nol="ya", atas="100"),
    Bentuk("rumah sakit", 14, indikator=6, subkegiatan=4, desimal=1, perubahan=True),
    Bentuk("setda", 18, indikator=3, aksi=4, bersama=True),
    Bentuk("dinas dengan UPTD", 20, indikator=2, subkegiatan=1, aksi=1, rumus="rasio", atas="150"),
    Bentuk("dinas pendidikan", 21, indikator=3, subkegiatan=3, desimal=4, bersama=True, perubahan=True),
)
"""Ten shapes with 104 units in all: 416 forms in a year."""

KATA = tuple(
    """
    layanan kinerja terpadu publik desa data sarana pelatihan penyuluhan anggaran laporan triwulan rapat koordinasi
    jalan irigasi puskesmas sekolah perizinan arsip statistik keamanan jaringan kecamatan kelurahan aset monitoring
    """.split()  # noqa: SIM905 - a list of quoted words is harder to read
)
HIASAN = (
    "A & B <5 hari> \"kutip\" 'petik'",
    "50% dari 1.234,56 ≥ 2³ m² – “lengkung”…",
    "nama-nama: é ñ ü ß ﷺ 日本 🙂",
    "baris satu\nbaris dua\n\nbaris empat",
    "- tidak ada; +62 8xx; @unit; #1; ~; ^; |; \\ /; {{ x }} {% y %}",
    "kolom\tbertab dan  dua spasi",
    "&amp; dan <w:p/> dan ]]>",
)


def kalimat(undi: random.Random, paling_banyak: int = 14) -> str:
    """Return some words, now and then with characters that careless writers lose."""
    kata = [undi.choice(KATA) for _ in range(undi.randint(2, paling_banyak))]
    if undi.random() < 0.25:
        kata.insert(undi.randrange(len(kata) + 1), undi.choice(HIASAN))
    teks = " ".join(kata).strip()
    return teks[:1].upper() + teks[1:]


def satu_baris(undi: random.Random) -> str:
    return " ".join(kalimat(undi, 6).split())[:120]


def angka(undi: random.Random, terbesar: int = 5000) -> Decimal:
    """Return a positive number with up to four decimals."""
    desimal = undi.choice((0, 0, 0, 1, 2, 3, 4))
    return Decimal(undi.randint(1, terbesar * 10**desimal)).scaleb(-desimal)


def isi_induk(bentuk: Bentuk, benih: int) -> dict[str, list[dict[str, object]]]:
    """Return the rows of a buku induk without a fault."""
    undi = acak(f"{bentuk.nama}/{benih}")
    contoh = isi_contoh()
    unit = [
        {"kode": f"UNIT-{n:02d}", "nama": f"{satu_baris(undi)} {n}", "kepala": "Kepala"}
        for n in range(1, bentuk.unit + 1)
    ]
    sasaran = [{"kode": f"S{n}", "nama": kalimat(undi)} for n in range(1, 4)]
    indikator = [
        _indikator(undi, bentuk, f"I{u}.{n}", unit, u)
        for u in range(bentuk.unit)
        for n in range(1, bentuk.indikator + 1)
    ]
    for nomor, baris in enumerate(indikator):
        baris["sasaran"] = sasaran[nomor % min(len(sasaran), len(indikator))]["kode"]
    aturan = {
        "rumus_turun": bentuk.rumus,
        "batas_atas": bentuk.atas,
        "batas_bawah": bentuk.bawah,
        "nol_tercapai": bentuk.nol,
        "desimal_capaian": bentuk.desimal,
        **({"perubahan_target": date(2025, 9, 1), "perubahan_pagu": date(2025, 9, 1)} if bentuk.perubahan else {}),
    }
    dipakai = {baris["sasaran"] for baris in indikator}
    return {
        "instansi": [dict(contoh["instansi"][0]) | {"nama": f"Dinas {satu_baris(undi)}"}],
        "aturan": [aturan],
        "unit": unit,
        "sasaran": [baris for baris in sasaran if baris["kode"] in dipakai],
        "indikator": indikator,
        "anggaran": _anggaran(undi, bentuk, unit),
        "rencana_aksi": [
            {
                "kode": f"A{u}.{n}",
                "unit": unit[u]["kode"],
                "indikator": f"I{u}.1",
                "kegiatan": kalimat(undi),
                "keluaran": satu_baris(undi),
                **{f"rencana_{q}": undi.choice(("", "3 kali", satu_baris(undi))) for q in range(1, 5)},
            }
            for u in range(bentuk.unit)
            for n in range(1, bentuk.aksi + 1)
        ],
        "skala": contoh["skala"],
        "predikat": contoh["predikat"],
    }


def _indikator(
    undi: random.Random, bentuk: Bentuk, kode: str, daftar_unit: Sequence[Mapping[str, object]], u: int
) -> dict[str, object]:
    jenis = undi.choice(
        ("jumlah", "kumulatif", "akhir", "rata-rata", "rasio", "sekali", "predikat", "rentang", "turun")
    )
    satuan = undi.choice(("unit", "dokumen", "Indeks", "%", "orang"))
    baris: dict[str, object] = {
        "kode": kode,
        "nama": f"{kalimat(undi)} {kode}",
        "satuan": satuan,
        "arah": jenis if jenis in {"turun", "rentang"} else "naik",
        "cara_gabung": jenis if jenis in {cara.value for cara in CaraGabung} else "akhir",
        "jenis_target": "per triwulan" if jenis == "jumlah" else "konstan",
        "unit": daftar_unit[u]["kode"],
        "desimal": undi.randint(0, 4),
        "utama": undi.choice(("ya", "tidak")),
    }
    target = Decimal(undi.randint(20, 90)) if satuan == "%" else angka(undi, 90)
    baris |= {"target_tahun": target} | {f"target_{n}": target for n in range(1, 5)}
    baris |= _khusus(undi, jenis, satuan, target)
    if bentuk.bersama and jenis == "jumlah" and len(daftar_unit) > 1:
        baris |= {"unit": "; ".join(str(b["kode"]) for b in daftar_unit[:2]), "gabung_unit": "jumlah"}
    if bentuk.perubahan and jenis in {"kumulatif", "rata-rata", "turun"}:
        baris |= dict.fromkeys(("perubahan_tahun", *(f"perubahan_{n}" for n in range(1, 5))), target + 1)
    return baris


def _khusus(undi: random.Random, jenis: str, satuan: str, target: Decimal) -> dict[str, object]:
    """Return what a kind of indicator has that differs from a plain number held all year."""
    kunci = ("target_tahun", *(f"target_{n}" for n in range(1, 5)))
    match jenis:
        case "jumlah":
            return {"target_tahun": target * 4}
        case "predikat":
            return dict.fromkeys(kunci, undi.choice(("B", "BB", "A"))) | {"skala": "SAKIP", "satuan": "predikat"}
        case "rentang":
            bulat = int(target) + 1
            return dict.fromkeys(kunci, f"{bulat} s.d. {bulat + 5}")
        case "turun":
            return {"rumus_turun": undi.choice(("", "selisih", "rasio"))}
        case "akhir" if satuan != "%" and undi.random() < 0.3:
            return dict.fromkeys(kunci, Decimal(0))
        case "sekali":
            return dict.fromkeys(kunci[1:4])
    return {}


def _anggaran(
    undi: random.Random, bentuk: Bentuk, daftar_unit: Sequence[Mapping[str, object]]
) -> list[dict[str, object]]:
    if not bentuk.subkegiatan:
        return []
    baris: list[dict[str, object]] = [
        {"kode": "1.01", "uraian": kalimat(undi), "tingkat": "program"},
        {"kode": "1.01.2", "uraian": kalimat(undi), "tingkat": "kegiatan"},
    ]
    for u, unit in enumerate(daftar_unit):
        for n in range(bentuk.subkegiatan):
            pagu = undi.randint(10**6, 10 ** undi.randint(7, 12))
            baris.append(
                {
                    "kode": f"1.01.2.{u:03d}{n:02d}",
                    "uraian": kalimat(undi),
                    "tingkat": "subkegiatan",
                    "unit": unit["kode"],
                    "sasaran": "S1",
                    "pagu_murni": pagu,
                    **({"pagu_perubahan": pagu * 2} if bentuk.perubahan and undi.random() < 0.5 else {}),
                }
            )
    return baris


def siapkan_induk(ruang: Workspace, bentuk: Bentuk, benih: int = 1) -> Induk:
    """Write the buku induk of a random agency and read it back as the program does."""
    berkas = ruang.induk(TAHUN)
    berkas.parent.mkdir(parents=True)
    berkas.write_bytes(write_induk(isi_induk(bentuk, benih)))
    induk, daftar_temuan = baca_induk(ruang, TAHUN)
    assert induk is not None, [(t.kode, str(t.asal), t.nilai) for t in daftar_temuan]
    return induk


# --- honest fills ---

BOLEH_KOSONG = {"penjelasan", "faktor_pendorong", "faktor_penghambat", "pic", "keterangan", "hasil", "kendala", "fisik"}
KOSONG = 0.1
"""The share of those that people leave empty."""


def isi_jujur(formulir: Formulir, undi: random.Random) -> Isi:
    """Return a fill that nobody could object to as a galat."""
    isi: Isi = {}
    for baris in formulir.daftar_baris["indikator"]:
        isi |= {
            ("indikator", baris.kunci, kolom): nilai for kolom, nilai in _jawab(baris.indikator, formulir, undi).items()
        }
    for baris in formulir.daftar_baris["anggaran"]:
        lalu = baris.isi["realisasi_lalu"] or Decimal(0)
        sisa = int(baris.isi["pagu"] - lalu)
        jawaban = {"realisasi": lalu + undi.randint(0, sisa), "fisik": Decimal(undi.randint(200, 10_000)).scaleb(-2)}
        jawaban["keterangan"] = kalimat(undi)
        isi |= {("anggaran", baris.kunci, kolom): nilai for kolom, nilai in jawaban.items()}
    for baris in formulir.daftar_baris["rencana_aksi"]:
        jawaban = {"status": undi.choice(skema.STATUS_AKSI), "hasil": kalimat(undi), "keterangan": kalimat(undi)}
        isi |= {("rencana_aksi", baris.kunci, kolom): nilai for kolom, nilai in jawaban.items()}
    for baris in formulir.daftar_baris["progres"]:
        for kolom in ("kegiatan", "hasil", "kendala", "rencana"):
            isi["progres", baris.kunci, kolom] = kalimat(undi)
    hari = {"tanggal": formulir.periode.akhir, "tanggal_pengesahan": formulir.periode.akhir}
    sah = {"penyusun": "Penyusun", "disetujui": "disetujui", "catatan": kalimat(undi), **hari}
    isi |= {("pengesahan", butir, "isi"): nilai for butir, nilai in sah.items()}
    return {tempat: nilai for tempat, nilai in isi.items() if tempat[2] not in BOLEH_KOSONG or undi.random() > KOSONG}


def _jawab(indikator, formulir: Formulir, undi: random.Random) -> dict[str, object]:
    teks = {
        kolom: kalimat(undi)
        for kolom in ("penjelasan", "faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "data_dukung")
    }
    teks["pic"] = satu_baris(undi)
    jawaban: dict[str, object] = teks | {"batas_waktu": formulir.periode.akhir}
    if indikator.cara_gabung is CaraGabung.RASIO:
        penyebut = undi.randint(1, 10**6)
        return jawaban | {"pembilang": Decimal(undi.randint(0, penyebut)), "penyebut": Decimal(penyebut)}
    if undi.random() < 0.05:
        return jawaban | {"realisasi": "n/a"}
    if indikator.skala:
        return jawaban | {"realisasi": undi.choice([nama for nama, _ in indikator.skala.daftar])}
    if indikator.satuan == "%":
        return jawaban | {"realisasi": undi.choice((Decimal(0), Decimal(undi.randint(16, 1000)).scaleb(-1)))}
    return jawaban | {"realisasi": undi.choice((Decimal(0), angka(undi), angka(undi), angka(undi, 10**9)))}


def sebagai_buku(isi: Isi, nama: str = "") -> BukuMentah:
    """Return what was typed as the cells of a workbook."""
    jenis = {str: JenisSel.TEKS, Decimal: JenisSel.ANGKA, date: JenisSel.TANGGAL}
    lembar = {}
    for definisi in skema.DAFTAR_LEMBAR:
        per_baris: dict[str, dict[str, Sel]] = {}
        for (kunci_lembar, baris, kolom), nilai in isi.items():
            if kunci_lembar == definisi.kunci:
                sel = Sel(nilai, jenis[type(nilai)], Asal("", definisi.nama, f"{baris}/{kolom}"))
                per_baris.setdefault(baris, {})[kolom] = sel
        lembar[definisi.kunci] = LembarMentah(definisi.nama, tuple(Baris(k, 0, sel) for k, sel in per_baris.items()))
    return BukuMentah(nama, lembar=lembar)


def terisi(formulir: Formulir, isi: Isi) -> bytes:
    """Return the form with the fill, as our own writer makes it."""
    return write_form(formulir, ReturnCopy.from_findings(sebagai_buku(isi), ()))


@dataclass(frozen=True)
class Tahun:
    """A year of an agency: its forms as bytes, and what was typed into each."""

    induk: Induk
    berkas: Mapping[Path, bytes]
    isi: Mapping[tuple[str, Periode], Isi]


def isi_setahun(ruang: Workspace, bentuk: Bentuk, benih: int = 1, triwulan: int = 4) -> Tahun:
    """Fill a year quarter by quarter, as every quarter's forms carry what the earlier ones brought."""
    induk = siapkan_induk(ruang, bentuk, benih)
    berkas: dict[Path, bytes] = {}
    semua_isi: dict[tuple[str, Periode], Isi] = {}
    diterima: dict[tuple[str, Periode], LaporanUnit] = {}
    for periode in setahun(TAHUN).daftar_triwulan[:triwulan]:
        lalu = Kumpulan(dict(diterima))
        for unit in induk.daftar_unit:
            formulir = siapkan_formulir(induk, unit, periode, lalu)
            isi = isi_jujur(formulir, acak(f"{bentuk.nama}/{benih}/{unit.kode}/{periode}"))
            letak = ruang.form_file(unit.kode, periode)
            letak.parent.mkdir(parents=True, exist_ok=True)
            berkas[letak] = terisi(formulir, isi)
            letak.write_bytes(berkas[letak])
            semua_isi[unit.kode, periode] = isi
        for hasil in baca_triwulan(ruang, induk, periode, lalu).daftar_unit:
            if hasil.status.laporan is not None:
                diterima[hasil.status.unit.kode, periode] = hasil.status.laporan
    return Tahun(induk, berkas, semua_isi)


def nilai_diharapkan(isi: Isi, kode: str) -> Isian | None:
    """Return what a typed figure of an indicator means; None where nothing was typed."""
    if ("indikator", kode, "penyebut") in isi:
        return Pecahan(isi["indikator", kode, "pembilang"], isi["indikator", kode, "penyebut"])
    diketik = isi.get(("indikator", kode, "realisasi"))
    return Nilai(diketik) if isinstance(diketik, Decimal) else None


def beda(isi: Isi, laporan: LaporanUnit, formulir: Formulir) -> list[str]:
    """Return every value of a report that is not what was typed."""
    salah: list[str] = []

    def banding(tempat: str, diketik: object, terbaca: object) -> None:
        if diketik != terbaca:
            salah.append(f"{laporan.unit} {laporan.periode} {tempat}: diketik {diketik!r}, terbaca {terbaca!r}")

    for (lembar, kunci, kolom), diketik in isi.items():
        tempat = f"{lembar}/{kunci}/{kolom}"
        match lembar:
            case "indikator" if kolom in {"realisasi", "pembilang", "penyebut"}:
                _banding_angka(banding, tempat, isi, kunci, laporan, formulir)
            case "indikator":
                banding(tempat, diketik, getattr(laporan.indikator(kunci), kolom))
            case "anggaran":
                terbaca = getattr(laporan.anggaran(kunci), kolom)
                banding(tempat, diketik, terbaca.angka if isinstance(terbaca, Nilai) else terbaca)
            case "rencana_aksi":
                aksi = next(a for a in laporan.daftar_aksi if a.kode == kunci)
                banding(tempat, diketik, getattr(aksi, kolom))
            case "progres":
                bulan = laporan.daftar_bulan[int(kunci) - formulir.periode.awal.month]
                banding(tempat, diketik, getattr(bulan, kolom))
            case "pengesahan":
                banding(tempat, diketik, getattr(laporan.pengesahan, kunci))
    return salah + _tambahan(isi, laporan, formulir)


def _tambahan(isi: Isi, laporan: LaporanUnit, formulir: Formulir) -> list[str]:
    """Return every value of a report where nothing was typed."""
    return [
        f"{laporan.unit} {laporan.periode} {'/'.join(tempat)}: tidak diketik, terbaca {terbaca!r}"
        for tempat, terbaca in _terbaca(laporan, formulir)
        if tempat not in isi and not (terbaca == "" or isinstance(terbaca, BelumDilaporkan))
    ]


def _terbaca(laporan: LaporanUnit, formulir: Formulir) -> Iterator[tuple[tuple[str, str, str], object]]:
    """Yield every place that may be empty with what was read from it."""
    bulan = [baris.kunci for baris in formulir.daftar_baris["progres"]]
    daftar = (
        *(("indikator", baris.kode, baris) for baris in laporan.daftar_indikator),
        *(("anggaran", baris.kode, baris) for baris in laporan.daftar_anggaran),
        *(("rencana_aksi", baris.kode, baris) for baris in laporan.daftar_aksi),
        *(("progres", kunci, baris) for kunci, baris in zip(bulan, laporan.daftar_bulan, strict=True)),
    )
    for lembar, kunci, baris in daftar:
        for kolom in sorted(BOLEH_KOSONG):
            if hasattr(baris, kolom):
                yield (lembar, kunci, kolom), getattr(baris, kolom)


def _banding_angka(
    banding: Callable[[str, object, object], None],
    tempat: str,
    isi: Isi,
    kunci: str,
    laporan: LaporanUnit,
    formulir: Formulir,
) -> None:
    terbaca = laporan.indikator(kunci).isian
    indikator = next(b.indikator for b in formulir.daftar_baris["indikator"] if b.kunci == kunci)
    diketik = isi.get(("indikator", kunci, "realisasi"))
    if diketik == "n/a":
        banding(tempat, TidakBerlaku, type(terbaca))
    elif isinstance(diketik, str):
        banding(tempat, Nilai(indikator.skala.angka(diketik)), terbaca)
    else:
        banding(tempat, nilai_diharapkan(isi, kunci), terbaca)


# --- dialects ---


def simpan_openpyxl(isi: bytes) -> bytes:
    """Return a workbook as a script with openpyxl saves it."""
    tujuan = BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        openpyxl.load_workbook(BytesIO(isi)).save(tujuan)
    return tujuan.getvalue()


_SEL_BERSAMA = re.compile(r'<c r="([A-Z]+\d+)"((?: s="\d+")?) t="s"><v>(\d+)</v></c>')
_TEKS_BERSAMA = re.compile(r"<si>(.*?)</si>", re.DOTALL)


def simpan_seperti_wps(isi: bytes) -> bytes:
    """Return a workbook the way WPS and small exporters write it.

    Inline strings instead of the shared table, a wrong <dimension>, no defined names, other order of parts.
    """
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        bagian = {nama: arsip.read(nama) for nama in arsip.namelist()}
    teks = _TEKS_BERSAMA.findall(bagian.pop("xl/sharedStrings.xml").decode())
    for nama, data in bagian.items():
        if nama.startswith("xl/worksheets/sheet"):
            lembar = _SEL_BERSAMA.sub(
                lambda cocok: f'<c r="{cocok[1]}"{cocok[2]} t="inlineStr"><is>{teks[int(cocok[3])]}</is></c>',
                data.decode(),
            )
            bagian[nama] = re.sub(r'<dimension ref="[^"]*"/>', '<dimension ref="A1"/>', lembar).encode()
    for nama, pola in (
        ("[Content_Types].xml", rb"<Override[^>]*sharedStrings[^>]*/>"),
        ("xl/_rels/workbook.xml.rels", rb"<Relationship [^>]*sharedStrings[^>]*/>"),
        ("xl/workbook.xml", rb"<definedNames>.*</definedNames>"),
    ):
        bagian[nama] = re.sub(pola, b"", bagian[nama])
    return susun_zip({nama: bagian[nama] for nama in sorted(bagian, reverse=True)})


def susun_zip(bagian: Mapping[str, bytes]) -> bytes:
    """Return a zip of parts in just this order."""
    tujuan = BytesIO()
    with zipfile.ZipFile(tujuan, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, data in bagian.items():
            arsip.writestr(nama, data)
    return tujuan.getvalue()


_HITUNG_ULANG = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""LibreOffice trusts the results that a file brings; this makes it compute every formula anew."""


def lewat_libreoffice(daftar: Sequence[bytes], kerja: Path) -> list[bytes]:
    """Return workbooks as LibreOffice saves them, all formulas computed anew: one call for all of them."""
    masuk, keluar = kerja / "masuk", kerja / "keluar"
    profil = keluar / "profil"
    for folder in (masuk, profil / "user"):
        folder.mkdir(parents=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_HITUNG_ULANG, encoding="utf-8")
    berkas = [masuk / f"{nomor:05d}.xlsx" for nomor in range(len(daftar))]
    for letak, isi in zip(berkas, daftar, strict=True):
        letak.write_bytes(isi)
    return [jadi.read_bytes() for jadi in diubah(berkas, keluar, "xlsx:Calc MS Excel 2007 XML")]


# --- processes ---

LINGKUNGAN = {
    nama: isi
    for nama, isi in os.environ.items()
    if nama in {"PATH", "PYTHONPATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME", "LANG", "LC_ALL"}
} | {LIBREOFFICE: "tidak"}
"""What a process of the program needs; page numbers by LibreOffice only where a test asks for them."""


def lakip(*kata: str, lingkungan: Mapping[str, str] | None = None, awalan: str = "") -> subprocess.Popen[bytes]:
    """Start the command line in a process of its own.

    Args:
        kata: The words after the program's name.
        lingkungan: Variables of the environment.
        awalan: Python that is run before the command, for instance to make something fail.
    """
    skrip = f"import sys\n{awalan}\nfrom lakip_gen.__main__ import main\nsys.argv[0] = 'lakip-gen'\nmain()\n"
    return subprocess.Popen(
        [sys.executable, "-c", skrip, *kata],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=LINGKUNGAN | dict(lingkungan or {}),
    )


def selesai(proses: subprocess.Popen[bytes], detik: float = 120) -> tuple[int, str, str]:
    """Wait for a process and return its exit code and what it said."""
    keluar, galat = proses.communicate(timeout=detik)
    return proses.returncode, keluar.decode("utf-8", "replace"), galat.decode("utf-8", "replace")


def isi_folder(folder: Path, kecuali: Iterable[str] = ()) -> dict[str, bytes]:
    """Return every file below a folder by its path from there."""
    return {
        berkas.relative_to(folder).as_posix(): berkas.read_bytes()
        for berkas in sorted(folder.rglob("*"))
        if berkas.is_file() and berkas.name not in set(kecuali)
    }


def salin(asal: Workspace, tujuan: Path) -> Workspace:
    """Return a copy of a working folder."""
    shutil.copytree(asal.root, tujuan)
    return Workspace(tujuan)
