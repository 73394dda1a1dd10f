"""What a planner accepted refuses and asks no more; what cannot be read, nobody accepts."""

from datetime import date

from lakip_gen.domain.keraguan import Penerimaan
from lakip_gen.domain.temuan import Asal, temuan
from lakip_gen.sop.penerimaan import dapat_diterima, hal, terapkan, tetap_ditolak

SEL = Asal("u1.xlsx", "Anggaran", "F7")
LEWAT = temuan("lewat-pagu", SEL, nilai=1200, pagu=1000)
RENDAH = temuan("capaian-rendah", Asal("u1.xlsx", "Indikator", "P9"), nilai="20%", batas=60)
MENDUA = temuan("angka-mendua", SEL, nilai="1.100", satu=1, dua=2)
INFO = temuan("angka-teks", SEL, nilai="85", dibaca="85")


def penerimaan(*daftar, nomor=4, **lain):
    return Penerimaan(nomor=nomor, unit="U1", alasan="Sudah dicek.", daftar_hal=frozenset(map(hal, daftar)), **lain)


def test_warnings_and_values_that_are_only_hard_to_believe_can_be_accepted():
    assert dapat_diterima((LEWAT, RENDAH, MENDUA, INFO)) == (LEWAT, RENDAH)
    assert tetap_ditolak((LEWAT, RENDAH, MENDUA, INFO)) == (MENDUA,)


def test_what_the_sekretaris_sent_back_a_planner_cannot_wave_through():
    kembali = temuan("dikembalikan-sekretaris", Asal("u1.xlsx"), nilai="Lengkapi.", oleh="")
    assert dapat_diterima((kembali,)) == ()
    assert terapkan((kembali,), (penerimaan(kembali),)) == ((kembali,), ())


def test_what_was_accepted_is_told_with_its_reason_in_place_of_the_doubt():
    satu = penerimaan(LEWAT, oleh="Kepala Dinas", tanggal=date(2025, 4, 11))
    (baru, sama), dipakai = terapkan((LEWAT, RENDAH), (satu,))
    assert (sama, dipakai) == (RENDAH, (satu,))
    assert (baru.kode, baru.asal, baru.nilai) == ("diterima-dengan-alasan", SEL, "1200")
    rincian = dict(baru.rincian)
    assert (rincian["alasan"], rincian["nomor"]) == ("Sudah dicek.", "4")
    assert rincian["oleh"] == " oleh Kepala Dinas pada 11 April 2025"


def test_without_a_name_and_a_day_none_is_told():
    ((baru,), _) = terapkan((LEWAT,), (penerimaan(LEWAT),))
    assert dict(baru.rincian)["oleh"] == ""


def test_another_value_in_the_same_cell_is_a_new_doubt():
    lain = temuan("lewat-pagu", SEL, nilai=1300, pagu=1000)
    assert terapkan((lain,), (penerimaan(LEWAT),)) == ((lain,), ())


def test_a_hand_written_acceptance_of_what_nobody_can_read_settles_nothing():
    assert terapkan((MENDUA, INFO), (penerimaan(MENDUA, INFO),)) == ((MENDUA, INFO), ())


def test_only_the_acceptances_that_settled_something_are_given_back():
    satu, dua = penerimaan(LEWAT), penerimaan(RENDAH, nomor=9)
    assert terapkan((LEWAT,), (dua, satu))[1] == (satu,)
