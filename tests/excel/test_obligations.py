"""What a row owes is said four times, and always the same: by the check, the count, the mark and the formula."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from xlsxwriter.utility import xl_rowcol_to_cell

from bantu_induk import SKALA_SAKIP, TAHUN, formulir, formulir_mentah, indikator, induk
from bantu_rumus import hitung
from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.kelengkapan import kelengkapan
from lakip_gen.domain.kewajiban import KEWAJIBAN, Syarat
from lakip_gen.domain.kinerja import SkalaPredikat
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.nilai import Rentang
from lakip_gen.domain.rekap import Sumber
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.urai import DITOLAK
from lakip_gen.excel import formulas, obligations
from lakip_gen.formulir.baca import susun_laporan
from lakip_gen.formulir.isi import Konteks, periksa_isi
from lakip_gen.laporan.sajian import BELUM_DIISI
from lakip_gen.laporan.susun_analisis import BUTIR_ANALISIS, susun_analisis

SEBUTAN = {satu.kode: satu.sebutan for daftar in KEWAJIBAN.values() for satu in daftar}
TERTULIS = {satu.sebutan: BUTIR_ANALISIS[satu.kolom] for satu in KEWAJIBAN["indikator"] if satu.kolom in BUTIR_ANALISIS}
"""The columns that the report prints, by how the form names them."""

angka = st.decimals(min_value=-5, max_value=400, places=2)
positif = st.decimals(min_value="0.01", max_value=200, places=2)


@st.composite
def daftar_indikator(undi):
    jenis = undi(st.sampled_from(["naik", "turun", "rentang", "predikat", "rasio", "nol", "tanpa", "bersama", "rata"]))
    target, lain = undi(positif), {"arah": undi(st.sampled_from([Arah.NAIK, Arah.TURUN]))}
    lain["satuan"] = undi(st.sampled_from(["unit", "%"]))
    lain["rumus_turun"] = undi(st.sampled_from([None, *RumusTurun]))
    lain["bawah_nol"] = undi(st.booleans())
    match jenis:
        case "naik" | "turun":
            target = undi(st.sampled_from([target, -target]))
            lain["cara"] = undi(st.sampled_from([CaraGabung.AKHIR, CaraGabung.SEKALI, CaraGabung.KUMULATIF]))
        case "rentang":
            target, lain["arah"] = Rentang(target - 5, target), Arah.RENTANG
        case "predikat":
            target, lain["skala"] = Decimal(undi(st.integers(1, 5))), SKALA_SAKIP
        case "rasio":
            lain |= {"cara": CaraGabung.RASIO, "pengali": undi(st.sampled_from([Decimal(1), Decimal(100)]))}
        case "nol":
            target = Decimal(0)
        case "tanpa":
            target = None
        case "bersama":
            lain |= {"unit": ("U1", "U2")}
        case "rata":
            lain |= {"unit": ("U1", "U2"), "gabung_unit": GabungUnit.RATA_RATA}
    return indikator(tahun=target, triwulan=(target,) * 4, **lain)


def ketikan(undi, satu):
    """Return what a unit types into the row: figures near the target, so that 100 is met from both sides."""
    kolom = ("penjelasan", "faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "pic", "data_dukung")
    isi = {k: "ada" for k in kolom if undi(st.booleans())}
    if undi(st.booleans()):
        isi["batas_waktu"] = date(TAHUN, 6, 30)
    target = satu.target_berlaku.tahun if isinstance(satu.target_berlaku.tahun, Decimal) else Decimal(50)
    if satu.cara_gabung is CaraGabung.RASIO:
        bagian = st.sampled_from([None, "n/a", Decimal(0), target]) | angka
        return isi | {k: v for k in ("pembilang", "penyebut") if (v := undi(bagian)) is not None}
    predikat = [nama for nama, _ in SKALA_SAKIP.daftar] if satu.skala else []
    biasa = st.sampled_from([target, 3 * target, target / 2, Decimal(0)]) | angka
    realisasi = undi(st.sampled_from([None, "n/a", "Tidak berlaku.", *predikat]) if satu.skala else st.none() | biasa)
    realisasi = undi(st.sampled_from([realisasi, realisasi, "n/a", None]))
    return isi if realisasi is None else isi | {"realisasi": realisasi}


def alamat(lembar):
    kunci = [kolom.kunci for kolom in lembar.daftar_kolom]
    return lambda kolom: xl_rowcol_to_cell(7, kunci.index(kolom), col_abs=True)


def tampak(rumus, lembar, isi, pengali=None):
    """Return what the form's column shows once the cells hold `isi`; a ratio is computed by its own formula."""
    sel = alamat(lembar)
    buku = {sel(k).replace("$", ""): float(v) if isinstance(v, Decimal) else v for k, v in isi.items()}
    if pengali is not None:
        rasio = formulas.ratio(sel("pembilang"), sel("penyebut"), pengali)
        buku[sel("realisasi").replace("$", "")] = hitung(rasio, buku)
    return hitung(rumus, buku)


