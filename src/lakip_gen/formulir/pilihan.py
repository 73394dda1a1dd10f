"""Which of several files of one unit is its report: two that differ are never chosen between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lakip_gen.domain.nama_berkas import asal_salinan
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.silsilah import Isian, daftar_isian, menggantikan
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.formulir.putusan import BELUM_DIISI, HasilUnit, putuskan, tolak
from lakip_gen.pesan.katalog import katalog


def pilih(daftar: Sequence[HasilUnit]) -> HasilUnit:
    """Return what becomes of a unit's form, from what became of each of its files, one at least."""
    terisi = [hasil for hasil in daftar if hasil.status.status is not StatusUnit.BELUM]
    if not terisi:
        return _belum(daftar)
    if tak_ternilai := [hasil for hasil in terisi if hasil.mentah is None]:
        return tak_ternilai[0]  # what could not be judged may be the right one
    terisi, tergantikan = _terakhir(terisi)
    sah = [hasil for hasil in terisi if hasil.cacat is None]
    dipakai = sah or terisi
    tersisih = (*tergantikan, *(_tersisih(hasil, sah[0]) for hasil in terisi if sah and hasil.cacat))
    tersisih += tuple(
        butir
        for hasil in daftar
        if hasil.status.status is StatusUnit.BELUM
        for butir in hasil.daftar_temuan
        if butir.kode != BELUM_DIISI
    )
    return _satukan(dipakai, tersisih) if len(dipakai) > 1 else putuskan(dipakai[0], tersisih)


def _belum(daftar: Sequence[HasilUnit]) -> HasilUnit:
    """Return where a unit stands that sent no filled form: with all that is to be said of what it sent."""
    pertama = next((hasil for hasil in daftar if hasil.status.galat), daftar[0])
    semua = tuple(butir for hasil in daftar for butir in hasil.daftar_temuan)
    return putuskan(replace(pertama, daftar_temuan=()), semua)


def _terakhir(terisi: Sequence[HasilUnit]) -> tuple[list[HasilUnit], tuple[Temuan, ...]]:
    """Return the files that none of the others was made from, and of each of the rest which one replaces it."""
    sisa: list[HasilUnit] = []
    tergantikan: list[Temuan] = []
    for lama in terisi:
        pengganti = next((baru for baru in terisi if _menggantikan(baru, lama)), None)
        if pengganti is None:
            sisa.append(lama)
        else:
            asal, berkas = Asal(pengganti.status.berkas), lama.status.berkas
            tergantikan.append(temuan("formulir-digantikan", asal, lama=berkas, berkas=pengganti.status.berkas))
    return sisa, tuple(tergantikan)


def _menggantikan(baru: HasilUnit, lama: HasilUnit) -> bool:
    return baru.mentah is not None and lama.mentah is not None and menggantikan(baru.mentah, lama.mentah)


def _satukan(dipakai: Sequence[HasilUnit], tersisih: tuple[Temuan, ...]) -> HasilUnit:
    """Return what becomes of several files of one unit: they say the same, or nobody chooses."""
    pertama, *_ = dipakai
    nama = ", ".join(hasil.status.berkas for hasil in dipakai)
    sama = len({_isian(hasil) for hasil in dipakai}) == 1
    kode = "unit-ganda-sama" if sama else "unit-ganda"
    salinan = "".join(
        f" “{satu}” {sebab}." for hasil in dipakai if (sebab := asal_salinan(satu := hasil.status.berkas))
    )
    ganda = temuan(kode, Asal(pertama.status.berkas), unit=pertama.unit.nama, berkas=nama, salinan=salinan)
    semua = (ganda, *tersisih)
    return putuskan(pertama, semua) if sama else tolak(pertama.formulir, nama, semua)


def _tersisih(hasil: HasilUnit, dipakai: HasilUnit) -> Temuan:
    """Return what to say of an unusable form that lies beside a sound one of the same unit."""
    sebab = katalog()[hasil.cacat.kode].judul if hasil.cacat else ""
    banding = "sama dengan" if _isian(hasil) == _isian(dipakai) else "berbeda dari"
    asal = Asal(hasil.status.berkas)
    return temuan("formulir-tersisih", asal, sebab=sebab, banding=banding, dipakai=dipakai.status.berkas)


def _isian(hasil: HasilUnit) -> tuple[Isian, ...]:
    return daftar_isian(hasil.mentah) if hasil.mentah else ()
