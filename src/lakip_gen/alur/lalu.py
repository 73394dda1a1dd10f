"""What the periods reported before a run: read, compared with what they would report by now, and kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lakip_gen.alur.baca import Maju, diam
from lakip_gen.alur.periksa import HasilPeriksa, periksa_masukan, rekap_hasil
from lakip_gen.alur.peristiwa import bekas, tak_tertulis
from lakip_gen.domain.periode import TAHUN_TERAKHIR, Periode, periode_setahun
from lakip_gen.domain.rekap import Rekap
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.laporan.terlapor import (
    BUKU_INDUK,
    Laporan,
    Perbedaan,
    baca_laporan,
    bandingkan_angka,
    catat_angka,
    isi_lain,
    tulis_laporan,
)
from lakip_gen.storage.figures import set_figures_aside, take_figures, write_figures
from lakip_gen.storage.inputs import Inputs, take_inputs
from lakip_gen.storage.seals import Seal, read_sealed, take_seal
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest

DISEBUT: Final = 3
"""So many figures are named in a finding."""


@dataclass(frozen=True, slots=True)
class Lalu:
    """What was reported before a run.

    Attributes:
        laporan: By period, of the year and the next, in their order.
        berkas: The SHA-256 of each file that this run reads.
        sidik: The fingerprint of all that the figures depend on.
        sah: The periods that are sealed.
        rusak: The periods that reported, but of which nobody can read what.
    """

    laporan: Mapping[Periode, Laporan]
    berkas: Mapping[str, str]
    sidik: str
    sah: frozenset[Periode] = frozenset()
    rusak: tuple[Periode, ...] = ()

    def lewat(self, periode: Periode, *lain: Periode) -> bool:
        """Return whether a period is the past: it is sealed, or one that ends later has reported."""
        dilaporkan = (*self.laporan, *self.rusak, *lain)
        return periode in self.sah or any(satu.akhir > periode.akhir for satu in dilaporkan)

    def berganti(self, periode: Periode) -> frozenset[str]:
        """Return the files that a period did not report from as they are now."""
        dulu = self.laporan[periode].berkas
        return frozenset(nama for nama in {*dulu, *self.berkas} if dulu.get(nama) != self.berkas.get(nama))


@dataclass(frozen=True, slots=True)
class Dicetak:
    """A draft that was made just now.

    Attributes:
        sidik: The SHA-256 of its bytes.
        isi: The fingerprint of all that its report prints.
        asal: The SHA-256 of the edited draft that it goes on from; empty where there is none.
    """

    sidik: str
    isi: str
    asal: str = ""


def baca_lalu(masukan: Inputs, tahun: int) -> Lalu:
    """Return what the periods reported before a run.

    Raises:
        OSError: When a file of it cannot be read now.
    """
    daftar = [satu for ke in (tahun, tahun + 1) if ke <= TAHUN_TERAKHIR for satu in periode_setahun(ke)]
    sah = {satu: seal for satu in daftar if (seal := _segel(masukan, satu))}
    disahkan = {satu: teks for satu, seal in sah.items() if (teks := _angka_sah(masukan.workspace, seal))}
    teks_angka = {**take_figures(masukan.workspace, daftar), **disahkan}
    terbaca = {periode: baca_laporan(teks) for periode, teks in sorted(teks_angka.items())}
    jejak = bekas(masukan)
    sidik = digest(repr(sorted((masukan.fingerprint() | jejak).items())).encode(errors="backslashreplace"))
    semua = (masukan.induk, *(satu for formulir in masukan.forms.values() for satu in formulir))
    return Lalu(
        laporan={periode: satu for periode, satu in terbaca.items() if satu},
        berkas={satu.name: satu.digest for satu in semua}
        | {nama: digest(isi.encode(errors="backslashreplace")) for nama, isi in jejak.items()},
        sidik=sidik,
        sah=frozenset(sah),
        rusak=tuple(periode for periode, satu in terbaca.items() if satu is None),
    )


def _segel(masukan: Inputs, periode: Periode) -> Seal | None:
    if periode in masukan.events:
        return masukan.seals.get(periode)
    return take_seal(masukan.workspace, periode)


def _angka_sah(ruang: Workspace, sah: Seal) -> str:
    """Return the figures of a period as they were sealed; empty where its archive is not whole."""
    isi = read_sealed(ruang, sah, "jejak").get(ruang.figures(sah.period).name, b"")
    return isi.decode(errors="replace")


def bandingkan_dengan_lalu(
    masukan: Inputs, hasil: HasilPeriksa, rekap: Rekap, draf: Dicetak | None = None
) -> tuple[HasilPeriksa, Lalu, tuple[Perbedaan, ...]]:
    """Return what was found together with what is odd about the past, what was reported, and what differs from it."""
    lalu = baca_lalu(masukan, hasil.periode.tahun)
    perubahan = daftar_perbedaan(hasil, rekap, lalu)
    perubahan += tuple(_isi_lain(draf, hasil.periode, lalu, perubahan)) if draf else ()
    tambahan = (*temuan_perbedaan(perubahan), *temuan_sah(perubahan, lalu), *_temuan_rusak(masukan.workspace, lalu))
    return replace(hasil, daftar_temuan=(*hasil.daftar_temuan, *tambahan)), lalu, perubahan


def periksa_dengan_lalu(
    ruang: Workspace, periode: Periode, maju: Maju = diam
) -> tuple[HasilPeriksa, tuple[Perbedaan, ...]]:
    """Return what is found in the forms of a period, and what it would not report any more as it did.

    Raises:
        OSError: When what was reported cannot be read now.
    """
    masukan = take_inputs(ruang, periode.tahun, periode.sampai_dengan)
    hasil = periksa_masukan(masukan, periode, maju)
    rekap = rekap_hasil(hasil)
    if rekap is None:
        return hasil, ()
    hasil, _, perubahan = bandingkan_dengan_lalu(masukan, hasil, rekap)
    return hasil, perubahan


def _isi_lain(draf: Dicetak, periode: Periode, lalu: Lalu, daftar: Iterable[Perbedaan]) -> Iterator[Perbedaan]:
    """Give what else of a past period is no longer printed as it was, where nothing else of it is listed."""
    dulu = lalu.laporan.get(periode)
    if dulu is None or dulu.draf == draf.sidik or not lalu.lewat(periode):
        return
    if all(satu.periode != periode for satu in daftar):
        yield from isi_lain(periode, dulu.isi, draf.isi, lalu.berganti(periode))


def _temuan_rusak(ruang: Workspace, lalu: Lalu) -> tuple[Temuan, ...]:
    """Return which periods reported what nobody can read any more."""
    return tuple(
        temuan(
            "angka-rusak", Asal(ruang.relative(ruang.figures(periode))), periode=periode.nama, kode_periode=str(periode)
        )
        for periode in lalu.rusak
    )


def daftar_perbedaan(hasil: HasilPeriksa, rekap: Rekap, lalu: Lalu) -> tuple[Perbedaan, ...]:
    """Return what a period and those before it would not report any more as they did."""
    dahulu = [periode for periode in lalu.laporan if periode <= hasil.periode]
    return tuple(satu for periode in dahulu for satu in _berubah(hasil, rekap, lalu, periode))


def _berubah(hasil: HasilPeriksa, rekap: Rekap, lalu: Lalu, periode: Periode) -> Iterator[Perbedaan]:
    lewat = lalu.lewat(periode, hasil.periode)
    dulu = lalu.laporan[periode].pembanding(lalu.sidik, selesai=lewat)
    kini = rekap if periode == hasil.periode else rekap_hasil(replace(hasil, periode=periode))
    if dulu is not None and kini is not None:
        yield from bandingkan_angka(periode, dulu, catat_angka(kini), selesai=lewat, berganti=lalu.berganti(periode))


def temuan_perbedaan(daftar: Iterable[Perbedaan]) -> tuple[Temuan, ...]:
    """Return what is odd about changes of the past: only forms may bring them about."""
    milik = [satu for satu in daftar if satu.lewat and not satu.dari_unit]
    if not milik:
        return ()
    lebih = f", dan {len(milik) - DISEBUT} lainnya" if len(milik) > DISEBUT else ""
    disebut = "; ".join(f"{satu.indikator} {satu.apa} ({satu.sebab})" for satu in milik[:DISEBUT])
    return (temuan("masa-lalu-berubah", Asal(BUKU_INDUK), daftar=f"{disebut}{lebih}"),)


def temuan_sah(daftar: Iterable[Perbedaan], lalu: Lalu) -> tuple[Temuan, ...]:
    """Return the figures of sealed periods that the buku induk would no longer give: one finding for each period."""
    hasil = []
    for periode in sorted(lalu.sah):
        milik = [satu for satu in daftar if satu.periode == periode and satu.berangka]
        if milik:
            disebut = "; ".join(_dulu_sekarang(satu) for satu in milik[:DISEBUT])
            lebih = f", dan {len(milik) - DISEBUT} lainnya" if len(milik) > DISEBUT else ""
            hasil.append(temuan("angka-sah-berbeda", Asal(BUKU_INDUK), nilai=periode.nama, daftar=f"{disebut}{lebih}"))
    return tuple(hasil)


def _dulu_sekarang(satu: Perbedaan) -> str:
    return f"{satu.indikator} {satu.apa} {satu.dulu or '–'}, kini {satu.sekarang or '–'} ({satu.sebab})"


def sejak_draf(rekap: Rekap, lalu: Lalu, asal: str) -> tuple[Perbedaan, ...]:
    """Return what a period reports otherwise than the edited draft that its new one goes on from.

    Args:
        rekap: What it reports by now.
        lalu: What was reported before the run.
        asal: The SHA-256 of the edited draft.
    """
    dulu = lalu.laporan.get(rekap.periode)
    if dulu is None:
        return ()
    return tuple(bandingkan_angka(rekap.periode, dulu.angka_draf(asal), catat_angka(rekap), selesai=False))


def draf_tetap(periode: Periode, lalu: Lalu, daftar: Iterable[Perbedaan]) -> str:
    """Return the SHA-256 of the draft that stays, since the buku induk says something else now; empty where none does.

    What forms change may be brought up to date in place.
    """
    dulu = lalu.laporan.get(periode)
    milik_induk = any(satu.lewat and not satu.dari_unit for satu in daftar)
    return dulu.draf if dulu and milik_induk and lalu.lewat(periode) else ""


def simpan_laporan(ruang: Workspace, rekap: Rekap, draf: Dicetak, lalu: Lalu) -> tuple[Temuan, ...]:
    """Keep what a period reports, unless it did so before a later one: that stays; return why it cannot be kept."""
    dulu = lalu.laporan.get(rekap.periode)
    if dulu is not None and lalu.lewat(rekap.periode):
        return ()
    baru = Laporan(
        angka=catat_angka(rekap),
        draf=draf.sidik,
        sidik=lalu.sidik,
        sebelum=dulu.pembanding(lalu.sidik, selesai=False) if dulu else None,
        berkas=lalu.berkas,
        isi=draf.isi,
        asal=draf.asal,
        angka_asal=dulu.angka_draf(draf.asal) if dulu and draf.asal else None,
    )
    try:
        if rekap.periode in lalu.rusak:
            set_figures_aside(ruang, rekap.periode)
        write_figures(ruang, rekap.periode, tulis_laporan(baru))
    except OSError as salah:
        return (tak_tertulis(ruang.figures(rekap.periode), salah),)
    return ()
