"""The blocks that several reports share, each written once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan import halaman
from lakip_gen.templat_bawaan.gaya import SAMAR
from lakip_gen.templat_bawaan.halaman import Letak
from lakip_gen.templat_bawaan.logo import logo
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel, layout
from lakip_gen.templat_bawaan.unsur import paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakip_gen.templat_bawaan.naskah import Naskah
    from lakip_gen.templat_bawaan.tabel import Tabel

SASARAN: Final = ("sasaran in daftar_sasaran", "Belum ada sasaran.")
"""The loop of all sasaran, and what a table says when there is none."""
INDIKATOR: Final = ("indikator in sasaran.daftar_indikator", "Belum ada indikator.")
"""The loop of a sasaran's indicators, and what a table says when there is none."""
SUMBER: Final = "Sumber: laporan capaian kinerja unit kerja, diolah."
"""What stands under tables made of the units' figures."""
SUMBER_TAHUN: Final = "Sumber: laporan capaian kinerja unit kerja dan Laporan Kinerja tahun-tahun sebelumnya, diolah."
"""What stands under tables that hold figures of earlier years too."""
SUMBER_RENSTRA: Final = "Sumber: laporan capaian kinerja unit kerja dan Rencana Strategis, diolah."
"""What stands under tables that hold targets of the Renstra."""
_DIBULATKAN: Final = "Jumlah dan persentase dihitung dari angka sebelum pembulatan."
SUMBER_ANGGARAN: Final = (
    "Sumber: dokumen pelaksanaan anggaran Tahun {{ periode.tahun }} dan laporan realisasi unit kerja, diolah. "
    f"{_DIBULATKAN}"
)
"""What stands under tables of money."""
SUMBER_PERUBAHAN: Final = (
    "Sumber: Perjanjian Kinerja dan dokumen pelaksanaan anggaran Tahun {{ periode.tahun }} beserta perubahannya."
)
"""What stands under what changed during the year."""
RATA_SASARAN: Final = "Rata-rata capaian dihitung sebagai {{ ringkasan.cara_rata_sasaran }}."
"""Names the rule of a sasaran's mean under a table that holds one."""
PERJANJIAN: Final = "{{ sebutan_perjanjian }}"
"""What the contract in force is called."""
NAMA_KAKI: Final = "{{ instansi.nama if instansi.nama|length <= 50 else instansi.singkatan }}"
"""The agency in a footer, which is to stay one line with the number of the page."""
LEBAR_LOGO: Final = 1.6
"""The width of the logo in the letterhead, in cm."""


def capaian(isi: str) -> Kolom:
    """Return a column of capaian, wide enough for a total with "(sementara)" below its figure."""
    return Kolom("Capaian (%)", 1.9, isi, KANAN)


BERDEFINISI: Final = "{{ indikator.nama }}\n{%p if indikator.definisi %}\n{{ indikator.definisi }}\n{%p endif %}"
"""An indicator, and under it what exactly it counts, where that is written down."""


def kop(naskah: Naskah) -> None:
    """Append the letterhead."""
    baris = [
        paragraph("{{ instansi.pemerintah }}", "KopPemerintah"),
        paragraph("{{ instansi.nama }}", "KopInstansi"),
        paragraph("{{ instansi.alamat }}", "KopAlamat"),
        paragraph("{{ instansi.kontak }}", "KopAlamat"),
    ]
    gambar, kosong = [logo(naskah.document, "Logo", LEBAR_LOGO)], [paragraph("", "Logo")]
    tengah = 11.3 if naskah.letak is Letak.TEGAK else halaman.kertas(naskah.letak, naskah.ukuran).isi - 2 * 2.6
    naskah.append(layout([gambar, baris, kosong], lebar=(2.6, tengah, 2.6)))


def dasar_hukum(naskah: Naskah) -> None:
    """Append what the report rests on."""
    naskah.paragraph("Penyusunan laporan ini berpedoman pada:")
    naskah.each("narasi.dasar_hukum", "ListBullet")


