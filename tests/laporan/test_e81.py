from dataclasses import replace
from decimal import Decimal

from bantu_rekap import DAFTAR_ANGGARAN, DAFTAR_INDIKATOR, rekap, rekap_kosong, rekap_sunyi
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.laporan.e81 import DAFTAR_KOLOM, TANPA_SASARAN, JenisBaris, jumlah_rupiah, susun_e81
from lakip_gen.pesan.bahasa import KOSONG


def kolom(baris, nomor):
    return baris.nilai[[kolom.nomor for kolom in DAFTAR_KOLOM].index(nomor)]


def cari(daftar, awal, ke=0):
    return [baris for baris in daftar if baris.uraian.startswith(awal)][ke]


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
    assert bernomor(daftar, "1.2").uraian == "Persentase layanan (%)"


def test_a_sasaran_is_followed_by_its_budget_and_then_its_indicators():
    daftar = susun_e81(rekap())
    assert [baris.jenis for baris in daftar] == [
        JenisBaris.SASARAN,
        JenisBaris.PROGRAM,
        JenisBaris.KEGIATAN,
        JenisBaris.INDIKATOR,
        JenisBaris.INDIKATOR,
        JenisBaris.SASARAN,
        JenisBaris.PROGRAM,
        JenisBaris.KEGIATAN,
        JenisBaris.INDIKATOR,
        JenisBaris.INDIKATOR,
        JenisBaris.INDIKATOR,
        JenisBaris.JUMLAH,
    ]
    assert all(len(baris.nilai) == len(DAFTAR_KOLOM) for baris in daftar if baris.jenis is not JenisBaris.SASARAN)


def test_a_program_that_serves_two_sasaran_counts_in_part_for_each():
    daftar = susun_e81(rekap())
    satu, dua = cari(daftar, "1.01 "), cari(daftar, "1.01 ", 1)
    assert (kolom(satu, 7), kolom(dua, 7)) == (Decimal(1_000_000), Decimal(3_000_000))
    assert satu.keterangan == dua.keterangan == "bagian sasaran ini: 1 dari 2 subkegiatan"
    assert (satu.unit, dua.unit) == ("Bidang U1", "Bidang U2")
    assert kolom(daftar[-1], 7) == Decimal(4_000_000)


def test_the_rupiah_of_every_column():
    program = cari(susun_e81(rekap()), "1.01 ")
    assert program.nilai == (
        Decimal(5_000_000),
        Decimal(2_000_000),
        Decimal(1_000_000),
        Decimal(250_000),
        Decimal(350_000),
        KOSONG,
        KOSONG,
        Decimal(600_000),
        Decimal(2_600_000),
        Decimal(52),
    )


def test_unknown_rupiah_are_never_nol():
    program = cari(susun_e81(rekap()), "1.01 ", 1)
    assert [kolom(program, n) for n in (5, 6, 9, 12, 13, 14)] == [KOSONG] * 6
    assert kolom(program, 8) == Decimal(0)


def test_k_is_added_over_the_years_only_where_its_cara_gabung_is_a_sum():
    daftar = susun_e81(rekap())
    dijumlah, keadaan = bernomor(daftar, "1.1"), bernomor(daftar, "1.2")
    assert [kolom(dijumlah, n) for n in (5, 6, 12, 13, 14)] == [
        Decimal(12),
        Decimal(17),
        Decimal(3),
        Decimal(20),
        Decimal(120),
    ]
    assert dijumlah.keterangan.startswith("kolom 6: 2023–2024; kolom 14: 166,67% sebelum dibatasi")
    assert [kolom(keadaan, n) for n in (6, 12, 13)] == [Decimal(10), Decimal("85.555"), Decimal("85.555")]
    assert keadaan.desimal == 2


def test_k_of_a_single_year_names_the_year_and_without_a_history_it_is_unknown():
    lalu = Riwayat((TahunLalu(2022, None, Decimal(1)), TahunLalu(2024, None, Decimal(4))))
    dasar = DAFTAR_INDIKATOR[0]
    daftar = susun_e81(
        rekap(daftar_indikator=(replace(dasar, riwayat=lalu), replace(dasar, kode="I9", riwayat=Riwayat())))
    )
    assert kolom(bernomor(daftar, "1.1"), 6) == Decimal(4)
    assert "kolom 6: 2024" in bernomor(daftar, "1.1").keterangan
    assert [kolom(bernomor(daftar, "1.2"), n) for n in (5, 6, 13)] == [KOSONG] * 3


def test_predicates_and_bounds_are_shown_as_texts():
    daftar = susun_e81(rekap())
    assert kolom(bernomor(daftar, "2.1"), 7) == "BB"
    assert kolom(bernomor(daftar, "2.1"), 8) == "B"
    assert kolom(bernomor(daftar, "2.2"), 7) == "60 s.d. 80"


def test_a_budget_without_a_sasaran_is_still_seen():
    lepas = (*DAFTAR_ANGGARAN[:3], replace(DAFTAR_ANGGARAN[3], sasaran=""))
    daftar = susun_e81(rekap(daftar_anggaran=lepas))
    assert cari(daftar, TANPA_SASARAN).jenis is JenisBaris.SASARAN
    assert kolom(daftar[-1], 7) == Decimal(4_000_000)


def test_a_subkegiatan_without_a_program_is_still_seen():
    daftar = susun_e81(rekap(daftar_anggaran=DAFTAR_ANGGARAN[2:]))
    assert kolom(cari(daftar, "1.01.1.1"), 7) == Decimal(1_000_000)


def test_without_a_report_the_realisasi_stays_unknown():
    jumlah = susun_e81(rekap_sunyi())[-1]
    assert [kolom(jumlah, n) for n in (8, 12, 13)] == [KOSONG] * 3


def test_without_sasaran_and_budget_there_are_no_rows():
    assert susun_e81(rekap_kosong()) == ()


def test_the_sum_of_rupiah_waits_for_all_its_parts():
    assert jumlah_rupiah([Decimal(1), Decimal(2)]) == Decimal(3)
    assert jumlah_rupiah([Decimal(1), None]) is None
    assert jumlah_rupiah([]) is None


def test_columns_are_numbered_in_order_and_have_titles_of_their_own():
    assert [kolom.nomor for kolom in DAFTAR_KOLOM] == list(range(5, 15))
    assert len({kolom.judul for kolom in DAFTAR_KOLOM}) == len({k.judul_sempit for k in DAFTAR_KOLOM}) == 10
    assert [kolom.nomor for kolom in DAFTAR_KOLOM if kolom.adalah_persen] == [14]
