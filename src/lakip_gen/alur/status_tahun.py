"""Where a year stands: every unit and quarter, every report, every indicator, every step, from one reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Final

from lakip_gen.alur.baca import Maju, diam
from lakip_gen.alur.papan import Papan, papan_dari, ringkas_papan
from lakip_gen.alur.periksa import HasilPeriksa, periksa_masukan
from lakip_gen.alur.suntingan import kenali_draf
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.periode import Periode, periode_setahun, setahun
from lakip_gen.sop.keadaan import Keadaan
from lakip_gen.sop.ketepatan import Ketepatan, nilai_ketepatan
from lakip_gen.storage.inputs import Inputs, take_inputs
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace

HALAMAN: Final = "status.html"
_CATATAN: Final = "status.json"


@dataclass(frozen=True, slots=True)
class KeadaanDraf:
    """The latest draft of a period.

    Attributes:
        nama: Its file; empty where there is none.
        disunting: Whether somebody edited it.
    """

    nama: str = ""
    disunting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeadaanTahun:
    """Where a year stands.

    Attributes:
        hasil: What is found in all its forms.
        per_periode: The board of each period; none while the buku induk is at fault.
        per_draf: The latest draft of each period.
        daftar_ketepatan: Each unit's form of each quarter, quarter by quarter.
        hari_ini: The day on which the question was asked.
    """

    hasil: HasilPeriksa
    hari_ini: date
    per_periode: Mapping[Periode, Papan] = field(default_factory=dict)
    per_draf: Mapping[Periode, KeadaanDraf] = field(default_factory=dict)
    daftar_ketepatan: tuple[Ketepatan, ...] = ()

    @property
    def induk(self) -> Induk:
        """The year's buku induk, where it is fit.

        Raises:
            ValueError: When it is not.
        """
        if self.hasil.induk is None:
            raise ValueError(self.hasil.periode)
        return self.hasil.induk

    @property
    def papan(self) -> Papan:
        """The board of the year's own report."""
        return self.per_periode.get(self.hasil.periode) or Papan(hasil=self.hasil, rekap=None)


def nilai_tahun(ruang: Workspace, tahun: int, hari_ini: date, maju: Maju = diam) -> KeadaanTahun:
    """Return where a year stands; nothing is written.

    Args:
        ruang: The working folder.
        tahun: The year.
        hari_ini: The day on which the question is asked.
        maju: Told each form's name before it is judged.
    """
    semua = setahun(tahun)
    masukan = take_inputs(ruang, tahun, semua.sampai_dengan)
    return tahun_dari(masukan, periksa_masukan(masukan, semua, maju), hari_ini)


def tahun_dari(masukan: Inputs, hasil: HasilPeriksa, hari_ini: date) -> KeadaanTahun:
    """Return where a year stands of which all forms were checked.

    Args:
        masukan: What was read of it.
        hasil: What was found in it.
        hari_ini: The day on which the question is asked.
    """
    if hasil.induk is None:
        return KeadaanTahun(hasil=hasil, hari_ini=hari_ini)
    semua = periode_setahun(hasil.periode.tahun)
    return KeadaanTahun(
        hasil=hasil,
        hari_ini=hari_ini,
        per_periode={satu: _papan(masukan, hasil, satu, hari_ini) for satu in semua},
        per_draf={satu: keadaan_draf(masukan.workspace, satu) for satu in semua},
        daftar_ketepatan=_daftar_ketepatan(hasil, hasil.induk, hari_ini),
    )


def _papan(masukan: Inputs, hasil: HasilPeriksa, periode: Periode, hari_ini: date) -> Papan:
    return papan_dari(masukan.until(periode), replace(hasil, periode=periode), hari_ini)


def keadaan_draf(ruang: Workspace, periode: Periode) -> KeadaanDraf:
    """Return the latest draft of a period; a run may be under way."""
    pokok = f"laporan-kinerja-{periode}"
    keluaran = Outputs(ruang.output(periode), only_looks=True)
    if keluaran.has_strangers(pokok):
        kenali_draf(keluaran, pokok)
    letak = keluaran.latest_draft(pokok)
    return KeadaanDraf(letak.name, letak in keluaran.edited_drafts(pokok)) if letak else KeadaanDraf()


def _daftar_ketepatan(hasil: HasilPeriksa, induk: Induk, hari_ini: date) -> tuple[Ketepatan, ...]:
    tenggat = induk.aturan.tenggat
    return tuple(
        nilai_ketepatan(unit.status, triwulan.catatan, tenggat[triwulan.triwulan.nomor - 1], hari_ini)
        for triwulan in hasil.daftar_triwulan
        for unit in triwulan.daftar_unit
    )


def tulis_halaman(ruang: Workspace, tahun: int, halaman: bytes) -> Path:
    """Write the page of a year beside its outputs; one that somebody changed stays.

    Raises:
        OSError: When it cannot be written.
    """
    folder = ruang.output(setahun(tahun)).parent
    keluaran = Outputs(folder, folder / _CATATAN)
    return keluaran.add({keluaran.place(HALAMAN): halaman})[0]


def ringkas_tahun(tahun: KeadaanTahun) -> dict[str, object]:
    """Return where a year stands as `--json` prints it: the board of its report, then every period and unit."""
    return ringkas_papan(tahun.papan) | {
        "laporan": [_laporan(periode, papan, tahun.per_draf[periode]) for periode, papan in tahun.per_periode.items()],
        "ketepatan": [_ketepatan(satu) for satu in tahun.daftar_ketepatan],
    }


def _laporan(periode: Periode, papan: Papan, draf: KeadaanDraf) -> dict[str, object]:
    return {
        "periode": str(periode),
        "draf": draf.nama or None,
        "disunting": draf.disunting,
        "terkini": papan.terkini,
        "langkah": len(papan.daftar_langkah),
        "langkah_selesai": sum(satu.keadaan is Keadaan.SELESAI for satu in papan.daftar_langkah),
        "sah": papan.sah is not None,
        "arsip_utuh": papan.sah.whole if papan.sah else None,
    }


def _ketepatan(satu: Ketepatan) -> dict[str, object]:
    def hari(satu: date | None) -> str | None:
        return satu.isoformat() if satu else None

    return {
        "unit": satu.status.unit.kode,
        "periode": str(satu.status.triwulan),
        "status": satu.status.status.value,
        "tenggat": hari(satu.tenggat),
        "terlihat": hari(satu.terlihat),
        "diterima": hari(satu.diterima),
        "terlambat": satu.terlambat,
        "lewat": satu.lewat,
    }
