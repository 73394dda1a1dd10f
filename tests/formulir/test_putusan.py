"""One call judges a form: recognised, straightened, read, checked; and one unit's files become one result."""

import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest

from bantu_induk import des, formulir, formulir_mentah, indikator, induk, kumpulan, laporan, sel, tanpa_baris
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.mentah import BukuMentah, Catatan, JenisCatatan, Tampilan
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.silsilah import META_ISIAN, META_LELUHUR, daftar_isian, leluhur_salinan, sidik_isian
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.formulir.pilihan import pilih
from lakip_gen.formulir.putusan import BukanFormulir, HasilUnit, bukan_kirimannya, nilai, tanpa_berkas, tolak
from lakip_gen.formulir.sebab import DAFTAR_ATURAN, satu_per_sebab

BUKU = induk(indikator("I1"))
TW1 = triwulan(2025, 1)
FORM = formulir(BUKU)
REALISASI = ("indikator", "I1", "realisasi")
SEL = Asal("formulir.xlsx", "Indikator", "L9")


def terisi(isi: object = 80, berkas: str = "formulir.xlsx", **lain: object) -> BukuMentah:
    return replace(formulir_mentah(FORM, {REALISASI: isi}, **lain), berkas=berkas)


def putusan(buku: BukuMentah, **lain: object) -> HasilUnit:
    hasil = nilai(buku, BUKU, Kumpulan({}), TW1, **lain)
    assert isinstance(hasil, HasilUnit), hasil
    return hasil


def kode(daftar_temuan: tuple[Temuan, ...]) -> list[str]:
    return [satu.kode for satu in daftar_temuan]


def test_a_filled_form_is_taken_with_its_report_and_the_hash_of_its_file():
    hasil = putusan(terisi(), sidik="ab12")
    assert (hasil.status.status, hasil.sidik, hasil.unit) == (StatusUnit.DITERIMA, "ab12", FORM.unit)
    assert hasil.status.laporan is not None
    assert hasil.status.galat == 0


def test_a_galat_of_the_form_refuses_it_and_its_report():
    hasil = putusan(formulir_mentah(FORM, {REALISASI: 80, ("indikator", "I1", "target"): 8}))
    assert (hasil.status.status, hasil.status.laporan) == (StatusUnit.DITOLAK, None)
    assert hasil.status.galat > 0
    assert hasil.mentah is not None


def test_every_finding_is_marked_as_the_unit_s():
    hasil = putusan(terisi("?"), terbaca=(temuan("baris-tersembunyi", SEL),))
    assert {satu.unit for satu in hasil.daftar_temuan} == {FORM.unit.kode}
    assert "baris-tersembunyi" in kode(hasil.daftar_temuan)


def test_a_form_as_it_was_handed_out_counts_as_not_sent():
    hasil = putusan(formulir_mentah(FORM))
    assert hasil.status.status is StatusUnit.BELUM
    assert kode(hasil.daftar_temuan) == ["belum-diisi"]
    assert (hasil.mentah, hasil.status.peringatan) == (None, 0)


KOMENTAR = Catatan(JenisCatatan.KOMENTAR, SEL, "Angka menyusul.")


def test_what_was_typed_beside_the_inputs_of_an_unfilled_form_is_told():
    di_luar = temuan("isi-di-luar", SEL, nilai="Kami menunggu data.")
    hasil = putusan(replace(formulir_mentah(FORM), daftar_catatan=(KOMENTAR,)), terbaca=(di_luar,))
    assert hasil.status.status is StatusUnit.BELUM
    assert kode(hasil.daftar_temuan) == ["belum-diisi", "isi-di-luar", "catatan-tidak-dibaca"]


@pytest.mark.parametrize(
    ("isi", "terbaca", "sebab"),
    [
        pytest.param({("indikator", "I1", "target"): 8}, (), "terkunci-berubah", id="figures in a locked column"),
        pytest.param({}, (temuan("kolom-hilang", SEL, kolom="Realisasi"),), "kolom-hilang", id="a renamed header"),
    ],
)
def test_a_form_whose_figures_may_stand_elsewhere_is_refused_and_sent_back(isi, terbaca, sebab):
    hasil = putusan(formulir_mentah(FORM, isi), terbaca=terbaca)
    assert (hasil.status.status, hasil.mentah is not None) == (StatusUnit.DITOLAK, True)
    assert sebab in kode(hasil.daftar_temuan)
    assert "belum-diisi" not in kode(hasil.daftar_temuan)


