"""Chapter III of the year's report: the analyses of each sasaran, and the money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lakip_gen.pesan import bahasa
from lakip_gen.templat_bawaan import blok
from lakip_gen.templat_bawaan.blok_peta import peta
from lakip_gen.templat_bawaan.logo import gambar_pilihan
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel

if TYPE_CHECKING:
    from collections.abc import Callable

    from lakip_gen.templat_bawaan.naskah import Naskah

_NOMOR: Final = Kolom("No", 1.1, "{{ indikator.nomor }}", TENGAH)
_KELUARAN: Final = "{%p for keluaran in baris.daftar_keluaran %}\nKeluaran: {{ keluaran }}\n{%p endfor %}"
"""What a budget line produced, under its name."""
_GRAFIK: Final = "sasaran.daftar_grafik"
_SATUAN: Final = Kolom("Satuan", 2.2, "{{ indikator.satuan }}", TENGAH)


def susun(naskah: Naskah) -> None:
    """Append the chapter."""
    naskah.heading("Bab III\nAkuntabilitas Kinerja")
    naskah.heading("A. Capaian Kinerja Organisasi", 2)
    naskah.paragraph(
        "Capaian setiap indikator diukur dengan membandingkan realisasi dan target Tahun {{ periode.tahun }}, lalu "
        "dinilai menurut skala predikat ({{ dasar_skala }}). "
        f"Setiap sasaran dianalisis dari {bahasa.terbilang(len(DAFTAR_ANALISIS))} sisi. "
        "Efisiensi adalah selisih rata-rata capaian dan serapan anggaran sasaran, dalam poin persentase."
    )
    naskah.paragraph(
        f"{naskah.rujukan} memetakan capaian setiap indikator terhadap target triwulannya dan target tahunnya; warna "
        "sel mengikuti predikat yang tertulis di dalamnya.",
        "Pengantar",
    )
    peta(naskah, setahun=True)
    banyak, gambar = len(DAFTAR_ANALISIS), sum(_GAMBAR in analisis.pengantar for analisis in DAFTAR_ANALISIS)
    with naskah.loop("sasaran", "daftar_sasaran", tabel=banyak, gambar=gambar, kosong="Belum ada sasaran."):
        naskah.heading("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}", 3)
        naskah.each("sasaran.narasi.pengantar")
        naskah.paragraph("{{ sasaran.kalimat }}", "Pengantar")
        for nomor, analisis in enumerate(DAFTAR_ANALISIS, start=1):
            naskah.heading(f"{nomor}. {analisis.judul}", 4)
            pengantar = analisis.pengantar.replace(_TABEL, naskah.rujukan)
            naskah.paragraph(pengantar.replace(_GAMBAR, naskah.rujukan_gambar(_GRAFIK)), "Pengantar")
            analisis.tabel(naskah)
    naskah.heading("B. Realisasi Anggaran", 2)
    naskah.paragraph(
        f"{{{{ kalimat_anggaran }}}} {naskah.rujukan} merincinya menurut program dan kegiatan.", "Pengantar"
    )
    blok.anggaran(naskah, setahun=True)
    naskah.paragraph(
        f"Anggaran dan capaian setiap sasaran disandingkan pada {naskah.rujukan}"
        f"{naskah.rujukan_gambar('grafik_serapan')}.",
        "PengantarLanjut",
    )
    _sumber_daya(naskah)
    with naskah.when("narasi.prestasi"):
        naskah.heading("C. Prestasi dan Inovasi", 2)
        naskah.each("narasi.prestasi")
        naskah.append(gambar_pilihan(naskah.document, "prestasi", "Prestasi dan inovasi"))


def _target(naskah: Naskah) -> None:
    daftar_kolom = (
        _NOMOR,
        Kolom("Indikator", 5.1, "{{ indikator.nama }}"),
        Kolom("Satuan", 1.9, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target {{ periode.tahun }}", 2.1, "{{ indikator.target_tahun }}", KANAN),
        Kolom("Realisasi {{ periode.tahun }}", 2.1, "{{ indikator.realisasi_kini }}", KANAN),
        blok.capaian("{{ indikator.capaian_tahun }}"),
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
    daftar_kolom = (
        _NOMOR,
        Kolom("Indikator", 6.4, "{{ indikator.nama }}"),
        Kolom("Satuan", 1.9, "{{ indikator.satuan }}", TENGAH),
        Kolom("Tahun", 1.2, "{{ tahun.tahun }}", TENGAH),
        Kolom("Target", 1.9, "{{ tahun.target }}", KANAN),
        Kolom("Realisasi", 2.1, "{{ tahun.realisasi }}", KANAN),
        blok.capaian("{{ tahun.capaian }}"),
    )
    keterangan = "Perkembangan kinerja sasaran {{ sasaran.nomor }}"
    with naskah.table(keterangan, daftar_kolom, blok.SUMBER_TAHUN) as tabel:
        tabel.tag(f"for {blok.INDIKATOR[0]}")
        with tabel.loop("tahun in indikator.daftar_tahun"):
            tabel.group(3)
        tabel.tag("endfor")
    naskah.charts(
        _GRAFIK,
        "Perkembangan indikator sasaran {{ sasaran.nomor }} menurut tahun",
        "Garis penuh: realisasi; putus-putus: target; titik-titik: target akhir Renstra.",
    )


def _renstra(naskah: Naskah) -> None:
    daftar_kolom = (
        _NOMOR,
        Kolom("Indikator", 4.9, "{{ indikator.nama }}"),
        _SATUAN,
        Kolom("Jenis target", 1.9, "{{ indikator.jenis_renstra }}", TENGAH),
        Kolom("Realisasi s.d. {{ periode.tahun }}", 2.2, "{{ indikator.realisasi_renstra }}", KANAN),
        Kolom("Target akhir Renstra", 2.2, "{{ indikator.target_renstra }}", KANAN),
        Kolom("Tingkat kemajuan (%)", 2.0, "{{ indikator.capaian_renstra }}", KANAN),
    )
    keterangan = "Kemajuan terhadap target akhir Renstra sasaran {{ sasaran.nomor }}"
    catatan = (
        "Target tahunan dibandingkan dengan realisasi tahun ini, target kumulatif dengan jumlah realisasi selama masa "
        f"Renstra. {blok.SUMBER_RENSTRA}"
    )
    naskah.listing(keterangan, daftar_kolom, *blok.INDIKATOR, catatan=catatan)


def _standar(naskah: Naskah) -> None:
    daftar_kolom = (
        _NOMOR,
        Kolom("Indikator", 4.3, "{{ indikator.nama }} ({{ indikator.satuan }})"),
        Kolom("Realisasi {{ periode.tahun }}", 1.9, "{{ indikator.realisasi_kini }}", KANAN),
        Kolom("Pembanding", 3.1, "{{ pembanding.nama }}"),
        Kolom("Nilai", 1.7, "{{ pembanding.nilai }}", KANAN),
        blok.capaian("{{ pembanding.capaian }}"),
        Kolom("Sumber", 2.5, "{{ pembanding.sumber }}"),
    )
    keterangan = "Realisasi dan standar nasional sasaran {{ sasaran.nomor }}"
    with (
        naskah.when("sasaran.ada_pembanding"),
        naskah.table(keterangan, daftar_kolom) as tabel,
        tabel.loop(blok.INDIKATOR[0]),
        tabel.loop("pembanding in indikator.daftar_pembanding"),
    ):
        tabel.row()


def _sebab(naskah: Naskah) -> None:
    """Append the year of each indicator: its facts, what its units say it came to, and how far their promises are."""
    with naskah.loop("indikator", "sasaran.daftar_indikator"):
        naskah.heading("{{ indikator.nomor }} {{ indikator.nama }} ({{ indikator.daftar_unit }})", 5)
        naskah.each("indikator.narasi.pengantar")
        naskah.paragraph("{{ indikator.kalimat_setahun }}")
        naskah.each("indikator.daftar_sintesis")
        naskah.each("indikator.narasi.analisis + indikator.narasi.tindak_lanjut")
    daftar_kolom = (
        Kolom("No", 1.1, "{{ baris.nomor }}", TENGAH),
        Kolom("Tindak lanjut", 7.6, "{{ baris.isi }}"),
        Kolom("Unit kerja", 3.4, "{{ baris.unit }}"),
        Kolom("Dijanjikan", 1.8, "{{ baris.periode }}", TENGAH),
        Kolom("Keadaan", 2.6, "{{ baris.keadaan }}", TENGAH),
    )
    keterangan = "Tindak lanjut sasaran {{ sasaran.nomor }} dan keadaannya"
    with naskah.when("sasaran.daftar_tindak_lanjut"):
        naskah.paragraph(
            f"{{{{ sasaran.kalimat_tindak_lanjut }}}} {naskah.rujukan} memuat keadaan tiap butir.", "PengantarLanjut"
        )
        naskah.listing(keterangan, daftar_kolom, "baris in sasaran.daftar_tindak_lanjut", "", catatan=blok.SUMBER)
    naskah.each("sasaran.narasi.analisis + sasaran.narasi.tindak_lanjut")


def _efisiensi(naskah: Naskah) -> None:
    daftar_kolom = (
        Kolom("Subkegiatan", 5.6, "{{ baris.uraian }}"),
        Kolom("Sisa anggaran (Rp)", 2.6, "{{ baris.sisa }}", KANAN),
        Kolom("Serapan (%)", 1.6, "{{ baris.serapan }}", KANAN),
        Kolom("Fisik (%)", 1.75, "{{ baris.fisik }}", KANAN),
        Kolom("Keterangan unit", 4.95, "{{ baris.keterangan }}"),
    )
    keterangan = "Sisa anggaran sasaran {{ sasaran.nomor }}"
    with naskah.when("sasaran.daftar_anggaran"):
        naskah.listing(keterangan, daftar_kolom, "baris in sasaran.daftar_anggaran", "", catatan=blok.SUMBER_ANGGARAN)


def _penunjang(naskah: Naskah) -> None:
    daftar_kolom = (
        Kolom("Kode", 2.7, "{{ baris.kode }}"),
        Kolom("Program, kegiatan, subkegiatan, dan keluarannya", 5.3, f"{{{{ baris.uraian }}}}\n{_KELUARAN}"),
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


@dataclass(frozen=True, slots=True)
class Analisis:
    """One side from which a sasaran is looked at; its place in the list is its number.

    Attributes:
        judul: The heading.
        pengantar: The sentence before the table, with the marks of the table and the chart it speaks of.
        tabel: Appends the table, and the chart where there is one.
    """

    judul: str
    pengantar: str
    tabel: Callable[[Naskah], None]


_TABEL: Final = "<tabel>"
_GAMBAR: Final = "<gambar>"


def _rinci(kalimat: str, rujukan: str, syarat: str = "") -> str:
    """Return a sentence of the sasaran, and where its figures stand; `syarat` says when there are any."""
    rincian = f"{{% if {syarat} %}} {rujukan}{{% endif %}}" if syarat else f" {rujukan}"
    return f"{{{{ sasaran.{kalimat} }}}}{rincian}"


_LAIN: Final = "{% if sasaran.kalimat_pembanding %}{{ sasaran.kalimat_pembanding }} {% endif %}"
_SISA: Final = "".join(
    f"{{% if sasaran.{kalimat} %}}{{{{ sasaran.{kalimat} }}}} {{% endif %}}"
    for kalimat in ("kalimat_biaya", "kalimat_sisa")
)


DAFTAR_ANALISIS: Final = (
    Analisis(
        "Target dan realisasi tahun {{ periode.tahun }}",
        _rinci("kalimat_target", f"Target dan realisasinya dimuat dalam {_TABEL}."),
        _target,
    ),
    Analisis(
        "Perbandingan dengan tahun-tahun sebelumnya",
        _rinci("kalimat_perkembangan", f"Target dan realisasi tiap tahun ada pada {_TABEL}{_GAMBAR}."),
        _tahun,
    ),
    Analisis(
        "Perbandingan dengan target akhir Renstra",
        _rinci("kalimat_renstra", f"{_TABEL} menyandingkan realisasi dengan target itu."),
        _renstra,
    ),
    Analisis(
        "Perbandingan dengan standar nasional",
        _rinci(
            "kalimat_standar",
            f"{_LAIN}Pembandingnya tercantum pada {_TABEL}.",
            "sasaran.ada_pembanding",
        ),
        _standar,
    ),
    Analisis(
        "Penyebab keberhasilan atau kegagalan dan solusi",
        "{% if sasaran.kalimat_triwulan %}{{ sasaran.kalimat_triwulan }} {% endif %}"
        "Uraian tiap indikator bersumber dari laporan capaian kinerja unit pengampu; catatan triwulanannya dimuat pada "
        "Lampiran 7.",
        _sebab,
    ),
    Analisis(
        "Efisiensi penggunaan sumber daya",
        _rinci("kalimat_efisiensi", f"{_SISA}Rincian sisa anggaran ada pada {_TABEL}.", "sasaran.daftar_anggaran"),
        _efisiensi,
    ),
    Analisis(
        "Program dan kegiatan penunjang",
        _rinci(
            "kalimat_penunjang",
            f"Pagu, serapan, dan kemajuan fisiknya dirinci dalam {_TABEL}.",
            "sasaran.daftar_anggaran",
        ),
        _penunjang,
    ),
)
"""The analyses of PermenPANRB 53/2014, in its order; numbers, counts and references follow from the list."""


def _sumber_daya(naskah: Naskah) -> None:
    """Append money and capaian of all sasaran in one table, under the chart: what follows the table is a new page."""
    daftar_kolom = (
        Kolom("No", 0.9, "{{ sasaran.nomor }}", TENGAH),
        Kolom("Sasaran", 4.3, "{{ sasaran.nama }}"),
        Kolom("Pagu (Rp)", 2.6, "{{ sasaran.anggaran.pagu }}", KANAN),
        Kolom("Realisasi (Rp)", 2.6, "{{ sasaran.anggaran.realisasi }}", KANAN),
        Kolom("Serapan (%)", 1.6, "{{ sasaran.anggaran.serapan }}", KANAN),
        blok.capaian("{{ sasaran.rerata }}"),
        Kolom("Simpulan", 2.6, "{{ sasaran.simpulan_efisiensi }}", TENGAH),
    )
    naskah.chart("grafik_serapan")
    catatan = f"{blok.SUMBER_ANGGARAN} {blok.RATA_SASARAN}"
    naskah.listing("Anggaran dan capaian per sasaran", daftar_kolom, *blok.SASARAN, catatan=catatan)
