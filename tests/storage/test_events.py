"""The file of events is added to while others write into it, too: no line of anybody's is lost."""

import errno
import os
import threading
from pathlib import Path

import pytest

from bantu_putus import Pemutus, terpasang
from bantu_sela import CARA_SIMPAN, disela
from lakip_gen.domain.periode import Periode
from lakip_gen.storage.events import current_events, extend_events
from lakip_gen.storage.exchange import aside_of
from lakip_gen.storage.figures import take_figures, write_figures
from lakip_gen.storage.workspace import Workspace

TW1 = Periode.parse("2025-TW1")
LAMA, KITA, ORANG = "satu\n", "dua\n", "dari komputer lain\n"


@pytest.fixture
def ruang(tmp_path):
    ruang = Workspace(tmp_path)
    extend_events(ruang, TW1, lambda lama: lama + LAMA)
    return ruang


def tambah(ruang):
    return extend_events(ruang, TW1, lambda lama: lama + KITA)


def terlihat(ruang):
    folder = ruang.events(TW1).parent
    return "".join(satu.read_text() for satu in folder.iterdir() if not satu.name.startswith("."))


@pytest.mark.parametrize("isi", [LAMA + ORANG, ORANG], ids=["another line", "another file"])
@pytest.mark.parametrize("cara", [cara for cara in CARA_SIMPAN if cara != "menambah"])
@pytest.mark.parametrize("saat", range(1, 9))
def test_what_another_computer_brings_at_any_step_stays_beside_our_line(ruang, saat, cara, isi):
    with disela(ruang.root, saat, lambda: CARA_SIMPAN[cara](ruang.events(TW1), isi.encode())) as penyela:
        tambah(ruang)
    assert len(penyela.panggilan) >= min(saat, 7)
    assert ORANG in terlihat(ruang)
    assert KITA in terlihat(ruang) or saat > len(penyela.panggilan) - 2  # it came later and is somebody's own file


@pytest.mark.parametrize("sesudah", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("saat", range(1, 9))
def test_a_run_that_dies_at_any_step_leaves_the_old_events_or_the_new(ruang, saat, sesudah):
    anak = os.fork()
    if not anak:
        with terpasang(Pemutus(ruang.root, saat, "mati", sesudah)):
            tambah(ruang)
        os._exit(99)
    assert os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1]) == 99
    assert current_events(ruang, TW1) in (LAMA, LAMA + KITA)
    assert tambah(ruang) in (LAMA + KITA, LAMA + KITA * 2)
    assert ruang.events(TW1).read_text() == current_events(ruang, TW1)
    assert not list(ruang.root.rglob("*_suntingan*"))


def test_a_file_that_never_stays_as_it_is_is_left_alone(ruang):
    def lain(lama):
        ruang.events(TW1).write_text(terlihat(ruang) + ORANG)
        return lama + KITA

    with pytest.raises(OSError, match="jsonl"):
        extend_events(ruang, TW1, lain)
    assert terlihat(ruang).startswith(LAMA + ORANG)


@pytest.fixture
def dibuka(ruang, monkeypatch):
    """Return a lock that somebody holds while the file is open: as on Windows, it cannot be moved so long.

    Elsewhere an open file moves, and what is written into it after the last look at it is gone with it.
    """
    terbuka, pindah = threading.Lock(), Path.rename

    def tertahan(berkas, tujuan):
        if berkas != ruang.events(TW1):
            return pindah(berkas, tujuan)
        if not terbuka.acquire(blocking=False):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(berkas))
        try:
            return pindah(berkas, tujuan)
        finally:
            terbuka.release()

    monkeypatch.setattr(Path, "rename", tertahan)
    return terbuka


def lomba(ruang, nomor, dibuka):
    """Let another computer bring a line while we add one; both must stand there afterwards."""
    mulai = threading.Barrier(2)
    baris = f"orang {nomor}\n"

    def orang():
        mulai.wait()
        with dibuka, ruang.events(TW1).open("a") as berkas:
            berkas.write(baris)

    lain = threading.Thread(target=orang)
    lain.start()
    mulai.wait()
    extend_events(ruang, TW1, lambda lama: f"{lama}kita {nomor}\n")
    lain.join()
    return terlihat(ruang), baris


@pytest.mark.parametrize("banyak", [20, pytest.param(200, marks=pytest.mark.lengkap)])
def test_lines_that_two_computers_add_at_one_moment_are_all_there(ruang, dibuka, banyak):
    for nomor in range(banyak):
        semua, baris = lomba(ruang, nomor, dibuka)
        assert baris in semua
        assert f"kita {nomor}\n" in semua


# --- the figures that a period reported ---


@pytest.mark.parametrize("sesudah", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("saat", range(1, 9))
def test_a_run_that_dies_while_it_keeps_figures_leaves_the_old_or_the_new(tmp_path, saat, sesudah):
    ruang = Workspace(tmp_path)
    write_figures(ruang, TW1, "lama")
    anak = os.fork()
    if not anak:
        with terpasang(Pemutus(ruang.root, saat, "mati", sesudah)):
            write_figures(ruang, TW1, "baru")
        os._exit(99)
    assert os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1]) == 99
    assert take_figures(ruang, (TW1,))[TW1] in {"lama", "baru"}
    write_figures(ruang, TW1, "nanti")
    assert ruang.figures(TW1).read_text() == "nanti"
    assert not list(ruang.root.rglob("*_suntingan*"))


@pytest.mark.parametrize("saat", [4, 5])
def test_figures_that_another_computer_keeps_meanwhile_stay(tmp_path, saat):
    ruang = Workspace(tmp_path)
    write_figures(ruang, TW1, "lama")
    with (
        disela(ruang.root, saat, lambda: ruang.figures(TW1).write_text("dari lain")),
        pytest.raises(OSError, match="angka"),
    ):
        write_figures(ruang, TW1, "baru")
    assert ruang.figures(TW1).read_text() == "dari lain"
    assert not aside_of(ruang.figures(TW1)).exists()
