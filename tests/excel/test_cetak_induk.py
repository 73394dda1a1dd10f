"""A wide sheet of the buku induk is printed over several pages, each with the columns that name its rows."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from lakip_gen.domain.skema.induk import DAFTAR_LEMBAR
from lakip_gen.excel.induk import write_induk


@pytest.fixture(scope="module")
def buku():
    return load_workbook(BytesIO(write_induk({})))


def test_the_sheet_of_indicators_takes_three_pages_with_its_first_columns_on_each(buku):
    lembar = buku["Indikator"]
    assert (lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight) == (3, 0)
    assert lembar.print_title_cols == "$A:$C"


@pytest.mark.parametrize("nama", [satu.nama for satu in DAFTAR_LEMBAR])
def test_no_page_holds_more_columns_than_can_be_read(nama, buku):
    lembar = buku[nama]
    lebar = sum(satu.width for satu in lembar.column_dimensions.values() if not satu.hidden)
    assert lebar / (lembar.page_setup.fitToWidth or 1) <= 240
