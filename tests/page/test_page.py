"""The first screen says what to do now, in the words of the files, whatever state the folder is in."""

import base64
import io
import re
import zipfile
from datetime import date
from html import unescape
from types import MappingProxyType

import openpyxl
import pytest

from bantu_minta import ask, everything_in, page_of, post, send_file
from lakip_gen.alur.mulai import induk_kosong, mulai
from lakip_gen.alur.peristiwa import catat, saat_ini
from lakip_gen.alur.sahkan import Permintaan, sahkan
from lakip_gen.domain.periode import triwulan
from lakip_gen.page.reading import Reader
from lakip_gen.sop.peristiwa import Jenis, Peristiwa
from lakip_gen.storage.exchange import aside_of
from lakip_gen.storage.lock import lock_workspace
from lakip_gen.storage.workspace import Workspace
from lakip_gen.templat_bawaan.logo import gambar_logo

pytestmark = pytest.mark.laporan_pendek

TW1 = triwulan(2025, 1)


def shown(page, target="/"):
    answer = ask(page, "GET", target)
    assert answer.status == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.fixture(scope="module")
def page(tersusun_asli):
    """The page of a folder with two reports, only ever looked at, so that its forms are judged once."""
    return page_of(tersusun_asli)


@pytest.mark.lengkap
def test_a_sealed_period_takes_no_form_any_more(tersusun, contoh_asli):
    sahkan(tersusun, TW1, Permintaan(alasan="Contoh"))
    before = everything_in(tersusun.inbox(TW1))
    answer = send_file(page_of(tersusun), "a.xlsx", edited(contoh_asli.form_files(TW1)[0].read_bytes()))
    assert (answer.status, "sudah disahkan" in answer.said["salah"]) == (409, True)
    assert everything_in(tersusun.inbox(TW1)) == before


def test_a_form_that_comes_while_a_command_runs_waits_for_it(contoh):
    with lock_workspace(contoh.root):
        answer = send_file(page_of(contoh), "a.xlsx", edited(contoh.form_files(TW1)[0].read_bytes()))
    assert (answer.status, "sedang dipakai" in answer.said["salah"]) == (409, True)


def test_the_screen_opens_at_the_period_that_is_worked_on_and_at_any_other_that_is_asked_for(page):
    assert "Sekarang: Triwulan II Tahun 2025" in shown(page)  # the first quarter's report is made
    assert "Sekarang: Tahun 2025" in shown(page, "/?periode=2025")
    assert "Sekarang: Triwulan II Tahun 2025" in shown(page, "/?tahun=2025")
    assert "Sekarang: Triwulan II Tahun 2025" in shown(page, "/?periode=1999-TW9")


def test_a_look_writes_nothing_and_is_judged_once(contoh, monkeypatch):
    page, before = page_of(contoh), everything_in(contoh.root)
    first = ask(page, "GET", "/").body
    monkeypatch.setattr("lakip_gen.page.reading.periksa_masukan", lambda *_: pytest.fail("judged twice"))
    assert ask(page, "GET", "/").body == first
    assert everything_in(contoh.root) == before


def test_a_look_leaves_alone_what_a_run_under_way_has_moved_aside(tersusun):
    """Put back, it would stand in the way of the file that the run is about to put there."""
    draft = tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
    draft.rename(aside_of(draft))
    before = everything_in(tersusun.root)
    assert ask(page_of(tersusun), "GET", "/?periode=2025-TW1").status == 200
    assert everything_in(tersusun.root) == before


def test_two_browsers_that_look_at_different_years_get_their_own(contoh_asli, monkeypatch):
    reader, judged = Reader(contoh_asli), []
    monkeypatch.setattr("lakip_gen.page.reading.periksa_masukan", lambda _, year: judged.append(year) or year)
    monkeypatch.setattr("lakip_gen.page.reading.tahun_dari", lambda _inputs, found, _today: found)
    years = [reader.year(year, date(2025, 1, 1)).tahun for year in (2025, 2025, 2026, 2025)]
    assert (years, len(judged)) == ([2025, 2025, 2026, 2025], 3)


def test_what_a_unit_is_told_is_the_text_that_a_run_writes(page, tersusun_asli):
    texts = (tersusun_asli.output(TW1) / "pesan-unit.txt").read_text(encoding="utf-8-sig")
    one = texts.split("-" * 60)[1].strip()
    assert " ".join(one.split()) in shown(page, "/?periode=2025-TW1")


