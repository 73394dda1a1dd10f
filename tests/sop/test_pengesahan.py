"""The seal of a period is what the last event about it says, and only the top is opened."""

from datetime import UTC, date, datetime

import pytest

from lakip_gen.domain.periode import Periode, periode_setahun
from lakip_gen.sop.pengesahan import daftar_arsip, kalimat_sah, menghalangi, pengesahan
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa

SAAT = datetime(2025, 4, 11, 8, tzinfo=UTC)


def peristiwa(jenis, **lain):
    return Peristiwa(jenis=jenis, dicatat=SAAT, **lain)


def buku(*daftar):
    return BukuPeristiwa(dict(enumerate(daftar, start=1)))


SAH = peristiwa(
    Jenis.DISAHKAN, tanggal=date(2025, 4, 10), oleh="Kepala", berkas="arsip/TW1-01", terkunci="k", sidik="s"
)
LAGI = peristiwa(Jenis.DISAHKAN, berkas="arsip/TW1-02")
DIBUKA = peristiwa(Jenis.DIBUKA, isi="salah target")


@pytest.mark.parametrize(
    ("daftar", "arsip"),
    [
        ((), None),
        ((peristiwa(Jenis.CATATAN),), None),
        ((SAH,), "arsip/TW1-01"),
        ((SAH, peristiwa(Jenis.TERLIHAT)), "arsip/TW1-01"),
        ((SAH, DIBUKA), None),
        ((SAH, DIBUKA, LAGI), "arsip/TW1-02"),
    ],
    ids=["nothing", "a note", "sealed", "seen later", "opened", "sealed again"],
)
def test_the_last_event_about_a_seal_decides(daftar, arsip):
    sah = pengesahan(buku(*daftar))
    assert (sah.arsip if sah else None) == arsip


def test_a_seal_without_a_day_of_its_own_is_of_the_day_it_was_written_down():
    assert pengesahan(buku(LAGI)).tanggal == date(2025, 4, 11)


def test_the_archives_of_seals_that_were_opened_are_known_as_well():
    assert daftar_arsip(buku(SAH, DIBUKA, LAGI)) == {"arsip/TW1-01", "arsip/TW1-02"}


def test_the_sentence_says_when_by_whom_and_what_to_do():
    tw1 = Periode.parse("2025-TW1")
    assert kalimat_sah(tw1, pengesahan(buku(SAH))) == (
        "Triwulan I Tahun 2025 sudah disahkan oleh Kepala pada 10 April 2025; arsipnya arsip/TW1-01. "
        'Bila memang harus diubah: ⟦buka 2025-TW1 --alasan "…"⟧'
    )
    assert " oleh " not in kalimat_sah(tw1, pengesahan(buku(LAGI)))


def test_a_period_is_opened_from_the_top():
    tahun = periode_setahun(2025)
    assert [str(satu) for satu in tahun] == [
        "2025-TW1",
        "2025-TW2",
        "2025-S1",
        "2025-TW3",
        "2025-TW4",
        "2025-S2",
        "2025",
    ]
    tw1, tw2, s1, *_, semua = tahun
    assert menghalangi(tw1, [tw1, s1, semua]) == semua
    assert menghalangi(tw1, [tw1, tw2]) == tw2
    assert menghalangi(s1, [tw1, s1]) is None
