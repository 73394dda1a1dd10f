"""The buku induk: what the planner fixes once a year."""

from __future__ import annotations

from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.aturan import RumusTurun
from lakip_gen.domain.capaian import Arah
from lakip_gen.domain.kinerja import JenisTarget
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.skema.kolom import Daftar, JenisKolom, Kolom, Lembar, lembar_butir

VERSI = 1
"""The version of the buku induk."""

YA_TIDAK = ("ya", "tidak")
TANPA_BATAS = "tanpa batas"

DAFTAR_PILIHAN = Daftar(
    {
        "arah": tuple(arah.value for arah in Arah),
        "cara_gabung": tuple(cara.value for cara in CaraGabung),
        "jenis_target": tuple(jenis.value for jenis in JenisTarget),
        "gabung_unit": tuple(cara.value for cara in GabungUnit),
        "rumus_turun": tuple(rumus.value for rumus in RumusTurun),
        "tingkat_anggaran": tuple(tingkat.value for tingkat in TingkatAnggaran),
        "ya_tidak": YA_TIDAK,
        "batas_atas": (TANPA_BATAS, "100", "110", "120", "150"),
        "batas_bawah": ("0", TANPA_BATAS),
    }
)


def _isian(  # one place for the flags that every column of the buku induk shares
    kunci: str,
    judul: str,
    jenis: JenisKolom = JenisKolom.TEKS,
    lebar: int = 16,
    *,
    wajib: bool = False,
    pilihan: str = "",
    bantuan: str = "",
    contoh: str = "",
) -> Kolom:
    return Kolom(kunci, judul, jenis, lebar, isian=True, wajib=wajib, pilihan=pilihan, bantuan=bantuan, contoh=contoh)


def _pejabat(kunci: str, sebutan: str, contoh: str, *, wajib: bool) -> tuple[Kolom, ...]:
    return (
        _isian(
            f"{kunci}_jabatan",
            f"{sebutan}: jabatan",
            wajib=wajib,
            bantuan="Jabatan seperti tercetak di atas tanda tangan.",
            contoh=contoh,
        ),
        _isian(f"{kunci}_nama", f"{sebutan}: nama", bantuan="Nama dan gelar. Boleh kosong: dicetak titik-titik."),
        _isian(
            f"{kunci}_pangkat",
            f"{sebutan}: pangkat/golongan",
            bantuan="Boleh kosong.",
            contoh="Pembina Tk. I",
        ),
        _isian(f"{kunci}_nip", f"{sebutan}: NIP", bantuan="18 angka, ditulis sebagai teks. Boleh kosong."),
    )


INSTANSI = lembar_butir(
    "instansi",
    "Instansi",
    "Identitas Instansi",
    "Kop, tempat, dan pejabat yang menandatangani laporan.",
    (
        _isian(
            "tahun",
            "Tahun",
            JenisKolom.ANGKA,
            wajib=True,
            bantuan="Tahun anggaran, empat angka.",
            contoh="2025",
        ),
        _isian(
            "pemerintah",
            "Pemerintah daerah",
            wajib=True,
            bantuan="Baris pertama kop.",
            contoh="Pemerintah Kabupaten Contoh",
        ),
        _isian(
            "nama",
            "Nama instansi",
            wajib=True,
            bantuan="Baris kedua kop.",
            contoh="Dinas Komunikasi dan Informatika",
        ),
        _isian("singkatan", "Nama singkat", bantuan="Dipakai dalam kalimat laporan.", contoh="Diskominfo"),
        _isian(
            "alamat",
            "Alamat",
            wajib=True,
            bantuan="Baris alamat di kop.",
            contoh="Jalan Merdeka Nomor 1, Contoh",
        ),
        _isian("kontak", "Telepon, surel, laman", bantuan="Baris terakhir kop. Boleh kosong."),
        _isian("tempat", "Tempat", wajib=True, bantuan="Kota pada tanda tangan.", contoh="Contoh"),
        *_pejabat("kepala", "Kepala instansi", "Kepala Dinas", wajib=True),
        *_pejabat("sekretaris", "Sekretaris", "Sekretaris Dinas", wajib=True),
        *_pejabat("perencana", "Perencana", "Kepala Sub Bagian Perencanaan", wajib=True),
        *_pejabat("kepala_daerah", "Kepala daerah", "Bupati Contoh", wajib=False),
    ),
)

