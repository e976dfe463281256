"""What other registers call the things of the graph: candidates found over SPARQL, scored, proposed to a person."""

from kg.link.asking import asker
from kg.link.linking import Step, propose
from kg.link.profile import Profile, load_profile
from kg.link.proposals import Proposal, path_of, read, with_kept, write
from kg.link.review import explained, item_side, proposal_of, unanswered, with_findings
from kg.link.subjects import Subject, subjects

__all__ = [
    "Profile",
    "Proposal",
    "Step",
    "Subject",
    "asker",
    "explained",
    "item_side",
    "load_profile",
    "path_of",
    "proposal_of",
    "propose",
    "read",
    "subjects",
    "unanswered",
    "with_findings",
    "with_kept",
    "write",
]
