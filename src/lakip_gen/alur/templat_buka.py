"""From the bytes of a template to one that can be filled, with what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields

from lakip_gen.alur.cacat import temuan_cacat
from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.pesan.katalog import ada_galat, jelaskan
from lakip_gen.storage.inputs import Input, TemplateInputs
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import WordTemplate, open_template


def buka_berkas_templat(berkas: Input, pustaka: Library) -> tuple[WordTemplate | None, tuple[Temuan, ...]]:
    """Return a template that can be filled, or what is wrong with it; a fault of the program in it is told as well."""
    if berkas.missing:
        return None, (temuan("templat-hilang", Asal(berkas.name), letak=berkas.name),)
    if berkas.content is None:
        return None, berkas.findings
    try:
        return _buka(berkas.content, berkas.name, pustaka)
    except Exception as salah:  # noqa: BLE001 - the one boundary of a template
        return None, (temuan_cacat("templat-gagal", berkas.name, salah),)


def _buka(isi: bytes, nama: str, pustaka: Library) -> tuple[WordTemplate | None, tuple[Temuan, ...]]:
    templat, daftar_temuan = open_template(isi, nama, pustaka)
    if templat is not None:
        daftar_temuan += check_template(templat, LaporanPandangan)
    return (None if ada_galat(daftar_temuan) else templat), daftar_temuan


def susun_pustaka(masukan: TemplateInputs) -> Library:
    """Return the sub-templates and pictures of a working folder, and why some of these cannot be read."""
    ruang = masukan.workspace
    tertutup = {
        ruang.relative(berkas.file): dict(butir.rincian).get("alasan") or jelaskan(butir).judul
        for berkas in (*masukan.parts, *masukan.pictures)
        for butir in berkas.findings[:1]
    }
    return Library(
        subtemplates=_isi(masukan.parts),
        pictures=_isi(masukan.pictures),
        subtemplates_folder=ruang.relative(ruang.parts),
        pictures_folder=ruang.relative(ruang.pictures),
        unreadable=tertutup,
        data_names=frozenset(satu.name for satu in fields(LaporanPandangan)),
    )


def _isi(daftar: Iterable[Input]) -> Mapping[str, bytes]:
    return {berkas.name: berkas.content for berkas in daftar if berkas.content is not None}
