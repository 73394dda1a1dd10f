"""LibreOffice makes a PDF and nothing else: it fetches nothing that a document points to, and asks nobody for news."""

from __future__ import annotations

import io
import re
import socket
import sys
import threading
import zipfile
from xml.etree import ElementTree as ET

import docx
import pytest

from lakip_gen.storage import pdf as modul
from lakip_gen.storage.pdf import convert_to_pdf
from lakip_gen.templat_bawaan import gambar_bawaan

RUJUKAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RUANG_NAMA = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="{RUJUKAN}"'
)
OOR = "{http://openoffice.org/2001/registry}"
VML = '<w:p {nama}><w:r><w:pict><v:shape style="width:9pt;height:9pt">{isi}</v:shape></w:pict></w:r></w:p>'
BIDANG = (
    '<w:p {nama}><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText>{isi}</w:instrText>'
    '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>lama</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
OLE = (
    '<w:p {nama}><w:r><w:object><v:shape id="s1" style="width:9pt;height:9pt"/><o:OLEObject Type="Link" '
    'ProgID="Word.Document.12" ShapeID="s1" DrawAspect="Content" r:id="rId904" UpdateMode="Always"/>'
    "</w:object></w:r></w:p>"
)
RUJUKAN_LUAR = {
    "rId901": ("image", "vml.png"),
    "rId902": ("aFChunk", "potongan.html"),
    "rId904": ("oleObject", "o.docx"),
}


class Pendengar:
    """Whoever connects to a port of this machine is written down and sent away."""

    def __init__(self):
        self.soket = socket.create_server(("127.0.0.1", 0))
        self.alamat = f"http://127.0.0.1:{self.soket.getsockname()[1]}/"
        self.terdengar: list[str] = []
        threading.Thread(target=self._dengar, daemon=True).start()

    def _dengar(self):
        while True:
            try:
                sambungan, _ = self.soket.accept()
            except OSError:
                return
            with sambungan:
                sambungan.settimeout(5)
                self.terdengar.append(sambungan.recv(200).decode(errors="replace").split("\r\n")[0])
                sambungan.sendall(b"HTTP/1.1 404 Tidak ada\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@pytest.fixture
def pendengar():
    satu = Pendengar()
    yield satu
    satu.soket.close()


def dokumen_bertaut(alamat: str) -> bytes:
    """Return a document that points to an address in every way that a program could follow while it opens it."""
    dokumen = docx.Document()
    logo = next(iter(gambar_bawaan().values()))
    dokumen.add_picture(io.BytesIO(logo))
    dokumen.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(logo))
    asli, jadi = io.BytesIO(), io.BytesIO()
    dokumen.save(asli)
    with zipfile.ZipFile(asli) as sumber, zipfile.ZipFile(jadi, "w") as tujuan:
        for nama in sumber.namelist():
            tujuan.writestr(
                nama, _tautkan(nama, sumber.read(nama).decode(), alamat) if ".xml" in nama else sumber.read(nama)
            )
    return jadi.getvalue()


def _tautkan(nama: str, isi: str, alamat: str) -> str:
    """Let pictures be links, and add what else can be one."""
    if nama.endswith(".rels"):
        tambahan = "".join(
            f'<Relationship Id="{kunci}" Type="{RUJUKAN}/{jenis}" Target="{alamat}{berkas}" TargetMode="External"/>'
            for kunci, (jenis, berkas) in RUJUKAN_LUAR.items()
        )
        isi = re.sub(r'Target="media/\w+\.png"', f'Target="{alamat}gambar.png" TargetMode="External"', isi)
        return isi.replace("</Relationships>", tambahan * (nama == "word/_rels/document.xml.rels") + "</Relationships>")
    lain = (
        VML.format(nama=RUANG_NAMA, isi='<v:imagedata r:id="rId901"/>'),
        BIDANG.format(nama=RUANG_NAMA, isi=f' INCLUDEPICTURE "{alamat}bidang.png" \\d '),
        BIDANG.format(nama=RUANG_NAMA, isi=f' INCLUDETEXT "{alamat}teks.docx" '),
        BIDANG.format(nama=RUANG_NAMA, isi=f' DDEAUTO soffice "{alamat}angka.ods" A1 '),
        OLE.format(nama=RUANG_NAMA),
        f'<w:altChunk {RUANG_NAMA} r:id="rId902"/>',
    )
    isi = isi.replace("r:embed=", "r:link=")
    return isi.replace("<w:sectPr", "".join(lain) + "<w:sectPr", 1) if nama == "word/document.xml" else isi


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_nothing_that_a_document_points_to_is_fetched(pendengar):
    isi, daftar_temuan = convert_to_pdf(dokumen_bertaut(pendengar.alamat), "a.docx")
    assert isi is not None, daftar_temuan
    assert pendengar.terdengar == []


@pytest.mark.lengkap
@pytest.mark.libreoffice
def test_the_same_document_is_heard_where_the_settings_allow_it(pendengar, monkeypatch):
    monkeypatch.setattr(modul, "_CLOSED", ())
    convert_to_pdf(dokumen_bertaut(pendengar.alamat), "a.docx")
    assert any("/gambar.png" in satu for satu in pendengar.terdengar)


@pytest.mark.skipif(sys.platform == "win32", reason="memakai skrip sh")
def test_the_profile_is_new_and_closed_and_no_proxy_is_handed_on(tmp_path, monkeypatch):
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\nenv > "{tmp_path}/lingkungan"\n'
        "for kata; do case $kata in -env:*) profil=${kata#*file://};; esac; done\n"
        f'cp "$profil/user/registrymodifications.xcu" "{tmp_path}"\nls "$profil/user" > "{tmp_path}/isi"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr(modul, "find_libreoffice", lambda: program)
    convert_to_pdf(b"docx", "a.docx")
    assert "http://127.0.0.1:9" not in (tmp_path / "lingkungan").read_text(encoding="utf-8")
    assert (tmp_path / "isi").read_text(encoding="utf-8") == "registrymodifications.xcu\n"
    pengaturan = {
        prop.get(f"{OOR}name"): prop.findtext("value")
        for prop in ET.parse(tmp_path / "registrymodifications.xcu").iter("prop")
    }
    assert pengaturan["BlockUntrustedRefererLinks"] == pengaturan["DisableActiveContent"] == "true"
    assert pengaturan["AutoCheckEnabled"] == "false"
