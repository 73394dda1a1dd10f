"""From the figures of a period to the views that the Word templates print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from lakip_gen.domain.anggaran import TingkatAnggaran, adalah_induk
from lakip_gen.domain.aturan import Aturan, Pita, RumusTurun
from lakip_gen.domain.capaian import RUMUS_RASIO, RUMUS_SELISIH
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import IsianIndikator
from lakip_gen.domain.nilai import Hasil, TidakBerlaku
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.pengukuran import BULAN_TERAKHIR
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.perubahan import perubahan_tahun
from lakip_gen.domain.rekap import Rekap, RekapSasaran, Sumber
from lakip_gen.domain.rekap_anggaran import JumlahAnggaran, RekapAnggaran, rata_fisik
from lakip_gen.domain.rerata import sebutan_instansi, sebutan_sasaran
from lakip_gen.domain.tindak_lanjut import SELESAI
from lakip_gen.laporan import ikhtisar, sajian
from lakip_gen.laporan.catatan_ukur import daftar_keterangan
from lakip_gen.laporan.fakta import susun_fakta
from lakip_gen.laporan.grafik import SEPASANG, grafik_capaian, grafik_serapan, grafik_triwulan_sasaran
from lakip_gen.laporan.kalimat import (
    bagian_persen,
    daftar_ikhtisar,
    kalimat_anggaran,
    kalimat_sasaran,
)
from lakip_gen.laporan.kalimat_analisis import (
    kalimat_efisiensi,
    kalimat_penunjang,
    kalimat_target,
)
from lakip_gen.laporan.kalimat_pencilan import dengan_pencilan, kalimat_pencilan
from lakip_gen.laporan.kalimat_periode import daftar_janji, daftar_keputusan, kalimat_banding, kalimat_target_tahun
from lakip_gen.laporan.narasi_kinerja import narasi_sasaran
from lakip_gen.laporan.pandangan import (
    AnggaranPandangan,
    JumlahPandangan,
    LaporanPandangan,
    NarasiPandangan,
    PeriodePandangan,
    PredikatPandangan,
    RekomendasiPandangan,
    RingkasanPandangan,
    SasaranPandangan,
)
from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.pandangan_catatan import TindakLanjutPandangan
from lakip_gen.laporan.sajian import BELUM_DIISI, BELUM_DITULIS, TITIK
from lakip_gen.laporan.susun_analisis import susun_analisis
from lakip_gen.laporan.susun_formulir import daftar_kelengkapan, daftar_progres, kalimat_progres
from lakip_gen.laporan.susun_grafik import TANPA_WARNA, daftar_grafik
from lakip_gen.laporan.susun_indikator import capaian_rata, nama_sebelumnya, persen, susun_daftar_indikator
from lakip_gen.laporan.susun_instansi import susun_instansi
from lakip_gen.laporan.susun_janji import janji_setahun, kalimat_tindak_lanjut
from lakip_gen.laporan.susun_kalimat import kalimat_indikator_sasaran
from lakip_gen.laporan.susun_kertas import kertas_kosong
from lakip_gen.laporan.susun_lampiran import daftar_aksi, daftar_e81, daftar_rencana_aksi, penutup_e81
from lakip_gen.laporan.susun_perubahan import daftar_perubahan, sebutan_perjanjian
from lakip_gen.laporan.susun_sumber_daya import daftar_keluaran, kalimat_biaya, kalimat_sisa, sisa
from lakip_gen.pesan import bahasa

DASAR_HUKUM: Final = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
        "Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah"
    ),
)
"""What every report rests on, where the agency names nothing else."""


def susun_pandangan(rekap: Rekap, tanggal: date | None = None) -> LaporanPandangan:
    """Return everything that a template of the period's report can print.

    Args:
        rekap: The figures.
        tanggal: The date under the signature; None prints dots.
    """
    induk, periode = rekap.induk, rekap.periode
    perubahan = perubahan_tahun(induk, periode)
    perjanjian = sebutan_perjanjian(perubahan)
    daftar_sasaran = tuple(_sasaran(rekap, nomor, s) for nomor, s in enumerate(rekap.daftar_sasaran, start=1))
    return LaporanPandangan(
        instansi=susun_instansi(induk.instansi),
        periode=_periode(periode),
        tanggal=bahasa.tanggal(tanggal) if tanggal else TITIK,
        ringkasan=_ringkasan(rekap, daftar_sasaran),
        daftar_sasaran=daftar_sasaran,
        daftar_anggaran=tuple(_anggaran(rekap, a) for a in rekap.daftar_anggaran),
        anggaran=_jumlah(rekap, rekap.anggaran, rekap.daftar_anggaran),
        kalimat_anggaran=kalimat_anggaran(rekap.anggaran, periode, induk.aturan),
        daftar_tindak_lanjut=_daftar_tindak_lanjut(rekap, daftar_sasaran),
        daftar_janji=daftar_janji(daftar_sasaran),
        daftar_aksi=daftar_aksi(rekap),
        daftar_rencana_aksi=daftar_rencana_aksi(rekap),
        daftar_e81=daftar_e81(rekap),
        penutup_e81=penutup_e81(rekap),
        daftar_kelengkapan=daftar_kelengkapan(rekap),
        daftar_progres=daftar_progres(rekap),
        kalimat_progres=kalimat_progres(rekap),
        daftar_perubahan=daftar_perubahan(perubahan, induk, periode),
        sebutan_perjanjian=perjanjian,
        daftar_rekomendasi=_daftar_rekomendasi(induk),
        narasi=_narasi(induk),
        fakta=susun_fakta(rekap, daftar_sasaran, perjanjian),
        rumus_turun=_rumus_turun(induk.aturan.rumus_turun),
        dasar_skala=induk.aturan.dasar_skala,
        grafik_capaian=grafik_capaian(rekap),
        grafik_serapan=grafik_serapan(rekap),
        kertas=kertas_kosong(),
    )


def _periode(periode: Periode) -> PeriodePandangan:
    daftar_bulan = periode.daftar_bulan
    return PeriodePandangan(
        nama=periode.nama,
        nama_pendek=periode.nama_pendek,
        sebutan=periode.jenis.value,
        tahun=periode.tahun,
        daftar_bulan=f"{daftar_bulan[0]} sampai {daftar_bulan[-1]}",
        daftar_triwulan=tuple(triwulan.nama_pendek for triwulan in periode.daftar_triwulan),
        sejak_awal_tahun=periode.daftar_triwulan == periode.sampai_dengan,
        ada_peta=len(periode.sampai_dengan) > SEPASANG,
        sebelumnya=nama_sebelumnya(periode),
    )


def _ringkasan(rekap: Rekap, daftar_sasaran: tuple[SasaranPandangan, ...]) -> RingkasanPandangan:
    diterima = {s.unit.kode for s in rekap.daftar_status if s.status is StatusUnit.DITERIMA}
    rerata = capaian_rata(rekap.rerata.angka, rekap.induk.aturan, sementara=rekap.rerata.belum_tetap)
    semua = [indikator for sasaran in daftar_sasaran for indikator in sasaran.daftar_indikator]
    return RingkasanPandangan(
        banyak_unit=len(rekap.induk.daftar_unit),
        unit_diterima=len(diterima),
        banyak_sasaran=len(rekap.daftar_sasaran),
        banyak_indikator=len(rekap.daftar_indikator),
        indikator_dinilai=rekap.rerata.ada,
        indikator_sementara=rekap.rerata.sementara,
        rerata=rerata,
        predikat=sajian.predikat_sajian(rekap.pita, sementara=rekap.rerata.belum_tetap),
        tercapai=ikhtisar.tercapai(daftar_sasaran),
        kalimat_data=ikhtisar.kalimat_data(rekap.rerata, rekap.daftar_status),
        daftar_predikat=_daftar_predikat(rekap),
        cara_rata=sebutan_instansi(rekap.induk.aturan),
        cara_rata_sasaran=sebutan_sasaran(rekap.induk.aturan),
        daftar_kalimat=(
            *daftar_ikhtisar(rekap, kalimat_pencilan(semua, rerata, rekap.induk.aturan)),
            *ikhtisar.daftar_kalimat(daftar_sasaran, rekap.daftar_status),
        ),
        daftar_terlemah=ikhtisar.daftar_terlemah(daftar_sasaran, rekap.periode.daftar_triwulan[-1].nama_pendek),
        kalimat_target_tahun=kalimat_target_tahun(daftar_sasaran, berakhir=rekap.periode.akhir.month == BULAN_TERAKHIR),
        kalimat_banding=kalimat_banding(daftar_sasaran) if len(rekap.periode.sampai_dengan) > 1 else "",
        daftar_keputusan=daftar_keputusan(daftar_sasaran),
        daftar_simpulan=ikhtisar.daftar_simpulan(daftar_sasaran, rekap.rerata),
    )


def _daftar_predikat(rekap: Rekap) -> tuple[PredikatPandangan, ...]:
    hasil = []
    batas_lebih_tinggi: Decimal | None = None
    for pita, banyak in sajian.jumlah_predikat(rekap):
        if pita is None:
            continue
        persen = bagian_persen(banyak, rekap.rerata.ada - rekap.rerata.sementara)
        hasil.append(
            PredikatPandangan(
                predikat=pita.predikat,
                rentang=_rentang_pita(pita, batas_lebih_tinggi),
                warna=pita.warna,
                banyak=banyak,
                terbilang=bahasa.hitungan(banyak),
                persen=Angka(bahasa.persen(persen), persen),
            )
        )
        batas_lebih_tinggi = pita.batas
    return tuple(hasil)


def _rentang_pita(pita: Pita, atas: Decimal | None) -> str:
    """Return the reach of a band, half open: its own bound belongs to it, the next one's does not."""
    bawah = bahasa.angka(pita.batas)
    return f"≥ {bawah}" if atas is None else f"{bawah} – < {bahasa.angka(atas)}"


