"""Next year's buku induk as what differs from this year's: cells that are renewed or emptied, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final

from lakip_gen.domain.formulir import IsiKolom, isi_target, teks_isi
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.kinerja import Indikator, Riwayat, TahunLalu, TindakLanjutLalu
from lakip_gen.domain.mentah import Baris, BukuMentah
from lakip_gen.domain.nilai import Target
from lakip_gen.domain.periode import setahun
from lakip_gen.domain.rekap import Rekap, RekapIndikator
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema import induk_indikator as skema_indikator
from lakip_gen.domain.skema.induk_butir import ATURAN, INSTANSI, NARASI
from lakip_gen.domain.skema.induk_indikator import TAHUN_LALU, TARGET_MURNI, KunciTahunLalu
from lakip_gen.domain.skema.induk_program import INDIKATOR_PROGRAM
from lakip_gen.domain.skema.induk_sop import HARI_LIBUR
from lakip_gen.domain.tindak_lanjut import terbuka
from lakip_gen.induk.giliran_kolom import DIKOSONGKAN
from lakip_gen.induk.giliran_renstra import SAMPAI_RENSTRA_BERAKHIR, bulat, realisasi_renstra, renstra_berakhir
from lakip_gen.induk.pembaca import PembacaBuku
from lakip_gen.induk.revisi import baca_masa
from lakip_gen.pesan.bahasa import angka, hari_tanggal, romawi, rupiah

RIWAYAT: Final = skema_indikator.RIWAYAT.kunci
TINDAK_LANJUT: Final = skema_indikator.TINDAK_LANJUT.kunci


@dataclass(frozen=True, slots=True)
class Tempat:
    """A cell of the buku induk: the name of its sheet, its row, the name of its column."""

    lembar: str
    baris: int
    kolom: str


@dataclass(frozen=True, slots=True)
class Lihat:
    """Something that the planner must look at.

    Attributes:
        perihal: What is to be done, the same for all cells of its kind.
        nama: What people know the row by.
        rincian: What is to be known of this cell.
        kosong: Whether it waits to be filled, and is done when it is.
    """

    tempat: Tempat
    perihal: str
    nama: str = ""
    rincian: str = ""
    kosong: bool = False


@dataclass(frozen=True, slots=True)
class Giliran:
    """What makes the buku induk of a year out of that of an earlier one."""

    tahun: int
    dari: int
    daftar_isi: Mapping[Tempat, IsiKolom] = field(default_factory=dict)
    daftar_lihat: tuple[Lihat, ...] = ()


def riwayat_baru(rekap: Rekap, tahun: int) -> dict[str, Riwayat]:
    """Return the earlier years of every indicator as the buku induk of a later year tells them."""
    return {satu.indikator.kode: _riwayat(satu, rekap.induk, tahun) for satu in rekap.daftar_indikator}


def _riwayat(satu: RekapIndikator, induk: Induk, tahun: int) -> Riwayat:
    lama, ukuran, dari = satu.indikator.riwayat, satu.periode_ini, induk.tahun
    realisasi = None if satu.menunggu or ukuran.realisasi.angka is None else bulat(ukuran.realisasi.angka)
    semua = {butir.tahun: butir for butir in (*lama.daftar_tahun, TahunLalu(dari, ukuran.target, realisasi))}
    ada = (semua[lalu] for lalu in range(tahun - 3, tahun) if lalu in semua)
    return Riwayat(
        daftar_tahun=tuple(butir for butir in ada if butir.target is not None or butir.realisasi is not None),
        target_renstra=None if renstra_berakhir(induk, tahun) else lama.target_renstra,
        standar_nasional=lama.standar_nasional,
        sumber_standar=lama.sumber_standar,
        jenis_renstra=lama.jenis_renstra,
        realisasi_renstra=realisasi_renstra(satu, induk) if tahun == dari + 1 else None,
    )


def terbuka_akhir_tahun(induk: Induk, kumpulan: Kumpulan) -> tuple[TindakLanjutLalu, ...]:
    """Return what units promised and had not closed at the end of a year, indicator by indicator."""
    triwulan = setahun(induk.tahun).daftar_triwulan
    semua = (
        TindakLanjutLalu(unit, indikator.kode, terbuka(induk, kumpulan, unit, indikator.kode, triwulan))
        for indikator in induk.daftar_indikator
        for unit in indikator.daftar_unit
    )
    return tuple(satu for satu in semua if satu.isi)


def giliran(
    mentah: BukuMentah,
    rekap: Rekap,
    tahun: int,
    daftar_terbuka: Sequence[TindakLanjutLalu] = (),
    hari_libur: Sequence[Mapping[str, IsiKolom]] = (),
) -> Giliran:
    """Return what makes the buku induk of a later year.

    Args:
        mentah: The cells of the old one, which is fit and of the newest version.
        rekap: The figures of its year.
        tahun: The later year.
        daftar_terbuka: What units had promised and not closed at the end of its year.
        hari_libur: The holidays of the later year; none where nobody knows them yet.
    """
    masa = baca_masa(PembacaBuku(mentah), rekap.induk.tahun)
    akhir = {**masa.pada(masa.akhir).lembar, INSTANSI.kunci: mentah.lembar[INSTANSI.kunci]}
    penggilir = _Penggilir(replace(mentah, lembar=akhir), rekap, tahun)
    penggilir.satukan(mentah)
    penggilir.kosongkan()
    penggilir.ganti_libur(hari_libur)
    penggilir.geser_butir()
    penggilir.geser_anggaran()
    penggilir.geser_program()
    penggilir.isi_riwayat()
    if renstra_berakhir(rekap.induk, tahun):
        penggilir.akhiri_renstra()
    penggilir.bawa_tindak_lanjut(daftar_terbuka)
    urutan = [lembar.kunci for lembar in skema.DAFTAR_LEMBAR]
    daftar_lihat = sorted(penggilir.daftar_lihat, key=lambda lihat: urutan.index(lihat.tempat.lembar))
    return Giliran(tahun, rekap.induk.tahun, penggilir.daftar_isi, tuple(daftar_lihat))


def lengkapan(mentah: BukuMentah, rekap: Rekap, tahun: int) -> dict[Tempat, IsiKolom]:
    """Return what the history of a buku induk still lacks of an earlier year that is whole by now.

    Args:
        mentah: The cells of the later year's buku induk; what somebody typed there stays.
        rekap: The figures of the earlier year.
        tahun: The later year.
    """
    lembar = mentah.lembar[RIWAYAT]
    daftar_lalu = [lalu for lalu in TAHUN_LALU if lalu.jarak == tahun - rekap.induk.tahun]
    hasil: dict[Tempat, IsiKolom] = {}
    for satu in rekap.daftar_indikator:
        baris = lembar.baris(satu.indikator.kode)
        butir = _riwayat(satu, rekap.induk, tahun).pada(rekap.induk.tahun)
        for lalu in daftar_lalu:
            for kolom, isi in ((lalu.target, butir.target), (lalu.realisasi, butir.realisasi)):
                if baris and isi is not None and kolom in baris.sel and baris.sel[kolom].kosong:
                    hasil[Tempat(RIWAYAT, baris.nomor, kolom)] = isi_target(isi, satu.indikator)
    return hasil


class _Penggilir:
    """Gathers what changes, sheet by sheet."""

    def __init__(self, mentah: BukuMentah, rekap: Rekap, tahun: int) -> None:
        self.mentah, self.rekap, self.tahun = mentah, rekap, tahun
        self.induk, self.dari = rekap.induk, rekap.induk.tahun
        self.daftar_isi: dict[Tempat, IsiKolom] = {}
        self.daftar_lihat: list[Lihat] = []

    def baris(self, lembar: str) -> tuple[Baris, ...]:
        """Return the rows of a sheet."""
        isi = self.mentah.lembar.get(lembar)
        return isi.daftar_baris if isi else ()

    def butir(self, lembar: str, kunci: str) -> Iterator[tuple[Tempat, str]]:
        """Yield the cell of an item that is filled, with what it says."""
        for baris in self.baris(lembar):
            sel = baris.sel.get("isi")
            if baris.kunci == kunci and sel is not None and not sel.kosong:
                yield Tempat(lembar, baris.nomor, "isi"), sel.teks

    def lihat(self, tempat: Tempat, perihal: str, nama: str = "", rincian: str = "", *, kosong: bool = False) -> None:
        """Note something to look at."""
        self.daftar_lihat.append(Lihat(tempat, perihal, nama, rincian, kosong))

    def satukan(self, lama: BukuMentah) -> None:
        """Write what is in force at the year's end into the first row of each kode, and empty its other rows."""
        for kunci, lembar in lama.lembar.items():
            kini = {baris.nomor: baris.sel for baris in self.baris(kunci)}
            for baris in lembar.daftar_baris:
                for kolom, sel in baris.sel.items():
                    isi = kini[baris.nomor][kolom].isi if baris.nomor in kini else None
                    if isi != sel.isi and not (isi is None and sel.kosong) and not isinstance(isi, bool):
                        self.daftar_isi[Tempat(kunci, baris.nomor, kolom)] = isi

    def kosongkan(self) -> None:
        """Empty what holds for one year alone, and ask for the new one's."""
        for lembar, daftar_kunci in DIKOSONGKAN.items():
            butir = lembar == ATURAN.kunci
            for baris in self.baris(lembar):
                if butir and baris.kunci not in daftar_kunci:
                    continue
                for kolom in ("isi",) if butir else daftar_kunci:
                    sel = baris.sel.get(kolom)
                    if sel is not None and not sel.kosong:
                        self.daftar_isi[Tempat(lembar, baris.nomor, kolom)] = None
        nomor = {baris.kunci: baris.nomor for baris in self.baris(skema_indikator.INDIKATOR.kunci)}
        for satu in self.rekap.daftar_indikator:
            self._minta_target(satu, nomor[satu.indikator.kode])
        for baris in self.baris(skema.RENCANA_AKSI.kunci):
            tempat = Tempat(skema.RENCANA_AKSI.kunci, baris.nomor, "rencana_1")
            nama = baris.sel["kegiatan"].teks
            self.lihat(tempat, f"isi rencana aksi {self.tahun} tiap triwulan", nama, kosong=True)

    def ganti_libur(self, daftar: Sequence[Mapping[str, IsiKolom]]) -> None:
        """Write the holidays of the new year where those of the old one stood, or ask for them."""
        for baris in self.baris(HARI_LIBUR.kunci)[:1]:
            for nomor, hari in enumerate(daftar, start=baris.nomor):
                self.daftar_isi |= {Tempat(HARI_LIBUR.kunci, nomor, kolom): isi for kolom, isi in hari.items()}
            perihal = (
                f"{'cocokkan dengan keputusan bersama tiga menteri:' if daftar else 'isi'} hari libur {self.tahun}"
            )
            self.lihat(Tempat(HARI_LIBUR.kunci, baris.nomor, "tanggal"), perihal, kosong=not daftar)

    def _minta_target(self, satu: RekapIndikator, nomor: int, lembar: str = skema_indikator.INDIKATOR.kunci) -> None:
        indikator, ukuran = satu.indikator, satu.periode_ini
        capaian = _tampak(ukuran.realisasi.angka, indikator) or ukuran.realisasi.keterangan
        lalu = f"{self.dari}: target {_tampak(ukuran.target, indikator) or '(tidak ada)'}, realisasi {capaian}"
        tempat = Tempat(lembar, nomor, TARGET_MURNI.tahun)
        self.lihat(tempat, f"isi target {self.tahun} dan target tiap triwulan", indikator.nama, lalu, kosong=True)

    def geser_butir(self) -> None:
        """Move the year and the deadlines, and ask about names and texts that may be of the old year."""
        for tempat, _ in self.butir(INSTANSI.kunci, "tahun"):
            self.daftar_isi[tempat] = Decimal(self.tahun)
        for butir in INSTANSI.daftar_butir:
            for tempat, nama in self.butir(INSTANSI.kunci, butir.kunci) if butir.kunci.endswith("_nama") else ():
                self.lihat(tempat, f"lihat apakah pejabatnya masih sama pada {self.tahun}", butir.judul, nama)
        for nomor, tenggat in enumerate(self.induk.aturan.tenggat, start=1):
            for tempat, _ in self.butir(ATURAN.kunci, f"tenggat_{nomor}"):
                if tenggat is not None:
                    self._geser_tenggat(tempat, f"Tenggat formulir TW {romawi(nomor)}", tenggat)
        for butir in NARASI.daftar_butir:
            for tempat, _ in self.butir(NARASI.kunci, butir.kunci):
                self.lihat(tempat, f"teks {self.dari} dibawa: sesuaikan dengan {self.tahun}", butir.judul)

    def _geser_tenggat(self, tempat: Tempat, nama: str, tenggat: date) -> None:
        baru = _tahun_lain(tenggat, self.tahun - self.dari)
        self.daftar_isi[tempat] = baru
        self.lihat(tempat, f"tenggat digeser ke {self.tahun}: lihat harinya", nama, hari_tanggal(baru))

    def geser_anggaran(self) -> None:
        """Add the year's spending to what was spent before, and ask for the new pagu."""
        per_kode = {satu.anggaran.kode: satu for satu in self.rekap.daftar_anggaran}
        for baris in self.baris(skema.ANGGARAN.kunci):
            satu = per_kode[baris.kunci.strip(".")]
            if satu.anggaran in self.induk.daftar_subkegiatan:
                tempat = Tempat(skema.ANGGARAN.kunci, baris.nomor, "pagu_murni")
                rincian = f"{self.dari}: Rp{rupiah(satu.pagu)}"
                self.lihat(tempat, f"isi pagu {self.tahun}", satu.anggaran.uraian, rincian, kosong=True)
            if (lama := satu.anggaran.realisasi_lalu) is None:
                continue
            tempat, realisasi = Tempat(skema.ANGGARAN.kunci, baris.nomor, "realisasi_lalu"), satu.realisasi.angka
            self.daftar_isi[tempat] = None if realisasi is None else lama + realisasi
            if realisasi is None:
                rincian = f"s.d. {self.dari - 1}: Rp{rupiah(lama)}; realisasi {self.dari} {satu.realisasi.keterangan}"
                perihal = f"isi realisasi anggaran s.d. {self.dari}"
                self.lihat(tempat, perihal, satu.anggaran.uraian, rincian, kosong=True)

    def geser_program(self) -> None:
        """Ask for the new targets of program, kegiatan and subkegiatan, and add the year to what was reached before."""
        lembar = INDIKATOR_PROGRAM.kunci
        nomor = {baris.sel["nama"].asal.sel: baris.nomor for baris in self.baris(lembar)}
        for satu in self.rekap.daftar_indikator_program:
            baris = nomor[satu.indikator.asal["nama"].sel]
            self._minta_target(satu, baris, lembar)
            jumlah = isi_target(realisasi_renstra(satu, self.induk), satu.indikator)
            self.daftar_isi[Tempat(lembar, baris, "realisasi_renstra")] = jumlah

    def isi_riwayat(self) -> None:
        """Fill the earlier years anew, in the row that each indicator has or in one below."""
        lembar = self.mentah.lembar[skema_indikator.RIWAYAT.kunci]
        milik = {baris.kunci: baris.nomor for baris in reversed(lembar.daftar_baris)}
        akhir = max((lembar.kepala, *milik.values()))
        for kolom in skema_indikator.RIWAYAT.daftar_kolom:
            if kolom.tahun_lalu:
                self.daftar_isi[Tempat(RIWAYAT, lembar.kepala, kolom.kunci)] = kolom.judul_pada(self.tahun)
        baru = riwayat_baru(self.rekap, self.tahun)
        for satu in self.rekap.daftar_indikator:
            kode = satu.indikator.kode
            if kode not in milik:
                akhir += 1
                milik[kode] = akhir
                self.daftar_isi[Tempat(RIWAYAT, akhir, "indikator")] = kode
            self._isi_baris_riwayat(milik[kode], satu, baru[kode])

    def _isi_baris_riwayat(self, nomor: int, satu: RekapIndikator, riwayat: Riwayat) -> None:
        for lalu in reversed(TAHUN_LALU):
            butir = riwayat.pada(self.tahun - lalu.jarak)
            for kunci, isi in ((lalu.target, butir.target), (lalu.realisasi, butir.realisasi)):
                self.daftar_isi[Tempat(RIWAYAT, nomor, kunci)] = isi_target(isi, satu.indikator)
            if butir.realisasi is None and self.tahun - lalu.jarak >= self.dari:
                self._minta_realisasi(nomor, satu, lalu)
        jenis = riwayat.jenis_renstra.value if riwayat.jenis_renstra else None
        self.daftar_isi[Tempat(RIWAYAT, nomor, "jenis_renstra")] = jenis
        jumlah = isi_target(riwayat.realisasi_renstra, satu.indikator)
        self.daftar_isi[Tempat(RIWAYAT, nomor, "realisasi_renstra")] = jumlah

    def _minta_realisasi(self, nomor: int, satu: RekapIndikator, lalu: KunciTahunLalu) -> None:
        tahun = self.tahun - lalu.jarak
        hasil = satu.periode_ini.realisasi
        ada = _tampak(hasil.angka, satu.indikator)
        sebab = f"baru {ada}: {hasil.catatan or 'belum lengkap'}" if ada else hasil.keterangan
        tempat = Tempat(RIWAYAT, nomor, lalu.realisasi)
        rincian = sebab if tahun == self.dari else f"tidak ada buku induk {tahun} di antaranya"
        self.lihat(tempat, f"isi realisasi {tahun}", satu.indikator.nama, rincian, kosong=True)

    def akhiri_renstra(self) -> None:
        """Empty what the Renstra that is over asked and reached, and ask for the next one."""
        for tempat, lama in self.butir(INSTANSI.kunci, "renstra"):
            self.daftar_isi[tempat] = None
            rincian = f"{lama} sudah berakhir"
            self.lihat(tempat, "isi periode Renstra yang baru", "Periode Renstra", rincian, kosong=True)
        for lembar, daftar_kunci in SAMPAI_RENSTRA_BERAKHIR.items():
            for baris in self.baris(lembar):
                for kolom in daftar_kunci:
                    self._akhiri(Tempat(lembar, baris.nomor, kolom), baris)

    def _akhiri(self, tempat: Tempat, baris: Baris) -> None:
        sel = baris.sel.get(tempat.kolom)
        if sel is None or (sel.kosong and self.daftar_isi.get(tempat) is None):
            return
        self.daftar_isi[tempat] = None
        if not sel.kosong and not tempat.kolom.startswith("realisasi"):
            rincian = f"Renstra yang lama: {sel.tampil}"
            self.lihat(tempat, "isi target Renstra yang baru", baris.kunci, rincian, kosong=True)

    def bawa_tindak_lanjut(self, daftar: Sequence[TindakLanjutLalu]) -> None:
        """Write what is still to be done where the first form of the new year asks for it."""
        lembar = self.mentah.lembar.get(TINDAK_LANJUT)
        for nomor, satu in enumerate(daftar if lembar else (), start=lembar.kepala + 1 if lembar else 0):
            for kolom, isi in (("unit", satu.unit), ("indikator", satu.indikator), ("isi", satu.isi)):
                self.daftar_isi[Tempat(TINDAK_LANJUT, nomor, kolom)] = isi
            perihal = f"tindak lanjut {self.dari} yang belum selesai: ditanyakan lagi dalam formulir TW I"
            self.lihat(Tempat(TINDAK_LANJUT, nomor, "isi"), perihal, satu.indikator, satu.unit)


def _tahun_lain(tanggal: date, tambah: int) -> date:
    """Return the same day of another year; the last of February where there is none."""
    try:
        return tanggal.replace(year=tanggal.year + tambah)
    except ValueError:
        return tanggal.replace(year=tanggal.year + tambah, day=28)


def _tampak(isi: Target | None, indikator: Indikator) -> str:
    """Return a target or a realisasi as a report prints it."""
    tertulis = isi_target(isi, indikator)
    return angka(tertulis, indikator.desimal) if isinstance(tertulis, Decimal) else teks_isi(tertulis)
