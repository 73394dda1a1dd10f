from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_induk import (
    SKALA_SAKIP,
    TAHUN,
    indikator,
    induk,
    kumpulan,
    kumpulan_indikator,
    laporan,
    rekening_atas,
    subkegiatan,
)
from lakip_gen.domain.aturan import Aturan, CaraRata, TargetRasio
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.jejak import Jejak, cari_jejak
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.target import JenisTarget
from lakip_gen.domain.temuan import Asal

TW1, S1, S2, TAHUNAN = triwulan(TAHUN, 1), semester(TAHUN, 1), semester(TAHUN, 2), setahun(TAHUN)


def jejak(satu, periode, aturan=None, **per_unit):
    hasil = cari_jejak(susun_rekap(induk(satu, aturan=aturan), periode, kumpulan_indikator(per_unit)), satu.kode)
    assert hasil is not None
    return hasil


def ratakan(pohon: Jejak):
    yield pohon
    for bagian in pohon.daftar_bagian:
        yield from ratakan(bagian)


def daun(pohon: Jejak):
    return [satu for satu in ratakan(pohon) if not satu.daftar_bagian]


def bagian(pohon: Jejak, awal: str) -> Jejak:
    return next(satu for satu in ratakan(pohon) if satu.nama.startswith(awal))


def test_a_figure_leads_to_the_cell_it_was_typed_in():
    pohon = jejak(indikator(), TW1, U1=(85,))
    asal = [satu.asal for satu in daun(pohon) if satu.asal]
    assert set(asal) == {
        Asal("U1-TW1.xlsx", "Indikator", "realisasi5"),
        Asal("induk.xlsx", "Indikator", "target_1"),
        Asal("induk.xlsx", "Indikator", "target_tahun"),
    }
    assert str(asal[1]) == "U1-TW1.xlsx · Indikator · realisasi5"


@pytest.mark.parametrize("cara", [c for c in CaraGabung if c is not CaraGabung.RASIO])
def test_every_leaf_of_a_year_points_to_file_sheet_and_cell(cara):
    satu = indikator(cara=cara, unit=("A", "B"), gabung_unit=GabungUnit.JUMLAH)
    pohon = jejak(satu, TAHUNAN, A=(1, 2, 3, 4), B=(5, 6, 7, 8))
    assert all(satu.asal and satu.asal.berkas and satu.asal.lembar and satu.asal.sel for satu in daun(pohon))
    semua = [satu for satu in daun(pohon) if not satu.nama.startswith("Target")]
    assert {satu.asal.berkas for satu in semua} == {f"{u}-TW{n}.xlsx" for u in "AB" for n in range(1, 5)}
    assert {satu.rumus for satu in ratakan(pohon) if satu.nama.startswith("Realisasi")} == {cara.sifat.rumus}


def test_a_ratio_leads_to_both_of_its_cells():
    satu = indikator(cara=CaraGabung.RASIO, pengali=Decimal(100), satuan="%")
    pohon = jejak(satu, TW1, U1=((1, 3),))
    assert bagian(pohon, "Bidang U1").nilai == "1 / 3"
    assert [(s.nama, s.nilai, s.asal.sel) for s in daun(pohon) if s.asal and not s.nama.startswith("Target")][:2] == [
        ("Pembilang", "1", "pembilang5"),
        ("Penyebut", "3", "penyebut5"),
    ]
    assert bagian(pohon, "Realisasi").nilai == "33,3333333333"


def test_a_figure_names_the_period_its_formula_and_its_target():
    pohon = jejak(indikator(arah=Arah.TURUN, tahun=5, triwulan=(5,) * 4), S1, U1=(4, 2))
    assert pohon.nama == "I1 Indikator I1 (unit)"
    ini = bagian(pohon, "Capaian Semester I")
    assert (ini.nilai, ini.rumus) == ("160%", "(2T − R) / T × 100")
    assert (bagian(ini, "Target").nilai, bagian(ini, "Target").asal.sel) == ("5", "target_2")
    assert bagian(pohon, "Capaian s.d.").nama == f"Capaian s.d. Semester I terhadap target tahun {TAHUN}"


