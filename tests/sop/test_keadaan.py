from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from lakip_gen.domain.hari_kerja import Kalender
from lakip_gen.domain.periode import Jenis
from lakip_gen.domain.sop import Bukti, Langkah, SatuanWaktu, Waktu
from lakip_gen.sop.keadaan import Bahan, Cara, Keadaan, KeadaanLangkah, Kenyataan, Rekaman, nilai_keadaan

RABU = date(2025, 4, 2)
DUA_HARI = Waktu(Decimal(2), SatuanWaktu.HARI_KERJA)
YA = Kenyataan(terpenuhi=True)


def langkah(
    no: int, bukti: Bukti, *, prosedur: str = "", waktu: Waktu | None = None, kembali: int | None = None
) -> Langkah:
    return Langkah(
        prosedur=prosedur,
        no=no,
        tiap=Jenis.TRIWULAN,
        kegiatan=f"Langkah {no}",
        pelaksana="Sekretaris",
        selesai_bila=bukti,
        waktu=waktu,
        kembali=kembali,
    )


MENUGASKAN = langkah(1, Bukti.ORANG)
MEMBAGIKAN = langkah(2, Bukti.DIBAGIKAN)
MENGISI = langkah(3, Bukti.TERISI, waktu=DUA_HARI)
MEREKAP = langkah(4, Bukti.REKAP)
MEMUTUSKAN = langkah(5, Bukti.PUTUSAN, kembali=3)
MENYIMPAN = langkah(6, Bukti.SAH)
SOP = (MENUGASKAN, MEMBAGIKAN, MENGISI, MEREKAP, MEMUTUSKAN, MENYIMPAN)
SUDAH_REKAP = {Bukti.DIBAGIKAN: YA, Bukti.TERISI: YA, Bukti.REKAP: YA}


def nilai(
    kenyataan: Mapping[Bukti, Kenyataan],
    *rekaman: Rekaman,
    daftar: tuple[Langkah, ...] = SOP,
    sidik: str = "angka",
    sidik_unit: Mapping[str, str] | None = None,
    tenggat: date | None = None,
    hari_ini: date = RABU,
    naskah: Mapping[str, Kenyataan] | None = None,
) -> tuple[KeadaanLangkah, ...]:
    bahan = Bahan(
        daftar_kenyataan=kenyataan,
        daftar_rekaman=rekaman,
        sidik=sidik,
        sidik_unit=sidik_unit or {},
        daftar_naskah=naskah or {},
        tenggat_formulir=tenggat,
        hari_ini=hari_ini,
        kalender=Kalender(frozenset(), 5),
    )
    return nilai_keadaan(daftar, bahan)


def ringkas(hasil: tuple[KeadaanLangkah, ...]) -> list[str]:
    return [satu.cara.value if satu.cara else satu.keadaan.value for satu in hasil]


def test_before_anything_the_first_step_is_under_way() -> None:
    assert ringkas(nilai({})) == ["berjalan", *["menunggu"] * 5]


def test_what_nobody_recorded_follows_from_a_later_step_that_is_proven() -> None:
    assert ringkas(nilai({Bukti.DIBAGIKAN: YA})) == ["tersirat", "terbukti", "berjalan", *["menunggu"] * 3]


def test_a_recorded_step_is_recorded_and_not_only_implied() -> None:
    tercatat, *_ = nilai({Bukti.DIBAGIKAN: YA}, Rekaman(langkah="1", tanggal=RABU, berkas=("bukti/disposisi.pdf",)))
    assert (tercatat.cara, tercatat.pada, tercatat.berkas) == (Cara.TERCATAT, RABU, ("bukti/disposisi.pdf",))


def test_the_last_step_of_people_is_never_implied() -> None:
    assert ringkas(nilai({Bukti.DIBAGIKAN: YA}, daftar=(MEMBAGIKAN, MENUGASKAN))) == ["terbukti", "berjalan"]


def test_a_step_turns_back_when_its_proof_is_taken_away() -> None:
    assert ringkas(nilai(SUDAH_REKAP))[3] == "terbukti"
    kurang = SUDAH_REKAP | {Bukti.REKAP: Kenyataan(tunggu="rekap dibuat dari berkas lama")}
    merekap = nilai(kurang)[3]
    assert (merekap.keadaan, merekap.tunggu) == (Keadaan.BERJALAN, "rekap dibuat dari berkas lama")


def test_a_step_that_gives_a_paper_is_done_with_its_proof_and_its_paper() -> None:
    ada = {"4": Kenyataan(terpenuhi=True, berkas=("rekapitulasi.docx",))}
    merekap = nilai(SUDAH_REKAP, naskah=ada)[3]
    assert (merekap.cara, merekap.berkas[-1]) == (Cara.TERBUKTI, "rekapitulasi.docx")
    hilang = nilai(SUDAH_REKAP, naskah={"4": Kenyataan(tunggu="lakip-gen susun 2025-TW1")})[3]
    assert (hilang.keadaan, hilang.tunggu) == (Keadaan.BERJALAN, "lakip-gen susun 2025-TW1")


