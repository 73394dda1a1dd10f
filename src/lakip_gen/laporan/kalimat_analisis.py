"""Sentences of the analyses, made of the very figures that stand in the tables beside them. Never a cause."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.angka_tertulis import bulatkan
from lakip_gen.domain.capaian import BERIMBANG, SERATUS, Arah
from lakip_gen.domain.ketelitian import desimal_beda
from lakip_gen.domain.nilai import BelumDilaporkan
from lakip_gen.domain.rerata import MENUNGGU, TanpaCapaian
from lakip_gen.laporan.kalimat_indikator import bersatuan, jarak
from lakip_gen.laporan.sajian import nomor_bertanda
from lakip_gen.pesan import bahasa

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    from lakip_gen.domain.kinerja import Indikator
    from lakip_gen.laporan.pandangan import JumlahPandangan
    from lakip_gen.laporan.pandangan_angka import Angka
    from lakip_gen.laporan.pandangan_indikator import IndikatorPandangan, TahunPandangan

    Pengambil = Callable[[IndikatorPandangan], Angka]
    Tanpa = Mapping[str, TanpaCapaian | None]


TAK_TERBANDING: Final = "tidak dapat dibandingkan"
TANPA_SEBAB: Final[Tanpa] = MappingProxyType({})
"""Of no indicator it is known why it has no capaian."""
TETAP: Final = "tetap"
TREN: Final = ("membaik", "memburuk", TETAP)
_AWAL_EFISIENSI: Final = {
    "efisien": "Sumber daya dipakai secara efisien",
    "tidak efisien": "Sumber daya belum dipakai secara efisien",
    BERIMBANG: "Hasil dan pemakaian sumber daya berimbang",
}
"""How the sentence on efficiency begins, by its verdict."""
_DUA: Final = 2


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
    mutu = f" ({tren(indikator, daftar_tahun)})" if indikator.arah is Arah.TURUN else ""
    arah = f"tetap {sekarang} seperti" if gerak == TETAP else f"{gerak}{mutu} menjadi {sekarang} dari {dulu}"
    return f"Realisasi tahun {kini.tahun} {arah} pada tahun {lalu.tahun}{_capaian(kini, lalu)}."


def tren(indikator: Indikator, daftar_tahun: Sequence[TahunPandangan]) -> str:
    """Return whether this year is better, worse or the same as last year for its arah; empty where one is missing.

    Of a range that is told by the capaian of both years; within it nothing is better than the rest.
    """
    kini, lalu = daftar_tahun[-1], next((t for t in daftar_tahun if t.tahun == daftar_tahun[-1].tahun - 1), None)
    if lalu is None:
        return ""
    baru, lama = (satu.capaian if indikator.arah is Arah.RENTANG else satu.realisasi for satu in (kini, lalu))
    if baru.nilai is None or lama.nilai is None:
        return ""
    desimal = desimal_beda(baru.nilai, (lama.nilai,), indikator.desimal)
    kata = bahasa.banding(bulatkan(baru.nilai, desimal), bulatkan(lama.nilai, desimal), desimal)
    if kata == TETAP:
        return TETAP
    return "membaik" if (kata == "naik") is (indikator.arah is not Arah.TURUN) else "memburuk"


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


def kalimat_target(daftar: Sequence[IndikatorPandangan], tanpa: Tanpa = TANPA_SEBAB) -> str:
    """Return one sentence on which indicators reached their target; empty where there are none.

    Args:
        daftar: The indicators.
        tanpa: Why those that have no capaian have none, by their number.
    """
    if not daftar:
        return ""
    golongan = _dua_golongan(daftar, _dari_periode, _capai(daftar), "belum mencapai target")
    for sebab in TanpaCapaian:
        milik = [i for i in daftar if (tanpa.get(i.nomor) or TanpaCapaian.TIDAK_DINILAI) is sebab]
        golongan += _sisanya(milik, _dari_periode, sebab.value)
    return bahasa.kalimat(_dari_sekian(golongan, len(daftar), "indikator sasaran ini"))


def _capai(daftar: Sequence[IndikatorPandangan]) -> str:
    """Return what those that reached their target did: came to it, went beyond it, or some this and some that."""
    tercapai = [nilai for i in daftar if (nilai := i.capaian.nilai) is not None and nilai >= SERATUS]
    kata = {"mencapai": SERATUS in tercapai, "melampaui": any(nilai > SERATUS for nilai in tercapai)}
    return f"{' atau '.join(satu for satu, ada in kata.items() if ada)} target"


def kalimat_perkembangan(daftar: Sequence[IndikatorPandangan], tahun: int, tanpa: Tanpa = TANPA_SEBAB) -> str:
    """Return what a table of years does not say: what got better since last year, and what is best of all years.

    Args:
        daftar: The indicators; empty gives an empty text.
        tahun: The report's year.
        tanpa: Why those that have no capaian have none, by their number.
    """
    if not daftar:
        return ""
    tetap = not any(map(_tanda, daftar))
    golongan = [
        (len(milik), _disebut(kata, milik, len(daftar) if tetap else 0))
        for kata in TREN
        if (milik := [_nomor_bertanda(i) for i in daftar if i.tren == kata])
    ]
    if not golongan:
        return _tak_terbanding(daftar, "realisasi", f"tahun {tahun - 1}", tanpa)
    golongan += _tanpa_banding([i for i in daftar if not i.tren], tanpa)
    awal = f"Dibandingkan dengan tahun {tahun - 1}, realisasi {_berapa(golongan, 'indikator')}."
    return " ".join(filter(None, (awal, _terbaik(daftar, tahun))))


def _tak_terbanding(daftar: Sequence[IndikatorPandangan], apa: str, dengan: str, tanpa: Tanpa) -> str:
    """Return that something of all indicators of a sasaran cannot be compared, and why where it is not reported."""
    awal = f"{apa} {bahasa.seluruh(len(daftar))} indikator sasaran ini belum dapat dibandingkan dengan {dengan}"
    kata = {_sebab(i, tanpa) for i in daftar}
    karena = f" karena {kata.pop()}" if len(kata) == 1 and TAK_TERBANDING not in kata else ""
    return bahasa.kalimat(f"{awal}{karena}")


def _tanpa_banding(daftar: Sequence[IndikatorPandangan], tanpa: Tanpa) -> list[tuple[int, str]]:
    """Return how many indicators cannot be compared and which, those that are not reported apart from the others."""
    menurut = {sebab.value: list[str]() for sebab in MENUNGGU} | {TAK_TERBANDING: []}
    for i in daftar:
        menurut[_sebab(i, tanpa)].append(i.nomor)
    return [(len(nomor), f"{kata} ({', '.join(nomor)})") for kata, nomor in menurut.items() if nomor]


def _sebab(indikator: IndikatorPandangan, tanpa: Tanpa) -> str:
    """Return why an indicator is not compared: it is not reported, or what it would be compared with is not there."""
    sebab = tanpa.get(indikator.nomor)
    menunggu = sebab is not None and sebab in MENUNGGU and indikator.realisasi.nilai is None
    return sebab.value if sebab is not None and menunggu else TAK_TERBANDING


def _nomor_bertanda(indikator: IndikatorPandangan) -> str:
    return nomor_bertanda(indikator.nomor, _tanda(indikator))


def _tanda(indikator: IndikatorPandangan) -> str:
    """Return the mark of this year's realisasi."""
    return indikator.daftar_tahun[-1].realisasi.tanda


