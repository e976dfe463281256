"""Queries that mean harm, each with a name; `{trap}` stands for an address that nobody may call, `{file}` for a file.

Most pass the gate of `kg.query.guard`; those that do not are also sent past it, for the child is the second wall.
"""

from typing import Final

_THREE: Final = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i ."
_FIVE: Final = f"{_THREE} ?j ?k ?l . ?m ?n ?o ."
_DOUBLED: Final = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(20))
_EIGHTFOLD: Final = " ".join(f"BIND(REPLACE(?y{i}, '.', '{'$0' * 8}') AS ?y{i + 1})" for i in range(11))
_ENCODED: Final = ", ".join([f"ENCODE_FOR_URI('{'é' * 500}')"] * 20)
_ONES: Final = "1 " * 9_000
_NUMBERS: Final = " ".join(f"VALUES ?n{i} {{ 0 1 2 3 4 5 6 7 8 9 }}" for i in range(9))

HOSTILE: Final[dict[str, str]] = {
    "parentheses": f"SELECT ({'(' * 20_000}1{')' * 20_000} AS ?x) {{}}",
    "braces": f"SELECT * {'{' * 20_000}{'}' * 20_000}",
    "negations": f"SELECT ({'!' * 20_000}true AS ?x) {{}}",
    "sums": f"SELECT (1{'+1' * 20_000} AS ?x) {{}}",
    "unions": "SELECT * { {} " + "UNION {} " * 10_000 + "}",
    "optionals": "SELECT * { " + "OPTIONAL { ?s ?p ?o " * 4_000 + "}" * 4_000 + " }",
    "subselects": "SELECT * { " * 4_000 + "?s ?p ?o" + " }" * 4_000,
    "lists": f"SELECT * {{ ?s ?p {'(' * 20_000}{')' * 20_000} }}",
    "nameless": f"SELECT * {{ ?s ?p {'[ ?p ' * 8_000}1{']' * 8_000} }}",
    "path brackets": f"SELECT * {{ ?s {'(' * 20_000}kg:in{')*' * 20_000} ?o }}",
    "path steps": f"SELECT * {{ ?s kg:in{'/kg:in' * 8_000} ?o }}",
    "functions": f"SELECT ({'STR(' * 15_000}1{')' * 15_000} AS ?x) {{}}",
    "service": "SELECT * { SERVICE <{trap}> { ?s ?p ?o } }",
    "silent service": "SELECT * { SERVICE SILENT <{trap}> { ?s ?p ?o } }",
    "service of a variable": "SELECT * { VALUES ?u { <{trap}> } SERVICE ?u { ?s ?p ?o } }",
    "service in a filter": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <{trap}> { ?s ?p ?o } } }",
    "service in a filter, silent": "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <{trap}> { ?a ?b ?c } } }",
    "service in a filter, denied": "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <{trap}> { ?a ?b ?c } } }",
    "optional service": "SELECT * { ?s ?p ?o OPTIONAL { SERVICE SILENT <{trap}> { ?s ?p ?x } } }",
    "service taken away": "SELECT * { ?s ?p ?o MINUS { SERVICE SILENT <{trap}> { ?s ?p ?o } } }",
    "service in a subselect": "SELECT * { { SELECT ?s { SERVICE SILENT <{trap}> { ?s ?p ?o } } } }",
    "service in a condition": "SELECT (IF(EXISTS { SERVICE <{trap}> { ?s ?p ?o } }, 1, 2) AS ?x) { ?a ?b ?c }",
    "service in one word": "SELECT * { SERVICESILENT<{trap}>{ ?s ?p ?o } }",
    "service behind a number": "SELECT * { OPTIONAL { ?s ?p 1SERVICE SILENT<{trap}> { ?s ?p ?o } } }",
    "service behind a dot": "SELECT * { ?s a kg:Event . ?s a kg:.SERVICE SILENT <{trap}> { ?s ?p ?o } }",
    "service before a prefix": "PREFIX x: <{trap}> SELECT * { SERVICE SILENTx:y { ?s ?p ?o } }",
    "service with escapes": "SELECT * { \\u0053ERVICE <{trap}> { ?s ?p ?o } }",
    "service of a made address": (
        "SELECT * { BIND(IRI(CONCAT('{trap}', 'x')) AS ?u) FILTER EXISTS { SERVICE ?u { ?s ?p ?o } } }"
    ),
    "load": "LOAD <{trap}>",
    "load of a file": "LOAD <file://{file}>",
    "from an address": "SELECT * FROM <{trap}> { ?s ?p ?o }",
    "from a file": "SELECT * FROM <file://{file}> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <{trap}> { GRAPH ?g { ?s ?p ?o } }",
    "insert": "INSERT DATA { <a:a> <a:b> <a:c> }",
    "clear": "PREFIX x: <a:> CLEAR ALL",
    "cross join counted": f"SELECT (COUNT(*) AS ?n) {{ {_FIVE} }}",
    "cross join told apart": f"SELECT (COUNT(DISTINCT ?a) AS ?n) {{ {_FIVE} }}",
    "cross join sorted": f"SELECT * {{ {_THREE} }} ORDER BY ?c ?f ?i",
    "cross join grouped": f"SELECT ?a ?d (COUNT(*) AS ?n) {{ {_THREE} }} GROUP BY ?a ?d",
    "cross join distinct": f"SELECT DISTINCT ?a ?d ?g {{ {_THREE} }}",
    "cross join, late": f"SELECT * {{ {_FIVE} }} OFFSET 4000000000 LIMIT 1",
    "cross join, no row": f"SELECT * {{ {_FIVE} FILTER(STR(?a) = STR(?o) && ?b = 'no') }}",
    "cross join asked": f"ASK {{ {_FIVE} FILTER(?a = 1) }}",
    "cross join built": f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {_THREE} }}",
    "everything everywhere": f"SELECT * {{ {_THREE} }}",
    "digits": f"SELECT * {{ {_NUMBERS} }}",
    "digits summed": f"SELECT (SUM(?n0 + ?n1 * ?n2) AS ?x) {{ {_NUMBERS} }}",
    "any path": "SELECT (COUNT(*) AS ?n) { ?a (!<a:x>|^!<a:x>)* ?b . ?b (!<a:x>|^!<a:x>)* ?c }",
    "path of paths": "SELECT (COUNT(*) AS ?n) { ?a ((!<a:x>)*/(^!<a:x>)*)* ?b . ?c ((!<a:x>)*/(!<a:y>)*)+ ?d }",
    "path from anywhere": f"SELECT (COUNT(*) AS ?n) {{ ?a (!<a:x>|!<a:y>|^!<a:z>){'/(!<a:x>|^!<a:y>)' * 30} ?b }}",
    "description": f"DESCRIBE ?a ?d ?g {{ {_THREE} }}",
    "doubled strings": f"SELECT (STRLEN(?x20) AS ?n) {{ BIND('{'x' * 10_000}' AS ?x0) {_DOUBLED} }}",
    "replaced strings": f"SELECT (STRLEN(?y11) AS ?n) {{ BIND('{'x' * 1_000}' AS ?y0) {_EIGHTFOLD} }}",
    "joined strings": f"SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) {{ {_THREE} }}",
    "typed strings": f"SELECT (STRDT(CONCAT('{'x' * 30_000}', STR(?a)), ?b) AS ?x) {{ {_THREE} FILTER(ISIRI(?b)) }}",
    "encoded strings": f"SELECT ?x {{ {_NUMBERS} BIND(CONCAT({_ENCODED}) AS ?x) }}",
    "regular bait": f"SELECT * {{ {_THREE} FILTER(REGEX(CONCAT(STR(?c), '{'a' * 5_000}!'), '^(a+)+(a|aa)*$')) }}",
    "regular giant": f"SELECT * {{ ?s ?p ?o FILTER(REGEX('{'a' * 500}', '((a{{1,500}}){{1,500}}){{1,500}}$')) }}",
    "new nodes": f"SELECT (BNODE() AS ?x) {{ {_THREE} }}",
    "new names": f"SELECT (UUID() AS ?x) (STRUUID() AS ?y) (RAND() AS ?z) {{ {_THREE} }}",
    "hashes": f"SELECT (SHA512(CONCAT(STR(?a), STR(?d), STR(?g), '{'x' * 30_000}')) AS ?x) {{ {_THREE} }}",
    "big values": f"SELECT (COUNT(*) AS ?n) {{ VALUES ?v {{ {_ONES} }} VALUES ?w {{ {_ONES} }} {_THREE} }}",
    "big numbers": f"SELECT (COUNT(?x) AS ?n) {{ {_NUMBERS} BIND({'*'.join(['9999999999999.5'] * 99)} AS ?x) }}",
    "not existing": f"SELECT * {{ {_THREE} FILTER NOT EXISTS {{ ?x ?y ?z FILTER(?z = ?x && ?a != ?y) }} }}",
    "minus": f"SELECT (COUNT(*) AS ?n) {{ {{ {_THREE} }} MINUS {{ ?j ?k ?l . ?a ?n ?o . ?d ?e ?q }} }}",
    "optional rows": f"SELECT (COUNT(*) AS ?n) {{ {' '.join(f'OPTIONAL {{ ?s{i} ?p{i} ?o{i} }}' for i in range(9))} }}",
    "half a letter": "SELECT ('\ud800' AS ?x) { ?s ?p '\udfff' }",
    "escaped half a letter": "SELECT ('\\uD800' AS ?x) {}",
    "nothing in it": "SELECT\0* {\0?s ?p ?o }",
    "big literal": f"SELECT ('{'x' * 70_000}' AS ?x) {{}}",
    "giant literal": f"SELECT ('{'x' * 1_000_000}' AS ?x) {{}}",
    "open string": "SELECT ('''" + '\\"""' * 13_000,
    "open strings": "SELECT " + '\\"x' * 20_000,
    "dotted words": "SELECT " + "a." * 30_000,
    "open addresses": "SELECT " + "<a" * 30_000,
}

ANSWERED: Final = frozenset({"cross join, no row", "cross join asked", "regular bait"})
"""Those that a good plan answers at once; they are kept for the day when it does not."""
