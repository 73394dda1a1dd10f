"""Write `docs/pasang.md` as one page that stands alone, for the packet: `python tests/halaman_paket.py FOLDER`."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt

DOCS: Final = Path(__file__).parents[1] / "docs"
NAMA: Final = "Cara memasang.html"
_GAMBAR: Final = re.compile(r'src="(gambar/[^"]+)"')
KEPALA: Final = """<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Memasang Laporan Kinerja</title>
<style>
body { font: 17px/1.55 Calibri, "Segoe UI", Arial, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1rem 1.2rem; }
img { max-width: 100%; border: 1px solid #c4cad6; } h1, h2 { color: #1f3864; line-height: 1.25; }
table { border-collapse: collapse; } th, td { border: 1px solid #c4cad6; padding: .35rem .6rem; text-align: left; }
pre, code { font-family: Consolas, monospace; background: #f3f5fa; } pre { padding: .6rem .8rem; overflow: auto; }
</style></head><body>
"""


def halaman(sumber: Path = DOCS / "pasang.md") -> str:
    """Return the page, its pictures inside."""
    isi = MarkdownIt("commonmark").enable("table").render(sumber.read_text(encoding="utf-8"))
    sendiri = _GAMBAR.sub(_di_dalam, isi)
    return f"{KEPALA}{sendiri}</body></html>\n"


def _di_dalam(cocok: re.Match[str]) -> str:
    return f'src="data:image/png;base64,{b64encode((DOCS / cocok[1]).read_bytes()).decode()}"'


if __name__ == "__main__":
    Path(sys.argv[1], NAMA).write_text(halaman(), encoding="utf-8")
