"""Reading a year: the buku induk, then quarter by quarter every unit's form, with all that was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lakip_gen.domain.formulir import Formulir, siapkan_formulir
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan, LaporanUnit
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import StatusLaporan, StatusUnit
from lakip_gen.domain.skema import formulir as skema_formulir
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.skema import kolom as skema_kolom
from lakip_gen.domain.skema.kolom import baca_versi
from lakip_gen.domain.temuan import Asal, Temuan, Tingkat, temuan
from lakip_gen.excel.reader.read import baca_buku
from lakip_gen.formulir.baca import belum_diisi, susun_laporan
from lakip_gen.formulir.bentuk import periksa_catatan, periksa_rumus, periksa_tak_dibaca, periksa_terkunci
from lakip_gen.formulir.isi import Konteks, periksa_isi
from lakip_gen.formulir.kenali import kenali
from lakip_gen.formulir.luruskan import luruskan
from lakip_gen.formulir.pengganti import ganti
from lakip_gen.formulir.rupa import periksa_rupa
from lakip_gen.induk import susun_induk
from lakip_gen.pesan.katalog import ada_galat, bertingkat, katalog
from lakip_gen.storage.fault_log import record_fault
from lakip_gen.storage.inbox import check_inbox
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest

_KOSONG = ("-kosong", "belum-divalidasi")
"""How the codes end that ask for something that is not there."""

_TABEL_HILANG = frozenset({"induk-kolom-hilang", "lembar-tanpa-kepala"})
"""Codes of the buku induk that are told alone: what its other cells say without the lost ones is no finding."""

Maju = Callable[[str], None]
"""Called with a file's name before it is read, for a progress bar."""


def diam(_nama: str) -> None:
    """Report no progress."""


def baca_induk(ruang: Workspace, tahun: int) -> tuple[Induk | None, tuple[Temuan, ...]]:
    """Return the year's buku induk and everything wrong with it; None when a galat makes it unfit."""
    berkas = ruang.induk(tahun)
    letak = ruang.relative(berkas)
    if not berkas.is_file():
        return None, (temuan("induk-hilang", Asal(letak), letak=letak),)
    isi, daftar = read_file(berkas, letak)
    if isi is None:
        return None, daftar
    mentah, daftar_temuan = baca_buku(isi, letak, skema_induk.DAFTAR_LEMBAR)
    if mentah is None:
        return None, daftar_temuan
    daftar_temuan = tuple(map(_pada_induk, daftar_temuan))
    if tanpa := {t.asal.lembar for t in daftar_temuan if t.kode in _TABEL_HILANG}:
        return None, tuple(t for t in daftar_temuan if t.kode in _TABEL_HILANG or t.asal.lembar not in tanpa)
    induk, daftar = susun_induk(mentah, tahun)
    daftar_temuan += daftar
    return (None if ada_galat(daftar_temuan) else induk), daftar_temuan


def _pada_induk(satu: Temuan) -> Temuan:
    """Return a finding as the planner is told it, heavier where rows were not read: a cut master is no master."""
    if satu.kode == "kolom-hilang":
        return replace(satu, kode="induk-kolom-hilang")
    if satu.kode != "isi-di-luar-batas":
        return satu
    nomor = satu.asal.sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    terbaca = bool(nomor) and int(nomor) <= int(dict(satu.rincian)["baris"])
    return satu if terbaca else replace(satu, kode="induk-terpotong")


@dataclass(frozen=True, slots=True)
class IsianMasuk:
    """One file of the inbox that is a form of a known unit: its cells and the form it should be.

    Attributes:
        cacat: What keeps it from being taken as it stands, though its content is known; None for a sound one.
    """

    formulir: Formulir
    mentah: BukuMentah
    sidik: str
    daftar_temuan: tuple[Temuan, ...] = ()
    cacat: Temuan | None = None

    @property
    def unit(self) -> Unit:
        """The unit the form says it is from."""
        return self.formulir.unit


@dataclass(frozen=True, slots=True)
class HasilUnit:
    """What became of one unit's form of one quarter; `sidik` is the SHA-256 of the file that was checked."""

    status: StatusLaporan
    formulir: Formulir
    mentah: BukuMentah | None = None
    daftar_temuan: tuple[Temuan, ...] = ()
    sidik: str = ""


