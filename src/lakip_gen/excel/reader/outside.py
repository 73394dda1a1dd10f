"""What stands on a sheet outside its table, where nobody reads: every cell of it is told, a whole block in one line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from lakip_gen.domain.mentah import Sel
from lakip_gen.domain.skema.kolom import LEGENDA, TANPA_BARIS, Lembar
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.excel.reader.addresses import Area, address, parse_cell

SATU_SATU: Final = 8
"""So many cells outside a table are told one by one; more are a block."""
KUTIPAN: Final = 1_000
"""So much of a block is quoted, words before figures."""
_BARIS_UNIT: Final = 2
"""So many lines between the title and the sentence name the unit and its agency."""
_KELENGKAPAN: Final = re.compile(r'(?:=[^"].*&"|[0-9]+) dari [0-9]+ (?:baris lengkap|isian wajib terisi)"?')
"""The formula under a heading, or what it shows."""


def isi_atas(di_atas: Iterable[tuple[int, Mapping[int, Sel]]], asal: Asal, lembar: Lembar) -> list[Temuan]:
    """Say so when something stands above the table that is not the heading."""
    berisi = [
        (nomor, kolom, teks) for nomor, baris in di_atas for kolom, sel in baris.items() if (teks := sel.tampil.strip())
    ]
    kita = _baris_judul(berisi, lembar)
    return [
        temuan("isi-di-luar", Asal(asal.berkas, asal.lembar, address(nomor, kolom)), nilai=teks)
        for nomor, kolom, teks in berisi
        if (nomor, kolom) not in kita and not _milik_kita(teks)
    ]


def _milik_kita(teks: str) -> bool:
    """Return whether a text is the legend under a heading, or the formula beside it that counts what is done."""
    return teks == LEGENDA or _KELENGKAPAN.fullmatch(teks) is not None


def baris_nama(di_atas: Iterable[tuple[int, Mapping[int, Sel]]], lembar: Lembar) -> list[Sel]:
    """Return the lines between the title of a sheet and the sentence under it, which are the same on every sheet."""
    semua = {(nomor, kolom): sel for nomor, baris in di_atas for kolom, sel in baris.items() if sel.tampil.strip()}
    kita = _baris_judul([(*letak, sel.tampil.strip()) for letak, sel in semua.items()], lembar)
    tetap = {lembar.judul, lembar.keterangan}
    return [
        sel
        for letak, sel in semua.items()
        if letak in kita and (teks := sel.tampil.strip()) not in tetap and not _milik_kita(teks)
    ]


def nama_lain(daftar: Sequence[Sequence[Sel]]) -> list[Temuan]:
    """Say so where these lines are not those of the other sheets; those of the first sheet are compared elsewhere."""
    banyak = Counter(teks for baris in daftar for teks in {sel.tampil for sel in baris})
    pertama = {sel.tampil for sel in daftar[0]} if daftar else set()
    return [
        temuan("isi-di-luar", sel.asal, nilai=sel.tampil)
        for baris in daftar[1:]
        for sel in baris
        if sel.tampil not in pertama and banyak[sel.tampil] == 1
    ]


def _baris_judul(berisi: Sequence[tuple[int, int, str]], lembar: Lembar) -> Collection[tuple[int, int]]:
    """Return the cells of the heading: from the title to the sentence under it.

    Where somebody wrote over one of these the legend below tells what stands between; its column where nothing does.
    """
    letak = {teks: (nomor, kolom) for nomor, kolom, teks in reversed(berisi)}
    judul, keterangan, legenda = (letak.get(teks) for teks in (lembar.judul, lembar.keterangan, LEGENDA))
    if judul is not None and keterangan is not None and judul[1] == keterangan[1]:
        return {(nomor, judul[1]) for nomor in range(judul[0], keterangan[0] + 1)}
    if legenda is None or (judul or keterangan) is None:
        return {(nomor, kolom) for nomor, kolom, _ in berisi if kolom == berisi[0][1]}
    akhir = legenda[0] - 1
    return {satu for satu in (judul, keterangan) if satu} | {(akhir - n, legenda[1]) for n in range(1, _BARIS_UNIT + 1)}


def isi_samping(baris: Mapping[int, Sel], dikenal: Collection[int]) -> list[Temuan]:
    """Say so when something stands beside the table; `dikenal` are its columns, counted from 1."""
    return [
        temuan("isi-di-luar", sel.asal, nilai=sel.tampil)
        for kolom, sel in baris.items()
        if kolom not in dikenal and sel.tampil.strip()
    ]


def tanpa_kunci(sel: Mapping[str, Sel], lembar: Lembar) -> list[Temuan]:
    """Say so when a row that nobody registered holds something typed: an answer, or a note in another column."""
    berisi = [satu for satu in sel.values() if not satu.kosong and not satu.terkunci and satu.isi != TANPA_BARIS]
    isian = [sel[kolom.kunci] for kolom in lembar.kolom_isian if kolom.kunci in sel and sel[kolom.kunci] in berisi]
    if isian:
        return [temuan("baris-tanpa-kunci", isian[0].asal, nilai=isian[0].tampil)]
    return [temuan("isi-di-luar", satu.asal, nilai=satu.tampil) for satu in berisi]


def ringkas(daftar_temuan: Sequence[Temuan], asal: Asal) -> tuple[Temuan, ...]:
    """Return a tab's findings, those on a whole block outside the table put into one that names all its places."""
    luar = [satu for satu in daftar_temuan if satu.kode == "isi-di-luar"]
    if len(luar) <= SATU_SATU:
        return tuple(daftar_temuan)
    kutipan, dikutip = _kutipan([satu.nilai for satu in luar])
    sisa = f", dan {len(luar) - dikutip} sel lain yang tidak dikutip di sini" if dikutip < len(luar) else ""
    tempat = ", ".join(rentang(satu.asal.sel for satu in luar))
    awal = Asal(asal.berkas, asal.lembar, luar[0].asal.sel)
    blok = temuan("isi-di-luar-banyak", awal, nilai=kutipan, banyak=len(luar), tempat=tempat, sisa=sisa)
    return (*(satu for satu in daftar_temuan if satu.kode != "isi-di-luar"), blok)


