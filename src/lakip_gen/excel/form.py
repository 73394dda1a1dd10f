"""The one writer of forms: blank, prefilled with earlier quarters, or sent back with findings in the cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_rowcol_to_cell

from lakip_gen.domain.formulir import BarisFormulir, Formulir, nama_pilihan
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.mentah import BukuMentah, Sel
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema.kolom import LEGENDA, TANPA_BARIS, JenisKolom, Kolom, Lembar
from lakip_gen.domain.temuan import Asal, Tingkat
from lakip_gen.excel import formulas
from lakip_gen.excel.instructions import tulis_petunjuk
from lakip_gen.excel.validation import pasang_validasi
from lakip_gen.excel.workbook import FORMAT_TANGGAL, WARNA, Buku, tinggi_baris, tulis_isi
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.katalog import TemuanTerbaca

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

BARIS_KEPALA = 6
"""Row of the table headers, counted from 0."""
BARIS_PERTAMA = BARIS_KEPALA + 1
TINGGI_TERENDAH = 30
"""Two lines, so that an empty row invites a sentence; in points."""
KOLOM_BEKU = {"indikator": 3, "rencana_aksi": 2, "anggaran": 3, "progres": 2, "pengesahan": 2}
SKALA_CETAK = 60
AKHIR_HALAMAN = ("capaian", "tindak_lanjut")
"""The widest sheet is printed on three pages side by side; these columns end the first two."""
FORMAT_ANGKA: Mapping[JenisKolom, str] = {
    JenisKolom.RUPIAH: "#,##0",
    JenisKolom.TANGGAL: FORMAT_TANGGAL,
    JenisKolom.RUMUS: "0.00",
}
DESIMAL_PENENTU = 9
"""Finer than anything that is shown, coarser than the errors of binary numbers."""
TINGGI_KOMENTAR = 120
LEBAR_KOMENTAR = 320


@dataclass(frozen=True, slots=True)
class Kembalian:
    """What turns a form into a return copy: the unit's own cells and what was found in them."""

    mentah: BukuMentah
    daftar_temuan: tuple[TemuanTerbaca, ...] = ()
    per_sel: Mapping[tuple[str, str], tuple[TemuanTerbaca, ...]] = field(default_factory=dict)

    @classmethod
    def dari(cls, mentah: BukuMentah, daftar_temuan: tuple[TemuanTerbaca, ...]) -> Kembalian:
        """Return the return copy's content, findings arranged by the cell they point at."""
        per_sel: dict[tuple[str, str], tuple[TemuanTerbaca, ...]] = {}
        for terbaca in daftar_temuan:
            kunci = (terbaca.asal.lembar, terbaca.asal.sel)
            per_sel[kunci] = (*per_sel.get(kunci, ()), terbaca)
        return cls(mentah, daftar_temuan, per_sel)

    def sel(self, lembar: Lembar, kunci: str, kolom: Kolom) -> Sel | None:
        """Return what the unit had in a cell."""
        isi = self.mentah.lembar.get(lembar.kunci)
        baris = isi.baris(kunci) if isi else None
        return baris.sel.get(kolom.kunci) if baris else None

    def temuan(self, asal: Asal) -> tuple[TemuanTerbaca, ...]:
        """Return what was found in a cell of the unit's own file, heaviest first."""
        return self.per_sel.get((asal.lembar, asal.sel), ()) if asal.sel else ()


def tulis_formulir(formulir: Formulir, kembalian: Kembalian | None = None) -> bytes:
    """Return the workbook of a form as bytes, the same for the same content."""
    instansi = formulir.induk.instansi.nama
    buku = Buku(f"Formulir Data Kinerja {formulir.periode.nama} - {formulir.unit.nama}", instansi)
    penulis = _Penulis(buku, formulir, kembalian)
    if kembalian and kembalian.daftar_temuan:
        hasil = buku.lembar(skema.JUDUL_HASIL)
    tulis_petunjuk(buku, formulir)
    for lembar in skema.DAFTAR_LEMBAR:
        penulis.tulis_lembar(lembar)
    if kembalian and kembalian.daftar_temuan:
        _tulis_hasil(buku, hasil, formulir, kembalian)
    buku.daftar_pilihan(formulir.daftar_pilihan)
    buku.meta(formulir.meta)
    return buku.bita()


