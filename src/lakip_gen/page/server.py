"""The page as it runs: on this PC alone, on a port that is free, until it is ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import uvicorn

from lakip_gen.page.app import Page, create_app
from lakip_gen.page.gate import HOST, Door, new_key

MOST_AT_ONCE = 64
"""So many connections are answered at once; a browser needs six."""


class _Server(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[Any] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def serve(page: Page, ready: Callable[[str], None]) -> None:
    """Serve a page until it is closed on the page itself.

    Args:
        page: The page.
        ready: Told the address once it can be opened.

    Raises:
        KeyboardInterrupt: When it is ended by Ctrl+C.
    """
    config = uvicorn.Config(
        lambda: None,  # the application needs the port, which comes next
        host=HOST,
        port=0,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        limit_concurrency=MOST_AT_ONCE,
        timeout_graceful_shutdown=2,
    )
    listening = config.bind_socket()
    door = Door(listening.getsockname()[1], new_key())
    config.app = create_app(page, door)
    server = _Server(config, lambda: ready(door.address))

    def close() -> None:
        server.should_exit = True

    page.close = close
    try:
        server.run(sockets=[listening])
    finally:
        page.runs.stop()
        page.scans.drop()
