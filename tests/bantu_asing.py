"""Workbooks and Word files as other programs write them: a table of habits, and a seed that picks some of them.

A habit takes the parts of a container and a source of chance, and changes the parts. One that is faithful changes
nothing of what the file says.
"""

from __future__ import annotations

import io
import random
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bantu_serangan import bagian, berawalan, rakit, tanpa_alamat, tanpa_teks_bersama

Bagian = dict[str, bytes]
SELALU = ("[Content_Types].xml", "_rels/.rels")
STRICT = (
    (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
    (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
)
TITIPAN = {
    "docProps/custom.xml": b"<Properties/>",
    "customXml/item1.xml": b"<a/>",
    "xl/printerSettings/printerSettings1.bin": bytes(700),
    "xl/calcChain.xml": b"<calcChain/>",
    "__MACOSX/._isi": bytes(120),
    ".DS_Store": bytes(6148),
    "Thumbs.db": bytes(512),
    "docMetadata/LabelInfo.xml": b"<labels/>",
    "word/media/": b"",
}
"""Parts that nobody asks for, each written by some program."""


@dataclass(frozen=True)
class Kebiasaan:
    """A habit of some writer: its name, what it does to the parts, and whether the file still says the same."""

    nama: str
    ubah: Callable[[Bagian, random.Random], Bagian]
    setia: bool = True


def _per_bagian(
    pola: str, pengubah: Callable[[bytes, random.Random], bytes]
) -> Callable[[Bagian, random.Random], Bagian]:
    """Return what changes every part whose name matches."""

    def ubah(isi: Bagian, undi: random.Random) -> Bagian:
        return {nama: pengubah(data, undi) if re.fullmatch(pola, nama) else data for nama, data in isi.items()}

    return ubah


def _utuh(pengubah: Callable[[bytes], bytes]) -> Callable[[Bagian, random.Random], Bagian]:
    """Return what changes a whole container by a function of bytes."""
    return lambda isi, _undi: bagian(pengubah(rakit(isi)))


def _tanpa(pola: str) -> Callable[[Bagian, random.Random], Bagian]:
    """Return what takes away parts and every mention of them."""

    def ubah(isi: Bagian, _undi: random.Random) -> Bagian:
        hilang = [nama for nama in isi if re.fullmatch(pola, nama)]
        sisa = {nama: data for nama, data in isi.items() if nama not in hilang}
        for nama in (nama for nama in sisa if nama.endswith(".rels") or nama == SELALU[0]):
            for satu in hilang:
                ekor = re.escape(satu.rpartition("/")[2]).encode()
                sisa[nama] = re.sub(rb"<(?:Override|Relationship)\b[^>]*/" + ekor + rb'"[^>]*/>', b"", sisa[nama])
                sisa[nama] = re.sub(rb'<Relationship\b[^>]*Target="' + ekor + rb'"[^>]*/>', b"", sisa[nama])
        return sisa

    return ubah


def _ganti_nama(lama: str, baru: str) -> Callable[[Bagian, random.Random], Bagian]:
    """Return what calls a part by another name, wherever it is named."""
    pendek = lama.rpartition("/")[2].encode(), baru.rpartition("/")[2].encode()

    def ubah(isi: Bagian, _undi: random.Random) -> Bagian:
        jadi = {baru if nama == lama else nama: data for nama, data in isi.items()}
        rels = f"{lama.rpartition('/')[0]}/_rels/{pendek[0].decode()}.rels"
        if rels in jadi:
            jadi[rels.replace(pendek[0].decode(), pendek[1].decode())] = jadi.pop(rels)
        return {
            nama: data.replace(b"/" + pendek[0] + b'"', b"/" + pendek[1] + b'"')
            if nama == SELALU[0] or nama.endswith(".rels")
            else data
            for nama, data in jadi.items()
        }

    return ubah


def _mutlak(data: bytes, _undi: random.Random) -> bytes:
    return re.sub(rb'Target="(?!/|[a-z]+:|\.\.)', rb'Target="/xl/', data)


def _antar_unsur(sisip: bytes) -> Callable[[bytes, random.Random], bytes]:
    """Return what puts something between elements that hold no text, here and there."""

    def ubah(data: bytes, undi: random.Random) -> bytes:
        return re.sub(rb"(?<=/row>)|(?<=</si>)|(?<=</w:p>)", lambda _: sisip * (undi.random() < 0.3), data)

    return ubah


def _angka_lain(data: bytes, undi: random.Random) -> bytes:
    """Write whole numbers in other ways that mean the same."""
    bentuk = (b"%d.0", b"%dE0", b"%d.00000", b"+%d"[1:])
    return re.sub(
        rb"(<c r=\"[A-Z]+\d+\"(?: s=\"\d+\")?>)<v>(\d{1,9})</v>",
        lambda c: c[1] + b"<v>" + undi.choice(bentuk) % int(c[2]) + b"</v>",
        data,
    )


def _teks_berpotong(data: bytes, undi: random.Random) -> bytes:
    """Write shared texts as runs of a few letters, with a reading aid that is not part of the text."""

    def ubah(cocok: re.Match[bytes]) -> bytes:
        if b"&" in cocok[1] or not cocok[1] or undi.random() < 0.5:
            return cocok[0]
        teks = cocok[1].decode()
        tengah = undi.randrange(len(teks) + 1)
        runs = "".join(
            f'<r><rPr><sz val="11"/></rPr><t xml:space="preserve">{x}</t></r>' for x in (teks[:tengah], teks[tengah:])
        )
        return f'<si>{runs}<rPh sb="0" eb="1"><t>x</t></rPh></si>'.encode()

    return re.sub(rb"<si><t(?: xml:space=\"preserve\")?>([^<]*)</t></si>", ubah, data)


def _sel_kosong(data: bytes, undi: random.Random) -> bytes:
    """Write empty cells far to the right of every row, as programs do that format whole areas."""
    banyak = undi.randrange(5, 60)

    def ubah(cocok: re.Match[bytes]) -> bytes:
        sel = b"".join(b'<c r="%s%s"/>' % (f"B{chr(65 + n % 26)}".encode(), cocok[1]) for n in range(min(banyak, 26)))
        return cocok[0] + sel + b"</row>"

    return re.sub(rb'<row r="(\d+)"[^>]*(?<!/)>(?:(?!</row>).)*(?=</row>)', ubah, data, flags=re.DOTALL).replace(
        b"</row></row>", b"</row>"
    )


def _angka_bertanda(data: bytes, _undi: random.Random) -> bytes:
    """Say of every number that it is one, and write what holds as a word, as SheetJS and PhpSpreadsheet do."""
    bertanda = re.sub(rb"(<c r=\"[A-Z]+\d+\"(?: s=\"\d+\")?)>(?=<v>)", rb'\1 t="n">', data)
    return re.sub(rb'\b(hidden|customHeight)="1"', rb'\1="true"', bertanda)


def _teks_sebagai_hasil(isi: Bagian, _undi: random.Random) -> Bagian:
    """Write texts as if formulas had come to them, without the formula, as SheetJS does."""
    daftar = re.findall(rb"<si>(.*?)</si>", isi.get("xl/sharedStrings.xml", b""), flags=re.DOTALL)
    polos = [re.fullmatch(rb"<t(?: xml:space=\"preserve\")?>([^<]*)</t>", satu) for satu in daftar]

    def ubah(cocok: re.Match[bytes]) -> bytes:
        teks = polos[int(cocok[2])] if polos else None
        return cocok[0] if teks is None else cocok[1] + b't="str"><v xml:space="preserve">' + teks[1] + b"</v>"

    pola = re.compile(rb'(<c r="[A-Z]+\d+"(?: s="\d+")? )t="s"><v>(\d+)</v>')
    return {n: pola.sub(ubah, d) if re.fullmatch(r".*sheet\d+\.xml", n) else d for n, d in isi.items()}


def _awalan_lain(data: bytes, _undi: random.Random) -> bytes:
    """Call every namespace ns0, ns1, ..., as programs do that use Python's ElementTree."""
    return ET.tostring(ET.fromstring(data))


def _arah_run(data: bytes, _undi: random.Random) -> bytes:
    """Give every plain run a direction and ids that mean nothing, as Google Docs does."""
    run = b'<w:r w:rsidDel="00000000" w:rsidR="00000000"><w:rPr><w:rtl w:val="0"/></w:rPr>'
    return re.sub(rb"<w:r>(?!<w:rPr)", run, data)


def _atribut_asing(data: bytes, _undi: random.Random) -> bytes:
    nama = b' xmlns:q="urn:contoh:tak-dikenal" q:uid="{0}"'
    return re.sub(rb"(<(?:worksheet|w:document|sst)\b)", rb"\1" + nama, data)


def _potong_run(data: bytes, undi: random.Random) -> bytes:
    """Cut texts of Word into runs, with the traces of a spelling check between them."""

    def ubah(cocok: re.Match[bytes]) -> bytes:
        teks = cocok[1]
        if len(teks) < 2 or b"&" in teks or undi.random() < 0.6:
            return cocok[0]
        tengah = undi.randrange(1, len(teks))
        jeda = b'</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AA11BB"><w:t xml:space="preserve">'
        return b'<w:r><w:t xml:space="preserve">' + teks[:tengah] + jeda + teks[tengah:] + b"</w:t></w:r>"

    return re.sub(rb'<w:r><w:t(?: xml:space="preserve")?>([\x20-\x3b\x3d-\x7e]*)</w:t></w:r>', ubah, data)


def _bungkus(awal: bytes, akhir: bytes) -> Callable[[bytes, random.Random], bytes]:
    """Return what wraps runs of Word into something."""
    return lambda data, undi: re.sub(
        rb"<w:r>(?:(?!<w:r>).)*?</w:r>",
        lambda c: awal + c[0] + akhir if undi.random() < 0.2 and b"fldChar" not in c[0] else c[0],
        data,
        flags=re.DOTALL,
    )


def _sisip_badan(xml: bytes) -> Callable[[bytes, random.Random], bytes]:
    return lambda data, _undi: data.replace(b"<w:body>", b"<w:body>" + xml, 1)


def _titipan(isi: Bagian, undi: random.Random) -> Bagian:
    baru = {nama: TITIPAN[nama] for nama in undi.sample(sorted(TITIPAN), 4)}
    return {nama: data for nama, data in isi.items() if nama.replace("\\", "/") not in baru} | baru


def _acak_urutan(isi: Bagian, undi: random.Random) -> Bagian:
    return {nama: isi[nama] for nama in undi.sample(sorted(isi), len(isi))}


def _miring(isi: Bagian, _undi: random.Random) -> Bagian:
    """Write the names of parts with the other slash."""
    return {nama if nama in SELALU else nama.replace("/", "\\"): data for nama, data in isi.items()}


def _bertanda(data: bytes, _undi: random.Random) -> bytes:
    """Write the mark of UTF-8 before a part that is UTF-8."""
    return data if data.startswith(b"\xff\xfe") else b"\xef\xbb\xbf" + data


def _huruf_besar(isi: Bagian, _undi: random.Random) -> Bagian:
    return {nama if nama in SELALU else nama.replace("worksheets", "Worksheets"): data for nama, data in isi.items()}


_UMUM = (
    Kebiasaan("tanpa-deklarasi", _per_bagian(r".*\.(xml|rels)", lambda d, _: re.sub(rb"^<\?xml.*?\?>\s*", b"", d))),
    Kebiasaan("komentar-xml", _per_bagian(r".*(sheet\d+|sharedStrings|document)\.xml", _antar_unsur(b"<!-- x -->"))),
    Kebiasaan("perintah-xml", _per_bagian(r".*(sheet\d+|document)\.xml", _antar_unsur(b"<?mso-aplikasi x?>"))),
    Kebiasaan("baris-baru", _per_bagian(r".*(sheet\d+|sharedStrings|document)\.xml", _antar_unsur(b"\r\n  "))),
    Kebiasaan("titipan", _titipan),
    Kebiasaan("urutan-bagian", _acak_urutan),
    Kebiasaan("atribut-asing", _per_bagian(r".*\.xml", _atribut_asing)),
    Kebiasaan("tanpa-docprops", _tanpa(r"docProps/.*")),
    Kebiasaan("tanpa-gaya", _tanpa(r"(xl|word)/styles\.xml"), setia=False),
    Kebiasaan("tanpa-tema", _tanpa(r"(xl|word)/theme/.*")),
    Kebiasaan(
        "utf-16",
        _per_bagian(
            r".*(sheet\d+|document)\.xml", lambda d, _: re.sub(rb"^<\?xml.*?\?>", b"", d).decode().encode("utf-16")
        ),
    ),
    Kebiasaan(
        "strict",
        _per_bagian(r".*\.(xml|rels)", lambda d, _: re.sub(rb"(?s).+", lambda c: _strict(c[0]), d)),
        setia=False,
    ),
    Kebiasaan("bom", _per_bagian(r".*\.(xml|rels)", _bertanda)),
)
# In the order in which they are taken: those that change how texts are written down come last.
EXCEL = (
    Kebiasaan("teks-di-sel", _utuh(tanpa_teks_bersama)),
    Kebiasaan("tanpa-alamat", _utuh(tanpa_alamat)),
    Kebiasaan("awalan", _utuh(berawalan)),
    Kebiasaan("tanpa-ukuran", _per_bagian(r".*sheet\d+\.xml", lambda d, _: re.sub(rb"<dimension [^>]*/>", b"", d))),
    Kebiasaan(
        "ukuran-a1", _per_bagian(r".*sheet\d+\.xml", lambda d, _: re.sub(rb'(<dimension ref=")[^"]*', rb"\1A1", d))
    ),
    Kebiasaan("nama-lembar-lain", _ganti_nama("xl/worksheets/sheet2.xml", "xl/worksheets/Lembar-Dua.xml")),
    Kebiasaan("buku-lain", _ganti_nama("xl/workbook.xml", "xl/workbook2.xml")),
    Kebiasaan("alamat-mutlak", _per_bagian(r"xl/_rels/.*\.rels", _mutlak)),
    Kebiasaan("garis-miring", _miring),
    Kebiasaan("huruf-besar", _huruf_besar),
    Kebiasaan("angka-lain", _per_bagian(r".*sheet\d+\.xml", _angka_lain)),
    Kebiasaan("angka-bertanda", _per_bagian(r".*sheet\d+\.xml", _angka_bertanda)),
    Kebiasaan("teks-sebagai-hasil", _teks_sebagai_hasil),
    Kebiasaan("teks-berpotong", _per_bagian(r"xl/sharedStrings\.xml", _teks_berpotong)),
    Kebiasaan("sel-kosong", _per_bagian(r".*sheet\d+\.xml", _sel_kosong)),
    Kebiasaan(
        "tanpa-nama", _per_bagian(r"xl/workbook\.xml", lambda d, _: re.sub(rb"<definedNames>.*</definedNames>", b"", d))
    ),
    Kebiasaan(
        "tanpa-hiasan",
        _per_bagian(
            r".*sheet\d+\.xml", lambda d, _: re.sub(rb"<conditionalFormatting.*?</conditionalFormatting>", b"", d)
        ),
    ),
    *_UMUM,
)
WORD = (
    Kebiasaan("potongan", _per_bagian(r"word/document\.xml", _potong_run)),
    Kebiasaan("dokumen-dua", _ganti_nama("word/document.xml", "word/document2.xml")),
    Kebiasaan(
        "sisipan-terlacak", _per_bagian(r"word/document\.xml", _bungkus(b'<w:ins w:id="9" w:author="a">', b"</w:ins>"))
    ),
    Kebiasaan(
        "hapusan-terlacak", _per_bagian(r"word/document\.xml", _bungkus(b'<w:del w:id="8" w:author="a">', b"</w:del>"))
    ),
    Kebiasaan(
        "smart-tag",
        _per_bagian(r"word/document\.xml", _bungkus(b'<w:smartTag w:uri="u" w:element="e">', b"</w:smartTag>")),
    ),
    Kebiasaan(
        "kotak-isi", _per_bagian(r"word/document\.xml", _bungkus(b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>"))
    ),
    Kebiasaan(
        "bidang-terbuka",
        _per_bagian(r"word/document\.xml", _sisip_badan(b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>')),
    ),
    Kebiasaan(
        "tabel-bersarang",
        _per_bagian(
            r"word/document\.xml",
            _sisip_badan(b"<w:tbl><w:tr><w:tc>" * 12 + b"<w:p/>" + b"<w:p/></w:tc></w:tr></w:tbl>" * 12),
        ),
    ),
    Kebiasaan("tabel-hampa", _per_bagian(r"word/document\.xml", _sisip_badan(b"<w:tbl/><w:tbl><w:tr/></w:tbl><w:p/>"))),
    Kebiasaan(
        "penanda-pincang", _per_bagian(r"word/document\.xml", _sisip_badan(b'<w:bookmarkStart w:id="77" w:name="x"/>'))
    ),
    Kebiasaan("arah-run", _per_bagian(r"word/document\.xml", _arah_run)),
    Kebiasaan("awalan-lain", _per_bagian(r"word/(document|header\d*|footer\d*|styles)\.xml", _awalan_lain)),
    Kebiasaan("tanpa-pengaturan", _tanpa(r"word/(settings|webSettings|fontTable)\.xml")),
    Kebiasaan("garis-miring", _miring),
    *_UMUM,
)


def _strict(data: bytes) -> bytes:
    for lama, baru in STRICT:
        data = data.replace(lama, baru)
    return data


def asing(isi: bytes, daftar: tuple[Kebiasaan, ...], benih: object) -> tuple[bytes, tuple[Kebiasaan, ...]]:
    """Return a container as some other program might have written it, and the habits of that program."""
    undi = random.Random(str(benih))  # noqa: S311 - a seed, no secret
    pilihan = tuple(daftar[nomor] for nomor in sorted(undi.sample(range(len(daftar)), undi.randint(1, 5))))
    bagian_kini = bagian(isi)
    for satu in pilihan:
        bagian_kini = satu.ubah(bagian_kini, undi)
    return _kemas(bagian_kini, undi), pilihan


def _kemas(isi: Bagian, undi: random.Random) -> bytes:
    """Return a zip as different programs make it: packed or not, with a comment, or written as a stream."""
    tujuan = io.BytesIO()
    cara = undi.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
    with zipfile.ZipFile(_Aliran(tujuan) if undi.random() < 0.3 else tujuan, "w", cara) as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)
        arsip.comment = undi.choice((b"", b"", b"dibuat oleh program lain"))
    return tujuan.getvalue()


class _Aliran(io.RawIOBase):
    """A file that cannot go back, so that sizes stand behind the data."""

    def __init__(self, tujuan: io.BytesIO) -> None:
        self.tujuan = tujuan

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        return self.tujuan.write(data)


# --- workbooks that are no form at all ---

_ISI = ("Rekap", "85,5%", "=A1+1", "", " ", "Rp1.000.000", "#REF!", "1/2/2025", "n/a", "🙂", "A" * 300, "-0", "1e400")
_NAMA = ("Sheet1", "Indikator", "Anggaran", "Pengesahan", "Data 1", "Индикатор", "a" * 31)
_JENIS = ("", ' t="n"', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="inlineStr"', ' t="zz"')
_UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RUJUKAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LEMBAR = (*["worksheet"] * 19, "chartsheet")
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_TIPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def buku_asing(benih: object) -> bytes:
    """Return a workbook of any content, written part by part; every part of it may be odd."""
    undi = random.Random(f"buku{benih}")  # noqa: S311 - a seed, no secret
    lembar = undi.sample(_NAMA, undi.randint(0, 5))
    lembar += lembar[:1] * (undi.random() < 0.03)
    isi = {f"xl/worksheets/sheet{nomor}.xml": _lembar(undi) for nomor in range(1, len(lembar) + 1)}
    return _kemas(dict(_rangka(lembar, undi)) | isi, undi)


def _rangka(lembar: list[str], undi: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that hold a workbook together."""
    kepala = f'<Relationships xmlns="{_PAKET}/relationships">'
    yield (
        SELALU[0],
        f'<Types xmlns="{_PAKET}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override '
        f'PartName="/xl/workbook.xml" ContentType="{_TIPE}.sheet.main+xml"/></Types>'.encode(),
    )
    utama = f'<Relationship Id="rId1" Type="{_RUJUKAN}/officeDocument" Target="xl/workbook.xml"/>'
    yield SELALU[1], f"{kepala}{utama}</Relationships>".encode()
    daftar = "".join(f'<sheet name="{nama}" sheetId="{n}" r:id="rId{n}"/>' for n, nama in enumerate(lembar, 1))
    yield (
        "xl/workbook.xml",
        f'<workbook xmlns="{_UTAMA}" xmlns:r="{_RUJUKAN}"><sheets>{daftar}</sheets></workbook>'.encode(),
    )
    rels = "".join(
        f'<Relationship Id="rId{nomor}" Type="{_RUJUKAN}/{undi.choice(_LEMBAR)}" Target="worksheets/sheet{nomor}.xml"/>'
        for nomor in range(1, len(lembar) + 1)
    )
    yield "xl/_rels/workbook.xml.rels", f"{kepala}{rels}</Relationships>".encode()
    if undi.random() < 0.9:
        gaya = (*[f'<styleSheet xmlns="{_UTAMA}"/>'] * 30, "", "<styleSheet/>", "bukan xml")
        yield "xl/styles.xml", undi.choice(gaya).encode()


def _lembar(undi: random.Random) -> bytes:
    baris = []
    for nomor in range(1, undi.randint(1, 30)):
        huruf = sorted(undi.sample("ABCDEFGHXYZ", undi.randint(0, 8)))
        if undi.random() < 0.003:
            huruf.reverse()
        sel = "".join(_sel(undi, f"{kolom}{nomor}") for kolom in huruf)
        tertulis = undi.choice((*[nomor] * 1500, nomor * 1000, 1_048_577, 0, "x"))
        alamat = f' r="{tertulis}"' if undi.random() < 0.7 else ""
        baris.append(f"<row{alamat}>{sel}</row>")
    return f'<worksheet xmlns="{_UTAMA}"><sheetData>{"".join(baris)}</sheetData></worksheet>'.encode()


def _sel(undi: random.Random, alamat: str) -> str:
    jenis = undi.choice(_JENIS) if undi.random() < 0.01 else ' t="inlineStr"'
    gaya = undi.choice((*[""] * 1500, ' s="0"', ' s="99"', ' s="-1"'))
    teks = undi.choice(_ISI)
    isi = undi.choice((f"<v>{teks}</v>", f"<is><t>{teks}</t></is>", "<f>SUM(A1)</f>", "", "<v/>"))
    return f'<c r="{alamat}"{gaya}{jenis}>{isi}</c>'
