"""The live formulas of the form, computed by LibreOffice, say what the engine says, at the decimals that are shown."""

import itertools
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from bantu_gaya import Isi, acak, lewat_libreoffice, terisi
from bantu_induk import SKALA_SAKIP, formulir_mentah, indikator, induk, subkegiatan
from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import Arah, Capaian, hitung_capaian, serapan
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.kewajiban import kurang
from lakip_gen.domain.konsolidasi import CaraGabung, rasio
from lakip_gen.domain.nilai import Rentang
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.target import JenisTarget
from lakip_gen.formulir.baca import susun_laporan

TW = triwulan(2025, 1)
BARIS_PERTAMA = 8
TEKS = ("penjelasan", "faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "pic", "data_dukung")
DAFTAR_ATURAN = tuple(
    Aturan(
        rumus_turun=rumus,
        batas_atas=atas,
        ambang_batas=ambang,
        batas_bawah=bawah,
        nol_tercapai=nol,
        desimal_capaian=desimal,
    )
    for (rumus, (atas, ambang), bawah), (nol, desimal) in zip(
        itertools.product(
            (RumusTurun.SELISIH, RumusTurun.RASIO),
            ((None, None), (Decimal(100), None), (Decimal(120), Decimal(110))),
            (None, Decimal(0)),
        ),
        itertools.cycle(((False, 2), (True, 0), (False, 1), (True, 4), (False, 3))),
        strict=False,
    )
)


@dataclass(frozen=True)
class Lembar:
    """One form: its rows, what was typed, and what the sheets show after they were computed."""

    formulir: object
    isi: Isi
    buku: openpyxl.Workbook

    def sel(self, lembar, nomor, kolom):
        definisi = next(d for d in skema.DAFTAR_LEMBAR if d.kunci == lembar)
        letak = [k.kunci for k in definisi.daftar_kolom].index(kolom) + 1
        return self.buku[definisi.nama].cell(BARIS_PERTAMA + nomor, letak).value


def desimal_acak(undi, terbesar=1000):
    tempat = undi.choice((0, 0, 1, 2, 3, 4))
    return Decimal(undi.randint(0, terbesar * 10**tempat)).scaleb(-tempat)


def indikator_acak(undi, kode):
    jenis = undi.choice(("naik", "naik", "turun", "turun", "rentang", "predikat", "rasio", "nol", "tanpa", "bersama"))
    target = desimal_acak(undi) or Decimal(1)
    lain = {"arah": Arah(jenis) if jenis in {"naik", "turun", "rentang"} else undi.choice((Arah.NAIK, Arah.TURUN))}
    if jenis == "turun":
        lain["rumus_turun"] = undi.choice((None, *RumusTurun))
    if jenis == "rentang":
        bawah = undi.choice((Decimal(0), target))
        target = Rentang(bawah, undi.choice((Decimal(0), bawah, bawah + desimal_acak(undi, 50))) or bawah)
    if jenis == "predikat":
        target, lain = Decimal(undi.randint(1, 5)), {"skala": SKALA_SAKIP}
    if jenis == "nol":
        target = Decimal(0)
    if jenis == "tanpa":
        target = None
    if jenis == "rasio":
        lain |= {"cara": CaraGabung.RASIO, "pengali": undi.choice((Decimal(1), Decimal(100), Decimal(1000)))}
    if jenis == "bersama":
        lain |= {"unit": ("U1", "U2"), "cara": CaraGabung.JUMLAH, "jenis": JenisTarget.PER_TRIWULAN}
    return indikator(kode, tahun=target, triwulan=(target,) * 4, desimal=undi.randint(0, 4), **lain)


def isian_acak(undi, satu):
    """Return what is typed into a row: mostly a figure near the target, so that 100 is met from both sides."""
    isi = {kolom: "ada" for kolom in TEKS if undi.random() < 0.6}
    if satu.cara_gabung is CaraGabung.RASIO:
        return isi | {"pembilang": desimal_acak(undi), "penyebut": undi.choice((Decimal(0), desimal_acak(undi)))}
    target = satu.target_berlaku.triwulan[0]
    if satu.skala:
        return isi | {"realisasi": undi.choice(("D", "C", "B", "BB", "A", "b", "tidak ada di skala"))}
    dekat = [desimal_acak(undi), Decimal(0), "n/a"]
    if isinstance(target, Decimal):
        dekat += [target, target * undi.choice((Decimal("0.9999"), Decimal("1.0001"), Decimal("0.5"), Decimal(3)))]
    if isinstance(target, Rentang):
        dekat += [target.bawah, target.atas, target.atas + 1, target.atas * 3]
    pilihan = undi.choice([*dekat, None])
    return isi if pilihan is None else isi | {"realisasi": pilihan}


def siapkan(benih, aturan, banyak):
    undi = acak(benih)
    daftar = [indikator_acak(undi, f"I{n}") for n in range(banyak)]
    anggaran = [subkegiatan(f"1.{n}", undi.choice((0, undi.randint(1, 10**12)))) for n in range(banyak // 2)]
    buku = induk(*daftar, anggaran=anggaran, aturan=aturan, unit=("U1", "U2"), daftar_skala=(SKALA_SAKIP,))
    formulir = siapkan_formulir(buku, buku.unit("U1"), TW, Kumpulan({}))
    isi: Isi = {}
    for satu in daftar:
        isi |= {("indikator", satu.kode, kolom): nilai for kolom, nilai in isian_acak(undi, satu).items()}
    for baris in anggaran:
        if undi.random() < 0.8:
            isi["anggaran", baris.kode, "realisasi"] = Decimal(undi.randint(0, int(baris.pagu)))
        if undi.random() < 0.8:
            isi["anggaran", baris.kode, "fisik"] = Decimal(undi.randint(2, 100))
    return formulir, isi


def hitung(tmp_path, daftar):
    """Return the forms after LibreOffice computed every formula in them."""
    kembali = lewat_libreoffice([terisi(formulir, isi) for formulir, isi in daftar], tmp_path / "lo")
    return [
        Lembar(formulir, isi, openpyxl.load_workbook(BytesIO(bita), data_only=True))
        for (formulir, isi), bita in zip(daftar, kembali, strict=True)
    ]


def capaian_mesin(satu, isi, aturan):
    """Return the engine's capaian of a row without rounding, and its realisasi; None where there is none."""
    if satu.cara_gabung is CaraGabung.RASIO:
        hasil = rasio(isi["indikator", satu.kode, "pembilang"], isi["indikator", satu.kode, "penyebut"], satu.pengali)
        realisasi = hasil.angka
    else:
        diketik = isi.get(("indikator", satu.kode, "realisasi"))
        realisasi = satu.skala.angka(diketik) if satu.skala and isinstance(diketik, str) else diketik
    target = satu.target(TW, aturan)
    if not isinstance(realisasi, Decimal) or target is None or satu.bersama:
        return None, realisasi
    capaian = hitung_capaian(realisasi, target, satu.arah, aturan, satu.rumus_turun)
    return (capaian.angka if isinstance(capaian, Capaian) else None), realisasi


def dibulatkan(angka, desimal):
    """Return a number of a sheet, which is binary, at some decimals."""
    return bulatkan(Decimal(repr(angka)), desimal)


def periksa_capaian(lembar, aturan):
    """Return the rows where form and engine differ, and how many rows have a figure in both."""
    salah, banyak = [], 0
    for nomor, baris in enumerate(lembar.formulir.daftar_baris["indikator"]):
        mesin, realisasi = capaian_mesin(baris.indikator, lembar.isi, aturan)
        tampak = lembar.sel("indikator", nomor, "capaian")
        if mesin is None:
            cocok = not isinstance(tampak, int | float)
        else:
            desimal = aturan.desimal_capaian
            cocok = isinstance(tampak, int | float) and dibulatkan(tampak, desimal) == bulatkan(mesin, desimal)
        if not cocok:
            salah.append((baris.indikator, realisasi, mesin, tampak))
        banyak += mesin is not None
    return salah, banyak


def periksa_rasio(lembar):
    salah, banyak = [], 0
    for nomor, baris in enumerate(lembar.formulir.daftar_baris["indikator"]):
        satu = baris.indikator
        if satu.cara_gabung is not CaraGabung.RASIO:
            continue
        banyak += 1
        _, mesin = capaian_mesin(satu, lembar.isi, lembar.formulir.induk.aturan)
        tampak = lembar.sel("indikator", nomor, "realisasi")
        cocok = tampak == "penyebut 0" if mesin is None else dibulatkan(tampak, 4) == bulatkan(mesin, 4)
        if not cocok:
            salah.append((satu.kode, mesin, tampak))
    return salah, banyak


def periksa_serapan(lembar, desimal):
    salah = []
    for nomor, baris in enumerate(lembar.formulir.daftar_baris["anggaran"]):
        mesin = serapan(lembar.isi.get(("anggaran", baris.kunci, "realisasi")), baris.isi["pagu"])
        tampak = lembar.sel("anggaran", nomor, "serapan")
        cocok = tampak in {None, ""} if mesin is None else dibulatkan(tampak, desimal) == bulatkan(mesin, desimal)
        if not cocok:
            salah.append((baris.kunci, mesin, tampak))
    return salah


def periksa_kelengkapan(lembar, aturan):
    salah, lengkap = [], 0
    daftar = lembar.formulir.daftar_baris["indikator"]
    laporan, _ = susun_laporan(formulir_mentah(lembar.formulir, lembar.isi), lembar.formulir)
    for nomor, baris in enumerate(daftar):
        jawaban = laporan.indikator(baris.kunci)
        mesin = ", ".join(
            dict.fromkeys(satu.sebutan for satu in kurang("indikator", jawaban.syarat, jawaban, skema.VERSI))
        )
        lengkap += not mesin
        tampak = lembar.sel("indikator", nomor, "kelengkapan")
        if tampak != (f"Kurang: {mesin}" if mesin else "Lengkap"):
            capaian = capaian_mesin(baris.indikator, lembar.isi, aturan)
            salah.append((baris.kunci, capaian, mesin, tampak))
    hitungan = lembar.buku["Indikator"]["B6"].value
    if hitungan != f"{lengkap} dari {len(daftar)} baris lengkap":
        salah.append(("jumlah", lengkap, hitungan))
    return salah


def uji(tmp_path, banyak, daftar_aturan):
    """Return how many rows had a figure of capaian, and how many a quotient, that LibreOffice computed as we do."""
    daftar = [siapkan(nomor, aturan, banyak) for nomor, aturan in enumerate(daftar_aturan)]
    baris_capaian = baris_rasio = 0
    for lembar, aturan in zip(hitung(tmp_path, daftar), daftar_aturan, strict=True):
        salah, satu = periksa_capaian(lembar, aturan)
        assert salah == []
        baris_capaian += satu
        salah, satu = periksa_rasio(lembar)
        assert salah == []
        baris_rasio += satu
        assert periksa_serapan(lembar, aturan.desimal_capaian) == []
        assert periksa_kelengkapan(lembar, aturan) == []
    return baris_capaian, baris_rasio


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_the_formulas_of_a_form_agree_with_the_engine(tmp_path):
    baris_capaian, baris_rasio = uji(tmp_path, 40, DAFTAR_ATURAN[:6])
    assert baris_capaian > 100
    assert baris_rasio > 10


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_the_formulas_of_a_form_agree_with_the_engine_on_more_than_two_thousand_rows(tmp_path):
    banyak = 360
    assert banyak * len(DAFTAR_ATURAN) >= 4000
    baris_capaian, baris_rasio = uji(tmp_path, banyak, DAFTAR_ATURAN)
    assert baris_capaian > 2000
    assert baris_rasio > 300
