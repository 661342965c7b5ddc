# make demo   checks the documents in sample_docs/
# make test   everything that must hold before a change goes in
# Both set themselves up in .venv; nothing but Python 3.11 or later and make is needed.

SHELL := /bin/sh
PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3.14 python3 python,$(shell command -v $(p) 2>/dev/null)))
JOBS ?= 2
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test setup fresh clean

demo: $(READY)
	@$(BIN)/docxlint check sample_docs; status=$$?; \
	case $$status in 0|1|3) ;; *) exit $$status ;; esac

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/docxlint test annual-report
	$(BIN)/pytest -n $(JOBS)

setup: $(READY)

# Writes anew what is generated: the JSON Schema, and the screens of real output in the README.
fresh: $(READY)
	$(BIN)/python docs/refresh.py

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache dist build

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { \
	  echo "Python 3.11 or later is needed; none is on the PATH." >&2; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or later is needed; $(PYTHON) is older." >&2; \
	  echo "Install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make virtual environments." >&2; \
	  echo "On Debian and Ubuntu install python3-venv (or python3.11-venv)." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
