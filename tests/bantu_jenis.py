"""Every kind of Word file and workbook that is written, who puts it together, and a life that brings each about.

A kind that nobody judges is a hole in the judgement: `JENIS` names all of them, the source is searched for whatever
puts together a file and stands in none, and a life that leaves a file of no kind, or a kind without a file, fails.
"""

from __future__ import annotations

import ast
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import docx
import openpyxl

import lakip_gen
from bantu_kode import tree
from bantu_ruang import ubah
from lakip_gen.domain.periode import Periode
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest

SUMBER = Path(lakip_gen.__file__).parent
AKHIRAN = {".docx", ".xlsx"}
PENGEMAS = {"write_container", "Workbook"}
"""What begins a file: the one way to pack parts, and the one workbook of XlsxWriter."""
BUKAN_KANTOR = {
    "storage.archives.keep_archive": "a zip of files that are judged one by one",
    "excel.workbook.__init__": "the workbook that every writer begins with",
}
RENDER = "word.fill.render.finish"


@dataclass(frozen=True)
class Jenis:
    """A kind of file: its place and name without year, unit and number, and the functions that put it together."""

    pola: str
    pembuat: tuple[str, ...]


JENIS = {
    "the buku induk, empty": Jenis(r"baru/workbooks/induk\.xlsx", ("excel.induk.write_induk",)),
    "the buku induk of an agency": Jenis(r"workbooks/induk\.xlsx", ("excel.induk.write_induk",)),
    "the buku induk, renewed": Jenis(r"lama/workbooks/induk\.xlsx", ("excel.renewal.saved",)),
    "the buku induk of the next year": Jenis(r"gilir/workbooks/induk\.xlsx", ("excel.renewal.saved",)),
    "the form of the first quarter, blank": Jenis(r"workbooks/TW1/formulir\.xlsx", ("excel.form.write_form",)),
    "the form with what came before": Jenis(r"workbooks/TW[2-4]/formulir\.xlsx", ("excel.form.write_form",)),
    "the return copy": Jenis(r"output/(TW\d|S1|tahun)/kembali/perbaikan\.xlsx", ("excel.form.write_form",)),
    "the receipt": Jenis(r"output/TW\d/bagikan/tanda-terima\.xlsx", ("excel.receipts.write_receipts",)),
    "the rekap": Jenis(r"output/(TW\d|S1|tahun)/rekap\.xlsx", ("excel.rekap.write.write_rekap",)),
    "the rekap with its changes": Jenis(r"output/TW1/rekap\.xlsx \+Perubahan", ("excel.rekap.write.write_rekap",)),
    "the recap of a month": Jenis(r"output/B02/rekap\.xlsx", ("excel.rekap.write.write_month",)),
    "the findings": Jenis(r"output/(TW\d|S1|tahun)/hasil-periksa\.xlsx", ("excel.results.write_check_results",)),
    "the list of variables": Jenis(r".*/daftar-variabel\.xlsx", ("excel.variables.write_variables",)),
    "the recap of all offices": Jenis(r"daerah/output/TW1/rekap-kabupaten\.xlsx", ("excel.kabupaten.write_offices",)),
    "the workbook in a chart": Jenis(r"grafik\.xlsx", ("word.fill.chart_drawing.paint",)),
    "the template": Jenis(r"templates/[\w-]+\.docx", ("templat_bawaan.dokumen.save",)),
    "the template of a paper": Jenis(r"templates/kertas/[\w-]+\.docx", ("templat_bawaan.dokumen.save",)),
    "the template on F4": Jenis(r"baru/templates/.*\.docx", ("templat_bawaan.dokumen.save",)),
    "the template filled with samples": Jenis(r"output/templat/.*-(contoh|kosong|besar)\.docx", (RENDER,)),
    "the template with comments": Jenis(r"output/templat/.*-diperiksa\.docx", ("word.inspect.comments.add_comments",)),
    "the guide": Jenis(r"(baru/)?panduan/\w+\.docx", ("word.package.plain_document.plain_document",)),
    "the draft of a quarter": Jenis(r"output/TW\d/laporan-kinerja-draf-01\.docx", (RENDER,)),
    "the draft of a semester": Jenis(r"output/S1/laporan-kinerja-draf-01\.docx", (RENDER,)),
    "the draft of a year": Jenis(r"output/tahun/laporan-kinerja-draf-01\.docx", (RENDER,)),
    "the draft that goes on from an edited one": Jenis(
        r"output/TW1/laporan-kinerja-draf-02\.docx", ("alur.suntingan.bernomor",)
    ),
    "the list of its changes": Jenis(r"output/TW1/.*-perubahan\.docx", ("word.package.plain_document.plain_document",)),
    "the recap of a month in Word": Jenis(r"output/B02/rekap-progres-.*\.docx", (RENDER,)),
    "the paper": Jenis(r"output/(TW\d|S1|tahun)/kertas/.*\.docx", (RENDER,)),
    "the summary of all offices": Jenis(r"daerah/output/TW1/ringkasan-.*\.docx", (RENDER,)),
    "the sealed report": Jenis(
        r"workbooks/arsip/.*/data/laporan-kinerja\.docx",
        ("alur.halangan_sah._jadi", "word.package.final.without_draft_mark"),
    ),
}


