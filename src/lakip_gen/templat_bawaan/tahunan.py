"""The template of the year's Laporan Kinerja: cover, front matter, four chapters, annexes."""

from __future__ import annotations

from typing import Final

from lakip_gen.templat_bawaan import akuntabilitas, blok, halaman, lampiran
from lakip_gen.templat_bawaan.halaman import Letak, Ukuran
from lakip_gen.templat_bawaan.logo import gambar_pilihan, logo
from lakip_gen.templat_bawaan.naskah import Naskah
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel
from lakip_gen.templat_bawaan.unsur import open_field

KAKI: Final = f"Laporan Kinerja {blok.NAMA_KAKI} Tahun {{{{ periode.tahun }}}}"
_DEPAN: Final = "JudulDepan"
_IKU: Final = "{% if indikator.adalah_utama %} (IKU){% endif %}"
_LEBAR_LOGO: Final = 3.2
"""The width of the logo on the cover, in cm."""


def susun(ukuran: Ukuran = Ukuran.A4) -> Naskah:
    """Return the template."""
    naskah = Naskah("Laporan Kinerja Instansi Pemerintah", KAKI, bab=True, ukuran=ukuran)
    _sampul(naskah)
    naskah.section(Letak.TEGAK)
    halaman.number_pages(naskah.document, "lowerRoman", 1)
    for bagian in (_kata_pengantar, _pernyataan_reviu, _ikhtisar, _daftar_isi):
        bagian(naskah)
    naskah.section(Letak.TEGAK)
    halaman.number_pages(naskah.document, "decimal", 1)
    for bagian in (_pendahuluan, _perencanaan, akuntabilitas.susun, _penutup):
        bagian(naskah)
    lampiran.susun(naskah)
    return naskah


def _sampul(naskah: Naskah) -> None:
    naskah.append(logo(naskah.document, "LogoSampul", _LEBAR_LOGO))
    naskah.paragraph("Laporan Kinerja Instansi Pemerintah", "Title")
    naskah.paragraph("Tahun {{ periode.tahun }}", "Subtitle")
    naskah.paragraph("{{ instansi.nama }}", "Sampul")
    naskah.paragraph("{{ instansi.pemerintah }}", "Sampul")
    naskah.paragraph("{{ instansi.alamat }}", "KopAlamat")
    naskah.paragraph("{{ instansi.kontak }}", "KopAlamat")


def _kata_pengantar(naskah: Naskah) -> None:
    naskah.paragraph("Kata Pengantar", _DEPAN)
    naskah.paragraph(
        "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa atas tersusunnya Laporan Kinerja "
        "{{ instansi.nama }} Tahun {{ periode.tahun }}. Laporan ini merupakan pertanggungjawaban atas pelaksanaan "
        "Perjanjian Kinerja Tahun {{ periode.tahun }} antara {{ instansi.kepala.jabatan }} dan "
        "{{ instansi.kepala_daerah.jabatan }}."
    )
    blok.dasar_hukum(naskah)
    naskah.paragraph(
        "Laporan ini menyajikan capaian {{ ringkasan.banyak_sasaran }} sasaran strategis dengan "
        "{{ ringkasan.banyak_indikator }} indikator kinerja beserta realisasi anggarannya. Kami berharap laporan ini "
        "bermanfaat sebagai bahan evaluasi dan dasar perbaikan kinerja pada tahun berikutnya."
    )
    naskah.paragraph("Kepada semua pihak yang membantu penyusunan laporan ini kami sampaikan terima kasih.")
    blok.tanda_tangan(naskah)


