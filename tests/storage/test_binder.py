"""All papers of a period in one PDF: their pages in order, each paper found by its name."""

import io

from pypdf import PdfReader, PdfWriter

from lakip_gen.storage.binder import bind


def lembar(lebar, halaman):
    with PdfWriter() as penulis:
        for _ in range(halaman):
            penulis.add_blank_page(lebar, 100)
        hasil = io.BytesIO()
        penulis.write(hasil)
    return hasil.getvalue()


def test_papers_stand_in_their_order_and_two_of_one_name_both():
    jadi = bind([("Disposisi", lembar(10, 1)), ("Notula", lembar(20, 2)), ("Notula", lembar(30, 1))])
    dibaca = PdfReader(io.BytesIO(jadi))
    assert [int(satu.mediabox.width) for satu in dibaca.pages] == [10, 20, 20, 30]
    assert [(satu.title, dibaca.get_destination_page_number(satu)) for satu in dibaca.outline] == [
        ("Disposisi", 0),
        ("Notula", 1),
        ("Notula", 3),
    ]
    assert bind([("Disposisi", lembar(10, 1))]) == bind([("Disposisi", lembar(10, 1))])
