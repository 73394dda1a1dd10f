"""Indicators with their targets and earlier years, from the buku induk."""

from __future__ import annotations

from decimal import Decimal

from lakip_gen.domain.angka_tertulis import koma
from lakip_gen.domain.aturan import RumusTurun
from lakip_gen.domain.capaian import SERATUS, Arah
from lakip_gen.domain.formulir import IsiKolom, isi_target, teks_isi
from lakip_gen.domain.kinerja import (
    Indikator,
    Riwayat,
    SkalaPredikat,
    TahunLalu,
    TargetTahunan,
    gabung_target,
)
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.mentah import Sel
from lakip_gen.domain.nilai import Rentang, Target
from lakip_gen.domain.renstra import JenisRenstra
from lakip_gen.domain.satuan import adalah_persen
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema.induk_indikator import (
    INDIKATOR,
    RIWAYAT,
    TAHUN_LALU,
    TARGET_MURNI,
)
from lakip_gen.domain.skema.induk_masa import DASAR
from lakip_gen.domain.target import JenisTarget, rata_target
from lakip_gen.domain.temuan import Asal
from lakip_gen.induk.masa import PEMISAH_UNIT
from lakip_gen.induk.pembaca import IsiInduk, PembacaBuku


def baca_indikator(isi: IsiInduk, daftar_skala: tuple[SkalaPredikat, ...], riwayat: dict[str, Riwayat]) -> Indikator:
    """Return one indicator with the targets in force."""
    satuan, kode = isi.teks("satuan"), isi.teks("kode")
    skala = _skala_indikator(isi, daftar_skala)
    cara = cara_gabung(isi)
    pengali = _lebih_dari_nol(isi, "pengali", "pengali-salah")
    jenis = isi.jenis("jenis_target", JenisTarget, JenisTarget.PER_TRIWULAN)
    rumus_turun = isi.sel("rumus_turun")
    daftar_unit = tuple(filter(None, map(str.strip, PEMISAH_UNIT.split(isi.teks("unit")))))
    indikator = Indikator(
        kode=kode,
        sasaran=isi.teks("sasaran"),
        nama=isi.teks("nama"),
        satuan=satuan,
        arah=isi.jenis("arah", Arah, Arah.NAIK),
        cara_gabung=cara,
        jenis_target=jenis,
        target_berlaku=target_setahun(isi, satuan, skala, jenis),
        daftar_unit=daftar_unit,
        gabung_unit=isi.jenis("gabung_unit", GabungUnit, GabungUnit.JUMLAH),
        desimal=isi.desimal("desimal", 0),
        pengali=pengali or (SERATUS if cara.sifat.pecahan and adalah_persen(satuan) else Decimal(1)),
        rumus_turun=None
        if rumus_turun is None or rumus_turun.kosong
        else isi.jenis("rumus_turun", RumusTurun, RumusTurun.SELISIH),
        skala=skala,
        bawah_nol=isi.pilih("bawah_nol") == skema.YA_TIDAK[0],
        bobot=_lebih_dari_nol(isi, "bobot", "bobot-salah"),
        utama=_utama(isi),
        definisi=isi.teks("definisi"),
        rumus=isi.teks("rumus"),
        sumber_data=isi.teks("sumber_data"),
        riwayat=riwayat.get(kode, Riwayat()),
        asal=_asal(isi, jenis),
        dasar=isi.teks(DASAR),
    )
    _periksa_indikator(isi, indikator)
    return indikator


def cara_gabung(isi: IsiInduk) -> CaraGabung:
    """Return how quarters make a year; blank means that they add up."""
    return isi.jenis("cara_gabung", CaraGabung, CaraGabung.JUMLAH)


def _lebih_dari_nol(isi: IsiInduk, kunci: str, kode: str) -> Decimal | None:
    """Return a number by which something is multiplied; 0 and less make no figure."""
    angka = isi.bilangan(kunci)
    if angka is not None and angka <= 0:
        isi.temukan(kode, kunci, koma(angka))
        return None
    return angka


def _utama(isi: IsiInduk) -> bool:
    """Return whether the indicator is an IKU; blank means yes."""
    return isi.pilih("utama") != skema.YA_TIDAK[1]


def target_setahun(isi: IsiInduk, satuan: str, skala: SkalaPredikat | None, jenis: JenisTarget) -> TargetTahunan:
    """Return the targets of a year and its quarters; a constant one holds in each where no quarter names its own."""
    tahun = isi.target(TARGET_MURNI.tahun, satuan, skala)
    if _setahun_saja(isi, jenis):
        return TargetTahunan(tahun, (tahun, tahun, tahun, tahun))
    satu, dua, tiga, empat = (isi.target(kunci, satuan, skala) for kunci in TARGET_MURNI.triwulan)
    return TargetTahunan(tahun, (satu, dua, tiga, empat))


