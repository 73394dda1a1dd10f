"""The reference pages, written from the same data that the forms, the checks and the messages use.

Run it as `python -m lakip_gen.door.docs docs`. Every page is a pure function; `tulis` is the only one that
touches the disk.
"""

from __future__ import annotations

import sys
import tomllib
from enum import Enum
from importlib import resources
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Final, TypeVar

from lakip_gen.domain.anggaran import TingkatAnggaran
from lakip_gen.domain.angka import polos
from lakip_gen.domain.aturan import SKALA_PERMENDAGRI_86, RumusTurun
from lakip_gen.domain.capaian import RUMUS_ATAS, RUMUS_BAWAH, RUMUS_DALAM, RUMUS_NAIK, RUMUS_RASIO, RUMUS_SELISIH, Arah
from lakip_gen.domain.konsolidasi import CaraGabung, GabungUnit
from lakip_gen.domain.skema import formulir as skema_formulir
from lakip_gen.domain.skema import induk as skema_induk
from lakip_gen.domain.skema.kolom import JenisKolom, Kolom, Lembar
from lakip_gen.domain.target import JenisTarget
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.door.exit_codes import ExitCode
from lakip_gen.pesan.bahasa import gabung
from lakip_gen.pesan.katalog import Pesan, katalog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

E = TypeVar("E", bound=Enum)

PERINTAH: Final = "python -m lakip_gen.door.docs docs"
PEMBUKA: Final = f"<!-- Halaman ini dibuat otomatis oleh `{PERINTAH}`; ubahan dengan tangan akan hilang. -->"

ARTI_TINGKAT: Final[Mapping[Tingkat, str]] = {
    Tingkat.GALAT: "angka atau formulirnya tidak dapat dipercaya; belum dipakai sampai dibetulkan",
    Tingkat.PERINGATAN: "ada yang kurang atau perlu dijelaskan; laporan tetap dibuat",
    Tingkat.INFO: "memberi tahu bagaimana sesuatu dibaca; tidak ada yang wajib dikerjakan",
}

ARTI_ARAH: Final[Mapping[Arah, str]] = {
    Arah.NAIK: f"Makin besar makin baik. Capaian = {RUMUS_NAIK}.",
    Arah.TURUN: f"Makin kecil makin baik. Capaian = {RUMUS_SELISIH} (selisih) atau {RUMUS_RASIO} (rasio).",
    Arah.RENTANG: f"Baik di antara dua batas. Capaian: {RUMUS_DALAM}; di bawahnya {RUMUS_BAWAH}; "
    f"di atasnya {RUMUS_ATAS}.",
}
ARTI_JENIS_TARGET: Final[Mapping[JenisTarget, str]] = {
    JenisTarget.PER_TRIWULAN: "Tiap target untuk triwulannya sendiri, misalnya 1, 0, 0, 1.",
    JenisTarget.KUMULATIF: "Tiap target untuk keadaan sampai dengan triwulan itu, misalnya 25, 50, 75, 100.",
    JenisTarget.KONSTAN: "Target yang sama berlaku di tiap triwulan, misalnya 100, 100, 100, 100.",
}
ARTI_GABUNG_UNIT: Final[Mapping[GabungUnit, str]] = {
    GabungUnit.JUMLAH: "Isian semua unit dijumlahkan; menunggu sampai semuanya melaporkan.",
    GabungUnit.RATA_RATA: "Rata-rata unit yang sudah melaporkan.",
    GabungUnit.RASIO: "Pembilang dan penyebut semua unit dijumlahkan, lalu dibagi.",
}
ARTI_RUMUS_TURUN: Final[Mapping[RumusTurun, str]] = {
    RumusTurun.SELISIH: f"{RUMUS_SELISIH}.",
    RumusTurun.RASIO: f"{RUMUS_RASIO}; realisasi 0 tidak dapat dihitung.",
}
ARTI_TINGKAT_ANGGARAN: Final[Mapping[TingkatAnggaran, str]] = {
    TingkatAnggaran.PROGRAM: "Baris teratas; pagunya dijumlah dari kegiatan.",
    TingkatAnggaran.KEGIATAN: "Di bawah program; pagunya dijumlah dari subkegiatan.",
    TingkatAnggaran.SUBKEGIATAN: "Di bawah kegiatan; hanya baris ini yang berisi pagu, unit, dan sasaran.",
}

PILIHAN_FORMULIR: Final[Mapping[str, tuple[str, ...]]] = {
    "status_aksi": skema_formulir.STATUS_AKSI,
    "setuju": skema_formulir.SETUJU,
}

KELOMPOK: Final[Mapping[str, tuple[str, str]]] = {
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
    "induk": (
        "Buku induk",
        "Apakah buku induk tahun itu lengkap dan tidak bertentangan dengan dirinya sendiri.",
    ),
    "templat": ("Templat Word", "Apakah templat dapat dipakai, dan di mana letak tag yang keliru."),
    "pdf": ("PDF", "Apakah draf dapat diubah menjadi PDF. Draf Word selalu tetap ada."),
}
"""Title and introduction of each file of the catalogue, in the order of the page."""