ATURAN = lembar_butir(
    "aturan",
    "Aturan",
    "Aturan Pengukuran",
    "Rumus, batas, ambang, dan tenggat. Yang kosong memakai bawaan pada petunjuk.",
    (
        _isian(
            "rumus_turun",
            "Rumus indikator turun",
            JenisKolom.PILIHAN,
            pilihan="rumus_turun",
            bantuan="selisih: (2T − R)/T × 100; rasio: T/R × 100. Bawaan: selisih.",
            contoh="selisih",
        ),
        _isian(
            "batas_atas",
            "Batas atas capaian (%)",
            JenisKolom.PILIHAN,
            pilihan="batas_atas",
            bantuan="Capaian tertinggi yang dihitung; angka asli tetap dicetak. Bawaan: tanpa batas.",
            contoh="tanpa batas",
        ),
        _isian(
            "batas_bawah",
            "Batas bawah capaian (%)",
            JenisKolom.PILIHAN,
            pilihan="batas_bawah",
            bantuan="Capaian terendah yang dihitung; angka asli tetap dicetak. Bawaan: 0.",
            contoh="0",
        ),
        _isian(
            "nol_tercapai",
            "Target 0 dan realisasi 0 berarti tercapai",
            JenisKolom.PILIHAN,
            pilihan="ya_tidak",
            bantuan="ya: capaian 100; tidak: tidak dapat dinilai. Bawaan: tidak.",
            contoh="tidak",
        ),
        _isian(
            "ambang_bawah",
            "Ambang penjelasan bawah (%)",
            JenisKolom.ANGKA,
            bantuan="Di bawah capaian ini unit harus menjelaskan. Bawaan: 60.",
            contoh="60",
        ),
        _isian(
            "ambang_atas",
            "Ambang penjelasan atas (%)",
            JenisKolom.ANGKA,
            bantuan="Di atas capaian ini unit harus menjelaskan. Bawaan: 150.",
            contoh="150",
        ),
        _isian(
            "desimal_capaian",
            "Desimal capaian",
            JenisKolom.ANGKA,
            bantuan="Angka di belakang koma pada capaian dan serapan, 0 sampai 4. Bawaan: 2.",
            contoh="2",
        ),
        _isian(
            "dasar_skala",
            "Dasar hukum skala predikat",
            bantuan="Dicetak di bawah tabel. Bawaan: Permendagri Nomor 86 Tahun 2017.",
            contoh="Permendagri Nomor 86 Tahun 2017",
        ),
        *(
            _isian(
                f"tenggat_{nomor}",
                f"Tenggat formulir TW {angka}",
                JenisKolom.TANGGAL,
                bantuan="Hari terakhir unit menyerahkan formulir. Boleh kosong.",
                contoh=contoh,
            )
            for nomor, angka, contoh in (
                (1, "I", "10/04/2025"),
                (2, "II", "10/07/2025"),
                (3, "III", "10/10/2025"),
                (4, "IV", "10/01/2026"),
            )
        ),
        _isian(
            "perubahan_target",
            "Target perubahan berlaku sejak",
            JenisKolom.TANGGAL,
            bantuan="Tanggal Perjanjian Kinerja Perubahan. Kosong: target murni berlaku setahun.",
            contoh="15/09/2025",
        ),
        _isian(
            "perubahan_pagu",
            "Pagu perubahan berlaku sejak",
            JenisKolom.TANGGAL,
            bantuan="Tanggal DPPA. Kosong: pagu murni berlaku setahun.",
            contoh="15/09/2025",
        ),
    ),
)