def _sasaran(rekap: Rekap, nomor: int, milik: RekapSasaran) -> SasaranPandangan:
    aturan = rekap.induk.aturan
    daftar_indikator = susun_daftar_indikator(rekap, nomor, milik.daftar_indikator)
    berpasangan = tuple(zip(daftar_indikator, milik.daftar_indikator, strict=True))
    tanpa = {view.nomor: i.tanpa_capaian for view, i in berpasangan}
    janji = tuple(satu for view, i in berpasangan for satu in janji_setahun(rekap, view.nomor, i))
    sementara = milik.rerata.belum_tetap
    rerata = capaian_rata(milik.rerata.angka, aturan, sementara=sementara)
    anggaran = _jumlah(rekap, milik.anggaran, milik.daftar_anggaran)
    efisiensi, simpulan = _efisiensi(milik, aturan), milik.efisiensi.simpulan
    kinerja, program = capaian_rata(milik.efisiensi.kinerja, aturan), _daftar_program(rekap, milik)
    return SasaranPandangan(
        nomor=nomor,
        kode=milik.sasaran.kode,
        nama=milik.sasaran.nama,
        tujuan=milik.sasaran.tujuan,
        narasi=narasi_sasaran(rekap, milik.sasaran.kode, nomor),
        rerata=rerata,
        keterangan_rerata=milik.rerata.keterangan,
        predikat=sajian.predikat_sajian(milik.pita, sementara=sementara),
        **kalimat_indikator_sasaran(rekap, daftar_indikator, tanpa),
        kalimat=dengan_pencilan(kalimat_sasaran(milik, rekap.periode, aturan), daftar_indikator, rerata, aturan),
        kalimat_target=kalimat_target(daftar_indikator, tanpa),
        ada_standar=any(indikator.ada_standar for indikator in daftar_indikator),
        ada_pembanding=any(indikator.daftar_pembanding for indikator in daftar_indikator),
        daftar_keterangan=daftar_keterangan(daftar_indikator),
        kalimat_efisiensi=kalimat_efisiensi(kinerja, anggaran.serapan, efisiensi, simpulan, berbobot=aturan.berbobot),
        kalimat_biaya=kalimat_biaya(milik),
        kalimat_sisa=kalimat_sisa(milik, aturan),
        kalimat_penunjang=kalimat_penunjang(program, len(milik.daftar_anggaran), anggaran),
        daftar_indikator=daftar_indikator,
        daftar_tindak_lanjut=janji,
        kalimat_tindak_lanjut=kalimat_tindak_lanjut(janji),
        daftar_anggaran=tuple(_anggaran(rekap, a) for a in milik.daftar_anggaran),
        anggaran=anggaran,
        daftar_program=program,
        grafik_tahun=next((grafik for i in daftar_indikator if (grafik := i.grafik_tahun)), None),
        daftar_grafik=daftar_grafik(daftar_indikator),
        grafik_triwulan=grafik_triwulan_sasaran(rekap, nomor, milik),
        warna=milik.pita.warna if milik.pita else TANPA_WARNA,
        capaian_efisiensi=kinerja,
        efisiensi=efisiensi,
        simpulan_efisiensi=simpulan,
    )


