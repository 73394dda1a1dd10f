"""The sheet Ringkasan: one page that a Kepala reads, with what its figures stand on."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.aturan import Aturan, RumusTurun
from lakip_gen.domain.capaian import RUMUS_RASIO, RUMUS_SELISIH
from lakip_gen.domain.rekap import StatusUnit
from lakip_gen.excel.cells import ABU, Petak, jenjang, petak, petak_angka, petak_predikat
from lakip_gen.excel.table import tulis_baris, tulis_judul, tulis_kepala
from lakip_gen.excel.workbook import WARNA, Buku, tulis_isi
from lakip_gen.laporan.sajian import isi_hasil, jumlah_predikat
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.kelompok import hitung

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lakip_gen.domain.rekap import Rekap, RekapSasaran
    from lakip_gen.pesan.katalog import TemuanTerbaca

LEBAR: Final = (9, 50, 18, 17, 11, 17, 17, 17, 10, 32)
"""The least width of every column; all parts of the sheet share them."""
KEPALA_PREDIKAT: Final = ("Mulai dari (%)", "Predikat", "Jumlah indikator", "Bagian (%)")
KEPALA_SASARAN: Final = (
    "Kode",
    "Sasaran",
    "Rata-rata capaian (%)",
    "Indikator yang dinilai",
    "Jumlah indikator",
    "Predikat",
    "Pagu (Rp)",
    "Realisasi (Rp)",
    "Serapan (%)",
    "Efisiensi",
)
SATU_HALAMAN: Final = 24
"""So many figures and sasaran still fit on one page without becoming too small."""
TANPA_PREDIKAT: Final = "Belum dapat dinilai"

Baris = tuple[Petak, ...]


def tulis_ringkasan(buku: Buku, rekap: Rekap, subjudul: str, daftar_temuan: tuple[TemuanTerbaca, ...]) -> None:
    """Write the sheet: the period in figures, the indicators by predikat, the sasaran one by one, the rules."""
    aturan = rekap.induk.aturan
    butir = tuple(_butir(rekap, daftar_temuan))
    daftar_sasaran = [_baris_sasaran(sasaran, aturan.desimal_capaian) for sasaran in rekap.daftar_sasaran]
    penulis = _Penulis(buku, [*(baris for baris, _ in butir), *daftar_sasaran])
    penulis.judul("Rekapitulasi Kinerja", (subjudul, rekap.induk.instansi.pemerintah))
    penulis.butir(butir)
    penulis.tabel(f"Indikator menurut predikat ({aturan.dasar_skala})", KEPALA_PREDIKAT, list(_predikat(rekap)))
    penulis.tabel("Sasaran", KEPALA_SASARAN, daftar_sasaran)
    penulis.kalimat("Cara menghitung", _kalimat_aturan(aturan))


class _Penulis:
    """Writes the parts of the sheet under each other."""

    def __init__(self, buku: Buku, daftar_baris: Iterable[Baris]) -> None:
        self.buku = buku
        self.ws = buku.lembar("Ringkasan")
        self.nomor = 0
        semua = list(daftar_baris)
        self.lebar = [
            max(terkecil, *(baris[letak].lebar for baris in semua if letak < len(baris)), 0)
            for letak, terkecil in enumerate(LEBAR)
        ]
        for letak, lebar in enumerate(self.lebar):
            self.ws.set_column(letak, letak, lebar)
        if len(semua) <= SATU_HALAMAN:
            self.ws.fit_to_pages(1, 1)

    def judul(self, judul: str, keterangan: Sequence[str]) -> None:
        """Write the heading of the sheet."""
        self.nomor = tulis_judul(self.buku, self.ws, judul, keterangan)

    def butir(self, daftar: Iterable[tuple[Baris, str]]) -> None:
        """Write named figures, and beside each what it stands on."""
        catatan = self.buku.gaya(font_color=ABU, align="left", indent=1)
        for baris, teks in daftar:
            tulis_baris(self.buku, self.ws, self.nomor, baris, self.lebar[: len(baris)])
            tulis_isi(self.ws, self.nomor, len(baris), teks, catatan)
            self.nomor += 1

    def tabel(self, judul: str, kepala: Sequence[str], daftar_baris: Sequence[Baris]) -> None:
        """Write a table under a heading of its own."""
        self._anak_judul(judul)
        lebar = self.lebar[: len(kepala)]
        self.nomor = tulis_kepala(self.buku, self.ws, self.nomor, [(satu,) for satu in kepala], lebar)
        for baris in daftar_baris:
            tulis_baris(self.buku, self.ws, self.nomor, baris, lebar)
            self.nomor += 1
        if not daftar_baris:
            tulis_isi(self.ws, self.nomor, 0, "Belum ada.", self.buku.gaya(italic=True))
            self.nomor += 1

    def kalimat(self, judul: str, daftar: Iterable[str]) -> None:
        """Write sentences under a heading of their own."""
        self._anak_judul(judul)
        for teks in daftar:
            tulis_isi(self.ws, self.nomor, 0, teks, self.buku.gaya())
            self.nomor += 1

    def _anak_judul(self, teks: str) -> None:
        gaya = self.buku.gaya(bold=True, font_size=12, font_color=WARNA["judul"])
        tulis_isi(self.ws, self.nomor + 1, 0, teks, gaya)
        self.nomor += 2


def _butir(rekap: Rekap, daftar_temuan: tuple[TemuanTerbaca, ...]) -> Iterator[tuple[Baris, str]]:
    desimal = rekap.induk.aturan.desimal_capaian
    anggaran, rata = rekap.anggaran, rekap.rerata
    diterima = sum(status.status is StatusUnit.DITERIMA for status in rekap.daftar_status)
    triwulan = bahasa.gabung([periode.nama_pendek for periode in rekap.periode.daftar_triwulan])
    sejak = f"1 Januari s.d. {bahasa.tanggal(rekap.periode.akhir)}"
    dinilai = f"{rata.ada} dapat dinilai, {rata.semua - rata.ada} belum dapat dinilai"
    yield _bernama("Periode", petak(rekap.periode.nama, align="right")), f"meliputi {triwulan}"
    yield _bernama("Sasaran", petak_angka(len(rekap.daftar_sasaran))), ""
    yield _bernama("Indikator", petak_angka(rata.semua)), dinilai
    yield _bernama("Rata-rata capaian (%)", petak_angka(rata.angka, desimal, bold=True)), rata.keterangan
    yield _bernama("Predikat", petak_predikat(rekap.pita)), ""
    yield _bernama("Pagu (Rp)", petak_angka(anggaran.pagu)), "yang berlaku pada akhir periode"
    yield _bernama("Realisasi anggaran (Rp)", petak_angka(isi_hasil(anggaran.realisasi))), sejak
    yield _bernama("Serapan (%)", petak_angka(anggaran.serapan, desimal, bold=True)), ""
    yield _bernama("Formulir diterima", petak_angka(diterima)), f"dari {len(rekap.daftar_status)} formulir"
    yield _bernama("Temuan", petak_angka(len(daftar_temuan))), str(hitung(daftar_temuan))


def _bernama(nama: str, isi: Petak) -> Baris:
    depan = petak(nama, bg_color=WARNA["terkunci"], text_wrap=False, right=0)
    return depan, petak(bg_color=WARNA["terkunci"], left=0), isi


def _predikat(rekap: Rekap) -> Iterator[Baris]:
    """Give how many indicators stand in each band; the counts add up to all of them."""
    semua, desimal = rekap.rerata.semua, rekap.induk.aturan.desimal_capaian
    for pita, banyak in jumlah_predikat(rekap):
        batas = petak_angka(pita.batas, _desimal(pita.batas)) if pita else petak_angka(None)
        kata = petak_predikat(pita) if pita else petak(TANPA_PREDIKAT, align="center")
        bagian = Decimal(100 * banyak) / semua if semua else None
        yield batas, kata, petak_angka(banyak), petak_angka(bagian, desimal)
    yield jenjang(0, (petak(), petak("Jumlah", align="center"), petak_angka(semua), petak()))


def _desimal(angka: Decimal) -> int:
    """Return how many decimals a bound was given with."""
    return max(0, -int(angka.normalize().as_tuple().exponent))


def _baris_sasaran(sasaran: RekapSasaran, desimal: int) -> Baris:
    return (
        petak(sasaran.sasaran.kode),
        petak(sasaran.sasaran.nama),
        petak_angka(sasaran.rerata.angka, desimal, bold=True),
        petak_angka(sasaran.rerata.ada),
        petak_angka(sasaran.rerata.semua),
        petak_predikat(sasaran.pita),
        petak_angka(sasaran.anggaran.pagu),
        petak_angka(isi_hasil(sasaran.anggaran.realisasi)),
        petak_angka(sasaran.anggaran.serapan, desimal),
        petak(_efisiensi(sasaran, desimal), indent=1),
    )


def _efisiensi(sasaran: RekapSasaran, desimal: int) -> str:
    hasil = sasaran.efisiensi
    if hasil.angka is None:
        return hasil.simpulan
    return f"{hasil.simpulan} ({bahasa.persen(hasil.angka, desimal)} poin)"


def _kalimat_aturan(aturan: Aturan) -> Iterator[str]:
    rumus = RUMUS_SELISIH if aturan.rumus_turun is RumusTurun.SELISIH else RUMUS_RASIO
    yield "Rata-rata capaian adalah rata-rata biasa dari indikator yang dapat dinilai; yang lain tidak dihitung nol."
    yield f"Indikator yang baik bila turun memakai rumus {rumus}, kecuali yang punya rumus sendiri."
    for sebutan, batas in (("tinggi", aturan.batas_atas), ("rendah", aturan.batas_bawah)):
        if batas is not None:
            yield (
                f"Capaian dibatasi paling {sebutan} {bahasa.angka(batas)}%; "
                "angka sebelum dibatasi ada di kolom Keterangan lembar Capaian."
            )
    if aturan.nol_tercapai:
        yield "Target 0 dengan realisasi 0 dihitung tercapai (100%)."
    yield "Efisiensi adalah selisih rata-rata capaian dan serapan, dinilai hanya bila target tercapai."
