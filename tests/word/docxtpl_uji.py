"""Templates filled by docxtpl and by this program, and what a reader sees of both."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final

import docx
import docxtpl
import jinja2
from docx.shared import Cm
from rakitan import NS, W, akar, baca, bagian, buka
from test_templat_sisipan import png, simpan

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lakip_gen.domain.temuan import Temuan

_TEKS: Final = ("document", "header", "footer", "footnotes")
_SEL: Final = b'<w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
"""The properties that every cell of Word has; docxtpl puts its own behind them."""


@dataclass(frozen=True, slots=True)
class Barang:
    """One row of an order."""

    uraian: str
    banyak: int
    harga: str
    warna: str = "FFC000"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its activities."""

    nama: str
    daftar_kegiatan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Isi:
    """What the templates print."""

    judul: str = "Laporan Kinerja"
    instansi: str = "Dinas Kominfo & Persandian <uji>"
    tanggal: str = "31 Desember 2025"
    tahun: int = 2025
    lunas: bool = False
    di_kota: bool = True
    catatan: str | None = None
    baris: str = "satu\ndua\ttiga"
    spasi: str = "   "
    tab: str = "\t\t"
    han: str = "測試 세계적"
    harga: int = 5
    daftar_barang: tuple[Barang, ...] = (
        Barang("Server", 2, "GRATIS"),
        Barang("Kabel & konektor", 5403, "12.000", "00B050"),
        Barang("Jasa", 1, "100.000.000", "FF0000"),
    )
    daftar_unit: tuple[Unit, ...] = (Unit("Aptika", ("rapat", "uji")), Unit("IKP", ("siaran",)))
    daftar_kolom: tuple[str, ...] = ("TW1", "TW2", "TW3", "TW4")
    satu: tuple[str, ...] = ("tunggal",)


@dataclass(frozen=True, slots=True)
class Templat:
    """A template in the small language, and what only docxtpl needs for it.

    Attributes:
        badan: The body.
        kepala: The header.
        kaki: The footer.
        catatan: A footnote.
        objek: What Python code would give docxtpl instead of a text, made with the template at hand.
    """

    badan: str
    kepala: str = ""
    kaki: str = ""
    catatan: str = ""
    objek: Mapping[str, Callable[[docxtpl.DocxTemplate], object]] = field(default_factory=dict)

    def berkas(self) -> bytes:
        """Return the .docx."""
        parts = bagian(self.badan, kepala=self.kepala, kaki=self.kaki, catatan=self.catatan)
        return write_container({nama: isi.replace(b"<w:tcPr/>", _SEL) for nama, isi in parts.items()})


def data(isi: object) -> dict[str, Any]:
    """Return a view as docxtpl takes it."""
    return {satu.name: getattr(isi, satu.name) for satu in fields(isi)}  # type: ignore[arg-type]


def isi_docxtpl(
    berkas: bytes,
    isi: object,
    objek: Mapping[str, Callable[[docxtpl.DocxTemplate], object]] | None = None,
    lingkungan: jinja2.Environment | None = None,
) -> bytes:
    """Return a template filled by docxtpl."""
    templat = docxtpl.DocxTemplate(io.BytesIO(berkas))
    templat.init_docx()
    konteks = data(isi) | {nama: buat(templat) for nama, buat in (objek or {}).items()}
    templat.render(konteks, lingkungan, autoescape=True)
    return simpan(templat)


def isi_sendiri(berkas: bytes, isi: object, pustaka: Library | None = None) -> tuple[bytes | None, tuple[Temuan, ...]]:
    """Return a template filled by this program, and what it says of it."""
    templat, daftar_temuan = open_template(berkas, "templat.docx", pustaka or Library())
    return (None, daftar_temuan) if templat is None else render(templat, isi)


def rupa(berkas: bytes) -> dict[str, tuple[object, ...]]:
    """Return what a reader sees of each part: its lines, how its cells are merged and coloured, and its pictures."""
    return {
        nama: (baca(berkas, nama), _tabel(akar(berkas, nama)), len(akar(berkas, nama).findall(".//w:drawing", NS)))
        for nama in sorted(buka(berkas))
        if nama.startswith(tuple(f"word/{satu}" for satu in _TEKS)) and nama.endswith(".xml")
    }


def _tabel(root: Any) -> list[object]:
    """Return the columns of each table, and the span, the merge and the colour of each of its cells."""
    return [
        (
            len(tabel.findall("w:tblGrid/w:gridCol", NS)),
            [[_sel(sel) for sel in baris.findall("w:tc", NS)] for baris in tabel.findall("w:tr", NS)],
        )
        for tabel in root.iter(f"{{{W}}}tbl")
    ]


def _sel(sel: Any) -> tuple[str | None, ...]:
    asked = (("gridSpan", "val"), ("vMerge", "val"), ("shd", "fill"))
    found = ((sel.find(f"w:tcPr/w:{nama}", NS), sifat) for nama, sifat in asked)
    return tuple(None if satu is None else satu.get(f"{{{W}}}{sifat}") for satu, sifat in found)


def bergambar(teks_alternatif: str = "Logo") -> bytes:
    """Return a template with a picture in its body and one in its header, as the pictures' text says."""
    dokumen = docx.Document()
    kepala = dokumen.sections[0].header.paragraphs[0]
    for paragraf in (dokumen.add_paragraph("{{ judul }} "), kepala):
        gambar = paragraf.add_run().add_picture(io.BytesIO(png(4, 4)), width=Cm(2))
        gambar._inline.docPr.set("descr", teks_alternatif)
    kepala.add_run(" {{ instansi }}")
    return simpan(dokumen)
