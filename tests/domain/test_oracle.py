"""The oracle of `oracle.py` against the figures of the program, on random years of an agency."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

import oracle
from bantu_induk import TAHUN, indikator, induk, kumpulan, laporan, subkegiatan
from lakip_gen.domain.anggaran import Anggaran
from lakip_gen.domain.aturan import Aturan, CaraRata, RumusTurun, TargetRasio
from lakip_gen.domain.capaian import Arah, Capaian
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.kinerja import Indikator, Sasaran
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.nilai import Rentang
from lakip_gen.domain.pengukuran import Pengukuran
from lakip_gen.domain.periode import Periode, semester, setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.rekap_anggaran import JumlahAnggaran
from lakip_gen.domain.rerata import Rerata
from lakip_gen.domain.target import JenisTarget
from oracle import ARAH, CARA, CARA_RATA, Kosong, Pohon, Tahun, Ukuran, hasil_tahun, tahun_acak

BANYAK_TAHUN = 20_000
DAFTAR_BENIH = range(100)
TELITI = Fraction(1, 10**20)
"""Decimal keeps 28 digits; a difference of one part in 10^20 is a fault of arithmetic, not of rounding."""
PERIODE = (*(triwulan(TAHUN, n) for n in range(1, 5)), semester(TAHUN, 1), semester(TAHUN, 2), setahun(TAHUN))


def des(nilai: object) -> object:
    """Turn the oracle's exact value into what is typed into a cell."""
    if isinstance(nilai, tuple):
        return tuple(des(bagian) for bagian in nilai)
    return Decimal(nilai.numerator) / Decimal(nilai.denominator) if isinstance(nilai, Fraction) else nilai


def sama(angka: Decimal | None, seharusnya: Fraction | None) -> bool:
    if angka is None or seharusnya is None:
        return angka is None and seharusnya is None
    return abs(Fraction(angka) - seharusnya) <= TELITI * max(1, abs(seharusnya))


def aturan_program(tahun: Tahun) -> Aturan:
    milik = tahun.aturan
    batas = 120 if milik.lewat else milik.cap
    return Aturan(
        rumus_turun=RumusTurun(milik.rumus),
        batas_atas=None if batas is None else Decimal(batas),
        ambang_batas=Decimal(110) if milik.lewat else None,
        batas_bawah=None if milik.lantai is None else Decimal(milik.lantai),
        nol_tercapai=milik.nol_tercapai,
        cara_rata=CaraRata(milik.cara_rata),
        target_rasio=TargetRasio.RATA_RATA if milik.target_dirata else TargetRasio.TERAKHIR,
    )


def indikator_program(kode: str, sasaran: str, pohon: Pohon) -> Indikator:
    return indikator(
        kode,
        sasaran=sasaran,
        cara=CaraGabung(pohon.cara),
        jenis=JenisTarget(pohon.jenis),
        arah=Arah(pohon.arah),
        unit=[f"U{nomor}" for nomor in range(len(pohon.isi))],
        gabung_unit=GabungUnit(pohon.antarunit),
        pengali=Decimal(pohon.pengali),
        bobot=des(pohon.bobot),
        tahun=des(pohon.target_tahun),
        triwulan=[des(t) for t in pohon.target],
    )


def daftar_kode(tahun: Tahun) -> list[tuple[str, str, Pohon]]:
    return [
        (f"I{n}.{k}", f"S{n}", pohon)
        for n, sasaran in enumerate(tahun.daftar_sasaran, start=1)
        for k, pohon in enumerate(sasaran.daftar_pohon, start=1)
    ]


def kiriman(tahun: Tahun) -> Kumpulan:
    """What the units sent: no row where a cell is blank, and no form where all of them are."""
    hasil = []
    for unit in range(6):
        for n in range(1, 5):
            isi = {
                kode: des(pohon.isi[unit][n - 1])
                for kode, _, pohon in daftar_kode(tahun)
                if unit < len(pohon.isi) and pohon.isi[unit][n - 1] is not Kosong
            }
            uang = {}
            if unit == 0:
                uang = {
                    f"{s}.{r}": None if (terpakai := baris.uang[n - 1]) is Kosong else des(terpakai)
                    for s, sasaran in enumerate(tahun.daftar_sasaran, start=1)
                    for r, baris in enumerate(sasaran.daftar_rekening, start=1)
                }
            if isi or uang:
                hasil.append(laporan(f"U{unit}", n, isi, uang))
    return kumpulan(*hasil)


