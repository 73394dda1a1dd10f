"""What people decided outside the program is written down, holds from then on, and can be taken back."""

import json
from datetime import date

import pytest

from bantu_putus import Pemutus, terpasang
from bantu_ruang import formulir, isi
from lakip_gen.alur.bagikan import bagikan
from lakip_gen.alur.catat import daftar_catatan
from lakip_gen.alur.peristiwa import catat, saat_ini, yang_dibagikan
from lakip_gen.alur.susun import susun
from lakip_gen.domain.periode import Periode
from lakip_gen.door.cli import run_command
from lakip_gen.sop.peristiwa import Jenis, Peristiwa
from lakip_gen.storage.events import take_events
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.laporan_pendek

TW1 = Periode.parse("2025-TW1")
UNIT = "BIDANG-APTIKA"
ALASAN = "Pergeseran anggaran belum masuk buku induk"


def jalan(ruang, *kata):
    return run_command([*kata, "--ruang", str(ruang.root)])


def unit(hasil, kode=UNIT):
    return next(satu for satu in hasil.ringkasan["unit"] if satu["kode"] == kode)


def rekening_unit(ruang):
    """Return a budget line of the unit and the sheet it stands on."""
    import openpyxl

    ws = openpyxl.load_workbook(formulir(ruang, UNIT))["Anggaran"]
    return next(str(sel.value) for sel in ws["A"][7:] if sel.value)


@pytest.fixture
def lewat(contoh):
    """The sample agency with one amount above its pagu."""
    alamat = isi(formulir(contoh, UNIT), "Anggaran", rekening_unit(contoh), "Realisasi s.d. akhir", 999_999_999_999)
    return contoh, f"Anggaran!{alamat}"


def test_an_accepted_doubt_counts_with_its_reason_until_it_is_taken_back(lewat, capsys):
    ruang, alamat = lewat
    hasil = susun(ruang, TW1)
    assert unit(hasil)["sel_ditolak"] == [alamat]
    assert hasil.ringkasan["anggaran"]["realisasi"] is None

    assert jalan(ruang, "catat", "2025-TW1", "terima", "--unit", UNIT, ALASAN, "--tanggal", "11-04-2025") == 0
    assert "1 keraguan diterima" in capsys.readouterr().out
    diterima = susun(ruang, TW1)
    milik = unit(diterima)
    assert (milik["sel_ditolak"], milik["diterima_dengan"], milik["galat"]) == ([], ALASAN, 0)
    assert diterima.ringkasan["anggaran"]["realisasi"] is not None
    assert [t["kode"] for t in diterima.ringkasan["temuan"]] == ["diterima-dengan-alasan"]

    (nomor,) = (n for n, satu in daftar_catatan(ruang, TW1).daftar.items() if satu.jenis is Jenis.DITERIMA)
    assert jalan(ruang, "catat", "2025-TW1", "--batal", str(nomor)) == 0
    assert unit(susun(ruang, TW1))["sel_ditolak"] == [alamat]
    assert jalan(ruang, "catat", "2025-TW1", "--batal", str(nomor)) == 2
    assert "sudah dibatalkan" in capsys.readouterr().err


@pytest.mark.lengkap
def test_of_several_doubts_only_those_in_the_named_cells_are_accepted(lewat, capsys):
    ruang, alamat = lewat
    lain = isi(formulir(ruang, UNIT), "Indikator", "I2.5", "Data dukung", "")
    assert jalan(ruang, "catat", "2025-TW1", "terima", "--unit", UNIT, "--sel", alamat.lower(), ALASAN, "--json") == 0
    diterima = json.loads(capsys.readouterr().out)["diterima"]
    assert [(satu["kode"], f"{satu['lembar']}!{satu['sel']}") for satu in diterima] == [("lewat-pagu", alamat)]
    hasil = susun(ruang, TW1)
    assert {t["sel"] for t in hasil.ringkasan["temuan"] if t["tingkat"] == "peringatan"} == {lain}
    assert jalan(ruang, "catat", "2025-TW1", "terima", "--unit", UNIT, "--sel", "Indikator!A1", ALASAN) == 0
    assert "tidak ada keraguan" in capsys.readouterr().out


