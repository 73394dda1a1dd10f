"""The outside judge of pages: headless Chromium with axe-core, as `make hakim` installs them (Debian, npm)."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

AXE = Path(__file__).parent.joinpath("axe", "node_modules", "axe-core", "axe.min.js")
CHROMIUM = "chromium"
DESKTOP, PHONE = 1200, 360
_CSP = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_LOOK = """
const frame = document.querySelector("iframe");
frame.addEventListener("load", async () => {
  const inside = frame.contentWindow, root = inside.document.documentElement;
  const found = await inside.axe.run(inside.document);
  const told = {
    faults: found.violations.map(one => [one.id, one.impact, one.nodes.map(node => node.html)]),
    passed: found.passes.length,
    asked: inside.asked,
    wide: root.scrollWidth - root.clientWidth,
    shut: inside.shut,
  };
  document.getElementById("told").textContent = JSON.stringify(told);
});
"""
"""Runs in the page around the one that is judged, which stands in a frame as wide as a screen."""
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
)
"""Lets the judge in and nothing else: whatever a page asks for is told as a violation."""
_OWN = """
window.shut = []; addEventListener("error", told => shut.push(told.message));
window.asked = []; addEventListener("securitypolicyviolation", told => asked.push(told.blockedURI));
"""


def is_there() -> bool:
    """Return whether Chromium and axe-core are installed."""
    return shutil.which(CHROMIUM) is not None and AXE.is_file()


def judged(page: bytes, width: int, folder: Path) -> dict[str, object]:
    """Return what axe-core finds in a page on a screen of a width, what the page asks for, and how far it sticks out.

    The page's own policy forbids every script, so the judge's copy has one that lets the judge in.
    """
    scripts = f"<head>{_POLICY}<script>{_OWN}</script><script>{_axe()}</script>"
    inner = _CSP.sub("", page.decode()).replace("<head>", scripts, 1)
    outer = (
        f'<!DOCTYPE html><pre id="told"></pre><iframe width="{width}" height="900" style="border:0" '
        f'srcdoc="{html.escape(inner)}"></iframe><script>{_LOOK}</script>'
    )
    file = folder / f"judge-{width}.html"
    file.write_text(outer, encoding="utf-8")
    dump = _run("--dump-dom", "--virtual-time-budget=60000", file.as_uri(), profile=folder / "profile").stdout
    return json.loads(html.unescape(re.search(r'<pre id="told">(.*?)</pre>', dump, re.DOTALL)[1]))


def console(page: bytes, folder: Path) -> list[str]:
    """Return what Chromium writes to the console when a page is opened just as it is."""
    file = folder / "page.html"
    file.write_bytes(page)
    told = _run("--enable-logging=stderr", "--dump-dom", file.as_uri(), profile=folder / "profile").stderr
    return [line for line in told.splitlines() if "CONSOLE" in line]


def _axe() -> str:
    return AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")


def _run(*words: str, profile: Path) -> subprocess.CompletedProcess[str]:
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
    return subprocess.run(
        [CHROMIUM, *quiet, f"--user-data-dir={profile}", *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