def predikat(naskah: Naskah) -> None:
    """Append how many indicators each band of the scale holds."""
    daftar_kolom = (
        Kolom("Predikat", 4.5, "{{ baris.predikat }}"),
        Kolom("Rentang capaian (%)", 4.5, "{{ baris.rentang }}", TENGAH),
        Kolom("Jumlah indikator", 4.0, "{{ baris.banyak }}", TENGAH),
        Kolom("Bagian dari yang berpredikat (%)", 3.5, "{{ baris.persen }}", KANAN),
    )
    jumlah = (
        Sel(f"Indikator yang dapat dinilai{_SEMENTARA}", 2),
        Sel("{{ ringkasan.indikator_dinilai }} dari {{ ringkasan.banyak_indikator }}", gaya=TENGAH),
        Sel("", gaya=KANAN),
    )
    sumber = "baris in ringkasan.daftar_predikat"
    catatan = "Karena pembulatan, jumlah bagian dapat sedikit berbeda dari 100%. Skala predikat: {{ dasar_skala }}"
    keterangan = "Jumlah indikator menurut predikat capaian"
    naskah.listing(keterangan, daftar_kolom, sumber, "Skala predikat belum ditetapkan.", jumlah, catatan)


_SEMENTARA: Final = (
    "{% if ringkasan.indikator_sementara %}, {{ ringkasan.indikator_sementara }} di antaranya sementara dan belum "
    "berpredikat{% endif %}"
)
"""Says why the counts above are fewer, where some indicators stand on incomplete data."""


def terlemah(naskah: Naskah, selengkapnya: str) -> None:
    """Append the indicators furthest below their target, and what is done about them; nothing where there is none.

    Args:
        naskah: The template.
        selengkapnya: Where the words stand of which this table has the first sentences.
    """
    daftar_kolom = (
        Kolom("No", 1.1, "{{ baris.nomor }}", TENGAH),
        Kolom("Indikator", 3.6, "{{ baris.indikator }}"),
        capaian("{{ baris.capaian }}"),
        Kolom("Predikat", 1.9, "{% cellbg baris.warna %}{{ baris.predikat }}", TENGAH),
        Kolom("Hambatan", 3.7, "{{ baris.hambatan_pokok }}"),
        Kolom("Tindak lanjut", 4.3, "{{ baris.tindak_lanjut_pokok }}"),
    )
    with naskah.when("ringkasan.daftar_terlemah"):
        naskah.paragraph(
            "Indikator yang paling jauh di bawah target, hambatannya, dan tindak lanjutnya disajikan pada "
            f"{naskah.rujukan}.",
            "PengantarLanjut",
        )
        sumber = "baris in ringkasan.daftar_terlemah"
        catatan = f"Hambatan dan tindak lanjut dikutip kalimat pertamanya; selengkapnya pada {selengkapnya}. {SUMBER}"
        naskah.listing("Indikator dengan capaian terendah", daftar_kolom, sumber, "", catatan=catatan)


def sasaran(naskah: Naskah) -> None:
    """Append all sasaran with their mean capaian."""
    daftar_kolom = (
        Kolom("No", 1.0, "{{ sasaran.nomor }}", TENGAH),
        Kolom("Sasaran", 6.4, "{{ sasaran.nama }}"),
        Kolom("Rata-rata capaian (%)", 2.7, "{{ sasaran.rerata }}", KANAN),
        Kolom("Indikator dinilai", 4.0, "{{ sasaran.keterangan_rerata }}", TENGAH),
        Kolom("Predikat", 2.4, "{% cellbg sasaran.warna %}{{ sasaran.predikat }}", TENGAH),
    )
    rerata = (
        Sel("Seluruh indikator", 2),
        Sel("{{ ringkasan.rerata }}", gaya=KANAN),
        Sel("", gaya=TENGAH),
        Sel("{{ ringkasan.predikat }}", gaya=TENGAH),
    )
    catatan = f"{RATA_SASARAN} Baris terakhir adalah {{{{ ringkasan.cara_rata }}}}."
    naskah.listing("Rata-rata capaian per sasaran", daftar_kolom, *SASARAN, rerata, catatan)


def catatan_pengukuran(naskah: Naskah) -> None:
    """Append the source of the figures, the scale and the formula, under a table of capaian; the source last."""
    with naskah.when("sasaran.catatan_rumus"):
        naskah.paragraph("{{ sasaran.catatan_rumus }}", "CatatanRapat")
    naskah.each("sasaran.daftar_keterangan", "CatatanRapat")
    naskah.paragraph(f"{SUMBER} {RATA_SASARAN} Skala predikat: {{{{ dasar_skala }}}}", "Catatan")


