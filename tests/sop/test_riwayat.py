"""Any history of events: what it says is the same whenever it is recomputed, from the whole file or from any prefix."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from lakip_gen.domain.hari_kerja import Kalender
from lakip_gen.domain.periode import Jenis as JenisPeriode
from lakip_gen.domain.sop import Bukti, Langkah
from lakip_gen.domain.temuan import Asal
from lakip_gen.sop.keadaan import Bahan, Kenyataan, nilai_keadaan
from lakip_gen.sop.pengesahan import pengesahan
from lakip_gen.sop.peristiwa import TETAP, Jenis, Peristiwa, baca_peristiwa, tambahkan
from lakip_gen.sop.rekaman import daftar_rekaman

AWAL = datetime(2025, 4, 1, 8, tzinfo=UTC)
UNIT = ("U1", "U2")
BUKTI = (Bukti.ORANG, Bukti.TERISI, Bukti.REKAP, Bukti.ORANG, Bukti.PUTUSAN, Bukti.SAH)
LANGKAH = tuple(
    Langkah(
        prosedur="",
        no=no,
        tiap=JenisPeriode.TRIWULAN,
        kegiatan=f"Langkah {no}",
        pelaksana="Staf",
        selesai_bila=bukti,
        kembali=2 if bukti is Bukti.PUTUSAN else None,
    )
    for no, bukti in enumerate(BUKTI, start=1)
)


def keadaan(teks, sidik, sidik_unit):
    """Return all that a file of events says beside the files as they are."""
    catatan = baca_peristiwa(teks, Asal("TW1.jsonl"))
    sah = pengesahan(catatan)
    bahan = Bahan(
        daftar_kenyataan={
            Bukti.TERISI: Kenyataan(terpenuhi=True),
            Bukti.REKAP: Kenyataan(terpenuhi=True),
            Bukti.SAH: Kenyataan(terpenuhi=sah is not None),
        },
        hari_ini=date(2025, 4, 30),
        kalender=Kalender(frozenset(), 5),
        daftar_rekaman=daftar_rekaman(catatan),
        sidik=sah.sidik if sah else sidik,
        sidik_unit=sidik_unit,
    )
    return catatan.daftar_temuan, sah, nilai_keadaan(LANGKAH, bahan)


class Riwayat(RuleBasedStateMachine):
    """People record, decide, send back, seal, open and take back, while forms change between."""

    def __init__(self):
        super().__init__()
        self.teks = ""
        self.jam = AWAL
        self.angka = 1
        self.formulir = dict.fromkeys(UNIT, "a")
        self.dulu = []

    def tulis(self, *daftar):
        self.teks = tambahkan(self.teks, daftar)
        self.dulu.append((self.teks, str(self.angka), dict(self.formulir), self.kini()))

    def kini(self):
        return keadaan(self.teks, str(self.angka), self.formulir)

    def dasar(self, jenis, **lain):
        self.jam += timedelta(minutes=1)
        return Peristiwa(jenis=jenis, dicatat=self.jam, tanggal=self.jam.date(), **lain)

    @rule(unit=st.sampled_from(UNIT), isi=st.sampled_from("abc"))
    def sebuah_formulir_datang(self, unit, isi):
        self.formulir[unit] = isi
        self.angka = hash(tuple(self.formulir.values())) % 97
        self.tulis(self.dasar(Jenis.TERLIHAT, unit=unit, sidik=isi))

    @rule(langkah=st.sampled_from(["1", "4"]), isi=st.text(max_size=20))
    def orang_mencatat(self, langkah, isi):
        self.tulis(self.dasar(Jenis.CATATAN, langkah=langkah, isi=isi, sidik=str(self.angka)))

    @rule(oleh=st.text(max_size=10))
    def sekretaris_setuju(self, oleh):
        self.tulis(self.dasar(Jenis.PUTUSAN, langkah="5", oleh=oleh, sidik=str(self.angka)))

    @rule(daftar_unit=st.lists(st.sampled_from(UNIT), unique=True))
    def sekretaris_mengembalikan(self, daftar_unit):
        satu = self.dasar(Jenis.DIKEMBALIKAN, langkah="5", isi="Lengkapi")
        milik = [replace(satu, unit=unit, sidik=self.formulir[unit]) for unit in daftar_unit]
        self.tulis(*(milik or [satu]))

    @rule()
    def disahkan(self):
        self.tulis(self.dasar(Jenis.DISAHKAN, berkas="arsip/TW1-01", sidik=str(self.angka), terkunci="k"))

    @rule()
    def dibuka(self):
        self.tulis(self.dasar(Jenis.DIBUKA, isi="keliru"))

    @rule(undi=st.integers(min_value=0))
    def sebuah_catatan_dibatalkan(self, undi):
        berlaku = baca_peristiwa(self.teks, Asal("TW1.jsonl")).berlaku
        boleh = [nomor for nomor, satu in berlaku.items() if satu.jenis not in TETAP]
        if boleh:
            self.tulis(self.dasar(Jenis.DIBATALKAN, batal=boleh[undi % len(boleh)]))

    @invariant()
    def nothing_is_odd_and_the_same_file_says_the_same(self):
        daftar_temuan, _, _ = self.kini()
        assert daftar_temuan == ()
        assert self.kini() == self.kini()

    def teardown(self):
        for teks, sidik, sidik_unit, harap in self.dulu:
            assert self.teks.startswith(teks)
            baris = len(teks.splitlines())
            awalan = "".join(self.teks.splitlines(keepends=True)[:baris])
            assert keadaan(awalan, sidik, sidik_unit) == harap


class TestRiwayat(Riwayat.TestCase):
    settings = settings(max_examples=6, stateful_step_count=12, deadline=None)


@pytest.mark.lengkap
class TestEmpatPuluhRiwayat(Riwayat.TestCase):
    settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
