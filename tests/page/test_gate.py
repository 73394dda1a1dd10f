"""Nobody but the page itself gets past the gate, and nothing that is too much or too slow gets in."""

from itertools import repeat

import pytest

from bantu_minta import DOOR, OWN, ask, everything_in, page_of
from lakip_gen.ooxml.guard import LARGEST_FILE
from lakip_gen.page.gate import new_key

pytestmark = pytest.mark.laporan_pendek

GIB, MIB = 1024**3, 1024**2
ORDER = b'{"perintah": "susun", "periode": "2025-TW1"}'


@pytest.fixture
def page(contoh_asli):
    return page_of(contoh_asli, "raise SystemExit(3)")


def without(name):
    return {key: value for key, value in OWN.items() if key != name}


HOSTILE = {
    "a foreign host": OWN | {"host": "evil.example"},
    "a name that somebody points at this PC": OWN | {"host": f"localhost.evil.example:{DOOR.port}"},
    "the right host on another port": OWN | {"host": "127.0.0.1:1"},
    "no host": without("host"),
    "a foreign origin": OWN | {"origin": "https://evil.example"},
    "another page of this PC": OWN | {"origin": "http://127.0.0.1:1"},
    "an origin that hides itself": OWN | {"origin": "null"},
    "no origin": without("origin"),
    "a request that another site made": OWN | {"sec-fetch-site": "cross-site"},
    "no key": without("cookie"),
    "a wrong key": OWN | {"cookie": f"{DOOR.cookie}={DOOR.key}x"},
    "the key of another page": OWN | {"cookie": f"lakip-1={DOOR.key}"},
}


@pytest.mark.parametrize("headers", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("method_and_target", ["POST /jalankan", "PUT /kirim?nama=a.xlsx", "POST /tutup"])
def test_a_hostile_request_is_refused_and_nothing_is_written_or_run(page, headers, method_and_target):
    before, closed = everything_in(page.workspace.root), []
    page.close = lambda: closed.append(1)
    answer = ask(page, *method_and_target.split(), headers=headers, parts=(ORDER,))
    assert (answer.status, answer.read) == (403, 0)
    assert (page.runs.last, closed) == (None, [])
    assert everything_in(page.workspace.root) == before


@pytest.mark.parametrize("name", ["host", "cookie"])
def test_nobody_reads_the_page_from_elsewhere_or_without_the_key(page, name):
    answer = ask(page, "GET", "/", headers=without(name))
    assert answer.status == 403
    assert "Dinas" not in answer.text


def test_the_address_with_the_key_leads_in_once_and_leaves_a_cookie_that_scripts_and_other_sites_do_not_see(page):
    answer = ask(page, "GET", f"/?kunci={DOOR.key}", headers={"host": DOOR.host})
    assert (answer.status, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].casefold()
    assert cookie.startswith(f"{DOOR.cookie}={DOOR.key}")
    assert all(said in cookie for said in ("httponly", "samesite=strict"))
    assert ask(page, "GET", "/?kunci=salah", headers={"host": DOOR.host}).status == 403


def test_keys_cannot_be_guessed():
    assert len({new_key() for _ in range(100)}) == 100
    assert min(len(new_key()) for _ in range(100)) > 40


@pytest.mark.parametrize("target", ["/", "/tampilan.js", "/tidak-ada", "/proses"])
def test_every_answer_forbids_what_is_not_the_page_s_own(page, target):
    headers = ask(page, "GET", target).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


TRAVERSAL = [
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/tampilan.css/../../dasar.html.j2",
    "/berkas/tampilan.css",
    "/workbooks/2025/induk.xlsx",
    "//etc/passwd",
]


@pytest.mark.parametrize("target", TRAVERSAL)
def test_no_path_of_a_browser_reaches_a_file(page, target):
    assert ask(page, "GET", target).status == 404


def test_a_file_that_says_it_is_a_gigabyte_is_refused_before_a_byte_is_read(page):
    answer = ask(page, "PUT", "/kirim?nama=a.xlsx", headers=OWN | {"content-length": str(GIB)}, parts=(b"x",))
    assert (answer.status, answer.read) == (413, 0)
    assert "20 MiB" in answer.said["salah"]


def test_a_gigabyte_that_does_not_say_so_is_cut_off_at_the_program_s_own_limit(page):
    before = everything_in(page.workspace.root)
    answer = ask(page, "PUT", "/kirim?nama=a.xlsx", parts=repeat(bytes(MIB), 1024))
    assert answer.status == 413
    assert LARGEST_FILE < answer.read <= LARGEST_FILE + MIB
    assert everything_in(page.workspace.root) == before


@pytest.mark.parametrize(("method", "target"), [("PUT", "/kirim?nama=a.xlsx"), ("POST", "/jalankan")])
def test_a_body_that_never_ends_is_given_up(page, method, target):
    before, page.patience = everything_in(page.workspace.root), 0.05
    answer = ask(page, method, target, parts=(b"{",), stalls=True)
    assert answer.status == 408
    assert (page.runs.last, everything_in(page.workspace.root)) == (None, before)


def test_questions_are_small(page):
    assert ask(page, "POST", "/jalankan", parts=repeat(b" " * MIB, 99)).status == 413


@pytest.mark.parametrize(
    "said", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 60_000, b'{"perintah": ["susun"]}'], ids=range(7)
)
def test_what_is_no_question_is_refused(page, said):
    answer = ask(page, "POST", "/jalankan", parts=(said,))
    assert answer.status == 400
    assert answer.said["salah"]
    assert page.runs.last is None


def test_a_form_of_another_site_cannot_ask_even_with_the_key(page):
    headers = OWN | {"content-type": "text/plain"}
    assert ask(page, "POST", "/jalankan", headers=headers, parts=(ORDER,)).status == 400
