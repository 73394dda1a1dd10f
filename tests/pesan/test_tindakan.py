"""One sentence names an action once: at the terminal it is a command to type, on the page a button to press."""

import pytest

from lakip_gen.pesan.katalog import katalog
from lakip_gen.pesan.tindakan import ISIAN, TOMBOL, Pintu, tindakan, tombol, ucapkan

SENTENCES = {
    "run": (
        "Jalankan ⟦susun 2025-TW1⟧, lalu sahkan.",
        "Jalankan lakip-gen susun 2025-TW1, lalu sahkan.",
        "Tekan tombol “Susun laporan”, lalu sahkan.",
    ),
    "run again": (
        "Bila terputus, jalankan lagi ⟦sahkan 2025⟧.",
        "Bila terputus, jalankan lagi lakip-gen sahkan 2025.",
        "Bila terputus, tekan lagi tombol “Sahkan”.",
    ),
    "an option to fill": (
        "Bila tetap disahkan, tulis ⟦--alasan⟧.",
        "Bila tetap disahkan, tulis --alasan.",
        "Bila tetap disahkan, isi “Alasan”.",
    ),
    "an option without a verb": ("Susun lagi dengan ⟦--pdf⟧.", "Susun lagi dengan --pdf.", None),
    "a thing that is waited for": ("menunggu ⟦sahkan 2025⟧", "menunggu lakip-gen sahkan 2025", None),
    "several": (
        "⟦buka 2025 --alasan “…”⟧, lalu ⟦susun 2025⟧",
        "lakip-gen buka 2025 --alasan “…”, lalu lakip-gen susun 2025",
        "tombol “Buka lagi”, lalu tombol “Susun laporan”",
    ),
    "somebody's own brackets": ("Unit ⟦lama⟧ dan ⟦⟧", "Unit ⟦lama⟧ dan ⟦⟧", "Unit ⟦lama⟧ dan ⟦⟧"),
    "no action": ("Isi di Excel.", "Isi di Excel.", "Isi di Excel."),
}
COMMANDS = {
    "catat 2025-TW1 terima --unit A B": "Terima dengan alasan",
    "catat 2025-TW1 --batal 3": "Batalkan",
    "catat 2025-TW1 5": "Catat",
    "mulai . --tahun 2026 --dari 2025": "Siapkan tahun",
    "mulai": "Lengkapi ruang kerja",
    "periksa workbooks/2025/arsip/2025-TW1-01": "Periksa arsip",
    "periksa 2025": "Periksa lagi",
    "": "",
}


@pytest.mark.parametrize(("sentence", "typed", "pressed"), SENTENCES.values(), ids=SENTENCES)
def test_each_door_has_its_own_words(sentence, typed, pressed):
    assert ucapkan(sentence) == typed
    assert ucapkan(sentence, Pintu.HALAMAN) == pressed or pressed is None
    assert "--" not in ucapkan(sentence, Pintu.HALAMAN)


@pytest.mark.parametrize(("command", "button"), COMMANDS.items(), ids=lambda one: one or "nothing")
def test_a_command_is_known_by_its_first_word_and_what_else_it_holds(command, button):
    assert tombol(command) == button


def test_every_button_and_every_field_is_said_on_the_page():
    for command, button in TOMBOL.items():
        assert ucapkan(tindakan(command), Pintu.HALAMAN) == f"tombol “{button}”"
    for option, field in ISIAN.items():
        assert ucapkan(tindakan(option), Pintu.HALAMAN) == f"isian “{field}”"


class Some(dict):
    def __missing__(self, name):
        return "susun 2025-TW1" if name == "perintah" else name


def test_no_finding_speaks_of_the_terminal_on_the_page():
    said = (
        (entry.kode, ucapkan(getattr(entry, part).format_map(Some()), Pintu.HALAMAN))
        for entry in katalog().values()
        for part in ("judul", "pesan", "perbaikan")
    )
    assert [one for one in said if any(word in one[1] for word in ("lakip-gen", "--", "⟦", "terminal"))] == []