def test_the_quarters_of_the_period_stand_under_it_and_all_so_far_under_the_year():
    pohon = jejak(indikator(), S2, U1=(1, 2, 3, 4))
    ini, setahun_ini = pohon.daftar_bagian
    triwulan_di = [[s.nama for s in ratakan(cabang) if s.nama.startswith("Triwulan")] for cabang in (ini, setahun_ini)]
    assert triwulan_di == [
        [f"Triwulan {n} Tahun {TAHUN}" for n in ("III", "IV")],
        [f"Triwulan {n} Tahun {TAHUN}" for n in ("I", "II", "III", "IV")],
    ]


def test_a_year_is_measured_once():
    (ini,) = jejak(indikator(), TAHUNAN, U1=(1, 2, 3, 4)).daftar_bagian
    assert ini.nama == f"Capaian Tahun {TAHUN}"


def test_a_single_quarter_of_a_single_unit_needs_no_formula_of_combining():
    pohon = jejak(indikator(), TW1, U1=(85,))
    assert bagian(pohon, "Realisasi").rumus == ""
    assert bagian(pohon, "Triwulan").rumus == ""


def test_units_that_were_combined_are_named():
    satu = indikator(unit=("A", "B"), gabung_unit=GabungUnit.RATA_RATA)
    pohon = jejak(satu, TW1, A=(80,), B=(90,))
    assert (bagian(pohon, "Triwulan").nilai, bagian(pohon, "Triwulan").rumus) == ("85", "gabungan antarunit")
    assert [bagian(pohon, f"Bidang {u}").nilai for u in "AB"] == ["80", "90"]


def test_a_capped_figure_shows_what_the_formula_gave():
    pohon = jejak(indikator(tahun=3, triwulan=(3,) * 4), TW1, Aturan(batas_atas=Decimal(120)), U1=(5,))
    ini = pohon.daftar_bagian[0]
    assert (ini.nilai, ini.rumus) == ("120%", "R / T × 100 = 166,67%, lalu dibatasi")


@pytest.mark.parametrize(
    ("sel", "nilai", "alasan"),
    [(None, "belum dilaporkan", "belum dilaporkan"), ("n/a", "tidak berlaku", "tidak berlaku")],
)
def test_what_is_missing_is_named_and_not_zero(sel, nilai, alasan):
    pohon = jejak(indikator(), TW1, U1=(sel,))
    assert pohon.daftar_bagian[0].nilai == f"tidak dinilai: {alasan}"
    assert bagian(pohon, "Realisasi").nilai == nilai
    assert bagian(pohon, "Bidang U1").asal == Asal("U1-TW1.xlsx", "Indikator", "realisasi5")


def test_a_unit_without_a_report_has_no_cell_to_point_at():
    pohon = jejak(indikator(), TW1)
    assert (bagian(pohon, "Bidang U1").nilai, bagian(pohon, "Bidang U1").asal) == ("belum dilaporkan", None)


@pytest.mark.parametrize(("isi", "teks"), [((45, 55), "45 s.d. 55"), (None, "belum ditetapkan"), ("85.50", "85,5")])
def test_a_target_is_shown_as_it_was_set(isi, teks):
    arah = Arah.RENTANG if isinstance(isi, tuple) else Arah.NAIK
    pohon = jejak(indikator(arah=arah, triwulan=(isi,) * 4), TW1, U1=(50,))
    assert bagian(pohon.daftar_bagian[0], "Target").nilai == teks


def test_a_predicate_is_traced_like_any_other_figure():
    pohon = jejak(indikator(skala=SKALA_SAKIP, tahun=4, triwulan=(4,) * 4), TW1, U1=(5,))
    assert bagian(pohon, "Capaian").nilai == "125%"


SEMESTER_DUA = {
    "a sum of the quarters": (
        CaraGabung.JUMLAH,
        JenisTarget.PER_TRIWULAN,
        "7",
        "jumlah target triwulan",
        ["target_3", "target_4"],
    ),
    "steps of a running target": (
        CaraGabung.JUMLAH,
        JenisTarget.KUMULATIF,
        "2",
        "selisih target kumulatif",
        ["target_2", "target_3", "target_4"],
    ),
    "a running sum": (
        CaraGabung.KUMULATIF,
        JenisTarget.PER_TRIWULAN,
        "10",
        "jumlah target triwulan",
        ["target_1", "target_2", "target_3", "target_4"],
    ),
    "a mean of the quarters": (
        CaraGabung.RATA_RATA,
        JenisTarget.PER_TRIWULAN,
        "3,5",
        "rata-rata target triwulan",
        ["target_3", "target_4"],
    ),
    "the later quarter's": (CaraGabung.AKHIR, JenisTarget.PER_TRIWULAN, "4", "", ["target_4"]),
}