def _kutipan(daftar: Sequence[str]) -> tuple[str, int]:
    """Return as much of a block as fits, words before figures, and how many cells that are."""
    urut = sorted(daftar, key=lambda teks: not any(huruf.isalpha() for huruf in teks))
    dikutip: list[str] = []
    for teks in urut:
        if dikutip and sum(map(len, dikutip)) + len(teks) > KUTIPAN:
            break
        dikutip.append(teks)
    return " | ".join(dikutip), len(dikutip)


def rentang(daftar_sel: Iterable[str]) -> list[str]:
    """Return the areas that cells make together: beside each other in a row, and rows that match under each other."""
    per_baris: dict[int, list[int]] = {}
    for baris, kolom in filter(None, map(parse_cell, daftar_sel)):
        per_baris.setdefault(baris, []).append(kolom)
    terbuka: dict[tuple[int, int], tuple[int, int]] = {}
    hasil: list[tuple[int, int, int, int]] = []
    for baris in sorted(per_baris):
        lanjut = {}
        for petak in _berderet(sorted(per_baris[baris])):
            awal, akhir = terbuka.pop(petak, (baris, baris - 1))
            if akhir != baris - 1:
                hasil.append((awal, petak[0], akhir, petak[1]))
                awal = baris
            lanjut[petak] = (awal, baris)
        hasil += [(awal, kiri, akhir, kanan) for (kiri, kanan), (awal, akhir) in terbuka.items()]
        terbuka = lanjut
    hasil += [(awal, kiri, akhir, kanan) for (kiri, kanan), (awal, akhir) in terbuka.items()]
    return [Area(kiri, awal, kanan, akhir).name for awal, kiri, akhir, kanan in sorted(hasil)]


def _berderet(daftar_kolom: Sequence[int]) -> list[tuple[int, int]]:
    hasil: list[tuple[int, int]] = []
    for kolom in daftar_kolom:
        if hasil and hasil[-1][1] == kolom - 1:
            hasil[-1] = (hasil[-1][0], kolom)
        else:
            hasil.append((kolom, kolom))
    return hasil
