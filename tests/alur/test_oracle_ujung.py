"""End to end: random years typed into forms and put through the command line, every output against the oracle.

The figures of `--json`, of the rekap workbook and of the Word report's tables and sentences are each read back from
the file, by a reader of the test's own, and compared with what `oracle.py` says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

import oracle
from bantu_gaya import Isi
from instansi import TAHUN, Instansi, tulis_instansi
from instansi_kecamatan import KECAMATAN
from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from oracle import CARA_RATA, HasilTahun, Kosong, Pohon, Rata, Tahun, Ukuran, hasil_tahun, tahun_acak

BANYAK_TAHUN = 200
PERIODE = {
    "2025-TW1": (1,),
    "2025-TW2": (2,),
    "2025-TW3": (3,),
    "2025-TW4": (4,),
    "2025-S1": (1, 2),
    "2025-S2": (3, 4),
    "2025": (1, 2, 3, 4),
}
PREDIKAT = ("Predikat triwulan", "Predikat semester")
"""How a column of the report is headed, by how many quarters there are between the first and the last."""
UNIT = 3
DESIMAL = 2
DESIMAL_JSON = Fraction(1, 10**10)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ANGKA = re.compile(r"−?[\d.]+(?:,\d+)?")
SEBAB = {
    "penjelasan": "Data sesuai catatan unit.",
    "faktor_pendorong": "Petugas ditambah.",
    "faktor_penghambat": "Jaringan terputus.",
    "tindak_lanjut": "Menambah petugas.",
    "pic": "Kepala Seksi",
    "data_dukung": "Register.pdf",
}


# --- The year as it is typed ------------------------------------------------------------------------------------------


def daftar_kode(tahun: Tahun) -> list[tuple[str, str, Pohon]]:
    return [
        (f"I{n}.{k}", f"S{n}", pohon)
        for n, sasaran in enumerate(tahun.daftar_sasaran, start=1)
        for k, pohon in enumerate(sasaran.daftar_pohon, start=1)
    ]


def berlaku(tahun: Tahun, nomor: int) -> list[tuple[str, str, Pohon]]:
    """Return the indicators that are in force at the end of a quarter."""
    return [satu for satu in daftar_kode(tahun) if satu[2].berlaku(nomor)]


def daftar_rekening(tahun: Tahun) -> list[tuple[str, str, oracle.Rekening]]:
    return [
        (f"1.01.1.{n}{k}", f"S{n}", baris)
        for n, sasaran in enumerate(tahun.daftar_sasaran, start=1)
        for k, baris in enumerate(sasaran.daftar_rekening, start=1)
    ]


def diketik(nilai: object) -> object:
    """Return a value as it is typed: a number, or the two bounds of a range in words."""
    if isinstance(nilai, tuple):
        # three decimals in a text could be thousands
        return " s.d. ".join(f"{diketik(batas):.4f}".replace(".", ",") for batas in nilai)
    return Decimal(nilai.numerator) / Decimal(nilai.denominator) if isinstance(nilai, Fraction) else nilai


def baris_indikator(kode: str, sasaran: str, pohon: Pohon) -> dict[str, object]:
    negatif = any(
        (sel[0] if isinstance(sel, tuple) else sel) < 0
        for unit in pohon.isi
        for sel in unit
        if isinstance(sel, tuple | Fraction)
    )
    return {
        "kode": kode,
        "sasaran": sasaran,
        "nama": f"Indikator {kode}",
        "satuan": "unit",
        "arah": pohon.arah,
        "cara_gabung": pohon.cara,
        "jenis_target": pohon.jenis,
        "unit": "; ".join(f"U{n}" for n in range(1, len(pohon.isi) + 1)),
        "gabung_unit": pohon.antarunit if len(pohon.isi) > 1 else None,
        "desimal": DESIMAL,
        "pengali": pohon.pengali if pohon.cara in oracle.PECAHAN else None,
        "bobot": diketik(pohon.bobot) if pohon.aturan.cara_rata == CARA_RATA[2] else None,
        "bawah_nol": "ya" if negatif else None,
    }


def isi_target(pohon: Pohon) -> dict[str, object]:
    target = {f"target_{n}": diketik(t) for n, t in enumerate(pohon.target, start=1)}
    return target | {"target_tahun": diketik(pohon.target_tahun)}


def daftar_baris_indikator(kode: str, sasaran: str, pohon: Pohon) -> Iterator[dict[str, object]]:
    """Give the rows of an indicator: as it begins, with its first and last day, and what changes of it in the year."""
    awal, akhir = pohon.masa
    masa: dict[str, object] = {}
    if awal > 1:
        masa["berlaku_sejak"] = triwulan(TAHUN, awal).awal
    if akhir < 4:
        masa["berlaku_sampai"] = triwulan(TAHUN, akhir).akhir
    yield baris_indikator(kode, sasaran, pohon) | masa | isi_target(pohon.pada(awal))
    for ubah in (sampai for sampai, *_ in pohon.dulu if awal < sampai <= akhir):
        yield {"kode": kode, "berlaku_sejak": triwulan(TAHUN, ubah).akhir} | isi_target(pohon.pada(ubah))


def baris_aturan(aturan: oracle.Aturan) -> dict[str, object]:
    atas = "lebih dari 110 dihitung 120" if aturan.lewat else "tanpa batas" if aturan.cap is None else aturan.cap
    return {
        "rumus_turun": aturan.rumus,
        "batas_atas": atas,
        "batas_bawah": "tanpa batas" if aturan.lantai is None else aturan.lantai,
        "nol_tercapai": "ya" if aturan.nol_tercapai else "tidak",
        "cara_rata": aturan.cara_rata,
        "target_rasio": "rata-rata triwulan" if aturan.target_dirata else "triwulan terakhir",
    }


def baris_induk(tahun: Tahun) -> dict[str, Sequence[dict[str, object]]]:
    anggaran = [
        {"kode": "1.01", "uraian": "Program", "tingkat": "program"},
        {"kode": "1.01.1", "uraian": "Kegiatan", "tingkat": "kegiatan"},
    ]
    anggaran += [
        {"kode": kode, "uraian": f"Subkegiatan {kode}", "tingkat": "subkegiatan", "unit": "U1"}
        | {"sasaran": sasaran, "pagu_murni": diketik(baris.pagu)}
        for kode, sasaran, baris in daftar_rekening(tahun)
    ]
    return dict(KECAMATAN.induk) | {
        "aturan": [baris_aturan(tahun.aturan)],
        "unit": [{"kode": f"U{n}", "nama": f"Seksi {n}", "kepala": f"Kepala Seksi {n}"} for n in range(1, UNIT + 1)],
        "sasaran": [{"kode": f"S{n}", "nama": f"Sasaran {n}"} for n in range(1, len(tahun.daftar_sasaran) + 1)],
        "indikator": [baris for satu in daftar_kode(tahun) for baris in daftar_baris_indikator(*satu)],
        "anggaran": anggaran if daftar_rekening(tahun) else [],
        "rencana_aksi": [],
        "riwayat": [],
    }


def jawaban(tahun: Tahun, formulir: Formulir) -> Isi | None:
    """Return what a unit types into a form; None where it has nothing to say and never sends it."""
    unit, triwulan = int(formulir.unit.kode.removeprefix("U")) - 1, formulir.periode.nomor - 1
    isi: Isi = {}
    for kode, _, pohon in daftar_kode(tahun):
        sel = pohon.isi[unit][triwulan] if unit < len(pohon.isi) else Kosong
        if sel is Kosong or not pohon.berlaku(formulir.periode.nomor):
            continue
        isi |= {("indikator", kode, kolom): teks for kolom, teks in SEBAB.items()}
        isi["indikator", kode, "batas_waktu"] = formulir.periode.akhir
        kolom = ("pembilang", "penyebut") if pohon.cara in oracle.PECAHAN else ("realisasi",)
        bagian = sel if isinstance(sel, tuple) else (sel,) * len(kolom)
        isi |= {("indikator", kode, k): diketik(satu) for k, satu in zip(kolom, bagian, strict=True)}
    for kode, _, baris in daftar_rekening(tahun) if unit == 0 else ():
        for kolom, daftar in (("realisasi", baris.uang), ("fisik", baris.fisik)):
            if daftar[triwulan] is not Kosong:
                isi["anggaran", kode, kolom] = diketik(daftar[triwulan])
    if not isi:
        return None
    sah = {"penyusun": "Staf", "tanggal": formulir.periode.akhir, "disetujui": "disetujui"}
    return isi | {("pengesahan", butir, "isi"): nilai for butir, nilai in sah.items()}


# --- What comes out ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Keluaran:
    """What a run of the command line printed and wrote."""

    json: dict[str, object]
    rekap: openpyxl.Workbook
    tabel: tuple[tuple[tuple[str, ...], ...], ...]
    """The tables of the report: rows of cells."""
    teks: tuple[str, ...]
    """Its paragraphs outside of tables."""


def susun(tahun: Tahun, periode: str, akar: Path, capsys: pytest.CaptureFixture[str]) -> Keluaran:
    """Type a year into forms, and put it through the command line."""
    ruang = tulis_instansi(Instansi("acak", baris_induk(tahun), lambda f: jawaban(tahun, f)), akar)
    capsys.readouterr()
    kode = run_command(["susun", periode, "--ruang", str(akar), "--json"])
    hasil = json.loads(capsys.readouterr().out)
    galat = [satu for satu in hasil["temuan"] if satu["tingkat"] == "galat"]
    assert (kode, galat) == (0, [])
    folder = next(berkas.parent for berkas in (ruang.root / "output").rglob("rekap.xlsx"))
    draf = next(folder.glob("*.docx"))
    tabel, teks = isi_word(draf.read_bytes())
    return Keluaran(hasil, openpyxl.load_workbook(folder / "rekap.xlsx", data_only=True), tabel, teks)


def isi_word(isi: bytes) -> tuple[tuple[tuple[tuple[str, ...], ...], ...], tuple[str, ...]]:
    """Return the tables and the paragraphs of a document."""
    badan = etree.fromstring(ZipFile(BytesIO(isi)).read("word/document.xml"))[0]
    tabel = tuple(
        tuple(tuple(teks(sel) for sel in baris.iterfind(f"{W}tc")) for baris in satu.iterfind(f"{W}tr"))
        for satu in badan.iterfind(f"{W}tbl")
    )
    return tabel, tuple(teks(alinea) for alinea in badan.iterfind(f"{W}p"))


def teks(element: etree._Element) -> str:
    return "".join(satu.text or "" for satu in element.iter(f"{W}t")).strip()


# --- The comparison ---------------------------------------------------------------------------------------------------


def beda(apa: str, tertulis: object, seharusnya: object) -> Iterator[str]:
    if tertulis != seharusnya:
        yield f"{apa}: {tertulis} seharusnya {seharusnya}"


def harus(apa: str, *, benar: bool) -> Iterator[str]:
    if not benar:
        yield f"tidak ada: {apa}"


def beda_angka(apa: str, tertulis: object, seharusnya: Fraction | None, teliti: Fraction) -> Iterator[str]:
    """Give the difference of a number that was read back; a text or a blank is no number."""
    angka = None if tertulis is None else Fraction(str(tertulis))
    if angka is None or seharusnya is None:
        yield from beda(apa, angka, seharusnya)
    elif abs(angka - seharusnya) > teliti * max(1, abs(seharusnya)):
        yield f"{apa}: {float(angka)} seharusnya {float(seharusnya)}"


def beda_target(apa: str, tertulis: str | None, seharusnya: object, teliti: Fraction) -> Iterator[str]:
    bagian = [] if tertulis is None else tertulis.split(" s.d. ")
    batas = () if seharusnya is None else seharusnya if isinstance(seharusnya, tuple) else (seharusnya,)
    yield from beda(f"{apa}, batas", len(bagian), len(batas))
    for satu, benar in zip(bagian, batas, strict=False):
        yield from beda_angka(apa, satu, benar, teliti)


def beda_rata(apa: str, tertulis: dict[str, object], benar: Rata) -> Iterator[str]:
    yield from beda_angka(apa, tertulis["nilai"], benar.nilai, DESIMAL_JSON)
    yield from beda(apa, [tertulis[k] for k in ("n", "dari")], [benar.n, benar.dari])
    yield from beda(
        f"{apa}, belum", [tertulis[k] for k in ("sementara", "menunggu")], [benar.sementara, benar.menunggu]
    )
    yield from beda(f"{apa}, predikat", tertulis["predikat"], benar.predikat)
    bobot = None if benar.bobot is None else {"dinilai": benar.bobot[0], "semua": benar.bobot[1]}
    dari = tertulis["bobot"]
    yield from beda(f"{apa}, bobot", dari and {k: Fraction(v) for k, v in dari.items()}, bobot)


def beda_json(keluaran: Keluaran, tahun: Tahun, benar: HasilTahun, banyak: int) -> Iterator[str]:
    """Give every difference of the contract for scripts."""
    isi, teliti = keluaran.json, DESIMAL_JSON
    daftar = [jawaban for sasaran in benar.daftar_sasaran for jawaban in sasaran.daftar]
    for satu, (kode, _, _), jawaban in zip(isi["indikator"], berlaku(tahun, banyak), daftar, strict=True):
        ini, setahun = jawaban.ini, jawaban.setahun
        yield from beda("kode", satu["kode"], kode)
        yield from beda_target(f"{kode} target", satu["target"], ini.target, teliti)
        yield from beda_target(f"{kode} target_tahun", satu["target_tahun"], setahun.target, teliti)
        for kunci, angka in (
            ("realisasi", ini.realisasi),
            ("realisasi_sampai", setahun.realisasi),
            ("capaian", ini.capaian),
            ("capaian_mentah", ini.mentah),
            ("capaian_tahun", setahun.capaian),
        ):
            yield from beda_angka(f"{kode} {kunci}", satu[kunci], angka, teliti)
        yield from beda(f"{kode} sementara", satu["sementara"], ini.sementara and ini.capaian is not None)
        yield from beda(f"{kode} predikat", satu["predikat"], ini.predikat)
    yield from beda_rata("rerata", isi["rerata"], benar.rata)
    for satu, sasaran in zip(isi["sasaran"], benar.daftar_sasaran, strict=True):
        yield from beda_rata(satu["kode"], satu["rerata"], sasaran.rata)
        yield from beda_angka(f"{satu['kode']} efisiensi", satu["efisiensi"]["nilai"], sasaran.efisiensi, teliti)
        yield from beda_angka(f"{satu['kode']} serapan", satu["serapan"], sasaran.uang.serapan, teliti)
        yield from beda(f"{satu['kode']} efisien", satu["efisiensi"]["simpulan"] == "efisien", sasaran.efisien)
    for kunci in ("pagu", "realisasi", "serapan"):
        yield from beda_angka(f"anggaran {kunci}", isi["anggaran"][kunci], getattr(benar.uang, kunci), teliti)


def baris_lembar(buku: openpyxl.Workbook, lembar: str, kolom: int) -> dict[object, tuple[object, ...]]:
    """Return the rows of a sheet by what stands in one of their cells."""
    return {baris[kolom]: baris for baris in buku[lembar].iter_rows(values_only=True) if baris[kolom] is not None}


def angka_sel(sel: object) -> object:
    """Return the number of a cell; None where a text stands for the reason why there is none."""
    return sel if isinstance(sel, int | float) else None


def beda_rekap(keluaran: Keluaran, tahun: Tahun, benar: HasilTahun, banyak: int) -> Iterator[str]:
    """Give every difference of the rekap workbook; its numbers are binary ones."""
    teliti = Fraction(1, 10**12)
    baris = baris_lembar(keluaran.rekap, "Capaian", 1)
    daftar = [jawaban for sasaran in benar.daftar_sasaran for jawaban in sasaran.daftar]
    for (kode, _, pohon), jawaban in zip(berlaku(tahun, banyak), daftar, strict=True):
        sel = baris[kode][6:]
        semua = [*jawaban.per_triwulan[:banyak], jawaban.ini, jawaban.setahun]
        letak = [*range(0, 2 * banyak, 2), 2 * banyak, 2 * banyak + 3]
        for n, ukuran in zip(letak, semua, strict=True):
            if pohon.arah != "rentang":
                yield from beda_angka(f"rekap {kode} target", angka_sel(sel[n]), ukuran.target, teliti)
            yield from beda_angka(f"rekap {kode} realisasi", angka_sel(sel[n + 1]), ukuran.realisasi, teliti)
        for n, ukuran in ((2 * banyak + 2, jawaban.ini), (2 * banyak + 5, jawaban.setahun)):
            yield from beda_angka(f"rekap {kode} capaian", angka_sel(sel[n]), ukuran.capaian, teliti)
        yield from beda(f"rekap {kode} predikat", sel[2 * banyak + 6], _predikat(jawaban.ini))
    ringkasan = baris_lembar(keluaran.rekap, "Ringkasan", 0)
    rata = ringkasan["Rata-rata capaian (%)"]
    yield from beda_angka("rekap rata-rata", angka_sel(rata[2]), benar.rata.nilai, teliti)
    yield from beda_angka(
        "rekap realisasi", angka_sel(ringkasan["Realisasi anggaran (Rp)"][2]), benar.uang.realisasi, teliti
    )
    for n, sasaran in enumerate(benar.daftar_sasaran, start=1):
        milik = ringkasan[f"S{n}"]
        yield from beda_angka(f"rekap S{n}", angka_sel(milik[2]), sasaran.rata.nilai, teliti)
        yield from beda(f"rekap S{n}, indikator", list(milik[3:5]), [sasaran.rata.n, sasaran.rata.dari])
        yield from beda_angka(f"rekap S{n} serapan", angka_sel(milik[8]), sasaran.uang.serapan, teliti)


def _predikat(ukuran: Ukuran) -> str:
    return "sementara" if ukuran.capaian is not None and ukuran.sementara else ukuran.predikat or "–"


def bertanda(teks: str | None, *, sementara: bool) -> str | None:
    return f"{teks} (sementara)" if teks is not None and sementara else teks


def beda_word(keluaran: Keluaran, benar: HasilTahun, nomor: Sequence[int]) -> Iterator[str]:
    """Give every difference of the report's tables of capaian, each with the mean under it, and of its sentences."""
    setahun = len(nomor) == 4
    predikat = "Predikat" if setahun else PREDIKAT[nomor[-1] - nomor[0]]
    target = 3 if setahun else 2
    daftar_tabel = [tabel for tabel in keluaran.tabel if tabel[0][target + 3 : target + 4] == (predikat,)]
    yield from beda("banyak tabel", len(daftar_tabel), len(benar.daftar_sasaran))
    tertulis = "\n".join((*keluaran.teks, *(sel for tabel in keluaran.tabel for baris in tabel for sel in baris)))
    for n, (tabel, sasaran) in enumerate(zip(daftar_tabel, benar.daftar_sasaran, strict=False), start=1):
        *isi, akhir = tabel[1:]
        if not sasaran.daftar:  # one row says so, over all columns
            yield from beda(f"tanpa indikator {n}", [len(baris) for baris in isi], [1])
            isi = []
        for k, (baris, jawaban) in enumerate(zip(isi, sasaran.daftar, strict=True), start=1):
            yield from beda_baris(baris[target : target + 4], jawaban.ini)
            yield from beda_kalimat(tertulis, f"{n}.{k}", jawaban.ini)
        rata = sasaran.rata
        seharusnya = None if rata.nilai is None else oracle.capaian_tercetak(rata.nilai)
        yield from beda(f"rata-rata {n}", akhir[1], bertanda(seharusnya, sementara=rata.belum_tetap) or "–")
        yield from beda(f"predikat {n}", akhir[2], "sementara" if rata.belum_tetap else rata.predikat or "–")
    if not setahun:
        yield from beda_tahun(keluaran, benar)
    if benar.rata.nilai is not None:
        awal = f"Rata-rata capaian kinerja adalah {oracle.capaian_tercetak(benar.rata.nilai)}%"
        yield from harus(awal, benar=awal in tertulis)


