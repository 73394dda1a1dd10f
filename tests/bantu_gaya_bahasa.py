"""The shapes of sentences in a report, page by page: what a reader finds said again and again."""

import re
from collections import Counter

from docx.oxml.ns import qn

from bantu_halaman import gaya_paragraf, teks_paragraf

BARIS_SEHALAMAN = 42
"""About so many lines of text and table rows stand on a page."""
SEBARIS = 95
PALING_BANYAK = 3
PENDEK = 4
"""A text of fewer words is a label and no sentence."""
GAYA_BUKAN_KALIMAT = re.compile(
    r"TOC\d|TableofFigures|Heading\d|Caption\w*|Judul\w*|Catatan\w*|NIP|Pejabat|Isian|Pihak"
)
"""Entries, headings, captions and notes under tables are no prose."""
SESUDAH_SATUAN = "di |lebih|dengan|dari|menjadi|terhadap|melampaui|masih"
"""What follows a figure with its satuan."""
TERLARANG = {
    "word of the program": r"buku induk|rekap\.xlsx|\bgalat\b|\bsel [A-Z]{1,3}\d+",
    "worn-out shape": r"Rinciannya disajikan|, sehingga capaiannya|Target tercapai tepat|\bSimpulan: ",
    "two called all": r"[Ss]eluruh 2 \(dua\)|[Ss]eluruh 1 \(satu\)",
    "quarter in Arabic figures": r"\bTW \d|\bTriwulan \d",
    "hyphen for minus": r"(?<![\w.,)–/-])-\d",
    "target missed and yet surpassed": r"terlampaui: [^.]*di bawah target",
    "satuan twice": r"\b(\w+) \1 (?:di atas|di bawah)",
}


def bentuk(kalimat):
    """Return the shape of a sentence: without figures, their units, numbers of indicators and what is in brackets."""
    teks = re.sub(r"\([^()]*\)|\[[^\]]*\]", "", kalimat)
    teks = re.sub(r"(?:Triwulan|Semester|TW) [IV]+(?: Tahun)?|Tahun (?=\d)", "", teks)
    teks = re.sub(r"[−-]?\d[\d.,]*(?:%|\b)", "#", teks)
    teks = re.sub(r"#(?:,? (?:dan |s\.d\. )?#)+", "#", teks)
    teks = re.sub(rf"# (?:poin persentase|[a-z]+)(?= (?:{SESUDAH_SATUAN})|[.;,)]|$)", "#", teks)
    return re.sub(r"\s+", " ", teks).strip(" .;:")


def daftar_kalimat(teks):
    """Return the sentences of a paragraph."""
    return [satu for satu in re.split(r"(?<=[.;])\s+(?=[A-Z])", teks) if satu[:1].isupper() and satu.endswith(".")]


def halaman_teks(dokumen, kata_unit):
    """Yield pages of a report as lists of its own sentences; a page begins where about so many lines are full."""
    halaman, baris = [], 0

    def milik_unit(teks):
        return any(kata in teks for kata in kata_unit)

    for element in dokumen.element.body:
        if element.tag == qn("w:p"):
            gaya, teks = gaya_paragraf(element), teks_paragraf(element)
            baris += 1 + len(teks) // SEBARIS
            tanpa = GAYA_BUKAN_KALIMAT.fullmatch(gaya) or milik_unit(teks)
            daftar = [] if tanpa else daftar_kalimat(teks)
        elif element.tag == qn("w:tbl"):
            daftar = []
            for tr in element.iter(qn("w:tr")):
                daftar_sel = [[teks_paragraf(p) for p in tc.iter(qn("w:p"))] for tc in tr.iter(qn("w:tc"))]
                baris += 1 + max((sum(len(p) for p in sel) for sel in daftar_sel), default=0) // (SEBARIS // 2)
                daftar += [k for sel in daftar_sel for p in sel if not milik_unit(p) for k in daftar_kalimat(p)]
                if baris >= BARIS_SEHALAMAN:
                    yield halaman + daftar
                    halaman, daftar, baris = [], [], 0
        else:
            continue
        halaman += daftar
        if baris >= BARIS_SEHALAMAN:
            yield halaman
            halaman, baris = [], 0
    yield halaman


def terlalu_sering(dokumen, kata_unit=()):
    """Return the shapes that stand more than so often on one page, with how often; the units' own words are theirs."""
    hasil = Counter()
    for halaman in halaman_teks(dokumen, kata_unit):
        banyak = Counter(satu for kalimat in halaman if len((satu := bentuk(kalimat)).split()) >= PENDEK)
        hasil |= Counter({satu: n for satu, n in banyak.items() if n > PALING_BANYAK})
    return dict(hasil)


def kata_terlarang(dokumen):
    """Return what should not stand in an official text, by its kind."""
    semua = "\n".join(teks_paragraf(p) for p in dokumen.element.body.iter(qn("w:p")))
    return {nama: ada.group(0) for nama, pola in TERLARANG.items() if (ada := re.search(pola, semua))}
