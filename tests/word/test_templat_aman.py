"""A part that is called safe before rendering needs no mending after it, whatever the data."""

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
from lakip_gen.word.tags.tag import Aras
from lakip_gen.word.tags.tidy import tidy
from lakip_gen.word.template.open import buka_templat


@dataclass(frozen=True, slots=True)
class Isi:
    """What the templates of this file print."""

    ya: bool
    juga: bool
    daftar_kata: tuple[str, ...]


DAFTAR_ISI = [Isi(ya, juga, kata) for ya, juga, kata in product((True, False), (True, False), ((), ("a", "b")))]
ISI_BLOK = st.deferred(lambda: st.lists(BUTIR, max_size=3).map(lambda daftar: [satu for isi in daftar for satu in isi]))
BUTIR = st.deferred(
    lambda: st.one_of(
        st.just(["teks"]),
        st.tuples(st.sampled_from(["if ya", "if juga"]), ISI_BLOK).map(lambda b: [b[0], *b[1], "endif"]),
        st.tuples(ISI_BLOK, ISI_BLOK).map(lambda b: ["if juga", *b[0], "else", *b[1], "endif"]),
        st.tuples(ISI_BLOK, ISI_BLOK).map(lambda b: ["if ya", *b[0], "elif juga", *b[1], "endif"]),
        ISI_BLOK.map(lambda isi: ["for satu in daftar_kata", *isi, "endfor"]),
        st.tuples(ISI_BLOK, ISI_BLOK).map(lambda b: ["for satu in daftar_kata", *b[0], "else", *b[1], "endfor"]),
    )
)


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


def periksa(berkas, aras):
    templat, _ = buka_templat(berkas, "uji.docx")
    utama = next((bagian for bagian in templat.daftar_bagian if bagian.nama == "word/document.xml"), None)
    if utama is None or not utama.is_safe:
        return False
    for isi in DAFTAR_ISI:
        bagian, daftar_temuan = fill(templat, isi)
        assert bagian, daftar_temuan
        assert not tidy(xml.parse(bagian["word/document.xml"]), {aras})
    return True


@settings(deadline=None)  # the first example may wait for a busy machine
@given(BUTIR)
def test_a_cell_called_safe_always_ends_with_a_paragraph(daftar_butir):
    periksa(dengan_sel(daftar_butir), Aras.PARAGRAF)


@settings(deadline=None)  # the first example may wait for a busy machine
@given(BUTIR)
def test_a_table_called_safe_always_keeps_a_row(daftar_butir):
    periksa(dengan_baris(daftar_butir), Aras.BARIS)


@pytest.mark.parametrize(
    ("daftar_butir", "is_safe"),
    [
        (["if ya", "teks", "endif"], False),
        (["if ya", "teks", "endif", "teks"], True),
        (["teks", "if ya", "teks", "endif"], True),
        (["if ya", "teks", "else", "teks", "endif"], True),
        (["if ya", "teks", "else", "endif"], False),
        (["for satu in daftar_kata", "teks", "else", "teks", "endfor"], True),
        (["for satu in daftar_kata", "teks", "endfor"], False),
        (["if ya", "teks", "elif juga", "teks", "endif"], False),
        (["if ya", "if juga", "teks", "else", "teks", "endif", "else", "teks", "endif"], True),
    ],
)
@pytest.mark.parametrize(("dengan", "aras"), [(dengan_sel, Aras.PARAGRAF), (dengan_baris, Aras.BARIS)])
def test_what_is_safe_is_told_from_the_blocks(dengan, aras, daftar_butir, is_safe):
    assert periksa(dengan(daftar_butir), aras) is is_safe
