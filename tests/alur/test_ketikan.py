"""How much an office must type before its first report, counted cell by cell in its buku induk and its forms."""

from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import StringIO

import openpyxl
import pytest

from bantu_ketik import FORM_HEADER, ketik_butir, ketik_tabel
from lakip_gen.alur.mulai import mulai
from lakip_gen.domain.periode import triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.storage.workspace import Workspace

TW1 = triwulan(2025, 1)
PALING_BANYAK = 230
BUTIR = {
    "Pemerintah daerah": "Pemerintah Kabupaten Contoh",
    "Nama instansi": "Kecamatan Contoh Utara",
    "Alamat": "Jalan Raya Contoh Utara Nomor 7",
    "Tempat": "Contoh Utara",
    "Kepala instansi: jabatan": "Camat Contoh Utara",
    "Sekretaris: jabatan": "Sekretaris Kecamatan",
    "Perencana: jabatan": "Kepala Sub Bagian Perencanaan",
}
DAFTAR_UNIT = ("SEKRETARIAT", "PEM", "PMD", "KESSOS", "TRANTIB")
UNIT = [{"Kode unit": kode, "Nama unit": f"Seksi {kode.title()}"} for kode in DAFTAR_UNIT]
SASARAN = [{"Kode sasaran": f"S{n}", "Sasaran strategis": f"Meningkatnya layanan {n}"} for n in range(1, 5)]


def indikator(nomor, cara, jenis, *target, satuan="%", arah="naik"):
    """Return one row: the year's target first, then those of the quarters that need their own."""
    baris = {
        "Kode indikator": f"I{nomor}",
        "Kode sasaran": f"S{(nomor - 1) % 4 + 1}",
        "Indikator": f"Ukuran layanan {nomor}",
        "Satuan": satuan,
        "Arah": arah,
        "Cara gabung": cara,
        "Jenis target": jenis,
        "Unit pengisi": DAFTAR_UNIT[(nomor - 1) % 5],
    }
    return baris | dict(
        zip(("Target tahun", *(f"Target TW {n}" for n in ("I", "II", "III", "IV"))), target, strict=False)
    )


INDIKATOR = [
    indikator(1, "rata-rata", "konstan", 82, satuan="Indeks"),
    indikator(2, "rasio", "konstan", 95),
    indikator(3, "jumlah", "per triwulan", 20, 5, 5, 5, 5, satuan="kasus", arah="turun"),
    indikator(4, "kumulatif", "kumulatif", 100, 25, 50, 75, 100),
    indikator(5, "rata-rata", "konstan", 90),
    indikator(6, "akhir", "konstan", 4, satuan="temuan", arah="turun"),
    indikator(7, "rasio", "konstan", 100),
    indikator(8, "jumlah", "per triwulan", 12, 3, 3, 3, 3, satuan="desa"),
    indikator(9, "rata-rata", "konstan", 80),
]
REKENING = (
    *("7.01.01", "7.01.01.2.01", "7.01.01.2.01.0001", "7.01.01.2.02", "7.01.01.2.02.0001", "7.01.01.2.02.0002"),
    *("7.01.02", "7.01.02.2.01", "7.01.02.2.01.0001", "7.01.02.2.02", "7.01.02.2.02.0001"),
    *("7.01.03", "7.01.03.2.01", "7.01.03.2.01.0001", "7.01.03.2.01.0002"),
    *("7.01.04", "7.01.04.2.01", "7.01.04.2.01.0001", "7.01.04.2.01.0002"),
)
SUBKEGIATAN = [kode for kode in REKENING if len(kode.split(".")) == 6]
ANGGARAN = [
    {"Kode rekening": kode, "Uraian": f"Belanja {kode}"}
    | (
        {
            "Unit pelaksana": DAFTAR_UNIT[SUBKEGIATAN.index(kode) % 5],
            "Kode sasaran": f"S{SUBKEGIATAN.index(kode) % 4 + 1}",
            "Pagu murni (Rp)": 100_000_000,
        }
        if kode in SUBKEGIATAN
        else {}
    )
    for kode in REKENING
]


def ketik_induk(ruang):
    """Fill a fresh buku induk with no more than it asks for, and return how many cells that took."""
    buku = openpyxl.load_workbook(ruang.induk(2025))
    cacah = ketik_butir(buku["Instansi"], BUTIR)
    for lembar, daftar in (("Unit", UNIT), ("Sasaran", SASARAN), ("Indikator", INDIKATOR), ("Anggaran", ANGGARAN)):
        cacah += ketik_tabel(buku[lembar], daftar)
    buku.save(ruang.induk(2025))
    return cacah


def ketik_formulir(berkas):
    """Fill the first form of a unit with no more than makes it accepted, and return how many cells that took."""
    buku = openpyxl.load_workbook(berkas)
    cacah = 0
    ws = buku["Indikator"]
    for sel in [sel for sel in ws["A"][7:] if sel.value]:
        baris = next(b for b in INDIKATOR if b["Kode indikator"] == sel.value)
        angka = baris.get("Target TW I", baris["Target tahun"])
        isi = {"Pembilang": angka, "Penyebut": 100} if baris["Cara gabung"] == "rasio" else {}
        isi = isi or {"Realisasi triwulan ini": angka}
        cacah += ketik_tabel(ws, [isi], kepala=FORM_HEADER, awal=sel.row)
    for sel in [sel for sel in buku["Anggaran"]["A"][7:] if sel.value]:
        isi = {"Realisasi s.d. akhir triwulan ini (Rp)": 20_000_000, "Fisik s.d. akhir triwulan ini (%)": 20}
        cacah += ketik_tabel(buku["Anggaran"], [isi], kepala=FORM_HEADER, awal=sel.row)
    cacah += ketik_butir(
        buku["Pengesahan"],
        {
            "Nama penyusun": "A. Penyusun",
            "Tanggal penyusunan": date(2025, 4, 8),
            "Validasi kepala unit": "disetujui",
        },
    )
    buku.save(berkas)
    return cacah


@pytest.fixture(scope="module")
def kantor(tmp_path_factory):
    """An office of 5 units, 9 indicators and 8 subkegiatan after its first report, with how many cells were typed."""
    ruang = Workspace(tmp_path_factory.mktemp("ketikan"))
    mulai(ruang, 2025)
    di_induk = ketik_induk(ruang)
    with redirect_stdout(StringIO()) as layar, redirect_stderr(layar):
        kode = [run_command(["bagikan", "2025-TW1", "--ruang", str(ruang.root)])]
        di_formulir = sum(ketik_formulir(berkas) for berkas in ruang.form_files(TW1))
        kode.append(run_command(["susun", "2025-TW1", "--ruang", str(ruang.root)]))
    return di_induk, di_formulir, kode, layar.getvalue()


@pytest.mark.lengkap
def test_an_office_reaches_its_first_report_with_few_cells(kantor, record_property):
    di_induk, di_formulir, kode, kata = kantor
    record_property("sel diketik", f"{di_induk} di buku induk, {di_formulir} di formulir")
    assert (kode, "0 galat" in kata, "9 dari 9 indikator dinilai" in kata) == ([0, 0], True, True), kata
    assert di_induk + di_formulir <= PALING_BANYAK
