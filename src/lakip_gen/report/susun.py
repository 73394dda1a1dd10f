"""From the figures of a period to the views that the Word templates print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.aturan import Aturan, Pita, RumusTurun
from lakip_gen.domain.capaian import (
    RUMUS_DALAM,
    RUMUS_NAIK,
    RUMUS_RASIO,
    RUMUS_SELISIH,
    Arah,
    Capaian,
    hitung_capaian,
)
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.kinerja import Indikator, Pejabat
from lakip_gen.domain.nilai import Hasil, Target
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import (
    JumlahAnggaran,
    Pengukuran,
    Rekap,
    RekapAnggaran,
    RekapIndikator,
    RekapSasaran,
    StatusLaporan,
    StatusUnit,
    Sumber,
)
from lakip_gen.report import bahasa, sajian
from lakip_gen.report.kalimat import (
    angka_capaian,
    bagian_persen,
    daftar_ikhtisar,
    kalimat_anggaran,
    kalimat_indikator,
    kalimat_sasaran,
    kalimat_tren,
)
from lakip_gen.report.pandangan import (
    AksiPandangan,
    AnalisisPandangan,
    AnggaranPandangan,
    Angka,
    IndikatorPandangan,
    InstansiPandangan,
    JumlahPandangan,
    KelengkapanPandangan,
    LaporanPandangan,
    NarasiPandangan,
    PejabatPandangan,
    PeriodePandangan,
    PredikatPandangan,
    RingkasanPandangan,
    SasaranPandangan,
    TahunPandangan,
    TindakLanjutPandangan,
    TriwulanPandangan,
)

TITIK: Final = "…" * 12
"""Dots to fill by hand."""
BELUM_DIISI: Final = "[belum diisi unit]"
BELUM_DITULIS: Final = "[belum ditulis di buku induk, lembar Narasi]"
NIP_UTUH: Final = 18
KETERANGAN_STATUS: Final = {
    StatusUnit.DITERIMA: "",
    StatusUnit.BELUM: "belum dilaporkan",
    StatusUnit.DITOLAK: "belum dilaporkan: formulir dikembalikan untuk diperbaiki",
}


def susun_pandangan(rekap: Rekap, tanggal: date | None = None) -> LaporanPandangan:
    """Return everything that a template of the period's report can print.

    Args:
        rekap: The figures.
        tanggal: The date under the signature; None prints dots.
    """
    induk, periode = rekap.induk, rekap.periode
    return LaporanPandangan(
        instansi=_instansi(induk),
        periode=_periode(periode),
        tanggal=bahasa.tanggal(tanggal) if tanggal else TITIK,
        ringkasan=_ringkasan(rekap),
        daftar_sasaran=tuple(_sasaran(rekap, nomor, s) for nomor, s in enumerate(rekap.daftar_sasaran, start=1)),
        daftar_anggaran=tuple(_anggaran(rekap, a) for a in rekap.daftar_anggaran),
        anggaran=_jumlah(rekap.anggaran, induk.aturan),
        kalimat_anggaran=kalimat_anggaran(rekap.anggaran, periode, induk.aturan),
        daftar_tindak_lanjut=_daftar_tindak_lanjut(rekap),
        daftar_aksi=_daftar_aksi(rekap),
        daftar_kelengkapan=tuple(_kelengkapan(n, s) for n, s in enumerate(rekap.daftar_status, start=1)),
        narasi=_narasi(induk),
        rumus_turun=_rumus_turun(induk.aturan.rumus_turun),
        dasar_skala=induk.aturan.dasar_skala,
    )


def _instansi(induk: Induk) -> InstansiPandangan:
    instansi = induk.instansi
    return InstansiPandangan(
        instansi.nama,
        instansi.pemerintah,
        instansi.alamat,
        instansi.kontak,
        instansi.tempat,
        instansi.singkatan,
        _pejabat(instansi.kepala),
        _pejabat(instansi.sekretaris),
        _pejabat(instansi.perencana),
        _pejabat(instansi.kepala_daerah),
    )


def _pejabat(pejabat: Pejabat) -> PejabatPandangan:
    return PejabatPandangan(
        pejabat.jabatan or TITIK, pejabat.nama or TITIK, pejabat.pangkat or TITIK, _nip(pejabat.nip)
    )


def _nip(nip: str) -> str:
    """Return a NIP grouped 8-6-1-3 as it is printed; anything else stays as it was typed."""
    angka = nip.replace(" ", "")
    if len(angka) != NIP_UTUH or not angka.isdigit():
        return nip or TITIK
    return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"


def _periode(periode: Periode) -> PeriodePandangan:
    daftar_bulan = periode.daftar_bulan
    return PeriodePandangan(
        periode.nama,
        periode.nama_pendek,
        periode.jenis.value,
        periode.tahun,
        f"{daftar_bulan[0]} sampai {daftar_bulan[-1]}",
    )


def _ringkasan(rekap: Rekap) -> RingkasanPandangan:
    diterima = {s.unit.kode for s in rekap.daftar_status if s.status is StatusUnit.DITERIMA}
    return RingkasanPandangan(
        banyak_unit=len(rekap.induk.daftar_unit),
        unit_diterima=len(diterima),
        banyak_sasaran=len(rekap.daftar_sasaran),
        banyak_indikator=len(rekap.daftar_indikator),
        indikator_dinilai=rekap.rerata.ada,
        rerata=_persen(rekap.rerata.angka, rekap.induk.aturan),
        predikat=sajian.predikat_sajian(rekap.pita),
        daftar_predikat=_daftar_predikat(rekap),
        daftar_kalimat=daftar_ikhtisar(rekap),
    )


def _daftar_predikat(rekap: Rekap) -> tuple[PredikatPandangan, ...]:
    hasil = []
    batas_lebih_tinggi: Decimal | None = None
    for pita, banyak in sajian.jumlah_predikat(rekap):
        if pita is None:
            continue
        persen = bagian_persen(banyak, rekap.rerata.ada)
        hasil.append(
            PredikatPandangan(
                pita.predikat,
                _rentang_pita(pita, batas_lebih_tinggi),
                pita.warna,
                banyak,
                f"{banyak} ({bahasa.terbilang(banyak)})",
                Angka(bahasa.persen(persen), persen),
            )
        )
        batas_lebih_tinggi = pita.batas
    return tuple(hasil)


def _rentang_pita(pita: Pita, atas: Decimal | None) -> str:
    """Return the reach of a band, half open: its own bound belongs to it, the next one's does not."""
    bawah = bahasa.angka(pita.batas)
    return f"≥ {bawah}" if atas is None else f"{bawah} – < {bahasa.angka(atas)}"


