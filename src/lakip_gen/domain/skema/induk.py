"""The buku induk: what the planner fixes once a year."""

from __future__ import annotations

from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.aturan import CaraRata, RumusTurun, TargetRasio
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.instansi_luar import DIMINTA
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.narasi_kinerja import LAPORAN, TempatNarasi
from lakip_gen.domain.periode import Jenis
from lakip_gen.domain.renstra import JenisRenstra
from lakip_gen.domain.skema.induk_butir import ATURAN, INSTANSI, NARASI
from lakip_gen.domain.skema.induk_indikator import INDIKATOR, RIWAYAT, TINDAK_LANJUT
from lakip_gen.domain.skema.induk_laporan import NARASI_KINERJA, PEMBANDING, REKOMENDASI
from lakip_gen.domain.skema.induk_masa import DILANJUTKAN, MASA, MASA_BERDASAR, PEJABAT, PERAN, STATUS_PEJABAT
from lakip_gen.domain.skema.induk_program import INDIKATOR_PROGRAM
from lakip_gen.domain.skema.induk_sop import HARI_LIBUR, INSTANSI_LUAR, LANGKAH_SOP
from lakip_gen.domain.skema.kolom import Daftar, JenisKolom, Lembar, isian
from lakip_gen.domain.sop import Bukti, SatuanWaktu
from lakip_gen.domain.target import JenisTarget

JENIS = "buku induk lakip-gen"
"""What the hidden sheet of a buku induk says it is."""
VERSI = 2
"""The version of the buku induk."""

YA_TIDAK = ("ya", "tidak")
DISIMPULKAN = "disimpulkan"
"""Said of the role of a step that the office's paper does not name."""
TANPA_BATAS = "tanpa batas"
LEWAT_110 = "lebih dari 110 dihitung 120"
"""A cap in use that is no plain bound."""

DAFTAR_PILIHAN = Daftar(
    {
        "arah": tuple(arah.value for arah in Arah),
        "cara_gabung": tuple(cara.value for cara in CaraGabung),
        "jenis_target": tuple(jenis.value for jenis in JenisTarget),
        "gabung_unit": tuple(cara.value for cara in GabungUnit),
        "rumus_turun": tuple(rumus.value for rumus in RumusTurun),
        "tingkat_anggaran": tuple(tingkat.value for tingkat in TingkatAnggaran),
        "ya_tidak": YA_TIDAK,
        "batas_atas": (TANPA_BATAS, "100", "110", "120", "150", LEWAT_110),
        "cara_rata": tuple(cara.value for cara in CaraRata),
        "jenis_renstra": tuple(jenis.value for jenis in JenisRenstra),
        "target_rasio": tuple(cara.value for cara in TargetRasio),
        "batas_bawah": ("0", TANPA_BATAS),
        "tiap": tuple(jenis.value for jenis in Jenis),
        "kepastian": ("SOP", DISIMPULKAN),
        "satuan_waktu": tuple(satuan.value for satuan in SatuanWaktu),
        "bukti": tuple(bukti.value for bukti in Bukti),
        "hari_kerja": ("5", "6"),
        "peran_pejabat": tuple(PERAN),
        "status_pejabat": STATUS_PEJABAT,
        "saat_diminta": tuple(DIMINTA),
        "tempat_narasi": tuple(tempat.value for tempat in TempatNarasi),
        "laporan_narasi": LAPORAN,
    }
)


SKALA = Lembar(
    "skala",
    "Skala",
    "Skala Predikat Capaian",
    "Pita capaian. Tiap pita berlaku dari batas bawahnya sampai batas bawah pita di atasnya.",
    (
        isian(
            "predikat",
            "Predikat",
            lebar=24,
            wajib=True,
            bantuan="Sebutan yang dicetak.",
            contoh="Sangat Tinggi",
        ),
        isian(
            "batas",
            "Batas bawah (%)",
            JenisKolom.ANGKA,
            wajib=True,
            bantuan="Capaian terendah pada pita ini, termasuk angkanya. Pita terendah 0.",
            contoh="91",
        ),
        isian("warna", "Warna", bantuan="Enam angka heksadesimal, misalnya A9D18E.", contoh="A9D18E"),
    ),
    kolom_kunci="predikat",
    baris_kosong=10,
)

