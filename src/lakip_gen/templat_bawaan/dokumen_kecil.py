"""The templates of what offices sign and upload one by one: contract, main indicators, plan of action, measurement."""

from __future__ import annotations

from lakip_gen.templat_bawaan import blok, lampiran
from lakip_gen.templat_bawaan.halaman import Letak, Ukuran
from lakip_gen.templat_bawaan.naskah import Naskah
from lakip_gen.templat_bawaan.tabel import KIRI_SEMPIT, SEMPIT, TENGAH, Kolom
from lakip_gen.templat_bawaan.unsur_dinas import baris_kotak, daftar, judul, kop_kecil, kotak, tabel, tanda_tangan

KEPALA = ("", "instansi.kepala")
TRIWULAN = ("TW I", "TW II", "TW III", "TW IV")


def _kaki(nama: str) -> str:
    return f"{nama} Tahun {{{{ periode.tahun }}}} | {blok.NAMA_KAKI}"


def perjanjian(ukuran: Ukuran) -> Naskah:
    """Return the contract as the year begins with it: the statement, and its annex."""
    naskah = Naskah.dinas("Perjanjian Kinerja", _kaki("Perjanjian Kinerja"), ukuran=ukuran)
    blok.kop(naskah)
    naskah.paragraph("", "AnakJudul")
    lampiran.perjanjian(naskah, "Target murni, seperti ditetapkan pada awal tahun.")
    return naskah


def perjanjian_perubahan(ukuran: Ukuran) -> Naskah:
    """Return the contract as it was changed during the year, with what it was before."""
    naskah = Naskah.dinas("Perjanjian Kinerja Perubahan", _kaki("Perjanjian Kinerja Perubahan"), ukuran=ukuran)
    blok.kop(naskah)
    naskah.paragraph("", "AnakJudul")
    lampiran.perjanjian(naskah, "Target sesudah perubahan; target sebelumnya disandingkan pada halaman berikut.")
    naskah.section(Letak.TEGAK)
    blok.perubahan(naskah, "Target dan anggaran sebelum dan sesudah perubahan")
    return naskah


def indikator_utama(ukuran: Ukuran) -> Naskah:
    """Return the main indicators: what each means, where its data come from, and who answers for it."""
    naskah = Naskah.dinas("Indikator Kinerja Utama", _kaki("Indikator Kinerja Utama"), Letak.MENDATAR, ukuran)
    blok.kop(naskah)
    judul(naskah, "Indikator Kinerja Utama", "{{ instansi.nama }} Tahun {{ periode.tahun }}")
    kolom = (
        Kolom("No", 1.1, "{{ indikator.nomor }}", TENGAH),
        Kolom("Indikator kinerja utama", 7.0, blok.BERDEFINISI),
        Kolom("Satuan", 2.3, "{{ indikator.satuan }}", TENGAH),
        Kolom("Formulasi perhitungan", 6.6, "{{ indikator.rumus }}"),
        Kolom("Sumber data", 4.2, "{{ indikator.sumber_data }}"),
        Kolom("Penanggung jawab", 4.5, "{{ indikator.daftar_unit }}"),
    )
    with tabel(naskah, kolom) as satu, satu.loop(*blok.SASARAN):
        satu.band("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}")
        with satu.loop(
            "indikator in sasaran.daftar_indikator if indikator.adalah_utama", "Belum ada indikator kinerja utama."
        ):
            satu.row()
    tanda_tangan(naskah, KEPALA)
    return naskah


def rencana_aksi(ukuran: Ukuran) -> Naskah:
    """Return the plan of action of the year, quarter by quarter."""
    naskah = Naskah.dinas("Rencana Aksi", _kaki("Rencana Aksi"), Letak.MENDATAR, ukuran)
    blok.kop(naskah)
    judul(naskah, "Rencana Aksi Perjanjian Kinerja", "{{ instansi.nama }} Tahun {{ periode.tahun }}")
    kolom = (
        Kolom("Kode", 1.3, "{{ aksi.kode }}", TENGAH),
        Kolom("Indikator", 1.5, "{{ aksi.indikator }}", TENGAH),
        Kolom("Kegiatan", 5.4, "{{ aksi.kegiatan }}"),
        Kolom("Keluaran", 3.1, "{{ aksi.keluaran }}"),
        *(Kolom(f"Rencana {nama}", 2.6, _rencana(nama)) for nama in TRIWULAN),
        Kolom("Unit kerja dan penanggung jawab", 4.0, "{{ aksi.unit }}\n{{ aksi.penanggung_jawab }}"),
    )
    daftar(naskah, kolom, "aksi in daftar_rencana_aksi", "Belum ada rencana aksi di buku induk.")
    tanda_tangan(naskah, KEPALA)
    return naskah


def ikhtisar(ukuran: Ukuran) -> Naskah:
    """Return what a meeting has to see of a period, on one page."""
    naskah = Naskah.dinas("Ikhtisar Capaian Kinerja", ukuran=ukuran)
    kop_kecil(naskah)
    isi_ikhtisar(naskah)
    return naskah


