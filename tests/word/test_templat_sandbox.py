from __future__ import annotations

import time
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from pandangan_uji import LAPORAN, templat

from lakip_gen.word.fill.render import render
from lakip_gen.word.tags.filters import FILTERS, TESTS

SERANGAN = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ ''['__class__'] }}",
    "{{ judul|attr('__class__') }}",
    "{{ daftar_sasaran|map(attribute='__class__')|list|first }}",
    "{{ daftar_sasaran|map(attribute='nama.__class__')|first }}",
    "{{ daftar_sasaran|groupby('__class__')|first }}",
    "{{ daftar_sasaran|sort(attribute='__class__')|first }}",
    "{{ daftar_sasaran|selectattr('__class__')|first }}",
    "{{ self.__init__.__globals__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ lipsum.__globals__ }}",
    "{{ joiner }}",
    "{{ namespace }}",
    "{{ dict(a=1) }}",
    "{{ range(10 ** 9)|list }}",
    "{{ config }}",
    "{{ request.application }}",
    "{{ loop.__class__ }}",
    "{% for x in daftar_nama %}{{ loop.__init__ }}{% endfor %}",
    "{% for x in daftar_nama %}{{ loop._iterable }}{% endfor %}",
    "{% for x in daftar_nama %}{{ loop(daftar_nama) }}{% endfor %}",
    "{{ '{0.__class__}'.format(judul) }}",
    "{{ '{a}'.format_map(judul) }}",
    "{{ ('{0.__class__}'|format)(judul) }}",
    "{{ '%999999999d'|format(1) }}",
    "{{ '%99999999s' % judul }}",
    "{{ 'a' * 50000000 }}",
    "{{ 50000000 * 'a' }}",
    "{{ [1] * 50000000 }}",
    "{{ 'a'.ljust(50000000) }}",
    "{{ 'a'|center(50000000) }}",
    "{{ 'a'|indent(50000000) }}",
    "{{ 9 ** (9 ** 9) }}",
    "{% set a = 9 ** 64 %}" + "{% set a = a ** 64 %}" * 3 + "{{ a > 1 }}",
    "{{ daftar_nama|batch(50000000)|list }}",
    "{{ daftar_nama|join('" + "x" * 900 + "')|replace('x', '" + "y" * 900 + "') }}",
    "{{ judul|tojson }}",
    "{{ judul|forceescape }}",
    "{{ judul|pprint }}",
    "{{ daftar_nama|random }}",
    "{% import 'os' as os %}",
    "{% from 'x' import y %}",
    "{% include '/etc/passwd' %}",
    "{% extends 'x' %}",
    "{% block a %}{% endblock %}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{% call a() %}{% endcall %}",
    "{% filter upper %}x{% endfilter %}",
    "{% autoescape false %}{{ judul }}{% endautoescape %}",
    "{% raw %}x{% endraw %}",
    "{% do daftar_nama.append(1) %}",
    "{% set daftar_nama.x = 1 %}",
    "{% set judul %}<w:p/>{% endset %}",
    "{% for a in daftar_sasaran recursive %}{{ loop(daftar_sasaran) }}{% endfor %}",
    "{{ daftar_nama.__add__(daftar_nama) }}",
    "{{ judul is sameas judul }}",
    "{{ judul is filter }}",
    "{{ apa.kelas.__subclasses__() }}",
    "{{ daftar_sasaran[0].kamus }}",
]


@pytest.mark.parametrize("naskah", SERANGAN)
def test_an_attack_ends_in_findings_and_soon(naskah):
    start = time.process_time()
    isi, daftar_temuan = render(templat(naskah), LAPORAN)
    assert isi is None
    assert daftar_temuan
    assert time.process_time() - start < 1


class Rahasia:
    def __init__(self) -> None:
        self._kunci = "rahasia"

    def buka(self, kunci: str = "x") -> str:
        return self._kunci + kunci

    def __str__(self) -> str:
        return "tertutup"


@dataclass(frozen=True)
class Terbuka:
    """Data of which inspection knows nothing, so that only the sandbox stands guard."""

    apa: object
    lain: object


BUTA = [
    "{{ apa._kunci }}",
    "{{ apa['_kunci'] }}",
    "{{ apa.buka('y') }}",
    "{{ apa.__class__ }}",
    "{{ apa.buka.__globals__ }}",
    "{{ apa.buka.__func__ }}",
    "{{ lain.__iadd__(lain) }}",
    "{{ lain.append(1) }}",
    "{{ lain * 50000000 }}",
    "{{ lain + lain }}",
    "{{ lain }}",
    "{{ lain|upper }}",
    "{{ lain ~ 'x' }}",
    "{{ [lain, lain]|first }}",
    "{% for x in apa %}{% endfor %}",
]


@pytest.mark.parametrize("naskah", BUTA)
def test_the_sandbox_stands_where_inspection_is_blind(naskah):
    isi, daftar_temuan = render(templat(naskah), Terbuka(Rahasia(), [1] * 60_000))
    assert isi is None
    assert daftar_temuan


def test_what_is_allowed_works_where_inspection_is_blind():
    isi, daftar_temuan = render(templat("{{ apa }}{{ apa.buka() }}{{ lain|length }}"), Terbuka(Rahasia(), [1]))
    assert isi is not None, daftar_temuan


@pytest.mark.parametrize(
    "naskah",
    ["9**9**9", "9**28 * 9**28", "10**27 * 9 + 10**27 * 9", "-(10**27 * 9) - 10**27 * 9", "9**30 / 3", "apa * apa"],
)
def test_a_number_of_which_digits_would_be_made_up_is_refused_with_its_place(naskah):
    isi, (*_, satu) = render(templat(f"{{{{ {naskah} }}}}"), Terbuka(10**15, Decimal(0)))
    assert isi is None
    assert (satu.kode, satu.nilai) == ("templat-angka-terlalu-besar", f"{{{{ {naskah} }}}}")
    assert satu.asal.sel or satu.asal.lembar


@pytest.mark.parametrize(
    ("naskah", "dicetak"),
    [("9**9", "387420489"), ("10**27 * 9", "9" + "0" * 27), ("2 - 3", "-1"), ("7 // 2", "3")],
)
def test_a_number_that_is_exact_is_printed(naskah, dicetak):
    isi, daftar_temuan = render(templat(f"{{{{ {naskah} }}}}"), LAPORAN)
    assert isi is not None, daftar_temuan
    with ZipFile(BytesIO(isi)) as arsip:
        assert f">{dicetak}<" in arsip.read("word/document.xml").decode()


def test_no_filter_and_test_slips_in_unseen():
    assert set(FILTERS) >= {"default", "join", "upper"}
    assert not set(FILTERS) & {"attr", "batch", "slice", "indent", "center", "random"}
    assert not set(TESTS) & {"sameas", "filter", "test", "callable", "escaped"}
