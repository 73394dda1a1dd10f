"""A Kecamatan: two sasaran, six indicators, two units, no national standard, and causes that nobody wrote."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from bantu_gaya import Isi
from instansi import Instansi
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.formulir import Formulir

_INSTANSI = {
    "tahun": 2025,
    "pemerintah": "Pemerintah Kabupaten Contoh",
    "nama": "Kecamatan Contoh Utara",
    "alamat": "Jalan Raya Contoh Utara Nomor 7",
    "tempat": "Contoh Utara",
    "kepala_jabatan": "Camat Contoh Utara",
    "sekretaris_jabatan": "Sekretaris Kecamatan",
    "perencana_jabatan": "Kepala Sub Bagian Perencanaan",
    "kepala_daerah_jabatan": "Bupati Contoh",
}
_NARASI = {
    "gambaran_umum": "Kecamatan Contoh Utara melayani sembilan desa dan satu kelurahan.\n"
    "Camat dibantu Sekretaris dan empat Kepala Seksi.",
    "aspek_strategis": "Kecamatan adalah simpul layanan yang paling dekat dengan warga.",
    "isu_strategis": "Tiga desa belum tersambung jaringan dan rekaman kependudukan belum merata.",
    "perencanaan": "Perjanjian Kinerja diturunkan dari Rencana Strategis Kecamatan.",
    "simpulan": "Sebagian besar target tercapai.",
}
"""The steps of improvement are left to be written."""
_SASARAN = (
    {"kode": "S1", "nama": "Meningkatnya kualitas pelayanan publik kecamatan", "tujuan": "Pelayanan prima"},
    {"kode": "S2", "nama": "Meningkatnya tata kelola pemerintahan desa"},
)
_INDIKATOR = (
    # kode, sasaran, nama, satuan, arah, cara gabung, jenis target, unit, desimal, target per triwulan dan tahun
    ("I1.1", "S1", "Indeks Kepuasan Masyarakat", "Indeks", "naik", "rata-rata", "konstan", "PELAYANAN", 2, "82"),
    ("I1.2", "S1", "Jumlah rekaman KTP elektronik", "orang", "naik", "jumlah", "per triwulan", "PELAYANAN", 0, "150"),
    ("I1.3", "S1", "Rata-rata waktu layanan surat", "menit", "turun", "rata-rata", "konstan", "PELAYANAN", 1, "20"),
    (
        "I2.1",
        "S2",
        "Persentase desa dengan APBDes tepat waktu",
        "%",
        "naik",
        "rasio",
        "konstan",
        "SEKRETARIAT",
        2,
        "90",
    ),
    ("I2.2", "S2", "Nilai SAKIP Kecamatan", "Predikat", "naik", "sekali", "per triwulan", "SEKRETARIAT", 0, "BB"),
    (
        "I2.3",
        "S2",
        "Jumlah temuan yang belum ditindaklanjuti",
        "temuan",
        "turun",
        "akhir",
        "konstan",
        "SEKRETARIAT",
        0,
        "4",
    ),
)
_REALISASI = {
    "I1.1": ("81.4", "82.75", "83.1", "84.02"),
    "I1.2": ("132", "148", "161", "175"),
    "I1.3": ("24.5", "21", "19.5", "18"),
    "I2.1": (("7", "9"), ("8", "9"), ("8", "9"), ("9", "9")),
    "I2.2": (None, None, None, "B"),
    "I2.3": ("6", "5", "4", "3"),
}
_RIWAYAT = (
    {
        "indikator": "I1.1",
        "target_2": 78,
        "realisasi_2": Decimal("77.9"),
        "target_1": 80,
        "realisasi_1": Decimal("80.6"),
    },
    {"indikator": "I1.2", "target_1": 500, "realisasi_1": 466, "target_renstra": 700},
    {"indikator": "I2.2", "target_1": "B", "realisasi_1": "B", "target_renstra": "A"},
)
_ANGGARAN = (
    {"kode": "7.01.01", "uraian": "Program Penunjang Urusan Pemerintahan", "tingkat": "program"},
    {"kode": "7.01.01.2.01", "uraian": "Perencanaan dan Evaluasi Kinerja", "tingkat": "kegiatan"},
    {"kode": "7.01.01.2.01.0001", "uraian": "Penyusunan dokumen perencanaan", "tingkat": "subkegiatan"}
    | {"unit": "SEKRETARIAT", "sasaran": "S2", "pagu_murni": 48_500_000},
    {"kode": "7.01.02", "uraian": "Program Penyelenggaraan Pelayanan Publik", "tingkat": "program"},
    {"kode": "7.01.02.2.01", "uraian": "Koordinasi Pelayanan", "tingkat": "kegiatan"},
    {"kode": "7.01.02.2.01.0001", "uraian": "Peningkatan efektivitas layanan", "tingkat": "subkegiatan"}
    | {"unit": "PELAYANAN", "sasaran": "S1", "pagu_murni": 127_250_000},
)
_BELANJA = {
    "7.01.01.2.01.0001": (9_100_000, 22_000_000, 35_400_000, 47_980_000),
    "7.01.02.2.01.0001": (18_000_000, 51_300_000, 88_700_000, 121_416_500),
}
_AKSI = (
    {"kode": "A1", "unit": "PELAYANAN", "indikator": "I1.2", "kegiatan": "Jemput bola rekaman kependudukan di desa"}
    | {"keluaran": "Daftar hadir rekaman"}
    | {f"rencana_{nomor}": "3 desa" for nomor in range(1, 5)},
)
_UNIT = (
    {"kode": "SEKRETARIAT", "nama": "Sekretariat Kecamatan", "kepala": "Sekretaris Kecamatan"},
    {"kode": "PELAYANAN", "nama": "Seksi Pelayanan", "kepala": "Kepala Seksi Pelayanan"},
)
_TANPA_SEBAB = "I2.3"
"""The indicator whose unit writes neither cause nor follow-up."""


def _induk() -> dict[str, list[dict[str, object]]]:
    contoh = isi_contoh()
    return {
        "instansi": [_INSTANSI],
        "aturan": [{"rumus_turun": "selisih", "dasar_skala": "Permendagri Nomor 86 Tahun 2017"}],
        "unit": list(_UNIT),
        "sasaran": list(_SASARAN),
        "indikator": [_indikator(satu) for satu in _INDIKATOR],
        "anggaran": list(_ANGGARAN),
        "rencana_aksi": list(_AKSI),
        "riwayat": list(_RIWAYAT),
        "narasi": [_NARASI],
        "skala": list(contoh["skala"]),
        "predikat": list(contoh["predikat"]),
    }


def _indikator(baris: tuple[str, str, str, str, str, str, str, str, int, str]) -> dict[str, object]:
    kode, sasaran, nama, satuan, arah, cara, jenis, unit, desimal, target = baris
    sebutan = cara == "sekali"
    isi: object = target if sebutan else Decimal(target)
    hasil: dict[str, object] = {"kode": kode, "sasaran": sasaran, "nama": nama, "satuan": satuan, "arah": arah}
    hasil |= {"cara_gabung": cara, "jenis_target": jenis, "unit": unit, "desimal": desimal}
    hasil |= {"target_tahun": Decimal(target) * 4 if cara == "jumlah" else isi, "target_4": isi}
    if sebutan:
        return hasil | {"skala": "SAKIP"}
    return hasil | dict.fromkeys(("target_1", "target_2", "target_3"), isi)


def _jawab(formulir: Formulir) -> Isi:
    q = formulir.periode.nomor - 1
    isi: Isi = {}
    for baris in formulir.daftar_baris["indikator"]:
        angka = _REALISASI[baris.kunci][q]
        if isinstance(angka, tuple):
            isi["indikator", baris.kunci, "pembilang"] = Decimal(angka[0])
            isi["indikator", baris.kunci, "penyebut"] = Decimal(angka[1])
        elif angka is not None:
            isi["indikator", baris.kunci, "realisasi"] = angka if angka.isalpha() else Decimal(angka)
        if baris.kunci != _TANPA_SEBAB:
            isi |= {("indikator", baris.kunci, kolom): teks for kolom, teks in _SEBAB.items()}
    for baris in formulir.daftar_baris["anggaran"]:
        isi["anggaran", baris.kunci, "realisasi"] = Decimal(_BELANJA[baris.kunci][q])
        isi["anggaran", baris.kunci, "fisik"] = Decimal((20, 45, 75, 100)[q])
    for baris in formulir.daftar_baris["rencana_aksi"]:
        isi["rencana_aksi", baris.kunci, "status"] = "selesai"
        isi["rencana_aksi", baris.kunci, "hasil"] = "3 desa selesai direkam"
    isi["progres", f"{formulir.periode.awal.month:02d}", "kegiatan"] = "Pelayanan harian"
    sah = {"penyusun": "Staf", "tanggal": formulir.periode.akhir, "disetujui": "disetujui"}
    return isi | {("pengesahan", butir, "isi"): nilai for butir, nilai in sah.items()}


_SEBAB: dict[str, object] = {
    "faktor_pendorong": "Petugas ditambah satu orang pada jam sibuk.",
    "faktor_penghambat": "Jaringan sering terputus pada siang hari.",
    "tindak_lanjut": "Menjadwalkan layanan keliling ke desa terjauh.",
    "pic": "Kepala Seksi Pelayanan",
    "batas_waktu": date(2025, 12, 15),
    "data_dukung": "Buku register layanan",
}

KECAMATAN = Instansi("kecamatan", _induk(), _jawab)
