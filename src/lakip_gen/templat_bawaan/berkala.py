"""The chapters that the quarter's and the semester's report have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan import blok, blok_berkala
from lakip_gen.templat_bawaan.blok_peta import peta
from lakip_gen.templat_bawaan.halaman import Letak, Ukuran
from lakip_gen.templat_bawaan.naskah import Naskah
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel

if TYPE_CHECKING:
    from collections.abc import Callable

KAKI: Final = f"Laporan Kinerja {{{{ periode.nama }}}} | {blok.NAMA_KAKI}"


def susun(
    judul: str,
    daftar_kolom: tuple[Kolom, ...] = (),
    *daftar_tambahan: Callable[[Naskah], None],
    ukuran: Ukuran = Ukuran.A4,
) -> Naskah:
    """Return the template of a report within the year: upright up to the signature, the long lists across behind it.

    Args:
        judul: The title among the document's properties.
        daftar_kolom: The columns that the table of a sasaran has besides.
        daftar_tambahan: What a sasaran gets besides its table, one captioned table each.
        ukuran: The paper.
    """
    naskah = Naskah(judul, KAKI, ukuran=ukuran)
    _pembuka(naskah)
    _ikhtisar_capaian(naskah)
    _per_sasaran(naskah, daftar_kolom, *daftar_tambahan)
    _tindak_lanjut(naskah)
    _anggaran(naskah)
    _penutup(naskah)
    naskah.section(Letak.MENDATAR)
    _lampiran(naskah)
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
        "pada bagian 6."
    )
    blok.dasar_hukum(naskah)
    naskah.heading("2. Ringkasan")
    naskah.each("ringkasan.daftar_kalimat", "ListBullet")
    with naskah.when("ringkasan.kalimat_banding"):
        naskah.paragraph("{{ ringkasan.kalimat_banding }}", "ListBullet")
    blok_berkala.keputusan(naskah)
    blok.terlemah(naskah, "bagian 3.2 dan bagian 4")
    blok.predikat(naskah)
    blok.sasaran(naskah)
    naskah.chart("grafik_capaian")
    blok.perubahan(naskah, "2.1 Perubahan target dan anggaran")


def _ikhtisar_capaian(naskah: Naskah) -> None:
    naskah.heading("3. Capaian Kinerja")
    naskah.heading("3.1 Kedudukan terhadap target tahun", 2)
    naskah.paragraph(
        "{% if ringkasan.kalimat_target_tahun %}{{ ringkasan.kalimat_target_tahun }} {% endif %}"
        f"Realisasi sampai dengan {{{{ periode.nama_pendek }}}} dan jaraknya ke target Tahun {{{{ periode.tahun }}}} "
        f"disajikan pada {naskah.rujukan}.",
        "Pengantar",
    )
    daftar_kolom = (
        Kolom("No", 1.0, "{{ indikator.nomor }}", TENGAH),
        Kolom("Indikator", 5.0, "{{ indikator.nama }}"),
        Kolom("Satuan", 1.7, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target tahun {{ periode.tahun }}", 1.9, "{{ indikator.target_tahun }}", KANAN),
        Kolom("Realisasi s.d.\n{{ periode.nama_pendek }}", 2.1, "{{ indikator.realisasi_kini }}", KANAN),
        Kolom("Capaian (%) terhadap target tahun", 1.9, "{{ indikator.capaian_tahun }}", KANAN),
        Kolom("Jarak ke target tahun", 2.9, "{{ indikator.sisa_target }}"),
    )
    with (
        naskah.table("Kedudukan terhadap target Tahun {{ periode.tahun }}", daftar_kolom, _CATATAN_JARAK) as tabel,
        tabel.loop(*blok.SASARAN),
    ):
        tabel.band("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}")
        with tabel.loop(*blok.INDIKATOR):
            tabel.row()
    _peta(naskah)


NAMA_BERSATUAN: Final = "{{ indikator.nama }} ({{ indikator.satuan }})"
"""An indicator with its satuan, where a table has no room for a column of it."""
_CATATAN_JARAK: Final = (
    "Jarak adalah selisih target tahun dan realisasi sampai dengan akhir periode ini, bukan perkiraan realisasi akhir "
    f"tahun. {blok.SUMBER}"
)


def _peta(naskah: Naskah) -> None:
    """Append the map of capaian, from the third quarter on: two quarters stand side by side in the tables already."""
    with naskah.when("periode.ada_peta"):
        naskah.heading("Peta capaian menurut triwulan", 3)
        naskah.paragraph(f"{naskah.rujukan} memetakan capaian setiap indikator menurut triwulan.", "Pengantar")
        peta(naskah, setahun=False)


def _per_sasaran(naskah: Naskah, daftar_kolom: tuple[Kolom, ...], *daftar_tambahan: Callable[[Naskah], None]) -> None:
    naskah.heading("3.2 Capaian dan analisis per sasaran", 2)
    naskah.paragraph(
        "Faktor pendorong dan faktor penghambat pada setiap sasaran bersumber dari laporan capaian kinerja unit "
        "pengampu; tindak lanjutnya dimuat pada bagian 4."
    )
    with naskah.loop(
        "sasaran", "daftar_sasaran", tabel=2 + len(daftar_tambahan), gambar=1, kosong="Belum ada sasaran."
    ):
        naskah.heading("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}", 3)
        naskah.each("sasaran.narasi.pengantar")
        naskah.paragraph(
            f"{{{{ sasaran.kalimat }}}} {{{{ sasaran.kalimat_target }}}} {naskah.rujukan} memuat target dan "
            "realisasinya.",
            "Pengantar",
        )
        _pengukuran(naskah, daftar_kolom)
        blok.catatan_pengukuran(naskah)
        for tambahan in daftar_tambahan:
            tambahan(naskah)
        naskah.chart("sasaran.grafik_triwulan")
        blok.catatan(naskah, "Analisis capaian sasaran {{ sasaran.nomor }}")
        blok_berkala.narasi(naskah)


def _pengukuran(naskah: Naskah, daftar_tambahan: tuple[Kolom, ...]) -> None:
    """Append the table of a sasaran's figures of the period."""
    nama = 8.3 - sum(kolom.lebar for kolom in daftar_tambahan)
    daftar_kolom = (
        Kolom("No", 1.0, "{{ indikator.nomor }}", TENGAH),
        Kolom("Indikator", nama, NAMA_BERSATUAN, melebar=True),
        Kolom("Target\n{{ periode.nama_pendek }}", 1.7, "{{ indikator.target }}", KANAN),
        Kolom("Realisasi\n{{ periode.nama_pendek }}", 1.9, "{{ indikator.realisasi }}", KANAN),
        blok.capaian("{{ indikator.capaian }}"),
        Kolom("Predikat {{ periode.sebutan }}", 1.7, "{% cellbg indikator.warna %}{{ indikator.predikat }}", TENGAH),
        *daftar_tambahan,
    )
    rerata = (
        Sel("Rata-rata capaian sasaran ({{ sasaran.keterangan_rerata }})", 4),
        Sel("{{ sasaran.rerata }}", 1, KANAN),
        Sel("{{ sasaran.predikat }}", 1, TENGAH),
        *(Sel("", gaya=KANAN) for _ in daftar_tambahan),
    )
    keterangan = "Capaian sasaran {{ sasaran.nomor }} pada {{ periode.nama }}"
    naskah.listing(keterangan, daftar_kolom, *blok.INDIKATOR, rerata)


