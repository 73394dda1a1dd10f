from dataclasses import replace
from decimal import Decimal

from bantu_induk import TAHUN, dinilai, indikator, induk, jawaban, kumpulan, laporan, subkegiatan
from bantu_rekap import DAFTAR_ANGGARAN, DAFTAR_INDIKATOR, agensi, rekap, rekap_kosong, rekap_sunyi
from lakip_gen.domain.jejak import cari_jejak
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.target import JenisTarget
from lakip_gen.laporan.e81 import DAFTAR_KOLOM, KOLOM_ANGKA, TANPA_SASARAN, JenisBaris, jumlah_rupiah, susun_e81
from lakip_gen.laporan.penutup_e81 import susun_penutup
from lakip_gen.pesan.bahasa import KOSONG


def kolom(nilai, nomor):
    """Return the figure of a numbered column out of K or of Rp."""
    return nilai[[satu.nomor for satu in KOLOM_ANGKA].index(nomor)]


def cari(daftar, awal, ke=0):
    return [baris for baris in daftar if (baris.sasaran or baris.program).startswith(awal)][ke]


def bernomor(daftar, nomor):
    [hasil] = [baris for baris in daftar if baris.nomor == nomor]
    return hasil


def test_an_indicator_is_numbered_as_in_the_whole_report():
    daftar = susun_e81(rekap())
    assert [baris.nomor for baris in daftar if baris.jenis is JenisBaris.INDIKATOR] == [
        "1.1",
        "1.2",
        "2.1",
        "2.2",
        "2.3",
    ]
    assert bernomor(daftar, "1.2").indikator == "Persentase layanan (%)"


def test_a_sasaran_is_followed_by_its_budget_and_then_its_indicators():
    daftar = susun_e81(rekap())
    assert [baris.jenis for baris in daftar] == [
        JenisBaris.SASARAN,
        JenisBaris.PROGRAM,
        JenisBaris.KEGIATAN,
        JenisBaris.SUBKEGIATAN,
        JenisBaris.INDIKATOR,
        JenisBaris.INDIKATOR,
        JenisBaris.SASARAN,
        JenisBaris.PROGRAM,
        JenisBaris.KEGIATAN,
        JenisBaris.SUBKEGIATAN,
        JenisBaris.INDIKATOR,
        JenisBaris.INDIKATOR,
        JenisBaris.INDIKATOR,
        JenisBaris.JUMLAH,
    ]
    assert {len(baris.rp) for baris in daftar if baris.program} == {len(KOLOM_ANGKA)}
    assert {len(baris.k) for baris in daftar if baris.indikator} == {len(KOLOM_ANGKA)}


def test_a_quarter_in_which_nothing_is_due_is_empty_and_one_that_nobody_reported_is_not():
    sekali = program("1.01", "1.01", triwulan=(None, None, None, 4), cara=CaraGabung.SEKALI)
    daftar = susun_e81(rekap_program(sekali, program("1.01.1.1 (2)", "1.01.1.1")))
    assert [kolom(cari(daftar, "1.01 ").k, nomor) for nomor in (8, 9, 10, 11)] == [""] * 4
    assert [kolom(cari(daftar, "1.01.1.1").k, nomor) for nomor in (8, 9, 10, 11)] == [1, KOSONG, "", ""]


def test_a_program_that_serves_two_sasaran_counts_in_part_for_each():
    daftar = susun_e81(rekap())
    satu, dua = cari(daftar, "1.01 "), cari(daftar, "1.01 ", 1)
    assert (kolom(satu.rp, 7), kolom(dua.rp, 7)) == (Decimal(1_000_000), Decimal(3_000_000))
    assert {baris.keterangan.split("; ")[0] for baris in (satu, dua)} == {"bagian sasaran ini: 1 dari 2 subkegiatan"}
    assert (satu.unit, dua.unit) == ("Bidang U1", "Bidang U2")
    assert kolom(daftar[-1].rp, 7) == Decimal(4_000_000)


def test_the_rupiah_of_every_column():
    program = cari(susun_e81(rekap()), "1.01 ")
    assert program.rp == (
        Decimal(5_000_000),
        Decimal(2_000_000),
        Decimal(1_000_000),
        Decimal(250_000),
        Decimal(350_000),
        "",
        "",
        Decimal(600_000),
        Decimal(2_600_000),
        Decimal(52),
    )


