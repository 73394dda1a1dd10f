"""Shared fixtures: the sample agency, written once and copied for each test that changes it; no network anywhere."""

import gc
import os
import shutil
import socket
from collections import Counter, OrderedDict

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

import bantu_peramban
from bantu_hakim import HAKIM
from bantu_pendek import pendekkan
from case_names import case_name
from instansi import InstansiUji
from lakip_gen.alur import baca, mulai, templat_buka
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.excel.reader.bounds import FORM
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.storage.pdf import LIBREOFFICE
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.template.open import open_template

TW1 = triwulan(2025, 1)
# A busy machine draws examples slowly; that says nothing of the program.
QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("cepat", max_examples=10, **QUIET)
settings.register_profile("lengkap", max_examples=200, **QUIET)
settings.register_profile("mutan", max_examples=50, derandomize=True, **QUIET)
settings.load_profile("cepat")

MOST_REMEMBERED = 100
"""How many workbooks, and how many templates, a worker remembers."""
ALL_DUE = "LAKIP_WAJIB"
"""Set where every program that a test needs has to be there, as in CI: a test without it fails and is not skipped."""
PROGRAMS = {
    "libreoffice": ("LibreOffice", lambda: shutil.which("soffice") is not None),
    "hakim": ("penilai Open XML", HAKIM.is_file),
    "peramban": ("Chromium dengan axe-core", bantu_peramban.is_there),
}
"""What is missing on some machines, by the marker of the tests that need it."""


def pytest_make_parametrize_id(val):
    return case_name(val)


def pytest_assertrepr_compare(op, left, right):
    """Show all of a list that is to be empty: pytest, quiet as it is asked to be, shows one item of it."""
    empty = (isinstance(right, list | tuple | set) and not right) and isinstance(left, type(right))
    if op != "==" or not empty or not left:
        return None
    return [f"{len(left)} where none is to be:", ", ".join(map(repr, left))]


def pytest_terminal_summary(terminalreporter):
    """Print the figures that tests have recorded; docs/keandalan.md reports them."""
    daftar_ukuran = [ukuran for laporan in terminalreporter.getreports("passed") for ukuran in laporan.user_properties]
    if daftar_ukuran:
        terminalreporter.section("terukur")
    for nama, nilai in daftar_ukuran:
        terminalreporter.write_line(f"{nama}: {nilai}")


@pytest.fixture(autouse=True)
def _tanpa_jaringan(request, monkeypatch):
    """Let every attempt to open a connection fail the test that makes it; some may reach this computer itself."""
    sendiri, connect = "loopback" in request.keywords, socket.socket.connect

    def menolak(*_isi, **_nama):
        pytest.fail("program mencoba membuka jaringan")

    def hanya_sendiri(soket, alamat):
        return connect(soket, alamat) if alamat[0] == "127.0.0.1" else menolak()

    monkeypatch.setattr(socket.socket, "connect", hanya_sendiri if sendiri else menolak)
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


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_read_twice():
    """Let the flows take equal bytes as they were read before: what a file holds is a value, the same for every test.

    The readers, and how often a run asks them, are tested under their own names.
    """

    def book(data, name, sheets, *, limits=FORM):
        return data, name, id(sheets), limits

    def template(data, name, library):
        return data, name, repr(library)

    with pytest.MonkeyPatch.context() as monkeypatch:
        for module in (baca, mulai):
            monkeypatch.setattr(module, "baca_buku", _remembered(baca_buku, book))
        monkeypatch.setattr(templat_buka, "open_template", _remembered(open_template, template))
        yield


def _remembered(read, key_of):
    """Return a pure function that answers from memory what it was asked lately."""
    answers = OrderedDict()

    def answer(*given, **named):
        key = key_of(*given, **named)
        if key not in answers:
            # What was given is kept too: an id says nothing of a value that is gone.
            answers[key] = given, read(*given, **named)
        answers.move_to_end(key)
        if len(answers) > MOST_REMEMBERED:
            answers.popitem(last=False)
        return answers[key][1]

    return answer


