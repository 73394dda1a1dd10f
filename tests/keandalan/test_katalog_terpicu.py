"""Every code of the catalogue has its words, and something from outside that triggers it: a file, a template, a call.

The table is kept here. Codes of submitted forms come from the corpus of hostile files and from the sown defects;
whoever adds a code elsewhere adds the smallest thing that triggers it.
"""

import json
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType, SimpleNamespace

import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from test_cacat_tersemai import AKSI, ANGG, JENIS, SAH, Lahan, kebun, semai, sunting_mentah  # noqa: F401 - a fixture
from test_korpus_berbahaya import BAHAN, SEMUA, Kasus, bahan, taruh_di_kotak  # noqa: F401 - a fixture

import bantu_serangan as s
from bantu_induk import BARIS_INDIKATOR, BARIS_UNIT, DAFTAR_REKENING, induk_mentah, rumus
from bantu_ruang import baca_induk, baca_satu, baca_triwulan
from bantu_ruang import isi as isi_sel
from lakip_gen.alur import giliran, kembalian, lalu, penyusunan
from lakip_gen.alur.langkah import Isian, catat_langkah
from lakip_gen.alur.papan import susun_papan
from lakip_gen.alur.periksa_arsip import periksa_arsip
from lakip_gen.alur.peristiwa import buku, catat
from lakip_gen.alur.sahkan import Permintaan, sahkan
from lakip_gen.alur.susun import susun
from lakip_gen.alur.templat import pilih_templat
from lakip_gen.contoh.instansi import isi_contoh
from lakip_gen.domain.isian import Kumpulan
from lakip_gen.domain.kabupaten import KinerjaInstansi, RekapKabupaten
from lakip_gen.domain.keraguan import Penerimaan
from lakip_gen.domain.periode import Periode, triwulan
from lakip_gen.domain.temuan import Asal, Temuan, Tingkat, temuan
from lakip_gen.excel.induk import write_induk
from lakip_gen.formulir import putusan
from lakip_gen.formulir.putusan import nilai
from lakip_gen.induk import susun_induk
from lakip_gen.laporan.grafik import Deret, Grafik, JenisGrafik
from lakip_gen.ooxml.writer import write_container
from lakip_gen.pesan.katalog import jelaskan, katalog
from lakip_gen.sop.bawaan import dengan_sop
from lakip_gen.sop.penerimaan import hal, terapkan
from lakip_gen.sop.peristiwa import Jenis, Peristiwa
from lakip_gen.sop.rekaman import temuan_kembali
from lakip_gen.storage import pdf
from lakip_gen.storage.bag import put_together
from lakip_gen.storage.events import take_events
from lakip_gen.storage.inbox import check_inbox
from lakip_gen.storage.inputs import read_file, take_inputs
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.fill.render import render
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.template.library import Library
from lakip_gen.word.template.open import open_template

sys.path.append(str(Path(__file__).parents[1] / "word"))

from pandangan_uji import LAPORAN
from rakitan import bagian, dokumen, dokumen_berdaftar
from rakitan import butir as butir_daftar

pytestmark = pytest.mark.laporan_pendek

TW1 = triwulan(2025, 1)
Daftar = Iterable[Temuan]


@dataclass
class Alat:
    """What a trigger may use."""

    ruang: Workspace
    kebun: SimpleNamespace
    bahan: SimpleNamespace
    tmp: Path
    ganti: pytest.MonkeyPatch


Pemicu = Callable[[Alat], Daftar]
TABEL: dict[str, Pemicu] = {}


# --- forms: from the corpus and the sown defects ---


def dari_korpus(kasus: Kasus) -> Pemicu:
    """Read a file of the corpus."""

    def picu(alat: Alat) -> Daftar:
        ruang = Workspace(alat.tmp / "korpus")
        periode = triwulan(2025, kasus.nomor)
        taruh_di_kotak(kasus, ruang.inbox(periode))
        if kasus.latar:
            kasus.latar(alat.ganti)
        return baca_triwulan(ruang, alat.bahan.induk, periode, alat.bahan.lalu[kasus.nomor]).semua_temuan

    return picu


def dari_cacat(nama: str) -> Pemicu:
    """Sow one defect."""

    def picu(alat: Alat) -> Daftar:
        import random

        cacat = semai(random.Random(1), nama, alat.kebun.daftar)  # noqa: S311 - repeatable, not secret
        mentah = cacat.lahan.mentah
        for satu in cacat.daftar:
            mentah = sunting_mentah(mentah, satu)
        return nilai(mentah, alat.kebun.induk, cacat.lahan.lalu, cacat.lahan.formulir.periode).daftar_temuan

    return picu


for nama_cacat, (kode_cacat, _) in JENIS.items():
    TABEL.setdefault(kode_cacat, dari_cacat(nama_cacat))
for _, satu_kasus in SEMUA:
    for kode_kasus in satu_kasus.kode:
        if not satu_kasus.bom or kode_kasus not in TABEL:
            TABEL[kode_kasus] = dari_korpus(satu_kasus)


def induk_berubah(kolom: str, isi: object, lembar: str = "Indikator", kode: str = "I2.2") -> Pemicu:
    """Hand out forms, then change a cell of one row in the buku induk."""

    def picu(alat: Alat) -> Daftar:
        berkas = alat.ruang.induk(2025)
        lama = berkas.read_bytes()

        def pengubah(buku: object) -> None:
            ws = buku[lembar]
            judul = {str(c.value).strip(" *"): c.column for baris in ws.iter_rows(max_row=6) for c in baris if c.value}
            for baris in ws.iter_rows(min_row=4):
                if baris[0].value == kode:
                    ws.cell(baris[0].row, judul[kolom]).value = isi

        berkas.write_bytes(s.lewat_openpyxl(lama, pengubah))
        induk, _ = baca_induk(alat.ruang, 2025)
        assert induk is not None
        return baca_triwulan(alat.ruang, induk, TW1, Kumpulan({})).semua_temuan

    return picu


def formulir_instansi_lain(alat: Alat) -> Daftar:
    """Hand out forms, then call the office otherwise in the buku induk."""
    berkas = alat.ruang.induk(2025)

    def pengubah(buku: object) -> None:
        semua = (sel for baris in buku["Instansi"].iter_rows() for sel in baris)
        for sel in [sel for sel in semua if sel.value == "Dinas Komunikasi dan Informatika"]:
            sel.value = "Kecamatan Lengayang"

    berkas.write_bytes(s.lewat_openpyxl(berkas.read_bytes(), pengubah))
    induk, _ = baca_induk(alat.ruang, 2025)
    assert induk is not None
    return baca_triwulan(alat.ruang, induk, TW1, Kumpulan({})).semua_temuan


def bukan_yang_dibagikan(_alat: Alat) -> Daftar:
    """Send a form whose locked cells agree with their own fingerprint, and that nobody was handed out."""
    from bantu_induk import formulir, formulir_mentah, indikator, induk

    lancung = formulir_mentah(formulir(induk(indikator("I1", tahun=80)), 1), {("indikator", "I1", "realisasi"): 5})
    return nilai(lancung, induk(indikator("I1")), Kumpulan({}), TW1, dibagikan={"U1": frozenset({"x"})}).daftar_temuan


