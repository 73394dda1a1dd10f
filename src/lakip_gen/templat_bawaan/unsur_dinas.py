"""The parts that official papers share: the small kop, a title, a table without a caption, a signature."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan import halaman
from lakip_gen.templat_bawaan.gaya import KOTAK
from lakip_gen.templat_bawaan.logo import logo
from lakip_gen.templat_bawaan.tabel import Tabel, layout
from lakip_gen.templat_bawaan.unsur import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.oxml.xmlchemy import BaseOxmlElement

    from lakip_gen.templat_bawaan.naskah import Naskah
    from lakip_gen.templat_bawaan.tabel import Kolom

LEBAR: Final = 16.5
"""The width for text on upright A4, in cm."""
LEBAR_SETENGAH: Final = 12.5
"""The same on half a sheet."""
_LOGO_KECIL: Final = 1.1
PEJABAT: Final = "kertas.pejabat"
TITIK: Final = "…………………………"
KETERANGAN_RAGU: Final = (
    "Pelaksana yang bertanda “belum ditetapkan” tidak tertulis pada naskah SOP dan menunggu penetapan."
)


def lebar_isi(naskah: Naskah) -> float:
    """Return how wide the text of a paper is, in cm."""
    return halaman.kertas(naskah.letak, naskah.ukuran).isi


def kop_kecil(naskah: Naskah) -> None:
    """Append the letterhead of half a sheet."""
    baris = [
        paragraph("{{ instansi.pemerintah }}", "KopDaerah"),
        paragraph("{{ instansi.nama }}", "KopNama"),
        paragraph("{{ instansi.alamat }}", "KopKecil"),
    ]
    gambar = [logo(naskah.document, "Logo", _LOGO_KECIL)]
    sisi = 1.8
    naskah.append(layout([gambar, baris], lebar=(sisi, lebar_isi(naskah) - sisi)))


def judul(naskah: Naskah, teks: str, *anak: str) -> None:
    """Append the title of a paper and the lines under it."""
    naskah.paragraph(teks, "JudulNaskah")
    for baris in anak:
        naskah.paragraph(baris, "AnakJudul")


def butir(naskah: Naskah, **daftar: str) -> None:
    """Append lines of a label and what stands behind it; an underscore in a label is a blank."""
    for label, isi in daftar.items():
        naskah.paragraph(f"{label.replace('_', ' ').capitalize()}\t: {isi}", "Butir")


@contextmanager
def tabel(naskah: Naskah, daftar_kolom: Sequence[Kolom]) -> Iterator[Tabel]:
    """Append a table without a caption, as official papers have it; widths are those of A4."""
    lebar = sum(kolom.lebar for kolom in daftar_kolom)
    satu = Tabel(daftar_kolom, lebar_isi(naskah) / lebar)
    yield satu
    naskah.append(satu.elemen)


def daftar(naskah: Naskah, daftar_kolom: Sequence[Kolom], sumber: str, kosong: str) -> None:
    """Append a table with one row for each member of a list."""
    with tabel(naskah, daftar_kolom) as satu, satu.loop(sumber, kosong):
        satu.row()


def kotak(naskah: Naskah, *daftar_baris: Sequence[Sequence[BaseOxmlElement]], bagian: Sequence[float] = (1,)) -> None:
    """Append a box to write in.

    Args:
        naskah: The paper.
        daftar_baris: The paragraphs of each cell, row by row.
        bagian: The shares of the width that the columns have.
    """
    utuh = lebar_isi(naskah)
    lebar = [utuh * satu / sum(bagian) for satu in bagian]
    naskah.append(layout(*daftar_baris, lebar=lebar, gaya=KOTAK, rata="top"))


def baris_kotak(*daftar: str, gaya: str = "Kotak") -> list[BaseOxmlElement]:
    """Return the paragraphs of a cell in a box; one that holds only a tag is styled as one."""
    return [paragraph(teks, "Tag" if teks.startswith("{%p") else gaya) for teks in daftar]


def tanda_tangan(naskah: Naskah, *daftar_pihak: tuple[str, str], tempat: bool = True) -> None:
    """Append signatures side by side, the last one on the right with place and date above it.

    Args:
        naskah: The paper.
        daftar_pihak: What stands above each signature, and the official as a template names him; empty for nobody.
        tempat: Whether place and date stand above the last one.
    """
    pihak = daftar_pihak if len(daftar_pihak) > 1 else (("", ""), *daftar_pihak)
    tanggal = "{{ instansi.tempat }}, {{ kertas.tanggal }}"
    atas = [[paragraph("", "TandaTengah")] for _ in pihak[1:]] + [[paragraph(tanggal, "TempatTengah")]]
    jabatan = [_jabatan(sebutan, pejabat) for sebutan, pejabat in pihak]
    nama = [_nama(pejabat) if pejabat else [paragraph("", "NamaTengah")] for _, pejabat in pihak]
    lebar = [lebar_isi(naskah) / len(pihak)] * len(pihak)
    baris = (atas, jabatan, nama) if tempat else (jabatan, nama)
    naskah.append(layout(*baris, lebar=lebar, gaya="TableNormal", rata="top"))


def _jabatan(sebutan: str, pejabat: str) -> list[BaseOxmlElement]:
    baris = [sebutan, f"{{{{ {pejabat}.jabatan }}}}," if pejabat else ""]
    return [paragraph(teks, "TandaTengah") for teks in baris if teks] or [paragraph("", "TandaTengah")]


def _nama(pejabat: str) -> list[BaseOxmlElement]:
    return [
        paragraph(f"{{{{ {pejabat}.nama }}}}", "NamaTengah"),
        paragraph(f"{{{{ {pejabat}.pangkat }}}}", "TandaTengah"),
        paragraph(f"NIP {{{{ {pejabat}.nip }}}}", "TandaTengah"),
    ]
