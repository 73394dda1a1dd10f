"""What units note from quarter to quarter is printed without what is promised, and what is said again stands once."""

from dataclasses import replace
from datetime import date

import pytest

from bantu_induk import TAHUN, indikator, induk, jawaban, kumpulan, laporan
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.laporan.susun import susun_pandangan

SETAHUN = setahun(TAHUN)
JANJI = {"tindak_lanjut": "Beli kabel", "pic": "Kasi", "batas_waktu": date(TAHUN, 5, 2)}


def menulis(unit, nomor, isi=100, **teks):
    return replace(laporan(unit, nomor), daftar_indikator=(jawaban("I1", isi, **teks),))


def catatan(periode, *kiriman, unit=("U1",)):
    """Return unit, quarters and points of the notes on the one indicator."""
    rekap = susun_rekap(induk(indikator(unit=unit)), periode, kumpulan(*kiriman))
    [satu] = susun_pandangan(rekap).daftar_sasaran[0].daftar_indikator
    return [(c.unit, c.periode, [f"{b.nama}: {b.isi}" for b in c.daftar_butir]) for c in satu.daftar_catatan]


def dari(*baris):
    """Return the notes of one unit."""
    return [("Bidang U1", periode, list(isi)) for periode, *isi in baris]


@pytest.mark.parametrize(
    ("kiriman", "tercetak"),
    [
        pytest.param((menulis("U1", 1, **JANJI),), [], id="only a promise"),
        pytest.param(
            (menulis("U1", 1, faktor_penghambat="Hujan.", **JANJI),),
            dari(("TW I", "Faktor penghambat: Hujan.")),
            id="a promise beside a note",
        ),
        pytest.param(
            (menulis("U1", 1, faktor_penghambat="Hujan."), menulis("U1", 2, faktor_penghambat="Banjir.")),
            dari(("TW I", "Faktor penghambat: Hujan."), ("TW II", "Faktor penghambat: Banjir.")),
            id="other words",
        ),
        pytest.param(
            tuple(menulis("U1", n, faktor_penghambat="Hujan.") for n in (1, 2, 4)),
            dari(("TW I–II dan TW IV", "Faktor penghambat: Hujan.")),
            id="the same words",
        ),
        pytest.param(
            tuple(menulis("U1", n, faktor_penghambat="Hujan.", data_dukung=f"BA {n}") for n in (1, 2)),
            dari(
                ("TW I–II", "Faktor penghambat: Hujan."),
                ("TW I", "Data dukung: BA 1"),
                ("TW II", "Data dukung: BA 2"),
            ),
            id="the same words, other evidence",
        ),
    ],
)
def test_a_note_stands_once_with_the_quarters_it_was_made_in(kiriman, tercetak):
    assert catatan(SETAHUN, *kiriman) == tercetak


@pytest.mark.parametrize(
    ("teks", "tercetak"),
    [
        pytest.param(
            {"pic": "Kasi"}, "Tindak lanjut: [belum diisi unit] (Kasi, paling lambat [belum diisi unit])", id="only who"
        ),
        pytest.param({"status_tindak_lanjut": "selesai"}, "Tindak lanjut sebelumnya: selesai", id="only how it ended"),
    ],
)
def test_what_no_list_of_promises_has_stays_among_the_notes(teks, tercetak):
    assert catatan(SETAHUN, menulis("U1", 1, **teks)) == dari(("TW I", tercetak))


def test_the_notes_of_several_units_stay_apart_though_they_say_the_same():
    kiriman = (menulis("U1", 1, faktor_penghambat="Hujan."), menulis("U2", 2, faktor_penghambat="Hujan."))
    assert [satu[:2] for satu in catatan(SETAHUN, *kiriman, unit=("U1", "U2"))] == [
        ("Bidang U1", "TW I"),
        ("Bidang U2", "TW II"),
    ]


@pytest.mark.parametrize(
    ("periode", "tercetak"),
    [(triwulan(TAHUN, 4), True), (semester(TAHUN, 2), True), (SETAHUN, False)],
    ids=["TW IV", "Semester II", "year"],
)
def test_the_synthesis_is_among_the_notes_only_where_no_other_place_has_it(periode, tercetak):
    daftar = catatan(periode, menulis("U1", 4, sintesis="Setahun baik.", faktor_penghambat="Hujan."))
    assert ("Sintesis tahun: Setahun baik." in daftar[0][2]) is tercetak


@pytest.mark.parametrize(
    ("periode", "tercetak"),
    [(SETAHUN, ["Bukti tindak lanjut sebelumnya: BA 12 Mei"]), (triwulan(TAHUN, 2), [])],
    ids=["year", "TW II, which lists it beside the promise"],
)
def test_the_proof_of_a_promise_is_among_the_notes_of_the_year(periode, tercetak):
    jawaban = {"status_tindak_lanjut": "selesai", "bukti_tindak_lanjut": "BA 12 Mei"}
    kiriman = menulis("U1", 1, **JANJI), menulis("U1", 2, **jawaban)
    assert [butir for _, _, daftar in catatan(periode, *kiriman) for butir in daftar] == tercetak


def test_a_promise_that_is_due_and_was_not_made_is_marked(monkeypatch):
    monkeypatch.setattr("lakip_gen.laporan.susun_analisis.diminta", lambda *_: frozenset({"tindak_lanjut"}))
    assert catatan(SETAHUN, menulis("U1", 1, 50)) == dari(("TW I", "Tindak lanjut: [belum diisi unit]"))
