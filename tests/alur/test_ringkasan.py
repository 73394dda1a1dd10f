"""What scripts read of a run: every figure that the report prints, as plain decimal strings."""

import json
import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from bantu_induk import des, indikator, induk, kumpulan, laporan, rekening_atas, subkegiatan
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.alur.ringkasan import ringkas
from lakip_gen.domain.aturan import Aturan, CaraRata
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import semester, setahun, triwulan
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
    hasil = SimpleNamespace(periode=periode, induk=None, daftar_triwulan=(), semua_temuan=())
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


def test_a_target_and_the_money_stand_beside_what_the_year_began_with():
    awal = induk(indikator("I2", tahun=80), anggaran=[subkegiatan("1.1.1", 700)])
    buku = replace(BUKU, masa=((date(2025, 1, 1), awal), (date(2025, 2, 1), BUKU)))
    rekap = susun_rekap(buku, triwulan(2025, 1), kumpulan(laporan("U1", 1, {"I1": 3, "I2": 90})))
    isi = ringkas(SimpleNamespace(periode=triwulan(2025, 1), induk=None, daftar_triwulan=(), semua_temuan=()), rekap)
    assert [(satu["target_tahun_murni"], satu["target_tahun"]) for satu in isi["indikator"]] == [
        (None, "8"),
        ("80", "100"),
    ]
    assert (isi["anggaran"]["pagu_murni"], isi["anggaran"]["pagu"]) == ("700", "2000")


def test_means_money_and_efisiensi_stand_there_for_each_sasaran_and_line():
    isi = ringkasan(setahun(2025), laporan("U1", 4, {"I2": 100}, {"1.1.1": 400, "1.1.2": 1000}))
    rerata = {"nilai": "100", "n": 1, "dari": 2, "sementara": 0, "menunggu": 1, "bobot": None, "predikat": None}
    assert isi["rerata"] == rerata | {"cara": "rata-rata semua indikator", "batas": BATAS}
    satu, dua = isi["sasaran"]
    kosong = {"nilai": None, "n": 0, "dari": 1, "sementara": 0, "menunggu": 1, "bobot": None, "predikat": None}
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
    assert isi["indikator"][1]["keterangan"] == "keadaan TW I"
    rerata = {"nilai": "90", "n": 1, "dari": 2, "sementara": 1, "menunggu": 1, "bobot": None, "predikat": None}
    assert isi["rerata"] == rerata | {"cara": "rata-rata semua indikator", "batas": BATAS}


def test_without_a_buku_induk_every_key_is_there_and_empty():
    isi = ringkasan(setahun(2025))
    kunci_kosong = ("nilai", "bobot", "predikat", "cara", "batas")
    assert isi["rerata"] == dict.fromkeys(kunci_kosong) | {"n": 0, "dari": 0, "sementara": 0, "menunggu": 0}
    assert (isi["sasaran"], isi["indikator"]) == ([], [])
    uang = dict.fromkeys(("pagu", "pagu_murni", "realisasi", "serapan"))
    assert isi["anggaran"] == uang | {"rincian": []}


# --- The contract as a schema -----------------------------------------------------------------------------------------


ANGKA = re.compile(r"-?\d+(\.\d{1,10})?")
"""Plain decimal digits with a point, no separators, at most ten decimals."""


def angka(isi):
    return isinstance(isi, str) and ANGKA.fullmatch(isi) is not None


def target(isi):
    return isinstance(isi, str) and all(ANGKA.fullmatch(batas) for batas in isi.split(" s.d. "))


def banyak(isi):
    return isinstance(isi, int) and not isinstance(isi, bool) and isi >= 0


def teks(isi):
    return isinstance(isi, str) and isi != ""


def boleh_kosong(jenis):
    return lambda isi: isi is None or jenis(isi)


def benar_salah(isi):
    return isinstance(isi, bool)


