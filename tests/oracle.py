"""An oracle in exact fractions, written from the facts of the field alone; it imports nothing of the program.

It shares no arithmetic with the program: quarters are combined by looking at all of them at once (the program
accumulates), in Fraction (the program computes in Decimal). What a figure means comes from tables of the field:
cara gabung over time, gabung antarunit within a quarter, the formulas of capaian, the means, the money. Random years
that it is asked about stand below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

CARA = ("jumlah", "kumulatif", "akhir", "rata-rata", "rasio", "rasio akhir", "sekali")
ARAH = ("naik", "turun", "rentang")
CARA_RATA = (
    "rata-rata semua indikator",
    "rata-rata dari rata-rata sasaran",
    "rata-rata tertimbang menurut bobot",
)
PECAHAN = ("rasio", "rasio akhir")
"""The ways that take pembilang and penyebut."""
SESAAT = ("kumulatif", "akhir", "rasio akhir", "sekali")
"""The ways in which the last quarter alone makes the figure."""
TIAP_TRIWULAN = ("jumlah", "kumulatif", "rasio")
"""The ways in which a quarter that is missing makes the year wrong."""
JENIS = {
    "jumlah": ["per triwulan", "kumulatif"],
    "kumulatif": ["per triwulan", "kumulatif", "konstan"],
    "akhir": ["per triwulan", "kumulatif", "konstan"],
    "rata-rata": ["per triwulan", "konstan"],
    "rasio": ["konstan", "per triwulan"],
    "rasio akhir": ["per triwulan", "kumulatif", "konstan"],
    "sekali": ["konstan"],
}
PITA = ((91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"), (0, "Sangat Rendah"))
"""Permendagri 86/2017, its gaps closed by lower bounds."""
SERATUS = Fraction(100)

Kosong = None
TB = "n/a"
"""Not applicable, a value of its own beside `Kosong` (not reported)."""
Angka = Fraction | tuple[Fraction, Fraction] | str | None
"""A cell: a number, pembilang and penyebut, `n/a`, or blank."""


@dataclass(frozen=True)
class Aturan:
    """The rules of an agency."""

    rumus: str = "selisih"
    cap: int | None = None
    lewat: bool = False
    """Whether a capaian above 110 counts as 120 instead of being cut off."""
    lantai: int | None = 0
    nol_tercapai: bool = False
    target_dirata: bool = False
    """Whether a ratio of several quarters is compared with the mean of their targets."""
    cara_rata: str = CARA_RATA[0]


@dataclass(frozen=True)
class Pohon:
    """One random year of one indicator: the units' cells by quarter, and its targets."""

    cara: str
    antarunit: str
    jenis: str
    arah: str
    isi: tuple[tuple[Angka, ...], ...]
    target: tuple[object, ...]
    target_tahun: object
    pengali: int
    aturan: Aturan
    bobot: Fraction = Fraction(1)
    masa: tuple[int, int] = (1, 4)
    """The first and the last quarter in which there is such an indicator"""
    dulu: tuple[tuple[int, tuple[object, ...], object], ...] = ()
    """What was revised, first to last: before which quarter it held, its targets of the quarters and of the year"""

    def berlaku(self, nomor: int) -> bool:
        return self.masa[0] <= nomor <= self.masa[1]

    def pada(self, nomor: int) -> Pohon:
        """The indicator with the targets in force at the end of a quarter."""
        for sampai, target, tahun in self.dulu:
            if nomor < sampai:
                return replace(self, target=target, target_tahun=tahun)
        return self


@dataclass(frozen=True)
class Rekening:
    """A budget line: its pagu, and by quarter what was spent up to then and how far the work is, in percent."""

    pagu: Fraction
    uang: tuple[Angka, ...]
    fisik: tuple[Angka, ...]


@dataclass(frozen=True)
class Sasaran:
    """A sasaran: its indicators and its money."""

    daftar_pohon: tuple[Pohon, ...]
    daftar_rekening: tuple[Rekening, ...]


@dataclass(frozen=True)
class Tahun:
    """A random year of an agency."""

    aturan: Aturan
    daftar_sasaran: tuple[Sasaran, ...]


