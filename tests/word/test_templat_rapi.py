"""Whatever blocks leave out, Word opens what is left: cells end with a paragraph, tables have rows."""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import product

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakip_gen.word.fill.render import fill
from lakip_gen.word.package import xml
from lakip_gen.word.template.open import open_template


@dataclass(frozen=True, slots=True)
class Isi:
    """What the templates of this file print."""

    ya: bool
    juga: bool
    daftar_kata: tuple[str, ...]


DAFTAR_ISI = [Isi(ya, juga, kata) for ya, juga, kata in product((True, False), (True, False), ((), ("a", "b")))]


def butir(lapis: int) -> st.SearchStrategy[list[str]]:
    """Return what draws a text or a block, with so many layers of blocks at most: a template may have ten."""
    if not lapis:
        return st.just(["teks"])
    isi = st.lists(butir(lapis - 1), max_size=3).map(lambda daftar: [satu for isi in daftar for satu in isi])
    return st.one_of(
        st.just(["teks"]),
        st.tuples(st.sampled_from(["if ya", "if juga"]), isi).map(lambda b: [b[0], *b[1], "endif"]),
        st.tuples(isi, isi).map(lambda b: ["if juga", *b[0], "else", *b[1], "endif"]),
        st.tuples(isi, isi).map(lambda b: ["if ya", *b[0], "elif juga", *b[1], "endif"]),
        isi.map(lambda isi: ["for satu in daftar_kata", *isi, "endfor"]),
        st.tuples(isi, isi).map(lambda b: ["for satu in daftar_kata", *b[0], "else", *b[1], "endfor"]),
    )


BUTIR = butir(5)


def tersimpan(dokumen):
    aliran = io.BytesIO()
    dokumen.save(aliran)
    return aliran.getvalue()


def dengan_sel(daftar_butir):
    dokumen = docx.Document()
    sel = dokumen.add_table(rows=1, cols=1).cell(0, 0)
    sel.paragraphs[0].text = "kepala"
    for butir in daftar_butir:
        sel.add_paragraph(butir if butir == "teks" else f"{{%p {butir} %}}")
    kepala = sel.paragraphs[0]._p
    kepala.getparent().remove(kepala)
    return tersimpan(dokumen)


def dengan_baris(daftar_butir):
    dokumen = docx.Document()
    tabel = dokumen.add_table(rows=0, cols=1)
    for butir in daftar_butir:
        tabel.add_row().cells[0].text = butir if butir == "teks" else f"{{%tr {butir} %}}"
    return tersimpan(dokumen)


def terisi(berkas):
    """Yield the tree of the document for every choice that the data can make."""
    templat, _ = open_template(berkas, "uji.docx")
    for isi in DAFTAR_ISI:
        bagian, daftar_temuan = fill(templat, isi)
        assert bagian, daftar_temuan
        yield xml.parse(bagian["word/document.xml"])


@pytest.mark.lengkap
@settings(deadline=None)  # the first example may wait for a busy machine
@given(BUTIR)
def test_a_cell_always_ends_with_a_paragraph(daftar_butir):
    for root in terisi(dengan_sel(daftar_butir)):
        assert [sel[-1].tag for sel in root.iter(xml.TC)] == [xml.P]


@pytest.mark.lengkap
@settings(deadline=None)  # the first example may wait for a busy machine
@given(BUTIR)
def test_a_table_keeps_a_row_or_goes(daftar_butir):
    for root in terisi(dengan_baris(daftar_butir)):
        assert all(tabel.find(xml.TR) is not None for tabel in root.iter(xml.TBL))


@pytest.mark.parametrize(
    "daftar_butir",
    [
        pytest.param(["if ya", "teks", "endif"], id="a block left out"),
        pytest.param(["if ya", "teks", "else", "endif"], id="a branch that is empty"),
        pytest.param(["for satu in daftar_kata", "teks", "endfor"], id="a loop without turns"),
    ],
)
def test_a_table_of_which_nothing_is_left_goes(daftar_butir):
    banyak = [len(list(root.iter(xml.TBL))) for root in terisi(dengan_baris(daftar_butir))]
    assert set(banyak) == {0, 1}
