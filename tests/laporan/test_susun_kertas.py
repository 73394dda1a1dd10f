"""The views of papers: what is known is said, what is not is left to be written by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bantu_rekap import agensi, rekap
from lakip_gen.domain.instansi_luar import DataDiminta, InstansiLuar
from lakip_gen.domain.kinerja import Pejabat
from lakip_gen.domain.periode import Jenis, triwulan
from lakip_gen.domain.sop import Bukti, Langkah, SatuanWaktu, Waktu
from lakip_gen.laporan.sajian import TITIK
from lakip_gen.laporan.susun import susun_pandangan
from lakip_gen.laporan.susun_instansi import susun_pejabat
from lakip_gen.laporan.susun_kertas import JalanUnit, kertas_kosong, susun_instansi_luar, susun_langkah, susun_unit

TW1 = triwulan(2025, 1)
LANGKAH = Langkah(
    prosedur="B",
    no=5,
    tiap=Jenis.TRIWULAN,
    kegiatan="Mengisi formulir",
    pelaksana="Kabid",
    selesai_bila=Bukti.TERISI,
    kelengkapan=("Disposisi", "Formulir"),
    waktu=Waktu(Decimal(2), SatuanWaktu.HARI_KERJA),
    output="Data",
)
HAMPA = replace(LANGKAH, pelaksana="", kelengkapan=(), waktu=None, output="")


def unit(buku=None, **jalan):
    return susun_unit(buku or agensi(), 1, JalanUnit(**{"kode": "U1", "triwulan": TW1, "berkas": "formulir"} | jalan))


def test_reports_have_the_view_of_no_paper():
    assert susun_pandangan(rekap()).kertas is kertas_kosong()


def test_a_step_says_who_does_it_and_by_when():
    satu = susun_langkah(LANGKAH, Pejabat("Kepala", "Seseorang"), date(2025, 4, 1), date(2025, 4, 3))
    assert (satu.nomor, satu.pelaksana, satu.nama) == ("B5", "Kabid", "Seseorang")
    assert (satu.kelengkapan, satu.waktu, satu.output) == ("Disposisi; Formulir", "2 hari kerja", "Data")
    assert (satu.mulai, satu.tenggat) == ("1 April 2025", "3 April 2025")


def test_an_office_that_was_inferred_says_so():
    assert susun_langkah(replace(LANGKAH, pasti=False), None).pelaksana == "Kabid (belum ditetapkan)"


def test_what_a_step_does_not_say_is_left_to_be_written_by_hand():
    satu = susun_langkah(HAMPA, Pejabat("Kepala"))
    assert (satu.pelaksana, satu.nama, satu.mulai, satu.tenggat) == (TITIK,) * 4
    assert (satu.kelengkapan, satu.waktu, satu.output) == ("–",) * 3


def test_a_unit_is_asked_for_its_indicators_and_its_money():
    satu = unit()
    diminta = [milik.kode for milik in satu.daftar_permintaan]
    assert diminta == [milik.kode for milik in agensi().indikator_unit("U1")]
    assert [(milik.kode, str(milik.pagu)) for milik in satu.daftar_belanja] == [("1.01.1.1", "1.000.000")]


def test_a_unit_s_form_is_told_with_its_days():
    hari = {"dibagikan": date(2025, 4, 1), "terlihat": date(2025, 4, 8), "diterima": date(2025, 4, 9)}
    satu = unit(status=rekap().daftar_status[0], kiriman=2, sidik="0123456789", saran="Lengkapi", **hari)
    assert (satu.dibagikan, satu.terlihat, satu.diterima) == ("1 April 2025", "8 April 2025", "9 April 2025")
    assert (satu.status, satu.peringatan, satu.kiriman, satu.sidik) == ("diterima", 1, 2, "01234567")
    assert satu.saran == "Lengkapi"


def test_before_anything_came_there_is_nothing_to_tell():
    satu = unit()
    assert (satu.dibagikan, satu.terlihat, satu.diterima) == (TITIK, "–", "–")
    assert (satu.status, satu.galat, satu.sidik) == ("–", 0, "–")


def test_a_unit_that_is_gone_keeps_its_kode():
    satu = unit(kode="LAMA")
    assert (satu.nama, satu.kepala, satu.nama_kepala, satu.kontak) == ("LAMA", TITIK, TITIK, "–")


def test_a_nip_is_printed_in_its_groups_and_anything_else_as_it_was_typed():
    assert susun_pejabat(Pejabat("Kepala", nip="1" * 18)).nip == "11111111 111111 1 111"
    assert susun_pejabat(Pejabat("Kepala", nip="belum ada")).nip == "belum ada"


def test_an_agency_outside_is_asked_with_all_that_is_known_of_it_and_dots_for_the_rest():
    data = (DataDiminta(uraian="Penduduk", satuan="jiwa", indikator="I1"), DataDiminta(uraian="Luas"))
    luar = (
        InstansiLuar(kode="BPS", nama="Badan", alamat="Jalan", penerima="Kepala Badan", daftar_data=data),
        InstansiLuar(kode="BPN", nama="Kantor", daftar_data=data[1:]),
        InstansiLuar(kode="LAIN", nama="Lain", daftar_data=(replace(data[1], daftar_triwulan=(4,)),)),
    )
    buku = agensi(daftar_instansi_luar=luar)
    satu, dua = susun_instansi_luar(buku, TW1, {"bps": date(2025, 4, 12)})
    assert (satu.penerima, satu.alamat, satu.dijawab) == ("Kepala Badan", "Jalan", "12 April 2025")
    assert (dua.penerima, dua.alamat, dua.dijawab, dua.nomor) == ("Pimpinan Kantor", TITIK, "–", 2)
    assert [(d.uraian, d.satuan, d.indikator) for d in satu.daftar_data] == [
        ("Penduduk", "jiwa", buku.indikator("I1").nama),
        ("Luas", "–", "–"),
    ]


def test_a_unit_s_form_says_who_keyed_it_in():
    assert (unit().penyalin, unit(penyalin="Staf").penyalin) == ("", "Staf")
