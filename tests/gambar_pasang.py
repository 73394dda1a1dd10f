"""Draw the schematic pictures of `docs/pasang.md`: `python tests/gambar_pasang.py` (needs Chromium).

No Windows PC was at hand: they are drawings of what is clicked there, and each of them says so.
"""

from __future__ import annotations

import shutil
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

from bantu_peramban import CHROMIUM

TUJUAN = Path(__file__).parents[1] / "docs" / "gambar"
GAYA = """
body { margin: 0; padding: 14px; background: #fff; font: 15px/1.45 Carlito, Calibri, sans-serif; color: #1a1a1a; }
.skema { width: 640px; padding: 4px; }
.label { font-size: 13px; color: #474f5c; margin: 0 0 6px; }
.jendela { border: 1.5px solid #6d7890; border-radius: 6px; overflow: hidden; }
.judul { background: #e3e7ef; padding: 5px 12px; font-weight: 600; border-bottom: 1px solid #c4cad6; }
.isi { padding: 14px 18px; background: #fbfcfe; }
.kotak { display: inline-block; width: 15px; height: 15px; border: 1.5px solid #474f5c; margin-right: 8px;
  text-align: center; font: 700 14px/15px sans-serif; vertical-align: -2px; }
.baris { margin: 7px 0; position: relative; }
.tombol { display: inline-block; border: 1px solid #6d7890; padding: 5px 16px; background: #eef1f7; }
.besar { width: 380px; margin: 8px 0; padding: 8px 14px; border: 1px solid #c4cad6; background: #eef3fb; }
.tekan { outline: 3px solid #c77700; outline-offset: 2px; }
.nomor { display: inline-block; background: #c77700; color: #fff; border-radius: 50%; width: 22px; height: 22px;
  font: 700 14px/22px sans-serif; text-align: center; margin-left: 12px; vertical-align: 1px; }
.ket { color: #6b4000; font-size: 13px; margin-left: 6px; }
.biru { background: #0b4fa0; color: #fff; }
.biru .tautan { text-decoration: underline; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; padding: 4px 10px; font-weight: 400; border-bottom: 1px solid #e3e7ef; }
th { color: #474f5c; font-size: 13px; }
"""


def jendela(judul: str, isi: str, kelas: str = "") -> str:
    """Return a window with its title."""
    bagian = f'<div class="judul">{escape(judul)}</div>' if judul else ""
    return f'<div class="jendela {kelas}">{bagian}<div class="isi {kelas}">{isi}</div></div>'


def klik(nomor: int, keterangan: str = "") -> str:
    """Return the mark of the thing that is clicked as the first, the second, the third."""
    return f'<span class="nomor">{nomor}</span><span class="ket">{keterangan}</span>'


def folder(alamat: str, daftar: list[tuple[str, str, str]]) -> str:
    """Return a folder: each entry with its kind, and how it is clicked where it is."""
    baris = "".join(
        f"<tr><td>{'<b class=tekan>' if tanda else ''}{escape(nama)}{'</b>' if tanda else ''}{tanda}</td>"
        f"<td>{escape(jenis)}</td></tr>"
        for nama, jenis, tanda in daftar
    )
    return jendela(alamat, f"<table><tr><th>Nama</th><th>Jenis</th></tr>{baris}</table>")


GAMBAR = {
    "pasang-python": jendela(
        "Python Setup",
        '<p class="baris"><b>Install Python</b></p>'
        f'<p class="besar tekan"><b>Install Now</b></p><p class="baris">{klik(3, "terakhir: Install Now")}</p>'
        '<p class="besar">Customize installation</p>'
        f'<p class="baris"><span class="kotak tekan"></span>Use admin privileges …'
        f"{klik(1, 'hilangkan centangnya: tidak perlu hak admin')}</p>"
        f'<p class="baris"><span class="kotak tekan">✓</span>Add python.exe to PATH{klik(2, "centang")}</p>',
    ),
    "pasang-paket": folder(
        "paket",
        [
            ("Pasang Laporan Kinerja", "Windows Command Script", klik(1, "klik dua kali")),
            ("Cara memasang", "HTML Document", ""),
            ("lakip_gen-…-py3-none-any.whl", "WHL File", ""),
            ("lxml-…-win_amd64.whl", "WHL File", ""),
            ("… dan kira-kira dua puluh lima berkas .whl lain: biarkan", "", ""),
        ],
    ),
    "pasang-smartscreen": jendela(
        "",
        '<p class="baris" style="font-size:21px">Windows protected your PC</p>'
        "<p>Microsoft Defender SmartScreen prevented an unrecognized app from starting. …</p>"
        f'<p class="baris"><span class="tautan tekan">More info</span>{klik(1)}</p>'
        f'<p class="baris" style="text-align:right"><span class="tombol tekan" style="color:#1a1a1a">Run anyway</span>'
        f"{klik(2, '<span style=color:#fff>muncul sesudah More info</span>')} "
        '<span class="tombol" style="color:#1a1a1a;margin-left:14px">Don’t run</span></p>',
        "biru",
    ),
    "pasang-ruang": folder(
        "Laporan Kinerja",
        [
            ("Buka Laporan Kinerja", "Windows Command Script", klik(1, "klik dua kali")),
            ("output", "Folder: hasil, dapat disusun lagi", ""),
            ("panduan", "Folder: panduan tiap peran", ""),
            ("templates", "Folder: templat Word", ""),
            ("workbooks", "Folder: induk, formulir", ""),
        ],
    ),
}
LABEL = "Gambar skema (bukan foto layar): letak dan tulisan di Windows dapat sedikit berbeda."


def main() -> None:
    """Draw them all."""
    with sync_playwright() as peramban:
        chromium = peramban.chromium.launch(executable_path=shutil.which(CHROMIUM), args=["--no-sandbox"])
        lembar = chromium.new_page(viewport={"width": 700, "height": 600})
        for nama, isi in GAMBAR.items():
            lembar.set_content(f'<style>{GAYA}</style><div class="skema"><p class="label">{LABEL}</p>{isi}</div>')
            lembar.locator(".skema").screenshot(path=TUJUAN / f"{nama}.png")
        chromium.close()


if __name__ == "__main__":
    main()
