"""What was generated: whole writes, the manifest, and the guard over files that somebody edited."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, TypeVar

T = TypeVar("T")
NAMA_MANIFEST: Final = "manifest.json"
VERSI_MANIFEST: Final = 1
SABAR_DETIK: Final = (0.1, 0.4, 1.0, 1.0)
"""Pauses between tries; a scan by an antivirus is over by then, a Word window is not."""
LETAK_TERPANJANG: Final = 259
"""The most characters that Windows takes for the place of a file, unless long paths were switched on."""
MANIFEST_TERBESAR: Final = 50 * 1024 * 1024
"""The bytes that are read of a manifest; a true one has some thousands."""
_NAMA_KELUARAN: Final = re.compile(r"(?:(?!\.\.?(?:/|$))[^/\\:\x00-\x1f\ud800-\udfff]+(?:/(?!$)|$))+")
"""A path that stays in its folder on every system."""
_AKHIRAN_DRAF: Final = ".docx"
_DI_SEBELAH: Final = re.compile(r"_baru(?:-\d+)?$")
_SEMENTARA: Final = ".lakip-"


def sidik_bita(isi: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal digits."""
    return hashlib.sha256(isi).hexdigest()


def tulis_utuh(berkas: Path, isi: bytes) -> None:
    """Write a file whole or not at all: to a temporary file beside it, flushed, then put in its place.

    Raises:
        OSError: When the folder cannot be written or the file is held open by another program.
    """
    try:
        _tulis_di_sebelah(berkas, isi)
    except PermissionError:
        raise
    except OSError as galat:
        # Windows only says that it finds no such file; the temporary one's name tells nobody which.
        if len(str(berkas.absolute())) > LETAK_TERPANJANG:
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(berkas.absolute())) from galat
        raise


def _tulis_di_sebelah(berkas: Path, isi: bytes) -> None:
    berkas.parent.mkdir(parents=True, exist_ok=True)
    nomor, sementara = tempfile.mkstemp(prefix=_SEMENTARA, suffix=".tmp", dir=berkas.parent)
    try:
        with os.fdopen(nomor, "wb") as tujuan:
            tujuan.write(isi)
            tujuan.flush()
            os.fsync(tujuan.fileno())
        Path(sementara).chmod(0o644)
        Path(sementara).replace(berkas)
    except BaseException:
        with suppress(OSError):  # what cannot be removed now is swept by the next run
            Path(sementara).unlink(missing_ok=True)
        raise


def tulis_sabar(berkas: Path, isi: bytes) -> None:
    """Write a file whole, trying again for a moment while another program holds it open.

    Raises:
        PermissionError: When it is still held after `SABAR_DETIK`.
    """
    _sabar(lambda: tulis_utuh(berkas, isi))


def _sabar(kerja: Callable[[], T]) -> T:
    """Do some work, trying again for a moment while another program holds the file open."""
    for jeda in SABAR_DETIK:
        try:
            return kerja()
        except PermissionError:
            time.sleep(jeda)
    return kerja()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the last run of a period read and wrote.

    Attributes:
        masukan: SHA-256 of everything that was read, by name.
        keluaran: SHA-256 of everything that was generated, by path from the output folder.
        rencana: SHA-256 of what a run was about to write; only a run that was interrupted leaves any.
        kiriman: The findings of every form that was checked, for comparing the next one with it.
        ringkasan: What the run said, for `--json` and for a run that has nothing to do.
    """

    masukan: Mapping[str, str] = field(default_factory=dict)
    keluaran: Mapping[str, str] = field(default_factory=dict)
    ringkasan: Mapping[str, object] = field(default_factory=dict)
    rencana: Mapping[str, str] = field(default_factory=dict)
    kiriman: Mapping[str, object] = field(default_factory=dict)

    def bita(self) -> bytes:
        """Return the manifest as JSON, the same bytes for the same content.

        Half a character, as some file names have, is written the way JSON knows it.
        """
        isi = {
            "versi": VERSI_MANIFEST,
            "masukan": dict(self.masukan),
            "keluaran": dict(self.keluaran),
            "ringkasan": self.ringkasan,
            "rencana": dict(self.rencana),
            "kiriman": dict(self.kiriman),
        }
        return (json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode(errors="backslashreplace")


def baca_manifest(folder: Path) -> Manifest:
    """Return a folder's manifest; an empty one when it is missing, broken or of another version.

    With an empty manifest nothing in the folder counts as generated, so nothing in it is overwritten.

    Raises:
        OSError: When there is one that cannot be read now: without it the program would disown all it ever wrote.
    """
    try:
        isi = json.loads(_sabar(lambda: _baca_terbatas(folder / NAMA_MANIFEST)))
        if isi["versi"] != VERSI_MANIFEST:
            return Manifest()
        masukan, ringkasan, keluaran, rencana = (
            dict(isi[bagian]) for bagian in ("masukan", "ringkasan", "keluaran", "rencana")
        )
        return Manifest(masukan, _di_dalam(keluaran), ringkasan, _di_dalam(rencana), dict(isi.get("kiriman", {})))
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return Manifest()


def _baca_terbatas(berkas: Path) -> bytes:
    """Return a file's bytes; cut off, so that it is no JSON, where it is larger than any manifest."""
    with berkas.open("rb") as sumber:
        return sumber.read(MANIFEST_TERBESAR)


