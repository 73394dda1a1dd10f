"""The template of the summary of all offices for the head of the region."""

from __future__ import annotations

from functools import cache

from lakip_gen.laporan.susun_kabupaten import CATATAN
from lakip_gen.templat_bawaan.halaman import Letak
from lakip_gen.templat_bawaan.naskah import Naskah
from lakip_gen.templat_bawaan.tabel import KANAN, TENGAH, Kolom, Sel
from lakip_gen.templat_bawaan.unsur_dinas import judul, tabel


@cache
def templat_kabupaten() -> bytes:
    """Return the template; the same bytes every time."""
    naskah = Naskah.dinas("Ringkasan Kinerja Perangkat Daerah", "{{ judul }} {{ periode }}", Letak.MENDATAR)
    judul(naskah, "{{ judul }}", "{{ pemerintah }}", "{{ periode }}")
    naskah.each("daftar_kalimat", "ListBullet")
    kolom = (
        Kolom("No", 1.0, "{{ instansi.nomor }}", TENGAH),
        Kolom("Perangkat daerah", 7.2, "{{ instansi.nama }}"),
        Kolom("Formulir", 2.2, "{{ instansi.formulir }}", TENGAH),
        Kolom("Capaian (%)", 2.2, "{{ instansi.capaian }}", KANAN),
        Kolom("Predikat", 2.5, "{{ instansi.predikat }}", TENGAH),
        Kolom("Pagu (Rp)", 3.2, "{{ instansi.pagu }}", KANAN),
        Kolom("Realisasi (Rp)", 3.2, "{{ instansi.realisasi }}", KANAN),
        Kolom("Serapan (%)", 2.0, "{{ instansi.serapan }}", KANAN),
        Kolom("Keadaan", 2.8, "{{ instansi.keadaan }}", TENGAH),
    )
    with tabel(naskah, kolom) as satu:
        with satu.loop("instansi in daftar_instansi", "Belum ada perangkat daerah."):
            satu.row()
        satu.total(
            Sel("Jumlah dan rata-rata", 2),
            Sel("{{ formulir }}", gaya=TENGAH),
            Sel("{{ rerata }}", gaya=KANAN),
            Sel(""),
            *(Sel(f"{{{{ {nama} }}}}", gaya=KANAN) for nama in ("pagu", "realisasi", "serapan")),
            Sel(""),
        )
    naskah.paragraph(CATATAN, "Catatan")
    with naskah.when("daftar_perhatian"):
        naskah.heading("Yang memerlukan perhatian", 2)
        naskah.each("daftar_perhatian", "ListBullet")
    return naskah.save()