# --- One indicator ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ukuran:
    """What stands in a report for one figure: target, realisasi, capaian that counts and raw, provisional or not."""

    target: object
    realisasi: Fraction | None
    capaian: Fraction | None
    mentah: Fraction | None
    sementara: bool

    @property
    def predikat(self) -> str | None:
        return None if self.capaian is None or self.sementara else predikat(self.capaian)


@dataclass(frozen=True)
class Jawaban:
    """An indicator in a period: against the period's target, so far against the year's, and quarter by quarter."""

    ini: Ukuran
    setahun: Ukuran
    per_triwulan: tuple[Ukuran, ...]
    menunggu: bool
    """Whether something due is missing in it, or all of it."""


def predikat(angka: Fraction) -> str:
    return next((nama for batas, nama in PITA if angka >= batas), PITA[-1][1])


def gabung_unit(daftar: Sequence[Angka], cara: str) -> Angka:
    """One indicator, one quarter, several units. A sum over missing parts is not a sum; n/a is not a part."""
    berlaku = [isi for isi in daftar if isi != TB]
    ada = [isi for isi in berlaku if isi is not Kosong]
    if not berlaku:
        return TB
    if not ada or (cara == "jumlah" and len(ada) < len(berlaku)):
        return Kosong
    if isinstance(ada[0], tuple):
        return sum(a for a, _ in ada), sum(b for _, b in ada)
    return sum(ada) / (len(ada) if cara == "rata-rata" else 1)


def jatuh_tempo(pohon: Pohon, nomor: int) -> bool:
    """Whether a figure is due: always where all quarters make the year, else where the target stands."""
    if pohon.cara in TIAP_TRIWULAN:
        return any(t is not None for t in (pohon.target_tahun, *pohon.target))
    menanti = pohon.cara == "sekali" and nomor < 3
    return pohon.target[nomor] is not None and not menanti


def gabung_triwulan(pohon: Pohon, nomor: int) -> Angka:
    """One quarter of all units; what nobody was asked for and nobody gave is as if it did not apply."""
    if not pohon.berlaku(nomor + 1):
        return TB
    pohon = pohon.pada(nomor + 1)
    isi = [unit[nomor] for unit in pohon.isi]
    if not jatuh_tempo(pohon, nomor) and all(sel in (Kosong, TB) for sel in isi):
        return TB
    return gabung_unit(isi, pohon.antarunit)


def gabung_waktu(per_triwulan: Sequence[Angka], cara: str, pengali: int) -> Fraction | None:
    """One indicator over some quarters, oldest first; None where there is no honest number."""
    berlaku = [isi for isi in per_triwulan if isi != TB]
    ada = [isi for isi in berlaku if isi is not Kosong]
    if not ada:
        return None
    match cara:
        case "jumlah":
            return sum(ada) if len(ada) == len(berlaku) else None
        case "kumulatif":
            return berlaku[-1]
        case "akhir" | "sekali":
            return ada[-1]
        case "rata-rata":
            return sum(ada) / len(ada)
        case "rasio akhir":
            ada = ada[-1:]
    atas, bawah = sum(a for a, _ in ada), sum(b for _, b in ada)
    return atas / bawah * pengali if bawah else None


def target_periode(pohon: Pohon, nomor: Sequence[int]) -> object:
    """The target that matches what the realisasi of these quarters means; a range keeps its two bounds apart."""
    awal = nomor[0] - 1
    sebelum = [t for t in pohon.target[:awal] if t is not None]
    dalam = [pohon.target[n - 1] for n in nomor if pohon.target[n - 1] is not None]
    if not dalam:
        return None
    if pohon.arah != "rentang":
        return satu_batas(pohon, sebelum, dalam)
    return tuple(satu_batas(pohon, [t[n] for t in sebelum], [t[n] for t in dalam]) for n in (0, 1))


def satu_batas(pohon: Pohon, sebelum: Sequence[Fraction], dalam: Sequence[Fraction]) -> Fraction:
    match pohon.cara, pohon.jenis:
        case "jumlah", "per triwulan":
            return sum(dalam)
        case "jumlah", "kumulatif":
            return dalam[-1] - (sebelum[-1] if sebelum else 0)
        case "kumulatif", "per triwulan":
            return sum(sebelum) + sum(dalam)
        case "rata-rata", "per triwulan":
            return sum(dalam) / len(dalam)
        case "rasio", "per triwulan" if pohon.aturan.target_dirata:
            return sum(dalam) / len(dalam)
    return dalam[-1]