def beda_tahun(keluaran: Keluaran, benar: HasilTahun) -> Iterator[str]:
    """Give every difference of the table that sets the year so far against the year's targets."""
    semua = [jawaban for sasaran in benar.daftar_sasaran for jawaban in sasaran.daftar]
    tabel = [satu for satu in keluaran.tabel if "Capaian (%) terhadap target tahun" in satu[0]]
    yield from beda("tabel tahun ini", len(tabel), 1)
    daftar_baris = [baris for satu in tabel for baris in satu[1:] if len(baris) == len(satu[0])]
    for baris, jawaban in zip(daftar_baris, semua, strict=True):
        yield from beda_baris(baris[3:6], jawaban.setahun)


def beda_baris(sel: Sequence[str], ukuran: Ukuran) -> Iterator[str]:
    """Give the differences of a row: target, realisasi, capaian, and the predikat where the row has one."""
    target, realisasi = oracle.ukuran_tercetak(ukuran, DESIMAL)
    yield from beda("target", sel[0], target or "–")
    sementara = ukuran.sementara
    if realisasi is None:
        yield from beda(f"realisasi {sel[1]}", ANGKA.fullmatch(sel[1]), None)
    else:
        yield from beda("realisasi", sel[1], bertanda(realisasi, sementara=sementara))
    if ukuran.capaian is None:
        yield from harus("tanpa capaian", benar=sel[2] in {"–", "tidak dapat dinilai"})
    else:
        yield from beda("capaian", sel[2], bertanda(oracle.capaian_tercetak(ukuran.capaian), sementara=sementara))
    if len(sel) > 3:
        yield from beda("predikat", sel[3], _predikat(ukuran))


