"""What the Sekretaris does to a draft lives on in the next one, wherever the file was meanwhile."""

import errno
import json
import os
import re
import shutil
from pathlib import Path

import docx
import pytest

from bantu_putus import terkunci
from bantu_ruang import formulir, isi
from lakip_gen.alur.sahkan import Permintaan, sahkan
from lakip_gen.alur.susun import susun
from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Asal, temuan
from lakip_gen.door.cli import run_command
from lakip_gen.ooxml.writer import write_container
from lakip_gen.storage import writes
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.carry.base import is_as_written, read_base, without_base
from lakip_gen.word.package.opc import open_docx

TW1 = Periode.parse("2025-TW1")
DRAF = "laporan-kinerja-2025-TW1-draf-{:02d}.docx"
KALIMAT = "Catatan Sekretaris di antara dua bagian."


def draf(ruang, nomor=1):
    return ruang.output(TW1) / DRAF.format(nomor)


def teks(berkas):
    return [p.text for p in docx.Document(str(berkas)).paragraphs]


def sisipkan(berkas, kalimat=KALIMAT):
    """Put a paragraph before another one, as somebody does in Word."""
    dokumen = docx.Document(str(berkas))
    tempat = next(p for p in dokumen.paragraphs if " capaian " in p.text)
    tempat.insert_paragraph_before(kalimat)
    dokumen.save(str(berkas))