def _setahun_saja(isi: IsiInduk, jenis: JenisTarget) -> bool:
    """Return whether a constant target is written for the year alone, so that it holds in each quarter."""
    tertulis = (isi.sel(satu) for satu in TARGET_MURNI.triwulan)
    return jenis is JenisTarget.KONSTAN and all(sel is None or sel.kosong for sel in tertulis)


def _asal(isi: IsiInduk, jenis: JenisTarget) -> dict[str, Asal]:
    """Return where every value stands; a quarter's target that only the year names, in the cell of the year."""
    asal = isi.daftar_asal
    if _setahun_saja(isi, jenis):
        asal |= dict.fromkeys(TARGET_MURNI.triwulan, asal[TARGET_MURNI.tahun])
    return asal


def _skala_indikator(isi: IsiInduk, daftar_skala: tuple[SkalaPredikat, ...]) -> SkalaPredikat | None:
    nama = isi.teks("skala")
    if not nama:
        return None
    skala = next((s for s in daftar_skala if s.nama.casefold() == nama.casefold()), None)
    if skala is None:
        isi.temukan("skala-asing", "skala", nama)
    return skala


def _periksa_indikator(isi: IsiInduk, indikator: Indikator) -> None:
    """Find kinds that contradict each other, missing targets, and targets that do not add up."""
    temukan = isi.temukan
    if indikator.jenis_target not in indikator.cara_gabung.sifat.daftar_jenis_target:
        temukan(
            "jenis-bertentangan",
            "jenis_target",
            indikator.jenis_target.value,
            cara=indikator.cara_gabung.value,
            sah=" atau ".join(sorted(jenis.value for jenis in indikator.cara_gabung.sifat.daftar_jenis_target)),
        )
    rasio_waktu = indikator.cara_gabung.sifat.pecahan
    if len(indikator.daftar_unit) > 1 and rasio_waktu is not (indikator.gabung_unit is GabungUnit.RASIO):
        temukan("gabung-unit-bertentangan", "gabung_unit", indikator.gabung_unit.value)
    if indikator.skala and not indikator.cara_gabung.sifat.berpredikat:
        temukan("predikat-bertentangan", "cara_gabung", indikator.cara_gabung.value)
    periksa_renstra(isi, indikator)
    periksa_target(isi, indikator)


def periksa_renstra(isi: IsiInduk, indikator: Indikator, *, ditanya: bool = True) -> None:
    """Find a target over all years of what no years add up to, and ask about one that nobody gave a kind.

    Args:
        isi: The row of the indicator.
        indikator: The indicator.
        ditanya: Whether its kind is asked for where both make sense.
    """
    riwayat, cara = indikator.riwayat, indikator.cara_gabung
    if indikator.jenis_renstra is not JenisRenstra.KUMULATIF or riwayat.target_renstra is None:
        return
    asal = riwayat.asal["jenis_renstra"]
    if not cara.sifat.antartahun or indikator.skala:
        isi.buku.temukan("jenis-renstra-bertentangan", asal, indikator.jenis_renstra.value, cara=cara.value)
    elif riwayat.jenis_renstra is None and ditanya:
        isi.buku.temukan("jenis-renstra-kosong", asal, indikator=indikator.nama, cara=cara.value)


def periksa_target(isi: IsiInduk, indikator: Indikator) -> None:
    """Find targets that do not go with the arah, that are missing, and that do not add up."""
    berlaku, kunci = indikator.target_berlaku, TARGET_MURNI
    for satu, target in zip(kunci.semua, (berlaku.tahun, *berlaku.triwulan), strict=True):
        if target is not None and isinstance(target, Rentang) is not (indikator.arah is Arah.RENTANG):
            isi.temukan("target-bukan-arah", satu, arah=indikator.arah.value)
    if all(target is None for target in berlaku.triwulan):
        isi.temukan("target-triwulan-kosong", kunci.triwulan[0])
        return
    setahun_ini = _dari_triwulan(indikator)
    _periksa_laju(isi, indikator)
    if berlaku.tahun is not None and setahun_ini is not None and setahun_ini != berlaku.tahun:
        teks, hitung = (_tampak(isi_target(target, indikator)) for target in (berlaku.tahun, setahun_ini))
        isi.temukan("target-tidak-cocok", kunci.tahun, teks, hitung=hitung)


