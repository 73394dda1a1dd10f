"""The result of a check as one page: who must mend what, where, and how."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, StrictUndefined

from lakip_gen.domain.teks import bersihkan
from lakip_gen.domain.temuan import Tingkat
from lakip_gen.pesan.kelompok import TANPA_PEMBANDING, hitung, kelompokkan
from lakip_gen.pesan.status import TANDA_TINGKAT

if TYPE_CHECKING:
    from lakip_gen.domain.penerimaan import StatusLaporan
    from lakip_gen.domain.rekap import Rekap
    from lakip_gen.pesan.katalog import TemuanTerbaca
    from lakip_gen.pesan.pembanding import Pembanding

TEMPLATE: Final = "results.html.j2"


def render_results(
    rekap: Rekap, daftar_temuan: tuple[TemuanTerbaca, ...], pembanding: Pembanding = TANPA_PEMBANDING
) -> bytes:
    """Return the page of a period as UTF-8 bytes, the same for the same content."""
    instansi, periode = rekap.induk.instansi.nama, rekap.periode.nama
    return render_check_results(instansi, periode, rekap.daftar_status, daftar_temuan, pembanding)


def render_check_results(
    instansi: str,
    periode: str,
    daftar_status: tuple[StatusLaporan, ...],
    daftar_temuan: tuple[TemuanTerbaca, ...],
    pembanding: Pembanding = TANPA_PEMBANDING,
) -> bytes:
    """Return the page of any check as UTF-8 bytes, the same for the same content.

    Args:
        instansi: The name of the agency; empty where it is not known.
        periode: The name of the period, or of the file that was checked.
        daftar_status: Where the units' forms stand, in the order of the units.
        daftar_temuan: The findings in words.
        pembanding: What was found in the forms that the units sent before.
    """
    # No loader: the one template comes from the package, and nothing that it prints can name another.
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    source = (resources.files("lakip_gen.html") / TEMPLATE).read_text(encoding="utf-8")
    page = environment.from_string(source).render(
        instansi=instansi,
        periode=periode,
        daftar_kelompok=kelompokkan(daftar_status, daftar_temuan, pembanding),
        hitungan=hitung(daftar_temuan),
        tanda={tingkat.value: TANDA_TINGKAT[tingkat] for tingkat in Tingkat},
    )
    return bersihkan(page).encode()