def _pernyataan_reviu(naskah: Naskah) -> None:
    """Append the statement that the APIP completes and signs: its conclusion, notes and names stay blank."""
    naskah.paragraph("Pernyataan Telah Direviu", _DEPAN)
    naskah.paragraph("Laporan Kinerja {{ instansi.nama }}", "TengahTebal")
    naskah.paragraph("Tahun Anggaran {{ periode.tahun }}", "TengahTebal")
    for alinea in (
        (
            "Kami telah mereviu Laporan Kinerja {{ instansi.nama }} {{ instansi.pemerintah }} untuk Tahun Anggaran "
            "{{ periode.tahun }} sesuai pedoman reviu atas laporan kinerja. Substansi informasi yang dimuat dalam "
            "Laporan Kinerja menjadi tanggung jawab manajemen {{ instansi.nama }}."
        ),
        (
            "Reviu bertujuan untuk memberikan keyakinan terbatas bahwa Laporan Kinerja telah disajikan secara akurat, "
            "andal, dan valid."
        ),
        "Berdasarkan reviu kami:",
    ):
        naskah.paragraph(alinea)
    for isian in ("Simpulan", "", "", "Catatan", ""):
        naskah.paragraph(f"{isian}\t\t", "Isian")
    naskah.paragraph("", "TempatTanggal")
    for isian in ("Tempat, tanggal", "Jabatan", "Nama", "NIP", "Tanda tangan"):
        naskah.paragraph(f"{isian}\t\t", "Isian")


def _ikhtisar(naskah: Naskah) -> None:
    naskah.paragraph("Ikhtisar Eksekutif", _DEPAN)
    naskah.each("ringkasan.daftar_kalimat")
    blok.terlemah(naskah, "Bab III dan Lampiran 7")
    blok.predikat(naskah)
    naskah.chart("grafik_capaian")
    blok.sasaran(naskah)


def _daftar_isi(naskah: Naskah) -> None:
    for judul, instruksi in (
        ("Daftar Isi", 'TOC \\o "1-3" \\h \\z \\u'),
        ("Daftar Tabel", 'TOC \\h \\z \\c "Tabel"'),
        ("Daftar Gambar", 'TOC \\h \\z \\c "Gambar"'),
    ):
        petunjuk = f"Klik kanan di sini, lalu pilih Perbarui Bidang (Update Field) untuk menyusun {judul.lower()}."
        naskah.paragraph(judul, _DEPAN)
        naskah.append(open_field(instruksi, petunjuk, "TableofFigures"))


def _pendahuluan(naskah: Naskah) -> None:
    naskah.heading("Bab I\nPendahuluan")
    naskah.heading("A. Gambaran Umum Organisasi", 2)
    naskah.each("fakta.gambaran_umum")
    naskah.each("narasi.gambaran_umum")
    naskah.append(gambar_pilihan(naskah.document, "struktur_organisasi", "Struktur organisasi"))
    for nama, judul in (("sumber_daya_manusia", "Sumber daya manusia"), ("sarana", "Sarana dan prasarana")):
        with naskah.when(f"narasi.{nama}"):
            naskah.heading(judul, 3)
            naskah.each(f"narasi.{nama}")
            naskah.append(gambar_pilihan(naskah.document, nama, judul))
    naskah.heading("B. Aspek Strategis", 2)
    naskah.each("fakta.aspek_strategis")
    naskah.each("narasi.aspek_strategis")
    naskah.heading("C. Permasalahan Utama (Isu Strategis)", 2)
    naskah.each("fakta.isu_strategis")
    naskah.each("narasi.isu_strategis")


def _perencanaan(naskah: Naskah) -> None:
    naskah.heading("Bab II\nPerencanaan Kinerja")
    naskah.heading("A. Perencanaan Kinerja", 2)
    naskah.each("fakta.perencanaan")
    naskah.each("narasi.perencanaan")
    naskah.paragraph(
        f"Kaitan sasaran, indikator kinerja, dan program yang menunjangnya digambarkan pada {naskah.rujukan}.",
        "Pengantar",
    )
    _pohon(naskah)
    naskah.heading(f"B. {blok.PERJANJIAN} Tahun {{{{ periode.tahun }}}}", 2)
    naskah.paragraph(
        f"Sasaran, indikator, dan target dalam {blok.PERJANJIAN} {{{{ instansi.nama }}}} Tahun {{{{ periode.tahun }}}} "
        f"disajikan pada {naskah.rujukan}; naskahnya dimuat pada Lampiran 1.",
        "Pengantar",
    )
    _perjanjian_kinerja(naskah)
    naskah.heading("C. Anggaran Tahun {{ periode.tahun }}", 2)
    naskah.paragraph(
        f"Anggaran yang mendukung pelaksanaan Perjanjian Kinerja menurut program disajikan pada {naskah.rujukan}.",
        "Pengantar",
    )
    _anggaran_program(naskah)
    blok.perubahan(naskah, "D. Perubahan Target dan Anggaran")


