"""The papers that SOPs name: by what words, and at which moment of a period they come."""

import pytest

from lakip_gen.domain.periode import semester, setahun, triwulan
from lakip_gen.domain.sop import LANGKAH_UMUM, Bukti, Langkah
from lakip_gen.sop import kertas
from lakip_gen.sop.bawaan import daftar_nama, isi_sop
from lakip_gen.sop.kertas import DAFTAR_KERTAS, Saat, daftar_kertas_periode, kertas_hasil, kertas_sebutan

PERIODE = {"triwulan": triwulan(2025, 1), "semester": semester(2025, 1), "tahun": setahun(2025)}
BUKAN_KERTAS = {
    "Data Capaian",
    "Data Laporan Triwulan",
    "Dokumen",
    "Dokumen Kinerja Bidang",
    "Dokumen Laporan",
    "Draf",
    "Format Data",
    "Format Kinerja",
    "Formulir",
    "Laporan Kinerja",
    "Laporan Triwulan",
    "Progres Bulanan",
}
"""What the shipped SOPs name that is a form, a workbook or the report itself."""


def langkah_sop(nama, tiap):
    return tuple(
        Langkah(
            prosedur=satu.get("prosedur", ""),
            no=satu["no"],
            tiap=PERIODE[tiap].jenis,
            kegiatan=satu["kegiatan"],
            pelaksana=satu["pelaksana"],
            selesai_bila=Bukti(satu["selesai_bila"]),
            kelengkapan=tuple(filter(None, satu["kelengkapan"].split("; "))),
            output=satu["output"],
        )
        for satu in isi_sop(nama)["langkah_sop"]
        if satu["tiap"] == tiap
    )


def nama_kertas(nama, tiap, saat):
    return [satu.nama_berkas for satu in daftar_kertas_periode(langkah_sop(nama, tiap), PERIODE[tiap], saat)]


@pytest.mark.parametrize(
    ("sebutan", "nama"),
    [
        ("Disposisi", "disposisi"),
        ("disposisi Perjanjian Kinerja", "disposisi"),
        ("Lembar  Disposisi", "lembar-disposisi"),
        ("Tanda terima", "tanda-terima"),
        ("Jadwal kerja", "catatan-pembagian-tugas"),
        ("Rekapitulasi data capaian kinerja", "rekapitulasi"),
        ("Perjanjian Kinerja", "perjanjian-kinerja"),
        ("Surat", "surat-permintaan"),
        ("Draft Laporan Kinerja", None),
    ],
)
def test_a_paper_is_known_by_the_words_of_an_sop(sebutan, nama):
    satu = kertas_sebutan(sebutan)
    assert (satu.nama if satu else None) == nama


def test_all_that_the_shipped_sops_name_is_a_paper_or_known_to_be_none():
    semua = {
        sebutan
        for nama in daftar_nama()
        for tiap in PERIODE
        for langkah in langkah_sop(nama, tiap)
        for sebutan in (*langkah.kelengkapan, langkah.output)
        if sebutan
    }
    assert {sebutan for sebutan in semua if kertas_sebutan(sebutan) is None} == BUKAN_KERTAS


def test_files_of_different_papers_never_share_a_name():
    assert len({satu.nama for satu in DAFTAR_KERTAS}) == len(DAFTAR_KERTAS)


def test_a_quarter_s_papers_go_out_with_the_forms_and_come_with_the_report():
    assert nama_kertas("pmk-way-kanan", "triwulan", Saat.BAGIKAN) == [
        "disposisi",
        "surat-permintaan",
        "tanda-terima",
        "catatan-pembagian-tugas",
        "formulir-cetak",
    ]
    assert "rekapitulasi" in nama_kertas("pmk-way-kanan", "triwulan", Saat.SUSUN)


def test_one_sheet_is_used_at_two_moments():
    dibagikan, disusun = (nama_kertas("kominfo-way-kanan", "triwulan", saat) for saat in Saat)
    assert "disposisi" in dibagikan
    assert "lembar-disposisi" in disusun
    assert kertas.LEMBAR_DISPOSISI.nama_templat == kertas.DISPOSISI.nama_templat


def test_each_meeting_has_papers_of_its_own():
    assert "rapat-b4" in nama_kertas("bpkad-way-kanan", "triwulan", Saat.BAGIKAN)
    assert "rapat-5" in nama_kertas("camat-batang-kapas", "triwulan", Saat.SUSUN)
    rapat = next(satu for satu in langkah_sop("camat-batang-kapas", "triwulan") if satu.no == 5)
    assert kertas_hasil(rapat) is kertas.RAPAT


def test_a_semester_has_no_forms_so_all_its_papers_come_with_the_report():
    disusun = nama_kertas("kominfo-way-kanan", "semester", Saat.SUSUN)
    assert {"disposisi", "lembar-disposisi", "catatan-pembagian-tugas", "hasil-koreksi", "rapat-8"} <= set(disusun)


def test_without_an_sop_each_report_brings_its_page_and_the_year_the_small_documents():
    kecil = ["ikhtisar", "perjanjian-kinerja", "perjanjian-kinerja-perubahan", "indikator-kinerja-utama"]
    assert [satu.nama_berkas for satu in daftar_kertas_periode((), PERIODE["tahun"], Saat.SUSUN)][:4] == kecil
    for nama in ("triwulan", "semester"):
        assert [satu.nama_berkas for satu in daftar_kertas_periode((), PERIODE[nama], Saat.SUSUN)] == ["ikhtisar"]
    assert daftar_kertas_periode((), PERIODE["tahun"], Saat.BAGIKAN) == []


def test_the_common_steps_of_a_year_have_their_papers_too():
    nama = [satu.nama_berkas for satu in daftar_kertas_periode(LANGKAH_UMUM, PERIODE["tahun"], Saat.SUSUN)]
    assert "hasil-koreksi" in nama


@pytest.mark.parametrize("sop", [(), langkah_sop("pmk-way-kanan", "triwulan")], ids=["without an SOP", "pmk"])
def test_letters_to_agencies_outside_go_out_with_the_forms_and_not_once_more(sop):
    nama = [
        [satu.nama_berkas for satu in daftar_kertas_periode(sop, PERIODE["triwulan"], saat, ada_luar=True)]
        for saat in Saat
    ]
    assert ["surat-instansi-luar" in daftar for daftar in nama] == [True, False]