def jumlah_batas(daftar: Sequence[object], awal: object = 0, tanda: int = 1) -> object:
    """Targets added to a first one, or taken from it, bound by bound."""
    if any(isinstance(t, tuple) for t in daftar):
        awal = awal if isinstance(awal, tuple) else (awal, awal)
        return tuple(awal[n] + tanda * sum(t[n] for t in daftar) for n in (0, 1))
    return awal + tanda * sum(daftar)


def target_tanpa(pohon: Pohon, nomor: Sequence[int], lepas: set[int]) -> object:
    """The target of a period, from which quarters that do not apply are taken out of a sum."""
    if pohon.cara != "jumlah" or len(nomor) < 2:
        return target_periode(pohon, nomor)
    bagian = [t for n in nomor if n not in lepas and (t := target_periode(pohon, [n])) is not None]
    return jumlah_batas(bagian) if bagian else None


def target_setahun(pohon: Pohon, lepas: set[int]) -> object:
    bagian = [t for n in lepas if (t := target_periode(pohon, [n])) is not None]
    if pohon.cara != "jumlah" or pohon.target_tahun is None or not bagian:
        return pohon.target_tahun
    return jumlah_batas(bagian, pohon.target_tahun, -1)


def capaian(pohon: Pohon, r: Fraction, t: object) -> tuple[Fraction, Fraction] | None:
    """Capaian that counts and raw, in percent; None where it cannot be computed."""
    mentah, aturan = capaian_mentah(pohon, r, t), pohon.aturan
    if mentah is None:
        return None
    hitung = mentah if aturan.lantai is None else max(mentah, Fraction(aturan.lantai))
    if aturan.lewat:
        return (Fraction(120) if hitung > 110 else hitung), mentah
    return (hitung if aturan.cap is None else min(hitung, Fraction(aturan.cap))), mentah


def capaian_mentah(pohon: Pohon, r: Fraction, t: object) -> Fraction | None:
    """100 and the distance from the target in units of its size: what is better counts up, whatever the sign."""
    if pohon.arah == "rentang":
        a, b = t
        if a <= r <= b:
            return SERATUS
        batas, lebih = (a, r - a) if r < a else (b, b - r)
        return 100 * (1 + lebih / abs(batas)) if batas else None
    if t == 0:
        if not pohon.aturan.nol_tercapai or pohon.arah != "turun" or r < 0:
            return None
        return Fraction(0) if r else SERATUS
    if pohon.arah == "naik":
        return 100 * (1 + (r - t) / abs(t))
    if pohon.aturan.rumus == "selisih":
        return 100 * (1 - (r - t) / abs(t))
    return t / r * 100 if r > 0 and t > 0 else None


def tidak_lengkap(pohon: Pohon, per_triwulan: Sequence[Angka], nomor: Sequence[int]) -> bool:
    """Whether something due is missing in a figure: a quarter that counts, or a unit within one that does."""
    berlaku = [n for n in nomor if per_triwulan[n - 1] != TB]
    ada = [n for n in berlaku if per_triwulan[n - 1] is not Kosong]
    dipakai = ada[-1:] if pohon.cara in SESAAT else ada
    if any(unit[n - 1] is Kosong for n in dipakai for unit in pohon.isi):
        return True
    if pohon.cara == "sekali":
        return False
    return berlaku[-1] != ada[-1] if pohon.cara in SESAAT else len(ada) < len(berlaku)


def ukur(pohon: Pohon, per_triwulan: Sequence[Angka], nomor: Sequence[int], target: object, *, nanti: bool) -> Ukuran:
    """One figure of some quarters against a target; `nanti` where it says nothing before the year's end."""
    r = gabung_waktu([per_triwulan[n - 1] for n in nomor], pohon.cara, pohon.pengali)
    hasil = None if r is None or target is None or nanti else capaian(pohon, r, target)
    hitung, mentah = hasil or (None, None)
    return Ukuran(target, r, hitung, mentah, r is not None and tidak_lengkap(pohon, per_triwulan, nomor))


