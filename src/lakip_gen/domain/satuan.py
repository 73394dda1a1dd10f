"""Whether the word beside a number is the satuan that its row asks for."""

from __future__ import annotations

from lakip_gen.domain.kata_angka import PENGUBAH_UKURAN, SINGKATAN_SATUAN

PERSEN = "persen"
_SINGKATAN_TERPENDEK = 2


def adalah_persen(satuan: str) -> bool:
    """Return whether a satuan is percent, however it is written: %, persen, prosen, Persen (%)."""
    return _baku(satuan) == PERSEN


def satuan_sama(satu: str, dua: str) -> bool:
    """Return whether two satuan are one, whatever short form they are written in."""
    return _baku(satu) == _baku(dua)


def satuan_sesuai(rupiah: str, kata: str, satuan: str) -> bool:
    """Return whether the Rp before a number and the word behind it are the satuan of its row.

    A lone Rp also suits a row without satuan: what is asked for in money need not say so again.
    """
    if not rupiah:
        return _kata_sesuai(kata, satuan)
    if not kata:
        return _baku(satuan) in {"", "rupiah"}
    return _baku(satuan) in {_baku(f"{kata} {rupiah}"), _baku(f"{rupiah} {kata}")}


def _kata_sesuai(kata: str, satuan: str) -> bool:
    """Return whether `kata` is the satuan, a known short form of it, or the beginning of its name."""
    dicari, baku = _baku(kata), _baku(satuan)
    if dicari == baku or PENGUBAH_UKURAN & set(baku.split()[1:]):
        return dicari == baku
    awalan = kata_kunci(kata)
    kata_biasa = awalan.isalpha() and awalan not in SINGKATAN_SATUAN  # `ha` is hectares, no cut-off `hari`
    terpotong = len(awalan) >= _SINGKATAN_TERPENDEK and kata_biasa and baku.startswith(awalan)
    return baku.startswith(f"{dicari} ") or (terpotong and baku[len(awalan)].isalpha())


def _baku(satuan: str) -> str:
    """Return a satuan with its short forms written out, for comparing."""
    kunci = kata_kunci(satuan)
    utuh = SINGKATAN_SATUAN.get(kunci)
    if utuh is not None:
        return utuh
    daftar_kata = (kata.removesuffix(".") for kata in kunci.split())
    return " ".join(SINGKATAN_SATUAN.get(kata, kata) for kata in daftar_kata)


def kata_kunci(teks: str) -> str:
    """Return a word or satuan as it is compared: small letters, single spaces, no closing dot."""
    return " ".join(teks.casefold().split()).removesuffix(".")
