"""The form that a unit fills each quarter."""

from __future__ import annotations

from lakip_gen.domain.periode import NAMA_BULAN
from lakip_gen.domain.skema.kolom import KUNCI, JenisKolom, Kolom, Lembar, lembar_butir

VERSI = 1
"""The version of the form; it grows when a column is added, removed or changes its meaning."""

STATUS_AKSI = ("selesai", "berjalan", "belum mulai", "batal")
SETUJU = ("disetujui", "perlu diperbaiki")

INDIKATOR = Lembar(
    "indikator",
    "Indikator",
    "Capaian Indikator Kinerja",
    "Realisasi tiap indikator pada triwulan ini, beserta penjelasannya.",
    (
        KUNCI,
        Kolom("kode", "Kode", lebar=9),
        Kolom("nama", "Indikator", JenisKolom.PARAGRAF, lebar=34, dijaga=True, bernama=True),
        Kolom("sasaran", "Sasaran", JenisKolom.PARAGRAF, lebar=26),
        Kolom("satuan", "Satuan", lebar=11, dijaga=True),
        Kolom("arah", "Arah", lebar=9, dijaga=True),
        Kolom("cara_isi", "Cara mengisi", JenisKolom.PARAGRAF, lebar=24),
        Kolom("target_tahun", "Target tahun", JenisKolom.TARGET, lebar=12, dijaga=True),
        Kolom("target", "Target triwulan ini", JenisKolom.TARGET, lebar=12, dijaga=True),
        Kolom("realisasi_1", "Realisasi TW I", JenisKolom.TARGET, lebar=11, triwulan=1),
        Kolom("realisasi_2", "Realisasi TW II", JenisKolom.TARGET, lebar=11, triwulan=2),
        Kolom("realisasi_3", "Realisasi TW III", JenisKolom.TARGET, lebar=11, triwulan=3),
        Kolom(
            "pembilang",
            "Pembilang",
            JenisKolom.ANGKA,
            lebar=12,
            isian=True,
            bantuan="Hanya untuk indikator rasio: angka di atas garis bagi, triwulan ini saja. "
            "Jika tidak berlaku tulis n/a dan isi Penjelasan.",
            contoh="36743",
        ),
        Kolom(
            "penyebut",
            "Penyebut",
            JenisKolom.ANGKA,
            lebar=12,
            isian=True,
            bantuan="Hanya untuk indikator rasio: angka di bawah garis bagi, triwulan ini saja.",
            contoh="39834",
        ),
        Kolom(
            "realisasi",
            "Realisasi triwulan ini",
            JenisKolom.TARGET,
            lebar=13,
            isian=True,
            wajib=True,
            bantuan="Angka saja, tanpa satuan. Persen ditulis 85, bukan 0,85. Nol ditulis 0. "
            "Jika tidak berlaku tulis n/a dan isi Penjelasan.",
            contoh="87,5",
        ),
        Kolom("capaian", "Capaian (%)", JenisKolom.RUMUS, lebar=11),
        Kolom(
            "penjelasan",
            "Penjelasan",
            JenisKolom.PARAGRAF,
            lebar=34,
            isian=True,
            bantuan="Wajib bila capaian jauh di bawah atau di atas target, angka tidak berubah, atau n/a.",
            contoh="Dua lokasi baru tersambung pada bulan Maret karena pengadaan terlambat.",
        ),
        Kolom(
            "faktor_pendorong",
            "Faktor pendorong",
            JenisKolom.PARAGRAF,
            lebar=30,
            isian=True,
            bantuan="Apa yang membuat target tercapai. Diminta bila capaian 100% atau lebih.",
            contoh="Perjanjian kerja sama dengan penyedia selesai lebih awal.",
        ),
        Kolom(
            "faktor_penghambat",
            "Faktor penghambat",
            JenisKolom.PARAGRAF,
            lebar=30,
            isian=True,
            bantuan="Apa yang menghambat. Diminta bila capaian di bawah 100%.",
            contoh="Perangkat jaringan di tiga kecamatan rusak.",
        ),
        Kolom(
            "tindak_lanjut",
            "Tindak lanjut",
            JenisKolom.PARAGRAF,
            lebar=30,
            isian=True,
            bantuan="Apa yang akan dilakukan. Diminta bila capaian di bawah 100%.",
            contoh="Mengganti perangkat dan menambah satu teknisi lapangan.",
        ),
        Kolom(
            "pic",
            "Penanggung jawab (PIC)",
            lebar=18,
            isian=True,
            bantuan="Jabatan yang menjalankan tindak lanjut.",
            contoh="Kepala Seksi Infrastruktur",
        ),
        Kolom(
            "batas_waktu",
            "Batas waktu",
            JenisKolom.TANGGAL,
            lebar=13,
            isian=True,
            bantuan="Tanggal selesai tindak lanjut: hari/bulan/tahun.",
            contoh="30/06/2025",
        ),
        Kolom(
            "data_dukung",
            "Data dukung",
            JenisKolom.PARAGRAF,
            lebar=24,
            isian=True,
            bantuan="Nama berkas atau nomor surat yang membuktikan angka ini.",
            contoh="BA-Serah-Terima-Maret.pdf",
        ),
        Kolom("kelengkapan", "Kelengkapan", JenisKolom.RUMUS, lebar=24),
    ),
    kolom_nama="kode",
)