def beda_kalimat(tertulis: str, nomor: str, ukuran: Ukuran) -> Iterator[str]:
    """Give what is said of an indicator beside its tables and is not so: its capaian, and that it is provisional."""
    _, realisasi = oracle.ukuran_tercetak(ukuran, DESIMAL)
    if realisasi is None or ukuran.capaian is None:
        return
    akhir = "sementara, belum berpredikat" if ukuran.sementara else ukuran.predikat
    pola = "[Cc]apaian(?:nya)? " + re.escape(f"{oracle.capaian_tercetak(ukuran.capaian)}% ({akhir})")
    yield from harus(f"kalimat {nomor} {pola}", benar=re.search(pola, tertulis) is not None)


@pytest.mark.one_in(BANYAK_TAHUN)
@pytest.mark.parametrize("benih", range(BANYAK_TAHUN))
def test_every_output_of_a_random_year_is_what_the_oracle_says(benih, tmp_path, capsys):
    acak = Random(benih)  # noqa: S311 - the same years every time, nothing secret
    tahun, (periode, nomor) = tahun_acak(acak, unit=UNIT, diketik=True), acak.choice(list(PERIODE.items()))
    keluaran = susun(tahun, periode, tmp_path / "ruang", capsys)
    benar = hasil_tahun(tahun, nomor)
    salah = [
        *beda_json(keluaran, tahun, benar, nomor[-1]),
        *beda_rekap(keluaran, tahun, benar, nomor[-1]),
        *beda_word(keluaran, benar, nomor),
    ]
    assert salah == []