SKALA = Lembar(
    "skala",
    "Skala",
    "Skala Predikat Capaian",
    "Pita capaian. Tiap pita berlaku dari batas bawahnya sampai batas bawah pita di atasnya.",
    (
        _isian(
            "predikat",
            "Predikat",
            lebar=24,
            wajib=True,
            bantuan="Sebutan yang dicetak.",
            contoh="Sangat Tinggi",
        ),
        _isian(
            "batas",
            "Batas bawah (%)",
            JenisKolom.ANGKA,
            wajib=True,
            bantuan="Capaian terendah pada pita ini, termasuk angkanya. Pita terendah 0.",
            contoh="91",
        ),
        _isian("warna", "Warna", bantuan="Enam angka heksadesimal, misalnya A9D18E.", contoh="A9D18E"),
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
        _isian("skala", "Nama skala", lebar=24, wajib=True, bantuan="Nama skala.", contoh="SAKIP"),
        _isian("predikat", "Predikat", wajib=True, bantuan="Sebutan seperti ditulis unit.", contoh="BB"),
        _isian("angka", "Angka", JenisKolom.ANGKA, wajib=True, bantuan="Urutannya sebagai angka.", contoh="5"),
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
        _isian(
            "kode",
            "Kode unit",
            wajib=True,
            bantuan="Huruf, angka, dan tanda hubung; dipakai sebagai nama berkas.",
            contoh="SEKRETARIAT",
        ),
        _isian("nama", "Nama unit", lebar=50, wajib=True, bantuan="Nama lengkap unit.", contoh="Sekretariat"),
        _isian(
            "kepala",
            "Jabatan kepala unit",
            lebar=36,
            bantuan="Yang memvalidasi isian.",
            contoh="Sekretaris Dinas",
        ),
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
        _isian("kode", "Kode sasaran", wajib=True, bantuan="Kode singkat.", contoh="S1"),
        _isian(
            "nama",
            "Sasaran strategis",
            JenisKolom.PARAGRAF,
            60,
            wajib=True,
            bantuan="Bunyi sasaran.",
            contoh="Meningkatnya kualitas layanan informasi publik",
        ),
        _isian("tujuan", "Tujuan", JenisKolom.PARAGRAF, 50, bantuan="Tujuan Renstra yang didukung. Boleh kosong."),
    ),
    kolom_kunci="kode",
    baris_kosong=30,
)


def _target(kunci: str, judul: str, *, wajib: bool = False) -> Kolom:
    return _isian(
        kunci,
        judul,
        JenisKolom.TARGET,
        12,
        wajib=wajib,
        bantuan="Angka tanpa satuan (persen: 85). Arah rentang: 45 s.d. 55. Predikat: sebutannya.",
        contoh="85",
    )


INDIKATOR = Lembar(
    "indikator",
    "Indikator",
    "Indikator Kinerja dan Target",
    "Satu baris tiap indikator. Kolom target perubahan diisi hanya bila targetnya berubah.",
    (
        _isian(
            "kode",
            "Kode indikator",
            lebar=10,
            wajib=True,
            bantuan="Kode singkat, tidak boleh sama.",
            contoh="I1.1",
        ),
        _isian(
            "sasaran",
            "Kode sasaran",
            JenisKolom.PILIHAN,
            10,
            wajib=True,
            pilihan="kode_sasaran",
            bantuan="Sasaran yang diukur, dari lembar Sasaran.",
            contoh="S1",
        ),
        _isian(
            "nama",
            "Indikator",
            JenisKolom.PARAGRAF,
            44,
            wajib=True,
            bantuan="Bunyi indikator.",
            contoh="Persentase desa yang tersambung internet",
        ),
        _isian("satuan", "Satuan", lebar=12, wajib=True, bantuan="Persen ditulis %.", contoh="%"),
        _isian(
            "arah",
            "Arah",
            JenisKolom.PILIHAN,
            10,
            wajib=True,
            pilihan="arah",
            bantuan="naik: makin besar makin baik; turun: makin kecil makin baik; rentang: baik di antara dua batas.",
            contoh="naik",
        ),
        _isian(
            "cara_gabung",
            "Cara gabung",
            JenisKolom.PILIHAN,
            12,
            wajib=True,
            pilihan="cara_gabung",
            bantuan="Cara triwulan menjadi tahun: jumlah, kumulatif (s.d.), akhir, rata-rata, rasio, atau sekali.",
            contoh="jumlah",
        ),
        _isian(
            "jenis_target",
            "Jenis target",
            JenisKolom.PILIHAN,
            14,
            wajib=True,
            pilihan="jenis_target",
            bantuan="per triwulan (1,0,0,1), kumulatif (25,50,75,100), atau konstan (100 terus).",
            contoh="per triwulan",
        ),
        _isian(
            "unit",
            "Unit pengisi",
            lebar=20,
            wajib=True,
            bantuan="Kode unit dari lembar Unit. Lebih dari satu: pisahkan dengan titik koma.",
            contoh="BIDANG-IKP; SEKRETARIAT",
        ),
        _isian(
            "gabung_unit",
            "Gabung antarunit",
            JenisKolom.PILIHAN,
            12,
            pilihan="gabung_unit",
            bantuan="Hanya bila unit pengisi lebih dari satu: jumlah, rata-rata, atau rasio.",
            contoh="jumlah",
        ),
        _isian(
            "desimal",
            "Desimal",
            JenisKolom.ANGKA,
            9,
            bantuan="Angka di belakang koma yang dicetak, 0 sampai 4. Kosong: 0.",
            contoh="2",
        ),
        _isian(
            "pengali",
            "Pengali rasio",
            JenisKolom.ANGKA,
            9,
            bantuan="Hanya cara gabung rasio: 100 untuk persen, 1000 untuk per 1.000. "
            "Kosong: 100 bila satuan %, lainnya 1.",
            contoh="100",
        ),
        _isian(
            "skala",
            "Skala predikat",
            lebar=14,
            bantuan="Nama skala dari lembar Predikat. Kosong bila nilainya angka.",
            contoh="SAKIP",
        ),
        _isian(
            "rumus_turun",
            "Rumus turun sendiri",
            JenisKolom.PILIHAN,
            12,
            pilihan="rumus_turun",
            bantuan="Hanya bila berbeda dari lembar Aturan.",
            contoh="rasio",
        ),
        _isian(
            "utama",
            "IKU",
            JenisKolom.PILIHAN,
            8,
            pilihan="ya_tidak",
            bantuan="ya bila termasuk Indikator Kinerja Utama. Kosong: ya.",
            contoh="ya",
        ),
        _target("target_tahun", "Target tahun", wajib=True),
        _target("target_1", "Target TW I"),
        _target("target_2", "Target TW II"),
        _target("target_3", "Target TW III"),
        _target("target_4", "Target TW IV"),
        _target("perubahan_tahun", "Target perubahan tahun"),
        _target("perubahan_1", "Perubahan TW I"),
        _target("perubahan_2", "Perubahan TW II"),
        _target("perubahan_3", "Perubahan TW III"),
        _target("perubahan_4", "Perubahan TW IV"),
        _isian(
            "rumus",
            "Rumus perhitungan",
            JenisKolom.PARAGRAF,
            34,
            bantuan="Cara menghitung realisasi, dicetak di lampiran.",
            contoh="Desa tersambung / seluruh desa × 100",
        ),
        _isian("sumber_data", "Sumber data", JenisKolom.PARAGRAF, 24, bantuan="Asal data.", contoh="Bidang IKP"),
    ),
    kolom_kunci="kode",
    baris_kosong=120,
)

