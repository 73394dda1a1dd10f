"""The plan of an SOP's steps on the office's working days."""

from datetime import date
from decimal import Decimal

from lakip_gen.domain.hari_kerja import Kalender
from lakip_gen.domain.periode import Jenis
from lakip_gen.domain.sop import Bukti, Langkah, SatuanWaktu, Waktu
from lakip_gen.sop.jadwal import susun_jadwal

KALENDER = Kalender(frozenset({date(2025, 4, 18)}), 5)
MULAI = date(2025, 4, 14)


def langkah(no, waktu=None, bukti=Bukti.ORANG, prosedur=""):
    return Langkah(
        prosedur=prosedur,
        no=no,
        tiap=Jenis.TRIWULAN,
        kegiatan="",
        pelaksana="",
        selesai_bila=bukti,
        waktu=waktu,
    )


def hari(banyak):
    return Waktu(Decimal(banyak), SatuanWaktu.HARI_KERJA)


def akhir(*daftar, mulai=MULAI, tenggat=None):
    return [satu.akhir for satu in susun_jadwal(daftar, mulai, KALENDER, tenggat)]


def test_days_are_the_office_s_and_minutes_take_none():
    menit = Waktu(Decimal(30), SatuanWaktu.MENIT)
    assert akhir(langkah(1, menit), langkah(2, hari(5)), langkah(3)) == [
        MULAI,
        date(2025, 4, 22),
        date(2025, 4, 22),
    ]


def test_a_step_begins_when_the_one_before_is_over_and_each_procedure_at_the_start():
    jadwal = susun_jadwal([langkah(1, hari(1)), langkah(2), langkah(1, prosedur="B")], MULAI, KALENDER)
    assert [satu.mulai for satu in jadwal] == [MULAI, date(2025, 4, 15), MULAI]


def test_the_last_day_for_forms_holds_where_it_comes_first():
    terisi = langkah(1, hari(5), Bukti.TERISI)
    assert akhir(terisi, tenggat=date(2025, 4, 16)) == [date(2025, 4, 16)]
    assert akhir(terisi, tenggat=date(2025, 4, 30)) == [date(2025, 4, 22)]


def test_forms_that_go_out_after_their_last_day_push_nothing_back():
    assert akhir(langkah(1, None, Bukti.DITERIMA), langkah(2, hari(1)), tenggat=date(2025, 4, 10)) == [
        date(2025, 4, 10),
        date(2025, 4, 15),
    ]


def test_nobody_knows_the_days_before_anything_was_handed_out():
    assert akhir(langkah(1, hari(2)), langkah(2), mulai=None) == [None, None]
