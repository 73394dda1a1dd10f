"""What the annual report tells beside its figures: promises and how far they are, money left, costs, facts."""

from dataclasses import replace
from datetime import date

import pytest

from bantu_induk import TAHUN, belanja, des, indikator, induk, instansi, jawaban, kumpulan, laporan, subkegiatan
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.induk import Narasi
from lakip_gen.domain.kinerja import Riwayat, Sasaran, TahunLalu, TindakLanjutLalu
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.nilai import Rentang
from lakip_gen.domain.pembanding import Pembanding, Rekomendasi
from lakip_gen.domain.periode import semester, setahun
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.renstra import PeriodeRenstra
from lakip_gen.laporan.pandangan import KeadaanTindakLanjutPandangan
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.susun_janji import kalimat_tindak_lanjut

SETAHUN = setahun(TAHUN)


def pandangan(buku, *kiriman):
    return susun_pandangan(susun_rekap(buku, SETAHUN, kumpulan(*kiriman)))


def menulis(unit, nomor, isi=100, **teks):
    """Return a quarter's report of I1 with what the unit wrote."""
    return replace(laporan(unit, nomor), daftar_indikator=(jawaban("I1", isi, **teks),))


# --- promises ---


def janji(*kiriman, dulu=(), unit=("U1",)):
    buku = induk(indikator(unit=unit), daftar_tindak_lanjut=tuple(dulu))
    return pandangan(buku, *kiriman).daftar_sasaran[0].daftar_tindak_lanjut


BELI = {"tindak_lanjut": "Beli kabel", "pic": "Kasi", "batas_waktu": date(TAHUN, 5, 2)}


@pytest.mark.parametrize(
    ("kiriman", "keadaan"),
    [
        ((menulis("U1", 1, **BELI),), ["belum ada laporan, lewat batas waktu"]),
        ((menulis("U1", 1, **BELI), menulis("U1", 2, status_tindak_lanjut="selesai")), ["selesai"]),
        ((menulis("U1", 1, **BELI), menulis("U1", 3, status_tindak_lanjut="batal")), ["batal"]),
        (
            (menulis("U1", 1, **BELI), menulis("U1", 2, status_tindak_lanjut="berjalan")),
            ["berjalan, lewat batas waktu"],
        ),
        ((menulis("U1", 4, tindak_lanjut="Rawat kabel"),), ["baru direncanakan"]),
        (
            (
                menulis("U1", 1, **BELI),
                menulis("U1", 2, status_tindak_lanjut="selesai", tindak_lanjut="Rawat kabel"),
                menulis("U1", 3, status_tindak_lanjut="berjalan"),
            ),
            ["selesai", "berjalan"],
        ),
        ((menulis("U1", 1, **BELI), menulis("U1", 2, **BELI)), ["belum ada laporan, lewat batas waktu"]),
        (
            (menulis("U1", 1, **BELI), menulis("U1", 2, status_tindak_lanjut="selesai", **BELI)),
            ["selesai", "belum ada laporan, lewat batas waktu"],
        ),
        ((menulis("U1", 1), laporan("U1", 2)), []),
    ],
    ids=[
        "never answered",
        "done",
        "given up",
        "late",
        "of the last quarter",
        "one closed, one open",
        "said again while it was open",
        "said again after it was done",
        "none",
    ],
)
def test_a_promise_has_the_last_answer_of_its_unit(kiriman, keadaan):
    assert [satu.keadaan for satu in janji(*kiriman)] == keadaan


def test_a_promise_names_who_keeps_it_and_when_it_was_given():
    [satu] = janji(menulis("U1", 2, **BELI))
    assert (satu.nomor, satu.unit, satu.periode) == ("1.1", "Bidang U1", "TW II")
    assert satu.isi == "Beli kabel (Kasi, paling lambat 2 Mei 2025)"


def test_what_was_open_at_the_end_of_last_year_stands_first():
    dulu = [TindakLanjutLalu("U1", "I1", "Pinjam kabel"), TindakLanjutLalu("U2", "I1", "Milik unit lain")]
    satu, dua = janji(menulis("U1", 1, status_tindak_lanjut="selesai", **BELI), dulu=dulu)
    assert (satu.isi, satu.periode, satu.keadaan) == ("Pinjam kabel", "2024", "selesai")
    assert dua.periode == "TW I"


