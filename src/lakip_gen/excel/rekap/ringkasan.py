"""The sheet Ringkasan: one page that a Kepala reads, with what its figures stand on."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lakip_gen.domain.aturan import Aturan, RumusTurun, TargetRasio
from lakip_gen.domain.capaian import RUMUS_RASIO, RUMUS_SELISIH
from lakip_gen.domain.ketelitian import desimal_capaian, desimal_persen
from lakip_gen.domain.penerimaan import StatusUnit
from lakip_gen.domain.rerata import SEBUTAN_INSTANSI, SEBUTAN_SASARAN
from lakip_gen.excel.cells import GREY, Cell, decimal_places, group_row, number_cell, plain_cell, predikat_cell
from lakip_gen.excel.table import write_headers, write_row, write_title
from lakip_gen.excel.workbook import COLOURS, Workbook, write_value
from lakip_gen.laporan.sajian import efisiensi_sajian, isi_hasil, jumlah_predikat
from lakip_gen.pesan import bahasa
from lakip_gen.pesan.kelompok import hitung

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lakip_gen.domain.rekap import Rekap, RekapSasaran
    from lakip_gen.domain.rerata import Rerata
    from lakip_gen.pesan.katalog import TemuanTerbaca

WIDTHS: Final = (9, 50, 18, 17, 11, 17, 17, 17, 10, 32)
"""The least width of every column; all parts of the sheet share them."""
PREDIKAT_HEADERS: Final = ("Mulai dari (%)", "Predikat", "Jumlah indikator", "Bagian dari yang berpredikat (%)")
SASARAN_HEADERS: Final = (
    "Kode",
    "Sasaran",
    "Rata-rata capaian (%)",
    "Indikator yang dinilai",
    "Jumlah indikator",
    "Predikat",
    "Pagu (Rp)",
    "Realisasi (Rp)",
    "Serapan (%)",
    "Efisiensi",
)
ONE_PAGE: Final = 24
"""So many figures and sasaran still fit on one page without becoming too small."""
NO_PREDIKAT: Final = "Belum berpredikat"

Row = tuple[Cell, ...]


def write_summary(book: Workbook, rekap: Rekap, subtitle: str, findings: tuple[TemuanTerbaca, ...]) -> None:
    """Write the sheet: the period in figures, the indicators by predikat, the sasaran one by one, the rules."""
    rules = rekap.induk.aturan
    figures = tuple(_figures(rekap, findings))
    sasaran_rows = [_sasaran_row(sasaran, rules) for sasaran in rekap.daftar_sasaran]
    writer = _SummaryWriter(book, [*(row for row, _ in figures), *sasaran_rows])
    writer.title("Rekapitulasi Kinerja", (subtitle, rekap.induk.instansi.pemerintah))
    writer.figures(figures)
    writer.table(f"Indikator menurut predikat ({rules.dasar_skala})", PREDIKAT_HEADERS, list(_predikat_rows(rekap)))
    writer.table("Sasaran", SASARAN_HEADERS, sasaran_rows)
    writer.sentences("Cara menghitung", _rule_sentences(rules))


class _SummaryWriter:
    """Writes the parts of the sheet under each other."""

    def __init__(self, book: Workbook, rows: Iterable[Row]) -> None:
        self.book = book
        self.ws = book.add_sheet("Ringkasan")
        self.row = 0
        rows = list(rows)
        self.widths = [
            max(smallest, *(row[position].width for row in rows if position < len(row)), 0)
            for position, smallest in enumerate(WIDTHS)
        ]
        for position, width in enumerate(self.widths):
            self.ws.set_column(position, position, width)
        if len(rows) <= ONE_PAGE:
            self.ws.fit_to_pages(1, 1)

    def title(self, title: str, intro: Sequence[str]) -> None:
        """Write the heading of the sheet."""
        self.row = write_title(self.book, self.ws, title, intro)

    def figures(self, entries: Iterable[tuple[Row, str]]) -> None:
        """Write named figures, and beside each what it stands on."""
        note = self.book.style(font_color=GREY, align="left", indent=1)
        for row, text in entries:
            write_row(self.book, self.ws, self.row, row, self.widths[: len(row)])
            write_value(self.ws, self.row, len(row), text, note)
            self.row += 1

    def table(self, title: str, headers: Sequence[str], rows: Sequence[Row]) -> None:
        """Write a table under a heading of its own."""
        self._subheading(title)
        widths = self.widths[: len(headers)]
        self.row = write_headers(self.book, self.ws, self.row, [(text,) for text in headers], widths)
        for row in rows:
            write_row(self.book, self.ws, self.row, row, widths)
            self.row += 1
        if not rows:
            write_value(self.ws, self.row, 0, "Belum ada.", self.book.style(italic=True))
            self.row += 1

    def sentences(self, title: str, entries: Iterable[str]) -> None:
        """Write sentences under a heading of their own."""
        self._subheading(title)
        for text in entries:
            write_value(self.ws, self.row, 0, text, self.book.style())
            self.row += 1

    def _subheading(self, text: str) -> None:
        style = self.book.style(bold=True, font_size=12, font_color=COLOURS["title"])
        write_value(self.ws, self.row + 1, 0, text, style)
        self.row += 2


def _figures(rekap: Rekap, findings: tuple[TemuanTerbaca, ...]) -> Iterator[tuple[Row, str]]:
    anggaran, average, rule = rekap.anggaran, rekap.rerata, SEBUTAN_INSTANSI[rekap.induk.aturan.cara_rata]
    received = sum(status.status is StatusUnit.DITERIMA for status in rekap.daftar_status)
    quarters = bahasa.gabung([period.nama_pendek for period in rekap.periode.daftar_triwulan])
    since = f"1 Januari s.d. {bahasa.tanggal(rekap.periode.akhir)}"
    rated = f"{average.ada} dapat dinilai{average.kurang}"
    yield _named("Periode", plain_cell(rekap.periode.nama, align="right")), f"meliputi {quarters}"
    yield _named("Sasaran", number_cell(len(rekap.daftar_sasaran))), ""
    yield _named("Indikator", number_cell(average.semua)), rated
    yield _named("Rata-rata capaian (%)", _mean_cell(average, rekap.induk.aturan)), f"{rule}; {average.keterangan}"
    yield _named("Predikat", predikat_cell(rekap.pita, provisional=average.belum_tetap)), ""
    yield _named("Pagu (Rp)", number_cell(anggaran.pagu)), "yang berlaku pada akhir periode"
    yield (
        _named("Realisasi anggaran (Rp)", number_cell(isi_hasil(anggaran.realisasi))),
        "; ".join(filter(None, (since, anggaran.realisasi.catatan))),
    )
    yield _named("Serapan (%)", _percent_cell(anggaran.serapan, rekap.induk.aturan)), ""
    yield _named("Formulir diterima", number_cell(received)), f"dari {len(rekap.daftar_status)} formulir"
    yield _named("Temuan", number_cell(len(findings))), str(hitung(findings))


def _mean_cell(mean: Rerata, rules: Aturan) -> Cell:
    decimals = 0 if mean.angka is None else desimal_capaian(mean.angka, rules)
    return number_cell(mean.angka, decimals, bold=True)


def _percent_cell(number: Decimal | None, rules: Aturan) -> Cell:
    return number_cell(number, 0 if number is None else desimal_persen(number, rules))


def _named(name: str, value: Cell) -> Row:
    front = plain_cell(name, bg_color=COLOURS["locked"], text_wrap=False, right=0)
    return front, plain_cell(bg_color=COLOURS["locked"], left=0), value


def _predikat_rows(rekap: Rekap) -> Iterator[Row]:
    """Give how many indicators stand in each band, in percent of those in any; the counts add up to all of them."""
    counts, decimals = jumlah_predikat(rekap), rekap.induk.aturan.desimal_capaian
    judged = sum(count for band, count in counts if band)
    for band, count in counts:
        bound = number_cell(band.batas, decimal_places(band.batas)) if band else number_cell(None)
        word = predikat_cell(band) if band else plain_cell(NO_PREDIKAT, align="center")
        part = Decimal(100 * count) / judged if band and judged else None
        yield bound, word, number_cell(count), number_cell(part, decimals)
    yield group_row(
        0, (plain_cell(), plain_cell("Jumlah", align="center"), number_cell(rekap.rerata.semua), plain_cell())
    )


def _sasaran_row(sasaran: RekapSasaran, rules: Aturan) -> Row:
    return (
        plain_cell(sasaran.sasaran.kode),
        plain_cell(sasaran.sasaran.nama),
        _mean_cell(sasaran.rerata, rules),
        number_cell(sasaran.rerata.ada),
        number_cell(sasaran.rerata.semua),
        predikat_cell(sasaran.pita, provisional=sasaran.rerata.belum_tetap),
        number_cell(sasaran.anggaran.pagu),
        number_cell(isi_hasil(sasaran.anggaran.realisasi)),
        _percent_cell(sasaran.anggaran.serapan, rules),
        plain_cell(_efisiensi(sasaran, rules), indent=1),
    )


def _efisiensi(sasaran: RekapSasaran, rules: Aturan) -> str:
    result = sasaran.efisiensi
    return result.simpulan if result.angka is None else f"{result.simpulan} ({efisiensi_sajian(sasaran, rules)} poin)"


def _rule_sentences(rules: Aturan) -> Iterator[str]:
    formula = RUMUS_SELISIH if rules.rumus_turun is RumusTurun.SELISIH else RUMUS_RASIO
    yield (
        f"Rata-rata capaian sasaran adalah {SEBUTAN_SASARAN[rules.cara_rata]} dari yang dapat dinilai; yang lain tidak "
        f"dihitung nol. Rata-rata instansi adalah {SEBUTAN_INSTANSI[rules.cara_rata]}."
    )
    if rules.target_rasio is not TargetRasio.TERAKHIR:
        yield f"Target semester indikator rasio adalah {rules.target_rasio.value}."
    yield f"Indikator yang baik bila turun memakai rumus {formula}, kecuali yang punya rumus sendiri."
    yield from _bound_sentences(rules)
    if rules.nol_tercapai:
        yield "Target 0 dengan realisasi 0 dihitung tercapai (100%)."
    yield (
        "Efisiensi adalah selisih rata-rata capaian (tiap indikator paling tinggi 100%) dan serapan, "
        "dinilai hanya bila semua target tercapai."
    )


def _bound_sentences(rules: Aturan) -> Iterator[str]:
    note = "angka sebelum dibatasi ada di kolom Keterangan lembar Capaian."
    if rules.batas_atas is not None and rules.ambang_batas is not None:
        above, bound = bahasa.angka(rules.ambang_batas), bahasa.angka(rules.batas_atas)
        yield f"Capaian lebih dari {above}% dihitung {bound}%; {note}"
    elif rules.batas_atas is not None:
        yield f"Capaian dibatasi paling tinggi {bahasa.angka(rules.batas_atas)}%; {note}"
    if rules.batas_bawah is not None:
        yield f"Capaian dibatasi paling rendah {bahasa.angka(rules.batas_bawah)}%; {note}"
