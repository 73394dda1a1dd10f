"""Many offices at once: which there are, what their own runs said, and what is written about all of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from lakip_gen import __version__
from lakip_gen.alur.halaman_kabupaten import halaman_kabupaten
from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
from lakip_gen.alur.ringkasan import daftar_terbaca, ringkas
from lakip_gen.domain.angka_tertulis import angka_tersimpan
from lakip_gen.domain.kabupaten import KinerjaInstansi, RekapKabupaten, TemuanInstansi
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.teks import nama_tampil, untuk_layar
from lakip_gen.domain.temuan import Temuan, Tingkat
from lakip_gen.excel.kabupaten import write_offices
from lakip_gen.laporan.pandangan_kabupaten import KabupatenPandangan
from lakip_gen.laporan.susun_kabupaten import susun_kabupaten
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace, entries
from lakip_gen.storage.writes import digest, remove_temporaries
from lakip_gen.templat_bawaan.kabupaten import templat_kabupaten
from lakip_gen.word.fill.render import render
from lakip_gen.word.package.properties import Properties
from lakip_gen.word.template.open import open_template

REKAP: Final = "rekap-kabupaten.xlsx"
HALAMAN: Final = "status-kabupaten.html"
POKOK: Final = "ringkasan-kabupaten"
SUBJEK: Final = "Kinerja perangkat daerah"


@dataclass(frozen=True, slots=True, kw_only=True)
class LarianInstansi:
    """What became of one office's own run, as it comes back from wherever it was done.

    Attributes:
        folder: The name of its working folder.
        kode_keluar: How it ended, as the command line says it.
        halangan: Why it did not end well; empty where it did.
        ringkasan: The contract for scripts; empty where there was no run.
        sah: Whether the period is sealed, so that nothing was made anew.
    """

    folder: str
    kode_keluar: int
    halangan: str = ""
    ringkasan: Mapping[str, Any]
    sah: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilKabupaten:
    """What is known of all offices, and what was written about them.

    Attributes:
        rekap: Their figures.
        pandangan: The same as people read them.
        daftar_temuan: What is odd about them beside each other.
        ringkasan: The contract for scripts.
        daftar_keluaran: What was written; where nothing was new, what lies there.
        daftar_terkunci: Outputs that another program held open; the new ones stand beside them.
        berubah: Whether anything was written.
    """

    rekap: RekapKabupaten
    pandangan: KabupatenPandangan
    daftar_temuan: tuple[Temuan, ...]
    ringkasan: Mapping[str, object]
    daftar_keluaran: tuple[Path, ...]
    daftar_terkunci: tuple[Path, ...] = ()
    berubah: bool = True


def daftar_ruang(folder: Path) -> tuple[Path, ...]:
    """Return the working folders of the offices in a folder, by name; one that links lead to counts once, as itself."""
    ruang = (satu for satu in entries(folder) if satu.is_dir() and not satu.name.startswith("."))
    tautan_dulu = sorted(ruang, key=Path.is_symlink, reverse=True)  # the folder itself comes last, and stays
    satu_kali = {os.path.realpath(satu): satu for satu in tautan_dulu if Workspace(satu).exists}
    return tuple(sorted(satu_kali.values(), key=lambda satu: satu.name.casefold()))


def ringkas_sah(ruang: Workspace, periode: Periode) -> dict[str, object]:
    """Return the figures of a sealed period, which is read and never made anew."""
    hasil = periksa_periode(ruang, periode)
    return ringkas(hasil, rekap_hasil(hasil))


def kinerja_instansi(larian: LarianInstansi) -> KinerjaInstansi:
    """Return what one office reached, out of the contract for scripts of its own run."""
    ringkasan = larian.ringkasan
    instansi = ringkasan.get("instansi") or {}
    rerata, anggaran = ringkasan.get("rerata") or {}, ringkasan.get("anggaran") or {}
    unit = ringkasan.get("unit") or ()
    return KinerjaInstansi(
        folder=larian.folder,
        nama=nama_tampil(instansi.get("nama") or "") or nama_tampil(larian.folder) or larian.folder,
        pemerintah=nama_tampil(instansi.get("pemerintah") or ""),
        kode_keluar=larian.kode_keluar,
        halangan=nama_tampil(larian.halangan),
        sah=larian.sah,
        diterima=sum(satu["status"] == StatusUnit.DITERIMA.value for satu in unit),
        seluruhnya=len(unit),
        ditutup=sum(satu["status"] == StatusUnit.BELUM.value and bool(satu.get("diterima_dengan")) for satu in unit),
        terlambat=sum(bool(satu.get("terlambat")) for satu in unit),
        capaian=_angka(rerata.get("nilai")),
        sementara=bool(rerata.get("nilai") and (rerata.get("sementara") or rerata.get("menunggu"))),
        dinilai=rerata.get("n") or 0,
        banyak_indikator=rerata.get("dari") or 0,
        predikat=rerata.get("predikat") or "",
        pagu=_angka(anggaran.get("pagu")),
        realisasi=_angka(anggaran.get("realisasi")),
        daftar_temuan=tuple(map(_temuan, ringkasan.get("temuan") or ())),
    )


def _angka(tertulis: str | None) -> Decimal | None:
    return None if tertulis is None else Decimal(tertulis)


def _temuan(tertulis: Mapping[str, str]) -> TemuanInstansi:
    letak = (tertulis["berkas"], tertulis["lembar"], tertulis["sel"])
    return TemuanInstansi(
        tingkat=Tingkat(tertulis["tingkat"]),
        unit=untuk_layar(tertulis["unit"]),
        letak=untuk_layar(" › ".join(filter(None, letak))),
        pesan=untuk_layar(tertulis["pesan"]),
        perbaikan=untuk_layar(tertulis["perbaikan"]),
    )


def susun_kabupaten_baru(
    folder: Path, periode: Periode, daftar: Iterable[LarianInstansi], hari_ini: date
) -> HasilKabupaten:
    """Write what is known of all offices: a recap, a summary in Word, a page; nothing where nothing of it is new.

    Args:
        folder: The folder of the offices' folders.
        periode: The period.
        daftar: What became of their runs.
        hari_ini: The day of the run.

    Raises:
        OSError: When an output cannot be written.
    """
    semua = sorted(map(kinerja_instansi, daftar), key=lambda satu: (satu.nama.casefold(), satu.folder))
    rekap = RekapKabupaten(periode, tuple(semua))
    ruang = Workspace(folder)
    keluaran = Outputs(ruang.output(periode))
    remove_temporaries(keluaran.folder)
    awal = HasilKabupaten(
        rekap=rekap,
        pandangan=susun_kabupaten(rekap),
        daftar_temuan=tuple(rekap.daftar_temuan()),
        ringkasan={},
        daftar_keluaran=tuple(sorted(keluaran.folder / nama for nama in keluaran.previous.outputs)),
        berubah=False,
    )
    sidik = {"program": __version__, "instansi": digest(repr(rekap).encode())}
    if not keluaran.is_unchanged(sidik):
        isi = {keluaran.place(nama): satu for nama, satu in _berkas(awal, hari_ini)}
        isi[keluaran.draft_place(POKOK)] = _ringkasan_word(awal)
        awal = replace(awal, daftar_keluaran=keluaran.write(isi), berubah=True)
        keluaran.finish(sidik, {})
    return replace(awal, ringkasan=_ringkas(awal, ruang), daftar_terkunci=tuple(keluaran.locked))


def _berkas(hasil: HasilKabupaten, hari_ini: date) -> Iterator[tuple[str, bytes]]:
    yield REKAP, write_offices(hasil.rekap, hasil.daftar_temuan)
    yield HALAMAN, halaman_kabupaten(hasil.rekap, hasil.pandangan, hari_ini)


def _ringkasan_word(hasil: HasilKabupaten) -> bytes:
    """Return the summary for the head of the region.

    Raises:
        ValueError: When the template that comes with the program is at fault.
    """
    pandangan = hasil.pandangan
    templat, _ = open_template(templat_kabupaten(), POKOK)
    sifat = Properties(f"{pandangan.judul} {pandangan.periode}", SUBJEK, pandangan.pemerintah)
    isi, salah = render(templat, pandangan, properties=sifat) if templat else (None, ())
    if isi is None:
        raise ValueError(salah)
    return isi


def _ringkas(hasil: HasilKabupaten, ruang: Workspace) -> dict[str, object]:
    """Return the object that `--json` prints: numbers as plain decimal strings, null where there is none."""
    rekap = hasil.rekap
    return {
        "periode": str(rekap.periode),
        "pemerintah": rekap.pemerintah or None,
        "instansi": [_ringkas_instansi(satu) for satu in rekap.daftar],
        "jumlah": {
            "unit": {"diterima": rekap.diterima, "seluruhnya": rekap.seluruhnya},
            "terlambat": rekap.terlambat,
            "rerata": angka_tersimpan(rekap.rerata),
            "dinilai": len(rekap.dinilai),
            "pagu": angka_tersimpan(rekap.pagu),
            "realisasi": angka_tersimpan(rekap.realisasi),
            "serapan": angka_tersimpan(rekap.serapan),
        },
        "temuan": daftar_terbaca(hasil.daftar_temuan),
        "keluaran": [*map(ruang.relative, hasil.daftar_keluaran)],
    }


def _ringkas_instansi(satu: KinerjaInstansi) -> dict[str, object]:
    return {
        "folder": satu.folder,
        "nama": satu.nama,
        "kode_keluar": satu.kode_keluar,
        "sah": satu.sah,
        "terlambat": satu.terlambat,
        "sementara": satu.sementara,
        "halangan": satu.halangan or None,
        "unit": {"diterima": satu.diterima, "seluruhnya": satu.seluruhnya},
        "capaian": angka_tersimpan(satu.capaian),
        "predikat": satu.predikat or None,
        "pagu": angka_tersimpan(satu.pagu),
        "realisasi": angka_tersimpan(satu.realisasi),
        "serapan": angka_tersimpan(satu.serapan),
        "galat": satu.banyak(Tingkat.GALAT),
        "peringatan": satu.banyak(Tingkat.PERINGATAN),
    }
