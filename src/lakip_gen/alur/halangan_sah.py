"""What stands against sealing a period: each with its place and its mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lakip_gen.alur.papan import Papan
from lakip_gen.alur.suntingan import DrafAda, belum_dibawa, kenali_draf, tertutup
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.sop import Bukti
from lakip_gen.domain.temuan import Asal, Temuan, Tingkat, temuan
from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.bahasa import gabung
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.sop.keadaan import Keadaan, KeadaanLangkah
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.carry.base import without_base
from lakip_gen.word.inspect.review import review
from lakip_gen.word.package.final import without_draft_mark, without_unused_places
from lakip_gen.word.package.opc import open_docx
from lakip_gen.word.package.xml import main_part
from lakip_gen.word.pages.contents import NO_NUMBERS_YET

MUTLAK: Final = frozenset({"sah-tanpa-draf", "sah-belum-disusun", "sah-draf-rusak"})
"""What no reason helps against: there is nothing that could be sealed."""
DISEBUT: Final = 3
"""So many places are named."""
_BUKAN_SYARAT: Final = frozenset({Bukti.ORANG, Bukti.SAH})
"""The proofs that no seal waits for: what people did follows from it, and it cannot wait for itself."""


@dataclass(frozen=True, slots=True)
class Naskah:
    """The draft that is to be sealed.

    Attributes:
        isi: The finished document; None where there is none.
        bergeser: Whether its pages are other ones than those of the draft, or its contents lists know none yet.
        letak: The draft, by path from the working folder.
        daftar_temuan: What stands against it.
    """

    isi: bytes | None = None
    bergeser: bool = False
    letak: str = ""
    daftar_temuan: tuple[Temuan, ...] = ()


def baca_naskah(ruang: Workspace, papan: Papan, keluaran: Outputs, pokok: str) -> Naskah:
    """Return the latest draft as a finished document, edited or not, and what is still open in it."""
    daftar_draf, salah_draf = kenali_draf(keluaran, pokok)
    if dikunci := tertutup(salah_draf):
        return Naskah(daftar_temuan=dikunci)
    letak = keluaran.latest_draft(pokok)
    kode_periode = str(papan.hasil.periode)
    if letak is None:
        folder = Asal(ruang.relative(keluaran.folder))
        return Naskah(daftar_temuan=(temuan("sah-tanpa-draf", folder, nilai=pokok, kode_periode=kode_periode),))
    nama = ruang.relative(letak)
    if not (papan.terkini and _draf_terakhir_ada(ruang, keluaran, pokok)):
        return Naskah(letak=nama, daftar_temuan=(temuan("sah-belum-disusun", Asal(nama), kode_periode=kode_periode),))
    isi, salah = read_file(letak, nama)
    bagian, rusak = open_docx(isi, nama) if isi is not None else (None, salah)
    if isi is None or bagian is None:
        alasan = gabung([jelaskan(satu).judul for satu in rusak])
        return Naskah(letak=nama, daftar_temuan=(temuan("sah-draf-rusak", Asal(nama), alasan=alasan),))
    tertinggal = _tertinggal(ruang, belum_dibawa(daftar_draf), letak) if not keluaran.is_edited(letak) else ()
    daftar = (*salah_draf, *tertinggal, *_terbuka(nama, bagian))
    return _jadi(isi, bagian, nama, daftar)


def _jadi(isi: bytes, bagian: Mapping[str, bytes], nama: str, daftar: tuple[Temuan, ...]) -> Naskah:
    """Return a draft as a finished document: without the word DRAF, and without what only a draft needs."""
    tanpa_dasar = without_base(bagian)
    bersih = without_unused_places(tanpa_dasar)
    return Naskah(
        isi=without_draft_mark(isi if bersih is bagian else write_container(bersih), bersih),
        bergeser=bersih is not tanpa_dasar or NO_NUMBERS_YET.encode() in bersih[main_part(bersih)],
        letak=nama,
        daftar_temuan=daftar,
    )


def _draf_terakhir_ada(ruang: Workspace, keluaran: Outputs, pokok: str) -> bool:
    """Return whether the draft of the last run still stands; a later one may be somebody's own."""
    tertulis = keluaran.previous.summary.get("keluaran")
    daftar = [str(satu) for satu in tertulis] if isinstance(tertulis, list) else []
    awal = ruang.relative(keluaran.folder / pokok)
    return all((ruang.root / satu).is_file() for satu in daftar if satu.startswith(f"{awal}-draf-"))


def _tertinggal(ruang: Workspace, tertinggal: Sequence[DrafAda], letak: Path) -> Iterator[Temuan]:
    """Yield that edits lie in an earlier draft, where the latest is the program's."""
    if tertinggal:
        yield temuan("sah-suntingan-tertinggal", Asal(ruang.relative(tertinggal[-1].berkas)), nilai=letak.name)


def _terbuka(nama: str, bagian: Mapping[str, bytes]) -> Iterator[Temuan]:
    terbuka = review(bagian)
    if terbuka.comments:
        yield temuan("sah-komentar", Asal(nama), banyak=len(terbuka.comments), nilai=terbuka.comments[0])
    if terbuka.changes:
        yield temuan("sah-perubahan-terlacak", Asal(nama), nilai=terbuka.changes)


def halangan(papan: Papan) -> Iterator[Temuan]:
    """Yield what stands against sealing a period on the way of its forms and its SOP."""
    galat = [satu for satu in papan.semua_temuan if jelaskan(satu).tingkat is Tingkat.GALAT]
    if galat:
        letak = gabung([*dict.fromkeys(str(satu.asal) for satu in galat)][:DISEBUT])
        yield temuan("sah-galat", galat[0].asal, nilai=len(galat), letak=letak, periode=papan.hasil.periode)
    status = papan.rekap.daftar_status if papan.rekap else ()
    kurang = [
        f"{satu.unit.kode} {satu.triwulan.nama_pendek}"
        for satu in status
        if satu.status is StatusUnit.DITOLAK or (satu.status is StatusUnit.BELUM and not satu.daftar_penerimaan)
    ]
    if kurang:
        yield temuan("sah-formulir-kurang", Asal(), nilai=gabung(kurang), periode=papan.hasil.periode)
    for satu in papan.daftar_langkah:
        yield from _halangan_langkah(satu)


def _halangan_langkah(satu: KeadaanLangkah) -> Iterator[Temuan]:
    tanda, kegiatan = satu.langkah.tanda, satu.langkah.kegiatan
    if satu.keadaan is Keadaan.DIKEMBALIKAN:
        yield temuan("sah-dikembalikan", Asal(), nilai=tanda, kegiatan=kegiatan, unit_kembali=satu.tunggu or "–")
    elif satu.langkah.selesai_bila is Bukti.PUTUSAN and satu.kedaluwarsa:
        yield temuan("sah-putusan-basi", Asal(), nilai=tanda, kegiatan=kegiatan)
    elif satu.keadaan is not Keadaan.SELESAI and satu.langkah.selesai_bila not in _BUKAN_SYARAT:
        tunggu = f", menunggu {satu.tunggu}" if satu.tunggu else ""
        yield temuan("sah-langkah-belum", Asal(), nilai=tanda, kegiatan=kegiatan, tunggu=tunggu)
