"""Writes are whole, the manifest comes last, and nobody's file is ever overwritten."""

import errno
import json
import os
from contextlib import suppress
from pathlib import Path

import pytest

from bantu_putus import Pemutus, terkunci, terpasang
from lakip_gen.storage import manifest, writes
from lakip_gen.storage.exchange import aside_of
from lakip_gen.storage.manifest import MANIFEST_NAME, Manifest, read_manifest
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.writes import digest, remove_temporaries, write_whole


def jalan(folder, siap):
    keluaran = Outputs(folder)
    tertulis = keluaran.write({keluaran.place(nama): isi for nama, isi in siap.items()})
    keluaran.finish({}, {})
    return [b.name for b in tertulis]


def test_a_generated_file_is_replaced_by_its_successor(tmp_path):
    assert jalan(tmp_path, {"rekap.xlsx": b"satu"}) == ["rekap.xlsx"]
    assert jalan(tmp_path, {"rekap.xlsx": b"dua"}) == ["rekap.xlsx"]
    assert (tmp_path / "rekap.xlsx").read_bytes() == b"dua"


def test_a_changed_file_stays_and_successors_take_turns_beside_it(tmp_path):
    jalan(tmp_path, {"rekap.xlsx": b"satu"})
    (tmp_path / "rekap.xlsx").write_bytes(b"diubah orang")
    assert jalan(tmp_path, {"rekap.xlsx": b"dua"}) == ["rekap_baru.xlsx"]
    assert jalan(tmp_path, {"rekap.xlsx": b"tiga"}) == ["rekap_baru.xlsx"]
    (tmp_path / "rekap_baru.xlsx").write_bytes(b"diubah juga")
    assert jalan(tmp_path, {"rekap.xlsx": b"empat"}) == ["rekap_baru-02.xlsx"]
    assert (tmp_path / "rekap.xlsx").read_bytes() == b"diubah orang"


def test_own_outputs_that_no_longer_belong_are_removed_but_never_changed_ones_or_drafts(tmp_path):
    jalan(tmp_path, {"a.xlsx": b"a", "b.xlsx": b"b", "laporan-draf-01.docx": b"c"})
    (tmp_path / "b.xlsx").write_bytes(b"diubah")
    jalan(tmp_path, {})
    assert sorted(b.name for b in tmp_path.iterdir()) == ["b.xlsx", "laporan-draf-01.docx", "manifest.json"]


@pytest.mark.parametrize("isi", [b"", b"bukan json", b"[]", b'{"versi": 99}', b'{"versi": 1, "masukan": 5}'])
def test_a_broken_manifest_makes_every_file_count_as_somebody_elses(tmp_path, isi):
    jalan(tmp_path, {"rekap.xlsx": b"satu"})
    (tmp_path / "manifest.json").write_bytes(isi)
    assert read_manifest(tmp_path / MANIFEST_NAME) == Manifest()
    assert jalan(tmp_path, {"rekap.xlsx": b"dua"}) == ["rekap_baru.xlsx"]


@pytest.mark.parametrize(
    "isi",
    [
        b"[" * 200_000,
        b'{"versi": 1, "masukan": {}, "keluaran": {"rekap.xlsx": [1]}, "ringkasan": {}, "rencana": {"rekap.xlsx": {}}}',
        b'{"versi": 1, "masukan": {}, "keluaran": {"\\ud800.docx": "a", "": "b"}, "ringkasan": {}, "rencana": {}}',
    ],
)
def test_a_manifest_that_somebody_made_up_owns_nothing_and_stops_nothing(tmp_path, isi):
    jalan(tmp_path, {"rekap.xlsx": b"satu"})
    (tmp_path / "manifest.json").write_bytes(isi)
    assert jalan(tmp_path, {"rekap.xlsx": b"dua"}) == ["rekap_baru.xlsx"]


