"""A form is compared with the one that the same unit sent before it, and with nothing else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantu_rekap import terbaca
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


def satu(sel="F12", kode="angka-mendua", tingkat=Tingkat.GALAT, unit="U1", nilai="1.100"):
    return terbaca(kode, tingkat, unit, asal=Asal("TW1/u1.xlsx", "Indikator", sel), nilai=nilai)


def sesudah(*daftar_kiriman):
    """Return the comparison after several runs, each a pair of fingerprint and findings."""
    lama = {}
    for sidik, daftar_temuan in daftar_kiriman:
        hasil = bandingkan(lama, {U1: sidik} if sidik else {}, daftar_temuan)
        lama = dari_catatan(json.loads(json.dumps(ke_catatan(hasil))))
    return hasil


def test_kiriman_pertama_tidak_dibandingkan():
    hasil = sesudah(("a", [satu()]))
    assert hasil.unit("U1") is None
    assert hasil.tanda(satu()) == ""
    assert hasil.daftar_berganti == ()


def test_baru_masih_dan_selesai():
    hasil = sesudah(("a", [satu("F1"), satu("F2")]), ("b", [satu("F2"), satu("F3")]))
    assert hasil.unit("U1") == Banding(baru=1, masih=1, selesai=1)
    assert (hasil.tanda(satu("F2")), hasil.tanda(satu("F3"))) == (MASIH, BARU)
    assert hasil.daftar_berganti == (("U1", Banding(1, 1, 1)),)


def test_jalan_ulang_atas_berkas_yang_sama_tidak_mengubah_pembandingnya():
    dua = sesudah(("a", [satu("F1")]), ("b", [satu("F2")]))
    tiga = sesudah(("a", [satu("F1")]), ("b", [satu("F2")]), ("b", [satu("F2")]))
    assert tiga.daftar == dua.daftar
    assert tiga.unit("U1") == dua.unit("U1")
    assert tiga.daftar_berganti == ()


def test_formulir_yang_hilang_tetap_dikenal_sampai_kembali():
    hilang = sesudah(("a", [satu("F1")]), (None, []))
    assert hilang.unit("U1") is None
    assert hilang.daftar[U1].temuan == {penanda(satu("F1"))}
    kembali = sesudah(("a", [satu("F1")]), (None, []), ("b", []))
    assert kembali.unit("U1") == Banding(selesai=1)


def test_nilai_yang_diganti_di_sel_yang_sama_masih_temuan_yang_sama():
    hasil = sesudah(("a", [satu(nilai="1.100")]), ("b", [satu(nilai="1.200")]))
    assert hasil.unit("U1") == Banding(masih=1)


def test_tanpa_sel_nilainya_yang_membedakan():
    hasil = sesudah(("a", [satu("", nilai="I1")]), ("b", [satu("", nilai="I2")]))
    assert hasil.unit("U1") == Banding(baru=1, selesai=1)


def test_info_tidak_dibandingkan():
    info = satu(tingkat=Tingkat.INFO)
    hasil = sesudah(("a", [info]), ("b", []))
    assert hasil.unit("U1") == Banding()
    assert sesudah(("a", []), ("b", [info])).tanda(info) == ""


def test_temuan_unit_lain_dan_tanpa_unit_tidak_tercampur():
    hasil = sesudah(("a", [satu("F1")]), ("b", [satu("F1"), satu("F1", unit="U2"), satu("F1", unit="")]))
    assert hasil.unit("U1") == Banding(masih=1)
    assert hasil.tanda(satu("F1", unit="U2")) == hasil.tanda(satu("F1", unit="")) == ""


def test_temuan_yang_sama_dipisah_menurut_tandanya():
    hasil = sesudah(("a", [satu("F1")]), ("b", [satu("F1"), satu("F2"), satu("F3")]))
    daftar = gabung_baris([satu("F1"), satu("F2"), satu("F3")], hasil)
    assert [(baris.tanda, baris.banyak) for baris in daftar] == [(MASIH, 1), (BARU, 2)]


@pytest.mark.parametrize("isi", [{}, {"x": 1}, {"U1/TW1": None}, {"U1/TW1": {"sidik": 1}}, {"U1/TW1": {"sidik": "a"}}])
def test_catatan_yang_rusak_berarti_belum_pernah_dikirim(isi):
    assert dari_catatan(isi) == {}


@given(
    st.dictionaries(
        st.tuples(st.text(st.characters(blacklist_categories=["Cs"]), max_size=9), st.sampled_from(("TW1", "TW4"))),
        st.builds(Kiriman, st.text(max_size=4), st.frozensets(st.text()), st.none() | st.frozensets(st.text())),
        max_size=5,
    )
)
def test_catatan_kembali_seperti_semula(daftar):
    assert dari_catatan(ke_catatan(Pembanding(daftar))) == daftar