def ubah_data(ruang, nilai=60):
    isi(formulir(ruang, "SEKRETARIAT"), "Indikator", "I5.4", "Realisasi triwulan ini", nilai)
    isi(formulir(ruang, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Angka diperbarui menurut hasil survei.")


def jalan(ruang):
    return run_command(["susun", "2025-TW1", "--ruang", str(ruang.root)])


def semua(ruang):
    return {berkas.name: berkas.read_bytes() for berkas in ruang.output(TW1).glob("*.docx")}


def bagian(berkas):
    return open_docx(berkas.read_bytes())[0]


def test_a_changed_input_after_an_edit_makes_the_next_draft_with_the_edit_in_it(tersusun):
    sisipkan(draf(tersusun))
    suntingan = draf(tersusun).read_bytes()
    ubah_data(tersusun)
    hasil = susun(tersusun, TW1)
    assert draf(tersusun).read_bytes() == suntingan
    assert hasil.draf == draf(tersusun, 2)
    assert teks(hasil.draf).count(KALIMAT) == 1
    assert hasil.ringkasan["dibawa"]["dari"] == "output/2025/TW1/" + DRAF.format(1)
    assert hasil.ringkasan["dibawa"]["blok_disunting"] == 1
    assert hasil.ringkasan["dibawa"]["blok_diperbarui"] > 0
    assert hasil.ringkasan["dibawa"]["tidak_terbawa"] == []


@pytest.mark.lengkap
def test_the_draft_after_the_next_goes_on_in_place_while_nobody_edits_it(tersusun):
    sisipkan(draf(tersusun))
    ubah_data(tersusun)
    susun(tersusun, TW1)
    ubah_data(tersusun, 61)
    hasil = susun(tersusun, TW1)
    assert hasil.draf == draf(tersusun, 2)
    assert teks(hasil.draf).count(KALIMAT) == 1
    assert is_as_written(bagian(hasil.draf), read_base(bagian(hasil.draf)))


def test_an_edit_alone_makes_no_draft(tersusun):
    sisipkan(draf(tersusun))
    assert susun(tersusun, TW1).draf == draf(tersusun)
    assert list(semua(tersusun)) == [DRAF.format(1)]
    assert susun(tersusun, TW1).berubah is False


def test_a_lost_manifest_costs_nothing(tersusun):
    sisipkan(draf(tersusun))
    (tersusun.output(TW1) / "manifest.json").unlink()
    hasil = susun(tersusun, TW1)
    assert (hasil.draf, hasil.sah) == (draf(tersusun), True)
    assert list(semua(tersusun)) == [DRAF.format(1)]
    assert susun(tersusun, TW1).berubah is False


def ganti_nama(ruang):
    draf(ruang).rename(ruang.output(TW1) / "Laporan TW1 revisi Sekretaris.docx")


def salin(ruang):
    shutil.copy(draf(ruang), ruang.output(TW1) / "laporan-kinerja-2025-TW1-draf-01 (1).docx")


def lewat_percakapan(ruang):
    draf(ruang).rename(ruang.output(TW1) / "WA0001.docx")
    (ruang.output(TW1) / "manifest.json").unlink()


def kembali(ruang):
    luar = ruang.root.parent / "luar.docx"
    shutil.move(draf(ruang), luar)
    susun(ruang, TW1)
    shutil.move(luar, draf(ruang))


TEMPAT = {"renamed": ganti_nama, "copied": salin, "sent by chat": lewat_percakapan, "put back": kembali}


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", TEMPAT)
def test_a_draft_is_known_by_what_it_holds(tersusun, nama):
    sisipkan(draf(tersusun))
    TEMPAT[nama](tersusun)
    suntingan = semua(tersusun)
    ubah_data(tersusun)
    hasil = susun(tersusun, TW1)
    assert hasil.draf == draf(tersusun, 2)
    assert teks(hasil.draf).count(KALIMAT) == 1
    assert {nama: isi for nama, isi in semua(tersusun).items() if nama in suntingan} == suntingan
    assert read_base(bagian(hasil.draf)).number == 2


@pytest.mark.lengkap
def test_of_two_peoples_copies_one_is_carried_and_the_words_of_the_other_are_listed(tersusun):
    salin(tersusun)
    lain = tersusun.output(TW1) / "laporan-kinerja-2025-TW1-draf-01 (1).docx"
    sisipkan(draf(tersusun))
    sisipkan(lain, "Tulisan orang kedua.")
    suntingan = semua(tersusun)
    ubah_data(tersusun)
    hasil = susun(tersusun, TW1)
    assert hasil.dibawa.tidak_terbawa == ("Tulisan orang kedua.",)
    assert teks(hasil.draf).count(KALIMAT) == 1
    assert {nama: isi for nama, isi in semua(tersusun).items() if nama in suntingan} == suntingan
    ubah_data(tersusun, 62)
    assert susun(tersusun, TW1).dibawa.tidak_terbawa == ("Tulisan orang kedua.",)  # its list is written anew
    sisipkan(draf(tersusun, 2), "Sudah dibaca.")
    ubah_data(tersusun, 63)
    hasil = susun(tersusun, TW1)
    assert (hasil.draf, hasil.dibawa.tidak_terbawa) == (draf(tersusun, 3), ())


@pytest.mark.lengkap
def test_beside_the_next_draft_stand_what_changed_and_the_rekap_of_the_one_before(tersusun):
    rekap = (tersusun.output(TW1) / "rekap.xlsx").read_bytes()
    sisipkan(draf(tersusun))
    ubah_data(tersusun)
    hasil = susun(tersusun, TW1)
    assert (tersusun.output(TW1) / "rekap-draf-01.xlsx").read_bytes() == rekap
    dokumen = docx.Document(str(tersusun.output(TW1) / f"{hasil.draf.stem}-perubahan.docx"))
    baris = [[sel.text for sel in satu.cells] for satu in dokumen.tables[0].rows]
    assert ["I5.4 realisasi TW I", "80,5", "60"] in [satu[:3] for satu in baris]
    kalimat = [p.text for p in dokumen.paragraphs]
    assert any(satu.startswith("Sekarang: ") for satu in kalimat)
    assert len(hasil.dibawa.kalimat) >= 1
    ubah_data(tersusun, 61)
    susun(tersusun, TW1)
    assert (tersusun.output(TW1) / "rekap-draf-01.xlsx").read_bytes() == rekap
    dokumen = docx.Document(str(tersusun.output(TW1) / f"{hasil.draf.stem}-perubahan.docx"))
    baris = [[sel.text for sel in satu.cells] for satu in dokumen.tables[0].rows]
    assert ["I5.4 realisasi TW I", "80,5", "61"] in [satu[:3] for satu in baris]  # as the edited draft had it


@pytest.mark.lengkap
def test_with_no_edit_the_next_draft_is_the_one_from_the_template(tersusun):
    ubah_data(tersusun)
    biasa = susun(tersusun, TW1)
    polos = susun(tersusun, TW1, dari_templat=True)
    assert biasa.draf == polos.draf == draf(tersusun)
    assert biasa.dibawa is None
    assert semua(tersusun) == {DRAF.format(1): draf(tersusun).read_bytes()}


@pytest.mark.lengkap
def test_a_plain_draft_can_be_asked_for_and_leaves_all_others_alone(tersusun):
    sisipkan(draf(tersusun))
    ubah_data(tersusun)
    susun(tersusun, TW1)
    sebelum = semua(tersusun)
    hasil = susun(tersusun, TW1, dari_templat=True)
    assert hasil.draf == draf(tersusun, 3)
    assert hasil.dibawa is None
    assert KALIMAT not in teks(hasil.draf)
    assert {nama: isi for nama, isi in semua(tersusun).items() if nama in sebelum} == sebelum


@pytest.mark.lengkap
def test_a_draft_whose_base_is_lost_is_carried_by_its_text_and_never_touched(tersusun):
    sisipkan(draf(tersusun))
    draf(tersusun).write_bytes(write_container(without_base(bagian(draf(tersusun)))))
    suntingan = draf(tersusun).read_bytes()
    ubah_data(tersusun)
    hasil = susun(tersusun, TW1)
    assert hasil.draf == draf(tersusun, 2)
    assert teks(hasil.draf).count(KALIMAT) == 1
    assert all(re.search(r"\d|\((?:satu|dua|tiga)", satu) for satu in hasil.dibawa.tidak_terbawa)  # old figures
    assert draf(tersusun).read_bytes() == suntingan
    komentar = [satu.text for satu in docx.Document(str(hasil.draf)).comments]
    assert any("Menurut data sekarang" in satu for satu in komentar)  # where a claim changed, both are to be read


@pytest.mark.lengkap
def test_a_document_of_something_else_under_the_name_of_a_draft_is_only_listed(tersusun):
    lain = docx.Document()
    lain.add_paragraph(KALIMAT)
    lain.save(str(draf(tersusun)))
    ubah_data(tersusun)
    hasil = susun(tersusun, TW1)
    assert (hasil.draf, hasil.dibawa.tidak_terbawa) == (draf(tersusun, 2), (KALIMAT,))


@pytest.mark.lengkap
def test_a_full_disk_leaves_the_edited_draft_and_the_next_run_carries_it(tersusun, monkeypatch):
    sisipkan(draf(tersusun))
    suntingan = draf(tersusun).read_bytes()
    ubah_data(tersusun)

    def penuh(*_isi, **_nama):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as sela:
        sela.setattr("lakip_gen.storage.exchange.prepared", penuh)
        with pytest.raises(OSError, match="space"):
            susun(tersusun, TW1)
    assert semua(tersusun) == {DRAF.format(1): suntingan}
    assert teks(susun(tersusun, TW1).draf).count(KALIMAT) == 1
    assert draf(tersusun).read_bytes() == suntingan


@pytest.mark.lengkap
def test_a_sealed_period_gets_no_draft_and_its_document_tells_nothing_of_drafts(tersusun):
    sisipkan(draf(tersusun))
    hasil = sahkan(tersusun, TW1, Permintaan())
    sah = hasil.arsip / "data" / "laporan-kinerja-2025-TW1.docx"
    assert read_base(bagian(sah)) is None
    assert KALIMAT in teks(sah)
    ubah_data(tersusun)
    sebelum = semua(tersusun)
    with pytest.raises(SudahDisahkan):
        susun(tersusun, TW1)
    assert semua(tersusun) == sebelum


@pytest.mark.lengkap
def test_the_screen_and_the_json_say_what_was_carried(tersusun, capsys):
    sisipkan(draf(tersusun))
    ubah_data(tersusun)
    run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root)])
    layar = capsys.readouterr().out
    assert "dibawa     dari output/2025/TW1/" + DRAF.format(1) + ": 1 bagian tetap seperti suntingan" in layar
    run_command(["susun", "2025-TW1", "--ruang", str(tersusun.root), "--json"])
    assert set(json.loads(capsys.readouterr().out)["dibawa"]) == {
        "dari",
        "blok_disunting",
        "blok_diperbarui",
        "blok_baru",
        "tidak_terbawa",
    }


