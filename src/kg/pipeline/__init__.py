"""The whole path, composed: pages and records in, a checked graph and all that is drawn from it out."""

from kg.pipeline.build import build
from kg.pipeline.identity import Identity, open_identity
from kg.pipeline.inputs import Inputs, authority_folders, find_inputs
from kg.pipeline.summary import Summary

__all__ = [
    "Identity",
    "Inputs",
    "Summary",
    "authority_folders",
    "build",
    "find_inputs",
    "open_identity",
]
