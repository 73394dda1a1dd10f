"""The file of events: what it says, what is odd about it, and that nothing in it is lost."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_gen.domain.keraguan import Hal, Penerimaan
from lakip_gen.domain.temuan import Asal
from lakip_gen.sop.peristiwa import (
    TANPA_PERISTIWA,
    Jenis,
    Peristiwa,
    baca_peristiwa,
    kalimat,
    kepala,
    sidik_baris,
    tambahkan,
)

ASAL = Asal("jejak/TW1.jsonl")
PAGI = datetime(2025, 4, 11, 8, 30, tzinfo=timezone(timedelta(hours=7)))
HAL = Hal("lewat-pagu", "Anggaran", "F7", "1200")
DIBAGIKAN = Peristiwa(jenis=Jenis.DIBAGIKAN, dicatat=PAGI, unit="U1", berkas="u1.xlsx", sidik="ab", terkunci="cd")
TERLIHAT = Peristiwa(jenis=Jenis.TERLIHAT, dicatat=PAGI, unit="U1", berkas="TW1/u1.xlsx", sidik="ef")
DITERIMA = Peristiwa(
    jenis=Jenis.DITERIMA,
    dicatat=PAGI,
    tanggal=date(2025, 4, 10),
    unit="U1",
    oleh="Perencana",
    isi="Pergeseran belum masuk.",
    hal=(HAL,),
)


def batal(nomor):
    return Peristiwa(jenis=Jenis.DIBATALKAN, dicatat=PAGI, batal=nomor)


def baca(teks):
    return baca_peristiwa(teks, ASAL)


def kode(teks):
    return [(t.kode, t.nilai) for t in baca(teks).daftar_temuan]


UTUH = tambahkan("", (DIBAGIKAN, TERLIHAT, DITERIMA))


def test_a_form_was_keyed_in_by_whom_the_last_record_that_stands_names():
    satu = Peristiwa(jenis=Jenis.DISALIN, dicatat=PAGI, unit="U1", oleh="Staf")
    teks = tambahkan("", (satu, replace(satu, oleh="Perencana")))
    assert baca(teks).penyalin == {"U1": "Perencana"}
    assert baca(tambahkan(teks, (batal(2),))).penyalin == {"U1": "Staf"}


def test_an_agency_outside_answered_on_the_last_day_that_stands_recorded():
    satu = Peristiwa(jenis=Jenis.DIJAWAB, dicatat=PAGI, unit="BPS")
    dua = replace(satu, tanggal=date(2025, 4, 20))
    teks = tambahkan("", (satu, dua))
    assert baca(teks).yang_menjawab == {"bps": date(2025, 4, 20)}
    assert baca(tambahkan(teks, (batal(2),))).yang_menjawab == {"bps": PAGI.date()}


def test_what_was_written_is_read_again():
    isi = baca(UTUH)
    assert isi.daftar == {1: DIBAGIKAN, 2: TERLIHAT, 3: DITERIMA}
    assert isi.daftar_temuan == ()
    assert baca("") == TANPA_PERISTIWA


@given(st.lists(st.sampled_from([DIBAGIKAN, TERLIHAT, DITERIMA, batal(1)]), max_size=6), st.integers(0, 6))
def test_any_prefix_of_a_history_says_what_it_said_then(daftar, banyak):
    semua = tambahkan("", daftar)
    dulu = tambahkan("", daftar[:banyak])
    assert semua.startswith(dulu)
    assert tambahkan(dulu, daftar[banyak:]) == semua
    assert baca(semua).daftar_temuan == ()
    assert list(baca(dulu).daftar.values()) == daftar[:banyak]


def test_each_line_carries_the_hash_of_the_line_before_and_the_head_is_that_of_the_last():
    satu, dua, tiga = UTUH.splitlines()
    assert [json.loads(baris)["lalu"] for baris in (satu, dua, tiga)] == ["", sidik_baris(satu), sidik_baris(dua)]
    assert (kepala(UTUH), kepala("")) == (sidik_baris(tiga), "")


def test_what_stands_is_what_was_not_taken_back():
    isi = baca(tambahkan(UTUH, (batal(3),)))
    assert baca(UTUH).daftar_penerimaan == (
        Penerimaan(
            nomor=3,
            unit="U1",
            alasan="Pergeseran belum masuk.",
            oleh="Perencana",
            tanggal=date(2025, 4, 10),
            daftar_hal=frozenset({HAL}),
        ),
    )
    assert (isi.daftar_penerimaan, isi.dibatalkan, list(isi.berlaku)) == ((), {3}, [1, 2, 4])


def test_what_was_handed_out_and_seen_is_known_again():
    isi = baca(tambahkan(UTUH, (Peristiwa(jenis=Jenis.DIBAGIKAN, dicatat=PAGI, unit="U1", terkunci="gh"),)))
    assert isi.dibagikan == {"U1": frozenset({"cd", "gh"})}
    assert isi.pernah(TERLIHAT)
    assert not isi.pernah(Peristiwa(jenis=Jenis.TERLIHAT, dicatat=PAGI, unit="U2", sidik="ef"))


def test_a_copy_that_went_back_counts_as_handed_out_to_whoever_was_handed_a_form():
    salinan = [replace(TERLIHAT, unit=unit, terkunci="ij") for unit in ("U1", "U9")]
    isi = baca(tambahkan(UTUH, salinan))
    assert isi.dibagikan == {"U1": frozenset({"cd", "ij"})}
    assert isi.pernah(salinan[0])
    assert not isi.pernah(replace(TERLIHAT, unit="U1", terkunci="kl"))


SATU, DUA, TIGA = UTUH.splitlines(keepends=True)


@pytest.mark.parametrize(
    ("teks", "temuan"),
    [
        pytest.param(SATU.replace("u1.xlsx", "u2.xlsx") + DUA + TIGA, [("jejak-diubah", "2")], id="a changed line"),
        pytest.param(SATU + TIGA, [("jejak-diubah", "2")], id="a line cut out"),
        pytest.param(DUA + TIGA, [("jejak-diubah", "1")], id="the first line cut off"),
        pytest.param(SATU + DUA + TIGA[:40], [("jejak-rusak", "3"), ("jejak-diubah", "3")], id="half a line"),
        pytest.param(UTUH + "[1, 2]\n", [("jejak-rusak", "4"), ("jejak-diubah", "4")], id="no event"),
        pytest.param(UTUH.replace('"diterima"', '"diramal"'), [("jejak-rusak", "3")], id="a later version's event"),
        pytest.param(UTUH.replace("+07:00", "", 1), [("jejak-rusak", "1")], id="a time without its zone"),
        pytest.param(
            UTUH.replace('"hal": [[', '"hal": 3, "lain": [['), [("jejak-rusak", "3")], id="doubts that are none"
        ),
        pytest.param("\ufeff" + UTUH.replace("\n", "\r\n") + "\r\n\r\n", [], id="saved by an editor"),
        pytest.param(UTUH.rstrip("\n"), [], id="no end of line at the end"),
    ],
)
def test_what_is_odd_about_a_file_is_told_and_the_rest_is_read(teks, temuan):
    assert set(temuan) <= set(kode(teks))
    assert {k for k, _ in kode(teks)} <= {"jejak-rusak", "jejak-diubah"}
    assert bool(kode(teks)) == bool(temuan)
    assert baca(teks).daftar
    assert tambahkan(teks, (TERLIHAT,)).startswith(teks)


@pytest.mark.parametrize("teks", [SATU.replace("u1", "u2") + TIGA + DUA, DUA + SATU + TIGA], ids=["2 of 2", "3 of 3"])
def test_of_many_changed_lines_the_first_is_told(teks):
    assert [satu for satu, _ in kode(teks)].count("jejak-diubah") == 1


def test_a_clock_that_was_set_back_is_told():
    mundur = Peristiwa(jenis=Jenis.TERLIHAT, dicatat=PAGI - timedelta(days=1), unit="U1")
    assert kode(tambahkan(UTUH, (mundur,))) == [("jejak-jam-mundur", "4")]


@given(st.text(max_size=80))
def test_no_text_raises_and_none_of_it_is_lost(teks):
    baca(teks)
    lagi = tambahkan(teks, (TERLIHAT,))
    assert lagi.startswith(teks)
    assert TERLIHAT in baca(lagi).daftar.values()


@pytest.mark.parametrize("isi", ["[" * 100_000, '{"dicatat": ' + "9" * 5000 + "}"], ids=["deep", "a long number"])
def test_hostile_lines_are_told_like_any_other(isi):
    assert [k for k, _ in kode(isi)] == ["jejak-rusak", "jejak-diubah"]


def test_an_event_is_told_on_one_line():
    assert kalimat(DITERIMA) == "10/04/2025 diterima U1 oleh Perencana “Pergeseran belum masuk.” (1 keraguan)"
    assert kalimat(batal(3)) == "11/04/2025 dibatalkan nomor 3"
