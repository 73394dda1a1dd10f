"""Handing out a quarter's forms: one for each unit, and never over one that somebody filled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, unique
from pathlib import Path

from lakip_gen.alur.baca import baca_induk, baca_triwulan_semua
from lakip_gen.domain.formulir import Formulir, siapkan_formulir
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.nama_berkas import nama_formulir
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Temuan
from lakip_gen.excel.form import write_form
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.excel.receipts import write_receipts
from lakip_gen.formulir.baca import belum_diisi
from lakip_gen.storage.inputs import take_inputs
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import remove_temporaries, write_whole

NAMA_TANDA_TERIMA = "tanda-terima.xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilBagikan:
    """What happened to each unit's form; nothing is written while the buku induk is at fault."""

    daftar_baru: tuple[Path, ...] = ()
    daftar_sama: tuple[Path, ...] = ()
    daftar_terisi: tuple[Path, ...] = ()
    tanda_terima: Path | None = None
    daftar_temuan: tuple[Temuan, ...] = ()
    induk_sah: bool = True


def bagikan(ruang: Workspace, triwulan: Periode) -> HasilBagikan:
    """Write one form for each unit of a quarter, prefilled with what earlier quarters brought.

    A form that is still empty is brought up to date; a file in which anything was typed is left alone.
    """
    masukan = take_inputs(ruang, triwulan.tahun, triwulan.sampai_dengan[:-1])
    induk, daftar_temuan = baca_induk(masukan, triwulan.tahun)
    if induk is None:
        return HasilBagikan(daftar_temuan=daftar_temuan, induk_sah=False)
    lalu = baca_triwulan_semua(masukan, induk).kumpulan
    remove_temporaries(ruang.inbox(triwulan))
    nasib: dict[Nasib, list[Path]] = {n: [] for n in Nasib}
    for unit in induk.daftar_unit:
        formulir = siapkan_formulir(induk, unit, triwulan, lalu)
        berkas = ruang.form_file(unit.kode, triwulan)
        isi = write_form(formulir)
        nasib_berkas = _nasib(berkas, isi, formulir)
        if nasib_berkas is Nasib.BARU:
            write_whole(berkas, isi)
        nasib[nasib_berkas].append(berkas)
    return HasilBagikan(
        daftar_baru=tuple(nasib[Nasib.BARU]),
        daftar_sama=tuple(nasib[Nasib.SAMA]),
        daftar_terisi=tuple(nasib[Nasib.TERISI]),
        tanda_terima=_tanda_terima(ruang, triwulan, induk),
        daftar_temuan=daftar_temuan,
    )


@unique
class Nasib(Enum):
    """What becomes of a form when it is handed out."""

    BARU = "baru"
    SAMA = "sama"
    TERISI = "terisi"


def _nasib(berkas: Path, isi: bytes, formulir: Formulir) -> Nasib:
    if not berkas.exists():
        return Nasib.BARU
    lama = berkas.read_bytes()
    if lama == isi:
        return Nasib.SAMA
    mentah, _ = baca_buku(lama, berkas.name, skema.DAFTAR_LEMBAR)
    # What cannot be read may hold somebody's work: it is left alone.
    masih_kosong = mentah is not None and bool(mentah.lembar) and belum_diisi(mentah, formulir)
    return Nasib.BARU if masih_kosong else Nasib.TERISI


def _tanda_terima(ruang: Workspace, triwulan: Periode, induk: Induk) -> Path:
    keluaran = Outputs(ruang.output(triwulan) / "bagikan")
    berkas = keluaran.place(NAMA_TANDA_TERIMA)
    nama_berkas = {unit.kode: nama_formulir(unit.kode, triwulan) for unit in induk.daftar_unit}
    (tertulis,) = keluaran.write({berkas: write_receipts(induk, triwulan, nama_berkas)})
    keluaran.finish({}, {})
    return tertulis