def _terbaik(daftar: Sequence[IndikatorPandangan], tahun: int) -> str:
    """Return which indicators have never been better in all years that are known; empty where none has."""
    menurut_tahun: dict[int, list[str]] = {}
    for indikator in daftar:
        *dulu, kini = [(satu.tahun, satu.realisasi.nilai) for satu in indikator.daftar_tahun]
        nilai = [angka for _, angka in dulu if angka is not None]
        if indikator.tren != TREN[0] or len(nilai) < _DUA or len(nilai) < len(dulu) or kini[1] is None:
            continue
        if indikator.arah == Arah.RENTANG.value or _tanda(indikator):
            continue
        if kini[1] < min(nilai) if indikator.arah == Arah.TURUN.value else kini[1] > max(nilai):
            menurut_tahun.setdefault(dulu[0][0], []).append(indikator.nomor)
    bagian = [f"sejak tahun {awal} pada {_sekian(nomor, len(daftar))}" for awal, nomor in sorted(menurut_tahun.items())]
    return f"Hasil tahun {tahun} terbaik {'; '.join(bagian)}." if bagian else ""


def _sekian(daftar_nomor: Sequence[str], semua: int) -> str:
    """Return which indicators, by their numbers, or that it is all of them."""
    return "semua indikator" if 1 < semua == len(daftar_nomor) else f"indikator {bahasa.gabung(daftar_nomor)}"