def _di_dalam(daftar: Mapping[str, object]) -> dict[str, str]:
    """Return the fingerprints whose name leads nowhere but into the folder: whoever wrote the manifest."""
    return {nama: sidik for nama, sidik in daftar.items() if isinstance(sidik, str) and _NAMA_KELUARAN.fullmatch(nama)}


class Keluaran:
    """The output folder of one period during one run: decides where each file may go, then writes it whole.

    A file that is not byte for byte what the program generated belongs to somebody else: it is never
    overwritten, moved or deleted.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lama = baca_manifest(folder)
        self.daftar: dict[str, str] = {}
        self.daftar_terkunci: list[Path] = []
        self.daftar_tertahan: list[Path] = []

    def nama(self, berkas: Path) -> str:
        """Return a path as the manifest knows it."""
        return berkas.relative_to(self.folder).as_posix()

    def milik_sendiri(self, berkas: Path) -> bool:
        """Tell whether a file is just as the program generated it, so that it may be replaced."""
        nama = self.nama(berkas)
        dikenal = {self.lama.keluaran.get(nama), self.lama.rencana.get(nama)} - {None}
        return bool(dikenal) and berkas.is_file() and _sidik_berkas(berkas) in dikenal

    def tempat_draf(self, pokok: str) -> Path:
        """Return where a draft goes: over its own untouched predecessor, else under the next free number."""
        nomor, terakhir = max(self._daftar_draf(pokok), default=(0, None))
        if terakhir is not None and self.milik_sendiri(terakhir):
            return terakhir
        return self.folder / f"{pokok}-draf-{nomor + 1:02d}.docx"

    def draf_terakhir(self, pokok: str) -> Path | None:
        """The draft with the highest number, whoever wrote it last; None when there is none."""
        return max(self._daftar_draf(pokok), default=(0, None))[1]

    def daftar_disunting(self, pokok: str) -> tuple[Path, ...]:
        """The drafts that somebody edited or brought, oldest number first."""
        return tuple(berkas for _, berkas in sorted(self._daftar_draf(pokok)) if not self.milik_sendiri(berkas))

    def _daftar_draf(self, pokok: str) -> Iterator[tuple[int, Path]]:
        pola = re.compile(re.escape(pokok) + r"-draf-(\d{2,})\.docx", re.IGNORECASE)
        for berkas in self.folder.iterdir() if self.folder.is_dir() else ():
            if cocok := pola.fullmatch(berkas.name):
                yield int(cocok[1]), berkas

    def tempat(self, nama: str) -> Path:
        """Return where a generated file goes: its own name, or beside a changed one as `_baru`."""
        berkas = self.folder / nama
        return berkas if not berkas.exists() or self.milik_sendiri(berkas) else self.tempat_lain(berkas)

    def tempat_lain(self, berkas: Path) -> Path:
        """Return the first name beside a file that is free or the program's own: `_baru`, `_baru-02` ..."""
        nomor, calon = 1, berkas.with_name(f"{berkas.stem}_baru{berkas.suffix}")
        while calon.exists() and not self.milik_sendiri(calon):
            nomor += 1
            calon = berkas.with_name(f"{berkas.stem}_baru-{nomor:02d}{berkas.suffix}")
        return calon

    def tulis(self, siap: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write the outputs and return where they went.

        What is going to be written is noted first, so that a run that is cut off leaves nothing that the next
        one would take for somebody's edit. An output that already stands there byte for byte is left alone; one
        that another program holds open goes beside it as `_baru`.
        """
        rencana = {self.nama(berkas): sidik_bita(isi) for berkas, isi in siap.items()}
        berubah = {b: isi for b, isi in siap.items() if not self._sudah(b, rencana[self.nama(b)])}
        if berubah:
            self._catat_rencana(rencana)
        return tuple(
            self._tulis(berkas, isi) if berkas in berubah else self._catat(berkas, isi) for berkas, isi in siap.items()
        )

    def _catat_rencana(self, rencana: Mapping[str, str]) -> None:
        self.lama = replace(self.lama, masukan={}, rencana=dict(self.lama.rencana) | dict(rencana))
        tulis_sabar(self.folder / NAMA_MANIFEST, self.lama.bita())

    def _sudah(self, berkas: Path, sidik: str) -> bool:
        return self.milik_sendiri(berkas) and _sidik_berkas(berkas) == sidik

    def _tulis(self, berkas: Path, isi: bytes) -> Path:
        with suppress(PermissionError):
            if _sabar(lambda: self._ganti(berkas, isi)):
                return self._catat(berkas, isi)
        self.daftar_terkunci.append(berkas)
        lain = self.tempat_lain(berkas)
        self._catat_rencana({self.nama(lain): sidik_bita(isi)})
        tulis_utuh(lain, isi)
        return self._catat(lain, isi)

    def _ganti(self, berkas: Path, isi: bytes) -> bool:
        """Write a file; False when somebody saved his own there since its place was chosen, or between two tries."""
        if berkas.exists() and not self.milik_sendiri(berkas):
            return False
        tulis_utuh(berkas, isi)
        return True

    def _catat(self, berkas: Path, isi: bytes) -> Path:
        self.daftar[self.nama(berkas)] = sidik_bita(isi)
        return berkas

    def selesai(
        self,
        masukan: Mapping[str, str],
        ringkasan: Mapping[str, object],
        kiriman: Mapping[str, object] | None = None,
    ) -> None:
        """Remove own untouched outputs that no longer belong, then write the manifest, last of all.

        While another program holds an output open the run counts as unfinished: the next one tries again.
        """
        terkunci = {self.nama(berkas) for berkas in self.daftar_terkunci}
        tetap = {n: s for n, s in self.lama.keluaran.items() if self._tinggal(self.folder / n) or n in terkunci}
        for nama in sorted({*self.lama.keluaran, *self.lama.rencana} - {*tetap, *self.daftar}):
            if not self._buang(self.folder / nama):
                tetap[nama] = _sidik_berkas(self.folder / nama)
        utuh = not self.daftar_terkunci and not self.daftar_tertahan
        catatan = Manifest(masukan if utuh else {}, tetap | self.daftar, ringkasan, kiriman=kiriman or {})
        tulis_sabar(self.folder / NAMA_MANIFEST, catatan.bita())

    def _tinggal(self, berkas: Path) -> bool:
        """Tell whether a former output stays: a draft, or the PDF of a draft that this run leaves as it is."""
        draf = berkas.with_suffix(_AKHIRAN_DRAF)
        return _draf(berkas) or (berkas.suffix == ".pdf" and draf.is_file() and self.nama(draf) not in self.daftar)

    def tambah(self, siap: Mapping[Path, bytes]) -> tuple[Path, ...]:
        """Write outputs beside those of the last run, which stay as they are, and return where they went."""
        lama = self.lama
        tertulis = self.tulis(siap)
        self.daftar = dict(lama.keluaran) | self.daftar
        self.selesai(lama.masukan, lama.ringkasan, lama.kiriman)
        return tertulis

    def _buang(self, berkas: Path) -> bool:
        """Remove an output that no longer belongs; False when another program holds it open."""
        if _draf(berkas) or not self.milik_sendiri(berkas):
            return True
        try:
            berkas.unlink(missing_ok=True)
        except PermissionError:
            self.daftar_tertahan.append(berkas)
            return False
        return True

    def tidak_berubah(self, masukan: Mapping[str, str]) -> bool:
        """Tell whether the last run read just this and its outputs still stand."""
        return dict(self.lama.masukan) == dict(masukan) and all(
            (self.folder / nama).is_file() for nama in self.lama.keluaran
        )


def _sidik_berkas(berkas: Path) -> str:
    return sidik_bita(_sabar(berkas.read_bytes))


def _draf(berkas: Path) -> bool:
    """Tell whether a file is a draft that stays; one that was written beside another goes once its place is free."""
    return berkas.suffix == _AKHIRAN_DRAF and _DI_SEBELAH.search(berkas.stem) is None


def buang_sementara(folder: Path) -> None:
    """Remove temporary files that an interrupted run of this program left in a folder and below."""
    for sisa in folder.rglob(f"{_SEMENTARA}*.tmp") if folder.is_dir() else ():
        with suppress(OSError):  # it is in nobody's way; the next run tries again
            sisa.unlink(missing_ok=True)
