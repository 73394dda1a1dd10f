from decimal import Decimal

import pytest

from bantu_induk import SKALA_SAKIP, indikator, isian, target
from bantu_rekap import rekap, rekap_kosong
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Capaian, TidakDinilai
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Nilai, TidakBerlaku
from lakip_gen.domain.pengukuran import Pengukuran
from lakip_gen.domain.rerata import Rerata
from lakip_gen.laporan.sajian import (
    TIDAK_DINILAI,
    alasan_capaian,
    angka_sajian,
    capaian_sajian,
    catatan_batas,
    isi_capaian,
    isi_hasil,
    isi_sajian,
    isian_sajian,
    jumlah_predikat,
    keterangan_sajian,
    persen_sajian,
    predikat_sajian,
    rerata_sajian,
    rupiah_sajian,
)
from lakip_gen.pesan.bahasa import KOSONG

DUA_DESIMAL = indikator(desimal=2)
BERPREDIKAT = indikator(skala=SKALA_SAKIP)


def hasil(isi):
    return Hasil(isian(isi))


def ukur(realisasi, capaian):
    return Pengukuran(Decimal(1), hasil(realisasi), capaian)


@pytest.mark.parametrize(
    ("nilai", "milik", "teks"),
    [
        (Decimal("1234.5"), DUA_DESIMAL, "1.234,50"),
        (Decimal("15.625"), DUA_DESIMAL, "15,63"),
        (Decimal("0.5"), indikator(), "1"),
        (target((60, 80)), DUA_DESIMAL, "60,00 s.d. 80,00"),
        (Decimal(4), BERPREDIKAT, "BB"),
        (target((3, 4)), BERPREDIKAT, "B s.d. BB"),
        (None, DUA_DESIMAL, KOSONG),
        (hasil("85.555"), DUA_DESIMAL, "85,56"),
        (hasil(3), BERPREDIKAT, "B"),
        (Hasil(BelumDilaporkan("belum lengkap (1 dari 2 triwulan)")), BERPREDIKAT, "belum lengkap (1 dari 2 triwulan)"),
        (Hasil(TidakBerlaku()), DUA_DESIMAL, "tidak berlaku"),
    ],
)
def test_a_figure_is_shown_with_its_decimals_its_predicate_or_its_reason(nilai, milik, teks):
    assert angka_sajian(nilai, milik) == teks


@pytest.mark.parametrize(
    ("isi", "teks"),
    [((37, 40), "37 / 40"), (3, "3,00"), (None, "belum dilaporkan"), ("n/a", "tidak berlaku"), (("1.5", 4), "1,5 / 4")],
)
def test_what_a_unit_typed_is_shown_as_it_was_reported(isi, teks):
    assert isian_sajian(isian(isi), DUA_DESIMAL) == teks


def test_the_content_of_a_cell_is_the_number_before_rounding():
    assert isi_sajian(hasil("85.555"), DUA_DESIMAL) == Decimal("85.555")
    assert isi_sajian(Decimal(7), DUA_DESIMAL) == Decimal(7)
    assert isi_hasil(hasil(5)) == Decimal(5)


@pytest.mark.parametrize(
    ("nilai", "milik", "teks"),
    [(hasil(3), BERPREDIKAT, "B"), (None, DUA_DESIMAL, KOSONG), (hasil(None), DUA_DESIMAL, "belum dilaporkan")],
)
def test_the_content_of_a_cell_is_a_text_where_there_is_no_number(nilai, milik, teks):
    assert isi_sajian(nilai, milik) == teks


def test_nol_stays_nol_and_a_blank_stays_a_reason():
    assert angka_sajian(hasil(0), indikator()) == "0"
    assert isi_sajian(hasil(0), indikator()) == Decimal(0)
    assert isi_hasil(hasil(None)) == "belum dilaporkan"


def test_capaian_has_the_decimals_of_the_rules():
    ada = ukur(1, Capaian(Decimal("98.995"), Decimal("98.995"), ""))
    assert capaian_sajian(ada, Aturan()) == "99,00"
    assert capaian_sajian(ada, Aturan(desimal_capaian=0)) == "99"
    assert isi_capaian(ada, Aturan()) == Decimal("98.995")
    assert not alasan_capaian(ada)


