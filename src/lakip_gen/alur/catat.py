"""What people did and decided outside the program: written down, listed, and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lakip_gen.alur.baca import baca_induk
from lakip_gen.alur.bukti import TidakDicatat, simpan_bukti
from lakip_gen.alur.periksa import HasilPeriksa, periksa_periode
from lakip_gen.alur.peristiwa import buku, catat, pastikan_terbuka, saat_ini
from lakip_gen.domain.instansi_luar import InstansiLuar
from lakip_gen.domain.keraguan import Penerimaan
from lakip_gen.domain.nama_berkas import nama_aman
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.teks import samakan
from lakip_gen.domain.temuan import Temuan
from lakip_gen.formulir.putusan import HasilUnit
from lakip_gen.sop.penerimaan import dapat_diterima, hal, tetap_ditolak
from lakip_gen.sop.peristiwa import TETAP, BukuPeristiwa, Jenis, Peristiwa
from lakip_gen.storage.events import take_events
from lakip_gen.storage.inputs import take_inputs
from lakip_gen.storage.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilTerima:
    """What became of an acceptance.

    Attributes:
        periksa: What the check found before it.
        unit: Where the unit's form stood; None where the buku induk is at fault.
        luar: The agency outside the office whose answer was recorded; None for a unit.
        penerimaan: What was recorded; None where nothing was.
        daftar_diterima: The doubts that it settles.
        daftar_tetap: The galat that nobody can accept; they have to be mended.
    """

    periksa: HasilPeriksa
    unit: HasilUnit | None = None
    luar: InstansiLuar | None = None
    penerimaan: Penerimaan | None = None
    daftar_diterima: tuple[Temuan, ...] = ()
    daftar_tetap: tuple[Temuan, ...] = ()


def daftar_catatan(ruang: Workspace, periode: Periode) -> BukuPeristiwa:
    """Return what was recorded of a period."""
    return buku(take_events(ruang, periode))


def terima(
    ruang: Workspace,
    triwulan: Periode,
    kode: str,
    alasan: str,
    *,
    daftar_sel: Sequence[str] = (),
    oleh: str = "",
    tanggal: date | None = None,
    bukti: Path | None = None,
) -> HasilTerima:
    """Accept what is doubtful in a unit's form as it stands now, with the reason; a unit that sent none is closed.

    Of an agency outside the office its answer is recorded.

    Args:
        ruang: The working folder.
        triwulan: The quarter.
        kode: The unit, or the agency outside the office.
        alasan: The reason, which the report prints.
        daftar_sel: The addresses of the cells whose doubts are accepted; none for all of the form.
        oleh: Who decided it.
        tanggal: When that was; None for today.
        bukti: What an agency sent; None where there is no file.

    Raises:
        SudahDisahkan: When the quarter is sealed.
        KeyError: When the buku induk knows neither such a unit nor such an agency.
        TidakDicatat: When it cannot be recorded; then nothing is written.
        OSError: When it cannot be written down.
    """
    pastikan_terbuka(ruang, triwulan)
    hasil = periksa_periode(ruang, triwulan)
    if hasil.induk is None:
        return HasilTerima(periksa=hasil)
    saat = saat_ini()
    dasar = Peristiwa(
        jenis=Jenis.DITERIMA, dicatat=saat, tanggal=tanggal or saat.date(), unit=kode, oleh=oleh, isi=alasan
    )
    if luar := hasil.induk.pada(triwulan.akhir).instansi_luar(kode):
        if daftar_sel:
            raise TidakDicatat(f"{luar.nama} menjawab dengan surat, bukan formulir, jadi tidak ada sel yang disebut.")
        _jawaban(ruang, triwulan, luar, dasar, bukti)
        return HasilTerima(periksa=hasil, luar=luar)
    unit = {unit.unit.kode.casefold(): unit for unit in hasil.daftar_triwulan[-1].daftar_unit}[kode.casefold()]
    dasar = replace(dasar, unit=unit.unit.kode)
    if bukti is not None:
        raise TidakDicatat("Bukti menyertai langkah SOP atau jawaban instansi luar, bukan penerimaan formulir unit.")
    return _terima_unit(ruang, hasil, unit, dasar, daftar_sel)


def salin(
    ruang: Workspace, triwulan: Periode, kode: str, oleh: str, isi: str, tanggal: date | None, bukti: Path | None
) -> None:
    """Record who keyed in a form that a unit filled on paper.

    Raises:
        SudahDisahkan: When the quarter is sealed.
        TidakDicatat: When there is no such unit or no such scan; then nothing is written.
        OSError: When it cannot be written down.
    """
    pastikan_terbuka(ruang, triwulan)
    induk, _ = baca_induk(take_inputs(ruang, triwulan.tahun), triwulan.tahun)
    semua = {satu.kode.casefold(): satu for satu in induk.pada(triwulan.akhir).daftar_unit} if induk else {}
    unit = semua.get(kode.casefold())
    if unit is None:
        raise TidakDicatat(
            f"Unit “{kode}” tidak ada di buku induk {triwulan.tahun}; tulis kodenya seperti di lembar Unit."
        )
    saat = saat_ini()
    berkas = simpan_bukti(ruang, triwulan, f"formulir-{nama_aman(unit.kode)}", bukti)
    satu = Peristiwa(
        jenis=Jenis.DISALIN,
        dicatat=saat,
        tanggal=tanggal or saat.date(),
        unit=unit.kode,
        oleh=oleh,
        isi=isi,
        berkas=berkas,
    )
    catat(ruang, triwulan, (satu,))


def jawab_koreksi(
    ruang: Workspace, periode: Periode, nomor: int, isi: str, *, oleh: str = "", tanggal: date | None = None
) -> None:
    """Record the answer to a correction of a draft, by its number in the list of corrections.

    Raises:
        SudahDisahkan: When the period is sealed.
        TidakDicatat: When there is no such correction; then nothing is written.
        OSError: When it cannot be written down.
    """
    pastikan_terbuka(ruang, periode)
    dikenal = daftar_catatan(ruang, periode).daftar_koreksi
    if not 1 <= nomor <= len(dikenal):
        raise TidakDicatat(
            f"Koreksi nomor {nomor} tidak ada pada {periode.nama}; nomornya ada di naskah Hasil Koreksi, sesudah "
            f"susun {periode}."
        )
    saat = saat_ini()
    satu = Peristiwa(
        jenis=Jenis.DIJAWAB,
        dicatat=saat,
        tanggal=tanggal or saat.date(),
        oleh=oleh,
        isi=isi,
        sidik=dikenal[nomor - 1].sidik,
    )
    catat(ruang, periode, (satu,))


def _terima_unit(
    ruang: Workspace, hasil: HasilPeriksa, unit: HasilUnit, dasar: Peristiwa, daftar_sel: Sequence[str]
) -> HasilTerima:
    """Accept what can be accepted of a unit's form; without any of it nothing is recorded."""
    boleh, tetap = _yang_dimaksud(unit, daftar_sel)
    ditutup = unit.status.status is StatusUnit.BELUM and not tetap and not daftar_sel
    if not boleh and not ditutup:
        return HasilTerima(periksa=hasil, unit=unit, daftar_tetap=tetap)
    satu = replace(dasar, berkas=unit.status.berkas, sidik=unit.sidik, hal=tuple(dict.fromkeys(map(hal, boleh))))
    semua = catat(ruang, hasil.periode, (satu,))
    penerimaan = semua.daftar_penerimaan[-1]
    return HasilTerima(periksa=hasil, unit=unit, penerimaan=penerimaan, daftar_diterima=boleh, daftar_tetap=tetap)