def baris_belum_ada(_alat: Alat) -> Daftar:
    """Send a form that was handed out before the buku induk got one more indicator."""
    from bantu_induk import formulir, formulir_mentah, indikator, induk

    mentah = formulir_mentah(formulir(induk(indikator("I1")), 1), {("indikator", "I1", "realisasi"): 5})
    return nilai(mentah, induk(indikator("I1"), indikator("I2")), Kumpulan({}), TW1).daftar_temuan


def belum_diisi(alat: Alat) -> Daftar:
    """Send a form back as it came."""
    from lakip_gen.excel.form import write_form

    lahan: Lahan = alat.kebun.daftar[0]
    berkas = alat.tmp / "kosong.xlsx"
    berkas.write_bytes(write_form(lahan.formulir))
    return baca_satu(berkas, alat.kebun.induk, lahan.formulir.periode, lahan.lalu).daftar_temuan


def sekali_berulang(_alat: Alat) -> Daftar:
    """Report an indicator of once a year a second time, with another figure."""

    from bantu_induk import formulir, formulir_mentah, indikator, induk, jawaban, kumpulan, laporan
    from lakip_gen.domain.konsolidasi import CaraGabung

    buku = induk(indikator("I1", cara=CaraGabung.SEKALI))
    lalu = kumpulan(replace(laporan("U1", 1), daftar_indikator=(jawaban("I1", 100),)))
    form = formulir(buku, 2, lalu=lalu)
    mentah = formulir_mentah(form, {("indikator", "I1", "realisasi"): 101})
    return nilai(mentah, buku, lalu, form.periode).daftar_temuan


def tanggal_mustahil(_alat: Alat) -> Daftar:
    """Write a form before its quarter ended."""
    from bantu_induk import formulir, formulir_mentah, indikator, induk

    buku = induk(indikator("I1"))
    isi = {("indikator", "I1", "realisasi"): 5, ("pengesahan", "tanggal", "isi"): date(2021, 4, 8)}
    return nilai(formulir_mentah(formulir(buku, 1), isi), buku, Kumpulan({}), TW1).daftar_temuan


def berkas_gagal(alat: Alat) -> Daftar:
    """Let the program itself fail on one file."""

    def cacat(*_isi: object) -> None:
        raise ZeroDivisionError

    alat.ganti.setattr(putusan, "kenali", cacat)
    return baca_triwulan(alat.ruang, alat.kebun.induk, TW1, Kumpulan({})).semua_temuan


def cacat_di(modul: ModuleType, nama: str, **isian: object) -> Pemicu:
    """Let the program itself fail on one of the papers that it writes."""

    def picu(alat: Alat) -> Daftar:
        berkas = alat.ruang.form_file("BIDANG-APTIKA", TW1)
        berkas.write_bytes(s.ketik(berkas.read_bytes(), "Indikator", **isian))
        alat.ganti.setattr(modul, nama, lambda *_isi: 1 / 0)
        return susun(alat.ruang, TW1).daftar_temuan

    return picu


DRAF_TW1 = "laporan-kinerja-2025-TW1-draf-01.docx"


def tulis(berkas: Path, isi: bytes) -> Path:
    berkas.write_bytes(isi)
    return berkas


def menghalangi(*tindakan: Callable[[Workspace], object]) -> Pemicu:
    """Make the quarter, do something to it, and try to seal it."""

    def picu(alat: Alat) -> Daftar:
        susun(alat.ruang, TW1)
        for satu in tindakan:
            satu(alat.ruang)
        return sahkan(alat.ruang, TW1, Permintaan()).daftar_halangan

    return picu


def dan_susun(tindakan: Callable[[Workspace], object]) -> Callable[[Workspace], object]:
    return lambda ruang: (tindakan(ruang), susun(ruang, TW1))


def bergalat(ruang: Workspace) -> None:
    isi_sel(ruang.form_file("BIDANG-IKP", TW1), "Indikator", "I1.3", "Realisasi triwulan", "1.100")


def dalam_draf(pengubah: Callable[[object], object]) -> Callable[[Workspace], None]:
    """Let somebody work on the draft in Word."""

    def tindakan(ruang: Workspace) -> None:
        berkas = ruang.output(TW1) / DRAF_TW1
        dokumen = docx.Document(str(berkas))
        dokumen.add_paragraph("Kalimat Sekretaris")
        pengubah(dokumen)
        dokumen.save(str(berkas))

    return tindakan


def berkomentar(dokumen: object) -> None:
    """Let the comment be written as Word writes it."""
    dokumen.add_comment(dokumen.paragraphs[-1].runs, text="Dari mana?", author="Kepala")


def terlacak(dokumen: object) -> None:
    sisipan = f'<w:ins {nsdecls("w")} w:id="1" w:author="K"><w:r><w:t>kata</w:t></w:r></w:ins>'
    dokumen.paragraphs[-1]._p.append(parse_xml(sisipan))


def menurut_sop(putusan: tuple[str, ...], sesudah: Callable[[Workspace], object] | None = None) -> Pemicu:
    """Work by an SOP that decides, and try to seal."""

    def picu(alat: Alat) -> Daftar:
        ruang = alat.ruang
        ruang.induk(2025).write_bytes(write_induk(dengan_sop(isi_contoh(), "pmk-way-kanan", 2025)))
        susun(ruang, TW1)
        if putusan:
            isian = Isian(tanda="10", setuju=putusan[0] == "setuju", isi=" ".join(putusan[1:]))
            catat_langkah(ruang, TW1, isian)
        if sesudah:
            dan_susun(sesudah)(ruang)
        return sahkan(ruang, TW1, Permintaan()).daftar_halangan

    return picu


def dengan_bukti(periode: Periode, *daftar: str, dicatat: bool = False) -> Pemicu:
    """Lay the same scan into the evidence under some names, or let an event speak of it and lay none."""

    def picu(alat: Alat) -> Daftar:
        folder = alat.ruang.evidence(periode)
        folder.mkdir(parents=True)
        for nama in daftar:
            (folder / nama).write_bytes(b"%PDF-1.7")
        if dicatat:
            letak = alat.ruang.relative(folder / daftar[0])
            (folder / daftar[0]).unlink()
            saat = datetime(2025, 4, 11, tzinfo=UTC)
            catat(alat.ruang, periode, (Peristiwa(jenis=Jenis.CATATAN, dicatat=saat, langkah="1", berkas=letak),))
        return susun_papan(alat.ruang, periode, date(2025, 4, 11)).daftar_temuan

    return picu


def arsip_tw1(ruang: Workspace) -> Path:
    return ruang.archives(TW1) / "TW1-01"


def potong_jejak(ruang: Workspace) -> None:
    berkas = ruang.events(TW1)
    berkas.write_text("".join(berkas.read_text().splitlines(keepends=True)[1:]))


def ganti_induk(ruang: Workspace, kolom: str, isi: object) -> None:
    """Type over a cell of the first indicator."""

    def pengubah(buku: object) -> None:
        ws = buku["Indikator"]
        judul = {str(c.value).strip(" *"): c.column for baris in ws.iter_rows(max_row=6) for c in baris if c.value}
        ws.cell(5, judul[kolom]).value = isi

    ruang.induk(2025).write_bytes(s.lewat_openpyxl(ruang.induk(2025).read_bytes(), pengubah))