def _persen(angka: Decimal | None, aturan: Aturan) -> Angka:
    return Angka(sajian.persen_sajian(angka, aturan), angka)


def _sasaran(rekap: Rekap, nomor: int, milik: RekapSasaran) -> SasaranPandangan:
    aturan = rekap.induk.aturan
    return SasaranPandangan(
        nomor=nomor,
        kode=milik.sasaran.kode,
        nama=milik.sasaran.nama,
        tujuan=milik.sasaran.tujuan,
        rerata=_persen(milik.rerata.angka, aturan),
        keterangan_rerata=milik.rerata.keterangan,
        predikat=sajian.predikat_sajian(milik.pita),
        kalimat=kalimat_sasaran(milik, rekap.periode, aturan),
        daftar_indikator=tuple(
            _indikator(rekap, f"{nomor}.{urut}", i) for urut, i in enumerate(milik.daftar_indikator, start=1)
        ),
        daftar_anggaran=tuple(_anggaran(rekap, a) for a in milik.daftar_anggaran),
        anggaran=_jumlah(milik.anggaran, aturan),
        efisiensi=_persen(milik.efisiensi.angka, aturan),
        simpulan_efisiensi=milik.efisiensi.simpulan,
    )


def _indikator(rekap: Rekap, nomor: str, milik: RekapIndikator) -> IndikatorPandangan:
    indikator, induk = milik.indikator, rekap.induk
    riwayat = indikator.riwayat
    return IndikatorPandangan(
        nomor=nomor,
        kode=indikator.kode,
        nama=indikator.nama,
        satuan=indikator.satuan,
        arah=indikator.arah.value,
        cara_gabung=indikator.cara_gabung.value,
        rumus=indikator.rumus or sajian.KOSONG,
        rumus_capaian=rumus_capaian(milik, induk.aturan),
        sumber_data=indikator.sumber_data or sajian.KOSONG,
        daftar_unit=bahasa.gabung([u.nama for k in indikator.daftar_unit if (u := induk.unit(k))]),
        target=_target(milik.periode_ini.target, indikator),
        realisasi=_realisasi(milik.periode_ini.realisasi, indikator),
        capaian=_capaian(milik.periode_ini, induk.aturan),
        target_tahun=_target(milik.setahun.target, indikator),
        realisasi_kini=_realisasi(milik.setahun.realisasi, indikator),
        capaian_tahun=_capaian(milik.setahun, induk.aturan),
        predikat=sajian.predikat_sajian(milik.pita),
        warna=milik.pita.warna if milik.pita else "FFFFFF",
        keterangan=sajian.keterangan_sajian(milik, induk.aturan),
        kalimat=kalimat_indikator(milik, rekap.periode, induk.aturan),
        kalimat_tren=kalimat_tren(milik, rekap.periode.tahun),
        daftar_triwulan=tuple(
            TriwulanPandangan(
                t.periode.nama_pendek,
                _target(t.pengukuran.target, indikator),
                _realisasi(t.pengukuran.realisasi, indikator),
                _capaian(t.pengukuran, induk.aturan),
            )
            for t in milik.daftar_triwulan
            if t.periode in rekap.periode.daftar_triwulan
        ),
        daftar_tahun=_daftar_tahun(milik, induk),
        target_renstra=_target(riwayat.target_renstra, indikator),
        capaian_renstra=_banding(milik, riwayat.target_renstra, induk.aturan),
        standar_nasional=_target(riwayat.standar_nasional, indikator),
        capaian_standar=_banding(milik, riwayat.standar_nasional, induk.aturan),
        sumber_standar=riwayat.sumber_standar or sajian.KOSONG,
        ada_standar=riwayat.standar_nasional is not None,
        daftar_analisis=tuple(_analisis(sumber) for sumber in milik.daftar_jawaban),
    )


