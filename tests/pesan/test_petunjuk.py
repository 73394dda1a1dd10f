"""What a form's first page says of the form is known again, and nothing else is."""

from dataclasses import replace
from datetime import date

import pytest

from bantu_induk import formulir, indikator, induk
from lakip_gen.pesan.petunjuk import TANPA_TENGGAT, isi_kepala, mungkin_tenggat

FORM = formulir(induk(indikator("I1")))


@pytest.mark.parametrize(
    ("tenggat", "tertulis"),
    [(date(2025, 4, 10), "10 April 2025"), (None, TANPA_TENGGAT)],
    ids=["a deadline", "none yet"],
)
def test_the_lines_below_the_title_are_four_and_the_deadline_can_be_known_again(tenggat, tertulis):
    aturan = replace(FORM.induk.aturan, tenggat=(tenggat,) * 4)
    isi = isi_kepala(replace(FORM, induk=replace(FORM.induk, aturan=aturan)))
    assert (len(isi), isi[2], mungkin_tenggat(isi[2])) == (4, tertulis, True)


@pytest.mark.parametrize("teks", ["realisasi 12", "10 April 2025 atau nanti", "April 2025", ""])
def test_what_is_no_date_is_no_deadline(teks):
    assert not mungkin_tenggat(teks)
