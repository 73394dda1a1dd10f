"""The page of the formulas names every rule that the program's tables hold, and each in its own chapter."""

import re
from pathlib import Path

import pytest

from lakip_gen.domain.aturan import SKALA_PERMENDAGRI_86, CaraRata, RumusTurun, TargetRasio
from lakip_gen.domain.capaian import BERIMBANG, Arah
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.rekap import EFISIENSI_NANTI, EFISIENSI_SEMENTARA, EFISIENSI_TANPA
from lakip_gen.domain.rerata import SEBUTAN_INSTANSI, SEBUTAN_SASARAN
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.target import JenisTarget

HALAMAN = (Path(__file__).resolve().parents[1] / "docs/perhitungan.md").read_text(encoding="utf-8")
BAGIAN = dict(re.findall(r"^#{2,3} ([^\n]+)\n(.*?)(?=^#{2,3} |\Z)", HALAMAN, flags=re.MULTILINE | re.DOTALL))
"""The chapters by their headings."""

ATURAN = [
    *(("Capaian", arah.value) for arah in Arah),
    *(("Capaian", f"rumus {rumus.value}") for rumus in RumusTurun),
    *(("Rata-rata capaian", cara.value) for cara in CaraRata),
    *(("Rata-rata capaian", sebutan.split(" menurut ")[0]) for sebutan in SEBUTAN_SASARAN.values()),
    *(("Rata-rata capaian", sebutan.split(" semua ")[0]) for sebutan in SEBUTAN_INSTANSI.values()),
    *(("Predikat", pita.predikat) for pita in SKALA_PERMENDAGRI_86),
    *(("Dari triwulan ke semester dan tahun", cara.value) for cara in CaraGabung),
    *(("Beberapa unit untuk satu indikator", f"**{cara.value}**") for cara in GabungUnit),
    *(("Jenis target", jenis.value) for jenis in JenisTarget),
    *(("Jenis target", cara.value) for cara in TargetRasio),
    *(("Dasar tiap aturan", batas) for batas in skema.DAFTAR_PILIHAN.isi["batas_atas"] if batas != skema.TANPA_BATAS),
    *(("Nol, kosong, dan batas", kata) for kata in ("Target 0", "Kosong", "n/a", "Batas atas", "Batas bawah")),
    *(("Efisiensi", kata) for kata in (BERIMBANG, "efisien", "tidak efisien", "belum dilaksanakan")),
    *(("Efisiensi", hasil.simpulan) for hasil in (EFISIENSI_NANTI, EFISIENSI_SEMENTARA, EFISIENSI_TANPA)),
]


@pytest.mark.parametrize(("bagian", "aturan"), ATURAN, ids=str)
def test_the_page_states_every_rule_of_the_tables(bagian, aturan):
    assert aturan.casefold() in BAGIAN[bagian].casefold()


DASAR = [
    *(arah.value for arah in Arah),
    *(cara.value for cara in CaraGabung),
    *(cara.value.removeprefix("rata-rata ") for cara in CaraRata),
    *(skema.DAFTAR_PILIHAN.isi["batas_atas"][1:]),
    "Predikat",
    "Target 0",
    "Jenis target",
    "target semester rasio",
    "Efisiensi",
    "Angka di bawah nol",
    "realisasi anggaran",
]


@pytest.mark.parametrize("aturan", DASAR)
def test_every_rule_has_its_source(aturan):
    daftar = [baris.split("|")[1:3] for baris in BAGIAN["Dasar tiap aturan"].splitlines() if baris.startswith("| ")]
    milik = [dasar for nama, dasar in daftar if aturan.casefold() in nama.casefold()]
    assert milik
    assert all(dasar.strip() for dasar in milik)