def test_a_manifest_of_any_size_is_read_no_further_than_its_bound(tmp_path, monkeypatch):
    jalan(tmp_path, {"rekap.xlsx": b"satu"})
    monkeypatch.setattr(manifest, "LARGEST_MANIFEST", 40)
    assert read_manifest(tmp_path / MANIFEST_NAME) == Manifest()


def test_a_manifest_that_could_not_be_read_back_leaves_out_all_but_the_fingerprints(tmp_path, monkeypatch):
    monkeypatch.setattr(manifest, "LARGEST_MANIFEST", 500)
    keluaran = Outputs(tmp_path)
    keluaran.write({tmp_path / "rekap.xlsx": b"satu"})
    keluaran.finish({"masukan": "sidik"}, {"temuan": ["x" * 600]}, {"UNIT/TW1": {"sidik": "y" * 600}})
    lagi = Outputs(tmp_path)
    assert lagi.is_own(tmp_path / "rekap.xlsx")
    assert (lagi.previous.summary, lagi.previous.submissions) == ({}, {})
    assert not lagi.is_unchanged({"masukan": "sidik"})  # what was left out is told again by the next run


@pytest.mark.parametrize(
    "nama",
    ["../induk.xlsx", "{luar}/induk.xlsx", "a/../../induk.xlsx", "./../induk.xlsx", "..\\induk.xlsx", "C:induk.xlsx"],
)
def test_a_manifest_cannot_claim_a_file_outside_its_folder(tmp_path, nama):
    folder, induk = tmp_path / "output", tmp_path / "induk.xlsx"
    jalan(folder, {"rekap.xlsx": b"satu"})
    induk.write_bytes(b"milik perencana")
    nama = nama.format(luar=tmp_path)
    catatan = Manifest(outputs={nama: digest(b"milik perencana")})
    (folder / "manifest.json").write_bytes(catatan.to_bytes())
    assert read_manifest(folder / MANIFEST_NAME).outputs == {}
    jalan(folder, {"rekap.xlsx": b"dua"})
    assert induk.read_bytes() == b"milik perencana"


@pytest.mark.parametrize("saat", range(1, 6))
def test_a_run_that_is_cut_off_leaves_whole_files_and_the_next_one_heals(tmp_path, monkeypatch, saat):
    """Cut the run at each of its writes in turn: what stands is old or new, and nothing looks edited."""
    lama = {"a.xlsx": b"a1", "b.xlsx": b"b1", "laporan-draf-01.docx": b"d1"}
    baru = {"a.xlsx": b"a2", "b.xlsx": b"b2", "laporan-draf-01.docx": b"d2"}
    jalan(tmp_path, lama)
    asli, hitung = writes.create_new, iter(range(1, 99))

    def terputus(berkas):
        if next(hitung) == saat:
            raise KeyboardInterrupt
        return asli(berkas)

    monkeypatch.setattr(writes, "create_new", terputus)
    with pytest.raises(KeyboardInterrupt):
        jalan(tmp_path, baru)
    monkeypatch.setattr(writes, "create_new", asli)
    for nama, isi in lama.items():
        assert (tmp_path / nama).read_bytes() in {isi, baru[nama]}
    keluaran = Outputs(tmp_path)
    assert keluaran.draft_place("laporan").name == "laporan-draf-01.docx"
    assert sorted(jalan(tmp_path, baru)) == sorted(baru)
    assert {n: (tmp_path / n).read_bytes() for n in baru} == baru


def test_a_draft_that_is_saved_while_the_program_waits_for_it_stays(tmp_path, monkeypatch):
    jalan(tmp_path, {"laporan-draf-01.docx": b"satu"})
    draf, asli = tmp_path / "laporan-draf-01.docx", Path.rename

    def dipegang(diri, tujuan):
        if diri == draf:
            draf.write_bytes(b"disimpan Sekretaris")
            raise PermissionError
        return asli(diri, tujuan)

    monkeypatch.setattr(Path, "rename", dipegang)
    monkeypatch.setattr(writes.time, "sleep", lambda _detik: monkeypatch.setattr(Path, "rename", asli))
    assert jalan(tmp_path, {"laporan-draf-01.docx": b"dua"}) == ["laporan-draf-01_baru.docx"]
    assert draf.read_bytes() == b"disimpan Sekretaris"


