"""Are the cells that a form locks still as they were handed out, and its own formulas untouched?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from lakip_gen.domain.angka_tertulis import bulatkan, koma, polos, terbaca
from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.formulir import (
    META_CARA,
    BarisFormulir,
    Formulir,
    IsiKolom,
    baca_cara,
    sidik,
    sidik_cara,
    teks_isi,
)
from lakip_gen.domain.kewajiban import daftar_kewajiban
from lakip_gen.domain.mentah import BukuMentah, Catatan, JenisCatatan, JenisSel, Sel, kutip_angka
from lakip_gen.domain.nilai import Isian, Nilai
from lakip_gen.domain.skema.kolom import KUNCI, JenisKolom, Kolom
from lakip_gen.domain.temuan import Temuan, temuan
from lakip_gen.domain.urai import EXCEL
from lakip_gen.formulir.isi import Konteks
from lakip_gen.pesan.petunjuk import isi_kepala, mungkin_tenggat, sebutan_unit

HASIL_RUMUS: Final = frozenset(
    {"Lengkap", "gabungan", "penyebut 0", "target 0", "realisasi 0", "batas bawah 0", "batas atas 0", "angka negatif"}
)
"""The words that the form's own formulas show."""
_RUMUS_TETAP: Final = frozenset(f'="{kata}"' for kata in {*HASIL_RUMUS, ""})
"""The form's own formulas that look at no other cell."""
_BERANGKA: Final = frozenset({"capaian", "serapan"})
"""The columns whose formulas come to a number."""
AWAL_KURANG: Final = "Kurang: "
DIGIT_SAMA: Final = 12
"""Figures that agree in so many digits are the same."""
KUTIPAN: Final = 120
"""So much is quoted of a sheet that is not read."""


def periksa_terkunci(mentah: BukuMentah, formulir: Formulir) -> tuple[Temuan, ...]:
    """Return the locked cells that differ from the buku induk.

    A form that agrees with its own fingerprint may have been made before the buku induk moved on (told, ours is
    used); one that does not was changed (galat, ours is shown). Anybody can reckon a fingerprint anew: what was noted
    when forms were handed out decides where there is such a note.
    """
    beda = [
        (sel, _tampak(baris.isi.get(kolom)))
        for lembar, daftar_kolom in formulir.daftar_dijaga
        for baris in formulir.daftar_baris[lembar.kunci]
        for kolom in (satu.kunci for satu in daftar_kolom)
        if (sel := cari_sel(mentah, lembar.kunci, baris.kunci, kolom)) is not None
        and not _tertulis(sel, baris.isi.get(kolom))
    ]
    kode = _kode_beda(mentah, formulir) if beda else ""
    return tuple(
        temuan(kode, sel.asal, nilai=_kutip(sel) or "(kosong)", seharusnya=seharusnya or "(kosong)")
        for sel, seharusnya in beda
    )


def _kode_beda(mentah: BukuMentah, formulir: Formulir) -> str:
    """Return what is known of a form whose locked cells are not those of the buku induk.

    Only of one that was made from the buku induk as it now is can it be said that its cells were changed.
    """
    if not masih_utuh(mentah, formulir):
        return "terkunci-berubah" if mentah.meta.get("sidik") == formulir.sidik else "terkunci-tak-pasti"
    if formulir.dibagikan and mentah.meta.get("sidik") not in formulir.dibagikan:
        return "bukan-yang-dibagikan"
    return "induk-berubah"


def periksa_catatan(mentah: BukuMentah, formulir: Formulir) -> tuple[Temuan, ...]:
    """Return what somebody added where nobody reads: foreign sheets, comments, text boxes, pictures."""
    return tuple(
        _catatan(satu)
        for satu in mentah.daftar_catatan
        if satu.jenis is not JenisCatatan.KEPALA or not _milik_kepala(satu.teks, mentah, formulir)
    )


def _milik_kepala(teks: str, mentah: BukuMentah, formulir: Formulir) -> bool:
    """Return whether a form's first page says this of it, by the buku induk or by what the form says elsewhere."""
    dikenal = {*isi_kepala(formulir), sebutan_unit(mentah.meta.get("nama", ""), mentah.meta.get("unit", ""))}
    sama = {" ".join(satu.split()) for satu in (*dikenal, formulir.induk.instansi.nama)}
    return teks in sama or mungkin_tenggat(teks) or teks in mentah.kepala