def satu_triwulan(pohon: Pohon, sel: Sequence[Angka], nomor: int) -> Ukuran:
    """One quarter against the target in force in it; nothing where there was no such indicator."""
    if not pohon.berlaku(nomor):
        return Ukuran(None, None, None, None, sementara=False)
    kini = pohon.pada(nomor)
    return ukur(kini, sel, [nomor], target_periode(kini, [nomor]), nanti=False)


def jawab(pohon: Pohon, nomor: Sequence[int]) -> Jawaban:
    """What a report of some quarters (one, two or four of them) says of an indicator."""
    sel = [gabung_triwulan(pohon, n) for n in range(4)]
    lepas = {
        n
        for n in range(1, nomor[-1] + 1)
        if pohon.berlaku(n) and sel[n - 1] == TB and any(u[n - 1] == TB for u in pohon.isi)
    }
    per_triwulan = tuple(satu_triwulan(pohon, sel, n) for n in range(1, nomor[-1] + 1))
    pohon = pohon.pada(nomor[-1])
    tahun = target_setahun(pohon, lepas)
    target = tahun if len(nomor) == 4 else target_tanpa(pohon, nomor, lepas)
    # What may at most add up to a year's target says nothing before the year's end.
    nanti = pohon.arah == "turun" and pohon.cara in ("jumlah", "kumulatif") and nomor[-1] < 4
    sampai = range(1, nomor[-1] + 1)
    ini = ukur(pohon, sel, nomor, target, nanti=False)
    berlaku = [sel[n - 1] for n in nomor if sel[n - 1] != TB]
    belum = ini.realisasi is None and Kosong in (berlaku[-1:] if pohon.cara in SESAAT else berlaku)
    return Jawaban(
        ini=ini,
        setahun=ukur(pohon, sel, sampai, tahun, nanti=nanti),
        per_triwulan=per_triwulan,
        menunggu=belum or ini.sementara,
    )


# --- Means and money --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Rata:
    """A mean: its number, of how many indicators it is and of how many there are, how many may still change."""

    nilai: Fraction | None
    n: int
    dari: int
    sementara: int
    bobot: tuple[Fraction, Fraction] | None = None
    """The weights of those that have a capaian and of all; None where all count alike."""
    menunggu: int = 0
    """How many figures are due and not there."""

    @property
    def belum_tetap(self) -> bool:
        return self.nilai is not None and bool(self.sementara or self.menunggu)

    @property
    def predikat(self) -> str | None:
        return None if self.nilai is None or self.belum_tetap else predikat(self.nilai)


@dataclass(frozen=True)
class Uang:
    """Money up to a period's end: pagu, what was spent, and its share of the pagu that applies, in percent."""

    pagu: Fraction
    realisasi: Fraction | None
    serapan: Fraction | None


@dataclass(frozen=True)
class HasilSasaran:
    """A sasaran in a period."""

    daftar: tuple[Jawaban, ...]
    rata: Rata
    uang: Uang
    efisiensi: Fraction | None
    efisien: bool


@dataclass(frozen=True)
class HasilTahun:
    """An agency in a period."""

    daftar_sasaran: tuple[HasilSasaran, ...]
    rata: Rata
    uang: Uang


def rata_rata(daftar: Sequence[tuple[Fraction, Fraction]]) -> Fraction | None:
    """The mean of numbers by their weights."""
    return sum(b * c for c, b in daftar) / sum(b for _, b in daftar) if daftar else None


def rata(daftar: Sequence[tuple[Pohon, Jawaban]], aturan: Aturan, batas: Fraction | None = None) -> Rata:
    """The mean of indicators, each by its weight where the agency says so, with a capaian of `batas` at most."""
    berbobot = aturan.cara_rata == CARA_RATA[2]
    ada = [(p, j.ini.capaian) for p, j in daftar if j.ini.capaian is not None]
    berat = [(c if batas is None else min(c, batas), p.bobot if berbobot else Fraction(1)) for p, c in ada]
    bobot = (sum((p.bobot for p, _ in ada), Fraction(0)), sum((p.bobot for p, _ in daftar), Fraction(0)))
    sementara = sum(j.ini.sementara for _, j in daftar if j.ini.capaian is not None)
    menunggu = sum(j.menunggu for _, j in daftar if j.ini.capaian is None)
    return Rata(rata_rata(berat), len(ada), len(daftar), sementara, bobot if berbobot else None, menunggu)