PREDIKAT = Lembar(
    "predikat",
    "Predikat",
    "Skala Nilai Berupa Predikat",
    "Untuk indikator yang nilainya huruf atau sebutan (BB, WTP). Angka makin besar berarti makin baik.",
    (
        isian("skala", "Nama skala", lebar=24, wajib=True, bantuan="Nama skala.", contoh="SAKIP"),
        isian("predikat", "Predikat", wajib=True, bantuan="Sebutan seperti ditulis unit.", contoh="BB"),
        isian("angka", "Angka", JenisKolom.ANGKA, wajib=True, bantuan="Urutannya sebagai angka.", contoh="5"),
    ),
    kolom_kunci="",
    baris_kosong=40,
)

UNIT = Lembar(
    "unit",
    "Unit",
    "Daftar Unit",
    "Unit yang mengisi formulir: bidang, sekretariat, UPTD, atau SKPD lain yang memberi data.",
    (
        isian(
            "kode",
            "Kode unit",
            wajib=True,
            bantuan="Huruf, angka, dan tanda hubung; dipakai sebagai nama berkas.",
            contoh="SEKRETARIAT",
        ),
        isian("nama", "Nama unit", lebar=50, wajib=True, bantuan="Nama lengkap unit.", contoh="Sekretariat"),
        isian(
            "kepala",
            "Jabatan kepala unit",
            lebar=36,
            bantuan="Yang memvalidasi isian.",
            contoh="Sekretaris Dinas",
        ),
        isian(
            "nama_kepala",
            "Nama kepala unit",
            lebar=32,
            sejak=2,
            longgar=True,
            bantuan="Boleh kosong. Terisi sendiri di lembar Pengesahan formulir unit.",
        ),
        isian(
            "kontak",
            "Kontak",
            lebar=32,
            sejak=2,
            longgar=True,
            bantuan="Boleh kosong: siapa yang dihubungi, dan nomor atau alamatnya. Disebut di pesan dan tanda terima.",
            contoh="Staf perencanaan, grup WA Data Kinerja",
        ),
        *MASA,
        DILANJUTKAN,
    ),
    kolom_kunci="kode",
    baris_kosong=60,
)

SASARAN = Lembar(
    "sasaran",
    "Sasaran",
    "Sasaran Strategis",
    "Sasaran menurut Renstra dan Perjanjian Kinerja, sesuai urutan dalam laporan.",
    (
        isian("kode", "Kode sasaran", wajib=True, bantuan="Kode singkat.", contoh="S1"),
        isian(
            "nama",
            "Sasaran strategis",
            JenisKolom.PARAGRAF,
            lebar=60,
            wajib=True,
            bantuan="Bunyi sasaran.",
            contoh="Meningkatnya kualitas layanan informasi publik",
        ),
        isian("tujuan", "Tujuan", JenisKolom.PARAGRAF, lebar=50, bantuan="Tujuan Renstra yang didukung. Boleh kosong."),
        *MASA,
    ),
    kolom_kunci="kode",
    baris_kosong=30,
)


