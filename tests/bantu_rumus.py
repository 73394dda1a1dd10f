"""The few functions of a spreadsheet that the form's formulas use, computed in binary numbers as Excel does."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

TANDA = re.compile(
    r'\s*("(?:[^"]|"")*"|\$?[A-Z]+\$?\d+|[A-Z]+(?=\()|TRUE|FALSE|\d+(?:\.\d+)?|<>|<=|>=|[-+*/&=<>(),{}])'
)
BANDING = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
HITUNG = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}


class Galat:
    """An error of a spreadsheet, such as #N/A."""


def hitung(rumus: str, sel: Mapping[str, object]) -> object:
    """Return what a formula shows, given the cells by address."""
    return _Pembaca(TANDA.findall(rumus.removeprefix("=")), sel).banding()


class _Pembaca:
    def __init__(self, daftar, sel):
        self.daftar, self.sel, self.letak = daftar, sel, 0

    def intip(self):
        return self.daftar[self.letak] if self.letak < len(self.daftar) else ""

    def ambil(self):
        self.letak += 1
        return self.daftar[self.letak - 1]

    def banding(self):
        kiri = self.gabung()
        while self.intip() in BANDING:
            tanda, kanan = self.ambil(), self.gabung()
            if Galat in (kiri, kanan):
                kiri = Galat
            elif isinstance(kiri, str) is not isinstance(kanan, str):  # a text is more than any number
                kiri = BANDING[tanda](isinstance(kiri, str), isinstance(kanan, str))
            else:
                kiri = BANDING[tanda](*(n.casefold() if isinstance(n, str) else n for n in (kiri, kanan)))
        return kiri

    def gabung(self):
        kiri = self.jumlah()
        while self.intip() == "&":
            self.ambil()
            kiri = teks(kiri) + teks(self.jumlah())
        return kiri

    def jumlah(self):
        kiri = self.kali()
        while self.intip() in {"+", "-"}:
            kiri = angka(self.ambil(), kiri, self.kali())
        return kiri

    def kali(self):
        kiri = self.satu()
        while self.intip() in {"*", "/"}:
            kiri = angka(self.ambil(), kiri, self.satu())
        return kiri

    def satu(self):
        tanda = self.ambil()
        if tanda == "-":
            return -self.satu()
        if tanda.startswith('"'):
            return tanda[1:-1].replace('""', '"')
        if tanda == "(":
            return self.sampai(")")[0]
        if tanda == "{":
            return self.sampai("}")
        if tanda in {"TRUE", "FALSE"}:
            return tanda == "TRUE"
        if tanda[0].isdigit():
            return float(tanda)
        if self.intip() == "(":
            self.ambil()
            return FUNGSI[tanda](*self.sampai(")"))
        return self.sel.get(tanda.replace("$", ""), "")

    def sampai(self, penutup):
        daftar = [self.banding()]
        while self.ambil() != penutup:
            daftar.append(self.banding())
        return daftar


def angka(tanda, kiri, kanan):
    """Return the result of a sum; texts and a division by 0 make an error."""
    if not isinstance(kiri, float) or not isinstance(kanan, float) or (tanda == "/" and not kanan):
        return Galat
    return HITUNG[tanda](kiri, kanan)


def teks(isi):
    return repr(isi).removesuffix(".0") if isinstance(isi, float) else str(isi)


def galat_dulu(fungsi):
    return lambda *daftar: Galat if Galat in daftar else fungsi(*daftar)


def bulat(angka, desimal):
    return float(Decimal(repr(float(angka))).quantize(Decimal(1).scaleb(-int(desimal)), ROUND_HALF_UP))


FUNGSI = {
    "IF": lambda syarat, ya, tidak: Galat if syarat is Galat else ya if syarat else tidak,
    "AND": galat_dulu(lambda *daftar: all(daftar)),
    "OR": galat_dulu(lambda *daftar: any(daftar)),
    "NOT": galat_dulu(lambda isi: not isi),
    "ISNUMBER": lambda isi: isinstance(isi, float) and not isinstance(isi, bool),
    "N": galat_dulu(lambda isi: isi if isinstance(isi, float) else 0.0),
    "TRIM": galat_dulu(lambda isi: " ".join(teks(isi).split())),
    "ROUND": lambda angka, desimal: Galat if not isinstance(angka, float) else bulat(angka, desimal),
    "MAX": galat_dulu(max),
    "MIN": galat_dulu(min),
    "SUBSTITUTE": lambda isi, lama, baru: isi.replace(lama, baru),
    "MATCH": lambda isi, daftar, _: next(
        (float(n) for n, satu in enumerate(daftar, 1) if str(satu).casefold() == str(isi).casefold()), Galat
    ),
    "INDEX": lambda daftar, nomor: Galat if nomor is Galat else daftar[int(nomor) - 1],
}
