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

from lakip_gen.domain.angka import bulatkan, koma
from lakip_gen.domain.capaian import SERATUS, Capaian, hitung_capaian
from lakip_gen.domain.formulir import Formulir, bersama
from lakip_gen.domain.isian import IsianAnggaran, IsianIndikator, LaporanUnit
from lakip_gen.domain.kinerja import Indikator
from lakip_gen.domain.konsolidasi import baca_akumulasi, dari_triwulan
from lakip_gen.domain.nilai import BelumDilaporkan, Isian, Nilai, Pecahan, Rentang, TidakBerlaku
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.domain.urai import DITOLAK, adalah_persen

BERULANG_PALING_SEDIKIT: Final = 3
"""The same amount on so many budget lines is taken for a copy."""
DIMINTA_TERCAPAI: Final[tuple[str, ...]] = ("faktor_pendorong",)
DIMINTA_BELUM_TERCAPAI: Final[tuple[str, ...]] = ("faktor_penghambat", "tindak_lanjut")


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

    def capaian(self, indikator: Indikator, isian: Isian) -> Decimal | None:
        """Return the capaian of one unit's figure before cap and floor; None for a share of a sum, or a refused one."""
        aturan, periode = self.formulir.induk.aturan, self.formulir.periode
        target = indikator.target(periode, aturan)
        hasil = baca_akumulasi(dari_triwulan(periode.nomor, isian), indikator.cara_gabung, indikator.pengali)
        if target is None or hasil.angka is None or bersama(indikator) or _negatif(indikator, isian, self):
            return None
        capaian = hitung_capaian(hasil.angka, target, indikator.arah, aturan, indikator.rumus_turun)
        return capaian.mentah if isinstance(capaian, Capaian) else None


Pemeriksaan: TypeAlias = Callable[[Konteks], Iterator[Temuan]]


def _tempat(jawaban: IsianIndikator | IsianAnggaran, kolom: str) -> Asal:
    return jawaban.asal.get(kolom, Asal())


def _sel_angka(indikator: Indikator) -> str:
    return "pembilang" if indikator.cara_gabung.sifat.pecahan else "realisasi"


def realisasi_kosong(konteks: Konteks) -> Iterator[Temuan]:
    """Ask for every figure that is due; an entry that comes once a year may wait until the last quarter."""
    for indikator, jawaban in konteks.daftar_pasangan:
        menunggu = indikator.cara_gabung.sifat.sekali and konteks.formulir.periode.nomor < 4  # noqa: PLR2004
        if isinstance(jawaban.isian, BelumDilaporkan) and jawaban.isian != DITOLAK and not menunggu:
            yield temuan("realisasi-kosong", _tempat(jawaban, _sel_angka(indikator)), indikator=indikator.nama)


def tidak_berlaku_tanpa_penjelasan(konteks: Konteks) -> Iterator[Temuan]:
    """Ask why an indicator does not apply, when the unit says so and a target exists."""
    for indikator, jawaban in konteks.daftar_pasangan:
        target = indikator.target(konteks.formulir.periode, konteks.formulir.induk.aturan)
        if isinstance(jawaban.isian, TidakBerlaku) and target is not None and not jawaban.penjelasan:
            yield temuan("tidak-berlaku-tanpa-penjelasan", _tempat(jawaban, "penjelasan"), nilai="n/a")


def capaian_jauh(konteks: Konteks) -> Iterator[Temuan]:
    """Ask for an explanation of a capaian far below or above its target."""
    aturan = konteks.formulir.induk.aturan
    for indikator, jawaban in konteks.daftar_pasangan:
        capaian = konteks.capaian(indikator, jawaban.isian)
        if capaian is None or jawaban.penjelasan:
            continue
        if capaian < aturan.ambang_bawah:
            kode, batas = "capaian-rendah", aturan.ambang_bawah
        elif capaian > aturan.ambang_atas:
            kode, batas = "capaian-tinggi", aturan.ambang_atas
        else:
            continue
        yield temuan(kode, _tempat(jawaban, "penjelasan"), nilai=_persen(capaian), batas=koma(batas))


def faktor_kosong(konteks: Konteks) -> Iterator[Temuan]:
    """Ask for the causes in the unit's own words: the report never invents one."""
    for indikator, jawaban in konteks.daftar_pasangan:
        capaian = konteks.capaian(indikator, jawaban.isian)
        if capaian is None:
            continue
        for kolom in DIMINTA_TERCAPAI if capaian >= SERATUS else DIMINTA_BELUM_TERCAPAI:
            if not getattr(jawaban, kolom):
                kode = kolom.replace("_", "-") + "-kosong"
                yield temuan(kode, _tempat(jawaban, kolom), nilai="", capaian=_persen(capaian))


