"""The reference pages, written from the same data that the forms, the checks and the messages use.

Run it as `python -m lakip_gen.door.docs docs`. Every page is a pure function; `tulis` is the only one that
touches the disk.
"""

from __future__ import annotations

import sys
import tomllib
from enum import Enum
from functools import partial
from importlib import resources
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Final, TypeVar

from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.angka_tertulis import polos
from lakip_gen.domain.aturan import SKALA_PERMENDAGRI_86, RumusTurun
from lakip_gen.domain.capaian import RUMUS_ATAS, RUMUS_BAWAH, RUMUS_DALAM, RUMUS_NAIK, RUMUS_RASIO, RUMUS_SELISIH, Arah
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.skema import formulir as skema_formulir
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar
from lakip_gen.domain.target import JenisTarget
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.door.docs_guide import guide_page
from lakip_gen.door.docs_sop import sop_page
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.door.markdown import page, plain, table
from lakip_gen.pesan.bahasa import gabung
from lakip_gen.pesan.katalog import Pesan, katalog
from lakip_gen.pesan.panduan import PERAN
from lakip_gen.pesan.tindakan import ucapkan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

E = TypeVar("E", bound=Enum)

LEVELS_EXPLAINED: Final[Mapping[Tingkat, str]] = {
    Tingkat.GALAT: "angka atau formulirnya tidak dapat dipercaya; belum dipakai sampai dibetulkan",
    Tingkat.PERINGATAN: "ada yang kurang atau perlu dijelaskan; laporan tetap dibuat",
    Tingkat.INFO: "memberi tahu bagaimana sesuatu dibaca; tidak ada yang wajib dikerjakan",
}

ARAH_EXPLAINED: Final[Mapping[Arah, str]] = {
    Arah.NAIK: f"Makin besar makin baik. Capaian = {RUMUS_NAIK}.",
    Arah.TURUN: f"Makin kecil makin baik. Capaian = {RUMUS_SELISIH} (selisih) atau {RUMUS_RASIO} (rasio).",
    Arah.RENTANG: f"Baik di antara dua batas. Capaian: {RUMUS_DALAM}; di bawahnya {RUMUS_BAWAH}; "
    f"di atasnya {RUMUS_ATAS}.",
}
JENIS_TARGET_EXPLAINED: Final[Mapping[JenisTarget, str]] = {
    JenisTarget.PER_TRIWULAN: "Tiap target untuk triwulannya sendiri, misalnya 1, 0, 0, 1.",
    JenisTarget.KUMULATIF: "Tiap target untuk keadaan sampai dengan triwulan itu, misalnya 25, 50, 75, 100.",
    JenisTarget.KONSTAN: "Target yang sama berlaku di tiap triwulan, misalnya 100, 100, 100, 100.",
}
GABUNG_UNIT_EXPLAINED: Final[Mapping[GabungUnit, str]] = {
    GabungUnit.JUMLAH: "Isian semua unit dijumlahkan; menunggu sampai semuanya melaporkan.",
    GabungUnit.RATA_RATA: "Rata-rata unit yang sudah melaporkan.",
    GabungUnit.RASIO: "Pembilang dan penyebut semua unit dijumlahkan, lalu dibagi.",
}
RUMUS_TURUN_EXPLAINED: Final[Mapping[RumusTurun, str]] = {
    RumusTurun.SELISIH: f"{RUMUS_SELISIH}.",
    RumusTurun.RASIO: f"{RUMUS_RASIO}; realisasi 0 tidak dapat dihitung.",
}
TINGKAT_ANGGARAN_EXPLAINED: Final[Mapping[TingkatAnggaran, str]] = {
    TingkatAnggaran.PROGRAM: "Baris teratas; pagunya dijumlah dari kegiatan.",
    TingkatAnggaran.KEGIATAN: "Di bawah program; pagunya dijumlah dari subkegiatan.",
    TingkatAnggaran.SUBKEGIATAN: "Di bawah kegiatan; hanya baris ini yang berisi pagu, unit, dan sasaran.",
}

FORM_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "status_aksi": skema_formulir.STATUS_AKSI,
    "setuju": skema_formulir.SETUJU,
}

