"""Names that are safe on every PC, and places in the working folder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakip_gen.domain.nama_berkas import nama_aman
from lakip_gen.domain.periode import Periode
from lakip_gen.storage.workspace import Workspace


@given(st.text(max_size=300))
def test_a_safe_name_never_leaves_its_folder_and_is_never_reserved(teks):
    nama = nama_aman(teks)
    assert nama
    assert set(nama) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(nama) <= 65
    assert nama not in {"con", "nul", "aux", "prn", "com1", "lpt1"}


@pytest.mark.parametrize(
    ("kode", "nama"),
    [
        ("BIDANG-IKP", "bidang-ikp"),
        ("CON", "con-unit"),
        ("../..", "tanpa-nama"),
        ("é", "e"),
        ("e\u0301 Ångström ﬁ", "e-angstrom-fi"),
        ("a/b\\c:d", "a-b-c-d"),
    ],
)
def test_names_come_from_the_kode(kode, nama):
    assert nama_aman(kode) == nama


def test_every_file_of_the_inbox_is_looked_at_but_those_of_programs_and_systems(tmp_path):
    ruang, periode = Workspace(tmp_path), Periode.parse("2025-TW1")
    kotak = ruang.inbox(periode)
    kotak.mkdir(parents=True)
    dilewati = ("~$b.xlsx", ".~lock.b.xlsx#", "_b.xlsx", "Thumbs.db", "desktop.ini", "b.xlsx.part", "a.TMP", "b.lnk")
    dilihat = ("a.XLSX", "b.xlsx", "c", "d.xlsx.txt", "e.xltx", "foto.jpg", "lama.xls")
    for nama in (*dilewati, *dilihat):
        (kotak / nama).write_bytes(b"x")
    (kotak / "folder.xlsx").mkdir()
    assert tuple(b.name for b in ruang.form_files(periode)) == dilihat


def test_a_missing_inbox_is_empty(tmp_path):
    assert Workspace(tmp_path).form_files(Periode.parse("2025-TW1")) == ()