def catatan(naskah: Naskah, judul: str) -> None:
    """Append under a caption what the units noted on the indicators of a sasaran, one band for each indicator."""
    daftar_kolom = (
        Kolom("Periode", 1.9, "{{ catatan.periode }}", TENGAH),
        Kolom("Penjelasan, faktor pendorong, faktor penghambat, dan data dukung", 14.6, f"{_UNIT}\n{_BUTIR}"),
    )
    with naskah.table(judul, daftar_kolom) as tabel, tabel.loop(*INDIKATOR):
        tabel.band("{{ indikator.nomor }} {{ indikator.nama }}", "{{ indikator.daftar_unit }}: {{ indikator.ringkas }}")
        with tabel.loop("catatan in indikator.daftar_catatan", "{{ indikator.tanpa_analisis }}"):
            tabel.row()


_UNIT: Final = "{%p if indikator.daftar_sumber|length > 1 %}\n**{{ catatan.unit }}**\n{%p endif %}"
"""Names the unit where an indicator has several; else the band above the row does."""
_BUTIR: Final = "{%p for butir in catatan.daftar_butir %}\n**{{ butir.nama }}:** {{ butir.isi }}\n{%p endfor %}"
"""The points of a note, one paragraph each."""


def rekomendasi(naskah: Naskah, judul: str) -> None:
    """Append under a heading what the last evaluation recommended and what was done; nothing where nothing is noted."""
    daftar_kolom = (
        Kolom("No", 1.0, "{{ baris.nomor }}", TENGAH),
        Kolom("Rekomendasi", 5.2, "{{ baris.isi }}"),
        Kolom("Langkah yang dilakukan", 5.2, "{{ baris.langkah }}"),
        Kolom("Keadaan", 2.1, "{{ baris.keadaan }}", TENGAH),
        Kolom("Bukti", 3.0, "{{ baris.bukti }}"),
    )
    with naskah.when("daftar_rekomendasi"):
        naskah.heading(judul, 2)
        naskah.paragraph(
            f"Tindak lanjut atas rekomendasi hasil evaluasi AKIP tahun sebelumnya disajikan pada {naskah.rujukan}.",
            "Pengantar",
        )
        keterangan = "Tindak lanjut rekomendasi hasil evaluasi AKIP"
        naskah.listing(keterangan, daftar_kolom, "baris in daftar_rekomendasi", "")


def anggaran(naskah: Naskah, *, setahun: bool) -> None:
    """Append the budget by program, kegiatan and subkegiatan.

    Args:
        naskah: The template.
        setahun: Whether the period is the whole year, which needs no column of its own and no landscape page.
    """
    kini = (
        () if setahun else (Kolom("Realisasi {{ periode.nama_pendek }}", 3.3, "{{ baris.realisasi_periode }}", KANAN),)
    )
    judul = "Realisasi" if setahun else "Realisasi s.d. {{ periode.nama_pendek }}"
    rupiah = 2.65 if setahun else 3.3
    kumulatif = rupiah if setahun else 3.8
    daftar_kolom = (
        Kolom("Kode", 2.7, "{{ baris.kode }}"),
        Kolom("Program, kegiatan, subkegiatan", 5.3 if setahun else 9.05, f"{{{{ baris.uraian }}}}\n{_KETERANGAN}"),
        Kolom("Pagu", rupiah, "{{ baris.pagu }}", KANAN),
        *kini,
        Kolom(judul, kumulatif, "{{ baris.realisasi }}", KANAN),
        Kolom("Serapan (%)", 1.45 if setahun else 1.8, "{{ baris.serapan }}", KANAN),
        Kolom("Fisik (%)", 1.75, "{{ baris.fisik }}", KANAN),
    )
    keterangan = "Realisasi anggaran sampai dengan akhir {{ periode.nama }} (Rp)"
    with naskah.table(keterangan, daftar_kolom, SUMBER_ANGGARAN) as tabel:
        with tabel.loop("baris in daftar_anggaran", "Belum ada anggaran yang dicatat."):
            anggaran_per_tingkat(tabel)
        tabel.total(*total_anggaran("anggaran", setahun=setahun))


