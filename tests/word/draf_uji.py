"""A small draft as a template would make it from some figures, and what people do to it."""

import copy
import functools
import io

import docx
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.carry.base import Base, read_base, sealed, with_base
from lakip_gen.word.carry.merge import carry
from lakip_gen.word.carry.texts import Reader
from lakip_gen.word.carry.typed import lost_words
from lakip_gen.word.fill.render import laid_out
from lakip_gen.word.package.opc import drop_relations, drop_type, open_docx, relations
from lakip_gen.word.package.xml import relationships_of

LABEL = Base(stem="laporan", number=1, template="t")
LANJUT = Base(stem="laporan", number=2, template="t")
RUMUS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
DOKUMEN = "word/document.xml"
AWAL = {"I1": "45,20", "I2": "61,00", "I3": "70,15"}
KINI = {"I1": "47,10", "I2": "61,00", "I3": "72,90"}


def polos(angka):
    """Return a plain draft: a heading, for each indicator a sentence and a remark, a table, a caption, an ending."""
    dokumen = docx.Document()
    dokumen.add_heading("Bab I Pendahuluan", 1)
    dokumen.add_paragraph("Laporan ini disusun menurut peraturan.")
    dokumen.add_heading("Bab II Capaian", 1)
    for kode, nilai in angka.items():
        paragraf = dokumen.add_paragraph(f"Realisasi {kode} sebesar ")
        paragraf.add_run(nilai).bold = True
        paragraf.add_run(f" persen dari target {kode} sebesar 80,00 persen.")
        dokumen.add_paragraph(f"Penjelasan {kode} disampaikan oleh bidang {kode}.")
    tabel = dokumen.add_table(rows=1, cols=3)
    for sel, teks in zip(tabel.rows[0].cells, ("Kode", "Realisasi", "Keterangan"), strict=True):
        sel.text = teks
    for kode, nilai in angka.items():
        for sel, teks in zip(tabel.add_row().cells, (kode, nilai, f"cukup {kode}"), strict=True):
            sel.text = teks
    dokumen.add_heading("Bab III Penutup", 1)
    dokumen.add_paragraph("Demikian laporan ini disampaikan.")
    return bagian(dokumen)


def bagian(dokumen):
    aliran = io.BytesIO()
    dokumen.save(aliran)
    parts, temuan = open_docx(aliran.getvalue())
    assert parts is not None, temuan
    return dict(parts)


def draf(angka, label=LABEL):
    """Return the parts of a draft with its base."""
    return dict(_draf(tuple(angka.items()), label))


@functools.cache
def _draf(angka, label):
    parts = polos(dict(angka))
    parts[DOKUMEN] = laid_out(DOKUMEN, parts[DOKUMEN], parts)
    return sealed(with_base(parts, label))


def buka(parts):
    return docx.Document(io.BytesIO(write_container(parts)))


def sunting(parts, *daftar_langkah):
    dokumen = buka(parts)
    for langkah in daftar_langkah:
        langkah(dokumen)
    return bagian(dokumen)


def lanjut(disunting, angka=None, label=LANJUT):
    """Return the next draft out of an edited one, and what was not carried."""
    dasar = read_base(disunting)
    jadi = carry(Reader(disunting), dasar, draf(angka or KINI, label), label)
    return jadi, lost_words(Reader(disunting), dasar, Reader(jadi.parts))


def isi_teks(parts):
    """Return every paragraph that says something: of the body, of its tables, of headers and footnotes."""
    dokumen = buka(parts)
    badan = list(dokumen.element.body.iter(qn("w:p")))
    kepala = [p._p for bagian_ in dokumen.sections for p in (*bagian_.header.paragraphs, *bagian_.footer.paragraphs)]
    return [
        teks for p in (*badan, *kepala) if (teks := "".join(t.text or "" for t in p.iter(qn("w:t"), RUMUS)).strip())
    ]


def komentar(parts):
    nama = "word/comments.xml"
    return [k.text for k in buka(parts).comments] if nama in parts else []


