"""A form is judged by what it was asked: an answer is never taken for something else than its unit was told."""

from dataclasses import replace

import pytest

from bantu_induk import (
    aksi,
    formulir,
    formulir_mentah,
    indikator,
    induk,
    kumpulan,
    laporan,
    letak,
    sel,
    subkegiatan,
)
from lakip_gen.domain.formulir import META_CARA, baca_cara, tulis_cara
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.formulir.arti import periksa_arti
from lakip_gen.formulir.putusan import HasilUnit, nilai

DULU = {"cara": CaraGabung.JUMLAH, "satuan": "kali", "nama": "Jumlah rapat"}
REALISASI = ("indikator", "I1", "realisasi")
TW1 = triwulan(2025, 1)


def kembali(isi=None, ketik=8, *, tanpa_catatan=False, **ubah):
    """Return a form that was handed out one way and came back, and the buku induk as it is now."""
    lama, baru = indikator(**DULU), indikator(**(DULU | (isi or {})))
    form = formulir(induk(lama, unit=["U1", "U2"]))
    meta = {kunci: teks for kunci, teks in form.meta.items() if not (tanpa_catatan and kunci == META_CARA)}
    return formulir_mentah(form, {REALISASI: ketik}, meta=meta, **ubah), induk(baru, unit=["U1", "U2"])


def temuan_arti(mentah, buku):
    return periksa_arti(mentah, formulir(buku))


@pytest.mark.parametrize(
    ("isi", "kolom", "hal", "dulu", "kini"),
    [
        ({"cara": CaraGabung.RATA_RATA}, "cara_isi", "cara gabung", "jumlah", "rata-rata"),
        ({"cara": CaraGabung.KUMULATIF}, "cara_isi", "cara gabung", "jumlah", "kumulatif"),
        ({"cara": CaraGabung.RASIO}, "cara_isi", "cara gabung", "jumlah", "rasio"),
        ({"unit": ("U1", "U2")}, "cara_isi", "cara gabung", "jumlah", "jumlah, bagian unit ini saja"),
        ({"satuan": "orang"}, "satuan", "satuan", "kali", "orang"),
        ({"nama": "Jumlah peserta rapat"}, "nama", "nama", "Jumlah rapat", "Jumlah peserta rapat"),
    ],
    ids=["rata-rata", "kumulatif", "rasio", "unit-kedua", "satuan", "indikator"],
)
def test_a_figure_whose_meaning_changed_is_refused_with_both_sides(isi, kolom, hal, dulu, kini):
    mentah, buku = kembali(isi)
    (satu,) = temuan_arti(mentah, buku)
    assert (satu.kode, satu.asal.sel, satu.nilai) == ("arti-berubah", f"{kolom}5", dulu)
    assert dict(satu.rincian) == {"hal": hal, "seharusnya": kini}
    hasil = nilai(mentah, buku, Kumpulan({}), TW1)
    assert isinstance(hasil, HasilUnit)
    assert hasil.status.status is StatusUnit.DITOLAK
    assert "induk-berubah" not in [butir.kode for butir in hasil.daftar_temuan if butir.asal == satu.asal]


@pytest.mark.parametrize(
    "isi",
    [{}, {"nama": "JUMLAH  RAPAT"}, {"satuan": "kl"}, {"tahun": 50, "triwulan": (50,) * 4}],
    ids=["sama", "huruf-besar", "singkatan", "target"],
)
def test_what_means_the_same_is_taken(isi):
    assert temuan_arti(*kembali(isi)) == ()


UANG = subkegiatan("1.01.1", uraian="Penyusunan dokumen perencanaan")
LANGKAH = aksi("A1", kegiatan="Sosialisasi layanan tahap 1")


@pytest.mark.parametrize(
    ("kini", "letak_temuan"),
    [
        ({"uang": "Pengadaan kendaraan dinas"}, [("uraian-berubah", "uraian5")]),
        ({"langkah": "Pelatihan petugas"}, [("uraian-berubah", "kegiatan5")]),
        ({"langkah": "Sosialisasi layanan tahap 2"}, [("uraian-berubah", "kegiatan5")]),
        ({"uang": "Penyusunan dokumen  Perencanaan."}, []),
        ({"uang": "Penyusunan dokumn perencanaan"}, []),
        ({"uang": "Penyusunan " * 60}, [("uraian-berubah", "uraian5")]),
    ],
    ids=[
        "another subkegiatan",
        "another step",
        "another number",
        "letters and blanks",
        "a slip",
        "too long to compare",
    ],
)
@pytest.mark.parametrize("diketik", [True, False], ids=["filled", "blank"])
def test_money_and_steps_are_not_taken_for_what_their_kode_now_is(kini, letak_temuan, diketik):
    isi = {("anggaran", "1.01.1", "fisik"): 25, ("rencana_aksi", "A1", "status"): "selesai"} if diketik else {}
    lama = induk(indikator(**DULU), anggaran=[UANG], daftar_aksi=(LANGKAH,))
    langkah = replace(LANGKAH, kegiatan=kini.get("langkah", LANGKAH.kegiatan))
    baru = induk(
        indikator(**DULU), anggaran=[replace(UANG, uraian=kini.get("uang", UANG.uraian))], daftar_aksi=(langkah,)
    )
    mentah = formulir_mentah(formulir(lama), isi)
    assert letak(temuan_arti(mentah, baru)) == (letak_temuan if diketik else [])


