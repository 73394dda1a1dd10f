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
from lakip_gen.sop.kertas import BERDIRI_SENDIRI
from lakip_gen.storage.inputs import read_file
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.pdf import convert_all, find_libreoffice
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
    return _tulis_semua(ruang, {draf: ruang.output(periode)})[0]


def tulis_semua_pdf(ruang: Workspace, periode: Periode | Bulan, draf: Path) -> tuple[HasilPdf, ...]:
    """Write a draft and the period's small documents as PDF, each beside its own: offices upload them one by one.

    Raises:
        OSError: When a PDF cannot be written.
    """
    daftar = () if isinstance(periode, Bulan) or not find_libreoffice() else daftar_kertas(ruang, periode)
    kecil = {satu.berkas: satu.berkas.parent for satu in daftar if satu.kertas in BERDIRI_SENDIRI}
    return _tulis_semua(ruang, {draf: ruang.output(periode), **kecil})


def _tulis_semua(ruang: Workspace, daftar: Mapping[Path, Path]) -> tuple[HasilPdf, ...]:
    """Write documents as PDF, each into its folder, with one start of LibreOffice."""
    terbaca = {berkas: read_file(berkas, ruang.relative(berkas)) for berkas in daftar}
    siap = [(berkas, isi) for berkas, (isi, _) in terbaca.items() if isi is not None]
    jadi, salah = convert_all([(ruang.relative(berkas), isi) for berkas, isi in siap])
    pdf = {berkas: satu for (berkas, _), satu in zip(siap, jadi, strict=True)}
    return tuple(
        _tulis(folder, berkas, isi_pdf)
        if (isi_pdf := pdf.get(berkas))
        else HasilPdf(None, (*terbaca[berkas][1], *(t for t in salah if t.asal.berkas == ruang.relative(berkas))))
        for berkas, folder in daftar.items()
    )


def _tulis(folder: Path, draf: Path, pdf: bytes) -> HasilPdf:
    keluaran = Outputs(folder)
    berkas = keluaran.add({keluaran.place(f"{draf.stem}.pdf"): pdf})[0]
    return HasilPdf(berkas, (), bool(keluaran.locked), tuple(keluaran.rescued))
