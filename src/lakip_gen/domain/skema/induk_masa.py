"""What of the buku induk holds from one day to another: the columns of a change, and who held which office."""

from __future__ import annotations

from lakip_gen.domain.skema.kolom import BERLAKU_SAMPAI, BERLAKU_SEJAK, JenisKolom, Kolom, Lembar, isian

DASAR = "dasar"
"""The column that names the document by which something changed."""


def _tanggal(kunci: str, judul: str, bantuan: str) -> Kolom:
    return isian(
        kunci, judul, JenisKolom.TANGGAL, lebar=14, sejak=2, longgar=True, bantuan=bantuan, contoh="01/07/2025"
    )


MASA = (
    _tanggal(
        BERLAKU_SEJAK,
        "Berlaku sejak",
        "Kosong: sejak awal tahun. Untuk perubahan, tulis satu baris lagi berkode sama: isi tanggal ini dan "
        "hanya kolom yang berubah.",
    ),
    _tanggal(BERLAKU_SAMPAI, "Berlaku sampai", "Hari terakhir kode ini berlaku. Kosong: sampai akhir tahun."),
)
"""The columns that let a row change during the year, or begin and end in it."""
MASA_BERDASAR = (
    *MASA,
    isian(
        DASAR,
        "Dasar perubahan",
        lebar=24,
        sejak=2,
        longgar=True,
        bantuan="Dokumen yang mengubahnya, seperti tercetak dalam laporan. Kosong: Perubahan.",
        contoh="Pergeseran I",
    ),
)
"""The same where a document changes it."""
DILANJUTKAN = isian(
    "dilanjutkan",
    "Dilanjutkan oleh",
    JenisKolom.PILIHAN,
    lebar=16,
    pilihan="kode_unit",
    sejak=2,
    longgar=True,
    bantuan="Bila unit ini berakhir: kode unit yang meneruskan indikator, anggaran, dan rencana aksinya.",
    contoh="SEKRETARIAT",
)

PERAN = {
    "kepala instansi": "kepala",
    "sekretaris": "sekretaris",
    "perencana": "perencana",
    "kepala daerah": "kepala_daerah",
}
"""What an official signs as, and what the items of the Instansi sheet about the same one begin with."""
DEFINITIF = "definitif"
STATUS_PEJABAT = (DEFINITIF, "Plt.", "Plh.", "Pj.")

PEJABAT = Lembar(
    "pejabat",
    "Pejabat",
    "Pejabat Penanda Tangan",
    "Diisi bila pejabat berganti dalam tahun ini. Yang menandatangani adalah yang menjabat pada tanggal laporan; "
    "untuk peran yang tertulis di sini, isian lembar Instansi tidak dipakai.",
    (
        isian(
            "peran",
            "Peran",
            JenisKolom.PILIHAN,
            lebar=18,
            wajib=True,
            pilihan="peran_pejabat",
            bantuan="Satu baris tiap pejabat: kepala instansi, sekretaris, perencana, atau kepala daerah.",
            contoh="kepala instansi",
        ),
        isian(
            "jabatan",
            "Jabatan pejabat",
            lebar=36,
            wajib=True,
            bantuan="Jabatan seperti tercetak di atas tanda tangan, tanpa Plt.",
            contoh="Kepala Dinas",
        ),
        isian("nama", "Nama pejabat", lebar=36, bantuan="Nama dan gelar. Boleh kosong: dicetak titik-titik."),
        isian("pangkat", "Pangkat/golongan", lebar=24, bantuan="Boleh kosong.", contoh="Pembina Tk. I"),
        isian("nip", "NIP", lebar=22, bantuan="18 angka, ditulis sebagai teks. Boleh kosong."),
        isian(
            "status",
            "Status pejabat",
            JenisKolom.PILIHAN,
            lebar=12,
            pilihan="status_pejabat",
            bantuan="Kosong: definitif. Plt., Plh., dan Pj. tercetak di depan jabatan.",
            contoh="Plt.",
        ),
        _tanggal(BERLAKU_SEJAK, "Berlaku sejak", "Hari pertama menjabat. Kosong: sejak awal tahun."),
        _tanggal(BERLAKU_SAMPAI, "Berlaku sampai", "Hari terakhir menjabat. Kosong: sampai ada yang menggantikan."),
    ),
    kolom_kunci="",
    baris_kosong=30,
    sejak=2,
    longgar=True,
)
