#!/bin/sh
# From a fresh checkout to a built graph: install kg, build the graph of the sample pages, say where everything is.
set -eu
cd "$(dirname "$0")/.."

venv=${KG_VENV:-.venv}
out=${KG_OUT:-build}

sh tools/setup.sh
echo
"$venv/bin/kg" build data -o "$out"

cat <<END

The command is $(cd "$venv/bin" && pwd)/kg; after '. $venv/bin/activate' it is just kg.
Go on with docs/tutorial.md.
END
