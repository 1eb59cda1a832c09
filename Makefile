# `make demo` and `make test` need Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
SEED := 1
UV := .venv-uv/bin/uv

# The versions that were tested. `CONSTRAINTS=` does without them: for a Python that they do not know.
CONSTRAINTS := constraints.txt

# By its environment pip hands them on to the tools that build the project, by an option it does not.
PINNED = $(if $(CONSTRAINTS),PIP_CONSTRAINT=$(CONSTRAINTS) PIP_BUILD_CONSTRAINT=$(CONSTRAINTS))
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check

.PHONY: demo test test-newest test-lowest law check format messages schemas bench mutants upgrade clean

demo: $(VENV)/.installed
	$(BIN)/passport validate examples
	$(BIN)/passport render examples/practices -o out
	@echo
	@echo "The documents are in out/. Open them in Word or LibreOffice; compare them with examples/practices/."

test: $(VENV)/.developing
	$(BIN)/python -m pytest

# Not from constraints.txt, and each time anew: what is newest changes from day to day.
test-newest: RESOLUTION := highest
test-lowest: RESOLUTION := lowest-direct
test-newest test-lowest: test-%: $(UV)
	$(PYTHON) -m venv --clear .venv-$*
	$(UV) pip install --quiet --python .venv-$* --resolution $(RESOLUTION) --editable '.[dev]'
	.venv-$*/bin/python -m pytest

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

# One version of each for every Python and every system: so none needs a condition.
upgrade: $(UV)
	mkdir -p build
	echo uv | $(UV) pip compile --quiet --upgrade --no-header --no-annotate \
	  --universal --fork-strategy fewest --python-version 3.11 \
	  --all-extras --output-file build/constraints.txt pyproject.toml -
	sed 's/ ;.*//' build/constraints.txt > constraints.txt

clean:
	rm -rf $(VENV) .venv-* build dist out

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml $(CONSTRAINTS) | $(VENV)/bin/python
	$(PINNED) $(BIN)/python $(PIP_INSTALL) --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.developing: pyproject.toml $(CONSTRAINTS) | $(VENV)/bin/python
	$(PINNED) $(BIN)/python $(PIP_INSTALL) --editable '.[dev]'
	$(BIN)/python -m compileall -q src
	@touch $@ $(VENV)/.installed

$(BENCH)/.installed: pyproject.toml $(CONSTRAINTS)
	$(PYTHON) -m venv $(BENCH)
	$(PINNED) $(BENCH)/bin/python $(PIP_INSTALL) --editable '.[bench]'
	@touch $@

$(UV): $(CONSTRAINTS)
	$(PYTHON) -m venv --clear .venv-uv
	$(PINNED) .venv-uv/bin/python $(PIP_INSTALL) uv
	@touch $@