def _efisiensi(milik: RekapSasaran, aturan: Aturan) -> Angka:
    return Angka(sajian.efisiensi_sajian(milik, aturan), milik.efisiensi.angka)


def _daftar_program(rekap: Rekap, milik: RekapSasaran) -> tuple[str, ...]:
    """Return the names of the programs above a sasaran's subkegiatan."""
    return tuple(
        program.anggaran.uraian
        for program in rekap.daftar_anggaran
        if program.anggaran.tingkat is TingkatAnggaran.PROGRAM
        and any(adalah_induk(program.anggaran.kode, a.anggaran.kode) for a in milik.daftar_anggaran)
    )


def _anggaran(rekap: Rekap, milik: RekapAnggaran) -> AnggaranPandangan:
    anggaran, aturan = milik.anggaran, rekap.induk.aturan
    unit = rekap.induk.unit(anggaran.unit)
    return AnggaranPandangan(
        kode=anggaran.kode,
        uraian=_uraian(milik),
        tingkat=anggaran.tingkat.value,
        unit=unit.nama if unit else "",
        pagu=_rupiah(milik.pagu),
        realisasi_periode=_dalam_periode(rekap.periode, milik),
        realisasi=_rupiah(milik.realisasi),
        serapan=persen(milik.serapan, aturan),
        fisik=_fisik(milik.fisik, aturan),
        sisa=sisa(milik),
        keterangan=(milik.jawaban.keterangan if milik.jawaban else "") or bahasa.KOSONG,
        daftar_keluaran=daftar_keluaran(rekap, anggaran.kode),
        adalah_program=anggaran.tingkat is TingkatAnggaran.PROGRAM,
        adalah_subkegiatan=anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN,
    )


