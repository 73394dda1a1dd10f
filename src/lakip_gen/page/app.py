"""The pages and what they ask for: every answer is read from the working folder, every change is a command's."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lakip_gen.alur.catat import daftar_catatan
from lakip_gen.alur.kiriman import terima_kiriman
from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.domain.periode import TAHUN_TERAKHIR, TAHUN_TERAWAL, Periode
from lakip_gen.ooxml.guard import LARGEST_FILE
from lakip_gen.page.begin import LARGEST_ANSWERS, begin, offered_sops
from lakip_gen.page.choices import choices_of
from lakip_gen.page.gate import PATIENCE, BodyTooLargeError, BodyTooSlowError, Door, Gate, read_body
from lakip_gen.page.openers import open_in_its_program
from lakip_gen.page.orders import Asked, RefusedOrderError, order
from lakip_gen.page.places import places
from lakip_gen.page.reading import Reader
from lakip_gen.page.render import asset, render
from lakip_gen.page.runs import Program, Runs
from lakip_gen.page.scans import Scans
from lakip_gen.page.told import told_of_submission
from lakip_gen.page.view import loose, records_of, screen_of
from lakip_gen.pesan.tindakan import Pintu, ucapkan
from lakip_gen.storage.fault_log import record_fault
from lakip_gen.storage.file_faults import file_sentence
from lakip_gen.storage.lock import lock_workspace
from lakip_gen.storage.workspace import Workspace

LARGEST_QUESTION: Final = 64 * 1024
"""The bytes of anything that is asked for but a file."""
LONGEST_NAME: Final = 255
"""The most letters of a file's name."""
MIB: Final = 1024 * 1024


@dataclass(slots=True)
class Page:
    """One page on one working folder.

    Attributes:
        workspace: The folder.
        program: The program that is run in it.
        opener: Opens a file or folder in its program.
        close: Ends the page.
        patience: So many seconds it waits for what a browser sends.
        reader: Reads the folder.
        runs: What is run in it.
        scans: What was sent to go with a record.
    """

    workspace: Workspace
    program: Program = field(default_factory=Program)
    opener: Callable[[Path], None] = open_in_its_program
    close: Callable[[], None] = lambda: None
    patience: float = PATIENCE

    reader: Reader = field(init=False)
    runs: Runs = field(init=False)
    scans: Scans = field(default_factory=Scans)

    def __post_init__(self) -> None:
        self.reader = Reader(self.workspace)
        self.runs = Runs(self.program, self.workspace.root)

    def home(self, request: Request) -> Response:
        """The first screen; in a folder without a buku induk, the questions that make one."""
        years, today = self.workspace.years(), _today()
        if not years:
            return render(
                "mulai.html.j2",
                year=today.year,
                first=TAHUN_TERAWAL,
                last=TAHUN_TERAKHIR,
                root=self.workspace.root,
                sops=offered_sops(),
            )
        wanted = _period(request.query_params.get("periode", ""))
        asked = str(wanted.tahun) if wanted else request.query_params.get("tahun", "")
        year = next((one for one in years if str(one) == asked), years[-1])
        state = self.reader.year(year, today)
        if state.hasil.induk is None:
            return render("induk.html.j2", year=year, years=years, findings=loose(state.papan))
        screen = screen_of(state, years, wanted, today)
        events = daftar_catatan(self.workspace, screen.period)
        return render(
            "layar.html.j2",
            screen=screen,
            records=records_of(events),
            choices=choices_of(self.workspace, state, screen.period, events),
            places=places(self.workspace, screen.period),
            today=today,
        )

    async def begin(self, request: Request) -> Response:
        """Make a working folder of an empty one."""
        asked = Asked(await self._asked(request, LARGEST_ANSWERS))
        written = await run_in_threadpool(begin, self.workspace, asked)
        return JSONResponse({"ditulis": len(written.daftar_baru)})

    async def start(self, request: Request) -> Response:
        """Start a command."""
        wanted = order(self.workspace, await self._asked(request), self.scans.held)
        run = await run_in_threadpool(self.runs.start, wanted)
        return JSONResponse(run.told(), 202) if run else self._busy()

    def _busy(self) -> Response:
        title = self.runs.last.order.title if self.runs.last else ""
        return _refusal(409, f"Masih berjalan: {title}. Tunggu sampai selesai, atau hentikan dulu.")

    def running(self, _request: Request) -> Response:
        """Tell how the run goes."""
        return JSONResponse(self.runs.last.told() if self.runs.last else None)

    def stop(self, _request: Request) -> Response:
        """Stop the run."""
        self.runs.stop()
        return self.running(_request)

    async def receive(self, request: Request) -> Response:
        """Take in a form that somebody dropped on the page."""
        content = await read_body(request, LARGEST_FILE, self.patience)
        return await run_in_threadpool(self._receive, _name_of(request) or "tanpa nama", content)

    def _receive(self, name: str, content: bytes) -> Response:
        with lock_workspace(self.workspace.root):
            outcome = terima_kiriman(self.workspace, name, content)
        return JSONResponse(told_of_submission(self.workspace, name, outcome))

    async def hold(self, request: Request) -> Response:
        """Hold a scan until the record that it goes with."""
        content = await read_body(request, LARGEST_FILE, self.patience)
        word = await run_in_threadpool(self.scans.hold, _name_of(request), content)
        if not word:
            return _refusal(400, "Buktinya bukan pindaian, foto, PDF, Word, atau Excel; pilih berkas yang lain.")
        return JSONResponse({"bukti": word})

    async def open(self, request: Request) -> Response:
        """Open something in Word, Excel or the file manager."""
        asked = Asked(await self._asked(request))
        period, name = asked.period(self.workspace), asked.text("apa")
        place = next((one for one in places(self.workspace, period) if one.name == name), None)
        if place is None:
            return _refusal(404, "Berkas atau folder itu belum ada.")
        await run_in_threadpool(self.opener, place.path)
        return JSONResponse({"dibuka": self.workspace.relative(place.path)})

    async def _asked(self, request: Request, largest: int = LARGEST_QUESTION) -> Mapping[str, object]:
        """Return what the page asks for, as names and answers."""
        if request.headers.get("content-type") != "application/json":
            raise RefusedOrderError("Permintaan ini tidak datang dari halaman.")
        try:
            asked = json.loads(await read_body(request, largest, self.patience))
        except (ValueError, RecursionError):
            asked = None
        if not isinstance(asked, dict):
            raise RefusedOrderError("Permintaan ini tidak dapat dibaca.")
        return asked

    def end(self, _request: Request) -> Response:
        """End the page, unless a command is under way."""
        if self.runs.last and self.runs.last.is_running:
            return self._busy()
        self.close()
        return JSONResponse({"selesai": True})


