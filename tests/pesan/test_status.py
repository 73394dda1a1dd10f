"""How it is said where a form stands, with what of it was not taken and what was accepted."""

import pytest

from lakip_gen.domain.keraguan import Hal, Penerimaan
from lakip_gen.domain.kinerja import Unit
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import triwulan
from lakip_gen.pesan.status import keterangan, rupa


def status(apa=StatusUnit.DITERIMA, sel=(), *daftar):
    satu = StatusLaporan(unit=Unit("U1", "Unit", "Kepala"), triwulan=triwulan(2025, 1), status=apa)
    return type(satu)(
        unit=satu.unit, triwulan=satu.triwulan, status=apa, sel_ditolak=tuple(sel), daftar_penerimaan=daftar
    )


def penerimaan(banyak=1, alasan="Sudah dicek.", nomor=1):
    hal = frozenset(Hal("lewat-pagu", "Anggaran", f"F{n}", "1") for n in range(1, banyak + 1))
    return Penerimaan(nomor=nomor, unit="U1", alasan=alasan, daftar_hal=hal)


@pytest.mark.parametrize(
    ("satu", "kata", "catatan"),
    [
        pytest.param(status(), "✓ diterima", "", id="taken"),
        pytest.param(
            status(StatusUnit.DITERIMA, ("A!B1", "A!B2")),
            "✓ diterima, 2 sel belum diterima",
            "2 sel belum diterima",
            id="but for two cells",
        ),
        pytest.param(
            status(StatusUnit.DITERIMA, ("A!B1",), penerimaan()),
            "✓ diterima, 1 sel belum diterima, diterima dengan catatan",
            "1 sel belum diterima; diterima dengan catatan (Anggaran F1): Sudah dicek.",
            id="with a reason",
        ),
        pytest.param(
            status(StatusUnit.DITERIMA, (), penerimaan(8)),
            "✓ diterima, diterima dengan catatan",
            "diterima dengan catatan (Anggaran F1, Anggaran F2, Anggaran F3, Anggaran F4, Anggaran F5, Anggaran F6, "
            "dan 2 lainnya): Sudah dicek.",
            id="with many cells",
        ),
        pytest.param(
            status(StatusUnit.BELUM, (), penerimaan(0, "Pejabatnya kosong")),
            "○ belum masuk, ditutup dengan catatan",
            "belum dilaporkan; Pejabatnya kosong",
            id="closed without a form",
        ),
        pytest.param(
            status(StatusUnit.DITOLAK),
            "✗ perlu diperbaiki",
            "belum dilaporkan: formulir dikembalikan untuk diperbaiki",
            id="refused",
        ),
    ],
)
def test_where_a_form_stands_is_said_with_what_is_missing_and_what_was_accepted(satu, kata, catatan):
    assert (rupa(satu), keterangan(satu)) == (kata, catatan)


def test_several_reasons_are_one_text_without_repetition():
    satu = status(StatusUnit.DITERIMA, (), penerimaan(), penerimaan(nomor=2), penerimaan(alasan="Lain.", nomor=3))
    assert satu.diterima_dengan == "Sudah dicek.; Lain."
