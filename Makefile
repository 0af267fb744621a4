# The doors of the house. Each recipe sets up what it needs: a machine with python3 (3.11 or later) and make is enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := build/demo.db

.PHONY: help demo test lint types docs evaluate lexicons snapshots bench lock clean

help:  ## Say what each door opens
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

# The editable install runs the build hook, which makes the gazetteer where it is missing.
$(READY): requirements/dev.txt pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or later: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)  ## Read the packaged sample reports and show the record
	@mkdir -p $(dir $(DEMO)) && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/onrecord ingest --ledger $(DEMO) src/onrecord/samples/reports.jsonl
	$(BIN)/onrecord claims --ledger $(DEMO)
	$(BIN)/onrecord timeline --ledger $(DEMO)
	$(BIN)/onrecord verify --ledger $(DEMO)

test: $(READY)  ## Run every test, with branch coverage
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(READY)  ## Style, spelling, the import contract, the lexicons
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell
	$(BIN)/lint-imports
	$(BIN)/python scripts/build_lexicons.py --check

types: $(READY)  ## mypy --strict
	$(BIN)/mypy

docs: $(READY)  ## Check that the documents agree with the code
	$(BIN)/python -m pytest tests/test_docs.py

evaluate: $(READY)  ## Score the reader on the annotated reports
	$(BIN)/python -m evaluation.gate

bench: $(READY)  ## Reading against the bare spaCy pipeline, in one run
	$(BIN)/python benchmarks/reading_cost.py

lexicons: $(READY)  ## Compile lexicons/ into the package
	$(BIN)/python scripts/build_lexicons.py

snapshots: $(READY)  ## Rewrite tests/golden from what the program prints now; read the difference before you commit it
	ONRECORD_SNAPSHOTS=write $(BIN)/python -m pytest tests/cli/test_golden.py

lock:  ## Resolve the locked requirements anew (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade --output-file requirements/runtime.txt
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --upgrade --output-file requirements/dev.txt

clean:  ## Remove what the recipes made, the environment too
	rm -rf build dist $(VENV) .coverage .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
