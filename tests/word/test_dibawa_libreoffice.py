"""A draft that LibreOffice saved meanwhile is carried as well; and what comes out is opened by the outside judges."""

import pytest
from draf_uji import AWAL, KINI, draf, isi_teks, komentar, lanjut, sunting
from test_dibawa_blok import SKENARIO, assert_sound
from test_dibawa_templat_lain import pindahkan

from bantu_hakim import cacat
from bantu_office import diubah
from lakip_gen.ooxml.writer import write_container
from lakip_gen.word.package.opc import open_docx

pytestmark = [pytest.mark.lengkap, pytest.mark.libreoffice]


def simpan(daftar, folder, ke="docx"):
    """Let LibreOffice open and save files in one call, and return what it saved by name."""
    return {berkas.stem: berkas for berkas in diubah(daftar, folder, ke)}


@pytest.fixture(scope="module")
def tersimpan(tmp_path_factory):
    """Every edited draft, and an untouched one, as LibreOffice saves it."""
    asal, tujuan = tmp_path_factory.mktemp("asal"), tmp_path_factory.mktemp("tersimpan")
    daftar = []
    for nomor, (langkah, _) in enumerate([([], []), *SKENARIO.values()]):
        daftar.append(asal / f"s{nomor:02d}.docx")
        daftar[-1].write_bytes(write_container(sunting(draf(AWAL), *langkah)))
    return [dict(open_docx(berkas.read_bytes())[0]) for berkas in simpan(daftar, tujuan).values()]


def test_an_untouched_draft_that_libreoffice_saved_says_what_the_template_says(tersimpan):
    jadi, hilang = lanjut(tersimpan[0])
    assert (isi_teks(jadi.parts), hilang, jadi.edited) == (isi_teks(draf(KINI)), (), 0)
    assert komentar(jadi.parts) == []


@pytest.mark.parametrize("nama", SKENARIO)
def test_each_word_is_in_the_next_draft_once_though_libreoffice_saved_it(tersimpan, nama):
    kata = SKENARIO[nama][1]
    jadi, hilang = lanjut(tersimpan[1 + list(SKENARIO).index(nama)])
    teks = isi_teks(jadi.parts)
    assert hilang == ()
    for satu in dict.fromkeys(kata):
        assert teks.count(satu) == kata.count(satu), satu
    assert_sound(jadi.parts)


@pytest.fixture(scope="module")
def berlanjut(tersimpan, tmp_path_factory):
    """The next drafts of all of them, of those that LibreOffice saved and of those that it did not, as files."""
    folder, daftar = tmp_path_factory.mktemp("berlanjut"), []
    for nomor, (langkah, _) in enumerate(SKENARIO.values()):
        bagian = {
            f"{nomor:02d}-word": lanjut(sunting(draf(AWAL), *langkah))[0].parts,
            f"{nomor:02d}-libreoffice": lanjut(tersimpan[1 + nomor])[0].parts,
            f"{nomor:02d}-templat": pindahkan(*langkah)[0].parts,
        }
        for awal, isi in bagian.items():
            daftar.append(folder / f"{awal}.docx")
            daftar[-1].write_bytes(write_container(isi))
    return daftar


def test_libreoffice_opens_every_next_draft(berlanjut, tmp_path):
    assert all(pdf.stat().st_size for pdf in simpan(berlanjut, tmp_path, "pdf").values())


@pytest.mark.hakim
def test_the_validator_of_the_open_xml_sdk_finds_nothing_new_in_a_next_draft(berlanjut, tmp_path):
    asal = tmp_path / "asal.docx"
    asal.write_bytes(write_container(draf(AWAL)))
    dikenal = set(cacat(asal))
    salah = {
        berkas.name: [satu for satu in cacat(berkas) if satu not in dikenal]
        for berkas in berlanjut
        if "libre" not in berkas.name
    }
    assert {nama: daftar for nama, daftar in salah.items() if daftar} == {}
