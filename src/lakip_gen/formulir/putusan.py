"""The one way a form is judged: recognised, straightened, read, checked; pure, so that it may run anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, TypeAlias

from lakip_gen.domain.formulir import Formulir, siapkan_formulir
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan, LaporanUnit
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.nama_berkas import nama_kembalian
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.skema.kolom import baca_versi
from lakip_gen.domain.temuan import Asal, Temuan, Tingkat, temuan
from lakip_gen.formulir.arti import periksa_arti
from lakip_gen.formulir.baca import belum_diisi, susun_laporan
from lakip_gen.formulir.bentuk import masih_utuh, periksa_catatan, periksa_rumus, periksa_tak_dibaca, periksa_terkunci
from lakip_gen.formulir.isi import Konteks, periksa_isi
from lakip_gen.formulir.kenali import Pengenalan, kenali
from lakip_gen.formulir.luruskan import luruskan
from lakip_gen.formulir.pengganti import ganti
from lakip_gen.formulir.penolakan import Penolakan, tanpa_yang_ditolak
from lakip_gen.formulir.rupa import periksa_rupa
from lakip_gen.formulir.sebab import satu_per_sebab
from lakip_gen.formulir.takaran import periksa_takaran
from lakip_gen.pesan.katalog import ada_galat, bertingkat

BELUM_DIISI: Final = "belum-diisi"
Dibagikan: TypeAlias = Mapping[str, frozenset[str]]
"""The fingerprints of the locked cells that each unit, by its kode, was handed out for a quarter, where noted."""
TANPA_CATATAN: Final[Dibagikan] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilUnit:
    """What became of one unit's form of one quarter.

    Attributes:
        status: Where it stands; with the unit's report where it was taken.
        formulir: The form as it was handed out, in its own version.
        mentah: Its cells; None where nothing was typed, or nothing can be told of them.
        terbaca: All that could be read of it, before anything of that was refused; None where it was not read.
        sidik: The SHA-256 of the file that was checked.
        cacat: What keeps it from being taken as it stands, though its content is known.
    """

    status: StatusLaporan
    formulir: Formulir
    mentah: BukuMentah | None = None
    terbaca: LaporanUnit | None = None
    daftar_temuan: tuple[Temuan, ...] = ()
    sidik: str = ""
    cacat: Temuan | None = None

    @property
    def kembali(self) -> bool:
        """Whether a copy of the form goes back to its unit, with what was found in the cells."""
        return self.mentah is not None and bool(self.status.galat or self.status.peringatan)

    @property
    def unit(self) -> Unit:
        """The unit whose form it is."""
        return self.formulir.unit


@dataclass(frozen=True, slots=True)
class BukanFormulir:
    """A workbook that is no unit's form of the quarter, why, and who sent it where that can be told."""

    berkas: str
    daftar_temuan: tuple[Temuan, ...]
    pengirim: Unit | None = None


def nilai(
    buku: BukuMentah,
    induk: Induk,
    lalu: Kumpulan,
    triwulan: Periode,
    *,
    terbaca: Iterable[Temuan] = (),
    sidik: str = "",
    dibagikan: Dibagikan = TANPA_CATATAN,
) -> HasilUnit | BukanFormulir:
    """Return what becomes of a workbook that came as a form.

    Args:
        buku: Its cells.
        induk: The year's buku induk.
        lalu: The accepted reports of the earlier quarters.
        triwulan: The quarter that a form is awaited for.
        terbaca: What was found while the workbook was opened.
        sidik: The SHA-256 of the file.
        dibagikan: What was noted when forms were handed out.
    """
    kenal = kenali(buku, induk, triwulan)
    if kenal.unit is None:
        return BukanFormulir(
            buku.berkas, kenal.daftar_temuan, kenal.pengirim
        )  # a foreign workbook gets one sentence, not a hundred
    versi = baca_versi(buku.meta.get("versi"))
    formulir = siapkan_formulir(induk, kenal.unit, triwulan, lalu).pada(versi)
    formulir = replace(formulir, dibagikan=dibagikan.get(kenal.unit.kode, frozenset()))
    lurus, berpindah = luruskan(buku, formulir)
    daftar_lalu = tuple(
        lama for p in triwulan.sampai_dengan[:-1] if (lama := lalu.laporan(formulir.unit.kode, p)) is not None
    )
    if belum_diisi(lurus, formulir):
        lain = _di_luar_isian(lurus, formulir, daftar_lalu, terbaca := tuple(terbaca))
        if not ada_galat(lain):  # else figures may stand where they are not read: it is judged as a filled one
            kosong = temuan(BELUM_DIISI, Asal(lurus.berkas), unit=formulir.unit.nama)
            return putuskan(HasilUnit(status=_status(formulir, lurus.berkas), formulir=formulir), (kosong, *lain))
    laporan, daftar_temuan = _periksa(lurus, formulir, daftar_lalu, (*kenal.daftar_temuan, *terbaca, *berpindah))
    hasil = HasilUnit(
        status=_status(formulir, lurus.berkas, StatusUnit.DITERIMA),
        formulir=formulir,
        mentah=lurus,
        terbaca=laporan,
        sidik=sidik,
        cacat=kenal.cacat,
    )
    return putuskan(hasil, _dengan_pengganti(kenal, lurus, formulir, daftar_temuan))


