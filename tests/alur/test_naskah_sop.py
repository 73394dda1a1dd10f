"""The papers of an SOP as the real commands write them: which, for whom, signed by whom, and what becomes of edits."""

import io
import re
import shutil
from datetime import date

import docx
import pytest

from bantu_ruang import baca_induk
from lakip_gen.alur.baca import baca_triwulan_semua
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.kertas import daftar_kertas
from lakip_gen.alur.langkah import Isian, catat_langkah
from lakip_gen.alur.papan import susun_papan
from lakip_gen.alur.susun import susun
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.tindak_lanjut import terbuka
from lakip_gen.door.cli import run_command
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.storage.inputs import take_inputs
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.laporan_pendek

TW1 = triwulan(2025, 1)
HARI = date(2025, 4, 1)


def pasang(ruang, nama, **lembar):
    ruang.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), nama, 2025) | lembar))


def isi(ruang, periode=TW1):
    return {berkas.name: berkas.read_bytes() for berkas in ruang.papers(periode).glob("*.docx")}


def teks(bita):
    """Return what a paper says, line by line."""
    dokumen = docx.Document(io.BytesIO(bita))
    return "\n".join("".join(p.itertext()) for p in dokumen.element.body.iter("{*}p"))


@pytest.fixture(scope="module")
def kominfo(contoh_asli, tmp_path_factory):
    """The sample office after it handed out and made its first quarter by the SOP of Kominfo, only ever read."""
    ruang = Workspace(tmp_path_factory.mktemp("naskah") / "ruang")
    shutil.copytree(contoh_asli.root, ruang.root)
    pasang(ruang, "kominfo-way-kanan")
    formulir = {berkas: berkas.read_bytes() for berkas in ruang.form_files(TW1)}
    for berkas in formulir:
        berkas.unlink()
    bagikan(ruang, TW1, HARI)
    for berkas, asli in formulir.items():
        berkas.write_bytes(asli)
    susun(ruang, TW1, date(2025, 4, 15))
    return ruang


@pytest.fixture
def naskah(kominfo, tmp_path):
    shutil.copytree(kominfo.root, tmp_path / "ruang")
    return Workspace(tmp_path / "ruang")


@pytest.mark.lengkap
def test_every_paper_that_the_steps_name_is_there_in_the_binder_s_order(kominfo):
    assert [satu.berkas.stem for satu in daftar_kertas(kominfo, TW1)] == [
        "disposisi",
        "lembar-disposisi",
        "surat-permintaan",
        "tanda-terima",
        "catatan-pembagian-tugas",
        "formulir-cetak",
        "rekapitulasi",
        "ikhtisar",
        "rapat-5",
        "hasil-koreksi",
        "perjanjian-kinerja",
        "indikator-kinerja-utama",
        "rencana-aksi",
        "pengukuran-kinerja",
        "pengesahan",
    ]


@pytest.mark.lengkap
def test_papers_of_handing_out_bear_the_day_that_was_named_and_those_of_the_report_its_own(kominfo):
    isinya = isi(kominfo)
    assert "1 April 2025" in teks(isinya["surat-permintaan.docx"])
    assert "15 April 2025" in teks(isinya["rekapitulasi.docx"])
    assert "Contoh, 1 April 2025" in teks(isinya["disposisi.docx"])


