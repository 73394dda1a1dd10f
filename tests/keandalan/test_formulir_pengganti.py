"""A form that cannot be taken as it stands is answered with a fresh one that holds all that could be read."""

import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import bantu_serangan as s
from bantu_ruang import baca_induk, baca_satu, baca_triwulan, formulir, isi, ubah
from lakip_gen.alur.kembalian import kembalikan
from lakip_gen.alur.periksa import HasilPeriksa, periksa_berkas, periksa_periode
from lakip_gen.alur.susun import susun
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.pesan.katalog import jelaskan

pytestmark = pytest.mark.laporan_pendek

TW1 = triwulan(2025, 1)
UNIT = "BIDANG-APTIKA"
PENGGANTI = "perbaikan-bidang-aptika-2025-TW1.xlsx"
Buku = openpyxl.Workbook


def tanpa_meta(buku: Buku) -> None:
    buku.remove(buku["_meta"])


def tanpa_kepala(buku: Buku) -> None:
    for nama in ("Indikator", "Rencana Aksi", "Anggaran", "Progres Bulanan", "Pengesahan"):
        buku[nama].delete_rows(1, 4)


def versi_lama(buku: Buku) -> None:
    for satu in buku["_meta"]["A"]:
        if satu.value == "versi":
            satu.offset(column=1).value = "0"


def kode_lama(buku: Buku) -> None:
    for satu in buku["_meta"]["A"]:
        if satu.value == "unit":
            satu.offset(column=1).value = "APTIKA-LAMA"


def ganti_nama(buku: Buku) -> None:
    buku["Indikator"].title = "Sheet1"
    buku["Anggaran"].title = "uang"


def pindah_kolom(buku: Buku) -> None:
    ws = buku["Indikator"]
    for nomor in range(7, 16):
        satu, dua = ws.cell(nomor, 15), ws.cell(nomor, 20)
        satu.value, dua.value = dua.value, satu.value
    buku["Progres Bulanan"].insert_cols(1, 2)


def tanpa_kolom_kunci(buku: Buku) -> None:
    for nama in ("Indikator", "Rencana Aksi", "Anggaran", "Progres Bulanan", "Pengesahan"):
        buku[nama].delete_cols(1)


def berturut(*daftar: Callable[[Buku], None]) -> Callable[[Buku], None]:
    def jalan(buku: Buku) -> None:
        for satu in daftar:
            satu(buku)

    return jalan


@pytest.fixture
def contoh(contoh):
    """The sample year with the form of one unit alone in the inbox of its first quarter."""
    for berkas in contoh.form_files(TW1):
        if berkas != formulir(contoh, UNIT):
            berkas.unlink()
    return contoh


def baca(ruang):
    induk, _ = baca_induk(ruang, 2025)
    return baca_triwulan(ruang, induk, TW1, Kumpulan({}))


def hasil_unit(ruang, unit=UNIT):
    return next(hasil for hasil in baca(ruang).daftar_unit if hasil.status.unit.kode == unit)


def rusak(ruang, pengubah: Callable[[Buku], None], unit=UNIT) -> Path:
    berkas = formulir(ruang, unit)
    ubah(berkas, pengubah)
    return berkas


def baca_pengganti(ruang, nama=PENGGANTI):
    """Make the return copies and read the fresh form as if it were the only one in the inbox."""
    _, salinan = kembalikan(periksa_periode(ruang, TW1))
    berkas = ruang.root / nama
    berkas.write_bytes(next(isi for letak, isi in salinan.items() if letak.endswith(nama)))
    induk, _ = baca_induk(ruang, 2025)
    return baca_satu(berkas, induk, TW1, Kumpulan({}))


