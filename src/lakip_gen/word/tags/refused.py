"""The commands of Jinja that no template may use, each with what takes its place here."""

from __future__ import annotations

from typing import Final

ALLOWED: Final = "for, if, elif, else, set, atau include"
_FROM_BESIDE: Final = 'templat bagian, yang disisipkan dengan {%p include "nama.docx" %} di paragraf tersendiri'
REFUSED: Final = {
    **dict.fromkeys(("do", "trans"), ALLOWED),
    **dict.fromkeys(("block", "call", "extends", "from", "import", "macro"), _FROM_BESIDE),
    **dict.fromkeys(("break", "continue"), "{% for ... in ... if ... %}, atau {% if ... %} di dalamnya"),
    "autoescape": "tag yang mencetak seperti biasa: tanda &, <, dan > selalu tercetak sebagaimana diketik",
    "filter": "filter di tiap tag yang mencetak, misalnya {{ nama|upper }}",
    "raw": "{_{ dan }_} untuk kurung kurawal yang harus tercetak",
    "with": "{% set nama = ... %}",
}
"""What to write instead of each command."""
NAMING: Final = frozenset({"from", "import", "macro", "with"})
"""Those that give names, which are not told once more where they are used."""
