"""From a raw cell to a value: exactly one reading, or a finding that says why there is none."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, assert_never

from lakip_gen.domain import angka
from lakip_gen.domain.angka_tertulis import koma, polos, terbaca
from lakip_gen.domain.bacaan import BukanAngka, Kosong, Mendua, SatuanAsing, TandaHubung, Terbaca, TidakBerlakuTertulis
from lakip_gen.domain.kinerja import SkalaPredikat
from lakip_gen.domain.mentah import JenisSel, Sel, Tampilan
from lakip_gen.domain.nilai import BelumDilaporkan, Isian, Nilai, Rentang, Target, TidakBerlaku
from lakip_gen.domain.periode import NAMA_BULAN
from lakip_gen.domain.satuan import adalah_persen
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom
from lakip_gen.domain.teks import PANJANG_SEL, bersihkan, perpindahan, samakan
from lakip_gen.domain.temuan import Temuan, temuan

DITOLAK: Final = BelumDilaporkan("belum diterima, menunggu perbaikan unit")
PERSEN_MUSTAHIL: Final = Decimal(1000)
HURUF_BULAN: Final = 3
"""The letters a month's name needs at least."""
PERSEN_KECIL: Final = Decimal("1.5")
EXCEL: Final = Context(prec=angka.DIGIT_TERBANYAK, rounding=ROUND_HALF_UP)
"""How a spreadsheet shows the numbers it holds."""
BATAS_DIGIT: Final = Decimal(10) ** angka.DIGIT_TERBANYAK
"""From here on a spreadsheet no longer holds every digit that was typed."""
TANGGAL_TERPANJANG: Final = 40
"""A longer text is no date."""
PERPINDAHAN_TERBANYAK: Final = 1_000
"""A text with more line breaks and tabs was not typed by anybody, and prints pages of nothing."""
RENTANG_TERPANJANG: Final = 120
"""A longer text is no pair of numbers."""
DESIMAL_MENDUA: Final = 3
"""With so many decimals a number reads as thousands too."""
KUTIPAN: Final = 80
_TAMPILAN_DITOLAK: Final = {
    Tampilan.TERCORET: "sel-tercoret",
    Tampilan.BERPANGKAT: "angka-berpangkat",
    Tampilan.BERSKALA: "angka-berskala",
}
"""What is seen of a cell and leaves it open what was meant."""
_PEMISAH_RENTANG: Final = re.compile(r" ?(?:s ?\.? ?/? ?d ?\.?|sampai(?: dengan)?|–|—) ?", re.IGNORECASE)
_TANGGAL: Final = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2}|[A-Za-z]+)\s*[/.\-\s]\s*(\d{4})")

Daftar = tuple[Temuan, ...]


def urai_angka(sel: Sel, kolom: str, satuan: str = "", target: Target | None = None) -> tuple[Isian, Daftar]:
    """Return the number of a cell; `BelumDilaporkan` for a blank one, `DITOLAK` where it cannot be read.

    Args:
        sel: The cell.
        kolom: The header of its column, for the finding.
        satuan: What the number counts; percent has checks of its own.
        target: What it is measured against, to tell 0,85 from 85.
    """
    if sel.kosong:
        return BelumDilaporkan(), ()
    if salah := _tampil_lain(sel, kolom):
        return DITOLAK, (salah,)
    match sel.jenis:
        case JenisSel.ANGKA:
            isian, daftar = _angka_sel(sel, kolom, satuan, target)
            return isian, (*_tak_tampak(sel, kolom), *daftar)
        case JenisSel.TEKS:
            return _angka_teks(sel, kolom, satuan, target)
    return DITOLAK, (_bukan_isian(sel, kolom),)


def _tampil_lain(sel: Sel, kolom: str) -> Temuan | None:
    """Return why a cell that shows something else than it holds is not read; None for any other cell."""
    kode = _TAMPILAN_DITOLAK.get(sel.tampilan)
    if kode is None:
        return None
    return temuan(kode, sel.asal, nilai=sel.tampil[:KUTIPAN], kolom=kolom, terlihat=sel.terlihat[:KUTIPAN])


def _tak_tampak(sel: Sel, kolom: str) -> Daftar:
    """Say so when nobody who looks at a cell sees its number."""
    if sel.tampilan is not Tampilan.TAK_TAMPAK:
        return ()
    terlihat = f"hanya tulisan “{sel.terlihat[:KUTIPAN]}”" if sel.terlihat else "sel kosong"
    return (temuan("angka-tak-tampak", sel.asal, nilai=sel.tampil, kolom=kolom, terlihat=terlihat),)


