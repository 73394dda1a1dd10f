"""The sheets of the buku induk that say what is measured: indicators with their targets, and their earlier years."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.domain.konsolidasi import CaraGabung
from lakip_gen.domain.renstra import JenisRenstra
from lakip_gen.domain.skema.induk_masa import MASA_BERDASAR
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar, isian

*_AWAL_CARA, _AKHIR_CARA = (cara.sifat.sebutan or cara.sifat.nama for cara in CaraGabung)
_SEBUTAN_CARA = f"{', '.join(_AWAL_CARA)}, atau {_AKHIR_CARA}"
_DIJUMLAH = " atau ".join(cara.value for cara in CaraGabung if cara.sifat.dijumlah)


@dataclass(frozen=True, slots=True)
class KunciTarget:
    """The columns of one version of an indicator's targets: that of the year, those of its quarters."""

    tahun: str
    triwulan: tuple[str, str, str, str]

    @property
    def semua(self) -> tuple[str, ...]:
        """All of them, that of the year first."""
        return (self.tahun, *self.triwulan)


@dataclass(frozen=True, slots=True)
class KunciTahunLalu:
    """The columns of one earlier year, which lies so many years back."""

    jarak: int
    sebutan: str
    target: str
    realisasi: str


TARGET_MURNI = KunciTarget("target_tahun", ("target_1", "target_2", "target_3", "target_4"))
TARGET_PERUBAHAN = KunciTarget("perubahan_tahun", ("perubahan_1", "perubahan_2", "perubahan_3", "perubahan_4"))
TAHUN_LALU = (
    KunciTahunLalu(3, "tiga tahun lalu", "target_3", "realisasi_3"),
    KunciTahunLalu(2, "dua tahun lalu", "target_2", "realisasi_2"),
    KunciTahunLalu(1, "tahun lalu", "target_1", "realisasi_1"),
)
"""The earlier years of the Riwayat sheet, oldest first."""


def _target(kunci: str, judul: str, triwulan: int | None = None, *, wajib: bool = False) -> Kolom:
    return isian(
        kunci,
        judul,
        JenisKolom.TARGET,
        lebar=12,
        wajib=wajib,
        bantuan="Angka tanpa satuan (persen: 85). Arah rentang: 45 s.d. 55. Predikat: sebutannya.",
        contoh="85",
        triwulan=triwulan,
    )


