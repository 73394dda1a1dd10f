"""The templates of what goes out with the forms: disposisi, letters, receipts, tasks, forms to fill by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.templat_bawaan import blok
from lakip_gen.templat_bawaan.halaman import Letak, Ukuran
from lakip_gen.templat_bawaan.naskah import Naskah
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom
from lakip_gen.templat_bawaan.unsur_dinas import (
    KETERANGAN_RAGU,
    PEJABAT,
    TITIK,
    baris_kotak,
    butir,
    daftar,
    judul,
    kop_kecil,
    kotak,
    tanda_tangan,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SELEBAR_TITIK = 3.2
"""As wide as the dots of a day that is filled by hand, with the margins of its cell."""
HARAP = ("Tanggapan dan saran", "Proses lebih lanjut", "Koordinasi atau konfirmasi", TITIK)
SIFAT = ("Sifat\t: ☐ Sangat segera", "\t  ☐ Segera", "\t  ☐ Rahasia")


def disposisi(ukuran: Ukuran) -> Naskah:
    """Return the sheet of half a page with which a task is passed on; there is room to write in every box."""
    naskah = Naskah.dinas("Lembar Disposisi", letak=Letak.SETENGAH, ukuran=ukuran)
    kop_kecil(naskah)
    judul(naskah, "Lembar Disposisi")
    naskah.paragraph("", "Pemisah")
    kotak(
        naskah,
        [
            baris_kotak(f"Surat dari\t: {TITIK}", f"Nomor\t: {TITIK}", f"Tanggal\t: {TITIK}", gaya="KotakTitik"),
            baris_kotak(f"Diterima\t: {TITIK}", f"No. agenda\t: {TITIK}", gaya="KotakTitik")
            + baris_kotak(*SIFAT, gaya="KotakTitik"),
        ],
        bagian=(1, 1),
    )
    kotak(
        naskah,
        [
            baris_kotak("Hal", gaya="KotakJudul")
            + baris_kotak(
                "Pengumpulan data kinerja {{ periode.nama }}: {{ kertas.langkah.kegiatan }}",
                "Batas waktu: {{ kertas.tenggat }}",
            )
        ],
    )
    kotak(
        naskah,
        [
            baris_kotak("Diteruskan kepada", gaya="KotakJudul")
            + baris_kotak("{%p for penerima in kertas.daftar_penerima %}", "☐ {{ penerima }}", "{%p endfor %}")
            + baris_kotak(f"☐ {TITIK}"),
            baris_kotak("Dengan hormat harap", gaya="KotakJudul") + baris_kotak(*(f"☐ {satu}" for satu in HARAP)),
        ],
        bagian=(1, 1),
    )
    kotak(naskah, [baris_kotak("Catatan", gaya="KotakJudul") + baris_kotak("", gaya="KotakRuang")])
    tanda_tangan(naskah, ("", PEJABAT))
    return naskah


def surat_permintaan(ukuran: Ukuran) -> Naskah:
    """Return the letters that ask for data: one a unit, each on a page of its own."""
    naskah = Naskah.dinas("Surat Permintaan Data", ukuran=ukuran)
    with naskah.loop("unit", "kertas.daftar_unit", kosong="Belum ada unit kerja di buku induk."):
        with naskah.when("not loop.first"):
            naskah.paragraph("", "HalamanBaru")
        blok.kop(naskah)
        judul(naskah, "Nota Dinas", f"Nomor: {TITIK}")
        butir(
            naskah,
            kepada="Yth. {{ unit.kepala }}{% if unit.nama not in unit.kepala %}, {{ unit.nama }}{% endif %}",
            dari="{{ kertas.pejabat.jabatan }}",
            tanggal="{{ kertas.tanggal }}",
            sifat="Segera",
            lampiran="Formulir capaian kinerja {{ unit.periode }} ({{ unit.berkas }})",
            hal="Permintaan data kinerja {{ periode.nama }}",
        )
        naskah.paragraph(
            "Dalam rangka pengumpulan data kinerja {{ instansi.nama }} {{ periode.nama }} "
            "({{ periode.daftar_bulan }}), mohon Saudara mengisi formulir terlampir, memvalidasinya, dan "
            "menyampaikannya kepada {{ instansi.perencana.jabatan }} paling lambat {{ unit.tenggat }}. "
            "Data yang diminta adalah sebagai berikut.",
            "Alinea",
        )
        _daftar_permintaan(naskah)
        naskah.paragraph(
            "Selain itu mohon disampaikan pelaksanaan rencana aksi, progres bulanan, serta data dukungnya. "
            "Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.",
            "AlineaPenutup",
        )
        tanda_tangan(naskah, ("", PEJABAT), tempat=False)
    return naskah


def _daftar_permintaan(naskah: Naskah) -> None:
    """Append the indicators and the money that a unit is asked for."""
    indikator = (
        Kolom("No", 1.0, "{{ loop.index }}", TENGAH),
        Kolom("Indikator kinerja", 9.5, "{{ permintaan.nama }}"),
        Kolom("Satuan", 3.0, "{{ permintaan.satuan }}", TENGAH),
        Kolom("Target {{ unit.periode }}", 3.0, "{{ permintaan.target }}", KANAN),
    )
    belanja = (
        Kolom("No", 1.0, "{{ loop.index }}", TENGAH),
        Kolom("Subkegiatan", 12.5, "{{ belanja.kode }} {{ belanja.uraian }}"),
        Kolom("Pagu (Rp)", 3.0, "{{ belanja.pagu }}", KANAN),
    )
    daftar(naskah, indikator, "permintaan in unit.daftar_permintaan", "Tidak ada indikator.")
    with naskah.when("unit.daftar_belanja"):
        naskah.paragraph("Realisasi keuangan dan fisik subkegiatan:", "PengantarLanjut")
        daftar(naskah, belanja, "belanja in unit.daftar_belanja", "Tidak ada subkegiatan.")


def surat_instansi_luar(ukuran: Ukuran) -> Naskah:
    """Return the letters to agencies outside the office, each with a sheet for the answer on a page of its own."""
    naskah = Naskah.dinas("Surat Permintaan Data kepada Instansi Luar", ukuran=ukuran)
    kosong = "Tidak ada instansi luar yang diminta data."
    with naskah.loop("luar", "kertas.daftar_instansi_luar", kosong=kosong):
        with naskah.when("not loop.first"):
            naskah.paragraph("", "HalamanBaru")
        blok.kop(naskah)
        naskah.paragraph("{{ instansi.tempat }}, {{ kertas.tanggal }}", "TempatKanan")
        butir(
            naskah,
            nomor=TITIK,
            sifat="Biasa",
            lampiran="Satu lembar jawaban",
            hal="Permintaan data {{ periode.nama }}",
        )
        naskah.paragraph("Yth. {{ luar.penerima }}", "TujuanSurat")
        naskah.paragraph("{{ luar.alamat }}", "TujuanLanjut")
        naskah.paragraph(
            "Dalam rangka penyusunan Laporan Kinerja {{ instansi.nama }} {{ periode.nama }}, kami memerlukan data "
            "dari {{ luar.nama }} sebagai berikut.",
            "Alinea",
        )
        _daftar_data(naskah)
        naskah.paragraph(
            "Mohon kiranya data tersebut dapat disampaikan dengan lembar jawaban terlampir atau surat tersendiri "
            "kepada {{ instansi.perencana.jabatan }} {{ instansi.nama }} paling lambat {{ kertas.tenggat }}. "
            "Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.",
            "AlineaPenutup",
        )
        tanda_tangan(naskah, ("", PEJABAT), tempat=False)
        _lembar_jawaban(naskah)
    return naskah


def _daftar_data(naskah: Naskah) -> None:
    """Append what an agency is asked for."""
    kolom = (
        Kolom("No", 1.0, "{{ loop.index }}", TENGAH),
        Kolom("Data yang diminta", 7.5, "{{ data.uraian }}"),
        Kolom("Satuan", 2.5, "{{ data.satuan }}", TENGAH),
        Kolom("Dipakai untuk indikator", 5.5, "{{ data.indikator }}"),
    )
    daftar(naskah, kolom, "data in luar.daftar_data", "Tidak ada data.")


def _lembar_jawaban(naskah: Naskah) -> None:
    """Append the sheet on which an agency can answer by hand."""
    naskah.paragraph("", "HalamanBaru")
    judul(naskah, "Lembar Jawaban Permintaan Data", "{{ luar.nama }}", "{{ periode.nama }}")
    kolom = (
        Kolom("No", 1.0, "{{ loop.index }}", TENGAH),
        Kolom("Data", 6.5, "{{ data.uraian }}"),
        Kolom("Satuan", 2.2, "{{ data.satuan }}", TENGAH),
        Kolom("Isian", 3.0, "\n\n"),
        Kolom("Sumber dan keterangan", 3.8, ""),
    )
    daftar(naskah, kolom, "data in luar.daftar_data", "Tidak ada data.")
    naskah.paragraph(
        "Disampaikan kepada {{ instansi.perencana.jabatan }} {{ instansi.nama }}, {{ instansi.kontak }}, paling lambat "
        "{{ kertas.tenggat }}.",
        "Catatan",
    )
    kotak(
        naskah,
        [
            baris_kotak("Diisi oleh", f"Nama: {TITIK}", f"Jabatan: {TITIK}", f"Tanggal: {TITIK}", "Tanda tangan, cap:"),
            baris_kotak("Diterima oleh", f"Nama: {TITIK}", f"Tanggal: {TITIK}", "Paraf:"),
        ],
        bagian=(1, 1),
    )


def tanda_terima(ukuran: Ukuran) -> Naskah:
    """Return the list on which forms are signed for, when they go out and when they come back."""
    naskah = Naskah.dinas("Tanda Terima", letak=Letak.MENDATAR, ukuran=ukuran)
    blok.kop(naskah)
    judul(naskah, "Tanda Terima Formulir Data Kinerja", "{{ periode.nama }}")
    keadaan = (
        "{{ unit.status }}{% if unit.galat or unit.peringatan %} ({{ unit.galat }} galat, {{ unit.peringatan }} "
        "peringatan){% endif %}{% if unit.penyalin %}; disalin dari kertas oleh {{ unit.penyalin }}{% endif %}"
    )
    kolom = (
        Kolom("No", 0.9, "{{ unit.nomor }}", TENGAH),
        Kolom("Unit kerja", 4.1, "{{ unit.nama }}"),
        Kolom("Periode", 1.4, "{{ unit.periode }}", TENGAH),
        Kolom("Formulir diserahkan", SELEBAR_TITIK, "{{ unit.dibagikan }}", TENGAH),
        Kolom("Paraf penerima", 2.4, "\n"),
        Kolom("Isian terlihat pada", SELEBAR_TITIK, "{{ unit.terlihat }}", TENGAH),
        Kolom("Kiriman ke", 1.6, "{% if unit.kiriman %}{{ unit.kiriman }}{% else %}–{% endif %}", TENGAH),
        Kolom("Keadaan", 3.3, keadaan),
        Kolom("Tanda berkas", 2.2, "{{ unit.sidik }}", TENGAH),
        Kolom("Paraf penyerah", 2.6, "\n"),
    )
    daftar(naskah, kolom, "unit in kertas.daftar_unit", "Belum ada unit kerja di buku induk.")
    naskah.paragraph(
        "Batas waktu penyampaian: {{ kertas.tenggat }}. Tanda berkas adalah delapan angka pertama sidik SHA-256 isian "
        "yang diterima; tanda catatan: {{ kertas.kepala_catatan }}.",
        "Catatan",
    )
    tanda_tangan(naskah, ("", PEJABAT))
    return naskah


def pembagian_tugas(ukuran: Ukuran) -> Naskah:
    """Return who does which step, how long it takes and when."""
    naskah = Naskah.dinas("Catatan Pembagian Tugas", letak=Letak.MENDATAR, ukuran=ukuran)
    blok.kop(naskah)
    judul(
        naskah,
        "Catatan Pembagian Tugas dan Jadwal Kerja",
        "{{ kertas.nama_sop }} Nomor {{ kertas.nomor_sop }}, {{ periode.nama }}",
    )
    kolom = (
        Kolom("No", 1.0, "{{ langkah.nomor }}", TENGAH),
        Kolom("Kegiatan", 7.0, "{{ langkah.kegiatan }}"),
        Kolom("Pelaksana", 4.2, "{{ langkah.pelaksana }}"),
        Kolom("Waktu baku", 2.0, "{{ langkah.waktu }}", TENGAH),
        Kolom("Mulai", SELEBAR_TITIK, "{{ langkah.mulai }}", TENGAH),
        Kolom("Paling lambat", SELEBAR_TITIK, "{{ langkah.tenggat }}", TENGAH),
        Kolom("Output", 3.0, "{{ langkah.output }}"),
        Kolom("Paraf", 1.7, "\n"),
    )
    daftar(naskah, kolom, "langkah in kertas.daftar_langkah", "Belum ada langkah SOP di buku induk.")
    naskah.paragraph(f"{KETERANGAN_RAGU} Hari dihitung menurut hari kerja kantor.", "Catatan")
    tanda_tangan(naskah, ("", PEJABAT))
    return naskah


def formulir_cetak(ukuran: Ukuran) -> Naskah:
    """Return the forms of all units to be filled by hand, and who keyed them in."""
    naskah = Naskah.dinas("Formulir Capaian Kinerja untuk Diisi Tangan", letak=Letak.MENDATAR, ukuran=ukuran)
    with naskah.loop("unit", "kertas.daftar_unit", kosong="Belum ada unit kerja di buku induk."):
        with naskah.when("not loop.first"):
            naskah.paragraph("", "HalamanBaru")
        judul(
            naskah,
            "Formulir Capaian Kinerja {{ periode.nama }}",
            "{{ unit.nama }} ({{ unit.kode }}), {{ instansi.nama }}",
        )
        daftar(naskah, tuple(_kolom_formulir()), "permintaan in unit.daftar_permintaan", "Tidak ada indikator.")
        with naskah.when("unit.daftar_belanja"):
            naskah.paragraph("", "PengantarLanjut")
            daftar(naskah, tuple(_kolom_belanja()), "belanja in unit.daftar_belanja", "Tidak ada subkegiatan.")
        naskah.paragraph(
            "Tulis angka dengan titik sebagai pemisah ribuan dan koma sebagai pemisah desimal. Paling lambat "
            "{{ unit.tenggat }} kepada {{ instansi.perencana.jabatan }}.",
            "Catatan",
        )
        kotak(
            naskah,
            [
                baris_kotak("Diisi oleh", f"Nama: {TITIK}", f"Tanggal: {TITIK}", "Tanda tangan:"),
                baris_kotak(
                    "Disetujui {{ unit.kepala }}", "Nama: {{ unit.nama_kepala }}", f"Tanggal: {TITIK}", "Tanda tangan:"
                ),
                baris_kotak(
                    "Disalin ke formulir elektronik oleh", f"Nama: {TITIK}", f"Tanggal: {TITIK}", "Tanda tangan:"
                ),
            ],
            bagian=(1, 1, 1),
        )
    return naskah


def _kolom_formulir() -> Iterator[Kolom]:
    yield Kolom("Kode", 1.6, "{{ permintaan.kode }}", TENGAH)
    yield Kolom("Indikator kinerja", 6.6, "{{ permintaan.nama }}")
    yield Kolom("Satuan", 2.0, "{{ permintaan.satuan }}", TENGAH)
    yield Kolom("Target", 2.0, "{{ permintaan.target }}", KANAN)
    for kosong, lebar in (("Realisasi", 2.5), ("Penjelasan, pendorong, dan penghambat", 6.0), ("Tindak lanjut", 5.0)):
        yield Kolom(kosong, lebar, "\n\n")


def _kolom_belanja() -> Iterator[Kolom]:
    yield Kolom("Subkegiatan", 12.7, "{{ belanja.kode }} {{ belanja.uraian }}")
    yield Kolom("Pagu (Rp)", 3.5, "{{ belanja.pagu }}", KANAN)
    for kosong, lebar in (("Realisasi (Rp)", 3.5), ("Fisik (%)", 2.0), ("Keterangan", 4.0)):
        yield Kolom(kosong, lebar, "")
