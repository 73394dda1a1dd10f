"""Facts that stand before a text of the agency's own, so that nothing typed there can contradict them unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.tindak_lanjut import SELESAI
from lakip_gen.laporan.pandangan import FaktaPandangan
from lakip_gen.laporan.sajian import rupiah_sajian
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.domain.rekap import Rekap
    from lakip_gen.laporan.pandangan import SasaranPandangan
    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan

TERJAUH: Final = 3
"""So many indicators that are furthest from the Renstra's end are named."""
_DUA: Final = 2


def susun_fakta(rekap: Rekap, daftar_sasaran: Sequence[SasaranPandangan], perjanjian: str) -> FaktaPandangan:
    """Return the facts of each place that the agency writes for.

    Args:
        rekap: The figures.
        daftar_sasaran: Their views.
        perjanjian: What the contract in force is called.
    """
    daftar = [indikator for sasaran in daftar_sasaran for indikator in sasaran.daftar_indikator]
    return FaktaPandangan(
        gambaran_umum=_unit(rekap),
        aspek_strategis=tuple(filter(None, (_terbanyak(daftar_sasaran), _termahal(rekap, daftar_sasaran)))),
        isu_strategis=_renstra(daftar),
        perencanaan=tuple(filter(None, (_perjanjian(rekap, daftar, perjanjian), *_tujuan(daftar_sasaran)))),
        perbaikan=_terbuka(daftar_sasaran),
    )


def _unit(rekap: Rekap) -> tuple[str, ...]:
    daftar = [unit.nama for unit in rekap.induk.daftar_unit]
    if not daftar:
        return ()
    banyak = bahasa.hitungan(len(daftar))
    return (f"Capaian dalam laporan ini bersumber dari {banyak} unit kerja: {bahasa.gabung(daftar)}.",)


def _terbanyak(daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return which sasaran most indicators measure; empty where there is no such one."""
    urut = sorted(daftar_sasaran, key=lambda sasaran: -len(sasaran.daftar_indikator))
    if len(urut) < _DUA or len(urut[0].daftar_indikator) == len(urut[1].daftar_indikator):
        return ""
    semua = sum(len(sasaran.daftar_indikator) for sasaran in urut)
    banyak = f"{bahasa.hitungan(len(urut[0].daftar_indikator))} dari {bahasa.hitungan(semua)} indikator"
    return f"Sasaran yang paling banyak diukur adalah {_sebutan(urut[0])}: {banyak}."


def _termahal(rekap: Rekap, daftar_sasaran: Sequence[SasaranPandangan]) -> str:
    """Return which sasaran has most of the money, and how much of all; empty where that is not known."""
    semua = rekap.anggaran.pagu
    urut = sorted(
        ((pagu, sasaran) for sasaran in daftar_sasaran if (pagu := sasaran.anggaran.pagu.nilai)),
        key=lambda satu: -satu[0],
    )
    if not semua or len(urut) < _DUA or urut[0][0] == urut[1][0]:
        return ""
    pagu, sasaran = urut[0]
    bagian = f"Rp{rupiah_sajian(pagu)} atau {bahasa.persen(pagu / semua * SERATUS)}% dari seluruh anggaran"
    return f"Anggaran terbesar mendukung {_sebutan(sasaran)}, yaitu {bagian}."


def _sebutan(sasaran: SasaranPandangan) -> str:
    return f"Sasaran {sasaran.nomor} (“{sasaran.nama}”)"


def _perjanjian(rekap: Rekap, daftar: Sequence[IndikatorPandangan], perjanjian: str) -> str:
    """Return how much the contract promises, and for how much money."""
    utama = sum(indikator.adalah_utama for indikator in daftar)
    bagian = "semuanya" if utama == len(daftar) else f"{bahasa.hitungan(utama)} di antaranya"
    iku = f", {bagian} indikator kinerja utama (IKU)" if utama else ""
    pagu = f", dengan anggaran Rp{rupiah_sajian(rekap.anggaran.pagu)}" if rekap.daftar_anggaran else ""
    renstra = rekap.induk.instansi.renstra
    masa = f" dalam masa Rencana Strategis {renstra}" if renstra else ""
    return (
        f"{perjanjian} Tahun {rekap.induk.tahun}{masa} memuat {bahasa.hitungan(len(rekap.daftar_sasaran))} sasaran "
        f"strategis dan {bahasa.hitungan(len(daftar))} indikator kinerja{iku}{pagu}."
    )


def _tujuan(daftar_sasaran: Sequence[SasaranPandangan]) -> tuple[str, ...]:
    """Return which tujuan of the Renstra is served by which sasaran; empty where none is known."""
    menurut_tujuan: dict[str, list[str]] = {}
    for sasaran in daftar_sasaran:
        if sasaran.tujuan:
            menurut_tujuan.setdefault(sasaran.tujuan, []).append(str(sasaran.nomor))
    if len(menurut_tujuan) == 1 and sum(map(len, menurut_tujuan.values())) == len(daftar_sasaran) >= _DUA:
        return (f"Seluruh sasaran mendukung satu tujuan Rencana Strategis: “{next(iter(menurut_tujuan))}”.",)
    bagian = [f"“{tujuan}” (Sasaran {bahasa.gabung(nomor)})" for tujuan, nomor in menurut_tujuan.items()]
    return (f"Tujuan Rencana Strategis yang didukung: {'; '.join(bagian)}.",) if bagian else ()


def _renstra(daftar: Sequence[IndikatorPandangan]) -> tuple[str, ...]:
    """Return how far from the Renstra's end its indicators are, and which are furthest."""
    semua = [indikator for indikator in daftar if indikator.target_renstra.teks != bahasa.KOSONG]
    nilai = [(satu, indikator) for indikator in daftar if (satu := indikator.capaian_renstra.nilai) is not None]
    kurang = sorted((satu for satu in nilai if satu[0] < SERATUS), key=lambda satu: satu[0])
    if not kurang:
        return ()
    terjauh = [f"{indikator.nama} ({indikator.capaian_renstra.dalam_kurung})" for _, indikator in kurang[:TERJAUH]]
    if len(semua) == 1:
        return (f"Satu-satunya indikator yang memiliki target akhir Renstra belum mencapainya: {terjauh[0]}.",)
    belum = [f"{bahasa.hitungan(len(kurang))} belum mencapainya"]
    if tanpa := len(semua) - len(nilai):
        belum.append(f"{bahasa.hitungan(tanpa)} belum dapat dibandingkan")
    banyak = f"{bahasa.hitungan(len(semua))} indikator yang memiliki target akhir Renstra"
    sebutan = "yang terjauh" if len(kurang) > 1 else "yang belum mencapai"
    return (f"Dari {banyak}, {bahasa.gabung(belum)}; {sebutan}: {bahasa.gabung(terjauh)}.",)


def _terbuka(daftar_sasaran: Sequence[SasaranPandangan]) -> tuple[str, ...]:
    """Return how many promises of the units go over into next year."""
    daftar = [janji for sasaran in daftar_sasaran for janji in sasaran.daftar_tindak_lanjut]
    terbuka = sum(janji.keadaan not in SELESAI for janji in daftar)
    if not terbuka:
        return ()
    banyak = f"Sebanyak {bahasa.hitungan(terbuka)} dari {bahasa.hitungan(len(daftar))}"
    awal = bahasa.seluruh(len(daftar)) if terbuka == len(daftar) else banyak
    lanjut = "tindak lanjut yang dijanjikan unit masih terbuka pada akhir periode dan diteruskan ke periode berikutnya"
    return (bahasa.kalimat(f"{awal} {lanjut}"),)