def test_units_answer_for_their_own_promises_only():
    kiriman = (menulis("U1", 1, **BELI), menulis("U2", 1, **BELI), menulis("U2", 2, status_tindak_lanjut="selesai"))
    daftar = janji(*kiriman, unit=("U1", "U2"))
    assert [(satu.unit, satu.keadaan.partition(",")[0]) for satu in daftar] == [
        ("Bidang U1", "belum ada laporan"),
        ("Bidang U2", "selesai"),
    ]


@pytest.mark.parametrize(
    ("status", "ada"), [("selesai", False), ("batal", False), ("berjalan", True)], ids=["done", "dropped", "under way"]
)
def test_a_promise_that_ended_within_the_period_is_no_plan_of_its_report(status, ada):
    kiriman = (menulis("U1", 1, **BELI), menulis("U1", 2, status_tindak_lanjut=status))
    rencana = susun_pandangan(susun_rekap(induk(indikator()), semester(TAHUN, 1), kumpulan(*kiriman)))
    assert [satu.tindak_lanjut for satu in rencana.daftar_tindak_lanjut] == (["Beli kabel"] if ada else [])


def test_a_promise_that_is_said_again_is_one_plan_and_asked_for_once():
    dua = menulis("U1", 2, **BELI, status_tindak_lanjut="berjalan")
    tiga, empat = (menulis("U1", nomor, **BELI, status_tindak_lanjut="berjalan") for nomor in (3, 4))
    rencana = susun_pandangan(susun_rekap(induk(indikator()), semester(TAHUN, 2), kumpulan(dua, tiga, empat)))
    assert [(satu.periode, satu.tindak_lanjut) for satu in rencana.daftar_tindak_lanjut] == [("TW IV", "Beli kabel")]
    assert [(satu.periode, satu.status) for satu in rencana.daftar_janji] == [("TW III–IV", "berjalan")]


@pytest.mark.parametrize(
    ("daftar_keadaan", "kalimat"),
    [
        ((), ""),
        (("selesai", "batal"), "Semua tindak lanjut yang dijanjikan unit (2 butir) sudah ditutup."),
        (
            ("selesai", "berjalan", "belum mulai, lewat batas waktu"),
            (
                "Dari 3 (tiga) tindak lanjut yang dijanjikan unit, 1 (satu) sudah ditutup dan 2 (dua) masih terbuka, "
                "1 (satu) di antaranya lewat batas waktu."
            ),
        ),
        (
            ("berjalan",),
            "Satu-satunya tindak lanjut yang dijanjikan unit masih terbuka.",
        ),
        (
            ("berjalan, lewat batas waktu", "belum mulai, lewat batas waktu"),
            "Dari 2 (dua) tindak lanjut yang dijanjikan unit belum ada yang ditutup, semuanya lewat batas waktu.",
        ),
        (
            ("berjalan", "belum mulai, lewat batas waktu"),
            (
                "Dari 2 (dua) tindak lanjut yang dijanjikan unit belum ada yang ditutup, 1 (satu) di antaranya lewat "
                "batas waktu."
            ),
        ),
        (("batal",), "Satu-satunya tindak lanjut yang dijanjikan unit sudah ditutup."),
        (
            ("berjalan, lewat batas waktu",),
            "Satu-satunya tindak lanjut yang dijanjikan unit masih terbuka dan lewat batas waktu.",
        ),
    ],
)
def test_a_sasaran_tells_how_many_promises_are_open(daftar_keadaan, kalimat):
    daftar = [
        KeadaanTindakLanjutPandangan(nomor="1.1", unit="U", periode="TW I", isi="x", keadaan=satu)
        for satu in daftar_keadaan
    ]
    assert kalimat_tindak_lanjut(daftar) == kalimat


# --- syntheses ---


def test_a_synthesis_is_printed_by_paragraphs():
    buku = induk(indikator())
    [milik] = pandangan(buku, menulis("U1", 4, sintesis="Satu.\n\n Dua. ")).daftar_sasaran[0].daftar_indikator
    assert milik.daftar_sintesis == ("Satu.", "Dua.")