def test_a_return_copy_says_how_many_cells_were_not_taken(lewat):
    import openpyxl

    ruang, _ = lewat
    susun(ruang, TW1)
    (salinan,) = (ruang.output(TW1) / "kembali").glob("*.xlsx")
    assert "1 sel belum diterima" in openpyxl.load_workbook(salinan)["Hasil Pemeriksaan"]["A3"].value


def test_what_older_versions_noted_of_handing_out_goes_on_being_known(contoh):
    catatan = {"U1": frozenset({"ab"})}
    assert yang_dibagikan(daftar_catatan(contoh, TW1), catatan) == catatan
    formulir(contoh, UNIT).unlink()
    bagikan(contoh, TW1)
    semua = yang_dibagikan(daftar_catatan(contoh, TW1), {UNIT: frozenset({"ab"})} | catatan)
    assert len(semua[UNIT]) == 2
    assert semua["U1"] == {"ab"}


def test_what_reads_two_ways_is_not_accepted_and_its_mend_is_told(contoh, capsys):
    isi(formulir(contoh, UNIT), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    assert jalan(contoh, "catat", "2025-TW1", "terima", "--unit", UNIT, "Sudah dicek") == 1
    teks = capsys.readouterr().out
    assert "tidak ada yang dapat diterima" in teks
    assert "etik 1100" in teks
    assert not contoh.events(TW1).exists()


@pytest.mark.lengkap
def test_a_unit_that_sent_nothing_is_closed_with_the_reason(contoh, capsys):
    formulir(contoh, UNIT).unlink()
    assert jalan(contoh, "catat", "2025-TW1", "terima", "--unit", UNIT, "Pejabatnya kosong", "--json") == 0
    assert json.loads(capsys.readouterr().out)["nomor"] == 1
    milik = unit(susun(contoh, TW1))
    assert (milik["status"], milik["diterima_dengan"]) == ("belum", "Pejabatnya kosong")


def test_a_form_without_a_doubt_has_nothing_to_accept(contoh, capsys):
    assert jalan(contoh, "catat", "2025-TW1", "terima", "--unit", UNIT, "Baik") == 0
    assert "Tidak ada yang dicatat" in capsys.readouterr().out
    assert not contoh.events(TW1).exists()


@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [
        (["terima", "--unit", "TIDAK-ADA", "x"], "tidak ada di buku induk"),
        (["terima", "x"], "tambahkan --unit"),
        (["terima", "--unit", UNIT], "Alasannya belum ditulis"),
        (["terima", "--unit", UNIT, "x" * 1001], "paling banyak 1000"),
        (["setuju"], "belum memuat SOP"),
        (["--batal", "7"], "Tidak ada catatan nomor 7"),
        (["terima", "--batal", "7"], "tanpa kata lain"),
        (["1", "--sel", "Anggaran!F8"], "--sel tidak dipakai pada langkah"),
        (["koreksi", "1", "Sudah benar", "--bukti", "a.pdf"], "--bukti tidak dipakai pada koreksi"),
        (["--unit", UNIT], "--unit tidak dipakai tanpa langkah"),
        (["1", "--bukti", ""], "Nama berkas bukti kosong"),
        (["terima", "--unit", UNIT, "x", "--tanggal", "12-04-2052"], "jauh dari Triwulan I Tahun 2025"),
    ],
)
def test_a_command_that_cannot_be_meant_is_answered_in_one_sentence(contoh, capsys, kata, kalimat):
    assert jalan(contoh, "catat", "2025-TW1", *kata) == 2
    assert kalimat in capsys.readouterr().err


def test_a_unit_is_known_whatever_the_capitals(contoh):
    (contoh.inbox(TW1) / f"formulir-{UNIT.lower()}-2025-TW1.xlsx").unlink()
    assert jalan(contoh, "catat", "2025-TW1", "terima", "--unit", UNIT.lower(), "Belum ada datanya") == 0
    assert jalan(contoh, "catat", "2025-TW1", "disalin", "--unit", UNIT.lower(), "--oleh", "Staf") == 0
    assert {satu.unit for satu in daftar_catatan(contoh, TW1).daftar.values()} == {UNIT}


def test_forms_are_accepted_by_quarter(contoh, capsys):
    assert jalan(contoh, "catat", "2025-S1", "terima", "--unit", UNIT, "x") == 2
    assert "2025-TW1" in capsys.readouterr().err