@pytest.mark.one_in(9)
@pytest.mark.parametrize(
    ("pengubah", "kode", "dasar"),
    [
        (tanpa_meta, "meta-hilang", "kepala lembarnya"),
        (berturut(tanpa_meta, ganti_nama), "meta-hilang", "kepala lembarnya"),
        (berturut(tanpa_meta, pindah_kolom), "meta-hilang", "kepala lembarnya"),
        (berturut(tanpa_meta, tanpa_kepala), "meta-hilang", "kunci barisnya"),
        (berturut(tanpa_meta, pindah_kolom, tanpa_kepala, ganti_nama), "meta-hilang", "kunci barisnya"),
        (versi_lama, "versi-lain", ""),
        (berturut(versi_lama, pindah_kolom), "versi-lain", ""),
        (kode_lama, "unit-berganti-kode", "kepala lembarnya"),
        (berturut(kode_lama, tanpa_kepala), "unit-berganti-kode", "kunci barisnya"),
    ],
)
def test_a_fresh_form_holds_every_answer_of_the_unusable_one(contoh, pengubah, kode, dasar):
    asli = s.nilai(hasil_unit(contoh).status.laporan)
    rusak(contoh, pengubah)
    ditolak = hasil_unit(contoh)
    (satu,) = ditolak.daftar_temuan
    assert (satu.kode, ditolak.status.status, ditolak.status.laporan) == (kode, StatusUnit.DITOLAK, None)
    pesan = jelaskan(satu).pesan
    assert f"formulir pengganti {PENGGANTI}" in pesan
    assert "isian, semuanya, dibawa" in pesan
    assert f"Menurut {dasar}, ini formulir “Bidang Aplikasi Informatika”" in pesan or not dasar
    pengganti = baca_pengganti(contoh)
    assert pengganti.daftar_temuan == ()
    assert s.nilai(pengganti.status.laporan) == asli


def test_the_count_of_what_went_over_is_the_count_of_the_inputs(contoh):
    mentah = hasil_unit(contoh).mentah
    from lakip_gen.domain.skema import formulir as skema

    banyak = sum(
        not sel.kosong
        for lembar in skema.DAFTAR_LEMBAR
        for baris in mentah.lembar[lembar.kunci].daftar_baris
        for kolom in lembar.kolom_isian
        if (sel := baris.sel.get(kolom.kunci)) is not None
    )
    rusak(contoh, tanpa_meta)
    (satu,) = hasil_unit(contoh).daftar_temuan
    banyak -= 1  # the title of the unit's head, which the fresh form says by itself
    assert int(dict(satu.rincian)["terbawa"]) == banyak > 40


def test_what_is_not_there_is_named_and_stays_empty(contoh):
    def pengubah(buku: Buku) -> None:
        tanpa_meta(buku)
        buku["Indikator"].delete_rows(12, 4)
        buku.remove(buku["Anggaran"])
        buku["Pengesahan"]["C7"] = "Diisi di sini"

    rusak(contoh, pengubah)
    (satu,) = (t for t in hasil_unit(contoh).daftar_temuan if t.kode == "pengganti-belum-lengkap")
    pesan = jelaskan(satu).pesan
    assert "masih kosong: lembar Anggaran; " in pesan
    assert "kolom “Isi” di lembar Pengesahan" in pesan
    assert "baris I2.4, I2.5, I2.6, I2.7 di lembar Indikator" in pesan
    pengganti = baca_pengganti(contoh)
    assert pengganti.status.status is StatusUnit.DITERIMA or pengganti.status.galat
    assert "I2.7" in {baris.kunci for baris in pengganti.mentah.lembar["indikator"].daftar_baris}
    assert {t.kode for t in pengganti.daftar_temuan} >= {"realisasi-kosong", "realisasi-anggaran-kosong"}


@pytest.mark.lengkap
def test_half_the_rows_missing_leaves_the_other_half(contoh):
    asli = s.nilai(hasil_unit(contoh).status.laporan)
    rusak(contoh, berturut(tanpa_meta, lambda buku: buku["Indikator"].delete_rows(12, 4)))
    pengganti = baca_pengganti(contoh)
    terbaca = s.nilai(pengganti.status.laporan)
    beda = {kunci[1] for kunci in asli if asli[kunci] != terbaca[kunci]}
    assert beda == {"I2.4", "I2.5", "I2.6", "I2.7"}


def test_a_row_without_a_place_is_named_with_its_cell(contoh):
    def pengubah(buku: Buku) -> None:
        tanpa_meta(buku)
        buku["Indikator"]["A16"], buku["Indikator"]["O16"] = "I1.1", 5
        buku["Indikator"]["O17"] = 6

    rusak(contoh, pengubah)
    temuan = hasil_unit(contoh).daftar_temuan
    assert "Tidak dapat dipindahkan: isi baris pada Indikator O17, Indikator A16." in jelaskan(temuan[1]).pesan
    kode = ["baris-tanpa-kunci", "kunci-asing", "meta-hilang", "pengganti-belum-lengkap"]
    assert sorted(t.kode for t in temuan) == kode


