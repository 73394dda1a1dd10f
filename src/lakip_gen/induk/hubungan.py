"""References that lead nowhere, tables that are empty, rows that contradict each other."""

from __future__ import annotations

from decimal import Decimal

from lakip_gen.domain.anggaran import Anggaran, TingkatAnggaran, cari_induk
from lakip_gen.domain.angka_tertulis import koma
from lakip_gen.domain.capaian import SERATUS, Arah
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Aksi, Indikator, TindakLanjutLalu
from lakip_gen.domain.narasi_kinerja import NarasiKinerja
from lakip_gen.domain.skema import induk as skema
from lakip_gen.domain.skema import induk_indikator as skema_indikator
from lakip_gen.domain.skema.kolom import Lembar
from lakip_gen.domain.temuan import Asal
from lakip_gen.induk.pembaca import PembacaBuku


def periksa_hubungan(baca: PembacaBuku, induk: Induk) -> None:
    """Find references that lead nowhere and tables that are empty."""
    kode_unit = {unit.kode for unit in induk.daftar_unit}
    kode_sasaran = {sasaran.kode for sasaran in induk.daftar_sasaran}
    kode_indikator = {indikator.kode for indikator in induk.daftar_indikator}
    pengampu = [(indikator, kode) for indikator in induk.daftar_indikator for kode in indikator.daftar_unit]
    for indikator, kode in pengampu:
        if kode not in kode_unit:
            _acuan_hilang(baca, "unit-tidak-terdaftar", skema.UNIT, indikator.asal["unit"], kode)
    daftar_milik: tuple[Indikator | NarasiKinerja, ...] = (*induk.daftar_indikator, *induk.daftar_narasi)
    for milik in daftar_milik:
        if milik.sasaran and milik.sasaran not in kode_sasaran:
            _acuan_hilang(baca, "sasaran-asing", skema.SASARAN, milik.asal["sasaran"], milik.sasaran)
    for anggaran in induk.daftar_anggaran:
        _periksa_anggaran(baca, anggaran, induk, kode_unit, kode_sasaran)
    bertautan: tuple[Aksi | TindakLanjutLalu, ...] = (*induk.daftar_aksi, *induk.daftar_tindak_lanjut)
    for satu in bertautan:
        if satu.unit and satu.unit not in kode_unit:
            _acuan_hilang(baca, "unit-tidak-terdaftar", skema.UNIT, satu.asal["unit"], satu.unit)
    diminta = (data for luar in induk.daftar_instansi_luar for data in luar.daftar_data)
    for yang in (*bertautan, *diminta, *induk.daftar_pembanding, *induk.daftar_narasi):
        if yang.indikator and yang.indikator not in kode_indikator:
            baca.temukan("indikator-asing", yang.asal["indikator"], yang.indikator)
    _periksa_kosong(baca, induk)
    _periksa_arah(baca, induk)
    _periksa_bobot(baca, induk)


def _acuan_hilang(baca: PembacaBuku, kode_temuan: str, lembar: Lembar, asal: Asal, kode: str) -> None:
    """Find a reference to what is not on its sheet, or is not in force."""
    if (sebab := baca.di_luar_masa.get((lembar.kunci, kode))) is not None:
        baca.temukan("acuan-di-luar-masa", asal, kode, lembar=lembar.nama, sebab=sebab)
    else:
        baca.temukan(kode_temuan, asal, kode)


def _periksa_anggaran(
    baca: PembacaBuku, anggaran: Anggaran, induk: Induk, kode_unit: set[str], kode_sasaran: set[str]
) -> None:
    if anggaran.unit and anggaran.unit not in kode_unit:
        _acuan_hilang(baca, "unit-tidak-terdaftar", skema.UNIT, anggaran.asal["unit"], anggaran.unit)
    if anggaran.sasaran and anggaran.sasaran not in kode_sasaran:
        _acuan_hilang(baca, "sasaran-asing", skema.SASARAN, anggaran.asal["sasaran"], anggaran.sasaran)
    seharusnya = {
        TingkatAnggaran.KEGIATAN: TingkatAnggaran.PROGRAM,
        TingkatAnggaran.SUBKEGIATAN: TingkatAnggaran.KEGIATAN,
    }.get(anggaran.tingkat)
    atas = cari_induk(anggaran, induk.daftar_anggaran)
    if seharusnya is not None and (atas is None or atas.tingkat is not seharusnya):
        baca.temukan(
            "rekening-tanpa-induk",
            anggaran.asal["kode"],
            anggaran.kode,
            tingkat=anggaran.tingkat.value,
            induk=seharusnya.value,
        )


def _periksa_kosong(baca: PembacaBuku, induk: Induk) -> None:
    for lembar, daftar in (
        (skema.UNIT, induk.daftar_unit),
        (skema.SASARAN, induk.daftar_sasaran),
        (skema_indikator.INDIKATOR, induk.daftar_indikator),
    ):
        if not daftar and lembar.kunci in baca.mentah.lembar:
            baca.temukan("induk-tabel-kosong", Asal(baca.mentah.berkas, lembar.nama), lembar=lembar.nama)
    for sasaran in induk.daftar_sasaran:
        if not induk.indikator_sasaran(sasaran.kode):
            baca.temukan("sasaran-tanpa-indikator", sasaran.asal["kode"], sasaran.kode)


def _periksa_arah(baca: PembacaBuku, induk: Induk) -> None:
    """Find an indicator that is marked naik in one row and turun in another."""
    arah: dict[str, Arah] = {}
    for indikator in induk.daftar_indikator:
        nama = indikator.nama.casefold()
        if arah.setdefault(nama, indikator.arah) is not indikator.arah:
            baca.temukan("arah-berbeda", indikator.asal["arah"], indikator.arah.value, lain=arah[nama].value)


def _periksa_bobot(baca: PembacaBuku, induk: Induk) -> None:
    """Find weights that are missing, that are never used, or that do not make up a whole."""
    ada = [indikator for indikator in induk.daftar_indikator if indikator.bobot is not None]
    if not induk.aturan.berbobot:
        if ada:
            baca.temukan("bobot-tidak-dipakai", ada[0].asal["bobot"], cara=induk.aturan.cara_rata.value)
        return
    for indikator in induk.daftar_indikator:
        if indikator.bobot is None and not baca.sudah_ditemukan(indikator.asal["bobot"]):
            baca.temukan("bobot-kosong", indikator.asal["bobot"], indikator.kode)
    if len(ada) == len(induk.daftar_indikator) and ada:
        _periksa_jumlah_bobot(baca, induk)


def _periksa_jumlah_bobot(baca: PembacaBuku, induk: Induk) -> None:
    """Ask about weights that make up 100 neither together nor within each sasaran."""
    per_sasaran: dict[str, Decimal] = {}
    for indikator in induk.daftar_indikator:
        per_sasaran[indikator.sasaran] = per_sasaran.get(indikator.sasaran, Decimal(0)) + (indikator.bobot or 0)
    jumlah = sum(per_sasaran.values(), Decimal(0))
    if jumlah == SERATUS or set(per_sasaran.values()) == {SERATUS}:
        return
    rincian = "; ".join(f"{kode} {koma(bobot)}" for kode, bobot in per_sasaran.items())
    baca.temukan("bobot-jumlah", induk.daftar_indikator[0].asal["bobot"], koma(jumlah), rincian=rincian)