def _tindak_lanjut(naskah: Naskah) -> None:
    naskah.heading("4. Tindak Lanjut")
    naskah.heading("4.1 Pelaksanaan tindak lanjut dan keputusan sebelumnya", 2)
    naskah.paragraph(
        "Tindak lanjut dan keputusan rapat yang belum selesai pada awal "
        "{% if periode.sebutan == 'triwulan' %}triwulan ini{% else %}tiap triwulan{% endif %}, beserta kelanjutannya, "
        f"disajikan pada {naskah.rujukan}.",
        "Pengantar",
    )
    blok_berkala.janji(naskah)
    naskah.heading("4.2 Rencana tindak lanjut", 2)
    naskah.paragraph(
        "Tindak lanjut yang direncanakan unit kerja{% if periode.sebutan != 'triwulan' %} dan belum selesai"
        "{% endif %}, beserta penanggung jawab dan batas waktunya, "
        f"disajikan pada {naskah.rujukan}.",
        "Pengantar",
    )
    blok_berkala.tindak_lanjut(naskah)


def _anggaran(naskah: Naskah) -> None:
    naskah.heading("5. Realisasi Anggaran")
    naskah.paragraph(
        f"{{{{ kalimat_anggaran }}}} Realisasi setiap program disajikan pada {naskah.rujukan}; rinciannya menurut "
        "kegiatan dan subkegiatan dimuat pada Lampiran 1.",
        "Pengantar",
    )
    blok_berkala.anggaran_program(naskah)


def _penutup(naskah: Naskah) -> None:
    naskah.heading("6. Laporan Unit Kerja")
    naskah.paragraph(
        f"Laporan setiap unit kerja, penyusunnya, dan kepala unit yang memvalidasinya disajikan pada {naskah.rujukan}.",
        "Pengantar",
    )
    blok.kelengkapan(naskah)
    naskah.heading("7. Penutup")
    naskah.each("ringkasan.daftar_simpulan", "PengantarRapat")  # no signature without what it is put to
    naskah.paragraph(
        "Demikian Laporan Kinerja {{ instansi.nama }} {{ periode.nama }} ini disusun sebagai bahan pengendalian dan "
        "evaluasi pencapaian target Perjanjian Kinerja Tahun {{ periode.tahun }}.",
        "PengantarRapat",
    )
    blok.tanda_tangan(naskah)


def _lampiran(naskah: Naskah) -> None:
    naskah.heading("Lampiran 1 Realisasi Anggaran menurut Kegiatan dan Subkegiatan")
    blok.anggaran(naskah, setahun=False)
    naskah.heading("Lampiran 2 Pelaksanaan Rencana Aksi")
    blok.aksi(naskah)
    naskah.heading("Lampiran 3 Progres Bulanan Unit Kerja")
    blok.progres(naskah)
