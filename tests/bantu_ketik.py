"""Typing as people do: items by their name, rows of a table by its headers."""

HEADER, FIRST_ROW = 4, 5
"""Where the tables of the buku induk have their header and their first row."""
FORM_HEADER = 7
"""Where the tables of a form have their header."""


def ketik_butir(ws, isi):
    """Type the values of items and return how many cells that took."""
    baris = {str(sel.value).removesuffix(" *"): sel.row for sel in ws["B"]}
    for nama, nilai in isi.items():
        ws.cell(baris[nama], 3).value = nilai
    return len(isi)


def ketik_tabel(ws, daftar, kepala=HEADER, awal=FIRST_ROW):
    """Type rows under their headers and return how many cells that took."""
    kolom = {str(sel.value).removesuffix(" *"): sel.column for sel in ws[kepala]}
    for nomor, isi in enumerate(daftar, start=awal):
        for judul, nilai in isi.items():
            ws.cell(nomor, kolom[judul]).value = nilai
    return sum(map(len, daftar))


def tambah(buku, lembar, *daftar):
    """Type rows of the buku induk below those that are there."""
    ws = buku[lembar]
    awal = next(nomor for nomor in range(FIRST_ROW, ws.max_row + 2) if ws.cell(nomor, 1).value is None)
    ketik_tabel(ws, daftar, awal=awal)


def baris_berkunci(ws, kunci, awal=FIRST_ROW):
    """Return the row of a table that begins with a key."""
    return next(sel.row for sel in ws["A"][awal - 1 :] if sel.value == kunci)
