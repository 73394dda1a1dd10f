"""Read the finished reports of three agencies back: all that the view holds is there, and every figure agrees."""

import io
import re
from dataclasses import fields, is_dataclass
from decimal import Decimal
from statistics import median

import docx
import pytest
from docx.oxml.ns import qn
from test_templat_bawaan import TANPA

from bantu_pandangan import daftar_nilai
from instansi import LAPORAN, PERIODE
from lakip_gen.domain.aturan import Aturan
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.sajian import persen_sajian, rupiah_sajian
from lakip_gen.laporan.susun_analisis import SINTESIS

ANGKA = re.compile(r"−?\d[\d.]*(?:,\d+)?")
TERBILANG = re.compile(r"(\d+) \(([a-z ]+)\)")

setiap_laporan = pytest.mark.parametrize(("nama", "periode"), LAPORAN)


def teks(element):
    """Return all text of an element character by character, a paragraph a line."""
    tanda = {qn("w:tab"): "\t", qn("w:br"): "\n"}
    return "\n".join(
        "".join(
            tanda.get(satu.tag, satu.text or "")
            for satu in paragraf.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
            if satu.getparent().tag == qn("w:r")
        )
        for paragraf in element.iter(qn("w:p"))
    )


@pytest.fixture
def draf(nama, periode, instansi_uji):
    return instansi_uji.susun(nama, periode)


@pytest.fixture
def badan(draf):
    return docx.Document(io.BytesIO(draf.isi)).element.body


@pytest.mark.lengkap
@setiap_laporan
def test_every_value_of_the_view_is_in_the_document(periode, draf, badan):
    kaki = (bagian.footer._element for bagian in docx.Document(io.BytesIO(draf.isi)).sections)
    tercetak = "\n".join(map(teks, (badan, *kaki)))
    tanpa = {satu for baris in TANPA[PERIODE[periode]] for satu in baris.split()}
    daftar = list(daftar_nilai(draf.pandangan, tanpa))
    assert len(daftar) > 250
    hilang = [(jalur, isi) for jalur, isi in daftar if isi not in tercetak]
    assert [satu for satu in hilang if satu != ("ButirAnalisis.nama", SINTESIS)] == []  # its text stands by itself


@pytest.mark.one_in(9)
@setiap_laporan
def test_every_figure_in_a_row_is_a_figure_of_the_rows_indicator(draf, badan):
    milik = {
        (indikator.nomor, indikator.nama): semua_angka(indikator) | {str(t.tahun) for t in indikator.daftar_tahun}
        for sasaran in draf.pandangan.daftar_sasaran
        for indikator in sasaran.daftar_indikator
    }
    terperiksa = 0
    for baris in badan.iter(qn("w:tr")):
        sel = [teks(satu) for satu in baris.iter(qn("w:tc"))]
        for angka in sel[3:] if tuple(sel[:2]) in milik else ():
            if ANGKA.fullmatch(angka):
                assert angka in milik[sel[0], sel[1]], sel
                terperiksa += 1
    assert terperiksa >= 2 * len(milik)


@pytest.mark.one_in(4)
@setiap_laporan
def test_every_budget_row_prints_the_figures_of_its_line(draf, badan):
    milik = {baris.kode: semua_angka(baris) for baris in draf.pandangan.daftar_anggaran}
    terperiksa = 0
    for baris in badan.iter(qn("w:tr")):
        sel = [teks(satu) for satu in baris.iter(qn("w:tc"))]
        if sel[0] in milik:
            assert {angka for angka in sel[2:] if ANGKA.fullmatch(angka)} <= milik[sel[0]]
            terperiksa += 1
    assert terperiksa >= len(milik)


def pembanding_pencilan(daftar_indikator):
    """Return what a sentence says beside a mean that few figures make: the highest capaian and the middle one."""
    daftar = [indikator.capaian for indikator in daftar_indikator if indikator.capaian.ada]
    tengah = persen_sajian(median(angka.nilai for angka in daftar), Aturan()) if daftar else ""
    return {tengah, *(angka.teks for angka in sorted(daftar, key=lambda angka: angka.nilai)[-1:])}


@pytest.mark.lengkap
@setiap_laporan
def test_the_figures_of_a_sasarans_sentences_are_those_of_its_tables(draf):
    for sasaran in draf.pandangan.daftar_sasaran:
        per_nomor = {indikator.nomor: indikator for indikator in sasaran.daftar_indikator}
        for kalimat, nama in (
            (sasaran.kalimat_target, "capaian"),
            (sasaran.kalimat_renstra, "capaian_renstra"),
            (sasaran.kalimat_standar, "capaian_standar"),
        ):
            for nomor, angka in re.findall(r"(\d+\.\d+): ([−]?[\d.,]*\d)%", kalimat):
                assert getattr(per_nomor[nomor], nama).teks == angka
        kurang = sum(i.capaian.ada and i.capaian.nilai < 100 for i in sasaran.daftar_indikator)
        assert sasaran.kalimat_target.count(":") >= kurang
        pencilan = pembanding_pencilan(sasaran.daftar_indikator)
        assert set(re.findall(r"([−]?[\d.,]*\d)%", sasaran.kalimat)) <= {sasaran.rerata.teks, *pencilan}


