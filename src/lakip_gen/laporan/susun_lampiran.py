"""The views of the annexes: the rencana aksi and formulir E.81."""

from __future__ import annotations

from decimal import Decimal

from lakip_gen.domain.isian import LaporanUnit
from lakip_gen.domain.kinerja import Aksi
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap
from lakip_gen.laporan.e81 import JENIS_ANGGARAN, KOLOM_ANGKA, BarisE81, IsiNilai, JenisBaris, susun_e81
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_catatan import AksiPandangan, RencanaAksiPandangan
from lakip_gen.laporan.pandangan_e81 import BarisE81Pandangan, PenutupE81Pandangan, UraianE81Pandangan
from lakip_gen.laporan.penutup_e81 import KOLOM_DIRATA, susun_penutup
from lakip_gen.laporan.sajian import BELUM_DICATAT, BELUM_DIISI, TITIK, predikat_sajian
from lakip_gen.laporan.susun_indikator import capaian_rata
from lakip_gen.pesan import bahasa


def daftar_aksi(rekap: Rekap) -> tuple[AksiPandangan, ...]:
    """Return every step of the rencana aksi that was planned for a quarter of the period."""
    return tuple(aksi for rencana in daftar_rencana_aksi(rekap) for aksi in rencana.daftar_pelaksanaan)


def daftar_rencana_aksi(rekap: Rekap) -> tuple[RencanaAksiPandangan, ...]:
    """Return the steps of the rencana aksi, each with the quarters of the period it was planned for."""
    nomor = {
        milik.indikator.kode: f"{sasaran}.{urut}"
        for sasaran, satu in enumerate(rekap.daftar_sasaran, start=1)
        for urut, milik in enumerate(satu.daftar_indikator, start=1)
    }
    laporan = {(s.unit.kode, s.triwulan): s.laporan for s in rekap.daftar_status}
    return tuple(
        RencanaAksiPandangan(
            kode=aksi.kode,
            indikator=nomor.get(aksi.indikator, aksi.indikator),
            kegiatan=aksi.kegiatan,
            keluaran=aksi.keluaran or BELUM_DICATAT,
            unit=_nama_unit(rekap, aksi.unit),
            penanggung_jawab=aksi.penanggung_jawab or BELUM_DICATAT,
            daftar_pelaksanaan=tuple(
                _pelaksanaan(rekap, aksi, triwulan, laporan.get((aksi.unit, triwulan)))
                for triwulan in rekap.periode.daftar_triwulan
                if aksi.rencana[triwulan.nomor - 1]
            ),
        )
        for aksi in rekap.induk.daftar_aksi
    )


def _pelaksanaan(rekap: Rekap, aksi: Aksi, triwulan: Periode, milik: LaporanUnit | None) -> AksiPandangan:
    isian = milik.aksi(aksi.kode) if milik else None
    return AksiPandangan(
        kode=aksi.kode,
        unit=_nama_unit(rekap, aksi.unit),
        periode=triwulan.nama_pendek,
        kegiatan=aksi.kegiatan,
        rencana=aksi.rencana[triwulan.nomor - 1],
        status=isian.status if isian and isian.status else BELUM_DIISI,
        hasil=isian.hasil if isian and isian.hasil else bahasa.KOSONG,
        keterangan=isian.keterangan if isian and isian.keterangan else bahasa.KOSONG,
    )


def _nama_unit(rekap: Rekap, kode: str) -> str:
    unit = rekap.induk.unit(kode)
    return unit.nama if unit else kode


def daftar_e81(rekap: Rekap) -> tuple[BarisE81Pandangan, ...]:
    """Return formulir E.81, row by row."""
    return tuple(_baris_e81(baris, rekap.induk.aturan.desimal_capaian) for baris in susun_e81(rekap))


def _baris_e81(baris: BarisE81, desimal_persen: int) -> BarisE81Pandangan:
    k, rp = _daftar_angka(baris.k, baris.desimal, desimal_persen), _daftar_angka(baris.rp, 0, desimal_persen)
    return BarisE81Pandangan(
        nomor=baris.nomor,
        uraian=baris.sasaran or baris.program or baris.indikator,
        program=baris.program,
        indikator=baris.indikator,
        daftar_nilai=rp or k,
        daftar_k=k,
        daftar_rp=rp,
        unit=baris.unit,
        keterangan=baris.keterangan,
        adalah_sasaran=baris.jenis is JenisBaris.SASARAN,
        adalah_anggaran=baris.jenis in JENIS_ANGGARAN.values(),
        adalah_jumlah=baris.jenis is JenisBaris.JUMLAH,
    )


def _daftar_angka(daftar: IsiNilai, desimal: int, desimal_persen: int) -> tuple[Angka, ...]:
    return tuple(
        _angka_e81(nilai, desimal_persen if kolom.adalah_persen else desimal)
        for kolom, nilai in zip(KOLOM_ANGKA, daftar, strict=False)
    )


def _angka_e81(nilai: Decimal | str, desimal: int) -> Angka:
    return Angka(nilai) if isinstance(nilai, str) else Angka(bahasa.minus(bahasa.angka(nilai, desimal)), nilai)


def penutup_e81(rekap: Rekap) -> PenutupE81Pandangan:
    """Return what stands over and under the rows of formulir E.81."""
    penutup, aturan, renstra = susun_penutup(rekap), rekap.induk.aturan, rekap.induk.instansi.renstra
    daftar_rata = [penutup.daftar_rata.get(kolom.nomor) for kolom in KOLOM_DIRATA]
    daftar = [satu for rata in daftar_rata for satu in rata or (None, None)]
    return PenutupE81Pandangan(
        periode_renstra=str(renstra) if renstra else TITIK,
        daftar_rerata=tuple(capaian_rata(rata.angka, aturan) if rata else Angka("") for rata in daftar),
        daftar_predikat=tuple(predikat_sajian(rata.pita, sementara=rata.sementara) if rata else "" for rata in daftar),
        keterangan_rerata=penutup.keterangan,
        daftar_uraian=tuple(UraianE81Pandangan(judul, daftar) for judul, daftar in penutup.daftar_uraian),
    )
