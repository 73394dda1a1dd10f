"""96 broken templates, 12 kinds of fault in 8 templates each: all faults are found, in one run, at their place.

What is expected is counted from the text of the templates alone, without the program's own counting.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from rakitan import dokumen, kotak

from lakip_gen.laporan.pandangan import LaporanPandangan
from lakip_gen.word.inspect.check import check_template
from lakip_gen.word.template.open import open_template

Blok = str | list[list[str]]
"""A paragraph (`# ` begins a heading) or the rows of a table."""


@dataclass
class Cacat:
    """Blocks that bring in one kind of fault, and where each is to be told: block, and row and column in a table."""

    daftar_blok: list[Blok]
    harapan: list[tuple[str, int, int, int]]
    bagian: dict[str, str] = field(default_factory=dict)
    di_bagian: list[tuple[str, str]] = field(default_factory=list)
    tambahan: frozenset[str] = frozenset()
    """Codes that may come along, because one fault brings forth another."""


SASARAN: list[Blok] = [
    "# Sasaran",
    "{%p for sasaran in daftar_sasaran %}",
    "Sasaran {{ sasaran.nomor }}: {{ sasaran.nama }} mencapai {{ sasaran.rerata }} persen.",
    [
        ["No", "Indikator", "Capaian"],
        ["{%tr for indikator in sasaran.daftar_indikator %}", "", ""],
        ["{{ loop.index }}", "{{ indikator.nama }} ({{ indikator.satuan }})", "{{ indikator.capaian }}"],
        ["{%tr endfor %}", "", ""],
    ],
    "{%p endfor %}",
]
DASAR: tuple[list[Blok], ...] = (
    ["# Pendahuluan", "{{ instansi.nama }} pada {{ periode.nama }}", *SASARAN],
    [*SASARAN, "# Penutup", "{{ instansi.tempat }}, {{ tanggal }}", "{{ instansi.kepala.nama }}"],
    [
        "Pembuka tanpa judul",
        [["Instansi", "{{ instansi.nama }}"], ["Kontak", "{{ instansi.kontak }}"]],
        "# Anggaran",
        [
            ["Uraian", "Pagu", "Serapan"],
            ["{%tr for baris in daftar_anggaran if baris.adalah_program %}", "", ""],
            ["{{ baris.uraian }}", "{{ baris.pagu }}", "{{ baris.serapan }}"],
            ["{%tr else %}", "", ""],
            ["belum ada anggaran", "", ""],
            ["{%tr endfor %}", "", ""],
        ],
        "Pagu {{ anggaran.pagu }}, serapan {% if anggaran.serapan.ada %}{{ anggaran.serapan }}{% else %}-{% endif %}",
    ],
    [
        "# Ikhtisar",
        "{%p for kalimat in ringkasan.daftar_kalimat %}",
        "{{ kalimat }}",
        "{%p endfor %}",
        "# Narasi",
        "{%p if narasi.gambaran_umum %}",
        "{% for satu in narasi.gambaran_umum %}{{ satu }}{% if not loop.last %} {% endif %}{% endfor %}",
        "{%p endif %}",
    ],
    [
        "# Tindak lanjut",
        [
            ["Unit", "Tindak lanjut"],
            ["{%tr for baris in daftar_tindak_lanjut %}", ""],
            ["{{ baris.unit }}", "{{ baris.tindak_lanjut }} ({{ baris.pic }})"],
            ["{%tr endfor %}", ""],
        ],
        "{% set banyak = ringkasan.banyak_indikator %}Ada {{ banyak }} indikator.",
    ],
    [
        "Surat pengantar {{ instansi.pemerintah|upper }}",
        "# Predikat",
        "{% for baris in ringkasan.daftar_predikat %}{{ baris.predikat }}: {{ baris.terbilang }}; {% endfor %}",
        [["{{ periode.tahun }}", "{{ ringkasan.predikat }}"]],
        "{# catatan penyusun #}",
    ],
    [
        "# Rencana aksi",
        [
            ["Kegiatan", "Hasil"],
            ["{%tr for aksi in daftar_aksi %}", ""],
            ["{%tr if aksi.status == 'selesai' %}", ""],
            ["{{ aksi.kegiatan }}", "{{ aksi.hasil }}"],
            ["{%tr endif %}", ""],
            ["{%tr endfor %}", ""],
        ],
        "# Lampiran",
        "{{ dasar_skala }} dan {{ rumus_turun }}",
    ],
    [
        "# Analisis",
        "{%p for sasaran in daftar_sasaran %}{%p for indikator in sasaran.daftar_indikator %}",
        "{%p for analisis in indikator.daftar_analisis %}",
        "{% if analisis.ada_penjelasan %}{{ analisis.unit }}: {{ analisis.penjelasan }}{% endif %}",
        "{%p endfor %}",
        "{{ indikator.kalimat }}",
        "{%p endfor %}{%p endfor %}",
    ],
)


def _nama_salah(nomor: int) -> Cacat:
    salah = (
        "instansi.nma",
        "instasi.nama",
        "periode.nama_pndek",
        "ringkasan.banyak",
        "anggaran.pag",
        "tangal",
        "narasi.isu",
        "rumus_naik",
    )
    return Cacat([f"Kata {{{{ {salah[nomor]} }}}}."], [("templat-nama-tak-dikenal", 0, 0, 0)])


def _nama_salah_di_tabel(nomor: int) -> Cacat:
    salah = ["nma", "nomer", "indikator.nama", "daftar_indikatr", "rerta", "predkat", "kalimt", "efisensi"][nomor]
    baris = [["{%tr for s in daftar_sasaran %}", ""], ["{{ s.nama }}", f"{{{{ s.{salah} }}}}"], ["{%tr endfor %}", ""]]
    return Cacat([[["a", "b"], *baris]], [("templat-nama-tak-dikenal", 0, 3, 2)])


def _tak_ditutup(nomor: int) -> Cacat:
    salah = (
        "{{ tanggal",
        "{{ tanggal }",
        "{% if tanggal",
        "{{ tanggal %}",
        "{# catatan",
        "{%p if tanggal }",
        "{{",
        "{%",
    )
    return Cacat([f"Teks {salah[nomor]}"], [("templat-tag-tak-ditutup", 0, 0, 0)])


def _blok_tak_ditutup(nomor: int) -> Cacat:
    if nomor % 2:
        pembuka = ("if tanggal", "for s in daftar_sasaran")[nomor // 2 % 2]
        tabel: Blok = [["a", "b"], [f"{{%tr {pembuka} %}}", ""], ["c", "d"]]
        return Cacat([tabel], [("templat-blok-tak-ditutup", 0, 2, 1)])
    pembuka = (
        "{% if tanggal %}ya",
        "{%p for s in daftar_sasaran %}",
        "{%p if tanggal %}",
        "{% for s in daftar_aksi %}x",
    )
    return Cacat([pembuka[nomor // 2], "lanjutan"], [("templat-blok-tak-ditutup", 0, 0, 0)])


def _tanpa_pembuka(nomor: int) -> Cacat:
    penutup = ("{% endif %}", "{%p endfor %}", "{%p endif %}", "x {% endfor %}")[nomor % 4]
    if nomor > 3:
        tabel: Blok = [["a", "b"], [f"{{%tr {('endif', 'endfor')[nomor % 2]} %}}", ""], ["c", "d"]]
        return Cacat([tabel], [("templat-penutup-tanpa-pembuka", 0, 2, 1)])
    return Cacat([penutup], [("templat-penutup-tanpa-pembuka", 0, 0, 0)])


def _bersilang(nomor: int) -> Cacat:
    if nomor % 2:
        isi = ["{%p for s in daftar_sasaran %}", "{%p if tanggal %}", "x", "{%p endfor %}", "{%p endif %}"]
        return Cacat(list(isi), [("templat-blok-bersilang", 4, 0, 0)])
    luar, dalam = (("for s in daftar_aksi", "if tanggal"), ("if tanggal", "for s in daftar_aksi"))[nomor // 2 % 2]
    kata = (luar.split()[0], dalam.split()[0])
    teks = f"{{% {luar} %}}a{{% {dalam} %}}b{{% end{kata[0]} %}}c{{% end{kata[1]} %}}"
    return Cacat([teks], [("templat-blok-bersilang", 0, 0, 0)])


def _saringan(nomor: int) -> Cacat:
    salah = (
        "{{ tanggal|uper }}",
        "{{ tanggal|xmlattr }}",
        "{{ tanggal|rupiah }}",
        "{{ daftar_aksi|map(attribute='kode')|gabung }}",
        "{{ tanggal|tojson }}",
        "{{ tanggal|indent(4) }}",
        "{% if tanggal is kosong %}x{% endif %}",
        "{% if anggaran.pagu.nilai is positif %}x{% endif %}",
    )[nomor]
    kode = "templat-uji-tak-dikenal" if nomor > 5 else "templat-filter-tak-dikenal"
    return Cacat([salah], [(kode, 0, 0, 0)])


def _aras(nomor: int) -> Cacat:
    if nomor % 4 == 0:
        return Cacat(["{%tr if tanggal %}"], [("templat-di-luar-tabel", 0, 0, 0)], tambahan=frozenset({_TAK_TUTUP}))
    if nomor % 4 == 1:
        return Cacat(["Catatan: {%p if tanggal %}", "{%p endif %}"], [("templat-isi-hilang", 0, 0, 0)])
    if nomor % 4 == 2:
        tabel: Blok = [["{%tr if tanggal %}", "tertinggal"], ["c", "d"], ["{%tr endif %}", ""]]
        return Cacat([tabel], [("templat-isi-hilang", 0, 1, 1)])
    tabel = [["a", "b"], ["{%tr if tanggal %}", ""], ["c", "d"]]
    return Cacat([tabel, "{%p endif %}"], [("templat-aras-beda", 1, 0, 0)])


_TAK_TUTUP = "templat-blok-tak-ditutup"


def _lintas(nomor: int) -> Cacat:
    match nomor % 4:
        case 0:
            return Cacat(["{% if tanggal %}a", "b", "{% endif %}"], [("templat-blok-lintas-paragraf", 2, 0, 0)])
        case 1:
            tabel: Blok = [["a", "b"], ["{% for s in daftar_aksi %}c", "d{% endfor %}"]]
            return Cacat([tabel], [("templat-blok-lintas-sel", 0, 2, 2)])
        case 2:
            tabel = [["{%tc if tanggal %}", "b"], ["c", "{%tc endif %}"]]
            return Cacat([tabel], [("templat-blok-lintas-baris", 0, 2, 2)])
    satu: Blok = [["{%tr if tanggal %}"], ["c"]]
    dua: Blok = [["d"], ["{%tr endif %}"]]
    return Cacat([satu, "antara", dua], [("templat-blok-lintas-tabel", 2, 2, 1)])


def _tepi_halaman(nomor: int) -> Cacat:
    sisi, label = (("kepala", "kepala halaman"), ("kaki", "kaki halaman"))[nomor % 2]
    teks, kode = (
        ("{{ instansi.nma }}", "templat-nama-tak-dikenal"),
        ("Halaman {{ periode.nama", "templat-tag-tak-ditutup"),
        ("{% if tanggal %}x", _TAK_TUTUP),
        ("{{ daftar_sasaran }}", "templat-daftar-dicetak"),
    )[nomor // 2]
    return Cacat([], [], {sisi: f"{{{{ tanggal }}}}\n{teks}"}, [(kode, f"{label}, paragraf 2")])


def _catatan_dan_kotak(nomor: int) -> Cacat:
    salah, kode = (
        ("{{ instansi.nma }}", "templat-nama-tak-dikenal"),
        ("{{ tanggal|uper }}", "templat-filter-tak-dikenal"),
        ("{{ instansi }}", "templat-objek-dicetak"),
        ("{{ tanggal", "templat-tag-tak-ditutup"),
    )[nomor // 2]
    if nomor % 2:
        teks = f"Sumber: {salah}"
        return Cacat([], [], {"catatan": teks}, [(kode, "catatan kaki, nomor 2, paragraf 1")])
    return Cacat([kotak(salah)], [(kode, 0, -1, -1)])


def _isi_salah(nomor: int) -> Cacat:
    salah, kode = (
        ("{{ daftar sasaran }}", "templat-ungkapan-salah"),
        ("{% if tanggal = 'x' %}a{% endif %}", "templat-ungkapan-salah"),
        ("{% foreach s in daftar_sasaran %}", "templat-perintah-tak-dikenal"),
        ("{% macro a() %}", "templat-perintah-ditolak"),
        ("{{ instansi.kepala }}", "templat-objek-dicetak"),
        ("{{ daftar_sasaran.nama }}", "templat-daftar-bukan-satu"),
        ("{{ }}", "templat-tag-kosong"),
        ("{{ tanggal ~ }}", "templat-ungkapan-salah"),
    )[nomor]
    return Cacat([salah], [(kode, 0, 0, 0)])


JENIS = (
    _nama_salah,
    _nama_salah_di_tabel,
    _tak_ditutup,
    _blok_tak_ditutup,
    _tanpa_pembuka,
    _bersilang,
    _saringan,
    _aras,
    _lintas,
    _tepi_halaman,
    _catatan_dan_kotak,
    _isi_salah,
)
KASUS = [(jenis, nomor) for jenis in JENIS for nomor in range(len(DASAR))]
PENUTUP = "Diketahui {{ instansi.kepla.nama }}"
"""A second fault, at the end of every broken template."""


def naskah(daftar_blok: list[Blok]) -> str:
    """Return blocks in the small language."""
    return "\n".join(
        blok if isinstance(blok, str) else "\n".join(f"| {' | '.join(baris)} |" for baris in blok)
        for blok in daftar_blok
    )


def letak(daftar_blok: list[Blok], nomor: int, baris: int, kolom: int) -> str:
    """Return where a block stands, counted by hand; a paragraph that only holds a text box counts as empty."""
    judul = [blok for blok in daftar_blok[:nomor] if isinstance(blok, str) and blok.startswith("# ")]
    paragraf = 1 + sum(isinstance(blok, str) and not blok.startswith("<") for blok in daftar_blok[:nomor])
    tabel = sum(not isinstance(blok, str) for blok in daftar_blok[: nomor + 1])
    tempat = f"tabel {tabel}, baris {baris}, kolom {kolom}" if baris > 0 else f"paragraf {paragraf}"
    di_bawah = f"di bawah judul “{judul[-1][2:]}”, " if judul else ""
    return f"isi dokumen, {di_bawah}{tempat}{', kotak teks' if baris < 0 else ''}"


def rusakkan(jenis, nomor) -> tuple[str, dict[str, str], set[tuple[str, str]], frozenset[str]]:
    """Return a broken template, its other parts, the faults to be found and the codes that may come along."""
    cacat, dasar = jenis(nomor), DASAR[nomor]
    sela = [n for n in range(len(dasar) + 1) if not _terbuka(dasar[:n])]
    awal = sela[(nomor + JENIS.index(jenis)) % len(sela)]
    if any(isinstance(blok, list) for blok in cacat.daftar_blok):  # Word makes one of tables that touch
        cacat.daftar_blok.append("Sesudah tabel")
        cacat.daftar_blok.insert(0, "Sebelum tabel")
        cacat.harapan = [(kode, blok + 1, *sel) for kode, blok, *sel in cacat.harapan]
    semua = [*dasar[:awal], *cacat.daftar_blok, *dasar[awal:], PENUTUP]
    harapan = {(kode, letak(semua, awal + blok, baris, kolom)) for kode, blok, baris, kolom in cacat.harapan}
    harapan |= {*cacat.di_bagian, ("templat-nama-tak-dikenal", letak(semua, len(semua) - 1, 0, 0))}
    return naskah(semua), cacat.bagian, harapan, cacat.tambahan


def _terbuka(daftar_blok: list[Blok]) -> bool:
    """Return whether a loop or condition around paragraphs is open."""
    teks = " ".join(blok for blok in daftar_blok if isinstance(blok, str))
    return teks.count("{%p for") + teks.count("{%p if") > teks.count("{%p end")


def temukan(teks: str, bagian: dict[str, str]) -> list[tuple[str, str]]:
    templat, daftar_temuan = open_template(dokumen(teks, **bagian), "templat.docx")
    assert templat is not None, daftar_temuan
    return [(satu.kode, satu.asal.lembar) for satu in check_template(templat, LaporanPandangan)]


@pytest.mark.parametrize(("jenis", "nomor"), KASUS)
def test_all_faults_of_a_broken_template_are_found_and_no_others(jenis, nomor):
    teks, bagian, harapan, tambahan = rusakkan(jenis, nomor)
    ditemukan = temukan(teks, bagian)
    assert sorted({kode for kode, _ in ditemukan} - tambahan) == sorted({kode for kode, _ in harapan} - tambahan)
    assert len([kode for kode, _ in ditemukan if kode not in tambahan]) == len(harapan)


def test_places_are_right_in_at_least_98_of_100():
    benar = semua = 0
    for jenis, nomor in KASUS:
        teks, bagian, harapan, _ = rusakkan(jenis, nomor)
        benar += len(harapan & set(temukan(teks, bagian)))
        semua += len(harapan)
    assert len(KASUS) == 96
    assert semua == 192
    assert benar / semua >= 0.98


def _terpotong(teks: str, tiap: int) -> str:
    """Cut the runs of a template after every few letters."""
    awal = len(teks) - len(teks.removeprefix("# "))
    return teks[:awal] + "¦".join(teks[n : n + tiap] for n in range(awal, len(teks), tiap))


def _ubah(daftar_blok: list[Blok], ubah) -> list[Blok]:
    return [
        ubah(blok) if isinstance(blok, str) else [[ubah(sel) for sel in baris] for baris in blok]
        for blok in daftar_blok
    ]


BAIK = [
    *(naskah(dasar) for dasar in DASAR),
    *(naskah(_ubah(dasar, lambda teks, tiap=n + 2: _terpotong(teks, tiap))) for n, dasar in enumerate(DASAR)),
    *(naskah(_ubah(dasar, lambda teks: teks.replace("'", "’").replace(" in ", "\u00a0in\u00a0"))) for dasar in DASAR),
]


@pytest.mark.parametrize("teks", BAIK)
def test_a_good_template_has_no_finding(teks):
    assert temukan(teks, {"kepala": "{{ instansi.nama }}", "kaki": "{{ periode.nama }}"}) == []


def test_there_are_24_good_ones():
    assert len(set(BAIK)) == 24
