"""Reports of one page in the place of those the program brings, for tests that read no more of a draft than this."""

from io import BytesIO

import docx

from lakip_gen.storage.workspace import Workspace

JUDUL = "Bab I Capaian {{ periode.nama }}"
SEBELUM = (
    "{{ instansi.nama }} mencapai rata-rata {{ ringkasan.rerata }} persen dari {{ ringkasan.banyak_sasaran }} sasaran.",
    "{%p for sasaran in daftar_sasaran %}",
    "{{ sasaran.nama }}: {{ sasaran.kalimat }}",
    "{%p for indikator in sasaran.daftar_indikator %}",
    "{{ indikator.nama }}: {{ indikator.kalimat }}",
    "{%p for catatan in indikator.daftar_analisis %}",
    "{{ catatan.penjelasan }} {{ catatan.faktor_penghambat }} {{ catatan.tindak_lanjut }}",
    "{%p endfor %}",
    "{%p endfor %}",
    "{%p endfor %}",
)
BARIS = (
    ("Indikator", "Target", "Realisasi", "Capaian"),
    ("{%tr for indikator in daftar_sasaran[0].daftar_indikator %}", "", "", ""),
    ("{{ indikator.nama }}", "{{ indikator.target }}", "{{ indikator.realisasi }}", "{{ indikator.capaian }}"),
    ("{%tr endfor %}", "", "", ""),
)
SESUDAH = ("Anggaran terserap {{ anggaran.serapan }} persen.", "{{ tanggal }}", "{{ instansi.kepala.nama }}")


def laporan_pendek() -> bytes:
    """Return a template with headings, sentences, a table, and the notes of the units."""
    dokumen, hasil = docx.Document(), BytesIO()
    dokumen.add_heading(JUDUL, 1)
    for satu in SEBELUM:
        dokumen.add_paragraph(satu)
    tabel = dokumen.add_table(len(BARIS), len(BARIS[0]))
    for sel, satu in zip((s for baris in tabel.rows for s in baris.cells), (s for b in BARIS for s in b), strict=True):
        sel.text = satu
    for satu in SESUDAH:
        dokumen.add_paragraph(satu)
    dokumen.save(hasil)
    return hasil.getvalue()


def pendekkan(ruang: Workspace) -> None:
    """Put the short report in the place of those of a quarter, a semester and a year."""
    isi = laporan_pendek()
    for nama in ("laporan-triwulan", "laporan-semester", "laporan-tahunan"):
        (ruang.templates / f"{nama}.docx").write_bytes(isi)
