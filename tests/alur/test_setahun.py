"""A year in an office and the quarter after it: what was reported stays; late and corrected forms are named."""

import json
import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import openpyxl
import pytest

from bantu_ketik import FIRST_ROW, FORM_HEADER, HEADER, baris_berkunci, ketik_butir, ketik_tabel, tambah
from bantu_ruang import ubah
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.door.cli import run_command
from lakip_gen.storage.workspace import Workspace

SETAHUN = ("2025-TW1", "2025-TW2", "2025-S1", "2025-TW3", "2025-TW4", "2025-S2", "2025")
"""The reports of a year in the order in which they are made."""
BUTIR = {
    "Pemerintah daerah": "Pemerintah Kabupaten Contoh",
    "Nama instansi": "Kecamatan Contoh Utara",
    "Alamat": "Jalan Raya Contoh Utara Nomor 7",
    "Tempat": "Contoh Utara",
    "Kepala instansi: jabatan": "Camat Contoh Utara",
    "Kepala instansi: nama": "Camat Lama",
    "Sekretaris: jabatan": "Sekretaris Kecamatan",
    "Perencana: jabatan": "Kepala Sub Bagian Perencanaan",
}
ATURAN = {
    "Tenggat formulir TW I": date(2025, 4, 10),
    "Tenggat formulir TW II": date(2025, 7, 10),
    "Tenggat formulir TW III": date(2025, 10, 10),
    "Tenggat formulir TW IV": date(2026, 1, 10),
}
NARASI = {"Bab I: gambaran umum organisasi": "Kecamatan Contoh Utara melayani sembilan desa."}
UNIT = [
    {"Kode unit": kode, "Nama unit": nama, "Jabatan kepala unit": f"Kepala {nama}"}
    for kode, nama in (
        ("SEKRETARIAT", "Sekretariat"),
        ("PEM", "Seksi Pemerintahan"),
        ("PMD", "Seksi Pemberdayaan"),
        ("TRANTIB", "Seksi Ketenteraman"),
    )
]
SASARAN = [
    {"Kode sasaran": "S1", "Sasaran strategis": "Meningkatnya layanan kecamatan"},
    {"Kode sasaran": "S2", "Sasaran strategis": "Meningkatnya ketertiban umum"},
]


def indikator(kode, sasaran, unit, cara, jenis, *target, **lain):
    """Return the row of an indicator: the year's target first, then those of the quarters."""
    baris = {"Kode indikator": kode, "Kode sasaran": sasaran, "Indikator": f"Ukuran {kode}", "Satuan": "Indeks"}
    baris |= {"Arah": "naik", "Cara gabung": cara, "Jenis target": jenis, "Unit pengisi": unit}
    judul = ("Target tahun", *(f"Target TW {romawi}" for romawi in ("I", "II", "III", "IV")))
    return baris | dict(zip(judul, target, strict=False)) | lain


