"""Is what the unit reported whole and believable? One report by itself, and beside its earlier quarter.

Each check is a plain function in `DAFTAR_PEMERIKSAAN`; it yields findings and never changes a figure.
A large or odd figure is not refused: it asks for an explanation, and the explanation settles it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from lakip_gen.domain.angka_tertulis import bertitik, bulatkan, koma, terbaca
from lakip_gen.domain.aturan import Aturan
from lakip_gen.domain.capaian import SERATUS
from lakip_gen.domain.formulir import Formulir
from lakip_gen.domain.isian import IsianAnggaran, IsianBulan, IsianIndikator, LaporanUnit
from lakip_gen.domain.kewajiban import HANYA_SELALU, Kewajiban, Syarat, kurang, syarat_aksi
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.nilai import Isian, Nilai, Pecahan
from lakip_gen.domain.pengukuran import negatif
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.domain.urai import PERSEN_MUSTAHIL
from lakip_gen.pesan.bahasa import gabung

BERULANG_PALING_SEDIKIT: Final = 3
"""The same amount on so many budget lines is taken for a copy."""
TAHUN_TERJAUH: Final = 5
"""A date that is so many years after its quarter is taken for a slip; no Renstra is longer."""
SERAPAN_WAJAR: Final = Decimal(50)
"""Work that is done for less than this share of its pagu, in percent, asks for a word."""


@dataclass(frozen=True, slots=True)
class Konteks:
    """What a check may look at.

    Attributes:
        formulir: The form that was handed out.
        laporan: The unit's report of the quarter.
        daftar_lalu: The unit's accepted reports of the year's earlier quarters, oldest first.
    """

    formulir: Formulir
    laporan: LaporanUnit
    daftar_lalu: tuple[LaporanUnit, ...] = ()

    @property
    def sebelumnya(self) -> LaporanUnit | None:
        """The last accepted report of an earlier quarter."""
        return self.daftar_lalu[-1] if self.daftar_lalu else None

    @property
    def daftar_pasangan(self) -> Iterator[tuple[Indikator, IsianIndikator]]:
        """Each indicator of the form with the unit's answer."""
        for baris in self.formulir.daftar_baris["indikator"]:
            jawaban = self.laporan.indikator(baris.kunci)
            if baris.indikator and jawaban:
                yield baris.indikator, jawaban


Pemeriksaan: TypeAlias = Callable[[Konteks], Iterator[Temuan]]


def _tempat(jawaban: IsianIndikator | IsianAnggaran, kolom: str) -> Asal:
    return jawaban.asal.get(kolom, Asal())


def _sel_angka(indikator: Indikator) -> str:
    return "pembilang" if indikator.cara_gabung.sifat.pecahan else "realisasi"


def yang_kurang(konteks: Konteks) -> Iterator[Temuan]:
    """Ask for all that a row owes and does not hold, as the table of `domain.kewajiban` has it."""
    versi = konteks.laporan.versi
    for indikator, jawaban in konteks.daftar_pasangan:
        for satu in kurang("indikator", jawaban.syarat, jawaban, versi):
            nilai, rincian = _rincian(satu.syarat, indikator, jawaban, konteks.formulir.induk.aturan)
            yield temuan(satu.kode, _tempat_kurang(satu, indikator, jawaban), nilai=nilai, **rincian)
    for anggaran in konteks.laporan.daftar_anggaran:
        for satu in kurang("anggaran", HANYA_SELALU, anggaran, versi):
            yield temuan(satu.kode, _tempat(anggaran, satu.kolom))
    for aksi in konteks.laporan.daftar_aksi:
        for satu in kurang("rencana_aksi", syarat_aksi(aksi.status), aksi, versi):
            yield temuan(satu.kode, aksi.asal.get(satu.kolom, Asal()), nilai=aksi.status)
    yield from _bulan_kurang(konteks.laporan)


def _bulan_kurang(laporan: LaporanUnit) -> Iterator[Temuan]:
    """Ask once for all months that lack the same: whoever fills one of them fills the others too."""
    per_kewajiban: dict[Kewajiban, list[IsianBulan]] = {}
    for bulan in laporan.daftar_bulan:
        for satu in kurang("progres", HANYA_SELALU, bulan, laporan.versi):
            per_kewajiban.setdefault(satu, []).append(bulan)
    for satu, daftar in per_kewajiban.items():
        nama = gabung([bulan.bulan for bulan in daftar])
        yield temuan(satu.kode, daftar[0].asal.get(satu.kolom, Asal()), bulan=nama)


