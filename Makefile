# Everything a contributor runs. `make` alone lists it; every target sets up what it needs first.

.DEFAULT_GOAL := help
.PHONY: help setup setup-browser serve site check test test-all bench screenshots pictures format lock clean

# The project's own programs first, node from .venv included where the machine has none.
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)

PORT ?= 8000
# How many tests run at once.
JOBS ?= 2

bootstrap = python=$$(sh builder/bootstrap/find-python.sh) && PYTHONPATH=builder "$$python" -m bootstrap

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## Install the locked Python and npm packages (done once, then quick)
	@$(bootstrap) setup

setup-browser: setup ## Find or install a Chromium for the browser tests
	@$(bootstrap) browser

serve: setup ## Build, serve on this machine and rebuild on change (PORT=8000)
	mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

site: setup ## Build the site into site/
	mkdocs build --strict

check: setup ## Check everything that needs no browser: style, types, quick tests
	ruff check .
	ruff format --check .
	mypy
	tsc --project tsconfig.json
	tsc --project site_tests/js/tsconfig.json
	python -m pytest site_tests/support site_tests/core site_tests/site site_tests/content -n $(JOBS)
	tests=$$(find site_tests/js -name '*.test.js' | sort) && test -n "$$tests" && node --import ./site_tests/js/support/properties.js --test $$tests

test: check site setup-browser ## Check, build, and test the built site in Pyodide and a browser
	python -m pytest site_tests/pyodide site_tests/e2e -n $(JOBS)

test-all: check site setup-browser ## The same, with the long tests too
	python -m pytest -m '' -n $(JOBS)

bench: site setup-browser ## Measure the builder, the engine and the pages
	python -m pytest site_tests/bench -m '' --capture=no

screenshots: site setup-browser ## Take pictures of every page, wide and narrow, into screenshots/
	python -m site_tests.screenshots

pictures: site setup-browser ## Take the pictures of the README and the guides again
	python -m site_tests.pictures

format: setup ## Put the Python code in its standard form
	ruff check --fix .
	ruff format .

lock: ## Make the lock files again (UPGRADE=1 takes the newest versions that fit)
	@$(bootstrap) lock $(if $(UPGRADE),--upgrade)

clean: ## Remove everything that set-up, builds and tests made
	rm -rf .venv node_modules site screenshots test-results .cache builder/*.egg-info
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find builder questionnaires site_tests -name __pycache__ -type d -prune -exec rm -rf {} +