@pytest.mark.parametrize(
    ("cara", "jenis", "nilai", "rumus", "daftar_sel"), SEMESTER_DUA.values(), ids=SEMESTER_DUA.keys()
)
def test_a_target_leads_to_every_cell_it_is_made_of(cara, jenis, nilai, rumus, daftar_sel):
    pohon = jejak(indikator(cara=cara, jenis=jenis, triwulan=(1, 2, 3, 4)), S2, U1=(1, 2, 3, 4))
    target = bagian(pohon.daftar_bagian[0], "Target (T)")
    assert (target.nilai, target.rumus, [satu.asal.sel for satu in daun(target)]) == (nilai, rumus, daftar_sel)


def test_what_an_indicator_is_compared_with_leads_to_its_cells_of_the_riwayat():
    kunci = ("target_1", "realisasi_1", "target_renstra", "standar_nasional")
    asal = {satu: Asal("induk.xlsx", "Riwayat", satu) for satu in kunci}
    riwayat = Riwayat((TahunLalu(TAHUN - 1, Decimal(90), Decimal(80)),), Decimal(100), Decimal(95), asal=asal)
    pohon = jejak(indikator(riwayat=riwayat), TAHUNAN, U1=(1, 2, 3, 4))
    assert [(s.nama, s.nilai, s.asal.sel) for s in pohon.daftar_bagian[1:] if s.asal] == [
        (f"Target {TAHUN - 1}", "90", "target_1"),
        (f"Realisasi {TAHUN - 1}", "80", "realisasi_1"),
        ("Standar nasional", "95", "standar_nasional"),
    ]


# --- Anggaran ---------------------------------------------------------------------------------------------------------

BUKU = induk(indikator(), anggaran=[rekening_atas("1.01"), subkegiatan("1.01.1", 1000), subkegiatan("1.01.2", 3000)])


def jejak_uang(kode, **isi):
    daftar = kumpulan(laporan("U1", 1, anggaran={k.replace("_", "."): v for k, v in isi.items()}))
    return cari_jejak(susun_rekap(BUKU, TW1, daftar), kode)


def test_money_leads_to_the_cell_it_was_typed_in():
    pohon = jejak_uang("1.01.1", **{"1_01_1": 250, "1_01_2": 0})
    assert (pohon.nama, pohon.nilai, pohon.rumus) == ("1.01.1 Subkegiatan 1.01.1", "25%", "realisasi / pagu × 100")
    assert bagian(pohon, "Pagu").nilai == "1000"
    assert bagian(pohon, "Realisasi").asal == Asal("U1-TW1.xlsx", "Anggaran", "realisasi5")


def test_a_sum_of_money_leads_to_each_of_its_cells():
    pohon = jejak_uang("1.01", **{"1_01_1": 250, "1_01_2": 750})
    assert pohon.nilai == "25%"
    assert bagian(pohon, "Realisasi").rumus == "jumlah subkegiatan"
    assert [s.asal.sel for s in daun(bagian(pohon, "Realisasi s.d.")) if s.asal and s.asal.sel.startswith("real")] == [
        "realisasi5",
        "realisasi6",
    ]


def test_physical_progress_leads_to_the_cell_it_was_typed_in():
    pohon = jejak_uang("1.01.1", **{"1_01_1": 250, "1_01_2": 0})
    fisik = bagian(pohon, "Realisasi fisik s.d. Triwulan I")
    assert fisik.asal == Asal("U1-TW1.xlsx", "Anggaran", "fisik5")
    assert fisik.nilai.endswith("%")


