"""The annexes of the year's report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lakip_gen.laporan.e81 import DAFTAR_KOLOM
from lakip_gen.laporan.penutup_e81 import KOLOM_DIRATA
from lakip_gen.templat_bawaan import blok, halaman
from lakip_gen.templat_bawaan.gaya import SAMAR
from lakip_gen.templat_bawaan.halaman import Letak
from lakip_gen.templat_bawaan.tabel import KANAN, KEPALA_SEMPIT, KIRI_SEMPIT, SEMPIT, TENGAH, Kolom, Sel, Tabel, layout
from lakip_gen.templat_bawaan.unsur import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.oxml.xmlchemy import BaseOxmlElement

    from lakip_gen.templat_bawaan.naskah import Naskah

_DEPAN: Final = "JudulDepan"
_TAHUN: Final = {"tahun": "{{ periode.tahun }}", "lalu": "{{ periode.tahun - 1 }}"}


_BERLAKU: Final = (
    "Target yang dicetak adalah target yang berlaku pada akhir tahun."
    "{% if daftar_perubahan %} Target dan pagu murni disandingkan dengan perubahannya pada Bab II.{% endif %}"
)


def susun(naskah: Naskah) -> None:
    """Append all annexes."""
    naskah.paragraph(f"Lampiran 1\n{blok.PERJANJIAN}", _DEPAN)
    perjanjian(naskah)
    for letak, judul, isi in (
        (Letak.TEGAK, "Lampiran 2\nRencana Aksi dan Pelaksanaannya", blok.rencana_aksi),
        (Letak.MENDATAR, "Lampiran 3\nPengukuran Kinerja", _pengukuran),
        (Letak.LEBAR, "Lampiran 4\nEvaluasi Hasil Renja (Formulir E.81)", _e81),
        (Letak.TEGAK, "Lampiran 5\nData yang Disampaikan Unit Kerja", _sumber_data),
    ):
        naskah.section(letak)
        halaman.number_pages(naskah.document, "decimal")
        naskah.paragraph(judul, _DEPAN)
        isi(naskah)
    naskah.paragraph("Lampiran 6\nLaporan Unit Kerja", _DEPAN)
    blok.kelengkapan(naskah)
    naskah.paragraph("Lampiran 7\nCatatan Triwulanan Unit Kerja", _DEPAN)
    with naskah.loop("sasaran", "daftar_sasaran", tabel=1, kosong="Belum ada sasaran."):
        blok.catatan(naskah, "Catatan triwulanan sasaran {{ sasaran.nomor }}")


def perjanjian(naskah: Naskah, catatan: str = _BERLAKU) -> None:
    """Append the statement that both parties sign, and its own annex on a new page.

    Args:
        naskah: The template.
        catatan: What stands under the targets of the annex.
    """
    naskah.paragraph(f"{blok.PERJANJIAN} Tahun {{{{ periode.tahun }}}}", "TengahTebal")
    naskah.paragraph(
        "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan, dan akuntabel serta berorientasi "
        "pada hasil, kami yang bertanda tangan di bawah ini:"
    )
    _pihak(naskah, "instansi.kepala", "selanjutnya disebut pihak pertama")
    _pihak(naskah, "instansi.kepala_daerah", "selaku atasan pihak pertama, selanjutnya disebut pihak kedua")
    for alinea in (
        (
            "Pihak pertama berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, "
            "dalam rangka mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen "
            "perencanaan. "
            "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
        ),
        (
            "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian "
            "kinerja dari perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan "
            "sanksi."
        ),
    ):
        naskah.paragraph(alinea, "Alinea")
    _tanda_tangan_pihak(naskah)
    _lampiran_perjanjian(naskah, catatan)
    _tanda_tangan_pihak(naskah)


def _tanda_tangan_pihak(naskah: Naskah) -> None:
    """Append what both parties sign, side by side over the width of the page."""
    tempat = [[paragraph("", "TandaTengah")], [paragraph("{{ instansi.tempat }}, ……………………", "TempatTengah")]]
    pihak = {"Pihak Kedua": "instansi.kepala_daerah", "Pihak Pertama": "instansi.kepala"}
    jabatan = [list(_jabatan(sebutan, pejabat)) for sebutan, pejabat in pihak.items()]
    # a head of government has neither rank nor NIP: no dots ask for them
    diketahui = "'…' not in instansi.kepala_daerah.{isi}"
    nama = [list(_nama("instansi.kepala_daerah", diketahui)), list(_nama("instansi.kepala"))]
    sisi = halaman.kertas(naskah.letak, naskah.ukuran).isi / 2
    naskah.append(layout(tempat, jabatan, nama, lebar=(sisi, sisi), gaya="TableNormal", rata="top"))


def _pihak(naskah: Naskah, pejabat: str, sebutan: str) -> None:
    naskah.paragraph(f"Nama\t: {{{{ {pejabat}.nama }}}}", "Pihak")
    naskah.paragraph(f"Jabatan\t: {{{{ {pejabat}.jabatan }}}}", "Pihak")
    naskah.paragraph(f"{sebutan}.")


def _jabatan(pihak: str, pejabat: str) -> Iterator[BaseOxmlElement]:
    yield paragraph(f"{pihak},", "TandaTengah")
    yield paragraph(f"{{{{ {pejabat}.jabatan }}}}", "TandaTengah")


def _nama(pejabat: str, syarat: str = "") -> Iterator[BaseOxmlElement]:
    yield paragraph(f"{{{{ {pejabat}.nama }}}}", "NamaTengah")
    for isi, awal in (("pangkat", ""), ("nip", "NIP ")):
        teks = f"{awal}{{{{ {pejabat}.{isi} }}}}"
        yield paragraph(f"{{% if {syarat.format(isi=isi)} %}}{teks}{{% endif %}}" if syarat else teks, "TandaTengah")


def _lampiran_perjanjian(naskah: Naskah, catatan: str) -> None:
    """Append the annex of the contract: what is promised, quarter by quarter, and the money for it."""
    daftar_kolom = (
        Kolom("No", 0.9, "{{ sasaran.nomor }}", TENGAH),
        Kolom("Sasaran strategis", 5.9, "{{ sasaran.nama }}"),
        Kolom("Indikator kinerja", 6.3, "{{ indikator.nomor }} {{ indikator.nama }}"),
        Kolom("Satuan", 2.1, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target {{ periode.tahun }}", 2.1, "{{ indikator.target_tahun }}", KANAN),
        *(
            Kolom(f"Target {nama}", 2.1, _butir_ke("indikator.daftar_triwulan", urutan, ".target"), KANAN)
            for urutan, nama in enumerate(("TW I", "TW II", "TW III", "TW IV"))
        ),
    )
    naskah.section(Letak.MENDATAR)
    halaman.number_pages(naskah.document, "decimal")
    naskah.paragraph(f"Lampiran {blok.PERJANJIAN} Tahun {{{{ periode.tahun }}}}", "TengahTebal")
    kosong = "{{ sasaran.nomor }}. {{ sasaran.nama }}"
    keterangan = f"Sasaran, indikator, dan target {blok.PERJANJIAN} Tahun {{{{ periode.tahun }}}}"
    with (
        naskah.table(keterangan, daftar_kolom, catatan) as tabel,
        tabel.loop(*blok.SASARAN),
        tabel.loop(blok.INDIKATOR[0], kosong),
    ):
        tabel.group(2)
    _program(naskah)


def _program(naskah: Naskah) -> None:
    daftar_kolom = (
        Kolom("Kode", 3.0, "{{ baris.kode }}"),
        Kolom("Program (kegiatan)", 13.6, "{{ baris.uraian }}"),
        Kolom("Anggaran (Rp)", 4.0, "{{ baris.pagu }}", KANAN),
        Kolom("Keterangan", 5.1, ""),
    )
    with naskah.table("Program, kegiatan, dan anggaran Tahun {{ periode.tahun }}", daftar_kolom) as tabel:
        sumber = "baris in daftar_anggaran if not baris.adalah_subkegiatan"
        with tabel.loop(sumber, "Belum ada program yang dicatat."):
            blok.anggaran_per_tingkat(tabel)
        tabel.total(Sel("Jumlah", 2), Sel("{{ anggaran.pagu }}", gaya=KANAN), Sel("", gaya=KANAN))


def _pengukuran(naskah: Naskah) -> None:
    """Append how each figure of the report came about."""
    daftar_kolom = (
        Kolom("No", 1.1, "{{ indikator.nomor }}", TENGAH),
        Kolom("Indikator, rumus realisasi, sumber data, dan unit pengisi", 11.2, _ASAL_UKURAN),
        Kolom("Satuan", 2.0, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target", 2.2, "{{ indikator.target_tahun }}", KANAN),
        Kolom("Realisasi", 2.4, "{{ indikator.realisasi_kini }}", KANAN),
        blok.capaian("{{ indikator.capaian_tahun }}"),
        Kolom("Rumus capaian", 3.1, "{{ indikator.rumus_capaian }}"),
        Kolom("Cara gabung", 1.8, "{{ indikator.cara_gabung }}", TENGAH),
    )
    keterangan = "Pengukuran kinerja Tahun {{ periode.tahun }}"
    with naskah.table(keterangan, daftar_kolom) as tabel, tabel.loop(*blok.SASARAN):
        tabel.band("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}")
        with tabel.loop(*blok.INDIKATOR):
            tabel.row()
    naskah.paragraph("T = target, R = realisasi. Skala predikat: {{ dasar_skala }}", "Catatan")


_ASAL_UKURAN: Final = (
    "**{{ indikator.nama }}**\n{%p if indikator.definisi %}\n{{ indikator.definisi }}\n{%p endif %}\n"
    "{%p if indikator.rumus != '–' %}\nRumus: {{ indikator.rumus }}\n{%p endif %}\n"
    "{%p if indikator.sumber_data != '–' %}\nSumber data: {{ indikator.sumber_data }}\n{%p endif %}\n"
    "Unit pengisi: {{ indikator.daftar_unit }}"
)
"""An indicator and where its figure comes from: in one wide cell, for in columns of their own these texts are tall."""


def _e81(naskah: Naskah) -> None:
    """Append the form: its head, a band for each sasaran, K and Rp side by side, and what stands under them."""
    for teks in (
        "Evaluasi terhadap Hasil Renja {{ instansi.nama }}, {{ instansi.pemerintah }}",
        "Periode pelaksanaan: {{ periode.nama }}; periode Renstra: {{ penutup_e81.periode_renstra }}",
    ):
        naskah.paragraph(teks, "TengahTebal")
    daftar_kolom = tuple(_daftar_kolom_e81())
    judul = "Evaluasi hasil Renja Tahun {{ periode.tahun }} (Formulir E.81)"
    with naskah.table(judul, daftar_kolom, kepala=_kepala_e81()) as tabel:
        with tabel.loop("baris in daftar_e81", "Belum ada sasaran."):
            tabel.tag("if baris.adalah_sasaran")
            nama = Sel("**{{ baris.uraian }}**", len(daftar_kolom) - 1, "TabelGolongan")
            tabel.line(Sel("{{ baris.nomor }}", gaya="TabelGolongan"), nama, dasar=SAMAR)
            tabel.tag("elif baris.adalah_jumlah")
            tabel.row(dasar=SAMAR, tebal=True)
            tabel.tag("else")
            tabel.row()
            tabel.tag("endif")
        _penutup_e81(tabel)
    naskah.paragraph(
        "K = kinerja dalam satuan indikatornya, Rp = anggaran. Kolom 13 K = kolom 6 + kolom 12 bila target Renstra "
        "kumulatif, kolom 12 bila tahunan. Kolom 14 = kolom 13 / kolom 5; untuk K menurut rumus capaian indikatornya. "
        "Tanda – berarti tidak diketahui atau tidak dapat dihitung; sebabnya ada di kolom 16. Sel triwulan yang kosong "
        "berarti belum waktunya dilaporkan.",
        "CatatanRapat",
    )
    _pengesahan_e81(naskah)


def _daftar_kolom_e81() -> Iterator[Kolom]:
    urutan = 0
    for kolom in DAFTAR_KOLOM:
        if not kolom.nilai:
            # column 2 holds the sasaran, which stands on a row of its own over all columns
            isi = "" if kolom.teks == "sasaran" else f"{{{{ baris.{kolom.teks} }}}}"
            yield Kolom(kolom.judul, kolom.lebar_cm[0], isi, KIRI_SEMPIT)
            continue
        for daftar, lebar in zip(("daftar_k", "daftar_rp"), kolom.lebar_cm, strict=True):
            isi = f"{{{{ baris.{daftar}[{urutan}] if baris.{daftar}|length > {urutan} else '' }}}}"
            yield Kolom(kolom.judul, lebar, isi, SEMPIT)
        urutan += 1


def _kepala_e81() -> tuple[tuple[Sel, ...], ...]:
    """Return the head of the form: titles, numbers, and K and Rp under each of the columns that have both."""
    judul = tuple((kolom.judul.format(**_TAHUN), len(kolom.lebar_cm)) for kolom in DAFTAR_KOLOM)
    nomor = tuple((str(kolom.nomor), len(kolom.lebar_cm)) for kolom in DAFTAR_KOLOM)
    pasangan = tuple((nama, 1) for kolom in DAFTAR_KOLOM for nama in (("K", "Rp") if kolom.nilai else ("",)))
    judul_baris = (judul, nomor, pasangan)
    return tuple(tuple(Sel(teks, rentang, KEPALA_SEMPIT) for teks, rentang in baris) for baris in judul_baris)


def _penutup_e81(tabel: Tabel) -> None:
    """Append the rows under the form: the means of the columns, their predicates, and the texts."""
    depan = sum(len(kolom.lebar_cm) for kolom in DAFTAR_KOLOM if kolom.nomor < KOLOM_DIRATA[0].nomor)
    belakang = sum(len(kolom.lebar_cm) for kolom in DAFTAR_KOLOM if kolom.nomor > KOLOM_DIRATA[-1].nomor)
    sementara = "sementara: masih ada angka yang diminta dan belum dilaporkan lengkap"
    for judul, daftar, catatan in (
        ("Rata-rata capaian kinerja (%)", "daftar_rerata", "{{ penutup_e81.keterangan_rerata }}"),
        (
            "Predikat kinerja",
            "daftar_predikat",
            f"{{% if 'sementara' in penutup_e81.daftar_predikat %}}{sementara}{{% endif %}}",
        ),
    ):
        tabel.line(
            Sel(f"**{judul}**", depan, KIRI_SEMPIT),
            *(Sel(_butir_ke(f"penutup_e81.{daftar}", n, kosong=""), gaya=SEMPIT) for n in range(2 * len(KOLOM_DIRATA))),
            Sel(catatan, belakang, KIRI_SEMPIT),
            dasar=SAMAR,
        )
    with tabel.loop("uraian in penutup_e81.daftar_uraian"):
        teks = "{%p for teks in uraian.daftar_teks %}\n{{ teks }}\n{%p endfor %}"
        tabel.line(Sel(f"**{{{{ uraian.judul }}}}:**\n{teks}", len(tabel.daftar_kolom), KIRI_SEMPIT))


def _pengesahan_e81(naskah: Naskah) -> None:
    """Append who made the form and who evaluates the Renja, side by side."""
    pihak = {"Disusun": "instansi.kepala", "Dievaluasi": "instansi.penilai"}
    tempat = [[paragraph("{{ instansi.tempat }}, ……………………", "TempatTengah")] for _ in pihak]
    jabatan = [list(_jabatan(sebutan, pejabat)) for sebutan, pejabat in pihak.items()]
    nama = [list(_nama(pejabat)) for pejabat in pihak.values()]
    naskah.append(layout(tempat, jabatan, nama, lebar=(20.0, 20.0), gaya="TableNormal", rata="top"))


def _butir_ke(daftar: str, urutan: int, medan: str = "", kosong: str = "–") -> str:
    """Return what prints one member of a list, or a dash where the list is shorter."""
    return f"{{{{ {daftar}[{urutan}]{medan} if {daftar}|length > {urutan} else '{kosong}' }}}}"


def _sumber_data(naskah: Naskah) -> None:
    """Append what each unit reported in each quarter; the cells they were typed in stand in the rekap."""
    daftar_kolom = (
        Kolom("Unit kerja", 6.6, "{{ sumber.unit }}"),
        Kolom(
            "Angka menurut triwulan",
            9.9,
            "{% for asal in sumber.daftar_asal %}{{ asal.periode }}: {{ asal.nilai }}"
            "{% if not loop.last %}; {% endif %}{% endfor %}",
        ),
    )
    judul = "Angka yang disampaikan unit kerja"
    with naskah.table(judul, daftar_kolom) as tabel, tabel.loop(*blok.SASARAN), tabel.loop(*blok.INDIKATOR):
        tabel.band("{{ indikator.nomor }} {{ indikator.nama }} ({{ indikator.satuan }})")
        with tabel.loop("sumber in indikator.daftar_sumber", "Belum ada unit pengisi."):
            tabel.row()
