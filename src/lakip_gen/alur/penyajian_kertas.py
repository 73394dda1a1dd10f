"""From what is known of a period to the view of each of its papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Final

from lakip_gen.alur.bahan_kertas import (
    BahanKertas,
    PenandaTangan,
    daftar_keputusan,
    daftar_koreksi,
    daftar_penerima,
    hari_peristiwa,
    jadwal,
    jalan_unit,
    kalimat_putusan,
    penanda_tangan,
    putusan_kini,
)
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.kinerja import Instansi, Pejabat
from lakip_gen.domain.periode import setahun
from lakip_gen.domain.rekap import susun_rekap
from lakip_gen.domain.skema.induk_masa import PEJABAT
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.laporan.pandangan_kertas import ArsipPandangan, KertasPandangan
from lakip_gen.laporan.sajian import TITIK
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.susun_instansi import susun_instansi, susun_pejabat
from lakip_gen.laporan.susun_kertas import (
    DIGIT_SIDIK,
    hari,
    kertas_kosong,
    susun_instansi_luar,
    susun_langkah,
    susun_unit,
)
from lakip_gen.pesan.bahasa import tanggal
from lakip_gen.sop.kertas import (
    INDIKATOR_UTAMA,
    PERJANJIAN,
    PERJANJIAN_PERUBAHAN,
    RENCANA_AKSI,
    Kertas,
    KertasPeriode,
    Saat,
    daftar_kertas_periode,
)
from lakip_gen.sop.peran import PENANDA_TANGAN, Peran, pejabat, peran_pelaksana
from lakip_gen.storage.workspace import TEMPLATE_SUFFIX

_SETAHUN: Final = frozenset({PERJANJIAN, PERJANJIAN_PERUBAHAN, INDIKATOR_UTAMA, RENCANA_AKSI})
"""The documents that tell of the whole year's plan, whatever the period."""


