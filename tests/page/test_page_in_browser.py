"""The local page in a real browser: for everybody, on a desk and a phone, and as safe as two terminals."""

import os
import shutil
import subprocess
import time

import docx
import pytest

from bantu_minta import everything_in, program
from bantu_peramban import CHROMIUM, DESKTOP, PHONE
from bantu_peramban_hidup import Screen, served
from lakip_gen.alur.contoh import tulis_contoh
from lakip_gen.alur.mulai import mulai
from lakip_gen.alur.peristiwa import catat, saat_ini
from lakip_gen.domain.periode import periode_setahun, setahun, triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.sop.peristiwa import Jenis, Peristiwa
from lakip_gen.storage.lock import lock_workspace
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.peramban
TW1 = triwulan(2025, 1)
WIDTHS = {"desk": DESKTOP, "phone": PHONE}


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=shutil.which(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def screens(browser):
    """Open tabs on an address; at the end none of them has asked a stranger or complained."""
    made = []

    def opened(address, width=DESKTOP):
        made.append(Screen(browser, address, width))
        return made[-1]

    yield opened
    for screen in made:
        screen.tab.close()
    assert [(one.strangers, one.complaints) for one in made if one.strangers or one.complaints] == []


def first_use(tmp_path):
    return Workspace(tmp_path / "ruang baru")


def unfit(tmp_path):
    mulai(first_use(tmp_path), 2025)
    return first_use(tmp_path)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("state", ["first use", "unfit", "at work"])
def test_a_screen_is_fit_for_everybody(screens, tmp_path, tersusun, width, state):
    workspace = {"first use": first_use, "unfit": unfit, "at work": lambda _: tersusun}[state](tmp_path)
    with served(workspace) as (address, _):
        screen = screens(address, width)
        screen.tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert screen.faults() == ([], 0)


@pytest.mark.parametrize(
    "name", ["Sahkan …", "Susun dengan pilihan …", "Terima dengan alasan …", "Catat salinan kertas …"]
)
def test_a_question_is_fit_for_everybody_and_escape_leaves_it(screens, dibagikan, tersusun, name):
    with served(tersusun if name.startswith(("Sahkan", "Susun")) else dibagikan) as (address, _):
        screen = screens(address + "&periode=2025-TW1", PHONE)
        screen.tab.goto(address.partition("?")[0] + "?periode=2025-TW1")
        screen.tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        screen.click(name)
        assert screen.tab.locator("dialog[open]").count() == 1
        assert screen.faults() == ([], 0)
        screen.tab.keyboard.press("Escape")
        assert screen.tab.locator("dialog[open]").count() == 0
        assert screen.tab.evaluate("document.activeElement.textContent").startswith(name[:6])


def test_from_the_starter_to_the_first_report_takes_few_clicks(screens, tmp_path, contoh_asli, record_property):
    """A new office: five answers, the buku induk filled in Excel, the forms sent back by the units."""
    workspace, began = first_use(tmp_path), time.monotonic()
    with served(workspace) as (address, opened):
        screen = screens(address)
        screen.tab.get_by_label("Nama instansi").fill("Dinas Komunikasi dan Informatika")
        screen.tab.get_by_label("Tahun anggaran").fill("2025")
        screen.click("Siapkan ruang kerja")
        screen.click("Buka buku induk di Excel")
        screen.until(lambda: opened == [workspace.induk(2025)])
        shutil.copy(contoh_asli.induk(2025), workspace.induk(2025))  # what the planner types in Excel
        screen.click("Periksa lagi", "link")
        assert screen.run("Bagikan formulir") == "Selesai."
        said = screen.send(sorted(contoh_asli.inbox(TW1).glob("*.xlsx")))
        assert said.count("✓ diterima") == 6
        assert screen.run("Susun laporan") == "Selesai."
        screen.click("Buka draf di Word")
        screen.until(lambda: opened[-1].name == "laporan-kinerja-2025-TW1-draf-01.docx")
        record_property("klik dari pembuka sampai draf pertama", screen.clicks)
        record_property("detik komputer dari pembuka sampai draf pertama", round(time.monotonic() - began, 1))
        assert screen.clicks <= 8


def test_what_is_dropped_is_checked_and_what_is_no_form_is_told(screens, dibagikan, contoh_asli, tmp_path):
    wrong = tmp_path / "catatan rapat.xlsx"
    wrong.write_bytes(b"halo")
    with served(dibagikan) as (address, _):
        screen = screens(address)
        said = screen.send([wrong, contoh_asli.form_files(TW1)[0]])
        assert "catatan rapat.xlsx: Tidak disimpan." in said
        assert "✓ diterima" in said
        screen.tab.get_by_text("Menunggu 5 formulir").wait_for()
        assert screen.faults() == ([], 0)


def test_a_message_is_copied_for_the_chat(screens, dibagikan):
    with served(dibagikan) as (address, _):
        screen = screens(address)
        screen.tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
        screen.tab.locator("summary", has_text="Sekretariat").first.click()
        screen.click("Salin pengingat")
        screen.tab.get_by_text("Pesan sudah disalin").wait_for()
        assert "belum kami terima" in screen.tab.evaluate("navigator.clipboard.readText()")


def test_a_step_is_recorded_and_a_report_is_sealed_with_a_question_first(screens, tersusun):
    with served(tersusun) as (address, _):
        screen = screens(address)
        screen.tab.goto(address.partition("?")[0] + "?periode=2025-TW1")
        screen.click("Sahkan …")
        screen.click("Batal")
        assert not tersusun.archives(TW1).exists()
        screen.click("Sahkan …")
        screen.tab.get_by_label("Alasan").first.fill("Contoh")
        screen.run("Ya, sahkan")
        screen.tab.get_by_text("Triwulan I Tahun 2025 sudah disahkan.").wait_for()
        assert tersusun.archives(TW1).exists()
        screen.click("Buka lagi …")
        screen.tab.locator("#buka-alasan").fill("Ada koreksi")
        screen.run("Ya, buka lagi")
        screen.tab.get_by_text("Draf sudah siap").wait_for()


@pytest.mark.lengkap
def test_a_step_is_recorded_and_taken_back_and_the_next_year_is_made(screens, tmp_path):
    workspace = Workspace(tmp_path / "ruang")
    tulis_contoh(workspace, "pmk-way-kanan")
    with served(workspace) as (address, _):
        screen = screens(address)
        screen.tab.goto(address.partition("?")[0] + "?periode=2025-TW2")
        screen.run("Bagikan formulir")
        screen.run("Susun laporan")
        screen.click("Catat …")
        screen.tab.locator("#catat-isi").fill("Disampaikan lewat surat")
        before = screen.number
        screen.tab.locator("#dialog-catat").get_by_role("button", name="Catat").click()
        assert screen.ended(before) == "Selesai."
        screen.tab.locator("#rincian-catatan summary").click()
        screen.click("Batalkan …")
        assert screen.run("Ya, batalkan catatan") == "Selesai."
        screen.tab.locator("#rincian-catatan del").wait_for(state="attached")
        screen.click("Siapkan tahun 2026 …")
        screen.run("Ya, siapkan")
        screen.tab.get_by_role("link", name="2026").wait_for()
        assert workspace.induk(2026).is_file()


@pytest.mark.lengkap
def test_a_record_takes_a_scan_along_and_a_report_its_day_and_a_correction_its_answer(screens, tmp_path):
    workspace, scan = Workspace(tmp_path / "ruang"), tmp_path / "Undangan rapat.pdf"
    tulis_contoh(workspace, "pmk-way-kanan")
    scan.write_bytes(b"%PDF-1.7")
    koreksi = Peristiwa(jenis=Jenis.KOREKSI, dicatat=saat_ini(), isi="Jelaskan sebabnya", sidik="s", terkunci="t")
    catat(workspace, TW1, (koreksi,))
    with served(workspace) as (address, _):
        screen = screens(address)
        screen.tab.goto(address.partition("?")[0] + "?periode=2025-TW1")
        screen.click("Susun dengan pilihan …")
        screen.tab.locator("#susun-tanggal").fill("2025-04-10")
        assert screen.run("Ya, susun").startswith("Selesai")
        draft = workspace.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
        assert "10 April 2025" in "".join(one.text for one in docx.Document(draft).element.iter() if one.text)
        screen.click("Catat …")
        screen.tab.locator("#catat-bukti").set_input_files(scan)
        before = screen.number
        screen.tab.locator("#dialog-catat").get_by_role("button", name="Catat").click()
        assert screen.ended(before) == "Selesai."
        assert [one.read_bytes() for one in workspace.evidence(TW1).iterdir()] == [b"%PDF-1.7"]
        screen.tab.locator("#rincian-koreksi summary").click()
        screen.click("Jawab …")
        screen.tab.locator("#koreksi-isi").fill("Sudah sesuai formulir")
        assert screen.run("Simpan jawaban") == "Selesai."
        screen.tab.get_by_text("dijawab: Sudah sesuai formulir", exact=True).wait_for()
        assert screen.faults() == ([], 0)


SLOW = "import time\nfor n in range(600): print(f'\\r{n} berkas dibaca  a.xlsx', end='', flush=True); time.sleep(0.1)"


def test_two_tabs_see_one_run_and_a_closed_tab_ends_nothing(screens, contoh):
    with served(contoh, program=program(SLOW)) as (address, _):
        one = screens(address)
        one.click("Susun laporan")
        one.tab.get_by_text("Sedang berjalan").wait_for()
        other = screens(address)
        other.tab.get_by_text("Sedang berjalan").wait_for()  # it watches what the first one started
        assert other.tab.locator("#tombol-utama").get_attribute("aria-disabled") == "true"
        one.tab.close()
        other.tab.reload()
        other.tab.get_by_text("Sedang berjalan").wait_for()
        other.click("Hentikan")
        assert other.ended() == "Berakhir: dihentikan."
        other.tab.wait_for_function("() => document.querySelector('#tombol-utama').ariaDisabled !== 'true'")


def test_a_terminal_that_holds_the_folder_is_named_and_the_run_is_refused(screens, contoh):
    with served(contoh) as (address, _), lock_workspace(contoh.root):
        screen = screens(address)
        assert screen.run("Susun laporan") == "Berakhir: perintah lain sedang berjalan di folder yang sama."
        assert f"proses {os.getpid()}" in screen.tab.inner_text("#proses-baris")


ATTACK = """async address => {
  const asked = { credentials: "include", mode: "no-cors" };
  const order = JSON.stringify({ perintah: "susun", periode: "2025-TW1" });
  const tries = [
    fetch(address, asked).then(answer => answer.type),
    fetch(address + "jalankan", { ...asked, method: "POST", body: order }).then(answer => answer.type),
    fetch(address + "jalankan", { credentials: "include", method: "POST", body: order,
      headers: { "Content-Type": "application/json" } }).then(answer => answer.status),
    fetch(address + "kirim?nama=a.xlsx", { credentials: "include", method: "PUT", body: "x" })
      .then(answer => answer.status),
  ];
  return (await Promise.allSettled(tries)).map(one => one.value ?? "ditolak");
}"""


def test_another_page_on_the_same_pc_neither_reads_nor_presses_anything(browser, contoh, tmp_path):
    """Pages on other ports of 127.0.0.1 are of the same site: their requests carry the cookie."""
    before = everything_in(contoh.root)
    with served(contoh) as (address, _), served(first_use(tmp_path)) as (other, _):
        context = browser.new_context(bypass_csp=True)  # an attacker's page has no policy that would hold it back
        own, tab = context.new_page(), context.new_page()
        own.goto(address)
        tab.goto(other)
        assert tab.evaluate(ATTACK, address.partition("?")[0]) == ["ditolak"] * 4
        assert own.evaluate("() => fetch('/proses').then(answer => answer.json())") is None  # nothing was started
        context.close()
    assert everything_in(contoh.root) == before


@pytest.mark.lengkap
def test_a_gigabyte_over_the_wire_is_cut_off(contoh, tmp_path):
    big = tmp_path / "besar.xlsx"
    with big.open("wb") as file:
        file.truncate(1024**3)
    before = everything_in(contoh.root)
    with served(contoh) as (address, _):
        base, _, key = address.partition("/?kunci=")
        words = ["curl", "-s", "-T", str(big), "-H", f"Origin: {base}", f"{base}/kirim?nama=a.xlsx"]
        words += ["-H", f"Cookie: lakip-{base.rpartition(':')[2]}={key}", "-w", "%{http_code}"]
        told = subprocess.run([*words, "-H", "Transfer-Encoding: chunked"], capture_output=True, text=True, check=False)
        curl = ["curl", "-s", "-o", os.devnull, "-w", "%{http_code}", base]
        again = subprocess.run(curl, capture_output=True, text=True, check=False)
    # Whoever still sends when the connection is closed may not hear why; it is cut off all the same.
    assert "413" in told.stdout or told.returncode in {55, 56}
    assert again.stdout == "403"  # it goes on answering: here somebody without the key
    assert everything_in(contoh.root) == before


def test_the_page_is_used_with_the_keyboard_alone(screens, contoh):
    with served(contoh, program=program("print('Disusun')")) as (address, _):
        screen = screens(address)
        screen.tab.keyboard.press("Tab")
        assert screen.tab.evaluate("document.activeElement.textContent") == "Langsung ke isi"
        for _ in range(40):
            screen.tab.keyboard.press("Tab")
            if screen.tab.evaluate("document.activeElement.id") == "tombol-utama":
                break
        screen.tab.keyboard.press("Enter")
        screen.ended()
        screen.tab.wait_for_function("() => document.activeElement.id === 'tombol-utama'")  # kept over the new view


def test_a_page_that_is_closed_says_so_and_ends(screens, contoh):
    with served(contoh) as (address, _):
        screen = screens(address)
        screen.click("Tutup halaman")
        screen.tab.get_by_text("Halaman sudah ditutup").wait_for()


@pytest.mark.lengkap
def test_a_year_by_the_page_is_byte_for_byte_the_year_by_the_terminal(screens, contoh_asli, tmp_path):
    by_page, by_terminal = (Workspace(tmp_path / name / "ruang") for name in ("halaman", "terminal"))
    for workspace in (by_page, by_terminal):
        shutil.copytree(contoh_asli.root, workspace.root)
        for quarter in setahun(2025).daftar_triwulan:
            shutil.rmtree(workspace.inbox(quarter))
    with served(by_page) as (address, _):
        screen = screens(address)
        for period in periode_setahun(2025):
            screen.tab.goto(address.partition("?")[0] + f"?periode={period}")
            if period in setahun(2025).daftar_triwulan:
                screen.run("Bagikan formulir")
                screen.send(sorted(contoh_asli.inbox(period).glob("*.xlsx")))
            screen.run("Susun laporan")
        screen.run("Tulis halaman status")
    for period in periode_setahun(2025):
        if period in setahun(2025).daftar_triwulan:
            run_command(["bagikan", str(period), "--ruang", str(by_terminal.root)])
            shutil.copytree(contoh_asli.inbox(period), by_terminal.inbox(period), dirs_exist_ok=True)
        run_command(["susun", str(period), "--ruang", str(by_terminal.root)])
    run_command(["status", "2025", "--ruang", str(by_terminal.root)])
    assert told(by_page) == told(by_terminal)


def told(workspace):
    """Return what a folder holds, without what says when something was done."""
    skipped = ("jejak", ".lakip-gen")
    return {
        str(file.relative_to(workspace.root)): file.read_bytes()
        for file in sorted(workspace.root.rglob("*"))
        if file.is_file() and not any(part.startswith(skipped) for part in file.relative_to(workspace.root).parts)
    }
