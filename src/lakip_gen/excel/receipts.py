"""The receipt list of a quarter's forms: who got which file, until when, signed by hand."""

from __future__ import annotations

from collections.abc import Mapping

from lakip_gen.domain.induk import Induk
from lakip_gen.domain.periode import Periode
from lakip_gen.excel.workbook import WARNA, Buku
from lakip_gen.pesan import bahasa

KOLOM = (
    ("No.", 5),
    ("Unit", 44),
    ("Berkas", 44),
    ("Tanggal terima", 16),
    ("Nama penerima", 26),
    ("Tanda tangan", 20),
    ("Tanggal kembali", 16),
)
TINGGI_BARIS = 34


def tulis_tanda_terima(induk: Induk, triwulan: Periode, nama_berkas: Mapping[str, str]) -> bytes:
    """Return the receipt list as a workbook, ready to print.

    Args:
        induk: The year's buku induk.
        triwulan: The quarter of the forms.
        nama_berkas: The file name of each unit's form.
    """
    buku = Buku(f"Tanda Terima Formulir {triwulan.nama}", induk.instansi.nama)
    ws = buku.lembar("Tanda Terima")
    judul = "Tanda Terima Formulir Pengumpulan Data Kinerja"
    ws.write_string(0, 0, judul, buku.gaya(bold=True, font_size=14, font_color=WARNA["judul"]))
    ws.write_string(1, 0, f"{induk.instansi.nama} · {triwulan.nama}", buku.gaya(bold=True))
    tenggat = induk.aturan.tenggat[triwulan.nomor - 1]
    if tenggat:
        ws.write_string(2, 0, f"Dikembalikan paling lambat {bahasa.tanggal(tenggat)}.", buku.gaya())
    kepala = buku.gaya(bold=True, border=1, bg_color=WARNA["kepala"], align="center", text_wrap=True)
    for letak, (nama, lebar) in enumerate(KOLOM):
        ws.set_column(letak, letak, lebar)
        ws.write_string(4, letak, nama, kepala)
    sel = buku.gaya(border=1, text_wrap=True, valign="vcenter")
    for nomor, unit in enumerate(induk.daftar_unit, start=1):
        ws.set_row(4 + nomor, TINGGI_BARIS)
        ws.write_number(4 + nomor, 0, nomor, sel)
        for letak, teks in enumerate((unit.nama, nama_berkas[unit.kode], "", "", "", ""), start=1):
            ws.write_string(4 + nomor, letak, teks, sel)
    ws.repeat_rows(4)
    return buku.bita()
