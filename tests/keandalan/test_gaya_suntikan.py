"""Whatever a unit or a planner types arrives as visible, inert text, character for character, in every output.

Each payload is put into every text field twice: once harmless (a bare marker), to learn where the field is printed, and
once hostile. Wherever the marker stood, payload and marker must stand, and nothing may have come to life.
"""

import re
import shutil
import time
import zipfile
from copy import deepcopy
from html.parser import HTMLParser
from io import BytesIO

import docx
import openpyxl
import pytest
from lxml import etree

from bantu_gaya import Bentuk, acak, isi_folder, isi_induk, isi_jujur, lakip, selesai, terisi
from bantu_ruang import baca_induk, baca_triwulan_semua, formulir
from bantu_ruang import isi as isi_sel
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.mulai import templat
from lakip_gen.alur.susun import susun
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import setahun, triwulan
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.skema.kolom import JenisKolom
from lakip_gen.domain.teks import AWAL_RUMUS, bersihkan
from lakip_gen.excel.induk import write_induk
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.laporan_pendek

TW1, SETAHUN = triwulan(2025, 1), setahun(2025)
RUMUS = (
    "=1+1",
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "=cmd|' /C calc'!A0",
    "=CMD|'/c powershell'!A1",
    '=HYPERLINK("http://jahat.example","klik")',
    '=WEBSERVICE("http://jahat.example")',
    '=DDE("cmd";"/C calc";"1")',
    "=IMPORTXML(A1,B1)",
    "='file:///etc/passwd'#$passwd.A1",
    '=IF(1,"a","b")&A1',
    "{=1+1}",
    "=-+-+1",
    "+cmd|' /C calc'!A0",
    "-@SUM(A1:A9)",
    "\t=1+1",
    "\r\n=1+1",
    "=#REF!",
    '=INDIRECT("\'"&A1)',
)
XML = (
    "<w:p>",
    "</w:t></w:r></w:p>",
    "<w:br/>A & B",
    "&lt;&amp;&#65;&#x41;",
    "kurang dari <5 hari & R&D;x",
    "]]>",
    "<![CDATA[x]]>",
    '<!DOCTYPE x [<!ENTITY e "e">]>&e;',
    "<?xml version='1.0'?>",
    "<!-- catatan -->",
    "</v></c><c><f>1+1</f></c>",
    "<is><t>x</t></is>",
    "_x000D__x003D_1+1",
    "<w:instrText>DDEAUTO cmd</w:instrText>",
    "' onmouseover='x' \"",
)
JINJA = (
    "{{ 7*7 }}",
    "{{7*7}}",
    "{% for x in range(9) %}x{% endfor %}",
    "{# catatan #}",
    "{{ instansi.__class__.__mro__ }}",
    "{%p if true %}",
    "{%tr for a in daftar_sasaran %}",
    "{% raw %}",
    "{%- endraw -%}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{{r instansi.nama }}",
    "}}{{",
    "{{ self._TemplateReference__context }}",
    "{% include '/etc/passwd' %}",
    "{{ ''.join(['a']*99999999) }}",
)
LAIN = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "javascript:alert(1)",
    "https://jahat.example/?a=1&b=2",
    "\u202efdp.exe\u202c",
    "\u200fעברית\u200e 1.234",
    "a\x00b\x07c\x1b[31md",
    "nol\u200blebar\ufeff",
    "🙂👩‍👩‍👧 𝔘 ﷽",
)
SERANGAN = (*RUMUS, *XML, *JINJA, *LAIN)
TEKS = {JenisKolom.TEKS, JenisKolom.PARAGRAF}
KOLOM_FORMULIR = tuple(
    (lembar.kunci, kolom.kunci)
    for lembar in skema.DAFTAR_LEMBAR
    if not lembar.daftar_butir
    for kolom in lembar.kolom_isian
    if kolom.jenis in TEKS
)
BUTIR_FORMULIR = tuple(butir.kunci for butir in skema.PENGESAHAN.daftar_butir if butir.jenis in TEKS)
ACUAN = {"kode", "unit", "skala", "warna", "renstra"}
"""Texts that name something else or a span of years, which have a test of their own."""
KOLOM_INDUK = {
    lembar.kunci: tuple(k.kunci for k in lembar.daftar_kolom if k.jenis in TEKS and k.kunci not in ACUAN)
    for lembar in skema_induk.DAFTAR_LEMBAR
    if not lembar.daftar_butir
}
BUTIR_INDUK = {
    lembar.kunci: tuple(b.kunci for b in lembar.daftar_butir if b.jenis in TEKS and b.kunci not in ACUAN)
    for lembar in skema_induk.DAFTAR_LEMBAR
    if lembar.daftar_butir
}