ANGGARAN = Lembar(
    "anggaran",
    "Anggaran",
    "Program, Kegiatan, dan Subkegiatan",
    "Satu baris tiap rekening. Pagu hanya pada subkegiatan; kegiatan dan program dijumlah otomatis.",
    (
        _isian(
            "kode",
            "Kode rekening",
            lebar=22,
            wajib=True,
            bantuan="Dipisah titik; kode kegiatan diawali kode programnya. Ditulis sebagai teks.",
            contoh="2.16.02.2.01.0001",
        ),
        _isian(
            "uraian",
            "Uraian",
            JenisKolom.PARAGRAF,
            56,
            wajib=True,
            bantuan="Nama program/kegiatan/subkegiatan.",
        ),
        _isian(
            "tingkat",
            "Tingkat",
            JenisKolom.PILIHAN,
            14,
            wajib=True,
            pilihan="tingkat_anggaran",
            bantuan="program, kegiatan, atau subkegiatan.",
            contoh="subkegiatan",
        ),
        _isian(
            "unit",
            "Unit pelaksana",
            JenisKolom.PILIHAN,
            18,
            pilihan="kode_unit",
            bantuan="Wajib pada subkegiatan: kode unit yang membelanjakan.",
            contoh="BIDANG-IKP",
        ),
        _isian(
            "sasaran",
            "Kode sasaran",
            JenisKolom.PILIHAN,
            10,
            pilihan="kode_sasaran",
            bantuan="Wajib pada subkegiatan: sasaran yang didukung.",
            contoh="S1",
        ),
        _isian(
            "pagu_murni",
            "Pagu murni (Rp)",
            JenisKolom.RUPIAH,
            18,
            bantuan="Wajib pada subkegiatan: rupiah penuh tanpa Rp.",
            contoh="808430200",
        ),
        _isian(
            "pagu_perubahan",
            "Pagu perubahan (Rp)",
            JenisKolom.RUPIAH,
            18,
            bantuan="Diisi hanya bila pagunya berubah.",
        ),
        _isian("pagu_renstra", "Target Renstra (Rp)", JenisKolom.RUPIAH, 18, bantuan="Untuk formulir E.81."),
        _isian(
            "realisasi_lalu",
            "Realisasi s.d. tahun lalu (Rp)",
            JenisKolom.RUPIAH,
            18,
            bantuan="Untuk formulir E.81.",
        ),
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
        _isian("kode", "Kode aksi", lebar=10, wajib=True, bantuan="Kode singkat, tidak boleh sama.", contoh="A01"),
        _isian(
            "unit",
            "Unit",
            JenisKolom.PILIHAN,
            18,
            wajib=True,
            pilihan="kode_unit",
            bantuan="Kode unit pelaksana.",
            contoh="BIDANG-IKP",
        ),
        _isian(
            "indikator",
            "Kode indikator",
            JenisKolom.PILIHAN,
            12,
            wajib=True,
            pilihan="kode_indikator",
            bantuan="Indikator yang didukung.",
            contoh="I1.1",
        ),
        _isian(
            "kegiatan",
            "Rencana aksi",
            JenisKolom.PARAGRAF,
            44,
            wajib=True,
            bantuan="Langkah yang dikerjakan.",
        ),
        _isian("keluaran", "Keluaran", JenisKolom.PARAGRAF, 28, bantuan="Hasil yang dapat ditunjukkan."),
        _isian(
            "rencana_1",
            "Rencana TW I",
            JenisKolom.PARAGRAF,
            18,
            bantuan="Kosong: tidak ada rencana.",
            contoh="5 desa",
        ),
        _isian("rencana_2", "Rencana TW II", JenisKolom.PARAGRAF, 18, bantuan="Kosong: tidak ada rencana."),
        _isian("rencana_3", "Rencana TW III", JenisKolom.PARAGRAF, 18, bantuan="Kosong: tidak ada rencana."),
        _isian("rencana_4", "Rencana TW IV", JenisKolom.PARAGRAF, 18, bantuan="Kosong: tidak ada rencana."),
        _isian("penanggung_jawab", "Penanggung jawab", lebar=26, bantuan="Jabatan.", contoh="Kepala Bidang IKP"),
    ),
    kolom_kunci="kode",
    baris_kosong=120,
)