def test_a_row_that_somebody_added_to_an_unfilled_form_is_told():
    mentah = formulir_mentah(FORM)
    lembar = mentah.lembar["indikator"]
    baru = replace(lembar.daftar_baris[0], nomor=40, kunci="realisasi 12")
    lebih = replace(lembar, daftar_baris=(*lembar.daftar_baris, baru))
    hasil = putusan(replace(mentah, lembar={**mentah.lembar, "indikator": lebih}))
    assert "kunci-asing" in kode(hasil.daftar_temuan)


def test_an_unfilled_form_of_before_the_buku_induk_moved_on_says_no_more_than_that():
    hasil = nilai(formulir_mentah(FORM), induk(indikator("I1", tahun=70, triwulan=(70,) * 4)), Kumpulan({}), TW1)
    assert kode(hasil.daftar_temuan) == ["belum-diisi"]


def test_notes_of_an_unfilled_copy_beside_a_filled_form_are_told():
    kosong = putusan(replace(formulir_mentah(FORM), daftar_catatan=(KOMENTAR,)))
    hasil = pilih([kosong, putusan(terisi(berkas="b.xlsx"))])
    assert hasil.status.status is StatusUnit.DITERIMA
    assert "catatan-tidak-dibaca" in kode(hasil.daftar_temuan)


def test_a_foreign_workbook_gets_one_sentence_and_no_unit():
    hasil = nilai(BukuMentah("daftar-hadir.xlsx"), BUKU, Kumpulan({}), TW1, terbaca=(temuan("lembar-ganda"),))
    assert isinstance(hasil, BukanFormulir)
    assert kode(hasil.daftar_temuan) == ["bukan-formulir"]


def test_earlier_quarters_are_what_a_form_is_compared_with():
    lalu = kumpulan(laporan("U1", 1))
    form = formulir(BUKU, 2, lalu=lalu)
    hasil = nilai(formulir_mentah(form, {REALISASI: 5}), BUKU, lalu, triwulan(2025, 2))
    assert isinstance(hasil, HasilUnit)
    assert hasil.formulir == form


def test_a_judgement_and_all_that_it_needs_can_be_pickled():
    hasil = putusan(terisi("?"))
    assert pickle.loads(pickle.dumps(hasil)) == hasil  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps((BUKU, terisi()))) == (BUKU, terisi())  # noqa: S301 - the same


def test_another_process_judges_a_form_alike():
    with ProcessPoolExecutor(1, get_context("spawn")) as kolam:
        jauh = kolam.submit(nilai, terisi("?"), BUKU, Kumpulan({}), TW1).result()
    assert jauh == putusan(terisi("?"))


# --- one finding for each cause ---

KOLOM_HILANG = temuan("kolom-hilang", Asal("f.xlsx", "Indikator"), kolom="Realisasi")
KUNCI_HILANG = temuan("kolom-hilang", Asal("f.xlsx", "Indikator"), kolom="Kunci")
TANPA_KEPALA = temuan("lembar-tanpa-kepala", Asal("f.xlsx", "Lembar2"), lembar="Indikator")
LAIN = Asal("f.xlsx", "Anggaran")


def di(kode_temuan: str, asal: Asal = SEL) -> Temuan:
    return temuan(kode_temuan, asal)


