"""What the sheet of consent says of a decision: whether it is about the rekap as it is now, and how it went."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from bantu_rekap import rekap
from lakip_gen.alur.bahan_kertas import kalimat_putusan, putusan_kini
from lakip_gen.alur.papan import sidik_angka
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa

REKAP = rekap("2025-TW1")
KINI = sidik_angka(REKAP)
FORMULIR = {"IKP": "a1", "UPTD": "b2"}


def putusan(jenis, sidik, unit=""):
    saat = datetime(2025, 4, 9, tzinfo=UTC)
    return Peristiwa(jenis=jenis, dicatat=saat, tanggal=date(2025, 4, 9), langkah="5", unit=unit, sidik=sidik)


def bahan(*daftar):
    """Return what papers are made from, as far as a decision is concerned."""
    unit = [SimpleNamespace(sidik=s, status=SimpleNamespace(unit=SimpleNamespace(kode=k))) for k, s in FORMULIR.items()]
    hasil = SimpleNamespace(daftar_triwulan=[SimpleNamespace(daftar_unit=unit)])
    return SimpleNamespace(rekap=REKAP, hasil=hasil, catatan=BukuPeristiwa(dict(enumerate(daftar, start=1))))


SETUJU, LAMA = putusan(Jenis.PUTUSAN, KINI), putusan(Jenis.PUTUSAN, "lama")
DITOLAK = putusan(Jenis.DIKEMBALIKAN, KINI)
TERTAHAN, DIKIRIM = putusan(Jenis.DIKEMBALIKAN, "a1", "IKP"), putusan(Jenis.DIKEMBALIKAN, "lama", "IKP")
LAIN = putusan(Jenis.DIKEMBALIKAN, "lama", "UPTD")


@pytest.mark.parametrize(
    ("daftar", "berlaku"),
    [
        ((), None),
        ((SETUJU,), True),
        ((LAMA,), None),
        ((DITOLAK,), False),
        ((TERTAHAN, LAIN), False),
        ((DIKIRIM,), None),
        ((DIKIRIM, SETUJU), True),
        ((putusan(Jenis.CATATAN, KINI),), None),
    ],
    ids=[
        "nothing",
        "agreed to",
        "agreed to earlier figures",
        "sent back as a whole",
        "one of two forms is still the same",
        "the form was sent anew",
        "agreed to after it was sent anew",
        "a note is no decision",
    ],
)
def test_a_decision_stands_while_what_it_was_about_is_unchanged(daftar, berlaku):
    assert putusan_kini(bahan(*daftar)) is berlaku


@pytest.mark.parametrize(("berlaku", "hal"), [(True, "ini"), (False, "sebelumnya")])
def test_the_sentence_says_which_rekap_was_decided_on(berlaku, hal):
    assert kalimat_putusan(bahan(SETUJU).catatan, berlaku=berlaku) == (
        f"Rekapitulasi {hal} disetujui pada 9 April 2025."
    )
