"""The report prints what was promised in January beside what is promised now, and says by which document."""

from dataclasses import replace
from datetime import date

import pytest

from bantu_induk import TAHUN, indikator, induk, rekening_atas, subkegiatan
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.perubahan import perubahan_tahun
from lakip_gen.domain.target import JenisTarget
from lakip_gen.laporan import susun_perubahan


def daftar_perubahan(induk, periode):
    return susun_perubahan.daftar_perubahan(perubahan_tahun(induk, periode), induk, periode)


def sebutan_perjanjian(induk, periode):
    return susun_perubahan.sebutan_perjanjian(perubahan_tahun(induk, periode))


SETAHUN = Periode.parse(str(TAHUN))
APRIL, JULI = date(TAHUN, 4, 1), date(TAHUN, 7, 1)


def buku(target=20, pagu=(100, 50), dasar="", **lain):
    isi = {"tahun": target, "triwulan": (5, 5, 5, 5), "cara": CaraGabung.JUMLAH, "jenis": JenisTarget.PER_TRIWULAN}
    satu = indikator("I1", dasar=dasar, **(isi | lain))
    daftar = [rekening_atas("5"), subkegiatan("5.1", pagu[0], dasar=dasar), subkegiatan("5.2", pagu[1])]
    return induk(satu, anggaran=daftar)


def bermasa(*versi):
    hari = (date(TAHUN, 1, 1), APRIL, JULI)
    return replace(versi[-1], masa=tuple(zip(hari, versi, strict=False)))


def baris(induk, nomor=0):
    return [
        (satu.uraian, satu.satuan, satu.murni, satu.perubahan, satu.keterangan)
        for satu in daftar_perubahan(induk, SETAHUN)[nomor].daftar_baris
    ]


def test_an_office_without_a_change_prints_nothing_of_it():
    assert daftar_perubahan(buku(), SETAHUN) == ()
    assert sebutan_perjanjian(buku(), SETAHUN) == "Perjanjian Kinerja"


def test_one_change_names_its_document_and_its_day():
    induk = bermasa(buku(), buku(25, dasar="Renja Perubahan"))
    assert baris(induk) == [("Indikator I1", "unit", "20", "25", f"Renja Perubahan sejak 1 April {TAHUN}")]
    (satu,) = daftar_perubahan(induk, SETAHUN)
    assert satu.judul == f"Target kinerja murni dan perubahan s.d. Tahun {TAHUN}"
    assert satu.kalimat == "Perjanjian Kinerja berubah pada 1 (satu) indikator."


def test_two_changes_tell_what_it_was_between_them():
    induk = bermasa(buku(), buku(25, dasar="Pergeseran I"), buku(30))
    assert baris(induk)[0][2:] == (
        "20",
        "30",
        f"Pergeseran I sejak 1 April {TAHUN}: 25; Perubahan sejak 1 Juli {TAHUN}",
    )


def test_targets_that_differ_little_are_printed_apart():
    assert baris(bermasa(buku(), buku("20.4")))[0][2:4] == ("20,0", "20,4")


def test_a_quarter_and_a_wording_have_lines_of_their_own():
    induk = bermasa(buku(), buku(nama="Bunyi baru", triwulan=(5, 4, 6, 5)))
    assert [satu[:4] for satu in baris(induk)] == [
        ("Bunyi baru (bunyi)", "–", "Indikator I1", "Bunyi baru"),
        ("Bunyi baru (TW II)", "unit", "5", "4"),
        ("Bunyi baru (TW III)", "unit", "5", "6"),
    ]


def test_an_indicator_that_is_new_or_gone_has_a_dash_where_it_was_not():
    dua = buku()
    dua = replace(dua, daftar_indikator=(indikator("I2", tahun=7),))
    assert [satu[:4] for satu in baris(bermasa(buku(), dua))] == [
        ("Indikator I2", "unit", "–", "7"),
        ("Indikator I1", "unit", "20", "–"),
        *(("Indikator I1 (TW " + nomor + ")", "unit", "5", "–") for nomor in ("II", "III", "IV")),
    ]


@pytest.mark.parametrize(
    ("pagu", "jumlah", "sebutan"),
    [
        pytest.param((80, 70), "tetap Rp150", "Perjanjian Kinerja", id="moved within a kegiatan"),
        pytest.param((90, 70), "berubah dari Rp150 menjadi Rp160", "Perjanjian Kinerja Perubahan", id="more of it"),
    ],
)
def test_money_has_its_sum_below_and_changes_the_contract_where_a_kegiatan_changes(pagu, jumlah, sebutan):
    induk = bermasa(buku(), buku(pagu=pagu, dasar="Pergeseran I"))
    (satu,) = daftar_perubahan(induk, SETAHUN)
    assert satu.kalimat == f"Pagu berubah pada 2 (dua) subkegiatan; jumlah seluruh anggaran {jumlah}."
    assert [baris.adalah_jumlah for baris in satu.daftar_baris][-2:] == [False, True]
    assert sebutan_perjanjian(induk, SETAHUN) == sebutan


def test_a_changed_target_changes_the_contract_from_its_period_on():
    induk = bermasa(buku(), buku(25))
    sebutan = [sebutan_perjanjian(induk, Periode.parse(f"{TAHUN}-TW{nomor}")) for nomor in (1, 2)]
    assert sebutan == ["Perjanjian Kinerja", "Perjanjian Kinerja Perubahan"]
