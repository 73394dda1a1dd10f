"""Handing out a quarter's forms: one for each unit, and never over one that somebody touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lakip_gen.alur.baca import baca_induk, baca_triwulan_semua
from lakip_gen.alur.kembalian import judul_pesan, naskah_pesan
from lakip_gen.alur.penulisan_kertas import HasilKertas, perlu_kertas, tulis_kertas
from lakip_gen.alur.periksa import HasilPeriksa, lanjutkan, rekap_hasil
from lakip_gen.alur.peristiwa import buku, coba_catat, pastikan_terbuka, saat_ini
from lakip_gen.domain.formulir import Formulir, siapkan_formulir
from lakip_gen.domain.induk import Induk
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.nama_berkas import nama_formulir
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.periode import Periode
from lakip_gen.domain.temuan import Temuan
from lakip_gen.excel.form import write_form
from lakip_gen.excel.receipts import write_receipts
from lakip_gen.pesan.pesan_singkat import BerkasUnit, susun_pengantar, susun_pengingat
from lakip_gen.sop.kertas import Saat
from lakip_gen.sop.peristiwa import Jenis, Peristiwa
from lakip_gen.storage.events import take_events
from lakip_gen.storage.handed_out import form_outputs
from lakip_gen.storage.inputs import Inputs, read_file, take_inputs, take_templates
from lakip_gen.storage.outputs import Outputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.storage.writes import digest, remove_temporaries

NAMA_TANDA_TERIMA = "tanda-terima.xlsx"
NAMA_PENGANTAR = "pesan-bagikan.txt"
NAMA_PENGINGAT = "pesan-pengingat.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilBagikan:
    """What happened to each unit's form; nothing is written while the buku induk is at fault.

    Attributes:
        daftar_baru: The forms that were written.
        daftar_sama: The forms that stood there already, just as they would be written.
        daftar_terisi: What stands under a form's name and is not what was handed out; it was left alone.
        daftar_terkunci: The forms that another program holds open; they were left alone too.
        daftar_selamat: Where the work of somebody went who saved while a form was put in its place.
        daftar_kertas: The papers of the SOP that go out with the forms.
        daftar_disunting: Papers that somebody wrote on and that were left alone.
        tanda_terima: The list for signing.
        pengantar: The texts to send the forms with.
        daftar_temuan: What was found in the buku induk, and what stands in the place of a form and cannot be read.
        induk_sah: Whether the buku induk is fit.
    """

    daftar_baru: tuple[Path, ...] = ()
    daftar_sama: tuple[Path, ...] = ()
    daftar_terisi: tuple[Path, ...] = ()
    daftar_terkunci: tuple[Path, ...] = ()
    daftar_selamat: tuple[Path, ...] = ()
    daftar_kertas: tuple[Path, ...] = ()
    daftar_disunting: tuple[Path, ...] = ()
    tanda_terima: Path | None = None
    pengantar: Path | None = None
    daftar_temuan: tuple[Temuan, ...] = ()
    induk_sah: bool = True


def bagikan(ruang: Workspace, triwulan: Periode, tanggal: date | None = None) -> HasilBagikan:
    """Write one form for each unit of a quarter, prefilled with what earlier quarters brought.

    A form that is byte for byte as it was handed out is brought up to date; any other file is left alone.

    Args:
        ruang: The working folder.
        triwulan: The quarter.
        tanggal: The day on which people hand the forms out, and the date on their papers; None leaves it blank there.

    Raises:
        SudahDisahkan: When the quarter is sealed.
    """
    pastikan_terbuka(ruang, triwulan)
    masukan = take_inputs(ruang, triwulan.tahun, triwulan.sampai_dengan[:-1])
    induk, daftar_temuan = baca_induk(masukan, triwulan.tahun)
    if induk is None:
        return HasilBagikan(daftar_temuan=daftar_temuan, induk_sah=False)
    remove_temporaries(ruang.inbox(triwulan))
    awal = HasilPeriksa(triwulan, induk, daftar_temuan, baca_triwulan_semua(masukan, induk))
    lalu = awal.bacaan.kumpulan
    induk = induk.pada(triwulan.akhir)
    daftar = _daftar_formulir(ruang, triwulan, induk, lalu)
    siap = {berkas: write_form(formulir) for berkas, formulir in daftar.items()}
    keluaran = form_outputs(ruang, triwulan)
    berdiri = keluaran.offer(siap)
    tak_tercatat = _catat(ruang, triwulan, {berkas: (daftar[berkas], siap[berkas]) for berkas in berdiri}, tanggal)
    keluaran.keep({}, keluaran.previous.summary)
    tanda_terima, pengantar = _surat(ruang, triwulan, induk)
    kertas = _kertas(masukan, awal) if perlu_kertas(induk, triwulan, Saat.BAGIKAN) else HasilKertas()
    lain = tuple(berkas for berkas in siap if berkas not in {*berdiri, *keluaran.locked})
    return HasilBagikan(
        daftar_baru=tuple(berkas for berkas, baru in berdiri.items() if baru),
        daftar_sama=tuple(berkas for berkas, baru in berdiri.items() if not baru),
        daftar_terisi=lain,
        daftar_terkunci=(*keluaran.locked, *kertas.tertulis.locked),
        daftar_selamat=(*keluaran.rescued, *kertas.tertulis.rescued),
        daftar_kertas=kertas.tertulis.written,
        daftar_disunting=kertas.tertulis.kept,
        tanda_terima=tanda_terima,
        pengantar=pengantar,
        daftar_temuan=(*daftar_temuan, *_tak_terbaca(ruang, lain), *tak_tercatat, *kertas.daftar_temuan),
    )


def _kertas(lalu: Inputs, awal: HasilPeriksa) -> HasilKertas:
    """Write the papers that go out with the forms, once those stand where they belong.

    Args:
        lalu: What was read of the earlier quarters.
        awal: What was found in it.
    """
    ruang, triwulan = lalu.workspace, awal.periode
    masukan = lalu.followed_by(take_inputs(ruang, triwulan.tahun, (triwulan,)))
    hasil = lanjutkan(awal, masukan)
    rekap = rekap_hasil(hasil)
    if rekap is None:
        return HasilKertas()
    templat = take_templates(ruang, ruang.paper_template_files())
    return tulis_kertas(masukan, templat, hasil, rekap, Saat.BAGIKAN)


def _catat(
    ruang: Workspace, triwulan: Periode, berdiri: Mapping[Path, tuple[Formulir, bytes]], tanggal: date | None
) -> tuple[Temuan, ...]:
    """Note what each unit was handed out, where it was not noted before: an earlier form may still come back."""
    catatan, saat = buku(take_events(ruang, triwulan)), saat_ini()
    daftar = (
        Peristiwa(
            jenis=Jenis.DIBAGIKAN,
            dicatat=saat,
            tanggal=tanggal,
            unit=formulir.unit.kode,
            berkas=berkas.name,
            sidik=digest(isi),
            terkunci=formulir.sidik,
        )
        for berkas, (formulir, isi) in berdiri.items()
    )
    return coba_catat(ruang, triwulan, [satu for satu in daftar if not catatan.pernah(satu)])


def _daftar_formulir(ruang: Workspace, triwulan: Periode, induk: Induk, lalu: Kumpulan) -> dict[Path, Formulir]:
    """Return the form of every unit by where it is handed out."""
    return {
        ruang.form_file(unit.kode, triwulan): siapkan_formulir(induk, unit, triwulan, lalu)
        for unit in induk.daftar_unit
    }


def _tak_terbaca(ruang: Workspace, daftar_berkas: tuple[Path, ...]) -> tuple[Temuan, ...]:
    """Return what is to be said of files that stand in the place of forms and cannot be read."""
    dibaca = (read_file(berkas, ruang.relative(berkas), ruang.root) for berkas in daftar_berkas)
    return tuple(butir for _, daftar_temuan in dibaca for butir in daftar_temuan)


def _surat(ruang: Workspace, triwulan: Periode, induk: Induk) -> tuple[Path, Path]:
    """Write what goes out with the forms: the list for signing, and for each unit a text and a later reminder."""
    keluaran = Outputs(ruang.receipts(triwulan))
    nama_berkas = {unit.kode: nama_formulir(unit.kode, triwulan) for unit in induk.daftar_unit}
    tenggat = induk.aturan.tenggat[triwulan.nomor - 1]
    daftar = [
        (unit, BerkasUnit(triwulan.nama_pendek, StatusUnit.BELUM, nama_berkas[unit.kode], tenggat))
        for unit in induk.daftar_unit
    ]
    judul = judul_pesan(triwulan, induk)
    isi = {
        NAMA_TANDA_TERIMA: write_receipts(induk, triwulan, nama_berkas),
        NAMA_PENGANTAR: naskah_pesan(susun_pengantar(judul, daftar)),
        NAMA_PENGINGAT: naskah_pesan(susun_pengingat(judul, daftar)),
    }
    satu, dua, _ = keluaran.write({keluaran.place(nama): bita for nama, bita in isi.items()})
    keluaran.finish({}, {})
    return satu, dua
