"""Names of files: what a unit is told from."""

import pytest

from lakip_gen.domain.nama_berkas import kode_tersebut


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("formulir-kasi-pmd-2025-TW1.ods", "KASI-PMD"),
        ("Kasi PMD (1).xls", "KASI-PMD"),
        ("pmd.xls", "PMD"),
        ("kasi.xls", ""),
        ("pmd dan ttu.xls", "PMD"),
        ("tu tx.xls", ""),
        ("tanpa-akhiran-tu", "TU"),
    ],
)
def test_a_file_s_name_tells_its_unit_by_the_longest_kode_in_it(nama, kode):
    assert kode_tersebut(nama, ("KASI-PMD", "PMD", "TU", "TX")) == kode
