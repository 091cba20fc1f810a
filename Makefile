# Everything from a fresh clone: the virtual environment is made, and made anew only when
# pyproject.toml has changed. Needs Python 3.11 or later and nothing else.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.installed

.PHONY: chat test evals lint screenshots clean

chat: $(READY)  ## Open the chat on the shipped article
	$(BIN)/thamtop chat

test: $(READY)  ## Run all tests
	$(BIN)/python -m pytest

evals: $(READY)  ## Measure accuracy on the shipped questions
	$(BIN)/evals

lint: $(READY)  ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

screenshots: $(READY)  ## Take the README's pictures of the page anew
	mkdir -p docs/screenshots
	THAMTOP_SCREENSHOTS=docs/screenshots $(BIN)/python -m pytest -q -m browser

$(READY): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $(READY)

clean:  ## Remove the virtual environment and caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache *.egg-info build
