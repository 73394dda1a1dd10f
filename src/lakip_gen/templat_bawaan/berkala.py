"""The chapters that the quarter's and the semester's report have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan import blok
from lakip_gen.templat_bawaan.halaman import Letak, Ukuran
from lakip_gen.templat_bawaan.naskah import Naskah
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel

if TYPE_CHECKING:
    from collections.abc import Callable

KAKI: Final = f"Laporan Kinerja {{{{ periode.nama }}}} | {blok.NAMA_KAKI}"


def susun(judul: str, *daftar_tambahan: Callable[[Naskah], None], ukuran: Ukuran = Ukuran.A4) -> Naskah:
    """Return the template of a report within the year.

    Args:
        judul: The title among the document's properties.
        daftar_tambahan: What a sasaran gets besides its table, one captioned table each.
        ukuran: The paper.
    """
    naskah = Naskah(judul, KAKI, ukuran=ukuran)
    _pembuka(naskah)
    naskah.section(Letak.MENDATAR)
    _capaian(naskah, *daftar_tambahan)
    naskah.section(Letak.TEGAK)
    _analisis(naskah)
    naskah.section(Letak.MENDATAR)
    _lanjutan(naskah)
    naskah.section(Letak.TEGAK)
    _penutup(naskah)
    return naskah


def _pembuka(naskah: Naskah) -> None:
    blok.kop(naskah)
    naskah.paragraph("Laporan Kinerja", "Title")
    naskah.paragraph("{{ periode.nama }}", "Subtitle")
    naskah.heading("1. Pendahuluan")
    naskah.paragraph(
        "Laporan ini menyajikan capaian kinerja {{ instansi.nama }} pada {{ periode.nama }} "
        "({{ periode.daftar_bulan }}) dalam rangka penyelenggaraan Sistem Akuntabilitas Kinerja Instansi Pemerintah. "
        "Isinya bersumber dari laporan capaian kinerja unit kerja: {{ ringkasan.unit_diterima }} dari "
        "{{ ringkasan.banyak_unit }} unit kerja telah menyampaikan laporan yang dapat diterima, sebagaimana dirinci "
        "pada bagian 8."
    )
    blok.dasar_hukum(naskah)
    naskah.heading("2. Ringkasan")
    naskah.each("ringkasan.daftar_kalimat", "ListBullet")
    blok.terlemah(naskah)
    blok.predikat(naskah)
    blok.sasaran(naskah)
    naskah.chart("grafik_capaian")
    blok.perubahan(naskah, "2.1 Perubahan target dan anggaran")


def _capaian(naskah: Naskah, *daftar_tambahan: Callable[[Naskah], None]) -> None:
    naskah.heading("3. Capaian Kinerja")
    naskah.heading("3.1 Pengukuran capaian per sasaran", 2)
    with naskah.loop("sasaran", "daftar_sasaran", tabel=1 + len(daftar_tambahan), kosong="Belum ada sasaran."):
        naskah.heading("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}", 3)
        naskah.paragraph(
            f"{{{{ sasaran.kalimat }}}} {{{{ sasaran.kalimat_target }}}} {naskah.rujukan} memuat angkanya.",
            "Pengantar",
        )
        _pengukuran(naskah)
        for tambahan in daftar_tambahan:
            tambahan(naskah)
        blok.catatan_pengukuran(naskah)


def _pengukuran(naskah: Naskah) -> None:
    """Append the table of a sasaran's figures, both capaian side by side."""
    daftar_kolom = (
        Kolom("No", 1.2, "{{ indikator.nomor }}", TENGAH),
        Kolom("Indikator", 5.9, "{{ indikator.nama }}", melebar=True),
        Kolom("Satuan", 2.1, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target {{ periode.nama_pendek }}", 2.2, "{{ indikator.target }}", KANAN),
        Kolom("Realisasi {{ periode.nama_pendek }}", 2.3, "{{ indikator.realisasi }}", KANAN),
        Kolom("Capaian (%) terhadap target {{ periode.sebutan }}", 2.3, "{{ indikator.capaian }}", KANAN),
        Kolom("Predikat {{ periode.sebutan }}", 2.9, "{{ indikator.predikat }}", TENGAH),
        Kolom("Target tahun {{ periode.tahun }}", 2.2, "{{ indikator.target_tahun }}", KANAN),
        Kolom(
            "Realisasi s.d. {{ periode.nama_pendek }}",
            2.3,
            "{{ indikator.realisasi_kini }}",
            KANAN,
            bila="not periode.sejak_awal_tahun",
        ),
        Kolom("Capaian (%) terhadap target tahun", 2.3, "{{ indikator.capaian_tahun }}", KANAN),
    )
    rerata = (
        Sel("Rata-rata capaian sasaran ({{ sasaran.keterangan_rerata }})", 5),
        Sel("{{ sasaran.rerata }}", 1, KANAN),
        Sel("{{ sasaran.predikat }}", 1, TENGAH),
        Sel("", 3, KANAN),
    )
    keterangan = "Capaian sasaran {{ sasaran.nomor }} pada {{ periode.nama }}"
    naskah.listing(keterangan, daftar_kolom, *blok.INDIKATOR, rerata)


def _analisis(naskah: Naskah) -> None:
    naskah.heading("3.2 Analisis capaian per indikator", 2)
    naskah.paragraph(
        "Uraian faktor pendorong, faktor penghambat, dan tindak lanjut berikut bersumber dari laporan capaian kinerja "
        "unit pengampu."
    )
    with naskah.loop("sasaran", "daftar_sasaran", tabel=1, kosong="Belum ada sasaran."):
        naskah.heading("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}", 3)
        blok.analisis(naskah)


def _lanjutan(naskah: Naskah) -> None:
    naskah.heading("4. Tindak Lanjut")
    naskah.paragraph(
        "Tindak lanjut yang direncanakan unit kerja, beserta penanggung jawab dan batas waktunya, disajikan pada "
        f"{naskah.rujukan}.",
        "Pengantar",
    )
    blok.tindak_lanjut(naskah)
    naskah.heading("5. Realisasi Anggaran")
    naskah.paragraph(f"{{{{ kalimat_anggaran }}}} {naskah.rujukan} merincinya menurut program.", "Pengantar")
    blok.anggaran(naskah, setahun=False)
    naskah.heading("6. Rencana Aksi")
    naskah.paragraph(
        f"Pelaksanaan rencana aksi pada {{{{ periode.nama }}}} disajikan pada {naskah.rujukan}.", "Pengantar"
    )
    blok.aksi(naskah)
    naskah.heading("7. Progres Bulanan")
    naskah.paragraph(
        f"Kegiatan unit kerja setiap bulan, hasil, kendala, dan rencananya disajikan pada {naskah.rujukan}.",
        "Pengantar",
    )
    blok.progres(naskah)


def _penutup(naskah: Naskah) -> None:
    naskah.heading("8. Laporan Unit Kerja")
    naskah.paragraph(
        f"Laporan setiap unit kerja, penyusunnya, dan kepala unit yang memvalidasinya disajikan pada {naskah.rujukan}.",
        "Pengantar",
    )
    blok.kelengkapan(naskah)
    naskah.heading("9. Penutup")
    naskah.each("ringkasan.daftar_simpulan")
    naskah.paragraph(
        "Demikian Laporan Kinerja {{ instansi.nama }} {{ periode.nama }} ini disusun sebagai bahan pengendalian dan "
        "evaluasi pencapaian target Perjanjian Kinerja Tahun {{ periode.tahun }}."
    )
    blok.tanda_tangan(naskah)
