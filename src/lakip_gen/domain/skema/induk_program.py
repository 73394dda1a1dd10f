"""The sheet of the buku induk that says what program, kegiatan and subkegiatan are measured by, for formulir E.81."""

from __future__ import annotations

from lakip_gen.domain.skema.induk_indikator import TARGET_MURNI
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar, isian


def _target(kunci: str, judul: str, triwulan: int | None = None, *, wajib: bool = False, bantuan: str = "") -> Kolom:
    return isian(
        kunci,
        judul,
        JenisKolom.TARGET,
        lebar=12,
        wajib=wajib,
        bantuan=bantuan or "Angka tanpa satuan.",
        contoh="12",
        triwulan=triwulan,
    )


INDIKATOR_PROGRAM = Lembar(
    "indikator_program",
    "Indikator Program",
    "Indikator Program, Kegiatan, dan Subkegiatan",
    "Kinerja (K) tiap rekening untuk formulir E.81. Boleh kosong; yang diisi ditanyakan dalam formulir triwulan.",
    (
        isian(
            "rekening",
            "Kode rekening",
            lebar=22,
            wajib=True,
            bantuan="Kode program, kegiatan, atau subkegiatan seperti di lembar Anggaran.",
            contoh="2.16.02.2.01.0001",
        ),
        isian(
            "nama",
            "Indikator",
            JenisKolom.PARAGRAF,
            lebar=44,
            wajib=True,
            bantuan="Bunyi indikator.",
            contoh="Jumlah dokumen perencanaan yang disusun",
        ),
        isian("satuan", "Satuan", lebar=12, wajib=True, bantuan="Persen ditulis %.", contoh="dokumen"),
        _target(TARGET_MURNI.tahun, "Target tahun", wajib=True),
        *(
            _target(kunci, f"Target TW {romawi}", nomor, bantuan="Boleh kosong.")
            for nomor, (kunci, romawi) in enumerate(
                zip(TARGET_MURNI.triwulan, ("I", "II", "III", "IV"), strict=True), start=1
            )
        ),
        _target("target_renstra", "Target akhir Renstra", bantuan="Target tahun terakhir Renstra. Boleh kosong."),
        _target("realisasi_renstra", "Realisasi Renstra s.d. tahun lalu", bantuan="Boleh kosong."),
        isian(
            "jenis_renstra",
            "Jenis target Renstra",
            JenisKolom.PILIHAN,
            lebar=12,
            pilihan="jenis_renstra",
            bantuan="Kosong: kumulatif bila cara gabungnya jumlah, selainnya tahunan.",
            contoh="kumulatif",
        ),
        isian(
            "cara_gabung",
            "Cara gabung",
            JenisKolom.PILIHAN,
            lebar=12,
            pilihan="cara_gabung",
            bantuan="Kosong: jumlah. Persen yang merupakan keadaan: akhir.",
            contoh="jumlah",
        ),
        isian("arah", "Arah", JenisKolom.PILIHAN, lebar=10, pilihan="arah", bantuan="Kosong: naik.", contoh="naik"),
        isian(
            "unit",
            "Unit pengisi",
            JenisKolom.PILIHAN,
            lebar=18,
            pilihan="kode_unit",
            bantuan="Kosong: unit pelaksana rekening itu, bila hanya satu.",
            contoh="BIDANG-IKP",
        ),
    ),
    kolom_kunci="",
    baris_kosong=60,
    sejak=2,
    longgar=True,
)