def halaman_formulir() -> str:
    """Return the reference page of the form that units fill."""
    bagian = [
        (
            "Satu formulir untuk satu unit dan satu triwulan. Unit mengetik hanya di kolom bertanda “unit”; "
            "yang lain sudah terisi dari buku induk atau dihitung otomatis. Bila menyalin dari berkas lain, "
            "gunakan Tempel Khusus > Nilai (Paste Special > Values)."
        ),
        f"Versi formulir: {skema_formulir.VERSI}.",
    ]
    for lembar in skema_formulir.DAFTAR_LEMBAR:
        bagian += _lembar(lembar, _tabel_formulir)
    return _halaman("Rujukan formulir unit", bagian)


def _tabel_formulir(lembar: Lembar) -> str:
    return _tabel(
        (_sebutan(lembar), "Diisi oleh", "Jenis", "Wajib", "Bantuan", "Contoh"),
        (
            (
                kolom.judul,
                _pengisi(kolom),
                _jenis(kolom, PILIHAN_FORMULIR),
                "ya" if kolom.wajib else "",
                kolom.bantuan,
                kolom.contoh,
            )
            for kolom in lembar.daftar_butir or lembar.daftar_kolom
        ),
    )


def _pengisi(kolom: Kolom) -> str:
    if kolom.tersembunyi:
        return "tersembunyi"
    if kolom.isian:
        return "unit"
    return "otomatis" if kolom.jenis is JenisKolom.RUMUS else "sudah terisi"


def halaman_induk() -> str:
    """Return the reference page of the buku induk."""
    bagian = [
        (
            "Buku induk diisi perencana sekali setahun dan disimpan sebagai `workbooks/<tahun>/induk.xlsx`. "
            "Semua formulir, pemeriksaan, dan laporan tahun itu berdiri di atasnya."
        ),
        f"Versi buku induk: {skema_induk.VERSI}.",
    ]
    for lembar in skema_induk.DAFTAR_LEMBAR:
        bagian += _lembar(lembar, _tabel_induk)
    return _halaman("Rujukan buku induk", [*bagian, *_arti_pilihan(), *_skala_bawaan()])


def _tabel_induk(lembar: Lembar) -> str:
    return _tabel(
        (_sebutan(lembar), "Jenis", "Wajib", "Bantuan", "Contoh"),
        (
            (
                kolom.judul,
                _jenis(kolom, skema_induk.DAFTAR_PILIHAN.isi),
                "ya" if kolom.wajib else "",
                kolom.bantuan,
                kolom.contoh,
            )
            for kolom in lembar.daftar_butir or lembar.daftar_kolom
        ),
    )


def _arti_pilihan() -> list[str]:
    return [
        "## Arti pilihan",
        *_arti("Arah", ARTI_ARAH),
        "### Cara gabung",
        _tabel(
            ("Pilihan", "Yang diketik unit", "Semester dan tahun"),
            ((cara.value, f"{cara.sifat.isian}.", cara.sifat.arti) for cara in CaraGabung),
        ),
        *_arti("Jenis target", ARTI_JENIS_TARGET),
        "Pasangan yang sah:",
        _tabel(
            ("Cara gabung", *(jenis.value for jenis in JenisTarget)),
            (
                (cara.value, *("ya" if jenis in cara.sifat.daftar_jenis_target else "–" for jenis in JenisTarget))
                for cara in CaraGabung
            ),
        ),
        *_arti("Gabung antarunit", ARTI_GABUNG_UNIT),
        *_arti("Rumus indikator turun", ARTI_RUMUS_TURUN),
        *_arti("Tingkat anggaran", ARTI_TINGKAT_ANGGARAN),
    ]


def _arti(judul: str, arti: Mapping[E, str]) -> list[str]:
    return [f"### {judul}", _tabel(("Pilihan", "Arti"), ((butir.value, isi) for butir, isi in arti.items()))]


def _skala_bawaan() -> list[str]:
    return [
        "## Skala bawaan",
        (
            "Berlaku bila lembar Skala kosong (Permendagri Nomor 86 Tahun 2017). Tiap pita mulai dari batas "
            "bawahnya, jadi 90,5 masih Tinggi."
        ),
        _tabel(
            ("Predikat", "Batas bawah (%)"),
            ((pita.predikat, polos(pita.batas)) for pita in SKALA_PERMENDAGRI_86),
        ),
    ]