INDIKATOR = Lembar(
    "indikator",
    "Indikator",
    "Indikator Kinerja dan Target",
    "Satu baris tiap indikator. Kolom target perubahan diisi hanya bila targetnya berubah.",
    (
        isian(
            "kode",
            "Kode indikator",
            lebar=10,
            wajib=True,
            bantuan="Kode singkat, tidak boleh sama.",
            contoh="I1.1",
        ),
        isian(
            "sasaran",
            "Kode sasaran",
            JenisKolom.PILIHAN,
            lebar=10,
            wajib=True,
            pilihan="kode_sasaran",
            bantuan="Sasaran yang diukur, dari lembar Sasaran.",
            contoh="S1",
        ),
        isian(
            "nama",
            "Indikator",
            JenisKolom.PARAGRAF,
            lebar=44,
            wajib=True,
            bantuan="Bunyi indikator.",
            contoh="Persentase desa yang tersambung internet",
        ),
        isian("satuan", "Satuan", lebar=12, wajib=True, bantuan="Persen ditulis %.", contoh="%"),
        isian(
            "arah",
            "Arah",
            JenisKolom.PILIHAN,
            lebar=10,
            wajib=True,
            pilihan="arah",
            bantuan="naik: makin besar makin baik; turun: makin kecil makin baik; rentang: baik di antara dua batas.",
            contoh="naik",
        ),
        isian(
            "cara_gabung",
            "Cara gabung",
            JenisKolom.PILIHAN,
            lebar=12,
            wajib=True,
            pilihan="cara_gabung",
            bantuan=f"Cara triwulan menjadi tahun: {_SEBUTAN_CARA}.",
            contoh="jumlah",
        ),
        isian(
            "jenis_target",
            "Jenis target",
            JenisKolom.PILIHAN,
            lebar=14,
            wajib=True,
            pilihan="jenis_target",
            bantuan="per triwulan (1,0,0,1), kumulatif (25,50,75,100), atau konstan (100; cukup target tahun).",
            contoh="per triwulan",
        ),
        isian(
            "unit",
            "Unit pengisi",
            lebar=20,
            wajib=True,
            bantuan="Kode unit dari lembar Unit. Lebih dari satu: pisahkan dengan titik koma.",
            contoh="BIDANG-IKP; SEKRETARIAT",
        ),
        isian(
            "gabung_unit",
            "Gabung antarunit",
            JenisKolom.PILIHAN,
            lebar=12,
            pilihan="gabung_unit",
            bantuan="Hanya bila unit pengisi lebih dari satu: jumlah, rata-rata, atau rasio.",
            contoh="jumlah",
        ),
        isian(
            "desimal",
            "Desimal",
            JenisKolom.ANGKA,
            lebar=9,
            bantuan="Angka di belakang koma yang dicetak, 0 sampai 4. Kosong: 0.",
            contoh="2",
        ),
        isian(
            "pengali",
            "Pengali rasio",
            JenisKolom.ANGKA,
            lebar=9,
            bantuan="Hanya cara gabung rasio: 100 untuk persen, 1000 untuk per 1.000. "
            "Kosong: 100 bila satuan %, lainnya 1.",
            contoh="100",
        ),
        isian(
            "skala",
            "Skala predikat",
            lebar=14,
            bantuan="Nama skala dari lembar Predikat. Kosong bila nilainya angka.",
            contoh="SAKIP",
        ),
        isian(
            "rumus_turun",
            "Rumus turun sendiri",
            JenisKolom.PILIHAN,
            lebar=12,
            pilihan="rumus_turun",
            bantuan="Hanya bila berbeda dari lembar Aturan.",
            contoh="rasio",
        ),
        isian(
            "utama",
            "IKU",
            JenisKolom.PILIHAN,
            lebar=8,
            pilihan="ya_tidak",
            bantuan="ya bila termasuk Indikator Kinerja Utama. Kosong: ya.",
            contoh="ya",
        ),
        _target("target_tahun", "Target tahun", wajib=True),
        _target("target_1", "Target TW I", 1),
        _target("target_2", "Target TW II", 2),
        _target("target_3", "Target TW III", 3),
        _target("target_4", "Target TW IV", 4),
        _target("perubahan_tahun", "Target perubahan tahun"),
        _target("perubahan_1", "Perubahan TW I", 1),
        _target("perubahan_2", "Perubahan TW II", 2),
        _target("perubahan_3", "Perubahan TW III", 3),
        _target("perubahan_4", "Perubahan TW IV", 4),
        isian(
            "rumus",
            "Rumus perhitungan",
            JenisKolom.PARAGRAF,
            lebar=34,
            bantuan="Cara menghitung realisasi, dicetak di lampiran.",
            contoh="Desa tersambung / seluruh desa × 100",
        ),
        isian("sumber_data", "Sumber data", JenisKolom.PARAGRAF, lebar=24, bantuan="Asal data.", contoh="Bidang IKP"),
        isian(
            "bawah_nol",
            "Boleh di bawah nol",
            JenisKolom.PILIHAN,
            lebar=9,
            pilihan="ya_tidak",
            sejak=2,
            bantuan="ya bila realisasinya dapat di bawah nol: pertumbuhan, neraca, perubahan nilai. Kosong: hanya bila "
            "targetnya di bawah nol.",
            contoh="ya",
        ),
        isian(
            "bobot",
            "Bobot",
            JenisKolom.ANGKA,
            lebar=9,
            sejak=2,
            bantuan="Hanya bila lembar Aturan memilih rata-rata tertimbang menurut bobot. Jumlahnya 100 untuk semua "
            "indikator, atau 100 tiap sasaran.",
            contoh="25",
        ),
        isian(
            "definisi",
            "Definisi operasional",
            JenisKolom.PARAGRAF,
            lebar=34,
            sejak=2,
            longgar=True,
            bantuan="Apa yang dihitung dan apa yang tidak, dicetak di dokumen IKU dan lampiran laporan tahunan. Boleh "
            "kosong.",
            contoh="Desa tersambung: kantor desanya memakai jaringan intra pemerintah pada akhir tahun.",
        ),
        *MASA_BERDASAR,
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
        isian(
            "indikator",
            "Kode indikator",
            JenisKolom.PILIHAN,
            lebar=12,
            wajib=True,
            pilihan="kode_indikator",
            bantuan="Satu baris tiap indikator.",
            contoh="I1.1",
        ),
        *(
            isian(
                kunci,
                f"{judul} {lalu.sebutan}",
                JenisKolom.TARGET,
                lebar=13,
                bantuan="Kosong bila tidak ada.",
                tahun_lalu=lalu.jarak,
            )
            for lalu in TAHUN_LALU
            for kunci, judul in ((lalu.target, "Target"), (lalu.realisasi, "Realisasi"))
        ),
        isian(
            "target_renstra",
            "Target akhir Renstra",
            JenisKolom.TARGET,
            lebar=13,
            bantuan="Target tahun terakhir Renstra.",
        ),
        isian(
            "jenis_renstra",
            "Jenis target Renstra",
            JenisKolom.PILIHAN,
            lebar=12,
            pilihan="jenis_renstra",
            sejak=2,
            dulu=JenisRenstra.TAHUNAN.value,
            bantuan="tahunan: dibandingkan dengan realisasi tahun ini; kumulatif: dengan jumlah sejak tahun pertama "
            f"Renstra. Kosong: kumulatif bila cara gabungnya {_DIJUMLAH}, selainnya tahunan.",
            contoh="kumulatif",
        ),
        isian(
            "realisasi_renstra",
            "Realisasi Renstra s.d. tahun lalu",
            JenisKolom.TARGET,
            lebar=13,
            sejak=2,
            bantuan="Kosong: dijumlah dari realisasi tahun-tahun lalu sejak tahun pertama Renstra (kumulatif), atau "
            "realisasi tahun lalu (tahunan).",
        ),
        isian("standar_nasional", "Standar nasional", JenisKolom.TARGET, lebar=13, bantuan="Kosong bila tidak ada."),
        isian("sumber_standar", "Sumber standar nasional", lebar=30, bantuan="Dokumen asal standar."),
    ),
    kolom_kunci="indikator",
    baris_kosong=120,
)

