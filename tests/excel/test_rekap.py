from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from bantu_rekap import (
    DAFTAR_INDIKATOR,
    DAFTAR_TEMUAN,
    SERANGAN,
    agensi,
    baris_dengan,
    baris_lembar,
    buka,
    rekap,
    rekap_kosong,
    rekap_serangan,
    rekap_sunyi,
    semua_sel,
    terbaca,
)
from lakip_gen.domain.aturan import SKALA_PERMENDAGRI_86, Aturan, CaraRata, RumusTurun, TargetRasio
from lakip_gen.domain.teks import PANJANG_SEL
from lakip_gen.excel.rekap.write import write_rekap
from lakip_gen.pesan.kelompok import hitung

DAFTAR_LEMBAR = ["Ringkasan", "Capaian", "Anggaran", "E.81", "Kelengkapan", "Progres Bulanan", "Temuan", "Asal"]


@pytest.fixture(scope="module")
def buku():
    return write_rekap(rekap(), DAFTAR_TEMUAN)


def letak(bita, lembar, isi):
    """Return the first cell of a sheet that holds a value."""
    return next(sel for baris in buka(bita)[lembar].iter_rows() for sel in baris if sel.value == isi)


def sel_baris(bita, lembar, isi):
    """Return all cells of the row that holds a value."""
    satu = letak(bita, lembar, isi)
    return list(buka(bita)[lembar][satu.row])


def test_the_sheets_stand_in_the_promised_order(buku):
    assert buka(buku).sheetnames == DAFTAR_LEMBAR


def test_the_same_content_gives_the_same_bytes(buku):
    assert write_rekap(rekap(), DAFTAR_TEMUAN) == buku


def test_every_sheet_is_printed_on_landscape_a4_but_form_e81_on_a3_with_its_header_on_each_page(buku):
    for lembar in buka(buku).worksheets:
        assert lembar.page_setup.orientation == "landscape"
        assert lembar.page_setup.paperSize == (8 if lembar.title == "E.81" else 9)
        if lembar.title != "Ringkasan":
            assert lembar.freeze_panes
            assert lembar.print_title_rows


def test_the_summary_holds_the_main_figures_and_what_they_stand_on(buku):
    isi = {baris[0]: baris[2:4] for baris in baris_lembar(buku, "Ringkasan") if baris[0]}
    assert isi["Indikator"] == [5, "3 dapat dinilai, 1 belum dilaporkan, 1 tidak dapat dinilai"]
    rata = (Decimal(50) + Decimal("85.555") / 90 * 100 + Decimal(75)) / 3
    assert isi["Rata-rata capaian (%)"][0] == pytest.approx(float(rata))
    assert isi["Rata-rata capaian (%)"][1] == (
        "rata-rata sederhana semua indikator; 3 dari 5 indikator, 1 belum dilaporkan, 1 tidak dapat dinilai"
    )
    assert isi["Pagu (Rp)"][0] == 4_000_000
    assert isi["Realisasi anggaran (Rp)"] == ["belum lengkap (1 dari 2 subkegiatan)", "1 Januari s.d. 30 Juni 2025"]
    assert isi["Serapan (%)"][0] == "–"
    assert isi["Formulir diterima"] == [3, "dari 4 formulir"]
    assert isi["Temuan"] == [len(DAFTAR_TEMUAN), str(hitung(DAFTAR_TEMUAN))]


def test_the_counts_of_the_predicates_add_up_to_the_indicators(buku):
    baris = baris_lembar(buku, "Ringkasan")
    awal = next(n for n, isi in enumerate(baris) if isi[1] == "Predikat")
    akhir = next(n for n, isi in enumerate(baris) if isi[1] == "Jumlah")
    assert sum(isi[2] for isi in baris[awal + 1 : akhir]) == baris[akhir][2] == 5
    assert baris[akhir - 1][:3] == ["–", "Belum berpredikat", 2]


def test_the_summary_names_the_rules_that_were_used():
    aturan = Aturan(rumus_turun=RumusTurun.RASIO, batas_atas=Decimal(110), nol_tercapai=True)
    teks = "\n".join(str(baris[0]) for baris in baris_lembar(write_rekap(rekap(aturan=aturan), ()), "Ringkasan"))
    assert "T / R × 100" in teks
    assert "paling tinggi 110%" in teks
    assert "Target 0 dengan realisasi 0" in teks
    assert "Rata-rata instansi adalah rata-rata sederhana semua indikator." in teks


