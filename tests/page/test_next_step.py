"""What a planner is told to do now, in every state that a period can be in."""

from datetime import date
from types import SimpleNamespace as Fake

import pytest

from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import periode_setahun, semester, setahun, triwulan
from lakip_gen.page.next_step import Press, next_step
from lakip_gen.page.view import current_period

TW1, S1, YEAR = triwulan(2025, 1), semester(2025, 1), setahun(2025)
DRAFT = "laporan-kinerja-2025-TW1-draf-01.docx"
COME, MISSING, REFUSED = StatusUnit.DITERIMA, StatusUnit.BELUM, StatusUnit.DITOLAK


def form(number, status, *, closed=False):
    file = "" if status is MISSING else "a.xlsx"
    accepted = (object(),) if closed else ()
    unit = Unit(f"UNIT-{number}", f"Unit {number}", "")
    return Fake(status=StatusLaporan(unit=unit, triwulan=TW1, status=status, berkas=file, daftar_penerimaan=accepted))


def year(*forms, draft="", fresh=False, sealed=(), period=TW1):
    """Return a year of which one period has some forms, perhaps a draft, and some others are sealed."""
    quarter = Fake(daftar_unit=[form(n, one) if isinstance(one, StatusUnit) else one for n, one in enumerate(forms)])
    boards = {
        one: Fake(sah=one in sealed or None, terkini=fresh and one == period, hasil=Fake(daftar_triwulan=[quarter]))
        for one in periode_setahun(2025)
    }
    drafts = {one: Fake(nama=draft if one == period else "") for one in boards}
    due = [date(2025, 4, 10), None, None, None]
    return Fake(per_periode=boards, per_draf=drafts, induk=Fake(aturan=Fake(tenggat=due)), hasil=Fake(periode=YEAR))


STATES = {
    "nobody has a form": (
        year(MISSING, MISSING),
        Press.HAND_OUT,
        "Bagikan formulir Triwulan I Tahun 2025 kepada 2 unit.",
    ),
    "some have not sent": (year(COME, MISSING, REFUSED), Press.RECEIVE, "Menunggu 2 formulir: UNIT-1 dan UNIT-2."),
    "all are in": (year(COME, COME), Press.COMPILE, "Semua formulir sudah masuk. Susun laporan Triwulan I Tahun 2025."),
    "one was closed": (year(COME, form(1, MISSING, closed=True)), Press.COMPILE, "Semua formulir sudah masuk."),
    "a draft is there": (year(COME, draft=DRAFT, fresh=True), Press.EDIT, f"Draf sudah siap: {DRAFT}."),
    "a draft without some": (
        year(COME, MISSING, draft=DRAFT, fresh=True),
        Press.RECEIVE,
        "Menunggu 1 formulir: UNIT-1.",
    ),
    "a file came after it": (year(COME, draft=DRAFT), Press.COMPILE, "Ada berkas yang berubah sesudah draf disusun."),
    "it is sealed": (year(COME, draft=DRAFT, sealed={TW1}), Press.NEXT, "Triwulan I Tahun 2025 sudah disahkan."),
}


@pytest.mark.parametrize(("state", "press", "said"), STATES.values(), ids=STATES)
def test_a_quarter_is_told_one_thing_to_do(state, press, said):
    step = next_step(state, TW1)
    assert (step.press, step.said[: len(said)]) == (press, said)


def test_the_last_day_is_told_while_forms_are_awaited():
    assert next_step(year(COME, MISSING), TW1).more.startswith("Batas waktu 10 April 2025.")
    more = next_step(year(COME, MISSING, draft=DRAFT, fresh=True), TW1).more
    assert more == f"Batas waktu 10 April 2025. Draf dengan yang sudah masuk: {DRAFT}."


def test_many_units_are_counted():
    assert next_step(year(COME, *[MISSING] * 9), TW1).said.endswith("UNIT-6, dan 3 unit lain.")


def test_a_semester_has_no_forms_of_its_own_to_hand_out():
    assert next_step(year(MISSING, period=S1), S1).press is Press.RECEIVE


def test_only_a_draft_can_be_sealed():
    assert [next_step(one, TW1).can_seal for one, *_ in STATES.values()] == [False] * 4 + [True] * 3 + [False]


def test_after_a_sealed_period_comes_the_next_and_after_the_year_nothing():
    done = year(COME, sealed=set(periode_setahun(2025)))
    assert next_step(done, TW1).following == "2025-TW2"
    assert next_step(done, YEAR).following == ""
    assert "Semua laporan tahun ini selesai" in next_step(done, YEAR).said


def test_the_period_that_is_worked_on_is_the_first_without_a_fresh_report():
    assert current_period(year(COME)) == TW1
    assert current_period(year(COME, draft=DRAFT, fresh=True)) == triwulan(2025, 2)
    assert current_period(year(COME, draft=DRAFT)) == TW1
    assert current_period(year(COME, sealed={TW1, triwulan(2025, 2)})) == S1
    assert current_period(year(COME, sealed=set(periode_setahun(2025)))) == YEAR
