# Perintah utama: `make run` (tahun contoh 2025) dan `make test`. Keduanya menyiapkan .venv sendiri.
PYTHON ?= python3
BIN := .venv/bin
# Uji menjalankan program itu sendiri ratusan kali; tanpa bytecode tersimpan tiap kali semuanya dikompilasi lagi.
unexport PYTHONDONTWRITEBYTECODE
PERIODE := 2025-TW1 2025-TW2 2025-S1 2025-TW3 2025-TW4 2025-S2 2025

.PHONY: install run test test-lengkap lint bench docs clean

install: .venv/.terpasang

.venv/.terpasang: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

run: install
	@for periode in $(PERIODE); do $(BIN)/lakip-gen susun $$periode || exit $$?; done

test: install
	$(BIN)/python -m pytest -n 2 --dist loadfile

test-lengkap: install
	$(BIN)/python -m pytest -n 2 --dist loadfile -m lengkap

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: install
	$(BIN)/python tests/bench.py

docs: install
	$(BIN)/python -m lakip_gen.door.docs docs

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
