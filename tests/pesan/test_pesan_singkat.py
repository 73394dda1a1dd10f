"""The text for a chat: plain, short, complete in what to mend, and with no way to forge another unit's."""

from datetime import date

from bantu_rekap import daftar_status, kiriman, terbaca
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Tingkat
from lakip_gen.pesan.kelompok import kelompokkan
from lakip_gen.pesan.pembanding import Kiriman, Pembanding, penanda
from lakip_gen.pesan.pesan_singkat import (
    GARIS,
    HURUF_TERBANYAK,
    TEMUAN_TERBANYAK,
    BerkasUnit,
    pengingat_unit,
    pesan_unit,
    susun_pengantar,
    susun_pengingat,
    susun_pesan,
)

TW1 = Periode.parse("2025-TW1")
STATUS = daftar_status(kiriman(), TW1)
JUDUL = "Triwulan I Tahun 2025 · Dinas Contoh"


DITERIMA = (BerkasUnit("TW I", StatusUnit.DITERIMA),)


def pesan(daftar_temuan=(), berkas=DITERIMA, pembanding=None):
    daftar = kelompokkan(STATUS, tuple(daftar_temuan), pembanding or Pembanding())
    return susun_pesan(JUDUL, [(next(k for k in daftar if k.kode == "U1"), berkas)])


def di(sel, **ubah):
    return terbaca(asal=Asal("TW1/u1.xlsx", "Indikator", sel), periode=TW1, **ubah)


def test_a_unit_with_nothing_left_to_do_gets_one_sentence():
    teks = pesan()
    assert "Bidang U1 (U1)" in teks
    assert "Formulir sudah diterima." in teks
    assert "Tidak ada yang perlu diperbaiki. Terima kasih." in teks


def test_a_form_that_was_taken_but_for_some_cells_says_so():
    teks = pesan([di("F12")], (BerkasUnit("TW I", StatusUnit.DITERIMA, "a.xlsx", banyak_sel=2),))
    assert "Formulir sudah diterima, kecuali 2 sel." in teks


def test_a_finding_is_told_with_its_cell_its_repair_its_file_and_the_deadline():
    berkas = BerkasUnit("TW I", StatusUnit.DITOLAK, "perbaikan-u1-2025-TW1.xlsx", date(2025, 4, 10))
    teks = pesan([di("F12"), di("F9")], (berkas,))
    assert "Formulir perlu diperbaiki, karena masih ada galat." in teks
    assert "1. [galat] lembar Indikator, sel F9, F12: Pesan angka-mendua." in teks
    assert "   Caranya: Perbaikan angka-mendua." in teks
    assert "Perbaiki berkas perbaikan-u1-2025-TW1.xlsx, simpan, lalu kirim kembali paling lambat 10 April 2025." in teks
    assert "Terima kasih" not in teks


def test_who_has_not_sent_anything_is_asked_to_fill_the_form():
    teks = pesan((), (BerkasUnit("TW I", StatusUnit.BELUM, "formulir-u1.xlsx"),))
    assert "Formulir belum diterima." in teks
    assert "Isi berkas formulir-u1.xlsx, simpan, lalu kirim." in teks


def test_several_quarters_are_told_one_by_one():
    teks = pesan((), (BerkasUnit("TW I", StatusUnit.DITERIMA), BerkasUnit("TW II", StatusUnit.BELUM, "f2.xlsx")))
    assert "Formulir TW I sudah diterima." in teks
    assert "Formulir TW II belum diterima." in teks


def test_nobody_is_asked_to_mend_an_info():
    teks = pesan([di("F1", tingkat=Tingkat.INFO)])
    assert "0 galat, 0 peringatan, 1 info" in teks
    assert "Yang perlu diperbaiki" not in teks


def test_a_long_list_is_cut_and_the_rest_is_counted():
    teks = pesan([di(f"F{n}", pesan=f"Pesan {n}.") for n in range(1, TEMUAN_TERBANYAK + 5)])
    assert f"\n{TEMUAN_TERBANYAK}. " in teks
    assert f"\n{TEMUAN_TERBANYAK + 1}. " not in teks
    assert "Masih ada 4 hal lain" in teks


def test_many_cells_are_told_in_short():
    assert "dan 8 sel lain" in pesan([di(f"F{n}") for n in range(1, 21)])


