"""The sheets of the buku induk that are lists of items: the agency, its rules, its texts."""

from __future__ import annotations

from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, isian, lembar_butir


def _pejabat(kunci: str, sebutan: str, contoh: str, *, wajib: bool, sejak: int = 1) -> tuple[Kolom, ...]:
    return (
        isian(
            f"{kunci}_jabatan",
            f"{sebutan}: jabatan",
            wajib=wajib,
            bantuan="Jabatan seperti tercetak di atas tanda tangan.",
            contoh=contoh,
            sejak=sejak,
        ),
        isian(
            f"{kunci}_nama",
            f"{sebutan}: nama",
            sejak=sejak,
            bantuan="Nama dan gelar. Boleh kosong: dicetak titik-titik.",
        ),
        isian(
            f"{kunci}_pangkat",
            f"{sebutan}: pangkat/golongan",
            sejak=sejak,
            bantuan="Boleh kosong.",
            contoh="Pembina Tk. I",
        ),
        isian(
            f"{kunci}_nip",
            f"{sebutan}: NIP",
            sejak=sejak,
            bantuan="18 angka, ditulis sebagai teks. Boleh kosong.",
        ),
    )


INSTANSI = lembar_butir(
    "instansi",
    "Instansi",
    "Identitas Instansi",
    "Kop, tempat, dan pejabat yang menandatangani laporan.",
    (
        isian(
            "tahun",
            "Tahun",
            JenisKolom.ANGKA,
            wajib=True,
            bantuan="Tahun anggaran, empat angka.",
            contoh="2025",
        ),
        isian(
            "pemerintah",
            "Pemerintah daerah",
            wajib=True,
            bantuan="Baris pertama kop.",
            contoh="Pemerintah Kabupaten Contoh",
        ),
        isian(
            "nama",
            "Nama instansi",
            wajib=True,
            bantuan="Baris kedua kop.",
            contoh="Dinas Komunikasi dan Informatika",
        ),
        isian(
            "singkatan",
            "Nama singkat",
            bantuan="Dipakai di kaki halaman bila nama instansi panjang.",
            contoh="Diskominfo",
        ),
        isian(
            "alamat",
            "Alamat",
            wajib=True,
            bantuan="Baris alamat di kop.",
            contoh="Jalan Merdeka Nomor 1, Contoh",
        ),
        isian("kontak", "Telepon, surel, laman", bantuan="Baris terakhir kop. Boleh kosong."),
        isian("tempat", "Tempat", wajib=True, bantuan="Kota pada tanda tangan.", contoh="Contoh"),
        *_pejabat("kepala", "Kepala instansi", "Kepala Dinas", wajib=True),
        *_pejabat("sekretaris", "Sekretaris", "Sekretaris Dinas", wajib=True),
        *_pejabat("perencana", "Perencana", "Kepala Sub Bagian Perencanaan", wajib=True),
        *_pejabat("kepala_daerah", "Kepala daerah", "Bupati Contoh", wajib=False),
        isian(
            "renstra",
            "Periode Renstra",
            sejak=2,
            bantuan="Tahun pertama dan terakhir Renstra. Menentukan tahun-tahun yang dijumlah untuk target kumulatif.",
            contoh="2021-2026",
        ),
        *_pejabat("penilai", "Penilai Renja (E.81)", "Kepala Bappeda Kabupaten Contoh", wajib=False, sejak=2),
    ),
)

