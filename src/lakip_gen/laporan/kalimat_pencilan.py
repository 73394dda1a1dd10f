"""What is said of a mean that a few extreme figures make alone; the mean itself is printed all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.domain.rerata import nilai_tengah, pencilan
from lakip_gen.laporan.sajian import capaian_persen
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.domain.aturan import Aturan
    from lakip_gen.laporan.pandangan_angka import Angka
    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan


def sebutan_pencilan(daftar: Sequence[IndikatorPandangan]) -> str:
    """Return which indicators make the mean of all alone, with their capaian; empty where none does."""
    dinilai = [(nilai, indikator) for indikator in daftar if (nilai := indikator.capaian.nilai) is not None]
    luar = [dinilai[letak][1] for letak in pencilan([nilai for nilai, _ in dinilai])]
    return f"indikator {bahasa.gabung([f'{i.nomor} ({i.capaian.dalam_kurung})' for i in luar])}" if luar else ""


def kalimat_pencilan(daftar: Sequence[IndikatorPandangan], rerata: Angka, aturan: Aturan) -> str:
    """Return one sentence on what makes a mean alone, with the median; empty where nothing does.

    Args:
        daftar: The indicators behind the mean.
        rerata: The mean, whose mark the median shares.
        aturan: The rules.
    """
    sebab = sebutan_pencilan(daftar)
    tengah = nilai_tengah([nilai for i in daftar if (nilai := i.capaian.nilai) is not None])
    if not sebab or tengah is None or rerata.nilai is None:
        return ""
    tanda = f" ({rerata.tanda})" if rerata.tanda else ""
    return (
        f"Rata-rata itu lebih tinggi daripada capaian semua indikator lainnya karena {sebab}; nilai tengah (median) "
        f"capaiannya {capaian_persen(tengah, aturan)}%{tanda}."
    )


def dengan_pencilan(kalimat: str, daftar: Sequence[IndikatorPandangan], rerata: Angka, aturan: Aturan) -> str:
    """Return a sentence on a mean, and behind it the one on what makes that mean alone."""
    return " ".join(filter(None, (kalimat, kalimat_pencilan(daftar, rerata, aturan))))