@pytest.mark.parametrize(
    ("sebab", "akibat", "tetap"),
    [
        pytest.param(di("bukan-angka"), di("persen-dari-format"), di("persen-dari-format", LAIN), id="refused cell"),
        pytest.param(
            di("bukan-tanggal"), di("batas-waktu-kosong"), di("pic-kosong", LAIN), id="thrown out, not missing"
        ),
        pytest.param(KOLOM_HILANG, di("pic-kosong", Asal()), di("pic-kosong"), id="cell of a lost column"),
        pytest.param(
            KOLOM_HILANG,
            di("isi-di-luar", Asal("f.xlsx", "Indikator", "Z3")),
            di("isi-di-luar", Asal("f.xlsx", "Anggaran", "Z3")),
            id="column without its header",
        ),
        pytest.param(
            di("kolom-diragukan"),
            di("isi-di-luar", Asal("f.xlsx", "Indikator", "Z3")),
            di("isi-di-luar", Asal("f.xlsx", "Anggaran", "Z3")),
            id="column in the place of another",
        ),
        pytest.param(
            KUNCI_HILANG,
            di("kunci-hilang", Asal("f.xlsx", "Indikator")),
            di("kunci-hilang", LAIN),
            id="rows without their key column",
        ),
        pytest.param(
            TANPA_KEPALA,
            di("lembar-hilang", Asal("f.xlsx", "Indikator")),
            di("lembar-hilang", LAIN),
            id="sheet without its header",
        ),
    ],
)
def test_what_another_finding_explains_is_not_told(sebab, akibat, tetap):
    assert satu_per_sebab((akibat, sebab, tetap, sebab)) == (sebab, tetap)
    assert satu_per_sebab((akibat, tetap)) == (akibat, tetap)


def test_a_lost_column_that_is_not_the_keys_leaves_lost_rows_told():
    baris = di("kunci-hilang", Asal("f.xlsx", "Indikator"))
    assert satu_per_sebab((KOLOM_HILANG, baris)) == (KOLOM_HILANG, baris)


def test_what_is_asked_for_stays_beside_a_mere_note_on_its_cell():
    catatan, minta = di("angka-teks"), di("pic-kosong")
    assert satu_per_sebab((catatan, minta)) == (catatan, minta)


def test_every_rule_is_tried_above():
    assert len(DAFTAR_ATURAN) == 7


# --- several files of one unit ---


def test_an_only_file_is_the_report():
    hasil = putusan(terisi())
    assert pilih([hasil]) == hasil


def test_files_that_say_the_same_count_once():
    hasil = pilih([putusan(terisi(berkas="a.xlsx")), putusan(terisi(berkas="b.xlsx"))])
    assert (hasil.status.status, hasil.status.berkas) == (StatusUnit.DITERIMA, "a.xlsx")
    (ganda,) = [satu for satu in hasil.daftar_temuan if satu.kode == "unit-ganda-sama"]
    assert dict(ganda.rincian)["berkas"] == "a.xlsx, b.xlsx"


def test_files_that_differ_are_never_chosen_between():
    hasil = pilih([putusan(terisi(80, "a.xlsx")), putusan(terisi(81, "b.xlsx"))])
    assert (hasil.status.status, hasil.status.berkas) == (StatusUnit.DITOLAK, "a.xlsx, b.xlsx")
    assert kode(hasil.daftar_temuan) == ["unit-ganda"]
    assert (hasil.mentah, hasil.status.galat) == (None, 1)


@pytest.mark.parametrize(
    "lain",
    [{"persen": True}, {"tampilan": Tampilan.BERTANDA_PERSEN, "terlihat": "0,5%"}],
    ids=["format-persen", "tanda-persen"],
)
def test_one_number_shown_in_two_ways_is_two_answers(lain):
    biasa, tampil = (terisi(sel(des("0.5"), **cara), nama) for cara, nama in (({}, "a.xlsx"), (lain, "b.xlsx")))
    assert kode(pilih([putusan(biasa), putusan(tampil)]).daftar_temuan)[0] == "unit-ganda"


def test_an_unfilled_copy_beside_a_filled_one_is_passed_over():
    isi = putusan(terisi(berkas="b.xlsx"))
    assert pilih([putusan(formulir_mentah(FORM)), isi]) == isi


def test_unfilled_copies_alone_are_all_told():
    kosong = [putusan(replace(formulir_mentah(FORM), berkas=nama)) for nama in ("a.xlsx", "b.xlsx")]
    hasil = pilih(kosong)
    assert (hasil.status.status, hasil.status.berkas) == (StatusUnit.BELUM, "a.xlsx")
    assert [satu.asal.berkas for satu in hasil.daftar_temuan] == ["a.xlsx", "b.xlsx"]