ATURAN = lembar_butir(
    "aturan",
    "Aturan",
    "Aturan Pengukuran",
    "Rumus, batas, ambang, dan tenggat. Yang kosong memakai bawaan pada petunjuk.",
    (
        isian(
            "rumus_turun",
            "Rumus indikator turun",
            JenisKolom.PILIHAN,
            pilihan="rumus_turun",
            bantuan="selisih: (2T − R)/T × 100; rasio: T/R × 100. Bawaan: selisih.",
            contoh="selisih",
        ),
        isian(
            "batas_atas",
            "Batas atas capaian (%)",
            JenisKolom.PILIHAN,
            pilihan="batas_atas",
            bantuan="Capaian tertinggi yang dihitung; angka asli tetap dicetak. Bawaan: tanpa batas.",
            contoh="tanpa batas",
        ),
        isian(
            "batas_bawah",
            "Batas bawah capaian (%)",
            JenisKolom.PILIHAN,
            pilihan="batas_bawah",
            bantuan="Capaian terendah yang dihitung; angka asli tetap dicetak. Bawaan: 0.",
            contoh="0",
        ),
        isian(
            "nol_tercapai",
            "Target 0 dan realisasi 0 berarti tercapai",
            JenisKolom.PILIHAN,
            pilihan="ya_tidak",
            bantuan="ya: capaian 100; tidak: tidak dapat dinilai. Bawaan: tidak.",
            contoh="tidak",
        ),
        isian(
            "cara_rata",
            "Rata-rata capaian instansi",
            JenisKolom.PILIHAN,
            pilihan="cara_rata",
            sejak=2,
            bantuan="Dari apa rata-rata capaian instansi dihitung, dan apakah tiap indikator berbobot (kolom Bobot). "
            "Bawaan: rata-rata semua indikator.",
            contoh="rata-rata semua indikator",
        ),
        isian(
            "target_rasio",
            "Target semester indikator rasio",
            JenisKolom.PILIHAN,
            pilihan="target_rasio",
            sejak=2,
            bantuan="Target yang dipakai semester bila target rasio berbeda tiap triwulan. Bawaan: triwulan terakhir.",
            contoh="triwulan terakhir",
        ),
        isian(
            "ambang_bawah",
            "Ambang penjelasan bawah (%)",
            JenisKolom.ANGKA,
            bantuan="Di bawah capaian ini unit harus menjelaskan. Bawaan: 60.",
            contoh="60",
        ),
        isian(
            "ambang_atas",
            "Ambang penjelasan atas (%)",
            JenisKolom.ANGKA,
            bantuan="Di atas capaian ini unit harus menjelaskan. Bawaan: 150.",
            contoh="150",
        ),
        isian(
            "desimal_capaian",
            "Desimal capaian",
            JenisKolom.ANGKA,
            bantuan="Angka di belakang koma pada capaian dan serapan, 0 sampai 4. Bawaan: 2.",
            contoh="2",
        ),
        isian(
            "dasar_skala",
            "Dasar hukum skala predikat",
            bantuan="Dicetak di bawah tabel. Bawaan: Permendagri Nomor 86 Tahun 2017.",
            contoh="Permendagri Nomor 86 Tahun 2017",
        ),
        *(
            isian(
                f"tenggat_{nomor}",
                f"Tenggat formulir TW {angka}",
                JenisKolom.TANGGAL,
                bantuan="Hari terakhir unit menyerahkan formulir. Boleh kosong.",
                contoh=contoh,
                triwulan=nomor,
            )
            for nomor, angka, contoh in (
                (1, "I", "10/04/2025"),
                (2, "II", "10/07/2025"),
                (3, "III", "10/10/2025"),
                (4, "IV", "10/01/2026"),
            )
        ),
        isian(
            "perubahan_target",
            "Target perubahan berlaku sejak",
            JenisKolom.TANGGAL,
            bantuan="Tanggal Perjanjian Kinerja Perubahan. Kosong: target murni berlaku setahun.",
            contoh="15/09/2025",
        ),
        isian(
            "perubahan_pagu",
            "Pagu perubahan berlaku sejak",
            JenisKolom.TANGGAL,
            bantuan="Tanggal DPPA. Kosong: pagu murni berlaku setahun.",
            contoh="15/09/2025",
        ),
        isian(
            "nama_sop",
            "Nama SOP",
            sejak=2,
            bantuan="SOP yang langkahnya ada di lembar Langkah SOP. Boleh kosong.",
            contoh="Pengumpulan Data Kinerja",
        ),
        isian("nomor_sop", "Nomor SOP", sejak=2, bantuan="Boleh kosong.", contoh="800/011/2025"),
        isian(
            "hari_kerja",
            "Hari kerja seminggu",
            JenisKolom.PILIHAN,
            pilihan="hari_kerja",
            sejak=2,
            bantuan="5 (Senin sampai Jumat) atau 6, untuk menghitung tenggat langkah SOP. Bawaan: 5.",
            contoh="5",
        ),
    ),
)

NARASI = lembar_butir(
    "narasi",
    "Narasi",
    "Narasi Laporan",
    "Teks tetap untuk laporan. Baris baru (Alt+Enter) menjadi paragraf baru. Yang kosong dicetak terlihat kosong.",
    (
        isian(
            "gambaran_umum",
            "Bab I: gambaran umum organisasi",
            JenisKolom.PARAGRAF,
            bantuan="Tugas, fungsi, susunan.",
        ),
        isian(
            "aspek_strategis",
            "Bab I: aspek strategis",
            JenisKolom.PARAGRAF,
            bantuan="Peran strategis instansi.",
        ),
        isian(
            "isu_strategis",
            "Bab I: permasalahan utama",
            JenisKolom.PARAGRAF,
            bantuan="Isu strategis yang dihadapi.",
        ),
        isian(
            "perencanaan",
            "Bab II: ikhtisar perencanaan",
            JenisKolom.PARAGRAF,
            bantuan="Renstra, Renja, dan IKU.",
        ),
        isian(
            "simpulan",
            "Bab IV: simpulan umum",
            JenisKolom.PARAGRAF,
            bantuan="Simpulan atas capaian tahun ini.",
        ),
        isian("perbaikan", "Bab IV: langkah perbaikan", JenisKolom.PARAGRAF, bantuan="Langkah tahun berikutnya."),
        *(
            isian(kunci, judul, JenisKolom.PARAGRAF, bantuan=bantuan, sejak=2, longgar=True)
            for kunci, judul, bantuan in (
                (
                    "dasar_hukum",
                    "Dasar hukum laporan",
                    "Satu peraturan satu baris. Kosong: Perpres 29/2014 dan PermenPANRB 53/2014.",
                ),
                ("sumber_daya_manusia", "Bab I: sumber daya manusia", "Boleh kosong: bagiannya tidak dicetak."),
                ("sarana", "Bab I: sarana dan prasarana", "Boleh kosong: bagiannya tidak dicetak."),
                ("prestasi", "Bab III: prestasi dan inovasi", "Boleh kosong: bagiannya tidak dicetak."),
            )
        ),
    ),
)