def arsip_lain(ruang: Workspace) -> None:
    """Reckon the lists of an archive anew, so that it agrees with itself."""
    for nama, isi in put_together({"a.txt": b"a"}, {}).items():
        (arsip_tw1(ruang) / nama).write_bytes(isi)
    for berkas in (arsip_tw1(ruang) / "data").iterdir():
        if berkas.is_dir():
            shutil.rmtree(berkas)
        elif berkas.name != "a.txt":
            berkas.unlink()


def rujuk(ruang: Workspace, arsip: str) -> None:
    """Let an archive name another one, with a hash that is not its own."""
    berkas = arsip_tw1(ruang) / "bag-info.txt"
    berkas.write_text(f"{berkas.read_text()}Arsip-Dirujuk-2025-TW9: workbooks/2025/arsip/{arsip} {'0' * 64}\n")


def sesudah_sah(tindakan: Callable[[Workspace], object]) -> Pemicu:
    """Seal the quarter, do something, and ask everybody: the board, the archive, a later report."""

    def picu(alat: Alat) -> Daftar:
        susun(alat.ruang, TW1)
        sahkan(alat.ruang, TW1, Permintaan())
        tindakan(alat.ruang)
        papan = susun_papan(alat.ruang, TW1, date(2025, 4, 11)).semua_temuan
        arsip = periksa_arsip(arsip_tw1(alat.ruang), alat.ruang).daftar_temuan if arsip_tw1(alat.ruang).exists() else ()
        return (*papan, *arsip, *susun(alat.ruang, triwulan(2025, 2)).daftar_temuan)

    return picu


def dengan_jejak(*daftar: tuple[str, bytes]) -> Callable[[Alat], Daftar]:
    """Lay files of events beside the inboxes, and return what is said of them."""

    def pemicu(alat: Alat) -> Daftar:
        folder = alat.ruang.events(TW1).parent
        folder.mkdir(parents=True, exist_ok=True)
        for nama, isi in daftar:
            (folder / nama).write_bytes(isi)
        return buku(take_events(alat.ruang, TW1)).daftar_temuan

    return pemicu


def tanpa_tempat_jejak(alat: Alat) -> Daftar:
    """Let the file of the events be one that may not be written."""

    def ditolak(*_isi: object) -> None:
        raise PermissionError(13, "dikunci", "TW1.jsonl")

    alat.ganti.setattr("lakip_gen.alur.peristiwa.extend_events", ditolak)
    return susun(alat.ruang, TW1).daftar_temuan


def gambar_tertutup(alat: Alat) -> Daftar:
    """Put a folder where a picture of the templates should be."""
    logo = alat.ruang.pictures / "logo.png"
    logo.unlink()
    logo.mkdir()
    return susun(alat.ruang, TW1).daftar_temuan


def baris_jejak(jam: str, **lain: str) -> bytes:
    return (json.dumps({"jenis": "catatan", "dicatat": f"2025-04-{jam}+07:00"} | lain) + "\n").encode()


DIKEMBALIKAN = Peristiwa(
    jenis=Jenis.DIKEMBALIKAN,
    dicatat=datetime(2025, 4, 11, 8, tzinfo=UTC),
    unit="U1",
    isi="Lengkapi penyebabnya.",
)


def diterima_dengan_alasan(_alat: Alat) -> Daftar:
    """Accept one warning of a form, as `catat` does."""
    ragu = temuan("capaian-rendah", Asal("TW1/a.xlsx", "Indikator", "P9"), nilai="20%", batas=60)
    return terapkan((ragu,), (Penerimaan(nomor=1, unit="U1", alasan="Dicek.", daftar_hal=frozenset({hal(ragu)})),))[0]


def bukan_folder(alat: Alat) -> Daftar:
    """Save a file under the name of an inbox."""
    alat.ruang.inbox(TW1).rename(alat.tmp / "TW1")
    alat.ruang.inbox(TW1).write_bytes(b"PK")
    return check_inbox(take_inputs(alat.ruang, 2025, (TW1,)), TW1)


def digantikan(alat: Alat) -> Daftar:
    """Put a mended return copy beside the form that it was made of."""
    from lakip_gen.excel.form import write_form
    from lakip_gen.excel.return_copy import ReturnCopy

    berkas = alat.ruang.form_file("BIDANG-APTIKA", TW1)
    induk, _ = baca_induk(alat.ruang, 2025)
    assert induk is not None
    hasil = baca_satu(berkas, induk, TW1, Kumpulan({}))
    assert hasil.mentah is not None
    salinan = write_form(hasil.formulir, ReturnCopy.from_findings(hasil.mentah, ()))
    berkas.with_name("a.xlsx").write_bytes(s.ketik(salinan, "Indikator", O8=1))
    return baca_triwulan(alat.ruang, induk, TW1, Kumpulan({})).semua_temuan


def kembalian_diisi(alat: Alat) -> Daftar:
    """Fill in a return copy where it lies."""
    berkas = alat.ruang.form_file("BIDANG-APTIKA", TW1)
    berkas.write_bytes(s.ketik(berkas.read_bytes(), "Indikator", O8="entah"))
    susun(alat.ruang, TW1)
    (salinan,) = (alat.ruang.output(TW1) / "kembali").iterdir()
    salinan.write_bytes(b"PK")
    return check_inbox(take_inputs(alat.ruang, 2025, (TW1,)), TW1)


def masa_lalu_berubah(alat: Alat) -> Daftar:
    """Report two quarters, then overwrite the wording of four indicators."""
    for periode in (TW1, triwulan(2025, 2)):
        susun(alat.ruang, periode)
    berkas = alat.ruang.induk(2025)
    for nomor in range(5, 9):
        berkas.write_bytes(s.ketik(berkas.read_bytes(), "Indikator", **{f"C{nomor}": f"Bunyi baru {nomor}"}))
    return susun(alat.ruang, TW1).daftar_temuan


def tanpa_pemilik(alat: Alat) -> Daftar:
    """Lay a file into the inbox that cannot be read, and let a unit send nothing."""
    alat.ruang.form_file("BIDANG-APTIKA", TW1).unlink()
    (alat.ruang.inbox(TW1) / "umpeg.xls").write_bytes(b"")
    induk, _ = baca_induk(alat.ruang, 2025)
    assert induk is not None
    return baca_triwulan(alat.ruang, induk, TW1, Kumpulan({})).semua_temuan


