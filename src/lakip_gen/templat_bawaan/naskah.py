"""A template under construction, written from its first page to its last."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan import dokumen, gaya, halaman
from lakip_gen.templat_bawaan.halaman import Letak, Ukuran
from lakip_gen.templat_bawaan.penomor import Penomor
from lakip_gen.templat_bawaan.tabel import KIRI, TENGAH, Tabel, layout
from lakip_gen.templat_bawaan.unsur import element, field, paragraph, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

    from lakip_gen.templat_bawaan.tabel import Kolom, Sel

_TABEL: Final = "Tabel\N{NO-BREAK SPACE}"
_GAMBAR: Final = "Gambar\N{NO-BREAK SPACE}"
"""The labels of captions; a number never stands alone at the head of a line."""


class Naskah:
    """A manuscript: every method appends to its end.

    Attributes:
        document: The document of python-docx.
    """

    def __init__(self, judul: str, kaki: str, *, bab: bool = False, ukuran: Ukuran = Ukuran.A4) -> None:
        """Begin the draft of a report.

        Args:
            judul: The title among the document's properties.
            kaki: What stands at the foot of each page.
            bab: Whether its first headings are chapters that begin a page.
            ukuran: The paper.
        """
        self._begin(dokumen.blank(judul, gaya.BAB if bab else ()), "DRAF", kaki, bab=bab, ukuran=ukuran)

    @classmethod
    def dinas(cls, judul: str, kaki: str = "", letak: Letak = Letak.TEGAK, ukuran: Ukuran = Ukuran.A4) -> Naskah:
        """Return an official paper, which is no draft: without a watermark, and with a foot only where it is named."""
        naskah = cls.__new__(cls)
        document = dokumen.blank(judul, gaya.KERTAS)
        naskah._begin(document, "", kaki, bab=False, ukuran=ukuran, letak=letak)  # noqa: SLF001 - its own
        return naskah

    def _begin(
        self, document: Document, tanda: str, kaki: str, *, bab: bool, ukuran: Ukuran, letak: Letak = Letak.TEGAK
    ) -> None:
        self.document = document
        self.kaki = kaki
        self.bab = bab
        self.ukuran = ukuran
        self.letak = letak
        self.tabel = Penomor("tabel")
        self.gambar = Penomor("gambar")
        kertas = halaman.kertas(letak, ukuran)
        halaman.setup(self.document.sections[0], kertas)
        if tanda:
            halaman.watermark(self.document.sections[0], tanda)
        if kaki and not bab:
            halaman.foot(self.document.sections[0], kertas, kaki, total=True)

    def append(self, *daftar: BaseOxmlElement) -> None:
        """Append elements."""
        sect = dokumen.body(self.document)[-1]
        for satu in daftar:
            sect.addprevious(satu)

    def heading(self, teks: str, aras: int = 1) -> None:
        """Append a heading; 1 is the highest level."""
        self.append(paragraph(teks, f"Heading{aras}"))

    def paragraph(self, teks: str, gaya: str = "Normal") -> None:
        """Append a paragraph."""
        self.append(paragraph(teks, gaya))

    def tag(self, perintah: str) -> None:
        """Append a paragraph that holds nothing but a tag."""
        self.append(paragraph(f"{{%p {perintah} %}}", "Tag"))

    @contextmanager
    def loop(self, variabel: str, daftar: str, *, tabel: int = 0, gambar: int = 0, kosong: str = "") -> Iterator[None]:
        """Repeat what is appended within for each member of a list.

        Args:
            variabel: The name of the member.
            daftar: The list.
            tabel: How many captions of tables stand within, so that the numbers after the loop are right.
            gambar: How many captions of charts stand within.
            kosong: What a single paragraph says when the list is empty.
        """
        self.tag(f"for {variabel} in {daftar}")
        with self.tabel.loop(daftar, tabel), self.gambar.loop(daftar, gambar):
            yield
        if kosong:
            self.tag("else")
            self.paragraph(kosong)
        self.tag("endfor")

    @contextmanager
    def when(self, syarat: str) -> Iterator[None]:
        """Print what is appended within only under a condition."""
        self.tag(f"if {syarat}")
        yield
        self.tag("endif")

    def each(self, daftar: str, gaya: str = "Normal") -> None:
        """Append a paragraph for each text of a list."""
        with self.loop("kalimat", daftar):
            self.paragraph("{{ kalimat }}", gaya)

    @property
    def rujukan(self) -> str:
        """The reference to the table that comes next, to be put into a sentence."""
        return f"[[{_TABEL}{self.tabel.peek()}]]"

    def rujukan_gambar(self, nama: str) -> str:
        """Return what adds a chart, where there is one, to the reference to a table; it is the chart that comes next.

        Args:
            nama: The chart.
        """
        return f"{{% if {nama} %}} dan [[{_GAMBAR}{self.gambar.peek()}]]{{% endif %}}"

    @contextmanager
    def table(
        self,
        keterangan: str,
        daftar_kolom: Sequence[Kolom],
        catatan: str = "",
        kepala: Sequence[Sequence[Sel]] = (),
    ) -> Iterator[Tabel]:
        """Append a table under its caption and over its note, if it has one; its head may have several rows."""
        nomor = field("SEQ Tabel \\* ARABIC", self.tabel.next())
        self.append(paragraph(_TABEL, "Caption", nomor, *runs(f". {keterangan}")))
        tabel = Tabel(daftar_kolom, self._skala(), kepala)
        yield tabel
        self.append(tabel.elemen)
        if catatan:
            self.paragraph(catatan, "Catatan")

    def chart(self, nama: str) -> None:
        """Append a chart over its caption; nothing where there is no chart."""
        with self.when(nama):
            self.paragraph(f"{{{{p {nama} }}}}", "Gambar")
            nomor = field("SEQ Gambar \\* ARABIC", self.gambar.next())
            self.append(paragraph(_GAMBAR, "CaptionGambar", nomor, *runs(f". {{{{ {nama}.judul }}}}")))

    def charts(self, daftar: str, keterangan: str, catatan: str) -> None:
        """Append small charts side by side over one caption; nothing where there are none.

        Args:
            daftar: The rows of charts.
            keterangan: The caption.
            catatan: What the lines of the charts mean.
        """
        setengah = halaman.kertas(self.letak, self.ukuran).isi / 2
        kiri, kanan = (
            [*_judul_grafik(sisi), paragraph(f"{{{{p baris.{sisi} }}}}", TENGAH)] for sisi in ("kiri", "kanan")
        )
        kanan = [paragraph("{%p if baris.kanan %}", "Tag"), *kanan, paragraph("{%p endif %}", "Tag")]
        awal, akhir = (
            [[paragraph(f"{{%tr {perintah} %}}", "Tag")], [paragraph("", "Tag")]]
            for perintah in (f"for baris in {daftar}", "endfor")
        )
        with self.when(daftar):
            lebar = (setengah, setengah)
            self.append(layout(awal, [kiri, kanan], akhir, lebar=lebar, gaya="TableNormal", rata="top"))
            nomor = field("SEQ Gambar \\* ARABIC", self.gambar.next())
            self.append(paragraph(_GAMBAR, "CaptionGambar", nomor, *runs(f". {keterangan}")))
            self.paragraph(catatan, "CatatanGambar")

    def _skala(self) -> float:
        """Return how much wider this paper is than A4."""
        return halaman.kertas(self.letak, self.ukuran).isi / halaman.kertas(self.letak).isi

    def listing(
        self,
        keterangan: str,
        daftar_kolom: Sequence[Kolom],
        sumber: str,
        kosong: str,
        total: Sequence[Sel] = (),
        catatan: str = "",
    ) -> None:
        """Append a table with one row for each member of a list.

        Args:
            keterangan: The caption.
            daftar_kolom: The columns.
            sumber: The variable and the list, see `Tabel.loop`.
            kosong: What a single row says when the list is empty.
            total: The cells of the last row, if there is one.
            catatan: The note under the table.
        """
        with self.table(keterangan, daftar_kolom, catatan) as tabel:
            with tabel.loop(sumber, kosong):
                tabel.row()
            if total:
                tabel.total(*total)

    def section(self, letak: Letak) -> None:
        """Begin a section on a new page, of the given format."""
        self.letak = letak
        kertas = halaman.kertas(letak, self.ukuran)
        section = self.document.add_section()
        carrier = dokumen.body(self.document)[-2]
        carrier[0].insert(0, element("pStyle", val="Pemisah"))
        halaman.setup(section, kertas)
        if self.kaki:
            halaman.foot(section, kertas, self.kaki, total=not self.bab)

    def save(self) -> bytes:
        """Return the file."""
        return dokumen.save(self.document)


def _judul_grafik(sisi: str) -> Iterator[BaseOxmlElement]:
    """Yield the title of a small chart; only the last row of charts is kept with what comes next, its caption."""
    for tag, gaya_judul in (("if loop.last", "TabelGolongan"), ("else", KIRI)):
        yield paragraph(f"{{%p {tag} %}}", "Tag")
        yield paragraph(f"**{{{{ baris.judul_{sisi} }}}}**", gaya_judul)
    yield paragraph("{%p endif %}", "Tag")
