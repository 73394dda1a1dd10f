"""The dictionary of the templates: every variable with the tag to type, its meaning, its kind and a sample.

What there is comes from the views themselves; what it means, in Indonesian, stands in `kamus.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Final

from lakip_gen.laporan.grafik import Grafik
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.telusur import NAMA_ANGGOTA, Bidang, Daftar, Tempat, Terbuka, daftar_bidang, telusuri

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
_NAMA_TEKS: Final = "paragraf"
_TANPA_CONTOH: Final = "(kosong di instansi contoh)"


@dataclass(frozen=True, slots=True, kw_only=True)
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
    semua = telusuri(_isi_pandangan(LaporanPandangan, (contoh,)), _buka)
    return tuple(variabel for tempat in semua for variabel in _daftar_variabel(tempat))


@dataclass(frozen=True, slots=True)
class _Isi:
    """What the views have at a place: a field, or a member of it; the name of its view; all its samples."""

    bidang: Bidang
    pemilik: str
    daftar_contoh: tuple[object, ...]

    @property
    def daftar_nilai(self) -> list[tuple[object, ...]]:
        """The samples of a list."""
        return [nilai for nilai in self.daftar_contoh if isinstance(nilai, tuple)]


def _isi_pandangan(kelas: type, daftar_contoh: tuple[object, ...]) -> dict[str, _Isi]:
    return {
        satu.nama: _Isi(satu, kelas.__name__, tuple(getattr(contoh, satu.nama) for contoh in daftar_contoh))
        for satu in daftar_bidang(kelas)
    }


def _buka(tempat: Tempat[_Isi]) -> Iterator[Terbuka[_Isi]]:
    isi, bidang = tempat.isi, tempat.isi.bidang
    if bidang.adalah_daftar:
        anggota = tuple(unsur for daftar in isi.daftar_nilai for unsur in daftar)
        sebutan = NAMA_ANGGOTA if bidang.adalah_pandangan else _NAMA_TEKS
        yield Daftar(_Isi(replace(bidang, adalah_daftar=False), isi.pemilik, anggota), sebutan)
    elif bidang.adalah_pandangan:
        yield _isi_pandangan(bidang.tipe, isi.daftar_contoh)


def _daftar_variabel(tempat: Tempat[_Isi]) -> Iterator[Variabel]:
    """Yield what a planner types at a place: the loop that leads to it from a list, and the tag that prints it."""
    bidang, jejak = tempat.isi.bidang, tempat.jejak
    kelompok = jejak[0].jalur if jejak else tempat.jalur
    daftar_putaran = _daftar_tag(tempat)
    arti = _arti(tempat)
    if jejak and jejak[-1].isi.bidang.adalah_daftar:
        banyak = max(map(len, jejak[-1].isi.daftar_nilai), default=0)
        arti = _arti(jejak[-1])
        yield Variabel(
            tag=daftar_putaran[-1],
            daftar_putaran=daftar_putaran[:-1],
            arti=arti,
            jenis="daftar, untuk for",
            contoh=f"{banyak} unsur",
            kelompok=kelompok,
        )
        arti = f"Satu unsur dari daftar itu ({_di_tengah(arti)})"
    if bidang.tipe in _JENIS and not bidang.adalah_daftar:
        bentuk, jenis = _JENIS[bidang.tipe]
        contoh = _contoh(tempat.isi.daftar_contoh)
        yield Variabel(
            tag=bentuk.format(tempat.jalur),
            daftar_putaran=daftar_putaran,
            arti=arti,
            jenis=jenis,
            contoh=contoh,
            kelompok=kelompok,
        )


def _daftar_tag(tempat: Tempat[_Isi]) -> tuple[str, ...]:
    """Return the tags of the loops around a place: views are repeated by the row, texts by the paragraph."""
    daftar = [atas.isi.bidang for atas in tempat.jejak if atas.isi.bidang.adalah_daftar]
    return tuple(
        f"{{%{'tr' if bidang.adalah_pandangan else 'p'} for {putaran} %}}"
        for putaran, bidang in zip(tempat.daftar_putaran, daftar, strict=True)
    )


def _arti(tempat: Tempat[_Isi]) -> str:
    """Return the meaning of a place, after that of the view it is in where no loop says which one that is."""
    isi = tempat.isi
    arti = str(daftar_arti().get(isi.pemilik, {}).get(isi.bidang.nama, ""))
    atas = tempat.jejak[-1] if tempat.jejak else tempat
    return f"{_arti(atas)}: {_di_tengah(arti)}" if tempat.jejak and "." in atas.jalur else arti


def _di_tengah(arti: str) -> str:
    """Return a meaning as it is written within a sentence; abbreviations keep their capitals."""
    return arti if arti[1:2].isupper() else f"{arti[:1].lower()}{arti[1:]}"


def _contoh(isi: tuple[object, ...]) -> str:
    """Return the first sample that says anything, short enough for a cell."""
    teks = next((_teks(satu) for satu in isi if _teks(satu)), _TANPA_CONTOH)
    return teks if len(teks) <= PANJANG_CONTOH else f"{teks[:PANJANG_CONTOH].rstrip()}…"


def _teks(nilai: object) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return nilai.judul if isinstance(nilai, Grafik) else "" if nilai is None else str(nilai)