TABEL |= {
    "formulir-digantikan": digantikan,
    "kembalian-diisi": kembalian_diisi,
    "masa-lalu-berubah": masa_lalu_berubah,
    "sah-tanpa-draf": menghalangi(lambda ruang: (ruang.output(TW1) / DRAF_TW1).unlink()),
    "sah-belum-disusun": menghalangi(lambda ruang: ruang.form_file("BIDANG-IKP", TW1).unlink()),
    "sah-draf-rusak": menghalangi(lambda ruang: (ruang.output(TW1) / DRAF_TW1).write_bytes(b"x")),
    "sah-komentar": menghalangi(dalam_draf(berkomentar)),
    "sah-perubahan-terlacak": menghalangi(dalam_draf(terlacak)),
    "sah-formulir-kurang": menghalangi(dan_susun(lambda ruang: ruang.form_file("BIDANG-IKP", TW1).unlink())),
    "sah-galat": menghalangi(dan_susun(bergalat)),
    "sah-suntingan-tertinggal": menghalangi(
        dalam_draf(lambda _draf: None), dan_susun(bergalat), dalam_draf(lambda _draf: None)
    ),
    "sah-langkah-belum": menurut_sop(()),
    "sah-dikembalikan": menurut_sop(("tidak", "Lengkapi")),
    "sah-putusan-basi": menurut_sop(("setuju",), bergalat),
    "kiriman-sesudah-sah": sesudah_sah(bergalat),
    "angka-sah-berbeda": sesudah_sah(lambda ruang: ganti_induk(ruang, "Target TW I", 5)),
    "arsip-hilang": sesudah_sah(lambda ruang: shutil.rmtree(arsip_tw1(ruang))),
    "arsip-tidak-utuh": sesudah_sah(lambda ruang: (arsip_tw1(ruang) / "bag-info.txt").unlink()),
    "arsip-tanpa-catatan": sesudah_sah(lambda ruang: ruang.events(TW1).unlink()),
    "jejak-lain-dari-arsip": sesudah_sah(potong_jejak),
    "arsip-berkas-berubah": sesudah_sah(lambda ruang: (arsip_tw1(ruang) / "bagit.txt").write_bytes(b"x")),
    "arsip-berkas-hilang": sesudah_sah(lambda ruang: (arsip_tw1(ruang) / "bagit.txt").unlink()),
    "arsip-berkas-lebih": sesudah_sah(lambda ruang: (arsip_tw1(ruang) / "x.txt").write_bytes(b"x")),
    "arsip-lain": sesudah_sah(arsip_lain),
    "arsip-rujukan-berubah": sesudah_sah(lambda ruang: rujuk(ruang, "TW1-01")),
    "arsip-rujukan-hilang": sesudah_sah(lambda ruang: rujuk(ruang, "TW9-01")),
    "bukti-hilang": dengan_bukti(TW1, "langkah-1-a.pdf", dicatat=True),
    "bukti-kembar": dengan_bukti(TW1, "I1.1.pdf", "I2.1.pdf"),
    "bukti-tanpa-nama": dengan_bukti(TW1, "scan.pdf"),
    "bukti-belum-ada": dengan_bukti(TW1, "I1.1.pdf"),
    "arsip-bukan": lambda alat: periksa_arsip(tulis(alat.tmp / "a.zip", b"PK"), alat.ruang).daftar_temuan,
    "berkas-tanpa-pemilik": tanpa_pemilik,
    "berkas-bukan-biasa": lambda alat: read_file(alat.tmp, "induk.xlsx")[1],
    "folder-bukan-folder": bukan_folder,
    "diterima-dengan-alasan": diterima_dengan_alasan,
    "dikembalikan-sekretaris": lambda _alat: [temuan_kembali(DIKEMBALIKAN, "TW1/a.xlsx")],
    "jejak-diubah": dengan_jejak(("TW1.jsonl", baris_jejak("11T08:00:00", lalu="ab"))),
    "jejak-rusak": dengan_jejak(("TW1.jsonl", b'{"jenis": "cat')),
    "jejak-jam-mundur": dengan_jejak(("TW1.jsonl", baris_jejak("11T08:00:00") + baris_jejak("10T08:00:00"))),
    "jejak-salinan": dengan_jejak(("TW1 (conflicted copy).jsonl", b"")),
    "jejak-tak-tertulis": tanpa_tempat_jejak,
    "jejak-tertutup": dengan_jejak(("TW1.jsonl", b"\xff\xfe")),
    "induk-berubah": induk_berubah("Target TW I", 70),
    "baris-belum-ada": baris_belum_ada,
    "bukan-yang-dibagikan": bukan_yang_dibagikan,
    "arti-berubah": induk_berubah("Satuan", "poin"),
    "instansi-lain": formulir_instansi_lain,
    "uraian-berubah": induk_berubah("Rencana aksi", "Pengadaan kendaraan dinas", "Rencana Aksi", "A09"),
    "kembalian-gagal": cacat_di(kembalian, "write_form", O8="entah"),
    "keluaran-gagal": cacat_di(penyusunan, "write_rekap"),
    "belum-diisi": belum_diisi,
    "sekali-berulang": sekali_berulang,
    "tanggal-mustahil": tanggal_mustahil,
    "berkas-gagal": berkas_gagal,
}


# --- containers of Word ---


def wadah_docx(isi: bytes) -> Pemicu:
    """Open a file as a template."""
    return lambda _alat: open_template(isi, "a.docx")[1]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODT = s.rakit({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})
DOTX = {
    nama: isi.replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main")
    for nama, isi in bagian("x").items()
}
TABEL |= {
    "berkas-word-lama": wadah_docx(OLE + "WordDocument".encode("utf-16-le")),
    "berkas-odt": wadah_docx(ODT),
    "berkas-word-jenis-lain": wadah_docx(write_container(DOTX)),
}


# --- the buku induk ---


LUAR = {"kode": "BPS", "nama": "Badan Pusat Statistik", "data": "Jumlah penduduk"}


def induk(**ubah: object) -> Pemicu:
    """Read a small buku induk with something changed."""
    return lambda _alat: susun_induk(induk_mentah(**ubah), 2025)[1]


def langkah(*daftar: dict[str, object]) -> Pemicu:
    """Read a buku induk with some steps of an SOP, each with something changed."""
    satu = {"no": 1, "tiap": "triwulan", "kegiatan": "Membagikan", "pelaksana": "Staf", "selesai_bila": "dibagikan"}
    return induk(langkah_sop=[satu | ubah for ubah in daftar])


def satu_indikator(**ubah: object) -> Pemicu:
    """Read a buku induk whose one indicator has something changed."""
    return induk(indikator=[BARIS_INDIKATOR | ubah])


def butir(lembar: str, **isi: object) -> Pemicu:
    """Read a buku induk with an item changed."""
    return induk(butir={lembar: isi})


BERBOBOT = {"cara_rata": "rata-rata tertimbang menurut bobot"}
PROGRAM, KEGIATAN, SUB = DAFTAR_REKENING
SKALA = [{"skala": "SAKIP", "predikat": "B", "angka": 2}, {"skala": "SAKIP", "predikat": "A", "angka": 3}]
PREDIKAT = {"skala": "SAKIP", "target_tahun": "A"} | {f"target_{n}": "A" for n in range(1, 5)}


def induk_hilang(alat: Alat) -> Daftar:
    """Ask for a year without buku induk."""
    return baca_induk(alat.ruang, 2031)[1]


def induk_lembar_hilang(alat: Alat) -> Daftar:
    """Delete a sheet of the buku induk."""
    berkas = alat.ruang.induk(2025)
    berkas.write_bytes(s.lewat_openpyxl(berkas.read_bytes(), lambda b: b.remove(b["Riwayat"])))
    return baca_induk(alat.ruang, 2025)[1]


def induk_terpotong(alat: Alat) -> Daftar:
    """Let a buku induk be longer than what is read."""
    berkas = alat.ruang.induk(2025)
    berkas.write_bytes(s.lewat_openpyxl(berkas.read_bytes(), lambda b: b["Indikator"].__setitem__("A6000", "I99")))
    return baca_induk(alat.ruang, 2025)[1]