def letak_kembali(formulir: Formulir, mentah: BukuMentah) -> dict[tuple[str, str], tuple[str, str]]:
    """Return where the cells of a unit's own file stand in its return copy, both as tab and address.

    A tab stands in it as well, with an empty address.
    """
    letak: dict[tuple[str, str], tuple[str, str]] = {}
    for lembar in skema.DAFTAR_LEMBAR:
        isi = mentah.lembar.get(lembar.kunci)
        if isi is None:
            continue
        letak[isi.nama, ""] = (lembar.nama, "")
        for nomor, baris in enumerate(formulir.daftar_baris[lembar.kunci], start=BARIS_PERTAMA):
            lama = isi.baris(baris.kunci)
            for posisi, kolom in enumerate(lembar.daftar_kolom if lama else ()):
                sel = lama.sel.get(kolom.kunci) if lama else None
                if sel:
                    letak[sel.asal.lembar, sel.asal.sel] = (lembar.nama, xl_rowcol_to_cell(nomor, posisi))
    return letak


class _Penulis:
    """Writes the sheets of one form."""

    def __init__(self, buku: Buku, formulir: Formulir, kembalian: Kembalian | None) -> None:
        self.buku = buku
        self.formulir = formulir
        self.kembalian = kembalian

    def tulis_lembar(self, lembar: Lembar) -> None:
        """Write one sheet: heading, headers, rows, and what keeps people inside the inputs."""
        ws = self.buku.lembar(lembar.nama)
        daftar_baris = self.formulir.daftar_baris[lembar.kunci]
        self._kolom(ws, lembar)
        self._kepala(ws, lembar, len(daftar_baris))
        for nomor, baris in enumerate(daftar_baris, start=BARIS_PERTAMA):
            ws.set_row(nomor, tinggi_baris(self._isi_baris(lembar, baris), TINGGI_TERENDAH))
            for letak, kolom in enumerate(lembar.daftar_kolom):
                self._sel(ws, lembar, baris, kolom, nomor, letak)
        if not daftar_baris:
            ws.write_string(BARIS_PERTAMA, 1, TANPA_BARIS, self.buku.gaya(italic=True))
        ws.freeze_panes(BARIS_PERTAMA, KOLOM_BEKU[lembar.kunci])
        ws.repeat_rows(BARIS_KEPALA)
        if lembar is skema.INDIKATOR:
            kunci = [kolom.kunci for kolom in lembar.daftar_kolom]
            ws.set_print_scale(SKALA_CETAK)
            ws.set_v_pagebreaks([kunci.index(kolom) + 1 for kolom in AKHIR_HALAMAN])
            ws.repeat_columns(0, KOLOM_BEKU[lembar.kunci] - 1)
        ws.protect("", {"format_cells": True, "format_columns": True, "format_rows": True, "select_locked_cells": True})

    def _isi_baris(self, lembar: Lembar, baris: BarisFormulir) -> Iterator[tuple[object, int]]:
        for kolom in lembar.daftar_kolom:
            sel = self.kembalian.sel(lembar, baris.kunci, kolom) if self.kembalian and kolom.isian else None
            yield (sel.teks if sel else baris.isi.get(kolom.kunci)), kolom.lebar

    def _kolom(self, ws: Worksheet, lembar: Lembar) -> None:
        terkunci = self.buku.gaya()
        for letak, kolom in enumerate(lembar.daftar_kolom):
            tersembunyi = kolom.tersembunyi or self._tidak_dipakai(lembar, kolom)
            ws.set_column(letak, letak, kolom.lebar, terkunci, {"hidden": tersembunyi})

    def _tidak_dipakai(self, lembar: Lembar, kolom: Kolom) -> bool:
        """Tell whether a column has nothing to say in this quarter's form: later quarters, no ratio to fill."""
        if lembar is not skema.INDIKATOR:
            return False
        if kolom.kunci.startswith("realisasi_"):
            return int(kolom.kunci.removeprefix("realisasi_")) >= self.formulir.periode.nomor
        return all(kolom.kunci in baris.terkunci for baris in self.formulir.daftar_baris[lembar.kunci])

    def _kepala(self, ws: Worksheet, lembar: Lembar, banyak: int) -> None:
        formulir, gaya = self.formulir, self.buku.gaya
        ws.write_string(0, 1, lembar.judul, gaya(bold=True, font_size=14, font_color=WARNA["judul"]))
        ws.write_string(1, 1, f"{formulir.unit.nama} · {formulir.periode.nama}", gaya(bold=True, font_size=12))
        ws.write_string(2, 1, formulir.induk.instansi.nama, gaya())
        ws.write_string(3, 1, lembar.keterangan, gaya(italic=True))
        self._ringkasan(ws, lembar, banyak)
        for letak, kolom in enumerate(lembar.daftar_kolom):
            warna = WARNA["wajib"] if kolom.wajib else WARNA["kepala"]
            judul = f"{kolom.judul} *" if kolom.wajib else kolom.judul
            kepala = gaya(bold=True, text_wrap=True, border=1, bg_color=warna, align="center", valign="vcenter")
            ws.write_string(BARIS_KEPALA, letak, judul, kepala)
        ws.set_row(BARIS_KEPALA, 44)

    def _ringkasan(self, ws: Worksheet, lembar: Lembar, banyak: int) -> None:
        ws.write_string(4, 1, LEGENDA, self.buku.gaya(font_color="#595959"))
        kunci = [kolom.kunci for kolom in lembar.daftar_kolom]
        if "kelengkapan" not in kunci or not banyak:
            return
        letak = kunci.index("kelengkapan")
        awal = xl_rowcol_to_cell(BARIS_PERTAMA, letak, row_abs=True, col_abs=True)
        akhir = xl_rowcol_to_cell(BARIS_PERTAMA + banyak - 1, letak, row_abs=True, col_abs=True)
        hitung = f'=COUNTIF({awal}:{akhir},"Lengkap")&" dari {banyak} baris lengkap"'
        ws.write_formula(5, 1, hitung, self.buku.gaya(bold=True), "")

    def _sel(self, ws: Worksheet, lembar: Lembar, baris: BarisFormulir, kolom: Kolom, nomor: int, letak: int) -> None:
        jenis = _jenis(lembar, baris, kolom)
        isian = _boleh_diisi(baris, kolom)
        sel = self.kembalian.sel(lembar, baris.kunci, kolom) if self.kembalian and kolom.isian else None
        daftar_temuan = self.kembalian.temuan(sel.asal) if self.kembalian and sel else ()
        gaya = self._gaya(kolom, jenis, isian=isian, terberat=daftar_temuan[:1])
        if teks := self._rumus(lembar, baris, kolom, nomor):
            ws.write_formula(nomor, letak, teks, gaya, "")
        elif kolom.kunci == "kunci":
            ws.write_string(nomor, letak, baris.kunci, gaya)
        else:
            isi = baris.isi.get(kolom.kunci)
            # What was typed where nothing is asked stays in the comment: there the unit could not clear it again.
            tulis_isi(ws, nomor, letak, _isi_kembali(sel) if isian and sel and not sel.kosong else isi, gaya)
        if isian:
            pasang_validasi(ws, nomor, letak, _kolom_baris(lembar, baris, kolom), _pilihan(baris, kolom))
        if daftar_temuan:
            ws.write_comment(nomor, letak, _komentar(daftar_temuan), _UKURAN_KOMENTAR)

    def _gaya(self, kolom: Kolom, jenis: JenisKolom, *, isian: bool, terberat: tuple[TemuanTerbaca, ...]) -> Format:
        warna = WARNA["terkunci"]
        if isian:
            warna = WARNA["wajib"] if kolom.wajib else WARNA["isian"]
        if terberat:
            warna = WARNA[terberat[0].tingkat.value]
        sifat: dict[str, object] = {
            "border": 1,
            "border_color": WARNA["garis"],
            "text_wrap": True,
            "bg_color": warna,
            "locked": not isian,
        }
        if jenis in FORMAT_ANGKA:
            sifat["num_format"] = FORMAT_ANGKA[jenis]
        if jenis in ANGKA_KANAN and kolom.kunci != "kelengkapan":
            sifat["align"] = "right"
        return self.buku.gaya(**sifat)

    def _rumus(self, lembar: Lembar, baris: BarisFormulir, kolom: Kolom, nomor: int) -> str:
        def sel(kunci: str) -> str:
            letak = next(i for i, k in enumerate(lembar.daftar_kolom) if k.kunci == kunci)
            return str(xl_rowcol_to_cell(nomor, letak, col_abs=True))

        aturan = self.formulir.induk.aturan
        indikator = baris.indikator
        match lembar.kunci, kolom.kunci:
            case "indikator", "realisasi" if indikator and indikator.cara_gabung.sifat.pecahan:
                return formulas.rasio(sel("pembilang"), sel("penyebut"), indikator.pengali)
            case "indikator", "capaian" if indikator:
                target = indikator.target(self.formulir.periode, aturan)
                return formulas.capaian(sel("realisasi"), target, indikator, aturan)
            case "indikator", "kelengkapan" if indikator:
                diminta = baris.isi.get("target") is not None
                return _kelengkapan_indikator(sel, self._capaian(sel, indikator), diminta=diminta)
            case "anggaran", "serapan":
                return formulas.serapan(sel("realisasi"), sel("pagu"), aturan.desimal_capaian)
            case "anggaran", "kelengkapan":
                syarat = (
                    (formulas.kosong(sel("realisasi")), "realisasi"),
                    (formulas.kosong(sel("fisik")), "fisik"),
                )
                return formulas.kelengkapan(syarat)
            case "rencana_aksi", "kelengkapan":
                return formulas.kelengkapan(((formulas.kosong(sel("status")), "status"),))
        return ""

    def _capaian(self, sel: Callable[[str], str], indikator: Indikator) -> str:
        """Return the capaian as it decides what a row still lacks: 99,996 is shown as 100,00 and is not enough."""
        if indikator.skala:
            return sel("capaian")  # a few whole numbers come nowhere near, and their formula is too long to repeat
        aturan = self.formulir.induk.aturan
        target = indikator.target(self.formulir.periode, aturan)
        return formulas.capaian(sel("realisasi"), target, indikator, replace(aturan, desimal_capaian=DESIMAL_PENENTU))[
            1:
        ]


