# make demo   install, load the demonstration, build, and serve the dashboard
#             (make demo SERVE=0 stops before serving)
# make test   install what the tests need and run everything
# make screenshots   pictures of every page of a served demonstration, in screenshots/
# make lint | format | typecheck | bench | docs | clean

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
SERVE ?= 1
WORKERS ?= 2
SOURCES := warehouse expectations dashboard tests seeds
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check \
	--constraint constraints.txt

# Neither a run nor a test of ours tells anybody that it happened.
export GX_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1

.PHONY: help demo test test-nightly lint typecheck format screenshots bench docs clean
help:
	@sed -n 's/^# //p' Makefile | head -5

demo: $(VENV)/.installed
	$(BIN)/eropaf demo
	@if [ "$(SERVE)" != 0 ]; then exec $(BIN)/eropaf serve; fi

test: lint typecheck $(VENV)/.browser
	$(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "not nightly"

# What takes longer than anybody waits for: the invented city, delivered and released,
# more generated batches, and the speed of the gate.
test-nightly: $(VENV)/.installed-dev
	$(BIN)/pytest -m nightly

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/lint-imports --no-logo

typecheck: $(VENV)/.installed-dev
	$(BIN)/mypy

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

screenshots: $(VENV)/.browser
	$(BIN)/python -m tests.screenshots

bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.benchmarks

docs: $(VENV)/.installed-dev
	$(BIN)/python -m tests.spec.checks.render_checks
	$(BIN)/python -m tests.spec.indicators.render_documentation
	$(BIN)/eropaf standard document --language nl --output docs/standard/standaard.md
	$(BIN)/eropaf standard document --language en --output docs/standard/standard.md

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache *.egg-info

$(VENV)/.python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info[:2] not in [(3, 11), (3, 12)])' \
		|| { echo "Python 3.11 or 3.12 is needed; name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }
	"$(PYTHON)" -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.python pyproject.toml constraints.txt
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(INSTALL) --editable '.[dev]'
	@touch $@

# The browser tests drive Debian's own Chromium.
$(VENV)/.browser: $(VENV)/.installed-dev
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update --quiet=2 && apt-get install --quiet=2 --yes --no-install-recommends chromium; \
	else echo "The browser tests need chromium. On Debian: apt-get install chromium"; exit 1; fi
	@touch $@
