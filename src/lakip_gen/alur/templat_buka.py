"""From the bytes of a template to one that can be filled, with what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lakip_gen.domain.temuan import Asal, Temuan, temuan
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.pesan.katalog import ada_galat
from lakip_gen.storage.inputs import Input, TemplateInputs
from lakip_gen.word.inspect.check import periksa_templat
from lakip_gen.word.template.library import Pustaka
from lakip_gen.word.template.open import Templat, buka_templat


def buka_berkas_templat(berkas: Input, pustaka: Pustaka) -> tuple[Templat | None, tuple[Temuan, ...]]:
    """Return a template that can be filled, or what is wrong with it."""
    if berkas.missing:
        return None, (temuan("templat-hilang", Asal(berkas.name), letak=berkas.name),)
    if berkas.content is None:
        return None, berkas.findings
    templat, daftar_temuan = buka_templat(berkas.content, berkas.name, pustaka)
    if templat is not None:
        daftar_temuan += periksa_templat(templat, LaporanPandangan)
    return (None if ada_galat(daftar_temuan) else templat), daftar_temuan


def susun_pustaka(masukan: TemplateInputs) -> Pustaka:
    """Return the sub-templates and pictures of a working folder; what cannot be read counts as missing."""
    ruang = masukan.workspace
    return Pustaka(
        _isi(masukan.parts), _isi(masukan.pictures), ruang.relative(ruang.parts), ruang.relative(ruang.pictures)
    )


def _isi(daftar: Iterable[Input]) -> Mapping[str, bytes]:
    return {berkas.name: berkas.content for berkas in daftar if berkas.content is not None}
