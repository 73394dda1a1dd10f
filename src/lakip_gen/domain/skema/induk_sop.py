"""The sheets of the buku induk on how the report comes about: the steps of the office's SOP, and its holidays."""

from __future__ import annotations

from lakip_gen.domain.skema.kolom import JenisKolom, Lembar, isian

LANGKAH_SOP = Lembar(
    "langkah_sop",
    "Langkah SOP",
    "Langkah SOP Pengumpulan Data Kinerja",
    "Satu baris tiap langkah, seperti tertulis dalam SOP instansi. Boleh kosong: laporan tetap dapat disusun.",
    (
        isian(
            "prosedur", "Prosedur", lebar=10, bantuan="Huruf prosedurnya bila SOP memuat lebih dari satu.", contoh="A"
        ),
        isian("no", "No", JenisKolom.ANGKA, 6, wajib=True, bantuan="Nomor langkah dalam prosedurnya.", contoh="1"),
        isian(
            "tiap",
            "Tiap",
            JenisKolom.PILIHAN,
            12,
            wajib=True,
            pilihan="tiap",
            bantuan="Laporan yang memerlukan langkah ini: triwulan, semester, atau tahun.",
            contoh="triwulan",
        ),
        isian(
            "kegiatan",
            "Kegiatan",
            JenisKolom.PARAGRAF,
            60,
            wajib=True,
            bantuan="Bunyi langkah, seperti dalam SOP.",
            contoh="Membagikan formulir pengumpulan data kinerja",
        ),
        isian(
            "pelaksana",
            "Pelaksana",
            lebar=22,
            wajib=True,
            bantuan="Jabatan yang mengerjakan, seperti dalam SOP.",
            contoh="Sekretaris",
        ),
        isian(
            "pasti",
            "Pelaksana menurut",
            JenisKolom.PILIHAN,
            14,
            pilihan="kepastian",
            bantuan="SOP: pelaksananya tertulis. disimpulkan: belum pasti, menunggu ditetapkan instansi.",
            contoh="SOP",
        ),
        isian(
            "kelengkapan",
            "Kelengkapan",
            JenisKolom.PARAGRAF,
            30,
            bantuan="Yang diperlukan, dipisah titik koma.",
            contoh="Disposisi; Formulir",
        ),
        isian("waktu", "Waktu", JenisKolom.ANGKA, 8, bantuan="Waktu baku, angkanya saja. Boleh kosong.", contoh="2"),
        isian(
            "satuan",
            "Satuan waktu",
            JenisKolom.PILIHAN,
            14,
            pilihan="satuan_waktu",
            bantuan="Hanya hari yang menghasilkan tenggat; menit dan jam adalah lama pekerjaan.",
            contoh="hari kerja",
        ),
        isian("output", "Output", lebar=26, bantuan="Hasil langkah, seperti dalam SOP.", contoh="Tanda terima"),
        isian(
            "selesai_bila",
            "Selesai bila",
            JenisKolom.PILIHAN,
            14,
            wajib=True,
            pilihan="bukti",
            bantuan="Yang menunjukkan langkah ini selesai. orang: dicatat sendiri dengan perintah catat.",
            contoh="dibagikan",
        ),
        isian(
            "kembali",
            "Bila tidak, kembali ke",
            JenisKolom.ANGKA,
            12,
            bantuan="Hanya pada putusan: nomor langkah yang diulang bila tidak disetujui.",
            contoh="5",
        ),
    ),
    kolom_kunci="",
    baris_kosong=40,
    sejak=2,
    longgar=True,
)

HARI_LIBUR = Lembar(
    "hari_libur",
    "Hari Libur",
    "Hari Libur dan Cuti Bersama",
    "Hari yang tidak dihitung sebagai hari kerja, selain akhir pekan. Cocokkan dengan keputusan bersama tiga menteri.",
    (
        isian("tanggal", "Tanggal", JenisKolom.TANGGAL, 14, wajib=True, bantuan="Tanggal libur.", contoh="17/08/2025"),
        isian("nama", "Hari libur", lebar=50, wajib=True, bantuan="Nama harinya.", contoh="Hari Kemerdekaan"),
    ),
    kolom_kunci="",
    baris_kosong=40,
    sejak=2,
    longgar=True,
)