def _uraian(milik: RekapAnggaran) -> str:
    """Return what a budget line is called; of a program or kegiatan also what its realisasi and serapan leave out."""
    anggaran, tanpa = milik.anggaran, milik.realisasi.catatan
    return f"{anggaran.uraian} ({tanpa})" if tanpa else anggaran.uraian


def _dalam_periode(periode: Periode, *semua: RekapAnggaran) -> Angka:
    """Return what was spent within the period; unknown as soon as one of its quarters is that applies."""
    per_baris = [[milik.per_triwulan[t.nomor - 1] for t in periode.daftar_triwulan] for milik in semua]
    berlaku = [[hasil for hasil in baris if not isinstance(hasil.isi, TidakBerlaku)] for baris in per_baris]
    daftar = [hasil for baris in berlaku for hasil in baris] or [hasil for baris in per_baris for hasil in baris]
    kurang = next((hasil for hasil in daftar if hasil.angka is None), None)
    if kurang is None:
        return _rupiah(sum((hasil.angka for hasil in daftar if hasil.angka is not None), Decimal(0)))
    ada = sum(all(hasil.angka is not None for hasil in baris) for baris in berlaku if baris)
    return Angka(f"belum lengkap ({ada} dari {sum(map(bool, berlaku))} subkegiatan)" if ada else kurang.keterangan)


def _rupiah(nilai: Hasil | Decimal) -> Angka:
    return Angka(sajian.rupiah_sajian(nilai), nilai.angka if isinstance(nilai, Hasil) else nilai)


def _fisik(hasil: Hasil, aturan: Aturan) -> Angka:
    """Return physical progress; what is missing in few words, for the realisasi beside it tells how much is."""
    return persen(hasil.angka, aturan) if hasil.angka is not None else Angka(hasil.keterangan.partition(" (")[0])


