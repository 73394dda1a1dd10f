"""The reference page of the SOPs that come with the program: step by step, what shows that it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from lakip_gen.domain.periode import Jenis
from lakip_gen.domain.skema.induk import DISIMPULKAN
from lakip_gen.domain.skema.induk_butir import ATURAN
from lakip_gen.domain.skema.induk_sop import LANGKAH_SOP
from lakip_gen.domain.sop import Bukti, Langkah, SatuanWaktu, Waktu
from lakip_gen.door.markdown import page, table
from lakip_gen.sop.bawaan import daftar_nama, isi_sop
from lakip_gen.sop.kertas import (
    DAFTAR_KERTAS,
    RAPAT,
    KertasPeriode,
    kertas_hasil,
    kertas_sebutan,
    saat_langkah,
)


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
    Bukti.PUTUSAN: Proof("Rekap dengan angka yang sekarang disetujui.", "lakip-gen catat PERIODE LANGKAH setuju", "–"),
    Bukti.SAH: Proof(
        "Laporan disahkan, dan arsipnya utuh.", "lakip-gen sahkan PERIODE", "workbooks/TAHUN/arsip/PERIODE-01/"
    ),
    Bukti.ORANG: Proof(
        "Dicatat; atau tersirat, bila langkah sesudahnya terbukti (ditampilkan “tanpa bukti”).",
        "lakip-gen catat PERIODE LANGKAH",
        "–",
    ),
}


NO_FILE: Final = "–"
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
    "Berkas",
)
PAPERS: Final = """\
Disposisi, surat, dan naskah lain yang disebut sebuah SOP ditulis oleh perintah pada saatnya ke
`output/TAHUN/PERIODE/kertas`, masing-masing dari templatnya di `templates/kertas` yang boleh diubah di Word. Naskah
yang sudah disunting tidak ditimpa: bila isinya harus berubah, yang baru ditulis di sebelahnya (`…_baru.docx`).
Langkah yang menghasilkan naskah selesai bila buktinya ada dan naskahnya ada; bila naskahnya diambil, langkah itu
terbuka lagi. Penanda tangannya yang menjabat pada tanggal naskah menurut lembar Pejabat; yang tidak diketahui dicetak
titik-titik. Templat yang dihapus berarti naskahnya tidak dipakai. Tanpa SOP di buku induk yang ditulis hanya ikhtisar
satu halaman tiap laporan, dan dokumen kecil (perjanjian kinerja sampai pengukuran kinerja) pada laporan setahun."""
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
    papers = table(
        ("Naskah", "Berkas", "Templat", "Disebut dalam SOP"),
        (
            (
                paper.judul,
                f"{paper.nama}{'-LANGKAH' if paper is RAPAT else ''}.docx",
                f"{paper.nama_templat}.docx",
                ", ".join(f"{word}…" for word in paper.daftar_sebutan) or "–",
            )
            for paper in DAFTAR_KERTAS
        ),
    )
    parts = [INTRODUCTION, "## Yang menunjukkan sebuah langkah selesai", proofs, "## Naskah", PAPERS, papers, *_sops()]
    return page("SOP yang disertakan", parts)


def _sops() -> Iterator[str]:
    for name in daftar_nama():
        content = isi_sop(name)
        (rules,) = content[ATURAN.kunci]
        yield f"## {name}"
        yield f"{rules['nama_sop']}, nomor {rules['nomor_sop']}."
        steps = [_langkah(row) for row in content[LANGKAH_SOP.kunci]]
        yield table(COLUMNS, (_step(step, steps) for step in steps))


def _langkah(row: Mapping[str, Any]) -> Langkah:
    """Return a row of the sheet as a step."""
    time = Waktu(Decimal(row["waktu"]), SatuanWaktu(row["satuan"])) if "waktu" in row else None
    return Langkah(
        prosedur=row.get("prosedur", ""),
        no=row["no"],
        tiap=Jenis(row["tiap"]),
        kegiatan=row["kegiatan"],
        pelaksana=row["pelaksana"],
        pasti=row["pasti"] != DISIMPULKAN,
        kelengkapan=tuple(filter(None, row["kelengkapan"].split("; "))),
        waktu=time,
        output=row["output"],
        selesai_bila=Bukti(row["selesai_bila"]),
    )


def _step(step: Langkah, steps: list[Langkah]) -> tuple[str, ...]:
    inferred = "" if step.pasti else f" ({DISIMPULKAN})"
    same = tuple(one for one in steps if one.tiap is step.tiap)
    proof = PROOFS[step.selesai_bila]
    cells = (
        step.tanda,
        step.tiap.value,
        step.kegiatan,
        f"{step.pelaksana}{inferred}",
        "; ".join(step.kelengkapan),
        str(step.waktu or ""),
        step.output,
        step.selesai_bila.value,
        proof.command,
        "; ".join(file for file in (*_files(step, same), proof.file) if file != NO_FILE),
    )
    return tuple(cell or "–" for cell in cells)


def _files(step: Langkah, steps: tuple[Langkah, ...]) -> Iterator[str]:
    """Yield the papers that a step needs or gives, with the command that writes them."""
    named = (*map(kertas_sebutan, step.kelengkapan), kertas_hasil(step))
    for paper in dict.fromkeys(filter(None, named)):
        first = next(one for one in steps if paper in {*map(kertas_sebutan, one.kelengkapan), kertas_hasil(one)})
        moment = saat_langkah(first, steps).value
        yield f"{KertasPeriode(paper, step).nama_berkas}.docx ({moment})"