def _jawaban(ruang: Workspace, triwulan: Periode, luar: InstansiLuar, dasar: Peristiwa, bukti: Path | None) -> None:
    """Record that an agency outside the office answered, with what it sent where somebody names that.

    Raises:
        TidakDicatat: When it was asked for nothing in the quarter, or there is no such file.
        OSError: When it cannot be written down.
    """
    if not luar.diminta(triwulan):
        raise TidakDicatat(f"{luar.nama} tidak diminta data pada {triwulan.nama}; lihat lembar Instansi Luar.")
    berkas = simpan_bukti(ruang, triwulan, f"instansi-{nama_aman(luar.kode)}", bukti)
    catat(ruang, triwulan, (replace(dasar, jenis=Jenis.DIJAWAB, unit=luar.kode, berkas=berkas),))


def _yang_dimaksud(unit: HasilUnit, daftar_sel: Sequence[str]) -> tuple[tuple[Temuan, ...], tuple[Temuan, ...]]:
    """Return what can be accepted of a form, and the galat that cannot; of some of its cells where they are named."""
    boleh = dapat_diterima(unit.daftar_temuan) if unit.status.status is StatusUnit.DITERIMA else ()
    tetap = tetap_ditolak(unit.daftar_temuan)
    if not daftar_sel:
        return boleh, tetap
    dimaksud = {samakan(satu) for satu in daftar_sel}
    boleh, tetap = (tuple(t for t in daftar if samakan(t.asal.alamat) in dimaksud) for daftar in (boleh, tetap))
    return boleh, tetap


def batalkan(ruang: Workspace, periode: Periode, nomor: int) -> str:
    """Take back what people recorded; return why that cannot be, empty where it is done.

    Raises:
        SudahDisahkan: When the period is sealed.
        OSError: When it cannot be written down.
    """
    pastikan_terbuka(ruang, periode)
    catatan = daftar_catatan(ruang, periode)
    satu = catatan.daftar.get(nomor)
    if satu is None:
        return f"Tidak ada catatan nomor {nomor} pada {periode.nama}."
    if nomor in catatan.dibatalkan:
        return f"Catatan nomor {nomor} pada {periode.nama} sudah dibatalkan."
    if satu.jenis in TETAP:
        return f"Catatan nomor {nomor} ditulis program ({satu.jenis.value}), jadi tidak dapat dibatalkan."
    catat(ruang, periode, (Peristiwa(jenis=Jenis.DIBATALKAN, dicatat=saat_ini(), batal=nomor),))
    return ""


def sebagai_objek(catatan: BukuPeristiwa) -> list[dict[str, object]]:
    """Return what was recorded as plain objects for scripts, in its order."""
    return [
        {
            "nomor": nomor,
            "jenis": satu.jenis.value,
            "dicatat": satu.dicatat.isoformat(),
            "tanggal": satu.tanggal.isoformat() if satu.tanggal else None,
            "unit": satu.unit or None,
            "oleh": satu.oleh or None,
            "berkas": satu.berkas or None,
            "sidik": satu.sidik or None,
            "isi": satu.isi or None,
            "hal": [{"kode": h.kode, "lembar": h.lembar, "sel": h.sel, "nilai": h.nilai} for h in satu.hal],
            "membatalkan": satu.batal or None,
            "dibatalkan": nomor in catatan.dibatalkan,
        }
        for nomor, satu in catatan.daftar.items()
    ]