def test_of_several_units_each_synthesis_has_its_name():
    buku = induk(indikator(unit=("U1", "U2")))
    kiriman = menulis("U1", 4, sintesis="Satu."), menulis("U2", 4)
    [milik] = pandangan(buku, *kiriman).daftar_sasaran[0].daftar_indikator
    assert milik.daftar_sintesis == ("Bidang U1: Satu.",)


def test_without_a_synthesis_the_facts_stand_alone():
    [milik] = pandangan(induk(indikator()), menulis("U1", 4)).daftar_sasaran[0].daftar_indikator
    assert (milik.daftar_sintesis, milik.kalimat_setahun != "") == ((), True)


# --- money ---


def uang(*daftar, satu=None):
    """Return a sasaran with budget lines of 1000 of which so much was spent."""
    anggaran = [subkegiatan(f"1.{n}") for n, _ in enumerate(daftar, start=1)]
    buku = induk(satu or indikator(), anggaran=anggaran)
    belanjaan = {f"1.{n}": isi for n, isi in enumerate(daftar, start=1) if isi is not None}
    kiriman = [laporan("U1", n, {"I1": 2}, belanjaan) for n in range(1, 5)]
    return pandangan(buku, *kiriman).daftar_sasaran[0]


@pytest.mark.parametrize(
    ("daftar", "kalimat"),
    [
        ((), ""),
        ((1000,), ""),
        ((900,), "Sisa anggaran Rp100 berada pada Subkegiatan 1.1."),
        ((900, 700), "Sisa anggaran Rp400, terbesar pada Subkegiatan 1.2 (Rp300 atau 75,00% dari sisa)."),
        ((900, None), ""),
    ],
    ids=["no money", "all spent", "one line", "two lines", "not known"],
)
def test_what_is_left_of_the_money_is_told_with_where_it_is(daftar, kalimat):
    assert uang(*daftar).kalimat_sisa == kalimat


HITUNGAN = {"cara": CaraGabung.JUMLAH, "satuan": "dokumen", "triwulan": (2,) * 4, "tahun": 8}


@pytest.mark.parametrize(
    ("satu", "kalimat"),
    [
        (indikator(**HITUNGAN), "Biaya rata-rata untuk menghasilkan satu dokumen adalah Rp100."),
        (indikator(**HITUNGAN | {"satuan": "%"}), ""),
        (indikator(**HITUNGAN | {"satuan": "Indeks"}), ""),
        (indikator(**HITUNGAN | {"arah": Arah.TURUN}), ""),
        (indikator(**HITUNGAN | {"cara": CaraGabung.AKHIR}), ""),
    ],
    ids=["counted", "a percentage", "an index", "the fewer the better", "a state"],
)
def test_one_result_has_a_cost_only_where_results_are_counted(satu, kalimat):
    assert uang(800, satu=satu).kalimat_biaya == kalimat


def test_without_money_or_with_several_indicators_nothing_is_told_of_a_cost():
    assert not uang(satu=indikator(**HITUNGAN)).kalimat_biaya
    dua = induk(indikator(**HITUNGAN), indikator("I2"), anggaran=[subkegiatan("1.1")])
    assert not pandangan(dua).daftar_sasaran[0].kalimat_biaya
    belum = induk(indikator(**HITUNGAN), anggaran=[subkegiatan("1.1")])
    assert not pandangan(belum).daftar_sasaran[0].kalimat_biaya


@pytest.mark.parametrize(
    ("kiriman", "tercetak"),
    [
        ([laporan("U1", 4, {"K1": 3})], "Dokumen: 3 dokumen dari target 4 dokumen (capaian 75,00%)"),
        ([], "Dokumen: belum dilaporkan, target 4 dokumen"),
    ],
    ids=["reported", "not yet"],
)
def test_a_subkegiatan_tells_what_it_brought_forth(kiriman, tercetak):
    keluaran = indikator("K1", sasaran="", nama="Dokumen", satuan="dokumen", tahun=4, triwulan=(4,) * 4, rekening="1.1")
    buku = replace(induk(indikator(), anggaran=[subkegiatan("1.1")]), daftar_indikator_program=(keluaran,))
    [baris] = pandangan(buku, *kiriman).daftar_anggaran
    assert baris.daftar_keluaran[0].startswith(tercetak)


