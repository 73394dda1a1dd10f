"""Reading workbooks: bytes -> plain cells. Nothing else in the program knows which library reads.

Sheets are found by their tab or their headers, columns by their headers, rows by their key; never by bare
coordinates. Cached results of formulas are never taken as data.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from openpyxl.utils import coordinate_to_tuple, get_column_letter

from lakip_gen.domain.angka import dari_sel
from lakip_gen.domain.mentah import Baris, BukuMentah, Catatan, JenisCatatan, JenisSel, LembarMentah, Sel
from lakip_gen.domain.skema.kolom import Lembar, baca_versi, pada_versi
from lakip_gen.domain.teks import samakan, urai_escape
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.excel.reader import outside
from lakip_gen.excel.reader.archive import (
    BARIS_TERBANYAK,
    KOLOM_TERBANYAK,
    TerlaluBesarError,
    buka_arsip,
    nama_bagian,
    siapkan,
)
from lakip_gen.excel.reader.comments import daftar_catatan
from lakip_gen.excel.reader.look import dengan_rupa
from lakip_gen.excel.reader.pages import isi_asing
from lakip_gen.ooxml.guard import open_container
from lakip_gen.ooxml.recognise import Kind

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

BARIS_KEPALA_TERDALAM: Final = 20
KEPALA_CUKUP: Final = 0.5
"""The share of a sheet's headers that a row must hold to be taken for the header row."""
LEMBAR_META: Final = "_meta"
KATA_META: Final = "jenis"
"""The first word on the meta sheet."""
LEMBAR_DAFTAR: Final = "_daftar"

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
        daftar_lembar: The sheets to look for; a workbook of an earlier version has only those that it had then.
    """
    asal = Asal(berkas)
    bagian, daftar_temuan = open_container(isi, Kind.XLSX, asal)
    if bagian is None:
        return None, daftar_temuan
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of features that it drops; nothing is written back
            return _baca(bagian, asal, daftar_lembar, daftar_temuan)
    except TerlaluBesarError:
        return None, (*daftar_temuan, temuan("buku-terlalu-besar", asal))
    except Exception as galat:  # noqa: BLE001 - a damaged workbook raises ten kinds of error, all of them the file's
        return None, (*daftar_temuan, temuan("buku-tidak-terbaca", asal, alasan=type(galat).__name__))


def _baca(
    bagian: Mapping[str, bytes], asal: Asal, daftar_lembar: Sequence[Lembar], daftar_temuan: tuple[Temuan, ...]
) -> tuple[BukuMentah, tuple[Temuan, ...]]:
    siap, jauh = siapkan(bagian)
    buku = buka_arsip(siap)
    meta, dikenal = _meta(buku)
    # What came after the workbook's own version is not looked for, so nobody misses it there.
    daftar_lembar = pada_versi(daftar_lembar, baca_versi(meta.get("versi")))
    lembar: dict[str, LembarMentah] = {}
    kepala = ""
    pasangan = list(_cocokkan(buku, daftar_lembar))
    for definisi, daftar_nama in pasangan:
        dibaca = [_baca_lembar(buku, nama, asal.berkas, definisi) for nama in daftar_nama]
        pilihan, ganda = _pilih(dibaca, asal, definisi)
        daftar_temuan += (*pilihan.daftar_temuan, *ganda, *_di_luar_batas(buku, pilihan.nama, asal, jauh))
        kepala = kepala or pilihan.judul
        if pilihan.mentah:
            letak = nama_bagian(_lembar(buku, pilihan.nama))
            mentah = dengan_rupa(pilihan.mentah, siap[letak], bagian[letak])
            lembar[definisi.kunci] = _isi_hasil_rumus(siap, mentah, definisi)
    dikenal |= {nama for _, daftar_nama in pasangan for nama in daftar_nama}
    per_bagian = {nama_bagian(_lembar(buku, nama)): nama for nama in buku.sheetnames}
    catatan = (*_lembar_asing(buku, asal, dikenal, jauh), *daftar_catatan(bagian, asal, per_bagian))
    return BukuMentah(asal.berkas, meta, lembar, kepala, catatan), daftar_temuan


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terbaca:
    """What one tab gave: its rows, what was found in them, and what stands above them."""

    nama: str
    mentah: LembarMentah | None = None
    daftar_temuan: tuple[Temuan, ...] = ()
    judul: str = ""
    daftar_kunci: frozenset[str] = field(default_factory=frozenset)
    terisi: bool = False


def _pilih(dibaca: list[_Terbaca], asal: Asal, definisi: Lembar) -> tuple[_Terbaca, tuple[Temuan, ...]]:
    """Return the tab that is the sheet: the one that holds input; where two do, the first, and a finding."""
    utama, *lain = dibaca
    salinan = [satu for satu in lain if satu.terisi and satu.daftar_kunci & utama.daftar_kunci]
    if salinan and not utama.terisi:
        utama, *salinan = salinan
    return utama, tuple(
        temuan("lembar-ganda", Asal(asal.berkas, satu.nama), nilai=satu.nama, lain=utama.nama, lembar=definisi.nama)
        for satu in salinan
    )


def _di_luar_batas(buku: Workbook, nama: str, asal: Asal, jauh: Mapping[str, str]) -> tuple[Temuan, ...]:
    """Say so when something stands further down or to the right than anybody reads."""
    alamat = jauh.get(nama_bagian(_lembar(buku, nama)))
    if alamat is None:
        return ()
    tempat = Asal(asal.berkas, nama, alamat.strip("?"))
    kolom = get_column_letter(KOLOM_TERBANYAK)
    return (temuan("isi-di-luar-batas", tempat, baris=BARIS_TERBANYAK, kolom=kolom),)


def _meta(buku: Workbook) -> tuple[dict[str, str], set[str]]:
    """Return what the meta sheet says, and the tab it has; one that was renamed is known by its first cell."""
    daftar = [LEMBAR_META] if LEMBAR_META in buku.sheetnames else buku.sheetnames
    for nama in daftar:
        baris = _lembar(buku, nama).iter_rows(max_row=50, max_col=2, values_only=True)
        meta = {str(kata): str(isi) for kata, isi in (satu for satu in baris if len(satu) > 1) if kata}
        if nama == LEMBAR_META or next(iter(meta), "") == KATA_META:
            return meta, {nama}
    return {}, set()


def _lembar_asing(buku: Workbook, asal: Asal, dikenal: set[str], jauh: Mapping[str, str]) -> Iterator[Catatan]:
    """Yield what somebody typed on every tab that holds no inputs."""
    for nama in buku.sheetnames:
        if nama in dikenal or nama == LEMBAR_DAFTAR:
            continue
        lembar = _lembar(buku, nama)
        semua = lembar.iter_rows(max_row=BARIS_TERBANYAK, max_col=KOLOM_TERBANYAK, values_only=True)
        berisi = False
        for jenis, alamat, teks in isi_asing(nama, semua):
            berisi = True
            yield Catatan(jenis, Asal(asal.berkas, nama, alamat), teks)
        if not berisi and (alamat := jauh.get(nama_bagian(lembar), "")):
            yield Catatan(JenisCatatan.LEMBAR, Asal(asal.berkas, nama, alamat.strip("?")), "…")


def _lembar(buku: Workbook, nama: str) -> Any:  # noqa: ANN401 - see SelBuku
    lembar: Any = buku[nama]
    lembar.reset_dimensions()  # WPS writes wrong ones, and rows would be lost without a word
    return lembar


def _cocokkan(buku: Workbook, daftar_lembar: Sequence[Lembar]) -> Iterator[tuple[Lembar, list[str]]]:
    """Yield each sheet of the definition with its tab; renamed, swapped and copied tabs are found by their headers."""
    per_nama = {samakan(nama): nama for nama in reversed(buku.sheetnames)}
    atas = {nama: _atas(buku, nama) for nama in buku.sheetnames if not nama.startswith("_")}
    asing = {nama for nama in atas if not any(_serupa(atas[nama], lembar) for lembar in daftar_lembar)}
    bernama = {
        lembar.kunci: nama
        for lembar in daftar_lembar
        if (nama := per_nama.get(samakan(lembar.nama), "")) in atas and (nama in asing or _serupa(atas[nama], lembar))
    }
    sisa = [nama for nama in atas if nama not in bernama.values()]
    for lembar in daftar_lembar:
        serupa = [nama for nama in sisa if _serupa(atas[nama], lembar)]
        daftar_nama = [bernama[lembar.kunci], *serupa] if lembar.kunci in bernama else serupa
        sisa = [nama for nama in sisa if nama not in serupa]
        if daftar_nama:
            yield lembar, daftar_nama


def _serupa(daftar_baris: list[tuple[SelBuku, ...]], lembar: Lembar) -> bool:
    """Tell whether a tab looks like a sheet: its headers, and for a list of items one of the items."""
    kepala = _cari_kepala(daftar_baris, lembar)
    if kepala is None or not lembar.daftar_butir:
        return kepala is not None
    letak = kepala.letak.get(_kolom_kunci(lembar, kepala))
    daftar_isi = {str(baris[letak].value).strip() for baris in daftar_baris if letak is not None and letak < len(baris)}
    return any(lembar.butir(lembar.kunci_bernama(isi)) is not None for isi in daftar_isi)


def _kolom_kunci(lembar: Lembar, kepala: _Kepala) -> str:
    """Return the column that tells the rows of a tab apart: the key, or what is left when that is lost."""
    if lembar.kolom_kunci in kepala.letak or lembar.kolom_nama not in kepala.letak:
        return lembar.kolom_kunci
    return lembar.kolom_nama


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


def _baca_lembar(buku: Workbook, nama: str, berkas: str, lembar: Lembar) -> _Terbaca:
    iterasi = _lembar(buku, nama).iter_rows(max_row=BARIS_TERBANYAK, max_col=KOLOM_TERBANYAK)
    atas = list(islice(iterasi, BARIS_KEPALA_TERDALAM))
    asal = Asal(berkas, nama)
    kepala = _cari_kepala(atas, lembar)
    di_atas = atas[: (kepala.nomor - 1 if kepala else 0)]
    naik = [(nomor, baris) for nomor, baris in enumerate(di_atas, start=1) if _terurut_naik(baris, lembar, kepala)]
    for nomor, _ in naik:
        di_atas[nomor - 1] = ()
    judul = " ".join(str(sel.value) for baris in di_atas for sel in baris if sel.value)
    if kepala is None:
        return _Terbaca(
            nama=nama,
            mentah=None,
            daftar_temuan=(temuan("lembar-tanpa-kepala", asal, lembar=lembar.nama),),
            judul=judul,
        )
    daftar_temuan = [
        temuan("kolom-hilang", asal, kolom=kolom.judul, lembar=lembar.nama)
        for kolom in lembar.daftar_kolom
        if kolom.kunci not in kepala.letak and (kolom.isian or kolom.kunci == lembar.kolom_kunci)
    ]
    daftar_temuan += outside.isi_atas(di_atas, asal, lembar)
    daftar_temuan += outside.isi_samping(atas[kepala.nomor - 1], kepala.nomor, asal, set(kepala.letak.values()))
    daftar_baris: list[Baris] = []
    for nomor, sel_baris in [*naik, *enumerate([*atas[kepala.nomor :], *iterasi], start=kepala.nomor + 1)]:
        baris, baru = _baca_baris(sel_baris, nomor, asal, lembar, kepala)
        daftar_temuan += baru
        if baris:
            daftar_baris.append(baris)
    daftar_temuan += _kunci_ganda(daftar_baris, asal, lembar, kepala)
    kolom = {kunci: get_column_letter(posisi + 1) for kunci, posisi in kepala.letak.items()}
    return _Terbaca(
        nama=nama,
        mentah=LembarMentah(nama, tuple(daftar_baris), kolom),
        daftar_temuan=outside.ringkas(daftar_temuan, asal),
        judul=judul,
        daftar_kunci=frozenset(baris.kunci for baris in daftar_baris),
        terisi=any(_terisi(baris, lembar) for baris in daftar_baris),
    )


def _terurut_naik(sel_baris: tuple[SelBuku, ...], lembar: Lembar, kepala: _Kepala | None) -> bool:
    """Tell whether a row above the headers is one of the table: they were sorted down with it."""
    if kepala is None or lembar.kolom_kunci not in kepala.letak:
        return False
    berisi = {posisi for posisi, sel in enumerate(sel_baris) if sel.value is not None}
    isian = {kepala.letak[k.kunci] for k in lembar.kolom_isian if k.kunci in kepala.letak}
    kunci = kepala.letak[lembar.kolom_kunci]
    return kunci in berisi and bool(berisi & (isian - {kunci}))


def _terisi(baris: Baris, lembar: Lembar) -> bool:
    """Tell whether somebody typed into a row."""
    daftar_sel = (baris.sel.get(kolom.kunci) for kolom in lembar.kolom_isian)
    return any(sel is not None and not sel.kosong and not sel.terkunci for sel in daftar_sel)


def _baca_baris(
    sel_baris: tuple[SelBuku, ...], nomor: int, asal: Asal, lembar: Lembar, kepala: _Kepala
) -> tuple[Baris | None, list[Temuan]]:
    if all(sel.value is None for sel in sel_baris):
        return None, []
    sel = {
        kunci: _sel(sel_baris[posisi] if posisi < len(sel_baris) else None, nomor, posisi, asal)
        for kunci, posisi in kepala.letak.items()
    }
    di_samping = outside.isi_samping(sel_baris, nomor, asal, set(kepala.letak.values()))
    if lembar.kolom_kunci:
        nama = _kolom_kunci(lembar, kepala)
        tertulis = sel[nama].teks.strip() if nama in sel else ""
        kunci = tertulis if nama == lembar.kolom_kunci else lembar.kunci_bernama(tertulis)
        if not kunci:
            return None, [*outside.tanpa_kunci(sel, lembar), *di_samping]
        return Baris(kunci, nomor, sel), di_samping
    if all(sel[kolom.kunci].kosong for kolom in lembar.kolom_isian if kolom.kunci in sel):
        return None, di_samping
    return Baris(str(nomor), nomor, sel), di_samping


def _kunci_ganda(daftar_baris: list[Baris], asal: Asal, lembar: Lembar, kepala: _Kepala) -> list[Temuan]:
    kolom = _kolom_kunci(lembar, kepala)
    if not kolom or kolom not in kepala.letak:
        return []
    pertama: dict[str, int] = {}
    hasil = []
    for baris in daftar_baris:
        if baris.kunci in pertama:
            sel = baris.sel[kolom].asal.sel
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


def _isi_hasil_rumus(bagian: Mapping[str, bytes], lembar: LembarMentah, definisi: Lembar) -> LembarMentah:
    """Return the sheet with what formulas typed into it showed; most sheets have none and cost nothing."""
    isian = {kolom.kunci for kolom in definisi.kolom_isian}
    if not any(
        sel.jenis is JenisSel.RUMUS and not sel.terkunci and kunci in isian
        for baris in lembar.daftar_baris
        for kunci, sel in baris.sel.items()
    ):
        return lembar
    buku = buka_arsip(bagian, data_only=True)
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