def kalimat_renstra(daftar: Sequence[IndikatorPandangan], akhir: int | None = None, tanpa: Tanpa = TANPA_SEBAB) -> str:
    """Return one sentence on which indicators stand where the Renstra is to end; empty where there are none.

    Args:
        daftar: The indicators.
        akhir: The last year of the Renstra; None where nobody said.
        tanpa: Why those that have no capaian have none, by their number.
    """
    if not daftar:
        return ""
    sasaran = f"target akhir Renstra{f' tahun {akhir}' if akhir else ''}"
    golongan = _dua_golongan(daftar, _dari_renstra, f"sudah mencapai {sasaran}", f"belum mencapai {sasaran}")
    if not golongan:
        return _tak_terbanding(daftar, "capaian", sasaran, tanpa)
    if len(golongan) > 1:
        golongan = _dua_golongan(daftar, _dari_renstra, f"sudah mencapai {sasaran}", "belum")
    golongan += _tanpa_banding([i for i in daftar if i.capaian_renstra.nilai is None], tanpa)
    return f"Sampai dengan tahun ini, {_berapa(golongan, 'indikator sasaran ini')}."


def kalimat_standar(daftar: Sequence[IndikatorPandangan], tanpa: Tanpa = TANPA_SEBAB) -> str:
    """Return one sentence on which indicators meet their national standard, or that none is known."""
    berstandar = [indikator for indikator in daftar if indikator.ada_standar]
    if not berstandar:
        return "Belum ada standar nasional yang tercatat untuk indikator sasaran ini."
    if len(berstandar) == 1 and (nilai := berstandar[0].capaian_standar.nilai) is not None:
        [satu], kata = berstandar, "sudah" if nilai >= SERATUS else "belum"
        hasil = f"{kata} memenuhi standar itu ({satu.capaian_standar.dalam_kurung})"
        return f"Indikator {satu.nomor}, satu-satunya yang memiliki standar nasional, {hasil}."
    golongan = _dua_golongan(berstandar, _dari_standar, "sudah memenuhi standar itu", "belum memenuhi standar itu")
    golongan += _tanpa_banding([i for i in berstandar if i.capaian_standar.nilai is None], tanpa)
    return bahasa.kalimat(_dari_sekian(golongan, len(berstandar), "indikator yang memiliki standar nasional"))


def kalimat_pembanding(daftar: Sequence[IndikatorPandangan]) -> str:
    """Return one sentence on the figures of others than the national standard; empty where none is compared."""
    semua = [(i.nomor, satu) for i in daftar for satu in i.daftar_pembanding[1 if i.ada_standar else 0 :]]
    bagian = [
        f"indikator {nomor} adalah {satu.capaian.persen} ({satu.nama})" for nomor, satu in semua if satu.capaian.ada
    ]
    return f"Terhadap pembanding lain, capaian {'; '.join(bagian)}." if bagian else ""


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
    beda = "sama dengan"
    if efisiensi.nilai:
        poin = efisiensi.teks.lstrip(bahasa.MINUS)
        beda = f"{poin} poin persentase di {'atas' if efisiensi.nilai > 0 else 'bawah'}"
    rata = (
        f"rata-rata {'tertimbang ' if berbobot else ''}capaian {kinerja}% (tiap indikator dihitung paling tinggi 100%)"
    )
    awal = _AWAL_EFISIENSI.get(simpulan, "Efisiensi tidak dinilai karena target sasaran belum tercapai")
    return f"{awal}: {rata} {beda} serapan anggaran {serapan}%."


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
        sebab = "" if anggaran.realisasi.teks == BelumDilaporkan().alasan else "belum dapat dijumlahkan: "
        return f"{awal}; realisasinya {sebab}{anggaran.realisasi}."
    serapan = f" atau {anggaran.serapan}%" if anggaran.serapan.nilai is not None else ""
    tanpa = f" ({anggaran.keterangan} beserta pagunya)" if anggaran.keterangan else ""
    return f"{awal} dan realisasi Rp{anggaran.realisasi}{serapan}{tanpa}."