def _catatan(satu: Catatan) -> Temuan:
    match satu.jenis:
        case JenisCatatan.LEMBAR:
            kutipan = satu.teks if len(satu.teks) <= KUTIPAN else f"{satu.teks[:KUTIPAN]}…"
            return temuan("lembar-tidak-dibaca", satu.asal, nilai=kutipan)
        case JenisCatatan.HALAMAN | JenisCatatan.KEPALA:
            return temuan("isi-di-lembar-bacaan", satu.asal, nilai=satu.teks)
        case JenisCatatan.GAMBAR:
            # A picture lies over an area, and findings are sorted and grouped by one cell.
            sudut = replace(satu.asal, sel=satu.asal.sel.partition(":")[0])
            return temuan("gambar-tidak-dibaca", sudut, nilai=satu.asal.sel or "(tempatnya tidak tertulis)")
    return temuan("catatan-tidak-dibaca", satu.asal, nilai=satu.teks, jenis=satu.jenis.value)


def periksa_rumus(mentah: BukuMentah, konteks: Konteks) -> tuple[Temuan, ...]:
    """Return the figures typed over the form's own formulas that differ from what these would show."""
    aturan = konteks.formulir.induk.aturan
    hitungan: list[tuple[str, str, str, Decimal | None]] = [
        ("indikator", "capaian", baris.kunci, jawaban.capaian.angka)
        for baris in konteks.formulir.daftar_baris["indikator"]
        if (jawaban := konteks.laporan.indikator(baris.kunci)) and jawaban.capaian
    ]
    hitungan += [
        ("anggaran", "serapan", baris.kunci, _serapan(belanja.realisasi, baris.isi.get("pagu")))
        for baris in konteks.formulir.daftar_baris["anggaran"]
        if (belanja := konteks.laporan.anggaran(baris.kunci))
    ]
    selisih = Decimal(1).scaleb(-aturan.desimal_capaian)
    hasil = []
    for lembar, kolom, kunci, seharusnya in hitungan:
        sel = cari_sel(mentah, lembar, kunci, kolom)
        if sel is None or seharusnya is None or not isinstance(sel.isi, Decimal):
            continue
        tertulis = sel.isi * 100 if sel.persen else sel.isi
        if abs(tertulis - seharusnya) > selisih:
            dihitung = koma(bulatkan(seharusnya, 2))
            hasil.append(temuan("hitungan-berbeda", sel.asal, nilai=terbaca(tertulis), seharusnya=dihitung))
    return tuple(hasil)


def periksa_tak_dibaca(mentah: BukuMentah, konteks: Konteks) -> tuple[Temuan, ...]:
    """Return what somebody typed into locked columns that nobody reads and no other check compares.

    An earlier quarter's figure may also differ because that quarter was mended after the form was handed out.
    """
    hasil = []
    for lembar in konteks.formulir.daftar_lembar:
        daftar_kolom = [k for k in lembar.daftar_kolom if not (k.isian or k.dijaga or k is KUNCI)]
        sebutan = {satu.sebutan for satu in daftar_kewajiban(lembar.kunci, konteks.formulir.versi)}
        for baris in konteks.formulir.daftar_baris[lembar.kunci]:
            for kolom in daftar_kolom:
                sel = cari_sel(mentah, lembar.kunci, baris.kunci, kolom.kunci)
                if sel is None or sel.kosong or _sama(sel, baris.isi.get(kolom.kunci)):
                    continue
                diisi = cari_sel(mentah, lembar.kunci, baris.kunci, "realisasi")
                if kolom.jenis is JenisKolom.RUMUS and _isi_rumus(sel, kolom, baris, diisi, sebutan):
                    continue
                hasil += _tak_dibaca(sel, kolom, baris, konteks)
    return tuple(hasil)


def _tak_dibaca(sel: Sel, kolom: Kolom, baris: BarisFormulir, konteks: Konteks) -> list[Temuan]:
    tercatat = baris.isi.get(kolom.kunci)
    kode = "isi-tidak-dibaca"
    if (triwulan := _triwulan_lalu(kolom, konteks)) is not None:
        if sel.jenis is JenisSel.ANGKA and all(lalu.periode.nomor != triwulan for lalu in konteks.daftar_lalu):
            return []  # that quarter's form was taken back, and this one shows what it said
        kode = "realisasi-lalu-berbeda"
    return [temuan(kode, sel.asal, nilai=_kutip(sel), kolom=kolom.judul, seharusnya=_tampak(tercatat) or "(kosong)")]


def _sama(sel: Sel, tercatat: IsiKolom) -> bool:
    """Return whether a cell holds what is on record; of a quotient a workbook keeps no more than fifteen digits."""
    if isinstance(sel.isi, Decimal) and isinstance(tercatat, Decimal):
        return abs(sel.isi - tercatat) <= abs(tercatat).scaleb(-DIGIT_SAMA)
    return _tertulis(sel, tercatat)


