"""A finished document does without the places where nobody wrote anything, and with all else."""

import docx
import pytest
from draf_uji import bagian, buka, isi_teks

from lakip_gen.laporan.sajian import BELUM_DITULIS, TEMPAT_URAIAN
from lakip_gen.word.package.final import without_unused_places

TANDA = TEMPAT_URAIAN.format("capaian sasaran 1")


def jadi(*daftar):
    dokumen = docx.Document()
    for teks in daftar:
        dokumen.add_paragraph(teks)
    return bagian(dokumen)


def test_a_place_that_is_still_empty_goes():
    assert isi_teks(without_unused_places(jadi("Satu.", TANDA, "Dua."))) == ["Satu.", "Dua."]


@pytest.mark.parametrize(
    "teks",
    ["Uraian Sekretaris.", f"{TANDA} Ditambah.", BELUM_DITULIS, "[uraian lain]"],
    ids=["typed over", "typed behind", "what is owed", "other brackets"],
)
def test_what_somebody_wrote_stays_and_so_does_what_is_owed(teks):
    parts = jadi("Satu.", teks)
    assert without_unused_places(parts) is parts


def test_a_place_in_several_runs_goes_and_one_with_a_picture_stays():
    dokumen = docx.Document()
    satu = dokumen.add_paragraph(TANDA[:9])
    satu.add_run(TANDA[9:])
    dua = dokumen.add_paragraph(TANDA)
    dua._p.append(dua._p.makeelement(dua._p.tag.replace("}p", "}object"), {}))
    assert isi_teks(without_unused_places(bagian(dokumen))) == [TANDA]


def test_the_only_paragraph_of_a_cell_stays():
    dokumen = docx.Document()
    dokumen.add_table(1, 1).cell(0, 0).text = TANDA
    hasil = without_unused_places(bagian(dokumen))
    assert buka(hasil).tables[0].cell(0, 0).text == TANDA