def test_money_under_a_line_that_somebody_changed_is_a_matter_of_the_locked_cells():
    lama = induk(indikator(**DULU), anggaran=[UANG])
    isi = {("anggaran", "1.01.1", "fisik"): 25, ("anggaran", "1.01.1", "uraian"): "Lain sama sekali"}
    assert temuan_arti(formulir_mentah(formulir(lama), isi), lama) == ()


def test_a_row_without_a_figure_has_nothing_to_be_taken_for_something_else():
    assert temuan_arti(*kembali({"cara": CaraGabung.RATA_RATA, "satuan": "orang"}, ketik=None)) == ()
    assert temuan_arti(*kembali({"satuan": "orang"}, ketik="n/a")) != ()


def test_what_somebody_changed_in_the_form_is_not_laid_to_the_buku_induk():
    mentah, buku = kembali({"satuan": "orang"})
    lembar = mentah.lembar["indikator"]
    (baris,) = lembar.daftar_baris
    diubah = replace(baris, sel=dict(baris.sel) | {"nama": sel("Nama lain", "nama5")})
    mentah = replace(mentah, lembar=dict(mentah.lembar) | {"indikator": replace(lembar, daftar_baris=(diubah,))})
    assert temuan_arti(mentah, buku) == ()


def test_a_form_without_a_record_is_judged_by_what_its_reader_saw():
    mentah, buku = kembali({"cara": CaraGabung.KUMULATIF}, tanpa_catatan=True)
    (satu,) = temuan_arti(mentah, buku)
    assert (satu.nilai, dict(satu.rincian)["seharusnya"]) == (
        "Angka triwulan ini saja",
        "Angka s.d. akhir triwulan ini",
    )
    assert temuan_arti(*kembali(tanpa_catatan=True)) == ()
    mentah, buku = kembali({"cara": CaraGabung.KUMULATIF}, tanpa_catatan=True)
    lembar = mentah.lembar["indikator"]
    (baris,) = lembar.daftar_baris
    for cara_isi in ({"cara_isi": sel("Sudah oke", "cara_isi5")}, {"cara_isi": None}):
        isi = {kolom: satu for kolom, satu in (dict(baris.sel) | cara_isi).items() if satu is not None}
        ganti = replace(lembar, daftar_baris=(replace(baris, sel=isi),))
        lain = replace(mentah, lembar=dict(mentah.lembar) | {"indikator": ganti})
        assert temuan_arti(lain, buku) == ()


def test_a_record_whose_column_is_gone_still_counts():
    mentah, buku = kembali({"cara": CaraGabung.RATA_RATA})
    lembar = mentah.lembar["indikator"]
    (baris,) = lembar.daftar_baris
    isi = {kolom: satu for kolom, satu in baris.sel.items() if kolom != "cara_isi"}
    ganti = replace(lembar, daftar_baris=(replace(baris, sel=isi),))
    mentah = replace(mentah, lembar=dict(mentah.lembar) | {"indikator": ganti})
    assert letak(temuan_arti(mentah, buku)) == [("arti-berubah", "")]


def test_a_row_that_no_indicator_owns_is_left_to_others():
    mentah, buku = kembali()
    form = formulir(buku)
    (baris,) = form.daftar_baris["indikator"]
    tanpa = replace(
        form,
        daftar_baris=form.daftar_baris | {"indikator": (replace(baris, indikator=None),)},
    )
    assert periksa_arti(mentah, tanpa) == ()


def test_an_earlier_quarter_is_not_read_under_a_new_meaning_either():
    lama, baru = induk(indikator(**DULU)), induk(indikator(**(DULU | {"cara": CaraGabung.RATA_RATA})))
    lalu = kumpulan(laporan("U1", 1, {"I1": 4}))
    form = formulir(lama, 2, lalu=lalu)
    hasil = nilai(formulir_mentah(form, {REALISASI: 4}), baru, lalu, triwulan(2025, 2))
    assert isinstance(hasil, HasilUnit)
    assert (hasil.status.status, hasil.status.galat) == (StatusUnit.DITOLAK, 1)


def test_the_record_of_the_ways_is_read_as_it_was_written_whatever_stands_in_a_kode():
    cara = {"I=1": "rasio akhir", "I 2": "jumlah, bagian unit ini saja"}
    assert baca_cara(tulis_cara(cara)) == cara
    assert baca_cara("tanpa tanda\n\n=jumlah") == {"": "jumlah"}
