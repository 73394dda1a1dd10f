"""What the events say of the steps of an SOP."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from lakip_gen.domain.periode import Jenis as JenisPeriode
from lakip_gen.domain.sop import Bukti, Langkah
from lakip_gen.sop.keadaan import Rekaman
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa
from lakip_gen.sop.rekaman import cari_langkah, daftar_rekaman, masih_kembali, temuan_kembali, tentang_angka

SAAT = datetime(2025, 4, 9, 8, 30, tzinfo=UTC)
HARI = date(2025, 4, 8)
RAPAT = Peristiwa(jenis=Jenis.CATATAN, dicatat=SAAT, tanggal=HARI, langkah="9", berkas="bukti/notula.pdf")
KEMBALI = Peristiwa(
    jenis=Jenis.DIKEMBALIKAN, dicatat=SAAT, tanggal=HARI, langkah="10", unit="IKP", sidik="a1", isi="Lengkapi"
)


def rekaman(*daftar, bukti=()):
    return daftar_rekaman(BukuPeristiwa(dict(enumerate(daftar, start=1))), bukti)


def test_what_was_done_is_recorded_with_its_day_and_its_proof():
    assert rekaman(RAPAT) == (Rekaman(langkah="9", tanggal=HARI, berkas=("bukti/notula.pdf",)),)


def test_an_agreement_knows_the_figures_it_was_about():
    (satu,) = rekaman(replace(RAPAT, jenis=Jenis.PUTUSAN, langkah="10", sidik="angka"))
    assert (satu.setuju, satu.sidik, satu.dikembalikan) == (True, "angka", {})


def test_a_refusal_of_several_units_is_one():
    (satu,) = rekaman(KEMBALI, replace(KEMBALI, unit="UPTD", sidik="b2"))
    assert (satu.setuju, satu.sidik, satu.dikembalikan) == (False, "", {"IKP": "a1", "UPTD": "b2"})


@pytest.mark.parametrize(
    "ubah",
    [{"dicatat": datetime(2025, 4, 10, tzinfo=UTC)}, {"langkah": "11"}, {"unit": ""}],
    ids=["another moment", "another step", "the whole rekap"],
)
def test_another_refusal_is_another(ubah):
    assert len(rekaman(KEMBALI, replace(KEMBALI, **ubah))) == 2


def test_what_was_taken_back_and_what_is_about_no_step_is_left_out():
    batal = Peristiwa(jenis=Jenis.DIBATALKAN, dicatat=SAAT, batal=1)
    assert rekaman(RAPAT, batal, Peristiwa(jenis=Jenis.TERLIHAT, dicatat=SAAT, unit="IKP")) == ()


@pytest.mark.parametrize(
    ("nama", "langkah"),
    [
        ("langkah-5.pdf", "5"),
        ("Langkah 10 notula.jpg", "10"),
        ("langkah_b4-rapat.pdf", "B4"),
        ("langkah-1000.pdf", None),
        ("catatan langkah 5.pdf", None),
    ],
    ids=["plain", "with a word", "procedure", "no number of a step", "another name"],
)
def test_a_file_of_evidence_is_known_by_its_name(nama, langkah):
    berkas = f"workbooks/2025/bukti/TW1/{nama}"
    assert rekaman(bukti=(berkas,)) == ((Rekaman(langkah=langkah, berkas=(berkas,)),) if langkah else ())


def test_a_unit_is_asked_while_its_form_is_the_very_same():
    buku = BukuPeristiwa({1: KEMBALI})
    assert masih_kembali(buku, "IKP", "a1") == (KEMBALI,)
    assert masih_kembali(buku, "IKP", "baru") == masih_kembali(buku, "UPTD", "a1") == ()


def test_the_finding_says_who_sent_it_back_and_with_what_advice():
    temuan = temuan_kembali(replace(KEMBALI, oleh="Sekretaris"), "form.xlsx")
    assert (temuan.kode, temuan.unit, temuan.nilai) == ("dikembalikan-sekretaris", "IKP", "Lengkapi")
    assert dict(temuan.rincian) == {"oleh": " oleh Sekretaris pada 8 April 2025"}
    polos = temuan_kembali(replace(KEMBALI, tanggal=None), "form.xlsx")
    assert dict(polos.rincian) == {"oleh": ""}


def langkah(no, bukti, prosedur=""):
    return Langkah(
        prosedur=prosedur,
        no=no,
        tiap=JenisPeriode.TRIWULAN,
        kegiatan="",
        pelaksana="",
        selesai_bila=bukti,
    )


def test_a_step_behind_the_rekap_of_its_procedure_is_about_figures():
    awal, merekap, rapat = langkah(1, Bukti.ORANG), langkah(2, Bukti.REKAP), langkah(3, Bukti.ORANG)
    lain = langkah(3, Bukti.ORANG, "B")
    semua = (awal, merekap, rapat, lain)
    assert [tentang_angka(satu, semua) for satu in (awal, rapat, lain)] == [False, True, False]


def test_a_step_is_found_as_people_write_it():
    semua = (langkah(1, Bukti.ORANG, "A"), langkah(1, Bukti.ORANG, "B"))
    assert cari_langkah(semua, " b1 ") == semua[1]
    assert cari_langkah(semua, "1") is None