_KETERANGAN: Final = (
    "{%p if baris.adalah_subkegiatan and baris.keterangan != '–' %}\nKeterangan: {{ baris.keterangan }}\n{%p endif %}"
)
"""What the unit remarked on a budget line, under its name."""


def anggaran_per_tingkat(tabel: Tabel) -> None:
    """Append a row for a budget line, in the form its level asks for."""
    tabel.tag("if baris.adalah_program")
    tabel.row(dasar=SAMAR, tebal=True)
    tabel.tag("elif baris.adalah_subkegiatan")
    tabel.row()
    tabel.tag("else")
    tabel.row(tebal=True)
    tabel.tag("endif")


def total_anggaran(nama: str, *, setahun: bool = True) -> Sequence[Sel]:
    """Return the cells of a total of budget lines, with those of the period if it is not the whole year."""
    kini = () if setahun else ("realisasi_periode",)
    daftar = ("pagu", *kini, "realisasi", "serapan", "fisik")
    jumlah = f"Jumlah{{% if {nama}.keterangan %}} ({{{{ {nama}.keterangan }}}}){{% endif %}}"
    return (Sel(jumlah, 2), *(Sel(f"{{{{ {nama}.{isi} }}}}", gaya=KANAN) for isi in daftar))


def aksi(naskah: Naskah) -> None:
    """Append how far the rencana aksi is carried out, as wide as a landscape page."""
    daftar_kolom = (
        Kolom("Kode", 1.4, "{{ baris.kode }}"),
        Kolom("Kegiatan", 5.6, "{{ baris.kegiatan }}"),
        Kolom("Unit kerja", 3.8, "{{ baris.unit }}"),
        Kolom("Periode", 1.6, "{{ baris.periode }}", TENGAH),
        Kolom("Rencana", 3.2, "{{ baris.rencana }}"),
        Kolom("Status", 2.1, "{{ baris.status }}", TENGAH),
        Kolom("Hasil", 4.6, "{{ baris.hasil }}"),
        Kolom("Keterangan", 3.4, "{{ baris.keterangan }}"),
    )
    kosong = "Tidak ada rencana aksi pada periode ini."
    naskah.listing("Pelaksanaan rencana aksi", daftar_kolom, "baris in daftar_aksi", kosong)


def kelengkapan(naskah: Naskah) -> None:
    """Append which units have reported, and who filled and who validated each report."""
    daftar_kolom = (
        Kolom("No", 0.9, "{{ baris.nomor }}", TENGAH),
        Kolom("Unit kerja", 4.6, "{{ baris.unit }}"),
        Kolom("Periode", 1.4, "{{ baris.periode }}", TENGAH),
        Kolom("Keadaan", 1.6, "{{ baris.status }}", TENGAH),
        Kolom("Disusun oleh", 2.9, "{{ baris.penyusun }}"),
        Kolom("Divalidasi oleh", 2.9, "{{ baris.pengesah }}"),
        Kolom("Catatan", 2.2, _CATATAN),
    )
    kosong = "Belum ada unit kerja yang dicatat."
    naskah.listing("Laporan unit kerja dan pengesahannya", daftar_kolom, "baris in daftar_kelengkapan", kosong)


_CATATAN: Final = (
    "{% if baris.keterangan != '–' %}{{ baris.keterangan }}{% endif %}"
    "{% if baris.keterangan != '–' and baris.catatan != '–' %}; {% endif %}"
    "{% if baris.catatan != '–' or baris.keterangan == '–' %}{{ baris.catatan }}{% endif %}"
)
"""What was accepted in a report, and what the head of its unit remarked."""


