"""The receipt list of a quarter's forms: who got which file, until when, signed by hand."""

from __future__ import annotations

from collections.abc import Mapping

from lakip_gen.domain.induk import Induk
from lakip_gen.domain.periode import Periode
from lakip_gen.excel.workbook import COLOURS, Workbook
from lakip_gen.pesan import bahasa

COLUMNS = (
    ("No.", 5),
    ("Unit", 44),
    ("Berkas", 44),
    ("Tanggal terima", 16),
    ("Nama penerima", 26),
    ("Tanda tangan", 20),
    ("Tanggal kembali", 16),
)
ROW_HEIGHT = 34
DOTS = "…" * 12
"""To fill by hand."""


def write_receipts(induk: Induk, quarter: Periode, file_names: Mapping[str, str]) -> bytes:
    """Return the receipt list as a workbook, ready to print.

    Args:
        induk: The year's buku induk.
        quarter: The quarter of the forms.
        file_names: The file name of each unit's form.
    """
    book = Workbook(f"Tanda Terima Formulir {quarter.nama}", induk.instansi.nama)
    ws = book.add_sheet("Tanda Terima")
    title = "Tanda Terima Formulir Pengumpulan Data Kinerja"
    ws.write_string(0, 0, title, book.style(bold=True, font_size=14, font_color=COLOURS["title"]))
    ws.write_string(
        1, 0, f"{induk.instansi.pemerintah} · {induk.instansi.nama} · {quarter.nama}", book.style(bold=True)
    )
    deadline = induk.aturan.tenggat[quarter.nomor - 1]
    if deadline:
        ws.write_string(2, 0, f"Dikembalikan paling lambat {bahasa.tanggal(deadline)}.", book.style())
    header_style = book.style(bold=True, border=1, bg_color=COLOURS["header"], align="center", text_wrap=True)
    for position, (name, width) in enumerate(COLUMNS):
        ws.set_column(position, position, width)
        ws.write_string(4, position, name, header_style)
    cell_style = book.style(border=1, text_wrap=True, valign="vcenter")
    for number, unit in enumerate(induk.daftar_unit, start=1):
        ws.set_row(4 + number, ROW_HEIGHT)
        ws.write_number(4 + number, 0, number, cell_style)
        for position, text in enumerate((unit.nama, file_names[unit.kode], "", "", "", ""), start=1):
            ws.write_string(4 + number, position, text, cell_style)
    ws.repeat_rows(4)
    for line, text in enumerate(_handed_out_by(induk), start=6 + len(induk.daftar_unit)):
        ws.write_string(line, 4, text, book.style())
    return book.to_bytes()


def _handed_out_by(induk: Induk) -> tuple[str, ...]:
    """Return what whoever hands the forms out signs, line by line."""
    giver = induk.instansi.perencana
    place = f"{induk.instansi.tempat or DOTS}, {DOTS}"
    return (place, "Yang menyerahkan,", giver.jabatan or DOTS, "", "", giver.nama or DOTS)