def uang(daftar: Sequence[Rekening], nomor: int) -> Uang:
    """Money spent and its share of the pagu; a line that does not apply leaves both, one that is missing both open."""
    pagu = sum((r.pagu for r in daftar), Fraction(0))
    berlaku = [(r.pagu, r.uang[nomor - 1]) for r in daftar if r.uang[nomor - 1] != TB]
    if not berlaku or any(terpakai is Kosong for _, terpakai in berlaku):
        return Uang(pagu, None, None)
    jumlah, dasar = sum(terpakai for _, terpakai in berlaku), sum(p for p, _ in berlaku)
    return Uang(pagu, jumlah, jumlah / dasar * 100 if dasar else None)


def hasil_sasaran(sasaran: Sasaran, aturan: Aturan, nomor: Sequence[int]) -> HasilSasaran:
    daftar = [(pohon, jawab(pohon, nomor)) for pohon in sasaran.daftar_pohon if pohon.berlaku(nomor[-1])]
    milik = uang(sasaran.daftar_rekening, nomor[-1])
    kinerja = rata(daftar, aturan, SERATUS).nilai
    # Efisiensi compares a whole year's work with a whole year's money, and waits for what is due.
    tanpa = len(nomor) < 4 or None in (kinerja, milik.serapan) or any(j.menunggu for _, j in daftar)
    selisih = None if tanpa or kinerja == milik.serapan == 0 else kinerja - milik.serapan
    return HasilSasaran(
        tuple(j for _, j in daftar),
        rata(daftar, aturan),
        milik,
        selisih,
        selisih is not None and kinerja == 100 > milik.serapan,
    )


def hasil_tahun(tahun: Tahun, nomor: Sequence[int]) -> HasilTahun:
    """What a report of some quarters (one, two or four of them) says of an agency."""
    daftar = tuple(hasil_sasaran(sasaran, tahun.aturan, nomor) for sasaran in tahun.daftar_sasaran)
    pasangan = [
        (pohon, jawaban)
        for sasaran, hasil in zip(tahun.daftar_sasaran, daftar, strict=True)
        for pohon, jawaban in zip((p for p in sasaran.daftar_pohon if p.berlaku(nomor[-1])), hasil.daftar, strict=True)
    ]
    semua = rata(pasangan, tahun.aturan)
    if tahun.aturan.cara_rata == CARA_RATA[1]:
        ada = [(hasil.rata.nilai, Fraction(1)) for hasil in daftar if hasil.rata.nilai is not None]
        semua = replace(semua, nilai=rata_rata(ada))
    return HasilTahun(daftar, semua, uang([r for s in tahun.daftar_sasaran for r in s.daftar_rekening], nomor[-1]))


# --- How figures are printed ------------------------------------------------------------------------------------------


def bulat(angka: Fraction, desimal: int) -> Fraction:
    """A number rounded half up, away from zero."""
    besar = (abs(angka) * 10**desimal + Fraction(1, 2)) // 1
    return Fraction(besar if angka > 0 else -besar, 10**desimal)


def tercetak(angka: Fraction, desimal: int) -> str:
    """A number as Indonesian writes it: points between thousands, a decimal comma."""
    utuh = str(abs(bulat(angka, desimal)) * 10**desimal).zfill(desimal + 1)
    depan, belakang = (utuh[:-desimal], f",{utuh[-desimal:]}") if desimal else (utuh, "")
    return ("\N{MINUS SIGN}" if bulat(angka, desimal) < 0 else "") + f"{int(depan):,}".replace(",", ".") + belakang


def secukupnya(desimal: int, cukup: Callable[[int], bool]) -> int:
    """As many decimals as are enough, up to eight more than usual; the usual ones where none are."""
    return next((banyak for banyak in range(desimal, desimal + 9) if cukup(banyak)), desimal)


