"""The reports that a template is tried with: one with nothing in its lists, one larger than any real one."""

from dataclasses import fields, is_dataclass

from bantu_pandangan import laporan
from lakip_gen.laporan.grafik import Grafik
from lakip_gen.laporan.layak import BANYAK, JANGGAL, MAKS_HURUF, kosongkan, perbesar
from lakip_gen.laporan.pandangan_angka import Angka

LABEL_PENUH, KALIMAT = "Dinas Contoh", "Dinas Contoh!"
"""The longest label, and the shortest text that is none."""
LAPORAN = laporan(tetap={"arah": "turun", "pemerintah": LABEL_PENUH, "alamat": KALIMAT, "kode": "1.01.01.2.01.0001"})
KOSONG, BESAR = kosongkan(LAPORAN), perbesar(LAPORAN)


def daftar_isi(pandangan):
    """Return every list of a report outside other lists, and everything else that holds no fields."""
    daftar, lain = [], []
    for isi in (getattr(pandangan, satu.name) for satu in fields(pandangan)):
        if is_dataclass(isi) and not isinstance(isi, Angka | Grafik):
            daftar_dalam, lain_dalam = daftar_isi(isi)
            daftar, lain = daftar + daftar_dalam, lain + lain_dalam
        else:
            (daftar if isinstance(isi, tuple) else lain).append(isi)
    return daftar, lain


def test_the_empty_report_has_nothing_in_any_list_but_its_quarters_and_all_else_as_it_was():
    daftar, lain = daftar_isi(LAPORAN)
    assert all(daftar)
    tersisa, sama = daftar_isi(KOSONG)
    assert [isi for isi in tersisa if isi] == [LAPORAN.periode.daftar_triwulan]
    assert sama == lain


def test_the_large_report_repeats_the_members_of_a_list_in_turn():
    sasaran = BESAR.daftar_sasaran
    assert len(sasaran) == BANYAK
    assert sasaran[1:5] == (LAPORAN.daftar_sasaran[1], LAPORAN.daftar_sasaran[0]) * 2


def test_only_the_first_member_of_a_list_has_long_lists_of_its_own():
    pertama, kedua, *_ = BESAR.daftar_sasaran
    assert len(pertama.daftar_indikator) == BANYAK
    assert len(kedua.daftar_indikator) == len(LAPORAN.daftar_sasaran[1].daftar_indikator) < BANYAK


def test_a_list_that_is_longer_already_loses_nobody():
    panjang = laporan(banyak={"daftar_aksi": BANYAK + 1})
    assert perbesar(panjang).daftar_aksi[1:] == panjang.daftar_aksi[1:]


def test_a_list_of_texts_keeps_its_length_and_only_its_first_text_grows():
    semua = laporan(hias=" yang panjang")
    lama, baru = semua.narasi.simpulan, perbesar(semua).narasi.simpulan
    assert baru[0] == " ".join([lama[0]] * 12) + JANGGAL
    assert baru[1:] == lama[1:]


def test_a_text_grows_long_and_odd_up_to_a_limit_while_a_label_stays_one():
    panjang = "kata " * 100
    besar = perbesar(laporan(tetap={"arah": "turun", "tanggal": panjang}))
    assert BESAR.instansi.pemerintah == LABEL_PENUH
    assert BESAR.instansi.alamat == " ".join([KALIMAT] * 12) + JANGGAL
    assert besar.tanggal == " ".join([panjang] * 12)[:MAKS_HURUF] + JANGGAL
    assert len(besar.tanggal) == MAKS_HURUF + len(JANGGAL)


def test_what_others_rely_on_the_form_of_stays_as_it_was():
    assert BESAR.daftar_aksi[0].kode == "1.01.01.2.01.0001"
    assert BESAR.anggaran.pagu == LAPORAN.anggaran.pagu
    assert BESAR.grafik_capaian == LAPORAN.grafik_capaian
