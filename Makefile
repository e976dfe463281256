# Short names for the scripts in tools/, which work without make as well.
.POSIX:
.PHONY: setup demo format lint types test docs wheel check lock bundle clean

BIN = $${KG_VENV:-.venv}/bin

check:                 ## everything that has to hold
	sh tools/test.sh

setup:                 ## the virtual environment, for development
	sh tools/setup.sh dev

demo:                  ## install and build the graph of the sample pages
	sh tools/demo.sh

format: setup          ## put the code into its standard layout
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: setup            ## style and import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo

types: setup           ## mypy, strict
	$(BIN)/mypy

test: setup            ## the tests that take no more than seconds each
	$(BIN)/python -m pytest -n auto -m "not slow and not browser"

docs: setup            ## the documentation, into docs/_build/html
	$(BIN)/python -m sphinx -q -E -W --keep-going -b html docs docs/_build/html

wheel: setup           ## the wheel, into dist/
	$(BIN)/python -m hatchling build -t wheel

lock:                  ## work out the lock files again (needs uv)
	sh tools/lock.sh

bundle:                ## what the network page takes from npm (needs Node.js and npm)
	cd tools/bundle && npm ci --ignore-scripts && node build.mjs ../../src/kg/view/vendor

clean:                 ## remove what the scripts have made
	rm -rf .venv build dist docs/_build .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