class Penyaji:
    """Turns what papers say into views, and keeps what is to be said.

    Attributes:
        daftar: The papers of the moment.
    """

    def __init__(self, bahan: BahanKertas, saat: Saat) -> None:
        self.bahan = bahan
        self._laporan = bahan.laporan or susun_pandangan(bahan.rekap, bahan.tanggal)
        ada_luar = bool(bahan.induk.diminta_luar(bahan.periode))
        semua = daftar_kertas_periode(bahan.langkah, bahan.periode, saat, ada_luar=ada_luar)
        # No contract was changed in a year without changes.
        self.daftar = [s for s in semua if s.kertas is not PERJANJIAN_PERUBAHAN or self._laporan.daftar_perubahan]
        self.tanggal = self._tanggal(saat)
        self.hari = self._hari(saat)
        self._dasar = self._susun_dasar()
        self._penanda: dict[Peran, None] = {}

    def _tanggal(self, saat: Saat) -> date | None:
        """Return the date on the papers: of what goes out with the forms the day that was named then."""
        dibagikan = self.bahan.dibagikan
        return dibagikan.tanggal if saat is Saat.BAGIKAN and dibagikan else self.bahan.tanggal

    def _hari(self, saat: Saat) -> date:
        """Return the day that decides who is in office: that of the paper, else the last of the period."""
        dibagikan = self.bahan.dibagikan
        keluar = hari_peristiwa(dibagikan) if saat is Saat.BAGIKAN and dibagikan else None
        return self.tanggal or keluar or self.bahan.periode.akhir

    def pandangan(self, satu: KertasPeriode) -> LaporanPandangan:
        """Return what a paper prints."""
        dasar, saat_itu = self._dasar_kertas(satu.kertas)
        instansi = self.bahan.instansi(saat_itu)
        penanda = penanda_tangan(satu, instansi)
        if penanda.peran is not None:
            self._penanda[penanda.peran] = None
        return replace(dasar, instansi=susun_instansi(instansi), kertas=self._kertas(satu, penanda))

    def _dasar_kertas(self, kertas: Kertas) -> tuple[LaporanPandangan, date]:
        """Return the figures of a paper, and the day that decides who signs it."""
        if kertas not in _SETAHUN:
            return self._laporan, self.hari
        return self._rencana_murni if kertas is PERJANJIAN else self._rencana_berlaku

    @cached_property
    def _rencana_murni(self) -> tuple[LaporanPandangan, date]:
        """The plan the year began with, and the day since which it was in force."""
        induk = self.bahan.induk
        return _rencana(replace(induk.murni, masa=())), date(induk.tahun, 1, 1)

    @cached_property
    def _rencana_berlaku(self) -> tuple[LaporanPandangan, date]:
        """The plan as it stands at the end of the period, and the day since which it is in force."""
        induk, akhir = self.bahan.induk, self.bahan.periode.akhir
        masa = tuple((sejak, versi) for sejak, versi in induk.masa if sejak <= akhir)
        return _rencana(replace(induk.pada(akhir), masa=masa)), _sejak(masa) or date(induk.tahun, 1, 1)

    def _kertas(self, satu: KertasPeriode, penanda: PenandaTangan) -> KertasPandangan:
        instansi = self.bahan.instansi(self.hari)
        langkah = satu.langkah
        kosong = self._dasar.langkah
        return replace(
            self._dasar,
            judul=satu.kertas.judul,
            tanggal=TITIK if satu.kertas in _SETAHUN else self._dasar.tanggal,
            pejabat=susun_pejabat(penanda.pejabat),
            langkah=susun_langkah(langkah, _pemegang(langkah.pelaksana, instansi)) if langkah else kosong,
            daftar_penerima=daftar_penerima(satu, self.bahan, penanda),
            daftar_keputusan=daftar_keputusan(self.bahan, langkah),
        )

    def _susun_dasar(self) -> KertasPandangan:
        """Return what all papers of the moment say alike."""
        bahan = self.bahan
        induk, instansi, putusan = bahan.induk, bahan.instansi(self.hari), putusan_kini(bahan)
        tenggat = induk.aturan.tenggat[bahan.periode.daftar_triwulan[-1].nomor - 1]
        return replace(
            kertas_kosong(),
            tanggal=hari(self.tanggal),
            tenggat=hari(tenggat),
            nama_sop=induk.sop.nama,
            nomor_sop=induk.sop.nomor or TITIK,
            daftar_langkah=tuple(
                susun_langkah(satu.langkah, _pemegang(satu.langkah.pelaksana, instansi), satu.mulai, satu.akhir)
                for satu in jadwal(bahan)
            ),
            daftar_unit=tuple(susun_unit(induk, n, jalan) for n, jalan in enumerate(jalan_unit(bahan), start=1)),
            daftar_instansi_luar=susun_instansi_luar(
                induk, bahan.triwulan, bahan.catatan_triwulan[bahan.triwulan].yang_menjawab
            ),
            daftar_koreksi=daftar_koreksi(bahan),
            daftar_arsip=tuple(self._daftar_arsip()),
            putusan=kalimat_putusan(bahan.catatan, berlaku=putusan is not None),
            disetujui=putusan is True,
            dikembalikan=putusan is False,
            kepala_catatan=bahan.kepala_catatan[:DIGIT_SIDIK] or kertas_kosong().kepala_catatan,
        )

    def _daftar_arsip(self) -> Iterator[ArsipPandangan]:
        """Yield what is kept of the period: the buku induk, the forms, the figures, and the papers."""
        bahan = self.bahan
        status = (satu for satu in bahan.rekap.daftar_status if satu.berkas)
        daftar = (
            ("Data rencana dan target kinerja", "induk.xlsx"),
            *((f"Formulir {satu.unit.nama}, {satu.triwulan.nama_pendek}", satu.berkas) for satu in status),
            ("Rekapitulasi angka", "rekap.xlsx"),
            (f"Laporan Kinerja {bahan.periode.nama}", f"laporan-kinerja-{bahan.periode}"),
            *((satu.kertas.judul, f"{satu.nama_berkas}{TEMPLATE_SUFFIX}") for satu in self.daftar),
        )
        for nomor, (nama, berkas) in enumerate(daftar, start=1):
            yield ArsipPandangan(nomor=nomor, nama=nama, berkas=berkas)

    def daftar_temuan(self) -> Iterator[Temuan]:
        """Yield the offices that nobody can tell, and who signs the papers shown so far without a known name."""
        yield from _peran_asing(self.bahan)
        instansi = self.bahan.instansi(self.hari)
        for peran in self._penanda:
            if not pejabat(peran, instansi).nama:
                asal = Asal(self.bahan.berkas_induk, PEJABAT.nama)
                yield temuan("kertas-tanpa-pejabat", asal, nilai=peran.value, hari=tanggal(self.hari))


def _rencana(induk: Induk) -> LaporanPandangan:
    """Return the plan of a year with nothing reported."""
    return susun_pandangan(susun_rekap(induk, setahun(induk.tahun), Kumpulan({}), ()))


def _sejak(masa: Sequence[tuple[date, Induk]]) -> date | None:
    """Return the last day on which a target or a pagu changed; None where none did."""
    berganti = (
        sejak
        for (_, lama), (sejak, baru) in pairwise(masa)
        if (lama.daftar_indikator, lama.daftar_anggaran) != (baru.daftar_indikator, baru.daftar_anggaran)
    )
    return max(berganti, default=None)


def _pemegang(pelaksana: str, instansi: Instansi) -> Pejabat | None:
    """Return who holds an office of the SOP; None where it is nobody's alone."""
    peran = peran_pelaksana(pelaksana, instansi)
    return pejabat(peran, instansi) if peran in PENANDA_TANGAN else None


def _peran_asing(bahan: BahanKertas) -> Iterator[Temuan]:
    """Yield the offices of the SOP of which nobody can tell who is meant."""
    instansi = bahan.instansi(bahan.periode.akhir)
    for satu in bahan.langkah:
        if satu.pelaksana and peran_pelaksana(satu.pelaksana, instansi) is None:
            yield temuan("kertas-peran-tak-dikenal", satu.asal["pelaksana"], nilai=satu.pelaksana, langkah=satu.tanda)
