"""What program, kegiatan and subkegiatan are measured by, from the buku induk."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Final

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran, adalah_induk
from lakip_gen.domain.capaian import SERATUS, Arah
from lakip_gen.domain.kinerja import Indikator, Riwayat, TargetTahunan, Unit
from lakip_gen.domain.nilai import batas_target
from lakip_gen.domain.satuan import adalah_persen
from lakip_gen.domain.skema.induk_program import INDIKATOR_PROGRAM
from lakip_gen.domain.target import JenisTarget
from lakip_gen.induk.indikator import (
    cara_gabung,
    jenis_renstra,
    periksa_renstra,
    periksa_target,
    realisasi,
    target_setahun,
)
from lakip_gen.induk.pembaca import DESIMAL_TERBANYAK, IsiInduk, PembacaBuku

TANPA_TRIWULAN: Final = (None, None, None, None)


def baca_indikator_program(
    baca: PembacaBuku, daftar_anggaran: tuple[Anggaran, ...], daftar_unit: tuple[Unit, ...]
) -> tuple[Indikator, ...]:
    """Return the indicators of budget lines; a second one of a line is told from the first by its number."""
    banyak: Counter[str] = Counter()
    hasil = []
    for isi in baca.daftar(INDIKATOR_PROGRAM):
        rekening = isi.teks("rekening").strip(".")
        anggaran = next((satu for satu in daftar_anggaran if satu.kode == rekening), None)
        if anggaran is None:
            isi.temukan("rekening-asing", "rekening", rekening)
            continue
        banyak[rekening] += 1
        kode = rekening if banyak[rekening] == 1 else f"{rekening} ({banyak[rekening]})"
        hasil.append(_indikator(isi, kode, anggaran, _unit(isi, anggaran, daftar_anggaran, daftar_unit)))
    return tuple(hasil)


def _indikator(isi: IsiInduk, kode: str, anggaran: Anggaran, unit: str) -> Indikator:
    satuan = isi.teks("satuan")
    cara = cara_gabung(isi)
    jenis = JenisTarget.KUMULATIF if cara.sifat.berjalan else JenisTarget.PER_TRIWULAN
    berlaku = target_setahun(isi, satuan, None, jenis)
    indikator = Indikator(
        kode=kode,
        sasaran="",
        rekening=anggaran.kode,
        nama=isi.teks("nama"),
        satuan=satuan,
        arah=isi.jenis("arah", Arah, Arah.NAIK),
        cara_gabung=cara,
        jenis_target=jenis,
        target_berlaku=berlaku,
        daftar_unit=(unit,),
        desimal=_desimal(berlaku),
        pengali=SERATUS if cara.sifat.pecahan and adalah_persen(satuan) else Decimal(1),
        riwayat=Riwayat(
            target_renstra=isi.target("target_renstra", satuan, None),
            jenis_renstra=jenis_renstra(isi),
            realisasi_renstra=realisasi(isi, "realisasi_renstra", satuan, None),
            asal=isi.daftar_asal,
        ),
        asal=isi.daftar_asal,
    )
    if berlaku.triwulan != TANPA_TRIWULAN:
        periksa_target(isi, indikator)
    periksa_renstra(isi, indikator, ditanya=False)
    return indikator


def _unit(
    isi: IsiInduk, anggaran: Anggaran, daftar_anggaran: tuple[Anggaran, ...], daftar_unit: tuple[Unit, ...]
) -> str:
    """Return who reports it: the unit that is named, or the only one that spends the money."""
    tertulis = isi.teks("unit")
    if tertulis and all(unit.kode != tertulis for unit in daftar_unit):
        isi.temukan("unit-tidak-terdaftar", "unit", tertulis)
    if tertulis or anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN:
        return tertulis or anggaran.unit
    belanja = {satu.unit for satu in daftar_anggaran if satu.unit and adalah_induk(anggaran.kode, satu.kode)}
    if len(belanja) != 1:
        isi.temukan("indikator-tanpa-unit", "unit", anggaran.kode, banyak=len(belanja))
    return min(belanja, default="")


def _desimal(berlaku: TargetTahunan) -> int:
    """Return as many decimals as the targets are written with."""
    daftar = [batas for target in (berlaku.tahun, *berlaku.triwulan) for batas in batas_target(target)]
    pangkat = (batas.normalize().as_tuple().exponent for batas in daftar)
    return min(max((0, *(-satu for satu in pangkat if isinstance(satu, int)))), DESIMAL_TERBANYAK)
