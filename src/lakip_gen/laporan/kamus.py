"""The dictionary of the templates: every variable with the tag to type, its meaning, its kind and a sample.

What there is comes from the views themselves; what it means, in Indonesian, stands in `data/kamus.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Final, get_args, get_origin, get_type_hints

from lakip_gen.laporan.grafik import Grafik
from lakip_gen.laporan.pandangan import Angka, LaporanPandangan

PANJANG_CONTOH: Final = 120
SARINGAN: Final = "saringan"
"""The table of the filters in the dictionary."""
_JENIS: Final[dict[object, tuple[str, str]]] = {
    str: ("{{{{ {} }}}}", "teks"),
    int: ("{{{{ {} }}}}", "bilangan bulat"),
    bool: ("{{% if {} %}}", "ya/tidak, untuk if"),
    Angka: ("{{{{ {} }}}}", "angka siap cetak"),
    Grafik: ("{{{{p {} }}}}", "grafik, sendirian di satu paragraf"),
}
"""The form of the tag and the words for each kind of value."""
_AWALAN_DAFTAR: Final = "daftar_"
_NAMA_LAIN: Final = "baris"
_NAMA_TEKS: Final = "paragraf"
_TANPA_CONTOH: Final = "(kosong di instansi contoh)"


@dataclass(frozen=True, slots=True)
class Variabel:
    """One thing a template can name.

    Attributes:
        tag: The tag as it is typed.
        daftar_putaran: The loops it has to stand in, the outermost first.
        arti: Its meaning.
        jenis: Its kind, in words.
        contoh: What the sample agency has there.
        kelompok: The top-level name it belongs to.
    """

    tag: str
    daftar_putaran: tuple[str, ...]
    arti: str
    jenis: str
    contoh: str
    kelompok: str

    @property
    def penutup(self) -> str:
        """The tag that has to close it; empty for one that prints."""
        return _penutup(self.tag)


@dataclass(frozen=True, slots=True)
class Saringan:
    """One filter: its name, its meaning, and how it is used."""

    nama: str
    arti: str
    contoh: str


@cache
def _kamus() -> dict[str, dict[str, object]]:
    return tomllib.loads((resources.files("lakip_gen.laporan") / "kamus.toml").read_text(encoding="utf-8"))


def daftar_arti() -> dict[str, dict[str, object]]:
    """Return the meanings by the name of the view and of its field."""
    return {nama: isi for nama, isi in _kamus().items() if nama != SARINGAN}


def daftar_saringan() -> tuple[Saringan, ...]:
    """Return the filters with their meanings, by name."""
    pasangan: dict[str, object] = _kamus()[SARINGAN]
    return tuple(Saringan(nama, *map(str, isi)) for nama, isi in sorted(pasangan.items()) if isinstance(isi, list))


def daftar_variabel(contoh: LaporanPandangan) -> tuple[Variabel, ...]:
    """Return everything a template can name, in the order of the views.

    Args:
        contoh: The report of the sample agency.
    """
    return tuple(
        variabel
        for nama, tipe in get_type_hints(LaporanPandangan).items()
        for variabel in _Penjelajah(nama).telusuri(LaporanPandangan, nama, tipe, nama, (contoh,))
    )


@dataclass(frozen=True, slots=True)
class _Penjelajah:
    """Walks the views below one top-level name.

    Attributes:
        kelompok: The top-level name.
        daftar_putaran: The loops around the place it is at.
        pemilik: What the view it is at means, where that is not said by the loops.
    """

    kelompok: str
    daftar_putaran: tuple[str, ...] = ()
    pemilik: str = ""

    def telusuri(
        self, pemilik: type, nama: str, tipe: object, jalur: str, daftar_contoh: tuple[object, ...]
    ) -> Iterator[Variabel]:
        """Yield a field and all that is below it.

        Args:
            pemilik: The view whose field it is.
            nama: The field.
            tipe: Its annotation.
            jalur: The dotted name under which a template knows it.
            daftar_contoh: All samples of the view that the sample report has.
        """
        arti = self._arti(str(daftar_arti().get(pemilik.__name__, {}).get(nama, "")))
        isi = tuple(getattr(satu, nama) for satu in daftar_contoh)
        tipe = _tanpa_kosong(tipe)
        if get_origin(tipe) is tuple:
            yield from self._daftar(get_args(tipe)[0], nama, jalur, arti, isi)
        elif tipe in _JENIS:
            bentuk, jenis = _JENIS[tipe]
            yield Variabel(bentuk.format(jalur), self.daftar_putaran, arti, jenis, _contoh(isi), self.kelompok)
        elif isinstance(tipe, type):
            dalam = _Penjelajah(self.kelompok, self.daftar_putaran, arti if "." in jalur else "")
            yield from dalam._isi(tipe, jalur, isi)

    def _arti(self, arti: str) -> str:
        return f"{self.pemilik}: {_di_tengah(arti)}" if self.pemilik else arti

    def _isi(self, kelas: type, jalur: str, isi: tuple[object, ...]) -> Iterator[Variabel]:
        for nama, tipe in _daftar_isi(kelas):
            yield from self.telusuri(kelas, nama, tipe, f"{jalur}.{nama}", isi)

    def _daftar(self, anggota: type, nama: str, jalur: str, arti: str, isi: tuple[object, ...]) -> Iterator[Variabel]:
        satu = self._nama_anggota(nama, anggota)
        tag = f"{{%{'p' if anggota in _JENIS else 'tr'} for {satu} in {jalur} %}}"
        semua = tuple(unsur for daftar in isi if isinstance(daftar, tuple) for unsur in daftar)
        banyak = max((len(daftar) for daftar in isi if isinstance(daftar, tuple)), default=0)
        yield Variabel(tag, self.daftar_putaran, arti, "daftar, untuk for", f"{banyak} unsur", self.kelompok)
        dalam = _Penjelajah(self.kelompok, (*self.daftar_putaran, tag))
        if anggota in _JENIS:
            bentuk, jenis = _JENIS[anggota]
            arti = f"Satu unsur dari daftar itu ({_di_tengah(arti)})"
            yield Variabel(bentuk.format(satu), dalam.daftar_putaran, arti, jenis, _contoh(semua), self.kelompok)
        else:
            yield from dalam._isi(anggota, satu, semua)

    def _nama_anggota(self, nama: str, anggota: type) -> str:
        """Return what a member of a list is called: its own word, unless the template knows that word already."""
        if not nama.startswith(_AWALAN_DAFTAR):
            return _NAMA_TEKS if anggota in _JENIS else _NAMA_LAIN
        satu = nama.removeprefix(_AWALAN_DAFTAR)
        terpakai = {f.name for f in fields(LaporanPandangan)} | {tag.split()[2] for tag in self.daftar_putaran}
        return _NAMA_LAIN if satu in terpakai else satu


def _di_tengah(arti: str) -> str:
    """Return a meaning as it is written within a sentence; abbreviations keep their capitals."""
    return arti if arti[1:2].isupper() else f"{arti[:1].lower()}{arti[1:]}"


def _tanpa_kosong(tipe: object) -> object:
    """Return the kind of a value that may be missing."""
    ada = [satu for satu in get_args(tipe) if satu is not type(None)]
    return ada[0] if len(ada) == 1 and get_origin(tipe) is not tuple else tipe


def _daftar_isi(kelas: type) -> list[tuple[str, object]]:
    tipe = get_type_hints(kelas)
    return [(satu.name, tipe[satu.name]) for satu in fields(kelas)]


def _contoh(isi: tuple[object, ...]) -> str:
    """Return the first sample that says anything, short enough for a cell."""
    teks = next((_teks(satu) for satu in isi if _teks(satu)), _TANPA_CONTOH)
    return teks if len(teks) <= PANJANG_CONTOH else f"{teks[:PANJANG_CONTOH].rstrip()}…"


def _teks(nilai: object) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return nilai.judul if isinstance(nilai, Grafik) else "" if nilai is None else str(nilai)


def _penutup(tag: str) -> str:
    aras, _, kata = tag.removeprefix("{%").partition(" ")
    return f"{{%{aras} end{kata.split()[0]} %}}" if tag.startswith("{%") else ""