def _tempat_kurang(satu: Kewajiban, indikator: Indikator, jawaban: IsianIndikator) -> Asal:
    kolom = satu.tempat or satu.kolom
    return _tempat(jawaban, _sel_angka(indikator) if kolom == "realisasi" else kolom)


def _rincian(
    syarat: Syarat, indikator: Indikator, jawaban: IsianIndikator, aturan: Aturan
) -> tuple[str, dict[str, str]]:
    """Return what a finding shows of the row that owes something: its value, and the parameters of the wording."""
    capaian = _persen(jawaban.capaian.mentah) if jawaban.capaian else ""
    realisasi = jawaban.pengukuran.realisasi.angka if jawaban.pengukuran else None
    match syarat:
        case Syarat.DITUNGGU:
            return "", {"indikator": indikator.nama}
        case Syarat.TIDAK_BERLAKU:
            return "n/a", {}
        case Syarat.CAPAIAN_RENDAH:
            return capaian, {"batas": terbaca(aturan.ambang_bawah)}
        case Syarat.CAPAIAN_TINGGI:
            return capaian, {"batas": terbaca(aturan.ambang_atas)}
        case Syarat.LEWAT_SERATUS if realisasi is not None:
            return _persen(realisasi), {}
    return "", {"capaian": capaian}


def angka_negatif(konteks: Konteks) -> Iterator[Temuan]:
    """Refuse figures below zero where the indicator cannot fall so low."""
    for indikator, jawaban in konteks.daftar_pasangan:
        if di_bawah_nol := negatif(jawaban.isian, indikator):
            kolom, nilai = di_bawah_nol
            yield temuan("angka-negatif", _tempat(jawaban, kolom), nilai=terbaca(nilai))
    for anggaran in konteks.laporan.daftar_anggaran:
        if isinstance(anggaran.realisasi, Nilai) and anggaran.realisasi.angka < 0:
            yield temuan("angka-negatif", _tempat(anggaran, "realisasi"), nilai=terbaca(anggaran.realisasi.angka))


def fisik_di_luar(konteks: Konteks) -> Iterator[Temuan]:
    """Refuse physical progress outside 0 to 100 percent; what no percentage can be is told when it is read."""
    for anggaran in konteks.laporan.daftar_anggaran:
        if not isinstance(anggaran.fisik, Nilai) or anggaran.fisik.angka > PERSEN_MUSTAHIL:
            continue
        if not 0 <= anggaran.fisik.angka <= SERATUS:
            yield temuan("fisik-di-luar", _tempat(anggaran, "fisik"), nilai=terbaca(anggaran.fisik.angka))


def penyebut_nol(konteks: Konteks) -> Iterator[Temuan]:
    """Refuse a ratio whose penyebut is 0."""
    for _, jawaban in konteks.daftar_pasangan:
        if isinstance(jawaban.isian, Pecahan) and jawaban.isian.penyebut == 0:
            yield temuan("penyebut-nol", _tempat(jawaban, "penyebut"), nilai="0")


