"""A command that the page runs: the program itself, in a process of its own, so that to stop it is to end that."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

MOST_LINES: Final = 400
GRACE: Final = 5.0
"""So many seconds a run has to end by itself when it is stopped."""
_READ: Final = re.compile(r"(\d+) berkas dibaca  (.*)")
"""How the program tells its progress."""
_OWN_GROUP: Final = os.name != "nt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """The program as it is started.

    Attributes:
        words: The words before those of a command.
        environment: What is set for it beside what is set already.
        meanings: What its exit codes mean, in words.
    """

    words: tuple[str, ...] = (sys.executable, "-P", "-m", "lakip_gen")
    environment: Mapping[str, str] = field(default_factory=dict)
    meanings: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be run.

    Attributes:
        title: What it is called on the page.
        words: The words of the command.
        files: About so many files it will read; 0 where nobody knows.
    """

    title: str
    words: tuple[str, ...]
    files: int = 0


class Run:
    """One run: what it says, how far it is, and how it ended."""

    def __init__(self, number: int, order: Order, program: Program, folder: Path) -> None:
        self.number = number
        self.order = order
        self.lines: deque[str] = deque(maxlen=MOST_LINES)
        self.read, self.reading = 0, ""
        self.is_stopped = False
        self._meanings = program.meanings
        self._process = subprocess.Popen(  # noqa: S603 - the program itself, with words that were looked up
            [*program.words, *order.words],
            cwd=folder,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **program.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=_OWN_GROUP,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        with self._process:
            for line in self._process.stdout or ():
                self._take(line.rstrip())

    def _take(self, line: str) -> None:
        if progress := _READ.match(line):
            self.read, self.reading = int(progress[1]), progress[2]
        elif line or (self.lines and self.lines[-1]):
            self.lines.append(line)

    @property
    def is_running(self) -> bool:
        """Whether it is not done, or still has something to say."""
        return self._listener.is_alive()

    @property
    def code(self) -> int | None:
        """Its exit code; None while it runs."""
        return None if self.is_running else self._process.returncode

    @property
    def ending(self) -> str:
        """How it ended, in words; empty while it runs."""
        if self.code is None:
            return ""
        return "dihentikan" if self.is_stopped else self._meanings.get(self.code, "berhenti sebelum selesai")

    def stop(self) -> None:
        """Ask it to end, and end it where it does not; what is half done is thrown away by the next run."""
        self.is_stopped = self.is_running
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGINT) if _OWN_GROUP else self._process.terminate()
        try:
            self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL) if _OWN_GROUP else self._process.kill()
        self._listener.join(GRACE)

    def told(self) -> dict[str, object]:
        """Return all of it as the page shows it."""
        return {
            "nomor": self.number,
            "judul": self.order.title,
            "baris": list(self.lines),
            "dibaca": self.read,
            "seluruhnya": max(self.order.files, self.read),
            "berkas": self.reading,
            "berjalan": self.is_running,
            "kode": self.code,
            "akhir": self.ending,
        }


class Runs:
    """The runs of one page, one after another; two pages on one folder are kept apart by the folder's own lock."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._lock = threading.Lock()
        self.last: Run | None = None

    def start(self, order: Order) -> Run | None:
        """Start a run; None, and nothing is started, while another one is under way."""
        with self._lock:
            if self.last and self.last.is_running:
                return None
            number = self.last.number + 1 if self.last else 1
            self.last = Run(number, order, self._program, self._folder)
            return self.last

    def stop(self) -> None:
        """Stop the run that is under way, if any."""
        if self.last and self.last.is_running:
            self.last.stop()
