"""An oracle in exact fractions, written from the facts of the field alone, against the program on random years.

It shares no arithmetic with the program: quarters are combined by looking at all of them at once (the program
accumulates), in Fraction (the program computes in Decimal). What a figure means comes from three tables:
cara gabung over time, gabung antarunit within a quarter, and the formulas of capaian.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from bantu_induk import TAHUN, indikator, induk, kumpulan, laporan, subkegiatan
from lakip_gen.domain.aturan import Aturan, CaraRata, RumusTurun, TargetRasio
from lakip_gen.domain.capaian import Arah, Capaian, TidakDinilai
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.nilai import Hasil
from lakip_gen.domain.pengukuran import Pengukuran
from lakip_gen.domain.periode import Jenis, Periode, semester, setahun, triwulan
from lakip_gen.domain.rekap import rekap_indikator, susun_rekap
from lakip_gen.domain.target import JenisTarget

BANYAK_POHON = 20_000
DAFTAR_BENIH = range(20)
TELITI = Fraction(1, 10**20)
"""Decimal keeps 28 digits; a difference of one part in 10^20 is a fault of arithmetic, not of rounding."""

PERIODE = (*(triwulan(TAHUN, n) for n in range(1, 5)), semester(TAHUN, 1), semester(TAHUN, 2), setahun(TAHUN))

PECAHAN = ("rasio", "rasio akhir")
"""The ways that take pembilang and penyebut."""

Kosong = None
TB = "n/a"
"""Not applicable, a value of its own beside `Kosong` (not reported)."""
Angka = Fraction | tuple[Fraction, Fraction] | str | None
"""A cell: a number, pembilang and penyebut, `n/a`, or blank."""


@dataclass(frozen=True)
class Pohon:
    """One random year of one indicator: the units' cells by quarter, its targets, and the agency's rules."""

    cara: str
    antarunit: str
    jenis: str
    arah: str
    isi: tuple[tuple[Angka, ...], ...]
    target: tuple[object, ...]
    target_tahun: object
    rumus: str
    pengali: int
    cap: int | None
    lantai: int | None
    nol_tercapai: bool
    lewat: bool = False
    """Whether a capaian above 110 counts as 120 instead of being cut off."""
    target_dirata: bool = False
    """Whether a ratio of several quarters is compared with the mean of their targets."""


# --- The oracle -------------------------------------------------------------------------------------------------------


def gabung_unit(daftar: Sequence[Angka], cara: str) -> Angka:
    """One indicator, one quarter, several units. A sum over missing parts is not a sum; n/a is not a part."""
    berlaku = [isi for isi in daftar if isi != TB]
    ada = [isi for isi in berlaku if isi is not Kosong]
    if not berlaku:
        return TB
    if not ada or (cara == "jumlah" and len(ada) < len(berlaku)):
        return Kosong
    if isinstance(ada[0], tuple):
        return sum(a for a, _ in ada), sum(b for _, b in ada)
    return sum(ada) / (len(ada) if cara == "rata-rata" else 1)


def jatuh_tempo(pohon: Pohon, nomor: int) -> bool:
    """Whether a figure is due: always where all quarters make the year, else where the target stands."""
    if pohon.cara in ("jumlah", "kumulatif", "rasio"):
        return any(t is not None for t in (pohon.target_tahun, *pohon.target))
    return pohon.target[nomor] is not None


def gabung_triwulan(pohon: Pohon, nomor: int) -> Angka:
    """One quarter of all units; what nobody was asked for and nobody gave is as if it did not apply."""
    isi = [unit[nomor] for unit in pohon.isi]
    if not jatuh_tempo(pohon, nomor) and all(sel in (Kosong, TB) for sel in isi):
        return TB
    return gabung_unit(isi, pohon.antarunit)


def gabung_waktu(per_triwulan: Sequence[Angka], cara: str, pengali: int) -> Fraction | None:
    """One indicator over some quarters, oldest first; None where there is no honest number."""
    berlaku = [isi for isi in per_triwulan if isi != TB]
    ada = [isi for isi in berlaku if isi is not Kosong]
    if not ada:
        return None
    match cara:
        case "jumlah":
            return sum(ada) if len(ada) == len(berlaku) else None
        case "kumulatif":
            return berlaku[-1]
        case "akhir" | "sekali":
            return ada[-1]
        case "rata-rata":
            return sum(ada) / len(ada)
        case "rasio akhir":
            ada = ada[-1:]
    atas, bawah = sum(a for a, _ in ada), sum(b for _, b in ada)
    return atas / bawah * pengali if bawah else None


def target_periode(pohon: Pohon, nomor: Sequence[int]) -> object:
    """The target that matches what the realisasi of these quarters means; a range keeps its two bounds apart."""
    awal = nomor[0] - 1
    sebelum = [t for t in pohon.target[:awal] if t is not None]
    dalam = [pohon.target[n - 1] for n in nomor if pohon.target[n - 1] is not None]
    if not dalam:
        return None
    if pohon.arah != "rentang":
        return satu_batas(pohon, sebelum, dalam)
    return tuple(satu_batas(pohon, [t[n] for t in sebelum], [t[n] for t in dalam]) for n in (0, 1))


def jumlah_batas(daftar: Sequence[object], awal: object = 0, tanda: int = 1) -> object:
    """Targets added to a first one, or taken from it, bound by bound."""
    if any(isinstance(t, tuple) for t in daftar):
        awal = awal if isinstance(awal, tuple) else (awal, awal)
        return tuple(awal[n] + tanda * sum(t[n] for t in daftar) for n in (0, 1))
    return awal + tanda * sum(daftar)


def target_tanpa(pohon: Pohon, nomor: Sequence[int], lepas: set[int]) -> object:
    """The target of a period, or of the year, from which quarters that do not apply are taken out of a sum."""
    if pohon.cara != "jumlah" or len(nomor) < 2:
        return target_periode(pohon, nomor)
    bagian = [t for n in nomor if n not in lepas and (t := target_periode(pohon, [n])) is not None]
    return jumlah_batas(bagian) if bagian else None


def target_setahun(pohon: Pohon, lepas: set[int]) -> object:
    bagian = [t for n in lepas if (t := target_periode(pohon, [n])) is not None]
    if pohon.cara != "jumlah" or pohon.target_tahun is None or not bagian:
        return pohon.target_tahun
    return jumlah_batas(bagian, pohon.target_tahun, -1)


def satu_batas(pohon: Pohon, sebelum: Sequence[Fraction], dalam: Sequence[Fraction]) -> Fraction:
    match pohon.cara, pohon.jenis:
        case "jumlah", "per triwulan":
            return sum(dalam)
        case "jumlah", "kumulatif":
            return dalam[-1] - (sebelum[-1] if sebelum else 0)
        case "kumulatif", "per triwulan":
            return sum(sebelum) + sum(dalam)
        case "rata-rata", "per triwulan":
            return sum(dalam) / len(dalam)
        case "rasio", "per triwulan" if pohon.target_dirata:
            return sum(dalam) / len(dalam)
    return dalam[-1]


def capaian(pohon: Pohon, r: Fraction, t: object) -> tuple[Fraction, Fraction] | None:
    """Capaian that counts and raw, in percent; None where it cannot be computed."""
    mentah = capaian_mentah(pohon, r, t)
    if mentah is None:
        return None
    hitung = mentah if pohon.lantai is None else max(mentah, Fraction(pohon.lantai))
    if pohon.lewat:
        return (Fraction(120) if hitung > 110 else hitung), mentah
    return (hitung if pohon.cap is None else min(hitung, Fraction(pohon.cap))), mentah


def capaian_mentah(pohon: Pohon, r: Fraction, t: object) -> Fraction | None:
    """100 and the distance from the target in units of its size: what is better counts up, whatever the sign."""
    if pohon.arah == "rentang":
        a, b = t
        if a <= r <= b:
            return Fraction(100)
        batas, lebih = (a, r - a) if r < a else (b, b - r)
        return 100 * (1 + lebih / abs(batas)) if batas else None
    if t == 0:
        if not pohon.nol_tercapai or pohon.arah != "turun" or r < 0:
            return None
        return Fraction(0) if r else Fraction(100)
    if pohon.arah == "naik":
        return 100 * (1 + (r - t) / abs(t))
    if pohon.rumus == "selisih":
        return 100 * (1 - (r - t) / abs(t))
    return t / r * 100 if r > 0 and t > 0 else None


# --- Random years -----------------------------------------------------------------------------------------------------


def pohon_acak(acak: Random) -> Pohon:
    cara = acak.choice([c.value for c in CaraGabung])
    arah = acak.choice([a.value for a in Arah])
    banyak_unit = acak.randint(1, 6)
    negatif = acak.random() < 0.2
    isi = tuple(tuple(sel_acak(acak, cara, negatif=negatif) for _ in range(4)) for _ in range(banyak_unit))
    jenis = acak.choice(JENIS[cara])
    return Pohon(
        cara=cara,
        antarunit="rasio" if cara in PECAHAN else acak.choice(["jumlah", "rata-rata"]),
        jenis=jenis,
        arah=arah,
        isi=isi,
        target=target_acak(acak, jenis, arah, negatif=negatif),
        target_tahun=None if acak.random() < 0.1 else satu_target(acak, arah, negatif=negatif),
        rumus=acak.choice(["selisih", "rasio"]),
        pengali=acak.choice([1, 100, 1000]) if cara in PECAHAN else 1,
        cap=acak.choice([None, 100, 110, 120, 150]),
        lantai=acak.choice([None, 0]),
        nol_tercapai=acak.random() < 0.5,
        lewat=acak.random() < 0.2,
        target_dirata=acak.random() < 0.5,
    )


JENIS = {
    "jumlah": ["per triwulan", "kumulatif"],
    "kumulatif": ["per triwulan", "kumulatif", "konstan"],
    "akhir": ["per triwulan", "kumulatif", "konstan"],
    "rata-rata": ["per triwulan", "konstan"],
    "rasio": ["konstan", "per triwulan"],
    "rasio akhir": ["per triwulan", "kumulatif", "konstan"],
    "sekali": ["konstan"],
}


def angka_acak(acak: Random, *, negatif: bool = False) -> Fraction:
    match acak.randint(0, 5):
        case 0:
            nilai = Fraction(0)
        case 1 | 2:
            nilai = Fraction(acak.randint(1, 12))
        case 3:
            nilai = Fraction(acak.randint(1, 20_000), 100)
        case 4:
            nilai = Fraction(acak.randint(1, 10**12))
        case _:
            nilai = Fraction(acak.randint(1, 10**6), 1000)
    return -nilai if negatif else nilai


def sel_acak(acak: Random, cara: str, *, negatif: bool) -> Angka:
    nasib = acak.random()
    if nasib < 0.12:
        return Kosong
    if nasib < 0.2:
        return TB
    if cara in PECAHAN:
        return angka_acak(acak), angka_acak(acak)
    return tanda(acak, negatif=negatif)


def satu_target(acak: Random, arah: str, *, negatif: bool = False) -> object:
    if arah == "rentang":
        return tuple(sorted((tanda(acak, negatif=negatif), tanda(acak, negatif=negatif))))
    return tanda(acak, negatif=negatif)


def tanda(acak: Random, *, negatif: bool) -> Fraction:
    """A number that is below zero half of the time where that may be."""
    return angka_acak(acak, negatif=negatif and acak.random() < 0.5)


def target_acak(acak: Random, jenis: str, arah: str, *, negatif: bool) -> tuple[object, ...]:
    """Four targets, some of which were never set."""
    daftar = target_lengkap(acak, jenis, arah, negatif=negatif)
    return tuple(None if acak.random() < 0.15 else target for target in daftar)


def target_lengkap(acak: Random, jenis: str, arah: str, *, negatif: bool) -> tuple[object, ...]:
    if jenis == "konstan":
        return (satu_target(acak, arah, negatif=negatif),) * 4
    daftar = [satu_target(acak, arah, negatif=negatif) for _ in range(4)]
    if jenis != "kumulatif":
        return tuple(daftar)
    if arah != "rentang":
        return tuple(sorted(daftar))
    return tuple(zip(sorted(bawah for bawah, _ in daftar), sorted(atas for _, atas in daftar), strict=True))


# --- The comparison ---------------------------------------------------------------------------------------------------


def des(nilai: object) -> object:
    """Turn the oracle's exact value into what is typed into a cell."""
    if isinstance(nilai, tuple):
        return tuple(des(bagian) for bagian in nilai)
    return Decimal(nilai.numerator) / Decimal(nilai.denominator) if isinstance(nilai, Fraction) else nilai