def cari(dokumen, awal):
    return next(p for p in dokumen.paragraphs if p.text.startswith(awal))


# --- What people do ---------------------------------------------------------------------------------------------------


def tambah_sesudah(awal, kalimat):
    def langkah(dokumen):
        lama = cari(dokumen, awal)._p
        baru = copy.deepcopy(dokumen.add_paragraph(kalimat)._p)
        dokumen.paragraphs[-1]._p.getparent().remove(dokumen.paragraphs[-1]._p)
        lama.addnext(baru)

    return langkah


def ganti(awal, kalimat):
    """Type other words over a paragraph; what stands at its beginning stays."""

    def langkah(dokumen):
        paragraf = cari(dokumen, awal)
        for run in paragraf.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraf.runs[0].text = kalimat

    return langkah


def sambung(awal, kata):
    return lambda dokumen: cari(dokumen, awal).add_run(kata) and None


def hapus(awal):
    def langkah(dokumen):
        lama = cari(dokumen, awal)._p
        lama.getparent().remove(lama)

    return langkah


def pindah(awal, sesudah):
    def langkah(dokumen):
        cari(dokumen, sesudah)._p.addnext(cari(dokumen, awal)._p)

    return langkah


def pindah_tabel(sesudah):
    return lambda dokumen: cari(dokumen, sesudah)._p.addnext(dokumen.tables[0]._tbl)


def hapus_tabel(dokumen):
    dokumen.tables[0]._tbl.getparent().remove(dokumen.tables[0]._tbl)


def ganti_sel(baris, kolom, kata):
    def langkah(dokumen):
        dokumen.tables[0].cell(baris, kolom).paragraphs[0].runs[0].text = kata

    return langkah


def balik_baris(dokumen):
    """Sort the rows of a table the other way."""
    kepala_tabel, *isi_tabel = [satu._tr for satu in dokumen.tables[0].rows]
    for baris in isi_tabel:
        kepala_tabel.addnext(baris)


def belah_tabel(dokumen):
    """Split a table in two."""
    tabel = dokumen.tables[0]._tbl
    bawah = copy.deepcopy(tabel)
    for baris in bawah.findall(qn("w:tr")):
        bawah.remove(baris)
    bawah.extend(tabel.findall(qn("w:tr"))[2:])
    antara = tabel.makeelement(qn("w:p"), {})
    tabel.addnext(antara)
    antara.addnext(bawah)


def salin(awal, sesudah):
    """Copy a paragraph to another place."""
    return lambda dokumen: cari(dokumen, sesudah)._p.addnext(copy.deepcopy(cari(dokumen, awal)._p))


def tambah_baris(kata):
    def langkah(dokumen):
        for sel in dokumen.tables[0].add_row().cells:
            sel.text = kata

    return langkah


def hapus_baris(nomor):
    def langkah(dokumen):
        baris = dokumen.tables[0].rows[nomor]._tr
        baris.getparent().remove(baris)

    return langkah


def tebalkan(awal):
    def langkah(dokumen):
        for run in cari(dokumen, awal).runs:
            run.italic = True
            run.font.color.rgb = RGBColor(0xC0, 0, 0)
            run.font.size = Pt(13)

    return langkah


def rata(awal):
    def langkah(dokumen):
        cari(dokumen, awal).paragraph_format.left_indent = Pt(36)

    return langkah


def beri_komentar(awal, kata="Mohon dicek"):
    def langkah(dokumen):
        dokumen.add_comment(cari(dokumen, awal).runs, text=kata, author="Sekretaris")

    return langkah


def tempel_gambar(awal, gambar):
    def langkah(dokumen):
        baru = dokumen.add_paragraph()
        baru.add_run().add_picture(io.BytesIO(gambar))
        cari(dokumen, awal)._p.addnext(baru._p)

    return langkah


