from dataclasses import fields, replace

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


def moved(letak, *daftar_sel):
    """Return the places of one finding once they are told for the return copy of the unit's form."""
    unit, *_ = kelompokkan(status(), DAFTAR_TEMUAN)
    baris = gabung_baris([terbaca(sel=sel) for sel in daftar_sel])
    (satu,) = replace(unit, daftar_baris=baris).di_kembalian(letak).daftar_baris
    return satu.daftar_tempat


def test_the_places_of_a_finding_follow_its_cells_into_the_return_copy():
    letak = {("U1-TW1.xlsx", "Indikator", sel): ("IKU", baru) for sel, baru in (("F9", "G10"), ("F12", "G13"))}
    assert moved(letak, "F9", "F12") == (Tempat("U1-TW1.xlsx", "IKU", ("G10", "G13")),)


def test_a_cell_that_the_return_copy_lacks_is_told_as_one_of_the_submission_only():
    letak = {("U1-TW1.xlsx", "Indikator", "F9"): ("IKU", "G10")}
    assert moved(letak, "F9", "AZ99") == (
        Tempat("U1-TW1.xlsx", "IKU", ("G10",)),
        Tempat("U1-TW1.xlsx", "Indikator", ("AZ99",), hanya_kiriman=True),
    )


def test_a_finding_of_a_whole_file_keeps_its_place():
    letak = {("U1-TW1.xlsx", "Indikator", "F9"): ("IKU", "G10")}
    assert moved(letak, "") == (Tempat("U1-TW1.xlsx", "Indikator", ()),)


def test_places_stay_where_no_return_copy_was_written():
    assert moved({}, "F9") == (Tempat("U1-TW1.xlsx", "Indikator", ("F9",)),)
    assert moved({("lain.xlsx", "Indikator", "F9"): ("IKU", "G10")}, "F9") == moved({}, "F9")