def sama(angka: Decimal | None, seharusnya: Fraction | None) -> bool:
    if angka is None or seharusnya is None:
        return angka is None and seharusnya is None
    return abs(Fraction(angka) - seharusnya) <= TELITI * max(1, abs(seharusnya))


def beda_ukur(pohon: Pohon, ukur: Pengukuran, r: Fraction | None, t: object, *, nanti: bool = False) -> list[str]:
    hasil: Hasil = ukur.realisasi
    if not sama(hasil.angka, r):
        return [f"realisasi {hasil} seharusnya {r}"]
    seharusnya = None if r is None or t is None or nanti else capaian(pohon, r, t)
    match ukur.capaian:
        case TidakDinilai():
            return [] if seharusnya is None else [f"{ukur.capaian} seharusnya {seharusnya}"]
        case Capaian(angka, mentah) if seharusnya and sama(angka, seharusnya[0]) and sama(mentah, seharusnya[1]):
            return []
    return [f"{ukur.capaian} seharusnya {seharusnya}"]


def aturan_pohon(pohon: Pohon) -> Aturan:
    batas = 120 if pohon.lewat else pohon.cap
    return Aturan(
        rumus_turun=RumusTurun(pohon.rumus),
        batas_atas=None if batas is None else Decimal(batas),
        ambang_batas=Decimal(110) if pohon.lewat else None,
        batas_bawah=None if pohon.lantai is None else Decimal(pohon.lantai),
        nol_tercapai=pohon.nol_tercapai,
        target_rasio=TargetRasio.RATA_RATA if pohon.target_dirata else TargetRasio.TERAKHIR,
    )


