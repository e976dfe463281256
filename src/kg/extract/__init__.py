"""From a document to its record: the grammar of event pages, from lines over names to who took part in what.

`extract` is the only way in. A page is read once into lines and words (`reading`), names are found in it
(`people`, `organisations`, `places`, `works`), then what is said of them (`capacities`, `agenda`, `events`,
`participations`, `factuality`), and `evidence` lets only that into the record which its text holds.
"""

from kg.extract.extraction import extract

__all__ = ["extract"]