INDIKATOR = [
    indikator("I1", "S1", "PEM", "rata-rata", "konstan", 82, Desimal=2),
    indikator("I2", "S1", "SEKRETARIAT", "rasio", "konstan", 95, Satuan="%"),
    indikator("I3", "S2", "TRANTIB", "jumlah", "per triwulan", 20, 5, 5, 5, 5, Satuan="kasus", Arah="turun"),
    indikator("I4", "S1", "PMD", "kumulatif", "kumulatif", 100, 25, 50, 75, 100),
    indikator("I5", "S2", "PEM; TRANTIB", "akhir", "konstan", 40, **{"Gabung antarunit": "jumlah"}),
]
SUBKEGIATAN = {"SEKRETARIAT": "7.01.01.2.01.0001", "PEM": "7.01.01.2.01.0002", "PMD": "7.01.02.2.01.0001"} | {
    "TRANTIB": "7.01.02.2.01.0002"
}
ATAS = ("7.01.01", "7.01.01.2.01", "7.01.02", "7.01.02.2.01")
PAGU = 100_000_000
ANGGARAN = sorted(
    [{"Kode rekening": kode, "Uraian": f"Belanja {kode}"} for kode in ATAS]
    + [
        {"Kode rekening": kode, "Uraian": f"Belanja {kode}", "Unit pelaksana": unit, "Kode sasaran": "S1"}
        | {"Pagu murni (Rp)": PAGU}
        for unit, kode in SUBKEGIATAN.items()
    ],
    key=lambda baris: baris["Kode rekening"],
)
AKSI = [
    {"Kode aksi": "A1", "Unit": "TRANTIB", "Kode indikator": "I3", "Rencana aksi": "Patroli malam"}
    | {f"Rencana TW {romawi}": "3 desa" for romawi in ("I", "II", "III", "IV")}
]
PROGRAM = [
    {"Kode rekening": "7.01.02", "Indikator": "Desa yang dibina", "Satuan": "desa", "Unit pengisi": "PMD"}
    | {"Target tahun": 8, "Target TW I": 2, "Target TW II": 2, "Target TW III": 2, "Target TW IV": 2}
]
JUDUL_REALISASI = "Realisasi triwulan ini"
JAWABAN = {"I1": (81, 82.5, 83, 84), "I3": (4, 5, 3, 4), "I4": (24, 51, 76, 100), "I5": (22, 21, 41, 42)}
"""What units report quarter by quarter; I5 comes from two units in the first half and from one in the second."""
ANGKA = {"bunyi", "target", "realisasi", "capaian", "pagu", "realisasi anggaran", "realisasi fisik"}
TERLAMBAT = "TW1/formulir-pmd-2025-TW1.xlsx"
PERGESERAN_II = "Pergeseran II belum masuk buku induk"
SAKIT = "Kepala seksinya sakit"
SEBAB = {
    "Penjelasan": "Menurut register.",
    "Faktor pendorong": "Petugas ditambah.",
    "Faktor penghambat": "Jaringan terputus.",
    "Tindak lanjut": "Menjadwalkan layanan keliling.",
    "Penanggung jawab (PIC)": "Kepala Seksi",
    "Data dukung": "Register layanan",
}


class Kantor:
    """An office at work: its folder, and every command as its planner types it."""

    def __init__(self, akar):
        self.ruang = Workspace(akar)
        self.akhir = ""

    def perintah(self, *kata, kode=0):
        """Run a command that ends with an exit code; return what it printed."""
        with redirect_stdout(StringIO()) as layar, redirect_stderr(StringIO()) as galat:
            hasil = run_command([*kata, "--ruang", str(self.ruang.root)])
        assert hasil == kode, (kata, hasil, layar.getvalue(), galat.getvalue())
        return layar.getvalue()

    def susun(self, periode, kode=0):
        """Make a report and return what scripts are told of it."""
        return json.loads(self.perintah("susun", periode, "--json", kode=kode))

    def mulai(self, *kata):
        """Run `mulai`, which takes its folder as an argument."""
        with redirect_stdout(StringIO()) as layar, redirect_stderr(layar):
            assert run_command(["mulai", str(self.ruang.root), *kata]) == 0, layar.getvalue()
        return layar.getvalue()

    def draf(self, periode):
        """Return the newest draft of a period."""
        return max(self.ruang.output(Periode.parse(periode)).glob("*.docx")).read_bytes()

    def kata(self, periode):
        """Return the words of the newest draft of a period."""
        with ZipFile(BytesIO(self.draf(periode))) as docx:
            return re.sub(r"<[^>]+>", "", docx.read("word/document.xml").decode())

    def formulir(self, unit, periode):
        """Return where a unit's form lies."""
        return self.ruang.form_file(unit, Periode.parse(periode))

    def isi(self, periode, *tanpa):
        """Hand the forms of a quarter out and let every unit fill its own, but for those that are late."""
        self.perintah("bagikan", periode)
        for berkas in self.ruang.form_files(Periode.parse(periode)):
            if berkas in {self.formulir(unit, periode) for unit in tanpa}:
                berkas.unlink()
            else:
                ubah(berkas, lambda buku: isi_formulir(buku, Periode.parse(periode)))