@pytest.mark.one_in(3)
@setiap_laporan
def test_every_indicator_of_a_sasaran_is_named_once_in_each_sentence_that_counts_them(draf):
    for sasaran in draf.pandangan.daftar_sasaran:
        daftar = {indikator.nomor for indikator in sasaran.daftar_indikator}
        berstandar = {indikator.nomor for indikator in sasaran.daftar_indikator if indikator.ada_standar}
        for kalimat, seharusnya in (
            (sasaran.kalimat_target, daftar),
            (sasaran.kalimat_renstra, daftar),
            (sasaran.kalimat_standar, berstandar),
        ):
            tersebut = re.findall(r"(?<=[( ])\d+\.\d+(?=(?: \[sementara\])?[:,)])", kalimat)
            semua = re.search(
                r"(?i)\b(?:seluruh|kedua|satu-satunya) [^:,]*$", kalimat
            )  # of all alike no number need be told
            assert sorted(tersebut) == ([] if semua and not tersebut else sorted(seharusnya)), kalimat


@setiap_laporan
def test_the_figures_of_an_indicators_sentences_are_its_own(draf):
    for sasaran in draf.pandangan.daftar_sasaran:
        for indikator in sasaran.daftar_indikator:
            cetak = semua_angka(indikator)
            for kalimat in (indikator.kalimat, indikator.kalimat_setahun, indikator.ringkas):
                for pola in (
                    r"target (−?[\d.,]*\d)",
                    r"ealisasi\w* (?:sebesar )?(−?[\d.,]*\d)",
                    r"apaian(?:nya)? (−?[\d.,]*\d)%",
                ):
                    assert set(re.findall(pola, kalimat)) <= cetak, kalimat
            for pola in (r"menjadi (−?[\d.,]*\d)", r"(?<=%) dari (−?[\d.,]*\d)%", r"capaiannya \w+ dari (−?[\d.,]*\d)"):
                assert set(re.findall(pola, indikator.kalimat_tren)) <= cetak, indikator.kalimat_tren


def uang(baris):
    """Return what was spent of a budget line, and of how much."""
    return baris.realisasi, baris.pagu


@setiap_laporan
def test_the_sentences_on_money_and_counts_say_what_the_tables_say(draf):
    pandangan = draf.pandangan
    ringkasan = pandangan.ringkasan
    rinci = (baris for baris in pandangan.daftar_anggaran if baris.adalah_subkegiatan)
    diketahui = [baris for baris in rinci if baris.realisasi.nilai is not None]
    terpakai, dari = (sum((a.nilai for a in satu), Decimal(0)) for satu in zip(*map(uang, diketahui), strict=True))
    rupiah = {pandangan.anggaran.pagu.teks, pandangan.anggaran.realisasi.teks, *map(rupiah_sajian, (terpakai, dari))}
    persen = {
        persen_sajian(100 * terpakai / dari, Aturan()),
        *pembanding_pencilan([i for s in pandangan.daftar_sasaran for i in s.daftar_indikator]),
        pandangan.anggaran.serapan.teks,
        ringkasan.rerata.teks,
        *(b.persen.teks for b in ringkasan.daftar_predikat),
    }
    for kalimat in (*ringkasan.daftar_kalimat, pandangan.kalimat_anggaran):
        assert set(re.findall(r"Rp(−?[\d.]*\d)", kalimat)) <= rupiah
        assert set(re.findall(r"(−?[\d.,]*\d)%", kalimat)) <= persen
    banyak = {predikat.terbilang for predikat in ringkasan.daftar_predikat}
    menurut = next(kalimat for kalimat in ringkasan.daftar_kalimat if kalimat.startswith("Menurut predikat"))
    assert {f"{angka} ({kata})" for angka, kata in TERBILANG.findall(menurut.partition(";")[0])} <= banyak
    sementara = re.search(r"(\d+) \([a-z ]+\) dari data yang belum", " ".join(ringkasan.daftar_kalimat))
    berpredikat = ringkasan.indikator_dinilai - (int(sementara[1]) if sementara else 0)
    assert sum(predikat.banyak for predikat in ringkasan.daftar_predikat) == berpredikat


@pytest.mark.lengkap
def test_the_longest_text_arrives_whole(instansi_uji):
    from instansi_dinas import PANJANG, sebab_terpanjang

    sebab = sebab_terpanjang()
    assert len(sebab) == PANJANG
    for periode in PERIODE:
        isi = teks(docx.Document(io.BytesIO(instansi_uji.susun("dinas", periode).isi)).element.body)
        assert isi.count(sebab) >= 4
        assert sebab in isi


def semua_angka(pandangan):
    """Return every printed figure of a view, of a range both ends."""
    if isinstance(pandangan, Angka):
        return set(ANGKA.findall(pandangan.teks))
    if isinstance(pandangan, tuple):
        return {angka for satu in pandangan for angka in semua_angka(satu)}
    daftar = [getattr(pandangan, satu.name) for satu in fields(pandangan)] if is_dataclass(pandangan) else []
    return {angka for satu in daftar for angka in semua_angka(satu)}
