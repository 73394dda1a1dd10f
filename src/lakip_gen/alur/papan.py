"""The board of a period: how far it has come on the way of the office's SOP, from what lies in the working folder."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from lakip_gen.alur.baca import Maju, diam
from lakip_gen.alur.kertas import daftar_naskah
from lakip_gen.alur.periksa import HasilPeriksa, periksa_masukan, rekap_hasil
from lakip_gen.alur.peristiwa import JEJAK, bekas, buku, yang_dibagikan
from lakip_gen.alur.ringkasan import ringkas, ringkas_angka
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.penerimaan import StatusLaporan, StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.rekap import Rekap
from lakip_gen.domain.skema.formulir import SETUJU
from lakip_gen.domain.sop import Bukti, Langkah, Sop
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.pesan.tindakan import tindakan, ucapkan
from lakip_gen.sop.bukti import daftar_temuan_bukti
from lakip_gen.sop.keadaan import Bahan, KeadaanLangkah, Kenyataan, nilai_keadaan
from lakip_gen.sop.peristiwa import BukuPeristiwa, Jenis
from lakip_gen.sop.rekaman import daftar_rekaman
from lakip_gen.storage.events import Events, take_events
from lakip_gen.storage.evidence import evidence_files, evidence_of_year
from lakip_gen.storage.inputs import Inputs, take_inputs
from lakip_gen.storage.manifest import MANIFEST_NAME, Manifest, read_manifest
from lakip_gen.storage.seals import Seal, take_seal, unsealed_archives
from lakip_gen.storage.workspace import Workspace

_KELUARAN: Final[Mapping[Bukti, re.Pattern[str]]] = {
    Bukti.REKAP: re.compile(r"rekap\.xlsx"),
    Bukti.DRAF: re.compile(r"laporan-kinerja-.*-draf-\d{2,}\.docx", re.IGNORECASE),
}
"""The outputs that prove something, by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Papan:
    """A period's board.

    Attributes:
        hasil: What is found in its forms.
        rekap: Its figures; None while the buku induk is at fault.
        daftar_langkah: Its steps with their states; none where the buku induk has no SOP.
        sidik: The fingerprint of the figures; of a sealed period, of those that were sealed.
        sidik_unit: The fingerprint of each unit's forms of the period.
        sah: Its seal; None where it has none.
        terkini: Whether its outputs were made from the very files that lie there now.
        daftar_temuan: What is odd about its events, its evidence or its archives.
    """

    hasil: HasilPeriksa
    rekap: Rekap | None
    daftar_langkah: tuple[KeadaanLangkah, ...] = ()
    sidik: str = ""
    sidik_unit: Mapping[str, str] = field(default_factory=dict)
    sah: Seal | None = None
    terkini: bool = False
    daftar_temuan: tuple[Temuan, ...] = ()

    @property
    def langkah(self) -> tuple[Langkah, ...]:
        """Its steps."""
        return tuple(satu.langkah for satu in self.daftar_langkah)

    @property
    def temuan_lepas(self) -> tuple[Temuan, ...]:
        """What was found and belongs to no unit's form, once each."""
        triwulan = (satu for milik in self.hasil.daftar_triwulan for satu in milik.daftar_temuan)
        return tuple(dict.fromkeys((*self.hasil.daftar_temuan, *triwulan, *self.daftar_temuan)))

    @property
    def semua_temuan(self) -> tuple[Temuan, ...]:
        """Everything found."""
        return (*self.daftar_temuan, *self.hasil.semua_temuan)


def susun_papan(ruang: Workspace, periode: Periode, hari_ini: date, maju: Maju = diam) -> Papan:
    """Return a period's board; nothing is written.

    Args:
        ruang: The working folder.
        periode: The quarter, semester or year.
        hari_ini: The day on which the question is asked: what is not done after its last day is late.
        maju: Told each form's name before it is judged.
    """
    masukan = take_inputs(ruang, periode.tahun, periode.sampai_dengan)
    return papan_dari(masukan, periksa_masukan(masukan, periode, maju), hari_ini)


