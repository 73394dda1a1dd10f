"""The working folder: where things lie, and names that are safe on every PC."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, unique
from pathlib import Path
from typing import Final

from lakip_gen.domain.bulan import Bulan
from lakip_gen.domain.nama_berkas import nama_formulir
from lakip_gen.domain.periode import Periode, triwulan

INDUK_NAME: Final = "induk.xlsx"
TEMPLATE_SUFFIX: Final = ".docx"
_RECEIPTS, _PAPERS = "bagikan", "kertas"
_FOLDERS_OF_PAPERS: Final = frozenset({_RECEIPTS, _PAPERS})
"""What the program itself puts into folders of their own beside the drafts of a period."""
_PICTURE_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg")
_NOBODYS: Final = ("~$", ".")
"""How the names of files begin that programs put beside a document."""
_SKIPPED: Final = (*_NOBODYS, "_")
_WORKBOOK_SUFFIXES: Final = frozenset(
    {
        ".xlsx",
        ".xls",
        ".xlsm",
        ".xlsb",
        ".ods",
        ".csv",
        ".htm",
        ".html",
        ".docx",
        ".doc",
        ".pdf",
        ".zip",
        ".rar",
        "",
    }
)
"""What is taken for somebody's form, right or wrong, by its name alone; of any other file the content decides."""
_FORM_SUFFIXES: Final = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".et", ".ods", ".csv"})
"""What counts as a form where none is expected."""
_SHORTCUT_SUFFIXES: Final = frozenset({".lnk", ".url", ".gsheet", ".webloc"})
"""Small files that only say where the real one is."""
_SYSTEM_FILES: Final = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r"})
"""What an operating system puts into any folder."""
_UNFINISHED: Final = (".tmp", ".crdownload", ".part", ".partial", ".opdownload")
"""How the names of files end that a program has not finished writing."""
_ICLOUD_SUFFIX: Final = ".icloud"
"""How a Mac calls what stands for a file whose content lies in the cloud."""
_INBOXES: Final = frozenset({"TW1", "TW2", "TW3", "TW4"})
_KEPT: Final = frozenset({"jejak", "bukti", "arsip"})
"""The folders beside the inboxes in which things are kept that are nobody's form."""
DEEPEST_FOLDER: Final = 8
MOST_FOLDERS: Final = 500
"""So far down, and into so many folders, an inbox is searched for forms that nobody reads."""
_LOCK_FILES: Final = (("~$", ""), (".~lock.", "#"))
"""What Excel and LibreOffice put around a file's name for the file that says who has it open."""


