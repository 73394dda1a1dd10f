"""The page for the reader with one minute: one page, whatever the agency, with the figures of the report."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from bantu_halaman import teks_paragraf
from instansi import LAPORAN
from lakip_gen.domain.periode import Periode
from lakip_gen.sop.kertas import IKHTISAR
from lakip_gen.storage.pdf import convert_to_pdf, count_pages


def ikhtisar(instansi_uji, nama, periode):
    """Return the page of an agency's period as `susun` wrote it, and the view of its report."""
    draf = instansi_uji.susun(nama, periode)
    folder = instansi_uji.ruang[nama].papers(Periode.parse(periode))
    return (folder / f"{IKHTISAR.nama}.docx").read_bytes(), draf.pandangan


@pytest.mark.parametrize(("nama", "periode"), LAPORAN)
def test_the_page_says_what_the_report_says(nama, periode, instansi_uji):
    isi, pandangan = ikhtisar(instansi_uji, nama, periode)
    teks = "\n".join(teks_paragraf(p) for p in docx.Document(io.BytesIO(isi)).element.body.iter(qn("w:p")))
    ringkasan = pandangan.ringkasan
    dikatakan = [ringkasan.rerata.persen, ringkasan.tercapai, ringkasan.kalimat_data, pandangan.kalimat_anggaran]
    dikatakan += [f"{satu.rerata}" for satu in pandangan.daftar_sasaran]
    dikatakan += [satu.capaian.persen for satu in ringkasan.daftar_terlemah]
    dikatakan += ringkasan.daftar_keputusan
    assert [satu for satu in dikatakan if satu not in teks] == []


@pytest.mark.lengkap
@pytest.mark.libreoffice
@pytest.mark.parametrize(("nama", "periode"), LAPORAN)
def test_the_page_is_one_page(nama, periode, instansi_uji):
    isi, _ = ikhtisar(instansi_uji, nama, periode)
    pdf, daftar_temuan = convert_to_pdf(isi, "ikhtisar.docx")
    assert daftar_temuan == ()
    assert count_pages(pdf) == 1
