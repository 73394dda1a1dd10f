"""What the reader with one minute is told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bantu_pandangan import Pembuat
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.rerata import Rerata, TanpaCapaian
from lakip_gen.laporan.ikhtisar import (
    BANYAK_DISEBUT,
    daftar_kalimat,
    daftar_simpulan,
    daftar_terlemah,
    kalimat_data,
    tercapai,
)
from lakip_gen.laporan.pandangan import SasaranPandangan
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_indikator import AnalisisPandangan, ButirAnalisis, IndikatorPandangan
from lakip_gen.laporan.sajian import BELUM_DIISI

SEMUA_ADA = Rerata(None, 0, 0)
"""Of a mean that waits for nothing."""


def angka(capaian):
    return Angka("–") if capaian is None else Angka(f"{capaian},00", Decimal(capaian))


def sasaran(*daftar_capaian, rerata=None, nomor=1, kata=()):
    """Return a sasaran whose indicators 1.1, 1.2 ... have these capaian and these words of their units."""
    butir = replace(Pembuat().pandangan(IndikatorPandangan), daftar_analisis=tuple(kata))
    return replace(
        Pembuat().pandangan(SasaranPandangan),
        nomor=nomor,
        rerata=angka(rerata),
        daftar_indikator=tuple(
            replace(butir, nomor=f"{nomor}.{urut}", nama=f"Nilai {urut}", capaian=angka(capaian))
            for urut, capaian in enumerate(daftar_capaian, start=1)
        ),
    )


def analisis(unit, periode, **butir):
    """Return what a unit wrote in a quarter, point by point."""
    daftar_butir = tuple(ButirAnalisis(nama.replace("_", " "), isi) for nama, isi in butir.items())
    return replace(Pembuat().pandangan(AnalisisPandangan), unit=unit, periode=periode, daftar_butir=daftar_butir)


@pytest.mark.parametrize(
    ("daftar_capaian", "nomor"),
    [
        ((), []),
        ((100, None, 120), []),
        ((99, 100, 40, None, 70), ["1.3", "1.5", "1.1"]),
        ((50, 50, 10), ["1.3", "1.1", "1.2"]),
        ((9, 8, 7, 6, 5, 4, 3), ["1.7", "1.6", "1.5", "1.4", "1.3"]),
    ],
)
def test_the_five_furthest_below_their_target_are_named_the_furthest_first(daftar_capaian, nomor):
    assert [satu.nomor for satu in daftar_terlemah([sasaran(*daftar_capaian)], "TW I")] == nomor


@pytest.mark.parametrize(
    ("kata", "hambatan"),
    [
        ((), "–"),
        (
            (analisis("U1", "TW I", Faktor_penghambat="Hujan."), analisis("U1", "TW II", Penjelasan="Ya.")),
            "(TW I) Hujan.",
        ),
        (
            (
                analisis("U1", "TW I", Faktor_penghambat="Hujan."),
                analisis("U1", "TW II", Faktor_penghambat="Banjir."),
                analisis("U2", "TW II", Faktor_penghambat="Longsor."),
            ),
            "U1: Banjir.\nU2: Longsor.",
        ),
        (
            (
                analisis("U1", "TW I", Faktor_penghambat="Hujan."),
                analisis("U2", "TW I", Faktor_penghambat="Longsor."),
                analisis("U1", "TW II", Sintesis_tahun=BELUM_DIISI),
            ),
            "(TW I) U1: Hujan.\nU2: Longsor.",
        ),
        (
            (
                analisis("U1", "TW I", Faktor_penghambat="Hujan bulan Februari."),
                analisis("U1", "TW II", Sintesis_tahun="Banjir."),
            ),
            "Banjir.",
        ),
        (
            (analisis("U1", "TW II", Faktor_penghambat="Hujan.", Sintesis_tahun="Banjir."),),
            "Hujan.",
        ),
    ],
    ids=[
        "nothing written",
        "in an earlier quarter",
        "by two units",
        "by two units in an earlier quarter, the synthesis is owed",
        "in an earlier quarter, the year has its synthesis",
        "in the last quarter beside the synthesis",
    ],
)
def test_a_weak_indicator_has_the_words_its_units_wrote_last_under_their_quarter(kata, hambatan):
    [satu] = daftar_terlemah([sasaran(40, kata=kata)], "TW II")
    assert (satu.hambatan, satu.tindak_lanjut) == (hambatan, "–")


def test_a_follow_up_of_an_earlier_quarter_is_named_by_it():
    kata = (
        analisis("U1", "TW II", Tindak_lanjut="Menata jadwal. (Kepala, paling lambat 31 Juli 2025)"),
        analisis("U1", "TW IV", Faktor_penghambat="Hujan."),
    )
    [satu] = daftar_terlemah([sasaran(40, kata=kata)], "TW IV")
    assert satu.tindak_lanjut == "(TW II) Menata jadwal. (Kepala, paling lambat 31 Juli 2025)"
    assert satu.tindak_lanjut_ringkas == "(TW II) Menata jadwal."


@pytest.mark.parametrize(
    ("daftar_capaian", "kalimat"),
    [
        ((None,), ()),
        ((100, 120), ("Kedua indikator yang dinilai mencapai atau melampaui target.",)),
        ((99,), ("Satu-satunya indikator yang dinilai belum mencapai target.",)),
        (
            (100, 99, None),
            (
                (
                    "Dari 2 (dua) indikator yang dinilai, 1 (satu) mencapai atau melampaui target dan 1 (satu) belum "
                    "mencapai target."
                ),
            ),
        ),
    ],
)
def test_a_summary_says_how_many_reached_their_target(daftar_capaian, kalimat):
    assert daftar_kalimat([sasaran(*daftar_capaian)], ()) == kalimat


def status(nomor, keadaan, kapan=1):
    return StatusLaporan(
        unit=Unit(kode=f"U{nomor}", nama=f"Bidang {nomor}", kepala="Kepala Bidang"),
        triwulan=triwulan(2025, kapan),
        status=keadaan,
    )


@pytest.mark.parametrize(
    ("banyak", "kalimat"),
    [
        (0, ()),
        (2, ("Laporan yang belum diterima: Bidang 1 (TW I) dan Bidang 2 (TW I).",)),
        (
            BANYAK_DISEBUT + 3,
            (
                (
                    "Laporan yang belum diterima: Bidang 1 (TW I), Bidang 2 (TW I), Bidang 3 (TW I), Bidang 4 (TW I), "
                    "Bidang 5 (TW I), Bidang 6 (TW I), dan 3 (tiga) laporan lain."
                ),
            ),
        ),
    ],
)
def test_a_summary_names_the_forms_that_are_awaited(banyak, kalimat):
    ditunggu = [status(nomor, StatusUnit.BELUM if nomor % 2 else StatusUnit.DITOLAK) for nomor in range(1, banyak + 1)]
    assert daftar_kalimat((), [status(99, StatusUnit.DITERIMA), *ditunggu]) == kalimat


@pytest.mark.parametrize(
    ("daftar_triwulan", "tercetak"),
    [
        ((1, 2, 3, 4), "TW I–IV"),
        ((2,), "TW II"),
        ((1, 3, 4), "TW I dan TW III–IV"),
        ((4, 3), "TW III–IV"),
        ((2, 4), "TW II dan TW IV"),
    ],
    ids=["all", "one", "with a gap", "later first", "none beside another"],
)
def test_the_awaited_forms_of_a_unit_stand_together(daftar_triwulan, tercetak):
    ditunggu = [status(1, StatusUnit.BELUM, nomor) for nomor in daftar_triwulan]
    lain = status(2, StatusUnit.DITOLAK, 1)
    assert daftar_kalimat((), [ditunggu[0], lain, *ditunggu[1:]]) == (
        f"Laporan yang belum diterima: Bidang 1 ({tercetak}) dan Bidang 2 (TW I).",
    )


def test_forms_of_units_that_are_not_named_are_counted_one_by_one():
    ditunggu = [status(nomor, StatusUnit.BELUM, kapan) for kapan in (1, 2) for nomor in range(BANYAK_DISEBUT + 1)]
    [kalimat] = daftar_kalimat((), ditunggu)
    assert kalimat.endswith("Bidang 5 (TW I–II), dan 2 (dua) laporan lain.")


def test_a_conclusion_begins_with_what_fell_short():
    assert daftar_simpulan([sasaran(100, 90, rerata=95), sasaran(110, rerata=110, nomor=2)], SEMUA_ADA) == (
        "Rata-rata capaian 1 (satu) dari 2 (dua) sasaran mencapai 100% atau lebih; yang belum: Sasaran 1 (95,00%).",
        (
            "Dari 3 (tiga) indikator yang dinilai, 2 (dua) mencapai atau melampaui target dan 1 (satu) belum mencapai "
            "target."
        ),
        "Indikator yang belum mencapai target: 1.2 Nilai 2 (90,00%).",
    )


def test_a_conclusion_has_no_brackets_within_brackets():
    lain = sasaran(90, rerata=90)
    satu = replace(lain.daftar_indikator[0], capaian=replace(angka(90), tanda="sementara"))
    lain = replace(lain, rerata=replace(lain.rerata, tanda="sementara"), daftar_indikator=(satu,))
    awal, _, akhir = daftar_simpulan([lain], SEMUA_ADA)
    assert awal == "Rata-rata capaian Sasaran 1 (90,00%, sementara) belum mencapai 100%."
    assert akhir == "Indikator yang belum mencapai target: 1.1 Nilai 1 (90,00%, sementara)."


def test_a_conclusion_names_the_indicator_that_alone_lifts_a_mean_over_100():
    awal, *_ = daftar_simpulan([sasaran(90, 95, 80, 9_999, rerata=2_566), sasaran(90, rerata=90, nomor=2)], SEMUA_ADA)
    assert awal == (
        "Rata-rata capaian 1 (satu) dari 2 (dua) sasaran mencapai 100% atau lebih; yang belum: Sasaran 2 (90,00%). "
        "Rata-rata Sasaran 1 mencapai 100% hanya karena indikator 1.4 (9999,00%)."
    )


@pytest.mark.parametrize(
    ("daftar_rerata", "kalimat"),
    [
        ((100,), "Rata-rata capaian Sasaran 1 (100,00%) mencapai 100% atau lebih."),
        ((100, 101), "Rata-rata capaian kedua sasaran mencapai 100% atau lebih."),
        (
            (99, 98),
            "Belum ada sasaran yang rata-rata capaiannya mencapai 100%: Sasaran 1 (99,00%) dan Sasaran 2 (98,00%).",
        ),
    ],
    ids=["the only one", "all", "none"],
)
def test_all_or_none_of_the_sasaran_are_told_as_such(daftar_rerata, kalimat):
    semua = [sasaran(rerata, rerata=rerata, nomor=nomor) for nomor, rerata in enumerate(daftar_rerata, start=1)]
    assert daftar_simpulan(semua, SEMUA_ADA)[0] == kalimat


@pytest.mark.parametrize(
    ("daftar_rerata", "daftar_kalimat"),
    [
        (
            (100, None),
            (
                "Rata-rata capaian Sasaran 1 (100,00%), satu-satunya yang dinilai, mencapai 100% atau lebih.",
                "Sasaran 2 belum memiliki capaian.",
            ),
        ),
        (
            (90, None, None),
            (
                "Rata-rata capaian Sasaran 1 (90,00%), satu-satunya yang dinilai, belum mencapai 100%.",
                "Sasaran 2 dan 3 belum memiliki capaian.",
            ),
        ),
        (
            (90, 100, None),
            (
                (
                    "Rata-rata capaian 1 (satu) dari 2 (dua) sasaran yang dinilai mencapai 100% atau lebih; yang "
                    "belum: Sasaran 1 (90,00%)."
                ),
                "Sasaran 3 belum memiliki capaian.",
            ),
        ),
    ],
    ids=["the only one judged", "none of those judged", "some of those judged"],
)
def test_a_conclusion_speaks_of_the_sasaran_that_are_judged_and_names_the_others(daftar_rerata, daftar_kalimat):
    semua = [sasaran(rerata, rerata=rerata, nomor=nomor) for nomor, rerata in enumerate(daftar_rerata, start=1)]
    assert daftar_simpulan(semua, SEMUA_ADA)[:2] == daftar_kalimat


def test_a_conclusion_says_what_is_provisional_and_what_is_awaited():
    belum_tetap = [sasaran(100, rerata=100), sasaran(100, 90, None, rerata=95, nomor=2)]
    satu, dua = (replace(s, rerata=replace(s.rerata, tanda="sementara")) for s in belum_tetap)
    awal, *lain = satu.daftar_indikator
    butir = replace(awal, capaian=replace(awal.capaian, tanda="sementara"))
    menunggu = Rerata(Decimal(97), 3, 6, tanpa=((TanpaCapaian.BELUM_DILAPORKAN, 2), (TanpaCapaian.BELUM_LENGKAP, 1)))
    assert daftar_simpulan([replace(satu, daftar_indikator=(butir, *lain)), dua], menunggu) == (
        (
            "Rata-rata capaian 1 (satu) dari 2 (dua) sasaran mencapai 100% atau lebih (Sasaran 1 masih sementara); "
            "yang belum: Sasaran 2 (95,00%, sementara)."
        ),
        (
            "Dari 3 (tiga) indikator yang dinilai, 2 (dua) mencapai atau melampaui target dan 1 (satu) belum mencapai "
            "target; 1 (satu) dari yang dinilai masih sementara."
        ),
        "Sebanyak 2 (dua) indikator belum dilaporkan dan 1 (satu) indikator belum dilaporkan lengkap.",
        "Indikator yang belum mencapai target: 2.2 Nilai 2 (90,00%).",
    )


def test_of_more_than_a_few_that_fell_short_a_conclusion_gives_the_numbers():
    *_, akhir = daftar_simpulan([sasaran(*[50] * 5, rerata=50)], SEMUA_ADA)
    assert "1.1 Nilai 1 (50,00%), 1.2 Nilai 2 (50,00%)" in akhir
    *_, akhir = daftar_simpulan([sasaran(*[50] * 6, rerata=50)], SEMUA_ADA)
    assert "1.1 (50,00%), 1.2 (50,00%)" in akhir


@pytest.mark.parametrize(
    ("daftar_sasaran", "banyak"),
    [([], 0), ([sasaran(None)], 0), ([sasaran(100, rerata=100)], 2), ([sasaran(*[50] * 16, rerata=50)], 2)],
    ids=["no sasaran", "nothing measured", "all reached", "too many to name"],
)
def test_a_conclusion_says_no_more_than_there_is(daftar_sasaran, banyak):
    assert len(daftar_simpulan(daftar_sasaran, SEMUA_ADA)) == banyak


@pytest.mark.parametrize(
    ("daftar_capaian", "kata"), [((), "0 dari 0"), ((None,), "0 dari 0"), ((100, 99, None, 130), "2 dari 3")]
)
def test_those_that_reached_their_target_are_counted_among_the_measured(daftar_capaian, kata):
    assert tercapai([sasaran(*daftar_capaian)]) == kata


@pytest.mark.parametrize(
    ("rerata", "daftar_status", "kalimat"),
    [
        (
            Rerata(None, 0, 1, tanpa=((TanpaCapaian.TIDAK_JATUH_TEMPO, 1),)),
            (status(1, StatusUnit.DITERIMA),),
            "Semua laporan diterima dan semua angka yang diminta ada.",
        ),
        (
            Rerata(Decimal(80), 3, 5, 2, tanpa=((TanpaCapaian.BELUM_LENGKAP, 2),)),
            (status(1, StatusUnit.DITERIMA), status(2, StatusUnit.BELUM)),
            (
                "Yang belum ada: 2 (dua) indikator dinilai dari data yang belum lengkap, 2 (dua) indikator belum "
                "dilaporkan lengkap, dan 1 (satu) dari 2 (dua) laporan belum diterima."
            ),
        ),
    ],
    ids=["nothing", "indicators and forms"],
)
def test_what_is_missing_is_said_in_one_sentence(rerata, daftar_status, kalimat):
    assert kalimat_data(rerata, daftar_status) == kalimat


@pytest.mark.parametrize(
    ("butir", "sebab"),
    [
        ({}, "–"),
        ({"Penjelasan": "Turun. Karena itu lama."}, "Turun."),
        ({"Penjelasan": "Turun.", "Faktor_penghambat": "Hujan deras\nselama sebulan"}, "Turun. Hujan deras"),
        ({"Penjelasan": "Hujan.", "Faktor_penghambat": "Hujan."}, "Hujan."),
        ({"Penjelasan": BELUM_DIISI, "Faktor_penghambat": "Hujan."}, "Hujan."),
        ({"Penjelasan": BELUM_DIISI}, BELUM_DIISI),
        ({"Penjelasan": "kata " * 40}, f"{'kata ' * 19}…"),
    ],
    ids=["nothing", "two sentences", "two points", "said twice", "one owed", "owed", "long"],
)
def test_a_minute_has_room_for_first_sentences(butir, sebab):
    [satu] = daftar_terlemah([sasaran(40, kata=[analisis("U1", "TW I", **butir)])], "TW I")
    assert satu.sebab_ringkas == sebab


@pytest.mark.parametrize(
    ("kata", "sebab"),
    [
        ((analisis("U1", "TW II", Penjelasan="Turun.", Faktor_penghambat="Hujan."),), "(TW II) Turun. Hujan."),
        (
            (
                analisis("U1", "TW II", Penjelasan="Turun."),
                analisis("U1", "TW IV", Faktor_penghambat="Hujan."),
            ),
            "Hujan. (TW II) Turun.",
        ),
        (
            (
                analisis("U1", "TW II", Faktor_penghambat="Hujan bulan Mei. Lama."),
                analisis("U1", "TW IV", Penjelasan="Turun.", Sintesis_tahun="Setahun kurang orang. Sejak awal."),
            ),
            "Turun. Setahun kurang orang.",
        ),
    ],
    ids=["both of an earlier quarter", "one of an earlier quarter", "the year has its synthesis"],
)
def test_a_minute_tells_of_which_quarter_a_sentence_is(kata, sebab):
    [satu] = daftar_terlemah([sasaran(40, kata=kata)], "TW IV")
    assert satu.sebab_ringkas == sebab


@pytest.mark.parametrize(
    ("tertulis", "pokok"),
    [
        ("Hujan. Banjir.", "Hujan."),
        ("Penyebab utama:\n\n1. Izin terlambat terbit.\n2. Hujan.", "Penyebab utama: 1. Izin terlambat terbit."),
        ("Penyebab utama:", "Penyebab utama:"),
        ("Rapat. Surat. (Kasi, paling lambat 2 Mei 2025)", "Rapat. (Kasi, paling lambat 2 Mei 2025)"),
        ("kata " * 100, f"{('kata ' * 49).strip()} …"),
    ],
    ids=["two sentences", "a list that is announced", "an announcement alone", "who and when", "one without end"],
)
def test_the_table_of_the_weakest_has_first_sentences(tertulis, pokok):
    kata = (analisis("U1", "TW II", Faktor_penghambat=tertulis, Tindak_lanjut=tertulis),)
    [satu] = daftar_terlemah([sasaran(50, kata=kata)], "TW II")
    assert (satu.hambatan_pokok, satu.tindak_lanjut_pokok) == (pokok, pokok)
    assert satu.hambatan == tertulis


def test_the_first_sentences_of_several_units_stand_under_their_names_and_quarter():
    kata = (
        analisis("U1", "TW I", Faktor_penghambat="Hujan. Ya."),
        analisis("U2", "TW I", Faktor_penghambat="Longsor. Ya."),
    )
    [satu] = daftar_terlemah([sasaran(50, kata=kata)], "TW II")
    assert (satu.hambatan_pokok, satu.tindak_lanjut_pokok) == ("(TW I) U1: Hujan.\nU2: Longsor.", "–")