@unique
class Leftover(Enum):
    """What lies in the folders of the forms and is no form; the value is the code of the finding."""

    BROKEN_LINK = "berkas-tautan-putus"
    NOT_A_FILE = "bukan-berkas"
    FOLDER = "folder-tidak-dibaca"
    NOT_A_FOLDER = "folder-bukan-folder"
    LINKED_FOLDER = "folder-tautan"
    WRONG_PLACE = "berkas-salah-folder"
    SHORTCUT = "berkas-pintasan"
    OPEN_ELSEWHERE = "berkas-sedang-dibuka"
    UNFINISHED = "berkas-belum-selesai"
    NOT_HERE = "berkas-belum-terunduh"
    MENDED_COPY = "kembalian-diisi"


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the folders of the forms that nobody reads, with the workbooks in it where it is a folder."""

    entry: Path
    kind: Leftover
    workbooks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workspace:
    """A working folder; every path that the program reads or writes is asked for here."""

    root: Path

    @property
    def exists(self) -> bool:
        """Whether there is anything of a working folder in it."""
        return self.templates.is_dir() or (self.root / "workbooks").is_dir()

    @property
    def templates(self) -> Path:
        """Where the planner's Word templates lie."""
        return self.root / "templates"

    @property
    def guides(self) -> Path:
        """Where the guides for each role lie."""
        return self.root / "panduan"

    def workbooks(self, year: int) -> Path:
        """Where the year's workbooks lie."""
        return self.root / "workbooks" / str(year)

    def induk(self, year: int) -> Path:
        """The year's buku induk."""
        return self.workbooks(year) / INDUK_NAME

    def inbox(self, quarter: Periode) -> Path:
        """Where the units' forms of a quarter lie."""
        return self.workbooks(quarter.tahun) / quarter.folder

    def output(self, periode: Periode | Bulan) -> Path:
        """Where the outputs of a period or a month go."""
        return self.root / "output" / str(periode.tahun) / periode.folder

    def events(self, period: Periode) -> Path:
        """The file of events of a period."""
        return self._happened(period, ".jsonl")

    def figures(self, period: Periode) -> Path:
        """The file of the figures that a period reported."""
        return self._happened(period, "-angka.json")

    def _happened(self, period: Periode, ending: str) -> Path:
        return self.workbooks(period.tahun) / "jejak" / f"{period.folder}{ending}"

    def evidence(self, period: Periode) -> Path:
        """Where scans lie that show what people did."""
        return self.workbooks(period.tahun) / "bukti" / period.folder

    def archives(self, period: Periode) -> Path:
        """Where the archives of a year's sealed periods lie."""
        return self.workbooks(period.tahun) / "arsip"

    def receipts(self, quarter: Periode) -> Path:
        """Where the papers of handing out go."""
        return self.output(quarter) / _RECEIPTS

    def papers(self, period: Periode) -> Path:
        """Where the papers of a period's SOP go."""
        return self.output(period) / _PAPERS

    def handed_out(self, quarter: Periode) -> Path:
        """The note of what was handed out for a quarter."""
        return self.receipts(quarter) / "formulir.json"

    def years(self) -> tuple[int, ...]:
        """The years that have a buku induk."""
        folder = self.root / "workbooks"
        names = (entry.name for entry in entries(folder))
        return tuple(sorted(int(n) for n in names if n.isdigit() and (folder / n / INDUK_NAME).is_file()))

    def form_files(self, quarter: Periode) -> tuple[Path, ...]:
        """The files of a quarter's inbox, by name, whatever their ending; owner files and the like are passed over."""
        return tuple(file for file in entries(self.inbox(quarter)) if file.is_file() and not is_nobodys(file))

    def leftovers(self, quarter: Periode) -> tuple[Unread, ...]:
        """What lies in a quarter's inbox or beside it where nobody reads it, though it may hold forms, by name."""
        inbox = self.inbox(quarter)
        inside = [(entry, kind) for entry in entries(inbox) if (kind := _inbox_leftover(entry))]
        beside = [(entry, kind) for entry in entries(inbox.parent) if (kind := _year_leftover(entry))]
        if os.path.lexists(inbox) and not inbox.is_dir():
            inside = [(inbox, Leftover.NOT_A_FOLDER)]
        unread = (
            Unread(e, kind, workbooks_inside(e) if kind is Leftover.FOLDER else ()) for e, kind in inside + beside
        )
        return tuple(one for one in unread if one.kind is not Leftover.FOLDER or one.workbooks)

    def form_file(self, unit: str, quarter: Periode) -> Path:
        """Where a unit's form of a quarter is handed out."""
        return self.inbox(quarter) / nama_formulir(unit, quarter)

    @property
    def parts(self) -> Path:
        """Where the sub-templates lie."""
        return self.templates / "bagian"

    @property
    def pictures(self) -> Path:
        """Where the pictures of the templates lie."""
        return self.templates / "gambar"

    @property
    def paper_templates(self) -> Path:
        """Where the templates of the papers lie."""
        return self.templates / "kertas"

    def template_files(self) -> tuple[Path, ...]:
        """The templates of reports, by name."""
        return _files_of(self.templates, (TEMPLATE_SUFFIX,))

    def paper_template_files(self) -> tuple[Path, ...]:
        """The templates of papers, by name."""
        return _files_of(self.paper_templates, (TEMPLATE_SUFFIX,))

    def part_files(self) -> tuple[Path, ...]:
        """The sub-templates, by name."""
        return _files_of(self.parts, (TEMPLATE_SUFFIX,))

    def picture_files(self) -> tuple[Path, ...]:
        """The pictures of the templates, by name."""
        return _files_of(self.pictures, _PICTURE_SUFFIXES)

    def quarter_of(self, file: Path) -> Periode | None:
        """The quarter in whose inbox a file lies; None when it lies elsewhere."""
        quarters = (triwulan(year, number) for year in self.years() for number in range(1, 5))
        folder = str(Path(os.path.realpath(file)).parent)
        return next((quarter for quarter in quarters if os.path.realpath(self.inbox(quarter)) == folder), None)

    def relative(self, file: Path) -> str:
        """Return a path as the user sees it: from the working folder, with forward slashes."""
        return file.relative_to(self.root).as_posix()


def entries(folder: Path) -> list[Path]:
    """Return what lies in a folder, by name; nothing where there is none."""
    return sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else []