def test_an_agreeing_decision_on_these_figures_leads_on() -> None:
    hasil = nilai(SUDAH_REKAP, Rekaman(langkah="5", setuju=True, sidik="angka", tanggal=RABU))
    assert ringkas(hasil)[4:] == ["tercatat", "berjalan"]


def test_a_decision_on_other_figures_is_stale_and_decides_nothing() -> None:
    memutuskan = nilai(SUDAH_REKAP, Rekaman(langkah="5", setuju=True, sidik="angka lama"))[4]
    assert (memutuskan.keadaan, memutuskan.cara, memutuskan.kedaluwarsa) == (Keadaan.BERJALAN, None, True)


def test_a_second_decision_counts_instead_of_the_first() -> None:
    tidak = Rekaman(langkah="5", setuju=False, sidik="angka")
    assert ringkas(nilai(SUDAH_REKAP, tidak, Rekaman(langkah="5", setuju=True, sidik="angka")))[4] == "tercatat"


@pytest.fixture
def penolakan() -> Rekaman:
    return Rekaman(langkah="5", setuju=False, sidik="angka", dikembalikan={"BIDANG-IKP": "lama", "UPTD": "tetap"})


def test_a_refusal_opens_the_step_it_sends_back_to_and_names_the_units(penolakan: Rekaman) -> None:
    hasil = nilai(SUDAH_REKAP, penolakan, sidik_unit={"BIDANG-IKP": "lama", "UPTD": "tetap"})
    assert ringkas(hasil) == ["tersirat", "terbukti", "dikembalikan", "terbukti", "dikembalikan", "menunggu"]
    assert (hasil[2].tunggu, hasil[4].tunggu) == ("BIDANG-IKP, UPTD",) * 2


def test_a_refusal_stands_until_the_last_form_changed(penolakan: Rekaman) -> None:
    assert nilai(SUDAH_REKAP, penolakan, sidik_unit={"BIDANG-IKP": "baru", "UPTD": "tetap"})[2].tunggu == "UPTD"


def test_when_the_forms_changed_the_step_waits_for_a_new_decision(penolakan: Rekaman) -> None:
    hasil = nilai(SUDAH_REKAP, penolakan, sidik_unit={"BIDANG-IKP": "baru", "UPTD": "baru"}, sidik="angka baru")
    assert ringkas(hasil)[2:] == ["terbukti", "terbukti", "berjalan", "menunggu"]
    assert hasil[4].kedaluwarsa


@pytest.mark.parametrize(
    ("sidik", "keadaan"), [("angka", "dikembalikan"), ("lain", "berjalan")], ids=["same", "changed"]
)
def test_a_refusal_without_units_ends_when_the_figures_change(sidik: str, keadaan: str) -> None:
    tidak = Rekaman(langkah="5", setuju=False, sidik="angka")
    assert ringkas(nilai(SUDAH_REKAP, tidak, sidik=sidik))[4] == keadaan


def test_a_record_about_figures_that_changed_is_stale() -> None:
    rapat = Rekaman(langkah="1", sidik="angka lama")
    assert nilai({}, rapat)[0].kedaluwarsa
    assert not nilai({}, Rekaman(langkah="1"))[0].kedaluwarsa


def test_a_time_in_days_runs_from_the_day_of_the_step_before() -> None:
    dibagikan = {Bukti.DIBAGIKAN: Kenyataan(terpenuhi=True, pada=RABU)}
    mengisi = nilai(dibagikan, hari_ini=date(2025, 4, 7))[2]
    assert (mengisi.tenggat, mengisi.terlambat) == (date(2025, 4, 4), True)
    assert not nilai(dibagikan, hari_ini=date(2025, 4, 4))[2].terlambat


def test_the_agency_s_last_day_for_forms_counts_where_it_comes_first() -> None:
    dibagikan = {Bukti.DIBAGIKAN: Kenyataan(terpenuhi=True, pada=RABU)}
    assert nilai(dibagikan, tenggat=date(2025, 4, 3))[2].tenggat == date(2025, 4, 3)
    assert nilai(dibagikan, tenggat=date(2025, 4, 10))[2].tenggat == date(2025, 4, 4)


def test_what_is_done_on_an_unknown_day_is_not_late() -> None:
    selesai = nilai({Bukti.TERISI: YA}, tenggat=date(2025, 4, 1))[2]
    assert (selesai.cara, selesai.terlambat) == (Cara.TERBUKTI, False)


def test_each_procedure_goes_its_own_way() -> None:
    daftar = (langkah(1, Bukti.ORANG, prosedur="A"), langkah(1, Bukti.REKAP, prosedur="B"))
    assert ringkas(nilai({Bukti.REKAP: YA}, daftar=daftar)) == ["berjalan", "terbukti"]
    assert ringkas(nilai({Bukti.REKAP: YA}, Rekaman(langkah="A1"), daftar=daftar)) == ["tercatat", "terbukti"]
