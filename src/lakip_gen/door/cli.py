"""The commands and their exit codes, nothing else; what is heavy is imported by the command that needs it."""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lakip_gen import __version__
from lakip_gen.domain.teks import untuk_layar
from lakip_gen.door import screen
from lakip_gen.door.cli_templat import templat
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.words import KelompokPerintah, Perintah, kalimat_salah, pilihan_json, pilihan_ruang, ruang_kerja

if TYPE_CHECKING:
    from datetime import date, datetime

    from lakip_gen.alur.periksa import HasilPeriksa
    from lakip_gen.domain.periode import Periode
    from lakip_gen.domain.temuan import Temuan
    from lakip_gen.storage.workspace import Workspace

NAMA_TERLALU_PANJANG = 206
"""The number under which Windows says that a path is too long."""


class TipePeriode(click.ParamType):  # type: ignore[type-arg,unused-ignore]  # generic since click 8.5 only
    """A period as a planner writes it."""

    name = "periode"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Periode:
        """Return the period, or fail with one Indonesian sentence."""
        from lakip_gen.domain.periode import Periode

        if isinstance(value, Periode):
            return value
        try:
            return Periode.parse(str(value))
        except ValueError as salah:
            self.fail(str(salah), param, ctx)


PERIODE = TipePeriode()


@click.group(cls=KelompokPerintah, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, message="lakip-gen %(version)s", help="Tampilkan versi program.")
def perintah() -> None:
    """Dari formulir Excel unit kerja menjadi rekap dan draf Word Laporan Kinerja.

    \b
    Urutan kerja:
      lakip-gen mulai .            sekali, menyiapkan ruang kerja
      lakip-gen bagikan 2025-TW1   membuat formulir tiap unit
      lakip-gen susun 2025-TW1     memeriksa formulir dan menyusun laporan
      lakip-gen susun 2025-S1      laporan semester dari dua triwulan
      lakip-gen susun 2025         laporan tahunan dari dua semester
    """  # noqa: D301 - click reads \b as "keep these lines"


@perintah.command(cls=Perintah)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--tahun", type=int, default=None, help="Tahun anggaran; bila tidak ditulis, tahun ini.")
@click.option(
    "--kertas",
    type=click.Choice(["A4", "F4"], case_sensitive=False),
    default="A4",
    help="Kertas templat Word: A4 (bawaan) atau F4.",
)
def mulai(folder: Path, tahun: int | None, kertas: str) -> int:
    """Menyiapkan ruang kerja: buku induk, templat Word, dan folder tahun."""
    from datetime import datetime

    from lakip_gen.alur.mulai import mulai as siapkan
    from lakip_gen.domain.periode import setahun

    ruang = _ruang(folder)
    tahun = tahun or datetime.now().astimezone().year
    try:
        setahun(tahun)
    except ValueError as salah:
        raise click.UsageError(str(salah)) from None
    hasil = siapkan(ruang, tahun, kertas)
    screen.cetak_berkas(ruang, hasil.daftar_baru, hasil.daftar_lama)
    click.echo(f"\nBerikutnya: isi {ruang.relative(ruang.induk(tahun))}, lalu jalankan:")
    click.echo(f"  lakip-gen periksa {tahun}{_ke(folder)}")
    return ExitCode.DONE


@perintah.command(cls=Perintah)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def contoh(folder: Path) -> int:
    """Menulis contoh lengkap: instansi rekaan dengan empat triwulan terisi."""
    from lakip_gen.alur.contoh import tulis_contoh

    ruang = _ruang(folder)
    hasil = tulis_contoh(ruang)
    screen.cetak_berkas(ruang, hasil.daftar_baru, hasil.daftar_lama)
    click.echo(f"\nBerikutnya: lakip-gen susun 2025-TW1{_ke(folder)}")
    return ExitCode.DONE


def _ke(folder: Path) -> str:
    """Return the words that point a next command at the folder; quoted, for a name may hold spaces."""
    return "" if folder == Path() else f' --ruang "{folder}"'


@perintah.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@pilihan_ruang
def bagikan(periode: Periode, folder: Path) -> int:
    """Membuat formulir Excel tiap unit untuk satu triwulan, beserta tanda terima."""
    from lakip_gen.alur.bagikan import bagikan as buat
    from lakip_gen.domain.periode import Jenis
    from lakip_gen.storage.lock import lock_workspace

    if periode.jenis is not Jenis.TRIWULAN:
        raise click.UsageError(f"Formulir dibagikan per triwulan; tulislah misalnya {periode.tahun}-TW1.")
    ruang = ruang_kerja(folder)
    with lock_workspace(ruang.root):
        hasil = buat(ruang, periode)
    screen.cetak_temuan(hasil.daftar_temuan)
    if not hasil.induk_sah:
        return ExitCode.UNFIT_BASIS
    screen.cetak_berkas(ruang, hasil.daftar_baru, hasil.daftar_sama)
    for berkas in hasil.daftar_terisi:
        click.echo(f"  dibiarkan  {ruang.relative(berkas)} (sudah diisi)")
    if hasil.tanda_terima:
        click.echo(f"\nTanda terima: {ruang.relative(hasil.tanda_terima)}")
    return ExitCode.DONE


