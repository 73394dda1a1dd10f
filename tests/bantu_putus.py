"""Faults of the operating system, each at one place of a run that was enumerated before.

`Pemutus` stands between `keluaran` and the operating system: it counts every folder made, file opened, written,
flushed, put in its place and removed, and lets one of them fail in the way that is asked for. `Pengintai` hears from
Python itself of everything that is opened, listed, made, moved or removed: it tells whether `Pemutus` missed any,
and lets the others fail - what is read, and the lock.
"""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from lakip_gen.storage import writes

SETIAP = int(os.environ.get("LAKIP_SETIAP", "8"))
"""A whole command is cut at one point in so many: all of them (LAKIP_SETIAP=1) take more than an hour."""


def daftar_saat(banyak: int) -> range:
    """Return the points, of so many, at which a whole command is cut."""
    return range(1, banyak + 1, SETIAP)


def galat(cara: str, letak: object) -> BaseException:
    """Return what the operating system, or somebody at the keyboard, says."""
    match cara:
        case "penuh":
            return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(letak))
        case "rusak":
            return OSError(errno.EIO, os.strerror(errno.EIO), str(letak))
        case "ditolak":
            return PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(letak))
        case "dihentikan":
            return KeyboardInterrupt()
    raise AssertionError(cara)


# --- what is written ---


@dataclass
class Pemutus:
    """Lets call number `saat` fail by `cara`; before it (`sesudah` False) or after it was done.

    Attributes:
        akar: Only what happens below this folder counts.
        terus: For `ditolak`: the file at which every try fails, as under an open Word.
    """

    akar: Path
    saat: int = 0
    cara: str = ""
    sesudah: bool = False
    terus: str = ""
    panggilan: list[tuple[str, str]] = field(default_factory=list)

    def lewat(self, nama, letak, kerja):
        if not str(letak).startswith(str(self.akar)):
            return kerja()
        self.panggilan.append((nama, Path(letak).name))
        if self.terus and nama == "replace" and Path(letak).name == self.terus:
            raise galat("ditolak", letak)
        if len(self.panggilan) != self.saat:
            return kerja()
        if self.sesudah:
            kerja()
        if self.cara == "mati":
            os._exit(99)
        raise galat(self.cara, letak)


class Aliran:
    """A file that is written through the breaker; what a full disk took is only half of it."""

    def __init__(self, asli, pemutus, letak):
        self.asli, self.pemutus, self.letak = asli, pemutus, letak

    def __enter__(self):
        self.asli.__enter__()
        return self

    def __exit__(self, *salah):
        return self.asli.__exit__(*salah)

    def write(self, isi):
        def separuh():
            self.asli.write(isi[: len(isi) // 2])
            self.asli.flush()

        saat_ini = len(self.pemutus.panggilan) + 1 == self.pemutus.saat
        self.pemutus.lewat("write", self.letak, separuh if saat_ini else lambda: self.asli.write(isi))

    def __getattr__(self, nama):
        return getattr(self.asli, nama)


@contextmanager
def terpasang(pemutus: Pemutus):
    """Put the breaker between `keluaran` and the operating system."""
    buka = {}
    buat, fdopen, fsync, tautkan = writes.create_new, os.fdopen, os.fsync, os.link
    asli = {nama: getattr(Path, nama) for nama in ("mkdir", "rename", "replace", "unlink")}

    def membuka(letak):
        nomor = pemutus.lewat("open", letak, lambda: buat(letak))
        buka[nomor] = letak
        return nomor

    def jalur(nama):
        def pengganti(diri, *isi, **lain):
            letak = isi[0] if nama == "replace" else diri
            jenis = "replace" if nama == "rename" else nama
            return pemutus.lewat(jenis, letak, lambda: asli[nama](diri, *isi, **lain))

        return pengganti

    def menautkan(sumber, tujuan, **lain):
        return pemutus.lewat("link", tujuan, lambda: tautkan(sumber, tujuan, **lain))

    def menyimpan(nomor):
        return pemutus.lewat("fsync", buka.get(nomor, ""), lambda: fsync(nomor))

    def mengalir(nomor, cara):
        return Aliran(fdopen(nomor, cara), pemutus, buka[nomor])

    with (
        patch.object(writes, "create_new", membuka),
        patch.object(writes.os, "fdopen", mengalir),
        patch.object(writes.os, "fsync", menyimpan),
        patch.object(os, "link", menautkan),
        patch.multiple(Path, **{nama: jalur(nama) for nama in asli}),
        patch.object(writes, "PAUSES", (0.0, 0.0)),
    ):
        yield pemutus


def di_proses_lain(kerja: Callable[[], object], pemutus: Pemutus) -> int:
    """Do some work in a process of its own, which may die without a word, and return the code it ends with."""
    if (anak := os.fork()) == 0:
        with terpasang(pemutus):
            kode = kerja()
        os._exit(kode if isinstance(kode, int) else 0)
    return os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1])


