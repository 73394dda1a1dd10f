"""What the archive of a sealed period holds: the report, every file it stands on, and a list of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import PurePosixPath
from typing import Final

from lakip_gen import __version__
from lakip_gen.alur.kertas import daftar_kertas
from lakip_gen.alur.papan import Papan
from lakip_gen.domain.periode import Periode, periode_setahun
from lakip_gen.domain.sop import Bukti
from lakip_gen.domain.temuan import Temuan
from lakip_gen.html.archive_list import ArchiveList, Entry, Referred, render_archive_list
from lakip_gen.pesan.bahasa import gabung
from lakip_gen.pesan.katalog import jelaskan_semua
from lakip_gen.storage.bag import put_together, safe_name
from lakip_gen.storage.binder import bind
from lakip_gen.storage.events import current_events
from lakip_gen.storage.evidence import LARGEST_EVIDENCE, evidence_files, evidence_of_year
from lakip_gen.storage.figures import take_figures
from lakip_gen.storage.inputs import Inputs, TemplateInputs
from lakip_gen.storage.manifest import MANIFEST_NAME, read_manifest
from lakip_gen.storage.pdf import convert_all, convert_to_pdf
from lakip_gen.storage.reading import LARGEST_OUTPUT, read_bounded
from lakip_gen.storage.seals import Seal, take_seal
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest

TANPA_BUKTI: Final = "tanpa berkas"
DAFTAR: Final = "daftar-arsip.html"
CETAK: Final = "cetak.pdf"
DIRUJUK: Final = "Arsip-Dirujuk-"
"""What stands before the period of an archive that another one names, with its place and its hash."""
_BUKAN_ARSIP: Final = re.compile(r".*-draf-\d{2,}\.(?:docx|pdf)|hasil-periksa.*|kembali/.*", re.IGNORECASE)
"""What of a period's outputs is no paper of the office: drafts, what was found in forms, and what went back."""
_KEKAL: Final = frozenset({".docx", ".xlsx", ".pdf"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pernyataan:
    """What is said of a seal.

    Attributes:
        tanggal: When it was.
        oleh: Who did it.
        alasan: Why, although something stood against it.
        daftar_halangan: What stood against it.
    """

    tanggal: date
    oleh: str = ""
    alasan: str = ""
    daftar_halangan: tuple[Temuan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanArsip:
    """What an archive is made of.

    Attributes:
        nama_instansi: Whose it is.
        dokumen: The finished report.
        pernyataan: What is said of the seal.
        daftar_bukti: Each step and indicator that people show, and by what.
        daftar_segel: The seals of the periods within this one.
    """

    periode: Periode
    masukan: Inputs
    daftar_templat: TemplateInputs
    nama_instansi: str
    dokumen: bytes
    pernyataan: Pernyataan
    daftar_bukti: tuple[tuple[str, str], ...] = ()
    daftar_segel: tuple[Seal, ...] = ()


def indeks_bukti(ruang: Workspace, papan: Papan) -> tuple[tuple[str, str], ...]:
    """Return what people show of a period: its recorded steps, then its indicators where evidence is kept by these."""
    langkah = tuple(
        (f"Langkah {satu.langkah.tanda}: {satu.langkah.kegiatan}", gabung(satu.berkas) or TANPA_BUKTI)
        for satu in papan.daftar_langkah
        if satu.langkah.selesai_bila in {Bukti.ORANG, Bukti.PUTUSAN}
    )
    indikator = [satu.indikator for satu in papan.rekap.daftar_indikator] if papan.rekap else []
    milik = [satu for satu in evidence_of_year(ruang, papan.hasil.periode.tahun) if satu.periode == papan.hasil.periode]
    per_kode: dict[str, list[str]] = {satu.kode: [] for satu in indikator}
    for berkas in milik:
        if ditunjuk := berkas.indikator(indikator):
            per_kode[ditunjuk.kode].append(berkas.letak)
    if not any(per_kode.values()):
        return langkah
    nama = ((f"{satu.kode} {satu.nama}", gabung(per_kode[satu.kode]) or TANPA_BUKTI) for satu in indikator)
    return (*langkah, *nama)


def susun_arsip(bahan: BahanArsip) -> tuple[dict[str, bytes], tuple[Temuan, ...]]:
    """Return all files of the archive, and why it has no PDF where it has none.

    Raises:
        OSError: When a file that belongs to it cannot be read.
    """
    nama = f"laporan-kinerja-{bahan.periode}"
    cetakan, daftar_temuan = _cetakan(nama, bahan)
    isi = {f"{nama}.docx": bahan.dokumen, **cetakan, **dict(_bernama_aman(_berkas(bahan)))}
    isi[DAFTAR] = _daftar(bahan, isi)
    return put_together(isi, _keterangan(bahan)), daftar_temuan


def _keterangan(bahan: BahanArsip) -> dict[str, str]:
    return {
        "Source-Organization": bahan.nama_instansi,
        "External-Identifier": str(bahan.periode),
        "External-Description": f"Laporan Kinerja {bahan.nama_instansi} {bahan.periode.nama}",
        "Bagging-Date": str(bahan.pernyataan.tanggal),
        "Bag-Software-Agent": f"lakip-gen {__version__}",
        **{f"{DIRUJUK}{satu.period}": f"{satu.said.arsip} {satu.said.kunci}" for satu in bahan.daftar_segel},
    }


def _bernama_aman(daftar: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield the files under names that every system has; two that would become one get a number."""
    dipakai: set[str] = set()
    for nama, isi in daftar:
        letak = PurePosixPath(safe_name(nama))
        calon = (letak.with_stem(f"{letak.stem}-{n}") if n > 1 else letak for n in count(1))
        bebas = next(satu for satu in calon if str(satu).casefold() not in dipakai)
        dipakai.add(str(bebas).casefold())
        yield str(bebas), isi


def _berkas(bahan: BahanArsip) -> Iterator[tuple[str, bytes]]:
    """Yield every file that the report stands on, by path from the working folder."""
    masukan, periode = bahan.masukan, bahan.periode
    ruang = masukan.workspace
    formulir = (satu for daftar in masukan.forms.values() for satu in daftar)
    templat = (*bahan.daftar_templat.templates, *bahan.daftar_templat.parts, *bahan.daftar_templat.pictures)
    for satu in (masukan.induk, *formulir, *templat):
        if satu.content is not None:
            yield ruang.relative(satu.file), satu.content
    yield from _jejak(ruang, periode, masukan)
    dirujuk = {satu.period for satu in bahan.daftar_segel}
    for ini in (s for s in periode_setahun(periode.tahun) if _di_dalam(s, periode) and s not in dirujuk):
        for letak in evidence_files(ruang, ruang.evidence(ini)):
            yield letak, read_bounded(ruang.root / letak, LARGEST_EVIDENCE)
    yield from _keluaran(ruang, periode)
    for kertas in daftar_kertas(ruang, periode):
        yield ruang.relative(kertas.berkas), read_bounded(kertas.berkas, LARGEST_OUTPUT)


def _di_dalam(satu: Periode, periode: Periode) -> bool:
    """Return whether a period is another one or lies within it."""
    return {*satu.daftar_triwulan} <= {*periode.daftar_triwulan}


def daftar_segel(masukan: Inputs, periode: Periode) -> tuple[Seal, ...]:
    """Return the seals of the periods within one whose archives are whole: these hold what it stands on."""
    dalam = (s for s in periode_setahun(periode.tahun) if s != periode and _di_dalam(s, periode))
    semua = (masukan.seals.get(satu) or take_seal(masukan.workspace, satu) for satu in dalam)
    return tuple(segel for segel in semua if segel is not None and segel.whole)


def _jejak(ruang: Workspace, periode: Periode, masukan: Inputs) -> Iterator[tuple[str, bytes]]:
    for satu in dict.fromkeys((*masukan.events, periode)):
        peristiwa = masukan.events.get(satu)
        if teks := peristiwa.text if peristiwa else current_events(ruang, satu):
            yield ruang.relative(ruang.events(satu)), teks.encode()
    for satu, angka in take_figures(ruang, (periode,)).items():
        yield ruang.relative(ruang.figures(satu)), angka.encode()


def _keluaran(ruang: Workspace, periode: Periode) -> Iterator[tuple[str, bytes]]:
    """Yield the papers among the outputs of a period as they lie there, edited or not."""
    folder = ruang.output(periode)
    for nama in sorted(read_manifest(folder / MANIFEST_NAME).outputs):
        berkas = folder / nama
        if berkas.suffix.casefold() in _KEKAL and not _BUKAN_ARSIP.fullmatch(nama) and berkas.is_file():
            yield ruang.relative(berkas), read_bounded(berkas, LARGEST_OUTPUT)


def _cetakan(nama: str, bahan: BahanArsip) -> tuple[dict[str, bytes], tuple[Temuan, ...]]:
    """Return the report as PDF/A, and all papers in one PDF for the binder, the report last."""
    laporan, daftar_temuan = convert_to_pdf(bahan.dokumen, f"{nama}.docx", for_keeping=True)
    if laporan is None:
        return {}, daftar_temuan
    ruang = bahan.masukan.workspace
    daftar = daftar_kertas(ruang, bahan.periode)
    naskah = [(ruang.relative(satu.berkas), read_bounded(satu.berkas, LARGEST_OUTPUT)) for satu in daftar]
    semua, salah = convert_all(naskah)
    daftar_temuan += salah
    lembar = [(kertas.judul, pdf) for kertas, pdf in zip(daftar, semua, strict=True) if pdf]
    return {f"{nama}.pdf": laporan, CETAK: bind([*lembar, ("Laporan Kinerja", laporan)])}, daftar_temuan


def _daftar(bahan: BahanArsip, isi: Mapping[str, bytes]) -> bytes:
    """Return the page that lists all files of an archive but itself."""
    pernyataan = bahan.pernyataan
    return render_archive_list(
        ArchiveList(
            agency=bahan.nama_instansi,
            period=bahan.periode.nama,
            sealed_on=pernyataan.tanggal,
            sealed_by=pernyataan.oleh,
            reason=pernyataan.alasan,
            against=tuple(satu.pesan for satu in jelaskan_semua(pernyataan.daftar_halangan)),
            evidence=bahan.daftar_bukti,
            referred=tuple(Referred(s.period.nama, s.said.arsip, s.said.kunci) for s in bahan.daftar_segel),
            entries=tuple(Entry(nama, len(satu), digest(satu)) for nama, satu in isi.items()),
        )
    )
