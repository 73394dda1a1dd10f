"""Asks the local page as a browser would, or as an attacker: plain ASGI calls, no network."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit

from lakip_gen.page.app import Page, create_app
from lakip_gen.page.gate import Door
from lakip_gen.page.runs import Program

DOOR = Door(port=54321, key="kunci-uji")
OWN = {
    "host": DOOR.host,
    "origin": f"http://{DOOR.host}",
    "cookie": f"{DOOR.cookie}={DOOR.key}",
    "content-type": "application/json",
}
"""What the page's own script sends."""


@dataclass
class Answer:
    """What came back."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    read: int = 0
    """The bytes that were taken of what was sent."""

    @property
    def text(self):
        return self.body.decode()

    @property
    def said(self):
        return json.loads(self.body)


def ask(page, method, target, *, headers=None, parts=(b"",), stalls=False):
    """Send a request to a page; `parts` may be endless, and one that stalls sends no end."""
    return asyncio.run(_ask(create_app(page, DOOR), method, target, OWN if headers is None else headers, parts, stalls))


async def _ask(app, method, target, headers, parts, stalls):
    address, answer, left = urlsplit(target), Answer(), iter(parts)
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": address.path,
        "raw_path": address.path.encode(),
        "query_string": address.query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        "server": ("127.0.0.1", DOOR.port),
        "client": ("127.0.0.1", 1),
    }

    async def receive():
        part = next(left, None)
        if part is None and stalls:
            await asyncio.sleep(3600)
        answer.read += len(part or b"")
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    async def send(message):
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        else:
            answer.body += message.get("body", b"")

    await app(scope, receive, send)
    return answer


def post(page, target, **asked):
    """Ask for something as the page's script does."""
    return ask(page, "POST", target, parts=(json.dumps(asked).encode(),))


def send_file(page, name, content):
    """Send a file as the page's script does."""
    return ask(page, "PUT", f"/kirim?nama={name}", parts=(content,))


def program(script):
    """Return a stand-in for the program: a few lines of Python."""
    return Program(words=(sys.executable, "-S", "-c", script), meanings={0: "selesai", 5: "sedang dipakai"})


def page_of(workspace, script="", **named):
    return Page(workspace, program(script), **named)


def everything_in(root):
    """Return every file below a folder with the SHA-256 of what it holds."""
    files = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}
