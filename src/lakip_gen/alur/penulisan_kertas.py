"""From the views of papers to their files: each from its own template, and a fault in one costs no other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lakip_gen.alur.bahan_kertas import BahanKertas
from lakip_gen.alur.draf import isi_draf
from lakip_gen.alur.kertas import peristiwa_kertas, sidik_kertas
from lakip_gen.alur.penyajian_kertas import Penyaji
from lakip_gen.alur.periksa import HasilPeriksa
from lakip_gen.alur.peristiwa import buku
from lakip_gen.alur.templat_buka import buka_berkas_templat, susun_pustaka
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.sop.kertas import Saat, daftar_kertas_periode
from lakip_gen.sop.koreksi import Koreksi
from lakip_gen.sop.peristiwa import kepala
from lakip_gen.storage.inputs import Inputs, TemplateInputs
from lakip_gen.storage.papers import PutPapers, put_papers
from lakip_gen.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KertasJadi:
    """Papers by name, and what is to be said about them."""

    isi: Mapping[str, bytes]
    daftar_temuan: tuple[Temuan, ...]


def buat_kertas(bahan: BahanKertas, saat: Saat, templat: TemplateInputs) -> KertasJadi:
    """Return the papers of a moment of a period; those without a template are not made.

    Args:
        bahan: What they say.
        saat: The command.
        templat: The templates of papers that lie in the working folder.
    """
    penyaji, pustaka = Penyaji(bahan, saat), susun_pustaka(templat)
    berkas = {satu.file.stem.casefold(): satu for satu in templat.templates}
    isi: dict[str, bytes] = {}
    semua: list[Temuan] = []
    for satu in penyaji.daftar:
        if satu.kertas.nama_templat not in berkas:
            continue
        terbuka, salah = buka_berkas_templat(berkas[satu.kertas.nama_templat], pustaka)
        draf = isi_draf(terbuka, penyaji.pandangan(satu)) if terbuka else None
        if draf and draf.isi:
            isi[satu.nama_berkas] = draf.isi
        else:
            semua += draf.daftar_temuan if draf else salah
    if not berkas:
        ruang = templat.workspace
        semua.append(temuan("kertas-tanpa-templat", Asal(ruang.relative(ruang.paper_templates))))
    return KertasJadi(isi, tuple(dict.fromkeys((*semua, *penyaji.daftar_temuan()))))


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilKertas:
    """What became of the papers of a moment."""

    tertulis: PutPapers = field(default_factory=PutPapers)
    daftar_temuan: tuple[Temuan, ...] = ()


def perlu_kertas(induk: Induk, periode: Periode, saat: Saat) -> bool:
    """Return whether a moment of a period takes papers."""
    langkah = induk.sop.langkah_periode(periode)
    return bool(daftar_kertas_periode(langkah, periode, saat, ada_luar=bool(induk.diminta_luar(periode))))


def ada_kertas(ruang: Workspace, rekap: Rekap, saat: Saat) -> bool:
    """Return whether a moment of a period has papers to make: it takes some, and templates for them lie there."""
    bersop = bool(rekap.induk.sop.daftar_langkah)
    return perlu_kertas(rekap.induk, rekap.periode, saat) and (bersop or ruang.paper_templates.is_dir())


def tulis_kertas(
    masukan: Inputs,
    templat: TemplateInputs,
    hasil: HasilPeriksa,
    rekap: Rekap,
    saat: Saat,
    tanggal_naskah: date | None = None,
    daftar_koreksi: tuple[Koreksi, ...] = (),
    laporan: LaporanPandangan | None = None,
) -> HasilKertas:
    """Write the papers of a moment of a period; nothing where it has none.

    Args:
        masukan: What the run has read.
        templat: The templates of papers.
        hasil: What was found in it.
        rekap: The figures.
        saat: The command.
        tanggal_naskah: The date under the signatures of what comes with the report.
        daftar_koreksi: What was corrected in its drafts.
        laporan: What the report of these figures prints, where that is known already.

    Raises:
        OSError: When a paper cannot be written.
    """
    ruang, periode = masukan.workspace, rekap.periode
    if not ada_kertas(ruang, rekap, saat):
        return HasilKertas()
    peristiwa = peristiwa_kertas(ruang, periode)
    bahan = BahanKertas(
        hasil=hasil,
        rekap=rekap,
        catatan=buku(peristiwa[periode]),
        catatan_triwulan={satu: buku(peristiwa[satu]) for satu in periode.daftar_triwulan},
        daftar_koreksi=daftar_koreksi,
        langkah=rekap.induk.sop.langkah_periode(periode),
        tanggal=tanggal_naskah,
        berkas_induk=masukan.induk.name,
        kepala_catatan=kepala(peristiwa[periode].text),
        laporan=laporan,
    )
    jadi = buat_kertas(bahan, saat, templat)
    sidik = sidik_kertas(masukan, templat, periode, peristiwa, tanggal_naskah)
    return HasilKertas(
        tertulis=put_papers(ruang.papers(periode), jadi.isi, saat.value, sidik), daftar_temuan=jadi.daftar_temuan
    )
