"""A scan that goes with a record comes in by the page, and lies in the working folder only once the record is made."""

import pytest

from bantu_minta import OWN, ask, everything_in, page_of, post
from lakip_gen.ooxml.guard import LARGEST_FILE
from lakip_gen.page.scans import MOST_HELD, Scans

SAYS = "import sys; print(sys.argv[-4])"


def send(page, name, content=b"%PDF-1.7", **named):
    return ask(page, "PUT", f"/bukti?nama={name}", parts=(content,), **named)


def ended(run):
    run._listener.join(10)
    return run.told()["baris"]


def test_a_scan_is_held_outside_the_folder_and_named_to_the_command(contoh):
    page, before = page_of(contoh, SAYS), everything_in(contoh.root)
    word = send(page, "..%2F..%2FSurat%20BPS%20(12).PDF").said["bukti"]
    assert everything_in(contoh.root) == before
    (place,) = page.scans.held.values()
    assert (place.name, place.read_bytes()) == ("surat-bps-12.pdf", b"%PDF-1.7")
    assert not place.is_relative_to(contoh.root)
    answer = post(page, "/jalankan", perintah="catat", periode="2025-TW1", langkah="5", isi="Rapat", bukti=word)
    assert answer.status == 202
    assert ended(page.runs.last) == [f"--bukti={place}"]
    page.scans.drop()
    assert not place.exists()


@pytest.mark.parametrize("name", ["virus.exe", "halaman.html", "tanpa-akhiran", "x.pdf.cmd", ""])
def test_what_is_no_scan_is_refused(contoh_asli, name):
    page = page_of(contoh_asli)
    answer = send(page, name)
    assert (answer.status, dict(page.scans.held)) == (400, {})
    assert answer.said["salah"].endswith(".")


def test_an_empty_scan_is_refused(contoh_asli):
    assert send(page_of(contoh_asli), "a.pdf", b"").status == 400


def test_a_scan_that_is_far_too_large_is_refused_before_it_is_read(contoh_asli):
    page = page_of(contoh_asli)
    answer = send(page, "a.pdf", headers=OWN | {"content-length": str(LARGEST_FILE + 1)})
    assert (answer.status, answer.read, dict(page.scans.held)) == (413, 0, {})


@pytest.mark.parametrize("missing", ["host", "origin", "cookie"])
def test_nobody_else_leaves_a_scan(contoh_asli, missing):
    page = page_of(contoh_asli)
    answer = send(page, "a.pdf", headers={name: said for name, said in OWN.items() if name != missing})
    assert (answer.status, answer.read, dict(page.scans.held)) == (403, 0, {})


def test_only_so_many_wait_and_the_oldest_goes_first():
    scans = Scans()
    words = [scans.hold(f"{number}.png", b"x") for number in range(MOST_HELD + 2)]
    assert list(scans.held) == words[2:]
    assert all(place.read_bytes() == b"x" for place in scans.held.values())
    scans.drop()
    assert dict(scans.held) == {}