def isi_formulir(buku, periode):
    """Fill a form as a conscientious unit does."""
    ws, nomor = buku["Indikator"], periode.nomor
    for sel in [sel for sel in ws["A"][FORM_HEADER:] if sel.value]:
        angka = JAWABAN[sel.value][nomor - 1] if sel.value in JAWABAN else 2
        isi = {JUDUL_REALISASI: angka} if sel.value != "I2" else {"Pembilang": 95 + nomor, "Penyebut": 100}
        isi |= SEBAB | {"Batas waktu": date(periode.tahun, 12, 15)}
        ketik_tabel(ws, [isi], kepala=FORM_HEADER, awal=sel.row)
    ws = buku["Anggaran"]
    for sel in [sel for sel in ws["A"][FORM_HEADER:] if sel.value]:
        isi = {
            "Realisasi s.d. akhir triwulan ini (Rp)": 20_000_000 * nomor,
            "Fisik s.d. akhir triwulan ini (%)": 24 * nomor,
        }
        ketik_tabel(ws, [isi], kepala=FORM_HEADER, awal=sel.row)
    ws = buku["Rencana Aksi"]
    for sel in [sel for sel in ws["A"][FORM_HEADER:] if sel.value]:
        ketik_tabel(ws, [{"Status": "selesai", "Hasil": "3 desa"}], kepala=FORM_HEADER, awal=sel.row)
    isi = {"Nama penyusun": "Staf", "Tanggal penyusunan": periode.akhir, "Validasi kepala unit": "disetujui"}
    ketik_butir(buku["Pengesahan"], isi)


def isi_induk(buku):
    """Fill a new buku induk."""
    for lembar, isi in (("Instansi", BUTIR), ("Aturan", ATURAN), ("Narasi", NARASI)):
        ketik_butir(buku[lembar], isi)
    for lembar, daftar in (
        ("Unit", UNIT),
        ("Sasaran", SASARAN),
        ("Indikator", INDIKATOR),
        ("Anggaran", ANGGARAN),
        ("Rencana Aksi", AKSI),
        ("Indikator Program", PROGRAM),
    ):
        ketik_tabel(buku[lembar], daftar)


def geser_pagu(buku):
    """Write the first revision of the year: money goes from one subkegiatan to another."""
    sejak = {"Berlaku sejak": date(2025, 4, 15), "Dasar perubahan": "Pergeseran I"}
    for unit, pagu in (("SEKRETARIAT", PAGU - 10_000_000), ("PMD", PAGU + 10_000_000)):
        tambah(buku, "Anggaran", {"Kode rekening": SUBKEGIATAN[unit], "Pagu murni (Rp)": pagu} | sejak)


def paruh_kedua(buku):
    """Write what holds from July: a merged unit, a new head, a reworded indicator."""
    ws = buku["Unit"]
    akhir = {"Berlaku sampai": date(2025, 6, 30), "Dilanjutkan oleh": "PEM"}
    ketik_tabel(ws, [akhir], awal=baris_berkunci(ws, "TRANTIB"))
    camat = {"Peran": "kepala instansi", "Jabatan pejabat": "Camat Contoh Utara"}
    tambah(buku, "Pejabat", camat | {"Nama pejabat": "Camat Lama", "Berlaku sampai": date(2025, 6, 30)})
    tambah(buku, "Pejabat", camat | {"Nama pejabat": "Camat Baru", "Berlaku sejak": date(2025, 7, 1)})
    baru = {"Kode indikator": "I1", "Indikator": "Indeks Kepuasan Warga", "Berlaku sejak": date(2025, 7, 1)}
    tambah(buku, "Indikator", baru)