def test_the_summary_names_the_mean_the_cap_and_the_target_that_the_agency_chose():
    aturan = Aturan(
        batas_atas=Decimal(120),
        ambang_batas=Decimal(110),
        cara_rata=CaraRata.SASARAN,
        target_rasio=TargetRasio.RATA_RATA,
    )
    teks = "\n".join(str(baris[0]) for baris in baris_lembar(write_rekap(rekap(aturan=aturan), ()), "Ringkasan"))
    assert "lebih dari 110% dihitung 120%" in teks
    assert "rata-rata sederhana dari rata-rata sasaran." in teks
    assert "Target semester indikator rasio adalah rata-rata triwulan." in teks


def test_weights_have_a_column_where_the_mean_is_made_of_them(buku):
    daftar = [replace(satu, bobot=Decimal("12.5")) for satu in DAFTAR_INDIKATOR]
    berbobot = write_rekap(rekap(daftar_indikator=tuple(daftar), aturan=Aturan(cara_rata=CaraRata.BOBOT)), ())
    kolom = letak(berbobot, "Capaian", "Bobot").column - 1
    bobot = sel_baris(berbobot, "Capaian", "I1")[kolom]
    assert (bobot.value, bobot.number_format) == (12.5, "#,##0.0")
    teks = [str(sel.value) for sel in semua_sel(berbobot)]
    assert any("(rata-rata tertimbang menurut bobot indikator, " in isi for isi in teks)
    assert "Bobot" not in {sel.value for sel in semua_sel(buku)}


def test_the_bounds_of_a_band_are_shown_with_their_decimals():
    skala = (replace(SKALA_PERMENDAGRI_86[0], batas=Decimal("90.50")), *SKALA_PERMENDAGRI_86[1:])
    bita = write_rekap(rekap(aturan=Aturan(skala=skala)), ())
    assert letak(bita, "Ringkasan", 90.5).number_format == "#,##0.0"


def test_capaian_keeps_the_true_figure_shown_with_the_decimals_of_its_indicator(buku):
    realisasi = sel_baris(buku, "Capaian", "I2")[7]
    assert realisasi.value == pytest.approx(85.555)
    assert realisasi.number_format == "#,##0.00"
    assert sel_baris(buku, "Capaian", "I1")[7].number_format == "#,##0"


def test_an_indicator_is_held_against_its_period_and_against_the_year(buku):
    baris = [sel.value for sel in sel_baris(buku, "Capaian", "I1")]
    assert baris[:6] == ["S1", "I1", "Jumlah layanan", "unit", "naik", "jumlah"]
    assert baris[6:10] == [1, 2, 2, 1]
    assert baris[10:13] == [2, 1, 50]
    assert baris[13:16] == [10, 3, 30]
    assert baris[16] == "Sangat Rendah"


def test_a_predicate_has_a_colour_and_a_word(buku):
    predikat = sel_baris(buku, "Capaian", "I2")[16]
    assert predikat.value == "Sangat Tinggi"
    assert predikat.fill.start_color.rgb == "FFA9D18E"


def test_a_dark_band_has_white_letters():
    skala = tuple(replace(pita, warna="1F1F1F") for pita in SKALA_PERMENDAGRI_86)
    bita = write_rekap(rekap(aturan=Aturan(skala=skala)), ())
    assert sel_baris(bita, "Capaian", "I2")[16].font.color.rgb == "FFFFFFFF"


def test_predicates_bounds_and_reasons_are_texts(buku):
    tw1, tw2 = (sel_baris(buku, "Capaian", kode) for kode in ("I3", "I4"))
    assert [sel.value for sel in tw1[6:8]] == ["BB", "B"]
    assert [sel.value for sel in tw2[6:9]] == ["60 s.d. 80", 70, "60 s.d. 80"]
    assert tw2[9].value == "belum dilaporkan"
    assert tw2[12].value == "–"
    assert "belum dilaporkan" in tw2[17].value


def test_a_target_of_nol_cannot_be_judged_and_the_reason_is_given(buku):
    baris = [sel.value for sel in sel_baris(buku, "Capaian", "I5")]
    assert baris[12] == "tidak dapat dinilai"
    assert "tidak dapat dinilai: target 0" in baris[17]


def test_a_capped_capaian_names_its_true_figure():
    bita = write_rekap(rekap("2025-TW1"), ())
    baris = baris_dengan(bita, "Capaian", "I1")
    assert 120 in baris
    assert "200,00% sebelum dibatasi" in baris[-1]


