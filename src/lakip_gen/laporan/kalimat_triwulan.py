"""In which quarters of the year which indicators reached their targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.capaian import SERATUS
from lakip_gen.laporan.sajian import nomor_bertanda
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan

_TIDAK_PERNAH: Final = "tidak mencapai target triwulan mana pun"
_BELUM_PERNAH: Final = "belum mencapai target pada triwulan yang ada angkanya"
_DUA: Final = 2


def kalimat_triwulan(daftar: Sequence[IndikatorPandangan]) -> str:
    """Return in which quarters which indicators reached their targets; empty where none was measured twice."""
    menurut_pola: dict[str, list[str]] = {}
    for indikator in daftar:
        dinilai = [
            (t.nama, t.capaian.nilai >= SERATUS) for t in indikator.daftar_triwulan if t.capaian.nilai is not None
        ]
        if len(dinilai) >= _DUA:
            pola = _pola(dinilai, len(indikator.daftar_triwulan), lengkap=_lengkap(indikator))
            nomor = nomor_bertanda(indikator.nomor, _tanda_triwulan(indikator))
            menurut_pola.setdefault(pola, []).append(nomor)
    gagal = {pola: menurut_pola.pop(pola) for pola in (_TIDAK_PERNAH, _BELUM_PERNAH) if pola in menurut_pola}
    bagian = [f"indikator {bahasa.gabung(nomor)} {pola}" for pola, nomor in menurut_pola.items()]
    daftar_kalimat = (
        f"Target triwulan tercapai pada {'; '.join(bagian)}." if bagian else "",
        *(f"Indikator {bahasa.gabung(nomor)} {pola}." for pola, nomor in gagal.items()),
    )
    return " ".join(filter(None, daftar_kalimat))


def _lengkap(indikator: IndikatorPandangan) -> bool:
    """Return whether every quarter that has a target has its figure."""
    return all(t.realisasi.ada or t.capaian.ada or t.target.teks == bahasa.KOSONG for t in indikator.daftar_triwulan)


def _tanda_triwulan(indikator: IndikatorPandangan) -> str:
    """Return the mark of the quarters' capaian; empty where all are final."""
    return next((t.capaian.tanda for t in indikator.daftar_triwulan if t.capaian.ada and t.capaian.tanda), "")


def _pola(dinilai: Sequence[tuple[str, bool]], semua: int, *, lengkap: bool) -> str:
    """Return when a target was reached, quarter by quarter; of a year with gaps no more than what is known.

    Args:
        dinilai: The quarters with a capaian, and whether it came to 100.
        semua: How many quarters there are.
        lengkap: Whether every quarter that has a target has its figure.
    """
    capai = [nama for nama, tercapai in dinilai if tercapai]
    if not capai:
        return _TIDAK_PERNAH if lengkap else _BELUM_PERNAH
    if not lengkap:
        return f"pada {bahasa.gabung(capai)} (dari {len(dinilai)} triwulan yang ada angkanya)"
    if len(capai) == len(dinilai):
        return "sepanjang tahun" if len(dinilai) == semua else f"pada semua triwulan yang dinilai ({', '.join(capai)})"
    if all(tercapai for _, tercapai in dinilai[-len(capai) :]):
        return f"sejak {capai[0]}" if len(capai) > 1 else f"baru pada {capai[0]}"
    return f"hanya pada {bahasa.gabung(capai)}"
