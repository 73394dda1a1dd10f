"""The papers of a period's SOP: which of them lie there, and whether they are as they would be made now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from lakip_gen import __version__
from lakip_gen.alur.koreksi_tercatat import sidik_suntingan
from lakip_gen.alur.peristiwa import buku
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.sop import Langkah
from lakip_gen.pesan.tindakan import tindakan
from lakip_gen.sop.keadaan import Kenyataan
from lakip_gen.sop.kertas import DAFTAR_KERTAS, Kertas, KertasPeriode, Saat, kertas_hasil, saat_langkah
from lakip_gen.sop.peristiwa import BukuPeristiwa
from lakip_gen.storage.events import Events, take_events
from lakip_gen.storage.inputs import Inputs, TemplateInputs
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.papers import are_current, standing_papers
from lakip_gen.storage.workspace import Workspace

_KAPAN_PUN: Final = datetime(1, 1, 1, tzinfo=UTC)
NASKAH: Final = "naskah"
"""Stands among the inputs of a run that made papers, with whose they are."""
SOP: Final = "sop"
SETAHUN: Final = "setahun"
"""The papers of an SOP with the small documents, or these alone."""


@dataclass(frozen=True, slots=True)
class KertasBerdiri:
    """A paper of a period that lies in its folder.

    Attributes:
        berkas: The file.
        kertas: What kind it is; None for what somebody put there.
    """

    berkas: Path
    kertas: Kertas | None

    @property
    def judul(self) -> str:
        """What people call it."""
        return self.kertas.judul if self.kertas else self.berkas.stem


def daftar_kertas(ruang: Workspace, periode: Periode) -> tuple[KertasBerdiri, ...]:
    """Return the papers of a period that lie in its folder, in the order in which a binder holds them.

    Of a paper that somebody wrote on and a newer one beside it, the newer one comes last.
    """
    semua = [KertasBerdiri(satu.file, _jenis(satu.name)) for satu in standing_papers(ruang.papers(periode))]
    urutan = {kertas: nomor for nomor, kertas in enumerate(DAFTAR_KERTAS)}
    return tuple(sorted(semua, key=lambda satu: urutan[satu.kertas] if satu.kertas else len(urutan)))


def _jenis(nama: str) -> Kertas | None:
    """Return the kind of a paper by its name; papers of meetings carry their step behind it."""
    sama = [kertas for kertas in DAFTAR_KERTAS if nama == kertas.nama]
    mirip = [kertas for kertas in DAFTAR_KERTAS if nama.startswith(f"{kertas.nama}-")]
    return next(iter(sama + mirip), None)


def daftar_naskah(ruang: Workspace, periode: Periode, daftar_langkah: tuple[Langkah, ...]) -> dict[str, Kenyataan]:
    """Return of each step whose output is a paper whether that lies there; an office may do without its template."""
    templat = {berkas.stem.casefold() for berkas in ruang.paper_template_files()}
    berdiri = {satu.name: satu.file for satu in standing_papers(ruang.papers(periode))}
    hasil: dict[str, Kenyataan] = {}
    for langkah in daftar_langkah:
        kertas = kertas_hasil(langkah)
        if kertas is None or kertas.nama_templat not in templat:
            continue
        berkas = berdiri.get(KertasPeriode(kertas, langkah).nama_berkas)
        letak = (ruang.relative(berkas),) if berkas else ()
        perintah = tindakan(f"{saat_langkah(langkah, daftar_langkah).value} {periode}")
        hasil[langkah.tanda] = Kenyataan(terpenuhi=bool(berkas), berkas=letak, tunggu=perintah)
    return hasil


def peristiwa_kertas(
    ruang: Workspace, periode: Periode, terbaca: Mapping[Periode, Events] = MappingProxyType({})
) -> dict[Periode, Events]:
    """Return the events that the papers of a period tell of: its own and those of its quarters.

    Args:
        ruang: The working folder.
        periode: The period.
        terbaca: What was read already.
    """
    semua = dict.fromkeys((periode, *periode.daftar_triwulan))
    return {satu: terbaca[satu] if satu in terbaca else take_events(ruang, satu) for satu in semua}


def sidik_kertas(
    masukan: Inputs,
    templat: TemplateInputs,
    periode: Periode,
    peristiwa: Mapping[Periode, Events],
    tanggal: date | None,
) -> str:
    """Return the fingerprint of all that a period's papers are made from: they tell of every event as well."""
    kejadian = [_bekas(buku(satu)) for satu in peristiwa.values()]
    keluaran = Outputs(masukan.workspace.output(periode))
    suntingan = sidik_suntingan(keluaran, buku(peristiwa[periode]))
    semua = [__version__, str(tanggal), masukan.fingerprint(), templat.fingerprint(), kejadian, suntingan]
    return hashlib.sha256(json.dumps(semua, sort_keys=True).encode()).hexdigest()


def _bekas(catatan: BukuPeristiwa) -> str:
    """Return what was recorded, whenever the program wrote it down."""
    return repr([replace(satu, dicatat=_KAPAN_PUN) for satu in catatan.daftar.values()])


def kertas_terkini(masukan: Inputs, templat: TemplateInputs, periode: Periode, tanggal: date | None) -> bool:
    """Return whether the papers of a report lie there as they would be made now."""
    # Of a sealed quarter the events that were read are those of its archive; papers tell of what came after as well.
    terbaca = {satu: isi for satu, isi in {**masukan.events, **masukan.longer}.items() if satu not in masukan.seals}
    peristiwa = peristiwa_kertas(masukan.workspace, periode, terbaca)
    sidik = sidik_kertas(masukan, templat, periode, peristiwa, tanggal)
    return are_current(masukan.workspace.papers(periode), Saat.SUSUN.value, sidik)
