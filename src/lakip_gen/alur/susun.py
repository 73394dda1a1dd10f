"""One command a period: take in what lies there; where nothing of it is new, say so, else make everything anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from lakip_gen import __version__
from lakip_gen.alur.bahan_susun import BERNOMOR, Bahan
from lakip_gen.alur.hasil_susun import TENGGAT, HasilSusun
from lakip_gen.alur.kertas import NASKAH, SOP, kertas_terkini
from lakip_gen.alur.koreksi_tercatat import sidik_suntingan
from lakip_gen.alur.peristiwa import bekas, buku, pastikan_terbuka
from lakip_gen.alur.templat import pilih_templat
from lakip_gen.domain.bulan import Bulan
from lakip_gen.domain.nama_berkas import nama_aman
from lakip_gen.domain.periode import Periode
from lakip_gen.storage.inputs import Inputs, TemplateInputs, take_inputs, take_templates
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.pdf import find_libreoffice
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import remove_temporaries


def susun(
    ruang: Workspace,
    periode: Periode,
    tanggal: date | None = None,
    maju: Callable[[str], None] | None = None,
    nama_templat: str = "",
    hari_ini: date | None = None,
    *,
    dari_templat: bool = False,
) -> HasilSusun:
    """Make a period's outputs from what lies in the working folder.

    Args:
        ruang: The working folder.
        periode: The quarter, semester or year.
        tanggal: The date under the signature; None leaves it to be filled by hand.
        maju: Told each form's name before it is judged.
        nama_templat: The planner's own template; empty for the one of the period's kind.
        hari_ini: The day of the run; None for the one of the clock.
        dari_templat: Whether to make a plain draft, whatever somebody edited in the last one.

    Raises:
        SudahDisahkan: When the period is sealed.
        OSError: When an output cannot be written.
    """
    templat, salah = pilih_templat(ruang, periode, nama_templat)
    masukan = take_inputs(ruang, periode.tahun, periode.sampai_dengan)
    pastikan_terbuka(ruang, periode, masukan)
    daftar_templat = take_templates(ruang, (templat,) if templat else ())
    pokok = pokok_draf(f"laporan-kinerja-{periode}", templat if nama_templat else None)
    keluaran, hari_ini = _keluaran(ruang, periode, pokok), hari_ini or datetime.now().astimezone().date()
    sidik = sidik_masukan(masukan, daftar_templat, tanggal)
    sidik |= sidik_suntingan(keluaran, buku({**masukan.events, **masukan.longer}[periode]))
    if templat and not dari_templat and _sudah(keluaran, sidik, hari_ini, pokok):
        return _dengan_naskah(tetap(periode, keluaran, pokok), keluaran, masukan, daftar_templat, tanggal, hari_ini)
    bahan = Bahan(
        periode=periode,
        tanggal=tanggal,
        hari_ini=hari_ini,
        masukan=masukan,
        daftar_templat=daftar_templat,
        salah_templat=salah,
        sidik=sidik,
        pokok=pokok,
        dari_templat=dari_templat,
    )
    # Where nothing changed neither the reader nor Word's library is needed, and loading them takes longer than the run.
    from lakip_gen.alur.penyusunan import susun_baru  # noqa: PLC0415

    return susun_baru(bahan, keluaran, maju or diam)


def _keluaran(ruang: Workspace, periode: Periode, pokok: str) -> Outputs:
    """Return the outputs of a period, drafts known under any name.

    Where there are no other names than those the program gives, nothing is opened for it.
    """
    keluaran = Outputs(ruang.output(periode))
    remove_temporaries(keluaran.folder)
    if keluaran.has_strangers(pokok):
        from lakip_gen.alur.suntingan import kenali_draf  # noqa: PLC0415 - needed only here, and slow to load

        kenali_draf(keluaran, pokok)
    return keluaran


def diam(_nama: str) -> None:
    """Report no progress."""


def sidik_masukan(masukan: Inputs, daftar_templat: TemplateInputs, tanggal: date | None) -> dict[str, str]:
    """Return the fingerprint of everything that a period's outputs depend on."""
    lain = {"program": __version__, "tanggal": str(tanggal or "")}
    return masukan.fingerprint() | bekas(masukan) | daftar_templat.fingerprint() | lain


def _tenggat(keluaran: Outputs, hari_ini: date) -> dict[str, str]:
    """Return the deadline that the last run's texts for the units name, unless it is over by now."""
    tenggat = keluaran.previous.inputs.get(TENGGAT, "")
    return {TENGGAT: tenggat} if tenggat >= str(hari_ini) else {}


def _naskah(keluaran: Outputs) -> dict[str, str]:
    """Return the mark of a last run that made papers; those have a note of their own."""
    dahulu = keluaran.previous.inputs
    return {NASKAH: dahulu[NASKAH]} if NASKAH in dahulu else {}


def _dengan_naskah(
    hasil: HasilSusun,
    keluaran: Outputs,
    masukan: Inputs,
    templat: TemplateInputs,
    tanggal: date | None,
    hari_ini: date,
) -> HasilSusun:
    """Return a run that had nothing else to do, with its papers, and the steps of an SOP, as they are now."""
    jenis = _naskah(keluaran).get(NASKAH, "")
    if isinstance(hasil.periode, Bulan) or not jenis:
        return hasil
    naskah = templat.of(masukan.workspace.paper_template_files())
    if jenis != SOP and kertas_terkini(masukan, naskah, hasil.periode, tanggal):
        return hasil
    from lakip_gen.alur.penyusunan import susun_kertas  # noqa: PLC0415 - needed only here, and slow to load

    return susun_kertas(hasil, hasil.periode, masukan, naskah, tanggal, hari_ini)


def pokok_draf(awal: str, templat: Path | None) -> str:
    """Return what the names of drafts begin with; those of a planner's own template say so."""
    return awal + (f"-{nama_aman(templat.stem)}" if templat else "")


def _sudah(keluaran: Outputs, sidik: Mapping[str, str], hari_ini: date, pokok: str) -> bool:
    """Return whether the last run made all that can be; page numbers are no reason to leave an edited draft."""
    masukan = {**sidik, **_tenggat(keluaran, hari_ini), **_naskah(keluaran)}
    if keluaran.is_unchanged({**masukan, **BERNOMOR}):
        return True
    disunting = keluaran.latest_draft(pokok) in keluaran.edited_drafts(pokok)
    return keluaran.is_unchanged(masukan) and (disunting or find_libreoffice() is None)


def tetap(periode: Periode | Bulan, keluaran: Outputs, pokok: str) -> HasilSusun:
    """Return the result of a run that had nothing to do."""
    return HasilSusun(
        periode=periode,
        ringkasan=keluaran.previous.summary,
        daftar_disunting=keluaran.edited_drafts(pokok),
        daftar_selamat=tuple(keluaran.rescued),
        draf=keluaran.latest_draft(pokok),
        berubah=False,
    )
