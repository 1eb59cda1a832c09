# `make demo` and `make test` need Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
SEED := 1

.PHONY: demo test law check format messages schemas bench mutants clean

demo: $(VENV)/.installed
	$(BIN)/passport validate examples
	$(BIN)/passport render examples/practices -o out
	@echo
	@echo "The documents are in out/. Open them in Word or LibreOffice; compare them with examples/practices/."

test: $(VENV)/.developing
	$(BIN)/python -m pytest

law: $(VENV)/.developing
	$(BIN)/python -m pytest tests/test_law.py --hypothesis-profile=long

check: $(VENV)/.developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

messages: $(VENV)/.developing
	mkdir -p build
	$(BIN)/pybabel -q extract --no-default-keywords -k "say say_n:1,2 mark" --no-location \
	  --sort-output --width 100 --project passportkit --version= --msgid-bugs-address= \
	  -o build/messages.pot src/passportkit
	$(BIN)/pybabel -q update -N --ignore-obsolete --ignore-pot-creation-date --width 100 \
	  -D passportkit -l ru -d src/passportkit/locale -i build/messages.pot
	$(BIN)/pybabel -q compile -D passportkit -d src/passportkit/locale

schemas: $(VENV)/.developing
	$(BIN)/passport --lang ru schema practice -o schemas/practice.schema.json
	$(BIN)/passport --lang ru schema form -o schemas/form.schema.json

bench: $(BENCH)/.installed
	$(BENCH)/bin/python benchmarks/run.py

mutants: $(VENV)/.developing
	$(BIN)/python benchmarks/mutations.py --seed $(SEED)

clean:
	rm -rf $(VENV) $(BENCH) build dist out

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.developing: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	$(BIN)/python -m compileall -q src
	@touch $@ $(VENV)/.installed

$(BENCH)/.installed: pyproject.toml
	$(PYTHON) -m venv $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@