def halaman_katalog() -> str:
    """Return the page of every finding: what it says, how to mend it, and the smallest example."""
    bagian = [
        (
            "Tiap temuan menyebut berkas, lembar, dan sel, apa yang salah, serta cara memperbaikinya. "
            "Tulisan dalam kurung sudut ‹…› diganti isi yang ditemukan. Kode di depan judul selalu sama."
        ),
        "## Tingkat",
        _tabel(("Tingkat", "Arti"), ((tingkat.value, arti) for tingkat, arti in ARTI_TINGKAT.items())),
        (
            "Galat pada formulir satu unit menahan data unit itu saja: draf periode tetap dibuat, bertanda "
            "DRAF, dan unit itu ditulis “belum dilaporkan”."
        ),
        "## Kode keluar perintah",
        _tabel(("Kode", "Arti"), ((str(int(kode)), kode.arti) for kode in ExitCode)),
    ]
    for nama, daftar_pesan in _kelompok():
        judul, pengantar = KELOMPOK[nama]
        bagian += [f"## {judul}", pengantar, *(_butir(pesan) for pesan in daftar_pesan)]
    return _halaman("Katalog temuan", bagian)


def _kelompok() -> list[tuple[str, list[Pesan]]]:
    """Return the entries of each file of the catalogue, in the order of the page."""
    folder = resources.files("lakip_gen.pesan") / "temuan"
    isi = {
        berkas.name.removesuffix(".toml"): tomllib.loads(berkas.read_text(encoding="utf-8"))
        for berkas in folder.iterdir()
        if berkas.name.endswith(".toml")
    }
    semua, urutan = katalog(), list(KELOMPOK)
    return [(nama, [semua[kode] for kode in isi[nama]]) for nama in sorted(isi, key=urutan.index)]


def _butir(pesan: Pesan) -> str:
    return "\n".join(
        (
            f"### `{pesan.kode}`: {pesan.judul}",
            "",
            f"- **Tingkat:** {pesan.tingkat.value}",
            f"- **Pesan:** {_polos(_tampak(pesan.pesan))}",
            f"- **Perbaikan:** {_polos(_tampak(pesan.perbaikan))}",
            f"- **Contoh:** {_contoh(pesan.contoh)}",
        )
    )


def _contoh(contoh: str) -> str:
    return f"`{contoh}`" if "{" in contoh and "`" not in contoh else _polos(contoh)


def _tampak(kalimat: str) -> str:
    """Return a wording with its parameters as a reader may see them: `{nilai}` becomes `‹nilai›`."""
    return "".join(teks + (f"‹{nama}›" if nama else "") for teks, nama, _, _ in Formatter().parse(kalimat))


def _lembar(lembar: Lembar, tabel: Callable[[Lembar], str]) -> list[str]:
    return [f"## Lembar {lembar.nama}", lembar.keterangan, tabel(lembar)]


def _sebutan(lembar: Lembar) -> str:
    return "Butir" if lembar.daftar_butir else "Kolom"


def _jenis(kolom: Kolom, daftar: Mapping[str, tuple[str, ...]]) -> str:
    if kolom.jenis is not JenisKolom.PILIHAN:
        return str(kolom.jenis.value)
    pilihan = daftar.get(kolom.pilihan)
    if pilihan:
        return f"pilihan: {', '.join(pilihan)}"
    return f"pilihan: kode dari lembar {kolom.pilihan.removeprefix('kode_').capitalize()}"


def _halaman(judul: str, bagian: Iterable[str]) -> str:
    return "\n\n".join((PEMBUKA, f"# {judul}", *bagian)) + "\n"


def _tabel(kepala: Sequence[str], daftar_baris: Iterable[Sequence[str]]) -> str:
    baris = [kepala, ["---"] * len(kepala), *([_polos(sel) for sel in baris] for baris in daftar_baris)]
    return "\n".join(f"| {' | '.join(sel)} |" for sel in baris)


def _polos(teks: str) -> str:
    """Return a text that Markdown shows as it stands, on one line."""
    return "".join(f"\\{huruf}" if huruf in "\\|*_<#`" else huruf for huruf in " ".join(teks.split()))


HALAMAN: Final[Mapping[str, Callable[[], str]]] = {
    "formulir.md": halaman_formulir,
    "buku-induk.md": halaman_induk,
    "katalog-temuan.md": halaman_katalog,
}
"""The generated pages by file name."""


def tulis(folder: Path) -> tuple[Path, ...]:
    """Write all pages into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    daftar = []
    for nama, halaman in HALAMAN.items():
        berkas = folder / nama
        berkas.write_text(halaman(), encoding="utf-8", newline="\n")
        daftar.append(berkas)
    return tuple(daftar)


def main(argumen: Sequence[str]) -> None:
    """Write the pages into the folder named on the command line, `docs` when none is."""
    daftar = tulis(Path(argumen[0] if argumen else "docs"))
    sys.stdout.write(f"Ditulis: {gabung([berkas.as_posix() for berkas in daftar])}.\n")


if __name__ == "__main__":
    main(sys.argv[1:])
