"""Who may ask: only the page that this program itself handed to a browser on this PC, and never too much at once."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST: Final = "127.0.0.1"
KEY: Final = "kunci"
"""The name under which an address carries the key."""
PATIENCE: Final = 60.0
"""So many seconds a body may take to come."""
_READING: Final = frozenset({"GET", "HEAD"})
_OWN_SITE: Final = frozenset({"same-origin", "none"})
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_CLOSED: Final = "Halaman ini hanya dapat dibuka dari komputer ini, lewat berkas Buka Laporan Kinerja di ruang kerja.\n"


@dataclass(frozen=True, slots=True)
class Door:
    """Where the page is, and the key to it."""

    port: int
    key: str

    @property
    def host(self) -> str:
        """What a browser names when it asks this page."""
        return f"{HOST}:{self.port}"

    @property
    def cookie(self) -> str:
        """The name under which a browser keeps the key; cookies know no ports, so the name has it."""
        return f"lakip-{self.port}"

    @property
    def address(self) -> str:
        """What is opened in a browser."""
        return f"http://{self.host}/?{KEY}={self.key}"

    def fits(self, key: str | None) -> bool:
        """Return whether somebody has the key."""
        return key is not None and secrets.compare_digest(key.encode(), self.key.encode())


def new_key() -> str:
    """Return a key that nobody can guess."""
    return secrets.token_urlsafe(32)


class Gate:
    """Stands before the pages: what does not come from the program's own page gets no further."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] != "http":
            return
        request = Request(scope)

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = self._answer(request)
        await (answer or self.app)(scope, receive, sealed)

    def _answer(self, request: Request) -> Response | None:
        """Return why a request gets no further, or the way in for one that brings the key; None lets it through."""
        if not self._is_own(request):
            return PlainTextResponse(_CLOSED, 403)
        if request.url.path == "/" and self.door.fits(request.query_params.get(KEY)):
            way_in = RedirectResponse("/", 303)
            way_in.set_cookie(self.door.cookie, self.door.key, httponly=True, samesite="strict")
            return way_in
        return None if self.door.fits(request.cookies.get(self.door.cookie)) else PlainTextResponse(_CLOSED, 403)

    def _is_own(self, request: Request) -> bool:
        """Return whether a request names this page as its host, and comes from it where it could change anything."""
        headers = request.headers
        if headers.getlist("host") != [self.door.host]:
            return False
        if headers.get("sec-fetch-site", "none") not in _OWN_SITE:
            return False
        own = f"http://{self.door.host}"
        return (
            headers.getlist("origin") == [own] if request.method not in _READING else headers.get("origin", own) == own
        )


class BodyTooLargeError(Exception):
    """More came than is taken."""


class BodyTooSlowError(Exception):
    """It took too long to come."""


async def read_body(request: Request, limit: int, patience: float) -> bytes:
    """Return what a request brings.

    Raises:
        BodyTooLargeError: When it is more than `limit` bytes; no more than that is ever held.
        BodyTooSlowError: When it is not all there after `patience` seconds.
    """
    if int(request.headers.get("content-length", "0")) > limit:
        raise BodyTooLargeError
    content = bytearray()
    try:
        async with asyncio.timeout(patience):
            async for part in request.stream():
                content += part
                if len(content) > limit:
                    raise BodyTooLargeError
    except TimeoutError:
        raise BodyTooSlowError from None
    return bytes(content)