HURUF_PANJANG = 45
"""So long are the names of the agency's texts: with or without a payload its name is too long for a footer."""


def rapat(teks):
    """Return a text as it can be compared across formats: cleaned, blanks of any kind made one."""
    return " ".join(bersihkan(teks).split())


def penanda(*tempat):
    return f"§{'.'.join(map(str, tempat))}§"


# --- an agency whose every text is an attack ---


def cemari(rows, pilih):
    """Put a payload and a marker into every text of a buku induk; `pilih` tells the payload by number of the row."""
    rows["riwayat"] = [
        {"indikator": baris["kode"], "standar_nasional": 1, "target_1": 9, "realisasi_1": 8}
        for baris in rows["indikator"]
    ]
    for lembar, daftar_kolom in KOLOM_INDUK.items():
        for nomor, baris in enumerate(rows.get(lembar, ())):
            for kolom in daftar_kolom:
                baris[kolom] = pilih(nomor) + penanda(lembar, nomor, kolom)
    for lembar, daftar_butir in BUTIR_INDUK.items():
        isi = rows.setdefault(lembar, [{}])[0]
        isi |= {butir: pilih(0) + penanda(lembar, butir.ljust(HURUF_PANJANG, "-")) for butir in daftar_butir}
    return rows


def polos(rows):
    """Make every indicator a plain number, so that nothing but the texts is remarkable."""
    for baris in rows["indikator"]:
        for kolom in [k for k in baris if k.startswith(("target", "perubahan", "skala", "rumus_turun", "gabung"))]:
            del baris[kolom]
        baris |= {"arah": "naik", "cara_gabung": "akhir", "jenis_target": "konstan", "target_tahun": 10}
        baris |= {f"target_{n}": 10 for n in range(1, 5)}
    return rows


def siapkan(akar, bentuk, pilih, periode, ubah=lambda rows: rows):
    """Write a working folder full of payloads, with one unit whose forms are refused so that return copies come."""
    ruang = Workspace(akar)
    rows = ubah(cemari(polos(deepcopy(isi_induk(bentuk, 1))), pilih))  # its lists are those of the sample agency
    ruang.induk(2025).parent.mkdir(parents=True)
    ruang.induk(2025).write_bytes(write_induk(rows, str(rows["instansi"][0]["nama"])))
    for berkas, isi in templat(ruang).items():
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_bytes(isi)
    induk, daftar_temuan = baca_induk(ruang, 2025)
    assert induk is not None, daftar_temuan
    lalu = Kumpulan({})
    for satu in periode.sampai_dengan:
        bagikan(ruang, satu)
        for unit in induk.daftar_unit:
            kosong = siapkan_formulir(induk, unit, satu, lalu)
            berkas = ruang.form_file(unit.kode, satu)
            berkas.write_bytes(terisi(kosong, isi_cemar(kosong, unit.kode, pilih)))
        lalu = baca_triwulan_semua(ruang, induk, satu).kumpulan
    return ruang