def batas(target: object) -> tuple[object, ...]:
    """The numbers that a target consists of."""
    if isinstance(target, Rentang):
        return target.bawah, target.atas
    return target if isinstance(target, tuple) else () if target is None else (target,)


def beda_ukur(apa: str, ukur: Pengukuran, seharusnya: Ukuran) -> list[str]:
    angka = ukur.capaian.angka if isinstance(ukur.capaian, Capaian) else None
    mentah = ukur.capaian.mentah if isinstance(ukur.capaian, Capaian) else None
    benar = (
        sama(ukur.realisasi.angka, seharusnya.realisasi)
        and sama(angka, seharusnya.capaian)
        and sama(mentah, seharusnya.mentah)
        and ukur.realisasi.sebagian is seharusnya.sementara
        and len(batas(ukur.target)) == len(batas(seharusnya.target))
        and all(map(sama, batas(ukur.target), batas(seharusnya.target)))
    )
    return [] if benar else [f"{apa}: {ukur} seharusnya {seharusnya}"]


def beda_rata(apa: str, rata: Rerata, seharusnya: oracle.Rata) -> list[str]:
    bobot = (rata.bobot.ada, rata.bobot.semua) if rata.bobot else None
    benar = (
        sama(rata.angka, seharusnya.nilai)
        and (rata.ada, rata.semua, rata.sementara) == (seharusnya.n, seharusnya.dari, seharusnya.sementara)
        and (rata.menunggu, rata.belum_tetap) == (seharusnya.menunggu, seharusnya.belum_tetap)
        and bobot == (None if seharusnya.bobot is None else des(seharusnya.bobot))
    )
    return [] if benar else [f"{apa}: {rata} seharusnya {seharusnya}"]


def beda_uang(apa: str, uang: JumlahAnggaran, seharusnya: oracle.Uang) -> list[str]:
    benar = sama(uang.realisasi.angka, seharusnya.realisasi) and sama(uang.serapan, seharusnya.serapan)
    return [] if benar and sama(uang.pagu, seharusnya.pagu) else [f"{apa}: {uang} seharusnya {seharusnya}"]


def buku_program(tahun: Tahun, rekening: list[Anggaran], nomor: int) -> Induk:
    """The buku induk that is in force in a quarter."""
    buku = induk(
        *(indikator_program(k, s, pohon.pada(nomor)) for k, s, pohon in daftar_kode(tahun) if pohon.berlaku(nomor)),
        anggaran=rekening,
        aturan=aturan_program(tahun),
        unit=[f"U{n}" for n in range(6)],
    )
    kode = [f"S{n}" for n in range(1, len(tahun.daftar_sasaran) + 1)]
    return replace(buku, daftar_sasaran=tuple(Sasaran(satu, f"Sasaran {satu}") for satu in kode))