def _once(tmp_path_factory, worker_id, name, write):
    """Return a working folder that one worker of a run writes for all of them, and that is only ever read."""
    base = tmp_path_factory.getbasetemp()
    folder = base / name if worker_id == "master" else base.parent / name
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            write(Workspace(folder.with_suffix(".baru")))
            folder.with_suffix(".baru").rename(folder)
    return Workspace(folder)


def _copy(workspace, folder):
    shutil.copytree(workspace.root, folder)
    return Workspace(folder)


@pytest.fixture(scope="session")
def contoh_asli(tmp_path_factory, worker_id):
    """The sample year, only ever read; who changes it takes `contoh`."""
    return _once(tmp_path_factory, worker_id, "contoh", tulis_contoh)


@pytest.fixture(scope="session")
def tersusun_asli(contoh_asli, tmp_path_factory, worker_id):
    """The sample year after its first quarter and its annual report were made, only ever read."""

    def tulis(ruang):
        shutil.copytree(contoh_asli.root, ruang.root)
        for periode in ("2025-TW1", "2025"):
            susun(ruang, Periode.parse(periode))

    return _once(tmp_path_factory, worker_id, "tersusun", tulis)


@pytest.fixture(scope="session")
def instansi_uji(contoh_asli, tmp_path_factory):
    """The agencies of three sizes, each written when it is first asked for; the middle one is the sample."""
    return InstansiUji(
        tmp_path_factory.mktemp, {"contoh": _copy(contoh_asli, tmp_path_factory.mktemp("tiga") / "contoh")}
    )


@pytest.fixture(scope="session")
def dibagikan_asli(contoh_asli, tmp_path_factory, worker_id):
    """The sample year whose first quarter was handed out and in which nobody has typed yet, only ever read."""

    def tulis(ruang):
        shutil.copytree(contoh_asli.root, ruang.root)
        for berkas in ruang.form_files(TW1):
            berkas.unlink()
        bagikan(ruang, TW1)

    return _once(tmp_path_factory, worker_id, "dibagikan", tulis)


@pytest.fixture
def contoh(contoh_asli, tmp_path, request):
    """The sample agency in a folder of the test's own; with a report of one page where the test says so."""
    ruang = _copy(contoh_asli, tmp_path / "ruang")
    if "laporan_pendek" in request.keywords:
        pendekkan(ruang)
    return ruang


@pytest.fixture
def contoh_utuh(contoh_asli, tmp_path):
    """The sample agency with its whole report, also in a file whose other tests do with a short one."""
    return _copy(contoh_asli, tmp_path / "utuh")


@pytest.fixture
def dibagikan(dibagikan_asli, tmp_path):
    """A quarter that was handed out and in which nobody has typed yet."""
    return _copy(dibagikan_asli, tmp_path / "dibagikan")


@pytest.fixture
def tersusun(tersusun_asli, tmp_path):
    """The sample agency with the outputs of its first quarter and its year, in a folder of the test's own."""
    return _copy(tersusun_asli, tmp_path / "tersusun")


def pytest_collection_finish():
    """Look for rubbish seldom, and not among the thousands of tests themselves: that took a tenth of the time."""
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Leave most cases of a family to the long run, and skip what a program is missing for, but where all are due."""
    _leave_most_to_the_long_run(items)
    if os.environ.get(ALL_DUE) or os.environ.get("CI"):
        return
    for marker, (name, is_there) in PROGRAMS.items():
        if not is_there():
            for item in items:
                if marker in item.keywords:
                    item.add_marker(pytest.mark.skip(reason=f"{name} tidak terpasang"))


def _leave_most_to_the_long_run(items):
    """Mark all but one in n of the cases of each test that says `one_in(n)` as long."""
    seen = Counter()
    for item in items:
        mark = item.get_closest_marker("one_in")
        if mark is not None:
            test = item.nodeid.partition("[")[0]
            if seen[test] % mark.args[0]:
                item.add_marker(pytest.mark.lengkap)
            seen[test] += 1
