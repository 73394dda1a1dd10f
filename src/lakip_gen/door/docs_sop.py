"""The reference page of the SOPs that come with the program: step by step, what shows that it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lakip_gen.domain.skema.induk import DISIMPULKAN
from lakip_gen.domain.skema.induk_butir import ATURAN
from lakip_gen.domain.skema.induk_sop import LANGKAH_SOP
from lakip_gen.domain.sop import Bukti
from lakip_gen.door.markdown import page, table
from lakip_gen.sop.bawaan import daftar_nama, isi_sop


@dataclass(frozen=True, slots=True)
class Proof:
    """What a proof is in words, what brings it about, and the file that shows it."""

    means: str
    command: str
    file: str


PROOFS: Final[Mapping[Bukti, Proof]] = {
    Bukti.DIBAGIKAN: Proof(
        "Setiap unit sudah menerima formulirnya.", "lakip-gen bagikan PERIODE", "workbooks/TAHUN/TW…/formulir-….xlsx"
    ),
    Bukti.TERISI: Proof(
        "Formulir setiap unit sudah ada di folder triwulannya.",
        "unit mengisi, perencana menyimpan",
        "workbooks/TAHUN/TW…/",
    ),
    Bukti.DIVALIDASI: Proof(
        "Pengesahan pada setiap formulir menyatakan disetujui, dengan nama dan tanggal.",
        "kepala unit mengisi lembar Pengesahan",
        "workbooks/TAHUN/TW…/",
    ),
    Bukti.DITERIMA: Proof("Formulir setiap unit diterima.", "lakip-gen periksa PERIODE", "workbooks/TAHUN/TW…/"),
    Bukti.REKAP: Proof(
        "Rekap dibuat dari berkas yang sekarang ada.", "lakip-gen susun PERIODE", "output/TAHUN/PERIODE/rekap.xlsx"
    ),
    Bukti.DRAF: Proof(
        "Draf dibuat dari berkas yang sekarang ada.",
        "lakip-gen susun PERIODE",
        "output/TAHUN/PERIODE/laporan-kinerja-…-draf-01.docx",
    ),
    Bukti.PUTUSAN: Proof("Rekap dengan angka yang sekarang disetujui.", "dicatat", "–"),
    Bukti.SAH: Proof(
        "Laporan disahkan, dan arsipnya utuh.", "lakip-gen sahkan PERIODE", "workbooks/TAHUN/arsip/PERIODE-01/"
    ),
    Bukti.ORANG: Proof(
        "Dicatat; atau tersirat, bila langkah sesudahnya terbukti (ditampilkan “tanpa bukti”).", "dicatat", "–"
    ),
}


COLUMNS: Final = (
    "Langkah",
    "Tiap",
    "Kegiatan",
    "Pelaksana",
    "Kelengkapan",
    "Waktu",
    "Output",
    "Selesai bila",
    "Dengan",
)
INTRODUCTION: Final = """\
Lima SOP pengumpulan data kinerja disertakan dan dipasang dengan `lakip-gen mulai . --sop NAMA`. Langkahnya lalu berada
di lembar Langkah SOP pada buku induk: ubah, hapus, atau tambah di sana seperti SOP instansi sendiri. Pelaksana yang
tidak tertulis jelas pada SOP aslinya ditandai *disimpulkan*.

Langkah selesai bila buktinya ada. Keadaan itu dihitung dari berkas setiap kali `lakip-gen status PERIODE` dijalankan;
tidak ada yang perlu dicentang. Hanya waktu dalam hari yang menjadi tenggat: menit dan jam adalah lama pekerjaan."""


def sop_page() -> str:
    """Return the page: the proofs, then one table for each SOP."""
    proofs = table(
        ("Selesai bila", "Artinya", "Dengan", "Berkas"),
        ((proof.value, told.means, told.command, told.file) for proof, told in PROOFS.items()),
    )
    return page("SOP yang disertakan", [INTRODUCTION, "## Yang menunjukkan sebuah langkah selesai", proofs, *_sops()])


def _sops() -> Iterator[str]:
    for name in daftar_nama():
        content = isi_sop(name)
        (rules,) = content[ATURAN.kunci]
        yield f"## {name}"
        yield f"{rules['nama_sop']}, nomor {rules['nomor_sop']}."
        yield table(COLUMNS, (_step(step) for step in content[LANGKAH_SOP.kunci]))


def _step(step: Mapping[str, object]) -> tuple[str, ...]:
    inferred = f" ({DISIMPULKAN})" if step["pasti"] == DISIMPULKAN else ""
    cells = (
        f"{step.get('prosedur', '')}{step['no']}",
        step["tiap"],
        step["kegiatan"],
        f"{step['pelaksana']}{inferred}",
        step["kelengkapan"],
        f"{step['waktu']} {step['satuan']}" if "waktu" in step else "",
        step["output"],
        step["selesai_bila"],
        PROOFS[Bukti(step["selesai_bila"])].command,
    )
    return tuple(str(cell) or "–" for cell in cells)
