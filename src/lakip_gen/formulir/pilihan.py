"""Which of several files of one unit is its report: two that differ are never chosen between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lakip_gen.domain.mentah import BukuMentah
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.skema import formulir as skema
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.formulir.putusan import BELUM_DIISI, HasilUnit, putuskan, tolak
from lakip_gen.pesan.katalog import katalog


def pilih(daftar: Sequence[HasilUnit]) -> HasilUnit:
    """Return what becomes of a unit's form, from what became of each of its files, one at least."""
    terisi = [hasil for hasil in daftar if hasil.status.status is not StatusUnit.BELUM]
    if not terisi:
        return replace(daftar[0], daftar_temuan=tuple(butir for hasil in daftar for butir in hasil.daftar_temuan))
    if tak_ternilai := [hasil for hasil in terisi if hasil.mentah is None]:
        return tak_ternilai[0]  # what could not be judged may be the right one
    sah = [hasil for hasil in terisi if hasil.cacat is None]
    dipakai = sah or terisi
    tersisih = tuple(_tersisih(hasil, sah[0]) for hasil in terisi if sah and hasil.cacat)
    tersisih += tuple(
        butir
        for hasil in daftar
        if hasil.status.status is StatusUnit.BELUM
        for butir in hasil.daftar_temuan
        if butir.kode != BELUM_DIISI
    )
    return _satukan(dipakai, tersisih) if len(dipakai) > 1 else putuskan(dipakai[0], tersisih)


def _satukan(dipakai: Sequence[HasilUnit], tersisih: tuple[Temuan, ...]) -> HasilUnit:
    """Return what becomes of several files of one unit: they say the same, or nobody chooses."""
    pertama, *_ = dipakai
    nama = ", ".join(hasil.status.berkas for hasil in dipakai)
    sama = len({_isian(hasil.mentah) for hasil in dipakai}) == 1
    kode = "unit-ganda-sama" if sama else "unit-ganda"
    ganda = temuan(kode, Asal(pertama.status.berkas), unit=pertama.unit.nama, berkas=nama)
    semua = (ganda, *tersisih)
    return putuskan(pertama, semua) if sama else tolak(pertama.formulir, nama, semua)


def _tersisih(hasil: HasilUnit, dipakai: HasilUnit) -> Temuan:
    """Return what to say of an unusable form that lies beside a sound one of the same unit."""
    sebab = katalog()[hasil.cacat.kode].judul if hasil.cacat else ""
    banding = "sama dengan" if _isian(hasil.mentah) == _isian(dipakai.mentah) else "berbeda dari"
    asal = Asal(hasil.status.berkas)
    return temuan("formulir-tersisih", asal, sebab=sebab, banding=banding, dipakai=dipakai.status.berkas)


def _isian(mentah: BukuMentah | None) -> tuple[tuple[str, ...], ...]:
    """Return all that somebody could have typed, as it is held and shown, for telling whether two files say the same.

    0.5 and 0.5 shown as 50% are different answers.
    """
    return tuple(
        sorted(
            (lembar.kunci, baris.kunci, kolom.kunci, sel.teks, str(sel.persen), sel.tampilan.value, sel.terlihat)
            for lembar in skema.DAFTAR_LEMBAR
            if mentah and lembar.kunci in mentah.lembar
            for baris in mentah.lembar[lembar.kunci].daftar_baris
            for kolom in lembar.kolom_isian
            if (sel := baris.sel.get(kolom.kunci)) is not None and not sel.kosong
        )
    )
