"""Nothing that a form asks for vanishes: what is typed into any cell arrives, whatever is empty around it."""

from collections import Counter
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import cycle
from zipfile import BadZipFile, ZipFile

import pytest

from bantu_gaya import salin, terisi
from bantu_ruang import baca_induk
from lakip_gen.alur import penyusunan
from lakip_gen.alur.susun import susun
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import IsianAksi, IsianAnggaran, IsianBulan, IsianIndikator, Kumpulan, Pengesahan
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import JenisKolom
from lakip_gen.pesan import bahasa

TW1, TAHUNAN = triwulan(2025, 1), setahun(2025)
BERTANDA = {JenisKolom.TEKS, JenisKolom.PARAGRAF, JenisKolom.TANGGAL}
"""What can be told from anything else by a mark of its own; figures are added up, and choices repeat."""
ANGKA = {"realisasi": Decimal(50), "fisik": Decimal(50), "status": "berjalan", "disetujui": "disetujui"}
BUTIR = "isi"


def isian(lembar):
    """Return the inputs of a sheet, its columns or its items."""
    return lembar.daftar_butir or lembar.kolom_isian


def daftar_susunan(lembar):
    """Yield what is typed in a row: each mark alone, each with the figures and choices, and all but one."""
    tanda = [k.kunci for k in isian(lembar) if k.jenis in BERTANDA]
    lain = [k.kunci for k in isian(lembar) if k.kunci in ANGKA]
    for kunci in tanda:
        yield [kunci]
        yield [kunci, *lain]
        yield [*(k for k in tanda if k != kunci), *lain]
    yield tanda
    yield from ([*tanda, *lain] for _ in lain)


class Penanda:
    """Types marks of its own into forms, and knows where each stands."""

    def __init__(self):
        self.tempat = {}
        self.susunan = {lembar.kunci: cycle(list(daftar_susunan(lembar))) for lembar in skema.DAFTAR_LEMBAR}
        self.dipakai = Counter()

    def isi(self, formulir, daftar_lembar):
        """Return a fill of some sheets: in every row another arrangement of what is typed and what is empty."""
        hasil = {}
        for lembar in daftar_lembar:
            jenis = {kolom.kunci: kolom.jenis for kolom in isian(lembar)}
            daftar_baris = [lembar.kunci] if lembar.daftar_butir else formulir.daftar_baris[lembar.kunci]
            for baris in daftar_baris:
                susunan = next(self.susunan[lembar.kunci])
                self.dipakai[lembar.kunci, tuple(susunan)] += 1
                for kunci in susunan:
                    letak = (lembar.kunci, kunci, BUTIR) if lembar.daftar_butir else (lembar.kunci, baris.kunci, kunci)
                    if lembar.daftar_butir or kunci not in baris.terkunci:
                        hasil[letak] = self._nilai(jenis[kunci], kunci, (*letak, tuple(susunan)), baris)
        return hasil

    def _nilai(self, jenis, kunci, tempat, baris):
        nomor = len(self.tempat)
        if jenis not in BERTANDA:
            skala = getattr(getattr(baris, "indikator", None), "skala", None)
            return skala.daftar[0][0] if skala and kunci == "realisasi" else ANGKA[kunci]
        if jenis is JenisKolom.TANGGAL:
            hari = date(2026, 1, 1) + timedelta(days=nomor)
            self.tempat[tempat] = {bahasa.tanggal(hari), f"{hari:%d/%m/%Y}"}
            return hari
        self.tempat[tempat] = {f"TANDA{nomor}SELESAI"}
        return f"TANDA{nomor}SELESAI"


def teks_keluaran(folder):
    """Return all that the outputs of a period say."""
    bagian = []
    for berkas in folder.rglob("*"):
        if not berkas.is_file() or berkas.suffix == ".json":
            continue
        isi = berkas.read_bytes()
        try:
            with ZipFile(BytesIO(isi)) as arsip:
                bagian += [arsip.read(nama).decode("utf-8", "replace") for nama in arsip.namelist()]
        except BadZipFile:
            bagian.append(isi.decode("utf-8", "replace"))
    return " ".join(bagian)


@pytest.fixture(scope="module")
def bertanda(contoh_asli, tmp_path_factory):
    """The marks of a year's forms, and what the reports of the first quarter and of the year say."""
    ruang, penanda = salin(contoh_asli, tmp_path_factory.mktemp("tanda") / "ruang"), Penanda()
    induk, _ = baca_induk(ruang, 2025)
    for periode in TAHUNAN.daftar_triwulan:
        for unit in induk.daftar_unit:
            formulir = siapkan_formulir(induk, unit, periode, Kumpulan({}))
            # A year prints what was said of its money last, and each quarter what was said of its own.
            terbit = formulir.daftar_lembar if periode.nomor in {1, 4} else [skema.PENGESAHAN]
            ruang.form_file(unit.kode, periode).write_bytes(terisi(formulir, penanda.isi(formulir, terbit)))
    with pytest.MonkeyPatch.context() as ganti:  # return copies only give back what was sent
        ganti.setattr(penyusunan, "kembalikan", lambda hasil: (hasil, {}))
        for periode in (TW1, TAHUNAN):
            susun(ruang, periode)
    return penanda, " ".join(teks_keluaran(ruang.output(periode)) for periode in (TW1, TAHUNAN))


@pytest.mark.lengkap
def test_every_arrangement_of_a_row_was_tried(bertanda):
    penanda, _ = bertanda
    for lembar in skema.DAFTAR_LEMBAR:
        for susunan in daftar_susunan(lembar):
            assert penanda.dipakai[lembar.kunci, tuple(susunan)], (lembar.kunci, susunan)


@pytest.mark.lengkap
def test_what_is_typed_arrives_whatever_is_empty_around_it(bertanda):
    penanda, keluaran = bertanda
    hilang = [tempat for tempat, tanda in penanda.tempat.items() if not any(satu in keluaran for satu in tanda)]
    assert hilang == [], "each is to be printed somewhere, or locked where nobody asks for it"


REKAMAN = {
    "indikator": IsianIndikator,
    "rencana_aksi": IsianAksi,
    "anggaran": IsianAnggaran,
    "progres": IsianBulan,
    "pengesahan": Pengesahan,
}
DIGABUNG = {"indikator.realisasi", "indikator.pembilang", "indikator.penyebut"}
"""Inputs that are read into one value, the figure of the quarter."""


def test_every_input_is_read_into_a_field_of_its_own():
    isian = {
        f"{lembar.kunci}.{k.kunci}" for lembar in skema.DAFTAR_LEMBAR for k in lembar.daftar_butir or lembar.kolom_isian
    }
    terbaca = {f"{nama}.{satu.name}" for nama, kelas in REKAMAN.items() for satu in fields(kelas)}
    assert sorted(isian - DIGABUNG - terbaca) == [], "each needs a field of the same name in domain/isian.py"
