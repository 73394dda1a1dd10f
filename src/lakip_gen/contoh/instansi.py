"""The sample agency as rows of the buku induk and as what its units typed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any, Final

from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.mentah import Baris, BukuMentah, IsiSel, JenisSel, LembarMentah, Sel
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.induk import DAFTAR_LEMBAR
from lakip_gen.domain.skema.induk_butir import ATURAN, INSTANSI
from lakip_gen.domain.temuan import Asal

BAWAAN: Final = ("skala", "predikat")
"""The sheets of the buku induk that are filled from the start."""


@cache
def _contoh() -> dict[str, Any]:
    teks = (resources.files("lakip_gen.contoh") / "contoh.toml").read_text(encoding="utf-8")
    return tomllib.loads(teks, parse_float=Decimal)


def isi_contoh() -> dict[str, Sequence[Mapping[str, object]]]:
    """Return the rows of the sample buku induk by sheet."""
    isi = _contoh()
    hasil: dict[str, Sequence[Mapping[str, object]]] = {}
    for lembar in DAFTAR_LEMBAR:
        bagian = isi.get(lembar.kunci, [])
        hasil[lembar.kunci] = [_rapi(bagian)] if lembar.daftar_butir else bagian
    return hasil


def _rapi(bagian: Mapping[str, object]) -> dict[str, object]:
    return {kunci: isi.strip() if isinstance(isi, str) else isi for kunci, isi in bagian.items()}


def isi_bawaan(tahun: int, nama: str = "") -> dict[str, Sequence[Mapping[str, object]]]:
    """Return the rows that a new buku induk starts with: the year, the agency, the common rules and scales."""
    contoh = isi_contoh()
    aturan = {butir.kunci: contoh[ATURAN.kunci][0].get(butir.kunci) for butir in ATURAN.daftar_butir if butir.pilihan}
    return {kunci: contoh[kunci] for kunci in BAWAAN} | {
        INSTANSI.kunci: [{"tahun": tahun} | ({"nama": nama} if nama else {})],
        ATURAN.kunci: [aturan],
    }


def isian_contoh(formulir: Formulir) -> BukuMentah:
    """Return what the sample's unit typed into a form, as cells."""
    triwulan = f"TW{formulir.periode.nomor}"
    isian = _contoh()["isian"].get(formulir.unit.kode, {}).get(triwulan, {})
    lembar = {
        definisi.kunci: LembarMentah(definisi.nama, _daftar_baris(definisi.kunci, definisi.nama, isian))
        for definisi in skema.DAFTAR_LEMBAR
    }
    return BukuMentah("", lembar=lembar)


def _daftar_baris(kunci: str, nama: str, isian: Mapping[str, Any]) -> tuple[Baris, ...]:
    bagian = isian.get(kunci, {})
    if kunci == skema.PENGESAHAN.kunci:
        bagian = {butir: {"isi": isi} for butir, isi in bagian.items()}
    return tuple(
        Baris(baris, 0, {kolom: _sel(nama, f"{baris}/{kolom}", nilai) for kolom, nilai in isi.items()})
        for baris, isi in bagian.items()
    )


def _sel(lembar: str, tempat: str, nilai: Any) -> Sel:  # noqa: ANN401 - whatever TOML holds
    isi: IsiSel = Decimal(nilai) if isinstance(nilai, int) else nilai
    jenis = {str: JenisSel.TEKS, Decimal: JenisSel.ANGKA}.get(type(isi), JenisSel.TANGGAL)
    return Sel(isi, jenis, Asal("", lembar, tempat))