def isi_cemar(kosong, unit, pilih):
    isi = isi_jujur(kosong, acak(unit))
    for lembar, kolom in KOLOM_FORMULIR:
        for nomor, baris in enumerate(kosong.daftar_baris[lembar]):
            isi[lembar, baris.kunci, kolom] = pilih(nomor) + penanda(unit, lembar, nomor, kolom)
    for nomor, butir in enumerate(BUTIR_FORMULIR):
        isi["pengesahan", butir, "isi"] = pilih(nomor) + penanda(unit, butir)
    for nomor, baris in enumerate(kosong.daftar_baris["indikator"]):
        if unit.endswith("2"):  # this unit's figures are payloads too: its form is refused and comes back
            isi["indikator", baris.kunci, "realisasi"] = pilih(nomor) + penanda(unit, nomor, "realisasi")
    return isi


# --- what is seen in an output ---

TEKS_WORD = ("{*}t", "{*}tab", "{*}br")
GRAFIK = re.compile(r"word/embeddings/grafik\d+\.xlsx")
"""The figures behind a chart: the one kind of file that a draft of ours may carry."""
RUJUKAN_GRAFIK = re.compile(r"Data!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?")
RUMUS_LABEL = re.compile(
    r'=IF\(([A-Z]+\d+)="","",SUBSTITUTE\(SUBSTITUTE\(SUBSTITUTE\(FIXED\(\1,\d+\),'
    r'MID\(FIXED\(1000,0\),2,1\),"~"\),MID\(1/2,2,1\),","\),"~","\."\)\)'
)
"""The one formula behind a chart: a number written as its label, so that labels follow edits in Word."""


class Halaman(HTMLParser):
    """The visible text of a page, and everything in it that could act."""

    def __init__(self, isi):
        super().__init__()
        self.teks, self.gaya, self.hidup = "", 0, []
        self.feed(isi)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.gaya += tag == "style"
        if tag in {"script", "img", "svg", "iframe", "object", "embed", "form", "link", "base"}:
            self.hidup.append(tag)
        self.hidup += [
            nama for nama, isi in attrs if nama.startswith("on") or (nama == "href" and not isi.startswith("#"))
        ]

    def handle_endtag(self, tag):
        self.gaya -= tag == "style"

    def handle_data(self, data):
        if not self.gaya:
            self.teks += data


def teks_docx(bita):
    """Return the text of a document, of its charts, and of the words for who cannot see the charts."""
    dokumen = docx.Document(BytesIO(bita))
    bagian = [
        dokumen.element.body,
        *(s.header._element for s in dokumen.sections),
        *(s.footer._element for s in dokumen.sections),
    ]
    paragraf = [p for satu in bagian for p in satu.iter("{*}p")]
    baris = ["".join(n.text or "" if n.tag.endswith("}t") else " " for n in p.iter(*TEKS_WORD)) for p in paragraf]
    baris += [nilai for gambar in dokumen.element.iter("{*}docPr") for nilai in map(str, gambar.attrib.values())]
    with zipfile.ZipFile(BytesIO(bita)) as arsip:
        for nama in arsip.namelist():
            if nama.startswith("word/charts/chart"):
                baris += [n.text or "" for n in etree.fromstring(arsip.read(nama)).iter("{*}t", "{*}v")]
            if GRAFIK.fullmatch(nama):
                baris += [str(sel.value) for sel in sel_xlsx(arsip.read(nama))]
    return "\n".join(baris)


def sel_xlsx(bita):
    buku = openpyxl.load_workbook(BytesIO(bita))
    return [sel for lembar in buku.worksheets for baris in lembar.iter_rows() for sel in baris if sel.value is not None]


def terlihat(nama, bita):
    """Return all that somebody sees in an output."""
    if nama.endswith(".html"):
        return Halaman(bita.decode()).teks
    if nama.endswith(".docx"):
        return teks_docx(bita)
    if nama.endswith(".xlsx"):
        return "\n".join(str(sel.value) for sel in sel_xlsx(bita))
    return bita.decode("utf-8-sig")


def periksa_lembam(nama, bita):
    """Nothing in an output may act by itself."""
    if nama.endswith(".html"):
        assert Halaman(bita.decode()).hidup == []
        return
    if not nama.endswith((".xlsx", ".docx")):
        return
    with zipfile.ZipFile(BytesIO(bita)) as arsip:
        for bagian in arsip.namelist():
            periksa_bagian(bagian, arsip.read(bagian))
    if nama.endswith(".xlsx"):
        periksa_sel(nama, bita)


