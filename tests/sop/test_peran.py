"""Who is meant by an SOP's word for who does a step."""

import pytest

from lakip_gen.domain.kinerja import Instansi, Pejabat
from lakip_gen.sop.bawaan import daftar_nama, isi_sop
from lakip_gen.sop.peran import Peran, pejabat, peran_pelaksana

INSTANSI = Instansi(
    nama="Dinas Contoh",
    pemerintah="Kabupaten Contoh",
    alamat="",
    tempat="",
    singkatan="",
    kontak="",
    kepala=Pejabat("Plt. Kepala Dinas Contoh", "Kepala"),
    sekretaris=Pejabat("Sekretaris Dinas", "Sekretaris"),
    perencana=Pejabat("Koordinator Program", "Perencana"),
    kepala_daerah=Pejabat("Bupati"),
)


@pytest.mark.parametrize(
    ("pelaksana", "peran"),
    [
        ("Sekretaris", Peran.SEKRETARIS),
        ("sekretaris  dinas", Peran.SEKRETARIS),
        ("Kasubag Perencanaan dan Keuangan", Peran.PERENCANA),
        ("Fungsional Perencana", Peran.PERENCANA),
        ("Koordinator Program", Peran.PERENCANA),
        ("Kepala Badan", Peran.KEPALA),
        ("Camat", Peran.KEPALA),
        ("Kabid", Peran.KEPALA_UNIT),
        ("Kepala Seksi", Peran.KEPALA_UNIT),
        ("Kasubag Umum dan Kepegawaian", Peran.KEPALA_UNIT),
        ("Staf Penyusun Evaluasi Kinerja", Peran.STAF),
        ("Jabatan Pelaksana", Peran.STAF),
        ("Tim Kerja", None),
        ("", None),
    ],
)
def test_an_office_is_known_by_the_agency_s_own_name_or_by_its_words(pelaksana, peran):
    assert peran_pelaksana(pelaksana, INSTANSI) is peran


def test_every_office_of_the_shipped_sops_is_known():
    semua = {langkah["pelaksana"] for nama in daftar_nama() for langkah in isi_sop(nama)["langkah_sop"]}
    assert {satu for satu in semua if peran_pelaksana(satu, INSTANSI) is None} == set()


def test_only_three_are_named_one_by_one():
    assert [pejabat(peran, INSTANSI).nama for peran in Peran] == ["Kepala", "Sekretaris", "Perencana", "", ""]
