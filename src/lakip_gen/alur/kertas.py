"""The papers of a period's SOP: which of them lie there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lakip_gen.domain.periode import Periode
from lakip_gen.sop.kertas import DAFTAR_KERTAS, Kertas
from lakip_gen.storage.papers import standing_papers
from lakip_gen.storage.workspace import Workspace


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
