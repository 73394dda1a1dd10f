"""What is kept of a version may be written anew until it is shipped, never afterwards."""

import os
import shutil
import subprocess

import pytest

import keep_version

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git")


def git(akar, *kata):
    penulis = ("-c", "user.name=Penguji", "-c", "user.email=penguji@contoh.go.id", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *penulis, *kata], cwd=akar, capture_output=True, check=True)


@pytest.fixture
def tersimpan(tmp_path, monkeypatch):
    """The folder of today's version, in a repository that has it."""
    for nama in [nama for nama in os.environ if nama.startswith("GIT_")]:
        monkeypatch.delenv(nama)  # a hook of git names its own repository there
    folder = tmp_path / "versi" / str(keep_version.TODAY)
    folder.mkdir(parents=True)
    (folder / "isi.txt").write_text("lama", encoding="utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "Rilis")
    monkeypatch.setattr(keep_version, "KEPT", folder.parent)
    monkeypatch.setattr(keep_version, "keep", lambda tujuan: tujuan.mkdir())
    return folder


def test_the_folder_of_a_version_that_is_not_shipped_is_written_anew(tersimpan):
    keep_version.main()
    assert list(tersimpan.iterdir()) == []


def test_the_folder_of_a_shipped_version_stays_and_the_next_number_is_told(tersimpan):
    git(tersimpan, "tag", "v9.9")
    with pytest.raises(SystemExit, match=rf"v9\.9.*VERSI {keep_version.TODAY + 1}"):
        keep_version.main()
    assert (tersimpan / "isi.txt").read_text(encoding="utf-8") == "lama"


def test_a_release_without_the_folder_does_not_keep_it_from_being_written(tersimpan):
    git(tersimpan, "rm", "-r", "--cached", "--quiet", ".")
    git(tersimpan, "commit", "-m", "Rilis lama")
    git(tersimpan, "tag", "v9.8")
    keep_version.main()
    assert list(tersimpan.iterdir()) == []