def pembuat() -> set[str]:
    """Return every function of the program that begins a file, by module and name."""
    return {
        f"{'.'.join(berkas.relative_to(SUMBER).with_suffix('').parts)}.{fungsi.name}"
        for berkas in SUMBER.rglob("*.py")
        for fungsi in ast.walk(tree(berkas))
        if isinstance(fungsi, ast.FunctionDef) and any(_mengemas(satu) for satu in ast.walk(fungsi))
    }


def _mengemas(simpul: ast.AST) -> bool:
    fungsi = simpul.func if isinstance(simpul, ast.Call) else None
    return (fungsi.attr if isinstance(fungsi, ast.Attribute) else getattr(fungsi, "id", None)) in PENGEMAS


def jenis(berkas: Path, akar: Path) -> str:
    """Return what kind of file this is: its place and name without what only tells unit, year, and number."""
    letak = berkas.relative_to(akar)
    nama = re.sub(r"^(formulir|perbaikan)-.*(?=\.xlsx$)", r"\1", letak.name)
    nama = re.sub(r"-2025(-(TW\d|S\d|B\d\d))?(?=[-.])", "", nama)
    induk = [re.sub(r"^TW1-\d+$", "arsip", satu) for satu in letak.parent.parts if not re.fullmatch(r"\d{4}", satu)]
    perubahan = nama == "rekap.xlsx" and "Perubahan" in openpyxl.load_workbook(berkas, read_only=True).sheetnames
    return "/".join([*induk, nama]) + " +Perubahan" * perubahan


