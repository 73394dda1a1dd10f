"""Views for tests of templates, made from their own annotations: every text and number occurs once."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from decimal import Decimal
from itertools import count
from typing import get_args, get_origin, get_type_hints

from lakip_gen.laporan.grafik import Deret, Grafik, JenisGrafik
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_angka import Angka


@dataclass
class Pembuat:
    """Makes views.

    `banyak` has the length of lists by the name of their field, `tetap` the value of fields by their name, and
    `hias` is put behind every text.
    """

    banyak: dict[str, int] = field(default_factory=dict)
    tetap: dict[str, object] = field(default_factory=dict)
    hias: str = ""
    bawaan: int = 2
    nomor: count = field(default_factory=lambda: count(10_001))

    def pandangan(self, kelas):
        tipe = get_type_hints(kelas)
        return kelas(**{satu.name: self.nilai(satu.name, tipe[satu.name]) for satu in fields(kelas)})

    def nilai(self, nama, tipe):
        if nama in self.tetap:
            return self.tetap[nama]
        if nama == "warna":
            return f"{next(self.nomor):06X}"
        if get_origin(tipe) is tuple:
            unsur = get_args(tipe)[0]
            return tuple(self.nilai("butir", unsur) for _ in range(self.banyak.get(nama, self.bawaan)))
        if tipe == Grafik | None and not self.bawaan:
            return None
        if tipe in (Grafik, Grafik | None):
            return self.grafik()
        if tipe is Angka:
            angka = Decimal(next(self.nomor))
            return Angka(f"{angka},50", angka)
        if tipe is str:
            return f"{nama} {next(self.nomor)}{self.hias}"
        return {int: lambda: next(self.nomor), bool: lambda: True}.get(tipe, lambda: self.pandangan(tipe))()

    def grafik(self):
        nilai = tuple(Decimal(next(self.nomor)) for _ in range(self.bawaan))
        kategori = tuple(f"kategori {urut}{self.hias}" for urut, _ in enumerate(nilai))
        daftar = tuple(Deret(nama + self.hias, nilai, tuple(f"{n},50" for n in nilai)) for nama in ("Satu", "Dua"))
        judul = f"judul {next(self.nomor)}{self.hias}"
        return Grafik(
            judul=judul,
            jenis=JenisGrafik.BATANG,
            daftar_kategori=kategori,
            daftar_deret=daftar,
            satuan=f"satuan{self.hias}",
            keterangan=judul,
        )


def laporan(**isi) -> LaporanPandangan:
    """Return a report whose indicators are the better the lower, which has a note of its own."""
    return Pembuat(**({"tetap": {"arah": "turun", "sejak_awal_tahun": False}} | isi)).pandangan(LaporanPandangan)


def laporan_kecil() -> LaporanPandangan:
    """Nothing but the agency: all lists are empty."""
    return laporan(bawaan=0)


JANGGAL = " & <w:p> {{ x }} {% if %} “kutip”\nbaris kedua"
"""What a unit may type."""


def laporan_besar() -> LaporanPandangan:
    """As large as an annual report gets: 8 sasaran of 15 indicators, four quarters, texts of several lines."""
    banyak = {"daftar_sasaran": 8, "daftar_indikator": 15, "daftar_anggaran": 10, "daftar_triwulan": 4}
    return laporan(banyak=banyak, hias=JANGGAL + " kata" * 40)


def daftar_nilai(pandangan, kelas_tanpa=frozenset()):
    """Yield all texts and numbers of a view, but for the fields named `Kelas.nama` and for charts."""
    kelas = type(pandangan).__name__.removesuffix("Pandangan")
    for satu in fields(pandangan):
        nilai = getattr(pandangan, satu.name)
        if f"{kelas}.{satu.name}" in kelas_tanpa or isinstance(nilai, bool | Grafik | None):
            continue
        for butir in nilai if isinstance(nilai, tuple) else (nilai,):
            if hasattr(butir, "__dataclass_fields__") and not isinstance(butir, Angka):
                yield from daftar_nilai(butir, kelas_tanpa)
            else:
                yield f"{kelas}.{satu.name}", str(butir)
