"""The sheets of the buku induk on how the report comes about: the SOP's steps, holidays, and who outside is asked."""

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
        isian(
            "no", "No", JenisKolom.ANGKA, lebar=6, wajib=True, bantuan="Nomor langkah dalam prosedurnya.", contoh="1"
        ),
        isian(
            "tiap",
            "Tiap",
            JenisKolom.PILIHAN,
            lebar=12,
            wajib=True,
            pilihan="tiap",
            bantuan="Laporan yang memerlukan langkah ini: triwulan, semester, atau tahun.",
            contoh="triwulan",
        ),
        isian(
            "kegiatan",
            "Kegiatan",
            JenisKolom.PARAGRAF,
            lebar=60,
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
            lebar=14,
            pilihan="kepastian",
            bantuan="SOP: pelaksananya tertulis. disimpulkan: belum pasti, menunggu ditetapkan instansi.",
            contoh="SOP",
        ),
        isian(
            "kelengkapan",
            "Kelengkapan",
            JenisKolom.PARAGRAF,
            lebar=30,
            bantuan="Yang diperlukan, dipisah titik koma.",
            contoh="Disposisi; Formulir",
        ),
        isian(
            "waktu", "Waktu", JenisKolom.ANGKA, lebar=8, bantuan="Waktu baku, angkanya saja. Boleh kosong.", contoh="2"
        ),
        isian(
            "satuan",
            "Satuan waktu",
            JenisKolom.PILIHAN,
            lebar=14,
            pilihan="satuan_waktu",
            bantuan="Hanya hari yang menghasilkan tenggat; menit dan jam adalah lama pekerjaan.",
            contoh="hari kerja",
        ),
        isian("output", "Output", lebar=26, bantuan="Hasil langkah, seperti dalam SOP.", contoh="Tanda terima"),
        isian(
            "selesai_bila",
            "Selesai bila",
            JenisKolom.PILIHAN,
            lebar=14,
            wajib=True,
            pilihan="bukti",
            bantuan="Yang menunjukkan langkah ini selesai. orang: dicatat sendiri dengan perintah catat.",
            contoh="dibagikan",
        ),
        isian(
            "kembali",
            "Bila tidak, kembali ke",
            JenisKolom.ANGKA,
            lebar=12,
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
        isian(
            "tanggal",
            "Tanggal",
            JenisKolom.TANGGAL,
            lebar=14,
            wajib=True,
            bantuan="Tanggal libur.",
            contoh="17/08/2025",
        ),
        isian("nama", "Hari libur", lebar=50, wajib=True, bantuan="Nama harinya.", contoh="Hari Kemerdekaan"),
    ),
    kolom_kunci="",
    baris_kosong=40,
    sejak=2,
    longgar=True,
)

INSTANSI_LUAR = Lembar(
    "instansi_luar",
    "Instansi Luar",
    "Instansi Luar yang Diminta Data",
    "Satu baris tiap data yang diminta dari instansi lain. Boleh kosong. Nama, alamat, dan kontak cukup ditulis pada "
    "baris pertama instansi itu.",
    (
        isian(
            "kode",
            "Kode instansi",
            wajib=True,
            bantuan="Sebutan singkat, sama pada semua baris instansi itu; dipakai saat mencatat jawabannya.",
            contoh="BPS",
        ),
        isian("nama", "Nama instansi luar", lebar=40, bantuan="Nama lengkapnya.", contoh="Badan Pusat Statistik"),
        isian(
            "penerima",
            "Ditujukan kepada",
            lebar=36,
            bantuan="Jabatan penerima surat. Kosong: Pimpinan instansi itu.",
            contoh="Kepala Badan Pusat Statistik",
        ),
        isian("alamat", "Alamat", lebar=36, bantuan="Seperti tercetak pada surat.", contoh="Jalan Contoh Nomor 2"),
        isian("kontak", "Kontak", lebar=24, bantuan="Telepon atau surel. Boleh kosong."),
        isian(
            "data",
            "Data yang diminta",
            JenisKolom.PARAGRAF,
            lebar=44,
            wajib=True,
            bantuan="Satu data, dengan rinciannya bila perlu.",
            contoh="Jumlah penduduk menurut desa",
        ),
        isian("satuan", "Satuan data", lebar=14, bantuan="Boleh kosong.", contoh="jiwa"),
        isian(
            "indikator",
            "Kode indikator",
            JenisKolom.PILIHAN,
            lebar=12,
            pilihan="kode_indikator",
            bantuan="Indikator yang memakainya. Boleh kosong.",
            contoh="I1.1",
        ),
        isian(
            "diminta",
            "Diminta",
            JenisKolom.PILIHAN,
            lebar=14,
            pilihan="saat_diminta",
            bantuan="Kosong: tiap triwulan. Suratnya keluar bersama formulir triwulan itu.",
            contoh="tiap semester",
        ),
    ),
    kolom_kunci="",
    baris_kosong=30,
    sejak=2,
    longgar=True,
)