def _target(target: Target | None, indikator: Indikator) -> Angka:
    return Angka(sajian.angka_sajian(target, indikator), target if isinstance(target, Decimal) else None)


def _realisasi(hasil: Hasil, indikator: Indikator) -> Angka:
    return Angka(sajian.angka_sajian(hasil, indikator), hasil.angka)


def _capaian(ukur: Pengukuran, aturan: Aturan) -> Angka:
    return Angka(sajian.capaian_sajian(ukur, aturan), angka_capaian(ukur.capaian))


def _banding(milik: RekapIndikator, target: Target | None, aturan: Aturan) -> Angka:
    """Return the realisasi so far as capaian of another target: Renstra's last year, a national standard."""
    angka = milik.setahun.realisasi.angka
    if angka is None or target is None:
        return Angka(sajian.KOSONG)
    capaian = hitung_capaian(angka, target, milik.indikator.arah, aturan, milik.indikator.rumus_turun)
    return _capaian(Pengukuran(target, milik.setahun.realisasi, capaian), aturan)


def _daftar_tahun(milik: RekapIndikator, induk: Induk) -> tuple[TahunPandangan, ...]:
    indikator, aturan = milik.indikator, induk.aturan
    hasil = []
    for lalu in indikator.riwayat.daftar_tahun:
        capaian = Angka(sajian.KOSONG)
        if lalu.realisasi is not None and lalu.target is not None:
            dinilai = hitung_capaian(lalu.realisasi, lalu.target, indikator.arah, aturan, indikator.rumus_turun)
            if isinstance(dinilai, Capaian):
                capaian = _persen(dinilai.angka, aturan)
        realisasi = Angka(sajian.angka_sajian(lalu.realisasi, indikator), lalu.realisasi)
        hasil.append(TahunPandangan(lalu.tahun, _target(lalu.target, indikator), realisasi, capaian))
    kini = milik.setahun
    hasil.append(
        TahunPandangan(
            induk.tahun,
            _target(kini.target, indikator),
            _realisasi(kini.realisasi, indikator),
            _capaian(kini, aturan),
        )
    )
    return tuple(hasil)


def _analisis(sumber: Sumber) -> AnalisisPandangan:
    jawaban = sumber.jawaban
    teks = {
        nama: getattr(jawaban, nama) if jawaban else ""
        for nama in (
            "penjelasan",
            "faktor_pendorong",
            "faktor_penghambat",
            "tindak_lanjut",
            "pic",
            "data_dukung",
        )
    }
    batas = bahasa.tanggal(jawaban.batas_waktu) if jawaban and jawaban.batas_waktu else BELUM_DIISI
    return AnalisisPandangan(
        unit=sumber.unit.nama,
        periode=sumber.triwulan.nama_pendek,
        batas_waktu=batas,
        ada_penjelasan=bool(teks["penjelasan"]),
        ada_pendorong=bool(teks["faktor_pendorong"]),
        ada_penghambat=bool(teks["faktor_penghambat"]),
        ada_tindak_lanjut=bool(teks["tindak_lanjut"]),
        **{nama: isi or BELUM_DIISI for nama, isi in teks.items()},
    )


def _anggaran(rekap: Rekap, milik: RekapAnggaran) -> AnggaranPandangan:
    anggaran, aturan = milik.anggaran, rekap.induk.aturan
    unit = rekap.induk.unit(anggaran.unit)
    return AnggaranPandangan(
        anggaran.kode,
        anggaran.uraian,
        anggaran.tingkat.value,
        unit.nama if unit else "",
        _rupiah(milik.pagu),
        _dalam_periode(rekap.periode, milik),
        _rupiah(milik.realisasi),
        _persen(milik.serapan, aturan),
        _hasil_persen(milik.fisik, aturan),
        adalah_program=anggaran.tingkat is TingkatAnggaran.PROGRAM,
        adalah_subkegiatan=anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN,
    )