def test_unknown_rupiah_are_never_nol():
    program = cari(susun_e81(rekap()), "1.01 ", 1)
    assert [kolom(program.rp, n) for n in (5, 6, 9, 12, 13, 14)] == [KOSONG] * 6
    assert kolom(program.rp, 8) == Decimal(0)
    assert program.keterangan.split("; ")[1:] == ["kolom 5 dan 6: belum dicatat", "kolom 9 dan 12: belum dilaporkan"]
    assert "belum dicatat untuk 1 dari 2 subkegiatan" in susun_e81(rekap())[-1].keterangan


def test_k_is_added_over_the_years_only_where_its_cara_gabung_is_a_sum():
    daftar = susun_e81(rekap())
    dijumlah, keadaan = bernomor(daftar, "1.1"), bernomor(daftar, "1.2")
    assert [kolom(dijumlah.k, n) for n in (5, 6, 12, 13, 14)] == [
        Decimal(12),
        Decimal(17),
        Decimal(3),
        Decimal(20),
        Decimal(120),
    ]
    assert dijumlah.keterangan.startswith("kolom 6: 2023–2024; kolom 14: 166,67% sebelum dibatasi")
    assert [kolom(keadaan.k, n) for n in (6, 12, 13)] == [Decimal(10), Decimal("85.555"), Decimal("85.555")]
    assert keadaan.desimal == 2


def test_k_of_a_single_year_names_the_year_and_without_a_history_it_is_unknown():
    lalu = Riwayat((TahunLalu(2022, None, Decimal(1)), TahunLalu(2024, None, Decimal(4))))
    dasar = DAFTAR_INDIKATOR[0]
    daftar = susun_e81(
        rekap(daftar_indikator=(replace(dasar, riwayat=lalu), replace(dasar, kode="I9", riwayat=Riwayat())))
    )
    assert kolom(bernomor(daftar, "1.1").k, 6) == Decimal(4)
    assert "kolom 6: 2024" in bernomor(daftar, "1.1").keterangan
    assert [kolom(bernomor(daftar, "1.2").k, n) for n in (5, 6, 13)] == [KOSONG] * 3


def test_predicates_and_bounds_are_shown_as_texts():
    daftar = susun_e81(rekap())
    assert kolom(bernomor(daftar, "2.1").k, 7) == "BB"
    assert kolom(bernomor(daftar, "2.1").k, 8) == "B"
    assert kolom(bernomor(daftar, "2.2").k, 7) == "60 s.d. 80"


def test_a_budget_without_a_sasaran_is_still_seen():
    lepas = (*DAFTAR_ANGGARAN[:3], replace(DAFTAR_ANGGARAN[3], sasaran=""))
    daftar = susun_e81(rekap(daftar_anggaran=lepas))
    assert cari(daftar, TANPA_SASARAN).jenis is JenisBaris.SASARAN
    assert kolom(daftar[-1].rp, 7) == Decimal(4_000_000)


def test_a_subkegiatan_without_a_program_is_still_seen():
    daftar = susun_e81(rekap(daftar_anggaran=DAFTAR_ANGGARAN[2:]))
    assert kolom(cari(daftar, "1.01.1.1").rp, 7) == Decimal(1_000_000)


def test_without_a_report_the_realisasi_stays_unknown():
    jumlah = susun_e81(rekap_sunyi())[-1]
    assert [kolom(jumlah.rp, n) for n in (8, 12, 13)] == [KOSONG] * 3


def test_without_sasaran_and_budget_there_are_no_rows():
    assert susun_e81(rekap_kosong()) == ()


def test_the_sum_of_rupiah_waits_for_all_its_parts():
    assert jumlah_rupiah([Decimal(1), Decimal(2)]) == Decimal(3)
    assert jumlah_rupiah([Decimal(1), None]) is None
    assert jumlah_rupiah([]) is None


def test_columns_are_numbered_in_order_and_have_titles_of_their_own():
    assert [kolom.nomor for kolom in DAFTAR_KOLOM] == list(range(1, 17))
    assert len({kolom.judul for kolom in DAFTAR_KOLOM}) == 16
    assert [kolom.nomor for kolom in KOLOM_ANGKA] == list(range(5, 15))
    assert [kolom.nomor for kolom in DAFTAR_KOLOM if kolom.adalah_persen] == [14]
    assert {len(kolom.lebar) == len(kolom.lebar_cm) == (2 if kolom.nilai else 1) for kolom in DAFTAR_KOLOM} == {True}


# --- Program, kegiatan and subkegiatan with indicators of their own -------------------------------------------------