@pytest.mark.parametrize(("periode", "banyak"), [("2025-TW1", 1), ("2025-TW2", 2), ("2025-S1", 2), ("2025", 4)])
def test_capaian_has_every_quarter_up_to_the_end_of_the_period(periode, banyak):
    kepala = baris_lembar(write_rekap(rekap(periode), ()), "Capaian")[5]
    assert [isi for isi in kepala if str(isi).startswith("TW ")] == ["TW I", "TW II", "TW III", "TW IV"][:banyak]


def test_a_year_s_wide_table_is_printed_on_two_pages_and_a_narrow_one_on_one():
    lebar = buka(write_rekap(rekap("2025"), ()))["Capaian"]
    sempit = buka(write_rekap(rekap("2025-TW1"), ()))["Capaian"]
    assert lebar.print_title_cols == "$A:$C"
    assert [belah.id for belah in lebar.col_breaks.brk] == [14]
    assert 60 <= lebar.page_setup.scale <= 100
    assert sempit.sheet_properties.pageSetUpPr.fitToPage
    assert not sempit.col_breaks.brk


def test_budget_lines_are_indented_by_level_and_added_up(buku):
    program, kegiatan, sub = (sel_baris(buku, "Anggaran", kode) for kode in ("1.01", "1.01.1", "1.01.1.1"))
    assert [baris[1].alignment.indent for baris in (program, kegiatan, sub)] == [0, 1, 2]
    assert program[0].font.bold
    assert not sub[0].font.bold
    assert [sel.value for sel in sub[2:10]] == ["Bidang U1", "S1", 1_000_000, 250_000, 350_000, 600_000, 60, 0]
    assert baris_dengan(buku, "Anggaran", "Jumlah")[4:6] == [4_000_000, 250_000]


def test_a_budget_that_was_not_reported_is_never_nol(buku):
    baris = [sel.value for sel in sel_baris(buku, "Anggaran", "1.01.1.2")]
    assert baris[5:9] == [0, "belum dilaporkan", "belum dilaporkan", "–"]
    assert baris_dengan(buku, "Anggaran", "Jumlah")[6:9] == ["–", "belum lengkap (1 dari 2 subkegiatan)", "–"]


def test_a_large_amount_of_rupiah_is_not_cut_off_by_its_column():
    besar = Decimal(999_999_999_999_999)
    daftar = tuple(replace(a, pagu=besar) for a in agensi().daftar_anggaran)
    lembar = buka(write_rekap(rekap(daftar_anggaran=daftar), ()))["Anggaran"]
    assert lembar.column_dimensions["E"].width >= 19


def test_in_form_e81_a_large_amount_is_printed_smaller_so_that_all_columns_fit_the_paper():
    besar = Decimal(999_999_999_999_999)
    daftar = tuple(replace(a, pagu=besar) for a in agensi().daftar_anggaran)
    lembar = buka(write_rekap(rekap(daftar_anggaran=daftar), ()))["E.81"]
    pagu = [sel for baris in lembar.iter_rows() for sel in baris if sel.value in {besar, 2 * besar}]
    assert pagu
    assert {(sel.alignment.shrink_to_fit, sel.alignment.wrap_text) for sel in pagu} == {(True, None)}
    assert {round(lembar.column_dimensions[sel.column_letter].width) for sel in pagu} <= {15, 16}


def test_form_e81_numbers_sixteen_columns_with_k_and_rp(buku):
    baris = baris_lembar(buku, "E.81")
    nomor = next(isi for isi in baris if isi[0] == "1" and isi[1] == "2")
    assert [isi for isi in nomor if isi] == [str(n) for n in range(1, 17)]
    bawah = baris[baris.index(nomor) + 1]
    assert bawah[4:24] == ["K", "Rp"] * 10


def test_in_form_e81_the_budget_fills_rp_and_the_indicator_fills_k(buku):
    program = next(isi for isi in baris_lembar(buku, "E.81") if str(isi[2]).startswith("1.01 "))
    indikator = next(isi for isi in baris_lembar(buku, "E.81") if isi[0] == "1.1")
    assert program[4:24:2] == [None] * 10
    assert program[5:24:2] == [5_000_000, 2_000_000, 1_000_000, 250_000, 350_000, None, None, 600_000, 2_600_000, 52]
    assert indikator[4:24:2] == [12, 17, 10, 2, 1, None, None, 3, 20, 120]
    assert indikator[5:24:2] == [None] * 10