@pytest.mark.lengkap
def test_a_doubtful_cell_of_an_unusable_form_is_told_as_well(contoh):
    alamat = isi(formulir(contoh, UNIT), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    rusak(contoh, tanpa_meta)
    assert [(t.kode, t.asal.sel) for t in hasil_unit(contoh).daftar_temuan] == [
        ("meta-hilang", ""),
        ("angka-mendua", alamat),
    ]
    susun(contoh, TW1)
    ws = openpyxl.load_workbook(contoh.output(TW1) / "kembali" / PENGGANTI)["Indikator"]
    assert (ws[alamat].value, "1.100" in ws[alamat].comment.text) == ("1.100", True)


@pytest.mark.lengkap
def test_the_key_column_may_be_lost_and_no_answer_with_it(contoh):
    asli = s.nilai(hasil_unit(contoh).status.laporan)
    rusak(contoh, tanpa_kolom_kunci)
    ditolak = hasil_unit(contoh)
    assert {t.kode for t in ditolak.daftar_temuan} == {"kolom-hilang"}
    pengganti = baca_pengganti(contoh)
    assert s.nilai(pengganti.status.laporan) == asli


def test_the_key_column_and_the_meta_sheet_may_be_lost_together(contoh):
    asli = s.nilai(hasil_unit(contoh).status.laporan)
    rusak(contoh, berturut(tanpa_meta, tanpa_kepala, tanpa_kolom_kunci))
    pengganti = baca_pengganti(contoh)
    assert (pengganti.daftar_temuan, s.nilai(pengganti.status.laporan)) == ((), asli)


@pytest.mark.lengkap
def test_rows_of_two_units_get_no_fresh_form_and_both_are_named(contoh):
    def pengubah(buku: Buku) -> None:
        berturut(tanpa_meta, tanpa_kepala)(buku)
        buku["Indikator"]["A4"] = "I5.4"

    rusak(contoh, pengubah)
    hasil = baca(contoh)
    (satu,) = hasil.semua_temuan
    pesan = jelaskan(satu).pesan
    assert satu.kode == "unit-tidak-pasti"
    assert "bercampur, milik Sekretariat (SEKRETARIAT), " in pesan
    assert "Bidang Aplikasi Informatika (BIDANG-APTIKA) dan UPTD Pusat Data (UPTD-PUSAT-DATA)." in pesan
    assert hasil_unit(contoh).status.status is StatusUnit.BELUM
    susun(contoh, TW1)
    assert not (contoh.output(TW1) / "kembali" / PENGGANTI).exists()


def test_the_mend_of_a_form_that_nobody_knows_works(contoh):
    def pengubah(buku: Buku) -> None:
        berturut(tanpa_meta, tanpa_kepala)(buku)
        buku["Indikator"]["A4"] = "I5.4"

    berkas = rusak(contoh, pengubah)
    (satu,) = baca(contoh).semua_temuan
    assert "sel B2, misalnya “Sekretariat · Triwulan I Tahun 2025”" in jelaskan(satu).perbaikan
    milik = "Bidang Aplikasi Informatika · Triwulan I Tahun 2025"
    ubah(berkas, lambda buku: buku["Indikator"].__setitem__("B2", milik))
    daftar = hasil_unit(contoh).daftar_temuan
    assert sorted(t.kode for t in daftar) == ["kunci-asing", "meta-hilang", "pengganti-belum-lengkap"]


@pytest.mark.parametrize(("banding", "diubah"), [("sama dengan", False), ("berbeda dari", True)])
def test_a_sound_form_beside_an_unusable_one_is_taken_and_the_other_named(contoh, banding, diubah):
    sah = formulir(contoh, UNIT)
    cacat = sah.with_name("salinan.xlsx")
    shutil.copy(sah, cacat)
    ubah(cacat, tanpa_meta)
    if diubah:
        isi(sah, "Indikator", "I2.4", "Penjelasan", "Sudah diperbaiki.")
    hasil = hasil_unit(contoh)
    assert hasil.status.status is StatusUnit.DITERIMA
    (satu,) = hasil.daftar_temuan
    assert (satu.kode, satu.asal.berkas) == ("formulir-tersisih", "TW1/salinan.xlsx")
    assert f"isi berkas ini {banding} isi berkas itu" in jelaskan(satu).pesan


@pytest.mark.lengkap
def test_two_unusable_forms_that_differ_are_never_chosen_between(contoh):
    berkas = rusak(contoh, tanpa_meta)
    shutil.copy(berkas, berkas.with_name("salinan.xlsx"))
    isi(berkas, "Indikator", "I2.4", "Penjelasan", "Sudah diperbaiki.")
    assert [t.kode for t in hasil_unit(contoh).daftar_temuan] == ["unit-ganda"]


@pytest.mark.lengkap
def test_one_file_is_known_wherever_it_lies_by_its_heading(contoh, tmp_path):
    berkas = rusak(contoh, tanpa_meta)
    lain = tmp_path / "kiriman.xlsx"
    shutil.copy(berkas, lain)
    hasil = periksa_berkas(contoh, lain)
    assert isinstance(hasil, HasilPeriksa)
    assert [(t.kode, t.unit) for t in hasil.semua_temuan] == [("meta-hilang", UNIT)]


def test_one_file_without_a_heading_is_known_by_the_inbox_it_lies_in(contoh, tmp_path):
    berkas = rusak(contoh, berturut(tanpa_meta, tanpa_kepala))
    hasil = periksa_berkas(contoh, berkas)
    assert isinstance(hasil, HasilPeriksa)
    assert [(t.kode, t.unit) for t in hasil.semua_temuan] == [("meta-hilang", UNIT)]
    lain = tmp_path / "kiriman.xlsx"
    shutil.copy(berkas, lain)
    assert [t.kode for t in periksa_berkas(contoh, lain)] == ["bukan-formulir"]


@pytest.mark.lengkap
def test_the_text_for_the_unit_names_the_fresh_form_once_and_says_what_to_do(contoh):
    rusak(contoh, tanpa_meta)
    susun(contoh, TW1)
    pesan = (contoh.output(TW1) / "pesan-unit.txt").read_text(encoding="utf-8-sig")
    bagian = next(b for b in pesan.split("-" * 60) if UNIT in b)
    assert "perlu diperbaiki" in bagian
    assert f"Perbaiki berkas {PENGGANTI}, simpan, lalu kirim kembali" in bagian


def test_the_text_for_the_unit_points_at_the_cells_of_the_file_it_gets(contoh):
    """Rows and sheets may stand elsewhere in what the unit sent."""
    berkas = formulir(contoh, UNIT)
    alamat = isi(berkas, "Indikator", "I2.4", "Realisasi triwulan", "1.100")

    def pengubah(buku: Buku) -> None:
        ws = buku["Indikator"]
        ws.insert_rows(8, 3)
        ws["O30"] = 7
        ws.title = "Sheet1"

    rusak(contoh, pengubah)
    susun(contoh, TW1)
    pesan = (contoh.output(TW1) / "pesan-unit.txt").read_text(encoding="utf-8-sig")
    assert f"lembar Indikator, sel {alamat}: Isi “1.100”" in pesan
    assert "lembar Sheet1, sel O30 (di berkas yang dikirim): Baris ini berisi “7”" in pesan


@pytest.mark.lengkap
def test_what_was_typed_into_a_locked_input_is_not_carried_into_the_return_copy(contoh):
    alamat = isi(formulir(contoh, UNIT), "Indikator", "I2.4", "Pembilang", 12)
    (satu,) = hasil_unit(contoh).daftar_temuan
    assert (satu.kode, satu.asal.sel) == ("isian-terkunci", alamat)
    susun(contoh, TW1)
    ws = openpyxl.load_workbook(contoh.output(TW1) / "kembali" / PENGGANTI)["Indikator"]
    assert (ws[alamat].value, "berisi “12”" in ws[alamat].comment.text) == (None, True)
    assert baca_pengganti(contoh).daftar_temuan == ()
