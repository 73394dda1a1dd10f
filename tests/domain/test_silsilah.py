"""What a form was made from: told by its own hidden sheet, and by nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, LembarMentah, Sel
from lakip_gen.domain.silsilah import (
    LELUHUR_TERBANYAK,
    META_ISIAN,
    META_LELUHUR,
    daftar_isian,
    isian_tertulis,
    leluhur_salinan,
    masih_seperti_dibagikan,
    menggantikan,
    sidik_isian,
)
from lakip_gen.domain.temuan import Asal

RUMUS = Sel("=A1/B1", JenisSel.RUMUS, Asal(), terkunci=True)


def buku(angka, leluhur=(), lahir="", **lain):
    sel = {"realisasi": Sel(Decimal(angka), JenisSel.ANGKA, Asal()), "kode": Sel("I1", JenisSel.TEKS, Asal()), **lain}
    meta = {META_LELUHUR: "\n".join(leluhur)} if leluhur else {}
    meta |= {META_ISIAN: lahir} if lahir else {}
    return BukuMentah("a.xlsx", meta, {"indikator": LembarMentah("Indikator", (Baris("I1", 8, sel),))})


def isi(satu):
    return sidik_isian(daftar_isian(satu))


def salinan(asal, angka):
    """Return a return copy of a form as it comes back with another figure."""
    return buku(angka, leluhur_salinan(asal), isi(asal))


def test_only_what_somebody_could_type_is_compared():
    assert daftar_isian(buku(5, pembilang=RUMUS)) == (isian_tertulis("indikator", "I1", "realisasi", "5"),)


def test_a_figure_shown_otherwise_is_another_answer():
    persen = replace(buku(5).lembar["indikator"].daftar_baris[0].sel["realisasi"], persen=True)
    assert isi(buku(5)) != isi(buku(5, realisasi=persen))


def test_blanks_around_a_text_do_not_matter():
    satu, dua = (isian_tertulis("indikator", "I1", "pic", teks) for teks in ("Kabid\nIKP ", "Kabid IKP"))
    assert sidik_isian([satu]) == sidik_isian([dua])


def test_a_copy_replaces_what_it_was_made_from_and_what_that_was_made_from():
    asli = buku(5)
    satu = salinan(asli, 6)
    dua = salinan(satu, 7)
    assert [menggantikan(dua, lama) for lama in (satu, asli)] == [True, True]
    assert [menggantikan(lama, dua) for lama in (satu, asli)] == [False, False]


def test_a_mended_copy_replaces_its_untouched_self():
    asli = buku(5)
    assert menggantikan(salinan(asli, 6), salinan(asli, 5))


def test_two_copies_of_one_form_that_differ_do_not_replace_each_other():
    asli = buku(5)
    satu, dua = salinan(asli, 6), salinan(asli, 7)
    assert not menggantikan(satu, dua)
    assert not menggantikan(dua, satu)


def test_of_answers_that_were_put_back_the_longer_line_is_the_later_one():
    asli = buku(5)
    satu = salinan(asli, 6)
    kembali = salinan(satu, 5)
    assert menggantikan(kembali, satu)
    assert not menggantikan(satu, kembali)


def test_of_two_forms_that_were_made_from_each_other_as_often_neither_replaces_the_other():
    satu, dua = buku(5, [isi(buku(6))]), buku(6, [isi(buku(5))])
    assert not menggantikan(satu, dua)
    assert not menggantikan(dua, satu)


@pytest.mark.parametrize("lain", [buku(5), buku(9)], ids=["the same", "another"])
def test_a_form_without_a_line_replaces_nothing(lain):
    assert not menggantikan(buku(5), lain)


def test_a_line_never_outgrows_a_cell():
    panjang = buku(5, ["0" * 32] * (2 * LELUHUR_TERBANYAK))
    assert len(leluhur_salinan(panjang)) == LELUHUR_TERBANYAK
    assert len("\n".join(leluhur_salinan(panjang))) < 32_767


@pytest.mark.parametrize(
    ("satu", "masih"),
    [
        (buku(5, lahir=isi(buku(5))), True),
        (buku(6, lahir=isi(buku(5))), False),
        (buku(5), False),
        (buku(5, ["0"], isi(buku(5))), False),
    ],
    ids=["untouched", "changed", "handed out blank", "a return copy"],
)
def test_a_form_that_was_handed_out_with_inputs_is_untouched_while_it_holds_them(satu, masih):
    assert masih_seperti_dibagikan(satu) is masih
