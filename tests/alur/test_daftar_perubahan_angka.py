"""Figures in the list beside a draft look as people write them."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from lakip_gen.alur.daftar_perubahan import samping_draf
from lakip_gen.alur.suntingan import Dibawa
from lakip_gen.domain.periode import triwulan
from lakip_gen.laporan.terlapor import Perbedaan

TW1 = triwulan(2025, 1)


def baris(dulu, sekarang, *, berangka=True):
    """Return what the list says of a figure then and now."""
    beda = Perbedaan(
        indikator="I1",
        apa="capaian",
        dulu=dulu,
        sekarang=sekarang,
        sebab="",
        periode=TW1,
        berangka=berangka,
        dari_unit=True,
        lewat=False,
    )
    (isi,) = samping_draf(Path("draf-02.docx"), TW1, Dibawa(dari="draf-01.docx"), [beda]).values()
    return [sel.text for sel in docx.Document(BytesIO(isi)).tables[0].rows[1].cells][1:3]


@pytest.mark.parametrize(
    ("dulu", "sekarang", "tampil"),
    [
        ("96.9047619048", "100", ["96,90", "100"]),
        ("96.9047619048", "96.9047619047", ["96,9047619048", "96,9047619047"]),
        ("-2.5", None, ["−2,5", "–"]),
        ("1004422800", "1004422801", ["1.004.422.800", "1.004.422.801"]),
        ("20 s.d. 24", "22", ["20 s.d. 24", "22"]),
    ],
)
def test_a_figure_has_two_decimals_unless_the_change_is_smaller(dulu, sekarang, tampil):
    assert baris(dulu, sekarang) == tampil


def test_a_text_stays_as_it_was_typed():
    assert baris("1.50", "1.5", berangka=False) == ["1.50", "1.5"]
