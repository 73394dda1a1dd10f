"""The PDF of a period's latest draft and of its small documents, beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lakip_gen.alur.kertas import daftar_kertas
from lakip_gen.alur.ringkasan import daftar_terbaca
from lakip_gen.domain.bulan import Bulan
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Temuan
from lakip_gen.sop.kertas import DOKUMEN_KECIL
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.pdf import convert_to_pdf, find_libreoffice
from lakip_gen.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class HasilPdf:
    """What became of the wish for a PDF.

    Attributes:
        berkas: What was written; None when nothing was.
        daftar_temuan: Why nothing was.
        terkunci: Whether another program held the former PDF open, so that the new one stands beside it.
        daftar_selamat: Where the work of somebody went who saved while the PDF was put in its place.
    """

    berkas: Path | None = None
    daftar_temuan: tuple[Temuan, ...] = ()
    terkunci: bool = False
    daftar_selamat: tuple[Path, ...] = ()

    def lengkapi(self, ruang: Workspace, ringkasan: Mapping[str, object]) -> dict[str, object]:
        """Return a run's contract with the PDF and what is to be said about it."""
        hasil = dict(ringkasan)
        for kunci, tambahan in (
            ("temuan", daftar_terbaca(self.daftar_temuan)),
            ("keluaran", [ruang.relative(self.berkas)] if self.berkas else []),
        ):
            lama = hasil.get(kunci)
            hasil[kunci] = [*(lama if isinstance(lama, list) else []), *tambahan]
        return hasil


def tulis_pdf(ruang: Workspace, periode: Periode | Bulan, draf: Path) -> HasilPdf:
    """Write a draft as PDF, as it stands: a draft that somebody edited with the edits.

    Args:
        ruang: The working folder.
        periode: The draft's period.
        draf: The Word draft.

    Raises:
        OSError: When the PDF cannot be written.
    """
    return _tulis(ruang, ruang.output(periode), draf)


def tulis_semua_pdf(ruang: Workspace, periode: Periode | Bulan, draf: Path) -> tuple[HasilPdf, ...]:
    """Write a draft and the period's small documents as PDF, each beside its own: offices upload them one by one.

    Raises:
        OSError: When a PDF cannot be written.
    """
    pertama = tulis_pdf(ruang, periode, draf)
    daftar = () if isinstance(periode, Bulan) or not find_libreoffice() else daftar_kertas(ruang, periode)
    kecil = (satu.berkas for satu in daftar if satu.kertas in DOKUMEN_KECIL)
    return (pertama, *(_tulis(ruang, berkas.parent, berkas) for berkas in kecil))


def _tulis(ruang: Workspace, folder: Path, draf: Path) -> HasilPdf:
    letak = ruang.relative(draf)
    isi, daftar_temuan = read_file(draf, letak)
    if isi is None:
        return HasilPdf(None, daftar_temuan)
    pdf, daftar_temuan = convert_to_pdf(isi, letak)
    if pdf is None:
        return HasilPdf(None, daftar_temuan)
    keluaran = Outputs(folder)
    berkas = keluaran.add({keluaran.place(f"{draf.stem}.pdf"): pdf})[0]
    return HasilPdf(berkas, daftar_temuan, bool(keluaran.locked), tuple(keluaran.rescued))
