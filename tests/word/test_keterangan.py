"""Captions and what names them: numbered after filling, whichever program wrote their fields, in loops too."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from pandangan_uji import LAPORAN
from rakitan import W, akar, baca, dokumen, teks_paragraf

from bantu_office import WORD_2007, diubah
from lakip_gen.alur.templat_contoh import laporan_contoh
from lakip_gen.domain.periode import setahun
from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.templat_bawaan import gambar_bawaan, templat_bawaan
from lakip_gen.word.fill.render import render
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

NAMA = LAPORAN.daftar_nama
TANDA = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format


def kompleks(*potongan: str, isi: str = "1") -> str:
    """Return a field as Word writes it, its instruction cut in runs."""
    kode = "".join(f"<w:r><w:instrText xml:space='preserve'>{satu}</w:instrText></w:r>" for satu in potongan)
    hasil = TANDA("separate") + (f"<w:r><w:rPr><w:b/></w:rPr><w:t>{isi}</w:t></w:r>" if isi else "")
    return TANDA("begin") + kode + hasil + TANDA("end")


def sederhana(instruksi: str, isi: str = "1") -> str:
    return f"<w:fldSimple w:instr='{instruksi}'><w:r><w:t>{isi}</w:t></w:r></w:fldSimple>"


def paragraf(*isi: str) -> str:
    return f"<w:p>{''.join(isi)}</w:p>"


def run(teks: str, gaya: str = "") -> str:
    sifat = f"<w:rPr><w:rStyle w:val='{gaya}'/></w:rPr>" if gaya else ""
    return f"<w:r>{sifat}<w:t xml:space='preserve'>{teks}</w:t></w:r>"


def keterangan(bidang: str, penanda: str = "") -> str:
    """Return a caption, label and number in a bookmark."""
    buka = f"<w:bookmarkStart w:id='5' w:name='{penanda}'/>" if penanda else ""
    tutup = "<w:bookmarkEnd w:id='5'/>" if penanda else ""
    return paragraf(buka, run("Tabel "), bidang, tutup, run(". Isi"))


def diulang(*baris: str) -> str:
    return "\n".join(("{%p for n in daftar_nama %}", *baris, "{%p endfor %}"))


def jadi(naskah: str) -> list[str]:
    templat, daftar = open_template(dokumen(naskah), "templat.docx")
    assert templat is not None, daftar
    isi, daftar = render(templat, LAPORAN)
    assert isi is not None, daftar
    return baca(isi)


SEQ = {
    "kompleks": kompleks(" SEQ Tabel \\* ARABIC "),
    "kompleks terpotong": kompleks(" SE", "Q Ta", "bel \\* ARABIC "),
    "kompleks belum diperbarui": kompleks(" SEQ Tabel ", isi=""),
    "sederhana": sederhana(" SEQ Tabel \\* ARABIC "),
    "kompleks dengan tag": kompleks(" SEQ Tabel ", isi="{{ loop.index }}"),
}
DAFTAR_ISI = "<w:p>" + kompleks(' TOC \\c "Tabel" ', isi="lama") + "</w:p>"


@pytest.mark.parametrize("bentuk", SEQ)
@pytest.mark.parametrize("berdaftar", [False, True], ids=["tanpa daftar", "dengan daftar"])
def test_captions_of_a_loop_are_numbered_one_after_the_other(bentuk, berdaftar):
    baris = jadi((DAFTAR_ISI + "\n" if berdaftar else "") + diulang(keterangan(SEQ[bentuk])))
    assert [satu for satu in baris if satu.endswith(". Isi")] == [
        f"Tabel {nomor}. Isi" for nomor in range(1, len(NAMA) + 1)
    ]
    assert sum(satu.startswith("Tabel 2. Isi\t") for satu in baris) == berdaftar


def test_each_label_counts_for_itself_and_switches_are_kept():
    gambar = paragraf(run("Gambar "), kompleks(" SEQ Gambar \\* ROMAN "))
    mulai = paragraf(run("Mulai "), kompleks(" SEQ Lain \\r 7 "))
    lagi = paragraf(run("Lagi "), kompleks(" SEQ Gambar \\c \\* ROMAN "))
    bab = paragraf(run("Bab "), kompleks(" SEQ Bab \\s 1 ", isi="9"))
    baris = jadi("\n".join((keterangan(SEQ["kompleks"]), gambar, mulai, gambar, lagi, bab)))
    assert baris == ["Tabel 1. Isi", "Gambar I", "Mulai 7", "Gambar II", "Lagi II", "Bab 1"]


RUJUKAN = {
    "kompleks": kompleks(" REF _Ref77 \\h ", isi="Tabel 9"),
    "terpotong": kompleks(" RE", "F _Ref", "77 \\h ", isi="Tabel 9"),
    "sederhana": sederhana(" REF _Ref77 ", isi="Tabel 9"),
}


@pytest.mark.parametrize("bentuk", RUJUKAN)
@pytest.mark.parametrize("di_depan", [True, False], ids=["sebelum tabel", "sesudah tabel"])
def test_a_cross_reference_in_a_loop_names_the_caption_of_its_round(bentuk, di_depan):
    kalimat = paragraf(run("Lihat "), RUJUKAN[bentuk])
    judul = keterangan(SEQ["kompleks"], "_Ref77")
    baris = jadi(diulang(*((kalimat, judul) if di_depan else (judul, kalimat))))
    assert [satu for satu in baris if satu.startswith("Lihat")] == [
        f"Lihat Tabel {nomor}" for nomor in range(1, len(NAMA) + 1)
    ]


def test_a_cross_reference_outside_a_loop_names_its_caption():
    naskah = (keterangan(SEQ["kompleks"]), paragraf(run("Lihat "), RUJUKAN["kompleks"]))
    naskah = (*naskah, keterangan(SEQ["kompleks"], "_Ref77"))
    assert jadi("\n".join(naskah)) == ["Tabel 1. Isi", "Lihat Tabel 2", "Tabel 2. Isi"]


def test_a_sentence_in_a_loop_whose_numbers_were_updated_names_the_next_table():
    kalimat = paragraf(run("Lihat "), run("Tabel {{ loop.index }}", "Rujukan"))
    sesudah = paragraf(run("Lihat "), run("Tabel 5", "Rujukan"))
    naskah = diulang(kalimat, keterangan(SEQ["kompleks"])), sesudah, keterangan(kompleks(" SEQ Tabel ", isi="2"))
    lihat = [satu.replace("\u00a0", " ") for satu in jadi("\n".join(naskah)) if satu.startswith("Lihat")]
    assert lihat == [f"Lihat Tabel {nomor}" for nomor in range(1, len(NAMA) + 2)]


def test_fields_of_other_kinds_stay_as_they_are():
    naskah = paragraf(run("Halaman "), kompleks(" PAGE ", isi="3"))
    templat, _ = open_template(dokumen(naskah), "templat.docx")
    isi, _ = render(templat, LAPORAN)
    assert b" PAGE " in zipfile.ZipFile(io.BytesIO(isi)).read("word/document.xml")


def diperbarui(isi: bytes) -> bytes:
    """Return a template as Word leaves it after its fields were updated: complex, with the numbers of the template."""
    urutan: dict[str, int] = {}

    def bidang(cocok: re.Match[str]) -> str:
        label = cocok[1]
        urutan[label] = urutan.get(label, 0) + 1
        return kompleks(f" SEQ {label} ", "\\* ARABIC ", isi=str(urutan[label]))

    tujuan = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(tujuan, "w") as arsip:
        for nama in asal.namelist():
            data = asal.read(nama)
            if nama == "word/document.xml":
                pola = r'<w:fldSimple w:instr=" SEQ (\w+) [^>]*>.*?</w:fldSimple>'
                data = re.sub(pola, bidang, data.decode(), flags=re.DOTALL).encode()
            arsip.writestr(nama, data)
    return tujuan.getvalue()


def naskah_jadi(isi: bytes, laporan: LaporanPandangan) -> list[str]:
    templat, daftar = open_template(isi, "templat.docx", Library({}, gambar_bawaan()))
    assert templat is not None, daftar
    hasil, daftar = render(templat, laporan)
    assert hasil is not None, daftar
    return [teks_paragraf(satu) for satu in akar(hasil).iter(f"{{{W}}}p")]


@pytest.mark.lengkap
@pytest.mark.parametrize("nama", sorted(templat_bawaan()))
def test_a_default_template_whose_fields_word_has_updated_prints_the_same(nama, contoh_pandangan):
    asli = templat_bawaan()[nama]
    assert diperbarui(asli) != asli
    assert naskah_jadi(diperbarui(asli), contoh_pandangan) == naskah_jadi(asli, contoh_pandangan)


@pytest.mark.lengkap
@pytest.mark.libreoffice
@pytest.mark.parametrize("nama", sorted(templat_bawaan()))
def test_a_default_template_that_libreoffice_has_saved_again_prints_the_same(nama, contoh_pandangan, tmp_path):
    asli = templat_bawaan()[nama]
    (tmp_path / nama).write_bytes(asli)
    [tersimpan] = diubah([tmp_path / nama], tmp_path / "baru", WORD_2007)
    baru = naskah_jadi(tersimpan.read_bytes(), contoh_pandangan)
    assert [" ".join(satu.split()) for satu in baru if satu.strip()] == [
        " ".join(satu.split()) for satu in naskah_jadi(asli, contoh_pandangan) if satu.strip()
    ]


@pytest.fixture(scope="module")
def contoh_pandangan():
    return laporan_contoh(setahun(2025))