def tidak_lengkap(pohon: Pohon, per_triwulan: Sequence[Angka], nomor: Sequence[int]) -> bool:
    """Whether something due is missing in a figure: a quarter that counts, or a unit within one that does."""
    berlaku = [n for n in nomor if per_triwulan[n - 1] != TB]
    ada = [n for n in berlaku if per_triwulan[n - 1] is not Kosong]
    sesaat = pohon.cara in ("kumulatif", "akhir", "rasio akhir", "sekali")
    dipakai = ada[-1:] if sesaat else ada
    if any(unit[n - 1] is Kosong for n in dipakai for unit in pohon.isi):
        return True
    if pohon.cara == "sekali":
        return False
    return berlaku[-1] != ada[-1] if sesaat else len(ada) < len(berlaku)


def beda(pohon: Pohon, periode: Periode) -> list[str]:
    daftar_unit = [f"U{nomor}" for nomor in range(len(pohon.isi))]
    aturan = aturan_pohon(pohon)
    satu = indikator(
        cara=CaraGabung(pohon.cara),
        jenis=JenisTarget(pohon.jenis),
        arah=Arah(pohon.arah),
        unit=daftar_unit,
        gabung_unit=GabungUnit(pohon.antarunit),
        pengali=Decimal(pohon.pengali),
        tahun=des(pohon.target_tahun),
        triwulan=[des(t) for t in pohon.target],
    )
    diterima = kumpulan(
        *(
            laporan(kode, n, {satu.kode: des(sel)})
            for kode, isi in zip(daftar_unit, pohon.isi, strict=True)
            for n, sel in enumerate(isi, start=1)
            if sel is not Kosong
        )
    )
    rekap = rekap_indikator(induk(satu, aturan=aturan), periode, diterima, satu)

    per_triwulan = [gabung_triwulan(pohon, n) for n in range(4)]
    nomor = [bagian.nomor for bagian in periode.daftar_triwulan]
    ini = gabung_waktu([per_triwulan[n - 1] for n in nomor], pohon.cara, pohon.pengali)
    sampai = gabung_waktu(per_triwulan[: nomor[-1]], pohon.cara, pohon.pengali)
    lepas = {n for n in range(1, nomor[-1] + 1) if per_triwulan[n - 1] == TB and any(u[n - 1] == TB for u in pohon.isi)}
    tahun = target_setahun(pohon, lepas)
    target = tahun if periode.jenis is Jenis.TAHUN else target_tanpa(pohon, nomor, lepas)
    # What may at most add up to a year's target says nothing before the year's end.
    nanti = pohon.arah == "turun" and pohon.cara in ("jumlah", "kumulatif") and nomor[-1] < 4
    hasil = beda_ukur(pohon, rekap.periode_ini, ini, target)
    hasil += beda_ukur(pohon, rekap.setahun, sampai, tahun, nanti=nanti)
    for apa, ukur, angka, daftar in (
        ("periode", rekap.periode_ini, ini, nomor),
        ("setahun", rekap.setahun, sampai, range(1, nomor[-1] + 1)),
    ):
        sementara = angka is not None and tidak_lengkap(pohon, per_triwulan, daftar)
        if ukur.realisasi.sebagian is not sementara:
            hasil.append(f"{apa}: sementara {ukur.realisasi} seharusnya {sementara}")
    for satu_triwulan in rekap.daftar_triwulan:
        n = satu_triwulan.periode.nomor
        tunggal = gabung_waktu([per_triwulan[n - 1]], pohon.cara, pohon.pengali)
        hasil += beda_ukur(pohon, satu_triwulan.pengukuran, tunggal, target_periode(pohon, [n]))
    return hasil


