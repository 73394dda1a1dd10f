r"""The Indonesian number grammar: what a text typed in a number cell means, and what it does not.

A text is either read exactly or not at all. `baca` accepts the forms below; where two readings are
possible it returns both and chooses none. The column *satuan* is what the form expects.

    | text                | satuan  | reading                                 |
    |---------------------|---------|-----------------------------------------|
    | 85                  |         | Terbaca 85                              |
    | 1004422800          |         | Terbaca 1004422800                      |
    | 85,5                |         | Terbaca 85.5                            |
    | 1.234,56            |         | Terbaca 1234.56                         |
    | 1.234,567           |         | Terbaca 1234.567                        |
    | 1.234.567           |         | Terbaca 1234567                         |
    | 12345,678           |         | Terbaca 12345.678                       |
    | 0,125               |         | Terbaca 0.125                           |
    | -5                  |         | Terbaca -5                              |
    | 1.5                 |         | Terbaca 1.5, catatan                    |
    | 1.2345              |         | Terbaca 1.2345, catatan                 |
    | 00.125              |         | Terbaca 0.125, catatan                  |
    | 1,234.56            |         | Terbaca 1234.56, catatan                |
    | 1,234,567           |         | Terbaca 1234567, catatan                |
    | 1\xa0234\xa0567,5   |         | Terbaca 1234567.5, catatan              |
    | ,5                  |         | Terbaca 0.5, catatan                    |
    | 007                 |         | Terbaca 7, catatan                      |
    | 85.                 |         | Terbaca 85, catatan                     |
    | +5                  |         | Terbaca 5, catatan                      |
    | −5                  |         | Terbaca -5, catatan                     |
    | (5)                 |         | Terbaca -5, catatan                     |
    | １２３              |         | Terbaca 123, catatan                    |
    | ١٢٣٫٥               |         | Terbaca 123.5, catatan                  |
    | nihil               |         | Terbaca 0, catatan                      |
    | Rp 1.000.000,-      |         | Terbaca 1000000, catatan                |
    | Rp1.000.000,00      | rupiah  | Terbaca 1000000, catatan                |
    | Rp. 5               | Rp      | Terbaca 5, catatan                      |
    | Rp 1.100,-          |         | Terbaca 1100, catatan                   |
    | Rp (1.000.000)      |         | Terbaca -1000000, catatan               |
    | 85 %                | persen  | Terbaca 85, catatan                     |
    | 85%                 | %       | Terbaca 85, catatan                     |
    | 2 dok               | dokumen | Terbaca 2, catatan                      |
    | 12 Bulan            | bulan   | Terbaca 12, catatan                     |
    | 39 OPD              | OPD     | Terbaca 39, catatan                     |
    | 3 jt                | juta    | Terbaca 3, catatan                      |
    | 1.100               |         | Mendua 1.1 1100                         |
    | 1,100               |         | Mendua 1.1 1100                         |
    | Rp 1.100            |         | Mendua 1.1 1100                         |
    | 85 %                | orang   | SatuanAsing 85 %                        |
    | 5 juta              | Rp      | SatuanAsing 5 juta                      |
    | Rp 5                | dokumen | SatuanAsing 5 Rp                        |
    | n/a                 |         | TidakBerlakuTertulis                    |
    | tidak berlaku       |         | TidakBerlakuTertulis                    |
    | -                   |         | TandaHubung                             |
    | Rp -                |         | TandaHubung                             |

A dot with one, two, or more than three digits behind it is a decimal comma; with exactly three it is
`Mendua`, unless what stands before it cannot be the head of a thousands group: nothing, zero, or more
than three digits. Only no-break, thin and figure spaces group thousands; an ordinary space may stand
between two numbers and is refused. Everything else is `BukanAngka` with its reason.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from lakip_gen.domain.angka_tertulis import polos
from lakip_gen.domain.bacaan import (
    Bacaan,
    BukanAngka,
    Kosong,
    Mendua,
    SatuanAsing,
    TandaHubung,
    Terbaca,
    TidakBerlakuTertulis,
)
from lakip_gen.domain.kata_angka import (
    KATA_BELUM_JELAS,
    KATA_NOL,
    KATA_TIDAK_BERLAKU,
    SERAGAM,
    SPASI_RIBUAN,
    TAK_BAKU,
    TAK_TERLIHAT,
)
from lakip_gen.domain.satuan import kata_kunci, satuan_sesuai

DIGIT_TERBANYAK = 15
"""The digits Excel keeps of a number; what is typed beyond them is lost."""

PANJANG_TERBESAR = 200
"""The longest text, in characters, that is looked at as a number."""


@dataclass(frozen=True, slots=True)
class _Tulisan:
    """A text taken apart: the digits with their separators, and what stands around them."""

    badan: str
    akhiran: str
    sisa: str
    negatif: bool
    rupiah: str
    catatan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Badan:
    """The readings of the digits of a number, without sign, and what was normalised to get them."""

    daftar_nilai: tuple[Decimal, ...]
    catatan: tuple[str, ...] = ()


_AWALAN_RUPIAH = re.compile(r"(?P<tanda>[+-]?)(?P<rp>rp|idr)\.?\s*", re.IGNORECASE)
_ANGKA = re.compile(
    rf"(?P<tanda>[+-]?)(?P<badan>[.,]?[0-9](?:[0-9.,{SPASI_RIBUAN}]*[0-9])?)"
    r"\s*(?P<akhiran>[.,]--?|\.\Z)?(?P<sisa>.*)",
    re.DOTALL,
)
_NOTASI_ILMIAH = re.compile(r"e[+-]?[0-9]", re.IGNORECASE)
_HURUF_X = re.compile(r"x\s*[0-9a-f]+", re.IGNORECASE)
_ANGKA_LAGI = re.compile(r"(?<![^\W\d_])[0-9]")
"""A digit that is not the tail of a word, as the 2 of `m2` is."""

_SATU_PEMISAH = re.compile(r"(?P<depan>[0-9]*)(?P<pemisah>[.,])(?P<belakang>[0-9]+)")
_BERKELOMPOK = re.compile(
    rf"[1-9][0-9]{{0,2}}(?P<ribuan>[.,{SPASI_RIBUAN}])[0-9]{{3}}(?:(?P=ribuan)[0-9]{{3}})*"
    r"(?:(?!(?P=ribuan))(?P<desimal>[.,])[0-9]+)?"
)
_LEBAR_KELOMPOK = 3

_CATATAN_TITIK = "titik dibaca sebagai koma desimal"
_CATATAN_RIBUAN = {
    ",": ("koma dibaca sebagai pemisah ribuan",),
    SPASI_RIBUAN: ("spasi dibaca sebagai pemisah ribuan",),
}
_CATATAN_KURUNG = "tanda kurung dibaca sebagai minus"
_CATATAN_PLUS = 'tanda "+" diabaikan'
_CATATAN_TAK_BAKU = "angka atau tanda yang tidak baku dibaca sebagai yang baku"

_PEMISAH_KELIRU = BukanAngka("letak titik, koma, atau spasi di antara angkanya tidak lazim")
_TERLALU_TELITI = BukanAngka(
    f"digitnya lebih dari {DIGIT_TERBANYAK}, sedangkan Excel menyimpan paling banyak {DIGIT_TERBANYAK} digit"
)
_TERLALU_PANJANG = BukanAngka("teksnya terlalu panjang untuk sebuah angka")
_TANPA_ANGKA = BukanAngka("tidak ada angka 0 sampai 9 di dalamnya")
_BELUM_JELAS = BukanAngka(
    "tidak jelas apakah nol, belum dilaporkan, atau tidak berlaku; "
    'tulislah 0, kosongkan selnya, atau tulislah "tidak berlaku"'
)
_ILMIAH = BukanAngka("ditulis dengan notasi ilmiah; tulislah angkanya secara lengkap")
_LEBIH_DARI_SATU = BukanAngka("ada lebih dari satu angka di dalamnya")
_KURUNG = BukanAngka("ada keterangan dalam kurung atau kurungnya tidak berpasangan; tulislah angkanya saja")
_KALI_ATAU_HEKSADESIMAL = BukanAngka('ada huruf "x" setelah angkanya; tulislah satu angka saja')
_HITUNGAN = BukanAngka("berisi hitungan; tulislah hasilnya saja")
_PERKIRAAN = BukanAngka("berisi perkiraan atau batas; tulislah satu angka yang pasti")
_TANDA_GANDA = BukanAngka("tanda plus atau minus harus satu saja dan menempel di depan angkanya")

_ALASAN_DEPAN = {
    "=": BukanAngka("berisi rumus yang tertulis sebagai teks; tulislah hasilnya saja"),
    "#": BukanAngka("berisi pesan kesalahan rumus Excel"),
    "+": _TANDA_GANDA,
    "-": _TANDA_GANDA,
    **dict.fromkeys("()", _KURUNG),
    **dict.fromkeys("±≈~<>≤≥", _PERKIRAAN),
}
_ALASAN_BELAKANG = {
    "-": BukanAngka('ada tanda "-" setelah angkanya, seperti pada rentang atau tanggal; tulislah satu angka'),
    "/": BukanAngka('ada tanda "/" setelah angkanya, seperti pada pecahan atau tanggal; tulislah satu angka'),
    ":": BukanAngka('ada tanda ":" setelah angkanya, seperti pada jam atau perbandingan; tulislah satu angka'),
    **dict.fromkeys("+*×^=", _HITUNGAN),
    **dict.fromkeys("()", _KURUNG),
    **dict.fromkeys("±≈~<>≤≥", _PERKIRAAN),
}
_TANDA_SATUAN = "%‰°"


def baca(teks: str, satuan: str = "") -> Bacaan:
    """Return what `teks`, typed in a number cell, means; the module's table lists the forms.

    Never raises, and takes time in proportion to the length of `teks` at worst.

    Args:
        teks: The text of the cell.
        satuan: The satuan of the row, e.g. `%` or `dokumen`; empty when none is expected.
    """
    terlihat = teks.translate(TAK_TERLIHAT).strip()
    if not terlihat:
        return Kosong()
    if len(terlihat) > PANJANG_TERBESAR:
        return _TERLALU_PANJANG
    seragam = "".join(map(_seragamkan, terlihat))
    dari_kata = _baca_kata(seragam, terlihat)
    if dari_kata is not None:
        return dari_kata
    catatan = (_CATATAN_TAK_BAKU,) if _tak_baku(terlihat) else ()
    tulisan = _pisahkan(seragam, catatan)
    return tulisan if isinstance(tulisan, BukanAngka) else _artikan(tulisan, satuan)


def dari_sel(nilai: float) -> Decimal:
    """Return the number of a numeric cell as the Decimal of its shortest text: 0.1 is 0.1, and 5.0 is 5.

    Raises:
        ValueError: When `nilai` is a truth value, infinite or no number, which no numeric cell holds.
    """
    if isinstance(nilai, bool) or not (desimal := Decimal(str(nilai))).is_finite():
        raise ValueError(f"Bukan angka sebuah sel: {nilai!r}.")
    return Decimal(polos(desimal))


def _seragamkan(huruf: str) -> str:
    """Return the ordinary character for a digit of any script, a special space, or a special sign."""
    angka = unicodedata.decimal(huruf, None)
    return SERAGAM.get(huruf, huruf) if angka is None else str(angka)


def _tak_baku(teks: str) -> bool:
    return any(
        huruf in TAK_BAKU or (not huruf.isascii() and unicodedata.decimal(huruf, None) is not None) for huruf in teks
    )


def _baca_kata(seragam: str, terlihat: str) -> Bacaan | None:
    """Return the meaning of a text without a number, or None when it has one."""
    kunci = kata_kunci(seragam)
    if kunci in KATA_TIDAK_BERLAKU:
        return TidakBerlakuTertulis(terlihat)
    if kunci in KATA_NOL:
        return Terbaca(Decimal(0), (f'"{kunci}" dibaca sebagai 0',))
    if kunci in KATA_BELUM_JELAS:
        return _BELUM_JELAS
    if set(_AWALAN_RUPIAH.sub("", seragam, count=1)) == {"-"}:
        return TandaHubung()
    if not any(huruf in "0123456789" for huruf in seragam):
        return _ALASAN_DEPAN["#"] if seragam.startswith("#") else _TANPA_ANGKA
    return None


def _pisahkan(teks: str, catatan: tuple[str, ...]) -> _Tulisan | BukanAngka:
    """Take the sign, the Rp and the brackets off a text that has a digit."""
    rupiah, tanda, isi = _lepas_rupiah(teks)
    kurung = isi.startswith("(") and isi.endswith(")")
    if kurung:
        isi = isi[1:-1].strip()
        if not rupiah:
            rupiah, tanda, isi = _lepas_rupiah(isi)
        catatan = (*catatan, _CATATAN_KURUNG)
    cocok = _ANGKA.fullmatch(isi)
    if cocok is None:
        return _alasan_depan(isi)
    tanda += cocok["tanda"]
    if len(tanda) + kurung > 1:
        return _TANDA_GANDA
    if tanda == "+":
        catatan = (*catatan, _CATATAN_PLUS)
    return _Tulisan(
        badan=cocok["badan"],
        akhiran=cocok["akhiran"] or "",
        sisa=cocok["sisa"].strip(),
        negatif=kurung or tanda == "-",
        rupiah=rupiah,
        catatan=catatan,
    )


def _lepas_rupiah(teks: str) -> tuple[str, str, str]:
    """Return the Rp at the head of `teks` as it was typed, the sign before it, and what follows."""
    cocok = _AWALAN_RUPIAH.match(teks)
    if cocok is None:
        return "", "", teks
    return cocok["rp"], cocok["tanda"], teks[cocok.end() :]


def _artikan(tulisan: _Tulisan, satuan: str) -> Bacaan:
    """Return the number of a text taken apart, once its digits and its satuan are understood."""
    badan = _urai_bulat(tulisan.badan) if tulisan.akhiran.endswith("-") else _urai(tulisan.badan)
    if isinstance(badan, BukanAngka):
        return badan
    if any(_banyak_digit(nilai) > DIGIT_TERBANYAK for nilai in badan.daftar_nilai):
        return _TERLALU_TELITI
    tertulis = f"{tulisan.rupiah} {tulisan.sisa}".strip()
    sesuai = not tertulis or satuan_sesuai(tulisan.rupiah, tulisan.sisa, satuan)
    keberatan = None if sesuai or not tulisan.sisa else _alasan_belakang(tulisan.sisa)
    if keberatan is not None:
        return keberatan
    daftar_nilai = tuple(
        Decimal(polos(nilai.copy_negate() if tulisan.negatif else nilai)) for nilai in badan.daftar_nilai
    )
    if len(daftar_nilai) > 1:
        return Mendua(daftar_nilai)
    if not sesuai:
        return SatuanAsing(daftar_nilai[0], tertulis)
    akhiran = (f'"{tulisan.akhiran}" di akhir diabaikan',) if tulisan.akhiran else ()
    satuan_terbaca = (f'satuan "{tertulis}" diabaikan',) if tertulis else ()
    return Terbaca(daftar_nilai[0], (*tulisan.catatan, *badan.catatan, *akhiran, *satuan_terbaca))


def _urai(badan: str) -> _Badan | BukanAngka:
    """Return the readings of digits with their separators: one, two when ambiguous, or why there is none."""
    if badan.isdigit():
        return _Badan((Decimal(badan),), _catatan_nol(badan))
    satu = _SATU_PEMISAH.fullmatch(badan)
    if satu is None:
        return _urai_kelompok(badan)
    depan, belakang = satu["depan"], satu["belakang"]
    desimal = Decimal(f"{depan}.{belakang}")
    if len(belakang) == _LEBAR_KELOMPOK and len(depan) <= _LEBAR_KELOMPOK and depan.strip("0"):
        return _Badan((desimal, Decimal(depan + belakang)))
    titik = (_CATATAN_TITIK,) if satu["pemisah"] == "." else ()
    return _Badan((desimal,), (*titik, *_catatan_nol(depan)))


def _urai_bulat(badan: str) -> _Badan | BukanAngka:
    """Return the reading of digits before `,-`, which makes them whole: separators group thousands."""
    if badan.isdigit():
        return _urai(badan)
    kelompok = _BERKELOMPOK.fullmatch(badan)
    return _PEMISAH_KELIRU if kelompok is None or kelompok["desimal"] else _urai_kelompok(badan)


def _urai_kelompok(badan: str) -> _Badan | BukanAngka:
    """Return the reading of digits in groups of three, perhaps with decimals after the other separator."""
    kelompok = _BERKELOMPOK.fullmatch(badan)
    if kelompok is None:
        return _PEMISAH_KELIRU
    ribuan = _CATATAN_RIBUAN.get(kelompok["ribuan"], ())
    titik = (_CATATAN_TITIK,) if kelompok["desimal"] == "." else ()
    return _Badan(
        (Decimal(badan.replace(kelompok["ribuan"], "").replace(",", ".")),),
        (*ribuan, *titik),
    )


def _catatan_nol(depan: str) -> tuple[str, ...]:
    """Return the note on the zeros before the decimal comma: one missing, or too many."""
    if not depan:
        return ("nol di depan koma ditambahkan",)
    if len(depan) > 1 and depan.startswith("0"):
        return ("nol di depan angka diabaikan",)
    return ()


def _banyak_digit(nilai: Decimal) -> int:
    return len(polos(nilai).replace(".", "").lstrip("0"))


def _alasan_depan(isi: str) -> BukanAngka:
    """Return why a text that does not begin with a number is none."""
    huruf = isi[0]
    if huruf.isalpha():
        return BukanAngka("ada kata sebelum angkanya; tulislah angkanya saja")
    return _ALASAN_DEPAN.get(huruf) or BukanAngka(f"ada karakter {_kutip(huruf)} sebelum angkanya")


def _alasan_belakang(sisa: str) -> BukanAngka | None:
    """Return why a number followed by `sisa` is none; None when `sisa` may be the name of a satuan."""
    if _NOTASI_ILMIAH.match(sisa):
        return _ILMIAH
    if _HURUF_X.fullmatch(sisa):
        return _KALI_ATAU_HEKSADESIMAL
    alasan = _ALASAN_BELAKANG.get(sisa[0])
    if alasan is None and _ANGKA_LAGI.search(sisa):
        return _LEBIH_DARI_SATU
    if alasan is None and not sisa[0].isalpha() and sisa[0] not in _TANDA_SATUAN:
        return BukanAngka(f"ada karakter {_kutip(sisa[0])} setelah angkanya")
    return alasan


def _kutip(huruf: str) -> str:
    """Return a character between quotation marks, or its number when it cannot be seen."""
    return f'"{huruf}"' if huruf.isprintable() else f"U+{ord(huruf):04X}"