def _dua_golongan(
    daftar: Sequence[IndikatorPandangan], ambil: Pengambil, sampai: str, belum: str
) -> list[tuple[int, str]]:
    """Return how many indicators reach 100 percent of something and which, and the same of those that do not.

    Of those that reach it the number is enough: the table has the figures. How far the rest are is told.
    """
    dinilai = [(indikator, nilai) for indikator in daftar if (nilai := ambil(indikator).nilai) is not None]
    capai = [_sudah(i, ambil) for i, nilai in dinilai if nilai >= SERATUS]
    kurang = [f"{i.nomor}: {ambil(i).dalam_kurung}" for i, nilai in dinilai if nilai < SERATUS]
    hasil = []
    if capai:
        tetap = not any(ambil(i).tanda for i in daftar)
        hasil.append((len(capai), _disebut(sampai, capai, len(daftar) if tetap else 0)))
    if kurang:
        hasil.append((len(kurang), f"{belum} ({'; '.join(kurang)})"))
    return hasil


def _disebut(kata: str, daftar_nomor: Sequence[str], semua: int) -> str:
    """Return what is said of some indicators with their numbers, which go without saying where it is all of many."""
    return kata if 1 < semua == len(daftar_nomor) else f"{kata} ({', '.join(daftar_nomor)})"


def _sudah(indikator: IndikatorPandangan, ambil: Pengambil) -> str:
    """Return the number of an indicator that reached something, with its mark where the figure may still change."""
    return nomor_bertanda(indikator.nomor, ambil(indikator).tanda)


def _sisanya(daftar: Sequence[IndikatorPandangan], ambil: Pengambil, kata: str) -> list[tuple[int, str]]:
    """Return how many indicators have no such figure and which; nothing when all have."""
    tanpa = [indikator for indikator in daftar if ambil(indikator).nilai is None]
    return [(len(tanpa), f"{kata} ({', '.join(i.nomor for i in tanpa)})")] if tanpa else []


def _dari_sekian(golongan: Sequence[tuple[int, str]], semua: int, sebutan: str) -> str:
    """Return what is said of all indicators alike, or of how many of them.

    Args:
        golongan: How many, and what is said of them with their numbers.
        semua: How many they are together.
        sebutan: What they are called.
    """
    if len(golongan) == 1:
        return _berapa(golongan, sebutan)
    rincian = bahasa.gabung([f"{bahasa.hitungan(banyak)} {kata}" for banyak, kata in golongan])
    return f"dari {bahasa.hitungan(semua)} {sebutan}, {rincian}"


def _berapa(golongan: Sequence[tuple[int, str]], sebutan: str) -> str:
    """Return how many are of which kind, called by their name once."""
    (banyak, kata), *lain = golongan
    if not lain:
        return f"{bahasa.seluruh(banyak)} {sebutan} {kata}"
    awal = f"{bahasa.hitungan(banyak)} {sebutan} {kata}"
    return bahasa.gabung([awal, *(f"{bahasa.hitungan(banyak)} {kata}" for banyak, kata in lain)])


def _dari_periode(indikator: IndikatorPandangan) -> Angka:
    return indikator.capaian


def _dari_renstra(indikator: IndikatorPandangan) -> Angka:
    return indikator.capaian_renstra


def _dari_standar(indikator: IndikatorPandangan) -> Angka:
    return indikator.capaian_standar
