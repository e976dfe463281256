#!/bin/sh
# Everything that has to hold, in the order of the quickest answer: style, types, import rules, docs, tests.
# All steps run, also after one failed; the exit code is 0 only when all passed.
# Arguments go to pytest: sh tools/test.sh tests/query -x
set -eu
cd "$(dirname "$0")/.."

venv=${KG_VENV:-.venv}
sh tools/setup.sh dev
bin=$(cd "$venv/bin" && pwd)
PATH=$bin:$PATH
export PATH

failed=
started=$(date +%s)

step() {
    name=$1
    shift
    printf '\n== %s (%s s)\n' "$name" "$(($(date +%s) - started))"
    if ! "$@"; then
        failed="$failed $name"
        printf '== %s FAILED\n' "$name"
    fi
}

step lint ruff check .
step format ruff format --check .
step types mypy
step imports lint-imports --no-logo
step docs python -m sphinx -q -E -W --keep-going -b html docs docs/_build/html
step suites python tools/suites.py
step tests python -m pytest -n auto --cov --cov-report=term "$@"

if [ -n "$failed" ]; then
    printf '\nfailed:%s\n' "$failed" >&2
    exit 1
fi