@pytest.mark.lengkap
def test_what_was_handed_out_and_seen_is_listed_and_noted_once(contoh, capsys):
    formulir(contoh, UNIT).unlink()
    bagikan(contoh, TW1)
    bagikan(contoh, TW1)
    susun(contoh, TW1)
    isi(formulir(contoh, "SEKRETARIAT"), "Indikator", "I5.4", "Penjelasan", "Survei diulang.")
    susun(contoh, TW1)
    catatan = daftar_catatan(contoh, TW1)
    jenis = [(satu.jenis.value, satu.unit) for satu in catatan.daftar.values()]
    assert jenis.count(("dibagikan", UNIT)) == 1
    assert jenis.count(("terlihat", "BIDANG-IKP")) == 1
    assert jenis.count(("terlihat", "SEKRETARIAT")) == 2
    assert ("terlihat", UNIT) not in jenis
    assert catatan.daftar_temuan == ()
    capsys.readouterr()
    assert jalan(contoh, "catat", "2025-TW1") == 0
    assert f"1. {saat_ini():%d/%m/%Y} dibagikan {UNIT}" in capsys.readouterr().out
    assert jalan(contoh, "catat", "2025-TW1", "--json") == 0
    (satu, *_) = json.loads(capsys.readouterr().out)["catatan"]
    assert (satu["nomor"], satu["jenis"], satu["unit"], satu["dibatalkan"]) == (1, "dibagikan", UNIT, False)
    assert jalan(contoh, "catat", "2025-TW1", "--batal", "1") == 2
    assert "ditulis program" in capsys.readouterr().err


@pytest.mark.lengkap
def test_a_form_that_was_seen_makes_no_run_new(tersusun):
    assert tersusun.events(TW1).is_file()
    assert not susun(tersusun, TW1).berubah


def test_events_that_cannot_be_read_are_told_and_left_alone(contoh):
    contoh.events(TW1).parent.mkdir()
    contoh.events(TW1).write_bytes(b"\xff\xfe")
    hasil = susun(contoh, TW1)
    assert [t.kode for t in hasil.daftar_temuan] == ["jejak-tertutup"]
    assert contoh.events(TW1).read_bytes() == b"\xff\xfe"
    assert jalan(contoh, "catat", "2025-TW1", "terima", "--unit", UNIT, "x") == 0  # nothing to accept, nothing written
    assert jalan(contoh, "catat", "2025-TW1") == 1


def test_copies_of_a_sync_service_are_told_by_their_names(contoh):
    folder = contoh.events(TW1).parent
    folder.mkdir()
    for nama in ("TW1-LAPTOP.jsonl", "TW1 (1).jsonl", "TW2.jsonl", "TW1.jsonl"):
        (folder / nama).write_bytes(b"")
    temuan = take_events(contoh, TW1).findings
    assert [t.nilai for t in temuan] == ["TW1 (1).jsonl", "TW1-LAPTOP.jsonl"]


# --- faults at every write ---


def satu(isi):
    return Peristiwa(jenis=Jenis.CATATAN, dicatat=saat_ini(), tanggal=date(2025, 4, 11), isi=isi)


def titik(ruang):
    with terpasang(Pemutus(ruang.root)) as pemutus:
        catat(ruang, TW1, (satu("dua"),))
    return len(pemutus.panggilan)


@pytest.mark.parametrize("sesudah", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("cara", ["penuh", "rusak", "ditolak", "dihentikan"])
def test_a_fault_at_any_write_leaves_the_old_events_or_the_new(tmp_path, cara, sesudah):
    ruang = Workspace(tmp_path)
    catat(ruang, TW1, (satu("satu"),))
    lama = ruang.events(TW1).read_bytes()
    banyak = titik(ruang)
    assert banyak >= 4
    for saat in range(1, banyak + 1):
        ruang.events(TW1).write_bytes(lama)
        try:
            with terpasang(Pemutus(ruang.root, saat, cara, sesudah)):
                catat(ruang, TW1, (satu("dua"),))
        except (OSError, KeyboardInterrupt):
            pass
        ada = daftar_catatan(ruang, TW1)
        assert [s.isi for s in ada.daftar.values()] in (["satu"], ["satu", "dua"]), saat
        assert ada.daftar_temuan == ()
        assert ruang.events(TW1).read_bytes().startswith(lama)
