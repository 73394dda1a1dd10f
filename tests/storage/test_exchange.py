"""A file takes the place of another, and whoever saves meanwhile loses nothing: one step after another."""

import errno
import os
from pathlib import Path

import pytest

from bantu_putus import Pemutus, terpasang
from bantu_sela import CARA_SIMPAN, disela
from lakip_gen.storage import exchange as tukar
from lakip_gen.storage.exchange import aside_of, exchange, put_new, recover, take_away
from lakip_gen.storage.writes import digest

LAMA, BARU, ORANG = b"lama", b"baru", b"kalimat Sekretaris"
MILIK = {digest(LAMA), digest(BARU)}.__contains__
LANGKAH = range(1, 9)
"""More than the steps of one exchange; past its end nobody disturbs it, and somebody saves afterwards."""


@pytest.fixture
def berkas(tmp_path):
    satu = tmp_path / "draf-01.docx"
    satu.write_bytes(LAMA)
    return satu


def isi(folder):
    return {satu.name: satu.read_bytes() for satu in folder.iterdir()}


def ada_isi_orang(folder):
    return any(ORANG in bita for nama, bita in isi(folder).items() if not nama.startswith(".lakip-"))


def test_what_cannot_be_thrown_away_stands_under_its_name_again_and_is_told(berkas, monkeypatch):
    def ditolak(_letak, *_lain, **_kunci):
        raise PermissionError(errno.EACCES, "sedang dibuka")

    monkeypatch.setattr(Path, "unlink", ditolak)
    with pytest.raises(PermissionError):
        take_away(berkas, MILIK)
    assert isi(berkas.parent)[berkas.name] == LAMA


def test_the_steps_of_an_exchange_are_few_and_looking_comes_after_preparing(berkas):
    with disela(berkas.parent) as penyela:
        assert exchange(berkas, BARU, MILIK).done
    assert [nama for nama, _ in penyela.panggilan] == [
        *("mkdir", "open", "write", "fsync"),  # prepared, before anybody looks at what stands there
        *("replace", "link", "unlink", "unlink"),  # aside, in its place, and what was taken out goes
    ]
    assert isi(berkas.parent) == {berkas.name: BARU}


@pytest.mark.parametrize("cara", CARA_SIMPAN)
@pytest.mark.parametrize("saat", LANGKAH)
def test_what_is_saved_at_any_step_stays_under_a_name_that_people_see(berkas, saat, cara):
    with disela(berkas.parent, saat, lambda: CARA_SIMPAN[cara](berkas, ORANG)) as penyela:
        hasil = exchange(berkas, BARU, MILIK)
    assert len(penyela.panggilan) >= min(saat, 7)
    assert ada_isi_orang(berkas.parent)
    if not hasil.done:
        assert ORANG in berkas.read_bytes()
    assert not any(nama.startswith(".lakip-") for nama in isi(berkas.parent))
    assert hasil.rescued is None or ORANG in hasil.rescued.read_bytes()


@pytest.mark.parametrize("saat", range(1, 8))
def test_who_had_the_file_open_before_and_writes_into_it_later_loses_nothing(berkas, saat):
    """The file that was moved aside is the one that is written into: it is looked at once more before it goes."""
    with berkas.open("r+b", buffering=0) as dipegang, disela(berkas.parent, saat, lambda: dipegang.write(ORANG)):
        hasil = exchange(berkas, BARU, MILIK)
    assert ada_isi_orang(berkas.parent)
    if hasil.done:
        assert (hasil.rescued.name, berkas.read_bytes()) == ("draf-01_suntingan.docx", BARU)


@pytest.mark.parametrize("cara", CARA_SIMPAN)
@pytest.mark.parametrize("saat", LANGKAH)
def test_what_appears_where_nothing_stood_is_not_replaced(tmp_path, saat, cara):
    berkas = tmp_path / "baru.xlsx"
    with disela(tmp_path, saat, lambda: CARA_SIMPAN[cara](berkas, ORANG)):
        jadi = put_new(berkas, BARU)
    assert ada_isi_orang(tmp_path) or (jadi and berkas.read_bytes() == BARU and saat > 6)
    assert len(isi(tmp_path)) == 1


@pytest.mark.parametrize("cara", CARA_SIMPAN)
@pytest.mark.parametrize("saat", range(1, 4))
def test_what_is_saved_while_an_output_is_removed_stays(berkas, saat, cara):
    with disela(berkas.parent, saat, lambda: CARA_SIMPAN[cara](berkas, ORANG)) as penyela:
        hasil = take_away(berkas, MILIK)
    if len(penyela.panggilan) >= saat:
        assert ada_isi_orang(berkas.parent)
        assert hasil.rescued is None or ORANG in hasil.rescued.read_bytes()