def periksa_bagian(bagian, isi):
    """A part may hold no program, no link to elsewhere, and no field that was typed by somebody."""
    if GRAFIK.fullmatch(bagian):
        return periksa_lembam(bagian, isi)
    assert not re.search("externalLink|vbaProject|activeX|embeddings|connections|oleObject", bagian), bagian
    assert b'TargetMode="External"' not in isi, bagian
    if bagian.endswith((".xml", ".rels")):
        assert b"<!DOCTYPE" not in isi
        for perintah in re.findall(rb"<w:instrText[^>]*>([^<]*)", isi):
            assert "§" not in perintah.decode(), perintah
    if bagian.startswith("word/charts/chart"):
        for rujukan in etree.fromstring(isi).iter("{*}f"):
            assert RUJUKAN_GRAFIK.fullmatch(rujukan.text), rujukan.text
    return None


def periksa_sel(nama, bita):
    for sel in sel_xlsx(bita):
        if sel.data_type == "f":
            assert boleh_berumus(nama, str(sel.value)), (nama, sel.coordinate, sel.value)
        elif isinstance(sel.value, str):
            assert sel.data_type == "s"
            assert sel.hyperlink is None or sel.hyperlink.location, (nama, sel.coordinate)
            if sel.parent.sheet_state == "visible" and str(sel.value).startswith(AWAL_RUMUS):
                assert sel.quotePrefix, (nama, sel.coordinate, sel.value)


def boleh_berumus(nama, rumus):
    """Only forms have formulas, made of cells of the form, and the label behind a chart."""
    if GRAFIK.fullmatch(nama):
        return RUMUS_LABEL.fullmatch(rumus) is not None
    return re.search("kembali/|formulir", nama) is not None and "§" not in rumus


def hitung_penanda(terlihat_di):
    """Return how often each marker stands in each output."""
    pola = re.compile(r"§[^§\n]{3,60}§")
    return {nama: {tanda: teks.count(tanda) for tanda in set(pola.findall(teks))} for nama, teks in terlihat_di.items()}


def jalankan(akar, bentuk, pilih, periode=TW1):
    ruang = siapkan(akar, bentuk, pilih, periode)
    hasil = susun(ruang, periode)
    assert hasil.sah, [(t.kode, str(t.asal), t.nilai) for t in hasil.daftar_temuan]
    keluaran = {nama: bita for nama, bita in isi_folder(ruang.root).items() if nama.startswith(("output", "workbooks"))}
    keluaran = {nama: bita for nama, bita in keluaran.items() if nama.endswith((".xlsx", ".docx", ".html", ".txt"))}
    for nama, bita in keluaran.items():
        periksa_lembam(nama, bita)
    return {nama: rapat(terlihat(nama, bita)) for nama, bita in keluaran.items()}


PENDEK = {"pesan-unit.txt", "ikhtisar.docx"}
"""Where long texts are cut on purpose."""


def banding(jinak, galak, pilih_tanda):
    """Return what is missing: every marker of the harmless run must stand behind its payload in the hostile one."""
    hilang, banyak = [], 0
    for nama, daftar in hitung_penanda(jinak).items():
        for tanda, kali in daftar.items():
            dicari = rapat(pilih_tanda(tanda) + tanda)
            banyak += 1
            if galak[nama].count(dicari) != kali and nama.rsplit("/", 1)[-1] not in PENDEK:
                hilang.append((nama, dicari, kali, galak[nama].count(dicari)))
    return hilang, banyak


def test_there_are_sixty_attacks():
    assert len(SERANGAN) == len(set(SERANGAN)) == 60
    assert (len(RUMUS), len(XML), len(JINJA), len(LAIN)) == (20, 15, 15, 10)


def jinak(_nomor):
    return ""


def serangan_baris(nomor):
    return SERANGAN[nomor % len(SERANGAN)]