def ubah_perjanjian(buku):
    """Write the second revision: targets and money of the changed budget."""
    sejak = {"Berlaku sejak": date(2025, 10, 1), "Dasar perubahan": "Perubahan APBD"}
    tambah(buku, "Indikator", {"Kode indikator": "I4", "Target tahun": 110, "Target TW IV": 110} | sejak)
    tambah(buku, "Anggaran", {"Kode rekening": SUBKEGIATAN["PEM"], "Pagu murni (Rp)": PAGU + 25_000_000} | sejak)
    ketik_butir(buku["Narasi"], {"Bab IV: simpulan umum": "Sebagian besar target tercapai."})


def angka(hasil):
    """Return the figures that scripts are told, by kode and what of it."""
    daftar = {
        (satu["kode"], apa): satu[kunci]
        for satu in (*hasil["indikator"], *hasil["indikator_program"])
        for apa, kunci in (("bunyi", "nama"), ("target", "target"), ("realisasi", "realisasi"), ("capaian", "capaian"))
    }
    uang = (("pagu", "pagu"), ("realisasi anggaran", "realisasi"), ("realisasi fisik", "fisik"))
    milik = set(SUBKEGIATAN.values())
    return daftar | {
        (satu["kode"], apa): satu[kunci]
        for satu in hasil["anggaran"]["rincian"]
        if satu["kode"] in milik
        for apa, kunci in uang
    }


def beda(dulu, kini):
    """Return which figures of a report are others by now."""
    lama, baru = angka(dulu), angka(kini)
    return {kunci for kunci in lama | baru if lama.get(kunci) != baru.get(kunci)}


class Laporan:
    """What an office reported: each report as it was in its own month, and the draft that stands by now."""

    def __init__(self, kantor):
        self.kantor, self.pertama, self.draf_pertama, self.draf = kantor, {}, {}, {}

    def susun(self, *daftar_periode):
        """Make reports and return what scripts are told of each."""
        hasil = {periode: self.kantor.susun(periode) for periode in daftar_periode}
        for periode, satu in hasil.items():
            self.pertama.setdefault(periode, satu)
            self.draf[periode] = self.kantor.draf(periode)
            self.draf_pertama.setdefault(periode, self.draf[periode])
        return hasil

    def susun_lagi(self):
        """Empty the folder of outputs, as people do, and make all reports of the year anew."""
        shutil.rmtree(self.kantor.ruang.root / "output" / "2025")
        lama = dict(self.draf)
        hasil = self.susun(*SETAHUN)
        return hasil, {periode for periode in SETAHUN if self.draf[periode] != lama[periode]}


def milik_periode(periode, hasil):
    """Return what the list of changes says of a report itself, by kode and what of it."""
    akhir = f" {Periode.parse(periode).nama_pendek}"
    semua = ((butir["indikator"], butir["apa"]) for butir in hasil["perubahan"])
    return {(kode, apa.removesuffix(akhir)) for kode, apa in semua if apa.endswith(akhir)}


def beda_terdaftar(laporan, hasil):
    """Return by report what the figures say, and what the list of changes says, of what differs from its own month.

    Every past report that no longer reads as it did is listed, with its figures or with the rest of it.
    """
    terdaftar = {periode: milik_periode(periode, satu) for periode, satu in hasil.items()}
    kini = max(Periode.parse(periode).akhir for periode in laporan.draf)
    lewat = [periode for periode in hasil if Periode.parse(periode).akhir < kini]
    berbeda = {periode for periode in lewat if laporan.draf[periode] != laporan.draf_pertama[periode]}
    # a quarter's report prints the quarter before it too, whose changes it lists as well
    sebelum = {periode for periode in lewat if periode in berbeda and not terdaftar[periode]}
    assert {periode for periode in lewat if terdaftar[periode]} == berbeda - sebelum
    assert all(hasil[periode]["perubahan"] for periode in sebelum), sebelum
    nyata = {periode: beda(laporan.pertama[periode], satu) for periode, satu in hasil.items()}
    angka_saja = {p: {butir for butir in satu if butir[1] in ANGKA} for p, satu in terdaftar.items()}
    return tuple({periode: satu for periode, satu in daftar.items() if satu} for daftar in (nyata, angka_saja))