def documents(folder: Path) -> list[Path]:
    """Return the Word files of people and of this program in a folder, by name.

    Raises:
        OSError: When it cannot be listed: `glob` would say that nothing lies there, and leave out what people wrote.
    """
    named = (entry for entry in entries(folder) if entry.suffix.casefold() == TEMPLATE_SUFFIX)
    return [entry for entry in named if not entry.name.startswith(_NOBODYS)]


def documents_below(folder: Path) -> list[Path]:
    """Return the Word files in the folders that people made in a folder of outputs; what cannot be listed holds none.

    Links are not followed: they may lead round in a circle.
    """
    found: list[Path] = []
    for place, folders, _ in os.walk(folder):
        below = Path(place)
        folders[:] = sorted({*folders} - _FOLDERS_OF_PAPERS)
        with suppress(OSError):
            found += documents(below) if below != folder else []
    return found


def _files_of(folder: Path, suffixes: tuple[str, ...]) -> tuple[Path, ...]:
    """Return what bears the name of such a file, also what is none: who reads it says what it is."""
    named = (entry for entry in entries(folder) if entry.suffix.casefold() in suffixes)
    return tuple(entry for entry in named if not entry.name.startswith(_SKIPPED))


def is_called_a_workbook(file: Path) -> bool:
    """Return whether a file's name says that it is somebody's form, right or wrong."""
    return file.suffix.casefold() in _WORKBOOK_SUFFIXES


def is_nobodys(file: Path) -> bool:
    """Return whether a file in an inbox was put there by a program or a system, or only says where the real one is."""
    name = file.name.casefold()
    return (
        name.startswith(_SKIPPED)
        or name.endswith(_UNFINISHED)
        or name in _SYSTEM_FILES
        or file.suffix.casefold() in _SHORTCUT_SUFFIXES
    )


def _inbox_leftover(entry: Path) -> Leftover | None:
    """Return why something in an inbox is not read; None where it is, or is nobody's form."""
    if lock_owner(entry) is not None:
        return Leftover.OPEN_ELSEWHERE
    if entry.name.startswith(".") and entry.suffix == _ICLOUD_SUFFIX:
        return Leftover.NOT_HERE
    if entry.name.startswith(_SKIPPED):
        return None
    if entry.name.casefold().endswith(_UNFINISHED) and not entry.name.startswith("~"):
        return Leftover.UNFINISHED
    if entry.is_file():
        return Leftover.SHORTCUT if entry.suffix.casefold() in _SHORTCUT_SUFFIXES else None
    if entry.suffix.casefold() in _WORKBOOK_SUFFIXES - {""}:
        return Leftover.BROKEN_LINK if entry.is_symlink() and not entry.exists() else Leftover.NOT_A_FILE
    return _folder_leftover(entry)


def _year_leftover(entry: Path) -> Leftover | None:
    """Return why something beside the inboxes is not read; None where it is no folder or file of forms."""
    if entry.name.startswith(_SKIPPED) or entry.name in _INBOXES | _KEPT:
        return None
    if entry.is_file():
        foreign = entry.suffix.casefold() in _FORM_SUFFIXES and "induk" not in entry.name.casefold()
        return Leftover.WRONG_PLACE if foreign else None
    return _folder_leftover(entry)


def _folder_leftover(entry: Path) -> Leftover | None:
    """Return why a folder is not read; what a link leads to is not even looked into."""
    if not entry.is_dir():
        return None
    return Leftover.LINKED_FOLDER if entry.is_symlink() else Leftover.FOLDER


def lock_owner(file: Path) -> Path | None:
    """The file that somebody has open according to this one; None when this is no such file, or the other is gone."""
    for start, end in _LOCK_FILES:
        if file.name.startswith(start) and file.name.endswith(end):
            owner = file.with_name(file.name.removeprefix(start).removesuffix(end))
            return owner if owner.is_file() else None
    return None


def workbooks_inside(folder: Path) -> tuple[str, ...]:
    """The names of the workbooks in a folder and below, links not followed, as far as somebody may have put them."""
    found: list[str] = []
    for number, (place, folders, names) in enumerate(os.walk(folder)):
        if number >= MOST_FOLDERS or len(Path(place).relative_to(folder).parts) >= DEEPEST_FOLDER:
            folders.clear()
        found += (
            name for name in names if Path(name).suffix.casefold() in _FORM_SUFFIXES and not name.startswith(_SKIPPED)
        )
    return tuple(sorted(found))
