"""The writer of the buku induk: an empty one to fill, or a filled one, from the same definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar
from lakip_gen.excel.validation import pasang_validasi
from lakip_gen.excel.workbook import FORMAT_TANGGAL, WARNA, Buku, tinggi_baris, tulis_isi
from lakip_gen.induk import JENIS_INDUK

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

BARIS_KEPALA: Final = 3
BARIS_PERTAMA: Final = BARIS_KEPALA + 1
FORMAT: Final[Mapping[JenisKolom, str]] = {
    JenisKolom.RUPIAH: "#,##0",
    JenisKolom.TANGGAL: FORMAT_TANGGAL,
}
RUJUKAN: Final = {
    "kode_unit": (skema.UNIT, "kode"),
    "kode_sasaran": (skema.SASARAN, "kode"),
    "kode_indikator": (skema.INDIKATOR, "kode"),
}
"""Dropdowns that offer what the planner typed on another sheet."""
LANGKAH: Final = (
    "Isi lembar Instansi dan Aturan lebih dulu. Kolom kuning bertanda * wajib.",
    "Isi lembar Unit dan Sasaran, satu baris tiap unit dan tiap sasaran.",
    "Isi lembar Indikator: pilih arah, cara gabung, dan jenis target dari daftar, lalu target tahun dan triwulan.",
    "Isi lembar Anggaran: program, kegiatan, lalu subkegiatan. Pagu hanya pada subkegiatan.",
    "Isi lembar Rencana Aksi, Riwayat, dan Narasi. Yang belum ada boleh dikosongkan dulu.",
    "Lembar Skala dan Predikat sudah terisi bawaan; ubah bila instansi memakai skala lain.",
    "Simpan dan tutup Excel, lalu jalankan: lakip-gen periksa TAHUN. Semua kesalahan disebut sekaligus.",
    "Setelah benar, jalankan: lakip-gen bagikan TAHUN-TW1 untuk membuat formulir tiap unit.",
)

Isi = Mapping[str, Sequence[Mapping[str, object]]]
"""Rows by sheet; a sheet of items has one row with the items as columns."""


def tulis_induk(isi: Isi, instansi: str = "") -> bytes:
    """Return a buku induk as bytes, with the rows that are given and room for more."""
    buku = Buku("Buku Induk Kinerja", instansi)
    _petunjuk(buku)
    for lembar in skema.DAFTAR_LEMBAR:
        _Penulis(buku, lembar).tulis(isi.get(lembar.kunci, ()))
    for nama, (lembar, kunci) in RUJUKAN.items():
        huruf = chr(ord("A") + [k.kunci for k in lembar.daftar_kolom].index(kunci))
        akhir = BARIS_PERTAMA + lembar.baris_kosong
        buku.xlsx.define_name(f"daftar_{nama}", f"='{lembar.nama}'!${huruf}${BARIS_PERTAMA + 1}:${huruf}${akhir}")
    buku.daftar_pilihan(skema.DAFTAR_PILIHAN.isi)
    buku.meta({"jenis": JENIS_INDUK, "versi": str(skema.VERSI)})
    return buku.bita()


class _Penulis:
    """Writes one sheet of the buku induk."""

    def __init__(self, buku: Buku, lembar: Lembar) -> None:
        self.buku = buku
        self.lembar = lembar
        self.ws: Worksheet = buku.lembar(lembar.nama)

    def tulis(self, daftar_baris: Sequence[Mapping[str, object]]) -> None:
        """Write heading, headers and rows."""
        gaya = self.buku.gaya
        awal = 1 if self.lembar.daftar_butir else 0
        self.ws.write_string(0, awal, self.lembar.judul, gaya(bold=True, font_size=14, font_color=WARNA["judul"]))
        self.ws.write_string(1, awal, self.lembar.keterangan, gaya(italic=True))
        for letak, kolom in enumerate(self.lembar.daftar_kolom):
            self.ws.set_column(letak, letak, kolom.lebar, None, {"hidden": kolom.tersembunyi})
            warna = WARNA["wajib"] if kolom.wajib else WARNA["kepala"]
            kepala = gaya(bold=True, text_wrap=True, border=1, bg_color=warna, align="center", valign="vcenter")
            self.ws.write_string(BARIS_KEPALA, letak, f"{kolom.judul} *" if kolom.wajib else kolom.judul, kepala)
        self.ws.set_row(BARIS_KEPALA, 32)
        self.ws.repeat_rows(BARIS_KEPALA)
        if self.lembar.daftar_butir:
            self._butir(daftar_baris[0] if daftar_baris else {})
        else:
            self._tabel(daftar_baris)

    def _butir(self, isi: Mapping[str, object]) -> None:
        gaya = self.buku.gaya
        for nomor, butir in enumerate(self.lembar.daftar_butir, start=BARIS_PERTAMA):
            nama = f"{butir.judul} *" if butir.wajib else butir.judul
            self.ws.write_string(nomor, 0, butir.kunci, gaya())
            self.ws.write_string(nomor, 1, nama, gaya(border=1, text_wrap=True, bg_color=WARNA["terkunci"]))
            self._isi(nomor, 2, butir, isi.get(butir.kunci))
            contoh = f" Contoh: {butir.contoh}" if butir.contoh else ""
            petunjuk = gaya(border=1, text_wrap=True, font_color="#595959", bg_color=WARNA["terkunci"])
            self.ws.write_string(nomor, 3, butir.bantuan + contoh, petunjuk)
            self.ws.set_row(nomor, tinggi_baris(((nama, 38), (isi.get(butir.kunci), 60), (butir.bantuan + contoh, 60))))
        self.ws.freeze_panes(BARIS_PERTAMA, 2)
        # Only the values are typed; names and keys of the items stay as they are.
        self.ws.protect("", {"format_columns": True, "format_rows": True})

    def _tabel(self, daftar_baris: Sequence[Mapping[str, object]]) -> None:
        akhir = BARIS_PERTAMA + max(self.lembar.baris_kosong, len(daftar_baris)) - 1
        for nomor, baris in enumerate(daftar_baris, start=BARIS_PERTAMA):
            isi_lebar = ((baris.get(kolom.kunci), kolom.lebar) for kolom in self.lembar.daftar_kolom)
            self.ws.set_row(nomor, tinggi_baris(isi_lebar))
        for letak, kolom in enumerate(self.lembar.daftar_kolom):
            pasang_validasi(self.ws, BARIS_PERTAMA, letak, kolom, sampai=akhir)
            for nomor in range(BARIS_PERTAMA, akhir + 1):
                urut = nomor - BARIS_PERTAMA
                isi = daftar_baris[urut].get(kolom.kunci) if urut < len(daftar_baris) else None
                self._sel(nomor, letak, kolom, isi)
        self.ws.freeze_panes(BARIS_PERTAMA, self._beku())
        self.ws.autofilter(BARIS_KEPALA, 0, akhir, len(self.lembar.daftar_kolom) - 1)

    def _beku(self) -> int:
        return 3 if self.lembar is skema.INDIKATOR else 1

    def _isi(self, baris: int, letak: int, kolom: Kolom, isi: object) -> None:
        self._sel(baris, letak, kolom, isi)
        pasang_validasi(self.ws, baris, letak, kolom)

    def _sel(self, baris: int, letak: int, kolom: Kolom, isi: object) -> None:
        warna = WARNA["wajib"] if kolom.wajib else WARNA["isian"]
        sifat: dict[str, object] = {"border": 1, "border_color": WARNA["garis"], "text_wrap": True}
        sifat |= {"bg_color": warna, "locked": False}
        if kolom.jenis in FORMAT:
            sifat["num_format"] = FORMAT[kolom.jenis]
        elif kolom.jenis in {JenisKolom.TEKS, JenisKolom.PARAGRAF}:
            sifat["num_format"] = "@"
        tulis_isi(self.ws, baris, letak, isi, self.buku.gaya(**sifat))


def _petunjuk(buku: Buku) -> None:
    """Write the one page that stands in for a manual."""
    ws = buku.lembar("Petunjuk")
    ws.set_portrait()
    ws.set_column(0, 0, 5)
    ws.set_column(1, 1, 28)
    ws.set_column(2, 2, 84)
    judul = buku.gaya(bold=True, font_size=16, font_color=WARNA["judul"])
    ws.write_string(0, 0, "Buku Induk Kinerja", judul)
    ws.set_row(0, 24)
    ws.write_string(1, 0, "Satu buku setahun: janji kinerja, anggaran, dan aturan pengukuran instansi.", buku.gaya())
    baris = 3
    for nomor, teks in enumerate(LANGKAH, start=1):
        ws.write_number(baris, 0, nomor, buku.gaya(align="right"))
        ws.merge_range(baris, 1, baris, 2, teks, buku.gaya(text_wrap=True))
        baris += 1
    baris = _arti(buku, ws, baris + 1)
    for lembar in skema.DAFTAR_LEMBAR:
        tebal = buku.gaya(bold=True, font_color=WARNA["judul"])
        ws.write_string(baris + 1, 0, f"Lembar {lembar.nama}: {lembar.keterangan}", tebal)
        baris += 2
        for kolom in lembar.daftar_butir or lembar.kolom_isian:
            wajib = " *" if kolom.wajib else ""
            contoh = f" Contoh: {kolom.contoh}" if kolom.contoh else ""
            ws.write_string(baris, 1, kolom.judul + wajib, buku.gaya(text_wrap=True))
            ws.write_string(baris, 2, kolom.bantuan + contoh, buku.gaya(text_wrap=True))
            ws.set_row(baris, tinggi_baris(((kolom.judul, 28), (kolom.bantuan + contoh, 84))))
            baris += 1
    ws.protect()


def _arti(buku: Buku, ws: Worksheet, baris: int) -> int:
    tebal = buku.gaya(bold=True, font_color=WARNA["judul"])
    ws.write_string(baris, 0, "Cara gabung dan jenis target yang boleh berpasangan", tebal)
    for cara in CaraGabung:
        baris += 1
        ws.write_string(baris, 1, cara.value, buku.gaya())
        ws.write_string(
            baris, 2, ", ".join(sorted(jenis.value for jenis in cara.sifat.daftar_jenis_target)), buku.gaya()
        )
    return baris + 1
