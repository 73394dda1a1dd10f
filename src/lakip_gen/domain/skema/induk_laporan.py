"""The sheets of the buku induk that only the annual report needs: benchmarks, and what came of an evaluation."""

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
            16,
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
            16,
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
        isian("isi", "Rekomendasi", JenisKolom.PARAGRAF, 60, wajib=True, bantuan="Seperti tertulis dalam LHE."),
        isian("langkah", "Langkah yang dilakukan", JenisKolom.PARAGRAF, 60, bantuan="Apa yang sudah dilakukan."),
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
