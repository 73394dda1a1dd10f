"""Reading workbooks: bytes -> plain cells. Nothing else in the program knows which library reads.

Sheets are found by their tab or their headers, columns by their headers, rows by their key; never by bare
coordinates. Cached results of formulas are never taken as data.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import openpyxl
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from lakip_gen import wadah
from lakip_gen.domain.angka import dari_sel
from lakip_gen.domain.mentah import Baris, BukuMentah, JenisSel, LembarMentah, Sel
from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.domain.teks import samakan, urai_escape
from lakip_gen.domain.temuan import Asal, Temuan, temuan

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

BARIS_TERBANYAK: Final = 5_000
KOLOM_TERBANYAK: Final = 64
BARIS_KEPALA_TERDALAM: Final = 20
KEPALA_CUKUP: Final = 0.5
"""The share of a sheet's headers that a row must hold to be taken for the header row."""
LEMBAR_META: Final = "_meta"

SelBuku: TypeAlias = Any
"""A cell of the reading library; the library's read-only cells share no type."""


@dataclass(frozen=True, slots=True)
class _Kepala:
    """Where the header row stands and which column holds what (positions counted from 0)."""

    nomor: int
    letak: Mapping[str, int]


def baca_buku(isi: bytes, berkas: str, daftar_lembar: Sequence[Lembar]) -> tuple[BukuMentah | None, tuple[Temuan, ...]]:
    """Return the recognised sheets of a workbook as plain cells, and what is wrong with its shape.

    Args:
        isi: The file's bytes.
        berkas: The file's name, for findings.
        daftar_lembar: The sheets to look for.
    """
    asal = Asal(berkas)
    bagian, daftar_temuan = wadah.buka(isi, wadah.Jenis.XLSX, asal)
    if bagian is None:
        return None, daftar_temuan
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of features that it drops; nothing is written back
            return _baca(isi, asal, daftar_lembar, daftar_temuan)
    except Exception as galat:  # noqa: BLE001 - a damaged workbook raises ten kinds of error, all of them the file's
        return None, (*daftar_temuan, temuan("buku-tidak-terbaca", asal, alasan=type(galat).__name__))


def _baca(
    isi: bytes, asal: Asal, daftar_lembar: Sequence[Lembar], daftar_temuan: tuple[Temuan, ...]
) -> tuple[BukuMentah, tuple[Temuan, ...]]:
    buku = openpyxl.load_workbook(BytesIO(isi), read_only=True, keep_links=False)
    lembar: dict[str, LembarMentah] = {}
    kepala = ""
    for definisi, nama in _cocokkan(buku, daftar_lembar):
        mentah, baru, judul = _baca_lembar(buku, nama, asal.berkas, definisi)
        daftar_temuan += baru
        kepala = kepala or judul
        if mentah:
            lembar[definisi.kunci] = _isi_hasil_rumus(isi, mentah, definisi)
    return BukuMentah(asal.berkas, _meta(buku), lembar, kepala), daftar_temuan


def _meta(buku: Workbook) -> dict[str, str]:
    if LEMBAR_META not in buku.sheetnames:
        return {}
    lembar = _lembar(buku, LEMBAR_META)
    return {str(nama): str(isi) for nama, isi in lembar.iter_rows(max_row=50, max_col=2, values_only=True) if nama}


def _lembar(buku: Workbook, nama: str) -> Any:  # noqa: ANN401 - see SelBuku
    lembar: Any = buku[nama]
    lembar.reset_dimensions()  # WPS writes wrong ones, and rows would be lost without a word
    return lembar


def _cocokkan(buku: Workbook, daftar_lembar: Sequence[Lembar]) -> Iterator[tuple[Lembar, str]]:
    """Yield each sheet of the definition with its tab; renamed tabs are found by their headers."""
    per_nama = {samakan(nama): nama for nama in buku.sheetnames}
    bernama = {
        lembar.kunci: per_nama[samakan(lembar.nama)] for lembar in daftar_lembar if samakan(lembar.nama) in per_nama
    }
    sisa = [nama for nama in buku.sheetnames if nama not in bernama.values() and not nama.startswith("_")]
    for lembar in daftar_lembar:
        nama = bernama.get(lembar.kunci) or next((n for n in sisa if _cari_kepala(_atas(buku, n), lembar)), None)
        if nama is not None:
            sisa = [lain for lain in sisa if lain != nama]
            yield lembar, nama