RENCANA_AKSI = Lembar(
    "rencana_aksi",
    "Rencana Aksi",
    "Pelaksanaan Rencana Aksi",
    "Apa yang sudah dikerjakan dari rencana aksi triwulan ini.",
    (
        KUNCI,
        Kolom("kode", "Kode", lebar=9),
        Kolom("indikator", "Indikator", JenisKolom.PARAGRAF, lebar=34),
        Kolom("kegiatan", "Rencana aksi", JenisKolom.PARAGRAF, lebar=36, dijaga=True, bernama=True),
        Kolom("keluaran", "Keluaran", JenisKolom.PARAGRAF, lebar=24),
        Kolom("rencana", "Rencana triwulan ini", JenisKolom.PARAGRAF, lebar=22),
        Kolom(
            "status",
            "Status",
            JenisKolom.PILIHAN,
            lebar=14,
            isian=True,
            wajib=True,
            pilihan="status_aksi",
            bantuan="Pilih dari daftar: selesai, berjalan, belum mulai, atau batal.",
            contoh="berjalan",
        ),
        Kolom(
            "hasil",
            "Hasil",
            JenisKolom.PARAGRAF,
            lebar=34,
            isian=True,
            bantuan="Hasil nyata sampai akhir triwulan.",
            contoh="12 dari 15 lokasi tersambung.",
        ),
        Kolom(
            "keterangan",
            "Keterangan",
            JenisKolom.PARAGRAF,
            lebar=30,
            isian=True,
            bantuan="Alasan bila belum mulai atau batal.",
            contoh="Menunggu perubahan anggaran.",
        ),
        Kolom("kelengkapan", "Kelengkapan", JenisKolom.RUMUS, lebar=20),
    ),
    kolom_nama="kode",
)

ANGGARAN = Lembar(
    "anggaran",
    "Anggaran",
    "Realisasi Anggaran",
    "Realisasi anggaran SAMPAI DENGAN akhir triwulan ini (bukan triwulan ini saja).",
    (
        KUNCI,
        Kolom("kode", "Kode rekening", lebar=20),
        Kolom("uraian", "Subkegiatan", JenisKolom.PARAGRAF, lebar=48, dijaga=True, bernama=True),
        Kolom("pagu", "Pagu (Rp)", JenisKolom.RUPIAH, lebar=18, dijaga=True),
        Kolom("realisasi_lalu", "Realisasi s.d. triwulan lalu (Rp)", JenisKolom.RUPIAH, lebar=18),
        Kolom(
            "realisasi",
            "Realisasi s.d. akhir triwulan ini (Rp)",
            JenisKolom.RUPIAH,
            lebar=20,
            isian=True,
            wajib=True,
            bantuan="Jumlah sejak 1 Januari sampai akhir triwulan ini, rupiah penuh tanpa titik dan tanpa Rp.",
            contoh="177776900",
        ),
        Kolom(
            "fisik",
            "Fisik s.d. akhir triwulan ini (%)",
            JenisKolom.PERSEN,
            lebar=14,
            isian=True,
            wajib=True,
            bantuan="Kemajuan fisik sejak 1 Januari dalam persen: 25 berarti 25%.",
            contoh="25",
        ),
        Kolom("serapan", "Serapan (%)", JenisKolom.RUMUS, lebar=12),
        Kolom(
            "keterangan",
            "Keterangan",
            JenisKolom.PARAGRAF,
            lebar=36,
            isian=True,
            bantuan="Penjelasan bila realisasi belum bergerak, turun, atau melebihi pagu.",
            contoh="Kontrak baru ditandatangani bulan April.",
        ),
        Kolom("kelengkapan", "Kelengkapan", JenisKolom.RUMUS, lebar=24),
    ),
    kolom_nama="kode",
)