def tindak_lanjut_tanpa_penanggung_jawab(konteks: Konteks) -> Iterator[Temuan]:
    """Ask who carries out a tindak lanjut and by when."""
    for _, jawaban in konteks.daftar_pasangan:
        if jawaban.tindak_lanjut and not jawaban.pic:
            yield temuan("pic-kosong", _tempat(jawaban, "pic"))
        if jawaban.tindak_lanjut and jawaban.batas_waktu is None:
            yield temuan("batas-waktu-kosong", _tempat(jawaban, "batas_waktu"))


def data_dukung_kosong(konteks: Konteks) -> Iterator[Temuan]:
    """Ask for the evidence behind every figure."""
    for _, jawaban in konteks.daftar_pasangan:
        if isinstance(jawaban.isian, Nilai | Pecahan) and not jawaban.data_dukung:
            yield temuan("data-dukung-kosong", _tempat(jawaban, "data_dukung"))


def angka_negatif(konteks: Konteks) -> Iterator[Temuan]:
    """Refuse figures below zero where the target itself is not."""
    for indikator, jawaban in konteks.daftar_pasangan:
        match jawaban.isian:
            case Nilai(nilai) if _negatif(indikator, jawaban.isian, konteks):
                yield temuan("angka-negatif", _tempat(jawaban, "realisasi"), nilai=koma(nilai))
            case Pecahan(pembilang, penyebut) if pembilang < 0 or penyebut < 0:
                yield temuan("angka-negatif", _tempat(jawaban, "pembilang"), nilai=koma(min(pembilang, penyebut)))
    for anggaran in konteks.laporan.daftar_anggaran:
        if isinstance(anggaran.realisasi, Nilai) and anggaran.realisasi.angka < 0:
            yield temuan("angka-negatif", _tempat(anggaran, "realisasi"), nilai=koma(anggaran.realisasi.angka))


def _negatif(indikator: Indikator, isian: Isian, konteks: Konteks) -> bool:
    """Tell whether a figure lies below zero where it cannot."""
    return isinstance(isian, Nilai) and isian.angka < 0 and not _boleh_negatif(indikator, konteks)


def _boleh_negatif(indikator: Indikator, konteks: Konteks) -> bool:
    target = indikator.target(konteks.formulir.periode, konteks.formulir.induk.aturan)
    terendah = target.bawah if isinstance(target, Rentang) else target
    return terendah is not None and terendah < 0


