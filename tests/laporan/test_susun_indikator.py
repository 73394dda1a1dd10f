"""What the report prints of a unit's words about one indicator."""

from datetime import date

import pytest

from bantu_induk import indikator, induk, jawaban, kumpulan, laporan
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.rekap import Sumber, susun_rekap
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.susun_analisis import susun_analisis

TANPA = "belum dilaporkan"
TINDAK = {"tindak_lanjut": "Rapat.", "pic": "Kasi", "batas_waktu": date(2025, 6, 30)}


@pytest.mark.parametrize(
    ("kata", "dicetak"),
    [
        (TINDAK, "Rapat. (Kasi, paling lambat 30 Juni 2025)"),
        ({"tindak_lanjut": "Rapat."}, "Rapat. ([belum diisi unit], paling lambat [belum diisi unit])"),
        ({"pic": "Kasi"}, "[belum diisi unit] (Kasi, paling lambat [belum diisi unit])"),
        (
            {"batas_waktu": date(2025, 6, 30)},
            "[belum diisi unit] ([belum diisi unit], paling lambat 30 Juni 2025)",
        ),
        ({}, None),
    ],
)
def test_each_part_of_a_tindak_lanjut_is_printed_without_the_others(kata, dicetak):
    buku = induk(indikator())
    milik = jawaban("I1", 100, **kata).dinilai(buku.daftar_indikator[0], triwulan(2025, 1), buku.aturan)
    unit = buku.daftar_unit[0]
    analisis = susun_analisis(Sumber(unit=unit, triwulan=triwulan(2025, 1), isian=milik.isian, jawaban=milik))
    assert {butir.nama: butir.isi for butir in analisis.daftar_butir}.get("Tindak lanjut") == dicetak
    assert analisis.ada_tindak_lanjut == bool(kata)


def test_what_follows_stands_apart_from_what_happened_and_why():
    unit, milik = (
        induk(indikator()).daftar_unit[0],
        jawaban("I1", 1, penjelasan="a", tindak_lanjut="b", data_dukung="c"),
    )
    analisis = susun_analisis(Sumber(unit=unit, triwulan=triwulan(2025, 1), isian=milik.isian, jawaban=milik))
    assert [butir.isi for butir in analisis.daftar_faktor] == ["a"]
    assert [butir.nama for butir in analisis.daftar_lanjutan] == ["Tindak lanjut", "Data dukung"]


@pytest.mark.parametrize(
    ("target", "daftar_laporan", "dicetak"),
    [
        (80, (), "[uraian belum disampaikan unit kerja]"),
        (80, (laporan("U1", 1, {"I1": 100}),), "–"),
        (None, (), "–"),
    ],
    ids=["nothing came", "a unit owed no words", "nothing was due of a unit that sent nothing"],
)
def test_a_place_is_held_open_only_where_words_are_awaited(target, daftar_laporan, dicetak):
    buku = induk(indikator(triwulan=(target, 80, 80, 80)))
    rekap = susun_rekap(buku, triwulan(2025, 1), kumpulan(*daftar_laporan))
    [sasaran] = susun_pandangan(rekap).daftar_sasaran
    assert sasaran.daftar_indikator[0].tanpa_analisis == dicetak


@pytest.mark.parametrize(
    ("per_triwulan", "daftar"),
    [
        ((5, 5, None, None), [("TW I", "5"), ("TW II", "5"), ("TW III–IV", TANPA)]),
        ((None, None, None, None), [("TW I–IV", TANPA)]),
        (
            (None, 5, None, 5),
            [("TW I", "belum dilaporkan"), ("TW II", "5"), ("TW III", "belum dilaporkan"), ("TW IV", "5")],
        ),
    ],
    ids=["the later half is missing", "all are missing", "every other one is missing"],
)
def test_quarters_without_a_figure_are_told_together_and_figures_one_by_one(per_triwulan, daftar):
    kiriman = [laporan("U1", n, {"I1": nilai}) for n, nilai in enumerate(per_triwulan, start=1) if nilai is not None]
    [sasaran] = susun_pandangan(susun_rekap(induk(indikator()), setahun(2025), kumpulan(*kiriman))).daftar_sasaran
    [sumber] = sasaran.daftar_indikator[0].daftar_sumber
    assert [(asal.periode, asal.nilai.partition(",")[0]) for asal in sumber.daftar_asal] == daftar
