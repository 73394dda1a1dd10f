"""A small agency whose template prints what the small draft of `draf_uji` says, so that every edit tried there fits."""

import io
from dataclasses import dataclass
from decimal import Decimal

import docx
from draf_uji import cari

from bantu_gaya import terisi
from bantu_ruang import baca_induk
from instansi_kecamatan import KECAMATAN
from lakip_gen.alur.susun import susun
from lakip_gen.domain.formulir import siapkan_formulir
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.periode import Periode
from lakip_gen.excel.induk import write_induk
from lakip_gen.storage.workspace import Workspace

TW1 = Periode.parse("2025-TW1")
UNIT = "PELAYANAN"
ANGKA = {
    "awal": {"I1.1": "81.4", "I1.3": "24.5"},
    "antara": {"I1.1": "79.05", "I1.3": "24"},
    "kini": {"I1.1": "83.2", "I1.3": "21.5"},
    "nanti": {"I1.1": "85.6", "I1.3": "20.5"},
}
"""What the unit reports at one time and at another; beneath I1.2, which the template calls I2, nothing ever changes."""


@dataclass(frozen=True, slots=True)
class Rumah:
    """The agency after its first run, only ever copied, and its unit's form at each time."""

    ruang: Workspace
    formulir: dict[str, bytes]


def tulis_rumah(akar):
    """Write the agency into a folder and make its first draft."""
    ruang = Workspace(akar)
    for berkas, isi in {ruang.induk(TW1.tahun): write_induk(_induk()), berkas_templat(ruang): templat()}.items():
        berkas.parent.mkdir(parents=True)
        berkas.write_bytes(isi)
    ruang.inbox(TW1).mkdir(parents=True)
    rumah = Rumah(ruang, _formulir(ruang))
    isi_formulir(ruang, rumah, "awal")
    assert susun(ruang, TW1).draf is not None
    return rumah


def _induk():
    milik = {"unit": "kode", "indikator": "unit", "rencana_aksi": "unit"}
    induk = {
        lembar: [baris for baris in isi if baris.get(milik.get(lembar, "unit"), UNIT) == UNIT]
        for lembar, isi in KECAMATAN.induk.items()
    }
    kode = {baris["kode"] for baris in induk["indikator"]}
    return induk | {
        "sasaran": [baris for baris in induk["sasaran"] if baris["kode"] == "S1"],
        "riwayat": [baris for baris in induk["riwayat"] if baris["indikator"] in kode],
        "anggaran": [baris for baris in induk["anggaran"] if baris["kode"].startswith("7.01.02")],
    }


def _formulir(ruang):
    induk, _ = baca_induk(ruang, TW1.tahun)
    kosong = siapkan_formulir(induk, induk.unit(UNIT), TW1, Kumpulan({}))
    return {
        nama: terisi(
            kosong,
            KECAMATAN.jawab(kosong)
            | {("indikator", kode, "realisasi"): Decimal(nilai) for kode, nilai in angka.items()},
        )
        for nama, angka in ANGKA.items()
    }


def isi_formulir(ruang, rumah, nama):
    ruang.form_file(UNIT, TW1).write_bytes(rumah.formulir[nama])


def berkas_templat(ruang):
    return ruang.templates / "laporan-triwulan.docx"


def templat(syarat=""):
    """Return a template of the agency's own, of the same build as the small draft.

    Args:
        syarat: Which indicators it prints; all of them without it.
    """
    dokumen = docx.Document()
    dokumen.add_heading("Bab I Pendahuluan", 1)
    dokumen.add_paragraph("Laporan ini disusun menurut peraturan.")
    dokumen.add_heading("Bab II Capaian", 1)
    dokumen.add_paragraph(f"{{%p for i in daftar_sasaran[0].daftar_indikator{syarat} %}}")
    kalimat = dokumen.add_paragraph("Realisasi I{{ loop.index }} sebesar ")
    kalimat.add_run("{{ i.realisasi }}").bold = True
    kalimat.add_run(" persen dari target I{{ loop.index }} sebesar {{ i.target }} persen.")
    dokumen.add_paragraph("Penjelasan I{{ loop.index }} disampaikan oleh bidang I{{ loop.index }}.")
    dokumen.add_paragraph("{%p endfor %}")
    tabel = dokumen.add_table(rows=0, cols=3)
    for baris in (
        ("Kode", "Realisasi", "Keterangan"),
        (f"{{%tr for i in daftar_sasaran[0].daftar_indikator{syarat} %}}", "", ""),
        ("I{{ loop.index }}", "{{ i.realisasi }}", "cukup I{{ loop.index }}"),
        ("{%tr endfor %}", "", ""),
    ):
        for sel, teks in zip(tabel.add_row().cells, baris, strict=True):
            sel.text = teks
    dokumen.add_heading("Bab III Penutup", 1)
    dokumen.add_paragraph("Demikian laporan ini disampaikan.")
    return _isi(dokumen)


def templat_lain():
    """Return another template: another order of words at the beginning, another font."""
    dokumen = docx.Document(io.BytesIO(templat()))
    cari(dokumen, "Laporan ini disusun").text = "Laporan kinerja ini disusun menurut peraturan yang berlaku."
    cari(dokumen, "Bab I ").insert_paragraph_before("Kata Pengantar templat baru.")
    dokumen.styles["Normal"].font.name = "Arial"
    return _isi(dokumen)


def _isi(dokumen):
    aliran = io.BytesIO()
    dokumen.save(aliran)
    return aliran.getvalue()
