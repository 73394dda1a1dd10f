"""What scripts read of a run: every figure that the report prints, as plain decimal strings."""

from types import SimpleNamespace

from bantu_induk import des, indikator, induk, kumpulan, laporan, rekening_atas, subkegiatan
from lakip_gen.alur.ringkasan import ringkas
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.target import JenisTarget

BUKU = induk(
    indikator("I1", cara=CaraGabung.JUMLAH, jenis=JenisTarget.PER_TRIWULAN, tahun=8, triwulan=(2, 2, 2, 2)),
    indikator("I2", sasaran="S2"),
    anggaran=[rekening_atas("1.1"), subkegiatan("1.1.1"), subkegiatan("1.1.2", sasaran="S2")],
    aturan=Aturan(batas_atas=des(120)),
)
BATAS = "capaian tiap indikator dihitung paling tinggi 120%"


def ringkasan(periode, *daftar):
    hasil = SimpleNamespace(periode=periode, daftar_triwulan=(), semua_temuan=())
    return ringkas(hasil, susun_rekap(BUKU, periode, kumpulan(*daftar)) if daftar else None)


def test_an_indicator_carries_the_year_s_target_the_figure_so_far_and_the_raw_capaian():
    isi = ringkasan(triwulan(2025, 2), *(laporan("U1", n, {"I1": 3, "I2": 90}) for n in (1, 2)))
    satu = isi["indikator"][0]
    assert {kunci: satu[kunci] for kunci in ("target", "target_tahun", "realisasi", "realisasi_sampai")} == {
        "target": "2",
        "target_tahun": "8",
        "realisasi": "3",
        "realisasi_sampai": "6",
    }
    assert (satu["capaian"], satu["capaian_mentah"], satu["capaian_tahun"], satu["sementara"]) == (
        "120",
        "150",
        "75",
        False,
    )


def test_means_money_and_efisiensi_stand_there_for_each_sasaran_and_line():
    isi = ringkasan(setahun(2025), laporan("U1", 4, {"I2": 100}, {"1.1.1": 400, "1.1.2": 1000}))
    rerata = {"nilai": "100", "n": 1, "dari": 2, "sementara": 0, "bobot": None, "predikat": "Sangat Tinggi"}
    assert isi["rerata"] == rerata | {"cara": "rata-rata semua indikator", "batas": BATAS}
    satu, dua = isi["sasaran"]
    kosong = {"nilai": None, "n": 0, "dari": 1, "sementara": 0, "bobot": None, "predikat": None}
    assert satu["rerata"] == kosong | {"cara": "rata-rata sederhana"}
    assert satu["efisiensi"] == {
        "nilai": None,
        "kinerja": None,
        "simpulan": "tidak dapat dihitung: capaian belum ada",
    }
    assert (dua["kode"], dua["serapan"], dua["efisiensi"]["nilai"]) == ("S2", "100", "0")
    assert [
        (baris["kode"], baris["pagu"], baris["realisasi"], baris["serapan"]) for baris in isi["anggaran"]["rincian"]
    ] == [
        ("1.1", "2000", "1400", "70"),
        ("1.1.1", "1000", "400", "40"),
        ("1.1.2", "1000", "1000", "100"),
    ]
    assert isi["anggaran"]["rincian"][1]["fisik"] == "0"


def test_a_figure_on_incomplete_data_is_marked():
    isi = ringkasan(setahun(2025), laporan("U1", 1, {"I1": 3, "I2": 90}))
    assert [(satu["predikat"], satu["sementara"]) for satu in isi["indikator"]] == [(None, False), (None, True)]
    assert isi["indikator"][1]["keterangan"] == "keadaan TW 1"
    rerata = {"nilai": "90", "n": 1, "dari": 2, "sementara": 1, "bobot": None, "predikat": None}
    assert isi["rerata"] == rerata | {"cara": "rata-rata semua indikator", "batas": BATAS}


def test_without_a_buku_induk_every_key_is_there_and_empty():
    isi = ringkasan(setahun(2025))
    kunci_kosong = ("nilai", "bobot", "predikat", "cara", "batas")
    assert isi["rerata"] == dict.fromkeys(kunci_kosong) | {"n": 0, "dari": 0, "sementara": 0}
    assert (isi["sasaran"], isi["indikator"]) == ([], [])
    assert isi["anggaran"] == {"pagu": None, "realisasi": None, "serapan": None, "rincian": []}
