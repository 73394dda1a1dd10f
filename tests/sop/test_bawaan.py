"""The SOPs that are shipped: each is the rows of a buku induk."""

import pytest

from lakip_gen.domain.skema.induk import ATURAN
from lakip_gen.domain.skema.induk_sop import HARI_LIBUR, LANGKAH_SOP
from lakip_gen.sop.bawaan import daftar_nama, dengan_sop

ISI = {ATURAN.kunci: [{"ambang_bawah": 90}], "unit": [{"kode": "U1"}]}


@pytest.mark.parametrize("nama", daftar_nama())
def test_a_shipped_sop_brings_its_steps_and_the_holidays_and_leaves_the_rest_alone(nama):
    isi = dengan_sop(ISI, nama, 2025)
    assert len(isi[LANGKAH_SOP.kunci]) > 1
    assert len(isi[HARI_LIBUR.kunci]) > 1
    assert (isi["unit"], isi[ATURAN.kunci][0]["ambang_bawah"]) == (ISI["unit"], 90)


def test_an_sop_that_is_not_shipped_is_no_sop():
    with pytest.raises(KeyError):
        dengan_sop(ISI, "sop-lain", 2025)