def test_a_draft_that_is_saved_after_its_place_was_chosen_stays(tmp_path):
    jalan(tmp_path, {"laporan-draf-01.docx": b"satu"})
    keluaran = Outputs(tmp_path)
    tempat = keluaran.draft_place("laporan")
    tempat.write_bytes(b"disimpan Sekretaris")
    assert [b.name for b in keluaran.write({tempat: b"dua"})] == ["laporan-draf-01_baru.docx"]
    assert tempat.read_bytes() == b"disimpan Sekretaris"
    assert keluaran.locked == [tempat]


def _ganti_nama(draf):
    draf.rename(draf.with_name("laporan-draf-07.docx"))


def _tukar(draf):
    draf.with_name("laporan-draf-02.docx").write_bytes(draf.read_bytes())
    draf.write_bytes(b"disunting")


PERLAKUAN = {
    "disunting": lambda draf: draf.write_bytes(b"disunting"),
    "ditambah satu bita": lambda draf: draf.write_bytes(draf.read_bytes() + b"\n"),
    "dipotong": lambda draf: draf.write_bytes(draf.read_bytes()[:-1]),
    "dikosongkan": lambda draf: draf.write_bytes(b""),
    "dibuka di Word": lambda draf: draf.with_name("~$poran-draf-01.docx").write_bytes(b"pemilik"),
    "disalin": lambda draf: draf.with_name("laporan-draf-01 - Copy.docx").write_bytes(b"salinan"),
    "disalin lalu disunting": lambda draf: draf.with_name("laporan-draf-02.docx").write_bytes(b"salinan"),
    "berganti nama": _ganti_nama,
    "bertukar nama": _tukar,
    "huruf besar": lambda draf: draf.with_name("LAPORAN-DRAF-03.DOCX").write_bytes(b"milik orang"),
    "nomor melompat": lambda draf: draf.with_name("laporan-draf-98.docx").write_bytes(b"milik orang"),
    "nama baru dipakai": lambda draf: draf.with_name("rekap_baru.xlsx").write_bytes(b"milik orang"),
    "rekap disunting": lambda draf: draf.with_name("rekap.xlsx").write_bytes(b"diisi orang"),
    "folder bernama draf": lambda draf: draf.with_name("laporan-draf-09.docx").mkdir(),
}
MANIFEST = {
    "utuh": lambda _manifest: None,
    "dihapus": lambda manifest: manifest.unlink(),
    "rusak": lambda manifest: manifest.write_bytes(manifest.read_bytes()[:40]),
    "versi lain": lambda manifest: manifest.write_bytes(b'{"versi": 99}'),
}


@pytest.mark.parametrize("nasib", MANIFEST)
@pytest.mark.parametrize("perlakuan", PERLAKUAN)
def test_whatever_people_do_to_the_outputs_no_byte_of_theirs_is_lost(tmp_path, perlakuan, nasib):
    """Fourteen ways to treat a draft, with four fates of the manifest; three more runs follow."""

    def susun(nomor):
        keluaran = Outputs(tmp_path)
        siap = {keluaran.draft_place("laporan"): b"draf %d" % nomor, keluaran.place("rekap.xlsx"): b"rekap %d" % nomor}
        keluaran.write(siap)
        keluaran.finish({}, {})

    susun(1)
    buatan = {b"draf 1", b"rekap 1"}
    PERLAKUAN[perlakuan](tmp_path / "laporan-draf-01.docx")
    MANIFEST[nasib](tmp_path / "manifest.json")
    semua = {b: b.read_bytes() for b in tmp_path.iterdir() if b.is_file() and b.name != "manifest.json"}
    milik_orang = {b: isi for b, isi in semua.items() if nasib != "utuh" or isi not in buatan}
    for nomor in (2, 3, 4):
        susun(nomor)
        assert {b: b.read_bytes() for b in milik_orang} == milik_orang
    assert any(b.is_file() and b.read_bytes() == b"draf 4" for b in tmp_path.iterdir())