def capaian_tercetak(angka: Fraction, desimal: int = 2) -> str:
    """A capaian with as many decimals as keep it in its band and on its side of 100 percent."""

    def sesisi(banyak: int) -> bool:
        tampil = bulat(angka, banyak)
        return all((angka > b, angka < b) == (tampil > b, tampil < b) for b in (100, *(batas for batas, _ in PITA)))

    return tercetak(angka, secukupnya(desimal, sesisi))


def ukuran_tercetak(ukuran: Ukuran, desimal: int) -> tuple[str | None, str | None]:
    """Target and realisasi with as many decimals as tell them apart; None where there is none."""
    t, r = ukuran.target, ukuran.realisasi
    batas = () if t is None else t if isinstance(t, tuple) else (t,)

    def berbeda(banyak: int) -> bool:
        return all(b == r or bulat(b, banyak) != bulat(r, banyak) for b in batas)

    banyak = desimal if r is None else secukupnya(desimal, berbeda)
    target = " s.d. ".join(tercetak(b, banyak) for b in batas) or None
    return target, None if r is None else tercetak(r, banyak)


# --- Random years -----------------------------------------------------------------------------------------------------


def aturan_acak(acak: Random) -> Aturan:
    return Aturan(
        rumus=acak.choice(["selisih", "rasio"]),
        cap=acak.choice([None, 100, 110, 120, 150]),
        lewat=acak.random() < 0.2,
        lantai=acak.choice([None, 0]),
        nol_tercapai=acak.random() < 0.5,
        target_dirata=acak.random() < 0.5,
        cara_rata=acak.choice(CARA_RATA),
    )


def tahun_acak(acak: Random, *, unit: int = 6, diketik: bool = False) -> Tahun:
    """A random year of an agency.

    Args:
        acak: The source of chance.
        unit: How many units feed an indicator at most.
        diketik: Whether it is to be typed into forms: only figures that a form takes, only targets that a year needs.
    """
    aturan = aturan_acak(acak)
    daftar = tuple(
        Sasaran(
            tuple(pohon_acak(acak, aturan, unit, diketik=diketik) for _ in range(acak.randint(1, 2))),
            tuple(rekening_acak(acak) for _ in range(acak.randint(0, 2))),
        )
        for _ in range(acak.randint(1, 2))
    )
    semua = [pohon for sasaran in daftar for pohon in sasaran.daftar_pohon]
    if diketik and not all(any(pohon.berlaku(n) for pohon in semua) for n in range(1, 5)):
        # A buku induk that has no indicator at all on some day is refused.
        pertama, *lain = daftar[0].daftar_pohon
        daftar = (replace(daftar[0], daftar_pohon=(replace(pertama, masa=(1, 4)), *lain)), *daftar[1:])
    return Tahun(aturan, daftar)


def pohon_acak(acak: Random, aturan: Aturan, unit: int = 6, *, diketik: bool = False) -> Pohon:
    cara, arah, negatif = acak.choice(CARA), acak.choice(ARAH), acak.random() < 0.2
    isi = tuple(
        tuple(sel_acak(acak, cara, negatif=negatif, diketik=diketik) for _ in range(4))
        for _ in range(acak.randint(1, unit))
    )
    jenis = acak.choice(JENIS[cara])
    target = target_acak(acak, jenis, arah, negatif=negatif)
    if diketik and all(t is None for t in target):
        target = (*target[:3], satu_target(acak, arah, negatif=negatif))
    satu = Pohon(
        cara=cara,
        antarunit="rasio" if cara in PECAHAN else acak.choice(["jumlah", "rata-rata"]),
        jenis=jenis,
        arah=arah,
        isi=isi,
        target=target,
        target_tahun=None if acak.random() < 0.1 and not diketik else satu_target(acak, arah, negatif=negatif),
        pengali=acak.choice([1, 100, 1000]) if cara in PECAHAN else 1,
        aturan=aturan,
        bobot=Fraction(acak.randint(1, 200), acak.choice([1, 2, 4])),
    )
    return berubah(acak, satu, negatif=negatif, diketik=diketik)


