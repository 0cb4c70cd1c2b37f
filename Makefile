# Two commands matter: `make run` and `make test`. The rest serves them.
SHELL := /bin/bash
UV := $(shell command -v uv || echo .uv/bin/uv)
PY := .venv/bin/python
# What was compiled once is kept, also where the machine says otherwise: a start takes a third then.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test kill walk check demo pictures bench manifest requirements clean

run: .venv/run.stamp ## start Rapport with a demonstration programme on http://localhost:8000
	@$(PY) -m config.cli serve --demo

test: .venv/dev.stamp ## the whole suite, on the embedded database and the system's Chromium
	@$(PY) -m pytest -q -n 2 --dist loadgroup -m "not browser and not long"
	@$(PY) -m pytest -q -m "browser and not long"

kill: .venv/dev.stamp ## kill -9 everything fifty times in the middle of writing (about ten minutes)
	@$(PY) -m pytest -q -m long tests/flows/test_kill.py

walk: .venv/dev.stamp ## walk every format on phones to its end, and every page there is in three languages
	@$(PY) -m pytest -q -m browser tests/flows/test_formats.py tests/flows/test_every_page.py

check: .venv/dev.stamp ## style, types, the law of imports, migrations
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache
	@$(PY) -m config.cli check
	@$(PY) -m config.cli makemigrations --check --dry-run

pictures: .venv/dev.stamp ## take the pictures in docs/ from the demonstration programme
	@$(PY) -m tools.pictures

bench: .venv/bench.stamp ## measure, and print
	@for file in bench/bench_*.py; do echo "== $$file"; $(PY) -m "bench.$$(basename $$file .py)" || exit 1; done

manifest: .venv/dev.stamp ## list every script with its fingerprint, as the release publishes it
	@$(PY) -m tools.manifest

requirements: $(UV) ## pin what we depend on, with hashes
	cd requirements && for set in run dev bench mentor-match; do $(abspath $(UV)) pip compile -q $$set.in -o $$set.txt --generate-hashes --no-header --no-emit-index-url --python-version 3.13; done

.uv/bin/uv:
	@tools/get-uv

.venv/bin/python: .python-version | $(UV)
	@wanted="$$(cat .python-version)"; new="$(UV) venv -q --allow-existing"; \
	$$new --managed-python --python "$$wanted" .venv 2>/dev/null || \
	{ tools/get-python $(UV) && $$new --python .venv/python/usr/bin/python3.13 .venv; } 2>/dev/null || \
	$$new --python "$$wanted" .venv || { \
	  echo "There is no Python $$(cat .python-version) on this machine, and none could be fetched; nothing was changed."; \
	  echo "Install it, or name a mirror of python-build-standalone in UV_PYTHON_INSTALL_MIRROR, and run make again."; \
	  exit 1; }

.venv/run.stamp: requirements/run.txt .venv/bin/python
	@$(UV) pip install -q --python $(PY) --require-hashes -r requirements/run.txt && touch $@

.venv/dev.stamp: requirements/dev.txt .venv/bin/python
	@$(UV) pip install -q --python $(PY) --require-hashes -r requirements/dev.txt && touch $@

.venv/bench.stamp: requirements/bench.txt requirements/mentor-match.txt .venv/bin/python
	@$(UV) pip install -q --python $(PY) --require-hashes -r requirements/bench.txt
	@$(UV) pip install -q --python $(PY) --require-hashes -r requirements/mentor-match.txt --target .venv/mentor-match && touch $@