@dataclass(frozen=True, slots=True)
class HasilTriwulan:
    """One quarter's inbox, unit by unit, and the findings that belong to no unit."""

    triwulan: Periode
    daftar_unit: tuple[HasilUnit, ...]
    daftar_temuan: tuple[Temuan, ...] = ()

    @property
    def semua_temuan(self) -> tuple[Temuan, ...]:
        """Everything found in the quarter."""
        return (*self.daftar_temuan, *(t for hasil in self.daftar_unit for t in hasil.daftar_temuan))


@dataclass(frozen=True, slots=True)
class HasilBaca:
    """All quarters up to a period's end."""

    kumpulan: Kumpulan
    daftar_triwulan: tuple[HasilTriwulan, ...] = field(default=())


def baca_triwulan_semua(ruang: Workspace, induk: Induk, periode: Periode, maju: Maju = diam) -> HasilBaca:
    """Return the reports of every quarter up to the period's last one, oldest first."""
    diterima: dict[tuple[str, Periode], LaporanUnit] = {}
    hasil: list[HasilTriwulan] = []
    for triwulan in periode.sampai_dengan:
        satu = baca_triwulan(ruang, induk, triwulan, Kumpulan(dict(diterima)), maju)
        for unit in satu.daftar_unit:
            if unit.status.laporan is not None:
                diterima[unit.status.unit.kode, triwulan] = unit.status.laporan
        hasil.append(satu)
    return HasilBaca(Kumpulan(diterima), tuple(hasil))


def baca_triwulan(
    ruang: Workspace, induk: Induk, triwulan: Periode, lalu: Kumpulan, maju: Maju = diam
) -> HasilTriwulan:
    """Return what lies in a quarter's inbox, unit by unit.

    Args:
        ruang: The working folder.
        induk: The year's buku induk.
        triwulan: The quarter.
        lalu: The accepted reports of the earlier quarters.
        maju: Told each file's name before it is read.
    """
    daftar_berkas = [(berkas, f"{triwulan.folder}/{berkas.name}") for berkas in ruang.form_files(triwulan)]
    hasil = _baca_daftar(daftar_berkas, induk, triwulan, lalu, maju, ruang.root)
    return replace(hasil, daftar_temuan=(*hasil.daftar_temuan, *check_inbox(ruang, triwulan)))


def baca_satu(berkas: Path, letak: str, induk: Induk, triwulan: Periode, lalu: Kumpulan) -> HasilTriwulan:
    """Return what one file holds, as if it were alone in its quarter's inbox."""
    hasil = _baca_daftar([(berkas, letak)], induk, triwulan, lalu, diam)
    return replace(hasil, daftar_unit=tuple(u for u in hasil.daftar_unit if u.status.berkas))


def _baca_daftar(
    daftar_berkas: Sequence[tuple[Path, str]],
    induk: Induk,
    triwulan: Periode,
    lalu: Kumpulan,
    maju: Maju,
    akar: Path | None = None,
) -> HasilTriwulan:
    daftar_masuk: list[IsianMasuk] = []
    tanpa_unit: list[Temuan] = []
    formulir = {unit.kode: siapkan_formulir(induk, unit, triwulan, lalu) for unit in induk.daftar_unit}
    for berkas, letak in daftar_berkas:
        maju(berkas.name)
        masuk, daftar_temuan = _baca_aman(berkas, letak, induk, triwulan, formulir, akar)
        if masuk is None:
            tanpa_unit += daftar_temuan
        else:
            daftar_masuk.append(replace(masuk, daftar_temuan=daftar_temuan))
    return HasilTriwulan(
        triwulan,
        tuple(
            _hasil_aman(formulir[unit.kode], [m for m in daftar_masuk if m.unit.kode == unit.kode], lalu)
            for unit in induk.daftar_unit
        ),
        tuple(tanpa_unit),
    )


def _baca_aman(
    berkas: Path, letak: str, induk: Induk, triwulan: Periode, formulir: dict[str, Formulir], akar: Path | None
) -> tuple[IsianMasuk | None, tuple[Temuan, ...]]:
    """Read one file; a fault of the program in it is written down and costs no other file its turn."""
    try:
        return _baca_formulir(berkas, letak, induk, triwulan, formulir, akar)
    except Exception as salah:  # noqa: BLE001 - the one boundary of a file
        return None, (_gagal(letak, salah),)