SECTIONS: Final[Mapping[str, tuple[str, str]]] = {
    "berkas": (
        "Berkas",
        "Sebelum isinya dibaca, tiap berkas diperiksa: apakah utuh, jenisnya benar, dan aman dibuka.",
    ),
    "ruang": (
        "Ruang kerja",
        "Apakah berkas yang diperlukan ada di ruang kerja dan dapat dibuka.",
    ),
    "formulir": (
        "Bentuk formulir",
        "Apakah ini formulir unit dan periode yang benar, dan apakah lembar, kolom, serta barisnya utuh.",
    ),
    "isian": (
        "Isi sel",
        "Bagaimana angka, pilihan, tanggal, dan teks dibaca. Yang meragukan tidak pernah ditebak.",
    ),
    "isi": (
        "Isi laporan",
        "Apakah laporan unit lengkap, masuk akal, dan dijelaskan, juga di samping triwulan sebelumnya.",
    ),
    "jejak": (
        "Catatan kejadian",
        "Apakah catatan satu periode (`workbooks/TAHUN/jejak`) utuh, dan keraguan mana yang diterima dengan alasan.",
    ),
    "induk": (
        "Buku induk",
        "Apakah buku induk tahun itu lengkap dan tidak bertentangan dengan dirinya sendiri.",
    ),
    "templat": ("Templat Word", "Apakah templat dapat dipakai, dan di mana letak tag yang keliru."),
    "sah": (
        "Pengesahan dan arsip",
        "Apa yang menghalangi `sahkan`, dan apakah arsip dan buktinya masih seperti saat disahkan.",
    ),
    "pdf": ("PDF", "Apakah draf dapat diubah menjadi PDF. Draf Word selalu tetap ada."),
    "kertas": (
        "Naskah SOP",
        "Siapa yang menandatangani naskah SOP, dan apakah templatnya ada. Naskah selalu ditulis sejauh dapat.",
    ),
    "kabupaten": (
        "Semua perangkat daerah",
        "Apakah `kabupaten` menghitung tiap instansi satu kali, dan apakah semuanya milik satu pemerintah daerah.",
    ),
}
"""Title and introduction of each file of the catalogue, in the order of the page."""


def form_page() -> str:
    """Return the reference page of the form that units fill."""
    parts = [
        (
            "Satu formulir untuk satu unit dan satu triwulan. Unit mengetik hanya di kolom bertanda “unit”; "
            "yang lain sudah terisi dari buku induk atau dihitung otomatis. Bila menyalin dari berkas lain, "
            "gunakan Tempel Khusus > Nilai (Paste Special > Values)."
        ),
        f"Versi formulir: {skema_formulir.VERSI}.",
    ]
    for sheet in skema_formulir.DAFTAR_LEMBAR:
        parts += _sheet_section(sheet, _form_table)
    return page("Rujukan formulir unit", parts)


def _form_table(sheet: Lembar) -> str:
    return table(
        (_row_word(sheet), "Diisi oleh", "Jenis", "Wajib", "Bantuan", "Contoh"),
        (
            (
                column.judul,
                _filled_by(column),
                _kind(column, FORM_CHOICES),
                "ya" if column.wajib else "",
                column.bantuan,
                column.contoh,
            )
            for column in sheet.daftar_butir or sheet.daftar_kolom
        ),
    )


def _filled_by(column: Kolom) -> str:
    if column.tersembunyi:
        return "tersembunyi"
    if column.isian:
        return "unit"
    return "otomatis" if column.jenis is JenisKolom.RUMUS else "sudah terisi"


def induk_page() -> str:
    """Return the reference page of the buku induk."""
    parts = [
        (
            "Buku induk diisi perencana sekali setahun dan disimpan sebagai `workbooks/<tahun>/induk.xlsx`. "
            "Semua formulir, pemeriksaan, dan laporan tahun itu berdiri di atasnya."
        ),
        f"Versi buku induk: {skema_induk.VERSI}.",
    ]
    for sheet in skema_induk.DAFTAR_LEMBAR:
        parts += _sheet_section(sheet, _induk_table)
    return page("Rujukan buku induk", [*parts, *_choices_explained(), *_default_scale()])


def _induk_table(sheet: Lembar) -> str:
    return table(
        (_row_word(sheet), "Jenis", "Wajib", "Bantuan", "Contoh"),
        (
            (
                column.judul,
                _kind(column, skema_induk.DAFTAR_PILIHAN.isi),
                "ya" if column.wajib else "",
                column.bantuan,
                column.contoh,
            )
            for column in sheet.daftar_butir or sheet.daftar_kolom
        ),
    )


def _choices_explained() -> list[str]:
    return [
        "## Arti pilihan",
        *_explained("Arah", ARAH_EXPLAINED),
        "### Cara gabung",
        table(
            ("Pilihan", "Yang diketik unit", "Semester dan tahun"),
            ((way.value, f"{way.sifat.isian}.", way.sifat.arti) for way in CaraGabung),
        ),
        *_explained("Jenis target", JENIS_TARGET_EXPLAINED),
        "Pasangan yang sah:",
        table(
            ("Cara gabung", *(kind.value for kind in JenisTarget)),
            (
                (way.value, *("ya" if kind in way.sifat.daftar_jenis_target else "–" for kind in JenisTarget))
                for way in CaraGabung
            ),
        ),
        *_explained("Gabung antarunit", GABUNG_UNIT_EXPLAINED),
        *_explained("Rumus indikator turun", RUMUS_TURUN_EXPLAINED),
        *_explained("Tingkat anggaran", TINGKAT_ANGGARAN_EXPLAINED),
    ]