@dataclass
class Pengumpul:
    """Keeps the largest file of each kind that the program wrote into a folder, however short it lies there.

    Attributes:
        tempat: Where the files are kept.
        dikenal: The hashes of files that were seen, or that another program saved in the test's own hand.
        daftar: What was kept, by kind.
    """

    tempat: Path
    dikenal: set[str] = field(default_factory=set)
    daftar: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tempat.mkdir()

    def lihat(self, akar: Path) -> None:
        """Keep what lies in a folder now."""
        for berkas in (satu for satu in akar.rglob("*") if satu.suffix in AKHIRAN):
            isi = berkas.read_bytes()
            if digest(isi) not in self.dikenal:
                self.dikenal.add(digest(isi))
                self._simpan(jenis(berkas, akar), isi, berkas.suffix)
                if berkas.suffix == ".docx":
                    self._grafik(isi)

    @property
    def tanpa_jenis(self) -> tuple[str, ...]:
        """What was written and is of no kind."""
        return tuple(n for n in self.daftar if not any(re.fullmatch(satu.pola, n) for satu in JENIS.values()))

    @property
    def tanpa_berkas(self) -> tuple[str, ...]:
        """The kinds of which nothing was written."""
        return tuple(nama for nama in JENIS if nama not in self.wakil)

    @property
    def wakil(self) -> dict[str, Path]:
        """The largest file of each kind."""
        urut = sorted(self.daftar.items(), key=lambda satu: satu[1].stat().st_size)
        return {jenis: berkas for jenis, x in JENIS.items() for nama, berkas in urut if re.fullmatch(x.pola, nama)}

    def lewati(self, akar: Path) -> None:
        """Pass over what lies in a folder: another version of the program wrote it."""
        self.dikenal.update(digest(satu.read_bytes()) for satu in akar.rglob("*") if satu.suffix in AKHIRAN)

    def ketik(self, berkas: Path, pengubah: Callable[[Path], None]) -> None:
        """Let the test change a file as a person does."""
        pengubah(berkas)
        self.dikenal.add(digest(berkas.read_bytes()))

    def _grafik(self, isi: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            for nama in (satu for satu in arsip.namelist() if satu.endswith(".xlsx")):
                self._simpan("grafik.xlsx", arsip.read(nama), ".xlsx")

    def _simpan(self, nama: str, isi: bytes, akhiran: str) -> None:
        letak = self.daftar.setdefault(nama, self.tempat / f"{len(self.daftar)}{akhiran}")
        if not letak.exists() or letak.stat().st_size < len(isi):
            letak.write_bytes(isi)


# --- a life in which each kind comes about ---

BPS = {"kode": "BPS", "nama": "Badan Pusat Statistik", "penerima": "Kepala", "data": "Penduduk", "satuan": "jiwa"}
SOP = "pmk-way-kanan"
TW1 = Periode.parse("2025-TW1")


def perintah(akar: Path, *kata: str) -> int:
    return run_command([*kata, "--ruang", str(akar)])


def hidupi(akar: Path, isi_induk: Mapping[str, object], kumpul: Pengumpul, versi_lama: Path) -> None:
    """Let an agency whose year is typed live through all that the program can do."""
    ruang = Workspace(akar)
    ruang.induk(2025).write_bytes(write_induk(dengan_sop(dict(isi_induk) | {"instansi_luar": [BPS]}, SOP, 2025)))
    for langkah in (_bagikan, _tersunting, _periode_lain, _templat, _kembali, _disahkan):
        langkah(ruang, kumpul)
        kumpul.lihat(akar)
    kumpul.lewati(versi_lama)
    for kata in _luar(ruang, versi_lama):
        assert run_command(list(kata)) in {0, 1}, kata
        kumpul.lihat(akar.parent)


def _bagikan(ruang: Workspace, kumpul: Pengumpul) -> None:
    """Hand out two quarters anew, and take in what the sample has of them."""
    for nomor in ("4", "1"):
        periode = Periode.parse(f"2025-TW{nomor}")
        kiriman = {berkas: berkas.read_bytes() for berkas in ruang.form_files(periode)}
        for berkas in kiriman:
            berkas.unlink()
        assert perintah(ruang.root, "bagikan", str(periode), "--tanggal", "01-04-2025") == 0
        kumpul.lihat(ruang.root)
        for berkas, isi in kiriman.items():
            berkas.write_bytes(isi)


def _tersunting(ruang: Workspace, kumpul: Pengumpul) -> None:
    """Edit the draft, change a figure, and let the next draft go on from it; the steps are recorded."""
    susun_satu(ruang, "2025-TW1")
    kumpul.lihat(ruang.root)
    kumpul.ketik(max(ruang.output(TW1).glob("laporan-*.docx")), _sisipkan)
    kumpul.ketik(*_angka_lain(ruang))
    for langkah in ("1", "5"):
        perintah(ruang.root, "catat", "2025-TW1", langkah, "Dicatat", "--oleh", "Sekretaris")
    susun_satu(ruang, "2025-TW1")


def susun_satu(ruang: Workspace, periode: str) -> None:
    assert perintah(ruang.root, "susun", periode, "--tanggal", "15-04-2025") in {0, 1}, periode


def _sisipkan(berkas: Path) -> None:
    dokumen = docx.Document(str(berkas))
    next(p for p in dokumen.paragraphs if " capaian " in p.text).insert_paragraph_before("Kalimat Sekretaris.")
    dokumen.save(str(berkas))


def _angka_lain(ruang: Workspace) -> tuple[Path, Callable[[Path], None]]:
    """Return a form with a typed figure, and what makes that another one."""
    for berkas in ruang.form_files(TW1):
        lembar = openpyxl.load_workbook(berkas)["Indikator"]
        kolom = next(sel.column for sel in lembar[7] if str(sel.value).startswith("Realisasi triwulan ini"))
        for baris in range(8, lembar.max_row + 1):
            if isinstance(angka := lembar.cell(baris, kolom).value, int | float) and angka > 1:
                return berkas, partial(ubah, pengubah=partial(_ketik_angka, baris=baris, kolom=kolom, angka=angka - 1))
    raise AssertionError("no form with a figure")


def _ketik_angka(buku: openpyxl.Workbook, baris: int, kolom: int, angka: float) -> None:
    buku["Indikator"].cell(baris, kolom).value = angka


def _periode_lain(ruang: Workspace, _kumpul: Pengumpul) -> None:
    for periode in ("2025-B02", "2025-TW2", "2025-S1", "2025-TW3", "2025-TW4", "2025"):
        susun_satu(ruang, periode)


def _templat(ruang: Workspace, kumpul: Pengumpul) -> None:
    """Write what a template comes to, and its copy with comments; of all templates the long test does."""
    perintah(ruang.root, "templat", "variabel")
    berkas = ruang.templates / "laporan-semester.docx"
    perintah(ruang.root, "templat", "contoh", str(berkas))
    utuh = berkas.read_bytes()
    kumpul.ketik(berkas, rusak)
    perintah(ruang.root, "templat", "periksa", str(berkas))
    berkas.write_bytes(utuh)


def rusak(berkas: Path) -> None:
    dokumen = docx.Document(str(berkas))
    dokumen.add_paragraph("{{ tidak_ada }} {% for a in b %}")
    dokumen.save(str(berkas))


def _kembali(ruang: Workspace, kumpul: Pengumpul) -> None:
    """Let a unit have its form back, with words where a number belongs."""
    berkas, _ = _angka_lain(ruang)
    utuh = berkas.read_bytes()
    kumpul.ketik(berkas, lambda satu: ubah(satu, _kata_di_angka))
    perintah(ruang.root, "susun", "2025-TW1")
    kumpul.lihat(ruang.root)
    berkas.write_bytes(utuh)
    susun_satu(ruang, "2025-TW1")


def _kata_di_angka(buku: openpyxl.Workbook) -> None:
    lembar = buku["Indikator"]
    kolom = next(sel.column for sel in lembar[7] if str(sel.value).startswith("Realisasi triwulan ini"))
    for baris in range(8, lembar.max_row + 1):
        lembar.cell(baris, kolom).value = "sekitar lima"


def _disahkan(ruang: Workspace, _kumpul: Pengumpul) -> None:
    assert perintah(ruang.root, "sahkan", "2025-TW1", "--alasan", "Diputuskan kepala dinas") == 0


def _luar(ruang: Workspace, versi_lama: Path) -> Iterator[tuple[str, ...]]:
    """Yield the commands that write beside the folder: a new one, an old one renewed, the next year, all offices."""
    yield ("mulai", str(ruang.root.with_name("baru")), "--tahun", "2026", "--kertas", "f4", "--sop", SOP)
    shutil.copytree(versi_lama, ruang.root.with_name("lama"))
    yield ("mulai", str(ruang.root.with_name("lama")), "--tahun", "2025", "--perbarui-induk")
    shutil.copytree(ruang.root, ruang.root.with_name("gilir"))
    yield ("mulai", str(ruang.root.with_name("gilir")), "--tahun", "2026", "--dari", "2025")
    shutil.copytree(ruang.root, ruang.root.with_name("daerah") / "dinas")
    yield ("kabupaten", str(ruang.root.with_name("daerah")), "2025-TW1")