def _gagal(letak: str, salah: Exception) -> Temuan:
    try:
        catatan = str(record_fault(salah))
    except OSError:
        catatan = "(catatan tidak dapat ditulis)"
    return temuan("berkas-gagal", Asal(letak), catatan=catatan)


def _baca_formulir(
    berkas: Path, letak: str, induk: Induk, triwulan: Periode, formulir: dict[str, Formulir], akar: Path | None
) -> tuple[IsianMasuk | None, tuple[Temuan, ...]]:
    isi, daftar = read_file(berkas, letak, akar)
    if isi is None:
        return None, daftar
    mentah, daftar_temuan = baca_buku(isi, letak, skema_formulir.DAFTAR_LEMBAR)
    if mentah is None:
        return None, daftar_temuan
    kenal = kenali(mentah, induk, triwulan)
    if kenal.unit is None:
        return None, kenal.daftar_temuan  # a foreign workbook gets one sentence, not a hundred
    milik = formulir[kenal.unit.kode].pada(baca_versi(mentah.meta.get("versi")))
    mentah, berpindah = luruskan(mentah, milik)
    daftar_temuan = (*kenal.daftar_temuan, *daftar_temuan, *berpindah, *periksa_catatan(mentah))
    return IsianMasuk(milik, mentah, digest(isi), cacat=kenal.cacat), daftar_temuan


def _hasil_aman(formulir: Formulir, daftar_masuk: list[IsianMasuk], lalu: Kumpulan) -> HasilUnit:
    """Check one unit's files; a fault of the program in them refuses the unit and nobody else."""
    try:
        return _hasil_unit(formulir, daftar_masuk, lalu)
    except Exception as salah:  # noqa: BLE001 - the one boundary of a unit
        nama = ", ".join(masuk.mentah.berkas for masuk in daftar_masuk)
        ditolak = StatusLaporan(formulir.unit, formulir.periode, StatusUnit.DITOLAK, nama, galat=1)
        return HasilUnit(ditolak, formulir, None, _milik(formulir.unit, (_gagal(nama, salah),)))


def _hasil_unit(formulir: Formulir, daftar_masuk: list[IsianMasuk], lalu: Kumpulan) -> HasilUnit:
    """Decide which of a unit's files is its report; two that differ are never chosen between."""
    terisi = [masuk for masuk in daftar_masuk if not belum_diisi(masuk.mentah, formulir)]
    kosong = StatusLaporan(formulir.unit, formulir.periode, StatusUnit.BELUM)
    if not terisi:
        daftar = _milik(formulir.unit, (_belum(masuk) for masuk in daftar_masuk))
        berkas = daftar_masuk[0].mentah.berkas if daftar_masuk else ""
        return HasilUnit(replace(kosong, berkas=berkas), formulir, None, daftar)
    dipakai = [masuk for masuk in terisi if masuk.cacat is None] or terisi
    tersisih = tuple(_tersisih(masuk, dipakai[0]) for masuk in terisi if masuk not in dipakai)
    berbeda = {_isi(masuk.mentah) for masuk in dipakai}
    nama = ", ".join(masuk.mentah.berkas for masuk in dipakai)
    if len(berbeda) > 1:
        ganda = temuan("unit-ganda", Asal(dipakai[0].mentah.berkas), unit=formulir.unit.nama, berkas=nama)
        daftar = _milik(formulir.unit, (ganda, *tersisih))
        ditolak = replace(kosong, status=StatusUnit.DITOLAK, berkas=nama, galat=1)
        return HasilUnit(ditolak, formulir, None, daftar)
    sama = (
        (temuan("unit-ganda-sama", Asal(dipakai[0].mentah.berkas), unit=formulir.unit.nama, berkas=nama),)
        if len(dipakai) > 1
        else ()
    )
    return _periksa(dipakai[0].formulir, dipakai[0], lalu, (*sama, *tersisih))


def _tersisih(masuk: IsianMasuk, dipakai: IsianMasuk) -> Temuan:
    """Return what to say of an unusable form that lies beside a sound one of the same unit."""
    sebab = katalog()[masuk.cacat.kode].judul if masuk.cacat else ""
    banding = "sama dengan" if _isi(masuk.mentah) == _isi(dipakai.mentah) else "berbeda dari"
    return temuan(
        "formulir-tersisih", Asal(masuk.mentah.berkas), sebab=sebab, banding=banding, dipakai=dipakai.mentah.berkas
    )


