"""How many decimals tell on which side of a border a figure stands."""

from decimal import Decimal

import pytest

from bantu_induk import des, target
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import Capaian
from lakip_gen.domain.ketelitian import desimal_beda, desimal_capaian, desimal_mentah, desimal_persen, desimal_ukuran
from lakip_gen.domain.nilai import BelumDilaporkan, Hasil, Nilai
from lakip_gen.domain.pengukuran import Pengukuran


@pytest.mark.parametrize(
    ("angka", "desimal"),
    [("90.996", 3), ("91", 2), ("91.004", 3), ("75.99951", 4), ("122.4951", 2), ("90.99999999999999", 2)],
)
def test_a_capaian_has_the_decimals_that_keep_it_in_its_band(angka, desimal):
    assert desimal_capaian(Decimal(angka), Aturan()) == desimal


def test_another_percentage_is_only_told_from_100():
    assert [desimal_persen(Decimal(angka), Aturan()) for angka in ("90.996", "99.996")] == [2, 3]


def test_a_figure_has_the_decimals_that_tell_it_from_all_others():
    assert desimal_beda(Decimal("1.26"), (Decimal("1.3"), Decimal("1.26"), Decimal("1.264")), 1) == 3


@pytest.mark.parametrize(
    ("r", "t", "desimal"),
    [("81.996", 82, 3), (82, 82, 2), ("82.0049", 82, 3), ("59.9999", (60, 70), 4), ("65", None, 2)],
    ids=["di-bawah", "sama", "di-atas", "rentang", "tanpa-target"],
)
def test_a_realisasi_has_the_decimals_that_tell_it_from_its_target(r, t, desimal):
    ukur = Pengukuran(target(t), Hasil(Nilai(des(r))), Capaian(Decimal(0), Decimal(0), ""))
    assert desimal_ukuran(ukur, 2) == desimal


def test_what_is_missing_has_the_decimals_of_its_indicator():
    ukur = Pengukuran(Decimal(82), Hasil(BelumDilaporkan()), Capaian(Decimal(0), Decimal(0), ""))
    assert desimal_ukuran(ukur, 2) == 2


@pytest.mark.parametrize(
    ("mentah", "aturan", "desimal"),
    [
        ("110.001", Aturan(batas_atas=des(120), ambang_batas=des(110)), 3),
        ("166.666", Aturan(batas_atas=des(120), ambang_batas=des(110)), 2),
        ("120.0004", Aturan(batas_atas=des(120)), 4),
        ("-0.001", Aturan(), 3),
        ("120.0004", Aturan(batas_bawah=None), 2),
    ],
    ids=["above the threshold", "far above", "above the cap", "below the floor", "no bound"],
)
def test_what_a_bound_changed_is_printed_on_its_side_of_the_bound(mentah, aturan, desimal):
    assert desimal_mentah(des(mentah), aturan) == desimal
