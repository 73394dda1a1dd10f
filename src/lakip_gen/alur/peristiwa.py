"""The events of a quarter: read with the inputs, and written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.sop.pengesahan import kalimat_sah, pengesahan
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis, Peristiwa, baca_peristiwa, tambahkan
from lakip_gen.storage.events import Events, extend_events, take_events
from lakip_gen.storage.inputs import Inputs, reason
from lakip_gen.storage.workspace import Workspace

JEJAK: Final = "jejak "
"""What the names begin with under which events stand among the inputs of a run."""


SAAT_PUN: Final = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for the moment of an event where only what happened counts."""


def saat_ini() -> datetime:
    """Return the moment, to the second, as this computer's clock has it."""
    return datetime.now().astimezone().replace(microsecond=0)


def buku(peristiwa: Events) -> BukuPeristiwa:
    """Return what was recorded, with all that is odd about its file."""
    isi = baca_peristiwa(peristiwa.text, Asal(peristiwa.name))
    return replace(isi, daftar_temuan=(*peristiwa.findings, *isi.daftar_temuan))


def yang_dibagikan(catatan: BukuPeristiwa, lama: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return the fingerprints of all that each unit was handed out, those of older notes with them."""
    baru = catatan.dibagikan
    return {unit: baru.get(unit, frozenset()) | lama.get(unit, frozenset()) for unit in sorted({*baru, *lama})}


def catat(ruang: Workspace, periode: Periode, daftar: Iterable[Peristiwa]) -> BukuPeristiwa:
    """Write events down after those that stand there now, and return all of them.

    Raises:
        OSError: When the file cannot be read or written; it is as it was.
    """
    semua = tuple(daftar)
    teks = extend_events(ruang, periode, lambda lama: tambahkan(lama, semua))
    return baca_peristiwa(teks, Asal(ruang.events(periode).name))


def pastikan_terbuka(ruang: Workspace, periode: Periode, masukan: Inputs | None = None) -> None:
    """Refuse to change anything of a period that is sealed.

    Args:
        ruang: The working folder.
        periode: The period.
        masukan: What was read already.

    Raises:
        SudahDisahkan: When it is.
    """
    if masukan and periode in masukan.events:
        segel = masukan.seals.get(periode)
        sah = segel.said if segel else None
    else:
        sah = pengesahan(buku(take_events(ruang, periode)))
    if sah:
        raise SudahDisahkan(kalimat_sah(periode, sah))


def coba_catat(ruang: Workspace, periode: Periode, daftar: Sequence[Peristiwa]) -> tuple[Temuan, ...]:
    """Write events down that the program notes by itself; return why that cannot be, and try again the next time."""
    try:
        if daftar:
            catat(ruang, periode, daftar)
    except OSError as salah:
        return (tak_tertulis(ruang.events(periode), salah),)
    return ()


def tak_tertulis(berkas: Path, salah: OSError) -> Temuan:
    """Return why a file of what happened cannot be written."""
    return temuan("jejak-tak-tertulis", Asal(f"{berkas.parent.name}/{berkas.name}"), alasan=reason(salah))


def keputusan_panjang(masukan: Inputs, triwulan: Periode) -> tuple[Peristiwa, ...]:
    """Return what the meetings of a semester or a year decided that ends with a quarter."""
    daftar = (satu for periode, satu in masukan.longer.items() if periode.daftar_triwulan[-1] == triwulan)
    return tuple(putus for satu in daftar for putus in buku(satu).daftar_keputusan)


def bekas(masukan: Inputs) -> dict[str, str]:
    """Return what of the events a period's outputs depend on; that a form was seen changes nothing of them."""
    hasil = {}
    terakhir = max(masukan.events, default=None)
    for triwulan, peristiwa in masukan.events.items():
        catatan = buku(peristiwa)
        dibagikan = sorted((unit, *sorted(sidik)) for unit, sidik in catatan.dibagikan.items())
        diterima = [replace(satu, daftar_hal=frozenset()) for satu in catatan.daftar_penerimaan]
        hal = [sorted(map(repr, satu.daftar_hal)) for satu in catatan.daftar_penerimaan]
        kembali = [satu for satu in catatan.berlaku.values() if satu.jenis is Jenis.DIKEMBALIKAN]
        if dibagikan or diterima or kembali or catatan.daftar_temuan:
            hasil[f"{JEJAK}{triwulan}"] = repr((dibagikan, diterima, hal, kembali, catatan.daftar_temuan))
        # What a meeting decided is asked of the units in the next quarter: it changes nothing of its own.
        semua = (*catatan.daftar_keputusan, *keputusan_panjang(masukan, triwulan))
        keputusan = [replace(satu, dicatat=SAAT_PUN) for satu in semua]
        if triwulan != terakhir and keputusan:
            hasil[f"{JEJAK}keputusan {triwulan}"] = repr(keputusan)
    return hasil
