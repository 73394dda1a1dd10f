"""A sixth SOP, that nobody shipped: typed into the buku induk in Excel, and followed to its end by commands alone."""

import json

from bantu_ruang import ubah
from lakip_gen.door.cli import run_command

LANGKAH = (
    (None, 1, "triwulan", "Camat memerintahkan pengumpulan data", "Camat", "SOP", "Surat", 1, "jam", None, "orang"),
    (None, 2, "triwulan", "Unit mengisi formulir", "Kasi", "SOP", "Formulir", 2, "hari kerja", None, "terisi"),
    (None, 3, "triwulan", "Merekap data", "Kasubag Perencanaan", "SOP", "Formulir", 1, "hari kerja", None, "rekap"),
    (None, 4, "triwulan", "Menyetujui rekapitulasi", "Camat", "SOP", "Rekap", 1, "jam", None, "putusan", 2),
    (None, 5, "triwulan", "Menyusun laporan", "Kasubag Perencanaan", "SOP", "Rekap", 1, "hari kerja", None, "draf"),
)


def ketik(buku):
    """Type the rows under the headers, and the name among the rules, as a planner does."""
    lembar = buku["Langkah SOP"]
    for nomor, isi in enumerate(LANGKAH, start=5):
        for kolom, nilai in enumerate(isi, start=1):
            lembar.cell(nomor, kolom).value = nilai
    nama = next(baris for baris in buku["Aturan"].iter_rows(max_col=3) if baris[0].value == "nama_sop")
    nama[2].value = "Pengumpulan Data Kinerja Kecamatan"


def jalan(ruang, *kata):
    return run_command([*kata, "--ruang", str(ruang.root)])


def papan(ruang, capsys):
    capsys.readouterr()
    assert jalan(ruang, "status", "2025-TW1", "--json") == 0
    isi = json.loads(capsys.readouterr().out)
    return isi["sop"], {langkah["no"]: langkah["keadaan"] for langkah in isi["langkah"]}


def test_steps_that_a_planner_typed_are_followed_to_their_end(contoh, capsys):
    ubah(contoh.induk(2025), ketik)
    nama, awal = papan(contoh, capsys)
    assert "Kecamatan" in json.dumps(nama)
    assert (awal[2], awal[4], awal[5]) == ("selesai", "menunggu", "menunggu")  # the forms of the sample are filled
    assert jalan(contoh, "catat", "2025-TW1", "1", "--oleh", "Camat") == 0
    assert jalan(contoh, "susun", "2025-TW1") == 0
    assert papan(contoh, capsys)[1][4] == "berjalan"
    assert jalan(contoh, "catat", "2025-TW1", "4", "setuju", "--oleh", "Camat") == 0
    assert set(papan(contoh, capsys)[1].values()) == {"selesai"}
    (contoh.root / "output/2025/TW1/rekap.xlsx").unlink()
    assert papan(contoh, capsys)[1][3] != "selesai"
