from dataclasses import fields

from bantu_rekap import DAFTAR_TEMUAN, daftar_status, kiriman, terbaca
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Tingkat
from lakip_gen.pesan.kelompok import (
    TANPA_UNIT,
    Hitungan,
    Tempat,
    gabung_baris,
    hitung,
    kelompokkan,
)
from lakip_gen.pesan.status import RUPA_STATUS, RupaStatus


def status(teks="2025-TW1"):
    return daftar_status(kiriman(), Periode.parse(teks))


def test_the_same_finding_becomes_one_line_with_all_its_cells():
    (baris,) = gabung_baris([terbaca(sel="F12"), terbaca(sel="F9"), terbaca(sel="G9")])
    assert baris.banyak == 3
    assert baris.daftar_tempat == (Tempat("U1-TW1.xlsx", "Indikator", ("F9", "G9", "F12")),)


def test_findings_of_different_words_stay_apart():
    daftar = gabung_baris([terbaca(), terbaca(pesan="Pesan lain."), terbaca(perbaikan="Cara lain.")])
    assert [baris.banyak for baris in daftar] == [1, 1, 1]


def test_the_heaviest_lines_come_first_then_by_sheet_and_cell():
    daftar = gabung_baris(
        [
            terbaca("c", Tingkat.INFO, sel="A1"),
            terbaca("b", sel="AA2"),
            terbaca("a", sel="B10"),
            terbaca("d", asal=Asal("U1-TW1.xlsx", "Anggaran", "Z99")),
            terbaca("e", Tingkat.PERINGATAN, sel="A1"),
        ]
    )
    assert [baris.kode for baris in daftar] == ["d", "b", "a", "e", "c"]


def test_places_are_told_by_sheet_in_their_order():
    lembar_lain = Asal("U1-TW1.xlsx", "Anggaran", "F7")
    (baris,) = gabung_baris([terbaca(sel="F9"), terbaca(asal=lembar_lain), terbaca(sel="F9")])
    assert [str(tempat) for tempat in baris.daftar_tempat] == ["lembar Anggaran, sel F7", "lembar Indikator, sel F9"]


def test_a_place_without_a_cell_names_its_sheet_or_its_file():
    assert str(Tempat("a.xlsx", "Indikator", ())) == "lembar Indikator"
    assert str(Tempat("a.xlsx", "", ())) == "a.xlsx"
    assert str(Tempat("", "", ())) == "–"


def test_every_finding_is_in_exactly_one_group():
    daftar = kelompokkan(status(), (*DAFTAR_TEMUAN, terbaca(unit="HANTU")))
    assert sum(kelompok.hitungan.semua for kelompok in daftar) == len(DAFTAR_TEMUAN) + 1
    assert [kelompok.nama for kelompok in daftar] == [TANPA_UNIT, "Bidang U1", "Bidang U2", "HANTU"]


def test_without_findings_a_unit_is_named_all_the_same():
    daftar = kelompokkan(status(), ())
    assert [(kelompok.nama, kelompok.daftar_baris) for kelompok in daftar] == [("Bidang U1", ()), ("Bidang U2", ())]
    assert kelompokkan((), ()) == ()


def test_the_status_of_one_quarter_has_a_mark_and_a_word():
    satu, dua = kelompokkan(status(), ())
    assert satu.status == "✓ diterima"
    assert dua.status == "✓ diterima"


def test_the_status_of_several_quarters_names_them():
    _, dua = kelompokkan(status("2025-TW2"), ())
    assert dua.status == "✓ diterima: TW I; ○ belum masuk: TW II"


def test_every_status_has_words_marks_and_colours_of_its_own():
    assert RUPA_STATUS.keys() == set(StatusUnit)
    for sifat in fields(RupaStatus):
        daftar = [getattr(rupa, sifat.name) for rupa in RUPA_STATUS.values()]
        assert len(set(daftar)) == len(daftar), sifat.name


def test_a_group_without_a_unit_has_no_status():
    pertama = kelompokkan(status(), DAFTAR_TEMUAN)[0]
    assert not pertama.status
    assert pertama.hitungan == Hitungan(galat=1)


def test_findings_are_counted_by_level():
    assert hitung(DAFTAR_TEMUAN) == Hitungan(3, 1, 1)
    assert str(hitung(())) == "0 galat, 0 peringatan, 0 info"