def program(kode, rekening, **lain):
    """Return an indicator of a budget line: 4 documents a year, 20 to the end of the Renstra, 9 up to last year."""
    riwayat = Riwayat(target_renstra=Decimal(20), realisasi_renstra=Decimal(9))
    isi = {"tahun": 4, "triwulan": (1,) * 4, "cara": CaraGabung.JUMLAH, "jenis": JenisTarget.PER_TRIWULAN}
    return indikator(kode, rekening=rekening, sasaran="", satuan="dokumen", riwayat=riwayat, **(isi | lain))


def rekap_program(*daftar):
    buku = agensi(daftar_indikator_program=daftar)
    satu = laporan("U1", 1, {"1.01.1.1": 1, "1.01.1.1 (2)": 1})
    dua = laporan("U1", 2, {"1.01.1.1": 2, "1.01.1.1 (2)": None})
    dua = replace(
        dua, daftar_indikator=tuple(replace(j, penjelasan="Satu dokumen maju.") for j in dua.daftar_indikator)
    )
    return susun_rekap(buku, triwulan(TAHUN, 2), kumpulan(dinilai(satu, buku), dinilai(dua, buku)))


def test_a_subkegiatan_carries_k_and_rp_on_one_row_and_further_indicators_below():
    daftar = susun_e81(rekap_program(program("1.01.1.1", "1.01.1.1"), program("1.01.1.1 (2)", "1.01.1.1")))
    baris = cari(daftar, "1.01.1.1")
    assert (baris.jenis, baris.indikator) == (JenisBaris.SUBKEGIATAN, "Indikator 1.01.1.1 (dokumen)")
    # 20 to the end, 9 before, 4 this year; 1 + 2 so far; 9 + 3 = 12 of 20 are 60 %
    assert baris.k == (20, 9, 4, 1, 2, "", "", 3, 12, 60)
    assert kolom(baris.rp, 7) == 1_000_000
    assert baris.keterangan.endswith("; Satu dokumen maju.")
    lain = daftar[daftar.index(baris) + 1]
    assert (lain.jenis, lain.program, lain.rp) == (JenisBaris.INDIKATOR, "", ())
    assert (kolom(lain.k, 12), kolom(lain.k, 13)) == (KOSONG, KOSONG)
    assert lain.keterangan.startswith("kolom 9: belum dilaporkan; kolom 12 dan 13: belum lengkap (1 dari 2 triwulan);")


def test_an_indicator_of_a_program_is_in_no_sasaran_and_in_no_mean_of_the_agency():
    tanpa, dengan = rekap_program(), rekap_program(program("1.01", "1.01"))
    assert dengan.daftar_sasaran == tanpa.daftar_sasaran
    assert dengan.rerata == tanpa.rerata


def rata(penutup, kolom):
    """Return the mean of K and that of Rp in a column: number and predikat."""
    return [
        satu and (satu.angka, satu.pita.predikat if satu.pita else satu.sementara)
        for satu in penutup.daftar_rata[kolom]
    ]


def test_the_mean_under_the_form_counts_the_indicators_of_budget_lines_too():
    penutup = susun_penutup(rekap_program(program("1.01.1.1", "1.01.1.1")))
    k, _ = penutup.daftar_rata[14]
    assert (k.angka, k.keterangan) == (60, "1 dari 6 indikator")
    assert (k.pita, k.sementara) == (None, True)  # the agency's own five are still to come


def test_a_mean_on_incomplete_data_has_no_predikat():
    baris = program("1.01.1.1 (2)", "1.01.1.1", cara=CaraGabung.RATA_RATA)
    k, _ = susun_penutup(rekap_program(baris)).daftar_rata[14]
    assert (k.sementara, k.pita) == (True, None)


def sendiri(*nilai, uang=(), dalam=None):
    """Return what stands under the form of an agency with one indicator, 2 a quarter and 8 a year, and one pagu."""
    satu = indikator("I1", cara=CaraGabung.JUMLAH, tahun=Decimal(8), triwulan=[Decimal(2)] * 4)
    buku = agensi(daftar_indikator=(satu,), daftar_anggaran=(subkegiatan("1.01.1.1", 1_000),))
    kirim = [
        laporan("U1", n, {} if isi is None else {"I1": isi}, {"1.01.1.1": terpakai})
        for n, (isi, terpakai) in enumerate(zip(nilai, uang, strict=True), start=1)
    ]
    return susun_penutup(susun_rekap(buku, dalam or setahun(TAHUN), kumpulan(*kirim)))


