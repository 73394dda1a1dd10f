"""A year in an office: what changes on a day leaves the reports before it as they were; late forms are named."""

from datetime import date

import openpyxl
import pytest

from bantu_ruang import baca_induk, formulir, isi, ubah
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode

TW1, TW2, S1 = (Periode.parse(teks) for teks in ("2025-TW1", "2025-TW2", "2025-S1"))
JULI, OKTOBER = date(2025, 7, 1), date(2025, 10, 1)
KEPALA = "Kepala Dinas Komunikasi dan Informatika"


def tambah(buku, lembar, **isian):
    """Write one more row under those of a sheet of the buku induk, by headers."""
    ws = buku[lembar]
    kolom = {str(sel.value).removesuffix(" *"): sel.column for sel in ws[4]}
    baris = next(nomor for nomor in range(5, ws.max_row) if ws.cell(nomor, 1).value is None)
    for judul, nilai in isian.items():
        ws.cell(baris, kolom[judul.replace("_", " ")], nilai)


def perbarui(buku):
    """Write what happened since July: a new head, a merged unit, a reworded indicator, two revisions of targets."""
    tambah(buku, "Pejabat", Peran="kepala instansi", Jabatan_pejabat=KEPALA)
    tambah(buku, "Pejabat", Peran="kepala instansi", Jabatan_pejabat=KEPALA, Status_pejabat="Plt.", Berlaku_sejak=JULI)
    tambah(buku, "Indikator", Kode_indikator="I1.1", Indikator="Indeks yang lain", Berlaku_sejak=JULI)
    tambah(buku, "Indikator", Kode_indikator="I1.2", Target_tahun=97, Target_TW_III=97, Berlaku_sejak=JULI)
    tambah(buku, "Indikator", Kode_indikator="I1.2", Target_tahun=98, Target_TW_IV=98, Berlaku_sejak=OKTOBER)
    ws = buku["Unit"]
    kolom = {str(sel.value): sel.column for sel in ws[4]}
    baris = next(sel.row for sel in ws["A"] if sel.value == "UPTD-PUSAT-DATA")
    ws.cell(baris, kolom["Berlaku sampai"], date(2025, 6, 30))
    ws.cell(baris, kolom["Dilanjutkan oleh"], "SEKRETARIAT")


def draf(ruang, periode):
    (satu,) = ruang.output(periode).glob("*.docx")
    return satu.read_bytes()


def berubah(hasil):
    return {satu["indikator"] for satu in hasil.ringkasan["perubahan"]}


@pytest.mark.lengkap
def test_reports_rebuilt_after_a_year_of_changes_differ_only_by_the_late_and_the_corrected_form(contoh):
    terlambat = formulir(contoh, "BIDANG-APTIKA")
    bita = terlambat.read_bytes()
    terlambat.unlink()
    lama = {}
    for periode in (TW1, TW2, S1):
        susun(contoh, periode)
        lama[periode] = draf(contoh, periode)

    ubah(contoh.induk(2025), perbarui)
    induk, _ = baca_induk(contoh, 2025)
    kini = induk.pada(date(2025, 12, 31))
    assert (kini.indikator("I1.1").nama, kini.indikator("I1.2").target_berlaku.tahun) == ("Indeks yang lain", 98)
    assert (kini.unit("UPTD-PUSAT-DATA"), kini.instansi.kepala.jabatan) == (None, f"Plt. {KEPALA}")
    for periode in (TW1, TW2, S1):
        hasil = susun(contoh, periode)
        assert (berubah(hasil), hasil.sah) == (set(), True), periode
        assert draf(contoh, periode) == lama[periode]

    terlambat.write_bytes(bita)
    isi(formulir(contoh, "BIDANG-IKP"), "Indikator", "I1.1", "Realisasi triwulan", 80.9)
    hasil = susun(contoh, TW1)
    sebab = {
        bagian.partition(" · ")[0] for satu in hasil.ringkasan["perubahan"] for bagian in satu["sebab"].split("; ")
    }
    assert sebab == {"TW1/formulir-bidang-ikp-2025-TW1.xlsx", "TW1/formulir-bidang-aptika-2025-TW1.xlsx"}
    milik_aptika = {
        satu.value for satu in openpyxl.load_workbook(terlambat)["Indikator"]["A"] if str(satu.value).startswith("I")
    }
    assert {kode for kode in berubah(hasil) if kode.startswith("I")} <= milik_aptika | {"I1.1"}
    assert "I1.1" in berubah(hasil)
    assert not [satu for satu in hasil.ringkasan["temuan"] if satu["kode"] == "masa-lalu-berubah"]
    assert berubah(susun(contoh, S1)) >= berubah(hasil)