class Mati(BaseException):
    """Nobody catches it: the process is gone."""


PERUBAHAN = DRAF.format(2).replace(".docx", "-perubahan.docx")


def mati_di(nama):
    """Return what writes files until one of some name comes."""

    def siapkan(berkas, isi):
        if berkas.name == nama:
            raise Mati
        return writes.prepared(berkas, isi)

    return siapkan


def tutup_mati(*_isi):
    raise Mati


@pytest.mark.lengkap
@pytest.mark.parametrize(
    ("letak", "cara"),
    [
        ("lakip_gen.storage.exchange.prepared", mati_di("rekap.xlsx")),
        ("lakip_gen.storage.exchange.prepared", mati_di(PERUBAHAN)),
        ("lakip_gen.storage.outputs.Outputs.finish", tutup_mati),
    ],
    ids=["before the rekap", "before the list", "at the end"],
)
def test_a_run_that_dies_beside_the_next_draft_costs_neither_its_list_nor_the_rekap_before(
    tersusun, letak, cara, monkeypatch
):
    rekap = (tersusun.output(TW1) / "rekap.xlsx").read_bytes()
    sisipkan(draf(tersusun))
    ubah_data(tersusun)
    lurus = Workspace(shutil.copytree(tersusun.root, tersusun.root.parent / "lurus"))
    susun(lurus, TW1)
    with monkeypatch.context() as sela:
        sela.setattr(letak, cara)
        with pytest.raises(Mati):
            susun(tersusun, TW1)
    assert draf(tersusun, 2).is_file()
    susun(tersusun, TW1)
    assert semua(tersusun) == semua(lurus)
    assert PERUBAHAN in semua(tersusun)
    assert (tersusun.output(TW1) / "rekap-draf-01.xlsx").read_bytes() == rekap


