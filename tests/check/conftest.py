"""A small sound graph in the shape that kg writes, for tests that break it in one place."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from kg.query import Engine, engine_over
from kg.store import in_memory
from kg.text.normal import sha256
from kg.vocab.namespaces import PREFIXES

TEXT = "Colloque à Metz, 14-15 mai 2024.\nAnne Weiss, présidente, Agence Rive Gauche, a ouvert le colloque.\n"
SHA256 = sha256(TEXT)
QUOTE = "Anne Weiss, présidente, Agence Rive Gauche"
START = TEXT.index(QUOTE)
END = START + len(QUOTE)
TEXT_ID = f"text-{SHA256[:16]}"

SOUND = f"""
GRAPH graph:{TEXT_ID} {{
  id:event-1 a kg:Event ; schema:name "Colloque"@fr ; schema:startDate "2024-05-14"^^xsd:date ;
    schema:endDate "2024-05-15"^^xsd:date ; schema:location id:territory-metz ; kg:evidence id:evidence-1 .
  id:event-2 a kg:Event , kg:Session ; schema:name "Ouverture"@fr ; kg:partOf id:event-1 ; schema:position 1 ;
    schema:startDate "2024-05-14T09:00:00+02:00"^^xsd:dateTime ; kg:evidence id:evidence-1 .
  id:participation-1 a kg:Participation ; kg:in id:event-2 ; kg:participant id:person-1 ; kg:role role:speaker ;
    kg:post id:post-1 ; kg:onBehalfOf id:organisation-arg ; kg:factuality factuality:reported ;
    kg:asStated "{QUOTE}"@fr ; kg:evidence id:evidence-1 .
  id:tenure-1 a kg:Tenure ; org:member id:person-1 ; kg:post id:post-1 ; org:organization id:organisation-arg ;
    kg:attestedOn "2024-05-14"^^xsd:date ; kg:asStated "{QUOTE}"@fr ; kg:evidence id:evidence-1 .
  id:person-1 a kg:Person ; rdfs:label "Anne Weiss" ; kg:evidence id:evidence-1 .
  id:post-1 a org:Post ; skos:prefLabel "présidente"@fr ; org:postIn id:organisation-arg .
  id:evidence-1 a kg:Evidence ; oa:hasSource id:{TEXT_ID} ;
    oa:hasSelector id:evidence-1-position , id:evidence-1-quote .
  id:evidence-1-position a oa:TextPositionSelector ; oa:start {START} ; oa:end {END} .
  id:evidence-1-quote a oa:TextQuoteSelector ; oa:exact "{QUOTE}" .
}}
GRAPH graph:reference {{
  id:organisation-arg a kg:Organisation ; skos:prefLabel "Agence Rive Gauche"@fr ; kg:acronym "ARG" .
  id:territory-metz a kg:Territory ; skos:prefLabel "Metz"@fr ; kg:within id:territory-france .
  id:territory-france a kg:Territory ; skos:prefLabel "France"@fr ;
    skos:exactMatch <http://publications.europa.eu/resource/authority/country/FRA> .
}}
GRAPH graph:meta {{
  id:document-colloque a kg:Document ; dcterms:title "Colloque"@fr ; dcterms:issued "2024-05-20"^^xsd:date .
  id:{TEXT_ID} a kg:TextVersion ; prov:wasDerivedFrom id:document-colloque ; kg:sha256 "{SHA256}" ;
    dcterms:language "fr" .
  graph:{TEXT_ID} prov:wasDerivedFrom id:{TEXT_ID} ; kg:origin origin:extracted .
}}
"""

Building = Callable[..., Engine]


@pytest.fixture
def graph() -> Building:
    """Make an engine over the sound graph: `before` replaced by `after`, so are further pairs, and TriG added."""

    def build(before: str = "", after: str = "", *others: str, more: str = "") -> Engine:
        prefixes = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
        trig = prefixes + SOUND
        for old, new in ((before, after), *zip(others[::2], others[1::2], strict=True)):
            assert old in trig
            trig = trig.replace(old, new, 1) if old else trig
        if more:
            trig += f"GRAPH graph:{TEXT_ID} {{ {more} }}"
        return engine_over(in_memory(pyoxigraph.parse(trig, format=pyoxigraph.RdfFormat.TRIG)))

    return build


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The folder with the stored text of the sound graph."""
    (tmp_path / f"{SHA256}.txt").write_text(TEXT, "utf-8")
    return tmp_path


@pytest.fixture
def stored_text(texts: Path) -> Path:
    """The file of the stored text."""
    return texts / f"{SHA256}.txt"


@pytest.fixture
def offsets() -> tuple[int, int]:
    """Start and end of the one passage that the graph quotes."""
    return START, END
