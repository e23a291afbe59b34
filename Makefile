# Two commands do everything: `make report` and `make test`. `make` alone lists the rest.
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
.DEFAULT_GOAL := help

ARTICLE ?= seeds/articles/cnn-us-ukraine-talks.txt
SET ?=
PARAMS ?=
RUN ?=
REBUILD ?=
GOLD ?= ../shared
RECORD ?=
TARGET ?= loader
SECONDS ?= 600
# Reach the recipes as environment variables, so that no value is ever read as shell words; and as they stand, so that
# make itself runs nothing in them, such as a file's name with $(shell ...).
override ARTICLE := $(value ARTICLE)
override SET := $(value SET)
override PARAMS := $(value PARAMS)
override RUN := $(value RUN)
override GOLD := $(value GOLD)
export ARTICLE SET PARAMS RUN GOLD

# Inside the conda environment made from environment.yml its Python is used; else a .venv made from the lock.
ifeq ($(CONDA_DEFAULT_ENV),faultline)
PYTHON := python
READY :=
else
PYTHON := .venv/bin/python
READY := .venv/ready
# Not so where the system's Python was moved, or another took its place: then .venv is made anew.
WORKS := .venv/bin/python -c "import pip" 2>/dev/null
ifneq ($(shell $(WORKS) && echo yes),yes)
.PHONY: .venv/ready
endif
endif
SYSTEM_PYTHON ?= python3
# Training alone needs PyTorch, and has an environment of its own.
TRAINING := analysis/model/training
MODEL_READY := .venv-model/ready
MODEL_PYTHON := .venv-model/bin/python
TORCH ?= torch==2.13.0
INPUTS := $(wildcard seeds/*/*.yml notebooks/*.ipynb analysis/*.* analysis/*/*.* analysis/briefing/template/*/*)

.PHONY: help report verify picture params lab test check licences evaluate weights bench load fuzz model stance lock \
	clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile
	@echo '  make report ARTICLE=seeds/articles/x.txt SET="focus=gop-funding min_confidence=0.7" PARAMS=my.yml'

report: $(READY) ## make the briefing (HTML, PDF) of an article; does nothing when nothing changed
	@$(PYTHON) -m analysis report --set="$$SET" --params="$$PARAMS" -- "$$ARTICLE"

reports/%/briefing.pdf: seeds/articles/%.txt $(INPUTS) $(READY)
	@$(PYTHON) -m analysis report "$<"

verify: $(READY) ## check a run again: sources, quotes, files, claims (RUN=reports/NAME; REBUILD=yes builds it twice)
	@$(PYTHON) -m analysis verify "$$RUN" $(if $(REBUILD),--rebuild)

# Of the bundled article, as a reader meets it on a laptop; README.md shows it.
picture: report ## make the picture of the briefing in README.md again (needs chromium)
	@chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,1180 \
		--screenshot=reports/briefing.png "file://$(CURDIR)/reports/cnn-us-ukraine-talks/briefing.html" 2>/dev/null

params: $(READY) ## list the parameters: what they take, what they move
	@$(PYTHON) -m analysis params

lab: $(READY) ## open the notebooks in JupyterLab
	@$(PYTHON) -m jupyterlab notebooks/

test: $(READY) ## run the tests
	@$(PYTHON) -m pytest -n 2 --dist worksteal

check: $(READY) ## lint, format, types, and known vulnerabilities of what is pinned
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(PYTHON) .ci/audit.py

licences: $(READY) ## list the licence of every package that is installed
	@$(PYTHON) -m piplicenses --order=license --format=csv

evaluate: $(READY) ## measure every extractor on the development sets (GOLD=../shared, RECORD=yes to keep the figures)
	@$(PYTHON) -m analysis evaluate --gold "$$GOLD" $(if $(RECORD),--record)

weights: $(READY) ## fit the weights of all stages again (GOLD=../shared, ten minutes)
	@$(PYTHON) -m analysis weights --gold "$$GOLD"

bench: $(READY) ## seconds and peak memory of a run and of the language model, as tables
	@$(PYTHON) tests/benchmarks/bench_stages.py
	@$(PYTHON) tests/benchmarks/bench_report.py
	@$(PYTHON) tests/benchmarks/bench_page.py
	@$(if $(shell command -v chromium),$(PYTHON) tests/benchmarks/bench_paint.py)
	@$(if $(wildcard $(MODEL_READY)),$(MODEL_PYTHON),$(PYTHON)) tests/benchmarks/bench_model.py --gold "$$GOLD"

load: $(READY) ## seconds and peak memory of reading an article of 120,000 characters, of 2, 4 and 8 times as many
	@$(PYTHON) tests/benchmarks/bench_load.py

model: $(MODEL_READY) ## make the language model again from GOLD=../shared (an hour or more without a GPU)
	@$(MODEL_PYTHON) -m analysis.model.training --gold "$$GOLD" --work reports/.model

stance: $(MODEL_READY) ## make the head of directed stance again, on the model that is there (GOLD=../shared)
	@$(MODEL_PYTHON) -m analysis.model.training --gold "$$GOLD" --work reports/.model --stance

# atheris, which guides the fuzzing, has wheels for Linux alone: it is beside the environment, not in the lock.
fuzz: $(READY) ## fuzz TARGET=loader|quotes|statements|briefing|seedfile|settings for SECONDS=600; finds in reports/.fuzz
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --upgrade --target reports/.fuzz/lib --requirement tests/fuzz/requirements.lock
	@PYTHONPATH=.:reports/.fuzz/lib $(PYTHON) -m tests.fuzz $(TARGET) --seconds $(SECONDS)

# The lock names no registry: pip takes its own, and checks each file against the hashes.
# No file target: after a clone the times of files mean nothing, and a lock must never be remade by accident.
lock: ## pin the dependencies of pyproject.toml again (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --upgrade \
		--output-file requirements.lock
	uv pip compile $(TRAINING)/requirements.in --no-deps --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --upgrade \
		--output-file $(TRAINING)/requirements.lock

# PyTorch is left to pip: which build a machine wants, no lock can know.
$(MODEL_READY): requirements.lock $(TRAINING)/requirements.lock
	@rm -rf .venv-model
	@$(SYSTEM_PYTHON) -m venv .venv-model
	@$(MODEL_PYTHON) -m pip install --quiet --disable-pip-version-check $(TORCH)
	@$(MODEL_PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --requirement requirements.lock --requirement $(TRAINING)/requirements.lock
	@$(MODEL_PYTHON) -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready: requirements.lock
	@$(SYSTEM_PYTHON) -c 'import sys; sys.exit("faultline: Python 3.11 to 3.13 is needed, this is " + sys.version.split()[0] + "; name another with SYSTEM_PYTHON=python3.12" if not (3, 11) <= sys.version_info < (3, 14) else 0)'
	@$(SYSTEM_PYTHON) .ci/alone $< sh -ec '\
		test .venv/ready -nt $< && $(WORKS) && exit; \
		rm -rf .venv; \
		echo "making .venv from requirements.lock (once, a few minutes)"; \
		$(SYSTEM_PYTHON) -m venv .venv; \
		.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<; \
		.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation --editable .; \
		touch $@'

clean: ## remove what was generated: reports and caches (the .venv stays)
	@find reports -mindepth 1 ! -name README.md ! -path reports/briefing.png -delete
	@rm -rf .mypy_cache .ruff_cache .pytest_cache