def isi_ikhtisar(naskah: Naskah) -> None:
    """Append the page: what was reached, which sasaran lag, the weakest five, the money, and what is missing."""
    judul(naskah, "Ikhtisar Capaian Kinerja {{ periode.nama }}")
    naskah.paragraph("", "RuangKecil")
    pokok = {
        "Rata-rata capaian": _berpredikat("ringkasan.rerata", "ringkasan.predikat"),
        "Indikator mencapai target": "{{ ringkasan.tercapai }}",
        "Serapan anggaran": "{% if anggaran.serapan.ada %}{{ anggaran.serapan.persen }}{% else %}–{% endif %}",
        "Unit kerja yang melapor": "{{ ringkasan.unit_diterima }} dari {{ ringkasan.banyak_unit }}",
    }
    isi = [baris_kotak(isi, gaya="KotakJudul") + baris_kotak(label) for label, isi in pokok.items()]
    kotak(naskah, isi, bagian=(1,) * len(pokok))
    naskah.paragraph("Sasaran", "BagianIkhtisar")
    sasaran = (
        Kolom("No", 0.8, "{{ sasaran.nomor }}", KIRI_SEMPIT),
        Kolom("Sasaran", 9.3, "{{ sasaran.nama }}", KIRI_SEMPIT),
        Kolom("Capaian (%)", 2.3, "{{ sasaran.rerata }}", SEMPIT),
        Kolom("Predikat", 2.5, "{% cellbg sasaran.warna %}{{ sasaran.predikat }}", KIRI_SEMPIT),
        Kolom("Serapan (%)", 1.6, "{{ sasaran.anggaran.serapan }}", SEMPIT),
    )
    daftar(naskah, sasaran, *blok.SASARAN)
    with naskah.when("ringkasan.daftar_terlemah"):
        naskah.paragraph("Indikator dengan capaian terendah", "BagianIkhtisar")
        _terlemah(naskah)
    naskah.paragraph("Anggaran, data, dan keputusan", "BagianIkhtisar")
    naskah.paragraph("{{ kalimat_anggaran }}", "ButirIkhtisar")
    naskah.paragraph("{{ ringkasan.kalimat_data }}", "ButirIkhtisar")
    naskah.each("ringkasan.daftar_keputusan", "ButirIkhtisar")


def _berpredikat(angka: str, predikat: str) -> str:
    """Return what prints a capaian with its predicate; a provisional one says so itself."""
    kata = f"{{% if not {angka}.tanda %}}, {{{{ {predikat} }}}}{{% endif %}}"
    return f"{{% if {angka}.ada %}}{{{{ {angka}.persen }}}}{kata}{{% else %}}–{{% endif %}}"


def _terlemah(naskah: Naskah) -> None:
    kolom = (
        Kolom("No", 0.8, "{{ baris.nomor }}", KIRI_SEMPIT),
        Kolom("Indikator", 3.6, "{{ baris.indikator }}", KIRI_SEMPIT),
        Kolom(
            "Capaian", 2.0, f"{{% cellbg baris.warna %}}{_berpredikat('baris.capaian', 'baris.predikat')}", KIRI_SEMPIT
        ),
        Kolom("Sebab dan hambatan", 5.0, "{{ baris.sebab_ringkas }}", KIRI_SEMPIT),
        Kolom("Tindak lanjut", 5.1, "{{ baris.tindak_lanjut_ringkas }}", KIRI_SEMPIT),
    )
    daftar(naskah, kolom, "baris in ringkasan.daftar_terlemah", "–")


def _rencana(triwulan: str) -> str:
    """Return what prints the plan of one quarter."""
    milik = f"baris in aksi.daftar_pelaksanaan if baris.periode == '{triwulan}'"
    return f"{{% for {milik} %}}{{{{ baris.rencana }}}}{{% else %}}–{{% endfor %}}"


def pengukuran(ukuran: Ukuran) -> Naskah:
    """Return how each figure of the period came about, for the head's signature."""
    naskah = Naskah.dinas("Pengukuran Kinerja", _kaki("Pengukuran Kinerja"), Letak.MENDATAR, ukuran)
    blok.kop(naskah)
    judul(naskah, "Pengukuran Kinerja", "{{ instansi.nama }}, {{ periode.nama }}")
    kolom = (
        Kolom("No", 1.1, "{{ indikator.nomor }}", TENGAH),
        Kolom("Indikator kinerja", 7.4, "{{ indikator.nama }}"),
        Kolom("Satuan", 2.1, "{{ indikator.satuan }}", TENGAH),
        Kolom("Target {{ periode.nama_pendek }}", 2.1, "{{ indikator.target }}", "TabelAngka"),
        Kolom("Realisasi {{ periode.nama_pendek }}", 2.2, "{{ indikator.realisasi }}", "TabelAngka"),
        blok.capaian("{{ indikator.capaian }}"),
        Kolom("Target tahun", 2.1, "{{ indikator.target_tahun }}", "TabelAngka"),
        Kolom("Realisasi s.d. periode ini", 2.3, "{{ indikator.realisasi_kini }}", "TabelAngka"),
        Kolom("Capaian tahun (%)", 2.0, "{{ indikator.capaian_tahun }}", "TabelAngka"),
        Kolom("Predikat", 2.5, "{{ indikator.predikat }}", TENGAH),
    )
    with tabel(naskah, kolom) as satu, satu.loop(*blok.SASARAN):
        satu.band("Sasaran {{ sasaran.nomor }}. {{ sasaran.nama }}")
        with satu.loop(*blok.INDIKATOR):
            satu.row()
    naskah.paragraph("Skala predikat: {{ dasar_skala }}.", "Catatan")
    tanda_tangan(naskah, KEPALA)
    return naskah