def papan_dari(masukan: Inputs, hasil: HasilPeriksa, hari_ini: date) -> Papan:
    """Return the board of a period that was checked.

    Args:
        masukan: What was read for it.
        hasil: What was found in it.
        hari_ini: The day on which the question is asked.
    """
    ruang, periode = masukan.workspace, hasil.periode
    rekap = rekap_hasil(hasil)
    if hasil.induk is None or rekap is None:
        return Papan(hasil=hasil, rekap=None)
    peristiwa = masukan.events.get(periode) or take_events(ruang, periode)
    sah = masukan.seals.get(periode) or take_seal(ruang, periode, peristiwa)
    catatan, bukti = buku(peristiwa), evidence_files(ruang, ruang.evidence(periode))
    terkini = _terkini(read_manifest(ruang.output(periode) / MANIFEST_NAME), masukan)
    sidik, per_unit = sah.said.sidik if sah else sidik_angka(rekap), sidik_unit(hasil)
    bahan = Bahan(
        daftar_kenyataan=_daftar_kenyataan(masukan, hasil, rekap, terkini=terkini) | _sah(periode, sah),
        daftar_rekaman=daftar_rekaman(catatan, bukti),
        sidik=sidik,
        sidik_unit=per_unit,
        daftar_naskah={} if sah else daftar_naskah(ruang, periode, hasil.induk.sop.langkah_periode(periode)),
        tenggat_formulir=_tenggat(hasil.induk, periode),
        hari_ini=hari_ini,
        kalender=hasil.induk.sop.kalender,
    )
    return Papan(
        hasil=hasil,
        rekap=rekap,
        daftar_langkah=nilai_keadaan(hasil.induk.sop.langkah_periode(periode), bahan),
        sidik=sidik,
        sidik_unit=per_unit,
        sah=sah,
        terkini=terkini,
        daftar_temuan=(*_temuan_papan(masukan, periode, peristiwa, catatan, sah), *_bukti(ruang, rekap, catatan)),
    )


def _bukti(ruang: Workspace, rekap: Rekap, catatan: BukuPeristiwa) -> tuple[Temuan, ...]:
    """Return what is odd about a period's evidence."""
    indikator = [satu.indikator for satu in rekap.daftar_indikator]
    setahun = evidence_of_year(ruang, rekap.periode.tahun)
    return daftar_temuan_bukti(rekap.periode, setahun, catatan, indikator)


def _temuan_papan(
    masukan: Inputs, periode: Periode, peristiwa: Events, catatan: BukuPeristiwa, sah: Seal | None
) -> tuple[Temuan, ...]:
    """Return what is odd about a period beside its forms; of a quarter the check of its inbox tells most of it."""
    ruang = masukan.workspace
    sendiri = () if periode in masukan.events else (*catatan.daftar_temuan, *(sah.findings if sah else ()))
    lepas = unsealed_archives(ruang, periode, take_events(ruang, periode) if sah else peristiwa)
    return (*sendiri, *(temuan("arsip-tanpa-catatan", Asal(satu), kode_periode=str(periode)) for satu in lepas))


def _sah(periode: Periode, sah: Seal | None) -> dict[Bukti, Kenyataan]:
    """Return whether a period is sealed; its archive holds what was made of it, whatever becomes of the outputs."""
    if sah is None:
        return {Bukti.SAH: Kenyataan(tunggu=tindakan(f"sahkan {periode}"))}
    berkas = (sah.said.arsip,)
    if not sah.whole:
        return {Bukti.SAH: Kenyataan(berkas=berkas, tunggu=tindakan(f"periksa {sah.said.arsip}"))}
    nyata = Kenyataan(terpenuhi=True, berkas=berkas, pada=sah.said.tanggal)
    return {
        Bukti.SAH: nyata,
        Bukti.REKAP: Kenyataan(terpenuhi=True, berkas=berkas),
        Bukti.DRAF: Kenyataan(terpenuhi=True, berkas=berkas),
    }