def induk_kolom_hilang(alat: Alat) -> Daftar:
    """Rename a column of the buku induk."""
    berkas = alat.ruang.induk(2025)
    berkas.write_bytes(s.lewat_openpyxl(berkas.read_bytes(), lambda b: b["Unit"].__setitem__("B4", "Bidang")))
    return baca_induk(alat.ruang, 2025)[1]


def induk_dicatati(banyak: int) -> Pemicu:
    """Write so many notes beside a table of the buku induk."""

    def picu(alat: Alat) -> Daftar:
        berkas = alat.ruang.induk(2025)

        def catat(buku: object) -> None:
            for nomor in range(5, 5 + banyak):
                buku["Riwayat"].cell(nomor, 20).value = "cek lagi"

        berkas.write_bytes(s.lewat_openpyxl(berkas.read_bytes(), catat))
        return baca_induk(alat.ruang, 2025)[1]

    return picu


def induk_baris_tersembunyi(alat: Alat) -> Daftar:
    """Leave a filter on a sheet of the buku induk."""
    berkas = alat.ruang.induk(2025)

    def saring(buku: object) -> None:
        buku["Indikator"].row_dimensions[6].hidden = True

    berkas.write_bytes(s.lewat_openpyxl(berkas.read_bytes(), saring))
    return baca_induk(alat.ruang, 2025)[1]


def riwayat_tahun_lain(alat: Alat) -> Daftar:
    berkas = alat.ruang.induk(2025)

    def tahun_lain(buku: object) -> None:
        buku["Riwayat"]["G4"] = "Realisasi tahun lalu (2023)"

    berkas.write_bytes(s.lewat_openpyxl(berkas.read_bytes(), tahun_lain))
    return baca_induk(alat.ruang, 2025)[1]


def giliran_berbeda(alat: Alat) -> Daftar:
    """Begin the next year with a buku induk that says something else."""
    alat.ganti.setattr(giliran, "_beda", lambda *_: ("indikator I1.1 (satuan)",))
    return giliran.gilir(alat.ruang, 2026, 2025).daftar_temuan


def angka_rusak(alat: Alat) -> Daftar:
    """Cut off what is kept of what a quarter reported."""
    berkas = alat.ruang.figures(TW1)
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text("{")
    return lalu.periksa_dengan_lalu(alat.ruang, TW1)[0].daftar_temuan


def riwayat_tidak_dilengkapi(alat: Alat) -> Daftar:
    """Remove the sheet of earlier years from the next year's buku induk, then ask for its gaps to be filled."""
    berkas = alat.ruang.induk(2026)
    berkas.parent.mkdir(parents=True)
    isi = alat.ruang.induk(2025).read_bytes()
    berkas.write_bytes(s.lewat_openpyxl(isi, lambda buku: buku.__delitem__("Riwayat")))
    return giliran.gilir(alat.ruang, 2026, 2025).daftar_temuan


UNIT_BERAKHIR = BARIS_UNIT | {"berlaku_sampai": date(2025, 6, 30)}

BARIS_PROGRAM = {"rekening": "1.01", "nama": "Jumlah dokumen", "satuan": "dokumen", "target_tahun": 4}
TABEL |= {
    "prosedur-salah": langkah({"prosedur": "AB"}),
    "nomor-langkah-salah": langkah({"no": 0}),
    "waktu-langkah-salah": langkah({"waktu": 2}),
    "kembali-tanpa-putusan": langkah({"kembali": 1}),
    "kembali-ke-mana": langkah({"selesai_bila": "putusan", "kembali": 9}),
    "langkah-ganda": langkah({}, {}),
    "induk-baris-tersembunyi": induk_baris_tersembunyi,
    "induk-isi-di-luar": induk_dicatati(1),
    "induk-isi-di-luar-banyak": induk_dicatati(9),
    "angka-rusak": angka_rusak,
    "giliran-berbeda": giliran_berbeda,
    "riwayat-tidak-dilengkapi": riwayat_tidak_dilengkapi,
    "induk-hilang": induk_hilang,
    "induk-lembar-hilang": induk_lembar_hilang,
    "induk-kolom-hilang": induk_kolom_hilang,
    "induk-terpotong": induk_terpotong,
    "bukan-induk": induk(jenis="formulir lakip-gen"),
    "induk-versi-lain": induk(versi="0"),
    "induk-versi-lebih-baru": induk(versi="99"),
    "induk-tahun-lain": butir("instansi", tahun=2024),
    "riwayat-tahun-lain": riwayat_tahun_lain,
    "induk-wajib-kosong": butir("instansi", nama=None),
    "induk-tabel-kosong": induk(unit=[]),
    "desimal-salah": satu_indikator(desimal=9),
    "warna-salah": induk(skala=[{"predikat": "Baik", "batas": 0, "warna": "merah"}]),
    "skala-batas-ganda": induk(skala=[{"predikat": "A", "batas": 0}, {"predikat": "B", "batas": 0}]),
    "skala-tanpa-dasar": induk(skala=[{"predikat": "Baik", "batas": 50}]),
    "predikat-ganda": induk(predikat=[*SKALA, {"skala": "SAKIP", "predikat": "A", "angka": 9}]),
    "kode-unit-mirip": induk(unit=[BARIS_UNIT, {"kode": f"{BARIS_UNIT['kode'].lower()}-", "nama": "Unit"}]),
    "kode-unit-salah": induk(unit=[BARIS_UNIT, {"kode": "../x", "nama": "Unit"}]),
    "skala-asing": satu_indikator(skala="WTP"),
    "jenis-bertentangan": satu_indikator(jenis_target="konstan"),
    "jenis-renstra-kosong": induk(riwayat=[{"indikator": "I1", "target_renstra": 9}]),
    "jenis-renstra-bertentangan": induk(
        indikator=[BARIS_INDIKATOR | {"cara_gabung": "rata-rata"}],
        riwayat=[{"indikator": "I1", "target_renstra": 9, "jenis_renstra": "kumulatif"}],
    ),
    "rekening-asing": induk(indikator_program=[BARIS_PROGRAM | {"rekening": "9.99"}]),
    "indikator-tanpa-unit": induk(
        anggaran=[{"kode": "1.01", "uraian": "Program", "tingkat": "program"}], indikator_program=[BARIS_PROGRAM]
    ),
    "periode-renstra-salah": butir("instansi", renstra="2019-2024"),
    "gabung-unit-bertentangan": induk(
        unit=[BARIS_UNIT, {"kode": "U2", "nama": "Dua", "kepala": "Kepala"}],
        indikator=[BARIS_INDIKATOR | {"unit": "U1; U2", "gabung_unit": "rasio"}],
    ),
    "predikat-bertentangan": induk(predikat=SKALA, indikator=[BARIS_INDIKATOR | PREDIKAT]),
    "masa-terbalik": satu_indikator(berlaku_sejak=date(2025, 7, 1), berlaku_sampai=date(2025, 6, 30)),
    "acuan-di-luar-masa": induk(unit=[UNIT_BERAKHIR]),
    "dilanjutkan-tanpa-akhir": induk(unit=[UNIT_BERAKHIR | {"berlaku_sampai": None, "dilanjutkan": "U1"}]),
    "luar-kode-unit": induk(instansi_luar=[LUAR | {"kode": "U1"}]),
    "luar-tanpa-nama": induk(instansi_luar=[LUAR | {"nama": ""}]),
    "luar-berbeda": induk(instansi_luar=[LUAR, LUAR | {"nama": "Lain"}]),
    "pejabat-lowong": induk(pejabat=[{"peran": "sekretaris", "jabatan": "S", "berlaku_sampai": date(2025, 6, 30)}]),
    "perubahan-tanpa-tanggal": satu_indikator(perubahan_tahun=4, perubahan_1=4),
    "perubahan-di-luar-tahun": butir("aturan", perubahan_target=date(2024, 12, 31)),
    "target-bukan-arah": satu_indikator(arah="rentang"),
    "target-triwulan-kosong": satu_indikator(**{f"target_{n}": None for n in range(1, 5)}),
    "target-melebihi-tahun": satu_indikator(cara_gabung="akhir", target_2=5, target_4=4),
    "target-kumulatif-turun": satu_indikator(jenis_target="kumulatif", target_2=3, target_3=2, target_4=4),
    "target-tidak-cocok": satu_indikator(target_tahun=5),
    "subkegiatan-kurang": induk(anggaran=[PROGRAM, KEGIATAN, SUB | {"pagu_murni": None}]),
    "pagu-di-induk": induk(anggaran=[PROGRAM | {"pagu_murni": 5}, KEGIATAN, SUB]),
    "pagu-negatif": induk(anggaran=[PROGRAM, KEGIATAN, SUB | {"pagu_murni": -1}]),
    "rekening-tanpa-induk": induk(anggaran=[PROGRAM, SUB]),
    "unit-tidak-terdaftar": satu_indikator(unit="U1; U9"),
    "sasaran-asing": satu_indikator(sasaran="S9"),
    "indikator-asing": induk(riwayat=[{"indikator": "I9"}]),
    "sasaran-tanpa-indikator": satu_indikator(sasaran="S9"),
    "arah-berbeda": induk(indikator=[BARIS_INDIKATOR, BARIS_INDIKATOR | {"kode": "I2", "arah": "turun"}]),
    "induk-pilihan-asing": satu_indikator(arah="maju"),
    "induk-rumus": butir("instansi", nama=rumus("=A1")),
    "kode-angka": induk(anggaran=[PROGRAM | {"kode": Decimal("1.01")}, KEGIATAN, SUB]),
    "rentang-salah": satu_indikator(arah="rentang", target_tahun="55 s.d. 45"),
    "bobot-salah": satu_indikator(bobot=0),
    "bobot-kosong": butir("aturan", **BERBOBOT),
    "bobot-jumlah": induk(butir={"aturan": BERBOBOT}, indikator=[BARIS_INDIKATOR | {"bobot": 90}]),
    "bobot-tidak-dipakai": satu_indikator(bobot=25),
    "pengali-salah": satu_indikator(cara_gabung="rasio", pengali=0),
    "realisasi-rentang": induk(riwayat=[{"indikator": "I1", "realisasi_1": "45 s.d. 55"}]),
}