def persen_di_luar(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about percentages over 100 where the target stays within it; physical progress may never be."""
    for indikator, jawaban in konteks.daftar_pasangan:
        target = indikator.target(konteks.formulir.periode, konteks.formulir.induk.aturan)
        nilai = jawaban.isian.angka if isinstance(jawaban.isian, Nilai) else None
        if isinstance(jawaban.isian, Pecahan) and jawaban.isian.penyebut:
            nilai = jawaban.isian.pembilang / jawaban.isian.penyebut * indikator.pengali
        dalam = isinstance(target, Decimal) and target <= SERATUS
        if (
            adalah_persen(indikator.satuan)
            and nilai is not None
            and nilai > SERATUS
            and dalam
            and not jawaban.penjelasan
        ):
            yield temuan("persen-lebih-100", _tempat(jawaban, _sel_angka(indikator)), nilai=_persen(nilai))
    for anggaran in konteks.laporan.daftar_anggaran:
        if isinstance(anggaran.fisik, Nilai) and not 0 <= anggaran.fisik.angka <= SERATUS:
            yield temuan("fisik-di-luar", _tempat(anggaran, "fisik"), nilai=koma(anggaran.fisik.angka))


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
                    nilai=koma(jawaban.isian.angka),
                    dulu=koma(dulu.isian.angka),
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
            yield temuan("kumulatif-turun", tempat, nilai=koma(sekarang.angka), dulu=koma(dulu.angka))


def angka_tetap(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about a figure that did not move since the quarter before: was it updated at all?"""
    for indikator, jawaban in konteks.daftar_pasangan:
        dulu = _dulu(konteks, indikator)
        sama = isinstance(jawaban.isian, Nilai | Pecahan) and jawaban.isian == dulu
        bergerak = indikator.cara_gabung.sifat.berjalan or indikator.cara_gabung.sifat.pecahan
        belum_penuh = (konteks.capaian(indikator, jawaban.isian) or Decimal(0)) < SERATUS
        if sama and bergerak and belum_penuh and not jawaban.penjelasan:
            yield temuan("angka-tetap", _tempat(jawaban, _sel_angka(indikator)), indikator=indikator.nama)


def _dulu(konteks: Konteks, indikator: Indikator) -> Isian | None:
    jawaban = konteks.sebelumnya.indikator(indikator.kode) if konteks.sebelumnya else None
    return jawaban.isian if jawaban else None


def anggaran_kosong(konteks: Konteks) -> Iterator[Temuan]:
    """Ask for the money and the physical progress of every subkegiatan."""
    for anggaran in konteks.laporan.daftar_anggaran:
        if isinstance(anggaran.realisasi, BelumDilaporkan) and anggaran.realisasi != DITOLAK:
            yield temuan("realisasi-anggaran-kosong", _tempat(anggaran, "realisasi"))
        if isinstance(anggaran.fisik, BelumDilaporkan) and anggaran.fisik != DITOLAK:
            yield temuan("fisik-kosong", _tempat(anggaran, "fisik"))


def lewat_pagu(konteks: Konteks) -> Iterator[Temuan]:
    """Refuse spending above the pagu."""
    pagu = {baris.kunci: baris.isi["pagu"] for baris in konteks.formulir.daftar_baris["anggaran"]}
    for anggaran in konteks.laporan.daftar_anggaran:
        batas = pagu[anggaran.kode]
        if isinstance(anggaran.realisasi, Nilai) and isinstance(batas, Decimal) and anggaran.realisasi.angka > batas:
            tempat = _tempat(anggaran, "realisasi")
            yield temuan("lewat-pagu", tempat, nilai=koma(anggaran.realisasi.angka), pagu=koma(batas))


def anggaran_turun(konteks: Konteks) -> Iterator[Temuan]:
    """Ask about spending up to now that is less than it was a quarter ago, or has not moved."""
    for anggaran in konteks.laporan.daftar_anggaran:
        lalu = konteks.sebelumnya.anggaran(anggaran.kode) if konteks.sebelumnya else None
        if lalu is None or not isinstance(lalu.realisasi, Nilai) or not isinstance(anggaran.realisasi, Nilai):
            continue
        sekarang, dulu = anggaran.realisasi.angka, lalu.realisasi.angka
        tempat = _tempat(anggaran, "realisasi")
        if sekarang < dulu and not anggaran.keterangan:
            yield temuan("anggaran-turun", tempat, nilai=koma(sekarang), dulu=koma(dulu))
        elif sekarang == dulu > 0 and not anggaran.keterangan and sekarang != _pagu(konteks, anggaran.kode):
            yield temuan("anggaran-tetap", tempat, nilai=koma(sekarang))


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
            yield temuan("anggaran-berulang", tempat, nilai=koma(anggaran.realisasi.angka), banyak=banyak)


def rencana_aksi_kosong(konteks: Konteks) -> Iterator[Temuan]:
    """Ask for the state of every step that was planned for the quarter."""
    for aksi in konteks.laporan.daftar_aksi:
        if not aksi.status:
            yield temuan("status-aksi-kosong", aksi.asal.get("status", Asal()), nilai="")
        elif aksi.status in {"belum mulai", "batal"} and not aksi.keterangan:
            yield temuan("aksi-tanpa-keterangan", aksi.asal.get("keterangan", Asal()), nilai=aksi.status)


def progres_kosong(konteks: Konteks) -> Iterator[Temuan]:
    """Ask for the progress report of every month."""
    for bulan in konteks.laporan.daftar_bulan:
        if not bulan.kegiatan:
            yield temuan("progres-kosong", bulan.asal.get("kegiatan", Asal()), bulan=bulan.bulan)


def pengesahan_kurang(konteks: Konteks) -> Iterator[Temuan]:
    """Ask who filled the form and whether the head of the unit validated it."""
    pengesahan = konteks.laporan.pengesahan
    if not pengesahan.penyusun or pengesahan.tanggal is None:
        yield temuan("penyusun-kosong", _butir(konteks, "tanggal" if pengesahan.penyusun else "penyusun"))
    if not pengesahan.disetujui:
        yield temuan("belum-divalidasi", _butir(konteks, "disetujui"))
    elif pengesahan.disetujui != skema.SETUJU[0]:
        yield temuan("perlu-diperbaiki", _butir(konteks, "disetujui"), nilai=pengesahan.catatan or pengesahan.disetujui)


def _butir(konteks: Konteks, kunci: str) -> Asal:
    """Return where an item of the sign-off stands; the sheet where its cell is not known."""
    return konteks.laporan.pengesahan.asal.get(kunci, Asal(konteks.laporan.berkas, skema.PENGESAHAN.nama))


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
    realisasi_kosong,
    tidak_berlaku_tanpa_penjelasan,
    capaian_jauh,
    faktor_kosong,
    tindak_lanjut_tanpa_penanggung_jawab,
    data_dukung_kosong,
    angka_negatif,
    persen_di_luar,
    penyebut_nol,
    sekali_berulang,
    kumulatif_turun,
    angka_tetap,
    anggaran_kosong,
    lewat_pagu,
    anggaran_turun,
    anggaran_berulang,
    rencana_aksi_kosong,
    progres_kosong,
    pengesahan_kurang,
    terlambat,
)


def periksa_isi(konteks: Konteks) -> tuple[Temuan, ...]:
    """Return what all checks of contents found in one report."""
    return tuple(temuan for pemeriksaan in DAFTAR_PEMERIKSAAN for temuan in pemeriksaan(konteks))