def test_each_quarter_and_the_year_have_a_mean_under_their_own_columns():
    penutup = sendiri(1, 2, 3, 2, uang=(100, 300, 300, 800))
    assert {kolom: rata(penutup, kolom) for kolom in penutup.daftar_rata} == {
        8: [(50, "Sangat Rendah"), None],
        9: [(100, "Sangat Tinggi"), None],
        10: [(120, "Sangat Tinggi"), None],
        11: [(100, "Sangat Tinggi"), None],
        12: [(100, "Sangat Tinggi"), (80, "Tinggi")],
        14: [(None, False), (None, False)],
    }
    assert penutup.keterangan == (
        "kolom 12: 1 dari 1 indikator, 1 dari 1 subkegiatan; kolom 14: 0 dari 1 indikator, 0 dari 1 subkegiatan"
    )


def test_a_quarter_after_the_period_has_no_mean():
    assert list(sendiri(1, uang=(100,), dalam=triwulan(TAHUN, 1)).daftar_rata) == [8, 12, 14]


def test_before_the_years_end_nobody_rates_what_was_reached_of_the_year():
    penutup = sendiri(2, 2, uang=(100, 400), dalam=triwulan(TAHUN, 2))
    assert rata(penutup, 12) == [(50, False), (40, False)]


def test_a_quarter_that_is_missing_has_no_predikat_and_neither_has_the_year():
    penutup = sendiri(1, None, 3, 2, uang=(100, None, 300, 800))
    assert (rata(penutup, 9), rata(penutup, 8)[0]) == ([(None, False), None], (50, "Sangat Rendah"))
    assert rata(penutup, 12) == [(None, False), (80, "Tinggi")]


def test_the_factors_under_the_form_are_the_units_own_words_of_the_last_quarter():
    buku = agensi()
    kata = {"faktor_pendorong": "Regu\nlengkap.", "tindak_lanjut": "Melatih."}
    isi = replace(jawaban("I1", 1), **kata)
    lama = replace(laporan("U1", 1), daftar_indikator=(replace(isi, faktor_penghambat="Hujan."),))
    baru = replace(laporan("U1", 2), daftar_indikator=(isi,))
    satu = susun_rekap(buku, triwulan(TAHUN, 2), kumpulan(dinilai(lama, buku), dinilai(baru, buku)))
    assert [isi for _, isi in susun_penutup(satu).daftar_uraian] == [
        ("1.1 Jumlah layanan: Regu lengkap.",),
        ("[belum diisi unit]",),
        ("1.1 Jumlah layanan: Melatih.",),
        ("[belum ditulis]",),
    ]


def test_the_words_of_two_units_about_one_indicator_stand_on_one_line():
    buku = agensi(daftar_indikator=(replace(DAFTAR_INDIKATOR[0], daftar_unit=("U1", "U2")),))
    kata = {"U1": "Regu lengkap.", "U2": "Alat baru."}
    daftar = [
        replace(laporan(unit, 1), daftar_indikator=(replace(jawaban("I1", 1), faktor_pendorong=teks),))
        for unit, teks in kata.items()
    ]
    satu = susun_rekap(buku, triwulan(TAHUN, 1), kumpulan(*(dinilai(milik, buku) for milik in daftar)))
    assert susun_penutup(satu).daftar_uraian[0][1] == ("1.1 Jumlah layanan: Regu lengkap. Alat baru.",)


def test_the_same_words_of_several_units_stand_once_under_the_form():
    kiriman = [
        replace(laporan(unit, 4), daftar_indikator=(jawaban("I1", 90, faktor_pendorong=kata),))
        for unit, kata in (("U1", "Alat baru."), ("U2", "Alat baru."), ("U3", "Dana cukup."))
    ]
    buku = induk(indikator(unit=("U1", "U2", "U3")))
    penutup = susun_penutup(susun_rekap(buku, setahun(2025), kumpulan(*kiriman)))
    assert dict(penutup.daftar_uraian)["Faktor pendorong keberhasilan kinerja"] == (
        "1.1 Indikator I1: Alat baru. Dana cukup.",
    )


def test_the_trace_of_a_budget_line_holds_its_money_and_its_indicators():
    pohon = cari_jejak(rekap_program(program("1.01.1.1", "1.01.1.1")), "1.01.1.1")
    assert pohon.daftar_bagian[-1].nama == "1.01.1.1 Indikator 1.01.1.1 (dokumen)"


def test_what_nobody_reported_is_explained_once_for_all_its_columns():
    rekap = susun_rekap(agensi(), setahun(TAHUN), kumpulan())
    daftar = [baris.keterangan for baris in susun_e81(rekap) if baris.jenis is JenisBaris.INDIKATOR]
    assert daftar
    for keterangan in daftar:
        assert "kolom 8–13: belum dilaporkan" in keterangan
        assert keterangan.count("belum dilaporkan") == 1
