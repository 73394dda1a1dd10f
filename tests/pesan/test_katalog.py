"""The catalogue holds every code that the program can emit, in words that a reader can act upon."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

import lakip_gen
from bantu_kode import tree
from lakip_gen.domain.skema import formulir, induk
from lakip_gen.domain.temuan import Asal, Temuan, Tingkat, temuan
from lakip_gen.pesan.katalog import (
    Pesan,
    ada_galat,
    bertingkat,
    jelaskan,
    jelaskan_semua,
    katalog,
)

SRC = Path(lakip_gen.__file__).parent
KATALOG = katalog()
KALIMAT = ("judul", "pesan", "perbaikan", "contoh")
KODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KATA_INGGRIS = re.compile(r"\b(error|invalid|file|sheet|cell|row|column|warning)s?\b", re.IGNORECASE)
BOLEH_INGGRIS = re.compile(r"\([^()]*\)|\bFile(?= >)|Google Sheets")
"""English menu names in parentheses, the tab that Indonesian Office calls File too, and a product's name."""

PEMBUAT = frozenset({"temuan", "temukan"})
"""The functions that take a code first and the parameters of its wording as named arguments."""
PEMBAWA = frozenset({"Temuan", "_RefusedError", "LimitError"})
"""The classes that carry a code, and whose parameters come from elsewhere."""
BUKAN_RINCIAN = frozenset({"asal", "unit", "kode", "nilai"})
"""Named arguments that the wording does not get as parameters, or always gets."""
DIRANGKAI = frozenset({"faktor-pendorong-kosong", "faktor-penghambat-kosong", "tindak-lanjut-kosong"})
"""The codes that `checks/isi.py` puts together from the name of a column and `-kosong`."""


class Pembuatan(NamedTuple):
    """One call that makes a finding: where, the codes it may carry, and the parameters it gives if known."""

    tempat: str
    daftar_kode: frozenset[str]
    rincian: frozenset[str] | None


@cache
def daftar_sumber() -> tuple[tuple[str, ast.Module], ...]:
    return tuple((berkas.relative_to(SRC).as_posix(), tree(berkas)) for berkas in sorted(SRC.rglob("*.py")))


def kode_di(simpul: ast.AST) -> frozenset[str]:
    """Return what looks like a code among the texts below a node."""
    daftar = {s.value for s in ast.walk(simpul) if isinstance(s, ast.Constant) and isinstance(s.value, str)}
    return frozenset(filter(KODE.fullmatch, daftar)) | (DIRANGKAI if "-kosong" in daftar else frozenset())


def kode_panggilan(kode: ast.expr, fungsi: ast.FunctionDef) -> frozenset[str]:
    """Return the codes that the first argument of a call may be: a text, or a variable that was given one."""
    if isinstance(kode, ast.Constant):
        return frozenset({str(kode.value)})
    if not isinstance(kode, ast.Name):
        return frozenset()
    diberi = [
        simpul.value
        for simpul in ast.walk(fungsi)
        if isinstance(simpul, ast.Assign)
        and any(isinstance(n, ast.Name) and n.id == kode.id for t in simpul.targets for n in ast.walk(t))
    ]
    return frozenset(teks for isi in diberi for teks in kode_di(isi) if "-" in teks)


def nama_fungsi(panggilan: ast.Call) -> str:
    match panggilan.func:
        case ast.Name(id=nama) | ast.Attribute(attr=nama):
            return nama
    return ""


@cache
def daftar_pembuatan() -> tuple[Pembuatan, ...]:
    return tuple(
        satu
        for berkas, pohon in daftar_sumber()
        for fungsi in ast.walk(pohon)
        if isinstance(fungsi, ast.FunctionDef)
        for satu in pembuatan_di(berkas, fungsi)
    )


