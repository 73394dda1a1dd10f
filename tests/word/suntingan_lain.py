"""What else people do to a draft: they cut and swap chapters, change tables, and paste what other programs made."""

import copy

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from draf_uji import cari

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_KOTAK = (
    f'<w:r {_W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:70pt;height:24pt"><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def _bab(dokumen, awal):
    """Return a heading with all that stands under it."""
    satu = cari(dokumen, awal)._p
    isi = [satu]
    for lain in satu.itersiblings():
        if (
            lain.tag == qn("w:sectPr")
            or lain.find(f"{qn('w:pPr')}/{qn('w:pStyle')}[@{qn('w:val')}='Heading1']") is not None
        ):
            break
        isi.append(lain)
    return isi


def potong_bab(dokumen):
    for satu in _bab(dokumen, "Bab II "):
        satu.getparent().remove(satu)


def tukar_bab(dokumen):
    tujuan = cari(dokumen, "Bab II ")._p
    for satu in _bab(dokumen, "Bab III"):
        tujuan.addprevious(satu)


def gabung_sel(dokumen):
    tabel = dokumen.tables[0]
    tabel.cell(1, 0).merge(tabel.cell(1, 1)).add_paragraph("Digabung.")
    tabel.cell(2, 2).merge(tabel.cell(3, 2))


def tambah_kolom(dokumen):
    for sel in dokumen.tables[0].add_column(900000).cells:
        sel.text = "kolom tangan"


def hapus_kolom(dokumen):
    tabel = dokumen.tables[0]._tbl
    for baris in tabel.findall(qn("w:tr")):
        baris.remove(baris.findall(qn("w:tc"))[2])
    kisi = tabel.find(qn("w:tblGrid"))
    kisi.remove(kisi[2])


def tabel_di_sel(dokumen):
    sel = dokumen.tables[0].cell(1, 2)
    sel.add_table(1, 1).cell(0, 0).text = "Tabel di dalam sel."
    sel.add_paragraph()


def kotak_teks(dokumen):
    cari(dokumen, "Realisasi I2")._p.append(parse_xml(_KOTAK.format("Kotak Sekretaris.")))


def halaman_lebar(dokumen):
    bagian = dokumen.add_section(WD_SECTION.NEW_PAGE)
    bagian.orientation, bagian.page_width, bagian.page_height = (
        WD_ORIENT.LANDSCAPE,
        bagian.page_height,
        bagian.page_width,
    )
    dokumen.add_paragraph("Halaman lebar.")


def rumus(dokumen):
    cari(dokumen, "Realisasi I1")._p.append(
        parse_xml(f'<m:oMath xmlns:m="{_MATH}"><m:r><m:t>x = 1</m:t></m:r></m:oMath>')
    )


def tautan(dokumen):
    nomor = dokumen.part.relate_to("https://contoh.go.id", _LINK, is_external=True)
    satu = parse_xml(f'<w:hyperlink {_W}><w:r><w:t xml:space="preserve"> Lihat laman.</w:t></w:r></w:hyperlink>')
    satu.set(qn("r:id"), nomor)
    cari(dokumen, "Realisasi I2")._p.append(satu)


def gaya_asing(dokumen):
    gaya = dokumen.styles.add_style("Gaya Asing", 1)
    gaya.font.name = "Courier New"
    cari(dokumen, "Penjelasan I1")._p.addnext(dokumen.add_paragraph("Tempelan asing.", style="Gaya Asing")._p)


def gaya_judul(dokumen):
    cari(dokumen, "Bab III").style = dokumen.styles["Heading 2"]


def tempel_tahun_lalu(dokumen):
    """Paste a chapter of the report of the year before, bookmarks and all."""
    tempat = dokumen.element.body[-2]
    for satu in reversed([copy.deepcopy(satu) for satu in _bab(dokumen, "Bab I ")]):
        for teks in satu.iter(qn("w:t")):
            teks.text = f"{teks.text} Tahun lalu."
        tempat.addnext(satu)


SKENARIO_LAIN = {
    "a chapter that was cut": ([potong_bab], []),
    "two chapters swapped": ([tukar_bab], []),
    "cells made one": ([gabung_sel], ["Digabung."]),
    "a column more": ([tambah_kolom], ["kolom tangan"] * 4),
    "a column less": ([hapus_kolom], []),
    "a table in a cell": ([tabel_di_sel], ["Tabel di dalam sel."]),
    "a text box": ([kotak_teks], ["Kotak Sekretaris."]),
    "a landscape page": ([halaman_lebar], ["Halaman lebar."]),
    "an equation": ([rumus], []),
    "a link": ([tautan], []),
    "a paragraph with a style of its own": ([gaya_asing], ["Tempelan asing."]),
    "a heading of another level": ([gaya_judul], []),
    "a page of the year before": ([tempel_tahun_lalu], ["Bab I Pendahuluan Tahun lalu."]),
}