def test_an_output_that_cannot_be_judged_has_no_sign_of_percent():
    keluaran = indikator("K1", sasaran="", nama="Dokumen", tahun=0, triwulan=(0,) * 4, rekening="1.1")
    buku = replace(induk(indikator(), anggaran=[subkegiatan("1.1")]), daftar_indikator_program=(keluaran,))
    [baris] = pandangan(buku, laporan("U1", 4, {"K1": 3})).daftar_anggaran
    assert baris.daftar_keluaran[0].endswith("(capaian tidak dapat dinilai)")


def test_the_remark_of_a_unit_stands_with_its_budget_line():
    isi = replace(laporan("U1", 4), daftar_anggaran=(belanja("1.1", 900, keterangan="Lelang ulang."),))
    [baris] = pandangan(induk(indikator(), anggaran=[subkegiatan("1.1")]), isi).daftar_anggaran
    assert (baris.keterangan, str(baris.sisa)) == ("Lelang ulang.", "100")
    [kosong] = pandangan(induk(indikator(), anggaran=[subkegiatan("1.1")])).daftar_anggaran
    assert (kosong.keterangan, str(kosong.sisa)) == ("–", "–")


# --- facts before the agency's own texts, and those texts ---


def test_the_facts_of_the_plan_count_what_the_contract_holds():
    buku = induk(indikator(), indikator("I2", utama=False), anggaran=[subkegiatan("1.1")])
    kepala = replace(instansi(), renstra=PeriodeRenstra(2023, 2026))
    buku = replace(buku, instansi=kepala, daftar_sasaran=(Sasaran("S1", "Sasaran", "Mutu"),))
    assert pandangan(buku).fakta.perencanaan == (
        (
            "Perjanjian Kinerja Tahun 2025 dalam masa Rencana Strategis 2023–2026 memuat 1 (satu) sasaran strategis "
            "dan 2 (dua) indikator kinerja, 1 (satu) di antaranya indikator kinerja utama (IKU), dengan anggaran "
            "Rp1.000."
        ),
        "Tujuan Rencana Strategis yang didukung: “Mutu” (Sasaran 1).",
    )


def test_where_all_indicators_are_main_ones_that_is_said_of_all():
    [kalimat] = pandangan(induk(indikator())).fakta.perencanaan
    assert kalimat.endswith("1 (satu) indikator kinerja, semuanya indikator kinerja utama (IKU).")


def test_facts_that_are_not_known_are_left_out():
    fakta = pandangan(induk(indikator(utama=False))).fakta
    assert fakta.perencanaan == (
        "Perjanjian Kinerja Tahun 2025 memuat 1 (satu) sasaran strategis dan 1 (satu) indikator kinerja.",
    )
    assert (fakta.isu_strategis, fakta.perbaikan) == ((), ())
    assert fakta.gambaran_umum == ("Capaian dalam laporan ini bersumber dari 1 (satu) unit kerja: Bidang U1.",)
    assert pandangan(induk()).fakta.gambaran_umum == ()


def test_the_facts_of_issues_name_the_indicators_furthest_from_the_renstra():
    daftar = [indikator(f"I{n}", riwayat=Riwayat(target_renstra=des(100))) for n in (1, 2)]
    kiriman = [laporan("U1", n, {"I1": 100, "I2": 60}) for n in range(1, 5)]
    [kalimat] = pandangan(induk(*daftar), *kiriman).fakta.isu_strategis
    awal = (
        "Dari 2 (dua) indikator yang memiliki target akhir Renstra, 1 (satu) belum mencapainya; yang belum mencapai: "
    )
    assert kalimat == f"{awal}Indikator I2 (60,00%)."


def test_the_mark_of_a_provisional_figure_needs_no_brackets_within_brackets():
    buku = induk(indikator(cara=CaraGabung.RATA_RATA, riwayat=Riwayat(target_renstra=des(100))))
    [kalimat] = pandangan(buku, laporan("U1", 1, {"I1": 60})).fakta.isu_strategis
    assert kalimat.endswith("Indikator I1 (60,00%, sementara).")


DUA_SASARAN = (Sasaran("S1", "Satu", "Mutu"), Sasaran("S2", "Dua", "Mutu"))