@pytest.mark.parametrize("urutan", range(1, 5))
@pytest.mark.parametrize("cara", ["scandir", "listdir"])
def test_drafts_that_cannot_be_listed_for_a_moment_are_not_taken_for_none(contoh, monkeypatch, cara, urutan):
    susun(contoh, TW1)
    sisipkan(draf(contoh))
    ubah_data(contoh)
    dilihat, giliran = getattr(os, cara), iter(range(1, 100))

    def sekali(letak="."):
        if os.fspath(letak) == str(contoh.output(TW1)) and next(giliran) == urutan:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(letak))
        return dilihat(letak)

    monkeypatch.setattr(os, cara, sekali)
    for _ in range(2):
        jalan(contoh)
        monkeypatch.undo()
    assert KALIMAT in teks(draf(contoh, 2))


@pytest.mark.parametrize("nama", [DRAF.format(1), "Laporan Bu Sekretaris.docx"], ids=["its own name", "another name"])
def test_an_edited_draft_that_is_locked_is_waited_for(tersusun, capsys, nama):
    rekap = (tersusun.output(TW1) / "rekap.xlsx").read_bytes()
    suntingan = draf(tersusun).rename(tersusun.output(TW1) / nama)
    sisipkan(suntingan)
    ubah_data(tersusun)
    with terkunci(suntingan):
        assert jalan(tersusun) == 3
        dikatakan = capsys.readouterr().out
        assert run_command(["status", "2025", "--ruang", str(tersusun.root)]) < 3
        ditolak = sahkan(tersusun, TW1, Permintaan(alasan="Mendesak.")).daftar_halangan
    assert "Draf Word yang baru belum ditulis; selesaikan dulu yang berikut." in dikatakan
    assert nama in dikatakan
    assert {satu.kode for satu in ditolak} == {"berkas-tidak-terbaca"}
    assert set(semua(tersusun)) == {nama}
    assert (tersusun.output(TW1) / "rekap.xlsx").is_file()
    assert jalan(tersusun) == 0
    assert KALIMAT in teks(draf(tersusun, 2))
    assert (tersusun.output(TW1) / "rekap-draf-01.xlsx").read_bytes() == rekap


def dibuka_sesekali(monkeypatch, berkas, ditolak):
    """Let those of the openings of a file fail that are asked for, counted from one."""
    asli, giliran = os.open, iter(range(1, 1000))

    def coba(letak, *lain, **pilihan):
        if os.fspath(letak) == str(berkas) and next(giliran) in ditolak:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(letak))
        return asli(letak, *lain, **pilihan)

    monkeypatch.setattr(os, "open", coba)
    monkeypatch.setattr(writes, "PAUSES", ())


CEPAT = ({1}, {6}, {*range(5, 1000)})
"""At the first look, after the draft was read, and from the filling of the next one on."""
LAIN = [*({n} for n in range(1, 11)), *({*range(n, 1000)} for n in range(2, 11))]
DITOLAK = [*CEPAT, *(pytest.param(satu, marks=pytest.mark.lengkap) for satu in LAIN if satu not in CEPAT)]