def sebab(hasil):
    """Return the files that the lists of changes name."""
    semua = (butir["sebab"] for satu in hasil.values() for butir in satu["perubahan"])
    return {bagian.partition(" · ")[0] for teks in semua for bagian in teks.split("; ")}


def semester_satu(kantor, laporan):
    """January to July: a late unit, a form mended in its return copy, the first revision."""
    kantor.mulai("--tahun", "2025")
    ubah(kantor.ruang.induk(2025), isi_induk)
    kantor.perintah("periksa", "2025")
    kantor.isi("2025-TW1", "PMD")
    salah = kantor.formulir("TRANTIB", "2025-TW1")
    sel = baris_berkunci(openpyxl.load_workbook(salah)["Indikator"], "I3")
    ubah(salah, lambda buku: ketik_tabel(buku["Indikator"], [{JUDUL_REALISASI: "1.100"}], FORM_HEADER, sel))
    (milik,) = [satu for satu in kantor.susun("2025-TW1", kode=1)["unit"] if satu["sel_ditolak"]]
    assert milik["kode"] == "TRANTIB"
    (kembali,) = (kantor.ruang.output(triwulan(2025, 1)) / "kembali").glob("perbaikan-trantib-*.xlsx")
    mended = salah.with_name(f"{kembali.stem} (1).xlsx")
    mended.write_bytes(kembali.read_bytes())
    ubah(mended, lambda buku: ketik_tabel(buku["Indikator"], [{JUDUL_REALISASI: 4}], FORM_HEADER, sel))
    laporan.susun("2025-TW1")
    ubah(kantor.ruang.induk(2025), geser_pagu)
    kantor.isi("2025-TW2")
    laporan.susun("2025-TW2", "2025-S1")


def triwulan_tiga(kantor, laporan):
    """July to September: a merged unit, a new head, a reworded indicator, accepted gaps."""
    ubah(kantor.ruang.induk(2025), paruh_kedua)
    kantor.isi("2025-TW3", "PMD")
    lewat = kantor.formulir("SEKRETARIAT", "2025-TW3")
    uang = "Realisasi s.d. akhir triwulan ini (Rp)"
    baris = baris_berkunci(openpyxl.load_workbook(lewat)["Anggaran"], SUBKEGIATAN["SEKRETARIAT"])
    ubah(lewat, lambda buku: ketik_tabel(buku["Anggaran"], [{uang: PAGU}], FORM_HEADER, baris))
    kantor.susun("2025-TW3", kode=1)
    kantor.perintah("catat", "2025-TW3", "terima", "--unit", "SEKRETARIAT", PERGESERAN_II)
    kantor.perintah("catat", "2025-TW3", "terima", "--unit", "PMD", SAKIT)
    laporan.susun("2025-TW3")


def triwulan_empat(kantor, laporan):
    """October to January: the second revision, and the reports of the year."""
    ubah(kantor.ruang.induk(2025), ubah_perjanjian)
    kantor.isi("2025-TW4")
    laporan.susun("2025-TW4", "2025-S2", "2025")


def terlambat(kantor, laporan):
    """October: the form of the first quarter that nobody waited for any more."""
    berkas = kantor.formulir("PMD", "2025-TW1")
    kantor.perintah("bagikan", "2025-TW1")
    ubah(berkas, lambda buku: isi_formulir(buku, triwulan(2025, 1)))
    return laporan.susun("2025-TW1", "2025-TW2", "2025-S1", "2025-TW3")


def diperbaiki(kantor):
    """December: a unit finds a mistake in what it reported for the second quarter."""
    berkas = kantor.formulir("PEM", "2025-TW2")
    baris = baris_berkunci(openpyxl.load_workbook(berkas)["Indikator"], "I1")
    ubah(berkas, lambda buku: ketik_tabel(buku["Indikator"], [{JUDUL_REALISASI: 80}], FORM_HEADER, baris))


