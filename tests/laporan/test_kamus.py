"""The dictionary of the templates is whole: every field of every view has its meaning, and every tag works."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import get_args, get_type_hints

from lakip_gen.alur.templat_contoh import laporan_contoh
from lakip_gen.domain.periode import setahun
from lakip_gen.laporan.grafik import Grafik
from lakip_gen.laporan.kamus import daftar_arti, daftar_saringan, daftar_variabel
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.word.tags.filters import FILTERS


@cache
def semua_variabel():
    """Return the dictionary of the sample year, made once it is asked for."""
    return daftar_variabel(laporan_contoh(setahun(2025)))


def daftar_kelas(kelas, kenal=None):
    """Return all views below a view."""
    kenal = kenal if kenal is not None else set()
    if kelas in {Grafik, Angka} or kelas in kenal:
        return kenal
    kenal.add(kelas)
    for tipe in get_type_hints(kelas).values():
        for satu in (tipe, *get_args(tipe)):
            if is_dataclass(satu):
                daftar_kelas(satu, kenal)
    return kenal


def test_every_field_of_every_view_has_a_meaning_no_more_no_less():
    ada = {f"{kelas.__name__}.{satu.name}" for kelas in daftar_kelas(LaporanPandangan) for satu in fields(kelas)}
    ada |= {"Angka.teks", "Angka.nilai", "Angka.ada"}
    tertulis = {f"{nama}.{medan}" for nama, isi in daftar_arti().items() for medan in isi}
    assert sorted(ada - tertulis) == [], "tulis artinya di laporan/kamus.toml"
    assert sorted(tertulis - ada) == [], "hapus dari laporan/kamus.toml"


def test_every_meaning_is_a_short_indonesian_phrase():
    for kelas, isi in daftar_arti().items():
        for nama, arti in isi.items():
            assert isinstance(arti, str), (kelas, nama)
            assert arti == arti.strip(), (kelas, nama)
            assert arti[0].isupper(), (kelas, nama)
            assert not arti.endswith("."), (kelas, nama)


def test_every_filter_of_the_engine_has_a_meaning_no_more_no_less():
    assert [satu.nama for satu in daftar_saringan()] == sorted(FILTERS)
    for satu in daftar_saringan():
        assert f"|{satu.nama}" in satu.contoh


def test_every_variable_says_what_it_is():
    for satu in semua_variabel():
        assert satu.arti, satu.tag
        assert satu.jenis, satu.tag
        assert satu.contoh, satu.tag


def test_fields_of_several_officials_are_told_apart():
    arti = {satu.tag: satu.arti for satu in semua_variabel()}
    assert arti["{{ instansi.kepala.jabatan }}"] == "Kepala instansi: nama jabatan"
    assert arti["{{ instansi.kepala_daerah.nip }}"] == "Bupati, wali kota, atau gubernur: NIP, berjarak 8-6-1-3"
    assert len({(satu.arti, satu.daftar_putaran) for satu in semua_variabel()}) == len(semua_variabel())


def test_no_tag_stands_twice_in_the_same_loops():
    daftar = [(satu.tag, satu.daftar_putaran) for satu in semua_variabel()]
    assert len(set(daftar)) == len(daftar)


def test_every_text_number_and_chart_of_the_report_can_be_named():
    def hitung(kelas):
        jumlah = 0
        for tipe in get_type_hints(kelas).values():
            isi = [satu for satu in (tipe, *get_args(tipe)) if is_dataclass(satu) and satu not in {Grafik, Angka}]
            jumlah += hitung(isi[0]) if isi else 1
            jumlah += bool(isi and get_args(tipe)) or (not isi and len(get_args(tipe)) > 1 and ... in get_args(tipe))
        return jumlah

    assert len(semua_variabel()) == hitung(LaporanPandangan)
