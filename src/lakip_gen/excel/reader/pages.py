"""Tabs of a form without inputs: the pages that our own forms bring along, and sheets that somebody added.

Nobody reads them for data, so what was typed there is told: of our own pages every cell that we did not write, of a
hidden or foreign sheet the first one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import Final, TypeAlias

from lakip_gen.domain.formulir import META_CARA, META_INSTANSI
from lakip_gen.domain.mentah import JenisCatatan, Sel
from lakip_gen.domain.silsilah import META_ISIAN, META_LELUHUR
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.excel.instructions import FIXED_TEXTS
from lakip_gen.excel.reader.addresses import address
from lakip_gen.pesan.petunjuk import NAMA_KEPALA

TERBANYAK: Final = 40
"""So many notes of one sheet are told one by one."""
BARIS_KEPALA: Final = 2 + len(NAMA_KEPALA)
"""The first lines of the Petunjuk page: its title, the agency, and what it says of the form."""
BARIS_JUDUL_HASIL: Final = 3
"""The lines above the table of findings, each in the first column."""
LEMBAR_META: Final = "_meta"
LEMBAR_DAFTAR: Final = "_daftar"
KATA_META: Final = frozenset(
    {"jenis", "versi", "periode", "unit", "nama", "sidik", META_INSTANSI, META_CARA, META_LELUHUR, META_ISIAN}
)
"""The words that the meta sheet of a form begins its rows with."""
_KATA_DAN_ISI: Final = 2
PILIHAN_PERTAMA: Final = "status_aksi"
"""The name of the first list on the sheet of choices."""
_TINGKAT: Final = frozenset(tingkat.value for tingkat in Tingkat)
_MARGIN_CODE: Final = re.compile(r'&(?:"[^"]*"|[0-9]{1,3}|K[0-9A-Fa-f+-]{6}|[A-Z])')
"""How a header of pages names fonts, places and what the office fills in; `&&` is a mark that is printed."""
_PAGE_WORDS: Final = frozenset({"halaman", "dari", "page", "of"})

Isi: TypeAlias = tuple[int, Mapping[int, str]]
"""A row with something in it: its number, and its texts by number of the column."""


def isi_asing(
    nama: str, daftar_baris: Iterable[tuple[int, Mapping[int, Sel]]]
) -> Iterator[tuple[JenisCatatan, str, str]]:
    """Yield what somebody typed on a tab that holds no inputs: what kind of tab it is, the address, the text."""
    daftar_isi = _berisi(daftar_baris)
    pertama = next(daftar_isi, None)
    if pertama is None:
        return
    awal = next(iter(pertama[1].items()))
    halaman = HALAMAN.get(nama) or HALAMAN.get(awal[1])
    if halaman is None:
        yield JenisCatatan.LEMBAR, address(pertama[0], awal[0]), awal[1]
        return
    semua = chain([pertama], daftar_isi)
    if halaman is _di_petunjuk:
        atas = list(islice(semua, BARIS_KEPALA))
        for nomor, kolom, teks in _di_kepala(atas):
            yield JenisCatatan.KEPALA, address(nomor, kolom), teks
        semua = chain(atas, semua)
    asing = halaman(semua)
    for nomor, kolom, teks in islice(asing, TERBANYAK):
        yield JenisCatatan.HALAMAN, address(nomor, kolom), teks
    if sisa := list(asing):
        yield JenisCatatan.HALAMAN, address(*sisa[0][:2]), f"… dan {len(sisa) - 1} sel lain sesudahnya"


def teks_tepi(daftar_tepi: Iterable[str]) -> Iterator[str]:
    """Yield what is printed above and below the pages of a sheet, but for the names and numbers of these pages."""
    for tepi in dict.fromkeys(daftar_tepi):
        teks = " ".join(_MARGIN_CODE.sub(" ", tepi).split())
        if set(teks.casefold().split()) - _PAGE_WORDS:
            yield teks


def _berisi(daftar_baris: Iterable[tuple[int, Mapping[int, Sel]]]) -> Iterator[Isi]:
    for nomor, baris in daftar_baris:
        isi = {kolom: " ".join(sel.tampil.split()) for kolom, sel in baris.items()}
        if isi := {kolom: teks for kolom, teks in isi.items() if teks}:
            yield nomor, isi


def _di_petunjuk(daftar_isi: Iterable[Isi]) -> Iterator[tuple[int, int, str]]:
    """Yield the cells of the Petunjuk page that the form does not bring along."""
    return (
        (nomor, kolom, teks)
        for nomor, kolom, teks, di_kepala in _berkepala(daftar_isi)
        if not di_kepala and teks not in FIXED_TEXTS
    )


def _di_kepala(daftar_isi: Iterable[Isi]) -> Iterator[tuple[int, int, str]]:
    """Yield what differs from form to form: whoever knows the form knows whether it was written over."""
    return ((nomor, kolom, teks) for nomor, kolom, teks, di_kepala in _berkepala(daftar_isi) if di_kepala)


def _berkepala(daftar_isi: Iterable[Isi]) -> Iterator[tuple[int, int, str, bool]]:
    """Yield all cells, and of each whether it is the agency's name under the title or stands behind a name."""
    kiri = atas = ""
    for nomor, isi in daftar_isi:
        for kolom, teks in isi.items():
            yield nomor, kolom, teks, kiri in NAMA_KEPALA or atas == skema.JUDUL_PETUNJUK
            kiri, atas = teks, ""
        kiri, atas = "", next(iter(isi.values()))


