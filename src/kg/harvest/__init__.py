"""Many pages to records, on all cores: what is asked for, who does it, and what is done already.

`find_jobs` finds the pages, `harvest` reads and extracts them in a fixed order, `Ledger` remembers what a folder of
records already holds.
"""

from kg.harvest.jobs import Job, find_jobs
from kg.harvest.ledger import Ledger
from kg.harvest.running import harvest
from kg.harvest.work import Outcome, findings

__all__ = ["Job", "Ledger", "Outcome", "find_jobs", "findings", "harvest"]
