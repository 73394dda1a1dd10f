"""Golden documents of three agencies, of 6, 40 and 120 indicators: their text, and a digest of each section's XML.

The whole text of the largest would be megabytes; of its tables only shape and digest are kept.

`LAKIP_PERBARUI_EMAS=1 pytest tests/word/test_emas_instansi.py` writes them anew; the difference is then to be read.
"""

import hashlib
import io
import os
import re
import zipfile
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from bantu_halaman import gaya_paragraf, teks_paragraf
from instansi import LAPORAN

EMAS = Path(__file__).resolve().parents[1] / "emas" / "instansi"
RINGKAS = {"dinas"}
"""The agencies whose tables are kept as digests."""
PANJANG = 200
"""Characters of a paragraph that are kept where tables are not."""
SELALU_BARU = ("bookmarkStart", "bookmarkEnd", "proofErr", "lastRenderedPageBreak")
"""Elements whose ids shift when a heading is added far above."""
JUDUL = re.compile(r"Heading[123]|JudulDepan|Title")


def sidik(isi):
    return hashlib.sha256(isi).hexdigest()[:12]


def normal(element):
    """Return an element's XML without what names only places in the file."""
    salinan = deepcopy(element)
    etree.strip_elements(salinan, *(qn(f"w:{nama}") for nama in SELALU_BARU), with_tail=False)
    for satu in salinan.iter(qn("w:instrText"), qn("w:fldSimple"), qn("w:hyperlink")):
        for nama in (qn("w:instr"), qn("w:anchor")):
            if nama in satu.attrib:
                satu.set(nama, re.sub(r"_(?:Toc|Ref)\d+", "_", satu.get(nama)))
        if satu.tag == qn("w:instrText"):
            satu.text = re.sub(r"_(?:Toc|Ref)\d+", "_", satu.text or "")
    for satu in salinan.iter():
        for nama in [nama for nama in satu.attrib if "rsid" in nama or "paraId" in nama or "textId" in nama]:
            del satu.attrib[nama]
    return etree.tostring(salinan, method="c14n")


def baris_bagian(dokumen):
    """Yield a line for each section: digest of its XML, how many blocks it has, and its heading."""
    judul, daftar = "(awal)", []
    for element in dokumen.element.body:
        if element.tag == qn("w:p") and JUDUL.fullmatch(gaya_paragraf(element)):
            yield f"{sidik(b''.join(daftar))} {len(daftar):4} {judul}"
            judul, daftar = teks_paragraf(element)[:PANJANG], []
        daftar.append(normal(element))
    yield f"{sidik(b''.join(daftar))} {len(daftar):4} {judul}"


def baris_bagian_lain(isi):
    """Yield a line for each other part: styles, numbering, footers, charts."""
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        for nama in sorted(arsip.namelist()):
            if nama.startswith("word/") and nama.endswith(".xml") and nama != "word/document.xml":
                yield f"{sidik(normal(etree.fromstring(arsip.read(nama))))} {nama}"


def baris_teks(dokumen, *, ringkas):
    for element in dokumen.element.body:
        if element.tag == qn("w:p"):
            teks = teks_paragraf(element)
            utuh = teks if not ringkas or len(teks) <= PANJANG else f"{teks[:PANJANG]}… {sidik(teks.encode())}"
            gambar = " <grafik>" if element.find(f".//{qn('w:drawing')}") is not None else ""
            yield f"{gaya_paragraf(element)}: {utuh}{gambar}"
        elif element.tag == qn("w:tbl"):
            daftar = [
                " | ".join(" / ".join(map(teks_paragraf, sel.iter(qn("w:p")))) for sel in baris.iter(qn("w:tc")))
                for baris in element.iter(qn("w:tr"))
            ]
            tanda = f", {sidik(str(daftar).encode())}" if ringkas else ""
            kolom = len(element.findall(f".//{qn('w:gridCol')}"))
            yield f"<tabel {len(daftar)} baris, {kolom} kolom{tanda}>"
            yield from () if ringkas else (f"  {satu}" for satu in daftar)


@pytest.mark.parametrize(("nama", "periode"), LAPORAN)
def test_the_report_is_as_it_was(nama, periode, instansi_uji):
    isi = instansi_uji.susun(nama, periode).isi
    dokumen = docx.Document(io.BytesIO(isi))
    kini = {"xml": [*baris_bagian(dokumen), *baris_bagian_lain(isi)]}
    if nama != "contoh" or periode not in {"2025", "2025-S1"}:  # those two are in test_emas
        kini["txt"] = list(baris_teks(dokumen, ringkas=nama in RINGKAS))
    for akhiran, daftar in kini.items():
        berkas = EMAS / f"{nama}-{periode}.{akhiran}"
        if os.environ.get("LAKIP_PERBARUI_EMAS"):
            berkas.parent.mkdir(parents=True, exist_ok=True)
            berkas.write_text("\n".join(daftar) + "\n", encoding="utf-8", newline="\n")
        assert daftar == berkas.read_text(encoding="utf-8").split("\n")[:-1], "CONTRIBUTING.md: The golden documents"