ANGKA_KANAN = frozenset({JenisKolom.ANGKA, JenisKolom.RUPIAH, JenisKolom.PERSEN, JenisKolom.TARGET, JenisKolom.RUMUS})
_UKURAN_KOMENTAR = {"width": LEBAR_KOMENTAR, "height": TINGGI_KOMENTAR, "author": "Pemeriksaan"}


def _kelengkapan_indikator(sel: Callable[[str], str], capaian: str, *, diminta: bool) -> str:
    kurang = f"AND(ISNUMBER({capaian}),N({capaian})<100,{{}})"
    cukup = f"AND(ISNUMBER({capaian}),N({capaian})>=100,{{}})"
    tanya = (
        (kurang.format(formulas.kosong(sel("faktor_penghambat"))), "faktor penghambat"),
        (kurang.format(formulas.kosong(sel("tindak_lanjut"))), "tindak lanjut"),
        (cukup.format(formulas.kosong(sel("faktor_pendorong"))), "faktor pendorong"),
    )
    wajib = (
        (formulas.kosong(sel("realisasi")), "realisasi"),
        (formulas.kosong(sel("data_dukung")), "data dukung"),
    )
    return formulas.kelengkapan(wajib[:1] + tanya + wajib[1:] if diminta else tanya)


def _boleh_diisi(baris: BarisFormulir, kolom: Kolom) -> bool:
    return kolom.isian and kolom.kunci not in baris.terkunci


