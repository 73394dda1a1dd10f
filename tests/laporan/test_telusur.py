"""The walk over the views reaches every place by the name and the loops that a template needs."""

from __future__ import annotations

from dataclasses import dataclass

from lakip_gen.laporan.pandangan_angka import Angka
from lakip_gen.laporan.telusur import Bidang, Daftar, daftar_bidang, telusuri


@dataclass(frozen=True, slots=True)
class Langkah:
    nama: str
    capaian: Angka | None


@dataclass(frozen=True, slots=True)
class Program:
    daftar_langkah: tuple[Langkah, ...]
    catatan: tuple[str, ...]
    pertama: Langkah


def buka(tempat):
    """Open what a nest of lists, mappings and words holds."""
    if isinstance(tempat.isi, list):
        yield Daftar(tempat.isi[0])
    elif isinstance(tempat.isi, dict):
        yield tempat.isi


def jalan(isi):
    return [(tempat.jalur, tempat.daftar_putaran) for tempat in telusuri(isi, buka)]


def test_a_member_of_a_list_is_called_by_the_word_of_its_list():
    assert jalan({"daftar_langkah": [{"nama": "teks"}]}) == [
        ("daftar_langkah", ()),
        ("langkah", ("langkah in daftar_langkah",)),
        ("langkah.nama", ("langkah in daftar_langkah",)),
    ]


def test_a_word_that_the_template_knows_already_is_not_given_to_a_member():
    assert ("baris", ("baris in daftar_langkah",)) in jalan({"langkah": "teks", "daftar_langkah": ["teks"]})
    luar = "langkah in daftar_langkah"
    dalam = "baris in langkah.daftar_langkah"
    assert jalan({"daftar_langkah": [{"daftar_langkah": ["teks"]}]})[-1] == ("baris", (luar, dalam))


def test_lists_beside_each_other_may_use_the_same_word():
    daftar = jalan({"a": {"daftar_langkah": ["teks"]}, "b": {"daftar_langkah": ["teks"]}})
    assert ("langkah", ("langkah in b.daftar_langkah",)) in daftar


def test_a_place_knows_what_lies_above_it():
    *_, terakhir = telusuri({"program": {"pertama": {"nama": "teks"}}}, buka)
    assert [tempat.jalur for tempat in terakhir.jejak] == ["program", "program.pertama"]


def test_a_field_is_what_it_is_declared_to_be_even_where_it_may_be_missing():
    assert daftar_bidang(Program) == (
        Bidang("daftar_langkah", Langkah, adalah_daftar=True),
        Bidang("catatan", str, adalah_daftar=True),
        Bidang("pertama", Langkah, adalah_daftar=False),
    )
    assert daftar_bidang(Langkah)[1] == Bidang("capaian", Angka, adalah_daftar=False)


def test_a_figure_that_prints_itself_is_not_walked_into():
    pandangan = {
        bidang.nama for kelas in (Program, Langkah) for bidang in daftar_bidang(kelas) if bidang.adalah_pandangan
    }
    assert pandangan == {"daftar_langkah", "pertama"}