def _periksa_laju(isi: IsiInduk, indikator: Indikator) -> None:
    """Ask about a quarter's target above the year's, and about a running target that falls."""
    berlaku = indikator.target_berlaku
    sifat, naik = indikator.cara_gabung.sifat, indikator.arah is Arah.NAIK
    tumbuh = naik or sifat.dijumlah or sifat.berjalan
    cocok = _dari_triwulan(indikator) in {None, berlaku.tahun}  # else that is told, and tells enough
    lalu: Decimal | None = None
    for tempat, target in zip(TARGET_MURNI.triwulan, berlaku.triwulan, strict=True):
        if not isinstance(target, Decimal) or not tumbuh:
            continue
        teks = _tampak(isi_target(target, indikator))
        if isinstance(berlaku.tahun, Decimal) and berlaku.tahun < target and cocok:
            tahun = _tampak(isi_target(berlaku.tahun, indikator))
            isi.temukan("target-melebihi-tahun", tempat, teks, tahun=tahun)
        if lalu is not None and target < lalu and indikator.jenis_target is JenisTarget.KUMULATIF:
            isi.temukan("target-kumulatif-turun", tempat, teks, dulu=_tampak(isi_target(lalu, indikator)))
        lalu = target


def _tampak(isi: IsiKolom) -> str:
    return koma(isi) if isinstance(isi, Decimal) else teks_isi(isi)


def _dari_triwulan(indikator: Indikator) -> Target | None:
    """Return what the quarters' targets make of the year; None where nothing can be said."""
    daftar = list(indikator.target_berlaku.triwulan)
    angka = [target for target in daftar if isinstance(target, Decimal)]
    sifat = indikator.cara_gabung.sifat
    if sifat.berjalan and indikator.jenis_target is JenisTarget.PER_TRIWULAN:
        return sum(angka, Decimal(0))
    if sifat.dijumlah and indikator.jenis_target is JenisTarget.KUMULATIF:
        return angka[-1] if angka else None
    if sifat.gabung_target is rata_target and indikator.jenis_target is JenisTarget.PER_TRIWULAN:
        return None  # a mean of targets need not be the promise of the year
    return gabung_target(daftar, indikator.cara_gabung, indikator.jenis_target)


def baca_riwayat(baca: PembacaBuku, daftar_skala: tuple[SkalaPredikat, ...], tahun: int) -> dict[str, Riwayat]:
    """Return the earlier years by indicator; satuan and scale come from the Indikator sheet."""
    milik = {
        _teks(isi.sel("kode")): (_teks(isi.sel("satuan")), _teks(isi.sel("skala"))) for isi in baca.daftar(INDIKATOR)
    }
    _periksa_tahun(baca, tahun)
    hasil: dict[str, Riwayat] = {}
    for isi in baca.daftar(RIWAYAT):
        kode = isi.teks("indikator")
        if kode not in milik:
            isi.temukan("indikator-asing", "indikator", kode)
            continue
        satuan, nama = milik[kode]
        skala = next((s for s in daftar_skala if s.nama.casefold() == nama.casefold()), None)
        lalu = tuple(
            TahunLalu(
                tahun - kunci.jarak,
                isi.target(kunci.target, satuan, skala),
                realisasi(isi, kunci.realisasi, satuan, skala),
            )
            for kunci in TAHUN_LALU
        )
        hasil[kode] = Riwayat(
            daftar_tahun=tuple(butir for butir in lalu if butir.target is not None or butir.realisasi is not None),
            target_renstra=isi.target("target_renstra", satuan, skala),
            standar_nasional=isi.target("standar_nasional", satuan, skala),
            sumber_standar=isi.teks("sumber_standar"),
            jenis_renstra=jenis_renstra(isi),
            realisasi_renstra=realisasi(isi, "realisasi_renstra", satuan, skala),
            asal=isi.daftar_asal,
        )
    return hasil


def _periksa_tahun(baca: PembacaBuku, tahun: int) -> None:
    """Find headers that name other years than their columns are read as: the book was that of another year."""
    lembar = baca.mentah.lembar.get(RIWAYAT.kunci)
    for kunci, tertulis in (lembar.tahun_kolom if lembar else {}).items():
        kolom = RIWAYAT.kolom(kunci)
        if lembar and tertulis != tahun - kolom.tahun_lalu:
            asal = Asal(baca.mentah.berkas, lembar.nama)
            baca.temukan("riwayat-tahun-lain", asal, kolom.judul_pada(tahun), lain=tertulis, kolom=lembar.kolom[kunci])
            return


def jenis_renstra(isi: IsiInduk) -> JenisRenstra | None:
    """Return what a row says of its target of the Renstra; before the column there was, it was that of one year."""
    versi = isi.buku.versi
    kolom = isi.kolom("jenis_renstra")
    pilihan = kolom.dulu if versi is not None and versi < kolom.sejak else isi.pilih("jenis_renstra")
    return JenisRenstra(pilihan) if pilihan else None


def _teks(sel: Sel | None) -> str:
    return sel.teks.strip() if sel else ""


def realisasi(isi: IsiInduk, kunci: str, satuan: str, skala: SkalaPredikat | None) -> Decimal | None:
    """Return an earlier year's realisasi, which is one number and never a range."""
    target = isi.target(kunci, satuan, skala)
    if isinstance(target, Rentang):
        isi.temukan("realisasi-rentang", kunci, f"{koma(target.bawah)} s.d. {koma(target.atas)}")
        return None
    return target
