"""A Dinas: 120 indicators in 12 sasaran, 10 units, long names and texts, extreme and missing figures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import accumulate

from bantu_gaya import Isi
from instansi import Instansi
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.formulir import Formulir

_BANYAK = (1, 25, 10, 10, 10, 10, 10, 10, 10, 10, 8, 6)
"""How many indicators each sasaran has."""
_UNIT_TANPA_FORMULIR = "U10"
"""The unit whose forms of the second half-year never come."""
PANJANG = 2_000
_KALIMAT = (
    "Penetapan lokasi bergeser karena izin pemakaian lahan dari instansi vertikal terbit pada pertengahan triwulan.",
    "Pengadaan diulang satu kali sebab dua penawar tidak memenuhi syarat teknis dalam dokumen pemilihan.",
    "Curah hujan di atas rata-rata menghentikan pekerjaan tanah selama dua puluh tiga hari pada empat kecamatan hulu.",
    "Koordinasi antara bidang, UPTD, dan pemerintah desa berjalan melalui rapat dua mingguan dengan notula.",
    "Tenaga pengawas lapangan yang bersertifikat hanya enam orang untuk delapan puluh satu paket yang berjalan.",
    "Masyarakat menyediakan tanah dan tenaga, sehingga panjang saluran yang terbangun melebihi rencana awal.",
    "Data dasar telah diselaraskan dengan hasil inventarisasi tahun sebelumnya & disahkan (lihat lampiran <A-12>).",
    "Harga aspal dan besi naik 11,75% terhadap harga satuan dalam dokumen anggaran, sehingga volume dikurangi.",
)
_TAUTAN = "https://arsip.dinas.kabupaten.example/2025/bukti/" + "dokumen-pendukung-" * 8 + "final_rev-03.pdf"
_NAMA = (
    "Jumlah ruas jalan kabupaten yang dipelihara secara rutin dan berkala",
    "Persentase penyelesaian dokumen rencana teknis rinci sistem penyediaan air minum perdesaan",
    "Panjang saluran irigasi tersier dalam kondisi baik yang menjadi kewenangan kabupaten",
    "Indeks kepuasan penerima manfaat atas mutu pekerjaan infrastruktur dasar permukiman",
    "Persentase pengaduan masyarakat yang diselesaikan dalam batas waktu lima hari kerja",
    "Jumlah peraturan bupati tentang tata ruang kawasan perkotaan yang ditetapkan",
    "Nilai akuntabilitas kinerja perangkat daerah hasil evaluasi inspektorat",
    "Tingkat ketersediaan air baku pada embung milik pemerintah kabupaten",
    "Rata-rata waktu tanggap kerusakan jalan dan jembatan sejak laporan diterima",
    "Persentase kehilangan air pada jaringan distribusi perpipaan",
    "Jumlah kecelakaan kerja pada paket pekerjaan konstruksi yang diawasi dinas",
    "Pertumbuhan luas kawasan kumuh perkotaan terhadap tahun dasar Renstra",
)
_SATUAN = ("ruas", "%", "meter", "Indeks", "%", "peraturan", "Predikat", "%", "jam", "%", "kejadian", "%")
_CARA = (
    # cara gabung, jenis target, arah, target of a quarter, target of the year
    ("jumlah", "per triwulan", "naik", 25, 100),
    ("kumulatif", "kumulatif", "naik", None, 100),
    ("akhir", "konstan", "naik", 12_500, 12_500),
    ("rata-rata", "konstan", "naik", 80, 80),
    ("rasio", "konstan", "naik", 90, 90),
    ("sekali", "per triwulan", "naik", 3, 3),
    ("sekali", "per triwulan", "naik", "BB", "BB"),
    ("akhir", "konstan", "rentang", "45 s.d. 55", "45 s.d. 55"),
    ("rata-rata", "konstan", "turun", 24, 24),
    ("akhir", "konstan", "turun", 30, 30),
    ("jumlah", "per triwulan", "turun", 0, 0),
    ("akhir", "konstan", "naik", Decimal("-2.5"), Decimal("-2.5")),
)
_JENIS = len(_CARA)
_RAKSASA, _RENIK, _SEMUA_UNIT = 38, 50, 24
"""Indicators with a huge figure, with a target next to nothing, and one that all units report."""
_TERSENDIRI = {_RAKSASA: Decimal("98765432109.8765"), _RENIK: Decimal(1_000), _SEMUA_UNIT: Decimal(4)}


def _uraian(benih: int, panjang: int) -> str:
    """Return sentences of about a length."""
    hasil = ""
    while len(hasil) < panjang:
        hasil = f"{hasil} {_KALIMAT[benih % len(_KALIMAT)]}".strip()
        benih += 3
    return hasil


def sebab_terpanjang() -> str:
    """Return a cause of exactly 2,000 characters in lines and lists, as somebody pastes it from elsewhere."""
    baris = ["Penyebab utama:", ""]
    for nomor, kalimat in enumerate(_KALIMAT * 3, start=1):
        baris.append(f"{nomor}. {kalimat}" if nomor % 3 else f"\t- {kalimat}")
    return "\n".join(baris)[: PANJANG - 1].rstrip().ljust(PANJANG - 1, "…") + "."


def _unit() -> list[dict[str, object]]:
    nama = (
        "Sekretariat Dinas",
        "Bidang Bina Marga, Jembatan, Peralatan, dan Perbekalan",
        "Bidang Sumber Daya Air, Irigasi, Rawa, Sungai, Embung, dan Drainase Perkotaan",
        "Bidang Cipta Karya",
        "Bidang Penataan Ruang, Pertanahan, dan Pengendalian Pemanfaatan Ruang Kawasan Strategis",
        "Bidang Jasa Konstruksi",
        "UPTD Laboratorium Bahan Konstruksi",
        "UPTD Pengelolaan Air Limbah Domestik dan Instalasi Pengolahan Lumpur Tinja Terpadu Wilayah Utara dan Selatan",
        "UPTD Alat Berat",
        "UPTD Wilayah Kepulauan",
    )
    return [
        {"kode": f"U{nomor:02d}", "nama": satu, "kepala": f"Kepala {satu}"} for nomor, satu in enumerate(nama, start=1)
    ]


def _sasaran() -> list[dict[str, object]]:
    awal = "Meningkatnya kualitas, jangkauan, dan keberlanjutan layanan infrastruktur dasar"
    panjang = (
        f"{awal} bagi masyarakat di kawasan perkotaan, perdesaan, pesisir, dan kepulauan melalui pembangunan, "
        "pemeliharaan, rehabilitasi, dan pengawasan yang terpadu, berwawasan lingkungan, tangguh bencana, inklusif, "
        "serta dapat dipertanggungjawabkan kepada publik sesuai rencana tata ruang wilayah"
    )
    return [
        {"kode": f"S{nomor}", "nama": panjang if nomor == 3 else f"{awal} bidang {nomor}", "tujuan": awal}
        for nomor in range(1, len(_BANYAK) + 1)
    ]


def _daftar_indikator() -> list[dict[str, object]]:
    batas = list(accumulate(_BANYAK))
    hasil = []
    for n in range(batas[-1]):
        sasaran = next(nomor for nomor, akhir in enumerate(batas) if n < akhir)
        urutan = n - (batas[sasaran - 1] if sasaran else 0) + 1
        hasil.append(_indikator(n, f"I{sasaran + 1}.{urutan}", f"S{sasaran + 1}"))
    return hasil


def _indikator(n: int, kode: str, sasaran: str) -> dict[str, object]:
    jenis = n % _JENIS
    cara, jenis_target, arah, triwulan, setahun = _CARA[jenis]
    nama = f"{_NAMA[jenis]} {kode}"
    hasil: dict[str, object] = {
        "kode": kode,
        "sasaran": sasaran,
        "nama": f"{nama} ({_uraian(n, 220)})" if n % 29 == 7 else nama,
        "satuan": _SATUAN[jenis],
        "arah": arah,
        "cara_gabung": cara,
        "jenis_target": jenis_target,
        "unit": f"U{n % 10 + 1:02d}",
        "desimal": 2 if cara in {"rata-rata", "rasio"} else 0,
        "rumus": _uraian(n, 60 + 40 * (n % 5)),
        "sumber_data": f"Register nomor {n + 1}",
        "target_tahun": setahun,
    }
    hasil |= {f"target_{q}": q * 25 if triwulan is None else triwulan for q in range(1, 5)}
    if cara == "sekali":
        hasil |= dict.fromkeys(("target_1", "target_2", "target_3"))
    if isinstance(triwulan, str) and arah == "naik":
        hasil["skala"] = "SAKIP"
    if jenis == 9:
        hasil["rumus_turun"] = "rasio"
    if jenis == 11:
        hasil["desimal"] = 1
    if n == _RAKSASA:
        hasil |= _target_tetap(Decimal(99_999_999_999)) | {"satuan": "m³ per tahun anggaran", "desimal": 4}
    if n == _RENIK:
        hasil |= _target_tetap(Decimal("0.0001")) | {"desimal": 4}
    if n == _SEMUA_UNIT:
        hasil |= {"unit": "; ".join(f"U{u:02d}" for u in range(1, 11)), "gabung_unit": "jumlah"}
    return hasil


def _target_tetap(nilai: Decimal) -> dict[str, object]:
    return dict.fromkeys(("target_tahun", *(f"target_{q}" for q in range(1, 5))), nilai)


def _realisasi(n: int, q: int) -> dict[str, object]:
    """Return what the unit types as the figure of a quarter, counted from 1."""
    if n % 17 == 3 and q in {2, 4}:
        return {}
    if n % 23 == 11 and q == 3:
        return {"realisasi": "n/a"}
    if n in _TERSENDIRI:
        return {"realisasi": _TERSENDIRI[n]}
    jenis = n % _JENIS
    if _CARA[jenis][0] == "rasio":
        return {"pembilang": Decimal(n * 10 + q), "penyebut": Decimal(n * 11 + 7)}
    if _CARA[jenis][0] == "sekali":
        return {"realisasi": ("B", "BB", "A")[n % 3] if jenis == 6 else Decimal(2 + n % 3)} if q == 4 else {}
    khusus = {9: Decimal(28 * (n % 2)), 10: Decimal(n % 3), 11: Decimal(-n - q).scaleb(-1)}
    if jenis in khusus:
        return {"realisasi": khusus[jenis]}
    dasar = {0: 20, 1: 24 * q, 2: 11_800, 3: 79, 7: 40 + n % 20, 8: 26}[jenis]
    return {"realisasi": dasar + (Decimal(n % 7) / 4 if jenis in {3, 8} else Decimal(n % 5))}


def _riwayat() -> list[dict[str, object]]:
    hasil: list[dict[str, object]] = []
    for n, indikator in enumerate(_daftar_indikator()):
        setahun = indikator["target_tahun"]
        if n % 4 == 3 or isinstance(setahun, str):
            continue
        lama = {f"{apa}_{jarak}": setahun for jarak in (3, 2, 1) for apa in ("target", "realisasi")}
        baris = {"indikator": indikator["kode"], "target_renstra": setahun} | lama
        if n % 6 == 0:
            baris |= {"standar_nasional": setahun, "sumber_standar": f"Standar contoh {n}, bukan angka resmi"}
        hasil.append(baris)
    return hasil


def _anggaran() -> list[dict[str, object]]:
    hasil: list[dict[str, object]] = []
    for p in range(1, 5):
        hasil.append({"kode": f"1.03.{p:02d}", "uraian": f"Program {_KALIMAT[p][:60]}", "tingkat": "program"})
        for k in range(1, 4):
            kode = f"1.03.{p:02d}.2.{k:02d}"
            hasil.append({"kode": kode, "uraian": f"Kegiatan {_KALIMAT[k][:90]}", "tingkat": "kegiatan"})
            hasil += [_subkegiatan(kode, p, k, s) for s in range(1, 5)]
    return hasil


def _subkegiatan(kode: str, p: int, k: int, s: int) -> dict[str, object]:
    nomor = (p - 1) * 12 + (k - 1) * 4 + s
    baris: dict[str, object] = {"kode": f"{kode}.{s:04d}", "uraian": _uraian(nomor, 80), "tingkat": "subkegiatan"}
    baris |= {"unit": f"U{nomor % 10 + 1:02d}", "sasaran": f"S{nomor % len(_BANYAK) + 1}"}
    pagu = 1_234_567_890_123 if nomor == 1 else nomor * 87_654_321
    return baris | {"pagu_murni": pagu, "pagu_renstra": pagu * 5, "realisasi_lalu": pagu * 2}


def _aksi() -> list[dict[str, object]]:
    return [
        {"kode": f"A{nomor:02d}", "unit": f"U{nomor % 10 + 1:02d}", "indikator": f"I2.{nomor % 25 + 1}"}
        | {"kegiatan": _uraian(nomor, 120), "keluaran": "Berita acara", "penanggung_jawab": "Kepala Bidang"}
        | {f"rencana_{q}": f"{q * nomor} lokasi" for q in range(1, 5) if (nomor + q) % 4}
        for nomor in range(1, 41)
    ]


def _induk() -> dict[str, list[dict[str, object]]]:
    contoh = isi_contoh()
    instansi = dict(contoh["instansi"][0]) | {
        "nama": "Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat, Kawasan Permukiman, dan Pertanahan",
        "singkatan": "Dinas PUPR dan Perkim",
        "kepala_jabatan": "Kepala Dinas Pekerjaan Umum, Penataan Ruang, Perumahan Rakyat, Kawasan Permukiman, dan "
        "Pertanahan",
    }
    aturan = {"rumus_turun": "selisih", "batas_bawah": "tanpa batas", "dasar_skala": "Permendagri Nomor 86 Tahun 2017"}
    narasi = {kunci: "\n".join(_uraian(n + k, 700) for k in range(4)) for n, kunci in enumerate(contoh["narasi"][0])}
    return {
        "instansi": [instansi],
        "aturan": [aturan],
        "unit": _unit(),
        "sasaran": _sasaran(),
        "indikator": _daftar_indikator(),
        "anggaran": _anggaran(),
        "rencana_aksi": _aksi(),
        "riwayat": _riwayat(),
        "narasi": [narasi],
        "skala": list(contoh["skala"]),
        "predikat": list(contoh["predikat"]),
    }


_KODE = [str(indikator["kode"]) for indikator in _daftar_indikator()]


def _jawab(formulir: Formulir) -> Isi | None:
    q = formulir.periode.nomor
    if formulir.unit.kode == _UNIT_TANPA_FORMULIR and q > 2:
        return None
    isi: Isi = {}
    for baris in formulir.daftar_baris["indikator"]:
        n = _KODE.index(baris.kunci)
        isi |= {("indikator", baris.kunci, kolom): nilai for kolom, nilai in (_realisasi(n, q) | _kata(n, q)).items()}
    for baris in formulir.daftar_baris["anggaran"]:
        isi["anggaran", baris.kunci, "realisasi"] = (baris.isi["pagu"] * q / 5).to_integral_value()
        isi["anggaran", baris.kunci, "fisik"] = Decimal(24 * q)
    for baris in formulir.daftar_baris["rencana_aksi"]:
        isi["rencana_aksi", baris.kunci, "status"] = ("selesai", "berjalan", "belum mulai")[q % 3]
        isi["rencana_aksi", baris.kunci, "hasil"] = _uraian(q, 60)
        isi["rencana_aksi", baris.kunci, "keterangan"] = _uraian(q + 1, 40)
    isi["progres", f"{formulir.periode.awal.month:02d}", "kegiatan"] = _uraian(q, 100)
    sah = {"penyusun": "Staf", "tanggal": formulir.periode.akhir, "disetujui": "disetujui"}
    return isi | {("pengesahan", butir, "isi"): nilai for butir, nilai in sah.items()}


def _kata(n: int, q: int) -> dict[str, object]:
    """Return a unit's words: mostly some lines, for one indicator all of the longest."""
    if n == 30 and q == 2:
        daftar = ("penjelasan", "faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "data_dukung")
        return {kolom: sebab_terpanjang() for kolom in daftar} | _LANJUTAN
    hasil = {
        "penjelasan": _uraian(n + q, 90) if n % 3 == 0 else "",
        "faktor_pendorong": _uraian(n, 100 + 40 * (n % 6)),
        "faktor_penghambat": _uraian(n + 1, 100 + 60 * (n % 5)),
        "tindak_lanjut": _uraian(n + 2, 120),
        "data_dukung": _TAUTAN if n % 13 == 5 else f"Berita acara nomor {n}/{q}/2025",
    }
    return {kolom: teks for kolom, teks in hasil.items() if teks and n % 19} | (_LANJUTAN if n % 19 else {})


_LANJUTAN: dict[str, object] = {
    "pic": "Kepala Bidang Sumber Daya Air, Irigasi, Rawa, Sungai, Embung, dan Drainase Perkotaan",
    "batas_waktu": date(2026, 3, 31),
}

DINAS = Instansi("dinas", _induk(), _jawab)