# --- templates ---


def templat(naskah: str, pustaka: Library | None = None, **lain: str) -> Pemicu:
    """Open and fill a template in the small language of `rakitan`."""

    def picu(_alat: Alat) -> Daftar:
        terbuka, daftar = open_template(dokumen(naskah, **lain), "a.docx", pustaka)
        if terbuka is None:
            return daftar
        return (*check_template(terbuka, type(LAPORAN)), *render(terbuka, LAPORAN)[1])

    return picu


def terbatas(batas: str, nilai: object, naskah: str) -> Pemicu:
    """Fill a template under a lower limit."""

    def picu(alat: Alat) -> Daftar:
        alat.ganti.setattr(batas, nilai)
        return templat(naskah)(alat)

    return picu


@dataclass(frozen=True)
class Bergrafik:
    """A view with a chart."""

    grafik: Grafik
    judul: str = "Judul"


GRAFIK = Bergrafik(
    Grafik(
        judul="Capaian",
        jenis=JenisGrafik.BATANG,
        daftar_kategori=("TW I", "TW II"),
        daftar_deret=(Deret("A", (Decimal(1), Decimal(2))),),
        satuan="%",
        keterangan="satu dua",
    )
)


def bergrafik(naskah: str, **lain: str) -> Pemicu:
    """Fill a template with a chart at hand."""

    def picu(_alat: Alat) -> Daftar:
        terbuka, daftar = open_template(dokumen(naskah, **lain), "a.docx")
        assert terbuka is not None, daftar
        return (*check_template(terbuka, Bergrafik), *render(terbuka, GRAFIK)[1])

    return picu


def templat_hilang(alat: Alat) -> Daftar:
    """Ask for a report without its template."""
    (alat.ruang.templates / "laporan-triwulan.docx").unlink()
    return susun(alat.ruang, TW1).daftar_temuan


def susun_naskah(alat: Alat, pelaksana: str = "Sekretaris", *, templat: bool = True) -> Daftar:
    """Make a report with the papers of an SOP of one step."""
    langkah = {"no": 1, "tiap": "triwulan", "kegiatan": "Merekap", "pelaksana": pelaksana, "selesai_bila": "rekap"}
    alat.ruang.induk(2025).write_bytes(write_induk(isi_contoh() | {"langkah_sop": [langkah | {"output": "Disposisi"}]}))
    for berkas in () if templat else alat.ruang.paper_template_files():
        berkas.unlink()
    return susun(alat.ruang, TW1).daftar_temuan


def naskah_tanpa_templat(alat: Alat) -> Daftar:
    return susun_naskah(alat, templat=False)


def naskah_peran_asing(alat: Alat) -> Daftar:
    return susun_naskah(alat, "Tim Kerja")


def templat_gagal(alat: Alat) -> Daftar:
    """Make a report while the computer has no memory left."""

    def habis(*_isi: object) -> None:
        raise MemoryError

    alat.ganti.setattr("lakip_gen.alur.templat_buka.open_template", habis)
    return susun(alat.ruang, TW1).daftar_temuan


def rusak(**ubah: bytes | None) -> Pemicu:
    """Open a template with some of its parts changed or gone."""
    isi: dict[str, bytes] = dict(bagian("x"))
    for nama, data in ubah.items():
        letak = nama.replace("__", "/").replace("_dot_", ".")
        isi.pop(letak, None)
        if data is not None:
            isi[letak] = data
    return wadah_docx(write_container(isi))


def berjudul(judul: str) -> Pemicu:
    """Check a template with a title among its properties."""
    isi = bagian("x")
    isi["docProps/core.xml"] = isi["docProps/core.xml"].replace(b"Contoh", judul.encode())

    def picu(_alat: Alat) -> Daftar:
        terbuka, daftar = open_template(write_container(isi), "a.docx")
        assert terbuka is not None, daftar
        return check_template(terbuka, Bergrafik)

    return picu


def gambar(alt: str) -> str:
    """Return a picture with an alternative text."""
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="1" name="g" descr="{alt}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData><a:blip r:embed="rId1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


def berulang_daftarnya(alat: Alat) -> Daftar:
    """Fill a template whose numbered list begins anew where none may."""
    alat.ganti.setattr("lakip_gen.word.fill.lists.MOST_LISTS", 0)
    putaran = "{%p for satu in daftar_nama %}\n"
    terbuka, daftar = open_template(
        dokumen_berdaftar(putaran * 2 + butir_daftar("a") + "\n{%p endfor %}" * 2), "a.docx"
    )
    assert terbuka is not None, daftar
    return render(terbuka, LAPORAN)[1]


