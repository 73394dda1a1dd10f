"""The blocks that only reports within the year have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.templat_bawaan.blok import SUMBER, SUMBER_ANGGARAN, total_anggaran
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel

if TYPE_CHECKING:
    from lakip_gen.templat_bawaan.naskah import Naskah


def janji(naskah: Naskah) -> None:
    """Append what was promised or decided before, and how it went on."""
    daftar_kolom = (
        Kolom("No", 1.0, "{{ baris.nomor }}", TENGAH),
        Kolom("Unit kerja", 3.2, "{{ baris.unit }}"),
        Kolom("Tindak lanjut sebelumnya", 7.2, "{{ baris.janji }}", melebar=True),
        _PERIODE,
        Kolom(
            "Status dan bukti", 3.2, "{{ baris.status }}\n{%p if baris.bukti != '–' %}\n{{ baris.bukti }}\n{%p endif %}"
        ),
    )
    kosong = "Tidak ada tindak lanjut atau keputusan sebelumnya yang belum selesai."
    keterangan = "Pelaksanaan tindak lanjut dan keputusan sebelumnya"
    catatan = "No adalah nomor indikatornya. Sumber: laporan capaian kinerja unit kerja dan notula rapat."
    naskah.listing(keterangan, daftar_kolom, "baris in daftar_janji", kosong, catatan=catatan)


_PERIODE: Final = Kolom("Periode", 1.9, "{{ baris.periode }}", TENGAH, bila="periode.sebutan != 'triwulan'")
"""The quarter of a row, where a report has more than one."""


def tindak_lanjut(naskah: Naskah) -> None:
    """Append the follow-ups the units promised."""
    daftar_kolom = (
        Kolom("No", 1.0, "{{ baris.nomor }}", TENGAH),
        Kolom("Indikator (unit kerja)", 4.5, "{{ baris.indikator }} ({{ baris.unit }})"),
        Kolom("Tindak lanjut", 3.9, "{{ baris.tindak_lanjut }}", melebar=True),
        _PERIODE,
        Kolom("Penanggung jawab", 2.8, "{{ baris.pic }}"),
        Kolom("Batas waktu", 2.4, "{{ baris.batas_waktu }}"),
    )
    kosong = "Belum ada tindak lanjut yang dilaporkan unit kerja."
    keterangan = "Tindak lanjut yang direncanakan unit kerja"
    catatan = f"No adalah nomor indikatornya. {SUMBER}"
    naskah.listing(keterangan, daftar_kolom, "baris in daftar_tindak_lanjut", kosong, catatan=catatan)


def narasi(naskah: Naskah) -> None:
    """Append the agency's own words on a sasaran and its indicators; nothing where there are none."""
    semua = "{0}.narasi.pengantar + {0}.narasi.analisis + {0}.narasi.tindak_lanjut"
    with naskah.loop("indikator", "sasaran.daftar_indikator"), naskah.loop("kalimat", semua.format("indikator")):
        naskah.paragraph("Indikator {{ indikator.nomor }}: {{ kalimat }}")
    naskah.each("sasaran.narasi.analisis + sasaran.narasi.tindak_lanjut")


def keputusan(naskah: Naskah) -> None:
    """Append what somebody has to decide; nothing where nothing waits."""
    with naskah.when("ringkasan.daftar_keputusan"):
        naskah.paragraph("**Yang perlu diputuskan pimpinan:**", "PengantarRapat")
        naskah.each("ringkasan.daftar_keputusan", "ListBullet")


def anggaran_program(naskah: Naskah) -> None:
    """Append the budget by program, as wide as an upright page."""
    daftar_kolom = (
        Kolom("Program", 5.9, "{{ baris.uraian }}"),
        Kolom("Pagu", 2.5, "{{ baris.pagu }}", KANAN),
        Kolom("Realisasi\n{{ periode.nama_pendek }}", 2.4, "{{ baris.realisasi_periode }}", KANAN),
        Kolom("Realisasi s.d.\n{{ periode.nama_pendek }}", 2.5, "{{ baris.realisasi }}", KANAN),
        Kolom("Serapan (%)", 1.6, "{{ baris.serapan }}", KANAN),
        Kolom("Fisik (%)", 1.6, "{{ baris.fisik }}", KANAN),
    )
    keterangan = "Realisasi anggaran per program sampai dengan akhir {{ periode.nama }} (Rp)"
    _, *jumlah = total_anggaran("anggaran", setahun=False)
    with naskah.table(keterangan, daftar_kolom, SUMBER_ANGGARAN) as tabel:
        with tabel.loop("baris in daftar_anggaran if baris.adalah_program", "Belum ada program yang dicatat."):
            tabel.row()
        tabel.total(Sel("Jumlah"), *jumlah)