def _di_luar_isian(
    mentah: BukuMentah, formulir: Formulir, daftar_lalu: tuple[LaporanUnit, ...], terbaca: tuple[Temuan, ...]
) -> tuple[Temuan, ...]:
    """Return what somebody typed into a form whose inputs are all blank: notes, locked cells, lost columns."""
    laporan, terbaca_isi = susun_laporan(mentah, formulir)
    asing = (butir for butir in terbaca_isi if butir.kode == "kunci-asing")
    terkunci = () if masih_utuh(mentah, formulir) else (*periksa_terkunci(mentah, formulir), *asing)
    tak_dibaca = periksa_tak_dibaca(mentah, Konteks(formulir, laporan, daftar_lalu))
    return satu_per_sebab((*terbaca, *periksa_catatan(mentah, formulir), *terkunci, *tak_dibaca))


def tanpa_berkas(formulir: Formulir) -> HasilUnit:
    """Return where a form stands that nobody has sent."""
    return HasilUnit(status=_status(formulir), formulir=formulir)


def tolak(formulir: Formulir, berkas: str, daftar_temuan: Iterable[Temuan]) -> HasilUnit:
    """Return a form that is refused unread, with the findings that say why."""
    return putuskan(HasilUnit(status=_status(formulir, berkas, StatusUnit.DITOLAK), formulir=formulir), daftar_temuan)


def bukan_kirimannya(formulir: Formulir, berkas: str, daftar_temuan: Iterable[Temuan]) -> HasilUnit:
    """Return where a form stands whose unit sent something else, with the findings that say what."""
    return putuskan(HasilUnit(status=_status(formulir, berkas), formulir=formulir), daftar_temuan)


def putuskan(hasil: HasilUnit, daftar_temuan: Iterable[Temuan]) -> HasilUnit:
    """Return a result with more findings of its unit before those it has, which decide anew what is taken of it."""
    milik = (replace(butir, unit=hasil.unit.kode, periode=hasil.status.triwulan) for butir in daftar_temuan)
    return timbang(replace(hasil, daftar_temuan=(*milik, *hasil.daftar_temuan)))


def timbang(hasil: HasilUnit) -> HasilUnit:
    """Return where a form stands as its findings have it: taken, taken but for some cells, or refused."""
    semua = hasil.daftar_temuan
    galat, peringatan = (bertingkat(semua, tingkat) for tingkat in (Tingkat.GALAT, Tingkat.PERINGATAN))
    status = replace(hasil.status, galat=galat, peringatan=peringatan)
    if status.status is StatusUnit.BELUM:
        return replace(hasil, status=status)
    penolakan = Penolakan.menurut(semua)
    if hasil.terbaca is None or penolakan.formulir:
        status = replace(status, status=StatusUnit.DITOLAK, laporan=None, sel_ditolak=())
    else:
        status = replace(
            status,
            status=StatusUnit.DITERIMA,
            laporan=tanpa_yang_ditolak(hasil.terbaca, hasil.formulir, penolakan),
            sel_ditolak=penolakan.daftar_alamat,
        )
    return replace(hasil, status=status)


def _status(formulir: Formulir, berkas: str = "", status: StatusUnit = StatusUnit.BELUM) -> StatusLaporan:
    return StatusLaporan(unit=formulir.unit, triwulan=formulir.periode, status=status, berkas=berkas)


def _periksa(
    mentah: BukuMentah, formulir: Formulir, daftar_lalu: tuple[LaporanUnit, ...], awal: tuple[Temuan, ...]
) -> tuple[LaporanUnit, tuple[Temuan, ...]]:
    """Return a unit's report and all that is to be said of it, one finding for each cause."""
    laporan, daftar_temuan = susun_laporan(mentah, formulir)
    konteks = Konteks(formulir, laporan, daftar_lalu)
    semua = (
        *awal,
        *periksa_catatan(mentah, formulir),
        *periksa_terkunci(mentah, formulir),
        *periksa_arti(mentah, formulir),
        *periksa_rupa(mentah, formulir),
        *periksa_takaran(mentah, formulir),
        *daftar_temuan,
        *periksa_isi(konteks),
        *periksa_rumus(mentah, konteks),
        *periksa_tak_dibaca(mentah, konteks),
    )
    return laporan, satu_per_sebab(semua)


def _dengan_pengganti(
    kenal: Pengenalan, mentah: BukuMentah, formulir: Formulir, daftar_temuan: tuple[Temuan, ...]
) -> tuple[Temuan, ...]:
    """Return the findings as they read on the fresh form, where one answers a form that cannot be taken."""
    if kenal.cacat is None:
        return daftar_temuan
    nama = nama_kembalian(formulir.unit.kode, formulir.periode)
    return ganti(kenal.cacat, mentah, formulir, daftar_temuan, nama)
