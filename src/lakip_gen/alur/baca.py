"""Reading a year: the buku induk, then quarter by quarter every unit's form, with all that was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from lakip_gen.alur.cacat import temuan_cacat
from lakip_gen.alur.penerimaan import menurut_catatan
from lakip_gen.alur.peristiwa import buku, keputusan_panjang, yang_dibagikan
from lakip_gen.alur.salah_kirim import beri_tahu, mungkin_dari
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.skema import formulir as skema_formulir
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.domain.tindak_lanjut import kalimat_janji
from lakip_gen.excel.reader.bounds import INDUK
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.formulir.kenali import kenali
from lakip_gen.formulir.pilihan import pilih
from lakip_gen.formulir.putusan import (
    TANPA_CATATAN,
    BukanFormulir,
    Dibagikan,
    HasilUnit,
    nilai,
    tanpa_berkas,
    tolak,
)
from lakip_gen.induk import susun_induk
from lakip_gen.pesan.katalog import ada_galat
from lakip_gen.sop.peristiwa import TANPA_PERISTIWA, BukuPeristiwa
from lakip_gen.storage.inbox import check_inbox, not_a_workbook
from lakip_gen.storage.inputs import Input, Inputs

_TABEL_HILANG = frozenset({"induk-kolom-hilang", "lembar-tanpa-kepala"})
"""Codes of the buku induk that are told alone: what its other cells say without the lost ones is no finding."""

_DI_INDUK: Final = {
    "kolom-hilang": "induk-kolom-hilang",
    "isi-di-luar": "induk-isi-di-luar",
    "isi-di-luar-banyak": "induk-isi-di-luar-banyak",
}
"""Codes of the reader that speak of a unit's form, with what the planner is told of the buku induk."""

Maju = Callable[[str], None]
"""Called with a form's file name before it is judged, for a progress bar."""


def diam(_nama: str) -> None:
    """Report no progress."""


def baca_induk(masukan: Inputs, tahun: int) -> tuple[Induk | None, tuple[Temuan, ...]]:
    """Return the year's buku induk and everything wrong with it; None when a galat makes it unfit."""
    berkas = masukan.induk
    if berkas.missing:
        return None, (temuan("induk-hilang", Asal(berkas.name), letak=berkas.name),)
    if berkas.content is None:
        return None, berkas.findings
    mentah, daftar_temuan = baca_buku(berkas.content, berkas.name, skema_induk.DAFTAR_LEMBAR, limits=INDUK)
    if mentah is None:
        return None, daftar_temuan
    daftar_temuan = tuple(map(_pada_induk, daftar_temuan))
    if tanpa := {t.asal.lembar for t in daftar_temuan if t.kode in _TABEL_HILANG}:
        return None, tuple(t for t in daftar_temuan if t.kode in _TABEL_HILANG or t.asal.lembar not in tanpa)
    induk, daftar = susun_induk(mentah, tahun)
    daftar_temuan += daftar
    return (None if ada_galat(daftar_temuan) else induk), daftar_temuan


def _pada_induk(satu: Temuan) -> Temuan:
    """Return a finding as the planner is told it, heavier where rows were not read: a cut master is no master."""
    if satu.kode != "isi-di-luar-batas":
        return replace(satu, kode=_DI_INDUK.get(satu.kode, satu.kode))
    nomor = satu.asal.sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    terbaca = bool(nomor) and int(nomor) <= int(dict(satu.rincian)["baris"])
    return satu if terbaca else replace(satu, kode="induk-terpotong")


@dataclass(frozen=True, slots=True)
class HasilTriwulan:
    """One quarter's inbox, unit by unit, and the findings that belong to no unit."""

    triwulan: Periode
    daftar_unit: tuple[HasilUnit, ...]
    daftar_temuan: tuple[Temuan, ...] = ()
    catatan: BukuPeristiwa = TANPA_PERISTIWA

    @property
    def semua_temuan(self) -> tuple[Temuan, ...]:
        """Everything found in the quarter."""
        return (*self.daftar_temuan, *(t for hasil in self.daftar_unit for t in hasil.daftar_temuan))


@dataclass(frozen=True, slots=True)
class HasilBaca:
    """All quarters up to a period's end."""

    kumpulan: Kumpulan
    daftar_triwulan: tuple[HasilTriwulan, ...] = ()


