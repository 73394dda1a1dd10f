"""A mean that one extreme capaian makes says so, with the median beside it; the figure itself is never hidden."""

from bantu_induk import indikator, induk, kumpulan, laporan
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.laporan.penutup_e81 import susun_penutup
from lakip_gen.laporan.susun import susun_pandangan

TW1 = triwulan(2025, 1)


def pandangan(*isi):
    daftar = [indikator(f"I{n}", tahun=100, triwulan=(100,) * 4) for n in range(1, len(isi) + 1)]
    kiriman = laporan("U1", 1, {f"I{n}": satu for n, satu in enumerate(isi, start=1)})
    return susun_pandangan(susun_rekap(induk(*daftar), TW1, kumpulan(kiriman)))


CATATAN = (
    "Rata-rata itu lebih tinggi daripada capaian semua indikator lainnya karena indikator 1.2 (5.000,00%); nilai "
    "tengah (median) capaiannya 95,00%."
)


def test_the_summary_and_the_sasaran_name_what_makes_their_mean_and_print_the_median():
    jadi = pandangan(90, 5_000, 95)
    [sasaran] = jadi.daftar_sasaran
    assert sasaran.kalimat.endswith(f" {CATATAN}")
    assert "1.728,33%" in sasaran.kalimat
    [satu] = [kalimat for kalimat in jadi.ringkasan.daftar_kalimat if "1.728,33%" in kalimat]
    assert satu.endswith(f" {CATATAN}")


def test_a_mean_of_figures_of_one_size_has_no_such_note():
    jadi = pandangan(90, 120, 95)
    assert not any("median" in kalimat for kalimat in jadi.ringkasan.daftar_kalimat)
    assert "median" not in jadi.daftar_sasaran[0].kalimat


def test_the_means_under_formulir_e81_name_it_too():
    daftar = [indikator(f"I{n}", tahun=100, triwulan=(100,) * 4) for n in (1, 2, 3)]
    kiriman = laporan("U1", 1, {"I1": 90, "I2": 5_000, "I3": 95})
    penutup = susun_penutup(susun_rekap(induk(*daftar), TW1, kumpulan(kiriman)))
    assert penutup.keterangan.endswith("; rata-rata K di atas capaian semua indikator lainnya karena indikator 1.2")
