"""Whether an archive is still what it was when it was made, and the one that was sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from lakip_gen.alur.arsip import DIRUJUK
from lakip_gen.alur.peristiwa import buku
from lakip_gen.domain.periode import periode_setahun
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.pesan.katalog import ada_galat
from lakip_gen.sop.peristiwa import Jenis
from lakip_gen.storage.archives import zip_of
from lakip_gen.storage.bag import NotABagError, Verdict, is_bag, verify
from lakip_gen.storage.events import take_events
from lakip_gen.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HasilArsip:
    """What became of an archive.

    Attributes:
        putusan: What holds other bytes, is missing or extra; None for what is no archive.
        daftar_temuan: The same as findings, and whether it is another one than was sealed.
        dikenal: Whether the events of the working folder name just this archive.
    """

    putusan: Verdict | None
    daftar_temuan: tuple[Temuan, ...]
    dikenal: bool = False

    @property
    def utuh(self) -> bool:
        """Whether it, and what it names beside it, is what it was; what is not there was not looked at."""
        return not ada_galat(self.daftar_temuan)


def periksa_arsip(letak: Path, ruang: Workspace) -> HasilArsip:
    """Return what became of an archive, wherever it lies.

    Raises:
        OSError: When a file of it cannot be read now.
    """
    try:
        putusan = verify(letak)
    except NotABagError:
        return HasilArsip(None, (temuan("arsip-bukan", Asal(letak.name)),))
    kunci = _kunci(letak, ruang)
    lain = putusan.whole and kunci is not None and kunci != putusan.key
    daftar = (
        *_temuan(putusan),
        *((temuan("arsip-lain", Asal(letak.name)),) if lain else ()),
        *_rujukan(letak, putusan),
    )
    return HasilArsip(putusan, daftar, dikenal=kunci == putusan.key)


def _temuan(putusan: Verdict) -> Iterator[Temuan]:
    yield from (temuan("arsip-berkas-berubah", Asal(nama)) for nama in putusan.changed)
    yield from (temuan("arsip-berkas-hilang", Asal(nama)) for nama in putusan.missing)
    yield from (temuan("arsip-berkas-lebih", Asal(nama)) for nama in putusan.extra)


def _rujukan(letak: Path, putusan: Verdict) -> Iterator[Temuan]:
    """Yield what became of the archives that this one names: they lie beside it, as a folder or as a zip."""
    for nama, isi in putusan.info.items():
        arsip, _, kunci = isi.rpartition(" ")
        if not nama.startswith(DIRUJUK) or not kunci:
            continue
        folder = letak.resolve().parent / PurePosixPath(arsip).name
        ada = [satu for satu in (folder, zip_of(folder)) if is_bag(satu)]
        if not ada:
            yield temuan("arsip-rujukan-hilang", Asal(letak.name), nilai=folder.name)
        for satu in ada:
            dirujuk = verify(satu)
            if not dirujuk.whole or dirujuk.key != kunci:
                yield temuan("arsip-rujukan-berubah", Asal(satu.name), nilai=letak.name)


def _kunci(letak: Path, ruang: Workspace) -> str | None:
    """Return what the events of the working folder say of an archive's name; None where they say nothing of it."""
    dicari = letak.resolve().with_suffix("") if letak.suffix == ".zip" else letak.resolve()
    for tahun in ruang.years():
        for periode in periode_setahun(tahun):
            for satu in buku(take_events(ruang, periode)).daftar.values():
                if satu.jenis is Jenis.DISAHKAN and ruang.root / satu.berkas == dicari:
                    return satu.terkunci
    return None
