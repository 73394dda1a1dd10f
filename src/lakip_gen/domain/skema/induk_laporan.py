"""The sheets of the buku induk with what reports set beside the figures: benchmarks, an evaluation, own words."""

from __future__ import annotations

from lakip_gen.domain.skema.kolom import JenisKolom, Lembar, isian

PEMBANDING = Lembar(
    "pembanding",
    "Pembanding",
    "Pembanding Selain Standar Nasional",
    "Angka daerah lain, rata-rata provinsi, atau sejenisnya, untuk analisis 4 laporan tahunan. Boleh kosong.",
    (
        isian(
            "indikator",
            "Indikator yang dibandingkan",
            JenisKolom.PILIHAN,
            lebar=16,
            wajib=True,
            pilihan="kode_indikator",
            bantuan="Kode indikator dari lembar Indikator.",
            contoh="I1.1",
        ),
        isian(
            "nama",
            "Nama pembanding",
            lebar=40,
            wajib=True,
            bantuan="Dengan apa dibandingkan, beserta tahunnya.",
            contoh="Rata-rata kabupaten/kota se-provinsi 2024",
        ),
        isian(
            "nilai",
            "Nilai pembanding",
            JenisKolom.TARGET,
            lebar=16,
            wajib=True,
            bantuan="Angka atau predikat, dalam satuan indikatornya.",
            contoh="79,5",
        ),
        isian(
            "sumber",
            "Sumber",
            lebar=40,
            bantuan="Dokumen atau laman yang memuat angkanya.",
            contoh="LKjIP Provinsi 2024",
        ),
    ),
    kolom_kunci="",
    baris_kosong=60,
    sejak=2,
    longgar=True,
)

REKOMENDASI = Lembar(
    "rekomendasi",
    "Tindak Lanjut LHE",
    "Tindak Lanjut Rekomendasi Hasil Evaluasi AKIP",
    "Rekomendasi evaluasi tahun lalu dan apa yang sudah dilakukan, untuk laporan tahunan. Boleh kosong.",
    (
        isian("isi", "Rekomendasi", JenisKolom.PARAGRAF, lebar=60, wajib=True, bantuan="Seperti tertulis dalam LHE."),
        isian("langkah", "Langkah yang dilakukan", JenisKolom.PARAGRAF, lebar=60, bantuan="Apa yang sudah dilakukan."),
        isian("keadaan", "Keadaan", bantuan="Misalnya selesai atau berjalan.", contoh="selesai"),
        isian(
            "bukti",
            "Bukti",
            lebar=36,
            bantuan="Nomor surat atau nama dokumen.",
            contoh="Keputusan Kepala Dinas 12/2025",
        ),
    ),
    kolom_kunci="",
    baris_kosong=30,
    sejak=2,
    longgar=True,
)

NARASI_KINERJA = Lembar(
    "narasi_kinerja",
    "Narasi Kinerja",
    "Narasi per Sasaran dan Indikator",
    "Tulisan instansi untuk satu sasaran atau indikator, di satu laporan. Boleh kosong; boleh juga diketik di draf.",
    (
        isian(
            "sasaran",
            "Sasaran",
            JenisKolom.PILIHAN,
            lebar=14,
            wajib=True,
            pilihan="kode_sasaran",
            bantuan="Kode sasaran dari lembar Sasaran.",
            contoh="S1",
        ),
        isian(
            "indikator",
            "Indikator",
            JenisKolom.PILIHAN,
            lebar=16,
            pilihan="kode_indikator",
            bantuan="Kosong: tentang sasarannya.",
            contoh="I1.1",
        ),
        isian(
            "tempat",
            "Letak tulisan",
            JenisKolom.PILIHAN,
            lebar=16,
            wajib=True,
            pilihan="tempat_narasi",
            bantuan="Pengantar berada di depan angka, analisis dan tindak lanjut sesudahnya.",
            contoh="analisis",
        ),
        isian(
            "laporan",
            "Laporan yang memuat",
            JenisKolom.PILIHAN,
            lebar=14,
            pilihan="laporan_narasi",
            bantuan="TW1 sampai TW4, S1, S2, atau tahun. Kosong: tahun.",
            contoh="tahun",
        ),
        isian("isi", "Tulisan", JenisKolom.PARAGRAF, lebar=70, wajib=True, bantuan="Baris baru menjadi paragraf baru."),
    ),
    kolom_kunci="",
    baris_kosong=120,
    sejak=2,
    longgar=True,
)
