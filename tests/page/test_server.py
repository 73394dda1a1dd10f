"""The command that opens the page, as scripts and starters see it."""

import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest

from bantu_minta import everything_in, page_of
from lakip_gen.door import cli_page
from lakip_gen.door.cli import run_command
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.page.server import MOST_AT_ONCE, serve


@pytest.mark.lengkap
@pytest.mark.skipif(sys.platform == "win32", reason="di Windows Ctrl+C hanya ada di jendela")
def test_the_address_is_the_first_line_and_ctrl_c_ends_it(contoh_asli):
    words = [sys.executable, "-P", "-m", "lakip_gen", "halaman", "--tanpa-peramban", "--ruang", str(contoh_asli.root)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        address = server.stdout.readline().strip()
        server.send_signal(signal.SIGINT)
        _, told = server.communicate(timeout=30)
    assert address.startswith("http://127.0.0.1:")
    assert len(address.partition("?kunci=")[2]) > 40
    assert (server.returncode, told.strip()) == (ExitCode.STOPPED, "Dihentikan.")


@pytest.mark.parametrize("missing", ["starlette", "uvicorn"])
def test_without_its_libraries_one_sentence_says_how_to_get_them(contoh_asli, monkeypatch, capsys, missing):
    for name in [name for name in sys.modules if name.startswith(("lakip_gen.page", missing))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert run_command(["halaman", "--ruang", str(contoh_asli.root)]) == ExitCode.WRONG_COMMAND
    assert cli_page.MISSING in capsys.readouterr().err


@contextmanager
def listening(workspace):
    """Serve a folder; yields the port and what its own browser sends."""
    page, ready, said = page_of(workspace, "raise SystemExit(3)"), threading.Event(), []
    server = threading.Thread(target=serve, args=(page, lambda address: (said.append(address), ready.set())))
    server.start()
    assert ready.wait(30)
    address = urlsplit(said[0])
    own = f"Host: {address.netloc}\r\nOrigin: http://{address.netloc}\r\n"
    own += f"Cookie: lakip-{address.port}={parse_qs(address.query)['kunci'][0]}\r\n"
    try:
        yield address.port, own
    finally:
        page.close()
        server.join(30)


def sent(port, text, *, keep=None):
    """Send bytes that no browser would, and return the status that comes back."""
    with socket.socket() as line:
        line.settimeout(10)
        line.connect(("127.0.0.1", port))
        line.sendall(text.encode("latin1"))
        if keep is not None:
            keep.append(line.dup())
            return None
        return int(line.recv(100).split()[1])


RAW = {
    "a second host": ("GET / HTTP/1.1\r\nHost: evil.example\r\n{own}\r\n", 400),
    "another address in the first line": ("GET http://evil.example/ HTTP/1.1\r\n{own}\r\n", 404),
    "two lengths": ("POST /jalankan HTTP/1.1\r\n{own}Content-Length: 2\r\nContent-Length: 9\r\n\r\n{{}}", 400),
    "a length and chunks": (
        "POST /jalankan HTTP/1.1\r\n{own}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400,
    ),
    "a length below nothing": ("PUT /bukti?nama=a.pdf HTTP/1.1\r\n{own}Content-Length: -4\r\n\r\n%PDF", 400),
    "a way up": ("GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n{own}\r\n", 404),
    "another word for the method": ("GET /jalankan HTTP/1.1\r\n{own}X-HTTP-Method-Override: POST\r\n\r\n", 405),
}


@pytest.mark.loopback
def test_what_no_browser_sends_is_refused_and_half_requests_keep_nobody_out_for_long(contoh_asli):
    before = everything_in(contoh_asli.root)
    with listening(contoh_asli) as (port, own):
        assert {name: sent(port, text.format(own=own)) for name, (text, _) in RAW.items()} == {
            name: status for name, (_, status) in RAW.items()
        }
        half = []
        for _ in range(MOST_AT_ONCE + 8):
            sent(port, "GET / HTTP/1.1\r\nHost: x", keep=half)
        for line in half:
            line.close()
        asset = f"GET /tampilan.css HTTP/1.1\r\n{own}\r\n"
        assert 200 in (sent(port, asset) for _ in range(200))
    assert everything_in(contoh_asli.root) == before