def create_app(page: Page, door: Door) -> Gate:
    """Return the page as an application, its gate before it."""
    routes = [
        Route("/", page.home),
        Route("/tampilan.css", lambda _request: asset("tampilan.css")),
        Route("/tampilan.js", lambda _request: asset("tampilan.js")),
        Route("/mulai", page.begin, methods=["POST"]),
        Route("/jalankan", page.start, methods=["POST"]),
        Route("/proses", page.running),
        Route("/hentikan", page.stop, methods=["POST"]),
        Route("/kirim", page.receive, methods=["PUT"]),
        Route("/bukti", page.hold, methods=["PUT"]),
        Route("/buka", page.open, methods=["POST"]),
        Route("/tutup", page.end, methods=["POST"]),
    ]
    return Gate(Starlette(routes=routes, exception_handlers=dict(_ANSWERS)), door)


def _name_of(request: Request) -> str:
    """Return what somebody calls the file that a request brings."""
    return Asked({"nama": request.query_params.get("nama", "")}).text("nama")[-LONGEST_NAME:]


def _today() -> date:
    return datetime.now().astimezone().date()


def _period(said: str) -> Periode | None:
    try:
        return Periode.parse(said)
    except ValueError:
        return None


def _refusal(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"salah": sentence}, status)


def _told(request: Request, status: int, sentence: str) -> Response:
    """Return what went wrong: as a page to who opened one, else for the script of the page."""
    if request.url.path == "/":
        return render("salah.html.j2", status, sentence=sentence)
    return _refusal(status, sentence)


def _too_large(_request: Request, _error: Exception) -> Response:
    said = f"Berkasnya lebih dari {LARGEST_FILE // MIB} MiB; formulir dan pindaian jauh lebih kecil. Periksa berkasnya."
    return JSONResponse({"salah": said}, 413, {"Connection": "close"})


def _file_fault(request: Request, error: Exception) -> Response:
    assert isinstance(error, OSError)  # noqa: S101 - as the table of answers has it
    return _told(request, 500, file_sentence(error))


def _fault(request: Request, error: Exception) -> Response:
    return _told(request, 500, f"Program mengalami cacat. Rinciannya: {record_fault(error)}")


_ANSWERS: Final[Mapping[Any, Callable[[Request, Exception], Response | Awaitable[Response]]]] = {
    RefusedOrderError: lambda _request, error: _refusal(400, str(error)),
    SudahDisahkan: lambda _request, error: _refusal(409, ucapkan(str(error), Pintu.HALAMAN)),
    BlockingIOError: lambda _request, error: _refusal(409, str(error)),
    BodyTooLargeError: _too_large,
    BodyTooSlowError: lambda _request, _error: _refusal(408, "Pengiriman berkas terlalu lama; coba lagi."),
    OSError: _file_fault,
    Exception: _fault,
}
"""How each fault is told to the page."""
