# The only door: each target makes the environment it needs, once. PYTHON= chooses the interpreter, VENV= where it goes.
PYTHON ?= python3
VENV ?= .venv
RAW ?= data/raw
OUT ?= data/build
RELEASE ?= data/release/$(shell sed -n 's/^__version__ = "\(.*\)"/\1/p' etl/__init__.py)
WORKERS ?= 2
BIN := $(VENV)/bin
# One stamp per Python version: asking for another interpreter makes the environment anew.
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
STAMP := $(VENV)/.comity-$(VERSION)
SQL := sql
# What the relation model learns from (briefs, pages) and what the judge learns from (the rest) are apart: he must not take it for better than it is.
APART := $(wildcard tests/gold/wire/*.jsonl tests/gold/reports/*.jsonl)
# Nothing learns from these: what a new model or rule is worth is seen on them.
UNLEARNED := tests/gold/briefs/daily_side_glances.jsonl tests/gold/briefs/daily_southern_wires.jsonl tests/gold/briefs/daily_plain_apart.jsonl
BRIEFS := $(filter-out $(UNLEARNED),$(wildcard tests/gold/briefs/*.jsonl tests/gold/pages/*.jsonl))
GOLD := $(filter-out tests/gold/pairs.jsonl,$(wildcard tests/gold/*.jsonl tests/gold/items/*.jsonl))

.DEFAULT_GOAL := help
.PHONY: help setup build-dataset release test train train-on arbitrate check format codebook evaluate bench constraints clean

help: ## show this list
	@echo "Comity: news articles -> directed country-to-country events -> Parquet -> DuckDB views"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  PYTHON=python3.13 chooses the interpreter; WORKERS=$(WORKERS) RAW=$(RAW) OUT=$(OUT) are for build-dataset and release."

setup: $(STAMP) ## make the environment in .venv (every other target does so too)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Comity needs Python 3.11 or newer; '$(PYTHON)' is not. Say PYTHON=python3.12, for example." >&2; exit 1; }
	@test ! -d $(VENV) || test "$$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$(VERSION)" || rm -rf $(VENV)
	@test -d $(VENV) || $(PYTHON) -m venv $(VENV) || { echo "'$(PYTHON) -m venv' failed: install the venv package of your system's Python." >&2; exit 1; }
	@echo "Making the environment in $(VENV) with Python $(VERSION) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev,model]'
	@touch $@

build-dataset: $(STAMP) ## code data/sample and whatever lies in data/raw, build the tables and views
	@$(BIN)/comity build --articles data/sample $(if $(wildcard $(RAW)/*),--articles '$(RAW)') --out '$(OUT)' --workers $(WORKERS)

release: build-dataset ## build the dataset and make its download folder in data/release/VERSION
	@$(BIN)/comity release --data '$(OUT)' --out '$(RELEASE)'
	@$(BIN)/comity release --check '$(RELEASE)'

# Files go to the workers in the order of the folders: the gate takes longest and must not come last.
test: $(STAMP) ## run all tests, one worker on each core
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

check: $(STAMP) ## formatting, lint, types, import directions, SQL
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/sqlfluff lint --disable-progress-bar $(SQL)

format: $(STAMP) ## put code and SQL into shape
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .
	@$(BIN)/sqlfluff fix --disable-progress-bar $(SQL)

codebook: $(STAMP) ## write docs/codebook.md anew from the schemas, docs/coder_map.md from the coder
	@$(BIN)/python -m etl.codebook
	@$(BIN)/python -m etl.coder_map

evaluate: $(STAMP) ## score the coder on our own labelled sentences
	@$(BIN)/comity evaluate $(GOLD)
	@$(BIN)/comity evaluate --pairs tests/gold/pairs.jsonl

train: $(STAMP) ## fine-tune the relation model on data/training and the articles of tests/gold/briefs and pages, then arbitrate (an hour or two; installs torch)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@$(BIN)/python -m etl.training --articles $(BRIEFS)
	@$(BIN)/python -m etl.training.arbitrate $(GOLD) $(APART)
	@$(BIN)/python -m etl.training.asking $(GOLD) $(APART) $(BRIEFS)

train-on: $(STAMP) ## let the present model learn on from those articles, then arbitrate (an hour; installs torch)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@$(BIN)/python -m etl.training --start data/models --recipe data/training/more.toml --articles $(BRIEFS)
	@$(BIN)/python -m etl.training.arbitrate $(GOLD) $(APART)
	@$(BIN)/python -m etl.training.asking $(GOLD) $(APART) $(BRIEFS)

arbitrate: $(STAMP) ## learn anew how both readers are weighed and where the model is asked, after a change of dictionaries or gold
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[arbitrate]'
	@$(BIN)/python -m etl.training.arbitrate $(GOLD) $(APART)
	@$(BIN)/python -m etl.training.asking $(GOLD) $(APART) $(BRIEFS)

bench: $(STAMP) ## measure speed and memory on this machine
	@$(BIN)/python tests/bench/throughput.py

constraints: $(STAMP) ## resolve constraints.txt anew from the ranges in pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --universal --no-annotate --no-header --quiet --upgrade --extra dev --extra model --output-file constraints.txt

clean: ## remove what was built, keep the environment and data/raw
	@rm -rf $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -path ./$(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +
