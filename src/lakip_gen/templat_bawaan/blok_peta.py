"""The map of capaian: every indicator quarter by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan.blok import INDIKATOR, SASARAN, SUMBER
from lakip_gen.templat_bawaan.tabel import TENGAH, Kolom

if TYPE_CHECKING:
    from lakip_gen.templat_bawaan.naskah import Naskah


def peta(naskah: Naskah, *, setahun: bool) -> None:
    """Append the capaian of every indicator quarter by quarter, figures and words on the ground of their bands.

    Args:
        naskah: The template.
        setahun: Whether the year has a column of its own.
    """
    lebar = 2.0 if setahun else 2.2
    tahun = Kolom("Capaian {{ periode.tahun }} (%)", lebar, _sel_peta("indikator"), TENGAH)
    daftar_kolom = (
        Kolom("No", 1.0, "{{ indikator.nomor }}", TENGAH),
        Kolom("Indikator", 5.5 if setahun else 6.7, "{{ indikator.nama }}", melebar=True),
        *(
            Kolom(f"Capaian {nama} (%)", lebar, _sel_triwulan(urutan), TENGAH, bila=_BILA.get(nama, ""))
            for urutan, nama in enumerate(("TW I", "TW II", "TW III", "TW IV"))
        ),
        *((tahun,) if setahun else ()),
    )
    keterangan = "Peta capaian indikator menurut triwulan Tahun {{ periode.tahun }}"
    with naskah.table(keterangan, daftar_kolom, SUMBER) as tabel, tabel.loop(*SASARAN):
        tabel.band("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}")
        with tabel.loop(*INDIKATOR):
            tabel.row()


_BILA: Final = {"TW IV": "periode.nama_pendek != 'TW III'"}
"""The quarter that a map of three has no column for."""


def _sel_peta(nama: str) -> str:
    """Return a cell of the map: the figure and its predicate, where it has one, on the ground of the band."""
    return f"{{% cellbg {nama}.warna %}}{{{{ {nama}.capaian }}}}\n{_predikat(nama)}"


def _sel_triwulan(urutan: int) -> str:
    """Return the cell of a quarter; a dash where a view has fewer."""
    satu, banyak = f"indikator.daftar_peta[{urutan}]", f"indikator.daftar_peta|length > {urutan}"
    ada = f"if {banyak} else"
    angka = f"{{% cellbg {satu}.warna {ada} 'FFFFFF' %}}{{{{ {satu}.capaian {ada} '–' }}}}"
    return f"{angka}\n{_predikat(satu, f'{banyak} and ')}"


def _predikat(nama: str, syarat: str = "") -> str:
    """Return the line of a predicate; a dash or a mark would but say again what stands above it."""
    return f"{{%p if {syarat}{nama}.predikat not in ('–', 'sementara') %}}\n{{{{ {nama}.predikat }}}}\n{{%p endif %}}"
