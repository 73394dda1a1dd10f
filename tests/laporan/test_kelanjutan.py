"""What became of an earlier promise is printed beside the new one, and only where the form asked."""

import pytest

from bantu_induk import TAHUN, isian
from lakip_gen.domain.isian import IsianIndikator
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.periode import triwulan
from lakip_gen.domain.rekap import Sumber
from lakip_gen.laporan.susun_analisis import susun_analisis

JANJI = "Beli kabel (Kasi)"


def sumber(lalu="", status="", bukti="", versi=2):
    jawaban = IsianIndikator("I1", isian(1), status_tindak_lanjut=status, bukti_tindak_lanjut=bukti)
    unit = Unit("U1", "Bidang U1", "")
    kini = triwulan(TAHUN, 2)
    return Sumber(unit=unit, triwulan=kini, isian=isian(1), jawaban=jawaban, tindak_lanjut_lalu=lalu, versi=versi)


@pytest.mark.parametrize(
    ("satu", "tercetak"),
    [
        pytest.param(sumber(), [], id="nothing promised"),
        pytest.param(sumber(JANJI, "selesai", "BA 12 Mei"), [f"{JANJI}: selesai, BA 12 Mei"], id="done, with proof"),
        pytest.param(sumber(JANJI, "berjalan"), [f"{JANJI}: berjalan"], id="going on"),
        pytest.param(sumber(JANJI), [f"{JANJI}: [belum diisi unit]"], id="not answered"),
        pytest.param(sumber("", "selesai"), ["selesai"], id="answered though nothing is open any more"),
        pytest.param(sumber(JANJI, versi=1), [], id="a form that did not ask"),
    ],
)
def test_an_earlier_promise_is_printed_with_how_it_went_on(satu, tercetak):
    butir = [b.isi for b in susun_analisis(satu).daftar_butir if b.nama == "Tindak lanjut sebelumnya"]
    assert butir == tercetak