PROGRES = Lembar(
    "progres",
    "Progres Bulanan",
    "Laporan Progres Bulanan",
    "Satu baris tiap bulan dalam triwulan ini.",
    (
        KUNCI,
        Kolom("bulan", "Bulan", lebar=14),
        Kolom(
            "kegiatan",
            "Kegiatan yang dilaksanakan",
            JenisKolom.PARAGRAF,
            lebar=46,
            isian=True,
            wajib=True,
            bantuan="Kegiatan utama unit pada bulan ini.",
            contoh="Pemasangan jaringan di lima kantor desa.",
        ),
        Kolom(
            "hasil",
            "Hasil",
            JenisKolom.PARAGRAF,
            lebar=40,
            isian=True,
            bantuan="Hasil yang dapat ditunjukkan.",
            contoh="Lima berita acara uji fungsi.",
        ),
        Kolom(
            "kendala",
            "Kendala",
            JenisKolom.PARAGRAF,
            lebar=36,
            isian=True,
            bantuan="Kosongkan bila tidak ada kendala.",
            contoh="Cuaca menghambat pengiriman perangkat.",
        ),
        Kolom(
            "rencana",
            "Rencana bulan berikutnya",
            JenisKolom.PARAGRAF,
            lebar=36,
            isian=True,
            bantuan="Kegiatan utama bulan berikutnya.",
            contoh="Uji fungsi di tiga kecamatan.",
        ),
    ),
    kolom_nama="bulan",
    nama_kunci={nama: f"{nomor:02d}" for nomor, nama in enumerate(NAMA_BULAN, start=1)},
)

PENGESAHAN = lembar_butir(
    "pengesahan",
    "Pengesahan",
    "Pengesahan",
    "Siapa yang menyusun isian ini dan siapa yang memvalidasinya.",
    (
        Kolom("penyusun", "Nama penyusun", isian=True, wajib=True, bantuan="Nama orang yang mengisi formulir."),
        Kolom("jabatan_penyusun", "Jabatan penyusun", isian=True, bantuan="Jabatan penyusun."),
        Kolom(
            "tanggal",
            "Tanggal penyusunan",
            JenisKolom.TANGGAL,
            isian=True,
            wajib=True,
            bantuan="Tanggal formulir selesai diisi: hari/bulan/tahun.",
            contoh="08/04/2025",
        ),
        Kolom(
            "disetujui",
            "Validasi kepala unit",
            JenisKolom.PILIHAN,
            isian=True,
            wajib=True,
            pilihan="setuju",
            bantuan="Diisi kepala unit (Kabid): disetujui atau perlu diperbaiki.",
            contoh="disetujui",
        ),
        Kolom("pengesah", "Nama kepala unit", isian=True, bantuan="Nama kepala unit yang memvalidasi."),
        Kolom("jabatan_pengesah", "Jabatan kepala unit", isian=True, bantuan="Jabatan yang memvalidasi."),
        Kolom(
            "tanggal_pengesahan",
            "Tanggal validasi",
            JenisKolom.TANGGAL,
            isian=True,
            bantuan="Tanggal validasi: hari/bulan/tahun.",
            contoh="09/04/2025",
        ),
        Kolom(
            "catatan",
            "Catatan kepala unit",
            JenisKolom.PARAGRAF,
            isian=True,
            bantuan="Saran atau catatan, bila ada.",
        ),
    ),
)

JUDUL_PETUNJUK = "Formulir Pengumpulan Data Kinerja"
JUDUL_HASIL = "Hasil Pemeriksaan"
LEMBAR_PETUNJUK = "Petunjuk"
KEPALA_HASIL = ("Tingkat", "Tempat", "Isi", "Temuan", "Cara memperbaiki")
"""The headers of the findings in a return copy."""

DAFTAR_LEMBAR = (INDIKATOR, RENCANA_AKSI, ANGGARAN, PROGRES, PENGESAHAN)
"""The sheets of the form in the order of their tabs."""