def _kolom_baris(lembar: Lembar, baris: BarisFormulir, kolom: Kolom) -> Kolom:
    """Return the column that rules a cell: in a list of items each row has its own."""
    return (lembar.butir(baris.kunci) or kolom) if kolom.kunci == "isi" else kolom


def _jenis(lembar: Lembar, baris: BarisFormulir, kolom: Kolom) -> JenisKolom:
    return _kolom_baris(lembar, baris, kolom).jenis


def _pilihan(baris: BarisFormulir, kolom: Kolom) -> str:
    if kolom.kunci == "realisasi" and baris.indikator and baris.indikator.skala:
        return nama_pilihan(baris.indikator.skala.nama)
    return ""


def _isi_kembali(sel: Sel) -> object:
    if sel.persen and isinstance(sel.isi, Decimal):
        return sel.isi * 100
    return sel.isi


def _komentar(daftar_temuan: tuple[TemuanTerbaca, ...]) -> str:
    return "\n\n".join(f"{t.tingkat.value.upper()}: {t.pesan}\nPerbaikan: {t.perbaikan}" for t in daftar_temuan)


def _tulis_hasil(buku: Buku, ws: Worksheet, formulir: Formulir, kembalian: Kembalian) -> None:
    """Write the sheet that lists every finding with a link to its cell."""
    gaya, letak = buku.gaya, letak_kembali(formulir, kembalian.mentah)
    ws.set_column(0, 0, 12)
    ws.set_column(1, 1, 24)
    ws.set_column(2, 2, 20)
    ws.set_column(3, 4, 62)
    ws.write_string(0, 0, skema.JUDUL_HASIL, gaya(bold=True, font_size=14, font_color=WARNA["judul"]))
    ws.write_string(1, 0, f"{formulir.unit.nama} · {formulir.periode.nama}", gaya(bold=True, font_size=12))
    hitung = [sum(t.tingkat is tingkat for t in kembalian.daftar_temuan) for tingkat in Tingkat]
    ringkasan = bahasa.gabung([f"{n} {tingkat.value}" for n, tingkat in zip(hitung, Tingkat, strict=True)])
    ws.write_string(2, 0, f"Ada {ringkasan}. Perbaiki di formulir ini, simpan, lalu kirim kembali.", gaya())
    kepala = gaya(bold=True, border=1, bg_color=WARNA["kepala"], text_wrap=True)
    for kolom, judul in enumerate(skema.KEPALA_HASIL):
        ws.write_string(4, kolom, judul, kepala)
    for baris, terbaca in enumerate(kembalian.daftar_temuan, start=5):
        ws.set_row(baris, tinggi_baris(((terbaca.nilai, 20), (terbaca.pesan, 62), (terbaca.perbaikan, 62))))
        sel = gaya(border=1, text_wrap=True, bg_color=WARNA[terbaca.tingkat.value])
        polos = gaya(border=1, text_wrap=True)
        ws.write_string(baris, 0, terbaca.tingkat.value, sel)
        tempat = letak.get((terbaca.asal.lembar, terbaca.asal.sel))
        if tempat and tempat[1]:
            tautan = gaya(border=1, font_color="#0563C1", underline=1)
            ws.write_url(baris, 1, f"internal:'{tempat[0]}'!{tempat[1]}", tautan, f"{tempat[0]} {tempat[1]}")
        else:
            tulis_isi(ws, baris, 1, f"{terbaca.asal.lembar} {terbaca.asal.sel}".strip(), polos)
        tulis_isi(ws, baris, 2, terbaca.nilai, polos)
        tulis_isi(ws, baris, 3, terbaca.pesan, polos)
        tulis_isi(ws, baris, 4, terbaca.perbaikan, polos)
    ws.freeze_panes(5, 0)
    ws.repeat_rows(4)
