"""Drafts known by what they hold, and which of them the next one goes on from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.bahasa import gabung
from lakip_gen.pesan.katalog import jelaskan
from lakip_gen.storage.inputs import TRANSIENT, read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import documents, documents_below
from lakip_gen.storage.writes import digest
from lakip_gen.word.carry.base import Base, is_as_written, put_base, read_base
from lakip_gen.word.carry.change_list import changed_claims
from lakip_gen.word.carry.guess import guessed
from lakip_gen.word.carry.merge import carry
from lakip_gen.word.carry.texts import Reader
from lakip_gen.word.carry.transplant import transplant
from lakip_gen.word.carry.typed import lost_words
from lakip_gen.word.package.opc import open_docx


@dataclass(frozen=True, slots=True, kw_only=True)
class DrafAda:
    """A draft that lies in the output folder of its period.

    Attributes:
        sidik: The SHA-256 of the file.
        bagian: Its parts.
        dasar: What it was made as; None where it does not tell.
        nomor: Which draft it is.
        bernama: Whether it has the name that the program gave it.
        utuh: Whether nobody has saved it since the program wrote it.
    """

    berkas: Path
    isi: bytes
    sidik: str
    bagian: Mapping[str, bytes]
    dasar: Base | None
    nomor: int
    bernama: bool
    utuh: bool

    @property
    def urutan(self) -> tuple[int, bool, bool, str]:
        """How late it is among its likes; of copies the one with the program's name comes last."""
        return self.nomor, self.dasar is not None, self.bernama, self.berkas.name

    @property
    def asal(self) -> str:
        """The SHA-256 of the edited draft whose words it holds: its own, or that of the one it was made from."""
        return (self.dasar.source if self.dasar else "") if self.utuh else self.sidik


@dataclass(frozen=True, slots=True, kw_only=True)
class Dibawa:
    """What became of somebody's edits in the next draft.

    Attributes:
        dari: The edited draft, by path from the working folder.
        asal: The SHA-256 of the edited draft whose words it holds.
        tidak_terbawa: What somebody typed that is not in the next draft.
        kalimat: The sentences that claim something else now: what they said and what they say.
        tambahan: What is generated and did not stand in the edited draft.
    """

    dari: str
    asal: str = ""
    blok_disunting: int = 0
    blok_diperbarui: int = 0
    blok_baru: int = 0
    tidak_terbawa: tuple[str, ...] = ()
    kalimat: tuple[tuple[str, str], ...] = ()
    tambahan: tuple[str, ...] = ()

    def ringkas(self) -> dict[str, object]:
        """Return it as scripts read it."""
        return {
            "dari": self.dari,
            "blok_disunting": self.blok_disunting,
            "blok_diperbarui": self.blok_diperbarui,
            "blok_baru": self.blok_baru,
            "tidak_terbawa": list(self.tidak_terbawa),
        }


@dataclass(frozen=True, slots=True)
class Lanjutan:
    """What the next draft goes on from.

    Attributes:
        sumber: The draft that lives on; None where there is nothing to go on from.
        lain: Other edited drafts, whose words are not in that one.
        terbaru: The latest draft, edited or not.
        dibaca: The fingerprints of all edited drafts that lie there or were told of.
    """

    sumber: DrafAda | None = None
    lain: tuple[DrafAda, ...] = ()
    terbaru: DrafAda | None = None
    dibaca: tuple[str, ...] = ()

    @property
    def tersendiri(self) -> str:
        """The SHA-256 of the latest draft where it may be the only one that holds what somebody typed; else empty."""
        terbaru = self.terbaru
        diulang = self.sumber is not None and self.sumber is not terbaru
        return terbaru.sidik if terbaru and _lanjutan(terbaru) and not diulang else ""

    def tetap(self, dasar: Base) -> DrafAda | None:
        """Return the edited draft that stays the latest, since nothing that is printed has changed beneath it."""
        ini = self.sumber
        if ini is None or ini.utuh or ini is not self.terbaru or ini.dasar is None:
            return None
        return ini if ini.dasar.content == dasar.content else None