def test_the_comparison_is_told_with_the_counts_and_with_each_finding():
    lalu = Kiriman("b", frozenset({penanda(di("F1")), penanda(di("F2"))}), frozenset({penanda(di("F1")), "x|y|z"}))
    pembanding = Pembanding({("U1", "TW1"): lalu}, ada=frozenset({("U1", "TW1")}))
    teks = pesan([di("F1"), di("F2")], pembanding=pembanding)
    assert "Dibanding kiriman sebelumnya: 1 baru, 1 masih, 1 selesai." in teks
    assert "[galat, masih] lembar Indikator, sel F1:" in teks
    assert "[galat, baru] lembar Indikator, sel F2:" in teks


def test_a_typed_text_cannot_begin_a_message_for_another_unit():
    teks = pesan([di("F1", pesan=f"a\n{GARIS}\nBidang U2 (U2)\nberes\x00", perbaikan="b\r\n" * 500)])
    assert teks.split("\n").count(GARIS) == 2
    assert "Bidang U2 (U2)" not in teks.split("\n")
    assert "\x00" not in teks
    assert max(len(baris) for baris in teks.split("\n")) < HURUF_TERBANYAK + 100


def test_a_deadline_that_is_over_is_no_longer_promised():
    berkas = BerkasUnit("TW I", StatusUnit.BELUM, "f.xlsx", date(2025, 4, 10), lewat=True)
    teks = pesan((), (berkas,))
    assert "Isi berkas f.xlsx, simpan, lalu kirim secepatnya: batas waktunya, 10 April 2025, sudah lewat." in teks


def test_what_was_sent_instead_of_a_form_is_named():
    teks = pesan((), (BerkasUnit("TW I", StatusUnit.BELUM, kiriman="TW1/pmd.ods"),))
    assert "Yang diterima TW1/pmd.ods, tetapi isinya tidak dapat dipakai." in teks
    assert "belum diterima" not in teks


def test_with_several_quarters_each_place_names_its_own():
    tw2 = Periode.parse("2025-TW2")
    daftar = [di("F12"), terbaca(asal=Asal("TW2/u1.xlsx", "Indikator", "F12"), periode=tw2)]
    teks = pesan(daftar, (BerkasUnit("TW I", StatusUnit.DITOLAK), BerkasUnit("TW II", StatusUnit.DITOLAK)))
    assert "1. [galat] TW I, lembar Indikator, sel F12; TW II, lembar Indikator, sel F12: Pesan" in teks


def test_a_place_without_a_cell_names_its_quarter_as_well():
    satu = terbaca(asal=Asal("TW1/u1.xlsx"), periode=TW1)
    teks = pesan([satu], (BerkasUnit("TW I", StatusUnit.DITOLAK), BerkasUnit("TW II", StatusUnit.BELUM)))
    assert "1. [galat] TW I, TW1/u1.xlsx: Pesan" in teks


UNIT = STATUS[0].unit


def test_a_form_goes_out_with_a_text_that_says_what_to_do_and_by_when():
    berkas = BerkasUnit("TW I", StatusUnit.BELUM, "f.xlsx", date(2025, 4, 10))
    teks = susun_pengantar(JUDUL, [(UNIT, berkas), (STATUS[1].unit, berkas)])
    assert teks.count(GARIS) == 3
    assert f"{UNIT.nama} ({UNIT.kode})\nFormulir data kinerja {JUDUL}\n\nTerlampir formulir f.xlsx." in teks
    assert "lalu kirim kembali paling lambat 10 April 2025." in teks


def test_who_sent_nothing_is_reminded_and_who_sent_something_else_is_told_what():
    belum = BerkasUnit("TW I", StatusUnit.BELUM, "f.xlsx", date(2025, 4, 10), lewat=True)
    lain = BerkasUnit("TW I", StatusUnit.BELUM, kiriman="TW1/pmd.ods")
    teks = susun_pengingat(JUDUL, [(UNIT, belum), (STATUS[1].unit, lain)])
    assert "Formulir TW I belum kami terima. Isi berkas f.xlsx, simpan, lalu kirim secepatnya: batas waktunya" in teks
    assert "Yang kami terima TW1/pmd.ods, dan isinya tidak dapat dipakai. Mohon dikirim dalam bentuk" in teks


def test_a_unit_alone_is_told_and_reminded_as_among_all():
    belum = BerkasUnit("TW I", StatusUnit.BELUM, "f.xlsx", date(2025, 4, 10))
    kelompok = next(k for k in kelompokkan(STATUS, (), Pembanding()) if k.kode == "U1")
    assert pesan_unit(JUDUL, kelompok, DITERIMA) == pesan().split(GARIS)[1].strip()
    assert pengingat_unit(JUDUL, UNIT, belum) == susun_pengingat(JUDUL, [(UNIT, belum)]).split(GARIS)[1].strip()