def sidik_angka(rekap: Rekap) -> str:
    """Return the SHA-256 of a period's figures, which no word, name or date of a file changes."""
    isi = json.dumps(ringkas_angka(rekap), ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(isi.encode()).hexdigest()


def _tenggat(induk: Induk, periode: Periode) -> date | None:
    """Return the last day for a period's forms: that of its last quarter."""
    return induk.aturan.tenggat[periode.daftar_triwulan[-1].nomor - 1]


def sidik_unit(hasil: HasilPeriksa) -> dict[str, str]:
    """Return of each unit the fingerprint of its forms of the period."""
    gabungan: dict[str, list[str]] = {}
    for triwulan in hasil.daftar_triwulan:
        for unit in triwulan.daftar_unit:
            gabungan.setdefault(unit.status.unit.kode, []).append(unit.sidik)
    return {kode: " ".join(filter(None, daftar)) for kode, daftar in gabungan.items()}


def _daftar_kenyataan(masukan: Inputs, hasil: HasilPeriksa, rekap: Rekap, *, terkini: bool) -> dict[Bukti, Kenyataan]:
    """Return what the files of the working folder prove."""
    status = rekap.daftar_status
    return {
        Bukti.DIBAGIKAN: _dibagikan(masukan, hasil),
        Bukti.TERISI: _dan_luar(_semua(status, lambda satu: satu.status is not StatusUnit.BELUM), hasil),
        Bukti.DIVALIDASI: _semua(status, _tervalidasi),
        Bukti.DITERIMA: _dan_luar(_semua(status, _tuntas), hasil),
    } | _keluaran(masukan.workspace, hasil.periode, terkini=terkini)


def _semua(daftar_status: Iterable[StatusLaporan], cukup: Callable[[StatusLaporan], bool]) -> Kenyataan:
    """Return a proof that every unit's form must give; it names the units whose form does not."""
    daftar = tuple(daftar_status)
    kurang = dict.fromkeys(satu.unit.kode for satu in daftar if not cukup(satu))
    berkas = tuple(satu.berkas for satu in daftar if satu.berkas and cukup(satu))
    return Kenyataan(terpenuhi=bool(daftar) and not kurang, berkas=berkas, tunggu=", ".join(kurang))


def _dan_luar(nyata: Kenyataan, hasil: HasilPeriksa) -> Kenyataan:
    """Return a proof that waits for the answers of agencies outside the office as well."""
    kurang = dict.fromkeys(
        luar.kode
        for satu in hasil.daftar_triwulan
        for luar in (hasil.induk.pada(satu.triwulan.akhir).diminta_luar(satu.triwulan) if hasil.induk else ())
        if luar.kode.casefold() not in satu.catatan.yang_menjawab
    )
    tunggu = ", ".join(filter(None, (nyata.tunggu, *kurang)))
    return replace(nyata, terpenuhi=nyata.terpenuhi and not kurang, tunggu=tunggu)


def _tuntas(status: StatusLaporan) -> bool:
    """Return whether a form was taken, or its unit closed as one that sent none, with the reason."""
    ditutup = status.status is StatusUnit.BELUM and bool(status.daftar_penerimaan)
    return status.status is StatusUnit.DITERIMA or ditutup


def _tervalidasi(status: StatusLaporan) -> bool:
    """Return whether a form says that it was approved, by whom and when."""
    if status.laporan is None:
        return False
    pengesahan = status.laporan.pengesahan
    return pengesahan.disetujui == SETUJU[0] and bool(pengesahan.pengesah and pengesahan.tanggal_pengesahan)


def _hari_dibagikan(hasil: HasilPeriksa) -> date | None:
    """Return the day on which the last form of a period was handed out, where it was recorded."""
    peristiwa = (satu for triwulan in hasil.daftar_triwulan for satu in triwulan.catatan.daftar.values())
    hari = (satu.tanggal or satu.dicatat.date() for satu in peristiwa if satu.jenis is Jenis.DIBAGIKAN)
    return max(hari, default=None)


def _dibagikan(masukan: Inputs, hasil: HasilPeriksa) -> Kenyataan:
    """Return whether each unit was handed its form of each quarter: it was noted, or the form came back."""
    kurang = dict.fromkeys(
        satu.unit.kode
        for triwulan in hasil.daftar_triwulan
        for satu in (unit.status for unit in triwulan.daftar_unit)
        if satu.unit.kode not in yang_dibagikan(triwulan.catatan, masukan.handed_out[triwulan.triwulan])
        and not satu.berkas
    )
    return Kenyataan(terpenuhi=not kurang, pada=_hari_dibagikan(hasil), tunggu=", ".join(kurang))


def _keluaran(ruang: Workspace, periode: Periode, *, terkini: bool) -> dict[Bukti, Kenyataan]:
    """Return whether rekap and draft stand and were made from the very files that lie there now."""
    folder = ruang.output(periode)
    berdiri = sorted(berkas.name for berkas in folder.iterdir()) if folder.is_dir() else []
    hasil: dict[Bukti, Kenyataan] = {}
    for bukti, pola in _KELUARAN.items():
        ada = [nama for nama in berdiri if pola.fullmatch(nama)]
        tunggu = "" if ada and terkini else tindakan(f"susun {periode}")
        letak = (ruang.relative(folder / ada[-1]),) if ada else ()
        hasil[bukti] = Kenyataan(terpenuhi=not tunggu, berkas=letak, tunggu=tunggu)
    return hasil


def _terkini(catatan: Manifest, masukan: Inputs) -> bool:
    """Return whether the last run of a period read what lies there now, whatever template and date it took."""
    kini = masukan.fingerprint() | bekas(masukan)
    akar = (f"{masukan.workspace.relative(masukan.workspace.root / 'workbooks')}/", JEJAK)
    dahulu = {nama for nama in catatan.inputs if nama.startswith(akar)}
    berkas = {nama for nama in kini if nama.startswith(akar)}
    return dahulu == berkas and all(catatan.inputs.get(nama) == isi for nama, isi in kini.items())


def ringkas_papan(papan: Papan) -> dict[str, object]:
    """Return the board as `--json` prints it: what a check prints, with the SOP and its steps."""
    sop = papan.hasil.induk.sop if papan.hasil.induk else Sop()
    return ringkas(papan.hasil, papan.rekap, halangan=papan.daftar_temuan) | {
        "sop": {"nama": sop.nama, "nomor": sop.nomor} if sop.daftar_langkah else None,
        "langkah": [_langkah(satu) for satu in papan.daftar_langkah],
        "sah": _pengesahan(papan.sah) if papan.sah else None,
    }


def _pengesahan(sah: Seal) -> dict[str, object]:
    return {
        "tanggal": sah.said.tanggal.isoformat(),
        "oleh": sah.said.oleh or None,
        "alasan": sah.said.alasan or None,
        "arsip": sah.said.arsip,
        "sidik": sah.said.sidik,
        "utuh": sah.whole,
    }


def _langkah(satu: KeadaanLangkah) -> dict[str, object]:
    langkah = satu.langkah
    return {
        "prosedur": langkah.prosedur,
        "no": langkah.no,
        "tiap": langkah.tiap.value,
        "kegiatan": langkah.kegiatan,
        "pelaksana": langkah.pelaksana,
        "pasti": langkah.pasti,
        "dari_sop": langkah.dari_sop,
        "kelengkapan": list(langkah.kelengkapan),
        "waktu": str(langkah.waktu) if langkah.waktu else None,
        "output": langkah.output,
        "tenggat": satu.tenggat.isoformat() if satu.tenggat else None,
        "selesai_bila": langkah.selesai_bila.value,
        "keadaan": satu.keadaan.value,
        "cara": satu.cara.value if satu.cara else None,
        "terlambat": satu.terlambat,
        "kedaluwarsa": satu.kedaluwarsa,
        "menunggu": ucapkan(satu.tunggu) or None,
        "berkas": list(satu.berkas),
    }