def kenali_draf(keluaran: Outputs, pokok: str) -> tuple[tuple[DrafAda, ...], tuple[Temuan, ...]]:
    """Return the drafts of a report that lie in its folder, whatever their names, and what may be one and is unread.

    Oldest number first. The outputs are told of them, so that numbers go on and a lost manifest costs nothing.
    """
    semua = [satu for berkas in documents(keluaran.folder) if (satu := _draf(keluaran, berkas, pokok))]
    daftar = tuple(sorted((satu for satu in semua if isinstance(satu, DrafAda)), key=lambda satu: satu.urutan))
    keluaran.recognise(
        {satu.berkas: satu.nomor for satu in daftar}, {satu.berkas: satu.sidik for satu in daftar if satu.utuh}
    )
    return daftar, (*(satu for satu in semua if isinstance(satu, Temuan)), *_dipindah(keluaran, pokok, daftar))


def _dipindah(keluaran: Outputs, pokok: str, daftar: Sequence[DrafAda]) -> Iterator[Temuan]:
    """Yield the edited drafts that lie in somebody's own folder, unless what was typed into them is in the latest here.

    Of a copy of an earlier state nothing is told while the latest holds all that was typed into it.
    """
    terbaca = {*_terbaca(daftar), *(satu.sidik for satu in daftar)}
    for berkas in documents_below(keluaran.folder):
        satu = _draf(keluaran, berkas, pokok)
        if not isinstance(satu, DrafAda) or satu.utuh or satu.sidik in terbaca:
            continue
        disunting = [lain for lain in daftar if lain.nomor >= satu.nomor and (not lain.utuh or _lanjutan(lain))]
        if not disunting or any(lost_words(Reader(satu.bagian), satu.dasar, Reader(daftar[-1].bagian))):
            yield temuan("draf-di-subfolder", Asal(keluaran.name(berkas)))