@pytest.mark.one_in(20)
@pytest.mark.parametrize("benih", DAFTAR_BENIH)
def test_the_program_agrees_with_the_oracle_on_random_years(benih):
    acak = Random(benih)  # noqa: S311 - the same trees every time, nothing secret
    salah = []
    for _ in range(BANYAK_POHON // len(DAFTAR_BENIH)):
        pohon, periode = pohon_acak(acak), acak.choice(PERIODE)
        salah += [(str(periode), pohon, butir) for butir in beda(pohon, periode)]
    assert salah[:3] == []
    assert len(salah) == 0


def test_random_years_reach_every_branch_of_the_oracle():
    acak = Random(0)  # noqa: S311 - the same trees every time, nothing secret
    daftar = [pohon_acak(acak) for _ in range(2000)]
    terukur = set()
    for pohon in daftar:
        per_triwulan = [gabung_unit(sel, pohon.antarunit) for sel in zip(*pohon.isi, strict=True)]
        for sampai in (1, 4):
            angka = gabung_waktu(per_triwulan[:sampai], pohon.cara, pohon.pengali)
            terukur.add((pohon.cara, pohon.arah, angka is None))
    semua = {(cara.value, arah.value, kosong) for cara in CaraGabung for arah in Arah for kosong in (True, False)}
    assert terukur == semua
    assert {len(pohon.isi) for pohon in daftar} == {1, 2, 3, 4, 5, 6}
    assert {pohon.cap for pohon in daftar} == {None, 100, 110, 120, 150}


# --- Means and money --------------------------------------------------------------------------------------------------


def rata(daftar: Sequence[Fraction]) -> Fraction | None:
    return sum(daftar) / len(daftar) if daftar else None


def serap(daftar: Sequence[tuple[Fraction, Angka]]) -> tuple[Fraction | None, Fraction | None]:
    """Money spent and its share of the pagu; a line that does not apply leaves both, one that is missing both open."""
    berlaku = [(pagu, uang) for pagu, uang in daftar if uang != TB]
    if not berlaku or any(uang is Kosong for _, uang in berlaku):
        return None, None
    jumlah, pagu = sum(uang for _, uang in berlaku), sum(pagu for pagu, _ in berlaku)
    return jumlah, jumlah / pagu * 100 if pagu else None


def uang_acak(acak: Random) -> tuple[Fraction, Angka]:
    """A budget line: its pagu, and what was spent of it."""
    nasib, pagu = acak.random(), Fraction(acak.randint(0, 3000))
    return pagu, TB if nasib < 0.15 else Kosong if nasib < 0.25 else Fraction(acak.randint(0, 1000))


def beda_instansi(acak: Random) -> list[str]:
    """One agency in a year: capaian by sasaran, and the money of each."""
    daftar_capaian = [[acak.choice([None, Fraction(acak.randint(0, 20_000), 100)]) for _ in range(acak.randint(1, 4))]]
    daftar_capaian += [[Fraction(acak.randint(0, 150)) for _ in range(acak.randint(1, 3))] for _ in range(2)]
    daftar_uang = [[uang_acak(acak) for _ in range(acak.randint(1, 3))] for _ in range(3)]
    cara = acak.choice(list(CaraRata))
    daftar_indikator, isi, uang, rekening = [], {}, {}, []
    for n, milik in enumerate(daftar_capaian):
        for k, angka in enumerate(milik):
            daftar_indikator.append(indikator(f"I{n}.{k}", sasaran=f"S{n}"))
            isi[f"I{n}.{k}"] = des(angka)
    for n, milik in enumerate(daftar_uang):
        for k, (pagu, terpakai) in enumerate(milik):
            rekening.append(subkegiatan(f"1.{n}.{k}", des(pagu), sasaran=f"S{n}"))
            uang[f"1.{n}.{k}"] = des(terpakai)
    buku = induk(*daftar_indikator, anggaran=rekening, aturan=Aturan(cara_rata=cara))
    rekap = susun_rekap(buku, setahun(TAHUN), kumpulan(laporan("U0", 4), laporan("U1", 4, isi, uang)))
    per_sasaran = [rata([angka for angka in milik if angka is not None]) for milik in daftar_capaian]
    semua = [angka for milik in daftar_capaian for angka in milik if angka is not None]
    seluruh = rata(semua) if cara is CaraRata.INDIKATOR else rata([angka for angka in per_sasaran if angka is not None])
    hasil = [] if sama(rekap.rerata.angka, seluruh) else [f"{cara} {rekap.rerata} seharusnya {seluruh}"]
    jumlah, bagian = serap([baris for milik in daftar_uang for baris in milik])
    if not sama(rekap.anggaran.realisasi.angka, jumlah) or not sama(rekap.anggaran.serapan, bagian):
        hasil.append(f"anggaran {rekap.anggaran} seharusnya {jumlah} {bagian}")
    for n, sasaran in enumerate(rekap.daftar_sasaran):
        terbatas = rata([min(angka, Fraction(100)) for angka in daftar_capaian[n] if angka is not None])
        _, bagian = serap(daftar_uang[n])
        ditunggu = None in daftar_capaian[n]  # nothing final is said of a sasaran with data to come
        tanpa = ditunggu or None in (terbatas, bagian) or terbatas == bagian == 0
        selisih = None if tanpa else terbatas - bagian
        if not sama(sasaran.rerata.angka, per_sasaran[n]) or not sama(sasaran.efisiensi.angka, selisih):
            hasil.append(f"{sasaran.rerata} {sasaran.efisiensi} seharusnya {per_sasaran[n]} {selisih}")
        if (sasaran.efisiensi.simpulan == "efisien") is not (selisih is not None and terbatas == 100 > bagian):
            hasil.append(f"{sasaran.efisiensi} seharusnya dari {terbatas} dan {bagian}")
    return hasil


@pytest.mark.lengkap
def test_means_money_and_efisiensi_agree_with_the_oracle():
    acak = Random(7)  # noqa: S311 - the same agencies every time, nothing secret
    assert [butir for _ in range(1_000) for butir in beda_instansi(acak)][:3] == []