def jawab(satu, isi, aturan, nomor=1):
    """Return the buku induk, the form and the unit's report of one indicator."""
    buku = induk(satu, aturan=aturan, unit=("U1", "U2"), daftar_skala=(SKALA_SAKIP,))
    form = formulir(buku, nomor)
    laporan, _ = susun_laporan(formulir_mentah(form, {("indikator", "I1", k): v for k, v in isi.items()}), form)
    return buku, form, laporan


def menurut_formulir(satu, isi, aturan, nomor=1):
    rumus = obligations.indikator_completeness(
        alamat(skema.INDIKATOR), satu, formulir(induk(satu, aturan=aturan), nomor)
    )
    return tampak(rumus, skema.INDIKATOR, isi, satu.pengali if satu.cara_gabung is CaraGabung.RASIO else None)


def _menurut_selnya(kata, satu):
    """Return how the form names what lacks: the figure of a ratio by the cells that it is typed into."""
    return "pembilang dan penyebut" if kata == "realisasi" and satu.cara_gabung.sifat.pecahan else kata


@settings(max_examples=300, deadline=None)
@given(st.data(), daftar_indikator(), st.integers(1, 4), st.sampled_from([None, Decimal(100), Decimal(120)]))
def test_check_count_mark_and_formula_name_the_same_columns_of_a_row(data, satu, nomor, atas):
    aturan = Aturan(batas_atas=atas, nol_tercapai=data.draw(st.booleans()))
    isi = ketikan(data.draw, satu)
    buku, form, laporan = jawab(satu, isi, aturan, nomor)
    jawaban = laporan.indikator("I1")
    assume(jawaban.isian != DITOLAK)  # what cannot be read is a galat of its own

    temuan = [t.kode for t in periksa_isi(Konteks(form, laporan)) if t.asal.lembar == "Indikator"]
    kurang = list(dict.fromkeys(SEBUTAN[kode] for kode in temuan if kode in SEBUTAN))

    sebutan = [_menurut_selnya(kata, satu) for kata in kurang]
    assert menurut_formulir(satu, isi, aturan, nomor) == (f"Kurang: {', '.join(sebutan)}" if kurang else "Lengkap")
    assert kelengkapan(buku, "U1", form.periode, laporan).lengkap == (0 if kurang else 1)
    analisis = susun_analisis(Sumber(unit=buku.unit("U1"), triwulan=form.periode, isian=jawaban.isian, jawaban=jawaban))
    bertanda = {butir.nama for butir in analisis.daftar_butir if butir.isi.startswith(BELUM_DIISI)}
    assert bertanda == {TERTULIS[sebutan] for sebutan in kurang if sebutan in TERTULIS}


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        pytest.param({}, "Kurang: pembilang dan penyebut", id="nothing is typed"),
        pytest.param({"pembilang": Decimal(1)}, "Kurang: pembilang dan penyebut", id="half of a ratio"),
        pytest.param({"pembilang": "n/a"}, "Kurang: penjelasan", id="it does not apply"),
        pytest.param({"pembilang": "n/a", "penjelasan": "x"}, "Lengkap", id="it does not apply, and why"),
        pytest.param({"pembilang": Decimal(1), "penyebut": Decimal(0)}, "Kurang: data dukung", id="penyebut 0"),
    ],
)
def test_a_ratio_is_asked_for_in_its_two_cells(isi, kata):
    rasio = indikator(cara=CaraGabung.RASIO, pengali=Decimal(100))
    assert menurut_formulir(rasio, isi, Aturan()) == kata


PENUH = {"tindak_lanjut": "x", "data_dukung": "BA", "pic": "Kasi", "batas_waktu": date(TAHUN, 6, 30)}