def sisipan(**daftar: bytes) -> Library:
    """Return sub-templates by name."""
    return Library({f"{nama}.docx": isi for nama, isi in daftar.items()}, {"rusak.png": b"bukan gambar"})


def hasil_rusak(alat: Alat) -> Daftar:
    """Let a value break the finished document."""

    alat.ganti.setattr("lakip_gen.word.tags.printed._MARKUP", {})
    terbuka, _ = open_template(dokumen("{{ judul }}"), "a.docx")
    assert terbuka is not None
    return render(terbuka, replace(LAPORAN, judul="<"))[1]


BERTUMPUK = "".join(f"{{% for {n} in daftar_nama %}}" for n in "abcdefgh") + "{% endfor %}" * 8


def dua_templat_mirip(alat: Alat) -> Daftar:
    """Lay two templates beside each other whose drafts would share their names."""
    for nama in ("A B.docx", "a-b.docx"):
        (alat.ruang.templates / nama).write_bytes(b"")
    return pilih_templat(alat.ruang, TW1, "A B")[1]


def draf_dikoreksi(alat: Alat) -> Daftar:
    """Write a comment into a draft that nobody can place at an indicator."""
    susun(alat.ruang, TW1)
    draf = alat.ruang.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
    dokumen = docx.Document(draf)
    dokumen.add_comment(dokumen.add_paragraph("Akhir").runs, text="Sudah benar?", author="Sekretaris")
    dokumen.save(draf)
    return susun(alat.ruang, TW1).daftar_temuan