def beda(tahun: Tahun, periode: Periode) -> list[str]:
    """Return every difference between the program and the oracle in a period of an agency's year."""
    rekening = [
        subkegiatan(f"{s}.{r}", des(baris.pagu), sasaran=f"S{s}", unit="U0")
        for s, sasaran in enumerate(tahun.daftar_sasaran, start=1)
        for r, baris in enumerate(sasaran.daftar_rekening, start=1)
    ]
    masa = tuple((triwulan(TAHUN, nomor).awal, buku_program(tahun, rekening, nomor)) for nomor in range(1, 5))
    rekap = susun_rekap(replace(masa[-1][1], masa=masa), periode, kiriman(tahun))
    seharusnya = hasil_tahun(tahun, [bagian.nomor for bagian in periode.daftar_triwulan])
    hasil = beda_rata("instansi", rekap.rerata, seharusnya.rata) + beda_uang("uang", rekap.anggaran, seharusnya.uang)
    for satu, benar in zip(rekap.daftar_sasaran, seharusnya.daftar_sasaran, strict=True):
        hasil += beda_rata("sasaran", satu.rerata, benar.rata) + beda_uang("sasaran", satu.anggaran, benar.uang)
        if not sama(satu.efisiensi.angka, benar.efisiensi):
            hasil.append(f"{satu.efisiensi} seharusnya {benar.efisiensi}")
        if (satu.efisiensi.simpulan == "efisien") is not benar.efisien:
            hasil.append(f"{satu.efisiensi} seharusnya {'efisien' if benar.efisien else 'tidak efisien'}")
        for milik, jawaban in zip(satu.daftar_indikator, benar.daftar, strict=True):
            hasil += beda_ukur("periode", milik.periode_ini, jawaban.ini)
            hasil += beda_ukur("setahun", milik.setahun, jawaban.setahun)
            for t, ukuran in zip(milik.daftar_triwulan, jawaban.per_triwulan, strict=True):
                hasil += beda_ukur(t.periode.nama_pendek, t.pengukuran, ukuran)
            if (milik.pita.predikat if milik.pita else None) != jawaban.ini.predikat:
                hasil.append(f"{milik.pita} seharusnya {jawaban.ini.predikat}")
    return hasil


@pytest.mark.one_in(100)
@pytest.mark.parametrize("benih", DAFTAR_BENIH)
def test_the_program_agrees_with_the_oracle_on_random_years(benih):
    acak = Random(benih)  # noqa: S311 - the same years every time, nothing secret
    salah = []
    for _ in range(BANYAK_TAHUN // len(DAFTAR_BENIH)):
        tahun, periode = tahun_acak(acak), acak.choice(PERIODE)
        salah += [(str(periode), tahun, butir) for butir in beda(tahun, periode)]
    assert salah[:3] == []
    assert len(salah) == 0


def test_random_years_reach_every_branch_of_the_oracle():
    acak = Random(0)  # noqa: S311 - the same years every time, nothing secret
    daftar = [tahun_acak(acak) for _ in range(500)]
    semua = [pohon for tahun in daftar for sasaran in tahun.daftar_sasaran for pohon in sasaran.daftar_pohon]
    hasil = [(pohon, oracle.jawab(pohon, nomor)) for pohon in semua for nomor in ((1,), (1, 2, 3, 4))]
    keadaan = {(pohon.cara, pohon.arah, jawaban.ini.realisasi is None) for pohon, jawaban in hasil}
    assert keadaan == {(cara, arah, kosong) for cara in CARA for arah in ARAH for kosong in (True, False)}
    assert {len(pohon.isi) for pohon in semua} == {1, 2, 3, 4, 5, 6}
    assert {len(pohon.dulu) for pohon in semua} == {0, 1, 2, 3}
    assert {pohon.masa for pohon in semua} == {(awal, akhir) for awal in range(1, 5) for akhir in range(awal, 5)}
    assert {tahun.aturan.cap for tahun in daftar} == {None, 100, 110, 120, 150}
    assert {tahun.aturan.cara_rata for tahun in daftar} == set(CARA_RATA)
    assert {jawaban.ini.sementara for _, jawaban in hasil if jawaban.ini.capaian is not None} == {True, False}
    setahun_penuh = [satu for tahun in daftar for satu in hasil_tahun(tahun, (1, 2, 3, 4)).daftar_sasaran]
    assert {satu.efisien for satu in setahun_penuh} == {True, False}
    assert any(satu.efisiensi is not None and satu.efisiensi < 0 for satu in setahun_penuh)


def test_the_oracle_knows_every_word_of_the_program_s_tables():
    assert tuple(satu.value for satu in CaraGabung) == CARA
    assert tuple(satu.value for satu in Arah) == ARAH
    assert tuple(satu.value for satu in CaraRata) == CARA_RATA