def perubahan(naskah: Naskah, judul: str) -> None:
    """Append murni and perubahan side by side under a heading; nothing where nothing changed."""
    daftar_kolom = (
        Kolom("Uraian", 5.4, "{{ baris.uraian }}"),
        Kolom("Satuan", 1.7, "{{ baris.satuan }}", TENGAH),
        Kolom("Murni", 2.9, "{{ baris.murni }}", KANAN),
        Kolom("Perubahan", 2.9, "{{ baris.perubahan }}", KANAN),
        Kolom("Keterangan", 3.6, "{{ baris.keterangan }}"),
    )
    with naskah.when("daftar_perubahan"):
        naskah.heading(judul, 2)
    with naskah.loop("perubahan", "daftar_perubahan", tabel=1):
        naskah.paragraph(
            f"{{{{ perubahan.kalimat }}}} Keadaan murni dan perubahannya disandingkan pada {naskah.rujukan}.",
            "Pengantar",
        )
        with (
            naskah.table("{{ perubahan.judul }}", daftar_kolom, SUMBER_PERUBAHAN) as tabel,
            tabel.loop("baris in perubahan.daftar_baris", "Tidak ada perubahan."),
        ):
            tabel.tag("if baris.adalah_jumlah")
            tabel.row(dasar=SAMAR, tebal=True)
            tabel.tag("else")
            tabel.row()
            tabel.tag("endif")


def progres(naskah: Naskah, daftar_lebar: Sequence[float] = (3.8, 6.4, 5.4, 4.9, 5.2)) -> None:
    """Append what the units did month by month.

    Args:
        naskah: The template.
        daftar_lebar: The widths of the columns in cm; as wide as a landscape page unless told otherwise.
    """
    daftar_judul = (
        ("Unit kerja", "{{ baris.unit }}"),
        ("Kegiatan", "{{ baris.kegiatan }}"),
        ("Hasil", "{{ baris.hasil }}"),
        ("Kendala", "{{ baris.kendala }}"),
        ("Rencana bulan berikutnya", "{{ baris.rencana }}"),
    )
    daftar_kolom = tuple(
        Kolom(judul, lebar, isi) for (judul, isi), lebar in zip(daftar_judul, daftar_lebar, strict=True)
    )
    judul = "Progres bulanan unit kerja"
    sumber = "bulan in daftar_progres"
    with naskah.table(judul, daftar_kolom) as tabel, tabel.loop(sumber, "Belum ada laporan progres bulanan."):
        tabel.band("{{ bulan.bulan }}")
        with tabel.loop("baris in bulan.daftar_laporan"):
            tabel.row()
    with naskah.when("kalimat_progres"):
        naskah.paragraph("{{ kalimat_progres }}", "Catatan")


def rencana_aksi(naskah: Naskah) -> None:
    """Append the rencana aksi, each step with what became of it quarter by quarter."""
    daftar_kolom = (
        Kolom("Periode", 1.4, "{{ baris.periode }}", TENGAH),
        Kolom("Rencana", 3.7, "{{ baris.rencana }}"),
        Kolom("Status", 1.9, "{{ baris.status }}", TENGAH),
        Kolom("Hasil", 5.0, "{{ baris.hasil }}"),
        Kolom("Keterangan", 4.5, "{{ baris.keterangan }}"),
    )
    rincian = (
        "Keluaran: {{ aksi.keluaran }}. Indikator {{ aksi.indikator }}. Unit kerja: {{ aksi.unit }}. "
        "Penanggung jawab: {{ aksi.penanggung_jawab }}."
    )
    judul = "Rencana aksi dan pelaksanaannya pada {{ periode.nama }}"
    with (
        naskah.table(judul, daftar_kolom) as tabel,
        tabel.loop("aksi in daftar_rencana_aksi", "Tidak ada rencana aksi pada periode ini."),
    ):
        tabel.band("{{ aksi.kode }} {{ aksi.kegiatan }}", rincian)
        with tabel.loop("baris in aksi.daftar_pelaksanaan", "Tidak ada rencana pada periode ini."):
            tabel.row()


def tanda_tangan(naskah: Naskah, pejabat: str = "instansi.kepala") -> None:
    """Append place and date, office, name, rank and NIP of an office holder."""
    naskah.paragraph("{{ instansi.tempat }}, {{ tanggal }}", "TempatTanggal")
    naskah.paragraph(f"{{{{ {pejabat}.jabatan }}}},", "Pejabat")
    naskah.paragraph(f"{{{{ {pejabat}.nama }}}}", "NamaPejabat")
    naskah.paragraph(f"{{{{ {pejabat}.pangkat }}}}", "Pejabat")
    naskah.paragraph(f"NIP {{{{ {pejabat}.nip }}}}", "NIP")