@perintah.command(cls=Perintah)
@click.argument("sasaran", metavar="PERIODE|BERKAS")
@pilihan_ruang
@pilihan_json
def periksa(sasaran: str, folder: Path, sebagai_json: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Memeriksa formulir satu periode, atau satu berkas yang baru diterima."""
    from lakip_gen.alur.periksa import periksa_berkas, periksa_periode, rekap_hasil
    from lakip_gen.alur.ringkasan import ringkas

    ruang, berkas = ruang_kerja(folder), Path(sasaran)
    if berkas.is_file():
        hasil = periksa_berkas(ruang, berkas)
    elif berkas.suffix:
        raise click.UsageError(f"Berkas {sasaran} tidak ditemukan.")
    else:
        with screen.kemajuan() as maju:
            hasil = periksa_periode(ruang, PERIODE.convert(sasaran, None, None), maju)
    if isinstance(hasil, tuple):
        return _bukan_formulir(hasil, sebagai_json=sebagai_json)
    if sebagai_json:
        screen.cetak_json(ringkas(hasil, rekap_hasil(hasil)))
    else:
        screen.cetak_pemeriksaan(hasil)
    return _kode_keluar(hasil)


@perintah.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option(
    "--tanggal",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="TAHUN-BULAN-HARI",
    help="Tanggal di atas tanda tangan; bila tidak ditulis, dikosongkan untuk diisi tangan.",
)
@click.option("--templat", "nama_templat", default="", metavar="NAMA", help="Pakai templates/NAMA.docx, templat Anda.")
@click.option("--pdf", "dengan_pdf", is_flag=True, help="Tulis juga PDF di sebelah draf (perlu LibreOffice).")
@pilihan_ruang
@pilihan_json
def susun(
    periode: Periode,
    tanggal: datetime | None,
    nama_templat: str,
    dengan_pdf: bool,  # noqa: FBT001 - click
    folder: Path,
    sebagai_json: bool,  # noqa: FBT001 - click
) -> int:
    """Membaca, memeriksa, merekap, dan menulis draf Word satu periode."""
    from lakip_gen.alur.pdf import tanpa_pdf, tulis_pdf
    from lakip_gen.alur.susun import susun as buat
    from lakip_gen.pesan.katalog import ada_galat
    from lakip_gen.storage.lock import lock_workspace

    ruang = ruang_kerja(folder)
    with lock_workspace(ruang.root), screen.kemajuan() as maju:
        hasil = buat(ruang, periode, _hari(tanggal), maju, nama_templat)
        pdf = tulis_pdf(ruang, periode, hasil.draf) if dengan_pdf and hasil.draf else tanpa_pdf()
    if sebagai_json:
        screen.cetak_json(pdf.lengkapi(ruang, hasil.ringkasan))
    elif hasil.berubah:
        screen.cetak_susunan(ruang, hasil)
    else:
        screen.cetak_tetap(ruang, hasil)
    if not sebagai_json:
        screen.cetak_pdf(ruang, pdf)
    if not hasil.sah:
        return ExitCode.UNFIT_BASIS
    if hasil.daftar_terkunci or hasil.daftar_tertahan or pdf.terkunci:
        return ExitCode.FILE_FAULT
    galat = ada_galat(hasil.daftar_temuan) if hasil.berubah else _galat_tersimpan(hasil.ringkasan)
    return ExitCode.FINDINGS if galat else ExitCode.DONE


@perintah.command(cls=Perintah)
@click.argument("tahun", type=int)
@pilihan_ruang
@pilihan_json
def status(tahun: int, folder: Path, sebagai_json: bool) -> int:  # noqa: FBT001 - click
    """Menampilkan unit mana yang sudah dan belum menyerahkan formulir dalam setahun."""
    from lakip_gen.alur.periksa import periksa_periode, rekap_hasil
    from lakip_gen.alur.ringkasan import ringkas
    from lakip_gen.domain.periode import setahun

    ruang = ruang_kerja(folder)
    try:
        periode = setahun(tahun)
    except ValueError as salah:
        raise click.UsageError(str(salah)) from None
    with screen.kemajuan() as maju:
        hasil = periksa_periode(ruang, periode, maju)
    if sebagai_json:
        screen.cetak_json(ringkas(hasil, rekap_hasil(hasil)))
    else:
        click.echo(f"Status formulir {periode.nama}")
        daftar = [unit.status for triwulan in hasil.daftar_triwulan for unit in triwulan.daftar_unit]
        screen.cetak_status(daftar, dengan_periode=True)
        screen.cetak_temuan(hasil.daftar_temuan, semua=True)
    return ExitCode.UNFIT_BASIS if hasil.induk is None else ExitCode.DONE


@perintah.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.argument("kode")
@pilihan_ruang
def asal(periode: Periode, kode: str, folder: Path) -> int:
    """Menjelaskan dari mana sebuah angka: rumus, isian, berkas, lembar, dan sel."""
    from lakip_gen.alur.asal import cari_asal

    hasil, jejak = cari_asal(ruang_kerja(folder), periode, kode)
    if hasil.induk is None:
        screen.cetak_temuan(hasil.daftar_temuan, semua=True)
        return ExitCode.UNFIT_BASIS
    if jejak is None:
        raise click.UsageError(f"Kode “{kode}” tidak ada di buku induk {periode.tahun}.")
    screen.cetak_jejak(jejak)
    return ExitCode.DONE


perintah.add_command(templat)


def _ruang(folder: Path) -> Workspace:
    """Return a folder that is to become a working folder."""
    from lakip_gen.storage.workspace import Workspace

    return Workspace(folder.resolve())


def _hari(tanggal: datetime | None) -> date | None:
    return tanggal.date() if tanggal else None


def _kode_keluar(hasil: HasilPeriksa) -> int:
    from lakip_gen.pesan.katalog import ada_galat

    if hasil.induk is None:
        return ExitCode.UNFIT_BASIS
    return ExitCode.FINDINGS if ada_galat(hasil.semua_temuan) else ExitCode.DONE


def _bukan_formulir(daftar_temuan: tuple[Temuan, ...], *, sebagai_json: bool) -> int:
    from lakip_gen.alur.ringkasan import daftar_terbaca

    if sebagai_json:
        screen.cetak_json({"periode": None, "unit": [], "temuan": daftar_terbaca(daftar_temuan)})
    else:
        screen.cetak_temuan(daftar_temuan, semua=True)
    return ExitCode.FINDINGS


def _galat_tersimpan(ringkasan: Mapping[str, Any]) -> bool:
    return any(butir["tingkat"] == "galat" for butir in ringkasan.get("temuan", ()))


def jalankan(daftar_kata: Sequence[str]) -> int:
    """Run one command and return its exit code; a user never sees a traceback.

    Args:
        daftar_kata: The words after the program's name.
    """
    try:
        kode = perintah.main(list(daftar_kata), prog_name="lakip-gen", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as bantuan:
        click.echo(bantuan.ctx.get_help() if bantuan.ctx else "")
        return ExitCode.DONE
    except click.Abort:
        click.echo("Dihentikan.", err=True)
        return ExitCode.STOPPED
    except KeyboardInterrupt:
        click.echo("Dihentikan. Berkas yang sudah ada tetap utuh.", err=True)
        return ExitCode.STOPPED
    except click.ClickException as salah:
        click.echo(f"{kalimat_salah(salah)}\nLihat: lakip-gen --help", err=True)
        return ExitCode.WRONG_COMMAND
    except BlockingIOError as salah:
        click.echo(untuk_layar(str(salah)), err=True)
        return ExitCode.BUSY
    except OSError as salah:
        click.echo(_kalimat_berkas(salah), err=True)
        return ExitCode.FILE_FAULT
    except Exception as salah:  # noqa: BLE001 - the last fence before the user
        from lakip_gen.storage.fault_log import record_fault

        click.echo(f"Program mengalami cacat. Rinciannya dicatat di {record_fault(salah)}", err=True)
        return ExitCode.PROGRAM_FAULT
    return int(kode or ExitCode.DONE)


def _kalimat_berkas(salah: OSError) -> str:
    from lakip_gen.storage.inputs import reason

    berkas = f" {Path(str(salah.filename)).name}" if salah.filename else ""
    if salah.errno == errno.ENAMETOOLONG or getattr(salah, "winerror", 0) == NAMA_TERLALU_PANJANG:
        return (
            f"Letak berkas{berkas} terlalu panjang untuk komputer ini ({len(str(salah.filename or ''))} huruf; Windows "
            "umumnya hanya menerima 259). Pindahkan ruang kerja ke folder yang lebih pendek, misalnya C:\\lakip."
        )
    if isinstance(salah, PermissionError):
        return f"Berkas{berkas} tidak dapat ditulis. Tutup berkas itu di Word atau Excel, lalu jalankan lagi."
    return f"Berkas{berkas} tidak dapat dibaca atau ditulis: {reason(salah)}. Betulkan, lalu jalankan lagi."