def pembuatan_di(berkas: str, fungsi: ast.FunctionDef) -> Iterator[Pembuatan]:
    for panggilan in ast.walk(fungsi):
        if isinstance(panggilan, ast.Call) and panggilan.args and nama_fungsi(panggilan) in PEMBUAT | PEMBAWA:
            daftar_kode = kode_panggilan(panggilan.args[0], fungsi)
            rincian = frozenset(kata.arg for kata in panggilan.keywords if kata.arg) - BUKAN_RINCIAN
            pasti = nama_fungsi(panggilan) in PEMBUAT and all(kata.arg for kata in panggilan.keywords)
            if daftar_kode:
                yield Pembuatan(f"{berkas}:{panggilan.lineno}", daftar_kode, rincian if pasti else None)


def parameter(kalimat: str) -> set[str]:
    return {nama for _, nama, _, _ in Formatter().parse(kalimat) if nama is not None}


def diminta(pesan: Pesan) -> set[str]:
    """Return the parameters that an entry's wording asks for."""
    return parameter(pesan.pesan) | parameter(pesan.perbaikan)


def sentences(*names: str) -> list[tuple[str, str]]:
    """Return every sentence of the catalogue that stands under one of these names, with its code and name."""
    return [(f"{pesan.kode}.{nama}", getattr(pesan, nama)) for pesan in KATALOG.values() for nama in names]


def test_every_entry_is_whole_and_stands_on_one_line():
    assert [kode for kode in KATALOG if not KODE.fullmatch(kode)] == []
    assert [tempat for tempat, isi in sentences(*KALIMAT) if not isi or isi != isi.strip() or "\n" in isi] == []


def test_the_wording_takes_plain_parameters_only():
    assert [
        (tempat, nama)
        for tempat, kalimat in sentences("pesan", "perbaikan")
        for _, nama, bentuk, ubahan in Formatter().parse(kalimat)
        if nama is not None and (not nama.isidentifier() or bentuk or ubahan)
    ] == []
    assert [tempat for tempat, judul in sentences("judul") if parameter(judul)] == []


def test_what_a_reader_sees_has_no_english_but_menu_names_in_parentheses():
    assert [
        (tempat, isi) for tempat, isi in sentences(*KALIMAT) if KATA_INGGRIS.search(BOLEH_INGGRIS.sub("", isi))
    ] == []


def test_message_and_repair_are_sentences_and_a_title_is_none():
    assert [
        (tempat, kalimat)
        for tempat, kalimat in sentences("pesan", "perbaikan")
        if not kalimat.endswith(".") or not (kalimat[0].isupper() or kalimat[0] in "“{'")
    ] == []
    assert [tempat for tempat, judul in sentences("judul") if judul.endswith(".")] == []


def test_quotation_marks_and_parentheses_are_paired():
    assert [
        (tempat, isi)
        for tempat, isi in sentences(*KALIMAT)
        if isi.count("“") != isi.count("”") or isi.count("(") != isi.count(")")
    ] == []


def test_no_two_codes_share_a_title():
    daftar_judul = [pesan.judul for pesan in KATALOG.values()]
    assert len(set(daftar_judul)) == len(daftar_judul)


KOLOM = re.compile(r"\b[Kk]olom ([A-Z][^,.;:”)]*)")
SEBUTAN_LAIN = {"A", "PIC", "Realisasi"}
"""What a wording calls a column by besides its header: its letter, a short form, any of several of one beginning."""


def semua_kolom(lembar):
    return (*lembar.daftar_kolom, *lembar.daftar_butir)


def test_a_wording_names_columns_as_their_headers_do():
    daftar = (satu for modul in (formulir, induk) for lembar in modul.DAFTAR_LEMBAR for satu in semua_kolom(lembar))
    judul = {satu.judul.partition(" (")[0] for satu in daftar} | SEBUTAN_LAIN
    bernama = [(tempat, nama) for tempat, isi in sentences(*KALIMAT) for nama in KOLOM.findall(isi)]
    assert len(bernama) > 50
    asing = [satu for satu in bernama if not any(re.match(rf"{re.escape(nama)}\b", satu[1]) for nama in judul)]
    assert asing == [], "no column has this header"


def test_no_code_stands_in_two_files():
    folder = SRC / "pesan" / "temuan"
    isi = "\n".join(berkas.read_text(encoding="utf-8") for berkas in folder.glob("*.toml"))
    daftar_kode = re.findall(r"^\[(.+)\]$", isi, re.MULTILINE)
    assert len(daftar_kode) == len(set(daftar_kode)) == len(KATALOG)


