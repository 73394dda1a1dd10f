"""Forty histories of an office on real files: no edit of a draft loses a byte, and the board follows from the disk."""

import shutil
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from bantu_ruang import formulir
from lakip_gen.alur.bukti import TidakDicatat
from lakip_gen.alur.langkah import Isian, catat_langkah
from lakip_gen.alur.papan import susun_papan
from lakip_gen.alur.peristiwa import saat_ini
from lakip_gen.alur.sahkan import Permintaan, buka, sahkan
from lakip_gen.alur.susun import susun
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.domain.periode import Periode
from lakip_gen.excel.induk import write_induk
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.storage.workspace import Workspace

pytestmark = pytest.mark.lengkap
TW1 = Periode.parse("2025-TW1")
UNIT = "BIDANG-IKP"
ASLI = {}
"""The folder that each history begins with, filled by the fixture below."""


@pytest.fixture(autouse=True)
def _asli(contoh_asli, tmp_path):
    ruang = Workspace(tmp_path / "asli")
    shutil.copytree(contoh_asli.root, ruang.root)
    ruang.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), "pmk-way-kanan", 2025)))
    susun(ruang, TW1)
    ASLI["ruang"] = ruang


class Kantor(RuleBasedStateMachine):
    """What people do with one quarter, in any order."""

    def __init__(self):
        super().__init__()
        self.tempat = tempfile.TemporaryDirectory()
        self.ruang = Workspace(Path(self.tempat.name) / "ruang")
        shutil.copytree(ASLI["ruang"].root, self.ruang.root)
        self.semula = formulir(self.ruang, UNIT).read_bytes()
        self.suntingan = {}
        self.sah = False

    def teardown(self):
        self.tempat.cleanup()

    def draf(self):
        return sorted(self.ruang.output(TW1).glob("laporan-kinerja-2025-TW1-draf-*.docx"))

    @rule(ada=st.booleans())
    def formulir_datang_atau_ditarik(self, ada):
        letak = formulir(self.ruang, UNIT)
        if ada:
            letak.write_bytes(self.semula)
        else:
            letak.unlink(missing_ok=True)

    @rule()
    def perencana_menyusun(self):
        try:
            susun(self.ruang, TW1)
        except SudahDisahkan:
            assert self.sah
        else:
            assert not self.sah

    @precondition(lambda self: self.draf())
    @rule(kata=st.binary(min_size=1, max_size=8))
    def sekretaris_menyunting(self, kata):
        berkas = self.draf()[-1]
        with zipfile.ZipFile(berkas, "a") as arsip:
            arsip.comment = kata
        self.suntingan[berkas] = berkas.read_bytes()

    @rule(setuju=st.booleans())
    def sekretaris_memutuskan(self, setuju):
        isian = Isian(tanda="10", setuju=setuju, isi="Lengkapi", daftar_unit=() if setuju else (UNIT,))
        try:
            catat_langkah(self.ruang, TW1, isian)
        except SudahDisahkan:
            assert self.sah
        except TidakDicatat:
            assert not self.sah

    @rule(alasan=st.sampled_from(["", "Diminta"]))
    def kepala_mengesahkan(self, alasan):
        try:
            hasil = sahkan(self.ruang, TW1, Permintaan(alasan=alasan))
        except SudahDisahkan:
            assert self.sah
        else:
            assert not self.sah
            assert hasil.sah or hasil.daftar_halangan
            self.sah = hasil.sah is not None

    @precondition(lambda self: self.sah)
    @rule()
    def kepala_membuka(self):
        buka(self.ruang, TW1, "keliru")
        self.sah = False

    @invariant()
    def no_edit_loses_a_byte(self):
        for berkas, isi in self.suntingan.items():
            assert berkas.read_bytes() == isi

    @invariant()
    def the_board_follows_from_the_disk(self):
        papan = susun_papan(self.ruang, TW1, saat_ini().date())
        assert (papan.sah is not None) == self.sah
        assert papan.sah is None or papan.sah.whole
        assert not {"jejak-diubah", "jejak-rusak", "arsip-tanpa-catatan"} & {t.kode for t in papan.semua_temuan}


def test_no_history_loses_an_edit_or_its_seal():
    from hypothesis.stateful import run_state_machine_as_test

    tenang = settings(max_examples=40, stateful_step_count=8, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Kantor, settings=tenang)
