"""Edits of every kind, whatever becomes of the draft meanwhile and in whatever order: no word is lost, none doubled."""

import re
import shutil
from collections import Counter
from dataclasses import dataclass

import pytest
from draf_uji import isi_teks
from keadaan_dibawa import KEADAAN, Meja
from rumah_dibawa import TW1, UNIT, berkas_templat, tulis_rumah
from test_dibawa_blok import SKENARIO
from test_dibawa_libreoffice import simpan

from bantu_skema import cacat_skema
from lakip_gen.alur.susun import susun
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.package.opc import open_docx

SEPANJANG_SEL = 20
"""Shorter texts stand in cells, which several rows may hold."""
TANPA_DASAR = {"base lost", "base and anchors lost"}


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of the table: an edit, what becomes of the draft, and which program saves it."""

    suntingan: str
    keadaan: str
    lewat_libreoffice: bool

    def __str__(self):
        program = "LibreOffice" if self.lewat_libreoffice else "Word"
        return f"{self.suntingan}, {self.keadaan}, {program}"


def tabel():
    """Return the rows: each edit in several states, each state with several edits, half of them through LibreOffice."""
    suntingan, keadaan = list(SKENARIO), list(KEADAAN)
    for nomor in range(3 * len(suntingan)):
        putaran, ke = divmod(nomor, len(suntingan))
        yield Baris(suntingan[ke], keadaan[nomor % len(keadaan)], bool((nomor // 2 + putaran) % 2))


def sunting(meja, baris):
    """Edit the draft; where LibreOffice is the program, what it makes of the file is waited for."""
    langkah, _ = SKENARIO[baris.suntingan]
    meja.ubah(*langkah)
    if baris.lewat_libreoffice:
        meja.simpan((yield meja.draf.read_bytes()))


def sunting_lalu_keadaan(meja, baris):
    yield from sunting(meja, baris)
    KEADAAN[baris.keadaan](meja)
    meja.data("kini")


def keadaan_lalu_sunting(meja, baris):
    KEADAAN[baris.keadaan](meja)
    yield from sunting(meja, baris)
    meja.data("kini")


def data_lalu_sunting(meja, baris):
    meja.data("kini")
    yield from sunting(meja, baris)
    KEADAAN[baris.keadaan](meja)
    meja.data("nanti")


URUTAN = {
    "edit, state, data": sunting_lalu_keadaan,
    "state, edit, data": keadaan_lalu_sunting,
    "data, edit, state": data_lalu_sunting,
}
TABEL = [
    pytest.param(
        baris,
        urutan,
        id=f"{baris}: {urutan}",
        marks=[pytest.mark.libreoffice, pytest.mark.lengkap] if baris.lewat_libreoffice else (),
    )
    for urutan in URUTAN
    for baris in tabel()
]


@pytest.fixture(scope="module")
def rumah(tmp_path_factory):
    return tulis_rumah(tmp_path_factory.mktemp("rumah") / "ruang")


@pytest.fixture(scope="module")
def polos(tmp_path_factory):
    """Return what template and data of a desk come to where nobody edits anything, each worked out once."""
    diketahui = {}

    def teks(ruang):
        kunci = berkas_templat(ruang).read_bytes(), ruang.form_file(UNIT, TW1).read_bytes()
        if kunci not in diketahui:
            lain = Workspace(shutil.copytree(ruang.root, tmp_path_factory.mktemp("polos") / "ruang"))
            shutil.rmtree(lain.output(TW1))
            diketahui[kunci] = isi_teks(bagian(susun(lain, TW1).draf.read_bytes()))
        return diketahui[kunci]

    return teks


def mulai(rumah, folder, baris, urutan):
    """Return the desk and what happens at it."""
    meja = Meja(Workspace(shutil.copytree(rumah.ruang.root, folder)), rumah, folder)
    [meja.draf] = meja.folder.glob("*-draf-01.docx")
    return meja, URUTAN[urutan](meja, baris)


@pytest.fixture(scope="module")
def lewat_libreoffice(request, rumah, tmp_path_factory):
    """The desks of the rows asked for in which LibreOffice saves the draft, with the next draft as it opened it."""
    folder, berjalan = tmp_path_factory.mktemp("tabel"), {}
    kasus = {
        (satu.callspec.params["baris"], satu.callspec.params["urutan"])
        for satu in request.session.items
        if satu.nodeid.startswith(request.node.nodeid) and "baris" in getattr(satu, "callspec", satu).params
    }
    for nomor, (baris, urutan) in enumerate(sorted(kasus, key=str)):
        if baris.lewat_libreoffice:
            meja, jalan = mulai(rumah, folder / f"{nomor:03d}", baris, urutan)
            berkas = folder / f"{nomor:03d}.docx"
            berkas.write_bytes(next(jalan))
            berjalan[baris, urutan] = meja, jalan, berkas
    tersimpan = simpan([berkas for *_, berkas in berjalan.values()], folder / "tersimpan")
    jadi = {}
    for kunci, (meja, jalan, berkas) in berjalan.items():
        with pytest.raises(StopIteration):
            jalan.send(tersimpan[berkas.stem].read_bytes())
        jadi[kunci] = meja, folder / f"{berkas.stem}-jadi.docx"
        shutil.copy(meja.jadi, jadi[kunci][1])
    terbuka = simpan([berkas for _, berkas in jadi.values()], folder / "terbuka", "pdf")
    return {kunci: (meja, terbuka[berkas.stem]) for kunci, (meja, berkas) in jadi.items()}


@pytest.mark.one_in(130)
@pytest.mark.parametrize(("baris", "urutan"), TABEL)
def test_each_run_somebody_typed_is_in_the_next_draft_once_or_listed(request, rumah, polos, tmp_path, baris, urutan):
    if baris.lewat_libreoffice:
        meja, terbuka = request.getfixturevalue("lewat_libreoffice")[baris, urutan]
        assert terbuka.stat().st_size
    else:
        meja, jalan = mulai(rumah, tmp_path / "ruang", baris, urutan)
        assert list(jalan) == []
    jadi = isi_teks(bagian(meja.jadi.read_bytes()))
    assert hilang_atau_ganda(meja, jadi) == []
    assert meja.semula.keys() <= {berkas.read_bytes() for berkas in meja.folder.glob("*.docx")}
    assert meja.jadi.read_bytes() not in meja.semula
    assert set(cacat_skema(meja.jadi.read_bytes())) <= {cacat for isi in meja.semula for cacat in cacat_skema(isi)}
    assert angka_lama(meja, jadi, polos(meja.ruang)) == []
    assert tersusun_ganda(meja, jadi, polos(meja.ruang)) == []
    if baris.keadaan not in TANPA_DASAR:
        assert kembali(meja, jadi) == []


def bagian(isi):
    return dict(open_docx(isi)[0])


def hilang_atau_ganda(meja, jadi):
    """Return what somebody typed into any of the files that is not in the next draft as often as there, nor listed."""
    daftar = {rapat(satu) for satu in meja.daftar}
    cacat = []
    for isi, semula in meja.semula.items():
        teks = isi_teks(bagian(isi))
        for satu in dict.fromkeys(teks):
            ada, dulu = jadi.count(satu), teks.count(satu)
            if satu not in semula and ada != dulu and (ada or not tersebut(satu, daftar)):
                cacat.append((satu, dulu, ada))
    return cacat


def rapat(teks):
    return " ".join(teks.split())


def tersebut(teks, daftar):
    """Return whether a text is listed; a figure alone is by its row."""
    angka = re.fullmatch(r"[\d.,]+", teks)
    return rapat(teks) in daftar or bool(angka and any(teks in satu.split() for satu in daftar))


def angka_lama(meja, jadi, polos):
    """Return the sentences that nobody touched and that still say a figure of before."""
    dibuat = {satu for semula in meja.semula.values() for satu in semula if satu.startswith("Realisasi I")}
    diketik = {satu for isi, semula in meja.semula.items() for satu in isi_teks(bagian(isi)) if satu not in semula}
    return [satu for satu in jadi if satu in dibuat - diketik and satu not in polos]


def bentuk(teks):
    return Counter(re.sub(r"\d+(?:,\d+)?(?= persen)", "#", satu) for satu in teks)


def tersusun_ganda(meja, jadi, polos):
    """Return what stands more often in the next draft than in any of those edited and in a plain one."""
    boleh = bentuk(polos)
    for isi in meja.semula:
        boleh |= bentuk(isi_teks(bagian(isi)))
    return [*(bentuk(jadi) - boleh)]


def kembali(meja, jadi):
    """Return the sentences that are gone from every edited file and stand in the next draft again."""
    tersunting = [bentuk(isi_teks(bagian(isi))) for isi in meja.semula]
    dihapus = {
        satu for semula in meja.semula.values() for satu in bentuk(semula) if not any(t[satu] for t in tersunting)
    }
    return [satu for satu in bentuk(jadi) if satu in dihapus and len(satu) > SEPANJANG_SEL]
