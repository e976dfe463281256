"""From a document to its record: the grammar of event pages, from lines over names to who took part in what.

`extract` is the only way in. A page is read once into lines and words (`reading`), names are found in it
(`people`, `organisations`, `places`, `works`), then what is said of them (`capacities`, `agenda`, `events`,
`participations`, `factuality`), and `evidence` lets only that into the record which its text holds. What the page
carries for programs (`embedded`) and what others propose (`gate`) is held against that; `load_extractors` finds them.
"""

from kg.extract.extraction import extract
from kg.extract.extractors import load as load_extractors
from kg.extract.proposals import Candidate, Extractor, Facet

__all__ = ["Candidate", "Extractor", "Facet", "extract", "load_extractors"]