@pytest.mark.parametrize(
    ("daftar_indikator", "pagu", "fakta"),
    [
        pytest.param(
            (indikator("I1"), indikator("I2", sasaran="S2"), indikator("I3", sasaran="S2")),
            (3_000, 1_000),
            (
                "Sasaran yang paling banyak diukur adalah Sasaran 2 (“Dua”): 2 (dua) dari 3 (tiga) indikator.",
                "Anggaran terbesar mendukung Sasaran 1 (“Satu”), yaitu Rp3.000 atau 75,00% dari seluruh anggaran.",
            ),
            id="one is most",
        ),
        pytest.param((indikator("I1"), indikator("I2", sasaran="S2")), (1_000, 1_000), (), id="none is most"),
        pytest.param((indikator("I1"), indikator("I2", sasaran="S2")), (1_000,), (), id="money of one alone"),
        pytest.param((), (), (), id="nothing known"),
    ],
)
def test_the_facts_of_what_is_strategic_name_where_most_is_measured_and_spent(daftar_indikator, pagu, fakta):
    anggaran = [subkegiatan(f"1.{n}", pagu=uang, sasaran=f"S{n}") for n, uang in enumerate(pagu, start=1)]
    buku = replace(induk(*daftar_indikator, anggaran=anggaran), daftar_sasaran=DUA_SASARAN)
    assert pandangan(buku).fakta.aspek_strategis == fakta


def test_a_tujuan_that_all_serve_names_no_sasaran():
    buku = replace(induk(indikator(), indikator("I2", sasaran="S2")), daftar_sasaran=DUA_SASARAN)
    assert pandangan(buku).fakta.perencanaan[1:] == (
        "Seluruh sasaran mendukung satu tujuan Rencana Strategis: “Mutu”.",
    )


def test_the_facts_of_improvement_count_what_goes_over_into_next_year():
    [kalimat] = pandangan(induk(indikator()), menulis("U1", 1, **BELI)).fakta.perbaikan
    awal = "Satu-satunya tindak lanjut yang dijanjikan unit masih terbuka pada akhir periode"
    assert kalimat == f"{awal} dan diteruskan ke periode berikutnya."


def test_what_waits_for_its_figure_is_counted_among_the_targets_of_the_renstra():
    daftar = [indikator(f"I{n}", riwayat=Riwayat(target_renstra=des(100))) for n in (1, 2)]
    [kalimat] = pandangan(induk(*daftar), *(laporan("U1", n, {"I2": 60}) for n in range(1, 5))).fakta.isu_strategis
    assert kalimat == (
        "Dari 2 (dua) indikator yang memiliki target akhir Renstra, 1 (satu) belum mencapainya dan 1 (satu) belum "
        "dapat dibandingkan; yang belum mencapai: Indikator I2 (60,00%)."
    )


def test_a_range_is_a_target_of_the_renstra_too():
    rentang = indikator(
        "I1", arah=Arah.RENTANG, tahun=Rentang(des(40), des(60)), triwulan=(Rentang(des(40), des(60)),) * 4
    )
    rentang = replace(rentang, riwayat=Riwayat(target_renstra=Rentang(des(40), des(60))))
    buku = induk(rentang, indikator("I2", riwayat=Riwayat(target_renstra=des(100))))
    [kalimat] = pandangan(buku, *(laporan("U1", n, {"I1": 50, "I2": 60}) for n in range(1, 5))).fakta.isu_strategis
    assert kalimat.startswith("Dari 2 (dua) indikator yang memiliki target akhir Renstra, 1 (satu) belum mencapainya;")


def test_the_only_target_of_the_renstra_is_told_without_counting():
    buku = induk(indikator(riwayat=Riwayat(target_renstra=des(100))))
    [kalimat] = pandangan(buku, *(laporan("U1", n, {"I1": 60}) for n in range(1, 5))).fakta.isu_strategis
    awal = "Satu-satunya indikator yang memiliki target akhir Renstra belum mencapainya"
    assert kalimat == f"{awal}: Indikator I1 (60,00%)."


