"""The view of a month names every unit, also one that said nothing of it."""

from bantu_rekap import rekap
from lakip_gen.domain.bulan import Bulan
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.susun_bulan import BELUM_MELAPOR, pandangan_bulan, progres_bulan

JANUARI, FEBRUARI = Bulan(2025, 1), Bulan(2025, 2)


def test_every_unit_has_its_line_and_who_said_nothing_is_marked():
    milik = rekap("2025-TW1")
    isi = [(satu.unit, satu.kegiatan) for satu in progres_bulan(milik, JANUARI).daftar_laporan]
    assert isi[0] == ("Bidang U1", "Rapat")
    assert [satu for satu in isi[1:] if satu[1] != BELUM_MELAPOR] == []
    assert [satu[0] for satu in isi] == [unit.nama for unit in milik.induk.daftar_unit]


def test_a_month_of_which_nobody_said_anything_is_marked_for_all():
    assert {satu.kegiatan for satu in progres_bulan(rekap("2025-TW1"), FEBRUARI).daftar_laporan} == {BELUM_MELAPOR}


def test_the_view_speaks_of_the_month():
    milik = rekap("2025-TW1")
    pandangan = pandangan_bulan(susun_pandangan(milik, None), progres_bulan(milik, JANUARI), JANUARI)
    assert (pandangan.periode.nama, pandangan.periode.sebutan) == ("Januari 2025", "bulan")
    assert [satu.bulan for satu in pandangan.daftar_progres] == ["Januari 2025"]