RIWAYAT = Lembar(
    "riwayat",
    "Riwayat",
    "Riwayat dan Pembanding",
    "Target dan realisasi tahun-tahun lalu, target akhir Renstra, dan standar nasional tiap indikator.",
    (
        _isian(
            "indikator",
            "Kode indikator",
            JenisKolom.PILIHAN,
            12,
            wajib=True,
            pilihan="kode_indikator",
            bantuan="Satu baris tiap indikator.",
            contoh="I1.1",
        ),
        *(
            _isian(
                f"{kunci}_{lalu}",
                f"{judul} {sebutan}",
                JenisKolom.TARGET,
                13,
                bantuan="Kosong bila tidak ada.",
            )
            for lalu, sebutan in ((3, "tiga tahun lalu"), (2, "dua tahun lalu"), (1, "tahun lalu"))
            for kunci, judul in (("target", "Target"), ("realisasi", "Realisasi"))
        ),
        _isian(
            "target_renstra",
            "Target akhir Renstra",
            JenisKolom.TARGET,
            13,
            bantuan="Target tahun terakhir Renstra.",
        ),
        _isian("standar_nasional", "Standar nasional", JenisKolom.TARGET, 13, bantuan="Kosong bila tidak ada."),
        _isian("sumber_standar", "Sumber standar nasional", lebar=30, bantuan="Dokumen asal standar."),
    ),
    kolom_kunci="indikator",
    baris_kosong=120,
)

NARASI = lembar_butir(
    "narasi",
    "Narasi",
    "Narasi Laporan",
    "Teks tetap untuk laporan. Baris baru (Alt+Enter) menjadi paragraf baru. Yang kosong dicetak terlihat kosong.",
    (
        _isian(
            "gambaran_umum",
            "Bab I: gambaran umum organisasi",
            JenisKolom.PARAGRAF,
            bantuan="Tugas, fungsi, susunan.",
        ),
        _isian(
            "aspek_strategis",
            "Bab I: aspek strategis",
            JenisKolom.PARAGRAF,
            bantuan="Peran strategis instansi.",
        ),
        _isian(
            "isu_strategis",
            "Bab I: permasalahan utama",
            JenisKolom.PARAGRAF,
            bantuan="Isu strategis yang dihadapi.",
        ),
        _isian(
            "perencanaan",
            "Bab II: ikhtisar perencanaan",
            JenisKolom.PARAGRAF,
            bantuan="Renstra, Renja, dan IKU.",
        ),
        _isian(
            "simpulan",
            "Bab IV: simpulan umum",
            JenisKolom.PARAGRAF,
            bantuan="Simpulan atas capaian tahun ini.",
        ),
        _isian("perbaikan", "Bab IV: langkah perbaikan", JenisKolom.PARAGRAF, bantuan="Langkah tahun berikutnya."),
    ),
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
)
"""The sheets of the buku induk in the order of their tabs."""
