"""Part of a year is never printed as the year: its caveat stands in every sentence, table, chart and mean."""

import pytest

from bantu_induk import TAHUN, des, indikator, induk, kumpulan, laporan, subkegiatan
from bantu_rekap import baris_lembar
from lakip_gen.domain.jejak import cari_jejak
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.target import JenisTarget
from lakip_gen.excel.rekap.write import write_rekap
from lakip_gen.laporan.susun import susun_pandangan

SETAHUN = setahun(TAHUN)
RIWAYAT = Riwayat((TahunLalu(TAHUN - 1, des(80), des(70)),), target_renstra=des(80))


def rekap_sebagian(cara, isi, *, periode=SETAHUN, **lain):
    """Return a year of one indicator in which quarters are missing, beside one that is whole."""
    utuh = indikator("I2", sasaran="S2")
    satu = indikator("I1", cara=cara, tahun=80, triwulan=(80,) * 4, desimal=2, riwayat=RIWAYAT, **lain)
    buku = induk(satu, utuh, anggaran=[subkegiatan("1.1")])
    daftar = [
        laporan("U1", n, ({} if angka is None else {"I1": angka}) | {"I2": 100}, {"1.1": 500})
        for n, angka in enumerate(isi, start=1)
    ]
    status = tuple(
        StatusLaporan(
            unit=buku.daftar_unit[0],
            triwulan=triwulan(TAHUN, n),
            status=StatusUnit.DITERIMA if angka is not None else StatusUnit.BELUM,
        )
        for n, angka in enumerate(isi, start=1)
    )
    return susun_rekap(buku, periode, kumpulan(*daftar), status)


SEBAGIAN = [
    pytest.param(CaraGabung.RATA_RATA, (98, None, None, None), "rata-rata 1 dari 4 triwulan", id="rata-rata"),
    pytest.param(CaraGabung.AKHIR, (98, None, None, None), "keadaan TW I", id="akhir"),
    pytest.param(CaraGabung.RASIO, ((98, 100), None, None, None), "rasio 1 dari 4 triwulan", id="rasio"),
    pytest.param(CaraGabung.RASIO_AKHIR, ((98, 100), None, None, None), "keadaan TW I", id="rasio-akhir"),
]


@pytest.mark.parametrize(("cara", "isi", "dasar"), SEBAGIAN)
def test_one_quarter_of_four_gets_no_final_predikat_anywhere(cara, isi, dasar):
    rekap = rekap_sebagian(cara, isi, pengali=des(100 if cara.sifat.pecahan else 1))
    satu, dua = rekap.daftar_sasaran
    assert (satu.daftar_indikator[0].periode_ini.capaian.angka, satu.daftar_indikator[0].pita) == (122.5, None)
    assert (satu.pita, rekap.pita, dua.pita.predikat) == (None, None, "Sangat Tinggi")
    assert satu.efisiensi.simpulan == "tidak dapat dinilai: data kinerjanya belum lengkap"
    hasil = susun_pandangan(rekap)
    milik = hasil.daftar_sasaran[0]
    butir = milik.daftar_indikator[0]
    assert butir.kalimat == (
        f"Realisasi Tahun 2025 sebesar 98,00 unit (sementara: {dasar}) melampaui target 80,00 unit dengan selisih "
        "18,00 unit; capaiannya 122,50% (sementara, belum berpredikat)."
    )
    assert [str(angka) for angka in (butir.realisasi, butir.capaian, butir.capaian_tahun, butir.capaian_renstra)] == [
        "98,00 (sementara)",
        *["122,50 (sementara)"] * 3,
    ]
    assert (butir.predikat, butir.warna) == ("sementara", "FFFFFF")
    assert "98,00 unit (sementara) dari 70,00 unit pada tahun 2024" in butir.kalimat_tren
    assert butir.kalimat_tren.endswith("menjadi 122,50% (sementara).")
    assert butir.grafik_tahun.daftar_kategori == ("2024", "2025 (sementara)")
    assert str(milik.rerata) == "122,50 (sementara)"
    assert milik.kalimat_target.endswith("(1.1 [sementara]).")
    assert milik.kalimat.endswith(
        "adalah 122,50%, sementara dan belum berpredikat (rata-rata sederhana, 1 dari 1 indikator "
        "dinilai, termasuk 1 dengan data belum lengkap)."
    )
    assert hasil.grafik_capaian.daftar_kategori == ("Sasaran 1 (sementara)", "Sasaran 2")
    assert "(sementara)" in cari_jejak(rekap, "I1").daftar_bagian[0].nilai
    assert cari_jejak(rekap, "I1").daftar_bagian[0].daftar_bagian[1].rumus.endswith(f"; {dasar}")


