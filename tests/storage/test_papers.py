"""Papers are written beside those that are there, and never over one that somebody wrote on."""

import errno
import os
from pathlib import Path

from bantu_putus import terkunci
from lakip_gen.storage import writes
from lakip_gen.storage.papers import are_current, put_papers, standing_papers

LAMA, BARU = {"disposisi": b"satu"}, {"disposisi": b"dua"}


def isi(folder):
    return {satu.file.name: satu.file.read_bytes() for satu in standing_papers(folder)}


def test_a_paper_that_nobody_touched_is_renewed(tmp_path):
    put_papers(tmp_path, LAMA)
    hasil = put_papers(tmp_path, BARU)
    assert isi(tmp_path) == {"disposisi.docx": b"dua"}
    assert hasil.kept == ()


def test_papers_of_another_moment_stay(tmp_path):
    put_papers(tmp_path, LAMA)
    put_papers(tmp_path, {"rekapitulasi": b"tiga"})
    assert set(isi(tmp_path)) == {"disposisi.docx", "rekapitulasi.docx"}
    assert put_papers(tmp_path, BARU).kept == ()


def test_what_somebody_wrote_on_is_left_alone_while_nothing_else_changed(tmp_path):
    put_papers(tmp_path, LAMA)
    (tmp_path / "disposisi.docx").write_bytes(b"satu, disunting")
    hasil = put_papers(tmp_path, LAMA)
    assert isi(tmp_path) == {"disposisi.docx": b"satu, disunting"}
    assert [berkas.name for berkas in hasil.kept] == ["disposisi.docx"]


def test_new_data_go_beside_what_somebody_wrote_on_once(tmp_path):
    put_papers(tmp_path, LAMA)
    (tmp_path / "disposisi.docx").write_bytes(b"satu, disunting")
    for _ in range(2):
        put_papers(tmp_path, BARU)
    assert isi(tmp_path) == {"disposisi.docx": b"satu, disunting", "disposisi_baru.docx": b"dua"}
    (tmp_path / "disposisi_baru.docx").write_bytes(b"dua, disunting")
    put_papers(tmp_path, BARU)
    assert set(isi(tmp_path)) == {"disposisi.docx", "disposisi_baru.docx"}


def test_a_paper_that_was_taken_away_comes_again(tmp_path):
    put_papers(tmp_path, LAMA)
    (tmp_path / "disposisi.docx").unlink()
    put_papers(tmp_path, LAMA)
    assert isi(tmp_path) == {"disposisi.docx": b"satu"}
    assert [satu.name for satu in standing_papers(tmp_path)] == ["disposisi"]


def test_a_paper_that_was_open_for_a_moment_has_its_place_again_with_the_next_run(tmp_path, monkeypatch):
    put_papers(tmp_path, LAMA)
    pindah = Path.rename

    def terbuka(berkas, tujuan):
        if berkas.name == "disposisi.docx":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(berkas))
        return pindah(berkas, tujuan)

    with monkeypatch.context() as sela:
        sela.setattr(Path, "rename", terbuka)
        sela.setattr(writes, "PAUSES", ())
        put_papers(tmp_path, BARU, "susun", "sidik")
    assert isi(tmp_path) == {"disposisi.docx": b"satu", "disposisi_baru.docx": b"dua"}
    assert not are_current(tmp_path, "susun", "sidik")
    put_papers(tmp_path, BARU, "susun", "sidik")
    assert isi(tmp_path) == {"disposisi.docx": b"dua"}
    assert are_current(tmp_path, "susun", "sidik")


def test_a_paper_that_nobody_may_look_at_gets_the_new_one_beside_it_and_its_place_again_later(tmp_path):
    put_papers(tmp_path, LAMA)
    with terkunci(tmp_path / "disposisi.docx"):
        hasil = put_papers(tmp_path, BARU, "susun", "masukan")
    assert [berkas.name for berkas in hasil.fresh] == ["disposisi_baru.docx"]
    assert (hasil.locked, hasil.kept) == ((tmp_path / "disposisi.docx",), ())
    assert not are_current(tmp_path, "susun", "masukan")
    put_papers(tmp_path, BARU)
    assert isi(tmp_path) == {"disposisi.docx": b"dua"}