def test_a_missing_capaian_is_told_apart_by_its_cause():
    tanpa_target = ukur(1, TidakDinilai("target 0"))
    tanpa_angka = ukur(None, TidakDinilai("belum dilaporkan"))
    assert capaian_sajian(tanpa_target, Aturan()) == isi_capaian(tanpa_target, Aturan()) == TIDAK_DINILAI
    assert alasan_capaian(tanpa_target) == "target 0"
    assert capaian_sajian(tanpa_angka, Aturan()) == KOSONG


def test_a_capped_capaian_still_names_its_true_figure():
    dibatasi = Capaian(Decimal(120), Decimal("166.6667"), "")
    assert catatan_batas(dibatasi, Aturan()) == "166,67% sebelum dibatasi"
    assert not catatan_batas(Capaian(Decimal(5), Decimal(5), ""), Aturan())
    assert not catatan_batas(TidakDinilai("target 0"), Aturan())


def test_rupiah_have_no_decimals_or_a_reason():
    assert rupiah_sajian(Decimal("1004422800.5")) == "1.004.422.801"
    assert rupiah_sajian(hasil(0)) == "0"
    assert rupiah_sajian(hasil(None)) == "belum dilaporkan"
    assert rupiah_sajian(None) == KOSONG


def test_a_missing_percentage_and_a_missing_predicate_are_shown_as_a_dash():
    assert persen_sajian(None, Aturan()) == predikat_sajian(None) == KOSONG
    assert persen_sajian(Decimal("1.865"), Aturan()) == "1,87"
    assert predikat_sajian(Aturan().skala[1]) == "Tinggi"


def test_a_mean_names_how_many_indicators_it_has():
    assert rerata_sajian(Rerata(Decimal("98.2"), 5, 6), Aturan()) == "98,20 (rata-rata sederhana, 5 dari 6 indikator)"
    assert rerata_sajian(Rerata(None, 0, 6), Aturan()) == "– (rata-rata sederhana, 0 dari 6 indikator)"


def test_the_counts_of_the_predicates_add_up_to_the_indicators():
    satu = rekap()
    daftar = jumlah_predikat(satu)
    assert sum(banyak for _, banyak in daftar) == len(satu.daftar_indikator)
    assert [pita.predikat if pita else None for pita, _ in daftar] == [
        *(pita.predikat for pita in satu.induk.aturan.skala),
        None,
    ]
    assert daftar[-1][1] == 2


def test_without_indicators_every_predicate_counts_nol():
    assert {banyak for _, banyak in jumlah_predikat(rekap_kosong())} == {0}


def test_the_note_names_the_cap_and_a_target_of_nol_once():
    satu = rekap("2025-TW1")
    per_kode = {i.indikator.kode: keterangan_sajian(i, satu.induk.aturan) for i in satu.daftar_indikator}
    assert per_kode["I1"] == "dibatasi; 200,00% sebelum dibatasi"
    assert per_kode["I5"].startswith("tidak dapat dinilai: target 0")
    assert not per_kode["I4"]


def test_a_rounded_figure_is_never_minus_nol():
    assert angka_sajian(Hasil(Nilai(Decimal("-0.001"))), DUA_DESIMAL) == "0,00"


def test_the_note_tells_the_target_of_the_year_from_that_of_the_period():
    def keterangan(tahun):
        milik = indikator(tahun=tahun, triwulan=(3, 2, 2, 2))
        satu = rekap("2025-TW1", daftar_indikator=(milik,)).daftar_indikator[0]
        return keterangan_sajian(satu, Aturan(batas_atas=Decimal(120)))

    assert keterangan(1) == "terhadap target tahun 200,00% sebelum dibatasi"
    assert keterangan(0) == "terhadap target tahun tidak dapat dinilai: target 0"
    assert keterangan(None) == "terhadap target tahun tidak dapat dinilai: target belum ditetapkan"
    assert not keterangan(9)