def _bukan_isian(sel: Sel, kolom: str) -> Temuan:
    kode = {
        JenisSel.TANGGAL: "tanggal-di-angka",
        JenisSel.GALAT: "sel-galat",
        JenisSel.RUMUS: "rumus-di-isian" if sel.hasil else "rumus-tanpa-nilai",
        JenisSel.LOGIKA: "bukan-angka",
        JenisSel.GAMBAR: "gambar-di-angka",
    }[sel.jenis]
    return temuan(kode, sel.asal, nilai=sel.teks, kolom=kolom, hasil=sel.hasil, alasan="isinya TRUE atau FALSE")


def _angka_sel(sel: Sel, kolom: str, satuan: str, target: Target | None) -> tuple[Isian, Daftar]:
    nilai = _terlihat(sel.isi) if isinstance(sel.isi, Decimal) else Decimal(0)
    if sel.tampilan is Tampilan.BERKATA and (salah := _kata_format(sel, kolom, satuan, nilai)):
        return DITOLAK, (salah,)
    if sel.persen and adalah_persen(satuan):
        dibaca = nilai * 100
        catatan = temuan("persen-dari-format", sel.asal, nilai=f"{koma(dibaca)}%", dibaca=koma(dibaca))
        isian, lain = _periksa_besar(dibaca, sel, kolom, satuan, None)
        return isian, (catatan, *lain)
    if sel.persen:
        return DITOLAK, (
            temuan("persen-di-angka", sel.asal, nilai=f"{koma(nilai * 100)}%", kolom=kolom, satuan=satuan),
        )
    if sel.tampilan is Tampilan.BERTANDA_PERSEN:
        if satuan and not adalah_persen(satuan):
            return DITOLAK, (
                temuan("persen-di-angka", sel.asal, nilai=sel.terlihat[:KUTIPAN], kolom=kolom, satuan=satuan),
            )
        return _periksa_besar(nilai, sel, kolom, satuan, None)  # the sign is seen, so 0,85% is meant as such
    return _periksa_besar(nilai, sel, kolom, satuan, target)


def _kata_format(sel: Sel, kolom: str, satuan: str, nilai: Decimal) -> Temuan | None:
    """Return why a number is not read beside which its format puts text: as if that text had been typed with it."""
    match angka.baca(sel.terlihat, satuan):
        case Terbaca(dibaca) if (dibaca < 0) == (nilai < 0):
            return None
        case Mendua():  # decimals or thousands: the cell itself holds which
            return None
        case SatuanAsing() if not satuan:
            return None
    terlihat = sel.terlihat[:KUTIPAN]
    return temuan("angka-berskala", sel.asal, nilai=sel.tampil[:KUTIPAN], kolom=kolom, terlihat=terlihat)


def _terlihat(nilai: Decimal) -> Decimal:
    """Return a number as Excel shows it: what its binary form adds beyond 15 digits was never typed."""
    return Decimal(polos(EXCEL.plus(nilai))) if abs(nilai) < BATAS_DIGIT else nilai


def _angka_teks(sel: Sel, kolom: str, satuan: str, target: Target | None) -> tuple[Isian, Daftar]:
    bacaan = angka.baca(sel.teks, satuan)
    asal, teks = sel.asal, sel.teks.strip()
    match bacaan:
        case Terbaca(nilai):
            # A written sign leaves no doubt that 0,85% is meant as such.
            pembanding = None if "%" in teks else target
            isian, lain = _periksa_besar(nilai, sel, kolom, satuan, pembanding)
            return isian, (temuan("angka-teks", asal, nilai=teks, dibaca=terbaca(nilai)), *lain)
        case TidakBerlakuTertulis():
            return TidakBerlaku("tidak berlaku menurut unit"), ()
        case Mendua(daftar):
            satu, dua = (koma(nilai) for nilai in daftar[:2])
            return DITOLAK, (temuan("angka-mendua", asal, nilai=teks, satu=satu, dua=dua, ketik=_tak_mendua(satu)),)
        case SatuanAsing(_, asing):
            return DITOLAK, (temuan("satuan-asing", asal, nilai=teks, asing=asing, satuan=satuan or "tanpa satuan"),)
        case TandaHubung():
            return DITOLAK, (temuan("tanda-hubung", asal, nilai=teks, kolom=kolom),)
        case BukanAngka(alasan):
            return DITOLAK, (temuan("bukan-angka", asal, nilai=teks[:80], kolom=kolom, alasan=alasan),)
        case Kosong():
            return BelumDilaporkan(), ()
    assert_never(bacaan)


