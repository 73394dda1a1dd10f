"""A fault is written down where it can be, whatever stands in the way, and writing it is never a second fault."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from pathlib import Path

import pytest

from lakip_gen.storage.fault_log import NOT_WRITTEN, record_fault

NAMA = "lakip-gen-cacat.log"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="hanya di sistem dengan pipa dan tautan bernama")


@pytest.fixture
def sementara(tmp_path, monkeypatch):
    folder = tmp_path / "sementara"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def tautan(letak: Path) -> None:
    letak.with_name("milik-orang").write_text("milik orang", encoding="utf-8")
    letak.symlink_to(letak.with_name("milik-orang"))


def tautan_keras(letak: Path) -> None:
    letak.with_name("milik-orang").write_text("milik orang", encoding="utf-8")
    os.link(letak.with_name("milik-orang"), letak)


HALANGAN = {
    "folder": Path.mkdir,
    "pipa": os.mkfifo,
    "tautan": tautan,
    "tautan keras": tautan_keras,
    "tautan putus": lambda letak: letak.symlink_to(letak.with_name("tidak-ada")),
    "perangkat": lambda letak: letak.symlink_to("/dev/full"),
}


@POSIX
@pytest.mark.parametrize("nama", HALANGAN)
def test_a_log_whose_name_is_taken_goes_to_a_new_file(sementara, nama):
    HALANGAN[nama](sementara / NAMA)
    catatan = Path(record_fault(ValueError("aneh")))
    assert catatan.parent == sementara
    assert catatan.name != NAMA
    assert "aneh" in catatan.read_text(encoding="utf-8")
    assert not (sementara / "tidak-ada").exists()
    if (sementara / "milik-orang").exists():
        assert (sementara / "milik-orang").read_text(encoding="utf-8") == "milik orang"


def test_faults_are_written_one_after_the_other(sementara):
    assert record_fault(ValueError("satu")) == record_fault(ValueError("dua \ud83d")) == str(sementara / NAMA)
    isi = (sementara / NAMA).read_text(encoding="utf-8")
    assert "satu" in isi
    assert "dua" in isi


def test_without_a_temporary_folder_it_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak ada"))
    assert record_fault(ValueError()) == NOT_WRITTEN


@pytest.mark.usefixtures("sementara")
def test_a_fault_that_cannot_even_be_told_is_written_by_its_name(monkeypatch):
    def penuh(_salah):
        raise MemoryError

    monkeypatch.setattr(traceback, "format_exception", penuh)
    assert "KeyError" in Path(record_fault(KeyError())).read_text(encoding="utf-8")