# --- everything else ---

BACA, DAFTAR = "baca", "daftar"
UBAH = {"os.mkdir": "mkdir", "os.rename": "replace", "os.remove": "unlink", "os.link": "link"}
"""The events of Python that change a folder, by the names that `Pemutus` gives them."""
_MENULIS = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def jenis_kejadian(nama: str, isi: tuple[object, ...]) -> str:
    """Return what an event of Python does to a file or folder; empty for one that does nothing to any."""
    if nama == "open":
        return "open" if isinstance(isi[2], int) and isi[2] & _MENULIS else BACA
    return UBAH.get(nama, DAFTAR if nama in {"os.listdir", "os.scandir"} else "")


@dataclass
class Pengintai:
    """Hears of everything below a folder, and lets one thing that is `diputus` fail.

    Attributes:
        akar: Only what happens below this folder counts.
        pilih: Tells which of the things count for `saat`, by kind and path.
        saat: The number of the one that fails; 0 for none.
        cara: How it fails.
        terus: Whether the same file fails each time from then on.
    """

    akar: Path
    pilih: Callable[[str, Path], bool] = lambda _jenis, _letak: True
    saat: int = 0
    cara: str = ""
    terus: bool = False
    kejadian: list[tuple[str, str]] = field(default_factory=list)
    gagal: set[tuple[str, Path]] = field(default_factory=set)

    def dengar(self, nama: str, isi: tuple[object, ...]) -> None:
        jenis = jenis_kejadian(nama, isi)
        tempat = isi[1] if nama in {"os.rename", "os.link"} else isi[0] if jenis else None
        if not isinstance(tempat, str | os.PathLike) or not str(tempat).startswith(str(self.akar)):
            return
        letak = Path(tempat)
        if not self.pilih(jenis, letak):
            return
        self.kejadian.append((jenis, letak.name))
        if len(self.kejadian) == self.saat:
            self.gagal.add((jenis, letak))
        if (jenis, letak) in self.gagal and (self.terus or len(self.kejadian) == self.saat):
            raise galat(self.cara, letak)


_PENDENGAR: list[Pengintai] = []
_TERPASANG: list[bool] = []


def _kait(nama: str, isi: tuple[object, ...]) -> None:
    for satu in tuple(_PENDENGAR):
        satu.dengar(nama, isi)


@contextmanager
def mendengar(pengintai: Pengintai):
    """Let `pengintai` hear; Python never takes an audit hook back, so there is one for all of them."""
    if not _TERPASANG:
        sys.addaudithook(_kait)
        _TERPASANG.append(True)
    _PENDENGAR.append(pengintai)
    try:
        yield pengintai
    finally:
        _PENDENGAR.remove(pengintai)


# --- what somebody has open ---


@contextmanager
def terkunci(berkas: Path):
    """Hold a file open as Word on Windows does: nobody else opens, moves or removes it."""

    def tolak(asli):
        def coba(letak, *lain, **pilihan):
            if isinstance(letak, str | os.PathLike) and os.fspath(letak) == str(berkas):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(letak))
            return asli(letak, *lain, **pilihan)

        return coba

    with ExitStack() as semua:
        semua.enter_context(patch.object(writes, "PAUSES", (0.0,)))
        for nama in ("open", "rename", "replace", "link", "unlink"):
            semua.enter_context(patch.object(os, nama, tolak(getattr(os, nama))))
        yield