def _tak_mendua(satu: str) -> str:
    """Return how a number is typed so that it means one thing: with three decimals it means two."""
    return f"{satu}0" if len(satu.partition(",")[2]) == DESIMAL_MENDUA else satu


def _periksa_besar(nilai: Decimal, sel: Sel, kolom: str, satuan: str, target: Target | None) -> tuple[Isian, Daftar]:
    """Refuse numbers that cannot be what the column asks for; one that is plain, though hard to believe, is kept."""
    teks = sel.teks.strip()
    if abs(nilai) >= BATAS_DIGIT:
        return DITOLAK, (temuan("angka-terlalu-panjang", sel.asal, nilai=teks, kolom=kolom),)
    if adalah_persen(satuan):
        if nilai > PERSEN_MUSTAHIL:
            return Nilai(nilai), (temuan("persen-mustahil", sel.asal, nilai=teks, kolom=kolom),)
        terendah = target.bawah if isinstance(target, Rentang) else target
        if terendah is not None and 0 < nilai <= PERSEN_KECIL < terendah:
            dimaksud = koma(nilai * 100)
            return DITOLAK, (temuan("persen-kecil", sel.asal, nilai=koma(nilai), kolom=kolom, dimaksud=dimaksud),)
    return Nilai(nilai), ()


def urai_predikat(sel: Sel, skala: SkalaPredikat) -> tuple[Isian, Daftar]:
    """Return the number of a predicate; what is not on the scale is a galat."""
    if sel.kosong:
        return BelumDilaporkan(), ()
    if salah := _tampil_lain(sel, "Realisasi"):
        return DITOLAK, (salah,)
    if sel.jenis in {JenisSel.GALAT, JenisSel.RUMUS, JenisSel.GAMBAR}:
        return DITOLAK, (_bukan_isian(sel, "Realisasi"),)
    nilai = skala.angka(sel.teks)
    if nilai is not None:
        return Nilai(nilai), ()
    if isinstance(angka.baca(sel.teks), TidakBerlakuTertulis):
        return TidakBerlaku("tidak berlaku menurut unit"), ()
    pilihan = ", ".join(nama for nama, _ in skala.daftar)
    return DITOLAK, (temuan("predikat-asing", sel.asal, nilai=sel.teks.strip(), pilihan=pilihan),)


def urai_teks(sel: Sel | None, kolom: Kolom) -> tuple[str, Daftar]:
    """Return the text of a cell, cleaned of characters that no document can hold; what was cleaned is told."""
    if sel is None or sel.kosong:
        return "", ()
    if salah := _tampil_lain(sel, kolom.judul):
        return "", (salah,)
    if sel.jenis is JenisSel.GAMBAR:
        return "", (temuan("gambar-di-sel", sel.asal, kolom=kolom.judul),)
    if sel.jenis in {JenisSel.GALAT, JenisSel.RUMUS}:
        # A text is shown as it stands: inert, never computed.
        return sel.teks, (temuan("rumus-di-teks", sel.asal, nilai=sel.teks[:80], kolom=kolom.judul),)
    if isinstance(sel.isi, Decimal) and abs(sel.isi) >= BATAS_DIGIT:
        return "", (temuan("digit-hilang", sel.asal, nilai=sel.teks, kolom=kolom.judul),)
    asli = _tampil_teks(sel, kolom).strip()
    bersih = bersihkan(asli)
    daftar = [*_tak_tampak(sel, kolom.judul)]
    if bersih != asli.replace("\r\n", "\n").replace("\r", "\n"):
        daftar.append(temuan("teks-dibersihkan", sel.asal, nilai=bersih[:KUTIPAN] or "(tidak ada)", kolom=kolom.judul))
    if len(bersih) > PANJANG_SEL:
        banyak = sel.panjang or len(bersih)
        daftar.append(temuan("teks-melampaui-sel", sel.asal, kolom=kolom.judul, banyak=banyak, batas=PANJANG_SEL))
    elif (banyak := perpindahan(bersih)) > PERPINDAHAN_TERBANYAK:
        batas = PERPINDAHAN_TERBANYAK
        daftar.append(temuan("teks-terlalu-banyak-baris", sel.asal, kolom=kolom.judul, banyak=banyak, batas=batas))
    elif len(bersih) > kolom.panjang:
        daftar.append(
            temuan(
                "teks-terlalu-panjang",
                sel.asal,
                nilai=f"{bersih[:60]}…",
                kolom=kolom.judul,
                banyak=len(bersih),
                batas=kolom.panjang,
            )
        )
    return bersih, tuple(daftar)