def milik_baris(tanda):
    """Return the payload that belongs to a marker, by the number in it."""
    bagian = tanda.strip("§").split(".")
    nomor = next((int(b) for b in bagian if b.isdigit()), None)
    if nomor is None:
        nomor = BUTIR_FORMULIR.index(bagian[1]) if bagian[0].startswith("UNIT") else 0
    return serangan_baris(nomor)


@pytest.mark.lengkap
def test_every_attack_in_a_row_is_shown_whole_and_does_nothing(tmp_path):
    """Sixty rows of every table, each with a payload of its own in every text column."""
    bentuk = Bentuk("serangan", 2, indikator=60, subkegiatan=60, aksi=60)
    satu = jalankan(tmp_path / "jinak", bentuk, jinak)
    dua = jalankan(tmp_path / "galak", bentuk, serangan_baris)
    hilang, banyak = banding(satu, dua, milik_baris)
    assert hilang == []
    assert banyak > 3000


KECIL = Bentuk("kecil", 2, indikator=2, subkegiatan=1, aksi=1)


def uji_satu_serangan(tmp_path, daftar, periode):
    satu = jalankan(tmp_path / "jinak", KECIL, jinak, periode)
    banyak = 0
    for nomor, serangan in enumerate(daftar):
        dua = jalankan(tmp_path / str(nomor), KECIL, lambda _n, isi=serangan: isi, periode)
        shutil.rmtree(tmp_path / str(nomor))
        hilang, ada = banding(satu, dua, lambda _tanda, isi=serangan: isi)
        assert hilang == [], serangan
        banyak += ada
    return banyak


@pytest.mark.lengkap
def test_one_attack_in_all_texts_at_once(tmp_path):
    assert uji_satu_serangan(tmp_path, SERANGAN[4::30], SETAHUN) > 300


@pytest.mark.lengkap
@pytest.mark.parametrize("bagian", range(4))
def test_every_attack_in_all_texts_at_once(tmp_path, bagian):
    assert uji_satu_serangan(tmp_path, SERANGAN[bagian::4], SETAHUN) > 1500


# --- kode, which name one row from another ---


def berkode(rows, serangan):
    """Give the first sasaran, its indicators and the first action a kode with a payload, and name them by it."""
    ganti = {"sasaran": ("sasaran",), "indikator": ("indikator",), "rencana_aksi": ()}
    for lembar, daftar_kolom in ganti.items():
        lama, baru = rows[lembar][0]["kode"], serangan + penanda(lembar, "kode")
        rows[lembar][0]["kode"] = baru
        for baris in (b for lain in rows.values() for b in lain):
            baris.update({kolom: baru for kolom in daftar_kolom if baris.get(kolom) == lama})
    return rows


@pytest.mark.lengkap
@pytest.mark.parametrize("serangan", SERANGAN)
def test_a_hostile_code_is_only_a_text(tmp_path, serangan):
    ruang = siapkan(tmp_path, KECIL, jinak, TW1, lambda rows: berkode(rows, serangan))
    hasil = susun(ruang, TW1)
    assert hasil.sah
    assert "diterima" in {unit["status"] for unit in hasil.ringkasan["unit"]}
    for nama, bita in isi_folder(ruang.root).items():
        periksa_lembam(nama, bita)
    teks = rapat(terlihat("rekap.xlsx", (ruang.output(TW1) / "rekap.xlsx").read_bytes()))
    assert rapat(serangan + penanda("indikator", "kode")) in teks


@pytest.mark.one_in(20)
@pytest.mark.parametrize("serangan", SERANGAN)
def test_a_hostile_code_of_a_unit_is_refused(tmp_path, serangan):
    """A unit's kode becomes a name of a file."""
    ruang = Workspace(tmp_path)
    rows = polos(isi_induk(KECIL, 1))
    rows["unit"][0]["kode"] = serangan
    ruang.induk(2025).parent.mkdir(parents=True)
    ruang.induk(2025).write_bytes(write_induk(rows))
    induk, daftar_temuan = baca_induk(ruang, 2025)
    assert induk is None
    assert "kode-unit-salah" in {temuan.kode for temuan in daftar_temuan}


