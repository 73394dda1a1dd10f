from bantu_rekap import DAFTAR_TEMUAN, daftar_status, kiriman, terbaca
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import StatusUnit
from lakip_gen.domain.temuan import Asal, Tingkat
from lakip_gen.pesan.kelompok import (
    TANPA_UNIT,
    Hitungan,
    Tempat,
    gabung_baris,
    hitung,
    kelompokkan,
    status_sajian,
)


def status(teks="2025-TW1"):
    return daftar_status(kiriman(), Periode.parse(teks))


def test_temuan_yang_sama_menjadi_satu_baris_dengan_semua_selnya():
    (baris,) = gabung_baris([terbaca(sel="F12"), terbaca(sel="F9"), terbaca(sel="G9")])
    assert baris.banyak == 3
    assert baris.daftar_tempat == (Tempat("U1-TW1.xlsx", "Indikator", ("F9", "G9", "F12")),)


def test_temuan_dengan_kata_berbeda_tetap_terpisah():
    daftar = gabung_baris([terbaca(), terbaca(pesan="Pesan lain."), terbaca(perbaikan="Cara lain.")])
    assert [baris.banyak for baris in daftar] == [1, 1, 1]


def test_baris_terberat_lebih_dulu_lalu_menurut_lembar_dan_sel():
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


def test_tempat_disebut_per_lembar_menurut_urutannya():
    lembar_lain = Asal("U1-TW1.xlsx", "Anggaran", "F7")
    (baris,) = gabung_baris([terbaca(sel="F9"), terbaca(asal=lembar_lain), terbaca(sel="F9")])
    assert [str(tempat) for tempat in baris.daftar_tempat] == ["lembar Anggaran, sel F7", "lembar Indikator, sel F9"]


def test_tempat_tanpa_sel_menyebut_lembar_atau_berkas():
    assert str(Tempat("a.xlsx", "Indikator", ())) == "lembar Indikator"
    assert str(Tempat("a.xlsx", "", ())) == "a.xlsx"
    assert str(Tempat("", "", ())) == "–"


def test_setiap_temuan_ada_di_tepat_satu_kelompok():
    daftar = kelompokkan(status(), (*DAFTAR_TEMUAN, terbaca(unit="HANTU")))
    assert sum(kelompok.hitungan.semua for kelompok in daftar) == len(DAFTAR_TEMUAN) + 1
    assert [kelompok.nama for kelompok in daftar] == [TANPA_UNIT, "Bidang U1", "Bidang U2", "HANTU"]


def test_tanpa_temuan_unit_tetap_disebut():
    daftar = kelompokkan(status(), ())
    assert [(kelompok.nama, kelompok.daftar_baris) for kelompok in daftar] == [("Bidang U1", ()), ("Bidang U2", ())]
    assert kelompokkan((), ()) == ()


def test_status_satu_triwulan_ditulis_dengan_tanda_dan_kata():
    satu, dua = kelompokkan(status(), ())
    assert satu.status == "✓ diterima"
    assert dua.status == "✓ diterima"


def test_status_beberapa_triwulan_menyebut_triwulannya():
    _, dua = kelompokkan(status("2025-TW2"), ())
    assert dua.status == "✓ diterima: TW I; ○ belum masuk: TW II"


def test_setiap_status_punya_tanda_dan_kata_sendiri():
    assert len({status_sajian(satu) for satu in StatusUnit}) == len(StatusUnit)


def test_kelompok_tanpa_unit_tidak_berstatus():
    pertama = kelompokkan(status(), DAFTAR_TEMUAN)[0]
    assert not pertama.status
    assert pertama.hitungan == Hitungan(galat=1)


def test_hitungan_per_tingkat():
    assert hitung(DAFTAR_TEMUAN) == Hitungan(3, 1, 1)
    assert str(hitung(())) == "0 galat, 0 peringatan, 0 info"
