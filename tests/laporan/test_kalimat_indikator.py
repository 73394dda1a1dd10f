"""What is said of an indicator, of its years and its quarters: true for its arah, and never in one mould."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_induk import SKALA_SAKIP, des, indikator, induk, kumpulan, laporan
from bantu_pandangan import Pembuat
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.kinerja import Riwayat, TahunLalu
from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.rerata import TanpaCapaian
from lakip_gen.laporan.kalimat_analisis import kalimat_perkembangan, kalimat_renstra, tren
from lakip_gen.laporan.kalimat_triwulan import kalimat_triwulan
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan, TahunPandangan, TriwulanPandangan
from lakip_gen.laporan.susun import susun_pandangan

SETAHUN, TW1 = setahun(2025), triwulan(2025, 1)


def satu(isi, periode=TW1, **bentuk):
    """Return the view of one indicator whose only unit reported this in the first quarter."""
    target = bentuk.pop("target", 12)
    buku = induk(indikator(tahun=target, triwulan=(target,) * 4, **bentuk))
    return susun_pandangan(susun_rekap(buku, periode, kumpulan(laporan("U1", 1, {"I1": isi})))).daftar_sasaran[0]


@pytest.mark.parametrize(
    ("bentuk", "isi", "ringkas"),
    [
        ({}, 13, "capaian 108,33% (Sangat Tinggi); 1 unit di atas target"),
        ({}, 12, "capaian 100,00% (Sangat Tinggi); sama dengan target"),
        ({"arah": Arah.TURUN}, 9, "capaian 125,00% (Sangat Tinggi); 3 unit di bawah target (lebih baik)"),
        ({"arah": Arah.TURUN}, 15, "capaian 75,00% (Sedang); 3 unit di atas target"),
        (
            {"arah": Arah.RENTANG, "target": (50, 75), "satuan": "%"},
            48,
            "capaian 96,00% (Sangat Tinggi); 2 poin persentase di bawah batas bawah rentang target",
        ),
        ({"target": 0}, 3, "realisasi 3 unit; tidak dapat dinilai: target 0"),
        ({"target": None}, 3, "realisasi 3 unit; target periode ini tidak ditetapkan"),
        ({}, "n/a", "tidak berlaku"),
    ],
)
def test_the_head_of_a_row_tells_capaian_and_distance_or_why_there_is_none(bentuk, isi, ringkas):
    assert satu(isi, **bentuk).daftar_indikator[0].ringkas == ringkas


def test_both_ends_of_a_range_in_percent_have_their_sign():
    [milik] = satu(60, arah=Arah.RENTANG, target=(50, 75), satuan="%").daftar_indikator
    assert "rentang target 50% s.d. 75%; capaiannya" in milik.kalimat


@pytest.mark.parametrize("isi", [14, 12, 10], ids=["beyond", "at", "short"])
def test_neighbours_with_the_same_outcome_are_worded_each_another_way(isi):
    daftar = [indikator(f"I{n}", tahun=12, triwulan=(12,) * 4) for n in range(1, 5)]
    kiriman = kumpulan(*(laporan("U1", n, {i.kode: isi for i in daftar}) for n in range(1, 5)))
    [sasaran] = susun_pandangan(susun_rekap(induk(*daftar), SETAHUN, kiriman)).daftar_sasaran
    daftar_kalimat = [milik.kalimat_setahun for milik in sasaran.daftar_indikator]
    assert len(set(daftar_kalimat)) == 3
    assert daftar_kalimat[3] == daftar_kalimat[0]
    assert all(str(milik.capaian) in milik.kalimat_setahun for milik in sasaran.daftar_indikator)


def test_no_wording_has_brackets_within_brackets():
    daftar = [indikator(f"I{n}", arah=Arah.TURUN, tahun=12, triwulan=(12,) * 4) for n in range(1, 4)]
    kiriman = kumpulan(*(laporan("U1", n, {i.kode: 10 for i in daftar}) for n in range(1, 5)))
    [sasaran] = susun_pandangan(susun_rekap(induk(*daftar), SETAHUN, kiriman)).daftar_sasaran
    assert [i.kalimat_setahun for i in sasaran.daftar_indikator if re.search(r"\([^)]*\(", i.kalimat_setahun)] == []


def test_what_cannot_be_judged_is_worded_alike_whatever_its_neighbours():
    daftar = [indikator(f"I{n}", tahun=0, triwulan=(0,) * 4) for n in range(1, 4)]
    kiriman = kumpulan(*(laporan("U1", n, {i.kode: 1 for i in daftar}) for n in range(1, 5)))
    [sasaran] = susun_pandangan(susun_rekap(induk(*daftar), SETAHUN, kiriman)).daftar_sasaran
    assert all("tidak dapat dinilai karena target 0" in milik.kalimat_setahun for milik in sasaran.daftar_indikator)


@pytest.mark.parametrize(
    ("arah", "lalu", "kini", "kata"),
    [
        (Arah.NAIK, (100, 80), (100, 90), "membaik"),
        (Arah.NAIK, (100, 90), (100, 80), "memburuk"),
        (Arah.TURUN, (10, 9), (10, 7), "membaik"),
        (Arah.TURUN, (10, 7), (10, 9), "memburuk"),
        (Arah.TURUN, (10, 9), (10, 9), "tetap"),
        (Arah.RENTANG, (90, 48), (100, 60), "membaik"),
        (Arah.RENTANG, (100, 60), (100, 70), "tetap"),
        (Arah.NAIK, (100, None), (100, 9), ""),
        (Arah.RENTANG, (None, 48), (100, 60), ""),
    ],
)
def test_better_and_worse_are_told_by_the_arah(arah, lalu, kini, kata):
    def tahun(nomor, capaian, realisasi):
        angka = [Angka("x", None if n is None else Decimal(n)) for n in (realisasi, capaian)]
        return TahunPandangan(nomor, Angka("–"), *angka)

    assert tren(indikator(arah=arah), (tahun(2024, *lalu), tahun(2025, *kini))) == kata


def test_without_last_year_nothing_is_better_or_worse():
    assert not tren(indikator(), (TahunPandangan(2025, Angka("–"), Angka("9", Decimal(9)), Angka("–")),))


def test_a_falling_figure_that_is_better_says_so():
    lalu = Riwayat((TahunLalu(2024, des(10), des(9)),))
    buku = induk(indikator(arah=Arah.TURUN, tahun=8, triwulan=(8,) * 4, riwayat=lalu))
    kiriman = kumpulan(*(laporan("U1", n, {"I1": 7}) for n in range(1, 5)))
    [milik] = susun_pandangan(susun_rekap(buku, SETAHUN, kiriman)).daftar_sasaran[0].daftar_indikator
    assert "turun 2 unit (membaik) menjadi 7 unit dari 9 unit" in milik.kalimat_tren


def perkembangan(*daftar, tanda=""):
    """Return indicators 1.1, 1.2 ... of these tren, arah and years, the last of which is 2025."""
    hasil = []
    for urut, (kata, arah, tahun) in enumerate(daftar, start=1):
        angka = [Angka(str(n), None if n is None else Decimal(n)) for n in tahun]
        angka[-1] = replace(angka[-1], tanda=tanda)
        daftar_tahun = tuple(
            TahunPandangan(2025 - len(tahun) + n, Angka("–"), satu, Angka("–")) for n, satu in enumerate(angka, start=1)
        )
        pandangan = replace(Pembuat().pandangan(IndikatorPandangan), nomor=f"1.{urut}", tren=kata, arah=arah)
        hasil.append(replace(pandangan, daftar_tahun=daftar_tahun))
    return hasil


AWAL = "Dibandingkan dengan tahun 2024, realisasi "


@pytest.mark.parametrize(
    ("daftar", "kalimat"),
    [
        ((), ""),
        (
            (("membaik", "naik", (1, 2, 3)), ("membaik", "turun", (9, 8, 7))),
            f"{AWAL}kedua indikator membaik. Hasil tahun 2025 terbaik sejak tahun 2023 pada semua indikator.",
        ),
        (
            (("membaik", "naik", (1, 2, 3)), ("membaik", "naik", (9, 2, 3)), ("memburuk", "naik", (1, 3, 2))),
            (
                f"{AWAL}2 (dua) indikator membaik (1.1, 1.2) dan 1 (satu) memburuk (1.3). "
                "Hasil tahun 2025 terbaik sejak tahun 2023 pada indikator 1.1."
            ),
        ),
        ((("membaik", "naik", (None, 2, 3)),), f"{AWAL}satu-satunya indikator membaik (1.1)."),
        ((("membaik", "rentang", (1, 2, 3)),), f"{AWAL}satu-satunya indikator membaik (1.1)."),
        (
            (("tetap", "naik", (1, 2, 2)), ("", "naik", (None, None, 3))),
            f"{AWAL}1 (satu) indikator tetap (1.1) dan 1 (satu) tidak dapat dibandingkan (1.2).",
        ),
    ],
)
def test_the_years_are_summed_up_and_not_read_out(daftar, kalimat):
    assert kalimat_perkembangan(perkembangan(*daftar), 2025) == kalimat


@pytest.mark.parametrize(
    ("tahun_ini", "kalimat"),
    [
        ((None, 3), f"{AWAL}1 (satu) indikator membaik (1.2) dan 1 (satu) belum dilaporkan (1.1)."),
        ((3, 3), f"{AWAL}1 (satu) indikator membaik (1.2) dan 1 (satu) tidak dapat dibandingkan (1.1)."),
    ],
    ids=["not reported", "nothing to compare it with"],
)
def test_what_is_not_reported_is_told_as_such_and_not_as_beyond_comparison(tahun_ini, kalimat):
    tanpa = {"1.1": TanpaCapaian.BELUM_DILAPORKAN, "1.2": None}
    daftar = [
        replace(satu, realisasi=Angka("–", None if angka is None else Decimal(angka)))
        for satu, angka in zip(perkembangan(("", "naik", (1,)), ("membaik", "naik", (1,))), tahun_ini, strict=True)
    ]
    assert kalimat_perkembangan(daftar, 2025, tanpa) == kalimat


def test_where_nothing_is_reported_that_is_why_nothing_is_compared():
    daftar = [replace(satu, realisasi=Angka("–", None)) for satu in perkembangan(*[("", "naik", (None, None))] * 3)]
    tanpa = dict.fromkeys(("1.1", "1.2", "1.3"), TanpaCapaian.BELUM_DILAPORKAN)
    assert kalimat_perkembangan(daftar, 2025, tanpa) == (
        "Realisasi seluruh 3 (tiga) indikator sasaran ini belum dapat dibandingkan dengan tahun 2024 karena belum "
        "dilaporkan."
    )


def test_a_provisional_year_is_never_called_the_best():
    daftar = perkembangan(("membaik", "naik", (1, 2, 3)), ("membaik", "naik", (1, 2, 3)), tanda="sementara")
    assert kalimat_perkembangan(daftar, 2025) == f"{AWAL}kedua indikator membaik (1.1 [sementara], 1.2 [sementara])."


BELUM = "belum dilaporkan"


def bertriwulan(*daftar):
    """Return indicators 1.1, 1.2 ... with these capaian in the quarters; BELUM where a figure is awaited."""

    def angka(nilai):
        return Angka("x", Decimal(nilai)) if isinstance(nilai, int) else Angka("–")

    return [
        replace(
            Pembuat().pandangan(IndikatorPandangan),
            nomor=f"1.{urut}",
            daftar_triwulan=tuple(
                TriwulanPandangan(
                    nama, Angka("100" if nilai == BELUM else "–"), Angka("–"), angka(nilai), "–", "FFFFFF"
                )
                for nama, nilai in zip(("TW I", "TW II", "TW III", "TW IV"), milik, strict=True)
            ),
        )
        for urut, milik in enumerate(daftar, start=1)
    ]


@pytest.mark.parametrize(
    ("daftar", "kalimat"),
    [
        ((), ""),
        (((None, None, None, 100),), ""),
        (((100, 101, 102, 103),), "Target triwulan tercapai pada indikator 1.1 sepanjang tahun."),
        (((90, 101, 102, 103), (None, 99, 100, 100)), "Target triwulan tercapai pada indikator 1.1 sejak TW II; "),
        (((90, 90, 90, 103),), "Target triwulan tercapai pada indikator 1.1 baru pada TW IV."),
        (
            ((None, 100, None, 200),),
            "Target triwulan tercapai pada indikator 1.1 pada semua triwulan yang dinilai (TW II, TW IV).",
        ),
        (((100, 90, 100, 90),), "Target triwulan tercapai pada indikator 1.1 hanya pada TW I dan TW III."),
        (((90, 90, 90, 90), (1, 1, 1, 1)), "Indikator 1.1 dan 1.2 tidak mencapai target triwulan mana pun."),
        (
            ((100, 100, BELUM, BELUM),),
            "Target triwulan tercapai pada indikator 1.1 pada TW I dan TW II (dari 2 triwulan yang ada angkanya).",
        ),
        (
            ((90, 100, BELUM, 90), (90, BELUM, BELUM, 90)),
            "Target triwulan tercapai pada indikator 1.1 pada TW II (dari 3 triwulan yang ada angkanya). ",
        ),
        (
            ((90, BELUM, 90, BELUM), (1, 1, 1, 1)),
            (
                "Indikator 1.2 tidak mencapai target triwulan mana pun. "
                "Indikator 1.1 belum mencapai target pada triwulan yang ada angkanya."
            ),
        ),
    ],
)
def test_the_course_of_the_year_is_told_by_when_the_targets_were_reached(daftar, kalimat):
    hasil = kalimat_triwulan(bertriwulan(*daftar))
    assert hasil.startswith(kalimat) if kalimat else not hasil


def test_quarters_on_incomplete_data_are_marked_as_such():
    [milik] = bertriwulan((100, 101, 102, 103))
    awal, *lain = milik.daftar_triwulan
    awal = replace(awal, capaian=replace(awal.capaian, tanda="sementara"))
    hasil = kalimat_triwulan([replace(milik, daftar_triwulan=(awal, *lain))])
    assert hasil == "Target triwulan tercapai pada indikator 1.1 [sementara] sepanjang tahun."


def test_where_nothing_can_be_compared_no_comparison_is_announced():
    daftar = perkembangan(("", "naik", (None,)), ("", "naik", (None,)))
    assert kalimat_perkembangan(daftar, 2025) == (
        "Realisasi kedua indikator sasaran ini belum dapat dibandingkan dengan tahun 2024."
    )
    tanpa = [replace(satu, capaian_renstra=Angka("–")) for satu in daftar]
    assert kalimat_renstra(tanpa, 2026) == (
        "Capaian kedua indikator sasaran ini belum dapat dibandingkan dengan target akhir Renstra tahun 2026."
    )


def test_the_end_of_the_renstra_has_its_year_where_it_is_known():
    [milik] = perkembangan(("", "naik", (1,)))
    milik = replace(milik, capaian_renstra=Angka("90,00", Decimal(90)))
    assert "target akhir Renstra tahun 2026 (1.1: 90,00%)" in kalimat_renstra([milik], 2026)


def test_a_negative_figure_has_the_sign_of_a_document():
    [milik] = satu(des("-1.5"), target=-2, desimal=1).daftar_indikator
    assert (str(milik.target), str(milik.realisasi)) == ("−2,0", "−1,5")


def test_a_predicate_is_told_without_a_distance():
    [milik] = satu(3, target=4, skala=SKALA_SAKIP).daftar_indikator
    assert milik.ringkas.endswith("; di bawah target")


@pytest.mark.parametrize(("periode", "sejak_awal"), [(TW1, True), (triwulan(2025, 2), False), (SETAHUN, True)])
def test_a_period_from_january_on_needs_no_second_column_for_the_year_so_far(periode, sejak_awal):
    buku = induk(indikator(cara=CaraGabung.JUMLAH))
    assert susun_pandangan(susun_rekap(buku, periode, kumpulan())).periode.sejak_awal_tahun is sejak_awal


@pytest.mark.parametrize(
    ("periode", "ada"),
    [(triwulan(2025, 2), False), (semester(2025, 1), False), (triwulan(2025, 3), True), (semester(2025, 2), True)],
    ids=["TW II", "Semester I", "TW III", "Semester II"],
)
def test_a_map_of_quarters_stands_where_the_tables_do_not_have_them_all(periode, ada):
    assert susun_pandangan(susun_rekap(induk(indikator()), periode, kumpulan())).periode.ada_peta is ada