def test_the_physical_progress_of_a_program_leads_to_each_of_its_cells():
    pohon = jejak_uang("1.01", **{"1_01_1": 250, "1_01_2": 750})
    (fisik,) = (satu for satu in pohon.daftar_bagian if satu.nama.startswith("Realisasi fisik"))
    assert fisik.rumus == "rata-rata subkegiatan, ditimbang dengan pagu"
    assert [(s.nama, s.asal.sel) for s in fisik.daftar_bagian] == [
        ("1.01.1 Subkegiatan 1.01.1, fisik", "fisik5"),
        ("1.01.2 Subkegiatan 1.01.2, fisik", "fisik6"),
    ]


def test_physical_progress_that_nobody_reported_has_its_reason_and_no_cell():
    fisik = bagian(jejak_uang("1.01.2", **{"1_01_1": 250}), "Realisasi fisik")
    assert (fisik.nilai, fisik.asal) == ("belum dilaporkan", None)


def test_the_mean_of_a_sasaran_leads_to_the_cells_of_its_indicators_and_its_money():
    pohon = jejak_uang("S1", **{"1_01_1": 250, "1_01_2": 750})
    rata = bagian(pohon, "Rata-rata capaian")
    assert (rata.nilai, rata.rumus) == (
        "tidak dapat dihitung",
        "rata-rata sederhana dari 0 dari 1 indikator, 1 belum dilaporkan",
    )
    assert [satu.nama for satu in rata.daftar_bagian] == ["I1 Indikator I1 (unit)"]
    assert bagian(pohon, "Serapan anggaran sasaran").nilai == "25%"


def test_the_mean_of_a_sasaran_without_money_is_that_of_its_indicators():
    buku = induk(indikator("I1"), indikator("I2"))
    rekap = susun_rekap(buku, TW1, kumpulan_indikator({"U1": (80,)}))
    pohon = cari_jejak(rekap, "s1")
    assert [satu.nama for satu in pohon.daftar_bagian] == ["Rata-rata capaian Triwulan I Tahun 2025"]
    assert bagian(pohon, "Rata-rata").nilai == "80% (sementara)"  # the second indicator is still to come
    assert Asal("U1-TW1.xlsx", "Indikator", "realisasi5") in [satu.asal for satu in daun(pohon)]


SASARAN_DUA = induk(indikator("I1"), indikator("I2"), indikator("I3", sasaran="S2"), anggaran=[subkegiatan("1.1.1")])


@pytest.mark.parametrize(
    ("cara", "nilai", "rumus", "anak"),
    [
        (CaraRata.INDIKATOR, "80%", "rata-rata sederhana semua indikator; 3 dari 3 indikator", ["I1", "I2", "I3"]),
        (CaraRata.SASARAN, "85%", "rata-rata sederhana dari rata-rata sasaran; 3 dari 3 indikator", ["S1", "S2"]),
    ],
    ids=["of indicators", "of sasaran"],
)
def test_the_mean_of_the_agency_leads_to_what_its_rule_makes_it_of(cara, nilai, rumus, anak):
    buku = replace(SASARAN_DUA, aturan=replace(SASARAN_DUA.aturan, cara_rata=cara))
    isi = laporan("U1", 1, {"I1": 60, "I2": 80, "I3": 100}, {"1.1.1": 250})
    pohon = cari_jejak(susun_rekap(buku, TW1, kumpulan(isi)), " Instansi ")
    rata = bagian(pohon, "Rata-rata capaian Triwulan I")
    assert (rata.nilai, rata.rumus.split("; capaian")[0]) == (nilai, rumus)
    assert [satu.nama.split(" ")[0] for satu in rata.daftar_bagian] == anak
    assert Asal("U1-TW1.xlsx", "Indikator", "realisasi5") in [satu.asal for satu in daun(rata)]
    assert bagian(pohon, "Serapan anggaran").nilai == "25%"


def test_the_mean_of_an_agency_without_money_is_that_of_its_indicators():
    rekap = susun_rekap(induk(indikator("I1")), TW1, kumpulan_indikator({"U1": (80,)}))
    assert [satu.nilai for satu in cari_jejak(rekap, "instansi").daftar_bagian] == ["80%"]


def test_money_that_nobody_reported_cannot_be_computed():
    pohon = jejak_uang("1.01.2", **{"1_01_1": 250})
    assert (pohon.nilai, bagian(pohon, "Realisasi").nilai) == ("tidak dapat dihitung", "belum dilaporkan")
    assert bagian(pohon, "Realisasi").asal is None


