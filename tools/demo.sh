#!/bin/sh
# From a fresh checkout to a built graph: install kg, build the graph of the sample pages, say where everything is.
set -eu
cd "$(dirname "$0")/.."

venv=${KG_VENV:-.venv}
out=${KG_OUT:-build}

sh tools/setup.sh
echo
"$venv/bin/kg" build data -o "$out"

here=$(cd "$out" && pwd)
program=$(cd "$venv/bin" && pwd)/kg
cat <<END

Everything is in $here
  network.html     the network: open it in a browser (no internet needed)
  graph.ttl        the graph as Turtle, to read and to load elsewhere
  graph.jsonld     the same as JSON-LD
  graph.nq         the same as sorted N-Quads: the text the rest can be rebuilt from
  issues.jsonl     what a person should look at
  records/         what each page states, to review and to correct

Go on with
  $program query 'SELECT ?name WHERE { ?person a kg:Person ; rdfs:label ?name } ORDER BY ?name'
  $program queries
  docs/tutorial.md
END
