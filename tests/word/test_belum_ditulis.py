"""What somebody still has to write is seen at a glance: its mark is highlighted, and nothing else is."""

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from test_muat import muat


def tersorot(teks):
    """Return the texts of a filled paragraph's runs, and those of them that are highlighted."""
    dokumen = docx.Document()
    dokumen.add_paragraph().add_run(teks).bold = True
    semua = muat(dokumen)[0].paragraphs[0].runs
    assert all(run.bold for run in semua)
    return [run.text for run in semua], [run.text for run in semua if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]


@pytest.mark.parametrize(
    ("teks", "potongan", "sorot"),
    [
        ("[belum ditulis]", ["[belum ditulis]"], ["[belum ditulis]"]),
        ("Rapat (a, [belum diisi unit])", ["Rapat (a, ", "[belum diisi unit]", ")"], ["[belum diisi unit]"]),
        ("[belum diisi] [belum diisi]", ["[belum diisi]", " ", "[belum diisi]"], ["[belum diisi]"] * 2),
        ("[lihat lampiran] belum ditulis", ["[lihat lampiran] belum ditulis"], []),
        ("[uraian belum disampaikan unit kerja]\nakhir", None, ["[uraian belum disampaikan unit kerja]"]),
    ],
    ids=["alone", "within a sentence", "twice", "other brackets", "before a line break"],
)
def test_a_mark_of_what_is_due_is_highlighted(teks, potongan, sorot):
    semua, disorot = tersorot(teks)
    assert disorot == sorot
    assert "".join(semua) == teks
    assert potongan is None or semua == potongan