def test_a_buku_induk_that_is_not_filled_yet_is_told_with_what_is_missing(tmp_path):
    mulai(Workspace(tmp_path), 2025)
    said = shown(page_of(Workspace(tmp_path)))
    assert "Isi buku induk 2025 di Excel" in said
    assert "Nama instansi" in said


def test_what_people_recorded_is_listed_and_what_the_program_notes_is_not(contoh):
    catat(
        contoh,
        TW1,
        (
            Peristiwa(jenis=Jenis.TERLIHAT, dicatat=saat_ini(), unit="SEKRETARIAT"),
            Peristiwa(jenis=Jenis.CATATAN, dicatat=saat_ini(), langkah="5", oleh="Sekretaris", isi="Rapat <b>"),
            Peristiwa(jenis=Jenis.CATATAN, dicatat=saat_ini(), langkah="6"),
            Peristiwa(jenis=Jenis.DIBATALKAN, dicatat=saat_ini(), batal=3),
        ),
    )
    answer = ask(page_of(contoh), "GET", "/?periode=2025-TW1")
    said = " ".join(answer.text.split())
    assert "catatan 5: Rapat &lt;b&gt;<small>nomor 2, oleh Sekretaris pada" in said
    assert "<del>catatan 6</del>" in said
    assert ('id="batal-2"' in said, 'id="batal-3"' in said, "2 catatan" in said) == (True, False, True)


