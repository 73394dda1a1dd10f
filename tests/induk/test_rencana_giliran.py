"""Next year's buku induk as a plan: what is emptied, what is worked out, and what a planner is asked to look at."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bantu_induk import BARIS_INDIKATOR, BARIS_UNIT, DAFTAR_REKENING, TAHUN, induk_mentah, kumpulan, laporan
from lakip_gen.domain.isian import IsianIndikator, Kumpulan
from lakip_gen.domain.kinerja import TahunLalu, TindakLanjutLalu
from lakip_gen.domain.nilai import Nilai
from lakip_gen.domain.periode import setahun
from lakip_gen.domain.rekap import Rekap, susun_rekap
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import JenisKolom
from lakip_gen.induk import susun_induk
from lakip_gen.induk.giliran import RIWAYAT, Tempat, giliran, lengkapan, riwayat_baru, terbuka_akhir_tahun
from lakip_gen.induk.giliran_kolom import DIKOSONGKAN, DIPERBARUI, TETAP

KOLOM_RIWAYAT = {kolom.kunci: "G" for kolom in skema.RIWAYAT.daftar_kolom}


def buku(**lain: object):
    """Return the cells of a small buku induk, with the row of the headings of its history."""
    mentah = induk_mentah(**lain)
    lembar = replace(mentah.lembar[RIWAYAT], kepala=4, kolom=KOLOM_RIWAYAT)
    return replace(mentah, lembar={**mentah.lembar, RIWAYAT: lembar})


def penuh(*daftar: object) -> Kumpulan:
    """Return what the one unit reported quarter by quarter; None for a form that is missing."""
    return kumpulan(
        *(
            laporan("U1", nomor, {"I1": isi}, {"1.01.1.1": 100 * nomor})
            for nomor, isi in enumerate(daftar, 1)
            if isi is not None
        )
    )


def rekap(mentah, isi: Kumpulan) -> Rekap:
    return susun_rekap(susun_induk(mentah, TAHUN)[0], setahun(TAHUN), isi)


def rencana(isi: Kumpulan | None = None, tahun: int = TAHUN + 1, **lain: object):
    mentah = buku(**lain)
    return giliran(mentah, rekap(mentah, isi or penuh(1, 1, 1, 2)), tahun)


def isi_baru(hasil, lembar):
    return {(t.baris, t.kolom): isi for t, isi in hasil.daftar_isi.items() if t.lembar == lembar}


def dilihat(hasil, lembar):
    return [(s.perihal, s.rincian) for s in hasil.daftar_lihat if s.tempat.lembar == lembar]


def test_every_target_amount_and_day_of_the_buku_induk_has_its_fate_at_the_change_of_year():
    setahun_saja = {JenisKolom.TARGET, JenisKolom.RUPIAH, JenisKolom.TANGGAL}
    tanpa = {
        f"{lembar.kunci}.{kolom.kunci}"
        for lembar in skema.DAFTAR_LEMBAR
        for kolom in lembar.daftar_butir or lembar.daftar_kolom
        if kolom.jenis in setahun_saja
        and not any(kolom.kunci in nasib.get(lembar.kunci, ()) for nasib in (DIKOSONGKAN, DIPERBARUI, TETAP))
    }
    assert tanpa == set()


def test_targets_and_pagu_are_emptied_and_asked_for_with_what_the_old_year_had():
    hasil = rencana()
    assert isi_baru(hasil, "indikator") == {
        (5, kolom): None for kolom in ("target_tahun", "target_1", "target_2", "target_3", "target_4")
    }
    assert dilihat(hasil, "indikator") == [
        (f"isi target {TAHUN + 1} dan target tiap triwulan", f"{TAHUN}: target 4, realisasi 5")
    ]
    assert isi_baru(hasil, "anggaran") == {(7, "pagu_murni"): None}
    assert dilihat(hasil, "anggaran") == [(f"isi pagu {TAHUN + 1}", f"{TAHUN}: Rp1.000")]


def test_the_days_of_changed_targets_and_pagu_are_emptied():
    hasil = rencana(butir={"aturan": {"perubahan_target": date(TAHUN, 9, 15), "batas_atas": 100}})
    assert list(isi_baru(hasil, "aturan").values()) == [None]


@pytest.mark.parametrize(
    ("dulu", "kini", "kata"),
    [
        pytest.param(date(2025, 4, 10), date(2026, 4, 10), "Jumat, 10 April 2026", id="a workday"),
        pytest.param(date(2025, 10, 10), date(2026, 10, 10), "Sabtu, 10 Oktober 2026", id="a Saturday"),
        pytest.param(date(2024, 2, 29), date(2025, 2, 28), "Jumat, 28 Februari 2025", id="29 February"),
    ],
)
def test_a_deadline_is_moved_a_year_and_its_weekday_is_said(dulu, kini, kata):
    hasil = rencana(butir={"aturan": {"tenggat_1": dulu}})
    assert (list(isi_baru(hasil, "aturan").values()), dilihat(hasil, "aturan")[0][1]) == ([kini], kata)


def test_a_deadline_that_is_no_day_stays_as_it_is():
    assert isi_baru(rencana(butir={"aturan": {"tenggat_1": "segera"}}), "aturan") == {}


def test_the_year_is_moved_and_people_and_texts_are_asked_about():
    hasil = rencana(butir={"instansi": {"tahun": TAHUN, "kepala_nama": "A. Kepala"}, "narasi": {"simpulan": "Baik."}})
    assert list(isi_baru(hasil, "instansi").values()) == [Decimal(TAHUN + 1)]
    assert dilihat(hasil, "instansi") == [(f"lihat apakah pejabatnya masih sama pada {TAHUN + 1}", "A. Kepala")]
    assert dilihat(hasil, "narasi") == [(f"teks {TAHUN} dibawa: sesuaikan dengan {TAHUN + 1}", "")]


def test_the_steps_of_the_rencana_aksi_stay_and_their_quarters_are_emptied():
    langkah = {
        "kode": "A1",
        "unit": "U1",
        "indikator": "I1",
        "kegiatan": "Melangkah",
        "rencana_1": "x",
        "rencana_3": "y",
    }
    hasil = rencana(rencana_aksi=[langkah])
    assert isi_baru(hasil, "rencana_aksi") == {(5, "rencana_1"): None, (5, "rencana_3"): None}
    assert [s.nama for s in hasil.daftar_lihat if s.tempat.lembar == "rencana_aksi"] == ["Melangkah"]


def test_the_holidays_of_the_old_year_are_emptied_and_those_of_the_new_one_asked_for():
    hasil = rencana(hari_libur=[{"tanggal": date(TAHUN, 8, 17), "nama": "Merdeka"}])
    assert isi_baru(hasil, "hari_libur") == {(5, "tanggal"): None, (5, "nama"): None}
    assert dilihat(hasil, "hari_libur") == [(f"isi hari libur {TAHUN + 1}", "")]


def test_the_holidays_that_somebody_knows_of_the_new_year_take_the_place_of_the_old_ones():
    dulu = [{"tanggal": date(TAHUN, 8, hari), "nama": "Merdeka"} for hari in (17, 18, 19)]
    kini = [{"tanggal": date(TAHUN + 1, 8, hari), "nama": f"Libur {hari}"} for hari in (17, 18)]
    mentah = buku(hari_libur=dulu)
    hasil = giliran(mentah, rekap(mentah, penuh(1, 1, 1, 2)), TAHUN + 1, hari_libur=kini)
    assert isi_baru(hasil, "hari_libur") == {
        (5, "tanggal"): date(TAHUN + 1, 8, 17),
        (5, "nama"): "Libur 17",
        (6, "tanggal"): date(TAHUN + 1, 8, 18),
        (6, "nama"): "Libur 18",
        (7, "tanggal"): None,
        (7, "nama"): None,
    }
    (lihat,) = [satu for satu in hasil.daftar_lihat if satu.tempat.lembar == "hari_libur"]
    assert (lihat.perihal, lihat.kosong) == (
        f"cocokkan dengan keputusan bersama tiga menteri: hari libur {TAHUN + 1}",
        False,
    )
    tanpa = buku()
    assert isi_baru(giliran(tanpa, rekap(tanpa, penuh(1, 1, 1, 2)), TAHUN + 1, hari_libur=kini), "hari_libur") == {}


REKENING = (
    {"kode": "1.01", "uraian": "Program", "tingkat": "program"},
    {"kode": "1.01.1", "uraian": "Kegiatan", "tingkat": "kegiatan"},
)
BELANJA = {
    "kode": "1.01.1.1",
    "uraian": "Subkegiatan",
    "tingkat": "subkegiatan",
    "unit": "U1",
    "sasaran": "S1",
    "pagu_murni": 1000,
    "realisasi_lalu": 700,
}


@pytest.mark.parametrize(
    ("isi", "jumlah", "ditanya"),
    [
        pytest.param(penuh(1, 1, 1, 1), Decimal(1100), [], id="whole year"),
        pytest.param(
            penuh(1, 1, 1, None),
            None,
            [("isi realisasi anggaran s.d. 2025", "s.d. 2024: Rp700; realisasi 2025 belum dilaporkan")],
            id="last quarter missing",
        ),
    ],
)
def test_the_spending_of_the_year_is_added_to_that_of_the_years_before(isi, jumlah, ditanya):
    hasil = rencana(isi, anggaran=[*REKENING, BELANJA])
    assert isi_baru(hasil, "anggaran")[7, "realisasi_lalu"] == jumlah
    assert dilihat(hasil, "anggaran")[1:] == ditanya


def test_the_history_moves_a_year_and_takes_the_results_of_the_old_one():
    lalu = {"indikator": "I1", "target_3": 1, "realisasi_3": 2, "target_2": 3, "realisasi_2": 4, "target_1": 5}
    hasil = rencana(riwayat=[lalu])
    isi = isi_baru(hasil, RIWAYAT)
    assert {k: v for k, v in isi.items() if k[0] == 5} == {
        (5, "target_3"): Decimal(3),
        (5, "realisasi_3"): Decimal(4),
        (5, "target_2"): Decimal(5),
        (5, "realisasi_2"): None,
        (5, "target_1"): Decimal(4),
        (5, "realisasi_1"): Decimal(5),
        (5, "jenis_renstra"): None,
        (5, "realisasi_renstra"): None,
    }
    assert (isi[4, "realisasi_1"], isi[4, "target_3"]) == (
        "Realisasi tahun lalu (2025)",
        "Target tiga tahun lalu (2023)",
    )
    assert dilihat(hasil, RIWAYAT) == []


@pytest.mark.parametrize(
    ("jenis", "renstra", "isi", "harap"),
    [
        pytest.param("kumulatif", None, penuh(1, 1, 1, 2), Decimal(9), id="a-sum-goes-on"),
        pytest.param("kumulatif", "2024-2025", penuh(1, 1, 1, 2), None, id="the-renstra-is-over"),
        pytest.param("kumulatif", None, penuh(1, 1, 1), None, id="the-year-has-a-gap"),
        pytest.param("tahunan", None, penuh(1, 1, 1, 2), None, id="one-year-needs-no-sum"),
    ],
)
def test_what_the_years_of_the_renstra_made_together_is_carried_over(jenis, renstra, isi, harap):
    baris = {"indikator": "I1", "realisasi_1": 4, "target_renstra": 20, "jenis_renstra": jenis}
    hasil = isi_baru(rencana(isi, riwayat=[baris], butir={"instansi": {"renstra": renstra}}), RIWAYAT)
    assert (hasil[5, "jenis_renstra"], hasil[5, "realisasi_renstra"]) == (jenis, harap)


def test_an_indicator_without_a_row_in_the_history_gets_one_below():
    isi = isi_baru(rencana(), RIWAYAT)
    assert (isi[5, "indikator"], isi[5, "realisasi_1"]) == ("I1", Decimal(5))


@pytest.mark.parametrize(
    ("isi", "cara", "sebab"),
    [
        pytest.param(penuh(1, 1, None, None), "jumlah", "belum lengkap (2 dari 4 triwulan)", id="half a sum"),
        pytest.param(penuh(1, 1, None, None), "rata-rata", "baru 1: rata-rata 2 dari 4 triwulan", id="half a mean"),
        pytest.param(Kumpulan({}), "jumlah", "belum dilaporkan", id="nothing"),
    ],
)
def test_a_result_that_is_not_whole_is_left_empty_and_asked_for(isi, cara, sebab):
    hasil = rencana(isi, indikator=[BARIS_INDIKATOR | {"cara_gabung": cara}])
    assert isi_baru(hasil, RIWAYAT)[5, "realisasi_1"] is None
    ((perihal, rincian),) = dilihat(hasil, RIWAYAT)
    assert (perihal, rincian) == ("isi realisasi 2025", sebab)


def test_a_year_between_that_has_no_buku_induk_is_asked_for():
    hasil = rencana(tahun=TAHUN + 2)
    assert isi_baru(hasil, RIWAYAT)[5, "realisasi_2"] == Decimal(5)
    assert dilihat(hasil, RIWAYAT) == [("isi realisasi 2026", "tidak ada buku induk 2026 di antaranya")]


def test_a_ratio_is_carried_over_as_exactly_as_a_cell_holds_it():
    baris = BARIS_INDIKATOR | {"cara_gabung": "rasio", "jenis_target": "konstan", "satuan": "%"}
    mentah = buku(indikator=[baris])
    satu = rekap(mentah, penuh((1, 3), (1, 3), (1, 3), (1, 3)))
    assert riwayat_baru(satu, TAHUN + 1)["I1"].pada(TAHUN).realisasi == Decimal("33.3333333333")


@pytest.mark.parametrize(
    ("baris", "terisi"),
    [
        pytest.param([{"indikator": "I1"}], {"target_1": Decimal(4), "realisasi_1": Decimal(5)}, id="both missing"),
        pytest.param([{"indikator": "I1", "target_1": 9, "realisasi_1": 8}], {}, id="typed already"),
        pytest.param([], {}, id="no row"),
    ],
)
def test_a_gap_in_the_history_of_the_new_year_is_filled_and_nothing_that_was_typed(baris, terisi):
    lama = buku()
    hasil = lengkapan(buku(riwayat=baris), rekap(lama, penuh(1, 1, 1, 2)), TAHUN + 1)
    assert hasil == {Tempat(RIWAYAT, 5, kolom): isi for kolom, isi in terisi.items()}


def test_a_year_of_which_nothing_is_known_is_empty():
    satu = rekap(buku(), Kumpulan({}))
    assert riwayat_baru(satu, TAHUN + 5)["I1"].pada(TAHUN + 4) == TahunLalu(TAHUN + 4, None, None)


def test_the_new_year_begins_with_what_was_in_force_at_the_end_of_the_old_one():
    juli, juni = date(TAHUN, 7, 1), date(TAHUN, 6, 30)
    hasil = rencana(
        unit=[BARIS_UNIT | {"berlaku_sampai": juni, "dilanjutkan": "U2"}, BARIS_UNIT | {"kode": "U2", "nama": "Dua"}],
        indikator=[BARIS_INDIKATOR, {"kode": "I1", "berlaku_sejak": juli, "nama": "Layanan prima", "target_tahun": 4}],
    )
    assert isi_baru(hasil, "unit") == dict.fromkeys(
        (5, kolom) for kolom in ("kode", "nama", "kepala", "berlaku_sampai", "dilanjutkan")
    )
    indikator = isi_baru(hasil, "indikator")
    assert {tempat: isi for tempat, isi in indikator.items() if isi is not None} == {
        (5, "nama"): "Layanan prima",
        (5, "unit"): "U2",
    }
    assert {kolom for baris, kolom in indikator if baris == 6} == {"kode", "berlaku_sejak", "nama", "target_tahun"}


def test_what_units_have_not_closed_is_found_at_the_end_of_the_year():
    satu = IsianIndikator("I1", Nilai(Decimal(1)), tindak_lanjut="Beli")
    janji = replace(laporan("U1", 4), daftar_indikator=(satu,))
    induk = susun_induk(buku(), TAHUN)[0]
    assert terbuka_akhir_tahun(induk, kumpulan(janji)) == (TindakLanjutLalu("U1", "I1", "Beli"),)
    assert terbuka_akhir_tahun(induk, penuh(1, 1, 1, 1)) == ()


TERBUKA = (TindakLanjutLalu("U1", "I1", "Beli"),)


def test_what_is_still_to_be_done_takes_the_place_of_what_was_open_a_year_before():
    lama = {"unit": "U1", "indikator": "I1", "isi": "Lama"}
    mentah = buku(tindak_lanjut=[lama, lama])
    lembar = replace(mentah.lembar["tindak_lanjut"], kepala=4)
    mentah = replace(mentah, lembar={**mentah.lembar, "tindak_lanjut": lembar})
    hasil = giliran(mentah, rekap(mentah, penuh(1, 1, 1, 1)), TAHUN + 1, TERBUKA)
    assert isi_baru(hasil, "tindak_lanjut") == {
        (5, "unit"): "U1",
        (5, "indikator"): "I1",
        (5, "isi"): "Beli",
        (6, "unit"): None,
        (6, "indikator"): None,
        (6, "isi"): None,
    }
    assert len(dilihat(hasil, "tindak_lanjut")) == 1


def test_a_workbook_without_the_sheet_of_open_promises_has_no_place_for_them():
    mentah = buku(tanpa=["tindak_lanjut"])
    hasil = giliran(mentah, rekap(mentah, penuh(1, 1, 1, 1)), TAHUN + 1, TERBUKA)
    assert isi_baru(hasil, "tindak_lanjut") == {}


@pytest.mark.parametrize("akhir", [TAHUN, TAHUN + 1])
def test_a_year_beyond_the_renstra_begins_without_its_targets_and_asks_for_the_next_ones(akhir):
    rekening = [{**satu, "pagu_renstra": 5000, "realisasi_lalu": 200} for satu in DAFTAR_REKENING[-1:]]
    hasil = rencana(
        riwayat=[{"indikator": "I1", "target_renstra": 20, "jenis_renstra": "kumulatif", "realisasi_1": 4}],
        anggaran=[*DAFTAR_REKENING[:-1], *rekening],
        butir={"instansi": {"renstra": f"{TAHUN - 4}-{akhir}"}},
    )
    berakhir = akhir == TAHUN
    assert (None in isi_baru(hasil, "instansi").values()) is berakhir
    assert [("isi periode Renstra yang baru", f"{TAHUN - 4}-{akhir} sudah berakhir")] * berakhir == [
        satu for satu in dilihat(hasil, "instansi") if "Renstra" in satu[0]
    ]
    assert [("isi target Renstra yang baru", "Renstra yang lama: 20")] * berakhir == [
        satu for satu in dilihat(hasil, RIWAYAT) if "Renstra" in satu[0]
    ]
    assert [isi for (_, kolom), isi in isi_baru(hasil, "anggaran").items() if kolom == "realisasi_lalu"] == [
        None if berakhir else 600
    ]