@pytest.mark.parametrize("ditolak", DITOLAK, ids=lambda ditolak: f"{min(ditolak)} to {max(ditolak)}")
def test_an_edited_draft_that_is_locked_in_the_middle_of_a_run_is_carried_by_this_or_the_next(
    tersusun, monkeypatch, ditolak
):
    rekap = (tersusun.output(TW1) / "rekap.xlsx").read_bytes()
    sisipkan(draf(tersusun))
    suntingan = draf(tersusun).read_bytes()
    ubah_data(tersusun)
    with monkeypatch.context() as sela:
        dibuka_sesekali(sela, draf(tersusun), ditolak)
        assert jalan(tersusun) in {0, 1, 3, 4}
    assert jalan(tersusun) == 0
    assert draf(tersusun).read_bytes() == suntingan
    assert teks(draf(tersusun, 2)).count(KALIMAT) == 1
    assert set(semua(tersusun)) == {DRAF.format(1), DRAF.format(2), PERUBAHAN}
    assert (tersusun.output(TW1) / "rekap-draf-01.xlsx").read_bytes() == rekap


def test_a_locked_look_at_the_last_draft_seals_nothing_without_the_edits_of_an_earlier_one(tersusun, monkeypatch):
    sisipkan(draf(tersusun))
    ubah_data(tersusun)
    susun(tersusun, TW1)
    sisipkan(draf(tersusun), "Kalimat sesudah draf kedua.")
    for ditolak in range(1, 6):
        with monkeypatch.context() as sela:
            dibuka_sesekali(sela, draf(tersusun, 2), {ditolak})
            assert sahkan(tersusun, TW1, Permintaan()).daftar_halangan


def test_a_rekap_kept_while_a_draft_waited_goes_once_that_draft_itself_is_written_anew(tersusun):
    ubah_data(tersusun)
    with terkunci(draf(tersusun)):
        jalan(tersusun)
    assert (tersusun.output(TW1) / "rekap-draf-01.xlsx").is_file()
    assert jalan(tersusun) == 0
    assert not (tersusun.output(TW1) / "rekap-draf-01.xlsx").exists()


def test_a_draft_of_another_template_costs_no_rekap_of_an_earlier_draft(tersusun):
    sisipkan(draf(tersusun))
    ubah_data(tersusun)
    susun(tersusun, TW1)
    rekap = (tersusun.output(TW1) / "rekap-draf-01.xlsx").read_bytes()
    templat = next((tersusun.root / "templates").glob("*triwulan*.docx"))
    shutil.copy(templat, templat.with_name("ringkas.docx"))
    for nilai in (61, 62):
        ubah_data(tersusun, nilai)
        assert susun(tersusun, TW1, nama_templat="ringkas").draf.name.endswith("ringkas-draf-01.docx")
    assert (tersusun.output(TW1) / "rekap-draf-01.xlsx").read_bytes() == rekap


def test_the_program_s_own_draft_is_still_its_own_after_somebody_had_it_open(tersusun):
    ubah_data(tersusun)
    dulu = draf(tersusun).read_bytes()
    with terkunci(draf(tersusun)):
        assert jalan(tersusun) == 3
    assert semua(tersusun) == {DRAF.format(1): dulu}
    assert jalan(tersusun) == 0
    assert list(semua(tersusun)) == [DRAF.format(1)]
    assert draf(tersusun).read_bytes() != dulu


def test_an_output_that_nobody_may_look_at_gets_the_new_one_beside_it_until_it_is_free(tersusun, capsys):
    rekap = tersusun.output(TW1) / "rekap.xlsx"
    dulu = rekap.read_bytes()
    ubah_data(tersusun)
    with terkunci(rekap):
        assert jalan(tersusun) == 4
    assert "rekap.xlsx sedang dibuka" in capsys.readouterr().out
    assert (rekap.read_bytes(), rekap.with_name("rekap_baru.xlsx").is_file()) == (dulu, True)
    assert jalan(tersusun) == 0
    assert (rekap.read_bytes() != dulu, rekap.with_name("rekap_baru.xlsx").exists()) == (True, False)


def ke_subfolder(ruang, pindah, folder="revisi"):
    (ruang.output(TW1) / folder).mkdir(parents=True)
    return Path(pindah(str(draf(ruang)), str(ruang.output(TW1) / folder / "Laporan Bu Sekretaris.docx")))


