# The two commands of the README: `make brief` and `make test`. Both build the environment first.
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := .venv/bin/

.PHONY: env brief test lint clean

env: .venv/.done

.venv/.done: uv.lock pyproject.toml
	@command -v uv >/dev/null 2>&1 || test -x .uv/bin/uv || \
	  { $(PYTHON) -m venv .uv && .uv/bin/pip install --quiet --disable-pip-version-check "uv==0.13.*"; }
	$(UV) sync --frozen --quiet
	@touch $@

brief: env
	@mkdir -p out
	$(RUN)multivector load factbook --ledger out/examples.duckdb
	$(RUN)multivector read examples/reports --ledger out/examples.duckdb
	$(RUN)multivector brief Kazakhstan Italy --ledger out/examples.duckdb -o out/kazakhstan-italy.md
	$(RUN)multivector brief Kazakhstan Italy --ledger out/examples.duckdb -o out/kazakhstan-italy.html

test: env lint
	$(RUN)python -m pytest -n 2 --dist loadfile

lint: env
	$(RUN)ruff check src tests benchmarks tools training
	$(RUN)ruff format --check src tests benchmarks tools training
	$(RUN)mypy
	$(RUN)lint-imports

clean:
	rm -rf .venv .uv out .mypy_cache .pytest_cache .ruff_cache .hypothesis
