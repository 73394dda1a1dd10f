"""The command that opens the page, as scripts and starters see it."""

import signal
import subprocess
import sys

import pytest

from lakip_gen.door import cli_page
from lakip_gen.door.cli import run_command
from lakip_gen.door.exit_codes import ExitCode


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
