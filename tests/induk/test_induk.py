"""From the raw buku induk to the agency's year: every fault by its smallest case, at its cell."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantu_induk import (
    BARIS_INDIKATOR,
    BARIS_SASARAN,
    BARIS_UNIT,
    BUTIR_INSTANSI,
    DAFTAR_REKENING,
    TAHUN,
    des,
    galat,
    induk_mentah,
    letak,
    rumus,
    target,
)
from lakip_gen.domain.aturan import SKALA_PERMENDAGRI_86, Aturan, CaraRata, Pita, RumusTurun, TargetRasio
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.kinerja import Riwayat, SkalaPredikat, TahunLalu
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.renstra import JenisRenstra, PeriodeRenstra
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import Daftar, JenisKolom
from lakip_gen.domain.target import JenisTarget
from lakip_gen.domain.temuan import Asal
from lakip_gen.induk import susun_induk
from lakip_gen.induk.pembaca import PembacaBuku
from lakip_gen.pesan.katalog import katalog

SAKIP = tuple({"skala": "SAKIP", "predikat": nama, "angka": n} for n, nama in enumerate(("C", "B", "BB", "A"), 2))
PROGRAM, KEGIATAN, SUB = DAFTAR_REKENING


def periksa(**ubah):
    return susun_induk(induk_mentah(**ubah), TAHUN)


def temuan(**ubah):
    return letak(periksa(**ubah)[1])


def dengan_indikator(*daftar, **lain):
    return periksa(indikator=[BARIS_INDIKATOR | ubah for ubah in daftar], **lain)


def temuan_indikator(**ubah):
    return letak(dengan_indikator(ubah)[1])


def temuan_uang(**ubah):
    return temuan(anggaran=[PROGRAM, KEGIATAN, SUB | ubah])


def butir(lembar, **isi):
    return {"butir": {lembar: isi}}


def baris_butir(lembar, kunci):
    """Return the row of an item in `induk_mentah`."""
    return 5 + list(BUTIR_INSTANSI).index(kunci) if lembar == "instansi" and kunci in BUTIR_INSTANSI else 5


def test_a_whole_buku_induk_has_no_finding():
    buku, daftar = periksa()
    assert daftar == ()
    assert (buku.tahun, buku.instansi.nama, buku.instansi.singkatan) == (TAHUN, "Dinas Contoh", "Dinas Contoh")
    assert (buku.instansi.kepala.jabatan, buku.instansi.kepala.nama) == ("Kepala Dinas", "")
    assert [u.kode for u in buku.daftar_unit] == ["U1"]
    assert [s.kode for s in buku.daftar_sasaran] == ["S1"]
    assert [a.kode for a in buku.daftar_anggaran] == ["1.01", "1.01.1", "1.01.1.1"]
    (satu,) = buku.daftar_indikator
    assert (satu.arah, satu.cara_gabung, satu.jenis_target) == (Arah.NAIK, CaraGabung.JUMLAH, JenisTarget.PER_TRIWULAN)
    assert (satu.target_berlaku.tahun, satu.target_berlaku.triwulan) == (4, (1, 1, 1, 1))
    assert (satu.desimal, satu.pengali, satu.utama, satu.rumus_turun, satu.skala) == (0, 1, True, None, None)


def test_a_blank_rule_is_the_default_of_the_field():
    buku, _ = periksa()
    assert buku.aturan == Aturan()
    assert buku.narasi.teks("simpulan") == ""


def test_every_rule_that_is_written_is_used():
    buku, daftar = periksa(
        butir={
            "aturan": {
                "rumus_turun": "rasio",
                "batas_atas": 120,
                "batas_bawah": "tanpa batas",
                "cara_rata": "rata-rata dari rata-rata sasaran",
                "target_rasio": "rata-rata triwulan",
                "nol_tercapai": "ya",
                "ambang_bawah": 70,
                "ambang_atas": 130,
                "desimal_capaian": 1,
                "dasar_skala": "Peraturan Bupati",
                "tenggat_1": "10/04/2025",
            },
            "narasi": {"simpulan": "Baik."},
        },
        skala=[{"predikat": "Belum", "batas": 0}, {"predikat": "Tercapai", "batas": 100, "warna": "#00ff00"}],
    )
    assert daftar == ()
    assert buku.aturan == Aturan(
        rumus_turun=RumusTurun.RASIO,
        batas_atas=Decimal(120),
        batas_bawah=None,
        cara_rata=CaraRata.SASARAN,
        target_rasio=TargetRasio.RATA_RATA,
        nol_tercapai=True,
        ambang_bawah=Decimal(70),
        ambang_atas=Decimal(130),
        desimal_capaian=1,
        skala=(Pita(Decimal(100), "Tercapai", "00FF00"), Pita(Decimal(0), "Belum", "FFFFFF")),
        dasar_skala="Peraturan Bupati",
        tenggat=(date(2025, 4, 10), None, None, None),
    )
    assert buku.narasi.teks("simpulan") == "Baik."


@pytest.mark.parametrize(
    ("batas", "angka"), [("100", 100), (110, 110), ("150", 150), ("tanpa batas", None), (None, None)]
)
def test_the_cap_is_one_of_those_in_use(batas, angka):
    buku, daftar = periksa(**butir("aturan", batas_atas=batas))
    assert (buku.aturan.batas_atas, buku.aturan.ambang_batas, daftar) == (angka, None, ())


def test_a_cap_that_raises_has_its_threshold_and_its_figure():
    buku, daftar = periksa(**butir("aturan", batas_atas="lebih dari 110 dihitung 120"))
    assert (buku.aturan.batas_atas, buku.aturan.ambang_batas, daftar) == (120, 110, ())


# --- The workbook and its fixed items ---------------------------------------------------------------------------------


def test_another_workbook_is_not_the_buku_induk():
    assert [(t.kode, t.asal) for t in periksa(jenis="formulir lakip-gen")[1]] == [("bukan-induk", Asal("induk.xlsx"))]


@pytest.mark.parametrize("versi", ["0", "", "1.0", "x", "1000000"])
def test_a_buku_induk_of_another_version_is_not_read_as_if_it_were_this_one(versi):
    (satu,) = periksa(versi=versi)[1]
    assert (satu.kode, satu.nilai) == ("induk-versi-lain", versi or "(kosong)")


def test_a_buku_induk_from_a_newer_program_says_both_versions():
    (satu,) = periksa(versi=str(skema.VERSI + 1))[1]
    assert (satu.kode, satu.nilai) == ("induk-versi-lebih-baru", str(skema.VERSI + 1))
    assert dict(satu.rincian)["versi"] == str(skema.VERSI)


@pytest.mark.parametrize("lembar", [satu.kunci for satu in skema.DAFTAR_LEMBAR if not satu.longgar])
def test_a_sheet_that_is_missing_is_named(lembar):
    nama = next(satu.nama for satu in skema.DAFTAR_LEMBAR if satu.kunci == lembar)
    _, daftar = periksa(tanpa=(lembar,))
    assert daftar[0].kode == "induk-lembar-hilang"
    assert daftar[0].asal == Asal("induk.xlsx", nama)


def test_an_empty_workbook_raises_nothing():
    buku, daftar = susun_induk(BukuMentah("x.xlsx"), TAHUN)
    assert {t.kode for t in daftar} == {"bukan-induk", "induk-lembar-hilang"}
    assert (buku.daftar_unit, buku.daftar_indikator) == ((), ())


@pytest.mark.parametrize("kunci", list(BUTIR_INSTANSI))
def test_an_item_that_must_be_filled_is_asked_for_at_its_cell(kunci):
    sel = f"isi{baris_butir('instansi', kunci)}"
    assert temuan(**butir("instansi", **{kunci: None})) == [("induk-wajib-kosong", sel)]


@pytest.mark.parametrize(
    ("lembar", "isi", "kode"),
    [
        ("instansi", {"tahun": 2024}, "induk-tahun-lain"),
        ("instansi", {"tahun": "dua ribu"}, "bukan-angka"),
        ("instansi", {"nama": rumus("=A1")}, "induk-rumus"),
        ("instansi", {"nama": "x" * 256}, "teks-terlalu-panjang"),
        ("instansi", {"alamat": "a\x00b"}, "teks-dibersihkan"),
        ("aturan", {"rumus_turun": "lain"}, "induk-pilihan-asing"),
        ("aturan", {"batas_atas": 130}, "induk-pilihan-asing"),
        ("aturan", {"batas_bawah": "50"}, "induk-pilihan-asing"),
        ("aturan", {"nol_tercapai": "mungkin"}, "induk-pilihan-asing"),
        ("aturan", {"ambang_bawah": "1.100"}, "angka-mendua"),
        ("aturan", {"desimal_capaian": 5}, "desimal-salah"),
        ("aturan", {"desimal_capaian": -1}, "desimal-salah"),
        ("aturan", {"desimal_capaian": Decimal("1.5")}, "desimal-salah"),
        ("aturan", {"tenggat_1": "segera"}, "bukan-tanggal"),
    ],
)
def test_a_wrong_item_is_pointed_at(lembar, isi, kode):
    ((kunci, _),) = isi.items()
    buku, daftar = periksa(**butir(lembar, **isi))
    assert letak(dict.fromkeys(daftar)) == [(kode, f"isi{baris_butir(lembar, kunci)}")]
    assert buku.aturan.desimal_capaian == 2


def test_a_fault_of_the_agency_s_name_is_told_once():
    assert temuan(**butir("instansi", nama=rumus("=A1"))) == [("induk-rumus", "isi7")]


def hilang(*kunci):
    mentah = induk_mentah()
    lembar = mentah.lembar["instansi"]
    sisa = tuple(baris for baris in lembar.daftar_baris if baris.kunci not in kunci)
    return susun_induk(replace(mentah, lembar=mentah.lembar | {"instansi": replace(lembar, daftar_baris=sisa)}), TAHUN)[
        1
    ]


def test_an_item_whose_row_is_gone_is_asked_for_on_its_sheet():
    assert [(t.kode, t.asal, t.rincian) for t in hilang("nama")] == [
        ("induk-wajib-kosong", Asal("induk.xlsx", "Instansi"), (("kolom", "Nama instansi"),))
    ]


def test_every_item_whose_row_is_gone_is_told_at_once():
    assert [dict(t.rincian)["kolom"] for t in hilang("nama", "alamat")] == ["Nama instansi", "Alamat"]


# --- Scales -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("skala", "temuan_skala"),
    [
        ([{"predikat": "Baik", "batas": 0}], []),
        ([{"predikat": "Baik", "batas": 0, "warna": "merah"}], [("warna-salah", "warna5")]),
        ([{"predikat": "Baik", "batas": 50}], [("skala-tanpa-dasar", "")]),
        (
            [{"predikat": "Baik", "batas": 0}, {"predikat": "Cukup", "batas": 0}],
            [("skala-batas-ganda", "batas6")],
        ),
        ([{"predikat": "Baik"}], [("induk-wajib-kosong", "batas5")]),
        ([{"predikat": None, "batas": 0}], [("induk-wajib-kosong", "predikat5")]),
        ([{"predikat": "Baik", "batas": "1.100"}], [("angka-mendua", "batas5")]),
    ],
)
def test_a_scale_covers_everything_once(skala, temuan_skala):
    assert temuan(skala=skala) == temuan_skala


def test_bands_stand_highest_first_whatever_their_order_on_the_sheet():
    buku, _ = periksa(skala=[{"predikat": nama, "batas": b} for nama, b in (("B", 50), ("C", 0), ("A", 90))])
    assert [pita.predikat for pita in buku.aturan.skala] == ["A", "B", "C"]
    assert periksa()[0].aturan.skala == SKALA_PERMENDAGRI_86


@pytest.mark.parametrize(
    ("tambah", "temuan_predikat"),
    [
        ([], []),
        ([{"skala": "SAKIP", "predikat": "BB", "angka": 9}], [("predikat-ganda", "predikat9")]),
        ([{"skala": "SAKIP", "predikat": "AA", "angka": 5}], [("predikat-ganda", "predikat9")]),
        ([{"skala": "Opini", "predikat": "BB", "angka": 4}], []),
        ([{"skala": "SAKIP", "predikat": "AA"}], [("induk-wajib-kosong", "angka9")]),
        ([{"skala": None, "predikat": "AA", "angka": 6}], [("induk-wajib-kosong", "skala9")]),
    ],
)
def test_a_predicate_has_one_number_and_a_number_one_predicate(tambah, temuan_predikat):
    assert temuan(predikat=[*SAKIP, *tambah]) == temuan_predikat


@pytest.mark.parametrize(
    "tambah", [{"skala": "SAKIP", "predikat": "bb", "angka": 9}, {"skala": "sakip", "predikat": "BB", "angka": 9}]
)
def test_a_predicate_that_differs_only_in_letter_case_is_told(tambah):
    assert [kode for kode, _ in temuan(predikat=[*SAKIP, tambah])] == ["predikat-ganda"]


# --- Units, sasaran and references ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", ["U 1", "../x", "Ü1", "-U1", "x" * 41, "U1/U2"])
def test_a_kode_of_a_unit_must_do_as_a_file_name(kode):
    assert ("kode-unit-salah", "kode6") in temuan(unit=[BARIS_UNIT, {"kode": kode, "nama": "Unit"}])


@pytest.mark.parametrize("kode", ["u-1", "U--1", "U-1-", "u--1--"])
def test_two_units_whose_forms_would_share_a_name_are_told(kode):
    assert ("kode-unit-mirip", "kode6") in temuan(unit=[BARIS_UNIT | {"kode": "U-1"}, {"kode": kode, "nama": "Unit"}])


@pytest.mark.parametrize("kode", ["U-2", "U1", "CON", "CON-U"])
def test_units_whose_forms_have_different_names_are_two(kode):
    kodes = {satu for satu, _ in temuan(unit=[BARIS_UNIT | {"kode": "U-1"}, {"kode": kode, "nama": "Unit"}])}
    assert "kode-unit-mirip" not in kodes


@pytest.mark.parametrize(
    ("ubah", "sel"),
    [
        ({"unit": [BARIS_UNIT, {"kode": None, "nama": "x"}]}, "kode6"),
        ({"unit": [BARIS_UNIT | {"nama": None}]}, "nama5"),
        ({"sasaran": [BARIS_SASARAN | {"nama": " "}]}, "nama5"),
        ({"anggaran": [PROGRAM | {"uraian": None}, KEGIATAN, SUB]}, "uraian5"),
        *(
            ({"indikator": [BARIS_INDIKATOR | {kolom: None}]}, f"{kolom}5")
            for kolom in ("kode", "sasaran", "nama", "satuan", "arah", "cara_gabung", "jenis_target", "unit")
        ),
    ],
)
def test_a_cell_that_must_be_filled_is_asked_for(ubah, sel):
    assert ("induk-wajib-kosong", sel) in temuan(**ubah)


@pytest.mark.parametrize("isi", [None, "n/a"])
def test_the_target_of_the_year_is_asked_for(isi):
    assert [sel for _, sel in temuan_indikator(target_tahun=isi)] == ["target_tahun5"]


@pytest.mark.parametrize("lembar", ["unit", "sasaran", "indikator"])
def test_a_table_that_is_empty_is_told(lembar):
    nama = next(satu.nama for satu in skema.DAFTAR_LEMBAR if satu.kunci == lembar)
    daftar = [t for t in periksa(**{lembar: []})[1] if t.kode == "induk-tabel-kosong"]
    assert [t.asal for t in daftar] == [Asal("induk.xlsx", nama)]


@pytest.mark.parametrize(
    ("ubah", "temuan_hubungan"),
    [
        ({"indikator": [BARIS_INDIKATOR | {"unit": "U1; U9"}]}, [("unit-tidak-terdaftar", "unit5")]),
        (
            {"indikator": [BARIS_INDIKATOR | {"sasaran": "S9"}]},
            [("sasaran-asing", "sasaran5"), ("sasaran-tanpa-indikator", "kode5")],
        ),
        ({"anggaran": [PROGRAM, KEGIATAN, SUB | {"unit": "U9"}]}, [("unit-tidak-terdaftar", "unit7")]),
        ({"anggaran": [PROGRAM, KEGIATAN, SUB | {"sasaran": "S9"}]}, [("sasaran-asing", "sasaran7")]),
        ({"sasaran": [BARIS_SASARAN, {"kode": "S2", "nama": "Lain"}]}, [("sasaran-tanpa-indikator", "kode6")]),
        (
            {"rencana_aksi": [{"kode": "A1", "unit": "U9", "indikator": "I9", "kegiatan": "x"}]},
            [("unit-tidak-terdaftar", "unit5"), ("indikator-asing", "indikator5")],
        ),
        ({"riwayat": [{"indikator": "I9"}]}, [("indikator-asing", "indikator5")]),
    ],
)
def test_a_reference_that_leads_nowhere_is_pointed_at(ubah, temuan_hubungan):
    assert temuan(**ubah) == temuan_hubungan


def test_a_step_of_the_rencana_aksi_is_read_whole():
    isi = {
        "kode": "A1",
        "unit": "U1",
        "indikator": "I1",
        "kegiatan": "Rapat",
        "rencana_2": "5 desa",
        "keluaran": "notulen",
    }
    buku, daftar = periksa(rencana_aksi=[isi | {"penanggung_jawab": "Kabid"}])
    (langkah,) = buku.daftar_aksi
    assert daftar == ()
    assert (langkah.rencana, langkah.keluaran, langkah.penanggung_jawab) == (("", "5 desa", "", ""), "notulen", "Kabid")


def test_the_same_indicator_naik_here_and_turun_there_is_told():
    _, daftar = dengan_indikator({}, {"kode": "I2", "arah": "turun", "nama": "JUMLAH layanan"})
    assert letak(daftar) == [("arah-berbeda", "arah6")]
    assert dict(daftar[0].rincian) == {"lain": "naik"}


# --- Indicators and targets -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ubah", "temuan_kini"),
    [
        ({"jenis_target": "kumulatif", "target_4": 4}, []),
        ({"jenis_target": "konstan"}, [("jenis-bertentangan", "jenis_target5")]),
        (
            {"cara_gabung": "rata-rata", "jenis_target": "kumulatif", "target_4": 4},
            [("jenis-bertentangan", "jenis_target5")],
        ),
        ({"arah": "maju"}, [("induk-pilihan-asing", "arah5")]),
        ({"cara_gabung": "campur"}, [("induk-pilihan-asing", "cara_gabung5")]),
        ({"rumus_turun": "lain"}, [("induk-pilihan-asing", "rumus_turun5")]),
        ({"rumus_turun": "rasio"}, []),
        ({"desimal": 9}, [("desimal-salah", "desimal5")]),
        ({"desimal": "1.100"}, [("angka-mendua", "desimal5")]),
        ({"skala": "WTP"}, [("skala-asing", "skala5")]),
        ({"target_1": "1.100"}, [("angka-mendua", "target_15"), ("target-tidak-cocok", "target_tahun5")]),
        ({"target_tahun": 5}, [("target-tidak-cocok", "target_tahun5")]),
        ({"cara_gabung": "kumulatif"}, []),
        ({"cara_gabung": "kumulatif", "target_tahun": 5}, [("target-tidak-cocok", "target_tahun5")]),
        ({"jenis_target": "kumulatif", "target_4": 3}, [("target-tidak-cocok", "target_tahun5")]),
        ({"cara_gabung": "rata-rata", "target_tahun": 9}, []),
        ({"cara_gabung": "akhir", "target_4": 4}, []),
        ({"cara_gabung": "akhir", "target_2": 5, "target_4": 4}, [("target-melebihi-tahun", "target_25")]),
        ({"cara_gabung": "akhir", "target_2": 5, "target_4": 4, "arah": "turun"}, []),
        ({"cara_gabung": "rata-rata", "target_2": 5}, [("target-melebihi-tahun", "target_25")]),
        ({"jenis_target": "kumulatif", "target_2": 3, "target_4": 4}, [("target-kumulatif-turun", "target_35")]),
        (
            {"jenis_target": "kumulatif", "arah": "turun", "target_2": 3, "target_4": 4},
            [("target-kumulatif-turun", "target_35")],
        ),
        ({"cara_gabung": "akhir", "target_4": 5}, [("target-tidak-cocok", "target_tahun5")]),
        ({f"target_{n}": None for n in range(1, 5)}, [("target-triwulan-kosong", "target_15")]),
        ({"target_1": None, "target_tahun": 3}, []),
        ({"target_2": "1 s.d. 2", "cara_gabung": "akhir", "target_4": 4}, [("target-bukan-arah", "target_25")]),
        (
            {"arah": "rentang", "cara_gabung": "akhir", "target_4": 4},
            [("target-bukan-arah", f"target_{n}5") for n in ("tahun", 1, 2, 3, 4)],
        ),
        ({"perubahan_tahun": 4, "perubahan_1": 4}, [("perubahan-tanpa-tanggal", "")]),
        ({"perubahan_1": 4}, [("perubahan-tanpa-tanggal", "")]),
    ],
)
def test_an_indicator_that_contradicts_itself_is_pointed_at(ubah, temuan_kini):
    assert temuan_indikator(**ubah) == temuan_kini


def test_a_target_that_does_not_add_up_tells_both_figures():
    (satu,) = dengan_indikator({"target_tahun": 5})[1]
    assert (satu.nilai, dict(satu.rincian)) == ("5", {"hitung": "4"})


def test_a_finding_writes_figures_with_a_decimal_comma():
    (satu,) = dengan_indikator({"target_tahun": Decimal("4.5")})[1]
    assert satu.nilai == "4,5"


@pytest.mark.parametrize(
    ("cara", "antarunit", "temuan_kini"),
    [
        ("jumlah", "jumlah", []),
        ("jumlah", "rata-rata", []),
        ("jumlah", None, []),
        ("jumlah", "rasio", [("gabung-unit-bertentangan", "gabung_unit5")]),
        ("rasio", "rasio", []),
        ("rasio", "rata-rata", [("gabung-unit-bertentangan", "gabung_unit5")]),
        ("rasio", None, [("gabung-unit-bertentangan", "gabung_unit5")]),
    ],
)
def test_units_are_combined_as_fractions_when_time_is(cara, antarunit, temuan_kini):
    ubah = {"unit": "U1;U2", "cara_gabung": cara, "gabung_unit": antarunit, "target_tahun": 1 if cara == "rasio" else 4}
    unit = [BARIS_UNIT, BARIS_UNIT | {"kode": "U2"}]
    assert letak(dengan_indikator(ubah, unit=unit)[1]) == temuan_kini


@pytest.mark.parametrize("pemisah", ["; ", ",", "\n", " ;", ";;"])
def test_several_units_are_separated_the_way_people_type(pemisah):
    unit = [BARIS_UNIT, BARIS_UNIT | {"kode": "U2"}]
    buku, daftar = dengan_indikator({"unit": f"U1{pemisah}U2"}, unit=unit)
    assert (buku.daftar_indikator[0].daftar_unit, daftar) == (("U1", "U2"), ())
    assert buku.daftar_indikator[0].gabung_unit is GabungUnit.JUMLAH


PREDIKAT = {"skala": "sakip", "cara_gabung": "akhir", "target_tahun": "BB"} | {f"target_{n}": "BB" for n in range(1, 5)}


def test_an_indicator_of_predicates_stands_on_its_scale():
    buku, daftar = dengan_indikator(PREDIKAT, predikat=SAKIP)
    assert daftar == ()
    (satu,) = buku.daftar_indikator
    assert satu.skala == SkalaPredikat("SAKIP", tuple((b["predikat"], Decimal(b["angka"])) for b in SAKIP))
    assert satu.target_berlaku.tahun == 4


@pytest.mark.parametrize(
    ("ubah", "temuan_kini"),
    [
        ({"cara_gabung": "jumlah", "target_tahun": "A"}, [("predikat-bertentangan", "cara_gabung5")]),
        ({"target_2": "ZZ"}, [("predikat-asing", "target_25")]),
        ({"target_tahun": "A"}, [("target-tidak-cocok", "target_tahun5")]),
    ],
)
def test_predicates_are_states_and_never_added_up(ubah, temuan_kini):
    daftar = letak(dengan_indikator(PREDIKAT | ubah, predikat=SAKIP)[1])
    assert set(temuan_kini) <= set(daftar)


def test_a_target_of_predicates_that_does_not_match_is_told_in_predicates():
    _, daftar = dengan_indikator(PREDIKAT | {"target_tahun": "A"}, predikat=SAKIP)
    assert [(t.nilai, dict(t.rincian)["hitung"]) for t in daftar] == [("A", "BB")]


@pytest.mark.parametrize(
    ("satuan", "cara", "tertulis", "pengali"),
    [
        ("%", "rasio", None, 100),
        ("persen", "rasio", None, 100),
        ("orang", "rasio", None, 1),
        ("per 1.000", "rasio", 1000, 1000),
        ("%", "jumlah", None, 1),
    ],
)
def test_a_ratio_of_percent_is_multiplied_by_one_hundred(satuan, cara, tertulis, pengali):
    buku, _ = dengan_indikator({"satuan": satuan, "cara_gabung": cara, "pengali": tertulis})
    assert buku.daftar_indikator[0].pengali == pengali


BERBOBOT = {"aturan": {"cara_rata": "rata-rata tertimbang menurut bobot"}}
TAK_BERBOBOT = {"aturan": {"cara_rata": "rata-rata semua indikator"}}


@pytest.mark.parametrize(
    ("butir", "daftar_bobot", "kode"),
    [
        (BERBOBOT, (60, 40), []),
        (BERBOBOT, (12.5, 87.5), []),
        (BERBOBOT, (100, ("S2", 100)), []),
        (BERBOBOT, (60, None), ["bobot-kosong"]),
        (BERBOBOT, (60, 0), ["bobot-salah"]),
        (BERBOBOT, (60, -40), ["bobot-salah"]),
        (BERBOBOT, (60, "berat"), ["bukan-angka"]),
        (BERBOBOT, (60, 30), ["bobot-jumlah"]),
        (BERBOBOT, (100, ("S2", 90)), ["bobot-jumlah"]),
        (TAK_BERBOBOT, (None, None), []),
        (TAK_BERBOBOT, (60, 40), ["bobot-tidak-dipakai"]),
        (TAK_BERBOBOT, (-60, None), ["bobot-salah"]),
    ],
    ids=[
        "a whole",
        "a whole with fractions",
        "a whole in each sasaran",
        "one blank",
        "nol",
        "below nol",
        "no number",
        "less than a whole",
        "one sasaran less than a whole",
        "not asked",
        "not asked but given",
        "not asked and below nol",
    ],
)
def test_weights_are_asked_for_where_the_mean_is_made_of_them(butir, daftar_bobot, kode):
    milik = [bobot if isinstance(bobot, tuple) else ("S1", bobot) for bobot in daftar_bobot]
    daftar = [{"kode": f"I{n}", "sasaran": s, "bobot": b} for n, (s, b) in enumerate(milik, start=1)]
    sasaran = [BARIS_SASARAN | {"kode": s} for s in dict.fromkeys(s for s, _ in milik)]
    buku, daftar_temuan = dengan_indikator(*daftar, butir=butir, sasaran=sasaran)
    assert [satu.kode for satu in daftar_temuan] == kode
    assert {satu.asal.lembar for satu in daftar_temuan} <= {"Indikator"}
    if not kode:
        assert [satu.bobot for satu in buku.daftar_indikator] == [b and des(b) for _, b in milik]


def test_what_the_weights_make_up_is_told_by_sasaran():
    butir = {"butir": BERBOBOT, "sasaran": [BARIS_SASARAN, BARIS_SASARAN | {"kode": "S2"}]}
    _, [satu] = dengan_indikator({"bobot": 50}, {"kode": "I2", "sasaran": "S2", "bobot": 40.5}, **butir)
    assert (satu.nilai, dict(satu.rincian)["rincian"]) == ("90,5", "S1 50; S2 40,5")


@pytest.mark.parametrize("pengali", [0, -100])
def test_a_pengali_that_makes_no_sense_is_told(pengali):
    assert temuan_indikator(cara_gabung="rasio", target_tahun=1, pengali=pengali) != []


@pytest.mark.parametrize(
    ("isi", "utama"), [("ya", True), ("Ya", True), (None, True), ("tidak", False), ("TIDAK", False)]
)
def test_an_indicator_is_an_iku_unless_it_says_no(isi, utama):
    buku, daftar = dengan_indikator({"utama": isi})
    assert (buku.daftar_indikator[0].utama, daftar) == (utama, ())


@pytest.mark.parametrize("isi", ["bukan", "tdk", "x"])
def test_a_choice_that_is_neither_yes_nor_no_is_told(isi):
    assert temuan_indikator(utama=isi) == [("induk-pilihan-asing", "utama5")]


def test_changed_targets_stand_beside_the_first_ones():
    buku, daftar = dengan_indikator(
        {"perubahan_tahun": 8} | {f"perubahan_{n}": 2 for n in range(1, 5)},
        **butir("aturan", perubahan_target=date(TAHUN, 9, 15)),
    )
    assert daftar == ()
    assert [satu.daftar_indikator[0].target_berlaku.tahun for satu in (buku.murni, buku)] == [4, 8]


@pytest.mark.parametrize("kunci", ["perubahan_target", "perubahan_pagu"])
def test_a_change_outside_the_year_is_told(kunci):
    _, daftar = periksa(**butir("aturan", **{kunci: date(2024, 12, 31)}))
    assert [(t.kode, t.nilai, t.asal.lembar) for t in daftar] == [("perubahan-di-luar-tahun", "31/12/2024", "Aturan")]


@pytest.mark.parametrize("kunci", ["perubahan_target", "perubahan_pagu"])
def test_a_change_outside_the_year_is_pointed_at(kunci):
    assert temuan(**butir("aturan", **{kunci: date(2024, 12, 31)})) == [("perubahan-di-luar-tahun", "isi5")]


def test_the_first_and_the_last_day_of_the_year_are_inside_it():
    for hari in (date(TAHUN, 1, 1), date(TAHUN, 12, 31)):
        assert temuan(**butir("aturan", perubahan_target=hari, perubahan_pagu=hari)) == []


# --- Riwayat ----------------------------------------------------------------------------------------------------------


def test_the_earlier_years_of_an_indicator_are_read():
    renstra = {"target_renstra": 20, "jenis_renstra": "kumulatif", "realisasi_renstra": 9}
    isi = {"indikator": "I1", "target_3": 5, "realisasi_3": 4, "realisasi_1": 0} | renstra
    buku, daftar = periksa(riwayat=[isi | {"standar_nasional": 3, "sumber_standar": "BPS"}])
    assert daftar == ()
    assert buku.daftar_indikator[0].riwayat == Riwayat(
        (TahunLalu(TAHUN - 3, Decimal(5), Decimal(4)), TahunLalu(TAHUN - 1, None, Decimal(0))),
        Decimal(20),
        Decimal(3),
        "BPS",
        JenisRenstra.KUMULATIF,
        Decimal(9),
    )


@pytest.mark.parametrize(
    ("versi", "isi", "jenis", "kode"),
    [
        pytest.param(2, {}, None, ["jenis-renstra-kosong"], id="a-sum-that-nobody-gave-a-kind"),
        pytest.param(2, {"jenis_renstra": "tahunan"}, JenisRenstra.TAHUNAN, [], id="a-sum-of-one-year"),
        pytest.param(1, {}, JenisRenstra.TAHUNAN, [], id="before-there-was-the-column"),
    ],
)
def test_what_a_target_of_the_renstra_stands_for_is_asked_where_both_make_sense(versi, isi, jenis, kode):
    riwayat = [{"indikator": "I1", "target_renstra": 20} | isi]
    buku, daftar = susun_induk(induk_mentah(versi=str(versi), riwayat=riwayat), TAHUN)
    assert (buku.daftar_indikator[0].riwayat.jenis_renstra, [t.kode for t in daftar]) == (jenis, kode)


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        pytest.param("2021-2026", PeriodeRenstra(2021, 2026), id="hyphen"),
        pytest.param("2025 s.d. 2029", PeriodeRenstra(2025, 2029), id="words"),
        pytest.param(None, None, id="blank"),
        pytest.param("2019-2024", None, id="over"),
        pytest.param("lima tahun", None, id="no-years"),
        pytest.param("2021-20261", None, id="five-digits"),
    ],
)
def test_the_years_of_the_renstra_are_two_years_around_this_one(teks, harap):
    buku, daftar = periksa(**butir("instansi", renstra=teks))
    salah = [] if harap or teks is None else ["periode-renstra-salah"]
    assert (buku.instansi.renstra, [t.kode for t in daftar]) == (harap, salah)
    assert str(harap or "") in {"", "2021–2026", "2025–2029"}


@pytest.mark.parametrize(
    "ubah", [{"cara_gabung": "akhir", "jenis_target": "konstan"}, PREDIKAT], ids=["state", "predicate"]
)
def test_a_target_over_all_years_goes_only_with_what_years_add_up_to(ubah):
    riwayat = [{"indikator": "I1", "jenis_renstra": "kumulatif", "target_renstra": "A" if ubah is PREDIKAT else 9}]
    _, daftar = dengan_indikator(ubah, predikat=SAKIP, riwayat=riwayat)
    assert "jenis-renstra-bertentangan" in [t.kode for t in daftar]


def test_the_earlier_years_of_predicates_use_the_scale():
    buku, daftar = dengan_indikator(PREDIKAT, predikat=SAKIP, riwayat=[{"indikator": "I1", "realisasi_1": "B"}])
    assert daftar == ()
    assert buku.daftar_indikator[0].riwayat.daftar_tahun == (TahunLalu(TAHUN - 1, None, Decimal(3)),)


def test_a_doubt_about_an_earlier_year_is_pointed_at():
    assert temuan(riwayat=[{"indikator": "I1", "realisasi_1": "1.100"}]) == [("angka-mendua", "realisasi_15")]


def test_bounds_are_no_realisasi():
    assert [sel for _, sel in temuan(riwayat=[{"indikator": "I1", "realisasi_1": "45 s.d. 55"}])] == ["realisasi_15"]


# --- Anggaran ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ubah", "temuan_kini"),
    [
        ({}, []),
        ({"kode": "1.01.1.1."}, []),
        ({"pagu_murni": 0}, []),
        ({"pagu_murni": None}, [("subkegiatan-kurang", "pagu_murni7")]),
        ({"unit": None}, [("subkegiatan-kurang", "unit7")]),
        ({"sasaran": None}, [("subkegiatan-kurang", "sasaran7")]),
        ({"pagu_murni": -1}, [("pagu-negatif", "pagu_murni7")]),
        ({"pagu_perubahan": -1}, [("perubahan-tanpa-tanggal", "")]),
        ({"pagu_perubahan": 5}, [("perubahan-tanpa-tanggal", "")]),
        ({"pagu_murni": "1.100"}, [("angka-mendua", "pagu_murni7"), ("subkegiatan-kurang", "pagu_murni7")]),
        ({"kode": "2.01.1.1"}, [("rekening-tanpa-induk", "kode7")]),
        ({"kode": "1.011.1"}, [("rekening-tanpa-induk", "kode7")]),
        ({"tingkat": "rincian"}, [("induk-pilihan-asing", "tingkat7")]),
        ({"pagu_renstra": 5000, "realisasi_lalu": 2000}, []),
    ],
)
def test_a_line_that_carries_money_is_whole(ubah, temuan_kini):
    assert temuan_uang(**ubah) == temuan_kini


@pytest.mark.parametrize(
    ("daftar", "temuan_kini"),
    [
        ([PROGRAM | {"pagu_murni": 5}, KEGIATAN, SUB], [("pagu-di-induk", "pagu_murni5")]),
        ([PROGRAM, KEGIATAN | {"pagu_murni": 0}, SUB], [("pagu-di-induk", "pagu_murni6")]),
        ([PROGRAM, SUB], [("rekening-tanpa-induk", "kode6")]),
        ([KEGIATAN, SUB], [("rekening-tanpa-induk", "kode5")]),
        ([PROGRAM], []),
        ([], []),
        ([PROGRAM | {"kode": Decimal("1.01")}, KEGIATAN, SUB], [("kode-angka", "kode5")]),
    ],
)
def test_lines_above_are_sums_and_every_line_has_its_parent(daftar, temuan_kini):
    assert temuan(anggaran=daftar) == temuan_kini


# --- Whatever stands in a cell ----------------------------------------------------------------------------------------

TEKS = st.text(max_size=20) | st.sampled_from(["n/a", "-", "1.100", "45 s.d. 55", "naik", "rasio", "U1", "S1", "ya"])
ANGKA = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20) | st.integers(-5, 5)
ISI = st.none() | TEKS | ANGKA | st.booleans() | st.dates() | st.builds(rumus, TEKS, TEKS) | st.builds(galat)
TABEL = [lembar for lembar in skema.DAFTAR_LEMBAR if not lembar.daftar_butir]
BUTIR = [lembar for lembar in skema.DAFTAR_LEMBAR if lembar.daftar_butir]


def baris_acak(lembar):
    return st.dictionaries(st.sampled_from([kolom.kunci for kolom in lembar.daftar_kolom]), ISI)


BUKU_ACAK = st.fixed_dictionaries(
    {}, optional={lembar.kunci: st.lists(baris_acak(lembar), max_size=3) for lembar in TABEL}
)
BUTIR_ACAK = st.fixed_dictionaries(
    {},
    optional={
        lembar.kunci: st.dictionaries(st.sampled_from([b.kunci for b in lembar.daftar_butir]), ISI) for lembar in BUTIR
    },
)


@settings(max_examples=120)
@given(BUKU_ACAK, BUTIR_ACAK, st.sets(st.sampled_from([lembar.kunci for lembar in skema.DAFTAR_LEMBAR]), max_size=2))
def test_no_buku_induk_raises_and_every_finding_can_be_read(tabel, isi, tanpa):
    dasar = {
        "indikator": [BARIS_INDIKATOR],
        "unit": [BARIS_UNIT],
        "sasaran": [BARIS_SASARAN],
        "anggaran": DAFTAR_REKENING,
    }
    tabel = {nama: [*dasar.get(nama, ()), *baris] for nama, baris in tabel.items()}
    _, daftar = susun_induk(induk_mentah(butir=isi, tanpa=tuple(tanpa), **tabel), TAHUN)
    assert all(satu.kode in katalog() for satu in daftar)
    assert all(satu.asal.berkas == "induk.xlsx" for satu in daftar)


@given(st.dictionaries(st.sampled_from(list(BARIS_INDIKATOR)), ISI))
def test_no_row_of_an_indicator_raises(ubah):
    buku, _ = periksa(indikator=[BARIS_INDIKATOR | ubah])
    (satu,) = buku.daftar_indikator
    assert isinstance(satu.arah, Arah)
    assert satu.target_berlaku.tahun is None or satu.target_berlaku.tahun == target(satu.target_berlaku.tahun)


# --- What the sheets say of themselves --------------------------------------------------------------------------------


def test_a_column_that_nobody_declared_is_a_mistake_in_the_program():
    with pytest.raises(KeyError):
        skema.INDIKATOR.kolom("tidak-ada")
    assert skema.INSTANSI.butir("tidak-ada") is None
    assert Daftar().pilihan("tidak-ada") == ()


@pytest.mark.parametrize("lembar", skema.DAFTAR_LEMBAR, ids=lambda lembar: lembar.kunci)
def test_every_choice_of_a_sheet_has_its_list_or_comes_from_another_sheet(lembar):
    for kolom in (*lembar.daftar_kolom, *lembar.daftar_butir):
        if kolom.jenis is JenisKolom.PILIHAN:
            assert skema.DAFTAR_PILIHAN.pilihan(kolom.pilihan) or kolom.pilihan.startswith("kode_")


def test_an_item_that_nobody_declared_is_a_mistake_in_the_program():
    with pytest.raises(KeyError):
        PembacaBuku(induk_mentah()).butir(skema.NARASI).teks("tidak-ada")


def riwayat_menyebut(tahun_kolom):
    mentah = induk_mentah(riwayat=[{"indikator": "I1", "realisasi_1": 3}])
    lembar = replace(mentah.lembar["riwayat"], kolom={"realisasi_1": "G", "target_1": "F"}, tahun_kolom=tahun_kolom)
    return susun_induk(replace(mentah, lembar={**mentah.lembar, "riwayat": lembar}), TAHUN)[1]


@pytest.mark.parametrize(
    ("tahun_kolom", "ditemukan"),
    [
        pytest.param({}, [], id="names no year"),
        pytest.param({"realisasi_1": TAHUN - 1, "target_1": TAHUN - 1}, [], id="names last year"),
        pytest.param(
            {"target_1": TAHUN - 2, "realisasi_1": TAHUN - 2}, ["riwayat-tahun-lain"], id="of the year before"
        ),
    ],
)
def test_a_heading_of_the_history_that_names_another_year_is_told_once(tahun_kolom, ditemukan):
    assert [satu.kode for satu in riwayat_menyebut(tahun_kolom)] == ditemukan


@pytest.mark.parametrize(("tertulis", "boleh"), [("ya", True), ("tidak", False), (None, False)])
def test_the_agency_says_which_figures_may_lie_below_nol(tertulis, boleh):
    buku, daftar = dengan_indikator({"bawah_nol": tertulis})
    assert (buku.daftar_indikator[0].dapat_negatif, daftar) == (boleh, ())


@pytest.mark.parametrize(
    ("ubah", "boleh"),
    [
        ({}, False),
        ({"target_tahun": 2, "target_1": -1}, True),
        ({"arah": "rentang", "target_tahun": "-2 s.d. 5", "target_1": "0 s.d. 5"}, True),
        ({"perubahan_tahun": -1, "perubahan_4": -1}, True),
    ],
    ids=["all above", "one quarter", "the lower bound", "the changed target"],
)
def test_a_target_below_nol_says_it_too(ubah, boleh):
    buku, _ = dengan_indikator(ubah, **butir("aturan", perubahan_target=date(TAHUN, 9, 15)))
    assert buku.daftar_indikator[0].dapat_negatif is boleh


@pytest.mark.parametrize(
    ("isi", "ditemukan"),
    [
        pytest.param({}, [], id="known unit and indicator"),
        pytest.param({"unit": "U9"}, ["unit-tidak-terdaftar"], id="unknown unit"),
        pytest.param({"indikator": "I9"}, ["indikator-asing"], id="unknown indicator"),
        pytest.param({"isi": None}, ["induk-wajib-kosong"], id="nothing to do"),
    ],
)
def test_what_was_open_last_year_names_a_unit_and_an_indicator_of_this_one(isi, ditemukan):
    baris = {"unit": "U1", "indikator": "I1", "isi": "Beli kabel"} | isi
    buku, daftar = susun_induk(induk_mentah(tindak_lanjut=[baris]), TAHUN)
    assert [satu.kode for satu in daftar] == ditemukan
    assert len(buku.daftar_tindak_lanjut) == 1


@pytest.mark.parametrize(
    ("tertulis", "tingkat"),
    [
        pytest.param((None, None, None), ["program", "kegiatan", "subkegiatan"], id="none is written"),
        pytest.param(("program", None, None), ["program", "kegiatan", "subkegiatan"], id="some are written"),
    ],
)
def test_the_level_of_a_budget_line_that_nobody_wrote_follows_from_the_kode(tertulis, tingkat):
    baris = [satu | {"tingkat": kata} for satu, kata in zip(DAFTAR_REKENING, tertulis, strict=True)]
    buku, daftar = susun_induk(induk_mentah(anggaran=baris), TAHUN)
    assert ([satu.tingkat.value for satu in buku.daftar_anggaran], daftar) == (tingkat, ())


def test_a_budget_line_without_a_kode_has_no_level_of_its_own():
    baris = [*DAFTAR_REKENING, {"uraian": "Tanpa kode"}]
    mentah = induk_mentah(anggaran=baris)
    lembar = mentah.lembar["anggaran"]
    tanpa = replace(lembar.daftar_baris[-1], sel={k: v for k, v in lembar.daftar_baris[-1].sel.items() if k != "kode"})
    lembar = replace(lembar, daftar_baris=(*lembar.daftar_baris[:-1], tanpa))
    buku, _ = susun_induk(replace(mentah, lembar={**mentah.lembar, "anggaran": lembar}), TAHUN)
    assert buku.daftar_anggaran[-1].tingkat.value == "subkegiatan"


KOSONG = dict.fromkeys(("target_1", "target_2", "target_3", "target_4"))


@pytest.mark.parametrize(
    ("jenis", "isi", "triwulan"),
    [
        pytest.param("konstan", KOSONG, [4, 4, 4, 4], id="constant, the year alone"),
        pytest.param("konstan", KOSONG | {"target_4": 4}, [None, None, None, 4], id="constant, one quarter named"),
        pytest.param("per triwulan", KOSONG, [None] * 4, id="each quarter for itself"),
    ],
)
def test_a_constant_target_of_the_year_holds_in_its_quarters(jenis, isi, triwulan):
    baris = BARIS_INDIKATOR | {"cara_gabung": "rata-rata", "jenis_target": jenis} | isi
    (satu,) = susun_induk(induk_mentah(indikator=[baris]), TAHUN)[0].daftar_indikator
    assert list(satu.target_berlaku.triwulan) == triwulan
    assert (satu.asal["target_1"].sel == satu.asal["target_tahun"].sel) is (triwulan == [4, 4, 4, 4])
