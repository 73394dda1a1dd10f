"""The views of the agency and of its officials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.laporan.pandangan import InstansiPandangan
from lakip_gen.laporan.pandangan_catatan import PejabatPandangan
from lakip_gen.laporan.sajian import TITIK

if TYPE_CHECKING:
    from lakip_gen.domain.kinerja import Instansi, Pejabat

NIP_UTUH: Final = 18


def susun_instansi(instansi: Instansi) -> InstansiPandangan:
    """Return the agency as it stands in kop and cover."""
    return InstansiPandangan(
        nama=instansi.nama,
        pemerintah=instansi.pemerintah,
        alamat=instansi.alamat,
        kontak=instansi.kontak,
        tempat=instansi.tempat,
        singkatan=instansi.singkatan,
        kepala=susun_pejabat(instansi.kepala),
        sekretaris=susun_pejabat(instansi.sekretaris),
        perencana=susun_pejabat(instansi.perencana),
        kepala_daerah=susun_pejabat(instansi.kepala_daerah),
        penilai=susun_pejabat(instansi.penilai),
    )


def susun_pejabat(pejabat: Pejabat) -> PejabatPandangan:
    """Return an office holder; dots for what is unknown."""
    return PejabatPandangan(
        pejabat.jabatan or TITIK, pejabat.nama or TITIK, pejabat.pangkat or TITIK, _nip(pejabat.nip)
    )


def _nip(nip: str) -> str:
    """Return a NIP grouped 8-6-1-3 as it is printed; anything else stays as it was typed."""
    angka = nip.replace(" ", "")
    if len(angka) != NIP_UTUH or not angka.isdigit():
        return nip or TITIK
    return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"
