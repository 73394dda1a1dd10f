"""The templates of the papers that come with a report: recap and consent, meeting, corrections, seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakip_gen.templat_bawaan import blok
from lakip_gen.templat_bawaan.dokumen_kecil import isi_ikhtisar
from lakip_gen.templat_bawaan.halaman import Letak, Ukuran
from lakip_gen.templat_bawaan.naskah import Naskah
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel
from lakip_gen.templat_bawaan.unsur_dinas import (
    PEJABAT,
    TITIK,
    baris_kotak,
    butir,
    daftar,
    judul,
    kop_kecil,
    kotak,
    tabel,
    tanda_tangan,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

BARIS_HADIR = 6
"""So many lines of the list of those present are left for people whom nobody invited by name."""
_RERATA = "{% if ringkasan.rerata.ada %}, dengan rata-rata capaian {{ ringkasan.rerata }} persen{% endif %}"
"""Says the mean capaian in a sentence; nothing where nothing can be assessed yet."""


def rekapitulasi(ukuran: Ukuran) -> Naskah:
    """Return the recap of a period, the progress of its months, and the sheet on which it is consented to."""
    kaki = f"Rekapitulasi {{{{ periode.nama }}}} | {blok.NAMA_KAKI}"
    naskah = Naskah.dinas("Rekapitulasi Data Capaian Kinerja", kaki, Letak.MENDATAR, ukuran)
    blok.kop(naskah)
    judul(naskah, "Rekapitulasi Data Capaian Kinerja", "{{ periode.nama }}")
    naskah.each("ringkasan.daftar_kalimat", "ListBullet")
    _capaian(naskah)
    _anggaran(naskah)
    with naskah.when("daftar_progres"):
        _bulanan(naskah)
    naskah.section(Letak.TEGAK)
    blok.kop(naskah)
    _persetujuan(naskah)
    return naskah


def _capaian(naskah: Naskah) -> None:
    kolom = (
        Kolom("No", 1.2, "{{ indikator.nomor }}", TENGAH),
        Kolom("Sasaran dan indikator", 9.0, "{{ indikator.nama }}"),
        Kolom("Satuan", 2.4, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target", 2.3, "{{ indikator.target }}", KANAN),
        Kolom("Realisasi", 2.6, "{{ indikator.realisasi }}", KANAN),
        blok.capaian("{{ indikator.capaian }}"),
        Kolom("Predikat", 2.2, "{{ indikator.predikat }}", TENGAH),
        Kolom("Unit kerja", 4.1, "{{ indikator.daftar_unit }}"),
    )
    naskah.heading("Capaian indikator", 2)
    with tabel(naskah, kolom) as satu, satu.loop(*blok.SASARAN):
        satu.band(
            "{{ sasaran.nomor }}. {{ sasaran.nama }}",
            "Rata-rata capaian {{ sasaran.rerata }} persen",
            bila="sasaran.rerata.ada",
        )
        with satu.loop(*blok.INDIKATOR):
            satu.row()
    naskah.paragraph("Target, realisasi, dan capaian adalah angka {{ periode.nama }}.", "Catatan")


def _anggaran(naskah: Naskah) -> None:
    kolom = (
        Kolom("Kode", 2.7, "{{ baris.kode }}"),
        Kolom("Program", 6.6, "{{ baris.uraian }}"),
        Kolom("Pagu (Rp)", 2.9, "{{ baris.pagu }}", KANAN),
        Kolom("Realisasi (Rp)", 2.8, "{{ baris.realisasi }}", KANAN),
        Kolom("Serapan (%)", 1.5, "{{ baris.serapan }}", KANAN),
    )
    naskah.heading("Realisasi anggaran sampai dengan {{ periode.nama_pendek }}", 2)
    with tabel(naskah, kolom) as satu:
        with satu.loop("baris in daftar_anggaran if baris.adalah_program", "Belum ada program di buku induk."):
            satu.row()
        isi = (Sel(f"{{{{ anggaran.{nama} }}}}", gaya=KANAN) for nama in ("pagu", "realisasi", "serapan"))
        satu.total(Sel("Jumlah", 2), *isi)


def _bulanan(naskah: Naskah) -> None:
    """Append the recap by month, which some SOPs ask for beside that of the quarter."""
    kolom = (
        Kolom("Unit kerja", 3.3, "{{ baris.unit }}"),
        Kolom("Kegiatan", 4.6, "{{ baris.kegiatan }}"),
        Kolom("Hasil", 4.4, "{{ baris.hasil }}"),
        Kolom("Kendala", 4.2, "{{ baris.kendala }}"),
    )
    naskah.heading("Rekapitulasi bulanan", 2)
    with tabel(naskah, kolom) as satu, satu.loop("bulan in daftar_progres"):
        satu.band("{{ bulan.bulan }}")
        with satu.loop("baris in bulan.daftar_laporan"):
            satu.row()


def _persetujuan(naskah: Naskah) -> None:
    judul(naskah, "Lembar Persetujuan", "Rekapitulasi Data Capaian Kinerja {{ periode.nama }}")
    naskah.paragraph(
        "{{ ringkasan.unit_diterima }} dari {{ ringkasan.banyak_unit }} unit kerja telah menyampaikan formulir yang "
        "dapat diterima; {{ ringkasan.indikator_dinilai }} dari {{ ringkasan.banyak_indikator }} indikator dapat "
        f"dinilai{_RERATA}.",
        "Alinea",
    )
    with naskah.when("kertas.putusan"):
        naskah.paragraph("{{ kertas.putusan }}", "Alinea")
    kotak(
        naskah,
        [
            baris_kotak(_centang("kertas.disetujui", "Disetujui"), gaya="KotakJudul")
            + baris_kotak("untuk diteruskan sebagai bahan penyusunan Laporan Kinerja."),
            baris_kotak(_centang("kertas.dikembalikan", "Dikembalikan"), gaya="KotakJudul")
            + baris_kotak("untuk dilengkapi sesuai saran di bawah."),
        ],
        bagian=(1, 1),
    )
    kolom = (
        Kolom("No", 1.0, "{{ unit.nomor }}", TENGAH),
        Kolom("Unit kerja", 4.6, "{{ unit.nama }}"),
        Kolom("Periode", 1.6, "{{ unit.periode }}", TENGAH),
        Kolom("Keadaan", 2.9, "{{ unit.status }}", TENGAH),
        Kolom("Saran", 6.4, "{{ unit.saran }}"),
    )
    naskah.paragraph("", "PengantarLanjut")
    daftar(naskah, kolom, "unit in kertas.daftar_unit", "Belum ada unit kerja di buku induk.")
    tanda_tangan(naskah, ("", PEJABAT))


def _centang(syarat: str, kata: str) -> str:
    """Return what prints a box with its word, ticked where something is so."""
    return f"{{% if {syarat} %}}☑{{% else %}}☐{{% endif %}} {kata}"


def rapat(ukuran: Ukuran) -> Naskah:
    """Return the papers of a meeting: the invitation, a page of figures, who was there, and what was decided."""
    naskah = Naskah.dinas("Undangan, Ringkasan, Daftar Hadir, dan Notula", ukuran=ukuran)
    for bagian in (_undangan, isi_ikhtisar, _daftar_hadir, _notula):
        if bagian is not _undangan:
            naskah.paragraph("", "HalamanBaru")
        (kop_kecil if bagian is isi_ikhtisar else blok.kop)(naskah)
        bagian(naskah)
    return naskah


def _undangan(naskah: Naskah) -> None:
    judul(naskah, "Undangan", f"Nomor: {TITIK}")
    naskah.paragraph("Yth.")
    with naskah.loop("penerima", "kertas.daftar_penerima"):
        naskah.paragraph("{{ penerima }}", "ListBullet")
    naskah.paragraph(
        "Dalam rangka pelaksanaan {{ kertas.nama_sop }} {{ periode.nama }}, dengan hormat kami mengundang Saudara "
        "untuk hadir pada:",
        "Alinea",
    )
    butir(naskah, **{"hari, tanggal": TITIK, "pukul": TITIK, "tempat": TITIK, "acara": "{{ kertas.langkah.kegiatan }}"})
    naskah.paragraph("Demikian undangan ini, atas kehadiran Saudara diucapkan terima kasih.", "Alinea")
    tanda_tangan(naskah, ("", PEJABAT))


def _daftar_hadir(naskah: Naskah) -> None:
    judul(naskah, "Daftar Hadir", "{{ kertas.langkah.kegiatan }}", "{{ periode.nama }}")
    butir(naskah, **{"hari, tanggal": TITIK, "tempat": TITIK})
    kolom = (
        Kolom("No", 1.0, "{{ loop.index }}", TENGAH),
        Kolom("Nama", 5.5, ""),
        Kolom("Jabatan atau unit kerja", 6.0, "{{ penerima }}"),
        Kolom("Tanda tangan", 4.0, "\n"),
    )
    with tabel(naskah, kolom) as satu:
        with satu.loop("penerima in kertas.daftar_penerima"):
            satu.row()
        for _ in range(BARIS_HADIR):
            satu.line(*(Sel("\n" if kolom_ini is kolom[-1] else "") for kolom_ini in kolom))


def _notula(naskah: Naskah) -> None:
    judul(naskah, "Notula", "{{ kertas.langkah.kegiatan }}", "{{ periode.nama }}")
    butir(naskah, **{"hari, tanggal": TITIK, "tempat": TITIK, "pimpinan rapat": "{{ kertas.pejabat.jabatan }}"})
    naskah.heading("Keputusan", 2)
    kolom = (
        Kolom("No", 1.0, "{{ keputusan.nomor }}", TENGAH),
        Kolom("Indikator", 4.0, "{{ keputusan.indikator }}"),
        Kolom("Tindak lanjut", 5.6, "{{ keputusan.tindak_lanjut }}"),
        Kolom("Unit dan penanggung jawab", 3.5, "{{ keputusan.unit }}\n{{ keputusan.pic }}"),
        Kolom("Batas waktu", 2.4, "{{ keputusan.batas_waktu }}", TENGAH),
    )
    with tabel(naskah, kolom) as satu:
        with satu.loop("keputusan in kertas.daftar_keputusan"):
            satu.row()
        with satu.loop("baris in [1, 2, 3, 4] if not kertas.daftar_keputusan"):
            satu.line(*(Sel("\n") for _ in kolom))
    tanda_tangan(naskah, ("Notulis,", ""), ("Pimpinan rapat,", PEJABAT))


def hasil_koreksi(ukuran: Ukuran) -> Naskah:
    """Return what was corrected, where, by whom, and what became of it; with lines to go on by hand."""
    naskah = Naskah.dinas("Hasil Koreksi", letak=Letak.MENDATAR, ukuran=ukuran)
    blok.kop(naskah)
    judul(naskah, "Hasil Koreksi Laporan Kinerja", "{{ periode.nama }}")
    kolom = tuple(_kolom_koreksi())
    with tabel(naskah, kolom) as satu:
        with satu.loop("koreksi in kertas.daftar_koreksi"):
            satu.row()
        with satu.loop("baris in [1, 2, 3] if not kertas.daftar_koreksi"):
            satu.line(*(Sel("\n") for _ in kolom))
    tanda_tangan(naskah, ("", PEJABAT))
    return naskah


def _kolom_koreksi() -> Iterator[Kolom]:
    yield Kolom("No", 1.0, "{{ koreksi.nomor }}", TENGAH)
    yield Kolom("Bagian", 3.6, "{{ koreksi.bagian }}")
    yield Kolom("Tertulis", 4.2, "{{ koreksi.kutipan }}")
    yield Kolom("Saran", 4.6, "{{ koreksi.saran }}")
    yield Kolom("Angka tercetak dan sumbernya", 2.8, "{{ koreksi.angka }}")
    yield Kolom("Oleh", 2.6, "{{ koreksi.oleh }}\n{{ koreksi.tanggal }}")
    yield Kolom("Unit kerja", 2.6, "{{ koreksi.unit }}")
    yield Kolom("Keadaan", 1.9, "{{ koreksi.keadaan }}", TENGAH)
    yield Kolom("Jawaban", 2.6, "{{ koreksi.jawaban }}")


def pengesahan(ukuran: Ukuran) -> Naskah:
    """Return the sheet with which a period's report is sealed, and the list of all that is kept of it."""
    naskah = Naskah.dinas("Lembar Pengesahan dan Daftar Arsip", ukuran=ukuran)
    blok.kop(naskah)
    judul(naskah, "Lembar Pengesahan", "Laporan Kinerja {{ periode.nama }}")
    naskah.paragraph(
        "Laporan Kinerja {{ instansi.nama }} {{ periode.nama }}, yang memuat {{ ringkasan.banyak_sasaran }} sasaran "
        "dan {{ ringkasan.banyak_indikator }} indikator"
        f"{_RERATA}, disahkan untuk disimpan dan disampaikan.",
        "Alinea",
    )
    tanda_tangan(naskah, ("Disusun oleh,", "instansi.perencana"), ("Disahkan oleh,", PEJABAT))
    naskah.heading("Daftar arsip", 2)
    kolom = (
        Kolom("No", 1.0, "{{ arsip.nomor }}", TENGAH),
        Kolom("Naskah", 5.0, "{{ arsip.nama }}"),
        Kolom("Berkas", 4.7, "{{ arsip.berkas }}"),
        Kolom("Kode klasifikasi", 2.0, ""),
        Kolom("Retensi", 1.7, ""),
        Kolom("Keamanan", 2.1, ""),
    )
    daftar(naskah, kolom, "arsip in kertas.daftar_arsip", "Belum ada naskah.")
    naskah.paragraph("Tanda catatan kejadian: {{ kertas.kepala_catatan }}.", "Catatan")
    return naskah
