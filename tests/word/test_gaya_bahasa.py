"""Reports read as if somebody wrote them: no sentence of one mould over and over, no word that does not belong.

The agencies drawn here were never looked at while the sentences were written; the golden ones were.
"""

import io
import re

import docx
import pytest

from bantu_gaya import acak
from bantu_gaya_bahasa import bentuk, kata_terlarang, terlalu_sering
from bantu_induk import des, indikator, induk, kumpulan, laporan, rekening_atas, subkegiatan
from bantu_pandangan import daftar_nilai
from instansi import LAPORAN
from lakip_gen.alur.draf import isi_draf
from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.templat_bawaan import gambar_bawaan, templat_bawaan
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

TEMPLAT = {"2025-TW1": "laporan-triwulan.docx", "2025-S1": "laporan-semester.docx", "2025": "laporan-tahunan.docx"}
PANJANG = 25
"""Characters of a text that nobody else writes by chance."""
SATUAN = ("%", "orang", "dokumen", "Indeks", "jam", "desa")
ASING = {
    "six alike in one sasaran": {"susunan": (6,), "hilang": frozenset(), "berhasil": 1.0},
    "half its units missing": {"susunan": (3, 5, 2), "hilang": frozenset({"U2", "U4"}), "berhasil": 0.5},
    "forty in eight sasaran": {"susunan": (5,) * 8, "hilang": frozenset(), "berhasil": 0.7},
}
"""Agencies by what is special of them: indicators of each sasaran, units that never send, the share that succeeds."""


def indikator_acak(kode, sasaran, unit, sumber):
    target = sumber.randint(20, 90)
    arah = sumber.choice((Arah.NAIK, Arah.NAIK, Arah.TURUN))
    tahun = tuple(TahunLalu(n, des(target), des(sumber.randint(15, 95))) for n in (2023, 2024))
    return indikator(
        kode,
        tahun=target,
        triwulan=(target,) * 4,
        sasaran=sasaran,
        unit=(unit,),
        satuan=sumber.choice(SATUAN),
        arah=arah,
        nama=f"Persoalan {kode} yang diukur",
        riwayat=Riwayat(tahun if sumber.random() < 0.8 else (), target_renstra=des(target + 10)),
    )


def isi_acak(milik, berhasil, sumber):
    target, jauh = int(milik.target_berlaku.tahun), sumber.randint(1, 9)
    lebih = (sumber.random() < berhasil) is (milik.arah is Arah.NAIK)
    return target + jauh if lebih else target - jauh


def instansi_asing(nama, periode):
    """Return the report of one of the agencies above as a document."""
    susunan, hilang, berhasil = ASING[nama].values()
    sumber = acak(nama)
    daftar, anggaran = [], [rekening_atas("1", TingkatAnggaran.PROGRAM)]
    for nomor, banyak in enumerate(susunan, start=1):
        anggaran.append(subkegiatan(f"1.{nomor}", 1_000_000, sasaran=f"S{nomor}", unit=f"U{nomor}"))
        daftar += [
            indikator_acak(f"I{nomor}{urut}", f"S{nomor}", f"U{(nomor + urut) % 4 + 1}", sumber)
            for urut in range(banyak)
        ]
    buku = induk(*daftar, anggaran=anggaran)
    kiriman = []
    for unit in (u.kode for u in buku.daftar_unit if u.kode not in hilang):
        for n in range(1, 5):
            isi = {i.kode: isi_acak(i, berhasil, sumber) for i in daftar if unit in i.daftar_unit}
            uang = {a.kode: 200_000 * n for a in buku.daftar_subkegiatan if a.unit == unit}
            kiriman.append(laporan(unit, n, isi, uang))
    pandangan = susun_pandangan(susun_rekap(buku, Periode.parse(periode), kumpulan(*kiriman)))
    templat, _ = open_template(templat_bawaan()[TEMPLAT[periode]], "a.docx", Library(pictures=gambar_bawaan()))
    hasil = isi_draf(templat, pandangan)
    assert not hasil.daftar_temuan
    return docx.Document(io.BytesIO(hasil.isi))


def kata_unit(pandangan):
    """Return what the units wrote, whose sentences are no business of a program, paragraph by paragraph."""
    milik = re.compile(r"(?:ButirAnalisis|Analisis|TindakLanjut|Terlemah|Aksi|RencanaAksi|Progres\w+)\.\w+")
    daftar = [isi for jalur, isi in daftar_nilai(pandangan) if milik.fullmatch(jalur)]
    return {baris for isi in daftar for baris in isi.split("\n") if len(baris) >= PANJANG}


@pytest.mark.parametrize(("nama", "periode"), LAPORAN)
def test_no_page_of_a_golden_report_says_a_thing_in_one_mould_more_than_three_times(nama, periode, instansi_uji):
    draf = instansi_uji.susun(nama, periode)
    dokumen = docx.Document(io.BytesIO(draf.isi))
    assert terlalu_sering(dokumen, kata_unit(draf.pandangan)) == {}
    assert kata_terlarang(dokumen) == {}


@pytest.mark.one_in(3)
@pytest.mark.parametrize("periode", TEMPLAT)
@pytest.mark.parametrize("nama", ASING)
def test_no_page_of_an_agency_never_seen_does_so_either(nama, periode):
    dokumen = instansi_asing(nama, periode)
    assert terlalu_sering(dokumen) == {}
    assert kata_terlarang(dokumen) == {}


@pytest.mark.parametrize(
    ("satu", "lain"),
    [
        ("Dari target 82,00, realisasi 2025 sebesar 82,43.", "Dari target 95%, realisasi 2024 sebesar 9 orang."),
        ("Rinciannya disajikan pada Tabel 8.", "Rinciannya disajikan pada Tabel 12."),
        ("Pada indikator 1.1, 1.2, dan 1.3 target tercapai (ya).", "Pada indikator 2.1 target tercapai (tidak)."),
    ],
)
def test_sentences_that_differ_in_figures_alone_are_of_one_mould(satu, lain):
    assert bentuk(satu) == bentuk(lain)