def sekali_berulang(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about a second entry of an indicator that is reported once a year."""
    for indikator, jawaban in konteks.daftar_pasangan:
        if not indikator.cara_gabung.sifat.sekali or not isinstance(jawaban.isian, Nilai):
            continue
        for lalu in konteks.daftar_lalu:
            dulu = lalu.indikator(indikator.kode)
            if dulu and isinstance(dulu.isian, Nilai) and dulu.isian != jawaban.isian and not jawaban.penjelasan:
                yield temuan(
                    "sekali-berulang",
                    _tempat(jawaban, "realisasi"),
                    nilai=terbaca(jawaban.isian.angka),
                    dulu=terbaca(dulu.isian.angka),
                    periode=lalu.periode.nama_pendek,
                )


def kumulatif_turun(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about a running total below that of the quarter before."""
    for indikator, jawaban in konteks.daftar_pasangan:
        sekarang, dulu = jawaban.isian, _dulu(konteks, indikator)
        if not indikator.cara_gabung.sifat.berjalan or jawaban.penjelasan:
            continue
        if isinstance(sekarang, Nilai) and isinstance(dulu, Nilai) and sekarang.angka < dulu.angka:
            tempat = _tempat(jawaban, "realisasi")
            yield temuan("kumulatif-turun", tempat, nilai=terbaca(sekarang.angka), dulu=terbaca(dulu.angka))


def angka_tetap(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about a figure that did not move since the quarter before: was it updated at all?"""
    for indikator, jawaban in konteks.daftar_pasangan:
        dulu = _dulu(konteks, indikator)
        sama = isinstance(jawaban.isian, Nilai | Pecahan) and jawaban.isian == dulu
        bergerak = indikator.cara_gabung.sifat.berjalan or indikator.cara_gabung.sifat.pecahan
        belum_penuh = jawaban.capaian is None or jawaban.capaian.mentah < SERATUS
        if sama and bergerak and belum_penuh and not jawaban.penjelasan:
            yield temuan("angka-tetap", _tempat(jawaban, _sel_angka(indikator)), indikator=indikator.nama)


def _dulu(konteks: Konteks, indikator: Indikator) -> Isian | None:
    jawaban = konteks.sebelumnya.indikator(indikator.kode) if konteks.sebelumnya else None
    return jawaban.isian if jawaban else None


def lewat_pagu(konteks: Konteks) -> Iterator[Temuan]:
    """Refuse spending above the pagu."""
    pagu = {baris.kunci: baris.isi["pagu"] for baris in konteks.formulir.daftar_baris["anggaran"]}
    for anggaran in konteks.laporan.daftar_anggaran:
        batas = pagu[anggaran.kode]
        if isinstance(anggaran.realisasi, Nilai) and isinstance(batas, Decimal) and anggaran.realisasi.angka > batas:
            tempat = _tempat(anggaran, "realisasi")
            yield temuan("lewat-pagu", tempat, nilai=bertitik(anggaran.realisasi.angka), pagu=bertitik(batas))


def anggaran_turun(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about spending up to now that is less than it was a quarter ago, or has not moved."""
    for anggaran in konteks.laporan.daftar_anggaran:
        lalu = konteks.sebelumnya.anggaran(anggaran.kode) if konteks.sebelumnya else None
        if lalu is None or not isinstance(lalu.realisasi, Nilai) or not isinstance(anggaran.realisasi, Nilai):
            continue
        sekarang, dulu = anggaran.realisasi.angka, lalu.realisasi.angka
        tempat = _tempat(anggaran, "realisasi")
        if sekarang < dulu and not anggaran.keterangan:
            yield temuan("anggaran-turun", tempat, nilai=bertitik(sekarang), dulu=bertitik(dulu))
        elif sekarang == dulu > 0 and not anggaran.keterangan and sekarang != _pagu(konteks, anggaran.kode):
            yield temuan("anggaran-tetap", tempat, nilai=bertitik(sekarang))


def fisik_tanpa_uang(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about work that is finished while most of its money was never spent."""
    for anggaran in konteks.laporan.daftar_anggaran:
        pagu, uang, fisik = _pagu(konteks, anggaran.kode), anggaran.realisasi, anggaran.fisik
        if not isinstance(uang, Nilai) or not isinstance(fisik, Nilai) or not isinstance(pagu, Decimal) or not pagu:
            continue
        terserap = uang.angka / pagu * SERATUS
        if fisik.angka >= SERATUS and terserap < SERAPAN_WAJAR and not anggaran.keterangan:
            yield temuan(
                "fisik-tanpa-uang", _tempat(anggaran, "fisik"), nilai=koma(fisik.angka), serapan=_persen(terserap)
            )


def _pagu(konteks: Konteks, kode: str) -> object:
    return next(b.isi["pagu"] for b in konteks.formulir.daftar_baris["anggaran"] if b.kunci == kode)


def anggaran_berulang(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about one amount that stands on many lines: it is usually a copy."""
    daftar = [a for a in konteks.laporan.daftar_anggaran if isinstance(a.realisasi, Nilai) and a.realisasi.angka > 0]
    hitung = Counter(a.realisasi for a in daftar)
    for anggaran in daftar:
        if hitung[anggaran.realisasi] >= BERULANG_PALING_SEDIKIT and isinstance(anggaran.realisasi, Nilai):
            banyak = hitung[anggaran.realisasi]
            tempat = _tempat(anggaran, "realisasi")
            yield temuan("anggaran-berulang", tempat, nilai=bertitik(anggaran.realisasi.angka), banyak=banyak)


def pengesahan_kurang(konteks: Konteks) -> Iterator[Temuan]:
    """Ask who filled the form and whether the head of the unit validated it."""
    pengesahan = konteks.laporan.pengesahan
    pertama: dict[str, Kewajiban] = {}
    for satu in kurang("pengesahan", HANYA_SELALU, pengesahan, konteks.laporan.versi):
        pertama.setdefault(satu.kode, satu)  # who wrote it, and when, is one question
    for kode, satu in pertama.items():
        yield temuan(kode, _butir(konteks, satu.kolom))
    if pengesahan.disetujui and pengesahan.disetujui != skema.SETUJU[0]:
        yield temuan("perlu-diperbaiki", _butir(konteks, "disetujui"), nilai=pengesahan.catatan or pengesahan.disetujui)


def _butir(konteks: Konteks, kunci: str) -> Asal:
    """Return where an item of the sign-off stands; the sheet where its cell is not known."""
    return konteks.laporan.pengesahan.asal.get(kunci, Asal(konteks.laporan.berkas, skema.PENGESAHAN.nama))


def tanggal_mustahil(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about dates that cannot be: over before the quarter was, approved before written, or years from now."""
    akhir, sah = konteks.formulir.periode.akhir, konteks.laporan.pengesahan
    berakhir = f"sebelum triwulannya berakhir, {akhir:%d/%m/%Y}"
    daftar = [
        ("Batas waktu", jawaban.batas_waktu, akhir, berakhir, _tempat(jawaban, "batas_waktu"))
        for _, jawaban in konteks.daftar_pasangan
    ]
    daftar.append(("Tanggal penyusunan", sah.tanggal, akhir, berakhir, _butir(konteks, "tanggal")))
    dasar = (sah.tanggal, f"sebelum formulirnya disusun, {sah.tanggal:%d/%m/%Y}") if sah.tanggal else (akhir, berakhir)
    daftar.append(("Tanggal validasi", sah.tanggal_pengesahan, *dasar, _butir(konteks, "tanggal_pengesahan")))
    terjauh = akhir.replace(year=akhir.year + TAHUN_TERJAUH)
    for apa, tanggal, paling_dulu, sebab, tempat in daftar:
        if tanggal and not paling_dulu <= tanggal <= terjauh:
            alasan = sebab if tanggal < paling_dulu else f"lebih dari {TAHUN_TERJAUH} tahun sesudah triwulannya"
            yield temuan("tanggal-mustahil", tempat, nilai=f"{tanggal:%d/%m/%Y}", apa=apa, sebab=alasan)


def terlambat(konteks: Konteks) -> Iterator[Temuan]:
    """Tell when the form was finished after its deadline, by the date that the unit itself wrote."""
    tanggal = konteks.laporan.pengesahan.tanggal
    tenggat = konteks.formulir.induk.aturan.tenggat[konteks.formulir.periode.nomor - 1]
    if tanggal and tenggat and tanggal > tenggat:
        asal = _butir(konteks, "tanggal")
        yield temuan("terlambat", asal, nilai=f"{tanggal:%d/%m/%Y}", hari=(tanggal - tenggat).days)


def _persen(angka: Decimal) -> str:
    return f"{koma(bulatkan(angka, 2))}%"


DAFTAR_PEMERIKSAAN: tuple[Pemeriksaan, ...] = (
    yang_kurang,
    angka_negatif,
    fisik_di_luar,
    penyebut_nol,
    sekali_berulang,
    kumulatif_turun,
    angka_tetap,
    lewat_pagu,
    anggaran_turun,
    anggaran_berulang,
    fisik_tanpa_uang,
    pengesahan_kurang,
    tanggal_mustahil,
    terlambat,
)


def periksa_isi(konteks: Konteks) -> tuple[Temuan, ...]:
    """Return what all checks of contents found in one report."""
    return tuple(temuan for pemeriksaan in DAFTAR_PEMERIKSAAN for temuan in pemeriksaan(konteks))