def _atas(buku: Workbook, nama: str) -> list[tuple[SelBuku, ...]]:
    return list(_lembar(buku, nama).iter_rows(max_row=BARIS_KEPALA_TERDALAM, max_col=KOLOM_TERBANYAK))


def _cari_kepala(daftar_baris: Iterable[tuple[SelBuku, ...]], lembar: Lembar) -> _Kepala | None:
    judul = {samakan(kolom.judul): kolom.kunci for kolom in lembar.daftar_kolom}
    for nomor, baris in enumerate(daftar_baris, start=1):
        letak: dict[str, int] = {}
        for posisi, sel in enumerate(baris):
            if isinstance(sel.value, str) and (kunci := judul.get(samakan(sel.value))):
                letak.setdefault(kunci, posisi)
        if len(letak) >= max(2, KEPALA_CUKUP * len(judul)):
            return _Kepala(nomor, letak)
    return None


def _baca_lembar(
    buku: Workbook, nama: str, berkas: str, lembar: Lembar
) -> tuple[LembarMentah | None, tuple[Temuan, ...], str]:
    iterasi = _lembar(buku, nama).iter_rows(max_row=BARIS_TERBANYAK, max_col=KOLOM_TERBANYAK)
    atas = list(islice(iterasi, BARIS_KEPALA_TERDALAM))
    asal = Asal(berkas, nama)
    kepala = _cari_kepala(atas, lembar)
    judul = " ".join(
        str(sel.value) for baris in atas[: (kepala.nomor - 1 if kepala else 0)] for sel in baris if sel.value
    )
    if kepala is None:
        return None, (temuan("lembar-tanpa-kepala", asal, lembar=lembar.nama),), judul
    daftar_temuan = [
        temuan("kolom-hilang", asal, kolom=kolom.judul)
        for kolom in lembar.daftar_kolom
        if kolom.kunci not in kepala.letak and (kolom.isian or kolom.kunci == lembar.kolom_kunci)
    ]
    daftar_baris: list[Baris] = []
    for nomor, sel_baris in enumerate([*atas[kepala.nomor :], *iterasi], start=kepala.nomor + 1):
        baris, baru = _baca_baris(sel_baris, nomor, asal, lembar, kepala)
        daftar_temuan += baru
        if baris:
            daftar_baris.append(baris)
    daftar_temuan += _kunci_ganda(daftar_baris, asal, lembar, kepala)
    kolom = {kunci: get_column_letter(posisi + 1) for kunci, posisi in kepala.letak.items()}
    return LembarMentah(nama, tuple(daftar_baris), kolom), tuple(daftar_temuan), judul


def _baca_baris(
    sel_baris: tuple[SelBuku, ...], nomor: int, asal: Asal, lembar: Lembar, kepala: _Kepala
) -> tuple[Baris | None, list[Temuan]]:
    if all(sel.value is None for sel in sel_baris):
        return None, []
    sel = {
        kunci: _sel(sel_baris[posisi] if posisi < len(sel_baris) else None, nomor, posisi, asal)
        for kunci, posisi in kepala.letak.items()
    }
    luar = _isi_luar(sel_baris, nomor, asal, kepala)
    if lembar.kolom_kunci:
        kunci = sel[lembar.kolom_kunci].teks.strip() if lembar.kolom_kunci in sel else ""
        if not kunci:
            return None, [*_tanpa_kunci(sel, lembar), *luar]
        return Baris(kunci, nomor, sel), luar
    if all(sel[kolom.kunci].kosong for kolom in lembar.kolom_isian if kolom.kunci in sel):
        return None, luar
    return Baris(str(nomor), nomor, sel), luar


def _tanpa_kunci(sel: Mapping[str, Sel], lembar: Lembar) -> list[Temuan]:
    """Say so when a row that nobody registered holds something typed."""
    berisi = [sel[kolom.kunci] for kolom in lembar.kolom_isian if kolom.kunci in sel and not sel[kolom.kunci].kosong]
    return [temuan("baris-tanpa-kunci", berisi[0].asal, nilai=berisi[0].teks)] if berisi else []


