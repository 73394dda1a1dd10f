"""Sentences of the analyses, made of the very figures that stand in the tables beside them. Never a cause."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.capaian import RUMUS_NAIK, SERATUS
from lakip_gen.domain.ketelitian import desimal_beda
from lakip_gen.domain.rerata import TanpaCapaian
from lakip_gen.laporan.kalimat import bersatuan, jarak
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.laporan.pandangan import IndikatorPandangan, JumlahPandangan, TahunPandangan
    from lakip_gen.laporan.pandangan_angka import Angka

    Pengambil = Callable[[IndikatorPandangan], Angka]


def kalimat_tren(indikator: Indikator, daftar_tahun: Sequence[TahunPandangan]) -> str:
    """Return one sentence on this year against last year; empty where either is missing.

    Args:
        indikator: The indicator.
        daftar_tahun: Its years as the table shows them, this one last.
    """
    kini = daftar_tahun[-1]
    lalu = next((tahun for tahun in daftar_tahun if tahun.tahun == kini.tahun - 1), None)
    if lalu is None or lalu.realisasi.nilai is None or kini.realisasi.nilai is None:
        return ""
    desimal = desimal_beda(kini.realisasi.nilai, (lalu.realisasi.nilai,), indikator.desimal)
    dulu, sekarang = (_bertanda(tahun.realisasi, indikator, desimal) for tahun in (lalu, kini))
    gerak = _gerak(kini.realisasi.nilai, lalu.realisasi.nilai, indikator)
    arah = f"tetap {sekarang} seperti" if gerak == "tetap" else f"{gerak} menjadi {sekarang} dari {dulu}"
    return f"Realisasi tahun {kini.tahun} {arah} pada tahun {lalu.tahun}{_capaian(kini, lalu)}."


def _bertanda(angka: Angka, indikator: Indikator, desimal: int) -> str:
    """Return a realisasi with at least the decimals that tell it from that of the other year."""
    kurang = indikator.skala is None and len(angka.teks.partition(",")[2]) < desimal
    teks = bahasa.angka(angka.nilai, desimal) if kurang and angka.nilai is not None else angka.teks
    teks = bersatuan(teks, indikator)
    return f"{teks} ({angka.tanda})" if angka.tanda else teks


def _gerak(kini: Decimal, lalu: Decimal, indikator: Indikator) -> str:
    """Return which way a figure went and by how much, counted from the figures as they are printed."""
    desimal = desimal_beda(kini, (lalu,), indikator.desimal)
    kata = bahasa.banding(bulatkan(kini, desimal), bulatkan(lalu, desimal), desimal)
    return f"{kata} {jarak(kini, lalu, indikator)}".rstrip()


def _capaian(kini: TahunPandangan, lalu: TahunPandangan) -> str:
    if kini.capaian.nilai is None or lalu.capaian.nilai is None:
        return ""
    if kini.capaian.teks == lalu.capaian.teks:
        return f"; capaiannya tetap {kini.capaian.persen}"
    kata = "naik" if kini.capaian.nilai > lalu.capaian.nilai else "turun"
    return f"; capaiannya {kata} dari {lalu.capaian.persen} menjadi {kini.capaian.persen}"


def kalimat_target(
    daftar: Sequence[IndikatorPandangan], periode: str, tanpa: Mapping[str, TanpaCapaian | None] = MappingProxyType({})
) -> str:
    """Return one sentence on which indicators reached their target; empty where there are none.

    Args:
        daftar: The indicators.
        periode: The name of the period.
        tanpa: Why those that have no capaian have none, by their number.
    """
    if not daftar:
        return ""
    golongan = _dua_golongan(daftar, _dari_periode, _capai(daftar), "belum mencapai target")
    for sebab in TanpaCapaian:
        milik = [i for i in daftar if (tanpa.get(i.nomor) or TanpaCapaian.TIDAK_DINILAI) is sebab]
        golongan += _sisanya(milik, _dari_periode, sebab.value)
    sebutan = f"indikator sasaran ini pada {periode}"
    return _kalimat(
        _serempak(golongan, sebutan) or f"dari {bahasa.hitungan(len(daftar))} {sebutan}, {_rinci(golongan)}"
    )


def _capai(daftar: Sequence[IndikatorPandangan]) -> str:
    """Return what those that reached their target did: came to it, went beyond it, or some this and some that."""
    tercapai = [nilai for i in daftar if (nilai := i.capaian.nilai) is not None and nilai >= SERATUS]
    kata = {"mencapai": SERATUS in tercapai, "melampaui": any(nilai > SERATUS for nilai in tercapai)}
    return f"{' atau '.join(satu for satu, ada in kata.items() if ada)} target"


def kalimat_renstra(daftar: Sequence[IndikatorPandangan]) -> str:
    """Return one sentence on which indicators stand where the Renstra is to end; empty where there are none."""
    if not daftar:
        return ""
    golongan = _dua_golongan(
        daftar, _dari_renstra, "sudah mencapai target akhir Renstra", "belum mencapai target akhir Renstra"
    )
    golongan += _sisanya(daftar, _dari_renstra, "tidak dapat dibandingkan")
    return _kalimat(f"sampai dengan tahun ini, {_serempak(golongan, 'indikator sasaran ini') or _rinci(golongan)}")


def kalimat_standar(daftar: Sequence[IndikatorPandangan]) -> str:
    """Return one sentence on which indicators meet their national standard, or that none is known."""
    berstandar = [indikator for indikator in daftar if indikator.ada_standar]
    if not berstandar:
        return "Belum ada standar nasional yang tercatat untuk indikator sasaran ini."
    golongan = _dua_golongan(berstandar, _dari_standar, "sudah memenuhi standar itu", "belum memenuhi standar itu")
    golongan += _sisanya(berstandar, _dari_standar, "tidak dapat dibandingkan")
    sebutan = "indikator yang memiliki standar nasional"
    return _kalimat(
        _serempak(golongan, sebutan) or f"dari {bahasa.hitungan(len(berstandar))} {sebutan}, {_rinci(golongan)}"
    )


def kalimat_efisiensi(kinerja: Angka, serapan: Angka, efisiensi: Angka, simpulan: str, *, berbobot: bool) -> str:
    """Return one sentence on the mean capaian against the serapan, or on why they are not compared.

    Args:
        kinerja: The mean capaian, each indicator counted up to 100.
        serapan: The share of the money that was spent.
        efisiensi: Their distance.
        simpulan: The verdict.
        berbobot: Whether the mean is a weighted one.
    """
    if efisiensi.nilai is None:
        return f"Efisiensi sasaran ini {'' if simpulan.startswith('tidak') else 'tidak dinilai: '}{simpulan}."
    if not efisiensi.nilai:
        beda = "sama besar dengan"
    else:
        poin = efisiensi.teks.removeprefix("-")
        beda = f"lebih {'besar' if efisiensi.nilai > 0 else 'kecil'} {poin} poin persentase daripada"
    rata = "Rata-rata tertimbang" if berbobot else "Rata-rata"
    awal = f"{rata} capaian sasaran, tiap indikator dihitung paling tinggi 100% ({kinerja}%),"
    return f"{awal} {beda} serapan anggarannya ({serapan}%). Simpulan: {simpulan}."


def kalimat_penunjang(daftar_program: Sequence[str], banyak: int, anggaran: JumlahPandangan) -> str:
    """Return one sentence on the subkegiatan that serve a sasaran, their programs and their money.

    Args:
        daftar_program: The names of the programs they belong to.
        banyak: How many subkegiatan.
        anggaran: Their money together.
    """
    if not banyak:
        return "Tidak ada anggaran yang dikaitkan dengan sasaran ini."
    asal = f" pada {bahasa.gabung(daftar_program)}" if daftar_program else ""
    awal = f"Sasaran ini ditunjang {bahasa.hitungan(banyak)} subkegiatan{asal} dengan pagu Rp{anggaran.pagu}"
    if anggaran.realisasi.nilai is None:
        return f"{awal}; realisasinya belum dapat dijumlahkan: {anggaran.realisasi}."
    serapan = f" atau {anggaran.serapan}%" if anggaran.serapan.nilai is not None else ""
    tanpa = f" ({anggaran.keterangan} beserta pagunya)" if anggaran.keterangan else ""
    return f"{awal} dan realisasi Rp{anggaran.realisasi}{serapan}{tanpa}."


def _dua_golongan(
    daftar: Sequence[IndikatorPandangan], ambil: Pengambil, sampai: str, belum: str
) -> list[tuple[int, str]]:
    """Return how many indicators reach 100 percent of something and which, and the same of those that do not."""
    dinilai = [(indikator, nilai) for indikator in daftar if (nilai := ambil(indikator).nilai) is not None]
    hasil = []
    for kata, golongan in (
        (sampai, [i for i, nilai in dinilai if nilai >= SERATUS]),
        (belum, [i for i, nilai in dinilai if nilai < SERATUS]),
    ):
        if golongan:
            isi = "; ".join(f"{i.nomor}: {ambil(i).persen}" for i in golongan)
            hasil.append((len(golongan), f"{kata} ({isi})"))
    return hasil


def _sisanya(daftar: Sequence[IndikatorPandangan], ambil: Pengambil, kata: str) -> list[tuple[int, str]]:
    """Return how many indicators have no such figure and which; nothing when all have."""
    tanpa = [indikator for indikator in daftar if ambil(indikator).nilai is None]
    return [(len(tanpa), f"{kata} ({', '.join(i.nomor for i in tanpa)})")] if tanpa else []


def _serempak(golongan: Sequence[tuple[int, str]], sebutan: str) -> str:
    """Return what is said of all indicators alike; empty where they differ."""
    if len(golongan) != 1:
        return ""
    [(banyak, kata)] = golongan
    return f"{'satu-satunya' if banyak == 1 else f'seluruh {bahasa.hitungan(banyak)}'} {sebutan} {kata}"


def _rinci(golongan: Sequence[tuple[int, str]]) -> str:
    return bahasa.gabung([f"{bahasa.hitungan(banyak)} indikator {kata}" for banyak, kata in golongan])


def _kalimat(teks: str) -> str:
    return f"{teks[:1].upper()}{teks[1:]}."


def _dari_periode(indikator: IndikatorPandangan) -> Angka:
    return indikator.capaian


def _dari_renstra(indikator: IndikatorPandangan) -> Angka:
    return indikator.capaian_renstra


def _dari_standar(indikator: IndikatorPandangan) -> Angka:
    return indikator.capaian_standar


def catatan_rumus(daftar_indikator: Sequence[IndikatorPandangan]) -> str:
    """Return which indicators are measured by which formula; empty where all are by R / T × 100."""
    menurut_rumus: dict[str, list[str]] = {}
    for indikator in daftar_indikator:
        menurut_rumus.setdefault(indikator.rumus_capaian, []).append(indikator.nomor)
    biasa = menurut_rumus.pop(RUMUS_NAIK, None)
    if not menurut_rumus:
        return ""
    daftar = [f"indikator {bahasa.gabung(nomor)}: {rumus}" for rumus, nomor in menurut_rumus.items()]
    sisa = [f"indikator lainnya: {RUMUS_NAIK}"] if biasa else []
    return f"Rumus capaian {'; '.join([*daftar, *sisa])} (T = target, R = realisasi)"