def _tampil_teks(sel: Sel, kolom: Kolom) -> str:
    """Return what a cell says in a column of texts: a number as it is shown, 85% and not 0.85."""
    if not isinstance(sel.isi, Decimal):
        return sel.teks
    if sel.tampilan in {Tampilan.BERTANDA_PERSEN, Tampilan.BERKATA}:
        return sel.terlihat
    nilai = _terlihat(sel.isi)
    if sel.persen:
        return f"{koma(_terlihat(nilai * 100))}%"
    # A short text may be a kode, whose point is no decimal comma.
    return koma(nilai) if kolom.jenis is JenisKolom.PARAGRAF else sel.teks


def urai_pilihan(sel: Sel | None, kolom: Kolom, pilihan: tuple[str, ...]) -> tuple[str, Daftar]:
    """Return the choice of a cell as the list spells it; anything else is a finding and empty."""
    teks, daftar = urai_teks(sel, kolom)
    if not teks or sel is None:
        return "", daftar
    cocok = next((butir for butir in pilihan if samakan(butir) == samakan(teks)), None)
    if cocok is not None:
        return cocok, daftar
    return "", (
        *daftar,
        temuan("pilihan-asing", sel.asal, nilai=teks, kolom=kolom.judul, pilihan=", ".join(pilihan)),
    )


def urai_tanggal(sel: Sel | None, kolom: Kolom) -> tuple[date | None, Daftar]:
    """Return the date of a cell; a written date is read when day, month and year are plain."""
    if sel is None or sel.kosong:
        return None, ()
    if salah := _tampil_lain(sel, kolom.judul):
        return None, (salah,)
    if sel.jenis is JenisSel.GAMBAR:
        return None, (temuan("gambar-di-sel", sel.asal, kolom=kolom.judul),)
    if isinstance(sel.isi, date):
        return sel.isi, ()
    tanggal = _tanggal_tertulis(sel.teks.strip()) if sel.jenis is JenisSel.TEKS else None
    if tanggal is None:
        return None, (temuan("bukan-tanggal", sel.asal, nilai=sel.teks[:80], kolom=kolom.judul),)
    return tanggal, ()


def _tanggal_tertulis(teks: str) -> date | None:
    rapi = " ".join(teks.split())
    cocok = _TANGGAL.fullmatch(rapi) if len(rapi) <= TANGGAL_TERPANJANG else None
    if cocok is None:
        return None
    hari, kata, tahun = cocok.groups()
    bulan = int(kata) if kata.isdigit() else _nomor_bulan(kata)
    try:
        return date(int(tahun), bulan, int(hari))
    except ValueError:
        return None


def _nomor_bulan(kata: str) -> int:
    daftar = [nama.casefold() for nama in NAMA_BULAN]
    dicari = kata.casefold()
    calon = [nomor for nomor, nama in enumerate(daftar, start=1) if nama.startswith(dicari)]
    return calon[0] if len(calon) == 1 and len(dicari) >= HURUF_BULAN else 0


def urai_target(sel: Sel | None, kolom: str, satuan: str, skala: SkalaPredikat | None) -> tuple[Target | None, Daftar]:
    """Return a target: a number, bounds written `a s.d. b`, or a predicate; None for a blank cell."""
    if sel is None or sel.kosong:
        return None, ()
    if salah := _tampil_lain(sel, kolom):
        return None, (salah,)
    rapi = " ".join(sel.teks.split())
    bagian = _PEMISAH_RENTANG.split(rapi) if sel.jenis is JenisSel.TEKS and len(rapi) <= RENTANG_TERPANJANG else []
    if len(bagian) == 2 and skala is None:  # noqa: PLR2004 - two bounds
        return _rentang(bagian, sel, kolom, satuan)
    isian, daftar = urai_predikat(sel, skala) if skala else urai_angka(sel, kolom, satuan)
    return (isian.angka if isinstance(isian, Nilai) else None), daftar


def _rentang(bagian: list[str], sel: Sel, kolom: str, satuan: str) -> tuple[Rentang | None, Daftar]:
    batas = [angka.baca(teks, satuan) for teks in bagian]
    nilai = [b.nilai for b in batas if isinstance(b, Terbaca)]
    if len(nilai) == 2 and nilai[0] <= nilai[1]:  # noqa: PLR2004 - two bounds
        return Rentang(nilai[0], nilai[1]), ()
    return None, (temuan("rentang-salah", sel.asal, nilai=sel.teks, kolom=kolom),)