@pytest.mark.parametrize("gangguan", ["penuh", "ditolak", "dihentikan"])
@pytest.mark.parametrize("sesudah", [False, True], ids=["sebelum", "sesudah"])
@pytest.mark.parametrize("saat", range(1, 9))
def test_an_exchange_that_fails_leaves_the_old_or_the_new_file(berkas, saat, sesudah, gangguan):
    salah = {"penuh": OSError, "ditolak": PermissionError, "dihentikan": KeyboardInterrupt}[gangguan]
    with terpasang(Pemutus(berkas.parent, saat, gangguan, sesudah)), _boleh(salah):
        exchange(berkas, BARU, MILIK)
    recover(berkas, MILIK)
    assert berkas.read_bytes() in {LAMA, BARU}
    assert {nama for nama in isi(berkas.parent) if nama.endswith(".lama")} == set()


class _boleh:  # noqa: N801 - reads as a word of the test
    def __init__(self, salah):
        self.salah = salah

    def __enter__(self):
        return self

    def __exit__(self, jenis, *_):
        return jenis is not None and issubclass(jenis, self.salah)


@pytest.mark.parametrize("milik", [LAMA, ORANG], ids=["milik program", "milik orang"])
def test_what_a_dead_run_had_moved_aside_comes_back(berkas, milik):
    berkas.write_bytes(milik)
    berkas.rename(aside_of(berkas))
    assert recover(berkas, MILIK) is None
    assert isi(berkas.parent) == {berkas.name: milik}


def test_what_a_dead_run_had_moved_aside_goes_beside_where_its_name_was_taken_again(berkas):
    aside_of(berkas).write_bytes(ORANG)
    (berkas.parent / "draf-01_suntingan.docx").write_bytes(b"yang dulu")
    hasil = exchange(berkas, BARU, MILIK)
    assert hasil.done
    assert hasil.rescued.name == "draf-01_suntingan-02.docx"
    assert hasil.rescued.read_bytes() == ORANG
    assert berkas.read_bytes() == BARU


def test_a_move_that_died_between_its_two_halves_leaves_one_file(berkas):
    berkas.write_bytes(ORANG)
    os.link(berkas, aside_of(berkas))
    assert recover(berkas, MILIK) is None
    assert isi(berkas.parent) == {berkas.name: ORANG}


@pytest.mark.parametrize("jenis", ["folder", "pipa", "tautan putus", "tautan berputar"])
def test_what_is_no_file_is_somebodys(tmp_path, jenis):
    berkas = tmp_path / "draf-01.docx"
    {
        "folder": berkas.mkdir,
        "pipa": lambda: os.mkfifo(berkas),
        "tautan putus": lambda: berkas.symlink_to(tmp_path / "tidak-ada"),
        "tautan berputar": lambda: berkas.symlink_to(berkas),
    }[jenis]()
    assert not exchange(berkas, BARU, MILIK).done
    assert not put_new(berkas, BARU)
    assert not take_away(berkas, MILIK).done
    assert [satu.name for satu in tmp_path.iterdir()] == [berkas.name]


def test_a_link_to_the_programs_own_file_is_replaced_and_not_followed(berkas):
    asli = berkas.rename(berkas.with_name("asli.docx"))
    berkas.symlink_to(asli)
    assert exchange(berkas, BARU, MILIK).done
    assert (asli.read_bytes(), berkas.read_bytes(), berkas.is_symlink()) == (LAMA, BARU, False)


@pytest.mark.parametrize("nomor", sorted(tukar.NO_HARD_LINKS))
def test_a_disk_without_second_names_serves_too(berkas, monkeypatch, nomor):
    def tidak_bisa(*_isi, **_lain):
        raise OSError(nomor, os.strerror(nomor))

    monkeypatch.setattr(os, "link", tidak_bisa)
    assert exchange(berkas, BARU, MILIK).done
    assert not put_new(berkas, ORANG)
    assert isi(berkas.parent) == {berkas.name: BARU}


@pytest.fixture
def seperti_windows(monkeypatch):
    """Moving never replaces, and nobody gives a file a second name."""
    asli = Path.rename

    def memindah(diri, tujuan):
        if os.path.lexists(tujuan):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(tujuan))
        return asli(diri, tujuan)

    monkeypatch.setattr(Path, "rename", memindah)
    monkeypatch.setattr(tukar, "SECOND_NAMES", False)


@pytest.mark.usefixtures("seperti_windows")
@pytest.mark.parametrize("cara", CARA_SIMPAN)
@pytest.mark.parametrize("saat", LANGKAH)
def test_the_way_of_windows_loses_nothing_either(berkas, saat, cara):
    with disela(berkas.parent, saat, lambda: CARA_SIMPAN[cara](berkas, ORANG)):
        hasil = exchange(berkas, BARU, MILIK)
    assert ada_isi_orang(berkas.parent) or (saat > 7 and hasil.done)
    assert not any(nama.startswith(".lakip-") for nama in isi(berkas.parent))