def test_a_failed_write_leaves_no_temporary_file(tmp_path, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _nomor: (_ for _ in ()).throw(OSError(28, "disk penuh")))
    with pytest.raises(OSError, match="disk penuh"):
        write_whole(tmp_path / "a.xlsx", b"isi")
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_a_killed_run_are_swept_but_nothing_else(tmp_path):
    (tmp_path / ".lakip-abc.tmp").write_bytes(b"x")
    (tmp_path / "milik-orang.tmp").write_bytes(b"x")
    remove_temporaries(tmp_path)
    assert [b.name for b in tmp_path.iterdir()] == ["milik-orang.tmp"]


# --- runs that die, one after another, while what they read changes ---

DRAF = "laporan-draf-01.docx"


def jalan_draf(folder, isi):
    keluaran = Outputs(folder)
    siap = {keluaran.draft_place("laporan"): isi} if isi else {}
    tertulis = keluaran.write(siap | {keluaran.place("rekap.xlsx"): b"rekap " + isi})
    keluaran.finish({}, {})
    return [berkas.name for berkas in tertulis], keluaran


def banyak_langkah(folder):
    jalan_draf(folder, b"satu")
    with terpasang(Pemutus(folder)) as pemutus:
        jalan_draf(folder, b"dua")
    return len(pemutus.panggilan)


def ditinggal_mati(tmp_path):
    """Yield folders whose last run died, each after another one of its steps."""
    for saat in range(1, banyak_langkah(tmp_path / "hitung") + 1):
        folder = tmp_path / f"{saat}"
        jalan_draf(folder, b"satu")
        with terpasang(Pemutus(folder, saat, "dihentikan", sesudah=True)), suppress(KeyboardInterrupt):
            jalan_draf(folder, b"dua")
        yield folder


def pastikan_milik_sendiri(folder):
    """Demand that one more run takes all that stands there for its own."""
    tertulis, keluaran = jalan_draf(folder, b"empat")
    assert (tertulis, keluaran.locked, keluaran.rescued) == ([DRAF, "rekap.xlsx"], [], [])
    remove_temporaries(folder)
    assert {b.name: b.read_bytes() for b in folder.iterdir() if b.name != MANIFEST_NAME} == {
        DRAF: b"empat",
        "rekap.xlsx": b"rekap empat",
    }


@pytest.mark.parametrize("sesudah", [False, True], ids=["sebelum", "sesudah"])
def test_a_run_knows_its_draft_wherever_the_last_one_died_and_whatever_changed_since(tmp_path, sesudah):
    for saat in range(1, banyak_langkah(tmp_path / "hitung") + 1):
        folder = tmp_path / f"{saat}"
        jalan_draf(folder, b"satu")
        for isi in (b"dua", b"tiga"):  # the second one dies as the first did
            with terpasang(Pemutus(folder, saat, "dihentikan", sesudah)), suppress(KeyboardInterrupt):
                jalan_draf(folder, isi)
        pastikan_milik_sendiri(folder)


def test_a_run_that_makes_no_draft_does_not_forget_the_one_that_a_dead_run_left(tmp_path):
    """Its template was at fault, say: it wrote everything else and closed its manifest."""
    for saat in range(1, banyak_langkah(tmp_path / "hitung") + 1):
        folder = tmp_path / f"{saat}"
        with terpasang(Pemutus(folder, saat, "dihentikan", sesudah=True)), suppress(KeyboardInterrupt):
            jalan_draf(folder, b"satu")
        jalan_draf(folder, b"")
        tertulis, keluaran = jalan_draf(folder, b"tiga")
        assert (tertulis, keluaran.locked) == ([DRAF, "rekap.xlsx"], [])


