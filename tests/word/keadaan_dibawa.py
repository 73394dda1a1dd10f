"""What becomes of a draft in an office between its making and the next one, each as one row of the table of edits."""

import errno
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from draf_uji import isi_teks, sunting, tambah_sesudah, tanpa_dasar, tanpa_jangkar
from rumah_dibawa import TW1, Rumah, berkas_templat, isi_formulir, templat, templat_lain

from lakip_gen.alur.sahkan import Permintaan, buka, sahkan
from lakip_gen.alur.susun import susun
from lakip_gen.domain.disahkan import SudahDisahkan
from lakip_gen.ooxml.writer import write_container
from lakip_gen.storage.workspace import Workspace
from lakip_gen.word.package.opc import open_docx

KEDUA = "Tulisan orang kedua."
LANJUTAN = "Tulisan sesudah draf berikutnya jadi."


@dataclass
class Meja:
    """The desk of a Sekretaris.

    Attributes:
        ruang: The working folder.
        rumah: What it is a copy of.
        draf: The draft she works on.
        semula: What each file that somebody edited said before, by its content now.
        daftar: What the runs said was not carried.
        penuh: Whether the disk is full when the next run comes.
        jadi: The draft of the latest run.
    """

    ruang: Workspace
    rumah: Rumah
    draf: Path
    semula: dict[bytes, tuple[str, ...]] = field(default_factory=dict)
    daftar: list[str] = field(default_factory=list)
    penuh: bool = False
    jadi: Path | None = None

    @property
    def isi(self):
        return dict(open_docx(self.draf.read_bytes())[0])

    def simpan(self, isi, berkas=None):
        """Save the draft, or a copy of it, with something else in it."""
        berkas = berkas or self.draf
        lama = berkas.read_bytes()
        asal = self.semula.get(lama) or tuple(isi_teks(dict(open_docx(lama)[0])))
        if berkas is self.draf:
            self.semula.pop(lama, None)
        self.semula[isi] = asal
        berkas.write_bytes(isi)

    def ubah(self, *langkah, berkas=None):
        asal = dict(open_docx((berkas or self.draf).read_bytes())[0])
        self.simpan(write_container(sunting(asal, *langkah)), berkas)

    def data(self, nama):
        """Let the unit send other figures, and make the draft."""
        isi_formulir(self.ruang, self.rumah, nama)
        if self.penuh:
            self._gagal()
        self.susun()

    def susun(self):
        hasil = susun(self.ruang, TW1)
        assert hasil.draf is not None, hasil.daftar_temuan
        self.daftar += hasil.dibawa.tidak_terbawa if hasil.dibawa else ()
        self.jadi = hasil.draf

    def _gagal(self):
        def penuh(*_isi, **_nama):
            raise OSError(errno.ENOSPC, "No space left on device")

        with pytest.MonkeyPatch.context() as sela:
            sela.setattr("lakip_gen.storage.exchange.prepared", penuh)
            with pytest.raises(OSError, match="space"):
                susun(self.ruang, TW1)
        self.penuh = False

    @property
    def folder(self):
        return self.ruang.output(TW1)

    @property
    def luar(self):
        return self.ruang.root.parent / f"{self.ruang.root.name}-luar.docx"


def apa_adanya(_meja):
    """Nothing happens."""


def ganti_nama(meja):
    meja.draf = meja.draf.rename(meja.folder / "Laporan TW1 revisi Sekretaris.docx")


def salin(meja):
    shutil.copy(meja.draf, meja.folder / f"{meja.draf.stem} (1).docx")


def salinan_tinggal(meja):
    salinan = meja.folder / f"{meja.draf.stem} - Copy.docx"
    shutil.copy(meja.draf, salinan)
    meja.draf.unlink()
    meja.draf = salinan


def hapus_lalu_kembali(meja):
    shutil.move(meja.draf, meja.luar)
    meja.susun()
    shutil.move(meja.luar, meja.draf)


def folder_lain(meja):
    lain = meja.ruang.root / "output" / "2025" / "TW2"
    lain.mkdir(parents=True)
    shutil.move(meja.draf, lain / meja.draf.name)
    meja.susun()
    meja.draf = Path(shutil.move(lain / meja.draf.name, meja.folder / "dari-folder-lain.docx"))


def lewat_percakapan(meja):
    meja.draf = meja.draf.rename(meja.folder / "DOC-20250414-WA0001.docx")
    tanpa_manifest(meja)


def tanpa_manifest(meja):
    (meja.folder / "manifest.json").unlink()


def jangkar_hilang(meja):
    meja.simpan(write_container(tanpa_jangkar(meja.isi)))


def dasar_hilang(meja):
    meja.simpan(write_container(tanpa_dasar(meja.isi)))


def keduanya_hilang(meja):
    meja.simpan(write_container(tanpa_dasar(tanpa_jangkar(meja.isi))))


def templat_berganti(meja):
    berkas_templat(meja.ruang).write_bytes(templat_lain())


def templat_menyusut(meja):
    berkas_templat(meja.ruang).write_bytes(templat("[:2]"))


def data_berubah(meja):
    meja.data("antara")


def disunting_lagi(meja):
    meja.data("antara")
    meja.draf = meja.jadi
    meja.ubah(tambah_sesudah("Demikian", LANJUTAN))


def orang_kedua(meja):
    salin(meja)
    meja.ubah(tambah_sesudah("Demikian", KEDUA), berkas=meja.folder / f"{meja.draf.stem} (1).docx")


def disahkan_dan_dibuka(meja):
    assert sahkan(meja.ruang, TW1, Permintaan(alasan="diminta Kepala")).sah
    with pytest.raises(SudahDisahkan):
        susun(meja.ruang, TW1)
    buka(meja.ruang, TW1, "salah angka")


def diska_penuh(meja):
    meja.penuh = True


KEADAAN = {
    "left alone": apa_adanya,
    "renamed": ganti_nama,
    "copied": salin,
    "deleted, a copy stays": salinan_tinggal,
    "deleted and put back": hapus_lalu_kembali,
    "moved to another folder and back": folder_lain,
    "sent by chat": lewat_percakapan,
    "manifest lost": tanpa_manifest,
    "anchors lost": jangkar_hilang,
    "base lost": dasar_hilang,
    "base and anchors lost": keduanya_hilang,
    "template changed": templat_berganti,
    "template of fewer indicators": templat_menyusut,
    "data changed": data_berubah,
    "edited again": disunting_lagi,
    "two people's copies": orang_kedua,
    "sealed and opened": disahkan_dan_dibuka,
    "disk full": diska_penuh,
}