def test_the_calls_that_make_findings_are_found():
    assert len(daftar_pembuatan()) > 80


def test_a_call_emits_only_codes_of_the_catalogue():
    assert [
        (satu.tempat, asing) for satu in daftar_pembuatan() if (asing := sorted(satu.daftar_kode - set(KATALOG)))
    ] == []


def test_a_call_gives_every_parameter_that_its_wording_asks_for():
    assert [
        (satu.tempat, kode, kurang)
        for satu in daftar_pembuatan()
        if satu.rincian is not None
        for kode in satu.daftar_kode & set(KATALOG)
        if (kurang := sorted(diminta(KATALOG[kode]) - satu.rincian - {"nilai"}))
    ] == []


def test_every_code_of_the_catalogue_is_used_somewhere_in_the_program():
    dipakai = frozenset().union(*(kode_di(pohon) for _, pohon in daftar_sumber()))
    assert sorted(set(KATALOG) - dipakai) == []


def test_a_finding_is_put_into_words():
    rincian = {"satu": "1,118", "dua": "1118", "ketik": "1,1180"}
    terbaca = jelaskan(temuan("angka-mendua", Asal("a.xlsx", "Indikator", "O9"), nilai="1.118", **rincian))
    assert terbaca.tingkat is Tingkat.GALAT
    assert terbaca.pesan.startswith("Isi “1.118” dapat berarti 1,118 atau 1118.")
    assert terbaca.perbaikan.startswith("Ketik 1118 bila maksudnya 1118, atau 1,1180 bila maksudnya 1,118")
    assert terbaca.asal == Asal("a.xlsx", "Indikator", "O9")


def test_braces_that_somebody_typed_stay_as_they_are():
    terbaca = jelaskan(temuan("tanda-hubung", nilai="{kolom}{0}", kolom="{nilai}"))
    assert "Kolom “{nilai}” berisi “{kolom}{0}”." in terbaca.pesan


def test_a_code_that_the_catalogue_lacks_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        jelaskan(Temuan("tidak-ada-kode-begini"))


def test_findings_are_read_heaviest_first_then_by_place_and_once():
    def di(sel: str, kode: str) -> Temuan:
        return temuan(kode, Asal("a.xlsx", "Indikator", sel))

    daftar = (
        di("AA2", "pic-kosong"),
        di("B10", "pic-kosong"),
        di("B2", "pic-kosong"),
        di("B2", "pic-kosong"),
        di("", "belum-diisi"),
        di("C99", "rasio-tidak-lengkap"),
    )
    assert [t.asal.sel for t in jelaskan_semua(daftar)] == ["C99", "B2", "AA2", "B10", ""]


def test_findings_are_counted_by_level():
    daftar = (temuan("pic-kosong"), temuan("belum-diisi"), temuan("belum-divalidasi"))
    assert [bertingkat(daftar, tingkat) for tingkat in Tingkat] == [0, 2, 1]
    assert not ada_galat(daftar)
    assert ada_galat((*daftar, temuan("bukan-formulir")))


def test_findings_are_sorted_by_the_numbers_in_their_places():
    def terurut(*daftar_asal: Asal) -> list[Asal]:
        return [satu.asal for satu in jelaskan_semua(tuple(temuan("bukan-induk", asal) for asal in daftar_asal))]

    paragraf = [Asal("a.docx", f"{tempat}") for tempat in ("paragraf 10", "paragraf 2", "tabel 2, baris 10")]
    assert terurut(*paragraf) == [paragraf[1], paragraf[0], paragraf[2]]
    lembar = [Asal("a.xlsx", nama) for nama in ("TW", "10", "9", "TW 2", "TW 10")]
    assert terurut(*lembar) == [lembar[2], lembar[1], lembar[0], lembar[3], lembar[4]]
    sel = [Asal("a.xlsx", "Indikator", alamat) for alamat in ("B10", "AA2", "C2", "B" + "1" * 5_000, "")]
    assert terurut(*sel) == [sel[4], sel[2], sel[1], sel[0], sel[3]]