def tahun_berikut(kantor):
    """Begin the next year from this one, fill what is asked, hand out and report its first quarter."""
    kantor.mulai("--tahun", "2026", "--dari", "2025")

    def isi_target(buku):
        sasaran = {baris["Kode indikator"]: baris for baris in INDIKATOR}
        for lembar, milik in (("Indikator", sasaran), ("Indikator Program", {"7.01.02": PROGRAM[0]})):
            for kode, baris in milik.items():
                target = {judul: isi for judul, isi in baris.items() if judul.startswith("Target")}
                ketik_tabel(buku[lembar], [target], awal=baris_berkunci(buku[lembar], kode))
        for kode in SUBKEGIATAN.values():
            ketik_tabel(buku["Anggaran"], [{"Pagu murni (Rp)": PAGU}], awal=baris_berkunci(buku["Anggaran"], kode))

    ubah(kantor.ruang.induk(2026), isi_target)
    kantor.perintah("periksa", "2026")
    kantor.isi("2026-TW1")
    return kantor.susun("2026-TW1")


@pytest.mark.lengkap
def test_an_office_goes_through_a_year_into_the_next_and_its_past_stays(tmp_path):
    kantor = Kantor(tmp_path / "kantor")
    laporan = Laporan(kantor)
    semester_satu(kantor, laporan)
    triwulan_tiga(kantor, laporan)
    nyata, terdaftar = beda_terdaftar(laporan, hasil := terlambat(kantor, laporan))
    assert (nyata, sebab(hasil)) == (terdaftar, {TERLAMBAT})
    (kata,) = [butir for butir in hasil["2025-TW1"]["perubahan"] if butir["apa"] == "Penjelasan, PMD, TW I"][:1]
    assert (kata["dulu"], kata["sekarang"]) == (None, SEBAB["Penjelasan"])
    triwulan_empat(kantor, laporan)

    hasil, berubah = laporan.susun_lagi()
    assert (berubah, *beda_terdaftar(laporan, hasil), sebab(hasil)) == (set(), nyata, terdaftar, {TERLAMBAT})
    kata = {periode: kantor.kata(periode) for periode in SETAHUN}
    for baru in ("Camat Baru", "Indeks Kepuasan Warga"):
        assert {periode for periode in SETAHUN if baru in kata[periode]} == set(SETAHUN) - {
            "2025-TW1",
            "2025-TW2",
            "2025-S1",
        }
    assert all(alasan in kata["2025-TW3"] for alasan in (PERGESERAN_II, SAKIT))
    assert ("Perjanjian Kinerja Perubahan" in kata["2025-TW1"], "Perjanjian Kinerja Perubahan" in kata["2025"]) == (
        False,
        True,
    )

    diperbaiki(kantor)
    hasil, berubah = laporan.susun_lagi()
    nyata, terdaftar = beda_terdaftar(laporan, hasil)
    assert (nyata, "2025-TW1" in berubah, "2025-TW2" in berubah) == (terdaftar, False, True)
    assert sebab(hasil) == {TERLAMBAT, "TW2/formulir-pem-2025-TW2.xlsx"}
    assert {temuan["kode"] for satu in hasil.values() for temuan in satu["temuan"]} & {"masa-lalu-berubah"} == set()

    tahun = tahun_berikut(kantor)
    assert (tahun["indikator"][0]["nama"], tahun["perubahan"]) == ("Indeks Kepuasan Warga", [])
    assert {satu["kode"]: satu["status"] for satu in tahun["unit"]} == dict.fromkeys(
        ("SEKRETARIAT", "PEM", "PMD"), "diterima"
    )
    assert "Camat Baru" in kantor.kata("2026-TW1")
    riwayat = openpyxl.load_workbook(kantor.ruang.induk(2026))["Riwayat"]
    judul = {sel.value: sel.column for sel in riwayat[HEADER]}
    dicapai = [
        riwayat.cell(baris, judul["Realisasi tahun lalu (2025)"]).value for baris in range(FIRST_ROW, FIRST_ROW + 5)
    ]
    assert [str(satu) for satu in dicapai] == [satu["realisasi"] for satu in hasil["2025"]["indikator"]]
    assert laporan.susun_lagi()[1] == set()