def _jumlah(rekap: Rekap, jumlah: JumlahAnggaran, daftar: Sequence[RekapAnggaran]) -> JumlahPandangan:
    anak = tuple(a for a in daftar if a.anggaran.tingkat is TingkatAnggaran.SUBKEGIATAN)
    aturan = rekap.induk.aturan
    return JumlahPandangan(
        pagu=_rupiah(jumlah.pagu),
        realisasi=_rupiah(jumlah.realisasi),
        serapan=persen(jumlah.serapan, aturan),
        realisasi_periode=_dalam_periode(rekap.periode, *anak) if anak else Angka(bahasa.KOSONG),
        fisik=_fisik(rata_fisik(anak), aturan) if anak else Angka(bahasa.KOSONG),
        keterangan=jumlah.realisasi.catatan,
    )


def _daftar_tindak_lanjut(
    rekap: Rekap, daftar_sasaran: Sequence[SasaranPandangan]
) -> tuple[TindakLanjutPandangan, ...]:
    nomor = {indikator.kode: indikator.nomor for sasaran in daftar_sasaran for indikator in sasaran.daftar_indikator}
    daftar = [
        (milik.indikator, susun_analisis(sumber))
        for milik in rekap.daftar_indikator
        for urutan, sumber in enumerate(milik.daftar_jawaban)
        if sumber.jawaban
        and sumber.jawaban.ada_tindak_lanjut
        and not _ditutup(sumber, milik.daftar_jawaban[urutan + 1 :])
    ]
    return tuple(
        TindakLanjutPandangan(
            nomor=nomor[indikator.kode],
            indikator=indikator.nama,
            unit=a.unit,
            periode=a.periode,
            tindak_lanjut=a.tindak_lanjut,
            pic=a.pic,
            batas_waktu=a.batas_waktu,
        )
        for indikator, a in daftar
    )


def _ditutup(sumber: Sumber, sesudahnya: Sequence[Sumber]) -> bool:
    """Return whether a promise has ended by what its unit said in a later quarter, or is said there again."""
    lanjut = [satu.jawaban for satu in sesudahnya if satu.unit.kode == sumber.unit.kode and satu.jawaban]
    return any(
        jawaban.status_tindak_lanjut in SELESAI or _janji(jawaban) == _janji(sumber.jawaban) for jawaban in lanjut
    )


def _janji(jawaban: IsianIndikator | None) -> tuple[str, str, date | None] | None:
    return (jawaban.tindak_lanjut, jawaban.pic, jawaban.batas_waktu) if jawaban else None


def _daftar_rekomendasi(induk: Induk) -> tuple[RekomendasiPandangan, ...]:
    return tuple(
        RekomendasiPandangan(
            nomor=nomor,
            isi=satu.isi,
            langkah=satu.langkah or BELUM_DIISI,
            keadaan=satu.keadaan or bahasa.KOSONG,
            bukti=satu.bukti or bahasa.KOSONG,
        )
        for nomor, satu in enumerate(induk.daftar_rekomendasi, start=1)
    )


def _narasi(induk: Induk) -> NarasiPandangan:
    wajib = ("gambaran_umum", "aspek_strategis", "isu_strategis", "perencanaan", "simpulan", "perbaikan")
    pilihan = ("sumber_daya_manusia", "sarana", "prestasi")
    teks = {nama: daftar_alinea(induk.narasi.teks(nama)) for nama in (*wajib, *pilihan)}
    return NarasiPandangan(
        dasar_hukum=daftar_dasar_hukum(induk.narasi.teks("dasar_hukum")),
        **(teks | {nama: teks[nama] or (BELUM_DITULIS,) for nama in wajib}),
    )


def daftar_alinea(teks: str) -> tuple[str, ...]:
    """Return the paragraphs of a typed text."""
    return tuple(baris.strip() for baris in teks.split("\n") if baris.strip())


def daftar_dasar_hukum(teks: str) -> tuple[str, ...]:
    """Return what the reports rest on, line by line as a list ends them; the common basis where nobody wrote one."""
    daftar = [baris.rstrip(";. ") for baris in daftar_alinea(teks)] or DASAR_HUKUM
    return (*(f"{butir};" for butir in daftar[:-1]), f"{daftar[-1]}.")


def _rumus_turun(rumus: RumusTurun) -> str:
    return f"{rumus.value}: {RUMUS_SELISIH if rumus is RumusTurun.SELISIH else RUMUS_RASIO}"
