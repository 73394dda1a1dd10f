"""The evidence of a period: which step or indicator a file shows, what is missing, and what is shown twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nama_berkas import kode_tersebut
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.pesan.bahasa import gabung
from lakip_gen.sop.peristiwa import BukuPeristiwa
from lakip_gen.sop.rekaman import langkah_bukti

FOLDER = "/bukti/"
"""Stands in the path of each file of evidence."""


@dataclass(frozen=True, slots=True)
class BerkasBukti:
    """A file of evidence.

    Attributes:
        letak: Where it lies, by path from the working folder.
        periode: The period whose evidence it is.
        sidik: What is the same for files with the same bytes, and for no others; empty where no other is as long.
    """

    letak: str
    periode: Periode
    sidik: str = ""

    @property
    def nama(self) -> str:
        """Its name."""
        return self.letak.rpartition("/")[2]

    @property
    def langkah(self) -> str:
        """The step that it shows, by its name; empty where it names none."""
        return langkah_bukti(self.letak)

    def indikator(self, daftar: Iterable[Indikator]) -> Indikator | None:
        """Return the indicator that it shows, by its name; None where it names none or a step."""
        per_kode = {satu.kode: satu for satu in daftar}
        return None if self.langkah else per_kode.get(kode_tersebut(self.nama, per_kode))


def daftar_temuan_bukti(
    periode: Periode, setahun: Sequence[BerkasBukti], catatan: BukuPeristiwa, daftar_indikator: Sequence[Indikator]
) -> tuple[Temuan, ...]:
    """Return what is odd about a period's evidence.

    Args:
        periode: The period.
        setahun: The evidence of the whole year.
        catatan: The events of the period.
        daftar_indikator: The indicators that may be shown.
    """
    milik = [satu for satu in setahun if satu.periode == periode]
    return (
        *_hilang(milik, catatan),
        *_kembar(milik, setahun, daftar_indikator),
        *_tanpa_nama(milik, catatan, daftar_indikator),
        *_belum_ada(milik, daftar_indikator, periode),
    )


def _hilang(milik: Iterable[BerkasBukti], catatan: BukuPeristiwa) -> Iterator[Temuan]:
    """Yield the files that an event names and that are not there."""
    ada = {satu.letak for satu in milik}
    for nomor, satu in catatan.berlaku.items():
        if FOLDER in satu.berkas and satu.berkas not in ada:
            tentang = f"langkah {satu.langkah}" if satu.langkah else f"jawaban {satu.unit}"
            yield temuan("bukti-hilang", Asal(satu.berkas), nilai=nomor, tentang=tentang)


def _kembar(
    milik: Iterable[BerkasBukti], setahun: Iterable[BerkasBukti], daftar_indikator: Sequence[Indikator]
) -> Iterator[Temuan]:
    """Yield each file that lies in another period too, or shows the indicator of another unit as well."""
    for satu in milik:
        lain = [
            kedua
            for kedua in setahun
            if satu.sidik and kedua.sidik == satu.sidik and _berbeda(satu, kedua, daftar_indikator)
        ]
        if lain:
            yield temuan("bukti-kembar", Asal(satu.letak), nilai=gabung([kedua.letak for kedua in lain]))


def _berbeda(satu: BerkasBukti, lain: BerkasBukti, daftar_indikator: Sequence[Indikator]) -> bool:
    if satu.periode != lain.periode:
        return True
    pertama, kedua = satu.indikator(daftar_indikator), lain.indikator(daftar_indikator)
    return pertama is not None and kedua is not None and not {*pertama.daftar_unit} & {*kedua.daftar_unit}


def _tanpa_nama(
    milik: Iterable[BerkasBukti], catatan: BukuPeristiwa, daftar_indikator: Sequence[Indikator]
) -> Iterator[Temuan]:
    """Yield the files whose name tells neither step nor indicator, and that no event names."""
    disebut = {satu.berkas for satu in catatan.berlaku.values()}
    for satu in milik:
        if satu.letak not in disebut and not satu.langkah and satu.indikator(daftar_indikator) is None:
            yield temuan("bukti-tanpa-nama", Asal(satu.letak))


def _belum_ada(
    milik: Iterable[BerkasBukti], daftar_indikator: Sequence[Indikator], periode: Periode
) -> Iterator[Temuan]:
    """Yield the indicators without evidence, where the office keeps some for others of the same period."""
    ada = {indikator.kode for satu in milik if (indikator := satu.indikator(daftar_indikator))}
    belum = [satu.kode for satu in daftar_indikator if satu.kode not in ada]
    if ada and belum:
        yield temuan("bukti-belum-ada", Asal(f"bukti/{periode.folder}"), nilai=gabung(belum))