ANGGARAN = Lembar(
    "anggaran",
    "Anggaran",
    "Program, Kegiatan, dan Subkegiatan",
    "Satu baris tiap rekening. Pagu hanya pada subkegiatan; kegiatan dan program dijumlah otomatis.",
    (
        isian(
            "kode",
            "Kode rekening",
            lebar=22,
            wajib=True,
            bantuan="Dipisah titik; kode kegiatan diawali kode programnya. Ditulis sebagai teks.",
            contoh="2.16.02.2.01.0001",
        ),
        isian(
            "uraian",
            "Uraian",
            JenisKolom.PARAGRAF,
            lebar=56,
            wajib=True,
            bantuan="Nama program/kegiatan/subkegiatan.",
        ),
        isian(
            "tingkat",
            "Tingkat",
            JenisKolom.PILIHAN,
            lebar=14,
            pilihan="tingkat_anggaran",
            bantuan="program, kegiatan, atau subkegiatan. Kosong: menurut susunan kode rekeningnya.",
            contoh="subkegiatan",
        ),
        isian(
            "unit",
            "Unit pelaksana",
            JenisKolom.PILIHAN,
            lebar=18,
            pilihan="kode_unit",
            bantuan="Wajib pada subkegiatan: kode unit yang membelanjakan.",
            contoh="BIDANG-IKP",
        ),
        isian(
            "sasaran",
            "Kode sasaran",
            JenisKolom.PILIHAN,
            lebar=10,
            pilihan="kode_sasaran",
            bantuan="Wajib pada subkegiatan: sasaran yang didukung.",
            contoh="S1",
        ),
        isian(
            "pagu_murni",
            "Pagu murni (Rp)",
            JenisKolom.RUPIAH,
            lebar=18,
            bantuan="Wajib pada subkegiatan: rupiah penuh tanpa Rp.",
            contoh="808430200",
        ),
        isian(
            "pagu_perubahan",
            "Pagu perubahan (Rp)",
            JenisKolom.RUPIAH,
            lebar=18,
            bantuan="Diisi hanya bila pagunya berubah.",
        ),
        isian("pagu_renstra", "Target Renstra (Rp)", JenisKolom.RUPIAH, lebar=18, bantuan="Untuk formulir E.81."),
        isian(
            "realisasi_lalu",
            "Realisasi s.d. tahun lalu (Rp)",
            JenisKolom.RUPIAH,
            lebar=18,
            bantuan="Untuk formulir E.81.",
        ),
        *MASA_BERDASAR,
    ),
    kolom_kunci="kode",
    baris_kosong=120,
)

RENCANA_AKSI = Lembar(
    "rencana_aksi",
    "Rencana Aksi",
    "Rencana Aksi",
    "Langkah tiap unit untuk mencapai indikator, triwulan demi triwulan.",
    (
        isian("kode", "Kode aksi", lebar=10, wajib=True, bantuan="Kode singkat, tidak boleh sama.", contoh="A01"),
        isian(
            "unit",
            "Unit",
            JenisKolom.PILIHAN,
            lebar=18,
            wajib=True,
            pilihan="kode_unit",
            bantuan="Kode unit pelaksana.",
            contoh="BIDANG-IKP",
        ),
        isian(
            "indikator",
            "Kode indikator",
            JenisKolom.PILIHAN,
            lebar=12,
            wajib=True,
            pilihan="kode_indikator",
            bantuan="Indikator yang didukung.",
            contoh="I1.1",
        ),
        isian(
            "kegiatan",
            "Rencana aksi",
            JenisKolom.PARAGRAF,
            lebar=44,
            wajib=True,
            bantuan="Langkah yang dikerjakan.",
        ),
        isian("keluaran", "Keluaran", JenisKolom.PARAGRAF, lebar=28, bantuan="Hasil yang dapat ditunjukkan."),
        isian(
            "rencana_1",
            "Rencana TW I",
            JenisKolom.PARAGRAF,
            lebar=18,
            bantuan="Kosong: tidak ada rencana.",
            contoh="5 desa",
            triwulan=1,
        ),
        isian("rencana_2", "Rencana TW II", JenisKolom.PARAGRAF, lebar=18, bantuan="Kosong: tidak ada rencana."),
        isian("rencana_3", "Rencana TW III", JenisKolom.PARAGRAF, lebar=18, bantuan="Kosong: tidak ada rencana."),
        isian("rencana_4", "Rencana TW IV", JenisKolom.PARAGRAF, lebar=18, bantuan="Kosong: tidak ada rencana."),
        isian("penanggung_jawab", "Penanggung jawab", lebar=26, bantuan="Jabatan.", contoh="Kepala Bidang IKP"),
        *MASA,
    ),
    kolom_kunci="kode",
    baris_kosong=120,
)


DAFTAR_LEMBAR = (
    INSTANSI,
    ATURAN,
    UNIT,
    SASARAN,
    INDIKATOR,
    ANGGARAN,
    RENCANA_AKSI,
    RIWAYAT,
    NARASI,
    SKALA,
    PREDIKAT,
    TINDAK_LANJUT,
    INDIKATOR_PROGRAM,
    LANGKAH_SOP,
    HARI_LIBUR,
    PEJABAT,
    INSTANSI_LUAR,
    PEMBANDING,
    REKOMENDASI,
    NARASI_KINERJA,
)
"""The sheets of the buku induk in the order of their tabs."""
