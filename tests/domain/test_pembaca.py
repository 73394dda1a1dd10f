"""A row is read by the names of its columns, a list by the names of its items; another name is a mistake of ours."""

import pytest

from bantu_induk import sel
from lakip_gen.domain.pembaca import PembacaBaris
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar

TABEL = Lembar("indikator", "Indikator", "", "", (Kolom("nama", "Nama"), Kolom("nilai", "Nilai", JenisKolom.ANGKA)))
ISI = Lembar("sampul", "Sampul", "", "", (Kolom("isi", "Isi"),), daftar_butir=(Kolom("pengisi", "Pengisi"),))


def pembaca(lembar, **daftar_sel):
    return PembacaBaris(lembar, daftar_sel, "a.xlsx", {}, [])


@pytest.mark.parametrize(("lembar", "kunci"), [(TABEL, "nama"), (ISI, "pengisi")], ids=["table", "list"])
def test_a_cell_is_read_as_its_column_or_item_says(lembar, kunci):
    satu = pembaca(lembar, **{kunci: sel("teks", "B2")})
    assert (satu.kolom(kunci).kunci, satu.teks(kunci), satu.asal(kunci).sel) == (kunci, "teks", "B2")


@pytest.mark.parametrize(
    ("lembar", "kunci"), [(TABEL, "pengisi"), (ISI, "nama"), (ISI, "isi")], ids=["no column", "no item", "a column"]
)
def test_a_name_that_the_sheet_does_not_know_is_a_mistake_of_the_program(lembar, kunci):
    with pytest.raises(KeyError):
        pembaca(lembar).kolom(kunci)


def test_where_a_cell_is_missing_its_sheet_is_the_place():
    assert pembaca(TABEL).daftar_asal == {kunci: pembaca(TABEL).asal("x") for kunci in ("nama", "nilai")}
    assert pembaca(TABEL).asal("nama").lembar == "Indikator"