def baca_triwulan_semua(masukan: Inputs, induk: Induk, maju: Maju = diam, awal: HasilBaca | None = None) -> HasilBaca:
    """Return the reports of every quarter that was taken in, oldest first.

    Args:
        masukan: What the run has read.
        induk: The year's buku induk.
        maju: Told each form's name before it is judged.
        awal: The first of these quarters, where they were judged already.
    """
    awal = awal or HasilBaca(Kumpulan({}))
    diterima, keputusan = dict(awal.kumpulan.daftar), dict(awal.kumpulan.keputusan)
    hasil = list(awal.daftar_triwulan)
    for triwulan in [satu for satu in masukan.forms if satu not in {ini.triwulan for ini in hasil}]:
        satu = baca_triwulan(masukan, induk, triwulan, Kumpulan(dict(diterima), dict(keputusan)), maju)
        for putus in (*satu.catatan.daftar_keputusan, *keputusan_panjang(masukan, triwulan)):
            letak = putus.unit, putus.indikator, triwulan
            keputusan[letak] = (*keputusan.get(letak, ()), kalimat_janji(putus.isi, putus.pic, putus.batas))
        for unit in satu.daftar_unit:
            if unit.status.laporan is not None:
                diterima[unit.status.unit.kode, triwulan] = unit.status.laporan
        hasil.append(satu)
    return HasilBaca(Kumpulan(diterima, keputusan), tuple(hasil))


def baca_triwulan(masukan: Inputs, induk: Induk, triwulan: Periode, lalu: Kumpulan, maju: Maju = diam) -> HasilTriwulan:
    """Return what lies in a quarter's inbox, unit by unit.

    Args:
        masukan: What the run has read.
        induk: The year's buku induk.
        triwulan: The quarter.
        lalu: The accepted reports of the earlier quarters.
        maju: Told each form's name before it is judged.
    """
    catatan = buku(masukan.events[triwulan])
    dibagikan = yang_dibagikan(catatan, masukan.handed_out[triwulan])
    induk = induk.pada(triwulan.akhir)
    per_unit: dict[str, list[HasilUnit]] = {}
    daftar_bukan: list[BukanFormulir] = []
    for berkas in masukan.forms[triwulan]:
        maju(berkas.file.name)
        match nilai_berkas(berkas, induk, triwulan, lalu, dibagikan):
            case HasilUnit() as hasil:
                per_unit.setdefault(hasil.unit.kode, []).append(hasil)
            case BukanFormulir() as bukan:
                daftar_bukan.append(bukan)
    formulir = {unit.kode: siapkan_formulir(induk, unit, triwulan, lalu) for unit in induk.daftar_unit}
    salah, tanpa_pengirim = beri_tahu(daftar_bukan, per_unit, formulir)
    hasil_unit = tuple(
        pilih(daftar) if (daftar := [*per_unit.get(kode, ()), *salah.get(kode, ())]) else tanpa_berkas(satu)
        for kode, satu in formulir.items()
    )
    lain = (*tanpa_pengirim, *mungkin_dari(daftar_bukan, salah, hasil_unit), *check_inbox(masukan, triwulan))
    return HasilTriwulan(
        triwulan,
        tuple(menurut_catatan(unit, catatan) for unit in hasil_unit),
        (*lain, *catatan.daftar_temuan),
        catatan,
    )


def nilai_berkas(
    berkas: Input, induk: Induk, triwulan: Periode, lalu: Kumpulan, dibagikan: Dibagikan = TANPA_CATATAN
) -> HasilUnit | BukanFormulir:
    """Return what becomes of one file; a fault of the program in it costs no other file its turn."""
    try:
        buku, terbaca = buka_formulir(berkas)
    except Exception as salah:  # noqa: BLE001 - the one boundary of a file
        return BukanFormulir(berkas.name, (temuan_cacat("berkas-gagal", berkas.name, salah),))
    if buku is None:
        return BukanFormulir(berkas.name, not_a_workbook(berkas.file, terbaca))
    return nilai_buku(buku, terbaca, berkas.digest, induk, triwulan, lalu, dibagikan)


def nilai_buku(
    buku: BukuMentah,
    terbaca: Iterable[Temuan],
    sidik: str,
    induk: Induk,
    triwulan: Periode,
    lalu: Kumpulan,
    dibagikan: Dibagikan = TANPA_CATATAN,
) -> HasilUnit | BukanFormulir:
    """Return what becomes of an opened workbook; a fault of the program in it refuses its unit and nobody else."""
    try:
        return nilai(buku, induk, lalu, triwulan, terbaca=terbaca, sidik=sidik, dibagikan=dibagikan)
    except Exception as salah:  # noqa: BLE001 - the one boundary of a unit
        butir = temuan_cacat("berkas-gagal", buku.berkas, salah)
    unit = _pemilik(buku, induk, triwulan)
    if unit is None:
        return BukanFormulir(buku.berkas, (butir,))
    return tolak(siapkan_formulir(induk, unit, triwulan, lalu), buku.berkas, (butir,))


def buka_formulir(berkas: Input) -> tuple[BukuMentah | None, tuple[Temuan, ...]]:
    """Return the cells of a form, or why it has none."""
    if berkas.content is None:
        return None, berkas.findings
    return baca_buku(berkas.content, berkas.name, skema_formulir.DAFTAR_LEMBAR)


def _pemilik(buku: BukuMentah, induk: Induk, triwulan: Periode) -> Unit | None:
    """Return whose form a workbook is that could not be judged; None where that cannot be told either."""
    try:
        return kenali(buku, induk, triwulan).unit
    except Exception:  # noqa: BLE001 - what failed once may fail again
        return None