def test_under_form_e81_stand_its_means_the_texts_and_who_signs(buku):
    daftar = baris_lembar(buku, "E.81")
    rata = next(isi for isi in daftar if isi[2] == "Rata-rata capaian kinerja (%)")
    # 166,67 % counts as 120, 85,555 of 12 as 120; the one subkegiatan with a target has 52 %
    assert rata[22:24] == [120, 52]
    assert rata[25].endswith("kolom 14: 2 dari 5 indikator, 1 dari 2 subkegiatan")
    predikat = next(isi for isi in daftar if isi[2] == "Predikat kinerja")
    assert predikat[22:24] == ["sementara", "sementara"]
    depan = [isi[0] for isi in daftar if isi[0]]
    assert "Tindak lanjut yang diperlukan dalam Renja perangkat daerah berikutnya:" in depan
    pejabat = next(isi for isi in daftar if "Disusun," in isi)
    assert (pejabat[19], daftar[daftar.index(pejabat) + 1][3]) == ("Dievaluasi,", "Kepala Dinas")


def berubah(**dulu):
    """Return the figures of a half-year in which the buku induk was another until April."""
    awal, kini = replace(agensi(), **dulu), agensi()
    masa = ((date(2025, 1, 1), awal), (date(2025, 4, 1), kini))
    return write_rekap(rekap(masa=masa), ())


def test_targets_and_pagu_that_changed_stand_beside_what_the_year_began_with():
    indikator, *lain = agensi().daftar_indikator
    *atas, uang = agensi().daftar_anggaran
    dulu = replace(indikator, nama="Bunyi lama", target_berlaku=replace(indikator.target_berlaku, tahun=Decimal(7)))
    lama = write_rekap(rekap(), ())
    baru = berubah(daftar_indikator=(dulu, *lain), daftar_anggaran=(*atas, replace(uang, pagu=uang.pagu - 1)))
    assert set(buka(baru).sheetnames) - set(buka(lama).sheetnames) == {"Murni dan Perubahan"}
    daftar = [baris[:5] for baris in baris_lembar(baru, "Murni dan Perubahan")]
    sejak = "Perubahan sejak 1 April 2025"
    assert [f"{indikator.nama} (bunyi)", "–", "Bunyi lama", indikator.nama, sejak] in daftar
    assert [indikator.nama, indikator.satuan, 7, indikator.target_berlaku.tahun, sejak] in daftar
    jumlah = sum(satu.pagu for satu in agensi().daftar_subkegiatan)
    assert ["Jumlah seluruh anggaran", "Rp", jumlah - 1, jumlah, None] in daftar


def test_where_only_targets_changed_the_sheet_has_no_money():
    indikator, *lain = agensi().daftar_indikator
    dulu = replace(indikator, target_berlaku=replace(indikator.target_berlaku, tahun=None))
    daftar = baris_lembar(berubah(daftar_indikator=(dulu, *lain)), "Murni dan Perubahan")
    assert [indikator.nama, indikator.satuan, "–"] in [baris[:3] for baris in daftar]
    assert "Pagu (rupiah)" not in {baris[0] for baris in daftar}


def test_completeness_is_told_for_each_unit_and_quarter(buku):
    daftar = [baris[:10] for baris in baris_lembar(buku, "Kelengkapan") if baris[1] in {"TW I", "TW II"}]
    assert daftar[0] == [
        "Bidang U1",
        "TW I",
        "✓ diterima",
        "U1-TW1.xlsx",
        0,
        1,
        datetime(2025, 4, 8),  # noqa: DTZ001 - a date in a cell has no zone
        "disetujui",
        1,
        6,
    ]
    assert daftar[3] == ["Bidang U2", "TW II", "○ belum masuk", "–", 0, 0, "–", "–", 0, 2]


def test_who_answers_for_a_form_stands_beside_it(buku):
    satu, *_, dua = (baris[10:16] for baris in baris_lembar(buku, "Kelengkapan") if baris[1] in {"TW I", "TW II"})
    assert satu == ["Seseorang", "–", "Kepala U1", "Kepala Bidang", datetime(2025, 4, 9), "Sudah benar."]  # noqa: DTZ001
    assert dua == ["–"] * 6


