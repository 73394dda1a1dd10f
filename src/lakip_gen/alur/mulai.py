"""A new working folder: the buku induk to fill, the Word templates, and an empty year."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from lakip_gen.alur.panduan import panduan
from lakip_gen.alur.pembuka import pembuka
from lakip_gen.contoh.instansi import isi_bawaan
from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.periode import setahun
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.kolom import baca_versi
from lakip_gen.excel.induk import write_induk
from lakip_gen.excel.reader.bounds import INDUK
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.excel.renewal import renew_induk
from lakip_gen.induk import susun_induk
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.storage.exchange import exchange, put_new
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.reading import digest_bounded
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest
from lakip_gen.templat_bawaan import LOGO, gambar_bawaan, kertas_bawaan, templat_bawaan
from lakip_gen.templat_bawaan.halaman import Ukuran
from lakip_gen.word.template.pictures import picture_suffix


@dataclass(frozen=True, slots=True)
class HasilTulis:
    """Which files were written and which were already there and left alone."""

    daftar_baru: tuple[Path, ...]
    daftar_lama: tuple[Path, ...]


def mulai(
    ruang: Workspace, tahun: int, kertas: str = "A4", sop: str = "", *, nama: str = "", logo: bytes = b""
) -> HasilTulis:
    """Write what a new working folder needs; nothing that is already there is touched.

    Args:
        ruang: The working folder.
        tahun: The budget year.
        kertas: The paper of the Word templates, A4 or F4.
        sop: The name of the shipped SOP that the new buku induk takes in; empty for none.
        nama: The name of the agency; empty where the planner fills it in.
        logo: Its logo, a picture that Word shows; empty for the one that only keeps the place.
    """
    siap = {ruang.induk(tahun): induk_kosong(tahun, sop, nama)} | templat(ruang, Ukuran(kertas), logo) | panduan(ruang)
    for triwulan in setahun(tahun).daftar_triwulan:
        ruang.inbox(triwulan).mkdir(parents=True, exist_ok=True)
    (ruang.root / "output").mkdir(parents=True, exist_ok=True)
    tertulis, klik = tulis_yang_belum_ada(siap), tulis_yang_belum_ada(pembuka(ruang))
    for berkas in klik.daftar_baru:
        with suppress(OSError):  # some disks know no such right
            berkas.chmod(0o755)  # what is double clicked has to be allowed to run
    return HasilTulis((*tertulis.daftar_baru, *klik.daftar_baru), (*tertulis.daftar_lama, *klik.daftar_lama))


def induk_kosong(tahun: int, sop: str = "", nama: str = "") -> bytes:
    """Return the buku induk that a year without one begins with, with a shipped SOP and the agency where named."""
    isi = isi_bawaan(tahun, nama)
    return write_induk(dengan_sop(isi, sop, tahun) if sop else isi, nama)


@dataclass(frozen=True, slots=True)
class Pembaruan:
    """A buku induk that was renewed.

    Attributes:
        simpanan: Where the old one was kept.
        daftar_tambahan: What the new one has that the old one had not.
        daftar_hilang: What the planner's own workbook held and the new one does not.
    """

    simpanan: Path
    daftar_tambahan: tuple[str, ...]
    daftar_hilang: tuple[str, ...]


def versi_lama(ruang: Workspace, tahun: int) -> int | None:
    """Return the version of a year's buku induk when it is an earlier one that can be renewed."""
    mentah, _ = _buka(ruang, tahun)
    versi = baca_versi(mentah.meta.get("versi")) if mentah and mentah.meta.get("jenis") == skema.JENIS else None
    return versi if versi is not None and versi < skema.VERSI else None


def perbarui_induk(ruang: Workspace, tahun: int) -> Pembaruan | None:
    """Renew a buku induk of an earlier version; the old one stays beside it.

    Returns None, and changes nothing, where there is nothing to renew or the new one would not say the same.

    Raises:
        OSError: When the folder cannot be written.
    """
    versi = versi_lama(ruang, tahun)
    mentah, isi = _buka(ruang, tahun)
    if versi is None or mentah is None:
        return None
    baru = renew_induk(isi, versi)
    dibaca, _ = baca_buku(baru.content, mentah.berkas, skema.DAFTAR_LEMBAR, limits=INDUK)
    if dibaca is None or susun_induk(dibaca, tahun)[0] != susun_induk(mentah, tahun)[0]:
        return None
    simpanan = simpan_di_sebelah(ruang.induk(tahun), f"versi {versi}", isi)
    if not exchange(ruang.induk(tahun), baru.content, digest(isi).__eq__).done:  # the planner saved it meanwhile
        return None
    return Pembaruan(simpanan, baru.added, baru.lost)


def _buka(ruang: Workspace, tahun: int) -> tuple[BukuMentah | None, bytes]:
    berkas = ruang.induk(tahun)
    isi, _ = read_file(berkas, ruang.relative(berkas))
    if isi is None:
        return None, b""
    mentah, _ = baca_buku(isi, ruang.relative(berkas), skema.DAFTAR_LEMBAR, limits=INDUK)
    return mentah, isi


def simpan_di_sebelah(induk: Path, sebutan: str, isi: bytes) -> Path:
    """Keep an old buku induk beside the new one, under a name where nothing else lies.

    The very same may lie there already: a run that was cut off left it.
    """
    nama = f"{induk.stem} ({sebutan})"
    calon = (induk.with_name(f"{nama}{f' {nomor}' if nomor > 1 else ''}{induk.suffix}") for nomor in count(1))
    return next(berkas for berkas in calon if digest_bounded(berkas) == digest(isi) or put_new(berkas, isi))


def templat(ruang: Workspace, kertas: Ukuran = Ukuran.A4, logo: bytes = b"") -> dict[Path, bytes]:
    """Return the default Word templates of reports and papers, and the pictures they take in, by where they lie."""
    bawaan = {f"{Path(LOGO).stem}.{picture_suffix(logo)}": logo} if logo else gambar_bawaan()
    gambar = {ruang.pictures / nama: isi for nama, isi in bawaan.items()}
    naskah = {ruang.paper_templates / nama: isi for nama, isi in kertas_bawaan(kertas).items()}
    return {ruang.templates / nama: isi for nama, isi in templat_bawaan(kertas).items()} | naskah | gambar


def tulis_yang_belum_ada(siap: dict[Path, bytes]) -> HasilTulis:
    """Write the files that do not exist yet."""
    baru = tuple(berkas for berkas, isi in siap.items() if put_new(berkas, isi))
    return HasilTulis(baru, tuple(berkas for berkas in siap if berkas not in baru))
