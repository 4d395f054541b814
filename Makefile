# make plans: build every unit's plan into build/.  make test: lint, types, import contracts, all tests.
PYTHON ?= python3
BIN := .venv/bin
# Compiled modules are kept, as on everyone's machine: hundreds of tests start a docgen of their own.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: plans test faults templates docs bench lock clean

plans: .venv/run
	$(BIN)/docgen build

test: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -n 2 --dist loadfile

# Every fault at every file system call, 2 000 kills, 1 000 histories, 54 000 spoilt files, a bad unit at each of 200 places: half an hour.
faults: .venv/dev
	DOCGEN_LONG=1 $(BIN)/python -m pytest -s tests/workspace/test_faults.py tests/workspace/test_kills.py tests/workspace/test_histories.py tests/workspace/test_at_once.py tests/word/test_engine_laws.py tests/word/test_mutations.py tests/batch/test_bad_units.py tests/load/test_quick_nodes.py tests/check/test_clean_papers.py tests/word/test_revisions_laws.py tests/word/test_redline_laws.py tests/compare

templates: .venv/run
	$(BIN)/docgen template generate

docs: .venv/dev
	$(BIN)/python -m docs.generate

.venv/run: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@

.venv/dev: requirements-dev.lock .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Side by side with peers it installs itself into build/bench; takes many minutes. make bench CASES="fill start" picks.
bench: .venv/run
	$(BIN)/python -m benchmarks $(CASES)

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --group dev pyproject.toml -o requirements-dev.lock

clean:
	rm -rf build .venv
