# `make demo` and `make test` need Python 3.11 or newer and nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BENCH := .venv-bench
SEED := 1
CPU := 600
KIND := all
UV := .venv-uv/bin/uv
CATALOGUE := src/passportkit/locale/ru/LC_MESSAGES/passportkit

# The versions that were tested. `CONSTRAINTS=` does without them: for a Python that they do not know.
CONSTRAINTS := constraints.txt

# By its environment pip hands them on to the tools that build the project, by an option it does not.
PINNED = $(if $(CONSTRAINTS),PIP_CONSTRAINT=$(CONSTRAINTS) PIP_BUILD_CONSTRAINT=$(CONSTRAINTS))
PIP_INSTALL := -m pip install --quiet --disable-pip-version-check

.PHONY: demo test test-newest test-lowest law fuzz faults check format generate bench growth mutants upgrade clean

demo: $(VENV)/.installed $(CATALOGUE).mo
	$(BIN)/passport validate examples
	$(BIN)/passport render examples/practices -o out
	@echo
	@echo "The documents are in out/. Open them in Word or LibreOffice; compare them with examples/practices/."

test: $(VENV)/.developing $(CATALOGUE).mo
	$(BIN)/python -m tests.without_network -m pytest --numprocesses auto

# Not from constraints.txt, and each time anew: what is newest changes from day to day.
test-newest: RESOLUTION := highest
test-lowest: RESOLUTION := lowest-direct
test-newest test-lowest: test-%: $(UV)
	$(PYTHON) -m venv --clear .venv-$*
	$(UV) pip install --quiet --python .venv-$* --resolution $(RESOLUTION) --editable '.[dev]'
	.venv-$*/bin/python -m tests.without_network -m pytest --numprocesses auto

law: $(VENV)/.developing $(CATALOGUE).mo
	$(BIN)/python -m pytest tests/test_law.py tests/engine/test_looks.py tests/intake/test_looks.py --hypothesis-profile=long

fuzz: $(VENV)/.developing $(CATALOGUE).mo
	$(BIN)/python -m tests.fuzz --kind $(KIND) --seed $(SEED) --cpu $(CPU)

faults: $(VENV)/.developing $(CATALOGUE).mo
	$(BIN)/python -m tests.faults --seed $(SEED)

check: $(VENV)/.developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.developing
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

generate: $(VENV)/.developing
	$(BIN)/python -m generation

bench: $(BENCH)/.installed
	$(BENCH)/bin/python benchmarks/run.py

growth: $(VENV)/.developing
	$(BIN)/python benchmarks/growth.py $(KINDS)

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

# Installing compiles it; here for a catalogue that has come with a later commit.
$(CATALOGUE).mo: $(CATALOGUE).po hatch_build.py | $(VENV)/.installed
	$(PINNED) $(BIN)/python $(PIP_INSTALL) --no-deps --editable .
	@touch $@

$(BENCH)/.installed: pyproject.toml $(CONSTRAINTS)
	$(PYTHON) -m venv $(BENCH)
	$(PINNED) $(BENCH)/bin/python $(PIP_INSTALL) --editable '.[bench,excel]'
	@touch $@

$(UV): $(CONSTRAINTS)
	$(PYTHON) -m venv --clear .venv-uv
	$(PINNED) .venv-uv/bin/python $(PIP_INSTALL) uv
	@touch $@
