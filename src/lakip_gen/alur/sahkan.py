"""Sealing a period: its report and all it stands on are kept as one archive; and opening it again, from the top."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from lakip_gen.alur.arsip import BahanArsip, Pernyataan, daftar_segel, indeks_bukti, susun_arsip
from lakip_gen.alur.baca import Maju, diam
from lakip_gen.alur.draf import berhalaman
from lakip_gen.alur.halangan_sah import MUTLAK, Naskah, baca_naskah, halangan
from lakip_gen.alur.papan import Papan, papan_dari
from lakip_gen.alur.periksa import periksa_masukan
from lakip_gen.alur.peristiwa import buku, catat, pastikan_terbuka, saat_ini
from lakip_gen.alur.susun import pokok_draf
from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.domain.periode import Periode, periode_setahun
from lakip_gen.domain.temuan import Temuan
from lakip_gen.sop.pengesahan import Pengesahan, kalimat_sah, menghalangi, pengesahan
from lakip_gen.sop.peristiwa import Jenis, Peristiwa
from lakip_gen.storage.archives import keep_archive, left_behind
from lakip_gen.storage.bag import key_of, verify
from lakip_gen.storage.events import take_events
from lakip_gen.storage.inputs import Inputs, take_inputs, take_templates
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.seals import unsealed_archives
from lakip_gen.storage.workspace import Workspace


class TidakDibuka(Exception):  # noqa: N818 - what is told, not a fault of the program
    """Why a period is not opened, as one Indonesian sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Permintaan:
    """What somebody asks to be sealed.

    Attributes:
        alasan: Why, although something stands against it.
        nama_templat: The planner's own template whose draft it is; empty for the one of the period's kind.
    """

    oleh: str = ""
    tanggal: date | None = None
    alasan: str = ""
    nama_templat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilSahkan:
    """What became of it.

    Attributes:
        sah: The seal; None where it was refused.
        arsip: The folder of the archive.
        daftar_halangan: What stands against it, or stood when it was done for a reason.
        daftar_temuan: What else there is to say.
        induk_sah: Whether the buku induk is fit.
    """

    periode: Periode
    sah: Pengesahan | None = None
    arsip: Path | None = None
    daftar_halangan: tuple[Temuan, ...] = ()
    daftar_temuan: tuple[Temuan, ...] = field(default=())
    induk_sah: bool = True


def sahkan(ruang: Workspace, periode: Periode, minta: Permintaan, maju: Maju = diam) -> HasilSahkan:
    """Seal a period, unless something stands against it and no reason is given.

    Raises:
        SudahDisahkan: When it is sealed.
        OSError: When the archive or the event cannot be written; then the period is as it was.
    """
    pastikan_terbuka(ruang, periode)
    saat = saat_ini()
    masukan = take_inputs(ruang, periode.tahun, periode.sampai_dengan)
    papan = papan_dari(masukan, periksa_masukan(masukan, periode, maju), saat.date())
    if papan.rekap is None:
        return HasilSahkan(periode=periode, daftar_temuan=papan.hasil.daftar_temuan, induk_sah=False)
    keluaran = Outputs(ruang.output(periode))
    awal = f"laporan-kinerja-{periode}"
    pokok = pokok_draf(awal, Path(minta.nama_templat) if minta.nama_templat else None)
    naskah = baca_naskah(ruang, papan, keluaran, pokok)
    daftar_halangan = (*naskah.daftar_temuan, *halangan(papan))
    mutlak = any(satu.kode in MUTLAK for satu in daftar_halangan)
    if naskah.isi is None or mutlak or (daftar_halangan and not minta.alasan):
        return HasilSahkan(periode=periode, daftar_halangan=daftar_halangan)
    pernyataan = Pernyataan(
        tanggal=minta.tanggal or saat.date(),
        oleh=minta.oleh,
        alasan=minta.alasan if daftar_halangan else "",
        daftar_halangan=daftar_halangan,
    )
    if naskah.bergeser:
        naskah = replace(naskah, isi=berhalaman(naskah.isi))
    return _simpan(masukan, papan, naskah, pernyataan)


def _simpan(masukan: Inputs, papan: Papan, naskah: Naskah, pernyataan: Pernyataan) -> HasilSahkan:
    """Write the archive, and the event last: before it nothing is sealed."""
    ruang, periode = masukan.workspace, papan.hasil.periode
    induk = papan.hasil.induk
    isi, daftar_temuan = susun_arsip(
        BahanArsip(
            periode=periode,
            masukan=masukan,
            daftar_templat=take_templates(ruang, (*ruang.template_files(), *ruang.paper_template_files())),
            nama_instansi=induk.instansi.nama if induk else "",
            dokumen=naskah.isi or b"",
            pernyataan=pernyataan,
            daftar_bukti=indeks_bukti(ruang, papan),
            daftar_segel=daftar_segel(masukan, periode),
        )
    )
    lepas = {
        ruang.root / letak: verify(ruang.root / letak)
        for letak in unsealed_archives(ruang, periode, take_events(ruang, periode))
    }
    arsip = keep_archive(ruang, periode, isi, left_behind(lepas, isi))
    satu = Peristiwa(
        jenis=Jenis.DISAHKAN,
        dicatat=saat_ini(),
        tanggal=pernyataan.tanggal,
        oleh=pernyataan.oleh,
        isi=pernyataan.alasan,
        berkas=ruang.relative(arsip),
        sidik=papan.sidik,
        terkunci=lepas[arsip].key if arsip in lepas else key_of(isi),
    )
    return HasilSahkan(
        periode=periode,
        sah=pengesahan(catat(ruang, periode, (satu,))),
        arsip=arsip,
        daftar_halangan=pernyataan.daftar_halangan,
        daftar_temuan=daftar_temuan,
    )


def buka(ruang: Workspace, periode: Periode, alasan: str, oleh: str = "", tanggal: date | None = None) -> Pengesahan:
    """Open a sealed period and return the seal that it had; its archive stays.

    Raises:
        TidakDibuka: When it is not sealed.
        SudahDisahkan: When a later one that stands on its figures is.
        OSError: When it cannot be written down.
    """
    sah = {satu: seal for satu in periode_setahun(periode.tahun) if (seal := _sah(ruang, satu))}
    if periode not in sah:
        raise TidakDibuka(f"{periode.nama} belum disahkan, jadi tidak perlu dibuka.")
    if atas := menghalangi(periode, sah):
        raise SudahDisahkan(f"{kalimat_sah(atas, sah[atas])} Sesudah itu barulah {periode}.")
    saat = saat_ini()
    satu = Peristiwa(
        jenis=Jenis.DIBUKA,
        dicatat=saat,
        tanggal=tanggal or saat.date(),
        oleh=oleh,
        isi=alasan,
        berkas=sah[periode].arsip,
        sidik=sah[periode].sidik,
    )
    catat(ruang, periode, (satu,))
    return sah[periode]


def _sah(ruang: Workspace, periode: Periode) -> Pengesahan | None:
    return pengesahan(buku(take_events(ruang, periode)))