@pytest.mark.parametrize(
    ("cara", "jenis"),
    [(CaraGabung.JUMLAH, f"kumulatif, {TAHUN - 2}–{TAHUN}"), (CaraGabung.AKHIR, "tahunan")],
    ids=["added up", "of one year"],
)
def test_a_target_of_the_whole_renstra_names_the_years_that_are_added_up(cara, jenis):
    tahun_lalu = tuple(TahunLalu(tahun=tahun, target=None, realisasi=des(10)) for tahun in (TAHUN - 2, TAHUN - 1))
    buku = induk(indikator(cara=cara, riwayat=Riwayat(daftar_tahun=tahun_lalu, target_renstra=des(100))))
    [sasaran] = pandangan(buku, *(laporan("U1", n, {"I1": 1}) for n in range(1, 5))).daftar_sasaran
    assert [satu.jenis_renstra for satu in sasaran.daftar_indikator] == [jenis]


def test_the_furthest_are_named_as_such_only_among_several():
    daftar = [indikator(f"I{n}", riwayat=Riwayat(target_renstra=des(100))) for n in (1, 2)]
    kiriman = [laporan("U1", n, {"I1": 50, "I2": 60}) for n in range(1, 5)]
    [kalimat] = pandangan(induk(*daftar), *kiriman).fakta.isu_strategis
    assert kalimat.endswith("2 (dua) belum mencapainya; yang terjauh: Indikator I1 (50,00%) dan Indikator I2 (60,00%).")


def test_the_legal_basis_is_data_with_the_common_one_where_nothing_is_typed():
    umum = pandangan(induk(indikator())).narasi.dasar_hukum
    assert [satu[-1] for satu in umum] == [";", "."]
    sendiri = induk(indikator(), narasi=Narasi((("dasar_hukum", "Perda 1;\n\nPerbup 2."),)))
    assert pandangan(sendiri).narasi.dasar_hukum == ("Perda 1;", "Perbup 2.")


def test_places_that_are_not_due_vanish_when_nothing_was_written_and_others_say_so():
    narasi = pandangan(induk(indikator(), narasi=Narasi((("sarana", "Satu gedung."),)))).narasi
    assert (narasi.sarana, narasi.sumber_daya_manusia, narasi.prestasi) == (("Satu gedung.",), (), ())
    assert narasi.simpulan == ("[belum ditulis]",)


# --- what others have, and what an evaluation asked for ---


def test_the_national_standard_stands_first_among_what_an_indicator_is_compared_with():
    buku = induk(indikator(riwayat=Riwayat(standar_nasional=des(80), sumber_standar="Permen 1")), indikator("I2"))
    lain = (
        Pembanding(indikator="I1", nama="Provinsi 2024", nilai=des(50)),
        Pembanding(indikator="I1", nama="Tanpa angka", nilai=None),
    )
    kiriman = [laporan("U1", n, {"I1": 100}) for n in range(1, 5)]
    [sasaran] = pandangan(replace(buku, daftar_pembanding=lain), *kiriman).daftar_sasaran
    satu, dua = sasaran.daftar_indikator
    assert [(p.nama, str(p.nilai), str(p.capaian), p.sumber) for p in satu.daftar_pembanding] == [
        ("Standar nasional", "80", "125,00", "Permen 1"),
        ("Provinsi 2024", "50", "200,00", "–"),
    ]
    assert (dua.daftar_pembanding, sasaran.ada_pembanding) == ((), True)
    awal = "Terhadap pembanding lain, capaian indikator 1.1 adalah"
    assert sasaran.kalimat_pembanding == f"{awal} 200,00% (Provinsi 2024)."


def test_figures_of_others_are_compared_without_a_national_standard_too():
    lain = (Pembanding(indikator="I1", nama="Provinsi 2024", nilai=des(50)),)
    [sasaran] = pandangan(replace(induk(indikator()), daftar_pembanding=lain)).daftar_sasaran
    assert (sasaran.ada_standar, sasaran.ada_pembanding, sasaran.kalimat_pembanding) == (False, True, "")


def test_a_recommendation_shows_what_nobody_wrote_about_it():
    buku = replace(induk(indikator()), daftar_rekomendasi=(Rekomendasi(isi="Tetapkan target."),))
    [satu] = pandangan(buku).daftar_rekomendasi
    assert (satu.nomor, satu.isi, satu.langkah, satu.keadaan) == (1, "Tetapkan target.", "[belum diisi unit]", "–")
