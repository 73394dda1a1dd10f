"""A figure is measured once: check, form, sentence and report read what stands on its row."""

from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.domain import pengukuran
from lakip_gen.domain.capaian import hitung_capaian
from lakip_gen.domain.periode import Periode
from lakip_gen.excel.rekap.write import write_rekap
from lakip_gen.laporan import susun_indikator
from lakip_gen.laporan.susun import susun_pandangan


def test_the_capaian_of_each_figure_of_a_year_is_computed_at_most_once(contoh_asli, monkeypatch):
    panggilan = []

    def hitung(*isi, **kata):
        panggilan.append(isi)
        return hitung_capaian(*isi, **kata)

    for modul in (pengukuran, susun_indikator):
        monkeypatch.setattr(modul, "hitung_capaian", hitung)
    rekap = rekap_hasil(periksa_periode(contoh_asli, Periode.parse("2025")))
    susun_pandangan(rekap)
    write_rekap(rekap, ())
    banyak = 0
    for milik in rekap.daftar_indikator:
        riwayat, unit = milik.indikator.riwayat, len(milik.indikator.daftar_unit)
        banyak += 4 * (unit if unit == 1 else unit + 1)  # each unit's own quarter, and what several make together
        banyak += 1 + len(riwayat.daftar_tahun)  # this year and the earlier ones
        banyak += (riwayat.target_renstra is not None) + (riwayat.standar_nasional is not None)
    assert 0 < len(panggilan) <= banyak
