"""Somebody who saves his work between two steps of the program, at whichever step is asked for."""

import os
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bantu_putus import Pemutus, terpasang


@dataclass
class Penyela(Pemutus):
    """Lets somebody do something before call number `saat`, or before `terus` is moved; his own calls do not count."""

    kerja: Callable[[], None] = lambda: None
    bekerja: bool = field(default=False)

    def lewat(self, nama, letak, kerja):
        if self.bekerja or not str(letak).startswith(str(self.akar)):
            return kerja()
        self.panggilan.append((nama, Path(letak).name))
        if len(self.panggilan) == self.saat or self.panggilan[-1] == ("replace", self.terus):
            self.bekerja = True
            try:
                self.kerja()
            finally:
                self.bekerja = False
        return kerja()


@contextmanager
def disela(akar: Path, saat: int = 0, kerja: Callable[[], None] = lambda: None, nama: str = ""):
    """Let somebody work before one call of the program that changes the folder; yields what counts the calls.

    Args:
        akar: The folder.
        saat: The number of the call; 0 for none.
        kerja: What somebody does.
        nama: The file before whose move aside he does it.
    """
    with terpasang(Penyela(akar, saat, terus=nama, kerja=kerja)) as penyela:
        yield penyela


# --- how programs save ---


def menimpa(berkas: Path, isi: bytes) -> None:
    """Write into the file itself, as LibreOffice and `cp` do."""
    berkas.write_bytes(isi)


def menukar(berkas: Path, isi: bytes) -> None:
    """Write another file and give it the name, as Word and Excel do."""
    lain = berkas.with_name(f"~WRD{os.getpid()}.tmp")
    lain.write_bytes(isi)
    lain.replace(berkas)


def membuat_lagi(berkas: Path, isi: bytes) -> None:
    """Delete the file and make it anew, as programs of synchronised folders do."""
    berkas.unlink(missing_ok=True)
    berkas.write_bytes(isi)


def menambah(berkas: Path, isi: bytes) -> None:
    """Write on at the end of what stands there."""
    with berkas.open("ab") as tujuan:
        tujuan.write(isi)


CARA_SIMPAN = {
    "menimpa": menimpa,
    "menukar": menukar,
    "membuat lagi": membuat_lagi,
    "menambah": menambah,
}
