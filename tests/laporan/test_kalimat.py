"""Sentences on counts, as an editor would leave them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_induk import (
    SKALA_SAKIP,
    aksi,
    indikator,
    induk,
    kumpulan,
    laporan,
    rekening_atas,
    subkegiatan,
)
from bantu_pandangan import Pembuat
from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.aturan import Aturan, CaraRata
from lakip_gen.domain.capaian import RUMUS_NAIK, RUMUS_RASIO, RUMUS_SELISIH, Arah
from lakip_gen.domain.jejak import cari_jejak
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.rerata import TanpaCapaian
from lakip_gen.laporan.catatan_ukur import catatan_rumus
from lakip_gen.laporan.e81 import susun_e81
from lakip_gen.laporan.kalimat_analisis import (
    kalimat_efisiensi,
    kalimat_renstra,
    kalimat_standar,
    kalimat_target,
    kalimat_tren,
)
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan, TahunPandangan
from lakip_gen.laporan.susun import susun_pandangan

TW1 = triwulan(2025, 1)


def daftar(*daftar_capaian, medan="capaian"):
    """Return indicators 1.1, 1.2 ... with these capaian; None where there is none."""
    return [
        replace(Pembuat().pandangan(IndikatorPandangan), nomor=f"1.{urut}", **{medan: angka(capaian)})
        for urut, capaian in enumerate(daftar_capaian, start=1)
    ]


def angka(capaian):
    return Angka("–") if capaian is None else Angka(f"{capaian},00", Decimal(capaian))


@pytest.mark.parametrize(
    ("daftar_capaian", "kalimat"),
    [
        ((), ""),
        ((100,), "Satu-satunya indikator sasaran ini mencapai target (1.1)."),
        ((104,), "Satu-satunya indikator sasaran ini melampaui target (1.1)."),
        ((100, 104), "Kedua indikator sasaran ini mencapai atau melampaui target."),
        ((101, 102, 103), "Seluruh 3 (tiga) indikator sasaran ini melampaui target."),
        ((None,), "Satu-satunya indikator sasaran ini tidak dapat dinilai (1.1)."),
        ((90, 80), "Kedua indikator sasaran ini belum mencapai target (1.1: 90,00%; 1.2: 80,00%)."),
        (
            (100, 80, None),
            (
                "Dari 3 (tiga) indikator sasaran ini, 1 (satu) mencapai target (1.1), 1 (satu) belum mencapai target "
                "(1.2: 80,00%), dan 1 (satu) tidak dapat dinilai (1.3)."
            ),
        ),
    ],
)
def test_what_holds_for_all_indicators_is_said_of_all(daftar_capaian, kalimat):
    assert kalimat_target(daftar(*daftar_capaian)) == kalimat


def test_indicators_without_a_capaian_are_told_apart_by_the_reason():
    tanpa = {"1.2": TanpaCapaian.TIDAK_JATUH_TEMPO, "1.3": TanpaCapaian.BELUM_LENGKAP}
    assert kalimat_target(daftar(100, None, None), tanpa) == (
        "Dari 3 (tiga) indikator sasaran ini, 1 (satu) mencapai target (1.1), 1 (satu) belum dilaporkan lengkap (1.3), "
        "dan 1 (satu) tidak diukur pada periode ini (1.2)."
    )


def test_the_mark_of_a_provisional_capaian_stands_in_no_brackets_within_brackets():
    capai, kurang = (replace(satu, capaian=replace(satu.capaian, tanda="sementara")) for satu in daftar(104, 80))
    assert kalimat_target([capai, kurang]) == (
        "Dari 2 (dua) indikator sasaran ini, 1 (satu) melampaui target (1.1 [sementara]) dan 1 (satu) belum mencapai "
        "target (1.2: 80,00%, sementara)."
    )


@pytest.mark.parametrize(
    ("daftar_capaian", "kalimat"),
    [
        ((), ""),
        ((90,), "satu-satunya indikator sasaran ini belum mencapai target akhir Renstra (1.1: 90,00%)"),
        ((100, 100), "kedua indikator sasaran ini sudah mencapai target akhir Renstra."),
        (
            (100, 90),
            "1 (satu) indikator sasaran ini sudah mencapai target akhir Renstra (1.1) dan 1 (satu) belum (1.2: ",
        ),
        ((100, None), "1 (satu) indikator sasaran ini sudah mencapai target akhir Renstra (1.1) dan 1 (satu) tidak "),
    ],
)
def test_the_end_of_the_renstra_is_told_of_as_many_as_are_compared(daftar_capaian, kalimat):
    hasil = kalimat_renstra(daftar(*daftar_capaian, medan="capaian_renstra"))
    assert hasil.startswith(f"Sampai dengan tahun ini, {kalimat}") if kalimat else not hasil


@pytest.mark.parametrize(
    ("daftar_capaian", "awal"),
    [
        ((), "Belum ada standar nasional yang tercatat untuk indikator sasaran ini."),
        ((103,), "Indikator 1.1, satu-satunya yang memiliki standar nasional, sudah memenuhi standar itu (103,00%)."),
        ((90, 100), "Dari 2 (dua) indikator yang memiliki standar nasional, 1 (satu) sudah memenuhi"),
    ],
)
def test_a_report_speaks_of_national_standards_not_of_the_buku_induk(daftar_capaian, awal):
    assert kalimat_standar(daftar(*daftar_capaian, medan="capaian_standar")).startswith(awal)


@pytest.mark.parametrize(
    ("daftar_rumus", "catatan"),
    [
        ((), ""),
        ((RUMUS_NAIK, RUMUS_NAIK), ""),
        ((RUMUS_RASIO,), "Rumus capaian indikator 1.1: T / R × 100 (T = target, R = realisasi)"),
        (
            (RUMUS_SELISIH, RUMUS_NAIK, RUMUS_RASIO, RUMUS_SELISIH),
            (
                "Rumus capaian indikator 1.1 dan 1.4: (2T − R) / T × 100; indikator 1.3: T / R × 100; "
                "indikator lainnya: R / T × 100 (T = target, R = realisasi)"
            ),
        ),
    ],
)
def test_a_formula_is_named_for_the_very_indicators_it_was_used_for(daftar_rumus, catatan):
    berumus = zip(daftar(*[100] * len(daftar_rumus)), daftar_rumus, strict=True)
    assert catatan_rumus([replace(satu, rumus_capaian=rumus) for satu, rumus in berumus]) == catatan


def pandangan(angka_per_indikator, belanja=None, **lain):
    buku = induk(*(indikator(kode) for kode in angka_per_indikator), **lain)
    terisi = {kode: isi for kode, isi in angka_per_indikator.items() if isi is not None}
    kiriman = kumpulan(laporan("U1", 1, terisi, belanja)) if terisi else kumpulan()
    return susun_pandangan(susun_rekap(buku, TW1, kiriman))


@pytest.mark.parametrize(
    ("isi", "akhir"),
    [
        ({"I1": 100, "I2": 100}, "semuanya sudah dapat dinilai."),
        ({"I1": 100, "I2": None}, "1 (satu) di antaranya sudah dapat dinilai dan 1 (satu) belum dilaporkan."),
        ({"I1": None, "I2": None}, "belum ada yang dapat dinilai: 2 (dua) belum dilaporkan."),
    ],
)
def test_the_summary_tells_how_many_indicators_could_be_measured(isi, akhir):
    assert pandangan(isi).ringkasan.daftar_kalimat[0].endswith(f"indikator kinerja; {akhir}")


def test_a_mean_says_of_how_many_indicators_it_is():
    [sasaran] = pandangan({"I1": 100, "I2": None}).daftar_sasaran
    assert sasaran.kalimat.endswith(
        "adalah 100,00%, sementara dan belum berpredikat "
        "(rata-rata sederhana, 1 dari 2 indikator dinilai, 1 belum dilaporkan)."
    )


PERSEN = {"satuan": "%", "desimal": 2}
TURUN = {"arah": Arah.TURUN}
RENTANG = {"arah": Arah.RENTANG}


@pytest.mark.parametrize(
    ("bentuk", "target", "isi", "akhir"),
    [
        (PERSEN, 95, "95.67", "sebesar 95,67% melampaui target 95,00% dengan selisih 0,67 poin persentase"),
        (PERSEN, 95, "92.5", "sebesar 92,50% masih 2,50 poin persentase di bawah target 95,00%"),
        (PERSEN, 95, "94.999", "sebesar 94,999% masih 0,001 poin persentase di bawah target 95,000%"),
        ({"satuan": "Indeks"}, 80, 83, "sebesar 83 melampaui target 80 dengan selisih 3 poin"),
        (TURUN, 12, 9, "sebesar 9 unit lebih baik daripada target 12 unit (3 unit lebih rendah)"),
        (TURUN, 12, 14, "sebesar 14 unit masih 2 unit di atas target 12 unit"),
        ({}, 12, 12, "sebesar 12 unit sama dengan target"),
        # the less negative figure is the better one
        ({}, -4, -2, "sebesar −2 unit melampaui target −4 unit dengan selisih 2 unit"),
        ({"skala": SKALA_SAKIP}, 4, 3, "(B) masih di bawah target BB"),
        ({"skala": SKALA_SAKIP}, 3, 4, "(BB) melampaui target B"),
        ({}, 12, "12.000000000000001", "sebesar 12 unit melampaui target 12 unit"),
        (TURUN, 12, "11.999999999999999", "sebesar 12 unit lebih baik daripada target 12 unit (lebih rendah)"),
        (RENTANG, (50, 75), 60, "sebesar 60 unit berada di dalam rentang target 50 s.d. 75 unit"),
        (RENTANG, (50, 75), 48, "sebesar 48 unit masih 2 unit di bawah batas bawah rentang target 50 s.d. 75 unit"),
        (RENTANG, (50, 75), 80, "sebesar 80 unit masih 5 unit di atas batas atas rentang target 50 s.d. 75 unit"),
    ],
)
def test_the_distance_to_the_target_is_that_of_the_figures_beside_it(bentuk, target, isi, akhir):
    buku = induk(indikator(triwulan=(target,) * 4, **bentuk))
    [sasaran] = susun_pandangan(susun_rekap(buku, TW1, kumpulan(laporan("U1", 1, {"I1": isi})))).daftar_sasaran
    [satu] = sasaran.daftar_indikator
    assert satu.kalimat.startswith(f"Realisasi Triwulan I Tahun 2025 {akhir}; capaiannya ")


@pytest.mark.parametrize(
    ("bentuk", "awal"),
    [
        (PERSEN, "sebesar 3,00% masih 1,00 poin persentase di bawah target 4,00%; "),
        ({"satuan": "insiden"}, "sebesar 3 insiden masih 1 insiden di bawah target 4 insiden; "),
        ({"satuan": "Nilai"}, "sebesar 3 masih 1 poin di bawah target 4; "),
        ({"skala": SKALA_SAKIP}, "(B) masih di bawah target BB; "),
    ],
)
def test_a_figure_has_the_satuan_that_a_reader_needs(bentuk, awal):
    buku = induk(indikator(triwulan=(4,) * 4, **bentuk))
    [sasaran] = susun_pandangan(susun_rekap(buku, TW1, kumpulan(laporan("U1", 1, {"I1": 3})))).daftar_sasaran
    [satu] = sasaran.daftar_indikator
    assert satu.kalimat.startswith(f"Realisasi Triwulan I Tahun 2025 {awal}")


def test_a_sasaran_tells_which_programs_serve_it_and_what_they_cost():
    [sasaran] = pandangan(
        {"I1": 100},
        anggaran=(
            rekening_atas("1.01", TingkatAnggaran.PROGRAM),
            subkegiatan("1.01.1", 1000),
            subkegiatan("1.01.2", 500),
            rekening_atas("1.02", TingkatAnggaran.PROGRAM),
            subkegiatan("1.02.1", 9000, sasaran="S2"),
        ),
        belanja={"1.01.1": 300, "1.01.2": 0, "1.02.1": 1},
    ).daftar_sasaran[:1]
    assert sasaran.kalimat_penunjang == (
        "Sasaran ini ditunjang 2 (dua) subkegiatan pada Program 1.01 dengan pagu Rp1.500 dan realisasi Rp300 atau "
        "20,00%."
    )


def test_a_sasaran_whose_spending_is_unknown_tells_its_pagu_only():
    [sasaran] = pandangan({"I1": 100}, anggaran=(subkegiatan("1.01.1", 1000),)).daftar_sasaran
    assert sasaran.kalimat_penunjang == (
        "Sasaran ini ditunjang 1 (satu) subkegiatan dengan pagu Rp1.000; realisasinya belum dilaporkan."
    )


def test_a_sasaran_without_money_says_so_instead_of_guessing_why():
    [sasaran] = pandangan({"I1": 100}).daftar_sasaran
    assert sasaran.kalimat_efisiensi == (
        "Efisiensi sasaran ini tidak dapat dihitung: tidak ada anggaran yang dikaitkan."
    )
    assert sasaran.kalimat_penunjang == "Tidak ada anggaran yang dikaitkan dengan sasaran ini."


@pytest.mark.parametrize(
    ("efisiensi", "simpulan", "kalimat"),
    [
        (
            Angka("4,70", Decimal("4.7")),
            "efisien",
            (
                "Sumber daya dipakai secara efisien: rata-rata capaian 99,00% (tiap indikator dihitung paling tinggi "
                "100%) 4,70 poin persentase di atas serapan anggaran 94,30%."
            ),
        ),
        (
            Angka("0,00", Decimal(0)),
            "berimbang",
            (
                "Hasil dan pemakaian sumber daya berimbang: rata-rata capaian 99,00% (tiap indikator dihitung paling "
                "tinggi 100%) sama dengan serapan anggaran 94,30%."
            ),
        ),
        (
            Angka("−1,00", Decimal(-1)),
            "target belum tercapai, efisiensi tidak dinilai",
            (
                "Efisiensi tidak dinilai karena target sasaran belum tercapai: rata-rata capaian 99,00% (tiap "
                "indikator dihitung paling tinggi 100%) 1,00 poin persentase di bawah serapan anggaran 94,30%."
            ),
        ),
        (Angka("–"), "belum dilaksanakan", "Efisiensi sasaran ini tidak dinilai: belum dilaksanakan."),
    ],
)
def test_efficiency_is_told_as_a_difference_or_as_the_reason_why_there_is_none(efisiensi, simpulan, kalimat):
    rerata, serapan = Angka("99,00", Decimal(99)), Angka("94,30", Decimal("94.3"))
    assert kalimat_efisiensi(rerata, serapan, efisiensi, simpulan, berbobot=False) == kalimat
    tertimbang = kalimat.replace("rata-rata capaian", "rata-rata tertimbang capaian")
    assert kalimat_efisiensi(rerata, serapan, efisiensi, simpulan, berbobot=True) == tertimbang


@pytest.mark.parametrize(("dulu", "kini"), [(None, 100), (95, None)], ids=["last year has none", "this year has none"])
def test_the_years_are_compared_by_realisasi_alone_where_one_has_no_capaian(dulu, kini):
    lalu = TahunPandangan(2024, Angka("–"), Angka("80", Decimal(80)), angka(dulu))
    ini = TahunPandangan(2025, Angka("90", Decimal(90)), Angka("90", Decimal(90)), angka(kini))
    kalimat = "Realisasi tahun 2025 naik 10 unit menjadi 90 unit dari 80 unit pada tahun 2024."
    assert kalimat_tren(indikator(), (lalu, ini)) == kalimat


@pytest.mark.parametrize(
    ("kini", "lalu", "kalimat"),
    [
        ("81.9999", "82.0001", "turun 0,0002 unit menjadi 81,9999 unit dari 82,0001 unit"),
        ("82.0001", "82", "naik 0,0001 unit menjadi 82,0001 unit dari 82,0000 unit"),
        ("82.5", "82", "naik 0,50 unit menjadi 82,50 unit dari 82,00 unit"),
        ("82.000000000001", "82", "tetap 82,00 unit seperti"),
    ],
    ids=["below a border", "above it", "far from it", "beyond what is printed"],
)
def test_two_years_that_differ_are_printed_as_different(kini, lalu, kalimat):
    tahun = [
        TahunPandangan(n, Angka("–"), Angka(f"{Decimal(isi):.2f}".replace(".", ","), Decimal(isi)), Angka("–"))
        for n, isi in ((2024, lalu), (2025, kini))
    ]
    assert kalimat_tren(indikator(desimal=2), tahun) == f"Realisasi tahun 2025 {kalimat} pada tahun 2024."


def test_a_sum_of_money_that_leaves_a_line_out_says_so_on_its_own_row():
    daftar = [rekening_atas("1"), subkegiatan("1.1"), subkegiatan("1.2", 3000)]
    buku = induk(indikator(), anggaran=daftar)
    rekap = susun_rekap(buku, TW1, kumpulan(laporan("U1", 1, {"I1": 90}, {"1.1": "n/a", "1.2": 600})))
    atas, tanpa, ada = susun_pandangan(rekap).daftar_anggaran
    assert atas.uraian == "Kegiatan 1 (tanpa 1 subkegiatan yang tidak berlaku)"
    assert (tanpa.uraian, ada.uraian) == ("Subkegiatan 1.1", "Subkegiatan 1.2")


@pytest.mark.parametrize(
    ("sasaran", "realisasi", "tercetak"),
    [
        pytest.param(80, 40, "50,00", id="both known"),
        pytest.param(None, 40, "–", id="no target"),
        pytest.param(80, None, "–", id="no realisasi"),
        pytest.param(0, 40, "–", id="a target that nothing can be measured by"),
    ],
)
def test_an_earlier_year_has_a_capaian_only_where_it_can_be_reckoned(sasaran, realisasi, tercetak):
    sasaran, realisasi = (None if satu is None else Decimal(satu) for satu in (sasaran, realisasi))
    satu = replace(indikator(), riwayat=Riwayat((TahunLalu(2024, sasaran, realisasi),)))
    [milik] = susun_pandangan(susun_rekap(induk(satu), TW1, kumpulan())).daftar_sasaran[0].daftar_indikator
    assert milik.daftar_tahun[0].capaian.teks == tercetak


@pytest.mark.parametrize(
    ("satu", "ada"), [(Angka("0,00", Decimal(0)), True), (Angka("belum dilaporkan"), False)], ids=["zero", "a reason"]
)
def test_a_template_takes_a_figure_for_there_when_it_has_a_number_even_zero(satu, ada):
    assert (bool(satu), satu.ada) == (ada, ada)


def test_a_step_without_an_answerable_person_says_so():
    [rencana] = pandangan({"I1": 100}, daftar_aksi=(aksi(keluaran="", penanggung_jawab=""),)).daftar_rencana_aksi
    assert (rencana.keluaran, rencana.penanggung_jawab) == ("[belum diisi]",) * 2


def test_a_figure_without_a_target_in_the_period_is_told_without_a_capaian():
    buku = induk(indikator(triwulan=(None, 4, 4, 4)))
    [sasaran] = susun_pandangan(susun_rekap(buku, TW1, kumpulan(laporan("U1", 1, {"I1": 3})))).daftar_sasaran
    [satu] = sasaran.daftar_indikator
    assert satu.kalimat == "Realisasi Triwulan I Tahun 2025 sebesar 3 unit; target periode ini tidak ditetapkan."


@pytest.mark.parametrize(
    ("tertulis", "tercetak"),
    [
        ("0" * 18, "00000000 000000 0 000"),
        ("0000 0000 000000 0 000", "00000000 000000 0 000"),
        ("belum ada", "belum ada"),
    ],
)
def test_a_nip_is_printed_in_its_four_groups(tertulis, tercetak):
    buku = induk(indikator())
    kepala = replace(buku.instansi.kepala, nip=tertulis)
    buku = replace(buku, instansi=replace(buku.instansi, kepala=kepala))
    assert susun_pandangan(susun_rekap(buku, TW1, kumpulan())).instansi.kepala.nip == tercetak


def test_a_budget_line_that_does_not_apply_is_left_out_aloud():
    milik = induk(indikator(), anggaran=[rekening_atas("1.1"), subkegiatan("1.1.1"), subkegiatan("1.1.2", 3000)])
    isi = laporan("U1", 1, {"I1": 100}, {"1.1.1": "n/a", "1.1.2": 600})
    rekap = susun_rekap(milik, TW1, kumpulan(isi))
    hasil = susun_pandangan(rekap)
    tanpa = "tanpa 1 subkegiatan yang tidak berlaku"
    assert hasil.kalimat_anggaran == (
        "Realisasi anggaran sampai dengan akhir Triwulan I Tahun 2025 sebesar Rp600 atau 20,00% dari pagu Rp4.000 "
        f"({tanpa} beserta pagunya)."
    )
    (sasaran,) = hasil.daftar_sasaran
    assert sasaran.kalimat_penunjang.endswith(f"Rp4.000 dan realisasi Rp600 atau 20,00% ({tanpa} beserta pagunya).")
    assert (hasil.anggaran.realisasi_periode.nilai, hasil.anggaran.keterangan) == (600, tanpa)
    assert [baris.realisasi_periode.teks for baris in hasil.daftar_anggaran] == ["600", "tidak berlaku", "600"]
    kegiatan = next(baris for baris in susun_e81(rekap) if baris.program.startswith("1.1 "))
    assert (kegiatan.rp[3], kegiatan.rp[7]) == (600, 600)
    jejak = cari_jejak(rekap, "1.1")
    assert jejak.daftar_bagian[1].rumus == f"jumlah subkegiatan {tanpa}"


@pytest.mark.parametrize(
    ("belanja", "kata"),
    [({"1.1.2": 600}, "belum lengkap (1 dari 2 subkegiatan)"), ({}, "belum dilaporkan")],
    ids=["one of two", "none"],
)
def test_money_of_a_quarter_that_is_known_in_part_is_not_called_unreported(belanja, kata):
    milik = induk(indikator(), anggaran=[rekening_atas("1.1"), subkegiatan("1.1.1"), subkegiatan("1.1.2", 3000)])
    hasil = susun_pandangan(susun_rekap(milik, TW1, kumpulan(laporan("U1", 1, {"I1": 100}, belanja))))
    assert hasil.anggaran.realisasi_periode.teks == kata


def test_money_of_which_nothing_is_known_is_not_reported():
    milik = induk(indikator(), anggaran=[rekening_atas("1.1"), subkegiatan("1.1.1"), subkegiatan("1.1.2", 3000)])
    hasil = susun_pandangan(susun_rekap(milik, TW1, kumpulan()))
    assert hasil.kalimat_anggaran == (
        "Realisasi anggaran sampai dengan akhir Triwulan I Tahun 2025 dari pagu Rp4.000 belum dilaporkan."
    )


def test_money_that_is_known_in_part_is_told_beside_the_sum_that_waits():
    milik = induk(indikator(), anggaran=[rekening_atas("1.1"), subkegiatan("1.1.1"), subkegiatan("1.1.2", 3000)])
    hasil = susun_pandangan(susun_rekap(milik, TW1, kumpulan(laporan("U1", 1, {"I1": 100}, {"1.1.2": 600}))))
    assert hasil.kalimat_anggaran == (
        "Realisasi anggaran sampai dengan akhir Triwulan I Tahun 2025 dari pagu Rp4.000 belum dapat dijumlahkan: belum "
        "lengkap (1 dari 2 subkegiatan); yang sudah dilaporkan sebesar Rp600 atau 20,00% dari pagunya, Rp3.000."
    )


@pytest.mark.parametrize(
    ("cara", "rata", "sebutan"),
    [
        (CaraRata.INDIKATOR, "80,00", "rata-rata sederhana semua indikator"),
        (CaraRata.SASARAN, "85,00", "rata-rata sederhana dari rata-rata sasaran"),
        (CaraRata.BOBOT, "69,00", "rata-rata tertimbang semua indikator menurut bobot"),
    ],
    ids=str,
)
def test_the_rule_of_the_agency_s_mean_is_named_with_it(cara, rata, sebutan):
    daftar = (
        indikator("I1", bobot=Decimal(70)),
        indikator("I2", bobot=Decimal(15)),
        indikator("I3", sasaran="S2", bobot=Decimal(15)),
    )
    rekap = susun_rekap(
        induk(*daftar, aturan=Aturan(cara_rata=cara)), TW1, kumpulan(laporan("U1", 1, {"I1": 60, "I2": 80, "I3": 100}))
    )
    ringkasan = susun_pandangan(rekap).ringkasan
    awal = f"Rata-rata capaian kinerja adalah {rata}% dengan predikat "
    assert ringkasan.daftar_kalimat[1].startswith(awal)
    assert ringkasan.daftar_kalimat[1].endswith(f", dihitung sebagai {sebutan}.")
    assert ringkasan.cara_rata == sebutan


def test_a_weight_stands_beside_the_figures_only_where_the_mean_is_made_of_it():
    def milik(cara):
        buku = induk(indikator("I1", bobot=Decimal("12.5")), aturan=Aturan(cara_rata=cara))
        pandangan = susun_pandangan(susun_rekap(buku, TW1, kumpulan(laporan("U1", 1, {"I1": 60}))))
        return pandangan.daftar_sasaran[0]

    [berbobot], [biasa] = milik(CaraRata.BOBOT).daftar_indikator, milik(CaraRata.INDIKATOR).daftar_indikator
    assert (berbobot.keterangan, biasa.keterangan) == ("bobot 12,5", "")
    assert berbobot.bobot == Angka("12,5", Decimal("12.5"))
    assert "(rata-rata tertimbang menurut bobot indikator, 1 dari 1" in milik(CaraRata.BOBOT).kalimat


def test_a_predicate_short_of_its_target_needs_no_second_word_for_it():
    daftar = [indikator(f"I{n}", skala=SKALA_SAKIP, tahun=4, triwulan=(4,) * 4) for n in range(1, 4)]
    kiriman = [laporan("U1", n, {f"I{i}": 3 for i in range(1, 4)}) for n in range(1, 5)]
    jadi = susun_pandangan(susun_rekap(induk(*daftar), setahun(2025), kumpulan(*kiriman)))
    kalimat = jadi.daftar_sasaran[0].daftar_indikator[2].kalimat_setahun
    assert kalimat.endswith("diperoleh dari realisasi B terhadap target BB.")


def test_what_is_spent_in_a_quarter_waits_for_as_many_lines_as_the_running_total():
    uang = [subkegiatan(f"1.0{n}", pagu=1_000) for n in range(1, 4)]
    kiriman = laporan("U1", 1, anggaran={"1.01": 100, "1.02": 200})
    jadi = susun_pandangan(susun_rekap(induk(anggaran=uang), TW1, kumpulan(kiriman)))
    assert str(jadi.anggaran.realisasi_periode) == "belum lengkap (2 dari 3 subkegiatan)"
    assert str(jadi.anggaran.realisasi_periode) == str(jadi.anggaran.realisasi)


def test_what_cannot_be_judged_against_quarter_and_year_alike_is_said_once():
    daftar = [indikator(f"I{n}", tahun=0, triwulan=(0,) * 4, arah=Arah.TURUN) for n in (1, 2)]
    jadi = susun_pandangan(susun_rekap(induk(*daftar), TW1, kumpulan(laporan("U1", 1, {"I1": 4, "I2": 4}))))
    [sasaran] = jadi.daftar_sasaran
    assert [satu.keterangan for satu in sasaran.daftar_indikator] == ["tidak dapat dinilai: target 0"] * 2


def test_notes_alike_stand_in_one_line_with_the_numbers_of_their_indicators():
    daftar = [indikator(f"I{n}", tahun=0, triwulan=(0,) * 4, arah=Arah.TURUN) for n in (1, 2)]
    kiriman = kumpulan(laporan("U1", 1, {"I1": 4, "I2": 4}))
    jadi = susun_pandangan(susun_rekap(induk(*daftar, indikator("I3"), indikator("I4")), TW1, kiriman))
    assert jadi.daftar_sasaran[0].daftar_keterangan == (
        "Indikator 1.1 dan 1.2: tidak dapat dinilai: target 0",
        "Indikator 1.3 dan 1.4: belum dilaporkan",
    )


def test_a_follow_up_has_the_number_of_its_indicator():
    kiriman = laporan("U1", 1, {"I1": 4, "I2": 4})
    janji = [replace(satu, tindak_lanjut=f"Rapat {satu.kode}") for satu in kiriman.daftar_indikator]
    kiriman = replace(kiriman, daftar_indikator=tuple(janji))
    jadi = susun_pandangan(susun_rekap(induk(indikator("I1"), indikator("I2")), TW1, kumpulan(kiriman)))
    assert [(satu.nomor, satu.tindak_lanjut) for satu in jadi.daftar_tindak_lanjut] == [
        ("1.1", "Rapat I1"),
        ("1.2", "Rapat I2"),
    ]