@pytest.mark.lengkap
def test_a_hostile_file_name_is_only_a_text(contoh):
    jahat = [s for s in SERANGAN if not set(s) & set("/\\\r\n\t\0\x07\x1b") and not s.startswith((".", "_"))][:24]
    (pertama, *_) = contoh.form_files(TW1)
    for nama in jahat:
        (contoh.inbox(TW1) / f"{nama}.xlsx").write_bytes(b"bukan apa-apa")
    pertama.rename(pertama.with_name(f"{SERANGAN[0]}asli.xlsx"))
    hasil = susun(contoh, TW1)
    assert {b["status"] for b in hasil.ringkasan["unit"]} == {"diterima"}
    for nama, bita in isi_folder(contoh.output(TW1)).items():
        periksa_lembam(nama, bita)
        if nama in {"rekap.xlsx", "hasil-periksa.html", "hasil-periksa.xlsx"}:
            teks = rapat(terlihat(nama, bita))
            assert [satu for satu in jahat if rapat(f"TW1/{satu}.xlsx") not in teks] == []


@pytest.mark.lengkap
def test_a_message_to_a_unit_cannot_be_forged_by_an_answer(contoh):
    """A text with line breaks and a line of hyphens must not begin a message to somebody else."""
    palsu = f"x\n{'-' * 60}\nBidang Lain (BIDANG-LAIN)\nSemua sudah beres."
    isi_sel(formulir(contoh, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", palsu)
    susun(contoh, TW1)
    baris = (contoh.output(TW1) / "pesan-unit.txt").read_text(encoding="utf-8-sig").splitlines()
    assert baris.count("-" * 60) == 6 + 1
    assert "Bidang Lain (BIDANG-LAIN)" not in baris


# --- templates are code ---

TEMPLAT_JAHAT = {
    "gali": "{{ instansi.__class__.__mro__[1].__subclasses__() }}",
    "format": "{{ '{0.__class__}'.format(instansi) }}",
    "map": "{{ daftar_sasaran | map(attribute='__class__') | list }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "cycler": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "attr": "{{ instansi | attr('__class__') }}",
    "include": "{% include '/etc/passwd' %}",
    "import": "{% import 'os' as os %}{{ os }}",
    "putaran": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "pangkat": "{{ 9**(9**9) }}",
    "ulang": "{{ 'a' * 999999999 }}",
    "gabung": "{% set x = 'aaaaaaaaaa' %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
    "rentang": "{{ range(10**9) | list }}",
    "bersarang": "".join(f"{{% for {huruf} in daftar_sasaran %}}" for huruf in "abcdefg")
    + "{{ instansi.nama }}"
    + "{% endfor %}" * 7,
    "isi": "{{ '%999999999d' % 1 }}",
    "tengah": "{{ 'a' | center(999999999) }}",
}
BATAS_MEMORI = 1024**3
AWALAN_BATAS = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({BATAS_MEMORI}, {BATAS_MEMORI}))"
DETIK = 5


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", TEMPLAT_JAHAT)
def test_code_in_a_template_is_stopped_within_bounds_of_time_and_memory(contoh, nama):
    dokumen = docx.Document()
    dokumen.add_paragraph(TEMPLAT_JAHAT[nama])
    dokumen.save(str(contoh.templates / "laporan-triwulan.docx"))
    mulai = time.monotonic()
    hasil = selesai(lakip("susun", "2025-TW1", "--ruang", str(contoh.root), awalan=AWALAN_BATAS), detik=60)
    lama = time.monotonic() - mulai
    kode, keluar, galat = hasil
    assert kode == 3, hasil
    assert "Traceback" not in galat
    assert "root:" not in keluar
    assert "templates/laporan-triwulan.docx" in keluar
    assert lama < 4 * DETIK  # the program's own limit is 5 seconds of rendering; the rest is starting and reading
    assert not list(contoh.output(TW1).glob("*.docx"))