def _dalam_periode(periode: Periode, milik: RekapAnggaran) -> Angka:
    """Return what was spent within the period; unknown as soon as one of its quarters is."""
    daftar = [milik.per_triwulan[triwulan.nomor - 1] for triwulan in periode.daftar_triwulan]
    kurang = next((hasil for hasil in daftar if hasil.angka is None), None)
    if kurang is not None:
        return Angka(kurang.keterangan)
    return _rupiah(sum((hasil.angka for hasil in daftar if hasil.angka is not None), Decimal(0)))


def _rupiah(nilai: Hasil | Decimal) -> Angka:
    return Angka(sajian.rupiah_sajian(nilai), nilai.angka if isinstance(nilai, Hasil) else nilai)


def _hasil_persen(hasil: Hasil, aturan: Aturan) -> Angka:
    return _persen(hasil.angka, aturan) if hasil.angka is not None else Angka(hasil.keterangan)


def _jumlah(jumlah: JumlahAnggaran, aturan: Aturan) -> JumlahPandangan:
    return JumlahPandangan(_rupiah(jumlah.pagu), _rupiah(jumlah.realisasi), _persen(jumlah.serapan, aturan))


def _daftar_tindak_lanjut(rekap: Rekap) -> tuple[TindakLanjutPandangan, ...]:
    daftar = [
        (milik.indikator.nama, _analisis(sumber))
        for milik in rekap.daftar_indikator
        for sumber in milik.daftar_jawaban
        if sumber.jawaban and sumber.jawaban.tindak_lanjut
    ]
    return tuple(
        TindakLanjutPandangan(nomor, nama, a.unit, a.periode, a.tindak_lanjut, a.pic, a.batas_waktu)
        for nomor, (nama, a) in enumerate(daftar, start=1)
    )


def _daftar_aksi(rekap: Rekap) -> tuple[AksiPandangan, ...]:
    induk, hasil = rekap.induk, []
    laporan = {(s.unit.kode, s.triwulan): s.laporan for s in rekap.daftar_status}
    for aksi in induk.daftar_aksi:
        unit = induk.unit(aksi.unit)
        for triwulan in rekap.periode.daftar_triwulan:
            rencana = aksi.rencana[triwulan.nomor - 1]
            milik = laporan.get((aksi.unit, triwulan))
            isian = next((i for i in milik.daftar_aksi if i.kode == aksi.kode), None) if milik else None
            if rencana:
                hasil.append(
                    AksiPandangan(
                        aksi.kode,
                        unit.nama if unit else aksi.unit,
                        triwulan.nama_pendek,
                        aksi.kegiatan,
                        rencana,
                        isian.status if isian and isian.status else BELUM_DIISI,
                        isian.hasil if isian and isian.hasil else sajian.KOSONG,
                        isian.keterangan if isian and isian.keterangan else sajian.KOSONG,
                    )
                )
    return tuple(hasil)


def _kelengkapan(nomor: int, status: StatusLaporan) -> KelengkapanPandangan:
    return KelengkapanPandangan(
        nomor,
        status.unit.nama,
        status.triwulan.nama_pendek,
        status.status.value,
        status.galat,
        status.peringatan,
        KETERANGAN_STATUS[status.status] or sajian.KOSONG,
    )


def _narasi(induk: Induk) -> NarasiPandangan:
    tempat = ("gambaran_umum", "aspek_strategis", "isu_strategis", "perencanaan", "simpulan", "perbaikan")
    return NarasiPandangan(*(_alinea(induk.narasi.teks(nama)) for nama in tempat))


def _alinea(teks: str) -> tuple[str, ...]:
    daftar = tuple(baris.strip() for baris in teks.split("\n") if baris.strip())
    return daftar or (BELUM_DITULIS,)


def rumus_capaian(milik: RekapIndikator, aturan: Aturan) -> str:
    """Return the formula of an indicator's capaian: the one that was used, or that would be."""
    if isinstance(milik.periode_ini.capaian, Capaian):
        return milik.periode_ini.capaian.rumus
    match milik.indikator.arah:
        case Arah.NAIK:
            return RUMUS_NAIK
        case Arah.RENTANG:
            return RUMUS_DALAM
    rumus = milik.indikator.rumus_turun or aturan.rumus_turun
    return RUMUS_SELISIH if rumus is RumusTurun.SELISIH else RUMUS_RASIO


def _rumus_turun(rumus: RumusTurun) -> str:
    return f"{rumus.value}: {RUMUS_SELISIH if rumus is RumusTurun.SELISIH else RUMUS_RASIO}"