def terlacak(awal, kata):
    """Put words in as a tracked change."""

    def langkah(dokumen):
        paragraf = cari(dokumen, awal)
        sisip = paragraf._p.makeelement(qn("w:ins"), {qn("w:id"): "901", qn("w:author"): "Sekretaris"})
        run = paragraf.add_run(kata)._r
        paragraf._p.append(sisip)
        sisip.append(run)

    return langkah


def coret_terlacak(awal):
    """Take words out as a tracked change."""

    def langkah(dokumen):
        paragraf = cari(dokumen, awal)
        run = paragraf.runs[-1]._r
        coret = paragraf._p.makeelement(qn("w:del"), {qn("w:id"): "902", qn("w:author"): "Sekretaris"})
        run.addprevious(coret)
        coret.append(run)
        for teks in run.findall(qn("w:t")):
            teks.tag = qn("w:delText")

    return langkah


def belah(awal, pada):
    """Press Enter within a paragraph."""

    def langkah(dokumen):
        paragraf = cari(dokumen, awal)
        teks = paragraf.text
        for run in paragraf.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraf.runs[0].text = teks[:pada]
        tambah_sesudah(teks[:pada], teks[pada:])(dokumen)

    return langkah


def gabung(awal, berikut):
    """Delete the end of a paragraph, so that the next one comes into it."""

    def langkah(dokumen):
        satu, dua = cari(dokumen, awal)._p, cari(dokumen, berikut)._p
        for anak in list(dua):
            if anak.tag != qn("w:pPr"):
                satu.append(anak)
        dua.getparent().remove(dua)

    return langkah


def kepala(kata):
    return lambda dokumen: dokumen.sections[0].header.paragraphs[0].add_run(kata) and None


def halaman_baru(awal):
    return lambda dokumen: cari(dokumen, awal).runs[0].add_break(WD_BREAK.PAGE)


def dalam_kontrol(awal):
    """Put a paragraph into a content control, as forms in Word do."""

    def langkah(dokumen):
        paragraf = cari(dokumen, awal)._p
        kontrol = paragraf.makeelement(qn("w:sdt"), {})
        isi = paragraf.makeelement(qn("w:sdtContent"), {})
        paragraf.addprevious(kontrol)
        kontrol.append(isi)
        isi.append(paragraf)

    return langkah


def dalam_medan(awal):
    """Put a paragraph into a field, as LibreOffice makes one of a content control."""

    def langkah(dokumen):
        paragraf = cari(dokumen, awal)
        isi = [run._r for run in paragraf.runs]

        def tanda(jenis, kode=""):
            run = paragraf.add_run()._r
            satu = run.makeelement(qn("w:instrText" if kode else "w:fldChar"), {})
            if kode:
                satu.text = kode
            else:
                satu.set(qn("w:fldCharType"), jenis)
            run.append(satu)
            return run

        awal_medan = [tanda("begin"), tanda("", ' FILLIN "" '), tanda("separate")]
        for run in (*awal_medan, *isi, tanda("end")):
            paragraf._p.append(run)

    return langkah


def tanpa_jangkar(parts):
    """Return what a program leaves that keeps no hidden bookmarks."""

    def langkah(dokumen):
        tanda = list(dokumen.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")))
        milik = {satu.get(qn("w:id")) for satu in tanda if satu.get(qn("w:name"), "").startswith("_Lakip")}
        for satu in tanda:
            if satu.get(qn("w:id")) in milik:
                satu.getparent().remove(satu)

    return sunting(parts, langkah)


def tanpa_dasar(parts):
    """Return what a program leaves that keeps no parts of other programs."""
    [nama] = [nama for nama, isi in parts.items() if b"urn:lakip-gen:draf" in isi]
    [sifat] = [satu.target for satu in relations(parts, nama).values()]
    jadi = {satu: isi for satu, isi in parts.items() if satu not in {nama, sifat, relationships_of(nama)}}
    drop_relations(jadi, DOKUMEN, {nomor for nomor, satu in relations(parts, DOKUMEN).items() if satu.target == nama})
    drop_type(jadi, sifat)
    return jadi
