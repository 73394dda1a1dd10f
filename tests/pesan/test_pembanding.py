"""A form is compared with the one that the same unit sent before it, and with nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantu_rekap import terbaca
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.temuan import Asal, Tingkat
from lakip_gen.pesan.kelompok import gabung_baris
from lakip_gen.pesan.pembanding import (
    BARU,
    MASIH,
    Banding,
    Kiriman,
    Pembanding,
    bandingkan,
    dari_catatan,
    ke_catatan,
    penanda,
)

U1 = ("U1", "TW1")


def satu(sel="F12", kode="angka-mendua", tingkat=Tingkat.GALAT, unit="U1", **lain):
    tempat = {"asal": Asal("TW1/u1.xlsx", "Indikator", sel), "periode": triwulan(2025, 1)}
    return terbaca(kode, tingkat, unit, **(tempat | lain))


def sesudah(*daftar_kiriman):
    """Return the comparison after several runs, each a pair of fingerprint and findings."""
    lama = {}
    for sidik, daftar_temuan in daftar_kiriman:
        hasil = bandingkan(lama, {U1: sidik} if sidik else {}, daftar_temuan)
        lama = dari_catatan(json.loads(json.dumps(ke_catatan(hasil))))
    return hasil


def test_a_first_submission_is_not_compared():
    hasil = sesudah(("a", [satu()]))
    assert hasil.unit("U1") is None
    assert hasil.tanda(satu()) == ""
    assert hasil.daftar_berganti == ()


def test_a_unit_is_told_of_its_own_forms_only():
    u2 = ("U2", "TW1")
    lama = dari_catatan(json.loads(json.dumps(ke_catatan(bandingkan({}, {U1: "a", u2: "a"}, [satu("F1")])))))
    hasil = bandingkan(lama, {U1: "b", u2: "a"}, [satu("F2")])
    assert (hasil.unit("U1"), hasil.unit("U2")) == (Banding(baru=1, selesai=1), None)


def test_findings_are_new_still_there_or_solved():
    hasil = sesudah(("a", [satu("F1"), satu("F2")]), ("b", [satu("F2"), satu("F3")]))
    assert hasil.unit("U1") == Banding(baru=1, masih=1, selesai=1)
    assert (hasil.tanda(satu("F2")), hasil.tanda(satu("F3"))) == (MASIH, BARU)
    assert hasil.daftar_berganti == (("U1", Banding(1, 1, 1)),)


def test_a_second_run_over_the_same_file_keeps_what_it_is_compared_with():
    dua = sesudah(("a", [satu("F1")]), ("b", [satu("F2")]))
    tiga = sesudah(("a", [satu("F1")]), ("b", [satu("F2")]), ("b", [satu("F2")]))
    assert tiga.daftar == dua.daftar
    assert tiga.unit("U1") == dua.unit("U1")
    assert tiga.daftar_berganti == ()


def test_a_form_that_is_gone_is_remembered_until_it_comes_back():
    hilang = sesudah(("a", [satu("F1")]), (None, []))
    assert hilang.unit("U1") is None
    assert hilang.daftar[U1].temuan == {penanda(satu("F1"))}
    kembali = sesudah(("a", [satu("F1")]), (None, []), ("b", []))
    assert kembali.unit("U1") == Banding(selesai=1)


def test_another_value_in_the_same_cell_is_still_the_same_finding():
    hasil = sesudah(("a", [satu(nilai="1.100")]), ("b", [satu(nilai="1.200")]))
    assert hasil.unit("U1") == Banding(masih=1)


def test_without_a_cell_the_value_tells_findings_apart():
    hasil = sesudah(("a", [satu("", nilai="I1")]), ("b", [satu("", nilai="I2")]))
    assert hasil.unit("U1") == Banding(baru=1, selesai=1)


def test_info_is_not_compared():
    info = satu(tingkat=Tingkat.INFO)
    hasil = sesudah(("a", [info]), ("b", []))
    assert hasil.unit("U1") == Banding()
    assert sesudah(("a", []), ("b", [info])).tanda(info) == ""


def test_findings_of_other_units_and_of_none_are_kept_apart():
    hasil = sesudah(("a", [satu("F1")]), ("b", [satu("F1"), satu("F1", unit="U2"), satu("F1", unit="")]))
    assert hasil.unit("U1") == Banding(masih=1)
    assert hasil.tanda(satu("F1", unit="U2")) == hasil.tanda(satu("F1", unit="")) == ""


def test_a_finding_belongs_to_the_quarter_it_names_wherever_its_file_lies():
    hasil = sesudah(("a", []), ("b", [satu("F1", periode=triwulan(2025, 2)), satu("F2", periode=None)]))
    assert hasil.unit("U1") == Banding()
    assert hasil.tanda(satu("F1", periode=triwulan(2025, 2))) == ""


def test_the_same_findings_are_divided_by_their_mark():
    hasil = sesudah(("a", [satu("F1")]), ("b", [satu("F1"), satu("F2"), satu("F3")]))
    daftar = gabung_baris([satu("F1"), satu("F2"), satu("F3")], hasil)
    assert [(baris.tanda, baris.banyak) for baris in daftar] == [(MASIH, 1), (BARU, 2)]


@pytest.mark.parametrize("isi", [{}, {"x": 1}, {"U1/TW1": None}, {"U1/TW1": {"sidik": 1}}, {"U1/TW1": {"sidik": "a"}}])
def test_a_damaged_record_means_that_nothing_was_sent_before(isi):
    assert dari_catatan(isi) == {}


@given(
    st.dictionaries(
        st.tuples(st.text(st.characters(blacklist_categories=["Cs"]), max_size=9), st.sampled_from(("TW1", "TW4"))),
        st.builds(Kiriman, st.text(max_size=4), st.frozensets(st.text()), st.none() | st.frozensets(st.text())),
        max_size=5,
    )
)
def test_a_record_comes_back_as_it_was(daftar):
    assert dari_catatan(ke_catatan(Pembanding(daftar))) == daftar
