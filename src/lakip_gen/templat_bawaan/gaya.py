"""The styles of the default templates, as data: ordinary built-in styles and a few of the report's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


AKSEN: Final = "1F3864"
"""The one accent colour."""
PUCAT: Final = "DDE3EC"
"""Ground of table heads."""
SAMAR: Final = "F2F4F7"
"""Ground of rows that group others."""
ABU: Final = "7F7F7F"
GARIS: Final = "B4BCC8"
HURUF: Final = "Calibri"
BAHASA: Final = "id-ID"
TABEL: Final = "TabelLaporan"
TATA_LETAK: Final = "TataLetak"
KOTAK: Final = "TabelKotak"


@dataclass(frozen=True, slots=True)
class Gaya:
    """One paragraph style; what is None or empty comes from the style it is based on.

    Attributes:
        id: Its id in the file.
        nama: Its name in Word.
        dasar: The id of the style it is based on.
        berikut: The id of the style of the paragraph after it.
        ukuran: Font size in points.
        sebelum: Space above in points.
        sesudah: Space below in points.
        spasi: Line spacing in lines.
        kiri: Left indent in cm.
        kanan: Right indent in cm.
        gantung: How far the first line hangs out, in cm.
        rapat: Whether it stays on one page with the next paragraph.
        aras: Outline level, 1 for chapters.
        tab: Tab stops: position in cm, alignment, leader.
        butir: Whether it has a bullet.
    """

    id: str
    nama: str
    dasar: str = "Normal"
    berikut: str = ""
    ukuran: float | None = None
    tebal: bool | None = None
    miring: bool | None = None
    kapital: bool | None = None
    warna: str = ""
    sebelum: float | None = None
    sesudah: float | None = None
    spasi: float | None = None
    rata: str = ""
    kiri: float | None = None
    kanan: float = 0
    gantung: float = 0
    rapat: bool | None = None
    halaman_baru: bool = False
    aras: int | None = None
    tab: tuple[tuple[float, str, str], ...] = ()
    batas: str = ""
    butir: bool = False
    huruf: str = ""


_JUDUL: Final = Gaya("", "", berikut="Normal", tebal=True, warna=AKSEN, rapat=True, rata="left", spasi=1.05)
_ISI: Final[Mapping[str, Any]] = {
    "sesudah": 2,
    "spasi": 1.05,
    "rata": "left",
    "tab": ((16.5, "right", "dot"),),
}
"""What the lines of all contents lists have in common."""

DAFTAR_GAYA: Final = (
    Gaya("Normal", "Normal", "", sesudah=5, spasi=1.1, rata="both"),
    replace(_JUDUL, id="Heading1", nama="heading 1", ukuran=14, sebelum=18, sesudah=6, aras=1),
    replace(_JUDUL, id="Heading2", nama="heading 2", ukuran=12.5, sebelum=14, sesudah=5, aras=2),
    replace(_JUDUL, id="Heading3", nama="heading 3", ukuran=11.5, sebelum=12, sesudah=4, aras=3),
    replace(_JUDUL, id="Heading4", nama="heading 4", ukuran=11, sebelum=9, sesudah=3, aras=4),
    replace(_JUDUL, id="Heading5", nama="heading 5", ukuran=11, sebelum=8, sesudah=2, aras=5, tebal=False),
    replace(_JUDUL, id="Title", nama="Title", ukuran=18, sebelum=14, sesudah=2, rata="center", kapital=True, spasi=1),
    replace(_JUDUL, id="Subtitle", nama="Subtitle", ukuran=13, sesudah=12, rata="center", kapital=True, spasi=1),
    Gaya("Caption", "caption", ukuran=10, tebal=True, warna=AKSEN, sebelum=10, sesudah=4, rata="left", rapat=True),
    Gaya("Header", "header", ukuran=9, sesudah=0, spasi=1, rata="left"),
    Gaya("Footer", "footer", ukuran=8.5, warna=ABU, sesudah=0, spasi=1, rata="left", batas="top"),
    Gaya("ListBullet", "List Bullet", sesudah=4, kiri=0.6, gantung=0.6, butir=True),
    # --- the report's own ---
    Gaya("Pengantar", "Pengantar Tabel"),
    Gaya("PengantarLanjut", "Pengantar Tabel Lanjut", "Pengantar", sebelum=10),
    Gaya("PengantarRapat", "Pengantar Daftar", rapat=True),
    Gaya("Tag", "Tag", ukuran=7.5, warna=ABU, sesudah=0, spasi=1, rata="left", rapat=True, huruf="Consolas"),
    Gaya("KopPemerintah", "Kop Pemerintah", ukuran=13, kapital=True, sesudah=0, spasi=1, rata="center"),
    Gaya("KopInstansi", "Kop Instansi", "KopPemerintah", ukuran=16, tebal=True, warna=AKSEN),
    Gaya("KopAlamat", "Kop Alamat", ukuran=9.5, sesudah=0, spasi=1, rata="center"),
    Gaya("TabelKepala", "Tabel Kepala", "TabelIsi", tebal=True, warna=AKSEN, rata="center", rapat=True),
    Gaya("TabelKepalaSempit", "Tabel Kepala Sempit", "TabelKepala", ukuran=8),
    Gaya("TabelIsi", "Tabel Isi", ukuran=9, sebelum=1, sesudah=1, spasi=1, rata="left"),
    Gaya("TabelAngka", "Tabel Angka", "TabelIsi", rata="right"),
    Gaya("TabelAngkaSempit", "Tabel Angka Sempit", "TabelAngka", ukuran=8),
    Gaya("TabelTengah", "Tabel Tengah", "TabelIsi", rata="center"),
    Gaya("TabelIsiSempit", "Tabel Isi Sempit", "TabelIsi", ukuran=8, sebelum=0, sesudah=0),
    Gaya("TabelGolongan", "Tabel Golongan", "TabelIsi", rapat=True),
    Gaya("Catatan", "Catatan Tabel", ukuran=8.5, sebelum=2, sesudah=4, spasi=1, rata="left", kiri=0),
    Gaya("CatatanRapat", "Catatan Tabel Rapat", "Catatan", sesudah=0, rapat=True),
    Gaya("Gambar", "Gambar", sebelum=6, sesudah=0, spasi=1, rata="center", rapat=True),
    Gaya("CaptionGambar", "Judul Gambar", "Caption", sebelum=3, sesudah=8, rata="center", rapat=False),
    Gaya("CatatanGambar", "Catatan Gambar", "Catatan", sebelum=0, sesudah=8, rata="center"),
    Gaya("Pejabat", "Tanda Tangan", sesudah=0, spasi=1.05, rata="left", kiri=8.5, rapat=True),
    Gaya("TempatTanggal", "Tempat Tanggal", "Pejabat", sebelum=24),
    Gaya("NamaPejabat", "Nama Pejabat", "Pejabat", tebal=True, sebelum=58),
    Gaya("NIP", "NIP", "Pejabat", rapat=False),
    Gaya("Logo", "Logo", ukuran=9, warna=ABU, sesudah=0, spasi=1, rata="center"),
    Gaya("Pemisah", "Pemisah Bagian", ukuran=1, sesudah=0, spasi=1, rata="left"),
)

DINAS: Final = (
    Gaya("Alinea", "Alinea Perjanjian", sebelum=6, sesudah=6),
    Gaya("Pihak", "Pihak Perjanjian", sesudah=2, kiri=3.2, gantung=2.4, rata="left", tab=((3.2, "left", ""),)),
    Gaya("TandaTengah", "Tanda Tangan Tengah", "Pejabat", kiri=0, rata="center"),
    Gaya("TempatTengah", "Tempat Tanggal Tengah", "TandaTengah", sebelum=24),
    Gaya("NamaTengah", "Nama Pejabat Tengah", "TandaTengah", tebal=True, sebelum=58),
    Gaya("TengahTebal", "Tengah Tebal", tebal=True, sesudah=14, rata="center", rapat=True),
    Gaya("Isian", "Isian", sebelum=8, rata="left", tab=((4.5, "left", ""), (16.5, "right", "dot"))),
)
"""The styles of contracts and other official papers, which a book of chapters has too."""
KERTAS: Final = (
    *DINAS,
    Gaya("JudulNaskah", "Judul Naskah", ukuran=13, tebal=True, kapital=True, sebelum=8, sesudah=0, rata="center"),
    Gaya("AnakJudul", "Anak Judul Naskah", sesudah=8, spasi=1, rata="center"),
    Gaya("KopKecil", "Kop Kecil", "KopAlamat", ukuran=8),
    Gaya("KopDaerah", "Kop Daerah", "KopKecil", kapital=True),
    Gaya("KopNama", "Kop Nama", "KopKecil", ukuran=11, tebal=True, kapital=True, warna=AKSEN),
    Gaya("Butir", "Butir Naskah", sesudah=2, spasi=1, rata="left", kiri=3.2, gantung=3.2, tab=((3.2, "left", ""),)),
    Gaya("Kotak", "Isi Kotak", ukuran=9.5, sebelum=1, sesudah=1, spasi=1, rata="left"),
    Gaya("KotakJudul", "Judul Kotak", "Kotak", tebal=True),
    Gaya("KotakRuang", "Ruang Kotak", "Kotak", sesudah=30),
    Gaya("KotakTitik", "Isi Kotak Bertitik", "Kotak", kiri=0, tab=((2.0, "left", ""),)),
    Gaya("BagianIkhtisar", "Bagian Ikhtisar", "KotakJudul", sebelum=5, sesudah=2, warna=AKSEN, rapat=True),
    Gaya("RuangKecil", "Ruang Kecil", "Pemisah", sesudah=5),
    Gaya("ButirIkhtisar", "Butir Ikhtisar", "ListBullet", ukuran=9, sesudah=0, spasi=1, rata="left"),
    Gaya("HalamanBaru", "Halaman Baru", "Pemisah", halaman_baru=True),
    Gaya("TempatKanan", "Tempat Tanggal Kanan", sebelum=6, sesudah=8, spasi=1, rata="right"),
    Gaya("AlineaPenutup", "Alinea Penutup", "Alinea", rapat=True),
    Gaya("TujuanSurat", "Tujuan Surat", sebelum=14, sesudah=0, spasi=1, rata="left"),
    Gaya("TujuanLanjut", "Tujuan Surat Lanjutan", "TujuanSurat", sebelum=0, sesudah=14),
)
"""The styles that only the papers of an SOP have."""

BAB: Final = (
    replace(
        _JUDUL,
        id="Heading1",
        nama="heading 1",
        ukuran=15,
        sesudah=14,
        aras=1,
        rata="center",
        kapital=True,
        halaman_baru=True,
    ),
    replace(
        _JUDUL,
        id="JudulDepan",
        nama="Judul Depan",
        dasar="Heading1",
        ukuran=14,
        rata="center",
        halaman_baru=True,
        aras=1,
    ),
    replace(
        _JUDUL,
        id="Title",
        nama="Title",
        ukuran=25,
        sebelum=110,
        sesudah=8,
        rata="center",
        kapital=True,
        spasi=1,
    ),
    replace(
        _JUDUL,
        id="Subtitle",
        nama="Subtitle",
        ukuran=20,
        sesudah=230,
        rata="center",
        kapital=True,
        batas="bottom",
    ),
    Gaya("LogoSampul", "Logo Sampul", "Logo", sebelum=60),
    Gaya("TOC1", "toc 1", sebelum=4, tebal=True, kiri=0, **_ISI),
    Gaya("TOC2", "toc 2", kiri=0.6, **_ISI),
    Gaya("TOC3", "toc 3", kiri=2.7, gantung=1.5, **_ISI),
    Gaya("TableofFigures", "table of figures", kiri=1.7, gantung=1.7, **_ISI),
    *DINAS,
    Gaya("Sampul", "Sampul", ukuran=16, tebal=True, kapital=True, sesudah=4, spasi=1.05, rata="center"),
)
"""The styles that a book of chapters has instead, and those that only it has."""