def test_an_edited_draft_in_a_folder_of_somebodys_own_is_told_and_carried_once_it_is_back(tersusun, capsys):
    sisipkan(draf(tersusun))
    dipindah = ke_subfolder(tersusun, shutil.move)
    for _ in range(2):  # told until it is mended
        assert jalan(tersusun) == 1
    assert "revisi/Laporan Bu Sekretaris.docx" in capsys.readouterr().out
    tertinggal = sahkan(tersusun, TW1, Permintaan()).daftar_halangan
    assert "draf-di-subfolder" in {satu.kode for satu in tertinggal}
    dipindah.rename(tersusun.output(TW1) / dipindah.name)
    assert jalan(tersusun) == 0
    assert KALIMAT in teks(draf(tersusun))


def test_an_edited_draft_two_folders_down_is_told_though_somebody_edits_the_draft_that_was_made_since(tersusun):
    sisipkan(draf(tersusun))
    ke_subfolder(tersusun, shutil.move, "revisi/Juni")
    jalan(tersusun)
    sisipkan(draf(tersusun), "Kalimat orang lain.")
    ubah_data(tersusun)
    assert jalan(tersusun) == 1
    assert "draf-di-subfolder" in {satu.kode for satu in sahkan(tersusun, TW1, Permintaan()).daftar_halangan}


def test_an_edited_draft_of_a_template_of_ones_own_is_told_as_well(tersusun):
    templat = next((tersusun.root / "templates").glob("*triwulan*.docx"))
    shutil.copy(templat, templat.with_name("ringkas.docx"))
    sendiri = ["susun", "2025-TW1", "--templat", "ringkas", "--ruang", str(tersusun.root)]
    assert run_command(sendiri) == 0
    berkas = tersusun.output(TW1) / "laporan-kinerja-2025-TW1-ringkas-draf-01.docx"
    sisipkan(berkas)
    (berkas.parent / "revisi").mkdir()
    berkas.rename(berkas.parent / "revisi" / berkas.name)
    for _ in range(2):
        assert run_command(sendiri) == 1


@pytest.mark.parametrize("disunting", [False, True], ids=["as it was written", "as somebody edited it"])
def test_a_copy_of_a_draft_in_a_folder_of_somebodys_own_is_nothing_to_tell(tersusun, disunting):
    if disunting:
        sisipkan(draf(tersusun))
    ke_subfolder(tersusun, shutil.copy)
    sisipkan(draf(tersusun), "Kalimat lain sesudahnya.")
    ubah_data(tersusun)
    for _ in range(2):
        assert jalan(tersusun) == 0
    assert "Kalimat lain sesudahnya." in teks(draf(tersusun, 2))


def test_other_documents_in_a_folder_of_somebodys_own_are_nothing_to_tell(tersusun):
    folder = tersusun.output(TW1) / "bahan"
    folder.mkdir()
    docx.Document().save(str(folder / "notula.docx"))
    (folder / DRAF.format(1)).write_bytes(b"bukan dokumen")
    assert jalan(tersusun) == 0


def test_an_output_of_another_kind_that_is_locked_holds_up_no_draft(tersusun, monkeypatch):
    sisipkan(draf(tersusun))
    ubah_data(tersusun)
    assert jalan(tersusun) == 0
    ubah_data(tersusun, 61)

    def terkunci(berkas, tempat, *lain):
        if berkas.name.endswith("-perubahan.docx"):
            return None, (temuan("berkas-tidak-terbaca", Asal(tempat), alasan="sedang dikunci program lain"),)
        return read_file(berkas, tempat, *lain)

    monkeypatch.setattr("lakip_gen.alur.suntingan.read_file", terkunci)
    assert jalan(tersusun) == 0
    assert KALIMAT in teks(draf(tersusun, 2))


def test_an_edited_draft_that_is_broken_is_told_and_carried_once_it_is_mended(tersusun, capsys):
    sisipkan(draf(tersusun))
    utuh = draf(tersusun).read_bytes()
    draf(tersusun).write_bytes(utuh[: len(utuh) // 2])
    ubah_data(tersusun)
    assert jalan(tersusun) == 1
    assert "suntingan dan komentar di dalamnya tidak ikut ke draf berikutnya" in capsys.readouterr().out
    assert KALIMAT not in teks(draf(tersusun, 2))
    tertinggal = sahkan(tersusun, TW1, Permintaan()).daftar_halangan
    assert "draf-tak-terbaca" in {satu.kode for satu in tertinggal}
    draf(tersusun).write_bytes(utuh)
    ubah_data(tersusun, 61)
    assert jalan(tersusun) == 0
    assert KALIMAT in teks(draf(tersusun, 2))
