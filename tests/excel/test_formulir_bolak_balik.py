"""What is written into a form is what is read from it."""

from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bantu_ruang import baca_induk
from lakip_gen.contoh.instansi import isian_contoh
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, LembarMentah, Sel
from lakip_gen.domain.nilai import Nilai
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Asal
from lakip_gen.excel.form import write_form
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.excel.return_copy import ReturnCopy
from lakip_gen.formulir.baca import belum_diisi, susun_laporan

TEKS = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="_\ufffe\uffff"), max_size=200)


@pytest.fixture(scope="module")
def formulir(contoh_asli):
    induk, _ = baca_induk(contoh_asli, 2025)
    return siapkan_formulir(induk, induk.unit("BIDANG-APTIKA"), triwulan(2025, 1), Kumpulan({}))


def baca(isi):
    mentah, daftar_temuan = baca_buku(isi, "uji.xlsx", skema.DAFTAR_LEMBAR)
    assert daftar_temuan == ()
    return mentah


def isian(lembar, kunci, **isi):
    jenis = {str: JenisSel.TEKS, Decimal: JenisSel.ANGKA, date: JenisSel.TANGGAL}
    sel = {
        nama: Sel(nilai, jenis[type(nilai)], Asal("", lembar.nama, f"{kunci}/{nama}")) for nama, nilai in isi.items()
    }
    return BukuMentah("", lembar={lembar.kunci: LembarMentah(lembar.nama, (Baris(kunci, 0, sel),))})


def test_a_new_form_is_recognised_as_not_filled(formulir):
    assert belum_diisi(baca(write_form(formulir)), formulir)


def test_a_form_carries_its_unit_period_and_fingerprint(formulir):
    assert baca(write_form(formulir)).meta == formulir.meta


def test_every_answer_of_the_sample_comes_back_as_it_was_typed(contoh_asli):
    induk, _ = baca_induk(contoh_asli, 2025)
    for unit in induk.daftar_unit:
        formulir = siapkan_formulir(induk, unit, triwulan(2025, 3), Kumpulan({}))
        asli = isian_contoh(formulir)
        kembali = baca(write_form(formulir, ReturnCopy.from_findings(asli, ())))
        for kunci, lembar in asli.lembar.items():
            for baris in lembar.daftar_baris:
                terbaca = kembali.lembar[kunci].baris(baris.kunci)
                for nama, sel in baris.sel.items():
                    assert terbaca.sel[nama].isi == sel.isi, (unit.kode, kunci, baris.kunci, nama)


@pytest.mark.lengkap
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(teks=TEKS, angka=st.decimals(-(10**11), 10**11, places=3))
def test_any_text_and_any_number_survive_the_way_through_the_workbook(formulir, teks, angka):
    kode = formulir.daftar_baris["indikator"][1].kunci
    asli = isian(skema.INDIKATOR, kode, realisasi=angka, penjelasan=f"x{teks}x", batas_waktu=date(2025, 6, 30))
    sel = baca(write_form(formulir, ReturnCopy.from_findings(asli, ()))).lembar["indikator"].baris(kode).sel
    assert sel["realisasi"].isi == angka
    assert sel["penjelasan"].isi == f"x{teks}x"
    assert sel["batas_waktu"].isi == date(2025, 6, 30)


@pytest.mark.parametrize(
    "teks", ["=1+1", "+1", "@SUM(A1)", "-2+3", "=cmd|' /C calc'!A0", "https://contoh.example", "00123"]
)
def test_a_text_that_looks_like_a_formula_stays_a_text(formulir, teks):
    kode = formulir.daftar_baris["indikator"][1].kunci
    asli = isian(skema.INDIKATOR, kode, penjelasan=teks)
    sel = (
        baca(write_form(formulir, ReturnCopy.from_findings(asli, ()))).lembar["indikator"].baris(kode).sel["penjelasan"]
    )
    assert (sel.isi, sel.jenis) == (teks, JenisSel.TEKS)


def test_the_same_form_has_the_same_bytes(formulir):
    assert write_form(formulir) == write_form(formulir)


def test_only_the_inputs_of_a_form_are_unlocked(formulir, tmp_path):
    berkas = tmp_path / "formulir.xlsx"
    berkas.write_bytes(write_form(formulir))
    buku = openpyxl.load_workbook(berkas)
    ws = buku[skema.INDIKATOR.nama]
    assert ws.protection.sheet
    kunci = [kolom.kunci for kolom in skema.INDIKATOR.daftar_kolom]
    for nomor, baris in enumerate(formulir.daftar_baris["indikator"], start=8):
        for letak, kolom in enumerate(skema.INDIKATOR.daftar_kolom, start=1):
            ditanya = not kolom.bila or bool(baris.isi.get(kolom.bila))
            boleh = kolom.isian and ditanya and kolom.kunci not in baris.terkunci
            assert ws.cell(nomor, letak).protection.locked is not boleh, (baris.kunci, kunci[letak - 1])


def test_no_cell_of_the_table_is_merged_and_lists_come_from_defined_names(formulir, tmp_path):
    berkas = tmp_path / "formulir.xlsx"
    berkas.write_bytes(write_form(formulir))
    buku = openpyxl.load_workbook(berkas)
    for lembar in skema.DAFTAR_LEMBAR:
        ws = buku[lembar.nama]
        assert not ws.merged_cells.ranges
        for validasi in ws.data_validations.dataValidation:
            if validasi.type == "list":
                assert validasi.formula1.startswith("daftar_")
                assert validasi.formula1 in buku.defined_names


def test_a_form_shows_what_earlier_quarters_brought(contoh_asli):
    induk, _ = baca_induk(contoh_asli, 2025)
    unit = induk.unit("SUBBID-ANGGARAN")
    satu = siapkan_formulir(induk, unit, triwulan(2025, 1), Kumpulan({}))
    laporan, _ = susun_laporan(isian_contoh(satu), satu)
    dua = siapkan_formulir(induk, unit, triwulan(2025, 2), Kumpulan({(unit.kode, triwulan(2025, 1)): laporan}))
    baris = {b.kunci: b for b in dua.daftar_baris["indikator"]}
    assert baris["I8.1"].isi["realisasi_1"] == Decimal(1)
    anggaran = next(b for b in dua.daftar_baris["anggaran"] if b.isi["pagu"] == Decimal(808430200))
    assert anggaran.isi["realisasi_lalu"] == Decimal(177776900)
    assert isinstance(laporan.indikator("I8.1").isian, Nilai)
