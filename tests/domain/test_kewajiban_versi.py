from bantu_versi import BARU, formulir_versi_berikut
from lakip_gen.domain.kewajiban import KEWAJIBAN, SYARAT_REKENING, Kewajiban, Syarat, daftar_kewajiban, diminta
from lakip_gen.domain.skema import formulir as skema


def test_a_form_owes_nothing_that_its_version_does_not_have(monkeypatch):
    formulir_versi_berikut(monkeypatch)
    mutu = Kewajiban(Syarat.SELALU, "mutu", "mutu data", "realisasi-kosong")
    monkeypatch.setitem(KEWAJIBAN, "indikator", (*KEWAJIBAN["indikator"], mutu))
    assert mutu in daftar_kewajiban("indikator", BARU)
    assert daftar_kewajiban("indikator", BARU - 1) == KEWAJIBAN["indikator"][:-1]
    assert "mutu" not in diminta("indikator", frozenset(Syarat), BARU - 1)


def test_a_sheet_that_a_version_does_not_have_owes_nothing():
    assert daftar_kewajiban("indikator", 0) == ()


def test_what_a_later_version_asks_of_an_old_column_is_not_asked_of_forms_handed_out_before(monkeypatch):
    rencana = Kewajiban(Syarat.SELALU, "rencana", "rencana", "aksi-tanpa-keterangan", sejak=BARU)
    monkeypatch.setitem(KEWAJIBAN, "rencana_aksi", (rencana,))
    assert diminta("rencana_aksi", frozenset(Syarat), BARU) == {"rencana"}
    assert diminta("rencana_aksi", frozenset(Syarat), BARU - 1) == frozenset()


def test_nothing_is_owed_since_a_version_that_is_not_there_yet():
    assert [satu for daftar in KEWAJIBAN.values() for satu in daftar if satu.sejak > skema.VERSI] == []


def test_an_indicator_of_a_budget_line_owes_no_column_that_is_locked_there():
    daftar = [satu for satu in KEWAJIBAN["indikator"] if satu.syarat in SYARAT_REKENING]
    terkunci = [satu.kolom for satu in daftar if satu.kolom in skema.INDIKATOR.kolom_analisis]
    assert terkunci == [], "take its condition out of SYARAT_REKENING"