@pytest.mark.parametrize(
    ("realisasi", "isi", "kata"),
    [
        pytest.param(50, {}, "penjelasan, faktor penghambat, tindak lanjut, data dukung", id="far below"),
        pytest.param(
            99, {"tindak_lanjut": "x"}, "faktor penghambat, penanggung jawab, batas waktu, data dukung", id="who"
        ),
        pytest.param(100, PENUH, "faktor pendorong", id="reached"),
        pytest.param(
            100, PENUH | {"tindak_lanjut": ""}, "tindak lanjut, faktor pendorong", id="who, and nothing to do"
        ),
        pytest.param(500, PENUH | {"faktor_pendorong": "x"}, "penjelasan", id="far above, though capped"),
        pytest.param(-1, PENUH, "", id="a refused figure has no capaian"),
    ],
)
def test_the_form_names_all_that_the_check_asks_for(realisasi, isi, kata):
    isi = {"realisasi": Decimal(realisasi)} | isi
    hasil = menurut_formulir(indikator(), isi, Aturan(batas_atas=Decimal(110)))
    assert hasil == (f"Kurang: {kata}" if kata else "Lengkap")


def test_a_share_of_a_sum_owes_no_causes_and_gets_no_marks():
    bagian = indikator(unit=("U1", "U2"))
    isi = {"realisasi": Decimal(1), "data_dukung": "BA"}
    assert menurut_formulir(bagian, isi, Aturan()) == "Lengkap"
    buku, form, laporan = jawab(bagian, isi, Aturan())
    jawaban = laporan.indikator("I1")
    analisis = susun_analisis(Sumber(unit=buku.unit("U1"), triwulan=form.periode, isian=jawaban.isian, jawaban=jawaban))
    assert [butir.nama for butir in analisis.daftar_butir] == [BUTIR_ANALISIS["data_dukung"]]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "Kurang: status"),
        ({"status": "batal"}, "Kurang: keterangan"),
        ({"status": "belum mulai", "keterangan": "x"}, "Lengkap"),
        ({"status": "selesai"}, "Lengkap"),
    ],
    ids=["no status", "called off", "not begun, and why", "done"],
)
def test_a_step_that_stopped_owes_its_reason(isi, kata):
    rumus = obligations.completeness("rencana_aksi", alamat(skema.RENCANA_AKSI), formulir(induk(indikator())))
    assert tampak(rumus, skema.RENCANA_AKSI, isi) == kata


def test_a_budget_line_owes_money_and_progress_where_nothing_is_not_zero():
    rumus = obligations.completeness("anggaran", alamat(skema.ANGGARAN), formulir(induk(indikator())))
    assert tampak(rumus, skema.ANGGARAN, {}) == "Kurang: realisasi, fisik"
    assert tampak(rumus, skema.ANGGARAN, {"realisasi": Decimal(0), "fisik": Decimal(0)}) == "Lengkap"


def test_a_formula_stays_within_what_excel_takes_also_for_a_long_scale():
    skala = SkalaPredikat("panjang", tuple((f"Predikat {'x' * 200} {n}", Decimal(n)) for n in range(12)))
    satu = indikator(tahun=5, triwulan=(5,) * 4, skala=skala)
    assert len(obligations.indikator_completeness(alamat(skema.INDIKATOR), satu, formulir(induk(satu)))) <= 8192


def test_every_condition_asks_for_something_on_a_column_of_its_sheet():
    assert {satu.syarat for daftar in KEWAJIBAN.values() for satu in daftar} == set(Syarat)
    for lembar in skema.DAFTAR_LEMBAR:
        for satu in KEWAJIBAN.get(lembar.kunci, ()):
            assert (lembar.butir(satu.kolom) or lembar.kolom(satu.kolom)).isian


def semua_rumus(lembar):
    """Return the formulas of Kelengkapan of a sheet, for indicators of each kind."""
    kunci = lembar.kunci
    if kunci != "indikator":
        return obligations.completeness(kunci, alamat(lembar), formulir(induk(indikator())))
    daftar = [indikator(tahun=9, triwulan=(9,) * 4, satuan=satuan) for satuan in ("unit", "%")]
    return "".join(obligations.indikator_completeness(alamat(lembar), satu, formulir(induk(satu))) for satu in daftar)


@pytest.mark.parametrize("lembar", [skema.INDIKATOR, skema.RENCANA_AKSI, skema.ANGGARAN], ids=lambda satu: satu.kunci)
def test_the_form_has_a_formula_for_every_condition_under_which_something_is_owed(lembar, monkeypatch):
    tanpa = []
    for satu in KEWAJIBAN[lembar.kunci]:
        monkeypatch.setitem(KEWAJIBAN, lembar.kunci, (satu,))
        if f'"{satu.sebutan}' not in semua_rumus(lembar):
            tanpa.append(satu.syarat)
    assert tanpa == [], "give it a formula in excel/obligations.py, or its states in SYARAT_STATUS"
