"""A trial of the next version: the schema with a column, an item and a sheet more, for the length of a test."""

from dataclasses import replace

import pytest

from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar, isian

BARU = max(skema.VERSI, skema_induk.VERSI) + 1

MUTU = Kolom("mutu", "Mutu data", JenisKolom.PARAGRAF, isian=True, wajib=True, sejak=BARU, bantuan="Seberapa pasti.")
DASAR = Kolom("dasar", "Dasar hukum", sejak=BARU, dijaga=True)
SAKSI = Kolom("saksi", "Nama saksi", isian=True, wajib=True, sejak=BARU, bantuan="Yang menyaksikan.")
RISIKO = Lembar("risiko", "Risiko", "Daftar Risiko", "Apa yang dapat menghambat.", (MUTU,), kolom_kunci="", sejak=BARU)

PELAKSANA = isian("pelaksana", "Jabatan pelaksana", wajib=True, sejak=BARU, bantuan="Yang mengerjakan.", contoh="Kabid")
SUREL = isian("surel", "Surel instansi", wajib=True, sejak=BARU, bantuan="Alamat surel.", contoh="dinas@contoh.go.id")
LIBUR = Lembar(
    "libur",
    "Jam Layanan",
    "Jam Layanan",
    "Hari yang tidak dihitung.",
    (
        isian("nama", "Nama layanan", wajib=True, bantuan="Sebutannya."),
        isian("tanggal", "Tanggal", JenisKolom.TANGGAL, wajib=True, bantuan="Harinya."),
    ),
    kolom_kunci="nama",
    baris_kosong=30,
    sejak=BARU,
)


def _ganti(monkeypatch: pytest.MonkeyPatch, modul: object, *daftar_baru: Lembar) -> None:
    """Put sheets in the place of those of the same key, new ones last, and raise the version."""
    baru = {lembar.kunci: lembar for lembar in daftar_baru}
    daftar = tuple(baru.pop(lembar.kunci, lembar) for lembar in modul.DAFTAR_LEMBAR)
    monkeypatch.setattr(modul, "DAFTAR_LEMBAR", (*daftar, *baru.values()))
    monkeypatch.setattr(modul, "VERSI", BARU)
    for lembar in daftar_baru:
        monkeypatch.setattr(modul, lembar.kunci.upper(), lembar, raising=False)


def formulir_versi_berikut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the form have a new input, a new guarded column, a new item and a new sheet."""
    *depan, kelengkapan = skema.INDIKATOR.daftar_kolom
    indikator = replace(skema.INDIKATOR, daftar_kolom=(*depan, MUTU, DASAR, kelengkapan))
    pengesahan = replace(skema.PENGESAHAN, daftar_butir=(*skema.PENGESAHAN.daftar_butir, SAKSI))
    _ganti(monkeypatch, skema, indikator, pengesahan)


def lembar_baru(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the form have a new sheet as well; nobody fills its rows yet, so no new form can be written."""
    _ganti(monkeypatch, skema, RISIKO)


def induk_versi_berikut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the buku induk have a new column, a new item and a new sheet."""
    satuan, *lain = skema_induk.UNIT.daftar_kolom
    unit = replace(skema_induk.UNIT, daftar_kolom=(satuan, PELAKSANA, *lain))
    instansi = skema_induk.INSTANSI
    nama_kunci = {**instansi.nama_kunci, SUREL.judul: SUREL.kunci}
    instansi = replace(instansi, daftar_butir=(*instansi.daftar_butir, SUREL), nama_kunci=nama_kunci)
    _ganti(monkeypatch, skema_induk, unit, instansi, LIBUR)
