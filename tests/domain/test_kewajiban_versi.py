from bantu_versi import BARU, formulir_versi_berikut
from lakip_gen.domain.kewajiban import KEWAJIBAN, Kewajiban, Syarat, daftar_kewajiban, diminta


def test_a_form_owes_nothing_that_its_version_does_not_have(monkeypatch):
    formulir_versi_berikut(monkeypatch)
    mutu = Kewajiban(Syarat.SELALU, "mutu", "mutu data", "realisasi-kosong")
    monkeypatch.setitem(KEWAJIBAN, "indikator", (*KEWAJIBAN["indikator"], mutu))
    assert mutu in daftar_kewajiban("indikator", BARU)
    assert daftar_kewajiban("indikator", BARU - 1) == KEWAJIBAN["indikator"][:-1]
    assert "mutu" not in diminta("indikator", frozenset(Syarat), BARU - 1)


def test_a_sheet_that_a_version_does_not_have_owes_nothing():
    assert daftar_kewajiban("indikator", 0) == ()
