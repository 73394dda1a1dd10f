# Perintah utama: `make run` (tahun contoh 2025) dan `make test`. Keduanya menyiapkan .venv sendiri.
PYTHON ?= python3
BIN := .venv/bin
TERTUA := .venv-tertua/bin
PERIODE := 2025-TW1 2025-TW2 2025-S1 2025-TW3 2025-TW4 2025-S2 2025
RUANG_MURNI := tests/domain tests/formulir tests/induk tests/laporan tests/pesan tests/sop
PYTHON_WINDOWS ?= 3.11 3.12 3.13 3.14
BENIH ?= 1
BANYAK ?= 200
# Berkas uji yang saling berebut dibagi per uji, jadi satu berkas yang panjang tidak menahan satu inti.
UJI := -n 2 --dist worksteal
# Uji menjalankan program itu sendiri ratusan kali; tanpa bytecode tersimpan tiap kali semuanya dikompilasi lagi.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: install run test test-lengkap test-tertua hakim lint cakupan mutan bench bench-skala docs paket clean

install: .venv/.terpasang

.venv/.terpasang: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

.venv-tertua/.terpasang: pyproject.toml constraints-oldest.txt
	$(PYTHON) -m venv .venv-tertua
	$(TERTUA)/python -m pip install --quiet --constraint constraints-oldest.txt --editable '.[dev]'
	touch $@

run: install
	@for periode in $(PERIODE); do $(BIN)/lakip-gen susun $$periode || exit $$?; done

test: install
	$(BIN)/python -m pytest $(UJI)

test-lengkap: install
	$(BIN)/python -m pytest $(UJI) -m "lengkap or hypothesis" --hypothesis-profile=lengkap

# Yang bergantung pada pustaka: aturan murni, pembaca dan penulis Excel, mesin templat.
test-tertua: .venv-tertua/.terpasang
	$(TERTUA)/python -m pytest $(UJI) $(RUANG_MURNI) tests/ooxml tests/excel tests/html tests/word/test_templat_render.py

# Penilai luar (Linux): Open XML SDK menilai satu berkas tiap jenis dari contoh, axe-core di Chromium menilai tiap halaman.
hakim: install
	npm ci --prefix tests/ooxml_validator --no-audit --no-fund --silent
	npm ci --prefix tests/axe --no-audit --no-fund --silent
	$(BIN)/python -m pytest -m "(hakim or peramban) and not lengkap"

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

cakupan: install
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term-missing:skip-covered $(RUANG_MURNI)

mutan: install
	$(BIN)/python tests/mutants.py --seed $(BENIH) --count $(BANYAK)

bench: install
	$(BIN)/python tests/bench.py

bench-skala: install
	$(BIN)/python tests/bench_skala.py

docs: install
	$(BIN)/python -m lakip_gen.door.docs docs
	$(BIN)/python tests/counts.py

# Paket untuk PC Windows tanpa internet: semua pustaka untuk tiap versi Python, dan berkas yang diklik dua kali.
paket: install
	rm -rf dist/paket
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist/paket .
	@for versi in $(PYTHON_WINDOWS); do $(BIN)/python -m pip download --quiet --only-binary=:all: --platform win_amd64 \
	  --python-version $$versi --find-links dist/paket --dest dist/paket 'lakip-gen[halaman]' colorama || exit $$?; done
	cp "pasang/Pasang Laporan Kinerja.cmd" dist/paket/
	$(BIN)/python tests/halaman_paket.py dist/paket

clean:
	rm -rf .venv .venv-tertua build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