TINDAK_LANJUT = Lembar(
    "tindak_lanjut",
    "Tindak Lanjut",
    "Tindak Lanjut Tahun Lalu yang Belum Selesai",
    "Ditanyakan lagi dalam formulir TW I. Diisi program pada pergantian tahun; boleh diubah, boleh kosong.",
    (
        isian(
            "unit",
            "Unit penanggung jawab",
            JenisKolom.PILIHAN,
            lebar=20,
            wajib=True,
            pilihan="kode_unit",
            bantuan="Kode unit dari lembar Unit.",
            contoh="SEKRETARIAT",
        ),
        isian(
            "indikator",
            "Indikator yang ditindaklanjuti",
            JenisKolom.PILIHAN,
            lebar=16,
            wajib=True,
            pilihan="kode_indikator",
            bantuan="Kode indikator dari lembar Indikator.",
            contoh="I1.1",
        ),
        isian(
            "isi",
            "Tindak lanjut yang belum selesai",
            JenisKolom.PARAGRAF,
            lebar=80,
            wajib=True,
            bantuan="Apa yang dijanjikan, siapa, dan kapan.",
            contoh="Mengganti perangkat jaringan (Kepala Seksi Infrastruktur, paling lambat 31 Januari 2026)",
        ),
    ),
    kolom_kunci="",
    baris_kosong=60,
    sejak=2,
    longgar=True,
)