def _pohon(naskah: Naskah) -> None:
    """Append the tree of performance: from each sasaran to its indicators, and to the programs that serve it."""
    daftar_kolom = (
        Kolom("Sasaran", 4.8, "**{{ sasaran.nomor }}. {{ sasaran.nama }}**"),
        Kolom("", 0.7, "→", TENGAH),
        Kolom("Indikator kinerja", 5.8, _cabang("indikator in sasaran.daftar_indikator", _INDIKATOR)),
        Kolom("", 0.7, "→", TENGAH),
        Kolom("Program penunjang", 4.5, _cabang("program in sasaran.daftar_program", "{{ program }}")),
    )
    with naskah.table("Pohon kinerja", daftar_kolom) as tabel, tabel.loop(*blok.SASARAN):
        tabel.row()


_INDIKATOR: Final = "{{ indikator.nomor }} {{ indikator.nama }}"


def _cabang(sumber: str, isi: str) -> str:
    """Return what prints a branch of the tree, one paragraph each; a dash where it has none."""
    return f"{{%p for {sumber} %}}\n{isi}\n{{%p else %}}\n–\n{{%p endfor %}}"


def _perjanjian_kinerja(naskah: Naskah) -> None:
    daftar_kolom = (
        Kolom("Sasaran", 5.2, "{{ sasaran.nomor }}. {{ sasaran.nama }}"),
        Kolom(
            "Indikator kinerja",
            6.6,
            "{{ indikator.nomor }} {{ indikator.nama }}{% if indikator.adalah_utama %} (IKU){% endif %}",
        ),
        Kolom("Satuan", 2.3, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target", 2.4, "{{ indikator.target_tahun }}", KANAN),
    )
    keterangan = f"{blok.PERJANJIAN} Tahun {{{{ periode.tahun }}}}"
    kosong = "{{ sasaran.nomor }}. {{ sasaran.nama }}"
    with (
        naskah.table(keterangan, daftar_kolom, f"Sumber: {keterangan}.") as tabel,
        tabel.loop(*blok.SASARAN),
        tabel.loop(blok.INDIKATOR[0], kosong),
    ):
        tabel.group(1)


def _anggaran_program(naskah: Naskah) -> None:
    daftar_kolom = (
        Kolom("Kode", 3.0, "{{ baris.kode }}"),
        Kolom("Program", 9.5, "{{ baris.uraian }}"),
        Kolom("Pagu (Rp)", 4.0, "{{ baris.pagu }}", KANAN),
    )
    keterangan = "Anggaran per program Tahun {{ periode.tahun }}"
    with naskah.table(
        keterangan, daftar_kolom, "Sumber: dokumen pelaksanaan anggaran Tahun {{ periode.tahun }}."
    ) as tabel:
        with tabel.loop("baris in daftar_anggaran if baris.adalah_program", "Belum ada program yang dicatat."):
            tabel.row()
        tabel.total(Sel("Jumlah", 2), Sel("{{ anggaran.pagu }}", gaya=KANAN))


def _penutup(naskah: Naskah) -> None:
    naskah.heading("Bab IV\nPenutup")
    naskah.heading("A. Simpulan", 2)
    naskah.each("ringkasan.daftar_simpulan")
    naskah.each("narasi.simpulan")
    blok.rekomendasi(naskah, "B. Tindak Lanjut Hasil Evaluasi")
    naskah.heading("{% if daftar_rekomendasi %}C{% else %}B{% endif %}. Langkah Perbaikan", 2)
    naskah.each("fakta.perbaikan")
    naskah.each("narasi.perbaikan")