def _explained(title: str, meanings: Mapping[E, str]) -> list[str]:
    return [
        f"### {title}",
        table(("Pilihan", "Arti"), ((entry.value, contents) for entry, contents in meanings.items())),
    ]


def _default_scale() -> list[str]:
    return [
        "## Skala bawaan",
        (
            "Berlaku bila lembar Skala kosong (Permendagri Nomor 86 Tahun 2017). Tiap pita mulai dari batas "
            "bawahnya, jadi 90,5 masih Tinggi."
        ),
        table(
            ("Predikat", "Batas bawah (%)"),
            ((band.predikat, polos(band.batas)) for band in SKALA_PERMENDAGRI_86),
        ),
    ]


def catalogue_page() -> str:
    """Return the page of every finding: what it says, how to mend it, and the smallest example."""
    parts = [
        (
            "Tiap temuan menyebut berkas, lembar, dan sel, apa yang salah, serta cara memperbaikinya. "
            "Tulisan dalam kurung sudut ‹…› diganti isi yang ditemukan. Kode di depan judul selalu sama."
        ),
        "## Tingkat",
        table(("Tingkat", "Arti"), ((level.value, meanings) for level, meanings in LEVELS_EXPLAINED.items())),
        (
            "Galat pada formulir satu unit menahan data unit itu saja: draf periode tetap dibuat, bertanda "
            "DRAF, dan unit itu ditulis “belum dilaporkan”."
        ),
        "## Kode keluar perintah",
        table(("Kode", "Arti"), ((str(int(code)), code.arti) for code in ExitCode)),
    ]
    for name, messages in _sections():
        title, introduction = SECTIONS[name]
        parts += [f"## {title}", introduction, *(_entry(message) for message in messages)]
    return page("Katalog temuan", parts)


def _sections() -> list[tuple[str, list[Pesan]]]:
    """Return the entries of each file of the catalogue, in the order of the page."""
    folder = resources.files("lakip_gen.pesan") / "temuan"
    contents = {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    }
    catalogue_entries, order = katalog(), list(SECTIONS)
    return [(name, [catalogue_entries[code] for code in contents[name]]) for name in sorted(contents, key=order.index)]


def _entry(message: Pesan) -> str:
    return "\n".join(
        (
            f"### `{message.kode}`: {message.judul}",
            "",
            f"- **Tingkat:** {message.tingkat.value}",
            f"- **Pesan:** {plain(ucapkan(_visible(message.pesan)))}",
            f"- **Perbaikan:** {plain(ucapkan(_visible(message.perbaikan)))}",
            f"- **Contoh:** {_example(message.contoh)}",
        )
    )


def _example(example: str) -> str:
    return f"`{example}`" if "{" in example and "`" not in example else plain(example)


def _visible(sentence: str) -> str:
    """Return a wording with its parameters as a reader may see them: `{nilai}` becomes `‹nilai›`."""
    return "".join(text + (f"‹{name}›" if name else "") for text, name, _, _ in Formatter().parse(sentence))


def _sheet_section(sheet: Lembar, table: Callable[[Lembar], str]) -> list[str]:
    return [f"## Lembar {sheet.nama}", sheet.keterangan, table(sheet)]


def _row_word(sheet: Lembar) -> str:
    return "Butir" if sheet.daftar_butir else "Kolom"


def _kind(column: Kolom, entries: Mapping[str, tuple[str, ...]]) -> str:
    if column.jenis is not JenisKolom.PILIHAN:
        return str(column.jenis.value)
    choices = entries.get(column.pilihan)
    if choices:
        return f"pilihan: {', '.join(choices)}"
    return f"pilihan: kode dari lembar {column.pilihan.removeprefix('kode_').capitalize()}"


PAGES: Final[Mapping[str, Callable[[], str]]] = {
    "formulir.md": form_page,
    "buku-induk.md": induk_page,
    "katalog-temuan.md": catalogue_page,
    "sop.md": sop_page,
    **{f"{role}.md": partial(guide_page, role) for role in PERAN},
}
"""The generated pages by file name."""


def write_pages(folder: Path) -> tuple[Path, ...]:
    """Write all pages into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for name, write in PAGES.items():
        file = folder / name
        file.write_text(write(), encoding="utf-8", newline="\n")
        entries.append(file)
    return tuple(entries)


def main(arguments: Sequence[str]) -> None:
    """Write the pages into the folder named on the command line, `docs` when none is."""
    entries = write_pages(Path(arguments[0] if arguments else "docs"))
    sys.stdout.write(f"Ditulis: {gabung([file.as_posix() for file in entries])}.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