def tertutup(daftar: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return of what is unread the files that the next run may well read: until then nobody knows what they hold."""
    return tuple(satu for satu in daftar if satu.kode in TRANSIENT)


def _draf(keluaran: Outputs, berkas: Path, pokok: str) -> DrafAda | Temuan | None:
    """Return a file as a draft, or why it cannot be read; None for what is none of this report."""
    bernama = keluaran.is_draft_name(berkas, pokok)
    isi, salah = read_file(berkas, berkas.name)
    bagian, rusak = open_docx(isi, berkas.name) if isi is not None else (None, salah)
    if isi is None or bagian is None:
        return next(_yang_menghalangi(keluaran, berkas, pokok, rusak), None)
    dasar = read_base(bagian)
    if dasar.stem != pokok if dasar else not bernama:
        return None
    nomor = max(keluaran.draft_number(berkas) if bernama else 0, dasar.number if dasar else 0)
    sidik = digest(isi)
    return DrafAda(
        berkas=berkas,
        isi=isi,
        sidik=sidik,
        bagian=bagian,
        dasar=dasar,
        nomor=nomor,
        bernama=bernama,
        utuh=keluaran.knows(berkas, sidik) or (dasar is not None and is_as_written(bagian, dasar)),
    )


def _yang_menghalangi(keluaran: Outputs, berkas: Path, pokok: str, rusak: Iterable[Temuan]) -> Iterator[Temuan]:
    """Yield why a file that may be a draft cannot be read; nothing of other outputs, and of what is no document."""
    bernama = keluaran.is_draft_name(berkas, pokok)
    if bernama or keluaran.is_stranger(berkas, pokok):
        yield from tertutup(rusak)
    if bernama:
        yield tak_terbaca(berkas, gabung([jelaskan(satu).judul for satu in rusak]))


def tak_terbaca(berkas: Path, alasan: str) -> Temuan:
    """Return that what somebody wrote into a draft goes nowhere until it can be read."""
    return temuan("draf-tak-terbaca", Asal(berkas.name), alasan=alasan)


def belum_dibawa(daftar: Sequence[DrafAda]) -> tuple[DrafAda, ...]:
    """Return the edited drafts whose words are in no other one, and were not listed."""
    terbaca = _terbaca(daftar)
    return tuple(satu for satu in daftar if not satu.utuh and satu.sidik not in terbaca)


def _terbaca(daftar: Iterable[DrafAda]) -> set[str]:
    return {satu for draf in daftar if draf.dasar for satu in draf.dasar.told}


def _lanjutan(draf: DrafAda) -> bool:
    """Return whether a draft holds what somebody typed into an earlier one."""
    return draf.dasar is not None and draf.dasar.carried


def pilih_lanjutan(daftar: Sequence[DrafAda]) -> Lanjutan:
    """Return what the next draft goes on from: the latest draft with somebody's words in it.

    While nobody has touched what was made from that one, it is made from it again, with all that is told beside it:
    a run that was cut off in between leaves nothing untold.

    Args:
        daftar: The drafts, oldest number first.
    """
    terbaru = daftar[-1] if daftar else None
    calon = belum_dibawa(daftar)
    if terbaru and terbaru not in calon and _lanjutan(terbaru):
        calon = _diulang(daftar, terbaru) or tuple(sorted((*calon, terbaru), key=lambda satu: satu.urutan))
    return Lanjutan(
        sumber=calon[-1] if calon else None,
        lain=calon[:-1],
        terbaru=terbaru,
        dibaca=tuple(sorted({*_terbaca(daftar), *(satu.sidik for satu in calon if not satu.utuh)})),
    )


def _diulang(daftar: Sequence[DrafAda], terbaru: DrafAda) -> tuple[DrafAda, ...]:
    """Return what an untouched draft was made from; nothing where that is gone, or is not as it was then."""
    calon = belum_dibawa([satu for satu in daftar if not satu.utuh or satu.asal != terbaru.asal])
    return calon if terbaru.utuh and terbaru.asal in {satu.sidik for satu in calon} else ()


def lanjutkan(
    lanjutan: Lanjutan, bagian: Mapping[str, bytes], nama: Mapping[Path, str]
) -> tuple[Mapping[str, bytes], Dibawa | None]:
    """Return the parts of the next draft, and what became of the edits; the given parts where nobody edited anything.

    Args:
        lanjutan: What it goes on from.
        bagian: What template and data come to now, with its base.
        nama: How the drafts are called.
    """
    dasar, sumber = read_base(bagian), lanjutan.sumber
    if sumber is None or dasar is None:
        return bagian, None
    label = replace(dasar, told=lanjutan.dibaca, source=sumber.asal)
    suntingan = Reader(sumber.bagian)
    dibawa = Dibawa(dari=nama.get(sumber.berkas, sumber.berkas.name), asal=sumber.asal)
    asal = sumber.dasar or guessed(suntingan, Reader(bagian), label)
    if asal:
        bawa = carry if asal.template == dasar.template else transplant
        jadi = bawa(suntingan, asal, bagian, label)
        hasil = jadi.parts
        dibawa = replace(
            dibawa,
            blok_disunting=jadi.edited,
            blok_diperbarui=jadi.renewed,
            blok_baru=jadi.new,
            tambahan=jadi.added,
        )
    else:
        hasil = put_base(bagian, label)
    pembaca = Reader(hasil)
    semua = [(suntingan, sumber), *((Reader(satu.bagian), satu) for satu in lanjutan.lain)]
    hilang = (kata for isi, satu in semua for kata in lost_words(isi, satu.dasar, pembaca))
    kalimat = changed_claims(suntingan, pembaca) if asal else ()
    return hasil, replace(dibawa, tidak_terbawa=tuple(dict.fromkeys(hilang)), kalimat=tuple(dict.fromkeys(kalimat)))


def bernomor(isi: bytes, nomor: int) -> bytes:
    """Return a draft under the number that its name has."""
    bagian, _ = open_docx(isi)
    dasar = read_base(bagian) if bagian else None
    if bagian is None or dasar is None or dasar.number == nomor:
        return isi
    return write_container(put_base(bagian, replace(dasar, number=nomor)))
