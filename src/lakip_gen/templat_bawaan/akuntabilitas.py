"""Chapter III of the year's report: the seven analyses of each sasaran, and the money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan import blok
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel

if TYPE_CHECKING:
    from lakip_gen.templat_bawaan.naskah import Naskah

_NOMOR: Final = Kolom("No", 1.1, "{{ indikator.nomor }}", TENGAH)
_GRAFIK: Final = "sasaran.grafik_tahun"
_SATUAN: Final = Kolom("Satuan", 2.2, "{{ indikator.satuan }}", TENGAH)


def susun(naskah: Naskah) -> None:
    """Append the chapter."""
    naskah.heading("Bab III Akuntabilitas Kinerja")
    naskah.heading("A. Capaian Kinerja Organisasi", 2)
    naskah.paragraph(
        "Capaian setiap indikator diukur dengan membandingkan realisasi dan target Tahun {{ periode.tahun }}, lalu "
        "dinilai menurut skala predikat ({{ dasar_skala }}). Setiap sasaran dianalisis dari tujuh sisi. "
        "Efisiensi adalah selisih rata-rata capaian dan serapan anggaran sasaran, dalam poin persentase."
    )
    with naskah.loop("sasaran", "daftar_sasaran", tabel=7, gambar=1, kosong="Belum ada sasaran."):
        naskah.heading("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}", 3)
        naskah.paragraph("{{ sasaran.kalimat }}", "Pengantar")
        for analisis in (_target, _tahun, _renstra, _standar, _penyebab, _efisiensi, _penunjang):
            analisis(naskah)
    naskah.heading("B. Realisasi Anggaran", 2)
    naskah.paragraph(f"{{{{ kalimat_anggaran }}}} Rinciannya disajikan pada {naskah.rujukan}.", "Pengantar")
    blok.anggaran(naskah, setahun=True)
    naskah.paragraph(
        f"Anggaran dan capaian setiap sasaran disandingkan pada {naskah.rujukan}"
        f"{naskah.rujukan_gambar('grafik_serapan')}.",
        "PengantarLanjut",
    )
    _sumber_daya(naskah)


def _target(naskah: Naskah) -> None:
    naskah.heading("1. Target dan realisasi tahun {{ periode.tahun }}", 4)
    naskah.paragraph(f"{{{{ sasaran.kalimat_target }}}} Rinciannya disajikan pada {naskah.rujukan}.", "Pengantar")
    daftar_kolom = (
        _NOMOR,
        Kolom("Indikator", 5.1, "{{ indikator.nama }}"),
        Kolom("Satuan", 1.9, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target {{ periode.tahun }}", 2.1, "{{ indikator.target_tahun }}", KANAN),
        Kolom("Realisasi {{ periode.tahun }}", 2.1, "{{ indikator.realisasi_kini }}", KANAN),
        Kolom("Capaian (%)", 1.9, "{{ indikator.capaian_tahun }}", KANAN),
        Kolom("Predikat", 2.3, "{{ indikator.predikat }}", TENGAH),
    )
    rerata = (
        Sel("Rata-rata capaian ({{ sasaran.keterangan_rerata }})", 5),
        Sel("{{ sasaran.rerata }}", 1, KANAN),
        Sel("{{ sasaran.predikat }}", 1, TENGAH),
    )
    keterangan = "Target dan realisasi sasaran {{ sasaran.nomor }}"
    naskah.listing(keterangan, daftar_kolom, *blok.INDIKATOR, rerata)
    blok.catatan_pengukuran(naskah)


def _tahun(naskah: Naskah) -> None:
    naskah.heading("2. Perbandingan dengan tahun-tahun sebelumnya", 4)
    naskah.paragraph(
        f"Perkembangan kinerja disajikan pada {naskah.rujukan}{naskah.rujukan_gambar(_GRAFIK)}.", "Pengantar"
    )
    with naskah.loop("indikator", "sasaran.daftar_indikator if indikator.kalimat_tren"):
        naskah.paragraph("Indikator {{ indikator.nomor }}: {{ indikator.kalimat_tren }}", "ListBullet")
    daftar_kolom = (
        _NOMOR,
        Kolom("Indikator", 6.4, "{{ indikator.nama }}"),
        Kolom("Satuan", 1.9, "{{ indikator.satuan }}", TENGAH),
        Kolom("Tahun", 1.2, "{{ tahun.tahun }}", TENGAH),
        Kolom("Target", 1.9, "{{ tahun.target }}", KANAN),
        Kolom("Realisasi", 2.1, "{{ tahun.realisasi }}", KANAN),
        Kolom("Capaian (%)", 1.9, "{{ tahun.capaian }}", KANAN),
    )
    keterangan = "Perkembangan kinerja sasaran {{ sasaran.nomor }}"
    with naskah.table(keterangan, daftar_kolom, blok.SUMBER_INDUK) as tabel:
        tabel.tag(f"for {blok.INDIKATOR[0]}")
        with tabel.loop("tahun in indikator.daftar_tahun"):
            tabel.group(3)
        tabel.tag("endfor")
    naskah.chart(_GRAFIK)


def _renstra(naskah: Naskah) -> None:
    naskah.heading("3. Perbandingan dengan target akhir Renstra", 4)
    naskah.paragraph(f"{{{{ sasaran.kalimat_renstra }}}} Rinciannya disajikan pada {naskah.rujukan}.", "Pengantar")
    daftar_kolom = (
        _NOMOR,
        Kolom("Indikator", 5.8, "{{ indikator.nama }}"),
        _SATUAN,
        Kolom("Realisasi s.d. {{ periode.tahun }}", 2.4, "{{ indikator.realisasi_kini }}", KANAN),
        Kolom("Target akhir Renstra", 2.5, "{{ indikator.target_renstra }}", KANAN),
        Kolom("Tingkat kemajuan (%)", 2.5, "{{ indikator.capaian_renstra }}", KANAN),
    )
    keterangan = "Kemajuan terhadap target akhir Renstra sasaran {{ sasaran.nomor }}"
    naskah.listing(keterangan, daftar_kolom, *blok.INDIKATOR, catatan=blok.SUMBER_INDUK)


def _standar(naskah: Naskah) -> None:
    naskah.heading("4. Perbandingan dengan standar nasional", 4)
    naskah.paragraph(
        f"{{{{ sasaran.kalimat_standar }}}}{{% if sasaran.ada_standar %}} Rinciannya disajikan pada {naskah.rujukan}."
        "{% endif %}",
        "Pengantar",
    )
    daftar_kolom = (
        _NOMOR,
        Kolom("Indikator", 4.7, "{{ indikator.nama }}"),
        Kolom("Satuan", 1.9, "{{ indikator.satuan }}", TENGAH),
        Kolom("Realisasi {{ periode.tahun }}", 2.0, "{{ indikator.realisasi_kini }}", KANAN),
        Kolom("Standar nasional", 2.0, "{{ indikator.standar_nasional }}", KANAN),
        Kolom("Capaian (%)", 1.8, "{{ indikator.capaian_standar }}", KANAN),
        Kolom("Sumber standar", 3.0, "{{ indikator.sumber_standar }}"),
    )
    keterangan = "Realisasi dan standar nasional sasaran {{ sasaran.nomor }}"
    with naskah.when("sasaran.ada_standar"):
        naskah.listing(keterangan, daftar_kolom, f"{blok.INDIKATOR[0]} if indikator.ada_standar", "")


def _penyebab(naskah: Naskah) -> None:
    naskah.heading("5. Penyebab keberhasilan atau kegagalan dan solusi", 4)
    naskah.paragraph(
        f"Uraian pada {naskah.rujukan} disampaikan oleh unit pengampu melalui formulir capaian kinerja.", "Pengantar"
    )
    blok.analisis(naskah)


def _efisiensi(naskah: Naskah) -> None:
    naskah.heading("6. Efisiensi penggunaan sumber daya", 4)
    naskah.paragraph(
        "{{ sasaran.kalimat_efisiensi }}{% if sasaran.efisiensi.ada %} "
        f"Rinciannya disajikan pada {naskah.rujukan}.{{% endif %}}",
        "Pengantar",
    )
    daftar_kolom = (
        Kolom("Rata-rata capaian (%)", 3.6, "{{ sasaran.rerata }}", KANAN),
        Kolom("Serapan anggaran (%)", 3.6, "{{ sasaran.anggaran.serapan }}", KANAN),
        Kolom("Efisiensi (poin persentase)", 3.6, "{{ sasaran.efisiensi }}", KANAN),
        Kolom("Simpulan", 5.7, "{{ sasaran.simpulan_efisiensi }}", TENGAH),
    )
    keterangan = "Efisiensi sasaran {{ sasaran.nomor }}"
    with naskah.when("sasaran.efisiensi.ada"), naskah.table(keterangan, daftar_kolom, blok.SUMBER_INDUK) as tabel:
        tabel.row()


def _penunjang(naskah: Naskah) -> None:
    naskah.heading("7. Program dan kegiatan penunjang", 4)
    naskah.paragraph(
        "{{ sasaran.kalimat_penunjang }}{% if sasaran.daftar_anggaran %} "
        f"Rinciannya disajikan pada {naskah.rujukan}.{{% endif %}}",
        "Pengantar",
    )
    daftar_kolom = (
        Kolom("Kode", 2.7, "{{ baris.kode }}"),
        Kolom("Program, kegiatan, subkegiatan", 5.3, "{{ baris.uraian }}"),
        Kolom("Pagu (Rp)", 2.65, "{{ baris.pagu }}", KANAN),
        Kolom("Realisasi (Rp)", 2.65, "{{ baris.realisasi }}", KANAN),
        Kolom("Serapan (%)", 1.45, "{{ baris.serapan }}", KANAN),
        Kolom("Fisik (%)", 1.75, "{{ baris.fisik }}", KANAN),
    )
    keterangan = "Program dan kegiatan penunjang sasaran {{ sasaran.nomor }}"
    with (
        naskah.when("sasaran.daftar_anggaran"),
        naskah.table(keterangan, daftar_kolom, blok.SUMBER_ANGGARAN) as tabel,
    ):
        with tabel.loop("baris in sasaran.daftar_anggaran"):
            blok.anggaran_per_tingkat(tabel)
        tabel.total(*blok.total_anggaran("sasaran.anggaran"))


def _sumber_daya(naskah: Naskah) -> None:
    """Append money and capaian of all sasaran in one table."""
    daftar_kolom = (
        Kolom("No", 0.9, "{{ sasaran.nomor }}", TENGAH),
        Kolom("Sasaran", 4.5, "{{ sasaran.nama }}"),
        Kolom("Pagu (Rp)", 2.6, "{{ sasaran.anggaran.pagu }}", KANAN),
        Kolom("Realisasi (Rp)", 2.6, "{{ sasaran.anggaran.realisasi }}", KANAN),
        Kolom("Serapan (%)", 1.6, "{{ sasaran.anggaran.serapan }}", KANAN),
        Kolom("Capaian (%)", 1.7, "{{ sasaran.rerata }}", KANAN),
        Kolom("Simpulan", 2.6, "{{ sasaran.simpulan_efisiensi }}", TENGAH),
    )
    naskah.listing("Anggaran dan capaian per sasaran", daftar_kolom, *blok.SASARAN, catatan=blok.SUMBER_ANGGARAN)
    naskah.chart("grafik_serapan")