def _belum(masuk: IsianMasuk) -> Temuan:
    return temuan("belum-diisi", Asal(masuk.mentah.berkas), unit=masuk.unit.nama)


def _isi(mentah: BukuMentah) -> tuple[tuple[str, str, str, str], ...]:
    """Return all that somebody could have typed, for telling whether two files say the same."""
    return tuple(
        sorted(
            (kunci, baris.kunci, kolom.kunci, baris.sel[kolom.kunci].teks)
            for kunci, lembar in mentah.lembar.items()
            for definisi in skema_formulir.DAFTAR_LEMBAR
            if definisi.kunci == kunci
            for baris in lembar.daftar_baris
            for kolom in definisi.kolom_isian
            if kolom.kunci in baris.sel and not baris.sel[kolom.kunci].kosong
        )
    )


def _periksa(formulir: Formulir, masuk: IsianMasuk, lalu: Kumpulan, awal: tuple[Temuan, ...]) -> HasilUnit:
    laporan, daftar_temuan = susun_laporan(masuk.mentah, formulir)
    daftar_lalu = tuple(
        lama for p in formulir.periode.sampai_dengan[:-1] if (lama := lalu.laporan(formulir.unit.kode, p)) is not None
    )
    konteks = Konteks(formulir, laporan, daftar_lalu)
    semua = _satu_per_sebab(
        (
            *awal,
            *masuk.daftar_temuan,
            *periksa_terkunci(masuk.mentah, formulir),
            *periksa_rupa(masuk.mentah, formulir),
            *daftar_temuan,
            *periksa_isi(konteks),
            *periksa_rumus(masuk.mentah, konteks),
            *periksa_tak_dibaca(masuk.mentah, konteks),
        )
    )
    if masuk.cacat:
        nama = Workspace.return_name(formulir.unit.kode, formulir.periode)
        semua = ganti(masuk.cacat, masuk.mentah, formulir, semua, nama)
    semua = _milik(formulir.unit, semua)
    galat = bertingkat(semua, Tingkat.GALAT)
    status = StatusLaporan(
        formulir.unit,
        formulir.periode,
        StatusUnit.DITOLAK if galat else StatusUnit.DITERIMA,
        masuk.mentah.berkas,
        galat,
        bertingkat(semua, Tingkat.PERINGATAN),
        None if galat else laporan,
    )
    return HasilUnit(status, formulir, masuk.mentah, semua, masuk.sidik)


def _satu_per_sebab(daftar_temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return one finding for each cause.

    How a cell was understood, or what is odd about it, is no news where it is refused, nor that it is empty where
    what stood in it was thrown out; and what a lost column or header row leaves behind is not told cell by cell.
    """
    daftar = tuple(dict.fromkeys(daftar_temuan))
    berat = {(t.asal, t.kode) for t in daftar if t.asal.sel and katalog()[t.kode].tingkat is not Tingkat.INFO}
    galat = {t.asal for t in daftar if t.asal.sel and katalog()[t.kode].tingkat is Tingkat.GALAT}
    ditolak = {asal for asal, kode in berat if not kode.endswith(_KOSONG)}
    tanpa_kolom = {t.asal.lembar for t in daftar if t.kode == "kolom-hilang"}
    kunci = skema_kolom.KUNCI.judul
    tanpa_kunci = {t.asal.lembar for t in daftar if t.kode == "kolom-hilang" and dict(t.rincian)["kolom"] == kunci}
    tanpa_kepala = {dict(t.rincian)["lembar"] for t in daftar if t.kode == "lembar-tanpa-kepala"}
    return tuple(
        t
        for t in daftar
        if not (
            (t.asal in galat and katalog()[t.kode].tingkat is not Tingkat.GALAT)
            or (t.asal in ditolak and t.kode.endswith(_KOSONG))
            or (tanpa_kolom and not t.asal.berkas)
            or (t.asal.lembar in tanpa_kolom and t.kode in {"isi-di-luar", "isi-di-luar-banyak"})
            or (t.asal.lembar in tanpa_kunci and t.kode in {"baris-tanpa-kunci", "kunci-hilang"})
            or (t.asal.lembar in tanpa_kepala and t.kode == "lembar-hilang")
        )
    )


def _milik(unit: Unit, daftar_temuan: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return findings marked as the unit's."""
    return tuple(replace(butir, unit=unit.kode) for butir in daftar_temuan)