RERATA = {
    "nilai": boleh_kosong(angka),
    "n": banyak,
    "dari": banyak,
    "sementara": banyak,
    "menunggu": banyak,
    "bobot": boleh_kosong(lambda isi: sorted(isi) == ["dinilai", "semua"] and all(map(angka, isi.values()))),
    "predikat": boleh_kosong(teks),
    "cara": boleh_kosong(teks),
}
INDIKATOR = {
    **dict.fromkeys(("kode", "nama", "satuan", "arah", "cara_gabung"), teks),
    **dict.fromkeys(("target", "target_tahun", "target_tahun_murni"), boleh_kosong(target)),
    **dict.fromkeys(("bobot", "realisasi", "realisasi_sampai"), boleh_kosong(angka)),
    **dict.fromkeys(("capaian", "capaian_mentah", "capaian_tahun"), boleh_kosong(angka)),
    **dict.fromkeys(("predikat", "keterangan"), boleh_kosong(teks)),
    "sementara": benar_salah,
    "renstra": {
        "jenis": teks,
        "target": boleh_kosong(target),
        "realisasi": boleh_kosong(angka),
        "capaian": boleh_kosong(angka),
    },
}
SASARAN = {
    **dict.fromkeys(("kode", "nama"), teks),
    "rerata": RERATA,
    "efisiensi": {"nilai": boleh_kosong(angka), "kinerja": boleh_kosong(angka), "simpulan": teks},
    "serapan": boleh_kosong(angka),
}
UANG = dict.fromkeys(("pagu", "realisasi", "serapan"), boleh_kosong(angka))
REKENING = UANG | {"kode": teks, "fisik": boleh_kosong(angka)}
SKEMA = {
    "indikator": [INDIKATOR],
    "rerata": RERATA | {"batas": boleh_kosong(teks)},
    "sasaran": [SASARAN],
    "anggaran": UANG | {"pagu_murni": boleh_kosong(angka), "rincian": [REKENING]},
}


def langgar(isi, skema, letak="$"):
    """Give every place where an object is not as the schema has it: keys are those and no others."""
    match skema:
        case dict():
            if not isinstance(isi, dict) or set(isi) != set(skema):
                yield f"{letak}: {sorted(isi) if isinstance(isi, dict) else isi}"
                return
            for kunci, bagian in skema.items():
                yield from langgar(isi[kunci], bagian, f"{letak}.{kunci}")
        case [bagian]:
            for nomor, satu in enumerate(isi):
                yield from langgar(satu, bagian, f"{letak}[{nomor}]")
        case _ if not skema(isi):
            yield f"{letak}: {isi!r}"


def dalam_skema(isi):
    return {kunci: isi[kunci] for kunci in SKEMA}


TERTIMBANG = replace(BUKU, aturan=Aturan(cara_rata=CaraRata.BOBOT))
BERENTANG = induk(indikator("I1", arah=Arah.RENTANG, tahun=(45, 55), triwulan=[("45.5", 55)] * 4))


@pytest.mark.parametrize(
    ("buku", "periode", "daftar"),
    [
        (BUKU, setahun(2025), [laporan("U1", 4, {"I2": 100}, {"1.1.1": 400, "1.1.2": 1000})]),
        (BUKU, triwulan(2025, 2), [laporan("U1", n, {"I1": 3, "I2": "33.333333333333333"}) for n in (1, 2)]),
        (BUKU, semester(2025, 1), [laporan("U1", 1, {"I1": "n/a", "I2": "n/a"})]),
        (TERTIMBANG, setahun(2025), [laporan("U1", 1, {"I2": 1})]),
        (BERENTANG, triwulan(2025, 1), [laporan("U1", 1, {"I1": 50})]),
    ],
    ids=["a year", "a quarter", "a semester that does not apply", "weighted", "a range"],
)
def test_the_contract_holds_to_its_schema(buku, periode, daftar):
    hasil = SimpleNamespace(periode=periode, induk=None, daftar_triwulan=(), semua_temuan=())
    assert list(langgar(dalam_skema(ringkas(hasil, susun_rekap(buku, periode, kumpulan(*daftar)))), SKEMA)) == []


def test_an_empty_contract_holds_to_its_schema():
    assert list(langgar(dalam_skema(ringkasan(setahun(2025))), SKEMA)) == []


def test_susun_and_periksa_print_the_same_contract_for_the_same_year(tersusun_asli):
    tersimpan = json.loads((tersusun_asli.output(setahun(2025)) / "manifest.json").read_text())["ringkasan"]
    assert list(langgar(dalam_skema(tersimpan), SKEMA)) == []
    hasil = periksa_periode(tersusun_asli, setahun(2025))
    assert dalam_skema(ringkas(hasil, rekap_hasil(hasil))) == dalam_skema(tersimpan)
    per_sasaran = [satu["rerata"] for satu in tersimpan["sasaran"]]
    for kunci in ("n", "dari", "sementara"):
        assert sum(satu[kunci] for satu in per_sasaran) == tersimpan["rerata"][kunci]
    assert len(tersimpan["indikator"]) == tersimpan["rerata"]["dari"]
