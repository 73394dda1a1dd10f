"""How a run ends on the terminal, and how the first command begins: where units stand, and what comes next."""

from types import SimpleNamespace

import pytest

from bantu_ruang import formulir, isi
from lakip_gen.door import cli_start
from lakip_gen.door.cli import run_command
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.laporan_pendek


@pytest.fixture(autouse=True)
def _tanpa_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)


def keluar(capsys, *kata):
    kode = run_command(list(kata))
    return kode, capsys.readouterr()


def test_a_run_ends_with_the_units_what_to_send_and_the_next_command(contoh, capsys):
    isi(formulir(contoh, "BIDANG-APTIKA"), "Indikator", "I2.4", "Realisasi triwulan", "1.100")
    formulir(contoh, "SEKRETARIAT").unlink()
    kode, tangkap = keluar(capsys, "susun", "2025-TW1", "--ruang", str(contoh.root))
    akhir = tangkap.out.rpartition("\n\n  SEKRETARIAT")[2]
    assert kode == 1
    assert "BIDANG-APTIKA                diterima (1 galat, 0 peringatan, 1 sel belum diterima)" in akhir
    assert "ditolak" not in tangkap.out
    assert "kirim      output/2025/TW1/kembali/perbaikan-bidang-aptika-2025-TW1.xlsx" in akhir
    assert "1 galat, 0 peringatan, 0 info; selengkapnya di output/2025/TW1/hasil-periksa.html" in akhir
    assert "output/2025/TW1/pesan-pengingat.txt" in akhir
    assert f'workbooks/2025/TW1, lalu lakip-gen susun 2025-TW1 --ruang "{contoh.root}"' in akhir
    _, lagi = keluar(capsys, "susun", "2025-TW1", "--ruang", str(contoh.root))
    assert lagi.out.rpartition("\n\n  SEKRETARIAT")[2] == akhir


@pytest.mark.parametrize(
    ("periode", "berikutnya"),
    [
        ("2025-TW1", "bagikan 2025-TW2"),
        ("2025-TW2", "susun 2025-S1"),
        ("2025-S1", "bagikan 2025-TW3"),
        ("2025-TW3", "bagikan 2025-TW4"),
        ("2025-S2", "susun 2025"),
        ("2025", ""),
    ],
)
def test_the_next_command_follows_the_course_of_a_year(periode, berikutnya):
    from lakip_gen.domain.periode import Periode
    from lakip_gen.door.closing import following

    assert following(Periode.parse(periode)) == berikutnya


@pytest.mark.parametrize(
    ("dulu", "kata"),
    [
        ((), []),
        (("80", None, None), ["berubah    1 angka", "bertambah  2 angka"]),
        (("80",), ["berubah    1 angka"]),
        ((None,), ["bertambah  1 angka"]),
    ],
    ids=["nothing", "both", "changed alone", "new alone"],
)
def test_what_has_come_since_the_last_report_is_told_apart_from_what_changed(dulu, kata):
    from lakip_gen.door.closing import changes_since_the_last_report

    daftar = list(changes_since_the_last_report([{"dulu": satu} for satu in dulu]))
    assert [satu.partition(" angka")[0] + " angka" for satu in daftar] == kata


def test_the_quarters_of_a_year_are_told_by_where_they_stand(capsys):
    from lakip_gen.door.closing import print_units

    satu = {"kode": "U1", "galat": 0, "peringatan": 0}
    print_units(
        [
            satu | {"periode": "2025-TW1", "status": "diterima"},
            satu | {"periode": "2025-TW2", "status": "ditolak", "galat": 2},
            satu | {"periode": "2025-TW3", "status": "diterima"},
        ]
    )
    assert capsys.readouterr().out == (
        "  U1  diterima: TW I, TW III; perlu diperbaiki: TW II (2 galat, 0 peringatan)\n"
    )


def test_a_clean_check_is_a_receipt(contoh, capsys):
    kode, tangkap = keluar(capsys, "periksa", "2025-TW1", "--ruang", str(contoh.root))
    assert kode == 0
    assert "Terbaca: 6 unit, 8 sasaran, 31 indikator, 17 subkegiatan, pagu total Rp11.465.237.800." in tangkap.out
    assert "Berikutnya: lakip-gen susun 2025-TW1" in tangkap.out


def test_mulai_asks_for_its_folder_and_writes_nothing_where_nobody_can_answer(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    kode, tangkap = keluar(capsys, "mulai")
    assert (kode, list(tmp_path.iterdir())) == (2, [])
    assert "Folder ruang kerja belum ditulis" in tangkap.err


@pytest.mark.parametrize(("banyak", "kata"), [(8, "  sudah ada  berkas-7"), (9, "  sudah ada  9 berkas lain")])
def test_many_files_that_were_left_alone_are_counted(tmp_path, capsys, banyak, kata):
    from lakip_gen.door.screen import print_files

    print_files(Workspace(tmp_path), (), (tmp_path / f"berkas-{nomor}" for nomor in range(banyak)))
    assert kata in capsys.readouterr().out


def test_mulai_takes_the_folder_that_is_typed(monkeypatch, tmp_path):
    monkeypatch.setattr(cli_start, "sys", SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True)))
    monkeypatch.setattr(cli_start.click, "prompt", lambda *_isi, **_lain: str(tmp_path / "kerja"))
    assert cli_start._asked_folder() == tmp_path / "kerja"


@pytest.mark.lengkap
def test_the_sample_is_not_written_among_somebody_s_own_work(tmp_path, capsys):
    ruang = Workspace(tmp_path)
    assert run_command(["mulai", str(tmp_path), "--tahun", "2026"]) == 0
    kode, tangkap = keluar(capsys, "contoh", str(tmp_path))
    assert kode == 2
    assert "sudah ada pekerjaan instansi (workbooks/2026/induk.xlsx)" in tangkap.err
    assert not ruang.induk(2025).exists()


@pytest.mark.parametrize("tanggal", ["10-04-2025", "10/04/2025", "2025-04-10"])
def test_a_date_is_read_as_people_write_it(monkeypatch, contoh, tanggal):
    diminta = []
    monkeypatch.setattr("lakip_gen.alur.susun.susun", lambda *isi, **_nama: diminta.append(isi[2]) or 1 / 0)
    run_command(["susun", "2025-TW1", "--tanggal", tanggal, "--ruang", str(contoh.root)])
    assert str(diminta[0]) == "2025-04-10"