def draf_bukan_dokumen(alat: Alat) -> Daftar:
    """Put something else in the place of a draft."""
    susun(alat.ruang, TW1)
    (alat.ruang.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx").write_bytes(b"bukan dokumen")
    return susun(alat.ruang, TW1).daftar_temuan


def draf_dipindah(alat: Alat) -> Daftar:
    """Move an edited draft into a folder of one's own."""
    draf_dikoreksi(alat)
    draf = alat.ruang.output(TW1) / "laporan-kinerja-2025-TW1-draf-01.docx"
    (draf.parent / "revisi").mkdir()
    draf.rename(draf.parent / "revisi" / draf.name)
    return susun(alat.ruang, TW1).daftar_temuan


def dua_instansi(nama: str, pemerintah: str) -> Pemicu:
    """Lay a second office beside one."""

    def buat(_alat: Alat) -> Daftar:
        satu = KinerjaInstansi(folder="satu", nama="Dinas A", pemerintah="Kabupaten X", kode_keluar=0)
        dua = replace(satu, folder="dua", nama=nama, pemerintah=pemerintah)
        return tuple(RekapKabupaten(TW1, (satu, dua)).daftar_temuan())

    return buat


TABEL |= {
    "instansi-rangkap": dua_instansi("dinas a", "Kabupaten X"),
    "pemerintah-lain": dua_instansi("Dinas B", "Kabupaten Y"),
    "koreksi-sekretaris": draf_dikoreksi,
    "draf-tak-terbaca": draf_bukan_dokumen,
    "draf-di-subfolder": draf_dipindah,
    "templat-nama-mirip": dua_templat_mirip,
    "templat-tidak-ada": lambda alat: pilih_templat(alat.ruang, TW1, "tidak ada")[1],
    "templat-hilang": templat_hilang,
    "kertas-tanpa-templat": naskah_tanpa_templat,
    "kertas-tanpa-pejabat": susun_naskah,
    "kertas-peran-tak-dikenal": naskah_peran_asing,
    "templat-xml-rusak": rusak(word__styles_dot_xml=b"<a>"),
    "templat-bagian-utama-hilang": rusak(_rels___dot_rels=None),
    "templat-hubungan-hilang": rusak(word__styles_dot_xml=None),
    "templat-jenis-isi-hilang": rusak(
        word__logo_dot_webp=b"x",
        word___rels__styles_dot_xml_dot_rels=b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="a" Type="x/image" Target="logo.webp"/></Relationships>',
    ),
    "templat-karakter-terlarang": templat("{{ judul }} \U0010fff00\U0010fff1"),
    "templat-tag-tak-ditutup": templat("{{ judul"),
    "templat-penutup-liar": templat("judul }}"),
    "templat-tag-kosong": templat("{{ }}"),
    "templat-ungkapan-salah": templat("{{ daftar sasaran }}"),
    "templat-terlalu-rumit": templat("{{ " + "1 + " * 400 + "1 }}"),
    "templat-perintah-tak-dikenal": templat("{% foreach s in daftar_sasaran %}"),
    "templat-perintah-ditolak": templat("{% macro a() %}x{% endmacro %}"),
    "templat-blok-tak-ditutup": templat("{% if ada %}x"),
    "templat-blok-bersilang": templat("{% for s in daftar_sasaran %}{% if ada %}x{% endfor %}{% endif %}"),
    "templat-penutup-tanpa-pembuka": templat("{% endfor %}"),
    "templat-else-di-luar-blok": templat("{% else %}"),
    "templat-blok-terlalu-dalam": templat("{% if ada %}" * 11 + "{% endif %}" * 11),
    "templat-blok-lintas-paragraf": templat("{% if ada %}\nx{% endif %}"),
    "templat-blok-lintas-sel": templat("| {% for n in daftar_nama %} | x{% endfor %} |"),
    "templat-blok-lintas-baris": templat("| {%tc if ada %} | x |\n| y | {%tc endif %} |"),
    "templat-blok-lintas-tabel": templat("| {%tr if ada %} |\n| x |\nantara\n| {%tr endif %} |"),
    "templat-blok-lintas-wadah": templat(
        "<w:p><w:r><w:t>{% if ada %}</w:t></w:r><w:hyperlink><w:r><w:t>x{% endif %}</w:t></w:r></w:hyperlink></w:p>"
    ),
    "templat-aras-beda": templat("| {%tr if ada %} |\n| x |\n{%p endif %}"),
    "templat-isi-hilang": templat("Catatan: {%p if ada %}\n{%p endif %}"),
    "templat-di-luar-tabel": templat("{%tr if ada %}\n{%p endif %}"),
    "templat-nama-tak-dikenal": templat("{{ jdul }}"),
    "templat-tag-tersembunyi": templat(
        '<w:p><w:r><w:pict><v:shape><v:textpath string="{{ judul }}"/></v:shape></w:pict></w:r></w:p>'
    ),
    "templat-daftar-isi-dibiarkan": templat("<w:p><w:fldSimple w:instr=' TOC \\\\f '/></w:p>"),
    "templat-perubahan-terlacak": templat("<w:p><w:ins w:id='1'><w:r><w:t>x</w:t></w:r></w:ins></w:p>"),
    "templat-program-lain": templat("Yth. ${nama}"),
    "templat-set-di-dalam-for": templat("{% for s in daftar_sasaran %}{% set judul = s.nama %}{% endfor %}"),
    "templat-terlalu-besar": templat("{{ judul }}" * 400),
    "templat-tabel-terlalu-lebar": templat(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='5000'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
    ),
    "templat-gagal": templat_gagal,
    "templat-isi-dari-luar": templat("<w:p><w:fldSimple w:instr=' INCLUDETEXT a.docx '/></w:p>"),
    "templat-tag-di-sifat": berjudul("{{ judul }}"),
    "templat-di-luar-pengulangan": templat("{{ sasaran.nama }}"),
    "templat-nama-terlarang": templat("{{ judul.__class__ }}"),
    "templat-filter-tak-dikenal": templat("{{ judul|uper }}"),
    "templat-filter-tak-perlu": templat("{{ judul|e }}"),
    "templat-uji-tak-dikenal": templat("{% if judul is kosong %}x{% endif %}"),
    "templat-panggilan-ditolak": templat("{{ judul.ljust(9) }}"),
    "templat-bukan-daftar": templat("{% for s in judul %}x{% endfor %}"),
    "templat-mungkin-kosong": templat("{{ catatan }}"),
    "templat-angka-mungkin-kosong": templat(
        "{% if daftar_sasaran[0].daftar_indikator[0].capaian.nilai > 9 %}x{% endif %}"
    ),
    "templat-jenis-beda": templat("{% if judul > 9 %}x{% endif %}"),
    "templat-kurung-terpisah": templat("{ { judul } }"),
    "templat-objek-dicetak": templat("{{ daftar_sasaran[0] }}"),
    "templat-daftar-dicetak": templat("{{ daftar_sasaran }}"),
    "templat-daftar-bukan-satu": templat("{{ daftar_sasaran.nama }}"),
    "templat-metode-tanpa-kurung": templat("{{ daftar_sasaran[0].daftar_indikator[0].kalimat }}"),
    "templat-nilai-mentah": templat("{{ jumlah }}"),
    "templat-nilai-tak-ada": templat("{{ daftar_sasaran[9].nama }}"),
    "templat-nilai-kosong": templat(
        "{% for i in daftar_sasaran[0].daftar_indikator %}{{ loop.nextitem.catatan }}{% endfor %}"
    ),
    "templat-gagal-dihitung": templat("{{ tahun / 0 }}"),
    "templat-operasi-ditolak": templat("{{ 'a'.upper() * 50000000 }}"),
    "templat-angka-terlalu-besar": templat("{{ 9 ** 9999 }}"),
    "templat-teks-terlalu-panjang": templat(
        "{% set a = 'xxxxxxxxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}"
    ),
    "templat-putaran-terlalu-banyak": terbatas("lakip_gen.word.tags.limits.MOST_TURNS", 1000, BERTUMPUK),
    "templat-waktu-habis": terbatas("lakip_gen.word.tags.limits.MOST_SECONDS", -1, "{{ judul }}"),
    "templat-hasil-terlalu-besar": terbatas(
        "lakip_gen.word.fill.render.LARGEST_OUTPUT", 1000, "{% for n in daftar_nama %}" + "x" * 900 + "{% endfor %}"
    ),
    "templat-hasil-rusak": hasil_rusak,
    "templat-sisipan-salah": templat("x {% include 'a.docx' %}", sisipan(a=dokumen("isi"))),
    "templat-sisipan-hilang": templat('{%p include "tidak-ada.docx" %}'),
    "templat-sisipan-berputar": templat('{%p include "a" %}', sisipan(a=dokumen('{%p include "a" %}'))),
    "templat-sisipan-rusak": templat('{%p include "a" %}', sisipan(a=b"PK\x03\x04")),
    "templat-sisipan-ditolak": templat(
        '{%p include "a" %}', sisipan(a=dokumen("<w:p><w:r><w:footnoteReference w:id='2'/></w:r></w:p>", catatan="c"))
    ),
    "templat-gambar-salah": templat(gambar("{{ gambar.a b }}")),
    "templat-berkas-tertutup": gambar_tertutup,
    "templat-gambar-di-teks": templat("{{ gambar.logo|upper }}"),
    "templat-gambar-hilang": templat(gambar("{{ gambar.tidak }}")),
    "templat-gambar-rusak": templat(gambar("{{ gambar.rusak }}"), sisipan()),
    "templat-grafik-dicetak": bergrafik("{{ grafik }}"),
    "templat-bukan-grafik": bergrafik("{{p judul }}"),
    "templat-grafik-tidak-sendiri": bergrafik("Grafik: {{p grafik }}"),
    "templat-grafik-salah-tempat": bergrafik("x", kepala="{{p grafik }}"),
    "templat-daftar-terlalu-banyak": berulang_daftarnya,
    "templat-grafik-terlalu-banyak": lambda alat: (
        alat.ganti.setattr("lakip_gen.word.fill.charts.MOST_CHARTS", 0) or bergrafik("{{p grafik }}")(alat)
    ),
}


# --- PDF ---


def pdf_tanpa(alat: Alat) -> Daftar:
    """Ask for a PDF on a PC without LibreOffice."""
    alat.ganti.setattr(pdf, "find_libreoffice", lambda: None)
    return pdf.convert_to_pdf(b"x", "a.docx")[1]


def pdf_lama(alat: Alat) -> Daftar:
    """Let LibreOffice take for ever."""
    alat.ganti.setattr(pdf, "find_libreoffice", lambda: Path("soffice"))
    alat.ganti.setattr(pdf, "_run", lambda *_isi: None)
    return pdf.convert_to_pdf(b"x", "a.docx")[1]


def pdf_gagal(alat: Alat) -> Daftar:
    """Let LibreOffice end well without a PDF."""
    alat.ganti.setattr(pdf, "find_libreoffice", lambda: Path("soffice"))
    alat.ganti.setattr(pdf, "_run", lambda *_isi: 0)
    return pdf.convert_to_pdf(b"x", "a.docx")[1]


TABEL |= {"pdf-tanpa-libreoffice": pdf_tanpa, "pdf-terlalu-lama": pdf_lama, "pdf-gagal": pdf_gagal}


@pytest.fixture
def alat(contoh, kebun, bahan, tmp_path, monkeypatch):  # noqa: F811 - fixtures of the other tests
    return Alat(contoh, kebun, bahan, tmp_path, monkeypatch)


def test_every_code_of_the_catalogue_stands_in_the_table_and_no_other():
    tanpa_pemicu = sorted(set(katalog()) - set(TABEL))
    assert tanpa_pemicu == [], "sow it by a `jenis(...)` of test_cacat_tersemai.py, or bring it about in TABEL"
    assert sorted(set(TABEL) - set(katalog())) == [], "the catalogue has no words for it"


@pytest.mark.one_in(40)
@pytest.mark.parametrize("kode", sorted(TABEL))
def test_a_code_is_triggered_from_outside_and_put_into_whole_sentences(kode, alat):
    ditemukan = [t for t in TABEL[kode](alat) if t.kode == kode]
    assert ditemukan
    terbaca, pesan = jelaskan(ditemukan[0]), katalog()[kode]
    assert isinstance(pesan.tingkat, Tingkat)
    assert terbaca.judul
    assert pesan.contoh
    for kalimat in (terbaca.pesan, terbaca.perbaikan):
        assert kalimat.strip() == kalimat != ""
        assert "“”" not in kalimat, kalimat  # a parameter that came empty
        assert "None" not in kalimat


def test_every_code_has_its_line_in_the_documentation():
    halaman = (Path(__file__).parents[2] / "docs" / "katalog-temuan.md").read_text(encoding="utf-8")
    assert [kode for kode in katalog() if f"`{kode}`" not in halaman] == []