def _isi_luar(sel_baris: tuple[SelBuku, ...], nomor: int, asal: Asal, kepala: _Kepala) -> list[Temuan]:
    """Say so when something stands beside the table, where nobody reads it."""
    dikenal = set(kepala.letak.values())
    return [
        temuan(
            "isi-di-luar",
            Asal(asal.berkas, asal.lembar, f"{get_column_letter(posisi + 1)}{nomor}"),
            nilai=sel.value,
        )
        for posisi, sel in enumerate(sel_baris)
        if posisi not in dikenal and sel.value is not None and str(sel.value).strip()
    ]


def _kunci_ganda(daftar_baris: list[Baris], asal: Asal, lembar: Lembar, kepala: _Kepala) -> list[Temuan]:
    if not lembar.kolom_kunci or lembar.kolom_kunci not in kepala.letak:
        return []
    pertama: dict[str, int] = {}
    hasil = []
    for baris in daftar_baris:
        if baris.kunci in pertama:
            sel = baris.sel[lembar.kolom_kunci].asal.sel
            hasil.append(
                temuan(
                    "kunci-ganda",
                    Asal(asal.berkas, asal.lembar, sel),
                    nilai=baris.kunci,
                    lain=str(pertama[baris.kunci]),
                )
            )
        pertama.setdefault(baris.kunci, baris.nomor)
    return hasil


def _sel(sel: SelBuku, nomor: int, posisi: int, asal: Asal) -> Sel:
    alamat = Asal(asal.berkas, asal.lembar, f"{get_column_letter(posisi + 1)}{nomor}")
    isi = None if sel is None else sel.value
    if isi is None:
        return Sel(None, JenisSel.KOSONG, alamat)
    if sel.data_type == "f":
        return Sel(str(getattr(isi, "text", isi)), JenisSel.RUMUS, alamat, terkunci=bool(sel.protection.locked))
    if sel.data_type == "e":
        return Sel(str(isi), JenisSel.GALAT, alamat)
    match isi:
        case bool():
            return Sel(isi, JenisSel.LOGIKA, alamat)
        case int() | float():
            return Sel(dari_sel(isi), JenisSel.ANGKA, alamat, "%" in (sel.number_format or ""))
        case Decimal():
            return Sel(isi, JenisSel.ANGKA, alamat)
        case datetime():
            return Sel(isi.date(), JenisSel.TANGGAL, alamat)
        case date():
            return Sel(isi, JenisSel.TANGGAL, alamat)
        case time() | timedelta():
            return Sel(str(isi), JenisSel.TANGGAL, alamat)
        case _:
            return Sel(urai_escape(str(isi)), JenisSel.TEKS, alamat)


def _isi_hasil_rumus(isi: bytes, lembar: LembarMentah, definisi: Lembar) -> LembarMentah:
    """Return the sheet with what formulas typed into it showed; most sheets have none and cost nothing."""
    isian = {kolom.kunci for kolom in definisi.kolom_isian}
    if not any(
        sel.jenis is JenisSel.RUMUS and not sel.terkunci and kunci in isian
        for baris in lembar.daftar_baris
        for kunci, sel in baris.sel.items()
    ):
        return lembar
    buku = openpyxl.load_workbook(BytesIO(isi), read_only=True, data_only=True, keep_links=False)
    nilai = {
        (nomor, posisi): sel.value
        for nomor, baris in enumerate(
            _lembar(buku, lembar.nama).iter_rows(max_row=BARIS_TERBANYAK, max_col=KOLOM_TERBANYAK), start=1
        )
        for posisi, sel in enumerate(baris, start=1)
        if sel.value is not None
    }
    return replace(lembar, daftar_baris=tuple(_baris_hasil(baris, nilai) for baris in lembar.daftar_baris))


def _baris_hasil(baris: Baris, nilai: Mapping[tuple[int, int], object]) -> Baris:
    sel = {
        kunci: replace(sel, hasil=str(nilai.get(coordinate_to_tuple(sel.asal.sel), "")))
        if sel.jenis is JenisSel.RUMUS
        else sel
        for kunci, sel in baris.sel.items()
    }
    return replace(baris, sel=sel)