def test_an_edit_is_somebodys_even_where_the_last_run_died(tmp_path):
    for folder in ditinggal_mati(tmp_path):
        (folder / DRAF).write_bytes(b"disunting")
        tertulis, _ = jalan_draf(folder, b"tiga")
        assert tertulis[0] == "laporan-draf-02.docx"
        assert (folder / DRAF).read_bytes() == b"disunting"


def test_a_plan_of_an_earlier_version_of_the_program_is_understood(tmp_path):
    jalan_draf(tmp_path, b"satu")
    catatan = json.loads((tmp_path / MANIFEST_NAME).read_bytes())
    catatan["rencana"] = {DRAF: digest(b"dua")}
    (tmp_path / MANIFEST_NAME).write_text(json.dumps(catatan))
    (tmp_path / DRAF).write_bytes(b"dua")
    assert jalan_draf(tmp_path, b"tiga")[0] == [DRAF, "rekap.xlsx"]


@pytest.mark.parametrize("sekali", [True, False], ids=["once", "to the end of the run"])
def test_what_was_taken_out_and_could_not_be_removed_is_still_known_to_be_the_programs_own(
    tmp_path, monkeypatch, sekali
):
    jalan_draf(tmp_path, b"satu")
    asli, ditolak = Path.unlink, []

    def membuang(diri, **lain):
        if diri.suffix == ".lama" and not (sekali and ditolak):
            ditolak.append(diri)
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(diri))
        return asli(diri, **lain)

    monkeypatch.setattr(Path, "unlink", membuang)
    jalan_draf(tmp_path, b"dua")
    assert ditolak
    monkeypatch.setattr(Path, "unlink", asli)
    tertulis, keluaran = jalan_draf(tmp_path, b"tiga")
    assert (tertulis, keluaran.locked, keluaran.rescued) == ([DRAF, "rekap.xlsx"], [], [])
    assert {berkas.name for berkas in tmp_path.iterdir()} == {DRAF, "rekap.xlsx", MANIFEST_NAME}


# --- what another program lets nobody look at ---


def test_what_was_locked_for_one_run_is_the_programs_own_again_wherever_the_run_before_died(tmp_path):
    for folder in ditinggal_mati(tmp_path):
        with terkunci(folder / "rekap.xlsx"):
            jalan_draf(folder, b"tiga")
        pastikan_milik_sendiri(folder)


def test_a_draft_that_was_locked_for_one_run_is_the_programs_own_again_wherever_the_run_before_died(tmp_path):
    for folder in ditinggal_mati(tmp_path):
        with terkunci(folder / DRAF):
            assert jalan_draf(folder, b"tiga")[0][0] in {DRAF, "laporan-draf-02.docx"}
        assert Outputs(folder).is_own(folder / DRAF)


@pytest.mark.parametrize("nama", [DRAF, "rekap.xlsx"])
def test_a_run_that_could_not_look_at_an_output_is_not_taken_for_done(tmp_path, nama):
    siap = {DRAF: b"satu", "rekap.xlsx": b"rekap"}
    jalan(tmp_path, siap)
    with terkunci(tmp_path / nama):
        keluaran = Outputs(tmp_path)
        keluaran.write({keluaran.place(lain): isi for lain, isi in siap.items() if lain != nama})
        keluaran.finish({"masukan": "a"}, {})
    assert keluaran.held == ([] if nama == DRAF else [tmp_path / nama])
    assert (tmp_path / nama).read_bytes() == siap[nama]
    assert not Outputs(tmp_path).is_unchanged({"masukan": "a"})
    assert Outputs(tmp_path).is_own(tmp_path / nama)


