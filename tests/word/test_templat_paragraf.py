from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandangan_uji import LAPORAN, Laporan, hasil, tercetak
from rakitan import NS, akar, baca, dokumen

from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.template.open import open_template

NASKAH = (
    "Tahun {{ tahun }} “{{ judul }}” {% if ada %}ya{% else %}tidak{% endif %}."
    "{% for n in daftar_nama %} {{ loop.index }}. {{ n }}{% if not loop.last %};{% endif %}{% endfor %} Tamat"
)
HASIL = ["Tahun 2025 “Laporan Kinerja” ya. 1. Ani; 2. Budi; 3. Citra Tamat"]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1, len(NASKAH) - 1), max_size=40))
def test_wherever_runs_are_cut_the_result_is_the_same(potongan):
    terpotong = "".join(f"¦{huruf}" if nomor in potongan else huruf for nomor, huruf in enumerate(NASKAH))
    assert tercetak(terpotong) == HASIL


@settings(max_examples=60, deadline=None)
@given(st.sets(st.integers(1, 40), max_size=12))
def test_wherever_runs_of_a_row_are_cut_the_rows_are_the_same(potongan):
    def cut(teks: str) -> str:
        return "".join(f"¦{huruf}" if nomor in potongan else huruf for nomor, huruf in enumerate(teks))

    baris = [cut("{%tr for n in daftar_nama %}"), cut("nama: {{ n }}"), cut("{%tr endfor %}")]
    assert tercetak("\n".join(f"| {satu} |" for satu in baris)) == ["nama: Ani", "nama: Budi", "nama: Citra"]


@pytest.mark.lengkap
@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_visible_in_the_document_as_it_is(teks):
    terlihat = "".join(
        "\n" if huruf in "\n\x0b\x0c\x85\u2028\u2029" else huruf
        for huruf in teks.replace("\r\n", "\n").replace("\r", "\n")
        if huruf in "\t\n\x0b\x0c" or (huruf >= " " and huruf not in "\ufffe\uffff")
    )
    isi = hasil("[{{ judul }}]", replace(LAPORAN, judul=teks))
    assert baca(isi) == [f"[{terlihat}]"]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["{{ x", " }}", "{%p if ada %}", "{%tr ", "{% endif %}", "{#", "| a |", "\n", "“", "¦"]))
)
def test_no_template_stops_the_program(potongan):
    terbuka, _ = open_template(dokumen("x" + "".join(potongan)), "a.docx")
    assert terbuka is not None
    assert isinstance(check_template(terbuka, Laporan), tuple)


def test_text_around_a_condition_keeps_its_own_formatting_when_left_out():
    isi = hasil("a¦{% if not ada %}b¦c{% endif %}¦d")
    runs = akar(isi).findall(".//w:r", NS)
    assert [("".join(run.itertext()), run.find("w:rPr/w:b", NS) is not None) for run in runs] == [
        ("a", False),
        ("d", True),
    ]