def test_figures_on_papers_are_those_of_the_report(kominfo):
    laporan = teks((kominfo.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx").read_bytes())
    rerata = re.search(r"Rata-rata capaian kinerja adalah ([\d,]+)%", laporan)[1]
    isinya = isi(kominfo)
    for nama in ("rekapitulasi.docx", "ikhtisar.docx", "rapat-5.docx", "pengesahan.docx"):
        assert rerata in teks(isinya[nama]), nama


def test_nothing_changed_gives_the_same_bytes(naskah):
    sebelum = isi(naskah)
    hasil = susun(naskah, TW1, date(2025, 4, 15))
    assert not hasil.berubah
    assert hasil.daftar_keluaran == ()
    assert isi(naskah) == sebelum


@pytest.mark.lengkap
def test_a_paper_that_was_taken_away_comes_again_just_as_it_was(naskah):
    berkas = naskah.papers(TW1) / "rekapitulasi.docx"
    sebelum = berkas.read_bytes()
    berkas.unlink()
    susun(naskah, TW1, date(2025, 4, 15))
    assert berkas.read_bytes() == sebelum


def test_a_decision_is_printed_though_no_form_changed_and_no_draft_is_made_anew(naskah):
    draf = naskah.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
    draf.write_bytes(draf.read_bytes() + b"disunting")
    catat_langkah(naskah, TW1, Isian(tanda="5", isi="Lengkapi data dukung IKU", oleh="Sekretaris", tanggal=HARI))
    susun(naskah, TW1, date(2025, 4, 15))
    assert "Lengkapi data dukung IKU" in teks(isi(naskah)["rapat-5.docx"])
    assert sorted(berkas.name for berkas in draf.parent.glob("*draf*")) == [draf.name]


def test_what_the_sekretaris_wrote_on_a_paper_is_never_lost(naskah):
    berkas = naskah.papers(TW1) / "rapat-5.docx"
    berkas.write_bytes(berkas.read_bytes() + b"catatan tangan")
    disunting = berkas.read_bytes()
    catat_langkah(naskah, TW1, Isian(tanda="5", isi="Lengkapi data dukung IKU", tanggal=HARI))
    hasil = susun(naskah, TW1, date(2025, 4, 15))
    assert berkas.read_bytes() == disunting
    assert "Lengkapi data dukung IKU" in teks(isi(naskah)["rapat-5_baru.docx"])
    assert berkas in hasil.daftar_disunting


@pytest.mark.lengkap
def test_who_is_in_force_on_the_day_of_the_paper_signs_it(contoh):
    pejabat = [
        {
            "peran": "kepala instansi",
            "jabatan": "Kepala Dinas",
            "nama": "Kepala Lama",
            "berlaku_sampai": date(2025, 3, 31),
        },
        {
            "peran": "kepala instansi",
            "jabatan": "Kepala Dinas",
            "nama": "Kepala Baru",
            "status": "Plt.",
            "berlaku_sejak": date(2025, 4, 1),
        },
    ]
    pasang(contoh, "pmk-way-kanan", pejabat=pejabat)
    susun(contoh, TW1, date(2025, 4, 15))
    pengesahan, perjanjian = (teks(isi(contoh)[f"{nama}.docx"]) for nama in ("pengesahan", "perjanjian-kinerja"))
    assert "Plt. Kepala Dinas" in pengesahan
    assert ("Kepala Baru" in pengesahan, "Kepala Lama" in perjanjian) == (True, True)


def test_a_run_ends_with_the_next_step_and_who_owes_it(naskah, capsys):
    assert run_command(["susun", "2025-TW1", "--tanggal", "15-04-2025", "--ruang", str(naskah.root)]) == 0
    layar = capsys.readouterr().out
    assert "Tidak ada yang ditulis." in layar
    assert "Sekarang: langkah 5, Mensosialisasikan laporan kinerja triwulan kepada pejabat terkait, oleh" in layar


def test_a_run_that_only_brings_a_paper_back_says_so(naskah, capsys):
    (naskah.papers(TW1) / "rekapitulasi.docx").unlink()
    run_command(["susun", "2025-TW1", "--tanggal", "15-04-2025", "--ruang", str(naskah.root)])
    layar = capsys.readouterr().out
    assert "Hanya naskahnya yang ditulis." in layar
    assert layar.count("  ditulis ") == 1


def test_what_a_meeting_decided_is_typed_once_and_comes_back_in_the_next_quarter_s_form(naskah):
    tw2 = triwulan(2025, 2)

    def baca():
        return baca_triwulan_semua(take_inputs(naskah, 2025, tw2.sampai_dengan), baca_induk(naskah, 2025)[0])

    sebelum = baca().daftar_triwulan[1].semua_temuan
    kata = ("--indikator", "I1.2", "--pic", "Kepala Bidang", "--batas", "30-06-2025")
    assert run_command(["catat", "2025-TW1", "5", "Percepat jawaban", *kata, "--ruang", str(naskah.root)]) == 0
    susun(naskah, TW1, date(2025, 4, 15))
    notula = teks(isi(naskah)["rapat-5.docx"])
    assert "Percepat jawaban" in notula
    assert "30 Juni 2025" in notula
    assert "Persentase permohonan informasi publik yang dijawab tepat waktu" in notula
    bacaan = baca()
    for unit in ("SEKRETARIAT", "BIDANG-IKP"):
        janji = terbuka(baca_induk(naskah, 2025)[0], bacaan.kumpulan, unit, "I1.2", (TW1,))
        assert janji.endswith("Percepat jawaban (Kepala Bidang, paling lambat 30 Juni 2025)")
    # The sample's own forms were never handed out, so the question that they did not ask yet is told of them.
    assert {t.kode for t in bacaan.daftar_triwulan[1].semua_temuan if t not in sebelum} <= {"isi-tidak-dibaca"}
    papan = susun_papan(naskah, TW1, HARI)
    assert [s.cara.value for s in papan.daftar_langkah if s.langkah.tanda in {"2", "3", "4"}] == ["terbukti"] * 3


@pytest.mark.parametrize(
    ("kata", "sebab"),
    [
        (("10", "setuju", "--indikator", "I1.2"), "bukan rapat"),
        (("5", "Percepat", "--indikator", "TIDAK-ADA"), "tidak ada di buku induk"),
        (("5", "--indikator", "I1.2"), "Keputusannya belum ditulis"),
        (("5", "Percepat", "--unit", "TIDAK-ADA"), "TIDAK-ADA"),
    ],
)
def test_a_decision_that_nobody_could_carry_out_is_refused(naskah, capsys, kata, sebab):
    pasang(naskah, "kominfo-way-kanan" if kata[0] == "5" else "pmk-way-kanan")
    assert run_command(["catat", "2025-TW1", *kata, "--ruang", str(naskah.root)]) == 2
    assert sebab in capsys.readouterr().err