def _di_hasil(daftar_isi: Iterable[Isi]) -> Iterator[tuple[int, int, str]]:
    """Yield the cells of the page of findings outside its heading and its table."""
    di_tabel = False
    for urutan, (nomor, isi) in enumerate(daftar_isi):
        di_tabel = di_tabel or isi.get(1) == skema.KEPALA_HASIL[0]
        baris_tabel = di_tabel and isi.get(1) in {skema.KEPALA_HASIL[0], *_TINGKAT}
        milik_kita = len(skema.KEPALA_HASIL) if baris_tabel else int(not di_tabel and urutan < BARIS_JUDUL_HASIL)
        yield from ((nomor, kolom, teks) for kolom, teks in isi.items() if kolom > milik_kita)


def _di_meta(daftar_isi: Iterable[Isi]) -> Iterator[tuple[int, int, str]]:
    """Yield the first cell of the meta sheet that says nothing of the workbook: nobody sees that sheet in Excel."""
    asing = (
        (nomor, kolom, teks)
        for nomor, isi in daftar_isi
        for kolom, teks in isi.items()
        if kolom > _KATA_DAN_ISI or isi.get(1) not in KATA_META
    )
    yield from islice(asing, 1)


def _di_daftar(daftar_isi: Iterator[Isi]) -> Iterator[tuple[int, int, str]]:
    """Yield the first cell of the sheet of choices that is under the name of no list, or beside them.

    A choice that somebody changed is told where it is chosen: there it is none of the list.
    """
    nomor, nama = next(daftar_isi)
    if nama.get(1) != PILIHAN_PERTAMA:
        return  # rows were taken away: what is left stands under no name
    di_daftar = {kolom for kolom, teks in nama.items() if teks.isidentifier()}
    for nomor_baris, isi in chain([(nomor, nama)], daftar_isi):
        if asing := [(nomor_baris, kolom, teks) for kolom, teks in isi.items() if kolom not in di_daftar]:
            yield asing[0]
            return


HALAMAN: Final[Mapping[str, Callable[[Iterator[Isi]], Iterator[tuple[int, int, str]]]]] = {
    skema.LEMBAR_PETUNJUK: _di_petunjuk,
    skema.JUDUL_PETUNJUK: _di_petunjuk,
    skema.JUDUL_HASIL: _di_hasil,
    LEMBAR_META: _di_meta,
    LEMBAR_DAFTAR: _di_daftar,
}
"""Our own pages without inputs, by their tab or first cell."""
