"""A browser that drives the local page as people do: Playwright in Debian's Chromium, every click counted."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from urllib.parse import urlsplit

from bantu_peramban import AXE, DESKTOP
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.page.app import Page
from lakip_gen.page.gate import HOST
from lakip_gen.page.runs import Program
from lakip_gen.page.server import serve

SERIOUS = {"serious", "critical"}
MINUTE = 60_000
PROGRAM = Program(meanings={code.value: code.arti for code in ExitCode})
"""The program itself, as `lakip-gen halaman` starts it."""


@contextmanager
def served(workspace, program=PROGRAM):
    """Serve a working folder while a test looks at it; yields its address and what was opened in other programs."""
    opened, ready, address = [], threading.Event(), []

    def told(said):
        address.append(said)
        ready.set()

    page = Page(workspace, program=program, opener=opened.append)
    server = threading.Thread(target=serve, args=(page, told))
    server.start()
    try:
        assert ready.wait(30)
        yield address[0], opened
    finally:
        page.close()
        server.join(30)
        assert not server.is_alive()


class Screen:
    """One tab of a browser: it counts clicks, and remembers every host that was asked and every complaint."""

    def __init__(self, browser, address, width=DESKTOP):
        self.tab = browser.new_page(viewport={"width": width, "height": 900})
        self.tab.set_default_timeout(MINUTE)
        self.hosts, self.complaints, self.clicks = set(), [], 0
        self.tab.on("request", lambda asked: self.hosts.add(urlsplit(asked.url).hostname))
        self.tab.on("console", lambda said: self.complaints.append(said.text))
        self.tab.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        self.tab.goto(address)

    def click(self, name, role="button"):
        """Press something by the name that a screen reader says."""
        self.tab.get_by_role(role, name=name).first.click()
        self.clicks += 1

    def until(self, holds):
        """Wait until something holds outside the browser."""
        for _ in range(MINUTE // 20):
            if holds():
                return
            self.tab.wait_for_timeout(20)
        raise AssertionError("it never came to that")

    def run(self, name):
        """Press a button that runs a command, and wait for what it says at its end."""
        before = self.number
        self.click(name)
        return self.ended(after=before)

    @property
    def number(self):
        """The number of the run that is shown; 0 where none is."""
        return int(self.tab.locator("#proses").get_attribute("data-nomor") or 0)

    def ended(self, after=0):
        """Wait until a run that came after another one is done and the view is read anew; return how it ended."""
        self.tab.wait_for_function(
            "after => document.querySelector('#proses').dataset.nomor > after && "
            "/^(Selesai|Berakhir)/.test(document.querySelector('#proses-kata').textContent)",
            arg=after,
        )
        said = self.tab.inner_text("#proses-kata")
        self.tab.wait_for_load_state("networkidle")
        return said

    def send(self, files):
        """Choose files in the dialog of the browser, which takes a click on the page."""
        self.tab.set_input_files("#pilih-berkas", files)
        self.clicks += 1
        self.tab.wait_for_function(
            "n => document.querySelectorAll('#kiriman-daftar > li').length >= n && "
            "!/sedang diperiksa/.test(document.querySelector('#kiriman-daftar').textContent)",
            arg=len(files),
        )
        return self.tab.inner_text("#kiriman-daftar")

    def faults(self):
        """Return what axe-core finds serious, and how far the page sticks out of the screen."""
        self.tab.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.tab.evaluate("() => axe.run()")
        serious = [
            (one["id"], [node["html"] for node in one["nodes"]])
            for one in found["violations"]
            if one["impact"] in SERIOUS
        ]
        assert len(found["passes"]) > 10
        return serious, self.tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    @property
    def strangers(self):
        """The hosts that were asked and are not this PC."""
        return {host for host in self.hosts if host} - {HOST}
