"""The office's SOP as it stands in the buku induk."""

from datetime import date
from decimal import Decimal

import pytest

from bantu_induk import TAHUN, induk_mentah, letak
from lakip_gen.domain.periode import Jenis, semester, setahun, triwulan
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.sop import Bukti, SatuanWaktu, Waktu
from lakip_gen.induk import susun_induk
from lakip_gen.sop.bawaan import daftar_nama, isi_sop
from lakip_gen.sop.hari_libur import isi_hari_libur

MEMBAGIKAN = {
    "no": 1,
    "tiap": "triwulan",
    "kegiatan": "Membagikan formulir",
    "pelaksana": "Staf",
    "selesai_bila": "dibagikan",
}
MEMUTUSKAN = MEMBAGIKAN | {"no": 2, "kegiatan": "Menganalisa rekap", "selesai_bila": "putusan", "kembali": 1}


def susun(*daftar, **lain):
    return susun_induk(induk_mentah(langkah_sop=list(daftar), **lain), TAHUN)


def temuan(*daftar):
    return letak(susun(*daftar)[1])


def test_without_steps_there_is_no_sop():
    sop = susun_induk(induk_mentah(), TAHUN)[0].sop
    assert sop.daftar_langkah == sop.langkah_periode(triwulan(TAHUN, 1)) == ()


def test_a_workbook_may_lack_the_sheets_of_the_sop():
    induk, daftar = susun_induk(induk_mentah(tanpa=("langkah_sop", "hari_libur")), TAHUN)
    assert (induk.sop.daftar_langkah, daftar) == ((), ())


def test_a_step_is_read_with_all_it_says():
    isi = {
        "prosedur": "b",
        "pasti": "disimpulkan",
        "kelengkapan": "Surat; Disposisi",
        "waktu": 2,
        "satuan": "hari kerja",
        "output": "Formulir",
    }
    induk, daftar_temuan = susun(MEMBAGIKAN | isi)
    (langkah,) = induk.sop.daftar_langkah
    assert not daftar_temuan
    assert (langkah.tanda, langkah.tiap, langkah.selesai_bila) == ("B1", Jenis.TRIWULAN, Bukti.DIBAGIKAN)
    assert (langkah.pasti, langkah.kelengkapan) == (False, ("Surat", "Disposisi"))
    assert (langkah.waktu, langkah.output) == (Waktu(Decimal(2), SatuanWaktu.HARI_KERJA), "Formulir")


def test_a_role_is_certain_unless_it_says_otherwise():
    assert susun(MEMBAGIKAN)[0].sop.daftar_langkah[0].pasti


def test_the_working_days_are_those_of_the_agency():
    libur = [{"tanggal": date(2025, 8, 18), "nama": "Cuti bersama"}]
    kalender = susun(hari_libur=libur, butir={"aturan": {"hari_kerja": "6"}})[0].sop.kalender
    assert [kalender.bekerja(date(2025, 8, hari)) for hari in (16, 17, 18)] == [True, False, False]


def test_a_period_without_steps_of_its_own_takes_the_common_ones_and_says_so():
    sop = susun(MEMBAGIKAN, MEMUTUSKAN)[0].sop
    assert [langkah.dari_sop for langkah in sop.langkah_periode(triwulan(TAHUN, 3))] == [True, True]
    for periode in (semester(TAHUN, 1), setahun(TAHUN)):
        langkah = sop.langkah_periode(periode)
        assert [satu.selesai_bila for satu in langkah] == [Bukti.DRAF, Bukti.ORANG, Bukti.SAH]
        assert {(satu.dari_sop, satu.pasti, satu.tiap) for satu in langkah} == {(False, False, periode.jenis)}


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"prosedur": "AB"}, "prosedur-salah"),
        ({"no": Decimal("1.5")}, "nomor-langkah-salah"),
        ({"no": 0}, "nomor-langkah-salah"),
        ({"waktu": 2}, "waktu-langkah-salah"),
        ({"waktu": -1, "satuan": "menit"}, "waktu-langkah-salah"),
        ({"waktu": 10_001, "satuan": "hari kerja"}, "waktu-langkah-salah"),
        ({"selesai_bila": "selesai"}, "induk-pilihan-asing"),
        ({"kembali": 1}, "kembali-tanpa-putusan"),
    ],
    ids=[
        "procedure",
        "half a number",
        "no number",
        "time without unit",
        "time below 0",
        "endless",
        "proof",
        "no decision",
    ],
)
def test_what_is_wrong_with_a_step_is_told_at_its_cell(ubah, kode):
    daftar = temuan(MEMBAGIKAN | ubah)
    assert [(satu[0], satu[1]) for satu in daftar if satu[0] == kode], daftar


def test_a_row_that_is_no_step_is_told_and_left_out():
    induk, daftar = susun(MEMBAGIKAN | {"tiap": ""}, MEMBAGIKAN)
    assert len(induk.sop.daftar_langkah) == 1
    assert [satu.kode for satu in daftar] == ["induk-wajib-kosong"]


def test_a_number_that_stands_twice_is_told():
    assert [satu[0] for satu in temuan(MEMBAGIKAN, MEMBAGIKAN)] == ["langkah-ganda"]


def test_the_same_number_in_another_procedure_is_another_step():
    assert not temuan(MEMBAGIKAN | {"prosedur": "A"}, MEMBAGIKAN | {"prosedur": "B"})


@pytest.mark.parametrize("kembali", [2, 3, 9], ids=["itself", "a later step", "a step that is not there"])
def test_a_refusal_sends_back_to_an_earlier_step_only(kembali):
    daftar = temuan(MEMBAGIKAN, MEMUTUSKAN | {"kembali": kembali}, MEMBAGIKAN | {"no": 3})
    assert [satu[0] for satu in daftar] == ["kembali-ke-mana"]


@pytest.mark.parametrize("nama", daftar_nama())
def test_a_shipped_sop_is_read_without_a_finding(nama):
    isi = isi_sop(nama)
    induk, daftar = susun(*isi["langkah_sop"], butir={"aturan": dict(isi["aturan"][0])})
    assert not daftar
    assert len(induk.sop.daftar_langkah) == len(isi["langkah_sop"])
    assert induk.sop.nama


def test_the_five_shipped_sops_have_fifty_three_steps_and_most_roles_are_inferred():
    semua = [langkah for nama in daftar_nama() for langkah in isi_sop(nama)["langkah_sop"]]
    disimpulkan = [langkah for langkah in semua if langkah["pasti"] == skema.DISIMPULKAN]
    assert (len(daftar_nama()), len(semua), len(disimpulkan)) == (5, 53, 41)


def test_an_sop_that_is_not_shipped_is_none():
    with pytest.raises(KeyError):
        isi_sop("../rahasia")


def test_the_holidays_of_a_year_are_read_as_they_are_written():
    isi = isi_hari_libur(2025)
    induk, daftar = susun(MEMBAGIKAN, hari_libur=isi)
    assert not daftar
    assert (
        {date(2025, 8, 17), date(2025, 8, 18)} <= {baris["tanggal"] for baris in isi} == induk.sop.kalender.hari_libur
    )
    assert "Kemerdekaan" in next(baris["nama"] for baris in isi if baris["tanggal"] == date(2025, 8, 17))