def test_what_the_units_did_stands_under_its_month():
    daftar = baris_lembar(write_rekap(rekap("2025-TW1"), ()), "Progres Bulanan")
    isi = [[sel for sel in baris if sel is not None] for baris in daftar][-4:]
    assert isi[0] == ["Januari 2025"]
    assert isi[1] == ["Bidang U1", "Rapat", "–", "–", "–"]
    assert isi[2] == ["Maret 2025"]
    assert isi[3] == ["Bidang U1", "–", "Lima berita acara", "Cuaca", "Uji fungsi"]


def test_findings_can_be_filtered_and_the_heaviest_stand_first(buku):
    lembar = buka(buku)["Temuan"]
    assert lembar.auto_filter.ref
    daftar = [baris for baris in baris_lembar(buku, "Temuan") if baris[0] in {"galat", "peringatan", "info"}]
    assert [baris[0] for baris in daftar] == ["galat"] * 3 + ["peringatan", "info"]
    assert daftar[1] == [
        "galat",
        "Bidang U1",
        "U1-TW1.xlsx",
        "Indikator",
        "F9",
        "1.100",
        "Pesan angka-mendua.",
        "Perbaikan angka-mendua.",
        "angka-mendua",
    ]


def test_asal_follows_every_figure_to_its_cell(buku):
    lembar = buka(buku)["Asal"]
    daftar = [(sel[0].value, sel[0].alignment.indent, [isi.value for isi in sel[3:6]]) for sel in lembar.iter_rows()]
    assert ("I1 Jumlah layanan (unit)", 0, [None, None, None]) in daftar
    assert ("Bidang U1", 4, ["U1-TW1.xlsx", "Indikator", "realisasi5"]) in daftar
    nama = {str(isi[0]).split(" ")[0] for isi in daftar}
    assert {i.kode for i in DAFTAR_INDIKATOR} <= nama
    assert {"1.01", "1.01.1", "1.01.1.1", "1.01.1.2"} <= nama


@pytest.mark.parametrize("serangan", SERANGAN)
def test_a_dangerous_text_stays_a_text(serangan):
    temuan = terbaca(nilai=serangan, pesan=serangan, perbaikan=serangan, unit="")
    bita = write_rekap(rekap_serangan(), (temuan,))
    sel = [satu for satu in semua_sel(bita) if isinstance(satu.value, str) and satu.value.strip() == serangan]
    assert sel
    assert all(satu.data_type == "s" and satu.hyperlink is None for satu in sel)
    assert all(satu.data_type != "f" for satu in semua_sel(bita))
    if serangan.startswith("="):
        assert all(satu.quotePrefix for satu in sel)


def test_a_text_too_long_for_a_cell_is_visibly_cut():
    bita = write_rekap(rekap(), (terbaca(nilai="x" * (PANJANG_SEL + 10)),))
    isi = baris_dengan(bita, "Temuan", "angka-mendua")[5]
    assert len(isi) == PANJANG_SEL
    assert isi.endswith("…")


def test_a_row_is_high_enough_for_its_text():
    bita = write_rekap(rekap(), (terbaca(pesan="kata " * 60, perbaikan="satu\ndua\ntiga"),))
    sel = letak(bita, "Temuan", "angka-mendua")
    assert buka(bita)["Temuan"].row_dimensions[sel.row].height > 5 * 12


@pytest.mark.parametrize("periode", ["2025-TW1", "2025-S1", "2025"])
def test_where_there_is_nothing_every_sheet_says_so(periode):
    bita = write_rekap(rekap_kosong(periode), ())
    for lembar, kata in (
        ("Capaian", "Belum ada indikator."),
        ("Anggaran", "Belum ada anggaran."),
        ("E.81", "Belum ada sasaran dan anggaran."),
        ("Kelengkapan", "Belum ada formulir yang dicatat."),
        ("Progres Bulanan", "Belum ada laporan progres bulanan."),
        ("Temuan", "Tidak ada temuan."),
        ("Asal", "Belum ada angka."),
    ):
        assert baris_dengan(bita, lembar, kata)


def test_where_no_unit_has_reported_no_realisasi_is_nol():
    bita = write_rekap(rekap_sunyi(), ())
    assert baris_dengan(bita, "Ringkasan", "Rata-rata capaian (%)")[2] == "–"
    for kode in ("I1", "I2", "I3", "I4", "I5"):
        baris = baris_dengan(bita, "Capaian", kode)
        assert [baris[n] for n in (7, 9, 12)] == ["belum dilaporkan"] * 3
        assert [baris[n] for n in (10, 13, 14)] == ["–"] * 3
