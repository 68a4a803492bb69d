# make report: set up, build the graph, answer the first questions, draw the map.   make test: set up and run every test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE := $(VENV)/graph.kgl

.PHONY: report test check lint types imports bench docs readers lock clean help

help:
	@echo "make report   the answers and the network map, in out/"
	@echo "make test     every test (what is missing on this machine is skipped, and says so)"
	@echo "make check    tests, lint, types and import rules"
	@echo "make readers  real readers for the tests: a Neo4j server, its linter, FollowTheMoney"
	@echo "make bench    speed, side by side with the alternatives a user has"
	@echo "make docs     write the generated pages again"

report: $(VENV)/.installed
	@$(BIN)/interlocal report --store $(STORE) -o out

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

check: lint types imports test

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

imports: $(VENV)/.installed-dev
	$(BIN)/lint-imports

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.run

docs: $(VENV)/.installed-dev
	$(BIN)/python docs/generate.py

# What else the tests read our work with, when it is there: FollowTheMoney in an environment of its own (it needs ICU's
# headers; Debian: libicu-dev, pkg-config), the linter of the Cypher language server (npm), a real Neo4j and its shell (Java, Maven).
readers: tests/readers/.venv/.installed tests/readers/node_modules/.installed tests/readers/neo4j/lib/.installed

tests/readers/.venv/.installed: tests/readers/requirements.lock
	@$(PYTHON) -m venv tests/readers/.venv
	@tests/readers/.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/readers/requirements.lock
	@touch $@

tests/readers/node_modules/.installed: tests/readers/package-lock.json
	@cd tests/readers && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

tests/readers/neo4j/lib/.installed: tests/readers/neo4j/server.xml tests/readers/neo4j/shell.xml
	@rm -rf tests/readers/neo4j/lib
	@for part in server shell; do mvn -q -B -f tests/readers/neo4j/$$part.xml dependency:copy-dependencies -DoutputDirectory=lib/$$part -DincludeScope=runtime || exit 1; done
	@touch $@

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 report"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.installed: $(VENV)/.made requirements.lock pyproject.toml
	@echo "Setting up (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

# The locks: exact versions with hashes, for every platform and Python from 3.11 on.
lock:
	$(PYTHON) -m pip install --quiet uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --group build -o requirements.lock pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --group build --group dev -o requirements-dev.lock pyproject.toml
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -o tests/readers/requirements.lock tests/readers/requirements.in

clean:
	rm -rf $(VENV) tests/readers/.venv tests/readers/node_modules tests/readers/neo4j/lib out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
