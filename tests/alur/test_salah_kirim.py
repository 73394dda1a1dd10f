"""What is sent instead of a form is told to whoever sent it; of what nobody knows the planner hears who may have."""

import pytest

from bantu_ruang import baca_induk, baca_triwulan, formulir
from lakip_gen.alur.kembalian import kembalikan, tulis_pesan
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.pesan.katalog import jelaskan, jelaskan_semua
from lakip_gen.pesan.pembanding import Pembanding

pytestmark = pytest.mark.laporan_pendek

TW2 = Periode.parse("2025-TW2")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")


def nilai(ruang, kode):
    induk, _ = baca_induk(ruang, 2025)
    hasil = baca_triwulan(ruang, induk, TW2, Kumpulan({}))
    return next(satu for satu in hasil.daftar_unit if satu.unit.kode == kode), hasil.daftar_temuan


def pesan_unit(ruang, nama):
    """Return what a unit is told when the quarter is put together."""
    hasil, _ = kembalikan(periksa_periode(ruang, TW2))
    terbaca = jelaskan_semua(hasil.semua_temuan)
    teks = tulis_pesan(rekap_hasil(hasil), hasil, terbaca, Pembanding()).decode("utf-8-sig")
    return next(bagian for bagian in teks.split("-" * 60) if f"({nama})" in bagian)


def test_a_unit_that_sent_the_form_of_another_quarter_is_told_so(contoh):
    berkas = formulir(contoh, "BIDANG-APTIKA", 2)
    berkas.write_bytes(formulir(contoh, "BIDANG-APTIKA", 1).read_bytes())
    berkas.rename(berkas.with_name("APTIKA triwulan 2.xlsx"))
    hasil, lain = nilai(contoh, "BIDANG-APTIKA")
    assert (hasil.status.status, hasil.status.berkas) == (StatusUnit.BELUM, "TW2/APTIKA triwulan 2.xlsx")
    assert ([satu.kode for satu in hasil.daftar_temuan], lain) == (["periode-lain"], ())
    pesan = pesan_unit(contoh, "BIDANG-APTIKA")
    assert "TW2/APTIKA triwulan 2.xlsx: Yang dikirim adalah formulir untuk periode “2025-TW1”" in pesan
    assert "belum diterima" not in pesan
    assert "Yang diterima TW2/APTIKA triwulan 2.xlsx, tetapi isinya tidak dapat dipakai." in pesan
    assert "Isi berkas formulir-bidang-aptika-2025-TW2.xlsx, simpan, lalu kirim" in pesan


def test_a_form_of_another_quarter_beside_the_right_one_refuses_nothing(contoh):
    lama = formulir(contoh, "BIDANG-APTIKA", 1).read_bytes()
    (contoh.inbox(TW2) / "lama.xlsx").write_bytes(lama)
    hasil, lain = nilai(contoh, "BIDANG-APTIKA")
    assert hasil.status.berkas == "TW2/formulir-bidang-aptika-2025-TW2.xlsx"
    assert [satu.kode for satu in lain] == ["periode-lain"]


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        ("formulir-bidang-aptika-2025-TW2.xls", OLE, "berkas-excel-lama"),
        ("BIDANG-APTIKA (1).pdf", b"%PDF-1.7\n", "berkas-pdf"),
        ("perbaikan-bidang-aptika-2025-TW2.xlsx", b"", "berkas-kosong"),
    ],
)
def test_a_unit_whose_form_cannot_be_opened_is_told_what_it_sent(contoh, nama, isi, kode):
    formulir(contoh, "BIDANG-APTIKA", 2).unlink()
    (contoh.inbox(TW2) / nama).write_bytes(isi)
    hasil, lain = nilai(contoh, "BIDANG-APTIKA")
    assert (hasil.status.status, hasil.status.berkas) == (StatusUnit.BELUM, f"TW2/{nama}")
    assert ([satu.kode for satu in hasil.daftar_temuan], lain) == ([kode], ())


def test_files_of_nobody_knows_whom_are_counted_with_the_units_that_sent_nothing(contoh):
    for kode in ("BIDANG-APTIKA", "SEKRETARIAT"):
        formulir(contoh, kode, 2).unlink()
    (contoh.inbox(TW2) / "umpeg.xls").write_bytes(OLE)
    (contoh.inbox(TW2) / "trantib.xls").write_bytes(OLE)
    (contoh.inbox(TW2) / "catatan.txt").write_bytes(b"tolong diingat\n")
    hasil, lain = nilai(contoh, "BIDANG-APTIKA")
    assert hasil.status.status is StatusUnit.BELUM
    (satu,) = (jelaskan(butir) for butir in lain if butir.kode == "berkas-tanpa-pemilik")
    assert satu.pesan == (
        "2 berkas belum terbaca: TW2/trantib.xls, TW2/umpeg.xls; mungkin dari unit yang belum: "
        "SEKRETARIAT, BIDANG-APTIKA."
    )
