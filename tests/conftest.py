"""Shared fixtures: the sample agency, written once and copied for each test that changes it; no network anywhere."""

import os
import shutil
import socket

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from case_names import case_name
from instansi import InstansiUji
from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.storage.pdf import LIBREOFFICE
from lakip_gen.storage.workspace import Workspace

# A busy machine draws examples slowly; that says nothing of the program.
QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("cepat", max_examples=50, **QUIET)
settings.register_profile("lengkap", max_examples=300, **QUIET)
settings.register_profile("mutan", max_examples=50, derandomize=True, **QUIET)
settings.load_profile("cepat")


def pytest_make_parametrize_id(val):
    return case_name(val)


def pytest_terminal_summary(terminalreporter):
    """Print the figures that tests have recorded; docs/keandalan.md reports them."""
    daftar_ukuran = [ukuran for laporan in terminalreporter.getreports("passed") for ukuran in laporan.user_properties]
    if daftar_ukuran:
        terminalreporter.section("terukur")
    for nama, nilai in daftar_ukuran:
        terminalreporter.write_line(f"{nama}: {nilai}")


@pytest.fixture(autouse=True)
def _tanpa_jaringan(monkeypatch):
    """Let every attempt to open a connection fail the test that makes it."""

    def menolak(*_isi, **_nama):
        pytest.fail("program mencoba membuka jaringan")

    monkeypatch.setattr(socket.socket, "connect", menolak)
    monkeypatch.setattr(socket, "create_connection", menolak)


@pytest.fixture(scope="session", autouse=True)
def _tanpa_libreoffice():
    """Hide LibreOffice, which takes seconds for page numbers; from fixtures of whole modules too."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(LIBREOFFICE, "tidak")
        yield


@pytest.fixture(autouse=True)
def _dengan_libreoffice(request, monkeypatch):
    """Show LibreOffice to the tests that are about it."""
    if "libreoffice" in request.keywords:
        monkeypatch.delenv(LIBREOFFICE)


@pytest.fixture(scope="session")
def contoh_asli(tmp_path_factory, worker_id):
    """The sample year, written once for all workers of a run and only ever read; who changes it takes `contoh`."""
    base = tmp_path_factory.getbasetemp()
    folder = base / "contoh" if worker_id == "master" else base.parent / "contoh"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            tulis_contoh(Workspace(folder.with_suffix(".baru")))
            folder.with_suffix(".baru").rename(folder)
    return Workspace(folder)


@pytest.fixture(scope="session")
def instansi_uji(tmp_path_factory):
    """The agencies of three sizes, each written when it is first asked for."""
    return InstansiUji(tmp_path_factory.mktemp)


@pytest.fixture
def contoh(contoh_asli, tmp_path):
    """The sample agency in a folder of the test's own."""
    akar = tmp_path / "ruang"
    shutil.copytree(contoh_asli.root, akar)
    return Workspace(akar)


def pytest_collection_modifyitems(items):
    if shutil.which("soffice") or os.environ.get("CI"):
        return
    lewati = pytest.mark.skip(reason="LibreOffice tidak terpasang")
    for item in items:
        if "libreoffice" in item.keywords:
            item.add_marker(lewati)