@pytest.mark.parametrize(("isi", "banding"), [(80, "sama dengan"), (81, "berbeda dari")], ids=["alike", "different"])
def test_an_unusable_form_gives_way_to_a_sound_one(isi, banding):
    cacat = putusan(terisi(isi, "lama.xlsx", meta=FORM.meta | {"versi": "satu"}))
    assert cacat.cacat is not None
    hasil = pilih([cacat, putusan(terisi(80, "baru.xlsx"))])
    assert (hasil.status.status, hasil.status.berkas) == (StatusUnit.DITERIMA, "baru.xlsx")
    (tersisih,) = [satu for satu in hasil.daftar_temuan if satu.kode == "formulir-tersisih"]
    assert (tersisih.asal.berkas, dict(tersisih.rincian)["banding"]) == ("lama.xlsx", banding)


def test_what_could_not_be_judged_refuses_the_unit_for_it_may_be_the_right_one():
    gagal = tolak(FORM, "b.xlsx", (temuan("berkas-gagal", Asal("b.xlsx"), catatan="x"),))
    assert pilih([putusan(terisi(berkas="a.xlsx")), gagal]) == gagal


def test_a_unit_that_sent_nothing_has_nothing_but_its_form():
    hasil = tanpa_berkas(FORM)
    assert (hasil.status.status, hasil.status.berkas, hasil.daftar_temuan) == (StatusUnit.BELUM, "", ())


def test_a_row_that_is_gone_counts_as_a_difference():
    dua = induk(indikator("I1"), indikator("I2"))
    form = formulir(dua)
    utuh = formulir_mentah(form, {REALISASI: 80, ("indikator", "I2", "realisasi"): 5})
    hasil = [nilai(buku, dua, Kumpulan({}), TW1) for buku in (utuh, tanpa_baris(utuh, "indikator", "I2"))]
    assert all(isinstance(satu, HasilUnit) for satu in hasil)
    assert "unit-ganda" in kode(pilih(hasil).daftar_temuan)


def test_a_form_goes_back_only_with_something_to_say():
    bersih, keliru = putusan(terisi(80)), putusan(terisi("?"))
    tanpa = tanpa_berkas(FORM)
    assert [satu.kembali for satu in (bersih, keliru, tanpa)] == [bool(bersih.status.peringatan), True, False]


def salinan(asal: BukuMentah, isi: object, berkas: str) -> BukuMentah:
    """Return a return copy of a form as it comes back with another figure."""
    meta = {META_LELUHUR: "\n".join(leluhur_salinan(asal)), META_ISIAN: sidik_isian(daftar_isian(asal))}
    baru = terisi(isi, berkas)
    return replace(baru, meta=dict(baru.meta) | meta)


def test_a_return_copy_takes_the_place_of_its_form_whatever_its_name():
    lama = terisi("?", "a.xlsx")
    hasil = pilih([putusan(lama), putusan(salinan(lama, 80, "b.xlsx"))])
    assert (hasil.status.status, hasil.status.berkas) == (StatusUnit.DITERIMA, "b.xlsx")
    assert kode(hasil.daftar_temuan)[0] == "formulir-digantikan"


def test_a_unit_that_sent_something_else_is_told_what():
    lain = temuan("berkas-ods", Asal("a.ods"))
    hasil = pilih([putusan(formulir_mentah(FORM)), bukan_kirimannya(FORM, "a.ods", (lain,))])
    assert (hasil.status.status, hasil.status.berkas, hasil.status.galat) == (StatusUnit.BELUM, "a.ods", 1)
    assert kode(hasil.daftar_temuan) == ["belum-diisi", "berkas-ods"]


def test_a_form_that_holds_only_what_it_was_handed_out_with_counts_as_not_sent():
    buku = terisi(80)
    buku = replace(buku, meta=dict(buku.meta) | {META_ISIAN: sidik_isian(daftar_isian(buku))})
    assert putusan(buku).status.status is StatusUnit.BELUM