def test_the_year_s_ikhtisar_tells_how_many_of_how_many_forms():
    hasil = susun_pandangan(rekap_sebagian(CaraGabung.AKHIR, (98, 99, 99, None)))
    kalimat = hasil.ringkasan.daftar_kalimat
    assert kalimat[0].endswith("semuanya sudah dapat dinilai, termasuk 1 (satu) dari data yang belum lengkap.")
    assert kalimat[1] == (
        "Laporan ini memuat 3 (tiga) dari 4 (empat) laporan triwulan unit kerja; "
        "angka yang menunggu laporan lain belum lengkap."
    )
    assert kalimat[2].endswith(
        "% (sementara, belum berpredikat), dihitung sebagai rata-rata sederhana semua indikator."
    )
    assert kalimat[3] == (
        "Menurut predikat: 1 (satu) indikator atau 100,00% berpredikat Sangat Tinggi; "
        "1 (satu) indikator sementara, belum berpredikat."
    )
    assert hasil.ringkasan.indikator_sementara == 1
    assert [p.banyak for p in hasil.ringkasan.daftar_predikat] == [1, 0, 0, 0, 0]


@pytest.mark.parametrize("periode", [SETAHUN, semester(TAHUN, 1)], ids=str)
def test_a_whole_period_has_no_caveat(periode):
    rekap = rekap_sebagian(CaraGabung.AKHIR, (98, 98, 98, 98), periode=periode)
    hasil = susun_pandangan(rekap)
    assert (rekap.rerata.sementara, str(hasil.daftar_sasaran[0].rerata)) == (0, "122,50")
    assert (
        hasil.ringkasan.daftar_kalimat[1] == "Laporan ini disusun dari seluruh 4 (empat) laporan triwulan unit kerja."
    )


def test_a_state_that_is_known_on_the_last_day_is_whole_whatever_went_before():
    rekap = rekap_sebagian(CaraGabung.AKHIR, (None, None, None, 98))
    assert rekap.daftar_indikator[0].pita is not None


def test_only_provisional_figures_leave_no_count_by_predikat():
    satu = indikator("I1")
    rekap = susun_rekap(induk(satu), SETAHUN, kumpulan(laporan("U1", 1, {"I1": 100})))
    kalimat = susun_pandangan(rekap).ringkasan.daftar_kalimat
    assert not [satu for satu in kalimat if satu.startswith("Menurut predikat")]


@pytest.mark.parametrize(
    ("cara", "kosong", "sementara"),
    [
        (CaraGabung.RATA_RATA, 1, True),
        (CaraGabung.AKHIR, 1, False),
        (CaraGabung.AKHIR, 4, True),
    ],
    ids=["rata-rata", "keadaan-lama", "keadaan-terakhir"],
)
def test_a_missing_unit_makes_the_quarter_that_counts_provisional(cara, kosong, sementara):
    satu = indikator(cara=cara, jenis=JenisTarget.KONSTAN, unit=("U1", "U2"), gabung_unit=GabungUnit.RATA_RATA)
    daftar = [laporan(unit, n, {"I1": 90}) for unit in ("U1", "U2") for n in range(1, 5) if (unit, n) != ("U2", kosong)]
    rekap = susun_rekap(induk(satu), SETAHUN, kumpulan(*daftar))
    (baris,) = rekap.daftar_indikator
    assert (baris.sementara, baris.setahun.sementara) == (sementara, sementara)
    assert baris.daftar_triwulan[kosong - 1].catatan_unit
    kategori = susun_pandangan(rekap).daftar_sasaran[0].daftar_indikator[0].grafik_triwulan.daftar_kategori
    assert [nama.endswith("(sementara)") for nama in kategori] == [n == kosong for n in range(1, 5)]


def test_the_rekap_says_so_too():
    bita = write_rekap(rekap_sebagian(CaraGabung.AKHIR, (98, None, None, None)), ())
    ringkasan = baris_lembar(bita, "Ringkasan")
    predikat = next(baris for baris in ringkasan if baris[0] == "Predikat")
    assert "sementara" in predikat
    assert any("1 dengan data belum lengkap" in str(baris) for baris in ringkasan)
    assert any("sementara" in baris and "keadaan TW I" in str(baris) for baris in baris_lembar(bita, "Capaian"))