def berubah(acak: Random, pohon: Pohon, *, negatif: bool, diketik: bool) -> Pohon:
    """Now and then an indicator whose targets change in the year, up to three times, or that begins or ends in it."""
    if acak.random() < 0.3:
        target = pohon.target
        for sampai in sorted(acak.sample((2, 3, 4), acak.choice((1, 1, 2, 3))), reverse=True):
            dulu = target_acak(acak, pohon.jenis, pohon.arah, negatif=negatif)
            target = yang_dapat_diganti(dulu, target) if diketik else dulu
            tahun = satu_target(acak, pohon.arah, negatif=negatif)
            pohon = replace(pohon, dulu=((sampai, target, tahun), *pohon.dulu))
    if acak.random() < 0.2:
        awal = acak.randint(1, 4)
        pohon = replace(pohon, masa=(awal, acak.randint(awal, 4)))
    return pohon


def yang_dapat_diganti(dulu: Sequence[object], target: Sequence[object]) -> tuple[object, ...]:
    """Targets that a typed revision turns into others: a blank cell of it leaves what was there."""
    ada = tuple(lama if baru is not None else None for lama, baru in zip(dulu, target, strict=True))
    return ada if any(t is not None for t in ada) else tuple(target)


def rekening_acak(acak: Random) -> Rekening:
    """A budget line whose money and work grow over the year, with gaps and what does not apply."""
    pagu = Fraction(acak.randint(0, 3000) * acak.choice([1, 1_000, 1_000_000]))
    bagian = sorted(acak.choice([0, 0, 100, acak.randint(0, 100)]) for _ in range(4))
    nasib = [acak.random() for _ in range(4)]
    terpakai = tuple(
        TB if n < 0.1 else Kosong if n < 0.2 else Fraction(pagu * persen // 100)
        for n, persen in zip(nasib, bagian, strict=True)
    )
    return Rekening(pagu, terpakai, tuple(Kosong if n < 0.2 else Fraction(acak.randint(2, 100)) for n in nasib))


def angka_acak(acak: Random, *, negatif: bool = False) -> Fraction:
    match acak.randint(0, 5):
        case 0:
            nilai = Fraction(0)
        case 1 | 2:
            nilai = Fraction(acak.randint(1, 12))
        case 3:
            nilai = Fraction(acak.randint(1, 20_000), 100)
        case 4:
            nilai = Fraction(acak.randint(1, 10**12))
        case _:
            nilai = Fraction(acak.randint(1, 10**6), 1000)
    return -nilai if negatif else nilai


def sel_acak(acak: Random, cara: str, *, negatif: bool, diketik: bool) -> Angka:
    nasib = acak.random()
    if nasib < 0.12:
        return Kosong
    if nasib < 0.2:
        return TB
    if cara in PECAHAN:
        penyebut = angka_acak(acak)
        return tanda(acak, negatif=negatif), penyebut or Fraction(1 if diketik else 0)
    return tanda(acak, negatif=negatif)


def satu_target(acak: Random, arah: str, *, negatif: bool = False) -> object:
    if arah == "rentang":
        return tuple(sorted((tanda(acak, negatif=negatif), tanda(acak, negatif=negatif))))
    return tanda(acak, negatif=negatif)


def tanda(acak: Random, *, negatif: bool) -> Fraction:
    """A number that is below zero half of the time where that may be."""
    return angka_acak(acak, negatif=negatif and acak.random() < 0.5)


def target_acak(acak: Random, jenis: str, arah: str, *, negatif: bool) -> tuple[object, ...]:
    """Four targets, some of which were never set; now and then that of the last quarter alone."""
    daftar = target_lengkap(acak, jenis, arah, negatif=negatif)
    if acak.random() < 0.1:
        return (None, None, None, daftar[3])
    return tuple(None if acak.random() < 0.15 else target for target in daftar)


def target_lengkap(acak: Random, jenis: str, arah: str, *, negatif: bool) -> tuple[object, ...]:
    if jenis == "konstan":
        return (satu_target(acak, arah, negatif=negatif),) * 4
    daftar = [satu_target(acak, arah, negatif=negatif) for _ in range(4)]
    if jenis != "kumulatif":
        return tuple(daftar)
    if arah != "rentang":
        return tuple(sorted(daftar))
    return tuple(zip(sorted(bawah for bawah, _ in daftar), sorted(atas for _, atas in daftar), strict=True))