def test_an_open_sum_names_the_line_it_waits_for():
    pohon = jejak_uang("1.01", **{"1_01_1": 250})
    assert bagian(pohon, "Realisasi").nilai == "belum lengkap (1 dari 2 subkegiatan)"
    assert any(satu.nama.startswith("1.01.2") for satu in ratakan(pohon))


@pytest.mark.parametrize("kode", ["I1", "i1", " I1 ", "1.01", "1.01.1"])
def test_a_kode_is_found_whatever_its_letter_case(kode):
    assert cari_jejak(susun_rekap(BUKU, TW1, Kumpulan({})), kode) is not None


@pytest.mark.parametrize("kode", ["", "I9", "1", "1.01.9", "Indikator I1"])
def test_a_kode_that_nobody_has_leads_nowhere(kode):
    assert cari_jejak(susun_rekap(BUKU, TW1, Kumpulan({})), kode) is None


def test_a_sum_by_quarter_keeps_its_incomplete_state_in_the_tree():
    satu = indikator(cara=CaraGabung.JUMLAH, jenis=JenisTarget.PER_TRIWULAN, tahun=4, triwulan=(1,) * 4)
    pohon = jejak(satu, TAHUNAN, U1=(1, None, 1, 1))
    assert pohon.daftar_bagian[0].nilai == "tidak dinilai: belum lengkap (3 dari 4 triwulan)"


def test_the_pagu_leads_to_its_cell_and_a_sum_of_pagu_to_those_below():
    pohon = jejak_uang("1.01", **{"1_01_1": 250, "1_01_2": 750})
    assert (bagian(pohon, "Pagu").rumus, bagian(pohon, "Pagu").asal) == ("jumlah subkegiatan", None)
    assert [str(s.asal) for s in daun(pohon) if s.nama == "Pagu" and s.asal] == [
        "induk.xlsx · Anggaran · pagu_murni"
    ] * 2


@pytest.mark.parametrize(
    ("cara", "target", "rumus"),
    [(TargetRasio.TERAKHIR, "90", ""), (TargetRasio.RATA_RATA, "85", "rata-rata target triwulan")],
    ids=["terakhir", "rata-rata"],
)
def test_a_ratio_s_target_of_a_semester_is_the_agency_s_choice(cara, target, rumus):
    satu = indikator(
        cara=CaraGabung.RASIO, jenis=JenisTarget.PER_TRIWULAN, triwulan=(80, 90, 80, 90), pengali=Decimal(100)
    )
    pohon = jejak(satu, S1, Aturan(target_rasio=cara), U1=((80, 100), (90, 100)))
    assert (bagian(pohon, "Target").nilai, bagian(pohon, "Target").rumus) == (target, rumus)


@pytest.mark.parametrize(
    ("r", "nilai"),
    [("90.996", "90,996%"), ("99.996", "99,996%"), ("91", "91%"), ("87.1234", "87,12%")],
)
def test_a_capaian_in_the_trace_stays_on_its_side_of_a_border(r, nilai):
    satu = indikator(tahun=100, triwulan=(100,) * 4)
    rekap = susun_rekap(induk(satu), triwulan(TAHUN, 1), kumpulan(laporan("U1", 1, {"I1": r})))
    milik, sasaran = cari_jejak(rekap, "I1"), cari_jejak(rekap, "S1")
    assert milik.daftar_bagian[0].nilai == sasaran.daftar_bagian[0].nilai == nilai


def test_money_that_is_almost_spent_is_no_hundred_percent_in_the_trace():
    buku = induk(indikator(), anggaran=[subkegiatan("1.01.1.1", 100_000)])
    rekap = susun_rekap(buku, triwulan(TAHUN, 1), kumpulan(laporan("U1", 1, {}, {"1.01.1.1": 99_996})))
    sasaran, semua = cari_jejak(rekap, "S1"), cari_jejak(rekap, "instansi")
    daftar = (cari_jejak(rekap, "1.01.1.1"), sasaran.daftar_bagian[-1], semua.daftar_bagian[-1])
    assert [satu.nilai for satu in daftar] == ["99,996%"] * 3
