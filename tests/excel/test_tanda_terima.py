"""The receipt list says whose it is and leaves room for who hands the forms out."""

from io import BytesIO

from openpyxl import load_workbook

from bantu_rekap import agensi
from lakip_gen.domain.periode import triwulan
from lakip_gen.excel.receipts import write_receipts


def test_the_list_names_the_agency_and_who_hands_the_forms_out():
    induk = agensi()
    isi = write_receipts(induk, triwulan(2025, 1), {unit.kode: f"{unit.kode}.xlsx" for unit in induk.daftar_unit})
    lembar = load_workbook(BytesIO(isi)).active
    teks = [str(sel.value) for baris in lembar.iter_rows() for sel in baris if sel.value]
    assert f"{induk.instansi.pemerintah} · {induk.instansi.nama} · Triwulan I Tahun 2025" in teks
    akhir = teks[teks.index("Yang menyerahkan,") :]
    assert akhir[1] == induk.instansi.perencana.jabatan
    assert teks[-4].endswith("…" * 12)