def _tertulis(sel: Sel, isi: IsiKolom) -> bool:
    """Return whether a cell holds a known value, as it was handed out or as a text with a decimal comma."""
    return teks_sel(sel) in {teks_isi(isi), _tampil(isi)}


def _kutip(sel: Sel) -> str:
    return _tampak(sel.isi) if isinstance(sel.isi, Decimal) else teks_sel(sel)


def _tampil(isi: IsiKolom) -> str:
    return kutip_angka(EXCEL.plus(isi)) if isinstance(isi, Decimal) else teks_isi(isi)


def _tampak(isi: IsiKolom) -> str:
    """Return a known value as a finding shows it."""
    return kutip_angka(EXCEL.plus(isi)) if isinstance(isi, Decimal) else teks_isi(isi)


def _isi_rumus(sel: Sel, kolom: Kolom, baris: BarisFormulir, diisi: Sel | None, sebutan: Collection[str]) -> bool:
    """Return whether a cell of a formula's column holds one, or what the form's own one may have shown there.

    Args:
        sel: The cell.
        kolom: Its column.
        baris: Its row.
        diisi: The figure that the formula reckons with.
        sebutan: What a row of the sheet can lack.
    """
    match sel.jenis:
        case JenisSel.RUMUS:
            return _merujuk(sel.teks) or sel.teks in _RUMUS_TETAP
        case JenisSel.TEKS:
            teks = teks_sel(sel)
            kurang = teks.startswith(AWAL_KURANG) and set(teks.removeprefix(AWAL_KURANG).split(", ")) <= set(sebutan)
            return teks in HASIL_RUMUS or kurang
        case JenisSel.ANGKA:  # `periksa_rumus` compares it with the right one
            digabung = baris.indikator is not None and baris.indikator.bersama
            return kolom.kunci in _BERANGKA and not digabung and diisi is not None and not diisi.kosong
    return sel.jenis is JenisSel.GALAT  # nobody types #REF!: a formula came to that


def _merujuk(rumus: str) -> bool:
    """Return whether a formula looks at another cell; one that looks at none says what somebody typed into it."""
    tanpa_teks = "".join(rumus.replace("$", "").split('"')[::2])
    return any(kiri.isalpha() and kanan.isdecimal() for kiri, kanan in pairwise(tanpa_teks))


def _triwulan_lalu(kolom: Kolom, konteks: Konteks) -> int | None:
    """Return the earlier quarter that a column shows; None for any other column."""
    kini = konteks.formulir.periode.nomor
    nomor = kini - 1 if kolom.kunci == "realisasi_lalu" else kolom.triwulan or 0
    return nomor if 0 < nomor < kini else None


def _serapan(realisasi: Isian, pagu: object) -> Decimal | None:
    if not isinstance(realisasi, Nilai) or not isinstance(pagu, Decimal) or not pagu:
        return None
    return realisasi.angka / pagu * SERATUS


def cari_sel(mentah: BukuMentah, lembar: str, kunci: str, kolom: str) -> Sel | None:
    """Return a cell by its row and column; None where the form has none."""
    isi = mentah.lembar.get(lembar)
    baris = isi.baris(kunci) if isi else None
    return baris.sel.get(kolom) if baris else None


def teks_sel(sel: Sel) -> str:
    """Return a cell's content in the canonical text of the fingerprint."""
    return polos(sel.isi) if isinstance(sel.isi, Decimal) else " ".join(sel.teks.split())


def masih_utuh(mentah: BukuMentah, formulir: Formulir) -> bool:
    """Return whether a form holds what its own fingerprint says, as every one does that nobody changed."""
    return _sidik_isi(mentah, formulir) == mentah.meta.get("sidik")


def _sidik_isi(mentah: BukuMentah, formulir: Formulir) -> str:
    """Return the fingerprint of what the cells hold now, over the columns that the form's version guards."""
    terkunci = (
        (lembar.kunci, baris.kunci, kolom.kunci, teks_sel(sel) if (sel := baris.sel.get(kolom.kunci)) else "")
        for lembar, daftar_kolom in formulir.daftar_dijaga
        for baris in (mentah.lembar[lembar.kunci].daftar_baris if lembar.kunci in mentah.lembar else ())
        for kolom in daftar_kolom
    )
    return sidik((*terkunci, *sidik_cara(baca_cara(mentah.meta.get(META_CARA, "")))))
