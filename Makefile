# make demo     check the documents in sample_docs/
# make test     everything that must hold before a change goes in
# make accuracy measure found, missed and falsely blamed faults, by rule
# make quick    the checks that take less than a minute
# The first run sets up .venv from requirements-dev.txt. Only Python 3.11 or later and make are needed.

SHELL := /bin/sh
PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3.14 python3 python,$(shell command -v $(p) 2>/dev/null)))
JOBS ?= 2
COVERAGE := --cov --cov-report=term:skip-covered
VENV := .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
PIP = $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test accuracy test-newest quick checks types style setup lock generate house clean

demo: $(READY)
	@$(BIN)/docxlint check sample_docs; status=$$?; \
	case $$status in 0|1|3) ;; *) exit $$status ;; esac

test: $(READY)
	@$(MAKE) --no-print-directory checks

# The same checks with the newest release of every dependency, in an environment of their own.
test-newest: VENV := .venv-newest
test-newest: .venv-newest/bin/python
	$(PIP) install --upgrade --upgrade-strategy eager -e '.[dev]'
	@$(MAKE) --no-print-directory checks VENV=$(VENV)

# Writes docs/measurements.md; needs LibreOffice and takes some minutes.
accuracy: $(READY)
	$(BIN)/python -m tests.accuracy --write

# These check the whole program, or its speed: coverage is counted without them, since it doubles
# their time.
WHOLE_TESTS := $(addprefix tests/,accuracy benchmarks equivalence linting/test_cost.py shipped_packs)
checks:
	@$(MAKE) --no-print-directory --jobs $(JOBS) types style
	$(BIN)/pytest -n $(JOBS) $(COVERAGE) $(addprefix --ignore=,$(WHOLE_TESTS))
	$(BIN)/pytest -n $(JOBS) --dist loadfile $(WHOLE_TESTS)

# Everything but the tests that start processes, browsers or LibreOffice: under a minute.
QUICK_TESTS := $(addprefix tests/,architecture core form linting packs plugins rules site text word)
quick: $(READY)
	@$(MAKE) --no-print-directory --jobs $(JOBS) types style
	$(BIN)/pytest -n $(JOBS) $(QUICK_TESTS)

types:
	$(BIN)/mypy

style:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

setup: $(READY)

# Update the lock file to the newest releases. It holds for every Python from 3.11 on.
lock: .venv-lock/bin/python
	.venv-lock/bin/python -m pip install --quiet --disable-pip-version-check --upgrade uv
	.venv-lock/bin/uv pip compile pyproject.toml --extra dev --upgrade --quiet \
	  --universal --python-version 3.11 --generate-hashes --no-annotate --no-strip-extras \
	  --custom-compile-command 'make lock' --output-file requirements-dev.txt

# Write the generated files: manual, JSON Schemas, results of the samples, screens in the README.
generate: $(READY)
	$(BIN)/python docs/refresh.py

# Count layers, shared names, long and short modules, modules without tests.
house: $(READY)
	@$(BIN)/python -m tests.architecture.survey

clean:
	rm -rf .venv .venv-newest .venv-lock .mypy_cache .pytest_cache .ruff_cache .coverage dist build

$(READY): pyproject.toml requirements-dev.txt $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements-dev.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

%/bin/python:
	@test -n "$(PYTHON)" || { \
	  echo "Python 3.11 or later is needed; none is on the PATH." >&2; \
	  echo "Install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed; $(PYTHON) is older." >&2; \
	  echo "Install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments." >&2; \
	  echo "On Debian and Ubuntu install python3-venv (or python3.11-venv)." >&2; exit 1; }
	$(PYTHON) -m venv $*