def test_a_folder_that_cannot_be_read_is_told_as_a_page(contoh, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied", str(contoh.induk(2025)))

    monkeypatch.setattr("lakip_gen.page.reading.take_inputs", refused)
    answer = ask(page_of(contoh), "GET", "/")
    assert answer.status == 500
    assert "Berkas induk.xlsx tidak dapat dibaca atau ditulis" in answer.text
    assert "Coba lagi" in answer.text


def test_dangerous_texts_are_shown_as_they_were_typed(tmp_path):
    name = "<script>alert(1)</script>{{ 7*7 }}"
    mulai(Workspace(tmp_path), 2025, nama=name)
    answer = ask(page_of(Workspace(tmp_path)), "GET", "/")
    assert b"<script>alert" not in answer.body


UNFIT = {
    "no name": {"nama": " "},
    "a year of no calendar": {"tahun": "26"},
    "a year that is no number": {"tahun": "dua ribu"},
    "an SOP that is not shipped": {"sop": "../x"},
    "a paper that is none": {"kertas": "A3"},
    "a logo that is no picture": {"logo": base64.b64encode(b"<svg>").decode()},
    "a logo that is no text of bytes": {"logo": "###"},
}


class TestFirstUse:
    ANSWERS = MappingProxyType({"nama": "Dinas Sosial", "tahun": "2026", "sop": "pmk-way-kanan", "kertas": "F4"})

    def test_five_answers_fill_the_first_sheet_and_nothing_is_left_to_type_twice(self, tmp_path):
        page, logo = page_of(Workspace(tmp_path)), gambar_logo()
        assert "Lima pertanyaan" in shown(page)
        answer = post(page, "/mulai", **self.ANSWERS, logo=base64.b64encode(logo).decode())
        assert answer.status == 200
        written = page.workspace.induk(2026).read_bytes()
        assert written == induk_kosong(2026, "pmk-way-kanan", "Dinas Sosial")
        assert (tmp_path / "templates" / "gambar" / "logo.png").read_bytes() == logo
        said = shown(page)
        assert "Isi buku induk 2026" in said
        assert "Nama instansi" not in said
        assert "Pemerintah daerah" in said

    @pytest.mark.parametrize("asked", UNFIT.values(), ids=UNFIT)
    def test_an_unfit_answer_writes_nothing(self, tmp_path, asked):
        answer = post(page_of(Workspace(tmp_path)), "/mulai", **{**self.ANSWERS, **asked})
        assert (answer.status, list(tmp_path.iterdir())) == (400, [])


class TestOpening:
    def opened(self, workspace, **asked):
        seen = []
        answer = post(page_of(workspace, opener=seen.append), "/buka", **asked)
        return answer, seen

    @pytest.mark.parametrize(
        ("name", "path"),
        [
            ("draf", "output/2025/TW1/laporan-kinerja-2025-TW1-draf-01.docx"),
            ("induk", "workbooks/2025/induk.xlsx"),
            ("masuk", "workbooks/2025/TW1"),
            ("keluaran", "output/2025/TW1"),
            ("templat", "templates"),
            ("ruang", "."),
        ],
    )
    def test_files_are_opened_by_a_name_from_a_list(self, tersusun_asli, name, path):
        answer, seen = self.opened(tersusun_asli, apa=name, periode="2025-TW1")
        assert answer.status == 200
        assert seen == [tersusun_asli.root / path]

    @pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\Windows", "", "rekapp"])
    def test_any_other_name_opens_nothing(self, tersusun_asli, name):
        answer, seen = self.opened(tersusun_asli, apa=name, periode="2025-TW1")
        assert (answer.status, seen) == (404, [])

    def test_a_pc_that_has_no_such_program_says_so(self, contoh_asli):
        def missing(_path):
            raise FileNotFoundError(2, "xdg-open", "xdg-open")

        answer = post(page_of(contoh_asli, opener=missing), "/buka", apa="induk", periode="2025-TW1")
        assert (answer.status, "xdg-open" in answer.said["salah"]) == (500, True)


class TestSubmissions:
    def form(self, contoh, n=0):
        return contoh.form_files(TW1)[n]

    def test_a_form_is_stored_under_its_unit_s_name_with_its_own_bytes(self, dibagikan, contoh_asli):
        form = self.form(contoh_asli)
        answer = send_file(page_of(dibagikan), "..%2F..%2Fkiriman%20WA%20(2).xlsx", form.read_bytes()).said
        assert answer["disimpan"]
        assert answer["dipakai"]
        assert "✓ diterima" in answer["kalimat"]
        assert (dibagikan.inbox(TW1) / form.name).read_bytes() == form.read_bytes()
        assert not list(dibagikan.root.parent.glob("*kiriman*"))

    def test_the_same_form_twice_is_said_and_stored_once(self, contoh):
        before = everything_in(contoh.root)
        answer = send_file(page_of(contoh), "a.xlsx", self.form(contoh).read_bytes()).said
        assert "persis sama sudah ada" in answer["kalimat"]
        assert {k: v for k, v in everything_in(contoh.root).items() if not k.startswith("output/")} == before

    def test_a_later_form_takes_the_place_of_an_earlier_one_which_is_kept(self, contoh):
        form = self.form(contoh)
        earlier = form.read_bytes()
        form.rename(form.with_name("dari unit.xlsx"))
        later = edited(earlier)
        answer = send_file(page_of(contoh), "a.xlsx", later).said
        assert answer["disimpan"]
        assert form.read_bytes() == later
        assert not form.with_name("dari unit.xlsx").exists()
        kept = contoh.inbox(TW1) / "_lama" / "dari unit-01.xlsx"
        assert kept.read_bytes() == earlier
        assert "_lama" in answer["kalimat"]

    def test_the_form_of_another_office_never_takes_the_place_of_the_unit_s_own(self, contoh):
        form = self.form(contoh)
        own = form.read_bytes()
        answer = send_file(page_of(contoh), "a.xlsx", of_another_office(own)).said
        assert (answer["disimpan"], answer["kalimat"]) == (False, "Tidak disimpan.")
        assert answer["temuan"][0].startswith("Formulir instansi lain: ")
        assert form.read_bytes() == own

    def test_the_form_of_another_office_is_kept_where_the_unit_has_sent_none(self, dibagikan, contoh_asli):
        """The office may have another name since it handed the forms out: what was typed must not be lost."""
        answer = send_file(page_of(dibagikan), "a.xlsx", of_another_office(self.form(contoh_asli).read_bytes())).said
        assert (answer["disimpan"], answer["dipakai"]) == (True, False)

    def test_what_is_no_form_is_told_why_and_not_stored(self, contoh):
        before = everything_in(contoh.root)
        for content in (b"", b"halo", b"PK\x03\x04rusak", contoh.induk(2025).read_bytes()):
            answer = send_file(page_of(contoh), "formulir.xlsx", content).said
            assert (answer["disimpan"], answer["kalimat"]) == (False, "Tidak disimpan.")
            assert answer["temuan"]
        assert {k: v for k, v in everything_in(contoh.root).items() if not k.startswith("output/")} == before

    def test_a_form_in_which_nobody_typed_is_not_stored(self, dibagikan):
        blank = self.form(dibagikan).read_bytes()
        answer = send_file(page_of(dibagikan), "a.xlsx", blank).said
        assert not answer["disimpan"]


def of_another_office(content):
    """Return a form as another office hands it out: units of one kind have the same kode there."""
    book, target = openpyxl.load_workbook(io.BytesIO(content)), io.BytesIO()
    for key, value in book["_meta"].iter_rows(max_col=2):
        value.value = "Kecamatan Selatan" if key.value == "instansi" else value.value
    book.save(target)
    return target.getvalue()


def edited(content):
    """Return a form as somebody saved it again, with another bytes and the same cells."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return target.getvalue()