def test_what_waits_aside_and_nobody_may_look_at_stops_no_run(tmp_path):
    jalan_draf(tmp_path, b"satu")
    aside = aside_of(tmp_path / DRAF)
    (tmp_path / DRAF).rename(aside)
    (tmp_path / DRAF).write_bytes(b"disimpan Sekretaris")
    with terkunci(aside):
        tertulis, _ = jalan_draf(tmp_path, b"dua")
    assert tertulis == ["laporan-draf-02.docx", "rekap.xlsx"]
    jalan_draf(tmp_path, b"dua")
    assert (tmp_path / DRAF).read_bytes() == b"disimpan Sekretaris"
    assert not aside.exists()


# --- what stands where a file or folder should ---


def test_a_file_where_the_folder_of_the_return_copies_should_be_stops_nothing(tmp_path):
    (tmp_path / "kembali").write_bytes(b"milik orang")
    siap = {"rekap.xlsx": b"rekap", "kembali/perbaikan-u1.xlsx": b"u1", "kembali/perbaikan-u2.xlsx": b"u2"}
    assert jalan(tmp_path, siap) == ["rekap.xlsx", "perbaikan-u1.xlsx", "perbaikan-u2.xlsx"]
    assert (tmp_path / "kembali_baru" / "perbaikan-u2.xlsx").read_bytes() == b"u2"
    (tmp_path / "kembali").unlink()
    jalan(tmp_path, siap)
    assert (tmp_path / "kembali" / "perbaikan-u2.xlsx").read_bytes() == b"u2"
    assert not any((tmp_path / "kembali_baru").iterdir())


@pytest.mark.parametrize("jenis", ["pipa", "perangkat", "berlubang"])
@pytest.mark.parametrize("nama", [MANIFEST_NAME, "rekap.xlsx", DRAF])
def test_what_can_only_be_waited_for_or_never_ends_is_not_read(tmp_path, nama, jenis):
    jalan(tmp_path, {DRAF: b"d1", "rekap.xlsx": b"r1"})
    (tmp_path / nama).unlink()
    if jenis == "pipa":
        os.mkfifo(tmp_path / nama)
    elif jenis == "perangkat":
        (tmp_path / nama).symlink_to("/dev/zero")
    else:
        with (tmp_path / nama).open("wb") as tujuan:
            tujuan.truncate(6 * 1024**3)
    assert len(jalan(tmp_path, {DRAF: b"d2", "rekap.xlsx": b"r2"})) == 2
    assert nama == MANIFEST_NAME or not (tmp_path / nama).is_file() or (tmp_path / nama).stat().st_size > 9


def test_a_file_in_the_place_of_the_whole_folder_of_outputs_is_named_and_stays(tmp_path):
    (tmp_path / "TW1").write_bytes(b"milik orang")
    with pytest.raises(FileExistsError, match="TW1"):
        jalan(tmp_path / "TW1", {"rekap.xlsx": b"satu"})
    assert (tmp_path / "TW1").read_bytes() == b"milik orang"


def test_outputs_have_the_rights_that_the_umask_leaves(tmp_path):
    lama = os.umask(0o027)
    try:
        jalan(tmp_path, {"rekap.xlsx": b"satu"})
    finally:
        os.umask(lama)
    assert {berkas.stat().st_mode & 0o777 for berkas in tmp_path.iterdir()} == {0o640}


@pytest.mark.parametrize(
    ("nama", "asing"),
    [("lap-draf-01.docx", False), ("~$p-draf-01.docx", False), (".lap.docx", False), ("LAP.DOCX", True)],
    ids=["a draft", "what Word puts beside an open one", "a hidden file", "a renamed one"],
)
def test_only_what_people_named_themselves_is_a_document_of_another_name(tmp_path, nama, asing):
    (tmp_path / nama).write_bytes(b"isi")
    assert Outputs(tmp_path).has_strangers("lap") is asing
