"""What is in force on a day: rows that take turns under one kode, columns called perubahan, officials."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantu_induk import (
    BARIS_INDIKATOR,
    BARIS_SASARAN,
    BARIS_UNIT,
    BUTIR_INSTANSI,
    DAFTAR_REKENING,
    TAHUN,
    induk_mentah,
    letak,
)
from lakip_gen.domain.kinerja import Pejabat
from lakip_gen.induk import susun_induk

PROGRAM, KEGIATAN, SUB = DAFTAR_REKENING
JULI, SEPTEMBER = date(TAHUN, 7, 1), date(TAHUN, 9, 15)
MARET, JUNI, DESEMBER = date(TAHUN, 3, 31), date(TAHUN, 6, 30), date(TAHUN, 12, 31)
BARU = SUB["kode"] + "1"
UNIT_DUA = {"kode": "U2", "nama": "Bidang Dua", "kepala": "Kepala Bidang"}
INDIKATOR_DUA = BARIS_INDIKATOR | {"kode": "I2", "nama": "Jumlah laporan"}
AKSI = {"kode": "A1", "unit": "U1", "indikator": "I1", "kegiatan": "Rapat", "keluaran": "notula", "rencana_1": "ada"}


def susun(**tabel):
    """Return a buku induk that has no fault."""
    buku, daftar = susun_induk(induk_mentah(**tabel), TAHUN)
    assert daftar == ()
    return buku


def temuan(**tabel):
    return letak(susun_induk(induk_mentah(**tabel), TAHUN)[1])


def lanjut(baris, sejak, **isi):
    """Return the row of a change: the kode, the day, and only what changes."""
    return {"kode": baris["kode"], "berlaku_sejak": sejak} | isi


def isi_pada(buku, *daftar_hari, isi):
    return [isi(buku.pada(hari)) for hari in daftar_hari]


def indikator(buku, kode="I1"):
    return buku.indikator(kode)


def test_without_a_date_the_buku_induk_is_the_same_on_every_day():
    buku = susun()
    assert buku.masa == ()
    assert all(buku.pada(hari) is buku for hari in (date(TAHUN - 1, 1, 1), MARET, DESEMBER))
    assert buku.murni is buku


@pytest.mark.parametrize(
    ("hari", "nama"),
    [
        (date(TAHUN - 1, 12, 1), "Jumlah layanan"),
        (date(TAHUN, 6, 30), "Jumlah layanan"),
        (JULI, "Jumlah layanan prima"),
        (date(TAHUN + 1, 2, 1), "Jumlah layanan prima"),
    ],
)
def test_a_wording_holds_from_its_day_on(hari, nama):
    buku = susun(indikator=[BARIS_INDIKATOR, lanjut(BARIS_INDIKATOR, JULI, nama="Jumlah layanan prima")])
    satu = indikator(buku.pada(hari))
    assert (satu.nama, satu.satuan, satu.target_berlaku.tahun) == (nama, "layanan", 4)


def test_a_day_leads_back_from_every_other_day():
    buku = susun(unit=[BARIS_UNIT, lanjut(BARIS_UNIT, JULI, nama="Bidang Baru")])
    nama = isi_pada(buku.pada(DESEMBER).pada(MARET), MARET, DESEMBER, isi=lambda b: b.unit("U1").nama)
    assert nama == ["Bidang Satu", "Bidang Baru"]


def test_a_revision_that_fills_only_what_changes_changes_only_that():
    dua = lanjut(BARIS_INDIKATOR, SEPTEMBER, target_4=3, target_tahun=6)
    buku = susun(indikator=[BARIS_INDIKATOR, dua])
    berlaku = isi_pada(buku, MARET, DESEMBER, isi=lambda b: indikator(b).target_berlaku)
    assert [(satu.tahun, satu.triwulan) for satu in berlaku] == [(4, (1, 1, 1, 1)), (6, (1, 1, 1, 3))]


def test_a_cell_of_a_revision_is_where_its_figure_came_from():
    buku = susun(indikator=[BARIS_INDIKATOR, lanjut(BARIS_INDIKATOR, SEPTEMBER, target_4=3, target_tahun=6)])
    asal = [
        indikator(buku.pada(hari)).asal[kunci].sel for hari in (MARET, DESEMBER) for kunci in ("target_3", "target_4")
    ]
    assert asal == ["target_35", "target_45", "target_35", "target_46"]


def test_several_revisions_of_a_year_stand_on_one_another():
    buku = susun(
        anggaran=[
            PROGRAM,
            KEGIATAN,
            SUB,
            lanjut(SUB, date(TAHUN, 3, 1), pagu_murni=1100, dasar="Pergeseran I"),
            lanjut(SUB, date(TAHUN, 5, 1), unit="U2", dasar="Pergeseran II"),
            lanjut(SUB, SEPTEMBER, pagu_murni=900, dasar="Perubahan"),
        ],
        unit=[BARIS_UNIT, UNIT_DUA],
    )
    daftar = isi_pada(buku, date(TAHUN, 1, 1), MARET, JUNI, DESEMBER, isi=lambda b: b.anggaran(SUB["kode"]))
    assert [(satu.pagu, satu.unit) for satu in daftar] == [(1000, "U1"), (1100, "U1"), (1100, "U2"), (900, "U2")]


def test_the_columns_called_perubahan_change_only_what_they_hold():
    """Blank quarters keep the first target: 5 + 5 + 4 + 4 is 18, not 8."""
    baris = BARIS_INDIKATOR | {f"target_{n}": 5 for n in range(1, 5)} | {"target_tahun": 20}
    ubah = {"perubahan_tahun": 18, "perubahan_3": 4, "perubahan_4": 4}
    buku = susun(indikator=[baris | ubah], butir={"aturan": {"perubahan_target": SEPTEMBER}})
    berlaku = isi_pada(buku, JUNI, DESEMBER, isi=lambda b: indikator(b).target_berlaku)
    assert [(satu.tahun, satu.triwulan) for satu in berlaku] == [(20, (5, 5, 5, 5)), (18, (5, 5, 4, 4))]


@pytest.mark.parametrize(("sejak", "tahun"), [(date(TAHUN, 8, 1), 8), (date(TAHUN, 11, 1), 12)])
def test_a_row_and_the_columns_called_perubahan_hold_in_the_order_of_their_days(sejak, tahun):
    setahun = {f"target_{n}": 3 for n in range(1, 5)} | {"target_tahun": 12}
    kolom = {"perubahan_tahun": 8} | {f"perubahan_{n}": 2 for n in range(1, 5)}
    buku = susun(
        indikator=[BARIS_INDIKATOR | kolom, lanjut(BARIS_INDIKATOR, sejak, **setahun)],
        butir={"aturan": {"perubahan_target": SEPTEMBER}},
    )
    assert indikator(buku.pada(DESEMBER)).target_berlaku.tahun == tahun


def test_a_kode_begins_and_ends_with_its_days():
    buku = susun(
        unit=[BARIS_UNIT, UNIT_DUA | {"berlaku_sampai": JUNI}, UNIT_DUA | {"kode": "U3", "berlaku_sejak": JULI}]
    )
    kode = isi_pada(buku, MARET, JUNI, JULI, DESEMBER, isi=lambda b: [unit.kode for unit in b.daftar_unit])
    assert kode == [["U1", "U2"], ["U1", "U2"], ["U1", "U3"], ["U1", "U3"]]


def test_what_a_budget_line_is_measured_by_begins_with_it_and_goes_over_to_the_unit_that_continues_its_own():
    program = {"rekening": SUB["kode"], "nama": "Jumlah dokumen", "satuan": "dokumen", "target_tahun": 4, "unit": "U1"}
    buku = susun(
        unit=[BARIS_UNIT | {"berlaku_sampai": JUNI, "dilanjutkan": "U2"}, UNIT_DUA],
        anggaran=[PROGRAM, KEGIATAN, SUB, SUB | {"kode": BARU, "berlaku_sejak": JULI}],
        indikator_program=[program, program | {"rekening": BARU}],
    )
    daftar = isi_pada(
        buku, JUNI, JULI, isi=lambda b: [(satu.kode, satu.daftar_unit) for satu in b.daftar_indikator_program]
    )
    assert daftar == [[(SUB["kode"], ("U1",))], [(SUB["kode"], ("U2",)), (BARU, ("U2",))]]
    assert buku.indikator(BARU).rekening == BARU


def test_a_budget_line_may_begin_in_the_year_where_nothing_is_measured_by_it():
    baru = SUB | {"kode": BARU, "berlaku_sejak": JULI}
    buku = susun(tanpa=("indikator_program",), anggaran=[PROGRAM, KEGIATAN, SUB, baru])
    assert isi_pada(buku, JUNI, JULI, isi=lambda b: b.anggaran(BARU) is not None) == [False, True]


def test_a_kode_that_ended_comes_back_with_a_later_row():
    buku = susun(
        unit=[BARIS_UNIT, UNIT_DUA | {"berlaku_sampai": MARET}, lanjut(UNIT_DUA, SEPTEMBER, nama="Bidang Lagi")]
    )
    nama = isi_pada(buku, MARET, JUNI, DESEMBER, isi=lambda b: [unit.nama for unit in b.daftar_unit[1:]])
    assert nama == [["Bidang Dua"], [], ["Bidang Lagi"]]


def test_the_columns_called_perubahan_bring_back_nothing_that_ended():
    baris = INDIKATOR_DUA | {"berlaku_sampai": JUNI, "perubahan_tahun": 4}
    buku = susun(indikator=[BARIS_INDIKATOR, baris], butir={"aturan": {"perubahan_target": SEPTEMBER}})
    assert isi_pada(buku, JUNI, DESEMBER, isi=lambda b: len(b.daftar_indikator)) == [2, 1]


def test_the_document_of_a_change_is_not_that_of_the_next_one():
    buku = susun(
        indikator=[
            BARIS_INDIKATOR,
            lanjut(BARIS_INDIKATOR, JULI, nama="Layanan baik", dasar="Pergeseran I"),
            lanjut(BARIS_INDIKATOR, SEPTEMBER, nama="Layanan prima"),
        ]
    )
    assert isi_pada(buku, MARET, JULI, DESEMBER, isi=lambda b: indikator(b).dasar) == ["", "Pergeseran I", ""]


def test_a_unit_that_is_merged_hands_over_all_that_names_it():
    akhir = {"berlaku_sampai": JUNI, "dilanjutkan": "U2"}
    buku = susun(
        unit=[BARIS_UNIT | akhir, UNIT_DUA],
        indikator=[BARIS_INDIKATOR, INDIKATOR_DUA | {"unit": "U1; U2", "gabung_unit": "jumlah"}],
        rencana_aksi=[AKSI, AKSI | {"kode": "A2", "unit": "U2", "indikator": "I2"}],
        tindak_lanjut=[{"unit": "U1", "indikator": "I1", "isi": "Beli"}],
    )
    pemilik = isi_pada(
        buku,
        JUNI,
        JULI,
        isi=lambda b: (
            [i.daftar_unit for i in b.daftar_indikator],
            [a.unit for a in b.daftar_subkegiatan],
            [a.unit for a in (*b.daftar_aksi, *b.daftar_tindak_lanjut)],
        ),
    )
    assert pemilik == [
        ([("U1",), ("U1", "U2")], ["U1"], ["U1", "U2", "U1"]),
        ([("U2",), ("U2",)], ["U2"], ["U2"] * 3),
    ]


def test_what_one_unit_continues_another_may_continue_again():
    satu = BARIS_UNIT | {"berlaku_sampai": MARET, "dilanjutkan": "U2"}
    dua = UNIT_DUA | {"berlaku_sampai": JUNI, "dilanjutkan": "U3"}
    buku = susun(unit=[satu, dua, UNIT_DUA | {"kode": "U3"}])
    assert isi_pada(buku, MARET, JUNI, DESEMBER, isi=lambda b: indikator(b).daftar_unit) == [("U1",), ("U2",), ("U3",)]


def test_units_that_continue_each_other_in_a_circle_are_told_and_hold_up_nothing():
    satu = BARIS_UNIT | {"berlaku_sampai": MARET, "dilanjutkan": "U2"}
    dua = UNIT_DUA | {"berlaku_sampai": MARET, "dilanjutkan": "U1"}
    assert "acuan-di-luar-masa" in dict(temuan(unit=[satu, dua, UNIT_DUA | {"kode": "U3"}]))


def test_steps_and_history_end_with_their_indicator():
    buku = susun(
        indikator=[BARIS_INDIKATOR | {"berlaku_sampai": JUNI}, INDIKATOR_DUA],
        rencana_aksi=[AKSI],
        riwayat=[{"indikator": "I1", "target_1": 3}],
    )
    assert isi_pada(buku, JUNI, JULI, isi=lambda b: (len(b.daftar_indikator), len(b.daftar_aksi))) == [(2, 1), (1, 0)]


SALAH = {
    "a day outside the year": (
        {"indikator": [BARIS_INDIKATOR, lanjut(BARIS_INDIKATOR, date(TAHUN - 1, 9, 15), nama="x")]},
        [("perubahan-di-luar-tahun", "berlaku_sejak6")],
    ),
    "an end before the year": (
        {"unit": [BARIS_UNIT, UNIT_DUA | {"berlaku_sampai": date(TAHUN - 1, 12, 31)}]},
        [("perubahan-di-luar-tahun", "berlaku_sampai6")],
    ),
    "an end after the year is none": ({"unit": [BARIS_UNIT | {"berlaku_sampai": date(9999, 12, 31)}]}, []),
    "an end before the beginning": (
        {"unit": [BARIS_UNIT, UNIT_DUA | {"berlaku_sejak": JULI, "berlaku_sampai": MARET}]},
        [("masa-terbalik", "berlaku_sampai6")],
    ),
    "a day that is none": (
        {"unit": [BARIS_UNIT, UNIT_DUA | {"berlaku_sejak": "kapan-kapan"}]},
        [("bukan-tanggal", "berlaku_sejak6")],
    ),
    "one day written in two ways": (
        {"unit": [BARIS_UNIT, lanjut(BARIS_UNIT, JULI, nama="A"), lanjut(BARIS_UNIT, "1 Juli 2025", nama="B")]},
        [("kunci-ganda", "kode7")],
    ),
    "a unit that ended and is still named": (
        {"unit": [BARIS_UNIT | {"berlaku_sampai": JUNI}, UNIT_DUA]},
        [("acuan-di-luar-masa", "unit5"), ("acuan-di-luar-masa", "unit7")],
    ),
    "a unit that has not begun": (
        {"unit": [BARIS_UNIT | {"berlaku_sejak": JULI}, UNIT_DUA], "anggaran": ()},
        [("acuan-di-luar-masa", "unit5")],
    ),
    "a unit continued that never ends": (
        {"unit": [BARIS_UNIT | {"dilanjutkan": "U2"}, UNIT_DUA]},
        [("dilanjutkan-tanpa-akhir", "berlaku_sampai5")],
    ),
    "a revision of nothing": (
        {"unit": [BARIS_UNIT, {"kode": "U9", "berlaku_sejak": JULI}]},
        [("induk-wajib-kosong", "nama6")],
    ),
    "a revised target that no longer adds up": (
        {"indikator": [BARIS_INDIKATOR, lanjut(BARIS_INDIKATOR, JULI, target_4=3)]},
        [("target-tidak-cocok", "target_tahun5")],
    ),
}


@pytest.mark.parametrize(("tabel", "diharapkan"), SALAH.values(), ids=SALAH.keys())
def test_what_cannot_be_is_pointed_at(tabel, diharapkan):
    assert temuan(**tabel) == diharapkan


# --- Pejabat ----------------------------------------------------------------------------------------------------------

LAMA = {"peran": "kepala instansi", "jabatan": "Kepala Dinas", "nama": "A", "berlaku_sampai": date(TAHUN, 8, 31)}
PLT = {"peran": "kepala instansi", "jabatan": "Kepala Dinas", "nama": "B", "status": "Plt.", "berlaku_sejak": SEPTEMBER}


def pejabat(*daftar, hari, peran="kepala", butir=BUTIR_INSTANSI):
    buku, temuan_kini = susun_induk(induk_mentah(pejabat=list(daftar), butir={"instansi": butir}), TAHUN)
    return getattr(buku.pada(hari).instansi, peran), letak(temuan_kini)


@pytest.mark.parametrize(
    ("hari", "terpasang"),
    [
        (date(TAHUN, 8, 31), Pejabat("Kepala Dinas", "A")),
        (date(TAHUN, 9, 1), Pejabat("Kepala Dinas")),
        (SEPTEMBER, Pejabat("Plt. Kepala Dinas", "B")),
        (date(TAHUN + 1, 1, 10), Pejabat("Plt. Kepala Dinas", "B")),
    ],
    ids=["the old one", "nobody", "the acting one", "still after the year"],
)
def test_who_signs_is_who_is_in_office_on_the_day(hari, terpasang):
    assert pejabat(LAMA, PLT, hari=hari) == (terpasang, [("pejabat-lowong", "")])


def test_an_official_who_comes_after_the_year_signs_after_it():
    baru = {"peran": "kepala instansi", "jabatan": "Kepala Dinas", "nama": "C", "berlaku_sejak": date(TAHUN + 1, 1, 5)}
    lama = LAMA | {"berlaku_sampai": None}
    hasil = [pejabat(lama, baru, hari=hari) for hari in (DESEMBER, date(TAHUN + 1, 1, 5))]
    assert [(satu.nama, temuan_kini) for satu, temuan_kini in hasil] == [("A", []), ("C", [])]


def test_officials_of_earlier_years_are_no_change_outside_the_year():
    dulu = LAMA | {"berlaku_sampai": date(TAHUN - 1, 6, 30)}
    kini = PLT | {"berlaku_sejak": date(TAHUN - 1, 7, 1)}
    assert pejabat(dulu, kini, hari=MARET) == (Pejabat("Plt. Kepala Dinas", "B"), [])


def test_who_stands_in_for_some_days_gives_the_office_back():
    plh = {"peran": "kepala instansi", "jabatan": "Kepala Dinas", "nama": "C", "status": "Plh."}
    cuti = plh | {"berlaku_sejak": JULI, "berlaku_sampai": date(TAHUN, 7, 10)}
    daftar = (LAMA | {"berlaku_sampai": None}, cuti)
    assert [pejabat(*daftar, hari=hari)[0].nama for hari in (JUNI, JULI, SEPTEMBER)] == ["A", "C", "A"]


def test_an_office_on_the_sheet_needs_no_item_and_every_other_keeps_its_own():
    butir = BUTIR_INSTANSI | {"kepala_jabatan": None, "sekretaris_nama": "S"}
    satu = {"peran": "kepala instansi", "jabatan": "Camat", "nama": "A", "pangkat": "Pembina", "nip": "1"}
    assert pejabat(satu, hari=MARET, butir=butir) == (Pejabat("Camat", "A", "Pembina", "1"), [])
    assert pejabat(satu, hari=MARET, butir=butir, peran="sekretaris")[0] == Pejabat("Sekretaris", "S")


SALAH_PEJABAT = {
    "no such office": (LAMA | {"peran": "bendahara"}, [("induk-pilihan-asing", "peran5")]),
    "no such status": (PLT | {"status": "PLTT", "berlaku_sejak": None}, [("induk-pilihan-asing", "status5")]),
    "an end before the beginning": (
        LAMA | {"berlaku_sejak": SEPTEMBER},
        [("masa-terbalik", "berlaku_sampai5"), ("pejabat-lowong", "")],
    ),
    "an official without an office": (
        LAMA | {"jabatan": None, "berlaku_sampai": None},
        [("induk-wajib-kosong", "jabatan5")],
    ),
    "nobody until the first one": (PLT, [("pejabat-lowong", "")]),
}


@pytest.mark.parametrize(("baris", "diharapkan"), SALAH_PEJABAT.values(), ids=SALAH_PEJABAT.keys())
def test_an_official_that_cannot_be_is_pointed_at(baris, diharapkan):
    assert list(dict.fromkeys(pejabat(baris, hari=MARET)[1])) == diharapkan


def test_a_missing_sheet_of_items_is_told_whoever_stands_on_the_sheet_of_officials():
    assert ("induk-lembar-hilang", "") in temuan(tanpa=("instansi",), pejabat=[LAMA])


# --- whatever is written ----------------------------------------------------------------------------------------------

HARI = st.dates(date(TAHUN, 1, 2), DESEMBER)
REVISI = st.lists(
    st.builds(
        lambda sejak, kode, nama, unit: lanjut({"kode": kode}, sejak, nama=nama, unit=unit),
        HARI,
        st.sampled_from(["I1", "I2"]),
        st.sampled_from([None, "Satu", "Dua"]),
        st.sampled_from([None, "U1", "U2"]),
    ),
    unique_by=lambda baris: (baris["kode"], baris["berlaku_sejak"]),
    max_size=6,
)


@given(REVISI, st.randoms(use_true_random=False), st.lists(HARI, max_size=4))
def test_revisions_in_any_order_of_rows_say_the_same(revisi, acak, daftar_hari):
    dasar = {"unit": [BARIS_UNIT, UNIT_DUA]}
    buku = susun(indikator=[BARIS_INDIKATOR, INDIKATOR_DUA, *revisi], **dasar)
    semua = [BARIS_INDIKATOR, *revisi]
    acak.shuffle(semua)
    lain = susun(indikator=[*semua, INDIKATOR_DUA], **dasar)
    assert all(buku.pada(hari) == lain.pada(hari) for hari in (*daftar_hari, DESEMBER))


@given(REVISI, HARI)
def test_what_is_in_force_is_what_was_written_last_before_it(revisi, hari):
    buku = susun(indikator=[BARIS_INDIKATOR, INDIKATOR_DUA, *revisi], unit=[BARIS_UNIT, UNIT_DUA])
    for dasar in (BARIS_INDIKATOR, INDIKATOR_DUA):
        diharapkan = dict(dasar)
        for baris in sorted(revisi, key=lambda satu: satu["berlaku_sejak"]):
            if baris["kode"] == dasar["kode"] and baris["berlaku_sejak"] <= hari:
                diharapkan |= {kunci: isi for kunci, isi in baris.items() if isi is not None}
        satu = buku.pada(hari).indikator(dasar["kode"])
        assert (satu.nama, satu.daftar_unit) == (diharapkan["nama"], (diharapkan["unit"],))


@given(st.booleans(), st.booleans())
def test_columns_of_days_that_are_all_blank_change_nothing(unit, uang):
    kosong = {"berlaku_sejak": None, "berlaku_sampai": None, "dasar": None}
    tabel = {"unit": [BARIS_UNIT | (kosong if unit else {})], "sasaran": [BARIS_SASARAN]}
    buku = susun(**tabel, anggaran=[PROGRAM, KEGIATAN, SUB | (kosong if uang else {})])
    assert (buku, buku.masa) == (susun(), ())
    assert buku.anggaran(SUB["kode"]).pagu == Decimal(1000)
