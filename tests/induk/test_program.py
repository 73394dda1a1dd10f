"""What program, kegiatan and subkegiatan are measured by: read with as little as the planner types, and asked for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_induk import TAHUN, dinilai, induk_mentah, kumpulan, laporan, letak
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.kewajiban import Syarat
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.renstra import JenisRenstra
from lakip_gen.domain.target import JenisTarget
from lakip_gen.induk import susun_induk
from lakip_gen.induk.giliran import giliran

SUBKEGIATAN = "1.01.1.1"
BARIS = {"rekening": SUBKEGIATAN, "nama": "Jumlah dokumen", "satuan": "dokumen", "target_tahun": 4}


def baca(*daftar, **lain):
    return susun_induk(induk_mentah(indikator_program=[BARIS | ubah for ubah in daftar], **lain), TAHUN)


def satu(**ubah):
    buku, daftar = baca(ubah)
    assert daftar == ()
    return buku.daftar_indikator_program[0]


def test_four_cells_make_an_indicator_of_a_subkegiatan():
    hasil = satu()
    assert (hasil.kode, hasil.rekening, hasil.sasaran) == (SUBKEGIATAN, SUBKEGIATAN, "")
    assert (hasil.daftar_unit, hasil.arah, hasil.cara_gabung) == (("U1",), Arah.NAIK, CaraGabung.JUMLAH)
    assert (hasil.jenis_target, hasil.jenis_renstra) == (JenisTarget.PER_TRIWULAN, JenisRenstra.KUMULATIF)


def test_what_is_chosen_wins_over_what_a_blank_says():
    hasil = satu(
        cara_gabung="kumulatif", arah="turun", target_renstra=9, realisasi_renstra=3, jenis_renstra="kumulatif"
    )
    assert (hasil.jenis_target, hasil.arah, hasil.jenis_renstra) == (
        JenisTarget.KUMULATIF,
        Arah.TURUN,
        JenisRenstra.KUMULATIF,
    )
    assert (hasil.riwayat.target_renstra, hasil.riwayat.realisasi_renstra) == (9, 3)


@pytest.mark.parametrize(
    ("ubah", "desimal", "pengali"),
    [
        pytest.param({}, 0, 1, id="whole"),
        pytest.param({"target_tahun": Decimal("87.50")}, 1, 1, id="one-decimal"),
        pytest.param({"target_tahun": 1000}, 0, 1, id="thousand"),
        pytest.param({"target_tahun": 80, "satuan": "%", "cara_gabung": "rasio"}, 0, 100, id="ratio-in-percent"),
        pytest.param({"target_tahun": "4,5 s.d. 5", "arah": "rentang"}, 1, 1, id="range"),
        pytest.param({"target_tahun": None}, 0, 1, id="none"),
    ],
)
def test_decimals_and_pengali_follow_from_the_targets_and_the_satuan(ubah, desimal, pengali):
    hasil = baca(ubah)[0].daftar_indikator_program[0]
    assert (hasil.desimal, hasil.pengali) == (desimal, pengali)


def test_a_second_indicator_of_a_budget_line_has_a_kode_of_its_own():
    buku, daftar = baca({}, {"nama": "Jumlah rapat"})
    assert (daftar, [i.kode for i in buku.daftar_indikator_program]) == ((), [SUBKEGIATAN, f"{SUBKEGIATAN} (2)"])


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        pytest.param({"rekening": "9.99"}, ["rekening-asing"], id="no-such-line"),
        pytest.param({"unit": "U7"}, ["unit-tidak-terdaftar"], id="no-such-unit"),
        pytest.param({"target_1": 1, "target_2": 1}, ["target-tidak-cocok"], id="quarters-that-do-not-add-up"),
        pytest.param({"arah": "rentang", "target_1": 4}, ["target-bukan-arah"] * 2, id="targets-without-bounds"),
        pytest.param(
            {"cara_gabung": "akhir", "target_renstra": 9, "jenis_renstra": "kumulatif"},
            ["jenis-renstra-bertentangan"],
            id="states-of-years",
        ),
        pytest.param({"target_renstra": 20}, [], id="a-sum-needs-no-kind"),
        pytest.param({"rekening": "1.01"}, [], id="a-program-of-one-unit"),
    ],
)
def test_what_is_wrong_with_an_indicator_of_a_budget_line_is_told(ubah, kode):
    assert [t.kode for t in baca(ubah)[1]] == kode


def test_a_program_of_two_units_asks_which_of_them_reports():
    unit = [{"kode": kode, "nama": f"Bidang {kode}", "kepala": "Kepala"} for kode in ("U1", "U2")]
    belanja = {"uraian": "Sub", "tingkat": "subkegiatan", "sasaran": "S1", "pagu_murni": 1}
    rekening = [
        {"kode": "1.01", "uraian": "Program", "tingkat": "program"},
        {"kode": "1.01.1", "uraian": "Kegiatan", "tingkat": "kegiatan"},
        *(belanja | {"kode": f"1.01.1.{kode}", "unit": kode} for kode in ("U1", "U2")),
    ]
    _, daftar = baca({"rekening": "1.01"}, unit=unit, anggaran=rekening)
    assert [kode for kode, _ in letak(daftar)] == ["indikator-tanpa-unit"]
    buku, daftar = baca({"rekening": "1.01", "unit": "U2"}, unit=unit, anggaran=rekening)
    assert (daftar, buku.daftar_indikator_program[0].daftar_unit) == ((), ("U2",))


def test_a_buku_induk_without_the_sheet_has_none():
    buku, daftar = susun_induk(induk_mentah(tanpa=("indikator_program",)), TAHUN)
    assert (daftar, buku.daftar_indikator_program) == ((), ())


def test_the_form_asks_for_the_figure_and_for_no_analysis():
    buku, _ = baca({})
    formulir = siapkan_formulir(buku, buku.daftar_unit[0], triwulan(TAHUN, 1), Kumpulan({}))
    baris = formulir.daftar_baris["indikator"][-1]
    assert (baris.kunci, baris.isi["sasaran"]) == (SUBKEGIATAN, "Subkegiatan Subkegiatan")
    faktor = {"faktor_pendorong", "faktor_penghambat"}
    lanjutan = {"tindak_lanjut", "pic", "batas_waktu", "data_dukung", "status_tindak_lanjut", "bukti_tindak_lanjut"}
    assert baris.terkunci == faktor | lanjutan | {"sintesis", "pembilang", "penyebut"}


def test_a_row_of_a_budget_line_owes_its_figure_and_an_explanation_of_what_is_far_off():
    buku, _ = baca({"target_1": 4})
    rendah = dinilai(laporan("U1", 1, {SUBKEGIATAN: 1}), buku).indikator(SUBKEGIATAN)
    assert rendah.syarat == {Syarat.SELALU, Syarat.DITUNGGU, Syarat.CAPAIAN_RENDAH}
    tercapai = dinilai(laporan("U1", 1, {SUBKEGIATAN: 4}), buku).indikator(SUBKEGIATAN)
    assert tercapai.syarat == {Syarat.SELALU, Syarat.DITUNGGU}


@pytest.mark.parametrize(
    ("isi", "harap"), [((1, 1, 1, 2), Decimal(14)), ((1, 1, 1), None)], ids=["whole", "a-quarter-is-missing"]
)
def test_at_the_change_of_year_what_was_reached_is_added_up_and_the_targets_are_asked_for(isi, harap):
    mentah = induk_mentah(indikator_program=[BARIS | {"target_renstra": 20, "realisasi_renstra": 9}])
    riwayat = replace(mentah.lembar["riwayat"], kepala=4)
    mentah = replace(mentah, lembar={**mentah.lembar, "riwayat": riwayat})
    daftar = (laporan("U1", nomor, {SUBKEGIATAN: angka}) for nomor, angka in enumerate(isi, start=1))
    hasil = giliran(mentah, susun_rekap(susun_induk(mentah, TAHUN)[0], setahun(TAHUN), kumpulan(*daftar)), TAHUN + 1)
    baru = {t.kolom: nilai for t, nilai in hasil.daftar_isi.items() if t.lembar == "indikator_program"}
    assert baru == {"target_tahun": None, "realisasi_renstra": harap}
    assert [lihat.nama for lihat in hasil.daftar_lihat if lihat.tempat.lembar == "indikator_program"] == [
        "Jumlah dokumen"
    ]
